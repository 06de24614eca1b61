//! "Did you mean": the one of several words that a mistyped word probably stands for.

/// The candidate that is close enough to have been meant.
pub fn nearest<'c>(written: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let length = written.chars().count();
    // A longer word is no typing error, and comparing would take time.
    if length > 60 {
        return None;
    }
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&written.to_lowercase(), candidate), candidate))
        .filter(|&(distance, candidate)| {
            // A word that differs only in its ending (`entry`, `entries`) is close however long the ending.
            let stem = written.chars().zip(candidate.chars()).take_while(|(a, b)| a == b).count();
            let has_stem = stem >= 4 && stem + 1 >= length;
            has_stem || distance <= (length.max(candidate.chars().count()) / 3).max(1)
        })
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_what_was_meant_and_nothing_far_off() {
        let keys = ["entries", "percent", "note", "unit"];
        assert_eq!(nearest("precent", keys), Some("percent"));
        assert_eq!(nearest("Percent", keys), Some("percent"));
        assert_eq!(nearest("entry", keys), Some("entries"));
        assert_eq!(nearest("nots", keys), Some("note"));
        assert_eq!(nearest("attachments", keys), None);
        assert_eq!(nearest("", keys), None);
    }
}
