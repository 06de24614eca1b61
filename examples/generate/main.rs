//! Writes workspaces of any size: sample data to measure on, or to try a command at the scale of a city.
//!
//! ```text
//! cargo run --release --example generate -- --size city DIR
//! cargo run --release --example generate -- --units 40 --items 25 --months 12 --seed 7 DIR
//! cargo run --release --example generate -- --size city --as hledger DIR
//! ```
//!
//! The same arguments give the same bytes on every machine. Nothing of it is real: units, duties and figures are drawn
//! from lists of words, every plan says `sample = true`. What is written holds before `shangdang check`.

mod arguments;
mod district;
mod figures;
mod filing;
mod folder;
mod journal;
mod names;
mod plan;
mod random;
mod register;
mod reports;
mod schedule;
mod tasks;
mod words;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Scale};
use district::District;
use folder::Folder;
use journal::Program;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match generate(&arguments) {
        Ok(written) => {
            let said = writeln!(io::stdout(), "{written}");
            said.map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS)
        }
        Err(error) => {
            let shown = arguments.folder.display();
            _ = writeln!(io::stderr(), "{shown}: {error}");
            ExitCode::from(2)
        }
    }
}

/// Writes what is asked for, and says how much it was.
fn generate(arguments: &Arguments) -> io::Result<String> {
    let scale = arguments.scale();
    let mut folder = Folder::empty(&arguments.folder)?;
    let mut entries = 0;
    match arguments.program {
        Some(program) => entries += write_journal(&scale, program, &mut folder)?,
        None if scale.districts == 1 => {
            let district = District::new(&scale, 0);
            entries += write_district("", &district, &scale, &mut folder)?;
        }
        None => {
            let names: Vec<String> = (0..scale.districts).map(names::district_folder).collect();
            folder.write("plan.toml", &plan::parent(&names, &scale))?;
            for (number, name) in (0..scale.districts).zip(&names) {
                let district = District::new(&scale, number);
                entries += write_district(&format!("{name}/"), &district, &scale, &mut folder)?;
            }
        }
    }
    let (files, bytes) = folder.written();
    Ok(format!("{entries} entries, {files} files, {bytes} bytes"))
}

/// Writes the workspace of one district; gives the number of entries.
fn write_district(within: &str, district: &District, scale: &Scale, folder: &mut Folder) -> io::Result<usize> {
    folder.write(&format!("{within}plan.toml"), &plan::of(district))?;
    for task in &district.tasks {
        let path = format!("{within}tasks/{:02}-{}.toml", task.number, task.file);
        folder.write(&path, &tasks::of(task, district))?;
    }
    let mut entries = 0;
    for unit in 0..district.units.len() {
        for filing in filing::of(unit, district) {
            let path = reports::path(&filing, district);
            folder.write(&format!("{within}{path}"), &reports::of(&filing, district))?;
            entries += filing.entries.len();
        }
    }
    if scale.register {
        for (path, text) in register::of(district) {
            folder.write(&format!("{within}{path}"), &text)?;
        }
    }
    Ok(entries)
}

/// Writes the same records for another program, all districts in one file; gives the number of entries.
fn write_journal(scale: &Scale, program: Program, folder: &mut Folder) -> io::Result<usize> {
    let mut entries = 0;
    let mut journal = String::new();
    for number in 0..scale.districts {
        let district = District::new(scale, number);
        entries += journal::add(&district, number, program, &mut journal);
    }
    folder.write(program.file(), &journal)?;
    Ok(entries)
}
