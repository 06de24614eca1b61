//! A task that holds: straight from the text to what the file says.

use std::ops::Range;

use super::scan::{Line, Pair, Said, Scanner, Unusual, Value};
use super::{once, said_choice, said_figure, said_list, said_month, said_text};
use crate::load::faults::Faults;
use crate::load::reader::{Names, is_known_year};
use crate::load::task::{
    ItemDocument, Lost, MilestoneDocument, MilestoneLevel, ScheduleDocument, SharesDocument, TaskDocument,
};
use crate::model::{Basis, Compare, Every, Figure, Moment, Quantity, Shape};
use crate::problem::DecimalRule;
use crate::source::{FileId, Located, Place, hidden_in};

const HEADING: &str = "[[items]]";

/// The task in a text; none where it is not perfectly in order.
pub(in crate::load) fn task(text: &str, file: FileId) -> Option<TaskDocument> {
    let reader = Reader(Faults::new(file));
    reader.task(text).ok()
}

/// The number of a task, if it stands above its items in the usual way.
pub(in crate::load) fn number(text: &str) -> Option<u32> {
    let mut scanner = Scanner::new(text, HEADING);
    while let Ok(Some(Line::Pair(key, value))) = scanner.line() {
        if key == "number" {
            return match value.said {
                Said::Number(digits) => digits.parse().ok(),
                _ => None,
            };
        }
    }
    None
}

/// The keys above the items.
#[derive(Default)]
struct Head {
    number: Option<Located<u32>>,
    title: Option<Located<String>>,
    section: Option<String>,
    lead: Option<Names>,
    support: Option<Names>,
    key: Option<bool>,
}

/// The keys of an item.
#[derive(Default)]
struct Fields {
    id: Option<Located<String>>,
    title: Option<String>,
    source: Option<String>,
    basis: Option<Located<Basis>>,
    note: Option<String>,
    lead: Option<Names>,
    support: Option<Names>,
    key: Option<bool>,
    quantity: Option<Located<Quantity>>,
    shares: Option<SharesDocument>,
    curve: Option<Located<Shape>>,
    season: Option<Located<String>>,
    /// More than one is a fault.
    schedule: Option<Located<ScheduleDocument>>,
}

/// Reads one file; where faults would be noted if there were any.
struct Reader(Faults);

impl Reader {
    fn task(&self, text: &str) -> Result<TaskDocument, Unusual> {
        let mut scanner = Scanner::new(text, HEADING);
        let mut head = Head::default();
        let mut heading = loop {
            match scanner.line()?.ok_or(Unusual)? {
                Line::Heading(heading) => break Some(heading),
                Line::Pair(key, value) => self.take_head(&mut head, key, &value)?,
            }
        };
        let mut items = Vec::new();
        while let Some(span) = heading.take() {
            let mut fields = Fields::default();
            while let Some(line) = scanner.line()? {
                match line {
                    Line::Pair(key, value) => self.take(&mut fields, key, &value)?,
                    Line::Heading(next) => {
                        heading = Some(next);
                        break;
                    }
                }
            }
            items.push(self.item(fields, span)?);
        }
        Ok(TaskDocument {
            number: Some(head.number.ok_or(Unusual)?),
            title: Some(head.title.ok_or(Unusual)?),
            section: head.section.unwrap_or_default(),
            lead: head.lead.unwrap_or_default(),
            support: head.support.unwrap_or_default(),
            key: head.key.unwrap_or(true),
            items,
            has_lost_items: false,
            place: self.0.top(),
        })
    }

    fn take_head(&self, head: &mut Head, key: &str, value: &Value<'_>) -> Result<(), Unusual> {
        match key {
            "number" => once(&mut head.number, self.whole(value)?),
            "title" => once(&mut head.title, self.title(value)?),
            "section" => once(&mut head.section, said_text(value)?.to_owned()),
            "lead" => once(&mut head.lead, self.names(value)?),
            "support" => once(&mut head.support, self.names(value)?),
            "key" => once(&mut head.key, switch(value)?),
            _ => Err(Unusual),
        }
    }

    fn take(&self, item: &mut Fields, key: &str, value: &Value<'_>) -> Result<(), Unusual> {
        match key {
            "id" => once(&mut item.id, self.text(value)?),
            "title" => once(&mut item.title, self.title(value)?.value),
            "source" => once(&mut item.source, said_text(value)?.to_owned()),
            "basis" => once(&mut item.basis, self.choice(value, &Basis::ALL)?),
            "note" => once(&mut item.note, said_text(value)?.to_owned()),
            "lead" => once(&mut item.lead, self.names(value)?),
            "support" => once(&mut item.support, self.names(value)?),
            "key" => once(&mut item.key, switch(value)?),
            "quantity" => once(&mut item.quantity, self.quantity(value)?),
            "shares" => once(&mut item.shares, self.shares(value)?),
            "curve" => once(&mut item.curve, self.choice(value, &Shape::ALL)?),
            "season" => once(&mut item.season, self.text(value)?),
            "due" | "milestones" | "recurring" | "indicator" | "standing" => {
                let schedule = self.schedule(key, value)?;
                once(&mut item.schedule, self.located(value, schedule))
            }
            _ => Err(Unusual),
        }
    }

    fn item(&self, fields: Fields, heading: Range<usize>) -> Result<ItemDocument, Unusual> {
        Ok(ItemDocument {
            place: self.0.place(heading),
            id: Some(fields.id.ok_or(Unusual)?),
            title: fields.title.ok_or(Unusual)?,
            source: fields.source.unwrap_or_default(),
            basis: fields.basis,
            note: fields.note.unwrap_or_default(),
            lead: fields.lead,
            support: fields.support,
            key: fields.key,
            quantity: fields.quantity,
            shares: fields.shares,
            curve: fields.curve,
            season: fields.season,
            schedules: fields.schedule.into_iter().collect(),
            is_faulty: false,
            lost: Lost::default(),
            finding: None,
        })
    }

    fn schedule(&self, key: &str, value: &Value<'_>) -> Result<ScheduleDocument, Unusual> {
        match key {
            "due" => Ok(ScheduleDocument::Due(moment(value)?)),
            "milestones" => {
                let milestones = said_list(value)?.iter();
                let read: Result<_, _> = milestones.map(|one| self.milestone(one)).collect();
                Ok(ScheduleDocument::Milestones(read?))
            }
            "recurring" => match fields(value, ["months", "every"])? {
                [Some(months), None] => {
                    let months = said_list(months)?.iter();
                    let read = months.map(|one| Ok(self.located(one, said_month(one)?)));
                    Ok(ScheduleDocument::Months(read.collect::<Result<_, _>>()?))
                }
                [None, Some(every)] => Ok(ScheduleDocument::Every(said_choice(every, &Every::ALL)?)),
                _ => Err(Unusual),
            },
            "indicator" => self.indicator(value),
            _ if switch(value)? => Ok(ScheduleDocument::Standing),
            _ => Err(Unusual),
        }
    }

    fn milestone(&self, value: &Value<'_>) -> Result<MilestoneDocument, Unusual> {
        let [by, percent, amount] = fields(value, ["by", "percent", "amount"])?;
        let level = match (percent, amount) {
            (Some(percent), None) => MilestoneLevel::Percent(said_figure(percent, DecimalRule::Percent)?),
            (None, Some(amount)) => MilestoneLevel::Amount(self.figure(amount, DecimalRule::Amount)?),
            _ => return Err(Unusual),
        };
        Ok(MilestoneDocument { place: self.place(value), by: moment(by.ok_or(Unusual)?)?, level })
    }

    fn indicator(&self, value: &Value<'_>) -> Result<ScheduleDocument, Unusual> {
        let keys = ["compare", "target", "unit", "due", "binding"];
        let [compare, target, unit, due, binding] = fields(value, keys)?;
        let due = due.ok_or(Unusual)?;
        Ok(ScheduleDocument::Indicator {
            compare: said_choice(compare.ok_or(Unusual)?, &Compare::ALL)?,
            target: said_figure(target.ok_or(Unusual)?, DecimalRule::Value)?,
            unit: unit.map_or(Ok(""), said_text)?.to_owned(),
            due: self.located(due, moment(due)?),
            binding: binding.map_or(Ok(false), switch)?,
        })
    }

    fn quantity(&self, value: &Value<'_>) -> Result<Located<Quantity>, Unusual> {
        let [total, unit] = fields(value, ["total", "unit"])?;
        let quantity = Quantity {
            total: said_figure(total.ok_or(Unusual)?, DecimalRule::PositiveAmount)?,
            unit: self.title(unit.ok_or(Unusual)?)?.value,
        };
        Ok(self.located(value, quantity))
    }

    fn shares(&self, value: &Value<'_>) -> Result<SharesDocument, Unusual> {
        let pairs = table(value)?;
        let portion = |(at, pair): (usize, &Pair<'_>)| {
            if pairs[..at].iter().any(|before| before.key == pair.key) {
                return Err(Unusual);
            }
            let unit = Located::new(pair.key.to_owned(), self.0.place(pair.span.clone()));
            let portion = self.figure(&pair.value, DecimalRule::PositiveAmount)?;
            Ok((unit, portion))
        };
        let portions = pairs.iter().enumerate().map(portion);
        Ok(SharesDocument { place: self.place(value), portions: portions.collect::<Result<_, _>>()? })
    }

    fn place(&self, value: &Value<'_>) -> Place {
        self.0.place(value.span.clone())
    }

    fn located<T>(&self, value: &Value<'_>, said: T) -> Located<T> {
        Located::new(said, self.place(value))
    }

    fn text(&self, value: &Value<'_>) -> Result<Located<String>, Unusual> {
        Ok(self.located(value, said_text(value)?.to_owned()))
    }

    /// A text that says something and hides nothing.
    fn title(&self, value: &Value<'_>) -> Result<Located<String>, Unusual> {
        let text = self.text(value)?;
        if text.value.trim().is_empty() || !hidden_in(&text.value).is_empty() {
            return Err(Unusual);
        }
        Ok(text)
    }

    fn names(&self, value: &Value<'_>) -> Result<Names, Unusual> {
        let names = said_list(value)?.iter().map(|name| self.text(name));
        Ok(Names { names: names.collect::<Result<_, _>>()?, is_lost: false })
    }

    fn figure(&self, value: &Value<'_>, rule: DecimalRule) -> Result<Located<Figure>, Unusual> {
        Ok(self.located(value, said_figure(value, rule)?))
    }

    fn whole(&self, value: &Value<'_>) -> Result<Located<u32>, Unusual> {
        let figure = said_figure(value, DecimalRule::Whole)?;
        let number = u32::try_from(figure.ratio().numerator());
        number.map(|number| self.located(value, number)).map_err(|_| Unusual)
    }

    fn choice<T: Copy>(&self, value: &Value<'_>, choices: &[(T, &'static str)]) -> Result<Located<T>, Unusual> {
        Ok(self.located(value, said_choice(value, choices)?))
    }
}

fn table<'v, 't>(value: &'v Value<'t>) -> Result<&'v [Pair<'t>], Unusual> {
    match &value.said {
        Said::Table(pairs) => Ok(pairs),
        _ => Err(Unusual),
    }
}

/// The values of a table that has no other keys than these.
fn fields<'v, 't, const N: usize>(
    value: &'v Value<'t>,
    keys: [&str; N],
) -> Result<[Option<&'v Value<'t>>; N], Unusual> {
    let mut found = [None; N];
    for pair in table(value)? {
        let at = keys.iter().position(|key| *key == pair.key);
        once(&mut found[at.ok_or(Unusual)?], &pair.value)?;
    }
    Ok(found)
}

fn switch(value: &Value<'_>) -> Result<bool, Unusual> {
    match value.said {
        Said::Switch(switch) => Ok(switch),
        _ => Err(Unusual),
    }
}

fn moment(value: &Value<'_>) -> Result<Moment, Unusual> {
    match value.said {
        Said::Day(day) if is_known_year(day) => Ok(Moment::Day(day)),
        _ => said_month(value).map(Moment::Close),
    }
}

#[cfg(test)]
mod tests {
    use super::{number, task};
    use crate::source::FileId;

    const TASK: &str = r#"# 示例数据
number = 2 # 第二项
title = "示例任务"
section = "二（一）"
lead = ["housing"]
support = []
key = false

[[items]]
id = "2.1"
title = "分段"
source = "二（一）1"
basis = "unit-plan"
note = "示例"
curve = "linear"
milestones = [
    # 上半年
    { by = "2022-06", percent = 50.5 },
    { by = 2022-12-15, percent = "100" },   # 年底
]
[[items]]
id = "2.2"
title = "分村"
lead = [ "housing", "water-2", ]
key = true
quantity = { total = 12, unit = "村" }
shares = { housing = 5, water-2 = 7 }
milestones = [{ by = "2022-12", amount = 12 }]
[[items]]
id = "2.3"
title = "按月"
recurring = { every = "month" }
[[items]]
id = "2.4"
title = "两次"
recurring = { months = ["2022-03", "2022-09"] }
[[items]]
id = "2.5"
title = "水质"
indicator = { compare = "at-least", target = -1.5, unit = "%", due = "2022-12", binding = true }
[[items]]
id = "2.6"
title = "巡河"
standing = true
season = "flood"
[[items]]
id = "2.7"
title = "一次"
due = 2022-10-31
[[items]]
id = "2.8"
title = "未定"
"#;

    fn is_swift(text: &str) -> bool {
        task(text, FileId(0)).is_some()
    }

    #[test]
    fn every_kind_of_item_takes_the_short_way() {
        assert_eq!(number(TASK), Some(2));
        let read = task(TASK, FileId(0)).unwrap();
        assert_eq!(read.items.len(), 8);
        let schedules = read.items.iter().map(|item| item.schedules.len());
        assert_eq!(schedules.sum::<usize>(), 7);
        assert!(is_swift(&TASK.replace('\n', "\r\n")));
        assert!(is_swift(TASK.trim_end()));
    }

    #[test]
    fn whatever_there_is_to_say_something_about_is_left_to_the_careful_way() {
        for (from, to) in [
            ("number = 2", "number = 2.5"),
            ("number = 2 ", ""),
            ("title = \"示例任务\"", "title = \" \""),
            ("title = \"示例任务\"", "title = \"示例\u{200b}任务\""),
            ("key = false", "key = false\nkey = false"),
            ("key = false", "key = no"),
            ("key = false", "kex = false"),
            ("[[items]]", "[[item]]"),
            ("id = \"2.1\"\n", ""),
            ("\"unit-plan\"", "\"guess\""),
            ("percent = 50.5", "percent = 50.5, amount = 1"),
            ("percent = 50.5", "percent = 150"),
            ("percent = 50.5 }", "percent = 50.5, }"),
            ("{ by = \"2022-06\", ", "{ "),
            ("2022-12-15", "2022-12-15T08:00:00"),
            ("2022-12-15", "0022-12-15"),
            ("total = 12,", "total = 0,"),
            ("water-2 = 7", "housing = 7"),
            ("every = \"month\"", "every = \"month\", months = []"),
            ("every = \"month\"", "every = 'month'"),
            ("every = \"month\"", ""),
            ("standing = true", "standing = false"),
            ("standing = true", "standing = true\ndue = \"2022-12\""),
            ("binding = true", "binding = \"true\""),
        ] {
            let changed = TASK.replacen(from, to, 1);
            assert_ne!(changed, TASK, "{from}");
            assert!(!is_swift(&changed), "{from} -> {to}");
        }
        assert!(!is_swift(""));
        assert!(!is_swift(TASK.split("[[items]]").next().unwrap()));
        let deep = format!("lead = {}{TASK}", "[".repeat(100_000));
        assert!(!is_swift(&deep));
    }
}
