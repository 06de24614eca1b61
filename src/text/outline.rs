//! Words for a file shown by itself, item by item. Names come from the plan where there is one, else ids stand alone.

use std::collections::BTreeMap;

use super::{Lang, diff, terms};
use crate::load::{Heading, Line};
use crate::model::{Basis, Compare, Every, Month, State, Workspace};

/// Names of units and titles of items, by id.
#[derive(Clone, Debug, Default)]
pub struct Names {
    units: BTreeMap<String, String>,
    items: BTreeMap<String, String>,
}

impl Names {
    /// No names: ids stand alone.
    pub fn none() -> Self {
        Self::default()
    }

    /// The names that a workspace knows.
    pub fn of(workspace: &Workspace) -> Self {
        let units = workspace.plan.units.iter();
        let items = workspace.items.iter();
        Self {
            units: units.map(|unit| (unit.id.clone(), unit.name.clone())).collect(),
            items: items.map(|item| (item.id.clone(), item.title.clone())).collect(),
        }
    }

    fn unit<'a>(&'a self, id: &'a str) -> &'a str {
        self.units.get(id).map_or(id, String::as_str)
    }
}

/// The heading of a section.
pub fn heading(heading: &Heading, names: &Names, lang: Lang) -> String {
    let named = |word: &str, id: &str, name: &str| {
        // 任务4, but 单位 housing.
        let is_number = id.starts_with(|first: char| first.is_ascii_digit());
        let space = if is_number { lang.pick("", " ") } else { " " };
        let parts = format!("{word}{space}{id} {name}");
        parts.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    match heading {
        Heading::Plan { title } => named(lang.pick("方案", "Plan"), "", title),
        Heading::Season { id } => named(lang.pick("季节", "Season"), id, ""),
        Heading::Unit { id, name } => named(lang.pick("单位", "Unit"), id, name),
        Heading::Tier { id, name } => named(lang.pick("档次", "Tier"), id, name),
        Heading::Task { number, title } => named(lang.pick("任务", "Task"), number, title),
        Heading::Item { id, title } => format!("{id} {title}").trim_end().to_owned(),
        Heading::Report { month, unit } => match Month::parse(month) {
            Ok(month) => diff::report(names.unit(unit), month, lang),
            Err(_) => format!("{} {month}", names.unit(unit)),
        },
        Heading::Entry { item } => {
            let title = names.items.get(item).map_or("", String::as_str);
            format!("{item} {title}").trim_end().to_owned()
        }
    }
}

/// A key and its value in one line; none if nothing is said.
pub fn line(line: &Line, names: &Names, lang: Lang) -> Option<String> {
    let value = said(line, names, lang);
    (!value.is_empty()).then(|| format!("{} {value}", key(&line.key, lang)))
}

/// A value in words.
pub fn said(line: &Line, names: &Names, lang: Lang) -> String {
    let (key, written) = (line.key.as_str(), line.value.as_str());
    let part = |(part, value): &(String, String)| match (key, part.as_str()) {
        ("milestones", "percent") => format!("{value}%"),
        ("milestones" | "quantity", _) => value.clone(),
        ("recurring", "times") => at_least_times(value, lang),
        ("support", unit) if value.is_empty() => names.unit(unit).to_owned(),
        ("support", unit) => format!("{}{}", names.unit(unit), terms::bracketed(value, lang)),
        ("shares" | "report-days", unit) => format!("{} {value}", names.unit(unit)),
        _ => word(value, lang).unwrap_or(value).to_owned(),
    };
    let parts: Vec<String> = line.parts.iter().map(part).collect();
    match key {
        "percent" => format!("{written}%"),
        "support" if !parts.is_empty() => lang.list(&parts),
        "lead" | "responsible" | "support" if !written.is_empty() => {
            lang.list(written.split(", ").map(|id| names.unit(id)))
        }
        _ if parts.is_empty() => word(written, lang).unwrap_or(written).to_owned(),
        "shares" | "report-days" => lang.list(&parts),
        "quantity" => quantity(&line.parts, lang),
        _ => parts.join(" "),
    }
}

say! { lang;
    fn at_least_times(times: &str) { "至少{times}次", "at least {times} times" }

    /// 不少于12处; 村：东村、西村
    fn quantity(parts: &[(String, String)]) {
        let part = |name: &str| parts.iter().find(|(part, _)| part == name).map_or("", |(_, value)| value);
        let least = if part("at-least") == "true" { lang.pick("不少于", "at least ") } else { "" };
        let whole = match part("whole") {
            "true" => lang.pick("（按整个计数）", " (whole only)"),
            "false" => lang.pick("（可以有零头）", " (also in parts)"),
            _ => "",
        };
        let (total, unit, names) = (part("total"), part("unit"), lang.list(part("objects").split(", ")));
        if names.is_empty() => { "{least}{total}{unit}{whole}" }
        "{total}{unit}：{names}", "{total}{unit}: {names}"
    }
}

/// The words that files write as such, as people say them.
fn word(written: &str, lang: Lang) -> Option<&'static str> {
    type Word<T> = fn(T, Lang) -> &'static str;
    fn find<T: Copy>(all: &[(T, &str)], written: &str, word: Word<T>, lang: Lang) -> Option<&'static str> {
        all.iter().find(|(_, known)| *known == written).map(|&(meant, _)| word(meant, lang))
    }
    match written {
        "true" => Some(lang.pick("是", "yes")),
        "false" => Some(lang.pick("否", "no")),
        "step" => Some(lang.pick("分步", "step")),
        "linear" => Some(lang.pick("序时推进", "even pace")),
        _ => find(&Basis::ALL, written, terms::basis, lang)
            .or_else(|| find(&State::ALL, written, terms::state, lang))
            .or_else(|| find(&Every::ALL, written, terms::every, lang))
            .or_else(|| find(&Compare::ALL, written, terms::compare, lang))
            .or_else(|| diff::known_kind(written, lang)),
    }
}

/// A key in words; one that nobody knows stays as it is.
pub fn key(key: &str, lang: Lang) -> String {
    let word = words!(lang { match key {
        "percent" => { "进度", "progress" }
        "done" => { "完成量", "done" }
        "value" => { "读数", "value" }
        "occurrence" => { "期次", "occurrence" }
        "state" => { "状态", "state" }
        "on" => { "做到日期", "reached on" }
        "note" => { "说明", "note" }
        "problem" => { "问题", "problem" }
        "next" => { "下一步", "next" }
        "attachments" => { "附件", "attachments" }
        "submitted" => { "报送日期", "submitted" }
        "reporter" => { "填报人", "reporter" }
        "approver" => { "审核人", "approver" }
        "section" => { "所在章节", "section" }
        "source" => { "出处", "clause" }
        "basis" => { "时限依据", "basis" }
        "lead" => { "责任单位", "lead" }
        "responsible" => { "牵头、配合之间的责任单位", "responsible" }
        "judged" => { "责任单位核算", "responsible judged" }
        "support" => { "配合单位", "support" }
        "disputed" => { "原文矛盾", "source contradicts itself" }
        "after" => { "前置事项", "after" }
        "key" => { "重点工作", "key" }
        "due" => { "时限", "due" }
        "milestones" => { "节点", "milestone" }
        "curve" => { "节点之间", "curve" }
        "quantity" => { "总量", "quantity" }
        "shares" => { "分担", "shares" }
        "recurring" => { "定期", "recurring" }
        "indicator" => { "指标", "indicator" }
        "standing" => { "常态", "standing" }
        "season" => { "季节", "season" }
        "start" => { "起始月", "start" }
        "end" => { "结束月", "end" }
        "report-day" => { "报送日", "report day" }
        "report-days" => { "另定报送日", "report days" }
        "sample" => { "示例数据", "sample data" }
        "full-name" => { "全称", "official name" }
        "kind" => { "类别", "kind" }
        "reports" => { "报送月报", "reports" }
        "months" => { "滞后满几个月", "months late" }
        "more-than" => { "滞后超过几个月", "months late, more than" }
        "track-until" => { "跟踪到", "followed up until" }
        "until" => { "到", "until" }
        "clause" => { "依据条款", "clause" }
        "from" => { "自", "from" }
        "to" => { "至", "to" }
        other => { other, other }
    }});
    word.to_owned()
}

words! { lang;
    /// The first line of a file that cannot be read item by item.
    pub fn not_readable() {
        "（这个文件读不成方案、任务或月报，以下按原样显示）", "(this file cannot be read as a plan, a task or a report; shown as it is)"
    }
}
