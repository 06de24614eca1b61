//! What the colours of a table mean. If a column has few words with a colour, the colour follows the word: a cell
//! changed by hand changes its colour too. The rule refers to the legend, so that no word becomes part of a formula.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::look;
use crate::document::{Role, Table};
use crate::text::Lang;
use crate::text::workbook::{self as words, Sheet};

/// The most coloured words a column may have for its colours to follow them; of others this many are named.
const MOST: usize = 6;

/// The colours of a table.
pub(super) struct Legend {
    /// The words that columns follow.
    live: Vec<Word>,
    /// The other colours, each with the texts that have it.
    fixed: Vec<(Role, Vec<String>)>,
    /// The columns whose colours follow their words.
    columns: Vec<usize>,
}

/// A word with a colour.
#[derive(Clone, PartialEq, Eq)]
struct Word {
    role: Role,
    text: String,
}

impl Legend {
    pub(super) fn of(table: &Table) -> Self {
        let mut legend = Self { live: Vec::new(), fixed: Vec::new(), columns: Vec::new() };
        for at in 0..table.columns.len() {
            let words = coloured(table, at);
            if words.is_empty() {
                continue;
            }
            let mut texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
            texts.sort_unstable();
            texts.dedup();
            // A word with two colours cannot be followed.
            if words.len() <= MOST && texts.len() == words.len() && legend.agrees(&words) {
                legend.columns.push(at);
                let new = |word: &Word| !legend.live.contains(word);
                let new: Vec<Word> = words.into_iter().filter(new).collect();
                legend.live.extend(new);
            } else {
                legend.fix(words);
            }
        }
        legend.live.sort_by_key(|word| rank(word.role));
        legend.fixed.sort_by_key(|(role, _)| rank(*role));
        legend
    }

    /// Whether no word has had another colour in a column before.
    fn agrees(&self, words: &[Word]) -> bool {
        let clashes = |word: &Word| {
            let same = self.live.iter().find(|known| known.text == word.text);
            same.is_some_and(|known| known.role != word.role)
        };
        !words.iter().any(clashes)
    }

    fn fix(&mut self, words: Vec<Word>) {
        for Word { role, text } in words {
            match self.fixed.iter_mut().find(|(known, _)| *known == role) {
                Some((_, texts)) if texts.contains(&text) => {}
                Some((_, texts)) => texts.push(text),
                None => self.fixed.push((role, vec![text])),
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.live.is_empty() && self.fixed.is_empty()
    }

    /// Whether the colours of a column follow its words.
    pub(super) fn is_live(&self, column: usize) -> bool {
        self.columns.contains(&column)
    }

    /// The lines of the legend, in order.
    pub(super) fn lines(&self, lang: Lang) -> Vec<(Role, String)> {
        let live = self.live.iter().map(|word| (word.role, word.text.clone()));
        let fixed = self.fixed.iter().map(|(role, texts)| {
            let named = &texts[..texts.len().min(MOST)];
            let said = words::and_others(named, named.len() == texts.len(), lang);
            (*role, said)
        });
        live.chain(fixed).collect()
    }

    /// The words that a column follows, by the name of their line in the legend.
    pub(super) fn names(&self, column: usize) -> Vec<(String, Role)> {
        if !self.is_live(column) {
            return Vec::new();
        }
        let words = (1..).zip(&self.live);
        words.map(|(at, word)| (name(at), word.role)).collect()
    }

    /// Names the lines of the legend, the first of which is in this row.
    pub(super) fn define(&self, workbook: &mut Workbook, first: u32, lang: Lang) -> Result<(), XlsxError> {
        let sheet = words::sheet(Sheet::Overview, lang);
        for (at, row) in (1..=self.live.len()).zip(first + 1..) {
            workbook.define_name(name(at), &format!("='{sheet}'!$A${row}"))?;
        }
        Ok(())
    }
}

/// The different words of a column that have a colour.
fn coloured(table: &Table, at: usize) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for row in &table.rows {
        let text = &row[at].text;
        let word = Word { role: text.role, text: text.shown().to_owned() };
        if look::has_fill(text.role) && !word.text.is_empty() && !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

/// The most serious first.
fn rank(role: Role) -> u8 {
    match role {
        Role::Grave => 0,
        Role::Serious => 1,
        Role::Notice => 2,
        Role::Good => 3,
        Role::Strong | Role::Plain | Role::Muted => 4,
    }
}

fn name(at: usize) -> String {
    format!("legend_{at}")
}
