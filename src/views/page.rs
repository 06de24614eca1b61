//! How every page opens: plan, as-of month, sample data, who has reported, counts by bucket.

use std::collections::BTreeMap;
use std::sync::mpsc::sync_channel;
use std::thread;

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

use super::columns::{Columns as _, table};
use super::plain;
use super::results::Results;
use super::row;
use crate::assess::{AsOf, Claims, ShareAssessment, Tally, Withheld, owed};
use crate::closing;
use crate::document::{Block, Cell, Role, Table};
use crate::model::{Month, Plan, UnitIx, Workspace};
use crate::text::closing as closing_words;
use crate::text::{Lang, assume, filing as filing_words, phrases, register, terms};

/// The version of all JSON; raised only if a key should ever change its meaning.
pub(super) const FORMAT_VERSION: u32 = 1;

/// How the JSON of every page on one as-of month begins: what was asked.
pub(super) fn head(plan: &Plan, as_of: AsOf) -> impl Serialize {
    object! {
        format_version: FORMAT_VERSION,
        plan: &plan.title,
        as_of: as_of.month,
        known_by: as_of.known_by,
        sample: plan.sample,
    }
}

/// A result as JSON shows it: what was asked, who has reported, counts, and the rows.
pub(super) fn data<'v, R: Serialize + Send, F: Fn(Results<'v>, &'v ShareAssessment) -> R + Sync>(
    results: Results<'v>,
    shares: &[&'v ShareAssessment],
    row: F,
) -> impl Serialize + use<'v, R, F> {
    counted(results, shares, shares, row)
}

/// The same, where more shares are counted than shown.
pub(super) fn counted<'v, R: Serialize + Send, F: Fn(Results<'v>, &'v ShareAssessment) -> R + Sync>(
    results: Results<'v>,
    counted: &[&ShareAssessment],
    shares: &[&'v ShareAssessment],
    row: F,
) -> impl Serialize + use<'v, R, F> {
    object! {
        #[serde(flatten)] head: head(&results.workspace.plan, results.assessment.as_of),
        assumed: assumed_data(results),
        reports: reports(results),
        buckets: Buckets(Tally::of(counted.iter().copied())),
        rows: Rows { results, shares: shares.to_vec(), row },
    }
}

/// Rows that are made when they are written: those of a city together would take more room than all its reports.
struct Rows<'v, F> {
    results: Results<'v>,
    shares: Vec<&'v ShareAssessment>,
    row: F,
}

/// As many rows are made at a time; where there are more, on another processor while those before are written.
const ROWS_AT_ONCE: usize = 512;

impl<'v, R: Serialize + Send, F: Fn(Results<'v>, &'v ShareAssessment) -> R + Sync> Serialize for Rows<'v, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.shares.len()))?;
        let make = |some: &[&'v ShareAssessment]| -> Vec<R> {
            some.iter().map(|assessed| (self.row)(self.results, assessed)).collect()
        };
        if self.shares.len() <= ROWS_AT_ONCE {
            let mut rows = make(&self.shares).into_iter();
            rows.try_for_each(|row| list.serialize_element(&row))?;
            return list.end();
        }
        thread::scope(|scope| {
            let (made, to_write) = sync_channel(2);
            scope.spawn(move || {
                let mut chunks = self.shares.chunks(ROWS_AT_ONCE);
                // Where nobody wants more of them, writing has failed.
                chunks.try_for_each(|some| made.send(make(some)))
            });
            let mut rows = to_write.iter().flatten();
            rows.try_for_each(|row| list.serialize_element(&row))
        })?;
        list.end()
    }
}

/// 假定: what the result takes to be reported and is not.
fn assumed_data(results: Results<'_>) -> Vec<impl Serialize> {
    let workspace = results.workspace;
    list!((share, entry) in workspace.assumed() => {
        let share = workspace.share(share);
        item: &workspace.item(share.item).id,
        unit: &workspace.unit(share.unit).id,
        month: entry.month,
        reading: plain::entry(entry, share, workspace.item(share.item)),
    })
}

/// Who has reported, as JSON shows it: unit ids.
pub(super) fn reports(results: Results<'_>) -> impl Serialize {
    let filing = &results.assessment.filing;
    let id = |unit: UnitIx| &results.workspace.unit(unit).id;
    object! {
        expected: filing.expected.len(),
        received: filing.received.len(),
        late: list!(&(unit, _) in &filing.late => id(unit)),
        missing: list!(&unit in &filing.missing => id(unit)),
        kept_later: list!(&unit in &filing.kept_later => id(unit)),
    }
}

/// Counts by bucket as JSON shows them; they add up to the rows.
#[derive(Clone, Debug)]
pub(super) struct Buckets(pub(super) Tally);

impl Serialize for Buckets {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(bucket, count)| (bucket.id(), count)))
    }
}

/// Plan, as-of month, sample data.
pub(super) fn opening(results: Results<'_>, lang: Lang) -> Vec<Block> {
    let opening = opening_of(&results.workspace.plan, results.assessment.as_of, lang);
    let mut blocks: Vec<Block> = assumed(results, lang).into_iter().collect();
    blocks.extend(opening);
    blocks.extend(closed(results, lang));
    blocks
}

/// That the page rests on an assumption; it comes before everything else.
fn assumed(results: Results<'_>, lang: Lang) -> Option<Block> {
    let assumed = results.assumed(lang);
    let said = || assume::first_line(results.assessment.as_of.month, &assumed, lang);
    (!assumed.is_empty()).then(|| Block::paragraph(Role::Grave, said()))
}

/// That the month is closed, and whether the verdicts are still what they were; nothing of the kind where they are only
/// assumed.
fn closed(results: Results<'_>, lang: Lang) -> Option<Block> {
    let (as_of, closing) = (results.assessment.as_of, results.closing()?);
    let mut said = closing_words::is_closed(as_of.month, closing.date, &closing.seal, lang);
    let differing = closing::differing(results.workspace, closing);
    let role = if differing.is_empty() {
        said.push_str(lang.pick("。", "."));
        Role::Plain
    } else {
        said.push_str(lang.pick("。", ". "));
        said.push_str(&closing_words::differs(differing.len(), lang));
        let late = closing::late_reports(results.workspace, closing, &differing).into_iter().map(|report| {
            let unit = &results.workspace.unit(report.unit).name;
            closing_words::filed_since(unit, report.month, report.submitted.unwrap_or(closing.date), lang)
        });
        said.push_str(&closing_words::late_since(&late.collect::<Vec<_>>(), lang));
        Role::Notice
    };
    Some(Block::paragraph(role, said))
}

/// As-of month, the day known by, sample data.
pub(super) fn about(plan: &Plan, as_of: AsOf, lang: Lang) -> String {
    let mut about = vec![phrases::as_of(as_of.month, lang)];
    about.extend(plan.is_follow_up(as_of.month).then(|| phrases::follow_up(plan.end, lang)));
    about.extend(as_of.known_by.map(|day| phrases::known_by(day, lang)));
    if plan.sample {
        about.push(phrases::sample(lang).to_owned());
    }
    about.join(lang.pick("　", "; "))
}

/// The same, where nothing is assessed.
pub(super) fn opening_of(plan: &Plan, as_of: AsOf, lang: Lang) -> Vec<Block> {
    vec![Block::title(&plan.title), Block::plain(about(plan, as_of, lang))]
}

/// Who has reported, by name.
pub(super) fn filing(results: Results<'_>, lang: Lang) -> Block {
    let month = results.assessment.as_of.month;
    let filing = &results.assessment.filing;
    let name = |unit: UnitIx| results.workspace.unit(unit).name.clone();
    let late: Vec<String> = filing
        .late
        .iter()
        .map(|&(unit, day)| format!("{} {}", name(unit), filing_words::short_day(day, month)))
        .collect();
    let missing: Vec<String> =
        filing
            .missing
            .iter()
            .map(|&unit| {
                if results.workspace.has_draft(unit, month) { phrases::draft_of(&name(unit), lang) } else { name(unit) }
            })
            .collect();
    let mut said = Vec::new();
    if filing.expected.is_empty() {
        said.push(phrases::not_asked(month, filing.received.len(), lang));
    } else {
        said.push(phrases::filing(filing.expected.len(), filing.received.len(), &late, &missing, lang));
        let has_earlier = results.assessment.shares.iter().any(|assessed| assessed.verdict().evidence.is_some());
        said.extend(filing.received.is_empty().then(|| phrases::no_report_at_all(month, has_earlier, lang)));
    }
    // Where no report is asked for this month, an earlier one may still be owed.
    let workspace = results.workspace;
    let earlier = workspace.units().filter_map(|unit| Some((unit, owed(workspace, unit, results.assessment.as_of)?)));
    for (earlier, names) in by_month(earlier.filter(|&(_, earlier)| earlier < month), workspace) {
        said.push(phrases::owed_since(earlier, &names, lang));
    }
    let kept_later = filing.kept_later.iter();
    let kept_later: Vec<(String, Month)> =
        kept_later.map(|&unit| (name(unit), results.workspace.plan.kept_from(unit))).collect();
    said.extend((!kept_later.is_empty()).then(|| phrases::kept_later(&kept_later, lang)));
    Block::plain(said.join(lang.pick("", " ")))
}

/// The names of units by the month of what they owe, earliest first.
pub(super) fn by_month(
    owing: impl Iterator<Item = (UnitIx, Month)>,
    workspace: &Workspace,
) -> BTreeMap<Month, Vec<String>> {
    let mut names: BTreeMap<Month, Vec<String>> = BTreeMap::new();
    for (unit, month) in owing {
        names.entry(month).or_default().push(workspace.unit(unit).name.clone());
    }
    names
}

/// How far what is claimed as done has been checked; which shares failed, where they may be named.
pub(super) fn claims<'a>(
    results: Results<'_>,
    shares: impl IntoIterator<Item = &'a ShareAssessment> + Clone,
    may_name: bool,
    lang: Lang,
) -> Option<String> {
    let failed = shares.clone().into_iter().filter(|one| may_name && one.verdict().is_refuted());
    let failed: Vec<String> =
        failed.map(|one| format!("{} {}", results.item(one).id, results.unit(one).name)).collect();
    register::claims(Claims::of(shares), &failed, lang)
}

/// How many tiers are withheld, and why.
pub(super) fn withheld<'a>(shares: impl IntoIterator<Item = &'a ShareAssessment>, lang: Lang) -> Vec<Block> {
    let reasons: Vec<_> = shares.into_iter().filter_map(|one| one.verdict().withheld_as()).collect();
    let said = [Withheld::Exempt, Withheld::Disputed]
        .into_iter()
        .filter_map(|why| register::withheld(why, reasons.iter().filter(|&&found| found == why).count(), lang));
    said.map(Block::plain).collect()
}

/// Counts by bucket, and what cannot be escalated.
pub(super) fn counts<'a>(
    results: Results<'_>,
    shares: impl IntoIterator<Item = &'a ShareAssessment> + Clone,
    lang: Lang,
) -> Vec<Block> {
    let tally = Tally::of(shares.clone());
    let counted: Vec<(String, usize)> =
        tally.iter().map(|(bucket, count)| (terms::bucket(bucket, lang).to_owned(), count)).collect();
    let claims = claims(results, shares.clone(), true, lang);
    let withheld = withheld(shares.clone(), lang);
    let mut items: Vec<_> = shares.into_iter().map(|assessed| results.share(assessed).item).collect();
    items.sort_unstable();
    items.dedup();
    let as_of = results.assessment.as_of;
    let items = || items.iter().map(|&item| results.workspace.item(item));
    let unscheduled = items().filter(|item| item.schedule_at(as_of).is_unscheduled()).count();
    let not_key = items().filter(|item| !item.key).count();
    let mut blocks = vec![Block::plain(phrases::tally(tally.total(), &counted, lang))];
    let outside = phrases::outside(unscheduled, not_key, lang);
    blocks.extend(claims.map(Block::plain));
    blocks.extend(withheld);
    blocks.extend(outside.map(|said| Block::paragraph(Role::Muted, said)));
    blocks
}

columns! {
    /// What the head of a page says, beside every row of a sheet: a table on its own has no head.
    pub(super) Signature of (&'a Plan, AsOf, &'a str) as signed, lang;
    AsOf: words { "截至", "as of" }
        means { "按哪个月末核算", "the month at whose close all this is assessed" } unit MONTH
        from { "--month，或有月报的最新月份", "--month, or the newest month with a report" }
        => Cell::code(signed.1.month.to_string());
    Sample: words { "示例数据", "sample data" }
        means { "是不是示例数据", "whether these are sample data" } unit YES_NO
        from { "plan.toml 的 sample", "sample in plan.toml" }
        => Cell::text(phrases::yes_no(signed.0.sample, lang));
    KnownBy: words { "只计此日前报送", "filed up to" }
        means { "只计这一天及以前报送的月报", "reports filed after this day are left out" } unit DAY
        from { "--known-by", "--known-by" }
        => row::shown(signed.1.known_by, Cell::day);
    Assumed: words { "本页假定", "page assumes" }
        means { "这一行依据的假定：不是填报的数", "what the page takes to be reported and is not" } unit TEXT
        from { "--assume", "--assume" }
        => Cell::text(signed.2);
}

/// Adds to every row of a sheet what the head of a page says: as-of month, sample data, and the day known by, where one
/// was asked for. So does what the page assumes: a row on its own may be passed on.
pub(super) fn signed(sheet: Table, results: Results<'_>, lang: Lang) -> Table {
    let assumed = lang.list(results.assumed(lang));
    sign(sheet, (&results.workspace.plan, results.assessment.as_of, &assumed), lang)
}

/// The same, where nothing is assessed.
pub(super) fn signed_by(sheet: Table, plan: &Plan, as_of: AsOf, lang: Lang) -> Table {
    sign(sheet, (plan, as_of, ""), lang)
}

fn sign(sheet: Table, signature: (&Plan, AsOf, &str), lang: Lang) -> Table {
    let is_said = |column: &Signature| match column {
        Signature::AsOf | Signature::Sample => true,
        Signature::KnownBy => signature.1.known_by.is_some(),
        Signature::Assumed => !signature.2.is_empty(),
    };
    let columns: Vec<Signature> = Signature::ALL.iter().copied().filter(is_said).collect();
    let rows = vec![signature; sheet.rows.len()];
    sheet.beside(table(&columns, rows, lang))
}
