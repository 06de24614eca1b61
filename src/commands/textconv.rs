//! `textconv`: one file item by item, for `git diff` and `git log -p`. It must never fail on what it finds in a file: git
//! would then show nothing at all.

use anyhow::{Result, anyhow};

use super::kinds::FileName;
use super::session::{find_root, read_files};
use super::{Context, Exit, Outcome};
use crate::disk;
use crate::document::clean_lines;
use crate::load::{load, outline};
use crate::render::{self, Screen};
use crate::source::{Content, decode_lossy};
use crate::text::cli as words;
use crate::text::outline::{Names, not_readable};
use crate::views::outline_page;

command! {
    "textconv" "文本":
        "把一个方案、任务或月报文件按事项列出，供 git diff 使用",
        "List a plan, task or report file item by item, for git diff";
    examples
        "textconv reports/2022-06/housing.toml

         {让 git diff 和 git log -p 用它：在每个仓库副本里运行一次 shangdang init --git。|To make git diff and git log -p use it, run shangdang init --git once in every clone.}";
    pub(crate) struct Arguments {
        file: FileName = "bare", "要显示的文件；是哪一种由内容判断", "The file to show; its content tells what kind it is";
    }
}

pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let shown = arguments.file.display().to_string();
    let bytes = disk::one(&context.here.join(&*arguments.file))
        .map_err(|error| anyhow!(words::cannot_read(&shown, &error, lang)))?;
    let text = decode_lossy(&bytes);
    let read = match Content::decode(bytes) {
        Content::Text(text) => outline(&text),
        Content::Unreadable(_) | Content::NotRead | Content::LetGo(_) => None,
    };
    let result = match read {
        Some(outline) => {
            let page = outline_page(&outline, &names(context), lang);
            // Lines are as long as they are: wrapped, a word more would change every line behind it.
            render::terminal(&page, Screen { width: None, has_colour: false })
        }
        None => format!("{}\n{}\n", not_readable(lang), clean_lines(text.trim_end())),
    };
    Ok(Outcome { result, aside: String::new(), exit: Exit::Fine })
}

/// The names that the workspace knows, if there is one that holds. Reports are not asked.
fn names(context: &Context) -> Names {
    let mut sources = find_root(context).and_then(|root| read_files(&root, context).ok()).unwrap_or_default();
    sources.files.retain(|file| file.path == "plan.toml" || file.path.starts_with("tasks/"));
    let workspace = load(&sources).workspace;
    workspace.map_or_else(Names::none, |workspace| Names::of(&workspace))
}
