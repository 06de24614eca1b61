//! Several people writing at once: what each was told is what the files say. Nobody's entry is lost; whoever came
//! second is told so and nothing of his is there.

use std::path::Path;
use std::process::{Child, Stdio};

use super::{NOTICE, REPORT, said, within};
use crate::cut_off::{assert_loads, folder};
use crate::folders::{copy, files, root};
use crate::program::{program, succeed};

/// How often they meet.
const ROUNDS: u32 = 12;

fn start(folder: &Path, command: &str) -> Child {
    program(folder)
        .args(command.split(' '))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Runs commands at once in one folder; gives who was told that it is done, and sees that the others were told why not.
fn at_once(folder: &Path, commands: &[String]) -> Vec<bool> {
    let children: Vec<Child> = commands.iter().map(|one| start(folder, one)).collect();
    let outputs = children.into_iter().map(|child| child.wait_with_output().unwrap());
    let told = outputs.map(|output| {
        let is_done = output.status.success();
        assert!(is_done || (output.status.code() == Some(2) && !output.stderr.is_empty()), "{}", said(&output));
        is_done
    });
    told.collect()
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_default()
}

#[test]
fn entries_set_at_once_are_both_there_or_one_was_refused() {
    let before = folder();
    copy(&root().join(REPORT), before.path());
    succeed(before.path(), &["report", "new", "--unit", "water", "--month", "6月"]);
    let set = |item: &str, value: &str| format!("report set {item} {value} --unit water --month 6月");
    let commands = [set("1.1", "51"), set("1.3", "7"), set("1.4", "93")];
    let entries = ["percent = 51\n", "done = 7\n", "value = 93\n"];
    for _ in 0..ROUNDS {
        let stage = folder();
        copy(before.path(), stage.path());
        let told = at_once(stage.path(), &commands);
        assert!(told.contains(&true), "one of them is the first");
        let written = text(&stage.path().join("reports/2022-06/water.toml"));
        for (is_done, entry) in told.iter().zip(entries) {
            assert_eq!(written.contains(entry), *is_done, "{entry}{written}");
        }
        assert_loads(stage.path());
    }
}

#[test]
fn notices_issued_at_once_are_both_there_or_one_was_refused() {
    let issue = |tier: &str, number: u32| {
        format!(
            "notice issue --month 6月 --unit housing --tier {tier} --number 清水防办〔2022〕{number}号 --on 2022-07-05 --approver 领导小组 --reply-due 2022-07-15"
        )
    };
    let commands = [issue("criticism", 5), issue("warning", 6)];
    for _ in 0..ROUNDS {
        let stage = folder();
        copy(&root().join(NOTICE), stage.path());
        let told = at_once(stage.path(), &commands);
        assert!(told.contains(&true), "one of them is the first");
        let written = text(&stage.path().join("register/2022-06/notices.toml"));
        for (is_done, number) in told.iter().zip(["5号", "6号"]) {
            assert_eq!(written.contains(number), *is_done, "{number}\n{written}");
        }
        assert_loads(stage.path());
    }
}

#[test]
fn of_the_same_thing_done_at_once_only_one_is() {
    for (workspace, command) in [(NOTICE, "close 6月 --on 2022-07-08"), (REPORT, "report new --unit water --month 6月")]
    {
        for _ in 0..ROUNDS {
            let stage = folder();
            copy(&root().join(workspace), stage.path());
            let told = at_once(stage.path(), &[(); 3].map(|()| command.to_owned()));
            let done = told.iter().filter(|is_done| **is_done).count();
            assert_eq!(done, 1, "{command}");
            let alone = folder();
            copy(&root().join(workspace), alone.path());
            succeed(alone.path(), &command.split(' ').collect::<Vec<_>>());
            let texts = |folder: &Path| {
                let files = files(folder).into_iter();
                files.map(|(_, text)| text).collect::<Vec<_>>()
            };
            assert!(texts(stage.path()) == texts(alone.path()), "{command}");
        }
    }
}

/// Whoever is told that a workspace was made has it whole, however many make it at once.
#[test]
fn a_workspace_made_at_once_is_whole() {
    let command = "init new --from shangdang-2022";
    let alone = folder();
    succeed(alone.path(), &command.split(' ').collect::<Vec<_>>());
    let expected = within(alone.path());
    for _ in 0..ROUNDS {
        let stage = folder();
        let told = at_once(stage.path(), &[(); 3].map(|()| command.to_owned()));
        assert!(told.contains(&true), "one of them makes it");
        assert!(within(stage.path()) == expected);
    }
}
