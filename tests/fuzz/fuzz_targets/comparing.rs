//! Runs the check `comparing`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| shangdang_fuzz::check("comparing", bytes));
