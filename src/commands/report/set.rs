//! `report set`: one entry of a report, in place.

use anyhow::{Result, anyhow};

use super::file::as_filed;
use super::value;
use crate::commands::kinds::{Free, MonthName, Reading, UnitName};
use crate::commands::options::WhichItem;
use crate::commands::recording::Writing;
use crate::commands::session::Session;
use crate::commands::{Exit, Outcome, names};
use crate::edit::{changes, is_draft, item_order, quoted, root_value, set_entry};
use crate::model::{Month, UnitIx};
use crate::text::drafting::{self, Done};
use crate::views::{Edited, Results};

command! {
    "set" "填":
        "填或改一个事项，注释和其他内容不动；显示这样填滞后几个月",
        "Fill in one item and leave the rest as it is; shows where the item then stands";
    examples
        "report set 2.1 60%
         report set 6.2 {5村|5} --problem {\"两个村没有开工\"|\"two villages have not begun\"}
         report set 4.1 {完成|done}
         report set 2.1 40 --month 2022-06 --unit {区住建局|housing}    {更正已报的月报|corrects a filed report}";
    pub(super) struct Arguments {
        item: WhichItem;
        value: Reading = "bare --value",
            "累计数：40、40%、5村；指标值；正常、有问题；完成、未完成、补报的期 2022-03",
            "Figure so far: 40, 40%, 5; a reading; normal, problem; done, not-done, or a month such as 2022-03 to make up for"
            with |arg| arg.allow_negative_numbers(true);
        month: Option<MonthName> = "bare -m --month",
            "哪个月的月报（默认：该单位唯一的草稿）；更正已报的月报必须写明",
            "The month reported on (default: that of the unit's only draft); needed to correct a filed report";
        unit: Option<UnitName> = "-u --unit",
            "哪个单位的月报（默认：事项唯一的责任单位）", "The unit that reports (default: the only lead unit of the item)";
        note: Option<Free> = "--note", "说明（写 \"\" 删去）", "Remarks (\"\" removes them)";
        problem: Option<Free> = "--problem", "存在问题（写 \"\" 删去）", "Problems met (\"\" removes them)";
        next: Option<Free> = "--next", "下一步（写 \"\" 删去）", "Next steps (\"\" removes them)";
        pub(super) writing: Writing;
    }
}

pub(super) fn run(arguments: &Arguments, session: &Session<'_>) -> Result<Outcome> {
    let (workspace, context) = (&session.workspace, session.context);
    let lang = context.lang;
    let item = arguments.item.picked(workspace, lang)?;
    let unit = names::lead(arguments.unit.as_deref(), item, workspace, lang)?;
    let month = month(arguments, unit, session)?;
    let mut edit = value::edit(workspace.item(item), &arguments.value, month, lang)?;
    let said = [("note", &arguments.note), ("problem", &arguments.problem), ("next", &arguments.next)];
    for (key, text) in said {
        // An empty text takes away what was said.
        let text = text.as_deref();
        let value = text.map(|text| Some(quoted(text)).filter(|_| !text.trim().is_empty()));
        edit.values.extend(value.map(|value| (key, value)));
    }
    let (original, old) = session.report(unit, month)?;
    let path = &original.path;
    let new = set_entry(&old, &edit, &item_order(&session.sources)).map_err(|why| session.complain(path, why))?;
    // The effect is that of this entry alone: a draft is taken as filed before it as well.
    let preview = session.preview_beside(&as_filed(&old), path, &as_filed(&new));
    preview.hold(path)?;
    let is_done = || !edit.values.contains(&("state", Some(quoted("problem"))));
    if let Some((taken, open)) = preview.unclear().filter(|_| is_done()) {
        let id = &workspace.item(item).id;
        let count = edit.values.iter().find(|(key, _)| *key == "done").and_then(|(_, count)| count.as_deref());
        return Err(anyhow!(drafting::which_occurrence(id, taken, count, &open, lang)));
    }
    let is_same = new == old;
    let is_written = !arguments.writing.is_trial() && !is_same;
    if is_written {
        session.write(&original, &new)?;
    }
    let shares = |after: Results<'_>| {
        after.workspace.shares_of(item).filter(|(_, share)| share.unit == unit).map(|(ix, _)| ix).collect()
    };
    let view = Edited {
        unit: workspace.unit(unit),
        month,
        path,
        done: if is_same { Done::Same } else { Done::Changed },
        is_written,
        is_draft: is_draft(&new),
        changes: changes(&old, &new),
        submitted: root_value(&new, "submitted").and_then(|day| day.parse().ok()),
        due: workspace.plan.due_day(unit, month),
        asks: None,
        unreported: None,
        closed: if is_same { Vec::new() } else { preview.closed(month) },
        effect: preview.moved(month, shares),
    };
    arguments.writing.delivery.deliver(&view, context, Exit::Fine)
}

/// The month named; else that of the only draft of the unit. What is filed is only changed by name.
fn month(arguments: &Arguments, unit: UnitIx, session: &Session<'_>) -> Result<Month> {
    let lang = session.context.lang;
    if let Some(month) = &arguments.month {
        return names::month(Some(month), None, &session.workspace, lang);
    }
    let drafts = session.drafts(unit);
    if let [month] = drafts[..] {
        return Ok(month);
    }
    let name = &session.workspace.unit(unit).name;
    let drafts: Vec<String> = drafts.iter().map(Month::to_string).collect();
    Err(anyhow!(drafting::which_month(name, &drafts, lang)))
}
