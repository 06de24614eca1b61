//! The parts of official documents in a browser: in their order, set apart by place and rule as on paper.

use std::fmt::Write;

use super::super::markup::escape;
use super::{Level, element, entry};
use crate::document::{Official, Text};

pub(super) fn part(page: &mut String, part: &Official, level: &mut Level) {
    match part {
        Official::Mark(text) => element(page, "p", "mark", text),
        Official::Masthead { issuer, number, .. } => {
            page.push_str("<header>\n");
            element(page, "p", "issuer", issuer);
            element(page, "p", "centred", number);
            page.push_str("</header>\n");
        }
        Official::Title(lines) => {
            title(page, "h1", lines);
            *level = Level::Sections;
        }
        Official::Addressee(text) => element(page, "p", "addressee", text),
        Official::AnnexNote { head, names } => entry(page, head, names),
        Official::Close { issuer, date } => {
            page.push_str("<div class=\"close\">\n");
            element(page, "p", "", issuer);
            element(page, "p", "", date);
            page.push_str("</div>\n");
        }
        Official::Remark(text) => element(page, "p", "", text),
        Official::Annex { label, title: lines } => {
            element(page, "p", "annex", label);
            title(page, "h2", lines);
            *level = Level::Parts;
        }
        Official::Colophon { copies, printed } => {
            page.push_str("<footer>\n");
            let printed = printed.iter().flat_map(|(by, on)| [by, on]);
            for text in copies.iter().chain(printed) {
                element(page, "p", "", text);
            }
            page.push_str("</footer>\n");
        }
    }
}

fn title(page: &mut String, name: &str, lines: &[Text]) {
    let lines: Vec<String> = lines.iter().map(|line| escape(line.shown())).collect();
    let _ = writeln!(page, "<{name} class=\"centred\">{}</{name}>", lines.join("<br/>"));
}
