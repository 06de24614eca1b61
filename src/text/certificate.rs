//! Words of the certificate of one verdict: the labels of its rows.

use super::{Lang, terms};

words! { lang;
    /// 进度认定书
    pub fn title() { "进度认定书", "Certificate of a verdict" }

    /// What a row of the certificate says.
    pub fn label(enum Label) {
        About { "项目", "subject" }
        Said { "内容", "finding" }
        Plan { "方案", "plan" }
        Item { "事项", "item" }
        Unit { "责任单位", "lead unit" }
        Required { "方案要求", "required" }
        Reported { "填报依据", "evidence" }
        Verdict { "结论", "verdict" }
        Computed { "滞后计算", "arithmetic" }
        Formula { "核对公式", "formula" }
        Rung { "对应档次", "tier" }
        Change { "变化", "change" }
        Decided { "已有决定", "decided" }
        Next { "以后", "next" }
        Object { "异议", "to object" }
        Places { "出处", "places" }
    }
}

say! { lang;
    /// The tier that the lag reaches; a rule is named only where the plan is said to have one.
    pub fn by_rule(lag: Option<&str>, tier: &str, clause: &str) {
        match (lag, clause.trim().is_empty()) {
            (None, true) => { "本月末到期，没有做到，达到{tier}一档。", "Due at this very close and not done; that reaches {tier}." }
            (None, false) => {
                "本月末到期，没有做到，按方案规定对应{tier}一档。",
                "Due at this very close and not done; by the rule of the plan that means {tier}."
            }
            (Some(lag), _) => { "{}", "{}"; late_by_rule(lag, tier, clause, lang) }
        }
    }

    fn late_by_rule(lag: &str, tier: &str, clause: &str) {
        if clause.trim().is_empty() => { "滞后{lag}，达到{tier}一档。", "Late by {lag}; that reaches {tier}." }
        "滞后{lag}，按方案规定对应{tier}一档。", "Late by {lag}; by the rule of the plan that means {tier}."
    }

    /// One point of the plan: 2022年6月末60%; and what an approved change leaves of the way to it.
    pub fn milestone(by: &str, level: &str, cut: Option<&str>) {
        let cut = terms::bracketed(cut.unwrap_or_default(), lang);
        "{by}{level}{cut}", "{level} by {by}{cut}"
    }

    /// All points of the plan, and how it runs between them.
    pub fn milestones(points: &[String], is_linear: bool) {
        let points = points.join(lang.pick("，", ", "));
        if is_linear => { "{points}，其间匀速推进。", "{points}, at an even pace between them." }
        "{points}。", "{points}."
    }

    /// The same where some come from an approved change; `even` are those that an even pace leads to.
    pub fn milestones_changed(points: &[String], even: &str) {
        let points = points.join(lang.pick("，", ", "));
        if even.is_empty() => { "{points}。", "{points}." }
        "{points}，其中到{even}的各段匀速推进。", "{points}, at an even pace towards {even}."
    }

    /// What was reported, and the entry that says so.
    pub fn reported(reading: &str, evidence: &str) { "填报{reading}。{evidence}", "Reported: {reading}. {evidence}" }

    /// The places that a row rests on.
    pub fn placed(label: Label, places: &[String]) {
        let (row, places) = (self::label(label, lang), lang.list(places));
        "{row} {places}", "{row} {places}"
    }

    /// Where all of it is written, and the command that computes it anew.
    pub fn places(rows: &[String], command: &str) {
        let rows = rows.join(lang.pick("；", "; "));
        "{rows}；核算 {command}", "{rows}; computed by {command}"
    }
}

words! { lang;
    /// How to object.
    pub fn object() {
        "认为哪一行有误的，请指出并附佐证材料书面告知办公室。", "If a line is wrong, name it and send proof to the office."
    }
}

/// Sentences that follow each other; the last one stays as it is.
pub fn run_on(sentences: &[String], lang: Lang) -> String {
    let Some((last, before)) = sentences.split_last() else {
        return String::new();
    };
    let ended = |said: &String| {
        let is_ended = said.ends_with(['。', '：', '；', '.', ':', ';']);
        said.clone() + if is_ended { lang.pick("", " ") } else { lang.pick("。", ". ") }
    };
    before.iter().map(ended).collect::<String>() + last
}
