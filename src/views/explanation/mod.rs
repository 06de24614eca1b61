//! The whole derivation of the verdicts on one item: clause, curve, evidence with file and line, the subtraction in
//! exact fractions, the rung, the history, what comes next. Fit to be handed to the head of the unit.

mod arithmetic;
mod certificate;
mod data;
mod derivation;
mod stages;
mod tables;

use serde::Serialize;

use super::View;
use super::columns::table;
use super::page;
use super::results::Results;
use super::row::{Row, Share};
use crate::assess::ShareAssessment;
use crate::document::{Document, Table};
use crate::model::{ItemIx, UnitIx};
use crate::text::Lang;

use data::share_data;
use derivation::Derivation;

/// The derivation of the verdicts on the shares of one item.
#[derive(Debug)]
pub struct Explanation<'a> {
    results: Results<'a>,
    shares: Vec<&'a ShareAssessment>,
    extent: Extent,
}

/// How much of the derivation a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it, section by section.
    Full,
    /// 认定书: one page for each verdict.
    Certificate,
}

impl<'a> Explanation<'a> {
    /// The shares of an item; of one unit only, where one is named.
    pub fn of(results: Results<'a>, item: ItemIx, units: &[UnitIx], extent: Extent) -> Self {
        Self { extent, results, shares: results.shares_of(item, units).collect() }
    }
}

/// The derivation of one verdict in one table.
pub(super) fn certified(results: Results<'_>, assessed: &ShareAssessment, lang: Lang) -> Table {
    let derivation = Derivation { results, assessed, lang };
    derivation.certified()
}

impl View for Explanation<'_> {
    fn data(&self) -> impl Serialize {
        page::data(self.results, &self.shares, share_data)
    }

    fn document(&self, lang: Lang) -> Document {
        let derivations = self.shares.iter().map(|assessed| Derivation { results: self.results, assessed, lang });
        if self.extent == Extent::Certificate {
            let blocks = derivations.flat_map(|derivation| derivation.certificate());
            return Document { blocks: blocks.collect() };
        }
        let mut blocks = page::opening(self.results, lang);
        blocks.push(page::filing(self.results, lang));
        for derivation in derivations {
            blocks.extend(derivation.blocks(self.shares.len() > 1));
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let tables = self.shares.iter().map(|assessed| {
            let row = Row::for_page(self.results, assessed);
            let share = table(&[Share::Item, Share::Unit], vec![row; assessed.history().len()], lang);
            share.beside(Derivation { results: self.results, assessed, lang }.history())
        });
        page::signed(Table::stacked(tables), self.results, lang)
    }
}
