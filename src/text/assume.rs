//! What is said of assumptions: that a page rests on them, and what is wrong with one.

use super::terms;
use crate::model::Month;

say! { lang;
    /// That what follows is assumed, as the first line of a page.
    pub fn first_line(month: Month, assumed: &[String]) {
        let (month, assumed) = (terms::month(month, lang), lang.list(assumed));
        "假定，不是实际结论：以下按“{month}月报报了{assumed}”推算，只供打电话商量，不作依据。",
        "ASSUMED, not the verdict: what follows assumes that the reports for {month} say {assumed}. For discussion only; it must not be used as a basis for anything."
    }

    /// One assumption in words: 2.1（区住建局）60%.
    pub fn one(item: &str, unit: &str, reading: &str) { "{item}（{unit}）{reading}", "{item} ({unit}) {reading}" }

    /// The evidence of what is assumed.
    pub fn evidence(month: Month) {
        let month = terms::month(month, lang);
        "依据：{month}月报的数是命令行里假定的，不在任何文件里",
        "Evidence: assumed on the command line for {month}; no file says so"
    }

    /// A group in which something is assumed.
    pub fn group(name: &str) { "{name}（含假定）", "{name} (partly assumed)" }

    /// Where the verdict is, instead of a command that proves this page.
    pub fn real_verdict(command: &str) {
        "本页按假定的数推算，不能作为依据，也不签字存档。实际结论：{command}",
        "This page rests on an assumed figure: it proves nothing and must not be signed or filed. The verdict: {command}"
    }

    /// That an assumption is not written as one.
    pub fn not_one(written: &str) {
        "“{written}”不是假定的写法\n  写成 事项=数，如 2.1=60；有几个责任单位的，写 事项@单位=数，如 6.6@西火镇=3村",
        "`{written}` is not a valid assumption\n  write ITEM=VALUE, such as 2.1=60; with several lead units ITEM@UNIT=VALUE, such as 6.6@xihuo=3"
    }

    /// That several units answer for an item and one has to be named.
    pub fn which_unit(item: &str, value: &str, units: &[String]) {
        let first = units.first().and_then(|unit| unit.split(' ').next()).unwrap_or_default();
        let units = lang.list(units);
        "事项 {item} 有几个责任单位，假定的是哪一个？\n  写明单位，如 {item}@{first}={value}：{units}",
        "several units answer for item {item}; whose figure is assumed?\n  name the unit, as in {item}@{first}={value}: {units}"
    }

    /// That the same is assumed twice.
    pub fn twice(written: &str) {
        "“{written}”：同一单位的同一事项假定了两次\n  只留一个", "`{written}`: this unit's item is assumed twice\n  leave one out"
    }

    /// That an item is not there yet at the close.
    pub fn not_there_yet(item: &str, month: Month) {
        let close = terms::close(month, lang);
        "{close}还没有事项 {item}", "item {item} does not exist yet at {close}"
    }

    /// That the unit has no verdict yet.
    pub fn not_kept_yet(unit: &str, from: Month, month: Month) {
        let (close, from) = (terms::close(month, lang), terms::month(from, lang));
        "{unit}从{from}起报，{close}不核算", "{unit} is kept from {from} on and has no verdict at {close}"
    }

    /// That no occurrence is meant, and which there are.
    pub fn no_such_occurrence(item: &str, what: &str, known: &[Month]) {
        let known = lang.list(known);
        "事项 {item}：{what}\n  写明到期月份，可选：{known}", "item {item}: {what}\n  name the month in which it is due: {known}"
    }

    /// That it is not clear which occurrence is assumed to be done.
    pub fn which_occurrence(item: &str, taken: Month, open: &[Month]) {
        let open = lang.list(open);
        "看不出假定做完的是哪一期：{taken}，还是以前欠的{open}\n  写明是哪一期：--assume {item}={taken}",
        "this may mean the period {taken}, or one still open: {open}\n  name the period: --assume {item}={taken}"
    }
}

words! { lang;
    /// The place of an assumed entry: no file.
    pub fn place() { "命令行里假定的", "assumed on the command line" }
}
