//! Task files.

use shangdang::model::Month;

use crate::district::{District, Item, Task};
use crate::plan::line;
use crate::schedule::Kind;

/// The file of a task.
pub(crate) fn of(task: &Task, district: &District) -> String {
    let id = |unit: usize| district.units[unit].id.as_str();
    let support = task.support.map(|unit| format!("\"{}\"", id(unit)));
    let mut text = String::from("# 示例数据，非真实情况\n\n");
    line(&mut text, format_args!("number = {}", task.number));
    line(&mut text, format_args!("title = \"{}\"", task.title));
    line(&mut text, format_args!("section = \"二（{}）\"", task.number));
    line(&mut text, format_args!("lead = [\"{}\"]", id(task.lead)));
    let support = support.unwrap_or_default();
    line(&mut text, format_args!("support = [{support}]"));
    line(&mut text, format_args!("key = true"));
    for item in &task.items {
        add(item, task, &id, &mut text);
    }
    text
}

/// The keys come in the order in which `fmt` lays them out.
fn add<'a>(item: &Item, task: &Task, id: &impl Fn(usize) -> &'a str, text: &mut String) {
    line(text, format_args!("\n[[items]]"));
    line(text, format_args!("id = \"{}\"", item.id));
    line(text, format_args!("title = \"{}\"", item.title));
    line(text, format_args!("source = \"二（{}）{}\"", task.number, item.id));
    if !matches!(item.kind, Kind::Standing(_) | Kind::Unscheduled) {
        line(text, format_args!("basis = \"{}\"", item.basis));
    }
    if let Some(partner) = item.partner {
        let (lead, partner) = (id(task.lead), id(partner));
        line(text, format_args!("lead = [\"{lead}\", \"{partner}\"]"));
    }
    if !item.is_key {
        line(text, format_args!("key = false"));
    }
    match &item.kind {
        Kind::Due(month) => line(text, format_args!("due = \"{month}\"")),
        Kind::DueDay(month, day) => line(text, format_args!("due = {}", month.day(*day))),
        Kind::Steps(points) => milestones(points, "percent", text),
        Kind::Pace(points) => {
            line(text, format_args!("curve = \"linear\""));
            milestones(points, "percent", text);
        }
        Kind::Quantity { total, unit, amounts, portions } => {
            let quantity = format_args!("quantity = {{ total = {total}, unit = \"{unit}\" }}");
            line(text, quantity);
            if let (Some([first, second]), Some(partner)) = (portions, item.partner) {
                let (lead, partner) = (id(task.lead), id(partner));
                let shares = format_args!("shares = {{ {lead} = {first}, {partner} = {second} }}");
                line(text, shares);
            }
            milestones(amounts, "amount", text);
        }
        Kind::Every(word, _) => line(text, format_args!("recurring = {{ every = \"{word}\" }}")),
        Kind::Months(months) => {
            let months: Vec<String> = months.iter().map(|month| format!("\"{month}\"")).collect();
            let months = months.join(", ");
            line(text, format_args!("recurring = {{ months = [{months}] }}"));
        }
        Kind::AtLeast { target, due } => {
            indicator("at-least", &format!("{}.{}", target / 10, target % 10), "%", *due, text);
        }
        Kind::Below { target, due } => {
            indicator("below", &format!("{}.{:02}", target / 100, target % 100), "毫克/升", *due, text);
        }
        Kind::Standing(season) => {
            line(text, format_args!("standing = true"));
            if let Some(season) = season {
                line(text, format_args!("season = \"{season}\""));
            }
        }
        Kind::Unscheduled => {}
    }
}

fn milestones(points: &[(Month, u32)], key: &str, text: &mut String) {
    line(text, format_args!("milestones = ["));
    for (month, level) in points {
        line(text, format_args!("    {{ by = \"{month}\", {key} = {level} }},"));
    }
    line(text, format_args!("]"));
}

fn indicator(compare: &str, target: &str, unit: &str, due: Month, text: &mut String) {
    let keys = format_args!(
        "indicator = {{ compare = \"{compare}\", target = {target}, unit = \"{unit}\", due = \"{due}\" }}"
    );
    line(text, keys);
}
