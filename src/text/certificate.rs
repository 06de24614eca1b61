//! Words of the certificate of one verdict: the labels of its rows.

use super::Lang;

/// 进度认定书
pub fn title(lang: Lang) -> &'static str {
    lang.pick("进度认定书", "Certificate of a verdict")
}

/// What a row of the certificate says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// 认定书一行说的是什么
    About,
    /// 内容
    Said,
    /// 方案
    Plan,
    /// 事项
    Item,
    /// 责任单位
    Unit,
    /// 要求
    Required,
    /// 填报
    Reported,
    /// 结论
    Verdict,
    /// 计算
    Computed,
    /// 公式
    Formula,
    /// 档次
    Rung,
    /// 变化
    Change,
    /// 决定
    Decided,
    /// 以后
    Next,
    /// 核对
    Check,
}

/// The label of a row.
pub fn label(label: Label, lang: Lang) -> &'static str {
    match label {
        Label::About => lang.pick("项目", "subject"),
        Label::Said => lang.pick("内容", "what is found"),
        Label::Plan => lang.pick("方案", "plan"),
        Label::Item => lang.pick("事项", "item"),
        Label::Unit => lang.pick("责任单位", "lead unit"),
        Label::Required => lang.pick("方案要求", "required"),
        Label::Reported => lang.pick("填报依据", "evidence"),
        Label::Verdict => lang.pick("结论", "verdict"),
        Label::Computed => lang.pick("滞后计算", "arithmetic"),
        Label::Formula => lang.pick("核对公式", "formula"),
        Label::Rung => lang.pick("对应档次", "tier"),
        Label::Change => lang.pick("变化", "change"),
        Label::Decided => lang.pick("已有决定", "decided"),
        Label::Next => lang.pick("以后", "next"),
        Label::Check => lang.pick("核对与异议", "to check, to object"),
    }
}

/// Sentences that follow each other; the last one stays as it is.
pub fn run_on(sentences: &[String], lang: Lang) -> String {
    let Some((last, before)) = sentences.split_last() else {
        return String::new();
    };
    let ended = |said: &String| match (said.ends_with(['。', '：', '；', '.', ':', ';']), lang) {
        (true, Lang::Zh) => said.clone(),
        (true, Lang::En) => format!("{said} "),
        (false, Lang::Zh) => format!("{said}。"),
        (false, Lang::En) => format!("{said}. "),
    };
    before.iter().map(ended).collect::<String>() + last
}

/// The tier that the rule asks for.
pub fn by_rule(lag: &str, tier: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("滞后{lag}，按方案规定对应{tier}一档。"),
        Lang::En => format!("Late by {lag}; by the rule of the plan that is {tier}."),
    }
}

/// One point of the plan: 2022年6月末60%.
pub fn milestone(by: &str, level: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{by}{level}"),
        Lang::En => format!("{level} by {by}"),
    }
}

/// All points of the plan, how it runs between them, and where they stand.
pub fn milestones(points: &[String], is_linear: bool, place: &str, lang: Lang) -> String {
    let pace = if is_linear { lang.pick("，其间匀速推进", ", at an even pace between them") } else { "" };
    match lang {
        Lang::Zh => format!("{}{pace}（{place}）。", points.join("，")),
        Lang::En => format!("{}{pace} ({place}).", points.join(", ")),
    }
}

/// What was reported, and the entry that says so.
pub fn reported(reading: &str, evidence: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("填报{reading}。{evidence}"),
        Lang::En => format!("Reported: {reading}. {evidence}"),
    }
}

/// By whom it can be checked, and how.
pub fn check(command: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "对同样的文件运行 {command} 得到同样的结果；逐月经过和全部出处加 --full。认为哪一行有误的，请指出并附佐证材料书面告知办公室。"
        ),
        Lang::En => format!(
            "{command} gives the same from the same files; --full adds every month and every place. Whoever finds a line wrong names it and sends proof to the office."
        ),
    }
}
