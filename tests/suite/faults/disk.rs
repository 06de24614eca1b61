//! A disk without room: nothing changes, nothing is left behind, and it is said; with room the same command works. The
//! disk is a small one in memory, seen by the tried program alone; where none can be mounted, a limit on the size of
//! files stands for it.

use std::path::Path;
use std::process::{Command, Output};

use super::{WRITING, said, within, works};
use crate::unchecked::not_checked;

/// Fills a small disk at `$2` with the files of `$1`, then runs the program, `$0`, in it. Afterwards the files on the
/// disk are copied to `$3`, for they vanish with it; with room again the program has to do its work.
const FULL: &str = r#"
program=$0 from=$1 disk=$2 to=$3; shift 3
mount -t tmpfs -o size=4m none "$disk" && cp -R "$from/." "$disk" && cd "$disk" || exit 90
dd if=/dev/zero of=filler bs=4096 >/dev/null 2>&1
"$program" "$@"; code=$?
rm filler
cp -R . "$to" || exit 91
"$program" "$@" >/dev/null 2>&1 || exit 92
exit $code
"#;

/// The same with files that may not hold a byte.
const LIMITED: &str = r#"
program=$0 from=$1 disk=$2 to=$3; shift 3
cp -R "$from/." "$disk" && cd "$disk" || exit 90
(trap '' XFSZ; ulimit -f 0; exec "$program" "$@"); code=$?
cp -R . "$to" || exit 91
"$program" "$@" >/dev/null 2>&1 || exit 92
exit $code
"#;

fn on_disk(shell: &mut Command, script: &str, before: &Path, to: &Path, arguments: &[&str]) -> Output {
    let disk = tempfile::tempdir().unwrap();
    shell
        .args(["sh", "-c", script, env!("CARGO_BIN_EXE_shangdang")])
        .args([before, disk.path(), to])
        .args(arguments)
        .env("LANG", "zh_CN.UTF-8")
        .output()
        .unwrap()
}

/// A shell whose mounts nobody else sees, where the system allows it.
pub(super) fn own_mounts() -> Option<Command> {
    let arguments: &[&[&str]] = &[&["--mount"], &["--mount", "--map-root-user"]];
    let probe = ["sh", "-c", "mount -t tmpfs none /tmp"];
    let works = |arguments: &&&[&str]| works("unshare", &[*arguments, &probe[..]].concat());
    let arguments = arguments.iter().find(works)?;
    let mut shell = Command::new("unshare");
    shell.args(*arguments);
    Some(shell)
}

#[test]
fn on_a_full_disk_nothing_changes_and_it_is_said() {
    for writing in WRITING {
        let before = writing.stage();
        let arguments = writing.arguments();
        let to = tempfile::tempdir().unwrap();
        let mut tried = own_mounts();
        let script = tried.as_ref().map_or(LIMITED, |_| FULL);
        if tried.is_none() {
            not_checked("a disk without room", "the right to mount");
        }
        let shell = tried.get_or_insert_with(|| Command::new("env"));
        let output = on_disk(shell, script, before.path(), to.path(), &arguments);
        let said = said(&output);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        let is_told = said.contains("磁盘已满") || said.contains("写不进");
        assert!(is_told, "{arguments:?}: {said}");
        assert_eq!(within(to.path()), within(before.path()), "{arguments:?}");
        let left = crate::folders::files(to.path());
        let hidden = left.iter().filter(|(path, _)| crate::cut_off::is_leftover(path));
        assert_eq!(hidden.count(), 0, "{arguments:?} leaves something behind");
    }
}

/// On a disk that may only be read, everything can be read and nothing is written.
#[test]
fn on_a_disk_that_may_only_be_read_the_verdicts_are_the_same_and_nothing_is_written() {
    const READ_ONLY: &str = r#"
program=$0 from=$1 disk=$2; shift 3
mount -t tmpfs -o size=4m none "$disk" && cp -R "$from/." "$disk" || exit 90
mount -o remount,ro "$disk" && cd "$disk" || exit 91
exec "$program" "$@"
"#;
    if own_mounts().is_none() {
        return not_checked("a disk that may only be read", "the right to mount");
    }
    for writing in WRITING {
        let before = writing.stage();
        let to = tempfile::tempdir().unwrap();
        let on_disk = |arguments: &[&str]| {
            let mut shell = own_mounts().unwrap();
            on_disk(&mut shell, READ_ONLY, before.path(), to.path(), arguments)
        };
        for reading in [&["status", "--json"][..], &["check"]] {
            let plain = crate::program::run(before.path(), reading);
            let output = on_disk(reading);
            assert_eq!(output.status.code(), plain.status.code(), "{reading:?}");
            assert!(output.stdout == plain.stdout, "{reading:?}: {}", said(&output));
        }
        let output = on_disk(&writing.arguments());
        let said = said(&output);
        assert_eq!(output.status.code(), Some(2), "{}: {said}", writing.command);
        assert!(said.contains("只读") || said.contains("只能读"), "{said}");
    }
}
