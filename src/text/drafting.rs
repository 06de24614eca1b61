//! Words of reports in progress: what a new one says in its comments, what an edit changed, and what it would lead to.

use chrono::NaiveDate;

use super::{Lang, phrases::plural, terms};
use crate::assess::Change;
use crate::model::{Item, Moment, Month, Stages};
use crate::problem::ReadingKind;

/// More names than this are not read in a message.
const MOST_NAMED: usize = 40;

say! { lang;
    /// The first line of a new report: whose, for which month, until when.
    pub fn head(unit: &str, month: Month, due: Option<NaiveDate>) {
        let month = terms::month(month, lang);
        if due.is_none() => { "{unit}{month}月报（这个月不要求报送）", "Report of {unit} for {month}, which is not asked for" }
        let due = due.map_or_else(String::new, |due| terms::day(due, lang));
        "{unit}{month}月报，{due}前报送（含当日）", "Report of {unit} for {month}, due by {due}"
    }

    /// How a new report is filled in, a line each.
    pub fn how_to_fill(unit: &str, month: Month) {
        "填法：去掉一个事项那几行前面的 #，在等号后面填累计数；没有去掉 # 的，算没有填报。\n\
         也可运行：shangdang report set 事项 数值 --unit {unit} --month {month}\n\
         填完运行：shangdang report submit --unit {unit} --month {month}",
        "To fill in an item, remove the # from its lines and write the figure so far after the =; what keeps its # is not reported.\n\
         Or run: shangdang report set ITEM VALUE --unit {unit} --month {month}\n\
         When done: shangdang report submit --unit {unit} --month {month}"
    }

    /// 2.1 城镇雨污分流改造（二（一）2）: with its clause, or with the unit where several answer for the item.
    pub fn share(item: &str, title: &str, more: Option<&str>) {
        let more = terms::bracketed(more.unwrap_or_default(), lang);
        "{item} {title}{more}"
    }

    /// 7月末应完成60%
    pub fn required(month: Month, required: &str, total: Option<&str>) {
        let close = terms::close(month, lang);
        match total {
            None => { "{close}应完成{required}", "required by {close}: {required}" }
            Some(total) => { "{close}应完成{required}（{total}）", "required by {close}: {required} of {total}" }
        }
    }

    /// All that there is to do.
    pub fn in_all(total: &str) { "共{total}", "{total}" }

    /// What is due of a recurring item.
    pub fn occurrences(now: Option<Month>, times: u32, arrears: &[Month]) {
        let now = due_now(now, times, lang);
        match arrears {
            [] => { "{now}" }
            [first, ..] => {
                let owed = lang.list(arrears);
                "{now}；尚欠：{owed}（补报另加一行 occurrence = \"{first}\"）",
                "{now}; still owed: {owed} (to make up for one, add the line occurrence = \"{first}\")"
            }
        }
    }

    fn due_now(due: Option<Month>, times: u32) {
        match due {
            Some(due) if times > 1 => {
                "本期应在{}前做满{times}次", "the current one is due by {}, {times} times"; terms::close(due, lang)
            }
            Some(due) => { "本期应在{}前完成", "the current one is due by {}"; terms::close(due, lang) }
            None => { "现在没有到期的一期", "none is due now" }
        }
    }

    /// 指标：不低于90%，自2022年12月末起考核
    pub fn target(target: &str, due: Moment) {
        let due = terms::moment(due, lang);
        "指标{target}，自{due}起考核", "target: {target}, counted from {due}"
    }

    /// 上月报35%（reports/2022-06/housing.toml:14）
    pub fn last(month: Month, is_last_month: bool, reading: &str, place: &str) {
        if is_last_month => { "上月报：{reading}（{place}）", "last month: {reading} ({place})" }
        let month = terms::month(month, lang);
        "最近一次（{month}）报：{reading}（{place}）", "last report ({month}): {reading} ({place})"
    }

    /// The note of the last report.
    pub fn note_then(text: &str) { "当时说明：{text}", "note then: {text}" }
    /// The problem that it names.
    pub fn problem_then(text: &str) { "当时问题：{text}", "problem then: {text}" }
    /// The next step that it names.
    pub fn next_then(text: &str) { "当时下一步：{text}", "next then: {text}" }

    /// What a value should have been.
    pub fn wanted(item: &Item, kind: ReadingKind, written: &str) {
        let (id, wanted) = (&item.id, wanted_figure(item, kind, lang));
        "事项 {id} 不能填“{written}”\n  这里填{wanted}", "item {id} cannot be `{written}`\n  write {wanted}"
    }

    fn wanted_figure(item: &Item, kind: ReadingKind) {
        let unit = item.quantity.as_ref().map_or("", |quantity| &quantity.unit);
        match kind {
            ReadingKind::Percent => {
                "0到100的累计百分数，最多两位小数，如 40 或 62.5；全部完成填 100",
                "percent so far, 0 to 100 with at most two decimals, such as 40 or 62.5; 100 when all is done"
            }
            ReadingKind::Done if item.quantity.as_ref().is_some_and(|quantity| !quantity.objects.is_empty()) => {
                let names = lang.list(item.quantity.iter().flat_map(|quantity| &quantity.objects).take(MOST_NAMED));
                "已经完成的是哪几个，全部写上，用顿号隔开，都没有完成的填 无；名单：{names}",
                "the names of all that are done so far, with commas, or none; the list: {names}"
            }
            ReadingKind::Done if item.quantity.as_ref().is_some_and(|quantity| quantity.whole) => {
                "累计完成的数量（{unit}），要是整数，如 5", "how many are done so far ({unit}), a whole number such as 5"
            }
            ReadingKind::Done => { "累计完成的数量（{unit}），如 5", "how many are done so far ({unit}), such as 5" }
            ReadingKind::Times => {
                "本期累计做了几次，如 2；补报以前的一期，前面写到期月份，如 2022-03=3",
                "how often so far within the period, such as 2; for an earlier one with its due month, such as 2022-03=3"
            }
            ReadingKind::Stages => {
                let example = stages_example(item, lang);
                "月末各阶段上的数（{unit}），如 {example}", "how many stand at each stage ({unit}), such as {example}"
            }
            ReadingKind::Value => { "指标值，如 91.2", "the measured value, such as 91.2" }
            ReadingKind::State => { "“正常”或“有问题”", "`normal` or `problem`" }
            ReadingKind::Occurrence => {
                "“完成”“未完成”，或补报哪一期，如 2022-03",
                "`done`, `not-done`, or the month of the one that is made up for, such as 2022-03"
            }
        }
    }

    /// That several units answer for an item and one has to be named.
    pub fn which_unit(item: &str, units: &[String]) {
        let units = lang.list(units);
        "事项 {item} 有几个责任单位，是哪一个的月报？\n  加 --unit：{units}",
        "several units answer for item {item}; whose report?\n  add --unit: {units}"
    }

    /// That it is not clear which occurrence was done.
    pub fn which_occurrence(item: &str, taken: Month, count: Option<&str>, open: &[Month]) {
        let (open, named) = (lang.list(open), count.map_or_else(|| taken.to_string(), |count| format!("{taken}={count}")));
        "看不出做完的是哪一期：{taken}，还是以前欠的{open}\n  写明是哪一期：shangdang report set {item} {named}",
        "this may mean the period {taken}, or one still open: {open}\n  name the period: shangdang report set {item} {named}"
    }

    /// That it is not clear which month's report is meant.
    pub fn which_month(unit: &str, drafts: &[String]) {
        if drafts.is_empty() => {
            "{unit}没有在填的月报（草稿）\n  新开一份：shangdang report new；更正已报的：加 --month 写明月份",
            "{unit} has no draft\n  start one with shangdang report new; to correct a filed report, name its month with --month"
        }
        let drafts = lang.list(drafts);
        "{unit}有几份草稿，改哪一份？\n  加 --month：{drafts}", "{unit} has several drafts; which one?\n  add --month: {drafts}"
    }

    /// That there is no report to edit.
    pub fn no_report(path: &str, unit: &str, month: Month) {
        "还没有 {path}\n  先新开：shangdang report new --unit {unit} --month {month}",
        "{path} does not exist yet\n  start it: shangdang report new --unit {unit} --month {month}"
    }

    /// That a report is there already.
    pub fn is_there(path: &str) {
        "{path} 已经有了，没有覆盖\n  要改里面的数，用 shangdang report set",
        "{path} already exists and was not overwritten\n  change it with shangdang report set"
    }

    /// That entries are written in a form that is not edited.
    pub fn inline_entries(path: &str) {
        "{path} 的条目没有写在 [[entries]] 下面，不能逐条修改\n  把每一条改写成单独的 [[entries]]，或直接编辑文件",
        "the entries of {path} are not written under [[entries]] and cannot be edited one by one\n  write each under a heading [[entries]], or edit the file by hand"
    }

    /// That a file cannot be read and so not be edited.
    pub fn not_editable(path: &str) {
        "{path} 读不出来，没有动\n  运行 shangdang check 看哪里写错了",
        "{path} cannot be read and was left alone\n  run shangdang check to see what is wrong"
    }

    /// That a report was submitted before.
    pub fn submitted_before(path: &str, day: &str) {
        "{path} 已于 {day} 报送\n  更正报送日期：加 --on 写明日期",
        "{path} was submitted on {day}\n  to correct the date, give it with --on"
    }

    /// The first line: what became of which file.
    pub fn done(done: Done, unit: &str, month: Month, path: &str, is_written: bool) {
        let (month, what) = (terms::month(month, lang), done_word(done, is_written, lang));
        "{unit}{month}月报{what}：{path}", "Report of {unit} for {month}, {what}: {path}"
    }

    /// Whether a report is in time.
    pub fn timeliness(day: NaiveDate, due: Option<NaiveDate>) {
        let said = terms::day(day, lang);
        if due.is_none() => {
            "报送日期{said}；这个月不要求报送，不算迟报。", "Filed on {said}; no report is asked for this month, so it cannot be late."
        }
        let due = due.unwrap_or(day);
        let (limit, late) = (terms::day(due, lang), (day - due).num_days());
        if late > 0 => {
            let days = plural(late, "day");
            "报送日期{said}，迟报{late}天（应在{limit}前，含当日）。", "Filed on {said}, {days} late (due by {limit})."
        }
        "报送日期{said}，按时（应在{limit}前，含当日）。", "Filed on {said}, in time (due by {limit})."
    }

    /// How many items a new report asks about, and what to do with it.
    pub fn begun(items: usize, unit: &str, month: Month) {
        if items == 0 => {
            "没有要填的事项；直接报送：shangdang report submit --unit {unit} --month {month}",
            "No item to report on; submit it: shangdang report submit --unit {unit} --month {month}"
        }
        let all = plural(items, "item");
        "列出{items}个事项，都还没有填。填完运行：shangdang report submit --unit {unit} --month {month}",
        "It lists {all}, none filled in. When done: shangdang report submit --unit {unit} --month {month}"
    }

    /// That the effect is unknown because files have errors.
    pub fn no_effect(errors: usize) {
        "方案文件夹里还有{errors}处错误，改好之前算不出滞后（shangdang check 看详情）。",
        "There are errors in the files ({errors}); until they are corrected no lag can be computed (see shangdang check)."
    }

    /// That reports with errors were left out of what a new one says was reported last.
    pub fn set_aside(reports: usize) {
        let all = plural(reports, "report");
        "有{reports}份月报有错误，其中的数没有列为“上月报”（shangdang check 看详情）",
        "{all} with errors left out of what was reported last (see shangdang check)"
    }

    /// That a change was refused because of the errors it brings.
    pub fn refused(path: &str) {
        "这样写会带来上面的错误，{path} 没有改动", "this would cause the errors above; {path} was left as it was"
    }

    /// Above the items that a submitted report says nothing about.
    pub fn unreported(count: usize) {
        let items = plural(count, "item");
        "有{count}个事项没有填报，按最近一次填报推算：", "Not reported: {items}; the last figures stand:"
    }

    fn late_by(lag: &str) { "滞后{lag}", "{lag} late" }

    /// 2.1 城镇雨污分流改造：35%，滞后2个月，通报批评 → 40%，滞后1个月，预警（降级）
    pub fn moved(item: &str, before: &str, after: &str, change: Option<Change>) {
        if before == after => { "{item}：仍为{after}", "{item}: still {after}" }
        let change = change.map_or(String::new(), |change| terms::bracketed(terms::change(change, lang), lang));
        "{item}：{before} → {after}{change}", "{item}: {before} → {after}{change}"
    }
}

words! { lang;
    /// That the data are samples.
    pub fn sample() { "示例数据，非真实情况", "Sample data, not real" }
    /// A duty without end.
    pub fn standing_duty() { "常态工作，没有时限", "a standing duty, without a deadline" }
    /// An item without a deadline.
    pub fn unscheduled() { "没有时限", "no deadline" }
    /// That a draft is not filed yet.
    pub fn still_draft() { "还是草稿，以下按报送后计算：", "Still a draft; once submitted:" }
    /// Above the shares.
    pub fn effect() { "算下来：", "With this, it stands as follows:" }
    /// In the place of where a share stood before it was there.
    pub fn not_there() { "（新增事项）", "(a new item)" }

    fn state_is() { "state 填 \"normal\"（正常）或 \"problem\"（有问题）", "state is \"normal\" or \"problem\"" }

    fn occurrence_is() {
        "state 填 \"normal\"（本期已做）或 \"problem\"（没有做）",
        "state is \"normal\" (the current one is done) or \"problem\" (it is not)"
    }

    fn times_are() {
        "done 填本期累计做了几次，如 2；补报以前的一期，另写 occurrence = \"到期月份\"",
        "done is how often so far within the period, such as 2; to make up for an earlier one add occurrence = \"due month\""
    }

    /// What became of a report, as the command knows it.
    pub fn done_word(enum Done, is_written: bool) {
        Begun { if is_written => { "已新开草稿", "draft started" } "将新开草稿", "draft to be started" }
        Changed { if is_written => { "已改", "changed" } "将改", "to be changed" }
        Same { "没有变化", "unchanged" }
        Submitted { if is_written => { "已报送", "submitted" } "将报送", "to be submitted" }
    }
}

/// How an item is reported whose entry has no figure.
pub fn how_to_report(item: &Item, kind: ReadingKind, lang: Lang) -> Option<String> {
    match kind {
        ReadingKind::State => Some(state_is(lang).to_owned()),
        ReadingKind::Occurrence => Some(occurrence_is(lang).to_owned()),
        ReadingKind::Times => Some(times_are(lang).to_owned()),
        ReadingKind::Stages => {
            let pairs = stage_names(item).map(|stage| format!("\"{stage}\" = 0")).collect::<Vec<_>>().join(", ");
            Some(stages_are(&pairs, lang))
        }
        ReadingKind::Percent | ReadingKind::Done | ReadingKind::Value => None,
    }
}

/// How a share stands in a few words: 35%，滞后2个月，通报批评.
pub fn stands(
    figure: Option<&str>,
    bucket: &str,
    lag: Option<&str>,
    tier: Option<&str>,
    presumed: bool,
    lang: Lang,
) -> String {
    let late = lag.map_or_else(|| bucket.to_owned(), |lag| late_by(lag, lang));
    let tier = tier.map(|tier| terms::tier(tier, presumed, lang));
    let parts: Vec<String> = figure.map(str::to_owned).into_iter().chain([late]).chain(tier).collect();
    parts.join(lang.pick("，", ", "))
}

/// How many stand at each stage of an item, as it is typed.
fn stages_example(item: &Item, lang: Lang) -> String {
    lang.list(stage_names(item).map(|stage| format!("{stage}=1")))
}

fn stage_names(item: &Item) -> impl Iterator<Item = &str> {
    let stages = item.schedule.stages().map_or(&[][..], Stages::all);
    stages.iter().map(|stage| stage.name.as_str())
}

say! { lang;
    /// How `stages` is written.
    fn stages_are(pairs: &str) {
        "stages 写成 {{ {pairs} }} 的样子，0 换成月末停在各阶段上的数，每个只算一处；没有动的不写",
        "write stages like {{ {pairs} }}, with how many stand at each stage now instead of 0, each counted once; those not begun at none"
    }
}
