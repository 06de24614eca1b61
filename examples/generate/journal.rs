//! The same records for programs that add up: one transaction an entry, with date, unit, item and figure. What is booked
//! is how much a figure grew, so that the balance of an account is where its share stands. The notes are left out.

use std::collections::BTreeMap;

use clap::ValueEnum;

use crate::district::District;
use crate::figures::Reading;
use crate::filing::{self, Filing};
use crate::plan::line;

/// A program of plain text accounting.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Program {
    Hledger,
    Ledger,
    Beancount,
}

impl Program {
    /// The file that is written for it.
    pub(crate) fn file(self) -> &'static str {
        match self {
            Self::Hledger => "records.journal",
            Self::Ledger => "records.ledger",
            Self::Beancount => "records.beancount",
        }
    }
}

/// Adds the entries of a district in the order of months; gives their number.
pub(crate) fn add(district: &District, number: u32, program: Program, journal: &mut String) -> usize {
    if program == Program::Beancount {
        open(district, number, journal);
    }
    let mut entries = 0;
    let mut filings: Vec<Filing<'_>> = (0..district.units.len()).flat_map(|unit| filing::of(unit, district)).collect();
    filings.sort_by_key(|filing| filing.month);
    let mut before: BTreeMap<(usize, &str), i64> = BTreeMap::new();
    for filing in &filings {
        for entry in &filing.entries {
            let (figure, commodity) = figure(entry.reading);
            let last = before.insert((filing.unit, entry.item), figure);
            let grown = figure - last.unwrap_or(0);
            transaction(district, number, filing, entry.item, (grown, commodity), program, journal);
            entries += 1;
        }
    }
    entries
}

/// A figure in hundredths, and what it is counted in.
fn figure(reading: Reading) -> (i64, &'static str) {
    match reading {
        Reading::Percent(hundredths) => (i64::from(hundredths), "PCT"),
        Reading::Done(count) => (i64::from(count) * 100, "PCS"),
        Reading::Value { parts, of } => (i64::from(parts * (100 / of)), "VAL"),
        Reading::Occurrence { is_done, .. } => (i64::from(is_done) * 100, "OCC"),
        Reading::State { is_normal } => (i64::from(is_normal) * 100, "OKS"),
    }
}

fn transaction(
    district: &District,
    number: u32,
    filing: &Filing<'_>,
    item: &str,
    (grown, commodity): (i64, &str),
    program: Program,
    journal: &mut String,
) {
    let unit = &district.units[filing.unit];
    let day = filing.submitted.unwrap_or(filing.month.day(20));
    let sign = if grown < 0 { "-" } else { "" };
    let (whole, part) = (grown.unsigned_abs() / 100, grown.unsigned_abs() % 100);
    let amount = format_args!("{sign}{whole}.{part:02} {commodity}");
    match program {
        Program::Hledger | Program::Ledger => {
            line(journal, format_args!("{day} * {} {item}", unit.name));
            line(journal, format_args!("    d{}:{}:{item}    {amount}", number + 1, unit.id));
            line(journal, format_args!("    plan\n"));
        }
        Program::Beancount => {
            line(journal, format_args!("{day} * \"{}\" \"{item}\"", unit.name));
            let account = account(district, number, filing.unit, item);
            line(journal, format_args!("  {account}  {amount}"));
            line(journal, format_args!("  Equity:Plan\n"));
        }
    }
}

/// An account as beancount wants it: parts with capital letters, without dots.
fn account(district: &District, number: u32, unit: usize, item: &str) -> String {
    let (id, item) = (&district.units[unit].id, item.replace('.', "-"));
    format!("Assets:D{}:U-{id}:I{item}", number + 1)
}

/// beancount asks for every account to be opened first.
fn open(district: &District, number: u32, journal: &mut String) {
    let start = district.period.start.first_day();
    if number == 0 {
        line(journal, format_args!("{start} open Equity:Plan"));
    }
    for unit in 0..district.units.len() {
        for (item, _) in district.items_of(unit) {
            let account = account(district, number, unit, &item.id);
            line(journal, format_args!("{start} open {account}"));
        }
    }
}
