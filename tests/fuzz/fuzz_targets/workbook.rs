//! Runs the check `workbook`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| shangdang_fuzz::check("workbook", bytes));
