//! `notice lift`: a notice is no longer in force, and why.

use anyhow::{Result, anyhow};

use super::step::{self, OnNotice};
use crate::commands::Outcome;
use crate::commands::kinds::Reason;
use crate::commands::recording::{Writing, needed};
use crate::commands::session::Session;
use crate::model::Decision;
use crate::text::recording::{self as words, Done, Step};

command! {
    "lift" "解除": "登记解除", "Record that a notice is no longer in force";
    pub(super) struct Arguments {
        step: OnNotice;
        because: Reason = "--because (--reason)", "为什么解除", "The reason for lifting it";
        writing: Writing;
    }
}

pub(super) fn run(arguments: &Arguments, session: &Session<'_>) -> Result<Outcome> {
    let lang = session.context.lang;
    let notice = arguments.step.notice(session)?;
    let on = arguments.step.day(session)?;
    step::refuse_twice(Step::Lifting, notice, notice.lifted.as_ref(), session)?;
    if let Some((Decision::Withdrawn, dated)) = &notice.decision {
        let (number, place) = (&notice.number, session.at(notice.place));
        return Err(anyhow!(words::is_withdrawn(number, dated.on, &place, lang)));
    }
    let values = [("lifted", on.to_string()), needed("lifted-because", &arguments.because, "--because", lang)?];
    step::record(notice, &values, Done::Lifted(&notice.number), &arguments.writing, session)
}
