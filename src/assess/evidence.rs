//! Which entries count: those labelled up to a month and, if asked, known by a day. The newest one decides, not the
//! best one and not the last in the file.

use crate::model::{Entry, Month, Recurring, Report, Share, ShareIx, Terms, UnitIx, Workspace};

use super::AsOf;

/// The entries of one share that count at one as-of.
#[derive(Clone, Copy)]
pub(super) struct Evidence<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) ix: ShareIx,
    pub(super) share: &'a Share,
    pub(super) as_of: AsOf,
    /// What is in force for the share at that close.
    pub(super) terms: Terms<'a>,
    /// What is labelled up to the as-of month.
    pub(super) labelled: &'a [Entry],
    /// Whether something is expected to be said in a month. Silence is not listened for where nobody asks for it, as where
    /// it depends on how the share stands without it.
    is_asked: Option<fn(Evidence<'_>, Month) -> bool>,
}

impl<'a> Evidence<'a> {
    pub(super) fn of(workspace: &'a Workspace, share: ShareIx, as_of: AsOf) -> Self {
        Self::on(workspace, (share, workspace.share(share)), as_of)
    }

    /// The same of a share with other entries than those of the workspace.
    pub(super) fn on(workspace: &'a Workspace, (ix, share): (ShareIx, &'a Share), as_of: AsOf) -> Self {
        let labelled = share.entries.partition_point(|entry| entry.month <= as_of.month);
        let terms = workspace.terms(share, as_of);
        Self { workspace, ix, share, as_of, terms, labelled: &share.entries[..labelled], is_asked: None }
    }

    /// The same at another close.
    pub(super) fn at(self, month: Month) -> Self {
        let at = Self::on(self.workspace, (self.ix, self.share), AsOf { month, ..self.as_of });
        Self { is_asked: self.is_asked, ..at }
    }

    /// The same with what was known at the close of an earlier month, which says nothing of silence since.
    pub(super) fn known_at(self, month: Month) -> Self {
        let labelled = self.labelled.partition_point(|entry| entry.month <= month);
        Self { labelled: &self.labelled[..labelled], is_asked: None, ..self }
    }

    /// The same, listening for silence.
    pub(super) fn listening(self, is_asked: fn(Evidence<'_>, Month) -> bool) -> Self {
        Self { is_asked: Some(is_asked), ..self }
    }

    /// The entries that count, oldest first, with their positions among the entries of the share.
    pub(super) fn entries(self) -> impl DoubleEndedIterator<Item = (usize, &'a Entry)> {
        self.labelled.iter().enumerate().filter(move |(_, entry)| {
            // What is assumed is in no report: it is known, and in time.
            self.as_of.known_by.is_none() || entry.assumed || {
                let report = self.workspace.report(entry.report);
                report.is_known_by(self.as_of.known_by, &self.workspace.plan)
            }
        })
    }

    /// The entry that decides.
    pub(super) fn newest(self) -> Option<(usize, &'a Entry)> {
        self.entries().next_back()
    }

    /// Whether anything of the as-of month is only assumed.
    pub(super) fn is_assumed(self) -> bool {
        let newest = self.entries().rev().map(|(_, entry)| entry);
        let mut of_month = newest.take_while(|entry| entry.month == self.as_of.month);
        of_month.any(|entry| entry.assumed)
    }

    /// Whether the report with this entry was filed late.
    pub(super) fn is_late(self, entry: &Entry) -> bool {
        !entry.assumed && self.workspace.report(entry.report).is_late(&self.workspace.plan)
    }

    /// The months of silence, oldest first: those up to the as-of month in which a report of the unit is expected on the
    /// share, after the newest one with an entry on it. An entry of any kind is none. All that is said of silence, and every
    /// count of it, comes from here.
    pub(super) fn silent(self) -> impl DoubleEndedIterator<Item = Month> {
        let (workspace, unit) = (self.workspace, self.share.unit);
        let start = workspace.item(self.share.item).first_month(workspace.plan.kept_from(unit));
        let first = self.newest().map_or(start, |(_, entry)| start.max(entry.month.plus(1)));
        let last = if self.is_asked.is_none() { first.plus(-1) } else { self.as_of.month };
        first.through(last).filter(move |&month| self.is_asked.is_some_and(|is_asked| is_asked(self, month)))
    }

    /// Where the first occurrence stands that the share is asked for.
    pub(super) fn first_asked(self, recurring: &Recurring) -> usize {
        recurring.first_from(self.workspace.plan.kept_from(self.share.unit))
    }

    /// The newest month for which the unit of the share has filed any report at all.
    pub(super) fn last_filed(self) -> Option<Month> {
        reports_of(self.workspace, self.share.unit, self.as_of).map(|report| report.month).next_back()
    }
}

/// The reports of a unit that count, oldest first.
pub(super) fn reports_of(workspace: &Workspace, unit: UnitIx, as_of: AsOf) -> impl DoubleEndedIterator<Item = &Report> {
    workspace.reports_of[unit.0]
        .iter()
        .map(|&report| workspace.report(report))
        .filter(move |report| report.month <= as_of.month && report.is_known_by(as_of.known_by, &workspace.plan))
}

/// A number of months, in the type that flags use.
pub(super) fn count(months: impl Iterator) -> u32 {
    u32::try_from(months.count()).unwrap_or(u32::MAX)
}
