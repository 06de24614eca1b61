//! The kinds of values that options take. A kind says what stands for it in help, how it is taken, and how a shell
//! completes it; `names` finds what is meant.

use std::ops::Deref;
use std::path::PathBuf;

use clap::ColorChoice;
use clap::builder::{PossibleValuesParser, ValueParser};

use super::completing::{Completion, Found};
use super::declare::Value;
use super::names;
use crate::assess::Bucket;
use crate::audit;
use crate::lang::Both;
use crate::load::keys;
use crate::model::{Decision, Outcome, Shape, Share, Workspace};
use crate::text::starters::Origin;
use crate::text::{Lang, audit as audit_words, recording, register, terms};
use crate::views::topic::topics;
use crate::views::{By, Rows};
use Completion::{Choice, Files, Folders, Free as NoCompletion, Names, Today, Words};

/// A kind as text that is looked up later, or a path.
macro_rules! kinds {
    ($(
        $(#[$about:meta])* $name:ident($inner:ident) $zh:literal $en:literal $completion:expr
        $(, parser = $parser:expr)? $(, agreed = $agreed:path)?;
    )*) => {
        $(
            #[doc = concat!("`", $en, "`")]
            $(#[doc = ""] #[$about])*
            #[derive(Clone, Debug, PartialEq, Eq)]
            pub struct $name($inner);

            impl Deref for $name {
                type Target = <$inner as Deref>::Target;

                fn deref(&self) -> &Self::Target {
                    &self.0
                }
            }

            impl Value for $name {
                type Raw = $inner;
                const PLACEHOLDER: Both = Both::new($zh, $en);
                const COMPLETION: Completion = $completion;

                fn parser() -> ValueParser {
                    kinds!(@parser $inner $($parser)?)
                }

                fn of(raw: $inner) -> Self {
                    Self(raw)
                }

                $(fn agreed(bare: $inner, named: $inner) -> Option<$inner> {
                    $agreed(bare, named)
                })?
            }
        )*
    };
    (@parser $inner:ident) => { clap::value_parser!($inner) };
    (@parser $inner:ident $parser:expr) => { $parser.into() };
}

kinds! {
    UnitName(String) "单位" "UNIT" Names(units);
    ItemName(String) "事项" "ITEM" Names(items);
    TaskName(String) "任务号" "TASK" Names(tasks);
    TierName(String) "档次" "TIER" Names(tiers);
    StateName(String) "状态" "STATE" Words(states);
    ObservationName(String) "现象" "KIND" Words(observations);
    /// A month. Two that are given together agree where neither denies what the other says.
    MonthName(String) "月份" "MONTH" Names(months), agreed = names::agreed;
    /// Several months: one, or those between two.
    Months(String) "月份" "MONTHS" Names(months);
    YearName(String) "年份" "YEAR" Names(years);
    Day(String) "日期" "DAY" Today;
    /// A deadline: the close of a month, or a day.
    Deadline(String) "月份或日期" "MONTH|DAY" Names(months);
    Milestone(String) "月份=数" "MONTH=NUMBER" Names(milestones);
    Assumed(String) "事项[@单位]=数" "ITEM[@UNIT]=VALUE" Names(shares);
    /// A month, a revision of git, or a folder.
    Earlier(String) "甲" "A" Names(months);
    /// The same, to be compared with it.
    Later(String) "乙" "B" Names(months);
    NoticeNumber(String) "发文字号" "NUMBER" Names(notices);
    NewNumber(String) "发文字号" "NUMBER" NoCompletion;
    DocumentNumber(String) "文号" "NUMBER" NoCompletion;
    FindingId(String) "编号" "ID" NoCompletion;
    /// An office, by name; never a person.
    Office(String) "机关" "OFFICE" Names(office);
    DecisionWord(String) "复核结果" "DECISION" Words(decisions);
    OutcomeWord(String) "结果" "OUTCOME" Words(outcomes);
    Reading(String) "数值" "VALUE" NoCompletion;
    Reason(String) "理由" "REASON" NoCompletion;
    Document(String) "文件名或文号" "DOCUMENT" NoCompletion;
    Title(String) "名称" "TITLE" NoCompletion;
    Free(String) "文字" "TEXT" NoCompletion;
    Topic(String) "名称" "NAME" Words(all_topics);
    FileName(PathBuf) "文件" "FILE" Files;
    FolderName(PathBuf) "文件夹" "DIR" Folders;
    FileOrFolder(PathBuf) "文件" "FILES" Files;
    Tables(PathBuf) "表或文件夹" "FILE|DIR" Files;
    FileKind(String) "文件类型" "FILE" Choice, parser = PossibleValuesParser::new(keys::files().map(|file| file.name));
    ShellName(String) "命令行" "SHELL" Choice, parser = PossibleValuesParser::new(SHELLS);
}

/// A number.
macro_rules! numbers {
    ($($(#[$about:meta])* $name:ident($inner:ident) $zh:literal $en:literal $completion:expr, $parser:expr;)*) => {
        $(
            $(#[$about])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub struct $name(pub $inner);

            impl Value for $name {
                type Raw = $inner;
                const PLACEHOLDER: Both = Both::new($zh, $en);
                const COMPLETION: Completion = $completion;

                fn parser() -> ValueParser {
                    $parser
                }

                fn of(raw: $inner) -> Self {
                    Self(raw)
                }
            }
        )*
    };
}

numbers! {
    /// So many columns of a terminal.
    Columns(usize) "列数" "COLUMNS" NoCompletion, clap::value_parser!(usize).into();
    /// A year of the calendar.
    Year(u16) "年份" "YEAR" Names(years), clap::value_parser!(u16).range(1900..=9999).into();
}

/// One of a few words, as a type that has a variant for each: the placeholder in both languages, then for each variant
/// its word and, where there is one, another that is understood and not shown. The type stands where it is used, mostly
/// in the page that it changes.
macro_rules! choices {
    ($type:ty, $zh:literal $en:literal { $($variant:ident $word:literal $($also:literal)?),* $(,)? }) => {
        impl $crate::commands::declare::Value for $type {
            type Raw = String;
            const PLACEHOLDER: $crate::lang::Both = $crate::lang::Both::new($zh, $en);
            const COMPLETION: $crate::commands::completing::Completion =
                $crate::commands::completing::Completion::Choice;

            fn parser() -> ::clap::builder::ValueParser {
                use ::clap::builder::PossibleValue;
                let words = [$(PossibleValue::new($word)$(.alias($also))?),*];
                ::clap::builder::PossibleValuesParser::new(words).into()
            }

            fn of(raw: String) -> Self {
                match raw.as_str() {
                    $($word $(| $also)? => <$type>::$variant,)*
                    _ => unreachable!("the command line takes no other words"),
                }
            }
        }
    };
}

/// The shells there is a script for.
const SHELLS: [&str; 5] = ["bash", "zsh", "fish", "powershell", "elvish"];

choices! { By, "汇总" "BY" { Item "item" "事项", Task "task" "任务", Unit "unit" "单位" } }
choices! { Shape, "走法" "CURVE" { Step "step" "逐级", Linear "linear" "匀速" } }
choices! { Rows, "行" "ROWS" { Share "share" "责任份", Item "item" "事项", Unit "unit" "单位" } }
choices! { Origin, "起点" "FROM" { Blank "blank", Shangdang2022 "shangdang-2022" } }
choices! { Lang, "语言" "LANG" { Zh "zh", En "en" } }
choices! { ColorChoice, "何时" "WHEN" { Auto "auto", Always "always", Never "never" } }

/// Ids with names; names as well, for whoever has begun to type one.
fn both(named: impl Iterator<Item = (String, String)>) -> Found {
    let mut found: Found = named.collect();
    let names = found.iter().map(|(id, name)| (name.clone(), id.clone()));
    let names: Found = names.filter(|(name, _)| !name.is_ascii()).collect();
    found.extend(names);
    found
}

fn units(workspace: &Workspace, _: Lang) -> Found {
    both(workspace.plan.units.iter().map(|unit| (unit.id.clone(), unit.name.clone())))
}

fn items(workspace: &Workspace, _: Lang) -> Found {
    both(workspace.items.iter().map(|item| (item.id.clone(), item.title.clone())))
}

fn tasks(workspace: &Workspace, _: Lang) -> Found {
    both(workspace.tasks.iter().map(|task| (task.number.to_string(), task.title.clone())))
}

fn tiers(workspace: &Workspace, _: Lang) -> Found {
    both(workspace.plan.ladder.rungs().iter().map(|rung| (rung.id.clone(), rung.name.clone())))
}

fn months(workspace: &Workspace, lang: Lang) -> Found {
    let months = workspace.plan.start.through(workspace.plan.track_until);
    both(months.map(|month| (month.to_string(), terms::month(month, lang))))
}

fn milestones(workspace: &Workspace, lang: Lang) -> Found {
    let months = workspace.plan.start.through(workspace.plan.end);
    months.map(|month| (format!("{month}="), terms::month(month, lang))).collect()
}

fn years(workspace: &Workspace, _: Lang) -> Found {
    (workspace.plan.start.year()..=workspace.plan.end.year()).map(|year| (year.to_string(), String::new())).collect()
}

fn office(workspace: &Workspace, _: Lang) -> Found {
    let name = Some(workspace.plan.office.name.clone()).filter(|name| !name.is_empty());
    both(name.into_iter().map(|name| (name, String::new())))
}

/// A number has no second name.
fn notices(workspace: &Workspace, _: Lang) -> Found {
    let notices = workspace.register.notices.iter();
    notices.map(|notice| (notice.number.clone(), workspace.unit(notice.unit).name.clone())).collect()
}

/// What stands before a value that is assumed.
fn shares(workspace: &Workspace, _: Lang) -> Found {
    let before_value = |share: &Share| {
        let item = workspace.item(share.item);
        let whose = match workspace.leads_of(share.item)[..] {
            [_] => String::new(),
            _ => format!("@{}", workspace.unit(share.unit).id),
        };
        (format!("{}{whose}=", item.id), item.title.clone())
    };
    workspace.iter_shares().map(|(_, share)| before_value(share)).collect()
}

fn states(lang: Lang) -> Found {
    both(Bucket::ALL.iter().map(|&(bucket, id)| (id.to_owned(), terms::bucket(bucket, lang).to_owned())))
}

fn observations(lang: Lang) -> Found {
    audit::Kind::ALL.iter().map(|&(kind, id)| (id.to_owned(), audit_words::kind(kind, lang).to_owned())).collect()
}

fn decisions(_: Lang) -> Found {
    both(Decision::ALL.iter().map(|&(known, id)| (id.to_owned(), recording::decision(known, Lang::Zh).to_owned())))
}

fn outcomes(_: Lang) -> Found {
    both(Outcome::ALL.iter().map(|&(known, id)| (id.to_owned(), register::outcome(known, Lang::Zh).to_owned())))
}

fn all_topics(_: Lang) -> Found {
    topics().into_iter().map(|name| (name.to_owned(), String::new())).collect()
}
