//! The table that goes out to a unit and what comes back: forms are made from the workspace, tables of any making are
//! read into reports. Bytes in, bytes out; what is late or wrong is said by the loader and nobody else.
//!
//! Out: `form` says what is asked, `layout` where it stands, `write` makes the workbook of it.
//! In: `grid` turns any file into cells, `headings` finds the columns, `identify` whose it is and of which month, `cells`
//! what a cell says, `receive` makes a report of it, `reconcile` holds it against the workspace, `mark` sends it back.
//! `wanted` is what an item wants in its cell, `fault` what can be wrong, each in a row with what is said of it.

mod biff;
mod cells;
mod decimal;
mod fault;
mod form;
mod grid;
mod headings;
mod identify;
mod layout;
mod limits;
mod mark;
mod month_names;
mod number_format;
mod receive;
mod received;
mod reconcile;
mod rows;
mod sent_form;
mod wanted;
mod write;

pub use cells::{Said, plain, said_of};
pub use fault::{Advice, Fault, Refusal};
pub use form::{Form, Row};
pub use grid::{Book, Grid, MOST_BYTES, Value, read};
pub use layout::cell_name;
pub use mark::{Faulty, form_name, returned, returned_name};
pub use receive::receive;
pub use received::{CellFault, Outside, ReceivedReport, ReceivedSheet, Remark};
pub use reconcile::{AgainstFiled, Difference, Reconciled, reconcile, reconcile_all, unreported};
pub use wanted::Wanted;
pub use write::workbook;
