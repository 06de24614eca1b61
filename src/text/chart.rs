//! What stands in and beside the pictures.

use super::{Lang, phrases, terms};
use crate::assess::{Bucket, Verdict};
use crate::model::Month;

/// The name of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chart {
    /// 进度前锋线
    Front,
    /// 逐月一览
    Heat,
    /// 进度曲线
    Curve,
}

/// The name of a picture.
pub fn title(chart: Chart, lang: Lang) -> &'static str {
    match chart {
        Chart::Front => lang.pick("进度前锋线", "Progress front line"),
        Chart::Heat => lang.pick("逐月一览", "Month by month"),
        Chart::Curve => lang.pick("进度曲线", "Progress curve"),
    }
}

/// The name with what it is about: 进度前锋线　截至2022年6月末
pub fn caption(chart: Chart, about: &str, lang: Lang) -> String {
    format!("{}{}{about}", title(chart, lang), lang.pick("　", "; "))
}

/// A month at the axis of a picture.
pub fn month(month: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}月", month.number()),
        Lang::En => format!("{:02}", month.number()),
    }
}

/// A year at the axis of a picture.
pub fn year(month: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}年", month.year()),
        Lang::En => month.year().to_string(),
    }
}

/// 截至线
pub fn now(month: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("截至{}", terms::close(month, lang)),
        Lang::En => format!("as of {}", terms::close(month, lang)),
    }
}

/// How many are drawn, and how they stand to the line.
pub fn front_summary(behind: usize, on_line: usize, complete: usize, rows: &str, lang: Lang) -> String {
    let drawn = behind + on_line + complete;
    match lang {
        Lang::Zh => format!("画出{drawn}{rows}：线左（滞后）{behind}，线上（按时）{on_line}，已完成{complete}。"),
        Lang::En => format!(
            "{drawn} {rows} drawn: {behind} left of the line (late), {on_line} on the line, {complete} complete."
        ),
    }
}

/// What is counted: shares, items or units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// 责任份
    Shares,
    /// 事项
    Items,
    /// 单位
    Units,
}

/// What is counted.
pub fn counted(what: Counted, lang: Lang) -> &'static str {
    match what {
        Counted::Shares => lang.pick("份", "shares"),
        Counted::Items => lang.pick("个事项", "items"),
        Counted::Units => lang.pick("个单位", "units"),
    }
}

/// The worst of several shares: 西池乡等12份
pub fn worst_of(unit: &str, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{unit}等{count}份"),
        Lang::En => format!("{unit} +{}", count.saturating_sub(1)),
    }
}

/// What is not drawn, because it cannot lag.
pub fn not_drawn(standing: usize, unscheduled: usize, lang: Lang) -> Option<String> {
    if standing + unscheduled == 0 {
        return None;
    }
    Some(match lang {
        Lang::Zh => format!("无从滞后、没有画的：常态{standing}份，无计划{unscheduled}份。"),
        Lang::En => format!(
            "Not drawn, for they cannot lag: {} standing, {unscheduled} unscheduled.",
            phrases::plural(standing, "share")
        ),
    })
}

/// What the letters of the front line mean.
pub fn front_legend(lang: Lang) -> Vec<String> {
    let parts: &[&str] = match lang {
        Lang::Zh => &[
            "| 截至线",
            "* 实际完成对应的方案时间",
            "= 滞后的时间",
            "# 已完成",
            "+ 节点及要求的百分数",
            "- 计划期间",
            "? 推定",
        ],
        Lang::En => &[
            "| as-of line",
            "* moment of the plan that was earned",
            "= the lag",
            "# complete",
            "+ milestone, percent required",
            "- planned period",
            "? presumed",
        ],
    };
    parts.iter().map(|part| (*part).to_owned()).collect()
}

/// How the front line is read.
pub fn front_reading(lang: Lang) -> &'static str {
    lang.pick(
        "点在截至线上为按时，在线左为滞后；点到线的水平距离就是滞后的月数。",
        "On the as-of line is on schedule, left of it is late; the distance from the point to the line is the lag in months.",
    )
}

/// What a part of the drawing means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// 截至线
    Now,
    /// 前锋线
    Front,
    /// 滞后
    Lag,
    /// 已完成
    Complete,
    /// 节点
    Milestone,
    /// 计划期间
    Band,
}

/// What a part of the drawing means.
pub fn key(key: Key, lang: Lang) -> &'static str {
    match key {
        Key::Now => lang.pick("截至线", "as-of line"),
        Key::Front => lang.pick("前锋线", "front line"),
        Key::Lag => lang.pick("滞后", "lag"),
        Key::Complete => lang.pick("已完成", "complete"),
        Key::Milestone => lang.pick("节点（应完成%）", "milestone (% required)"),
        Key::Band => lang.pick("计划期间", "planned period"),
    }
}

/// What the front line shows, for whoever does not see it.
pub fn front_about(summary: &str, worst: &[String], lang: Lang) -> String {
    if worst.is_empty() {
        return summary.to_owned();
    }
    let named = lang.list(worst);
    match lang {
        Lang::Zh => format!("{summary}滞后最久的：{named}。"),
        Lang::En => format!("{summary} Latest: {named}."),
    }
}

/// 滞后2个月
pub fn lag(months: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("滞后{months}个月"),
        Lang::En => format!("late by {months} months"),
    }
}

/// That a page has no picture, or several, and cannot be one.
pub fn not_one_picture(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (0, Lang::Zh) => "这一页没有图，不能存成 .svg\n  图用 shangdang chart 画".to_owned(),
        (0, Lang::En) => {
            "there is no picture on this page to write as .svg\n  shangdang chart draws pictures".to_owned()
        }
        (count, Lang::Zh) => {
            format!("这一页有{count}幅图，一个 .svg 只放一幅\n  用 --unit 只选一个单位，或存成 .html、.docx")
        }
        (count, Lang::En) => format!(
            "there are {count} pictures on this page, and an .svg holds one\n  choose one unit with --unit, or write .html or .docx"
        ),
    }
}

/// Headings of the columns that only pictures have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// 前锋点
    Point,
    /// 位置
    Standing,
}

/// The heading of a column.
pub fn head(head: Head, lang: Lang) -> &'static str {
    match head {
        Head::Point => lang.pick("前锋点", "point"),
        Head::Standing => lang.pick("位置", "stands"),
    }
}

/// Where a point stands on the time of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Left of the as-of line.
    Behind,
    /// On it.
    OnLine,
    /// On it, and not to leave it unless the completion is withdrawn.
    Complete,
}

/// Where a point stands.
pub fn standing(standing: Standing, lang: Lang) -> &'static str {
    match standing {
        Standing::Behind => lang.pick("线左", "left of the line"),
        Standing::OnLine => lang.pick("线上", "on the line"),
        Standing::Complete => lang.pick("已完成", "complete"),
    }
}

/// How many shares: 12份
pub fn shares(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{count}份"),
        Lang::En => phrases::plural(count, "share"),
    }
}

/// What the months hold: how often a tier, how often a presumed one, how often no report.
pub fn heat_summary(rows: usize, what: Counted, [tiers, presumed, unfiled]: [usize; 3], lang: Lang) -> String {
    let what = counted(what, lang);
    match lang {
        Lang::Zh => format!("{rows}{what}逐月：列入档次{tiers}格，其中推定{presumed}格；未报月报{unfiled}格。"),
        Lang::En => format!(
            "{rows} {what} month by month: a tier in {tiers} cells, presumed in {presumed} of them; no report in {unfiled}."
        ),
    }
}

/// What a month is shown by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// 已完成
    Complete,
    /// 正常推进
    OnTrack,
    /// 未按序时推进
    Behind,
    /// 滞后1个月 without a tier.
    Late1,
    /// 滞后2个月 without a tier.
    Late2,
    /// 滞后3个月以上 without a tier.
    Late3,
    /// 豁免
    Withheld,
    /// The rung of the ladder, from 0.
    Tier(usize),
}

impl Mark {
    /// What a verdict is shown by.
    pub fn of(verdict: &Verdict) -> Self {
        match (verdict.tier, verdict.withheld, verdict.bucket) {
            (Some(tier), ..) => Self::Tier(tier.0),
            (None, Some(_), _) => Self::Withheld,
            (None, None, Bucket::Complete) => Self::Complete,
            (None, None, Bucket::Behind) => Self::Behind,
            (None, None, Bucket::Lag1) => Self::Late1,
            (None, None, Bucket::Lag2) => Self::Late2,
            (None, None, Bucket::Lag3) => Self::Late3,
            (None, None, Bucket::OnTrack | Bucket::Standing | Bucket::Unscheduled) => Self::OnTrack,
        }
    }

    /// Its letter or number, the same in both languages.
    pub fn letter(self) -> String {
        match self {
            Self::Complete => "#".to_owned(),
            Self::OnTrack => ".".to_owned(),
            Self::Behind => "-".to_owned(),
            Self::Late1 => "a".to_owned(),
            Self::Late2 => "b".to_owned(),
            Self::Late3 => "c".to_owned(),
            Self::Withheld => "x".to_owned(),
            Self::Tier(rung) => (rung + 1).to_string(),
        }
    }
}

/// A mark and what it means: `2 通报批评`.
pub fn mark_meaning<'t>(mark: Mark, tier: impl Fn(usize) -> &'t str, lang: Lang) -> String {
    let no_tier = |bucket: Bucket| match lang {
        Lang::Zh => format!("{}（不列档）", terms::bucket(bucket, lang)),
        Lang::En => format!("{}, no tier", terms::bucket(bucket, lang)),
    };
    let meaning = match mark {
        Mark::Complete => terms::bucket(Bucket::Complete, lang).to_owned(),
        Mark::OnTrack => terms::bucket(Bucket::OnTrack, lang).to_owned(),
        Mark::Behind => terms::bucket(Bucket::Behind, lang).to_owned(),
        Mark::Late1 => no_tier(Bucket::Lag1),
        Mark::Late2 => no_tier(Bucket::Lag2),
        Mark::Late3 => no_tier(Bucket::Lag3),
        Mark::Withheld => lang.pick("豁免", "exempt").to_owned(),
        Mark::Tier(rung) => tier(rung).to_owned(),
    };
    format!("{} {meaning}", mark.letter())
}

/// What the signs beside a mark mean: presumed first.
pub fn heat_signs(lang: Lang) -> [String; 2] {
    [lang.pick("? 推定", "? presumed").to_owned(), lang.pick("! 该月未报月报", "! no report for the month").to_owned()]
}

/// A state, and that no report was filed for the month.
pub fn with_filing(said: &str, is_unfiled: bool, lang: Lang) -> String {
    match (is_unfiled, lang) {
        (false, _) => said.to_owned(),
        (true, Lang::Zh) => format!("{said}（未报）"),
        (true, Lang::En) => format!("{said}; no report"),
    }
}

/// What a part of a curve means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CurveKey {
    /// 应完成
    Required,
    /// What no longer counts, or not yet.
    Aside,
    /// 填报
    Reported,
    /// 截至线
    Now,
    /// 滞后
    Lag,
    /// An occurrence that is done.
    Done,
    /// 缺项
    Missed,
    /// An occurrence that is open.
    Open,
    /// An occurrence that has not fallen due.
    Ahead,
}

/// What a part of a curve means.
pub fn curve_key(key: CurveKey, lang: Lang) -> &'static str {
    match key {
        CurveKey::Required => lang.pick("要求", "required"),
        CurveKey::Aside => lang.pick("不计：调整前，或未到期", "does not count: replaced, or not yet due"),
        CurveKey::Reported => lang.pick("填报", "reported"),
        CurveKey::Now => lang.pick("截至线", "as-of line"),
        CurveKey::Lag => lang.pick("滞后", "lag"),
        CurveKey::Done => lang.pick("已做", "done"),
        CurveKey::Missed => lang.pick("缺项", "missed"),
        CurveKey::Open => lang.pick("到期未做", "due and open"),
        CurveKey::Ahead => lang.pick("未到期", "not yet due"),
    }
}

/// How a share stands, in a sentence.
pub fn curve_summary(required: &str, actual: &str, late: Option<&str>, state: &str, lang: Lang) -> String {
    let figures = [(required, lang.pick("应完成", "required ")), (actual, lang.pick("实际", "actual "))];
    let mut parts: Vec<String> =
        figures.iter().filter(|(said, _)| !said.is_empty()).map(|(said, name)| format!("{name}{said}")).collect();
    parts.extend(late.map(|months| lag(months, lang)));
    parts.push(state.to_owned());
    match lang {
        Lang::Zh => parts.join("，") + "。",
        Lang::En => phrases::sentence(&(parts.join(", ") + ".")),
    }
}

/// That nothing can be drawn, because nothing can lag.
pub fn no_curve(bucket: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{bucket}：没有可以比较的时限，不画曲线。"),
        Lang::En => format!("{}: no deadline to hold it against, so no curve.", phrases::sentence(bucket)),
    }
}
