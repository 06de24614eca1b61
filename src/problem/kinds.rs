//! One variant for each thing that can be wrong, by code. Data only.

use super::{Difference, Severity};
use crate::model::{FigureFault, Item, LadderFault, Month, MonthFault, Schedule};

macro_rules! problems {
    ($($(#[$about:meta])* $name:ident $({ $($(#[$what:meta])* $field:ident : $type:ty),* $(,)? })? = $code:literal, $severity:ident;)*) => {
        /// What is wrong.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Problem {
            $($(#[$about])* $name $({ $($(#[$what])* $field: $type),* })?,)*
        }

        impl Problem {
            /// Every code, in order. Codes are stable: scripts and search engines see them.
            pub const CODES: &'static [&'static str] = &[$($code),*];

            /// The code of this problem.
            pub fn code(&self) -> &'static str {
                match self {
                    $(Self::$name { .. } => $code,)*
                }
            }

            /// How grave it is.
            pub fn severity(&self) -> Severity {
                match self {
                    $(Self::$name { .. } => Severity::$severity,)*
                }
            }
        }
    };
}

problems! {
    /// A milestone asks for more than there is.
    AmountOverTotal {
        /// What there is, with its unit.
        total: String,
    } = "amount-over-total", Error;
    /// A text where a calendar day is wanted.
    BadDate {
        /// What is in the way.
        fault: DateFault,
    } = "bad-date", Error;
    /// A text where the day of a season is wanted, `06-01`.
    BadDay = "bad-day", Error;
    /// Not a number that can stand here.
    BadFigure {
        /// What is in the way.
        fault: FigureFault,
        /// What would be right.
        rule: DecimalRule,
    } = "bad-figure", Error;
    /// A folder of reports or of the register that is not named after a month.
    BadFolder {
        /// What it is a folder of: `reports`, `register`.
        within: &'static str,
        /// Its name.
        name: String,
        /// The name that was probably meant.
        meant: Option<Month>,
    } = "bad-folder", Error;
    /// Not an id.
    BadId {
        /// What ids look like here.
        rule: IdRule,
        /// The nearest id.
        meant: Option<String>,
    } = "bad-id", Error;
    /// The tiers do not make a ladder.
    BadLadder {
        /// What is in the way.
        fault: LadderFault,
    } = "bad-ladder", Error;
    /// Not a month.
    BadMonth {
        /// What is in the way.
        fault: MonthFault,
        /// The month that was probably meant.
        meant: Option<Month>,
    } = "bad-month", Error;
    /// An occurrence that cannot be reported.
    BadOccurrence {
        /// What is in the way.
        fault: OccurrenceFault,
        /// The occurrences there are, by due month.
        known: Vec<Month>,
    } = "bad-occurrence", Error;
    /// The plan ends before it begins, or lasts absurdly long.
    BadPeriod {
        /// The most months a plan may last.
        longest: u32,
    } = "bad-period", Error;
    /// The day of the month by which reports are due is no day.
    BadReportDay = "bad-report-day", Error;
    /// The portions of a split quantity do not fit.
    BadShares {
        /// What is in the way.
        fault: BadShares,
    } = "bad-shares", Error;
    /// Not one of the words that can stand here.
    BadValue {
        /// The words that can.
        allowed: Vec<&'static str>,
        /// The nearest one.
        meant: Option<String>,
    } = "bad-value", Error;
    /// A closing that does not follow the one before it.
    BrokenChain {
        /// The month that was closed.
        month: Month,
        /// The nearest closed month before it, if any.
        before: Option<Month>,
    } = "broken-chain", Error;
    /// A closing whose seal does not fit what it says.
    BrokenSeal {
        /// The month that was closed.
        month: Month,
    } = "broken-seal", Error;
    /// Files have been changed since a month was closed; no verdict is another for it.
    ChangedSinceClosing {
        /// The month.
        month: Month,
        /// The files.
        files: Vec<String>,
    } = "changed-since-closing", Warning;
    /// A verdict of a closed month that would be another now.
    ClosedVerdictDiffers {
        /// The month.
        month: Month,
        /// Which verdict, and how it differs.
        difference: Box<Difference>,
    } = "closed-verdict-differs", Warning;
    /// One item twice in one report.
    DuplicateEntry {
        /// The item.
        item: String,
    } = "duplicate-entry", Error;
    /// Two items with one id.
    DuplicateItem {
        /// The id.
        id: String,
    } = "duplicate-item", Error;
    /// One key twice in one table, or one heading twice.
    DuplicateKey {
        /// As written: the key, or the heading with its brackets.
        key: String,
        /// It is a heading.
        is_heading: bool,
    } = "duplicate-key", Error;
    /// A record whose day lies in another month than its folder.
    DateOutsideMonth {
        /// The month of the day.
        written: Month,
        /// The month of the folder.
        path: Month,
    } = "date-outside-month", Error;
    /// A month or day that lies before the one it follows.
    DateOrder {
        /// The key of the one it follows.
        after: &'static str,
    } = "date-order", Error;
    /// Two units with one name.
    DuplicateName {
        /// The name.
        name: String,
    } = "duplicate-name", Error;
    /// Two notices with one number, or one decision recorded twice.
    DuplicateRecord = "duplicate-record", Error;
    /// Two reports of one unit for one month.
    DuplicateReport {
        /// The unit.
        unit: String,
        /// The month.
        month: Month,
    } = "duplicate-report", Error;
    /// Two tasks with one number.
    DuplicateTask {
        /// The number.
        number: u32,
    } = "duplicate-task", Error;
    /// Two tiers with one id.
    DuplicateTier {
        /// The id.
        id: String,
    } = "duplicate-tier", Error;
    /// A file with nothing in it.
    EmptyFile = "empty-file", Error;
    /// A text that has to say something and does not.
    EmptyText {
        /// The key.
        key: &'static str,
    } = "empty-text", Error;
    /// A text in another encoding than UTF-8.
    Encoding {
        /// The encoding, where it is recognised.
        name: Option<&'static str>,
    } = "encoding", Error;
    /// A milestone that asks for less than the one before.
    FallingMilestones = "falling-milestones", Error;
    /// A day of filing that cannot be.
    ImplausibleDate {
        /// The month of the report.
        month: Month,
        /// The last month it may lie in.
        last: Month,
    } = "implausible-date", Error;
    /// A name or title with characters that nobody sees.
    InvisibleCharacter {
        /// The text.
        text: String,
        /// The characters, each once.
        hidden: Vec<char>,
    } = "invisible-character", Warning;
    /// An item whose id does not begin with the number of its task.
    ItemOutsideTask {
        /// The id.
        id: String,
        /// The number of the task.
        task: u32,
    } = "item-outside-task", Error;
    /// Even pace over more than a month: one missed checkpoint may jump tiers.
    LongSegment {
        /// Its length in months, rounded down.
        months: i128,
    } = "long-segment", Warning;
    /// Two units whose names differ, and nobody sees it.
    LookAlikeName {
        /// The second name.
        name: String,
        /// The first.
        first: String,
        /// What only one of the two has.
        apart: Vec<char>,
    } = "look-alike-name", Warning;
    /// A milestone that is not later than the one before.
    MilestoneOrder = "milestone-order", Error;
    /// A file whose name keeps it from being read: a plan, a task or a report would be missing without a word.
    MisnamedFile {
        /// The path that was probably meant.
        meant: Option<String>,
    } = "misnamed-file", Error;
    /// A key that says nothing here.
    MisplacedKey {
        /// The key.
        key: &'static str,
        /// Why not.
        because: MisplacedBecause,
    } = "misplaced-key", Error;
    /// Keys of an entry or an item without the heading that begins it.
    MissingHeading {
        /// The heading.
        heading: &'static str,
    } = "missing-heading", Error;
    /// A key that has to be there.
    MissingKey {
        /// The key.
        key: &'static str,
    } = "missing-key", Error;
    /// A recurring item that never falls due within the plan.
    NeverDue = "never-due", Error;
    /// A task without items.
    NoItems = "no-items", Warning;
    /// An item that nobody answers for.
    NoLead = "no-lead", Error;
    /// An entry without a figure.
    NoReading {
        /// What is wanted.
        wanted: ReadingKind,
        /// What is counted, where something is.
        unit: String,
    } = "no-reading", Error;
    /// A plan without units.
    NoUnits = "no-units", Error;
    /// A unit that reports on an item it does not answer for.
    NotLead {
        /// The unit.
        unit: String,
        /// The item.
        item: String,
        /// The units that answer for it.
        leads: Vec<String>,
    } = "not-lead", Error;
    /// A date outside the plan.
    OutsidePlan {
        /// First month of the plan.
        start: Month,
        /// Last month of the plan.
        end: Month,
    } = "outside-plan", Error;
    /// More was done than the plan asks for.
    OverTotal {
        /// What the plan asks for, with its unit.
        total: String,
    } = "over-total", Warning;
    /// A file that says something else than its path.
    PathMismatch {
        /// What the file lies in: `reports`, `register`.
        within: &'static str,
        /// The key.
        key: &'static str,
        /// What the file says.
        written: String,
        /// What the path says.
        path: String,
    } = "path-mismatch", Error;
    /// A lower figure than the month before, without a word.
    RegressedWithoutNote {
        /// The figure before.
        before: String,
        /// Its month.
        month: Month,
    } = "regressed-without-note", Error;
    /// An approved change of an item that has no milestones: there is no curve to change.
    NoCurveToChange {
        /// The item.
        item: String,
    } = "no-curve-to-change", Error;
    /// One unit twice among those of an item.
    RepeatedUnit {
        /// The unit.
        unit: String,
    } = "repeated-unit", Error;
    /// A change of the plan that would reach back behind its approval.
    RetroactiveChange {
        /// The month of the approval, the first from which it may count.
        first: Month,
    } = "retroactive-change", Error;
    /// An entry with more than one figure.
    SeveralReadings = "several-readings", Error;
    /// An item with more than one schedule.
    SeveralSchedules = "several-schedules", Error;
    /// A file that looks as if it should be read and is not.
    StrayFile {
        /// The path that was probably meant.
        meant: Option<String>,
    } = "stray-file", Warning;
    /// Not TOML.
    Syntax {
        /// What is in the way.
        fault: SyntaxFault,
    } = "syntax", Error;
    /// A curve without points, or an even pace with only one.
    TooFewMilestones {
        /// How many there have to be.
        fewest: u32,
    } = "too-few-milestones", Error;
    /// A file larger than any honest one.
    TooLarge {
        /// Its size in bytes.
        bytes: u64,
        /// The most that is read, in bytes.
        limit: u64,
    } = "too-large", Error;
    /// An entry that counts for the period it was filed in, while an earlier one is open.
    UnclearOccurrence {
        /// The occurrence it counts for, by due month.
        taken: Month,
        /// Those before it that are not done.
        open: Vec<Month>,
    } = "unclear-occurrence", Warning;
    /// A curve whose last point is not all of it.
    UnfinishedCurve {
        /// The last level, in percent.
        level: String,
    } = "unfinished-curve", Warning;
    /// An item that the plan does not have.
    UnknownItem {
        /// The id.
        id: String,
        /// The nearest one of the unit's own.
        meant: Option<String>,
        /// The unit's own items, or the first of them.
        own: Vec<String>,
    } = "unknown-item", Error;
    /// A key that nobody asked for.
    UnknownKey {
        /// The key.
        key: String,
        /// The nearest one that could stand here.
        meant: Option<&'static str>,
        /// The keys that can stand here.
        known: Vec<&'static str>,
    } = "unknown-key", Error;
    /// A season that the plan does not have.
    UnknownSeason {
        /// The id.
        id: String,
        /// The nearest one.
        meant: Option<String>,
        /// All of them.
        known: Vec<String>,
    } = "unknown-season", Error;
    /// A finding whose id names a task that the plan does not have.
    UnknownTask {
        /// The number of the task.
        number: u32,
        /// Those there are.
        known: Vec<u32>,
    } = "unknown-task", Error;
    /// A tier that the ladder does not have.
    UnknownTier {
        /// The id.
        id: String,
        /// The nearest one.
        meant: Option<String>,
        /// All of them.
        known: Vec<String>,
    } = "unknown-tier", Error;
    /// A unit that the plan does not have.
    UnknownUnit {
        /// The id.
        id: String,
        /// The nearest one.
        meant: Option<String>,
        /// All of them.
        known: Vec<String>,
    } = "unknown-unit", Error;
    /// A file that the system would not give.
    Unreadable {
        /// What the system said; none where there is something else than an ordinary file.
        reason: Option<String>,
    } = "unreadable", Error;
    /// An occurrence that was reported done, now reported not done, without a word.
    WithdrawnWithoutNote {
        /// The occurrence, by its due month.
        due: Month,
        /// The report that said it was done.
        month: Month,
    } = "withdrawn-without-note", Error;
    /// A figure of another kind than the item is measured by.
    WrongReading {
        /// What was given.
        given: ReadingKind,
        /// What is wanted.
        wanted: ReadingKind,
        /// What is counted, where something is.
        unit: String,
    } = "wrong-reading", Error;
    /// A value of another type.
    WrongType {
        /// What is wanted.
        wanted: WantedValue,
    } = "wrong-type", Error;
}

/// Why a value is not a calendar day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// No such day in the calendar, or a year that no office knows.
    NoSuchDay,
    /// Quoted, or with a time of day; the day itself is given where there is one.
    NotADay {
        /// The day as it should be written.
        meant: Option<String>,
    },
}

/// What a number has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalRule {
    /// 0 to 100, at most two decimals.
    Percent,
    /// Zero or more, at most four decimals.
    Amount,
    /// More than zero, at most four decimals.
    PositiveAmount,
    /// Any sign, at most four decimals.
    Value,
    /// A whole number.
    Whole,
}

/// What ids look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdRule {
    /// `[a-z0-9-]`
    Name,
    /// The same, and not what Windows keeps for a device: no report could be filed under it there.
    Device,
    /// `2.1`
    Item,
    /// `2.d1`
    Finding,
}

/// Why an occurrence cannot be reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OccurrenceFault {
    /// No occurrence is due in that month.
    NotDue,
    /// Its period has not begun in the month of the report.
    NotBegun,
    /// The entry names none, and no period holds the month of the report.
    NoneHolds,
}

/// Why the portions of a split quantity do not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadShares {
    /// They do not add up.
    Sum {
        /// What they add up to.
        sum: String,
        /// What they should add up to.
        total: String,
    },
    /// A lead has none.
    LeftOut {
        /// The lead.
        unit: String,
    },
    /// A unit has one that is no lead.
    Stranger {
        /// The unit.
        unit: String,
    },
}

/// Why a key says nothing where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MisplacedBecause {
    /// `curve` shapes milestones, and there are none.
    NeedsMilestones,
    /// `season` belongs to a standing duty.
    NeedsStanding,
    /// `quantity` belongs to a deadline or milestones.
    NeedsCurve,
    /// `shares` and `amount` split a quantity, and there is none.
    NeedsQuantity,
    /// Two keys that exclude each other.
    OneOrTheOther {
        /// The other key.
        other: &'static str,
    },
    /// `standing = false` says nothing.
    OnlyTrue,
    /// It says something only together with another key.
    Needs {
        /// The other key.
        other: &'static str,
    },
}

/// The kinds of figures an entry may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingKind {
    /// `percent`
    Percent,
    /// `done`
    Done,
    /// `value`
    Value,
    /// `occurrence`
    Occurrence,
    /// `state`
    State,
}

impl ReadingKind {
    /// The reading that an item is measured by.
    pub fn of(item: &Item) -> Self {
        match (&item.schedule, &item.quantity) {
            (Schedule::Recurring(_), _) => Self::Occurrence,
            (Schedule::Curve(_) | Schedule::Unscheduled, Some(_)) => Self::Done,
            (Schedule::Curve(_) | Schedule::Unscheduled, None) => Self::Percent,
            (Schedule::Indicator(_), _) => Self::Value,
            (Schedule::Standing { .. }, _) => Self::State,
        }
    }

    /// The key that gives it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Percent => "percent",
            Self::Done => "done",
            Self::Value => "value",
            Self::Occurrence => "occurrence",
            Self::State => "state",
        }
    }
}

/// What makes a line unreadable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyntaxFault {
    /// A full-width or Chinese character where a plain one belongs.
    FullWidth {
        /// As typed.
        found: char,
        /// As it should be.
        plain: char,
    },
    /// The marks that git leaves where two versions of a file could not be put together.
    Conflict,
    /// `35%`
    PercentSign {
        /// The number as it should be written.
        meant: String,
    },
    /// `３５`, `5个`, `>=90`: a number with something around it.
    DressedNumber {
        /// The number as it should be written.
        meant: String,
    },
    /// `month = 2022-06` without quotes.
    UnquotedMonth {
        /// The month as it should be written.
        meant: String,
    },
    /// `2022/6/22`, `2022-6-22`
    DateForm {
        /// The day as it should be written.
        meant: String,
    },
    /// `035`
    LeadingZero {
        /// The number as it should be written.
        meant: String,
    },
    /// A key in Chinese.
    ChineseKey {
        /// The key.
        key: String,
    },
    /// A control character.
    Control {
        /// Its code.
        code: u32,
    },
    /// A text without quotes.
    UnquotedText,
    /// Something behind a value that is complete.
    Trailing,
    /// A backslash inside quotes, as in the path of a file.
    Backslash,
    /// A quote that is never closed.
    UnclosedText,
    /// A bracket that is never closed.
    UnclosedBracket,
    /// No `=`, or nothing behind it.
    NoValue,
    /// Something else, in the words of the TOML library.
    Other {
        /// Its words.
        message: String,
    },
}

/// The types of values a key may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WantedValue {
    /// A quoted text.
    Text,
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A table.
    Table,
    /// A list.
    List,
    /// A list of tables.
    Tables,
    /// `"2022-06"` or `2022-06-15`.
    Moment,
    /// `"2022-06"`
    Month,
    /// A day, `2022-06-22`.
    Day,
}
