//! The files of the reports, in the order of months and units, so that each finds what was reported before it.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::Peekable;
use std::sync::Arc;
use std::vec::IntoIter;

use super::rolls::{Roll, Rolls};
use super::turns::in_turns;
use super::{Builder, Resolved};
use crate::load::faults::Faults;
use crate::load::files::{self, Document, FileRead, Keep, Shelf};
use crate::load::paths::{self, Role};
use crate::load::report::ReportDocument;
use crate::load::swift::{self, Expected, SwiftReport};
use crate::model::{Item, Month, Plan, Register, UnitIx, Workspace};
use crate::problem::Problem;
use crate::source::{Content, FEW_FILES, FileId, Place, side_by_side};

/// As many files are read before what they say is taken in.
const AT_ONCE: usize = 1024;

/// The place of a report among all: those that belong elsewhere last, the others by month and unit.
type Rank = (bool, Option<Month>, Option<UnitIx>, FileId);

/// A file under a usual path, which says month and unit.
type Regular = (Month, UnitIx, FileId);

/// What came of a file under a usual path.
enum ReportRead {
    Swift(SwiftReport, FileId, Option<Content>),
    Careful(Box<FileRead>),
}

/// Where the taking in has come to.
struct Progress {
    /// Reports under unusual paths, by rank; each is taken in before those that rank behind it.
    waiting: Peekable<IntoIter<(Rank, ReportDocument)>>,
    /// Reports that belong elsewhere: what they get in the way of has to be known first.
    elsewhere: Vec<(Rank, ReportDocument)>,
    /// Where the month of each report stands.
    seen: BTreeMap<(Month, UnitIx), Place>,
}

impl Builder<'_> {
    /// Reads all reports and takes them in.
    pub(super) fn add_reports(&mut self, shelf: &Shelf<'_>, resolved: &mut Resolved) {
        let mut regular: Vec<Regular> = Vec::new();
        let mut others: Vec<FileId> = Vec::new();
        for file in shelf.reports() {
            match self.regular(shelf.path(file)) {
                Some((month, unit)) => regular.push((month, unit, file)),
                None => others.push(file),
            }
        }
        regular.sort_unstable();
        if let Some((units, month)) = self.wanted(shelf, &regular) {
            regular.retain(|(of, unit, _)| *of == month || units.contains(unit));
        }
        let mut waiting: Vec<(Rank, ReportDocument)> = files::read_all(shelf, &others)
            .into_iter()
            .filter_map(|read| take_over(read, shelf, self.all_faults, resolved))
            .map(|(file, report)| (self.rank(file, &report), report))
            .collect();
        waiting.sort_by_key(|(rank, _)| *rank);
        let mut progress =
            Progress { waiting: waiting.into_iter().peekable(), elsewhere: Vec::new(), seen: BTreeMap::new() };
        let reader = Reader {
            shelf,
            items: Arc::clone(&self.items),
            plan: self.plan,
            rolls: shelf.is_swift.then(|| self.rolls()),
        };
        in_turns(
            &regular,
            AT_ONCE,
            |some| reader.read(some),
            |read| self.add_read(read, shelf, &mut progress, resolved),
        );
        let Progress { waiting, elsewhere: mut last, mut seen } = progress;
        last.extend(waiting);
        last.sort_by_key(|(rank, _)| *rank);
        for ((.., file), report) in last {
            self.add_report(file, report, &mut seen, &self.all_faults[file.0 as usize]);
        }
    }

    fn add_read(&mut self, read: ReportRead, shelf: &Shelf<'_>, progress: &mut Progress, resolved: &mut Resolved) {
        match read {
            ReportRead::Swift(report, file, content) => {
                resolved.keep(file, content);
                let rank = (false, Some(report.month), Some(report.unit), file);
                self.add_before(rank, progress);
                let faults = &self.all_faults[file.0 as usize];
                self.add_swift(file, report, &mut progress.seen, faults);
            }
            ReportRead::Careful(read) => {
                let Some((file, report)) = take_over(*read, shelf, self.all_faults, resolved) else {
                    return;
                };
                let rank = self.rank(file, &report);
                if rank.0 {
                    progress.elsewhere.push((rank, report));
                    return;
                }
                self.add_before(rank, progress);
                let faults = &self.all_faults[file.0 as usize];
                self.add_report(file, report, &mut progress.seen, faults);
            }
        }
    }

    /// Takes in the reports under unusual paths that come before one under a usual path.
    fn add_before(&mut self, rank: Rank, progress: &mut Progress) {
        let Progress { waiting, seen, .. } = progress;
        while let Some(((.., file), report)) = waiting.next_if(|(other, _)| *other < rank) {
            self.add_report(file, report, seen, &self.all_faults[file.0 as usize]);
        }
    }

    /// The units and the month whose reports are wanted, where not all are.
    fn wanted(&self, shelf: &Shelf<'_>, regular: &[Regular]) -> Option<(Vec<UnitIx>, Month)> {
        let (wanted, &(last, ..)) = (shelf.wanted?, regular.last()?);
        let before = Workspace {
            plan: self.plan.clone(),
            tasks: self.tasks.clone(),
            items: Vec::clone(&self.items),
            shares: self.shares.clone(),
            reports: Vec::new(),
            drafts: Vec::new(),
            reports_of: vec![Vec::new(); self.plan.units.len()],
            register: Register::default(),
        };
        wanted(&before, last)
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

    fn rolls(&self) -> Rolls {
        let shares = self.share_of.iter();
        let shares = shares.map(|(&(item, unit), &share)| (unit, item, share));
        let is_plain = |item: usize| self.is_named[item] && !self.unsound[item];
        let plain = shares.filter(|&(_, item, _)| is_plain(item.0));
        Rolls::of(self.plan.units.len(), plain, &self.items)
    }
}

/// Reads reports, from several processors.
struct Reader<'a, 's> {
    shelf: &'a Shelf<'s>,
    items: Arc<Vec<Item>>,
    plan: &'a Plan,
    /// None where all are read with all care.
    rolls: Option<Rolls>,
}

impl Reader<'_, '_> {
    fn read(&self, some: &[Regular]) -> Vec<ReportRead> {
        side_by_side(some, FEW_FILES, |regular| self.read_one(*regular))
    }

    fn read_one(&self, (month, unit, file): Regular) -> ReportRead {
        let shelf = self.shelf;
        let content = (shelf.fetch)(file);
        if let Some(rolls) = &self.rolls
            && let Content::Text(text) = &*content
            && self.plan.covers(month)
        {
            let expected = Expected {
                file,
                month,
                unit: (unit, &self.plan.units[unit.0].id),
                roll: Roll::of(rolls, unit, &self.items),
                keeps_remarks: shelf.keep != Keep::Lean,
            };
            if let Some(mut report) = swift::report(text, expected) {
                let content = match shelf.keep {
                    Keep::Lean => Some(Content::LetGo(std::mem::take(&mut report.lines))),
                    Keep::All | Keep::Elsewhere => shelf.kept(file, content),
                };
                return ReportRead::Swift(report, file, content);
            }
        }
        let mut read = files::read(file, shelf.path(file), &content);
        read.content = shelf.kept(file, content);
        ReportRead::Careful(Box::new(read))
    }
}

/// Takes over what was found in a file; the report, if it is one.
fn take_over(
    read: FileRead,
    shelf: &Shelf<'_>,
    faults: &[Faults],
    resolved: &mut Resolved,
) -> Option<(FileId, ReportDocument)> {
    let file = read.file;
    match resolved.take_over(read, shelf, faults)? {
        Document::Report(report) => Some((file, report)),
        _ => None,
    }
}

/// Without a plan: that a report belongs elsewhere can still be said.
pub(super) fn check_paths(shelf: &Shelf<'_>, faults: &[Faults], resolved: &mut Resolved) {
    let files: Vec<FileId> = shelf.reports().collect();
    for read in files::read_all(shelf, &files) {
        let Some((file, report)) = take_over(read, shelf, faults, resolved) else {
            continue;
        };
        if let Some((_, place, problem)) = paths::mismatch(&report) {
            faults[file.0 as usize].report(place, problem);
        }
    }
}

/// The folders of months; what is wrong with the name of one is said once.
#[derive(Default)]
pub(super) struct Folders(BTreeSet<String>);

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
