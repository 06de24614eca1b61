//! The files of the reports, in the order of months and units.

use super::Builder;
use super::evidence::Evidence;
use super::read_ahead::read_ahead;
use super::reports::{HeldReport, Holder};
use super::shares_by_unit::SharesByUnit;
use crate::load::files::{FileRead, read_all};
use crate::load::gathered::Gathered;
use crate::load::paths::report_at;
use crate::load::report;
use crate::load::request::Request;
use crate::model::{Month, Register, Share, UnitIx, Workspace};
use crate::source::{FEW_FILES, FileId, side_by_side};

/// As many files are read before what they say is taken in.
const AT_ONCE: usize = 1024;

/// The place of a report among all: those that belong elsewhere last, what they get in the way of has to be known first;
/// the others by month and unit.
type Rank = (bool, Option<Month>, Option<UnitIx>, FileId);

/// A file under a usual path, which says month and unit.
type Regular = (Month, UnitIx, FileId);

impl Builder<'_> {
    /// Reads all reports and takes them in.
    pub(super) fn add_reports(
        &self,
        shares: Vec<Share>,
        request: &Request<'_>,
        gathered: &mut Gathered<'_>,
    ) -> Evidence<'_> {
        let mut regular: Vec<Regular> = Vec::new();
        let mut others: Vec<FileId> = Vec::new();
        for file in request.reports() {
            match self.regular(request.path(file)) {
                Some((month, unit)) => regular.push((month, unit, file)),
                None => others.push(file),
            }
        }
        regular.sort_unstable();
        if let Some((units, month)) = self.wanted(request, &regular, &shares) {
            regular.retain(|(of, unit, _)| *of == month || units.contains(unit));
        }
        let shares_by_unit = self.shares_by_unit();
        let holder = Holder { builder: self, shares_by_unit: &shares_by_unit, keep: request.keep };
        let mut evidence = Evidence::new(self.plan, &self.items, shares);
        let mut waiting = Vec::new();
        for read in side_by_side(&others, FEW_FILES, |&file| holder.read(request, file)) {
            gathered.check_folder(&read);
            match rank(&read) {
                Some(rank) => waiting.push((rank, read)),
                None => evidence.take_in(read, gathered),
            }
        }
        waiting.sort_by_key(|(rank, _)| *rank);
        let mut waiting = waiting.into_iter().peekable();
        let mut last = Vec::new();
        read_ahead(
            &regular,
            AT_ONCE,
            |some| side_by_side(some, FEW_FILES, |&(.., file)| holder.read(request, file)),
            |read| {
                let rank = rank(&read);
                if let Some(rank @ (true, ..)) = rank {
                    last.push((rank, read));
                    return;
                }
                // Each under an unusual path is taken in before those that rank behind it.
                while let Some((_, before)) = waiting.next_if(|(other, _)| rank.is_some_and(|rank| *other < rank)) {
                    evidence.take_in(before, gathered);
                }
                evidence.take_in(read, gathered);
            },
        );
        last.extend(waiting);
        last.sort_by_key(|(rank, _)| *rank);
        for (_, read) in last {
            evidence.take_in(read, gathered);
        }
        evidence
    }

    /// The units and the month whose reports are wanted, where not all are.
    fn wanted(&self, request: &Request<'_>, regular: &[Regular], shares: &[Share]) -> Option<(Vec<UnitIx>, Month)> {
        let (wanted, &(last, ..)) = (request.wanted?, regular.last()?);
        let before = Workspace {
            plan: self.plan.clone(),
            tasks: self.tasks.clone(),
            items: self.items.clone(),
            shares: shares.to_vec(),
            reports: Vec::new(),
            drafts: Vec::new(),
            reports_of: vec![Vec::new(); self.plan.units.len()],
            register: Register::default(),
        };
        wanted(&before, last)
    }

    /// Month and unit of a path that says both.
    fn regular(&self, path: &str) -> Option<(Month, UnitIx)> {
        let (month, unit) = report_at(path)?;
        Some((month, *self.units.get(unit)?))
    }

    /// What each unit answers for; of items with the same id only the first is found by it.
    fn shares_by_unit(&self) -> SharesByUnit {
        let shares = self.share_of.iter().filter(|((item, _), _)| self.is_named[item.0]);
        SharesByUnit::of(self.plan.units.len(), shares.map(|(&(item, unit), &share)| (unit, item, share)), &self.items)
    }
}

fn rank(read: &FileRead<HeldReport>) -> Option<Rank> {
    let held = read.document.as_ref()?;
    Some((held.elsewhere.is_some(), held.month, held.unit, read.file))
}

/// Without a plan: that a report belongs elsewhere can still be said.
pub(super) fn check_paths(request: &Request<'_>, gathered: &mut Gathered<'_>) {
    for read in read_all(request, &request.reports(), |text| report::read(text, report::mismatch)) {
        let file = read.file;
        if let Some(Some((_, place, problem))) = gathered.take_over(read) {
            gathered.faults(file).report(place, problem);
        }
    }
}
