//! Who takes a name from whom, read from the text of `src`: `use` and paths in running code, each name followed through
//! the `mod.rs` that hands it on to the file that has it.

#![expect(clippy::disallowed_methods, reason = "these tests read the source tree")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The path of a module or of a name in one: `["assess", "judge"]`.
type Names = Vec<String>;

/// All modules of the crate, each with its file.
pub(super) struct Imports {
    modules: BTreeMap<Names, Module>,
}

struct Module {
    file: String,
    text: String,
    /// The names that a `use` brings in: how they are called here, and where they are from.
    used: BTreeMap<String, Names>,
    /// Those of them that it hands on.
    handed_on: BTreeSet<String>,
}

impl Imports {
    /// Reads the files, which lie in `source`.
    pub(super) fn of(source: &Path, files: &[std::path::PathBuf]) -> Self {
        let mut modules = BTreeMap::new();
        for file in files {
            let inside = file.strip_prefix(source).expect("a file of the source tree").with_extension("");
            let mut names: Names = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
            if names.last().is_some_and(|name| ["mod", "lib", "main"].contains(&name.as_str())) {
                names.pop();
            }
            let text = code(&fs::read_to_string(file).expect("the source tree can be read"));
            let file = inside.to_string_lossy().into_owned();
            modules.insert(names, Module { file, text, used: BTreeMap::new(), handed_on: BTreeSet::new() });
        }
        let known: BTreeSet<Names> = modules.keys().cloned().collect();
        for (at, module) in &mut modules {
            for (statement, is_public) in take_uses(&mut module.text) {
                let mut found = Vec::new();
                spread(&statement, &[], &mut found);
                for (name, path) in found {
                    if let Some(path) = absolute(&path, at, &known) {
                        module.handed_on.extend(is_public.then(|| name.clone()));
                        module.used.insert(name, path);
                    }
                }
            }
        }
        Self { modules }
    }

    /// The file that has what stands at a path, and how that is called; nothing where the path names a module.
    fn home(&self, path: &[String]) -> Option<(&Names, String)> {
        let ends = (0..=path.len()).rev().find(|&end| self.modules.contains_key(&path[..end]))?;
        let (names, module) = self.modules.get_key_value(&path[..ends])?;
        let name = path.get(ends)?;
        match module.used.get(name) {
            Some(further) => self.home(&[further.as_slice(), &path[ends + 1..]].concat()),
            None => Some((names, name.clone())),
        }
    }

    /// What each file takes from other files of its own top-level module. A module's own file stands above its parts as
    /// well as below them: it has what they share, and puts together what they make.
    fn arrows(&self) -> BTreeMap<&Names, BTreeMap<&Names, BTreeSet<String>>> {
        let known: BTreeSet<Names> = self.modules.keys().cloned().collect();
        let mut arrows: BTreeMap<&Names, BTreeMap<&Names, BTreeSet<String>>> = BTreeMap::new();
        for (at, module) in &self.modules {
            let imported = module.used.iter().filter(|(name, _)| !module.handed_on.contains(*name));
            let mut paths: Vec<Names> = imported.map(|(_, path)| path.clone()).collect();
            let is_of_path = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
            for written in module.text.split(|letter| !is_of_path(letter)).filter(|written| written.contains("::")) {
                let written: Names = written.trim_matches(':').split("::").map(str::to_owned).collect();
                match module.used.get(&written[0]) {
                    Some(used) => paths.push([used.as_slice(), &written[1..]].concat()),
                    None => paths.extend(absolute(&written, at, &known)),
                }
            }
            for (home, name) in paths.iter().filter_map(|path| self.home(path)) {
                if home != at && home.first() == at.first() && !home.starts_with(at) {
                    arrows.entry(at).or_default().entry(home).or_default().insert(name);
                }
            }
        }
        arrows
    }

    /// The arrows that lie on a circle, as lines to be read.
    pub(super) fn circles(&self) -> Vec<String> {
        let arrows = self.arrows();
        let mut lines = Vec::new();
        for (from, taken) in &arrows {
            for (to, names) in taken {
                let (mut reached, mut open) = (BTreeSet::new(), vec![*to]);
                while let Some(next) = open.pop() {
                    if reached.insert(next) {
                        open.extend(arrows.get(next).into_iter().flat_map(BTreeMap::keys));
                    }
                }
                if reached.contains(from) {
                    let file = |names: &Names| &self.modules[names].file;
                    let names: Vec<&str> = names.iter().map(String::as_str).collect();
                    lines.push(format!("{} takes {} from {}", file(from), names.join(", "), file(to)));
                }
            }
        }
        lines
    }
}

/// The code that is built into the program, without remarks.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    text.lines().map(|line| line.split("//").next().unwrap_or_default().to_owned() + "\n").collect()
}

/// Takes each `use` out of the code, without its blanks; and whether it hands the names on.
fn take_uses(text: &mut String) -> Vec<(String, bool)> {
    let (mut uses, mut rest) = (Vec::new(), String::new());
    let mut remaining = text.as_str();
    while let Some(at) = remaining.find("use ") {
        let (before, from) = remaining.split_at(at);
        let line = before.rsplit('\n').next().unwrap_or_default().trim();
        rest += before;
        if line.is_empty() || (line.starts_with("pub") && !line.contains(' ')) {
            let (tree, below) = from[4..].split_once(';').unwrap_or_default();
            let tree = tree.replace(" as ", "@");
            uses.push((tree.split_whitespace().collect(), !line.is_empty()));
            remaining = below;
        } else {
            rest += "use ";
            remaining = &from[4..];
        }
    }
    *text = rest + remaining;
    uses
}

/// The names of a `use`, each with the path that it stands for.
fn spread(tree: &str, before: &[String], found: &mut Vec<(String, Names)>) {
    if let Some((head, inside)) = tree.split_once('{').filter(|(head, _)| !head.contains(',')) {
        let head = head.split("::").filter(|name| !name.is_empty()).map(str::to_owned);
        let before: Names = before.iter().cloned().chain(head).collect();
        let inside = inside.strip_suffix('}').unwrap_or(inside);
        let (mut depth, mut start) = (0, 0);
        for (at, letter) in inside.char_indices().chain([(inside.len(), ',')]) {
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    spread(&inside[start..at], &before, found);
                    start = at + 1;
                }
                _ => {}
            }
        }
        return;
    }
    let (path, called) = tree.split_once('@').map_or((tree, None), |(path, called)| (path, Some(called)));
    let own = path.split("::").filter(|name| !name.is_empty() && *name != "self").map(str::to_owned);
    let keeps_self = before.is_empty() && path.starts_with("self");
    let path: Names =
        keeps_self.then(|| "self".to_owned()).into_iter().chain(before.iter().cloned()).chain(own).collect();
    if let Some(last) = path.last().filter(|_| !tree.is_empty()) {
        found.push((called.map_or_else(|| last.clone(), str::to_owned), path));
    }
}

/// A path as seen from the root of the crate; none where it leads out of the crate.
fn absolute(path: &[String], at: &[String], known: &BTreeSet<Names>) -> Option<Names> {
    let ups = path.iter().take_while(|name| *name == "super").count();
    match path.first()?.as_str() {
        "crate" => Some(path[1..].to_vec()),
        "self" => Some([at, &path[1..]].concat()),
        "super" => Some([&at[..at.len().checked_sub(ups)?], &path[ups..]].concat()),
        first => {
            let child = [at, &[first.to_owned()]].concat();
            known.contains(&child).then(|| [at, path].concat())
        }
    }
}
