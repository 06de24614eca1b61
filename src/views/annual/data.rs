//! The year-end lists as data.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::assess::{ShareYear, UnitYear, Verdict, YearEnd, YearEnds};
use crate::model::{Lag, Outcome};
use crate::text::annual::Part;

use super::{AnnualLists, part_of};
use crate::views::remarks;
use crate::views::{decisions, page, row, things};

fn counts(ends: YearEnds) -> BTreeMap<&'static str, usize> {
    ends.iter().map(|(end, count): (YearEnd, usize)| (end.id(), count)).collect()
}

impl<'a> AnnualLists<'a> {
    pub(super) fn lists(&self) -> impl Serialize {
        let (annual, workspace) = (self.annual, self.results.workspace);
        let rule = &workspace.plan.accountability_rule;
        let failed = self.entered().filter(|result| result.outcome == Outcome::Failed);
        object! {
            #[serde(flatten)] head: page::head(&workspace.plan, self.shown_as_of()),
            year: annual.year,
            close: annual.close,
            preview: !annual.is_over,
            reported: &annual.reported,
            missing: annual.is_over.then(|| list!((unit, _) in self.missing() => &workspace.unit(unit).id)),
            accountability_rule: Some(rule).filter(|rule| !rule.is_empty()),
            counts: counts(YearEnds::of(self.shares())),
            binding_indicators: self.shares().iter().filter(|year| year.is_binding).count(),
            // How many are on each list of the plan.
            lists: object! {
                key_work: self.shares_on(Part::KeyWork).len(),
                binding_indicators: self.shares_on(Part::Binding).len(),
                assessments: failed.count(),
            },
            rows: list!(year in self.shares() => self.share_data(year)),
            units: list!(year in self.units() => self.unit_data(year)),
        }
    }

    fn by_tier(&self, counts: &[usize]) -> BTreeMap<&'a str, usize> {
        let rungs = self.results.workspace.plan.ladder.rungs().iter();
        rungs.map(|rung| rung.id.as_str()).zip(counts.iter().copied()).collect()
    }

    /// What a preview cannot know, such as a lag, is null in it.
    fn share_data(&self, year: &'a ShareYear) -> impl Serialize + use<'a> {
        let results = self.results;
        let assessed = self.assessed(year);
        let item = results.item(assessed);
        let verdict = assessed.verdict();
        let rungs = results.workspace.plan.ladder.rungs().len();
        let is_over = self.annual.is_over;
        let lag = verdict.lag.filter(|_| is_over);
        let worst = year.worst();
        let known = Verdict { withheld: verdict.withheld.filter(|_| is_over), ..verdict.clone() };
        object! {
            task: results.task(assessed).number,
            #[serde(flatten)] named: results.named(assessed),
            key: year.is_key,
            binding: year.is_binding,
            finding: item.finding.is_some(),
            year_end: year.end,
            list: match part_of(year) {
                Some(Part::KeyWork) => Some("key-work"),
                Some(Part::Binding) => Some("binding-indicators"),
                _ => None,
            },
            #[serde(flatten)] figures: row::figures(item, verdict),
            #[serde(flatten)] things: things::data(results, assessed),
            since: verdict.since().filter(|_| is_over),
            lag: lag,
            lag_months: lag.map(Lag::truncated),
            worst_tier: worst.map(|(tier, _)| results.tier_id(tier)),
            worst_tier_in: worst.map(|(_, month)| month),
            months_by_tier: self.by_tier(&year.months_by_tier(rungs)),
            presumed_months: year.presumed,
            skipped: &year.undone.skipped,
            open: &year.undone.open,
            finished: year.finished,
            finish_delay: year.finish_delay,
            evidence: row::evidence(results, assessed, verdict),
            exempt: decisions::exemption_data(results, &known),
            was_exempt: year.was_exempt,
            // The last check of what is claimed to be done.
            verified: year.check.map(|check| object! {
                let recorded = &results.workspace.register.verifications[check.position];
                outcome: recorded.outcome,
                date: recorded.date,
                by: &recorded.by,
                #[serde(flatten)] place: results.place(recorded.place),
            }),
            notices: decisions::notices_data(results, assessed),
            flags: self.now(year, assessed).map_or_else(Vec::new, |now| remarks::flag_ids(item, &now)),
        }
    }

    fn unit_data(&self, year: &'a UnitYear) -> impl Serialize + use<'a> {
        let results = self.results;
        let workspace = results.workspace;
        let unit = workspace.unit(year.unit);
        object! {
            unit: &unit.id,
            unit_name: &unit.name,
            kind: unit.kind.id(),
            compared: year.ends.judged() > 0,
            counts: counts(year.ends),
            worst_tier: year.worst.map(|tier| results.tier_id(tier)),
            share_months_by_tier: self.by_tier(&year.months_by_tier),
            notices_by_tier: self.by_tier(&year.notices),
            notices_withdrawn: year.withdrawn,
            skipped: year.skipped,
            late_reports: year.late,
            missing_reports: year.missing,
            was_exempt: year.exempt,
            finish_delays: list!(&(share, delay) in &year.delays => {
                item: &workspace.item(workspace.share(share).item).id,
                delay: delay,
            }),
            longest_finish_delay: year.longest_delay(),
            assessment: year.assessment.map(|position| object! {
                let result = &workspace.register.assessments[position];
                outcome: result.outcome,
                date: result.date,
                by: &result.by,
                reference: &result.reference,
                note: &result.note,
                #[serde(flatten)] place: results.place(result.place),
            }),
        }
    }
}
