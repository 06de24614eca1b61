//! The files of a workspace at a revision: one list, one batch.

use std::collections::BTreeSet;
use std::path::Path;

use super::run::{Trouble, run, run_with};
use crate::source::{Content, LIMIT, SourceFile, Sources, Unreadable};

/// An entry in the tree of a revision.
pub(super) struct Object {
    /// Only ordinary files are read: a link leads to something that may not be in the revision.
    is_file: bool,
    id: String,
    size: u64,
    /// Relative to the top of the repository.
    pub(super) path: Vec<u8>,
}

/// What is at or below some paths.
pub(super) fn list(folder: &Path, commit: &str, paths: &[&str]) -> Result<Vec<Object>, Trouble> {
    let mut arguments = vec!["ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--"];
    arguments.extend(paths);
    let listed = run(folder, &arguments)?.fine()?;
    Ok(listed.split(|&byte| byte == 0).filter_map(object).collect())
}

/// `100644 blob 4f… 1234\tpath`
fn object(line: &[u8]) -> Option<Object> {
    let tab = line.iter().position(|&byte| byte == b'\t')?;
    let about = std::str::from_utf8(&line[..tab]).ok()?;
    let mut words = about.split_ascii_whitespace();
    let (mode, _kind, id, size) = (words.next()?, words.next()?, words.next()?, words.next()?);
    Some(Object {
        is_file: mode.starts_with("100"),
        id: id.to_owned(),
        size: size.parse().unwrap_or(0),
        path: line[tab + 1..].to_vec(),
    })
}

/// The workspace in a folder of a revision, as `disk::read` would have found it: other files beside it are only named.
pub(super) fn workspace(folder: &Path, commit: &str, place: &str) -> Result<Sources, Trouble> {
    let wanted = ["plan.toml", "tasks/", "reports/", "register/"].map(|name| format!("{place}{name}"));
    let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
    let objects = list(folder, commit, &wanted)?;
    let mut files = Vec::new();
    let mut named = BTreeSet::new();
    let mut asked = Vec::new();
    for object in &objects {
        let Some(path) = object.path.strip_prefix(place.as_bytes()) else {
            continue;
        };
        let Ok(path) = std::str::from_utf8(path) else {
            let reason = "the name is not UTF-8".to_owned();
            let content = Content::Unreadable(Unreadable::System { reason });
            files.push(SourceFile::new(String::from_utf8_lossy(path).into_owned(), content));
            continue;
        };
        match role(path) {
            Role::Read if object.is_file && object.size <= LIMIT => asked.push((path, object)),
            Role::Read => files.push(SourceFile::new(path.to_owned(), unreadable(object))),
            Role::Named(name) => _ = named.insert(name),
            Role::Hidden => {}
        }
    }
    let contents = contents(folder, &asked)?;
    files.extend(contents);
    let named = named.into_iter().map(|name| SourceFile::new(name, Content::NotRead));
    files.extend(named);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(Sources { files })
}

fn unreadable(object: &Object) -> Content {
    Content::Unreadable(if object.is_file {
        Unreadable::TooLarge { bytes: object.size, limit: LIMIT }
    } else {
        Unreadable::NotAFile
    })
}

/// How a path of the workspace is treated.
enum Role {
    Read,
    Named(String),
    Hidden,
}

fn role(path: &str) -> Role {
    let parts: Vec<&str> = path.split('/').collect();
    let is_hidden = |part: &&str| part.starts_with('.') || part.starts_with("~$");
    if parts.iter().any(is_hidden) {
        return Role::Hidden;
    }
    let is_toml = path.ends_with(".toml");
    match parts[..] {
        ["plan.toml"] => Role::Read,
        ["tasks", _] | ["reports" | "register", _, _] if is_toml => Role::Read,
        // One folder deeper, a report may have been put by mistake; deeper still, only the folder is listed.
        ["tasks", _, _] | ["reports" | "register", _, _, _] if is_toml => Role::Named(path.to_owned()),
        ["tasks", folder, _, ..] => Role::Named(format!("tasks/{folder}/")),
        [top @ ("reports" | "register"), month, folder, _, ..] => Role::Named(format!("{top}/{month}/{folder}/")),
        _ => Role::Named(path.to_owned()),
    }
}

/// The contents of files, all in one batch.
fn contents(folder: &Path, asked: &[(&str, &Object)]) -> Result<Vec<SourceFile>, Trouble> {
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let mut ids = String::new();
    for (_, object) in asked {
        ids.push_str(&object.id);
        ids.push('\n');
    }
    let batch = run_with(folder, &["cat-file", "--batch"], ids.as_bytes())?.fine()?;
    let mut rest = batch.as_slice();
    let mut files = Vec::new();
    for (path, _) in asked {
        let content = match next(&mut rest) {
            Some(bytes) => Content::decode(bytes),
            // A clone that does not contain everything.
            None => {
                Content::Unreadable(Unreadable::System { reason: "not in this clone of the repository".to_owned() })
            }
        };
        files.push(SourceFile::new((*path).to_owned(), content));
    }
    Ok(files)
}

/// The next object of a batch: a line with its size, its bytes, a line end; none if it is missing.
fn next<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let end = rest.iter().position(|&byte| byte == b'\n')?;
    let line = std::str::from_utf8(&rest[..end]).ok()?;
    let size = line.rsplit(' ').next()?.parse::<usize>().ok();
    *rest = &rest[end + 1..];
    let size = size?;
    let bytes = rest.get(..size)?;
    *rest = rest.get(size + 1..).unwrap_or_default();
    Some(bytes)
}
