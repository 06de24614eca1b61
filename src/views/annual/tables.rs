//! The units side by side, each sort of them apart, and all shares as one flat table.

use crate::assess::{ShareYear, UnitYear, YearEnd};
use crate::document::{Block, Cell, Column, Role, Table};
use crate::model::Outcome;
use crate::text::annual as words;
use crate::text::{Lang, phrases, register, terms};

use super::{AnnualLists, part_of};
use crate::views::columns::{Columns as _, Listed, listed, table};
use crate::views::row::{self, Row, Share, shown};
use crate::views::status::count;

impl AnnualLists<'_> {
    /// What the units have finished, where there is anything to compare; then what is counted of every one, for a unit
    /// without a task files reports as well.
    pub(super) fn unit_tables(&self, lang: Lang) -> Vec<Block> {
        let workspace = self.results.workspace;
        let (compared, idle): (Vec<&UnitYear>, Vec<&UnitYear>) = self.units().partition(|year| year.ends.judged() > 0);
        let mut blocks = Vec::new();
        for (sort, units) in self.sorted(&compared, lang) {
            blocks.push(Block::heading(Role::Strong, words::units_of(&sort, false, lang)));
            blocks.push(Block::Table(self.finishing(&units, lang)));
        }
        if !idle.is_empty() {
            let names: Vec<String> = idle.iter().map(|year| workspace.unit(year.unit).name.clone()).collect();
            blocks.push(Block::paragraph(Role::Muted, words::not_compared(&names, lang)));
        }
        for (sort, units) in self.sorted(&self.units().collect::<Vec<_>>(), lang) {
            blocks.push(Block::heading(Role::Strong, words::units_of(&sort, true, lang)));
            blocks.push(Block::Table(self.filing(&units, lang)));
        }
        blocks.push(Block::paragraph(Role::Muted, words::about_units(lang)));
        blocks
    }

    /// Each sort of units, where there are any.
    fn sorted<'u>(&self, units: &[&'u UnitYear], lang: Lang) -> Vec<(String, Vec<&'u UnitYear>)> {
        let workspace = self.results.workspace;
        let sorts = workspace.plan.peers().into_iter().map(|peers| {
            let own = units.iter().copied().filter(|year| workspace.unit(year.unit).kind.peers() == peers);
            (phrases::peers(&peers, lang), own.collect::<Vec<_>>())
        });
        sorts.filter(|(_, units)| !units.is_empty()).collect()
    }

    fn name(&self, year: &UnitYear) -> Cell {
        Cell::text(&self.results.workspace.unit(year.unit).name)
    }

    fn finishing(&self, units: &[&UnitYear], lang: Lang) -> Table {
        let total = |year: &UnitYear| year.ends.iter().map(|(_, count)| count).sum::<usize>();
        let columns: [Listed<'_, &UnitYear>; 9] = [
            (Column::prose(lang.pick("单位", "unit")), &|year| self.name(year)),
            (Column::numbers(lang.pick("份数", "shares")), &|year| count(total(year))),
            (Column::numbers(lang.pick("达到", "met")), &|year| count(year.ends.count(YearEnd::Met))),
            (Column::numbers(lang.pick("未完成", "unfinished")), &|year| {
                count(year.ends.count(YearEnd::Unfinished))
            }),
            (Column::numbers(lang.pick("未核验", "unchecked")), &|year| count(year.ends.count(YearEnd::Unverified))),
            (Column::numbers(lang.pick("豁免", "exempt")), &|year| count(year.ends.count(YearEnd::Exempt))),
            (Column::numbers(lang.pick("不能判断", "unjudged")).rank(1), &|year| {
                count(total(year) - year.ends.judged())
            }),
            (Column::numbers(lang.pick("迟延完成", "finished late")), &|year| count(year.delays.len())),
            (Column::numbers(Year::Longest.head(lang)), &|year| row::lag_cell(year.longest_delay())),
        ];
        listed(columns, units.iter().copied())
    }

    fn filing(&self, units: &[&UnitYear], lang: Lang) -> Table {
        let notices = |year: &UnitYear| {
            let mut notices = self.by_rung(&year.notices, lang);
            if year.withdrawn > 0 {
                notices.push(words::withdrawn(year.withdrawn, lang));
            }
            lang.list(notices)
        };
        let months = |year: &UnitYear| lang.list(self.by_rung(&year.months_by_tier, lang));
        let columns: [Listed<'_, &UnitYear>; 9] = [
            (Column::prose(lang.pick("单位", "unit")), &|year| self.name(year)),
            (Column::words(Year::Worst.head(lang)), &|year| row::named_tier(self.results, year.worst)),
            (Column::prose(Year::Months.head(lang)), &|year| Cell::text(months(year))),
            (Column::prose(lang.pick("已发文书", "notices")), &|year| Cell::text(notices(year))),
            (Column::numbers(Year::Skipped.head(lang)), &|year| count(year.skipped)),
            (Column::numbers(lang.pick("曾豁免", "was exempt")).rank(1), &|year| count(year.exempt)),
            (Column::numbers(lang.pick("迟报", "late")), &|year| count(year.late)),
            (Column::numbers(lang.pick("未报", "missing")), &|year| count(year.missing)),
            (Column::words(lang.pick("年度考核", "assessment")), &|year| self.assessment(year, lang)),
        ];
        listed(columns, units.iter().copied())
    }

    fn assessment(&self, year: &UnitYear, lang: Lang) -> Cell {
        let register = &self.results.workspace.register;
        let result = year.assessment.map(|position| register.assessments[position].outcome);
        match result {
            None => Cell::with(Role::Muted, words::not_entered(lang)),
            Some(outcome @ Outcome::Passed) => Cell::text(register::outcome(outcome, lang)),
            Some(outcome @ Outcome::Failed) => Cell::with(Role::Serious, register::outcome(outcome, lang)),
        }
    }

    /// The rungs that have anything, each with its count.
    fn by_rung(&self, counts: &[usize], lang: Lang) -> Vec<String> {
        let counted = self.results.workspace.plan.ladder.rungs().iter().zip(counts).filter(|(_, count)| **count > 0);
        counted.map(|(rung, &count)| words::counted(&rung.name, count, lang)).collect()
    }

    /// Every share looked at, for spreadsheets; how it lags is told when the year is over.
    pub(super) fn share_sheet(&self, lang: Lang) -> Table {
        let is_told = |column: &Year| self.annual.is_over || !matches!(column, Year::Since | Year::Lag);
        let columns: Vec<Year> = Year::ALL.iter().copied().filter(is_told).collect();
        let rows = self.shares().into_iter().map(|year| (self, year, Row::of(self.results, self.assessed(year))));
        table(&columns, rows, lang)
    }
}

columns! {
    /// The columns of `annual`.
    Year of (&'a AnnualLists<'a>, &'a ShareYear, Row<'a>) as row, lang;
    Item: Share::Item => row.2;
    Title: Share::Title => row.2;
    Unit: Share::Unit => row.2;
    Task: Share::Task => row.2;
    Key: words like Share::Key => Cell::text(phrases::yes_no(row.1.is_key, lang));
    Binding: words { "约束性", "binding" }
        means { "是不是约束性指标", "whether it is a binding indicator" } unit YES_NO
        from { "任务文件的 binding", "binding in the task file" }
        => Cell::text(phrases::yes_no(row.1.is_binding, lang));
    End: words { "年度状态", "at the close" }
        means { "年度最后一个月末（年末，或方案期末）这一份怎样了：达到、未完成、未核验、豁免，或不能判断", "what became of the share by the last close of the year, or of the plan in it: met, unfinished, unchecked, exempt, or not to be judged" }
        unit TEXT from { "那个月末的核算和登记簿的核验、豁免", "the verdict at that close, and checks and exemptions in the register" }
        => Cell::text(words::year_end(row.1.end, row.0.annual.is_over, lang));
    List: words { "清单", "list" }
        means { "列入方案要求的哪一份清单；不列入的为空", "the list of the plan it is on; empty where it is on none" }
        unit TEXT from { "由年度状态得出", "from how it stands at the close" }
        => Cell::text(part_of(row.1).map_or("", |part| words::list(part, row.0.annual.is_over, lang)));
    Measure: Share::Measure => row.2;
    Required: Share::Required => row.2;
    Actual: Share::Actual => row.2;
    Gap: Share::Gap => row.2;
    Since: words like Share::Since => shown(row.2.verdict.since(), |since| Cell::code(since.to_string()));
    Lag: numbers like Share::Lag => row::lag_cell(row.2.verdict.lag);
    Worst: words { "最重档次", "worst tier" }
        means { "本年各月末最重的一档；没有的为空", "the worst tier at any close of the year; empty where there was none" }
        unit TEXT from { "本年逐月核算", "the verdicts of the year, month by month" }
        => Cell::text(row.1.worst().map_or("", |(tier, _)| row.2.results.tier_name(tier)));
    WorstIn: words { "首次达到", "first reached" }
        means { "哪个月末首次达到最重的一档", "the close at which the worst tier was first reached" } unit MONTH
        from { "本年逐月核算", "the verdicts of the year, month by month" }
        => shown(row.1.worst(), |(_, first)| Cell::code(first.to_string()));
    Months: words { "档次份月", "share-months" }
        means { "本年有几个月末在哪一档", "at how many closes of the year it had which tier" }
        unit { "档次和月数", "tiers, each with its number of months" }
        from { "本年逐月核算后计数", "counted from the verdicts of the year" }
        => {
            let rungs = row.2.results.workspace.plan.ladder.rungs().len();
            Cell::text(lang.list(row.0.by_rung(&row.1.months_by_tier(rungs), lang)))
        };
    Skipped: words { "缺项", "skipped" }
        means { "本年哪些期应做而没有做", "the occurrences of the year that were skipped" } unit { "月份", "months" }
        from { "方案的每期和月报", "the occurrences of the plan, and the reports" }
        => {
            let skipped = row.1.undone.skipped.iter().map(|&due| terms::month(due, lang));
            Cell::text(lang.list(skipped.collect::<Vec<_>>()))
        };
    Finished: words { "完成月份", "finished" }
        means { "哪个月报明全部完成；没有完成的为空", "the month whose report says that all of it is done; empty where none does" }
        unit MONTH from { "月报", "the reports" }
        => shown(row.1.finished, |month| Cell::code(month.to_string()));
    Longest: numbers { "最长迟延月", "longest delay" }
        means { "完成比方案要求晚多少个月；按时完成、没有完成的为空", "how many months later than the plan asks it was finished; empty where it was in time or is not finished" }
        unit MONTHS from { "报明完成的日期或月末，减去方案第一次要求全部完成的时点", "the day or close at which it was reported done less the first moment at which the plan asks for all of it" }
        => row::lag_cell(row.1.finish_delay);
    Evidence: words like Share::Evidence => {
        let entry = row.2.results.evidence(row.2.assessed, row.2.verdict);
        shown(entry, |entry| Cell::text(row.2.results.at(entry.place)))
    };
}
