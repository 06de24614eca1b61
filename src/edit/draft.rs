//! The report of a unit for a month before anything is filled in: each open item with what is required and what was
//! last reported, its entry commented out. A figure that nobody has given is not in it.

use super::compose::schema_line;
use super::written::quoted;
use crate::assess::{Assessment, Reasoning, Verdict, open_shares};
use crate::document::clean;
use crate::model::{Entry, Figure, Item, Month, Ratio, Schedule, Share, ShareIx, UnitIx, Workspace};
use crate::problem::ReadingKind;
use crate::source::Sources;
use crate::text::measure::{self, Measure};
use crate::text::{Lang, drafting as words, things};

/// What a new report is made from.
#[derive(Clone, Copy, Debug)]
pub struct DraftFor<'a> {
    /// The files, for naming the place of the last report.
    pub sources: &'a Sources,
    /// The workspace.
    pub workspace: &'a Workspace,
    /// The verdicts at the close of the month.
    pub assessment: &'a Assessment,
    /// The unit that reports.
    pub unit: UnitIx,
    /// Whether to list complete items and those that do not apply as well.
    pub all: bool,
}

impl DraftFor<'_> {
    /// The shares that are in it, in the order of the plan.
    pub fn shares(&self) -> Vec<ShareIx> {
        if self.all {
            let own = self.workspace.shares_by(self.unit).map(|(ix, _)| ix);
            return own.filter(|&ix| self.assessment.of(ix).is_some()).collect();
        }
        open_shares(self.workspace, self.unit, self.month())
    }

    /// The text of the report, laid out as every file is.
    pub fn text(&self, lang: Lang) -> String {
        let unit = self.workspace.unit(self.unit);
        let plan = &self.workspace.plan;
        let month = self.month();
        let shares = self.shares();
        let mut head = vec![words::head(&unit.name, month, plan.due_day(self.unit, month), lang)];
        if plan.sample {
            head.push(words::sample(lang).to_owned());
        }
        if !shares.is_empty() {
            head.extend(words::how_to_fill(&unit.id, month, lang).lines().map(str::to_owned));
        }
        let schema = schema_line(self.sources, "report").map_or_else(String::new, |line| format!("{line}\n"));
        let mut blocks = vec![schema + &comments(&head)];
        blocks.push(format!(
            "month = \"{month}\"\nunit = {}\ndraft = true\nreporter = \"\"\napprover = \"\"\n",
            quoted(&unit.id)
        ));
        blocks.extend(shares.into_iter().map(|share| self.block(share, lang)));
        blocks.join("\n")
    }

    fn month(&self) -> Month {
        self.assessment.as_of.month
    }

    fn block(&self, ix: ShareIx, lang: Lang) -> String {
        let share = self.workspace.share(ix);
        let item = self.workspace.item(share.item);
        let assessed = self.assessment.of(ix).expect("an open share is there");
        let verdict = assessed.verdict();
        let mut said = vec![words::share(&item.id, &item.title, Some(&item.source), lang)];
        said.push(self.asked(share, item, verdict, lang));
        let month = self.month();
        let last = share.entries.iter().rfind(|entry| entry.month < month);
        said.extend(last.map(|entry| self.last(entry, share, item, lang)));
        if let Some(entry) = last {
            let (note, problem, next) = (entry.remarks.note(), entry.remarks.problem(), entry.remarks.next());
            said.extend((!note.trim().is_empty()).then(|| words::note_then(note, lang)));
            said.extend((!problem.trim().is_empty()).then(|| words::problem_then(problem, lang)));
            said.extend((!next.trim().is_empty()).then(|| words::next_then(next, lang)));
        }
        let kind = ReadingKind::of(item);
        said.extend(words::how_to_report(item, kind, lang));
        if let Some(quantity) = item.quantity.as_ref().filter(|_| !share.objects.is_empty()) {
            let names: Vec<&str> = quantity.names(share.objects.iter().copied()).collect();
            said.push(things::to_name(&names, lang));
        }
        let mut lines = vec!["[[entries]]".to_owned(), format!("item = {}", quoted(&item.id))];
        let reading = match kind {
            ReadingKind::Percent => "percent =",
            ReadingKind::Done | ReadingKind::Times => "done =",
            ReadingKind::Stages => "stages =",
            ReadingKind::Value => "value =",
            ReadingKind::State | ReadingKind::Occurrence => "state = \"\"",
        };
        lines.push(reading.to_owned());
        lines.extend(["note", "problem", "next"].map(|key| format!("{key} = \"\"")));
        let template: Vec<String> = lines.iter().map(|line| format!("#{line}\n")).collect();
        comments(&said) + &template.concat()
    }

    /// What the plan asks for at the close of the month.
    fn asked(&self, share: &Share, item: &Item, verdict: &Verdict, lang: Lang) -> String {
        let month = self.month();
        let terms = verdict.terms(item, share);
        match (terms.schedule, verdict.reasoning) {
            (Schedule::Recurring(recurring), Reasoning::Recurring { next, .. }) => {
                let open = recurring.occurrences().iter().skip(next.unwrap_or(usize::MAX));
                let arrears: Vec<Month> =
                    open.map(|occurrence| occurrence.due).take_while(|due| *due < month).collect();
                words::occurrences(recurring.holding(month).map(|now| now.due), recurring.times, &arrears, lang)
            }
            (Schedule::Indicator(indicator), _) => {
                let (target, from) = indicator.asked_in(month);
                words::target(&measure::target(indicator, target, lang), from, lang)
            }
            (Schedule::Stages(stages), _) => {
                let asked = stages.asked().map(|(at, curve)| (at, terms.in_measure(curve.required_at(month.close()))));
                let asked: Vec<(usize, Ratio)> =
                    asked.map(|(at, number)| (at, Measure::of(item).least(number))).collect();
                let shown = |amount: Figure| words::in_all(&Measure::of(item).show(amount.ratio(), lang), lang);
                let total = terms.amount.map(shown);
                words::required(month, &measure::at_stages(&asked, item, lang), total.as_deref(), lang)
            }
            (Schedule::Standing { .. }, _) => words::standing_duty(lang).to_owned(),
            (Schedule::Unscheduled, _) => words::unscheduled(lang).to_owned(),
            _ => {
                let measure = Measure::of(item);
                let required = verdict.required.unwrap_or(Ratio::ZERO);
                let required = measure.show(measure.least(required), lang);
                let total = terms.amount.map(|amount| {
                    let total = measure.show(amount.ratio(), lang);
                    let is_least = item.quantity.as_ref().is_some_and(|quantity| quantity.at_least);
                    if is_least { things::at_least(&total, lang) } else { words::in_all(&total, lang) }
                });
                words::required(month, &required, total.as_deref(), lang)
            }
        }
    }

    fn last(&self, entry: &Entry, share: &Share, item: &Item, lang: Lang) -> String {
        let file = &self.sources.file(entry.place.file).path;
        let line = self.sources.line_column(entry.place).line;
        let reading = measure::entry(entry, share, item, lang);
        let is_last_month = entry.month.plus(1) == self.month();
        words::last(entry.month, is_last_month, &reading, &format!("{file}:{line}"), lang)
    }
}

/// Lines of comment; whatever a text contains, it stays on its line.
fn comments(lines: &[String]) -> String {
    lines.iter().map(|line| format!("# {}", clean(line)).trim_end().to_owned() + "\n").collect()
}
