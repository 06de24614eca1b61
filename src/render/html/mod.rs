//! A page as one HTML file for the browser: no script, nothing from the network, no other files. It follows the
//! reader's choice of light or dark and prints on A4.
//!
//! It is well-formed XML as well, so that any parser can show that no text has become a tag.

mod live;
mod official;
mod script;
mod style;

use std::fmt::Write;

use super::markup::escape;
use super::palette::DARK;
use super::svg;
use crate::document::{Block, Column, Document, Role, Table, Tags, Text};
use crate::text::Lang;
use style::{DIGEST, STYLE};

/// Renders a page.
pub fn html(document: &Document, lang: Lang) -> String {
    let name = document.name().map(|name| escape(&name));
    // Only an interactive page has a script, and the policy allows no other.
    let is_live = |block: &Block| matches!(block, Block::Choice(_));
    let is_live = document.blocks.iter().any(is_live);
    let policy = if is_live { format!(" script-src '{}';", script::DIGEST) } else { String::new() };
    let mut page = String::from("<!DOCTYPE html>\n");
    let _ = write!(
        page,
        concat!(
            "<html lang=\"{lang}\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<meta charset=\"utf-8\"/>\n",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';{policy} style-src '{digest}'; ",
            "base-uri 'none'; form-action 'none'\"/>\n",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n",
            "<meta name=\"referrer\" content=\"no-referrer\"/>\n",
            "<title>{title}</title>\n<style>{style}{pictures}</style>\n</head>\n<body>\n<main>\n"
        ),
        lang = lang.pick("zh-Hans", "en"),
        policy = policy,
        digest = DIGEST,
        title = name.unwrap_or_else(|| "shangdang".to_owned()),
        style = STYLE,
        pictures = DARK,
    );
    // The first title names the page; each further one names a part of it, with sections of its own.
    let mut level = Level::Page;
    for one in &document.blocks {
        block(&mut page, one, &mut level);
    }
    page.push_str("</main>\n");
    if is_live {
        let _ = writeln!(page, "<script>{}</script>", script::SCRIPT);
    }
    page.push_str("</body>\n</html>\n");
    page
}

/// How many titles the next block is under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Page,
    Sections,
    Parts,
}

fn block(page: &mut String, block: &Block, level: &mut Level) {
    match block {
        Block::Title(text) => {
            let name = match level {
                Level::Page => "h1",
                Level::Sections | Level::Parts => "h2",
            };
            element(page, name, "", text);
            *level = match level {
                Level::Page => Level::Sections,
                Level::Sections | Level::Parts => Level::Parts,
            };
        }
        Block::Heading(text) => {
            let name = match level {
                Level::Page | Level::Sections => "h2",
                Level::Parts => "h3",
            };
            element(page, name, "", text);
        }
        Block::Paragraph(text) => element(page, "p", "", text),
        Block::Entry { head, lines } if lines.is_empty() => element(page, "p", "strong", head),
        Block::Entry { head, lines } => entry(page, head, lines),
        Block::Verbatim(lines) => {
            let lines: Vec<String> = lines.iter().map(|line| escape(line.shown())).collect();
            // A line end at the start of the element does not belong to it.
            let _ = writeln!(page, "<pre>\n{}</pre>", lines.join("\n"));
        }
        Block::Table(full) => table(page, full, &[]),
        Block::Chosen { table: full, tags } => table(page, full, tags),
        Block::Fold { head, tags, blocks } => live::fold(page, head, tags, blocks, level),
        Block::Choice(choice) => live::choice(page, choice),
        Block::Roomy { full, full_legend, .. } => {
            table(page, full, &[]);
            element(page, "p", "legend", full_legend);
        }
        Block::Picture(picture) => {
            for sheet in &picture.sheets {
                page.push_str("<figure class=\"wide\">\n");
                page.push_str(&svg::element(sheet, picture, ""));
                page.push_str("</figure>\n");
            }
        }
        Block::Signature(lines) => {
            page.push_str("<ul class=\"signature\">\n");
            for line in lines {
                element(page, "li", "", line);
            }
            page.push_str("</ul>\n");
        }
        Block::Official(part) => official::part(page, part, level),
    }
}

/// An element with a text, on a line of its own.
fn element(page: &mut String, name: &str, class: &str, text: &Text) {
    let class = classes(&[class, role(text.role)]);
    let _ = writeln!(page, "<{name}{class}>{}</{name}>", escape(text.shown()));
}

/// A head line and what belongs to it.
fn entry(page: &mut String, head: &Text, lines: &[Text]) {
    page.push_str("<dl>\n");
    element(page, "dt", "", head);
    for line in lines {
        element(page, "dd", "", line);
    }
    page.push_str("</dl>\n");
}

fn classes(names: &[&str]) -> String {
    let names: Vec<&str> = names.iter().copied().filter(|name| !name.is_empty()).collect();
    if names.is_empty() { String::new() } else { format!(" class=\"{}\"", names.join(" ")) }
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Plain => "",
        Role::Good => "good",
        Role::Notice => "notice",
        Role::Serious => "serious",
        Role::Grave => "grave",
        Role::Muted => "muted",
        Role::Strong => "strong",
    }
}

/// A table with more columns is set smaller on paper.
const MANY: usize = 12;

/// A table; with tags for its rows it can be filtered and sorted.
fn table(page: &mut String, table: &Table, tags: &[Tags]) {
    let place = |column: &Column| match (column.is_right, column.wraps) {
        (true, _) => "number",
        (false, true) => "prose",
        (false, false) => "",
    };
    let class = classes(&["wide", if table.columns.len() > MANY { "many" } else { "" }]);
    let chosen = classes(&[if tags.is_empty() { "" } else { "chosen" }]);
    let _ = write!(page, "<div{class}>\n<table{chosen}>\n<thead>\n<tr>");
    for column in &table.columns {
        let class = classes(&[place(column)]);
        // A heading without words heads nothing.
        let (name, scope) = match column.head.shown() {
            "" => ("td", ""),
            _ => ("th", " scope=\"col\""),
        };
        let head = escape(column.head.shown());
        let _ = write!(page, "<{name}{scope}{class}>{head}</{name}>");
    }
    page.push_str("</tr>\n</thead>\n<tbody>\n");
    for (row, cells) in table.rows.iter().enumerate() {
        let tags = tags.get(row).map(live::attributes).unwrap_or_default();
        let _ = write!(page, "<tr{tags}>");
        for (position, (column, cell)) in table.columns.iter().zip(cells).enumerate() {
            let class = classes(&[place(column), role(cell.text.role)]);
            // The first cell says what the row is about.
            let (name, scope) = match position {
                0 => ("th", " scope=\"row\""),
                _ => ("td", ""),
            };
            let said = escape(cell.text.shown());
            // Rows are sorted by the number, not by how it is shown.
            let number = cell.number.as_ref().filter(|_| !tags.is_empty());
            let number = number.map(|number| format!(" data-n=\"{}\"", escape(number)));
            let number = number.unwrap_or_default();
            let _ = write!(page, "<{name}{scope}{class}{number}>{said}</{name}>");
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody>\n</table>\n</div>\n");
}
