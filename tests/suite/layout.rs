//! The one layout of files: meaning and every comment stay, and laying out twice changes nothing.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "these tests read the shipped files")]

use std::fs;

use proptest::prelude::*;
use shangdang::disk;
use shangdang::edit::{self, ItemOrder, Kind, Unformatted, changes, same_meaning};
use shangdang::load::load;
use shangdang::source::Content;

use crate::folders::{examples, root};
use crate::support::{SplitMix64, config};

fn items(ids: &[&str]) -> ItemOrder {
    ItemOrder::of(ids.iter().map(|&id| id.to_owned()))
}

fn report(text: &str) -> String {
    edit::format(text, Kind::Report, &items(&["1.1", "1.2", "2.1"])).unwrap()
}

#[test]
fn keys_come_in_the_fixed_order_with_their_comments() {
    let written = "unit = \"water\"\n# which month\nmonth='2022-06' # June\n\n\n[[entries]]\nnote = \"done\"\n\n# as measured\npercent=35.10\n\nitem = \"1.1\"\n# that was all\n";
    let laid_out = "# which month\nmonth = '2022-06'  # June\nunit = \"water\"\n\n[[entries]]\nitem = \"1.1\"\n# as measured\npercent = 35.10\nnote = \"done\"\n# that was all\n";
    assert_eq!(report(written), laid_out);
}

#[test]
fn entries_come_in_the_order_of_the_plan_commented_out_or_not() {
    let written = "#:schema ../report.json\nmonth = \"2022-06\"\n\n# about 2.1\n#[[entries]]\n#item = \"2.1\"\n#percent =\n\n# of nothing\n\n# about 1.2\n[[entries]]\nitem = \"1.2\"\npercent = 1\n\n[[entries]]\nitem = \"9.9\"\npercent = 1\n\n# about 1.1\n#[[entries]]\n#item = \"1.1\"\n\n# the end\n";
    let laid_out = "#:schema ../report.json\n\nmonth = \"2022-06\"\n\n# about 1.1\n#[[entries]]\n#item = \"1.1\"\n\n# of nothing\n\n# about 1.2\n[[entries]]\nitem = \"1.2\"\npercent = 1\n\n# about 2.1\n#[[entries]]\n#item = \"2.1\"\n#percent =\n\n[[entries]]\nitem = \"9.9\"\npercent = 1\n\n# the end\n";
    assert_eq!(report(written), laid_out);
}

#[test]
fn lists_are_short_on_one_line_and_long_on_many() {
    let task = |text: &str| edit::format(text, Kind::Task, &items(&[])).unwrap();
    let long = "a".repeat(45);
    assert_eq!(task("lead=[\"a\",\n \"b\" ,]\nnumber=1\n"), "number = 1\nlead = [\"a\", \"b\"]\n");
    assert_eq!(
        task(&format!("lead = [\"{long}\", \"{long}\"]\n")),
        format!("lead = [\n    \"{long}\",\n    \"{long}\",\n]\n")
    );
    assert_eq!(
        task("[[items]]\nmilestones=[{percent=40,by=\"2022-06\"},{by = \"2022-12\", percent = 100}] # rising\n"),
        "[[items]]\nmilestones = [\n    { by = \"2022-06\", percent = 40 },\n    { by = \"2022-12\", percent = 100 },\n]  # rising\n"
    );
    assert_eq!(
        task("lead = [ # who\n \"a\", # the first\n # more\n \"b\"\n # none\n]\n"),
        "lead = [\n    # who\n    \"a\",  # the first\n    # more\n    \"b\",\n    # none\n]\n"
    );
}

#[test]
fn tables_of_an_item_stay_with_it_and_units_keep_their_order() {
    let task = "[[items]]\nid = \"2.1\"\n[items.shares]\nb = 1\na = 2\n\n[[items]]\nid = \"1.1\"\n";
    let laid_out = "[[items]]\nid = \"2.1\"\n\n[items.shares]\nb = 1\na = 2\n\n[[items]]\nid = \"1.1\"\n";
    assert_eq!(edit::format(task, Kind::Task, &items(&[])).unwrap(), laid_out);
    let plan = "[[tiers]]\nid = \"x\"\n[units.b]\nkind = \"township\"\nname = \"乙\"\n[units.a]\nname = \"甲\"\n";
    let laid_out =
        "[units.b]\nname = \"乙\"\nkind = \"township\"\n\n[units.a]\nname = \"甲\"\n\n[[tiers]]\nid = \"x\"\n";
    assert_eq!(edit::format(plan, Kind::Plan, &items(&[])).unwrap(), laid_out);
}

#[test]
fn line_ends_and_the_mark_at_the_beginning_stay() {
    let text = "\u{feff}unit = \"water\"\r\nmonth = \"2022-06\"\r\n";
    assert_eq!(report(text), "\u{feff}month = \"2022-06\"\r\nunit = \"water\"\r\n");
}

#[test]
fn what_is_no_toml_is_left_alone() {
    for text in ["percent = 35%\n", "a = 1\na = 2\n", "[[entries]\n", "a = [1,\n"] {
        let outcome = edit::format(text, Kind::Report, &items(&[]));
        assert_eq!(outcome, Err(Unformatted::NotToml), "{text}");
    }
    assert_eq!(report(""), "");
    assert_eq!(report("\n\n"), "");
    assert_eq!(report("# nothing yet\n\n\n# at all"), "# nothing yet\n\n# at all\n");
}

#[test]
fn meaning_is_held_against_meaning() {
    assert!(same_meaning("a = 1\nb = 2", "b = 2\na = 1 # same"));
    assert!(!same_meaning("a = 1", "a = 1.0"));
    assert!(!same_meaning("a = 1.0", "a = 1.00"));
    assert!(!same_meaning("a = 1", "a = 1\nb = 1"));
    assert!(!same_meaning("[units.a]\n[units.b]", "[units.b]\n[units.a]"));
    let (one, other) = ("[[entries]]\nitem = \"1\"\n", "[[entries]]\nitem = \"2\"\n");
    assert!(same_meaning(&format!("{one}{other}"), &format!("{other}{one}")));
    assert!(!same_meaning(&format!("{one}{one}"), &format!("{one}{other}")));
    assert!(!same_meaning(
        "[[items]]\nid = \"1\"\n[[items]]\nid = \"2\"\n",
        "[[items]]\nid = \"2\"\n[[items]]\nid = \"1\"\n"
    ));
}

/// The shipped plan and the examples are laid out as `fmt` would, and the order taken from the task files alone is that
/// of the loader.
#[test]
fn shipped_files_are_laid_out() {
    let mut folders = vec![root().join("data")];
    folders.extend(examples());
    folders.push(root().join("examples/05-full-of-mistakes/mended"));
    let mut count = 0;
    for folder in folders {
        let sources = disk::read(&folder).unwrap();
        let order = edit::item_order(&sources);
        if let Some(workspace) = load(&sources).workspace {
            let ids = workspace.items.iter().map(|item| item.id.clone());
            assert_eq!(order, ItemOrder::of(ids));
        }
        for file in &sources.files {
            let (Some(kind), Content::Text(_)) = (Kind::of(&file.path), &file.content) else {
                continue;
            };
            let text = fs::read_to_string(folder.join(&file.path)).unwrap();
            match edit::format(&text, kind, &order) {
                Ok(laid_out) => assert_eq!(changes(&text, &laid_out), [], "{}", file.path),
                Err(why) => assert_eq!(why, Unformatted::NotToml),
            }
            count += 1;
        }
    }
    assert!(count > 100, "the shipped files are read");
}

/// A text of TOML with comments wherever they may stand. Every value and every comment comes once, so that each can
/// be found again.
struct Writer {
    random: SplitMix64,
    text: String,
    number: usize,
    end: &'static str,
}

impl Writer {
    fn next(&mut self) -> usize {
        self.number += 1;
        self.number
    }

    fn put(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        if self.random.once_in(6) {
            let number = self.next();
            self.put(&format!(" # §{number}; "));
        }
        self.text.push_str(self.end);
    }

    fn between(&mut self) {
        while self.random.once_in(3) {
            match self.random.below(8) {
                0..4 => self.text.push_str(self.end),
                4 => {
                    let (end, item, number) = (self.end, self.random.below(5), self.next());
                    self.put(&format!("# §{number};{end}#[[entries]]{end}#item = \"1.{item}\"{end}#percent ={end}"));
                }
                _ => {
                    let number = self.next();
                    self.put(&format!("  # §{number};{}", self.end));
                }
            }
        }
    }

    fn comment_inside(&mut self) -> String {
        match self.random.below(6) {
            0 => format!(" # §{};{}", self.next(), self.end),
            1 => self.end.to_owned(),
            _ => String::new(),
        }
    }

    fn value(&mut self, depth: usize) -> String {
        let number = self.next();
        match self.random.below(if depth > 2 { 6 } else { 10 }) {
            0 => format!("\"v{number} # \\\" 汉字\""),
            1 => format!("'v{number} # [x]'"),
            2 => format!("{number}.50"),
            3 => format!("+1_0{number}"),
            4 => format!("2022-06-{:02} 10:00:00", number % 28 + 1),
            5 => {
                let end = self.end;
                format!("\"\"\"v{number}{end}# none{end}[[entries]]\"\"\"")
            }
            6 => "nan".to_owned(),
            7 => {
                let mut list = format!("[{}", self.comment_inside());
                for _ in 0..self.random.below(4) {
                    let (value, inside, after) = (self.value(depth + 1), self.comment_inside(), self.comment_inside());
                    list.extend([value, inside, ",".to_owned(), after]);
                }
                list + "]"
            }
            8 => {
                let mut list = String::from("[");
                for _ in 0..self.random.below(30) {
                    list.extend([self.next().to_string(), ", ".to_owned()]);
                }
                list + "]"
            }
            _ => {
                let mut pairs = Vec::new();
                for position in 0..self.random.below(3) {
                    let value = self.value(depth + 1);
                    pairs.push(format!(" {}{position} = {value}", ["unit", "by"][position as usize % 2]));
                }
                format!("{{{} }}", pairs.join(","))
            }
        }
    }

    fn pairs(&mut self, names: &[&str]) {
        let mut names = names.to_vec();
        for position in (1..names.len()).rev() {
            let other = self.random.below(u32::try_from(position).unwrap() + 1);
            names.swap(position, other as usize);
        }
        for name in names {
            self.between();
            if self.random.once_in(2) {
                let value = self.value(0);
                let equals = ["=", " = ", "\t=  "][self.random.below(3) as usize];
                self.line(&format!("{name}{equals}{value}"));
            }
        }
        self.between();
    }
}

fn random_file(seed: u64) -> String {
    let mut random = SplitMix64(seed);
    let end = if random.once_in(4) { "\r\n" } else { "\n" };
    let mut writer = Writer { random, text: String::new(), number: 0, end };
    writer.pairs(&["month", "unit", "strange", "\"quoted key\"", "submitted", "a.b", "a.c"]);
    let mut has_items = false;
    for _ in 0..writer.random.below(7) {
        let number = writer.next();
        match writer.random.below(12) {
            0 => {
                writer.line(&format!("[ t{number} . x ]"));
                writer.pairs(&["one", "two"]);
            }
            1 => {
                writer.line(&format!("[units.u{number}]"));
                writer.pairs(&["kind", "name", "odd", "full-name"]);
            }
            2 => {
                writer.line("[[tiers]]");
                writer.pairs(&["months", "name", "id"]);
            }
            3 => {
                has_items = true;
                writer.line("[[items]]");
                writer.pairs(&["due", "title", "milestones", "id", "quantity.unit", "quantity.total"]);
                if writer.random.once_in(2) {
                    writer.line("[items.shares]");
                    writer.pairs(&["water", "housing", "apart"]);
                }
            }
            4 if has_items => {
                writer.line(&format!("[items.t{number}]"));
                writer.pairs(&["total", "unit"]);
            }
            _ => {
                writer.line("[[entries]]");
                if !writer.random.once_in(5) {
                    let item = writer.random.below(5);
                    writer.line(&format!("item = \"1.{item}\""));
                }
                writer.pairs(&["percent", "note", "problem", "odd", "next", "attachments"]);
                if writer.random.once_in(6) {
                    writer.line("[entries.sub]");
                    writer.pairs(&["three"]);
                }
            }
        }
    }
    writer.text
}

/// The marks of all comments.
fn comments(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> =
        text.match_indices('§').map(|(at, _)| &text[at..at + text[at..].find(';').unwrap()]).collect();
    found.sort_unstable();
    found
}

/// For each comment at the end of a line with a key, or right above one: the value that belongs to it.
fn belongings(text: &str) -> Vec<(String, String)> {
    let lines: Vec<&str> = text.lines().collect();
    let value = |line: &str| {
        let (key, value) = line.split_once('=')?;
        let text = value.trim_start().strip_prefix(['"', '\''])?;
        let is_plain = text.starts_with('v') && !key.contains(['[', '{', '#', ',']);
        is_plain.then(|| text.split(' ').next().unwrap().to_owned())
    };
    let mark = |line: &str| {
        let at = line.find('§')?;
        Some(line[at..].split(';').next()?.to_owned())
    };
    let mut found = Vec::new();
    for (position, line) in lines.iter().enumerate() {
        let Some(mark) = mark(line) else {
            continue;
        };
        let below = || {
            let mut below = lines[position + 1..].iter();
            below.find(|line| !line.trim_start().starts_with('#'))
        };
        let owner = if line.trim_start().starts_with('#') { below().and_then(|line| value(line)) } else { value(line) };
        found.extend(owner.map(|owner| (mark, owner)));
    }
    found.sort();
    found
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_file_keeps_its_comments_and_its_meaning(seed in any::<u64>()) {
        let text = random_file(seed);
        let order = items(&["1.3", "1.1", "1.0"]);
        for kind in [Kind::Plan, Kind::Task, Kind::Report] {
            let laid_out = edit::format(&text, kind, &order);
            prop_assert!(laid_out.is_ok(), "{laid_out:?}\n{text}");
            let laid_out = laid_out.unwrap();
            prop_assert!(same_meaning(&text, &laid_out), "{text}\n---\n{laid_out}");
            prop_assert_eq!(comments(&text), comments(&laid_out), "{}\n---\n{}", text, laid_out);
            let owned = belongings(&laid_out);
            for pair in belongings(&text) {
                prop_assert!(owned.contains(&pair), "{pair:?}\n{text}\n---\n{laid_out}");
            }
            let again = edit::format(&laid_out, kind, &order).unwrap();
            prop_assert_eq!(&laid_out, &again);
            prop_assert!(!laid_out.contains("\n\n\n") && !laid_out.contains("\r\n\r\n\r\n"));
        }
    }
}
