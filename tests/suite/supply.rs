//! What comes in from outside: each dependency has a reason, a known origin and a licence that lets the program be passed
//! on, and none of them builds C. The lists that are held to are those of `.ci/deny.toml`.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "these tests read files of the repository and have nothing to say without them"
)]

mod licence;
mod packages;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::folders::root;
use crate::guides::keep;

fn text(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

fn table(name: &str) -> toml::Table {
    text(name).parse().unwrap()
}

/// The texts of a list in `.ci/deny.toml`; of a table in it, the value of `crate`.
fn listed(section: &str, key: &str) -> BTreeSet<String> {
    let rules = table(".ci/deny.toml");
    let entries = rules[section][key].as_array().unwrap().iter();
    let named = entries.map(|entry| entry.get("crate").unwrap_or(entry).as_str().unwrap());
    let named: BTreeSet<String> = named.map(str::to_owned).collect();
    assert!(!named.is_empty(), "{section}.{key} names something");
    named
}

/// What only measures, on a system that can, stands apart; nothing of the program does.
const MEASURING: &str = "target.'cfg(unix)'.dev-dependencies";

#[test]
fn every_dependency_says_above_it_why_it_is_there() {
    let text = text("Cargo.toml");
    let manifest = table("Cargo.toml");
    let mut section = "";
    let mut above = "";
    let mut written: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for line in text.lines() {
        if let Some(head) = line.strip_prefix('[') {
            section = head.trim_end_matches(']');
        } else if section.ends_with("dependencies")
            && let Some((name, _)) = line.split_once(" = ")
            && !line.starts_with('#')
        {
            assert!(above.starts_with("# "), "{name} does not say why");
            written.entry(section).or_default().push(name);
        }
        above = line;
    }
    let sections: Vec<&str> = written.keys().copied().collect();
    assert_eq!(sections, ["dependencies", "dev-dependencies", MEASURING]);
    let table = |section: &str| match section {
        MEASURING => manifest["target"]["cfg(unix)"]["dev-dependencies"].as_table().unwrap(),
        section => manifest[section].as_table().unwrap(),
    };
    for (section, names) in written {
        // The parsed table is sorted by name, and holds what the lines above may have missed.
        let known: Vec<&String> = table(section).keys().collect();
        assert_eq!(names, known, "{section} in the order of names");
        for (name, asked) in table(section) {
            let version = asked.get("version").unwrap_or(asked).as_str();
            assert!(version.is_some_and(|version| version != "*"), "{name}");
            for elsewhere in ["git", "path", "registry"] {
                assert!(asked.get(elsewhere).is_none(), "{name}: {elsewhere}");
            }
        }
    }
    let tables = manifest.keys();
    let others = tables.filter(|name| ["patch", "replace"].contains(&name.as_str()));
    assert_eq!(others.count(), 0, "dependencies stand in these lists only");
}

#[test]
fn unsafe_code_is_forbidden() {
    let manifest = table("Cargo.toml");
    let level = manifest["lints"]["rust"]["unsafe_code"].as_str();
    assert_eq!(level, Some("forbid"));
}

#[test]
fn every_package_comes_from_one_registry_and_has_a_checksum() {
    let lock = table("Cargo.lock");
    let mut registries = BTreeSet::new();
    for package in lock["package"].as_array().unwrap() {
        let name = package["name"].as_str().unwrap();
        if name == env!("CARGO_PKG_NAME") {
            continue;
        }
        let source = package.get("source").and_then(toml::Value::as_str);
        let source = source.unwrap_or_else(|| panic!("{name} comes from a folder"));
        assert!(source.starts_with("registry+"), "{name}: {source}");
        registries.insert(source);
        let sum = package.get("checksum").and_then(toml::Value::as_str);
        let is_sum = |sum: &str| sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit());
        assert!(sum.is_some_and(is_sum), "{name} has no checksum");
    }
    assert_eq!(registries.len(), 1, "{registries:?}");
}

#[test]
fn what_is_in_the_tree_twice_has_a_reason() {
    let lock = table("Cargo.lock");
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in lock["package"].as_array().unwrap() {
        let of = |key: &str| package[key].as_str().unwrap();
        versions.entry(of("name")).or_default().push(of("version"));
    }
    let excused = listed("bans", "skip");
    // All but one version of a package need an excuse, and an excuse needs its version.
    for (name, versions) in versions {
        let excuses = excused.iter().filter_map(|excuse| excuse.split_once('@'));
        let excuses: Vec<&str> =
            excuses.filter_map(|(excused, version)| (excused == name).then_some(version)).collect();
        assert_eq!(excuses.len() + 1, versions.len(), "{name}: {versions:?}");
        for excuse in excuses {
            let is_there = |version: &&str| version.split('.').next() == Some(excuse);
            assert!(versions.iter().any(is_there), "{name}@{excuse} is gone");
        }
    }
}

#[test]
fn nothing_builds_c() {
    // Declarations of what the system offers, in Rust; they compile and look for nothing.
    const DECLARATIONS: [&str; 3] = ["core-foundation-sys", "linux-raw-sys", "windows-sys"];
    // Says that it links something, so that there is never a second version of it in a program; there is no such library.
    const NO_LIBRARY: &str = "rayon-core";
    let builders = listed("bans", "deny");
    for target in listed("graph", "targets") {
        let Some(packages) = packages::of(Some(&target)) else {
            continue;
        };
        for package in packages {
            let name = &package.name;
            assert!(!builders.contains(name), "{target}: {name} builds C");
            let links = package.links.as_deref().filter(|links| *links != NO_LIBRARY);
            assert_eq!(links, None, "{target}: {name} links a C library");
            let is_known = !name.ends_with("-sys") || DECLARATIONS.contains(&name.as_str());
            assert!(is_known, "{target}: does {name} build C?");
        }
    }
}

#[test]
fn every_licence_is_allowed() {
    let Some(packages) = packages::of(None) else {
        return;
    };
    let lock = table("Cargo.lock");
    let known = lock["package"].as_array().unwrap().len();
    assert_eq!(packages.len() + 1, known, "and our own");
    let allowed = listed("licenses", "allow");
    for package in packages {
        let is_met = licence::is_met(&package.licence, &allowed);
        assert!(is_met, "{}: {:?}", package.name, package.licence);
    }
}

#[test]
fn the_licences_are_counted_where_the_supply_chain_is_described() {
    let Some(packages) = packages::of(None) else {
        return;
    };
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for package in packages {
        *counts.entry(licence::plain(&package.licence)).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by(|(a, many), (b, more)| more.cmp(many).then(a.cmp(b)));
    let rows = counts.iter().map(|(licence, count)| format!("| {licence} | {count} |\n"));
    let table = "| licence | packages |\n|---|---|\n".to_owned() + &rows.collect::<String>();
    let path = root().join(".ci/README.md");
    let described = text(".ci/README.md");
    let (before, rest) = described.split_once("| licence |").unwrap();
    let (_, after) = rest.split_once("\n\n").unwrap();
    keep(&path, &described, &format!("{before}{table}\n{after}"));
}
