//! `collect`: what units send back becomes reports, or goes back with its faults marked.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};
use chrono::NaiveDate;
use clap::Args;

use super::options::Delivery;
use super::{Context, Exit, Outcome, names, open, root};
use crate::assess::{AsOf, Filing};
use crate::disk::{self, Expected, PutError};
use crate::forms::{
    Book, Faulty, MOST_BYTES, Outside, Settled, Standing, Taken, Told, read, returned,
    returned_name, settle_all, take, unreported,
};
use crate::load::load;
use crate::model::{Month, UnitIx, Workspace};
use crate::source::{Content, Sources};
use crate::text::cli as words;
use crate::text::forms::{Fate, Refusal, origin};
use crate::text::{Lang, forms as said};
use crate::views::{Collected, CollectedSheet, Received, SentBack, Warning};

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub struct Arguments {
    #[arg(required = true, id = "tables")]
    tables: Vec<PathBuf>,
    #[arg(short, long, id = "collect-month")]
    month: Option<String>,
    #[arg(short, long, id = "collect-unit")]
    unit: Option<String>,
    #[arg(long, id = "on")]
    on: Option<String>,
    #[arg(long)]
    replace: bool,
    #[arg(short = 'n', long = "dry-run", id = "dry-run")]
    dry_run: bool,
    #[arg(long)]
    returns: Option<PathBuf>,
    #[command(flatten)]
    delivery: Delivery,
}

/// A file and its name as shown.
type Named = (PathBuf, String);

/// A file that was named or found.
struct File {
    path: PathBuf,
    shown: String,
    /// Its cells, where it could be read.
    book: Option<Book>,
}

/// A sheet on its way: from which file, and what has become of it so far.
struct Sheet {
    file: usize,
    name: String,
    outcome: Result<Taken, Refusal>,
    row: CollectedSheet,
}

/// Runs it.
///
/// # Errors
/// A month or unit that does not exist; a path that is not there; a file that cannot be written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let opened = match open(context)? {
        Ok(opened) => opened,
        Err(refused) => return Ok(refused),
    };
    let root = root(context)?;
    let workspace = &opened.workspace;
    let month = arguments.month.as_deref();
    let month = month
        .map(|month| names::month(Some(month), None, workspace, lang))
        .transpose()?;
    let unit = arguments.unit.as_deref();
    let unit = unit
        .map(|unit| names::unit(unit, workspace, lang))
        .transpose()?;
    let on = arguments.on.as_deref();
    let on = on.map(|day| names::day(day, lang)).transpose()?;
    let (paths, skipped) = paths(&arguments.tables, context)?;
    let mut files = Vec::new();
    let mut sheets = Vec::new();
    for (path, shown) in paths {
        let (book, told) = look(&path, &shown, workspace, (unit, month, on), lang);
        let file = files.len();
        sheets.extend(
            told.into_iter()
                .map(|told| sheet(told, file, &shown, workspace)),
        );
        files.push(File { path, shown, book });
    }
    refuse_twice(&mut sheets, &files, lang);
    let mut office = Office {
        root: &root,
        sources: opened.sources,
        workspace: workspace.clone(),
        replaces: arguments.replace,
        is_trial: arguments.dry_run,
        lang,
    };
    office.receive_all(&mut sheets);
    if !arguments.dry_run {
        send_back(
            &mut sheets,
            &files,
            arguments.returns.as_deref(),
            &office,
            context,
        )?;
    }
    let mut months: Vec<Month> = sheets.iter().filter_map(|sheet| sheet.row.month).collect();
    months.sort_unstable();
    months.dedup();
    let view = Collected {
        received: months
            .into_iter()
            .map(|month| received(&office.workspace, month))
            .collect(),
        sheets: sheets.into_iter().map(|sheet| sheet.row).collect(),
        skipped,
        is_trial: arguments.dry_run,
        lang,
    };
    let exit = if view.has_refused() {
        Exit::No
    } else {
        Exit::Fine
    };
    arguments.delivery.deliver(&view, context, exit)
}

/// The files to look at, each with its name as shown, and the names of others.
fn paths(named: &[PathBuf], context: &Context) -> Result<(Vec<Named>, Vec<String>)> {
    let mut files: Vec<Named> = Vec::new();
    let mut skipped = Vec::new();
    for path in named {
        let shown = path.display().to_string();
        let inbox = disk::inbox(&context.here.join(path))
            .map_err(|error| anyhow!(words::cannot_read(&shown, &error, context.lang)))?;
        skipped.extend(inbox.others);
        for file in inbox.tables {
            let shown = shown_path(&file, context);
            if !files.iter().any(|(known, _)| *known == file) {
                files.push((file, shown));
            }
        }
    }
    Ok((files, skipped))
}

/// A path as people see it: from the current folder on where it lies there, with `/` on every system.
fn shown_path(path: &Path, context: &Context) -> String {
    let inside = path.strip_prefix(&context.here).unwrap_or(path);
    let shown = inside.display().to_string();
    shown.replace(std::path::MAIN_SEPARATOR, "/")
}

/// Reads a file and takes what is in it.
fn look(
    path: &Path,
    shown: &str,
    workspace: &Workspace,
    (unit, month, on): (Option<UnitIx>, Option<Month>, Option<NaiveDate>),
    lang: Lang,
) -> (Option<Book>, Vec<Told>) {
    let refused = |refusal: Refusal| {
        vec![Told {
            sheet: String::new(),
            outcome: Err(refusal),
        }]
    };
    let bytes = match disk::bytes_up_to(path, MOST_BYTES) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::InvalidInput => {
            return (None, refused(Refusal::NotAWorkbook));
        }
        Err(error) => {
            let why = words::system(&error, lang);
            return (None, refused(Refusal::Unreadable(why)));
        }
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let file = name.rsplit_once('.').map_or(&*name, |(stem, _)| stem);
    let outside = Outside {
        unit,
        month,
        on,
        file,
    };
    match read(&bytes, shown) {
        Ok(book) => {
            let told = take(&book, workspace, outside, lang);
            (Some(book), told)
        }
        Err(refusal) => (None, refused(refusal)),
    }
}

fn sheet(told: Told, file: usize, shown: &str, workspace: &Workspace) -> Sheet {
    let unit = told.outcome.as_ref().ok().map(|taken| {
        let unit = workspace.unit(taken.unit);
        (unit.id.clone(), unit.name.clone())
    });
    Sheet {
        file,
        row: CollectedSheet {
            file: shown.to_owned(),
            sheet: told.sheet.clone(),
            unit,
            month: told.outcome.as_ref().ok().map(|taken| taken.month),
            fate: Fate::Refused,
            path: None,
            entries: 0,
            refusal: None,
            faults: Vec::new(),
            differences: Vec::new(),
            warnings: Vec::new(),
            remarks: Vec::new(),
            unreported: Vec::new(),
            copy: None,
        },
        name: told.sheet,
        outcome: told.outcome,
    }
}

/// Of several sheets for one unit and month none is taken: which one holds is for people to say.
fn refuse_twice(sheets: &mut [Sheet], files: &[File], lang: Lang) {
    let mut same: BTreeMap<(UnitIx, Month), Vec<usize>> = BTreeMap::new();
    for (at, sheet) in sheets.iter().enumerate() {
        if let Ok(taken) = &sheet.outcome {
            same.entry((taken.unit, taken.month)).or_default().push(at);
        }
    }
    for group in same.values().filter(|group| group.len() > 1) {
        let names: Vec<String> = group
            .iter()
            .map(|&at| origin(&files[sheets[at].file].shown, &sheets[at].name, lang))
            .collect();
        for (position, &at) in group.iter().enumerate() {
            let mut others = names.clone();
            others.remove(position);
            sheets[at].outcome = Err(Refusal::Twice { others });
        }
    }
}

/// The workspace while reports come in.
struct Office<'a> {
    root: &'a Path,
    sources: Sources,
    workspace: Workspace,
    replaces: bool,
    is_trial: bool,
    lang: Lang,
}

impl Office<'_> {
    /// Takes the sheets in, or says why not. The months of one unit come in their order, in a round each: what is lower
    /// than the month before is seen only once that is in.
    fn receive_all(&mut self, sheets: &mut [Sheet]) {
        let mut of_unit: BTreeMap<UnitIx, Vec<(Month, usize)>> = BTreeMap::new();
        for (at, sheet) in sheets.iter_mut().enumerate() {
            match &sheet.outcome {
                Ok(taken) => {
                    let months = of_unit.entry(taken.unit).or_default();
                    months.push((taken.month, at));
                }
                Err(refusal) => sheet.row.refusal = Some(refusal.clone()),
            }
        }
        let mut rounds: BTreeMap<usize, usize> = BTreeMap::new();
        for months in of_unit.values_mut() {
            months.sort_unstable();
            rounds.extend(
                months
                    .iter()
                    .enumerate()
                    .map(|(round, &(_, at))| (at, round)),
            );
        }
        let last = rounds.values().copied().max();
        for round in 0..=last.unwrap_or(0) {
            let mut now: Vec<(&mut Taken, &mut CollectedSheet)> = sheets
                .iter_mut()
                .enumerate()
                .filter(|(at, _)| rounds.get(at) == Some(&round))
                .filter_map(|(_, sheet)| Some((sheet.outcome.as_mut().ok()?, &mut sheet.row)))
                .collect();
            let mut taken: Vec<&mut Taken> =
                now.iter_mut().map(|(taken, _)| &mut **taken).collect();
            let settled = settle_all(&mut taken, &self.sources, &self.workspace, self.lang);
            for ((taken, row), settled) in now.into_iter().zip(settled) {
                self.receive(taken, row, settled);
            }
            if let Some(workspace) = load(&self.sources).workspace {
                self.workspace = workspace;
            }
        }
    }

    /// Takes a sheet in that was held against the workspace, or says why not.
    fn receive(
        &mut self,
        taken: &Taken,
        row: &mut CollectedSheet,
        settled: Result<Option<Settled>, Refusal>,
    ) {
        row.entries = taken.report.entries.len();
        let settled = match settled {
            Ok(settled) => settled,
            Err(refusal) => {
                row.refusal = Some(refusal);
                return;
            }
        };
        row.remarks.clone_from(&taken.remarks);
        let Some(settled) = settled else {
            row.faults.clone_from(&taken.faults);
            return;
        };
        row.unreported = unreported(&self.workspace, taken, self.lang);
        row.path = Some(settled.path.clone());
        let fate = match &settled.standing {
            Standing::Unchanged => {
                row.fate = Fate::Unchanged;
                return;
            }
            Standing::New => Fate::Taken,
            Standing::Differs {
                differences,
                has_comments,
                is_draft,
            } => {
                row.differences.clone_from(differences);
                if *is_draft && self.replaces {
                    row.warnings.push(Warning::Draft);
                }
                row.warnings
                    .extend(has_comments.then_some(Warning::CommentsLost));
                if !self.replaces {
                    row.refusal = Some(if *is_draft {
                        Refusal::Drafted
                    } else {
                        Refusal::Filed
                    });
                    return;
                }
                Fate::Replaced
            }
        };
        // What is taken already stays taken, and is shown: one report that cannot be written is refused like any other.
        if !self.is_trial
            && let Err(refusal) = self.write(&settled)
        {
            row.refusal = Some(refusal);
            return;
        }
        row.fate = fate;
        let text = Content::Text(settled.text);
        self.sources.put(&settled.path, text);
    }

    /// Writes a report; not where somebody has changed the file since it was read.
    fn write(&self, settled: &Settled) -> Result<(), Refusal> {
        let path = &settled.path;
        let system = |error: &std::io::Error| {
            Refusal::NotWritten(path.clone(), words::system(error, self.lang))
        };
        let old = disk::fetch(self.root, path).map_err(|error| system(&error))?;
        let file = self.sources.files.iter().find(|file| file.path == *path);
        let is_as_read = match (&old, file) {
            (None, None) => true,
            (Some(old), Some(file)) => Content::decode(old.clone()) == file.content,
            _ => false,
        };
        if !is_as_read {
            return Err(Refusal::Changed);
        }
        let expected = old.as_deref().map_or(Expected::Absent, Expected::Unchanged);
        let text = settled.text.as_bytes();
        disk::put(self.root, path, expected, text).map_err(|error| match error {
            PutError::Appeared | PutError::Changed => Refusal::Changed,
            PutError::System(error) => system(&error),
            PutError::Outside(to) => Refusal::LeadsOutside(path.clone(), to.display().to_string()),
        })
    }
}

/// Writes the copies that go back: one for each file with faulty cells.
fn send_back(
    sheets: &mut [Sheet],
    files: &[File],
    returns: Option<&Path>,
    office: &Office<'_>,
    context: &Context,
) -> Result<()> {
    let lang = context.lang;
    for (number, file) in files.iter().enumerate() {
        let faulty: Vec<Faulty<'_>> = sheets
            .iter()
            .filter(|sheet| sheet.file == number && !sheet.row.faults.is_empty())
            .filter_map(|sheet| {
                let taken = sheet.outcome.as_ref().ok()?;
                let sheet = &sheet.name;
                Some(Faulty { sheet, taken })
            })
            .collect();
        let (Some(book), false) = (&file.book, faulty.is_empty()) else {
            continue;
        };
        let bytes = returned(book, &faulty, &office.workspace, lang)
            .with_context(|| words::cannot_make(&file.shown, lang))?;
        let inbox = file.path.parent().unwrap_or(&context.here);
        let beside = || inbox.join(said::returned(lang));
        let folder = returns.map_or_else(beside, |folder| context.here.join(folder));
        let name = file.path.file_name().unwrap_or_default().to_string_lossy();
        let path = folder.join(returned_name(&name, lang));
        let shown = shown_path(&path, context);
        let written = disk::make_folder(&folder).and_then(|()| disk::write(&path, &bytes));
        let copy = match written {
            Ok(()) => SentBack::At(shown),
            Err(error) => SentBack::Not(words::cannot_write(&shown, &error, lang)),
        };
        for sheet in sheets.iter_mut() {
            if sheet.file == number && !sheet.row.faults.is_empty() {
                sheet.row.copy = Some(copy.clone());
            }
        }
    }
    Ok(())
}

fn received(workspace: &Workspace, month: Month) -> Received {
    let filing = Filing::of(workspace, AsOf::close_of(month));
    let name = |unit: &UnitIx| workspace.unit(*unit).name.clone();
    Received {
        month,
        received: filing.received.len(),
        expected: filing.expected.len(),
        missing: filing.missing.iter().map(name).collect(),
    }
}
