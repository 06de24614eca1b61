//! Every word a person reads, in Chinese and English, but for what is said of a problem, a key or a column: that stands
//! with it, in `problem`, `load::keys` and `views`. A missing translation does not compile.

pub mod annual;
pub mod assume;
pub mod audit;
pub mod board;
pub mod bulletin;
pub mod calendar;
pub mod causes;
pub mod certificate;
pub mod chart;
pub mod cli;
pub mod closing;
pub mod diff;
pub mod doctor;
pub mod drafting;
pub mod explain;
pub mod filing;
pub mod forms;
pub mod git;
pub mod glossary;
pub mod indicator;
pub mod init;
pub mod keys;
pub mod layout;
pub mod ledger;
pub mod measure;
pub mod notice;
pub mod official;
pub mod outline;
pub mod outlook;
pub mod overtaken;
pub mod phrases;
pub mod problems;
pub mod publicity;
pub mod ranking;
pub mod recording;
pub mod register;
pub mod reminder;
pub mod roles;
pub mod rolled;
pub mod starters;
pub mod terms;
pub mod things;
pub mod workbook;

pub use crate::lang::Lang;
