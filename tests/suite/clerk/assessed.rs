//! The same share given to the program, and its verdicts in the words of the notebook.

use shangdang::assess::{AsOf, Dues, Needs, Relief, Verdict, assess_share};
use shangdang::model::{
    Curve, Detail, Every, Exemption, Figure, Finding, Lag, Ratio, Reading, Recurring, Reports, Revision, Rhythm,
    Schedule, Share, ShareIx, Stage, Stages, Threshold, Workspace,
};
use shangdang::source::{FileId, Place};

use super::drawn::{Asked, Drawn, Kind, Planned, Word};
use super::{Found, Outcome, Wanted};
use crate::oracle::Exact;
use crate::oracle::case::{Measure, label};
use crate::support::{Duty, Filed, Setting, curve, hundredths, revision};

fn nowhere() -> Place {
    Place::top_of(FileId(0))
}

fn exact(ratio: Ratio) -> Exact {
    Exact::new(ratio.numerator(), ratio.denominator())
}

fn number(month: shangdang::model::Month) -> i32 {
    12 * month.year() + month.number().cast_signed() - 1
}

impl Drawn {
    pub(super) fn assessed(&self) -> Outcome {
        let as_of = AsOf { month: label(self.as_of), known_by: self.known_by };
        let assessed = assess_share(&self.workspace(), ShareIx(0), as_of);
        Outcome {
            history: assessed.history().iter().map(found).collect(),
            change: assessed.change,
            consecutive: assessed.consecutive,
            times: assessed.times,
            finish_delay: assessed.finish_delay().map(Lag::months).map(exact),
            outlook: assessed.outlook.map(|outlook| (outlook.tier.0, number(outlook.month), outlook.needs.map(wanted))),
            relief: assessed.relief.map(|relief| match relief {
                Relief::Reported(needs) => wanted(needs),
                Relief::Approved => Wanted::Nothing,
            }),
            asked_next: assessed.asked_next.map(wanted),
        }
    }

    fn workspace(&self) -> Workspace {
        let schedule = match &self.kind {
            Kind::Curve(planned) => Schedule::Curve(self.curve(planned)),
            Kind::Stages(stages) => {
                let stage = |(at, planned): (usize, &Option<Planned>)| Stage {
                    name: format!("stage-{at}"),
                    curve: planned.as_ref().map(|planned| self.curve(planned)),
                };
                let stages = stages.iter().enumerate().map(stage).collect();
                Schedule::Stages(Stages::new(stages).expect("one is asked for"))
            }
            Kind::Recurring(dues, times) => {
                let dues: Vec<_> = dues.iter().map(|&due| label(due)).collect();
                Schedule::Recurring(Recurring::months(&dues, label(self.start)).with_times(*times))
            }
            Kind::Indicator(gauge) => Schedule::Indicator(gauge.indicator()),
            Kind::Unscheduled => Schedule::Unscheduled,
        };
        let amount = match self.measure {
            Measure::Amount { part, .. } if self.has_figures() => Some(hundredths(part)),
            _ => None,
        };
        let filed = self.reports.iter().map(|report| Filed {
            month: label(report.month),
            submitted: report.submitted,
            on: report.on,
            readings: report.words.iter().map(|&word| self.reading(word)).collect(),
        });
        let mut duty = Duty::new(schedule, amount, filed.collect());
        duty.key = self.key;
        let mut setting = Setting::new(label(self.start), label(self.end()), vec![duty]);
        let rungs = self.rungs.iter();
        setting.rungs = rungs.map(|&(months, is_exclusive)| Threshold { months, is_exclusive }).collect();
        let mut workspace = setting.workspace();
        self.stand(&mut workspace.shares[0]);
        let [plan, unit] = self.kept.map(|kept| kept.map(label));
        workspace.plan.reports_from = plan.unwrap_or(workspace.plan.start);
        workspace.plan.units[0].reports_from = unit;
        if self.only_while_open {
            workspace.plan.units[0].reports = Reports::WhileOpen;
        }
        let [plan, unit] = self.asked.each_ref().map(|asked| asked.as_ref().map(rhythm));
        workspace.plan.reports_every = plan.unwrap_or(Rhythm::Every(Every::Month));
        workspace.plan.units[0].reports_every = unit;
        if let Some(quantity) = &mut workspace.items[0].quantity {
            quantity.at_least = self.at_least;
        }
        if let Some(named) = self.named {
            self.name_things(&mut workspace, named);
        }
        let item = &mut workspace.items[0];
        item.disputed = if self.disputed { "55 and 45".to_owned() } else { String::new() };
        item.finding = self.found.map(|date| Finding { date, by: String::new() });
        let approved = self.changes.iter();
        let approved = approved.map(|changed| Revision {
            settles: changed.settles,
            ..revision(label(changed.from), changed.date, self.curve(&changed.planned))
        });
        item.revise(approved.collect());
        workspace.register.exemptions = self
            .exemptions
            .iter()
            .map(|exempt| Exemption {
                share: ShareIx(0),
                from: label(exempt.from),
                until: label(exempt.until),
                reason: String::new(),
                reference: String::new(),
                date: exempt.date,
                place: nowhere(),
            })
            .collect();
        workspace
    }

    /// Gives the things their names, and the entries those that they name.
    fn name_things(&self, workspace: &mut Workspace, named: u32) {
        let things = || 0..u16::try_from(named).expect("few things");
        let quantity = workspace.items[0].quantity.as_mut().expect("they are counted");
        quantity.objects = things().map(|thing| format!("村{thing}")).collect();
        let share = &mut workspace.shares[0];
        share.objects = things().collect();
        let said = self.reports.iter().flat_map(|report| report.words.iter().map(move |&word| (report.first, word)));
        for (at, (first, word)) in said.enumerate() {
            let is_done = |thing: &u16| (u32::from(*thing) + named - first) % named < word.number() / 100;
            let detail = Detail::Objects(things().filter(is_done).collect());
            share.entries[at].detail = share.keep(detail);
        }
    }

    fn has_figures(&self) -> bool {
        matches!(self.kind, Kind::Curve(_) | Kind::Stages(_) | Kind::Unscheduled)
    }

    /// What entries say that count stages.
    fn stand(&self, share: &mut Share) {
        let Kind::Stages(stages) = &self.kind else { return };
        for (at, word) in self.reports.iter().flat_map(|report| &report.words).enumerate() {
            if let Word::Standing(standing) = word {
                let standing = standing[..stages.len()].iter().map(|&number| hundredths(number)).collect();
                share.entries[at].detail = share.keep(Detail::Stages(standing));
            }
        }
    }

    fn curve(&self, planned: &Planned) -> Curve {
        let level = |level: u32| match self.measure {
            Measure::Percent => hundredths(level).ratio(),
            Measure::Amount { total, .. } => hundredths(level).ratio() / hundredths(total).ratio() * Ratio::HUNDRED,
        };
        let points = planned.points.iter();
        let points = points.map(|&(when, of_total)| (when.moment(), level(of_total)));
        curve(planned.shape, points).expect("random points make a curve")
    }

    fn reading(&self, word: Word) -> Reading {
        let figure: fn(Figure) -> Reading = match self.measure {
            Measure::Percent => Reading::Percent,
            Measure::Amount { .. } => Reading::Done,
        };
        match word {
            Word::Figure(said) => figure(hundredths(said)),
            Word::Standing(_) => Reading::Stages,
            Word::Value(read) => Reading::Value(hundredths(read)),
            Word::Times { due, count } => Reading::Times { due: label(due), count },
            Word::Occurrence { due, done } => Reading::Occurrence { due: label(due), done },
        }
    }
}

fn rhythm(asked: &Asked) -> Rhythm {
    match asked {
        Asked::Every(3) => Rhythm::Every(Every::Quarter),
        Asked::Every(6) => Rhythm::Every(Every::HalfYear),
        Asked::Every(_) => Rhythm::Every(Every::Month),
        Asked::Months(months) => Rhythm::Months(months.iter().map(|&month| label(month)).collect()),
    }
}

fn found(verdict: &Verdict) -> Found {
    Found {
        month: number(verdict.month),
        bucket: verdict.bucket,
        required: verdict.required.map(exact),
        actual: verdict.actual.map(exact),
        lag: verdict.lag.map(Lag::months).map(exact),
        tier: verdict.tier.map(|tier| tier.0),
        withheld: verdict.withheld.map(|tier| tier.0),
        presumed: verdict.presumed,
        evidence: verdict.evidence,
        exemption: verdict.exemption,
        disputed: verdict.disputed,
        revision: verdict.revision,
        flags: verdict.flags,
    }
}

fn wanted(needs: Needs) -> Wanted {
    match needs {
        Needs::Figure(least) => Wanted::Figure(exact(least)),
        Needs::Stages(least) => Wanted::Stages(least.iter().map(|&(at, least)| (at, exact(least))).collect()),
        Needs::Occurrences(Dues { from, until, count, skipped, times }) => {
            Wanted::Occurrences(number(from), number(until), count, skipped, times)
        }
        Needs::Target(target) => Wanted::Target(exact(target.bound.ratio())),
    }
}
