//! The command line as a whole: global options, subcommands, help and errors in the user's language.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::sync::Arc;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Args, ColorChoice, Command, CommandFactory, FromArgMatches, Parser, Subcommand};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};

use crate::commands::{self, Context, Exit, Outcome};
use crate::document::clean;
use crate::text::Lang;
use crate::text::cli::{self as words, Misuse};

/// What was typed.
#[derive(Clone, Debug, Parser)]
#[command(name = "shangdang", version, arg_required_else_help = true)]
pub struct Cli {
    /// Options of every command.
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    command: Commands,
}

/// Options of every command.
#[derive(Clone, Debug, Args)]
pub struct Global {
    /// The folder of the plan; several, where plans are to be seen together.
    #[arg(short = 'C', long, global = true)]
    pub directory: Vec<PathBuf>,
    /// The language; read before anything else, see [`asked_language`].
    #[arg(long, global = true, value_parser = ["zh", "en"])]
    pub lang: Option<String>,
    /// Whether to use colour.
    #[arg(long, global = true, value_enum)]
    pub color: Option<ColorChoice>,
    /// Columns to lay out for.
    #[arg(long, global = true)]
    pub width: Option<usize>,
}

// Of the commands that are not called only the names are made.
#[derive(Clone, Debug, Subcommand)]
#[command(defer = true)]
enum Commands {
    Init(commands::init::Arguments),
    Status(commands::status::Arguments),
    Escalate(commands::escalate::Arguments),
    Explain(commands::explain::Arguments),
    Outlook(commands::outlook::Arguments),
    Filing(commands::filing::Arguments),
    Annual(commands::annual::Arguments),
    Publicity(commands::publicity::Arguments),
    Calendar(commands::calendar::Arguments),
    Form(commands::form::Arguments),
    Collect(commands::collect::Arguments),
    Report(commands::report::Arguments),
    Diff(commands::diff::Arguments),
    History(commands::history::Arguments),
    Textconv(commands::textconv::Arguments),
    Notice(commands::notice::Arguments),
    Bulletin(commands::bulletin::Arguments),
    Board(commands::board::Arguments),
    Chart(commands::chart::Arguments),
    Register(commands::register::Arguments),
    Close(commands::close::Arguments),
    Reopen(commands::close::ReopenArguments),
    Check(commands::check::Arguments),
    Audit(commands::audit::Arguments),
    Fmt(commands::fmt::Arguments),
    Help(commands::help::Arguments),
    Schema(commands::schema::Arguments),
    Completions(commands::completions::Arguments),
    Man(commands::man::Arguments),
    Doctor(commands::doctor::Arguments),
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
        matches.and_then(|matches| Self::from_arg_matches(&matches)).map_err(|error| instead(&error, lang))
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
        match &self.command {
            Commands::Status(arguments) => commands::status::run(arguments, context),
            Commands::Escalate(arguments) => commands::escalate::run(arguments, context),
            Commands::Explain(arguments) => commands::explain::run(arguments, context),
            Commands::Outlook(arguments) => commands::outlook::run(arguments, context),
            Commands::Filing(arguments) => commands::filing::run(arguments, context),
            Commands::Annual(arguments) => commands::annual::run(arguments, context),
            Commands::Publicity(arguments) => commands::publicity::run(arguments, context),
            Commands::Calendar(arguments) => commands::calendar::run(arguments, context),
            Commands::Init(arguments) => commands::init::run(arguments, context),
            Commands::Notice(arguments) => commands::notice::run(arguments, context),
            Commands::Board(arguments) => commands::board::run(arguments, context),
            Commands::Bulletin(arguments) => commands::bulletin::run(arguments, context),
            Commands::Chart(arguments) => commands::chart::run(arguments, context),
            Commands::Register(arguments) => commands::register::run(arguments, context),
            Commands::Close(arguments) => commands::close::run(arguments, context),
            Commands::Reopen(arguments) => commands::close::reopen(arguments, context),
            Commands::Audit(arguments) => commands::audit::run(arguments, context),
            Commands::Check(arguments) => commands::check::run(arguments, context),
            Commands::Fmt(arguments) => commands::fmt::run(arguments, context),
            Commands::Help(arguments) => match page_of(&arguments.topic, context.lang) {
                Ok(page) => Ok(Outcome { result: page, aside: String::new(), exit: Exit::Fine }),
                Err(known) => commands::help::run(arguments, &known, context),
            },
            Commands::Report(arguments) => commands::report::run(arguments, context),
            Commands::History(arguments) => commands::history::run(arguments, context),
            Commands::Textconv(arguments) => commands::textconv::run(arguments, context),
            Commands::Diff(arguments) => commands::diff::run(arguments, context),
            Commands::Schema(arguments) => commands::schema::run(arguments, context),
            Commands::Completions(arguments) => commands::completions::run(arguments, context),
            Commands::Man(arguments) => commands::man::run(arguments, &command(context.lang), context),
            Commands::Doctor(arguments) => commands::doctor::run(arguments, context),
            Commands::Form(arguments) => commands::form::run(arguments, context),
            Commands::Collect(arguments) => commands::collect::run(arguments, context),
        }
    }
}

/// The help page of the program or of one of its commands; else the names of those there are.
fn page_of(names: &[String], lang: Lang) -> Result<String, Vec<String>> {
    let mut root = command(lang);
    let mut found = &mut root;
    for name in names {
        let known = found.get_subcommands().map(|command| command.get_name().to_owned());
        let known: Vec<String> = known.collect();
        found = found.find_subcommand_mut(name).ok_or(known)?;
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
    Cli::command().disable_help_subcommand(true)
}

/// The clap command with its words.
pub fn command(lang: Lang) -> Command {
    let mut command = wordless();
    command.build();
    localise(command, lang)
}

/// What can stand at an argument, each with what it is called.
pub type Candidates = dyn Fn(&str) -> Vec<(String, String)> + Send + Sync;

/// The command for shells that ask how to go on: its arguments complete to what `candidates` finds.
pub fn completing(lang: Lang, candidates: &Arc<Candidates>) -> Command {
    complete_arguments(command(lang), candidates)
}

fn complete_arguments(command: Command, candidates: &Arc<Candidates>) -> Command {
    command
        .mut_args(|argument| {
            let id = argument.get_id().to_string();
            if !commands::completions::COMPLETED.contains(&id.as_str()) {
                return argument;
            }
            let candidates = Arc::clone(candidates);
            argument.add(ArgValueCompleter::new(move |current: &OsStr| {
                let current = current.to_string_lossy();
                let found = candidates(&id).into_iter();
                found
                    .filter(|(value, _)| value.starts_with(current.as_ref()))
                    // Ids first; names are for whoever has begun to type one.
                    .filter(|(value, _)| value.is_ascii() || !current.is_ascii())
                    .map(|(value, about)| {
                        let about = Some(about).filter(|about| !about.is_empty());
                        let about = about.map(|about| clean(&about).into());
                        CompletionCandidate::new(value).help(about)
                    })
                    .collect()
            }))
        })
        .mut_subcommands(|inner| complete_arguments(inner, candidates))
}

fn localise(command: Command, lang: Lang) -> Command {
    let name = command.get_name().to_owned();
    let template = words::help_template(command.has_subcommands(), command.get_positionals().next().is_some(), lang);
    let mut command = command
        .mut_args(|argument| localise_argument(argument, lang))
        .help_template(template)
        .after_help(words::examples(&name, lang))
        .mut_subcommands(|subcommand| localise(subcommand, lang));
    if let Some(about) = words::about(&name, lang) {
        command = command.about(about);
    }
    if let Some(usage) = words::usage(&name, lang) {
        command = command.override_usage(usage);
    }
    command
}

/// The options of every command come last.
const LAST: [&str; 6] = ["directory", "lang", "color", "width", "help", "version"];

fn localise_argument(argument: Arg, lang: Lang) -> Arg {
    let id = argument.get_id().to_string();
    let mut argument = argument.hide_possible_values(true).hide_default_value(true);
    if let Some(position) = LAST.iter().position(|last| *last == id) {
        argument = argument.display_order(1000 + position);
    }
    if let Some(help) = words::argument(&id, lang) {
        argument = argument.help(help);
    }
    match words::value_name(&id, lang) {
        Some(name) => argument.value_name(name),
        None => argument,
    }
}

fn instead(error: &clap::Error, lang: Lang) -> Instead {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Instead::Shown(page(error)),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Instead::Wrong(page(error)),
        _ => Instead::Wrong(complaint(error, lang)),
    }
}

fn page(error: &clap::Error) -> String {
    format!("{}\n", error.render().to_string().trim_end())
}

/// What is wrong with a command line, in one sentence, with what was probably meant.
fn complaint(error: &clap::Error, lang: Lang) -> String {
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(" ")),
        _ => None,
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
        ErrorKind::ArgumentConflict if argument == other => Misuse::Repeated { argument },
        ErrorKind::ArgumentConflict => Misuse::Conflict { argument, other: &other },
        _ => Misuse::Other,
    };
    let mut lines = vec![words::error(&words::misuse(misuse, lang), lang)];
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    lines.extend(suggested.into_iter().find_map(text).map(|word| words::did_you_mean(&word, lang)));
    if let Some(ContextValue::Strings(values)) = error.get(ContextKind::ValidValue)
        && !values.is_empty()
    {
        lines.push(words::possible(&lang.list(values), lang));
    }
    if let Some(ContextValue::Strings(commands)) = error.get(ContextKind::ValidSubcommand) {
        lines.push(words::possible(&lang.list(commands), lang));
    }
    lines.push(words::see_help("shangdang", lang));
    lines.join("\n  ") + "\n"
}
