//! What the rule asks for this month: proposals by tier, presumed ones apart, and what is lifted.

use super::View;
use super::findings::{Filter, Findings};
use super::measure::{self, Measure};
use super::page::{self, PageData};
use super::row::{self, RowData};
use super::status::row_sheet;
use crate::assess::{Change, Needs, ShareAssessment, Verdict};
use crate::document::{Block, Document, Role, Table, Text};
use crate::model::{Item, Moment, Ratio, Schedule, Shape, Tier};
use crate::text::{Lang, phrases, terms};

/// The proposals of a month.
#[derive(Debug)]
pub struct Escalation<'a> {
    findings: Findings<'a>,
    /// Everything the filter lets through, for the counts.
    all: Vec<&'a ShareAssessment>,
}

impl<'a> Escalation<'a> {
    /// Picks the shares with a tier, and those that have just lost theirs.
    #[must_use]
    pub fn of(findings: Findings<'a>, filter: &Filter) -> Self {
        Self {
            findings,
            all: findings.gravest_first(filter),
        }
    }

    /// Whether anything is proposed.
    #[must_use]
    pub fn has_tier(&self) -> bool {
        self.all
            .iter()
            .any(|assessed| assessed.verdict().tier.is_some())
    }

    fn proposed(&self, tier: Tier) -> impl Iterator<Item = &'a ShareAssessment> + Clone {
        self.all.iter().copied().filter(move |assessed| {
            let verdict = assessed.verdict();
            verdict.tier == Some(tier) && !verdict.presumed
        })
    }

    fn presumed(&self) -> impl Iterator<Item = &'a ShareAssessment> + Clone {
        self.all
            .iter()
            .copied()
            .filter(|assessed| assessed.verdict().presumed)
    }

    fn lifted(&self) -> impl Iterator<Item = &'a ShareAssessment> + Clone {
        self.all
            .iter()
            .copied()
            .filter(|assessed| assessed.change == Some(Change::Lifted))
    }

    fn rows(&self) -> Vec<&'a ShareAssessment> {
        let proposed = self
            .all
            .iter()
            .copied()
            .filter(|assessed| assessed.verdict().tier.is_some());
        proposed.chain(self.lifted()).collect()
    }
}

impl View for Escalation<'_> {
    /// Rows with a tier, and lifted ones (`change` is `lifted`, `tier` null).
    type Data = PageData<RowData>;

    fn data(&self) -> PageData<RowData> {
        PageData::of(self.findings, &self.rows(), row::data)
    }

    fn document(&self, lang: Lang) -> Document {
        let mut blocks = page::opening(self.findings, lang);
        blocks.push(page::filing(self.findings, lang));
        blocks.extend(page::counts(self.findings, self.all.iter().copied(), lang));
        if self.rows().is_empty() {
            blocks.push(Block::Paragraph(Text::new(phrases::no_proposals(lang))));
            return Document { blocks };
        }
        blocks.push(Block::Paragraph(Text::with(
            Role::Strong,
            phrases::proposals_only(lang),
        )));
        let ladder = &self.findings.workspace.plan.ladder;
        for tier in ladder.highest_first() {
            let rung = ladder.rung(tier);
            let count = self.proposed(tier).count();
            let heading = phrases::proposals(&rung.name, rung.months, &rung.clause, count, lang);
            let role = row::tier_role(self.findings, Some(tier));
            self.section(
                &mut blocks,
                Text::with(role, heading),
                self.proposed(tier),
                lang,
            );
        }
        let heading = phrases::presumed(self.presumed().count(), lang);
        self.section(
            &mut blocks,
            Text::with(Role::Strong, heading),
            self.presumed(),
            lang,
        );
        let heading = phrases::lifted(self.lifted().count(), lang);
        self.section(
            &mut blocks,
            Text::with(Role::Good, heading),
            self.lifted(),
            lang,
        );
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let sheet = row_sheet(self.findings, &self.rows(), lang);
        page::signed(sheet, self.findings, lang)
    }
}

impl Escalation<'_> {
    fn section<'s>(
        &self,
        blocks: &mut Vec<Block>,
        heading: Text,
        shares: impl Iterator<Item = &'s ShareAssessment> + Clone,
        lang: Lang,
    ) {
        if shares.clone().next().is_none() {
            return;
        }
        blocks.push(Block::Heading(heading));
        blocks.extend(shares.map(|assessed| self.entry(assessed, lang)));
    }

    fn entry(&self, assessed: &ShareAssessment, lang: Lang) -> Block {
        let findings = self.findings;
        let item = findings.item(assessed);
        let verdict = assessed.verdict();
        let space = lang.pick("　", "  ");
        let mut head = format!(
            "{} {}{space}{}",
            item.id,
            item.title,
            findings.unit(assessed).name
        );
        if let Some(tier) = verdict.tier.filter(|_| verdict.presumed) {
            head = format!(
                "{head}{space}{}",
                phrases::proposed(findings.tier_name(tier), lang)
            );
        }
        let mut lines = vec![standing(findings, assessed, lang)];
        let before = assessed
            .before()
            .and_then(|before| before.tier)
            .map(|tier| findings.tier_name(tier));
        if verdict.tier.is_some() {
            let (consecutive, times) = (assessed.consecutive, assessed.times);
            lines.push(phrases::repetition(
                assessed.change,
                before,
                consecutive,
                times,
                lang,
            ));
        } else if let Some(before) = before {
            lines.push(phrases::lifted_from(before, lang));
        }
        lines.push(evidence(findings, assessed, lang));
        let remarks = row::remark_words(item, verdict, lang);
        if !remarks.is_empty() {
            lines.push(phrases::remarks(&lang.list(&remarks), lang));
        }
        lines.extend(what_follows(findings, assessed, lang));
        Block::Entry {
            head: Text::with(Role::Strong, head),
            lines: lines.into_iter().map(Text::new).collect(),
        }
    }
}

/// Required, actual, gap and lag in one sentence.
pub(super) fn standing(findings: Findings<'_>, assessed: &ShareAssessment, lang: Lang) -> String {
    let item = findings.item(assessed);
    let verdict = assessed.verdict();
    let measure = Measure::of(item);
    let actual = verdict.actual.map_or_else(
        || phrases::never_reported(lang).to_owned(),
        |actual| measure.show(actual, lang),
    );
    let gap = row::gap(item, verdict).map(|gap| measure.show_gap(gap, lang));
    let since = since(item, verdict, lang);
    let since = since.as_deref();
    let lag = verdict
        .lag
        .map(|lag| phrases::months(lag, lang))
        .unwrap_or_default();
    if let Schedule::Recurring(_) = item.schedule {
        let number = |number: Option<Ratio>| measure::decimal(number.unwrap_or(Ratio::ZERO));
        let (due, done) = (number(verdict.required), number(verdict.actual));
        return phrases::occurrences_of(&due, &done, verdict.flags.missed, since, &lag, lang);
    }
    if matches!(item.schedule, Schedule::Indicator(_)) {
        let target = measure::target(item, lang);
        return phrases::reading_of(&target, &actual, gap.as_deref(), since, &lag, lang);
    }
    let required = measure.required(verdict.required.unwrap_or(Ratio::ZERO));
    let (required, gap) = (measure.show(required, lang), gap.unwrap_or_default());
    phrases::standing_of(&required, &actual, &gap, since, &lag, lang)
}

/// Since when it lags. On a linear curve a day inside a month is converted from a fraction, not written in the plan.
fn since(item: &Item, verdict: &Verdict, lang: Lang) -> Option<String> {
    let since = verdict.since()?;
    let said = terms::moment(since, lang);
    let is_linear =
        matches!(&item.schedule, Schedule::Curve(curve) if curve.shape() == Shape::Linear);
    Some(match since {
        Moment::Day(_) if is_linear => phrases::converted(&said, lang),
        _ => said,
    })
}

/// The entry that counts, with its place.
pub(super) fn evidence(findings: Findings<'_>, assessed: &ShareAssessment, lang: Lang) -> String {
    match findings.evidence(assessed, assessed.verdict()) {
        None => {
            let schedule = &findings.item(assessed).schedule;
            // What was never counted or read is unknown, not zero.
            phrases::no_evidence(matches!(schedule, Schedule::Curve(_)), lang).to_owned()
        }
        Some(entry) => {
            let report = findings.workspace.report(entry.report);
            let is_late = report.is_late(&findings.workspace.plan);
            phrases::evidence(
                entry.month,
                &findings.at(entry.place),
                report.submitted,
                is_late,
                lang,
            )
        }
    }
}

/// What comes next if nothing changes, and what avoids it.
pub(super) fn what_follows(
    findings: Findings<'_>,
    assessed: &ShareAssessment,
    lang: Lang,
) -> Vec<String> {
    let item = findings.item(assessed);
    let verdict = assessed.verdict();
    let mut lines = Vec::new();
    let words = |needs: Needs| measure::needs(needs, item, lang);
    let (outlook, relief) = (findings.outlook(assessed), findings.relief(assessed));
    let next_month = verdict.month.plus(1);
    if let Some(next) = outlook {
        let is_relief = next.month == next_month && relief == Some(next.needs);
        let needs = (!is_relief).then(|| words(next.needs));
        lines.push(phrases::outlook(
            findings.tier_name(next.tier),
            next.month,
            needs.as_deref(),
            lang,
        ));
    } else if verdict.tier.is_some() {
        let is_highest = findings.workspace.plan.ladder.above(verdict.tier).is_none();
        let said = if is_highest {
            phrases::top_of_ladder(lang)
        } else {
            phrases::no_further(lang)
        };
        lines.push(said.to_owned());
    }
    lines.extend(relief.map(|needs| phrases::relief(next_month, &words(needs), lang)));
    lines
}
