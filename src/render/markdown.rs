//! A page as Markdown, for pasting into documents and for git forges.

use std::fmt::Write;

use crate::document::{Block, Document, Official, Table, joined};

/// Renders a page.
pub fn markdown(document: &Document) -> String {
    let document = document.unfolded();
    let mut page = String::new();
    for block in &document.blocks {
        if matches!(block, Block::Signature(_)) {
            continue;
        }
        if !page.is_empty() {
            page.push('\n');
        }
        match block {
            Block::Title(text) => line(&mut page, "# ", text.shown()),
            Block::Heading(text) => line(&mut page, "## ", text.shown()),
            Block::Paragraph(text) => line(&mut page, "", text.shown()),
            Block::Entry { head, lines } => {
                let _ = writeln!(page, "- **{}**", escape(head.shown()));
                for text in lines {
                    line(&mut page, "  - ", text.shown());
                }
            }
            Block::Verbatim(said) => {
                // Indented by four, it needs no fence that the text itself could end.
                for text in said {
                    indented(&mut page, text.shown());
                }
            }
            Block::Table(block) => table(&mut page, block),
            Block::Roomy { full, full_legend, .. } => {
                table(&mut page, full);
                page.push('\n');
                line(&mut page, "", full_legend.shown());
            }
            Block::Picture(picture) => {
                line(&mut page, "", picture.title.shown());
                page.push('\n');
                // As for text shown exactly as it is: a fence could be ended by the text.
                for row in picture.letters.first().into_iter().flatten() {
                    indented(&mut page, &joined(row));
                }
            }
            Block::Signature(_) | Block::Chosen { .. } | Block::Fold { .. } | Block::Choice(_) => {}
            Block::Official(part) => official(&mut page, part),
        }
    }
    page
}

fn official(page: &mut String, part: &Official) {
    match part {
        Official::Mark(text) => line(page, "> ", text.shown()),
        Official::Masthead { issuer, number, .. } => {
            let _ = writeln!(page, "**{}**\n", escape(issuer.shown()));
            line(page, "", number.shown());
        }
        Official::Title(lines) => line(page, "# ", &joined(lines)),
        Official::Addressee(text) | Official::Remark(text) => line(page, "", text.shown()),
        Official::AnnexNote { head, names } => {
            line(page, "", head.shown());
            for name in names {
                page.push('\n');
                line(page, "", name.shown());
            }
        }
        Official::Close { issuer, date } => {
            let _ = writeln!(page, "{}\n", escape(issuer.shown()));
            line(page, "", date.shown());
        }
        Official::Annex { label, title } => {
            let _ = writeln!(page, "---\n\n{}\n", escape(label.shown()));
            line(page, "# ", &joined(title));
        }
        Official::Colophon { copies, printed } => {
            page.push_str("---\n");
            if let Some(copies) = copies {
                page.push('\n');
                line(page, "", copies.shown());
            }
            if let Some((by, on)) = printed {
                page.push('\n');
                let _ = writeln!(page, "{}　{}", escape(by.shown()), escape(on.shown()));
            }
        }
    }
}

fn line(page: &mut String, prefix: &str, text: &str) {
    let _ = writeln!(page, "{prefix}{}", escape(text));
}

fn indented(page: &mut String, text: &str) {
    let _ = writeln!(page, "{}", format!("    {text}").trim_end());
}

fn table(page: &mut String, table: &Table) {
    let row = |page: &mut String, cells: &mut dyn Iterator<Item = String>| {
        let cells: Vec<String> = cells.collect();
        let _ = writeln!(page, "| {} |", cells.join(" | "));
    };
    row(page, &mut table.columns.iter().map(|column| escape(column.head.shown())));
    row(page, &mut table.columns.iter().map(|column| if column.is_right { "---:" } else { "---" }.to_owned()));
    for cells in &table.rows {
        row(page, &mut cells.iter().map(|cell| escape(cell.text.shown())));
    }
}

/// Whatever Markdown or HTML could take for markup is shown as it is.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' => {
                escaped.push('\\');
                escaped.push(character);
            }
            _ => escaped.push(character),
        }
    }
    escaped
}
