//! Notices and how they stand, what nobody has recorded, lifted or decided on.

use serde::Serialize;

use super::RegisterPage;
use super::entries::Entry;
use super::records::dated;
use crate::assess::{ShareAssessment, Withheld};
use crate::document::Role;
use crate::model::{Notice, NoticeStanding, ShareIx, Tier};
use crate::text::ledger::{self as words, Part};
use crate::text::recording::{Has, has};
use crate::text::{Lang, drafting, phrases, register, terms};
use crate::views::Filter;
use crate::views::sentences::{evidence, figures};

impl<'a> RegisterPage<'a> {
    pub(super) fn notices(&self) -> impl Iterator<Item = &'a Notice> {
        let as_of = self.results.assessment.as_of;
        let all = self.results.workspace.register.notices.iter();
        all.filter(move |notice| notice.month <= as_of.month && notice.is_known(as_of) && self.admits(notice.unit))
    }

    /// Gravest first, as `escalate` lists them.
    pub(super) fn unissued(&self) -> Vec<&'a ShareAssessment> {
        let unissued: Vec<ShareIx> = self.results.unissued().map(|assessed| assessed.share).collect();
        let mut all = self.results.gravest_first(&Filter::default());
        all.retain(|assessed| unissued.contains(&assessed.share) && self.admits_share(assessed.share));
        all
    }

    /// Notices that hold a unit to a tier, with those of their shares that no longer have it.
    pub(super) fn to_lift(&self) -> impl Iterator<Item = (&'a Notice, Vec<&'a ShareAssessment>)> {
        self.notices().filter_map(|notice| {
            let stands = self.standing(notice);
            if !matches!(stands, NoticeStanding::InForce | NoticeStanding::Contested) {
                return None;
            }
            let shares = notice.shares.iter().filter_map(|&share| self.results.assessment.of(share));
            let fallen: Vec<_> =
                shares.filter(|assessed| assessed.verdict().tier_by_rule() < Some(notice.tier)).collect();
            (!fallen.is_empty()).then_some((notice, fallen))
        })
    }

    pub(super) fn contested(&self) -> impl Iterator<Item = &'a Notice> {
        self.notices().filter(|notice| self.standing(notice) == NoticeStanding::Contested)
    }

    pub(super) fn standings(&self) -> Vec<(NoticeStanding, usize)> {
        let all =
            [NoticeStanding::InForce, NoticeStanding::Contested, NoticeStanding::Lifted, NoticeStanding::Withdrawn];
        let count = |standing| self.notices().filter(|notice| self.standing(notice) == standing).count();
        all.map(|standing| (standing, count(standing))).to_vec()
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
        if !notice.against_seal.is_empty() {
            lines.push(words::against_seal(&notice.against_seal, lang));
        }
        let shares = notice.shares.iter().filter_map(|&share| self.results.assessment.of(share));
        lines.extend(shares.filter_map(|assessed| self.results.since_sent(assessed, notice, true, lang)));
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
            let said = match (verdict.tier, verdict.withheld.zip(verdict.withheld_as())) {
                (Some(tier), _) => Has::Tier(self.results.tier_name(tier)),
                (None, Some((tier, Withheld::Exempt))) => Has::Exempt(self.results.tier_name(tier)),
                (None, Some((tier, Withheld::Disputed))) => Has::Disputed(self.results.tier_name(tier)),
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

    pub(super) fn notice_data(&self, notice: &'a Notice) -> impl Serialize + use<'a> {
        let reply = self.known(notice.reply.as_ref());
        let known_by = self.results.assessment.as_of.known_by;
        let decided = notice.decision.as_ref();
        object! {
            number: &notice.number,
            month: notice.month,
            date: notice.date,
            unit: &self.results.workspace.unit(notice.unit).id,
            tier: self.results.tier_id(notice.tier),
            items: list!(&share in &notice.shares => self.item_id(share)),
            approver: &notice.approver,
            against_seal: Some(&notice.against_seal).filter(|reason| !reason.is_empty()),
            standing: self.standing(notice),
            reply_due: notice.reply_due,
            // Whether the day for an answer had passed without one; null where no day to know it by was asked for.
            overdue: known_by.map(|day| notice.reply_due.is_some_and(|due| due < day) && reply.is_none()),
            reply: reply.map(dated),
            objection: self.known(notice.objection.as_ref()).map(dated),
            decision: decided.and_then(|(decision, made)| {
                let made = self.known(Some(made))?;
                Some(object! { outcome: *decision, #[serde(flatten)] dated: dated(made) })
            }),
            lifted: self.known(notice.lifted.as_ref()).map(dated),
            #[serde(flatten)] place: self.results.place(notice.place),
        }
    }
}
