//! The tests of the program, in one binary.

mod architecture;
mod arithmetic;
mod cases;
mod cut_off;
mod documents;
mod folders;
mod forms;
mod git;
mod golden;
mod joining;
mod keys;
mod layout;
mod misread;
mod month;
mod official;
mod oracle;
mod paper;
mod problems;
mod properties;
mod recording;
mod reporting;
mod sameness;
mod starters;
mod support;
mod words;
mod writing;
