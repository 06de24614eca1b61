//! Indicators in the notebook: targets that change, and periods over which readings are judged, looked up month by month.

use shangdang::assess::Flags;
use shangdang::model::{Compare, Indicator, Period, Target};

use super::Wanted;
use super::drawn::{Drawn, Word};
use super::month::{Heard, close_of, exact};
use super::page::Page;
use crate::oracle::Exact;
use crate::oracle::case::{When, label, random_when};
use crate::support::{SplitMix64, hundredths};

/// What is measured: figures in hundredths.
#[derive(Clone, Debug)]
pub(super) struct Gauge {
    pub(super) compare: Compare,
    /// From when on, and the bounds.
    pub(super) targets: Vec<(When, u32, u32)>,
    pub(super) over: Over,
    pub(super) counts: bool,
}

/// What a reading speaks for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Over {
    Month,
    Quarter,
    Year,
    Window((u32, u32), (u32, u32)),
}

/// A period: its first and its last month, and its close.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Stretch {
    first: i32,
    last: i32,
    close: Exact,
}

/// What has come of the periods by a month.
pub(super) struct Ledger {
    /// The close of the first of those that have failed without a break.
    since: Option<Exact>,
    /// The last one that has closed, and the entry that decided it.
    last: Option<(Stretch, Option<Heard>)>,
    /// The first one that has not, and what has been heard for it.
    open: Option<(Stretch, Option<Heard>)>,
}

impl Gauge {
    pub(super) fn random(random: &mut SplitMix64, start: i32, length: u32) -> Self {
        let over = match random.below(9) {
            0..=2 => Over::Month,
            3 => Over::Quarter,
            4 | 5 => Over::Year,
            _ => {
                let first = random.below(12);
                let months = random.below(6);
                let day = |random: &mut SplitMix64, usual| if random.once_in(2) { usual } else { 1 + random.below(28) };
                let (from, until) = (day(random, 1), day(random, 31));
                let last = (first + months) % 12 + 1;
                let last_day = if matches!(last, 4 | 6 | 9 | 11) { until.min(30) } else { until };
                let last_day = if last == 2 { last_day.min(28) } else { last_day };
                // In one month the first day comes first, or it would be nearly a year.
                let from = if months == 0 { from.min(last_day) } else { from };
                Over::Window((first + 1, from), (last, last_day))
            }
        };
        let counts = over != Over::Month && random.once_in(3);
        let compare = match (counts, random.below(5)) {
            (true, draw) if draw < 3 => Compare::AtMost,
            (true, _) => Compare::Below,
            (false, draw) => Compare::ALL[draw as usize].0,
        };
        // Of what is judged once a year most is asked for early, so that some of it fails again.
        let early = if over == Over::Month { length } else { length / 3 + 1 };
        let mut targets = vec![random_when(random, start, early)];
        while targets.len() < 3 && random.once_in(2) {
            targets.push(random_when(random, start, length));
        }
        targets.sort_by_key(|when| when.exact());
        targets.dedup_by_key(|when| when.exact());
        let targets = targets.into_iter().zip(0..).map(|(when, step)| match compare {
            Compare::AtLeast | Compare::Above => (when, 9000 + step, 9000 + step),
            Compare::AtMost | Compare::Below | Compare::NoWorseThan => (when, 9002 - step, 9002 - step),
            Compare::Between => (when, 8998 + step, 9003 - step),
        });
        Self { compare, targets: targets.collect(), over, counts }
    }

    pub(super) fn random_value(random: &mut SplitMix64) -> u32 {
        8997 + random.below(8)
    }

    pub(super) fn indicator(&self) -> Indicator {
        let targets = self.targets.iter().map(|(when, lower, upper)| Target {
            upper: hundredths(*upper),
            ..Target::new(when.moment(), hundredths(*lower))
        });
        let mut indicator = Indicator::new(self.compare, targets.collect(), "");
        indicator.counts = self.counts;
        indicator.period = match self.over {
            Over::Month => Period::Month,
            Over::Quarter => Period::Quarter,
            Over::Year => Period::Year,
            Over::Window(from, until) => Period::Window { from, until },
        };
        indicator
    }

    fn due(&self) -> Exact {
        self.targets[0].0.exact()
    }

    /// Of two bounds the lower one.
    fn bounds_at(&self, at: Exact) -> (u32, u32) {
        let mut begun = self.targets.iter().filter(|(when, ..)| when.exact() <= at);
        let (_, lower, upper) = begun.next_back().unwrap_or(&self.targets[0]);
        (*lower, *upper)
    }

    fn is_met(&self, heard: Option<&Heard>, at: Exact) -> bool {
        let (lower, upper) = self.bounds_at(at);
        heard.is_some_and(|entry| {
            let read = entry.word.number();
            match self.compare {
                Compare::AtLeast => read >= lower,
                Compare::AtMost | Compare::NoWorseThan => read <= lower,
                Compare::Below => read < lower,
                Compare::Above => read > lower,
                Compare::Between => lower <= read && read <= upper,
            }
        })
    }

    /// The bound that a page shows: of two the upper one where a reading is above it.
    fn shown(&self, heard: Option<&Heard>, at: Exact) -> Exact {
        let (lower, upper) = self.bounds_at(at);
        let is_above = heard.is_some_and(|entry| entry.word.number() > upper);
        Exact::new(if is_above { upper } else { lower }.into(), 100)
    }

    /// A reading that meets what is in force at a moment, and nothing more.
    fn enough(&self, at: Exact) -> u32 {
        let (lower, _) = self.bounds_at(at);
        match self.compare {
            Compare::Below => lower - 1,
            Compare::Above => lower + 1,
            _ => lower,
        }
    }

    /// The period that a reading for a month speaks for.
    fn stretch(&self, month: i32) -> Option<Stretch> {
        let whole =
            |first: i32, months: i32| Stretch { first, last: first + months - 1, close: exact(first + months - 1) };
        match self.over {
            Over::Month => Some(whole(month, 1)),
            Over::Quarter => Some(whole(month - month % 3, 3)),
            Over::Year => Some(whole(month - month % 12, 12)),
            Over::Window((first, day), (last, last_day)) => (month / 12..=month / 12 + 1).find_map(|year| {
                let runs_on = (last, last_day) < (first, day);
                let from = 12 * (year - i32::from(runs_on)) + first.cast_signed() - 1;
                let until = 12 * year + last.cast_signed() - 1;
                let close = close_of(label(until).day(last_day));
                (from <= month && month <= until).then_some(Stretch { first: from, last: until, close })
            }),
        }
    }

    fn newest_of<'a>(&self, stretch: Stretch, heard: &'a [Heard]) -> Option<&'a Heard> {
        heard.iter().rev().find(|entry| self.stretch(entry.month) == Some(stretch))
    }
}

/// The reading that stands at a close.
fn standing(month: i32, heard: &[Heard]) -> Option<&Heard> {
    heard.iter().rev().find(|entry| entry.month <= month)
}

impl Drawn {
    fn ledger(&self, gauge: &Gauge, month: i32, heard: &[Heard]) -> Ledger {
        let mut ledger = Ledger { since: None, last: None, open: None };
        for at in self.first_month()..=self.end() {
            let Some(stretch) = gauge.stretch(at).filter(|of| of.last == at && of.close >= gauge.due()) else {
                continue;
            };
            let entry = gauge.newest_of(stretch, heard);
            if stretch.close > exact(month) {
                ledger.open = ledger.open.or(Some((stretch, entry.copied())));
                continue;
            }
            ledger.since = match ledger.since {
                _ if gauge.is_met(entry, stretch.close) => None,
                None => Some(stretch.close),
                earlier => earlier,
            };
            ledger.last = Some((stretch, entry.copied()));
        }
        ledger
    }

    pub(super) fn gauge_lag(&self, gauge: &Gauge, month: i32, heard: &[Heard]) -> Exact {
        if gauge.over != Over::Month {
            let Ledger { since, last, .. } = self.ledger(gauge, month, heard);
            return since.zip(last).map_or(exact(0), |(since, (last, _))| last.close - since);
        }
        let (now, due) = (exact(month), gauge.due());
        let fails = |month: i32, at: Exact| !gauge.is_met(standing(month, heard), at);
        if due > now || !fails(month, now) {
            return exact(0);
        }
        // Back to the first close, not before the due moment, from which on it has failed all the time.
        let mut first = month;
        while exact(first - 1) >= due && fails(first - 1, exact(first - 1)) {
            first -= 1;
        }
        // What stood before may have begun to fail inside the month, when it fell due or another target came.
        let begun = gauge.targets.iter().map(|(when, ..)| when.exact());
        let inside = begun.filter(|&at| exact(first - 1) < at && at < exact(first)).find(|&at| fails(first - 1, at));
        now - inside.unwrap_or(exact(first))
    }

    /// Whether what a verdict rests on is a silence.
    pub(super) fn rests_on_silence(&self, gauge: &Gauge, month: i32, heard: &[Heard]) -> bool {
        if gauge.over == Over::Month {
            return !self.silent(month, heard).is_empty();
        }
        let Some((last, _)) = self.ledger(gauge, month, heard).last else {
            return false;
        };
        let by_then: Vec<Heard> = heard.iter().copied().filter(|entry| entry.month <= last.last).collect();
        self.silent(last.last, &by_then).iter().any(|&silent| last.first <= silent)
    }

    pub(super) fn gauge_page(&self, gauge: &Gauge, month: i32, heard: &[Heard], lag: Exact) -> Page {
        let (now, silent) = (exact(month), self.silent(month, heard));
        let number = |entry: &Heard| Exact::new(entry.word.number().into(), 100);
        let count = |months: usize| u32::try_from(months).expect("few months");
        if gauge.over == Over::Month {
            let has_come = gauge.due() <= now;
            let newest = heard.last();
            let meets = gauge.is_met(newest, now);
            return Page {
                required: has_come.then(|| gauge.shown(newest, now)),
                actual: newest.map(number),
                evidence: newest.map(|entry| entry.at),
                flags: Flags {
                    unreported: if has_come { count(silent.len()) } else { 0 },
                    late: newest.is_some_and(|entry| entry.is_late),
                    due_unmet: has_come && !meets && lag == exact(0),
                    complete: self.is_through(gauge, month, heard),
                    ..Flags::default()
                },
            };
        }
        let Ledger { since, last, open } = self.ledger(gauge, month, heard);
        let so_far = open.and_then(|(_, entry)| entry);
        let over_limit = open.is_some_and(|(of, entry)| entry.is_some() && !gauge.is_met(entry.as_ref(), of.close));
        let shows_open = since.is_none() && so_far.is_some();
        let (held, entry) = match (open, last) {
            (Some((of, entry)), _) if shows_open => (of.close, entry),
            (_, Some((of, entry))) => (of.close, entry),
            (of, None) => (of.map_or(gauge.due(), |(of, _)| of.close), heard.last().copied()),
        };
        let is_asked = if shows_open { gauge.counts } else { last.is_some() };
        let is_of_period = |&&silent: &&i32| {
            let of = gauge.stretch(silent);
            of.is_some_and(|of| of.close >= gauge.due() && (self.first_month()..=self.end()).contains(&of.last))
        };
        let has_fallen = match heard {
            [.., before, newest] => {
                let of = gauge.stretch(newest.month);
                of.is_some() && of == gauge.stretch(before.month) && newest.word.number() < before.word.number()
            }
            _ => false,
        };
        Page {
            required: is_asked.then(|| gauge.shown(entry.as_ref(), held)),
            actual: entry.as_ref().map(number),
            evidence: entry.map(|entry| entry.at),
            flags: Flags {
                unreported: count(silent.iter().filter(is_of_period).count()),
                late: entry.is_some_and(|entry| entry.is_late),
                regressed: gauge.counts && has_fallen,
                due_unmet: since == Some(now),
                complete: self.is_through(gauge, month, heard),
                unmet: since.is_some(),
                exhausted: gauge.counts && over_limit,
                ..Flags::default()
            },
        }
    }

    /// Whether less is there than is asked for: a period that has failed stays so until the next one closes.
    pub(super) fn is_behind(&self, gauge: &Gauge, month: i32, heard: &[Heard]) -> bool {
        if gauge.over == Over::Month {
            return gauge.due() <= exact(month) && !gauge.is_met(heard.last(), exact(month));
        }
        self.ledger(gauge, month, heard).since.is_some()
    }

    /// Whether nothing more is asked for.
    fn is_through(&self, gauge: &Gauge, month: i32, heard: &[Heard]) -> bool {
        if gauge.over != Over::Month {
            let Ledger { since, last, open } = self.ledger(gauge, month, heard);
            return since.is_none() && last.is_some() && open.is_none();
        }
        // 27 days are not kept to before the last of them has passed.
        let may_yet_fail = matches!(gauge.compare, Compare::AtMost | Compare::Below | Compare::Between);
        let last = gauge.targets.last().expect("a target").0.exact();
        let is_settled = last <= exact(month) && !(may_yet_fail && month < self.end());
        is_settled && gauge.is_met(heard.last(), exact(month))
    }

    /// Whether it is asked about in a month, by what was heard a month before.
    pub(super) fn is_open(&self, gauge: &Gauge, month: i32, heard: &[Heard]) -> bool {
        if month > self.end() {
            // What a period has missed nobody can make up for.
            return gauge.over == Over::Month && self.is_behind(gauge, month, heard);
        }
        !self.is_through(gauge, month - 1, heard)
    }

    /// The reading for a month that leaves what is wanted; none if no reading does.
    pub(super) fn gauge_wants(
        gauge: &Gauge,
        month: i32,
        heard: &[Heard],
        holds: impl Fn(&[Heard]) -> bool,
    ) -> Option<Wanted> {
        let of = gauge.stretch(month)?;
        let enough = gauge.enough(of.close);
        // A running count does not fall.
        if gauge.counts && gauge.newest_of(of, heard).is_some_and(|so_far| so_far.word.number() > enough) {
            return None;
        }
        let mut heard = heard.to_vec();
        heard.push(Heard { at: usize::MAX, month, is_late: false, first: 0, word: Word::Value(enough) });
        holds(&heard).then(|| Wanted::Target(Exact::new(gauge.bounds_at(of.close).0.into(), 100)))
    }

    pub(super) fn gauge_asked(&self, gauge: &Gauge, month: i32, heard: &[Heard]) -> Option<Wanted> {
        let is_behind = self.is_behind(gauge, month, heard);
        let wants = || Self::gauge_wants(gauge, month, heard, |heard| !self.is_behind(gauge, month, heard));
        is_behind.then(wants).flatten()
    }
}
