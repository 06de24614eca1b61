//! Words of `init`: what was written, what was in the way, what to do next.

use super::Lang;
use crate::model::Month;

/// What becomes of the files that are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// They have been written.
    Written,
    /// They would be written.
    WouldBe,
}

/// The heading above the files.
pub fn files(listed: Listed, folder: &str, lang: Lang) -> String {
    match (listed, lang) {
        (Listed::Written, Lang::Zh) => format!("已在 {folder} 写好："),
        (Listed::Written, Lang::En) => format!("Written in {folder}:"),
        (Listed::WouldBe, Lang::Zh) => format!("将在 {folder} 写入（这次没有写）："),
        (Listed::WouldBe, Lang::En) => format!("Would be written in {folder} (nothing was):"),
    }
}

/// That files stand where new ones would be written.
pub fn in_the_way(folder: &str, files: &[String], lang: Lang) -> String {
    let files = files.join("\n    ");
    match lang {
        Lang::Zh => format!(
            "{folder} 里已经有这些文件，什么都没有写：\n    {files}\n  换一个文件夹：shangdang init 文件夹名；不要了就先移走"
        ),
        Lang::En => format!(
            "{folder} has these files already; nothing was written:\n    {files}\n  choose another folder: shangdang init DIR; or move them away first"
        ),
    }
}

/// The heading above the next steps; with the folder, where that is not the one at hand.
pub fn next(folder: Option<&str>, lang: Lang) -> String {
    match (folder, lang) {
        (None, Lang::Zh) => "接下来：".to_owned(),
        (None, Lang::En) => "What comes next:".to_owned(),
        (Some(folder), Lang::Zh) => format!("接下来（命令在 {folder} 里运行，或加 -C）："),
        (Some(folder), Lang::En) => {
            format!("What comes next (run the commands in {folder}, or add -C):")
        }
    }
}

/// The next steps, each a line.
pub fn steps(is_blank: bool, first: Month, lang: Lang) -> Vec<String> {
    let edit = match (is_blank, lang) {
        (true, Lang::Zh) => "改 plan.toml（名称、期限、报送日、单位）和 tasks/（任务、事项、节点），删去 sample 一行",
        (true, Lang::En) => {
            "edit plan.toml (title, period, report day, units) and tasks/ (tasks, items, milestones); delete the line sample"
        }
        (false, Lang::Zh) => "节点是示例：核对 tasks/ 里的时限，改好后删去 plan.toml 的 sample 一行",
        (false, Lang::En) => {
            "the milestones are samples: check the deadlines in tasks/, then delete the line sample in plan.toml"
        }
    };
    let check = lang.pick("shangdang check：看有没有写错", "shangdang check: whether anything is wrong");
    let ask = match lang {
        Lang::Zh => {
            format!("shangdang form --month {first} -o 发出：给各单位做月报表；或用 shangdang report new 直接起草月报")
        }
        Lang::En => format!(
            "shangdang form --month {first} -o forms: forms for the units; or draft reports with shangdang report new"
        ),
    };
    let collect = lang.pick(
        "shangdang collect 收件：收表；shangdang filing：谁还没报",
        "shangdang collect inbox: take in what comes back; shangdang filing: who has not reported",
    );
    let status = lang.pick("shangdang status：各项到哪一步、该不该预警", "shangdang status: where every share stands");
    [edit, check, &ask, collect, status].iter().enumerate().map(|(at, step)| format!("{}. {step}", at + 1)).collect()
}

/// Whether git shows differences item by item, and if not, why.
#[derive(Clone, Copy, Debug)]
pub enum Driver<'a> {
    /// It does.
    Set,
    /// There is no git.
    NoGit,
    /// The folder is in no repository.
    NoRepository,
    /// Something else, in git's words.
    Failed(&'a str),
}

/// What came of setting it up.
pub fn driver(driver: Driver<'_>, lang: Lang) -> String {
    match (driver, lang) {
        (Driver::Set, Lang::Zh) => "已设置：在这个 git 仓库里，git diff 和 git log -p 按事项显示改动（每人的仓库各设一次：shangdang init --git）。".to_owned(),
        (Driver::Set, Lang::En) => "Set up: in this git repository git diff and git log -p show changes item by item (once in everybody's own clone: shangdang init --git).".to_owned(),
        (Driver::NoGit, Lang::Zh) => "这台电脑上没有找到 git，没有设置按事项显示改动\n  装好 git，再运行 shangdang init --git".to_owned(),
        (Driver::NoGit, Lang::En) => "git was not found on this machine; showing changes item by item was not set up\n  install git, then run shangdang init --git".to_owned(),
        (Driver::NoRepository, Lang::Zh) => "这个文件夹不在 git 仓库里，没有设置按事项显示改动\n  先运行 git init，再运行 shangdang init --git".to_owned(),
        (Driver::NoRepository, Lang::En) => "the folder is in no git repository; showing changes item by item was not set up\n  run git init first, then shangdang init --git".to_owned(),
        (Driver::Failed(said), Lang::Zh) => format!("没有设置成按事项显示改动，git 说：{said}"),
        (Driver::Failed(said), Lang::En) => format!("showing changes item by item was not set up; git says: {said}"),
    }
}

/// That git's attributes are there, but do not name the files.
pub fn add_attributes(file: &str, lines: &str, lang: Lang) -> String {
    let lines = lines.trim_end().replace('\n', "\n    ");
    match lang {
        Lang::Zh => format!("{file} 已经有了，没有改；请在里面加上：\n    {lines}"),
        Lang::En => {
            format!("{file} is there already and was not changed; please add to it:\n    {lines}")
        }
    }
}
