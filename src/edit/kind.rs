//! The kinds of files, and the order of the keys in their tables.

use crate::load::keys::{self, Form, Keys};
use crate::model::RecordKind;

/// The kinds of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `plan.toml`
    Plan,
    /// `tasks/*.toml`
    Task,
    /// `reports/<month>/*.toml`
    Report,
    /// `register/<month>/<kind>.toml`
    Register(RecordKind),
}

impl Kind {
    /// The kind of file that a path in a workspace names.
    pub fn of(path: &str) -> Option<Self> {
        let parts: Vec<&str> = path.split('/').collect();
        match parts[..] {
            ["plan.toml"] => Some(Self::Plan),
            ["tasks", name] if name.ends_with(".toml") => Some(Self::Task),
            ["reports", _, name] if name.ends_with(".toml") => Some(Self::Report),
            ["register", _, name] => {
                let stem = name.strip_suffix(".toml")?;
                let mut kinds = RecordKind::ALL.into_iter();
                let found = kinds.find(|(_, name)| *name == stem);
                found.map(|(kind, _)| Self::Register(kind))
            }
            _ => None,
        }
    }

    fn keys(self) -> &'static Keys {
        match self {
            Self::Plan => &keys::PLAN,
            Self::Task => &keys::TASK,
            Self::Report => &keys::REPORT,
            Self::Register(kind) => keys::register(kind),
        }
    }
}

/// The position of a key in the table at a path. Unknown keys come last; if the user chooses the keys, all have the
/// same position.
pub(super) fn rank(kind: Kind, path: &[String], key: &str) -> usize {
    let Some(known) = table_at(kind, path) else {
        return 0;
    };
    let mut names = known.names();
    names.position(|name| name == key).unwrap_or(usize::MAX)
}

/// The keys of the table at a path, where the program knows them.
fn table_at(kind: Kind, path: &[String]) -> Option<&'static Keys> {
    let mut table = Ok(kind.keys());
    for key in path {
        let form = match table {
            Ok(keys) => &keys.get(key)?.form,
            // Any key will do.
            Err(form) => form,
        };
        table = match form {
            Form::Table(keys) | Form::Tables(keys) | Form::WordOr((_, keys)) => Ok(keys),
            Form::Named(form) => Err(form),
            _ => return None,
        };
    }
    table.ok()
}
