//! Words of `doctor`: what was found on this machine, what was chosen, and why.

use super::Lang;

words! { lang;
    /// What is looked at.
    pub fn subject(enum Subject) {
        Program { "程序", "program" }
        Today { "今天", "today" }
        Language { "语言", "language" }
        Terminal { "终端", "terminal" }
        Folder { "方案文件夹", "folder of the plan" }
        Files { "内容", "files" }
        Problems { "检查", "check" }
        Writing { "能否写入", "writing" }
        Git { "git", "git" }
        Driver { "git比较", "git diff" }
    }

    /// That nothing could be made of the files.
    pub fn not_assessed() { "先按 shangdang check 的提示改正。", " They have to be corrected first; see `shangdang check`." }

    /// That git is not installed, which only prevents comparing revisions.
    pub fn no_git() {
        "没有安装；只是不能按版本比较（diff 仍可按月份、按文件夹）",
        "not installed; needed only to compare revisions (diff can still compare months and folders)"
    }

    /// Whether git shows differences by item.
    pub fn driver(is_set: bool) {
        if is_set => { "按事项显示", "shown by item" }
        "按行显示；运行 shangdang init --git 可改为按事项显示", "shown by line; `shangdang init --git` makes it by item"
    }
}

say! { lang;
    /// The day at the clock of this machine, and what it is for.
    pub fn today(day: &str) {
        "{day}；只用于 report submit 不写日期时，核算不看钟",
        "{day}; used only by `report submit` without a date; no verdict depends on the clock"
    }

    /// The language, because the command line says so.
    pub fn by_option() { "中文（命令行写了 --lang）", "English (--lang says so)" }
    /// The language, because the environment says so.
    pub fn by_environment() { "中文（环境变量 SHANGDANG_LANG）", "English (SHANGDANG_LANG says so)" }
    /// The language, because the system's is of this name.
    pub fn by_locale(locale: &str) { "中文（系统语言是 {locale}）", "English (the system's language is {locale})" }
    /// The language, because nothing says otherwise.
    pub fn by_default() { "中文（没有别的设置，默认中文）", "English (by default)" }

    /// Where results go.
    pub fn terminal(width: Option<usize>, has_colour: bool) {
        let colour = if has_colour { lang.pick("有颜色", "colour") } else { lang.pick("无颜色", "no colour") };
        match width {
            Some(width) => { "按{width}列排版，{colour}", "layout for {width} columns, {colour}" }
            None => { "不是终端（重定向），不限宽度，{colour}", "not a terminal, no limit of width, {colour}" }
        }
    }

    /// The folder, and how it was found.
    pub fn folder(path: &str, is_named: bool) {
        if is_named => { "{path}（由 -C 或 SHANGDANG_DIR 指定）", "{path} (named by -C or SHANGDANG_DIR)" }
        "{path}（由当前文件夹往上找到）", "{path} (found from the current folder upwards)"
    }

    /// What the folder holds.
    pub fn files(plan: &str, counts: [usize; 4], newest: Option<&str>) {
        let [units, items, reports, drafts] = counts;
        let newest = newest.unwrap_or(lang.pick("无", "none"));
        "《{plan}》：{units}个单位、{items}个事项、{reports}份月报（最新：{newest}）、{drafts}份草稿",
        "{plan}: units {units}, items {items}, reports {reports} (newest: {newest}), drafts {drafts}"
    }

    /// Whether files can be written.
    pub fn writing(why_not: Option<&str>) {
        match why_not {
            None => { "可以", "possible" }
            Some(why) => {
                "不行：{why}；查看不受影响，填报和收表要换一个能写的文件夹",
                "not possible: {why}; pages can be shown, but reporting needs a folder that can be written to"
            }
        }
    }

    /// git, and the state of the repository.
    pub fn git(version: &str, changes: usize) {
        if changes == 0 => {
            "{version}；文件夹在仓库里，没有未提交的改动", "{version}; the folder is in a repository, nothing uncommitted"
        }
        "{version}；文件夹在仓库里，有{changes}个文件的改动没有提交",
        "{version}; the folder is in a repository, files with uncommitted changes: {changes}"
    }

    /// That the folder is not in a repository.
    pub fn no_repository(version: &str) {
        "{version}；文件夹不在仓库里，改动没有留痕。运行 git init 建一个",
        "{version}; the folder is not in a repository, so nobody can see who changed what. Run git init"
    }
}

/// The heads of the table.
pub fn heads(lang: Lang) -> [&'static str; 2] {
    lang.pick(["项目", "情况"], ["subject", "finding"])
}

/// Lines whose ends should line up, and what it means if they do not.
pub fn ruler(lang: Lang) -> [&'static str; 2] {
    let said = lang.pick(
        "下面三行的竖线应当上下对齐。第二行不齐，请换等宽的中文字体；只有第三行不齐，是终端把引号等当两格宽，表格会略有参差，不影响内容。",
        "The bars below should line up. If the second is off, use a monospaced Chinese font; if only the third is off, the terminal draws quotes and the like two cells wide: tables will look ragged, but say the same.",
    );
    [said, "1234567890123456|\n区住建局应当对齐|\n“”—…①×±≥12345678|"]
}
