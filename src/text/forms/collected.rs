//! What is said when forms are written and collected.

use super::super::phrases::{plural, sentence};
use super::super::{Lang, terms};
use crate::model::Month;

/// What became of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// 已收下
    Taken,
    /// 已替换
    Replaced,
    /// 与已报的相同
    Unchanged,
    /// 未收: nothing of it was taken
    Refused,
}

impl Fate {
    /// Its stable id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Replaced => "replaced",
            Self::Unchanged => "unchanged",
            Self::Refused => "refused",
        }
    }
}

/// What became of a sheet, in a word; a trial run only says what would.
pub fn fate(fate: Fate, is_trial: bool, lang: Lang) -> &'static str {
    match (fate, is_trial) {
        (Fate::Taken, false) => lang.pick("已收下", "taken"),
        (Fate::Taken, true) => lang.pick("可收下", "would be taken"),
        (Fate::Replaced, false) => lang.pick("已替换", "replaced"),
        (Fate::Replaced, true) => lang.pick("可替换", "would be replaced"),
        (Fate::Unchanged, _) => lang.pick("与已报的相同", "unchanged"),
        (Fate::Refused, _) => lang.pick("未收", "refused"),
    }
}

/// Where a sheet comes from: 六月.xlsx（表“月报”）.
pub fn origin(file: &str, sheet: &str, lang: Lang) -> String {
    match (lang, sheet) {
        (_, "") => file.to_owned(),
        (Lang::Zh, sheet) => format!("{file}（表“{sheet}”）"),
        (Lang::En, sheet) => format!("{file} (sheet `{sheet}`)"),
    }
}

/// How many items were reported on.
pub fn entries(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("填了{count}项"),
        Lang::En => plural(count, "item"),
    }
}

/// Items that are open and were left empty.
pub fn unreported(items: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("没有填的事项：{items}（不按0计，按未填报计）"),
        Lang::En => format!("left empty: {items} (not zero: not reported)"),
    }
}

/// Rows that were not read.
pub fn rows_skipped(rows: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第{rows}行不是事项，没有读"),
        Lang::En => format!("rows that name no item, not read: {rows}"),
    }
}

/// Rows of other units.
pub fn rows_of_others(rows: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第{rows}行是别的单位的，没有读"),
        Lang::En => format!("rows of other units, not read: {rows}"),
    }
}

/// Columns that were not read.
pub fn columns_skipped(names: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("没有读的列：{names}"),
        Lang::En => format!("columns not read: {names}"),
    }
}

/// Sheets that were not read.
pub fn sheets_skipped(names: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("没有读的工作表：{names}"),
        Lang::En => format!("sheets not read: {names}"),
    }
}

/// Which occurrences were taken to be meant.
pub fn occurrences(taken: &[(String, String)], lang: Lang) -> String {
    let said = |(item, due): &(String, String)| match lang {
        Lang::Zh => format!("{item} 记作{due}到期的一期"),
        Lang::En => format!("{item} taken for the one due in {due}"),
    };
    let said: Vec<String> = taken.iter().map(said).collect();
    match lang {
        Lang::Zh => format!("{}；不是这一期的，写成“编号（到期月份）”再收", lang.list(&said)),
        Lang::En => format!("{}; if another is meant, write `id (due month)`", lang.list(&said)),
    }
}

/// That a sheet has no day of filing.
pub fn no_day(lang: Lang) -> &'static str {
    lang.pick(
        "表上没有报送日期，按按时报送计；要记收到的日期，用 --on",
        "no day of filing: taken as in time; to record the day it came, use --on",
    )
}

/// That comments in the replaced file are lost.
pub fn comments_lost(lang: Lang) -> &'static str {
    lang.pick("原文件里 # 开头的批注不保留", "remarks behind # in the old file are not kept")
}

/// That what is filed is a draft.
pub fn was_draft(lang: Lang) -> &'static str {
    lang.pick("原文件是草稿", "what is there is a draft")
}

/// A difference: 2.1 城镇雨污分流改造 本月累计完成：35% → 40%.
pub fn difference(item: Option<(&str, &str)>, what: &str, old: &str, new: &str, lang: Lang) -> String {
    let nothing = lang.pick("（无）", "(nothing)");
    let shown = |text: &str| {
        if text.is_empty() { nothing.to_owned() } else { text.to_owned() }
    };
    let (old, new) = (shown(old), shown(new));
    let colon = lang.pick("：", ": ");
    match item {
        Some((id, title)) => format!("{id} {title}　{what}{colon}{old} → {new}"),
        None => format!("{what}{colon}{old} → {new}"),
    }
}

/// What is wrong with a cell: G9　…；改法：….
pub fn in_cell(cell: &str, what: &str, instead: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{cell}　{what}。改法：{instead}"),
        Lang::En => format!("{cell}: {what}; {instead}"),
    }
}

/// What is wrong with a sheet as a whole.
pub fn whole(what: &str, instead: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{what}。改法：{instead}"),
        Lang::En => format!("{what}; {instead}"),
    }
}

/// Where the copy that goes back lies.
pub fn copy_at(path: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("退回件（红格上有批注）：{path}"),
        Lang::En => format!("to send back (comments on the red cells): {path}"),
    }
}

/// How many sheets became what.
pub fn summary(counts: [(Fate, &[String]); 4], is_trial: bool, lang: Lang) -> String {
    let part = |(kind, names): (Fate, &[String])| {
        let word = fate(kind, is_trial, lang);
        match (names, lang) {
            ([], Lang::Zh) => format!("{word}0份"),
            ([], Lang::En) => format!("{word}: 0"),
            (names, Lang::Zh) => format!("{word}{}份（{}）", names.len(), first(names, lang)),
            (names, Lang::En) => format!("{word}: {} ({})", names.len(), first(names, lang)),
        }
    };
    let parts: Vec<String> = counts.into_iter().map(part).collect();
    match lang {
        Lang::Zh => format!("{}。", parts.join("，")),
        Lang::En => format!("{}.", sentence(&parts.join("; "))),
    }
}

/// The first of many names: whoever has three hundred units does not read them all here.
fn first(names: &[String], lang: Lang) -> String {
    const MOST: usize = 20;
    let Some(names) = names.get(..MOST).filter(|_| names.len() > MOST + 1) else {
        return lang.list(names);
    };
    match lang {
        Lang::Zh => format!("{}等", lang.list(names)),
        Lang::En => format!("{} and others", lang.list(names)),
    }
}

/// That nothing was written.
pub fn trial(lang: Lang) -> &'static str {
    lang.pick("这是试收，没有写入任何文件。", "A trial: nothing was written.")
}

/// How many reports of a month are in.
pub fn received(month: Month, received: usize, expected: usize, missing: &[String], lang: Lang) -> String {
    let month = terms::month(month, lang);
    match (lang, missing) {
        (Lang::Zh, []) => format!("{month}月报：应报{expected}份，已全部报送。"),
        (Lang::Zh, missing) => format!(
            "{month}月报：应报{expected}份，已报{received}份，未报{}份（{}）。",
            missing.len(),
            first(missing, lang)
        ),
        (Lang::En, []) => format!("Reports for {month}: all {expected} are in."),
        (Lang::En, missing) => format!(
            "Reports for {month}: {received} of {expected} are in; missing: {} ({}).",
            missing.len(),
            first(missing, lang)
        ),
    }
}

/// That a folder has nothing to collect.
pub fn nothing_to_collect(lang: Lang) -> String {
    let endings = endings(lang);
    match lang {
        Lang::Zh => format!("没有可收的表（{endings}）。"),
        Lang::En => format!("There is nothing to collect ({endings})."),
    }
}

/// The endings of the files that are read.
pub(super) fn endings(lang: Lang) -> &'static str {
    lang.pick(".xlsx、.xlsm、.xls、.et、.csv", ".xlsx, .xlsm, .xls, .et, .csv")
}

/// Files of a folder that are no tables, and folders inside.
pub fn files_skipped(names: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("没有看的（不是表格，或是里面的文件夹）：{names}"),
        Lang::En => format!("not looked at (no tables, or folders inside): {names}"),
    }
}

/// How many forms were written.
pub fn forms_written(month: Month, written: usize, unchanged: usize, folder: &str, lang: Lang) -> String {
    let month = terms::month(month, lang);
    match (lang, unchanged) {
        (Lang::Zh, 0) => format!("{month}月报表{written}份，已写入 {folder}。"),
        (Lang::Zh, _) => {
            format!("{month}月报表{written}份，已写入 {folder}；另有{unchanged}份与原来相同。")
        }
        (Lang::En, 0) => {
            let forms = plural(written, "form");
            format!("{forms} for {month}, written to {folder}.")
        }
        (Lang::En, _) => {
            let forms = plural(written, "form");
            format!("{forms} for {month}, written to {folder}; {unchanged} were the same before.")
        }
    }
}

/// What to do with the forms.
pub fn forms_next(month: Month, folder: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            format!("发给各单位填黄色格；收回后放在一个文件夹里，运行 shangdang collect 文件夹 --month {month}。")
        }
        Lang::En => format!(
            "Send them out; put what comes back into a folder other than {folder} and run shangdang collect FOLDER --month {month}."
        ),
    }
}

/// That a form is not written over one that may be filled in.
pub fn form_exists(files: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "已有同名文件，内容不同，可能已经填过：{files}\n  没有写入任何文件；换一个文件夹，或加 --replace 重写"
        ),
        Lang::En => format!(
            "there are other files of these names, which may be filled in: {files}\n  nothing was written; choose another folder, or add --replace"
        ),
    }
}

/// That the list of the forms made cannot be had as a document.
pub fn form_list_is_text(lang: Lang) -> &'static str {
    lang.pick(
        "这里的 --format 只管屏幕上的清单，不能用 docx、xlsx；表总是Excel文件",
        "--format is about the list shown here and cannot be docx or xlsx; the forms are Excel files in any case",
    )
}

/// Headings of the tables on forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// 单位
    Unit,
    /// 月份
    Month,
    /// 文件
    File,
    /// 工作表
    Sheet,
    /// 单元格
    Cell,
    /// 结果
    Fate,
    /// 问题
    What,
    /// 改法
    Instead,
    /// 行数: how many rows there are to fill in, or were
    Items,
    /// 月报
    Report,
}

/// A heading.
pub fn head(head: Head, lang: Lang) -> &'static str {
    match head {
        Head::Unit => lang.pick("单位", "unit"),
        Head::Month => lang.pick("月份", "month"),
        Head::File => lang.pick("文件", "file"),
        Head::Sheet => lang.pick("工作表", "sheet"),
        Head::Cell => lang.pick("单元格", "cell"),
        Head::Fate => lang.pick("结果", "outcome"),
        Head::What => lang.pick("问题", "problem"),
        Head::Instead => lang.pick("改法", "instead"),
        Head::Items => lang.pick("行数", "rows"),
        Head::Report => lang.pick("月报", "report"),
    }
}
