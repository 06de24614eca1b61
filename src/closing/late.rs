//! Reports that came only after their month was closed, and that make a sealed verdict another.

use std::collections::BTreeMap;

use super::check::Differing;
use super::line;
use crate::assess::{AsOf, verdict_on};
use crate::model::{Closing, Entry, Report, ReportIx, ShareIx, Workspace};

/// The reports filed after the closing without which verdicts would be what was sealed, by their position.
pub fn late_reports<'a>(workspace: &'a Workspace, closing: &Closing, found: &[Differing<'_>]) -> Vec<&'a Report> {
    let frame = workspace.plan.frame();
    let is_later = |report: &Report| report.month <= closing.month && report.submitted > Some(closing.date);
    let mut late: BTreeMap<ReportIx, &Report> = BTreeMap::new();
    for (share, sealed) in found.iter().filter_map(|differing| differing.share.zip(differing.sealed)) {
        let mut alone = workspace.alone(share, &frame);
        let reports = alone.reports.clone();
        alone.shares[0].entries.retain(|entry| !is_later(&reports[entry.report.0]));
        let without = verdict_on(&alone, ShareIx(0), AsOf::close_of(closing.month));
        if line(&alone, ShareIx(0), &without) == sealed.value {
            let own = workspace.share(share).entries.iter().map(|entry: &Entry| entry.report);
            let own = own.map(|report| (report, workspace.report(report)));
            late.extend(own.filter(|(_, report)| is_later(report)));
        }
    }
    late.into_values().collect()
}
