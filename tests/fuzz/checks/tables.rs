//! What units send back: any bytes by the name of a table, and a form of ours of which one part is whatever it may be.
//! What is taken of it joins the workspace without a fault, and what goes back can be read again.

use std::io::{Cursor, Read as _, Write as _};
use std::sync::LazyLock;

use shangdang::forms::{Faulty, Form, Outside, read, receive, reconcile, returned, workbook};
use shangdang::load::load;
use shangdang::model::{Month, UnitIx};
use shangdang::source::Content;
use shangdang::text::Lang;
use zip::write::SimpleFileOptions;

use super::files::{BASE, WORKSPACE, choice};

/// The first byte chooses the name.
pub(crate) fn files(bytes: &[u8]) {
    let names = ["表.csv", "表.xlsx", "表.xls", "表.txt", "表.et"];
    let (chosen, rest) = choice(bytes);
    hold_table(rest, names[chosen % names.len()], chosen / names.len());
}

/// The first byte chooses the part of a form that is replaced.
pub(crate) fn parts(bytes: &[u8]) {
    let (chosen, rest) = choice(bytes);
    let replaced = PARTS.len().min(chosen % (PARTS.len() + 1));
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (position, (name, content)) in PARTS.iter().enumerate() {
        archive.start_file(name.as_str(), stored).expect("memory");
        let content = if position == replaced { rest } else { content };
        archive.write_all(content).expect("memory");
    }
    let packed = archive.finish().expect("memory").into_inner();
    hold_table(&packed, "2022-06-housing.xlsx", chosen / (PARTS.len() + 1));
}

/// The parts of a form that say something, each with its name.
pub(crate) static PARTS: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let form = Form::of(&WORKSPACE, UnitIx(0), june(), true, Lang::Zh);
    let bytes = workbook(&form, Lang::Zh).expect("a form can be made");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("it is packed");
    let mut parts = Vec::new();
    for position in 0..archive.len() {
        let mut part = archive.by_index(position).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("it is whole");
        parts.push((name, content));
    }
    parts
});

fn june() -> Month {
    Month::new(2022, 6).expect("a month")
}

fn hold_table(bytes: &[u8], name: &str, chosen: usize) {
    let Ok(book) = read(bytes, name) else { return };
    let named = chosen.is_multiple_of(2);
    let outside = Outside {
        unit: named.then_some(UnitIx(chosen / 2 % WORKSPACE.plan.units.len())),
        month: named.then(june),
        on: None,
        file: name,
    };
    let mut sheets = receive(&book, &WORKSPACE, outside, Lang::Zh);
    let mut faulty = Vec::new();
    for sheet in &mut sheets {
        let Ok(received) = &mut sheet.outcome else {
            continue;
        };
        let Ok(reconciled) = reconcile(received, &BASE, &WORKSPACE, Lang::Zh) else {
            continue;
        };
        if let Some(reconciled) = reconciled {
            let mut joined = BASE.clone();
            joined.replace(&reconciled.path, Content::Text(reconciled.text.clone()));
            let loaded = load(&joined);
            assert!(
                loaded.workspace.is_some(),
                "what was taken does not hold: {:?}\n{}",
                loaded.problems,
                reconciled.text
            );
        } else {
            assert!(!received.faults.is_empty(), "refused without a reason");
            faulty.push(&*sheet);
        }
    }
    let faulty: Vec<Faulty<'_>> = faulty
        .into_iter()
        .filter_map(|sheet| {
            let received = sheet.outcome.as_ref().ok()?;
            let sheet = &sheet.name;
            Some(Faulty { sheet, received })
        })
        .collect();
    if !faulty.is_empty() {
        let back = returned(&book, &faulty, &WORKSPACE, Lang::Zh);
        let back = back.expect("what came can go back");
        assert!(read(&back, "回.xlsx").is_ok(), "what goes back is damaged");
    }
}
