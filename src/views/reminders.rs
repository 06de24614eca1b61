//! A message for each unit that still owes its report: what is missing, until when, which items it has to report on,
//! what the plan asks of them, and what follows if nothing has changed. Plain text, ready to be pasted.

use serde::Serialize;

use super::columns::{Columns, table};
use super::filing::Owing;
use super::results::Results;
use super::sentences::what_follows;
use super::submissions::{FaultyReport, Submissions};
use super::{View, page};
use crate::assess::{AsOf, Assessment, Filed, Needs, Outlook, Relief, ShareAssessment, assess, is_open};
use crate::document::{Block, Cell, Document, Role, Table, clean};
use crate::model::{Item, Month, Ratio, Schedule, UnitIx};
use crate::text::measure::{self, Measure};
use crate::text::reminder::{self as words, Asked, Why};
use crate::text::{Lang, filing as filing_words, phrases, terms};

/// The messages for one month.
#[derive(Debug)]
pub(crate) struct Reminders<'a> {
    submissions: Submissions<'a>,
    messages: Vec<Message>,
}

/// The message for one unit.
#[derive(Clone, Debug)]
struct Message {
    unit: UnitIx,
    lines: Vec<String>,
}

impl<'a> Reminders<'a> {
    /// Writes the messages to the units that owe a report; tiers are named only where that is asked for: nobody has decided
    /// on one yet.
    pub(crate) fn of(submissions: Submissions<'a>, with_tier: bool, lang: Lang) -> Self {
        let as_of = submissions.filings.as_of;
        let workspace = submissions.workspace;
        let before = AsOf { month: as_of.month.plus(-1), ..as_of };
        let (now, before) = (&assess(workspace, as_of), &assess(workspace, before));
        let writer = Writer { submissions, now, before, with_tier, lang };
        let message = |unit| Message { unit, lines: writer.message(unit) };
        Self { submissions, messages: submissions.owed().map(message).collect() }
    }

    /// What is said beside the messages.
    pub(crate) fn aside(&self, lang: Lang) -> String {
        let month = self.submissions.filings.as_of.month;
        match self.messages.len() {
            0 => String::new(),
            count => words::count(count, month, lang) + "\n",
        }
    }

    /// That there is nothing to send.
    fn nothing(&self, lang: Lang) -> String {
        let submissions = self.submissions;
        let month = submissions.filings.as_of.month;
        if submissions.units.len() == submissions.workspace.plan.units.len() {
            return filing_words::nobody_owed(month, submissions.is_asked(), lang);
        }
        let names: Vec<String> = submissions.units.iter().map(|&unit| submissions.name(unit).to_owned()).collect();
        words::owes_nothing(&names, month, lang)
    }
}

/// What the messages are written from. A report is asked for before its month is judged: what follows is told from the
/// close of the month before.
struct Writer<'a> {
    submissions: Submissions<'a>,
    now: &'a Assessment,
    before: &'a Assessment,
    with_tier: bool,
    lang: Lang,
}

impl Writer<'_> {
    fn message(&self, unit: UnitIx) -> Vec<String> {
        let lang = self.lang;
        let submissions = self.submissions;
        let plan = &submissions.workspace.plan;
        let month = submissions.filings.as_of.month;
        let faulty = submissions.faulty_file_of(unit);
        let why = why(submissions.filings.now(unit));
        let mut lines = vec![words::salutation(submissions.name(unit), lang)];
        lines.push(words::request(why, &plan.title, month, plan.report_day_of(month), lang));
        if plan.sample {
            lines.insert(0, phrases::sample(lang).to_owned());
        }
        lines.extend(faulty.into_iter().flat_map(|file| self.errors(file)));

        let items = self.items(unit);
        if items.is_empty() {
            lines.push(words::no_items(lang).to_owned());
        } else {
            lines.push(words::items(month, lang));
            lines.extend(items);
        }
        let earlier = self.earlier_faulty(unit);
        if earlier.is_empty() {
            let notes = self.notes(unit);
            if !notes.is_empty() {
                lines.push(words::take_note(lang).to_owned());
                lines.extend(notes);
            }
        } else {
            // Where a report of the unit cannot be read, how far it lags cannot be said.
            lines.push(words::earlier_faulty(&earlier, lang));
        }
        lines.push(words::closing(lang).to_owned());
        lines.iter().map(|line| clean(line)).collect()
    }

    fn errors(&self, file: &FaultyReport) -> Vec<String> {
        let lines = self.submissions.error_lines(file, self.lang);
        let numbered = |(at, line): (usize, &String)| words::numbered(at + 1, line, self.lang);
        lines.iter().enumerate().map(numbered).collect()
    }

    /// The shares of a unit, in the order of the plan, as one of the assessments finds them.
    fn shares_of<'s>(&'s self, unit: UnitIx, assessment: &'s Assessment) -> impl Iterator<Item = &'s ShareAssessment> {
        let workspace = self.submissions.workspace;
        let shares = assessment.shares.iter();
        shares.filter(move |assessed| workspace.share(assessed.share).unit == unit)
    }

    /// What the unit has to report on, standing duties last.
    fn items(&self, unit: UnitIx) -> Vec<String> {
        let lang = self.lang;
        let results = self.results(self.now);
        let month = self.now.as_of.month;
        let (mut lines, mut standing) = (Vec::new(), Vec::new());
        for assessed in self.shares_of(unit, self.now) {
            let item = results.item(assessed);
            if !is_open(results.workspace, assessed.share, month) {
                continue;
            }
            if item.schedule.is_standing() {
                standing.push(format!("{} {}", item.id, item.title));
                continue;
            }
            let last = results
                .evidence(assessed, assessed.verdict())
                .map(|entry| (entry.month, measure::entry(entry, results.share(assessed), item, lang)));
            let last = last.as_ref().map(|(month, said)| (*month, said.as_str()));
            lines.push(words::item(&item.id, &item.title, &self.asked(assessed, item), last, lang));
        }
        if !standing.is_empty() {
            lines.push(words::standing_duties(&standing, lang));
        }
        lines
    }

    /// What the plan asks of an item at the close of the month.
    fn asked(&self, assessed: &ShareAssessment, item: &Item) -> String {
        let (lang, results) = (self.lang, self.results(self.now));
        let month = self.now.as_of.month;
        let required = assessed.verdict().required;
        let verdict = assessed.verdict();
        let indicator = verdict.indicator(item);
        let target = indicator
            .map_or_else(String::new, |indicator| measure::target(indicator, indicator.asked_in(month).0, lang));
        let due;
        let figure;
        let asked = match self.results(self.now).terms(assessed).schedule {
            Schedule::Curve(_) => match required.filter(|required| *required > Ratio::ZERO) {
                None => Asked::NothingYet,
                Some(required) => {
                    let measure = Measure::of(item);
                    figure = measure.show(measure.least(required), lang);
                    Asked::Figure(&figure)
                }
            },
            Schedule::Stages(stages) => {
                let of_share = results.terms(assessed);
                let asked =
                    stages.asked().map(|(at, curve)| (at, of_share.in_measure(curve.required_at(month.close()))));
                let asked = asked.map(|(at, number)| (at, Measure::of(item).least(number)));
                let asked: Vec<(usize, Ratio)> = asked.filter(|(_, number)| *number > Ratio::ZERO).collect();
                figure = measure::at_stages(&asked, item, lang);
                if asked.is_empty() { Asked::NothingYet } else { Asked::Figure(&figure) }
            }
            Schedule::Recurring(recurring) => {
                let mut ahead = recurring.occurrences().iter().map(|one| one.due);
                match ahead.find(|&due| due >= month) {
                    Some(due) if recurring.is_counted() => Asked::Times(due, recurring.times),
                    Some(due) if due == month => Asked::OccurrenceNow,
                    Some(due) => Asked::OccurrenceIn(due),
                    None => Asked::Occurrence,
                }
            }
            Schedule::Indicator(indicator) if indicator.asked_in(month).1.at() > month.close() => {
                due = terms::moment(indicator.asked_in(month).1, lang);
                Asked::TargetFrom(&target, &due)
            }
            Schedule::Indicator(_) => Asked::Target(&target),
            Schedule::Standing { .. } | Schedule::Unscheduled => Asked::Progress,
        };
        words::asked(asked, lang)
    }

    /// What may follow at the close of the month, for shares that already lag or would then reach a tier.
    fn notes(&self, unit: UnitIx) -> Vec<String> {
        let lang = self.lang;
        let results = self.results(self.before);
        let month = self.now.as_of.month;
        let mut notes = Vec::new();
        for assessed in self.shares_of(unit, self.before) {
            let verdict = assessed.verdict();
            let reaches = |outlook: Outlook| outlook.month == month;
            if verdict.tier.is_none() && !results.outlook(assessed).is_some_and(reaches) {
                continue;
            }
            if !self.with_tier {
                notes.push(self.untiered(results, assessed));
                continue;
            }
            let late = verdict.lag.map(|lag| phrases::lateness(lag, lang));
            let tier = verdict.tier.map(|tier| results.tier_name(tier));
            notes.push(words::lagging(
                &results.item(assessed).id,
                verdict.month,
                &late.unwrap_or_default(),
                tier,
                verdict.presumed,
                &what_follows(results, assessed, lang).join(lang.pick("", " ")),
                lang,
            ));
        }
        notes
    }

    /// How far a share lags, and what the report has to show, without a word on tiers.
    fn untiered(&self, results: Results<'_>, assessed: &ShareAssessment) -> String {
        let lang = self.lang;
        let (item, verdict) = (results.item(assessed), assessed.verdict());
        let rungs = results.workspace.plan.ladder.rungs();
        let month = self.now.as_of.month;
        let needs = |needs: &Needs| measure::needs(needs, item, lang);
        let (Some(_), Some(lag)) = (verdict.tier, verdict.lag) else {
            let will_lag = |ahead: Outlook| {
                let avoids = ahead.needs.as_ref().map(needs);
                words::will_lag(&item.id, month, avoids.as_deref(), rungs[ahead.tier.0].from, lang)
            };
            return results.outlook(assessed).map(will_lag).unwrap_or_default();
        };
        let lagged = words::lagged(&item.id, verdict.month, &phrases::lateness(lag, lang), verdict.presumed, lang);
        let catches_up = results.relief(assessed).map(|relief| match relief {
            Relief::Reported(shown) => words::catches_up(month, &needs(&shown), rungs[0].from, lang),
            Relief::Approved => words::asks_less(month, rungs[0].from, lang),
        });
        [lagged].into_iter().chain(catches_up).collect::<Vec<_>>().join(lang.pick("", " "))
    }

    /// Earlier months for which the unit's report has errors.
    fn earlier_faulty(&self, unit: UnitIx) -> Vec<String> {
        let month = self.now.as_of.month;
        let mut months: Vec<Month> = self
            .submissions
            .faulty
            .iter()
            .filter_map(|file| file.of)
            .filter(|&(of, earlier)| of == unit && earlier < month)
            .map(|(_, earlier)| earlier)
            .collect();
        months.sort_unstable();
        months.dedup();
        let said = |&month: &Month| terms::month(month, self.lang);
        months.iter().map(said).collect()
    }

    fn results<'s>(&'s self, assessment: &'s Assessment) -> Results<'s> {
        Results { sources: self.submissions.sources, workspace: self.submissions.workspace, assessment }
    }
}

fn why(filed: Filed) -> Why {
    match filed {
        Filed::Draft => Why::Draft,
        Filed::Faulty => Why::Faulty,
        Filed::Missing | Filed::InTime | Filed::Unasked | Filed::Late(_) | Filed::NotExpected => Why::Missing,
    }
}

impl View for Reminders<'_> {
    fn data(&self) -> impl Serialize {
        let submissions = self.submissions;
        let plan = &submissions.workspace.plan;
        let as_of = submissions.filings.as_of;
        object! {
            #[serde(flatten)] head: page::head(plan, as_of),
            report_day: plan.report_day_of(as_of.month),
            reminders: list!(message in &self.messages => {
                unit: &submissions.workspace.unit(message.unit).id,
                unit_name: submissions.name(message.unit),
                filed: super::filing::filed_id(submissions.filings.now(message.unit)),
                text: message.lines.join("\n"),
            }),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let mut blocks = Vec::new();
        let count = self.messages.len();
        if count == 0 {
            blocks.push(Block::paragraph(Role::Good, self.nothing(lang)));
        }
        for (at, message) in self.messages.iter().enumerate() {
            if count > 1 {
                let unit = self.submissions.name(message.unit);
                blocks.push(Block::heading(Role::Muted, words::separator(at + 1, count, unit)));
            }
            blocks.extend(message.lines.iter().map(Block::plain));
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let submissions = self.submissions;
        let owing = self.messages.iter().map(|message| (submissions, message.unit));
        let sheet = table(Owing::ALL, owing, lang).beside(table(Sending::ALL, &self.messages, lang));
        page::signed_by(sheet, &submissions.workspace.plan, submissions.filings.as_of, lang)
    }
}

columns! {
    /// What is sent.
    Sending of &'a Message as message, lang;
    Text: prose { "催报文字", "text" }
        means { "可直接发出的催报文字", "a message ready to be sent" } unit TEXT
        from { "由报送情况写成", "written from what was filed" }
        => Cell::text(message.lines.join("\n"));
}
