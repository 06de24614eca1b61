//! The formula of a lag, computed by another program, gives the lag.

use std::iter::Peekable;
use std::str::Chars;

use num_rational::Ratio as Fraction;
use proptest::prelude::*;
use serde_json::Value;
use shangdang::assess::{AsOf, assess};
use shangdang::model::ItemIx;
use shangdang::views::{Explanation, Extent, Results, View};

use super::decisions::{any_changes, change};
use super::{any_as_of, any_setting};
use crate::support::{config, no_files};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn it_gives_the_lag(setting in any_setting(), changes in any_changes(), as_of in any_as_of()) {
        let mut workspace = setting.workspace();
        change(&mut workspace, &changes);
        let sources = no_files();
        let assessment = assess(&workspace, AsOf::close_of(as_of));
        let results =
            Results { sources: &sources, workspace: &workspace, assessment: &assessment };
        for item in (0..workspace.items.len()).map(ItemIx) {
            let page = Explanation::of(results, item, &[], Extent::Full);
            let data = serde_json::to_value(page.data()).expect("a page is JSON");
            for row in data["rows"].as_array().expect("a page has rows") {
                match (&row["lag"], &row["formula"]) {
                    (Value::Null, formula) => prop_assert!(formula.is_null()),
                    (Value::String(lag), Value::Null) => prop_assert_eq!(lag, "0"),
                    (Value::String(lag), Value::String(formula)) => {
                        prop_assert_ne!(lag, "0");
                        prop_assert_eq!(compute(formula).to_string(), lag.clone(), "{}", formula);
                    }
                    other => prop_assert!(false, "{other:?}"),
                }
            }
        }
    }
}

#[test]
fn the_other_program_can_compute() {
    let result = |formula| compute(formula).to_string();
    assert_eq!(result("=6-4"), "2");
    assert_eq!(result("=6-(4+(26-21)*(5-4)/(28-21))"), "9/7");
    assert_eq!(result("=18-10-2*3/4"), "13/2");
    assert_eq!(result("=7-(5+15/30)"), "3/2");
    assert_eq!(result("=33.25/2"), "133/8");
}

/// What a spreadsheet makes of a formula: products before sums, both from the left.
fn compute(formula: &str) -> Fraction<i128> {
    let mut rest = formula.strip_prefix('=').expect("a formula begins with =").chars().peekable();
    let value = sum(&mut rest);
    assert_eq!(rest.next(), None, "{formula}");
    value
}

fn sum(rest: &mut Peekable<Chars<'_>>) -> Fraction<i128> {
    let mut value = product(rest);
    while let Some(sign) = rest.next_if(|sign| matches!(sign, '+' | '-')) {
        let next = product(rest);
        value = if sign == '+' { value + next } else { value - next };
    }
    value
}

fn product(rest: &mut Peekable<Chars<'_>>) -> Fraction<i128> {
    let mut value = factor(rest);
    while let Some(sign) = rest.next_if(|sign| matches!(sign, '*' | '/')) {
        let next = factor(rest);
        value = if sign == '*' { value * next } else { value / next };
    }
    value
}

fn factor(rest: &mut Peekable<Chars<'_>>) -> Fraction<i128> {
    if rest.next_if_eq(&'(').is_some() {
        let value = sum(rest);
        assert_eq!(rest.next(), Some(')'));
        return value;
    }
    let (mut number, mut scale, mut is_behind_point) = (0_i128, 1_i128, false);
    let mut digits = 0;
    while let Some(sign) = rest.next_if(|sign| sign.is_ascii_digit() || *sign == '.') {
        match sign.to_digit(10) {
            Some(digit) => {
                number = number * 10 + i128::from(digit);
                scale *= if is_behind_point { 10 } else { 1 };
                digits += 1;
            }
            None => is_behind_point = true,
        }
    }
    assert!(digits > 0, "a number has digits");
    Fraction::new(number, scale)
}
