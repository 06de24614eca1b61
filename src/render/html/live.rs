//! Parts of an interactive page: rows and folds with what they are about, and the bar to filter by.

use std::fmt::Write;

use super::super::markup::escape;
use super::{Level, block, element};
use crate::document::{Block, Choice, Tags, Text};

/// The names under which the script knows what a part is about.
const NAMES: [&str; 3] = ["unit", "task", "tier"];

/// What a part is about, as attributes; what is about nothing in particular is shown whatever the filter.
pub(super) fn attributes(tags: &Tags) -> String {
    if *tags == Tags::default() {
        return String::new();
    }
    let values = [&tags.unit, &tags.task, &tags.tier];
    let attribute = |(name, value): (&str, &String)| {
        let value = escape(Text::new(value).shown());
        format!(" data-{name}=\"{value}\"")
    };
    let all = NAMES.into_iter().zip(values).map(attribute);
    all.collect::<Vec<_>>().concat()
}

pub(super) fn fold(page: &mut String, head: &Text, tags: &Tags, blocks: &[Block], level: &mut Level) {
    let _ = writeln!(page, "<details{}>", attributes(tags));
    element(page, "summary", "", head);
    for inside in blocks {
        block(page, inside, level);
    }
    page.push_str("</details>\n");
}

/// Hidden until the script has shown that it runs.
pub(super) fn choice(page: &mut String, choice: &Choice) {
    page.push_str("<form id=\"choose\" hidden=\"hidden\">\n");
    let all = escape(choice.all.shown());
    for (name, head) in NAMES.into_iter().zip(&choice.heads) {
        let head = escape(head.shown());
        let _ =
            writeln!(page, "<label>{head} <select name=\"{name}\"><option value=\"\">{all}</option></select></label>");
    }
    let (shown, reset) = (escape(choice.shown.shown()), escape(choice.reset.shown()));
    let _ = writeln!(
        page,
        "<span>{shown} <output aria-live=\"polite\"></output></span>\n<button type=\"button\">{reset}</button>\n</form>"
    );
}
