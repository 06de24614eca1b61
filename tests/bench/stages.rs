//! The stages of `status` one by one, through the library's own functions.

use std::hint::black_box;
use std::io;

use shangdang::assess::{AsOf, assess, assess_briefly};
use shangdang::disk;
use shangdang::load::{Keep, Request, load};
use shangdang::render;
use shangdang::views::{By, Filter, Results, Status, View};

use crate::clock::{Timed, interleaved};
use crate::table::{self, Table};
use crate::workspaces;

const ROUNDS: usize = 5;

pub(crate) fn add(table: &mut Table) -> io::Result<()> {
    let city = workspaces::city()?;
    let folder = city.folder.as_path();
    let sources = disk::read(folder)?;
    let workspace = load(&sources).workspace;
    let workspace = workspace.ok_or_else(|| io::Error::other("the workspace does not hold"))?;
    let as_of = AsOf::close_of(workspace.plan.end);
    let assessment = assess(&workspace, as_of);
    let results = || Results { sources: &sources, workspace: &workspace, assessment: &assessment };
    let filter = Filter::default();
    let listing = disk::list(folder)?;
    let lean = || {
        let paths: Vec<&str> = listing.paths().collect();
        load(Request { keep: Keep::Lean, ..Request::listed(paths, |file| listing.content(file)) })
    };
    let write = || {
        let view = Status::of(results(), &filter, By::Item);
        render::write_json(&view.data(), &mut io::sink())
    };
    let stages: Vec<Timed<'_>> = vec![
        stage(|| disk::list(folder)),
        stage(lean),
        stage(|| assess_briefly(&workspace, as_of)),
        stage(write),
        stage(|| disk::read(folder)),
        stage(|| load(&sources)),
        stage(|| assess(&workspace, as_of)),
    ];
    let times = interleaved(ROUNDS, stages)?;
    // What `status` does; the others are for comparison.
    let whole: u128 = times[..4].iter().map(|times| times.least().as_nanos()).sum();
    let names = [
        "listing (`disk::list`)",
        "reading, parsing and resolving (`load::load`, lean)",
        "assessing (`assess::assess_briefly`)",
        "rows and their JSON (`render::write_json`)",
        "apart: listing and reading only (`disk::read`)",
        "apart: parsing and resolving only (`load::load`)",
        "apart: assessing with all months kept (`assess::assess`)",
    ];
    for (name, times) in names.iter().zip(&times) {
        let share = table::ratio(times.least().as_nanos(), whole);
        table.say(name, &table::times(times), "the four stages of `status`", "", &share)?;
    }
    Ok(())
}

/// Work whose result is looked at by nobody, and yet may not be left out.
fn stage<'a, T>(mut work: impl FnMut() -> T + 'a) -> Timed<'a> {
    Box::new(move || {
        black_box(work());
        Ok(())
    })
}
