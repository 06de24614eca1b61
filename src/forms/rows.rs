//! The rows of a table: which item each is about, and what it says of it.

use super::cells::{self, Said};
use super::fault::Fault;
use super::grid::{Grid, Value};
use super::headings::Headings;
use super::items::{self, About, Items, Part};
use super::layout::cell_name;
use super::naming::Names;
use super::owners::{Owner, Owners};
use super::received::CellFault;
use super::sent_form::SentForm;
use super::standing::{StageRows, standing_of, standing_toml};
use super::ticks::{Ticks, ticked};
use super::wanted::Wanted;
use crate::edit::{EntryText, quoted, quoted_list};
use crate::model::{Item, Month, Stages, State, UnitIx, Workspace};
use crate::problem::Problem;
use crate::source::nearest;
use crate::text::forms::{self as words, Column};

/// The rows of a table while they are read.
pub(super) struct Rows<'a> {
    pub(super) sheet: &'a Grid,
    pub(super) headings: &'a Headings,
    pub(super) sent_form: Option<&'a SentForm>,
    pub(super) workspace: &'a Workspace,
    pub(super) unit: UnitIx,
    pub(super) month: Month,
    pub(super) items: Items<'a>,
    pub(super) owners: Owners,
    /// The last row that names a unit names another one.
    pub(super) is_below_others: bool,
    pub(super) names: &'a Names<'a>,
    /// What all figures are counted in, where the table says so above the headings.
    pub(super) measure: Option<String>,
    /// What the rows stand under, where that is not what is done by now.
    pub(super) section: Option<String>,
    pub(super) faults: Vec<CellFault>,
    pub(super) entries: Vec<(u32, EntryText)>,
    pub(super) ticks: Ticks,
    /// Rows of items with stages, by item.
    pub(super) staged: Vec<StageRows>,
    pub(super) skipped: Vec<u32>,
    pub(super) others: Vec<u32>,
}

impl<'a> Rows<'a> {
    pub(super) fn row(&mut self, row: u32) {
        let own_value = |column: Column| {
            let at = self.headings.column(column)?;
            Some((at, self.sheet.at(row, at)?))
        };
        let figure = own_value(Column::Figure);
        let words_in = [Column::Note, Column::Problem, Column::Next].map(own_value);
        let is_filled = figure.is_some() || words_in.iter().flatten().count() > 0;
        let names = [Column::Item, Column::Title].map(|column| {
            let at = self.headings.column(column)?;
            Some((at, self.sheet.seen(row, at)?))
        });
        let at = self.headings.column(Column::Figure).unwrap_or_default();
        if self.is_heading(row, &names) || self.headings.names_figures(row, at) {
            return;
        }
        match self.owners.of_row(self.sheet, row, self.names) {
            Owner::Units(units) if !units.contains(&self.unit) => {
                self.is_below_others = true;
                self.others.push(row);
                return;
            }
            Owner::Units(_) => self.is_below_others = false,
            Owner::Blank(column) if is_filled && self.is_below_others => {
                self.fault(row, column, Fault::NoOwner);
                return;
            }
            Owner::Unknown { column, written } if is_filled => {
                let names = self.workspace.plan.units.iter().map(|unit| &*unit.name);
                let meant = nearest(&written, names).map(str::to_owned);
                self.fault(row, column, Fault::UnknownUnit { written, meant });
                return;
            }
            _ => {}
        }
        let about = match self.items.about(row, names) {
            Ok(about) => about,
            Err(fault) => {
                if is_filled {
                    self.faults.push(fault);
                }
                return;
            }
        };
        let About::Item(id, part) = about else {
            let is_figure = !self.is_sum(row) && figure.is_some_and(|(_, value)| cells::is_number(value));
            match figure.filter(|_| is_figure) {
                Some((column, _)) => self.fault(row, column, Fault::NoItem),
                None => self.skipped.push(row),
            }
            // A row of one cell says what follows: 二、下月计划.
            let mut cells = self.sheet.row(row);
            if let (Some((_, Value::Text(title))), None) = (cells.next(), cells.next()) {
                self.section = words::is_section_of_another(title).then(|| title.trim().to_owned());
            }
            return;
        };
        if !is_filled {
            return;
        }
        if let Err(fault) = self.taken(row, id, part, figure, words_in) {
            self.faults.push(fault);
        }
    }

    /// Rows above the headings that look like those of a table are not read, and that is said.
    pub(super) fn above(&mut self) {
        let is_row = |row: &u32| {
            let mut cells = self.sheet.row(*row);
            let names_item = cells.by_ref().take(3).any(|(_, value)| self.items.is_id(value));
            names_item && cells.any(|(_, value)| cells::is_number(value))
        };
        let above = self.sheet.rows().take_while(|row| *row < self.headings.row);
        let mut above: Vec<u32> = above.filter(is_row).collect();
        above.append(&mut self.skipped);
        self.skipped = above;
    }

    /// Takes what a row says of an item, or says why not.
    fn taken(
        &mut self,
        row: u32,
        id: String,
        part: Part,
        figure: Option<(u32, &Value)>,
        words_in: [Option<(u32, &Value)>; 3],
    ) -> Result<(), CellFault> {
        let fault = |column: u32, fault: Fault| CellFault { row, column, fault };
        let at = self.headings.column(Column::Figure).unwrap_or_default();
        let named_at = self.headings.column(Column::Item).unwrap_or(at);
        if let Some(title) = &self.section {
            return Err(fault(at, Fault::OtherSection { title: title.clone() }));
        }
        if self.sheet.is_hidden_row(row) {
            return Err(fault(at, Fault::HiddenRow));
        }
        if let Some((column, value)) = self.beyond(row) {
            return Err(fault(column, Fault::BeyondTable { shown: value.shown() }));
        }
        if let Some(cells) = self.merged(row, at) {
            return Err(fault(at, Fault::Merged { cells }));
        }
        if let Some(sent_form) = self.sent_form
            && !sent_form.items.iter().any(|(item, _)| *item == id)
            && self.items.item(&id).is_some()
        {
            return Err(fault(named_at, Fault::NotOnForm { id }));
        }
        let mut entry = EntryText { item: id.clone(), ..EntryText::default() };
        for (text, value) in [&mut entry.note, &mut entry.problem, &mut entry.next].into_iter().zip(&words_in) {
            match value {
                Some((column, Value::Error(error))) => {
                    self.faults.push(fault(*column, Fault::ErrorValue { shown: error.clone() }));
                }
                Some((_, value)) => *text = cells::words(value),
                None => {}
            }
        }
        let Some(item) = self.items.item(&id) else {
            // What an item that the plan does not have would want is not known; that it is unknown is said by the loader.
            entry.readings = vec![("percent", "0".to_owned())];
            self.entries.push((row, entry));
            return Ok(());
        };
        let number = self.headings.column(Column::Item).and_then(|at| self.sheet.seen(row, at));
        if let Some(object) = number.and_then(|number| items::object(number, item)) {
            return self.tick(row, item, object, figure, words_in);
        }
        let wanted = Wanted::of(item);
        let Some((column, value)) = figure else {
            return Err(fault(at, Fault::WordsWithoutFigure { wanted }));
        };
        if let Some(stages) = item.schedule.stages()
            && part == Part::Whole
        {
            // All of them in one cell: 开工10个、建成5个.
            let known = || stages.all().iter().map(|stage| stage.name.clone()).collect();
            let standing = standing_of(&value.shown(), item);
            let standing =
                standing.ok_or_else(|| fault(column, Fault::WhichStage { known: known(), is_twice: false }))?;
            entry.readings = vec![("stages", standing_toml(&standing, stages))];
            self.entries.push((row, entry));
            return Ok(());
        }
        let said = cells::read(value, &wanted).map_err(|found| fault(column, found))?;
        if matches!(said, Said::Figure(..)) {
            self.hold_measure(row, column, value, &wanted)?;
        }
        if let (Part::Stage(at), Said::Figure(_, figure)) = (part, &said) {
            return self.staged(row, entry, (at, figure.clone())).map_err(|twice| fault(named_at, twice));
        }
        let occurrence = match part {
            Part::Occurrence(due) => Some(due),
            Part::Whole | Part::Stage(_) => None,
        };
        if occurrence.is_none() && self.sent_form.is_none() {
            self.hold_period(row, item).map_err(|(column, written)| {
                fault(column, Fault::UnclearPart { written, is_period: item.schedule.recurring().is_some() })
            })?;
        }
        entry.readings = readings(said, occurrence.or_else(|| self.current(&id)));
        self.entries.push((row, entry));
        Ok(())
    }

    /// Takes what a row says of one of the named things of an item. Words without a tick say why it is not done yet.
    fn tick(
        &mut self,
        row: u32,
        item: &Item,
        object: u16,
        figure: Option<(u32, &Value)>,
        words_in: [Option<(u32, &Value)>; 3],
    ) -> Result<(), CellFault> {
        let said = figure
            .map(|(column, value)| cells::read(value, &Wanted::Tick).map_err(|fault| CellFault { row, column, fault }));
        let texts = words_in.map(|text| text.map(|(_, value)| value));
        if !self.ticks.take(row, item, object, ticked(said.transpose()?.as_ref()), texts) {
            let problem = Problem::DuplicateEntry { item: self.named(row, &item.id) };
            let column = self.headings.column(Column::Item).unwrap_or_default();
            return Err(CellFault { row, column, fault: Fault::FailedCheck { problem } });
        }
        Ok(())
    }

    /// What stands in the first column of a row, on one line.
    fn named(&self, row: u32, id: &str) -> String {
        let number = self.headings.column(Column::Item).and_then(|at| self.sheet.seen(row, at));
        number.map_or_else(|| id.to_owned(), |number| number.shown().replace(['\n', '\r'], ""))
    }

    /// Takes what a row says of one stage.
    fn staged(&mut self, row: u32, entry: EntryText, said: (usize, String)) -> Result<(), Fault> {
        let at = self.staged.iter().position(|rows| rows.entry.item == entry.item);
        let Some(at) = at else {
            self.staged.push(StageRows::begin(row, entry, said));
            return Ok(());
        };
        let stages = self.items.item(&entry.item).and_then(|item| item.schedule.stages());
        let known = stages.map_or(&[][..], Stages::all).iter().map(|stage| stage.name.clone()).collect();
        if self.staged[at].add(entry, said) { Ok(()) } else { Err(Fault::WhichStage { known, is_twice: true }) }
    }

    /// The rows of items with stages, each item as one entry.
    pub(super) fn gather_stages(&mut self) {
        let column = self.headings.column(Column::Figure).unwrap_or_default();
        for rows in std::mem::take(&mut self.staged) {
            let stages = self.items.item(&rows.entry.item).and_then(|item| item.schedule.stages());
            match stages.map(|stages| rows.done(stages, column)) {
                Some(Ok(entry)) => self.entries.push(entry),
                Some(Err(fault)) => self.faults.push(fault),
                None => {}
            }
        }
    }

    /// A field beyond the last heading of a text with commas: the row has come apart.
    fn beyond(&self, row: u32) -> Option<(u32, &'a Value)> {
        let sheet = self.sheet;
        let is_beyond = |column: u32| sheet.may_lack_zeros(row, column) && !self.headings.stand_over(sheet, column);
        sheet.row(row).find(|&(column, _)| is_beyond(column))
    }

    /// The cells that a figure is merged over, where the item is not merged over the same rows.
    fn merged(&self, row: u32, at: u32) -> Option<String> {
        let region = self.sheet.region(row, at)?;
        let rows = |column: u32| {
            let region = self.sheet.region(row, column);
            region.map_or((row, row), |region| (region.first.0, region.last.0))
        };
        let named = [Column::Item, Column::Title].into_iter().filter_map(|column| self.headings.column(column));
        let is_same = named.into_iter().any(|column| rows(column) == (region.first.0, region.last.0));
        let cells =
            || format!("{}:{}", cell_name(region.first.0, region.first.1), cell_name(region.last.0, region.last.1));
        (!is_same || region.first.1 != at).then(cells)
    }

    /// 公里 where the plan counts 米: the plan has changed since the form went out, or somebody counts differently. What
    /// stands behind the figure itself counts, then the row, then the heading, then what is said of the whole table.
    fn hold_measure(&self, row: u32, at: u32, value: &Value, wanted: &Wanted) -> Result<(), CellFault> {
        let Some(unit) = wanted.unit() else {
            return Ok(());
        };
        let plan = cells::plain(&crate::document::clean(unit));
        let unit = unit.to_owned();
        let is_of_plan = |written: &str| words::same_measure(&cells::plain(written), &plan);
        let is_dressed = match value {
            Value::Number { is_percent, .. } => plan == "%" && *is_percent == Some(true),
            value => cells::plain(&value.shown()).ends_with(&plan),
        };
        let column = self.headings.column(Column::Measure).or(self.owners.measures());
        if let Some((column, written)) = column.and_then(|column| Some((column, self.sheet.seen(row, column)?.shown())))
        {
            let fault = Fault::OtherMeasure { written: written.clone(), unit };
            return if is_of_plan(&written) { Ok(()) } else { Err(CellFault { row, column, fault }) };
        }
        if is_dressed {
            return Ok(());
        }
        let other = |heading: &str| {
            let fault = Fault::OtherHeading { heading: heading.to_owned(), unit: unit.clone() };
            Err(CellFault { row, column: at, fault })
        };
        for (measure, heading) in &self.headings.measures {
            if !is_of_plan(measure) {
                return other(heading.trim());
            }
        }
        if let (true, Some(heading)) = (self.headings.measures.is_empty(), &self.headings.amount)
            && plan == "%"
        {
            return other(heading);
        }
        match &self.measure {
            Some(measure) if self.headings.measures.is_empty() && !is_of_plan(measure) => other(measure),
            _ => Ok(()),
        }
    }

    /// Whether a row speaks of just this month's period: what it says of another, and where.
    fn hold_period(&self, row: u32, item: &Item) -> Result<(), (u32, String)> {
        let own = cells::plain(&item.title);
        let current = item.schedule.recurring().map(|recurring| recurring.holding(self.month));
        for column in [Column::Item, Column::Title, Column::Note] {
            let Some((at, Value::Text(written))) =
                self.headings.column(column).and_then(|at| Some((at, self.sheet.seen(row, at)?)))
            else {
                continue;
            };
            let whole = cells::plain(written);
            let rest = whole.replacen(&own, " ", 1);
            let is_named = rest != whole || column == Column::Item;
            let months = self.names.read(&rest).months;
            let is_other = match current {
                // A word on a recurring item is about one period, and it is the present one.
                Some(current) => !months
                    .iter()
                    .all(|month| current.is_some_and(|current| (current.from..=current.due).contains(month))),
                // 雨污分流（5月）; what is told in the text of a note or a title of the unit's own is no claim.
                None => column != Column::Note && is_named && !months.is_empty() && !months.contains(&self.month),
            };
            if is_other {
                return Err((at, written.trim().to_owned()));
            }
        }
        Ok(())
    }

    fn fault(&mut self, row: u32, column: u32, fault: Fault) {
        self.faults.push(CellFault { row, column, fault });
    }

    /// The occurrence that a form asks for where it names none: earlier ones have rows of their own there.
    fn current(&self, id: &str) -> Option<Month> {
        self.sent_form?;
        let recurring = self.items.item(id)?.schedule.recurring()?;
        Some(recurring.holding(self.month)?.due)
    }

    /// Headings that come again on every page.
    fn is_heading(&self, row: u32, names: &[Option<(u32, &Value)>; 2]) -> bool {
        let same = |(column, value): &(u32, &Value)| {
            let heading = self.sheet.seen(self.headings.row, *column);
            heading.is_some_and(|heading| heading.shown() == value.shown())
        };
        let figure = self.headings.column(Column::Figure);
        let figure = figure.and_then(|at| Some((at, self.sheet.seen(row, at)?)));
        names.iter().flatten().any(same) && figure.is_none_or(|figure| same(&figure))
    }

    /// Sums of other rows.
    fn is_sum(&self, row: u32) -> bool {
        let mut texts = self.sheet.row(row).take(3);
        texts.any(|(_, value)| matches!(value, Value::Text(text) if words::is_sum(text)))
    }
}

/// The reading of an entry in TOML.
fn readings(said: Said, occurrence: Option<Month>) -> Vec<(&'static str, String)> {
    let state = |state: State| {
        let word = State::ALL.into_iter().find(|(known, _)| *known == state);
        format!("\"{}\"", word.map_or("normal", |(_, word)| word))
    };
    let due = occurrence.map(|due| ("occurrence", format!("\"{due}\"")));
    match said {
        Said::Figure(key, figure) => [(key, figure)].into_iter().chain(due).collect(),
        Said::Class(name) => vec![("value", quoted(&name))],
        Said::Names(names) => vec![("done", quoted_list(names.iter().map(String::as_str)))],
        Said::State(said) => vec![("state", state(said))],
        Said::Done(is_done) => {
            let said = if is_done { State::Normal } else { State::Problem };
            // An occurrence that is named is done; a word says that it is not, or stands for one without a name.
            let word = (!is_done || due.is_none()).then(|| ("state", state(said)));
            due.into_iter().chain(word).collect()
        }
    }
}
