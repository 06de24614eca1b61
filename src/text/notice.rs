//! Words of the three notices: warning letter, circular of criticism, summons to an interview. Facts come first; what
//! is demanded and how to object after them. In Chinese, as all official documents are; see [`super::official`].

use chrono::NaiveDate;

use super::official::{BLANK, given};
use super::{Lang, phrases, terms};
use crate::model::{Month, NoticeKind, Rung, Threshold};

/// The title, broken by sense.
pub fn title(kind: NoticeKind, from: Threshold, plan: &str, unit: &str) -> Vec<String> {
    let stands = stands(from);
    let lines = match kind {
        NoticeKind::Warning => [format!("关于{plan}"), format!("重点工作{stands}的预警函")],
        NoticeKind::Criticism => [format!("关于对{unit}重点工作{stands}"), "予以通报批评的通报".to_owned()],
        NoticeKind::Interview => [format!("关于就重点工作{stands}"), format!("约谈{unit}负责人的通知")],
    };
    lines.into()
}

/// What it is about. What has fallen due at this very close is not late yet.
fn stands(from: Threshold) -> &'static str {
    if from.whole_months() == 0 { "到期未做到" } else { "进度滞后" }
}

/// How the text calls the unit: a letter speaks to it, a circular about it.
fn called(kind: NoticeKind, unit: &str) -> &str {
    match kind {
        NoticeKind::Criticism => unit,
        NoticeKind::Warning | NoticeKind::Interview => "你单位",
    }
}

say! { Zh;
    /// How the document begins: the rule it rests on, and what it is about.
    pub fn opening(kind: NoticeKind, plan: &str, rung: &Rung, unit: &str, month: Month, count: usize, sealed: &str) {
        let facts = facts(kind, plan, rung, unit, month, count);
        match kind {
            NoticeKind::Warning => { "{facts}{sealed}，现予预警。" }
            NoticeKind::Criticism => { "{facts}{sealed}。经{BLANK}{BLANK}批准，决定对{unit}予以通报批评，现将有关情况通报如下。" }
            NoticeKind::Interview => { "{facts}{sealed}。经{BLANK}{BLANK}批准，决定约谈你单位负责人，现将有关事项通知如下。" }
        }
    }

    fn facts(kind: NoticeKind, plan: &str, rung: &Rung, unit: &str, month: Month, count: usize) {
        let Rung { from, name, clause, .. } = rung;
        let (close, whose) = (terms::close(month, Lang::Zh), called(kind, unit));
        let late = phrases::threshold(*from, Lang::Zh);
        let stands = stands(*from);
        let asked = if from.whole_months() == 0 { late } else { format!("进度{late}") };
        // A rule is quoted only where the plan is said to have it.
        if clause.trim().is_empty() => {
            "根据《{plan}》安排，经核算，截至{close}，{whose}负责的以下{count}项重点工作{stands}"
        }
        "根据《{plan}》{clause}关于对重点工作{asked}的单位予以{name}的规定，经核算，截至{close}，{whose}负责的以下{count}项重点工作{stands}"
    }

    /// That the month was closed with other verdicts.
    pub fn sealed_otherwise(date: NaiveDate, stood: &[String]) {
        let (date, stood) = (terms::day(date, Lang::Zh), stood.join("，"));
        "（该月结论已于{date}结账封存，当时{stood}；现按现有文件核算，与封存时不同）"
    }

    /// Where the plan makes the demand, and by when all of it is due.
    pub fn demanded(task: &str, clause: &str, due: Option<&str>, basis: Option<&str>) {
        let clause = if clause.is_empty() { String::new() } else { format!("，方案条款{clause}") };
        let due = due.map_or_else(String::new, |due| format!("，{due}"));
        let basis = basis.map_or_else(String::new, |basis| format!("（依据：{basis}）"));
        "所属任务：{task}{clause}{due}{basis}。"
    }

    /// By when all of it is due.
    pub fn due(by: &str) { "完成时限{by}" }

    /// The months in which a recurring item falls due.
    pub fn dues(dues: &[String]) {
        let dues = dues.join("、");
        "完成时限{dues}（按期）"
    }

    /// From when on a reading has to meet its target: nothing is completed then.
    pub fn due_from(from: &str) { "自{from}起考核" }

    /// That the unit did not report.
    pub fn silent(kind: NoticeKind, unit: &str, month: Month, has_earlier: bool) {
        let (whose, month) = (called(kind, unit), terms::month(month, Lang::Zh));
        if has_earlier => { "{whose}未填报该项{month}进展，以上按最近一次填报情况推定；补报后重新核算。" }
        "{whose}未填报该项{month}进展，此前也从未填报，以上按未完成推定；补报后重新核算。"
    }

    /// What has to be done and by when.
    pub fn demands(kind: NoticeKind, from: Threshold, unit: &str, reply_due: &str) {
        let why = if from.whole_months() == 0 { "原因" } else { "滞后原因" };
        match kind {
            NoticeKind::Warning => {
                "请认真查找{why}，倒排工期，制定整改措施，并于{reply_due}前将{why}、整改措施和完成时限书面报送我办。"
            }
            NoticeKind::Criticism => {
                "{unit}要深刻查找原因，倒排工期，限期整改，并于{reply_due}前将整改报告（原因、措施、完成时限）书面报送我办。其他单位要引以为戒，按时限要求推进各项工作。"
            }
            NoticeKind::Interview => {
                "请准备书面汇报材料（{why}、整改措施、完成时限和责任分工），于{reply_due}前报送我办；约谈后按要求整改并报送整改情况。"
            }
        }
    }

    /// What one item has to reach: lines of the outlook after its id.
    pub fn demand(item: &str, said: &str) { "{item}：{said}" }

    /// What else the unit is written to about, so that no letter reads as if it were the only one.
    pub fn others(others: &[String]) {
        let others = others.join("、");
        "截至同一月末，你单位另有以下事项达到档次：{others}。各事项分别核算，应达到的要求和解除的条件以各自的文书为准，互不代替。"
    }

    /// One of them, with its tier, proposed or sent.
    pub fn other(item: &str, title: &str, tier: &str, number: Option<&str>) {
        match number {
            Some(number) => { "{item} {title}（{tier}，{number}）" }
            None => { "{item} {title}（拟{tier}）" }
        }
    }

    /// How to object.
    pub fn objection(kind: NoticeKind, unit: &str) {
        let whose = called(kind, unit);
        "以上数据取自方案和{whose}的月报，计算过程和每个数的出处见附件。月报所报的数按当月末计。对数据或结论有异议的，请于收到之日起{BLANK}个工作日内书面提出，并附佐证材料；能指明附件中哪一行有误的，请一并指明。我办将予核实，并书面告知结果。"
    }
}

words! { Zh;
    /// 有关情况
    pub fn facts_heading(kind: NoticeKind, from: Threshold) {
        if kind == NoticeKind::Interview => { "约谈事由" }
        if from.whole_months() == 0 => { "到期未做到的情况" }
        "滞后情况"
    }

    /// 工作要求
    pub fn demands_heading(kind: NoticeKind) {
        if kind == NoticeKind::Interview => { "准备材料和工作要求" }
        "工作要求"
    }
}

/// 约谈安排: who, when and where are for a person to fill in.
pub fn arrangements(unit: &str) -> [String; 4] {
    [
        format!("约谈对象：{unit}负责人（姓名、职务：{BLANK}{BLANK}）"),
        format!("约谈时间：{BLANK}{BLANK}"),
        format!("约谈地点：{BLANK}{BLANK}"),
        format!("约谈人：{BLANK}{BLANK}"),
    ]
}

/// 约谈安排
pub const ARRANGEMENTS: &str = "约谈安排";

/// 异议
pub const OBJECTION_HEADING: &str = "异议";

/// How a letter ends.
pub const ENDING: &str = "特此函告。";

/// The name of an annex.
pub fn annex(item: &str) -> Vec<String> {
    vec![format!("进度认定书（事项{item}）")]
}

/// The unit as its document addresses it: the official name where it is confirmed.
pub fn full_name<'a>(full_name: &'a str, name: &'a str) -> &'a str {
    given(if full_name.trim().is_empty() { name } else { full_name })
}

words! { lang;
    /// What the document is called in the name of its file and in lists.
    pub fn short_name(kind: NoticeKind) {
        match kind {
            NoticeKind::Warning => { "预警函", "warning letter" }
            NoticeKind::Criticism => { "通报批评", "circular of criticism" }
            NoticeKind::Interview => { "约谈通知", "summons to an interview" }
        }
    }

    /// That drafts need a folder.
    pub fn needs_folder() { "请写明草稿放进哪个文件夹：-o 文件夹", "give the folder for the drafts: -o FOLDER" }
}

say! { lang;
    /// What was drafted, and what it is.
    pub fn drafted(count: usize, folder: &str, month: Month) {
        let month = terms::month(month, lang);
        if count == 0 => { "{month}没有需要起草的文书。", "Nothing to draft for {month}." }
        "{month}起草文书{count}份，写入 {folder}。这是草稿，不进登记簿：先按规定报批，填上文号、日期、姓名等空白；发出以后，用 shangdang notice issue 登记。",
        "Drafted for {month}: {count}, written to {folder}. These are drafts, not part of the register: have them approved, fill in number, date and names; once they are sent, record them with shangdang notice issue."
    }

    /// Proposals left out because a notice for them has been issued already.
    pub fn issued_already(tier: &str, unit: &str, number: &str, place: &str) {
        "{unit}：{tier}已发 {number}（{place}），不再起草。", "{unit}: {tier} was issued as {number} ({place}); not drafted again."
    }

    /// That a number belongs to one document only.
    pub fn one_number(count: usize) {
        "一个文号只能给一份文书，这里有{count}份；用 --unit 和 --tier 选出一份，或不写 --number",
        "a number belongs to one document, and there are {count}; pick one with --unit and --tier, or leave --number out"
    }

    /// Drafts that are there already and say something else.
    pub fn exists(files: &str) {
        "已有同名文件，内容不同，可能有人改过：{files}；换一个文件夹，或加 --replace 覆盖",
        "files with these names already exist with different content, perhaps edited by someone: {files}; choose another folder, or add --replace"
    }
}
