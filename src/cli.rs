//! The command line as a whole: global options, subcommands, help and errors in the user's language.

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgMatches, ColorChoice, Command};

use crate::commands::completing::Place;
use crate::commands::declare::{Options, Saying};
use crate::commands::kinds::{Columns, FolderName, Topic};
use crate::commands::{self, Context, Exit, Outcome};
use crate::source::nearest;
use crate::text::Lang;
use crate::text::cli::{self as words, Misuse};

/// What was typed.
#[derive(Clone, Debug)]
pub struct Cli {
    /// Options of every command.
    pub global: Global,
    command: Commands,
}

options! {
    /// Options of every command.
    pub struct Global {
        pub directory: Vec<FolderName> = "-C --directory",
            "方案所在文件夹（默认：SHANGDANG_DIR，再由当前文件夹往上找）",
            "Folder of the plan (default: SHANGDANG_DIR, otherwise searched upwards from the current folder)"
            with |arg| arg.global(true).display_order(LAST);
        pub lang: Option<Lang> = "--lang", "语言：zh 或 en", "Language: zh or en"
            with |arg| arg.global(true).display_order(LAST + 1);
        pub color: Option<ColorChoice> = "--color",
            "颜色：auto、always、never（默认 auto）", "Colour: auto, always or never (default: auto)"
            with |arg| arg.global(true).display_order(LAST + 2);
        pub width: Option<Columns> = "--width",
            "按多少列排版（默认：终端宽度；重定向时不限）",
            "Lay out for this many columns (default: the terminal's; no limit when redirected)"
            with |arg| arg.global(true).display_order(LAST + 3);
    }
}

/// The options of every command come last.
const LAST: usize = 1000;

commands! {
    enum Commands(&Context) {
        Init(commands::init::Arguments) => commands::init::run,
        Status(commands::status::Arguments) => commands::status::run,
        Escalate(commands::escalate::Arguments) => commands::escalate::run,
        Explain(commands::explain::Arguments) => commands::explain::run,
        Outlook(commands::outlook::Arguments) => commands::outlook::run,
        Filing(commands::filing::Arguments) => commands::filing::run,
        Annual(commands::annual::Arguments) => commands::annual::run,
        Publicity(commands::publicity::Arguments) => commands::publicity::run,
        Calendar(commands::calendar::Arguments) => commands::calendar::run,
        Form(commands::form::Arguments) => commands::form::run,
        Collect(commands::collect::Arguments) => commands::collect::run,
        Report(commands::report::Arguments) => commands::report::run,
        Diff(commands::diff::Arguments) => commands::diff::run,
        History(commands::history::Arguments) => commands::history::run,
        Textconv(commands::textconv::Arguments) => commands::textconv::run,
        Notice(commands::notice::Arguments) => commands::notice::run,
        Bulletin(commands::bulletin::Arguments) => commands::bulletin::run,
        Board(commands::board::Arguments) => commands::board::run,
        Chart(commands::chart::Arguments) => commands::chart::run,
        Register(commands::register::Arguments) => commands::register::run,
        Close(commands::close::Arguments) => commands::close::run,
        Reopen(commands::close::ReopenArguments) => commands::close::reopen,
        Check(commands::check::Arguments) => commands::check::run,
        Audit(commands::audit::Arguments) => commands::audit::run,
        Fmt(commands::fmt::Arguments) => commands::fmt::run,
        Help(commands::help::Arguments) => help,
        Schema(commands::schema::Arguments) => commands::schema::run,
        Completions(commands::completions::Arguments) => commands::completions::run,
        Man(commands::man::Arguments) => |arguments, context: &Context| {
            commands::man::run(arguments, &command(context.lang), context)
        },
        Doctor(commands::doctor::Arguments) => commands::doctor::run,
    }
}

/// What came of reading the command line, if it is not a command to run.
#[derive(Clone, Debug)]
pub enum Instead {
    /// Help or version, which is what was asked for.
    Shown(String),
    /// What is wrong with it.
    Wrong(String),
}

impl Cli {
    /// Reads the command line.
    ///
    /// # Errors
    /// [`Instead`]: help, version, or what is wrong, as text.
    pub fn read(arguments: impl IntoIterator<Item = OsString>, lang: Lang) -> Result<Self, Instead> {
        let arguments: Vec<OsString> = arguments.into_iter().collect();
        // The words of all commands take longer to put in place than a small plan to assess; nearly every line needs none.
        let matches =
            wordless().try_get_matches_from(&arguments).or_else(|_| command(lang).try_get_matches_from(&arguments));
        let matches = matches.map_err(|error| instead(&error, &arguments, lang))?;
        if let Some(unknown) = unknown_command(&matches, &arguments, lang) {
            return Err(Instead::Wrong(unknown));
        }
        let read = || Ok(Self { global: Global::read(&matches)?, command: Commands::read(&matches)? });
        read().map_err(|error| instead(&error, &arguments, lang))
    }

    /// Runs the command.
    ///
    /// # Errors
    /// Those of the command.
    pub fn run(&self, context: &Context) -> anyhow::Result<Outcome> {
        let sees_several = matches!(
            self.command,
            Commands::Status(_) | Commands::Escalate(_) | Commands::Board(_) | Commands::Help(_)
        );
        if !sees_several && self.global.directory.len() > 1 {
            return Err(anyhow::anyhow!(words::one_folder(context.lang)));
        }
        commands::answer(self.command.run(context))
    }
}

fn help(arguments: &commands::help::Arguments, context: &Context) -> anyhow::Result<Outcome> {
    match page_of(&arguments.topic, context.lang) {
        Ok(page) => Ok(Outcome { result: page, aside: String::new(), exit: Exit::Fine }),
        Err(known) => commands::help::run(arguments, &known, context),
    }
}

/// The help page of the program or of one of its commands; else the names of those there are.
fn page_of(names: &[Topic], lang: Lang) -> Result<String, Vec<String>> {
    let mut root = command(lang);
    let mut found = &mut root;
    for name in names {
        let known = found.get_subcommands().map(|command| command.get_name().to_owned());
        let known: Vec<String> = known.collect();
        found = found.find_subcommand_mut(&**name).ok_or(known)?;
    }
    Ok(format!("{}\n", found.render_help().to_string().trim_end()))
}

/// The value of `--lang`, if there is one: even a wrong command line is answered in the language it asks for.
pub fn asked_language(arguments: &[OsString]) -> Option<Lang> {
    let name = asked(arguments, &["--lang"])?;
    Lang::named(&name.to_string_lossy())
}

/// The value of `-C`, if there is one: an unfinished command line is completed from the workspace it names.
pub fn asked_directory(arguments: &[OsString]) -> Option<PathBuf> {
    asked(arguments, &["-C", "--directory"]).map(PathBuf::from)
}

/// The value of an option under any of its names, read without knowing what else is on the line.
fn asked(arguments: &[OsString], names: &[&str]) -> Option<OsString> {
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        if names.iter().any(|name| argument == name) {
            return rest.next().cloned();
        }
        let text = argument.to_string_lossy();
        let joined = text.split_once('=');
        if let Some((name, value)) = joined
            && names.contains(&name)
        {
            return Some(value.into());
        }
    }
    None
}

/// The clap command, to be read with and not to be shown.
fn wordless() -> Command {
    declared(&Saying::default())
}

fn declared(saying: &Saying) -> Command {
    let command = Command::new("shangdang").version(env!("CARGO_PKG_VERSION"));
    Commands::declare(Global::declare(command, saying), saying)
}

/// The clap command with its words.
pub fn command(lang: Lang) -> Command {
    worded(Saying { lang: Some(lang), ..Saying::default() }, lang)
}

/// The command for shells that ask how to go on: its arguments complete to what is found there.
pub fn completing(place: Place) -> Command {
    let lang = place.lang;
    worded(Saying { lang: Some(lang), place: Some(Arc::new(place)), ..Saying::default() }, lang)
}

fn worded(saying: Saying, lang: Lang) -> Command {
    let name = "shangdang".to_owned();
    let command = declared(&Saying { path: [name.clone(), name], ..saying });
    let usage = format!("shangdang {} {}", words::options(lang), words::command(lang));
    let mut command = command
        .about(words::about(lang))
        .override_usage(usage)
        .after_help(words::examples(words::EXAMPLES, lang))
        .help_template(words::help_template(true, false, None, lang));
    command.build();
    with_own_flags(command, lang)
}

/// The words of the flags that every command has.
fn with_own_flags(command: Command, lang: Lang) -> Command {
    let command = command.mut_args(|argument| match argument.get_id().as_str() {
        "help" => argument.help(words::help(lang)).display_order(LAST + 4),
        "version" => argument.help(words::version(lang)).display_order(LAST + 5),
        _ => argument,
    });
    command.mut_subcommands(|inner| with_own_flags(inner, lang))
}

fn instead(error: &clap::Error, arguments: &[OsString], lang: Lang) -> Instead {
    let page = || format!("{}\n", error.render().to_string().trim_end());
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Instead::Shown(page()),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Instead::Wrong(page()),
        _ => {
            let matches = wordless().ignore_errors(true).try_get_matches_from(arguments);
            let unknown = matches.ok().and_then(|matches| unknown_command(&matches, arguments, lang));
            Instead::Wrong(unknown.unwrap_or_else(|| explained(error, arguments, lang)))
        }
    }
}

/// Where a month or a command can stand, what is no month: a command that is mistyped, or comes behind options that do
/// not go with it.
fn unknown_command(matches: &ArgMatches, arguments: &[OsString], lang: Lang) -> Option<String> {
    let (_, matches) = matches.subcommand()?;
    let word = matches.try_get_one::<String>("month").ok()??;
    if matches.subcommand().is_some() || commands::is_month(word) {
        return None;
    }
    let root = command(lang);
    let above = root.find_subcommand(path(arguments).split(' ').nth(1)?)?;
    let typed = || arguments.iter().map(|argument| argument.to_string_lossy());
    let option = typed().take_while(|typed| typed != word).filter(|typed| typed.starts_with('-')).last();
    let (misuse, meant) = match (above.find_subcommand(word), &option) {
        (Some(_), Some(option)) => (Misuse::Conflict { argument: word, other: option }, None),
        _ => (Misuse::UnknownCommand { command: word }, nearest(word, above.get_subcommands().map(Command::get_name))),
    };
    let hints = meant.map(|meant| words::did_you_mean(meant, lang)).into_iter().collect();
    above.has_subcommands().then(|| complaint(misuse, hints, arguments, lang))
}

/// What is wrong with a command line, with what was probably meant.
fn explained(error: &clap::Error, arguments: &[OsString], lang: Lang) -> String {
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(" ")),
        _ => None,
    };
    // Of several guesses the nearest; where none is near, all of them, each for itself.
    let guess = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::Strings(words)) if words.len() > 1 => {
            let typed = text(ContextKind::InvalidSubcommand).or_else(|| text(ContextKind::InvalidValue))?;
            let meant = nearest(&typed, words.iter().map(String::as_str));
            Some(meant.map_or_else(|| words.join(lang.pick(" 或 ", " or ")), str::to_owned))
        }
        _ => text(kind),
    };
    let argument = text(ContextKind::InvalidArg).unwrap_or_default();
    let argument = argument.as_str();
    let value = text(ContextKind::InvalidValue).unwrap_or_default();
    let subcommand = text(ContextKind::InvalidSubcommand).unwrap_or_default();
    let other = text(ContextKind::PriorArg).unwrap_or_default();
    let misuse = match error.kind() {
        ErrorKind::UnknownArgument => Misuse::UnknownArgument { argument },
        ErrorKind::InvalidSubcommand => Misuse::UnknownCommand { command: &subcommand },
        ErrorKind::InvalidValue if value.is_empty() => Misuse::NoValue { argument },
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Misuse::BadValue { argument, value: &value },
        ErrorKind::MissingRequiredArgument => Misuse::Missing { arguments: argument },
        ErrorKind::MissingSubcommand => Misuse::NoCommand,
        // A command beside options that belong to the page without one.
        ErrorKind::ArgumentConflict if argument.is_empty() => Misuse::Conflict { argument: &subcommand, other: &other },
        ErrorKind::ArgumentConflict if !value.is_empty() => {
            Misuse::Twice { option: argument, bare: &other, named: &value }
        }
        ErrorKind::ArgumentConflict if argument == other => Misuse::Repeated { argument },
        ErrorKind::ArgumentConflict => Misuse::Conflict { argument, other: &other },
        _ => Misuse::Other,
    };
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let suggested = suggested.into_iter().find_map(guess).map(|word| words::did_you_mean(&word, lang));
    let known = [ContextKind::ValidValue, ContextKind::ValidSubcommand].into_iter().filter_map(|kind| {
        let Some(ContextValue::Strings(known)) = error.get(kind) else {
            return None;
        };
        (!known.is_empty()).then(|| words::possible(&lang.list(known), lang))
    });
    complaint(misuse, suggested.into_iter().chain(known).collect(), arguments, lang)
}

/// What is wrong with a command line, what might help, and where the help of its command is.
fn complaint(misuse: Misuse<'_>, hints: Vec<String>, arguments: &[OsString], lang: Lang) -> String {
    let mut lines = vec![words::error(&words::misuse(misuse, lang), lang)];
    lines.extend(hints);
    lines.push(words::see_help(&path(arguments), lang));
    lines.join("\n  ") + "\n"
}

/// The command that is on the line, as far as it can be read.
fn path(arguments: &[OsString]) -> String {
    let mut path = String::from("shangdang");
    let matches = wordless().ignore_errors(true).try_get_matches_from(arguments);
    let mut rest = matches.as_ref().ok().and_then(ArgMatches::subcommand);
    while let Some((name, matches)) = rest {
        path.push(' ');
        path.push_str(name);
        rest = matches.subcommand();
    }
    path
}
