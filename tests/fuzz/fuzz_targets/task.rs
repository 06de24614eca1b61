//! Runs the check `task`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| shangdang_fuzz::check("task", bytes));
