//! What is said where git gives no answer. The reasons come in as words, so that nothing here knows git.

say! { lang;
    /// The folder is in no repository.
    pub fn not_a_repository(folder: &str) {
        "{folder} 不在 git 仓库里，没有历史版本可比\n  可以比较月份（diff 2022-05 2022-06）或两个文件夹；要留历史，先运行 git init",
        "{folder} is not in a git repository, so there are no revisions to compare\n  months (diff 2022-05 2022-06) and folders can be compared; to have a history from now on, run git init"
    }

    /// There is no such revision, nor month, nor folder.
    pub fn unknown_revision(written: &str) {
        "“{written}”不是月份、不是有 plan.toml 的文件夹，也不是 git 版本\n  写成 2022-05、HEAD~1、v1..v2，或文件夹 ./名称",
        "`{written}` is not a month, a folder with plan.toml or a git revision\n  write 2022-05, HEAD~1, v1..v2, or a folder as ./NAME"
    }

    /// What was typed is neither a month nor a folder, and git gives no answer on it either.
    pub fn neither(written: &str, trouble: &str) {
        "“{written}”不是月份，也不是有 plan.toml 的文件夹\n  若是 git 版本：{trouble}",
        "`{written}` is neither a month nor a folder with plan.toml\n  if it is a git revision: {trouble}"
    }

    /// The revision has no plan.
    pub fn no_plan(revision: &str, looked: &[String]) {
        let looked = lang.list(looked);
        "版本 {revision} 里没有 plan.toml\n  找过：{looked}", "there is no plan.toml in revision {revision}\n  looked for: {looked}"
    }

    /// Git complains of something else.
    pub fn failed(said: &str) { "git 没有成功：{said}", "git failed: {said}" }

    /// A name is a folder and something else as well.
    pub fn ambiguous(written: &str, is_month: bool) {
        if is_month => {
            "“{written}”既是文件夹，又是月份\n  文件夹写 ./{written}，月份换一种写法，如 2022年5月",
            "`{written}` is both a folder and a month\n  write ./{written} for the folder; write the month in another form, such as 2022/05"
        }
        "“{written}”既是文件夹，又是 git 版本\n  文件夹写 ./{written}，版本写 {written}~0",
        "`{written}` is both a folder and a revision\n  write ./{written} for the folder, {written}~0 for the revision"
    }

    /// The later month first.
    pub fn backwards(before: &str, after: &str) {
        "{before}不早于{after}\n  先写早的月份，再写晚的", "{before} is not before {after}\n  write the earlier month first"
    }

    /// Three dots.
    pub fn three_dots(written: &str) {
        "“{written}”有三个点\n  两个版本之间写两个点：v1..v2", "`{written}` has three dots\n  write two between revisions: v1..v2"
    }
}

words! { lang;
    /// There is no git.
    pub fn not_installed() {
        "这台电脑上没有找到 git，不能按版本比较\n  装上 git 再试；不装也可以比较月份（diff 2022-05 2022-06）或两个文件夹",
        "git was not found on this machine, so revisions cannot be compared\n  install git; months (diff 2022-05 2022-06) and folders can be compared without it"
    }

    /// A month on one side, something else on the other.
    pub fn mixed() {
        "两边要么都是月份，要么都不是\n  比较版本或文件夹时，用 --month 指定按哪个月末核算",
        "either both must be months or neither\n  for revisions and folders, give the as-of month with --month"
    }

    /// `--month` beside two months.
    pub fn month_twice() { "比较两个月份时不能再用 --month", "--month cannot be used where two months are compared" }
}
