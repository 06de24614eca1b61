//! Words of the forms that go out to units and come back: headings and what people call them, how to fill in.

mod collected;
mod vocabulary;

pub use collected::*;
pub use vocabulary::*;

use super::{Lang, terms};
use crate::model::Month;

say! { lang;
    /// The title of a form.
    pub fn title(plan: &str, month: Month, is_sample: bool) {
        let month = terms::month(month, lang);
        if is_sample => { "{plan}　{month}月报（示例数据）", "{plan}: report for {month} (SAMPLE DATA)" }
        "{plan}　{month}月报", "{plan}: report for {month}"
    }

    /// The name of the sheet.
    pub fn sheet(month: Month) {
        let written = terms::month(month, lang);
        "{written}月报", "Report {month}"
    }

    /// What is asked of an item this month; a level by the close, and what the next milestone asks for.
    pub fn asked(enum Asked<'a>, month: Month) {
        Level(level: &'a str, next: Option<(&'a str, &'a str)>) {
            let number = month.number();
            match next {
                None => { "{number}月末应完成{level}", "{level} by the end of the month" }
                Some((by, next)) => { "{number}月末应完成{level}；下一节点{by}{next}", "{level} by the end of the month; next: {next} by {by}" }
            }
        }
        Occurrence(from: Month, due: Month) {
            let [first, last] = [from, due].map(|month| terms::month(month, lang));
            let number = due.number();
            if from == due => { "{last}这一期，月末前完成", "the period {from} to {due}, by the end of {due}" }
            "{first}至{number}月这一期，{last}末前完成", "the period {from} to {due}, by the end of {due}"
        }
        Times(from: Month, due: Month, times: u32) {
            let [first, last] = [from, due].map(|month| terms::month(month, lang));
            let number = due.number();
            if from == due => {
                "{last}这一期至少{times}次，月末前做满", "at least {times} times in the period {from} to {due}, by the end of {due}"
            }
            "{first}至{number}月这一期至少{times}次，{last}末前做满",
            "at least {times} times in the period {from} to {due}, by the end of {due}"
        }
        Target(target: &'a str, from: &'a str) { "{target}（{from}起考核）", "{target} (from {from} on)" }
        Standing { "常态工作，长期坚持", "standing duty" }
        Unscheduled { "没有定时限", "no deadline set" }
    }

    /// What is asked of a stage: those beyond it count as well.
    pub fn beyond(asked: &str) { "{asked}（含已到后面阶段的）", "{asked} (those beyond it included)" }

    /// What was reported in an earlier month than the last: 35%（2022年4月）.
    pub fn earlier(said: &str, month: Month) { "{said}（{}）", "{said} ({})"; terms::month(month, lang) }

    /// The measure of an item that may be reported on in a word: % 或文字.
    pub fn or_word(unit: &str) { "{unit} 或文字", "{unit} or word" }
}

words! { lang;
    /// A stage without dates.
    pub fn not_asked_of_stage() { "没有时限，只报", "no date; reported on only" }
}

say! { lang;
    /// That the source of an item contradicts itself.
    pub fn disputed(what: &str) { "待核定：{what}", "undecided: {what}" }

    /// Words of a table, quoted.
    pub fn quoted(text: &str) { "“{text}”", "`{text}`" }

    /// Where the name of a file stands as what says something.
    pub fn file_name(name: &str) { "文件名“{name}”", "the file name `{name}`" }

    /// Where the name of a sheet stands as what says something.
    pub fn sheet_name(name: &str) { "表名“{name}”", "the sheet name `{name}`" }
}

words! { lang;
    /// The words of a drop-down for a named thing.
    pub fn tick(is_done: bool) {
        if is_done => { "√", "√" }
        "×", "×"
    }

    /// What was last reported of a named thing that is done.
    pub fn ticked_before() { "已报完成", "reported done" }

    /// What a duty is counted in that recurs several times a period.
    pub fn times_measure() { "次（本期累计）", "times this period" }

    /// The words of a drop-down for an occurrence.
    pub fn occurrence(is_done: bool) {
        if is_done => { "已完成", "done" }
        "未完成", "not done"
    }

    /// That the unit has nothing to report on.
    pub fn nothing_open() { "本月没有需要填报的事项；填上报送日期后报回即可。", "Nothing to report on this month; enter the date and send it back." }

    /// The foot of every printed page; `&P` and `&N` are the office programs' own.
    pub fn page_of() { "第 &P 页，共 &N 页", "Page &P of &N" }

    /// The title of the message that refuses a wrong entry.
    pub fn wrong_entry() { "填得不对", "Invalid entry" }

    /// What is added to the name of a returned copy, and its folder.
    pub fn returned() { "退回", "returned" }

    /// In place of the day by which a report is due, where none is asked for.
    pub fn not_asked() { "本月不要求报送", "not asked for this month" }

    /// What to enter as the day of filing.
    pub fn day_prompt() { "填报送的日期，如 2022-06-22", "the date it is sent, such as 2022-06-22" }

    /// The sheet that a form carries unseen.
    pub fn hidden() { "隐藏的表", "the hidden sheet" }
}

/// How to fill in a form, a line each.
pub fn how_to(lang: Lang) -> [&'static str; 2] {
    words!(lang {
        [
            "填法：只填黄色格。完成数填开工以来的累计数；百分数直接填 35 或 62.5（即 35%、62.5%），不写成 0.35；有选项的从下拉框里选。",
            "没有进展的也照填上次的数；比上次少的，在“进展说明”里写明原因；本月不报的事项留空。灰色格是以前填报的内容，供对照。",
        ],
        [
            "Fill in the yellow cells only. Figures are cumulative since the item began; percent as 35 or 62.5 (not 0.35); choose where there is a list.",
            "No progress: enter the last figure again. Lower than before: say why in the note. Nothing to report: leave empty. Grey is what was reported before.",
        ],
    })
}

/// Remarks, problems and next steps of an earlier report, in one cell.
pub fn last_words(note: &str, problem: &str, next: &str, lang: Lang) -> String {
    let named = [("", note), (lang.pick("问题：", "Problem: "), problem), (lang.pick("下一步：", "Next: "), next)];
    let said = named.into_iter().filter(|(_, text)| !text.trim().is_empty());
    let said: Vec<String> = said.map(|(name, text)| format!("{name}{}", text.trim())).collect();
    said.join(lang.pick("；", "; "))
}

/// The name of a form's file, without its ending.
pub fn file_stem(month: Month, id: &str, name: &str) -> String {
    format!("{month}-{id}-{name}")
}
