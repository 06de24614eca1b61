//! `notice decide`: the office has looked at it again and upholds or withdraws it.

use anyhow::{Result, anyhow};

use super::step::{self, OnNotice};
use crate::commands::Outcome;
use crate::commands::kinds::{DecisionWord, Free};
use crate::commands::recording::{Writing, given};
use crate::commands::session::Session;
use crate::edit::quoted;
use crate::model::{Dated, Decision};
use crate::text::Lang;
use crate::text::recording::{self as words, Done, Step};

command! {
    "decide" "复核": "登记复核结果：维持或撤销", "Record the decision on the objection: upheld or withdrawn";
    pub(super) struct Arguments {
        step: OnNotice;
        decision: DecisionWord = "bare",
            "复核结果：维持（upheld）、撤销（withdrawn，视为没有发过）",
            "The decision: upheld, or withdrawn (counts as never sent)";
        note: Option<Free> = "--note", "说明", "Remarks";
        writing: Writing;
    }
}

pub(super) fn run(arguments: &Arguments, session: &Session<'_>) -> Result<Outcome> {
    let lang = session.context.lang;
    let notice = arguments.step.notice(session)?;
    let decision = words::read_decision(arguments.decision.trim()).ok_or_else(|| {
        let known = Decision::ALL.map(|(known, id)| (id, words::decision(known, Lang::Zh)));
        anyhow!(words::not_a_word(&arguments.decision, &known, lang))
    })?;
    let on = arguments.step.day(session)?;
    let there = notice
        .decision
        .as_ref()
        .map(|(known, dated)| Dated { on: dated.on, text: words::decided(*known, &dated.text, lang) });
    step::refuse_twice(Step::Decision, notice, there.as_ref(), session)?;
    let mut values = vec![("decided", on.to_string()), ("decision", quoted(decision.id()))];
    values.extend(given("decision-note", arguments.note.as_deref()));
    step::record(notice, &values, Done::Decided(&notice.number, decision), &arguments.writing, session)
}
