//! Both languages are complete: every command and argument has its words, and no English is left in Chinese help.

use clap::Command;
use shangdang::cli::command;
use shangdang::text::{Lang, cli as words};

fn commands(command: &Command) -> Vec<&Command> {
    let mut all = vec![command];
    all.extend(command.get_subcommands().flat_map(commands));
    all
}

#[test]
fn every_command_and_argument_has_words_in_both_languages() {
    for lang in [Lang::Zh, Lang::En] {
        let root = command(lang);
        for command in commands(&root) {
            let name = command.get_name();
            assert!(words::about(name, lang).is_some(), "no words for the command {name}");
            assert!(words::usage(name, lang).is_some(), "no usage for the command {name}");
            for argument in command.get_arguments() {
                let id = argument.get_id().as_str();
                assert!(words::argument(id, lang).is_some(), "no words for {id} of {name}");
                let takes_value = argument.get_action().takes_values();
                assert!(!takes_value || words::value_name(id, lang).is_some(), "no value name for {id}");
            }
        }
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
