//! `notice reply`: the unit has answered.

use anyhow::Result;

use super::step::{self, OnNotice};
use crate::commands::Outcome;
use crate::commands::kinds::Free;
use crate::commands::recording::{Writing, given};
use crate::commands::session::Session;
use crate::text::recording::{Done, Step};

command! {
    "reply" "答复": "登记单位的答复", "Record the unit's answer";
    pub(super) struct Arguments {
        step: OnNotice;
        text: Option<Free> = "--text", "答复的内容", "The answer, in short";
        writing: Writing;
    }
}

pub(super) fn run(arguments: &Arguments, session: &Session<'_>) -> Result<Outcome> {
    let notice = arguments.step.notice(session)?;
    let on = arguments.step.day(session)?;
    step::refuse_twice(Step::Reply, notice, notice.reply.as_ref(), session)?;
    let mut values = vec![("replied", on.to_string())];
    values.extend(given("reply", arguments.text.as_deref()));
    step::record(notice, &values, Done::Replied(&notice.number), &arguments.writing, session)
}
