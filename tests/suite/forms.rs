//! Forms and what comes back: made, filled and read again, well or badly, up to files that nobody ever meant as a form.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "what units sent back lies in files; without them there is nothing to say"
)]
#![expect(clippy::result_large_err, reason = "a refusal is what these tests look at, and they are not many")]

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;

use calamine::{Data, Reader as _, Xlsx};
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet, XlsxError};
use shangdang::edit::{self, EntryText, Kind, ReportText, compose, item_order};
use shangdang::forms::{
    AgainstFiled, Book, Faulty, Form, MOST_BYTES, Outside, ReceivedReport, ReceivedSheet, Refusal, Value, form_name,
    read, receive, reconcile, reconcile_all, returned, workbook,
};
use shangdang::load::load;
use shangdang::model::{Month, UnitIx, Workspace};
use shangdang::source::is_invisible;
use shangdang::source::{Content, SourceFile, Sources};
use shangdang::text::Lang;
use shangdang::text::forms::{self as words, Column};

use crate::folders::{entries, root};

const STORY: &str = "tests/golden/tables-come-back.in";

/// The workspace that forms go out from.
pub(crate) struct Office {
    pub(crate) sources: Sources,
    pub(crate) workspace: Workspace,
}

impl Office {
    pub(crate) fn of(folder: &str) -> Self {
        Self::from(shangdang::disk::read(&root().join(folder)).unwrap())
    }

    pub(crate) fn from(sources: Sources) -> Self {
        let workspace = load(&sources).workspace.expect("it is sound");
        Self { sources, workspace }
    }

    fn unit(&self, id: &str) -> UnitIx {
        let mut units = self.workspace.plan.units.iter();
        UnitIx(units.position(|unit| unit.id == id).unwrap())
    }

    pub(crate) fn form(&self, unit: &str, month: Month) -> Form {
        Form::of(&self.workspace, self.unit(unit), month, false, Lang::Zh)
    }

    fn receive(&self, bytes: &[u8], file: &str) -> Result<(Book, Vec<ReceivedSheet>), Refusal> {
        let book = read(bytes, file)?;
        let outside = Outside { unit: None, month: None, on: None, file };
        let sheets = receive(&book, &self.workspace, outside, Lang::Zh);
        Ok((book, sheets))
    }

    /// The only sheet of a file, held against the workspace.
    pub(crate) fn reconcile(&self, bytes: &[u8], file: &str) -> Result<(ReceivedReport, Option<String>), Refusal> {
        let (_, mut sheets) = self.receive(bytes, file)?;
        assert_eq!(sheets.len(), 1, "one sheet");
        let mut received = sheets.remove(0).outcome?;
        let reconciled = reconcile(&mut received, &self.sources, &self.workspace, Lang::Zh)?;
        Ok((received, reconciled.map(|reconciled| reconciled.text)))
    }

    /// The same for a file with a name that may say something, and the workspace with what was taken.
    pub(crate) fn reconcile_as(
        &self,
        bytes: &[u8],
        file: &str,
        shown: &str,
    ) -> Result<(ReceivedReport, Option<Workspace>), Refusal> {
        let book = read(bytes, shown)?;
        let outside = Outside { unit: None, month: None, on: None, file };
        let mut sheets = receive(&book, &self.workspace, outside, Lang::Zh);
        let mut received = sheets.remove(0).outcome?;
        let (mut reconciled, after) = reconcile_all(&mut [&mut received], &self.sources, &self.workspace, Lang::Zh);
        Ok((received, reconciled.remove(0)?.and(after)))
    }

    /// Holds the forms of June that other programs filled in against those made now, cell by cell; how many there were.
    pub(crate) fn hold_filled(&self, folder: &str, script: &str) -> usize {
        let mut count = 0;
        for file in entries(folder) {
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            let Some(unit) = name.strip_prefix("2022-06-").and_then(|rest| rest.split('-').next()) else {
                continue;
            };
            let form = self.form(unit, june());
            let made = read(&workbook(&form, Lang::Zh).unwrap(), "made.xlsx").unwrap();
            let filled = read(&fs::read(&file).unwrap(), &name).unwrap();
            for (made, filled) in made.sheets.iter().zip(&filled.sheets) {
                assert_eq!(made.name, filled.name, "{name}");
                assert_eq!(made.is_hidden, filled.is_hidden, "{name}");
                for (at, value) in &made.cells {
                    assert_eq!(
                        filled.cells.get(at).map(Value::shown),
                        Some(value.shown()),
                        "{name}, {at:?}: run {script} again"
                    );
                }
            }
            count += 1;
        }
        count
    }

    /// What is said of a table: its report, its faults with their cells, or why it is refused.
    pub(crate) fn said(&self, bytes: &[u8], file: &str) -> String {
        match self.reconcile(bytes, file) {
            Err(refusal) => format!("refused: {}", refusal.advice(Lang::Zh).what),
            Ok((_, Some(text))) => text,
            Ok((received, None)) => {
                let faults = received.faults.iter().map(|fault| {
                    let said = fault.fault.advice(Lang::Zh);
                    format!("{} {}", fault.cell(), said.what)
                });
                faults.collect::<Vec<_>>().join("\n")
            }
        }
    }
}

fn june() -> Month {
    Month::new(2022, 6).unwrap()
}

/// What is put into a sheet.
type Fill<'a> = &'a dyn Fn(&mut Worksheet) -> Result<(), XlsxError>;

/// A table of the unit's own making.
fn table(write: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut book = Workbook::new();
    write(book.add_worksheet()).unwrap();
    book.save_to_buffer().unwrap()
}

/// The usual head, and one row for an item of a unit.
fn row(unit: &str, item: &str, figure: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> Vec<u8> {
    table(|sheet| {
        sheet.write_string(0, 0, format!("填报单位：{unit}"))?;
        sheet.write_string(0, 1, "2022年6月")?;
        for (column, heading) in (0..).zip(["事项编号", "完成比例", "进展说明"]) {
            sheet.write_string(1, column, heading)?;
        }
        sheet.write_string(2, 0, item)?;
        figure(sheet)
    })
}

#[test]
fn a_cell_is_read_or_refused_with_what_to_write() {
    let office = Office::of(STORY);
    let percent = |figure: &dyn Fn(&mut Worksheet) -> Result<(), XlsxError>| {
        office.said(&row("区住建局", "1.1", figure), "a.xlsx")
    };
    let format = Format::new().set_num_format("0.0%");
    let date = Format::new().set_num_format("m月d日");
    let number = |value: i32| percent(&move |sheet: &mut Worksheet| sheet.write_number(2, 1, value).map(drop));
    assert!(number(40).contains("percent = 40\n"));
    assert!(number(101).starts_with("B3 "));
    assert!(number(-1).starts_with("B3 "));
    assert!(number(1).contains("1% 还是 100%"));
    assert!(number(30).starts_with("C3 比2022年5月填的35还低"));
    let cases: [(Fill<'_>, &str); 12] = [
        (&|sheet| sheet.write_number_with_format(2, 1, 0.405, &format).map(drop), "percent = 40.5\n"),
        (&|sheet| sheet.write_number(2, 1, 0.4).map(drop), "B3 “0.4”看不出是 0.4% 还是 40%"),
        (&|sheet| sheet.write_string(2, 1, "0.4").map(drop), "B3 “0.4”看不出是 0.4% 还是 40%"),
        (
            &|sheet| {
                sheet.write_string(2, 2, "重测")?;
                sheet.write_string(2, 1, "0.4%").map(drop)
            },
            "percent = 0.4\n",
        ),
        (&|sheet| sheet.write_string(2, 1, "４０％").map(drop), "percent = 40\n"),
        (&|sheet| sheet.write_number(2, 1, 35.1 + 0.2).map(drop), "percent = 35.3\n"),
        (&|sheet| sheet.write_number(2, 1, 58.333).map(drop), "B3 58.333 的小数太多"),
        (
            &|sheet| {
                let formula = Formula::new("=20+21").set_result("41");
                sheet.write_formula(2, 1, formula).map(drop)
            },
            "percent = 41\n",
        ),
        (
            &|sheet| {
                let formula = Formula::new("=1/0").set_result("#DIV/0!");
                sheet.write_formula(2, 1, formula).map(drop)
            },
            "B3 ",
        ),
        (&|sheet| sheet.write_number_with_format(2, 1, 44_700, &date).map(drop), "B3 这一格成了日期 2022-05-19"),
        (&|sheet| sheet.write_boolean(2, 1, true).map(drop), "B3 这里不能填“TRUE”"),
        (&|sheet| sheet.write_string(2, 2, "只有话").map(drop), "B3 写了情况，没有填完成数"),
    ];
    for (fill, expected) in cases {
        let said = percent(fill);
        assert!(said.contains(expected), "wanted {expected}, got {said}");
    }
}

#[test]
fn items_are_found_by_number_and_name_or_asked_for() {
    let office = Office::of(STORY);
    let said = |item: &dyn Fn(&mut Worksheet) -> Result<(), XlsxError>| {
        let bytes = table(|sheet| {
            sheet.write_string(0, 0, "区住建局2022年6月")?;
            for (column, heading) in (0..).zip(["编号", "事项名称", "累计完成"]) {
                sheet.write_string(1, column, heading)?;
            }
            sheet.write_number(2, 2, 50)?;
            item(sheet)
        });
        office.said(&bytes, "a.xlsx")
    };
    let cases: [(Fill<'_>, &str); 9] = [
        (&|sheet| sheet.write_string(2, 0, "1.10").map(drop), "item = \"1.10\""),
        // As a number 1.10 is 1.1, and both exist: the name tells.
        (&|sheet| sheet.write_number(2, 0, 1.1).map(drop), "A3 编号 1.1 是数字格式"),
        (
            &|sheet| {
                sheet.write_number(2, 0, 1.1)?;
                sheet.write_string(2, 1, "泵站改造").map(drop)
            },
            "item = \"1.10\"",
        ),
        (&|sheet| sheet.write_string(2, 1, " 泵站 改造").map(drop), "item = \"1.10\""),
        (
            &|sheet| {
                sheet.write_string(2, 0, "1.1")?;
                sheet.write_string(2, 1, "泵站改造").map(drop)
            },
            "A3 编号是 1.1，名称却是 1.10 的",
        ),
        (&|sheet| sheet.write_string(2, 0, "9.9").map(drop), "A3 方案里没有事项 9.9"),
        (&|sheet| sheet.write_string(2, 0, "3.1").map(drop), "C3 这里不能填“50”"),
        (&|sheet| sheet.write_string(2, 0, "2.2").map(drop), "A3 区住建局不是事项 2.2 的责任单位"),
        (&|_| Ok(()), "C3 这一行填了数，却没有写是哪个事项"),
    ];
    for (item, expected) in cases {
        let said = said(item);
        assert!(said.contains(expected), "wanted {expected}, got {said}");
    }
}

#[test]
fn merged_and_moved_columns_sums_and_pages_are_taken_as_they_are() {
    let office = Office::of(STORY);
    let bytes = table(|sheet| {
        let plain = Format::new();
        sheet.merge_range(0, 0, 0, 5, "荫城镇2022年6月农村治污进度", &plain)?;
        for (column, heading) in (0..).zip(["下步打算", "任务", "事项", "事项编号", "累计完成数", "存在的问题"])
        {
            sheet.write_string(2, column, heading)?;
        }
        sheet.merge_range(3, 1, 4, 1, "农村污水治理", &plain)?;
        sheet.write_string(3, 3, "2.2")?;
        sheet.write_string(3, 4, "3.5公里")?;
        sheet.write_string(4, 3, "2.1（本月）")?;
        sheet.write_string(4, 4, "4个村")?;
        sheet.write_string(4, 0, "=HYPERLINK(\"x\")")?;
        // The headings come again on the second page.
        sheet.write_string(5, 3, "事项编号")?;
        sheet.write_string(5, 4, "累计完成数")?;
        sheet.write_string(6, 2, "合计")?;
        sheet.write_number(6, 4, 7)?;
        sheet.write_string(8, 0, "填表人：示例填报人　　负责人：示例审核人")?;
        Ok(())
    });
    let said = office.said(&bytes, "a.xlsx");
    let expected = "reporter = \"示例填报人\"\napprover = \"示例审核人\"\n\n[[entries]]\nitem = \"2.1\"\ndone = 4\nnext = \"=HYPERLINK(\\\"x\\\")\"\n\n[[entries]]\nitem = \"2.2\"\ndone = 3.5\n";
    assert!(said.ends_with(expected), "{said}");
}

/// What is written is what `fmt` would leave, whatever the texts.
#[test]
fn reports_are_laid_out_as_fmt_lays_them_out() {
    let report = ReportText {
        remarks: vec!["# 示例数据，非真实情况".to_owned()],
        month: june(),
        unit: "housing".to_owned(),
        submitted: june().last_day().into(),
        reporter: "甲\"乙\\".to_owned(),
        approver: "丙".to_owned(),
        entries: vec![
            EntryText {
                item: "1.1".to_owned(),
                readings: vec![("percent", "40".to_owned())],
                note: "一\n二\t三 # 四".to_owned(),
                problem: "\u{1b}[31m".to_owned(),
                next: "五".to_owned(),
                attachments: vec!["六.jpg".to_owned(), "七.pdf".to_owned()],
            },
            EntryText {
                item: "1.3".to_owned(),
                readings: vec![("occurrence", "\"2022-06\"".to_owned()), ("state", "\"problem\"".to_owned())],
                ..EntryText::default()
            },
        ],
    };
    let office = Office::of(STORY);
    let text = compose(&report);
    let order = item_order(&office.sources);
    assert_eq!(edit::format(&text, Kind::Report, &order), Ok(text.clone()));
}

/// The forms that other programs filled in are still those that are made now.
#[test]
fn filled_forms_are_the_forms_made_now() {
    let folder = format!("{STORY}/收件");
    let count = Office::of(STORY).hold_filled(&folder, "tests/forms/fill.py");
    assert_eq!(count, 3, "forms lie there");
}

/// Every form of the shipped plan: the same bytes again, and nothing reported while nothing is filled in.
#[test]
fn forms_are_the_same_each_time_and_empty_until_filled() {
    let office = Office::of("data");
    for month in office.workspace.plan.start.through(office.workspace.plan.end) {
        for unit in &office.workspace.plan.units {
            let form = office.form(&unit.id, month);
            let bytes = workbook(&form, Lang::Zh).unwrap();
            assert!(bytes == workbook(&form, Lang::Zh).unwrap());
            let (_, sheets) = office.receive(&bytes, &form_name(&form)).unwrap();
            let received = sheets[0].outcome.as_ref().expect("it is a form");
            assert_eq!(received.report.entries, []);
            assert_eq!(received.faults, []);
            assert_eq!((received.month, received.report.unit.as_str()), (month, unit.id.as_str()));
            // English forms are read by a Chinese office as well.
            let form = Form::of(&office.workspace, received.unit, month, false, Lang::En);
            let (_, sheets) = office.receive(&workbook(&form, Lang::En).unwrap(), "a.xlsx").unwrap();
            assert!(sheets[0].outcome.is_ok());
        }
    }
}

/// A form as another reader sees it: nothing is a formula, whatever the plan says, and everything typed comes back.
#[test]
fn hostile_text_stays_text_on_its_way_out_and_back() {
    let hostile = "=cmd|' /C calc'!A0\u{1b}[31m\u{202e}<&>\"'\\ \u{9b} +1 @x";
    let mut office = Office::of(STORY);
    for file in &mut office.sources.files {
        if let Content::Text(text) = &file.content {
            let mut literal = String::new();
            for letter in hostile.chars() {
                match letter {
                    '"' | '\\' => literal.extend(['\\', letter]),
                    letter if letter.is_control() => {
                        write!(literal, "\\u{:04X}", u32::from(letter)).unwrap();
                    }
                    letter => literal.push(letter),
                }
            }
            let text = text
                .replace("雨污分流改造", &literal)
                .replace("农村治污示例", &literal)
                .replace("区住建局", "=住建/局")
                .replace("主干管完成", &literal);
            *file = SourceFile::new(file.path.clone(), Content::Text(text));
        }
    }
    office.workspace = load(&office.sources).workspace.expect("it is sound");
    let form = office.form("housing", june());
    assert_eq!(form_name(&form), "2022-06-housing-=住建_局.xlsx");
    let bytes = workbook(&form, Lang::Zh).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(&bytes[..])).unwrap();
    for sheet in book.sheet_names() {
        assert!(book.worksheet_formula(&sheet).unwrap().is_empty());
        for (.., value) in book.worksheet_range(&sheet).unwrap().used_cells() {
            if let Data::String(text) = value {
                let is_raw = |letter: char| letter.is_control() || is_invisible(letter);
                assert!(!text.replace('\n', "").contains(is_raw), "{}", text.escape_unicode());
            }
        }
    }
    let bytes = row("=住建/局", "1.10", |sheet| {
        sheet.write_number(2, 1, 50)?;
        sheet.write_string(2, 2, hostile).map(drop)
    });
    let (received, text) = office.reconcile(&bytes, "a.xlsx").unwrap();
    let text = text.expect("it is taken");
    assert_eq!(received.report.entries[0].note, hostile);
    assert!(!text.replace('\n', "").contains(char::is_control));
}

/// What goes back is a form again: with the same faults until they are mended, and a comment on each.
#[test]
fn a_returned_form_is_a_form_with_the_same_faults() {
    let office = Office::of(STORY);
    let file = root().join(STORY).join("收件/2022-06-yincheng-荫城镇.xlsx");
    let bytes = fs::read(file).unwrap();
    let (book, mut sheets) = office.receive(&bytes, "a.xlsx").unwrap();
    let mut sheet = sheets.remove(0);
    let received = sheet.outcome.as_mut().unwrap();
    let reconciled = reconcile(received, &office.sources, &office.workspace, Lang::Zh).unwrap();
    assert!(reconciled.is_none(), "it has faults");
    let faulty = Faulty { sheet: &sheet.name, received };
    let back = returned(&book, &[faulty], &office.workspace, Lang::Zh).unwrap();
    let (again, faults) = (office.said(&back, "b.xlsx"), office.said(&bytes, "a.xlsx"));
    assert_eq!(again, faults);
    assert_eq!(again.lines().count(), 3, "{again}");
    let comments = part(&back, "xl/comments1.xml");
    assert_eq!(comments.matches("<comment ref=").count(), 3);
    for cell in ["B5", "I7", "G8"] {
        assert!(comments.contains(&format!("<comment ref=\"{cell}\"")));
    }
    let sheet = part(&back, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<sheetProtection") && sheet.contains("<dataValidation "));
    // A table of their own comes back with the same cells at the same addresses.
    let own = row("区住建局", "1.1", |sheet| sheet.write_number(2, 1, 0.4).map(drop));
    let (book, mut sheets) = office.receive(&own, "c.xlsx").unwrap();
    let mut sheet = sheets.remove(0);
    let received = sheet.outcome.as_mut().unwrap();
    reconcile(received, &office.sources, &office.workspace, Lang::Zh).unwrap();
    let sheet = &sheet.name;
    let back = returned(&book, &[Faulty { sheet, received }], &office.workspace, Lang::Zh).unwrap();
    let copied = read(&back, "d.xlsx").unwrap();
    assert_eq!(copied.sheets[0].cells, book.sheets[0].cells);
}

/// One part of a packed file, as text.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut archive.by_name(name).unwrap(), &mut text).unwrap();
    text
}

/// A packed file with these parts.
fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, content) in parts {
        writer.start_file(*name, options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn what_is_no_form_is_refused_by_name() {
    let zeros = vec![b'0'; 80 * 1024 * 1024];
    let bomb = packed(&[("xl/workbook.xml", b"<x/>"), ("xl/worksheets/sheet1.xml", &zeros)]);
    drop(zeros);
    assert!((bomb.len() as u64) < MOST_BYTES);
    let far = table(|sheet| sheet.write_string(1_048_575, 16_383, "x").map(drop));
    let mut many = Workbook::new();
    for _ in 0..21 {
        many.add_worksheet();
    }
    let garbage: Vec<u8> = (0..5_000_000_u32).map(|at| at.wrapping_mul(2_654_435_761).to_le_bytes()[3]).collect();
    let long = vec![b'a'; usize::try_from(MOST_BYTES).unwrap() + 1];
    let document = packed(&[("word/document.xml", b"<x/>")]);
    let binary = packed(&[("xl/workbook.bin", b"x")]);
    let compound = [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 600]].concat();
    let many = many.save_to_buffer().unwrap();
    let wide = "x,".repeat(300);
    let cases: [(&str, &[u8], &str); 14] = [
        ("empty.xlsx", b"", "文件是空的"),
        ("blank.csv", b" \r\n\n", "文件是空的"),
        ("bomb.xlsx", &bomb, "文件展开后超过64MB，不予打开"),
        ("long.csv", &long, "文件超过8MB，不是一张月报表"),
        ("far.xlsx", &far, "工作表“Sheet1”的内容超出5000行、200列"),
        ("wide.csv", wide.as_bytes(), "工作表“”的内容超出5000行、200列"),
        ("many.xlsx", &many, "工作表超过20个"),
        ("garbage.xlsx", &garbage, "文件已损坏，打不开"),
        ("garbage.csv", &garbage, "文字编码认不出来"),
        ("garbage.jpg", &garbage, "这不是表格文件"),
        ("letter.docx", &document, "这不是表格文件"),
        ("binary.xlsb", &binary, "这种格式（.xlsb）不收"),
        ("compound.xls", &compound, "文件已损坏，打不开"),
        ("page.xls", b"<HTML><table></table></HTML>", "这是网页格式，只是扩展名像表格"),
    ];
    for (name, bytes, expected) in cases {
        let refusal = read(bytes, name).expect_err(name);
        assert_eq!(refusal.advice(Lang::Zh).what, expected, "{name}");
        assert!(!refusal.advice(Lang::En).instead.is_empty());
    }
}

/// A text that is kept once and shown in every cell.
#[test]
fn a_long_text_in_every_cell_is_refused() {
    let long = "字".repeat(32_000);
    let bytes = table(|sheet| {
        for row in 0..1_000 {
            sheet.write_string(row, 0, &long)?;
        }
        Ok(())
    });
    assert!(bytes.len() < 100_000, "it is small as long as it is packed");
    let refusal = read(&bytes, "a.xlsx").expect_err("it is a bomb");
    assert_eq!(refusal.advice(Lang::Zh).what, "文件展开后超过64MB，不予打开");
}

/// Whatever is cut off or flipped, a file is read or refused, and the program lives.
#[test]
fn broken_files_are_refused_without_harm() {
    let office = Office::of(STORY);
    for name in ["2022-06-housing-区住建局.xlsx", "2022-06-water-区水利局.xls", "苏店镇6月.csv"] {
        let bytes = fs::read(root().join(STORY).join("收件").join(name)).unwrap();
        let mut random = 7_u64;
        let mut next = |limit: usize| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            usize::try_from(random >> 33).unwrap() % limit
        };
        for round in 0..60 {
            let mut broken = bytes.clone();
            if round % 3 == 0 {
                broken.truncate(next(bytes.len()));
            } else {
                for _ in 0..=round / 10 {
                    let at = next(bytes.len());
                    broken[at] ^= u8::try_from(next(255) + 1).unwrap();
                }
            }
            if let Ok((_, sheets)) = office.receive(&broken, name) {
                for mut received in sheets.into_iter().filter_map(|sheet| sheet.outcome.ok()) {
                    let _ = reconcile(&mut received, &office.sources, &office.workspace, Lang::Zh);
                }
            }
        }
    }
}

/// An .xls file says nothing of percent through its reader; the look beforehand does.
#[test]
fn percent_is_told_in_old_files_too() {
    let bytes = fs::read(root().join("tests/forms/percent.xls")).unwrap();
    let book = read(&bytes, "percent.xls").unwrap();
    let sheet = &book.sheets[0];
    let shown = |row: u32| sheet.at(row, 0).map(Value::shown);
    assert_eq!(shown(0).as_deref(), Some("35%"));
    assert_eq!(shown(1).as_deref(), Some("0.35"));
    assert_eq!(shown(2).as_deref(), Some("62.5%"));
}

/// A form of one plan or month is not taken for another.
#[test]
fn forms_say_what_they_were_made_for() {
    let office = Office::of(STORY);
    let shipped = Office::of("data");
    let form = workbook(&shipped.form("housing", june()), Lang::Zh).unwrap();
    let said = office.said(&form, "a.xlsx");
    assert_eq!(said, "refused: 这是另一个方案“上党区水污染防治专项行动”的表");
    let book = read(&workbook(&office.form("housing", june()), Lang::Zh).unwrap(), "a").unwrap();
    let outside = |unit: Option<UnitIx>, month: Option<Month>| Outside { unit, month, on: None, file: "a" };
    let refused = |outside: Outside<'_>| {
        let mut sheets = receive(&book, &office.workspace, outside, Lang::Zh);
        sheets.remove(0).outcome.expect_err("they disagree")
    };
    let other_month = refused(outside(None, Some(june().plus(1))));
    assert!(matches!(other_month, Refusal::Contradiction { .. }));
    let other_unit = refused(outside(Some(office.unit("water")), None));
    assert!(matches!(other_unit, Refusal::Contradiction { .. }));
}

/// What a unit fills in is what the report says, for every kind of item.
#[test]
fn filled_in_forms_become_the_report_they_say() {
    let office = Office::of(STORY);
    let form = office.form("water", june());
    let ids: Vec<String> = form.rows.iter().map(|row| row.id(Lang::Zh)).collect();
    assert_eq!(ids, ["3.1\n（2022-03）", "3.1", "3.2", "3.3"]);
    let columns = [Column::Item, Column::Figure, Column::Note];
    let bytes = table(|sheet| {
        sheet.write_string(0, 0, "区水利局 2022年6月")?;
        for (at, column) in (0..).zip(columns) {
            sheet.write_string(1, at, words::heading(column, Lang::Zh))?;
        }
        for (row, (id, figure)) in (2..).zip(ids.iter().zip(["×", "是", "-1.5%", "有问题"])) {
            sheet.write_string(row, 0, id)?;
            sheet.write_string(row, 1, figure)?;
        }
        Ok(())
    });
    let (mut received, _) = office.reconcile(&bytes, "a.xlsx").unwrap();
    // Without the hidden sheet nobody knows which occurrence the second row means.
    assert_eq!(received.faults.len(), 1);
    assert_eq!(received.faults[0].cell(), "A4");
    received.faults.clear();
    received.report.entries[1].readings = vec![("occurrence", "\"2022-06\"".to_owned())];
    let reconciled = reconcile(&mut received, &office.sources, &office.workspace, Lang::Zh).unwrap();
    let reconciled = reconciled.expect("it has no faults any more");
    assert_eq!(reconciled.against_filed, AgainstFiled::New);
    let keys: Vec<&str> = reconciled
        .text
        .lines()
        .filter(|line| ["occurrence", "value", "state"].iter().any(|key| line.starts_with(key)))
        .collect();
    let expected = [
        "occurrence = \"2022-03\"",
        "state = \"problem\"",
        "occurrence = \"2022-06\"",
        "value = -1.5",
        "state = \"problem\"",
    ];
    assert_eq!(keys, expected);
}

/// Each stage of an item has its row on the form; what comes back is one entry, or the question which stage is meant and
/// how many stand at those left out.
#[test]
fn each_stage_has_a_row_and_the_rows_make_one_entry() {
    let office = Office::of("tests/golden/stages-are-judged-one-by-one.in");
    let form = office.form("housing", june().plus(5));
    let ids: Vec<String> = form.rows.iter().map(|row| row.id(Lang::Zh)).collect();
    assert_eq!(ids, ["1.1\n（前期）", "1.1\n（开工）", "1.1\n（建成）", "1.1\n（通水）"]);
    let last: Vec<&str> = form.rows.iter().map(|row| row.last.as_str()).collect();
    assert_eq!(last, ["1个", "6个", "10个", "0个"]);
    assert!(workbook(&form, Lang::Zh).is_ok());
    let said = |rows: &[(&str, &str)]| {
        let bytes = table(|sheet| {
            sheet.write_string(0, 0, "区住建局 2022年11月")?;
            for (at, column) in (0..).zip([Column::Item, Column::Figure]) {
                sheet.write_string(1, at, words::heading(column, Lang::Zh))?;
            }
            for (row, (id, figure)) in (2..).zip(rows) {
                sheet.write_string(row, 0, *id)?;
                sheet.write_string(row, 1, *figure)?;
            }
            Ok(())
        });
        office.said(&bytes, "a.xlsx")
    };
    let rows: Vec<(&str, &str)> = ids.iter().map(String::as_str).zip(["0", "3个", "12", "2"]).collect();
    let taken = "stages = { \"前期\" = 0, \"开工\" = 3, \"建成\" = 12, \"通水\" = 2 }";
    assert!(said(&rows).contains(taken), "{}", said(&rows));
    let in_one = said(&[("1.1", "开工3个、建成12个、通水2个")]);
    assert!(in_one.contains("stages = { \"开工\" = 3, \"建成\" = 12, \"通水\" = 2 }"), "{in_one}");
    for (rows, fault) in [
        (&rows[..3], "没有填：通水"),
        (&[("1.1", "15")], "看不出是哪个阶段"),
        (&[rows[0], rows[0]], "前面已经填过"),
        (&[rows[0], rows[1], rows[2], (rows[3].0, "一半")], "不能填"),
    ] {
        assert!(said(rows).contains(fault), "{}", said(rows));
    }
}
