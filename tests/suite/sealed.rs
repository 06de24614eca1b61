//! Of a closed month whose verdicts have changed only those files are named that did it: put back as they were, what was
//! sealed is found again.

use std::collections::BTreeMap;

use shangdang::assess::{AsOf, assess};
use shangdang::closing::{differences, record};
use shangdang::load::load;
use shangdang::model::Month;
use shangdang::source::{Content, Sources};

use crate::support::{SplitMix64, month};

/// Texts by their paths.
type Files = BTreeMap<String, String>;

const PLAN: &str = r#"
title = "方案"
start = "2022-01"
end = "2022-12"
report-day = 23
sample = true

[units.a]
name = "甲局"
kind = "department"

[units.b]
name = "乙局"
kind = "department"
"#;

const TASK: &str = r#"
number = 1
title = "河道"
lead = ["a"]
key = true

[[items]]
id = "1.1"
title = "清淤"
basis = "office"
due = "2022-03"

[[items]]
id = "1.2"
title = "闸门"
basis = "office"
milestones = [{ by = "2022-02", percent = 0 }, { by = "2022-08", percent = 100 }]
curve = "linear"

[[items]]
id = "1.3"
title = "巡查"
basis = "office"
lead = ["a", "b"]
recurring = { every = "month" }
"#;

fn june() -> Month {
    month("2022-06")
}

fn sources(files: &Files) -> Sources {
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.replace(path, Content::Text(text.clone()));
    }
    sources
}

fn report(number: u32, unit: &str, random: &mut SplitMix64) -> String {
    let mut text = format!("month = \"2022-0{number}\"\nunit = \"{unit}\"\n");
    let mut entry = |item: &str, says: String| {
        text.extend(["\n[[entries]]\nitem = \"", item, "\"\n", &says, "\nnote = \"见附件\"\n"]);
    };
    if unit == "a" {
        for item in ["1.1", "1.2"] {
            if !random.once_in(4) {
                entry(item, format!("percent = {}", [0, 30, 60, 100][random.below(4) as usize]));
            }
        }
    }
    if !random.once_in(3) {
        entry("1.3", format!("occurrence = \"2022-0{number}\""));
    }
    text
}

fn exemption(item: &str, unit: &str, months: (u32, u32)) -> String {
    format!(
        "month = \"2022-06\"\n\n[[exemptions]]\nitem = \"{item}\"\nunit = \"{unit}\"\nfrom = \"2022-0{}\"\n\
         until = \"2022-0{}\"\nreason = \"汛期\"\nreference = \"函1\"\ndate = 2022-06-05\n",
        months.0, months.1
    )
}

fn change(item: &str) -> String {
    format!(
        "month = \"2022-05\"\n\n[[changes]]\nitem = \"{item}\"\nfrom = \"2022-05\"\ndate = 2022-05-05\n\
         reference = \"函2\"\nreason = \"图纸\"\ndue = \"2022-09\"\n"
    )
}

/// What a closing of June writes down.
fn closed(files: &Files) -> String {
    let sources = sources(files);
    let workspace = load(&sources).workspace.expect("files without faults");
    let assessment = assess(&workspace, AsOf::close_of(june()));
    let date = june().plus(1).day(8);
    let record = record(&sources, &workspace, &assessment, date, "办公室");
    let list = |lines: &[String]| format!("{lines:?}");
    format!(
        "month = \"2022-06\"\n\n[[closings]]\ndate = {date}\nby = \"办公室\"\nprevious = \"\"\nseal = \"{}\"\n\
         files = {}\nverdicts = {}\n",
        record.seal(),
        list(&record.files),
        list(&record.verdicts)
    )
}

/// For each share whose verdict differs the files that are named.
fn named(files: &Files) -> Vec<(String, Vec<String>)> {
    let sources = sources(files);
    let loaded = load(&sources);
    let workspace = loaded.workspace.unwrap_or_else(|| panic!("{:?}\n{files:#?}", loaded.problems));
    let closing = workspace.register.closings.first().expect("June is closed");
    let all = differences(&sources, &workspace, closing);
    all.into_iter().map(|difference| (difference.value.share, difference.value.because)).collect()
}

const NOISE: [&str; 3] = ["plan.toml", "tasks/01.toml", "register/2022-06/verifications.toml"];

#[test]
fn only_files_that_changed_the_verdict_are_named() {
    let mut random = SplitMix64(15);
    let mut seen = 0;
    for _ in 0..200 {
        let mut before = Files::from([("plan.toml".into(), PLAN.into()), ("tasks/01.toml".into(), TASK.into())]);
        for unit in ["a", "b"] {
            for number in 1..=6 {
                if !random.once_in(2) {
                    before.insert(format!("reports/2022-0{number}/{unit}.toml"), report(number, unit, &mut random));
                }
            }
        }
        before.insert("register/2022-06/closings.toml".into(), closed(&before));
        let mut after = before.clone();
        for unit in ["a", "b"] {
            for number in 1..=6 {
                let path = format!("reports/2022-0{number}/{unit}.toml");
                if !before.contains_key(&path) && random.once_in(3) {
                    after.insert(path, report(number, unit, &mut random));
                }
            }
        }
        if random.once_in(2) {
            let (item, unit) = [("1.1", "a"), ("1.2", "a"), ("1.3", "a"), ("1.3", "b")][random.below(4) as usize];
            let months = [(6, 6), (6, 8), (7, 8)][random.below(3) as usize];
            after.insert("register/2022-06/exemptions.toml".into(), exemption(item, unit, months));
        }
        if random.once_in(3) {
            after.insert("register/2022-05/changes.toml".into(), change(["1.1", "1.2"][random.below(2) as usize]));
        }
        after.insert("plan.toml".into(), PLAN.replace("方案", "新方案"));
        after.insert("tasks/01.toml".into(), TASK.replace("清淤", "清淤工程"));
        let verified = "month = \"2022-06\"\n\n[[verifications]]\nitem = \"1.1\"\nunit = \"a\"\ndate = 2022-06-20\n\
                        by = \"办公室\"\noutcome = \"failed\"\n";
        after.insert("register/2022-06/verifications.toml".into(), verified.into());
        for (share, because) in named(&after) {
            seen += 1;
            assert!(!because.is_empty(), "{share} changed for no reason: {after:#?}");
            let noise: Vec<&String> = because.iter().filter(|path| NOISE.contains(&path.as_str())).collect();
            assert!(noise.is_empty(), "{share} changed because of {noise:?}: {after:#?}");
            let gives_back = |paths: &[String]| {
                let mut undone = after.clone();
                undone.retain(|path, _| !paths.contains(path));
                named(&undone).iter().all(|(still, _)| *still != share)
            };
            let any = because.iter().any(|path| gives_back(std::slice::from_ref(path)));
            assert!(any || gives_back(&because), "{share} did not change because of {because:?}: {after:#?}");
        }
    }
    assert!(seen > 100, "only {seen} verdicts changed");
}

/// A report that was corrected may have said anything before; one that a newer report outweighs, or of another unit,
/// may not have been it.
#[test]
fn a_corrected_report_is_named_where_it_counts() {
    let report = |number: u32, percent: u32| {
        format!("month = \"2022-0{number}\"\nunit = \"a\"\n\n[[entries]]\nitem = \"1.1\"\npercent = {percent}\n")
    };
    let mut files = Files::from([("plan.toml".into(), PLAN.into()), ("tasks/01.toml".into(), TASK.into())]);
    files.insert("reports/2022-05/a.toml".into(), report(5, 40));
    files.insert("reports/2022-06/a.toml".into(), report(6, 50));
    files.insert("reports/2022-06/b.toml".into(), "month = \"2022-06\"\nunit = \"b\"\n".into());
    files.insert("register/2022-06/closings.toml".into(), closed(&files));
    files.insert("plan.toml".into(), PLAN.replace("方案", "新方案"));
    files.insert("reports/2022-05/a.toml".into(), report(5, 45));
    files.insert("reports/2022-06/b.toml".into(), "month = \"2022-06\"\nunit = \"b\"\nreporter = \"某科\"\n".into());
    assert!(named(&files).is_empty());
    files.insert("reports/2022-06/a.toml".into(), report(6, 100));
    assert_eq!(named(&files), [("1.1 a".to_owned(), vec!["reports/2022-06/a.toml".to_owned()])]);
}
