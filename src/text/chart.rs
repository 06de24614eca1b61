//! The words in and beside the pictures.

use super::{Lang, phrases, terms};
use crate::assess::Bucket;
use crate::model::Month;

words! { lang;
    /// The name of a picture.
    pub fn title(enum Chart) {
        Front { "进度前锋线", "Progress front line" }
        Heat { "逐月一览", "Month by month" }
        Curve { "进度曲线", "Progress curve" }
    }

    /// What is counted: shares, items or units.
    pub fn counted(enum Counted) {
        Shares { "份", "shares" }
        Items { "个事项", "items" }
        Units { "个单位", "units" }
    }

    /// Where a point stands: left of the as-of line, or on it; complete, it leaves the line only if that is withdrawn.
    pub fn position(enum PointPosition) {
        Behind { "线左", "left of the line" }
        OnLine { "线上", "on the line" }
        Complete { "已完成", "complete" }
    }

    /// How the front line is read.
    pub fn front_reading() {
        "点在截至线上为按时，在线左为滞后；点到线的水平距离就是滞后的月数。",
        "On the as-of line means on schedule, left of it means late; the distance from the point to the line is the lag in months."
    }

    /// What a part of the front line means.
    pub fn key(enum Key) {
        Now { "截至线", "as-of line" }
        Front { "前锋线", "front line" }
        Lag { "滞后", "lag" }
        Complete { "已完成", "complete" }
        Milestone { "节点（应完成%）", "milestone (% required)" }
        Band { "计划期间", "planned period" }
    }

    /// What a part of a curve means.
    pub fn curve_key(enum CurveKey) {
        Required { "要求", "required" }
        Aside { "不计：调整前，或未到期", "does not count: replaced, or not yet due" }
        Reported { "填报", "reported" }
        Now { "截至线", "as-of line" }
        Lag { "滞后", "lag" }
        Done { "已做", "done" }
        Missed { "缺项", "missed" }
        Open { "到期未做", "due and open" }
        Ahead { "未到期", "not yet due" }
    }
}

say! { lang;
    /// The name with what it is about: 进度前锋线　截至2022年6月末
    pub fn caption(chart: Chart, about: &str) {
        let title = title(chart, lang);
        "{title}　{about}", "{title}; {about}"
    }

    /// A month at the axis of a picture.
    pub fn month(month: Month) {
        let number = month.number();
        "{number}月", "{number:02}"
    }

    /// A year at the axis of a picture.
    pub fn year(month: Month) {
        let year = month.year();
        "{year}年", "{year}"
    }

    /// 截至线
    pub fn now(month: Month) {
        let close = terms::close(month, lang);
        "截至{close}", "as of {close}"
    }

    /// How many are drawn, and how they stand to the line.
    pub fn front_summary(behind: usize, on_line: usize, complete: usize, rows: &str) {
        let drawn = behind + on_line + complete;
        "画出{drawn}{rows}：线左（滞后）{behind}，线上（按时）{on_line}，已完成{complete}。",
        "{drawn} {rows} drawn: {behind} left of the line (late), {on_line} on the line, {complete} complete."
    }

    /// The worst of several shares: 西池乡等12份
    pub fn worst_of(unit: &str, count: usize) {
        let more = count.saturating_sub(1);
        "{unit}等{count}份", "{unit} +{more}"
    }

    /// What the front line shows, for readers who cannot see it.
    pub fn front_about(summary: &str, worst: &[String]) {
        let named = lang.list(worst);
        if worst.is_empty() => { "{summary}" }
        "{summary}滞后最久的：{named}。", "{summary} Latest: {named}."
    }

    /// 滞后2个月
    pub fn lag(months: &str) { "滞后{months}个月", "late by {months} months" }

    /// That a page has no picture, or several, and cannot be one.
    pub fn not_one_picture(count: usize) {
        if count == 0 => {
            "这一页没有图，不能存成 .svg\n  图用 shangdang chart 画",
            "there is no picture on this page to write as .svg\n  shangdang chart draws pictures"
        }
        "这一页有{count}幅图，一个 .svg 只放一幅\n  用 --unit 只选一个单位，或存成 .html、.docx",
        "there are {count} pictures on this page, and an .svg holds one\n  choose one unit with --unit, or write .html or .docx"
    }

    /// How many shares: 12份
    pub fn shares(count: usize) {
        let shares = phrases::plural(count, "share");
        "{count}份", "{shares}"
    }

    /// What the months hold: how often a tier, how often a presumed one, how often no report.
    pub fn heat_summary(rows: usize, what: Counted, months: [usize; 3]) {
        let (what, [tiers, presumed, unfiled]) = (counted(what, lang), months);
        "{rows}{what}逐月：列入档次{tiers}格，其中推定{presumed}格；未报月报{unfiled}格。",
        "{rows} {what} month by month: a tier in {tiers} cells, presumed in {presumed} of them; no report in {unfiled}."
    }

    /// A month in which a share is late and has no tier.
    pub fn no_tier(bucket: Bucket) {
        let bucket = terms::bucket(bucket, lang);
        "{bucket}（不列档）", "{bucket}, no tier"
    }

    /// A state, and that no report was filed for the month.
    pub fn with_filing(said: &str, is_unfiled: bool) {
        if is_unfiled => { "{said}（未报）", "{said}; no report" }
        "{said}"
    }

    /// That nothing can be drawn, because nothing can lag.
    pub fn no_curve(bucket: &str) {
        let word = phrases::sentence(bucket);
        "{bucket}：没有可以比较的时限，不画曲线。", "{word}: no deadline to compare it with, so no curve."
    }
}

/// What is not drawn, because it cannot lag.
pub fn not_drawn(standing: usize, unscheduled: usize, lang: Lang) -> Option<String> {
    let shares = phrases::plural(standing, "share");
    (standing + unscheduled > 0).then(|| {
        say!(lang {
            "无从滞后、没有画的：常态{standing}份，无计划{unscheduled}份。",
            "Not drawn because they cannot lag: {shares} standing, {unscheduled} unscheduled."
        })
    })
}

/// What the letters of the front line mean.
pub fn front_legend(lang: Lang) -> [String; 7] {
    let zh = [
        "| 截至线",
        "* 实际完成对应的方案时间",
        "= 滞后的时间",
        "# 已完成",
        "+ 节点及要求的百分数",
        "- 计划期间",
        "? 推定",
    ];
    let en = [
        "| as-of line",
        "* moment of the plan that has been reached",
        "= the lag",
        "# complete",
        "+ milestone, percent required",
        "- planned period",
        "? presumed",
    ];
    lang.pick(zh, en).map(str::to_owned)
}

/// What the signs beside a mark mean: presumed first.
pub fn heat_signs(lang: Lang) -> [String; 2] {
    lang.pick(["? 推定", "! 该月未报月报"], ["? presumed", "! no report for the month"]).map(str::to_owned)
}

/// What is asked of a stage and has come to it, above its curve.
pub fn stage(name: &str, required: &str, reached: &str, late: Option<&str>, lang: Lang) -> String {
    let late = late.map(|late| format!("{}{late}", lang.pick("，", ", "))).unwrap_or_default();
    say!(lang { "阶段“{name}”：应到{required}，实际到{reached}{late}。", "Stage {name}: required {required}, reached {reached}{late}." })
}

/// Which stage a curve is of.
pub fn of_stage(stage: &str, lang: Lang) -> String {
    say!(lang { "　阶段：{stage}", "; stage {stage}" })
}

/// How a share stands, in a sentence.
pub fn curve_summary(required: &str, actual: &str, late: Option<&str>, state: &str, lang: Lang) -> String {
    let figures = [(required, lang.pick("应完成", "required ")), (actual, lang.pick("实际", "actual "))];
    let figures = figures.iter().filter(|(said, _)| !said.is_empty()).map(|(said, name)| format!("{name}{said}"));
    let late = late.map(|months| lag(months, lang));
    let parts: Vec<String> = figures.chain(late).chain([state.to_owned()]).collect();
    match lang {
        Lang::Zh => parts.join("，") + "。",
        Lang::En => phrases::sentence(&(parts.join(", ") + ".")),
    }
}
