//! Both languages are complete: every command and argument has its words, and no English is left in Chinese help.

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Command, ValueHint};
use clap_complete::engine::ArgValueCompleter;
use shangdang::cli::{command, completing};
use shangdang::commands::completing::Place;
use shangdang::text::Lang;

fn commands(command: &Command) -> Vec<&Command> {
    let mut all = vec![command];
    all.extend(command.get_subcommands().flat_map(commands));
    all
}

#[test]
fn every_argument_has_words_in_both_languages_and_every_value_completes_or_is_free() {
    for lang in [Lang::Zh, Lang::En] {
        let day = NaiveDate::from_ymd_opt(2022, 7, 1).expect("a day");
        let root = completing(Place { named: None, here: PathBuf::new(), today: day, lang });
        for command in commands(&root) {
            let name = command.get_name();
            assert!(command.get_about().is_some(), "no words for the command {name}");
            for argument in command.get_arguments() {
                let id = argument.get_id();
                assert!(argument.get_help().is_some(), "no words for {id} of {name}");
                if argument.get_action().takes_values() {
                    assert!(argument.get_value_names().is_some(), "nothing stands for the value of {id} of {name}");
                    let completes = argument.get::<ArgValueCompleter>().is_some()
                        || !argument.get_possible_values().is_empty()
                        || argument.get_value_hint() != ValueHint::Unknown;
                    assert!(completes, "{id} of {name} neither completes nor is free");
                }
            }
        }
    }
}

/// Commands answer to their Chinese names; each has one, and none has that of a neighbour.
#[test]
fn every_command_has_a_chinese_name_of_its_own() {
    for command in commands(&command(Lang::Zh)) {
        let names = command.get_subcommands().flat_map(Command::get_all_aliases);
        let names: Vec<&str> = names.collect();
        assert_eq!(names.len(), command.get_subcommands().count());
        assert!(names.iter().all(|name| !name.is_ascii()), "{names:?}");
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{names:?}");
    }
}

#[test]
fn chinese_help_is_chinese() {
    for command in commands(&command(Lang::Zh)) {
        let help = command.clone().render_long_help().to_string();
        for english in
            ["Usage", "Options", "Commands", "Arguments", "Print", "default:", "possible values", "[OPTIONS]"]
        {
            assert!(!help.contains(english), "{english:?} in the help of {}:\n{help}", command.get_name());
        }
    }
}
