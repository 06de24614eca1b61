//! English words for problems.

use crate::model::{FigureFault, LadderFault, Month, MonthFault};
use crate::problem::{
    BadShares, DateFault, DecimalRule, IdRule, MisplacedBecause, OccurrenceFault, Problem, ReadingKind, SyntaxFault,
    WantedValue,
};

use super::points;
use crate::source::{reveal, without_hidden};

type Said = (String, String, String);

fn say(what: impl Into<String>, label: impl Into<String>, instead: impl Into<String>) -> Said {
    (what.into(), label.into(), instead.into())
}

#[expect(clippy::too_many_lines, reason = "a table of words, one arm for each problem")]
pub(super) fn words(problem: &Problem) -> Said {
    match problem {
        Problem::AmountOverTotal { total } => say(
            "a milestone asks for more than there is",
            format!("there are only {total}"),
            "lower this milestone's `amount`, or raise the quantity's `total`",
        ),
        Problem::BadDate {
            fault: DateFault::NotADay { meant },
        } => say(
            "a day is wanted here",
            "not a day",
            meant.as_ref().map_or_else(
                || "write it like 2022-06-22, without quotes".to_owned(),
                |day| format!("write {day}, without quotes and without a time"),
            ),
        ),
        Problem::BadDate {
            fault: DateFault::NoSuchDay,
        } => say(
            "there is no such day",
            "not in the calendar",
            "check year, month and day; write it like 2022-06-22, without quotes",
        ),
        Problem::BadDay => say(
            "a day of the year is wanted here",
            "not month-day",
            "write it like \"06-01\", in quotes",
        ),
        Problem::BadFigure { fault, rule } => figure(fault, *rule),
        Problem::BadFolder {
            within,
            name,
            meant,
        } => say(
            match *within {
                "reports" => format!("the report folder `{name}` is not a month"),
                _ => format!("the register's folder `{name}` is not a month"),
            },
            "",
            meant.map_or_else(
                || format!("name the folder after its month, like {within}/2022-06"),
                |month| format!("rename the folder to {within}/{month}"),
            ),
        ),
        Problem::BadId {
            rule: IdRule::Name,
            meant,
        } => say(
            "an id is made of lower-case letters, digits and hyphens",
            "not an id",
            meant.as_ref().map_or_else(
                || "use plain letters, like housing; the Chinese name goes into `name`".to_owned(),
                |id| format!("write {id}"),
            ),
        ),
        Problem::BadId {
            rule: IdRule::Device,
            meant,
        } => say(
            "Windows keeps this name for a device; no report could be saved under it",
            "not an id",
            format!("choose another, like {}", meant.as_deref().unwrap_or("housing")),
        ),
        Problem::BadId {
            rule: IdRule::Item, ..
        } => say(
            "an item's id is the task's number and its own",
            "not an item's id",
            "write it like \"2.1\", in quotes",
        ),
        Problem::BadId {
            rule: IdRule::Finding,
            ..
        } => say(
            "the id of a finding is the number of its task and `d` with its own number",
            "no id of a finding",
            "write it like \"2.d1\": the first finding on task 2",
        ),
        Problem::BadLadder { fault } => ladder(*fault),
        Problem::BadMonth { fault, meant } => say(
            match fault {
                MonthFault::Form => "a month is wanted here",
                MonthFault::Range => {
                    "there is no such month: months are 01 to 12, years 1900 to 2999"
                }
            },
            "not a month",
            meant.map_or_else(
                || "write it like \"2022-06\", in quotes".to_owned(),
                |month| format!("write \"{month}\", in quotes"),
            ),
        ),
        Problem::BadOccurrence { fault, known } => say(
            match fault {
                OccurrenceFault::NotDue => "nothing of this item falls due in that month",
                OccurrenceFault::NotBegun => {
                    "this occurrence's period has not begun; it cannot be reported yet"
                }
                OccurrenceFault::NoneHolds => {
                    "no period holds this month, so it is not clear what is reported"
                }
            },
            "",
            format!(
                "name the due month with `occurrence`, one of: {}",
                months(known)
            ),
        ),
        Problem::BadPeriod { longest } => say(
            "the plan's months do not make a period",
            "the last month",
            format!("`end` may not be before `start`, and a plan lasts at most {longest} months"),
        ),
        Problem::BadReportDay => say(
            "the report day is a whole number from 1 to 31",
            "no day of a month",
            "like report-day = 23",
        ),
        Problem::BadShares { fault } => match fault {
            BadShares::Sum { sum, total } => say(
                format!("the portions add up to {sum}, not to the total of {total}"),
                format!("adds up to {sum}"),
                format!("mend the portions so that they add up to {total}, or mend the total"),
            ),
            BadShares::LeftOut { unit } => say(
                format!("the lead unit {unit} has no portion"),
                "",
                format!("add {unit} = …, or take it out of `lead`"),
            ),
            BadShares::Stranger { unit } => say(
                format!("{unit} has a portion but is no lead unit of this item"),
                "not in `lead`",
                "take it out, or add it to `lead`",
            ),
        },
        Problem::BadValue { allowed, meant } => say(
            "this word cannot stand here",
            meant_label(meant.as_deref()),
            format!("one of: {}", allowed.join(", ")),
        ),
        Problem::DuplicateEntry { item } => say(
            format!("item {item} stands twice in one report"),
            "the second time",
            "keep one; to correct a figure, change it",
        ),
        Problem::DuplicateItem { id } => say(
            format!("two items have the id {id}"),
            "the second one",
            "give one of them another id",
        ),
        Problem::DuplicateKey {
            key,
            is_heading: false,
        } => say(
            format!("the key `{key}` is given twice"),
            "the second time",
            "keep one",
        ),
        Problem::DuplicateKey { key, .. } => say(
            format!("the heading `{key}` stands twice"),
            "the second time",
            "join the two, or give one another id; headings of lists have two brackets, like [[entries]]",
        ),
        Problem::DuplicateName { name } => say(
            format!("two units are called `{name}`"),
            "the second one",
            "mend the names so that people can tell them apart",
        ),
        Problem::LookAlikeName { name, first, apart } => say(
            format!("two unit names look the same: `{first}` and `{name}`"),
            "looks like the first one",
            format!(
                "mend the names so that people can tell them apart; they differ in {}",
                points(apart)
            ),
        ),
        Problem::InvisibleCharacter { text, hidden } => say(
            format!("characters that nobody sees stand in this text: {}", points(hidden)),
            "more than it seems",
            format!("write `{}`", without_hidden(text)),
        ),
        Problem::BrokenSeal { month } => say(
            format!("the closing of {month} was altered: its seal does not fit"),
            "the seal does not fit",
            "closings are not edited; get the old one back from git, or open the month again and close it anew",
        ),
        Problem::BrokenChain { month, before } => say(
            format!("the closing of {month} does not follow the one before"),
            "not the seal before",
            before.map_or_else(
                || "no month before is closed, so `previous` should be empty; was a closing removed?".to_owned(),
                |before| {
                    format!(
                        "it should follow {before}; was that closing altered? otherwise open {month} again and close it anew"
                    )
                },
            ),
        ),
        Problem::ChangedSinceClosing { month, files } => say(
            format!("files were changed since {month} was closed; every verdict is the same"),
            "verdicts are the same",
            format!("changed: {}", files.join(", ")),
        ),
        Problem::ClosedVerdictDiffers { month, difference } => say(
            format!("{month} is closed, and a verdict would be another now: {}", difference.share),
            match (&difference.closed, &difference.now) {
                (Some(_), Some(now)) => format!("now {now}"),
                (Some(_), None) => "now gone".to_owned(),
                (None, now) => format!("new: {}", now.as_deref().unwrap_or("-")),
            },
            if difference.because.is_empty() {
                "no file that bears on it was changed; the program may be of another version".to_owned()
            } else {
                format!(
                    "changed since, and bearing on it: {}; if that is right, open the month again and close it anew, else change it back",
                    difference.because.join(", ")
                )
            },
        ),
        Problem::DateOutsideMonth { written, path } => say(
            format!("this day does not lie in {path}, the month of the folder"),
            "in another month",
            format!("if the day is right, move the record to register/{written}/; if the folder is, mend the day"),
        ),
        Problem::DateOrder { after } => say(
            format!("this lies before `{after}`"),
            "too early",
            format!("look at both; this cannot lie before `{after}`"),
        ),
        Problem::DuplicateRecord => say(
            "one thing is recorded twice",
            "again",
            "keep one; two things differ in number, day or first month",
        ),
        Problem::DuplicateReport { unit, month } => say(
            format!("{unit} has two reports for {month}"),
            "the second one",
            "keep one; a correction changes the first one, a copy belongs elsewhere",
        ),
        Problem::DuplicateTask { number } => say(
            format!("two tasks have the number {number}"),
            "the second one",
            "numbers follow the printed plan; mend one, or take the copy away",
        ),
        Problem::DuplicateTier { id } => say(
            format!("two tiers have the id {id}"),
            "the second one",
            "give one of them another id",
        ),
        Problem::EmptyFile => say(
            "the file says nothing (lines with # are remarks)",
            "",
            "fill it in, or delete it",
        ),
        Problem::EmptyText { key } => say(
            format!("`{key}` is empty"),
            "says nothing",
            "write something",
        ),
        Problem::Encoding { name } => say(
            match name {
                Some(name) => format!("the file is {name}; only UTF-8 is read"),
                None => "the file is not text, or in an unknown encoding".to_owned(),
            },
            "",
            match name {
                Some(_) => "run shangdang fmt --to-utf8 with the name of the file, or save it again in Notepad with the encoding UTF-8",
                None => {
                    "look at it in Notepad: save text again with the encoding UTF-8; Word and Excel files do not become .toml by renaming"
                }
            },
        ),
        Problem::FallingMilestones => say(
            "this milestone asks for less than the one before; levels are cumulative",
            "less than before",
            "write cumulative levels, like 50, 80, 100",
        ),
        Problem::ImplausibleDate { month, last } => say(
            format!("no report or notice for {month} can be of this day"),
            "cannot be",
            format!("the day lies from {month} to {last}; check year and month"),
        ),
        Problem::ItemOutsideTask { id, task } => say(
            format!("item {id} stands in the file of task {task}"),
            format!("should begin with `{task}.`"),
            "mend the id or the task's number, or move the item to its own task's file",
        ),
        Problem::LongSegment { months } => say(
            format!(
                "even pace over {months} months or more: one low figure may jump several tiers"
            ),
            "far from the one before",
            "give a milestone for each month, or use curve = \"step\"",
        ),
        Problem::MilestoneOrder => say(
            "this is not later than the one before",
            "not later",
            "write them in the order of time, each month once",
        ),
        Problem::MisnamedFile { meant } => say(
            "this file is not read because of its name",
            "",
            meant.as_ref().map_or_else(
                || "reports go into a folder named after the month, like reports/2022-06/housing.toml".to_owned(),
                |path| format!("rename it to {path}; if you cannot see a `.txt`, let the file manager show file name extensions"),
            ),
        ),
        Problem::MisplacedKey { key, because } => misplaced(key, *because),
        Problem::MissingHeading { heading } => say(
            format!("the heading {heading} is missing before this"),
            format!("belongs below {heading}"),
            format!("write {heading} on a line of its own before each"),
        ),
        Problem::MissingKey { key } => say(
            format!("the key `{key}` is missing"),
            format!("`{key}` is missing here"),
            format!("add {}", example(key)),
        ),
        Problem::NeverDue => say(
            "this recurring item never falls due within the plan",
            "",
            "shorten its period, or name the due months with `months`",
        ),
        Problem::NoItems => say(
            "the task has no items",
            "",
            "add them with [[items]]; without any, nothing can be reported",
        ),
        Problem::NoLead => say(
            "nobody answers for this item",
            "",
            "add lead = [\"unit-id\"] to the task or the item",
        ),
        Problem::NoReading { wanted, unit } => say(
            "this entry has no figure",
            "nothing is reported",
            format!(
                "add {}; no figure and a figure of zero are two things",
                reading(*wanted, unit)
            ),
        ),
        Problem::NoUnits => say(
            "the plan has no units",
            "",
            "add them with [units.id], `name` and `kind`",
        ),
        Problem::NotLead { unit, item, leads } => say(
            format!("{unit} does not answer for item {item}"),
            "not this unit's item",
            format!("its lead: {}; check id and unit", leads.join(", ")),
        ),
        Problem::OutsidePlan { start, end } => say(
            "this lies outside the plan",
            "not within the plan",
            format!(
                "the plan runs from {start} to {end}; check the year, or change the plan's `start` and `end`"
            ),
        ),
        Problem::OverTotal { total } => say(
            "more was done than there was to do; counts as complete",
            format!("the total is {total}"),
            "nothing to do if true; else mend the figure",
        ),
        Problem::PathMismatch {
            within,
            key,
            written,
            path,
        } => say(
            format!("content and path disagree: `{key}` is not the path's `{path}`"),
            format!("the path says `{path}`"),
            if *key == "unit" {
                format!("if this is right, rename the file to {written}.toml; if the name is, write \"{path}\"")
            } else {
                format!("if this is right, move the file to {within}/{written}/; if the folder is, write \"{path}\"")
            },
        ),
        Problem::RegressedWithoutNote { before, month } => say(
            format!("lower than the {before} of {month}, without a word"),
            "lower than before",
            "if true, say why with note = \"…\" in this entry; else mend the figure",
        ),
        Problem::NoCurveToChange { item } => say(
            format!("item {item} has no milestones that could be changed"),
            "nothing to change",
            "only items with `due` or `milestones` can be changed, or unscheduled ones given milestones",
        ),
        Problem::RetroactiveChange { first } => say(
            "a change of the plan does not reach back behind its approval",
            "before the approval",
            format!(
                "from \"{first}\" on at the earliest; earlier months keep the old plan, and a good reason is an exemption"
            ),
        ),
        Problem::RepeatedUnit { unit } => say(
            format!("{unit} stands twice on one item"),
            "again",
            "name each unit once among lead and support; the task's count for items without their own",
        ),
        Problem::SeveralReadings => say("an entry has one figure", "the second one", "keep one"),
        Problem::SeveralSchedules => say(
            "an item has one schedule",
            "the second one",
            "keep one of due, milestones, recurring, indicator, standing",
        ),
        Problem::StrayFile { meant } => say(
            "this file or folder is not read",
            "",
            meant.as_ref().map_or_else(
                || {
                    "tasks go into tasks/, reports into reports/2022-06/, names end in .toml"
                        .to_owned()
                },
                |path| format!("should it be {path}?"),
            ),
        ),
        Problem::Syntax { fault } => syntax(fault),
        Problem::TooFewMilestones { fewest } => say(
            "too few milestones",
            format!("at least {fewest}"),
            match fewest {
                1 => "add one, like { by = \"2022-12\", percent = 100 }",
                _ => "an even pace (linear) needs a first and a last one",
            },
        ),
        Problem::TooLarge { bytes, limit } => say(
            format!("the file has {bytes} bytes, more than the {limit} that are read"),
            "",
            "check whether it belongs here",
        ),
        Problem::UnclearOccurrence { taken, open } => say(
            format!(
                "no occurrence is named, so this counts for the one due in {taken}; open before it and then missed for good: {}",
                open.iter().map(Month::to_string).collect::<Vec<_>>().join(", ")
            ),
            "which one?",
            format!("to make up for an earlier one name it, like occurrence = {}; if it is this one write occurrence = \"{taken}\"",
 months(&open[..1])),
        ),
        Problem::UnfinishedCurve { level } => say(
            format!("the last milestone asks for {level}% only"),
            "the last milestone",
            "nothing to do if no more is due within the plan; else add one of 100",
        ),
        Problem::UnknownItem { id, meant, own } => say(
            format!("the plan has no item {}", reveal(id)),
            meant_label(meant.as_deref()),
            if own.is_empty() {
                "write the id as in the task's file, like \"2.1\"".to_owned()
            } else {
                format!("write the id as in the task's file; this unit answers for: {}", own.join(", "))
            },
        ),
        Problem::UnknownKey { key, meant, known } => say(
            format!("unknown key `{}`", reveal(key)),
            meant_label(*meant),
            format!("here you can write: {}", known.join(", ")),
        ),
        Problem::UnknownSeason { id, meant, known } => say(
            format!("the plan has no season {}", reveal(id)),
            meant_label(meant.as_deref()),
            if known.is_empty() {
                "define it under [seasons] in plan.toml".to_owned()
            } else {
                format!("one of: {}", known.join(", "))
            },
        ),
        Problem::UnknownTask { number, known } => say(
            format!("the plan has no task {number}"),
            "no such task",
            format!("one of: {}", known.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")),
        ),
        Problem::UnknownTier { id, meant, known } => say(
            format!("the plan has no tier {id}"),
            meant_label(meant.as_deref()),
            format!("one of: {}", known.join(", ")),
        ),
        Problem::UnknownUnit { id, meant, known } => say(
            format!("the plan has no unit {}", reveal(id)),
            meant_label(meant.as_deref()),
            if known.is_empty() {
                "units are listed in plan.toml, as [units.id]".to_owned()
            } else {
                format!("one of: {}", known.join(", "))
            },
        ),
        Problem::Unreadable { reason: None } => say(
            "this is no ordinary file and was not read",
            "",
            "check whether a folder, a pipe or a device has this name",
        ),
        Problem::Unreadable {
            reason: Some(reason),
        } => say(
            format!("the file cannot be read: {reason}"),
            "",
            "check permissions, links and the disk",
        ),
        Problem::WithdrawnWithoutNote { due, month } => say(
            format!("the one due in {due} was reported done for {month}, and now not done, without a word"),
            "the contrary of what was reported",
            "if it is so, say why with `note` in this entry; otherwise correct it",
        ),
        Problem::WrongReading {
            given,
            wanted,
            unit,
        } => say(
            format!("this item is not reported with `{}`", given.key()),
            "the wrong kind of figure",
            format!("use {}", reading(*wanted, unit)),
        ),
        Problem::WrongType { wanted } => say(
            "this is written the wrong way",
            "",
            match wanted {
                WantedValue::Text => "write it in quotes, like \"2.1\" or \"housing\"",
                WantedValue::Boolean => "write true or false, without quotes",
                WantedValue::Number => "write a number, like 35 or 62.5",
                WantedValue::Table => {
                    "write a group of keys, like { key = value, key = value }, or under a [heading]"
                }
                WantedValue::List => {
                    "write a list, in brackets even with one name, like [\"housing\"]"
                }
                WantedValue::Tables => {
                    "write groups of keys under headings with two brackets, like [[entries]] or [[items]], or [{ … }, { … }]"
                }
                WantedValue::Moment => {
                    "write a month \"2022-06\" in quotes or a day 2022-06-15 without"
                }
                WantedValue::Month => "write a month in quotes, like \"2022-06\"",
                WantedValue::Day => "write a day without quotes, like 2022-06-22",
            },
        ),
    }
}

fn meant_label(meant: Option<&str>) -> String {
    meant.map_or_else(String::new, |word| format!("did you mean `{word}`?"))
}

fn months(months: &[Month]) -> String {
    let months: Vec<String> = months.iter().map(|month| format!("\"{month}\"")).collect();
    months.join(", ")
}

fn reading(kind: ReadingKind, unit: &str) -> String {
    match kind {
        ReadingKind::Percent => "percent = the cumulative percentage, like percent = 35".to_owned(),
        ReadingKind::Done => format!("done = the cumulative amount ({unit}), like done = 5"),
        ReadingKind::Value => "value = the reading, like value = 91.2".to_owned(),
        ReadingKind::Occurrence => "occurrence = \"due month\", or nothing, meaning that this one is done".to_owned(),
        ReadingKind::State => "state = \"normal\" or \"problem\"".to_owned(),
    }
}

fn example(key: &str) -> String {
    let example = match key {
        "title" => "title = \"…\"",
        "start" => "start = \"2022-01\"",
        "end" => "end = \"2022-12\"",
        "report-day" => "report-day = 23",
        "units" => "[units.housing] with `name` and `kind`",
        "name" => "name = \"Housing Bureau\"",
        "kind" => "kind = \"department\" (or branch, institution, township, subdistrict)",
        "number" => "number = 2",
        "id" => "id = \"2.1\"",
        "basis" => "basis = \"stated\" (or inferred, unit-plan, office)",
        "month" => "month = \"2022-06\"",
        "unit" => "unit = \"housing\" (a unit's id; in a quantity, what is counted)",
        "item" => "item = \"2.1\"",
        "by" => "by = \"2022-06\"",
        "percent" => "percent = 50",
        "total" => "total = 12",
        "every" => "every = \"quarter\"",
        "compare" => "compare = \"at-least\"",
        "target" => "target = 90",
        "due" => "due = \"2022-12\"",
        "from" => "from = \"06-01\"",
        "to" => "to = \"09-30\"",
        "months" => "months = 1",
        _ => return format!("{key} = …"),
    };
    example.to_owned()
}

fn figure(fault: &FigureFault, rule: DecimalRule) -> Said {
    let wanted = match rule {
        DecimalRule::Percent => "write a percentage from 0 to 100 with at most two decimals and no %, like 60 or 62.5",
        DecimalRule::Amount => "write an amount from 0 on with at most four decimals, like 5 or 12.5",
        DecimalRule::PositiveAmount => "write an amount above 0 with at most four decimals, like 5 or 12.5",
        DecimalRule::Value => "write a reading with at most four decimals, like 91.2",
        DecimalRule::Whole => "write a whole number from 0 on, like 3",
    };
    match fault {
        FigureFault::NotANumber => say("this is not a number", "not a number", wanted),
        FigureFault::Dressed { meant } => say(
            "numbers are written with plain digits and nothing behind them, no unit either",
            format!("write {meant}"),
            wanted,
        ),
        FigureFault::Exponent => say("no scientific notation", "write it out", wanted),
        FigureFault::NotFinite => say("a definite number is wanted", "not a definite number", wanted),
        FigureFault::TooManyDecimals { allowed: 0 } => say("a whole number is wanted", "has decimals", wanted),
        FigureFault::TooManyDecimals { allowed } => {
            say(format!("at most {allowed} decimals"), format!("more than {allowed} decimals"), wanted)
        }
        FigureFault::Negative if rule == DecimalRule::PositiveAmount => {
            say("an amount is above 0", "not above 0", wanted)
        }
        FigureFault::Negative => say("this cannot be negative", "below 0", wanted),
        FigureFault::TooLarge { limit: 100 } => {
            say("a percentage is at most 100, even where more was done", "over 100", wanted)
        }
        FigureFault::TooLarge { limit } => say(format!("too large; at most {limit}"), "too large", wanted),
    }
}

fn ladder(fault: LadderFault) -> Said {
    match fault {
        LadderFault::Empty => say(
            "the ladder is empty: nothing would ever be proposed",
            "",
            "add [[tiers]], or leave them out for the usual three",
        ),
        LadderFault::NotRising { .. } => say(
            "each tier needs more months than the one before",
            "not more than before",
            "from mild to grave, like 1, 2, 3",
        ),
        LadderFault::Zero { .. } => {
            say("a tier at 0 months would fall on everybody", "cannot be 0", "write at least 1")
        }
        LadderFault::NeverReached { longest, .. } => say(
            "this tier can never be reached",
            format!("within the plan nothing lags longer than {longest} months"),
            format!("write at most {longest}, or take the tier out"),
        ),
    }
}

fn misplaced(key: &str, because: MisplacedBecause) -> Said {
    let instead = match because {
        MisplacedBecause::NeedsMilestones => "it shapes `milestones`; a single deadline does not need it".to_owned(),
        MisplacedBecause::NeedsStanding => "it belongs to standing = true".to_owned(),
        MisplacedBecause::NeedsCurve => "a quantity belongs to `due` or `milestones`".to_owned(),
        MisplacedBecause::NeedsQuantity => "first give quantity = { total = …, unit = \"…\" }".to_owned(),
        MisplacedBecause::OneOrTheOther { other } => format!("either this or `{other}`"),
        MisplacedBecause::Needs { other } => format!("it goes together with `{other}`"),
        MisplacedBecause::OnlyTrue => "a standing duty has standing = true; anything else leaves it out".to_owned(),
    };
    say(format!("the key `{key}` says nothing here"), "of no use here", instead)
}

fn syntax(fault: &SyntaxFault) -> Said {
    match fault {
        SyntaxFault::FullWidth { found, plain: ' ' } => {
            let code = u32::from(*found);
            say(format!("a full-width space (U+{code:04X})"), "full-width space", "use a plain space, or none")
        }
        SyntaxFault::FullWidth { found, plain } => say(
            format!("a Chinese or full-width `{found}`"),
            format!("use a plain {plain}"),
            "switch the keyboard to English for signs and digits; quoted text may hold anything",
        ),
        SyntaxFault::Conflict => say(
            "this is an unresolved merge: two people changed the same lines, and git left both versions",
            "from here to >>>>>>>",
            "keep what is right of the two, then delete the lines <<<<<<<, ======= and >>>>>>>",
        ),
        SyntaxFault::PercentSign { meant } => {
            say("no % behind a percentage", "take away the %", format!("write {meant}"))
        }
        SyntaxFault::DressedNumber { meant } => say(
            "a number is written with plain digits and nothing around it",
            format!("write {meant}"),
            "remarks go into `note`",
        ),
        SyntaxFault::Trailing => say(
            "something stands behind the value",
            "too much",
            "delete stray signs; write quotes inside quotes as “ ”; one `key = value` on a line, remarks begin with #",
        ),
        SyntaxFault::Backslash => say(
            "a backslash cannot simply stand in quotes",
            "backslash",
            "write / instead of \\, like \"annex/june.xlsx\"",
        ),
        SyntaxFault::UnquotedMonth { meant } => say("a month is quoted", "no quotes", format!("write {meant}")),
        SyntaxFault::DateForm { meant } => {
            say("a day is written year-month-day", "another form", format!("write {meant}, without quotes"))
        }
        SyntaxFault::LeadingZero { meant } => {
            say("no 0 in front of a number", "a 0 too many", format!("write {meant}"))
        }
        SyntaxFault::ChineseKey { key } if key.starts_with("[units.") => say(
            format!("the id of a unit is made of ASCII letters, not `{key}`"),
            "not an id",
            "write something like [units.sudian], and the name as name = \"…\" below it",
        ),
        SyntaxFault::ChineseKey { key } => say(
            format!("keys are English; `{key}` is not one"),
            "not a key",
            "keys are percent, note and the like: see the README",
        ),
        SyntaxFault::Control { code } => say(
            format!("an invisible control character (U+{code:04X})"),
            "control character",
            "delete it; it was probably pasted in",
        ),
        SyntaxFault::UnquotedText => say(
            "text is quoted",
            "no quotes",
            "quote text, like note = \"begun\"; write numbers in digits, like percent = 40",
        ),
        SyntaxFault::UnclosedText => {
            say("a quote is not closed", "from here on", "quote text on both sides, on one line")
        }
        SyntaxFault::UnclosedBracket => {
            say("a bracket is not closed, or a comma is missing", "from here on", "add the ], } or comma")
        }
        SyntaxFault::NoValue => {
            say("this line is not `key = value`", "no = or no value", "write key = value; remarks begin with #")
        }
        SyntaxFault::Other { message } => {
            say(format!("this is not TOML ({message})"), "cannot be read", "compare with the examples in the README")
        }
    }
}
