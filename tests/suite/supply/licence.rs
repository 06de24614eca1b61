//! Licences as packages name them: SPDX expressions such as `(MIT OR Apache-2.0) AND Unicode-3.0`, and the older
//! `MIT/Apache-2.0`.

use std::collections::BTreeSet;

/// Whether it is enough to keep the licences that are allowed. What cannot be read is met by nothing.
pub(super) fn is_met(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let words = words(expression);
    let mut rest = &words[..];
    let is_met = any_of(&mut rest, allowed);
    is_met == Some(true) && rest.is_empty()
}

/// The same for everyone who gives the same choice.
pub(super) fn plain(expression: &str) -> String {
    let expression = expression.replace('/', " OR ");
    if expression.contains('(') || expression.contains(" AND ") {
        return expression;
    }
    let mut choices: Vec<&str> = expression.split(" OR ").collect();
    choices.sort_unstable();
    choices.join(" OR ")
}

fn words(expression: &str) -> Vec<String> {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    spaced.split_whitespace().map(str::to_owned).collect()
}

fn is_next(rest: &mut &[String], word: &str) -> bool {
    let is_next = rest.first().is_some_and(|first| first == word);
    if is_next {
        *rest = &rest[1..];
    }
    is_next
}

// Both read on where the answer is known already, or the rest would not be read.
fn any_of(rest: &mut &[String], allowed: &BTreeSet<String>) -> Option<bool> {
    let mut is_met = all_of(rest, allowed)?;
    while is_next(rest, "OR") {
        is_met |= all_of(rest, allowed)?;
    }
    Some(is_met)
}

fn all_of(rest: &mut &[String], allowed: &BTreeSet<String>) -> Option<bool> {
    let mut is_met = one(rest, allowed)?;
    while is_next(rest, "AND") {
        is_met &= one(rest, allowed)?;
    }
    Some(is_met)
}

fn one(rest: &mut &[String], allowed: &BTreeSet<String>) -> Option<bool> {
    if is_next(rest, "(") {
        let is_met = any_of(rest, allowed)?;
        return is_next(rest, ")").then_some(is_met);
    }
    let mut licence = take(rest)?;
    // A licence with an exception is another licence.
    if is_next(rest, "WITH") {
        licence = format!("{licence} WITH {}", take(rest)?);
    }
    Some(allowed.contains(&licence))
}

fn take(rest: &mut &[String]) -> Option<String> {
    let (first, after) = rest.split_first()?;
    *rest = after;
    Some(first.clone())
}

#[test]
fn an_expression_is_met_by_what_is_allowed_and_by_nothing_else() {
    let allowed = BTreeSet::from(["MIT", "Zlib"].map(str::to_owned));
    for met in [
        "MIT",
        "MIT/Apache-2.0",
        "Apache-2.0 OR MIT",
        "MIT AND Zlib",
        "(Apache-2.0 OR MIT) AND Zlib",
        "GPL-3.0 AND BSL-1.0 OR MIT",
    ] {
        assert!(is_met(met, &allowed), "{met}");
    }
    for unmet in [
        "",
        "GPL-3.0",
        "MIT AND GPL-3.0",
        "(MIT OR Apache-2.0) AND Unicode-3.0",
        "MIT WITH LLVM-exception",
        "GPL-3.0 AND (BSL-1.0 OR MIT)",
        "(MIT",
        "MIT)",
        "MIT Zlib",
        "MIT OR",
        "OR",
    ] {
        assert!(!is_met(unmet, &allowed), "{unmet}");
    }
}

#[test]
fn the_same_choice_is_written_the_same() {
    for written in ["MIT/Apache-2.0", "MIT OR Apache-2.0", "Apache-2.0 OR MIT"] {
        assert_eq!(plain(written), "Apache-2.0 OR MIT");
    }
    let both = "(MIT OR Apache-2.0) AND Unicode-3.0";
    assert_eq!(plain(both), both);
}
