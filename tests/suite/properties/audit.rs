//! What is noticed is beside the verdicts: they do not look at the words and files that observations rest on, and every
//! observation says which lines it rests on.

use proptest::prelude::*;
use shangdang::assess::{AsOf, assess};
use shangdang::audit::{Attached, Kind, audit};
use shangdang::model::{Remarks, Said};

use super::{any_as_of, any_setting};
use crate::support::config;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_verdict_depends_on_what_is_noticed(setting in any_setting(), as_of in any_as_of()) {
        let at = AsOf::close_of(as_of);
        let plain = setting.workspace();
        let mut wordy = setting.workspace();
        for entry in wordy.shares.iter_mut().flat_map(|share| &mut share.entries) {
            entry.remarks = Remarks::new(Said {
                note: "按计划推进".to_owned(),
                attachments: vec!["photo.jpg".to_owned(), "/elsewhere".to_owned()],
                ..Said::default()
            });
        }
        prop_assert_eq!(assess(&plain, at), assess(&wordy, at));

        let entries = wordy.shares.iter().flat_map(|share| &share.entries);
        let known = entries.filter(|entry| entry.month <= as_of).count();
        let found = audit(&wordy, at, &|_| false);
        let number = |kind| found.iter().filter(|one| one.seen.kind() == kind).count();
        prop_assert_eq!(number(Kind::MissingAttachment), known);
        prop_assert_eq!(number(Kind::OutsideAttachment), known);
        prop_assert_eq!(number(Kind::NoEvidence), 0);
        prop_assert!(found.iter().all(|one| !one.places.is_empty()));
        prop_assert!(found.is_sorted_by_key(|one| (one.seen.kind(), one.unit, one.item)));
        let all_there = audit(&wordy, at, &|_| true);
        prop_assert!(all_there.iter().all(|one| one.seen.kind() != Kind::MissingAttachment));
    }
}

#[test]
fn a_file_outside_the_workspace_is_never_asked_for() {
    for outside in [
        "/etc/passwd",
        "../photo.jpg",
        "a/../../photo.jpg",
        "..",
        "C:\\photo.jpg",
        "\\\\server\\photo.jpg",
        "..\\photo.jpg",
        "https://example.org/photo.jpg",
        " ",
    ] {
        assert_eq!(Attached::of(outside, "reports/2022-06"), Attached::Outside, "{outside}");
    }
    for inside in ["photo.jpg", "files/验收单.pdf", "files\\a.pdf", "a..b.pdf"] {
        let plain = inside.replace('\\', "/");
        let paths = [format!("reports/2022-06/{plain}"), plain];
        assert_eq!(Attached::of(inside, "reports/2022-06"), Attached::Inside(paths));
    }
}
