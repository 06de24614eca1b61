//! Computes how many months the items of an action plan lag, which tier that asks for, and why.

pub mod assess;
pub mod model;
pub mod source;
