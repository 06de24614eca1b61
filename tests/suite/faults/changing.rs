//! Files that are replaced while they are read: each is seen whole, the old or the new one.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};

use shangdang::disk::{self, Expected};

use super::small;
use crate::folders::files;
use crate::program::run;

#[test]
fn a_verdict_rests_on_the_old_or_the_new_report_never_on_half_of_one() {
    let folder = small();
    let path = "reports/2022-06/housing.toml";
    let old = fs::read(folder.path().join(path)).unwrap();
    // The new one is long, so that it could be caught half-way.
    let remarks = "# 说明\n".repeat(20_000);
    let new = [&old[..], remarks.as_bytes()].concat();
    let new = String::from_utf8(new).unwrap().replace("percent = 35", "percent = 100");
    let answer = || run(folder.path(), &["status", "--json"]).stdout;
    let before = answer();
    fs::write(folder.path().join(path), &new).unwrap();
    let after = answer();
    assert_ne!(before, after);
    let is_over = AtomicBool::new(false);
    let (mut as_before, mut as_after) = (0, 0);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut texts = [new.as_bytes(), &old[..]];
            while !is_over.load(Ordering::Relaxed) {
                let expected = Expected::Unchanged(texts[0]);
                disk::write_guarded(folder.path(), path, expected, texts[1]).unwrap();
                texts.reverse();
            }
        });
        for _ in 0..60 {
            match answer() {
                seen if seen == before => as_before += 1,
                seen if seen == after => as_after += 1,
                seen => {
                    is_over.store(true, Ordering::Relaxed);
                    panic!("{}", String::from_utf8_lossy(&seen));
                }
            }
        }
        is_over.store(true, Ordering::Relaxed);
    });
    assert!(as_before > 0 && as_after > 0, "it was replaced meanwhile");
}

/// A report that goes while the folder is looked through is missing or there; the rest is as it was.
#[test]
fn files_that_come_and_go_are_there_or_not() {
    let folder = small();
    let come = folder.path().join("reports/2022-05/housing.toml");
    let text = "month = \"2022-05\"\nunit = \"housing\"\n\n[[entries]]\nitem = \"2.1\"\npercent = 20\n";
    let answer = || {
        let output = run(folder.path(), &["explain", "2.1"]);
        (output.status.code(), output.stdout)
    };
    fs::create_dir(come.parent().unwrap()).unwrap();
    let without = answer();
    fs::write(&come, text).unwrap();
    let with = answer();
    assert_ne!(without, with);
    let is_over = AtomicBool::new(false);
    let beside = folder.path().join(".beside");
    let mut strange = Vec::new();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                fs::remove_file(&come).unwrap();
                fs::write(&beside, text).unwrap();
                fs::rename(&beside, &come).unwrap();
            }
        });
        for _ in 0..60 {
            let seen = answer();
            // Gone between the list and the reading: it is said that it cannot be read, and nothing is assessed.
            let is_refused = seen.0 == Some(2) && seen.1.is_empty();
            if seen != without && seen != with && !is_refused {
                strange.push(seen);
            }
        }
        is_over.store(true, Ordering::Relaxed);
    });
    assert!(strange.is_empty(), "{strange:?}");
    assert_eq!(files(folder.path()).len(), 4);
}
