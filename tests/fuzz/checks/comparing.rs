//! `diff` of two reports and `textconv` of each: what is the same has no differences, and hostile text stays text.

use shangdang::assess::{AsOf, Assessment, assess};
use shangdang::compare::{Side, compare, raw_edits};
use shangdang::load::{Sound, load_sound, outline};
use shangdang::model::{Month, Workspace};
use shangdang::render::{Screen, terminal};
use shangdang::source::{Content, FileId, Sources};
use shangdang::text::Lang;
use shangdang::text::outline::Names;
use shangdang::views::{Compared, Diff, RawDiff, View as _, outline_page};

use super::diagnostics::hold_plain;
use super::files::{WORKSPACE, base_with, choice};
use super::verdicts::hold_page;

/// The line that divides the two reports.
const DIVIDER: &[u8] = b"%%%\n";

/// The first byte chooses the month that is looked at.
pub(crate) fn comparing(bytes: &[u8]) {
    let (chosen, rest) = choice(bytes);
    let at = rest.windows(DIVIDER.len()).position(|window| window == DIVIDER);
    let (one, other) = match at {
        Some(at) => (&rest[..at], &rest[at + DIVIDER.len()..]),
        None => (rest, &b""[..]),
    };
    let number = u32::try_from(chosen % 12).expect("a byte") + 1;
    let month = Month::new(2022, number).expect("a month");
    let sides = [one, other].map(|bytes| Read::of(bytes, month));
    for side in &sides {
        hold_outline(side.sources.file(side.file()).text());
        hold_same(side);
    }
    hold_diff(&sides[0], &sides[1]);
}

/// One of the two states.
struct Read {
    sources: Sources,
    sound: Sound,
    assessment: Option<Assessment>,
}

const PATH: &str = "reports/2022-06/housing.toml";

impl Read {
    fn of(bytes: &[u8], month: Month) -> Self {
        let sources = base_with(PATH, Content::decode(bytes));
        let sound = load_sound(&sources);
        let workspace = sound.loaded.workspace.as_ref();
        Self { assessment: workspace.map(|workspace| assess(workspace, AsOf::close_of(month))), sources, sound }
    }

    fn file(&self) -> FileId {
        let mut files = self.sources.iter();
        let found = files.find(|(_, file)| file.path == PATH);
        found.expect("it was put there").0
    }

    fn workspace(&self) -> Option<&Workspace> {
        self.sound.loaded.workspace.as_ref()
    }

    fn side(&self) -> Option<Side<'_>> {
        Some(Side {
            sources: &self.sources,
            workspace: self.workspace()?,
            assessment: self.assessment.as_ref()?,
            left_out: &self.sound.set_aside,
            until: None,
        })
    }
}

fn hold_same(read: &Read) {
    if let Some(side) = read.side() {
        let compared = compare(side, side);
        assert!(compared.edits.is_empty(), "{:?}", compared.edits);
        assert!(compared.shifts.is_empty(), "{:?}", compared.shifts);
    }
    let raw = raw_edits(&read.sources, &read.sources);
    assert!(raw.is_empty(), "{raw:?}");
}

fn hold_diff(one: &Read, other: &Read) {
    let state = || Compared::Folder("\u{1b}[31m甲\u{202e}".to_owned());
    if let (Some(before), Some(after)) = (one.side(), other.side()) {
        let there = compare(before, after);
        let back = compare(after, before);
        assert_eq!(there.edits.len(), back.edits.len(), "there and back");
        assert_eq!(there.shifts.len(), back.shifts.len(), "there and back");
        hold_page(&Diff::of((state(), before), (state(), after)));
    }
    let raw = RawDiff::of((state(), &one.sources, one.workspace()), (state(), &other.sources, other.workspace()));
    for lang in [Lang::Zh, Lang::En] {
        hold_plain(&terminal(&raw.document(lang), ENDLESS));
    }
}

const ENDLESS: Screen = Screen { width: None, has_colour: false };

fn hold_outline(text: &str) {
    let Some(said) = outline(text) else { return };
    for lang in [Lang::Zh, Lang::En] {
        let page = outline_page(&said, &Names::of(&WORKSPACE), lang);
        hold_plain(&terminal(&page, ENDLESS));
    }
}
