//! 文书: a notice that was sent, and what came of it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Known, Record, Written, check_decided, check_order, dated, needs, text};
use crate::load::faults::Faults;
use crate::load::plan::{Span, check_covered};
use crate::load::reader::{Names, Table, Value};
use crate::model::{Dated, Decision, Month, Notice, ShareIx, number_key};
use crate::problem::Problem;
use crate::source::{Located, Place};

/// One of `[[notices]]`.
pub(super) struct NoticeDocument {
    place: Place,
    number: Option<Located<String>>,
    date: Option<Located<NaiveDate>>,
    unit: Option<Located<String>>,
    tier: Option<Located<String>>,
    items: Option<Names>,
    approver: String,
    against_seal: String,
    reply_due: Option<Located<NaiveDate>>,
    reply: Option<Located<Dated>>,
    objection: Option<Located<Dated>>,
    decision: Option<(Decision, Located<Dated>)>,
    lifted: Option<Located<Dated>>,
}

impl Written for NoticeDocument {
    fn read(table: Table<'_>) -> Self {
        let document = Self {
            place: table.place(),
            number: table.title("number"),
            date: table.require("date").and_then(Value::day),
            unit: table.require("unit").and_then(Value::text),
            tier: table.require("tier").and_then(Value::text),
            items: table.require("items").and_then(|_| table.names("items")),
            approver: text(&table, "approver"),
            against_seal: table.remark("against-seal"),
            reply_due: table.get("reply-due").and_then(Value::day),
            reply: dated(&table, "replied", "reply"),
            objection: dated(&table, "objected", "objection"),
            decision: decision(&table),
            lifted: dated(&table, "lifted", "lifted-because"),
        };
        table.finish();
        document
    }
}

/// The decision, its day and its reason, none of which says anything alone.
fn decision(table: &Table<'_>) -> Option<(Decision, Located<Dated>)> {
    let decided = table.get("decided").and_then(Value::day);
    let decision = table.get("decision");
    let has_decision = decision.is_some();
    let decision = decision.and_then(|word| word.choice(&Decision::ALL));
    let note = table.get("decision-note").and_then(Value::text);
    if let (Some(decided), false) = (decided, has_decision) {
        needs(table, decided.place, "decided", "decision");
    }
    if let (Some(decision), None) = (decision, decided) {
        needs(table, decision.place, "decision", "decided");
    }
    if let (Some(note), false) = (&note, has_decision) {
        needs(table, note.place, "decision-note", "decision");
    }
    let text = note.map_or_else(String::new, |note| note.value);
    decision.zip(decided).map(|(decision, decided)| (decision.value, decided.map(|on| Dated { on, text })))
}

impl NoticeDocument {
    /// Its days one after the other.
    fn check_days(&self, month: Option<Month>, known: &impl Known, faults: &Faults) {
        let date = self.date;
        if let (Some(date), Some(month)) = (date, month) {
            let span = Span::of(known.plan());
            check_covered(month, span, faults.top(), faults);
            check_decided(month, date, Some(month.plus(12)), known.plan(), faults);
        }
        let day = |dated: &Located<Dated>| Located::new(dated.value.on, dated.place);
        let objected = self.objection.as_ref().map(day);
        let decided = self.decision.as_ref().map(|(_, dated)| day(dated));
        check_order(date, "date", self.reply_due, faults);
        check_order(date, "date", self.reply.as_ref().map(day), faults);
        check_order(date, "date", objected, faults);
        check_order(date, "date", self.lifted.as_ref().map(day), faults);
        match objected {
            Some(_) => check_order(objected, "objected", decided, faults),
            None => check_order(date, "date", decided, faults),
        }
    }
}

impl Record for NoticeDocument {
    type Kept = Notice;
    /// The numbers, as they are compared.
    type Seen = BTreeMap<String, Place>;

    fn keep(self, month: Option<Month>, seen: &mut Self::Seen, known: &impl Known, faults: &Faults) -> Option<Notice> {
        self.check_days(month, known, faults);
        if let Some(number) = &self.number
            && let Some(first) = seen.insert(number_key(&number.value), number.place)
        {
            faults.report_pair(number.place, first, Problem::DuplicateRecord);
        }
        let tier = self.tier.as_ref().and_then(|tier| known.tier(tier, faults));
        let unit = self.unit.as_ref().and_then(|unit| known.unit(unit, faults));
        let items = self.items.unwrap_or_default();
        let mut shares: Vec<ShareIx> = Vec::new();
        let mut is_sound = !items.is_lost;
        if items.names.is_empty() && !items.is_lost {
            faults.report(self.place, Problem::EmptyText { key: "items" });
            is_sound = false;
        }
        for item in &items.names {
            let share = known.share(Some(item), unit, faults);
            is_sound &= share.is_some_and(|share| !shares.contains(&share));
            shares.extend(share);
        }
        Some(Notice {
            month: month?,
            number: self.number?.value,
            date: self.date?.value,
            unit: unit?,
            tier: tier?,
            shares: is_sound.then_some(shares)?,
            approver: self.approver,
            against_seal: self.against_seal,
            reply_due: self.reply_due.map(|day| day.value),
            reply: self.reply.map(|dated| dated.value),
            objection: self.objection.map(|dated| dated.value),
            decision: self.decision.map(|(decision, dated)| (decision, dated.value)),
            lifted: self.lifted.map(|dated| dated.value),
            place: self.place,
        })
    }
}
