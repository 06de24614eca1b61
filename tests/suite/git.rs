//! Revisions compared in repositories made here: what git is asked, what it is told, and what is said where it gives no
//! answer.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "these tests make repositories and have nothing to say without them"
)]

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use shangdang::git::{ATTRIBUTES, set_up_driver};

const PLAN: &str = r#"title = "水污染防治专项行动"
start = "2022-01"
end = "2022-12"
report-day = 23

[units.housing]
name = "区住建局"
kind = "department"

[units.water]
name = "区水利局"
kind = "department"
"#;

const TASK: &str = r#"number = 2
title = "完善雨污管网建设"
lead = ["housing", "water"]

[[items]]
id = "2.1"
title = "雨污分流改造"
basis = "stated"
milestones = [
    { by = "2022-03", percent = 20 },
    { by = "2022-05", percent = 50 },
    { by = "2022-12", percent = 100 },
]

[[items]]
id = "2.2"
title = "管网排查"
basis = "stated"
due = "2022-09"
"#;

fn report(unit: &str, month: &str, percent: u32, note: &str) -> String {
    format!(
        "month = \"{month}\"\nunit = \"{unit}\"\nsubmitted = {month}-20\n\n[[entries]]\nitem = \"2.1\"\npercent = {percent}\nnote = \"{note}\"\n\n[[entries]]\nitem = \"2.2\"\npercent = 10\n"
    )
}

/// A repository in a folder of its own, with the workspace in `work`.
struct Repository {
    folder: tempfile::TempDir,
    work: &'static str,
}

impl Repository {
    /// The plan and both reports for May, committed.
    fn new() -> Self {
        Self::within("")
    }

    fn within(work: &'static str) -> Self {
        let repository = Self { folder: tempfile::tempdir().unwrap(), work };
        repository.git(&["init", "--quiet", "--initial-branch=main", "."]);
        repository.write("plan.toml", PLAN);
        repository.write("tasks/02.toml", TASK);
        repository.write("reports/2022-05/housing.toml", &report("housing", "2022-05", 15, "进场施工"));
        repository.write("reports/2022-05/water.toml", &report("water", "2022-05", 50, "过半"));
        repository.commit("收齐5月月报");
        repository
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join(self.work)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    fn command(&self, program: impl AsRef<std::ffi::OsStr>, folder: &Path) -> Command {
        let mut command = Command::new(program);
        let own = Path::new(env!("CARGO_BIN_EXE_shangdang")).parent().unwrap();
        let path = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths(std::iter::once(own.to_owned()).chain(env::split_paths(&path)));
        command
            .current_dir(folder)
            .env_clear()
            .env("PATH", path.unwrap())
            .env("HOME", self.folder.path())
            .env("SHANGDANG_LANG", "zh")
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .env("GIT_AUTHOR_DATE", "2022-06-20T09:00:00+0800")
            .env("GIT_COMMITTER_DATE", "2022-06-20T09:00:00+0800");
        command
    }

    fn try_git(&self, arguments: &[&str]) -> Output {
        let mut command = self.command("git", self.folder.path());
        command.args(["-c", "user.name=示例", "-c", "user.email=a@example.invalid"]).args(arguments);
        command.output().expect("git runs")
    }

    fn git(&self, arguments: &[&str]) -> String {
        let output = self.try_git(arguments);
        assert!(output.status.success(), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs the program in a folder: exit code, what it says, and what it says beside.
    fn run_in(&self, folder: &Path, arguments: &[&str]) -> (i32, String, String) {
        let mut command = self.command(env!("CARGO_BIN_EXE_shangdang"), folder);
        said(command.args(arguments))
    }

    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        self.run_in(&self.root(), arguments)
    }

    /// What it says where all goes well.
    fn fine(&self, arguments: &[&str]) -> String {
        let (code, out, error) = self.run(arguments);
        assert_eq!(code, 0, "{arguments:?}: {out}{error}");
        out
    }

    /// Lets git show the files item by item.
    fn set_up(&self) {
        self.write(".gitattributes", ATTRIBUTES);
        self.commit("设置 git diff");
        set_up_driver(&self.root()).unwrap();
    }
}

fn said(command: &mut Command) -> (i32, String, String) {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).expect("what is printed is UTF-8");
    let code = output.status.code().expect("it was not killed");
    (code, text(output.stdout), text(output.stderr))
}

#[track_caller]
fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part:?} is not in\n{text}");
    }
}

const CORRECTED: &[&str] = &[
    "都按2022年5月末核算",
    "区住建局 2022年5月月报　reports/2022-05/housing.toml\n    2.1 雨污分流改造　填报：15% → 30%\n    2.1 雨污分流改造　说明：进场施工 → 更正\n",
    "结论变化：1份（解除1份）",
    "区住建局 2.1 雨污分流改造　15% → 30%，滞后 2 → 0，通报批评 → 未按序时推进（解除）\n    因：月报 reports/2022-05/housing.toml:7\n",
];

#[test]
fn a_corrected_figure_is_told_with_what_it_changed() {
    let repository = Repository::new();
    repository.write("reports/2022-05/housing.toml", &report("housing", "2022-05", 30, "更正"));
    // The files as they are, before and after they are committed.
    holds(&repository.fine(&["diff", "HEAD"]), CORRECTED);
    repository.commit("更正");
    holds(&repository.fine(&["diff", "HEAD~1"]), CORRECTED);
    let both = repository.fine(&["diff", "HEAD~1..HEAD"]);
    holds(&both, CORRECTED);
    holds(&both, &["HEAD~1（", "2022-06-20，收齐5月月报）", "2022-06-20，更正）"]);
    holds(&repository.fine(&["diff", "HEAD~1", "HEAD"]), CORRECTED);
    holds(&repository.fine(&["diff", "HEAD~1.."]), CORRECTED);
    let (code, ..) = repository.run(&["diff", "HEAD~1", "--exit-code"]);
    assert_eq!(code, 1);
    let (code, out, _) = repository.run(&["diff", "HEAD", "--exit-code"]);
    assert_eq!((code, out.contains("没有差别")), (0, true), "{out}");
}

#[test]
fn what_only_moves_is_nothing() {
    let repository = Repository::new();
    repository.git(&["mv", "tasks/02.toml", "tasks/管网 重命名.toml"]);
    let moved = format!("# 换了地方\n\n{}", PLAN.replace("report-day = 23", "# 说明\nreport-day = 23"));
    repository.write("plan.toml", &moved);
    let text = report("housing", "2022-05", 15, "进场施工");
    let (head, entries) = text.split_once("[[entries]]").unwrap();
    let (first, second) = entries.split_once("[[entries]]").unwrap();
    let swapped = format!("{head}[[entries]]{}\n\n[[entries]]{first}", second.trim_end());
    repository.write("reports/2022-05/housing.toml", &swapped);
    repository.commit("只挪动位置");
    let out = repository.fine(&["diff", "HEAD~1", "HEAD"]);
    holds(&out, &["没有差别：月报和方案内容相同，各责任份的结论也相同。"]);
}

#[test]
fn a_deleted_report_is_told() {
    let repository = Repository::new();
    repository.git(&["rm", "--quiet", "reports/2022-05/water.toml"]);
    repository.commit("误删");
    let out = repository.fine(&["diff", "HEAD~1", "--month", "2022-05"]);
    holds(
        &out,
        &[
            "区水利局 2022年5月月报　reports/2022-05/water.toml\n    没有了（2条）",
            "区水利局 2.1 雨污分流改造　50% → 未填报，滞后 0 → 2，正常推进 → 通报批评（推定）（新增）\n    因：月报 reports/2022-05/water.toml:7（现已没有）；报送（5月未报）",
        ],
    );
}

#[test]
fn reports_of_two_units_merge_by_themselves() {
    let repository = Repository::new();
    for unit in ["housing", "water"] {
        repository.git(&["checkout", "--quiet", "-b", unit, "main"]);
        let path = format!("reports/2022-06/{unit}.toml");
        repository.write(&path, &report(unit, "2022-06", 60, "六月"));
        repository.commit(&format!("{unit} 6月月报"));
    }
    repository.git(&["checkout", "--quiet", "main"]);
    repository.git(&["merge", "--quiet", "--no-edit", "housing"]);
    repository.git(&["merge", "--quiet", "--no-edit", "water"]);
    repository.fine(&["check"]);
    // A merge commit is a revision like any other.
    let out = repository.fine(&["diff", "HEAD^1", "HEAD"]);
    holds(&out, &["区水利局 2022年6月月报", "新增（2条，其中1条与以前相同，不列）", "都按2022年6月末核算"]);
    assert!(!out.contains("区住建局 2022年6月月报"), "{out}");
    let out = repository.fine(&["diff", "HEAD^2", "HEAD"]);
    holds(&out, &["区住建局 2022年6月月报"]);
}

#[test]
fn one_report_changed_twice_is_a_conflict_and_is_called_so() {
    let repository = Repository::new();
    for (branch, percent) in [("one", 20), ("other", 30)] {
        repository.git(&["checkout", "--quiet", "-b", branch, "main"]);
        let text = report("housing", "2022-05", percent, branch);
        repository.write("reports/2022-05/housing.toml", &text);
        repository.commit(branch);
    }
    let merged = repository.try_git(&["merge", "--quiet", "--no-edit", "one"]);
    assert!(!merged.status.success(), "git does not choose by itself");
    let (code, out, _) = repository.run(&["check"]);
    assert_eq!(code, 1);
    holds(&out, &["错误[syntax]: 这里是没有解决的合并冲突", "reports/2022-05/housing.toml:7:1", "共1个错误"]);
    let (code, out, aside) = repository.run(&["diff", "HEAD"]);
    assert_eq!(code, 0, "{out}{aside}");
    holds(&out, &["区住建局的结论没有比较：现在的文件的 reports/2022-05/housing.toml 有错误，没有计入。"]);
    holds(&aside, &["现在的文件：1个文件有错误", "没有解决的合并冲突"]);
    // What cannot be read is not called gone, and scripts learn that not everything is known.
    assert!(!out.contains("没有了"), "{out}");
    let (code, ..) = repository.run(&["diff", "HEAD", "--exit-code"]);
    assert_eq!(code, 2);
}

#[test]
fn a_revision_whose_report_does_not_hold_is_compared_as_far_as_it_goes() {
    let repository = Repository::new();
    let broken = report("housing", "2022-06", 60, "六月").replace("percent", "precent");
    repository.write("reports/2022-06/housing.toml", &broken);
    repository.write("reports/2022-06/water.toml", &report("water", "2022-06", 70, "六月"));
    repository.commit("有错");
    repository.write("reports/2022-06/housing.toml", &report("housing", "2022-06", 60, "六月"));
    repository.write("reports/2022-06/water.toml", &report("water", "2022-06", 20, "退回"));
    repository.commit("改正");
    let (code, out, aside) = repository.run(&["diff", "HEAD~1", "HEAD"]);
    assert_eq!(code, 0, "{aside}");
    holds(
        &out,
        &[
            "区住建局的结论没有比较：HEAD~1（",
            "区水利局 2.1 雨污分流改造　70% → 20%，滞后 0 → 1，正常推进 → 预警（新增）\n    因：月报 reports/2022-06/water.toml:7",
        ],
    );
    assert!(!out.contains("区住建局 2022年6月月报"), "{out}");
    holds(&aside, &["HEAD~1（", "错误[unknown-key]: 不认识的字段“precent”"]);
}

#[test]
fn a_revision_whose_plan_does_not_hold_is_compared_as_written() {
    let repository = Repository::new();
    repository.write("tasks/02.toml", &TASK.replace("due =", "dew ="));
    repository.write("reports/2022-05/housing.toml", &report("housing", "2022-05", 30, "更正"));
    repository.commit("方案写错");
    let (code, out, aside) = repository.run(&["diff", "HEAD~1", "HEAD"]);
    assert_eq!(code, 2, "{aside}");
    holds(
        &out,
        &[
            "方案或任务文件有错误，无法核算，结论不能比较",
            "reports/2022-05/housing.toml\n    2.1 雨污分流改造　进度：15% → 30%\n    2.1 雨污分流改造　说明：进场施工 → 更正",
            "tasks/02.toml\n    2.2 管网排查　dew：无 → 2022-09\n    2.2 管网排查　时限：2022-09 → 无",
        ],
    );
    holds(&aside, &["错误[unknown-key]: 不认识的字段“dew”"]);
    let (code, json, _) = repository.run(&["diff", "HEAD~1", "HEAD", "--json"]);
    assert_eq!(code, 2);
    holds(&json, &["\"verdicts\": null"]);
    // The other way round as well.
    let (code, out, _) = repository.run(&["diff", "HEAD", "HEAD~1"]);
    assert_eq!(code, 2);
    holds(&out, &["进度：30% → 15%"]);
}

#[test]
fn a_revision_before_there_was_a_plan_says_so() {
    let repository = Repository::new();
    repository.git(&["checkout", "--quiet", "--orphan", "empty"]);
    repository.git(&["rm", "--quiet", "-r", "--cached", "."]);
    repository.git(&["commit", "--quiet", "--allow-empty", "--message", "空"]);
    repository.git(&["checkout", "--quiet", "--force", "main"]);
    let (code, out, aside) = repository.run(&["diff", "empty", "HEAD"]);
    assert_eq!((code, out.as_str()), (2, ""));
    holds(&aside, &["版本 empty 里没有 plan.toml\n  找过：plan.toml、data/plan.toml"]);
}

#[test]
fn names_that_are_no_revision_are_refused() {
    let repository = Repository::new();
    for name in ["nosuch", "HEAD~9", "HEAD:plan.toml", "HEAD^{tree}", "a b", "\n", ":/没有"] {
        let (code, out, aside) = repository.run(&["diff", name]);
        assert_eq!((code, out.as_str()), (2, ""), "{name}");
        holds(&aside, &["不是月份、不是有 plan.toml 的文件夹，也不是 git 版本"]);
    }
    // Never an option of git, whatever it looks like.
    for name in ["--help", "--git-dir=/", "-C", "--all", "--exec=touch x"] {
        let (code, _, aside) = repository.run(&["diff", "--", name]);
        assert_eq!(code, 2, "{name}");
        holds(&aside, &["也不是 git 版本"]);
    }
    let (code, _, aside) = repository.run(&["diff", "HEAD...HEAD"]);
    assert_eq!(code, 2);
    holds(&aside, &["两个版本之间写两个点"]);
    let (code, _, aside) = repository.run(&["diff", "2022-05", "HEAD"]);
    assert_eq!(code, 2);
    holds(&aside, &["两边要么都是月份，要么都不是"]);
}

#[test]
fn a_folder_that_is_also_a_revision_has_to_be_spelled_out() {
    let repository = Repository::new();
    repository.write("main/plan.toml", PLAN);
    repository.write("main/tasks/02.toml", TASK);
    let (code, _, aside) = repository.run(&["diff", "main"]);
    assert_eq!(code, 2);
    holds(&aside, &["“main”既是文件夹，又是 git 版本", "./main", "main~0"]);
    repository.fine(&["diff", "./main"]);
    repository.fine(&["diff", "main~0", "./main"]);
    repository.write("2022-05/plan.toml", PLAN);
    let (code, _, aside) = repository.run(&["diff", "2022-05"]);
    assert_eq!(code, 2);
    holds(&aside, &["“2022-05”既是文件夹，又是月份"]);
}

#[test]
fn outside_a_repository_and_without_git_it_says_what_to_do() {
    let repository = Repository::new();
    let bare = tempfile::tempdir().unwrap();
    for name in ["plan.toml", "tasks/02.toml"] {
        let to = bare.path().join(name);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(repository.path(name), to).unwrap();
    }
    let (code, _, aside) = repository.run_in(bare.path(), &["diff", "HEAD"]);
    assert_eq!(code, 2);
    holds(&aside, &["不在 git 仓库里，没有历史版本可比", "git init"]);
    assert!(set_up_driver(bare.path()).is_err());
    let empty = tempfile::tempdir().unwrap();
    let mut command = repository.command(env!("CARGO_BIN_EXE_shangdang"), &repository.root());
    let (code, _, aside) = said(command.env("PATH", empty.path()).args(["diff", "HEAD"]));
    assert_eq!(code, 2);
    holds(&aside, &["没有找到 git，不能按版本比较"]);
    // Months need no git.
    let mut command = repository.command(env!("CARGO_BIN_EXE_shangdang"), &repository.root());
    let (code, ..) = said(command.env("PATH", empty.path()).args(["diff", "4", "5"]));
    assert_eq!(code, 0);
}

#[test]
fn a_workspace_below_the_top_with_chinese_names_is_found() {
    let repository = Repository::within("区 办/数据");
    repository.git(&["mv", "区 办/数据/tasks/02.toml", "区 办/数据/tasks/二 管网\t.toml"]);
    repository.commit("改名");
    let corrected = report("housing", "2022-05", 30, "更正");
    repository.write("reports/2022-05/housing.toml", &corrected);
    holds(&repository.fine(&["diff", "HEAD~1"]), CORRECTED);
    let below = repository.path("reports/2022-05");
    let (code, out, _) = repository.run_in(&below, &["diff", "HEAD~1"]);
    assert_eq!(code, 0);
    holds(&out, CORRECTED);
}

#[test]
fn a_workspace_that_has_moved_is_found_where_it_was() {
    let repository = Repository::new();
    fs::create_dir(repository.path("data")).unwrap();
    for name in ["plan.toml", "tasks", "reports"] {
        repository.git(&["mv", name, &format!("data/{name}")]);
    }
    repository.commit("移到 data");
    let moved = repository.path("data");
    let (code, out, aside) = repository.run_in(&moved, &["diff", "HEAD~1"]);
    assert_eq!(code, 0, "{aside}");
    holds(&out, &["没有差别"]);
}

#[test]
fn bare_and_shallow_clones_give_what_they_have() {
    let repository = Repository::new();
    repository.write("reports/2022-05/housing.toml", &report("housing", "2022-05", 30, "更正"));
    repository.commit("更正");
    repository.git(&["clone", "--quiet", "--bare", ".", "clone.git"]);
    let bare = repository.path("clone.git");
    let (code, out, aside) = repository.run_in(&bare, &["diff", "HEAD~1..HEAD"]);
    assert_eq!(code, 0, "{aside}");
    holds(&out, CORRECTED);
    let url = format!("file://{}", repository.root().display());
    repository.git(&["clone", "--quiet", "--depth=1", &url, "shallow"]);
    let shallow = repository.path("shallow");
    let (code, _, aside) = repository.run_in(&shallow, &["diff", "HEAD~1"]);
    assert_eq!(code, 2);
    holds(&aside, &["“HEAD~1”不是月份"]);
    let (code, ..) = repository.run_in(&shallow, &["diff", "HEAD"]);
    assert_eq!(code, 0);
}

#[cfg(unix)]
#[test]
fn odd_things_in_a_revision_are_faults_of_theirs_alone() {
    let repository = Repository::new();
    std::os::unix::fs::symlink("../2022-05/water.toml", repository.path("link.toml")).unwrap();
    fs::create_dir_all(repository.path("reports/2022-06")).unwrap();
    fs::rename(repository.path("link.toml"), repository.path("reports/2022-06/water.toml")).unwrap();
    let gbk = b"month = \"2022-06\"\nunit = \"housing\"\nreporter = \"\xD5\xC5\"\n";
    fs::write(repository.path("reports/2022-06/housing.toml"), gbk).unwrap();
    repository.commit("怪");
    let (code, out, aside) = repository.run(&["diff", "HEAD~1", "HEAD"]);
    assert_eq!(code, 0, "{aside}");
    holds(&out, &["区住建局的结论没有比较", "区水利局的结论没有比较"]);
    holds(&aside, &["错误[encoding]", "错误[unreadable]"]);
}

#[cfg(unix)]
#[test]
fn nothing_that_a_repository_is_configured_with_is_run() {
    use std::os::unix::fs::PermissionsExt as _;
    let repository = Repository::new();
    let trap = repository.path("trap.sh");
    let sprung = repository.path("sprung");
    fs::write(&trap, format!("#!/bin/sh\ntouch '{}'\n", sprung.display())).unwrap();
    fs::set_permissions(&trap, fs::Permissions::from_mode(0o755)).unwrap();
    let trap = trap.to_str().unwrap();
    for name in [
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "diff.external",
        "diff.shangdang.textconv",
        "filter.trap.smudge",
        "gpg.program",
        "core.editor",
    ] {
        repository.git(&["config", name, trap]);
    }
    repository.git(&["config", "log.showSignature", "true"]);
    repository.write(".gitattributes", "*.toml diff=shangdang filter=trap\n");
    repository.fine(&["diff", "HEAD"]);
    repository.fine(&["diff", "HEAD", "HEAD"]);
    assert!(!sprung.exists(), "something was run");
}

#[test]
fn plain_git_shows_reports_item_by_item() {
    let repository = Repository::new();
    repository.set_up();
    repository.write(
        "reports/2022-05/housing.toml",
        &report("housing", "2022-05", 30, "更正").replace("percent = 10", "percent = 12"),
    );
    repository.write("tasks/02.toml", &TASK.replace("percent = 50", "percent = 55"));
    let shown = repository.git(&["diff", "-U1"]);
    holds(
        &shown,
        &[
            // The items have their titles, and the line above a difference names the item.
            " 2.1 雨污分流改造\n-    进度 15%\n-    说明 进场施工\n+    进度 30%\n+    说明 更正\n",
            " 2.2 管网排查\n-    进度 10%\n+    进度 12%\n",
            "@@ 2.1 雨污分流改造\n     节点 2022-03 20%\n-    节点 2022-05 50%\n+    节点 2022-05 55%\n",
        ],
    );
    let wide = report("housing", "2022-05", 15, "进场施工").replace("进场施工", "停工");
    repository.write("reports/2022-05/housing.toml", &wide);
    let shown = repository.git(&["diff", "-U0", "reports"]);
    holds(&shown, &["@@ 2.1 雨污分流改造\n-    说明 进场施工\n+    说明 停工\n"]);
    repository.commit("改动");
    let log = repository.git(&["log", "-p", "-1", "reports"]);
    holds(&log, &["-    说明 进场施工\n+    说明 停工\n"]);
    // New and deleted files come through as well.
    repository.git(&["rm", "--quiet", "reports/2022-05/water.toml"]);
    let shown = repository.git(&["diff", "--cached"]);
    holds(&shown, &["-区水利局 2022年5月月报\n", "-2.1 雨污分流改造\n-    进度 50%\n"]);
}

#[test]
fn plain_git_shows_broken_files_and_works_without_the_program() {
    let repository = Repository::new();
    repository.set_up();
    // Told twice is told once.
    set_up_driver(&repository.root()).unwrap();
    let broken = report("housing", "2022-05", 15, "进场施工").replace("percent = 15", "percent = 15％\u{1b}[31m");
    repository.write("reports/2022-05/housing.toml", &broken);
    let shown = repository.git(&["diff"]);
    holds(&shown, &["+（这个文件读不成方案、任务或月报，以下按原样显示）", "+percent = 15％␛[31m"]);
    // A plan that does not hold takes the titles away, not the difference.
    repository.write("plan.toml", "title = ");
    repository.write("reports/2022-05/housing.toml", &report("housing", "2022-05", 16, "进场施工"));
    let shown = repository.git(&["diff", "reports"]);
    holds(&shown, &[" housing 2022年5月月报", " 2.1\n", "+    进度 16%"]);
    // Where the program is not installed, the files are shown as they are.
    let mut command = repository.command("git", repository.folder.path());
    let path = env::var_os("PATH").unwrap_or_default();
    let own = Path::new(env!("CARGO_BIN_EXE_shangdang")).parent().unwrap();
    let others = env::split_paths(&path).filter(|folder| folder != own && !folder.join("shangdang").is_file());
    command.env("PATH", env::join_paths(others).unwrap());
    let (code, shown, aside) = said(command.args(["diff", "reports"]));
    assert_eq!(code, 0, "{aside}");
    holds(&shown, &["+percent = 16"]);
}
