//! What is said of assumptions: that a page rests on them, and what is wrong with one.

use super::{Lang, terms};
use crate::model::Month;

/// That what follows is assumed, as the first line of a page.
pub fn first_line(month: Month, assumed: &[String], lang: Lang) -> String {
    let assumed = lang.list(assumed);
    match lang {
        Lang::Zh => format!(
            "假定，不是实际结论：以下按“{}月报报了{assumed}”推算，只供打电话商量，不作依据。",
            terms::month(month, lang)
        ),
        Lang::En => format!(
            "ASSUMED, not the verdict: what follows takes it that the reports for {month} say {assumed}. For talking it over only; nothing may rest on it."
        ),
    }
}

/// One assumption in words: 2.1（区住建局）60%.
pub fn one(item: &str, unit: &str, reading: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{item}（{unit}）{reading}"),
        Lang::En => format!("{item} ({unit}) {reading}"),
    }
}

/// Where an assumed entry stands: in no file.
pub fn place(lang: Lang) -> &'static str {
    lang.pick("命令行里假定的", "assumed on the command line")
}

/// The evidence of what is assumed.
pub fn evidence(month: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("依据：{}月报的数是命令行里假定的，不在任何文件里", terms::month(month, lang)),
        Lang::En => {
            format!("Evidence: assumed on the command line for {month}; it stands in no file")
        }
    }
}

/// A group in which something is assumed.
pub fn group(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{name}（含假定）"),
        Lang::En => format!("{name} (partly assumed)"),
    }
}

/// Where the verdict is, instead of a command that proves this page.
pub fn real_verdict(command: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("本页按假定的数推算，不能作为依据，也不签字存档。实际结论：{command}"),
        Lang::En => format!(
            "This page rests on an assumed figure: it proves nothing and is not to be signed or filed. The verdict: {command}"
        ),
    }
}

/// The heading of the column that says what the page assumes.
pub fn head(lang: Lang) -> &'static str {
    lang.pick("本页假定", "page assumes")
}

/// That an assumption is not written as one.
pub fn not_one(written: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "“{written}”不是假定的写法\n  写成 事项=数，如 2.1=60；有几个责任单位的，写 事项@单位=数，如 6.6@西火镇=3村"
        ),
        Lang::En => format!(
            "`{written}` is not how to assume something\n  write ITEM=VALUE, such as 2.1=60; with several lead units ITEM@UNIT=VALUE, such as 6.6@xihuo=3"
        ),
    }
}

/// That several units answer for an item and one has to be named.
pub fn which_unit(item: &str, value: &str, units: &[String], lang: Lang) -> String {
    let first = units.first().and_then(|unit| unit.split(' ').next());
    let first = first.unwrap_or_default();
    let units = lang.list(units);
    match lang {
        Lang::Zh => {
            format!("事项 {item} 有几个责任单位，假定的是哪一个？\n  写明单位，如 {item}@{first}={value}：{units}")
        }
        Lang::En => format!(
            "several units answer for item {item}; whose figure is assumed?\n  name the unit, as in {item}@{first}={value}: {units}"
        ),
    }
}

/// That the same is assumed twice.
pub fn twice(written: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("“{written}”：同一单位的同一事项假定了两次\n  只留一个"),
        Lang::En => {
            format!("`{written}`: this unit's item is assumed twice\n  leave one of them out")
        }
    }
}

/// That an item is not there yet at the close.
pub fn not_there_yet(item: &str, month: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}还没有事项 {item}", terms::close(month, lang)),
        Lang::En => format!("item {item} is not there yet at {}", terms::close(month, lang)),
    }
}

/// That no occurrence is meant, and which there are.
pub fn no_such_occurrence(item: &str, what: &str, known: &[Month], lang: Lang) -> String {
    let known: Vec<String> = known.iter().map(Month::to_string).collect();
    let known = lang.list(&known);
    match lang {
        Lang::Zh => format!("事项 {item}：{what}\n  写明到期月份，可选：{known}"),
        Lang::En => format!("item {item}: {what}\n  name the month in which it is due: {known}"),
    }
}

/// That it is not clear which occurrence is assumed to be done.
pub fn which_occurrence(item: &str, taken: Month, open: &[Month], lang: Lang) -> String {
    let open: Vec<String> = open.iter().map(Month::to_string).collect();
    let open = lang.list(&open);
    match lang {
        Lang::Zh => {
            format!("看不出假定做完的是哪一期：{taken}，还是以前欠的{open}\n  写明是哪一期：--assume {item}={taken}")
        }
        Lang::En => format!(
            "this may be the period {taken}, or one still open: {open}\n  name the period: --assume {item}={taken}"
        ),
    }
}
