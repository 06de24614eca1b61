//! What the program does to the world around it, as the system sees it: it opens no socket, starts no other program but
//! git and that only where a revision is asked for, and a command that reads opens nothing for writing.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{WRITING, works};
use crate::cut_off::folder;
use crate::folders::{copy, root};
use crate::program::silent;
use crate::unchecked::not_checked;

/// Calls that were made, one a line, with what they gave.
fn calls(folder: &Path, arguments: &[&str]) -> Vec<String> {
    let log = tempfile::NamedTempFile::new().unwrap();
    let mut traced = Command::new("strace");
    traced
        .args(["-f", "-qq", "-s", "4096", "-e"])
        .arg("trace=%network,%process,openat,open,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,link,linkat,symlink,symlinkat,truncate,chmod,fchmodat")
        .arg("-o")
        .arg(log.path())
        .arg(env!("CARGO_BIN_EXE_shangdang"))
        .args(arguments)
        .current_dir(folder);
    assert!(silent(&mut traced).status().unwrap().code().is_some_and(|code| code < 3), "{arguments:?}");
    let log = fs::read_to_string(log.path()).unwrap();
    log.lines().map(str::to_owned).collect()
}

/// The programs that were started, the first one included. Where two processes make calls at once, the end of a call
/// stands on a line of its own.
fn started(calls: &[String]) -> Vec<&str> {
    let has_worked = |(at, call): &(usize, &String)| {
        if !call.contains("<unfinished") {
            return call.ends_with("= 0");
        }
        let process = call.split(' ').next().unwrap();
        let mut rest = calls[at + 1..].iter();
        let end = rest.find(|end| end.starts_with(process) && end.contains("execve resumed"));
        end.is_none_or(|end| end.ends_with("= 0"))
    };
    let begun = calls.iter().enumerate();
    let begun = begun.filter(|(_, call)| call.contains("execve("));
    let done = begun.filter(has_worked);
    done.map(|(_, call)| call.split('"').nth(1).unwrap()).collect()
}

/// The calls that make or change something other than what goes nowhere.
fn changing(calls: &[String]) -> Vec<&String> {
    let opens_to_write =
        |call: &str| call.contains("open") && ["O_WRONLY", "O_RDWR", "O_CREAT"].iter().any(|flag| call.contains(flag));
    let makes = |call: &str| {
        let names = ["rename", "unlink", "mkdir", "link", "symlink", "truncate", "chmod", "creat"];
        let name = call.split('(').next().unwrap_or_default();
        let name = name.rsplit(' ').next().unwrap_or_default();
        names.iter().any(|known| name.starts_with(known))
    };
    let changing = calls.iter().filter(|call| opens_to_write(call) || makes(call));
    changing.filter(|call| !call.contains("\"/dev/null\"") && !call.contains("\"/dev/tty\"")).collect()
}

fn has_socket(calls: &[String]) -> bool {
    let names = ["socket(", "connect(", "bind(", "sendto(", "sendmsg(", "accept", "listen("];
    calls.iter().any(|call| names.iter().any(|name| call.contains(name)))
}

#[test]
fn nothing_is_sent_nothing_else_is_started_and_reading_writes_nothing() {
    if !works("strace", &["-qq", "-o", "/dev/null", "true"]) {
        return not_checked("sockets, other programs and files opened", "strace");
    }
    let data = root().join("data");
    for reading in [
        "status",
        "status --json",
        "escalate --format html",
        "explain 2.1 --full",
        "outlook",
        "filing --remind",
        "annual",
        "publicity",
        "calendar",
        "diff 5月 6月",
        "history 6.6",
        "bulletin",
        "board",
        "chart front",
        "register",
        "audit",
        "check",
        "fmt --check",
        "textconv plan.toml",
        "help status",
        "schema plan",
        "completions bash",
        "man",
        "close 6月 --on 2022-07-08 --dry-run",
        "stauts",
    ] {
        let calls = calls(&data, &reading.split(' ').collect::<Vec<_>>());
        assert_eq!(started(&calls).len(), 1, "{reading}: {:?}", started(&calls));
        assert!(!has_socket(&calls), "{reading}: {calls:#?}");
        assert_eq!(changing(&calls), [""; 0], "{reading}");
    }
    for writing in WRITING {
        let stage = writing.stage();
        let calls = calls(stage.path(), &writing.arguments());
        assert_eq!(started(&calls).len(), 1, "{}", writing.command);
        assert!(!has_socket(&calls), "{}", writing.command);
        // What is watched is seen: these do write, and nowhere else.
        let changing = changing(&calls);
        assert!(!changing.is_empty(), "{}", writing.command);
        let here = fs::canonicalize(stage.path()).unwrap();
        let here = here.to_str().unwrap();
        for call in changing {
            let path = call.split('"').nth(1).unwrap();
            assert!(path.starts_with(here) || !path.starts_with('/'), "{call}");
        }
    }
}

#[test]
fn git_is_started_only_where_a_revision_is_asked_for() {
    if !works("strace", &["-qq", "-o", "/dev/null", "true"]) {
        return not_checked("what is started for a revision", "strace");
    }
    let stage = folder();
    copy(&root().join("data"), stage.path());
    let calls = calls(stage.path(), &["diff", "HEAD"]);
    let others = &started(&calls)[1..];
    assert!(!others.is_empty(), "it asks git");
    for other in others {
        assert_eq!(Path::new(other).file_name().unwrap(), "git", "{other}");
    }
    assert!(!has_socket(&calls));
    assert_eq!(changing(&calls), [""; 0]);
}
