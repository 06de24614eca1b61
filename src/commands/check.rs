//! `check`: everything that is wrong with the files, in one run.

use anyhow::Result;

use super::options::{Delivery, Format};
use super::session::{read_files, root};
use super::{Context, Exit, Outcome, paragraphs};
use crate::closing;
use crate::load::load;
use crate::problem::Severity;
use crate::render;
use crate::text::problems;
use crate::views::Problems;

command! {
    "check" "检查": "检查所有文件，一次指出全部问题", "Check all files and show everything that is wrong";
    pub(crate) struct Arguments {
        delivery: Delivery;
        short: bool = "--short", "每个问题一行，供编辑器使用", "One line for each problem, for editors"
            with |arg| arg.conflicts_with_all(["format", "json"]);
    }
}

pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let sources = read_files(&root(context)?, context)?;
    let mut loaded = load(&sources);
    if let Some(workspace) = &loaded.workspace {
        let found = closing::check(&sources, workspace);
        loaded.problems.extend(found);
        loaded.problems.sort_by_key(|diagnostic| diagnostic.place);
    }
    let (errors, warnings) = (loaded.count(Severity::Error), loaded.count(Severity::Warning));
    let exit = if errors > 0 { Exit::No } else { Exit::Fine };
    if arguments.delivery.format(lang)? != Format::Table {
        return arguments.delivery.deliver(&Problems::of(&sources, &loaded.problems, lang), context, exit);
    }
    let style = if arguments.short { render::Style::Short } else { render::Style::Full };
    let mut page = render::diagnostics(&sources, &loaded.problems, style, lang, context.screen);
    if !arguments.short {
        if !page.is_empty() {
            page.push('\n');
        }
        let mut closing = Vec::new();
        if let (Some(workspace), true) = (&loaded.workspace, loaded.problems.is_empty()) {
            let newest = workspace.reports.last().map(|report| report.month);
            let (tasks, items) = (workspace.tasks.len(), workspace.items.len());
            closing.push(problems::checked(tasks, items, workspace.reports.len(), newest, lang));
        }
        closing.push(problems::summary(errors, warnings, lang));
        page.push_str(&paragraphs(&closing, context.screen));
    }
    arguments.delivery.deliver_rendered(page, context, exit)
}
