//! The names of the model's things.

use super::Lang;
use crate::assess::{Bucket, Change};
use crate::model::{Basis, Compare, Every, Moment, Month, State};
use chrono::{Datelike, NaiveDate};

words! { lang;
    /// The name of a bucket.
    pub fn bucket(bucket: Bucket) {
        match bucket {
            Bucket::Complete => { "已完成", "complete" }
            Bucket::OnTrack => { "正常推进", "on track" }
            Bucket::Behind => { "未按序时推进", "behind" }
            Bucket::Lag1 => { "滞后1个月", "1 month late" }
            Bucket::Lag2 => { "滞后2个月", "2 months late" }
            Bucket::Lag3 => { "滞后3个月以上", "3 months late or more" }
            Bucket::Standing => { "常态", "standing" }
            Bucket::Unscheduled => { "无计划", "unscheduled" }
        }
    }

    /// A bucket in the narrow head of a table.
    pub fn short_bucket(bucket: Bucket) {
        match bucket {
            Bucket::Complete => { "完成", "done" }
            Bucket::OnTrack => { "正常", "ok" }
            Bucket::Behind => { "未达", "behind" }
            Bucket::Lag1 => { "滞1", "1m" }
            Bucket::Lag2 => { "滞2", "2m" }
            Bucket::Lag3 => { "滞3+", "3m+" }
            Bucket::Standing => { "常态", "stand" }
            Bucket::Unscheduled => { "无计划", "unsch" }
        }
    }

    /// The name of a change.
    pub fn change(change: Change) {
        match change {
            Change::New => { "新增", "new" }
            Change::Raised => { "升级", "raised" }
            Change::Held => { "维持", "held" }
            Change::Lowered => { "降级", "lowered" }
            Change::Lifted => { "解除", "lifted" }
        }
    }

    /// The name of a basis.
    pub fn basis(basis: Basis) {
        match basis {
            Basis::Stated => { "原文", "stated in the plan" }
            Basis::Inferred => { "推断", "inferred from the plan" }
            Basis::UnitPlan => { "单位计划", "the unit's own plan" }
            Basis::Office => { "办公室确定", "set by the office" }
        }
    }

    /// A comparison in words.
    pub fn compare(compare: Compare) {
        match compare {
            Compare::AtLeast => { "不低于", "at least" }
            Compare::AtMost => { "不高于", "at most" }
            Compare::Below => { "低于", "below" }
            Compare::Above => { "高于", "above" }
            Compare::Between => { "在两者之间", "between" }
            Compare::NoWorseThan => { "不差于", "no worse than" }
        }
    }

    /// How often something falls due.
    pub fn every(every: Every) {
        match every {
            Every::Month => { "每月", "every month" }
            Every::Quarter => { "每季度", "every quarter" }
            Every::HalfYear => { "每半年", "every half-year" }
            Every::Year => { "每年", "every year" }
        }
    }

    /// A state in words.
    pub fn state(state: State) {
        match state {
            State::Normal => { "正常", "normal" }
            State::Problem => { "有问题", "problem" }
        }
    }
}

say! { lang;
    /// A tier by its name, and whether it is presumed: 通报批评（推定）.
    pub fn tier(tier: &str, is_presumed: bool) {
        if is_presumed => { "{tier}（推定）", "{tier} (presumed)" }
        "{tier}"
    }

    /// Something in brackets; empty if there is nothing to say.
    pub fn bracketed(text: &str) {
        if text.is_empty() => { "" }
        "（{text}）", " ({text})"
    }

    /// 每月至少3次
    pub fn at_least_times(when: &str, times: u32) { "{when}至少{times}次", "{when}, at least {times} times" }

    /// What follows a comma; empty if there is nothing to say.
    pub fn after_comma(text: &str) {
        let text = text.trim();
        if text.is_empty() => { "" }
        "，{text}", ", {text}"
    }

    /// What somebody said, after what it is about: `：属实`; empty if nothing was said.
    pub fn after_colon(text: &str) {
        let text = text.trim();
        if text.is_empty() => { "" }
        "：{text}", ": {text}"
    }

    /// A month: 2022年6月.
    pub fn month(month: Month) {
        let (year, number) = (month.year(), month.number());
        "{year}年{number}月", "{month}"
    }

    /// The close of a month: 2022年6月末.
    pub fn close(month: Month) { "{}末", "the end of {}"; self::month(month, lang) }

    /// What is asked for from a moment on: 2022年12月末起不低于90%.
    pub fn from(target: &str, due: &str) { "{due}起{target}", "{target} from {due} on" }

    /// A day: 2022年6月15日.
    pub fn day(date: NaiveDate) {
        let (year, month, day) = (date.year(), date.month(), date.day());
        "{year}年{month}月{day}日", "{date}"
    }
}

/// A moment: 2022年6月末, 2022年6月15日.
pub fn moment(moment: Moment, lang: Lang) -> String {
    match moment {
        Moment::Close(month) => close(month, lang),
        Moment::Day(date) => day(date, lang),
    }
}

/// How many there are of each: 正常推进 3、滞后1个月 1
pub fn counts(counts: &[(String, usize)], lang: Lang) -> String {
    lang.list(counts.iter().map(|(name, count)| format!("{name} {count}")))
}
