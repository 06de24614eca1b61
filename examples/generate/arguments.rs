//! What is asked for: a size by name or by numbers, and for whom.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};

use crate::journal::Program;

/// Write a workspace of sample data, the same bytes for the same arguments
#[derive(Parser)]
pub(crate) struct Arguments {
    /// A size by name; the numbers below change it
    #[arg(long, value_enum)]
    size: Option<Size>,
    /// About so many entries in one district: units of 30 items over 12 months
    #[arg(long, conflicts_with_all = ["size", "units"])]
    entries: Option<u32>,
    /// Units of a district
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=9_000))]
    units: Option<u32>,
    /// Items that each unit reports on
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=9_000))]
    items: Option<u32>,
    /// Months that are reported on
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=120))]
    months: Option<u32>,
    /// Districts; more than one are members of a plan above them
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=400))]
    districts: Option<u32>,
    /// Another seed gives other sample data
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Write a register as well: verifications, exemptions, findings
    #[arg(long)]
    register: bool,
    /// Write the same records as the input of another program: one transaction an entry
    #[arg(long = "as", value_enum)]
    pub(crate) program: Option<Program>,
    /// The folder to write to; it has to be empty, or not there yet
    pub(crate) folder: PathBuf,
}

/// Sizes worth a name.
#[derive(Clone, Copy, ValueEnum)]
enum Size {
    /// 14 units x 6 items x 6 months: as much as the plan that comes with the program
    Shipped,
    /// 500 units x 30 items x 12 months: 180,000 entries less the reports that are missing
    City,
    /// 120 districts x 35 units x 20 items x 12 months: a million entries below one plan
    Province,
}

/// How large it gets.
pub(crate) struct Scale {
    pub(crate) units: u32,
    pub(crate) items: u32,
    pub(crate) months: u32,
    pub(crate) districts: u32,
    pub(crate) seed: u64,
    pub(crate) register: bool,
}

impl Arguments {
    pub(crate) fn scale(&self) -> Scale {
        let (units, items, months, districts) = match (self.size, self.entries) {
            (Some(Size::Province), _) => (35, 20, 12, 120),
            (Some(Size::City), _) => (500, 30, 12, 1),
            (None, Some(entries)) => ((entries / 360).clamp(1, 9_000), 30, 12, 1),
            (Some(Size::Shipped) | None, _) => (14, 6, 6, 1),
        };
        Scale {
            units: self.units.unwrap_or(units),
            items: self.items.unwrap_or(items),
            months: self.months.unwrap_or(months),
            districts: self.districts.unwrap_or(districts),
            seed: self.seed,
            register: self.register,
        }
    }
}
