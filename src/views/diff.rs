//! What is different between two states of a workspace: what was changed in the files, then whose verdict that changed,
//! and why.

mod data;
mod sheet;

use std::collections::BTreeMap;

use serde::Serialize;

use super::View;
use super::causes::pushed;
use super::compared::Compared;
use super::page;
use super::results::Results;
use super::row;
use crate::assess::{Change, Verdict};
use crate::compare::{Aspect, Cause, Comparison, Edit, ShareOnSide, Shift, Side, Subject, Value, Version, compare};
use crate::document::{Block, Document, Role, Table, Text};
use crate::model::Lag;
use crate::source::Place;
use crate::text::causes;
use crate::text::diff as words;
use crate::text::measure::Measure;
use crate::text::{Lang, phrases, register, terms};

pub(super) use sheet::Differing;

/// Two states and what is different.
#[derive(Debug)]
pub struct Diff<'a> {
    states: [Compared; 2],
    sides: [Side<'a>; 2],
    comparison: Comparison<'a>,
}

impl<'a> Diff<'a> {
    /// Compares two states, the earlier one first.
    pub fn of(before: (Compared, Side<'a>), after: (Compared, Side<'a>)) -> Self {
        Self { comparison: compare(before.1, after.1), states: [before.0, after.0], sides: [before.1, after.1] }
    }

    /// Whether any verdict is another.
    pub fn has_shifts(&self) -> bool {
        !self.comparison.shifts.is_empty()
    }

    /// Whether some verdicts could not be compared.
    pub fn has_gaps(&self) -> bool {
        self.sides.iter().any(|side| !side.left_out.is_empty())
    }

    fn is_months(&self) -> bool {
        matches!(self.states[1], Compared::Month(_))
    }

    fn results(&self, version: Version) -> Results<'a> {
        let side = self.sides[version as usize];
        Results { sources: side.sources, workspace: side.workspace, assessment: side.assessment }
    }

    /// The later state, which is what a page is about.
    fn now(&self) -> Results<'a> {
        self.results(Version::After)
    }

    /// `reports/2022-06/housing.toml:9`; where the whole file is meant, without a line.
    fn at(&self, (version, place): (Version, Place)) -> String {
        let results = self.results(version);
        if place.end == 0 {
            return results.sources.file(place.file).path.clone();
        }
        results.at(place)
    }

    /// The tier of a side, why it is withheld or, where there is none, the state.
    fn tier(&self, version: Version, verdict: &Verdict, lang: Lang) -> String {
        let tier = verdict.tier.map(|tier| self.results(version).tier_name(tier));
        let stands = row::stands(verdict, lang);
        let tier = tier.or(verdict.withheld_as().map(|why| register::withheld_word(why, lang)));
        terms::tier(tier.unwrap_or(&stands), verdict.presumed, lang)
    }

    /// What became of a share, in one line.
    fn facts(&self, shift: &Shift<'a>, lang: Lang) -> String {
        let (old, new) = match (shift.before, shift.after) {
            (Some(old), Some(new)) => (old, new),
            (None, Some(new)) => {
                let now = self.tier(Version::After, new.verdict(), lang);
                return words::one_sided(true, &now, lang);
            }
            (Some(old), None) => {
                let was = self.tier(Version::Before, old.verdict(), lang);
                return words::one_sided(false, &was, lang);
            }
            (None, None) => return String::new(),
        };
        let mut parts = Vec::new();
        let figures = [actual(old, lang), actual(new, lang)];
        if let [Some(before), Some(after)] = &figures {
            parts.push(words::from_to(before, after, None, lang));
        }
        let lags = [old, new].map(|on_side| on_side.verdict().lag.map(Lag::truncated));
        if let [Some(before), Some(after)] = &lags {
            parts.push(words::lag(before, after, lang));
        }
        let tiers = [self.tier(Version::Before, old.verdict(), lang), self.tier(Version::After, new.verdict(), lang)];
        parts.push(words::from_to(&tiers[0], &tiers[1], shift.change, lang));
        words::facts(&parts, lang)
    }

    /// One reason, with its place.
    fn cause(&self, cause: &Cause, lang: Lang) -> String {
        let place = cause.place.map(|place| self.at(place));
        let is_gone = matches!(cause.place, Some((Version::Before, _)));
        causes::cause(cause, place.as_deref(), is_gone, lang)
    }

    fn causes(&self, shift: &Shift<'a>, lang: Lang) -> String {
        causes::causes(&pushed(&shift.causes, |cause| self.cause(cause, lang)), lang)
    }

    /// The page opens with the later plan and what was compared.
    fn opening(&self, lang: Lang) -> Vec<Block> {
        let plan = &self.now().workspace.plan;
        let as_of = (!self.is_months()).then_some(self.now().assessment.as_of.month);
        let [before, after] = self.states.each_ref().map(|state| state.said(lang));
        let mut about = vec![words::compared(&before, &after, as_of, lang)];
        if plan.sample {
            about.push(phrases::sample(lang).to_owned());
        }
        let mut blocks = vec![Block::title(&plan.title), Block::plain(about.join(lang.pick("　", "; ")))];
        blocks.extend(self.gaps(lang).into_iter().map(|gap| Block::paragraph(Role::Notice, gap)));
        blocks
    }

    /// What was left out of the comparison.
    fn gaps(&self, lang: Lang) -> Vec<String> {
        let mut said = Vec::new();
        for version in [Version::Before, Version::After] {
            let state = self.states[version as usize].said(lang);
            let side = self.sides[version as usize];
            for &file in side.left_out {
                let path = &side.sources.file(file).path;
                let mut units = self.comparison.uncompared.iter();
                let unit = units.find(|(which, _, known)| *which == version && known == path);
                said.push(match unit {
                    Some((_, unit, path)) => words::uncompared(&unit.name, path, &state, lang),
                    None => words::left_out(path, &state, lang),
                });
            }
        }
        // One workspace at two months has each gap twice.
        if self.is_months() {
            said.truncate(self.sides[0].left_out.len());
        }
        said
    }

    /// The changes in the files, those of one thing together.
    fn edits(&self, lang: Lang) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        let mut last: Option<String> = None;
        for edit in &self.comparison.edits {
            let about = words::subject(&edit.subject, lang);
            if last.as_ref() != Some(&about) {
                let place = edit.place.map(|(version, place)| match edit.subject {
                    Subject::Entry { .. } => self.at((version, Place::top_of(place.file))),
                    _ => self.at((version, place)),
                });
                let shown = place.map_or(about.clone(), |place| format!("{about}　{place}"));
                blocks.push(Block::head(Role::Strong, shown));
                last = Some(about);
            }
            if let Some(Block::Entry { lines, .. }) = blocks.last_mut() {
                lines.push(Text::new(edit_line(edit, lang)));
            }
        }
        blocks
    }

    fn shifts(&self, lang: Lang) -> Vec<Block> {
        let line = |shift: &Shift<'a>| {
            let on_side = shift.after.or(shift.before)?;
            let (unit, item) = (on_side.unit, on_side.item);
            let facts = self.facts(shift, lang);
            let head = format!("{} {} {}　{facts}", unit.name, item.id, item.title);
            let tier = shift.after.and_then(|after| after.verdict().tier);
            let role = row::tier_role(self.now(), tier);
            let causes = self.causes(shift, lang);
            Some(Block::entry(role, head, Some(causes).filter(|causes| !causes.is_empty())))
        };
        self.comparison.shifts.iter().filter_map(line).collect()
    }

    fn by_change(&self) -> Vec<(Change, usize)> {
        let mut counts: BTreeMap<Change, usize> = BTreeMap::new();
        for change in self.comparison.shifts.iter().filter_map(|shift| shift.change) {
            *counts.entry(change).or_default() += 1;
        }
        counts.into_iter().collect()
    }
}

/// What was delivered, in the measure of the item; nothing where nothing can be.
fn actual(on_side: ShareOnSide<'_>, lang: Lang) -> Option<String> {
    let (item, verdict) = (on_side.item, on_side.verdict());
    let measure = Measure::of(item);
    match verdict.actual {
        Some(actual) => Some(measure.show(actual, lang)),
        None if !item.schedule.can_lag() => None,
        None => Some(phrases::never_reported(lang).to_owned()),
    }
}

/// One change: of which item of a report, in which respect, from what to what.
fn edit_line(edit: &Edit<'_>, lang: Lang) -> String {
    let what = edit_what(edit, lang);
    match edit.subject {
        Subject::Entry { item, .. } => format!("{} {}　{what}", item.id, item.title),
        _ => what,
    }
}

fn edit_what(edit: &Edit<'_>, lang: Lang) -> String {
    let value = |value| words::value(value, lang);
    let (before, after) = (edit.before.as_ref(), edit.after.as_ref());
    if let Aspect::Whole = edit.aspect {
        let detail = after.or(before);
        // The name stands above it.
        let detail = detail.filter(|value| !matches!(value, Value::Text(_)));
        let detail = detail.map_or_else(String::new, |detail| words::value(Some(detail), lang));
        return words::event(after.is_some(), &detail, lang);
    }
    let aspect = words::aspect(edit.aspect, lang);
    let (before, after) = (value(before), value(after));
    format!("{aspect}{}{before} → {after}", lang.pick("：", ": "))
}

impl View for Diff<'_> {
    fn data(&self) -> impl Serialize {
        data::data(self)
    }

    fn document(&self, lang: Lang) -> Document {
        let mut blocks = self.opening(lang);
        let (edits, shifts) = (&self.comparison.edits, &self.comparison.shifts);
        if edits.is_empty() && shifts.is_empty() && !self.has_gaps() {
            blocks.push(Block::plain(words::nothing(lang)));
            return Document { blocks };
        }
        let heading = if self.is_months() {
            let is_report = |edit: &&Edit<'_>| matches!(edit.subject, Subject::Report { .. });
            words::filings(edits.iter().filter(is_report).count(), lang)
        } else {
            words::edits(edits.len(), lang)
        };
        for (heading, entries) in
            [(heading, self.edits(lang)), (words::shifts(shifts.len(), &self.by_change(), lang), self.shifts(lang))]
        {
            blocks.push(Block::heading(Role::Strong, heading));
            blocks.extend(entries);
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        page::signed(sheet::sheet(self, lang), self.now(), lang)
    }
}
