//! Whose a sheet is and of which month. What proves it: the sheet that our forms carry unseen, a labelled cell, a title or
//! name that says it as a whole, an option. Whatever else names a unit or a month has to agree, or all of it is refused.

use std::collections::BTreeSet;

use super::cells;
use super::fault::Refusal;
use super::form::plan_name;
use super::grid::{Book, Grid, Value};
use super::headings::Headings;
use super::labels::{all_labelled, is_table_row, without_people_and_days};
use super::layout::cell_name;
use super::naming::{Named, Names};
use super::owners::{Owner, Owners};
use super::sent_form::SentForm;
use super::wanted::Wanted;
use crate::document::cut;
use crate::model::{Item, Month, UnitIx, Workspace};
use crate::source::nearest;
use crate::text::forms::{self as words, Label};
use crate::text::{Lang, terms};

/// A text longer than this is told to whoever fills the table in, and not what the table is.
const LONGEST_TITLE: usize = 40;

/// What a sheet is looked at with.
#[derive(Clone, Copy)]
pub(super) struct Look<'a> {
    pub(super) sheet: &'a Grid,
    pub(super) headings: &'a Headings,
    pub(super) sent_form: Option<&'a SentForm>,
    pub(super) names: &'a Names<'a>,
    pub(super) workspace: &'a Workspace,
    /// What the office says.
    pub(super) unit: Option<UnitIx>,
    pub(super) month: Option<Month>,
    /// The name of the file.
    pub(super) file: &'a str,
    pub(super) lang: Lang,
}

/// What is found on a question: what proves an answer, and what has to agree with it.
struct Found<T> {
    proofs: Vec<(T, String)>,
    mentions: Vec<Mention<T>>,
}

/// A text that names something without saying it as a whole.
struct Mention<T> {
    meant: Vec<T>,
    place: String,
    text: String,
    is_prose: bool,
}

/// A text outside the rows of the table, what it names, and where it stands.
struct Text {
    place: String,
    text: String,
    named: Named,
    is_seen: bool,
}

impl Look<'_> {
    /// The unit and the month of the sheet.
    pub(super) fn unit_and_month(&self) -> Result<(UnitIx, Month), Refusal> {
        match (self.unit(), self.month()) {
            (Err(Refusal::NoUnit { named, .. }), Err(Refusal::NoMonth { .. })) => {
                Err(Refusal::NoUnit { named, and_month: true })
            }
            (unit, month) => Ok((unit?, month?)),
        }
    }

    /// The unit of the sheet.
    fn unit(&self) -> Result<UnitIx, Refusal> {
        let workspace = self.workspace;
        let mut found: Found<UnitIx> = Found { proofs: Vec::new(), mentions: Vec::new() };
        if let Some(sent_form) = self.sent_form {
            let named = self.names.read(&sent_form.unit).units;
            let unit = workspace.plan.units.iter().position(|unit| unit.id == sent_form.unit).map(UnitIx);
            let unit = unit
                .or(named.first().copied())
                .ok_or_else(|| Refusal::UnknownUnit { written: sent_form.unit.clone(), meant: None })?;
            found.proofs.push((unit, words::hidden(self.lang).to_owned()));
        }
        for (position, ((row, column), value)) in all_labelled(self.sheet, self.headings, Label::Unit).enumerate() {
            let written = value.shown();
            if self.is_measure(&written) {
                continue;
            }
            let by_id = workspace.plan.units.iter().position(|unit| unit.id == written.trim()).map(UnitIx);
            let named = self.names.read(&written);
            match by_id.or(named.unit()) {
                Some(unit) => found.proofs.push((unit, cell_name(row, column))),
                None if named.units.is_empty() && position == 0 && self.unit.is_none() => {
                    let names = workspace.plan.units.iter().map(|unit| unit.name.as_str());
                    return Err(Refusal::UnknownUnit { meant: nearest(&written, names).map(str::to_owned), written });
                }
                // What stands there is looked at with all other texts.
                None => {}
            }
        }
        for text in self.texts() {
            match text.named.unit() {
                Some(unit) if text.is_seen => found.proofs.push((unit, text.place)),
                _ => found.mention(text.named.units.clone(), text),
            }
        }
        if found.proofs.is_empty() && self.unit.is_none() {
            self.add_owners(&mut found)?;
        }
        let asked = self.unit.map(|unit| (unit, "--unit".to_owned()));
        found.settle(
            asked,
            |unit| workspace.unit(*unit).name.clone(),
            |named| Refusal::NoUnit { named, and_month: false },
            self.lang,
        )
    }

    /// Refuses what is shown to units and filled in with examples: 样表, 模板.
    pub(super) fn refuse_samples(&self) -> Result<(), Refusal> {
        let file = words::file_name(self.file, self.lang);
        let mut texts = self.texts().into_iter().filter(|text| text.place != file);
        match texts.find(|text| words::is_sample(&text.text)) {
            Some(Text { place, text, .. }) => Err(Refusal::Sample { place, text: cut(text.trim(), LONGEST_TITLE) }),
            None => Ok(()),
        }
    }

    /// Whether 单位 is that of measurement: 单位：公里.
    pub(super) fn is_measure(&self, written: &str) -> bool {
        let written = cells::plain(written);
        let is_of_plan = |item: &Item| Wanted::of(item).unit().is_some_and(|unit| cells::plain(unit) == written);
        words::is_measure(&written) || self.workspace.items.iter().any(is_of_plan)
    }

    /// The unit that all rows name, in a table with a column of units.
    fn add_owners(&self, found: &mut Found<UnitIx>) -> Result<(), Refusal> {
        let owners = Owners::of(self.sheet, self.headings, self.names);
        let Some(column) = owners.column() else {
            return Ok(());
        };
        for row in self.sheet.rows().filter(|&row| row > self.headings.row) {
            if let Owner::Units(units) = owners.of_row(self.sheet, row, self.names)
                && let [unit] = units[..]
            {
                found.proofs.push((unit, cell_name(row, column)));
            }
        }
        let units: BTreeSet<UnitIx> = found.proofs.iter().map(|(unit, _)| *unit).collect();
        if units.len() > 1 {
            let names = units.into_iter().map(|unit| self.workspace.unit(unit).name.clone());
            return Err(Refusal::SeveralUnits { names: names.collect() });
        }
        Ok(())
    }

    /// The month of the sheet.
    fn month(&self) -> Result<Month, Refusal> {
        let plan = &self.workspace.plan;
        let mut found: Found<Month> = Found { proofs: Vec::new(), mentions: Vec::new() };
        found.proofs.extend(self.sent_form.map(|form| (form.month, words::hidden(self.lang).to_owned())));
        for ((row, column), value) in all_labelled(self.sheet, self.headings, Label::Month) {
            let written = value.shown();
            let number: Option<u32> = cells::plain(&written).parse().ok().filter(|number| (1..=12).contains(number));
            let named = match number {
                // The cell for the month says 6.
                Some(number) => self.names.read(&format!("{number}月")),
                None => self.names.read(&written),
            };
            let month = match value {
                Value::Day(day) => Some(Month::of(day)),
                _ if self.may_lack_zero(row, column, &value) => None,
                _ => named.month(),
            };
            found.proofs.extend(month.map(|month| (month, cell_name(row, column))));
        }
        for text in self.texts() {
            match text.named.month() {
                Some(month) if text.is_seen => found.proofs.push((month, text.place)),
                _ => found.mention(text.named.months.clone(), text),
            }
        }
        let asked = self.month.map(|month| (month, "--month".to_owned()));
        let month = found.settle(
            asked,
            |month| terms::month(*month, self.lang),
            |named| Refusal::NoMonth { named },
            self.lang,
        )?;
        if plan.covers(month) { Ok(month) } else { Err(Refusal::OutsidePlan { month }) }
    }

    /// Whether 2022.1 may have been 2022.10.
    fn may_lack_zero(&self, row: u32, column: u32, value: &Value) -> bool {
        let is_number = matches!(value, Value::Number { .. }) || self.sheet.may_lack_zeros(row, column);
        is_number && value.shown().trim().ends_with(".1")
    }

    /// The texts outside the rows of the table: above it, between and below, in the headings of the figures; the names of
    /// sheet and file.
    fn texts(&self) -> Vec<Text> {
        let (sheet, headings) = (self.sheet, self.headings);
        let about_people = [Label::Submitted, Label::Until, Label::Reporter, Label::Approver];
        let skipped: BTreeSet<(u32, u32)> = about_people
            .into_iter()
            .flat_map(|label| all_labelled(sheet, headings, label).map(|(at, _)| at))
            .filter(|&(row, column)| !matches!(sheet.at(row, column), Some(Value::Text(text)) if text.contains(['：', ':'])))
            .collect();
        let is_alone = |row: u32| sheet.row(row).count() == 1;
        let is_outside = |row: u32| {
            row < headings.row || (row > headings.row && is_alone(row) && !is_table_row(sheet, headings, row))
        };
        let mut texts = Vec::new();
        for (&(row, column), value) in &sheet.cells {
            let is_figure = headings.names_figures(row, column);
            if skipped.contains(&(row, column)) || !(is_figure || is_outside(row)) {
                continue;
            }
            let written = match value {
                Value::Text(text) => without_people_and_days(text),
                Value::Number { written, .. } => written.clone(),
                _ => continue,
            };
            let mut named = self.names.read(&written);
            if self.may_lack_zero(row, column, value) {
                named.doubt_month();
            }
            let is_seen = !sheet.is_hidden_row(row) && !sheet.is_hidden_column(column);
            texts.push(Text { place: cell_name(row, column), text: written, named, is_seen });
        }
        let names = [
            (words::sheet_name(&sheet.name, self.lang), sheet.name.as_str()),
            (words::file_name(self.file, self.lang), without_copies(self.file)),
        ];
        for (place, name) in names {
            texts.push(Text { place, text: name.to_owned(), named: self.names.read(name), is_seen: true });
        }
        texts
    }
}

/// The name of a file without what says that it is a copy: (2), 副本, 退回2.
fn without_copies(name: &str) -> &str {
    let mut rest = name.trim();
    loop {
        let bare = rest.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let marks = ["(", "（"].into_iter().find_map(|mark| {
            rest.strip_suffix([')', '）'])?.trim_end_matches(|letter: char| letter.is_ascii_digit()).strip_suffix(mark)
        });
        let copies = ["副本", "复件", "copy", "Copy"].into_iter().find_map(|word| rest.strip_suffix(word));
        let returned = [Lang::Zh, Lang::En].into_iter().find_map(|lang| bare.strip_suffix(words::returned(lang)));
        let Some(shorter) = marks.or(copies).or(returned) else {
            return rest;
        };
        rest = shorter.trim_end_matches([' ', '-', '_', '—']);
    }
}

impl<T: Copy + PartialEq> Found<T> {
    fn mention(&mut self, meant: Vec<T>, text: Text) {
        if !meant.is_empty() {
            let is_prose = text.text.chars().count() > LONGEST_TITLE;
            self.mentions.push(Mention { meant, place: text.place, text: text.text, is_prose });
        }
    }

    /// The answer that is proven, if nothing speaks against it. An option fills in what the table leaves open, and tells
    /// which is meant where texts name several, one of them as a whole; it never overrules what the table says.
    fn settle(
        mut self,
        asked: Option<(T, String)>,
        shown: impl Fn(&T) -> String,
        open: impl FnOnce(Vec<(String, String)>) -> Refusal,
        lang: Lang,
    ) -> Result<T, Refusal> {
        let is_asked = asked.is_some();
        let is_confirmed = asked.as_ref().is_some_and(|asked| self.proofs.iter().any(|(said, _)| *said == asked.0));
        self.proofs.extend(asked);
        let quoted = |text: &str| words::quoted(&cut(text.trim(), LONGEST_TITLE), lang);
        let Some((answer, _)) = self.proofs.first() else {
            let named = self.mentions.iter().map(|mention| (mention.place.clone(), quoted(&mention.text)));
            return Err(open(named.collect()));
        };
        let answer = *answer;
        let mut said: Vec<(String, Vec<String>)> = Vec::new();
        let mut add = |what: String, place: String| match said.iter_mut().find(|(known, _)| *known == what) {
            Some((_, places)) if places.contains(&place) => {}
            Some((_, places)) => places.push(place),
            None => said.push((what, vec![place])),
        };
        for (one, place) in &self.proofs {
            add(shown(one), place.clone());
        }
        for mention in &self.mentions {
            let is_told = is_confirmed || (mention.is_prose && is_asked);
            if !is_told && !mention.meant.contains(&answer) {
                add(quoted(&mention.text), mention.place.clone());
            }
        }
        if said.len() > 1 { Err(Refusal::Contradiction { said }) } else { Ok(answer) }
    }
}

/// Whether a form belongs to this plan.
pub(super) fn check_plan(sent_form: &SentForm, workspace: &Workspace) -> Result<(), Refusal> {
    if sent_form.plan == plan_name(&workspace.plan) {
        return Ok(());
    }
    Err(Refusal::OtherPlan { plan: sent_form.plan.clone() })
}

/// The sheets that may hold a report (the one a form was made on, else every sheet that is seen), and the others that are
/// seen.
pub(super) fn sheets<'a>(book: &'a Book, sent_form: Option<&SentForm>) -> (Vec<&'a Grid>, Vec<&'a Grid>) {
    let seen = book.sheets.iter().filter(|sheet| !sheet.is_hidden && !super::sent_form::is_mark(sheet));
    let is_form = |sheet: &&Grid| sent_form.is_some_and(|sent_form| sheet.name == sent_form.sheet);
    let (form, others): (Vec<&Grid>, Vec<&Grid>) = seen.partition(is_form);
    if form.is_empty() { (others, form) } else { (form, others) }
}
