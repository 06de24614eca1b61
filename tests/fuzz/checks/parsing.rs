//! Months, figures and days: what is taken prints back to the same, and what is offered instead can be taken.

use chrono::NaiveDate;
use shangdang::forms::{Said, plain, said_of};
use shangdang::model::{Figure, FigureFault, Month};
use shangdang::problem::{DateFault, Problem};
use shangdang::source::Content;

use super::files::{WORKSPACE, base_with};
use super::loading::hold_loaded;

pub(crate) fn parsing(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    hold_month(&text);
    for decimals in 0..=4 {
        hold_figure(&text, decimals);
    }
    hold_cell(&text);
    // What stands behind a line break is another line, and the business of other targets.
    if !text.contains(['\n', '\r']) {
        hold_value(&text);
    }
}

fn hold_month(text: &str) {
    if let Ok(month) = Month::parse(text) {
        assert_eq!(month.to_string(), text);
        assert_eq!(Month::of(month.first_day()), month);
        assert_eq!(Month::of(month.last_day()), month);
        assert_eq!(Month::new(month.year(), month.number()), Some(month));
    }
}

fn hold_figure(text: &str, decimals: u32) {
    match Figure::parse(text, decimals) {
        Ok(figure) => {
            assert_eq!(Figure::parse(&figure.to_string(), decimals), Ok(figure));
            assert!(figure.decimals() <= decimals);
            let limit = Figure::whole(Figure::LIMIT).plus(Figure::whole(1));
            assert!(figure < limit, "{figure}");
        }
        Err(FigureFault::Dressed { meant }) => {
            let meant = Figure::parse(&meant, decimals);
            assert!(meant.is_ok(), "{text:?} cannot be written as offered");
        }
        Err(_) => {}
    }
}

/// As the text of a cell, for what each kind of item wants.
fn hold_cell(text: &str) {
    assert_eq!(plain(&plain(text)), plain(text), "{text:?}");
    for item in &WORKSPACE.items {
        if let Ok(Said::Figure(key, figure)) = said_of(text, item) {
            let decimals = if key == "percent" { 2 } else { 4 };
            let read = Figure::parse(&figure, decimals);
            let is_one = matches!(read, Ok(_) | Err(FigureFault::TooLarge { .. }));
            assert!(is_one, "{text:?} gives {figure:?}: {read:?}");
        }
    }
}

/// As a value in a file, wherever a figure, a month or a day is wanted: what is offered instead is taken.
fn hold_value(text: &str) {
    let report = |key: &str, value: &str| {
        let submitted = if key == "submitted" { value } else { "2022-06-20" };
        let percent = if key == "percent" { value } else { "65" };
        let month = if key == "month" { value } else { "\"2022-06\"" };
        format!(
            "month = {month}\nunit = \"housing\"\nsubmitted = {submitted}\n\n[[entries]]\nitem = \"1.1\"\npercent = {percent}\n"
        )
    };
    let load = |text: String| {
        let sources = base_with("reports/2022-06/housing.toml", Content::Text(text));
        hold_loaded(&sources)
    };
    for key in ["submitted", "percent", "month"] {
        let loaded = load(report(key, text));
        for found in loaded.problems {
            let instead = match found.problem {
                Problem::BadMonth { meant, .. } => meant.map(|month| format!("\"{month}\"")),
                Problem::BadDate { fault: DateFault::NotADay { meant } } => meant.inspect(|day| {
                    assert!(day.parse::<NaiveDate>().is_ok(), "{text:?} gives {day:?}");
                }),
                Problem::BadFigure { fault: FigureFault::Dressed { meant }, .. } => Some(meant),
                _ => None,
            };
            let Some(instead) = instead else { continue };
            let mended = load(report(key, &instead));
            let codes = ["bad-month", "bad-figure", "syntax"];
            let is_refused = |code: &str| codes.contains(&code);
            for found in mended.problems {
                let code = found.problem.code();
                assert!(!is_refused(code), "{text:?}: {instead} is {code}");
            }
        }
    }
}
