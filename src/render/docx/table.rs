//! Tables: as wide as their text and no wider than the page. What does not fit is set smaller, then on a landscape
//! page, and only then are words broken that should not be.

use super::super::wrap::width;
use super::page::Way;
use super::paragraph::{border, of_runs, run};
use super::styles::{Style, size};
use crate::document::{Table, Text};

/// Space at the left and right of a cell's text, in twips.
const INSIDE: usize = 80;
/// No column of prose is made narrower than this, in cells of half a character.
const NARROWEST: usize = 12;
/// No column of words or figures needs to be wider than this, in cells; what is longer is broken.
const WIDEST: usize = 48;
/// The sizes to try, best first: 五号, 小五 and 六号, in half points.
const TRIES: [(Way, usize); 5] =
    [(Way::Upright, 21), (Way::Upright, 18), (Way::Across, 21), (Way::Across, 18), (Way::Across, 15)];
/// A row with fewer bytes in each cell stays on one page.
const SHORT: usize = 300;

/// How a table is laid on a page.
pub(super) struct Fitted {
    /// The orientation of the page.
    pub(super) way: Way,
    /// The size of its text, in half points.
    size: usize,
    /// The width of each column, in twips.
    widths: Vec<usize>,
}

impl Fitted {
    pub(super) fn of(table: &Table) -> Self {
        let columns: Vec<(usize, usize)> = (0..table.columns.len()).map(|column| cells_of(table, column)).collect();
        let fitting = TRIES.into_iter().find_map(|(way, size)| {
            let widths = fit(&columns, size, way.width())?;
            Some(Self { way, size, widths })
        });
        fitting.unwrap_or_else(|| {
            let [.., (way, size)] = TRIES;
            let widths = squeeze(&columns, size, way.width());
            Self { way, size, widths }
        })
    }
}

/// The least and the natural width of a column, in cells. The words of a heading may be one below the other.
fn cells_of(table: &Table, column: usize) -> (usize, usize) {
    let about = &table.columns[column];
    let head = about.head.shown();
    let cells = table.rows.iter().map(|row| width(row[column].text.shown()));
    let widest = cells.max().unwrap_or(0);
    let word = head.split(' ').map(width).max().unwrap_or(0);
    let natural = widest.max(width(head)).max(1);
    let least = if about.wraps { natural.min(NARROWEST) } else { widest.min(WIDEST) };
    (least.max(word.min(NARROWEST)).max(1), natural)
}

fn twips(cells: usize, size: usize) -> usize {
    // Five for each half point and half character, and a tenth more: the digits of a substitute font may be wider.
    cells * size * 11 / 2 + 2 * INSIDE
}

/// Widths with which no word is broken; what is left over goes to the columns that want more, the smallest demands
/// first.
fn fit(columns: &[(usize, usize)], size: usize, most: usize) -> Option<Vec<usize>> {
    let least = |cells| twips(cells, size);
    // If there is room, a sixth more lets even a wide font stay on one line.
    let wish = |cells| twips(cells, size) + cells * size;
    let mut widths: Vec<usize> = columns.iter().map(|&(cells, _)| least(cells)).collect();
    let mut room = most.checked_sub(widths.iter().sum())?;
    let mut wishes: Vec<(usize, usize)> =
        columns.iter().enumerate().map(|(column, &(_, natural))| (wish(natural) - widths[column], column)).collect();
    wishes.sort_unstable();
    let count = wishes.len();
    for (position, (wish, column)) in wishes.into_iter().enumerate() {
        let wider = wish.min(room / (count - position));
        widths[column] += wider;
        room -= wider;
    }
    Some(widths)
}

/// The page divided as the columns need it: words will be broken.
fn squeeze(columns: &[(usize, usize)], size: usize, most: usize) -> Vec<usize> {
    let needed: Vec<usize> = columns.iter().map(|&(least, _)| twips(least, size)).collect();
    let all: usize = needed.iter().sum();
    needed.iter().map(|&one| (one * most / all).max(1)).collect()
}

/// A table; its headings are repeated on every page.
pub(super) fn table(table: &Table, fitted: &Fitted) -> String {
    if table.columns.is_empty() {
        return String::new();
    }
    let grid: Vec<String> = fitted.widths.iter().map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#)).collect();
    let heads = table.columns.iter().map(|column| &column.head);
    let mut rows = row("<w:cantSplit/><w:tblHeader/>", heads.map(|head| (Style::CellHead, "", head)), fitted);
    for cells in &table.rows {
        let mut texts = cells.iter().map(|cell| cell.text.shown());
        let is_short = texts.all(|text| text.len() < SHORT);
        let about = if is_short { "<w:cantSplit/>" } else { "" };
        let cells = table.columns.iter().zip(cells).map(|(column, cell)| {
            let place = if column.is_right { RIGHT } else { "" };
            (Style::Cell, place, &cell.text)
        });
        rows.push_str(&row(about, cells, fitted));
    }
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
    let borders = sides.map(|side| border(side, "single", 4, 0, "000000")).concat();
    let inside = [("top", 25), ("left", INSIDE), ("bottom", 25), ("right", INSIDE)];
    let inside = inside.map(|(side, width)| format!("<w:{side} {}/>", wide(width))).concat();
    let all = wide(fitted.widths.iter().sum());
    let about = [
        format!(r#"<w:tblW {all}/><w:jc w:val="center"/><w:tblBorders>{borders}</w:tblBorders>"#),
        format!(r#"<w:tblLayout w:type="fixed"/><w:tblCellMar>{inside}</w:tblCellMar>"#),
    ];
    format!("<w:tbl><w:tblPr>{}</w:tblPr><w:tblGrid>{}</w:tblGrid>{rows}</w:tbl>", about.concat(), grid.concat())
}

fn wide(twips: usize) -> String {
    format!(r#"w:w="{twips}" w:type="dxa""#)
}

const RIGHT: &str = r#"<w:jc w:val="right"/>"#;

fn row<'a>(about: &str, cells: impl Iterator<Item = (Style, &'static str, &'a Text)>, fitted: &Fitted) -> String {
    let size = size(fitted.size);
    let cells: Vec<String> = cells
        .zip(&fitted.widths)
        .map(|((style, place, text), width)| {
            let about = format!(r#"<w:tcW {}/><w:vAlign w:val="center"/>"#, wide(*width));
            format!("<w:tc><w:tcPr>{about}</w:tcPr>{}</w:tc>", of_runs(style.id(), place, &run(&size, text)))
        })
        .collect();
    format!("<w:tr><w:trPr>{about}</w:trPr>{}</w:tr>", cells.concat())
}
