//! Sentences of the derivation of one verdict. They are read aloud by somebody who is angry: short, whole, checkable.

use super::Lang;
use super::phrases::{self, sentence};
use super::terms;
use crate::model::{Moment, Month};

/// The sections of an explanation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// 结论
    Conclusion,
    /// 要求从哪里来
    Requirement,
    /// 单位报了什么
    Reported,
    /// 滞后怎样算出
    Arithmetic,
    /// 对应哪一档
    Rung,
    /// 逐月经过
    History,
    /// 以后会怎样
    Outlook,
    /// 怎样核对、怎样提出异议
    Verify,
}

/// The heading of a section; the sections behind the conclusion are numbered from 1 as they come.
pub fn section(section: Section, number: usize, lang: Lang) -> String {
    let title = match section {
        Section::Conclusion => return lang.pick("结论", "Verdict").to_owned(),
        Section::Requirement => lang.pick("要求从哪里来", "What is required, and by whom"),
        Section::Reported => lang.pick("单位报了什么", "What the unit reported"),
        Section::Arithmetic => lang.pick("滞后怎样算出", "How the lag is computed"),
        Section::Rung => lang.pick("对应哪一档", "Which tier that is"),
        Section::History => lang.pick("逐月经过", "Month by month"),
        Section::Outlook => lang.pick("以后会怎样", "What comes next"),
        Section::Verify => lang.pick("怎样核对、怎样提出异议", "How to check this, and how to object"),
    };
    match lang {
        Lang::Zh => {
            let numeral = "一二三四五六七八九".chars().nth(number.saturating_sub(1)).unwrap_or('十');
            format!("{numeral}、{title}")
        }
        Lang::En => format!("{number}. {title}"),
    }
}

/// 事项2.1 城镇雨污分流改造　区住建局
pub fn title(id: &str, title: &str, unit: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("事项{id} {title}　{unit}"),
        Lang::En => format!("Item {id} {title}  {unit}"),
    }
}

/// The conclusion for a share with a tier.
pub fn concluded_tier(lag: &str, tier: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("滞后{lag}，拟{tier}。"),
        Lang::En => format!("Late by {lag}; proposed: {tier}."),
    }
}

/// The conclusion for a share whose tier an exemption withholds.
pub fn concluded_exempt(lag: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("滞后{lag}；因已批准豁免，不列档次。"),
        Lang::En => format!("Late by {lag}; an approved exemption withholds the tier."),
    }
}

/// The conclusion for a share without one.
pub fn concluded(bucket: &str, lag: Option<&str>, is_key: bool, lang: Lang) -> String {
    match (lang, lag, is_key) {
        (Lang::Zh, None, _) => format!("{bucket}，没有提出档次。"),
        (Lang::Zh, Some(lag), true) => format!("{bucket}：滞后{lag}，未达到最低一档。"),
        (Lang::Zh, Some(lag), false) => {
            format!("滞后{lag}；不是重点工作，只跟踪，不提出档次。")
        }
        (Lang::En, None, _) => format!("{}; no tier is proposed.", sentence(bucket)),
        (Lang::En, Some(lag), true) => {
            format!("{}: late by {lag}, below the lowest tier.", sentence(bucket))
        }
        (Lang::En, Some(lag), false) => {
            format!("Late by {lag}; not a key item, so it is tracked without a tier.")
        }
    }
}

/// What a presumed verdict rests on instead of a figure of its month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instead {
    /// The last figure reported before.
    Earlier,
    /// Nothing: none was ever reported.
    Nothing,
    /// A recurring duty of which the unit has not said whether it was done.
    Unsaid,
}

/// That the verdict is presumed.
pub fn presumed(month: Month, instead: Instead, lang: Lang) -> String {
    let month = terms::month(month, lang);
    match (lang, instead) {
        (Lang::Zh, Instead::Earlier) => {
            format!("这个结论是推定：{month}没有这个事项的填报数，按最近一次填报推算。补报后重新核算。")
        }
        (Lang::Zh, Instead::Nothing) => {
            "这个结论是推定：这个事项从未填报，按0推算。补报后重新核算。".to_owned()
        }
        (Lang::Zh, Instead::Unsaid) => {
            "这个结论是推定：单位没有报明这一期做了没有，按没有做推算。补报后重新核算。".to_owned()
        }
        (Lang::En, Instead::Earlier) => format!(
            "This verdict is presumed: no figure was reported for {month}, so the last one stands. A report changes it."
        ),
        (Lang::En, Instead::Nothing) => {
            "This verdict is presumed: nothing was ever reported, which counts as 0. A report changes it.".to_owned()
        }
        (Lang::En, Instead::Unsaid) => {
            "This verdict is presumed: the unit has not said whether this one was done, so it counts as not done. A report changes it.".to_owned()
        }
    }
}

/// Task, clause and units.
pub fn origin(task: &str, section: &str, clause: &str, lead: &str, support: &str, is_key: bool, lang: Lang) -> String {
    let mut parts = vec![match (lang, section) {
        (Lang::Zh, "") => format!("任务{task}"),
        (Lang::Zh, section) => format!("任务{task}（{section}）"),
        (Lang::En, "") => format!("Task {task}"),
        (Lang::En, section) => format!("Task {task} ({section})"),
    }];
    let mut add = |zh: &str, en: &str, text: &str| {
        if !text.is_empty() {
            parts.push(match lang {
                Lang::Zh => format!("{zh}：{text}"),
                Lang::En => format!("{en}: {text}"),
            });
        }
    };
    add("条款", "clause", clause);
    add("责任单位", "lead", lead);
    add("配合单位", "support", support);
    add("重点工作", "key item", phrases::yes_no(is_key, lang));
    match lang {
        Lang::Zh => parts.join("；") + "。",
        Lang::En => parts.join("; ") + ".",
    }
}

/// Which lines say so.
pub fn written_at(place: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("以上见 {place} 起；单位、报送日和档次见 plan.toml。"),
        Lang::En => format!("This is written at {place} and below; units, report day and tiers in plan.toml."),
    }
}

/// That a figure filed by the report day stands for the end of its month.
pub fn stands_for_month_end(day: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("月报在每月{day}日前报送，其中的数按当月末计。"),
        Lang::En => {
            format!("Reports are filed by day {day} of each month; their figures stand for the end of that month.")
        }
    }
}

/// What the unit itself says about it.
pub fn in_its_words(problem: &str, next: &str, lang: Lang) -> Option<String> {
    let said = |zh: &str, en: &str, text: &str| match (text, lang) {
        ("", _) => None,
        (text, Lang::Zh) => Some(format!("{zh}：{text}")),
        (text, Lang::En) => Some(format!("{en}: {text}")),
    };
    let parts: Vec<String> =
        [said("存在问题", "problems", problem), said("下步措施", "next steps", next)].into_iter().flatten().collect();
    if parts.is_empty() {
        return None;
    }
    Some(match lang {
        Lang::Zh => format!("单位自述——{}。", parts.join("；")),
        Lang::En => format!("In the unit's own words: {}.", parts.join("; ")),
    })
}

/// That the past is computed from the files as they are now.
pub fn recomputed(lang: Lang) -> &'static str {
    lang.pick(
        "以下各月都按现在的方案和月报推算，不等于当时发出过文书。",
        "Every month is computed from plan and reports as they are now; it does not say that a notice was sent.",
    )
}

/// Several leads are assessed each on its own.
pub fn joint(lang: Lang) -> &'static str {
    lang.pick(
        "本事项有多个责任单位，各按本单位的月报分别核算；下面只说这一家。",
        "This item has several lead units; each is assessed on its own reports. What follows is this one's part.",
    )
}

/// Where the deadline comes from.
pub fn basis(basis: &str, note: &str, lang: Lang) -> String {
    match (lang, note) {
        (Lang::Zh, "") => format!("时限依据：{basis}。"),
        (Lang::Zh, note) => format!("时限依据：{basis}。{}。", note.trim_end_matches('。')),
        (Lang::En, "") => format!("Where the deadline comes from: {basis}."),
        (Lang::En, note) => format!("Where the deadline comes from: {basis}. {note}"),
    }
}

/// How a curve runs between its points.
pub fn shape(is_linear: bool, lang: Lang) -> &'static str {
    if is_linear {
        lang.pick(
            "两个节点之间按匀速推进计算（序时进度）。节点都指当月月末。",
            "Between two milestones an even pace is required. A month means its end.",
        )
    } else {
        lang.pick(
            "节点之间要求不变，到节点当月月末才提高到新的要求。",
            "Between two milestones the requirement stays the same; it rises at the end of the month named.",
        )
    }
}

/// This unit's own portion of a quantity.
pub fn portion(amount: &str, total: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("总量{total}，其中本单位{amount}；下表按本单位的数量折算。"),
        Lang::En => format!("The total is {total}, this unit's own portion {amount}; the table shows the latter."),
    }
}

/// What recurs.
pub fn recurs(every: Option<&str>, dues: &str, lang: Lang) -> String {
    match (lang, every) {
        (Lang::Zh, Some(every)) => format!("{every}一次，到期月份：{dues}（均指月末）。"),
        (Lang::Zh, None) => format!("到期月份：{dues}（均指月末）。"),
        (Lang::En, Some(every)) => format!("Due {every}, at the end of: {dues}."),
        (Lang::En, None) => format!("Due at the end of: {dues}."),
    }
}

/// What an indicator has to be.
pub fn must_be(target: &str, due: Moment, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("读数应{target}，自{}起考核；此前的读数只作参考。", terms::moment(due, lang)),
        Lang::En => {
            format!(
                "The reading has to be {target} from {} on; earlier readings are information.",
                terms::moment(due, lang)
            )
        }
    }
}

/// A standing duty.
pub fn standing(lang: Lang) -> &'static str {
    lang.pick(
        "常态工作，没有完成时限，不计滞后，只看是否按月填报。",
        "A standing duty without a deadline: nothing can lag; only silence is counted.",
    )
}

/// The part of the year to which a standing duty is bound.
pub fn season(from: (u32, u32), to: (u32, u32), lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("只在每年{}月{}日至{}月{}日期间适用，其余月份不填报不算未报。", from.0, from.1, to.0, to.1),
        Lang::En => format!(
            "It applies from {:02}-{:02} to {:02}-{:02} of each year only; outside it no month counts as unreported.",
            from.0, from.1, to.0, to.1
        ),
    }
}

/// No schedule.
pub fn unscheduled(lang: Lang) -> &'static str {
    lang.pick(
        "方案没有写明时限，也没有单位计划，因此无从滞后。",
        "The plan gives no deadline and there is no unit plan, so nothing can lag.",
    )
}

/// Which entry counts.
pub fn newest_counts(evidence: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("采用截至当月最新的一期（不取最高的，也不看以后月份的）。{evidence}。"),
        Lang::En => format!("The newest one up to this month counts (not the best, and nothing later). {evidence}."),
    }
}

/// Which entry counts where each occurrence is reported on by itself.
pub fn newest_word_counts(evidence: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("同一期先后填报不一样的，以最新的为准；决定滞后的是最近做过的一期。{evidence}。"),
        Lang::En => format!(
            "Of several words on one occurrence the newest counts; the latest occurrence done decides. {evidence}."
        ),
    }
}

/// An occurrence that was reported done and is now reported not done.
pub fn withdrawn(due: Month, said_for: Month, denied_for: Month, lang: Lang) -> String {
    let [due, said, denied] = [due, said_for, denied_for].map(|month| terms::month(month, lang));
    match lang {
        Lang::Zh => format!("{due}到期的一期，{said}月报报已做，{denied}月报改报未做：按未做计。"),
        Lang::En => format!(
            "The one due in {due} was reported done for {said} and not done for {denied}: it counts as not done."
        ),
    }
}

/// The step: passed one milestone, not the next.
pub fn step_unmet(actual: &str, passed: Option<(&str, &str)>, unmet: (&str, &str), lang: Lang) -> String {
    let (by, level) = unmet;
    match (lang, passed) {
        (Lang::Zh, Some((met_by, met))) => {
            format!("实际{actual}，达到了{met_by}的要求（{met}），没有达到{by}的要求（{level}）。")
        }
        (Lang::Zh, None) => format!("实际{actual}，没有达到第一个节点{by}的要求（{level}）。"),
        (Lang::En, Some((met_by, met))) => {
            format!("Actual {actual}: enough for {met_by} ({met}), not enough for {by} ({level}).")
        }
        (Lang::En, None) => {
            format!("Actual {actual}: not enough for the first milestone, {by} ({level}).")
        }
    }
}

/// The even pace: between which two milestones the actual figure lies.
pub fn linear_unmet(actual: &str, from: (&str, &str), to: (&str, &str), lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "实际{actual}，介于{}（{}）和{}（{}）之间，按匀速推进折算它相当于计划的哪一天：",
            from.0, from.1, to.0, to.1
        ),
        Lang::En => format!(
            "Actual {actual} lies between {} ({}) and {} ({}); at an even pace the plan asked for it at:",
            from.0, from.1, to.0, to.1
        ),
    }
}

/// `2022年3月末 + (35 − 30) ÷ (40 − 30) × 1个月 = 2022年3月末 + 1/2个月（2022年4月15日）`
pub fn linear_formula(
    from: &str,
    (actual, low, high): (&str, &str, &str),
    span: &str,
    part: &str,
    on: &str,
    lang: Lang,
) -> String {
    let unit = if span == "1" { "month" } else { "months" };
    match lang {
        Lang::Zh => {
            format!("{from} + ({actual} − {low}) ÷ ({high} − {low}) × {span}个月 = {from} + {part}个月（{on}）")
        }
        Lang::En => {
            format!("{from} + ({actual} − {low}) ÷ ({high} − {low}) × {span} {unit} = {from} + {part} months ({on})")
        }
    }
}

/// `滞后 = 2022年6月末 − 2022年4月末 = 2个月`
pub fn subtraction(now: &str, since: &str, lag: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("滞后 = {now} − {since} = {lag}"),
        Lang::En => format!("lag = {now} − {since} = {lag}"),
    }
}

/// That the exact fraction decides.
pub fn exact(lang: Lang) -> &'static str {
    lang.pick(
        "定档用精确分数，显示时截去尾数，不四舍五入。",
        "The exact fraction decides the tier; what is shown is cut off, never rounded up.",
    )
}

/// What the formula below means, and what it gives.
pub fn formula(year: i32, lag: &str, is_whole: bool, lang: Lang) -> String {
    let cut_off = if is_whole { "" } else { lang.pick("（截去尾数）", " (cut off)") };
    match lang {
        Lang::Zh => format!(
            "用Excel核对：{year}年1月末记为1，2月末记为2，依此类推；在空白单元格输入下面的公式，得{lag}{cut_off}："
        ),
        Lang::En => format!(
            "To check in Excel: the end of January {year} counts as 1, that of February as 2, and so on; in an empty cell this gives {lag}{cut_off}:"
        ),
    }
}

/// What is signed on paper.
pub fn to_sign(lang: Lang) -> [&'static str; 4] {
    [
        lang.pick("认定单位：", "Office: "),
        lang.pick("经办人：", "Drawn up by: "),
        lang.pick("审核人：", "Checked by: "),
        lang.pick("日期：", "Date: "),
    ]
}

/// Not yet asked for.
pub fn not_yet(since: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("要求高于实际要从{since}开始，现在还没有到，所以不滞后。"),
        Lang::En => format!("The plan asks for more only from {since} on, which has not come, so nothing lags."),
    }
}

/// Due at this very close.
pub fn due_now(lang: Lang) -> &'static str {
    lang.pick(
        "正好在本月末到期而未完成：滞后0个月，记为“到期未完成”；下月末仍未完成，滞后1个月。",
        "It falls due at this very close and is not done: 0 months late, marked as due; a month from now it is 1 month late.",
    )
}

/// All that was ever asked for is done.
pub fn all_met(lang: Lang) -> &'static str {
    lang.pick("已达到方案提出的全部要求，不滞后。", "All that the plan asks for is met; nothing lags.")
}

/// How long completion was delayed.
pub fn finish_delay(delay: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("完成迟延{delay}（计划完成到实际完成之间，不再增加）。"),
        Lang::En => format!("Completed {delay} after the planned end; this no longer grows."),
    }
}

/// Arrears of a recurring item.
pub fn arrears(latest: Option<&str>, next: &str, lang: Lang) -> String {
    match (lang, latest) {
        (Lang::Zh, Some(latest)) => {
            format!("最近做过的一期是{latest}到期的；其后没有做的第一期应于{next}完成。")
        }
        (Lang::Zh, None) => format!("还没有做过任何一期；第一期应于{next}完成。"),
        (Lang::En, Some(latest)) => {
            format!("The latest one done was due at {latest}; the first one open after it is due at {next}.")
        }
        (Lang::En, None) => format!("None was ever done; the first one is due at {next}."),
    }
}

/// Occurrences skipped for good.
pub fn missed(times: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("此前跳过{times}期，记为缺项，永久保留，但不再增加滞后月数。"),
        Lang::En => {
            format!("{times} earlier ones were skipped: counted for good, but no longer ageing.")
        }
    }
}

/// How an indicator came to fail; readings come with their month.
#[derive(Clone, Copy, Debug)]
pub enum Failing<'a> {
    /// No reading at all.
    NeverRead,
    /// It failed when it fell due.
    WhenDue {
        /// The reading in force then.
        reading: &'a str,
    },
    /// It was not read until then, and never met.
    NeverMet {
        /// The first reading.
        reading: &'a str,
    },
    /// It failed again.
    Later {
        /// The reading.
        reading: &'a str,
    },
}

/// 96%（2022年4月月报，reports/2022-04/ecology.toml:31）
pub fn reading(reading: &str, month: Month, place: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{reading}（{}月报，{place}）", terms::month(month, lang)),
        Lang::En => format!("{reading} (report for {month}, {place})"),
    }
}

/// Since when an indicator fails.
pub fn failing(how: Failing<'_>, since: &str, lang: Lang) -> String {
    match (how, lang) {
        (Failing::NeverRead, Lang::Zh) => format!("从未填报读数，自开始考核的{since}起算。"),
        (Failing::NeverRead, Lang::En) => {
            format!("No reading was ever reported, so it counts from {since}, when it fell due.")
        }
        (Failing::WhenDue { reading }, Lang::Zh) => {
            format!("{since}开始考核，当时有效的读数是{reading}，没有达标，此后也没有达标；自{since}起算。")
        }
        (Failing::WhenDue { reading }, Lang::En) => format!(
            "When it fell due at {since}, the reading in force was {reading}, which fails, as have all since; so it counts from {since}."
        ),
        (Failing::NeverMet { reading }, Lang::Zh) => {
            format!("{since}开始考核，当时还没有读数；首个读数{reading}没有达标，此后也没有达标；自{since}起算。")
        }
        (Failing::NeverMet { reading }, Lang::En) => format!(
            "When it fell due at {since} there was no reading; the first one, {reading}, fails, as have all since; so it counts from {since}."
        ),
        (Failing::Later { reading }, Lang::Zh) => {
            format!("曾经达标，自{since}的读数{reading}起又连续不达标，从那时起算。")
        }
        (Failing::Later { reading }, Lang::En) => {
            format!(
                "The target was met before; readings have failed without a break since {since} ({reading}), so it counts from there."
            )
        }
    }
}

/// One rung held against the lag.
pub fn rung(name: &str, months: u32, clause: &str, lag: &str, is_reached: bool, lang: Lang) -> String {
    let clause = match (lang, clause) {
        (_, "") => String::new(),
        (Lang::Zh, clause) => format!("（{clause}）"),
        (Lang::En, clause) => format!(" (clause {clause})"),
    };
    let sign = if is_reached { "≥" } else { "<" };
    let en_months = phrases::plural(months, "month");
    match (lang, is_reached) {
        (Lang::Zh, true) => {
            format!("{name}{clause}：滞后满{months}个月；{lag} {sign} {months}，达到。")
        }
        (Lang::Zh, false) => {
            format!("{name}{clause}：滞后满{months}个月；{lag} {sign} {months}，未达到。")
        }
        (Lang::En, true) => {
            format!("{name}{clause}: from {en_months} on; {lag} {sign} {months}, reached.")
        }
        (Lang::En, false) => {
            format!("{name}{clause}: from {en_months} on; {lag} {sign} {months}, not reached.")
        }
    }
}

/// That only key items get a tier.
pub fn not_key(lang: Lang) -> &'static str {
    lang.pick(
        "不是重点工作，不提出档次；以下只作对照。",
        "Not a key item, so no tier is proposed; what follows is for comparison only.",
    )
}

/// Nothing would change.
pub fn nothing_ahead(lang: Lang) -> &'static str {
    lang.pick("方案期内没有会触发的档次。", "No tier lies ahead within the plan.")
}

/// How to check.
pub fn verify(command: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "结论只取决于上面列出的文件和月份，与核算的日期、机器、其他单位的月报无关。任何人对同样的文件运行下面的命令，得到同样的结果：{command}"
        ),
        Lang::En => format!(
            "The verdict depends on the files named above and on the month only: not on the day or machine it is computed on, and not on other units' reports. Anybody gets the same from the same files with: {command}"
        ),
    }
}

/// How to object.
pub fn object(lang: Lang) -> &'static str {
    lang.pick(
        "认为节点、填报数或依据有误的，请指出上面哪一行不对并附佐证材料，书面告知办公室；更正文件后重新核算，旧稿留在版本记录里。",
        "Whoever finds a milestone, a figure or the evidence wrong names the line above and sends proof to the office; the file is corrected, the verdict computed again, and the old version stays on record.",
    )
}

/// Marks the milestone that was not met, or is next.
pub fn first_unmet(has_come: bool, lang: Lang) -> &'static str {
    if has_come { lang.pick("首个未达到", "first one not met") } else { lang.pick("下一个节点", "next one") }
}

/// Marks the entry that counts.
pub fn counts(lang: Lang) -> &'static str {
    lang.pick("采用", "counts")
}

/// No figure in a month: no report at all, or a report without this item.
pub fn silent(has_filed: bool, lang: Lang) -> &'static str {
    if has_filed {
        lang.pick("月报未列此项", "not in the report")
    } else {
        lang.pick("未交月报", "no report")
    }
}
