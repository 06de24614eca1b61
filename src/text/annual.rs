//! Words of the year-end lists. They give facts and their sources, never what should be done to whom.

use chrono::NaiveDate;

use super::phrases::plural;
use super::{Lang, register, terms};
use crate::assess::YearEnd;
use crate::model::{Month, Outcome};

say! { lang;
    /// What the page is called. Before the year is over it is a preview, and says so.
    pub fn title(year: i32, is_over: bool) {
        if is_over => { "{year}年度考核清单", "Year-end lists of {year}" }
        "{year}年度考核清单（预览）", "Year-end lists of {year} (preview)"
    }

    /// That the year is not over in the files.
    pub fn preview(through: Option<Month>, close: Month) {
        let asked = terms::close(close, lang);
        match through {
            Some(month) => {
                let now = terms::close(month, lang);
                "截至{now}，年度尚未结束：以下按年度要求（{asked}）看还差什么，不算滞后。",
                "As of {now} the year is not over. Listed below is what still falls short of what is required by {asked}; no lag is computed."
            }
            None => {
                "本年还没有一份月报，年度尚未结束：以下按年度要求（{asked}）看还差什么，不算滞后。",
                "No report of the year has come in, and the year is not over. Listed below is what still falls short of what is required by {asked}; no lag is computed."
            }
        }
    }

    /// Which months have reports.
    pub fn reported(months: &[Month], missing: &[Month]) {
        let (there, none) = (stretches(months, lang), stretches(missing, lang));
        if months.is_empty() => { "有月报的月份：没有。", "Months with reports: none." }
        if missing.is_empty() => { "有月报的月份：{there}。", "Months with reports: {there}." }
        "有月报的月份：{there}；没有一份月报的月份：{none}。", "Months with reports: {there}; without any: {none}."
    }

    /// Months in a row: 2022年1月至6月.
    fn stretch(first: Month, last: Month) {
        let (from, to, number) = (terms::month(first, lang), terms::month(last, lang), last.number());
        if first == last => { "{from}" }
        if first.year() == last.year() => { "{from}至{number}月", "{from} to {to}" }
        "{from}至{to}", "{from} to {to}"
    }

    /// That the reports of the last month are not all in.
    pub fn not_all_in(close: Month, missing: &[String]) {
        let (close, count, names) = (terms::month(close, lang), missing.len(), lang.list(missing));
        "{close}月报还有{count}份未报（{names}），报齐以前清单还会变。",
        "Reports for {close} still missing: {count} ({names}); the lists may change."
    }

    /// What the page is and what it is not, and the title of the rule it is handed on under.
    pub fn facts_only(rule: &str) {
        let rule = rule.trim().trim_start_matches('《').trim_end_matches('》').trim();
        if rule.is_empty() => {
            "plan.toml 没有写所依据的问责规定（accountability-rule）。以下只列事实和出处，由人研究决定；本页不提任何人名，也不提处理意见。",
            "plan.toml names no accountability rule (accountability-rule). What follows are facts and their sources, for people to decide on; no person is named and nothing is proposed."
        }
        "以下只列事实和出处，供有权决定的人依据《{rule}》研究决定；本页不提任何人名，也不提处理意见。",
        "What follows are facts and their sources, for people to decide on under the rule “{rule}”; no person is named and nothing is proposed."
    }

    /// How many shares are covered, and how those stand that can be judged.
    pub fn summary(total: usize, counts: &[(String, usize)], is_over: bool) {
        let (judged, parts) = (counts.iter().map(|(_, count)| count).sum::<usize>(), terms::counts(counts, lang));
        if is_over => {
            "重点工作和约束性指标的责任份{total}份，可对照年度要求的{judged}份：{parts}。",
            "Shares of key work and binding indicators: {total}; to be judged: {judged} ({parts})."
        }
        "重点工作和约束性指标的责任份{total}份，可对照年度要求的{judged}份，现在：{parts}。",
        "Shares of key work and binding indicators: {total}; to be judged: {judged} (so far {parts})."
    }

    /// What cannot be judged and is on no list.
    pub fn unjudged(total: usize, counts: &[(String, usize)]) {
        let parts = terms::counts(counts, lang);
        "年度没有要求可对照、不在任何清单内的{total}份：{parts}。", "On no list, because the year asks for nothing to judge them by: {total} ({parts})."
    }

    /// The heading of a list or block.
    pub fn heading(part: Part, count: usize, is_over: bool) {
        match (part, is_over) {
            (Part::KeyWork, true) => { "一、重点工作未完成：{count}份", "1. Key work not finished: {count}" }
            (Part::KeyWork, false) => {
                "一、重点工作，离年度要求还差的：{count}份", "1. Key work short of what the year requires: {count}"
            }
            (Part::Binding, true) => { "二、约束性指标未完成：{count}份", "2. Binding indicators missed: {count}" }
            (Part::Binding, false) => {
                "二、约束性指标，离年度要求还差的：{count}份", "2. Binding indicators short of their target: {count}"
            }
            (Part::Assessments, _) => { "三、年度考核未通过：{count}个单位", "3. Annual assessment failed: {count}" }
            (Part::Unverified, _) => {
                "自报完成、尚未核验（不算已完成，也不算未完成）：{count}份",
                "Claimed done and not checked (neither finished nor unfinished): {count}"
            }
            (Part::Exempt, true) => {
                "豁免（未完成，有经批准的理由）：{count}份", "Exempt (not finished, for an approved reason): {count}"
            }
            (Part::Exempt, false) => {
                "豁免（离年度要求还差，有经批准的理由）：{count}份",
                "Exempt (short of what the year requires, for an approved reason): {count}"
            }
            (Part::Disputed, _) => {
                "待核定（没有达到所写的数，而原文自相矛盾，不算未完成）：{count}份",
                "Undecided (short of the figure as written, while the source contradicts itself; not unfinished): {count}"
            }
            (Part::FinishedLate, _) => { "完成迟延（已完成，晚于时限）：{count}份", "Finished after the deadline: {count}" }
        }
    }

    /// How many results have been entered.
    pub fn results(passed: usize, failed: usize, none: usize) {
        "年度考核结果由人录入（register/…/assessments.toml）：通过{passed}个单位，未通过{failed}个，没有录入结果{none}个。",
        "Results are entered by people (register/…/assessments.toml): passed {passed}, failed {failed}, no result entered {none}."
    }

    /// The result of a unit: by whom, in which document, and where it is recorded.
    pub fn result(outcome: Outcome, date: NaiveDate, by: &str, reference: &str, note: &str, place: &str) {
        let (outcome, date) = (register::outcome(outcome, lang), terms::day(date, lang));
        let (reference, note) = (terms::after_comma(reference, lang), terms::after_colon(note, lang));
        "{by}于{date}考核，{outcome}{reference}{note}（{place}）。", "Assessed by {by} on {date}, {outcome}{reference}{note} ({place})."
    }

    /// Required by the close of the year, actual, and the gap.
    pub fn asked(close: Month, required: &str, actual: &str, gap: &str, is_over: bool) {
        let close = terms::close(close, lang);
        if is_over => {
            "到{close}应完成{required}，实际{actual}，差{gap}。",
            "Required by {close}: {required}, actual {actual}, short by {gap}."
        }
        "到{close}应完成{required}，现在{actual}，还差{gap}。",
        "Required by {close}: {required}, now {actual}, still short by {gap}."
    }

    /// The target of an indicator, its reading, and the gap.
    pub fn target(close: Month, target: &str, actual: &str, gap: Option<&str>) {
        let close = terms::close(close, lang);
        match gap {
            Some(gap) => {
                "{close}要求{target}，读数{actual}，差{gap}。",
                "Required at {close}: {target}; reading {actual}, short by {gap}."
            }
            None => { "{close}要求{target}，读数{actual}。", "Required at {close}: {target}; reading {actual}." }
        }
    }

    /// Occurrences that have fallen due by the close of the year, and how many are done.
    pub fn occurrences(close: Month, due: &str, done: &str, is_over: bool) {
        let close = terms::close(close, lang);
        if is_over => { "到{close}应做{due}次，做了{done}次。", "To be done by {close}: {due}, done: {done}." }
        "到{close}应做{due}次，现在做了{done}次。", "To be done by {close}: {due}, done so far: {done}."
    }

    /// Since when it lags, and by how much at the close.
    pub fn late(close: Month, since: Option<&str>, lag: &str) {
        let close = terms::close(close, lang);
        match since {
            Some(since) => { "自{since}起滞后，至{close}{lag}。", "Late since {since}, by {lag} at {close}." }
            None => { "{close}到期，未完成。", "Due at {close}, and not done." }
        }
    }

    /// That an indicator which had met its target missed it in the last month.
    pub fn relapsed(close: Month) {
        "以前达到过，{}未达标。", "Met before, and missed at {}."; terms::close(close, lang)
    }

    /// Occurrences of the year that were skipped for good.
    pub fn skipped(months: &str) {
        "跳过的各期记为缺项，应于{months}完成；后来没有补报，当年工作因此不全。",
        "Skipped and not made up for: due {months}; the work of the year is incomplete."
    }

    /// Occurrences of the year that are still open.
    pub fn open(months: &str, is_over: bool) {
        if is_over => { "没有做的各期，应于{months}完成。", "Not done: due {months}." }
        "还要做的各期，应于{months}完成。", "Still to be done: due {months}."
    }

    /// The worst tier of the year, since when, and how many months have which.
    pub fn worst(tier: &str, month: Month, months: &[(String, usize)], presumed: usize) {
        let (first, parts) = (terms::month(month, lang), months.iter().map(|(tier, count)| months_of(tier, *count, lang)));
        let (parts, presumed) = (lang.list(parts), of_them_presumed(presumed, lang));
        "本年核算最重达到{tier}（{first}）；按月：{parts}{presumed}。",
        "Worst computed tier of the year: {tier} ({first}); by month: {parts}{presumed}."
    }

    fn months_of(tier: &str, count: usize) {
        let months = plural(count, "month");
        "{tier}{count}个月", "{tier} {months}"
    }

    fn of_them_presumed(count: usize) {
        if count == 0 => { "" }
        "，其中推定（该报的月报没有填）{count}个月", ", of which presumed, the report due saying nothing on it: {count}"
    }

    /// When it was reported complete, and how long after its deadline.
    pub fn finished(month: Month, delay: Option<&str>) {
        let month = terms::month(month, lang);
        match delay {
            None => { "{month}月报起报为完成。", "Reported complete from {month} on." }
            Some(delay) => {
                "{month}月报起报为完成，比时限晚{delay}。", "Reported complete from {month} on, {delay} after its deadline."
            }
        }
    }

    /// The heading above the units of one sort.
    pub fn units_of(sort: &str, is_filing: bool) {
        if is_filing => { "各单位档次、文书和报送　{sort}", "Tiers, notices and filing of the units: {sort}" }
        "各单位完成情况　{sort}", "What the units have finished: {sort}"
    }

    /// Units that are not compared.
    pub fn not_compared(names: &[String]) {
        let names = lang.list(names);
        "年内没有可对照的任务、不参加比较的：{names}。", "Nothing to judge in the year, so not compared: {names}."
    }

    /// A tier with a count, in a cell: 预警2
    pub fn counted(tier: &str, count: usize) { "{tier}{count}", "{tier} {count}" }
    /// Notices that were withdrawn, in a cell.
    pub fn withdrawn(count: usize) { "另撤销{count}", "withdrawn {count}" }

    /// That the plan does not cover a year.
    pub fn unknown_year(written: &str, years: &[String]) {
        let years = lang.list(years);
        "{written}年不在方案期内\n  方案期内的年份：{years}", "{written} is outside the plan\n  its years: {years}"
    }

    /// That a text is no year.
    pub fn not_a_year(written: &str, years: &[String]) {
        let years = lang.list(years);
        "“{written}”不是年份\n  写成 2022；方案期内的年份：{years}", "`{written}` is not a year\n  write it as 2022; the plan has: {years}"
    }
}

words! { lang;
    /// How a share stands at the close of the year.
    pub fn year_end(end: YearEnd, is_over: bool) {
        match end {
            YearEnd::Met => { "达到年度要求", "met" }
            YearEnd::Unfinished if !is_over => { "还差", "still short" }
            YearEnd::Unfinished => { "未完成", "unfinished" }
            YearEnd::Unverified => { "自报完成未核验", "claimed done, unchecked" }
            YearEnd::Exempt => { "豁免", "exempt" }
            YearEnd::Disputed => { "待核定", "undecided" }
            YearEnd::Standing => { "常态", "standing" }
            YearEnd::Unscheduled => { "无计划", "unscheduled" }
            YearEnd::NotAsked => { "年内没有要求", "nothing required in the year" }
        }
    }

    /// That any one of the three lists suffices, and what is on which.
    pub fn three_lists() {
        "一、二、三各自独立，列入任何一项即为列入。约束性指标只列在二。",
        "Each of the three lists stands alone: whatever is on any one of them is listed. Binding indicators are on the second one only."
    }

    /// Nothing on a list.
    pub fn none() { "没有。", "None." }

    /// That the plan marks no indicator as binding.
    pub fn no_binding() {
        "方案里没有标为约束性的指标（binding = true），这一项无从判断。",
        "The plan marks no indicator as binding (binding = true), so there is nothing to judge here."
    }

    /// That a check has found undone what the unit says is done.
    pub fn check_failed() {
        "单位报为完成，核验未通过，按核验结果列为未完成。",
        "The unit claims that it is done, but a check found that it is not; it is listed as the check found it."
    }

    /// That no month of the year had a tier.
    pub fn no_tier() { "本年没有达到过档次。", "No tier was reached in the year." }

    /// What the counts of the units mean.
    pub fn about_units() {
        "单位按方案顺序排列，不是名次。档次按份和月计：两份责任同月各有预警，计2；推定的也计在内。文书只计已发出、没有撤销的。缺项按次，迟报、未报按月。",
        "Units are in the order of the plan, which is not a ranking. Tiers are counted by share and month: two shares with a warning in one month count as 2; presumed ones are included. Notices are those issued and not withdrawn. Missed occurrences are counted one by one, late and missing reports by month."
    }

    /// 未录入
    pub fn not_entered() { "未录入", "not entered" }

    /// A list of the plan, or a block beside the lists: its name, in a cell. Which share is on which, the page decides.
    pub fn list(enum Part, is_over: bool) {
        KeyWork { if is_over => { "重点工作未完成", "key work" } "重点工作还差的", "key work still short" }
        Binding { if is_over => { "约束性指标未完成", "binding indicators" } "约束性指标还差的", "binding indicators still short" }
        Assessments { "年度考核未通过", "assessments" }
        Unverified { "自报完成未核验", "unverified" }
        Exempt { "豁免", "exempt" }
        Disputed { "待核定", "disputed" }
        FinishedLate { "完成迟延", "finished late" }
    }
}

/// Months in a row as one stretch: 2022年1月至6月、2022年9月.
pub fn stretches(months: &[Month], lang: Lang) -> String {
    let runs = months.chunk_by(|one, next| next.since(*one) == 1);
    lang.list(runs.map(|run| stretch(run[0], run[run.len() - 1], lang)))
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
