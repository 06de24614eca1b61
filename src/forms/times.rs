//! The times that a text names: months with or without their year, quarters, halves, whole years. Days are no months.

use crate::model::Month;

/// A time in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Time {
    /// Its first letter.
    pub(super) from: usize,
    /// Behind its last letter.
    pub(super) to: usize,
    year: Option<i32>,
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    /// A month as such: 6月, 1—6月.
    Month(u32),
    /// One of several months.
    Among(Vec<u32>),
    /// A day, a deadline: no month is meant by it.
    Day,
    /// The state on a day: that month's, or that of the month before.
    AsOf(u32),
    Year,
}

impl Time {
    /// The months that may be meant, and those that are named as such, in a plan from one month to another. Without a year
    /// it is any year of the plan.
    pub(super) fn months(&self, start: Month, end: Month) -> (Vec<Month>, Vec<Month>) {
        let years: Vec<i32> = match self.year {
            Some(year) => vec![year],
            None => (start.year()..=end.year()).collect(),
        };
        let all = |numbers: &[u32]| -> Vec<Month> {
            let months =
                years.iter().flat_map(|&year| numbers.iter().filter_map(move |&number| Month::new(year, number)));
            months.collect()
        };
        match &self.kind {
            Kind::Month(number) => {
                let mut months = all(&[*number]);
                let is_inside = |month: &Month| (start..=end).contains(month);
                // Of the years without a word only those count in which the plan has such a month, if there is one.
                if self.year.is_none() && months.iter().any(is_inside) {
                    months.retain(is_inside);
                }
                (months.clone(), months)
            }
            Kind::Among(numbers) => (all(numbers), Vec::new()),
            Kind::AsOf(number) => {
                let months = all(&[*number]);
                let before = months.iter().map(|month| month.plus(-1));
                (before.chain(months.iter().copied()).collect(), Vec::new())
            }
            Kind::Year => (all(&(1..=12).collect::<Vec<_>>()), Vec::new()),
            Kind::Day => (Vec::new(), Vec::new()),
        }
    }
}

/// A text in small letters and half width, without blanks but those that keep two numbers apart.
pub(super) fn letters(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = Vec::new();
    let mut is_apart = false;
    for letter in text.chars().filter(|letter| !crate::source::is_invisible(*letter)) {
        if letter.is_whitespace() {
            is_apart = true;
            continue;
        }
        let letter = crate::source::half_width(letter).unwrap_or(letter);
        let is_number = |letter: char| letter.is_ascii_digit();
        if is_apart && is_number(letter) && letters.last().copied().is_some_and(is_number) {
            letters.push(' ');
        }
        is_apart = false;
        letters.extend(letter.to_lowercase());
    }
    letters
}

/// The times among the letters that are free.
pub(super) fn find(letters: &[char], is_free: impl Fn(usize) -> bool) -> Vec<Time> {
    let free = |from: usize| (from..letters.len()).take_while(|&at| is_free(at)).last().map_or(from, |last| last + 1);
    let mut times: Vec<Time> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        if !is_free(at) {
            at += 1;
            continue;
        }
        let rest = Rest { letters: &letters[..free(at)] };
        // Inside a number nothing begins.
        let found = rest.time(at);
        if found.is_empty() {
            at += rest.number(at).map_or(1, |number| number.length);
            continue;
        }
        at = found.last().map_or(at + 1, |time| time.to).max(at + 1);
        times.extend(found);
    }
    // A year that stands apart says which year the months without one are of.
    let months = || times.iter().filter(|time| time.kind != Kind::Day);
    let mut years: Vec<i32> = months().filter_map(|time| time.year).collect();
    years.dedup();
    if let [year] = years[..] {
        let has_other = months().any(|time| time.kind != Kind::Year);
        for time in times.iter_mut().filter(|time| time.kind != Kind::Day) {
            time.year = Some(year);
            if has_other && time.kind == Kind::Year {
                time.kind = Kind::Day;
            }
        }
    }
    times
}

/// A number written in digits or in words.
struct Number {
    length: usize,
    digits: usize,
    value: u32,
}

struct Rest<'a> {
    letters: &'a [char],
}

const SPANS: &str = "-—–―─~～至到";

impl Rest<'_> {
    fn is(&self, at: usize, wanted: &str) -> bool {
        let mut letters = self.letters.iter().skip(at);
        wanted.chars().all(|letter| letters.next() == Some(&letter))
    }

    /// How long the first of these words is that stands here.
    fn one_of(&self, at: usize, wanted: &[&str]) -> usize {
        let found = wanted.iter().find(|word| self.is(at, word));
        found.map_or(0, |word| word.chars().count())
    }

    /// The number that stands here: digits; 十二; 二〇二二.
    fn number(&self, at: usize) -> Option<Number> {
        let rest = self.letters.get(at..)?;
        let digits = rest.iter().take_while(|letter| letter.is_ascii_digit()).count();
        if digits > 0 {
            let written: String = rest[..digits].iter().collect();
            return Some(Number { length: digits, digits, value: written.parse().unwrap_or(u32::MAX) });
        }
        let value = |letter: &char| "〇一二三四五六七八九".chars().position(|known| known == *letter);
        let value = |letter: &char| if *letter == '零' { Some(0) } else { value(letter) };
        let length = rest.iter().take_while(|letter| value(letter).is_some() || **letter == '十').count();
        let spelt = &rest[..length];
        let number = |letters: &[char]| {
            letters
                .iter()
                .try_fold(0_u32, |sum, letter| sum.checked_mul(10)?.checked_add(u32::try_from(value(letter)?).ok()?))
        };
        let value = match spelt.iter().position(|letter| *letter == '十') {
            None if length > 0 => number(spelt)?,
            Some(ten) if ten <= 1 && length - ten <= 2 => {
                let tens = if ten == 0 { 1 } else { number(&spelt[..ten])? };
                tens * 10 + number(&spelt[ten + 1..])?
            }
            _ => return None,
        };
        Some(Number { length, digits: length, value })
    }

    /// A number from 1 to 12 that takes one or two digits.
    fn month_number(&self, at: usize) -> Option<Number> {
        self.number(at).filter(|number| number.digits <= 2 && (1..=12).contains(&number.value))
    }

    /// The times that begin here.
    fn time(&self, at: usize) -> Vec<Time> {
        let as_of = self.one_of(at, &["截止到", "截至到", "截至", "截止"]);
        let mut times = self.named(at + as_of);
        if let Some(first) = times.first_mut().filter(|_| as_of > 0) {
            first.from = at;
            // On a day it is as it was then.
            if let (Kind::Day, Some(month)) = (&first.kind, self.month_in(at, first.to)) {
                first.kind = Kind::AsOf(month);
            }
        }
        times
    }

    /// The times that are named here, perhaps behind a year.
    fn named(&self, at: usize) -> Vec<Time> {
        let dated = self.dated(at);
        if !dated.is_empty() {
            return dated;
        }
        let Some((year, end)) = self.year(at) else {
            return self.in_year(at, None);
        };
        let mut times = self.in_year(end, Some(year));
        match times.first_mut() {
            Some(first) => first.from = at,
            None => times.push(Time { from: at, to: end, year: Some(year), kind: Kind::Year }),
        }
        times
    }

    /// The month of the day that stands between two places.
    fn month_in(&self, from: usize, to: usize) -> Option<u32> {
        let mut numbers = Vec::new();
        let mut at = from;
        while at < to {
            match self.number(at) {
                Some(number) => {
                    numbers.push(number.value);
                    at += number.length;
                }
                None => at += 1,
            }
        }
        let month = numbers.len().checked_sub(2).map(|at| numbers[at])?;
        (1..=12).contains(&month).then_some(month)
    }

    /// 2022-06, 2022.6, 202206; with a day behind it 2022-06-22, 20220622.
    fn dated(&self, at: usize) -> Vec<Time> {
        let Some(number) = self.number(at).filter(|number| self.letters[at].is_ascii_digit() && number.length > 2)
        else {
            return Vec::new();
        };
        let end = at + number.length;
        let time = |year: u32, month: u32, to: usize, is_day: bool| {
            let year = i32::try_from(year).ok().filter(|year| (1900..2200).contains(year));
            let is_month = (1..=12).contains(&month);
            let kind = if is_day { Kind::Day } else { Kind::Month(month) };
            year.filter(|_| is_month).map(|_| Time { from: at, to, year, kind }).into_iter().collect()
        };
        match number.digits {
            6 => time(number.value / 100, number.value % 100, end, false),
            8 => time(number.value / 10_000, number.value / 100 % 100, end, true),
            4 if self.letters.get(end).is_some_and(|mark| "-./".contains(*mark)) => {
                let Some(month) = self.month_number(end + 1).filter(|_| self.letters[end + 1].is_ascii_digit()) else {
                    return Vec::new();
                };
                let to = end + 1 + month.length;
                let has_day = self.letters.get(to).is_some_and(|mark| "-./".contains(*mark));
                let day = self
                    .number(to + 1)
                    .filter(|day| has_day && self.letters[to + 1].is_ascii_digit() && day.digits <= 2);
                match day {
                    Some(day) => time(number.value, month.value, to + 1 + day.length, true),
                    None => time(number.value, month.value, to, false),
                }
            }
            _ => Vec::new(),
        }
    }

    /// A year and where it ends: 2022年, 22年度, 二〇二二年.
    fn year(&self, at: usize) -> Option<(i32, usize)> {
        let number = self.number(at)?;
        let end = at + number.length;
        if !self.is(end, "年") {
            return None;
        }
        let year = match number.digits {
            4 => number.value,
            2 if self.letters[at].is_ascii_digit() => 2000 + number.value,
            _ => return None,
        };
        let end = end + 1 + self.one_of(end + 1, &["度"]);
        Some((i32::try_from(year).ok().filter(|year| (1900..2200).contains(year))?, end))
    }

    /// What stands behind a year, or without one.
    fn in_year(&self, at: usize, year: Option<i32>) -> Vec<Time> {
        let one = |to: usize, kind: Kind| vec![Time { from: at, to, year, kind }];
        for (half, numbers) in [("上半年", 1..=6), ("下半年", 7..=12)] {
            if self.is(at, half) {
                return one(at + 3, Kind::Among(numbers.collect()));
            }
        }
        let quarter = at + self.one_of(at, &["第"]);
        if let Some(number) = self.number(quarter).filter(|number| (1..=4).contains(&number.value)) {
            let behind = quarter + number.length;
            let named = self.one_of(behind, &["季度", "季"]);
            if named > 0 {
                let last = 3 * number.value;
                return one(behind + named, Kind::Among((last - 2..=last).collect()));
            }
        }
        self.months_from(at, year)
    }

    /// 6月, 6月份, 1—6月, 5、6月, 6月22日, 12月底前.
    fn months_from(&self, at: usize, year: Option<i32>) -> Vec<Time> {
        let Some(first) = self.month_number(at) else {
            return Vec::new();
        };
        let named = |at: usize| self.one_of(at, &["月份", "月"]);
        let mut end = at + first.length;
        let mut has_name = named(end) > 0;
        end += named(end);
        let mut numbers = vec![first.value];
        let mut is_span = false;
        while let Some(mark) = self.letters.get(end).copied() {
            let is_here = SPANS.contains(mark);
            let next = self.month_number(end + 1).filter(|_| is_here || "、,和及与".contains(mark));
            // A month, or the first part of something else: 5、6个村.
            let Some(next) = next.filter(|next| named(end + 1 + next.length) > 0) else {
                break;
            };
            is_span |= is_here;
            numbers.push(next.value);
            end += 1 + next.length;
            end += named(end);
            has_name = true;
        }
        if !has_name {
            return Vec::new();
        }
        let time = |to: usize, kind: Kind| vec![Time { from: at, to, year, kind }];
        let day = self.number(end).filter(|day| day.digits <= 3 && (1..=31).contains(&day.value));
        if let Some(day) = day {
            let end = end + day.length;
            return time(end + self.one_of(end, &["日", "号"]), Kind::Day);
        }
        let deadline = self.one_of(end, &["底之前", "末之前", "底前", "末前", "之前", "前"]);
        if deadline > 0 {
            return time(end + deadline, Kind::Day);
        }
        end += self.one_of(end, &["底", "末"]);
        match numbers[..] {
            [only] => time(end, Kind::Month(only)),
            // Figures are cumulative: those of January to June are June's.
            [1, last] if is_span => time(end, Kind::Month(last)),
            [first, last] if is_span && first < last => time(end, Kind::Among((first..=last).collect())),
            _ => time(end, Kind::Among(numbers)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The months that a text may mean, and those it names as such, in a plan of 2022.
    fn months(text: &str) -> (Vec<String>, Vec<String>) {
        let letters = letters(text);
        let times = find(&letters, |_| true);
        let (start, end) = (Month::new(2022, 1).expect("a month"), Month::new(2022, 12).expect("a month"));
        let found = times.iter().map(|time| time.months(start, end));
        let (meant, spelt): (Vec<_>, Vec<_>) = found.unzip();
        let shown = |months: Vec<Vec<Month>>| months.into_iter().flatten().map(|month| month.to_string()).collect();
        (shown(meant), shown(spelt))
    }

    #[test]
    fn months_are_told_from_days_and_spans() {
        for text in [
            "上党区 2022年6月月报",
            "2022-06-housing",
            "2022.6 进度",
            "２０２２年６月",
            "2022年 06 月份",
            "2022年1—6月",
            "1至6月",
            "22年6月",
            "2022年度6月",
            "六月",
            "二〇二二年六月",
            "202206甲镇",
            "2022年6月底",
            "6月（2022年）",
        ] {
            assert_eq!(months(text), (vec!["2022-06".to_owned()], vec!["2022-06".to_owned()]), "{text}");
        }
        for text in
            ["报送截止：2022年6月23日", "2022-06-23", "20220623", "6个月", "12022年", "六月二十二日", "12月底前", ""]
        {
            assert_eq!(months(text).1, Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn quarters_and_halves_are_no_months() {
        let count = |text: &str| (months(text).0.len(), months(text).1.len());
        for (text, expected) in [
            ("2022年1季度", (3, 0)),
            ("第二季度", (3, 0)),
            ("上半年", (6, 0)),
            ("2022年", (12, 0)),
            ("4-6月", (3, 0)),
            ("5、6月", (2, 0)),
            ("2022年7月填报6月进展", (2, 2)),
            ("截至2022年6月20日", (2, 0)),
            ("12项任务6月进展", (1, 1)),
        ] {
            assert_eq!(count(text), expected, "{text}");
        }
    }
}
