//! Computes from plain files how many months the items of an action plan lag, which tier that asks for, and why.
//!
//! # The path of the data
//!
//! ```text
//! files on disk
//!    |  disk::read                          the only place that reads files
//! Sources        texts and their paths
//!    |  load::load                          every fault of every file, with its place
//! Workspace      valid by construction      + [Diagnostic]
//!    |  assess::assess                      pure, total, exact
//! Assessment     a verdict for each share and month, with its reasoning as data
//!    |  views                               typed rows; their JSON
//! Document       headings, paragraphs, tables of cells: what is said
//!    |  render                              terminal, CSV, Markdown, HTML, DOCX, XLSX, ICS: how it looks
//! bytes          main prints them, or disk::write puts them in place
//! ```
//!
//! Pages that need less go the same way with less: `status` and `escalate` list the files and let each text go as soon
//! as it is read ([`disk::list`], [`load::Keep::Lean`]), `explain` reads only some of the reports ([`load::Wanted`]).
//! Files are read and shares assessed on all processors, in an order that does not depend on them
//! ([`source::side_by_side`]).
//!
//! # Floors
//!
//! A module uses what stands above it in this file, never what stands below; `tests/suite/architecture.rs` keeps it so.
//!
//! | floor | modules | knows | does not know |
//! |---|---|---|---|
//! | 0 | [`lang`], [`source`] | the two languages; texts, places, lines, lists of work | TOML, the domain, the disk |
//! | 1 | [`model`] | months, exact numbers, plans, reports, lags, tiers | files, languages, the clock, floats |
//! | 2 | [`problem`] | what can be wrong, and what is said of it, a row each | where it is shown |
//! | 3 | [`load`], [`assess`] | TOML; the meaning of lag | each other; `assess` cannot fail and cannot print |
//! | 4 | [`compare`], [`closing`], [`audit`] | two workspaces and their verdicts; what was sealed and what is now; what to ask about | each other, how it is said |
//! | 5 | [`text`] | every other word, in Chinese and English | where it is shown |
//! | 6 | [`document`] | the neutral page | what it reports, how it looks |
//! | 7 | [`edit`] | texts of files laid out and changed, comments kept | the disk, who asks |
//! | 8 | [`forms`] | tables that go out to units and come back, as bytes; what is said of their faults | the disk |
//! | 9 | [`views`], [`render`] | what a page says, and what is said of its columns; how a page looks | each other |
//! | 10 | [`disk`], [`git`] | the file system; revisions | the domain |
//! | 11 | [`commands`] | the five calls above, one file for each command | printing, exiting |
//! | 12 | [`cli`], and `main` | arguments; terminal, environment, exit codes | the domain |
//!
//! # What is absent on purpose
//!
//! - The clock: a verdict does not depend on when it is asked.
//! - Floating point: a tier does not depend on rounding.
//! - Settings outside the workspace that change a verdict: what changes meaning lives in the plan, where all see it.
//! - The network, and any other program but git; git itself where nobody asked for a revision. A verdict reads files only.
//! - A default for a missing figure: unknown is not zero; where a rule counts it as zero, the page says so.

#[macro_use]
pub mod lang;

pub mod source;

pub mod model;

pub mod problem;

pub mod load;

pub mod assess;

pub mod compare;

pub mod closing;

pub mod audit;

pub mod text;

pub mod document;

pub mod edit;

pub mod forms;

pub mod views;

pub mod render;

pub mod disk;

pub mod git;

#[macro_use]
pub mod commands;

pub mod cli;
