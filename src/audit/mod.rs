//! 提请核实的现象: what a fair inspector would notice and ask about. Nothing here is a verdict, a fault or blame;
//! [`crate::assess`] uses none of it, and no tier can come of it. Each observation names the lines it rests on, so that
//! the unit asked can look them up.
//!
//! Everything is looked at as of one month: what had been reported for the months up to it.

mod attachments;
mod claims;
mod figures;
mod filing;
mod joint;
mod plan;

use chrono::NaiveDate;

use crate::assess::AsOf;
use crate::model::{Entry, Figure, ItemIx, Moment, Month, Ratio, Reading, Share, Tier, UnitIx, Workspace, shown_by_id};
use crate::source::Place;

pub use attachments::Attached;

/// What can be noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The same figure month after month, with words that claim progress.
    Copied,
    /// A jump to exactly what was needed, after standing still.
    Threshold,
    /// Nothing but round figures.
    Round,
    /// Done, without a note or a file to show it.
    NoEvidence,
    /// Many items without a schedule.
    Unscheduled,
    /// A file that is named and missing.
    MissingAttachment,
    /// A file that lies outside the workspace.
    OutsideAttachment,
    /// A report at the last moment that changes nothing.
    Unchanged,
    /// Claimed again after a check that failed.
    ClaimedAgain,
    /// Several lead units with different figures on the same thing.
    Joint,
}

impl Kind {
    /// Every kind with its stable id, in the order of every page.
    pub const ALL: [(Self, &'static str); 10] = [
        (Self::Copied, "copied"),
        (Self::Threshold, "threshold"),
        (Self::Round, "round"),
        (Self::NoEvidence, "no-evidence"),
        (Self::Unscheduled, "unscheduled"),
        (Self::MissingAttachment, "missing-attachment"),
        (Self::OutsideAttachment, "outside-attachment"),
        (Self::Unchanged, "unchanged"),
        (Self::ClaimedAgain, "claimed-again"),
        (Self::Joint, "joint"),
    ];

    /// Its stable id.
    pub fn id(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

shown_by_id!(Kind);

/// What exactly was noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// The same reading in this many reports; with the same text, or words of progress.
    Copied {
        /// The reading.
        reading: Reading,
        /// How many reports in a row.
        reports: usize,
        /// What the newest says.
        note: String,
    },
    /// From a figure that had stood for this many reports to exactly what was needed.
    Threshold {
        /// The figure before.
        before: Reading,
        /// In how many reports it had stood.
        reports: usize,
        /// The figure now.
        now: Reading,
        /// What it is just enough for.
        enough: Enough,
    },
    /// This many percentages, all multiples of ten.
    Round {
        /// How many.
        figures: usize,
    },
    /// Done, according to entries none of which says more.
    NoEvidence {
        /// The first month that says so.
        since: Month,
    },
    /// This many of the items have no schedule.
    Unscheduled {
        /// How many have none.
        without: usize,
        /// How many items there are.
        of: usize,
    },
    /// The file is in neither of the places where it can be.
    MissingAttachment {
        /// Its name, as written.
        name: String,
    },
    /// The file is said to be elsewhere and was not looked for.
    OutsideAttachment {
        /// Its name, as written.
        name: String,
    },
    /// Filed on this day, with this many figures, all the same as before.
    Unchanged {
        /// The day.
        filed: NaiveDate,
        /// The report day.
        due: NaiveDate,
        /// How many figures.
        figures: usize,
    },
    /// Checked on this day and found not done; reported as done since.
    ClaimedAgain {
        /// The day of the check.
        checked: NaiveDate,
        /// The month of the newest report that says so.
        month: Month,
    },
    /// What each lead unit reports for this month on one thing that is not divided among them.
    Joint {
        /// The month.
        month: Month,
        /// The units by name, in the order of the plan, each with its figure.
        said: Vec<(String, Reading)>,
    },
}

/// What a figure is just enough for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enough {
    /// A milestone that falls due.
    Milestone(Moment),
    /// To avoid this tier.
    Below(Tier),
    /// To have no tier any more.
    NoTier,
}

impl Seen {
    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Copied { .. } => Kind::Copied,
            Self::Threshold { .. } => Kind::Threshold,
            Self::Round { .. } => Kind::Round,
            Self::NoEvidence { .. } => Kind::NoEvidence,
            Self::Unscheduled { .. } => Kind::Unscheduled,
            Self::MissingAttachment { .. } => Kind::MissingAttachment,
            Self::OutsideAttachment { .. } => Kind::OutsideAttachment,
            Self::Unchanged { .. } => Kind::Unchanged,
            Self::ClaimedAgain { .. } => Kind::ClaimedAgain,
            Self::Joint { .. } => Kind::Joint,
        }
    }
}

/// One thing noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    /// The unit whose lines they are.
    pub unit: UnitIx,
    /// The item; none if it is about the unit's reports or items as a whole.
    pub item: Option<ItemIx>,
    /// What was noticed.
    pub seen: Seen,
    /// The lines it rests on, never empty.
    pub places: Vec<Place>,
}

/// Everything noticed as of a month, by kind, unit and item. `is_there` says whether there is a file at a path inside
/// the workspace.
pub fn audit(workspace: &Workspace, as_of: AsOf, is_there: &dyn Fn(&str) -> bool) -> Vec<Observation> {
    let looked = Looked { workspace, as_of };
    let mut found = Vec::new();
    for (ix, share) in workspace.iter_shares() {
        if !workspace.is_there(ix, as_of) {
            continue;
        }
        found.extend(figures::copied(looked, share));
        found.extend(figures::to_the_threshold(looked, ix, share));
        found.extend(claims::without_evidence(looked, ix, share));
        found.extend(claims::claimed_again(looked, ix, share));
        found.extend(attachments::attachments(looked, share, is_there));
    }
    found.extend(joint::different(looked));
    for unit in workspace.units() {
        found.extend(figures::round(looked, unit));
        found.extend(plan::unscheduled(looked, unit));
        found.extend(filing::unchanged(looked, unit));
    }
    found.sort_by_key(|one| (one.seen.kind(), one.unit, one.item));
    found
}

/// What the checks work on.
#[derive(Clone, Copy)]
struct Looked<'a> {
    workspace: &'a Workspace,
    as_of: AsOf,
}

impl<'a> Looked<'a> {
    /// The entries of a share that are known, oldest first.
    fn entries(self, share: &'a Share) -> impl DoubleEndedIterator<Item = &'a Entry> {
        let plan = &self.workspace.plan;
        share.entries.iter().filter(move |entry| {
            let report = self.workspace.report(entry.report);
            entry.month <= self.as_of.month && report.is_known_by(self.as_of.known_by, plan)
        })
    }

    /// Those with a figure.
    fn figures(self, share: &'a Share) -> Vec<(&'a Entry, Figure)> {
        let figures = self.entries(share);
        figures.filter_map(|entry| Some((entry, figure(entry.reading)?))).collect()
    }
}

/// The figure of a reading.
fn figure(reading: Reading) -> Option<Figure> {
    match reading {
        Reading::Percent(figure) | Reading::Done(figure) | Reading::Value(figure) => Some(figure),
        Reading::Stages | Reading::Occurrence { .. } | Reading::Times { .. } | Reading::State(_) => None,
    }
}

/// Whether an entry says that all of it is done.
fn is_done(looked: Looked<'_>, share: &Share, entry: &Entry) -> bool {
    let terms = looked.workspace.terms(share, AsOf { month: entry.month, ..looked.as_of });
    match entry.reading {
        Reading::Percent(figure) | Reading::Done(figure) => terms.percent_of(figure.ratio()) >= Ratio::HUNDRED,
        Reading::Stages => {
            let through = share.reached(entry).and_then(|reached| reached.last().copied());
            through.is_some_and(|through| terms.percent_of(through.ratio()) >= Ratio::HUNDRED)
        }
        Reading::Value(_) | Reading::Occurrence { .. } | Reading::Times { .. } | Reading::State(_) => false,
    }
}

fn observation(share: &Share, seen: Seen, places: Vec<Place>) -> Observation {
    Observation { unit: share.unit, item: Some(share.item), seen, places }
}
