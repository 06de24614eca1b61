//! What values a key of the files may have, in words. What each key means is written with it, in `load::keys`.

use crate::load::keys::Form;
use crate::problem::DecimalRule;

say! { lang;
    /// What value a key may have.
    pub fn form(form: &Form) {
        match form {
            Form::Text => { "文字，带引号", "a text, in quotes" }
            Form::Title => { "文字，带引号，不能空", "a text, in quotes, not empty" }
            Form::Id => { "标识：小写英文字母、数字和 -，带引号", "an id: lower-case letters, digits and -, in quotes" }
            Form::ItemId => { "事项编号，如 \"2.1\"", "an item's id, such as \"2.1\"" }
            Form::FindingId => { "督查事项编号，如 \"2.d1\"", "a finding's id, such as \"2.d1\"" }
            Form::Month => { "月份，如 \"2022-06\"", "a month, such as \"2022-06\"" }
            Form::Day => { "日期，如 2022-06-22，不加引号", "a date, such as 2022-06-22, without quotes" }
            Form::Moment => { "月份 \"2022-06\"，或日期 2022-06-15", "a month \"2022-06\", or a date 2022-06-15" }
            Form::DayOfYear => { "“月-日”，如 \"06-01\"", "month and day, such as \"06-01\"" }
            Form::Switch => { "true 或 false", "true or false" }
            Form::SwitchOr(words) => {
                let words = lang.list(words.iter().map(|word| format!("\"{word}\"")));
                "true、false 或 {words}", "true, false or {words}"
            }
            Form::Number(DecimalRule::Percent) => { "0到100的数，最多两位小数", "a number from 0 to 100, at most two decimals" }
            Form::Number(DecimalRule::Amount) => { "0或更大的数，最多四位小数", "a number, 0 or more, at most four decimals" }
            Form::Number(DecimalRule::PositiveAmount) => { "大于0的数，最多四位小数", "a number greater than 0, at most four decimals" }
            Form::Number(DecimalRule::Value) => { "数，最多四位小数", "a number, at most four decimals" }
            Form::Number(DecimalRule::Whole) => { "0或更大的整数", "a whole number, 0 or more" }
            Form::Target => { "数，两个界限 [6, 9]，或级名 \"Ⅲ\"", "a number, two bounds [6, 9], or a class \"Ⅲ\"" }
            Form::Reading => { "数，最多四位小数；或级名 \"Ⅲ\"", "a number, at most four decimals; or a class \"Ⅲ\"" }
            Form::Number(DecimalRule::Count) => { "大于0的整数", "a whole number, 1 or more" }
            Form::NumberOrTexts(rule) => {
                let number = self::form(&Form::Number(*rule), lang);
                "{number}，或几个名字 [\"…\", \"…\"]", "{number}, or names [\"…\", \"…\"]"
            }
            Form::Within((least, most)) => { "{least}到{most}的整数", "a whole number from {least} to {most}" }
            Form::Choice(words) => {
                let quoted = lang.list(words.iter().map(|word| format!("\"{word}\"")));
                "其中之一：{quoted}", "one of {quoted}"
            }
            Form::WordOr((words, keys)) => {
                let quoted = lang.list(words.iter().map(|word| format!("\"{word}\"")));
                let names = lang.list(keys.names());
                "其中之一：{quoted}，或一段，里面写：{names}", "one of {quoted}, or a table of {names}"
            }
            Form::Texts => { "几段文字 [\"…\", \"…\"]", "texts [\"…\", \"…\"]" }
            Form::Ids => { "几个标识 [\"…\", \"…\"]", "ids [\"…\", \"…\"]" }
            Form::IdsOrTexts => {
                "几个标识 [\"…\", \"…\"]，或一段，每个标识后写做什么", "ids [\"…\", \"…\"], or a table that says of each what it does"
            }
            Form::Months => { "几个月份 [\"2022-03\", \"2022-09\"]", "months [\"2022-03\", \"2022-09\"]" }
            Form::Table(keys) | Form::Tables(keys) => {
                let names = lang.list(keys.names());
                "一段，里面写：{names}", "a table of {names}"
            }
            Form::Named(of) => {
                let of = self::form(of, lang);
                "自己起名，每个是{of}", "names of your choice, each {of}"
            }
        }
    }
}

words! { lang;
    /// Whether a key has to be there.
    pub fn presence(is_required: bool) {
        if is_required => { "必须写", "required" }
        "可以不写", "optional"
    }
}
