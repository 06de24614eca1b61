//! Words that all official documents share. They are in Chinese whatever the language of the program is: GB/T 9704 lays
//! out no other, and no office sends any other. Whatever nobody has given stays blank, to be filled in by a person.

use chrono::{Datelike, NaiveDate};

use super::{Lang, terms};
use crate::model::{Month, Office, Plan};

/// The blank that is left for a name or a number.
pub const BLANK: &str = "　　　　";

/// 发文机关; blank where the plan names none.
pub fn issuer(office: &Office) -> &str {
    given(&office.name)
}

/// 发文机关标志 of a circular.
pub fn red_head(office: &Office) -> String {
    format!("{}文件", issuer(office))
}

/// A text, or the blank.
pub fn given(text: &str) -> &str {
    match text.trim() {
        "" => BLANK,
        text => text,
    }
}

/// 发文字号: as given, else with what is known: 上水防办〔2022〕　号.
pub fn number(given_number: Option<&str>, code: &str, year: i32) -> String {
    match given_number.map(str::trim) {
        Some(number) if !number.is_empty() => number.to_owned(),
        _ => format!("{}〔{year}〕　号", given(code)),
    }
}

/// 成文日期: in Arabic digits without leading zeros, else with blanks in the year of the month after the one assessed.
pub fn date(given_date: Option<NaiveDate>, month: Month) -> String {
    given_date.map_or_else(|| format!("{}年　月　日", month.plus(1).year()), |date| terms::day(date, Lang::Zh))
}

/// The year of 发文字号.
pub fn year_of(given_date: Option<NaiveDate>, month: Month) -> i32 {
    given_date.map_or(month.plus(1).year(), |date| date.year())
}

/// A day by which something is asked for.
pub fn by_day(day: Option<NaiveDate>) -> String {
    day.map_or_else(|| "　　月　　日".to_owned(), |day| terms::day(day, Lang::Zh))
}

/// 附注: whom to ask.
pub fn contact(office: &Office) -> String {
    let (contact, phone) = (given(&office.contact), given(&office.phone));
    format!("（联系人：{contact}；联系电话：{phone}）")
}

/// 抄送; empty if nobody gets a copy.
pub fn copies(office: &Office) -> Option<String> {
    let copies = office.copies.join("，");
    (!copies.is_empty()).then(|| format!("抄送：{copies}。"))
}

/// 印发机关 and 印发日期.
pub fn printed(office: &Office, date: &str) -> (String, String) {
    (issuer(office).to_owned(), format!("{date}印发"))
}

/// 主送机关 of a circular.
pub fn addressees(office: &Office) -> String {
    match office.addressees.trim() {
        "" => "各有关单位：".to_owned(),
        addressees => format!("{addressees}："),
    }
}

/// On every page of a document about sample data.
pub fn sample_mark(plan: &Plan) -> Option<&'static str> {
    plan.sample.then_some("示例数据，并非真实情况")
}

/// 附件：
pub const ANNEXES: &str = "附件：";

/// 附件, 附件1
pub fn annex_label(position: usize, count: usize) -> String {
    if count == 1 { "附件".to_owned() } else { format!("附件{}", position + 1) }
}

/// An annex in the note below the text, numbered if there are several.
pub fn annex_name(name: &str, position: usize, count: usize) -> String {
    if count == 1 { name.to_owned() } else { format!("{}.{name}", position + 1) }
}

/// （一）
pub fn second_level(position: usize) -> String {
    format!("（{}）", numeral(position + 1))
}

/// 一、
pub fn first_level(position: usize, heading: &str) -> String {
    format!("{}、{heading}", numeral(position + 1))
}

/// Chinese numerals up to 99; what is beyond is written in digits.
pub fn numeral(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match (number / 10, number % 10) {
        (0, ones) => DIGITS[ones].to_owned(),
        (1, ones) => format!("十{}", DIGITS[ones]),
        (tens @ 2..=9, ones) => format!("{}十{}", DIGITS[tens], DIGITS[ones]),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{number, numeral};

    #[test]
    fn numerals_are_those_of_headings() {
        let said: Vec<String> = [1, 9, 10, 11, 20, 25, 99, 100].map(numeral).into();
        assert_eq!(said, ["一", "九", "十", "十一", "二十", "二十五", "九十九", "100"]);
    }

    #[test]
    fn a_number_nobody_has_given_stays_blank() {
        assert_eq!(number(None, "上水防办", 2022), "上水防办〔2022〕　号");
        assert_eq!(number(None, "", 2022), "　　　　〔2022〕　号");
        assert_eq!(number(Some("上水防办〔2022〕5号"), "", 2022), "上水防办〔2022〕5号");
    }
}
