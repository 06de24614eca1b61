//! Words of `doctor`: what was found on this machine, what was chosen, and why.

use super::Lang;

/// Why a language was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LangFrom {
    /// `--lang`.
    Option,
    /// `SHANGDANG_LANG`.
    Environment,
    /// The language of the system, by this name.
    Locale(String),
    /// Nothing said anything.
    Default,
}

/// How the folder of the plan was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FolderFrom {
    /// `-C` or `SHANGDANG_DIR`.
    Named,
    /// From the current folder upwards.
    Upwards,
}

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The program itself.
    Program,
    /// The day it is.
    Today,
    /// The language.
    Language,
    /// The terminal.
    Terminal,
    /// The folder of the plan.
    Folder,
    /// What lies in it.
    Files,
    /// What is wrong with it.
    Problems,
    /// Whether it can be written.
    Writing,
    /// git.
    Git,
    /// How git shows differences.
    Driver,
}

/// The name of a subject.
pub fn subject(subject: Subject, lang: Lang) -> &'static str {
    match subject {
        Subject::Program => lang.pick("程序", "program"),
        Subject::Today => lang.pick("今天", "today"),
        Subject::Language => lang.pick("语言", "language"),
        Subject::Terminal => lang.pick("终端", "terminal"),
        Subject::Folder => lang.pick("方案文件夹", "folder of the plan"),
        Subject::Files => lang.pick("内容", "files"),
        Subject::Problems => lang.pick("检查", "check"),
        Subject::Writing => lang.pick("能否写入", "writing"),
        Subject::Git => lang.pick("git", "git"),
        Subject::Driver => lang.pick("git比较", "git diff"),
    }
}

/// The heads of the table.
pub fn heads(lang: Lang) -> [&'static str; 2] {
    [lang.pick("项目", "subject"), lang.pick("情况", "finding")]
}

/// The day at the clock of this machine, and what it is for.
pub fn today(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{day}；只用于 report submit 不写日期时，核算不看钟"),
        Lang::En => format!("{day}; used only by `report submit` without a date; no verdict looks at the clock"),
    }
}

/// The language, and why.
pub fn language(from: &LangFrom, lang: Lang) -> String {
    let name = lang.pick("中文", "English");
    let why = match from {
        LangFrom::Option => lang.pick("命令行写了 --lang", "--lang says so").to_owned(),
        LangFrom::Environment => lang.pick("环境变量 SHANGDANG_LANG", "SHANGDANG_LANG says so").to_owned(),
        LangFrom::Locale(locale) => match lang {
            Lang::Zh => format!("系统语言是 {locale}"),
            Lang::En => format!("the system's language is {locale}"),
        },
        LangFrom::Default => lang.pick("没有别的设置，默认中文", "nothing says otherwise").to_owned(),
    };
    match lang {
        Lang::Zh => format!("{name}（{why}）"),
        Lang::En => format!("{name} ({why})"),
    }
}

/// Where results go.
pub fn terminal(width: Option<usize>, has_colour: bool, lang: Lang) -> String {
    let colour = if has_colour { lang.pick("有颜色", "colour") } else { lang.pick("无颜色", "no colour") };
    match (width, lang) {
        (Some(width), Lang::Zh) => format!("按{width}列排版，{colour}"),
        (Some(width), Lang::En) => format!("laid out for {width} columns, {colour}"),
        (None, Lang::Zh) => format!("不是终端（重定向），不限宽度，{colour}"),
        (None, Lang::En) => format!("not a terminal, no limit of width, {colour}"),
    }
}

/// The folder, and how it was found.
pub fn folder(path: &str, from: FolderFrom, lang: Lang) -> String {
    let how = match from {
        FolderFrom::Named => lang.pick("由 -C 或 SHANGDANG_DIR 指定", "named by -C or SHANGDANG_DIR"),
        FolderFrom::Upwards => lang.pick("由当前文件夹往上找到", "found from the current folder upwards"),
    };
    match lang {
        Lang::Zh => format!("{path}（{how}）"),
        Lang::En => format!("{path} ({how})"),
    }
}

/// What the folder holds.
pub fn files(plan: &str, counts: [usize; 4], newest: Option<&str>, lang: Lang) -> String {
    let [units, items, reports, drafts] = counts;
    let newest = newest.unwrap_or(lang.pick("无", "none"));
    match lang {
        Lang::Zh => {
            format!("《{plan}》：{units}个单位、{items}个事项、{reports}份月报（最新：{newest}）、{drafts}份草稿")
        }
        Lang::En => {
            format!("{plan}: units {units}, items {items}, reports {reports} (newest: {newest}), drafts {drafts}")
        }
    }
}

/// That nothing could be made of the files.
pub fn not_assessed(lang: Lang) -> &'static str {
    lang.pick("先按 shangdang check 的提示改正。", " They have to be mended first; see `shangdang check`.")
}

/// Whether files can be written.
pub fn writing(why_not: Option<&str>, lang: Lang) -> String {
    match (why_not, lang) {
        (None, Lang::Zh) => "可以".to_owned(),
        (None, Lang::En) => "possible".to_owned(),
        (Some(why), Lang::Zh) => {
            format!("不行：{why}；查看不受影响，填报和收表要换一个能写的文件夹")
        }
        (Some(why), Lang::En) => {
            format!("not possible: {why}; reading works, reports need a folder that can be written")
        }
    }
}

/// git, and the state of the repository.
pub fn git(version: &str, changes: usize, lang: Lang) -> String {
    match (changes, lang) {
        (0, Lang::Zh) => format!("{version}；文件夹在仓库里，没有未提交的改动"),
        (0, Lang::En) => format!("{version}; the folder is in a repository, nothing uncommitted"),
        (_, Lang::Zh) => format!("{version}；文件夹在仓库里，有{changes}个文件的改动没有提交"),
        (_, Lang::En) => format!("{version}; the folder is in a repository, files with uncommitted changes: {changes}"),
    }
}

/// That git is not there, which hurts nothing but comparing revisions.
pub fn no_git(lang: Lang) -> &'static str {
    lang.pick(
        "没有安装；只是不能按版本比较（diff 仍可按月份、按文件夹）",
        "not installed; only comparing revisions needs it (diff still takes months and folders)",
    )
}

/// That the folder is not in a repository.
pub fn no_repository(version: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{version}；文件夹不在仓库里，改动没有留痕。运行 git init 建一个"),
        Lang::En => {
            format!("{version}; the folder is not in a repository, so nobody can see who changed what. Run git init")
        }
    }
}

/// Whether git shows differences by item.
pub fn driver(is_set: bool, lang: Lang) -> &'static str {
    if is_set {
        lang.pick("按事项显示", "shown by item")
    } else {
        lang.pick(
            "按行显示；运行 shangdang init --git 可改为按事项显示",
            "shown by line; `shangdang init --git` makes it by item",
        )
    }
}

/// Two lines whose ends have to stand under each other, and what it means if they do not.
pub fn ruler(lang: Lang) -> [String; 2] {
    let said = lang.pick(
        "下面三行的竖线应当上下对齐。第二行不齐，请换等宽的中文字体；只有第三行不齐，是终端把引号等当两格宽，表格会略有参差，不影响内容。",
        "The bars below should stand under each other. If the second is off, use a monospaced Chinese font; if only the third is, the terminal draws quotes and the like two cells wide: tables will look ragged and say the same.",
    );
    let lines = "1234567890123456|\n区住建局应当对齐|\n“”—…①×±≥12345678|";
    [said.to_owned(), lines.to_owned()]
}
