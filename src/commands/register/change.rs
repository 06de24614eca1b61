//! `register change`: an approved change of what an item is held against. The months before keep what they had.

use anyhow::{Result, anyhow};

use crate::commands::kinds::{Deadline, Milestone, MonthName};
use crate::commands::options::WhichItem;
use crate::commands::recording::{Approval, Said, Writing, moment, newest_or};
use crate::commands::session::Session;
use crate::commands::{Outcome, names};
use crate::edit::quoted;
use crate::model::{Figure, Item, Month, RecordKind, Shape, Workspace};
use crate::text::Lang;
use crate::text::recording::{self as words, Done};

command! {
    "change" "调整":
        "登记经批准的计划调整；以前的月份照原来的计划",
        "Record an approved change of the plan; earlier months keep the original plan";
    usage
        "<事项> --from <月份> <--due 时限|--milestone 月份=数>... --because <理由> --reference <文件> --on <日期>",
        "<ITEM> --from <MONTH> <--due MONTH|DAY|--milestone MONTH=NUMBER>... --because <REASON> --reference <DOCUMENT> --on <DAY>";
    examples
        "register change 2.1 --from 2022-07 --milestone 2022-09=50 --milestone 2022-12=100 --because {\"设计变更\"|\"new design\"} --reference {上政办函〔2022〕20号|\"SZBH 2022-20\"} --on 2022-07-04
         register change 2.1 --from 2022-07 --due 2022-12 --because {\"设计变更\"|\"new design\"} --reference {上政办函〔2022〕20号|\"SZBH 2022-20\"} --on 2022-07-04";
    pub(super) struct Arguments {
        item: WhichItem;
        from: MonthName = "--from",
            "从哪个月的月末起按新的算（不早于批准的当月），如 2022-07",
            "The month from whose close on it applies, not before the month of the approval";
        due: Option<Deadline> = "--due",
            "时限：月份（到月末）或日期，如 2022-09、2022-09-15",
            "Deadline: a month (its close) or a day, such as 2022-09 or 2022-09-15"
            with |arg| arg.conflicts_with_all(["milestones", "curve"]);
        milestones: Vec<Milestone> = "--milestone",
            "节点，如 2022-09=50（可重复）；按数量计的写 2022-09=6",
            "A milestone, such as 2022-09=50 (repeatable); an amount if the item has a quantity";
        curve: Option<Shape> = "--curve",
            "节点之间：step 逐级、linear 匀速（默认 step）", "Between milestones: step or linear (default: step)";
        settles: bool = "--settles",
            "这个文件核定了事项原文的矛盾（disputed），从这个月起照常定档",
            "The document settles what the item's source contradicts itself in (`disputed`): tiers apply from that month on";
        approval: Approval;
        writing: Writing;
    }
}

pub(super) fn run(arguments: &Arguments, session: &Session<'_>) -> Result<Outcome> {
    let (workspace, lang) = (&session.workspace, session.context.lang);
    let item = workspace.item(arguments.item.picked(workspace, lang)?);
    let from = names::month(Some(&arguments.from), None, workspace, lang)?;
    let on = names::day(&arguments.approval.on, workspace, lang)?;
    let mut values = vec![
        ("item", quoted(&item.id)),
        ("from", quoted(&from.to_string())),
        ("date", on.to_string()),
        ("reference", quoted(arguments.approval.reference.trim())),
        ("reason", quoted(arguments.approval.because.trim())),
    ];
    values.extend(arguments.settles.then(|| ("settles", "true".to_owned())));
    if arguments.due.is_none() && arguments.milestones.is_empty() {
        return Err(anyhow!(words::due_or_milestones(lang)));
    }
    if let Some(due) = &arguments.due {
        values.push(("due", moment(due, workspace, lang)?));
    } else {
        // An even pace from the first working day on starts at the close of the month before the plan.
        let is_even = arguments.curve == Some(Shape::Linear);
        let each = arguments.milestones.iter().enumerate();
        let each = each.map(|(at, written)| milestone(written, item, is_even && at == 0, workspace, lang));
        let each: Vec<String> = each.collect::<Result<_>>()?;
        let word = |curve| Shape::ALL.iter().find(|(known, _)| *known == curve).map(|(_, word)| quoted(word));
        values.extend(arguments.curve.and_then(word).map(|word| ("curve", word)));
        values.push(("milestones", format!("[{}]", each.join(", "))));
    }
    let effect = newest_or(from, session)?;
    let entry = session.added(Month::of(on), RecordKind::Changes, &values)?;
    let done = Done::Changed(&item.id, from);
    entry.record(done, &arguments.writing, |_| Said { effect: Some(effect), ..Said::default() })
}

/// `2022-09=50`. Where something is counted, a bare number is an amount and only one with a sign is percent.
fn milestone(written: &str, item: &Item, may_be_baseline: bool, workspace: &Workspace, lang: Lang) -> Result<String> {
    let counted = item.quantity.as_ref().map(|quantity| quantity.unit.as_str());
    let refused = || anyhow!(words::not_a_milestone(written, counted, lang));
    let plain = written.replace('＝', "=").replace('％', "%");
    let (by, level) = plain.split_once('=').ok_or_else(refused)?;
    let baseline = workspace.plan.start.plus(-1);
    let by = match names::dated_month(by) {
        Some(month) if may_be_baseline && month == baseline => quoted(&month.to_string()),
        _ => moment(by, workspace, lang)?,
    };
    let level = level.trim();
    let (key, number) = match (level.strip_suffix('%'), counted) {
        (Some(percent), _) => ("percent", percent),
        (None, None) => ("percent", level),
        (None, Some(unit)) => ("amount", level.strip_suffix(unit).unwrap_or(level)),
    };
    let number = Figure::parse(number.trim(), 4).map_err(|_| refused())?;
    Ok(format!("{{ by = {by}, {key} = {number} }}"))
}
