//! The year at a glance in letters: one line for each row, a letter for each month.

use super::super::plot::widest;
use super::super::{Canvas, label, legend_rows};
use super::{Heat, Square, Strip};
use crate::document::{Role, Row, Text, fitted};
use crate::text::Lang;
use crate::text::chart as words;

/// The widths for which it is laid out, with the cells of a month where there are not many and the most for units.
const FORMS: [(usize, usize, usize); 4] = [(120, 5, 18), (100, 4, 16), (80, 3, 14), (60, 3, 10)];
/// No name gets less.
const FEWEST: usize = 12;

pub(super) fn letters(heat: &Heat<'_>, lang: Lang) -> Vec<Vec<Row>> {
    let names: Vec<[String; 2]> = heat.strips.iter().map(|strip| heat.name(strip, lang)).collect();
    FORMS.iter().map(|form| rows(heat, &names, *form, lang)).collect()
}

fn rows(heat: &Heat<'_>, names: &[[String; 2]], (width, month, whose): (usize, usize, usize), lang: Lang) -> Vec<Row> {
    let count = heat.months().count();
    let whose = widest(names.iter().map(|[_, unit]| unit.as_str()), whose);
    let room = width.saturating_sub(whose + FEWEST + 2);
    // Where there are more months than room, the earliest are left out.
    let month = month.min(room / count.max(1)).max(1);
    let hidden = count.saturating_sub(room / month);
    let months = (count - hidden) * month;
    let most = width.saturating_sub(whose + months + 2);
    let name = widest(names.iter().map(|[name, _]| name.as_str()), most);
    let before = name + whose + 2;

    let mut rows: Vec<Row> = heads(heat, (before, month, hidden)).into();
    for (strip, [about, unit]) in heat.strips.iter().zip(names) {
        let mut row = vec![label(about, name), Text::with(Role::Muted, fitted(unit, whose) + " ")];
        row.extend(cells(heat, strip, (month, hidden)).row());
        rows.push(row);
    }
    rows.push(Vec::new());
    let mut legend: Vec<String> = heat.marks().into_iter().map(|mark| heat.meaning(mark, lang)).collect();
    legend.extend(words::heat_signs(lang));
    rows.extend(legend_rows(&legend, width, lang));
    rows
}

fn heads(heat: &Heat<'_>, (before, cell, hidden): (usize, usize, usize)) -> [Row; 2] {
    let shown = heat.months().skip(hidden);
    let width = before + shown.clone().count() * cell + 4;
    let (mut years, mut numbers) = (Canvas::blank(width), Canvas::blank(width));
    let (mut free, mut free_year) = (0, 0);
    for (nth, month) in shown.enumerate() {
        let at = before + nth * cell;
        if at >= free {
            let role = if month == heat.month() { Role::Strong } else { Role::Muted };
            let number = month.number().to_string();
            numbers.write(at, &number, role);
            free = at + number.len() + 1;
        }
        if at >= free_year && (nth == 0 || month.number() == 1) {
            years.write(at, &month.year().to_string(), Role::Muted);
            free_year = at + 5;
        }
    }
    [years.row(), numbers.row()]
}

fn cells(heat: &Heat<'_>, strip: &Strip<'_>, (cell, hidden): (usize, usize)) -> Canvas {
    let shown = strip.months.iter().skip(hidden);
    let mut canvas = Canvas::blank(shown.len() * cell);
    for (nth, square) in shown.enumerate() {
        if let Some(square) = square {
            let said: String = square.said().chars().take(cell).collect();
            canvas.write(nth * cell, &said, role(heat, square));
        }
    }
    canvas
}

fn role(heat: &Heat<'_>, square: &Square<'_>) -> Role {
    use crate::assess::Bucket;
    match crate::views::row::tier_role(heat.results, square.verdict.tier) {
        Role::Plain => match square.verdict.bucket {
            Bucket::Complete => Role::Good,
            Bucket::OnTrack => Role::Muted,
            _ => Role::Plain,
        },
        role => role,
    }
}
