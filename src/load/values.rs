//! What a value may say: a number by its rule, an id, a name that hides nothing; and what was probably meant by one that
//! says something else.

use chrono::{Datelike, NaiveDate};

use super::faults::Faults;
use crate::model::{Figure, FigureFault, Month, Quantity};
use crate::problem::{DecimalRule, IdRule, Problem};
use crate::source::{Located, half_width, hidden_in};

/// A day within the years that months know; a slip like 0202-06-22 is no date of an office, and nothing of it can be
/// offered instead.
pub(super) fn known_day(day: Option<NaiveDate>) -> Option<NaiveDate> {
    day.filter(|day| Month::new(day.year(), day.month()).is_some())
}

/// The number behind digits, by a rule.
pub(super) fn figure(digits: &str, rule: DecimalRule) -> Result<Figure, FigureFault> {
    let decimals = match rule {
        DecimalRule::Whole | DecimalRule::Count => 0,
        DecimalRule::Percent => 2,
        DecimalRule::Amount | DecimalRule::PositiveAmount | DecimalRule::Value => 4,
    };
    let figure = match Figure::parse(digits, decimals) {
        Err(FigureFault::Dressed { meant }) => {
            // What is offered instead has to be accepted.
            self::figure(&meant, rule)?;
            return Err(FigureFault::Dressed { meant });
        }
        parsed => parsed?,
    };
    match rule {
        DecimalRule::Value => Ok(figure),
        _ if figure < Figure::ZERO => Err(FigureFault::Negative),
        DecimalRule::Percent if figure > Figure::HUNDRED => Err(FigureFault::TooLarge { limit: 100 }),
        DecimalRule::PositiveAmount | DecimalRule::Count if figure == Figure::ZERO => Err(FigureFault::Negative),
        _ => Ok(figure),
    }
}

/// What comes whole is counted in whole numbers.
pub(super) fn check_whole(figure: Located<Figure>, quantity: &Quantity, faults: &Faults) -> bool {
    let is_sound = !quantity.whole || figure.value.decimals() == 0;
    if !is_sound {
        faults.report(figure.place, Problem::PartOfWhole { unit: quantity.unit.clone() });
    }
    is_sound
}

/// Reports what nobody sees in a name or title.
pub(super) fn check_visible(text: &Located<String>, faults: &Faults) {
    let hidden = hidden_in(&text.value);
    if !hidden.is_empty() {
        let problem = Problem::InvisibleCharacter { text: text.value.clone(), hidden };
        faults.report(text.place, problem);
    }
}

/// Names that Windows keeps for devices, whatever ending follows them.
fn is_device(id: &str) -> bool {
    let numbered = |name: &str| {
        let number = id.strip_prefix(name);
        number.is_some_and(|number| matches!(number.as_bytes(), [b'0'..=b'9']))
    };
    matches!(id, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

/// Checks an id and reports it.
pub(super) fn check_id(id: Located<&str>, faults: &Faults) -> bool {
    let fits = |character: char| character.is_ascii_lowercase() || character.is_ascii_digit() || character == '-';
    let is_id = !id.value.is_empty() && id.value.len() <= 40 && id.value.chars().all(fits);
    if !is_id {
        let lower: String = id
            .value
            .to_ascii_lowercase()
            .chars()
            .map(|character| if fits(character) { character } else { '-' })
            .collect();
        let meant = (id.value.is_ascii() && !lower.is_empty() && lower.len() <= 40).then_some(lower);
        let rule = IdRule::Name;
        faults.report(id.place, Problem::BadId { rule, meant });
    } else if is_device(id.value) {
        let (rule, meant) = (IdRule::Device, Some(format!("{}-unit", id.value)));
        faults.report(id.place, Problem::BadId { rule, meant });
        return false;
    }
    is_id
}

/// The day behind `2022-06-22`, `2022年6月22日`, `2022/6/22`.
pub(super) fn guess_day(text: &str) -> Option<NaiveDate> {
    let month = guess_month(text)?;
    let day = plain_digits(text)
        .split(|character: char| !character.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .nth(2)?
        .parse()
        .ok()?;
    NaiveDate::from_ymd_opt(month.year(), month.number(), day)
}

/// The month behind `2022-6`, `2022/06`, `202206`, `2022年6月`, `２０２２-０６`.
pub(super) fn guess_month(text: &str) -> Option<Month> {
    let plain = plain_digits(text);
    let parts: Vec<&str> =
        plain.split(|character: char| !character.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let (year, number) = match parts[..] {
        [year, number, ..] if year.len() == 4 => (year, number),
        [joined] if joined.len() == 6 => joined.split_at(4),
        _ => return None,
    };
    Month::new(year.parse().ok()?, number.parse().ok()?)
}

/// Full-width digits made plain.
fn plain_digits(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '０'..='９' => half_width(character).unwrap_or(character),
            other => other,
        })
        .collect()
}

/// Reports months that are not written in their order, each once.
pub(super) fn check_rising(months: &[Located<Month>], faults: &Faults) -> bool {
    let mut is_sound = true;
    for pair in months.windows(2).filter(|pair| pair[1].value <= pair[0].value) {
        faults.report_pair(pair[1].place, pair[0].place, Problem::MilestoneOrder);
        is_sound = false;
    }
    is_sound
}
