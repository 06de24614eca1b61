//! A page for the terminal: as wide as it is, aligned under Chinese text, with colour only if it is wanted.
//!
//! Tables have no vertical lines: the box-drawing characters are of ambiguous width and break the alignment on older
//! Chinese consoles.

use comfy_table::{Attribute, Cell as TableCell, CellAlignment, Color, ContentArrangement};

use super::Screen;
use super::wrap::{width, wrap};
use crate::document::{Block, Column, Document, Official, Picture, Role, Row, Table, Text, joined};

/// No column of prose is made narrower than this, in cells, before others are left out.
const NARROWEST: usize = 8;
/// Space between columns, in cells.
const GAP: usize = 2;

/// Renders a page.
pub fn terminal(document: &Document, screen: Screen) -> String {
    let document = document.unfolded();
    let mut page = String::new();
    for (position, block) in document.blocks.iter().enumerate() {
        if matches!(block, Block::Signature(_)) {
            continue;
        }
        match position.checked_sub(1).map(|above| (&document.blocks[above], block)) {
            // What follows a heading, or runs on.
            None | Some((Block::Heading(_), _) | (Block::Paragraph(_) | Block::Title(_), Block::Paragraph(_))) => {}
            Some(_) => page.push('\n'),
        }
        match block {
            Block::Title(text) | Block::Heading(text) | Block::Paragraph(text) => {
                lines(&mut page, text, 0, screen);
            }
            Block::Entry { head, lines: about } => {
                lines(&mut page, head, 0, screen);
                for text in about {
                    lines(&mut page, text, 4, screen);
                }
            }
            Block::Verbatim(said) => {
                for text in said {
                    page.push_str(&paint(text.shown(), text.role, screen));
                    page.push('\n');
                }
            }
            Block::Table(block) => {
                page.push_str(&table(block, screen));
                page.push('\n');
            }
            Block::Roomy { full, full_legend, brief, brief_legend } => {
                let (chosen, legend) = if fits(full, screen) { (full, full_legend) } else { (brief, brief_legend) };
                page.push_str(&table(chosen, screen));
                page.push('\n');
                lines(&mut page, legend, 0, screen);
            }
            Block::Picture(picture) => letters(&mut page, picture, screen),
            Block::Signature(_) | Block::Chosen { .. } | Block::Fold { .. } | Block::Choice(_) => {}
            Block::Official(part) => official(&mut page, part, screen),
        }
    }
    page
}

/// The widest form of a picture for which there is room; if there is room for none, the narrowest.
fn letters(page: &mut String, picture: &Picture, screen: Screen) {
    let fits = |form: &&Vec<Row>| {
        let widest = form.iter().map(|row| row_width(row)).max().unwrap_or(0);
        screen.width.is_none_or(|most| widest <= most)
    };
    let mut forms = picture.letters.iter();
    let form = forms.find(fits).or_else(|| picture.letters.last());
    for row in form.into_iter().flatten() {
        let count = row.iter().rposition(|text| !text.shown().trim().is_empty()).map_or(0, |last| last + 1);
        for (position, text) in row[..count].iter().enumerate() {
            let is_last = position + 1 == count;
            let said = if is_last { text.shown().trim_end() } else { text.shown() };
            page.push_str(&paint(said, text.role, screen));
        }
        page.push('\n');
    }
}

/// The cells a row takes without trailing blanks.
fn row_width(row: &[Text]) -> usize {
    let said: String = row.iter().map(Text::shown).collect();
    width(said.trim_end())
}

/// A part of an official document, line by line; its place on paper does not matter here.
fn official(page: &mut String, part: &Official, screen: Screen) {
    let mut say = |text: &Text| lines(page, text, 0, screen);
    match part {
        Official::Mark(text) | Official::Addressee(text) | Official::Remark(text) => say(text),
        Official::Masthead { issuer, number: below, .. } | Official::Close { issuer, date: below } => {
            say(issuer);
            say(below);
        }
        Official::Title(broken) => say(&Text::with(Role::Strong, joined(broken))),
        Official::AnnexNote { head, names } => {
            say(head);
            for name in names {
                lines(page, name, 4, screen);
            }
        }
        Official::Annex { label, title } => {
            say(label);
            say(&Text::new(joined(title)));
        }
        Official::Colophon { copies, printed } => {
            let printed = printed.iter().flat_map(|(by, on)| [by, on]);
            copies.iter().chain(printed).for_each(say);
        }
    }
}

fn lines(page: &mut String, text: &Text, indent: usize, screen: Screen) {
    let most = screen.width.map_or(usize::MAX, |width| width.saturating_sub(indent));
    for line in wrap(text.shown(), most) {
        page.push_str(&" ".repeat(indent));
        page.push_str(&paint(&line, text.role, screen));
        page.push('\n');
    }
}

fn paint(line: &str, role: Role, screen: Screen) -> String {
    let style = anstyle_of(role);
    if screen.has_colour && style != anstyle::Style::new() {
        format!("{style}{line}{style:#}")
    } else {
        line.to_owned()
    }
}

fn anstyle_of(role: Role) -> anstyle::Style {
    use anstyle::{AnsiColor, Style};
    let colour = |colour: AnsiColor| colour.on_default();
    match role {
        Role::Plain => Style::new(),
        Role::Good => colour(AnsiColor::Green),
        Role::Notice => colour(AnsiColor::Yellow),
        Role::Serious => colour(AnsiColor::Magenta),
        Role::Grave => colour(AnsiColor::Red).bold(),
        Role::Muted => Style::new().dimmed(),
        Role::Strong => Style::new().bold(),
    }
}

fn table(table: &Table, screen: Screen) -> String {
    let columns = || 0..table.columns.len();
    let natural: Vec<usize> = columns().map(|column| natural_width(table, column)).collect();
    let widths = layout(&table.columns, &natural, screen.width).or_else(|| {
        // Numbers are never broken, but the words above them may be.
        let broken: Vec<usize> = columns()
            .map(|column| if table.columns[column].is_right { longest_word(table, column) } else { natural[column] })
            .collect();
        layout(&table.columns, &broken, screen.width)
    });
    match widths {
        Some(widths) => grid(table, &widths, screen),
        None => records(table, screen),
    }
}

/// Whether there is room for a table without anything broken or left out.
fn fits(table: &Table, screen: Screen) -> bool {
    let widths = (0..table.columns.len()).map(|column| natural_width(table, column) + GAP);
    let needed = widths.sum::<usize>().saturating_sub(GAP);
    screen.width.is_none_or(|most| needed <= most)
}

/// One line for each cell, for screens on which no table fits.
fn records(table: &Table, screen: Screen) -> String {
    let mut page = String::new();
    for row in &table.rows {
        for (column, cell) in table.columns.iter().zip(row) {
            if cell.text.shown().is_empty() {
                continue;
            }
            let said = format!("{} {}", column.head.shown(), cell.text.shown());
            for line in wrap(said.trim_start(), screen.width.unwrap_or(usize::MAX)) {
                page.push_str(&paint(&line, cell.text.role, screen));
                page.push('\n');
            }
        }
        page.push('\n');
    }
    page.trim_end().to_owned()
}

fn grid(table: &Table, widths: &[Option<usize>], screen: Screen) -> String {
    let shown: Vec<usize> = (0..table.columns.len()).filter(|&column| widths[column].is_some()).collect();
    let fit = |text: &str, column: usize| wrap(text, widths[column].unwrap_or(usize::MAX)).join("\n");

    let mut page = comfy_table::Table::new();
    page.load_style(comfy_table::presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    if screen.has_colour {
        page.enforce_styling();
    } else {
        page.force_no_tty();
    }
    page.set_header(shown.iter().map(|&column| {
        let head = fit(table.columns[column].head.shown(), column);
        cell(&head, table.columns[column].is_right, Role::Strong)
    }));
    page.add_row(shown.iter().map(|&column| TableCell::new("-".repeat(widths[column].unwrap_or(0)))));
    for row in &table.rows {
        page.add_row(shown.iter().map(|&column| {
            let text = &row[column].text;
            cell(&fit(text.shown(), column), table.columns[column].is_right, text.role)
        }));
    }
    for column in page.column_iter_mut() {
        column.set_padding((0, u16::try_from(GAP).unwrap_or(0)));
    }
    page.trim_fmt()
}

fn cell(text: &str, is_right: bool, role: Role) -> TableCell {
    let cell = TableCell::new(text).set_alignment(if is_right { CellAlignment::Right } else { CellAlignment::Left });
    match role {
        Role::Plain => cell,
        Role::Good => cell.fg(Color::Green),
        Role::Notice => cell.fg(Color::Yellow),
        Role::Serious => cell.fg(Color::Magenta),
        Role::Grave => cell.fg(Color::Red).add_attribute(Attribute::Bold),
        Role::Muted => cell.add_attribute(Attribute::Dim),
        Role::Strong => cell.add_attribute(Attribute::Bold),
    }
}

fn natural_width(table: &Table, column: usize) -> usize {
    widest_cell(table, column).max(width(table.columns[column].head.shown()))
}

fn longest_word(table: &Table, column: usize) -> usize {
    let words = table.columns[column].head.shown().split(' ').map(width);
    words.fold(widest_cell(table, column), usize::max)
}

fn widest_cell(table: &Table, column: usize) -> usize {
    let cells = table.rows.iter().map(|row| width(row[column].text.shown()));
    cells.max().unwrap_or(0)
}

/// The width of each column, none for those left out: first prose is narrowed, then columns go by rank, highest first.
/// None at all if even then there is no room.
fn layout(columns: &[Column], natural: &[usize], most: Option<usize>) -> Option<Vec<Option<usize>>> {
    let mut widths: Vec<Option<usize>> = natural.iter().copied().map(Some).collect();
    let Some(most) = most else {
        return Some(widths);
    };
    let narrowest = |column: usize| {
        if columns[column].wraps { natural[column].min(NARROWEST) } else { natural[column] }
    };
    let needed = |widths: &[Option<usize>]| -> usize {
        let shown = (0..widths.len()).filter(|&column| widths[column].is_some());
        shown.map(|column| narrowest(column) + GAP).sum::<usize>().saturating_sub(GAP)
    };
    while needed(&widths) > most {
        let droppable = (0..columns.len()).filter(|&column| widths[column].is_some() && columns[column].rank > 0);
        let dropped = droppable.max_by_key(|&column| columns[column].rank)?;
        widths[dropped] = None;
    }
    // What is left over goes to the prose, the shorter first so that no room is wasted on it.
    let mut room = most.saturating_sub(needed(&widths));
    let mut prose: Vec<usize> =
        (0..columns.len()).filter(|&column| columns[column].wraps && widths[column].is_some()).collect();
    prose.sort_by_key(|&column| natural[column]);
    for (position, &column) in prose.iter().enumerate() {
        let fair = room / (prose.len() - position);
        let wider = (natural[column] - narrowest(column)).min(fair);
        widths[column] = Some(narrowest(column) + wider);
        room -= wider;
    }
    Some(widths)
}
