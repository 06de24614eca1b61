//! Words of a page on several plans at once.

use super::{phrases::plural, terms};
use crate::model::Month;

say! { lang;
    /// The title.
    pub fn title(count: usize) {
        let plans = plural(count, "plan");
        "{count}个方案汇总", "{plans} together"
    }

    /// A plan that is part of it.
    pub fn part(member: &str, plan: &str, is_sample: bool, rest: &str) {
        if is_sample => { "{member}：{plan}（示例数据）。{rest}", "{member}: {plan} (SAMPLE DATA). {rest}" }
        "{member}：{plan}。{rest}", "{member}: {plan}. {rest}"
    }

    /// A plan that is not part of it, and why.
    pub fn left_out(member: &str, why: &str) { "没有汇总 {member}：{why}", "Left out: {member}: {why}" }

    /// Why a plan is left out.
    pub fn why(enum LeftOut<'a>, member: &str) {
        Errors(count: usize) {
            let errors = plural(count, "error");
            "文件有{count}个错误，运行 shangdang -C {member} check 看是哪些", "{errors} in its files; shangdang -C {member} check shows them"
        }
        NoPlan { "那里没有 plan.toml", "no plan.toml there" }
        Twice { "已经汇总过（重复，或互相引用）", "already included: named twice, or plans that name each other" }
        TooDeep { "方案套方案，层数太多", "plans are nested too deeply" }
        NotThen(month: Month) { "它的方案期不含{}", "its plan does not cover {}"; terms::month(month, lang) }
        Unreadable(why: &'a str) { "读不了：{why}", "cannot be read: {why}" }
    }
}

words! { lang;
    /// That each plan is assessed by its own ladder.
    pub fn own_rules() {
        "每个方案按自己的文件核算，编号只在自己的方案里有意义。",
        "Each plan is assessed by its own files; ids apply only within their own plan."
    }

    /// That what is assumed is assumed of one plan.
    pub fn assumes_one() { "--assume 一次只对一个方案；用 -C 指定是哪一个", "--assume is about one plan; name it with -C" }

    /// That nothing is left to show.
    pub fn nothing() { "没有一个方案可以汇总。", "None of the plans can be shown." }
}
