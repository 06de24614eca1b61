//! How many stand at each stage of an item: as people write it in one place, as a form asks for it row by row, and as a
//! report file has it.

use super::cells::{self, Said, plain};
use super::fault::Fault;
use super::grid::Value;
use super::received::CellFault;
use super::wanted::Wanted;
use crate::edit::{EntryText, quoted};
use crate::model::{Item, Stages};

/// How many stand at which stage, by the positions of the stages; the numbers as they are written in a file.
pub type Standing = Vec<(usize, String)>;

/// What a text says of the stages of an item: 开工10个、建成5个, or 开工=10,建成=5. None where it is not certain.
pub fn standing_of(text: &str, item: &Item) -> Option<Standing> {
    let stages = item.schedule.stages()?;
    let parts = text.split([',', '，', '、', ';', '；', '\n']).map(plain).filter(|part| !part.is_empty());
    let mut standing: Standing = Vec::new();
    for part in parts {
        let names = stages.all().iter().map(|stage| plain(&stage.name)).enumerate();
        let (at, name) = names.filter(|(_, name)| part.starts_with(name)).max_by_key(|(_, name)| name.len())?;
        let number = part[name.len()..].trim_start_matches(['=', ':']).to_owned();
        let Ok(Said::Figure(_, figure)) = cells::read(&Value::Text(number), &Wanted::of(item)) else {
            return None;
        };
        if standing.iter().any(|(known, _)| *known == at) {
            return None;
        }
        standing.push((at, figure));
    }
    (!standing.is_empty()).then_some(standing)
}

/// The same as a report file has it, in the order of the stages.
pub fn standing_toml(standing: &Standing, stages: &Stages) -> String {
    let mut standing: Vec<_> = standing.iter().collect();
    standing.sort_by_key(|(at, _)| *at);
    let pairs = standing.iter().map(|(at, number)| format!("{} = {number}", quoted(&stages.all()[*at].name)));
    format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
}

/// What the rows of one item say, each of one stage.
#[derive(Debug)]
pub(super) struct StageRows {
    /// The row of the first.
    pub(super) row: u32,
    pub(super) entry: EntryText,
    standing: Standing,
}

impl StageRows {
    /// The first row of an item.
    pub(super) fn begin(row: u32, entry: EntryText, (at, number): (usize, String)) -> Self {
        Self { row, entry, standing: vec![(at, number)] }
    }

    /// Another row of the same item; false where its stage has one already.
    pub(super) fn add(&mut self, other: EntryText, (at, number): (usize, String)) -> bool {
        let is_new = !self.standing.iter().any(|(known, _)| *known == at);
        self.standing.push((at, number));
        let words = [
            (&mut self.entry.note, other.note),
            (&mut self.entry.problem, other.problem),
            (&mut self.entry.next, other.next),
        ];
        for (known, said) in words {
            if known.is_empty() {
                *known = said;
            } else if !said.is_empty() && *known != said {
                *known = format!("{known}\n{said}");
            }
        }
        is_new
    }

    /// The entry that the rows make; a stage without a figure is asked about, for it may hold some.
    pub(super) fn done(self, stages: &Stages, column: u32) -> Result<(u32, EntryText), CellFault> {
        let is_said = |at: &usize| self.standing.iter().any(|(known, _)| known == at);
        let left_out = (0..stages.all().len()).filter(|at| !is_said(at));
        let left_out: Vec<String> = left_out.map(|at| stages.all()[at].name.clone()).collect();
        if !left_out.is_empty() {
            return Err(CellFault { row: self.row, column, fault: Fault::StagesLeftOut { stages: left_out } });
        }
        let readings = vec![("stages", standing_toml(&self.standing, stages))];
        Ok((self.row, EntryText { readings, ..self.entry }))
    }
}
