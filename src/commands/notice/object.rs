//! `notice object`: the unit does not agree, and why.

use anyhow::Result;

use super::step::{self, OnNotice};
use crate::commands::Outcome;
use crate::commands::kinds::Free;
use crate::commands::recording::{Writing, needed};
use crate::commands::session::Session;
use crate::text::recording::{Done, Step};

command! {
    "object" "异议": "登记单位的异议", "Record the unit's objection";
    pub(super) struct Arguments {
        step: OnNotice;
        text: Free = "--text", "异议的内容", "The objection, in short";
        writing: Writing;
    }
}

pub(super) fn run(arguments: &Arguments, session: &Session<'_>) -> Result<Outcome> {
    let lang = session.context.lang;
    let notice = arguments.step.notice(session)?;
    let on = arguments.step.day(session)?;
    step::refuse_twice(Step::Objection, notice, notice.objection.as_ref(), session)?;
    let values = [("objected", on.to_string()), needed("objection", &arguments.text, "--text", lang)?];
    step::record(notice, &values, Done::Objected(&notice.number), &arguments.writing, session)
}
