//! The files of the reports, in the order of months and units, so that each finds what was reported before it. They are
//! read side by side, some hundreds at a time, so that few of them are held at once.

use std::collections::BTreeMap;
use std::iter::Peekable;
use std::vec::IntoIter;

use rayon::prelude::*;

use super::rolls::{Roll, Rolls};
use super::{Builder, Resolved};
use crate::load::faults::Faults;
use crate::load::files::{self, Document, FileRead, Shelf};
use crate::load::paths::{self, Role};
use crate::load::report::ReportDocument;
use crate::load::swift::{self, Expected, SwiftReport};
use crate::model::{Item, Month, UnitIx};
use crate::problem::Problem;
use crate::source::{Content, FileId, Place};

/// As many files are read before what they say is taken in.
const AT_ONCE: usize = 1024;

/// The place of a report among all: those that belong elsewhere last, the others by month and unit.
type Rank = (bool, Option<Month>, Option<UnitIx>, FileId);

/// Reports that are read, by their ranks.
type Ranked = Peekable<IntoIter<(Rank, ReportDocument)>>;

/// What came of one file.
enum ReportRead {
    Swift(SwiftReport),
    Careful(Box<FileRead>),
}

impl Builder<'_> {
    /// Reads all reports and takes them in.
    pub(super) fn add_reports(&mut self, shelf: &Shelf<'_>, resolved: &mut Resolved) {
        let mut regular: Vec<(Month, UnitIx, FileId)> = Vec::new();
        let mut others: Vec<FileId> = Vec::new();
        for file in shelf.reports() {
            match self.regular(shelf.path(file)) {
                Some((month, unit)) => regular.push((month, unit, file)),
                None => others.push(file),
            }
        }
        regular.sort_unstable();
        let faults = self.all_faults;
        let mut elsewhere: Vec<(Rank, ReportDocument)> = files::read_all(shelf, &others)
            .into_iter()
            .filter_map(|read| take_careful(read, shelf, faults, resolved))
            .map(|(file, report)| (self.rank(file, &report), report))
            .collect();
        elsewhere.sort_by_key(|(rank, _)| *rank);
        let mut waiting: Ranked = elsewhere.into_iter().peekable();
        let mut last = Vec::new();
        let mut seen = BTreeMap::new();
        let rolls = shelf.is_swift.then(|| {
            let (share_of, by_id) = (&self.share_of, &self.item_by_id);
            Rolls::of(share_of, by_id, &self.unsound, &self.items, self.plan)
        });
        for some in regular.chunks(AT_ONCE) {
            for (rank, read) in self.read_some(some, shelf, rolls.as_ref()) {
                match read {
                    ReportRead::Swift(mut report) => {
                        let file = rank.3;
                        let lines = std::mem::take(&mut report.lines);
                        let content = (!shelf.keeps_all).then_some(Content::LetGo(lines));
                        resolved.keep(file, content);
                        self.add_before(rank, &mut waiting, &mut seen);
                        self.add_swift(file, report, &mut seen, &faults[file.0 as usize]);
                    }
                    ReportRead::Careful(read) => {
                        let Some((file, report)) = take_careful(*read, shelf, faults, resolved)
                        else {
                            continue;
                        };
                        let rank = self.rank(file, &report);
                        if rank.0 {
                            last.push((rank, report));
                        } else {
                            self.add_before(rank, &mut waiting, &mut seen);
                            self.add_report(file, report, &mut seen, &faults[file.0 as usize]);
                        }
                    }
                }
            }
        }
        last.extend(waiting);
        last.sort_by_key(|(rank, _)| *rank);
        for ((.., file), report) in last {
            self.add_report(file, report, &mut seen, &faults[file.0 as usize]);
        }
    }

    /// Takes in the reports under unusual paths that come before one under a usual path.
    fn add_before(
        &mut self,
        rank: Rank,
        waiting: &mut Ranked,
        seen: &mut BTreeMap<(Month, UnitIx), Place>,
    ) {
        while let Some(((.., file), report)) = waiting.next_if(|(other, _)| *other < rank) {
            self.add_report(file, report, seen, &self.all_faults[file.0 as usize]);
        }
    }

    /// Month and unit of a path that says both.
    fn regular(&self, path: &str) -> Option<(Month, UnitIx)> {
        let Role::Report { folder, stem } = Role::of(path) else {
            return None;
        };
        let month = Month::parse(folder).ok()?;
        let unit = *self.units.get(stem)?;
        Some((month, unit))
    }

    fn rank(&self, file: FileId, report: &ReportDocument) -> Rank {
        let month = report.month.map(|month| month.value);
        let unit = report.unit.as_ref();
        let unit = unit.and_then(|unit| self.units.get(&unit.value)).copied();
        (paths::mismatch(report).is_some(), month, unit, file)
    }

    fn read_some(
        &self,
        some: &[(Month, UnitIx, FileId)],
        shelf: &Shelf<'_>,
        rolls: Option<&Rolls>,
    ) -> Vec<(Rank, ReportRead)> {
        let (items, plan): (&[Item], _) = (&self.items, self.plan);
        let read = |&(month, unit, file): &(Month, UnitIx, FileId)| {
            let content = (shelf.fetch)(file);
            let rolls = rolls.filter(|_| (plan.start..=plan.end).contains(&month));
            let swift = rolls.and_then(|rolls| {
                let Content::Text(text) = &*content else {
                    return None;
                };
                let expected = Expected {
                    file,
                    month,
                    unit: (unit, &plan.units[unit.0].id),
                    roll: Roll::of(rolls, unit, items),
                    keeps_remarks: shelf.keeps_all,
                };
                swift::read(text, expected)
            });
            let read = if let Some(report) = swift {
                ReportRead::Swift(report)
            } else {
                let mut read = files::read(file, shelf.path(file), &content);
                read.content = shelf.kept(content);
                ReportRead::Careful(Box::new(read))
            };
            ((false, Some(month), Some(unit), file), read)
        };
        some.par_iter().map(read).collect()
    }
}

/// Takes over what was found in a file; its document, if it has one.
fn take_careful(
    read: FileRead,
    shelf: &Shelf<'_>,
    faults: &[Faults],
    resolved: &mut Resolved,
) -> Option<(FileId, ReportDocument)> {
    let file = read.file;
    let (faults, path) = (&faults[file.0 as usize], shelf.path(file));
    faults.absorb(read.faults);
    resolved.keep(file, read.content);
    let Some(Document::Report(report)) = read.document else {
        return None;
    };
    if let Some(problem) = resolved.folders.fault_of(path) {
        faults.report_first(problem);
    }
    Some((file, report))
}

/// Without a plan: that a report belongs elsewhere can still be said.
pub(super) fn check_paths(shelf: &Shelf<'_>, faults: &[Faults], resolved: &mut Resolved) {
    let files: Vec<FileId> = shelf.reports().collect();
    for read in files::read_all(shelf, &files) {
        let Some((file, report)) = take_careful(read, shelf, faults, resolved) else {
            continue;
        };
        if let Some((_, place, problem)) = paths::mismatch(&report) {
            faults[file.0 as usize].report(place, problem);
        }
    }
}

/// The folders of months; what is wrong with the name of one is said once.
#[derive(Default)]
pub(super) struct Folders(std::collections::BTreeSet<String>);

impl Folders {
    /// What is wrong with the folder of a file, if nobody has asked for it yet.
    pub(super) fn fault_of(&mut self, path: &str) -> Option<Problem> {
        let (within, folder) = match Role::of(path) {
            Role::Report { folder, .. } => ("reports", folder),
            Role::Register { folder, .. } => ("register", folder),
            _ => return None,
        };
        let problem = paths::bad_folder(within, folder)?;
        self.0.insert(format!("{within}/{folder}")).then_some(problem)
    }
}
