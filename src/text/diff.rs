//! Words of a comparison: what was changed in the files, whose verdict, and why.

use super::{Lang, measure, terms};
use crate::assess::Change;
use crate::compare::{Aspect, Cause, CauseKind, Filed, Subject, Value};
use crate::model::{Curve, Month, Schedule, Shape, UnitKind};

/// One of the two states that are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// The files of this workspace at the close of a month.
    Month(Month),
    /// A revision: as typed, its short id, its day and its subject.
    Revision {
        /// As typed.
        typed: String,
        /// The first letters of its id.
        id: String,
        /// When it was made.
        day: String,
        /// What it says it does.
        subject: String,
    },
    /// The files of a folder.
    Folder(String),
    /// The files of this workspace as they are.
    Files,
}

/// A state in words.
pub fn state(state: &State, lang: Lang) -> String {
    match state {
        State::Month(month) => terms::close(*month, lang),
        State::Revision { typed, id, day, subject } => match lang {
            Lang::Zh => format!("{typed}（{id}，{day}，{subject}）"),
            Lang::En => format!("{typed} ({id}, {day}, {subject})"),
        },
        State::Folder(path) => match lang {
            Lang::Zh => format!("文件夹 {path}"),
            Lang::En => format!("folder {path}"),
        },
        State::Files => lang.pick("现在的文件", "the files as they are").to_owned(),
    }
}

/// What is compared with what.
pub fn compared(before: &State, after: &State, as_of: Option<Month>, lang: Lang) -> String {
    let (before, after) = (state(before, lang), state(after, lang));
    match (lang, as_of) {
        (_, None) => format!("{before} → {after}"),
        (Lang::Zh, Some(month)) => {
            format!("{before} → {after}，都按{}核算", terms::close(month, lang))
        }
        (Lang::En, Some(month)) => format!("{before} → {after}, both as of {}", terms::close(month, lang)),
    }
}

/// The heading of the changes in the files.
pub fn edits(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (0, Lang::Zh) => "月报和方案没有改动。".to_owned(),
        (0, Lang::En) => "Nothing was changed in reports and plan.".to_owned(),
        (_, Lang::Zh) => format!("月报和方案的改动：{count}处"),
        (_, Lang::En) => format!("Changed in reports and plan: {count}"),
    }
}

/// The same between two months, where nothing is edited but reports come in.
pub fn filings(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (0, Lang::Zh) => "这期间没有新的月报。".to_owned(),
        (0, Lang::En) => "No new report in this time.".to_owned(),
        (_, Lang::Zh) => format!("这期间的月报：{count}份"),
        (_, Lang::En) => format!("Reports in this time: {count}"),
    }
}

/// The heading of the verdicts that are another, with what has become of the tiers.
pub fn shifts(count: usize, by_change: &[(Change, usize)], lang: Lang) -> String {
    if count == 0 {
        return lang.pick("结论没有变化。", "No verdict is another.").to_owned();
    }
    let named = |word: &str, count: usize| match lang {
        Lang::Zh => format!("{word}{count}份"),
        Lang::En => format!("{word} {count}"),
    };
    let mut parts: Vec<String> =
        by_change.iter().map(|&(change, count)| named(terms::change(change, lang), count)).collect();
    let with_tier: usize = by_change.iter().map(|(_, count)| count).sum();
    if with_tier > 0 && with_tier < count {
        parts.push(named(lang.pick("不涉及档次", "without a tier"), count - with_tier));
    }
    let parts = lang.list(&parts);
    match (lang, parts.as_str()) {
        (Lang::Zh, "") => format!("结论变化：{count}份"),
        (Lang::En, "") => format!("Verdicts that are another: {count}"),
        (Lang::Zh, parts) => format!("结论变化：{count}份（{parts}）"),
        (Lang::En, parts) => format!("Verdicts that are another: {count} ({parts})"),
    }
}

/// Nothing at all is different.
pub fn nothing(lang: Lang) -> &'static str {
    lang.pick(
        "没有差别：月报和方案内容相同，各责任份的结论也相同。",
        "No difference: reports and plan say the same, and so do all verdicts.",
    )
}

/// That the plan of one state has errors, so that no verdicts can be compared.
pub fn no_verdicts(states: &[String], lang: Lang) -> String {
    let states = lang.list(states);
    match lang {
        Lang::Zh => format!("{states}：方案或任务文件有错误，无法核算，结论不能比较。以下只按字面列出文件的差别。"),
        Lang::En => format!(
            "{states}: the plan or a task file has errors, so nothing can be assessed and verdicts cannot be compared. Below is only what is written differently."
        ),
    }
}

/// That the verdicts on a unit are not compared.
pub fn uncompared(unit: &str, path: &str, state: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{unit}的结论没有比较：{state}的 {path} 有错误，没有计入。"),
        Lang::En => format!("The verdicts on {unit} are not compared: {path} of {state} has errors and was left out."),
    }
}

/// That a report was left out.
pub fn left_out(path: &str, state: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{state}的 {path} 有错误，没有计入。"),
        Lang::En => format!("{path} of {state} has errors and was left out."),
    }
}

/// What was changed: the head line of its changes.
pub fn subject(subject: &Subject<'_>, lang: Lang) -> String {
    let space = lang.pick("", " ");
    match subject {
        Subject::Report { unit, month } | Subject::Entry { unit, month, .. } => report(&unit.name, *month, lang),
        Subject::Plan => lang.pick("方案", "Plan").to_owned(),
        Subject::Unit(unit) => {
            format!("{} {} {}", lang.pick("单位", "Unit"), unit.id, unit.name)
        }
        Subject::Tier(rung) => {
            format!("{} {} {}", lang.pick("档次", "Tier"), rung.id, rung.name)
        }
        Subject::Task(task) => {
            format!("{}{space}{} {}", lang.pick("任务", "Task"), task.number, task.title)
        }
        Subject::Item(item) => format!("{}{space}{} {}", lang.pick("事项", "Item"), item.id, item.title),
    }
}

/// 区住建局2022年6月月报
pub fn report(unit: &str, month: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{unit} {}月报", terms::month(month, lang)),
        Lang::En => format!("{unit}, report for {month}"),
    }
}

/// The respect in which something was changed.
pub fn aspect(aspect: Aspect<'_>, lang: Lang) -> String {
    let word = match aspect {
        Aspect::Whole => lang.pick("整份", "as a whole"),
        Aspect::Filing => lang.pick("报送", "filing"),
        Aspect::Submitted => lang.pick("报送日期", "submitted"),
        Aspect::Reporter => lang.pick("填报人", "reporter"),
        Aspect::Approver => lang.pick("审核人", "approver"),
        Aspect::Reading => lang.pick("填报", "reported"),
        Aspect::Note => lang.pick("说明", "note"),
        Aspect::Problem => lang.pick("问题", "problem"),
        Aspect::Next => lang.pick("下一步", "next"),
        Aspect::Attachments => lang.pick("附件", "attachments"),
        Aspect::Title => lang.pick("名称", "title"),
        Aspect::Start => lang.pick("起始月", "first month"),
        Aspect::End => lang.pick("结束月", "last month"),
        Aspect::ReportDay => lang.pick("报送日", "report day"),
        Aspect::ReportDayOf(month) => {
            return match lang {
                Lang::Zh => format!("{}报送日", terms::month(month, lang)),
                Lang::En => format!("report day of {month}"),
            };
        }
        Aspect::Sample => lang.pick("示例数据", "sample data"),
        Aspect::Name => lang.pick("名称", "name"),
        Aspect::FullName => lang.pick("全称", "official name"),
        Aspect::Kind => lang.pick("类别", "kind"),
        Aspect::Reports => lang.pick("是否报送月报", "files reports"),
        Aspect::Months => lang.pick("起点", "from"),
        Aspect::Clause => lang.pick("依据条款", "clause"),
        Aspect::Section => lang.pick("所在章节", "section"),
        Aspect::Source => lang.pick("出处", "clause"),
        Aspect::Basis => lang.pick("时限依据", "basis of the deadline"),
        Aspect::Lead => lang.pick("责任单位", "lead"),
        Aspect::Support => lang.pick("配合单位", "support"),
        Aspect::Key => lang.pick("重点工作", "key"),
        Aspect::Quantity => lang.pick("总量", "quantity"),
        Aspect::Portion(unit) => {
            return match lang {
                Lang::Zh => format!("{}分担", unit.name),
                Lang::En => format!("part of {}", unit.name),
            };
        }
        Aspect::Milestone(by) => {
            return match lang {
                Lang::Zh => format!("节点{}", terms::moment(by, lang)),
                Lang::En => format!("milestone {by}"),
            };
        }
        Aspect::Schedule => lang.pick("时限", "schedule"),
    };
    word.to_owned()
}

/// Something new, something gone: an event rather than two values.
pub fn event(is_new: bool, detail: &str, lang: Lang) -> String {
    let word = if is_new { lang.pick("新增", "new") } else { lang.pick("没有了", "gone") };
    match (lang, detail) {
        (_, "") => word.to_owned(),
        (Lang::Zh, detail) => format!("{word}（{detail}）"),
        (Lang::En, detail) => format!("{word} ({detail})"),
    }
}

/// What was said, as words; nothing said is said as such.
pub fn value(value: Option<&Value<'_>>, lang: Lang) -> String {
    let Some(value) = value else {
        return lang.pick("无", "none").to_owned();
    };
    match value {
        Value::Text(text) => (*text).to_owned(),
        Value::Texts(texts) => lang.list(*texts),
        Value::Units(names) => {
            let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
            lang.list(&names)
        }
        Value::Reading(reading, item) => measure::reading(*reading, item, lang),
        Value::Entries(count) => match lang {
            Lang::Zh => format!("{count}条"),
            Lang::En => match count {
                1 => "1 entry".to_owned(),
                count => format!("{count} entries"),
            },
        },
        Value::Draft => lang.pick("草稿", "draft").to_owned(),
        Value::Day(day) => terms::day(*day, lang),
        Value::Month(month) => terms::month(*month, lang),
        Value::Number(number) => number.to_string(),
        Value::Months(months) => match lang {
            Lang::Zh => format!("滞后满{months}个月"),
            Lang::En => super::phrases::plural(*months, "month"),
        },
        Value::Flag(flag) => super::phrases::yes_no(*flag, lang).to_owned(),
        Value::Kind(kind) => unit_kind(*kind, lang).to_owned(),
        Value::Basis(basis) => terms::basis(*basis, lang).to_owned(),
        Value::Quantity(quantity) => format!("{}{}", quantity.total, quantity.unit),
        Value::Amount(figure, item) => measure::Measure::of(item).show(figure.ratio(), lang),
        Value::Level(percent, item) => level(*percent, item, lang),
        Value::Schedule(item) => schedule(item, lang),
    }
}

/// What a milestone asks for, in the measure of the item.
fn level(percent: crate::model::Ratio, item: &crate::model::Item, lang: Lang) -> String {
    let measure = measure::Measure::of(item);
    let number = match &item.quantity {
        Some(quantity) => percent * quantity.total.ratio() / crate::model::Ratio::HUNDRED,
        None => percent,
    };
    measure.show(measure.required(number), lang)
}

/// 部门
pub fn unit_kind(kind: UnitKind, lang: Lang) -> &'static str {
    match kind {
        UnitKind::Department => lang.pick("部门", "department"),
        UnitKind::Branch => lang.pick("派出机构", "branch"),
        UnitKind::Institution => lang.pick("事业单位", "institution"),
        UnitKind::Township => lang.pick("乡镇", "township"),
        UnitKind::Subdistrict => lang.pick("街道", "subdistrict"),
    }
}

/// The schedule of an item in one line.
pub fn schedule(item: &crate::model::Item, lang: Lang) -> String {
    match &item.schedule {
        Schedule::Curve(curve) => self::curve(curve, item, lang),
        Schedule::Recurring(recurring) => {
            if let Some(every) = recurring.every {
                return terms::every(every, lang).to_owned();
            }
            let dues = recurring.occurrences().iter();
            let dues: Vec<String> = dues.map(|one| one.due.to_string()).collect();
            lang.list(&dues)
        }
        Schedule::Indicator(indicator) => {
            let (target, due) = (measure::target(item, lang), terms::moment(indicator.due, lang));
            match lang {
                Lang::Zh => format!("{due}起{target}"),
                Lang::En => format!("{target} from {due} on"),
            }
        }
        Schedule::Standing { season: None } => lang.pick("常态", "standing").to_owned(),
        Schedule::Standing { season: Some(season) } => {
            format!("{}{}{}", lang.pick("常态", "standing"), lang.pick("，", ", "), season.id)
        }
        Schedule::Unscheduled => lang.pick("无计划", "none").to_owned(),
    }
}

fn curve(curve: &Curve, item: &crate::model::Item, lang: Lang) -> String {
    let points: Vec<String> =
        curve.points().iter().map(|point| format!("{} {}", point.by, level(point.level, item, lang))).collect();
    let points = lang.list(&points);
    match (curve.shape(), lang) {
        (Shape::Step, _) => points,
        (Shape::Linear, Lang::Zh) => format!("{points}，序时推进"),
        (Shape::Linear, Lang::En) => format!("{points}, at an even pace"),
    }
}

/// 滞后 2 → 1
pub fn lag(before: &str, after: &str, lang: Lang) -> String {
    let moved = from_to(before, after, None, lang);
    match lang {
        Lang::Zh => format!("滞后 {moved}"),
        Lang::En => format!("months late {moved}"),
    }
}

/// 通报批评 → 预警（降级）
pub fn from_to(before: &str, after: &str, change: Option<Change>, lang: Lang) -> String {
    let moved = if before == after { before.to_owned() } else { format!("{before} → {after}") };
    match (change, lang) {
        (None, _) => moved,
        (Some(change), Lang::Zh) => format!("{moved}（{}）", terms::change(change, lang)),
        (Some(change), Lang::En) => format!("{moved} ({})", terms::change(change, lang)),
    }
}

/// The facts of one share that are another, in one line.
pub fn facts(parts: &[String], lang: Lang) -> String {
    parts.join(lang.pick("，", ", "))
}

/// A share that is there on one side only.
pub fn one_sided(is_new: bool, now: &str, lang: Lang) -> String {
    match (lang, is_new) {
        (Lang::Zh, true) => format!("新增责任份，现为{now}"),
        (Lang::Zh, false) => format!("责任份没有了，原为{now}"),
        (Lang::En, true) => format!("new share, now {now}"),
        (Lang::En, false) => format!("share gone, was {now}"),
    }
}

/// The reasons in one line: what pushed that way, then what pushed the other.
pub fn causes(along: &[String], against: &[String], lang: Lang) -> String {
    let joined = |parts: &[String]| parts.join(lang.pick("；", "; "));
    match (lang, along, against) {
        (_, [], []) => String::new(),
        (Lang::Zh, along, []) => format!("因：{}", joined(along)),
        (Lang::En, along, []) => format!("Because: {}", joined(along)),
        (Lang::Zh, [], against) => format!("因：{}", joined(against)),
        (Lang::En, [], against) => format!("Because: {}", joined(against)),
        (Lang::Zh, along, against) => {
            format!("因：{}；反方向的有：{}", joined(along), joined(against))
        }
        (Lang::En, along, against) => format!("Because: {}; working the other way: {}", joined(along), joined(against)),
    }
}

/// The reasons in the cell of a table.
pub fn short_causes(along: &[String], against: &[String], lang: Lang) -> String {
    let (along, against) = (lang.list(along), lang.list(against));
    match (lang, along.as_str(), against.as_str()) {
        (_, along, "") => along.to_owned(),
        (_, "", against) => against.to_owned(),
        (Lang::Zh, along, against) => format!("{along}；反向：{against}"),
        (Lang::En, along, against) => format!("{along}; other way: {against}"),
    }
}

/// One reason, with its place where it has one. `is_gone`: it stands there no longer.
pub fn cause(cause: &Cause, place: Option<&str>, is_gone: bool, lang: Lang) -> String {
    let word = match cause.kind {
        CauseKind::Report => lang.pick("月报", "report").to_owned(),
        CauseKind::Filing { filed, month } => {
            let number = month.number();
            match (lang, filed) {
                (Lang::Zh, Filed::Said) => format!("报送（{number}月已报明）"),
                (Lang::Zh, Filed::Silent) => format!("报送（{number}月月报未报明此项）"),
                (Lang::Zh, Filed::Missing) => format!("报送（{number}月未报）"),
                (Lang::En, Filed::Said) => format!("filing (reported for {month})"),
                (Lang::En, Filed::Silent) => {
                    format!("filing (the report for {month} does not say)")
                }
                (Lang::En, Filed::Missing) => format!("filing (no report for {month})"),
            }
        }
        CauseKind::Time => lang.pick("时间", "time").to_owned(),
        CauseKind::Schedule => lang.pick("方案（时限或总量）", "plan (schedule)").to_owned(),
        CauseKind::Key => lang.pick("方案（重点工作）", "plan (key)").to_owned(),
        CauseKind::Ladder => lang.pick("档次表", "ladder of tiers").to_owned(),
        CauseKind::NewShare { is_item: true } => lang.pick("方案（新增事项）", "plan (new item)").to_owned(),
        CauseKind::NewShare { is_item: false } => lang.pick("方案（新增责任单位）", "plan (new lead)").to_owned(),
        CauseKind::GoneShare { is_item: true } => lang.pick("方案（事项没有了）", "plan (item gone)").to_owned(),
        CauseKind::GoneShare { is_item: false } => {
            lang.pick("方案（不再是责任单位）", "plan (no longer a lead)").to_owned()
        }
    };
    match (place, is_gone) {
        (None, _) => word,
        (Some(place), false) => format!("{word} {place}"),
        (Some(place), true) => match lang {
            Lang::Zh => format!("{word} {place}（现已没有）"),
            Lang::En => format!("{word} {place} (no longer there)"),
        },
    }
}

/// What has become of a share, for a column of its own.
pub fn shift_word(is_new: bool, is_gone: bool, lang: Lang) -> &'static str {
    match (is_new, is_gone) {
        (true, _) => lang.pick("新增责任份", "new share"),
        (_, true) => lang.pick("责任份没有了", "share gone"),
        _ => lang.pick("结论变化", "verdict"),
    }
}

/// The section of a sheet.
pub fn edit_word(is_report: bool, lang: Lang) -> &'static str {
    if is_report { lang.pick("月报改动", "report") } else { lang.pick("方案改动", "plan") }
}

/// Headings of the sheet of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// 类别
    Section,
    /// 内容
    What,
    /// 原来
    Before,
    /// 现在
    After,
    /// 原实际
    ActualBefore,
    /// 现实际
    ActualAfter,
    /// 原滞后月
    LagBefore,
    /// 现滞后月
    LagAfter,
    /// 缘由
    Cause,
}

/// A heading.
pub fn head(head: Head, lang: Lang) -> &'static str {
    match head {
        Head::Section => lang.pick("类别", "section"),
        Head::What => lang.pick("内容", "what"),
        Head::Before => lang.pick("原来", "before"),
        Head::After => lang.pick("现在", "after"),
        Head::ActualBefore => lang.pick("原实际", "actual before"),
        Head::ActualAfter => lang.pick("现实际", "actual after"),
        Head::LagBefore => lang.pick("原滞后月", "months late before"),
        Head::LagAfter => lang.pick("现滞后月", "months late after"),
        Head::Cause => lang.pick("缘由", "because"),
    }
}

/// Files that say the same, letter by letter.
pub fn same_text(lang: Lang) -> &'static str {
    lang.pick("两边的文件写的完全一样。", "The files on both sides say exactly the same.")
}

/// A file that is different and cannot be read.
pub fn whole_changed(lang: Lang) -> &'static str {
    lang.pick("改动了（有一边读不出条目）", "changed (one side cannot be read item by item)")
}

/// How many files of a state have errors; the first error of each follows.
pub fn errors_in(state: &str, files: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{state}：{files}个文件有错误，每个文件的第一处如下。"),
        Lang::En => format!("{state}: files with errors: {files}; the first error of each:"),
    }
}
