//! Of two fronts that read a text, the scanner must never come to anything else than the TOML library, and nearly always is
//! the one that reads. A workspace loaded without its texts comes to the same verdicts as with them.

#![expect(clippy::disallowed_methods, reason = "the workspaces of the project are found on the disk")]

use std::path::PathBuf;

use shangdang::assess::{AsOf, assess, assess_briefly};
use shangdang::disk;
use shangdang::load::{Keep, Loaded, Request, fronts, load};
use shangdang::source::{Content, SourceFile, Sources};

use crate::folders::root;
use crate::mutate::mutant;
use crate::support::SplitMix64;

/// Changed workspaces.
const MUTANTS: u64 = 2_000;

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
basis = "stated"
milestones = [{ by = "2022-02", percent = 40 }, { by = 2022-05-15, percent = 100 }]
[[items]]
id = "2.2"
title = "分村推进"
basis = "stated"
lead = ["housing", "sudian"]
quantity = { total = 12, unit = "村" }
shares = { housing = 5, sudian = 7 }
due = "2022-03"
[[items]]
id = "2.3"
title = "按月报送"
basis = "stated"
recurring = { every = "month" }
[[items]]
id = "2.4"
title = "水质"
basis = "stated"
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

/// What an office may well write instead in a task.
const TASK_REWORDINGS: &[(&str, &str)] = &[
    (" = ", "="),
    ("\n", "\r\n"),
    ("\n", " # 注\n"),
    ("[[items]]", " [[items]]"),
    ("[[items]]", "[[ items ]]"),
    ("number = 2", "number = 3"),
    ("number = 2", "number = \"2\""),
    ("number = 2", "number = 2.0"),
    ("number = 2", "number = 0x2"),
    ("title = ", "title = \"\"#"),
    ("title = \"", "title = \"\u{200b}"),
    ("[\"housing\"]", "[\"housing\", \"sudian\"]"),
    ("[\"housing\"]", "[\n  \"housing\", # 牵头\n]"),
    ("[\"housing\"]", "[\"hosing\"]"),
    ("[\"housing\"]", "[]"),
    ("[\"housing\"]", "\"housing\""),
    ("key = true", "key = false"),
    ("key = true", "key = true\nkey = true"),
    ("key = true", "support = [\"sudian\"]"),
    ("key = true", "kez = true"),
    ("id = \"2.1\"", "id = \"2.2\""),
    ("id = \"2.1\"", "id = \"3.1\""),
    ("id = \"2.6\"", "key = false\nid = \"2.6\""),
    ("basis = \"stated\"", "basis = \"inferred\""),
    ("basis = \"stated\"", "basis = \"state\""),
    ("basis = \"stated\"\n", ""),
    ("basis = \"stated\"", "note = \"\"\nbasis = \"stated\""),
    ("percent = 40 }, {", "percent = 40 },\n    # 下半段\n    {"),
    ("percent = 40", "percent = 40.5"),
    ("percent = 40", "percent = \"40\""),
    ("percent = 40", "percent = 100.5"),
    ("percent = 40", "amount = 40"),
    ("percent = 40", "percent = 40, percent = 50"),
    ("percent = 40", "percent = 40,"),
    ("percent = 100", "percent = 90"),
    ("2022-05-15", "2022-05-31"),
    ("2022-05-15", "2022-02-30"),
    ("2022-05-15", "\"2022-05\""),
    ("\"2022-02\"", "\"2022-2\""),
    ("\"2022-02\"", "\"2022-01\""),
    ("milestones", "curve = \"linear\"\nmilestones"),
    ("milestones", "curve = \"stepp\"\nmilestones"),
    ("total = 12", "total = 13"),
    ("total = 12", "total = 0"),
    ("total = 12", "total = 12.5"),
    ("unit = \"村\"", "unit = \" \""),
    ("sudian = 7", "sudian = 8"),
    ("sudian = 7", "housing = 7"),
    ("sudian = 7", "\"sudian\" = 7"),
    ("housing = 5, sudian = 7", "sudian = 7, housing = 5"),
    ("due = \"2022-03\"", "due = 2022-03-31"),
    ("due = \"2022-03\"", "due = \"2022-03\"\nstanding = true"),
    ("due = \"2022-03\"", "due = \"2023-03\""),
    ("{ every = \"month\" }", "{ every = \"quarter\" }"),
    ("{ every = \"month\" }", "{ months = [\"2022-02\", \"2022-04\"] }"),
    ("{ every = \"month\" }", "{ months = [\"2022-04\", \"2022-02\"] }"),
    ("{ every = \"month\" }", "{}"),
    ("{ every", "{\n every"),
    ("recurring = { every = \"month\" }", "recurring.every = \"month\""),
    ("recurring = { every = \"month\" }", "[items.recurring]\nevery = \"month\""),
    ("\"at-least\"", "\"at-most\""),
    ("target = 90", "target = -90.125"),
    ("unit = \"%\", ", ""),
    ("due = \"2022-02\" }", "due = \"2022-02\", binding = true }"),
    ("due = \"2022-02\" }", "binding = false }"),
    ("standing = true", "standing = false"),
    ("season = \"flood\"", "season = \"winter\""),
    ("season = \"flood\"\n", ""),
];

/// What a unit may well write instead: other figures, other words of TOML for the same, and near misses of both.
const REWORDINGS: &[(&str, &str)] = &[
    ("35.5", "36"),
    ("35.5", "100"),
    ("35.5", "100.01"),
    ("35.5", "035"),
    ("35.5", "+35"),
    ("35.5", "3_5"),
    ("35.5", "3.55e1"),
    ("35.5", "0x23"),
    ("35.5", "35.555"),
    ("35.5", "\"35.50\""),
    ("35.5", "'35.5'"),
    ("35.5", "35."),
    ("percent = 30", "percent = 30.00"),
    ("percent = 30", "done = 30"),
    ("note = \"复核后更正\"", "note = \"  \""),
    ("note = \"复核后更正\"", "note = \"\"\"复核\n更正\"\"\""),
    ("note = \"复核后更正\"", "note = '复核'"),
    ("note = \"复核后更正\"", "note = \"\\u590d核\""),
    ("note = \"复核后更正\"\n", ""),
    ("note", "\"note\""),
    (" = ", "="),
    (" = ", "\t=\t"),
    ("\n", "\r\n"),
    ("\n", " \n"),
    ("\n[[entries]]", "\n\n# 下一项\n  [[entries]]\t# 第二项"),
    ("[[entries]]", "[[ entries ]]"),
    ("[[entries]]", "[entries]"),
    ("# 含管网", ""),
    ("# 含管网", "# 含\u{7f}管网"),
    ("done = 2", "done = 6"),
    ("done = 7", "done = 0.5"),
    ("done = 7", "done = -1"),
    ("value = 91.25", "value = \"91.25\""),
    ("value = 91.25", "value = 91.25\nvalue = 92"),
    ("value = -1", "value = 89"),
    ("percent = \"10\"", "state = \"normal\""),
    ("percent = \"10\"", "done = 10"),
    ("state = \"normal\"", "state = \"problem\""),
    ("state = \"normal\"", "state = \"好\""),
    ("occurrence = \"2022-02\"", "occurrence = \"2022-01\""),
    ("occurrence = \"2022-02\"", "occurrence = \"2022-03\""),
    ("occurrence = \"2022-02\"\n", ""),
    ("[\"验收单.pdf\", \"照片.jpg\"]", "[ \"验收单.pdf\",\"照片.jpg\" , ]"),
    ("[\"验收单.pdf\", \"照片.jpg\"]", "[\n  \"验收单.pdf\",\n]"),
    ("[\"验收单.pdf\", \"照片.jpg\"]", "[, ]"),
    ("[\"验收单.pdf\", \"照片.jpg\"]", "[1]"),
    ("submitted = 2022-01-22", "submitted = 2022-01-24"),
    ("submitted = 2022-01-22", "submitted = 2022-02-30"),
    ("submitted = 2022-01-22", "submitted = 2021-12-31"),
    ("submitted = 2022-01-22", "submitted = 2022-01-22T08:00:00"),
    ("submitted = 2022-01-22", "draft = true"),
    ("submitted = 2022-01-22", "draft = false"),
    ("reporter = \"示例\"", "reporter = \"\""),
    ("reporter = \"示例\"", "reporter = \"\"\"\"\"\""),
    ("unit = \"housing\"", "unit = \"sudian\""),
    ("month = \"2022-02\"", "month = \"2022-03\""),
    ("item = \"2.1\"", "item = \"2.9\""),
    ("item = \"2.6\"", "item = \"2.1\""),
    ("item = \"2.3\"", "item = \"2.2\""),
    ("[[entries]]\nitem = \"2.3\"\n", ""),
    ("[[entries]]\nitem = \"2.3\"", "[[entries]]\nitem = \"2.3\"\n[[entries]]\nitem = \"2.3\""),
];

/// A text in other words, in one to three places.
fn reworded(text: &str, rewordings: &[(&str, &str)], random: &mut SplitMix64) -> String {
    let mut text = text.to_owned();
    for _ in 0..=random.below(3) {
        let count = u32::try_from(rewordings.len()).expect("few rewordings");
        let (from, to) = rewordings[random.below(count) as usize];
        let places: Vec<usize> = text.match_indices(from).map(|(at, _)| at).collect();
        let Ok(count @ 1..) = u32::try_from(places.len()) else {
            continue;
        };
        let at = places[random.below(count) as usize];
        text.replace_range(at..at + from.len(), to);
    }
    text
}

fn sources(files: &[(&str, String)]) -> Sources {
    let files = files.iter().map(|(path, text)| SourceFile::new((*path).to_owned(), Content::Text(text.clone())));
    let mut sources = Sources { files: files.collect() };
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

/// Holds the fronts against each other; whether the workspace has no errors.
fn agree(sources: &Sources, what: &str) -> bool {
    for (_, file) in sources.iter() {
        if let Some([scanned, library]) = fronts(file.text()) {
            assert_eq!(scanned, library, "{what}: {}", file.path);
        }
    }
    lean_agrees(sources, what)
}

fn load_lean(sources: &Sources) -> Loaded {
    let paths = sources.files.iter().map(|file| &*file.path).collect();
    load(Request { keep: Keep::Lean, ..Request::listed(paths, |file| sources.file(file).content.clone()) })
}

/// Without texts and remarks the verdicts are the same, and so is whether there are errors.
fn lean_agrees(sources: &Sources, what: &str) -> bool {
    let whole = load(sources);
    let Loaded { workspace: lean, problems, sources: lean_sources } = load_lean(sources);
    assert_eq!(whole.problems, problems, "{what}");
    let (Some(whole), Some(lean)) = (whole.workspace, lean) else {
        return false;
    };
    for month in whole.plan.start.through(whole.plan.end) {
        let as_of = AsOf::close_of(month);
        let (long, brief) = (assess(&whole, as_of), assess_briefly(&lean, as_of));
        assert_eq!(long.filing, brief.filing, "{what} {month}");
        for (one, other) in long.shares.iter().zip(&brief.shares) {
            assert_eq!(one.verdict(), other.verdict(), "{what} {month}");
            let before = one.before().and_then(|before| before.tier);
            assert_eq!(before, other.tier_before, "{what} {month}");
            let rest = |assessed: &shangdang::assess::ShareAssessment| {
                let outlook = (assessed.outlook.clone(), assessed.relief.clone(), assessed.asked_next.clone());
                let counts = (assessed.consecutive, assessed.times, assessed.finish_delay());
                (assessed.share, assessed.change, assessed.check(), outlook, counts)
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
    true
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
fn the_scanner_reads_ordinary_tasks_and_reports() {
    let shipped = disk::read(&root().join("data")).expect("the shipped plan is there");
    let plain: Vec<(&str, String)> = FILES.iter().map(|&(path, text)| (path, text.to_owned())).collect();
    let kinds = self::sources(&plain);
    let reports = shipped.files.iter().filter(|file| file.path.starts_with("reports/"));
    for file in reports.chain(&kinds.files[1..]) {
        assert!(fronts(file.text()).is_some(), "{}", file.path);
    }
    for file in load_lean(&shipped).sources.files {
        let is_let_go = matches!(file.content, Content::LetGo(_));
        let is_expected = ["reports/", "tasks/"].iter().any(|kind| file.path.starts_with(kind));
        assert_eq!(is_let_go, is_expected, "{}", file.path);
    }
}

/// In braces a line may end behind a value, never beside the sign between a key and its value; and one mark of the order
/// of bytes is no part of a text, two are.
#[test]
fn what_toml_refuses_is_refused() {
    let holds = |changed: usize, text: String| {
        let files = FILES.iter().enumerate();
        let texts =
            files.map(|(at, (path, known))| (*path, if at == changed { text.clone() } else { (*known).to_owned() }));
        load(&sources(&texts.collect::<Vec<_>>())).workspace.is_some()
    };
    for (changed, pair) in [
        (0, "from = \"06-01\""),
        (1, "by = \"2022-02\""),
        (1, "percent = 40"),
        (1, "total = 12"),
        (1, "sudian = 7"),
        (1, "every = \"month\""),
        (1, "target = 90"),
        (1, "due = \"2022-02\" }"),
    ] {
        let (_, text) = FILES[changed];
        assert!(text.contains(pair), "{pair}");
        assert!(holds(changed, text.replace(pair, &format!("\n{pair}"))), "{pair}");
        for end in ["\n", "\r\n", "# 注\n", "# 注\r\n"] {
            for sign in [format!("{end}= "), format!(" ={end}")] {
                let beside = text.replace(pair, &pair.replacen(" = ", &sign, 1));
                assert!(!holds(changed, beside.clone()), "{beside}");
            }
        }
    }
    for (at, (path, text)) in FILES.iter().enumerate() {
        let Content::Text(text) = Content::decode(format!("\u{feff}\u{feff}{text}").into_bytes()) else {
            panic!("{path} is text");
        };
        assert!(!holds(at, text), "{path}");
    }
}

#[test]
fn changed_workspaces_come_out_the_same() {
    let texts: Vec<&str> = FILES.iter().map(|(_, text)| *text).collect();
    let mut random = SplitMix64(7);
    let mut sound = 0;
    for seed in 0..MUTANTS {
        // Seldom the plan, often the task, or one of the reports.
        let reports = u32::try_from(FILES.len()).expect("few files") - 2;
        let changed = match random.below(8) {
            0 => 0,
            1..=3 => 1,
            _ => (random.below(reports) + 2) as usize,
        };
        let rewordings = if changed == 1 { TASK_REWORDINGS } else { REWORDINGS };
        let files: Vec<(&str, String)> = FILES
            .iter()
            .enumerate()
            .map(|(at, (path, text))| {
                let text = match (at == changed, seed % 2) {
                    (false, _) => (*text).to_owned(),
                    (true, 0) => mutant(text, &texts, seed),
                    (true, _) => reworded(text, rewordings, &mut random),
                };
                (*path, text)
            })
            .collect();
        let (path, text) = &files[changed];
        let what = format!("mutant {seed} of {path}: {text}");
        sound += u64::from(agree(&sources(&files), &what));
    }
    // Neither is worth much without the other.
    assert!((MUTANTS / 10..MUTANTS * 9 / 10).contains(&sound), "{sound} of {MUTANTS} are sound");
}
