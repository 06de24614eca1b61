//! The short way through reports must never come to anything else than the careful one, and is nearly always taken.

use std::path::PathBuf;

use shangdang::assess::{AsOf, assess, assess_briefly};
use shangdang::disk;
use shangdang::load::{load, load_carefully, load_lean};
use shangdang::source::{Content, FileId, SourceFile, Sources};

use crate::folders::root;
use crate::mutate::mutant;
use crate::support::SplitMix64;

/// Changed workspaces.
const MUTANTS: u64 = 4_000;

/// Every kind of item, alone and together, with all that reports can say about it.
const FILES: &[(&str, &str)] = &[
    (
        "plan.toml",
        r#"title = "示例方案"
start = "2022-01"
end = "2022-12"
report-day = 23
sample = true
[seasons]
flood = { from = "06-01", to = "09-30" }
[units.housing]
name = "区住建局"
kind = "department"
[units.sudian]
name = "苏店镇"
kind = "township"
"#,
    ),
    (
        "tasks/02.toml",
        r#"number = 2
title = "示例任务"
section = "二（一）"
lead = ["housing"]
key = true
[[items]]
id = "2.1"
title = "分段推进"
milestones = [{ by = "2022-02", percent = 40 }, { by = 2022-05-15, percent = 100 }]
[[items]]
id = "2.2"
title = "分村推进"
lead = ["housing", "sudian"]
quantity = { total = 12, unit = "村" }
shares = { housing = 5, sudian = 7 }
due = "2022-03"
[[items]]
id = "2.3"
title = "按月报送"
recurring = { every = "month" }
[[items]]
id = "2.4"
title = "水质"
indicator = { compare = "at-least", target = 90, unit = "%", due = "2022-02" }
[[items]]
id = "2.5"
title = "巡河"
standing = true
season = "flood"
[[items]]
id = "2.6"
title = "未定"
"#,
    ),
    (
        "reports/2022-01/housing.toml",
        r#"month = "2022-01"
unit = "housing"
submitted = 2022-01-22
reporter = "示例"

[[entries]]
item = "2.1"
percent = 35.5 # 含管网
note = "完成一段"
[[entries]]
item = "2.2"
done = 2
attachments = ["验收单.pdf", "照片.jpg"]
[[entries]]
item = "2.3"
[[entries]]
item = "2.4"
value = 91.25
[[entries]]
item = "2.5"
state = "normal"
[[entries]]
item = "2.6"
percent = "10"
"#,
    ),
    (
        "reports/2022-02/housing.toml",
        r#"month = "2022-02"
unit = "housing"
submitted = 2022-02-25

[[entries]]
item = "2.3"
occurrence = "2022-02"
state = "problem"
problem = "人手不足"
next = "三月补上"
[[entries]]
item = "2.1"
percent = 30
note = "复核后更正"
[[entries]]
item = "2.6"
state = "problem"
[[entries]]
item = "2.4"
value = -1
"#,
    ),
    (
        "reports/2022-02/sudian.toml",
        r#"month = "2022-02"
unit = "sudian"
approver = "示例"
[[entries]]
item = "2.2"
done = 7
"#,
    ),
];

fn sources(files: &[(&str, String)]) -> Sources {
    let files = files
        .iter()
        .map(|(path, text)| SourceFile::new((*path).to_owned(), Content::Text(text.clone())));
    let mut sources = Sources {
        files: files.collect(),
    };
    sources.files.sort_by(|one, other| one.path.cmp(&other.path));
    sources
}

/// Workspaces below the folder of the project, sound and faulty ones.
fn workspaces() -> Vec<PathBuf> {
    let folders = ["tests/golden", "tests/problems", "examples"];
    let listed = folders.iter().flat_map(|folder| {
        let folder = std::fs::read_dir(root().join(folder)).expect("the folder is there");
        folder.map(|entry| entry.expect("an entry").path())
    });
    let inside = listed.flat_map(|path| [path.join("in"), path]);
    let mut found: Vec<PathBuf> = inside.filter(|path| path.is_dir()).collect();
    found.push(root().join("data"));
    found.sort();
    found
}

fn agree(sources: &Sources, what: &str) {
    let (swift, careful) = (load(sources), load_carefully(sources));
    assert_eq!(swift.problems, careful.problems, "{what}");
    let [swift, careful] = [swift, careful].map(|loaded| format!("{:?}", loaded.workspace));
    assert!(swift == careful, "{what}:\n{swift}\n{careful}");
    lean_agrees(sources, what);
}

/// Without texts and remarks the verdicts are the same, and so is whether there are errors.
fn lean_agrees(sources: &Sources, what: &str) {
    let whole = load(sources);
    let paths = sources.files.iter().map(|file| file.path.clone()).collect();
    let fetch = |file: FileId| sources.file(file).content.clone();
    let (lean_sources, lean) = load_lean(paths, &fetch);
    assert_eq!(whole.problems, lean.problems, "{what}");
    let (Some(whole), Some(lean)) = (whole.workspace, lean.workspace) else {
        return;
    };
    for month in whole.plan.start.through(whole.plan.end) {
        let as_of = AsOf::close_of(month);
        let (long, brief) = (assess(&whole, as_of), assess_briefly(&lean, as_of));
        assert_eq!(long.filing, brief.filing, "{what} {month}");
        for (one, other) in long.shares.iter().zip(&brief.shares) {
            assert_eq!(one.verdict(), other.verdict(), "{what} {month}");
            assert_eq!(one.before(), other.before(), "{what} {month}");
            let rest = |assessed: &shangdang::assess::ShareAssessment| {
                let outlook = (assessed.outlook, assessed.relief, assessed.asked_next);
                let counts = (assessed.consecutive, assessed.times, assessed.finish_delay);
                (assessed.share, assessed.change, assessed.check, outlook, counts)
            };
            assert_eq!(rest(one), rest(other), "{what} {month}");
        }
    }
    for (one, other) in whole.shares.iter().zip(&lean.shares) {
        for (one, other) in one.entries.iter().zip(&other.entries) {
            assert_eq!(sources.line(one.place), lean_sources.line(other.place), "{what}");
            assert_eq!(one.remarks.has_note(), other.remarks.has_note(), "{what}");
        }
    }
}

#[test]
fn all_workspaces_of_the_project_come_out_the_same() {
    for folder in workspaces() {
        let Ok(sources) = disk::read(&folder) else {
            continue;
        };
        agree(&sources, &folder.display().to_string());
    }
}

/// Otherwise nothing else here would prove anything.
#[test]
fn ordinary_reports_take_the_short_way() {
    let listing = disk::list(&root().join("data")).expect("the shipped plan is there");
    let paths = listing.paths().map(str::to_owned).collect();
    let (sources, _) = load_lean(paths, &|file| listing.content(file));
    let plain: Vec<(&str, String)> = FILES.iter().map(|&(path, text)| (path, text.to_owned())).collect();
    let kinds = self::sources(&plain);
    let paths = kinds.files.iter().map(|file| file.path.clone()).collect();
    let (kinds, loaded) = load_lean(paths, &|file| kinds.file(file).content.clone());
    assert!(loaded.workspace.is_some(), "{:?}", loaded.problems);
    for file in sources.files.iter().chain(&kinds.files) {
        let is_let_go = matches!(file.content, Content::LetGo(_));
        assert_eq!(is_let_go, file.path.starts_with("reports/"), "{}", file.path);
    }
}

#[test]
fn changed_workspaces_come_out_the_same() {
    let texts: Vec<&str> = FILES.iter().map(|(_, text)| *text).collect();
    let mut random = SplitMix64(7);
    for seed in 0..MUTANTS {
        // Mostly a report, once in a while what reports are held against.
        let least = if random.below(8) == 0 { 0 } else { 2 };
        let count = u32::try_from(FILES.len()).expect("few files") - least;
        let changed = (random.below(count) + least) as usize;
        let files: Vec<(&str, String)> = FILES
            .iter()
            .enumerate()
            .map(|(at, (path, text))| {
                let text = if at == changed {
                    mutant(text, &texts, seed)
                } else {
                    (*text).to_owned()
                };
                (*path, text)
            })
            .collect();
        agree(&sources(&files), &format!("mutant {seed} of {}: {}", files[changed].0, files[changed].1));
    }
}
