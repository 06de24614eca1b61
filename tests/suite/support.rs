//! Small workspaces built in memory through the public types, and random numbers that are the same on every run.
//! Every lead of every duty is a unit of its own, so that a share is known by its position.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::test_runner::{Config, RngSeed};
use shangdang::assess::{self, AsOf, ShareAssessment};
use shangdang::model::{
    Curve, CurveFault, Entry, Every, Figure, Item, ItemIx, Ladder, Moment, Month, NoticeKind, Office, Plan, Point,
    Quantity, Ratio, Reading, Register, Remarks, Report, ReportIx, Reports, Revision, Rhythm, Roles, Rung, Schedule,
    Shape, Share, Task, TaskIx, Threshold, Unit, UnitIx, UnitKind, Workspace,
};
use shangdang::source::{Content, FileId, Place, Sources};

/// So many months behind its end every plan is followed up.
pub(crate) const FOLLOWED: i32 = 3;

/// Reports are due on this day of their month.
pub(crate) const REPORT_DAY: u32 = 23;

/// What a unit files for one month; no readings where it is silent about the share.
#[derive(Clone, Debug)]
pub(crate) struct Filed {
    pub(crate) month: Month,
    pub(crate) submitted: Option<NaiveDate>,
    pub(crate) readings: Vec<Reading>,
    /// The day on which what they say was reached.
    pub(crate) on: Option<NaiveDate>,
}

impl Filed {
    pub(crate) fn new(month: Month, reading: Reading) -> Self {
        Self { month, submitted: None, readings: vec![reading], on: None }
    }
}

/// One lead unit's part of a duty.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lead {
    pub(crate) amount: Option<Figure>,
    pub(crate) filed: Vec<Filed>,
}

/// An item and its shares.
#[derive(Clone, Debug)]
pub(crate) struct Duty {
    pub(crate) schedule: Schedule,
    pub(crate) key: bool,
    pub(crate) leads: Vec<Lead>,
}

impl Duty {
    /// What the leads count, if they do: villages, or kilometres where one of them has parts.
    fn quantity(&self) -> Option<Quantity> {
        let amounts = self.leads.iter().filter_map(|lead| lead.amount);
        let total = amounts.clone().reduce(Figure::plus)?;
        let unit = if amounts.clone().all(|amount| amount.decimals() == 0) { "村" } else { "公里" };
        let whole = Quantity::is_whole_by_default(unit);
        Some(Quantity { total, unit: unit.to_owned(), whole, at_least: false, objects: Vec::new() })
    }

    /// A key item with one lead.
    pub(crate) fn new(schedule: Schedule, amount: Option<Figure>, filed: Vec<Filed>) -> Self {
        Self { schedule, key: true, leads: vec![Lead { amount, filed }] }
    }
}

/// All that a workspace is built from.
#[derive(Clone, Debug)]
pub(crate) struct Setting {
    pub(crate) start: Month,
    pub(crate) end: Month,
    /// Where the rungs begin, lowest first.
    pub(crate) rungs: Vec<Threshold>,
    /// Put before every name.
    pub(crate) prefix: &'static str,
    pub(crate) duties: Vec<Duty>,
}

impl Setting {
    /// A plan with the usual ladder: warning, criticism and interview at 1, 2 and 3 months.
    pub(crate) fn new(start: Month, end: Month, duties: Vec<Duty>) -> Self {
        Self { start, end, rungs: rungs(&[1, 2, 3]), prefix: "", duties }
    }

    /// The first share at the close of a month.
    pub(crate) fn first_share(&self, month: Month) -> ShareAssessment {
        let mut shares = assess::assess(&self.workspace(), AsOf::close_of(month)).shares;
        shares.swap_remove(0)
    }

    pub(crate) fn workspace(&self) -> Workspace {
        let units = self.duties.iter().map(|duty| duty.leads.len()).sum();
        let mut workspace = Workspace {
            plan: self.plan(units),
            tasks: vec![Task { number: 1, title: self.name("task", 1), section: String::new() }],
            items: Vec::new(),
            shares: Vec::new(),
            reports: Vec::new(),
            drafts: Vec::new(),
            reports_of: vec![Vec::new(); units],
            register: Register::default(),
        };
        for duty in &self.duties {
            let item = ItemIx(workspace.items.len());
            workspace.items.push(self.item(duty, item));
            for lead in &duty.leads {
                add_share(&mut workspace, item, lead);
            }
        }
        workspace
    }

    fn plan(&self, units: usize) -> Plan {
        let rungs = (1..).zip(&self.rungs).map(|(number, &from)| Rung {
            id: rung_id(number).to_owned(),
            name: self.name("rung", number),
            from,
            clause: String::new(),
            notice: NoticeKind::Warning,
        });
        let unit = |number| Unit {
            id: self.name("unit", number),
            name: self.name("unit", number),
            full_name: String::new(),
            kind: UnitKind::Department,
            reports: Reports::Always,
            reports_from: None,
            reports_every: None,
        };
        Plan {
            title: self.name("plan", 1),
            start: self.start,
            end: self.end,
            track_until: self.end.plus(FOLLOWED),
            reports_from: self.start,
            reports_every: Rhythm::Every(Every::Month),
            report_day: REPORT_DAY,
            report_days: BTreeMap::new(),
            sample: false,
            accountability_rule: String::new(),
            members: Vec::new(),
            office: Office::default(),
            kinds: Vec::new(),
            scales: Vec::new(),
            roles: Roles::default(),
            units: (0..units).map(unit).collect(),
            ladder: Ladder::new(rungs.collect(), u32::MAX).expect("rungs rise"),
        }
    }

    fn item(&self, duty: &Duty, item: ItemIx) -> Item {
        Item {
            id: self.name("item", item.0),
            task: TaskIx(0),
            title: self.name("item", item.0),
            source: String::new(),
            basis: None,
            note: String::new(),
            key: duty.key,
            responsible: Vec::new(),
            judges_responsible: false,
            support: Vec::new(),
            disputed: String::new(),
            after: Vec::new(),
            quantity: duty.quantity(),
            schedule: duty.schedule.clone(),
            revisions: Vec::new(),
            finding: None,
            place: nowhere(),
        }
    }

    fn name(&self, kind: &str, number: usize) -> String {
        format!("{}{kind}-{number}", self.prefix)
    }
}

/// The rungs of a ladder from so many months on each.
pub(crate) fn rungs(months: &[u32]) -> Vec<Threshold> {
    months.iter().copied().map(Threshold::at).collect()
}

fn rung_id(number: usize) -> &'static str {
    ["warning", "criticism", "interview"].get(number - 1).unwrap_or(&"further")
}

/// Adds a share with a unit of its own, and the reports of that unit by month, however they were listed.
fn add_share(workspace: &mut Workspace, item: ItemIx, lead: &Lead) {
    let unit = UnitIx(workspace.shares.len());
    let mut filed = lead.filed.clone();
    filed.sort_by_key(|filed| filed.month);
    let mut entries = Vec::new();
    for filed in filed {
        let report = ReportIx(workspace.reports.len());
        workspace.reports_of[unit.0].push(report);
        workspace.reports.push(Report {
            month: filed.month,
            unit,
            submitted: filed.submitted,
            reporter: String::new(),
            approver: String::new(),
            file: FileId(0),
        });
        entries.extend(filed.readings.into_iter().map(|reading| Entry {
            report,
            month: filed.month,
            reading,
            detail: None,
            on: filed.on,
            remarks: Remarks::None,
            place: nowhere(),
            assumed: false,
        }));
    }
    workspace.shares.push(Share { item, unit, amount: lead.amount, objects: Vec::new(), entries, details: Vec::new() });
}

/// What a workspace built in memory was read from: all its places are in one empty file.
pub(crate) fn no_files() -> Sources {
    let mut sources = Sources::default();
    sources.replace("plan.toml", Content::Text(String::new()));
    sources
}

fn nowhere() -> Place {
    Place::top_of(FileId(0))
}

/// A curve through moments and percents.
pub(crate) fn curve(shape: Shape, points: impl IntoIterator<Item = (Moment, Ratio)>) -> Result<Curve, CurveFault> {
    let point = |(by, level)| Point { by, level, place: nowhere() };
    Curve::new(shape, points.into_iter().map(point).collect())
}

/// An approved change, to be given to [`Item::revise`].
pub(crate) fn revision(from: Month, date: NaiveDate, curve: Curve) -> Revision {
    let (reference, reason) = (String::new(), String::new());
    Revision { from, date, reference, reason, settles: false, curve, schedule: Schedule::Unscheduled, place: nowhere() }
}

pub(crate) fn month(text: &str) -> Month {
    Month::parse(text).expect("a month like 2022-06")
}

/// `2022-06` or `2022-06-15`.
pub(crate) fn moment(text: &str) -> Moment {
    Month::parse(text).map_or_else(|_| Moment::Day(text.parse().expect("a day like 2022-06-15")), Moment::Close)
}

pub(crate) fn figure(text: &str) -> Figure {
    Figure::parse(text, 4).expect("a figure")
}

/// A figure of so many hundredths.
pub(crate) fn hundredths(number: u32) -> Figure {
    figure(&format!("{}.{:02}", number / 100, number % 100))
}

/// The same examples on every run and no files of failures; `PROPTEST_CASES` and `PROPTEST_RNG_SEED` ask for others.
pub(crate) fn config() -> Config {
    let default = Config::default();
    let rng_seed = match default.rng_seed {
        RngSeed::Random => RngSeed::Fixed(2022),
        chosen @ RngSeed::Fixed(_) => chosen,
    };
    Config { failure_persistence: None, rng_seed, ..default }
}

/// The same, with at least so many examples.
pub(crate) fn at_least(cases: u32) -> Config {
    let config = config();
    Config { cases: config.cases.max(cases), ..config }
}

/// Sebastiano Vigna's `SplitMix64`: small, and the same numbers from the same seed everywhere.
pub(crate) struct SplitMix64(pub(crate) u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `bound - 1`.
    pub(crate) fn below(&mut self, bound: u32) -> u32 {
        u32::try_from(self.next() % u64::from(bound)).expect("the rest is below a u32")
    }

    /// True once in `times`.
    pub(crate) fn once_in(&mut self, times: u32) -> bool {
        self.below(times) == 0
    }
}
