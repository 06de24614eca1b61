//! What to say about each problem: what is wrong, the words under the caret, and what to write instead.

mod en;
mod zh;

use super::phrases::plural;
use super::{Lang, terms};
use crate::model::Month;
use crate::problem::{Problem, Severity};
use crate::source::is_invisible;

/// A problem in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What is wrong; one sentence.
    pub what: String,
    /// Under the caret; may be empty.
    pub label: String,
    /// What to write or do instead.
    pub instead: String,
}

/// The words for a problem.
pub fn words(problem: &Problem, lang: Lang) -> Words {
    let (what, label, instead) = match lang {
        Lang::Zh => zh::words(problem),
        Lang::En => en::words(problem),
    };
    Words { what: short(what, LONGEST), label: short(label, LONGEST), instead: short(instead, 8 * LONGEST) }
}

/// Longer sentences quote something that nobody wants to read in full; what to write instead may list every unit.
const LONGEST: usize = 300;

/// The same with the middle left out where it is longer than so many characters.
fn short(said: String, longest: usize) -> String {
    if said.len() <= longest {
        return said;
    }
    let letters: Vec<char> = said.chars().collect();
    if letters.len() <= longest {
        return said;
    }
    let end = &letters[letters.len() - longest / 3..];
    let start = letters[..longest - end.len()].iter();
    start.chain(&['…']).chain(end).collect()
}

/// The word for a severity.
pub fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => lang.pick("错误", "error"),
        Severity::Warning => lang.pick("提醒", "warning"),
    }
}

/// What the other place of a problem is.
pub fn other_place(problem: &Problem, lang: Lang) -> &'static str {
    match problem {
        Problem::RegressedWithoutNote { .. } => lang.pick("之前的数", "the figure before"),
        Problem::WithdrawnWithoutNote { .. } => lang.pick("以前报的", "what was reported before"),
        Problem::MilestoneOrder
        | Problem::FallingMilestones
        | Problem::BadLadder { .. }
        | Problem::LongSegment { .. } => lang.pick("前一个", "the one before"),
        Problem::ItemOutsideTask { .. } => lang.pick("任务号", "the number of the task"),
        Problem::NoCurveToChange { .. } => lang.pick("这个事项", "the item"),
        Problem::RetroactiveChange { .. } => lang.pick("批准的日期", "the approval"),
        Problem::DateOrder { .. } => lang.pick("早于这里", "it lies before this"),
        Problem::BadPeriod { .. } => lang.pick("起始月", "the first month"),
        _ => lang.pick("第一处在这里", "the first one is here"),
    }
}

/// `U+200B`, or `о (U+043E)` where something is seen of it.
fn points(characters: &[char]) -> String {
    let point = |character: &char| {
        let number = format!("U+{:04X}", u32::from(*character));
        if is_invisible(*character) || character.is_control() || character.is_whitespace() {
            number
        } else {
            format!("{character} ({number})")
        }
    };
    let points: Vec<String> = characters.iter().map(point).collect();
    points.join(" ")
}

/// How many problems there are.
pub fn summary(errors: usize, warnings: usize, lang: Lang) -> String {
    match (errors, warnings, lang) {
        (0, 0, Lang::Zh) => "未发现问题。".to_owned(),
        (0, 0, Lang::En) => "No problems found.".to_owned(),
        (_, _, Lang::Zh) => format!("共{errors}个错误、{warnings}个提醒。"),
        (_, _, Lang::En) => {
            let errors = plural(errors, "error");
            format!("{errors}, {}.", plural(warnings, "warning"))
        }
    }
}

/// What was looked at.
pub fn checked(tasks: usize, items: usize, reports: usize, newest: Option<Month>, lang: Lang) -> String {
    let newest = newest.map(|month| terms::month(month, lang));
    match (lang, newest) {
        (Lang::Zh, Some(newest)) => {
            format!("检查了{tasks}个任务、{items}个事项、{reports}份月报（最新{newest}）。")
        }
        (Lang::Zh, None) => format!("检查了{tasks}个任务、{items}个事项；还没有月报。"),
        (Lang::En, Some(newest)) => {
            format!("Checked: tasks {tasks}, items {items}, reports {reports} (newest {newest}).")
        }
        (Lang::En, None) => format!("Checked: tasks {tasks}, items {items}; no reports yet."),
    }
}

/// Why nothing was assessed.
pub fn refused(lang: Lang) -> &'static str {
    lang.pick(
        "有错误的方案不予核算：错误的结论比没有结论更糟。请按上面的提示改正后再运行。",
        "A workspace with errors is not assessed: a wrong verdict is worse than none. Mend the above and run again.",
    )
}

/// That there is something to look at.
pub fn see_check(warnings: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("有{warnings}个提醒，运行 shangdang check 查看。"),
        Lang::En => {
            let warnings = plural(warnings, "warning");
            format!("{warnings}; see `shangdang check`.")
        }
    }
}

/// The same problem elsewhere.
pub fn same_elsewhere(places: &str, rest: usize, lang: Lang) -> String {
    match (lang, rest) {
        (Lang::Zh, 0) => format!("同样的问题还在：{places}"),
        (Lang::Zh, _) => format!("同样的问题还在：{places}，以及另外{rest}处"),
        (Lang::En, 0) => format!("the same also at: {places}"),
        (Lang::En, _) => format!("the same also at: {places}, and {rest} more"),
    }
}

/// That not every problem was shown with its line.
pub fn left_out(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            format!("另有{count}个问题没有列出；先改上面的，或用 shangdang check --short 看全部。")
        }
        Lang::En => format!(
            "{count} more problems are not shown; mend the above first, or see all with `shangdang check --short`."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, words};
    use crate::problem::Problem;
    use crate::text::Lang;

    #[test]
    fn of_what_is_too_long_only_the_ends_are_quoted() {
        for (length, is_whole) in [(40, true), (100_000, false)] {
            let key = format!("始{}末", "长".repeat(length));
            let problem = Problem::UnknownKey { key: key.clone(), meant: None, known: vec!["note"] };
            for lang in [Lang::Zh, Lang::En] {
                let what = words(&problem, lang).what;
                assert_eq!(what.contains(&key), is_whole, "{length}");
                assert!(what.chars().count() <= LONGEST + 1, "{length}");
                assert!(what.contains('始') && what.contains('末'), "{what}");
            }
        }
    }
}
