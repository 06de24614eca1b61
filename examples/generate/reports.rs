//! Report files.

use crate::district::District;
use crate::figures::Reading;
use crate::filing::Filing;
use crate::plan::line;

/// Where a report lies.
pub(crate) fn path(filing: &Filing<'_>, district: &District) -> String {
    let unit = &district.units[filing.unit].id;
    format!("reports/{}/{unit}.toml", filing.month)
}

/// The file of a report.
pub(crate) fn of(filing: &Filing<'_>, district: &District) -> String {
    let mut text = String::from("# 示例数据，非真实情况\n\n");
    line(&mut text, format_args!("month = \"{}\"", filing.month));
    let unit = &district.units[filing.unit].id;
    line(&mut text, format_args!("unit = \"{unit}\""));
    if let Some(day) = filing.submitted {
        line(&mut text, format_args!("submitted = {day}"));
    }
    line(&mut text, format_args!("reporter = \"示例填报人\""));
    line(&mut text, format_args!("approver = \"示例审核人\""));
    for entry in &filing.entries {
        line(&mut text, format_args!("\n[[entries]]"));
        line(&mut text, format_args!("item = \"{}\"", entry.item));
        add(entry.reading, &mut text);
        for (key, words) in [("note", entry.note.as_str()), ("problem", entry.problem), ("next", entry.next)] {
            if !words.is_empty() {
                line(&mut text, format_args!("{key} = \"{words}\""));
            }
        }
    }
    text
}

fn add(reading: Reading, text: &mut String) {
    match reading {
        Reading::Percent(hundredths) => {
            let (whole, part) = (hundredths / 100, hundredths % 100);
            if part == 0 {
                line(text, format_args!("percent = {whole}"));
            } else {
                line(text, format_args!("percent = {whole}.{part:02}"));
            }
        }
        Reading::Done(count) => line(text, format_args!("done = {count}")),
        Reading::Value { parts, of: 10 } => {
            line(text, format_args!("value = {}.{}", parts / 10, parts % 10));
        }
        Reading::Value { parts, of } => {
            line(text, format_args!("value = {}.{:02}", parts / of, parts % of));
        }
        Reading::Occurrence { due, is_done } => {
            if let Some(due) = due {
                line(text, format_args!("occurrence = \"{due}\""));
            }
            if !is_done {
                line(text, format_args!("state = \"problem\""));
            }
        }
        Reading::State { is_normal } => {
            let word = if is_normal { "normal" } else { "problem" };
            line(text, format_args!("state = \"{word}\""));
        }
    }
}
