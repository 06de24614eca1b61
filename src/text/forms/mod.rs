//! Words of the forms that go out to units and come back: headings and what people call them, labels, how to fill in.

mod collected;
mod faults;

pub use collected::*;
pub use faults::{CellWords, Fault, Refusal, Wanted, fault, hidden, refusal};

use super::{Lang, terms};
use crate::model::{Month, State};

/// The columns of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// 事项编号
    Item,
    /// 事项
    Title,
    /// 依据条款
    Clause,
    /// 应完成
    Required,
    /// 上月完成
    LastFigure,
    /// 上月情况
    LastWords,
    /// 本月累计完成
    Figure,
    /// 计量单位
    Measure,
    /// 进展说明
    Note,
    /// 存在问题
    Problem,
    /// 下一步
    Next,
}

impl Column {
    /// Every column, from the left.
    pub const ALL: [Self; 11] = [
        Self::Item,
        Self::Title,
        Self::Clause,
        Self::Required,
        Self::LastFigure,
        Self::LastWords,
        Self::Figure,
        Self::Measure,
        Self::Note,
        Self::Problem,
        Self::Next,
    ];

    /// Whether the unit fills it in.
    pub fn is_input(self) -> bool {
        matches!(self, Self::Figure | Self::Note | Self::Problem | Self::Next)
    }
}

/// The heading of a column.
pub fn heading(column: Column, lang: Lang) -> &'static str {
    match column {
        Column::Item => lang.pick("事项编号", "Item"),
        Column::Title => lang.pick("事项", "Title"),
        Column::Clause => lang.pick("依据条款", "Clause"),
        Column::Required => lang.pick("本月应完成", "Required this month"),
        Column::LastFigure => lang.pick("上次填报", "Last reported"),
        Column::LastWords => lang.pick("上次情况", "Last remarks"),
        Column::Figure => lang.pick("本月累计完成", "Done so far"),
        Column::Measure => lang.pick("计量单位", "Measured in"),
        Column::Note => lang.pick("进展说明", "Note"),
        Column::Problem => lang.pick("存在问题", "Problem"),
        Column::Next => lang.pick("下一步打算", "Next step"),
    }
}

/// What people call a column, without blanks and without what stands in brackets. The second list is taken only where
/// no column bears a name of the first: 完成情况 may be a figure or a story.
pub fn names(column: Column) -> (&'static [&'static str], &'static [&'static str]) {
    match column {
        Column::Item => {
            (&["事项编号", "编号", "事项号", "任务编号", "措施编号", "item", "itemid", "id"], &["序号", "no", "no."])
        }
        Column::Title => (
            &["事项", "事项名称", "名称", "工作事项", "措施", "工作措施", "工作内容", "任务内容", "具体事项", "title"],
            &["任务", "工作任务", "重点工作", "重点任务", "内容", "项目", "项目名称"],
        ),
        Column::Clause => (&["依据条款", "依据", "条款", "出处", "clause"], &[]),
        Column::Required => (
            &[
                "本月应完成",
                "应完成",
                "应完成比例",
                "节点",
                "节点要求",
                "时限要求",
                "目标",
                "目标任务",
                "计划进度",
                "计划完成",
                "时序进度",
                "序时进度",
                "完成时限",
                "requiredthismonth",
                "required",
            ],
            &[],
        ),
        Column::LastFigure => (
            &[
                "上次填报",
                "上月完成",
                "上月累计完成",
                "上月进度",
                "上月完成比例",
                "上期完成",
                "上期进度",
                "lastreported",
            ],
            &[],
        ),
        Column::LastWords => (&["上次情况", "上月情况", "上月进展", "上月完成情况", "上期情况", "lastremarks"], &[]),
        Column::Figure => (
            &[
                "本月累计完成",
                "累计完成",
                "累计完成比例",
                "累计完成率",
                "累计完成数",
                "累计进度",
                "完成比例",
                "完成率",
                "完成百分比",
                "完成进度",
                "完成数",
                "完成量",
                "实际完成",
                "实际进度",
                "当前进度",
                "目前进度",
                "本月进度",
                "进度",
                "本期是否完成",
                "是否完成",
                "指标值",
                "监测值",
                "donesofar",
                "percent",
                "progress",
            ],
            &["完成情况", "本月完成情况", "目前完成情况", "状态", "进展"],
        ),
        Column::Measure => (&["计量单位", "计量", "measuredin"], &[]),
        Column::Note => (
            &["进展说明", "工作进展", "进展情况", "本月进展", "本月进展情况", "工作进展情况", "note"],
            &["完成情况", "本月完成情况", "目前完成情况", "进展", "说明", "情况说明", "备注", "remarks"],
        ),
        Column::Problem => (&["存在问题", "问题", "存在的问题", "主要问题", "困难和问题", "problem"], &[]),
        Column::Next => (
            &[
                "下一步打算",
                "下一步",
                "下步打算",
                "下一步工作",
                "下步工作",
                "下一步计划",
                "下步计划",
                "下月计划",
                "下一步措施",
                "next",
                "nextstep",
            ],
            &[],
        ),
    }
}

/// Whether what stands in brackets behind a heading, or under it, says that it is not what is done by now: the plan's
/// figure, that of another time, or only this month's part.
pub fn is_of_another(qualifier: &str) -> bool {
    [
        "上月",
        "上期",
        "上次",
        "上年",
        "上季",
        "去年",
        "同期",
        "计划",
        "应完成",
        "目标",
        "当月",
        "新增",
        "last",
        "planned",
        "target",
    ]
    .iter()
    .any(|word| qualifier.starts_with(word))
}

/// Whether a heading under another one says that this is what is done by now.
pub fn is_done(name: &str) -> bool {
    let short = ["实际", "实际数", "实际值", "完成", "已完成", "累计", "累计数", "actual", "done"];
    short.contains(&name) || names(Column::Figure).0.contains(&name)
}

/// The cells above the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Label {
    /// 填报单位
    Unit,
    /// 月份
    Month,
    /// 报送截止
    Until,
    /// 报送日期
    Submitted,
    /// 填报人
    Reporter,
    /// 审核人
    Approver,
}

impl Label {
    /// Every label, in the order of the form.
    pub const ALL: [Self; 6] = [Self::Unit, Self::Month, Self::Until, Self::Submitted, Self::Reporter, Self::Approver];
}

/// A label.
pub fn label(label: Label, lang: Lang) -> &'static str {
    match label {
        Label::Unit => lang.pick("填报单位", "Unit"),
        Label::Month => lang.pick("填报月份", "Month"),
        Label::Until => lang.pick("报送截止", "Due by"),
        Label::Submitted => lang.pick("报送日期", "Sent on"),
        Label::Reporter => lang.pick("填报人", "Reporter"),
        Label::Approver => lang.pick("审核人", "Approver"),
    }
}

/// What people write before what belongs to a label.
pub fn label_names(label: Label) -> &'static [&'static str] {
    match label {
        Label::Unit => &["填报单位", "单位", "单位名称", "报送单位", "责任单位", "上报单位", "填表单位", "unit"],
        Label::Month => &["填报月份", "月份", "报送月份", "填报月", "month"],
        Label::Until => &["报送截止", "截止日期", "报送截止日期", "dueby"],
        Label::Submitted => {
            &["报送日期", "填报日期", "填表日期", "上报日期", "报送时间", "填报时间", "日期", "senton", "submittedon"]
        }
        Label::Reporter => &["填报人", "填表人", "经办人", "联系人", "reporter"],
        Label::Approver => &["审核人", "负责人", "审批人", "签发人", "分管领导", "主要负责人", "approver"],
    }
}

/// What sums up other rows, or is otherwise no item.
pub fn is_sum(text: &str) -> bool {
    let text = text.trim();
    ["合计", "小计", "总计", "共计", "平均"].iter().any(|word| text.starts_with(word))
        || ["total", "sum", "subtotal"].contains(&text.to_ascii_lowercase().as_str())
}

/// The words of a drop-down for an occurrence.
pub fn occurrence(is_done: bool, lang: Lang) -> &'static str {
    if is_done { lang.pick("已完成", "done") } else { lang.pick("未完成", "not done") }
}

/// What people write for a state.
pub fn read_state(text: &str) -> Option<State> {
    match text.to_lowercase().as_str() {
        "正常" | "正常推进" | "无问题" | "normal" => Some(State::Normal),
        "有问题" | "问题" | "存在问题" | "不正常" | "异常" | "problem" => Some(State::Problem),
        _ => None,
    }
}

/// What people write for an occurrence, without blanks.
pub fn read_occurrence(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "已完成" | "完成" | "已做" | "是" | "√" | "✓" | "done" | "yes" => Some(true),
        "未完成" | "没有完成" | "没完成" | "未做" | "否" | "×" | "✗" | "notdone" | "not-done" | "no" => {
            Some(false)
        }
        _ => None,
    }
}

/// The title of a form.
pub fn title(plan: &str, month: Month, is_sample: bool, lang: Lang) -> String {
    let month = terms::month(month, lang);
    match (lang, is_sample) {
        (Lang::Zh, false) => format!("{plan}　{month}月报"),
        (Lang::Zh, true) => format!("{plan}　{month}月报（示例数据）"),
        (Lang::En, false) => format!("{plan}: report for {month}"),
        (Lang::En, true) => format!("{plan}: report for {month} (SAMPLE DATA)"),
    }
}

/// How to fill in a form, a line each.
pub fn how_to(lang: Lang) -> [&'static str; 2] {
    [
        lang.pick(
            "填法：只填黄色格。完成数填开工以来的累计数；百分数直接填 35 或 62.5（即 35%、62.5%），不写成 0.35；有选项的从下拉框里选。",
            "Fill in the yellow cells only. Figures are cumulative since the item began; percent as 35 or 62.5 (not 0.35); choose where there is a list.",
        ),
        lang.pick(
            "没有进展的也照填上次的数；比上次少的，在“进展说明”里写明原因；本月不报的事项留空。灰色格是以前填报的内容，供对照。",
            "No progress: enter the last figure again. Lower than before: say why in the note. Nothing to report: leave empty. Grey is what was reported before.",
        ),
    ]
}

/// That the unit has nothing to report on.
pub fn nothing_open(lang: Lang) -> &'static str {
    lang.pick(
        "本月没有需要填报的事项；填上报送日期后报回即可。",
        "Nothing to report on this month; enter the day and send it back.",
    )
}

/// The name of the sheet.
pub fn sheet(month: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}年{}月月报", month.year(), month.number()),
        Lang::En => format!("Report {month}"),
    }
}

/// The foot of every printed page; `&P` and `&N` are the office programs' own.
pub fn page_of(lang: Lang) -> &'static str {
    lang.pick("第 &P 页，共 &N 页", "Page &P of &N")
}

/// What is asked of an item this month.
#[derive(Clone, Copy, Debug)]
pub enum Asked<'a> {
    /// So much by the close of the month, and what the next milestone asks for.
    Level(&'a str, Option<(&'a str, &'a str)>),
    /// An occurrence, from when to when.
    Occurrence(Month, Month),
    /// A target from a day on.
    Target(&'a str, &'a str),
    /// A duty without end.
    Standing,
    /// Nothing that was planned.
    Unscheduled,
}

/// What is asked of an item this month, in words.
pub fn asked(asked: Asked<'_>, month: Month, lang: Lang) -> String {
    match (asked, lang) {
        (Asked::Level(level, None), Lang::Zh) => format!("{}末应完成{level}", short(month)),
        (Asked::Level(level, Some((by, next))), Lang::Zh) => {
            format!("{}末应完成{level}；下一节点{by}{next}", short(month))
        }
        (Asked::Level(level, None), Lang::En) => format!("{level} by the end of the month"),
        (Asked::Level(level, Some((by, next))), Lang::En) => {
            format!("{level} by the end of the month; next: {next} by {by}")
        }
        (Asked::Occurrence(from, due), Lang::Zh) if from == due => {
            format!("{}这一期，月末前完成", terms::month(due, lang))
        }
        (Asked::Occurrence(from, due), Lang::Zh) => {
            format!("{}至{}月这一期，{}前完成", terms::month(from, lang), due.number(), terms::close(due, lang))
        }
        (Asked::Occurrence(from, due), Lang::En) => {
            format!("the period {from} to {due}, by the end of {due}")
        }
        (Asked::Target(target, from), Lang::Zh) => format!("{target}（{from}起考核）"),
        (Asked::Target(target, from), Lang::En) => format!("{target} (from {from} on)"),
        (Asked::Standing, _) => lang.pick("常态工作，长期坚持", "standing duty").to_owned(),
        (Asked::Unscheduled, _) => lang.pick("没有定时限", "no deadline set").to_owned(),
    }
}

fn short(month: Month) -> String {
    format!("{}月", month.number())
}

/// What was reported in an earlier month than the last: 35%（2022年4月）.
pub fn earlier(said: &str, month: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{said}（{}）", terms::month(month, lang)),
        Lang::En => format!("{said} ({month})"),
    }
}

/// Remarks, problems and next steps of an earlier report, in one cell.
pub fn last_words(note: &str, problem: &str, next: &str, lang: Lang) -> String {
    let named = |zh: &'static str, en: &'static str, text: &str| {
        let text = text.trim();
        (!text.is_empty()).then(|| format!("{}{text}", lang.pick(zh, en)))
    };
    let parts = [named("", "", note), named("问题：", "Problem: ", problem), named("下一步：", "Next: ", next)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(lang.pick("；", "; "))
}

/// What to enter, shown beside an input cell.
pub fn prompt(wanted: &Wanted, lang: Lang) -> String {
    match (wanted, lang) {
        (Wanted::Percent, Lang::Zh) => "填 0 到 100，最多两位小数，35 就是 35%；不足 1% 的带百分号，如 0.5%".to_owned(),
        (Wanted::Percent, Lang::En) => {
            "0 to 100, at most two decimals: 35 is 35 %; below 1 % with the sign: 0.5%".to_owned()
        }
        (Wanted::PercentOrState, Lang::Zh) => "填 0 到 100 的百分数，或填“正常”“有问题”".to_owned(),
        (Wanted::PercentOrState, Lang::En) => "percent, 0 to 100, or normal / problem".to_owned(),
        (Wanted::Amount { unit, .. }, Lang::Zh) => {
            format!("填累计完成数，只填数字，不写“{unit}”")
        }
        (Wanted::Amount { unit, .. }, Lang::En) => {
            format!("the number done so far, without `{unit}`")
        }
        (Wanted::AmountOrState { unit }, Lang::Zh) => {
            format!("填累计完成数，不写“{unit}”；或填“正常”“有问题”")
        }
        (Wanted::AmountOrState { unit }, Lang::En) => {
            format!("the number done so far, without `{unit}`; or normal / problem")
        }
        (Wanted::Value { unit }, Lang::Zh) if unit == "%" => {
            "填最新的数，如 88.5；在 1 与 -1 之间的带百分号，如 -0.8%".to_owned()
        }
        (Wanted::Value { unit }, Lang::En) if unit == "%" => {
            "the newest value, such as 88.5; between -1 and 1 with the sign: -0.8%".to_owned()
        }
        (Wanted::Value { .. }, Lang::Zh) => "填最新的指标值，只填数字".to_owned(),
        (Wanted::Value { .. }, Lang::En) => "the newest value, the number only".to_owned(),
        (Wanted::State | Wanted::Occurrence, _) => lang.pick("从下拉框里选", "choose from the list").to_owned(),
    }
}

/// The title of the message that refuses a wrong entry.
pub fn wrong_entry(lang: Lang) -> &'static str {
    lang.pick("填得不对", "Not like this")
}

/// The name of a form's file, without its ending.
pub fn file_stem(month: Month, id: &str, name: &str) -> String {
    format!("{month}-{id}-{name}")
}

/// What is added to the name of a returned copy, and its folder.
pub fn returned(lang: Lang) -> &'static str {
    lang.pick("退回", "returned")
}

/// What to enter as the day of filing.
pub fn day_prompt(lang: Lang) -> &'static str {
    lang.pick("填报送的日期，如 2022-06-22", "the day it is sent, such as 2022-06-22")
}

/// Whether a measure as people write it, without blanks and in half width, is that of the plan.
pub fn same_measure(written: &str, plan: &str) -> bool {
    let in_percent = ["百分比", "百分数", "百分率", "percent"];
    let or_word = |lang: Lang| or_word(plan, lang).replace(' ', "");
    written == plan
        || written.strip_prefix('个') == Some(plan)
        || (plan == "%" && in_percent.contains(&written))
        || [Lang::Zh, Lang::En].map(or_word).contains(&written.to_owned())
}

/// The measure of an item that may be reported on in a word: % 或文字.
pub fn or_word(unit: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{unit} 或文字"),
        Lang::En => format!("{unit} or word"),
    }
}
