//! The smallest plan and task, and what only some systems can lay on a disk.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "workspaces are laid out on the disk; a test that cannot do so has failed"
)]

use std::fs;
use std::path::Path;

pub(crate) const PLAN: &str = "title = \"水污染防治专项行动\"\nstart = \"2022-01\"\nend = \"2022-12\"\nreport-day = 23\n\n\
                               [units.housing]\nname = \"区住建局\"\nkind = \"department\"\n";
pub(crate) const TASK: &str = "number = 2\ntitle = \"完善雨污管网建设\"\nlead = [\"housing\"]\n\n\
                               [[items]]\nid = \"2.1\"\ntitle = \"雨污分流改造\"\n";

/// A file in a folder that need not be there yet.
pub(crate) fn write(root: &Path, path: &str, content: impl AsRef<[u8]>) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// A link; false where the system has none.
pub(crate) fn link(to: &Path, at: &Path) -> bool {
    fs::create_dir_all(at.parent().unwrap()).unwrap();
    #[cfg(unix)]
    let is_made = std::os::unix::fs::symlink(to, at).is_ok();
    #[cfg(not(unix))]
    let is_made = to == at;
    is_made
}
