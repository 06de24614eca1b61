//! The records of the register by kind: which of them the page shows, each as an entry, all of them as JSON. Notices,
//! and what is left to be recorded of them, have files of their own beside this one.

use serde::Serialize;

use super::RegisterPage;
use super::entries::Entry;
use crate::assess::Withheld;
use crate::model::{
    AnnualAssessment, Closing, Dated, Exemption, Finding, Item, ItemIx, Revision, ShareIx, Verification,
};
use crate::text::ledger::{self as words, Part};
use crate::text::register::{self, Cited};
use crate::text::{Lang, terms};
use crate::views::{page, row};

impl<'a> RegisterPage<'a> {
    fn exemptions(&self) -> impl Iterator<Item = &'a Exemption> {
        let as_of = self.results.assessment.as_of;
        let all = self.results.workspace.register.exemptions.iter();
        all.filter(move |exemption| {
            (exemption.from..=exemption.until).contains(&as_of.month)
                && as_of.knows(exemption.date)
                && self.admits_share(exemption.share)
        })
    }

    fn verifications(&self) -> impl Iterator<Item = &'a Verification> {
        let all = self.results.workspace.register.verifications.iter();
        all.filter(|checked| self.knows(checked.date) && self.admits_share(checked.share))
    }

    fn items(&self) -> impl Iterator<Item = (ItemIx, &'a Item)> {
        let items = self.results.workspace.items.iter();
        let items = (0..).map(ItemIx).zip(items);
        items.filter(|(ix, item)| item.exists_at(self.results.assessment.as_of) && self.admits_item(*ix))
    }

    fn found(&self) -> impl Iterator<Item = (ItemIx, &'a Item, &'a Finding)> {
        self.items().filter_map(|(ix, item)| Some((ix, item, item.finding.as_ref()?)))
    }

    fn changes(&self) -> impl Iterator<Item = (ItemIx, &'a Item, &'a Revision)> {
        self.items().flat_map(|(ix, item)| {
            let known = item.revisions.iter().filter(|revision| self.knows(revision.date));
            known.map(move |revision| (ix, item, revision))
        })
    }

    /// Results come after the year; the last page of a plan, and those after it, show them all.
    fn assessments(&self) -> impl Iterator<Item = &'a AnnualAssessment> {
        let is_last = self.month() >= self.results.workspace.plan.end;
        let as_of = self.results.assessment.as_of;
        let all = self.results.workspace.register.assessments.iter();
        all.filter(move |result| {
            (self.knows(result.date) || is_last && as_of.knows(result.date)) && self.admits(result.unit)
        })
    }

    fn closings(&self) -> impl Iterator<Item = &'a Closing> {
        let as_of = self.results.assessment.as_of;
        let all = self.results.workspace.register.closings.iter();
        all.filter(move |closing| closing.month <= as_of.month && as_of.knows(closing.date))
    }

    pub(super) fn entries(&self, lang: Lang) -> Vec<Entry> {
        let mut entries = Vec::new();
        entries.extend(self.notices().map(|notice| self.notice(notice, lang)));
        entries.extend(self.unissued().into_iter().map(|assessed| self.proposal(assessed, lang)));
        entries.extend(self.to_lift().map(|(notice, fallen)| self.fallen(notice, &fallen, lang)));
        entries.extend(self.contested().map(|notice| self.objection(notice, lang)));
        entries.extend(self.exemptions().map(|exemption| self.exemption(exemption, lang)));
        entries.extend(self.verifications().map(|checked| self.verification(checked, lang)));
        entries.extend(self.found().map(|(ix, item, finding)| self.finding(ix, item, finding, lang)));
        entries.extend(self.changes().map(|(ix, item, revision)| self.change(ix, item, revision, lang)));
        entries.extend(self.assessments().map(|result| self.assessment(result, lang)));
        entries.extend(self.closings().map(|closing| self.closing(closing, lang)));
        entries
    }

    fn exemption(&self, exemption: &Exemption, lang: Lang) -> Entry {
        let assessed = self.results.assessment.of(exemption.share);
        let withheld = assessed.and_then(|assessed| assessed.verdict().withheld);
        let withheld = withheld.map(|tier| self.results.tier_name(tier));
        let place = self.at(exemption.place);
        let cited = Cited { reference: &exemption.reference, date: exemption.date, place: &place };
        let months = (exemption.from, exemption.until);
        let line = register::exempt(months, &exemption.reason, cited, withheld, lang);
        Entry {
            month: format!("{}/{}", exemption.from, exemption.until),
            date: Some(exemption.date),
            number: exemption.reference.clone(),
            tier: withheld.unwrap_or_default().to_owned(),
            standing: register::withheld_word(Withheld::Exempt, lang).to_owned(),
            ..self.of_share(Part::Exemption, exemption.share, line, exemption.place, lang)
        }
    }

    fn verification(&self, checked: &Verification, lang: Lang) -> Entry {
        let line = self.results.verification(checked, lang);
        Entry {
            date: Some(checked.date),
            standing: register::outcome(checked.outcome, lang).to_owned(),
            ..self.of_share(Part::Verification, checked.share, line, checked.place, lang)
        }
    }

    fn finding(&self, ix: ItemIx, item: &Item, finding: &Finding, lang: Lang) -> Entry {
        let place = self.at(item.place);
        let line = register::found(finding.date, &finding.by, &place, lang);
        Entry { date: Some(finding.date), ..self.of_item(Part::Finding, (ix, item), line, item.place, lang) }
    }

    fn change(&self, ix: ItemIx, item: &Item, revision: &Revision, lang: Lang) -> Entry {
        let place = self.at(revision.place);
        let cited = Cited { reference: &revision.reference, date: revision.date, place: &place };
        let line = register::changed(revision.from, &revision.reason, cited, lang);
        Entry {
            month: revision.from.to_string(),
            date: Some(revision.date),
            number: revision.reference.clone(),
            ..self.of_item(Part::Change, (ix, item), line, revision.place, lang)
        }
    }

    fn assessment(&self, result: &AnnualAssessment, lang: Lang) -> Entry {
        let place = self.at(result.place);
        let line = words::assessed(
            (result.year, result.outcome),
            (result.date, &result.by),
            &result.reference,
            &result.note,
            &place,
            lang,
        );
        let unit = self.unit_name(result.unit).to_owned();
        Entry {
            month: result.year.to_string(),
            date: Some(result.date),
            unit: unit.clone(),
            number: result.reference.clone(),
            standing: register::outcome(result.outcome, lang).to_owned(),
            ..Entry::of(Part::Assessment, unit, vec![line], place)
        }
    }

    fn closing(&self, closing: &Closing, lang: Lang) -> Entry {
        let as_of = self.results.assessment.as_of;
        let place = self.at(closing.place);
        let reopened = closing.reopened.as_ref();
        let again = reopened.filter(|dated| as_of.knows(dated.on)).map(|dated| (dated.on, dated.text.as_str()));
        let line = words::closing(closing.date, &closing.by, again, &place, lang);
        Entry {
            month: closing.month.to_string(),
            date: Some(closing.date),
            standing: words::is_closed(again.is_some(), lang).to_owned(),
            ..Entry::of(Part::Closing, terms::month(closing.month, lang), vec![line], place)
        }
    }
}

impl<'a> RegisterPage<'a> {
    /// The shares among them are those with a tier and without a notice of the month, as `escalate` shows them.
    pub(super) fn records(&self) -> impl Serialize + use<'a, '_> {
        let results = self.results;
        let workspace = results.workspace;
        let row = |assessed| row::data(results, assessed);
        let place = |place| results.place(place);
        object! {
            #[serde(flatten)] head: page::head(&workspace.plan, results.assessment.as_of),
            notices: list!(notice in self.notices() => self.notice_data(notice)),
            unissued: list!(assessed in self.unissued() => row(assessed)),
            to_lift: list!((notice, fallen) in self.to_lift() => {
                number: &notice.number,
                shares: list!(assessed in fallen => row(assessed)),
            }),
            exemptions: list!(exemption in self.exemptions() => {
                item: self.item_id(exemption.share),
                unit: self.unit_id(exemption.share),
                from: exemption.from,
                until: exemption.until,
                reason: &exemption.reason,
                reference: &exemption.reference,
                date: exemption.date,
                #[serde(flatten)] place: place(exemption.place),
            }),
            verifications: list!(checked in self.verifications() => {
                item: self.item_id(checked.share),
                unit: self.unit_id(checked.share),
                date: checked.date,
                by: &checked.by,
                outcome: checked.outcome,
                note: &checked.note,
                #[serde(flatten)] place: place(checked.place),
            }),
            findings: list!((ix, item, finding) in self.found() => {
                id: &item.id,
                title: &item.title,
                leads: list!(unit in workspace.leads_of(ix) => &workspace.unit(unit).id),
                date: finding.date,
                by: &finding.by,
                #[serde(flatten)] place: place(item.place),
            }),
            changes: list!((_, item, revision) in self.changes() => {
                item: &item.id,
                from: revision.from,
                date: revision.date,
                reason: &revision.reason,
                reference: &revision.reference,
                #[serde(flatten)] place: place(revision.place),
            }),
            assessments: list!(result in self.assessments() => {
                year: result.year,
                unit: &workspace.unit(result.unit).id,
                outcome: result.outcome,
                by: &result.by,
                date: result.date,
                reference: &result.reference,
                note: &result.note,
                #[serde(flatten)] place: place(result.place),
            }),
            closings: list!(closing in self.closings() => {
                month: closing.month,
                date: closing.date,
                by: &closing.by,
                seal: &closing.seal,
                reopened: self.known(closing.reopened.as_ref()).map(dated),
                #[serde(flatten)] place: place(closing.place),
            }),
        }
    }

    pub(super) fn item_id(&self, share: ShareIx) -> &'a str {
        let workspace = self.results.workspace;
        &workspace.item(workspace.share(share).item).id
    }

    fn unit_id(&self, share: ShareIx) -> &'a str {
        let workspace = self.results.workspace;
        &workspace.unit(workspace.share(share).unit).id
    }

    /// What could be known.
    pub(super) fn known(&self, dated: Option<&'a Dated>) -> Option<&'a Dated> {
        let as_of = self.results.assessment.as_of;
        dated.filter(|dated| as_of.knows(dated.on))
    }
}

pub(super) fn dated(dated: &Dated) -> impl Serialize + use<'_> {
    object! { on: dated.on, text: &dated.text }
}
