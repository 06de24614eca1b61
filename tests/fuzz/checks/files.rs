//! Several files in one text, and the small workspace that a single file is put into.

use std::sync::LazyLock;

use shangdang::load::load;
use shangdang::model::Workspace;
use shangdang::source::{Content, Sources};

/// Begins the line that names the next file.
const MARK: &[u8] = b"%%% ";

/// A small workspace with something of every kind in it.
pub(crate) static BASE: LazyLock<Sources> = LazyLock::new(|| sources(include_bytes!("../base.txt")));

/// What is made of it.
pub(crate) static WORKSPACE: LazyLock<Workspace> = LazyLock::new(|| {
    let loaded = load(&*BASE);
    let problems = loaded.problems;
    loaded.workspace.unwrap_or_else(|| panic!("the base has errors: {problems:?}"))
});

/// The files that a text holds, each behind a line with its path.
pub(crate) fn sources(bytes: &[u8]) -> Sources {
    let mut sources = Sources::default();
    let mut file: Option<(String, Vec<u8>)> = None;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if let Some(path) = line.strip_prefix(MARK) {
            let path = String::from_utf8_lossy(path).trim_end().to_owned();
            keep(&mut sources, file.replace((path, Vec::new())));
        } else if let Some((_, content)) = &mut file {
            content.extend_from_slice(line);
        }
    }
    keep(&mut sources, file);
    sources
}

fn keep(sources: &mut Sources, file: Option<(String, Vec<u8>)>) {
    if let Some((path, content)) = file {
        sources.replace(&path, Content::decode(content));
    }
}

/// The base with one file in the place of what its path held.
pub(crate) fn base_with(path: &str, content: Content) -> Sources {
    let mut sources = BASE.clone();
    sources.replace(path, content);
    sources
}

/// The first byte, which chooses one of several ways, and the rest.
pub(crate) fn choice(bytes: &[u8]) -> (usize, &[u8]) {
    bytes.split_first().map_or((0, bytes), |(first, rest)| (usize::from(*first), rest))
}
