//! What the rule asks for this month: proposals by tier, presumed ones apart, and what is lifted.

use std::iter::once;

use serde::Serialize;

use super::View;
use super::page;
use super::remarks;
use super::results::{Filter, Results};
use super::row;
use super::sentences::{evidence, figures, repetition, tier_before, what_follows};
use super::status;
use crate::assess::{Change, ShareAssessment, Withheld};
use crate::document::{Block, Document, Role, Table, Text};
use crate::model::{Threshold, Tier};
use crate::text::{Lang, overtaken, phrases, register};

/// The proposals of a month.
#[derive(Debug)]
pub struct Escalation<'a> {
    results: Results<'a>,
    /// Everything the filter lets through, for the counts.
    all: Vec<&'a ShareAssessment>,
}

impl<'a> Escalation<'a> {
    /// Picks the shares with a tier, and those that have just lost theirs.
    pub fn of(results: Results<'a>, filter: &Filter) -> Self {
        Self { results, all: results.gravest_first(filter) }
    }

    /// Whether anything is proposed.
    pub fn has_tier(&self) -> bool {
        self.all.iter().any(|assessed| assessed.verdict().tier.is_some())
    }

    fn proposed(&self, tier: Tier) -> impl Iterator<Item = &'a ShareAssessment> + Clone {
        self.all.iter().copied().filter(move |assessed| {
            let verdict = assessed.verdict();
            verdict.tier == Some(tier) && !verdict.presumed
        })
    }

    fn presumed(&self) -> impl Iterator<Item = &'a ShareAssessment> + Clone {
        self.all.iter().copied().filter(|assessed| assessed.verdict().presumed)
    }

    fn lifted(&self) -> impl Iterator<Item = &'a ShareAssessment> + Clone {
        self.all.iter().copied().filter(|assessed| assessed.change == Some(Change::Lifted))
    }

    fn withheld(&self, why: Withheld) -> impl Iterator<Item = &'a ShareAssessment> + Clone {
        self.all.iter().copied().filter(move |assessed| assessed.verdict().withheld_as() == Some(why))
    }

    /// Those that would be on the page, had nothing come in since a notice about them was sent.
    fn overtaken(&self) -> impl Iterator<Item = &'a ShareAssessment> + Clone {
        let results = self.results;
        self.all.iter().copied().filter(move |assessed| !Self::shows(assessed) && results.is_overtaken(assessed))
    }

    /// Whether a share is on the page at all.
    pub(super) fn shows(assessed: &ShareAssessment) -> bool {
        assessed.verdict().tier_by_rule().is_some() || assessed.change == Some(Change::Lifted)
    }

    fn rows(&self) -> Vec<&'a ShareAssessment> {
        let proposed = self.all.iter().copied().filter(|assessed| assessed.verdict().tier.is_some());
        let withheld = self.withheld(Withheld::Exempt).chain(self.withheld(Withheld::Disputed));
        proposed.chain(self.lifted()).chain(withheld).collect()
    }
}

/// What stands under one heading.
pub(super) struct Section {
    pub(super) kind: Kind,
    pub(super) entries: Vec<Block>,
}

/// The headings, in the order in which they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Proposals of one tier.
    Proposed { from: Threshold, name: String, clause: String, role: Role },
    /// Proposals that rest on silence.
    Presumed,
    /// Tiers of the month before that no longer stand.
    Lifted,
    /// Tiers that an exemption withholds.
    Exempt,
    /// Tiers that are withheld because the source contradicts itself.
    Disputed,
    /// A notice was sent, and by the files as they are now there is no tier.
    Overtaken,
}

impl Kind {
    /// Higher tiers first, then what is no proposal.
    pub(super) fn order(&self) -> (usize, std::cmp::Reverse<Option<Threshold>>, &str) {
        match self {
            Self::Proposed { from, name, .. } => (0, std::cmp::Reverse(Some(*from)), name),
            Self::Presumed => (1, std::cmp::Reverse(None), ""),
            Self::Lifted => (2, std::cmp::Reverse(None), ""),
            Self::Exempt => (3, std::cmp::Reverse(None), ""),
            Self::Disputed => (4, std::cmp::Reverse(None), ""),
            Self::Overtaken => (5, std::cmp::Reverse(None), ""),
        }
    }

    pub(super) fn heading(&self, count: usize, lang: Lang) -> Text {
        match self {
            Self::Proposed { from, name, clause, role } => {
                Text::with(*role, phrases::proposals(name, *from, clause, count, lang))
            }
            Self::Presumed => Text::with(Role::Strong, phrases::presumed(count, lang)),
            Self::Lifted => Text::with(Role::Good, phrases::lifted(count, lang)),
            Self::Exempt => Text::with(Role::Strong, register::withheld_heading(Withheld::Exempt, count, lang)),
            Self::Disputed => Text::with(Role::Strong, register::withheld_heading(Withheld::Disputed, count, lang)),
            Self::Overtaken => Text::with(Role::Notice, overtaken::heading(count, lang)),
        }
    }
}

impl View for Escalation<'_> {
    /// Rows with a tier, lifted ones (`change` is `lifted`, `tier` null), and exempt and disputed ones (`exempt` and `disputed`
    /// name the tier that is withheld).
    fn data(&self) -> impl Serialize {
        page::counted(self.results, &self.all, &self.rows(), row::data)
    }

    fn document(&self, lang: Lang) -> Document {
        let mut blocks = page::opening(self.results, lang);
        blocks.push(page::filing(self.results, lang));
        blocks.extend(page::counts(self.results, self.all.iter().copied(), lang));
        if self.rows().is_empty() && self.overtaken().next().is_none() {
            blocks.push(Block::plain(phrases::no_proposals(lang)));
            return Document { blocks };
        }
        blocks.extend(proposals(self.sections(lang), lang));
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        status::sheet(self.results, &self.rows(), lang)
    }
}

/// The sections as they are shown, and that they only propose.
pub(super) fn proposals(sections: Vec<Section>, lang: Lang) -> impl Iterator<Item = Block> {
    let said = Text::with(Role::Strong, phrases::proposals_only(lang));
    let sections = sections.into_iter().flat_map(move |section| {
        once(Block::Heading(section.kind.heading(section.entries.len(), lang))).chain(section.entries)
    });
    once(Block::Paragraph(said)).chain(sections)
}

impl Escalation<'_> {
    /// The sections that have something in them, gravest first.
    pub(super) fn sections(&self, lang: Lang) -> Vec<Section> {
        let ladder = &self.results.workspace.plan.ladder;
        let mut sections = Vec::new();
        let mut add = |kind: Kind, shares: &mut dyn Iterator<Item = &ShareAssessment>| {
            let entries: Vec<Block> = shares.map(|assessed| self.entry(assessed, lang)).collect();
            if !entries.is_empty() {
                sections.push(Section { kind, entries });
            }
        };
        for tier in ladder.highest_first() {
            let rung = ladder.rung(tier);
            let kind = Kind::Proposed {
                from: rung.from,
                name: rung.name.clone(),
                clause: rung.clause.clone(),
                role: row::tier_role(self.results, Some(tier)),
            };
            add(kind, &mut self.proposed(tier));
        }
        add(Kind::Presumed, &mut self.presumed());
        add(Kind::Lifted, &mut self.lifted());
        add(Kind::Exempt, &mut self.withheld(Withheld::Exempt));
        add(Kind::Disputed, &mut self.withheld(Withheld::Disputed));
        add(Kind::Overtaken, &mut self.overtaken());
        sections
    }

    fn entry(&self, assessed: &ShareAssessment, lang: Lang) -> Block {
        let results = self.results;
        let item = results.item(assessed);
        let verdict = assessed.verdict();
        let space = lang.pick("　", "  ");
        let mut head = format!("{} {}{space}{}", item.id, item.title, results.unit(assessed).name);
        if let Some(tier) = verdict.tier.filter(|_| verdict.presumed) {
            head = format!("{head}{space}{}", phrases::proposed(results.tier_name(tier), lang));
        }
        let mut lines = vec![figures(results, assessed, lang)];
        if let Some(repetition) = repetition(results, assessed, lang) {
            lines.push(repetition);
        } else if let Some(before) = tier_before(results, assessed)
            && assessed.change == Some(Change::Lifted)
        {
            lines.push(phrases::lifted_from(before, lang));
        }
        lines.extend(results.decisions(assessed, lang));
        lines.push(evidence(results, assessed, lang));
        let remarks = remarks::in_words(item, verdict, lang);
        if !remarks.is_empty() {
            lines.push(phrases::remarks(&lang.list(&remarks), lang));
        }
        lines.extend(what_follows(results, assessed, lang));
        Block::entry(Role::Strong, head, lines)
    }
}
