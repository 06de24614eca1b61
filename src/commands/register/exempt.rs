//! `register exempt`: an approved good reason. The lag is still computed and shown; the tier is withheld.

use anyhow::{Result, anyhow};

use crate::commands::kinds::MonthName;
use crate::commands::recording::{Approval, Said, WhichShare, Writing, newest_or};
use crate::commands::session::Session;
use crate::commands::{Outcome, names};
use crate::edit::quoted;
use crate::model::{Month, RecordKind};
use crate::text::recording::{self as words, Done};

command! {
    "exempt" "豁免": "登记豁免：滞后照算，档次不列", "Record an exemption: the lag is still shown, the tier is withheld";
    pub(super) struct Arguments {
        share: WhichShare;
        from: MonthName = "--from", "从哪个月起，如 2022-06", "First month, such as 2022-06";
        until: MonthName = "--until", "到哪个月止（含当月），如 2022-08", "Last month, such as 2022-08";
        approval: Approval;
        writing: Writing;
    }
}

pub(super) fn run(arguments: &Arguments, session: &Session<'_>) -> Result<Outcome> {
    let (workspace, lang) = (&session.workspace, session.context.lang);
    let (item, unit) = arguments.share.picked(session)?;
    let from = names::month(Some(&arguments.from), None, workspace, lang)?;
    let until = names::month(Some(&arguments.until), None, workspace, lang)?;
    let on = names::day(&arguments.approval.on, workspace, lang)?;
    let same = workspace.register.exemptions.iter().find(|exemption| {
        let share = workspace.share(exemption.share);
        (share.item, share.unit) == (item, unit) && (exemption.from, exemption.until) == (from, until)
    });
    if let Some(same) = same {
        let (id, place) = (&workspace.item(item).id, session.at(same.place));
        return Err(anyhow!(words::exempt_before(id, &same.reference, &place, lang)));
    }
    let (id, named) = (&workspace.item(item).id, workspace.unit(unit));
    let values = [
        ("item", quoted(id)),
        ("unit", quoted(&named.id)),
        ("from", quoted(&from.to_string())),
        ("until", quoted(&until.to_string())),
        ("reason", quoted(arguments.approval.because.trim())),
        ("reference", quoted(arguments.approval.reference.trim())),
        ("date", on.to_string()),
    ];
    // It shows in the newest month that it covers.
    let effect = newest_or(from, session)?.min(until.max(from));
    let entry = session.added(Month::of(on), RecordKind::Exemptions, &values)?;
    let done = Done::Exempted(id, &named.name, from, until);
    entry.record(done, &arguments.writing, |_| Said { effect: Some(effect), ..Said::default() })
}
