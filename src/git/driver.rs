//! How git shows differences in the files of a workspace: item by item, with titles, through `shangdang textconv`.

use std::path::Path;

use super::run::{Trouble, run};

/// The content of `.gitattributes` beside `plan.toml`: which files are shown this way.
pub const ATTRIBUTES: &str = "\
# git diff 和 git log -p 按事项显示下列文件；每个仓库副本运行一次 shangdang init --git。
# Shown item by item by git diff and git log -p, once shangdang init --git was run in the clone.
plan.toml diff=shangdang
tasks/*.toml diff=shangdang
reports/*/*.toml diff=shangdang
register/*/*.toml diff=shangdang
";

/// If the program is not installed, the files are shown as they are: without this git would show nothing at all.
const TEXTCONV: &str = r#"f() { shangdang textconv "$1" 2>/dev/null || cat "$1"; }; f"#;

/// The line above a difference: the nearest one that is not indented, which is the item.
const HEADING: &str = "^([^[:space:]].*)$";

/// Tells the repository of a folder how to show the files that [`ATTRIBUTES`] names.
///
/// # Errors
/// No git, no repository, or one that cannot be written to.
pub fn set_up_driver(folder: &Path) -> Result<(), Trouble> {
    let settings = [
        ("diff.shangdang.textconv", TEXTCONV),
        ("diff.shangdang.xfuncname", HEADING),
        // What is shown depends on the plan as well, so nothing is cached.
        ("diff.shangdang.cachetextconv", "false"),
    ];
    for (name, value) in settings {
        run(folder, &["config", "--local", "--replace-all", name, value])?.of_repository(folder)?;
    }
    Ok(())
}

/// Whether the repository of a folder has been told.
pub(crate) fn has_driver(folder: &Path) -> Result<bool, Trouble> {
    let said = run(folder, &["config", "--get", "diff.shangdang.textconv"])?;
    Ok(said.is_fine && !said.out.is_empty())
}
