//! `report submit`: a draft becomes a report, filed on a day. The one place where today is a default.

use anyhow::{Result, anyhow};

use super::file::as_filed;
use crate::assess::open_shares;
use crate::commands::kinds::{Day, MonthName, UnitName};
use crate::commands::recording::Writing;
use crate::commands::session::Session;
use crate::commands::{Exit, Outcome, names};
use crate::edit::{self, Kind, changes, is_draft, root_value};
use crate::model::ShareIx;
use crate::text::drafting::{self, Done};
use crate::views::{Edited, Moved, Results};

command! {
    "submit" "报送": "报送：写上日期，草稿转为正式月报", "Submit a report: write its date, so that it is no longer a draft";
    pub(super) struct Arguments {
        month: MonthName = "bare -m --month", "哪个月的月报，如 2022-07、7月", "The month reported on, such as 2022-07 or 7";
        unit: UnitName = "bare -u --unit", "哪个单位的月报（标识或名称）", "The unit that reports, by id or name";
        on: Option<Day> = "--on",
            "报送日期，如 2022-07-22（默认：本机时钟的今天）",
            "Date of filing, such as 2022-07-22 (default: today by this machine's clock)";
        pub(super) writing: Writing;
    }
}

pub(super) fn run(arguments: &Arguments, session: &Session<'_>) -> Result<Outcome> {
    let (workspace, context) = (&session.workspace, session.context);
    let lang = context.lang;
    let unit = names::unit(&arguments.unit, workspace, lang)?;
    let month = names::month(Some(&arguments.month), None, workspace, lang)?;
    let (original, old) = session.report(unit, month)?;
    let path = &original.path;
    let day = match &arguments.on {
        Some(day) => names::day(day, workspace, lang)?,
        None => context.today,
    };
    if let (false, None, Some(before)) = (is_draft(&old), &arguments.on, root_value(&old, "submitted")) {
        return Err(anyhow!(drafting::submitted_before(path, &before, lang)));
    }
    let complain = |why| session.complain(path, why);
    let filed = edit::set_root(&old, Kind::Report, "draft", None).map_err(complain)?;
    let new = edit::set_root(&filed, Kind::Report, "submitted", Some(&day.to_string())).map_err(complain)?;
    let preview = session.preview_beside(&old, path, &as_filed(&new));
    preview.hold(path)?;
    let is_same = new == old;
    let is_written = !arguments.writing.is_trial() && !is_same;
    if is_written {
        session.write(&original, &new)?;
    }
    let own = |after: Results<'_>| after.workspace.shares_by(unit).map(|(ix, _)| ix).collect();
    let effect = preview.moved(month, own).map(|mut moved| {
        moved.retain(Moved::is_worth_saying);
        moved
    });
    let unreported = preview.workspace().map_or_else(Vec::new, |after| {
        let asked = open_shares(after, unit, month);
        let is_silent = |ix: &ShareIx| {
            let entries = &after.share(*ix).entries;
            !entries.iter().any(|entry| entry.month == month)
        };
        let name = |ix: ShareIx| {
            let item = after.item(after.share(ix).item);
            format!("{} {}", item.id, item.title)
        };
        asked.into_iter().filter(is_silent).map(name).collect()
    });
    let view = Edited {
        unit: workspace.unit(unit),
        month,
        path,
        done: if is_same { Done::Same } else { Done::Submitted },
        is_written,
        is_draft: false,
        changes: changes(&old, &new),
        submitted: Some(day),
        due: workspace.plan.due_day(unit, month),
        asks: None,
        unreported: Some(unreported),
        closed: if is_same { Vec::new() } else { preview.closed(month) },
        effect,
    };
    arguments.writing.delivery.deliver(&view, context, Exit::Fine)
}
