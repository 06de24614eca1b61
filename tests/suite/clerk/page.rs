//! What stands beside a lag in the notebook: what was asked for and what is there, the entry that counts, the remarks.

use shangdang::assess::{Bucket, Flags};

use super::drawn::Drawn;
use super::month::{Heard, Held, Marks, exact, figures, standings};
use crate::oracle::Exact;

/// What stands beside the lag.
pub(super) struct Page {
    pub(super) required: Option<Exact>,
    pub(super) actual: Option<Exact>,
    pub(super) evidence: Option<usize>,
    pub(super) flags: Flags,
}

impl Drawn {
    pub(super) fn page(&self, month: i32, heard: &[Heard], lag: Option<Exact>) -> Page {
        let silent = self.silent(month, heard);
        let unreported = u32::try_from(silent.len()).expect("few months");
        let does_not_lag = lag == Some(exact(0));
        let newest = heard.last();
        match self.held(month) {
            Held::Curve(plan) => {
                let figures = figures(heard);
                let newest = figures.last();
                let asked = plan.asked_at(exact(month));
                let delivered = self.delivered(heard);
                let is_complete = delivered >= exact(100);
                Page {
                    required: Some(self.measure.of_percent(asked)),
                    actual: newest.map(|&(_, figure)| hundredths(figure)),
                    evidence: newest.map(|(entry, _)| entry.at),
                    flags: Flags {
                        unreported: if is_complete { 0 } else { unreported },
                        late: newest.is_some_and(|(entry, _)| entry.is_late),
                        regressed: figures.len() > 1 && self.is_less(&figures[figures.len() - 2..]),
                        due_unmet: does_not_lag && asked > delivered,
                        complete: is_complete,
                        over_total: delivered > exact(100) && !self.at_least,
                        ..Flags::default()
                    },
                }
            }
            Held::Stages(stages) => {
                let words = standings(heard);
                let newest = words.last();
                let through = self.through(heard);
                let asked = |at: usize| stages[at].as_ref().map(|plan| plan.asked_at(exact(month)));
                let lacks = |at: &usize| asked(*at).is_some_and(|asked| asked > through[*at]);
                // Nothing is asked of anybody any more by then.
                let far = exact(month + 100);
                let until = |at: usize| stages[at].as_ref().map(|plan| plan.earned_by(far, through[at]));
                let all = || 0..stages.len();
                let longest = || all().filter(lacks).min_by_key(|&at| until(at));
                let begun = || all().rfind(|&at| asked(at) > Some(exact(0)));
                let next =
                    || all().filter(|&at| until(at).is_some_and(|until| until < far)).min_by_key(|&at| until(at));
                let any = || all().rfind(|&at| stages[at].is_some());
                let shown = longest().or_else(begun).or_else(next).or_else(any).expect("one is asked for");
                let is_complete = through[stages.len() - 1] >= exact(100);
                let back = |now: &[u32], before: &[u32]| {
                    let beyond = |standing: &[u32], at: usize| standing[at..].iter().sum::<u32>();
                    (0..stages.len()).any(|at| beyond(now, at) < beyond(before, at))
                };
                Page {
                    required: asked(shown).map(|asked| self.measure.of_percent(asked)),
                    actual: newest.map(|_| self.measure.of_percent(through[shown])),
                    evidence: newest.map(|(entry, _)| entry.at),
                    flags: Flags {
                        unreported: if is_complete { 0 } else { unreported },
                        late: newest.is_some_and(|(entry, _)| entry.is_late),
                        regressed: words.len() > 1 && back(&words[words.len() - 1].1, &words[words.len() - 2].1),
                        due_unmet: does_not_lag && all().any(|at| lacks(&at)),
                        complete: is_complete,
                        ..Flags::default()
                    },
                }
            }
            Held::Recurring(dues, times) => {
                let marks = Marks::of(dues, times, heard);
                let (latest, open) = (marks.latest(), marks.open());
                let filed = self.reports.iter().filter(|report| self.counts(report, month));
                let last_filed = filed.map(|report| report.month).max();
                let unfiled = silent.iter().filter(|&&silent| Some(silent) > last_filed).count();
                let strokes = |at: usize| marks.said[at].map_or(0, |(_, strokes)| strokes);
                // Where strokes are counted, those of the first one that is open count now.
                let begun = open.filter(|&at| times > 1 && strokes(at) > 0).and_then(|at| marks.said[at]);
                let begun = begun.map(|(entry, _)| entry);
                let deciding = begun.or(latest.and_then(|at| marks.by[at])).or(newest.copied());
                let is_over = open.is_none() && latest.is_some();
                let skipped = |&at: &usize| marks.by[at].is_none() && Some(at) < latest;
                let missed = u32::try_from((0..dues.len()).filter(skipped).count()).expect("few");
                Page {
                    required: Some(
                        count((0..dues.len()).filter(|&at| dues[at] <= month)) * Exact::from(i128::from(times)),
                    ),
                    actual: Some((0..dues.len()).map(|at| Exact::from(i128::from(strokes(at).min(times)))).sum()),
                    evidence: deciding.map(|entry| entry.at),
                    flags: Flags {
                        unreported: if is_over { 0 } else { u32::try_from(unfiled).expect("few") },
                        late: deciding.is_some_and(|entry| entry.is_late),
                        regressed: newest.is_some_and(|newest| marks.taken_back == Some(newest.month)),
                        due_unmet: open.is_some_and(|at| dues[at] == month),
                        complete: is_over && missed == 0,
                        missed,
                        ..Flags::default()
                    },
                }
            }
            Held::Indicator(gauge) => self.gauge_page(gauge, month, heard, lag.expect("it can lag")),
            Held::Unscheduled => {
                let is_complete = self.delivered(heard) >= exact(100);
                Page {
                    required: None,
                    actual: newest.map(|entry| hundredths(entry.word.number())),
                    evidence: newest.map(|entry| entry.at),
                    flags: Flags {
                        unreported: if is_complete { 0 } else { unreported },
                        late: newest.is_some_and(|entry| entry.is_late),
                        complete: is_complete,
                        ..Flags::default()
                    },
                }
            }
        }
    }
}

impl Drawn {
    /// Whether the later of two figures is lower, or leaves out a named thing that the earlier one has.
    fn is_less(&self, two: &[(Heard, u32)]) -> bool {
        let [(before, earlier), (now, later)] = two else {
            return false;
        };
        let Some(named) = self.named else {
            return later < earlier;
        };
        let is_in = |thing: u32, (first, figure): (u32, u32)| (thing + named - first) % named < figure / 100;
        (0..named).any(|thing| is_in(thing, (before.first, *earlier)) && !is_in(thing, (now.first, *later)))
    }
}

pub(super) fn bucket(lag: Option<Exact>, flags: Flags) -> Bucket {
    match lag {
        _ if flags.complete => Bucket::Complete,
        None => Bucket::Unscheduled,
        Some(lag) if lag >= exact(3) => Bucket::Lag3,
        Some(lag) if lag >= exact(2) => Bucket::Lag2,
        Some(lag) if lag >= exact(1) => Bucket::Lag1,
        Some(lag) if lag > exact(0) || flags.due_unmet || flags.unmet || flags.exhausted => Bucket::Behind,
        Some(_) => Bucket::OnTrack,
    }
}

fn hundredths(number: u32) -> Exact {
    Exact::new(number.into(), 100)
}

fn count(things: impl Iterator) -> Exact {
    Exact::from(i128::try_from(things.count()).expect("few"))
}
