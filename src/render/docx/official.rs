//! The parts of official documents on paper, where GB/T 9704-2012 puts them: clauses 7.2 to 7.4, and 10.1 for letters.

use super::super::wrap::width;
use super::page::{CHARACTER, Way};
use super::paragraph::{border, empty, of_runs, plain_run, run, with};
use super::styles::{OFF_GRID, Style, exact, size};
use crate::document::{Form, Official, Text};

/// 发文机关标志 may be as large as 22 mm, and no wider than the type area: in half points.
const LARGEST: usize = 104;
/// The top edge of 发文机关标志 is 35 mm below that of the type area (7.2.4).
const BELOW_TOP: usize = 1_984;
/// Half a character.
const HALF: usize = CHARACTER / 2;

/// Writes a part.
pub(super) fn part(written: &mut String, part: &Official) {
    match part {
        // It is in the headers.
        Official::Mark(_) => {}
        Official::Masthead { form: Form::Circular, issuer, number } => {
            let height = size_of(issuer) * 10;
            let about = format!(r#"<w:spacing w:before="{BELOW_TOP}" w:line="{height}" w:lineRule="exact"/>"#);
            written.push_str(&letters(issuer, &about));
            blank(written, 2);
            // The rule is 4 mm below the number (7.2.7), as wide as the type area.
            written.push_str(&with(Style::Number, &rule("bottom", "single", 16, 6), number));
        }
        Official::Masthead { number, .. } => {
            // 7/8 of a character below the rule, on the right (10.1).
            let about = r#"<w:spacing w:before="140" w:line="579" w:lineRule="exact"/><w:jc w:val="right"/>"#;
            written.push_str(&with(Style::Number, about, number));
        }
        Official::Title(lines) => {
            blank(written, 2);
            titles(written, lines);
        }
        Official::Addressee(text) => {
            blank(written, 1);
            written.push_str(&with(Style::Addressee, "", text));
        }
        Official::AnnexNote { head, names } => {
            blank(written, 1);
            for (position, name) in names.iter().enumerate() {
                written.push_str(&annex_note(head, name, position == 0));
            }
        }
        Official::Close { issuer, date } => {
            blank(written, 1);
            let (issuer_in, date_in) = close(width(issuer.shown()), width(date.shown()));
            let inward = |half: usize| format!(r#"<w:ind w:right="{}"/><w:jc w:val="right"/>"#, half * HALF);
            let keep = format!("<w:keepNext/>{}", inward(issuer_in));
            written.push_str(&with(Style::Closing, &keep, issuer));
            written.push_str(&with(Style::Closing, &inward(date_in), date));
        }
        Official::Remark(text) => written.push_str(&with(Style::Body, "", text)),
        Official::Annex { label, title } => {
            written.push_str(&with(Style::AnnexLabel, "<w:pageBreakBefore/>", label));
            blank(written, 1);
            titles(written, title);
        }
        Official::Colophon { copies, printed } => {
            written.push_str(&colophon(copies.as_ref(), printed.as_ref()));
            written.push_str(&empty(Style::Gap, ""));
        }
    }
}

/// A title, in lines as broken by sense.
fn titles(written: &mut String, lines: &[Text]) {
    let about = r#"<w:spacing w:before="0" w:after="0" w:line="640" w:lineRule="exact"/>"#;
    for line in lines {
        written.push_str(&with(Style::Title, about, line));
    }
}

/// Empty lines of the text.
fn blank(written: &mut String, lines: usize) {
    written.push_str(&empty(Style::Body, "<w:keepNext/>").repeat(lines));
}

/// How large 发文机关标志 is, in half points: striking, and in one line.
fn size_of(issuer: &Text) -> usize {
    let characters = width(issuer.shown()).div_ceil(2).max(1);
    // Two half points to 20 twips.
    (Way::Upright.width() / 10 / characters).clamp(32, LARGEST)
}

fn letters(issuer: &Text, about: &str) -> String {
    let size = format!("<w:rPr>{}</w:rPr>", size(size_of(issuer)));
    of_runs(Style::Issuer.id(), about, &plain_run(&size, issuer.shown()))
}

/// A red rule along a paragraph, this many eighths of a point thick and this many points from its text.
fn rule(side: &str, kind: &str, thick: usize, space: usize) -> String {
    format!("<w:pBdr>{}</w:pBdr>", border(side, kind, thick, space, "FF0000"))
}

/// The issuer's name of a letter and the double rule below it, thick above thin.
pub(super) fn letterhead(issuer: &Text, beside: usize) -> String {
    let height = size_of(issuer) * 10;
    let rule = rule("bottom", "thickThinSmallGap", 24, 8);
    letters(issuer, &[rule, exact(height), outward(beside)].concat())
}

/// The double rule at the foot of a letter, thin above thick.
pub(super) fn foot_rule(beside: usize) -> String {
    let rule = rule("bottom", "thinThickSmallGap", 24, 0);
    empty(Style::Gap, &[&rule, OFF_GRID, &exact(20), &outward(beside)].concat())
}

/// Beyond the type area at either side.
fn outward(beside: usize) -> String {
    format!(r#"<w:ind w:left="-{beside}" w:right="-{beside}"/>"#)
}

/// How far from the right the issuer's name and the date are, in half characters: the date four characters in, the name
/// centred above it (7.3.5.1); a name that is too long for that pushes the date in.
fn close(issuer: usize, date: usize) -> (usize, usize) {
    const DATE_IN: usize = 8;
    match (2 * DATE_IN + date).checked_sub(issuer) {
        Some(twice) => (twice / 2, DATE_IN),
        None => (0, (issuer - date) / 2),
    }
}

/// Two characters in, the numbers below each other (7.3.4).
fn annex_note(head: &Text, name: &Text, is_first: bool) -> String {
    let before = width(head.shown());
    let (left, hanging) = (4 + before, if is_first { before } else { 0 });
    let about = format!(r#"<w:keepNext/><w:ind w:left="{}" w:hanging="{}"/>"#, left * HALF, hanging * HALF);
    let said = if is_first { format!("{}{}", head.shown(), name.shown()) } else { name.shown().to_owned() };
    with(Style::Closing, &about, &Text::new(said))
}

/// 版记 at the foot of the last page: rules as wide as the type area, 0.35 mm above and below, 0.25 mm between (7.4).
/// The imprint of a letter has neither rules nor a printer. Paragraphs that share a frame are in it together.
fn colophon(copies: Option<&Text>, printed: Option<&(Text, Text)>) -> String {
    let place = r#"w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom""#;
    let frame = format!(r#"<w:framePr w:w="{}" {place}/>"#, Way::Upright.width());
    let rules = [("top", 8), ("bottom", 8), ("between", 6)];
    let rules = rules.map(|(side, thick)| border(side, "single", thick, 0, "000000")).concat();
    let rules = if printed.is_some() { format!("<w:pBdr>{rules}</w:pBdr>") } else { String::new() };
    let row = |inside: &str| of_runs(Style::Colophon.id(), &format!("{frame}{rules}"), inside);
    let copies = copies.map(|copies| row(&run("", copies)));
    let printed = printed.map(|(by, on)| row(&format!("{}<w:r><w:tab/></w:r>{}", run("", by), run("", on))));
    [copies, printed].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::close;

    #[test]
    fn the_issuer_stands_in_the_middle_above_the_date() {
        // 区水利局 above 2022年7月5日: 8 and 12 half characters.
        assert_eq!(close(8, 12), (10, 8));
        // A name wider than twice what is to the right of the middle.
        assert_eq!(close(40, 12), (0, 14));
        assert_eq!(close(28, 12), (0, 8));
    }
}
