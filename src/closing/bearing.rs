//! Which of the files that have changed since a closing make a verdict differ from what was sealed. What a file said then
//! is not kept, only its digest; so each change is undone as far as that can be known, and the verdict made again:
//!
//! 1. What was added since is taken away. If that gives back what was sealed, it was that, and no other file is named.
//! 2. What was there and has changed, or is gone, may have said anything that such a file can say about the share. If any
//!    of it gives back what was sealed, it may have been that.

use super::{DISPUTED, EXEMPT, line};
use crate::assess::{AsOf, verdict_on};
use crate::load::{register_path, report_at};
use crate::model::{
    Closing, Curve, Detail, Entry, Exemption, Figure, Indicator, Month, Plan, Ratio, Reading, RecordKind, Recurring,
    Remarks, Report, ReportIx, Revision, Schedule, ShareIx, Stages, Terms, UnitIx, Workspace,
};
use crate::source::{FileId, Place, Sources};

/// A file that differs from the closing.
#[derive(Clone, Debug)]
pub(super) struct Changed {
    pub(super) path: String,
    /// It was not there at the closing.
    pub(super) is_new: bool,
}

/// What the files of a closing are held against.
pub(super) struct Bearing<'a> {
    pub(super) sources: &'a Sources,
    pub(super) workspace: &'a Workspace,
    pub(super) closing: &'a Closing,
    pub(super) frame: Plan,
}

/// More files than this at a time are only undone all together.
const AT_ONCE: usize = 2;

/// Of several files at a time only so many ways are tried for each.
const FEW: usize = 2;

/// One way in which a file may have been different.
type Undoing<'a> = Box<dyn Fn(&mut Workspace) + 'a>;

/// A file that may matter, with what it may have said.
struct Candidate<'a> {
    path: &'a str,
    is_new: bool,
    undoings: Vec<Undoing<'a>>,
    /// It may have asked for anything, so that these words of a sealed line may come from it.
    may: Option<May>,
}

/// What a file may have made of a verdict, apart from what can be tried.
#[derive(Clone, Copy, PartialEq, Eq)]
enum May {
    /// The schedule, and whether the item is key.
    Task,
    /// The ladder, the periods, and whether a report was expected.
    Plan,
}

impl Bearing<'_> {
    /// The files that make the verdict on a share differ from the line that was sealed; `share` is there now.
    pub(super) fn of(&self, share: ShareIx, sealed: &str, changed: &[Changed]) -> Vec<String> {
        let alone = self.workspace.alone(share, &self.frame);
        let candidates: Vec<Candidate<'_>> =
            changed.iter().filter_map(|changed| self.candidate(&alone, changed, sealed)).collect();
        let proven: Vec<&Candidate<'_>> = candidates.iter().filter(|one| one.is_new && one.may.is_none()).collect();
        let all: Vec<&Candidate<'_>> = candidates.iter().collect();
        let mut found = self.smallest(&alone, &proven, sealed);
        if found.is_empty() {
            found = self.smallest(&alone, &all, sealed);
        }
        if found.is_empty() {
            found = all;
        }
        let mut paths: Vec<String> = found.into_iter().map(|candidate| candidate.path.to_owned()).collect();
        paths.sort_unstable();
        paths.dedup();
        paths
    }

    /// The files that a share which was not there at the closing comes from.
    pub(super) fn come(&self, share: ShareIx, changed: &[Changed]) -> Vec<String> {
        let item = self.workspace.item(self.workspace.share(share).item);
        let own = &self.sources.file(item.place.file).path;
        Self::named(changed, |path, _| path == own)
    }

    /// The files that a share may have come from which is not there any more, known by its item and its unit.
    pub(super) fn gone(&self, share: &str, changed: &[Changed]) -> Vec<String> {
        let id = share.split(' ').next().unwrap_or(share);
        if let Some(item) = self.workspace.items.iter().find(|item| item.id == id) {
            let own = &self.sources.file(item.place.file).path;
            return Self::named(changed, |path, _| path == own);
        }
        let is_finding = id.contains(".d");
        let of_kind = |path: &str| {
            let in_register = register_kind(path) == Some(RecordKind::Findings);
            if is_finding { in_register } else { path.starts_with("tasks/") }
        };
        Self::named(changed, |path, is_new| !is_new && of_kind(path))
    }

    /// Those of the files, or the plan where it can only be that.
    fn named(changed: &[Changed], is_meant: impl Fn(&str, bool) -> bool) -> Vec<String> {
        let of = |is_meant: &dyn Fn(&Changed) -> bool| -> Vec<String> {
            changed.iter().filter(|changed| is_meant(changed)).map(|changed| changed.path.clone()).collect()
        };
        let found = of(&|changed| is_meant(&changed.path, changed.is_new));
        if found.is_empty() { of(&|changed| changed.path == "plan.toml") } else { found }
    }

    /// The files of the smallest sets whose change, undone, gives back what was sealed.
    fn smallest<'c, 'p>(&self, alone: &Workspace, files: &[&'c Candidate<'p>], sealed: &str) -> Vec<&'c Candidate<'p>> {
        let sizes = (1..=AT_ONCE.min(files.len())).chain((files.len() > AT_ONCE).then_some(files.len()));
        for size in sizes {
            let sets = choices(files, size);
            let enough = sets.into_iter().filter(|set| self.gives_back(alone, set, sealed));
            let found: Vec<&Candidate<'_>> = enough.flatten().collect();
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    /// Whether undoing these changes in some way gives back the sealed line.
    fn gives_back(&self, alone: &Workspace, set: &[&Candidate<'_>], sealed: &str) -> bool {
        let Some((first, rest)) = set.split_first() else {
            return self.line(alone) == sealed;
        };
        let most = if rest.is_empty() { usize::MAX } else { FEW };
        if let Some(may) = first.may
            && rest.iter().all(|other| other.may.is_none())
        {
            return any_undone(alone, rest, most, &|undone| may.explains(undone, &self.line(undone), sealed));
        }
        any_undone(alone, set, most, &|undone| self.line(undone) == sealed)
    }

    fn line(&self, alone: &Workspace) -> String {
        line(alone, ShareIx(0), &verdict_on(alone, ShareIx(0), AsOf::close_of(self.closing.month)))
    }

    fn file(&self, path: &str) -> Option<FileId> {
        let position = self.sources.files.iter().position(|file| file.path == path)?;
        u32::try_from(position).ok().map(FileId)
    }

    /// What a file may have to do with a share; none if it cannot have anything.
    fn candidate<'c>(&'c self, alone: &Workspace, changed: &'c Changed, sealed: &str) -> Option<Candidate<'c>> {
        let (path, is_new) = (changed.path.as_str(), changed.is_new);
        let file = self.file(path);
        let item = &alone.items[0];
        let of = |undoings, may| Some(Candidate { path, is_new, undoings, may });
        if path == "plan.toml" {
            return of(Vec::new(), Some(May::Plan));
        }
        if file == Some(item.place.file) {
            return of(Vec::new(), Some(May::Task));
        }
        if let Some((month, unit)) = report_at(path) {
            let is_own = unit == alone.unit(UnitIx(0)).id;
            return is_own.then(|| of(self.reports(alone, file, month, is_new, sealed), None)).flatten();
        }
        match register_kind(path)? {
            RecordKind::Exemptions => {
                let mut undoings: Vec<Undoing<'c>> = vec![Box::new(move |undone| {
                    undone.register.exemptions.retain(|one| Some(one.place.file) != file);
                })];
                if !is_new {
                    let month = self.closing.month;
                    undoings.push(Box::new(move |undone| undone.register.exemptions.push(exemption(month))));
                }
                of(undoings, None)
            }
            RecordKind::Changes => {
                let undoing: Undoing<'c> = Box::new(move |undone| {
                    let kept = |change: &&Revision| Some(change.place.file) != file;
                    undone.items[0].revisions = undone.items[0].revisions.iter().filter(kept).cloned().collect();
                });
                of(vec![undoing], (!is_new).then_some(May::Task))
            }
            RecordKind::Findings
            | RecordKind::Notices
            | RecordKind::Verifications
            | RecordKind::Assessments
            | RecordKind::Closings => None,
        }
    }

    /// What the report of a month may have said on the item.
    fn reports<'c>(
        &'c self,
        alone: &Workspace,
        file: Option<FileId>,
        month: Month,
        is_new: bool,
        sealed: &str,
    ) -> Vec<Undoing<'c>> {
        let without = move |undone: &mut Workspace| {
            undone.shares[0].entries.retain(|entry| entry.month != month || Some(entry.place.file) != file);
        };
        let mut undoings: Vec<Undoing<'c>> = vec![Box::new(without)];
        if is_new {
            return undoings;
        }
        let readings = readings(alone, self.closing.month, lag_of(sealed));
        for (reading, detail) in readings {
            undoings.push(Box::new(move |undone| {
                undone.shares[0].entries.retain(|one| one.month != month || !one.reading.is_on_the_same(reading));
                report(undone, month, reading, detail.clone());
            }));
        }
        undoings
    }
}

/// Whether something holds with these changes undone in one way or another.
fn any_undone(alone: &Workspace, set: &[&Candidate<'_>], most: usize, holds: &dyn Fn(&Workspace) -> bool) -> bool {
    let Some((first, rest)) = set.split_first() else {
        return holds(alone);
    };
    first.undoings.iter().take(most).any(|undoing| {
        let mut undone = alone.clone();
        undoing(&mut undone);
        any_undone(&undone, rest, most, holds)
    })
}

impl May {
    /// Whether it may have made a sealed line of what would be found now.
    fn explains(self, undone: &Workspace, now: &str, sealed: &str) -> bool {
        let (now, sealed) = (Words::of(now), Words::of(sealed));
        let is_as_late = (now.bucket, now.lag) == (sealed.bucket, sealed.lag);
        match self {
            Self::Task => !is_as_late || now.by_rule != sealed.by_rule,
            Self::Plan => {
                let recurs = undone.items[0].schedule.recurring().is_some();
                let is_other = now.by_rule != sealed.by_rule || now.is_presumed != sealed.is_presumed;
                if is_as_late { is_other } else { recurs }
            }
        }
    }
}

/// The words of a sealed line.
struct Words<'a> {
    bucket: &'a str,
    lag: &'a str,
    /// The tier, or the one that was withheld.
    by_rule: &'a str,
    is_presumed: bool,
}

impl<'a> Words<'a> {
    fn of(line: &'a str) -> Self {
        let mut words = line.split(' ').skip(2);
        let mut next = || words.next().unwrap_or("");
        let (bucket, lag, tier) = (next(), next(), next());
        let rest: Vec<&str> = words.collect();
        let withheld = rest.iter().find_map(|word| word.strip_prefix(EXEMPT).or_else(|| word.strip_prefix(DISPUTED)));
        Self { bucket, lag, by_rule: withheld.unwrap_or(tier), is_presumed: rest.contains(&"presumed") }
    }
}

/// Sets of so many of the files.
fn choices<'c, 'p>(files: &[&'c Candidate<'p>], size: usize) -> Vec<Vec<&'c Candidate<'p>>> {
    if size == 0 {
        return vec![Vec::new()];
    }
    let with = |at: usize| {
        let rest = choices(&files[at + 1..], size - 1);
        rest.into_iter().map(move |mut rest| {
            rest.insert(0, files[at]);
            rest
        })
    };
    (0..files.len()).flat_map(with).collect()
}

fn register_kind(path: &str) -> Option<RecordKind> {
    let month = path.split('/').nth(1).and_then(|month| Month::parse(month).ok())?;
    RecordKind::ALL.into_iter().map(|(kind, _)| kind).find(|&kind| register_path(month, kind) == path)
}

fn lag_of(sealed: &str) -> Option<Ratio> {
    let (whole, part) = match Words::of(sealed).lag.split_once('/') {
        Some((above, below)) => (above.parse().ok()?, below.parse().ok()?),
        None => (Words::of(sealed).lag.parse().ok()?, 1),
    };
    (part != 0).then(|| Ratio::new(whole, part))
}

/// What a report may have said to come to a lag: for each kind of item everything that makes a difference.
fn readings(alone: &Workspace, month: Month, lag: Option<Ratio>) -> Vec<(Reading, Option<Detail>)> {
    let share = &alone.shares[0];
    let terms = alone.terms(share, AsOf::close_of(month));
    let readings = match terms.schedule {
        Schedule::Curve(curve) => figures(terms, curve, month, lag),
        Schedule::Stages(stages) => {
            let standings = standings(terms, stages, month, lag).into_iter();
            return standings.map(|standing| (Reading::Stages, Some(Detail::Stages(standing)))).collect();
        }
        Schedule::Recurring(recurring) => occurrences(recurring),
        Schedule::Indicator(indicator) => values(indicator),
        Schedule::Standing { .. } | Schedule::Unscheduled => {
            [Ratio::ZERO, Ratio::HUNDRED].into_iter().filter_map(|level| reading(terms, level)).collect()
        }
    };
    readings.into_iter().map(|reading| (reading, None)).collect()
}

fn figures(terms: Terms<'_>, curve: &Curve, month: Month, lag: Option<Ratio>) -> Vec<Reading> {
    levels(curve, month, lag).filter_map(|level| reading(terms, level)).collect()
}

/// What a curve asks for at one time or another, and at the moment that a lag goes back to.
fn levels(curve: &Curve, month: Month, lag: Option<Ratio>) -> impl Iterator<Item = Ratio> {
    let levels = curve.points().iter().map(|point| point.level);
    let asked = lag.map(|lag| curve.required_at(month.close() - lag));
    levels.chain(asked).chain([Ratio::ZERO, Ratio::HUNDRED])
}

/// For each stage: all have reached those before it, and as many as one of its points asks for have gone through it and
/// all behind it.
fn standings(terms: Terms<'_>, stages: &Stages, month: Month, lag: Option<Ratio>) -> Vec<Box<[Figure]>> {
    let (last, Some(amount)) = (stages.all().len() - 1, terms.amount) else {
        return Vec::new();
    };
    let standing = |(at, level): (usize, Ratio)| {
        let through = terms.in_measure(level);
        let mut standing = vec![Figure::ZERO; last + 1];
        if let Some(before) = at.checked_sub(1) {
            standing[before] = Figure::exactly(amount.ratio() - through)?;
        }
        standing[last] = standing[last].plus(Figure::exactly(through)?);
        Some(standing.into())
    };
    let levels = stages.asked().flat_map(|(at, curve)| levels(curve, month, lag).map(move |level| (at, level)));
    levels.filter_map(standing).collect()
}

/// Percent of a share as its unit would have written it.
fn reading(terms: Terms<'_>, level: Ratio) -> Option<Reading> {
    const STEPS: i128 = 10_000;
    let number = terms.in_measure(level);
    let steps = (number.floor_to(STEPS) == number).then(|| number.numerator() * (STEPS / number.denominator()))?;
    let figure = Figure::parse(&format!("{}.{:04}", steps / STEPS, steps % STEPS), 4).ok()?;
    Some(if terms.amount.is_some() { Reading::Done(figure) } else { Reading::Percent(figure) })
}

fn occurrences(recurring: &Recurring) -> Vec<Reading> {
    let dues = recurring.occurrences().iter().map(|one| one.due);
    dues.flat_map(|due| [recurring.done(due), recurring.not_done(due)]).collect()
}

/// For each target one that meets it and some that do not.
fn values(indicator: &Indicator) -> Vec<Reading> {
    let bounds = indicator.targets().iter().flat_map(|target| {
        let beyond = target.upper.plus(Figure::whole(1));
        [target.bound, beyond]
    });
    bounds.chain([Figure::ZERO]).map(Reading::Value).collect()
}

/// Adds what a report said for a month.
fn report(undone: &mut Workspace, month: Month, reading: Reading, detail: Option<Detail>) {
    let place = Place::top_of(FileId(0));
    let ix = ReportIx(undone.reports.len());
    undone.reports.push(Report::in_time(UnitIx(0), month, place.file));
    let share = &mut undone.shares[0];
    let detail = detail.and_then(|detail| share.keep(detail));
    let entries = &mut share.entries;
    let at = entries.partition_point(|entry| entry.month <= month);
    let (on, remarks) = (None, Remarks::None);
    entries.insert(at, Entry { report: ix, month, reading, detail, on, remarks, place, assumed: false });
}

/// One that covers a month.
fn exemption(month: Month) -> Exemption {
    Exemption {
        share: ShareIx(0),
        from: month,
        until: month,
        reason: String::new(),
        reference: String::new(),
        date: month.first_day(),
        place: Place::top_of(FileId(0)),
    }
}
