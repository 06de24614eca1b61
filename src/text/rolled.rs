//! Words of a page on several plans at once.

use super::Lang;
use super::phrases::plural;
use super::terms;
use crate::model::Month;

/// The title.
pub fn title(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{count}个方案汇总"),
        Lang::En => format!("{} together", plural(count, "plan")),
    }
}

/// Where a row comes from.
pub fn member(lang: Lang) -> &'static str {
    lang.pick("来源", "plan")
}

/// A plan that is part of it.
pub fn part(member: &str, plan: &str, is_sample: bool, rest: &str, lang: Lang) -> String {
    match (lang, is_sample) {
        (Lang::Zh, true) => format!("{member}：{plan}（示例数据）。{rest}"),
        (Lang::Zh, false) => format!("{member}：{plan}。{rest}"),
        (Lang::En, true) => format!("{member}: {plan} (SAMPLE DATA). {rest}"),
        (Lang::En, false) => format!("{member}: {plan}. {rest}"),
    }
}

/// That each plan is held against its own ladder.
pub fn own_rules(lang: Lang) -> &'static str {
    lang.pick(
        "每个方案按自己的文件核算，编号只在自己的方案里有意义。",
        "Each plan is assessed by its own files; ids mean something within their own plan only.",
    )
}

/// A plan that is not part of it, and why.
pub fn left_out(member: &str, why: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("没有汇总 {member}：{why}"),
        Lang::En => format!("Not part of this: {member}: {why}"),
    }
}

/// Why a plan is left out.
#[derive(Clone, Copy, Debug)]
pub enum LeftOut<'a> {
    /// Its files have errors.
    Errors(usize),
    /// No plan lies there.
    NoPlan,
    /// It is named twice, or names a plan that names it.
    Twice,
    /// Too many plans within plans.
    TooDeep,
    /// It does not cover the month.
    NotThen(Month),
    /// The system will not let it be read.
    Unreadable(&'a str),
}

/// The same in words.
pub fn why(why: LeftOut<'_>, member: &str, lang: Lang) -> String {
    match (lang, why) {
        (Lang::Zh, LeftOut::Errors(count)) => {
            format!("文件有{count}个错误，运行 shangdang -C {member} check 看是哪些")
        }
        (Lang::Zh, LeftOut::NoPlan) => "那里没有 plan.toml".to_owned(),
        (Lang::Zh, LeftOut::Twice) => "已经汇总过（重复，或互相引用）".to_owned(),
        (Lang::Zh, LeftOut::TooDeep) => "方案套方案，层数太多".to_owned(),
        (Lang::Zh, LeftOut::NotThen(month)) => {
            format!("它的方案期不含{}", terms::month(month, lang))
        }
        (Lang::Zh, LeftOut::Unreadable(why)) => format!("读不了：{why}"),
        (Lang::En, LeftOut::Errors(count)) => {
            format!("{} in its files; shangdang -C {member} check shows them", plural(count, "error"))
        }
        (Lang::En, LeftOut::NoPlan) => "no plan.toml there".to_owned(),
        (Lang::En, LeftOut::Twice) => "it is part already: named twice, or plans that name each other".to_owned(),
        (Lang::En, LeftOut::TooDeep) => "plans within plans within plans, too many".to_owned(),
        (Lang::En, LeftOut::NotThen(month)) => format!("its plan does not cover {month}"),
        (Lang::En, LeftOut::Unreadable(why)) => format!("cannot be read: {why}"),
    }
}

/// That what is assumed is assumed of one plan.
pub fn assumes_one(lang: Lang) -> &'static str {
    lang.pick("--assume 一次只对一个方案；用 -C 指定是哪一个", "--assume is about one plan; name it with -C")
}

/// That nothing is left to show.
pub fn nothing(lang: Lang) -> &'static str {
    lang.pick("没有一个方案可以汇总。", "None of the plans can be shown.")
}
