//! `notice issue`: a notice that was really sent. It has to agree with the verdicts as they could be known on its day:
//! what is proposed, or less, for that is for people to decide; never more, and never for what is exempt.

use anyhow::{Result, anyhow};
use chrono::NaiveDate;

use crate::assess::{AsOf, Assessment, ShareAssessment, Withheld, assess};
use crate::closing;
use crate::commands::kinds::{Day, ItemName, MonthName, NewNumber, Office, Reason, TierName, UnitName};
use crate::commands::options::refuse_early;
use crate::commands::recording::{Now, Said, Writing, given, list};
use crate::commands::session::Session;
use crate::commands::{Outcome, names};
use crate::edit::quoted;
use crate::model::{Month, Notice, NoticeStanding, RecordKind, ShareIx, Tier, UnitIx, Workspace};
use crate::text::recording::{self as words, Aside, Done, Has, Wanted};
use crate::text::{Lang, drafting, terms};
use crate::views::Results;

command! {
    "issue" "发文":
        "登记一份已经发出的文书；与 escalate 不符的不登记",
        "Record a notice that was sent; refused if escalate does not bear it out";
    examples
        "notice issue {6月|2022-06} --unit {区住建局|housing} --tier {通报批评|criticism} --number {上水防办〔2022〕5号|\"SSFB 2022-5\"} --on 2022-07-05 --approver {区水污染防治工作领导小组|\"the leading group\"}

         {加 --item 2.1 只就这个事项；加 -n 先看。|Add --item 2.1 for that item only; add -n to look first.}";
    pub(super) struct Arguments {
        month: MonthName = "bare -m --month",
            "依据哪个月末的结论，如 2022-06、6月", "The month on whose verdicts it rests, such as 2022-06 or 6";
        unit: UnitName = "bare -u --unit", "发给哪个单位（标识或名称）", "The unit it was sent to, by id or name";
        tier: TierName = "--tier",
            "哪一档（标识或名称）：可以低于拟定的，不能高于",
            "Its tier, by id or name; not higher than proposed";
        number: NewNumber = "--number", "发文字号，照原件写，如 上水防办函〔2022〕5号", "Its number, as printed on it";
        on: Day = "--on",
            "成文日期，如 2022-07-05；按这一天所知核对",
            "Its date, such as 2022-07-05; checked against what was known that day";
        approver: Office = "--approver",
            "由哪个机关审定（写机关，不写人名）", "The office that approved it; give the office, not a person";
        items: Vec<ItemName> = "--item",
            "只就这个事项（可重复；默认：该单位恰好拟定这一档的全部事项）",
            "Only for this item (repeatable; default: all items of the unit with exactly that tier)";
        against_seal: Option<Reason> = "--against-seal",
            "该月已结账、这一档比封存的结论重时：为什么仍要登记",
            "Why it is recorded although it is harsher than what was sealed when the month was closed";
        reply_due: Option<Day> = "--reply-due",
            "要求在哪天前答复，如 2022-07-15", "The day by which the unit has to answer, such as 2022-07-15";
        writing: Writing;
    }
}

/// What is to be recorded.
struct Request {
    month: Month,
    unit: UnitIx,
    tier: Tier,
    on: NaiveDate,
}

pub(super) fn run(arguments: &Arguments, session: &Session<'_>) -> Result<Outcome> {
    let (workspace, lang) = (&session.workspace, session.context.lang);
    let request = Request {
        month: names::month(Some(&arguments.month), None, workspace, lang)?,
        unit: names::unit(&arguments.unit, workspace, lang)?,
        tier: names::tier(&arguments.tier, workspace, lang)?,
        on: names::day(&arguments.on, workspace, lang)?,
    };
    let reply_due = arguments.reply_due.as_deref().map(|day| names::day(day, workspace, lang)).transpose()?;
    refuse_early(request.month, request.on, "--on", &workspace.plan, lang)?;
    let assessment = assess(workspace, AsOf { month: request.month, known_by: Some(request.on) });
    let results = Results { sources: &session.sources, workspace, assessment: &assessment };
    let shares = request.shares(&arguments.items, &assessment, session)?;
    request.refuse_second(session)?;
    let against_seal = arguments.against_seal.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
    let otherwise = request.sealed_otherwise(&shares, results, against_seal, lang)?;
    let id = |share: &ShareIx| workspace.item(workspace.share(*share).item).id.clone();
    let items: Vec<String> = shares.iter().map(id).collect();
    let (unit, rung) = (workspace.unit(request.unit), workspace.plan.ladder.rung(request.tier));
    let number = arguments.number.trim();
    let mut values = vec![
        ("number", quoted(number)),
        ("date", request.on.to_string()),
        ("unit", quoted(&unit.id)),
        ("tier", quoted(&rung.id)),
        ("items", list(&items)),
        ("approver", quoted(arguments.approver.trim())),
    ];
    values.extend(given("against-seal", against_seal));
    values.extend(reply_due.map(|day| ("reply-due", day.to_string())));
    let entry = session.added(request.month, RecordKind::Notices, &values)?;
    let done = Done::Issued(number, &unit.name, &rung.name, &items);
    entry.record(done, &arguments.writing, |now| Said {
        standing: Some(NoticeStanding::InForce),
        effect: None,
        asides: otherwise.into_iter().chain(request.asides(&shares, now, session)).collect(),
    })
}

impl Request {
    fn wanted<'a>(&self, workspace: &'a Workspace) -> Wanted<'a> {
        let unit = workspace.unit(self.unit);
        Wanted {
            unit: &unit.id,
            name: &unit.name,
            tier: &workspace.plan.ladder.rung(self.tier).name,
            month: self.month,
            on: self.on,
        }
    }

    /// The shares that the notice is about: those named, else those for which exactly its tier is proposed.
    fn shares(&self, items: &[ItemName], assessment: &Assessment, session: &Session<'_>) -> Result<Vec<ShareIx>> {
        let (workspace, lang) = (&session.workspace, session.context.lang);
        let having = |shares: &[&ShareAssessment]| -> Vec<String> {
            shares.iter().map(|assessed| has(assessed, session)).collect()
        };
        if items.is_empty() {
            let own = self.shares_of_unit(assessment, workspace);
            let (fitting, others): (Vec<_>, Vec<_>) = own
                .into_iter()
                .filter(|assessed| assessed.verdict().tier_by_rule().is_some())
                .partition(|assessed| assessed.verdict().tier == Some(self.tier));
            if fitting.is_empty() {
                let has_higher = others.iter().any(|other| other.verdict().tier > Some(self.tier));
                let (wanted, having) = (self.wanted(workspace), having(&others));
                return Err(anyhow!(words::none_so(wanted, &having, has_higher, lang)));
            }
            return Ok(fitting.iter().map(|assessed| assessed.share).collect());
        }
        let mut shares: Vec<ShareIx> = Vec::new();
        for written in items {
            let item = names::item(written, workspace, lang)?;
            names::leads(std::slice::from_ref(&workspace.unit(self.unit).id), item, workspace, lang)?;
            let own = workspace.shares_of(item).filter(|(_, share)| share.unit == self.unit);
            shares.extend(own.map(|(share, _)| share));
        }
        shares.sort_unstable();
        shares.dedup();
        let is_short = |assessed: &&ShareAssessment| assessed.verdict().tier < Some(self.tier);
        let named = self.shares_of_unit(assessment, workspace).into_iter();
        let named: Vec<&ShareAssessment> = named.filter(|assessed| shares.contains(&assessed.share)).collect();
        let short: Vec<&ShareAssessment> = named.iter().copied().filter(is_short).collect();
        // What an inspection found later than that month is not there at its close.
        if short.is_empty() && named.len() == shares.len() {
            return Ok(shares);
        }
        let mut lines = having(&short);
        let absent = shares.iter().filter(|&&share| assessment.of(share).is_none());
        lines.extend(absent.map(|&share| {
            let item = workspace.item(workspace.share(share).item);
            let named = drafting::share(&item.id, &item.title, None, lang);
            words::has(Has::None(drafting::not_there(lang)), &named, lang)
        }));
        Err(anyhow!(words::not_so_high(self.wanted(workspace), &lines, lang)))
    }

    fn shares_of_unit<'a>(&self, assessment: &'a Assessment, workspace: &Workspace) -> Vec<&'a ShareAssessment> {
        assessment.shares.iter().filter(|assessed| workspace.share(assessed.share).unit == self.unit).collect()
    }

    /// What was sealed for the month, where that is not what the notice rests on. One that is harsher needs a reason.
    fn sealed_otherwise(
        &self,
        shares: &[ShareIx],
        results: Results<'_>,
        reason: Option<&str>,
        lang: Lang,
    ) -> Result<Option<Aside>> {
        let workspace = results.workspace;
        let Some(closing) = closing::in_force(workspace, self.month) else {
            return if reason.is_none() { Ok(None) } else { Err(anyhow!(words::not_against_seal(self.month, lang))) };
        };
        let named = shares.iter().filter_map(|&share| results.assessment.of(share));
        let others = named.filter_map(|one| Some((closing::sealed_otherwise(workspace, closing, one)?, one)));
        let others: Vec<_> = others.collect();
        let stood = others.iter().filter_map(|(_, one)| results.sealed_otherwise(closing, one, lang));
        let stood: Vec<String> = stood.collect();
        match (others.iter().any(|(sealed, _)| sealed.tier() < Some(self.tier)), reason) {
            (true, None) => {
                Err(anyhow!(words::harsher_than_sealed(self.wanted(workspace), closing.date, &stood, lang)))
            }
            (false, Some(_)) => Err(anyhow!(words::not_against_seal(self.month, lang))),
            _ => Ok((!stood.is_empty()).then_some(Aside::SealedOtherwise(self.month, closing.date, stood))),
        }
    }

    /// 严禁多头: one notice for a unit, a month and a tier.
    fn refuse_second(&self, session: &Session<'_>) -> Result<()> {
        let (workspace, lang) = (&session.workspace, session.context.lang);
        let is_same = |notice: &&Notice| {
            (notice.month, notice.unit, notice.tier) == (self.month, self.unit, self.tier) && notice.counts(None)
        };
        match workspace.register.notices.iter().find(is_same) {
            None => Ok(()),
            Some(first) => Err(anyhow!(words::sent_before(
                self.wanted(workspace),
                &first.number,
                first.date,
                &session.at(first.place),
                lang
            ))),
        }
    }

    fn asides(&self, shares: &[ShareIx], now: Now<'_>, session: &Session<'_>) -> Vec<Aside> {
        let mut asides = Vec::new();
        for notice in &session.workspace.register.notices {
            let is_other = notice.month == self.month && notice.counts(None);
            let shared = notice.shares.iter().find(|share| shares.contains(share));
            if let Some(&shared) = shared.filter(|_| is_other) {
                let item = session.workspace.item(session.workspace.share(shared).item);
                let (number, place) = (notice.number.clone(), session.at(notice.place));
                asides.push(Aside::AlsoSent(item.id.clone(), number, place));
            }
        }
        let assessment = assess(now.workspace, AsOf::close_of(self.month));
        let results = Results { sources: now.sources, workspace: now.workspace, assessment: &assessment };
        let left = results.unissued().filter(|assessed| now.workspace.share(assessed.share).unit == self.unit).count();
        asides.extend((left > 0).then_some(Aside::Unissued(left)));
        asides
    }
}

/// What a share has, in a line.
fn has(assessed: &ShareAssessment, session: &Session<'_>) -> String {
    let (workspace, lang) = (&session.workspace, session.context.lang);
    let item = workspace.item(workspace.share(assessed.share).item);
    let named = drafting::share(&item.id, &item.title, None, lang);
    let name = |tier: Tier| workspace.plan.ladder.rung(tier).name.as_str();
    let verdict = assessed.verdict();
    let has = match (verdict.tier, verdict.withheld.zip(verdict.withheld_as())) {
        (Some(tier), _) => Has::Tier(name(tier)),
        (None, Some((tier, Withheld::Exempt))) => Has::Exempt(name(tier)),
        (None, Some((tier, Withheld::Disputed))) => Has::Disputed(name(tier)),
        (None, None) => Has::None(terms::bucket(verdict.bucket, lang)),
    };
    words::has(has, &named, lang)
}
