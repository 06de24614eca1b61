//! The stages of `status` one by one, through the library's own functions.

use std::hint::black_box;
use std::io;

use shangdang::assess::{AsOf, assess};
use shangdang::disk;
use shangdang::load::load;
use shangdang::render;
use shangdang::views::{By, Filter, Findings, Status, View};

use crate::clock::{Timed, interleaved};
use crate::table::{self, Table};
use crate::{floor, workspaces};

const ROUNDS: usize = 5;

pub(crate) fn add(table: &mut Table) -> io::Result<()> {
    let city = workspaces::city()?;
    let folder = city.folder.as_path();
    let sources = disk::read(folder)?;
    let workspace = load(&sources).workspace;
    let workspace = workspace.ok_or_else(|| io::Error::other("the workspace does not hold"))?;
    let as_of = AsOf::close_of(workspace.plan.end);
    let assessment = assess(&workspace, as_of);
    let findings = || Findings {
        sources: &sources,
        workspace: &workspace,
        assessment: &assessment,
    };
    let filter = Filter::default();
    let data = Status::of(findings(), &filter, By::Item).data();
    let stages: Vec<Timed<'_>> = vec![
        stage(|| floor::list(folder)),
        stage(|| disk::read(folder)),
        stage(|| load(&sources)),
        stage(|| assess(&workspace, as_of)),
        stage(|| Status::of(findings(), &filter, By::Item).data()),
        stage(|| render::json(&data)),
    ];
    let times = interleaved(ROUNDS, stages)?;
    let whole: u128 = times[1..]
        .iter()
        .map(|times| times.least().as_nanos())
        .sum();
    let names = [
        "listing only",
        "listing and reading (`disk::read`)",
        "parsing and resolving (`load::load`)",
        "assessing (`assess::assess`)",
        "the view (`Status`)",
        "rendering JSON (`render::json`)",
    ];
    for (name, times) in names.iter().zip(&times) {
        let share = table::ratio(times.least().as_nanos(), whole);
        table.say(
            name,
            &table::times(times),
            "all stages together",
            "",
            &share,
        )?;
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
