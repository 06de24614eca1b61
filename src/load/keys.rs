//! Every key of every file: its name, the form of its value, and whether it has to be there; in the order in which
//! files are laid out. The reader asks for nothing that is not here, and editors, `help` and `fmt` learn it from here.

use crate::model::{Basis, Compare, Decision, Every, NoticeKind, Outcome, RecordKind, Shape, State, UnitKind};
use crate::problem::DecimalRule;

/// The keys of one kind of table.
#[derive(Debug)]
pub struct Keys {
    /// What the table stands for: `plan`, `unit`, `entry`.
    pub name: &'static str,
    /// Its keys, in the order in which they are laid out.
    pub keys: &'static [Key],
}

/// A key.
#[derive(Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What may stand behind it.
    pub form: Form,
    /// Whether it has to be there.
    pub is_required: bool,
}

/// The form of a value.
#[derive(Debug)]
pub enum Form {
    /// Any text.
    Text,
    /// A text that says something.
    Title,
    /// A name made of `[a-z0-9-]`.
    Id,
    /// An item's id: number of the task, point, number.
    ItemId,
    /// A finding's id: number of the task, point, `d`, number.
    FindingId,
    /// A month label: `"2022-06"`.
    Month,
    /// A day: `2022-06-15`.
    Day,
    /// A month label or a day.
    Moment,
    /// A day of any year: `"06-01"`.
    DayOfYear,
    /// `true` or `false`.
    Switch,
    /// A number.
    Number(DecimalRule),
    /// One of several words.
    Choice(&'static [&'static str]),
    /// A list of texts.
    Texts,
    /// A list of ids.
    Ids,
    /// A list of month labels.
    Months,
    /// A table.
    Table(&'static Keys),
    /// A list of tables.
    Tables(&'static Keys),
    /// A table whose keys the user chooses, each with a value of this form.
    Named(&'static Form),
}

impl Keys {
    /// A key by its name.
    pub fn get(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// The names.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + Clone + use<> {
        self.keys.iter().map(|key| key.name)
    }
}

const fn required(name: &'static str, form: Form) -> Key {
    Key { name, form, is_required: true }
}

const fn optional(name: &'static str, form: Form) -> Key {
    Key { name, form, is_required: false }
}

/// The words of a choice.
const fn words<T: Copy, const N: usize>(all: &[(T, &'static str); N]) -> [&'static str; N] {
    let mut words = [""; N];
    let mut at = 0;
    while at < N {
        words[at] = all[at].1;
        at += 1;
    }
    words
}

const UNIT_KINDS: &[&str] = &words(&UnitKind::ALL);
const BASES: &[&str] = &words(&Basis::ALL);
const SHAPES: &[&str] = &words(&Shape::ALL);
const COMPARISONS: &[&str] = &words(&Compare::ALL);
const PERIODS: &[&str] = &words(&Every::ALL);
const STATES: &[&str] = &words(&State::ALL);
const DECISIONS: &[&str] = &words(&Decision::ALL);
const NOTICE_KINDS: &[&str] = &words(&NoticeKind::ALL);
const OUTCOMES: &[&str] = &words(&Outcome::ALL);

/// The kinds of files with their keys.
pub const FILES: [&Keys; 10] =
    [&PLAN, &TASK, &REPORT, &NOTICES, &VERIFICATIONS, &EXEMPTIONS, &FINDINGS, &CHANGES, &ASSESSMENTS, &CLOSINGS];

/// `plan.toml`
pub const PLAN: Keys = Keys {
    name: "plan",
    keys: &[
        required("title", Form::Title),
        required("start", Form::Month),
        required("end", Form::Month),
        required("report-day", Form::Number(DecimalRule::Whole)),
        optional("sample", Form::Switch),
        optional("accountability-rule", Form::Text),
        optional("office", Form::Table(&OFFICE)),
        optional("report-days", Form::Named(&Form::Day)),
        optional("seasons", Form::Named(&Form::Table(&SEASON))),
        optional("members", Form::Texts),
        optional("units", Form::Named(&Form::Table(&UNIT))),
        optional("tiers", Form::Tables(&TIER)),
    ],
};

/// `[office]`
pub const OFFICE: Keys = Keys {
    name: "office",
    keys: &[
        optional("name", Form::Text),
        optional("letter-code", Form::Text),
        optional("circular-code", Form::Text),
        optional("contact", Form::Text),
        optional("phone", Form::Text),
        optional("addressees", Form::Text),
        optional("copies", Form::Texts),
    ],
};

/// `[seasons]`
pub const SEASON: Keys =
    Keys { name: "season", keys: &[required("from", Form::DayOfYear), required("to", Form::DayOfYear)] };

/// `[units.…]`
pub const UNIT: Keys = Keys {
    name: "unit",
    keys: &[
        required("name", Form::Title),
        optional("full-name", Form::Text),
        required("kind", Form::Choice(UNIT_KINDS)),
        optional("reports", Form::Switch),
    ],
};

/// `[[tiers]]`
pub const TIER: Keys = Keys {
    name: "tier",
    keys: &[
        required("id", Form::Id),
        required("name", Form::Title),
        required("months", Form::Number(DecimalRule::Whole)),
        optional("clause", Form::Text),
        optional("notice", Form::Choice(NOTICE_KINDS)),
    ],
};

/// A file in `tasks/`.
pub const TASK: Keys = Keys {
    name: "task",
    keys: &[
        required("number", Form::Number(DecimalRule::Whole)),
        required("title", Form::Title),
        optional("section", Form::Text),
        optional("lead", Form::Ids),
        optional("support", Form::Ids),
        optional("key", Form::Switch),
        optional("items", Form::Tables(&ITEM)),
    ],
};

/// `[[items]]`
pub const ITEM: Keys = Keys {
    name: "item",
    keys: &[
        required("id", Form::ItemId),
        required("title", Form::Title),
        optional("source", Form::Text),
        optional("basis", Form::Choice(BASES)),
        optional("note", Form::Text),
        optional("lead", Form::Ids),
        optional("support", Form::Ids),
        optional("key", Form::Switch),
        optional("quantity", Form::Table(&QUANTITY)),
        optional("shares", Form::Named(&Form::Number(DecimalRule::PositiveAmount))),
        optional("due", Form::Moment),
        optional("curve", Form::Choice(SHAPES)),
        optional("milestones", Form::Tables(&MILESTONE)),
        optional("recurring", Form::Table(&RECURRING)),
        optional("indicator", Form::Table(&INDICATOR)),
        optional("standing", Form::Switch),
        optional("season", Form::Text),
    ],
};

/// The schedule keys of an item, of which it has at most one.
pub const SCHEDULES: [&str; 5] = ["due", "milestones", "recurring", "indicator", "standing"];

/// `quantity = { … }`
pub const QUANTITY: Keys = Keys {
    name: "quantity",
    keys: &[required("total", Form::Number(DecimalRule::PositiveAmount)), required("unit", Form::Title)],
};

/// One of `milestones`; it has `percent` or `amount`.
pub const MILESTONE: Keys = Keys {
    name: "milestone",
    keys: &[
        required("by", Form::Moment),
        optional("percent", Form::Number(DecimalRule::Percent)),
        optional("amount", Form::Number(DecimalRule::Amount)),
    ],
};

/// `recurring = { … }`; it has `every` or `months`.
pub const RECURRING: Keys =
    Keys { name: "recurring", keys: &[optional("every", Form::Choice(PERIODS)), optional("months", Form::Months)] };

/// `indicator = { … }`
pub const INDICATOR: Keys = Keys {
    name: "indicator",
    keys: &[
        required("compare", Form::Choice(COMPARISONS)),
        required("target", Form::Number(DecimalRule::Value)),
        optional("unit", Form::Text),
        required("due", Form::Moment),
        optional("binding", Form::Switch),
    ],
};

/// A file in `reports/<month>/`.
pub const REPORT: Keys = Keys {
    name: "report",
    keys: &[
        required("month", Form::Month),
        required("unit", Form::Text),
        optional("draft", Form::Switch),
        optional("submitted", Form::Day),
        optional("reporter", Form::Text),
        optional("approver", Form::Text),
        optional("entries", Form::Tables(&ENTRY)),
    ],
};

/// `[[entries]]`
pub const ENTRY: Keys = Keys {
    name: "entry",
    keys: &[
        required("item", Form::Text),
        optional("percent", Form::Number(DecimalRule::Percent)),
        optional("done", Form::Number(DecimalRule::Amount)),
        optional("value", Form::Number(DecimalRule::Value)),
        optional("occurrence", Form::Month),
        optional("state", Form::Choice(STATES)),
        optional("note", Form::Text),
        optional("problem", Form::Text),
        optional("next", Form::Text),
        optional("attachments", Form::Texts),
    ],
};

/// The keys of a file of the register.
pub fn register(kind: RecordKind) -> &'static Keys {
    match kind {
        RecordKind::Notices => &NOTICES,
        RecordKind::Verifications => &VERIFICATIONS,
        RecordKind::Exemptions => &EXEMPTIONS,
        RecordKind::Findings => &FINDINGS,
        RecordKind::Changes => &CHANGES,
        RecordKind::Assessments => &ASSESSMENTS,
        RecordKind::Closings => &CLOSINGS,
    }
}

/// The keys of one record of the register.
pub fn record(kind: RecordKind) -> &'static Keys {
    match kind {
        RecordKind::Notices => &NOTICE,
        RecordKind::Verifications => &VERIFICATION,
        RecordKind::Exemptions => &EXEMPTION,
        RecordKind::Findings => &FINDING,
        RecordKind::Changes => &CHANGE,
        RecordKind::Assessments => &ASSESSMENT,
        RecordKind::Closings => &CLOSING,
    }
}

/// `register/<month>/notices.toml`
pub const NOTICES: Keys =
    Keys { name: "notices", keys: &[required("month", Form::Month), optional("notices", Form::Tables(&NOTICE))] };

/// One of `[[notices]]`
pub const NOTICE: Keys = Keys {
    name: "notice",
    keys: &[
        required("number", Form::Title),
        required("date", Form::Day),
        required("unit", Form::Text),
        required("tier", Form::Text),
        required("items", Form::Texts),
        required("approver", Form::Title),
        optional("reply-due", Form::Day),
        optional("replied", Form::Day),
        optional("reply", Form::Text),
        optional("objected", Form::Day),
        optional("objection", Form::Text),
        optional("decided", Form::Day),
        optional("decision", Form::Choice(DECISIONS)),
        optional("decision-note", Form::Text),
        optional("lifted", Form::Day),
        optional("lifted-because", Form::Text),
    ],
};

/// `register/<month>/verifications.toml`
pub const VERIFICATIONS: Keys = Keys {
    name: "verifications",
    keys: &[required("month", Form::Month), optional("verifications", Form::Tables(&VERIFICATION))],
};

/// One of `[[verifications]]`
pub const VERIFICATION: Keys = Keys {
    name: "verification",
    keys: &[
        required("item", Form::Text),
        required("unit", Form::Text),
        required("date", Form::Day),
        required("by", Form::Title),
        required("outcome", Form::Choice(OUTCOMES)),
        optional("note", Form::Text),
    ],
};

/// `register/<month>/exemptions.toml`
pub const EXEMPTIONS: Keys = Keys {
    name: "exemptions",
    keys: &[required("month", Form::Month), optional("exemptions", Form::Tables(&EXEMPTION))],
};

/// One of `[[exemptions]]`
pub const EXEMPTION: Keys = Keys {
    name: "exemption",
    keys: &[
        required("item", Form::Text),
        required("unit", Form::Text),
        required("from", Form::Month),
        required("until", Form::Month),
        required("reason", Form::Title),
        required("reference", Form::Title),
        required("date", Form::Day),
    ],
};

/// `register/<month>/findings.toml`
pub const FINDINGS: Keys =
    Keys { name: "findings", keys: &[required("month", Form::Month), optional("findings", Form::Tables(&FINDING))] };

/// One of `[[findings]]`
pub const FINDING: Keys = Keys {
    name: "finding",
    keys: &[
        required("id", Form::FindingId),
        required("title", Form::Title),
        required("date", Form::Day),
        required("by", Form::Title),
        optional("source", Form::Text),
        optional("basis", Form::Choice(BASES)),
        optional("note", Form::Text),
        optional("lead", Form::Ids),
        optional("support", Form::Ids),
        optional("key", Form::Switch),
        optional("quantity", Form::Table(&QUANTITY)),
        optional("shares", Form::Named(&Form::Number(DecimalRule::PositiveAmount))),
        optional("due", Form::Moment),
        optional("curve", Form::Choice(SHAPES)),
        optional("milestones", Form::Tables(&MILESTONE)),
        optional("recurring", Form::Table(&RECURRING)),
        optional("indicator", Form::Table(&INDICATOR)),
        optional("standing", Form::Switch),
        optional("season", Form::Text),
    ],
};

/// `register/<month>/changes.toml`
pub const CHANGES: Keys =
    Keys { name: "changes", keys: &[required("month", Form::Month), optional("changes", Form::Tables(&CHANGE))] };

/// One of `[[changes]]`
pub const CHANGE: Keys = Keys {
    name: "change",
    keys: &[
        required("item", Form::Text),
        required("from", Form::Month),
        required("date", Form::Day),
        required("reference", Form::Title),
        required("reason", Form::Title),
        optional("due", Form::Moment),
        optional("curve", Form::Choice(SHAPES)),
        optional("milestones", Form::Tables(&MILESTONE)),
    ],
};

/// `register/<month>/assessments.toml`
pub const ASSESSMENTS: Keys = Keys {
    name: "assessments",
    keys: &[required("month", Form::Month), optional("assessments", Form::Tables(&ASSESSMENT))],
};

/// One of `[[assessments]]`
pub const ASSESSMENT: Keys = Keys {
    name: "assessment",
    keys: &[
        required("year", Form::Number(DecimalRule::Whole)),
        required("unit", Form::Text),
        required("date", Form::Day),
        required("by", Form::Title),
        required("outcome", Form::Choice(OUTCOMES)),
        optional("reference", Form::Text),
        optional("note", Form::Text),
    ],
};

/// `register/<month>/closings.toml`
pub const CLOSINGS: Keys =
    Keys { name: "closings", keys: &[required("month", Form::Month), optional("closings", Form::Tables(&CLOSING))] };

/// One of `[[closings]]`
pub const CLOSING: Keys = Keys {
    name: "closing",
    keys: &[
        required("date", Form::Day),
        required("by", Form::Title),
        optional("previous", Form::Text),
        required("seal", Form::Title),
        optional("reopened", Form::Day),
        optional("reopened-because", Form::Text),
        required("files", Form::Texts),
        required("verdicts", Form::Texts),
        optional("notices", Form::Texts),
    ],
};

/// The keys of an entry that say how it stands.
pub const READINGS: [&str; 5] = ["percent", "done", "value", "occurrence", "state"];
