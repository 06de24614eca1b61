//! Words of `init`: what was written, what was in the way, what to do next.

use crate::model::Month;

say! { lang;
    /// The heading above the files.
    pub fn files(folder: &str, is_written: bool) {
        if is_written => { "已在 {folder} 写好：", "Written in {folder}:" }
        "将在 {folder} 写入（这次没有写）：", "Would be written in {folder} (nothing was):"
    }

    /// That files already exist where new ones would be written.
    pub fn in_the_way(folder: &str, files: &[String]) {
        let files = files.join("\n    ");
        "{folder} 里已经有这些文件，什么都没有写：\n    {files}\n  换一个文件夹：shangdang init 文件夹名；不要了就先移走",
        "{folder} already has these files; nothing was written:\n    {files}\n  choose another folder: shangdang init DIR; or move them out of the way first"
    }

    /// The heading above the next steps; with the folder, where that is not the one at hand.
    pub fn next(folder: Option<&str>) {
        match folder {
            None => { "接下来：", "Next steps:" }
            Some(folder) => {
                "接下来（命令在 {folder} 里运行，或加 -C）：", "Next steps (run the commands in {folder}, or add -C):"
            }
        }
    }

    /// The next steps, each a line.
    pub fn steps(is_blank: bool, first: Month) {
        let edit = what_to_edit(is_blank, lang);
        "1. {edit}\n\
         2. shangdang check：看有没有写错\n\
         3. shangdang form --month {first} -o 发出：给各单位做月报表；或用 shangdang report new 直接起草月报\n\
         4. shangdang collect 收件：收表；shangdang filing：谁还没报\n\
         5. shangdang status：各项到哪一步、该不该预警",
        "1. {edit}\n\
         2. shangdang check: whether anything is wrong\n\
         3. shangdang form --month {first} -o forms: forms for the units; or draft reports with shangdang report new\n\
         4. shangdang collect inbox: take in what comes back; shangdang filing: who has not reported\n\
         5. shangdang status: where every share stands"
    }

    /// That showing changes item by item was not set up, in git's words.
    pub fn driver_failed(said: &str) {
        "没有设置成按事项显示改动，git 说：{said}", "showing changes item by item was not set up; git says: {said}"
    }

    /// That git's attributes are there, but do not name the files.
    pub fn add_attributes(file: &str, lines: &str) {
        let lines = lines.trim_end().replace('\n', "\n    ");
        "{file} 已经有了，没有改；请在里面加上：\n    {lines}",
        "{file} already exists and was not changed; please add to it:\n    {lines}"
    }
}

words! { lang;
    fn what_to_edit(is_blank: bool) {
        if is_blank => {
            "改 plan.toml（名称、期限、报送日、单位）和 tasks/（任务、事项、节点），删去 sample 一行",
            "edit plan.toml (title, period, report day, units) and tasks/ (tasks, items, milestones); delete the line `sample`"
        }
        "节点是示例：核对 tasks/ 里的时限，改好后删去 plan.toml 的 sample 一行",
        "the milestones are samples: check the deadlines in tasks/, then delete the line `sample` in plan.toml"
    }

    /// That git shows differences item by item.
    pub fn driver_set() {
        "已设置：在这个 git 仓库里，git diff 和 git log -p 按事项显示改动（每人的仓库各设一次：shangdang init --git）。",
        "Set up: in this git repository git diff and git log -p show changes item by item (to be done once in each clone: shangdang init --git)."
    }

    /// That it does not, for want of git.
    pub fn no_git() {
        "这台电脑上没有找到 git，没有设置按事项显示改动\n  装好 git，再运行 shangdang init --git",
        "git was not found on this machine; showing changes item by item was not set up\n  install git, then run shangdang init --git"
    }

    /// That it does not, for the folder is in no repository.
    pub fn no_repository() {
        "这个文件夹不在 git 仓库里，没有设置按事项显示改动\n  先运行 git init，再运行 shangdang init --git",
        "the folder is not in a git repository; showing changes item by item was not set up\n  run git init first, then shangdang init --git"
    }
}
