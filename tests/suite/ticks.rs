//! Named things on a form, a row each, and duties that are counted: what units tick and count comes back as they meant it,
//! or is asked.

use shangdang::forms::{Form, Outside, Row, Value, read, receive, reconcile, workbook};
use shangdang::model::{Month, UnitIx};
use shangdang::text::Lang;

use crate::forms::Office;

const VILLAGES: &str = "examples/plans/named-villages";
const PATROLS: &str = "examples/plans/three-patrols-a-month";

/// The columns of a form for figures and notes, and its first row with an item.
const FIGURE: u32 = 6;
const NOTE: u32 = 8;
const FIRST: u32 = 6;

fn month(number: u32) -> Month {
    Month::new(2022, number).expect("a month")
}

/// What becomes of the form of a unit with these cells filled in, by position of the row and column.
fn filled(office: &Office, unit: &str, number: u32, cells: &[(u32, u32, Value)]) -> String {
    let form = office.form(unit, month(number));
    let mut book = read(&workbook(&form, Lang::Zh).expect("a form"), "form.xlsx").expect("a workbook");
    for (row, column, value) in cells {
        book.sheets[0].cells.insert((FIRST + row, *column), value.clone());
    }
    let outside = Outside { unit: None, month: None, on: None, file: "form.xlsx" };
    let mut sheets = receive(&book, &office.workspace, outside, Lang::Zh);
    let mut received = match sheets.remove(0).outcome {
        Ok(received) => received,
        Err(refusal) => return refusal.advice(Lang::Zh).what,
    };
    match reconcile(&mut received, &office.sources, &office.workspace, Lang::Zh) {
        Err(refusal) => refusal.advice(Lang::Zh).what,
        Ok(Some(reconciled)) => reconciled.text,
        Ok(None) => {
            let said = received.faults.iter().map(|fault| (fault.cell(), fault.fault.advice(Lang::Zh).what));
            said.flat_map(|(cell, what)| [cell, " ".to_owned(), what, "\n".to_owned()]).collect()
        }
    }
}

/// What becomes of a table of the unit's own making.
fn own(office: &Office, unit: &str, number: u32, rows: &str) -> String {
    let table = format!("填报单位：{unit},2022年{number}月,\n事项编号,累计完成,进展说明\n{rows}\n");
    office.said(table.as_bytes(), "own.csv")
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn number(written: &str) -> Value {
    Value::Number { written: written.to_owned(), is_percent: None }
}

#[test]
fn each_named_thing_has_a_row_that_says_whether_it_was_done_before() {
    let office = Office::of(VILLAGES);
    let form = office.form("sudian", month(9));
    let rows: Vec<_> = form.rows.iter().map(|row| (row.object.as_deref(), &*row.last)).collect();
    let expected = [("东村", "已报完成"), ("西村", ""), ("南村", "已报完成"), ("北村", "")];
    assert_eq!(rows, expected.map(|(name, last)| (Some(name), last)));
    assert_eq!(form.rows[0].id(Lang::Zh), "6.1\n（东村）");
    // What is asked of all of them is said once.
    let asked: Vec<_> = form.rows.iter().filter(|row| !row.required.is_empty()).map(Row::clone).collect();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].required, "9月末应完成2村；下一节点2022年12月末4村");
    // Who is done with all of them is not asked again.
    let done = Form::of(&office.workspace, UnitIx(4), month(9), false, Lang::Zh);
    assert_eq!((done.unit.as_str(), done.rows.len()), ("xichi", 0));
}

#[test]
fn ticks_add_to_what_was_done_before() {
    let office = Office::of(VILLAGES);
    let said = |cells: &[(u32, u32, Value)]| filled(&office, "sudian", 9, cells);
    for tick in [text("√"), text("✓"), text("是"), text("完成"), text(" 1 "), number("1")] {
        let report = said(&[(1, FIGURE, tick.clone())]);
        assert!(report.contains("item = \"6.1\"\ndone = [\"东村\", \"西村\", \"南村\"]\n"), "{tick:?}: {report}");
    }
    // Words alone say why one is not done yet; those of several rows stand together, each with its name.
    let report = said(&[(3, NOTE, text("正在开挖")), (1, FIGURE, text("√")), (1, NOTE, text("已验收"))]);
    assert!(report.contains("note = \"西村：已验收；北村：正在开挖\""), "{report}");
    let report = said(&[(3, NOTE, text("正在开挖"))]);
    assert!(report.contains("done = [\"东村\", \"南村\"]\nnote = \"北村：正在开挖\""), "{report}");
    let report = said(&[(3, FIGURE, text("×"))]);
    assert!(report.contains("done = [\"东村\", \"南村\"]\n"), "{report}");
}

#[test]
fn what_is_taken_back_needs_a_word_and_what_is_no_tick_is_asked() {
    let office = Office::of(VILLAGES);
    let said = |cells: &[(u32, u32, Value)]| filled(&office, "sudian", 9, cells);
    let refused = said(&[(0, FIGURE, text("未完成"))]);
    assert_eq!(refused, "I7 2022年8月报过已完成的东村，这里没有了，却没有说明\n");
    let taken = said(&[(0, FIGURE, text("未完成")), (0, NOTE, text("返工"))]);
    assert!(taken.contains("done = [\"南村\"]\nnote = \"东村：返工\""), "{taken}");
    for unclear in [text("基本完成"), text("2"), number("0.5"), text("80%")] {
        let refused = said(&[(1, FIGURE, unclear.clone())]);
        assert!(refused.starts_with("G8 这里不能填"), "{unclear:?}: {refused}");
    }
    assert!(said(&[]).contains("没有填"), "an untouched form is no report");
}

#[test]
fn tables_of_their_own_name_things_in_one_cell_or_a_row_each() {
    let office = Office::of(VILLAGES);
    let said = |rows: &str| own(&office, "苏店镇", 9, rows);
    for rows in ["6.1,东村、西村、南村,", "6.1,\"南村,西村,东村\",", "6.1（西村）,√,"] {
        let report = said(rows);
        assert!(
            report.contains("done = [\"东村\", \"西村\", \"南村\"]\n")
                || report.contains("done = [\"南村\", \"西村\", \"东村\"]\n"),
            "{rows}: {report}"
        );
    }
    assert!(said("6.1,无,全部返工").contains("done = []\nnote = \"全部返工\""));
    assert!(said("6.1,3,").starts_with("B3 这里不能填“3”"));
    assert!(said("6.1,东村、中村,").starts_with("B3 这里不能填"));
    assert!(said("6.1（中村）,√,").starts_with("A3 "));
    assert!(said("6.1（西村）,√,\n6.1（西村）,×,").contains("填了两行"));
    // Another township's village is not theirs to report.
    assert!(said("6.1,东村、南村、上河村,").contains("上河村分给了荫城镇"));
}

#[test]
fn times_are_counted_within_the_period() {
    let office = Office::of(PATROLS);
    let form = office.form("yincheng", month(7));
    let rows: Vec<_> = form.rows.iter().map(|row| (row.occurrence, &*row.required, &*row.measure)).collect();
    let required = |number: u32| format!("2022年{number}月这一期至少3次，月末前做满");
    let expected = [4, 5, 6, 7].map(|of| ((of < 7).then(|| month(of)), required(of), "次（本期累计）"));
    assert_eq!(rows, expected.each_ref().map(|(due, required, measure)| (*due, &**required, *measure)));
    let report = filled(&office, "yincheng", 7, &[(0, FIGURE, number("3")), (3, FIGURE, text("2次"))]);
    assert!(report.contains("done = 3\noccurrence = \"2022-04\"\n"), "{report}");
    assert!(report.contains("done = 2\noccurrence = \"2022-07\"\n"), "{report}");
    for unclear in [text("两次"), number("1.5"), text("已完成"), text("67%")] {
        let refused = filled(&office, "yincheng", 7, &[(3, FIGURE, unclear.clone())]);
        assert!(refused.starts_with("G10 这里不能填"), "{unclear:?}: {refused}");
    }
    let report = own(&office, "苏店镇", 7, "1.1,2,");
    assert!(report.contains("item = \"1.1\"\ndone = 2\n"), "{report}");
}
