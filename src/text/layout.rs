//! Words of `fmt`: files laid out, files left alone.

use super::{Lang, phrases::plural};

/// What became of the files, counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Files that are, or would be, laid out anew.
    pub changed: usize,
    /// Files that are as they should be.
    pub unchanged: usize,
    /// Files left alone because they cannot be read.
    pub refused: usize,
}

/// Above the names of the files that were changed, or would be.
pub fn changed(count: usize, is_written: bool, lang: Lang) -> String {
    let files = plural(count, "file");
    match (lang, is_written) {
        (Lang::Zh, true) => format!("已整理{count}个文件："),
        (Lang::Zh, false) => format!("需要整理{count}个文件："),
        (Lang::En, true) => format!("Laid out {files}:"),
        (Lang::En, false) => format!("To be laid out: {files}:"),
    }
}

/// The closing line.
pub fn summary(counts: Counts, is_written: bool, lang: Lang) -> String {
    let Counts { changed, unchanged, refused } = counts;
    let total = changed + unchanged + refused;
    match (lang, changed, refused) {
        (Lang::Zh, 0, 0) => format!("{total}个文件，都不用整理。"),
        (Lang::En, 0, 0) => match total {
            1 => "1 file, as it should be.".to_owned(),
            _ => format!("{total} files, all as they should be."),
        },
        (Lang::Zh, _, _) => {
            let done = if is_written { "整理" } else { "需要整理" };
            let refused = match refused {
                0 => String::new(),
                count => format!("，{count}个没有动"),
            };
            format!("{total}个文件：{done}{changed}个，{unchanged}个不用整理{refused}。")
        }
        (Lang::En, _, _) => {
            let done = if is_written { "laid out" } else { "to be laid out" };
            let refused = match refused {
                0 => String::new(),
                count => format!(", {count} left alone"),
            };
            let files = plural(total, "file");
            format!("{files}: {changed} {done}, {unchanged} as they should be{refused}.")
        }
    }
}

/// That nothing was written because nothing was to be.
pub fn only_shown(lang: Lang) -> &'static str {
    lang.pick("只是预览，没有写入。", "Shown only; nothing was written.")
}

/// That nothing was written; how to have it written.
pub fn how_to_fix(lang: Lang) -> &'static str {
    lang.pick(
        "运行 shangdang fmt 即可整理；加 -n 先看改动。",
        "shangdang fmt lays them out; with -n it shows what would change.",
    )
}

/// That the program does not trust itself with a file.
pub fn would_change(path: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{path} 没有动：整理后的内容和原来不一致。这是程序的毛病，请把这个文件发给维护者"),
        Lang::En => format!(
            "{path} was left alone: laid out, it would say something else. This is a fault of the program; please send the file to its maintainers"
        ),
    }
}

/// That a file was converted.
pub fn converted(from: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("编码由 {from} 转为 UTF-8"),
        Lang::En => format!("converted from {from} to UTF-8"),
    }
}

/// That a named file is none of a workspace.
pub fn not_ours(path: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{path} 不是方案、任务或月报文件\n  只整理 plan.toml、tasks/*.toml、reports/月份/*.toml"),
        Lang::En => {
            format!("{path} is no file of a plan\n  only plan.toml, tasks/*.toml and reports/MONTH/*.toml are laid out")
        }
    }
}

/// The column that says what became of a file.
pub fn outcome(outcome: &str, lang: Lang) -> &'static str {
    match outcome {
        "changed" => lang.pick("整理", "laid out"),
        "refused" => lang.pick("没有动", "left alone"),
        _ => lang.pick("不用整理", "as it should be"),
    }
}
