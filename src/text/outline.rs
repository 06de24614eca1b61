//! Words for a file shown by itself, item by item. Names come from the plan where there is one, else ids stand alone.

use std::collections::BTreeMap;

use super::{Lang, diff, terms};
use crate::load::{Heading, Line};
use crate::model::{Basis, Compare, Every, Month, State, UnitKind, Workspace};

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

/// A key and its value in one line; none where nothing is said.
pub fn line(line: &Line, names: &Names, lang: Lang) -> Option<String> {
    let value = said(line, names, lang);
    (!value.is_empty()).then(|| format!("{} {value}", key(&line.key, lang)))
}

/// A value in words.
pub fn said(line: &Line, names: &Names, lang: Lang) -> String {
    let written = line.value.as_str();
    match line.key.as_str() {
        "percent" => format!("{written}%"),
        "lead" | "support" if !written.is_empty() => {
            let units = written.split(", ").map(|id| names.unit(id).to_owned());
            lang.list(units)
        }
        _ if line.parts.is_empty() => word(written, lang).unwrap_or(written).to_owned(),
        "milestones" => {
            let shown = |(key, value): &(String, String)| match key.as_str() {
                "percent" => format!("{value}%"),
                _ => value.clone(),
            };
            let parts: Vec<String> = line.parts.iter().map(shown).collect();
            parts.join(" ")
        }
        "shares" | "report-days" => {
            let shown = |(key, value): &(String, String)| format!("{} {value}", names.unit(key));
            lang.list(line.parts.iter().map(shown))
        }
        "quantity" => {
            let parts = line.parts.iter().map(|(_, value)| value.as_str());
            parts.collect()
        }
        _ => {
            let shown = |(_, value): &(String, String)| word(value, lang).unwrap_or(value).to_owned();
            let parts: Vec<String> = line.parts.iter().map(shown).collect();
            parts.join(" ")
        }
    }
}

/// The words that stand for themselves in the files, as people say them.
fn word(written: &str, lang: Lang) -> Option<&'static str> {
    fn find<T: Copy>(
        all: &[(T, &'static str)],
        written: &str,
        word: impl Fn(T, Lang) -> &'static str,
        lang: Lang,
    ) -> Option<&'static str> {
        let found = all.iter().find(|(_, known)| *known == written);
        found.map(|&(meant, _)| word(meant, lang))
    }
    match written {
        "true" => return Some(lang.pick("是", "yes")),
        "false" => return Some(lang.pick("否", "no")),
        "step" => return Some(lang.pick("分步", "step")),
        "linear" => return Some(lang.pick("序时推进", "even pace")),
        _ => {}
    }
    find(&Basis::ALL, written, terms::basis, lang)
        .or_else(|| find(&State::ALL, written, terms::state, lang))
        .or_else(|| find(&Every::ALL, written, terms::every, lang))
        .or_else(|| find(&Compare::ALL, written, terms::compare, lang))
        .or_else(|| find(&UnitKind::ALL, written, diff::unit_kind, lang))
}

/// A key in words; one that nobody knows stays as it is.
pub fn key(key: &str, lang: Lang) -> String {
    let word = match key {
        "percent" => lang.pick("进度", "progress"),
        "done" => lang.pick("完成量", "done"),
        "value" => lang.pick("读数", "value"),
        "occurrence" => lang.pick("期次", "occurrence"),
        "state" => lang.pick("状态", "state"),
        "note" => lang.pick("说明", "note"),
        "problem" => lang.pick("问题", "problem"),
        "next" => lang.pick("下一步", "next"),
        "attachments" => lang.pick("附件", "attachments"),
        "submitted" => lang.pick("报送日期", "submitted"),
        "reporter" => lang.pick("填报人", "reporter"),
        "approver" => lang.pick("审核人", "approver"),
        "section" => lang.pick("所在章节", "section"),
        "source" => lang.pick("出处", "clause"),
        "basis" => lang.pick("时限依据", "basis"),
        "lead" => lang.pick("责任单位", "lead"),
        "support" => lang.pick("配合单位", "support"),
        "key" => lang.pick("重点工作", "key"),
        "due" => lang.pick("时限", "due"),
        "milestones" => lang.pick("节点", "milestone"),
        "curve" => lang.pick("节点之间", "curve"),
        "quantity" => lang.pick("总量", "quantity"),
        "shares" => lang.pick("分担", "shares"),
        "recurring" => lang.pick("定期", "recurring"),
        "indicator" => lang.pick("指标", "indicator"),
        "standing" => lang.pick("常态", "standing"),
        "season" => lang.pick("季节", "season"),
        "start" => lang.pick("起始月", "start"),
        "end" => lang.pick("结束月", "end"),
        "report-day" => lang.pick("报送日", "report day"),
        "report-days" => lang.pick("另定报送日", "report days"),
        "sample" => lang.pick("示例数据", "sample data"),
        "full-name" => lang.pick("全称", "official name"),
        "kind" => lang.pick("类别", "kind"),
        "reports" => lang.pick("报送月报", "reports"),
        "months" => lang.pick("滞后满几个月", "months late"),
        "clause" => lang.pick("依据条款", "clause"),
        "from" => lang.pick("自", "from"),
        "to" => lang.pick("至", "to"),
        other => other,
    };
    word.to_owned()
}

/// The first line of a file that cannot be read item by item.
pub fn not_readable(lang: Lang) -> &'static str {
    lang.pick(
        "（这个文件读不成方案、任务或月报，以下按原样显示）",
        "(this file does not read as a plan, a task or a report; shown as it is)",
    )
}
