//! Files that prove what an entry says: named but missing, or said to be somewhere that is never looked at.

use super::{Looked, Observation, Seen, observation};
use crate::model::{Entry, Share};

/// Where a file named in a report can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attached {
    /// Inside the workspace, at one of these paths: relative to the report, or to the workspace.
    Inside([String; 2]),
    /// Elsewhere: an absolute path, one that leads out of the workspace, or an address. It is never opened.
    Outside,
}

impl Attached {
    /// Where a name in a report in some folder leads.
    pub fn of(name: &str, folder: &str) -> Self {
        let plain = name.trim().replace('\\', "/");
        let mut parts = plain.split('/');
        let is_outside = plain.is_empty()
            || plain.starts_with('/')
            || plain.contains(':')
            || plain.contains('\0')
            || parts.any(|part| part == "..");
        if is_outside { Self::Outside } else { Self::Inside([format!("{folder}/{plain}"), plain]) }
    }
}

/// What the entries of a share name.
pub(super) fn attachments(looked: Looked<'_>, share: &Share, is_there: &dyn Fn(&str) -> bool) -> Vec<Observation> {
    let of_entry = |entry: &Entry| {
        let folder = format!("reports/{}", entry.month);
        let names = entry.remarks.attachments().iter().filter_map(|name| {
            let seen = match Attached::of(name, &folder) {
                Attached::Outside => Seen::OutsideAttachment { name: name.clone() },
                Attached::Inside(paths) if paths.iter().any(|path| is_there(path)) => return None,
                Attached::Inside(_) => Seen::MissingAttachment { name: name.clone() },
            };
            Some(observation(share, seen, vec![entry.place]))
        });
        names.collect::<Vec<_>>()
    };
    looked.entries(share).flat_map(of_entry).collect()
}
