//! One change in the files: of what, in which respect, from what, to what.

use chrono::NaiveDate;

use crate::model::{
    Basis, Detail, Figure, Item, Moment, Month, Quantity, Ratio, Reading, Reports, Rhythm, Rung, Task, Threshold, Unit,
    UnitKind,
};
use crate::source::Place;

/// Which of the two states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// The earlier one.
    Before,
    /// The later one.
    After,
}

/// A change in the files.
#[derive(Clone, Debug)]
pub struct Edit<'a> {
    /// Of what.
    pub subject: Subject<'a>,
    /// In which respect.
    pub aspect: Aspect<'a>,
    /// What was said before; none if it is new.
    pub before: Option<Value<'a>>,
    /// What is said now; none if it is gone.
    pub after: Option<Value<'a>>,
    /// Where it is now, or was if it is gone.
    pub place: Option<(Version, Place)>,
}

/// What was changed.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// A report.
    Report {
        /// The unit that files it.
        unit: &'a Unit,
        /// For which month.
        month: Month,
    },
    /// What a report says on one item.
    Entry {
        /// The unit that files it.
        unit: &'a Unit,
        /// For which month.
        month: Month,
        /// The item it is about.
        item: &'a Item,
    },
    /// The plan as a whole.
    Plan,
    /// A unit.
    Unit(&'a Unit),
    /// A rung of the ladder.
    Tier(&'a Rung),
    /// A task.
    Task(&'a Task),
    /// An item.
    Item(&'a Item),
}

/// The respect in which something was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect<'a> {
    /// It is new, or gone.
    Whole,
    /// A draft was filed, or a report taken back to a draft.
    Filing,
    /// 报送日期
    Submitted,
    /// 填报人
    Reporter,
    /// 审核人
    Approver,
    /// 读数
    Reading,
    /// The day on which it was reached.
    On,
    /// 说明
    Note,
    /// 存在问题
    Problem,
    /// 下一步
    Next,
    /// 附件
    Attachments,
    /// Title of the plan, a task or an item.
    Title,
    /// First month.
    Start,
    /// Last month.
    End,
    /// Day of the month by which reports are due.
    ReportDay,
    /// The report day of one month.
    ReportDayOf(Month),
    /// Whether it is sample data.
    Sample,
    /// Name of a unit or tier.
    Name,
    /// Official name.
    FullName,
    /// Kind of unit.
    Kind,
    /// Whether the unit files reports.
    Reports,
    /// 跟踪期: the last month that can be assessed.
    TrackUntil,
    /// 起报月
    ReportsFrom,
    /// 报送周期
    ReportsEvery,
    /// Months from which a tier applies.
    Months,
    /// Clause a tier rests on.
    Clause,
    /// Section of the plan.
    Section,
    /// Clause an item comes from.
    Source,
    /// Where the deadline comes from.
    Basis,
    /// 责任单位
    Lead,
    /// The rank between lead and support.
    Responsible,
    /// Whether that is judged.
    Judged,
    /// 配合单位
    Support,
    /// What a supporting unit has to do.
    Duty(&'a Unit),
    /// In what the source contradicts itself.
    Disputed,
    /// What has to be done before.
    After,
    /// 重点工作
    Key,
    /// What is counted.
    Quantity,
    /// One lead's part of the quantity.
    Portion(&'a Unit),
    /// One milestone.
    Milestone(Moment),
    /// The schedule as a whole.
    Schedule,
}

/// What was said.
#[derive(Clone, Debug)]
pub enum Value<'a> {
    /// Words.
    Text(&'a str),
    /// Several words.
    Texts(&'a [String]),
    /// Units, or things that are counted, by name.
    Units(Vec<&'a str>),
    /// A reading on an item, with what it names.
    Reading(Reading, Option<&'a Detail>, &'a Item),
    /// A number of entries.
    Entries {
        /// All of them.
        count: usize,
        /// Those that say what counted before; they are not listed.
        unchanged: usize,
    },
    /// A report that is not filed yet.
    Draft,
    /// A day.
    Day(NaiveDate),
    /// A month.
    Month(Month),
    /// A number.
    Number(u32),
    /// A number of months of lag.
    Threshold(Threshold),
    /// Yes or no.
    Flag(bool),
    /// When a unit files reports.
    Reports(Reports),
    /// For which months reports are asked.
    Rhythm(&'a Rhythm),
    /// A kind of unit.
    Kind(&'a UnitKind),
    /// Where a deadline comes from.
    Basis(Basis),
    /// What is counted.
    Quantity(&'a Quantity),
    /// An amount of what is counted.
    Amount(Figure, &'a Item),
    /// What a milestone asks for, in percent of the item.
    Level(Ratio, &'a Item),
    /// The schedule of an item.
    Schedule(&'a Item),
}

impl<'a> Edit<'a> {
    pub(super) fn new(
        subject: Subject<'a>,
        aspect: Aspect<'a>,
        before: Option<Value<'a>>,
        after: Option<Value<'a>>,
    ) -> Self {
        Self { subject, aspect, before, after, place: None }
    }

    pub(super) fn at(self, version: Version, place: Place) -> Self {
        Self { place: Some((version, place)), ..self }
    }
}

/// Words, if there are any.
pub(super) fn words(text: &str) -> Option<Value<'_>> {
    (!text.is_empty()).then_some(Value::Text(text))
}
