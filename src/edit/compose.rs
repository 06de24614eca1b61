//! A report file from data, in the layout in which every report is kept: the head, then one block for each entry, with
//! only keys that say something.

use chrono::NaiveDate;

use super::written::{quoted, quoted_list};
use crate::model::Month;
use crate::source::Sources;

/// What to write in a report file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportText {
    /// Lines above everything else, each beginning with `#`.
    pub remarks: Vec<String>,
    /// The month reported on.
    pub month: Month,
    /// The id of the unit.
    pub unit: String,
    /// The day of filing.
    pub submitted: Option<NaiveDate>,
    /// Who wrote it.
    pub reporter: String,
    /// Who signed it off.
    pub approver: String,
    /// Its entries, in the order of the plan.
    pub entries: Vec<EntryText>,
}

/// What to write in one entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntryText {
    /// The id of the item.
    pub item: String,
    /// Keys that give a reading, and their values as TOML.
    pub readings: Vec<(&'static str, String)>,
    /// Remarks.
    pub note: String,
    /// Problems met.
    pub problem: String,
    /// Next steps.
    pub next: String,
    /// Names of evidence files.
    pub attachments: Vec<String>,
}

/// What a line of a report file contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// A remark, a blank line or a heading.
    Frame,
    /// A key of the report.
    Head(&'static str),
    /// A key of an entry, by the position of the entry.
    Entry(usize, &'static str),
}

/// The text of a report file.
pub fn compose(report: &ReportText) -> String {
    let mut text = String::new();
    for (_, line) in lines(report) {
        text.push_str(&line);
        text.push('\n');
    }
    text
}

/// The lines of a report file, and what each of them contains: a fault found in the text is a fault of what it came
/// from.
pub fn lines(report: &ReportText) -> Vec<(Line, String)> {
    let mut lines = Vec::new();
    for remark in &report.remarks {
        lines.push((Line::Frame, remark.clone()));
    }
    if !report.remarks.is_empty() {
        lines.push((Line::Frame, String::new()));
    }
    let head = [
        ("month", Some(quoted(&report.month.to_string()))),
        ("unit", Some(quoted(&report.unit))),
        ("submitted", report.submitted.map(|day| day.to_string())),
        ("reporter", said(&report.reporter)),
        ("approver", said(&report.approver)),
    ];
    lines.extend(head.into_iter().filter_map(|(key, value)| Some((Line::Head(key), format!("{key} = {}", value?)))));
    for (position, entry) in report.entries.iter().enumerate() {
        lines.push((Line::Frame, String::new()));
        lines.push((Line::Frame, "[[entries]]".to_owned()));
        let mut add = |key: &'static str, value: Option<String>| {
            if let Some(value) = value {
                lines.push((Line::Entry(position, key), format!("{key} = {value}")));
            }
        };
        add("item", Some(quoted(&entry.item)));
        for (key, value) in &entry.readings {
            add(key, Some(value.clone()));
        }
        add("note", said(&entry.note));
        add("problem", said(&entry.problem));
        add("next", said(&entry.next));
        let names = &entry.attachments;
        add("attachments", (!names.is_empty()).then(|| quoted_list(names.iter().map(String::as_str))));
    }
    lines
}

fn said(text: &str) -> Option<String> {
    // A line end in a table is one letter here.
    (!text.trim().is_empty()).then(|| quoted(&text.replace('\r', "")))
}

/// The line that tells editors where a file in the folder of a month finds its schema, if the plan has such a line for
/// its own.
pub fn schema_line(sources: &Sources, name: &str) -> Option<String> {
    let mut plan = sources.files.iter().filter(|file| file.path == "plan.toml");
    plan.any(|file| file.text().starts_with("#:schema schemas/")).then(|| format!("#:schema ../../schemas/{name}.json"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_says_something_is_written() {
        let report = ReportText {
            remarks: Vec::new(),
            month: Month::new(2022, 6).expect("a month"),
            unit: "housing".to_owned(),
            submitted: None,
            reporter: " ".to_owned(),
            approver: String::new(),
            entries: vec![EntryText {
                item: "2.1".to_owned(),
                readings: vec![("percent", "35".to_owned())],
                ..EntryText::default()
            }],
        };
        let text = "month = \"2022-06\"\nunit = \"housing\"\n\n[[entries]]\nitem = \"2.1\"\npercent = 35\n";
        assert_eq!(compose(&report), text);
        assert_eq!(lines(&report)[5].0, Line::Entry(0, "percent"));
    }
}
