//! The month that `tests/golden/a-month.md` tells, held against the shipped reports: collected from tables that other
//! programs filled in, it gives the very same verdicts.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "what units sent back lies in files; without them there is nothing to say"
)]

use std::fs;

use shangdang::assess::{AsOf, assess};
use shangdang::disk;
use shangdang::load::load;
use shangdang::model::Month;
use shangdang::source::{Content, SourceFile, Sources};

use crate::folders::{entries, root};
use crate::forms::Office;

const TABLES: &str = "tests/golden/a-month.in";

fn shipped() -> Sources {
    disk::read(&root().join("data")).unwrap()
}

/// The shipped workspace before the reports of June came in.
fn in_may() -> Office {
    let mut sources = shipped();
    let is_june = |file: &SourceFile| file.path.starts_with("reports/2022-06/");
    sources.files.retain(|file| !is_june(file));
    Office::from(sources)
}

#[test]
fn filled_forms_of_the_month_are_the_forms_made_now() {
    let office = in_may();
    let script = "tests/month/fill.py";
    assert_eq!(office.hold_filled(&format!("{TABLES}/收件"), script), 11);
    assert_eq!(office.hold_filled(&format!("{TABLES}/更正"), script), 3);
}

#[test]
fn filled_forms_of_the_example_are_the_forms_made_now() {
    let example = "examples/06-tables-from-units";
    let office = Office::of(example);
    let script = "tests/month/fill.py";
    assert_eq!(office.hold_filled(&format!("{example}/收件"), script), 2);
    assert_eq!(office.hold_filled(&format!("{example}/更正"), script), 1);
}

#[test]
fn the_collected_month_gives_the_verdicts_of_the_shipped_one() {
    let office = in_may();
    let mut sources = office.sources.clone();
    let mut refused = 0;
    for folder in ["收件", "更正"] {
        for path in entries(format!("{TABLES}/{folder}")) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let bytes = fs::read(&path).unwrap();
            let Ok((received, Some(text))) = office.reconcile(&bytes, &name) else {
                refused += 1;
                continue;
            };
            let unit = &office.workspace.unit(received.unit).id;
            let path = format!("reports/2022-06/{unit}.toml");
            sources.files.push(SourceFile::new(path, Content::Text(text)));
        }
    }
    assert_eq!(refused, 3, "three tables are bad on purpose");
    sources.files.sort_by(|a, b| a.path.cmp(&b.path));
    let june = AsOf::close_of(Month::new(2022, 6).unwrap());
    let verdicts = |sources: &Sources| assess(&load(sources).workspace.expect("it is sound"), june);
    assert_eq!(verdicts(&sources), verdicts(&shipped()));
}
