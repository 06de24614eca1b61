//! Words of the board, the one page that can be looked through.

use super::Lang;
use super::terms;
use crate::model::Month;

/// A section of the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// 总体情况
    Overall,
    /// 进度前锋线
    Front,
    /// 逐月一览
    Heat,
    /// 拟定档次
    Tiers,
    /// 全部责任份
    Shares,
    /// 月报报送
    Filing,
    /// 排名
    Ranks,
    /// 下月
    Next(Month),
}

/// Its heading.
pub fn section(section: Section, lang: Lang) -> String {
    let fixed = match section {
        Section::Overall => lang.pick("总体情况", "Overall"),
        Section::Front => lang.pick("进度前锋线", "The front line"),
        Section::Heat => lang.pick("逐月一览", "Month by month"),
        Section::Tiers => lang.pick("拟定档次（点开看推算）", "Proposals (unfold for the derivation)"),
        Section::Shares => lang.pick("全部责任份", "All shares"),
        Section::Filing => lang.pick("月报报送", "Reports"),
        Section::Ranks => lang.pick("排名", "Ranks"),
        Section::Next(month) => {
            return match lang {
                Lang::Zh => format!("到{}还要做什么", terms::close(month, lang)),
                Lang::En => format!("What is asked by {}", terms::close(month, lang)),
            };
        }
    };
    fixed.to_owned()
}

/// The heads of the table of states.
pub fn states(lang: Lang) -> [&'static str; 3] {
    [lang.pick("状态", "state"), lang.pick("份数", "shares"), lang.pick("上月末", "a month ago")]
}

/// The heads of the table of next month.
pub fn next(lang: Lang) -> [&'static str; 5] {
    [
        lang.pick("责任单位", "lead unit"),
        lang.pick("事项", "item"),
        lang.pick("名称", "title"),
        lang.pick("下月月报须", "the next report has to"),
        lang.pick("若无新进展", "if nothing changes"),
    ]
}

/// Nothing is asked next month.
pub fn nothing_next(lang: Lang) -> &'static str {
    lang.pick("下月没有新的要求。", "Nothing more is asked next month.")
}

/// What can be chosen by: unit, task, tier.
pub fn heads(lang: Lang) -> [&'static str; 3] {
    [lang.pick("单位", "Unit"), lang.pick("任务", "Task"), lang.pick("档次", "Tier")]
}

/// No choice made.
pub fn all(lang: Lang) -> &'static str {
    lang.pick("全部", "all")
}

/// How many rows are shown.
pub fn shown(lang: Lang) -> &'static str {
    lang.pick("显示", "Shown")
}

/// Back to everything.
pub fn reset(lang: Lang) -> &'static str {
    lang.pick("全部显示", "Show all")
}

/// The board is a page for the browser.
pub fn is_html(lang: Lang) -> &'static str {
    lang.pick("看板是给浏览器看的网页：-o 文件名.html", "the board is a page for the browser: -o FILE.html")
}
