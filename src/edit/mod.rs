//! Texts of the workspace laid out and edited: text in, text out. Comments and spelling stay as people wrote them.

mod arrange;
mod changes;
mod compose;
mod draft;
mod gap;
mod items;
mod kind;
mod lines;
mod print;
mod record;
mod report;
mod same;
mod sheet;
mod template;
mod written;

pub use arrange::ItemOrder;
pub use changes::{Changed, changes};
pub use compose::{EntryText, Line, ReportText, compose, lines, schema_line};
pub use draft::DraftFor;
pub use items::item_order;
pub use kind::Kind;
pub use record::{add_record, new_register, set_record};
pub use report::{EntryEdit, NotEdited, is_draft, root_value, set_entry, set_root};
pub use same::same_meaning;
pub use written::{quoted, quoted_list};

use sheet::Sheet;

/// The byte order mark that some editors write. It is kept: removing it would show as a change.
const MARK: char = '\u{FEFF}';

/// Why a text was left as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unformatted {
    /// It is not TOML.
    NotToml,
    /// Laid out, it would mean something else. This is a fault of the program, and no harm was done.
    WouldChange,
}

/// A file in the standard layout: fixed order, blank lines only between tables, numbers and texts as written, every
/// comment with what it explains. Line ends and the byte order mark stay as they are.
///
/// # Errors
/// [`Unformatted`].
pub fn format(text: &str, kind: Kind, items: &ItemOrder) -> Result<String, Unformatted> {
    let bare = text.strip_prefix(MARK).unwrap_or(text);
    let once = |text: &str| {
        let mut sheet = Sheet::read(text).ok_or(Unformatted::NotToml)?;
        arrange::arrange(&mut sheet, kind, items);
        Ok(print::print(&sheet, line_end(bare)))
    };
    // A part that moved may now be in a place that means something else: a comment at the very top, a line for editors.
    let laid_out = once(&once(bare)?)?;
    if !same_meaning(bare, &laid_out) {
        return Err(Unformatted::WouldChange);
    }
    let mark = if bare.len() < text.len() { "\u{FEFF}" } else { "" };
    Ok(format!("{mark}{laid_out}"))
}

/// The line end that most lines of a text have.
fn line_end(text: &str) -> &'static str {
    let all = text.matches('\n').count();
    let windows = text.matches("\r\n").count();
    if windows * 2 > all { "\r\n" } else { "\n" }
}
