//! Numbers that no office writes: refused where they stand, in a few lines; never rounded, never clamped.

use super::{refused, small};

#[test]
fn figures_of_any_size_are_refused_not_clamped() {
    let long = "9".repeat(10_000);
    let fraction = format!("3.{}", "3".repeat(10_000));
    let absurd = [
        long.as_str(),
        fraction.as_str(),
        "-1",
        "1e999999999",
        "1e2",
        "inf",
        "nan",
        "-0.01",
        "0x10",
        "0b1",
        "99999999999999999999999999999999999999999",
        "340282366920938463463374607431768211456",
    ];
    for number in absurd {
        for (path, from, key) in [
            ("reports/2022-06/housing.toml", "percent = 35", "percent = "),
            ("reports/2022-06/housing.toml", "done = 5", "done = "),
            ("tasks/02.toml", "total = 12", "total = "),
            ("tasks/02.toml", "amount = 6", "amount = "),
            ("tasks/02.toml", "number = 2", "number = "),
            ("plan.toml", "report-day = 23", "report-day = "),
        ] {
            for written in [number.to_owned(), format!("\"{number}\"")] {
                let stage = small(path, from, &format!("{key}{written}"));
                let loaded = shangdang::load::load(&shangdang::disk::read(stage.path()).unwrap());
                assert!(loaded.workspace.is_none(), "{key}{number:.40}");
                let codes: Vec<_> = loaded.problems.iter().map(|found| found.problem.code()).collect();
                let is_said =
                    codes.iter().any(|code| matches!(*code, "bad-figure" | "syntax" | "wrong-type" | "bad-report-day"));
                assert!(is_said, "{key}{number:.40}: {codes:?}");
            }
        }
    }
    for number in [long.as_str(), fraction.as_str()] {
        let stage = small("reports/2022-06/housing.toml", "= 35", &format!("= {number}"));
        refused(&stage, "bad-figure");
    }
}

#[test]
fn months_and_days_of_any_size_are_refused() {
    let long = "9".repeat(10_000);
    for month in [long.as_str(), "99999-01", "0000-00", "-2022-06", "2022-13", "2022-06-31"] {
        let stage = small("tasks/02.toml", "\"2022-05\"", &format!("\"{month}\""));
        refused(&stage, "bad-month");
    }
    let far = small("plan.toml", "\"2022-12\"", "\"2999-12\"");
    refused(&far, "bad-period");
}
