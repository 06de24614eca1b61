//! Runs the check `workbook`.

#![no_main]

libfuzzer_sys::fuzz_target!(init: shangdang_fuzz::let_the_program_catch(), |bytes: &[u8]| {
    shangdang_fuzz::check("workbook", bytes)
});
