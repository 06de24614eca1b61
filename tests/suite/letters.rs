//! Letters as the units get them: a path or a command of the program stands in the one line of the annex that is for
//! whoever keeps the files, and nowhere else, in every format; a reminder names no tier that nobody has decided on.

#![expect(
    clippy::unwrap_used,
    reason = "letters are written into a folder of their own and read; what is not there is the failure looked for"
)]

use std::fs;
use std::path::Path;

use crate::folders::{copy, files, root};
use crate::paper::{Parts, paragraphs};
use crate::program;

/// What no unit has to read.
fn is_for_the_keeper(line: &str) -> bool {
    [".toml", "shangdang "].iter().any(|word| line.contains(word))
}

/// The lines of a document as a reader sees them.
fn lines(path: &Path, bytes: &[u8]) -> Vec<String> {
    if path.extension().is_some_and(|ending| ending == "docx") {
        return paragraphs(&Parts::of(bytes));
    }
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    if path.extension().is_some_and(|ending| ending == "md") {
        return text.lines().map(str::to_owned).collect();
    }
    // The look of a web page is not read.
    let body = text.split("</style>").last().unwrap();
    body.split("</td>").map(|cell| cell.rsplit('>').next().unwrap().to_owned()).collect()
}

#[test]
fn paths_and_commands_stand_in_one_line_of_the_annex() {
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("data"), &folder.path().join("data"));
    let run = |arguments: &str| {
        let arguments: Vec<&str> = arguments.split(' ').collect();
        program::succeed(folder.path(), &[&["--lang", "zh", "-C", "data"], &arguments[..]].concat());
    };
    fs::create_dir(folder.path().join("out")).unwrap();
    run("register exempt 2.1 --from 2022-08 --until 2022-09 --because 汛期 --reference 文〔2022〕9号 --on 2022-05-28");
    run("register verify 4.5 --unit housing --on 2022-06-28 --outcome passed --by 区水污染防治办");
    run("notice issue 2022-04 --unit water --tier warning --number 5 --on 2022-05-09 --approver 区水污染防治办");
    for month in ["2022-03", "2022-04", "2022-05", "2022-06"] {
        run(&format!("notice {month} -o out/{month} --as docx --as markdown --as html"));
        run(&format!("explain 4.3 --month {month} -o out/{month}.docx"));
        for ending in ["docx", "md", "html"] {
            run(&format!("bulletin {month} -o out/{month}-bulletin.{ending}"));
        }
    }
    let mut placed = 0;
    for (path, bytes) in files(&folder.path().join("out")) {
        for line in lines(&path, &bytes).iter().filter(|line| is_for_the_keeper(line)) {
            let said = line.trim_start_matches("| 出处 | ");
            assert!(
                said.starts_with("方案要求 tasks/") && said.contains("；核算 shangdang explain "),
                "{path:?}: {line}"
            );
            placed += 1;
        }
    }
    assert!(placed > 60, "{placed}");
}

#[test]
fn reminders_name_no_tier_unless_asked() {
    let remind = |month: u32, more: &[&str]| {
        let month = format!("2022-{month:02}");
        let arguments = ["--lang", "zh", "-C", "data", "filing", &month, "--remind"];
        String::from_utf8(program::succeed(root(), &[&arguments[..], more].concat()).stdout).unwrap()
    };
    let names_tier = |said: &str| ["预警", "通报批评", "约谈"].iter().any(|tier| said.contains(tier));
    let mut named = 0;
    for month in 1..=12 {
        assert!(!names_tier(&remind(month, &[])), "{month}");
        named += usize::from(names_tier(&remind(month, &["--with-tier"])));
    }
    assert!(named > 3, "{named}");
}
