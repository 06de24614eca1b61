//! Files that prove what an entry says: named, and not there, or said to lie where nobody looks.

use super::{Looked, Observation, Seen, observation};
use crate::model::{Entry, Share};

/// Where a file named in a report can lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attached {
    /// Inside the workspace, at one of these paths: beside the report, or counted from the workspace.
    Inside([String; 2]),
    /// Elsewhere: an absolute path, one that climbs out, or an address. It is never opened.
    Outside,
}

impl Attached {
    /// Where a name leads that stands in a report in a folder.
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
