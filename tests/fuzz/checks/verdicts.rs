//! A whole small workspace: where it holds, every month is assessed, and what the pages say of it adds up.

use serde_json::Value;
use shangdang::assess::{AsOf, Assessment, assess};
use shangdang::model::{ItemIx, Month, Workspace};
use shangdang::render::{self, Reader, Screen};
use shangdang::source::{Content, SourceFile, Sources};
use shangdang::text::Lang;
use shangdang::views::{By, Escalation, Explanation, Extent, Filter, Results, Status, View};

use super::diagnostics::{hold_plain, hold_shown};
use super::files::sources;
use super::loading::{hold_loaded, said};

/// More months than this of a plan are not looked at.
const MOST_MONTHS: usize = 16;

/// The files stand one behind the other, each behind a line with its path.
pub(crate) fn workspace(bytes: &[u8]) {
    let sources = sources(bytes);
    let loaded = hold_loaded(&sources);
    hold_shown(&sources, &loaded.problems);
    let verdicts = hold_verdicts(&sources, loaded.workspace.as_ref());
    if let Some(workspace) = &loaded.workspace {
        hold_pages(&sources, workspace);
    }
    let mut windows = sources.clone();
    for file in &mut windows.files {
        if let Content::Text(text) = &file.content
            && !text.contains('\r')
        {
            let text = text.replace('\n', "\r\n");
            *file = SourceFile::new(file.path.clone(), Content::Text(text));
        }
    }
    let loaded_windows = hold_loaded(&windows);
    assert_eq!(said(&sources, &loaded), said(&windows, &loaded_windows), "with CRLF");
    let again = hold_verdicts(&windows, loaded_windows.workspace.as_ref());
    assert_eq!(verdicts, again, "with CRLF");
}

/// Assesses every month, holds the verdicts against each other, and gives what they say as JSON.
pub(crate) fn hold_verdicts(sources: &Sources, workspace: Option<&Workspace>) -> Vec<Value> {
    let Some(workspace) = workspace else {
        return Vec::new();
    };
    let mut said = Vec::new();
    let mut before: Option<Assessment> = None;
    for month in months(workspace) {
        let assessment = assess(workspace, AsOf::close_of(month));
        if let Some(before) = &before {
            hold_history(before, &assessment);
        }
        let results = Results { sources, workspace, assessment: &assessment };
        let status = json(&Status::of(results, &Filter::default(), By::Item));
        hold_counts(&status);
        said.push(status);
        before = Some(assessment);
    }
    said
}

fn months(workspace: &Workspace) -> impl Iterator<Item = Month> {
    let plan = &workspace.plan;
    // The month behind the plan is that of the annual assessment.
    plan.start.through(plan.end.plus(1)).take(MOST_MONTHS)
}

/// What is past stays as it was: a month later knows more, but nothing else of the months before.
fn hold_history(before: &Assessment, after: &Assessment) {
    for earlier in &before.shares {
        let later = after.of(earlier.share).expect("a share does not go away");
        assert!(later.history().starts_with(earlier.history()), "the past of {:?} has changed", earlier.share);
    }
}

/// Every share is in one bucket, and no lag is longer than there were months.
fn hold_counts(status: &Value) {
    let rows = status["rows"].as_array().expect("rows");
    let buckets = status["buckets"].as_object().expect("buckets");
    let counted: u64 = buckets.values().filter_map(Value::as_u64).sum();
    assert_eq!(counted, rows.len() as u64, "{buckets:?}");
    for row in rows {
        let lag = row["lag"].as_str().unwrap_or("0");
        assert!(!lag.starts_with('-'), "{row}");
        assert!(row["tier"].is_null() || lag != "0", "{row}");
    }
}

fn json(view: &impl View) -> Value {
    serde_json::from_str(&render::json(&view.data())).expect("JSON")
}

/// The pages of the newest month, in the formats that are text.
pub(crate) fn hold_pages(sources: &Sources, workspace: &Workspace) {
    let Some(month) = months(workspace).last() else {
        return;
    };
    let assessment = assess(workspace, AsOf::close_of(month));
    let results = Results { sources, workspace, assessment: &assessment };
    let filter = Filter::default();
    hold_page(&Status::of(results, &filter, By::Item));
    hold_page(&Status::of(results, &filter, By::Unit));
    hold_page(&Escalation::of(results, &filter));
    for item in (0..workspace.items.len()).take(4).map(ItemIx) {
        hold_page(&Explanation::of(results, item, &[], Extent::Full));
        hold_page(&Explanation::of(results, item, &[], Extent::Certificate));
    }
}

/// That a page can be had in every text, without a sign that cannot be seen.
pub(crate) fn hold_page(view: &impl View) {
    for lang in [Lang::Zh, Lang::En] {
        let document = view.document(lang);
        for width in [None, Some(40), Some(80)] {
            let screen = Screen { width, has_colour: false };
            hold_plain(&render::terminal(&document, screen));
        }
        hold_plain(&render::markdown(&document));
        hold_plain(&render::html(&document, lang));
        hold_table(&render::csv(&view.sheet(lang), Reader::Program));
    }
    json(view);
}

/// That a table is one: every line has as many fields as the first.
fn hold_table(csv: &str) {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    for record in reader.records() {
        record.expect("every line has the fields of the first");
    }
}
