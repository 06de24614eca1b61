//! What people decided about one share: sentences with their places, and the same as data.

use std::iter::once;

use serde::Serialize;

use super::causes::causes_data;
use super::results::Results;
use crate::assess::{Check, ShareAssessment, Verdict, Withheld, verdict_on};
use crate::model::{Exemption, Item, ItemIx, Month, Notice, Revision, Tier, Verification};
use crate::text::register::{self as words, Cited};
use crate::text::{Lang, roles, terms};

impl<'a> Results<'a> {
    /// The exemption that covers the as-of month.
    pub(super) fn exemption(self, verdict: &Verdict) -> Option<&'a Exemption> {
        Some(&self.workspace.register.exemptions[verdict.exemption?])
    }

    /// The approved change of the plan that counts.
    pub(super) fn revision(self, assessed: &ShareAssessment) -> Option<&'a Revision> {
        let item: &'a Item = self.item(assessed);
        Some(&item.revisions[assessed.verdict().revision?])
    }

    /// The notices about a share for months up to the as-of month, oldest first.
    pub(super) fn notices(self, assessed: &ShareAssessment) -> impl Iterator<Item = &'a Notice> {
        let (as_of, share) = (self.assessment.as_of, assessed.share);
        let all = self.workspace.register.notices.iter();
        all.filter(move |notice| {
            notice.month <= as_of.month && notice.is_known(as_of) && notice.shares.contains(&share)
        })
    }

    /// What the register says about a share, in sentences.
    pub(super) fn decisions(self, assessed: &ShareAssessment, lang: Lang) -> Vec<String> {
        let mut lines = Vec::new();
        lines.extend(self.awaited(assessed, lang));
        lines.extend(self.origin(assessed, lang));
        lines.extend(self.change(assessed, lang));
        lines.extend(self.exempt(assessed, lang));
        lines.extend(self.dispute(assessed, lang));
        lines.extend(self.check(assessed, lang));
        lines.extend(self.sent(assessed, lang));
        lines
    }

    /// What has to be done before, and how each of its units stands with it: information, never a verdict.
    pub(super) fn awaited(self, assessed: &ShareAssessment, lang: Lang) -> Option<String> {
        let (workspace, as_of) = (self.workspace, self.assessment.as_of);
        let named = |before: ItemIx| {
            let item = workspace.item(before);
            let there = workspace.shares_of(before).filter(|(share, _)| workspace.is_there(*share, as_of));
            let stand = there.map(|(share, of)| {
                let verdict = verdict_on(workspace, share, as_of);
                roles::stands(&workspace.unit(of.unit).name, terms::bucket(verdict.bucket, lang), lang)
            });
            roles::awaited_item(&item.id, &item.title, &stand.collect::<Vec<_>>(), lang)
        };
        let items: Vec<String> = self.item(assessed).after.iter().map(|&before| named(before)).collect();
        (!items.is_empty()).then(|| roles::awaited(&items, lang))
    }

    /// Where an item comes from that an inspection has added.
    pub(super) fn origin(self, assessed: &ShareAssessment, lang: Lang) -> Option<String> {
        let item = self.item(assessed);
        let finding = item.finding.as_ref()?;
        Some(words::found(finding.date, &finding.by, &self.at(item.place), lang))
    }

    /// 时限依据: what the deadline rests on, and why: the approved change that counts, or what the plan says.
    pub(super) fn basis(self, assessed: &ShareAssessment, lang: Lang) -> Option<(String, &'a str)> {
        let item: &'a Item = self.item(assessed);
        match self.revision(assessed) {
            Some(revision) => Some((words::changed_basis(&revision.reference, revision.date, lang), "")),
            None => item.basis.map(|basis| (terms::basis(basis, lang).to_owned(), &*item.note)),
        }
    }

    /// The approved change of the plan that counts, in a sentence.
    pub(super) fn change(self, assessed: &ShareAssessment, lang: Lang) -> Option<String> {
        let revision = self.revision(assessed)?;
        let place = self.at(revision.place);
        let cited = Cited { reference: &revision.reference, date: revision.date, place: &place };
        Some(words::changed(revision.from, &revision.reason, cited, lang))
    }

    /// The exemption of a share, in a sentence.
    pub(super) fn exempt(self, assessed: &ShareAssessment, lang: Lang) -> Option<String> {
        let verdict = assessed.verdict();
        let exemption = self.exemption(verdict)?;
        let place = self.at(exemption.place);
        let cited = cited(exemption, &place);
        let months = (exemption.from, exemption.until);
        let tier = verdict.withheld.map(|tier: Tier| self.tier_name(tier));
        Some(words::exempt(months, &exemption.reason, cited, tier, lang))
    }

    /// In what the source of a share contradicts itself, in a sentence: still, or until it was settled.
    pub(super) fn dispute(self, assessed: &ShareAssessment, lang: Lang) -> Option<String> {
        let item = self.item(assessed);
        let verdict = assessed.verdict();
        let place = self.path(item.place);
        if let Some(settled) = item.settled_by(self.assessment.as_of).filter(|_| !item.disputed.is_empty()) {
            let place = self.at(settled.place);
            let cited = Cited { reference: &settled.reference, date: settled.date, place: &place };
            return Some(words::settled(&item.disputed, settled.from, cited, lang));
        }
        verdict.disputed.then(|| {
            if verdict.withheld_as() == Some(Withheld::Exempt) {
                return words::disputed_too(&item.disputed, place, lang);
            }
            let tier = verdict.withheld.map(|tier| self.tier_name(tier));
            words::disputed(&item.disputed, place, tier, lang)
        })
    }

    /// The exemptions of a share that cover any of these months, a sentence each.
    pub(super) fn exemptions(
        self,
        assessed: &ShareAssessment,
        (first, last): (Month, Month),
        lang: Lang,
    ) -> Vec<String> {
        let as_of = self.assessment.as_of;
        let all = self.workspace.register.exemptions.iter().filter(|exemption| {
            exemption.share == assessed.share
                && exemption.from <= last
                && first <= exemption.until
                && as_of.knows(exemption.date)
        });
        let said = |exemption: &Exemption| {
            let place = self.at(exemption.place);
            let months = (exemption.from, exemption.until);
            words::exempt_from(months, &exemption.reason, cited(exemption, &place), lang)
        };
        all.map(said).collect()
    }

    /// Whether anybody has checked what is claimed to be done, in a sentence; nothing where nothing is claimed.
    pub(super) fn check(self, assessed: &ShareAssessment, lang: Lang) -> Option<String> {
        let is_claimed = assessed.verdict().flags.complete;
        let said =
            assessed.check().map_or_else(|| words::unchecked(lang).to_owned(), |check| self.checked(check, lang));
        is_claimed.then_some(said)
    }

    /// A check, in a sentence.
    pub(super) fn checked(self, check: Check, lang: Lang) -> String {
        let checked = &self.workspace.register.verifications[check.position];
        self.verification(checked, lang)
    }

    /// A verification, in a sentence.
    pub(super) fn verification(self, checked: &Verification, lang: Lang) -> String {
        words::checked(checked.outcome, checked.date, &checked.by, &checked.note, &self.at(checked.place), lang)
    }

    /// The notices about a share, a sentence each, and what has changed since.
    pub(super) fn sent(self, assessed: &ShareAssessment, lang: Lang) -> Vec<String> {
        self.notices(assessed).flat_map(|notice| self.sent_of(assessed, notice, lang)).collect()
    }

    /// Only those that have been overtaken.
    pub(super) fn sent_and_overtaken(self, assessed: &ShareAssessment, lang: Lang) -> Vec<String> {
        let overtaken = self.notices(assessed).filter(|notice| self.overtaken(assessed, notice).is_some());
        overtaken.flat_map(|notice| self.sent_of(assessed, notice, lang)).collect()
    }

    fn sent_of(self, assessed: &ShareAssessment, notice: &Notice, lang: Lang) -> impl Iterator<Item = String> {
        let sent = words::sent(
            &notice.number,
            notice.date,
            self.tier_name(notice.tier),
            notice.standing(self.assessment.as_of.known_by),
            &self.at(notice.place),
            lang,
        );
        once(sent).chain(self.since_sent(assessed, notice, false, lang))
    }
}

fn cited<'a>(exemption: &'a Exemption, place: &'a str) -> Cited<'a> {
    Cited { reference: &exemption.reference, date: exemption.date, place }
}

/// In what the source contradicts itself as data, with the tier that is withheld; null where it does not, or no more.
pub(super) fn dispute_data<'a>(
    results: Results<'a>,
    assessed: &'a ShareAssessment,
) -> Option<impl Serialize + Send + use<'a>> {
    let verdict = assessed.verdict();
    verdict.disputed.then(|| {
        object! {
            reason: &results.item(assessed).disputed,
            tier: verdict.withheld.map(|tier| results.tier_id(tier)),
            file: results.path(results.item(assessed).place),
        }
    })
}

/// The exemption of a share as data, with the tier that is withheld; null where none is reached.
pub(super) fn exemption_data<'a>(results: Results<'a>, verdict: &Verdict) -> Option<impl Serialize + Send + use<'a>> {
    results.exemption(verdict).map(|exemption| {
        object! {
            tier: verdict.withheld.map(|tier| results.tier_id(tier)),
            from: exemption.from,
            until: exemption.until,
            reason: &exemption.reason,
            reference: &exemption.reference,
            #[serde(flatten)] place: results.place(exemption.place),
        }
    })
}

/// The approved change that counts for a share as data; null where none does.
pub(super) fn revision_data<'a>(
    results: Results<'a>,
    assessed: &ShareAssessment,
) -> Option<impl Serialize + Send + use<'a>> {
    results.revision(assessed).map(|revision| {
        object! {
            from: revision.from,
            date: revision.date,
            reason: &revision.reason,
            reference: &revision.reference,
            #[serde(flatten)] place: results.place(revision.place),
        }
    })
}

/// The notices about a share as data.
pub(super) fn notices_data<'a>(
    results: Results<'a>,
    assessed: &ShareAssessment,
) -> Vec<impl Serialize + Send + use<'a>> {
    let known_by = results.assessment.as_of.known_by;
    list!(notice in results.notices(assessed) => {
        number: &notice.number,
        month: notice.month,
        date: notice.date,
        tier: results.tier_id(notice.tier),
        standing: notice.standing(known_by),
        #[serde(flatten)] place: results.place(notice.place),
        since_sent: results.overtaken(assessed, notice).map(|found| object! {
            tier_before: found.then.tier.map(|tier| results.tier_id(tier)),
            tier_now: found.now.tier.map(|tier| results.tier_id(tier)),
            #[serde(flatten)] causes: causes_data(&found.causes, &|(_, place)| results.line(place)),
        }),
    })
}
