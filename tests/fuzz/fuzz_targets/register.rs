//! Runs the check `register`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| shangdang_fuzz::check("register", bytes));
