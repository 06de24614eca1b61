//! The files that a new workspace begins with: a blank one whose comments teach, or the shipped plan.

use super::Lang;

/// A file of a new workspace: its path and its text.
pub type Starter = (&'static str, &'static str);

/// Where a new workspace comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// An example of each kind of file, to be edited.
    #[default]
    Blank,
    /// The plan of Shangdang of 2022, without its sample reports.
    Shangdang2022,
}

impl Origin {
    /// Its files. The plan comes last: a folder is a workspace once it has one, and until then nothing is half done.
    pub fn files(self, lang: Lang) -> &'static [Starter] {
        match (self, lang) {
            (Self::Blank, Lang::Zh) => &BLANK_ZH,
            (Self::Blank, Lang::En) => &BLANK_EN,
            (Self::Shangdang2022, _) => &SHANGDANG_2022,
        }
    }
}

macro_rules! shipped {
    ($($path:literal),* $(,)?) => {
        [$(($path, include_str!(concat!("../../data/", $path)))),*]
    };
}

const BLANK_ZH: [Starter; 3] = [
    ("reports/README.md", include_str!("starters/zh/reports.md")),
    ("tasks/01-example.toml", include_str!("starters/zh/task.toml")),
    ("plan.toml", include_str!("starters/zh/plan.toml")),
];

const BLANK_EN: [Starter; 3] = [
    ("reports/README.md", include_str!("starters/en/reports.md")),
    ("tasks/01-example.toml", include_str!("starters/en/task.toml")),
    ("plan.toml", include_str!("starters/en/plan.toml")),
];

const SHANGDANG_2022: [Starter; 12] = shipped![
    "tasks/01-sewage-treatment-capacity.toml",
    "tasks/02-storm-and-sewage-pipes.toml",
    "tasks/03-sewage-plant-operation.toml",
    "tasks/04-black-and-odorous-water.toml",
    "tasks/05-industrial-discharge.toml",
    "tasks/06-rural-sewage.toml",
    "tasks/07-agricultural-pollution.toml",
    "tasks/09-river-systems.toml",
    "tasks/10-drinking-water-sources.toml",
    "tasks/11-river-outfalls.toml",
    "tasks/12-law-enforcement.toml",
    "plan.toml",
];
