//! `init --git`: in a repository the differences are set up, in a new workspace and in one that is there already; where
//! there is no repository or no git, what was written stays and it is said.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "these tests make repositories and look at them")]

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::tempdir;

fn git(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new("git")
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .args(["-c", "init.defaultBranch=main"])
        .args(arguments)
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// Exit code, what was said, what was complained about.
fn init(folder: &Path, arguments: &[&str], has_git: bool) -> (i32, String, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_shangdang"));
    program.current_dir(folder).args(["--lang", "en", "init"]);
    program.args(arguments).env_remove("SHANGDANG_DIR");
    if !has_git {
        program.env("PATH", folder);
    }
    let output = program.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let code = output.status.code().unwrap();
    (code, text(output.stdout), text(output.stderr))
}

fn driver(folder: &Path) -> String {
    git(folder, &["config", "--local", "diff.shangdang.textconv"])
}

#[test]
fn a_new_workspace_in_a_repository_is_set_up() {
    let folder = tempdir().unwrap();
    git(folder.path(), &["init"]);
    let (code, said, complaint) = init(folder.path(), &["2026", "--git"], true);
    assert_eq!((code, complaint.as_str()), (0, ""));
    assert!(said.contains("Set up"), "{said}");
    assert!(driver(folder.path()).contains("shangdang textconv"));
    let path = "2026/tasks/01-example.toml";
    let attribute = git(folder.path(), &["check-attr", "diff", path]);
    assert!(attribute.contains("diff: shangdang"), "{attribute}");
}

#[test]
fn a_clone_of_a_workspace_joins_without_a_file_being_touched() {
    let folder = tempdir().unwrap();
    assert_eq!(init(folder.path(), &["data"], true).0, 0);
    git(folder.path(), &["init"]);
    let plan = folder.path().join("data/plan.toml");
    fs::write(&plan, "# ours\n").unwrap();
    // Once in the folder with the plan below it, once again.
    for _ in 0..2 {
        let (code, said, complaint) = init(folder.path(), &["--git"], true);
        assert_eq!((code, complaint.as_str()), (0, ""), "{said}");
        assert!(!said.contains("plan.toml"), "{said}");
        assert!(driver(folder.path()).contains("shangdang textconv"));
        assert_eq!(fs::read(&plan).unwrap(), b"# ours\n");
    }
    let attributes = folder.path().join("data/.gitattributes");
    let ours = fs::read(&attributes).unwrap();
    fs::remove_file(&attributes).unwrap();
    assert!(init(folder.path(), &["--git", "-n"], true).1.contains(".gitattributes"));
    assert!(!attributes.exists());
    assert!(init(folder.path(), &["--git"], true).1.contains("wrote"));
    assert_eq!(fs::read(&attributes).unwrap(), ours);
    // Attributes of somebody else's are not written over; what to add is said.
    fs::write(&attributes, "*.png binary\n").unwrap();
    let (code, _, complaint) = init(folder.path(), &["--git"], true);
    assert_eq!(code, 0);
    assert!(complaint.contains("plan.toml diff=shangdang"), "{complaint}");
    assert_eq!(fs::read(&attributes).unwrap(), b"*.png binary\n");
}

#[test]
fn without_repository_or_git_the_files_are_written_and_it_is_said() {
    for (has_git, said) in [(true, "not in a git repository"), (false, "git was not found")] {
        let folder = tempdir().unwrap();
        let (code, result, complaint) = init(folder.path(), &["new", "--git"], has_git);
        assert_eq!(code, 2);
        assert!(complaint.contains(said), "{complaint}");
        assert!(result.contains("plan.toml"), "{result}");
        assert!(folder.path().join("new/plan.toml").is_file());
    }
}
