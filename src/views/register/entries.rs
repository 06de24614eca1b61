//! One record, or one thing left to be recorded, as it stands on the page and in the table.

use chrono::NaiveDate;

use super::RegisterPage;
use crate::assess::ShareAssessment;
use crate::document::{Block, Role};
use crate::model::{
    AnnualAssessment, Closing, Exemption, Finding, Item, ItemIx, Notice, NoticeStanding, Revision, ShareIx, Tier,
    UnitIx, Verification,
};
use crate::source::Place;
use crate::text::ledger::{self as words, Part};
use crate::text::recording::{Has, has};
use crate::text::register::{self, Cited};
use crate::text::{Lang, drafting, phrases, terms};
use crate::views::sentences::{evidence, figures};

/// What is said of one thing. What does not apply is empty.
#[derive(Clone, Debug)]
pub(in crate::views) struct Entry {
    pub(super) part: Part,
    role: Role,
    head: String,
    pub(super) lines: Vec<String>,
    pub(super) month: String,
    pub(super) date: Option<NaiveDate>,
    pub(super) unit: String,
    pub(super) items: String,
    pub(super) number: String,
    pub(super) tier: String,
    pub(super) standing: String,
    pub(super) place: String,
}

impl Entry {
    fn of(part: Part, head: String, lines: Vec<String>, place: String) -> Self {
        Self {
            part,
            role: Role::Strong,
            head,
            lines,
            month: String::new(),
            date: None,
            unit: String::new(),
            items: String::new(),
            number: String::new(),
            tier: String::new(),
            standing: String::new(),
            place,
        }
    }

    pub(super) fn block(&self) -> Block {
        Block::entry(self.role, &self.head, &self.lines)
    }
}

impl RegisterPage<'_> {
    fn at(&self, place: Place) -> String {
        self.results.at(place)
    }

    fn unit_name(&self, unit: UnitIx) -> &str {
        &self.results.workspace.unit(unit).name
    }

    fn item_of(&self, share: ShareIx) -> &Item {
        let workspace = self.results.workspace;
        workspace.item(workspace.share(share).item)
    }

    /// 2.1 城镇雨污分流改造　区住建局
    fn share_head(&self, share: ShareIx, lang: Lang) -> String {
        let unit = self.results.workspace.share(share).unit;
        let names = self.unit_name(unit);
        head_of(self.item_of(share), names, lang)
    }

    /// The same for all leads of an item.
    fn item_head(&self, ix: ItemIx, item: &Item, lang: Lang) -> String {
        head_of(item, &self.leads(ix, lang), lang)
    }

    fn leads(&self, ix: ItemIx, lang: Lang) -> String {
        let names = self.results.workspace.leads_of(ix).into_iter().map(|unit| self.unit_name(unit).to_owned());
        lang.list(names)
    }

    /// “晋水〔2022〕3号”　区住建局　预警　生效
    fn notice_head(&self, notice: &Notice, lang: Lang) -> String {
        [
            notice.number.as_str(),
            self.unit_name(notice.unit),
            self.results.tier_name(notice.tier),
            register::notice_standing(self.standing(notice), lang),
        ]
        .join(lang.pick("　", "  "))
    }

    fn of_notice(&self, part: Part, notice: &Notice, lines: Vec<String>, lang: Lang) -> Entry {
        let ids: Vec<String> = notice.shares.iter().map(|&share| self.item_of(share).id.clone()).collect();
        let standing = self.standing(notice);
        Entry {
            role: match standing {
                NoticeStanding::Lifted | NoticeStanding::Withdrawn => Role::Plain,
                NoticeStanding::InForce | NoticeStanding::Contested => Role::Strong,
            },
            month: notice.month.to_string(),
            date: Some(notice.date),
            unit: self.unit_name(notice.unit).to_owned(),
            items: ids.join(" "),
            number: notice.number.clone(),
            tier: self.results.tier_name(notice.tier).to_owned(),
            standing: register::notice_standing(standing, lang).to_owned(),
            ..Entry::of(part, self.notice_head(notice, lang), lines, self.at(notice.place))
        }
    }

    pub(super) fn notice(&self, notice: &Notice, lang: Lang) -> Entry {
        let known_by = self.results.assessment.as_of.known_by;
        let is_known = |on| known_by.is_none_or(|day| on <= day);
        let items = notice.shares.iter().map(|&share| {
            let item = self.item_of(share);
            format!("{} {}", item.id, item.title)
        });
        let mut lines = vec![words::issued(
            notice.month,
            notice.date,
            &notice.approver,
            &items.collect::<Vec<_>>(),
            &self.at(notice.place),
            lang,
        )];
        let reply = notice.reply.as_ref().filter(|dated| is_known(dated.on));
        let reply = reply.map(|dated| (dated.on, dated.text.as_str()));
        let overdue = known_by.filter(|&day| notice.reply_due.is_some_and(|due| due < day));
        lines.extend(words::answer(notice.reply_due, reply, overdue, lang));
        let objected = notice.objection.as_ref().filter(|dated| is_known(dated.on));
        lines.extend(objected.map(|dated| words::objection(dated.on, &dated.text, lang)));
        let decided = notice.decision.as_ref().filter(|(_, dated)| is_known(dated.on));
        lines.extend(decided.map(|(decision, dated)| words::decided(*decision, dated.on, &dated.text, lang)));
        let lifted = notice.lifted.as_ref().filter(|dated| is_known(dated.on));
        lines.extend(lifted.map(|dated| words::lifted(dated.on, &dated.text, lang)));
        self.of_notice(Part::Notice, notice, lines, lang)
    }

    pub(super) fn proposal(&self, assessed: &ShareAssessment, lang: Lang) -> Entry {
        let (results, verdict) = (self.results, assessed.verdict());
        let tier = verdict.tier.map_or("", |tier: Tier| results.tier_name(tier));
        let tier = terms::tier(tier, verdict.presumed, lang);
        let head = self.share_head(assessed.share, lang);
        let head = [head, phrases::proposed(&tier, lang)].join(lang.pick("　", "  "));
        let lines = vec![figures(results, assessed, lang), evidence(results, assessed, lang)];
        let place = results.evidence(assessed, verdict);
        let place = place.map_or_else(String::new, |entry| self.at(entry.place));
        Entry {
            month: verdict.month.to_string(),
            unit: results.unit(assessed).name.clone(),
            items: results.item(assessed).id.clone(),
            tier,
            ..Entry::of(Part::Unissued, head, lines, place)
        }
    }

    pub(super) fn fallen(&self, notice: &Notice, fallen: &[&ShareAssessment], lang: Lang) -> Entry {
        let line = |assessed: &&ShareAssessment| {
            let item = self.results.item(assessed);
            let named = drafting::share(&item.id, &item.title, None, lang);
            let verdict = assessed.verdict();
            let said = match (verdict.tier, verdict.withheld) {
                (Some(tier), _) => Has::Tier(self.results.tier_name(tier)),
                (None, Some(tier)) => Has::Exempt(self.results.tier_name(tier)),
                (None, None) => Has::None(terms::bucket(verdict.bucket, lang)),
            };
            has(said, &named, lang)
        };
        let mut lines: Vec<String> = fallen.iter().map(line).collect();
        lines.push(words::see(&self.at(notice.place), lang));
        self.of_notice(Part::ToLift, notice, lines, lang)
    }

    pub(super) fn objection(&self, notice: &Notice, lang: Lang) -> Entry {
        let objection = notice.objection.as_ref();
        let mut lines: Vec<String> =
            objection.map(|dated| words::objection(dated.on, &dated.text, lang)).into_iter().collect();
        lines.push(words::see(&self.at(notice.place), lang));
        self.of_notice(Part::Contested, notice, lines, lang)
    }

    fn of_share(&self, part: Part, share: ShareIx, line: String, place: Place, lang: Lang) -> Entry {
        let unit = self.results.workspace.share(share).unit;
        Entry {
            unit: self.unit_name(unit).to_owned(),
            items: self.item_of(share).id.clone(),
            ..Entry::of(part, self.share_head(share, lang), vec![line], self.at(place))
        }
    }

    pub(super) fn exemption(&self, exemption: &Exemption, lang: Lang) -> Entry {
        let assessed = self.results.assessment.of(exemption.share);
        let withheld = assessed.and_then(|assessed| assessed.verdict().withheld);
        let withheld = withheld.map(|tier| self.results.tier_name(tier));
        let place = self.at(exemption.place);
        let cited = Cited { reference: &exemption.reference, date: exemption.date, place: &place };
        let months = (exemption.from, exemption.until);
        let line = register::exempt(months, &exemption.reason, cited, withheld, lang);
        Entry {
            month: format!("{}/{}", exemption.from, exemption.until),
            date: Some(exemption.date),
            number: exemption.reference.clone(),
            tier: withheld.unwrap_or_default().to_owned(),
            standing: register::exempt_word(lang).to_owned(),
            ..self.of_share(Part::Exemption, exemption.share, line, exemption.place, lang)
        }
    }

    pub(super) fn verification(&self, checked: &Verification, lang: Lang) -> Entry {
        let line = self.results.verification(checked, lang);
        Entry {
            date: Some(checked.date),
            standing: register::outcome(checked.outcome, lang).to_owned(),
            ..self.of_share(Part::Verification, checked.share, line, checked.place, lang)
        }
    }

    fn of_item(&self, part: Part, (ix, item): (ItemIx, &Item), line: String, place: Place, lang: Lang) -> Entry {
        Entry {
            unit: self.leads(ix, lang),
            items: item.id.clone(),
            ..Entry::of(part, self.item_head(ix, item, lang), vec![line], self.at(place))
        }
    }

    pub(super) fn finding(&self, ix: ItemIx, item: &Item, finding: &Finding, lang: Lang) -> Entry {
        let place = self.at(item.place);
        let line = register::found(finding.date, &finding.by, &place, lang);
        Entry { date: Some(finding.date), ..self.of_item(Part::Finding, (ix, item), line, item.place, lang) }
    }

    pub(super) fn change(&self, ix: ItemIx, item: &Item, revision: &Revision, lang: Lang) -> Entry {
        let place = self.at(revision.place);
        let cited = Cited { reference: &revision.reference, date: revision.date, place: &place };
        let line = register::changed(revision.from, &revision.reason, cited, lang);
        Entry {
            month: revision.from.to_string(),
            date: Some(revision.date),
            number: revision.reference.clone(),
            ..self.of_item(Part::Change, (ix, item), line, revision.place, lang)
        }
    }

    pub(super) fn annual(&self, result: &AnnualAssessment, lang: Lang) -> Entry {
        let place = self.at(result.place);
        let line = words::assessed(
            (result.year, result.outcome),
            (result.date, &result.by),
            &result.reference,
            &result.note,
            &place,
            lang,
        );
        let unit = self.unit_name(result.unit).to_owned();
        Entry {
            month: result.year.to_string(),
            date: Some(result.date),
            unit: unit.clone(),
            number: result.reference.clone(),
            standing: register::outcome(result.outcome, lang).to_owned(),
            ..Entry::of(Part::Assessment, unit, vec![line], place)
        }
    }

    pub(super) fn closing(&self, closing: &Closing, lang: Lang) -> Entry {
        let as_of = self.results.assessment.as_of;
        let place = self.at(closing.place);
        let reopened = closing.reopened.as_ref();
        let again = reopened.filter(|dated| as_of.knows(dated.on)).map(|dated| (dated.on, dated.text.as_str()));
        let line = words::closing(closing.date, &closing.by, again, &place, lang);
        Entry {
            month: closing.month.to_string(),
            date: Some(closing.date),
            standing: words::is_closed(again.is_some(), lang).to_owned(),
            ..Entry::of(Part::Closing, terms::month(closing.month, lang), vec![line], place)
        }
    }
}

fn head_of(item: &Item, names: &str, lang: Lang) -> String {
    [drafting::share(&item.id, &item.title, None, lang), names.to_owned()].join(lang.pick("　", "  "))
}
