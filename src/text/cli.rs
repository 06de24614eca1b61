//! Words of the command line as a whole: the frame of its help, and what is said when it is used wrongly. The words of
//! a command and its options are beside it.

use std::io;

use super::Lang;
use crate::model::Month;

say! { lang;
    /// The layout of a help page; `also` is the command by its Chinese names.
    pub fn help_template(has_commands: bool, has_arguments: bool, also: Option<&str>) {
        let also = also.map(|also| say!(lang { "中文：{also}\n", "In Chinese: {also}\n" })).unwrap_or_default();
        let commands = words!(lang { "命令：\n{subcommands}\n\n", "Commands:\n{subcommands}\n\n" });
        let commands = if has_commands { commands } else { "" };
        let arguments = words!(lang { "参数：\n{positionals}\n\n", "Arguments:\n{positionals}\n\n" });
        let arguments = if has_arguments { arguments } else { "" };
        "{{about}}\n\n用法：{{usage}}\n{also}\n{commands}{arguments}选项：\n{{options}}{{after-help}}",
        "{{about}}\n\nUsage: {{usage}}\n{also}\n{commands}{arguments}Options:\n{{options}}{{after-help}}"
    }

    /// Examples below the help of a command: a line each as they are written down, and behind an empty line what else
    /// is to be said; what is not the same in both languages stands as `{中文|English}`.
    pub fn examples(written: &str) {
        if written.is_empty() => { "", "" }
        let told = written.split('{').map(|part| match part.split_once('}') {
            Some((choice, rest)) => {
                let (zh, en) = choice.split_once('|').expect("a choice has two languages");
                format!("{}{rest}", lang.pick(zh, en))
            }
            None => part.to_owned(),
        });
        let told = told.collect::<String>();
        let (lines, rest) = told.split_once("\n\n").unwrap_or((&told, ""));
        let joined = |lines: &str, by: &str| lines.lines().map(str::trim_start).collect::<Vec<_>>().join(by);
        let lines = joined(lines, "\n  shangdang ");
        let rest = if rest.is_empty() { String::new() } else { format!("\n\n{}", joined(rest, "\n")) };
        "例：\n  shangdang {lines}{rest}", "Examples:\n  shangdang {lines}{rest}"
    }

    /// That an option gives what can also be given by its place.
    pub fn same_as(value: &str, is_needed: bool) {
        if is_needed => { "与直接写 <{value}> 相同", "The same as <{value}> by itself" }
        "与直接写 [{value}] 相同", "The same as [{value}] by itself"
    }

    /// What was wrong with the command line.
    pub fn misuse(misuse: Misuse<'_>) {
        match misuse {
            Misuse::UnknownArgument { argument } => {
                "没有“{argument}”这个选项或参数", "there is no option or argument `{argument}`"
            }
            Misuse::UnknownCommand { command } => { "没有“{command}”这个命令", "there is no command `{command}`" }
            Misuse::BadValue { argument, value } => { "{argument} 不能是“{value}”", "{argument} cannot be `{value}`" }
            Misuse::NoValue { argument } => { "{argument} 后面要有值", "{argument} needs a value" }
            Misuse::Missing { arguments } => { "缺少 {arguments}", "{arguments} is missing" }
            Misuse::NoCommand => { "缺少命令", "a command is missing" }
            Misuse::Conflict { argument, other } => {
                "{argument} 和 {other} 不能一起用", "{argument} and {other} cannot be used together"
            }
            Misuse::Repeated { argument } => { "{argument} 只能写一次", "{argument} can be given only once" }
            Misuse::Twice { option, bare, named } => {
                "写了“{bare}”，又写了 {option} {named}，两个不一样；只写一个",
                "`{bare}` and {option} {named} are both given and differ; give only one of them"
            }
            Misuse::Other => { "命令行写法不对", "the command line cannot be parsed" }
        }
    }

    /// Which words there are instead.
    pub fn possible(values: &str) { "可以是：{values}", "possible: {values}" }

    /// What was probably meant.
    pub fn did_you_mean(word: &str) { "是否想写 {word}？", "did you mean {word}?" }

    /// Where help is.
    pub fn see_help(command: &str) { "运行 {command} --help 看用法", "see {command} --help" }

    /// 错误：…
    pub fn error(message: &str) { "错误：{message}", "error: {message}" }

    /// That nothing has this name, with what was probably meant and what there is.
    pub fn unknown(kind: Kind, written: &str, meant: Option<&str>, known: &[String]) {
        let name = kind_name(kind, lang);
        let meant = meant.map(|word| format!("\n  {}", did_you_mean(word, lang))).unwrap_or_default();
        let known = Some(lang.list(known)).filter(|known| !known.is_empty());
        let known = known.map(|known| format!("\n  {}", possible(&known, lang))).unwrap_or_default();
        "没有“{written}”这个{name}{meant}{known}", "there is no {name} `{written}`{meant}{known}"
    }

    /// That there is no help under a name.
    pub fn unknown_topic(name: &str, meant: Option<&str>) {
        let meant = meant.map(|word| format!("\n  {}", did_you_mean(word, lang))).unwrap_or_default();
        "没有叫“{name}”的命令、字段、问题代码或词{meant}\n  字段就是文件里等号左边的词，如 percent；问题代码在 check 每条的方括号里，如 bad-figure",
        "there is no command, key, problem code or word `{name}`{meant}\n  keys are the words left of the = in the files, such as percent; codes are in brackets in what `check` shows, such as bad-figure"
    }

    /// That several things have this name.
    pub fn ambiguous(written: &str, ids: &[String]) {
        let ids = lang.list(ids);
        "叫“{written}”的不止一个\n  请写编号或标识：{ids}", "more than one is called `{written}`\n  write the id: {ids}"
    }

    /// That a text is no month.
    pub fn not_a_month(written: &str, such_as: Month) {
        let (year, number) = (such_as.year(), such_as.number());
        "“{written}”不是月份\n  写成 {such_as}、{year}{number:02}、{year}年{number}月、{number}月，或 latest（有月报的最新月份）",
        "`{written}` is not a month\n  write {such_as}, {year}{number:02}, {number}, or latest (the newest month with a report)"
    }

    /// That a month name fits several years of the plan.
    pub fn which_year(written: &str, years: &[String]) {
        let years = lang.list(years);
        "“{written}”是哪一年的？方案期内有：{years}", "which year is meant by `{written}`? The plan has: {years}"
    }

    /// That a month is outside the plan.
    pub fn outside_plan(month: &str, start: &str, end: &str, tracked: Option<&str>) {
        match tracked {
            Some(last) => {
                "{month}不在方案期和跟踪期内\n  方案期是{start}至{end}，跟踪到{last}",
                "{month} is outside the plan\n  which runs from {start} to {end} and is followed up until {last}"
            }
            None => { "{}", "{}"; outside_period(month, start, end, lang) }
        }
    }

    fn outside_period(month: &str, start: &str, end: &str) {
        "{month}不在方案期内\n  方案期是{start}至{end}", "{month} is outside the plan\n  which runs from {start} to {end}"
    }

    /// That a text is no day.
    pub fn not_a_day(written: &str, such_as: Month) {
        let (year, number) = (such_as.year(), such_as.number());
        "“{written}”不是日期\n  写成 {such_as}-25、{year}年{number}月25日，或 {number}月25日（方案期内只有一个时）",
        "`{written}` is not a date\n  write {such_as}-25, or {number}-25 if the plan has only one year"
    }

    /// That a day without its year fits several years.
    pub fn which_day(written: &str, days: &[String]) {
        let days = lang.list(days);
        "“{written}”是哪一年的？写明年份：{days}", "which year is meant by `{written}`? Write one of: {days}"
    }

    /// That a day without its year fits none of the plan.
    pub fn day_outside_plan(written: &str, example: &str) {
        "“{written}”不在方案期内\n  写明年份，如 {example}", "`{written}` is outside the plan\n  write the year as well, such as {example}"
    }

    /// That a file name does not tell the format.
    pub fn unknown_format(file: &str) {
        "看不出 {file} 要用哪种格式\n  扩展名用 .xlsx、.csv（用Excel打开）、.docx（用Word打开）、.html、.md、.json、.txt、.svg（图），或另加 --format",
        "the format to write is not clear from {file}\n  use .xlsx or .csv (for Excel), .docx (for Word), .html, .md, .json, .txt or .svg (a picture), or add --format"
    }

    /// That the format asked for is not that of the ending of the file.
    pub fn format_against_ending(file: &str) {
        "{file} 的扩展名说的是另一种格式，和 --format 不一致，写出来打不开\n  改扩展名，或不写 --format，按扩展名来",
        "the ending of {file} stands for another format than the one asked for, and the file would not open\n  change the ending, or leave --format out: the ending decides"
    }

    /// That workspace files are not written over.
    pub fn not_over_toml(file: &str) {
        "{file} 是数据文件的扩展名，不写结果进去\n  换一个文件名",
        "{file} is the name of a data file; results cannot be written there\n  choose another name"
    }

    /// That a folder is needed and a file is named.
    pub fn wants_folder(file: &str) {
        "{file} 像是文件；这里要写文件夹，每个单位的文件放进去\n  如 -o 六月",
        "{file} looks like a file, but a folder is needed here, for the files of all units\n  such as -o june"
    }

    /// That something was written.
    pub fn wrote(file: &str) { "已写入 {file}", "wrote {file}" }

    /// That there is no plan.
    pub fn no_plan(folder: &str, is_named: bool) {
        if is_named => {
            "{folder} 里没有 plan.toml\n  用 -C 指定方案所在的文件夹",
            "there is no plan.toml in {folder}\n  give the plan's folder with -C"
        }
        "从 {folder} 往上找，没有找到 plan.toml 或 data/plan.toml\n  到方案所在的文件夹里运行，或用 -C 指定它",
        "there is no plan.toml or data/plan.toml in {folder} or above\n  run this in the plan's folder, or give it with -C"
    }

    /// That a file or folder cannot be read.
    pub fn cannot_read(what: &str, error: &io::Error) {
        let why = system(error, lang);
        "读不出 {what}：{why}", "cannot read {what}: {why}"
    }

    /// That the result cannot be printed.
    pub fn cannot_print(error: &io::Error) {
        let why = system(error, lang);
        "结果输出不了：{why}", "cannot print the result: {why}"
    }

    /// That a file or folder cannot be written.
    pub fn cannot_write(what: &str, error: &io::Error) {
        let why = system(error, lang);
        "写不进 {what}：{why}", "cannot write {what}: {why}"
    }

    /// Why the system refused, if it can be said plainly.
    pub fn system(error: &io::Error) {
        let kind = error.kind();
        match kind {
            io::ErrorKind::NotFound => { "没有这个文件夹或文件", "no such folder or file" }
            io::ErrorKind::PermissionDenied => { "没有权限", "permission denied" }
            io::ErrorKind::ReadOnlyFilesystem => { "磁盘只读", "the disk is read-only" }
            io::ErrorKind::NotADirectory => { "路径中间有一段不是文件夹", "a part of the path is not a folder" }
            io::ErrorKind::QuotaExceeded => { "超出了磁盘配额", "the disk quota is used up" }
            io::ErrorKind::StorageFull => { "磁盘已满", "the disk is full" }
            io::ErrorKind::AlreadyExists => { "有同名的文件，不是文件夹", "a file of that name is in the way" }
            io::ErrorKind::IsADirectory => { "这是一个文件夹", "it is a folder" }
            _ => { "{error}", "{error}" }
        }
    }

    /// That a file of the workspace was not written, why, and what to do.
    pub fn not_written(path: &str, why: NotWritten<'_>) {
        match why {
            NotWritten::Appeared => {
                "{path} 已经有了，没有覆盖\n  先看看里面是什么；不要了就改名或删掉，再运行一次",
                "{path} already exists and was not overwritten\n  look at it; rename or delete it if it is not wanted, then run this again"
            }
            NotWritten::Changed => {
                "{path} 在读过之后被别人改了，没有覆盖\n  再运行一次，按新内容处理",
                "{path} was changed by someone after it was read, and was not overwritten\n  run this again, to work on what it says now"
            }
            NotWritten::Outside(to) => {
                "{path} 是链接，通到方案文件夹之外的 {to}，没有写\n  把链接换成真正的文件或文件夹",
                "{path} is a link that leads out of the workspace, to {to}; nothing was written\n  put a real file or folder in its place"
            }
            NotWritten::System(error) => {
                let said = cannot_write(path, error, lang);
                "{said}", "{said}"
            }
        }
    }

    /// That a workbook could not be made, which is a fault of the program.
    pub fn cannot_make(what: &str) { "做不出 {what} 的表", "cannot make the workbook for {what}" }
}

words! { lang;
    /// What the program does.
    pub fn about() {
        "按方案和月报算出各责任份滞后几个月、对应哪一档、为什么",
        "Compute from plan and reports how many months each share lags, which tier that means, and why"
    }

    /// What stands for options.
    pub fn options() { "[选项]", "[OPTIONS]" }

    /// What stands for a command.
    pub fn command() { "<命令>", "<COMMAND>" }

    /// What `--help` does.
    pub fn help() { "显示帮助", "Show help" }

    /// What `--version` does.
    pub fn version() { "显示版本", "Show the version" }

    fn kind_name(kind: Kind) {
        match kind {
            Kind::Unit => { "单位", "unit" }
            Kind::Task => { "任务", "task" }
            Kind::Item => { "事项", "item" }
            Kind::Tier => { "档次", "tier" }
            Kind::Bucket => { "状态", "state" }
            Kind::Lead => { "责任单位（就这个事项而言）", "lead unit of this item" }
            Kind::Observation => { "现象", "kind of observation" }
            Kind::Notice => { "发文字号", "notice with the number" }
        }
    }

    /// That a command looks at one plan.
    pub fn one_folder() {
        "这个命令一次只看一个方案，-C 只能写一个；几个方案合在一起看，用 status、escalate 或 board",
        "this command looks at one plan, so give -C only once; status, escalate and board show several plans together"
    }

    /// A binary file was asked for, but only text can be shown.
    pub fn docx_needs_file() {
        "DOCX 是文件，不能显示在屏幕上\n  写明文件名：-o 文件名.docx",
        "DOCX is a file and cannot be shown here\n  say where to write it: -o FILE.docx"
    }

    /// A workbook was asked for, but only text can be shown.
    pub fn xlsx_needs_file() {
        "XLSX 是文件，不能显示在屏幕上\n  写明文件名：-o 文件名.xlsx",
        "XLSX is a file and cannot be shown here\n  say where to write it: -o FILE.xlsx"
    }

    /// While files are read.
    pub fn reading() { "正在读取文件", "Reading files" }
}

/// Examples of the program, for [`examples`].
pub const EXAMPLES: &str = "\
    status                    {最新月份，各责任份到哪一步|the newest month, every share}
    escalate {6月              6月末拟预警、通报批评、约谈谁|2022-06          what is proposed at the end of June 2022}
    explain 2.1               {事项2.1的结论是怎样得出的|how the verdict on item 2.1 came about}
    check                     {文件里有没有写错|whether anything in the files is wrong}

    {命令也可以写中文名，如 shangdang 状态、shangdang 催报 6月；中文名在每个命令的帮助里。
    退出码：0 正常；1 回答是“否”（check 有错误，或 --exit-code 时有档次）；2 用法不对或无法核算。|\
    Exit codes: 0 fine; 1 the answer is no (check found errors, or a tier stands with --exit-code);
    2 wrong usage, or a workspace that cannot be assessed.}";

/// The heading of a section of a manual page, by its English name.
pub fn man_heading(english: &str, lang: Lang) -> &str {
    match (lang, english) {
        (Lang::Zh, "NAME") => "名称",
        (Lang::Zh, "SYNOPSIS") => "用法",
        (Lang::Zh, "DESCRIPTION") => "说明",
        (Lang::Zh, "OPTIONS") => "选项",
        (Lang::Zh, "SUBCOMMANDS") => "命令",
        (Lang::Zh, "EXTRA") => "示例",
        (Lang::En, "EXTRA") => "EXAMPLES",
        (Lang::Zh, "VERSION") => "版本",
        _ => english,
    }
}

/// What was wrong with the command line, each with what was typed.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the fields are the words that were typed")]
pub enum Misuse<'a> {
    /// No such option or argument.
    UnknownArgument { argument: &'a str },
    /// No such command.
    UnknownCommand { command: &'a str },
    /// A value that the option does not take.
    BadValue { argument: &'a str, value: &'a str },
    /// An option without its value.
    NoValue { argument: &'a str },
    /// An argument that has to be there.
    Missing { arguments: &'a str },
    /// No command at all.
    NoCommand,
    /// Two options that exclude each other.
    Conflict { argument: &'a str, other: &'a str },
    /// An option given twice that is not repeatable.
    Repeated { argument: &'a str },
    /// A value given by its place and by its option, and not the same.
    Twice { option: &'a str, bare: &'a str, named: &'a str },
    /// Anything else.
    Other,
}

/// What cannot be found by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 单位
    Unit,
    /// 任务
    Task,
    /// 事项
    Item,
    /// 档次
    Tier,
    /// 状态
    Bucket,
    /// 该事项的责任单位
    Lead,
    /// 文书
    Notice,
    /// 现象
    Observation,
}

/// Why a file of the workspace was not written.
#[derive(Clone, Copy, Debug)]
pub enum NotWritten<'a> {
    /// A file has come there.
    Appeared,
    /// It has changed since it was read.
    Changed,
    /// A link leads out of the workspace, to here.
    Outside(&'a str),
    /// The system refused.
    System(&'a io::Error),
}
