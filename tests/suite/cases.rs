//! The worked cases in `tests/cases`: lags computed by hand, and a published project whose earned schedule others
//! have computed.

use num_rational::Ratio as Fraction;
use roxmltree::Document as Xml;
use serde_json::Value;
use shangdang::assess::{AsOf, Flags, Outlook, assess};
use shangdang::model::{Figure, Moment, Month, Ratio, Reading, Schedule, Shape};
use shangdang::render::svg;
use shangdang::text::Lang;
use shangdang::views::{Filter, Front, Results, Rows, View};

use crate::support::{Duty, Filed, Setting, curve, figure, moment, month, no_files};

const LAG_CASES: &str = include_str!("../cases/lag-cases.json");
const PUBLISHED: &str = include_str!("../cases/published-late-project.json");

#[test]
fn worked_cases_come_out_as_by_hand() {
    let file: Value = serde_json::from_str(LAG_CASES).expect("the cases are JSON");
    let cases = list(&file["cases"]);
    assert_eq!(cases.len(), 31);
    for case in cases {
        let points = list(&case["plan"]).iter().map(|point| (moment(text(&point[0])), number(&point[1]).ratio()));
        let made = curve(shape(&case["curve"]), points);
        if case["expect_error"] == true {
            assert!(made.is_err(), "{case:#} is no curve");
        } else {
            check(case, Schedule::Curve(made.expect("a curve")));
        }
    }
}

fn check(case: &Value, schedule: Schedule) {
    let as_of = month(text(&case["as_of"]));
    let filed: Vec<Filed> = list(&case["reports"])
        .iter()
        .map(|report| Filed::new(month(text(&report[0])), Reading::Percent(number(&report[1]))))
        .collect();
    let start = list(&case["plan"])
        .iter()
        .map(|point| moment(text(&point[0])).month())
        .chain(filed.iter().map(|filed| filed.month))
        .fold(as_of, Month::min);
    let setting = Setting::new(start, as_of, vec![Duty::new(schedule, None, filed)]);
    let assessed = setting.first_share(as_of);
    let verdict = assessed.verdict();

    let ladder = setting.workspace().plan.ladder;
    let tier = verdict.tier.map_or("none", |tier| ladder.rung(tier).id.as_str());
    let (next_tier, next_month) =
        assessed.outlook.as_ref().map_or((Value::Null, Value::Null), |&Outlook { tier, month, .. }| {
            (ladder.rung(tier).id.clone().into(), month.to_string().into())
        });
    let lag = verdict.lag.expect("a curve can be lagged behind");
    let required = verdict.required.expect("a curve requires something");
    assert_eq!(lag.to_string(), text(&case["lag"]), "{case:#}");
    assert_eq!(tier, text(&case["tier"]), "{case:#}");
    assert_eq!(verdict.flags, flags(case, start, as_of), "{case:#}");
    assert_eq!(required.to_string(), text(&case["required_percent"]), "{case:#}");
    assert_eq!(next_tier, case["if_nothing_changes"]["next_tier"], "{case:#}");
    assert_eq!(next_month, case["if_nothing_changes"]["month"], "{case:#}");
}

/// All flags of a case: those not named have to be down.
fn flags(case: &Value, start: Month, as_of: Month) -> Flags {
    let mut flags = Flags::default();
    for flag in list(&case["flags"]) {
        match text(flag).split_once(':') {
            Some(("stale", months)) => flags.unreported = months.parse().expect("a number"),
            None if flag == "unreported" => {
                flags.unreported = as_of.since(start).cast_unsigned() + 1;
            }
            None if flag == "regressed" => flags.regressed = true,
            None if flag == "complete" => flags.complete = true,
            None if flag == "due_unmet" => flags.due_unmet = true,
            _ => panic!("unknown flag {flag}"),
        }
    }
    flags
}

/// A project planned for 9 months that took 13, month by month. The one deliberate difference is the last month: what
/// is complete lags no more, while the published figure stays at the planned duration for ever.
#[test]
fn a_published_project_has_the_published_earned_schedule() {
    let (setting, published) = published();
    let assessed = setting.first_share(setting.end);
    for (number, published) in (1..).zip(&published) {
        let verdict = &assessed.history()[number];
        let lag = verdict.lag.expect("a curve can be lagged behind").months();
        let months = i128::try_from(number).expect("few months");
        let ours = Fraction::from(months) - Fraction::new(lag.numerator(), lag.denominator());
        if number == 13 {
            assert!(verdict.flags.complete);
            assert_eq!(ours, Fraction::from(13));
            assert_eq!(digits(published), Fraction::from(9));
        } else {
            let difference = ours - digits(published);
            let tolerance = Fraction::new(1, 1_000_000_000);
            assert!(-tolerance <= difference && difference <= tolerance, "month {number}: {ours} is not {published}");
        }
    }
}

/// The published project, and its earned schedule at the end of each of its months, the first month after the start.
fn published() -> (Setting, Vec<String>) {
    let file: Value = serde_json::from_str(PUBLISHED).expect("the table is JSON");
    let planned = list(&file["planned_cumulative"]);
    let earned = list(&file["earned_cumulative"]);
    let published = list(&file["published"]["es"]);
    assert_eq!((planned.len(), earned.len(), published.len()), (13, 13, 13));

    let start = month("2021-12");
    let nth = |number: i32| start.plus(number);
    let total = number(&planned[planned.len() - 1]);
    let level = |planned: &Value| number(planned).ratio() / total.ratio() * Ratio::HUNDRED;
    let points = (1..).zip(planned).map(|(number, planned)| (Moment::Close(nth(number)), level(planned)));
    let points = std::iter::once((Moment::Close(start), Ratio::ZERO)).chain(points);
    let schedule = Schedule::Curve(curve(Shape::Linear, points).expect("a curve"));
    let filed =
        (1..).zip(earned).map(|(month, earned)| Filed::new(nth(month), Reading::Done(number(earned)))).collect();
    let duty = Duty::new(schedule, Some(total), filed);
    let published = published.iter().map(|es| text(es).to_owned());
    (Setting::new(start, nth(13), vec![duty]), published.collect())
}

/// The front line drawn for each month of the published project is as far left of the as-of line as the earned schedule
/// lags: the SVG is read back, in whole units, of which a month has 1200.
#[test]
fn the_front_line_shows_the_published_lag() {
    let (setting, published) = published();
    let workspace = setting.workspace();
    let sources = no_files();
    for (number, earned) in (1..13).zip(&published) {
        let as_of = AsOf::close_of(setting.start.plus(number));
        let assessment = assess(&workspace, as_of);
        let results = Results { sources: &sources, workspace: &workspace, assessment: &assessment };
        let page = Front::of(results, &Filter::default(), Rows::Share).document(Lang::Zh);
        let picture = svg(page.pictures().next().expect("a picture"));
        let xml = Xml::parse(&picture).expect("XML");
        let lines = xml.descendants();
        let mut lines = lines.filter(|node| node.attribute("class") == Some("front"));
        let places = lines.next().expect("a front line").attribute("points");
        let across: Vec<i128> = places
            .expect("places")
            .split(' ')
            .map(|place| place.split_once(',').expect("x and y").0)
            .map(|x| x.parse().expect("a number"))
            .collect();
        let [top, point, bottom] = across[..] else {
            panic!("one share: {across:?}");
        };
        assert_eq!(top, bottom);
        let lag = Fraction::from(i128::from(number)) - digits(earned);
        let drawn = Fraction::from(top - point);
        let exact = lag * Fraction::from(1200);
        // Cut off to the left by less than a unit; the published digits are rounded as well.
        let more = drawn - exact;
        let tiny = Fraction::new(1, 1_000_000);
        assert!(-tiny < more && more < Fraction::from(1), "month {number}: {drawn} for {exact}");
    }
}

/// `1.74` as a fraction, for digits beyond those of a figure.
fn digits(text: &str) -> Fraction<i128> {
    let (whole, rest) = text.split_once('.').expect("a decimal number");
    let decimals = u32::try_from(rest.len()).expect("few decimals");
    let number = format!("{whole}{rest}").parse().expect("digits");
    Fraction::new(number, 10_i128.pow(decimals))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

/// A figure written as a number or as a text.
fn number(value: &Value) -> Figure {
    figure(&value.as_str().map_or(value.to_string(), str::to_owned))
}

fn shape(value: &Value) -> Shape {
    let named = Shape::ALL.iter().find(|(_, word)| value == word);
    named.expect("step or linear").0
}
