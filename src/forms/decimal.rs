//! Numbers as workbooks keep them, written out as people read them; nothing is computed in binary.

/// A number in the notation `3.51e1` as a plain decimal: 35.1. What is too large to be honest stays as it is.
pub(super) fn plain(scientific: &str) -> String {
    let (sign, rest) = match scientific.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", scientific),
    };
    let Some((mantissa, exponent)) = rest.split_once('e') else {
        return scientific.to_owned();
    };
    let (Ok(exponent), true) = (exponent.parse::<i32>(), mantissa.len() < 40) else {
        return scientific.to_owned();
    };
    if !(-40..=40).contains(&exponent) {
        return scientific.to_owned();
    }
    let shifted = shift(mantissa, exponent);
    if shifted == "0" {
        return shifted;
    }
    format!("{sign}{shifted}")
}

/// A plain decimal with its point moved to the right (to the left where negative), without superfluous zeros.
pub(super) fn shift(decimal: &str, places: i32) -> String {
    let (sign, rest) = match decimal.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", decimal.strip_prefix('+').unwrap_or(decimal)),
    };
    let (whole, fraction) = rest.split_once('.').unwrap_or((rest, ""));
    let digits = format!("{whole}{fraction}");
    let length = i32::try_from(digits.len()).unwrap_or(0);
    let point = i32::try_from(whole.len()).unwrap_or(0) + places;
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or(0));
    let (whole, fraction) = if point <= 0 {
        (String::new(), zeros(-point) + &digits)
    } else if point >= length {
        (digits.clone() + &zeros(point - length), String::new())
    } else {
        let (whole, fraction) = digits.split_at(usize::try_from(point).unwrap_or(0));
        (whole.to_owned(), fraction.to_owned())
    };
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    match fraction.trim_end_matches('0') {
        "" if whole == "0" => "0".to_owned(),
        "" => format!("{sign}{whole}"),
        fraction => format!("{sign}{whole}.{fraction}"),
    }
}

/// Cut to so many decimals, towards zero: a figure is never rounded up to a threshold.
pub(super) fn cut(decimal: &str, decimals: usize) -> String {
    match decimal.split_once('.') {
        Some((whole, fraction)) => {
            let kept: String = fraction.chars().take(decimals).collect();
            shift(&format!("{whole}.{kept}"), 0)
        }
        None => decimal.to_owned(),
    }
}

/// Rounded to so many decimals as office programs show it: halves away from zero.
pub(super) fn round(decimal: &str, decimals: usize) -> String {
    let whole = shift(decimal, 0);
    let is_up = whole
        .split_once('.')
        .is_some_and(|(_, fraction)| fraction.as_bytes().get(decimals).is_some_and(|digit| *digit >= b'5'));
    let kept = cut(&whole, decimals);
    if !is_up {
        return kept;
    }
    let places = i32::try_from(decimals).unwrap_or(0);
    let sign = if whole.starts_with('-') { "-" } else { "" };
    let mut digits: Vec<u8> = shift(kept.trim_start_matches('-'), places).into_bytes();
    let nines = digits.iter().rev().take_while(|digit| **digit == b'9').count();
    let at = digits.len() - nines;
    digits[at..].fill(b'0');
    match at.checked_sub(1) {
        Some(last) => digits[last] += 1,
        None => digits.insert(0, b'1'),
    }
    let digits: String = digits.into_iter().map(char::from).collect();
    shift(&format!("{sign}{digits}"), -places)
}

/// Whether it is a plain decimal.
pub(super) fn is_plain(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    all(whole) && all(fraction)
}

/// Whether its size lies above nothing and is at most one, where 0.35 may mean 35 %.
pub(super) fn is_share(decimal: &str) -> bool {
    let size = shift(decimal, 0);
    let size = size.strip_prefix('-').unwrap_or(&size);
    size == "1" || (size.starts_with("0.") && size != "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_out() {
        for (kept, shown) in [
            ("3.51e1", "35.1"),
            ("3.50000000000000e1", "35"),
            ("-8e-1", "-0.8"),
            ("0e0", "0"),
            ("-0e0", "0"),
            ("1.2e5", "120000"),
            ("1e300", "1e300"),
        ] {
            assert_eq!(plain(kept), shown, "{kept}");
        }
    }

    #[test]
    fn points_are_moved_and_digits_cut() {
        assert_eq!(shift("0.35", 2), "35");
        assert_eq!(shift("0.351", 2), "35.1");
        assert_eq!(shift("1", 2), "100");
        assert_eq!(shift("-0.008", 2), "-0.8");
        assert_eq!(shift("12", -3), "0.012");
        assert_eq!(cut("58.3333", 2), "58.33");
        assert_eq!(cut("99.999", 2), "99.99");
        assert_eq!(cut("-0.001", 2), "0");
        assert_eq!(cut("35", 2), "35");
    }

    #[test]
    fn halves_are_rounded_as_they_are_shown() {
        for (decimal, decimals, rounded) in [
            ("49.6", 0, "50"),
            ("49.5", 0, "50"),
            ("49.49", 0, "49"),
            ("-0.005", 2, "-0.01"),
            ("9.99", 1, "10"),
            ("0.04", 1, "0"),
            ("35", 2, "35"),
        ] {
            assert_eq!(round(decimal, decimals), rounded, "{decimal}");
        }
    }

    #[test]
    fn shares_of_one_are_told() {
        for text in ["0.35", "1", "1.0", "0.001", "-0.8", "1.00"] {
            assert!(is_share(text), "{text}");
        }
        for text in ["0", "0.0", "1.01", "35", "-2"] {
            assert!(!is_share(text), "{text}");
        }
    }
}
