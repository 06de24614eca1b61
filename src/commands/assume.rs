//! `--assume ITEM[@UNIT]=VALUE`: what is assumed to have been reported for the as-of month. Only commands that show
//! verdicts know it; nothing that is written or sent can rest on it.

use anyhow::{Result, anyhow};

use super::kinds::Assumed;
use super::{names, report};
use crate::load::occurrence_in;
use crate::model::{AsOf, Assumption, Item, ItemIx, Month, Occurrence, Reading, Recurring, UnitIx, Workspace};
use crate::problem::Problem;
use crate::text::{Lang, assume as words};

options! {
    /// What is assumed, as typed.
    #[derive(Default)]
    pub(super) struct Assumptions {
        assume: Vec<Assumed> = "--assume",
            "假定该月报了这个数，看结论会怎样：2.1=60、6.6@西火镇=3村（可重复）；只供参考",
            "Show what the verdict would be if this had been reported: 2.1=60, 6.6@xihuo=3 (repeatable)";
    }
}

impl Assumptions {
    pub(super) fn are_made(&self) -> bool {
        !self.assume.is_empty()
    }

    /// The workspace as it would be.
    pub(super) fn applied_to(&self, workspace: Workspace, as_of: AsOf, lang: Lang) -> Result<Workspace> {
        let mut assumed: Vec<Assumption> = Vec::new();
        for written in &self.assume {
            let one = read(written, &workspace, as_of, lang)?;
            let is_same = |known: &Assumption| known.share == one.share && known.reading.is_on_the_same(one.reading);
            if assumed.iter().any(is_same) {
                return Err(anyhow!(words::twice(written, lang)));
            }
            assumed.push(one);
        }
        let assuming = |workspace: Workspace, one| workspace.assuming(one, as_of);
        Ok(assumed.into_iter().fold(workspace, assuming))
    }
}

fn read(written: &str, workspace: &Workspace, as_of: AsOf, lang: Lang) -> Result<Assumption> {
    let not_one = || anyhow!(words::not_one(written, lang));
    // Chinese keyboards type the wide forms.
    let (whom, value) = written.split_once(['=', '＝']).ok_or_else(not_one)?;
    let (item, unit) = match whom.rsplit_once(['@', '＠']) {
        Some((item, unit)) => (item.trim(), Some(unit.trim())),
        None => (whom.trim(), None),
    };
    let value = value.trim();
    if item.is_empty() || value.is_empty() || unit.is_some_and(str::is_empty) {
        return Err(not_one());
    }
    let item_ix = names::item(item, workspace, lang)?;
    let unit = lead(unit, item_ix, value, workspace, lang)?;
    let item = workspace.item(item_ix);
    if !item.exists_at(as_of) {
        return Err(anyhow!(words::not_there_yet(&item.id, as_of.month, lang)));
    }
    let mut shares = workspace.shares_of(item_ix);
    let (share, of) = shares.find(|(_, share)| share.unit == unit).expect("a lead unit has a share");
    if !workspace.is_there(share, as_of) {
        let from = workspace.plan.kept_from(unit);
        return Err(anyhow!(words::not_kept_yet(&workspace.unit(unit).name, from, as_of.month, lang)));
    }
    let typed = report::reading_typed(item, value, as_of.month, lang)?;
    let (reading, detail) = match typed {
        report::Typed::Said(reading, detail) => (reading, detail),
        report::Typed::Occurrence { named, done, count } => {
            let due = occurrence(item, named, as_of.month, lang)?;
            if named.is_none() && done {
                let before = of.entries.iter().filter(|entry| entry.month <= as_of.month);
                let before: Vec<Reading> = before.map(|entry| entry.reading).collect();
                let recurring = item.schedule.recurring().expect("only recurring items have occurrences");
                is_clear(workspace.asked_of(of, recurring), recurring, whom.trim(), due, &before, lang)?;
            }
            (count.map_or(Reading::Occurrence { due, done }, |count| Reading::Times { due, count }), None)
        }
    };
    Ok(Assumption { share, reading, detail })
}

/// The unit named, else the only one.
fn lead(written: Option<&str>, item: ItemIx, value: &str, workspace: &Workspace, lang: Lang) -> Result<UnitIx> {
    let leads = workspace.leads_of(item);
    match (written, &leads[..]) {
        (Some(unit), _) => names::lead(Some(unit), item, workspace, lang),
        (None, [unit]) => Ok(*unit),
        (None, _) => {
            let id = &workspace.item(item).id;
            let known = names::listed(&leads, workspace);
            Err(anyhow!(words::which_unit(id, value, &known, lang)))
        }
    }
}

/// The occurrence that is meant, as the loader finds it.
fn occurrence(item: &Item, named: Option<Month>, month: Month, lang: Lang) -> Result<Month> {
    let recurring = item.schedule.recurring().expect("only recurring items have occurrences");
    occurrence_in(recurring, named, month).map_err(|(fault, known)| {
        let said = Problem::BadOccurrence { fault, known: known.clone() }.words(lang);
        anyhow!(words::no_such_occurrence(&item.id, &said.what, &known, lang))
    })
}

/// Whether it is clear which occurrence was done: an earlier one may be open.
fn is_clear(
    asked: &[Occurrence],
    recurring: &Recurring,
    whom: &str,
    taken: Month,
    before: &[Reading],
    lang: Lang,
) -> Result<()> {
    let is_done = |month: Month| before.iter().any(|reading| recurring.says_done(*reading, month) == Some(true));
    let dues = asked.iter().map(|one| one.due);
    let earlier: Vec<Month> = dues.take_while(|&due| due < taken).collect();
    let mut open: Vec<Month> = earlier.iter().rev().take_while(|&&due| !is_done(due)).copied().collect();
    open.reverse();
    if open.is_empty() {
        return Ok(());
    }
    Err(anyhow!(words::which_occurrence(whom, taken, &open, lang)))
}
