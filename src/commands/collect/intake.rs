//! The workspace while reports come in, one round for each month of a unit.

use std::collections::BTreeMap;

use super::tables::Sheet;
use crate::assess::{AsOf, Assessment, assess};
use crate::closing;
use crate::commands::session::Session;
use crate::commands::writing::Original;
use crate::disk::WriteError;
use crate::forms::{AgainstFiled, ReceivedReport, Reconciled, Refusal, reconcile_all, unreported};
use crate::load::load;
use crate::model::{Month, UnitIx, Workspace};
use crate::source::{Content, Sources};
use crate::text::cli as words;
use crate::text::forms::Fate;
use crate::views::{CollectedSheet, Moved, Results, Warning};

/// The workspace while reports come in.
pub(super) struct Intake<'a> {
    pub(super) session: Session<'a>,
    pub(super) replaces: bool,
    pub(super) is_trial: bool,
}

impl Intake<'_> {
    /// Takes the sheets in, or says why not. The months of one unit come in their order, in a round each: what is lower
    /// than the month before is seen only once that is in.
    pub(super) fn admit_all(&mut self, sheets: &mut [Sheet]) {
        let before = (self.session.sources.clone(), self.session.workspace.clone());
        self.take_all(sheets);
        self.show_moved(sheets, &before);
    }

    /// What the figures that were taken make of the verdicts, at the close of their months.
    fn show_moved(&self, sheets: &mut [Sheet], before: &(Sources, Workspace)) {
        let Session { sources, workspace, context, .. } = &self.session;
        let mut assessed: BTreeMap<Month, [Assessment; 2]> = BTreeMap::new();
        for sheet in sheets.iter_mut().filter(|sheet| matches!(sheet.row.fate, Fate::Taken | Fate::Replaced)) {
            let Ok(received) = &sheet.outcome else { continue };
            let as_of = AsOf::close_of(received.month);
            let [old, new] =
                assessed.entry(received.month).or_insert_with(|| [assess(&before.1, as_of), assess(workspace, as_of)]);
            let old = Results { sources: &before.0, workspace: &before.1, assessment: old };
            let new = Results { sources, workspace, assessment: new };
            let shares = workspace.shares_by(received.unit).map(|(share, _)| Moved::of(old, new, share, context.lang));
            sheet.row.moved = shares.filter(Moved::is_verdict_worth_saying).collect();
        }
    }

    fn take_all(&mut self, sheets: &mut [Sheet]) {
        let mut of_unit: BTreeMap<UnitIx, Vec<(Month, usize)>> = BTreeMap::new();
        for (at, sheet) in sheets.iter_mut().enumerate() {
            match &sheet.outcome {
                Ok(received) => {
                    of_unit.entry(received.unit).or_default().push((received.month, at));
                }
                Err(refusal) => sheet.row.refusal = Some(refusal.clone()),
            }
        }
        let mut rounds: BTreeMap<usize, usize> = BTreeMap::new();
        for months in of_unit.values_mut() {
            months.sort_unstable();
            rounds.extend(months.iter().enumerate().map(|(round, &(_, at))| (at, round)));
        }
        let last = rounds.values().copied().max();
        for round in 0..=last.unwrap_or(0) {
            let mut now: Vec<(&mut ReceivedReport, &mut CollectedSheet)> = sheets
                .iter_mut()
                .enumerate()
                .filter(|(at, _)| rounds.get(at) == Some(&round))
                .filter_map(|(_, sheet)| Some((sheet.outcome.as_mut().ok()?, &mut sheet.row)))
                .collect();
            let mut received: Vec<&mut ReceivedReport> = now.iter_mut().map(|(received, _)| &mut **received).collect();
            let Session { sources, workspace, context, .. } = &self.session;
            let (reconciled, joined) = reconcile_all(&mut received, sources, workspace, context.lang);
            let mut is_all = true;
            for ((received, row), reconciled) in now.into_iter().zip(reconciled) {
                self.admit(received, row, reconciled);
                is_all &= matches!(row.fate, Fate::Taken | Fate::Replaced) && row.refusal.is_none();
            }
            // Where all are in, the files are those that the sheets were held against.
            let joined = if is_all { joined } else { load(&self.session.sources).workspace };
            if let Some(workspace) = joined {
                self.session.workspace = workspace;
            }
        }
    }

    /// Takes a sheet in that was held against the workspace, or says why not.
    fn admit(
        &mut self,
        received: &ReceivedReport,
        row: &mut CollectedSheet,
        reconciled: Result<Option<Reconciled>, Refusal>,
    ) {
        row.entries = received.report.entries.len();
        let reconciled = match reconciled {
            Ok(reconciled) => reconciled,
            Err(refusal) => {
                row.refusal = Some(refusal);
                return;
            }
        };
        row.remarks.clone_from(&received.remarks);
        let Some(reconciled) = reconciled else {
            row.faults.clone_from(&received.faults);
            return;
        };
        row.unreported = unreported(&self.session.workspace, received, self.session.context.lang);
        row.path = Some(reconciled.path.clone());
        let fate = match &reconciled.against_filed {
            AgainstFiled::Unchanged => {
                row.fate = Fate::Unchanged;
                return;
            }
            AgainstFiled::New => Fate::Taken,
            AgainstFiled::Differs { differences, has_comments, is_draft } => {
                row.differences.clone_from(differences);
                if *is_draft && self.replaces {
                    row.warnings.push(Warning::Draft);
                }
                row.warnings.extend(has_comments.then_some(Warning::CommentsLost));
                if !self.replaces {
                    row.refusal = Some(if *is_draft { Refusal::Drafted } else { Refusal::Filed });
                    return;
                }
                Fate::Replaced
            }
        };
        let closed = closing::resting_on(&self.session.workspace, received.month).next();
        row.closed = closed.map(|closing| (closing.month, closing.date));
        // What is taken already stays taken, and is shown: one report that cannot be written is refused like any other.
        if !self.is_trial
            && let Err(refusal) = self.write(&reconciled)
        {
            row.refusal = Some(refusal);
            return;
        }
        row.fate = fate;
        self.session.sources.replace(&reconciled.path, Content::Text(reconciled.text));
    }

    /// Writes a report; not where somebody has changed the file since it was read.
    fn write(&self, reconciled: &Reconciled) -> Result<(), Refusal> {
        let path = &reconciled.path;
        let lang = self.session.context.lang;
        let system =
            |error: &std::io::Error| Refusal::NotWritten { path: path.clone(), why: words::system(error, lang) };
        let original = Original::fetch(&self.session.root, path).map_err(|error| system(&error))?;
        if !original.is_as_read(&self.session.sources) {
            return Err(Refusal::Changed);
        }
        original.write(&reconciled.text).map_err(|error| match error {
            WriteError::Appeared | WriteError::Changed => Refusal::Changed,
            WriteError::System(error) => system(&error),
            WriteError::Outside(to) => Refusal::LeadsOutside { path: path.clone(), to: to.display().to_string() },
        })
    }
}
