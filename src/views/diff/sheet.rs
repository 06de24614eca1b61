//! A comparison as one flat table: a row for every change in the files, then one for every verdict that is another.

use super::super::causes::pushed;
use super::super::columns::{Columns as _, table};
use super::super::register::Recorded;
use super::super::row::{Share, lag_cell, shown};
use super::{Diff, actual, causes, words};
use crate::compare::{Aspect, Edit, ShareOnSide, Shift, Subject, Version};
use crate::document::{Cell, Table};
use crate::model::{Item, Month, Unit};
use crate::text::{Lang, terms};

pub(super) fn sheet(diff: &Diff<'_>, lang: Lang) -> Table {
    let edits = diff.comparison.edits.iter().map(Difference::Edit);
    let shifts = diff.comparison.shifts.iter().filter_map(|shift| Some((shift, shift.after.or(shift.before)?)));
    let shifts = shifts.map(|(shift, on_side)| Difference::Shift(shift, on_side));
    table(Differing::ALL, edits.chain(shifts).map(|found| (diff, found)), lang)
}

/// A row: a change in the files, or of a verdict, with how the share stands, or stood where it is gone.
pub(in crate::views) enum Difference<'a> {
    Edit(&'a Edit<'a>),
    Shift(&'a Shift<'a>, ShareOnSide<'a>),
}

use Difference::{Edit as Edited, Shift as Shifted};

columns! {
    /// The columns of `diff`.
    pub(in crate::views) Differing of (&'a Diff<'a>, Difference<'a>) as row, lang;
    Section: words { "类别", "section" }
        means { "文件的改动，还是结论的变化", "a change in the files, or of a verdict" } unit TEXT
        from { "比较两个状态得出", "from comparing the two states" }
        => Cell::text(match &row.1 {
            Edited(edit) => {
                words::edit_word(matches!(edit.subject, Subject::Report { .. } | Subject::Entry { .. }), lang)
            }
            Shifted(shift, _) => words::shift_word(shift.before.is_none(), shift.after.is_none(), lang),
        });
    Unit: words like Share::Unit => Cell::text(row.1.of().0.map_or("", |unit| &unit.name));
    Month: words like Recorded::Month => shown(row.1.of().1, |month| Cell::code(month.to_string()));
    Item: words like Share::Item => shown(row.1.of().2, |item| Cell::code(&item.id));
    Title: words like Share::Title => Cell::text(match &row.1 {
        Edited(Edit { subject: Subject::Task(task), .. }) => &task.title,
        Edited(Edit { subject: Subject::Tier(rung), .. }) => &rung.name,
        difference => difference.of().2.map_or("", |item| &item.title),
    });
    What: words { "内容", "what" }
        means { "改的是哪一项", "what was changed" } unit TEXT
        from { "比较两个状态得出", "from comparing the two states" }
        => Cell::text(match &row.1 {
            Edited(edit) => what(edit, lang),
            Shifted(..) => Share::Tier.head(lang).to_owned(),
        });
    Before: words { "原来", "before" }
        means { "前一个状态怎样", "as it was in the first state" } unit TEXT
        from { "比较两个状态得出", "from comparing the two states" }
        => match &row.1 {
            Edited(edit) => shown(edit.before.as_ref(), |value| Cell::text(words::value(Some(value), lang))),
            Shifted(shift, _) => tier(row.0, Version::Before, shift.before, lang),
        };
    After: words { "现在", "after" }
        means { "后一个状态怎样", "as it is in the second state" } unit TEXT
        from { "比较两个状态得出", "from comparing the two states" }
        => match &row.1 {
            Edited(edit) => shown(edit.after.as_ref(), |value| Cell::text(words::value(Some(value), lang))),
            Shifted(shift, _) => tier(row.0, Version::After, shift.after, lang),
        };
    ActualBefore: words { "原实际", "actual before" }
        means { "前一个状态的实际完成", "actual in the first state" } unit FIGURE
        from { "比较两个状态得出", "from comparing the two states" }
        => shown(row.1.on_side(Version::Before).and_then(|on_side| actual(on_side, lang)), Cell::text);
    ActualAfter: words { "现实际", "actual after" }
        means { "后一个状态的实际完成", "actual in the second state" } unit FIGURE
        from { "比较两个状态得出", "from comparing the two states" }
        => shown(row.1.on_side(Version::After).and_then(|on_side| actual(on_side, lang)), Cell::text);
    LagBefore: numbers { "原滞后月", "months late before" }
        means { "前一个状态滞后几个月", "lag in the first state" } unit MONTHS
        from { "按那个状态的文件核算", "assessed from the files of that state" }
        => lag_cell(row.1.on_side(Version::Before).and_then(|on_side| on_side.verdict().lag));
    LagAfter: numbers { "现滞后月", "months late after" }
        means { "后一个状态滞后几个月", "lag in the second state" } unit MONTHS
        from { "按那个状态的文件核算", "assessed from the files of that state" }
        => lag_cell(row.1.on_side(Version::After).and_then(|on_side| on_side.verdict().lag));
    Change: words like Share::Change => {
        shown(row.1.shift().and_then(|shift| shift.change), |change| Cell::text(terms::change(change, lang)))
    };
    Cause: words { "缘由", "because" }
        means { "结论为什么变了", "why the verdict is another" } unit TEXT
        from { "比较两个状态得出", "from comparing the two states" }
        => shown(row.1.shift(), |shift| {
            Cell::text(causes::short_causes(&pushed(&shift.causes, |cause| row.0.cause(cause, lang)), lang))
        });
    Place: words like Recorded::Place => {
        let place = match &row.1 {
            Edited(edit) => edit.place,
            Shifted(shift, _) => shift.causes.all.iter().find_map(|cause| cause.place),
        };
        shown(place, |place| Cell::text(row.0.at(place)))
    };
}

impl<'a> Difference<'a> {
    /// Of which unit, month and item it is.
    fn of(&self) -> (Option<&'a Unit>, Option<Month>, Option<&'a Item>) {
        match self {
            Self::Edit(edit) => of(&edit.subject),
            Self::Shift(_, on_side) => (Some(on_side.unit), Some(on_side.verdict().month), Some(on_side.item)),
        }
    }

    fn shift(&self) -> Option<&'a Shift<'a>> {
        match self {
            Self::Edit(_) => None,
            Self::Shift(shift, _) => Some(shift),
        }
    }

    fn on_side(&self, version: Version) -> Option<ShareOnSide<'a>> {
        self.shift().and_then(|shift| match version {
            Version::Before => shift.before,
            Version::After => shift.after,
        })
    }
}

fn tier(diff: &Diff<'_>, version: Version, on_side: Option<ShareOnSide<'_>>, lang: Lang) -> Cell {
    shown(on_side, |on_side| Cell::text(diff.tier(version, on_side.verdict(), lang)))
}

fn what(edit: &Edit<'_>, lang: Lang) -> String {
    match (edit.aspect, edit.subject) {
        (Aspect::Whole, _) => words::event(edit.after.is_some(), "", lang),
        (aspect, Subject::Tier(_) | Subject::Task(_)) => {
            let about = words::subject(&edit.subject, lang);
            format!("{about} {}", words::aspect(aspect, lang))
        }
        (aspect, _) => words::aspect(aspect, lang),
    }
}

/// Of which unit, month and item a change is.
pub(super) fn of<'a>(subject: &Subject<'a>) -> (Option<&'a Unit>, Option<Month>, Option<&'a Item>) {
    match *subject {
        Subject::Report { unit, month } => (Some(unit), Some(month), None),
        Subject::Entry { unit, month, item } => (Some(unit), Some(month), Some(item)),
        Subject::Item(item) => (None, None, Some(item)),
        Subject::Unit(unit) => (Some(unit), None, None),
        Subject::Plan | Subject::Tier(_) | Subject::Task(_) => (None, None, None),
    }
}
