//! One step in the life of a notice that is on record: it is found by its number, and nothing that stands there is
//! written over.

use anyhow::{Result, anyhow};
use chrono::NaiveDate;

use crate::commands::kinds::{Day, NoticeNumber};
use crate::commands::recording::{Said, Value, Writing};
use crate::commands::session::Session;
use crate::commands::{Outcome, names};
use crate::model::{Dated, Notice, RecordKind, Workspace};
use crate::text::recording::{self as words, Done, Step};

options! {
    /// Which notice, and when.
    pub(super) struct OnNotice {
        number: NoticeNumber = "bare",
            "发文字号，一字不差，如 上水防办函〔2022〕5号", "The number of the notice, as printed";
        on: Day = "--on", "哪天，如 2022-07-12", "The date, such as 2022-07-12";
    }
}

impl OnNotice {
    /// The notice with this number.
    pub(super) fn notice<'a>(&self, session: &'a Session<'_>) -> Result<&'a Notice> {
        names::notice(&self.number, &session.workspace, session.context.lang)
    }

    /// The day of the step.
    pub(super) fn day(&self, session: &Session<'_>) -> Result<NaiveDate> {
        names::day(&self.on, &session.workspace, session.context.lang)
    }
}

/// Refuses a step that is recorded already.
pub(super) fn refuse_twice(step: Step, notice: &Notice, there: Option<&Dated>, session: &Session<'_>) -> Result<()> {
    let Some(Dated { on, text }) = there else {
        return Ok(());
    };
    let (place, lang) = (session.at(notice.place), session.context.lang);
    Err(anyhow!(words::step_is_there(step, &notice.number, *on, text, &place, lang)))
}

/// Records a step, and says how the notice stands with it.
pub(super) fn record(
    notice: &Notice,
    values: &[Value],
    done: Done<'_>,
    writing: &Writing,
    session: &Session<'_>,
) -> Result<Outcome> {
    session.set(notice.month, RecordKind::Notices, notice.place, values)?.record(done, writing, |now| Said {
        standing: find(now.workspace, &notice.number).map(|notice| notice.standing(None)),
        ..Said::default()
    })
}

fn find<'a>(workspace: &'a Workspace, number: &str) -> Option<&'a Notice> {
    let mut notices = workspace.register.notices.iter();
    notices.find(|notice| notice.is_numbered(number))
}
