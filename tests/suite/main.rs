//! The tests of the program, in one binary.

mod architecture;
mod arithmetic;
mod cases;
mod oracle;
mod properties;
mod support;
mod words;
