//! The names of the model's things.

use super::Lang;
use crate::assess::{Bucket, Change};
use crate::model::{Basis, Compare, Every, Moment, Month, State};
use chrono::{Datelike, NaiveDate};

/// The name of a bucket.
pub fn bucket(bucket: Bucket, lang: Lang) -> &'static str {
    match bucket {
        Bucket::Complete => lang.pick("已完成", "complete"),
        Bucket::OnTrack => lang.pick("正常推进", "on track"),
        Bucket::Behind => lang.pick("未按序时推进", "behind"),
        Bucket::Lag1 => lang.pick("滞后1个月", "1 month late"),
        Bucket::Lag2 => lang.pick("滞后2个月", "2 months late"),
        Bucket::Lag3 => lang.pick("滞后3个月以上", "3 months late or more"),
        Bucket::Standing => lang.pick("常态", "standing"),
        Bucket::Unscheduled => lang.pick("无计划", "unscheduled"),
    }
}

/// A bucket in the narrow head of a table.
pub fn short_bucket(bucket: Bucket, lang: Lang) -> &'static str {
    match bucket {
        Bucket::Complete => lang.pick("完成", "done"),
        Bucket::OnTrack => lang.pick("正常", "ok"),
        Bucket::Behind => lang.pick("未达", "behind"),
        Bucket::Lag1 => lang.pick("滞1", "1m"),
        Bucket::Lag2 => lang.pick("滞2", "2m"),
        Bucket::Lag3 => lang.pick("滞3+", "3m+"),
        Bucket::Standing => lang.pick("常态", "stand"),
        Bucket::Unscheduled => lang.pick("无计划", "unsch"),
    }
}

/// A tier by its name, and whether it is presumed: 通报批评（推定）
pub fn tier(tier: &str, is_presumed: bool, lang: Lang) -> String {
    match (is_presumed, lang) {
        (false, _) => tier.to_owned(),
        (true, Lang::Zh) => format!("{tier}（推定）"),
        (true, Lang::En) => format!("{tier} (presumed)"),
    }
}

/// The name of a change.
pub fn change(change: Change, lang: Lang) -> &'static str {
    match change {
        Change::New => lang.pick("新增", "new"),
        Change::Raised => lang.pick("升级", "raised"),
        Change::Held => lang.pick("维持", "held"),
        Change::Lowered => lang.pick("降级", "lowered"),
        Change::Lifted => lang.pick("解除", "lifted"),
    }
}

/// The name of a basis.
pub fn basis(basis: Basis, lang: Lang) -> &'static str {
    match basis {
        Basis::Stated => lang.pick("原文", "stated in the plan"),
        Basis::Inferred => lang.pick("推断", "inferred from the plan"),
        Basis::UnitPlan => lang.pick("单位计划", "the unit's own plan"),
        Basis::Office => lang.pick("办公室确定", "set by the office"),
    }
}

/// A comparison in words.
pub fn compare(compare: Compare, lang: Lang) -> &'static str {
    match compare {
        Compare::AtLeast => lang.pick("不低于", "at least"),
        Compare::AtMost => lang.pick("不高于", "at most"),
        Compare::Below => lang.pick("低于", "below"),
        Compare::Above => lang.pick("高于", "above"),
    }
}

/// How often something falls due.
pub fn every(every: Every, lang: Lang) -> &'static str {
    match every {
        Every::Month => lang.pick("每月", "every month"),
        Every::Quarter => lang.pick("每季度", "every quarter"),
        Every::HalfYear => lang.pick("每半年", "every half-year"),
        Every::Year => lang.pick("每年", "every year"),
    }
}

/// A state in words.
pub fn state(state: State, lang: Lang) -> &'static str {
    match state {
        State::Normal => lang.pick("正常", "normal"),
        State::Problem => lang.pick("有问题", "problem"),
    }
}

/// A month: 2022年6月.
pub fn month(month: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}年{}月", month.year(), month.number()),
        Lang::En => month.to_string(),
    }
}

/// The close of a month: 2022年6月末.
pub fn close(month: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}年{}月末", month.year(), month.number()),
        Lang::En => format!("the end of {month}"),
    }
}

/// A day: 2022年6月15日.
pub fn day(day: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
        Lang::En => day.to_string(),
    }
}

/// A moment: 2022年6月末, 2022年6月15日.
pub fn moment(moment: Moment, lang: Lang) -> String {
    match moment {
        Moment::Close(month) => close(month, lang),
        Moment::Day(date) => day(date, lang),
    }
}
