//! A form as a workbook: locked but for its input cells, with a drop-down or a rule on each of them, ready to print.
//! The same form gives the same bytes.

#![expect(
    clippy::disallowed_types,
    reason = "workbooks keep numbers in binary floating point; nothing is computed with them here"
)]

use std::collections::BTreeMap;

use chrono::Datelike;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime, Format,
    FormatAlign, FormatBorder, Formula, Note, ProtectionOptions, Workbook, Worksheet, XlsxError,
};
use unicode_width::UnicodeWidthStr;

use super::form::{Form, Row};
use super::grid::Value;
use super::layout::{self, body_font, cell_name, head_font};
use super::limits::cut;
use super::wanted::Wanted;
use crate::document::{self, clean};
use crate::model::{Figure, Month, State};
use crate::text::forms::{self as words, Column, Label};
use crate::text::{Lang, terms};

/// The most points a row may be high, and the least for comfort.
const HEIGHTS: (usize, usize) = (400, 30);

/// What was typed into a form, by row and column.
pub(super) type Typed = BTreeMap<(u32, u16), Value>;
/// What is wrong, by row and column.
pub(super) type Marks = BTreeMap<(u32, u16), String>;

/// The bytes of an empty form.
///
/// # Errors
/// Where the workbook cannot be made, which would be a fault of this program.
pub fn workbook(form: &Form, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    filled(form, &Typed::new(), &Marks::new(), lang)
}

/// The bytes of a form with what was typed into it and what is wrong with that.
pub(super) fn filled(form: &Form, typed: &Typed, marks: &Marks, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(form, lang)?);
    let page = Page { form, typed, marks, lang };
    let sheet = workbook.add_worksheet();
    page.frame(sheet)?;
    page.above(sheet)?;
    page.headings(sheet)?;
    for (row, asked) in (layout::FIRST..).zip(&form.rows) {
        page.row(sheet, row, asked)?;
    }
    if form.rows.is_empty() {
        let said = page.format(Look::Locked);
        sheet.merge_range(layout::FIRST, 0, layout::FIRST, layout::LAST, words::nothing_open(lang), &said)?;
        sheet.set_row_height(layout::FIRST, 30)?;
    }
    let name = sheet.name();
    hidden(workbook.add_worksheet(), form, &name)?;
    workbook.save_to_buffer()
}

/// The same form gives the same bytes: it was made on the first day of its month.
pub(super) fn properties(form: &Form, lang: Lang) -> Result<DocProperties, XlsxError> {
    Ok(DocProperties::new()
        .set_title(words::title(&form.plan, form.month, form.is_sample, lang))
        .set_creation_datetime(&born(form.month)?))
}

/// The first day of a month, as workbooks keep days.
pub(super) fn born(month: Month) -> Result<ExcelDateTime, XlsxError> {
    day(month.first_day())
}

fn day(day: chrono::NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year()).unwrap_or(1900);
    let number = |number: u32| u8::try_from(number).unwrap_or(1);
    ExcelDateTime::from_ymd(year, number(day.month()), number(day.day()))
}

/// The sheet that nobody sees: what the form was made for.
fn hidden(sheet: &mut Worksheet, form: &Form, seen: &str) -> Result<(), XlsxError> {
    sheet.set_name(layout::HIDDEN)?;
    sheet.set_very_hidden(true);
    let head = [
        (layout::MARK, layout::VERSION.to_string()),
        ("plan", form.plan.clone()),
        ("unit", form.unit.clone()),
        ("month", form.month.to_string()),
        ("sheet", seen.to_owned()),
    ];
    for (row, (key, value)) in (0..).zip(&head) {
        sheet.write_string(row, 0, *key)?;
        sheet.write_string(row, 1, value)?;
    }
    for (row, asked) in (5..).zip(&form.rows) {
        let at = row - 5 + layout::FIRST + 1;
        sheet.write_string(row, 0, "row")?;
        sheet.write_string(row, 1, at.to_string())?;
        sheet.write_string(row, 2, &asked.item)?;
        let occurrence = asked.occurrence.map(|due| due.to_string());
        sheet.write_string(row, 3, occurrence.or_else(|| asked.stage.clone()).unwrap_or_default())?;
    }
    Ok(())
}

/// How a cell looks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Title,
    HowTo,
    Label,
    Locked,
    Centred,
    Muted,
    Heading,
    InputHeading,
    Input,
    InputCentred,
    InputDay,
}

struct Page<'a> {
    form: &'a Form,
    typed: &'a Typed,
    marks: &'a Marks,
    lang: Lang,
}

impl Page<'_> {
    fn frame(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let lang = self.lang;
        sheet.set_name(words::sheet(self.form.month, lang))?;
        for column in Column::ALL {
            sheet.set_column_width(layout::column(column), layout::width(column))?;
        }
        sheet.set_freeze_panes(layout::FIRST, 2)?;
        sheet.set_landscape();
        sheet.set_paper_size(9);
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
        sheet.set_repeat_rows(layout::HEADINGS, layout::HEADINGS)?;
        sheet.set_print_center_horizontally(true);
        let last = u32::try_from(self.form.rows.len().max(1)).unwrap_or(u32::MAX);
        sheet.set_print_area(0, 0, layout::FIRST + last - 1, layout::LAST)?;
        sheet.set_footer(format!("&C&9{}", words::page_of(lang)));
        sheet.set_screen_gridlines(false);
        sheet.protect_with_options(&ProtectionOptions {
            format_columns: true,
            format_rows: true,
            ..ProtectionOptions::new()
        });
        // Ids look like numbers on purpose.
        if !self.form.rows.is_empty() {
            sheet.ignore_error_range(
                layout::FIRST,
                0,
                layout::FIRST + last - 1,
                layout::LAST,
                rust_xlsxwriter::IgnoreError::NumberStoredAsText,
            )?;
        }
        Ok(())
    }

    /// Title, how to fill it in, and the cells about the report.
    fn above(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let (form, lang) = (self.form, self.lang);
        let title = words::title(&form.plan, form.month, form.is_sample, lang);
        let format = self.format(Look::Title);
        sheet.merge_range(layout::TITLE, 0, layout::TITLE, layout::LAST, &title, &format)?;
        sheet.set_row_height(layout::TITLE, 34)?;
        let format = self.format(Look::HowTo);
        for (row, line) in (layout::HOW_TO..).zip(words::how_to(lang)) {
            sheet.merge_range(row, 0, row, layout::LAST, line, &format)?;
            sheet.set_row_height(row, 18)?;
        }
        for label in Label::ALL {
            let (row, at, (from, to)) = layout::label(label);
            sheet.set_row_height(row, 24)?;
            let format = self.format(Look::Label);
            sheet.write_string_with_format(row, at, words::label(label, lang), &format)?;
            let (look, value) = match label {
                Label::Unit => (Look::Locked, form.unit_name.clone()),
                Label::Month => (Look::Locked, terms::month(form.month, lang)),
                Label::Until => (Look::Locked, form.until(lang)),
                Label::Submitted => (Look::InputDay, String::new()),
                Label::Reporter | Label::Approver => (Look::Input, String::new()),
            };
            let format = self.input_format((row, from), look);
            sheet.merge_range(row, from, row, to, &value, &format)?;
            self.fill(sheet, (row, from), &format)?;
            if label == Label::Submitted {
                let (first, last) = (form.month.first_day(), form.month.plus(12).last_day());
                let rule = DataValidation::new()
                    .allow_date(DataValidationRule::Between(day(first)?, day(last)?))
                    .set_input_message(words::day_prompt(lang))?
                    .set_error_title(words::wrong_entry(lang))?
                    .set_error_message(words::day_prompt(lang))?;
                sheet.add_data_validation(row, from, row, from, &rule)?;
            }
        }
        Ok(())
    }

    fn headings(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        for column in Column::ALL {
            let look = if column.is_input() { Look::InputHeading } else { Look::Heading };
            let (format, at) = (self.format(look), layout::column(column));
            let heading = words::heading(column, self.lang);
            sheet.write_string_with_format(layout::HEADINGS, at, heading, &format)?;
        }
        sheet.set_row_height(layout::HEADINGS, 32)?;
        Ok(())
    }

    fn row(&self, sheet: &mut Worksheet, row: u32, asked: &Row) -> Result<(), XlsxError> {
        let mut height = HEIGHTS.1;
        for column in Column::ALL {
            let at = layout::column(column);
            let (text, look) = match column {
                Column::Item => (asked.id(self.lang), Look::Centred),
                Column::Title => (asked.title.clone(), Look::Locked),
                Column::Clause => (asked.clause.clone(), Look::Centred),
                Column::Required => (asked.required.clone(), Look::Locked),
                Column::LastFigure => (asked.last.clone(), Look::Muted),
                Column::LastWords => (asked.last_words.clone(), Look::Muted),
                Column::Figure => (String::new(), Look::InputCentred),
                Column::Measure => (asked.measure.clone(), Look::Centred),
                Column::Note | Column::Problem | Column::Next => (String::new(), Look::Input),
            };
            let format = self.input_format((row, at), look);
            let text = cut(&text);
            if column.is_input() {
                sheet.write_blank(row, at, &format)?;
                self.fill(sheet, (row, at), &format)?;
            } else {
                sheet.write_string_with_format(row, at, &text, &format)?;
            }
            let shown = match self.typed.get(&(row, at)) {
                Some(Value::Text(typed)) => cut(typed),
                _ => text,
            };
            height = height.max(lines(&shown, layout::width(column)) * 15 + 4);
        }
        let height = u32::try_from(height.min(HEIGHTS.0)).unwrap_or(30);
        sheet.set_row_height(row, height)?;
        let at = layout::column(Column::Figure);
        let rule = rule(&asked.wanted, &cell_name(row, at.into()), self.lang)?;
        sheet.add_data_validation(row, at, row, at, &rule)?;
        Ok(())
    }

    /// Puts what was typed into a cell, and says what is wrong with it.
    fn fill(&self, sheet: &mut Worksheet, at: (u32, u16), format: &Format) -> Result<(), XlsxError> {
        let (row, column) = at;
        if let Some(value) = self.typed.get(&at) {
            write_value(sheet, (row, column), value, format)?;
        }
        if let Some(said) = self.marks.get(&at) {
            note(sheet, at, said)?;
        }
        Ok(())
    }

    fn input_format(&self, at: (u32, u16), look: Look) -> Format {
        let format = self.format(look);
        if self.marks.contains_key(&at) {
            return wrong(format);
        }
        format
    }

    fn format(&self, look: Look) -> Format {
        let (body, head) = (body_font(self.lang), head_font(self.lang));
        let plain = Format::new().set_font_name(body).set_font_size(10.5).set_align(FormatAlign::VerticalCenter);
        let boxed =
            plain.clone().set_text_wrap().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x00A6_A6A6));
        let input = boxed.clone().set_unlocked().set_background_color(Color::RGB(0x00FF_F9DB));
        let centre = FormatAlign::Center;
        match look {
            Look::Title => plain.set_font_name(head).set_font_size(18).set_bold().set_align(centre),
            Look::HowTo => plain.set_font_size(9).set_font_color(Color::RGB(0x0059_5959)),
            Look::Label => boxed.set_font_name(head).set_background_color(Color::RGB(0x00F2_F2F2)).set_align(centre),
            Look::Locked => boxed,
            Look::Centred => boxed.set_align(centre),
            Look::Muted => boxed.set_font_color(Color::RGB(0x0080_8080)).set_background_color(Color::RGB(0x00F7_F7F7)),
            Look::Heading => boxed.set_font_name(head).set_background_color(Color::RGB(0x00DD_E6F0)).set_align(centre),
            Look::InputHeading => {
                boxed.set_font_name(head).set_background_color(Color::RGB(0x00FF_E699)).set_align(centre)
            }
            Look::Input => input,
            Look::InputCentred => input.set_align(centre),
            Look::InputDay => input.set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
        }
    }
}

/// A format for what is wrong: red, whatever it was.
pub(super) fn wrong(format: Format) -> Format {
    format
        .set_background_color(Color::RGB(0x00FF_C7CE))
        .set_font_color(Color::RGB(0x009C_0006))
        .set_border(FormatBorder::Medium)
        .set_border_color(Color::RGB(0x00C0_0000))
}

/// A comment on a cell.
pub(super) fn note(sheet: &mut Worksheet, at: (u32, u16), said: &str) -> Result<(), XlsxError> {
    let said = cut(said);
    let height = u32::try_from(lines(&said, 34) * 18 + 16).unwrap_or(400);
    let note = Note::new(said).add_author_prefix(false).set_width(260).set_height(height);
    sheet.insert_note(at.0, at.1, &note)?;
    Ok(())
}

/// Puts a value as it was read, a text always as a text: what begins with `=` is no formula.
pub(super) fn write_value(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Value,
    format: &Format,
) -> Result<(), XlsxError> {
    match value {
        Value::Number { written, is_percent } => {
            let format = match is_percent {
                Some(true) => format.clone().set_num_format("0.00%"),
                _ => format.clone(),
            };
            match written.parse::<f64>() {
                Ok(number) if number.is_finite() => {
                    sheet.write_number_with_format(row, column, number, &format)?;
                }
                _ => {
                    sheet.write_string_with_format(row, column, cut(written), &format)?;
                }
            }
        }
        Value::Day(date) if (1900..=9999).contains(&date.year()) => {
            let format = format.clone().set_num_format("yyyy-mm-dd");
            sheet.write_datetime_with_format(row, column, day(*date)?, &format)?;
        }
        other => {
            let text = cut(&other.shown());
            sheet.write_string_with_format(row, column, text, format)?;
        }
    }
    Ok(())
}

/// The rule on an input cell.
fn rule(wanted: &Wanted, cell: &str, lang: Lang) -> Result<DataValidation, XlsxError> {
    let list = |texts: &[&str]| DataValidation::new().allow_list_strings(texts);
    let custom = |formula: String| Ok(DataValidation::new().allow_custom(Formula::new(formula)));
    let states = State::ALL.map(|(state, _)| terms::state(state, lang));
    let or_state = |rule: &str| {
        let [normal, problem] = states;
        format!("=OR({rule},{cell}=\"{normal}\",{cell}=\"{problem}\")")
    };
    // Typed with its sign, 35.5% is 0.355 to the program: four decimals then.
    let percent = format!(
        "AND(ISNUMBER({cell}),{cell}>=0,{cell}<=100,OR(ROUND({cell},2)={cell},AND({cell}<=1,ROUND({cell},4)={cell})))"
    );
    let amount = format!("AND(ISNUMBER({cell}),{cell}>=0,ROUND({cell},4)={cell})");
    // Whether it lies below or above nothing is the item's business.
    let most = f64::from(Figure::LIMIT);
    let least = most.copysign(-1.0);
    let rule: Result<DataValidation, XlsxError> = match wanted {
        Wanted::Percent => custom(format!("={percent}")),
        Wanted::PercentOrState => custom(or_state(&percent)),
        Wanted::AmountOrState { .. } => custom(or_state(&amount)),
        Wanted::Amount { is_whole: true, .. } | Wanted::Standing { is_whole: true, .. } => Ok(DataValidation::new()
            .allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0))
            // Half a kilometre of ten can be true: who means it may insist.
            .set_error_style(DataValidationErrorStyle::Warning)),
        Wanted::Amount { .. } | Wanted::Standing { .. } => custom(format!("={amount}")),
        Wanted::Value { .. } => {
            Ok(DataValidation::new().allow_decimal_number(DataValidationRule::Between(least, most)))
        }
        Wanted::CountOf { of, .. } => Ok(DataValidation::new()
            .allow_whole_number(DataValidationRule::Between(0, i32::try_from(of.ratio().floor()).unwrap_or(i32::MAX)))),
        Wanted::Class { scale } => {
            let classes: Vec<String> =
                (1..).map(Figure::whole).take(scale.classes.len()).map(|class| scale.spoken(class)).collect();
            list(&classes.iter().map(String::as_str).collect::<Vec<_>>())
        }
        Wanted::State => list(&states),
        Wanted::Times { .. } => {
            Ok(DataValidation::new().allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0)))
        }
        Wanted::Tick => list(&[true, false].map(|done| words::tick(done, lang))),
        // Which names those are nobody can choose from a list.
        Wanted::Names { .. } => custom(format!("=ISTEXT({cell})")),
        Wanted::Occurrence => list(&[true, false].map(|done| words::occurrence(done, lang))),
    };
    let prompt = super::wanted::prompt(wanted, lang);
    // Office programs take at most 255 letters here; units of measure are data and may be long.
    let prompt = document::cut(&clean(&prompt), 200);
    rule?.set_input_message(&prompt)?.set_error_title(words::wrong_entry(lang))?.set_error_message(&prompt)
}

/// How many lines a text takes in a column of this width.
pub(super) fn lines(text: &str, width: u32) -> usize {
    // Fonts are a little wider than their count, and a word is not broken.
    let width = (width as usize).saturating_sub(1).max(2);
    text.split('\n').map(|line| line.width().div_ceil(width).max(1)).sum()
}
