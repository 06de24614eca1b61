//! 督查: an item that an inspection has added. It is taken in with the items of its task.

use chrono::NaiveDate;

use super::{Written, text};
use crate::load::reader::{Table, Value};
use crate::load::task::{self, ItemDocument};
use crate::source::Located;

/// One of `[[findings]]`.
pub(in crate::load) struct FindingDocument {
    pub(in crate::load) item: ItemDocument,
    pub(in crate::load) date: Option<Located<NaiveDate>>,
    pub(in crate::load) by: String,
}

impl Written for FindingDocument {
    fn read(table: Table<'_>) -> Self {
        let date = table.require("date").and_then(Value::day);
        let by = text(&table, "by");
        Self { item: task::read_item(table), date, by }
    }
}
