//! The kinds of items, and how much of each is planned for a month.

use shangdang::model::Month;

use crate::random::Random;
use crate::words;

/// The months of the plan, and how many of them are reported on.
pub(crate) struct Period {
    pub(crate) start: Month,
    pub(crate) end: Month,
    pub(crate) reported: u32,
}

/// When something is due.
pub(crate) enum Kind {
    /// All of it by the close of a month.
    Due(Month),
    /// All of it by a day.
    DueDay(Month, u32),
    /// Levels in percent that hold until the next.
    Steps(Vec<(Month, u32)>),
    /// Levels in percent that are joined by an even pace, a month apart.
    Pace(Vec<(Month, u32)>),
    /// A number of things, with the amounts due; split between two leads where there are two.
    Quantity { total: u32, unit: &'static str, amounts: Vec<(Month, u32)>, portions: Option<[u32; 2]> },
    /// A duty that comes again: every so many months, with the word for it.
    Every(&'static str, u32),
    /// A duty that comes again in the months named.
    Months(Vec<Month>),
    /// A reading in tenths that has to be at least so much.
    AtLeast { target: u32, due: Month },
    /// A reading in hundredths that has to be below so much.
    Below { target: u32, due: Month },
    /// A duty without end, or one of a season.
    Standing(Option<&'static str>),
    /// No date is known yet.
    Unscheduled,
}

impl Kind {
    /// Draws a kind; things that are counted are what two leads most often share.
    pub(crate) fn draw(is_joint: bool, period: &Period, random: &mut Random) -> Self {
        if is_joint && random.happens(60) {
            return Self::quantity(true, period, random);
        }
        match random.below(100) {
            0..12 => Self::Due(period.some_month(random)),
            12..20 => Self::DueDay(period.some_month(random), random.between(5, 28)),
            20..44 => Self::Steps(period.levels(100, random)),
            44..53 => Self::pace(period, random),
            53..68 => Self::quantity(false, period, random),
            68..73 => Self::Every("month", 1),
            73..77 => Self::Every("quarter", 3),
            77..79 => Self::Every("half-year", 6),
            79..81 => Self::Months(vec![period.start.plus(3), period.start.plus(8)]),
            81..86 => Self::AtLeast { target: random.between(85, 95) * 10, due: period.some_month(random) },
            86..89 => Self::Below { target: random.between(20, 60), due: period.some_month(random) },
            89..93 => Self::Standing(None),
            93..96 => Self::Standing(Some(random.word(&["flood", "winter"]))),
            _ => Self::Unscheduled,
        }
    }

    fn pace(period: &Period, random: &mut Random) -> Self {
        let first = random.below(6).cast_signed() - 1;
        let length = random.between(2, 6);
        let level = |at: u32| (period.start.plus(first + at.cast_signed()), at * 100 / length);
        Self::Pace((0..=length).map(level).collect())
    }

    fn quantity(is_split: bool, period: &Period, random: &mut Random) -> Self {
        let total = random.between(8, 90);
        let first = random.between(total / 4, total / 2);
        Self::Quantity {
            total,
            unit: random.word(&words::COUNTED),
            amounts: period.levels(total, random),
            portions: is_split.then_some([first, total - first]),
        }
    }

    /// The planned curve in points of ten thousand: what is due at the close of which month.
    pub(crate) fn curve(&self) -> Vec<(Month, u32)> {
        let scaled = |points: &[(Month, u32)], whole: u32| {
            let scale = |&(month, level): &(Month, u32)| (month, level * 10_000 / whole);
            points.iter().map(scale).collect()
        };
        match self {
            Self::Due(month) | Self::DueDay(month, _) => vec![(*month, 10_000)],
            Self::Steps(points) | Self::Pace(points) => scaled(points, 100),
            Self::Quantity { total, amounts, .. } => scaled(amounts, *total),
            _ => Vec::new(),
        }
    }
}

impl Period {
    /// The last month that is reported on.
    pub(crate) fn last_reported(&self) -> Month {
        self.start.plus(self.reported.cast_signed() - 1)
    }

    /// A month by which something may well be due.
    fn some_month(&self, random: &mut Random) -> Month {
        let last = self.end.since(self.start).unsigned_abs();
        self.start.plus(random.between(2, last).cast_signed())
    }

    /// Two to four points that rise to `whole`.
    fn levels(&self, whole: u32, random: &mut Random) -> Vec<(Month, u32)> {
        let months = self.end.since(self.start).unsigned_abs() + 1;
        let count = random.between(2, 4);
        let point = |at: u32| {
            let month = self.start.plus((months * at / count).cast_signed() - 1);
            (month, whole * at / count)
        };
        (1..=count).map(point).collect()
    }
}
