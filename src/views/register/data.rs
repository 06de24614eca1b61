//! The register as JSON shows it.

use serde::Serialize;

use super::RegisterPage;
use crate::model::{Dated, Item, Notice, ShareIx, Standing};
use crate::source::Place;
use crate::views::page::HeadData;
use crate::views::row::{self, RowData};

/// The register as JSON shows it. Keys are only ever added.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RegisterData {
    #[serde(flatten)]
    head: HeadData,
    notices: Vec<NoticeRecord>,
    /// Shares with a tier and without a notice of the month, as `escalate` shows them.
    unissued: Vec<RowData>,
    to_lift: Vec<FallenRecord>,
    exemptions: Vec<ExemptionRecord>,
    verifications: Vec<VerificationRecord>,
    findings: Vec<FindingRecord>,
    changes: Vec<ChangeRecord>,
    assessments: Vec<AssessmentRecord>,
    closings: Vec<ClosingRecord>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct NoticeRecord {
    number: String,
    month: String,
    date: String,
    unit: String,
    tier: String,
    items: Vec<String>,
    approver: String,
    standing: &'static str,
    reply_due: Option<String>,
    /// Whether the day for an answer had passed without one; null where no day to know it by was asked for.
    overdue: Option<bool>,
    reply: Option<DatedRecord>,
    objection: Option<DatedRecord>,
    decision: Option<DecisionRecord>,
    lifted: Option<DatedRecord>,
    #[serde(flatten)]
    place: PlaceRecord,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct DecisionRecord {
    outcome: &'static str,
    #[serde(flatten)]
    dated: DatedRecord,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct DatedRecord {
    on: String,
    text: String,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct PlaceRecord {
    file: String,
    line: usize,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct FallenRecord {
    number: String,
    shares: Vec<RowData>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct ExemptionRecord {
    item: String,
    unit: String,
    from: String,
    until: String,
    reason: String,
    reference: String,
    date: String,
    #[serde(flatten)]
    place: PlaceRecord,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct VerificationRecord {
    item: String,
    unit: String,
    date: String,
    by: String,
    outcome: &'static str,
    note: String,
    #[serde(flatten)]
    place: PlaceRecord,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct FindingRecord {
    id: String,
    title: String,
    leads: Vec<String>,
    date: String,
    by: String,
    #[serde(flatten)]
    place: PlaceRecord,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct ChangeRecord {
    item: String,
    from: String,
    date: String,
    reason: String,
    reference: String,
    #[serde(flatten)]
    place: PlaceRecord,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct AssessmentRecord {
    year: i32,
    unit: String,
    outcome: &'static str,
    by: String,
    date: String,
    reference: String,
    note: String,
    #[serde(flatten)]
    place: PlaceRecord,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct ClosingRecord {
    month: String,
    date: String,
    by: String,
    seal: String,
    reopened: Option<DatedRecord>,
    #[serde(flatten)]
    place: PlaceRecord,
}

impl DatedRecord {
    fn of(dated: &Dated) -> Self {
        Self { on: dated.on.to_string(), text: dated.text.clone() }
    }
}

impl RegisterData {
    pub(super) fn of(page: &RegisterPage<'_>) -> Self {
        let findings = page.findings;
        let workspace = findings.workspace;
        let row = |assessed| row::data(findings, assessed);
        Self {
            head: HeadData::of(&workspace.plan, findings.assessment.as_of),
            notices: page.notices().map(|notice| page.notice_record(notice)).collect(),
            unissued: page.unissued().into_iter().map(row).collect(),
            to_lift: page
                .to_lift()
                .map(|(notice, fallen)| FallenRecord {
                    number: notice.number.clone(),
                    shares: fallen.into_iter().map(row).collect(),
                })
                .collect(),
            exemptions: page
                .exemptions()
                .map(|exemption| ExemptionRecord {
                    item: page.item_id(exemption.share),
                    unit: page.unit_id(exemption.share),
                    from: exemption.from.to_string(),
                    until: exemption.until.to_string(),
                    reason: exemption.reason.clone(),
                    reference: exemption.reference.clone(),
                    date: exemption.date.to_string(),
                    place: page.place_record(exemption.place),
                })
                .collect(),
            verifications: page
                .verifications()
                .map(|checked| VerificationRecord {
                    item: page.item_id(checked.share),
                    unit: page.unit_id(checked.share),
                    date: checked.date.to_string(),
                    by: checked.by.clone(),
                    outcome: checked.outcome.id(),
                    note: checked.note.clone(),
                    place: page.place_record(checked.place),
                })
                .collect(),
            findings: page
                .found()
                .filter_map(|(ix, item)| {
                    let leads = workspace.leads_of(ix).into_iter();
                    let leads = leads.map(|unit| workspace.unit(unit).id.clone());
                    page.finding_record(item, leads.collect())
                })
                .collect(),
            changes: page
                .changes()
                .map(|(_, item, revision)| ChangeRecord {
                    item: item.id.clone(),
                    from: revision.from.to_string(),
                    date: revision.date.to_string(),
                    reason: revision.reason.clone(),
                    reference: revision.reference.clone(),
                    place: page.place_record(revision.place),
                })
                .collect(),
            assessments: page
                .assessments()
                .map(|result| AssessmentRecord {
                    year: result.year,
                    unit: workspace.unit(result.unit).id.clone(),
                    outcome: result.outcome.id(),
                    by: result.by.clone(),
                    date: result.date.to_string(),
                    reference: result.reference.clone(),
                    note: result.note.clone(),
                    place: page.place_record(result.place),
                })
                .collect(),
            closings: page
                .closings()
                .map(|closing| ClosingRecord {
                    month: closing.month.to_string(),
                    date: closing.date.to_string(),
                    by: closing.by.clone(),
                    seal: closing.seal.clone(),
                    reopened: page.known(closing.reopened.as_ref()),
                    place: page.place_record(closing.place),
                })
                .collect(),
        }
    }
}

impl RegisterPage<'_> {
    fn place_record(&self, place: Place) -> PlaceRecord {
        let (file, line) = self.findings.line(place);
        PlaceRecord { file: file.to_owned(), line }
    }

    fn item_id(&self, share: ShareIx) -> String {
        let workspace = self.findings.workspace;
        workspace.item(workspace.share(share).item).id.clone()
    }

    fn unit_id(&self, share: ShareIx) -> String {
        let workspace = self.findings.workspace;
        workspace.unit(workspace.share(share).unit).id.clone()
    }

    /// What could be known.
    fn known(&self, dated: Option<&Dated>) -> Option<DatedRecord> {
        let as_of = self.findings.assessment.as_of;
        dated.filter(|dated| as_of.knows(dated.on)).map(DatedRecord::of)
    }

    fn notice_record(&self, notice: &Notice) -> NoticeRecord {
        let workspace = self.findings.workspace;
        let items = notice.shares.iter().map(|&share| self.item_id(share));
        let reply = self.known(notice.reply.as_ref());
        let known_by = self.findings.assessment.as_of.known_by;
        let overdue = known_by.map(|day| {
            let has_passed = notice.reply_due.is_some_and(|due| due < day);
            has_passed && reply.is_none()
        });
        let decided = notice.decision.as_ref();
        let decision = decided.and_then(|(decision, dated)| {
            let dated = self.known(Some(dated))?;
            Some(DecisionRecord { outcome: decision.id(), dated })
        });
        let standing: Standing = self.standing(notice);
        NoticeRecord {
            number: notice.number.clone(),
            month: notice.month.to_string(),
            date: notice.date.to_string(),
            unit: workspace.unit(notice.unit).id.clone(),
            tier: self.findings.tier_id(notice.tier),
            items: items.collect(),
            approver: notice.approver.clone(),
            standing: standing.id(),
            reply_due: notice.reply_due.map(|day| day.to_string()),
            overdue,
            reply,
            objection: self.known(notice.objection.as_ref()),
            decision,
            lifted: self.known(notice.lifted.as_ref()),
            place: self.place_record(notice.place),
        }
    }

    fn finding_record(&self, item: &Item, leads: Vec<String>) -> Option<FindingRecord> {
        let finding = item.finding.as_ref()?;
        Some(FindingRecord {
            id: item.id.clone(),
            title: item.title.clone(),
            leads,
            date: finding.date.to_string(),
            by: finding.by.clone(),
            place: self.place_record(item.place),
        })
    }
}
