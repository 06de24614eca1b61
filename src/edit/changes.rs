//! What differs between two texts, line by line.

/// One line of a difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Its number, from 1: in the old text if it is removed, in the new one if it is added.
    pub line: usize,
    /// Whether it is added; otherwise it is removed.
    pub is_new: bool,
    /// What it says.
    pub text: String,
}

/// Longer stretches are not searched for lines in common.
const MOST_LINES: usize = 3000;

/// The lines removed and added between two texts, in order.
pub fn changes(old: &str, new: &str) -> Vec<Changed> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let top = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = old[top..].iter().rev().zip(new[top..].iter().rev());
    let bottom = rest.take_while(|(a, b)| a == b).count();
    let (before, after) = (&old[top..old.len() - bottom], &new[top..new.len() - bottom]);
    let goes = |at: usize| Changed { line: top + at + 1, is_new: false, text: before[at].to_owned() };
    let comes = |at: usize| Changed { line: top + at + 1, is_new: true, text: after[at].to_owned() };
    if before.len().max(after.len()) > MOST_LINES {
        let gone = (0..before.len()).map(goes);
        return gone.chain((0..after.len()).map(comes)).collect();
    }
    let common = common(before, after);
    let (mut a, mut b) = (0, 0);
    let mut changes = Vec::new();
    while a < before.len() || b < after.len() {
        let is_same = a < before.len() && b < after.len() && before[a] == after[b];
        if is_same {
            (a, b) = (a + 1, b + 1);
        } else if b >= after.len() || (a < before.len() && common[a + 1][b] >= common[a][b + 1]) {
            changes.push(goes(a));
            a += 1;
        } else {
            changes.push(comes(b));
            b += 1;
        }
    }
    changes
}

/// How many lines two texts have in common from each pair of lines on.
fn common(before: &[&str], after: &[&str]) -> Vec<Vec<u16>> {
    let mut table = vec![vec![0; after.len() + 1]; before.len() + 1];
    for a in (0..before.len()).rev() {
        for b in (0..after.len()).rev() {
            table[a][b] =
                if before[a] == after[b] { table[a + 1][b + 1] + 1 } else { table[a + 1][b].max(table[a][b + 1]) };
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::{Changed, changes};

    #[test]
    fn says_what_goes_and_what_comes() {
        let line = |line, is_new, text: &str| Changed { line, is_new, text: text.to_owned() };
        assert_eq!(changes("a\nb\nc\n", "a\nb\nc\n"), []);
        assert_eq!(changes("a\nb\nc\n", "a\nx\nc\nd\n"), [line(2, false, "b"), line(2, true, "x"), line(4, true, "d")]);
        assert_eq!(changes("", "a"), [line(1, true, "a")]);
    }
}
