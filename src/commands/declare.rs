//! How a command and its options are written down: each once, beside what it does.
//!
//! ```text
//! command! {
//!     "close" "结账" { "结账：把一个月的结论封存", "Close a month: seal its verdicts" }
//!     examples { "close 6月 --on 2022-07-08", "close 2022-06 --on 2022-07-08" }
//!     /// Its arguments.
//!     pub struct Arguments {
//!         month: MonthName = "bare -m --month" { "哪个月", "The month" },
//!         by: Option<Office> = "--by" { "由哪个机关结账", "The office that closes it" },
//!         writing: Writing,
//!     }
//! }
//! ```
//!
//! A field with words is an argument. Its names stand in front of them: `bare` where its place is enough, `-m`, `--month`,
//! and in parentheses a name that is understood and not shown. Its type says how often it stands (`T` once, `Option<T>`,
//! `Vec<T>`, `bool` for a flag) and what kind of value it takes, see [`super::kinds`]; a type that is no kind does not
//! compile. `with |arg| …` sets what is left. A field without words is a group of arguments declared elsewhere with
//! `options!`. `commands!` lists commands, each with what runs it.

use std::sync::Arc;

use clap::builder::{ArgExt, ValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint};
use clap_complete::engine::ArgValueCompleter;

use super::completions::{self, Completion, Place};
use crate::text::Lang;
use crate::text::cli as words;

/// What is put in beside the names: nearly every line is read without any of it.
#[derive(Clone, Debug, Default)]
pub struct Saying {
    /// The language of the words; no words without it.
    pub lang: Option<Lang>,
    /// Where values are looked up, for a shell that asks how to go on.
    pub place: Option<Arc<Place>>,
    /// The commands above, by their usual and their Chinese names.
    pub path: [String; 2],
}

/// A value that is given twice, and not the same.
#[derive(Clone, Debug)]
pub struct Twice {
    /// The option that gives it as well.
    pub option: String,
    /// What stands in its place.
    pub bare: String,
    /// What stands behind the option.
    pub named: String,
}

/// A group of arguments.
pub trait Options: Sized {
    /// Adds them to a command.
    fn declare(command: Command, saying: &Saying) -> Command;

    /// Reads them from what was typed.
    ///
    /// # Errors
    /// A value that is given twice, and not the same.
    fn read(matches: &ArgMatches) -> Result<Self, Twice>;
}

/// A list of commands.
pub trait Commands: Sized {
    /// Adds them to the command above them.
    fn add(command: Command, saying: &Saying) -> Command;

    /// Reads the one that was typed, if one was.
    ///
    /// # Errors
    /// A value that is given twice, and not the same.
    fn find(matches: &ArgMatches) -> Result<Option<Self>, Twice>;
}

impl<T: Commands> Options for T {
    fn declare(command: Command, saying: &Saying) -> Command {
        T::add(command, saying).subcommand_required(true).arg_required_else_help(true).disable_help_subcommand(true)
    }

    fn read(matches: &ArgMatches) -> Result<Self, Twice> {
        Ok(T::find(matches)?.expect("a command is required"))
    }
}

impl<T: Commands> Options for Option<T> {
    fn declare(command: Command, saying: &Saying) -> Command {
        T::add(command, saying).args_conflicts_with_subcommands(true).disable_help_subcommand(true)
    }

    fn read(matches: &ArgMatches) -> Result<Self, Twice> {
        T::find(matches)
    }
}

/// A command, and what is said about it.
pub trait Spoken: Options {
    /// Its name.
    const NAME: &'static str;
    /// The name that the office uses.
    const CHINESE: &'static str;
    /// What it does, in Chinese and English.
    const ABOUT: [&'static str; 2];
    /// What stands behind its name in its usage, where its arguments do not say it.
    const USAGE: Option<[&'static str; 2]> = None;
    /// Examples, one a line; behind an empty line, what else is to be said.
    const EXAMPLES: [&'static str; 2] = [""; 2];

    /// The command. Of one that is not called only the names are made.
    fn command(saying: &Saying) -> Command {
        let command = Command::new(Self::NAME).alias(Self::CHINESE);
        let Some(lang) = saying.lang else {
            return command.defer(|command| Self::declare(command, &Saying::default()));
        };
        let [path, chinese] = &saying.path;
        let path = [format!("{path} {}", Self::NAME), format!("{chinese} {}", Self::CHINESE)];
        let saying = Saying { path, ..saying.clone() };
        let command = Self::declare(command, &saying);
        let usage = match Self::USAGE {
            Some(usage) => format!("{} {} {}", saying.path[0], pick(usage, lang), words::options(lang)),
            None => usage(&command, &saying.path[0], lang),
        };
        let (has_commands, has_arguments) = (command.has_subcommands(), command.get_positionals().next().is_some());
        command
            .about(pick(Self::ABOUT, lang))
            .override_usage(usage)
            .help_template(words::help_template(has_commands, has_arguments, Some(&saying.path[1]), lang))
            .after_help(words::examples(pick(Self::EXAMPLES, lang), lang))
    }
}

fn pick<T>([zh, en]: [T; 2], lang: Lang) -> T {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// An argument that has to be there though the shape of the command line allows that it is not.
#[derive(Clone, Debug)]
pub(super) struct Needed;

impl ArgExt for Needed {}

/// How a command is used: what has to be there, then the rest.
pub fn usage(command: &Command, path: &str, lang: Lang) -> String {
    let is_needed = |arg: &Arg| arg.is_required_set() || arg.get::<Needed>().is_some();
    let value = |arg: &Arg| arg.get_value_names().map(|names| names.join(" ")).unwrap_or_default();
    let bare = command.get_positionals().map(|arg| {
        let value = value(arg);
        let dots = if matches!(arg.get_action(), ArgAction::Append) { "..." } else { "" };
        if is_needed(arg) { format!("<{value}>{dots} ") } else { format!("[{value}]{dots} ") }
    });
    let named = command.get_opts().filter(|arg| is_needed(arg)).filter_map(|arg| {
        let value = value(arg);
        Some(format!("--{} <{value}> ", arg.get_long()?))
    });
    let arguments: String = bare.chain(named).collect();
    let page = format!("{path} {arguments}{}", words::options(lang));
    let inner = format!("{path} {} {}", words::command(lang), words::options(lang));
    match (command.has_subcommands(), command.is_subcommand_required_set()) {
        (false, _) => page,
        (true, true) => inner,
        (true, false) => format!("{page}{}{inner}", lang.pick("\n      ", "\n       ")),
    }
}

/// An argument as it is written down.
pub struct Spec {
    /// The field that holds it.
    pub id: &'static str,
    /// Its names.
    pub names: &'static str,
    /// What it is, in Chinese and English.
    pub about: [&'static str; 2],
    /// What else is set.
    pub with: fn(Arg) -> Arg,
}

impl Spec {
    fn is_bare(&self) -> bool {
        self.names.split(' ').any(|name| name == "bare")
    }

    /// Where what stands behind the option is kept, if the place is enough as well.
    fn named_id(&self) -> String {
        format!("{}-named", self.id)
    }

    /// The argument by its names.
    fn named(&self, id: impl Into<clap::Id>) -> Arg {
        let mut arg = Arg::new(id);
        for name in self.names.split(' ') {
            let (name, is_hidden) = match name.strip_prefix('(') {
                Some(hidden) => (hidden.trim_end_matches(')'), true),
                None => (name, false),
            };
            arg = match (name.strip_prefix("--"), name.strip_prefix('-')) {
                (Some(long), _) if is_hidden => arg.alias(long),
                (Some(long), _) => arg.long(long),
                (None, Some(short)) => arg.short(short.chars().next()),
                (None, None) => arg,
            };
        }
        arg
    }

    /// Adds the argument: in its place, by its names, or either. One value of a kind, or several.
    fn valued<V: Value>(&self, command: Command, saying: &Saying, is_needed: bool, is_list: bool) -> Command {
        let action = || if is_list { ArgAction::Append } else { ArgAction::Set };
        let kind = |arg: Arg| {
            let mut arg = arg.value_parser(V::parser()).action(action());
            if let Some(lang) = saying.lang {
                arg = arg.value_name(pick(V::PLACEHOLDER, lang)).hide_possible_values(true);
            }
            match (&saying.place, V::COMPLETION) {
                (Some(_), Completion::Files) => arg.value_hint(ValueHint::AnyPath),
                (Some(_), Completion::Folders) => arg.value_hint(ValueHint::DirPath),
                (Some(_), Completion::Free) => arg.value_hint(ValueHint::Other),
                (None, _) | (_, Completion::Choice) => arg,
                (Some(place), completion) => {
                    let place = Arc::clone(place);
                    let found = move |current: &_| completions::candidates(completion, current, &place);
                    arg.add(ArgValueCompleter::new(found))
                }
            }
        };
        let about = |arg: Arg| match saying.lang {
            Some(lang) => arg.help(pick(self.about, lang)),
            None => arg,
        };
        let is_bare = self.is_bare();
        let is_also_named = is_bare && self.names.contains('-');
        if !is_bare {
            let arg = (self.with)(about(kind(self.named(self.id)).required(is_needed)));
            return command.arg(arg);
        }
        let mut arg = kind(Arg::new(self.id));
        if is_list {
            arg = arg.num_args(1..);
        }
        if !is_also_named {
            return command.arg((self.with)(about(arg.required(is_needed))));
        }
        if is_needed {
            arg = arg.required_unless_present(self.named_id()).add(Needed);
        }
        let mut named = kind(self.named(self.named_id()));
        if let Some(lang) = saying.lang {
            named = named.help(words::same_as(pick(V::PLACEHOLDER, lang), is_needed, lang));
        }
        command.arg((self.with)(about(arg))).arg((self.with)(named))
    }
}

/// A kind of value: what stands for it in help, what is taken, and how it completes.
pub trait Value: Sized {
    /// What is taken from the command line.
    type Raw: Clone + Send + Sync + PartialEq + 'static;
    /// What stands for it, in Chinese and English.
    const PLACEHOLDER: [&'static str; 2];
    /// How it completes.
    const COMPLETION: Completion;

    /// How it is taken.
    fn parser() -> ValueParser;

    /// The value.
    fn of(raw: Self::Raw) -> Self;

    /// The one of two that says what both say; none where they differ.
    fn agreed(bare: Self::Raw, named: Self::Raw) -> Option<Self::Raw> {
        (bare == named).then_some(bare)
    }
}

/// What a field can be.
pub trait Field: Sized {
    /// Adds it to a command.
    fn declare(command: Command, saying: &Saying, spec: &Spec) -> Command;

    /// Reads it.
    ///
    /// # Errors
    /// It is given twice, and not the same.
    fn read(matches: &ArgMatches, spec: &Spec) -> Result<Self, Twice>;
}

impl<V: Value> Field for V {
    fn declare(command: Command, saying: &Saying, spec: &Spec) -> Command {
        spec.valued::<V>(command, saying, true, false)
    }

    fn read(matches: &ArgMatches, spec: &Spec) -> Result<Self, Twice> {
        Ok(<Option<V> as Field>::read(matches, spec)?.expect("what is required is there"))
    }
}

impl<V: Value> Field for Option<V> {
    fn declare(command: Command, saying: &Saying, spec: &Spec) -> Command {
        spec.valued::<V>(command, saying, false, false)
    }

    fn read(matches: &ArgMatches, spec: &Spec) -> Result<Self, Twice> {
        let bare = matches.get_one::<V::Raw>(spec.id).cloned();
        let named = matches.try_get_one::<V::Raw>(&spec.named_id()).ok().flatten().cloned();
        let (Some(one), Some(other)) = (&bare, &named) else {
            return Ok(bare.or(named).map(V::of));
        };
        let agreed = V::agreed(one.clone(), other.clone()).ok_or_else(|| {
            let option = spec.names.split(' ').find(|name| name.starts_with("--"));
            let typed = |id: &str| {
                let raw = matches.get_raw(id).into_iter().flatten();
                raw.map(|raw| raw.to_string_lossy().into_owned()).collect()
            };
            Twice {
                option: option.unwrap_or_default().to_owned(),
                bare: typed(spec.id),
                named: typed(&spec.named_id()),
            }
        })?;
        Ok(Some(V::of(agreed)))
    }
}

impl<V: Value> Field for Vec<V> {
    fn declare(command: Command, saying: &Saying, spec: &Spec) -> Command {
        spec.valued::<V>(command, saying, false, true)
    }

    fn read(matches: &ArgMatches, spec: &Spec) -> Result<Self, Twice> {
        let values = matches.get_many::<V::Raw>(spec.id).into_iter().flatten();
        Ok(values.cloned().map(V::of).collect())
    }
}

impl Field for bool {
    fn declare(command: Command, saying: &Saying, spec: &Spec) -> Command {
        let mut arg = spec.named(spec.id).action(ArgAction::SetTrue);
        if let Some(lang) = saying.lang {
            arg = arg.help(pick(spec.about, lang));
        }
        command.arg((spec.with)(arg))
    }

    fn read(matches: &ArgMatches, spec: &Spec) -> Result<Self, Twice> {
        Ok(matches.get_flag(spec.id))
    }
}

/// A group of arguments; see the top of this file.
macro_rules! options {
    ($(#[$meta:meta])* $visible:vis struct $name:ident {
        $($seen:vis $field:ident: $type:ty $(= $names:literal { $zh:expr, $en:expr $(,)? } $(with $with:expr)?)?,)*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        $visible struct $name { $($(#[doc = $names])? $seen $field: $type,)* }

        impl $crate::commands::declare::Options for $name {
            fn declare(command: ::clap::Command, saying: &$crate::commands::declare::Saying) -> ::clap::Command {
                let _ = saying;
                $(let command = option!(
                    declare(command, saying) $field: $type $(= $names { $zh, $en } $(with $with)?)?
                );)*
                command
            }

            fn read(matches: &::clap::ArgMatches) -> Result<Self, $crate::commands::declare::Twice> {
                let _ = matches;
                Ok(Self {
                    $($field: option!(read(matches) $field: $type $(= $names { $zh, $en } $(with $with)?)?)?,)*
                })
            }
        }
    };
}

/// One field of a group.
macro_rules! option {
    ($do:ident($($given:ident),*) $field:ident: $type:ty) => {
        <$type as $crate::commands::declare::Options>::$do($($given),*)
    };
    ($do:ident($($given:ident),*) $field:ident: $type:ty = $names:literal { $zh:expr, $en:expr } $(with $with:expr)?) => {
        <$type as $crate::commands::declare::Field>::$do($($given,)* &$crate::commands::declare::Spec {
            id: stringify!($field),
            names: $names,
            about: [$zh, $en],
            with: option!(@with $($with)?),
        })
    };
    (@with) => { |arg| arg };
    (@with $with:expr) => { $with };
}

/// A command; see the top of this file.
macro_rules! command {
    ($name:literal $chinese:literal $about:tt usage $usage:tt examples $examples:tt $($item:tt)+) => {
        command! { @made $name $chinese $about [$usage] [$examples] $($item)+ }
    };
    ($name:literal $chinese:literal $about:tt examples $examples:tt $($item:tt)+) => {
        command! { @made $name $chinese $about [] [$examples] $($item)+ }
    };
    ($name:literal $chinese:literal $about:tt $(#[$meta:meta])* pub $($item:tt)+) => {
        command! { @made $name $chinese $about [] [] $(#[$meta])* pub $($item)+ }
    };
    (
        @made $name:literal $chinese:literal { $zh:literal, $en:literal $(,)? }
        [$({ $usage_zh:literal, $usage_en:literal $(,)? })?] [$({ $examples_zh:literal, $examples_en:literal $(,)? })?]
        $(#[$meta:meta])* $visible:vis struct $type:ident $fields:tt
    ) => {
        options! { $(#[$meta])* $visible struct $type $fields }

        impl $crate::commands::declare::Spoken for $type {
            const NAME: &'static str = $name;
            const CHINESE: &'static str = $chinese;
            const ABOUT: [&'static str; 2] = [$zh, $en];
            $(const USAGE: Option<[&'static str; 2]> = Some([$usage_zh, $usage_en]);)?
            $(const EXAMPLES: [&'static str; 2] = [$examples_zh, $examples_en];)?
        }
    };
}

/// A list of commands; see the top of this file.
macro_rules! commands {
    ($(#[$meta:meta])* $visible:vis enum $name:ident($context:ty) { $($variant:ident($type:ty) => $run:expr,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        $visible enum $name { $($variant($type),)* }

        impl $crate::commands::declare::Commands for $name {
            fn add(command: ::clap::Command, saying: &$crate::commands::declare::Saying) -> ::clap::Command {
                command$(.subcommand(<$type as $crate::commands::declare::Spoken>::command(saying)))*
            }

            fn find(matches: &::clap::ArgMatches) -> Result<Option<Self>, $crate::commands::declare::Twice> {
                use $crate::commands::declare::{Options, Spoken};
                Ok(match matches.subcommand() {
                    $(Some((name, matches)) if name == <$type>::NAME => Some(Self::$variant(<$type>::read(matches)?)),)*
                    _ => None,
                })
            }
        }

        impl $name {
            fn run(&self, context: $context) -> ::anyhow::Result<$crate::commands::Outcome> {
                match self {
                    $(Self::$variant(arguments) => $run(arguments, context),)*
                }
            }
        }
    };
}
