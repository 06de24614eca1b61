//! Where things stand on a form: what is written here is looked for there.

use crate::text::Lang;
use crate::text::forms::{Column, Label};

/// The row of the title.
pub(super) const TITLE: u32 = 0;
/// The first row of how to fill it in.
pub(super) const HOW_TO: u32 = 1;
/// The row with unit, month and last day.
pub(super) const ABOUT: u32 = 3;
/// The row with what the unit says about its report.
pub(super) const SIGNED: u32 = 4;
/// The row of the headings.
pub(super) const HEADINGS: u32 = 5;
/// The first row of the items.
pub(super) const FIRST: u32 = 6;

/// The name of the sheet that nobody sees.
pub(super) const HIDDEN: &str = "_shangdang";
/// The first cell of the sheet that nobody sees.
pub(super) const MARK: &str = "shangdang-form";
/// The version of the layout.
pub(super) const VERSION: u32 = 1;

/// The number of a column.
pub(super) fn column(column: Column) -> u16 {
    column as u16
}

/// The last column.
pub(super) const LAST: u16 = Column::Next as u16;

/// The width of a column in characters; a Chinese one counts two.
pub(super) fn width(column: Column) -> u32 {
    match column {
        Column::Item | Column::Clause | Column::Measure => 9,
        Column::LastFigure => 12,
        Column::Figure => 13,
        Column::Problem | Column::Next => 18,
        Column::Required | Column::LastWords => 20,
        Column::Title => 22,
        Column::Note => 24,
    }
}

/// Where a label stands, and from where to where what belongs to it.
pub(super) fn label(label: Label) -> (u32, u16, (u16, u16)) {
    match label {
        Label::Unit => (ABOUT, 0, (1, 2)),
        Label::Month => (ABOUT, 3, (4, 5)),
        Label::Until => (ABOUT, 6, (7, 8)),
        Label::Submitted => (SIGNED, 0, (1, 2)),
        Label::Reporter => (SIGNED, 3, (4, 5)),
        Label::Approver => (SIGNED, 6, (7, 8)),
    }
}

/// The address of a cell as office programs show it: C7.
pub fn cell_name(row: u32, column: u32) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = (rest - 1) % 26;
        let letter = char::from_u32(u32::from('A') + digit).expect("there are 26 letters");
        letters.insert(0, letter);
        rest = (rest - 1) / 26;
    }
    format!("{letters}{}", row + 1)
}

/// A file name that every system takes: what Windows refuses becomes a low line.
pub(super) fn file_name(stem: &str) -> String {
    stem.chars()
        .map(|letter| match letter {
            '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' => '_',
            letter if letter.is_control() || crate::source::is_invisible(letter) => '_',
            letter => letter,
        })
        // Systems take 255 bytes, and the ending and a mark of return come behind.
        .take(60)
        .collect::<String>()
        .trim_end_matches(['.', ' '])
        .to_owned()
}

/// The fonts: the usual ones of an office, by name.
pub(super) fn body_font(lang: Lang) -> &'static str {
    lang.pick("宋体", "Calibri")
}

/// The font of titles and headings.
pub(super) fn head_font(lang: Lang) -> &'static str {
    lang.pick("黑体", "Calibri")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_office_programs_do() {
        for (row, column, name) in [(0, 0, "A1"), (6, 25, "Z7"), (0, 26, "AA1"), (9, 701, "ZZ10"), (9, 702, "AAA10")] {
            assert_eq!(cell_name(row, column), name);
        }
    }

    #[test]
    fn file_names_do_on_every_system() {
        assert_eq!(file_name("2022-06-a-区/住建:局?. "), "2022-06-a-区_住建_局_");
    }
}
