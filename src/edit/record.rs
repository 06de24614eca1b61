//! Adds records to the register and sets keys of a record; every other byte of the file stays.

use super::arrange::ItemOrder;
use super::compose::schema_line;
use super::kind::Kind;
use super::report::{NotEdited, appended, bare, set_key};
use super::sheet::{Section, Sheet};
use super::written::quoted;
use super::{format, line_end};
use crate::model::{Month, RecordKind};
use crate::source::Sources;

/// A file of the register without a record.
pub fn new_register(sources: &Sources, month: Month, kind: RecordKind) -> String {
    let schema = schema_line(sources, kind.name());
    let schema = schema.map_or_else(String::new, |line| format!("{line}\n\n"));
    format!("{schema}month = {}\n", quoted(&month.to_string()))
}

/// Adds a record at the end of a file of the register: keys with their values as TOML.
///
/// # Errors
/// [`NotEdited`].
pub fn add_record(text: &str, kind: RecordKind, values: &[(&'static str, String)]) -> Result<String, NotEdited> {
    bare(text, |text| {
        let sheet = Sheet::read(text).ok_or(NotEdited::NotToml)?;
        if !sheet.takes(kind.name()) {
            return Err(NotEdited::InlineEntries);
        }
        let block = block(kind, values).replace('\n', line_end(text));
        Ok(appended(text, &block))
    })
}

/// Sets keys of the record whose heading is on a line, counted from 1.
///
/// # Errors
/// [`NotEdited`].
pub fn set_record(
    text: &str,
    kind: RecordKind,
    line: usize,
    values: &[(&'static str, String)],
) -> Result<String, NotEdited> {
    bare(text, |text| {
        let mut text = text.to_owned();
        for (key, value) in values {
            // Each change moves what is below it, so the text is taken apart again.
            let sheet = Sheet::read(&text).ok_or(NotEdited::NotToml)?;
            let section = section_at(&sheet, &text, kind, line).ok_or(NotEdited::InlineEntries)?;
            text = set_key(&text, section, Kind::Register(kind), key, Some(value));
        }
        Ok(text)
    })
}

fn section_at<'s, 't>(sheet: &'s Sheet<'t>, text: &str, kind: RecordKind, line: usize) -> Option<&'s Section<'t>> {
    sheet.sections().find(|section| {
        section.is_list() && section.path() == [kind.name()] && text[..section.body].lines().count() == line
    })
}

/// A record in the standard layout.
fn block(kind: RecordKind, values: &[(&'static str, String)]) -> String {
    let values = values.iter().map(|(key, value)| format!("{key} = {value}\n"));
    let text = format!("[[{}]]\n{}", kind.name(), values.collect::<String>());
    format(&text, Kind::Register(kind), &ItemOrder::default())
        .expect("a record is written as TOML and means the same laid out")
}

#[cfg(test)]
mod tests {
    use super::{add_record, set_record};
    use crate::edit::{NotEdited, quoted};
    use crate::model::RecordKind;

    const KIND: RecordKind = RecordKind::Notices;

    fn number(number: &str) -> Vec<(&'static str, String)> {
        vec![("number", quoted(number))]
    }

    #[test]
    fn a_record_comes_behind_whatever_is_there() {
        let add = |text: &str| add_record(text, KIND, &number("2")).unwrap();
        let record = "[[notices]]\nnumber = \"2\"\n";
        let month = "month = \"2022-06\"\n";
        assert_eq!(add(month), format!("{month}\n{record}"));
        assert_eq!(add(month.trim_end()), format!("{month}\n{record}"));
        let odd = "\u{FEFF}# 头\nmonth='2022-06'\n\n[[notices]]  # 一\n  number = '1'\n# 尾\n\n";
        assert_eq!(add(odd), format!("{odd}{record}"));
        let windows = "month = \"2022-06\"\r\n";
        assert_eq!(add(windows), format!("{windows}\r\n{}", record.replace('\n', "\r\n")));
    }

    #[test]
    fn nothing_is_added_to_what_is_no_list_of_tables() {
        for text in [
            "notices = []\n",
            "notices.number = \"1\"\n",
            "[notices]\nnumber = \"1\"\n",
            "[notices.number]\n",
            "[[notices.number]]\n",
        ] {
            let added = add_record(text, KIND, &number("2"));
            assert_eq!(added, Err(NotEdited::InlineEntries), "{text}");
        }
        let nested = "[[notices]]\n[notices.number]\n";
        assert!(add_record(nested, KIND, &number("2")).is_ok());
    }

    #[test]
    fn only_the_record_on_the_line_changes() {
        let text = "month = \"2022-06\"\n\n[[notices]]\nnumber = \"1\"  # 一\n\n# 二\n[[notices]]\nnumber = \"2\"\nlifted = 2022-08-01\n";
        let values = [("replied", "2022-07-01".to_owned())];
        assert_eq!(set_record(text, KIND, 7, &values).unwrap(), text.replace("lifted", "replied = 2022-07-01\nlifted"));
        assert_eq!(set_record(text, KIND, 3, &values).unwrap(), text.replace("# 一\n", "# 一\nreplied = 2022-07-01\n"));
    }
}
