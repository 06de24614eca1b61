//! A workspace with no more of its reports than a question about one item needs: those of the units that answer for it, and
//! those of all units for the month asked about. What other units report on their own items changes nothing here.
//!
//! Nothing is left out where an answer could depend on it: where the knowledge of a day or a closed month is asked for,
//! where the month is not certain, or where anything that was read is wrong.

use super::Context;
use super::options::OneItem;
use super::session::{Session, load_listed, root};
use super::watch::watched;
use crate::assess::{AsOf, newest_expected};
use crate::load::{Keep, report_at};
use crate::model::{Month, UnitIx, Workspace};
use crate::source::{Content, SourceFile};

/// The workspace; none where all of it has to be read, or nothing can be.
pub(super) fn open<'c>(of: &OneItem, context: &'c Context) -> Option<Session<'c>> {
    if of.when.asks_what_was_known() {
        return None;
    }
    let root = root(context).ok()?;
    let wanted = |workspace: &Workspace, last: Month| -> Option<(Vec<UnitIx>, Month)> {
        let (item, _) = of.picked(workspace, context.lang).ok()?;
        let month = if of.when.is_newest() { last } else { of.when.as_of(workspace, context.lang).ok()?.month };
        // Whether anything is expected of others may rest on reports that would not be read.
        if workspace.units().any(|unit| workspace.plan.asks_only_while_open(unit, month)) {
            return None;
        }
        // Whose newest report due is of an earlier month is said to owe that one.
        let at = AsOf::close_of(month);
        let is_due_now = |unit| newest_expected(workspace, unit, at).is_none_or(|newest| newest == month);
        // Where that stands which has to be done before is said too.
        let before = workspace.item(item).after.iter().flat_map(|&before| workspace.leads_of(before));
        let units = workspace.leads_of(item).into_iter().chain(before).collect();
        workspace.units().all(is_due_now).then_some((units, month))
    };
    let mut loaded = watched(context, |watch| load_listed(&root, watch, Keep::All, Some(&wanted))).ok()?;
    // What would be warned of beside reports that were not read says nothing.
    let is_left_out = |file: &SourceFile| report_at(&file.path).is_some() && file.content == Content::NotRead;
    let is_whole = !loaded.sources.files.iter().any(is_left_out);
    if !is_whole {
        loaded.problems.clear();
    }
    let workspace = loaded.workspace.as_ref()?;
    let last_file = loaded.sources.files.iter().filter_map(|file| report_at(&file.path)).map(|(month, _)| month).max();
    let last_filed = workspace.reports.last().map(|report| report.month);
    let is_certain = !of.when.is_newest() || last_filed == last_file;
    let is_enough = is_certain && workspace.register.closings.is_empty();
    is_enough.then(|| Session::of(root, loaded, Vec::new(), context).expect("a workspace that holds"))
}
