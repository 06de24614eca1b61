//! Kinds of units: those that every plan knows, and those that `[kinds]` of the plan names.

use std::sync::Arc;

use super::faults::Faults;
use super::keys;
use super::reader::Pairs;
use super::values::check_id;
use crate::model::{OwnKind, UnitKind};
use crate::problem::Problem;
use crate::source::Located;

/// More kinds than this are not listed in a message.
const MOST_NAMED: usize = 40;

/// The plan's own kinds; those that every plan knows keep their meaning.
pub(super) fn read(pairs: Pairs<'_>, faults: &Faults) -> Vec<Option<Arc<OwnKind>>> {
    let mut found = Vec::new();
    for (id, value) in pairs {
        let mut is_id = check_id(id, faults);
        if UnitKind::ALL.iter().any(|(_, known)| *known == id.value) {
            faults.report(id.place, Problem::TakenKind { id: id.value.to_owned() });
            is_id = false;
        }
        let read = value.table(&keys::KIND).and_then(|table| {
            let name = table.title("name");
            let is_territorial = table.switch("territorial").unwrap_or(false);
            table.finish();
            Some(Arc::new(OwnKind { id: id.value.to_owned(), name: name?.value, is_territorial }))
        });
        found.push(read.filter(|_| is_id));
    }
    found
}

/// A kind that every plan knows, or one of the plan's own; none where it is neither, which is reported.
pub(super) fn named(
    written: &Located<String>,
    own: &[Arc<OwnKind>],
    knows_all: bool,
    faults: &Faults,
) -> Option<UnitKind> {
    let id = &written.value;
    let known = UnitKind::ALL.into_iter().find(|(_, known)| known == id).map(|(kind, _)| kind);
    let found = known.or_else(|| own.iter().find(|kind| kind.id == *id).map(|kind| UnitKind::Own(kind.clone())));
    if found.is_none() && knows_all {
        let ids = UnitKind::ALL.map(|(_, id)| id).into_iter().chain(own.iter().map(|kind| &*kind.id));
        let by_name = own.iter().find(|kind| kind.name == *id).map(|kind| &*kind.id);
        let meant = by_name.or_else(|| faults.guess(id, ids)).map(str::to_owned);
        let own = own.iter().map(|kind| (kind.id.clone(), kind.name.clone())).take(MOST_NAMED).collect();
        faults.report(written.place, Problem::UnknownKind { id: id.clone(), meant, own });
    }
    found
}
