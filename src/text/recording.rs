//! Words about writing the register: what was recorded, what follows from it, and why something is refused.

use chrono::NaiveDate;

use super::phrases::plural;
use super::{Lang, register, terms};
use crate::model::{Decision, Month, Outcome, Standing};

/// What is recorded.
#[derive(Clone, Copy, Debug)]
pub enum Done<'a> {
    /// A notice that was sent.
    Issued {
        /// 发文字号
        number: &'a str,
        /// The name of the unit.
        unit: &'a str,
        /// The name of the tier.
        tier: &'a str,
        /// The ids of the items.
        items: &'a [String],
    },
    /// The answer to a notice.
    Replied {
        /// 发文字号
        number: &'a str,
    },
    /// An objection to a notice.
    Objected {
        /// 发文字号
        number: &'a str,
    },
    /// What became of an objection.
    Decided {
        /// 发文字号
        number: &'a str,
        /// What.
        decision: Decision,
    },
    /// A notice is no longer in force.
    Lifted {
        /// 发文字号
        number: &'a str,
    },
    /// A check of what is done.
    Verified {
        /// The id of the item.
        item: &'a str,
        /// The name of the unit.
        unit: &'a str,
        /// What came of it.
        outcome: Outcome,
    },
    /// An exemption.
    Exempted {
        /// The id of the item.
        item: &'a str,
        /// The name of the unit.
        unit: &'a str,
        /// First and last month.
        months: (Month, Month),
    },
    /// What an inspection has found.
    Found {
        /// Its id.
        item: &'a str,
        /// The names of the lead units.
        units: &'a [String],
    },
    /// An approved change of the plan.
    Changed {
        /// The id of the item.
        item: &'a str,
        /// From which month on.
        from: Month,
    },
    /// The result of a year.
    Assessed {
        /// The name of the unit.
        unit: &'a str,
        /// The year.
        year: i32,
        /// What came of it.
        outcome: Outcome,
    },
}

impl Done<'_> {
    /// Its stable id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Issued { .. } => "issued",
            Self::Replied { .. } => "replied",
            Self::Objected { .. } => "objected",
            Self::Decided { .. } => "decided",
            Self::Lifted { .. } => "lifted",
            Self::Verified { .. } => "verified",
            Self::Exempted { .. } => "exempted",
            Self::Found { .. } => "found",
            Self::Changed { .. } => "changed",
            Self::Assessed { .. } => "assessed",
        }
    }
}

/// The first line: what was recorded, and where.
pub fn done(done: Done<'_>, path: &str, is_written: bool, lang: Lang) -> String {
    let what = what(done, lang);
    match (lang, is_written) {
        (Lang::Zh, true) => format!("已登记{what}，写入 {path}："),
        (Lang::Zh, false) => format!("将登记{what}，写入 {path}："),
        (Lang::En, true) => format!("Recorded {what} in {path}:"),
        (Lang::En, false) => format!("To be recorded: {what}, in {path}:"),
    }
}

fn what(done: Done<'_>, lang: Lang) -> String {
    match (done, lang) {
        (Done::Issued { number, unit, tier, items }, Lang::Zh) => {
            format!("文书“{number}”（{unit}，{tier}，事项{}）", lang.list(items))
        }
        (Done::Issued { number, unit, tier, items }, Lang::En) => {
            format!("the notice “{number}” ({unit}, {tier}, items {})", lang.list(items))
        }
        (Done::Replied { number }, Lang::Zh) => format!("对“{number}”的答复"),
        (Done::Replied { number }, Lang::En) => format!("the answer to “{number}”"),
        (Done::Objected { number }, Lang::Zh) => format!("对“{number}”的异议"),
        (Done::Objected { number }, Lang::En) => format!("the objection to “{number}”"),
        (Done::Decided { number, decision }, Lang::Zh) => {
            format!("“{number}”的复核结果：{}", self::decision(decision, lang))
        }
        (Done::Decided { number, decision }, Lang::En) => {
            format!("the decision on “{number}”, {}", self::decision(decision, lang))
        }
        (Done::Lifted { number }, Lang::Zh) => format!("“{number}”的解除"),
        (Done::Lifted { number }, Lang::En) => format!("the lifting of “{number}”"),
        (Done::Verified { item, unit, outcome }, Lang::Zh) => {
            format!("事项 {item}（{unit}）的核验：{}", register::outcome(outcome, lang))
        }
        (Done::Verified { item, unit, outcome }, Lang::En) => {
            format!("the check of item {item} ({unit}), {}", register::outcome(outcome, lang))
        }
        (Done::Exempted { item, unit, months }, Lang::Zh) => {
            format!("事项 {item}（{unit}）的豁免，{}至{}", terms::month(months.0, lang), terms::month(months.1, lang))
        }
        (Done::Exempted { item, unit, months }, Lang::En) => {
            format!("the exemption of item {item} ({unit}) from {} to {}", months.0, months.1)
        }
        (Done::Found { item, units }, Lang::Zh) => {
            format!("督查事项 {item}（{}）", lang.list(units))
        }
        (Done::Found { item, units }, Lang::En) => {
            format!("the finding {item} ({})", lang.list(units))
        }
        (Done::Changed { item, from }, Lang::Zh) => {
            format!("事项 {item} 自{}起的计划调整", terms::month(from, lang))
        }
        (Done::Changed { item, from }, Lang::En) => {
            format!("the change of item {item} from {from} on")
        }
        (Done::Assessed { unit, year, outcome }, Lang::Zh) => {
            format!("{unit}{year}年年度考核结果：{}", register::outcome(outcome, lang))
        }
        (Done::Assessed { unit, year, outcome }, Lang::En) => {
            format!("the result of {unit} for {year}, {}", register::outcome(outcome, lang))
        }
    }
}

/// 维持
pub fn decision(decision: Decision, lang: Lang) -> &'static str {
    match decision {
        Decision::Upheld => lang.pick("维持", "upheld"),
        Decision::Withdrawn => lang.pick("撤销", "withdrawn"),
    }
}

/// A decision with what was said of it: 维持，现场核对未漏填
pub fn decided(what: Decision, note: &str, lang: Lang) -> String {
    let what = decision(what, lang);
    match (note.trim(), lang) {
        ("", _) => what.to_owned(),
        (note, Lang::Zh) => format!("{what}，{note}"),
        (note, Lang::En) => format!("{what}, {note}"),
    }
}

/// The decision that a word stands for, in the language of files or of people.
pub fn read_decision(written: &str) -> Option<Decision> {
    let mut all = Decision::ALL.into_iter().map(|(decision, _)| decision);
    all.find(|&known| {
        known.id() == written || decision(known, Lang::Zh) == written || decision(known, Lang::En) == written
    })
}

/// The outcome that a word stands for, in the language of files or of people.
pub fn read_outcome(written: &str) -> Option<Outcome> {
    let mut all = Outcome::ALL.into_iter().map(|(outcome, _)| outcome);
    all.find(|&known| {
        known.id() == written
            || register::outcome(known, Lang::Zh) == written
            || register::outcome(known, Lang::En) == written
    })
}

/// That a word is none of those that are taken.
pub fn not_a_word(written: &str, known: &[(&str, &str)], lang: Lang) -> String {
    let known = known.iter().map(|(id, name)| match lang {
        Lang::Zh => format!("{name}（{id}）"),
        Lang::En => (*id).to_owned(),
    });
    let known = lang.list(known);
    match lang {
        Lang::Zh => format!("这里不能是“{written}”\n  可以是：{known}"),
        Lang::En => format!("`{written}` cannot stand here\n  possible: {known}"),
    }
}

/// How the notice stands with what was recorded.
pub fn stands(standing: Standing, lang: Lang) -> String {
    let standing = register::standing(standing, lang);
    match lang {
        Lang::Zh => format!("该文书现在：{standing}。"),
        Lang::En => format!("The notice is now {standing}."),
    }
}

/// What else has to be said about a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aside {
    /// The month of the file is closed.
    Closed(Month, NaiveDate),
    /// So many verdicts of a closed month are others now.
    ClosedDiffers(Month, usize),
    /// Another notice of the month is about one of the items: item, its number, its place.
    AlsoSent(String, String, String),
    /// So many proposals of the unit for the month have no notice yet.
    Unissued(usize),
    /// The unit does not claim that the item is done, or has not all the time since.
    NotClaimed(String),
}

/// The same in words.
pub fn aside(aside: &Aside, lang: Lang) -> String {
    match (aside, lang) {
        (Aside::Closed(month, date), Lang::Zh) => {
            format!("注意：{}已于{}结账，这是结账以后补记的。", terms::month(*month, lang), terms::day(*date, lang))
        }
        (Aside::Closed(month, date), Lang::En) => {
            format!("Note: {month} was closed on {date}; this is recorded after the closing.")
        }
        (Aside::ClosedDiffers(month, count), Lang::Zh) => format!(
            "注意：已结账的{}有{count}份结论因此与结账时不同，以后 check 会逐份指出。",
            terms::month(*month, lang)
        ),
        (Aside::ClosedDiffers(month, count), Lang::En) => format!(
            "Note: {} of the closed month {month} will differ from the closing; `shangdang check` names them.",
            plural(*count, "verdict")
        ),
        (Aside::AlsoSent(item, number, place), Lang::Zh) => {
            format!("注意：事项 {item} 这个月还有另一份文书“{number}”（{place}）。")
        }
        (Aside::AlsoSent(item, number, place), Lang::En) => {
            format!("Note: item {item} is in another notice of this month, “{number}” ({place}).")
        }
        (Aside::Unissued(count), Lang::Zh) => {
            format!("该单位这个月还有{count}份拟定的档次没有登记文书（shangdang register 列出）。")
        }
        (Aside::Unissued(count), Lang::En) => format!(
            "The unit has {} of this month without a notice (see shangdang register).",
            plural(*count, "other proposal")
        ),
        (Aside::NotClaimed(item), Lang::Zh) => {
            format!("注意：该单位没有自报完成 {item}（或其后又报低了），这次核验只作记录，不算销号。")
        }
        (Aside::NotClaimed(item), Lang::En) => format!(
            "Note: the unit does not claim that {item} is done, or has not all the time since; the check is on record only."
        ),
    }
}

/// Above the shares that stand elsewhere because of it.
pub fn effect(month: Month, lang: Lang) -> String {
    let close = terms::close(month, lang);
    match lang {
        Lang::Zh => format!("截至{close}，结论的变化："),
        Lang::En => format!("As of {close}, what is different:"),
    }
}

/// That no verdict is another because of it.
pub fn no_effect(month: Month, lang: Lang) -> String {
    let close = terms::close(month, lang);
    match lang {
        Lang::Zh => format!("截至{close}，各份结论不变。"),
        Lang::En => format!("As of {close}, no verdict changes."),
    }
}

/// That records are written in a form that is not edited.
pub fn inline_records(path: &str, kind: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "{path} 里的记录没有写在 [[{kind}]] 下面，不能逐条增改\n  把每一条改写成单独的 [[{kind}]]，或直接编辑文件"
        ),
        Lang::En => format!(
            "the records of {path} do not stand below [[{kind}]] and are not edited one by one\n  write each below a heading [[{kind}]], or edit the file by hand"
        ),
    }
}

/// What a share has, where a notice is to be recorded for it.
#[derive(Clone, Copy, Debug)]
pub enum Has<'a> {
    /// This tier is proposed.
    Tier(&'a str),
    /// This tier, withheld by an exemption.
    Exempt(&'a str),
    /// No tier; where it stands.
    None(&'a str),
}

/// 2.1 城镇雨污分流改造：拟预警
pub fn has(share: &str, has: Has<'_>, lang: Lang) -> String {
    match (has, lang) {
        (Has::Tier(tier), Lang::Zh) => format!("{share}：拟{tier}"),
        (Has::Tier(tier), Lang::En) => format!("{share}: {tier} proposed"),
        (Has::Exempt(tier), Lang::Zh) => format!("{share}：豁免（不豁免则为{tier}）"),
        (Has::Exempt(tier), Lang::En) => {
            format!("{share}: exempt (without the exemption, {tier})")
        }
        (Has::None(bucket), Lang::Zh) => format!("{share}：没有档次（{bucket}）"),
        (Has::None(bucket), Lang::En) => format!("{share}: no tier ({bucket})"),
    }
}

/// What a notice is held against.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The id of the unit.
    pub unit: &'a str,
    /// Its name.
    pub name: &'a str,
    /// The name of the tier.
    pub tier: &'a str,
    /// The month.
    pub month: Month,
    /// The day of the notice: what could be known then counts.
    pub on: NaiveDate,
}

impl Wanted<'_> {
    fn see(self, lang: Lang) -> String {
        let (unit, month, on) = (self.unit, self.month, self.on);
        let command = format!("shangdang escalate --unit {unit} --month {month} --known-by {on}");
        match lang {
            Lang::Zh => format!("核对：{command}"),
            Lang::En => format!("see {command}"),
        }
    }
}

/// That items that were named do not have the tier of a notice: what they have.
pub fn not_so_high(wanted: Wanted<'_>, having: &[String], lang: Lang) -> String {
    let (tier, close) = (wanted.tier, terms::close(wanted.month, lang));
    let on = terms::day(wanted.on, lang);
    let mut lines = vec![match lang {
        Lang::Zh => format!("截至{close}，按{on}所知，这些事项没有拟到{tier}这一档，没有登记"),
        Lang::En => format!(
            "as of {close}, by what was known on {on}, {tier} is not proposed for these items; nothing was recorded"
        ),
    }];
    lines.extend(having.iter().cloned());
    lines.push(wanted.see(lang));
    lines.join("\n  ")
}

/// That a unit has no share with exactly the tier of a notice: what its shares have.
pub fn none_so(wanted: Wanted<'_>, having: &[String], has_higher: bool, lang: Lang) -> String {
    let (name, tier) = (wanted.name, wanted.tier);
    let (close, on) = (terms::close(wanted.month, lang), terms::day(wanted.on, lang));
    let mut lines = vec![match lang {
        Lang::Zh => format!("截至{close}，按{on}所知，{name}没有拟{tier}的事项，没有登记"),
        Lang::En => {
            format!("as of {close}, by what was known on {on}, no {tier} is proposed for {name}; nothing was recorded")
        }
    }];
    lines.extend(having.iter().cloned());
    if has_higher {
        lines.push(match lang {
            Lang::Zh => "确实发了比拟定低的一档，用 --item 写明是哪个事项".to_owned(),
            Lang::En => "if a lower tier than proposed was really sent, name the items with --item".to_owned(),
        });
    }
    lines.push(wanted.see(lang));
    lines.join("\n  ")
}

/// That a notice is dated before the reports of its month were due.
pub fn before_report_day(month: Month, on: NaiveDate, due: NaiveDate, lang: Lang) -> String {
    let (month, on, due) = (terms::month(month, lang), terms::day(on, lang), terms::day(due, lang));
    match lang {
        Lang::Zh => format!(
            "{month}月报的报送截止日是{due}，成文日期{on}不晚于它，没有登记\n  月报没有到期，就不能按没有报来发文；请核对 --month 和 --on"
        ),
        Lang::En => format!(
            "reports for {month} are due by {due}, and {on} is no later: not recorded\n  nobody is held to a month whose report is not due; see whether --month and --on are right"
        ),
    }
}

/// That a notice for the same unit, month and tier is there already.
pub fn sent_before(wanted: Wanted<'_>, number: &str, date: NaiveDate, place: &str, lang: Lang) -> String {
    let (name, tier) = (wanted.name, wanted.tier);
    let (month, date) = (terms::month(wanted.month, lang), terms::day(date, lang));
    match lang {
        Lang::Zh => format!(
            "{name}{month}的{tier}已经有一份文书：“{number}”，{date}（{place}）\n  同一单位、同一个月、同一档只发一份；那一份登记错了，直接改那一段，或撤销后再发"
        ),
        Lang::En => format!(
            "there is a notice of {tier} to {name} for {month} already: “{number}”, {date} ({place})\n  a unit gets one notice for a month and tier; if that one is wrong, edit it in the file, or withdraw it first"
        ),
    }
}

/// The steps of a notice.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// 答复
    Reply,
    /// 异议
    Objection,
    /// 复核
    Decision,
    /// 解除
    Lifting,
}

/// That a step is recorded already, and what stands there.
pub fn step_is_there(step: Step, number: &str, on: NaiveDate, text: &str, place: &str, lang: Lang) -> String {
    let step = match step {
        Step::Reply => lang.pick("答复", "answer"),
        Step::Objection => lang.pick("异议", "objection"),
        Step::Decision => lang.pick("复核结果", "decision"),
        Step::Lifting => lang.pick("解除", "lifting"),
    };
    let on = terms::day(on, lang);
    let text = match (text.trim(), lang) {
        ("", _) => String::new(),
        (text, Lang::Zh) => format!("：{text}"),
        (text, Lang::En) => format!(": {text}"),
    };
    match lang {
        Lang::Zh => format!("“{number}”已登记{step}，没有覆盖\n  {on}{text}\n  确实写错了，直接改 {place} 那一段"),
        Lang::En => format!(
            "the {step} of “{number}” is recorded already and was not written over\n  {on}{text}\n  if it is wrong, edit it at {place}"
        ),
    }
}

/// That a notice that was withdrawn needs no lifting.
pub fn is_withdrawn(number: &str, on: NaiveDate, place: &str, lang: Lang) -> String {
    let on = terms::day(on, lang);
    match lang {
        Lang::Zh => format!("“{number}”已于{on}撤销（{place}），视为没有发过，不用解除"),
        Lang::En => {
            format!("“{number}” was withdrawn on {on} ({place}) and counts as never sent; there is nothing to lift")
        }
    }
}

/// That a text has to be there.
pub fn needs_text(option: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{option} 不能是空的：写明内容"),
        Lang::En => format!("{option} cannot be empty: say what was said"),
    }
}

/// That no notice is recorded at all.
pub fn no_notices(number: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("没有“{number}”这份文书：登记簿里还没有文书\n  先登记已发出的：shangdang notice issue"),
        Lang::En => format!(
            "there is no notice `{number}`: none is recorded yet\n  record the one that was sent first: shangdang notice issue"
        ),
    }
}

/// That several units answer for an item and one has to be named.
pub fn which_unit(item: &str, units: &[String], lang: Lang) -> String {
    let units = lang.list(units);
    match lang {
        Lang::Zh => format!("事项 {item} 有几个责任单位，是哪一个？\n  加 --unit：{units}"),
        Lang::En => {
            format!("several units answer for item {item}; which one?\n  add --unit: {units}")
        }
    }
}

/// That a milestone cannot be read.
pub fn not_a_milestone(written: &str, counted: Option<&str>, lang: Lang) -> String {
    match (lang, counted) {
        (Lang::Zh, None) => {
            format!("“{written}”不是节点\n  写成 2022-09=50（到2022年9月末应完成50%）")
        }
        (Lang::Zh, Some(unit)) => {
            format!("“{written}”不是节点\n  写成 2022-09=6（到2022年9月末应完成6{unit}），或 2022-09=50%")
        }
        (Lang::En, None) => {
            format!("`{written}` is no milestone\n  write 2022-09=50 (50 % by the end of 2022-09)")
        }
        (Lang::En, Some(unit)) => {
            format!("`{written}` is no milestone\n  write 2022-09=6 (6 {unit} by the end of 2022-09), or 2022-09=50%")
        }
    }
}

/// That the same months of a share are exempt already.
pub fn exempt_before(item: &str, reference: &str, place: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "事项 {item} 的这几个月已经登记了豁免：{reference}（{place}），没有再写\n  要改理由或文件，直接改那一段"
        ),
        Lang::En => format!(
            "item {item} is exempt in these months already: {reference} ({place}); nothing was written\n  to change the reason or the document, edit it there"
        ),
    }
}

/// That a finding needs an id, or its task.
pub fn id_or_task(lang: Lang) -> &'static str {
    lang.pick(
        "没有写编号\n  写明编号，如 shangdang register find 2.d1；或用 --task 写明任务号，编号取下一个空号",
        "the finding has no id\n  name it, as in shangdang register find 2.d1, or name its task with --task to take the next id",
    )
}

/// That a change needs a deadline, or milestones.
pub fn due_or_milestones(lang: Lang) -> &'static str {
    lang.pick(
        "没有写改成什么\n  写明新的时限 --due 2022-12，或新的节点 --milestone 2022-09=50 --milestone 2022-12=100",
        "nothing says what it is changed to\n  give the new deadline, --due 2022-12, or the new milestones, --milestone 2022-09=50 --milestone 2022-12=100",
    )
}
