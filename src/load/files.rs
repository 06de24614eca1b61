//! One file after another, side by side on all processors: what each says, and what is wrong with it. What is in one file
//! changes nothing about another here; holding them against each other comes afterwards, one by one and in a fixed order.

use toml::de::DeTable;

use super::faults::Faults;
use super::keys::{self, Keys};
use super::paths::{self, Role};
use super::plan::{self, PlanDocument};
use super::reader::Table;
use super::register::{self, RegisterDocument};
use super::request::Request;
use super::scan::scan;
use super::{syntax, tree};
use crate::problem::Problem;
use crate::source::{Content, FEW_FILES, FileId, Unreadable, side_by_side};

/// What came of reading a file.
pub(super) struct FileRead<T> {
    pub(super) file: FileId,
    pub(super) faults: Faults,
    /// What it says, if it can be read and is one of ours.
    pub(super) document: Option<T>,
    /// What is to be kept of the content; none where whoever gave it keeps it.
    pub(super) content: Option<Content>,
}

/// A file that is being read.
pub(super) struct Text<'a> {
    pub(super) path: &'a str,
    pub(super) content: &'a Content,
    pub(super) faults: &'a Faults,
}

/// Reads files side by side; what comes of each stands in the order asked for.
pub(super) fn read_all<T: Send>(
    request: &Request<'_>,
    files: &[FileId],
    document: impl Fn(&Text<'_>) -> Option<T> + Sync,
) -> Vec<FileRead<T>> {
    side_by_side(files, FEW_FILES, |&file| read(request, file, &document))
}

/// Reads one file.
pub(super) fn read<T>(
    request: &Request<'_>,
    file: FileId,
    document: impl FnOnce(&Text<'_>) -> Option<T>,
) -> FileRead<T> {
    let content = (request.fetch)(file);
    let faults = Faults::new(file);
    let text = Text { path: request.path(file), content: &content, faults: &faults };
    let document = document(&text);
    FileRead { file, document, content: request.kept(file, content), faults }
}

impl<'a> Text<'a> {
    /// What is made of the table that the file is; none where it cannot be read.
    pub(super) fn read<T>(&self, keys: &'static Keys, read: impl FnOnce(Table<'_>) -> T) -> Option<T> {
        let text = self.text()?;
        if let Some(tree) = scan(text) {
            return Some(read(Table::root(&tree, keys, self.faults)));
        }
        let mended;
        let table = if let Ok(table) = DeTable::parse(text) {
            syntax::check(text, self.faults);
            table
        } else {
            mended = syntax::mend(text, self.faults);
            DeTable::parse_recoverable(&mended).0
        };
        let tree = tree::of_library(table.get_ref());
        Some(read(Table::root(&tree, keys, self.faults)))
    }

    /// The text, if there is something in it to read.
    fn text(&self) -> Option<&'a str> {
        let problem = match self.content {
            Content::Text(text) if is_empty(text) => Problem::EmptyFile,
            Content::Text(text) => return Some(text),
            Content::NotRead => paths::stray(self.path)?,
            Content::Unreadable(why) => unreadable(why),
            Content::LetGo(_) => unreachable!("a text is let go after it was read"),
        };
        self.faults.report(self.faults.top(), problem);
        None
    }
}

/// What the scanner makes of a text and what the TOML library does, for tests that hold the two against each other; none
/// where the scanner leaves the text to the library.
#[doc(hidden)]
pub fn fronts(text: &str) -> Option<[String; 2]> {
    let library = match DeTable::parse(text) {
        Ok(table) => format!("{:?}", tree::of_library(table.get_ref())),
        Err(error) => error.to_string(),
    };
    scan(text).map(|scanned| [format!("{scanned:?}"), library])
}

/// What a file says that is neither a task nor a report.
pub(super) enum Document {
    Plan(Box<PlanDocument>),
    Register(RegisterDocument),
    /// None of ours, but perhaps a report without its ending: of this unit, with this path.
    PerhapsReport(String, String),
}

impl Document {
    /// What a file says, if it is one of these.
    pub(super) fn of(text: &Text<'_>) -> Option<Self> {
        let faults = text.faults;
        match Role::of(text.path) {
            Role::Plan => text.read(&keys::PLAN, |root| Self::Plan(Box::new(plan::read(root, faults)))),
            Role::Register { folder, kind } => {
                text.read(keys::register(kind), |root| Self::Register(register::read(root, folder, kind)))
            }
            Role::StrayRecord { folder, stem } => {
                let meant = paths::record_meant(folder, stem);
                faults.report(faults.top(), Problem::MisnamedFile { meant });
                None
            }
            _ => {
                text.text();
                let is_stranger = *text.content == Content::NotRead && faults.count() == 0;
                let (unit, path) = is_stranger.then(|| paths::perhaps_report(text.path))??;
                Some(Self::PerhapsReport(unit, path))
            }
        }
    }
}

/// Whether a text holds nothing but blanks and comments.
fn is_empty(text: &str) -> bool {
    text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'))
}

fn unreadable(why: &Unreadable) -> Problem {
    match why {
        Unreadable::Gbk => Problem::Encoding { name: Some("GBK") },
        Unreadable::Utf16 => Problem::Encoding { name: Some("UTF-16") },
        Unreadable::NotText => Problem::Encoding { name: None },
        Unreadable::TooLarge { bytes, limit } => Problem::TooLarge { bytes: *bytes, limit: *limit },
        Unreadable::NotAFile => Problem::Unreadable { reason: None },
        Unreadable::System { reason } => Problem::Unreadable { reason: Some(reason.clone()) },
    }
}
