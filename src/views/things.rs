//! 对象: which of the things that a share has to do are done, and which are missing.

use serde::Serialize;

use super::plain;
use super::results::Results;
use crate::assess::{ShareAssessment, Verdict};
use crate::model::Entry;
use crate::text::{Lang, things as words};

/// The names of its things that a share lacks at a verdict, in the order of the plan; none where the plan names none.
pub(super) fn missing<'a>(results: Results<'a>, assessed: &ShareAssessment, verdict: &Verdict) -> Vec<&'a str> {
    let (share, item) = (results.share(assessed), results.item(assessed));
    let missing = share.missing_at(results.evidence(assessed, verdict));
    item.quantity.as_ref().map_or_else(Vec::new, |quantity| quantity.names(missing).collect())
}

/// 尚缺：西村、南村; none where none is missing.
pub(super) fn lacking(
    results: Results<'_>,
    assessed: &ShareAssessment,
    verdict: &Verdict,
    lang: Lang,
) -> Option<String> {
    let missing = missing(results, assessed, verdict);
    (!missing.is_empty()).then(|| words::lacking(&missing, lang))
}

/// What an entry names as done, as JSON shows it; none where it names nothing.
pub(super) fn named<'a>(
    results: Results<'a>,
    assessed: &ShareAssessment,
    entry: &Entry,
) -> Option<impl Serialize + Send + use<'a>> {
    let (share, item) = (results.share(assessed), results.item(assessed));
    let detail = share.detail_of(entry)?;
    Some(object! { names: plain::names(Some(detail), item) })
}

/// What is done and what is missing, as JSON shows it; none where the plan names no things.
pub(super) fn data<'a>(results: Results<'a>, assessed: &'a ShareAssessment) -> Option<impl Serialize + Send + use<'a>> {
    let (share, item, verdict) = (results.share(assessed), results.item(assessed), assessed.verdict());
    let quantity = item.quantity.as_ref().filter(|_| !share.objects.is_empty())?;
    let done = results.evidence(assessed, verdict).and_then(|entry| share.done_by(entry)).unwrap_or_default();
    let done: Vec<&str> = quantity.names(done.iter().copied()).collect();
    Some(object! { objects: object! { done: done, missing: missing(results, assessed, verdict) } })
}
