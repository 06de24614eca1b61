//! The table that goes out to a unit and what comes back: forms are made from the workspace, tables of any making are
//! read into reports. Bytes in, bytes out; what is late or wrong is said by the loader and nobody else.
//!
//! Out: `form` says what is asked, `layout` where it stands, `write` makes the workbook of it.
//! In: `file` turns any file into the cells of a `grid` (`xlsx`, `biff`, `delimited`), `headings` finds the columns, `identify` whose it is
//! and of which month by what texts name (`naming`, `times`), `cells` what a cell says (`standing` what several rows say of one item), `receive` makes a report of it,
//! `reconcile` holds it against the workspace, `mark` sends it back.
//! `wanted` is what an item wants in its cell, `fault` what can be wrong, each in a row with what is said of it.

mod biff;
mod cells;
mod compound;
mod decimal;
mod delimited;
mod fault;
mod file;
mod form;
mod grid;
mod headings;
mod identify;
mod items;
mod labels;
mod layout;
mod limits;
mod locked;
mod mark;
mod naming;
mod number_format;
mod owners;
mod receive;
mod received;
mod reconcile;
mod rows;
mod sent_form;
mod standing;
mod ticks;
mod times;
mod wanted;
mod write;
mod xlsx;

pub use cells::{Said, plain, said_of};
pub use fault::{Advice, Fault, Refusal};
pub use file::{MOST_BYTES, read};
pub use form::{Form, Row};
pub use grid::{Book, Grid, Value};
pub use layout::cell_name;
pub use mark::{Faulty, form_name, returned, returned_name};
pub use receive::receive;
pub use received::{CellFault, Outside, ReceivedReport, ReceivedSheet, Remark};
pub use reconcile::{AgainstFiled, Difference, Reconciled, reconcile, reconcile_all, unreported};
pub use standing::{Standing, standing_of, standing_toml};
pub use wanted::Wanted;
pub use write::workbook;
