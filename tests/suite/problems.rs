//! What holds for all of `tests/problems` (`tests/gallery` holds each folder to its texts), and workspaces that nobody
//! writes in earnest.

#![expect(
    clippy::disallowed_methods,
    reason = "workspaces are laid out on the disk, and what is expected of them is read from it"
)]
#![expect(clippy::unwrap_used, reason = "a test that cannot lay out its workspace has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use shangdang::closing;
use shangdang::disk;
use shangdang::load::{Loaded, load};
use shangdang::problem::{Problem, Severity};
use shangdang::render::{Screen, Style, diagnostics};
use shangdang::source::{Content, SourceFile, Sources};
use shangdang::text::{Lang, problems};

use crate::smallest::{PLAN, TASK, link, write};
use crate::support::SplitMix64;

fn gallery() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/problems")
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder can be listed");
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    names.sort_unstable();
    names
}

/// What `check --width 100` prints.
fn page(sources: &Sources, loaded: &Loaded, lang: Lang) -> String {
    let screen = Screen { width: Some(100), has_colour: false };
    let shown = diagnostics(sources, &loaded.problems, Style::Full, lang, screen);
    let (errors, warnings) = (loaded.count(Severity::Error), loaded.count(Severity::Warning));
    let summary = problems::summary(errors, warnings, lang);
    let gap = if shown.is_empty() { "" } else { "\n" };
    format!("{shown}{gap}{summary}\n")
}

/// Everything that `check` finds.
fn found(sources: &Sources) -> Loaded {
    let mut loaded = load(sources);
    if let Some(workspace) = &loaded.workspace {
        loaded.problems.extend(closing::check(sources, workspace));
    }
    loaded
}

#[test]
fn every_code_has_its_folder_and_every_folder_a_code() {
    let codes: BTreeSet<&str> = Problem::CODES.iter().map(|code| code.name).collect();
    let names = names_in(&gallery());
    let shown: BTreeSet<&str> = names.iter().map(|name| name.split("--").next().unwrap_or(name)).collect();
    let missing: Vec<_> = codes.difference(&shown).collect();
    let left_over: Vec<_> = shown.difference(&codes).collect();
    assert!(missing.is_empty(), "no folder shows {missing:?}");
    assert!(left_over.is_empty(), "no problem is called {left_over:?}");
    for code in codes {
        assert!(names.iter().any(|name| name == code), "no folder {code}");
    }
}

#[test]
fn one_cause_gives_one_message() {
    // Two lines with two slips are two causes.
    let several = ["syntax--table-over-lines"];
    for name in names_in(&gallery()) {
        let kept = fs::read_to_string(gallery().join(&name).join("en.txt")).unwrap_or_default();
        let is_one = kept.ends_with("\n1 error, 0 warnings.\n")
            || kept.ends_with("\n0 errors, 1 warning.\n")
            || several.contains(&name.as_str());
        assert!(is_one, "{name} says more than one thing:\n{kept}");
    }
}

#[test]
fn nothing_can_be_left_out_of_a_workspace() {
    let found = |sources: &Sources| -> Vec<Problem> {
        let problems = found(sources).problems;
        problems.into_iter().map(|found| found.problem).collect()
    };
    // A closing names whole files, and its seal is broken whatever became of them.
    let sealed = ["broken-seal", "broken-chain", "changed-since-closing", "closed-verdict-differs"];
    // Variants may hold more, to show what is not said of it.
    for name in Problem::CODES.iter().map(|code| &code.name) {
        let root = gallery().join(name).join("in");
        if !root.is_dir() || sealed.contains(name) {
            continue;
        }
        let sources = disk::read(&root).unwrap();
        let all = found(&sources);
        for (position, file) in sources.files.iter().enumerate() {
            let mut fewer = sources.clone();
            fewer.files.remove(position);
            assert!(all != found(&fewer) || file.path == "plan.toml", "{name} needs no {}", file.path);
            let Content::Text(text) = &file.content else {
                continue;
            };
            if ["syntax", "duplicate-key"].contains(name) {
                // What is missing is not missed where the writing is at fault.
                continue;
            }
            let lines: Vec<&str> = text.lines().collect();
            for left_out in 0..lines.len() {
                let kept = (0..lines.len()).filter(|&line| line != left_out);
                let shorter: Vec<&str> = kept.map(|line| lines[line]).collect();
                let mut fewer = sources.clone();
                let shorter = Content::Text(shorter.join("\n"));
                fewer.files[position] = SourceFile::new(file.path.clone(), shorter);
                assert!(
                    all != found(&fewer) || lines[left_out].is_empty(),
                    "{name} does not need {:?} in {}",
                    lines[left_out],
                    file.path
                );
            }
        }
    }
}

#[test]
fn chinese_pages_hold_no_words_of_the_library() {
    for name in names_in(&gallery()) {
        let kept = fs::read_to_string(gallery().join(&name).join("zh.txt")).unwrap_or_default();
        for line in kept.lines() {
            // What the library says of a rare fault is quoted in brackets.
            let line = line.split('（').next().unwrap_or(line);
            for word in ["invalid type", "expected", "u32", "TOML parse error"] {
                assert!(!line.contains(word), "{word:?} in {name}: {line}");
            }
        }
    }
}

/// Loads a workspace and says everything about it in every way; the places have to lie inside their files.
fn survive(sources: &Sources) -> Loaded {
    let loaded = load(sources);
    for diagnostic in &loaded.problems {
        for place in std::iter::once(diagnostic.place).chain(diagnostic.other) {
            let text = sources.file(place.file).text();
            let (start, end) = (place.start as usize, place.end as usize);
            assert!(start <= end && end <= text.len(), "{diagnostic:?} lies outside its file");
            assert!(text.is_char_boundary(start) && text.is_char_boundary(end), "{diagnostic:?} cuts a character");
        }
    }
    for lang in [Lang::Zh, Lang::En] {
        assert!(!page(sources, &loaded, lang).is_empty());
    }
    loaded
}

fn in_memory(files: &[(&str, &str)]) -> Sources {
    let mut files: Vec<SourceFile> =
        files.iter().map(|&(path, text)| SourceFile::new(path.to_owned(), Content::Text(text.to_owned()))).collect();
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Sources { files }
}

fn codes(loaded: &Loaded) -> Vec<&'static str> {
    let codes = loaded.problems.iter().map(|found| found.problem.code());
    codes.collect()
}

#[test]
fn texts_that_nobody_writes_in_earnest_are_survived() {
    let entry = |rest: &str| format!("month = \"2022-06\"\nunit = \"housing\"\n\n[[entries]]\nitem = \"2.1\"\n{rest}");
    let nested = format!("{PLAN}deep = {}", "[".repeat(100_000));
    let tables = format!("{PLAN}deep = {}", "{ a = ".repeat(100_000));
    let headings = format!("{PLAN}{}", "[[tiers]]\n".repeat(2_000));
    let long_line = entry(&format!("note = \"{}\"\npercent = 110\n", "长".repeat(1_000_000)));
    let long_fault = entry(&format!("percent = {}\n", "９".repeat(1_000_000)));
    let huge = entry("percent = 99999999999999999999999999999999999999999999999999\n");
    let slashes = entry("percent = 35\n").replace("2.1", "../../2.1");
    let dates = ["0000-00-00", "9999-12-31", "0001-01-01", "2022-02-29"];
    let filed = |date: &str| format!("month = \"2022-06\"\nunit = \"housing\"\nsubmitted = {date}\n");
    let mut reports = vec![
        long_line,
        long_fault,
        huge,
        slashes,
        entry("percent = 35\n").replace('\n', "\r"),
        entry("percent = 35\0\n"),
        "# 只有说明\n".to_owned(),
        "\u{FEFF}\u{FEFF}".to_owned(),
        "\"\"\"".to_owned(),
        "[".to_owned(),
        "=".to_owned(),
        "month".to_owned(),
    ];
    reports.extend(dates.map(filed));
    for report in &reports {
        let files = [("plan.toml", PLAN), ("tasks/02.toml", TASK), ("reports/2022-06/housing.toml", report)];
        let loaded = survive(&in_memory(&files));
        assert!(loaded.workspace.is_none(), "nothing is wrong with {:?}", report.chars().take(200).collect::<String>());
    }
    for plan in [&nested, &tables, &headings, PLAN] {
        for moment in dates {
            let task = format!("{TASK}basis = \"stated\"\ndue = {moment}\n");
            survive(&in_memory(&[("plan.toml", plan), ("tasks/02.toml", &task)]));
        }
    }
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let crlf = |text: &str| format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
    write(folder.path(), "plan.toml", crlf(PLAN));
    write(folder.path(), "tasks/02.toml", crlf(TASK));
    let loaded = survive(&disk::read(folder.path()).unwrap());
    assert_eq!(codes(&loaded), [""; 0]);
    write(folder.path(), "tasks/02.toml", crlf(&TASK.replace('=', "＝")));
    let loaded = survive(&disk::read(folder.path()).unwrap());
    assert_eq!(codes(&loaded), ["syntax"; 5]);
}

/// What a clerk on Windows sees is what one on Linux sees: no sign for a line end, every place on the same column.
#[test]
fn windows_line_ends_change_nothing_that_is_shown() {
    for name in names_in(&gallery()) {
        let Ok(here) = disk::read(&gallery().join(&name).join("in")) else {
            continue;
        };
        let mut there = here.clone();
        for file in &mut there.files {
            if let Content::Text(text) = &mut file.content {
                *text = text.replace("\r\n", "\n").replace('\n', "\r\n");
            }
        }
        let (loaded, again) = (survive(&here), survive(&there));
        for lang in [Lang::Zh, Lang::En] {
            let (shown, again) = (page(&here, &loaded, lang), page(&there, &again, lang));
            assert_eq!(shown, again, "{name}");
        }
    }
    let unclosed = TASK.to_owned() + "milestones = [\n    { by = \"2022-06\", percent = 50 } x,\n]\n";
    let lists = [unclosed.clone(), unclosed.replace('\n', "\r\n")].map(|task| {
        let files = [("plan.toml", PLAN), ("tasks/02.toml", &task)];
        let sources = in_memory(&files);
        page(&sources, &survive(&sources), Lang::Zh)
    });
    assert_eq!(lists[0], lists[1]);
}

#[test]
fn thousands_of_units_are_no_more_than_long() {
    let units =
        (0..5_000).map(|number| format!("\n[units.unit-{number}]\nname = \"单位{number}\"\nkind = \"township\"\n"));
    let plan = PLAN.to_owned() + &units.collect::<String>();
    let leads: Vec<String> = (0..5_000).map(|number| format!("\"unit-{number}\"")).collect();
    let leads = leads.join(", ");
    let task = TASK.replace("\"housing\"", &leads);
    let sound = survive(&in_memory(&[("plan.toml", &plan), ("tasks/02.toml", &task)]));
    assert_eq!(codes(&sound), [""; 0]);
    let unknown = task.replace("\"unit-7", "\"uint-7");
    let loaded = survive(&in_memory(&[("plan.toml", &plan), ("tasks/02.toml", &unknown)]));
    assert_eq!(codes(&loaded).len(), 111);
}

#[test]
fn of_very_many_strangers_the_first_are_guessed_and_the_rest_named() {
    let several = |one: &dyn Fn(usize) -> String| (0..200).map(one).collect::<String>();
    let seasons = several(&|number| format!("season-{number} = {{ from = \"06-01\", to = \"09-30\" }}\n"));
    let units = several(&|number| format!("\n[units.unit-{number}]\nname = \"单位{number}\"\nkind = \"township\"\n"));
    let plan = format!("{PLAN}\n[seasons]\n{seasons}{units}");
    let with_leads = |prefix: &str, items: &str| {
        let leads = several(&|number| format!("\"{prefix}-{number}\", "));
        let task = TASK.split("\n[[items]]").next().unwrap();
        task.replace("\"housing\"", &leads) + items
    };
    let duty = "\n[[items]]\nid = \"2.1\"\ntitle = \"事项\"\nbasis = \"stated\"\ndue = \"2022-06\"\n";
    let standing = several(&|number| {
        let item = format!("id = \"2.{}\"\ntitle = \"事项\"", number + 1);
        format!("\n[[items]]\n{item}\nstanding = true\nseason = \"saeson-{number}\"\n")
    });
    let report = "month = \"2022-06\"\nunit = \"housing\"\n".to_owned()
        + &several(&|_| "\n[[entries]]\nitem = \"2.1\"\npercent = 35\n".to_owned());
    let guessed = |task: &str, report: Option<&str>| {
        let mut files = vec![("plan.toml", plan.as_str()), ("tasks/02.toml", task)];
        files.extend(report.map(|report| ("reports/2022-06/housing.toml", report)));
        let problems = survive(&in_memory(&files)).problems;
        let meant = problems.iter().filter(|found| match &found.problem {
            Problem::UnknownUnit { meant, .. } => meant.is_some(),
            Problem::UnknownSeason { meant, known, .. } => {
                assert!(known.len() <= 40, "{} are listed", known.len());
                meant.is_some()
            }
            Problem::NotLead { leads, .. } => {
                assert!(leads.len() <= 40, "{} are listed", leads.len());
                false
            }
            other => panic!("{other:?} is no stranger"),
        });
        (problems.len(), meant.count())
    };
    assert_eq!(guessed(&with_leads("uint", duty), None), (200, 50));
    assert_eq!(guessed(&with_leads("unit", &standing), None), (200, 50));
    assert_eq!(guessed(&with_leads("unit", duty), Some(&report)), (200, 0));
}

#[test]
fn folders_that_nobody_lays_out_in_earnest_are_survived() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    assert_eq!(codes(&survive(&disk::read(root).unwrap())), [""; 0]);
    fs::create_dir_all(root.join("plan.toml")).unwrap();
    let loaded = survive(&disk::read(root).unwrap());
    assert_eq!(codes(&loaded), ["unreadable"]);
    fs::remove_dir(root.join("plan.toml")).unwrap();
    write(root, "plan.toml", PLAN);
    fs::create_dir_all(root.join("reports/2022-06/empty.toml")).unwrap();
    if link(Path::new(".."), &root.join("tasks/round")) {
        let loaded = survive(&disk::read(root).unwrap());
        assert_eq!(codes(&loaded), ["misnamed-file"]);
    }
    if link(Path::new("housing.toml"), &root.join("reports/2022-06/housing.toml")) {
        let loaded = survive(&disk::read(root).unwrap());
        assert_eq!(codes(&loaded), ["unreadable", "misnamed-file"]);
    }
}

#[cfg(unix)]
#[test]
fn a_name_that_is_not_utf8_is_survived() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    write(root, "plan.toml", PLAN);
    let name = OsStr::from_bytes(b"tasks-\xD6\xD0.toml");
    // Some file systems refuse such names, which is as good.
    if fs::write(root.join(name), TASK).is_ok() {
        survive(&disk::read(root).unwrap());
    }
    fs::create_dir_all(root.join("tasks")).unwrap();
    if fs::write(root.join("tasks").join(name), TASK).is_ok() {
        let loaded = survive(&disk::read(root).unwrap());
        // Its name cannot be shown, let alone be typed; that something lies there is said all the same.
        assert_eq!(codes(&loaded), ["unreadable"]);
    }
}

#[test]
fn no_slip_of_a_key_makes_the_program_fall() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut sources = disk::read(&data).unwrap();
    // One month is enough, and quicker.
    let is_kept = |file: &SourceFile| {
        matches!(file.content, Content::Text(_))
            && (!file.path.starts_with("reports/") || file.path.starts_with("reports/2022-03/"))
    };
    sources.files.retain(is_kept);
    let signs = "=\"'[]{},.#-%\n\r\t \0“”，。：＝【】　０９年月é";
    let signs: Vec<char> = signs.chars().collect();
    let mut random = SplitMix64(2022);
    for mutant in 0..2_000 {
        let mut mutated = sources.clone();
        let below = |random: &mut SplitMix64, bound: usize| random.below(u32::try_from(bound.max(1)).unwrap()) as usize;
        let file = below(&mut random, mutated.files.len());
        let mut bytes = mutated.files[file].text().as_bytes().to_vec();
        for _ in 0..=random.below(3) {
            let at = below(&mut random, bytes.len());
            let end = (at + 1 + below(&mut random, 12)).min(bytes.len());
            match random.below(4) {
                0 => drop(bytes.drain(at..end)),
                1 => {
                    let copy = bytes[at..end].to_vec();
                    bytes.splice(at..at, copy);
                }
                2 => {
                    let sign = signs[below(&mut random, signs.len())];
                    bytes.splice(at..at, sign.to_string().into_bytes());
                }
                _ => {
                    let sign = signs[below(&mut random, signs.len())];
                    bytes.splice(at..end, sign.to_string().into_bytes());
                }
            }
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let path = mutated.files[file].path.clone();
        mutated.files[file] = SourceFile::new(path, Content::Text(text));
        let outcome = std::panic::catch_unwind(|| survive(&mutated));
        assert!(outcome.is_ok(), "mutant {mutant} of {}:\n{}", mutated.files[file].path, mutated.files[file].text());
    }
}
