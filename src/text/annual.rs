//! Words of the year-end lists. They say what is so and where it stands, never what is to be done to whom.

use chrono::NaiveDate;

use super::phrases::plural;
use super::{Lang, terms};
use crate::assess::YearEnd;
use crate::model::{Month, Outcome};

/// What the page is called. Before the year is over it is a preview, and says so.
pub fn title(year: i32, is_over: bool, lang: Lang) -> String {
    match (lang, is_over) {
        (Lang::Zh, true) => format!("{year}年度考核清单"),
        (Lang::Zh, false) => format!("{year}年度考核清单（预览）"),
        (Lang::En, true) => format!("Year-end lists of {year}"),
        (Lang::En, false) => format!("Year-end lists of {year} (preview)"),
    }
}

/// That the year is not over in the files.
pub fn preview(through: Option<Month>, close: Month, lang: Lang) -> String {
    let asked = terms::close(close, lang);
    match (lang, through) {
        (Lang::Zh, Some(month)) => {
            format!("截至{}，年度尚未结束：以下按年末（{asked}）要求看还差什么，不算滞后。", terms::close(month, lang))
        }
        (Lang::Zh, None) => {
            format!("本年还没有一份月报，年度尚未结束：以下按年末（{asked}）要求看还差什么，不算滞后。")
        }
        (Lang::En, Some(month)) => format!(
            "As of {}, the year is not over: what is still short of what is asked by {asked}; no lag is computed.",
            terms::close(month, lang)
        ),
        (Lang::En, None) => format!(
            "No report of the year is in, and it is not over: what is still short of what is asked by {asked}; no lag is computed."
        ),
    }
}

/// Which months have reports.
pub fn reported(months: &[Month], missing: &[Month], lang: Lang) -> String {
    let (there, none) = (stretches(months, lang), stretches(missing, lang));
    match (lang, months, missing) {
        (Lang::Zh, [], _) => "有月报的月份：没有。".to_owned(),
        (Lang::Zh, _, []) => format!("有月报的月份：{there}。"),
        (Lang::Zh, ..) => format!("有月报的月份：{there}；没有一份月报的月份：{none}。"),
        (Lang::En, [], _) => "Months with reports: none.".to_owned(),
        (Lang::En, _, []) => format!("Months with reports: {there}."),
        (Lang::En, ..) => format!("Months with reports: {there}; without any: {none}."),
    }
}

/// Months in a row as one stretch: 2022年1月至6月、2022年9月.
pub fn stretches(months: &[Month], lang: Lang) -> String {
    let runs = months.chunk_by(|one, next| next.since(*one) == 1);
    let said: Vec<String> = runs.filter_map(|run| stretch(run, lang)).collect();
    lang.list(&said)
}

fn stretch(run: &[Month], lang: Lang) -> Option<String> {
    let (first, last) = (run.first()?, run.last()?);
    let from = terms::month(*first, lang);
    Some(match lang {
        _ if first == last => from,
        Lang::Zh if first.year() == last.year() => format!("{from}至{}月", last.number()),
        Lang::Zh => format!("{from}至{}", terms::month(*last, lang)),
        Lang::En => format!("{from} to {last}"),
    })
}

/// That the reports of the last month are not all in.
pub fn not_all_in(close: Month, missing: &[String], lang: Lang) -> String {
    let (names, count) = (lang.list(missing), missing.len());
    let close = terms::month(close, lang);
    match lang {
        Lang::Zh => format!("{close}月报还有{count}份未报（{names}），报齐以前清单还会变。"),
        Lang::En => {
            format!("Reports for {close} still missing: {count} ({names}); the lists may change.")
        }
    }
}

/// What the page is and what it is not, and the title of the rule it is handed on under.
pub fn facts_only(rule: &str, lang: Lang) -> String {
    let rule = rule.trim().trim_start_matches('《').trim_end_matches('》').trim();
    match (lang, rule) {
        (Lang::Zh, "") => "plan.toml 没有写所依据的问责规定（accountability-rule）。以下只列事实和出处，由人研究决定；本页不提任何人名，也不提处理意见。".to_owned(),
        (Lang::Zh, rule) => format!(
            "以下只列事实和出处，供有权决定的人依据《{rule}》研究决定；本页不提任何人名，也不提处理意见。"
        ),
        (Lang::En, "") => "plan.toml names no rule on accountability (accountability-rule). What follows are facts and where they stand, for people to decide upon; no person is named and nothing is proposed.".to_owned(),
        (Lang::En, rule) => format!(
            "What follows are facts and where they stand, for people to decide upon under the rule “{rule}”; no person is named and nothing is proposed."
        ),
    }
}

/// Where a share stands at the close of the year.
pub fn year_end(end: YearEnd, is_over: bool, lang: Lang) -> &'static str {
    match end {
        YearEnd::Met => lang.pick("达到年末要求", "met"),
        YearEnd::Unfinished if !is_over => lang.pick("还差", "still short"),
        YearEnd::Unfinished => lang.pick("未完成", "unfinished"),
        YearEnd::Unverified => lang.pick("自报完成未核验", "claimed done, unchecked"),
        YearEnd::Exempt => lang.pick("豁免", "exempt"),
        YearEnd::Standing => lang.pick("常态", "standing"),
        YearEnd::Unscheduled => lang.pick("无计划", "unscheduled"),
        YearEnd::NotAsked => lang.pick("年内没有要求", "nothing asked in the year"),
    }
}

/// How many shares are looked at, and where those stand that can be judged.
pub fn summary(total: usize, counts: &[(String, usize)], is_over: bool, lang: Lang) -> String {
    let judged: usize = counts.iter().map(|(_, count)| count).sum();
    let parts: Vec<String> = counts.iter().map(|(end, count)| format!("{end} {count}")).collect();
    let parts = lang.list(&parts);
    match (lang, is_over) {
        (Lang::Zh, true) => {
            format!("重点工作和约束性指标的责任份{total}份，可对照年末要求的{judged}份：{parts}。")
        }
        (Lang::Zh, false) => {
            format!("重点工作和约束性指标的责任份{total}份，可对照年末要求的{judged}份，现在：{parts}。")
        }
        (Lang::En, true) => {
            format!("Shares of key work and binding indicators: {total}; to be judged: {judged} ({parts}).")
        }
        (Lang::En, false) => {
            format!("Shares of key work and binding indicators: {total}; to be judged: {judged} (so far {parts}).")
        }
    }
}

/// What cannot be judged and stands on no list.
pub fn unjudged(total: usize, counts: &[(String, usize)], lang: Lang) -> String {
    let parts: Vec<String> = counts.iter().map(|(end, count)| format!("{end} {count}")).collect();
    let parts = lang.list(&parts);
    match lang {
        Lang::Zh => format!("没有时限可对照、不在任何清单内的{total}份：{parts}。"),
        Lang::En => format!("On no list, for there is nothing to judge by: {total} ({parts})."),
    }
}

/// The lists of the plan, and the blocks beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// 重点工作未完成
    KeyWork,
    /// 约束性指标未完成
    Binding,
    /// 年度考核未通过
    Assessments,
    /// 自报完成未核验
    Unverified,
    /// 豁免
    Exempt,
    /// 完成迟延
    FinishedLate,
}

/// The heading of a list or block.
pub fn heading(part: Part, count: usize, is_over: bool, lang: Lang) -> String {
    match (lang, part, is_over) {
        (Lang::Zh, Part::KeyWork, true) => format!("一、重点工作未完成：{count}份"),
        (Lang::Zh, Part::KeyWork, false) => format!("一、重点工作，离年末要求还差的：{count}份"),
        (Lang::Zh, Part::Binding, true) => format!("二、约束性指标未完成：{count}份"),
        (Lang::Zh, Part::Binding, false) => format!("二、约束性指标，离年末要求还差的：{count}份"),
        (Lang::Zh, Part::Assessments, _) => format!("三、年度考核未通过：{count}个单位"),
        (Lang::Zh, Part::Unverified, _) => {
            format!("自报完成、尚未核验（不算已完成，也不算未完成）：{count}份")
        }
        (Lang::Zh, Part::Exempt, true) => format!("豁免（未完成，有经批准的理由）：{count}份"),
        (Lang::Zh, Part::Exempt, false) => {
            format!("豁免（离年末要求还差，有经批准的理由）：{count}份")
        }
        (Lang::Zh, Part::FinishedLate, _) => format!("完成迟延（已完成，晚于时限）：{count}份"),
        (Lang::En, Part::KeyWork, true) => format!("1. Key work not finished: {count}"),
        (Lang::En, Part::KeyWork, false) => {
            format!("1. Key work short of what is asked by the year's end: {count}")
        }
        (Lang::En, Part::Binding, true) => format!("2. Binding indicators missed: {count}"),
        (Lang::En, Part::Binding, false) => {
            format!("2. Binding indicators short of their target: {count}")
        }
        (Lang::En, Part::Assessments, _) => format!("3. Annual assessment failed: {count}"),
        (Lang::En, Part::Unverified, _) => {
            format!("Claimed done and not checked (neither finished nor unfinished): {count}")
        }
        (Lang::En, Part::Exempt, true) => {
            format!("Exempt (not finished, for an approved reason): {count}")
        }
        (Lang::En, Part::Exempt, false) => {
            format!("Exempt (short of the year's end, for an approved reason): {count}")
        }
        (Lang::En, Part::FinishedLate, _) => format!("Finished after the deadline: {count}"),
    }
}

/// That the three lists are joined by OR, and what stands where.
pub fn three_lists(lang: Lang) -> &'static str {
    lang.pick(
        "一、二、三各自独立，列入任何一项即为列入。约束性指标只列在二。",
        "The three lists stand each for itself: being on any one of them is being listed. Binding indicators stand on the second one only.",
    )
}

/// Nothing on a list.
pub fn none(lang: Lang) -> &'static str {
    lang.pick("没有。", "None.")
}

/// That the plan marks no indicator as binding.
pub fn no_binding(lang: Lang) -> &'static str {
    lang.pick(
        "方案里没有标为约束性的指标（binding = true），这一项无从判断。",
        "The plan marks no indicator as binding (binding = true), so there is nothing to judge here.",
    )
}

/// How many results have been entered.
pub fn results(passed: usize, failed: usize, none: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "年度考核结果由人录入（register/…/assessments.toml）：通过{passed}个单位，未通过{failed}个，没有录入结果{none}个。"
        ),
        Lang::En => format!(
            "Results are entered by people (register/…/assessments.toml): passed {passed}, failed {failed}, no result entered {none}."
        ),
    }
}

/// The result of a unit, by whom, in which document, and where it stands.
pub fn result(
    outcome: Outcome,
    date: NaiveDate,
    by: &str,
    reference: &str,
    note: &str,
    place: &str,
    lang: Lang,
) -> String {
    let outcome = super::register::outcome(outcome, lang);
    let date = terms::day(date, lang);
    let part = |text: &str, zh: &str, en: &str| match (text.trim(), lang) {
        ("", _) => String::new(),
        (text, Lang::Zh) => format!("{zh}{text}"),
        (text, Lang::En) => format!("{en}{text}"),
    };
    let reference = part(reference, "，", ", ");
    let note = part(note, "：", ": ");
    match lang {
        Lang::Zh => format!("{by}于{date}考核，{outcome}{reference}{note}（{place}）。"),
        Lang::En => format!("Assessed by {by} on {date}, {outcome}{reference}{note} ({place})."),
    }
}

/// Required by the close of the year, actual, and the gap.
pub fn asked(required: &str, actual: &str, gap: &str, is_over: bool, lang: Lang) -> String {
    match (lang, is_over) {
        (Lang::Zh, true) => format!("年末应完成{required}，实际{actual}，差{gap}。"),
        (Lang::Zh, false) => format!("年末应完成{required}，现在{actual}，还差{gap}。"),
        (Lang::En, true) => {
            format!("Required by the year's end {required}, actual {actual}, short by {gap}.")
        }
        (Lang::En, false) => {
            format!("Required by the year's end {required}, now {actual}, still short by {gap}.")
        }
    }
}

/// The target of an indicator, its reading, and the gap.
pub fn target(target: &str, actual: &str, gap: Option<&str>, lang: Lang) -> String {
    match (lang, gap) {
        (Lang::Zh, Some(gap)) => format!("年末要求{target}，读数{actual}，差{gap}。"),
        (Lang::Zh, None) => format!("年末要求{target}，读数{actual}。"),
        (Lang::En, Some(gap)) => {
            format!("Asked by the year's end: {target}; reading {actual}, short by {gap}.")
        }
        (Lang::En, None) => format!("Asked by the year's end: {target}; reading {actual}."),
    }
}

/// Occurrences that have fallen due by the close of the year, and how many are done.
pub fn occurrences(due: &str, done: &str, is_over: bool, lang: Lang) -> String {
    match (lang, is_over) {
        (Lang::Zh, true) => format!("到年末应做{due}次，做了{done}次。"),
        (Lang::Zh, false) => format!("到年末应做{due}次，现在做了{done}次。"),
        (Lang::En, true) => format!("To be done by the year's end: {due}, done: {done}."),
        (Lang::En, false) => format!("To be done by the year's end: {due}, done so far: {done}."),
    }
}

/// Since when it lags, and by how much at the close.
pub fn late(since: Option<&str>, lag: &str, lang: Lang) -> String {
    match (lang, since) {
        (Lang::Zh, Some(since)) => format!("自{since}起滞后，至年末{lag}。"),
        (Lang::Zh, None) => "年末当月到期，未完成。".to_owned(),
        (Lang::En, Some(since)) => format!("Late since {since}, by {lag} at the year's end."),
        (Lang::En, None) => "Due in the last month of the year, and not done.".to_owned(),
    }
}

/// That an indicator which had met its target missed it in the last month.
pub fn relapsed(lang: Lang) -> &'static str {
    lang.pick("以前达到过，年末当月未达标。", "Met before, and missed in the last month of the year.")
}

/// That a check has found undone what the unit says is done.
pub fn check_failed(lang: Lang) -> &'static str {
    lang.pick(
        "单位报为完成，核验未通过，按核验结果列为未完成。",
        "Claimed done by the unit, and found undone by a check; it is listed by the check.",
    )
}

/// Occurrences of the year that were skipped for good.
pub fn skipped(months: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("缺项，应于{months}完成而跳过的；后来没有补报，当年工作因此不全。"),
        Lang::En => {
            format!("Skipped and not made up: due {months}; the work of the year is not whole.")
        }
    }
}

/// Occurrences of the year that are still open.
pub fn open(months: &str, is_over: bool, lang: Lang) -> String {
    match (lang, is_over) {
        (Lang::Zh, true) => format!("未做，应于{months}完成的。"),
        (Lang::Zh, false) => format!("还要做，应于{months}完成的。"),
        (Lang::En, true) => format!("Not done: due {months}."),
        (Lang::En, false) => format!("Still to be done: due {months}."),
    }
}

/// The worst tier of the year, since when, and how many months have which.
pub fn worst(tier: &str, month: Month, months: &[(String, usize)], presumed: usize, lang: Lang) -> String {
    let first = terms::month(month, lang);
    let parts: Vec<String> = months
        .iter()
        .map(|(tier, months)| match lang {
            Lang::Zh => format!("{tier}{months}个月"),
            Lang::En => format!("{tier} {}", plural(*months, "month")),
        })
        .collect();
    let parts = lang.list(&parts);
    let presumed = match (presumed, lang) {
        (0, _) => String::new(),
        (_, Lang::Zh) => format!("，其中推定（当月没有填报）{presumed}个月"),
        (_, Lang::En) => format!(", of them presumed for want of a report: {presumed}"),
    };
    match lang {
        Lang::Zh => format!("本年核算最重达到{tier}（{first}）；按月：{parts}{presumed}。"),
        Lang::En => {
            format!("Worst computed tier of the year: {tier} ({first}); by month: {parts}{presumed}.")
        }
    }
}

/// That no month of the year had a tier.
pub fn no_tier(lang: Lang) -> &'static str {
    lang.pick("本年没有达到过档次。", "No tier was reached in the year.")
}

/// When it was reported complete, and how long after its deadline.
pub fn finished(month: Month, delay: Option<&str>, lang: Lang) -> String {
    let month = terms::month(month, lang);
    match (lang, delay) {
        (Lang::Zh, None) => format!("{month}月报起报为完成。"),
        (Lang::Zh, Some(delay)) => format!("{month}月报起报为完成，比时限晚{delay}。"),
        (Lang::En, None) => format!("Reported complete from {month} on."),
        (Lang::En, Some(delay)) => {
            format!("Reported complete from {month} on, {delay} after its deadline.")
        }
    }
}

/// The heading above the units of one sort.
pub fn units_of(sort: &str, is_filing: bool, lang: Lang) -> String {
    match (lang, is_filing) {
        (Lang::Zh, false) => format!("各单位完成情况　{sort}"),
        (Lang::Zh, true) => format!("各单位档次、文书和报送　{sort}"),
        (Lang::En, false) => format!("What the units have finished: {sort}"),
        (Lang::En, true) => format!("Tiers, notices and filing of the units: {sort}"),
    }
}

/// Units that are not compared.
pub fn not_compared(names: &[String], lang: Lang) -> String {
    let names = lang.list(names);
    match lang {
        Lang::Zh => format!("年内没有可对照的任务、不参加比较的：{names}。"),
        Lang::En => format!("Nothing to judge in the year, so not compared: {names}."),
    }
}

/// What the counts of the units mean.
pub fn about_units(lang: Lang) -> &'static str {
    lang.pick(
        "单位按方案顺序排列，不是名次。档次按份和月计：两份责任同月各有预警，计2；推定的也计在内。文书只计已发出、没有撤销的。缺项按次，迟报、未报按月。",
        "Units stand in the order of the plan, which is no ranking. Tiers are counted by share and month: two shares with a warning in one month are 2; presumed ones are counted as well. Notices are those issued and not withdrawn. Skipped ones are counted by occurrence, late and missing reports by month.",
    )
}

/// Headings of the tables of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// 单位
    Unit,
    /// 份数
    Shares,
    /// 达到
    Met,
    /// 未完成
    Unfinished,
    /// 未核验
    Unverified,
    /// 豁免
    Exempt,
    /// 不能判断
    Unjudged,
    /// 完成迟延
    FinishedLate,
    /// 最长迟延
    Longest,
    /// 最重档次
    Worst,
    /// 档次份月
    Months,
    /// 已发文书
    Notices,
    /// 缺项
    Skipped,
    /// 迟报
    Late,
    /// 未报
    Missing,
    /// 曾豁免
    WasExempt,
    /// 年度考核
    Assessment,
    /// 年末状态
    YearEnd,
    /// 约束性
    Binding,
    /// 首次达到
    WorstIn,
    /// 完成月份
    Finished,
    /// 清单
    List,
}

/// The heading of a column.
pub fn head(head: Head, lang: Lang) -> &'static str {
    match head {
        Head::Unit => lang.pick("单位", "unit"),
        Head::Shares => lang.pick("份数", "shares"),
        Head::Met => lang.pick("达到", "met"),
        Head::Unfinished => lang.pick("未完成", "unfinished"),
        Head::Unverified => lang.pick("未核验", "unchecked"),
        Head::Exempt => lang.pick("豁免", "exempt"),
        Head::Unjudged => lang.pick("不能判断", "unjudged"),
        Head::FinishedLate => lang.pick("迟延完成", "finished late"),
        Head::Longest => lang.pick("最长迟延月", "longest delay"),
        Head::Worst => lang.pick("最重档次", "worst tier"),
        Head::Months => lang.pick("档次份月", "share-months"),
        Head::Notices => lang.pick("已发文书", "notices"),
        Head::Skipped => lang.pick("缺项", "skipped"),
        Head::Late => lang.pick("迟报", "late"),
        Head::Missing => lang.pick("未报", "missing"),
        Head::WasExempt => lang.pick("曾豁免", "was exempt"),
        Head::Assessment => lang.pick("年度考核", "assessment"),
        Head::YearEnd => lang.pick("年末状态", "at the year's end"),
        Head::Binding => lang.pick("约束性", "binding"),
        Head::WorstIn => lang.pick("首次达到", "first reached"),
        Head::Finished => lang.pick("完成月份", "finished"),
        Head::List => lang.pick("清单", "list"),
    }
}

/// A tier with a count, in a cell: 预警2
pub fn counted(tier: &str, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{tier}{count}"),
        Lang::En => format!("{tier} {count}"),
    }
}

/// Notices that were withdrawn, in a cell.
pub fn withdrawn(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另撤销{count}"),
        Lang::En => format!("withdrawn {count}"),
    }
}

/// 未录入
pub fn not_entered(lang: Lang) -> &'static str {
    lang.pick("未录入", "not entered")
}

/// The name of a list, in a cell.
pub fn list(part: Part, is_over: bool, lang: Lang) -> &'static str {
    match part {
        Part::KeyWork if !is_over => lang.pick("重点工作还差的", "key work still short"),
        Part::Binding if !is_over => lang.pick("约束性指标还差的", "binding indicators still short"),
        Part::KeyWork => lang.pick("重点工作未完成", "key work"),
        Part::Binding => lang.pick("约束性指标未完成", "binding indicators"),
        Part::Assessments => lang.pick("年度考核未通过", "assessments"),
        Part::Unverified => lang.pick("自报完成未核验", "unverified"),
        Part::Exempt => lang.pick("豁免", "exempt"),
        Part::FinishedLate => lang.pick("完成迟延", "finished late"),
    }
}

/// That nothing of the plan lies in a year.
pub fn unknown_year(written: &str, years: &[String], lang: Lang) -> String {
    let years = lang.list(years);
    match lang {
        Lang::Zh => format!("{written}年不在方案期内\n  方案期内的年份：{years}"),
        Lang::En => format!("{written} lies outside the plan\n  its years: {years}"),
    }
}

/// That a text is no year.
pub fn not_a_year(written: &str, years: &[String], lang: Lang) -> String {
    let years = lang.list(years);
    match lang {
        Lang::Zh => format!("“{written}”不是年份\n  写成 2022；方案期内的年份：{years}"),
        Lang::En => {
            format!("`{written}` is not a year\n  write it like 2022; the plan has: {years}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_in_a_row_are_one_stretch() {
        let months = |numbers: &[(i32, u32)]| -> Vec<Month> {
            let month = |&(year, number)| Month::new(year, number).expect("a month");
            numbers.iter().map(month).collect()
        };
        let said = |numbers: &[(i32, u32)]| stretches(&months(numbers), Lang::Zh);
        assert_eq!(said(&[]), "");
        assert_eq!(said(&[(2022, 3)]), "2022年3月");
        assert_eq!(said(&[(2022, 1), (2022, 2), (2022, 4)]), "2022年1月至2月、2022年4月");
        assert_eq!(said(&[(2022, 12), (2023, 1)]), "2022年12月至2023年1月");
    }
}
