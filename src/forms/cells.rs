//! What one cell says, for what the item wants. What is not certain is a fault with the question to ask, never a guess.

use chrono::NaiveDate;

use super::decimal;
use super::fault::Fault;
use super::grid::{Value, is_blank};
use super::wanted::Wanted;
use crate::model::{Figure, Item, Month, State};
use crate::source::half_width;
use crate::text::forms as words;

/// What a cell in the column of figures says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A key that gives a reading, and its figure.
    Figure(&'static str, String),
    /// The class of a scale, by its name.
    Class(String),
    /// How it stands.
    State(State),
    /// Whether an occurrence, or a named thing, is done.
    Done(bool),
    /// Which of the named things are done.
    Names(Vec<String>),
}

/// Decimals that the loader keeps.
fn decimals(wanted: &Wanted) -> u32 {
    match wanted {
        Wanted::Percent | Wanted::PercentOrState => 2,
        _ => 4,
    }
}

/// What a text says on an item, as if it stood in the cell for its figure.
///
/// # Errors
/// Why it does not say anything that could be taken.
pub fn said_of(text: &str, item: &Item) -> Result<Said, Fault> {
    read(&Value::Text(text.to_owned()), &Wanted::of(item))
}

/// Reads a cell that is not empty.
pub(super) fn read(value: &Value, wanted: &Wanted) -> Result<Said, Fault> {
    let shown = value.shown();
    let not_wanted = || Fault::NotWanted { shown: shown.clone(), wanted: wanted.clone() };
    match value {
        Value::Error(error) => return Err(Fault::ErrorValue { shown: error.clone() }),
        Value::NoValue => return Err(Fault::NoValue),
        Value::Day(_) | Value::Time(_) => return Err(Fault::DateAsFigure { shown }),
        Value::Bool(_) => return Err(not_wanted()),
        Value::Unlike { kept, shown } => {
            return Err(Fault::ShownOtherwise { kept: kept.clone(), shown: shown.clone() });
        }
        Value::Text(_) | Value::Number { .. } => {}
    }
    if let Wanted::Class { scale } = wanted {
        let is_share = matches!(value, Value::Number { is_percent: Some(true), .. });
        let class = scale.read(&shown).filter(|_| !is_share);
        let name = class.and_then(|class| scale.name(class));
        return name.map(|name| Said::Class(name.to_owned())).ok_or_else(not_wanted);
    }
    if let Value::Text(text) = value {
        let word = plain(text);
        match wanted {
            Wanted::Occurrence => {
                let done = words::read_occurrence(&word);
                return done.map(Said::Done).ok_or_else(not_wanted);
            }
            Wanted::State => {
                let state = words::read_state(&word);
                return state.map(Said::State).ok_or_else(not_wanted);
            }
            Wanted::PercentOrState | Wanted::AmountOrState { .. } => {
                if let Some(state) = words::read_state(&word) {
                    return Ok(Said::State(state));
                }
            }
            Wanted::CountOf { unit, of } => {
                if let Some((count, whole)) = undressed(&word, unit).0.split_once('/') {
                    // 15/18 is not out of these.
                    return count_of(count, *of).filter(|_| whole == of.to_string()).ok_or_else(not_wanted);
                }
            }
            Wanted::Names { of } => return objects_of(text, of).map(Said::Names).ok_or_else(not_wanted),
            Wanted::Tick => {
                let done = words::read_occurrence(&word).or_else(|| (word == "1").then_some(true));
                return done.map(Said::Done).ok_or_else(not_wanted);
            }
            Wanted::Percent
            | Wanted::Amount { .. }
            | Wanted::Standing { .. }
            | Wanted::Value { .. }
            | Wanted::Class { .. }
            | Wanted::Times { .. } => {}
        }
    }
    // A tick is also kept as 1; any other number says nothing.
    if let (Wanted::Tick, Value::Number { written, .. }) = (wanted, value) {
        return (written == "1").then_some(Said::Done(true)).ok_or_else(not_wanted);
    }
    let (key, unit) = match wanted {
        Wanted::Percent | Wanted::PercentOrState => ("percent", "%"),
        Wanted::Amount { unit, .. } | Wanted::AmountOrState { unit } => ("done", unit.as_str()),
        Wanted::Standing { unit, .. } => ("stages", unit.as_str()),
        Wanted::Value { unit, .. } | Wanted::CountOf { unit, .. } => ("value", unit.as_str()),
        Wanted::Times { .. } => ("done", "次"),
        Wanted::State | Wanted::Occurrence | Wanted::Class { .. } | Wanted::Names { .. } | Wanted::Tick => {
            return Err(not_wanted());
        }
    };
    let figure = match figure(value, wanted.is_percent(), unit) {
        // Only a reading may be negative: -0.35 of a progress is neither -0.35 % nor -35 %.
        Err(Fault::Ambiguous { shown, .. }) if shown.starts_with('-') && key != "value" => None,
        read => read?,
    };
    let figure = figure.ok_or_else(not_wanted)?;
    if let Wanted::CountOf { of, .. } = wanted {
        return count_of(&figure, *of).ok_or_else(not_wanted);
    }
    if matches!(wanted, Wanted::Times { .. }) && figure.contains('.') {
        return Err(not_wanted());
    }
    let allowed = decimals(wanted);
    let fraction = figure.split_once('.').map_or("", |(_, fraction)| fraction);
    if fraction.trim_end_matches('0').len() > allowed as usize {
        return Err(Fault::TooManyDecimals { cut: decimal::cut(&figure, allowed as usize), shown, allowed });
    }
    Ok(Said::Figure(key, figure))
}

/// A count out of so many; none where it is none.
fn count_of(written: &str, of: Figure) -> Option<Said> {
    let count = Figure::parse(written, 0).ok().filter(|count| (Figure::ZERO..=of).contains(count))?;
    Some(Said::Figure("value", count.to_string()))
}

/// The objects that a cell for all of an item names; none where it says anything else.
fn objects_of(text: &str, names: &[String]) -> Option<Vec<String>> {
    if words::is_none(&plain(text)) {
        return Some(Vec::new());
    }
    let find = |part: &str| names.iter().find(|name| plain(name) == plain(part)).cloned();
    if let Some(only) = find(text) {
        return Some(vec![only]);
    }
    let is_between = |letter: char| "、，,;；\n\r\t".contains(letter);
    let parts = text.split(is_between).filter(|part| !plain(part).is_empty());
    parts.map(find).collect()
}

/// Whether a cell holds a number, in whatever form.
pub(super) fn is_number(value: &Value) -> bool {
    match value {
        Value::Number { .. } | Value::Unlike { .. } => true,
        Value::Text(text) => {
            let plain = plain(text);
            decimal::is_plain(plain.trim_end_matches('%'))
        }
        _ => false,
    }
}

/// The figure of a cell in its unit; none where it is no figure.
fn figure(value: &Value, is_percent: bool, unit: &str) -> Result<Option<String>, Fault> {
    let ambiguous =
        |figure: &str| Fault::Ambiguous { shown: figure.to_owned(), hundredfold: decimal::shift(figure, 2) };
    match value {
        Value::Number { written, is_percent: format } => {
            if !decimal::is_plain(written) {
                return Ok(None);
            }
            match (is_percent, format) {
                (true, Some(true)) => Ok(Some(decimal::shift(written, 2))),
                (true, _) if decimal::is_share(written) => Err(ambiguous(written)),
                (false, Some(true)) => Ok(None),
                _ => Ok(Some(written.clone())),
            }
        }
        Value::Text(text) => {
            if !is_one_run(text) {
                return Ok(None);
            }
            let text = plain(text);
            let (number, has_unit) = undressed(&text, unit);
            let number = ungrouped(number);
            if !decimal::is_plain(&number) {
                return Ok(None);
            }
            let number = decimal::shift(&number, 0);
            if is_percent && !has_unit && decimal::is_share(&number) {
                return Err(ambiguous(&number));
            }
            Ok(Some(number))
        }
        _ => Ok(None),
    }
}

/// Whether no blank stands inside a number: 3 and 5 on two lines are not 35.
fn is_one_run(text: &str) -> bool {
    let is_part = |letter: char| letter.is_ascii_digit() || ".,-+".contains(letter);
    let mut last = None;
    let mut is_apart = false;
    for letter in text.chars().filter(|letter| !crate::source::is_invisible(*letter)) {
        let letter = half_width(letter).unwrap_or(letter);
        if letter.is_whitespace() {
            is_apart = true;
            continue;
        }
        if is_apart && is_part(letter) && last.is_some_and(is_part) {
            return false;
        }
        is_apart = false;
        last = Some(letter);
    }
    true
}

/// The number without the unit behind it.
fn undressed<'a>(text: &'a str, unit: &str) -> (&'a str, bool) {
    let unit = plain(unit);
    let counted = format!("个{unit}");
    for ending in [counted.as_str(), unit.as_str(), "个"] {
        // 5个 of villages, not of kilometres.
        let is_one = !ending.is_empty() && (ending == unit || !words::is_physical(&unit));
        if let Some(number) = text.strip_suffix(ending).filter(|_| is_one) {
            return (number, true);
        }
    }
    (text, false)
}

/// 1,200 without its comma.
fn ungrouped(text: &str) -> String {
    let whole = text.split('.').next().unwrap_or(text);
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or("");
    let rest: Vec<&str> = groups.collect();
    let is_grouped = !rest.is_empty()
        && (1..=3).contains(&first.trim_start_matches('-').len())
        && rest.iter().all(|group| group.len() == 3);
    if is_grouped { text.replace(',', "") } else { text.to_owned() }
}

/// Half width, small letters, without blanks and marks that nobody sees.
pub fn plain(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace() && !crate::source::is_invisible(*letter))
        .flat_map(|letter| half_width(letter).unwrap_or(letter).to_lowercase())
        .collect()
}

/// Running text as it is kept: line ends as they are in files, nothing around it.
pub(super) fn words(value: &Value) -> String {
    let shown = value.shown();
    if is_blank(&shown) {
        return String::new();
    }
    let text = shown.replace("\r\n", "\n").replace('\r', "\n");
    text.trim().to_owned()
}

/// A day, however it is written. Without its year it is of the month reported on or of the two after it, or it is asked.
pub(super) fn day(value: &Value, month: Month) -> Result<NaiveDate, Fault> {
    let bad = || Fault::BadDay { shown: value.shown() };
    match value {
        Value::Day(day) => Ok(*day),
        Value::Text(text) => {
            let plain = plain(text).replace(['年', '月', '/', '.'], "-").replace(['日', '号'], "");
            let parts: Vec<&str> = plain.split('-').collect();
            let number = |part: &str| part.parse::<u32>().ok();
            let on = |year: i32, month: &str, day: &str| NaiveDate::from_ymd_opt(year, number(month)?, number(day)?);
            let found = match parts[..] {
                [year, month, day] => {
                    let year = year.parse().ok();
                    let year = year.filter(|year| (1900..3000).contains(year));
                    year.and_then(|year| on(year, month, day))
                }
                [number, day] if text.contains('月') => {
                    let mut near = month.through(month.plus(2));
                    near.find_map(|near| on(near.year(), number, day).filter(|day| Month::of(*day) == near))
                }
                _ => None,
            };
            found.ok_or_else(bad)
        }
        _ => Err(bad()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Scale;

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    fn number(written: &str, is_percent: Option<bool>) -> Value {
        Value::Number { written: written.to_owned(), is_percent }
    }

    fn percent(value: &Value) -> String {
        match read(value, &Wanted::Percent) {
            Ok(Said::Figure("percent", figure)) => figure,
            Ok(other) => format!("{other:?}"),
            Err(Fault::Ambiguous { hundredfold, .. }) => format!("? {hundredfold}"),
            Err(Fault::TooManyDecimals { cut, .. }) => format!("> {cut}"),
            Err(_) => "no".to_owned(),
        }
    }

    #[test]
    fn percent_is_read_as_people_write_it() {
        for (value, figure) in [
            (text("35"), "35"),
            (text("35%"), "35"),
            (text("３５％"), "35"),
            (text(" 35 % "), "35"),
            (text("35.10"), "35.1"),
            (text("0"), "0"),
            (text("0.35"), "? 35"),
            (text("0.35%"), "0.35"),
            (text("1"), "? 100"),
            (text("1%"), "1"),
            (text("-0.35"), "no"),
            (number("-1", None), "no"),
            (text("35个"), "no"),
            (text("3\n5"), "no"),
            (text("3 5"), "no"),
            (text("- 35"), "no"),
            (text("约35"), "no"),
            (text("三十五"), "no"),
            (text("=1+1"), "no"),
            (number("35", Some(false)), "35"),
            (number("0.35", Some(true)), "35"),
            (number("0.3555", Some(true)), "35.55"),
            (number("0.35", Some(false)), "? 35"),
            (number("0.35", None), "? 35"),
            (number("1", None), "? 100"),
            (number("1", Some(true)), "100"),
            (number("0", None), "0"),
            (number("58.3333333333333", Some(false)), "> 58.33"),
            (number("99.9999", Some(false)), "> 99.99"),
            (number("1e300", None), "no"),
            (Value::NoValue, "no"),
            (Value::Bool(true), "no"),
        ] {
            assert_eq!(percent(&value), figure, "{value:?}");
        }
    }

    #[test]
    fn amounts_are_read_with_their_unit() {
        let wanted = Wanted::Amount { unit: "村".to_owned(), is_whole: true };
        let figure = |value: &Value| match read(value, &wanted) {
            Ok(Said::Figure("done", figure)) => figure,
            _ => "no".to_owned(),
        };
        for (value, shown) in [
            (text("5"), "5"),
            (text("5村"), "5"),
            (text("5个村"), "5"),
            (text("5 个"), "5"),
            (text("1,200"), "1200"),
            (text("1,20"), "no"),
            (text("5%"), "no"),
            (text("5公里"), "no"),
            (text("5 个 村"), "5"),
            (text("1 200"), "no"),
            (number("0.5", None), "0.5"),
            (number("0.5", Some(true)), "no"),
        ] {
            assert_eq!(figure(&value), shown, "{value:?}");
        }
    }

    #[test]
    fn counts_out_of_so_many_are_read_as_people_write_them() {
        let wanted = Wanted::CountOf { unit: "个".to_owned(), of: Figure::whole(17) };
        let count = |value: &Value| match read(value, &wanted) {
            Ok(Said::Figure("value", figure)) => figure,
            _ => "no".to_owned(),
        };
        for (value, shown) in [
            (text("15"), "15"),
            (text("15个"), "15"),
            (text("15/17"), "15"),
            (text("１５／１７"), "15"),
            (text("15 / 17 个"), "15"),
            (number("15", None), "15"),
            (text("0/17"), "0"),
            (text("15/18"), "no"),
            (text("18/17"), "no"),
            (text("88.24%"), "no"),
            (text("88.24"), "no"),
            (text("18"), "no"),
            (text("1/5/17"), "no"),
            (text("15/"), "no"),
            (number("0.8824", Some(true)), "no"),
            (number("14.5", None), "no"),
        ] {
            assert_eq!(count(&value), shown, "{value:?}");
        }
    }

    #[test]
    fn classes_are_read_as_people_write_them() {
        let classes = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ"].map(str::to_owned).into();
        let wanted = Wanted::Class { scale: std::sync::Arc::new(Scale { id: "water".to_owned(), classes }) };
        let class = |value: &Value| match read(value, &wanted) {
            Ok(Said::Class(name)) => name,
            _ => "no".to_owned(),
        };
        for (value, shown) in [
            (text("Ⅲ类"), "Ⅲ"),
            (text("III"), "Ⅲ"),
            (text("劣五类"), "劣Ⅴ"),
            (number("3", None), "Ⅲ"),
            (number("3", Some(true)), "no"),
            (number("3.5", None), "no"),
            (text("Ⅲ-Ⅳ"), "no"),
            (text("达标"), "no"),
            (text("7"), "no"),
        ] {
            assert_eq!(class(&value), shown, "{value:?}");
        }
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        let june = NaiveDate::from_ymd_opt(2022, 6, 2).unwrap();
        let month = Month::new(2022, 6).unwrap();
        let day = |value: &Value| day(value, month);
        let december = Month::new(2022, 12).unwrap();
        assert_eq!(super::day(&text("1月5日"), december).ok(), NaiveDate::from_ymd_opt(2023, 1, 5));
        for written in ["2022-06-02", "2022/6/2", "2022.6.2", "2022年6月2日", "２０２２年６月２日", "6月2日"]
        {
            assert_eq!(day(&text(written)), Ok(june), "{written}");
        }
        for written in ["6-2", "1月5日", "9月1日", "2月30日", "2022-06", "22-6-2", "2022-6-31", "明天"] {
            assert!(day(&text(written)).is_err(), "{written}");
        }
    }
}
