//! The program: arguments, environment, terminal and current folder are read here, once, and nowhere else.

#![expect(clippy::disallowed_methods, reason = "this is where the world is read and written")]

use std::env;
use std::ffi::OsString;
use std::io::{IsTerminal, Write, stderr, stdout};
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::ColorChoice;
use clap_complete::CompleteEnv;
use shangdang::cli::{Cli, Instead, asked_directory, asked_language, completing};
use shangdang::commands::completing::Place;
use shangdang::commands::completions;
use shangdang::commands::{Context, Exit, LangFrom};
use shangdang::document::clean_lines;
use shangdang::render::Screen;
use shangdang::text::{Lang, cli as words};

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().collect();
    let (lang, lang_from) = language(&arguments);
    complete(lang, &arguments);
    let cli = match Cli::read(arguments, lang) {
        Ok(cli) => cli,
        Err(Instead::Shown(text)) => return say(&text, "", false, lang, Exit::Fine),
        Err(Instead::Wrong(text)) => {
            return say("", &clean_lines(&text), false, lang, Exit::Cannot);
        }
    };
    let context = context(&cli, lang, lang_from);
    let has_colour = context.screen.has_colour || context.aside.has_colour;
    match cli.run(&context) {
        Ok(outcome) => say(&outcome.result, &outcome.aside, has_colour, lang, outcome.exit),
        Err(error) => {
            let message = words::error(&format!("{error:#}"), lang) + "\n";
            say("", &clean_lines(&message), has_colour, lang, Exit::Cannot)
        }
    }
}

/// Answers a shell that asks how a command line could go on, and ends; does nothing for everybody else.
fn complete(lang: Lang, arguments: &[OsString]) {
    if env::var_os(completions::VARIABLE).is_none() {
        return;
    }
    let named = asked_directory(arguments).or_else(directory_from_environment);
    let place = Place { named, here: here(), today: today(), lang };
    CompleteEnv::with_factory(|| completing(place.clone())).var(completions::VARIABLE).complete();
}

fn directory_from_environment() -> Option<PathBuf> {
    env::var_os("SHANGDANG_DIR").filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn here() -> PathBuf {
    env::current_dir().unwrap_or_else(|_| PathBuf::from("."))
}

fn today() -> NaiveDate {
    chrono::Local::now().date_naive()
}

/// `--lang`, then `SHANGDANG_LANG`, then the locale where it says anything, else Chinese; and which of them it was.
fn language(arguments: &[OsString]) -> (Lang, LangFrom) {
    let from_option = || Some((asked_language(arguments)?, LangFrom::Option));
    let from_environment = || {
        let lang = Lang::named(&env::var("SHANGDANG_LANG").ok()?)?;
        Some((lang, LangFrom::Environment))
    };
    let from_locale = || {
        let locale = sys_locale::get_locale()?;
        Some((Lang::named(&locale)?, LangFrom::Locale(locale)))
    };
    from_option().or_else(from_environment).or_else(from_locale).unwrap_or((Lang::Zh, LangFrom::Default))
}

fn context(cli: &Cli, lang: Lang, lang_from: LangFrom) -> Context {
    let is_plain = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
        || env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
    let has_colour = |is_terminal: bool| match cli.global.color {
        Some(ColorChoice::Always) => true,
        Some(ColorChoice::Never) => false,
        Some(ColorChoice::Auto) | None => is_terminal && !is_plain,
    };
    let width = |is_terminal: bool| {
        let terminal = || comfy_table::Table::new().width().map(usize::from);
        cli.global.width.map(|columns| columns.0).or_else(|| is_terminal.then(terminal).flatten())
    };
    let screen = |is_terminal: bool| Screen { width: width(is_terminal), has_colour: has_colour(is_terminal) };
    Context {
        named: cli.global.directory.first().map(|folder| folder.to_path_buf()).or_else(directory_from_environment),
        members: match &cli.global.directory[..] {
            [] | [_] => Vec::new(),
            several => several.iter().map(|folder| folder.to_path_buf()).collect(),
        },
        here: here(),
        lang,
        lang_from,
        today: today(),
        out: || Box::new(stdout().lock()),
        line: stderr().is_terminal().then_some(write_aside),
        screen: screen(stdout().is_terminal()),
        aside: screen(stderr().is_terminal()),
    }
}

/// What cannot be written there is missed by nobody.
fn write_aside(text: &str) {
    let mut out = stderr().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Prints and gives the exit code. A reader that has closed the pipe has seen enough; any other failure to print the
/// result is one.
fn say(result: &str, aside: &str, has_colour: bool, lang: Lang, exit: Exit) -> ExitCode {
    let choice = if has_colour { anstream::ColorChoice::Always } else { anstream::ColorChoice::Never };
    // Without colour there is nothing to translate, and a large page is not looked through for it.
    let printed = if has_colour {
        let mut out = anstream::AutoStream::new(stdout(), choice);
        out.write_all(result.as_bytes()).and_then(|()| out.flush())
    } else {
        let mut out = stdout().lock();
        out.write_all(result.as_bytes()).and_then(|()| out.flush())
    };
    let mut aside_out = anstream::AutoStream::new(stderr(), choice);
    // Nothing is left to tell anybody if even this cannot be written.
    let _ = aside_out.write_all(aside.as_bytes());
    match printed {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            let why = words::cannot_print(&error, lang);
            let _ = writeln!(aside_out, "{}", words::error(&why, lang));
            ExitCode::from(Exit::Cannot as u8)
        }
        _ => ExitCode::from(exit as u8),
    }
}
