//! What is found about one share at the close of one month, with the reasoning kept as data.

use crate::model::{
    Indicator, Item, Lag, Moment, Month, Outcome, Ratio, Share, Stage, Target, Terms, Tier, shown_by_id,
};

/// How a share stands; summaries count these, in this order, and the counts add up to the number of shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bucket {
    /// 已完成
    Complete,
    /// 正常推进
    OnTrack,
    /// 未按序时推进: short of the plan by less than a month, or due this very month.
    Behind,
    /// 滞后1个月
    Lag1,
    /// 滞后2个月
    Lag2,
    /// 滞后3个月以上
    Lag3,
    /// 常态
    Standing,
    /// 无计划
    Unscheduled,
}

impl Bucket {
    /// Every bucket with its stable id, in the order used by every summary.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::Complete, "complete"),
        (Self::OnTrack, "on-track"),
        (Self::Behind, "behind"),
        (Self::Lag1, "lag-1"),
        (Self::Lag2, "lag-2"),
        (Self::Lag3, "lag-3"),
        (Self::Standing, "standing"),
        (Self::Unscheduled, "unscheduled"),
    ];

    /// Its stable id.
    pub fn id(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

shown_by_id!(Bucket);

/// What has to be said beside the verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "remarks are independent of each other")]
pub struct Flags {
    /// 未报N期: months without a report on this share, up to the as-of month.
    pub unreported: u32,
    /// 迟报: the report that counts was filed after its day.
    pub late: bool,
    /// 回退: the figure that counts is lower than the one before.
    pub regressed: bool,
    /// 到期未完成: due at this very close.
    pub due_unmet: bool,
    /// 自报完成: the unit says that all of it is done.
    pub complete: bool,
    /// 缺项: occurrences missed for good.
    pub missed: u32,
    /// More was done than the plan asked for.
    pub over_total: bool,
    /// 假定: it rests on something only assumed for this month.
    pub assumed: bool,
    /// 未达标: the last period that has closed missed its target; it stays so until the next one closes.
    pub unmet: bool,
    /// 已用尽: the running count of the present period is over its target.
    pub exhausted: bool,
    /// 有问题: the unit itself reports a problem on a duty without figures.
    pub problem: bool,
}

/// Why an indicator counts as failing from a certain moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailingBecause {
    /// No reading was ever reported, so it fails from its due moment on.
    NeverRead,
    /// The reading in force at the due moment failed.
    FailedWhenDue {
        /// That reading.
        entry: usize,
    },
    /// The first reading came only after the due moment, and none has met the target since.
    NeverMet {
        /// The first reading.
        entry: usize,
    },
    /// A reading that had met the target, or would have, fails a stricter one from the moment of that on.
    Stricter {
        /// That reading.
        entry: usize,
    },
    /// The period that closed then failed; or, where none has failed yet, the present one will.
    Period {
        /// The reading that decided it; none if there was none.
        entry: Option<usize>,
    },
    /// The target was met and a reading after the due moment failed again.
    FailedLater {
        /// The first reading of the failing run.
        entry: usize,
    },
}

impl FailingBecause {
    /// The reading that it is about.
    pub fn entry(self) -> Option<usize> {
        match self {
            Self::NeverRead => None,
            Self::Period { entry } => entry,
            Self::FailedWhenDue { entry }
            | Self::NeverMet { entry }
            | Self::Stricter { entry }
            | Self::FailedLater { entry } => Some(entry),
        }
    }
}

/// How the verdict came about. Positions refer to the points of the curve, the occurrences, and the entries of the
/// share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reasoning {
    /// Compared with a curve.
    Curve {
        /// The first point that asks for more than was delivered, however far ahead.
        first_unmet: Option<usize>,
        /// What was delivered, in percent.
        actual: Ratio,
        /// What is required at the as-of month, in percent.
        required: Ratio,
    },
    /// Compared with the curves of stages.
    Stages {
        /// The stage that decides: required and actual are those of this one.
        stage: usize,
        /// How many have gone through all of them, in percent.
        done: Ratio,
    },
    /// Compared with occurrences.
    Recurring {
        /// The latest occurrence that was done.
        latest_done: Option<usize>,
        /// The first one after it that is not done, however far ahead.
        next: Option<usize>,
        /// How often that one was done so far.
        reached: u32,
    },
    /// Compared with a target.
    Indicator {
        /// Why it fails, or will once it is due; none if the newest reading meets the target.
        failing: Option<FailingBecause>,
        /// The target that the figures shown are held against, by its position.
        target: usize,
    },
    /// Nothing to be late against.
    Unplanned,
}

/// The last check of what is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    /// Its position among the verifications of the register.
    pub position: usize,
    /// The outcome.
    pub outcome: Outcome,
}

/// Why a tier is withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// 豁免: an approved exemption covers the month.
    Exempt,
    /// 待核定: the source contradicts itself.
    Disputed,
}

/// The verdict on one share at the close of one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The month at whose close it holds.
    pub month: Month,
    /// How it stands.
    pub bucket: Bucket,
    /// 应完成, in the item's own measure: percent, amount, occurrences, or the target.
    pub required: Option<Ratio>,
    /// 实际完成, in the same measure; none if nothing was ever reported.
    pub actual: Option<Ratio>,
    /// The moment, on the scale of months, from which it counts as behind if nothing changes; it may be ahead.
    pub counts_from: Option<Ratio>,
    /// The moment up to which that counts, where it is not the close of the month: that of the last failed period.
    pub counts_until: Option<Moment>,
    /// Months behind; none if nothing can lag.
    pub lag: Option<Lag>,
    /// What the rule asks for; none for items that are not key, or if it is withheld.
    pub tier: Option<Tier>,
    /// 豁免 or 待核定: the tier that is withheld, see [`Verdict::withheld_as`]; the lag stays.
    pub withheld: Option<Tier>,
    /// The exemption that covers this month, as its position in the register, whether or not it withholds anything.
    pub exemption: Option<usize>,
    /// 待核定: the source contradicts itself, and by this close nobody has settled it.
    pub disputed: bool,
    /// 计划调整: the approved change of the item that is in force, as its position among them.
    pub revision: Option<usize>,
    /// 核验: what the office found when by then it last checked that it is done; none if it never did, or if the share was
    /// not complete all the time since.
    pub check: Option<Check>,
    /// 未填报: the newest month up to this one in which a report of the unit is expected, if nothing was reported on the
    /// share for it or since.
    pub unsaid: Option<Month>,
    /// 推定: the tier rests on that silence.
    pub presumed: bool,
    /// 依据: the entry that counts, as its position among the entries of the share.
    pub evidence: Option<usize>,
    /// Flags.
    pub flags: Flags,
    /// How it came about.
    pub reasoning: Reasoning,
}

impl Verdict {
    /// What was in force for the share.
    pub fn terms<'a>(&self, item: &'a Item, share: &'a Share) -> Terms<'a> {
        item.terms(share, self.revision)
    }

    /// The moment up to which its lag is counted.
    pub fn until(&self) -> Moment {
        self.counts_until.unwrap_or(Moment::Close(self.month))
    }

    /// The indicator that was in force, if the item is one.
    pub fn indicator<'a>(&self, item: &'a Item) -> Option<&'a Indicator> {
        let schedule = self.revision.map_or(&item.schedule, |at| &item.revisions[at].schedule);
        schedule.indicator()
    }

    /// The target that its figures are held against; none of what is no indicator.
    pub fn target(&self, item: &Item) -> Option<Target> {
        let indicator = self.indicator(item)?;
        match self.reasoning {
            Reasoning::Indicator { target, .. } => indicator.targets().get(target).copied(),
            _ => None,
        }
    }

    /// Whether it rests on a period that closed without any reading.
    pub fn is_unread_period(&self) -> bool {
        self.flags.unmet && self.evidence.is_none()
    }

    /// Why the tier is withheld; none where none is. What was decided about this share comes before what is undecided
    /// about its item.
    pub fn withheld_as(&self) -> Option<Withheld> {
        self.withheld.map(|_| if self.exemption.is_some() { Withheld::Exempt } else { Withheld::Disputed })
    }

    /// The stage that decides, if the item has stages: required and actual are those of this one.
    pub fn stage<'a>(&self, terms: Terms<'a>) -> Option<&'a Stage> {
        match self.reasoning {
            Reasoning::Stages { stage, .. } => terms.schedule.stages()?.all().get(stage),
            Reasoning::Curve { .. }
            | Reasoning::Recurring { .. }
            | Reasoning::Indicator { .. }
            | Reasoning::Unplanned => None,
        }
    }

    /// The tier that the lag asks for, whether or not it is withheld.
    pub fn tier_by_rule(&self) -> Option<Tier> {
        self.tier.or(self.withheld)
    }

    /// Whether a check has found that what the unit says is done is not.
    pub fn is_refuted(&self) -> bool {
        self.flags.complete && self.check.is_some_and(|check| check.outcome == Outcome::Failed)
    }

    /// Whether less was delivered than the plan asks for at this close, even if only since this very close.
    pub fn is_behind(&self) -> bool {
        self.lag.is_some_and(Lag::is_some) || self.flags.due_unmet || self.flags.unmet
    }

    /// The moment from which it lags; none if it does not.
    pub fn since(&self) -> Option<Moment> {
        let lags = self.lag.is_some_and(Lag::is_some);
        self.counts_from.filter(|_| lags).map(Moment::during)
    }
}
