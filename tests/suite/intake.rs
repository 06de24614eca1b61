//! Tables that are meant to be misread: each is taken right or refused, never taken wrong. The cases in
//! `tests/cases/intake.json` and `tables.json` say what is right; random tables of known truth are told lies about
//! themselves.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the program is given files to read, and what it wrote is read back"
)]
#![expect(clippy::result_large_err, reason = "a refusal is what these tests look at, and they are not many")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;
use shangdang::disk;
use shangdang::model::{Month, Reading, Workspace};
use tempfile::TempDir;

use crate::folders::entries;
use crate::forms::Office;
use crate::program::program;

const GIVEN: &str = include_str!("../cases/intake.json");
const OWN: &str = include_str!("../cases/tables.json");

#[test]
fn tables_that_are_meant_to_be_misread_are_taken_right_or_refused() {
    assert_eq!(hold_cases(GIVEN), 25);
}

#[test]
fn tables_of_many_offices_are_taken_right_or_refused() {
    assert!(hold_cases(OWN) >= 40);
}

/// Holds each case against what is right for it; how many there were.
fn hold_cases(file: &str) -> usize {
    let file: Value = serde_json::from_str(file).unwrap();
    let cases = file["cases"].as_array().unwrap();
    let mut wrong = Vec::new();
    for case in cases {
        let taken = taken(&file["base"], case);
        let got = if taken.as_object().unwrap().is_empty() { Value::from("refused") } else { taken };
        if !case["right"].as_array().unwrap().contains(&got) {
            wrong.push(format!("{} ({}): {got}", case["id"], case["why"]));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    cases.len()
}

/// The new reports that come of a table: the figures by report and item.
fn taken(base: &Value, case: &Value) -> Value {
    let folder = TempDir::new().unwrap();
    for (path, text) in base.as_object().unwrap() {
        let path = folder.path().join("office").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text.as_str().unwrap()).unwrap();
    }
    let table = folder.path().join(case["file"].as_str().unwrap());
    let bytes = match case["base64"].as_str() {
        Some(packed) => unpacked(packed),
        None => case["text"].as_str().unwrap().as_bytes().to_vec(),
    };
    fs::write(&table, bytes).unwrap();
    let mut command = limited(folder.path());
    command.args(["-C", "office", "collect"]).arg(&table);
    command.args(case["args"].as_array().unwrap().iter().map(|argument| argument.as_str().unwrap()));
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0 | 1)), "{}: {said}", case["id"]);
    assert!(said.is_empty(), "{}: {said}", case["id"]);
    let mut taken = serde_json::Map::new();
    for month in entries(folder.path().join("office/reports")) {
        for file in entries(&month) {
            let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
            let path = format!("reports/{}/{}", name(&month), name(&file));
            if base.get(&path).is_none() {
                taken.insert(path, figures(&fs::read_to_string(&file).unwrap()));
            }
        }
    }
    Value::Object(taken)
}

/// The program in four gibibytes, where a system can say so: what claims to be larger is not believed.
fn limited(folder: &Path) -> Command {
    let program = program(folder);
    if !cfg!(unix) {
        return program;
    }
    let mut limited = Command::new("/bin/sh");
    limited.args(["-c", "ulimit -v 4194304; exec \"$0\" \"$@\""]).arg(program.get_program());
    limited.current_dir(folder).env_clear();
    limited
}

fn figures(report: &str) -> Value {
    let report: toml::Table = report.parse().unwrap();
    let entries = report.get("entries").and_then(toml::Value::as_array).cloned().unwrap_or_default();
    let figures = entries.iter().map(|entry| {
        let readings = ["percent", "done", "value", "occurrence", "state"];
        let figure = readings.into_iter().find_map(|key| entry.get(key)).unwrap();
        let shown = match figure {
            toml::Value::String(text) => text.clone(),
            toml::Value::Integer(whole) => whole.to_string(),
            other => other.as_float().unwrap().to_string(),
        };
        (entry["item"].as_str().unwrap().to_owned(), Value::from(shown))
    });
    Value::Object(figures.collect())
}

/// Bytes written in base64.
fn unpacked(packed: &str) -> Vec<u8> {
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::new();
    let (mut kept, mut count) = (0_u32, 0);
    for letter in packed.bytes().filter(|letter| *letter != b'=') {
        let value = letters.iter().position(|known| *known == letter).unwrap();
        kept = (kept << 6) | u32::try_from(value).unwrap();
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(kept >> count & 0xFF).unwrap());
        }
    }
    bytes
}

/// What a table really is.
#[derive(Clone, Debug)]
struct Truth {
    unit: &'static str,
    other: &'static str,
    month: u32,
    /// The percentage of 1.1 and the tenths of kilometres of 1.2.
    percent: u32,
    tenths: u32,
}

const UNITS: [(&str, &str); 3] = [("a", "甲镇"), ("b", "乙镇"), ("c", "东甲镇")];

fn truth() -> impl Strategy<Value = Truth> {
    (0..3_usize, 1..3_usize, 1..=12_u32, 2..100_u32, 1..100_u32).prop_map(|(unit, step, month, percent, tenths)| {
        Truth { unit: UNITS[unit].1, other: UNITS[(unit + step) % 3].1, month, percent, tenths }
    })
}

/// A text with its places filled in: U the unit, V another, M the month, N another, D a number.
fn filled(pattern: &str, truth: &Truth, other_month: u32, number: u32) -> String {
    pattern
        .replace('U', truth.unit)
        .replace('V', truth.other)
        .replace('M', &truth.month.to_string())
        .replace('N', &other_month.to_string())
        .replace('D', &number.to_string())
}

/// Titles and names of a table of U for month M.
const HONEST: [&str; 12] = [
    "U2022年M月治污进展",
    "U2022年M月",
    "2022年M月U月报表",
    "2022年1—M月工作进展（U）",
    "附件D：U2022年M月进展情况表",
    "2022-M-U",
    "UM月进展",
    "",
    "水污染防治工作调度表",
    "2022年M月份",
    "U",
    "2022年度示例方案",
];

/// What else may stand in them, about something else.
const LIES: [&str; 21] = [
    "2022年D项重点任务",
    "2022年N季度",
    "第D季度",
    "2022年D件实事",
    "参照V格式",
    "V转来",
    "抄送V",
    "N月填报",
    "N月开工项目",
    "2021年N月考核",
    "截至N月D日",
    "N月底前完成",
    "（第D期）",
    "与V联合",
    "不含V",
    "2022年N月D日印发",
    "上半年",
    "去年同期",
    "D个月",
    "（D）",
    "代V填报",
];

fn titled() -> impl Strategy<Value = (String, bool)> {
    let honest = select(&HONEST[..]);
    let lie = prop::option::of(select(&LIES[..]));
    (honest, lie, 0..3_u8).prop_map(|(honest, lie, place)| {
        let lie = lie.unwrap_or("");
        let text = match place {
            0 => format!("{lie}{honest}"),
            1 => format!("{honest}{lie}"),
            _ => format!("{honest}（{lie}）"),
        };
        (text, lie.is_empty())
    })
}

/// A heading, and how many of what it counts in the amounts of 1.1 (percent) and 1.2 (tenths of kilometres) are.
const HEADINGS: [(&str, Counts); 9] = [
    ("累计完成", Counts::Own),
    ("完成率", Counts::Percent),
    ("完成率（%）", Counts::Percent),
    ("累计完成（公里）", Counts::Kilometres),
    ("累计完成（米）", Counts::Metres),
    ("累计完成（单位：米）", Counts::Metres),
    ("累计完成（累计）", Counts::Own),
    ("完成比例（计划）,累计完成", Counts::Own),
    ("完成率（上月）,完成率（%）", Counts::Percent),
];

#[derive(Clone, Copy, Debug)]
enum Counts {
    Own,
    Percent,
    Kilometres,
    Metres,
}

impl Counts {
    /// How 1.1 and 1.2 are written under the heading; none where it cannot be.
    fn written(self, truth: &Truth) -> [Option<String>; 2] {
        let Truth { percent, tenths, .. } = truth;
        let kilometres = format!("{}.{}", tenths / 10, tenths % 10);
        match self {
            Self::Own => [Some(percent.to_string()), Some(kilometres)],
            // Ten kilometres in all: a tenth of one is one percent.
            Self::Percent => [Some(percent.to_string()), Some(tenths.to_string())],
            Self::Kilometres => [None, Some(kilometres)],
            Self::Metres => [None, Some((tenths * 100).to_string())],
        }
    }
}

/// What is done to the text of the table at last.
const MISHAPS: [(&str, &str); 9] = [
    ("", ""),
    ("\n", "\r\n"),
    ("\n", "\r"),
    (",顺利", ",\"顺利"),
    (",顺利", ",一期完成,二期未动"),
    (",顺利", ",\"一期，\n二期\""),
    (",顺利", ",\"顺利\"坏"),
    ("1.10,", "1.1,"),
    ("1.2,", "1.2（一期）,"),
];

fn office() -> Office {
    let file: Value = serde_json::from_str(GIVEN).unwrap();
    let folder = TempDir::new().unwrap();
    for (path, text) in file["base"].as_object().unwrap() {
        let text = text
            .as_str()
            .unwrap()
            .replace("[units.b]", "[units.c]\nname = \"东甲镇\"\nkind = \"township\"\n\n[units.b]");
        // All of them do everything.
        let text = text
            .replace("lead = [\"a\"]", "lead = [\"a\", \"b\", \"c\"]")
            .replace("[\"a\", \"b\"]", "[\"a\", \"b\", \"c\"]");
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    Office::from(disk::read(folder.path()).unwrap())
}

thread_local! {
    static OFFICE: Office = office();
}

/// What a report in a workspace says of the items of a unit, by their ids.
fn said_of(workspace: &Workspace, unit: &str, month: Month) -> BTreeMap<String, String> {
    let mut said = BTreeMap::new();
    for share in workspace.shares.iter().filter(|share| workspace.unit(share.unit).id == unit) {
        for entry in share.entries.iter().filter(|entry| entry.month == month) {
            let (Reading::Percent(figure) | Reading::Done(figure)) = entry.reading else {
                continue;
            };
            said.insert(workspace.item(share.item).id.clone(), figure.to_string());
        }
    }
    said
}

/// What says nothing but the truth is taken: refusing everything would be no art.
#[test]
fn honest_tables_are_taken() {
    let truth = Truth { unit: "甲镇", other: "乙镇", month: 6, percent: 60, tenths: 35 };
    let says_all = |pattern: &&&str| pattern.contains('U') && pattern.contains('M');
    for pattern in HONEST.iter().filter(says_all) {
        for (title, file) in [(*pattern, "a"), ("水污染防治工作调度表", *pattern)] {
            let [title, file] = [title, file].map(|pattern| filled(pattern, &truth, 5, 2));
            let table = format!("{title}\n编号,累计完成,说明\n1.10,60,顺利\n1.2,3.5公里,\n合计,,\n");
            let (received, after) =
                OFFICE.with(|office| office.reconcile_as(table.as_bytes(), &file, "v.csv")).unwrap();
            assert_eq!(received.faults, [], "{file}\n{table}");
            let said = said_of(&after.unwrap(), "a", Month::new(2022, 6).unwrap());
            let expected = [("1.10", "60"), ("1.2", "3.5")].map(|(id, figure)| (id.to_owned(), figure.to_owned()));
            assert_eq!(said, BTreeMap::from(expected), "{file}\n{table}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a table is told to say of itself besides the truth, it is read right or refused.
    #[test]
    fn random_tables_are_read_right_or_refused(
        truth in truth(),
        (title, is_honest) in titled(),
        (file, _) in titled(),
        label in 0..4_u8,
        (heading, counts) in select(&HEADINGS[..]),
        (from, to) in select(&MISHAPS[..]),
        other_month in 1..=12_u32,
        number in 1..=12_u32,
    ) {
        let title = filled(&title, &truth, other_month, number);
        let file = filled(&file, &truth, number, other_month);
        let labelled = match label {
            0 => format!("填报单位：{},填报月份：2022年{}月\n", truth.unit, truth.month),
            1 => format!("单位,{}\n", truth.unit),
            _ => String::new(),
        };
        let [percent, amount] = counts.written(&truth);
        let before = if heading.contains(',') { "77," } else { "" };
        let mut rows = String::new();
        if let Some(percent) = &percent {
            writeln!(rows, "1.10,{before}{percent},顺利").unwrap();
        }
        if let Some(amount) = &amount {
            writeln!(rows, "1.2,{before}{amount},顺利").unwrap();
        }
        let table = format!("{title}\n{labelled}编号,{heading},进展说明\n{rows}合计,{before}88,\n").replacen(from, to, 9);
        // Titles that tell two months or units of their own are no lies about one truth.
        let said = OFFICE.with(|office| office.reconcile_as(table.as_bytes(), &file, "v.csv"));
        if let Ok((received, Some(after))) = said {
            let unit = UNITS.iter().find(|(_, name)| *name == truth.unit).map(|(id, _)| *id).unwrap();
            prop_assert_eq!(&received.report.unit, unit, "{}\n{}", file, table);
            prop_assert_eq!(received.month, Month::new(2022, truth.month).unwrap(), "{}\n{}", file, table);
            let mut expected = BTreeMap::new();
            expected.extend(percent.map(|_| ("1.10".to_owned(), truth.percent.to_string())));
            let shown = format!("{}.{}", truth.tenths / 10, truth.tenths % 10);
            expected.extend(amount.map(|_| ("1.2".to_owned(), shown.trim_end_matches(".0").to_owned())));
            let said = said_of(&after, unit, received.month);
            prop_assert_eq!(said, expected, "{}\n{}\n{}", file, table, is_honest);
        }
    }
}
