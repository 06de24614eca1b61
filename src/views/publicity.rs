//! 媒体曝光备选: the notices above the lowest tier that were issued and not withdrawn, for people to choose from. Nothing
//! that is merely computed is on it.

use serde::Serialize;

use super::View;
use super::columns::{Columns as _, table};
use super::decisions;
use super::page;
use super::results::Results;
use super::row::{self, Row, Share, shown};
use super::sentences;
use crate::assess::{ShareAssessment, assess_share};
use crate::document::{Block, Cell, Document, Role, Table, Text};
use crate::model::{AsOf, Dated, Lag, Month, Notice, NoticeStanding, Tier};
use crate::text::publicity::{self as words, Step};
use crate::text::{Lang, register, terms};

/// The notices that can be chosen from.
#[derive(Debug)]
pub struct Publicity<'a> {
    results: Results<'a>,
    /// Only those that rest on the verdicts of this month.
    month: Option<Month>,
    /// The gravest first, then by date and number.
    issued: Vec<Issued<'a>>,
    /// How many were withdrawn.
    withdrawn: usize,
}

/// A notice, and how its shares stood at the close it rests on, by the files as they are now.
#[derive(Debug)]
struct Issued<'a> {
    notice: &'a Notice,
    standing: NoticeStanding,
    shares: Vec<ShareAssessment>,
}

impl<'a> Publicity<'a> {
    /// The notices of one month, or of all months up to the as-of month.
    pub fn of(results: Results<'a>, month: Option<Month>) -> Self {
        let workspace = results.workspace;
        let as_of = results.assessment.as_of;
        let is_meant = |notice: &&Notice| {
            notice.tier > Tier(0)
                && notice.is_known(as_of)
                && notice.month <= as_of.month
                && month.is_none_or(|month| month == notice.month)
        };
        let all = workspace.register.notices.iter().filter(is_meant);
        let (withdrawn, standing): (Vec<_>, Vec<_>) = all
            .map(|notice| (notice, notice.standing(as_of.known_by)))
            .partition(|(_, standing)| *standing == NoticeStanding::Withdrawn);
        let stood = |notice: &Notice| {
            let at = AsOf { month: notice.month, ..as_of };
            notice.shares.iter().map(|&share| assess_share(workspace, share, at)).collect()
        };
        let mut issued: Vec<Issued<'_>> =
            standing.into_iter().map(|(notice, standing)| Issued { notice, standing, shares: stood(notice) }).collect();
        issued.sort_by(|one, other| {
            let key = |issued: &Issued<'a>| (issued.notice.date, &issued.notice.number);
            other.notice.tier.cmp(&one.notice.tier).then_with(|| key(one).cmp(&key(other)))
        });
        Self { results, month, issued, withdrawn: withdrawn.len() }
    }

    /// The tiers that may be published, highest first.
    fn tiers(&self) -> impl Iterator<Item = Tier> {
        let ladder = &self.results.workspace.plan.ladder;
        ladder.highest_first().filter(|tier| *tier > Tier(0))
    }

    /// Their names, lowest first, as the plan's own sentence has them.
    fn tier_names(&self) -> Vec<String> {
        self.results.workspace.plan.ladder.rungs().iter().skip(1).map(|rung| rung.name.clone()).collect()
    }

    /// What was known of the steps that followed.
    fn known<'d>(&self, dated: Option<&'d Dated>) -> Option<&'d Dated> {
        let as_of = self.results.assessment.as_of;
        dated.filter(|dated| as_of.knows(dated.on))
    }

    fn steps(&self, notice: &'a Notice) -> impl Iterator<Item = (Step, &'a Dated)> {
        let decision = notice.decision.as_ref();
        let decision = decision.map(|(decision, dated)| (Step::Decision(*decision), dated));
        let steps = [
            notice.reply.as_ref().map(|dated| (Step::Reply, dated)),
            notice.objection.as_ref().map(|dated| (Step::Objection, dated)),
            decision,
            notice.lifted.as_ref().map(|dated| (Step::Lifted, dated)),
        ];
        let as_of = self.results.assessment.as_of;
        let steps = steps.into_iter().flatten();
        steps.filter(move |(_, dated)| as_of.knows(dated.on))
    }

    fn entry(&self, issued: &Issued<'a>, lang: Lang) -> Block {
        let (results, notice) = (self.results, issued.notice);
        let space = lang.pick("　", "  ");
        let unit = &results.workspace.unit(notice.unit).name;
        let head = [
            notice.number.clone(),
            terms::day(notice.date, lang),
            unit.clone(),
            results.tier_name(notice.tier).to_owned(),
            words::notice_standing(issued.standing, lang),
        ];
        let mut lines = vec![words::rests_on(notice.month, &notice.approver, &results.at(notice.place), lang)];
        for stood in &issued.shares {
            let item = results.item(stood);
            lines.push(words::item(&item.id, &item.title, &sentences::figures(results, stood, lang), lang));
            lines.push(sentences::evidence(results, stood, lang));
            let verdict = stood.verdict();
            if verdict.tier < Some(notice.tier) {
                let now = verdict.tier.map(|tier| results.tier_name(tier));
                lines.push(words::less_now(&item.id, now, verdict.withheld_as(), lang));
            }
            lines.extend(results.since_sent(stood, notice, true, lang));
        }
        lines.extend(self.steps(notice).map(|(step, dated)| words::step(step, dated.on, &dated.text, lang)));
        if issued.standing == NoticeStanding::Contested {
            lines.push(words::undecided(lang).to_owned());
        }
        let role = match issued.standing {
            NoticeStanding::InForce => Role::Strong,
            _ => Role::Muted,
        };
        Block::entry(role, head.join(space), lines)
    }
}

impl<'a> Publicity<'a> {
    fn issued_data<'p>(&'p self, issued: &'p Issued<'a>) -> impl Serialize + use<'p, 'a> {
        let (results, notice) = (self.results, issued.notice);
        let unit = results.workspace.unit(notice.unit);
        let dated =
            |dated: Option<&'a Dated>| self.known(dated).map(|dated| object! { date: dated.on, text: &dated.text });
        object! {
            number: &notice.number,
            date: notice.date,
            month: notice.month,
            unit: &unit.id,
            unit_name: &unit.name,
            tier: results.tier_id(notice.tier),
            standing: issued.standing,
            approver: &notice.approver,
            reply: dated(notice.reply.as_ref()),
            objection: dated(notice.objection.as_ref()),
            // What was withdrawn is not on the list.
            upheld: dated(notice.decision.as_ref().map(|(_, dated)| dated)),
            lifted: dated(notice.lifted.as_ref()),
            items: list!(stood in &issued.shares => self.item_data(stood)),
            #[serde(flatten)] place: results.place(notice.place),
        }
    }

    /// How an item stood at the close, by the files as they are now.
    fn item_data<'p>(&'p self, stood: &'p ShareAssessment) -> impl Serialize + use<'p, 'a> {
        let results = self.results;
        let item = results.item(stood);
        let verdict = stood.verdict();
        object! {
            item: &item.id,
            title: &item.title,
            #[serde(flatten)] figures: row::figures(item, verdict),
            since: verdict.since(),
            lag: verdict.lag,
            lag_months: verdict.lag.map(Lag::truncated),
            tier: verdict.tier.map(|tier| results.tier_id(tier)),
            exempt: decisions::exemption_data(results, verdict),
            evidence: row::evidence(results, stood, verdict),
        }
    }
}

columns! {
    /// The columns of `publicity`: a row for each item of a notice.
    Issuing of (&'a Publicity<'a>, &'a Issued<'a>, Row<'a>) as row, lang;
    Number: words { "文号", "number" }
        means { "文书的发文字号", "number of the notice" } unit CODE from { "登记簿，照原件", "the register, as printed" }
        => Cell::text(&row.1.notice.number);
    Date: words { "成文日期", "date" }
        means { "文书哪天发出", "the day on which the notice was sent" } unit DAY from { "登记簿", "the register" }
        => Cell::code(row.1.notice.date.to_string());
    Unit: words like Share::Unit => Cell::text(&row.0.results.workspace.unit(row.1.notice.unit).name);
    Tier: words { "文书档次", "tier" }
        means { "文书是哪一档", "tier of the notice" } unit TEXT from { "登记簿", "the register" }
        => Cell::text(row.0.results.tier_name(row.1.notice.tier));
    Standing: words { "文书状态", "standing" }
        means { "文书现在的效力：生效、异议中、已解除", "how the notice stands: in force, contested, lifted" } unit TEXT
        from { "登记簿里的异议、复核和解除", "objection, review and lifting in the register" }
        => Cell::text(register::notice_standing(row.1.standing, lang));
    Month: words { "月份", "month" }
        means { "文书依据哪个月末的结论", "the close whose verdicts the notice rests on" } unit MONTH
        from { "登记簿", "the register" }
        => Cell::code(row.1.notice.month.to_string());
    Item: Share::Item => row.2;
    Title: Share::Title => row.2;
    Required: Share::Required => row.2;
    Actual: Share::Actual => row.2;
    Gap: Share::Gap => row.2;
    Lag: numbers like Share::Lag => row::lag_cell(row.2.verdict.lag);
    Evidence: Share::Evidence => row.2;
    Approver: words { "批准", "approved by" }
        means { "文书由谁审定", "who approved the notice" } unit TEXT from { "登记簿", "the register" }
        => Cell::text(&row.1.notice.approver);
    Lifted: words { "解除日期", "lifted" }
        means { "哪天解除；没有解除的为空", "the day on which it was lifted; empty where it was not" } unit DAY
        from { "登记簿", "the register" }
        => shown(row.0.known(row.1.notice.lifted.as_ref()), |dated| Cell::code(dated.on.to_string()));
    LiftedBecause: words { "解除理由", "lifted because" }
        means { "为什么解除；没有解除的为空", "why it was lifted; empty where it was not" } unit TEXT
        from { "登记簿", "the register" }
        => shown(row.0.known(row.1.notice.lifted.as_ref()), |dated| Cell::text(&dated.text));
    Place: words { "登记在", "recorded in" }
        means { "文书登记在哪个文件的哪一行", "file and line at which the notice is recorded" } unit LINE
        from { "登记簿", "the register" }
        => Cell::text(row.0.results.at(row.1.notice.place));
}

impl View for Publicity<'_> {
    fn data(&self) -> impl Serialize {
        let results = self.results;
        object! {
            #[serde(flatten)] head: page::head(&results.workspace.plan, results.assessment.as_of),
            month: self.month,
            tiers: list!(tier in self.tiers() => results.tier_id(tier)),
            withdrawn: self.withdrawn,
            rows: list!(issued in &self.issued => self.issued_data(issued)),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let results = self.results;
        let mut blocks = page::opening_of(&results.workspace.plan, results.assessment.as_of, lang);
        blocks.insert(1, Block::heading(Role::Strong, words::title(self.month, lang)));
        let names = self.tier_names();
        let said = if self.issued.is_empty() {
            Text::new(words::none(&names, lang))
        } else {
            Text::with(Role::Strong, words::only_issued(&names, lang))
        };
        blocks.push(Block::Paragraph(said));
        if self.withdrawn > 0 {
            blocks.push(Block::paragraph(Role::Muted, words::withdrawn(self.withdrawn, lang)));
        }
        for tier in self.tiers() {
            let of_tier = || self.issued.iter().filter(|issued| issued.notice.tier == tier);
            let count = of_tier().count();
            if count == 0 {
                continue;
            }
            let heading = words::heading(results.tier_name(tier), count, lang);
            blocks.push(Block::heading(row::tier_role(results, Some(tier)), heading));
            blocks.extend(of_tier().map(|issued| self.entry(issued, lang)));
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let rows = self.issued.iter().flat_map(|issued| {
            let shares = issued.shares.iter();
            shares.map(move |stood| (self, issued, Row::of(self.results, stood)))
        });
        page::signed(table(Issuing::ALL, rows, lang), self.results, lang)
    }
}
