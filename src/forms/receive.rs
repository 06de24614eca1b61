//! A sheet as a report: for each row which item it is about and what it says, with the cell that everything came from.

use std::collections::BTreeMap;

use super::cells;
use super::fault::Refusal;
use super::grid::{Book, Grid};
use super::headings::{self, Headings};
use super::identify::{self, Look};
use super::items::{Items, titles};
use super::labels::{all_labelled, labelled};
use super::locked;
use super::naming::Names;
use super::owners::Owners;
use super::received::{CellFault, Outside, ReceivedReport, ReceivedSheet, Remark};
use super::rows::Rows;
use super::sent_form::{self, SentForm};
use super::ticks::Ticks;
use crate::assess::{AsOf, is_expected};
use crate::edit::{EntryText, ReportText};
use crate::model::{Month, UnitIx, Workspace};
use crate::text::Lang;
use crate::text::forms::Label;

/// Reads the reports in a file, sheet by sheet.
pub fn receive(book: &Book, workspace: &Workspace, outside: Outside<'_>, lang: Lang) -> Vec<ReceivedSheet> {
    let whole = |refusal: Refusal| vec![ReceivedSheet { name: String::new(), outcome: Err(refusal) }];
    let sent_form = match sent_form::read(book) {
        Ok(sent_form) => sent_form,
        Err(refusal) => return whole(refusal),
    };
    if let Some(sent_form) = &sent_form
        && let Err(refusal) = identify::check_plan(sent_form, workspace)
    {
        return whole(refusal);
    }
    let names = Names::of(workspace);
    let (sheets, others) = identify::sheets(book, sent_form.as_ref());
    let others = others.into_iter().filter(|sheet| !sheet.cells.is_empty());
    let mut skipped: Vec<String> = others.map(|sheet| sheet.name.clone()).collect();
    let mut outcomes = Vec::new();
    for sheet in sheets {
        let outcome = match headings::find(sheet, lang) {
            Ok(None) => {
                if !sheet.cells.is_empty() {
                    skipped.push(sheet.name.clone());
                }
                continue;
            }
            Ok(Some(headings)) => receive_sheet(sheet, headings, sent_form.as_ref(), &names, workspace, outside, lang),
            Err(refusal) => Err(refusal),
        };
        outcomes.push(ReceivedSheet { name: sheet.name.clone(), outcome });
    }
    if outcomes.is_empty() {
        return whole(Refusal::NoTable);
    }
    // A table of contents or a sheet of remarks is no form; where something was received, it is not refused for them.
    let has_received = outcomes.iter().any(|received| received.outcome.is_ok());
    if has_received {
        outcomes.retain(|received| {
            let is_other = matches!(received.outcome, Err(Refusal::NoColumn { .. }));
            if is_other {
                skipped.push(received.name.clone());
            }
            !is_other
        });
    }
    if let (false, Some(Ok(first))) =
        (skipped.is_empty(), outcomes.iter_mut().map(|received| received.outcome.as_mut()).find(Result::is_ok))
    {
        first.remarks.push(Remark::SheetsSkipped(skipped));
    }
    outcomes
}

fn receive_sheet(
    sheet: &Grid,
    headings: Headings,
    sent_form: Option<&SentForm>,
    names: &Names<'_>,
    workspace: &Workspace,
    outside: Outside<'_>,
    lang: Lang,
) -> Result<ReceivedReport, Refusal> {
    let Outside { unit, month, file, .. } = outside;
    let look = Look { sheet, headings: &headings, sent_form, names, workspace, unit, month, file, lang };
    look.refuse_samples()?;
    let (unit, month) = look.unit_and_month()?;
    let mut reader = Rows {
        sheet,
        headings: &headings,
        sent_form,
        workspace,
        unit,
        month,
        items: Items { is_serial: headings.is_serial, sheet, workspace, unit, names, titles: titles(workspace, unit) },
        owners: Owners::of(sheet, &headings, names),
        is_below_others: false,
        names,
        measure: all_labelled(sheet, &headings, Label::Unit)
            .map(|(_, value)| value.shown())
            .find(|written| look.is_measure(written)),
        section: None,
        faults: Vec::new(),
        entries: Vec::new(),
        staged: Vec::new(),
        ticks: Ticks::default(),
        skipped: Vec::new(),
        others: Vec::new(),
    };
    let rows: Vec<u32> = sheet.rows().filter(|&row| row > headings.row).collect();
    for row in rows {
        reader.row(row);
    }
    reader.above();
    reader.gather_stages();
    let Rows { mut faults, mut entries, ticks, skipped, others, .. } = reader;
    entries.extend(ticks.entries(workspace, unit, month));
    let order = |entry: &EntryText| {
        let items = workspace.items.iter();
        let position = items.clone().position(|item| item.id == entry.item);
        position.unwrap_or(workspace.items.len())
    };
    // In the order of the plan; the rows of one item stay in theirs.
    entries.sort_by_key(|(_, entry)| order(entry));
    let mut remarks = Vec::new();
    let columns = headings::left_out(sheet, &headings, &workspace.plan);
    if !columns.is_empty() {
        remarks.push(Remark::ColumnsSkipped(columns));
    }
    if !skipped.is_empty() {
        remarks.push(Remark::Skipped(skipped));
    }
    if !others.is_empty() {
        remarks.push(Remark::Others(others));
    }
    if let Some(sent_form) = sent_form {
        let cells = locked::differing(sheet, sent_form, unit, workspace);
        remarks.extend((!cells.is_empty()).then_some(Remark::Locked(cells)));
    }
    if outside.month.is_none() {
        remarks.extend(other_month(unit, month, workspace).map(Remark::OtherMonth));
    }
    let occurrences = occurrences(entries.iter().map(|(_, entry)| entry), month, workspace);
    if sent_form.is_none() && !occurrences.is_empty() {
        remarks.push(Remark::Occurrences(occurrences));
    }
    let mut places = BTreeMap::new();
    let mut found = |label: Label| {
        let (at, value) = labelled(sheet, &headings, label)?;
        places.insert(label, at);
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
    Ok(ReceivedReport {
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
        labelled: places,
        sent_form: sent_form.cloned(),
        headings,
    })
}

/// The newest month with reports, where a month is neither that one nor the one after it, nor the next for which the
/// unit is asked.
fn other_month(unit: UnitIx, month: Month, workspace: &Workspace) -> Option<Month> {
    let newest = workspace.reports.iter().map(|report| report.month).max()?;
    let mut ahead = newest.plus(1).through(workspace.plan.track_until);
    let next = ahead.find(|&ahead| is_expected(workspace, unit, AsOf::close_of(ahead)));
    (!(newest..=newest.plus(1)).contains(&month) && next != Some(month)).then_some(newest)
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
