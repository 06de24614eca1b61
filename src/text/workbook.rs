//! Words of the workbook that a page becomes.

use super::Lang;

words! { lang;
    /// The name of a sheet: what the page says above its table, the table, and what each of its columns contains.
    pub fn sheet(enum Sheet) { Overview { "概况", "overview" } Rows { "明细", "rows" } Columns { "栏目说明", "columns" } }

    /// The heading of the legend.
    pub fn legend() { "“明细”表中的颜色（文字已说明同样的意思）", "Colours in the sheet `rows` (the words say the same)" }

    /// The heading of the remarks on how the table is made.
    pub fn about() { "用表说明", "About the table" }

    /// Page numbers at the foot of a printed sheet, as spreadsheets write them.
    pub fn page_numbers() { "&C第&P页，共&N页", "&Cpage &P of &N" }

    fn ids_are_texts() {
        "事项编号和月份按文字存放，7.10 不会变成 7.1；数和日期可以直接计算、排序。",
        "Ids and months are stored as text, so that 7.10 does not become 7.1; numbers and dates can be computed with and sorted."
    }

    fn sums_are_formulas() {
        "滞后月是算式，点开可以看到怎样减出来；超过两位小数的舍去，不进位。",
        "Months late are formulas that show the subtraction; more than two decimals are cut off, never rounded up."
    }

    fn columns_are_explained() { "每一栏是什么意思，见“栏目说明”表。", "The sheet `columns` says what each column contains." }

    fn nothing_flows_back() {
        "表是从方案文件夹算出来的：改动表里的数，不会改变方案、月报和结论。",
        "The table is computed from the files of the workspace; changing it changes neither plan nor reports nor verdicts."
    }
}

/// The headings of the sheet that explains the columns.
pub fn column_heads(lang: Lang) -> [&'static str; 4] {
    words!(lang {
        ["栏目", "含义", "单位或格式", "从哪里来、怎样得出"],
        ["column", "meaning", "unit or form", "where it comes from"],
    })
}

/// How the table is made.
pub fn remarks(has_sums: bool, lang: Lang) -> Vec<&'static str> {
    let sums = has_sums.then(|| sums_are_formulas(lang));
    let rest = [columns_are_explained(lang), nothing_flows_back(lang)];
    [ids_are_texts(lang)].into_iter().chain(sums).chain(rest).collect()
}

say! { lang;
    /// More texts of the same colour than are named.
    pub fn and_others(texts: &[String], are_all: bool) {
        let listed = lang.list(texts);
        if are_all => { "{listed}" }
        "{listed}等", "{listed} and others"
    }
}
