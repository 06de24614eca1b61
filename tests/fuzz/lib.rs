//! The checks as a library, so that every target is a line.

mod checks;

/// Runs the check of a target.
pub fn check(target: &str, bytes: &[u8]) {
    checks::check(target, bytes);
}

/// For what reads workbooks: the program catches a panic of that reader and calls the file damaged, so that one alone is
/// no finding. One that gets out of a check still ends the run.
pub fn let_the_program_catch() {
    std::panic::set_hook(Box::new(|panic| eprintln!("{panic}")));
}
