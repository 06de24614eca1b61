//! Words for what was sent on a verdict that is another now.

use super::terms;
use crate::model::Month;

say! { lang;
    /// That the verdict that a notice rests on has changed since it was sent, and why; `item` where it is not named before.
    pub fn changed(item: Option<&str>, month: Month, then: &str, now: &str, because: &str) {
        let (about, close) = (about(item, lang), terms::close(month, lang));
        "注意：发文以后，{about}{close}的结论由{then}变为{now}，{because}。",
        "Note: since the notice was sent, the verdict{about} of {close} has gone from {then} to {now}. {because}."
    }

    fn about(item: Option<&str>) {
        match item {
            None => { "" }
            Some(item) => { "事项{item}在", " on item {item}" }
        }
    }

    /// The heading above shares about which a notice was sent and that are no longer on the list.
    pub fn heading(count: usize) {
        "已发文书、按现有文件不再列入的：{count}份", "Noticed, and no longer on the list by the files as they are now: {count}"
    }
}
