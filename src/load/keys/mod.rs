//! Every key of every file: its name, the form of its value, whether it has to be there, an example, and what it means
//! in both languages; in the order in which files are laid out. The reader asks for nothing that is not here, and
//! editors, `help` and `fmt` learn it from here.
//!
//! ```text
//! SEASON = "season", "plan.toml 的 [seasons] 里的一个时段", "a season in [seasons] of plan.toml" {
//!     "from": required DayOfYear, r#"from = "06-01""# =>
//!         "时段的第一天，写“月-日”。", "The first day, as month and day.";
//!     …
//! }
//! ```

use crate::lang::Both;
use crate::model::RecordKind;
use crate::problem::DecimalRule;

/// Tables with their keys; see the top of this file.
macro_rules! keys {
    ($($keys:ident = $name:literal, $zh:literal, $en:literal { $(
        $key:literal: $presence:ident $form:ident $(($of:expr))?, $example:literal => $about_zh:literal, $about_en:literal;
    )* })*) => {$(
        #[doc = $en]
        #[allow(rustdoc::broken_intra_doc_links, reason = "headings of TOML have brackets")]
        pub const $keys: Keys = Keys {
            name: $name,
            about: Both { zh: $zh, en: $en },
            keys: &[$(Key {
                name: $key,
                form: Form::$form $(($of))?,
                is_required: keys!(@$presence),
                about: Both { zh: $about_zh, en: $about_en },
                example: $example,
            }),*],
        };
    )*};
    (@required) => { true };
    (@optional) => { false };
}

mod plan;
mod register;
mod report;
mod task;

pub use plan::*;
pub use register::*;
pub use report::*;
pub use task::*;

/// The keys of one kind of table.
#[derive(Debug)]
pub struct Keys {
    /// What the table is: `plan`, `unit`, `entry`.
    pub name: &'static str,
    /// What it is, and where it stands.
    pub about: Both,
    /// Its keys, in the order in which they are laid out.
    pub keys: &'static [Key],
}

/// A key.
#[derive(Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What value it may have.
    pub form: Form,
    /// Whether it has to be there.
    pub is_required: bool,
    /// What it means.
    pub about: Both,
    /// How it is written: a line or a few of TOML.
    pub example: &'static str,
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
    /// `true`, `false`, or one of several words.
    SwitchOr(&'static [&'static str]),
    /// A number.
    Number(DecimalRule),
    /// What a reading has to be: a number, two bounds, or the name of a class.
    Target,
    /// What was measured: a number, or the name of a class.
    Reading,
    /// A number, or a list of names.
    NumberOrTexts(DecimalRule),
    /// A whole number from one to another.
    Within((u32, u32)),
    /// One of several words.
    Choice(&'static [&'static str]),
    /// One of several words, or a table.
    WordOr(&'static (&'static [&'static str], &'static Keys)),
    /// A list of texts.
    Texts,
    /// A list of ids.
    Ids,
    /// A list of ids, or a table that says something of each.
    IdsOrTexts,
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

/// The kinds of files with their keys.
pub fn files() -> impl Iterator<Item = &'static Keys> + Clone {
    [&PLAN, &TASK, &REPORT].into_iter().chain(REGISTER)
}

/// The schedule keys of an item, of which it has at most one.
pub const SCHEDULES: [&str; 6] = ["due", "milestones", "stages", "recurring", "indicator", "standing"];

/// The keys of an entry that say how it stands.
pub const READINGS: [&str; 6] = ["percent", "done", "stages", "value", "occurrence", "state"];

/// The word for a unit that files only while something of it is unfinished.
pub const WHILE_OPEN: [&str; 1] = ["open"];

/// What other ladders go by, as keys of a tier: none of it is months.
pub const OTHER_LADDERS: [&str; 12] =
    ["days", "day", "weeks", "week", "points", "score", "rank", "ranks", "percent", "percentage", "years", "amount"];

/// The keys of a file of the register.
pub fn register(kind: RecordKind) -> &'static Keys {
    let named = |keys: &&Keys| keys.name == kind.name();
    REGISTER.into_iter().find(named).expect("each kind has its keys: tests/suite/keys.rs")
}

/// The heading of a record of the register and the keys below it.
pub fn record(kind: RecordKind) -> (&'static str, &'static Keys) {
    let list = register(kind).get(kind.name());
    match list.map(|list| (list.example, &list.form)) {
        Some((heading, &Form::Tables(keys))) => (heading, keys),
        _ => unreachable!("a file of the register is a list of records: tests/suite/keys.rs"),
    }
}
