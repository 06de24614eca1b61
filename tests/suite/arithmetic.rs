//! Exact numbers, months and moments: held against a second implementation, or against every case there is.

use std::cmp::Ordering;

use chrono::{Datelike, NaiveDate};
use num_rational::Ratio as Fraction;
use proptest::prelude::*;
use shangdang::model::{Figure, FigureFault, Lag, Moment, Month, MonthFault, Ratio, Season};

use crate::support::{config, figure, month};

fn fraction(ratio: Ratio) -> Fraction<i128> {
    Fraction::new_raw(ratio.numerator(), ratio.denominator())
}

prop_compose! {
    /// Small numbers meet often, larger ones seldom; both have to be right.
    fn operand()(
        above in prop_oneof![-12..=12_i128, -1_000_000_000_000..=1_000_000_000_000_i128],
        below in prop_oneof![1..=12_i128, 1..=1_000_000_000_i128],
    ) -> (i128, i128) {
        (above, below)
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn fractions_agree_with_num_rational(left in operand(), right in operand()) {
        let (a, b) = (Ratio::new(left.0, left.1), Ratio::new(right.0, right.1));
        let (x, y) = (Fraction::new(left.0, left.1), Fraction::new(right.0, right.1));
        // `new_raw` keeps what it is given, so these also say that results are in lowest terms.
        prop_assert_eq!(terms(fraction(a)), terms(x));
        prop_assert_eq!(terms(fraction(a + b)), terms(x + y));
        prop_assert_eq!(terms(fraction(a - b)), terms(x - y));
        prop_assert_eq!(terms(fraction(a * b)), terms(x * y));
        if right.0 != 0 {
            prop_assert_eq!(terms(fraction(a / b)), terms(x / y));
        }
        prop_assert_eq!(a.cmp(&b), x.cmp(&y));
        prop_assert_eq!(a == b, x == y);
        prop_assert_eq!(a.to_string(), x.to_string());
        prop_assert_eq!(a.is_whole(), x.is_integer());
    }

    #[test]
    fn fractions_round_like_num_rational(of in operand(), steps in 1..=10_000_i128) {
        let (a, x) = (Ratio::new(of.0, of.1), Fraction::new(of.0, of.1));
        let grid = Fraction::from(steps);
        prop_assert_eq!(a.floor(), x.floor().to_integer());
        prop_assert_eq!(a.ceil(), x.ceil().to_integer());
        prop_assert_eq!(terms(fraction(a.floor_to(steps))), terms((x * grid).floor() / grid));
        prop_assert_eq!(terms(fraction(a.ceil_to(steps))), terms((x * grid).ceil() / grid));
    }

    #[test]
    fn a_sign_below_the_line_moves_above_it(of in operand()) {
        prop_assert_eq!(Ratio::new(of.0, -of.1), Ratio::new(-of.0, of.1));
    }

    /// Cross-multiplying these would need 40 to 76 digits; `i128` holds 38.
    #[test]
    fn huge_fractions_compare(
        whole in -3..=3_i128,
        below in 10_i128.pow(20)..=10_i128.pow(37),
        step in -2..=2_i128,
    ) {
        let above = below / 3 + step;
        let near = |above: i128, below: i128| Ratio::new(whole * below + above, below);
        let (a, b) = (near(above, below), near(above + 1, below));
        prop_assert_eq!(a.cmp(&b), Ordering::Less);
        prop_assert_eq!(b.cmp(&a), Ordering::Greater);
        prop_assert_eq!(a.cmp(&a), Ordering::Equal);
        // With the larger denominator the same number above the line is less.
        prop_assert_eq!(near(above, below + 1).cmp(&a), Ordering::Less);
        // Between two neighbours lies their mediant.
        let between = near(2 * above + 1, 2 * below);
        prop_assert_eq!((a.cmp(&between), between.cmp(&b)), (Ordering::Less, Ordering::Less));
    }

    #[test]
    fn figures_read_back_as_they_are_shown(units in 0..=9_999_999_999_999_i64, negative: bool) {
        let sign = if negative { "-" } else { "" };
        let written = format!("{sign}{}.{:04}", units / 10_000, units % 10_000);
        let read = figure(&written);
        let shown = read.to_string();
        prop_assert_eq!(Figure::parse(&shown, 4), Ok(read));
        prop_assert!(!shown.contains('.') || !shown.ends_with(['0', '.']), "{}", shown);
        let value = Ratio::new(i128::from(if negative { -units } else { units }), 10_000);
        prop_assert_eq!(read.ratio(), value);
        let needed = shown.split_once('.').map_or(0, |(_, rest)| rest.len());
        prop_assert_eq!(read.decimals() as usize, needed);
        let refused = Err(FigureFault::TooManyDecimals { allowed: 0 });
        prop_assert_eq!(Figure::parse(&shown, 0), if needed == 0 { Ok(read) } else { refused });
    }

    /// What is shown is never more than what is, and short of it by less than a hundredth.
    #[test]
    fn a_lag_is_never_rounded_up(above in 0..=10_000_000_i128, below in 1..=10_000_i128) {
        let lag = Lag::between(Ratio::ZERO, Ratio::new(above, below));
        let shown = figure(&lag.truncated()).ratio();
        prop_assert!(shown <= lag.months());
        prop_assert!(lag.months() - shown < Ratio::new(1, 100));
        prop_assert_eq!(lag.whole_months(), above / below);
    }

    #[test]
    fn a_lag_is_never_negative(from in operand(), to in operand()) {
        let (from, to) = (Ratio::new(from.0, from.1), Ratio::new(to.0, to.1));
        let lag = Lag::between(from, to);
        prop_assert_eq!(lag.is_some(), to > from);
        prop_assert_eq!(lag.months(), if to > from { to - from } else { Ratio::ZERO });
    }
}

fn terms(fraction: Fraction<i128>) -> (i128, i128) {
    fraction.into_raw()
}

#[test]
fn every_month_reads_back_and_counts_on() {
    let mut expected = month("1900-01");
    for year in 1900..=2999 {
        for number in 1..=12 {
            let made = Month::new(year, number).expect("within the years");
            assert_eq!(made, expected);
            assert_eq!((made.year(), made.number()), (year, number));
            assert_eq!(Month::parse(&made.to_string()), Ok(made));
            assert_eq!(made.plus(-7).plus(7), made);
            assert_eq!(made.since(month("1900-01")), 12 * (year - 1900) + number.cast_signed() - 1);
            assert_eq!(Moment::Close(made).at(), made.close());
            assert_eq!(Moment::during(made.close()), Moment::Close(made));
            expected = made.plus(1);
        }
    }
}

#[test]
fn what_is_no_month_is_refused() {
    for text in ["", "2022", "2022-6", "2022-06-01", "22-06", "2022/06", "+022-06"] {
        assert_eq!(Month::parse(text), Err(MonthFault::Form), "{text}");
    }
    for text in ["2022-00", "2022-13", "1899-12", "3000-01"] {
        assert_eq!(Month::parse(text), Err(MonthFault::Range), "{text}");
    }
}

#[test]
fn every_day_of_four_years_has_its_place_in_its_month() {
    let first = NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day");
    let days: Vec<NaiveDate> = first.iter_days().take_while(|day| day.year() < 2024).collect();
    assert_eq!(days.len(), 366 + 3 * 365);
    for pair in days.windows(2) {
        assert!(Moment::Day(pair[0]).at() < Moment::Day(pair[1]).at());
    }
    for day in days {
        let month = Month::of(day);
        let length = days_in(day.year(), day.month());
        let at = Moment::Day(day).at();
        let elapsed = at - month.plus(-1).close();
        assert_eq!(elapsed, Ratio::new(day.day().into(), length.into()));
        assert_eq!(month.last_day().day(), length);
        assert_eq!(month.first_day().day(), 1);
        assert_eq!(Moment::Day(day).month(), month);
        // The close of the last day is the close of the month, and is called so.
        let named = if day.day() == length { Moment::Close(month) } else { Moment::Day(day) };
        assert_eq!(Moment::during(at), named);
        let noon = at - Ratio::new(1, i128::from(2 * length));
        assert_eq!(Moment::during(noon), Moment::Day(day));
    }
}

fn days_in(year: i32, number: u32) -> u32 {
    match number {
        2 if year % 4 == 0 => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[test]
fn a_season_touches_the_months_that_hold_a_day_of_it() {
    let ends: Vec<(u32, u32)> =
        (1..=12).flat_map(|number| [(number, 1), (number, 15), (number, days_in(2020, number))]).collect();
    for &from in &ends {
        for &to in &ends {
            let season = Season { id: String::new(), from, to };
            let holds = |day: (u32, u32)| {
                if from <= to { from <= day && day <= to } else { day >= from || day <= to }
            };
            for month in month("2020-01").through(month("2021-12")) {
                let length = days_in(month.year(), month.number());
                let expected = (1..=length).any(|day| holds((month.number(), day)));
                assert_eq!(season.touches(month), expected, "{from:?} to {to:?}: {month}");
            }
        }
    }
}
