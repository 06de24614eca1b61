//! What stands at the head of a form and above it, and what people call the same in tables of their own. A name is
//! written without blanks and without what stands in brackets.

use std::sync::LazyLock;

use crate::model::State;
use crate::text::Lang;

/// A row each: what it is, how forms call it in both languages, what people call it, and behind `|` what they call it only
/// where no other bears a name of the first list: 完成情况 may be a figure or a story.
macro_rules! vocabulary {
    ($(#[$about:meta])* $name:ident, $said:ident, $names:ident;
        $($variant:ident $zh:literal, $en:literal: $($sure:literal)* $(| $($perhaps:literal)*)?;)*
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $(#[doc = $zh] $variant,)* }

        impl $name {
            /// All of them, in the order of the form.
            pub const ALL: [Self; [$($zh),*].len()] = [$(Self::$variant),*];
        }

        words! { lang;
            /// How forms call it.
            pub fn $said(of: $name) { match of { $($name::$variant => { $zh, $en })* } }
        }

        /// What people call it, and what they may call it.
        pub fn $names(of: $name) -> (&'static [&'static str], &'static [&'static str]) {
            match of { $($name::$variant => (&[$($sure),*], &[$($($perhaps),*)?]),)* }
        }
    };
}

vocabulary! {
    /// The columns of a form.
    Column, heading, names;
    Item "事项编号", "Item": "事项编号" "编号" "事项号" "任务编号" "措施编号" "item" "itemid" "id" | "序号" "no" "no.";
    Title "事项", "Title": "事项" "事项名称" "名称" "工作事项" "措施" "工作措施" "工作内容" "任务内容" "具体事项"
        "title" | "任务" "工作任务" "重点工作" "重点任务" "内容" "项目" "项目名称";
    Clause "依据条款", "Clause": "依据条款" "依据" "条款" "出处" "clause";
    Required "本月应完成", "Required this month": "本月应完成" "应完成" "应完成比例" "节点" "节点要求" "时限要求"
        "目标" "目标任务" "计划进度" "计划完成" "时序进度" "序时进度" "完成时限" "requiredthismonth" "required";
    LastFigure "上次填报", "Last reported": "上次填报" "上月完成" "上月累计完成" "上月进度" "上月完成比例" "上期完成"
        "上期进度" "lastreported";
    LastWords "上次情况", "Last remarks": "上次情况" "上月情况" "上月进展" "上月完成情况" "上期情况" "lastremarks";
    Figure "本月累计完成", "Done so far": "本月累计完成" "累计完成" "累计完成比例" "累计完成率" "累计完成数"
        "累计进度" "完成比例" "完成率" "完成百分比" "完成进度" "完成数" "完成量" "实际完成" "实际进度" "当前进度"
        "目前进度" "本月进度" "进度" "本期是否完成" "是否完成" "指标值" "监测值" "donesofar" "percent" "progress" |
        "完成情况" "本月完成情况" "目前完成情况" "状态" "进展";
    Measure "计量单位", "Measured in": "计量单位" "计量" "measuredin";
    Note "进展说明", "Note": "进展说明" "工作进展" "进展情况" "本月进展" "本月进展情况" "工作进展情况" "note" |
        "完成情况" "本月完成情况" "目前完成情况" "进展" "说明" "情况说明" "备注" "remarks";
    Problem "存在问题", "Problem": "存在问题" "问题" "存在的问题" "主要问题" "困难和问题" "problem";
    Next "下一步打算", "Next step": "下一步打算" "下一步" "下步打算" "下一步工作" "下步工作" "下一步计划" "下步计划"
        "下月计划" "下一步措施" "next" "nextstep";
}

impl Column {
    /// Whether the unit fills it in.
    pub fn is_input(self) -> bool {
        matches!(self, Self::Figure | Self::Note | Self::Problem | Self::Next)
    }
}

vocabulary! {
    /// The cells above the table.
    Label, label, label_names;
    Unit "填报单位", "Unit": "填报单位" "单位" "单位名称" "报送单位" "责任单位" "上报单位" "填表单位" "unit";
    Month "填报月份", "Month": "填报月份" "月份" "报送月份" "填报月" "month";
    Until "报送截止", "Due by": "报送截止" "截止日期" "报送截止日期" "dueby";
    Submitted "报送日期", "Sent on": "报送日期" "填报日期" "填表日期" "上报日期" "报送时间" "填报时间" "日期" "senton"
        "submittedon";
    Reporter "填报人", "Reporter": "填报人" "填表人" "经办人" "联系人" "reporter";
    Approver "审核人", "Approver": "审核人" "负责人" "审批人" "签发人" "分管领导" "主要负责人" "approver";
}

/// Whether what stands in brackets behind a heading, or under it, says that it is not what is done by now: the plan's
/// figure, that of another time, or only this month's part.
pub fn is_of_another(qualifier: &str) -> bool {
    let of_another = "上月 上期 上次 上年 上季 去年 同期 计划 应完成 目标 当月 新增 last planned target";
    of_another.split(' ').any(|word| qualifier.starts_with(word))
}

/// Whether a row that stands alone says of those below it that they are not what is done by now: 二、下月计划.
pub fn is_section_of_another(title: &str) -> bool {
    let is_number = |letter: char| "一二三四五六七八九十、.．（）() ".contains(letter) || letter.is_ascii_digit();
    let bare = title.trim_start_matches(is_number);
    let of_another = ["下月", "下步", "下一步", "下季", "次月", "明年", "计划", "目标"];
    is_of_another(bare) || of_another.iter().any(|word| bare.contains(word))
}

/// Whether a heading under another one says that this is what is done by now.
pub fn is_done(name: &str) -> bool {
    let short = ["实际", "实际数", "实际值", "完成", "已完成", "累计", "累计数", "actual", "done"];
    short.contains(&name) || names(Column::Figure).0.contains(&name)
}

/// What sums up other rows, or is otherwise no item.
pub fn is_sum(text: &str) -> bool {
    let text = text.trim();
    ["合计", "小计", "总计", "共计", "平均"].iter().any(|word| text.starts_with(word))
        || ["total", "sum", "subtotal"].contains(&text.to_ascii_lowercase().as_str())
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
        "已完成" | "完成" | "已做" | "是" | "√" | "✓" | "✔" | "done" | "yes" => Some(true),
        "未完成" | "没有完成" | "没完成" | "未做" | "否" | "×" | "✗" | "notdone" | "not-done" | "no" => {
            Some(false)
        }
        _ => None,
    }
}

/// Whether a text says that none of several things is done.
pub fn is_none(text: &str) -> bool {
    ["无", "没有", "都没有", "0", "none"].contains(&text)
}

/// Whether a measure as people write it, without blanks and in half width, is that of the plan.
pub fn same_measure(written: &str, plan: &str) -> bool {
    let or_word = |lang: Lang| super::or_word(plan, lang).replace(' ', "");
    written == plan
        || written.strip_prefix('个') == Some(plan)
        || (plan == "%" && ["百分比", "百分数", "百分率", "percent"].contains(&written))
        || [Lang::Zh, Lang::En].map(or_word).contains(&written.to_owned())
}

/// Words that stand in the title of any table and name nobody and no time, so that a title of nothing else says what it
/// says. No plans, targets, samples or summaries: those are of something else.
const NEUTRAL: &str = "街道办事处 人民政府 办事处 党工委 党政办 办公室 政府 党委 水污染防治 污染防治 污染治理 水环境 治污 碧水保卫战 \
    攻坚战 攻坚 专项行动 专项 行动方案 行动计划 实施方案 方案 行动 重点 主要 各项 全部 任务 工作 措施 事项 落实 推进 推动 实施 进展 进度 完成 \
    累计 情况 填报 填表 上报 报送 报告 汇报 月报表 月报 月度 调度表 调度 报表 统计表 统计 台账 清单 明细表 明细 一览表 表格 表 单 附件 附表 附 \
    的 及 和 与 本单位 本月 当月 截至 截止 示例数据 样例 示例 数据 非真实情况 最新版 最新 终稿 定稿 正式版 正式 盖章版 盖章 扫描件 \
    report progress monthly month unit sheet form sample data the for of";

/// The letters of words of that kind and of the names of labels: taken apart once, they are compared at every letter of every
/// cell.
static NEUTRAL_OR_LABEL: LazyLock<Vec<Vec<char>>> = LazyLock::new(|| {
    let labels = Label::ALL.into_iter().flat_map(|label| label_names(label).0.iter().copied());
    NEUTRAL.split_whitespace().chain(labels).map(|word| word.chars().collect()).collect()
});

/// How many of the letters are the longest of them.
pub fn longest_neutral(letters: &[char]) -> Option<usize> {
    let fits = |word: &&Vec<char>| {
        // A word in Latin letters ends where they end.
        let goes_on = || letters.get(word.len()).is_some_and(char::is_ascii_alphanumeric);
        letters.starts_with(word) && !(word.iter().all(char::is_ascii) && goes_on())
    };
    NEUTRAL_OR_LABEL.iter().filter(fits).map(Vec::len).max()
}

/// Whether a word is what figures are counted in rather than whose they are.
pub fn is_measure(text: &str) -> bool {
    let known = "% 百分比 个 项 户 村 座 处 家 人 次 条 台 套 口 所 吨 万吨 米 公里 千米 里 亩 公顷 平方米 平方公里 立方米 万立方米 元 万元 \
        亿元 天 mg/l km m";
    let text = text.strip_prefix('个').filter(|rest| !rest.is_empty()).unwrap_or(text);
    known.split_whitespace().any(|known| known == text)
}

/// What a heading says of its figures without naming a measure: 累计, 本月, 必填.
pub fn is_qualifier(text: &str) -> bool {
    let known = "累计 累计数 本月 本月累计 当期 本期 截至本月 截至目前 目前 自开工以来 开工以来 自年初 年初以来 必填 填数字 数字 实际 实际数 \
        已完成 完成 单位 cumulative sofar total required";
    text.is_empty() || known.split_whitespace().any(|known| known == text)
}

/// What a heading without brackets counts in: a rate is in percent; an amount is not.
pub fn measure_in(heading: &str) -> Option<&'static str> {
    let rates = ["率", "比例", "百分比", "percent"];
    rates.iter().any(|rate| heading.ends_with(rate)).then_some("%")
}

/// Whether a heading asks for an amount: 完成数, of which a percentage is none.
pub fn is_amount(heading: &str) -> bool {
    ["完成数", "完成量", "累计完成数"].contains(&heading)
}

/// Whether a measure is of no things that could be counted one by one.
pub fn is_physical(measure: &str) -> bool {
    let things = "个 项 户 村 座 处 家 人 次 条 台 套 口 所";
    is_measure(measure) && !things.split_whitespace().any(|thing| thing == measure)
}

/// Whether a word right behind a month says that something is filed then.
pub fn is_filing(letters: &[char]) -> bool {
    ["填报", "填表", "上报", "报送"].iter().any(|word| word.chars().zip(letters).all(|(one, other)| one == *other))
}

/// Whether a title or the name of a sheet says that it shows how to fill a table in, or that it no longer holds.
pub fn is_sample(text: &str) -> bool {
    text.chars().count() <= 40
        && ["样表", "模板", "范例", "填写示例", "填报示例", "作废"].iter().any(|word| text.contains(word))
}
