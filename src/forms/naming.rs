//! What a text names: units, months, quarters, years. It *says* a unit or a month only where it does so as a whole, with
//! nothing left over: 甲镇2022年6月治污进展表 says both, 2022年12项重点任务6月进展 and 参照乙镇格式 only mention them.

use std::collections::BTreeSet;

use super::cells;
use super::times::{self, Time};
use crate::model::{Month, UnitIx, Workspace};
use crate::text::forms as words;

/// What the workspace calls its units, tasks and items, the longest names first.
pub(super) struct Names<'a> {
    pub(super) workspace: &'a Workspace,
    units: Vec<(Vec<char>, UnitIx)>,
    titles: Vec<Vec<char>>,
    /// Each two letters that stand beside each other in a title.
    pairs: BTreeSet<[char; 2]>,
    places: Vec<Vec<char>>,
}

/// What a text names.
#[derive(Clone, Debug, Default)]
pub(super) struct Named {
    /// The units, each once.
    pub(super) units: Vec<UnitIx>,
    /// The months that it may mean.
    pub(super) months: Vec<Month>,
    /// The months that it names as such.
    spelt: Vec<Month>,
    /// Nothing is left over that may name something else.
    is_whole: bool,
}

impl Named {
    /// The unit that the text says as a whole.
    pub(super) fn unit(&self) -> Option<UnitIx> {
        match self.units[..] {
            [unit] if self.is_whole => Some(unit),
            _ => None,
        }
    }

    /// The month that the text says as a whole, and no other quarter or year.
    pub(super) fn month(&self) -> Option<Month> {
        match (&self.spelt[..], &self.months[..]) {
            ([month], [only]) if self.is_whole && month == only => Some(*month),
            _ => None,
        }
    }
}

impl Named {
    /// The units, where the text holds nothing else.
    pub(super) fn only_units(self) -> Option<Vec<UnitIx>> {
        (self.is_whole && !self.units.is_empty()).then_some(self.units)
    }

    /// Takes back that a month is said: 2022.1 may have been 2022.10.
    pub(super) fn doubt_month(&mut self) {
        self.spelt.clear();
        let tenth = self.months.iter().filter(|month| month.number() == 1).map(|month| month.plus(9));
        let tenth: Vec<Month> = tenth.collect();
        self.months.extend(tenth);
    }
}

/// What a piece of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    Unknown,
    Mark,
    Word,
    Title,
    Place,
    Time,
    Unit(UnitIx),
}

impl<'a> Names<'a> {
    pub(super) fn of(workspace: &'a Workspace) -> Self {
        let letters = |text: &str| -> Vec<char> { cells::plain(text).chars().collect() };
        let longest_first = |names: &mut Vec<Vec<char>>| {
            names.retain(|name| name.len() >= 2);
            names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        };
        let mut units = Vec::new();
        for (position, unit) in workspace.plan.units.iter().enumerate() {
            let names = [&unit.name, &unit.full_name].map(|name| letters(name));
            units.extend(names.into_iter().filter(|name| !name.is_empty()).map(|name| (name, UnitIx(position))));
        }
        units.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        let tasks = workspace.tasks.iter().map(|task| letters(&task.title));
        let items = workspace.items.iter().map(|item| letters(&item.title));
        let plan = letters(&workspace.plan.title);
        let mut titles: Vec<Vec<char>> = tasks.chain(items).chain([plan.clone()]).collect();
        longest_first(&mut titles);
        // 上党区, with which the plan's title begins.
        let is_place = |letter: &char| "省市县区州旗盟".contains(*letter);
        let ends = plan.iter().enumerate().filter(|(_, letter)| is_place(letter)).map(|(at, _)| at + 1);
        let mut places: Vec<Vec<char>> = ends.map(|end| plan[..end].to_vec()).collect();
        longest_first(&mut places);
        let pairs = titles.iter().flat_map(|title| title.windows(2).map(|pair| [pair[0], pair[1]])).collect();
        Self { workspace, units, titles, pairs, places }
    }

    /// What a text names.
    pub(super) fn read(&self, text: &str) -> Named {
        let letters = times::letters(text);
        let mut pieces = vec![Piece::Unknown; letters.len()];
        self.mark_titles(&letters, &mut pieces);
        self.mark_units(&letters, &mut pieces);
        let times = times::find(&letters, |at| pieces[at] == Piece::Unknown);
        for time in &times {
            pieces[time.from..time.to].fill(Piece::Time);
        }
        self.mark_ids(&letters, &times, &mut pieces);
        self.mark_words(&letters, &mut pieces);
        let mut named = Named { is_whole: is_whole(&pieces), ..Named::default() };
        for piece in &pieces {
            if let Piece::Unit(unit) = piece
                && !named.units.contains(unit)
            {
                named.units.push(*unit);
            }
        }
        self.add_months(&times, &mut named);
        named
    }

    fn add_months(&self, times: &[Time], named: &mut Named) {
        let plan = &self.workspace.plan;
        // A month without its year may be one that follows the plan up only once the plan has been reported on to its end.
        let has_ended = self.workspace.reports.iter().any(|report| report.month >= plan.end);
        let last = if has_ended { plan.track_until } else { plan.end };
        for time in times {
            let (meant, spelt) = time.months(plan.start, last);
            for (months, found) in [(&mut named.months, meant), (&mut named.spelt, spelt)] {
                for month in found {
                    if !months.contains(&month) {
                        months.push(month);
                    }
                }
            }
        }
    }

    /// Titles of the plan, whole: the units and numbers in them are not those of the table.
    fn mark_titles(&self, letters: &[char], pieces: &mut [Piece]) {
        for title in self.titles.iter().filter(|title| title.len() >= 4) {
            mark(letters, title, Piece::Title, pieces);
        }
    }

    fn mark_units(&self, letters: &[char], pieces: &mut [Piece]) {
        for (name, unit) in &self.units {
            mark(letters, name, Piece::Unit(*unit), pieces);
        }
    }

    /// Ids stand in the names of our files only: 2022-06-housing-区住建局.
    fn mark_ids(&self, letters: &[char], times: &[Time], pieces: &mut [Piece]) {
        let Some(first) = times.first().filter(|time| time.from == 0 && letters.get(time.to) == Some(&'-')) else {
            return;
        };
        let from = first.to + 1;
        for (position, unit) in self.workspace.plan.units.iter().enumerate() {
            let end = from + unit.id.chars().count();
            let is_there = unit.id.chars().eq(letters[from..].iter().copied().take(end - from));
            if is_there && matches!(letters.get(end), None | Some('-')) {
                pieces[from..end].fill(Piece::Unit(UnitIx(position)));
            }
        }
    }

    /// Marks between words, words that every table bears, and parts of the plan's titles.
    fn mark_words(&self, letters: &[char], pieces: &mut [Piece]) {
        let mut at = 0;
        while at < letters.len() {
            if pieces[at] != Piece::Unknown {
                at += 1;
                continue;
            }
            let free = pieces[at..].iter().take_while(|piece| **piece == Piece::Unknown).count();
            let rest = &letters[at..at + free];
            let place = self.places.iter().find(|place| rest.starts_with(place));
            let (length, piece) = if let Some(place) = place {
                (place.len(), Piece::Place)
            } else if let Some(length) = annex(rest) {
                (length, Piece::Word)
            } else if let Some(length) = words::longest_neutral(rest).max(self.part_of_title(rest)) {
                // 7月填报 is when, not for which month.
                let is_when = at > 0 && pieces[at - 1] == Piece::Time && words::is_filing(rest);
                (length, if is_when { Piece::Unknown } else { Piece::Word })
            } else if !rest[0].is_alphanumeric() {
                (1, Piece::Mark)
            } else {
                (1, Piece::Unknown)
            };
            pieces[at..at + length].fill(piece);
            at += length;
        }
    }

    /// How much of a text stands in a title of the plan: two letters or more that are no numbers and name no time.
    fn part_of_title(&self, rest: &[char]) -> Option<usize> {
        let pair = rest.first_chunk::<2>()?;
        if !self.pairs.contains(pair) {
            return None;
        }
        let is_plain = |letter: &char| letter.is_alphabetic() && !"年月季旬周日号期".contains(*letter);
        let length = rest.iter().take_while(|letter| is_plain(letter)).count();
        (2..=length).rev().find(|&length| {
            self.titles.iter().any(|title| title.windows(length).any(|window| window == &rest[..length]))
        })
    }
}

/// Marks where a name stands among what is still unknown.
fn mark(letters: &[char], name: &[char], piece: Piece, pieces: &mut [Piece]) {
    let mut at = 0;
    while at + name.len() <= letters.len() {
        let end = at + name.len();
        let is_free = |pieces: &[Piece]| pieces.iter().all(|piece| *piece == Piece::Unknown);
        if letters[at..end] == *name && is_free(&pieces[at..end]) {
            pieces[at..end].fill(piece);
            at = end;
        } else {
            at += 1;
        }
    }
}

/// 附件2： or 附表1 at the beginning of a text or alone.
fn annex(rest: &[char]) -> Option<usize> {
    let is_annex = rest.starts_with(&['附', '件']) || rest.starts_with(&['附', '表']);
    let digits = rest.iter().skip(2).take_while(|letter| letter.is_ascii_digit()).count();
    let ends = rest.get(2 + digits).is_none_or(|next| !next.is_alphanumeric());
    (is_annex && (1..=2).contains(&digits) && ends).then_some(2 + digits)
}

/// Whether nothing is left over, and each unit stands where whoever reports is named: at the beginning, or behind a time, a
/// title or a mark, not behind a word that may make it something else.
fn is_whole(pieces: &[Piece]) -> bool {
    let is_unit = |piece: &Piece| matches!(piece, Piece::Unit(_));
    let is_misplaced = |pair: &[Piece]| is_unit(&pair[1]) && pair[0] == Piece::Word;
    !pieces.contains(&Piece::Unknown) && !pieces.windows(2).any(is_misplaced)
}
