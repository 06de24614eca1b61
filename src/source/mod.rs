//! Texts as they were read, and places in them. Knows nothing of TOML, of the domain or of the disk.

mod file;
mod half_width;
mod located;
mod nearest;
mod side_by_side;
mod visible;

pub use file::{
    Content, LIMIT, LineColumn, Lines, SourceFile, Sources, Unreadable, decode_lossy, floor_boundary, recode,
};
pub use half_width::half_width;
pub use located::{FileId, Located, Place};
pub use nearest::nearest;
pub use side_by_side::{FEW_FILES, side_by_side};
pub use visible::{hidden_in, is_invisible, look, reveal, without_hidden};
