//! What cargo knows of the packages in the lock file. It is asked without the network: where it has not all of them at
//! hand, that is said, and nothing is held.

use std::process::Command;

use serde_json::Value;

use crate::folders::root;
use crate::unchecked::not_checked;

/// A package that is not our own.
pub(super) struct Package {
    pub(super) name: String,
    /// As its author wrote it; empty where nothing is said.
    pub(super) licence: String,
    /// The library of the system that it says it is linked with.
    pub(super) links: Option<String>,
}

/// The packages that the program and its tests are built from on a system, or on any; none where cargo cannot tell.
pub(super) fn of(target: Option<&str>) -> Option<Vec<Package>> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(root()).args(["metadata", "--offline", "--locked", "--format-version", "1"]);
    if let Some(target) = target {
        cargo.args(["--filter-platform", target]);
    }
    let told = cargo.output().expect("cargo runs, as it runs this test");
    if !told.status.success() {
        let why = String::from_utf8_lossy(&told.stderr);
        not_checked(
            &format!("packages of {}", target.unwrap_or("all systems")),
            &format!("`cargo fetch --locked`: {why}"),
        );
        return None;
    }
    let told: Value = serde_json::from_slice(&told.stdout).expect("cargo writes JSON");
    let packages = told["packages"].as_array().expect("cargo lists packages");
    let text = |package: &Value, key: &str| package[key].as_str().map(str::to_owned);
    let packages = packages.iter().filter_map(|package| {
        Some(Package {
            name: text(package, "name").filter(|name| name != env!("CARGO_PKG_NAME"))?,
            licence: text(package, "license").unwrap_or_default(),
            links: text(package, "links"),
        })
    });
    Some(packages.collect())
}
