//! Finds a workspace and reads its files. A file that cannot be read becomes a problem of the workspace like any other;
//! only a missing workspace stops the program.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::source::{Content, FEW_FILES, FileId, LIMIT, SourceFile, Sources, Unreadable, side_by_side};

/// The folder with the plan at or above `start`: the nearest one that has `plan.toml` or `data/plan.toml`.
pub(crate) fn find(start: &Path) -> Option<PathBuf> {
    start.ancestors().find_map(at)
}

/// `folder`, or its `data`, if the plan lies there.
pub(crate) fn at(folder: &Path) -> Option<PathBuf> {
    let data = folder.join("data");
    [folder.to_path_buf(), data].into_iter().find(|folder| folder.join("plan.toml").is_file())
}

/// The real path of a folder, whatever names and links lead to it.
pub(crate) fn true_path(folder: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(folder)
}

/// The workspace that a file or folder belongs to, and its path there with `/`, empty for the workspace itself; none if
/// it belongs to none. A link counts where it is, not where it leads.
pub(crate) fn locate(path: &Path) -> io::Result<Option<(PathBuf, String)>> {
    let inside = |root: PathBuf, path: &Path| {
        let relative = relative(path, &root)?;
        Some((root, relative))
    };
    if path.is_dir() {
        let folder = fs::canonicalize(path)?;
        if let Some(root) = at(&folder) {
            return Ok(Some((root, String::new())));
        }
        return Ok(find(&folder).and_then(|root| inside(root, &folder)));
    }
    fs::symlink_metadata(path)?;
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Ok(None);
    };
    let folder = fs::canonicalize(folder)?;
    Ok(find(&folder).and_then(|root| inside(root, &folder.join(name))))
}

/// Whether there is an ordinary file at a path in a workspace, however many links lead to it, as long as none leads
/// out. It is not opened.
pub(crate) fn has_file(root: &Path, path: &str) -> bool {
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

/// Reads the workspace in a folder: `plan.toml`, `tasks/*.toml`, `reports/*/*.toml`, `register/*/*.toml`. Anything else
/// there is only named, including TOML files one folder deeper, where a report may have been put by mistake.
///
/// # Errors
/// The folder itself cannot be listed.
pub fn read(root: &Path) -> io::Result<Sources> {
    Ok(list(root)?.read(&|| ()))
}

/// The names of what is in a workspace; nothing is read yet.
#[derive(Debug)]
pub struct Listing {
    root: PathBuf,
    /// By path.
    files: Vec<Listed>,
}

#[derive(Debug)]
struct Listed {
    path: String,
    found: Found,
}

/// What a name stands for.
#[derive(Debug)]
enum Found {
    /// A file of the workspace.
    File {
        /// The folder says that it is an ordinary file; it does not say so of a link, a pipe or a folder.
        is_ordinary: bool,
    },
    /// Something else.
    Other,
    /// Something that the system does not give access to, and why.
    Refused(String),
}

impl Listing {
    /// The paths, relative to the workspace, with `/`, sorted.
    pub fn paths(&self) -> impl ExactSizeIterator<Item = &str> {
        self.files.iter().map(|listed| &*listed.path)
    }

    /// All files with their contents; reports after each that it was read.
    pub fn read(&self, has_read: &(dyn Fn() + Sync)) -> Sources {
        let read = |listed: &Listed| {
            let content = self.content_of(listed);
            has_read();
            SourceFile::new(listed.path.clone(), content)
        };
        Sources { files: side_by_side(&self.files, FEW_FILES, read) }
    }

    /// The content of one of them.
    pub fn content(&self, file: FileId) -> Content {
        self.content_of(&self.files[file.0 as usize])
    }

    fn content_of(&self, listed: &Listed) -> Content {
        let read = match &listed.found {
            Found::File { is_ordinary } => {
                let path = self.root.join(&listed.path);
                if *is_ordinary { ordinary(&path) } else { bytes(&path) }
            }
            Found::Other => return Content::NotRead,
            Found::Refused(reason) => Err(Unreadable::System { reason: reason.clone() }),
        };
        read.map_or_else(Content::Unreadable, Content::decode)
    }

    fn push(&mut self, path: String, found: Found) {
        self.files.push(Listed { path, found });
    }

    fn folder(&mut self, folder: &Path, name: &str) {
        for entry in self.names(folder, name) {
            let path = format!("{name}/{}", entry.name);
            if entry.is_folder {
                let inside = self.names(&folder.join(&entry.name), &path);
                let astray = inside.into_iter().filter(|inside| inside.name.ends_with(".toml"));
                let before = self.files.len();
                for astray in astray {
                    self.push(format!("{path}/{}", astray.name), Found::Other);
                }
                if self.files.len() == before {
                    self.push(format!("{path}/"), Found::Other);
                }
            } else if entry.name.ends_with(".toml") {
                let is_ordinary = entry.is_ordinary;
                self.push(path, Found::File { is_ordinary });
            } else {
                self.push(path, Found::Other);
            }
        }
    }

    /// The names in a folder of the workspace. A folder that cannot be listed, and a name that is not text, are
    /// problems like any other.
    fn names(&mut self, folder: &Path, name: &str) -> Vec<Name> {
        match names(folder) {
            Ok(names) => {
                let is_lossy = |entry: &Name| entry.name.contains(char::REPLACEMENT_CHARACTER);
                let (lossy, names): (Vec<_>, Vec<_>) = names.into_iter().partition(is_lossy);
                for entry in lossy {
                    let reason = "the name is not UTF-8".to_owned();
                    self.push(format!("{name}/{}", entry.name), Found::Refused(reason));
                }
                names
            }
            Err(error) => {
                self.push(format!("{name}/"), Found::Refused(error.to_string()));
                Vec::new()
            }
        }
    }
}

/// Lists the workspace in a folder, as [`read`] sees it.
///
/// # Errors
/// The folder itself cannot be listed.
pub fn list(root: &Path) -> io::Result<Listing> {
    let mut listing = Listing { root: root.to_owned(), files: Vec::new() };
    for entry in names(root)? {
        let name = entry.name;
        let path = root.join(&name);
        match name.as_str() {
            "plan.toml" => listing.push(name, Found::File { is_ordinary: false }),
            "tasks" if entry.is_folder => listing.folder(&path, &name),
            "reports" | "register" if entry.is_folder => {
                for month in listing.names(&path, &name) {
                    let inside = format!("{name}/{}", month.name);
                    if month.is_folder {
                        listing.folder(&path.join(&month.name), &inside);
                    } else {
                        listing.push(inside, Found::Other);
                    }
                }
            }
            _ if entry.is_folder => listing.push(format!("{name}/"), Found::Other),
            _ => listing.push(name, Found::Other),
        }
    }
    listing.files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(listing)
}

/// A name in a folder.
struct Name {
    name: String,
    is_folder: bool,
    /// A file, and not a link to one.
    is_ordinary: bool,
}

/// The names in a folder; hidden files and the lock files of office programs are ignored.
fn names(folder: &Path) -> io::Result<Vec<Name>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || name.starts_with("~$") {
            continue;
        }
        // Most systems tell the kind together with the name; only links have to be followed.
        let kind = entry.file_type().ok();
        let is_ordinary = kind.is_some_and(|kind| kind.is_file());
        let is_folder = match kind {
            Some(kind) if kind.is_dir() || kind.is_file() => kind.is_dir(),
            _ => entry.path().is_dir(),
        };
        names.push(Name { name, is_folder, is_ordinary });
    }
    Ok(names)
}

/// The bytes of one file, wherever it is.
pub(crate) fn one(path: &Path) -> io::Result<Vec<u8>> {
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
    // Checked before it is opened: opening a pipe would wait for a writer.
    if !fs::metadata(path).map_err(|error| refused(&error))?.is_file() {
        return Err(Unreadable::NotAFile);
    }
    ordinary(path)
}

/// The bytes of what is known to be an ordinary file.
fn ordinary(path: &Path) -> Result<Vec<u8>, Unreadable> {
    let file = File::open(path).map_err(|error| refused(&error))?;
    let about = file.metadata().map_err(|error| refused(&error))?;
    let small_enough = |bytes: u64| match bytes {
        0..=LIMIT => Ok(()),
        _ => Err(Unreadable::TooLarge { bytes, limit: LIMIT }),
    };
    small_enough(about.len())?;
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or_default());
    // The file may grow meanwhile; and unlike a file, a limited reader is not asked again for its length.
    file.take(LIMIT + 1).read_to_end(&mut bytes).map_err(|error| refused(&error))?;
    small_enough(bytes.len() as u64)?;
    Ok(bytes)
}

fn refused(error: &io::Error) -> Unreadable {
    Unreadable::System { reason: error.to_string() }
}
