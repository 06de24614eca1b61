//! 提请核实的现象: what to ask about, kind by kind, each with its lines. No verdict stands on this page.

use std::collections::BTreeSet;

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::View;
use super::columns::{Columns as _, table};
use super::page;
use super::plain;
use super::results::Results;
use super::row::{Share, shown};
use crate::audit::{Enough, Kind, Observation, Seen};
use crate::document::{Block, Cell, Document, Role, Table};
use crate::model::{Item, Reading, Tier, UnitIx};
use crate::text::Lang;
use crate::text::audit as words;

/// What was noticed.
#[derive(Debug)]
pub struct AuditPage<'a> {
    results: Results<'a>,
    observations: Vec<&'a Observation>,
}

impl<'a> AuditPage<'a> {
    /// Picks the observations on some units, of some kinds; an empty list lets all through.
    pub fn of(results: Results<'a>, observations: &'a [Observation], units: &[UnitIx], kinds: &[Kind]) -> Self {
        let is_meant = |one: &&Observation| {
            (units.is_empty() || units.contains(&one.unit)) && (kinds.is_empty() || kinds.contains(&one.seen.kind()))
        };
        Self { results, observations: observations.iter().filter(is_meant).collect() }
    }

    /// Whether there is anything to ask about.
    pub fn has_any(&self) -> bool {
        !self.observations.is_empty()
    }

    fn item(&self, one: &Observation) -> Option<&'a Item> {
        one.item.map(|item| self.results.workspace.item(item))
    }

    fn unit(&self, one: &Observation) -> &'a str {
        &self.results.workspace.unit(one.unit).name
    }

    fn places(&self, one: &Observation) -> Vec<String> {
        one.places.iter().map(|&place| self.results.at(place)).collect()
    }

    fn sentence(&self, one: &Observation, lang: Lang) -> String {
        let tier = |enough: &Enough| {
            let name = match enough {
                Enough::Below(tier) => self.results.tier_name(*tier),
                Enough::Milestone(_) | Enough::NoTier => "",
            };
            words::enough(*enough, name, lang)
        };
        words::sentence(&one.seen, self.item(one), &tier, lang)
    }
}

/// An object whose keys depend on what it is about.
struct Keyed(Vec<(&'static str, Value)>);

impl Serialize for Keyed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

/// What exactly was noticed, as JSON shows it: the keys that a kind has.
fn seen_data<'a>(seen: &'a Seen, item: Option<&Item>, tier: impl Fn(Tier) -> &'a str) -> Vec<(&'static str, Value)> {
    let said = |reading: Reading| item.map_or_else(String::new, |item| plain::reading(reading, item));
    match seen {
        Seen::Copied { reading, reports, note } => {
            vec![("reading", said(*reading).into()), ("reports", json!(reports)), ("note", json!(note))]
        }
        Seen::Threshold { before, reports, now, enough } => {
            let enough = match enough {
                Enough::Milestone(by) => ("milestone", json!(by)),
                Enough::Below(of) => ("avoids", json!(tier(*of))),
                Enough::NoTier => ("avoids", json!("all")),
            };
            let (now, before) = (said(*now), said(*before));
            vec![("reading", now.into()), ("before", before.into()), ("reports", json!(reports)), enough]
        }
        Seen::Round { figures } => vec![("figures", json!(figures))],
        Seen::NoEvidence { since } => vec![("since", json!(since))],
        Seen::Unscheduled { without, of } => vec![("without", json!(without)), ("of", json!(of))],
        Seen::MissingAttachment { name } | Seen::OutsideAttachment { name } => vec![("attachment", json!(name))],
        Seen::Unchanged { filed, due, figures } => {
            vec![("figures", json!(figures)), ("filed", json!(filed)), ("due", json!(due))]
        }
        Seen::Joint { month, said: all } => {
            let all: Vec<Value> =
                all.iter().map(|(unit, reading)| json!({ "unit-name": unit, "reading": said(*reading) })).collect();
            vec![("month", json!(month)), ("said", all.into())]
        }
        Seen::ClaimedAgain { checked, month } => vec![("checked", json!(checked)), ("month", json!(month))],
    }
}

impl View for AuditPage<'_> {
    fn data(&self) -> impl Serialize {
        let results = self.results;
        object! {
            #[serde(flatten)] head: page::head(&results.workspace.plan, results.assessment.as_of),
            // No tier depends on what follows.
            affects_tiers: false,
            observations: list!(one in &self.observations => {
                let (unit, item) = (results.workspace.unit(one.unit), self.item(one));
                kind: one.seen.kind(),
                unit: &unit.id,
                unit_name: &unit.name,
                item: item.map(|item| &item.id),
                title: item.map(|item| &item.title),
                seen: Keyed(seen_data(&one.seen, item, |tier| results.tier_id(tier))),
                lines: list!(&place in &one.places => results.place(place)),
            }),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let plan = &self.results.workspace.plan;
        let mut blocks = page::opening_of(plan, self.results.assessment.as_of, lang);
        if !self.has_any() {
            blocks.push(Block::paragraph(Role::Good, words::nothing(lang)));
            return Document { blocks };
        }
        blocks.push(Block::paragraph(Role::Strong, words::about(lang)));
        let units: BTreeSet<UnitIx> = self.observations.iter().map(|one| one.unit).collect();
        let count = words::count(self.observations.len(), units.len(), lang);
        blocks.push(Block::paragraph(Role::Plain, &count));
        for (kind, _) in Kind::ALL {
            let of_kind: Vec<_> = self.observations.iter().filter(|one| one.seen.kind() == kind).collect();
            if of_kind.is_empty() {
                continue;
            }
            blocks.push(Block::heading(Role::Strong, words::heading(kind, of_kind.len(), lang)));
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
                blocks.push(Block::entry(Role::Strong, head, lines));
            }
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        page::signed(table(Noticed::ALL, self.observations.iter().map(|one| (self, *one)), lang), self.results, lang)
    }
}

columns! {
    /// The columns of `audit`.
    Noticed of (&'a AuditPage<'a>, &'a Observation) as row, lang;
    Kind: words { "现象代码", "kind" }
        means { "哪一种现象，供筛选和程序使用", "the kind of observation, for filters and scripts" } unit CODE
        from { "audit 的检查规则", "the rules of audit" }
        => Cell::code(row.1.seen.kind().id());
    Name: words { "现象", "observation" }
        means { "哪一种现象", "the kind of observation" } unit TEXT from { "audit 的检查规则", "the rules of audit" }
        => Cell::text(words::kind(row.1.seen.kind(), lang));
    Unit: words like Share::Unit => Cell::text(row.0.unit(row.1));
    Item: words like Share::Item => shown(row.0.item(row.1), |item| Cell::code(&item.id));
    Title: words like Share::Title => shown(row.0.item(row.1), |item| Cell::text(&item.title));
    Said: words { "说明", "what was noticed" }
        means { "看到了什么；只提请核实，不影响档次", "what was noticed: something to ask about, which affects no tier" }
        unit TEXT from { "由月报、登记簿和方案得出", "from reports, register and plan" }
        => Cell::text(row.0.sentence(row.1, lang));
    Lines: words { "出处", "lines" }
        means { "涉及哪些文件的哪些行", "the files and lines it is about" } unit LINE
        from { "方案文件夹中的文件", "the files of the workspace" }
        => Cell::text(lang.list(row.0.places(row.1)));
}
