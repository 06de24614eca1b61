//! Words of the calendar: what falls due, for whom, and what has to be there.

use super::{Lang, terms};
use crate::assess::DeadlineState;
use crate::model::{Month, Revision};

/// What kind of deadline it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 月报报送
    Report,
    /// 节点
    Milestone,
    /// 每期
    Occurrence,
    /// 指标
    Indicator,
    /// 书面答复
    Reply,
}

impl Kind {
    /// Its stable id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Milestone => "milestone",
            Self::Occurrence => "occurrence",
            Self::Indicator => "indicator",
            Self::Reply => "reply",
        }
    }
}

/// A kind of deadline in words.
pub fn kind(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Report => lang.pick("月报报送", "report"),
        Kind::Milestone => lang.pick("节点", "milestone"),
        Kind::Occurrence => lang.pick("本期到期", "occurrence"),
        Kind::Indicator => lang.pick("指标达标", "indicator"),
        Kind::Reply => lang.pick("书面答复", "answer"),
    }
}

/// The stable id of how a deadline stands.
pub fn state_id(state: DeadlineState) -> &'static str {
    match state {
        DeadlineState::Planned => "planned",
        DeadlineState::Changed => "changed",
        DeadlineState::Dropped => "dropped",
        DeadlineState::Answered => "answered",
    }
}

/// How a deadline stands; nothing where it is as planned.
pub fn state(state: DeadlineState, lang: Lang) -> &'static str {
    match state {
        DeadlineState::Planned => "",
        DeadlineState::Changed => lang.pick("已调整", "changed"),
        DeadlineState::Dropped => lang.pick("已取消", "dropped"),
        DeadlineState::Answered => lang.pick("已答复", "answered"),
    }
}

/// The report that is due.
pub fn report(month: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}月报", terms::month(month, lang)),
        Lang::En => format!("report for {month}"),
    }
}

/// The occurrence that is due.
pub fn occurrence(due: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("完成{}到期的一期", terms::month(due, lang)),
        Lang::En => format!("the one due in {due}"),
    }
}

/// The level that is due.
pub fn level(level: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("完成{level}"),
        Lang::En => format!("{level} done"),
    }
}

/// The answer that is due.
pub fn reply(number: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("答复{number}"),
        Lang::En => format!("answer to {number}"),
    }
}

/// Every unit that files reports.
pub fn all_units(lang: Lang) -> &'static str {
    lang.pick("各报送单位", "all units that report")
}

/// What the calendar holds.
pub fn extent(from: Month, until: Month, count: usize, is_sample: bool, lang: Lang) -> String {
    let sample = match (is_sample, lang) {
        (false, _) => "",
        (true, Lang::Zh) => "　示例数据",
        (true, Lang::En) => "; SAMPLE DATA",
    };
    match lang {
        Lang::Zh => format!("{}至{}的期限：{count}个{sample}", terms::month(from, lang), terms::month(until, lang)),
        Lang::En => format!("Deadlines from {from} to {until}: {count}{sample}"),
    }
}

/// No deadline is left.
pub fn none(lang: Lang) -> &'static str {
    lang.pick("没有符合所选条件的期限。", "No deadline matches the selection.")
}

/// What days mean, and how to have them in a calendar.
pub fn about(lang: Lang) -> &'static str {
    lang.pick(
        "日期当天完成都算按时。写入日历：加 -o 期限.ics，用手机或电脑的日历打开；计划调整后再导入一次，原来的条目会更新，不会重复。",
        "Whatever is done on the day itself is in time. For a calendar add -o FILE.ics and open it there; imported again after a change of the plan, entries are updated and not doubled.",
    )
}

/// The name of the calendar.
pub fn name(plan: &str, is_sample: bool, lang: Lang) -> String {
    match (is_sample, lang) {
        (false, Lang::Zh) => format!("{plan}期限"),
        (true, Lang::Zh) => format!("{plan}期限（示例数据）"),
        (false, Lang::En) => format!("{plan}: deadlines"),
        (true, Lang::En) => format!("{plan}: deadlines (SAMPLE DATA)"),
    }
}

/// An entry in one line.
pub fn summary(what: &str, asked: &str, unit: &str, state: DeadlineState, lang: Lang) -> String {
    let state = match (self::state(state, lang), lang) {
        ("", _) => String::new(),
        (word, Lang::Zh) => format!("【{word}】"),
        (word, Lang::En) => format!("[{word}] "),
    };
    let colon = lang.pick("：", ": ");
    let what = match what {
        "" => String::new(),
        what => format!("{what}{colon}"),
    };
    match lang {
        Lang::Zh => format!("{state}{what}{asked}（{unit}）"),
        Lang::En => format!("{state}{what}{asked} ({unit})"),
    }
}

/// A line below an entry: 任务：2 完善雨污管网建设
pub fn line(head: &str, said: &str, lang: Lang) -> String {
    format!("{head}{}{said}", lang.pick("：", ": "))
}

/// The approved change that a deadline comes from.
pub fn changed(change: &Revision, lang: Lang) -> String {
    let (from, date) = (terms::month(change.from, lang), terms::day(change.date, lang));
    let (reason, reference) = (&change.reason, &change.reference);
    match lang {
        Lang::Zh => format!("经批准自{from}起调整：{reason}（{reference}，{date}批准）"),
        Lang::En => format!("changed from {from} on: {reason} ({reference}, approved {date})"),
    }
}

/// The clause of the plan that a deadline comes from.
pub fn clause(lang: Lang) -> &'static str {
    lang.pick("依据条款", "clause")
}

/// The months asked for end before they begin.
pub fn backwards(from: Month, until: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{from}在{until}之后\n  先写早的月份，如 2022-07..2022-09"),
        Lang::En => format!("{from} comes after {until}\n  write the earlier month first, such as 2022-07..2022-09"),
    }
}
