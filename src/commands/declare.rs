//! How a command and its options are written down: each once, beside what it does.
//!
//! ```text
//! command! {
//!     "close" "结账": "结账：把一个月的结论封存", "Close a month: seal its verdicts";
//!     examples "close {6月|2022-06} --on 2022-07-08";
//!     pub(crate) struct Arguments {
//!         month: MonthName = "bare -m --month", "哪个月", "The month";
//!         by: Option<Office> = "--by", "由哪个机关结账", "The office that closes it";
//!         writing: Writing;
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
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command, Error, ValueHint};
use clap_complete::engine::ArgValueCompleter;

use super::completing::{self, Completion, Place};
use crate::lang::{Both, Lang};
use crate::text::cli as words;

/// What is put in beside the names: nearly every line is read without any of it.
#[derive(Clone, Debug, Default)]
pub struct Saying {
    /// The language of the words; no words without it.
    pub lang: Option<Lang>,
    /// Where values are looked up, for a shell that asks how to go on.
    pub place: Option<Arc<Place>>,
    /// The commands above, by their Chinese and their English names.
    pub path: [String; 2],
}

impl Saying {
    fn about(&self, arg: Arg, about: Both) -> Arg {
        match self.lang {
            Some(lang) => arg.help(about.pick(lang)),
            None => arg,
        }
    }
}

/// A group of arguments.
pub trait Options: Sized {
    /// Adds them to a command.
    fn declare(command: Command, saying: &Saying) -> Command;

    /// Reads them from what was typed.
    ///
    /// # Errors
    /// A value that is given twice, and not the same.
    fn read(matches: &ArgMatches) -> Result<Self, Error>;
}

/// A list of commands.
pub trait Commands: Sized {
    /// Adds them to the command above them.
    fn add(command: Command, saying: &Saying) -> Command;

    /// Reads the one that was typed, if one was.
    ///
    /// # Errors
    /// A value that is given twice, and not the same.
    fn find(matches: &ArgMatches) -> Result<Option<Self>, Error>;
}

impl<T: Commands> Options for T {
    fn declare(command: Command, saying: &Saying) -> Command {
        T::add(command, saying).subcommand_required(true).arg_required_else_help(true).disable_help_subcommand(true)
    }

    fn read(matches: &ArgMatches) -> Result<Self, Error> {
        Ok(T::find(matches)?.expect("a command is required"))
    }
}

impl<T: Commands> Options for Option<T> {
    fn declare(command: Command, saying: &Saying) -> Command {
        T::add(command, saying).args_conflicts_with_subcommands(true).disable_help_subcommand(true)
    }

    fn read(matches: &ArgMatches) -> Result<Self, Error> {
        T::find(matches)
    }
}

/// A command, and what is said about it.
pub trait Spoken: Options {
    /// Its names, in Chinese and English, as everything here.
    const NAMES: [&'static str; 2];
    /// What it does.
    const ABOUT: Both;
    /// What stands behind its name in its usage, where its arguments do not say it; else empty.
    const USAGE: Both;
    /// Examples as [`words::examples`] takes them.
    const EXAMPLES: &'static str;

    /// The command. Of one that is not called only the names are made.
    fn command(saying: &Saying) -> Command {
        let [chinese, name] = Self::NAMES;
        let command = Command::new(name).alias(chinese);
        let Some(lang) = saying.lang else {
            return command.defer(|command| Self::declare(command, &Saying::default()));
        };
        let path = [0, 1].map(|at| format!("{} {}", saying.path[at], Self::NAMES[at]));
        let saying = Saying { path, ..saying.clone() };
        let command = Self::declare(command, &saying);
        let [chinese, path] = &saying.path;
        let usage = match Self::USAGE.pick(lang) {
            "" => usage(&command, path, lang),
            usage => format!("{path} {usage} {}", words::options(lang)),
        };
        let (has_commands, has_arguments) = (command.has_subcommands(), command.get_positionals().next().is_some());
        command
            .about(Self::ABOUT.pick(lang))
            .override_usage(usage)
            .help_template(words::help_template(has_commands, has_arguments, Some(chinese), lang))
            .after_help(words::examples(Self::EXAMPLES, lang))
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
    /// What it is.
    pub about: Both,
    /// What else is set.
    pub with: fn(Arg) -> Arg,
}

impl Spec {
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
                arg = arg.value_name(V::PLACEHOLDER.pick(lang)).hide_possible_values(true);
            }
            match (&saying.place, V::COMPLETION) {
                (Some(_), Completion::Files) => arg.value_hint(ValueHint::AnyPath),
                (Some(_), Completion::Folders) => arg.value_hint(ValueHint::DirPath),
                (Some(_), Completion::Free) => arg.value_hint(ValueHint::Other),
                (None, _) | (_, Completion::Choice) => arg,
                (Some(place), completion) => {
                    let place = Arc::clone(place);
                    let found = move |current: &_| completing::candidates(completion, current, &place);
                    arg.add(ArgValueCompleter::new(found))
                }
            }
        };
        if !self.names.starts_with("bare") {
            return command.arg((self.with)(saying.about(kind(self.named(self.id)), self.about).required(is_needed)));
        }
        let bare = saying.about(kind(Arg::new(self.id)), self.about);
        let bare = if is_list { bare.num_args(1..) } else { bare };
        if self.names == "bare" {
            return command.arg((self.with)(bare.required(is_needed)));
        }
        let bare = if is_needed { bare.required_unless_present(self.named_id()).add(Needed) } else { bare };
        let mut named = kind(self.named(self.named_id()));
        if let Some(lang) = saying.lang {
            named = named.help(words::same_as(V::PLACEHOLDER.pick(lang), is_needed, lang));
        }
        command.arg((self.with)(bare)).arg((self.with)(named))
    }

    /// That it is given twice, and not the same.
    fn contradiction(&self, matches: &ArgMatches) -> Error {
        let typed = |id: &str| {
            let raw = matches.get_raw(id).into_iter().flatten();
            ContextValue::String(raw.map(|raw| raw.to_string_lossy()).collect())
        };
        let option = self.names.split(' ').find(|name| name.starts_with("--")).unwrap_or_default();
        let mut error = Error::new(ErrorKind::ArgumentConflict);
        error.insert(ContextKind::InvalidArg, ContextValue::String(option.to_owned()));
        error.insert(ContextKind::InvalidValue, typed(&self.named_id()));
        error.insert(ContextKind::PriorArg, typed(self.id));
        error
    }
}

/// A kind of value: what stands for it in help, what is taken, and how it completes.
pub trait Value: Sized {
    /// What is taken from the command line.
    type Raw: Clone + Send + Sync + PartialEq + 'static;
    /// What stands for it.
    const PLACEHOLDER: Both;
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
    fn read(matches: &ArgMatches, spec: &Spec) -> Result<Self, Error>;
}

impl<V: Value> Field for V {
    fn declare(command: Command, saying: &Saying, spec: &Spec) -> Command {
        spec.valued::<V>(command, saying, true, false)
    }

    fn read(matches: &ArgMatches, spec: &Spec) -> Result<Self, Error> {
        Ok(<Option<V> as Field>::read(matches, spec)?.expect("what is required is there"))
    }
}

impl<V: Value> Field for Option<V> {
    fn declare(command: Command, saying: &Saying, spec: &Spec) -> Command {
        spec.valued::<V>(command, saying, false, false)
    }

    fn read(matches: &ArgMatches, spec: &Spec) -> Result<Self, Error> {
        let bare = matches.get_one::<V::Raw>(spec.id).cloned();
        let named = matches.try_get_one::<V::Raw>(&spec.named_id()).ok().flatten().cloned();
        let (Some(one), Some(other)) = (&bare, &named) else {
            return Ok(bare.or(named).map(V::of));
        };
        let agreed = V::agreed(one.clone(), other.clone()).ok_or_else(|| spec.contradiction(matches))?;
        Ok(Some(V::of(agreed)))
    }
}

impl<V: Value> Field for Vec<V> {
    fn declare(command: Command, saying: &Saying, spec: &Spec) -> Command {
        spec.valued::<V>(command, saying, false, true)
    }

    fn read(matches: &ArgMatches, spec: &Spec) -> Result<Self, Error> {
        Ok(matches.get_many::<V::Raw>(spec.id).into_iter().flatten().cloned().map(V::of).collect())
    }
}

impl Field for bool {
    fn declare(command: Command, saying: &Saying, spec: &Spec) -> Command {
        let arg = spec.named(spec.id).action(ArgAction::SetTrue);
        command.arg((spec.with)(saying.about(arg, spec.about)))
    }

    fn read(matches: &ArgMatches, spec: &Spec) -> Result<Self, Error> {
        Ok(matches.get_flag(spec.id))
    }
}

/// Groups of arguments; see the top of this file.
macro_rules! options {
    ($($(#[$meta:meta])* $visible:vis struct $name:ident {
        $($seen:vis $field:ident: $type:ty $(= $names:literal, $zh:literal, $en:literal $(with $with:expr)?)?;)*
    })+) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug)]
        $visible struct $name { $($(#[doc = $names])? $seen $field: $type,)* }

        impl $crate::commands::declare::Options for $name {
            fn declare(command: ::clap::Command, saying: &$crate::commands::declare::Saying) -> ::clap::Command {
                let _ = saying;
                $(let command = option!(
                    declare(command, saying) $field: $type $(= $names, ($zh, $en) $(with $with)?)?
                );)*
                command
            }

            fn read(matches: &::clap::ArgMatches) -> Result<Self, ::clap::Error> {
                let _ = matches;
                Ok(Self {
                    $($field: option!(read(matches) $field: $type $(= $names, ($zh, $en) $(with $with)?)?)?,)*
                })
            }
        }
    )+};
}

/// One field of a group.
macro_rules! option {
    ($do:ident($($given:ident),*) $field:ident: $type:ty) => {
        <$type as $crate::commands::declare::Options>::$do($($given),*)
    };
    ($do:ident($($given:ident),*) $field:ident: $type:ty = $names:literal, $about:tt) => {
        option!($do($($given),*) $field: $type = $names, $about with |arg| arg)
    };
    ($do:ident($($given:ident),*) $field:ident: $type:ty = $names:literal, $about:tt with $with:expr) => {
        <$type as $crate::commands::declare::Field>::$do($($given,)* &$crate::commands::declare::Spec {
            id: stringify!($field),
            names: $names,
            about: $crate::lang::Both::new $about,
            with: $with,
        })
    };
}

/// A command; see the top of this file.
macro_rules! command {
    ($name:literal $chinese:literal: $zh:literal, $en:literal; $(#[$meta:meta])* pub $($item:tt)+) => {
        command! { $name $chinese: $zh, $en; examples ""; $(#[$meta])* pub $($item)+ }
    };
    ($name:literal $chinese:literal: $zh:literal, $en:literal; examples $($item:tt)+) => {
        command! { $name $chinese: $zh, $en; usage "", ""; examples $($item)+ }
    };
    (
        $name:literal $chinese:literal: $zh:literal, $en:literal; usage $usage_zh:literal, $usage_en:literal;
        examples $examples:literal;
        $(#[$meta:meta])* $visible:vis struct $type:ident $fields:tt
    ) => {
        options! { $(#[$meta])* $visible struct $type $fields }

        impl $crate::commands::declare::Spoken for $type {
            const NAMES: [&'static str; 2] = [$chinese, $name];
            const ABOUT: $crate::lang::Both = $crate::lang::Both::new($zh, $en);
            const USAGE: $crate::lang::Both = $crate::lang::Both::new($usage_zh, $usage_en);
            const EXAMPLES: &'static str = $examples;
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

            fn find(matches: &::clap::ArgMatches) -> Result<Option<Self>, ::clap::Error> {
                use $crate::commands::declare::{Options, Spoken};
                Ok(match matches.subcommand() {
                    $(Some((name, matches)) if name == <$type>::NAMES[1] => Some(Self::$variant(<$type>::read(matches)?)),)*
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
