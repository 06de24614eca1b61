//! What is said when forms are written and collected.

use super::super::phrases::{plural, sentence};
use super::super::{Lang, terms};
use crate::model::Month;

words! { lang;
    /// What became of a sheet; a trial run only says what would.
    pub fn fate(enum Fate, is_trial: bool) {
        Taken { if is_trial => { "可收下", "would be taken" } "已收下", "taken" }
        Replaced { if is_trial => { "可替换", "would be replaced" } "已替换", "replaced" }
        Unchanged { "与已报的相同", "unchanged" }
        /// Nothing of it was taken.
        Refused { "未收", "refused" }
    }

    /// That a sheet has no day of filing.
    pub fn no_day() {
        "表上没有报送日期，按按时报送计；要记收到的日期，用 --on", "no filing date: treated as in time; to record the date it came in, use --on"
    }

    /// That comments in the replaced file are lost.
    pub fn comments_lost() { "原文件里 # 开头的批注不保留", "comments (#) in the old file are not kept" }

    /// That what is filed is a draft.
    pub fn was_draft() { "原文件是草稿", "the existing file is a draft" }

    /// That nothing was written.
    pub fn trial() { "这是试收，没有写入任何文件。", "Dry run: nothing was written." }

    /// The endings of the files that are read.
    pub fn endings() { ".xlsx、.xlsm、.xls、.et、.csv", ".xlsx, .xlsm, .xls, .et, .csv" }

    /// That the list of the forms made cannot be had as a document.
    pub fn form_list_is_text() {
        "这里的 --format 只管屏幕上的清单，不能用 docx、xlsx；表总是Excel文件",
        "--format applies to the list shown here and cannot be docx or xlsx; the forms are Excel files in any case"
    }
}

say! { lang;
    /// Where a sheet comes from: 六月.xlsx（表“月报”）.
    pub fn origin(file: &str, sheet: &str) {
        if sheet.is_empty() => { "{file}" }
        "{file}（表“{sheet}”）", "{file} (sheet `{sheet}`)"
    }

    /// How many items were reported on.
    pub fn entries(count: usize) {
        let items = plural(count, "item");
        "填了{count}项", "{items}"
    }

    /// Items that are open and were left empty.
    pub fn unreported(items: &str) { "没有填的事项：{items}（不按0计，按未填报计）", "left empty: {items} (not zero: not reported)" }

    /// Rows that were not read.
    pub fn rows_skipped(rows: &str) { "第{rows}行不是事项，没有读", "rows that name no item, not read: {rows}" }

    /// Rows of other units.
    pub fn rows_of_others(rows: &str) { "第{rows}行是别的单位的，没有读", "rows of other units, not read: {rows}" }

    /// Columns that were not read.
    pub fn columns_skipped(names: &str) { "没有读的列：{names}", "columns not read: {names}" }

    /// Sheets that were not read.
    pub fn sheets_skipped(names: &str) { "没有读的工作表：{names}", "sheets not read: {names}" }

    /// Files of a folder that are no tables, and folders inside.
    pub fn files_skipped(names: &str) { "没有看的（不是表格，或是里面的文件夹）：{names}", "not looked at (no tables, or folders inside): {names}" }

    /// Which occurrences were taken to be meant.
    pub fn occurrences(taken: &[(String, String)]) {
        let taken = taken.iter().map(|(item, due)| say!(lang { "{item} 记作{due}到期的一期", "{item} taken for the one due in {due}" }));
        let taken = lang.list(taken);
        "{taken}；不是这一期的，写成“编号（到期月份）”再收", "{taken}; if another is meant, write `id (due month)`"
    }

    /// More was done than there is.
    pub fn over_total(cell: &str, total: &str) {
        "{cell} 填的超过了总量{total}，按完成计；请核实", "{cell} is more than the total of {total}: it counts as complete; please verify"
    }

    /// Cells that the office had printed otherwise.
    pub fn locked(cells: &str) {
        "与发出的表不同的格（应由办公室填，没有读）：{cells}", "cells that differ from the form sent out (the office fills them; not read): {cells}"
    }

    /// Neither the newest month with reports nor the next that is asked for.
    pub fn other_month(month: Month, newest: Month) {
        let [written, said, newest] = [month.to_string(), terms::month(month, lang), terms::month(newest, lang)];
        "报的是{said}，而最近的月报是{newest}的：请核对月份（收表时写明 --month {written} 就不再提示）",
        "it is for {written}, while the newest reports are for {newest}: check the month (--month {written} settles it)"
    }

    /// What the figures taken make of the verdicts.
    pub fn effect() { "收下后：", "With this:" }

    /// A difference: 2.1 城镇雨污分流改造 本月累计完成：35% → 40%.
    pub fn difference(item: Option<(&str, &str)>, what: &str, old: &str, new: &str) {
        let [old, new] = [old, new].map(|text| if text.is_empty() { lang.pick("（无）", "(nothing)") } else { text });
        match item {
            Some((id, title)) => { "{id} {title}　{what}：{old} → {new}", "{id} {title}　{what}: {old} → {new}" }
            None => { "{what}：{old} → {new}", "{what}: {old} → {new}" }
        }
    }

    /// What is wrong with a cell: G9　…；改法：….
    pub fn in_cell(cell: &str, what: &str, instead: &str) { "{cell}　{what}。改法：{instead}", "{cell}: {what}; {instead}" }

    /// What is wrong with a sheet as a whole.
    pub fn whole(what: &str, instead: &str) { "{what}。改法：{instead}", "{what}; {instead}" }

    /// Where the copy that goes back lies.
    pub fn copy_at(path: &str) { "退回件（红格上有批注）：{path}", "to send back (comments on the red cells): {path}" }

    fn part(fate: &str, names: &[String]) {
        let (count, first) = (names.len(), first(names, lang));
        if count == 0 => { "{fate}0份", "{fate}: 0" }
        "{fate}{count}份（{first}）", "{fate}: {count} ({first})"
    }

    /// The first of many names: whoever has three hundred units does not read them all here.
    fn first(names: &[String]) {
        let most = 20;
        let are_all = names.len() <= most + 1;
        let names = lang.list(if are_all { names } else { &names[..most] });
        if are_all => { "{names}" }
        "{names}等", "{names} and others"
    }

    /// How many reports of a month are in.
    pub fn received(month: Month, received: usize, expected: usize, missing: &[String]) {
        let (month, count, missing) = (terms::month(month, lang), missing.len(), first(missing, lang));
        if count == 0 => { "{month}月报：应报{expected}份，已全部报送。", "Reports for {month}: all {expected} have come in." }
        "{month}月报：应报{expected}份，已报{received}份，未报{count}份（{missing}）。",
        "Reports for {month}: {received} of {expected} have come in; missing: {count} ({missing})."
    }

    /// That a folder has nothing to collect.
    pub fn nothing_to_collect() { "没有可收的表（{}）。", "There is nothing to collect ({})."; endings(lang) }

    /// How many forms were written.
    pub fn forms_written(month: Month, written: usize, unchanged: usize, folder: &str) {
        let (month, forms) = (terms::month(month, lang), plural(written, "form"));
        if written + unchanged == 0 => {
            "{month}没有要求报月报的单位，没有做表；要给哪个单位做，写 --unit 单位。",
            "No unit is asked for a report for {month}, so there are no forms; for one all the same, give --unit UNIT."
        }
        if unchanged == 0 => { "{month}月报表{written}份，已写入 {folder}。", "{forms} for {month}, written to {folder}." }
        "{month}月报表{written}份，已写入 {folder}；另有{unchanged}份与原来相同。",
        "{forms} for {month}, written to {folder}; {unchanged} were the same before."
    }

    /// What to do with the forms.
    pub fn forms_next(month: Month, folder: &str) {
        "发给各单位填黄色格；收回后放在一个文件夹里，运行 shangdang collect 文件夹 --month {month}。",
        "Send them out; put what comes back into a folder other than {folder} and run shangdang collect FOLDER --month {month}."
    }

    /// That a form is not written over one that may be filled in.
    pub fn form_exists(files: &str) {
        "已有同名文件，内容不同，可能已经填过：{files}\n  没有写入任何文件；换一个文件夹，或加 --replace 重写",
        "files with these names already exist with different content, perhaps filled in: {files}\n  nothing was written; choose another folder, or add --replace"
    }
}

/// How many sheets became what.
pub fn summary(counts: [(Fate, &[String]); 4], is_trial: bool, lang: Lang) -> String {
    let parts = counts.map(|(became, names)| part(fate(became, is_trial, lang), names, lang));
    say!(lang {
        let (zh, en) = (parts.join("，"), sentence(&parts.join("; ")));
        "{zh}。", "{en}."
    })
}
