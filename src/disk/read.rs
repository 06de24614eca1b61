//! Finds a workspace and reads its files. A file that cannot be read becomes a problem of the workspace like any
//! other; only a workspace that is not there stops the program.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::source::{Content, SourceFile, Sources, Unreadable};

/// Larger than any honest plan or report: one with ten thousand entries takes about a megabyte.
const LIMIT: u64 = 8 * 1024 * 1024;

/// The folder with the plan at or above `start`: the nearest one that has `plan.toml` or `data/plan.toml`.
#[must_use]
pub fn find(start: &Path) -> Option<PathBuf> {
    start.ancestors().find_map(at)
}

/// `folder`, or its `data`, if the plan lies there.
#[must_use]
pub fn at(folder: &Path) -> Option<PathBuf> {
    let data = folder.join("data");
    [folder.to_path_buf(), data]
        .into_iter()
        .find(|folder| folder.join("plan.toml").is_file())
}

/// Where a folder really is, whatever names and links lead to it.
///
/// # Errors
/// Where it is not there.
pub fn true_path(folder: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(folder)
}

/// The workspace that a file or folder belongs to, and its path there with `/`, empty for the workspace itself; none where
/// it belongs to none. A link is taken where it stands, not where it leads.
///
/// # Errors
/// Where it is not there.
pub fn locate(path: &Path) -> io::Result<Option<(PathBuf, String)>> {
    if path.is_dir() {
        let folder = fs::canonicalize(path)?;
        if let Some(root) = at(&folder) {
            return Ok(Some((root, String::new())));
        }
        let inside = |root: PathBuf| {
            let relative = relative(&folder, &root)?;
            Some((root, relative))
        };
        return Ok(find(&folder).and_then(inside));
    }
    fs::symlink_metadata(path)?;
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Ok(None);
    };
    let folder = fs::canonicalize(folder)?;
    let found = find(&folder).and_then(|root| {
        let relative = relative(&folder.join(name), &root)?;
        Some((root, relative))
    });
    Ok(found)
}

/// Whether an ordinary file lies at a path in a workspace, however many links lead there, as long as none leads out. It is
/// not opened.
#[must_use]
pub fn has_file(root: &Path, path: &str) -> bool {
    let found = fs::canonicalize(root).and_then(|root| {
        let file = fs::canonicalize(root.join(path))?;
        Ok(file.starts_with(&root) && file.is_file())
    });
    found.unwrap_or(false)
}

fn relative(path: &Path, root: &Path) -> Option<String> {
    let inside = path.strip_prefix(root).ok()?;
    let parts: Option<Vec<&str>> = inside.iter().map(|part| part.to_str()).collect();
    Some(parts?.join("/"))
}

/// Reads the workspace in a folder: `plan.toml`, `tasks/*.toml`, `reports/*/*.toml`,
/// `register/*/*.toml`. What else lies there is only named,
/// TOML files one folder deeper included, where a report may have gone astray.
///
/// # Errors
/// Where the folder itself cannot be listed.
pub fn read(root: &Path) -> io::Result<Sources> {
    let mut sources = Sources::default();
    for name in list(root)? {
        let path = root.join(&name);
        match name.as_str() {
            "plan.toml" => sources.files.push(file(&path, name)),
            "tasks" if path.is_dir() => read_folder(&path, &name, &mut sources),
            "reports" | "register" if path.is_dir() => {
                for month in list_in(&path, &name, &mut sources) {
                    let folder = path.join(&month);
                    let name = format!("{name}/{month}");
                    if folder.is_dir() {
                        read_folder(&folder, &name, &mut sources);
                    } else {
                        sources.files.push(named(name));
                    }
                }
            }
            _ if path.is_dir() => sources.files.push(named(format!("{name}/"))),
            _ => sources.files.push(named(name)),
        }
    }
    sources.files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(sources)
}

fn read_folder(folder: &Path, name: &str, sources: &mut Sources) {
    for entry in list_in(folder, name, sources) {
        let path = folder.join(&entry);
        let name = format!("{name}/{entry}");
        if path.is_dir() {
            let inside = list_in(&path, &name, sources);
            let astray = inside
                .into_iter()
                .filter(|inside| inside.ends_with(".toml"));
            let astray: Vec<_> = astray
                .map(|inside| named(format!("{name}/{inside}")))
                .collect();
            if astray.is_empty() {
                sources.files.push(named(format!("{name}/")));
            }
            sources.files.extend(astray);
        } else if entry.ends_with(".toml") {
            sources.files.push(file(&path, name));
        } else {
            sources.files.push(named(name));
        }
    }
}

/// The names in a folder of the workspace. A folder that cannot be listed, and a name that is not text, are problems
/// like any other.
fn list_in(folder: &Path, name: &str, sources: &mut Sources) -> Vec<String> {
    let mut refuse = |path: String, reason: String| {
        let content = Content::Unreadable(Unreadable::System { reason });
        sources.files.push(SourceFile::new(path, content));
    };
    match list(folder) {
        Ok(names) => {
            let (lossy, names): (Vec<_>, Vec<_>) = names
                .into_iter()
                .partition(|entry| entry.contains(char::REPLACEMENT_CHARACTER));
            for entry in lossy {
                refuse(
                    format!("{name}/{entry}"),
                    "the name is not UTF-8".to_owned(),
                );
            }
            names
        }
        Err(error) => {
            refuse(format!("{name}/"), error.to_string());
            Vec::new()
        }
    }
}

/// The names in a folder; hidden files and the lock files of office programs are none of our business.
fn list(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') && !name.starts_with("~$") {
            names.push(name);
        }
    }
    Ok(names)
}

fn named(path: String) -> SourceFile {
    SourceFile::new(path, Content::NotRead)
}

fn file(path: &Path, name: String) -> SourceFile {
    let content = match bytes(path) {
        Ok(bytes) => Content::decode(bytes),
        Err(unreadable) => Content::Unreadable(unreadable),
    };
    SourceFile::new(name, content)
}

/// The bytes of one file, wherever it lies.
///
/// # Errors
/// It is not there, is no ordinary file or is larger than any honest one, or the system does not give it.
pub fn one(path: &Path) -> io::Result<Vec<u8>> {
    let about = fs::metadata(path)?;
    if !about.is_file() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if about.len() > LIMIT {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    fs::read(path)
}

fn bytes(path: &Path) -> Result<Vec<u8>, Unreadable> {
    let system = |error: io::Error| Unreadable::System {
        reason: error.to_string(),
    };
    let about = fs::metadata(path).map_err(system)?;
    if !about.is_file() {
        return Err(Unreadable::NotAFile);
    }
    if about.len() > LIMIT {
        return Err(Unreadable::TooLarge {
            bytes: about.len(),
            limit: LIMIT,
        });
    }
    fs::read(path).map_err(system)
}
