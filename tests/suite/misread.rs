//! Tables that are easily misread: what looks like the figure and is the plan's, like the month and is a span, like one
//! table and is two. A wrong figure is worse than none: what is not certain is refused.

use crate::forms::Office;

const STORY: &str = "tests/golden/tables-come-back.in";

/// What is said of a table in CSV, where ids are written as programs write them that keep their zeros.
fn said(table: &str) -> String {
    let table = table.replace("\n1.1,", "\n=\"1.1\",");
    Office::of(STORY).said(table.as_bytes(), "a.csv")
}

/// Holds what is said of tables against a part of it.
fn hold(cases: &[(&str, &str)]) {
    for (table, expected) in cases {
        let said = said(table);
        assert!(said.contains(expected), "{table}\nwanted {expected}\ngot {said}");
    }
}

#[test]
fn the_month_of_a_span_is_its_last_and_its_year_is_not_forgotten() {
    let titled = |title: &str| format!("区住建局{title}\n编号,完成率\n1.1,40\n");
    for (title, expected) in [
        ("2022年1—6月进展", "month = \"2022-06\""),
        ("2022年1-6月进展", "month = \"2022-06\""),
        ("2022年1～6月进展", "month = \"2022-06\""),
        ("2022年1至6月进展", "month = \"2022-06\""),
        ("2022年1月－6月进展", "month = \"2022-06\""),
        ("2022年1月到6月份进展", "month = \"2022-06\""),
        ("1—6月进展", "month = \"2022-06\""),
        ("22年6月进展", "month = \"2022-06\""),
        ("2022年5、6月进展", "看不出是哪个月的（A1“区住建局2022年5、6月进展”说得不够明白）"),
        ("2022年5月和6月进展", "看不出是哪个月的（A1“区住建局2022年5月和6月进展”说得不够明白）"),
        ("2021年1-6月进展", "2021年6月不在方案期内"),
        ("2021年度6月进展", "2021年6月不在方案期内"),
        ("21年6月进展", "2021年6月不在方案期内"),
        ("2022年12项重点任务6月进展", "看不出是哪个单位、哪个月的（A1"),
        ("2022年1季度进展", "看不出是哪个月的"),
        ("2022年度6月进展", "month = \"2022-06\""),
    ] {
        hold(&[(&titled(title), expected)]);
    }
}

#[test]
fn what_was_planned_or_done_before_is_not_what_is_done() {
    let table = |headings: &str, row: &str| format!("区住建局2022年6月\n{headings}\n{row}\n");
    let two = |first: &str, second: &str| {
        format!("区住建局2022年6月\n编号,事项,{first}\n,,{second}\n1.1,雨污分流改造,60,40\n")
    };
    hold(&[
        (&table("编号,完成率（计划）,完成情况", "1.1,60,40"), "percent = 40\n"),
        (&table("编号,完成情况（上月）,完成情况（本月）", "1.1,35,40"), "percent = 40\n"),
        (&table("编号,完成数(当月),累计完成", "1.1,5,40"), "percent = 40\n"),
        (&table("编号,事项,完成率（目标值）", "1.1,,60"), "没有“本月累计完成”这一列"),
        // Of this month alone, or since the beginning?
        (&table("编号,事项,本月完成", "1.1,,40"), "没有“本月累计完成”这一列"),
        (&table("编号,完成情况,本月完成情况", "1.1,35,40"), "B2、C2两列都像是“本月累计完成”"),
        (&table("编号,完成情况,进展", "1.1,40,顺利"), "percent = 40\nnote = \"顺利\"\n"),
        (&two("完成进度,", "计划,实际"), "percent = 40\n"),
        (&two("完成进度,", "本月,累计"), "percent = 40\n"),
        (&two("完成进度,", "上月,本月"), "C3、D3两列都像是“本月累计完成”"),
        (&two("完成进度,下一步", "计划,"), "都像是“本月累计完成”"),
        (&two("完成进度,下一步", "（%）,"), "percent = 60\n"),
    ]);
}

#[test]
fn what_stands_under_another_heading_is_not_done() {
    let start = "区住建局2022年6月\n编号,事项,完成率\n1.1,,40\n";
    hold(&[
        (&format!("{start}二、下月计划,,\n1.10,,80\n"), "C5 这一行在“二、下月计划”下面"),
        (&format!("{start}下月计划,,\n1.10,,80\n二、其他,,\n1.2,,30\n"), "C5 这一行在“下月计划”下面"),
        (&format!("{start}编号,事项,下月目标\n1.10,,80\n"), "第4行又是一个表头"),
        (&format!("{start}1.1-2,,80\n"), "A4 “1.1-2”指的是哪一部分"),
        (&format!("{start}1.2、1.3,,80\n"), "A4 “1.2、1.3”指的是哪一部分"),
    ]);
}

#[test]
fn no_row_is_lost_where_headings_come_again() {
    let start = "区住建局2022年6月\n编号,完成率\n1.1,40\n";
    let both = "item = \"1.1\"\npercent = 40\n\n[[entries]]\nitem = \"1.10\"\npercent = 30\n";
    hold(&[
        (&format!("{start}编号,完成率\n1.10,30\n"), both),
        (&format!("{start}\n\n编号,完成率\n1.10,30\n"), both),
        (&format!("{start}完成率,编号\n30,1.10\n"), "第4行又是一个表头"),
        (&format!("{start}编号,累计完成,进展说明\n1.10,30,好\n"), "第2行又是一个表头"),
        (&format!("{start}编号,完成率,累计完成\n1.10,30,40\n"), "B4、C4两列都像是“本月累计完成”"),
    ]);
}

#[test]
fn nobody_answers_for_the_rows_of_others() {
    let rows = |rows: &str| format!("填报单位：荫城镇,2022年6月\n编号,责任单位,完成数\n{rows}\n");
    let mine = "item = \"2.1\"\ndone = 4\n";
    hold(&[
        (&rows("2.1,荫城镇,4\n2.2,苏店 镇,3"), mine),
        (&rows("2.1,荫城 镇,4\n2.1,苏店镇,3"), mine),
        (&rows("2.1,荫城镇、苏店镇,4"), mine),
        (&rows("2.1,,4"), mine),
        (&rows("2.1,荫城镇,4\n2.2,苏占镇,3"), "B4 方案里没有“苏占镇”这个单位"),
        // The unit of measurement, not of the district.
        ("荫城镇2022年6月\n编号,单位,完成数\n2.1,个村,4\n", mine),
        ("填报单位：荫城镇\n2022年6月\n编号,完成数\n2.1,4\n填报单位：苏店镇\n2.2,3\n", "A1写的是荫城镇，A5却是苏店镇"),
    ]);
}

#[test]
fn labels_are_read_wherever_they_stand_but_not_in_notes() {
    let told = |above: &str, below: &str| {
        format!("{above}\n编号,完成率,进展说明\n1.1,40,报送日期：2022-06-01 已报\n{below}\n")
    };
    let signed = "submitted = 2022-06-28\nreporter = \"甲某\"\napprover = \"乙某\"\n";
    hold(&[
        (&told("填报单位：区住建局 填报月份：2022年6月 报送日期：2022-06-28", "填报人：甲某 审核人：乙某"), signed),
        (&told("单　位：区 住建局　　月份：2022年6月", "填报人：甲某，审核人：乙某，日 期：6月28日"), signed),
        (&told("区住建局2022年6月", "填报人：,甲某,审核人：乙某\n日期,2022-06-28"), signed),
        (&told("区住建局2022年6月", "1.10,,填报人：某人"), "B4 写了情况，没有填完成数"),
    ]);
    assert!(!said(&told("区住建局2022年6月", "")).contains("submitted"));
}

#[test]
fn a_figure_goes_to_the_item_that_its_row_names() {
    let rows = |rows: &str| format!("区住建局2022年6月\n编号,事项,完成率\n{rows}\n");
    let titles = |rows: &str| format!("区住建局2022年6月\n事项,完成率\n{rows}\n");
    let piped = "item = \"1.1\"\npercent = 40\n";
    hold(&[
        (&titles("1.1 雨污分流改造,40"), piped),
        (&titles("1.1雨污分流,40"), piped),
        (&titles("1.1、管网,40"), piped),
        (&titles("1.1（雨污分流改造）,40"), piped),
        (&titles("1.1 管网普查,40"), "A3 编号是 1.1，名称却是 1.2 的"),
        (&titles("1.1公里管线,40"), "B3 这一行填了数，却没有写是哪个事项"),
        (&rows("1.1 管网普查,,40"), "A3 编号是 1.1，名称却是 1.2 的"),
        (&rows("合计,,55\n1.1,,40\n平均,,47"), piped),
        (&rows("1.1,合计完成改造,40"), piped),
    ]);
}

#[test]
fn numbers_that_lost_their_zeros_are_held_against_the_name() {
    let office = Office::of(STORY);
    let table = |title: &str| {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write_string(0, 0, "区住建局2022年6月").unwrap();
        for (column, heading) in (0..).zip(["编号", "事项", "完成率"]) {
            sheet.write_string(1, column, heading).unwrap();
        }
        sheet.write_number(2, 0, 1.2).unwrap();
        sheet.write_string(2, 1, title).unwrap();
        sheet.write_number(2, 2, 100).unwrap();
        office.said(&book.save_to_buffer().unwrap(), "a.xlsx")
    };
    assert!(table("管网普查").contains("item = \"1.2\""));
    assert!(table("排水许可清理").contains("A3 编号是 1.2，名称却是 1.3 的"));
}

/// What the forms of both languages offer is what is taken back.
#[test]
fn every_word_that_a_form_offers_is_taken() {
    use shangdang::model::State;
    use shangdang::text::{Lang, forms as words, terms};
    for lang in [Lang::Zh, Lang::En] {
        for is_done in [true, false] {
            let offered = words::occurrence(is_done, lang);
            let table = format!("区水利局2022年6月\n编号,完成情况\n3.1（2022-06）,{offered}\n");
            let expected =
                if is_done { "occurrence = \"2022-06\"\n" } else { "occurrence = \"2022-06\"\nstate = \"problem\"\n" };
            assert!(said(&table).ends_with(expected), "{offered}: {}", said(&table));
        }
        for (state, word) in State::ALL {
            let offered = terms::state(state, lang);
            let table = format!("区水利局2022年6月\n编号,完成情况\n3.3,{offered}\n");
            let expected = format!("state = \"{word}\"");
            assert!(said(&table).contains(&expected), "{offered}: {}", said(&table));
        }
    }
}

#[test]
fn silence_is_no_report() {
    use shangdang::forms::workbook;
    use shangdang::text::Lang;
    let office = Office::of(STORY);
    let june = shangdang::model::Month::new(2022, 6).unwrap();
    let sent = workbook(&office.form("housing", june), Lang::Zh).unwrap();
    assert!(office.said(&sent, "a.xlsx").starts_with("refused: 这张表还没有填"));
    hold(&[
        ("区住建局2022年6月\n编号,事项,完成情况\n一,管网,已开工\n", "refused: 没有读到"),
        ("区住建局2022年6月\n编号,事项,完成情况\n一,管网,已开工\n报送日期：2022-06-20\n", "refused: 没有读到"),
    ]);
}

#[test]
fn what_is_counted_in_another_measure_is_not_taken() {
    let of = |measure: &str, item: &str| format!("荫城镇2022年6月\n编号,计量单位,完成数\n{item},{measure},3\n");
    hold(&[
        (&of("公里", "2.2"), "done = 3\n"),
        (&of("个 村", "2.1"), "done = 3\n"),
        (&of("", "2.1"), "done = 3\n"),
        (&of("米", "2.2"), "B3 这里的计量单位是“米”，方案里是“公里”"),
        (&of("%", "2.1"), "B3 这里的计量单位是“%”，方案里是“村”"),
    ]);
}

/// Somebody copies the sheet of a form and fills in the copy: nobody is to believe that it was read.
#[test]
fn sheets_beside_the_form_are_named() {
    use shangdang::forms::{Outside, Remark, read, receive, workbook};
    use shangdang::text::Lang;
    let office = Office::of(STORY);
    let june = shangdang::model::Month::new(2022, 6).unwrap();
    let sent = workbook(&office.form("housing", june), Lang::Zh).unwrap();
    let mut book = read(&sent, "a.xlsx").unwrap();
    let mut copy = book.sheets[0].clone();
    copy.name.push_str(" (2)");
    book.sheets.push(copy);
    let outside = Outside { unit: None, month: None, on: None, file: "a" };
    let sheets = receive(&book, &office.workspace, outside, Lang::Zh);
    let received = sheets[0].outcome.as_ref().unwrap();
    let named = Remark::SheetsSkipped(vec!["2022年6月月报 (2)".to_owned()]);
    assert_eq!((sheets.len(), &received.remarks[..]), (1, &[named][..]));
}

/// What is taken and yet unlikely is said: another month than the one that is due, cells of the office that were changed,
/// more than there is.
#[test]
fn what_is_taken_and_unlikely_is_said() {
    use shangdang::forms::{Outside, Remark, Value, read, receive, reconcile, workbook};
    use shangdang::model::Month;
    use shangdang::text::Lang;
    let office = Office::of(STORY);
    let month = |number: u32| Month::new(2022, number).unwrap();
    let outside = |month: Option<Month>| Outside { unit: None, month, on: None, file: "a" };
    let remarks = |table: &str, asked: Option<Month>| {
        let book = read(table.as_bytes(), "a.csv").unwrap();
        let mut received = receive(&book, &office.workspace, outside(asked), Lang::Zh).remove(0).outcome.unwrap();
        reconcile(&mut received, &office.sources, &office.workspace, Lang::Zh).unwrap();
        received.remarks
    };
    let table = |month: u32| format!("荫城镇2022年{month}月\n编号,累计完成\n2.1,4\n");
    assert_eq!(remarks(&table(6), None), [Remark::NoDay]);
    assert_eq!(remarks(&table(9), None), [Remark::OtherMonth(month(5)), Remark::NoDay]);
    assert_eq!(remarks(&table(9), Some(month(9))), [Remark::NoDay]);
    let over = Remark::OverTotal { cell: "B3".to_owned(), total: "7 村".to_owned() };
    assert!(remarks(&table(6).replace("2.1,4", "2.1,40"), None).contains(&over));
    let sent = workbook(&office.form("housing", month(6)), Lang::Zh).unwrap();
    let mut book = read(&sent, "a.xlsx").unwrap();
    book.sheets[0].cells.insert((6, 1), Value::Text("别的事项".to_owned()));
    let sheets = receive(&book, &office.workspace, outside(None), Lang::Zh);
    let received = sheets[0].outcome.as_ref().unwrap();
    assert!(received.remarks.contains(&Remark::Locked(vec!["B7".to_owned()])), "{:?}", received.remarks);
}
