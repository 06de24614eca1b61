//! One share as a row: its columns on pages and sheets, and the same facts as data for scripts.

use serde::Serialize;

use super::decisions;
use super::formula::lag_sum;
use super::plain;
use super::remarks;
use super::results::Results;
use super::things;
use crate::assess::{Needs, Relief, ShareAssessment, Verdict};
use crate::document::{Cell, Role};
use crate::model::{Compare, Entry, Item, Lag, Moment, Outcome, Ratio, Tier, UnitRole};
use crate::text::measure::{self, Measure, at_stage, decimal};
use crate::text::phrases::{self, Remark};
use crate::text::register;
use crate::text::{Lang, roles, terms, things as words};

/// A share and a verdict on it.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) results: Results<'a>,
    pub(super) assessed: &'a ShareAssessment,
    pub(super) verdict: &'a Verdict,
    pub(super) item: &'a Item,
    /// A page says in words what is an empty cell in a sheet.
    pub(super) is_on_page: bool,
}

impl<'a> Row<'a> {
    /// A share as a sheet shows it.
    pub(super) fn of(results: Results<'a>, assessed: &'a ShareAssessment) -> Self {
        let (verdict, item) = (assessed.verdict(), results.item(assessed));
        Self { results, assessed, verdict, item, is_on_page: false }
    }

    /// The same as a page shows it.
    pub(super) fn for_page(results: Results<'a>, assessed: &'a ShareAssessment) -> Self {
        Self { is_on_page: true, ..Self::of(results, assessed) }
    }

    /// The same at the close of another month of its history.
    pub(super) fn at(self, verdict: &'a Verdict) -> Self {
        Self { verdict, ..self }
    }

    fn evidence(&self) -> Option<&'a Entry> {
        self.results.evidence(self.assessed, self.verdict)
    }

    /// 档次; on a page the state where there is none.
    pub(super) fn tier(&self, lang: Lang) -> Cell {
        match self.verdict.tier {
            None if self.is_on_page => {
                if let Some(withheld) = self.verdict.withheld_as() {
                    return Cell::with(Role::Muted, register::withheld_word(withheld, lang));
                }
                let role = if self.verdict.is_refuted() { Role::Serious } else { Role::Plain };
                Cell::with(role, stands(self.verdict, lang))
            }
            tier => named_tier(self.results, tier),
        }
    }

    /// A number of the stage that decides, with its name where the item has stages.
    fn of_stage(&self, shown: String, lang: Lang) -> String {
        at_stage(self.results.stage(self.assessed, self.verdict), shown, lang)
    }

    /// The lag with the sum it comes from.
    pub(super) fn computed_lag(&self) -> Cell {
        lag_cell(self.verdict.lag).sum(lag_sum(self.results, self.assessed, self.verdict))
    }
}

columns! {
    /// The columns of `status` and of all that shows shares.
    pub(super) Share of Row<'a> as row, lang;
    Item: words { "事项", "item" }
        means { "事项编号；一个事项有几个责任单位时，每个单位各占一行", "id of the item; where several units lead it, each has a row" }
        unit CODE from { "任务文件的 id", "id in the task file" }
        => Cell::code(&row.item.id);
    Title: prose { "名称", "title" }
        means { "名称", "title" } unit TEXT from { "任务文件的 title", "title in the task file" }
        => Cell::text(&row.item.title);
    Unit: prose { "责任单位", "lead unit" }
        means { "对这一行负责的单位", "the unit that answers for the row" }
        unit TEXT from { "plan.toml 中单位的 name", "name of the unit in plan.toml" }
        => if row.is_on_page {
            let share = row.results.share(row.assessed);
            Cell::text(roles::answering(row.results.workspace, share.item, share.unit, lang))
        } else {
            Cell::text(&row.results.unit(row.assessed).name)
        };
    Task: words { "任务", "task" }
        means { "任务号，随方案原文，可以不连续", "number of the task, as in the plan, gaps and all" }
        unit NUMBER from { "任务文件的 number", "number in the task file" }
        => counted(row.results.task(row.assessed).number);
    Key: words { "重点", "key" }
        means { "是不是重点工作：不是的只跟踪，不定档", "whether the item is key: others are tracked without a tier" }
        unit YES from { "任务文件的 key", "key in the task file" }
        => Cell::text(phrases::yes_no(row.item.key, lang));
    Bucket: words { "状态", "state" }
        means { "截至月末处于哪一种状态", "the state at the as-of month" } unit TEXT
        from { "由滞后、完成情况和计划种类得出；登记簿里是文书现在的效力", "from lag, completion and the kind of schedule; in the register, how a notice stands" }
        => Cell::text(stands(row.verdict, lang));
    Measure: words { "计量", "measure" }
        means { "应完成、实际、差用什么计", "what required, actual and gap are counted in" }
        unit { "单位；按次数计的为空", "unit of measure; empty for occurrences" }
        from { "任务文件的 quantity、indicator，没有的是%", "quantity or indicator in the task file, else %" }
        => {
            let stage = row.results.stage(row.assessed, row.verdict).unwrap_or_default();
            Cell::text(format!("{}{}", Measure::of(row.item).unit(), terms::bracketed(stage, lang)))
        };
    Required: numbers { "应完成", "required" }
        means { "到截至月末，方案要求完成多少；不能超过、必须超过的写成“不高于”“低于”“高于”", "what the plan asks for by the as-of month; a limit is written in words" } unit IN_MEASURE
        from {
            "由方案的节点得出；按整个计数的进到整数，除不尽的舍去尾数，到看得出差多少为止",
            "from the milestones of the plan; whole where things come whole, else cut off where what is short can be seen",
        }
        => shown(required(row.item, row.verdict), |number| match row.item.schedule.indicator() {
            // 27 days that may not be passed are nothing to be done.
            Some(indicator) if indicator.compare != Compare::AtLeast => Cell::text(target(row.item, row.verdict, lang)),
            _ => measured(Measure::of(row.item), number, row.of_stage(demanded(row.item, number, lang), lang)),
        });
    Actual: numbers { "实际", "actual" }
        means { "到截至月末，填报完成了多少；从未填报的为空", "what the reports show by the as-of month; empty where none ever did" }
        unit IN_MEASURE
        from { "截至月及以前最新一份月报的累计数", "the cumulative figure of the newest report up to that month" }
        => match row.verdict.actual {
            Some(actual) => {
                let measure = Measure::of(row.item);
                measured(measure, actual, row.of_stage(measure.show(actual, lang), lang))
            }
            None if row.is_on_page && row.verdict.required.is_some() => {
                Cell::with(Role::Muted, phrases::never_reported(lang))
            }
            None => Cell::empty(),
        };
    Gap: numbers { "差", "gap" }
        means { "应完成减实际", "required less actual" }
        unit { "数；计量为%的是百分点", "number; points where the measure is %" }
        from { "两个数相减；实际为空的按0减", "one taken from the other; an empty actual counts as 0" }
        => shown(gap(row.item, row.verdict), |gap| match Measure::of(row.item) {
            // Points, not percent of anything: a bare number says nothing wrong.
            Measure::Percent | Measure::Reading("%") => Cell::bare(decimal(gap)),
            measure @ (Measure::Class(_) | Measure::CountOf(..)) => {
                Cell::number(decimal(gap), measure.show_gap(gap, lang))
            }
            measure => Cell::number(decimal(gap), measure.show(gap, lang)),
        });
    Lag: numbers { "滞后月", "months late" }
        means { "滞后几个月：方案从什么时候起要求的比实际多，到截至月末", "how many months ago the plan first asked for more than was delivered" }
        unit MONTHS from {
            "截至月末减去实际完成数在计划线上对应的时点；有算式的格就是这个减法，月份从起算年的1月数起；超过两位小数的舍去，不进位",
            "the as-of month less the point of the planned curve that was reached; cells with a formula do this subtraction, months counted from January of the year it starts in; more than two decimals are cut off, never rounded up",
        }
        => if row.is_on_page { lag_cell(row.verdict.lag) } else { row.computed_lag() };
    Since: words { "起于", "since" }
        means { "从什么时候起滞后", "since when it lags" } unit MOMENT
        from { "计划线上的时点；按匀速折算的落在月中", "the point of the planned curve; inside a month where an even pace was promised" }
        => shown(row.verdict.since(), |since| match since {
            Moment::Close(month) => Cell::code(month.to_string()),
            Moment::Day(day) => Cell::day(day),
        });
    Tier: prose { "拟定档次", "proposal" }
        means { "按方案拟列入哪一档；是建议，不是决定", "the tier that the plan asks for; a proposal, not a decision" } unit TEXT
        from { "按方案的档次，滞后够到的最高一档；豁免的、不是重点的不列", "the highest tier of the ladder that the lag reaches; none for exempt items and those that are not key" }
        => row.tier(lang);
    Change: words rank 1 { "变化", "change" }
        means { "与上个月末相比：新增、升级、维持、降级、解除", "against the month before: new, raised, held, lowered, lifted" }
        unit TEXT from { "两个月末的档次相比", "the tiers at the two closes compared" }
        => shown(row.assessed.change, |change| Cell::text(terms::change(change, lang)));
    Presumed: words { "推定", "presumed" }
        means { "档次是不是推定的：该报的月报没有填，按以前的填报推算", "whether the tier rests on silence: the report due says nothing" }
        unit YES from { "最近一次该报的月报中没有这一事项", "no entry on the item in the newest report due" }
        => Cell::text(if row.verdict.presumed { phrases::yes_no(true, lang) } else { "" });
    Consecutive: words { "连续月数", "consecutive" }
        means { "连续第几个月有档次", "for how many months running there has been a tier" }
        unit { "个月", "months" } from { "往前逐月数到没有档次的月份", "counted back to the last month without one" }
        => counted(row.assessed.consecutive);
    Times: words { "本年次数", "times this year" }
        means { "本年第几次有档次，每个月末算一次", "how many closes of this year have had a tier" }
        unit { "次", "times" } from { "本年1月起逐月数", "counted from January" }
        => counted(row.assessed.times);
    Flags: prose { "标记", "remarks" }
        means { "另外要看到的情况，如未报、迟报、回退、到期未完成", "what else is to be seen: unreported, late, regressed, due but not done" }
        unit TEXT from { "由月报和登记簿得出", "from reports and register" }
        => {
            let missing = things::missing(row.results, row.assessed, row.verdict);
            let lacking = (!missing.is_empty()).then(|| words::lacking_briefly(&missing, lang));
            let in_part = remarks::in_part(row.results, row.assessed, row.verdict, lang);
            let remarks = remarks::in_words(row.item, row.verdict, lang).into_iter().chain(in_part).chain(lacking);
            Cell::text(lang.list(remarks))
        };
    Evidence: words { "依据", "evidence" }
        means { "实际数依据哪个文件的哪一行", "file and line that the actual figure rests on" }
        unit LINE from { "截至月及以前最新一份月报", "the newest report up to the as-of month" }
        => shown(row.evidence(), |entry| Cell::text(row.results.entry_at(entry, lang)));
    Submitted: words { "报送日期", "submitted" }
        means { "依据的那份月报是哪天报送的；没有写日期的为空，按按时计", "the day the report it rests on was filed; empty where none is given, which counts as in time" }
        unit DAY from { "月报文件的 submitted", "submitted in the report file" }
        => {
            let filed = row.evidence().filter(|entry| !entry.assumed);
            shown(filed.and_then(|entry| row.results.workspace.report(entry.report).submitted), Cell::day)
        };
    Next: words { "下一档", "next tier" }
        means { "照现在这样下去，下一步会到哪一档", "the next tier, if nothing changes" }
        unit TEXT from { "逐月往后推算，不是简单加一", "computed month by month, not by adding one" }
        => shown(row.results.outlook(row.assessed), |next| Cell::text(row.results.tier_name(next.tier)));
    NextMonth: words { "下一档月份", "next month" }
        means { "哪个月末会到下一档", "the month at whose close it is reached" }
        unit MONTH from { "逐月往后推算", "computed month by month" }
        => shown(row.results.outlook(row.assessed), |next| Cell::code(next.month.to_string()));
    Needs: words { "须达到", "needs" }
        means { "那个月的月报至少须达到多少，才不到下一档", "the least that month's report must show to stay below it" }
        unit { "数，单位见“计量”；或须完成的期、指标值", "number in the measure; or an occurrence, or a target" }
        from { "按方案的节点反推", "worked back from the milestones" }
        => shown(row.results.outlook(row.assessed), |next| {
            shown(next.needs, |needs| {
                let data = plain::needs(&needs, row.item);
                match needs {
                    Needs::Figure(_) => Cell::bare(data),
                    Needs::Occurrences(_) => Cell::code(data),
                    Needs::Stages(_) | Needs::Target(_) => Cell::text(data),
                }
            })
        });
}

impl Share {
    /// The columns that pages show; sheets have them all.
    pub(super) const PAGE: &[Self] = {
        use Share::{Actual, Change, Flags, Gap, Item, Lag, Required, Tier, Title, Unit};
        &[Item, Title, Unit, Required, Actual, Gap, Lag, Tier, Change, Flags]
    };
}

/// How a share stands; what a check has found not to be done is not called complete.
pub(super) fn stands(verdict: &Verdict, lang: Lang) -> String {
    if verdict.is_refuted() {
        return register::with_check(&phrases::remark(Remark::Complete, lang), Outcome::Failed, lang);
    }
    terms::bucket(verdict.bucket, lang).to_owned()
}

/// A share as JSON shows it.
pub(super) fn data<'a>(results: Results<'a>, assessed: &'a ShareAssessment) -> impl Serialize + Send + use<'a> {
    let (item, verdict, unit) = (results.item(assessed), assessed.verdict(), results.unit(assessed));
    object! {
        task: results.task(assessed).number,
        item: &item.id,
        title: &item.title,
        unit: &unit.id,
        unit_name: &unit.name,
        role: role_id(item.role_of(results.share(assessed).unit)),
        key: item.key,
        after: list!(&before in &item.after => &results.workspace.item(before).id),
        bucket: verdict.bucket,
        #[serde(flatten)] figures: figures(item, verdict),
        #[serde(flatten)] stages: stages_data(results, assessed, verdict),
        #[serde(flatten)] things: things::data(results, assessed),
        #[serde(flatten)] counted: short_data(results, assessed),
        lag: verdict.lag,
        lag_months: verdict.lag.map(Lag::truncated),
        tier: verdict.tier.map(|tier| results.tier_id(tier)),
        change: assessed.change,
        presumed: verdict.presumed,
        flags: flag_ids(item, assessed),
        since: verdict.since(),
        evidence: evidence(results, assessed, verdict),
        consecutive: assessed.consecutive,
        times: assessed.times,
        finish_delay: assessed.finish_delay(),
        next: results.outlook(assessed).map(|next| object! {
            tier: results.tier_id(next.tier),
            month: next.month,
            needs: next.needs.map(|needs| plain::needs(&needs, item)),
        }),
        relief: results.relief(assessed).and_then(|relief| match relief {
            Relief::Reported(needs) => Some(plain::needs(&needs, item)),
            Relief::Approved => None,
        }),
        exempt: decisions::exemption_data(results, verdict),
        disputed: decisions::dispute_data(results, assessed),
        verified: assessed.check().map(|check| check.outcome),
        notices: decisions::notices_data(results, assessed),
    }
}

fn role_id(role: UnitRole) -> &'static str {
    match role {
        UnitRole::Lead => "lead",
        UnitRole::Responsible => "responsible",
        UnitRole::Support => "support",
    }
}

/// What a verdict compares, as JSON shows it.
pub(super) fn figures<'a>(item: &'a Item, verdict: &'a Verdict) -> impl Serialize + Send + use<'a> {
    let measure = Measure::of(item);
    object! {
        measure: measure.unit(),
        required: required(item, verdict).map(|number| plain::required(item, verdict, number)),
        required_exact: verdict.required,
        actual: verdict.actual.map(|actual| plain::number(measure, actual)),
        gap: gap(item, verdict).map(decimal),
    }
}

/// The same as JSON shows it.
fn short_data(results: Results<'_>, assessed: &ShareAssessment) -> Option<impl Serialize + Send + use<>> {
    let (due, reached, times) = remarks::short(results, assessed, assessed.verdict())?;
    Some(object! { next_occurrence: object! { due: due, reached: reached, times: times } })
}

/// Every stage of an item that has any, as JSON shows it; `stage` is the one that decides.
pub(super) fn stages_data<'a>(
    results: Results<'a>,
    assessed: &ShareAssessment,
    verdict: &'a Verdict,
) -> Option<impl Serialize + Send + use<'a>> {
    let item = results.item(assessed);
    let stages = verdict.terms(item, results.share(assessed)).schedule.stages()?;
    let states = results.stage_states(assessed, verdict);
    Some(object! {
        stage: results.stage(assessed, verdict),
        stages: list!((stage, state) in stages.all().iter().zip(states) => {
            name: stage.name.as_str(),
            required: state.required.map(|required| decimal(Measure::of(item).compared(required, Some(state.reached)).0)),
            actual: decimal(state.reached),
            lag: state.lag,
        }),
    })
}

/// The entry that counts, as JSON shows it; without a place where it is only assumed.
pub(super) fn evidence<'a>(
    results: Results<'a>,
    assessed: &ShareAssessment,
    verdict: &Verdict,
) -> Option<impl Serialize + Send + use<'a>> {
    results.evidence(assessed, verdict).map(|entry| {
        let place = results.entry_line(entry);
        object! { month: entry.month, file: place.map(|(file, _)| file), line: place.map(|(_, line)| line) }
    })
}

/// What is required, as it is shown beside what was delivered.
pub(super) fn required(item: &Item, verdict: &Verdict) -> Option<Ratio> {
    Some(Measure::of(item).compared(verdict.required?, verdict.actual).0)
}

/// What is required, in words: at least so many, where more is welcome.
pub(super) fn demanded(item: &Item, number: Ratio, lang: Lang) -> String {
    let shown = Measure::of(item).show(number, lang);
    let is_least = item.quantity.as_ref().is_some_and(|quantity| quantity.at_least);
    if is_least && number.numerator() > 0 { words::at_least(&shown, lang) } else { shown }
}

/// How much is short, in the item's measure; zero where nothing is, none where nothing can be.
pub(super) fn gap(item: &Item, verdict: &Verdict) -> Option<Ratio> {
    let required = verdict.required?;
    match (verdict.indicator(item), verdict.actual) {
        (Some(_), None) => None,
        (Some(indicator), Some(actual)) => verdict.target(item).map(|target| target.gap(indicator.compare, actual)),
        (_, actual) => Some(Measure::of(item).compared(required, actual).1),
    }
}

fn flag_ids(item: &Item, assessed: &ShareAssessment) -> Vec<String> {
    remarks::flag_ids(item, assessed.verdict())
}

/// The target that a verdict is held against, in words; empty where it is no indicator's.
pub(super) fn target(item: &Item, verdict: &Verdict, lang: Lang) -> String {
    let indicator = verdict.indicator(item);
    let target = indicator.zip(verdict.target(item));
    target.map_or_else(String::new, |(indicator, target)| measure::target(indicator, target, lang))
}

/// A number in its measure, as it is said; a class is a word.
fn measured(measure: Measure<'_>, number: Ratio, said: String) -> Cell {
    match measure {
        Measure::Class(_) => Cell::text(said),
        _ => Cell::number(decimal(number), said),
    }
}

/// The meaning of a tier by its position on the ladder.
pub(super) fn tier_role(results: Results<'_>, tier: Option<Tier>) -> Role {
    match tier {
        None => Role::Plain,
        Some(tier) if results.workspace.plan.ladder.above(Some(tier)).is_none() => Role::Grave,
        Some(Tier(0)) => Role::Notice,
        Some(_) => Role::Serious,
    }
}

/// A cell where there is something to show.
pub(super) fn shown<T>(value: Option<T>, cell: impl FnOnce(T) -> Cell) -> Cell {
    value.map_or_else(Cell::empty, cell)
}

/// A number, and nothing where it is none.
fn counted(number: u32) -> Cell {
    shown(Some(number).filter(|number| *number > 0), |number| Cell::bare(number.to_string()))
}

/// 滞后月数
pub(super) fn lag_cell(lag: Option<Lag>) -> Cell {
    shown(lag, |lag| Cell::bare(lag.truncated()))
}

/// A tier by its name.
pub(super) fn named_tier(results: Results<'_>, tier: Option<Tier>) -> Cell {
    shown(tier, |of| Cell::with(tier_role(results, tier), results.tier_name(of)))
}
