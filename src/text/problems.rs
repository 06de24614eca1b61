//! What is said around problems: how grave they are, how many there are, and what was looked at. What is said of each
//! stands with it, in `problem::table`.

use super::phrases::plural;
use super::terms;
use crate::model::Month;
use crate::problem::Severity;

words! { lang;
    /// The word for a severity.
    pub fn severity(severity: Severity) {
        match severity {
            Severity::Error => { "错误", "error" }
            Severity::Warning => { "提醒", "warning" }
        }
    }

    /// Why nothing was assessed.
    pub fn refused() {
        "有错误的方案不予核算：错误的结论比没有结论更糟。请按上面的提示改正后再运行。",
        "A workspace with errors is not assessed: a wrong verdict is worse than none. Correct the errors above and run this again."
    }
}

say! { lang;
    /// How many problems there are.
    pub fn summary(errors: usize, warnings: usize) {
        if (errors, warnings) == (0, 0) => { "未发现问题。", "No problems found." }
        let (some, more) = (plural(errors, "error"), plural(warnings, "warning"));
        "共{errors}个错误、{warnings}个提醒。", "{some}, {more}."
    }

    /// What was looked at.
    pub fn checked(tasks: usize, items: usize, reports: usize, newest: Option<Month>) {
        match newest {
            Some(newest) => {
                let newest = terms::month(newest, lang);
                "检查了{tasks}个任务、{items}个事项、{reports}份月报（最新{newest}）。",
                "Checked: tasks {tasks}, items {items}, reports {reports} (newest {newest})."
            }
            None => {
                "检查了{tasks}个任务、{items}个事项；还没有月报。", "Checked: tasks {tasks}, items {items}; no reports yet."
            }
        }
    }

    /// That there is something to look at.
    pub fn see_check(warnings: usize) {
        let counted = plural(warnings, "warning");
        "有{warnings}个提醒，运行 shangdang check 查看。", "{counted}; see `shangdang check`."
    }

    /// The same problem elsewhere.
    pub fn same_elsewhere(places: &str, rest: usize) {
        if rest == 0 => { "同样的问题还在：{places}", "the same also at: {places}" }
        "同样的问题还在：{places}，以及另外{rest}处", "the same also at: {places}, and {rest} more"
    }

    /// That not every problem was shown with its line.
    pub fn left_out(count: usize) {
        "另有{count}个问题没有列出；先改上面的，或用 shangdang check --short 看全部。",
        "{count} more problems are not shown; correct those above first, or see all with `shangdang check --short`."
    }
}
