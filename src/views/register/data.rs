//! The register as JSON shows it.

use serde::Serialize;

use super::RegisterPage;
use crate::model::{Dated, Notice, ShareIx};
use crate::views::{page, row};

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

    fn item_id(&self, share: ShareIx) -> &'a str {
        let workspace = self.results.workspace;
        &workspace.item(workspace.share(share).item).id
    }

    fn unit_id(&self, share: ShareIx) -> &'a str {
        let workspace = self.results.workspace;
        &workspace.unit(workspace.share(share).unit).id
    }

    /// What could be known.
    fn known(&self, dated: Option<&'a Dated>) -> Option<&'a Dated> {
        let as_of = self.results.assessment.as_of;
        dated.filter(|dated| as_of.knows(dated.on))
    }

    fn notice_data(&self, notice: &'a Notice) -> impl Serialize + use<'a> {
        let reply = self.known(notice.reply.as_ref());
        let known_by = self.results.assessment.as_of.known_by;
        let decided = notice.decision.as_ref();
        object! {
            number: &notice.number,
            month: notice.month,
            date: notice.date,
            unit: &self.results.workspace.unit(notice.unit).id,
            tier: self.results.tier_id(notice.tier),
            items: list!(&share in &notice.shares => self.item_id(share)),
            approver: &notice.approver,
            standing: self.standing(notice),
            reply_due: notice.reply_due,
            // Whether the day for an answer had passed without one; null where no day to know it by was asked for.
            overdue: known_by.map(|day| notice.reply_due.is_some_and(|due| due < day) && reply.is_none()),
            reply: reply.map(dated),
            objection: self.known(notice.objection.as_ref()).map(dated),
            decision: decided.and_then(|(decision, made)| {
                let made = self.known(Some(made))?;
                Some(object! { outcome: *decision, #[serde(flatten)] dated: dated(made) })
            }),
            lifted: self.known(notice.lifted.as_ref()).map(dated),
            #[serde(flatten)] place: self.results.place(notice.place),
        }
    }
}

fn dated(dated: &Dated) -> impl Serialize + use<'_> {
    object! { on: dated.on, text: &dated.text }
}
