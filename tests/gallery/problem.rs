//! Every problem the program can report, from the smallest workspace that has it: `tests/problems/<code>/in` gives
//! `zh.txt` and `en.txt`. A case is added by adding a folder, `<code>` or `<code>--<variant>`.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "workspaces are laid out on the disk, and what is expected of them is read from it"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use libtest_mimic::Trial;

use crate::folders::entries;
use crate::smallest::{PLAN, TASK, link, write};

pub(crate) fn trials() -> impl Iterator<Item = Trial> {
    entries("tests/problems").into_iter().filter(|case| case.is_dir()).map(|case| {
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        crate::trial("problem", &name.clone(), move || shown(&name, &case))
    })
}

/// Holds what `check` says against both texts. It begins with the code that the folder is named after.
fn shown(name: &str, case: &Path) -> Result<(), String> {
    let made = tempfile::tempdir().unwrap();
    let mut root: PathBuf = case.join("in");
    if !root.is_dir() {
        if !make(name, made.path()) {
            return Ok(());
        }
        root = made.path().to_path_buf();
    }
    let code = name.split("--").next().unwrap_or(name);
    let mut differing = Vec::new();
    for lang in ["zh", "en"] {
        let page = check(&root, lang);
        let heading = page.lines().next().unwrap_or_default();
        if !heading.contains(&format!("[{code}]")) {
            differing.push(format!("{name} does not come first in {lang}: {heading}"));
        }
        let expected = case.join(format!("{lang}.txt"));
        if crate::is_blessing() {
            fs::write(&expected, &page).unwrap();
        }
        let kept = fs::read_to_string(&expected).unwrap_or_default();
        if kept != page {
            let hint = "SHANGDANG_BLESS=1 keeps it; read it first";
            differing.push(format!("{}:\n--- kept\n{kept}--- now\n{page}{hint}", expected.display()));
        }
    }
    if differing.is_empty() { Ok(()) } else { Err(differing.join("\n")) }
}

fn check(root: &Path, lang: &str) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_shangdang"));
    program.current_dir(root).env_clear().args(["--lang", lang, "--width", "100", "check"]);
    let output = program.output().unwrap();
    String::from_utf8([output.stdout, output.stderr].concat()).expect("what is printed is UTF-8")
}

/// What version control cannot carry is made here, by the name of its folder. False where this system cannot have it.
fn make(name: &str, root: &Path) -> bool {
    write(root, "plan.toml", PLAN);
    match name {
        "too-large" => write(root, "tasks/02.toml", vec![b'#'; 8 * 1024 * 1024 + 1]),
        "syntax--nul" => write(root, "tasks/02.toml", format!("{TASK}source = \"二\0\"\n")),
        "stray-file--in-tasks" => fs::create_dir_all(root.join("tasks/2022")).unwrap(),
        "unreadable" => return link(Path::new("gone.toml"), &root.join("tasks/02.toml")),
        "unreadable--pipe" => return pipe(&root.join("tasks/02.toml")),
        _ => panic!("{name} has no folder `in` and is not made here"),
    }
    true
}

/// A named pipe, where the system has them.
fn pipe(at: &Path) -> bool {
    fs::create_dir_all(at.parent().unwrap()).unwrap();
    cfg!(unix) && Command::new("mkfifo").arg(at).status().is_ok_and(|status| status.success())
}
