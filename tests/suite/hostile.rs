//! Hostile content, row by row of the table in `SECURITY.md`: what stands in files, names, arguments and tables comes
//! out as text, leads nowhere and starts nothing; what cannot be meant is refused in a few lines.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "these tests write what nobody should, and have nothing to say without folders"
)]

mod arguments;
mod bombs;
mod names;
mod numbers;
mod paths;
mod tables;
mod text;

use std::fs;
use std::path::Path;

use shangdang::edit::quoted;
use tempfile::TempDir;

use crate::cut_off::folder;

/// A plan with one text in every place where a text can stand: plan, tasks, reports and register.
fn everywhere(said: &str) -> TempDir {
    let stage = folder();
    let put = |path: &str, text: &str| write(stage.path(), path, text);
    // Names have to differ, and look it.
    let text = |last: &str| quoted(&format!("{said}{last}"));
    let says = quoted(said);
    put(
        "plan.toml",
        &format!(
            "title = {says}\nstart = \"2022-01\"\nend = \"2022-12\"\nreport-day = 23\nsample = true\naccountability-rule = {says}\n\n[office]\nname = {says}\nletter-code = {says}\ncircular-code = {says}\ncontact = {says}\nphone = {says}\naddressees = {says}\ncopies = [{says}]\n\n[units.housing]\nname = {}\nfull-name = {}\nkind = \"department\"\n\n[units.water]\nname = {}\nkind = \"township\"\n\n[[tiers]]\nid = \"warning\"\nname = {}\nmonths = 1\nclause = {says}\n\n[[tiers]]\nid = \"criticism\"\nname = {}\nmonths = 2\nclause = {says}\n",
            text("住建"),
            text("住建全称"),
            text("水利"),
            text("预警"),
            text("批评")
        ),
    );
    put(
        "tasks/02.toml",
        &format!(
            "number = 2\ntitle = {says}\nsection = {says}\nlead = [\"housing\"]\nsupport = [\"water\"]\nkey = true\n\n[[items]]\nid = \"2.1\"\ntitle = {says}\nsource = {says}\nbasis = \"stated\"\nnote = {says}\nquantity = {{ total = 4, unit = {says} }}\nmilestones = [{{ by = \"2022-04\", amount = 2 }}, {{ by = \"2022-12\", amount = 4 }}]\n\n[[items]]\nid = \"2.2\"\ntitle = {says}\nbasis = \"stated\"\ndue = \"2022-05\"\n\n[[items]]\nid = \"2.4\"\ntitle = {says}\nbasis = \"stated\"\ndue = \"2022-05\"\n\n[[items]]\nid = \"2.3\"\ntitle = {says}\nbasis = \"office\"\nlead = [\"water\"]\nsupport = []\nindicator = {{ compare = \"at-least\", target = 90, unit = {says}, due = \"2022-05\", binding = true }}\n"
        ),
    );
    put(
        "reports/2022-06/housing.toml",
        &format!(
            "month = \"2022-06\"\nunit = \"housing\"\nsubmitted = 2022-06-24\nreporter = {says}\napprover = {says}\n\n[[entries]]\nitem = \"2.1\"\ndone = 1\nnote = {says}\nproblem = {says}\nnext = {says}\nattachments = [{says}]\n\n[[entries]]\nitem = \"2.2\"\npercent = 100\nnote = {says}\n\n[[entries]]\nitem = \"2.4\"\npercent = 10\nnote = {says}\n"
        ),
    );
    put(
        "reports/2022-06/water.toml",
        &format!("month = \"2022-06\"\nunit = \"water\"\n\n[[entries]]\nitem = \"2.3\"\nvalue = 80\nnote = {says}\n"),
    );
    put(
        "register/2022-06/notices.toml",
        &format!(
            "month = \"2022-06\"\n\n[[notices]]\nnumber = {says}\ndate = 2022-07-05\nunit = \"housing\"\ntier = \"criticism\"\nitems = [\"2.1\"]\napprover = {says}\nreply-due = 2022-07-15\nreplied = 2022-07-10\nreply = {says}\nobjected = 2022-07-11\nobjection = {says}\ndecided = 2022-07-12\ndecision = \"upheld\"\ndecision-note = {says}\nlifted = 2022-07-13\nlifted-because = {says}\n"
        ),
    );
    put(
        "register/2022-06/exemptions.toml",
        &format!(
            "month = \"2022-06\"\n\n[[exemptions]]\nitem = \"2.3\"\nunit = \"water\"\nfrom = \"2022-06\"\nuntil = \"2022-08\"\nreason = {says}\nreference = {says}\ndate = 2022-06-28\n"
        ),
    );
    put(
        "register/2022-06/verifications.toml",
        &format!(
            "month = \"2022-06\"\n\n[[verifications]]\nitem = \"2.2\"\nunit = \"housing\"\ndate = 2022-06-29\nby = {says}\noutcome = \"passed\"\nnote = {says}\n"
        ),
    );
    stage
}

/// The same with something that harms nobody.
fn harmless() -> TempDir {
    everywhere("文")
}

/// The pages that show most of it.
const PAGES: &[&str] = &[
    "status --month 2022-06",
    "status --month 2022-06 --by unit",
    "escalate --month 2022-06",
    "explain 2.1 --month 2022-06",
    "register --month 2022-06",
    "bulletin --month 2022-06",
    "filing --month 2022-07 --remind",
    "annual --month 2022-06",
    "audit --month 2022-06",
    "board --month 2022-06",
    "chart front --month 2022-06",
    "calendar",
];

/// Every page that can be had as such a file, with its bytes.
fn pages(stage: &TempDir, ending: &str) -> Vec<(&'static str, Vec<u8>)> {
    let mut pages = Vec::new();
    let name = format!("page.{ending}");
    for page in PAGES {
        let arguments: Vec<&str> = page.split(' ').chain(["-o", &name]).collect();
        let output = crate::program::run(stage.path(), &arguments);
        if output.status.success() {
            pages.push((*page, fs::read(stage.path().join(&name)).unwrap()));
        }
    }
    pages
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// A small plan as it should be.
fn sound() -> TempDir {
    small("plan.toml", "title", "title")
}

/// The same with other words in one of its files.
fn small(path: &str, from: &str, to: &str) -> TempDir {
    let stage = folder();
    let files = [
        (
            "plan.toml",
            "title = \"示例方案\"\nstart = \"2022-01\"\nend = \"2022-12\"\nreport-day = 23\nsample = true\n\n[units.housing]\nname = \"区住建局\"\nkind = \"department\"\n\n[units.water]\nname = \"区水利局\"\nkind = \"department\"\n",
        ),
        (
            "tasks/02.toml",
            "number = 2\ntitle = \"管网\"\nlead = [\"housing\"]\nkey = true\n\n[[items]]\nid = \"2.1\"\ntitle = \"雨污分流改造\"\nbasis = \"stated\"\ndue = \"2022-05\"\n\n[[items]]\nid = \"2.2\"\ntitle = \"村庄截污\"\nbasis = \"stated\"\nquantity = { total = 12, unit = \"村\" }\nmilestones = [{ by = \"2022-06\", amount = 6 }, { by = \"2022-12\", amount = 12 }]\n\n[[items]]\nid = \"2.3\"\ntitle = \"水质\"\nbasis = \"office\"\nindicator = { compare = \"at-least\", target = 90, unit = \"分\", due = \"2022-12\" }\n",
        ),
        (
            "reports/2022-06/housing.toml",
            "month = \"2022-06\"\nunit = \"housing\"\n\n[[entries]]\nitem = \"2.1\"\npercent = 35\n\n[[entries]]\nitem = \"2.2\"\ndone = 5\n\n[[entries]]\nitem = \"2.3\"\nvalue = 88\n",
        ),
    ];
    for (name, text) in files {
        let text = if name == path {
            assert!(text.contains(from), "{path} has no {from}");
            text.replacen(from, to, 1)
        } else {
            text.to_owned()
        };
        write(stage.path(), name, &text);
    }
    stage
}

/// That a plan is refused with this problem, in a few lines, and that nothing is assessed.
fn refused(stage: &TempDir, code: &str) -> String {
    let checked = crate::program::run(stage.path(), &["--lang", "en", "check"]);
    let said = String::from_utf8(checked.stdout).unwrap();
    assert_eq!(checked.status.code(), Some(1), "{code}: {said}");
    assert!(said.contains(&format!("[{code}]")), "{code}: {said}");
    assert!(said.len() < 20_000, "{code}: {} bytes", said.len());
    let status = crate::program::run(stage.path(), &["status"]);
    assert_eq!(status.status.code(), Some(2));
    assert!(status.stdout.is_empty(), "nothing is assessed");
    said
}
