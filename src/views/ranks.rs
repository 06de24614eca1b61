//! The units by how they keep their schedule, each sort of them apart.

use super::columns::{Listed, listed};
use super::results::Results;
use crate::assess::{Placed, Ranking};
use crate::document::{Block, Cell, Column, Role, Table};
use crate::model::UnitIx;
use crate::text::{Lang, phrases, ranking as words};

/// How ranks are given, a table under its heading for each kind of units, and who is not ranked.
pub(super) fn ranks(results: Results<'_>, heading: impl Fn(usize, &str) -> String, lang: Lang) -> Vec<Block> {
    let workspace = results.workspace;
    let ranking = Ranking::of(workspace, results.assessment);
    let tables = ranking.peers.iter().enumerate().flat_map(|(position, (peers, places))| {
        let name = phrases::peers(peers, lang);
        [Block::head(Role::Plain, heading(position, &name)), Block::Table(table(results, places, lang))]
    });
    let tables: Vec<Block> = tables.collect();
    let how =
        if tables.is_empty() { words::nobody(lang) } else { words::ranked_by(!workspace.plan.kinds.is_empty(), lang) };
    let name = |&unit: &UnitIx| workspace.unit(unit).name.clone();
    let unranked: Vec<String> = ranking.unranked.iter().map(name).collect();
    let is_disputed = results.assessment.shares.iter().any(|one| one.verdict().disputed);
    let unranked = (!unranked.is_empty()).then(|| words::unranked(&unranked, is_disputed, lang));
    let mut blocks = vec![Block::plain(how)];
    blocks.extend(tables);
    blocks.extend(unranked.map(Block::plain));
    blocks
}

fn table(results: Results<'_>, places: &[Placed], lang: Lang) -> Table {
    let worst = |placed: &Placed| placed.pace.worst.map_or("", |tier| results.tier_name(tier));
    let number = |number: usize| Cell::bare(number.to_string());
    let columns: [Listed<'_, &Placed>; 6] = [
        (Column::numbers(lang.pick("名次", "place")), &|placed| number(placed.place)),
        (Column::prose(lang.pick("单位", "unit")), &|placed| Cell::text(&results.workspace.unit(placed.unit).name)),
        (Column::numbers(lang.pick("有要求份数", "due")), &|placed| number(placed.pace.due)),
        (Column::numbers(lang.pick("按序时份数", "on schedule")), &|placed| number(placed.pace.on_schedule)),
        (Column::numbers(lang.pick("有档次份数", "with a tier")), &|placed| number(placed.pace.with_tier)),
        (Column::words(lang.pick("最重档次", "worst tier")), &|placed| Cell::text(worst(placed))),
    ];
    listed(columns, places)
}
