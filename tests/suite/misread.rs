//! Tables that are easily misread: what looks like the figure and is the plan's, like the month and is a span, like one
//! table and is two. A wrong figure is worse than none: what is not certain is refused.

use crate::forms::Office;

const STORY: &str = "tests/golden/tables-come-back.in";

/// What is said of a table in CSV.
fn said(table: &str) -> String {
    Office::of(STORY).said(table.as_bytes(), "a.csv")
}

/// Holds what is said of tables against a part of it.
fn hold(cases: &[(&str, &str)]) {
    for (table, expected) in cases {
        let said = said(table);
        assert!(
            said.contains(expected),
            "{table}\nwanted {expected}\ngot {said}"
        );
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
        ("2022年5、6月进展", "2022年5月，A1却是2022年6月"),
        ("2022年5月和6月进展", "2022年5月，A1却是2022年6月"),
        ("2021年1-6月进展", "2021年6月不在方案期内"),
        ("2021年度6月进展", "看不出是哪个月的"),
        ("21年6月进展", "看不出是哪个月的"),
        ("2022年度6月进展", "month = \"2022-06\""),
    ] {
        hold(&[(&titled(title), expected)]);
    }
}
