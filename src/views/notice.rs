//! Drafts of what may be sent for the proposals of a month: one document for each unit and tier, several items in one,
//! so that nobody is written to twice about one month. Facts first, then what is demanded, then how to object; the
//! derivation of each item is annexed.

use std::collections::BTreeMap;

use super::explanation::certified;
use super::official::{Annex, Draft, Given};
use super::results::{Filter, Results};
use super::sentences::{evidence, figures, what_follows};
use crate::assess::ShareAssessment;
use crate::document::{Block, Document, Form, Role, Text};
use crate::model::{Notice, NoticeKind, Rung, Schedule, ShareIx, Tier, UnitIx};
use crate::text::notice as words;
use crate::text::official::{addressees, by_day, first_level, second_level};
use crate::text::{Lang, indicator, phrases, roles, terms};

/// Official documents are in Chinese.
const ZH: Lang = Lang::Zh;

/// A notice that may be sent.
#[derive(Debug)]
pub(crate) struct DraftNotice<'a> {
    results: Results<'a>,
    /// What it would pronounce.
    pub(crate) tier: Tier,
    /// Whom it is about.
    pub(crate) unit: UnitIx,
    shares: Vec<&'a ShareAssessment>,
}

/// What there is to draft for a month, and what has been sent already.
#[derive(Debug, Default)]
pub(crate) struct DraftNotices<'a> {
    /// The drafts, highest tier first, units in the order of the plan.
    pub(crate) drafts: Vec<DraftNotice<'a>>,
    /// Notices that have been issued for proposals of the same month, and are left alone.
    pub(crate) issued: Vec<&'a Notice>,
}

impl<'a> DraftNotices<'a> {
    /// The proposals that a filter lets through, by tier and unit.
    pub(crate) fn of(results: Results<'a>, filter: &Filter) -> Self {
        let mut groups: BTreeMap<(std::cmp::Reverse<Tier>, UnitIx), Vec<&ShareAssessment>> = BTreeMap::new();
        for assessed in results.gravest_first(filter) {
            if let Some(tier) = assessed.verdict().tier {
                groups.entry((std::cmp::Reverse(tier), results.share(assessed).unit)).or_default().push(assessed);
            }
        }
        let mut found = Self::default();
        let as_of = results.assessment.as_of;
        let unissued: Vec<ShareIx> = results.unissued().map(|one| one.share).collect();
        for ((std::cmp::Reverse(tier), unit), mut shares) in groups {
            let mut notices = results.workspace.register.notices.iter();
            let issued = notices.find(|notice| {
                (notice.month, notice.unit, notice.tier) == (as_of.month, unit, tier) && notice.counts(as_of.known_by)
            });
            if let Some(issued) = issued {
                found.issued.push(issued);
                continue;
            }
            // One that people have settled with a notice of a lower tier is settled.
            shares.retain(|assessed| unissued.contains(&assessed.share));
            if shares.is_empty() {
                continue;
            }
            shares.sort_by_key(|assessed| assessed.share);
            found.drafts.push(DraftNotice { results, tier, unit, shares });
        }
        found
    }
}

impl DraftNotice<'_> {
    /// What kind of document it is.
    pub(crate) fn kind(&self) -> NoticeKind {
        self.rung().notice
    }

    /// The items it is about, by id.
    pub(crate) fn items(&self) -> Vec<String> {
        let id = |assessed: &&ShareAssessment| self.results.item(assessed).id.clone();
        self.shares.iter().map(id).collect()
    }

    /// The name of its file without an ending: `2022-06-housing-criticism-通报批评`.
    pub(crate) fn file_name(&self) -> String {
        let month = self.results.assessment.as_of.month;
        let unit = &self.results.workspace.unit(self.unit).id;
        let tier = self.results.tier_id(self.tier);
        let name = words::short_name(self.kind(), ZH);
        format!("{month}-{unit}-{tier}-{name}")
    }

    fn rung(&self) -> &Rung {
        self.results.workspace.plan.ladder.rung(self.tier)
    }

    /// The document.
    pub(crate) fn document(&self, given: &Given) -> Document {
        let plan = &self.results.workspace.plan;
        let unit = self.results.workspace.unit(self.unit);
        let name = words::full_name(&unit.full_name, &unit.name);
        let (month, kind) = (self.results.assessment.as_of.month, self.kind());
        let (form, addressee) = match kind {
            NoticeKind::Warning | NoticeKind::Interview => (Form::Letter, format!("{name}：")),
            NoticeKind::Criticism => (Form::Circular, addressees(&plan.office)),
        };
        let draft = Draft { plan, month, form, given };
        let annexes = self.shares.iter().map(|assessed| {
            let item = self.results.item(assessed);
            Annex { name: words::annex(&item.id), blocks: vec![Block::Table(certified(self.results, assessed, ZH))] }
        });
        let title = words::title(kind, self.rung().from, &plan.title, &unit.name);
        Document { blocks: draft.document(&title, &addressee, self.body(name, given), annexes.collect()) }
    }

    fn body(&self, name: &str, given: &Given) -> Vec<Block> {
        let results = self.results;
        let (month, kind) = (results.assessment.as_of.month, self.kind());
        let plan = &results.workspace.plan;
        let mut body = Body(Vec::new());
        let sealed = self.sealed_otherwise();
        body.say(words::opening(kind, &plan.title, self.rung(), name, month, self.shares.len(), &sealed));
        body.heading(words::facts_heading(kind, self.rung().from));
        for (position, assessed) in self.shares.iter().enumerate() {
            body.0.push(self.facts(position, assessed, name));
        }
        if kind == NoticeKind::Interview {
            body.heading(words::ARRANGEMENTS);
            for line in words::arrangements(name) {
                body.say(line);
            }
        }
        body.heading(words::demands_heading(kind));
        body.say(words::demands(kind, self.rung().from, name, &by_day(given.reply_due)));
        for assessed in &self.shares {
            let item = &results.item(assessed).id;
            let mut follows = what_follows(results, assessed, ZH);
            // Whose head is asked to come need not be told that nothing graver follows.
            follows.retain(|said| said != phrases::top_of_ladder(ZH));
            if !follows.is_empty() {
                body.say(words::demand(item, &follows.concat()));
            }
        }
        let others = self.others();
        if kind != NoticeKind::Criticism && !others.is_empty() {
            body.say(words::others(&others));
        }
        body.heading(words::OBJECTION_HEADING);
        body.say(words::objection(kind, name));
        if kind == NoticeKind::Warning {
            body.say(words::ENDING);
        }
        body.0
    }

    /// That the month was closed with other verdicts on these items; empty if it was not.
    fn sealed_otherwise(&self) -> String {
        let results = self.results;
        let said = results.closing().map(|closing| {
            let stood = self.shares.iter().filter_map(|assessed| results.sealed_otherwise(closing, assessed, ZH));
            (closing.date, stood.collect::<Vec<_>>())
        });
        let said = said.filter(|(_, stood)| !stood.is_empty());
        said.map_or_else(String::new, |(date, stood)| words::sealed_otherwise(date, &stood))
    }

    /// What else the month brings the unit: the shares with a tier that this letter is not about, as other letters name
    /// them. Two of them may rest on one reading held against two targets.
    fn others(&self) -> Vec<String> {
        let results = self.results;
        let as_of = results.assessment.as_of;
        let is_other = |assessed: &&ShareAssessment| {
            results.share(assessed).unit == self.unit && self.shares.iter().all(|own| own.share != assessed.share)
        };
        let named = |assessed: &ShareAssessment| {
            let mut sent = results.notices(assessed);
            let sent = sent.find(|notice| notice.month == as_of.month && notice.counts(as_of.known_by));
            let item = results.item(assessed);
            let tier = sent.map(|notice| (notice.tier, Some(notice.number.as_str())));
            let (tier, number) = tier.or(assessed.verdict().tier.map(|tier| (tier, None)))?;
            Some(words::other(&item.id, &item.title, results.tier_name(tier), number))
        };
        results.assessment.shares.iter().filter(is_other).filter_map(named).collect()
    }

    /// What one item lags behind, and how that is known.
    fn facts(&self, position: usize, assessed: &ShareAssessment, unit: &str) -> Block {
        let results = self.results.without_places();
        let (item, verdict) = (results.item(assessed), assessed.verdict());
        let task = results.task(assessed);
        let task = format!("{} {}", task.number, task.title);
        let basis = results.basis(assessed, ZH).map(|(basis, _)| basis);
        let mut lines = vec![
            words::demanded(&task, &item.source, due(results, assessed).as_deref(), basis.as_deref()),
            figures(results, assessed, ZH),
        ];
        let (workspace, of) = (results.workspace, results.share(assessed).item);
        if roles::are_told(workspace, of) {
            lines.insert(1, roles::units(&roles::named(workspace, of, ZH), ZH));
        }
        lines.extend(verdict.evidence.map(|_| evidence(results, assessed, ZH)));
        let unsaid = verdict.unsaid.filter(|_| verdict.presumed);
        lines.extend(unsaid.map(|month| {
            if verdict.is_unread_period() {
                return indicator::nothing_read(true, ZH);
            }
            words::silent(self.kind(), unit, month, verdict.evidence.is_some())
        }));
        lines.extend(results.change(assessed, ZH));
        lines.extend(results.sent(assessed, ZH));
        Block::entry(Role::Plain, format!("{}{} {}", second_level(position), item.id, item.title), lines)
    }
}

/// By when all of an item is due, or from when on it is looked at.
fn due(results: Results<'_>, assessed: &ShareAssessment) -> Option<String> {
    match results.terms(assessed).schedule {
        Schedule::Curve(curve) => Some(words::due(&terms::moment(curve.finish().by, ZH))),
        Schedule::Stages(stages) => stages.finish().map(|by| words::due(&terms::moment(by, ZH))),
        Schedule::Recurring(recurring) => {
            let asked = results.workspace.asked_of(results.share(assessed), recurring).iter();
            let dues: Vec<String> = asked.map(|one| terms::close(one.due, ZH)).collect();
            Some(words::dues(&dues))
        }
        Schedule::Indicator(indicator) => Some(words::due_from(&terms::moment(indicator.due(), ZH))),
        Schedule::Standing { .. } | Schedule::Unscheduled => None,
    }
}

/// The text of a document, with numbered headings.
struct Body(Vec<Block>);

impl Body {
    fn say(&mut self, said: impl AsRef<str>) {
        self.0.push(Block::plain(said));
    }

    fn heading(&mut self, heading: &str) {
        let is_heading = |block: &&Block| matches!(block, Block::Heading(_));
        let position = self.0.iter().filter(is_heading).count();
        self.0.push(Block::Heading(Text::new(first_level(position, heading))));
    }
}
