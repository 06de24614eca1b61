//! The units by how they keep their schedule, departments and townships apart.

use super::findings::Findings;
use crate::assess::{Placed, Ranking};
use crate::document::{Block, Cell, Column, Table, Text};
use crate::model::UnitIx;
use crate::text::{Lang, phrases, ranking as words};

/// How ranks are given, a table under its heading for each kind of units, and who is not ranked.
pub(super) fn ranks(findings: Findings<'_>, heading: impl Fn(usize, &str) -> String, lang: Lang) -> Vec<Block> {
    let workspace = findings.workspace;
    let ranking = Ranking::of(workspace, findings.assessment);
    let kinds = [(phrases::departments(lang), &ranking.departments), (phrases::townships(lang), &ranking.territories)];
    let there = kinds.into_iter().filter(|(_, places)| !places.is_empty());
    let tables = there.enumerate().flat_map(|(position, (kind, places))| {
        let head = Block::Entry { head: Text::new(heading(position, kind)), lines: Vec::new() };
        [head, Block::Table(table(findings, places, lang))]
    });
    let tables: Vec<Block> = tables.collect();
    let how = if tables.is_empty() { words::nobody(lang) } else { words::ranked_by(lang) };
    let name = |&unit: &UnitIx| workspace.unit(unit).name.clone();
    let unranked: Vec<String> = ranking.unranked.iter().map(name).collect();
    let unranked = (!unranked.is_empty()).then(|| words::unranked(&unranked, lang));
    let said = |said: &str| Block::Paragraph(Text::new(said));
    let mut blocks = vec![said(how)];
    blocks.extend(tables);
    blocks.extend(unranked.map(|unranked| said(&unranked)));
    blocks
}

fn table(findings: Findings<'_>, places: &[Placed], lang: Lang) -> Table {
    let row = |placed: &Placed| {
        let pace = placed.pace;
        let worst = pace.worst.map_or("", |tier| findings.tier_name(tier));
        vec![
            Cell::bare(placed.place.to_string()),
            Cell::text(&findings.workspace.unit(placed.unit).name),
            Cell::bare(pace.due.to_string()),
            Cell::bare(pace.on_schedule.to_string()),
            Cell::bare(pace.with_tier.to_string()),
            Cell::text(worst),
        ]
    };
    let [place, unit, counts @ .., worst] = words::heads(lang);
    let columns = [Column::numbers(place), Column::prose(unit)].into_iter();
    let columns = columns.chain(counts.map(Column::numbers));
    Table { columns: columns.chain([Column::words(worst)]).collect(), rows: places.iter().map(row).collect() }
}
