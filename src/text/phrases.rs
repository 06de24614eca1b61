//! Headings and sentences of the pages. Whole sentences only; what varies comes in as words already said.

use super::Lang;
use super::terms;
use crate::assess::Change;
use crate::model::{Lag, Month};

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

/// 示例数据
pub fn sample(lang: Lang) -> &'static str {
    lang.pick("示例数据", "SAMPLE DATA")
}

/// 截至2022年6月末
pub fn as_of(month: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("截至{}", terms::close(month, lang)),
        Lang::En => format!("As of {}", terms::close(month, lang)),
    }
}

/// That later filings are left out.
pub fn known_by(day: chrono::NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("只计{}及以前报送的月报", terms::day(day, lang)),
        Lang::En => format!("reports filed up to {day} only"),
    }
}

/// Who has reported.
pub fn filing(expected: usize, received: usize, late: &[String], missing: &[String], lang: Lang) -> String {
    let named = |zh: &str, en: &str, names: &[String]| match (names, lang) {
        ([], Lang::Zh) => format!("，{zh}0份"),
        ([], Lang::En) => format!("; {en}: none"),
        (names, Lang::Zh) => format!("，{zh}{}份（{}）", names.len(), lang.list(names)),
        (names, Lang::En) => format!("; {en}: {} ({})", names.len(), lang.list(names)),
    };
    let (late, missing) = (named("迟报", "late", late), named("未报", "missing", missing));
    match lang {
        Lang::Zh => format!("月报：应报{expected}份，已报{received}份{late}{missing}。"),
        Lang::En => format!("Reports: {expected} expected, {received} in{late}{missing}."),
    }
}

/// The counts by bucket.
pub fn tally(total: usize, counts: &[(String, usize)], lang: Lang) -> String {
    let parts: Vec<String> = counts.iter().map(|(bucket, count)| format!("{bucket} {count}")).collect();
    let parts = lang.list(&parts);
    match (lang, total) {
        (Lang::Zh, _) => format!("责任份{total}份：{parts}。"),
        (Lang::En, 1) => format!("1 share: {parts}."),
        (Lang::En, _) => format!("{total} shares: {parts}."),
    }
}

/// What cannot be escalated, so that nobody hides work.
pub fn outside(unscheduled: usize, not_key: usize, lang: Lang) -> Option<String> {
    if unscheduled == 0 && not_key == 0 {
        return None;
    }
    Some(match lang {
        Lang::Zh => format!("没有时限、无从滞后的事项{unscheduled}个；不是重点工作、只跟踪不定档的事项{not_key}个。"),
        Lang::En => format!(
            "Items without any schedule, which cannot lag: {unscheduled}. Items that are not key, tracked without a tier: {not_key}."
        ),
    })
}

/// Headings of table columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// 事项
    Item,
    /// 名称
    Title,
    /// 责任单位
    Unit,
    /// 任务
    Task,
    /// 重点
    Key,
    /// 状态
    Bucket,
    /// 应完成
    Required,
    /// 实际完成
    Actual,
    /// 差
    Gap,
    /// 计量
    Measure,
    /// 滞后（月）
    Lag,
    /// 起始
    Since,
    /// 档次
    Tier,
    /// 变化
    Change,
    /// 推定
    Presumed,
    /// 标记
    Flags,
    /// 连续月数
    Consecutive,
    /// 本年次数
    Times,
    /// 依据
    Evidence,
    /// 下一档
    Next,
    /// 下一档月份
    NextMonth,
    /// 须达到
    Needs,
    /// 责任份
    Shares,
    /// 平均进度
    Progress,
    /// 月份
    Month,
    /// 节点
    Milestone,
    /// 出处
    Place,
    /// 填报
    Reported,
    /// 报送日期
    Submitted,
    /// 说明
    Note,
    /// 级别
    Severity,
    /// 代码
    Code,
    /// 问题
    What,
    /// 改法
    Instead,
    /// 行
    Line,
    /// 截至
    AsOf,
    /// 示例数据
    Sample,
    /// 只计到
    KnownBy,
    /// 列
    Column,
    /// 文件
    File,
    /// 结果
    Outcome,
    /// 行数
    Lines,
    /// 改前
    Before,
    /// 改后
    After,
    /// 类别
    Record,
    /// 日期
    Date,
    /// 发文字号
    Number,
    /// 档次
    Rung,
    /// 期限
    Due,
    /// 要求
    Level,
    /// 情况
    Standing,
}

/// The heading of a table column.
pub fn head(head: Head, lang: Lang) -> &'static str {
    match head {
        Head::Item => lang.pick("事项", "item"),
        Head::Title => lang.pick("名称", "title"),
        Head::Unit => lang.pick("责任单位", "lead unit"),
        Head::Task => lang.pick("任务", "task"),
        Head::Key => lang.pick("重点", "key"),
        Head::Bucket => lang.pick("状态", "state"),
        Head::Required => lang.pick("应完成", "required"),
        Head::Actual => lang.pick("实际", "actual"),
        Head::Gap => lang.pick("差", "gap"),
        Head::Measure => lang.pick("计量", "measure"),
        Head::Lag => lang.pick("滞后月", "months late"),
        Head::Since => lang.pick("起于", "since"),
        Head::Tier => lang.pick("拟定档次", "proposal"),
        Head::Change => lang.pick("变化", "change"),
        Head::Presumed => lang.pick("推定", "presumed"),
        Head::Flags => lang.pick("标记", "remarks"),
        Head::Consecutive => lang.pick("连续月数", "consecutive"),
        Head::Times => lang.pick("本年次数", "times this year"),
        Head::Evidence => lang.pick("依据", "evidence"),
        Head::Next => lang.pick("下一档", "next tier"),
        Head::NextMonth => lang.pick("下一档月份", "next month"),
        Head::Needs => lang.pick("须达到", "needs"),
        Head::Shares => lang.pick("份数", "shares"),
        Head::Progress => lang.pick("平均进度", "mean progress"),
        Head::Month => lang.pick("月份", "month"),
        Head::Milestone => lang.pick("节点", "milestone"),
        Head::Place => lang.pick("出处", "place"),
        Head::Reported => lang.pick("填报", "reported"),
        Head::Submitted => lang.pick("报送日期", "submitted"),
        Head::Note => lang.pick("说明", "note"),
        Head::Severity => lang.pick("级别", "severity"),
        Head::Code => lang.pick("代码", "code"),
        Head::What => lang.pick("问题", "problem"),
        Head::Instead => lang.pick("改法", "instead"),
        Head::Line => lang.pick("行", "line"),
        Head::AsOf => lang.pick("截至", "as of"),
        Head::KnownBy => lang.pick("只计此日前报送", "filed up to"),
        Head::Sample => lang.pick("示例数据", "sample data"),
        Head::Column => lang.pick("列", "column"),
        Head::File => lang.pick("文件", "file"),
        Head::Before => lang.pick("改前", "before"),
        Head::After => lang.pick("改后", "after"),
        Head::Record => lang.pick("类别", "record"),
        Head::Date => lang.pick("日期", "date"),
        Head::Number => lang.pick("发文字号", "number"),
        Head::Rung => lang.pick("档次", "tier"),
        Head::Due => lang.pick("期限", "deadline"),
        Head::Level => lang.pick("要求", "to be reached"),
        Head::Standing => lang.pick("情况", "standing"),
        Head::Outcome => lang.pick("结果", "outcome"),
        Head::Lines => lang.pick("改动行数", "lines changed"),
    }
}

/// Remarks on a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// 未报N期
    Unreported(u32),
    /// 迟报
    Late,
    /// 迟报, of the earlier report that the figure rests on
    EvidenceLate,
    /// 回退
    Regressed,
    /// 到期未完成
    DueUnmet,
    /// 本月未达标: an indicator that had met its target
    Relapsed,
    /// 自报完成
    Complete,
    /// 缺项N次
    Missed(u32),
    /// 超额
    OverTotal,
    /// 有问题
    Problem,
    /// 非重点
    NotKey,
    /// 推定
    Presumed,
    /// 豁免
    Exempt,
    /// 已核验
    Verified,
    /// 核验未通过
    CheckFailed,
    /// 计划已调整
    Changed,
    /// 督查事项
    Finding,
    /// 假定
    Assumed,
}

/// A remark in words.
pub fn remark(remark: Remark, lang: Lang) -> String {
    match remark {
        Remark::Unreported(periods) => match lang {
            Lang::Zh => format!("未报{periods}期"),
            Lang::En => format!("no report for {}", plural(periods, "month")),
        },
        Remark::Missed(times) => match lang {
            Lang::Zh => format!("缺项{times}次"),
            Lang::En => format!("{} missed", plural(times, "occurrence")),
        },
        Remark::Late => lang.pick("迟报", "filed late").to_owned(),
        Remark::EvidenceLate => lang.pick("所据月报迟报", "rests on a late report").to_owned(),
        Remark::Regressed => lang.pick("回退", "regressed").to_owned(),
        Remark::DueUnmet => lang.pick("到期未完成", "due but not done").to_owned(),
        Remark::Relapsed => lang.pick("本月起未达标", "target missed since this month").to_owned(),
        Remark::Complete => lang.pick("自报完成", "claimed done").to_owned(),
        Remark::OverTotal => lang.pick("超额", "over total").to_owned(),
        Remark::Problem => lang.pick("有问题", "problem").to_owned(),
        Remark::NotKey => lang.pick("非重点", "not key").to_owned(),
        Remark::Presumed => lang.pick("推定", "presumed").to_owned(),
        Remark::Exempt => lang.pick("豁免", "exempt").to_owned(),
        Remark::Verified => lang.pick("已核验", "checked").to_owned(),
        Remark::CheckFailed => lang.pick("核验未通过", "check failed").to_owned(),
        Remark::Changed => lang.pick("计划已调整", "plan changed").to_owned(),
        Remark::Assumed => lang.pick("假定", "assumed").to_owned(),
        Remark::Finding => lang.pick("督查", "inspection").to_owned(),
    }
}

/// 拟约谈
pub fn proposed(tier: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("拟{tier}"),
        Lang::En => format!("proposed: {tier}"),
    }
}

/// The heading of the proposals of one tier.
pub fn proposals(tier: &str, months: u32, clause: &str, count: usize, lang: Lang) -> String {
    match (lang, clause) {
        (Lang::Zh, "") => format!("拟{tier}（滞后满{months}个月）：{count}份"),
        (Lang::Zh, clause) => format!("拟{tier}（滞后满{months}个月，依据{clause}）：{count}份"),
        (Lang::En, "") => {
            let months = plural(months, "month");
            format!("Proposed: {tier} (late by {months} or more): {count}")
        }
        (Lang::En, clause) => {
            let months = plural(months, "month");
            format!("Proposed: {tier} (late by {months} or more, clause {clause}): {count}")
        }
    }
}

/// The heading of the presumed proposals.
pub fn presumed(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            format!("推定（本月没有填报，按最近一次填报推算；从未填报的，按未做推算；请先催报核实）：{count}份")
        }
        Lang::En => format!(
            "Presumed (nothing reported this month; rests on the last report, or on none at all, so ask first): {count}"
        ),
    }
}

/// The heading of the lifted ones.
pub fn lifted(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("解除：{count}份"),
        Lang::En => format!("Lifted: {count}"),
    }
}

/// What proposals are.
pub fn proposals_only(lang: Lang) -> &'static str {
    lang.pick(
        "以下是按方案规定和月报算出的建议，不是决定；须报经审定后，由人作出。",
        "These are proposals computed from the plan and the reports, not decisions; people decide.",
    )
}

/// No proposals.
pub fn no_proposals(lang: Lang) -> &'static str {
    lang.pick("本月没有需要提出的建议，也没有解除的。", "Nothing to propose this month, and nothing lifted.")
}

/// Nothing left by a filter.
pub fn nothing_selected(lang: Lang) -> &'static str {
    lang.pick("没有符合所选条件的责任份。", "No share matches the selection.")
}

/// Required, actual, gap and lag in one sentence.
pub fn standing_of(required: &str, actual: &str, gap: &str, since: Option<&str>, lag: &str, lang: Lang) -> String {
    match (lang, since) {
        (Lang::Zh, Some(since)) => {
            format!("应完成{required}，实际{actual}，差{gap}；自{since}起滞后{lag}。")
        }
        (Lang::Zh, None) => format!("应完成{required}，实际{actual}，差{gap}；不滞后。"),
        (Lang::En, Some(since)) => {
            format!("Required {required}, actual {actual}, short by {gap}; late since {since}, by {lag}.")
        }
        (Lang::En, None) => {
            format!("Required {required}, actual {actual}, short by {gap}; not late.")
        }
    }
}

/// An indicator's target, reading, gap and lag in one sentence.
pub fn reading_of(target: &str, actual: &str, gap: Option<&str>, since: Option<&str>, lag: &str, lang: Lang) -> String {
    let short = match (lang, gap) {
        (_, None) => String::new(),
        (Lang::Zh, Some(gap)) => format!("，差{gap}"),
        (Lang::En, Some(gap)) => format!(", short by {gap}"),
    };
    match (lang, since) {
        (Lang::Zh, Some(since)) => {
            format!("要求{target}，读数{actual}{short}；自{since}起滞后{lag}。")
        }
        (Lang::Zh, None) => format!("要求{target}，读数{actual}{short}；不滞后。"),
        (Lang::En, Some(since)) => {
            format!("Required {target}, reading {actual}{short}; late since {since}, by {lag}.")
        }
        (Lang::En, None) => format!("Required {target}, reading {actual}{short}; not late."),
    }
}

/// Occurrences due, done and missed, and the lag, in one sentence.
pub fn occurrences_of(due: &str, done: &str, missed: u32, since: Option<&str>, lag: &str, lang: Lang) -> String {
    let skipped = match (missed, lang) {
        (0, _) => String::new(),
        (_, Lang::Zh) => format!("，缺项{missed}次"),
        (_, Lang::En) => format!(", missed for good: {missed}"),
    };
    match (lang, since) {
        (Lang::Zh, Some(since)) => {
            format!("到期{due}次，做了{done}次{skipped}；自{since}起滞后{lag}。")
        }
        (Lang::Zh, None) => format!("到期{due}次，做了{done}次{skipped}；不滞后。"),
        (Lang::En, Some(since)) => {
            format!("Fallen due: {due}, done: {done}{skipped}; late since {since}, by {lag}.")
        }
        (Lang::En, None) => format!("Fallen due: {due}, done: {done}{skipped}; not late."),
    }
}

/// A day that comes from an even pace, not from the plan: 2022年5月23日（折算）.
pub fn converted(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{day}（折算）"),
        Lang::En => format!("{day} (converted)"),
    }
}

/// That no report at all is in for the month.
pub fn no_report_at_all(month: Month, has_earlier: bool, lang: Lang) -> String {
    match (lang, has_earlier) {
        (Lang::Zh, true) => format!("{}还没有一份月报，以下全部按以前的填报推算。", terms::month(month, lang)),
        (Lang::Zh, false) => format!("{}还没有一份月报，以前也没有填报。", terms::month(month, lang)),
        (Lang::En, true) => {
            format!("No report is in for {month} at all; everything below rests on earlier ones.")
        }
        (Lang::En, false) => {
            format!("No report is in for {month} at all, and nothing was reported before.")
        }
    }
}

/// The change against the month before, and how often.
pub fn repetition(change: Option<Change>, before: Option<&str>, consecutive: u32, times: u32, lang: Lang) -> String {
    let word = change.map_or(lang.pick("维持", "held"), |change| terms::change(change, lang));
    let en_word = sentence(word);
    match (lang, before) {
        (Lang::Zh, Some(before)) => {
            format!("{word}（按现有文件，上月末为{before}）；连续第{consecutive}个月、本年第{times}次达到档次。")
        }
        (Lang::Zh, None) => format!("{word}；连续第{consecutive}个月、本年第{times}次达到档次。"),
        (Lang::En, Some(before)) => format!(
            "{en_word} (a month ago, from the same files: {before}); month {consecutive} in a row, {times} this year."
        ),
        (Lang::En, None) => {
            format!("{en_word}; month {consecutive} in a row, {times} this year.")
        }
    }
}

/// That a tier of the month before no longer stands.
pub fn lifted_from(before: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("按现有文件，上月末为{before}，本月解除。"),
        Lang::En => format!("A month ago, from the same files: {before}; lifted this month."),
    }
}

/// Remarks as a line of their own.
pub fn remarks(words: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("标记：{words}"),
        Lang::En => format!("Remarks: {words}"),
    }
}

/// The entry that counts.
pub fn evidence(month: Month, place: &str, submitted: Option<chrono::NaiveDate>, late: bool, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            let filed = submitted.map_or_else(String::new, |day| format!("，{}报送", terms::day(day, lang)));
            let late = if late { "，迟报" } else { "" };
            format!("依据：{}月报{filed}{late}，{place}", terms::month(month, lang))
        }
        Lang::En => {
            let filed = submitted.map_or_else(String::new, |day| format!(", filed {day}"));
            let late = if late { ", late" } else { "" };
            format!("Evidence: report for {month}{filed}{late}, {place}")
        }
    }
}

/// That nothing was ever reported.
pub fn no_evidence(counts_as_zero: bool, lang: Lang) -> &'static str {
    if counts_as_zero {
        lang.pick("依据：该事项从未填报，按0计。", "Evidence: nothing was ever reported on this item; counted as 0.")
    } else {
        lang.pick("依据：该事项从未填报。", "Evidence: nothing was ever reported on this item.")
    }
}

/// The next tier, if nothing changes, and what avoids it; that is left out where the sentence on relief says the same.
pub fn outlook(tier: &str, month: Month, needs: Option<&str>, lang: Lang) -> String {
    let close = terms::close(month, lang);
    match (lang, needs) {
        (Lang::Zh, None) => format!("若无新进展，{close}将达到{tier}一档。"),
        (Lang::Zh, Some(needs)) => {
            let month = terms::month(month, lang);
            format!("若无新进展，{close}将达到{tier}一档；{month}月报{needs}，可不致{tier}。")
        }
        (Lang::En, None) => format!("If nothing changes, {tier} is reached at {close}."),
        (Lang::En, Some(needs)) => {
            format!("If nothing changes, {tier} is reached at {close}; the report for {month} avoids it if it {needs}.")
        }
    }
}

/// That the plan ends before a higher tier could be reached.
pub fn no_further(lang: Lang) -> &'static str {
    lang.pick("方案期内不会再升档。", "No higher tier is reached within the plan.")
}

/// What lifts the tier next month.
pub fn relief(month: Month, needs: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}月报{needs}，即可解除。", terms::month(month, lang)),
        Lang::En => format!("It is lifted if the report for {month} {needs}."),
    }
}

/// That no higher tier can follow.
pub fn top_of_ladder(lang: Lang) -> &'static str {
    lang.pick("已是最高一档。", "This is the highest tier.")
}

/// 填报达到60%
pub fn needs_figure(figure: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("达到{figure}"),
        Lang::En => format!("shows {figure}"),
    }
}

/// 完成应于2022年6月末完成的一期
pub fn needs_occurrence(due: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("报明应于{}完成的一期已做", terms::close(due, lang)),
        Lang::En => format!("shows the one due at {} as done", terms::close(due, lang)),
    }
}

/// 读数达到不低于90%
pub fn needs_target(target: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("读数{target}"),
        Lang::En => format!("has a reading of {target}"),
    }
}

/// A lag in words: 2个月, 1.28个月（精确值9/7）.
pub fn months(lag: Lag, lang: Lang) -> String {
    let shown = lag.truncated();
    let exact = lag.to_string();
    match (lang, shown == exact) {
        (Lang::Zh, true) => format!("{shown}个月"),
        (Lang::Zh, false) if shown == "0" => format!("不足0.01个月（精确值{exact}）"),
        (Lang::Zh, false) => format!("{shown}个月（精确值{exact}）"),
        (Lang::En, false) if shown == "0" => format!("less than 0.01 months (exactly {exact})"),
        (Lang::En, true) if shown == "1" => "1 month".to_owned(),
        (Lang::En, true) => format!("{shown} months"),
        (Lang::En, false) => format!("{shown} months (exactly {exact})"),
    }
}

/// 差45个百分点
pub fn points(number: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{number}个百分点"),
        Lang::En => format!("{number} points"),
    }
}

/// 2次
pub fn occurrences(number: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{number}次"),
        Lang::En => format!("{number}x"),
    }
}

/// 2022年6月末一期已做
pub fn occurrence(due: Month, done: bool, lang: Lang) -> String {
    let due = terms::month(due, lang);
    match (lang, done) {
        (Lang::Zh, true) => format!("{due}到期的一期：已做"),
        (Lang::Zh, false) => format!("{due}到期的一期：未做"),
        (Lang::En, true) => format!("the one due in {due}: done"),
        (Lang::En, false) => format!("the one due in {due}: not done"),
    }
}

/// 未填报, where nothing was ever reported.
pub fn never_reported(lang: Lang) -> &'static str {
    lang.pick("未填报", "none")
}

/// What the mean progress is made of.
pub fn about_progress(lang: Lang) -> &'static str {
    lang.pick(
        "平均进度只算有时限或节点的责任份，各份同样看待；只供参考，不影响档次。",
        "The mean progress is that of shares with a deadline or milestones, each counting the same; it is information and makes no tier.",
    )
}

/// A unit whose report is being written and not submitted yet.
pub fn draft_of(unit: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{unit} 草稿"),
        Lang::En => format!("{unit} draft"),
    }
}

/// Departments, branches and institutions.
pub fn departments(lang: Lang) -> &'static str {
    lang.pick("部门", "Departments")
}

/// Townships and subdistricts.
pub fn townships(lang: Lang) -> &'static str {
    lang.pick("乡镇（街道）", "Townships and subdistricts")
}

/// 是 / 否
pub fn yes_no(yes: bool, lang: Lang) -> &'static str {
    if yes { lang.pick("是", "yes") } else { lang.pick("否", "no") }
}
