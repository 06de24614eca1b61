//! Words about writing the register: what was recorded, what follows from it, and why something is refused.

use chrono::NaiveDate;

use super::phrases::plural;
use super::register::outcome as outcome_word;
use super::{Lang, terms};
use crate::model::{Decision, Month, NoticeStanding, Outcome};

say! { lang;
    /// The first line: what was recorded, and where.
    pub fn done(done: Done<'_>, path: &str, is_written: bool) {
        let what = what(done, lang);
        if is_written => { "已登记{what}，写入 {path}：", "Recorded {what} in {path}:" }
        "将登记{what}，写入 {path}：", "To be recorded: {what}, in {path}:"
    }

    /// What is recorded, by the number of a notice or the id of an item; units and tiers are named.
    pub fn what(enum Done<'a>) {
        Issued(number: &'a str, unit: &'a str, tier: &'a str, items: &'a [String]) {
            let items = lang.list(items);
            "文书“{number}”（{unit}，{tier}，事项{items}）", "the notice “{number}” ({unit}, {tier}, items {items})"
        }
        Replied(number: &'a str) { "对“{number}”的答复", "the answer to “{number}”" }
        Objected(number: &'a str) { "对“{number}”的异议", "the objection to “{number}”" }
        Decided(number: &'a str, decision: Decision) {
            "“{number}”的复核结果：{}", "the decision on “{number}”, {}"; self::decision(decision, lang)
        }
        Lifted(number: &'a str) { "“{number}”的解除", "the lifting of “{number}”" }
        Verified(item: &'a str, unit: &'a str, outcome: Outcome) {
            "事项 {item}（{unit}）的核验：{}", "the check of item {item} ({unit}), {}"; outcome_word(outcome, lang)
        }
        Exempted(item: &'a str, unit: &'a str, from: Month, until: Month) {
            let [from, until] = [from, until].map(|month| terms::month(month, lang));
            "事项 {item}（{unit}）的豁免，{from}至{until}", "the exemption of item {item} ({unit}) from {from} to {until}"
        }
        Found(item: &'a str, units: &'a [String]) { "督查事项 {item}（{}）", "the finding {item} ({})"; lang.list(units) }
        Changed(item: &'a str, from: Month) { "事项 {item} 自{}起的计划调整", "the change of item {item} from {} on"; terms::close(from, lang) }
        Assessed(unit: &'a str, year: i32, outcome: Outcome) {
            "{unit}{year}年年度考核结果：{}", "the result of {unit} for {year}, {}"; outcome_word(outcome, lang)
        }
    }

    /// That a word is none of those that are taken.
    pub fn not_a_word(written: &str, known: &[(&str, &str)]) {
        let known = known.iter().map(|(id, name)| say!(lang { "{name}（{id}）", "{id}" }));
        let known = lang.list(known);
        "这里不能是“{written}”\n  可以是：{known}", "`{written}` is not valid here\n  possible: {known}"
    }

    /// How the notice stands with what was recorded.
    pub fn stands(standing: NoticeStanding) {
        "该文书现在：{}。", "The notice is now {}."; super::register::notice_standing(standing, lang)
    }

    /// The same in words.
    pub fn aside(aside: &Aside) {
        match aside {
            Aside::Closed(month, date) => {
                let (month, date) = (terms::month(*month, lang), terms::day(*date, lang));
                "注意：{month}已于{date}结账，这是结账以后补记的。", "Note: {month} was closed on {date}; this is recorded after the closing."
            }
            Aside::SealedOtherwise(month, date, stood) => {
                let (month, date, stood) = (terms::month(*month, lang), terms::day(*date, lang), lang.list(stood));
                "注意：{month}已于{date}结账，封存的结论不同，当时{stood}。",
                "Note: {month} was closed on {date} with other verdicts: {stood}."
            }
            Aside::ClosedDiffers(month, count) => {
                let (month, verdicts) = (terms::month(*month, lang), plural(*count, "verdict"));
                "注意：已结账的{month}有{count}份结论因此与结账时不同，以后 check 会逐份指出。",
                "Note: {verdicts} of the closed month {month} will differ from the closing; `shangdang check` names them."
            }
            Aside::AlsoSent(item, number, place) => {
                "注意：事项 {item} 这个月还有另一份文书“{number}”（{place}）。",
                "Note: item {item} is in another notice of this month, “{number}” ({place})."
            }
            Aside::Unissued(count) => {
                let proposals = plural(*count, "other proposal");
                "该单位这个月还有{count}份拟定的档次没有登记文书（shangdang register 列出）。",
                "The unit has {proposals} of this month without a notice (see shangdang register)."
            }
            Aside::NotClaimed(item) => {
                "注意：该单位没有自报完成 {item}（或其后又报低了），这次核验只作记录，不算销号。",
                "Note: the unit does not claim that {item} is done, or has reported less since; the check is recorded, but changes nothing."
            }
        }
    }

    /// Above the shares whose verdicts change because of it.
    pub fn effect(month: Month) { "截至{}，结论的变化：", "As of {}, verdicts that change:"; terms::close(month, lang) }

    /// That no verdict changes because of it.
    pub fn no_effect(month: Month) {
        "截至{}，各份结论不变。", "As of {}, no verdict changes."; terms::close(month, lang)
    }

    /// That records are written in a form that is not edited.
    pub fn inline_records(path: &str, kind: &str) {
        "{path} 里的记录没有写在 [[{kind}]] 下面，不能逐条增改\n  把每一条改写成单独的 [[{kind}]]，或直接编辑文件",
        "the records in {path} are not below [[{kind}]] headings and cannot be edited one by one\n  put each below a heading [[{kind}]], or edit the file by hand"
    }

    /// What a share has, where a notice is to be recorded for it: 2.1 城镇雨污分流改造：拟预警
    pub fn has(enum Has<'a>, share: &str) {
        Tier(tier: &'a str) { "{share}：拟{tier}", "{share}: {tier} proposed" }
        Exempt(tier: &'a str) { "{share}：豁免（不豁免则为{tier}）", "{share}: exempt (without the exemption, {tier})" }
        Disputed(tier: &'a str) {
            "{share}：待核定（方案原文自相矛盾；按现在写的数则为{tier}）", "{share}: undecided (the source contradicts itself; by the figure as written, {tier})"
        }
        /// Where it is recorded.
        None(bucket: &'a str) { "{share}：没有档次（{bucket}）", "{share}: no tier ({bucket})" }
    }

    /// That items that were named do not have the tier of a notice: what they have.
    pub fn not_so_high(wanted: Wanted<'_>, having: &[String]) {
        let Wanted { tier, .. } = wanted;
        let (close, on) = (terms::close(wanted.month, lang), terms::day(wanted.on, lang));
        let (having, see) = (lines(having), wanted.see(lang));
        "截至{close}，按{on}所知，这些事项没有拟到{tier}这一档，没有登记{having}{see}",
        "as of {close}, by what was known on {on}, {tier} is not proposed for these items; nothing was recorded{having}{see}"
    }

    /// That a unit has no share with exactly the tier of a notice: what its shares have.
    pub fn none_so(wanted: Wanted<'_>, having: &[String], has_higher: bool) {
        let Wanted { name, tier, .. } = wanted;
        let (close, on) = (terms::close(wanted.month, lang), terms::day(wanted.on, lang));
        let lower = if has_higher { lower_sent(lang) } else { "" };
        let (having, see) = (lines(having), wanted.see(lang));
        "截至{close}，按{on}所知，{name}没有拟{tier}的事项，没有登记{having}{lower}{see}",
        "as of {close}, by what was known on {on}, no {tier} is proposed for {name}; nothing was recorded{having}{lower}{see}"
    }

    /// That a notice is harsher than what was sealed for its month.
    pub fn harsher_than_sealed(wanted: Wanted<'_>, date: NaiveDate, stood: &[String]) {
        let Wanted { tier, .. } = wanted;
        let (month, date, stood) = (terms::month(wanted.month, lang), terms::day(date, lang), lang.list(stood));
        "{month}已于{date}结账，封存的结论没有到{tier}这一档：{stood}；没有登记\n  确要按现有文件登记，写明理由：--against-seal 理由；要改封存的结论，先运行 shangdang reopen",
        "{month} was closed on {date}, and the sealed verdicts do not reach {tier}: {stood}; nothing was recorded\n  to record it by the files as they are now, give the reason: --against-seal REASON; to change what was sealed, run shangdang reopen first"
    }

    /// That a reason was given although nothing sealed is milder.
    pub fn not_against_seal(month: Month) {
        let month = terms::month(month, lang);
        "{month}没有封存更轻的结论，不用写 --against-seal", "nothing milder was sealed for {month}; leave out --against-seal"
    }

    /// That a document on a month is dated before that month was over and its reports were due.
    pub fn not_over(month: Month, on: NaiveDate, first: NaiveDate, option: &str) {
        let (month, on, first) = (terms::month(month, lang), terms::day(on, lang), terms::day(first, lang));
        "{month}的文书不能写{on}：月份没有过完、月报没有到期，还没有月末的结论；最早是{first}\n  请核对 --month 和 {option}",
        "a document on {month} cannot be dated {on}: there is no verdict before the month is over and its reports are due; the first day is {first}\n  check --month and {option}"
    }

    /// That a notice for the same unit, month and tier is there already.
    pub fn sent_before(wanted: Wanted<'_>, number: &str, date: NaiveDate, place: &str) {
        let Wanted { name, tier, month, .. } = wanted;
        let (month, date) = (terms::month(month, lang), terms::day(date, lang));
        "{name}{month}的{tier}已经有一份文书：“{number}”，{date}（{place}）\n  同一单位、同一个月、同一档只发一份；那一份登记错了，直接改那一段，或撤销后再发",
        "a notice of {tier} to {name} for {month} is already recorded: “{number}”, {date} ({place})\n  a unit gets one notice for a month and tier; if that one is wrong, edit it in the file, or withdraw it first"
    }

    /// That a step is already recorded, and how.
    pub fn step_is_there(step: Step, number: &str, on: NaiveDate, text: &str, place: &str) {
        let (step, on, text) = (self::step(step, lang), terms::day(on, lang), terms::after_colon(text, lang));
        "“{number}”已登记{step}，没有覆盖\n  {on}{text}\n  确实写错了，直接改 {place} 那一段",
        "the {step} of “{number}” is already recorded and was not overwritten\n  {on}{text}\n  if it is wrong, edit it at {place}"
    }

    /// That a notice that was withdrawn needs no lifting.
    pub fn is_withdrawn(number: &str, on: NaiveDate, place: &str) {
        let on = terms::day(on, lang);
        "“{number}”已于{on}撤销（{place}），视为没有发过，不用解除",
        "“{number}” was withdrawn on {on} ({place}) and counts as never sent; there is nothing to lift"
    }

    /// That a text has to be there.
    pub fn needs_text(option: &str) { "{option} 不能是空的：写明内容", "{option} cannot be empty: write what was said" }

    /// That no notice is recorded at all.
    pub fn no_notices(number: &str) {
        "没有“{number}”这份文书：登记簿里还没有文书\n  先登记已发出的：shangdang notice issue",
        "there is no notice `{number}`: none is recorded yet\n  first record the one that was sent: shangdang notice issue"
    }

    /// That several units answer for an item and one has to be named.
    pub fn which_unit(item: &str, units: &[String]) {
        let units = lang.list(units);
        "事项 {item} 有几个责任单位，是哪一个？\n  加 --unit：{units}", "several units are responsible for item {item}; which one?\n  add --unit: {units}"
    }

    /// That a milestone cannot be read.
    pub fn not_a_milestone(written: &str, counted: Option<&str>) {
        match counted {
            None => {
                "“{written}”不是节点\n  写成 2022-09=50（到2022年9月末应完成50%）",
                "`{written}` is not a milestone\n  write 2022-09=50 (50 % by the end of 2022-09)"
            }
            Some(unit) => {
                "“{written}”不是节点\n  写成 2022-09=6（到2022年9月末应完成6{unit}），或 2022-09=50%",
                "`{written}` is not a milestone\n  write 2022-09=6 (6 {unit} by the end of 2022-09), or 2022-09=50%"
            }
        }
    }

    /// That the same months of a share are exempt already.
    pub fn exempt_before(item: &str, reference: &str, place: &str) {
        "事项 {item} 的这几个月已经登记了豁免：{reference}（{place}），没有再写\n  要改理由或文件，直接改那一段",
        "item {item} is already exempt in these months: {reference} ({place}); nothing was written\n  to change the reason or the document, edit it there"
    }
}

words! { lang;
    /// 维持
    pub fn decision(decision: Decision) {
        match decision {
            Decision::Upheld => { "维持", "upheld" }
            Decision::Withdrawn => { "撤销", "withdrawn" }
        }
    }

    /// A step of a notice.
    pub fn step(enum Step) {
        Reply { "答复", "answer" }
        Objection { "异议", "objection" }
        Decision { "复核结果", "decision" }
        Lifting { "解除", "lifting" }
    }

    fn lower_sent() {
        "\n  确实发了比拟定低的一档，用 --item 写明是哪个事项",
        "\n  if a lower tier than proposed was really sent, name the items with --item"
    }

    /// That a finding needs an id, or its task.
    pub fn id_or_task() {
        "没有写编号\n  写明编号，如 shangdang register find 2.d1；或用 --task 写明任务号，编号取下一个空号",
        "the finding has no id\n  give it, as in shangdang register find 2.d1, or give its task with --task to take the next free id"
    }

    /// That a change needs a deadline, or milestones.
    pub fn due_or_milestones() {
        "没有写改成什么\n  写明新的时限 --due 2022-12，或新的节点 --milestone 2022-09=50 --milestone 2022-12=100",
        "nothing to change is given\n  give the new deadline, --due 2022-12, or the new milestones, --milestone 2022-09=50 --milestone 2022-12=100"
    }
}

/// Each on a line of its own, below what went before.
fn lines(texts: &[String]) -> String {
    texts.iter().flat_map(|text| ["\n  ", text]).collect()
}

/// A decision with what was said of it: 维持，现场核对未漏填
pub fn decided(what: Decision, note: &str, lang: Lang) -> String {
    format!("{}{}", decision(what, lang), terms::after_comma(note, lang))
}

/// The decision that a word means, in the language of files or of people.
pub fn read_decision(written: &str) -> Option<Decision> {
    read(&Decision::ALL, decision, written)
}

/// The outcome that a word means, in the language of files or of people.
pub fn read_outcome(written: &str) -> Option<Outcome> {
    read(&Outcome::ALL, outcome_word, written)
}

fn read<T: Copy>(all: &[(T, &str)], said: fn(T, Lang) -> &'static str, written: &str) -> Option<T> {
    let is_said = |known: T| [Lang::Zh, Lang::En].iter().any(|&lang| said(known, lang) == written);
    all.iter().find(|&&(known, id)| id == written || is_said(known)).map(|&(known, _)| known)
}

/// What else has to be said about a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aside {
    /// The month of the file is closed.
    Closed(Month, NaiveDate),
    /// The verdicts that the notice rests on were others when the month was closed, on a day.
    SealedOtherwise(Month, NaiveDate, Vec<String>),
    /// So many verdicts of a closed month are others now.
    ClosedDiffers(Month, usize),
    /// Another notice of the month is about one of the items: item, its number, its place.
    AlsoSent(String, String, String),
    /// So many proposals of the unit for the month have no notice yet.
    Unissued(usize),
    /// The unit does not claim that the item is done, or has not all the time since.
    NotClaimed(String),
}

/// What a notice is checked against.
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
        say!(lang { "\n  核对：{command}", "\n  see {command}" })
    }
}
