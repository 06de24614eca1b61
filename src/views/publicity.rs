//! 媒体曝光备选: the notices above the lowest tier that were issued and not withdrawn, for people to choose from. Nothing
//! that is merely computed is on it.

use serde::Serialize;

use super::View;
use super::decisions::{self, ExemptionData};
use super::findings::Findings;
use super::page::{self, HeadData};
use super::row::{self, EvidenceData, FiguresData};
use super::sentences;
use crate::assess::{ShareAssessment, assess_share};
use crate::document::{Block, Cell, Column, Document, Role, Table, Text};
use crate::model::{AsOf, Dated, Lag, Month, Notice, Standing, Tier};
use crate::text::phrases::{self, Head as Usual};
use crate::text::publicity::{self as words, Head, Step};
use crate::text::{Lang, register, terms};

/// The notices that can be chosen from.
#[derive(Debug)]
pub struct Publicity<'a> {
    findings: Findings<'a>,
    /// Only those that rest on the verdicts of this month.
    month: Option<Month>,
    /// The gravest first, then by date and number.
    issued: Vec<Issued<'a>>,
    /// How many were withdrawn.
    withdrawn: usize,
}

/// A notice, and how its shares stood at the close it rests on, by the files as they are now.
#[derive(Debug)]
struct Issued<'a> {
    notice: &'a Notice,
    standing: Standing,
    shares: Vec<ShareAssessment>,
}

impl<'a> Publicity<'a> {
    /// The notices of one month, or of all months up to the as-of month.
    pub fn of(findings: Findings<'a>, month: Option<Month>) -> Self {
        let workspace = findings.workspace;
        let as_of = findings.assessment.as_of;
        let is_meant = |notice: &&Notice| {
            notice.tier > Tier(0)
                && notice.is_known(as_of)
                && notice.month <= as_of.month
                && month.is_none_or(|month| month == notice.month)
        };
        let all = workspace.register.notices.iter().filter(is_meant);
        let (withdrawn, standing): (Vec<_>, Vec<_>) = all
            .map(|notice| (notice, notice.standing(as_of.known_by)))
            .partition(|(_, standing)| *standing == Standing::Withdrawn);
        let stood = |notice: &Notice| {
            let at = AsOf { month: notice.month, ..as_of };
            let shares = notice.shares.iter();
            shares.map(|&share| assess_share(workspace, share, at)).collect()
        };
        let mut issued: Vec<Issued<'_>> =
            standing.into_iter().map(|(notice, standing)| Issued { notice, standing, shares: stood(notice) }).collect();
        issued.sort_by(|one, other| {
            let key = |issued: &Issued<'a>| (issued.notice.date, &issued.notice.number);
            let gravest_first = other.notice.tier.cmp(&one.notice.tier);
            gravest_first.then_with(|| key(one).cmp(&key(other)))
        });
        Self { findings, month, issued, withdrawn: withdrawn.len() }
    }

    /// The tiers that may be published, highest first.
    fn tiers(&self) -> impl Iterator<Item = Tier> {
        let ladder = &self.findings.workspace.plan.ladder;
        ladder.highest_first().filter(|tier| *tier > Tier(0))
    }

    /// Their names, lowest first, as the plan's own sentence has them.
    fn tier_names(&self) -> Vec<String> {
        let rungs = self.findings.workspace.plan.ladder.rungs();
        rungs.iter().skip(1).map(|rung| rung.name.clone()).collect()
    }

    /// What was known of the steps that followed.
    fn known<'d>(&self, dated: Option<&'d Dated>) -> Option<&'d Dated> {
        let as_of = self.findings.assessment.as_of;
        dated.filter(|dated| as_of.knows(dated.on))
    }

    fn steps(&self, notice: &'a Notice) -> impl Iterator<Item = (Step, &'a Dated)> {
        let decision = notice.decision.as_ref();
        let decision = decision.map(|(decision, dated)| (Step::Decision(*decision), dated));
        let steps = [
            notice.reply.as_ref().map(|dated| (Step::Reply, dated)),
            notice.objection.as_ref().map(|dated| (Step::Objection, dated)),
            decision,
            notice.lifted.as_ref().map(|dated| (Step::Lifted, dated)),
        ];
        let as_of = self.findings.assessment.as_of;
        let steps = steps.into_iter().flatten();
        steps.filter(move |(_, dated)| as_of.knows(dated.on))
    }

    fn entry(&self, issued: &Issued<'a>, lang: Lang) -> Block {
        let (findings, notice) = (self.findings, issued.notice);
        let space = lang.pick("　", "  ");
        let unit = &findings.workspace.unit(notice.unit).name;
        let head = [
            notice.number.clone(),
            terms::day(notice.date, lang),
            unit.clone(),
            findings.tier_name(notice.tier).to_owned(),
            words::standing(issued.standing, lang),
        ];
        let place = findings.at(notice.place);
        let mut lines = vec![words::rests_on(notice.month, &notice.approver, &place, lang)];
        for stood in &issued.shares {
            let item = findings.item(stood);
            let said = sentences::standing(findings, stood, lang);
            lines.push(words::item(&item.id, &item.title, &said, lang));
            lines.push(sentences::evidence(findings, stood, lang));
            let verdict = stood.verdict();
            if verdict.tier < Some(notice.tier) {
                let now = verdict.tier.map(|tier| findings.tier_name(tier));
                let is_exempt = verdict.withheld.is_some();
                lines.push(words::less_now(&item.id, now, is_exempt, lang));
            }
        }
        let steps = self.steps(notice);
        lines.extend(steps.map(|(step, dated)| words::step(step, dated.on, &dated.text, lang)));
        if issued.standing == Standing::Contested {
            lines.push(words::undecided(lang).to_owned());
        }
        let role = match issued.standing {
            Standing::InForce => Role::Strong,
            _ => Role::Muted,
        };
        Block::Entry { head: Text::with(role, head.join(space)), lines: lines.into_iter().map(Text::new).collect() }
    }
}

/// The list as JSON shows it. Keys are only ever added.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PublicityData {
    #[serde(flatten)]
    head: HeadData,
    month: Option<String>,
    tiers: Vec<String>,
    withdrawn: usize,
    rows: Vec<IssuedData>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct IssuedData {
    number: String,
    date: String,
    month: String,
    unit: String,
    unit_name: String,
    tier: String,
    standing: &'static str,
    approver: String,
    reply: Option<DatedData>,
    objection: Option<DatedData>,
    upheld: Option<DatedData>,
    lifted: Option<DatedData>,
    items: Vec<ItemData>,
    file: String,
    line: usize,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct DatedData {
    date: String,
    text: String,
}

/// How an item stood at the close, by the files as they are now.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct ItemData {
    item: String,
    title: String,
    #[serde(flatten)]
    figures: FiguresData,
    since: Option<String>,
    lag: Option<String>,
    lag_months: Option<String>,
    tier: Option<String>,
    exempt: Option<ExemptionData>,
    evidence: Option<EvidenceData>,
}

impl Publicity<'_> {
    fn issued_data(&self, issued: &Issued<'_>) -> IssuedData {
        let (findings, notice) = (self.findings, issued.notice);
        let unit = findings.workspace.unit(notice.unit);
        let (file, line) = findings.line(notice.place);
        let dated = |dated: Option<&Dated>| {
            self.known(dated).map(|dated| DatedData { date: dated.on.to_string(), text: dated.text.clone() })
        };
        IssuedData {
            number: notice.number.clone(),
            date: notice.date.to_string(),
            month: notice.month.to_string(),
            unit: unit.id.clone(),
            unit_name: unit.name.clone(),
            tier: findings.tier_id(notice.tier),
            standing: issued.standing.id(),
            approver: notice.approver.clone(),
            reply: dated(notice.reply.as_ref()),
            objection: dated(notice.objection.as_ref()),
            // What was withdrawn is not on the list.
            upheld: dated(notice.decision.as_ref().map(|(_, dated)| dated)),
            lifted: dated(notice.lifted.as_ref()),
            items: issued.shares.iter().map(|stood| self.item_data(stood)).collect(),
            file: file.to_owned(),
            line,
        }
    }

    fn item_data(&self, stood: &ShareAssessment) -> ItemData {
        let findings = self.findings;
        let item = findings.item(stood);
        let verdict = stood.verdict();
        ItemData {
            item: item.id.clone(),
            title: item.title.clone(),
            figures: FiguresData::of(item, verdict),
            since: verdict.since().map(|since| since.to_string()),
            lag: verdict.lag.map(|lag| lag.to_string()),
            lag_months: verdict.lag.map(Lag::truncated),
            tier: verdict.tier.map(|tier| findings.tier_id(tier)),
            exempt: decisions::exemption_data(findings, verdict),
            evidence: EvidenceData::of(findings, stood, verdict),
        }
    }

    /// One row for each item of a notice.
    fn sheet_row(&self, issued: &Issued<'_>, stood: &ShareAssessment, lang: Lang) -> Vec<Cell> {
        let (findings, notice) = (self.findings, issued.notice);
        let item = findings.item(stood);
        let verdict = stood.verdict();
        let lifted = self.known(notice.lifted.as_ref());
        let evidence = findings.evidence(stood, verdict);
        vec![
            Cell::text(&notice.number),
            Cell::code(notice.date.to_string()),
            Cell::text(&findings.workspace.unit(notice.unit).name),
            Cell::text(findings.tier_name(notice.tier)),
            Cell::text(register::standing(issued.standing, lang)),
            Cell::code(notice.month.to_string()),
            Cell::code(&item.id),
            Cell::text(&item.title),
            row::required_cell(item, verdict, lang),
            verdict.actual.map_or_else(Cell::empty, |_| row::actual_cell(item, verdict, lang)),
            row::gap_cell(item, verdict, lang),
            row::lag_cell(verdict),
            evidence.map_or_else(Cell::empty, |entry| Cell::text(findings.at(entry.place))),
            Cell::text(&notice.approver),
            lifted.map_or_else(Cell::empty, |dated| Cell::code(dated.on.to_string())),
            Cell::text(lifted.map_or("", |dated| dated.text.as_str())),
            Cell::text(findings.at(notice.place)),
        ]
    }
}

impl View for Publicity<'_> {
    type Data<'v>
        = PublicityData
    where
        Self: 'v;

    fn data(&self) -> PublicityData {
        let findings = self.findings;
        PublicityData {
            head: HeadData::of(&findings.workspace.plan, findings.assessment.as_of),
            month: self.month.map(|month| month.to_string()),
            tiers: self.tiers().map(|tier| findings.tier_id(tier)).collect(),
            withdrawn: self.withdrawn,
            rows: self.issued.iter().map(|issued| self.issued_data(issued)).collect(),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let findings = self.findings;
        let plan = &findings.workspace.plan;
        let mut blocks = page::opening_of(plan, findings.assessment.as_of, lang);
        let title = words::title(self.month, lang);
        blocks.insert(1, Block::Heading(Text::with(Role::Strong, title)));
        let names = self.tier_names();
        let said = if self.issued.is_empty() {
            Text::new(words::none(&names, lang))
        } else {
            Text::with(Role::Strong, words::only_issued(&names, lang))
        };
        blocks.push(Block::Paragraph(said));
        if self.withdrawn > 0 {
            let said = words::withdrawn(self.withdrawn, lang);
            blocks.push(Block::Paragraph(Text::with(Role::Muted, said)));
        }
        for tier in self.tiers() {
            let of_tier = || self.issued.iter().filter(|issued| issued.notice.tier == tier);
            let count = of_tier().count();
            if count == 0 {
                continue;
            }
            let heading = words::heading(findings.tier_name(tier), count, lang);
            let role = row::tier_role(findings, Some(tier));
            blocks.push(Block::Heading(Text::with(role, heading)));
            blocks.extend(of_tier().map(|issued| self.entry(issued, lang)));
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let usual = |name| Column::words(phrases::head(name, lang));
        let own = |name| Column::words(words::head(name, lang));
        let columns = vec![
            own(Head::Number),
            own(Head::Date),
            usual(Usual::Unit),
            own(Head::Tier),
            own(Head::Standing),
            usual(Usual::Month),
            usual(Usual::Item),
            usual(Usual::Title),
            usual(Usual::Required),
            usual(Usual::Actual),
            usual(Usual::Gap),
            usual(Usual::Lag),
            usual(Usual::Evidence),
            own(Head::Approver),
            own(Head::Lifted),
            own(Head::LiftedBecause),
            own(Head::Place),
        ];
        let rows = self.issued.iter().flat_map(|issued| {
            let shares = issued.shares.iter();
            shares.map(|stood| self.sheet_row(issued, stood, lang))
        });
        let sheet = Table { columns, rows: rows.collect() };
        page::signed(sheet, self.findings, lang)
    }
}
