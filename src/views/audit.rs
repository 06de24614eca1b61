//! 提请核实的现象: what to ask about, kind by kind, each with its lines. No verdict stands on this page.

use std::collections::BTreeSet;

use serde::Serialize;

use super::View;
use super::findings::Findings;
use super::page::{self, HeadData};
use crate::audit::{Enough, Kind, Observation, Seen};
use crate::document::{Block, Cell, Column, Document, Role, Table, Text};
use crate::model::{Item, Tier, UnitIx};
use crate::text::audit::{self as words, Head};
use crate::text::measure::reading_data;
use crate::text::{Lang, phrases};

/// What was noticed.
#[derive(Debug)]
pub struct AuditPage<'a> {
    findings: Findings<'a>,
    observations: Vec<&'a Observation>,
}

impl<'a> AuditPage<'a> {
    /// Picks the observations on some units, of some kinds; an empty list lets all through.
    pub fn of(findings: Findings<'a>, observations: &'a [Observation], units: &[UnitIx], kinds: &[Kind]) -> Self {
        let is_meant = |one: &&Observation| {
            (units.is_empty() || units.contains(&one.unit)) && (kinds.is_empty() || kinds.contains(&one.seen.kind()))
        };
        Self { findings, observations: observations.iter().filter(is_meant).collect() }
    }

    /// Whether there is anything to ask about.
    pub fn has_any(&self) -> bool {
        !self.observations.is_empty()
    }

    fn item(&self, one: &Observation) -> Option<&'a Item> {
        one.item.map(|item| self.findings.workspace.item(item))
    }

    fn unit(&self, one: &Observation) -> &'a str {
        &self.findings.workspace.unit(one.unit).name
    }

    fn places(&self, one: &Observation) -> Vec<String> {
        let places = one.places.iter();
        places.map(|&place| self.findings.at(place)).collect()
    }

    fn sentence(&self, one: &Observation, lang: Lang) -> String {
        let tier = |enough: &Enough| {
            let name = match enough {
                Enough::Below(tier) => self.findings.tier_name(*tier),
                Enough::Milestone(_) | Enough::NoTier => "",
            };
            words::enough(*enough, name, lang)
        };
        words::sentence(&one.seen, self.item(one), &tier, lang)
    }
}

/// What was noticed as JSON shows it. Keys are only ever added.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct AuditData {
    #[serde(flatten)]
    head: HeadData,
    /// No tier depends on what follows.
    affects_tiers: bool,
    observations: Vec<ObservationData>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct ObservationData {
    kind: &'static str,
    unit: String,
    unit_name: String,
    item: Option<String>,
    title: Option<String>,
    seen: SeenData,
    lines: Vec<LineData>,
}

/// What exactly: the keys that a kind has.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
struct SeenData {
    #[serde(skip_serializing_if = "Option::is_none")]
    reading: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reports: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    milestone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    avoids: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    figures: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    without: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attachment: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    filed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    checked: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    month: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
struct LineData {
    file: String,
    line: usize,
}

impl SeenData {
    fn of(seen: &Seen, tier: impl Fn(Tier) -> String) -> Self {
        let none = Self::default();
        match seen {
            Seen::Copied { reading, reports, note } => Self {
                reading: Some(reading_data(*reading)),
                reports: Some(*reports),
                note: Some(note.clone()),
                ..none
            },
            Seen::Threshold { before, reports, now, enough } => {
                let (milestone, avoids) = match enough {
                    Enough::Milestone(by) => (Some(by.to_string()), None),
                    Enough::Below(of) => (None, Some(tier(*of))),
                    Enough::NoTier => (None, Some("all".to_owned())),
                };
                Self {
                    reading: Some(reading_data(*now)),
                    before: Some(reading_data(*before)),
                    reports: Some(*reports),
                    milestone,
                    avoids,
                    ..none
                }
            }
            Seen::Round { figures } => Self { figures: Some(*figures), ..none },
            Seen::NoEvidence { since } => Self { since: Some(since.to_string()), ..none },
            Seen::Unscheduled { without, of } => Self { without: Some(*without), of: Some(*of), ..none },
            Seen::MissingAttachment { name } | Seen::OutsideAttachment { name } => {
                Self { attachment: Some(name.clone()), ..none }
            }
            Seen::Unchanged { filed, due, figures } => {
                Self { filed: Some(filed.to_string()), due: Some(due.to_string()), figures: Some(*figures), ..none }
            }
            Seen::ClaimedAgain { checked, month } => {
                Self { checked: Some(checked.to_string()), month: Some(month.to_string()), ..none }
            }
        }
    }
}

impl View for AuditPage<'_> {
    type Data<'v>
        = AuditData
    where
        Self: 'v;

    fn data(&self) -> AuditData {
        let findings = self.findings;
        let data = |one: &&Observation| {
            let unit = findings.workspace.unit(one.unit);
            let line = |&place: &crate::source::Place| {
                let (file, line) = findings.line(place);
                LineData { file: file.to_owned(), line }
            };
            ObservationData {
                kind: one.seen.kind().id(),
                unit: unit.id.clone(),
                unit_name: unit.name.clone(),
                item: self.item(one).map(|item| item.id.clone()),
                title: self.item(one).map(|item| item.title.clone()),
                seen: SeenData::of(&one.seen, |tier| findings.tier_id(tier)),
                lines: one.places.iter().map(line).collect(),
            }
        };
        AuditData {
            head: HeadData::of(&findings.workspace.plan, findings.assessment.as_of),
            affects_tiers: false,
            observations: self.observations.iter().map(data).collect(),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let plan = &self.findings.workspace.plan;
        let mut blocks = page::opening_of(plan, self.findings.assessment.as_of, lang);
        let say = |role, said: &str| Block::Paragraph(Text::with(role, said));
        if !self.has_any() {
            blocks.push(say(Role::Good, words::nothing(lang)));
            return Document { blocks };
        }
        blocks.push(say(Role::Strong, words::about(lang)));
        let units: BTreeSet<UnitIx> = self.observations.iter().map(|one| one.unit).collect();
        let count = words::count(self.observations.len(), units.len(), lang);
        blocks.push(say(Role::Plain, &count));
        for (kind, _) in Kind::ALL {
            let of_kind = self.observations.iter();
            let of_kind: Vec<_> = of_kind.filter(|one| one.seen.kind() == kind).collect();
            if of_kind.is_empty() {
                continue;
            }
            let heading = words::heading(kind, of_kind.len(), lang);
            blocks.push(Block::Heading(Text::with(Role::Strong, heading)));
            for one in of_kind {
                let unit = self.unit(one);
                let head = match self.item(one) {
                    Some(item) => {
                        let space = lang.pick("　", "  ");
                        format!("{} {}{space}{unit}", item.id, item.title)
                    }
                    None => unit.to_owned(),
                };
                let lines = [self.sentence(one, lang), words::lines(&self.places(one), lang)];
                blocks.push(Block::Entry {
                    head: Text::with(Role::Strong, head),
                    lines: lines.into_iter().map(Text::new).collect(),
                });
            }
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let own = |name| Column::words(words::head(name, lang));
        let common = |name| Column::words(phrases::head(name, lang));
        let row = |one: &&Observation| {
            let item = self.item(one);
            vec![
                Cell::code(one.seen.kind().id()),
                Cell::text(words::kind(one.seen.kind(), lang)),
                Cell::text(self.unit(one)),
                item.map_or_else(Cell::empty, |item| Cell::code(&item.id)),
                item.map_or_else(Cell::empty, |item| Cell::text(&item.title)),
                Cell::text(self.sentence(one, lang)),
                Cell::text(lang.list(self.places(one))),
            ]
        };
        let sheet = Table {
            columns: vec![
                own(Head::Kind),
                own(Head::Name),
                common(phrases::Head::Unit),
                common(phrases::Head::Item),
                common(phrases::Head::Title),
                own(Head::Said),
                own(Head::Lines),
            ],
            rows: self.observations.iter().map(row).collect(),
        };
        page::signed(sheet, self.findings, lang)
    }
}
