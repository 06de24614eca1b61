//! Named things, a row each: what is ticked is done, what is left empty stands as it was last reported, and all rows of
//! an item make one entry.

use std::collections::BTreeMap;

use super::cells::{self, Said, plain};
use super::grid::Value;
use crate::edit::{EntryText, quoted_list};
use crate::model::{Item, Month, Quantity, UnitIx, Workspace};

/// The object that a text names, however it is dressed.
pub(super) fn object_in(text: &str, quantity: &Quantity) -> Option<u16> {
    let written = plain(text);
    (0..).zip(&quantity.objects).find(|(_, object)| plain(object) == written).map(|(at, _)| at)
}

/// What the rows of one item say.
#[derive(Default)]
struct Rows {
    /// The first of them.
    row: u32,
    /// Those that say whether an object is done.
    said: BTreeMap<u16, bool>,
    /// Note, problem and next step, each with the object it is about.
    words: [Vec<String>; 3],
}

/// The rows about objects so far, by item.
#[derive(Default)]
pub(super) struct Ticks(BTreeMap<String, (Vec<u16>, Rows)>);

impl Ticks {
    /// Takes in a row; false if the object had one already.
    pub(super) fn take(
        &mut self,
        row: u32,
        item: &Item,
        object: u16,
        said: Option<bool>,
        texts: [Option<&Value>; 3],
    ) -> bool {
        let (seen, rows) =
            self.0.entry(item.id.clone()).or_insert_with(|| (Vec::new(), Rows { row, ..Rows::default() }));
        if seen.contains(&object) {
            return false;
        }
        seen.push(object);
        rows.said.extend(said.map(|said| (object, said)));
        let name = item.quantity.as_ref().and_then(|quantity| quantity.objects.get(usize::from(object)));
        for (held, text) in rows.words.iter_mut().zip(texts) {
            let text = text.map_or_else(String::new, cells::words);
            if let (Some(name), false) = (name, text.is_empty()) {
                held.push(format!("{name}：{text}"));
            }
        }
        true
    }

    /// One entry for each item, with the row it begins in.
    pub(super) fn entries(self, workspace: &Workspace, unit: UnitIx, month: Month) -> Vec<(u32, EntryText)> {
        let entry = |(id, (_, rows)): (String, (Vec<u16>, Rows))| {
            let share =
                workspace.shares.iter().find(|share| share.unit == unit && workspace.item(share.item).id == id)?;
            let quantity = workspace.item(share.item).quantity.as_ref()?;
            let before = share.entries.iter().rfind(|entry| entry.month < month);
            let before = before.and_then(|entry| share.done_by(entry)).unwrap_or_default();
            let is_done = |object: &u16| *rows.said.get(object).unwrap_or(&before.contains(object));
            let done = (0..).zip(&quantity.objects).map(|(object, _)| object).filter(is_done);
            let done = quoted_list(quantity.names(done));
            let [note, problem, next] = rows.words.map(|said| said.join("；"));
            let readings = vec![("done", done)];
            Some((rows.row, EntryText { item: id, readings, note, problem, next, attachments: Vec::new() }))
        };
        self.0.into_iter().filter_map(entry).collect()
    }
}

/// Whether a row says that its object is done; none where it says nothing of it.
pub(super) fn ticked(said: Option<&Said>) -> Option<bool> {
    match said {
        Some(Said::Done(is_done)) => Some(*is_done),
        _ => None,
    }
}
