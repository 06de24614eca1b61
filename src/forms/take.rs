//! A sheet as a report: for each row which item it is about and what it says, with the cell that everything came from.

use std::collections::BTreeMap;

use super::cells::{self};
use super::fault::Refusal;
use super::grid::{Book, Grid};
use super::headings::{self, Headings};
use super::identify::{self, Asked, Owners};
use super::own::{self, Own};
use super::rows::{Rows, titles};
use super::taken::{CellFault, Outside, Remark, Taken, Told};
use crate::edit::{EntryText, ReportText};
use crate::model::{Month, Workspace};
use crate::text::Lang;
use crate::text::forms::Label;

/// Takes what is in a file.
pub fn take(book: &Book, workspace: &Workspace, outside: Outside<'_>, lang: Lang) -> Vec<Told> {
    let whole = |refusal: Refusal| vec![Told { sheet: String::new(), outcome: Err(refusal) }];
    let own = match own::read(book) {
        Ok(own) => own,
        Err(refusal) => return whole(refusal),
    };
    if let Some(own) = &own
        && let Err(refusal) = identify::check_plan(own, workspace)
    {
        return whole(refusal);
    }
    let (sheets, others) = identify::sheets(book, own.as_ref());
    let others = others.into_iter().filter(|sheet| !sheet.cells.is_empty());
    let mut skipped: Vec<String> = others.map(|sheet| sheet.name.clone()).collect();
    let mut told = Vec::new();
    for sheet in sheets {
        let outcome = match headings::find(sheet, lang) {
            Ok(None) => {
                if !sheet.cells.is_empty() {
                    skipped.push(sheet.name.clone());
                }
                continue;
            }
            Ok(Some(headings)) => take_sheet(sheet, headings, own.as_ref(), workspace, outside, lang),
            Err(refusal) => Err(refusal),
        };
        told.push(Told { sheet: sheet.name.clone(), outcome });
    }
    if told.is_empty() {
        return whole(Refusal::NoTable);
    }
    // A table of contents or a sheet of remarks is no form; where something was taken, it is not refused for them.
    let has_taken = told.iter().any(|told| told.outcome.is_ok());
    if has_taken {
        told.retain(|told| {
            let is_other = matches!(told.outcome, Err(Refusal::NoColumn { .. }));
            if is_other {
                skipped.push(told.sheet.clone());
            }
            !is_other
        });
    }
    if let (false, Some(Ok(first))) =
        (skipped.is_empty(), told.iter_mut().map(|told| told.outcome.as_mut()).find(Result::is_ok))
    {
        first.remarks.push(Remark::SheetsSkipped(skipped));
    }
    told
}

fn take_sheet(
    sheet: &Grid,
    headings: Headings,
    own: Option<&Own>,
    workspace: &Workspace,
    outside: Outside<'_>,
    lang: Lang,
) -> Result<Taken, Refusal> {
    let asked = Asked { unit: outside.unit, month: outside.month, file: outside.file };
    let unit = identify::unit(sheet, &headings, own, asked, workspace, lang)?;
    let month = identify::month(sheet, &headings, own, asked, workspace, lang)?;
    let mut reader = Rows {
        sheet,
        headings: &headings,
        own,
        workspace,
        unit,
        month,
        titles: titles(workspace, unit),
        owners: Owners::of(sheet, &headings, workspace),
        faults: Vec::new(),
        entries: Vec::new(),
        skipped: Vec::new(),
        others: Vec::new(),
    };
    let rows: Vec<u32> = sheet.rows().filter(|&row| row > headings.row).collect();
    for row in rows {
        reader.row(row);
    }
    let Rows { mut faults, mut entries, skipped, others, .. } = reader;
    let order = |entry: &EntryText| {
        let items = workspace.items.iter();
        let position = items.clone().position(|item| item.id == entry.item);
        position.unwrap_or(workspace.items.len())
    };
    // In the order of the plan; the rows of one item stay in theirs.
    entries.sort_by_key(|(_, entry)| order(entry));
    let mut remarks = Vec::new();
    let columns = headings::left_out(sheet, &headings);
    if !columns.is_empty() {
        remarks.push(Remark::ColumnsSkipped(columns));
    }
    if !skipped.is_empty() {
        remarks.push(Remark::Skipped(skipped));
    }
    if !others.is_empty() {
        remarks.push(Remark::Others(others));
    }
    let occurrences = occurrences(entries.iter().map(|(_, entry)| entry), month, workspace);
    if own.is_none() && !occurrences.is_empty() {
        remarks.push(Remark::Occurrences(occurrences));
    }
    let mut labelled = BTreeMap::new();
    let mut found = |label: Label| {
        let (at, value) = identify::labelled(sheet, &headings, label)?;
        labelled.insert(label, at);
        Some((at, value))
    };
    let mut submitted = outside.on;
    if let Some(((row, column), value)) = found(Label::Submitted) {
        match cells::day(&value, month) {
            Ok(day) => submitted = Some(day),
            Err(fault) => faults.push(CellFault { row, column, fault }),
        }
    }
    let mut text = |label: Label| found(label).map_or_else(String::new, |(_, value)| cells::words(&value));
    let (reporter, approver) = (text(Label::Reporter), text(Label::Approver));
    let (rows, entries) = entries.into_iter().unzip();
    Ok(Taken {
        unit,
        month,
        report: ReportText {
            remarks: Vec::new(),
            month,
            unit: workspace.unit(unit).id.clone(),
            submitted,
            reporter,
            approver,
            entries,
        },
        faults,
        remarks,
        rows,
        labelled,
        own: own.cloned(),
        headings,
    })
}

/// The recurring items whose entries name no occurrence, with the due month of the one that the loader takes: that whose
/// period holds the month.
fn occurrences<'e>(
    entries: impl Iterator<Item = &'e EntryText>,
    month: Month,
    workspace: &Workspace,
) -> Vec<(String, String)> {
    let taken = |entry: &'e EntryText| {
        let is_named = entry.readings.iter().any(|(key, _)| *key == "occurrence");
        let mut items = workspace.items.iter();
        let item = items.find(|item| item.id == entry.item && !is_named)?;
        let due = item.schedule.recurring()?.holding(month)?.due;
        Some((entry.item.clone(), due.to_string()))
    };
    entries.filter_map(taken).collect()
}
