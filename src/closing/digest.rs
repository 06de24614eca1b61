//! SHA-256 in hexadecimal digits, as `sha256sum` prints it.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// The SHA-256 of a text.
pub fn digest(text: &str) -> String {
    let bytes = Sha256::digest(text.as_bytes());
    bytes.iter().fold(String::new(), |mut digits, byte| {
        write!(digits, "{byte:02x}").expect("a text takes whatever is written to it");
        digits
    })
}
