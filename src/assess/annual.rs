//! 年度考核: how every share stands against what the plan asks by the close of a year. The verdict at that close decides;
//! lateness is not computed again.
//!
//! It covers the shares of key items and of binding indicators. What the year does not ask for stands on no list: a
//! *standing* duty, an *unscheduled* item, and one of which *nothing is asked* in the year, for nothing falls due in it and
//! nothing older is open. Every other share goes in exactly one place, the first of these that fits:
//!
//! 1. something is open that no exemption excuses: less than the plan asks for at the close, an occurrence of the year
//!    missed for good, or a check that failed what the unit claims as done. It is *unfinished*; or, where the source
//!    contradicts itself and nobody has settled it by the close, *undecided*;
//! 2. everything open is excused: the exemption covers the close, or the month in which a missed occurrence was due. It
//!    is *exempt*;
//! 3. the unit says that all of it is done and nobody has checked: *unverified*, neither finished nor disputed;
//! 4. the plan has got what it asks for by the close: *met*, even if that is half of an item of several years.
//!
//! A year is over when a report for its last month, or for a later one, has come in, or when that month is closed: where
//! reports are not asked for every month, none may be due then. Before that the same comparison is a preview: what was
//! delivered so far against what is asked by the close. Tiers, filings and notices are counted only up to the newest
//! month with a report, because later months have not happened yet.

use crate::model::{
    AnnualAssessment, Curve, Lag, Month, Notice, NoticeStanding, Outcome, Ratio, Schedule, ShareIx, Terms, Tier,
    UnitIx, Workspace, shown_by_id,
};

use super::evidence::Evidence;
use super::judge::exemption_at;
use super::verification;
use super::{AsOf, Assessment, Check, FaultyReports, Filed, Filings, ShareAssessment, Undone, Verdict};

/// How a share stands at the close of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum YearEnd {
    /// 达到年度要求
    Met,
    /// 未完成
    Unfinished,
    /// 自报完成未核验
    Unverified,
    /// 豁免
    Exempt,
    /// 待核定
    Disputed,
    /// 常态
    Standing,
    /// 无计划
    Unscheduled,
    /// 年内没有要求
    NotAsked,
}

impl YearEnd {
    /// All of them with their stable ids, in the order used by every summary.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::Met, "met"),
        (Self::Unfinished, "unfinished"),
        (Self::Unverified, "unverified"),
        (Self::Exempt, "exempt"),
        (Self::Disputed, "disputed"),
        (Self::Standing, "standing"),
        (Self::Unscheduled, "unscheduled"),
        (Self::NotAsked, "not-asked"),
    ];

    /// Its stable id.
    pub fn id(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// Whether the plan gives anything to judge by.
    pub fn is_judged(self) -> bool {
        !matches!(self, Self::Disputed | Self::Standing | Self::Unscheduled | Self::NotAsked)
    }
}

shown_by_id!(YearEnd);

/// Counts by how shares stand; they add up to the number of shares.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YearEnds([usize; YearEnd::ALL.len()]);

impl YearEnds {
    /// Counts shares.
    pub fn of<'a>(shares: impl IntoIterator<Item = &'a ShareYear>) -> Self {
        let mut counts = Self::default();
        for share in shares {
            counts.0[share.end as usize] += 1;
        }
        counts
    }

    /// How many stand this way.
    pub fn count(self, end: YearEnd) -> usize {
        self.0[end as usize]
    }

    /// How many can be judged.
    pub fn judged(self) -> usize {
        let all = self.iter().filter(|(end, _)| end.is_judged());
        all.map(|(_, count)| count).sum()
    }

    /// All counts, in the order used by every summary.
    pub fn iter(self) -> impl Iterator<Item = (YearEnd, usize)> {
        YearEnd::ALL.iter().map(|&(end, _)| end).zip(self.0)
    }
}

/// The year of one share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareYear {
    /// The share.
    pub share: ShareIx,
    /// 重点工作
    pub is_key: bool,
    /// 约束性指标
    pub is_binding: bool,
    /// How it stands at the close.
    pub end: YearEnd,
    /// The months of the year with a tier, as far as they have passed.
    pub tiers: Vec<(Month, Tier)>,
    /// How many of those months are presumed.
    pub presumed: usize,
    /// The occurrences of the year that are not done.
    pub undone: Undone,
    /// 核验: the last check of what is claimed as done, made before the close or after it.
    pub check: Option<Check>,
    /// The month for which it was first reported complete, if it has stayed complete since, that month is in the year
    /// and no occurrence of the year was missed; never of an indicator, which has readings.
    pub finished: Option<Month>,
    /// 完成迟延, if it was finished in the year and had a deadline.
    pub finish_delay: Option<Lag>,
    /// Whether an exemption covers any month of the year.
    pub was_exempt: bool,
}

impl ShareYear {
    /// The worst tier of the year, and the first month that reached it.
    pub fn worst(&self) -> Option<(Tier, Month)> {
        let worst = self.tiers.iter().map(|&(_, tier)| tier).max()?;
        let first = self.tiers.iter().find(|(_, tier)| *tier == worst)?;
        Some((worst, first.0))
    }

    /// The months of the year with a tier, counted by rung from the lowest.
    pub fn months_by_tier(&self, rungs: usize) -> Vec<usize> {
        let mut months = vec![0; rungs];
        for (_, tier) in &self.tiers {
            months[tier.0] += 1;
        }
        months
    }

    /// Whether it was finished late: done, but after its deadline.
    pub fn is_finished_late(&self) -> bool {
        self.finish_delay.is_some_and(Lag::is_some)
    }
}

/// The year of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitYear {
    /// The unit.
    pub unit: UnitIx,
    /// How its shares stand.
    pub ends: YearEnds,
    /// The worst tier of the year.
    pub worst: Option<Tier>,
    /// Share-months with a tier, by rung from the lowest: two shares with a warning in one month count as two.
    pub months_by_tier: Vec<usize>,
    /// Notices issued and not withdrawn, by rung from the lowest.
    pub notices: Vec<usize>,
    /// Notices issued and withdrawn.
    pub withdrawn: usize,
    /// 缺项: occurrences of the year missed for good.
    pub skipped: usize,
    /// 迟报: months with a late report.
    pub late: usize,
    /// 未报: months without a report.
    pub missing: usize,
    /// Shares that were exempt in any month of the year.
    pub exempt: usize,
    /// The shares finished late, each with its delay.
    pub delays: Vec<(ShareIx, Lag)>,
    /// 年度考核: the result that people entered, as its position in the register.
    pub assessment: Option<usize>,
}

impl UnitYear {
    /// The longest finish delay.
    pub fn longest_delay(&self) -> Option<Lag> {
        self.delays.iter().map(|&(_, delay)| delay).max()
    }
}

/// A year, compared with what the plan asks by its close.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annual {
    /// The year.
    pub year: i32,
    /// Its first month in the plan.
    pub first: Month,
    /// Its last month in the plan, whose close decides.
    pub close: Month,
    /// The last month that counts as past; none if no report of the year has come in.
    pub through: Option<Month>,
    /// Whether the year is over, as far as the files tell.
    pub is_over: bool,
    /// The months of the year for which any report has come in.
    pub reported: Vec<Month>,
    /// The shares of key items and of binding indicators, in the order of the workspace.
    pub shares: Vec<ShareYear>,
    /// Every unit of the plan, in its order.
    pub units: Vec<UnitYear>,
}

impl Annual {
    /// Looks back on the year whose last month the assessment is of.
    pub fn of(workspace: &Workspace, assessment: &Assessment) -> Self {
        let as_of = assessment.as_of;
        let (plan, close) = (&workspace.plan, as_of.month);
        let year = close.year();
        let (first, _) = plan.months_of(year).unwrap_or((close, close));
        let known = workspace.reports.iter();
        let known = known.filter(|report| report.is_known_by(as_of.known_by, plan));
        let mut reported: Vec<Month> = known.map(|report| report.month).collect();
        reported.sort_unstable();
        reported.dedup();
        let closings = workspace.register.closings.iter();
        let closings = closings.filter(|closing| closing.reopened.is_none() && as_of.knows(closing.date));
        let newest = closings.map(|closing| closing.month).chain(reported.last().copied()).max();
        let is_over = newest.is_some_and(|newest| newest >= close);
        reported.retain(|month| (first..=close).contains(month));
        let through = if is_over { Some(close) } else { reported.last().copied() };
        let span = Span { workspace, as_of, first, through };
        let shares: Vec<ShareYear> = assessment.shares.iter().filter_map(|assessed| span.share(assessed)).collect();
        let filings = through.map(|month| {
            let at = AsOf { month, ..as_of };
            Filings::of(workspace, at, &FaultyReports::new())
        });
        let units = workspace.units().map(|unit| span.unit(unit, &shares, filings.as_ref())).collect();
        Self { year, first, close, through, is_over, reported, shares, units }
    }

    /// The year of one share that the review covers.
    pub fn share(&self, share: ShareIx) -> Option<&ShareYear> {
        let position = self.shares.binary_search_by_key(&share, |year| year.share);
        position.ok().map(|position| &self.shares[position])
    }
}

/// Whether a verdict is on a binding indicator.
fn is_binding(workspace: &Workspace, assessed: &ShareAssessment) -> bool {
    terms(workspace, assessed).schedule.indicator().is_some_and(|indicator| indicator.binding)
}

/// What was in force for a share.
fn terms<'a>(workspace: &'a Workspace, assessed: &ShareAssessment) -> Terms<'a> {
    let share = workspace.share(assessed.share);
    assessed.verdict().terms(workspace.item(share.item), share)
}

/// What the review of a year needs throughout.
#[derive(Clone, Copy)]
struct Span<'a> {
    workspace: &'a Workspace,
    as_of: AsOf,
    first: Month,
    through: Option<Month>,
}

impl Span<'_> {
    /// Whether a month of the year has passed.
    fn has_happened(self, month: Month) -> bool {
        self.first <= month && self.through.is_some_and(|through| month <= through)
    }

    /// Whether a month of this year or an earlier one has passed.
    fn has_come(self, month: Month) -> bool {
        month < self.first || self.has_happened(month)
    }

    fn is_in_year(self, month: Month) -> bool {
        (self.first..=self.as_of.month).contains(&month)
    }

    fn is_exempt(self, share: ShareIx, month: Month) -> bool {
        let at = AsOf { month, ..self.as_of };
        exemption_at(self.workspace, share, at).is_some()
    }

    /// The year of a share; none if it is neither key nor a binding indicator.
    fn share(self, assessed: &ShareAssessment) -> Option<ShareYear> {
        let share = assessed.share;
        let item = self.workspace.item(self.workspace.share(share).item);
        let is_binding = is_binding(self.workspace, assessed);
        if !item.key && !is_binding {
            return None;
        }
        let schedule = terms(self.workspace, assessed).schedule;
        let undone = schedule.recurring().map(|recurring| {
            let evidence = Evidence::of(self.workspace, share, self.as_of);
            Undone::of(evidence, recurring, (self.first, self.as_of.month))
        });
        let undone = undone.unwrap_or_default();
        let check = verification::check_of_year(self.workspace, assessed, self.as_of);
        let happened = || {
            let history = assessed.history().iter();
            history.filter(|verdict| self.has_happened(verdict.month))
        };
        // Nobody reports a reading as complete.
        let is_whole = undone.skipped.is_empty() && schedule.indicator().is_none();
        let finished =
            complete_since(assessed).filter(|&month| is_whole && self.is_in_year(month) && self.has_come(month));
        let mut year = self.first.through(self.as_of.month);
        Some(ShareYear {
            share,
            is_key: item.key,
            is_binding,
            end: self.end(assessed, &undone, check),
            presumed: happened().filter(|verdict| verdict.presumed).count(),
            tiers: happened().filter_map(|verdict| Some((verdict.month, verdict.tier?))).collect(),
            undone,
            check,
            finished,
            finish_delay: assessed.finish_delay().filter(|_| finished.is_some()),
            was_exempt: year.any(|month| self.is_exempt(share, month)),
        })
    }

    fn end(self, assessed: &ShareAssessment, undone: &Undone, check: Option<Check>) -> YearEnd {
        let verdict = assessed.verdict();
        let schedule = terms(self.workspace, assessed).schedule;
        if !self.is_asked(assessed, schedule) {
            return match schedule {
                Schedule::Standing { .. } => YearEnd::Standing,
                Schedule::Unscheduled => YearEnd::Unscheduled,
                Schedule::Curve(_) | Schedule::Stages(_) | Schedule::Recurring(_) | Schedule::Indicator(_) => {
                    YearEnd::NotAsked
                }
            };
        }
        // An indicator that is met ahead of time is not claimed as done yet: it is due later in the year.
        let is_claimed = complete_since(assessed).is_some_and(|month| self.has_come(month));
        let claim = is_claimed.then(|| check.map(|check| check.outcome));
        let is_short = verdict.is_behind() || claim == Some(Some(Outcome::Failed));
        let is_excused = verdict.exemption.is_some();
        let is_excused_then = |due: &Month| self.is_exempt(assessed.share, *due);
        if is_short && !is_excused || !undone.skipped.iter().all(is_excused_then) {
            if verdict.disputed { YearEnd::Disputed } else { YearEnd::Unfinished }
        } else if is_short || !undone.skipped.is_empty() {
            YearEnd::Exempt
        } else if claim == Some(None) {
            YearEnd::Unverified
        } else {
            YearEnd::Met
        }
    }

    /// Whether the year asks for anything: something falls due in it, or what was asked for before was open when it began
    /// or later.
    fn is_asked(self, assessed: &ShareAssessment, schedule: &Schedule) -> bool {
        let close = self.as_of.month.close();
        let before = self.first.plus(-1);
        let rises = |curve: &Curve| {
            let is_first = self.first <= self.workspace.plan.start;
            let asked_before = if is_first { Ratio::ZERO } else { curve.required_at(before.close()) };
            curve.required_at(close) > asked_before
        };
        let is_new = match schedule {
            Schedule::Curve(curve) => rises(curve),
            Schedule::Stages(stages) => stages.asked().any(|(_, curve)| rises(curve)),
            Schedule::Recurring(recurring) => {
                let share = self.workspace.share(assessed.share);
                let mut asked = self.workspace.asked_of(share, recurring).iter();
                asked.any(|occurrence| self.is_in_year(occurrence.due))
            }
            Schedule::Indicator(indicator) if indicator.is_judged_by_period() => {
                indicator.judged(self.first, self.as_of.month).any(|span| span.close.at() <= close)
            }
            Schedule::Indicator(indicator) => indicator.due().at() <= close,
            Schedule::Standing { .. } | Schedule::Unscheduled => false,
        };
        let mut of_year = assessed.history().iter().filter(|verdict| verdict.month >= before);
        let was_open = of_year.any(Verdict::is_behind);
        let is_still_asked = assessed.verdict().required.is_some_and(|required| required > Ratio::ZERO);
        is_new || was_open && is_still_asked
    }

    fn unit(self, unit: UnitIx, shares: &[ShareYear], filings: Option<&Filings>) -> UnitYear {
        let rungs = self.workspace.plan.ladder.rungs().len();
        let own = || {
            let is_own = move |year: &&ShareYear| self.workspace.share(year.share).unit == unit;
            shares.iter().filter(is_own)
        };
        let mut months_by_tier = vec![0; rungs];
        for year in own() {
            for (sum, months) in months_by_tier.iter_mut().zip(year.months_by_tier(rungs)) {
                *sum += months;
            }
        }
        let issued =
            |notice: &&Notice| notice.unit == unit && self.is_in_year(notice.month) && notice.is_known(self.as_of);
        let (mut notices, mut withdrawn) = (vec![0; rungs], 0);
        for notice in self.workspace.register.notices.iter().filter(issued) {
            match notice.standing(self.as_of.known_by) {
                NoticeStanding::Withdrawn => withdrawn += 1,
                NoticeStanding::InForce | NoticeStanding::Contested | NoticeStanding::Lifted => {
                    notices[notice.tier.0] += 1;
                }
            }
        }
        let filed = filings.map_or_else(Vec::new, |filings| {
            let months = filings.months.iter().zip(&filings.filed[unit.0]);
            let months = months.filter(|(month, _)| self.has_happened(**month));
            months.map(|(_, &filed)| filed).collect()
        });
        let count = |counts: fn(Filed) -> bool| filed.iter().filter(|&&filed| counts(filed)).count();
        let result = |assessed: &AnnualAssessment| {
            (assessed.unit, assessed.year) == (unit, self.as_of.month.year()) && self.as_of.knows(assessed.date)
        };
        let mut results = self.workspace.register.assessments.iter();
        UnitYear {
            unit,
            ends: YearEnds::of(own()),
            worst: own().filter_map(ShareYear::worst).map(|(tier, _)| tier).max(),
            months_by_tier,
            notices,
            withdrawn,
            skipped: own().map(|year| year.undone.skipped.len()).sum(),
            late: count(|filed| matches!(filed, Filed::Late(_))),
            missing: count(Filed::is_missing),
            exempt: own().filter(|year| year.was_exempt).count(),
            delays: own()
                .filter(|year| year.is_finished_late())
                .filter_map(|year| Some((year.share, year.finish_delay?)))
                .collect(),
            assessment: results.position(result),
        }
    }
}

/// The first month of the unbroken run of months, up to now, at whose closes a share is complete.
fn complete_since(assessed: &ShareAssessment) -> Option<Month> {
    let newest_first = assessed.history().iter().rev();
    let complete = newest_first.take_while(|verdict| verdict.flags.complete);
    complete.last().map(|verdict| verdict.month)
}
