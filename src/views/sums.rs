//! What several units have done together of what is split among them: leaders ask this first.

use serde::Serialize;

use super::results::Results;
use crate::assess::{ShareAssessment, Sum};
use crate::document::{Block, Role};
use crate::text::measure::{Measure, decimal};
use crate::text::{Lang, things as words};

/// The sums, a sentence each.
pub(super) fn sentences<'a>(
    results: Results<'_>,
    shares: impl IntoIterator<Item = &'a ShareAssessment>,
    lang: Lang,
) -> Vec<String> {
    let said = |sum: Sum| {
        let item = results.workspace.item(sum.item);
        let measure = Measure::of(item);
        let is_least = item.quantity.as_ref().is_some_and(|quantity| quantity.at_least);
        let [total, done, left] = [sum.total.ratio(), sum.done, sum.left].map(|number| measure.show(number, lang));
        let over = (sum.over.numerator() > 0).then(|| measure.show(sum.over, lang));
        let total = if is_least { words::at_least(&total, lang) } else { total };
        let title = format!("{} {}", item.id, item.title);
        words::sum(&title, (sum.units, sum.silent), &total, &done, &left, over.as_deref(), lang)
    };
    Sum::all(results.workspace, shares).into_iter().map(said).collect()
}

/// The sums under a heading; nothing where there are none.
pub(super) fn block<'a>(
    results: Results<'_>,
    shares: impl IntoIterator<Item = &'a ShareAssessment>,
    lang: Lang,
) -> Option<Block> {
    let said = sentences(results, shares, lang);
    (!said.is_empty()).then(|| Block::entry(Role::Strong, words::sums(lang), said))
}

/// The sums as JSON shows them; none where there are none.
pub(super) fn data<'a, 'v, S: IntoIterator<Item = &'a ShareAssessment>>(
    results: Results<'v>,
    shares: S,
) -> Option<impl Serialize + use<'a, 'v, S>> {
    let sums = Sum::all(results.workspace, shares);
    let sums = list!(sum in sums => {
        let item = results.workspace.item(sum.item);
        item: &item.id,
        title: &item.title,
        measure: Measure::of(item).unit(),
        units: sum.units,
        total: sum.total.to_string(),
        done: decimal(sum.done),
        over: decimal(sum.over),
        left: decimal(sum.left),
        never_reported: sum.silent,
    });
    (!sums.is_empty()).then(|| object! { sums: sums })
}
