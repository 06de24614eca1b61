//! What goes wrong around the program: it is killed, the disk is full or may not be written, somebody else writes at
//! the same time, the clock is wrong, files and folders are huge. Whatever happens, each file is the old or the new one,
//! a verdict is the same bytes or none, and what was in the way is said.
//!
//! Cut off while it makes a workspace, lays files out or takes reports in: `cut_off.rs`. What is done here needs tools
//! of the system; where one is missing it is said, and nothing is held.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "these tests look at what was written, and have nothing to say without folders"
)]

mod alone;
mod changing;
mod clock;
mod disk;
mod killed;
mod places;
mod rights;
mod sizes;
mod writers;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::cut_off::{folder, is_leftover};
use crate::folders::{copy, files, root};
use crate::program::silent;

/// A workspace, a command that writes in it, and what it takes to be there before.
struct Writing {
    /// A folder of the repository.
    workspace: &'static str,
    /// Commands that come before, as typed.
    before: &'static [&'static str],
    /// The command, as typed.
    command: &'static str,
}

const NOTICE: &str = "tests/golden/a-notice-from-sending-to-lifting.in";
const REPORT: &str = "tests/golden/a-report-begun-filled-in-and-submitted.in";

/// Every way to write into a workspace, or beside it.
const WRITING: &[Writing] = &[
    Writing {
        workspace: NOTICE,
        before: &[],
        command: "notice issue --month 6月 --unit housing --tier criticism --number 清水防办〔2022〕5号 --on 2022-07-05 --approver 领导小组 --reply-due 2022-07-15",
    },
    Writing {
        workspace: NOTICE,
        before: &[],
        command: "register exempt 2.4 --from 6月 --until 7月 --reason 汛期停工 --reference 清政办函〔2022〕18号 --on 2022-06-28",
    },
    Writing { workspace: NOTICE, before: &[], command: "close 6月 --on 2022-07-08" },
    Writing { workspace: REPORT, before: &[], command: "report new --unit water --month 6月" },
    Writing {
        workspace: REPORT,
        before: &["report new --unit water --month 6月"],
        command: "report set 1.1 50 --unit water --month 6月",
    },
    Writing {
        workspace: REPORT,
        before: &["report new --unit water --month 6月", "report set 1.1 50 --unit water --month 6月"],
        command: "report submit --unit water --month 6月 --on 2022-06-22",
    },
    Writing { workspace: "data", before: &["status --format html -o board.html"], command: "board -o board.html" },
    Writing { workspace: "data", before: &[], command: "escalate --month 6月 -o 建议.docx" },
];

impl Writing {
    fn arguments(&self) -> Vec<&str> {
        self.command.split(' ').collect()
    }

    /// The workspace as it is before the command.
    fn stage(&self) -> TempDir {
        let stage = folder();
        copy(&root().join(self.workspace), stage.path());
        for command in self.before {
            let command: Vec<&str> = command.split(' ').collect();
            crate::program::succeed(stage.path(), &command);
        }
        stage
    }

    /// The files before the command, and those after it.
    fn before_and_after(&self) -> (TempDir, Files, Files) {
        let before = self.stage();
        let after = folder();
        copy(before.path(), after.path());
        crate::program::succeed(after.path(), &self.arguments());
        let (old, new) = (within(before.path()), within(after.path()));
        assert_ne!(old, new, "{} writes something", self.command);
        (before, old, new)
    }
}

type Files = BTreeMap<PathBuf, Vec<u8>>;

/// The files in a folder by their path in it, without what a kill leaves behind.
fn within(folder: &Path) -> Files {
    let name = |path: PathBuf| path.strip_prefix(folder).unwrap().to_path_buf();
    let files = files(folder).into_iter();
    let files = files.filter(|(path, _)| !is_leftover(path));
    files.map(|(path, text)| (name(path), text)).collect()
}

/// The smallest workspace with a verdict, and another unit that files nothing.
fn small() -> TempDir {
    let folder = folder();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write(
        "plan.toml",
        "title = \"示例方案\"\nstart = \"2022-01\"\nend = \"2022-12\"\nreport-day = 23\nsample = true\n\n[units.housing]\nname = \"区住建局\"\nkind = \"department\"\n",
    );
    write(
        "tasks/02.toml",
        "number = 2\ntitle = \"管网\"\nlead = [\"housing\"]\nkey = true\n\n[[items]]\nid = \"2.1\"\ntitle = \"雨污分流改造\"\nbasis = \"stated\"\ndue = \"2022-05\"\n",
    );
    write(
        "reports/2022-06/housing.toml",
        "month = \"2022-06\"\nunit = \"housing\"\n\n[[entries]]\nitem = \"2.1\"\npercent = 35\n",
    );
    folder
}

/// What was said, on both channels.
fn said(output: &Output) -> String {
    let bytes = [&output.stdout[..], &output.stderr[..]].concat();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Whether a command of the system runs and ends well.
fn works(command: &str, arguments: &[&str]) -> bool {
    let mut tried = Command::new(command);
    let tried = silent(tried.args(arguments));
    tried.status().is_ok_and(|status| status.success())
}
