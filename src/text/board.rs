//! Words of the board, the one page that can be looked through.

use super::{Lang, terms};
use crate::model::Month;

say! { lang;
    /// A section of the board.
    pub fn section(enum Section) {
        Overall { "总体情况", "Overall" }
        Front { "进度前锋线", "The front line" }
        Heat { "逐月一览", "Month by month" }
        Tiers { "拟定档次（点开看推算）", "Proposals (unfold for the derivation)" }
        Shares { "全部责任份", "All shares" }
        Filing { "月报报送", "Reports" }
        Ranks { "排名", "Ranks" }
    }

    /// The section of what comes next.
    pub fn next_section(month: Month) {
        let close = terms::close(month, lang);
        "到{close}还要做什么", "What is required by {close}"
    }
}

words! { lang;
    /// Nothing is asked next month.
    pub fn nothing_next() { "下月没有新的要求。", "Nothing more is required next month." }
    /// No choice made.
    pub fn all() { "全部", "all" }
    /// How many rows are shown.
    pub fn shown() { "显示", "Shown" }
    /// Back to everything.
    pub fn reset() { "全部显示", "Show all" }
    /// The board is a page for the browser.
    pub fn is_html() { "看板是给浏览器看的网页：-o 文件名.html", "the board is a page for the browser: write it to a file with -o FILE.html" }
}

/// What can be chosen by: unit, task, tier.
pub fn heads(lang: Lang) -> [&'static str; 3] {
    lang.pick(["单位", "任务", "档次"], ["Unit", "Task", "Tier"])
}
