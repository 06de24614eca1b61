//! `doctor`: what the program finds on this machine, what it chose, and why; for whoever is asked for help.

use std::path::Path;

use anyhow::Result;

use super::diff::trouble_words;
use super::session::{find_root, read_files};
use super::{Context, Exit, LangFrom, Outcome};
use crate::disk;
use crate::document::{Block, Cell, Column, Document, Role, Table};
use crate::git::{self, Repository, Trouble};
use crate::load::load_sound;
use crate::problem::Severity;
use crate::render;
use crate::text::doctor::{self as words, Subject};
use crate::text::{cli, problems, terms};

command! {
    "doctor" "自检":
        "看本机情况：找到哪个方案、为什么用这种语言、文字能否对齐",
        "Show what was found on this machine and what was chosen: folder, language, terminal, git";
    pub(crate) struct Arguments {}
}

pub(crate) fn run(_: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let screen = context.screen;
    let mut rows = Rows(context, Vec::new());
    let version =
        format!("shangdang {}, {} {}", env!("CARGO_PKG_VERSION"), std::env::consts::OS, std::env::consts::ARCH);
    rows.fine(Subject::Program, version);
    rows.fine(Subject::Today, words::today(&context.today.to_string(), lang));
    let language = match &context.lang_from {
        LangFrom::Option => words::by_option(lang),
        LangFrom::Environment => words::by_environment(lang),
        LangFrom::Locale(name) => words::by_locale(name, lang),
        LangFrom::Default => words::by_default(lang),
    };
    rows.fine(Subject::Language, language);
    let terminal = words::terminal(screen.width, screen.has_colour, lang);
    rows.fine(Subject::Terminal, terminal);
    let is_fine = rows.workspace()?;
    let columns = words::heads(lang);
    let [meaning, ruler] = words::ruler(lang);
    let document = Document {
        blocks: vec![
            Block::Table(Table { columns: vec![Column::words(columns[0]), Column::prose(columns[1])], rows: rows.1 }),
            Block::plain(meaning),
            Block::verbatim(ruler),
        ],
    };
    Ok(Outcome {
        result: render::terminal(&document, screen),
        aside: String::new(),
        exit: if is_fine { Exit::Fine } else { Exit::No },
    })
}

/// The findings so far.
struct Rows<'a>(&'a Context, Vec<Vec<Cell>>);

impl Rows<'_> {
    fn fine(&mut self, subject: Subject, finding: impl AsRef<str>) {
        self.add(subject, Role::Plain, finding);
    }

    fn add(&mut self, subject: Subject, role: Role, finding: impl AsRef<str>) {
        let name = Cell::text(words::subject(subject, self.0.lang));
        self.1.push(vec![name, Cell::with(role, finding)]);
    }

    /// The plan, its files, and what keeps whom from working with them; whether nothing does.
    fn workspace(&mut self) -> Result<bool> {
        let context = self.0;
        let lang = context.lang;
        let Some(root) = find_root(context) else {
            let folder = context.named.as_ref().unwrap_or(&context.here).display().to_string();
            let why = cli::no_plan(&folder, context.named.is_some(), lang);
            self.add(Subject::Folder, Role::Notice, why.replace("\n  ", lang.pick("；", "; ")));
            return Ok(false);
        };
        self.fine(Subject::Folder, words::folder(&root.display().to_string(), context.named.is_some(), lang));
        let sound = load_sound(&read_files(&root, context)?);
        if let Some(workspace) = &sound.loaded.workspace {
            let newest = workspace.reports.last().map(|report| terms::month(report.month, lang));
            let (units, items) = (workspace.plan.units.len(), workspace.items.len());
            let (reports, drafts) = (workspace.reports.len(), workspace.drafts.len());
            let counts = [units, items, reports, drafts];
            self.fine(Subject::Files, words::files(&workspace.plan.title, counts, newest.as_deref(), lang));
        }
        let count = |severity| sound.loaded.count(severity);
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        let mut is_fine = errors == 0;
        let mut found = problems::summary(errors, warnings, lang);
        if errors > 0 {
            found = format!("{found}{}", words::not_assessed(lang));
        }
        let role = if errors > 0 { Role::Notice } else { Role::Plain };
        self.add(Subject::Problems, role, found);
        match disk::try_writing(&root) {
            Ok(()) => self.fine(Subject::Writing, words::writing(None, lang)),
            Err(error) => {
                is_fine = false;
                let why = cli::system(&error, lang);
                self.add(Subject::Writing, Role::Notice, words::writing(Some(&why), lang));
            }
        }
        self.git(&root);
        Ok(is_fine)
    }

    /// git, which only comparing revisions needs: without it nothing is wrong.
    fn git(&mut self, root: &Path) {
        let lang = self.0.lang;
        let version = match git::version(root) {
            Ok(version) => version,
            Err(Trouble::NotInstalled) => return self.fine(Subject::Git, words::no_git(lang)),
            Err(trouble) => {
                return self.add(Subject::Git, Role::Notice, trouble_words(&trouble, lang));
            }
        };
        match Repository::at(root).and_then(|repository| repository.changes()) {
            Ok(changes) => {
                self.fine(Subject::Git, words::git(&version, changes, lang));
                let is_set = git::has_driver(root).unwrap_or(false);
                self.fine(Subject::Driver, words::driver(is_set, lang));
            }
            Err(Trouble::NotARepository { .. }) => {
                self.add(Subject::Git, Role::Notice, words::no_repository(&version, lang));
            }
            Err(trouble) => self.add(Subject::Git, Role::Notice, trouble_words(&trouble, lang)),
        }
    }
}
