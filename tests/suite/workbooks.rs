//! Pages as workbooks, read by readers that have nothing to do with how they are written: numbers are numbers, days are
//! days, ids stay text, no text of a data file becomes a formula, and the formulas come to what the page says.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "workbooks are written into files and read again; without them there is nothing to say"
)]

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;
use std::process::Command;

use calamine::{Data, Range, Reader as _, Xlsx};
use chrono::NaiveDate;
use num_rational::Ratio as Fraction;
use shangdang::document::{About, Block, Cell, Column, Document, Ending, Role, Sum, Table, Text};
use shangdang::render::xlsx;
use shangdang::text::Lang;
use zip::write::SimpleFileOptions;

use crate::folders::{copy, root};
use crate::paper::{Parts, all};
use crate::unchecked::not_checked;

const HOSTILE: [&str; 15] = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    " =1+1",
    "＝1+1",
    "'=1+1",
    "=HYPERLINK(\"https://example.org\",\"x\")",
    "</t></si><f>1+1</f>",
    "_x003D_1",
    "\0\u{1b}[31m\u{fffe}\u{ffff}",
    "\u{202e}gnorw",
    "1e5",
    "2022-06",
];

fn page(table: &Table) -> Document {
    Document {
        blocks: vec![
            Block::Title(Text::new("方案 & 一")),
            Block::Paragraph(Text::new("截至2022年6月末")),
            Block::Table(table.clone()),
        ],
    }
}

fn bytes(table: &Table) -> Vec<u8> {
    xlsx(&page(table), table, Lang::Zh).unwrap()
}

/// The cells of a sheet, as an independent reader sees them.
fn cells(bytes: &[u8], sheet: &str) -> Range<Data> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    workbook.worksheet_range(sheet).unwrap()
}

fn formulas(bytes: &[u8]) -> Vec<String> {
    let parts = Parts::of(bytes);
    let sheets = parts.0.iter();
    let sheets = sheets.filter(|(name, _)| name.starts_with("xl/worksheets/sheet"));
    let mut found = Vec::new();
    for (name, _) in sheets {
        let xml = parts.xml(name);
        let formulas = all(xml.root(), "f").into_iter();
        found.extend(formulas.map(|node| node.text().unwrap_or_default().to_owned()));
    }
    found
}

#[test]
fn numbers_days_and_ids_are_what_they_are() {
    let day = NaiveDate::from_ymd_opt(2022, 6, 22).unwrap();
    let early = NaiveDate::from_ymd_opt(1899, 6, 22).unwrap();
    let sum = Sum::new("6-(5+15/31)", Ending::CutOff);
    let row = vec![
        Cell::bare("35.5"),
        Cell::number("-1.2", "-1.2%"),
        Cell::bare("123456789012345"),
        Cell::bare("1234567890123456"),
        Cell::code("7.10"),
        Cell::code("2022-06"),
        Cell::day(day),
        Cell::day(early),
        Cell::bare("0.51").sum(sum),
        Cell::empty(),
        Cell::with(Role::Grave, "约谈"),
    ];
    let table = Table { columns: row.iter().map(|_| Column::words("列")).collect(), rows: vec![row] };
    let bytes = bytes(&table);
    let range = cells(&bytes, "明细");
    let text = |text: &str| Data::String(text.to_owned());
    let row: Vec<&Data> = range.rows().nth(1).unwrap().iter().collect();
    assert_eq!(
        row[..4],
        [&Data::Float(35.5), &Data::Float(-1.2), &Data::Float(123_456_789_012_345.0), &text("1234567890123456")]
    );
    assert_eq!(row[4..6], [&text("7.10"), &text("2022-06")]);
    let Data::DateTime(found) = row[6] else {
        panic!("{:?} is no day", row[6]);
    };
    // Days since 30 December 1899, as workbooks count after February 1900.
    let first = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
    assert_eq!(found.as_f64().to_string(), (day - first).num_days().to_string());
    assert_eq!(row[7], &text("1899-06-22"));
    assert_eq!(row[8], &Data::Float(0.51));
    assert_eq!(row[9..], [&Data::Empty, &text("约谈")]);
    assert_eq!(formulas(&bytes), ["ROUNDDOWN(6-(5+15/31),2)"]);
}

#[test]
fn hostile_text_is_text_and_never_a_formula() {
    let columns = HOSTILE.iter().map(|said| {
        Column::words(said).about(About { means: Text::new(said), unit: Text::new(said), from: Text::new(said) })
    });
    let row = |make: &dyn Fn(&str) -> Cell| HOSTILE.iter().map(|said| make(said)).collect();
    let table = Table {
        columns: columns.collect(),
        rows: vec![
            row(&|said| Cell::text(said)),
            row(&|said| Cell::code(said)),
            row(&|said| Cell::with(Role::Grave, said)),
            row(&|said| Cell::number(said, said)),
            row(&|said| Cell::text(said).sum(Sum::new(said, Ending::Whole))),
        ],
    };
    let said = HOSTILE.join(" ");
    let document = Document { blocks: vec![Block::Title(Text::new(&said)), Block::Paragraph(Text::new(&said))] };
    let bytes = xlsx(&document, &table, Lang::Zh).unwrap();
    // Whatever reads as a sum is figures and signs only, and even that only where a view has said so.
    let sums = HOSTILE.iter().filter_map(|said| Sum::new(*said, Ending::Whole));
    let sums: Vec<String> = sums.map(|sum| sum.written().to_owned()).collect();
    assert_eq!(formulas(&bytes), sums);
    let parts = Parts::of(&bytes);
    for (name, _) in parts.0.iter().filter(|(name, _)| !name.ends_with(".rels")) {
        parts.xml(name);
    }
    let shown = |said: &str| -> String {
        let letters = Text::new(said).shown().to_owned();
        let letters = letters.chars();
        letters.map(|letter| if matches!(letter, '\u{fffe}' | '\u{ffff}') { '\u{fffd}' } else { letter }).collect()
    };
    let range = cells(&bytes, "明细");
    for row in range.rows().take(4) {
        for (found, said) in row.iter().zip(HOSTILE) {
            assert_eq!(found, &Data::String(shown(said)), "{said:?}");
        }
    }
    // The rules of the colours look at the legend and hold no word of the table.
    let rows = parts.xml("xl/worksheets/sheet2.xml");
    for rule in all(rows.root(), "formula") {
        let rule = rule.text().unwrap();
        let (_, name) = rule.split_once("=legend_").unwrap();
        name.parse::<usize>().unwrap();
    }
}

#[test]
fn colours_follow_the_words_of_the_legend() {
    let tier = |role, said| vec![Cell::with(role, said), Cell::with(Role::Notice, format!("{said}一"))];
    let mut rows = vec![tier(Role::Grave, "约谈"), tier(Role::Notice, "预警"), tier(Role::Plain, "正常")];
    // Too many different words to be followed.
    rows.extend((0..9).map(|day| vec![Cell::empty(), Cell::with(Role::Notice, format!("迟报{day}日"))]));
    let table = Table { columns: ["档次", "报送"].map(Column::words).into(), rows };
    let bytes = bytes(&table);
    let parts = Parts::of(&bytes);
    let xml = parts.xml("xl/worksheets/sheet2.xml");
    let rules = all(xml.root(), "conditionalFormatting");
    assert_eq!(rules.len(), 1);
    assert_eq!(rules[0].attribute("sqref"), Some("A2:A13"));
    let rules: Vec<&str> = all(rules[0], "formula").iter().filter_map(roxmltree::Node::text).collect();
    assert_eq!(rules, ["A2=legend_1", "A2=legend_2"]);
    let overview = cells(&bytes, "概况");
    let workbook = parts.xml("xl/workbook.xml");
    for (name, said) in [("legend_1", "约谈"), ("legend_2", "预警")] {
        let mut names = all(workbook.root(), "definedName").into_iter();
        let place = names.find(|node| node.attribute("name") == Some(name)).unwrap().text().unwrap();
        let (_, row) = place.rsplit_once('$').unwrap();
        let row: u32 = row.parse().unwrap();
        assert_eq!(overview.get_value((row - 1, 0)), Some(&Data::String(said.to_owned())));
    }
}

/// Writes a page of the shipped plan and gives its bytes.
fn written(arguments: &[&str], folder: &Path) -> Vec<u8> {
    let file = folder.join("页.xlsx");
    let output = Command::new(env!("CARGO_BIN_EXE_shangdang"))
        .args(arguments)
        .args(["-C", "data", "-o"])
        .arg(&file)
        .current_dir(root())
        .env_remove("SHANGDANG_DIR")
        .output()
        .unwrap();
    assert!(file.exists(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    let bytes = fs::read(&file).unwrap();
    fs::remove_file(file).unwrap();
    bytes
}

const PAGES: [&[&str]; 19] = [
    &["status", "--month", "2022-06"],
    &["status", "--by", "unit"],
    &["status", "--by", "task", "--known-by", "2022-06-25"],
    &["escalate", "--month", "2022-06"],
    &["explain", "6.6"],
    &["filing"],
    &["filing", "--remind"],
    &["register", "--month", "2022-06"],
    &["history", "9.3"],
    &["diff", "2022-05", "2022-06"],
    &["bulletin", "--month", "2022-06"],
    &["check"],
    &["annual", "--year", "2022"],
    &["outlook", "--month", "2022-06"],
    &["publicity"],
    &["audit"],
    &["chart", "front"],
    &["chart", "heat"],
    &["chart", "curve", "6.6"],
];

#[test]
fn every_page_is_a_workbook_that_explains_its_columns_and_can_be_filtered() {
    let folder = tempfile::tempdir().unwrap();
    for page in PAGES {
        for (lang, [overview, rows, columns]) in
            [("zh", ["概况", "明细", "栏目说明"]), ("en", ["overview", "rows", "columns"])]
        {
            let arguments = [page, &["--lang", lang]].concat();
            let bytes = written(&arguments, folder.path());
            assert!(bytes == written(&arguments, folder.path()), "{page:?}: other bytes");
            let parts = Parts::of(&bytes);
            let xml = parts.xml("xl/worksheets/sheet2.xml");
            let pane = all(xml.root(), "pane")[0];
            assert_eq!(pane.attribute("topLeftCell"), Some("A2"));
            assert_eq!(all(xml.root(), "autoFilter").len(), 1);
            let setup = all(xml.root(), "pageSetup")[0];
            let set = ["paperSize", "orientation", "fitToHeight"].map(|name| setup.attribute(name));
            assert_eq!(set, [Some("9"), Some("landscape"), Some("0")]);
            assert!(parts.text("xl/workbook.xml").contains("_xlnm.Print_Titles"));
            assert!(cells(&bytes, overview).height() > 2, "{page:?}");
            let heads = cells(&bytes, rows);
            let heads = heads.rows().next().unwrap();
            let about = cells(&bytes, columns);
            assert_eq!(about.height(), heads.len() + 1, "{page:?}");
            for (row, head) in about.rows().skip(1).zip(heads) {
                assert_eq!(&row[0], head);
                assert!(row.iter().all(|cell| *cell != Data::Empty), "{page:?} {lang}: {head}");
                let is_chinese = row[1..].iter().any(|cell| cell.to_string().chars().any(|letter| letter > '\u{2E80}'));
                assert_eq!(is_chinese, lang == "zh", "{row:?}");
            }
        }
    }
}

/// The formulas of a sheet with the results written beside them.
fn results(bytes: &[u8]) -> Vec<(String, String, String)> {
    let parts = Parts::of(bytes);
    let xml = parts.xml("xl/worksheets/sheet2.xml");
    let cells = all(xml.root(), "c").into_iter();
    let mut found = Vec::new();
    for cell in cells {
        if let [formula] = all(cell, "f")[..] {
            let value = all(cell, "v")[0].text().unwrap();
            found.push((cell.attribute("r").unwrap().to_owned(), formula.text().unwrap().to_owned(), value.to_owned()));
        }
    }
    found
}

#[test]
fn every_formula_comes_exactly_to_what_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let mut endings = BTreeSet::new();
    for month in ["2022-04", "2022-05", "2022-06"] {
        let bytes = written(&["status", "--month", month], folder.path());
        let results = results(&bytes);
        assert!(results.len() > 5);
        for (cell, formula, value) in results {
            let (ending, sum, exact) = match formula.strip_suffix(",2)") {
                Some(rest) => match rest.split_once('(').unwrap() {
                    ("ROUNDDOWN", sum) => ("cut", sum, false),
                    ("ROUND", sum) => ("two", sum, true),
                    other => panic!("{other:?}"),
                },
                None => match formula.strip_suffix(",0)") {
                    Some(rest) => ("whole", rest.strip_prefix("ROUND(").unwrap(), true),
                    None => ("plain", formula.as_str(), true),
                },
            };
            endings.insert(ending);
            let sum = evaluate(sum);
            let cut = (sum * Fraction::from(100)).floor() / Fraction::from(100);
            assert_eq!(decimal(&value), cut, "{cell} {formula}");
            assert_eq!(cut == sum, exact, "{cell} {formula}");
        }
    }
    assert!(endings.contains("cut") && endings.contains("plain"), "{endings:?}");
}

fn decimal(written: &str) -> Fraction<i128> {
    let (whole, part) = written.split_once('.').unwrap_or((written, ""));
    let scale = 10_i128.pow(u32::try_from(part.len()).unwrap());
    Fraction::new(format!("{whole}{part}").parse().unwrap(), scale)
}

/// What a sum comes to: figures, brackets, and the four kinds of arithmetic.
fn evaluate(sum: &str) -> Fraction<i128> {
    let mut rest = sum;
    let result = added(&mut rest);
    assert_eq!(rest, "", "{sum}");
    result
}

fn added(rest: &mut &str) -> Fraction<i128> {
    let mut result = multiplied(rest);
    while let Some(sign @ ('+' | '-')) = rest.chars().next() {
        *rest = &rest[1..];
        let next = multiplied(rest);
        result = if sign == '+' { result + next } else { result - next };
    }
    result
}

fn multiplied(rest: &mut &str) -> Fraction<i128> {
    let mut result = figure(rest);
    while let Some(sign @ ('*' | '/')) = rest.chars().next() {
        *rest = &rest[1..];
        let next = figure(rest);
        result = if sign == '*' { result * next } else { result / next };
    }
    result
}

fn figure(rest: &mut &str) -> Fraction<i128> {
    if let Some(inner) = rest.strip_prefix('(') {
        *rest = inner;
        let result = added(rest);
        *rest = rest.strip_prefix(')').unwrap();
        return result;
    }
    let end = rest.find(|letter: char| !letter.is_ascii_digit() && letter != '.');
    let (figure, after) = rest.split_at(end.unwrap_or(rest.len()));
    *rest = after;
    decimal(figure)
}

/// The same workbook without the results of its formulas: whoever shows any has computed them.
fn without_results(bytes: &[u8]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in Parts::of(bytes).0 {
        let mut text = text;
        if name.starts_with("xl/worksheets/sheet") {
            while let Some(at) = text.find("</f><v>") {
                let end = text[at..].find("</v>").unwrap();
                text.replace_range(at + 4..at + end + 4, "");
            }
        }
        writer.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn another_program_computes_the_lags_that_are_shown() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("data");
    copy(&root().join("data"), &workspace);
    let bytes = written(&["status", "--month", "2022-06", "--lang", "en"], folder.path());
    let bare = without_results(&bytes);
    assert!(results(&bytes).len() > 5);
    fs::write(folder.path().join("bare.xlsx"), bare).unwrap();
    let home = format!("-env:UserInstallation=file://{}", folder.path().join("home").display());
    // The second sheet, with its formulas computed, as comma-separated values.
    let csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,2";
    let output = Command::new("soffice")
        .args([&home, "--headless", "--convert-to", csv, "bare.xlsx"])
        .current_dir(folder.path())
        .output();
    let computed = folder.path().join("bare-rows.csv");
    if !output.is_ok_and(|output| output.status.success()) || !computed.exists() {
        return not_checked("formulas computed by another program", "soffice with its spreadsheets");
    }
    let computed = fs::read_to_string(computed).unwrap();
    let mut reader = csv::Reader::from_reader(computed.as_bytes());
    let at = reader.headers().unwrap().iter().position(|head| head == "months late").unwrap();
    let found: Vec<String> = reader.records().map(|row| row.unwrap()[at].to_owned()).collect();
    let range = cells(&bytes, "rows");
    let shown: Vec<String> = range.rows().skip(1).map(|row| row[at].to_string()).collect();
    assert_eq!(found, shown);
}
