//! What an item wants in the column of figures.

use std::sync::Arc;

use crate::model::{Compare, Figure, Indicator, Item, Scale, Schedule};

/// More names than this are not read in a message.
const MOST_NAMED: usize = 40;

/// What an item wants in the column of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// 0 to 100.
    Percent,
    /// Cumulative amount in this unit.
    Amount {
        /// 村
        unit: String,
        /// It comes whole only.
        is_whole: bool,
    },
    /// How many stand at one stage, in this unit.
    Standing {
        /// 村
        unit: String,
        /// It comes whole only.
        is_whole: bool,
    },
    /// A measured value in this unit.
    Value {
        /// `%`, `mg/L`, or nothing.
        unit: String,
        /// The two bounds between which it should lie, where there are two and they do not change.
        between: Option<(Figure, Figure)>,
    },
    /// A count out of so many.
    CountOf {
        /// 个
        unit: String,
        /// So many.
        of: Figure,
    },
    /// A class of a scale.
    Class {
        /// The scale.
        scale: Arc<Scale>,
    },
    /// Done or not done.
    Occurrence,
    /// How often so far within the period.
    Times {
        /// How often it is asked for.
        asked: u32,
    },
    /// Which of these are done.
    Names {
        /// All of them.
        of: Vec<String>,
    },
    /// Whether the one that the row names is done.
    Tick,
    /// Normal or with a problem.
    State,
    /// Percent, or a word, where nothing was planned.
    PercentOrState,
    /// An amount, or a word, where nothing was planned.
    AmountOrState {
        /// 村
        unit: String,
    },
}

impl Wanted {
    /// What an item wants to be reported in.
    pub fn of(item: &Item) -> Self {
        match (&item.schedule, &item.quantity) {
            (Schedule::Recurring(recurring), _) if recurring.is_counted() => Self::Times { asked: recurring.times },
            (Schedule::Recurring(_), _) => Self::Occurrence,
            (Schedule::Curve(_) | Schedule::Unscheduled, Some(quantity)) if !quantity.objects.is_empty() => {
                Self::Names { of: quantity.objects.clone() }
            }
            (Schedule::Indicator(indicator), _) => Self::of_indicator(indicator),
            (Schedule::Standing { .. }, _) => Self::State,
            (Schedule::Curve(_) | Schedule::Stages(_), None) => Self::Percent,
            (Schedule::Unscheduled, None) => Self::PercentOrState,
            (Schedule::Stages(_), Some(quantity)) => {
                Self::Standing { unit: quantity.unit.clone(), is_whole: quantity.whole }
            }
            (Schedule::Curve(_), Some(quantity)) => {
                Self::Amount { unit: quantity.unit.clone(), is_whole: quantity.whole }
            }
            (Schedule::Unscheduled, Some(quantity)) => Self::AmountOrState { unit: quantity.unit.clone() },
        }
    }

    fn of_indicator(indicator: &Indicator) -> Self {
        let unit = indicator.unit.clone();
        match (&indicator.scale, indicator.of, indicator.targets()) {
            (Some(scale), ..) => Self::Class { scale: scale.clone() },
            (None, Some(of), _) => Self::CountOf { unit, of },
            (None, None, [target]) if indicator.compare == Compare::Between => {
                Self::Value { unit, between: Some((target.bound, target.upper)) }
            }
            _ => Self::Value { unit, between: None },
        }
    }

    /// What a figure is counted in; none where no figure is wanted, or nothing says what in.
    pub fn unit(&self) -> Option<&str> {
        let unit = match self {
            Self::Percent | Self::PercentOrState => "%",
            Self::Amount { unit, .. }
            | Self::Standing { unit, .. }
            | Self::Value { unit, .. }
            | Self::CountOf { unit, .. }
            | Self::AmountOrState { unit } => unit,
            Self::Occurrence
            | Self::Times { .. }
            | Self::Names { .. }
            | Self::Tick
            | Self::State
            | Self::Class { .. } => return None,
        };
        (!unit.trim().is_empty()).then_some(unit)
    }

    /// Whether a figure is in percent, so that 0.35 may mean 35.
    pub fn is_percent(&self) -> bool {
        match self {
            Self::Percent | Self::PercentOrState => true,
            Self::Value { unit, .. } => unit == "%",
            _ => false,
        }
    }
}

say! { lang;
    /// What to enter, shown beside an input cell.
    pub(super) fn prompt(wanted: &Wanted) {
        match wanted {
            Wanted::Percent => {
                "填 0 到 100，最多两位小数，35 就是 35%；不足 1% 的带百分号，如 0.5%",
                "0 to 100, at most two decimals: 35 is 35 %; below 1 % with the sign: 0.5%"
            }
            Wanted::PercentOrState => { "填 0 到 100 的百分数，或填“正常”“有问题”", "percent, 0 to 100, or normal / problem" }
            Wanted::Amount { unit, .. } => { "填累计完成数，只填数字，不写“{unit}”", "the number done so far, without `{unit}`" }
            Wanted::Standing { unit, .. } => {
                "填月末停在这一阶段的数，已到后面阶段的不算；没有的填 0，不写“{unit}”",
                "how many stand at this stage now, those beyond it not counted; 0 where none does; without `{unit}`"
            }
            Wanted::AmountOrState { unit } => {
                "填累计完成数，不写“{unit}”；或填“正常”“有问题”", "the number done so far, without `{unit}`; or normal / problem"
            }
            Wanted::Value { between: Some((lower, upper)), unit } => {
                "填最新的数，只填数字；要求在 {lower} 和 {upper}{unit} 之间", "the newest value, the number only; between {lower} and {upper}{unit} is required"
            }
            Wanted::CountOf { unit, of } => { "填达到的个数，如 15（共{of}{unit}）；不填百分数", "how many of {of} {unit}, such as 15; no percentage" }
            Wanted::Value { unit, .. } if unit == "%" => {
                "填最新的数，如 88.5；在 1 与 -1 之间的带百分号，如 -0.8%",
                "the newest value, such as 88.5; between -1 and 1 with the sign: -0.8%"
            }
            Wanted::Value { .. } => { "填最新的指标值，只填数字", "the newest value, the number only" }
            Wanted::State | Wanted::Occurrence | Wanted::Class { .. } => { "从下拉框里选", "choose from the list" }
            Wanted::Times { asked } => {
                "填本期累计做了几次（每期至少{asked}次），只填整数", "how often so far within the period (at least {asked}), a whole number"
            }
            Wanted::Tick => {
                "做完了的选√；还没做完的空着，或选×；以前报过做完的不用再填", "√ if it is done; leave empty, or ×, if it is not; what was reported before need not be ticked again"
            }
            Wanted::Names { .. } => { "填已经完成的是哪几个，全部写上", "the names of all that are done so far" }
        }
    }

    /// What to write where this is wanted.
    pub(super) fn instead(wanted: &Wanted) {
        match wanted {
            Wanted::Percent => { "填 0 到 100 的数，如 35 或 62.5", "enter 0 to 100, such as 35 or 62.5" }
            Wanted::Amount { unit, .. } => { "填累计完成了多少{unit}，只填数字，如 5", "enter how many {unit} are done so far, such as 5" }
            Wanted::Standing { unit, .. } => {
                "填月末停在这一阶段上的有多少{unit}，只填数字；没有的填 0",
                "enter how many {unit} stand at this stage now, such as 5; 0 where none does"
            }
            Wanted::CountOf { unit, of } => {
                "填{of}{unit}里面达到的个数，如 15，不填百分数", "enter how many of the {of} {unit}, such as 15, not a percentage"
            }
            Wanted::Class { scale } => {
                let classes = lang.list(&scale.classes);
                "填其中一级：{classes}", "enter one of: {classes}"
            }
            Wanted::Value { unit, .. } if unit.is_empty() => {
                "填测得的数，只填数字，如 91.2", "enter the measured value, the number only, such as 91.2"
            }
            Wanted::Value { unit, .. } => {
                "填测得的数（{unit}），只填数字，如 91.2", "enter the measured value, the number only, such as 91.2"
            }
            Wanted::Occurrence => { "填“已完成”或“未完成”", "enter `done` or `not done`" }
            Wanted::Times { asked } => {
                "填本期累计做了几次，整数，如 {asked}", "enter how often so far within the period, such as {asked}"
            }
            Wanted::Tick => { "做完的填√，没有做完的填×，或空着", "enter √ if it is done, × or nothing if it is not" }
            Wanted::Names { of } => {
                let names = lang.list(of.iter().take(MOST_NAMED));
                "填已经完成的是哪几个，全部写上，用顿号隔开，都没有完成的填“无”；名单：{names}",
                "enter the names of all that are done so far, or `none`; the list: {names}"
            }
            Wanted::State => { "填“正常”或“有问题”", "enter `normal` or `problem`" }
            Wanted::PercentOrState => { "填 0 到 100 的数，或填“正常”“有问题”", "enter 0 to 100, or `normal` or `problem`" }
            Wanted::AmountOrState { unit } => {
                "填累计完成了多少{unit}，或填“正常”“有问题”",
                "enter how many {unit} are done so far, or `normal` or `problem`"
            }
        }
    }
}
