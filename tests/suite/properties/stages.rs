//! Items with stages: the same as an item for each stage, of which the worst counts.

use proptest::collection::vec;
use proptest::prelude::*;
use shangdang::assess::{AsOf, ShareAssessment, assess_share};
use shangdang::model::{
    Curve, Detail, Figure, Lag, Ratio, Reading, Schedule, Shape, ShareIx, Stage, Stages, Workspace,
};

use super::{LENGTH, any_as_of, nth, sketch, start};
use crate::support::{Duty, Filed, Setting, config};

/// So many things, what is asked of each stage, and for each month how many have come to each stage.
#[derive(Clone, Debug)]
struct Chain {
    total: u32,
    curves: Vec<Option<Curve>>,
    reached: Vec<(i32, Vec<u32>)>,
}

fn workspace(duty: Duty) -> Workspace {
    Setting::new(start(), nth(LENGTH - 1), vec![duty]).workspace()
}

impl Chain {
    /// The item with its stages.
    fn whole(&self) -> Workspace {
        let stages = self.curves.iter().enumerate();
        let stages = stages.map(|(at, curve)| Stage { name: at.to_string(), curve: curve.clone() });
        let schedule = Schedule::Stages(Stages::new(stages.collect()).expect("one is asked for"));
        let filed = self.reached.iter().map(|(month, _)| Filed::new(nth(*month), Reading::Stages));
        let mut workspace = workspace(Duty::new(schedule, Some(Figure::whole(self.total)), filed.collect()));
        let share = &mut workspace.shares[0];
        for (at, (_, reached)) in self.reached.iter().enumerate() {
            let beyond = reached.iter().skip(1).chain([&0]);
            let standing = reached.iter().zip(beyond).map(|(here, beyond)| Figure::whole(here - beyond));
            share.entries[at].detail = share.keep(Detail::Stages(standing.collect()));
        }
        workspace
    }

    /// One of its stages as an item of its own.
    fn single(&self, stage: usize) -> Option<Workspace> {
        let curve = self.curves[stage].clone()?;
        let filed = self.reached.iter();
        let filed = filed.map(|(month, reached)| Filed::new(nth(*month), Reading::Done(Figure::whole(reached[stage]))));
        Some(workspace(Duty::new(Schedule::Curve(curve), Some(Figure::whole(self.total)), filed.collect())))
    }

    fn singles(&self, as_of: AsOf) -> Vec<ShareAssessment> {
        let singles = (0..self.curves.len()).filter_map(|stage| self.single(stage));
        singles.map(|workspace| assess_share(&workspace, ShareIx(0), as_of)).collect()
    }
}

fn lag(assessed: &ShareAssessment) -> Ratio {
    assessed.verdict().lag.map_or(Ratio::ZERO, Lag::months)
}

prop_compose! {
    fn any_chain()(total in 1..30_u32, count in 1..5_usize)(
        total in Just(total),
        curves in vec(prop::option::weighted(0.8, sketch(true)), count),
        first in sketch(true),
        months in prop::collection::btree_map(0..LENGTH, vec(0..=total, count), 0..5),
    ) -> Chain {
        let step = |sketch: super::Sketch| super::Sketch { shape: Shape::Step, ..sketch }.curve(start());
        let mut curves: Vec<Option<Curve>> = curves.into_iter().map(|sketch| sketch.map(step)).collect();
        if curves.iter().all(Option::is_none) {
            curves[0] = Some(step(first));
        }
        let reached = months.into_iter().map(|(month, mut reached)| {
            reached.sort_unstable_by(|one, other| other.cmp(one));
            (month, reached)
        });
        Chain { total, curves, reached: reached.collect() }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_item_lags_as_the_worst_of_its_stages_would(chain in any_chain(), as_of in any_as_of()) {
        let as_of = AsOf::close_of(as_of);
        let whole = assess_share(&chain.whole(), ShareIx(0), as_of);
        let singles = chain.singles(as_of);
        let worst = singles.iter().map(lag).max();
        prop_assert_eq!(Some(lag(&whole)), worst);
        let is_behind = |assessed: &ShareAssessment| assessed.verdict().is_behind();
        prop_assert_eq!(is_behind(&whole), singles.iter().any(is_behind));
        let next = singles.iter().filter_map(|single| single.verdict().counts_from).min();
        prop_assert_eq!(whole.verdict().counts_from, next);
        let tiers = singles.iter().map(|single| single.verdict().tier);
        prop_assert_eq!(whole.verdict().tier, tiers.max().flatten());
    }

    /// One more that has come to a stage never makes it worse.
    #[test]
    fn getting_further_never_lengthens_a_lag(chain in any_chain(), as_of in any_as_of(), pick in 0..5_usize) {
        let as_of = AsOf::close_of(as_of);
        let mut further = chain.clone();
        for (_, reached) in &mut further.reached {
            let upto = pick % reached.len();
            for number in &mut reached[..=upto] {
                *number = (*number + 1).min(chain.total);
            }
            reached.sort_unstable_by(|one, other| other.cmp(one));
        }
        let [before, after] = [&chain, &further].map(|chain| assess_share(&chain.whole(), ShareIx(0), as_of));
        prop_assert!(lag(&after) <= lag(&before));
    }
}
