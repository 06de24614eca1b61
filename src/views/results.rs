//! The assessed result that every view looks at: the files, the workspace made of them, and the verdicts on it.

use serde::Serialize;

use crate::assess::{Assessment, Bucket, Needs, Outlook, Relief, ShareAssessment, StageState, Verdict, stage_states};
use crate::closing::{self, Stood};
use crate::model::{Closing, Entry, Item, ItemIx, Share, ShareIx, Task, TaskIx, Terms, Tier, Unit, UnitIx, Workspace};
use crate::source::{Place, Sources};
use crate::text::closing::{self as words, Then};
use crate::text::{Lang, assume, measure};

/// The files, the workspace and its verdicts.
#[derive(Clone, Copy, Debug)]
pub struct Results<'a> {
    /// The files.
    pub sources: &'a Sources,
    /// The workspace.
    pub workspace: &'a Workspace,
    /// The verdicts.
    pub assessment: &'a Assessment,
}

impl<'a> Results<'a> {
    pub(super) fn share(self, assessed: &ShareAssessment) -> &'a Share {
        self.workspace.share(assessed.share)
    }

    pub(super) fn item(self, assessed: &ShareAssessment) -> &'a Item {
        self.workspace.item(self.share(assessed).item)
    }

    /// What was in force for a share.
    pub(super) fn terms(self, assessed: &ShareAssessment) -> Terms<'a> {
        assessed.verdict().terms(self.item(assessed), self.share(assessed))
    }

    pub(super) fn task(self, assessed: &ShareAssessment) -> &'a Task {
        self.workspace.task_of(self.share(assessed).item)
    }

    pub(super) fn unit(self, assessed: &ShareAssessment) -> &'a Unit {
        self.workspace.unit(self.share(assessed).unit)
    }

    pub(super) fn evidence(self, assessed: &ShareAssessment, verdict: &Verdict) -> Option<&'a Entry> {
        verdict.evidence.map(|position| &self.share(assessed).entries[position])
    }

    /// What follows as long as months are assessed and reports filed.
    pub(super) fn outlook(self, assessed: &ShareAssessment) -> Option<Outlook> {
        let last = self.workspace.plan.track_until;
        assessed.outlook.clone().filter(|outlook| outlook.month <= last)
    }

    /// What lifts the tier next month, if that is one to be reported.
    pub(super) fn relief(self, assessed: &ShareAssessment) -> Option<Relief> {
        let last = self.workspace.plan.track_until;
        assessed.relief.clone().filter(|_| assessed.verdict().month < last)
    }

    /// What the next month asks for, if that is one to be reported.
    pub(super) fn asked_next(self, assessed: &ShareAssessment) -> Option<Needs> {
        let last = self.workspace.plan.track_until;
        assessed.asked_next.clone().filter(|_| assessed.verdict().month < last)
    }

    /// How each stage of a share stands by a verdict; nothing for items without stages.
    pub(super) fn stage_states(self, assessed: &ShareAssessment, verdict: &Verdict) -> Vec<StageState> {
        let share = self.share(assessed);
        let reached = self.evidence(assessed, verdict).and_then(|entry| share.reached(entry));
        stage_states(verdict.terms(self.item(assessed), share), reached.as_deref(), verdict.month)
    }

    /// The name of the stage that decides, where the item has stages.
    pub(super) fn stage(self, assessed: &ShareAssessment, verdict: &Verdict) -> Option<&'a str> {
        let stage = verdict.stage(verdict.terms(self.item(assessed), self.share(assessed)))?;
        Some(&stage.name)
    }

    pub(super) fn tier_name(self, tier: Tier) -> &'a str {
        &self.workspace.plan.ladder.rung(tier).name
    }

    pub(super) fn tier_id(self, tier: Tier) -> &'a str {
        &self.workspace.plan.ladder.rung(tier).id
    }

    /// Path and line of a place.
    pub(super) fn line(self, place: Place) -> (&'a str, usize) {
        (&self.sources.file(place.file).path, self.sources.line(place))
    }

    /// The same as JSON shows it.
    pub(super) fn place(self, place: Place) -> impl Serialize + Send + use<'a> {
        let (file, line) = self.line(place);
        object! { file: file, line: line }
    }

    /// `reports/2022-06/housing.toml:9`; empty where sentences are to name no files.
    pub fn at(self, place: Place) -> String {
        if self.sources.files.is_empty() {
            return String::new();
        }
        let (path, line) = self.line(place);
        format!("{path}:{line}")
    }

    /// The path alone, for pages that know no lines of tasks; empty where sentences are to name no files.
    pub(super) fn path(self, place: Place) -> &'a str {
        if self.sources.files.is_empty() { "" } else { &self.sources.file(place.file).path }
    }

    /// The same for what is sent out: its sentences name no files.
    pub(super) fn without_places(self) -> Self {
        static NO_FILES: Sources = Sources { files: Vec::new() };
        Self { sources: &NO_FILES, ..self }
    }

    /// Which share it is, as JSON shows it.
    pub(super) fn named(self, assessed: &ShareAssessment) -> impl Serialize + Send + use<'a> {
        let (item, unit) = (self.item(assessed), self.unit(assessed));
        object! { item: &item.id, title: &item.title, unit: &unit.id, unit_name: &unit.name }
    }

    /// Path and line of an entry; none where it is only assumed.
    pub(super) fn entry_line(self, entry: &Entry) -> Option<(&'a str, usize)> {
        (!entry.assumed).then(|| self.line(entry.place))
    }

    /// Where an entry stands, in words.
    pub(super) fn entry_at(self, entry: &Entry, lang: Lang) -> String {
        if entry.assumed { assume::place(lang).to_owned() } else { self.at(entry.place) }
    }

    /// Whether anything on the page may rest on an assumption.
    pub(super) fn is_assumed(self) -> bool {
        self.workspace.assumed().next().is_some()
    }

    /// The closing of the as-of month that is in force; none where the verdicts are only assumed.
    pub(super) fn closing(self) -> Option<&'a Closing> {
        let as_of = self.assessment.as_of;
        let closing = closing::in_force(self.workspace, as_of.month).filter(|_| !self.is_assumed());
        closing.filter(|closing| as_of.knows(closing.date))
    }

    /// How a share stood when a month was closed, where that is not what the files say now.
    pub fn sealed_otherwise(self, closing: &Closing, assessed: &ShareAssessment, lang: Lang) -> Option<String> {
        let sealed = closing::sealed_otherwise(self.workspace, closing, assessed)?;
        let then = match sealed.stood {
            Stood::Absent => Then::Absent,
            Stood::None => Then::None,
            Stood::Tier(tier, false) => Then::Tier(self.tier_name(tier)),
            Stood::Tier(tier, true) => Then::Presumed(self.tier_name(tier)),
            Stood::Exempt(tier) => Then::Exempt(self.tier_name(tier)),
            Stood::Disputed(tier) => Then::Disputed(self.tier_name(tier)),
        };
        Some(words::stood(&self.item(assessed).id, sealed.lag, then, lang))
    }

    /// What is assumed, in words.
    pub(super) fn assumed(self, lang: Lang) -> Vec<String> {
        let workspace = self.workspace;
        let said = |(share, entry): (ShareIx, &Entry)| {
            let share = workspace.share(share);
            let item = workspace.item(share.item);
            assume::one(&item.id, &workspace.unit(share.unit).name, &measure::entry(entry, share, item, lang), lang)
        };
        workspace.assumed().map(said).collect()
    }

    /// The shares with a tier that no notice of the month names. One that was withdrawn counts as never sent.
    pub fn unissued(self) -> impl Iterator<Item = &'a ShareAssessment> {
        let as_of = self.assessment.as_of;
        let is_sent = move |share: ShareIx| {
            self.workspace.register.notices.iter().any(|notice| {
                notice.month == as_of.month && notice.counts(as_of.known_by) && notice.shares.contains(&share)
            })
        };
        let shares = self.assessment.shares.iter();
        shares.filter(move |assessed| assessed.verdict().tier.is_some() && !is_sent(assessed.share))
    }

    /// The shares of an item; of some units only, where any are named.
    pub(super) fn shares_of(self, item: ItemIx, units: &[UnitIx]) -> impl Iterator<Item = &'a ShareAssessment> {
        self.assessment.shares.iter().filter(move |assessed| {
            let share = self.share(assessed);
            share.item == item && (units.is_empty() || units.contains(&share.unit))
        })
    }

    /// The shares that a filter lets through, in the order of the plan.
    pub(super) fn in_order(self, filter: &Filter) -> Vec<&'a ShareAssessment> {
        self.assessment.shares.iter().filter(|assessed| filter.lets_through(self, assessed)).collect()
    }

    /// The shares that a filter lets through, gravest first: by tier, lag, order of the units, order of the items.
    pub(super) fn gravest_first(self, filter: &Filter) -> Vec<&'a ShareAssessment> {
        let mut shares: Vec<&ShareAssessment> =
            self.assessment.shares.iter().filter(|assessed| filter.lets_through(self, assessed)).collect();
        shares.sort_by_cached_key(|assessed| {
            let verdict = assessed.verdict();
            let share = self.share(assessed);
            (std::cmp::Reverse((verdict.tier, verdict.lag)), share.unit, share.item)
        });
        shares
    }
}

/// Which shares are shown; an empty list lets all through.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Units.
    pub units: Vec<UnitIx>,
    /// Tasks.
    pub tasks: Vec<TaskIx>,
    /// Tiers.
    pub tiers: Vec<Tier>,
    /// Buckets.
    pub buckets: Vec<Bucket>,
}

impl Filter {
    pub(super) fn lets_through(&self, results: Results<'_>, assessed: &ShareAssessment) -> bool {
        fn admits<T: PartialEq>(wanted: &[T], found: Option<T>) -> bool {
            wanted.is_empty() || found.is_some_and(|found| wanted.contains(&found))
        }
        let share = results.share(assessed);
        let verdict = assessed.verdict();
        admits(&self.units, Some(share.unit))
            && admits(&self.tasks, Some(results.workspace.item(share.item).task))
            && admits(&self.tiers, verdict.tier)
            && admits(&self.buckets, Some(verdict.bucket))
    }
}
