//! Words of a comparison: what was changed in the files, whose verdict, and why.

use super::phrases;
use super::{Lang, measure, terms};
use crate::assess::Change;
use crate::compare::{Aspect, Subject, Value};
use crate::model::{Curve, Item, Month, Quantity, Ratio, Reports, Rhythm, Schedule, Shape, Stage, UnitKind};

say! { lang;
    /// A revision: as typed, its short id, its day and what it says it does.
    pub fn revision(typed: &str, id: &str, day: &str, subject: &str) {
        "{typed}（{id}，{day}，{subject}）", "{typed} ({id}, {day}, {subject})"
    }

    /// The files of a folder.
    pub fn folder(path: &str) { "文件夹 {path}", "folder {path}" }
    /// The files of this workspace.
    pub fn files_now() { "现在的文件", "the files as they are" }

    /// What is compared with what.
    pub fn compared(before: &str, after: &str, as_of: Option<Month>) {
        match as_of {
            None => { "{before} → {after}" }
            Some(month) => {
                let close = terms::close(month, lang);
                "{before} → {after}，都按{close}核算", "{before} → {after}, both as of {close}"
            }
        }
    }

    /// The heading of the changes in the files.
    pub fn edits(count: usize) {
        if count == 0 => { "月报和方案没有改动。", "Nothing was changed in reports and plan." }
        "月报和方案的改动：{count}处", "Changed in reports and plan: {count}"
    }

    /// The same between two months, where nothing is edited but reports come in.
    pub fn filings(count: usize) {
        if count == 0 => { "这期间没有新的月报。", "No new report in this period." }
        "这期间的月报：{count}份", "Reports in this period: {count}"
    }

    /// The heading of the verdicts that changed, with how the tiers changed.
    pub fn shifts(count: usize, by_change: &[(Change, usize)]) {
        if count == 0 => { "结论没有变化。", "No verdict changed." }
        let with_tier = by_change.iter().map(|(_, count)| count).sum::<usize>();
        let without = (with_tier > 0 && with_tier < count).then(|| shares(no_tier(lang), count - with_tier, lang));
        let changes = by_change.iter().map(|&(change, count)| shares(terms::change(change, lang), count, lang));
        let parts = terms::bracketed(&lang.list(changes.chain(without)), lang);
        "结论变化：{count}份{parts}", "Verdicts that changed: {count}{parts}"
    }

    fn shares(word: &str, count: usize) { "{word}{count}份", "{word} {count}" }

    /// That the plan of one state has errors, so that no verdicts can be compared.
    pub fn no_verdicts(states: &[String]) {
        let states = lang.list(states);
        "{states}：方案或任务文件有错误，无法核算，结论不能比较。以下只按字面列出文件的差别。",
        "{states}: the plan or a task file has errors, so nothing can be assessed and verdicts cannot be compared. Shown below are only the differences in the text of the files."
    }

    /// That the verdicts on a unit are not compared.
    pub fn uncompared(unit: &str, path: &str, state: &str) {
        "{unit}的结论没有比较：{state}的 {path} 有错误，没有计入。",
        "The verdicts on {unit} are not compared: {path} of {state} has errors and was left out."
    }

    /// That a report was left out.
    pub fn left_out(path: &str, state: &str) {
        "{state}的 {path} 有错误，没有计入。", "{path} of {state} has errors and was left out."
    }

    /// What was changed: the head line of its changes.
    pub fn subject(subject: &Subject<'_>) {
        match subject {
            Subject::Report { unit, month } | Subject::Entry { unit, month, .. } => {
                let report = report(&unit.name, *month, lang);
                "{report}"
            }
            Subject::Plan => { "方案", "Plan" }
            Subject::Unit(unit) => { "单位 {} {}", "Unit {} {}"; unit.id, unit.name }
            Subject::Tier(rung) => { "档次 {} {}", "Tier {} {}"; rung.id, rung.name }
            Subject::Task(task) => { "任务{} {}", "Task {} {}"; task.number, task.title }
            Subject::Item(item) => { "事项{} {}", "Item {} {}"; item.id, item.title }
        }
    }

    /// 区住建局2022年6月月报
    pub fn report(unit: &str, month: Month) {
        let month = terms::month(month, lang);
        "{unit} {month}月报", "{unit}, report for {month}"
    }

    /// The respect in which something was changed.
    pub fn aspect(aspect: Aspect<'_>) {
        match aspect {
            Aspect::Whole => { "整份", "as a whole" }
            Aspect::Filing => { "报送", "filing" }
            Aspect::Submitted => { "报送日期", "submitted" }
            Aspect::Reporter => { "填报人", "reporter" }
            Aspect::Approver => { "审核人", "approver" }
            Aspect::Reading => { "填报", "reported" }
            Aspect::On => { "做到日期", "reached on" }
            Aspect::Note => { "说明", "note" }
            Aspect::Problem => { "问题", "problem" }
            Aspect::Next => { "下一步", "next" }
            Aspect::Attachments => { "附件", "attachments" }
            Aspect::Title => { "名称", "title" }
            Aspect::Start => { "起始月", "first month" }
            Aspect::End => { "结束月", "last month" }
            Aspect::ReportDay => { "报送日", "report day" }
            Aspect::ReportDayOf(month) => { "{}报送日", "report day of {}"; terms::month(month, lang) }
            Aspect::Sample => { "示例数据", "sample data" }
            Aspect::Name => { "名称", "name" }
            Aspect::FullName => { "全称", "official name" }
            Aspect::Kind => { "类别", "kind" }
            Aspect::Reports => { "是否报送月报", "files reports" }
            Aspect::TrackUntil => { "跟踪到", "followed up until" }
            Aspect::ReportsFrom => { "起报月", "first month kept" }
            Aspect::ReportsEvery => { "报送周期", "reports asked for" }
            Aspect::Months => { "起点", "from" }
            Aspect::Clause => { "依据条款", "clause" }
            Aspect::Section => { "所在章节", "section" }
            Aspect::Source => { "出处", "clause" }
            Aspect::Basis => { "时限依据", "basis of the deadline" }
            Aspect::Lead => { "责任单位", "lead" }
            Aspect::Responsible => { "牵头、配合之间的责任单位", "responsible" }
            Aspect::Judged => { "其中责任单位是否核算", "responsible units judged" }
            Aspect::Support => { "配合单位", "support" }
            Aspect::Duty(unit) => { "{}配合做什么", "what {} does"; unit.name }
            Aspect::Disputed => { "原文矛盾", "source contradicts itself" }
            Aspect::After => { "前置事项", "waits for" }
            Aspect::Key => { "重点工作", "key" }
            Aspect::Quantity => { "总量", "quantity" }
            Aspect::Portion(unit) => { "{}分担", "part of {}"; unit.name }
            Aspect::Milestone(by) => {
                let close = terms::moment(by, lang);
                "节点{close}", "milestone {by}"
            }
            Aspect::Schedule => { "时限", "schedule" }
        }
    }

    /// Something new, something gone: an event rather than two values.
    pub fn event(is_new: bool, detail: &str) {
        let detail = terms::bracketed(detail, lang);
        if is_new => { "新增{detail}", "new{detail}" }
        "没有了{detail}", "gone{detail}"
    }

    fn entries(count: usize, unchanged: usize) {
        let noun = if count == 1 { "entry" } else { "entries" };
        if unchanged == 0 => { "{count}条", "{count} {noun}" }
        "{count}条，其中{unchanged}条与以前相同，不列", "{count} {noun}, {unchanged} as before and not listed"
    }


    fn evenly(points: &str) { "{points}，序时推进", "{points}, at an even pace" }

    /// 滞后 2 → 1
    pub fn lag(before: &str, after: &str) {
        let moved = from_to(before, after, None, lang);
        "滞后 {moved}", "months late {moved}"
    }

    /// 通报批评 → 预警（降级）
    pub fn from_to(before: &str, after: &str, change: Option<Change>) {
        let change = change.map_or(String::new(), |change| terms::bracketed(terms::change(change, lang), lang));
        if before == after => { "{before}{change}" }
        "{before} → {after}{change}"
    }

    /// A share that is there on one side only.
    pub fn one_sided(is_new: bool, now: &str) {
        if is_new => { "新增责任份，现为{now}", "new share, now {now}" }
        "责任份没有了，原为{now}", "share gone, was {now}"
    }

    /// How many files of a state have errors; the first error of each follows.
    pub fn errors_in(state: &str, files: usize) {
        "{state}：{files}个文件有错误，每个文件的第一处如下。", "{state}: files with errors: {files}; the first error of each:"
    }
}

words! { lang;
    fn no_tier() { "不涉及档次", "without a tier" }

    /// Nothing at all is different.
    pub fn nothing() {
        "没有差别：月报和方案内容相同，各责任份的结论也相同。",
        "No difference: reports and plan are the same, and so are all verdicts."
    }

    /// What has become of a share, for a column of its own.
    pub fn shift_word(is_new: bool, is_gone: bool) {
        if is_new => { "新增责任份", "new share" }
        if is_gone => { "责任份没有了", "share gone" }
        "结论变化", "verdict"
    }

    /// The section of a sheet.
    pub fn edit_word(is_report: bool) {
        if is_report => { "月报改动", "report" }
        "方案改动", "plan"
    }

    /// Files that say the same, letter by letter.
    pub fn same_text() { "两边的文件写的完全一样。", "The files on both sides are exactly the same." }
    /// A file that is different and cannot be read.
    pub fn whole_changed() { "改动了（有一边读不出条目）", "changed (one side cannot be read item by item)" }
}

/// The facts of one share that changed, in one line.
pub fn facts(parts: &[String], lang: Lang) -> String {
    parts.join(lang.pick("，", ", "))
}

/// What was said, as words; nothing said is said as such.
pub fn value(value: Option<&Value<'_>>, lang: Lang) -> String {
    let Some(value) = value else {
        return lang.pick("无", "none").to_owned();
    };
    match value {
        Value::Text(text) => (*text).to_owned(),
        Value::Texts(texts) => lang.list(*texts),
        Value::Units(names) => lang.list(names),
        Value::Reading(reading, detail, item) => measure::told(*reading, *detail, item, lang),
        Value::Entries { count, unchanged } => entries(*count, *unchanged, lang),
        Value::Draft => lang.pick("草稿", "draft").to_owned(),
        Value::Day(day) => terms::day(*day, lang),
        Value::Month(month) => terms::month(*month, lang),
        Value::Number(number) => number.to_string(),
        Value::Rhythm(Rhythm::Every(every)) => terms::every(*every, lang).to_owned(),
        Value::Rhythm(Rhythm::Months(months)) => lang.list(months),
        Value::Threshold(from) => phrases::threshold(*from, lang),
        Value::Flag(flag) => phrases::yes_no(*flag, lang).to_owned(),
        Value::Reports(Reports::WhileOpen) => lang.pick("有事项没完成才报", "only while something is open").to_owned(),
        Value::Reports(reports) => phrases::yes_no(*reports == Reports::Always, lang).to_owned(),
        Value::Kind(kind) => unit_kind(kind, lang).to_owned(),
        Value::Basis(basis) => terms::basis(*basis, lang).to_owned(),
        Value::Quantity(quantity) => amount(quantity, lang),
        Value::Amount(figure, item) => measure::Measure::of(item).show(figure.ratio(), lang),
        Value::Level(percent, item) => level(*percent, item, lang),
        Value::Schedule(item) => schedule(item, lang),
    }
}

say! { lang;
    /// How much there is to do; and in parts or not, where the unit does not say so.
    fn amount(quantity: &Quantity) {
        let Quantity { total, unit, whole, at_least, objects } = quantity;
        let least = if *at_least { lang.pick("不少于", "at least ") } else { "" };
        let names = terms::bracketed(&lang.list(objects), lang);
        match (*whole, Quantity::is_whole_by_default(unit)) {
            (true, false) if objects.is_empty() => { "{least}{total}{unit}（按整个计数）", "{least}{total}{unit} (whole only)" }
            (false, true) => { "{least}{total}{unit}（可以有零头）", "{least}{total}{unit} (also in parts)" }
            _ => { "{least}{total}{unit}{names}", "{least}{total}{unit}{names}" }
        }
    }
}

/// What a milestone asks for, in the measure of the item.
fn level(percent: Ratio, item: &Item, lang: Lang) -> String {
    let measure = measure::Measure::of(item);
    let number = match &item.quantity {
        Some(quantity) => percent * quantity.total.ratio() / Ratio::HUNDRED,
        None => percent,
    };
    measure.show(measure.compared(number, None).0, lang)
}

/// 部门; none if it is no kind that every plan knows.
pub fn known_kind(id: &str, lang: Lang) -> Option<&'static str> {
    Some(match id {
        "department" => lang.pick("部门", "department"),
        "branch" => lang.pick("派出机构", "branch"),
        "institution" => lang.pick("事业单位", "institution"),
        "township" => lang.pick("乡镇", "township"),
        "subdistrict" => lang.pick("街道", "subdistrict"),
        _ => return None,
    })
}

/// 部门, or what a plan calls a kind of its own.
fn unit_kind(kind: &UnitKind, lang: Lang) -> &str {
    match kind {
        UnitKind::Own(own) => &own.name,
        known => known_kind(known.id(), lang).unwrap_or_default(),
    }
}

/// The schedule of an item in one line.
pub fn schedule(item: &Item, lang: Lang) -> String {
    match &item.schedule {
        Schedule::Curve(curve) => {
            let points = curve.points().iter();
            let points = lang.list(points.map(|point| format!("{} {}", point.by, level(point.level, item, lang))));
            if curve.shape() == Shape::Linear { evenly(&points, lang) } else { points }
        }
        Schedule::Stages(stages) => {
            let stage = |stage: &Stage| {
                let points = stage.curve.iter().flat_map(Curve::points);
                let points = lang.list(points.map(|point| format!("{} {}", point.by, level(point.level, item, lang))));
                format!("{}{}", stage.name, terms::bracketed(&points, lang))
            };
            lang.list(stages.all().iter().map(stage))
        }
        Schedule::Recurring(recurring) => {
            let dues = recurring.occurrences().iter().map(|one| one.due);
            let when = match recurring.every {
                Some(every) if recurring.is_bounded => {
                    let every = terms::every(every, lang).to_owned();
                    lang.list([every].into_iter().chain(dues.map(|due| due.to_string())))
                }
                Some(every) => terms::every(every, lang).to_owned(),
                None => lang.list(dues),
            };
            if recurring.is_counted() { terms::at_least_times(&when, recurring.times, lang) } else { when }
        }
        Schedule::Indicator(indicator) => super::indicator::targets(indicator, lang),
        Schedule::Standing { season } => {
            let season = season.as_ref().map_or("", |season| &season.id);
            lang.pick("常态", "standing").to_owned() + &terms::after_comma(season, lang)
        }
        Schedule::Unscheduled => lang.pick("无计划", "none").to_owned(),
    }
}
