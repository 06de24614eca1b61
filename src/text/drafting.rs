//! Words of reports in progress: what a new one says in its comments, what an edit changed, and what it would lead to.

use chrono::NaiveDate;

use super::{Lang, phrases::plural, terms};
use crate::assess::Change;
use crate::model::{Item, Moment, Month};
use crate::problem::ReadingKind;

/// The first lines of a new report: whose, for which month, until when.
pub fn head(unit: &str, month: Month, due: NaiveDate, lang: Lang) -> Vec<String> {
    let (month, due) = (terms::month(month, lang), terms::day(due, lang));
    match lang {
        Lang::Zh => vec![format!("{unit}{month}月报，{due}前报送（含当日）")],
        Lang::En => vec![format!("Report of {unit} for {month}, due by {due}")],
    }
}

/// That the data are samples.
pub fn sample(lang: Lang) -> &'static str {
    lang.pick("示例数据，非真实情况", "Sample data, nothing real")
}

/// How a new report is filled in.
pub fn how_to_fill(unit: &str, month: Month, lang: Lang) -> Vec<String> {
    match lang {
        Lang::Zh => vec![
            "填法：去掉一个事项那几行前面的 #，在等号后面填累计数；没有去掉 # 的，算没有填报。".to_owned(),
            format!("也可运行：shangdang report set 事项 数值 --unit {unit} --month {month}"),
            format!("填完运行：shangdang report submit --unit {unit} --month {month}"),
        ],
        Lang::En => vec![
            "To fill in an item, take the # away from its lines and write the figure so far behind the =; what keeps its # is not reported.".to_owned(),
            format!("Or run: shangdang report set ITEM VALUE --unit {unit} --month {month}"),
            format!("When done: shangdang report submit --unit {unit} --month {month}"),
        ],
    }
}

/// 2.1 城镇雨污分流改造（二（一）2）
pub fn item(id: &str, title: &str, source: &str, lang: Lang) -> String {
    match (source, lang) {
        ("", _) => format!("{id} {title}"),
        (source, Lang::Zh) => format!("{id} {title}（{source}）"),
        (source, Lang::En) => format!("{id} {title} ({source})"),
    }
}

/// 7月末应完成60%
pub fn required(month: Month, required: &str, total: Option<&str>, lang: Lang) -> String {
    let close = terms::close(month, lang);
    match (lang, total) {
        (Lang::Zh, None) => format!("{close}应完成{required}"),
        (Lang::Zh, Some(total)) => format!("{close}应完成{required}（共{total}）"),
        (Lang::En, None) => format!("required by {close}: {required}"),
        (Lang::En, Some(total)) => format!("required by {close}: {required} of {total}"),
    }
}

/// What is due of a recurring item.
pub fn occurrences(now: Option<Month>, arrears: &[Month], lang: Lang) -> String {
    let close = |month: Month| terms::close(month, lang);
    let months: Vec<String> = arrears.iter().map(Month::to_string).collect();
    let now = match (now, lang) {
        (Some(due), Lang::Zh) => format!("本期应在{}前完成", close(due)),
        (Some(due), Lang::En) => format!("the present one is due by {}", close(due)),
        (None, _) => lang.pick("现在没有到期的一期", "none is due now").to_owned(),
    };
    match (months.is_empty(), lang) {
        (true, _) => now,
        (false, Lang::Zh) => {
            format!("{now}；尚欠：{}（补报另加一行 occurrence = \"{}\"）", lang.list(&months), months[0])
        }
        (false, Lang::En) => format!(
            "{now}; still owed: {} (to make up for one, add the line occurrence = \"{}\")",
            lang.list(&months),
            months[0]
        ),
    }
}

/// 指标：不低于90%，自2022年12月末起考核
pub fn target(target: &str, due: Moment, lang: Lang) -> String {
    let due = terms::moment(due, lang);
    match lang {
        Lang::Zh => format!("指标{target}，自{due}起考核"),
        Lang::En => format!("target: {target}, counted from {due}"),
    }
}

/// A duty without end.
pub fn standing(lang: Lang) -> &'static str {
    lang.pick("常态工作，没有时限", "a standing duty, without a deadline")
}

/// An item without a deadline.
pub fn unscheduled(lang: Lang) -> &'static str {
    lang.pick("没有时限", "no deadline")
}

/// 上月报35%（reports/2022-06/housing.toml:14）
pub fn last(month: Month, is_last_month: bool, reading: &str, place: &str, lang: Lang) -> String {
    let month = terms::month(month, lang);
    match (lang, is_last_month) {
        (Lang::Zh, true) => format!("上月报：{reading}（{place}）"),
        (Lang::Zh, false) => format!("最近一次（{month}）报：{reading}（{place}）"),
        (Lang::En, true) => format!("last month: {reading} ({place})"),
        (Lang::En, false) => format!("last report ({month}): {reading} ({place})"),
    }
}

/// What was said in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// 说明
    Note,
    /// 问题
    Problem,
    /// 下一步
    Next,
}

/// 说明：…
pub fn said(what: Said, text: &str, lang: Lang) -> String {
    let head = match what {
        Said::Note => lang.pick("当时说明：", "note then: "),
        Said::Problem => lang.pick("当时问题：", "problem then: "),
        Said::Next => lang.pick("当时下一步：", "next then: "),
    };
    format!("{head}{text}")
}

/// How an item is reported whose entry has no figure.
pub fn how_to_report(kind: ReadingKind, lang: Lang) -> Option<&'static str> {
    match kind {
        ReadingKind::State => {
            Some(lang.pick("state 填 \"normal\"（正常）或 \"problem\"（有问题）", "state is \"normal\" or \"problem\""))
        }
        ReadingKind::Occurrence => Some(lang.pick(
            "state 填 \"normal\"（本期已做）或 \"problem\"（没有做）",
            "state is \"normal\" (the present one is done) or \"problem\" (it is not)",
        )),
        ReadingKind::Percent | ReadingKind::Done | ReadingKind::Value => None,
    }
}

/// What a value should have been.
pub fn wanted(item: &Item, kind: ReadingKind, written: &str, lang: Lang) -> String {
    let id = &item.id;
    let unit = item.quantity.as_ref().map_or("", |quantity| &quantity.unit);
    let wants = match (kind, lang) {
        (ReadingKind::Percent, Lang::Zh) => {
            "0到100的累计百分数，最多两位小数，如 40 或 62.5；全部完成填 100".to_owned()
        }
        (ReadingKind::Percent, Lang::En) => {
            "percent so far, 0 to 100 with at most two decimals, such as 40 or 62.5; 100 when all is done".to_owned()
        }
        (ReadingKind::Done, Lang::Zh) => format!("累计完成的数量（{unit}），如 5"),
        (ReadingKind::Done, Lang::En) => format!("how many are done so far ({unit}), such as 5"),
        (ReadingKind::Value, Lang::Zh) => "指标值，如 91.2".to_owned(),
        (ReadingKind::Value, Lang::En) => "the measured value, such as 91.2".to_owned(),
        (ReadingKind::State, Lang::Zh) => "“正常”或“有问题”".to_owned(),
        (ReadingKind::State, Lang::En) => "`normal` or `problem`".to_owned(),
        (ReadingKind::Occurrence, Lang::Zh) => "“完成”“未完成”，或补报哪一期，如 2022-03".to_owned(),
        (ReadingKind::Occurrence, Lang::En) => {
            "`done`, `not-done`, or the month of the one that is made up for, such as 2022-03".to_owned()
        }
    };
    match lang {
        Lang::Zh => format!("事项 {id} 不能填“{written}”\n  这里填{wants}"),
        Lang::En => format!("item {id} cannot be `{written}`\n  write {wants}"),
    }
}

/// That several units answer for an item and one has to be named.
pub fn which_unit(item: &str, units: &[String], lang: Lang) -> String {
    let units = lang.list(units);
    match lang {
        Lang::Zh => format!("事项 {item} 有几个责任单位，是哪一个的月报？\n  加 --unit：{units}"),
        Lang::En => {
            format!("several units answer for item {item}; whose report?\n  add --unit: {units}")
        }
    }
}

/// That it is not clear which occurrence was done.
pub fn which_occurrence(item: &str, taken: Month, open: &[Month], lang: Lang) -> String {
    let open: Vec<String> = open.iter().map(Month::to_string).collect();
    let named = lang.list(&open);
    match lang {
        Lang::Zh => format!(
            "看不出做完的是哪一期：{taken}，还是以前欠的{named}\n  写明是哪一期：shangdang report set {item} {taken}"
        ),
        Lang::En => format!(
            "this may be the period {taken}, or one still open: {named}\n  name the period: shangdang report set {item} {taken}"
        ),
    }
}

/// That it is not clear which month's report is meant.
pub fn which_month(unit: &str, drafts: &[String], lang: Lang) -> String {
    match (lang, drafts.is_empty()) {
        (Lang::Zh, true) => {
            format!("{unit}没有在填的月报（草稿）\n  新开一份：shangdang report new；更正已报的：加 --month 写明月份")
        }
        (Lang::Zh, false) => format!("{unit}有几份草稿，改哪一份？\n  加 --month：{}", lang.list(drafts)),
        (Lang::En, true) => format!(
            "{unit} has no draft\n  begin one with shangdang report new; to correct a filed report, name its month with --month"
        ),
        (Lang::En, false) => format!("{unit} has several drafts; which one?\n  add --month: {}", lang.list(drafts)),
    }
}

/// That there is no report to edit.
pub fn no_report(path: &str, unit: &str, month: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            format!("还没有 {path}\n  先新开：shangdang report new --unit {unit} --month {month}")
        }
        Lang::En => format!("there is no {path} yet\n  begin it: shangdang report new --unit {unit} --month {month}"),
    }
}

/// That a report is there already.
pub fn is_there(path: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{path} 已经有了，没有覆盖\n  要改里面的数，用 shangdang report set"),
        Lang::En => format!("{path} is there already and was not written over\n  change it with shangdang report set"),
    }
}

/// That entries are written in a form that is not edited.
pub fn inline_entries(path: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "{path} 的条目没有写在 [[entries]] 下面，不能逐条修改\n  把每一条改写成单独的 [[entries]]，或直接编辑文件"
        ),
        Lang::En => format!(
            "the entries of {path} do not stand below [[entries]] and are not edited one by one\n  write each below a heading [[entries]], or edit the file by hand"
        ),
    }
}

/// That a file cannot be read and so not be edited.
pub fn not_editable(path: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{path} 读不出来，没有动\n  运行 shangdang check 看哪里写错了"),
        Lang::En => format!("{path} cannot be read and was left alone\n  shangdang check says what is wrong"),
    }
}

/// That a report was submitted before.
pub fn submitted_before(path: &str, day: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{path} 已于 {day} 报送\n  更正报送日期：加 --on 写明日期"),
        Lang::En => {
            format!("{path} was submitted on {day}\n  to correct the day, name it with --on")
        }
    }
}

/// What became of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// 新开
    Begun,
    /// 已改
    Changed,
    /// 没有变化
    Same,
    /// 已报送
    Submitted,
}

/// The first line: what became of which file.
pub fn done(done: Done, unit: &str, month: Month, path: &str, is_written: bool, lang: Lang) -> String {
    let month = terms::month(month, lang);
    let what = match (done, is_written, lang) {
        (Done::Same, ..) => lang.pick("没有变化", "unchanged"),
        (Done::Begun, true, _) => lang.pick("已新开草稿", "draft begun"),
        (Done::Begun, false, _) => lang.pick("将新开草稿", "draft to be begun"),
        (Done::Changed, true, _) => lang.pick("已改", "changed"),
        (Done::Changed, false, _) => lang.pick("将改", "to be changed"),
        (Done::Submitted, true, _) => lang.pick("已报送", "submitted"),
        (Done::Submitted, false, _) => lang.pick("将报送", "to be submitted"),
    };
    match lang {
        Lang::Zh => format!("{unit}{month}月报{what}：{path}"),
        Lang::En => format!("Report of {unit} for {month}, {what}: {path}"),
    }
}

/// Whether a report is in time.
pub fn timeliness(day: NaiveDate, due: NaiveDate, lang: Lang) -> String {
    let (said, limit) = (terms::day(day, lang), terms::day(due, lang));
    match (lang, (day - due).num_days()) {
        (Lang::Zh, late @ 1..) => {
            format!("报送日期{said}，迟报{late}天（应在{limit}前，含当日）。")
        }
        (Lang::Zh, _) => format!("报送日期{said}，按时（应在{limit}前，含当日）。"),
        (Lang::En, late @ 1..) => {
            let days = plural(late, "day");
            format!("Filed on {said}, {days} late (due by {limit}).")
        }
        (Lang::En, _) => format!("Filed on {said}, in time (due by {limit})."),
    }
}

/// How many items a new report asks about, and what to do with it.
pub fn begun(items: usize, unit: &str, month: Month, lang: Lang) -> String {
    match (lang, items) {
        (Lang::Zh, 0) => format!("没有要填的事项；直接报送：shangdang report submit --unit {unit} --month {month}"),
        (Lang::Zh, _) => {
            format!("列出{items}个事项，都还没有填。填完运行：shangdang report submit --unit {unit} --month {month}")
        }
        (Lang::En, 0) => {
            format!("No item to report on; submit it: shangdang report submit --unit {unit} --month {month}")
        }
        (Lang::En, _) => format!(
            "It lists {}, none filled in. When done: shangdang report submit --unit {unit} --month {month}",
            plural(items, "item")
        ),
    }
}

/// That a draft is not filed yet.
pub fn still_draft(lang: Lang) -> &'static str {
    lang.pick("还是草稿，以下按报送后计算：", "Still a draft; once submitted:")
}

/// Above the shares.
pub fn effect(lang: Lang) -> &'static str {
    lang.pick("算下来：", "It then stands like this:")
}

/// That the effect is unknown because files have errors.
pub fn no_effect(errors: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("方案文件夹里还有{errors}处错误，改好之前算不出滞后（shangdang check 看详情）。"),
        Lang::En => format!(
            "There are errors in the files ({errors}); until they are mended no lag can be computed (see shangdang check)."
        ),
    }
}

/// That reports with errors were left out of what a new one says was reported last.
pub fn set_aside(reports: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            format!("有{reports}份月报有错误，其中的数没有列为“上月报”（shangdang check 看详情）")
        }
        Lang::En => format!(
            "{} with errors left out of what was reported last (see shangdang check)",
            plural(reports, "report")
        ),
    }
}

/// That a change was refused because of the errors it brings.
pub fn refused(path: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("这样写会带来上面的错误，{path} 没有改动"),
        Lang::En => format!("that would bring the errors above; {path} was left as it is"),
    }
}

/// Above the items that a submitted report says nothing about.
pub fn unreported(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("有{count}个事项没有填报，按最近一次填报推算："),
        Lang::En => format!("Not reported: {}; the last figures stand:", plural(count, "item")),
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
    let mut parts: Vec<String> = figure.map(str::to_owned).into_iter().collect();
    parts.push(match (lag, lang) {
        (None, _) => bucket.to_owned(),
        (Some(lag), Lang::Zh) => format!("滞后{lag}"),
        (Some(lag), Lang::En) => format!("{lag} late"),
    });
    parts.extend(tier.map(|tier| terms::tier(tier, presumed, lang)));
    parts.join(lang.pick("，", ", "))
}

/// 2.1 城镇雨污分流改造：35%，滞后2个月，通报批评 → 40%，滞后1个月，预警（降级）
pub fn moved(item: &str, before: &str, after: &str, change: Option<Change>, lang: Lang) -> String {
    let change = change.map(|change| terms::change(change, lang));
    match (lang, change) {
        _ if before == after => match lang {
            Lang::Zh => format!("{item}：仍为{after}"),
            Lang::En => format!("{item}: still {after}"),
        },
        (Lang::Zh, None) => format!("{item}：{before} → {after}"),
        (Lang::Zh, Some(change)) => format!("{item}：{before} → {after}（{change}）"),
        (Lang::En, None) => format!("{item}: {before} → {after}"),
        (Lang::En, Some(change)) => format!("{item}: {before} → {after} ({change})"),
    }
}

/// 2.1 城镇雨污分流改造, with the unit where several answer for the item.
pub fn share(item: &str, title: &str, unit: Option<&str>, lang: Lang) -> String {
    match (unit, lang) {
        (None, _) => format!("{item} {title}"),
        (Some(unit), Lang::Zh) => format!("{item} {title}（{unit}）"),
        (Some(unit), Lang::En) => format!("{item} {title} ({unit})"),
    }
}

/// In the place of where a share stood before it was there.
pub fn not_there(lang: Lang) -> &'static str {
    lang.pick("（新增事项）", "(a new item)")
}
