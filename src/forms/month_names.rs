//! The months, years and days that a text names.

use crate::model::Month;

/// The months that a text names with their year; days (2022年6月23日, 2022-06-23) are no months. Of a span (2022年1—6月)
/// it is the last: figures are cumulative.
pub(super) fn months_in(text: &str, skips_days: bool) -> Vec<Month> {
    let letters: Vec<char> = text
        .chars()
        .map(|letter| crate::source::half_width(letter).unwrap_or(letter))
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let (length, year) = number_at(&letters, at);
        let after = at + length.max(1);
        let separator = letters.get(after).copied();
        let is_separated = matches!(separator, Some('年' | '-' | '.' | '/'));
        if length != 4 || !is_separated {
            at = after;
            continue;
        }
        let is_spelt = separator == Some('年');
        let named = numbers_of_months(&letters, after + 1, is_spelt, skips_days);
        let year = year.and_then(|year| i32::try_from(year).ok());
        let months = named.numbers.into_iter();
        found.extend(months.filter_map(|number| Month::new(year?, number)));
        at = named.end;
    }
    found
}

/// A number at a place, with the count of its digits.
fn number_at(letters: &[char], from: usize) -> (usize, Option<u32>) {
    let digits: String = letters.iter().skip(from).take_while(|letter| letter.is_ascii_digit()).collect();
    (digits.len(), digits.parse().ok())
}

/// The numbers of months behind a year, and where they end.
struct Named {
    numbers: Vec<u32>,
    end: usize,
}

fn numbers_of_months(letters: &[char], from: usize, is_spelt: bool, skips_days: bool) -> Named {
    let is_digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let (mut numbers, mut at) = (Vec::new(), from);
    loop {
        let (digits, number) = number_at(letters, at);
        if !(1..=2).contains(&digits) {
            break;
        }
        let mark = letters.get(at + digits).copied();
        let is_named = mark == Some('月');
        let mut end = at + digits + usize::from(is_named);
        if is_named && letters.get(end) == Some(&'份') {
            end += 1;
        }
        let is_day = if is_named {
            is_digit(end)
        } else {
            !is_spelt && matches!(mark, Some('-' | '.' | '/')) && is_digit(end + 1)
        };
        at = end;
        if is_day && skips_days {
            break;
        }
        numbers.extend(number);
        // 2022年1—6月, 2022年1月至6月; but not 2022-01—06, where the second may be a day.
        let next = letters.get(end).copied().filter(|_| is_spelt && is_digit(end + 1));
        match next {
            Some('-' | '—' | '–' | '―' | '─' | '~' | '～' | '至' | '到') => {
                numbers.pop();
            }
            Some('、' | ',' | '和' | '及' | '与') => {}
            _ => break,
        }
        at = end + 1;
    }
    Named { numbers, end: at }
}

/// The years that a text names: 2021年, 21年.
pub(super) fn years_in(text: &str) -> Vec<i32> {
    let letters: Vec<char> = text.chars().map(|letter| crate::source::half_width(letter).unwrap_or(letter)).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let (length, year) = number_at(&letters, at);
        at += length.max(1);
        let year = year.and_then(|year| i32::try_from(year).ok());
        if letters.get(at) == Some(&'年') {
            found.extend(match length {
                4 => year,
                2 => year.map(|year| 2000 + year),
                _ => None,
            });
        }
    }
    found
}

/// The numbers of months named without a year: 6月 (but not 6月23日, 6个月).
pub(super) fn bare_months(text: &str) -> Vec<u32> {
    let letters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    for (at, _) in letters.iter().enumerate().filter(|(_, letter)| **letter == '月') {
        let before: String = letters[..at].iter().rev().take_while(|letter| letter.is_ascii_digit()).collect();
        let number: String = before.chars().rev().collect();
        let is_day = letters.get(at + 1).is_some_and(char::is_ascii_digit);
        if let (Ok(number @ 1..=12), false) = (number.parse::<u32>(), is_day) {
            found.push(number);
        }
    }
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_told_from_days() {
        let june = Month::new(2022, 6);
        let one = |text: &str| months_in(text, true).first().copied();
        for text in ["上党区 2022年6月月报", "2022-06-housing", "2022.6 进度", "２０２２年６月", "2022年 06 月份"]
        {
            assert_eq!(one(text), june, "{text}");
        }
        for text in ["报送截止：2022年6月23日", "2022-06-23", "6月", "12022年", ""] {
            assert_eq!(one(text), None, "{text}");
        }
        assert_eq!(bare_months("住建局6月月报"), [6]);
        assert_eq!(bare_months("6月23日、3个月"), Vec::<u32>::new());
    }
}
