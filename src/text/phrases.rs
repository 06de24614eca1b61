//! Headings and sentences of the pages. Whole sentences only; what varies comes in as words already said.

use chrono::NaiveDate;

use super::{Lang, terms};
use crate::assess::Change;
use crate::model::{Lag, Month, Peers, Threshold};

/// 1 month, 2 months.
pub fn plural(count: impl ToString + Copy, one: &str) -> String {
    let count = count.to_string();
    let ending = if count == "1" { "" } else { "s" };
    format!("{count} {one}{ending}")
}

/// An English word at the beginning of a sentence.
pub fn sentence(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

say! { lang;
    /// 截至2022年6月末
    pub fn as_of(month: Month) { "截至{}", "As of {}"; terms::close(month, lang) }

    /// That later filings are left out.
    pub fn known_by(day: NaiveDate) { "只计{}及以前报送的月报", "reports filed up to {} only"; terms::day(day, lang) }

    /// Who has reported.
    pub fn filing(expected: usize, received: usize, late: &[String], missing: &[String]) {
        let (late, missing) = (named(late, lang), named(missing, lang));
        "月报：应报{expected}份，已报{received}份，迟报{late}，未报{missing}。",
        "Reports: {expected} expected, {received} in; late: {late}; missing: {missing}."
    }

    /// That no report for the month is asked for.
    pub fn not_asked(month: Month, received: usize) {
        let month = terms::month(month, lang);
        if received == 0 => { "月报：{month}不要求报送。", "Reports: none is asked for in {month}." }
        "月报：{month}不要求报送，另有{received}份报来。", "Reports: none is asked for in {month}; {received} came in all the same."
    }

    /// Whose report for an earlier month is still missing, where none is asked for now.
    pub fn owed_since(month: Month, units: &[String]) {
        let (month, count, units) = (terms::month(month, lang), units.len(), lang.list(units));
        "还欠{month}月报{count}份（{units}）。", "Reports for {month} still missing: {count} ({units})."
    }

    /// The units that are not kept yet, each with its first month.
    pub fn kept_later(units: &[(String, Month)]) {
        let named = units.iter().map(|(unit, from)| kept_from(unit, *from, lang));
        let (count, named) = (units.len(), lang.list(named));
        "还没有到起报月、不核算的单位{count}个：{named}。", "Not kept yet and without a verdict: {count} ({named})."
    }

    fn kept_from(unit: &str, from: Month) {
        let from = terms::month(from, lang);
        "{unit}（{from}起报）", "{unit}, from {from} on"
    }

    fn named(names: &[String]) {
        let (count, names) = (names.len(), lang.list(names));
        if count == 0 => { "0份", "none" }
        "{count}份（{names}）", "{count} ({names})"
    }

    /// The counts by bucket.
    pub fn tally(total: usize, counts: &[(String, usize)]) {
        let (counts, shares) = (terms::counts(counts, lang), plural(total, "share"));
        "责任份{total}份：{counts}。", "{shares}: {counts}."
    }

    /// A remark on a verdict.
    pub fn remark(enum Remark) {
        Unreported(periods: u32) { let months = plural(periods, "month"); "未报{periods}期", "no report for {months}" }
        Missed(times: u32) { let occurrences = plural(times, "occurrence"); "缺项{times}次", "{occurrences} missed" }
        Late { "迟报", "filed late" }
        EvidenceLate { "所据月报迟报", "rests on a late report" }
        Regressed { "回退", "regressed" }
        DueUnmet { "到期未完成", "due but not done" }
        Unmet { "未达标", "target missed" }
        Exhausted { "已用尽", "used up" }
        /// An indicator that had met its target.
        Relapsed { "本月起未达标", "target missed since this month" }
        Complete { "自报完成", "claimed done" }
        OverTotal { "超额", "over total" }
        Problem { "有问题", "problem" }
        NotKey { "非重点", "not key" }
        Presumed { "推定", "presumed" }
        Exempt { "豁免", "exempt" }
        Disputed { "原文矛盾待核定", "source contradicts itself" }
        Verified { "已核验", "checked" }
        CheckFailed { "核验未通过", "check failed" }
        Changed { "计划已调整", "plan changed" }
        Assumed { "假定", "assumed" }
        Finding { "督查", "inspection" }
    }

    /// That the plan itself has ended, and only what is unfinished is followed up.
    pub fn follow_up(end: Month) {
        let end = terms::close(end, lang);
        "跟踪期（方案期到{end}，只跟踪没做到的）", "follow-up (the plan ended at {end}; only what is unfinished is followed up)"
    }

    /// Remarks as a line of their own.
    pub fn remarks(words: &str) { "标记：{words}", "Remarks: {words}" }

    /// 拟约谈
    pub fn proposed(tier: &str) { "拟{tier}", "proposed: {tier}" }

    /// How late is late enough for a tier: 滞后满2个月.
    pub fn threshold(from: Threshold) {
        let late = plural(from.months, "month");
        match (from.months, from.is_exclusive) {
            (0, false) => { "到期未做到", "anything due and not done" }
            (months, false) => { "滞后满{months}个月", "late by {late} or more" }
            (months, true) => { "滞后超过{months}个月", "late by more than {late}" }
        }
    }

    /// The heading of the proposals of one tier.
    pub fn proposals(tier: &str, from: Threshold, clause: &str, count: usize) {
        let late = threshold(from, lang);
        if clause.is_empty() => { "拟{tier}（{late}）：{count}份", "Proposed: {tier} ({late}): {count}" }
        "拟{tier}（{late}，依据{clause}）：{count}份", "Proposed: {tier} ({late}, clause {clause}): {count}"
    }

    /// The heading of the presumed proposals.
    pub fn presumed(count: usize) {
        "推定（该报的月报没有填这一事项，按最近一次填报推算；从未填报的，按未做推算；请先催报核实）：{count}份",
        "Presumed (the report due says nothing on it; based on what was last reported, or on nothing, so ask first): {count}"
    }

    /// The heading of the lifted ones.
    pub fn lifted(count: usize) { "解除：{count}份", "Lifted: {count}" }

    /// Required, actual, gap and lag in one sentence.
    pub fn figures_of(required: &str, actual: &str, gap: &str, since: Option<&str>, lag: &str) {
        let late = late(since, lag, lang);
        "应完成{required}，实际{actual}，差{gap}；{late}。", "Required {required}, actual {actual}, short by {gap}; {late}."
    }

    /// The same for the stage that decides.
    pub fn stage_of(stage: &str, required: &str, actual: &str, gap: &str, since: Option<&str>, lag: &str) {
        let late = late(since, lag, lang);
        "阶段“{stage}”：应到{required}，实际到{actual}，差{gap}；{late}。",
        "Stage {stage}: required {required}, reached {actual}, short by {gap}; {late}."
    }

    /// An indicator's target, reading, gap and lag in one sentence.
    pub fn reading_of(target: &str, actual: &str, gap: Option<&str>, since: Option<&str>, lag: &str) {
        let late = late(since, lag, lang);
        match gap {
            None => { "要求{target}，读数{actual}；{late}。", "Required {target}, reading {actual}; {late}." }
            Some(gap) => { "要求{target}，读数{actual}，差{gap}；{late}。", "Required {target}, reading {actual}, short by {gap}; {late}." }
        }
    }

    /// Occurrences due, done and missed, and the lag, in one sentence.
    pub fn occurrences_of(due: &str, done: &str, missed: u32, since: Option<&str>, lag: &str) {
        let late = late(since, lag, lang);
        if missed == 0 => { "到期{due}次，做了{done}次；{late}。", "Fallen due: {due}, done: {done}; {late}." }
        "到期{due}次，做了{done}次，缺项{missed}次；{late}。", "Fallen due: {due}, done: {done}, missed for good: {missed}; {late}."
    }

    /// The same where each period asks for it several times; `open` is the first one that falls short.
    pub fn times_of(times: u32, figures: (&str, &str), missed: u32, open: Option<&str>, since: Option<&str>, lag: &str) {
        let late = late(since, lag, lang);
        let ((due, done), missed) = (figures, if missed == 0 { String::new() } else { missed_for_good(missed, lang) });
        let open = open.map_or_else(String::new, |open| format!("{}{open}", lang.pick("，其中", "; ")));
        "每期至少{times}次：到期应做{due}次，做了{done}次{open}{missed}；{late}。",
        "At least {times} times each: fallen due {due} times, done {done}{open}{missed}; {late}."
    }

    /// How often one occurrence was done that falls short.
    pub fn in_part(due: Month, reached: u32, times: u32) {
        let due = terms::month(due, lang);
        "{due}到期的一期{reached}/{times}次", "{reached} of {times} for the one due in {due}"
    }

    fn missed_for_good(missed: u32) { "，缺项{missed}期", "; missed for good: {missed}" }

    fn late(since: Option<&str>, lag: &str) {
        match since {
            Some(since) => { "自{since}起滞后{lag}", "late since {since}, by {lag}" }
            None => { "不滞后", "not late" }
        }
    }

    /// A moment, and up to which one it counts: 2022年12月末（算到2023年12月末）.
    pub fn counted_to(since: &str, until: &str) { "{since}（算到{until}）", "{since} (counted to {until})" }

    /// A day that comes from an even pace, not from the plan: 2022年5月23日（折算）.
    pub fn converted(day: &str) { "{day}（折算）", "{day} (converted)" }

    /// That no report at all is in for the month.
    pub fn no_report_at_all(month: Month, has_earlier: bool) {
        let month = terms::month(month, lang);
        if has_earlier => {
            "{month}还没有一份月报，以下全部按以前的填报推算。",
            "No report for {month} has come in; everything below rests on earlier ones."
        }
        "{month}还没有一份月报，以前也没有填报。", "No report for {month} has come in, and nothing was reported before."
    }

    /// The change against the month before, and how often.
    pub fn repetition(change: Option<Change>, before: Option<&str>, consecutive: u32, times: u32) {
        let word = terms::change(change.unwrap_or(Change::Held), lang);
        let said = sentence(word);
        match before {
            Some(before) => {
                "{word}（按现有文件，上月末为{before}）；连续第{consecutive}个月、本年第{times}次达到档次。",
                "{said} (a month ago, from the same files: {before}); month {consecutive} in a row, {times} this year."
            }
            None => {
                "{word}；连续第{consecutive}个月、本年第{times}次达到档次。", "{said}; month {consecutive} in a row, {times} this year."
            }
        }
    }

    /// That a tier of the month before no longer applies.
    pub fn lifted_from(before: &str) {
        "按现有文件，上月末为{before}，本月解除。", "A month ago, from the same files: {before}; lifted this month."
    }

    /// The entry that counts.
    pub fn evidence(month: Month, place: &str, submitted: Option<NaiveDate>, late: bool) {
        let month = terms::month(month, lang);
        let filed = submitted.map_or_else(String::new, |day| filed(day, lang));
        let late = if late { lang.pick("，迟报", ", late") } else { "" };
        if place.is_empty() => { "依据：{month}月报{filed}{late}。", "Evidence: report for {month}{filed}{late}." }
        "依据：{month}月报{filed}{late}，{place}", "Evidence: report for {month}{filed}{late}, {place}"
    }

    fn filed(day: NaiveDate) { "，{}报送", ", filed {}"; terms::day(day, lang) }

    /// The next tier, if nothing changes, and what avoids it; that is left out where the sentence on relief says the
    /// same.
    pub fn outlook(tier: &str, month: Month, needs: Option<&str>) {
        let (close, month) = (terms::close(month, lang), terms::month(month, lang));
        match needs {
            None => { "若无新进展，{close}将达到{tier}一档。", "If nothing changes, {tier} is reached at {close}." }
            Some(needs) => {
                "若无新进展，{close}将达到{tier}一档；{month}月报{needs}，可不致{tier}。",
                "If nothing changes, {tier} is reached at {close}; the report for {month} avoids it if it {needs}."
            }
        }
    }

    /// The next tier, which no report avoids.
    pub fn unavoidable(tier: &str, month: Month) {
        let (close, month) = (terms::close(month, lang), terms::month(month, lang));
        "{close}将达到{tier}一档，{month}月报报什么数都一样。",
        "{tier} is reached at {close}, whatever the report for {month} says."
    }

    /// That an approved change lifts the tier next month.
    pub fn relief_approved(month: Month) {
        let close = terms::close(month, lang);
        "按批准的计划调整，{close}即使没有新进展也解除。",
        "By the approved change of the plan it is lifted at {close}, even without anything new."
    }

    /// What lifts the tier next month.
    pub fn relief(month: Month, needs: &str) {
        "{}月报{needs}，即可解除。", "It is lifted if the report for {} {needs}."; terms::month(month, lang)
    }

    /// How late a share is that has a tier: 滞后2个月.
    pub fn lateness(lag: Lag) {
        let months = months(lag, lang);
        if !lag.is_some() => { "到期未做到", "due and not done" }
        "滞后{months}", "{months} late"
    }

    /// A lag in words: 2个月, 1.28个月（精确值9/7）.
    pub fn months(lag: Lag) {
        let (shown, exact) = (lag.truncated(), lag.to_string());
        match (shown == exact, shown.as_str()) {
            (true, "1") => { "1个月", "1 month" }
            (true, _) => { "{shown}个月", "{shown} months" }
            (false, "0") => { "不足0.01个月（精确值{exact}）", "less than 0.01 months (exactly {exact})" }
            (false, _) => { "{shown}个月（精确值{exact}）", "{shown} months (exactly {exact})" }
        }
    }

    /// A unit whose report is being written and not submitted yet.
    pub fn draft_of(unit: &str) { "{unit} 草稿", "{unit} draft" }
}

words! { lang;
    /// 示例数据
    pub fn sample() { "示例数据", "SAMPLE DATA" }

    /// What proposals are.
    pub fn proposals_only() {
        "以下是按方案和月报算出的建议，不是决定；须报经审定后，由人作出。",
        "These are proposals computed from the plan and the reports, not decisions; people decide."
    }

    /// No proposals.
    pub fn no_proposals() { "本月没有需要提出的建议，也没有解除的。", "Nothing to propose this month, and nothing lifted." }

    /// Nothing left by a filter.
    pub fn nothing_selected() { "没有符合所选条件的责任份。", "No share matches the selection." }

    /// That nothing was ever reported.
    pub fn no_evidence(counts_as_zero: bool) {
        if counts_as_zero => { "依据：该事项从未填报，按0计。", "Evidence: nothing was ever reported on this item; counted as 0." }
        "依据：该事项从未填报。", "Evidence: nothing was ever reported on this item."
    }

    /// That the plan ends before a higher tier could be reached.
    pub fn no_further() { "方案期内不会再升档。", "No higher tier is reached within the plan." }

    /// That no higher tier can follow.
    pub fn top_of_ladder() { "已是最高一档。", "This is the highest tier." }

    /// 未填报, where nothing was ever reported.
    pub fn never_reported() { "未填报", "none" }

    /// What the mean progress is made of.
    pub fn about_progress() {
        "平均进度只算有时限或节点的责任份，各份同样看待；只供参考，不影响档次。",
        "The mean progress is the mean of all shares with a deadline or milestones, each with equal weight; it is for information and does not affect tiers."
    }

    /// 是 / 否
    pub fn yes_no(yes: bool) {
        if yes => { "是", "yes" }
        "否", "no"
    }
}

/// What units are called that are set side by side: 部门, 县（市、区）.
pub fn peers(peers: &Peers, lang: Lang) -> String {
    match peers {
        Peers::Departments => lang.pick("部门", "Departments").to_owned(),
        Peers::Own(kind) => kind.name.clone(),
        Peers::Townships => lang.pick("乡镇（街道）", "Townships and subdistricts").to_owned(),
    }
}

/// What cannot be escalated, so that nobody hides work.
pub fn outside(unscheduled: usize, not_key: usize, lang: Lang) -> Option<String> {
    (unscheduled + not_key > 0).then(|| say!(lang {
        "没有时限、无从滞后的事项{unscheduled}个；不是重点工作、只跟踪不定档的事项{not_key}个。",
        "Items without any schedule, which cannot lag: {unscheduled}. Items that are not key, tracked without a tier: {not_key}."
    }))
}
