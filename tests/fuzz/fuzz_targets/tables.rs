//! Runs the check `tables`.

#![no_main]

libfuzzer_sys::fuzz_target!(init: shangdang_fuzz::let_the_program_catch(), |bytes: &[u8]| {
    shangdang_fuzz::check("tables", bytes)
});
