//! Computes how many months the items of an action plan lag, which tier that asks for, and why.

pub mod assess;
pub mod cli;
pub mod commands;
pub mod disk;
pub mod document;
pub mod load;
pub mod model;
pub mod problem;
pub mod render;
pub mod source;
pub mod text;
pub mod views;
