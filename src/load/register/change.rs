//! 计划调整: an approved change. It is taken in with the item it changes.

use chrono::NaiveDate;

use super::{Written, text};
use crate::load::reader::{Table, Value};
use crate::load::task::{self, ItemDocument};
use crate::model::Month;
use crate::source::Located;

/// One of `[[changes]]`.
pub(in crate::load) struct ChangeDocument {
    /// Its id and its schedule; whatever else an item has stays as the plan says.
    pub(in crate::load) item: ItemDocument,
    pub(in crate::load) date: Option<Located<NaiveDate>>,
    pub(in crate::load) from: Option<Located<Month>>,
    pub(in crate::load) reference: String,
    pub(in crate::load) settles: Option<Located<bool>>,
    pub(in crate::load) reason: String,
}

impl Written for ChangeDocument {
    fn read(table: Table<'_>) -> Self {
        let date = table.require("date").and_then(Value::day);
        let from = table.require("from").and_then(Value::month);
        let reference = text(&table, "reference");
        let reason = text(&table, "reason");
        let settles = table.get("settles").and_then(Value::boolean);
        Self { item: task::read_change(table), date, from, reference, reason, settles }
    }
}
