//! What an indicator asks for, and what came of its periods.

use super::measure::target;
use super::{Lang, terms};
use crate::model::{Indicator, Moment, Month, Period, Span, Target};

say! { lang;
    /// A period of an indicator: 2022年, 2022年第3季度, 2022年10月1日至2023年3月31日.
    pub fn span(period: Period, span: Span) {
        let (year, number) = (span.close.month().year(), span.close.month().number());
        match period {
            Period::Month => { "{}", "{}"; terms::month(span.close.month(), lang) }
            Period::Quarter => { "{year}年第{}季度", "quarter {} of {year}"; number / 3 }
            Period::Year => { "{year}年", "{year}" }
            Period::Window { from, .. } => {
                "{}至{}", "{} to {}";
                terms::day(span.first.day(from.1), lang), terms::day(last_day(span.close), lang)
            }
        }
    }

    /// What readings speak for, where that is more than a month; and that silence there is failure.
    fn judged_over(period: Period) {
        let day = |(month, day): (u32, u32)| format!("{month:02}-{day:02}");
        match period {
            Period::Month => { "" }
            Period::Quarter => {
                "按季度考核：季度内最新的读数代表这一季度，到季末才考核，此前只作参考；整个季度没有读数的，按未达标计。",
                " It is judged by quarter: the newest reading of a quarter speaks for it and is judged at its close, information until then; a quarter without any reading has failed."
            }
            Period::Year => {
                "按年度考核：年内最新的读数代表这一年，到年末才考核，此前只作参考；全年没有读数的，按未达标计。",
                " It is judged by year: the newest reading of a year speaks for it and is judged at its close, information until then; a year without any reading has failed."
            }
            Period::Window { from, until } => {
                "考核期为每年{}至{}：期内最新的读数代表这一期，到期末才考核，此前只作参考；整期没有读数的，按未达标计；期外的读数只作参考。",
                " It is judged from {} to {} of each year: the newest reading of that period speaks for it and is judged at its close, information until then; a period without any reading has failed; readings outside it are information.";
                day(from), day(until)
            }
        }
    }

    fn counts_up(counts: bool) {
        if counts => {
            "读数是考核期内的累计次数，只增不减；超过限额的，从当月起记为“已用尽”，到期末考核。",
            " Readings count up within the period and do not fall; over the limit it is used up from that month on, and judged at the close."
        }
        ""
    }

    fn single(target: &str, due: Moment, is_month: bool) {
        let due = terms::moment(due, lang);
        if is_month => {
            "读数应{target}，自{due}起考核；此前的读数只作参考。",
            "The reading has to be {target} from {due} on; earlier readings are information."
        }
        "读数应{target}，自{due}起考核。", "The reading has to be {target} from {due} on."
    }

    fn several(targets: &str, due: Moment) {
        let due = terms::moment(due, lang);
        "要求逐步变化：{targets}。每个读数按当时的要求考核；{due}以前的读数只作参考。",
        "The target changes over time: {targets}. Each reading is held against the one in force in its month; readings before {due} are information."
    }

    fn from(target: &str, from: Moment) { "自{}起{target}", "from {} on {target}"; terms::moment(from, lang) }

    /// What came of a period that has closed.
    pub fn outcome(span: &str, target: &str, reading: Option<&str>, is_met: bool) {
        match (reading, is_met) {
            (None, _) => { "{span}：没有读数，按未达标计（要求{target}）。", "{span}: no reading, which counts as failed (required: {target})." }
            (Some(reading), true) => { "{span}：{reading}，要求{target}，达标。", "{span}: {reading}, required {target}: met." }
            (Some(reading), false) => { "{span}：{reading}，要求{target}，未达标。", "{span}: {reading}, required {target}: failed." }
        }
    }

    /// Which reading counts.
    pub fn newest_of_period(evidence: &str) {
        "采用考核期内最新的一期：有考核期未达标的，是最近一个的；否则是现在的（不取最高的，也不看以后月份的）。{evidence}。",
        "The newest one of the period counts: of the last period if that has failed, else of the present one (not the best, and nothing later). {evidence}."
    }

    /// That the last period that has closed failed, though it is no lag.
    pub fn missed(close: Moment) {
        "最近一个考核期（到{}止）未达标。", "The last period, which closed at {}, has failed."; terms::moment(close, lang)
    }

    /// That no reading of the last period counts.
    pub fn nothing_read(is_presumed: bool) {
        if is_presumed => {
            "这个结论是推定：最近一个考核期没有填报读数，按未达标推算。补报后重新核算。",
            "This verdict is presumed: no reading was reported for the last period, which counts as failed. A report changes it."
        }
        "依据：最近一个考核期没有填报读数，按未达标计。",
        "Evidence: no reading was reported for the last period, which counts as failed."
    }

    /// From where to where the clock of a failing run goes.
    pub fn clock(from: Moment, until: Moment) {
        let (start, end) = (terms::moment(from, lang), terms::moment(until, lang));
        if from == until => {
            "只有一个考核期未达标：滞后0个月，记为“未达标”，列入年度考核；两个考核期之间无从补救，不增加滞后月数。",
            "One period has failed: 0 months late, marked as missed, and listed at the year's end; between two closes nothing can be done about it, so it does not age."
        }
        "连续未达标的考核期，从第一个的截止日（{start}）算到最近一个的截止日（{end}）；两个截止日之间无从补救，不另外增加。",
        "Of periods that have failed without a break it counts from the close of the first ({start}) to that of the last ({end}); between two closes nothing can be done about it, so nothing is added."
    }

    /// That the present period will fail unless a reading meets its target by its close.
    pub fn open_period(close: Moment) {
        "本考核期到{}才考核，现在的读数只作参考，不滞后。",
        "The present period is judged at {}; until then readings are information, and nothing lags.";
        terms::moment(close, lang)
    }

    /// That a running count is over its limit before the period has closed.
    pub fn exhausted(close: Moment) {
        "本考核期的限额已经用尽；到{}按未达标考核。",
        "The limit of the present period is used up; at {} it is judged as failed.";
        terms::moment(close, lang)
    }
}

/// What an indicator asks for, in full.
pub fn must_be(indicator: &Indicator, lang: Lang) -> String {
    let is_month = !indicator.is_judged_by_period();
    let said = match indicator.targets() {
        [one] => single(&target(indicator, *one, lang), one.from, is_month, lang),
        all => {
            let all = all.iter().map(|one: &Target| from(&target(indicator, *one, lang), one.from, lang));
            several(&lang.list(all), indicator.due(), lang)
        }
    };
    said + &judged_over(indicator.period, lang) + &counts_up(indicator.counts, lang)
}

/// The targets with the moments from which they count, in one line.
pub fn targets(indicator: &Indicator, lang: Lang) -> String {
    let one = |one: &Target| terms::from(&target(indicator, *one, lang), &terms::moment(one.from, lang), lang);
    lang.list(indicator.targets().iter().map(one))
}

fn last_day(close: Moment) -> chrono::NaiveDate {
    match close {
        Moment::Close(month) => Month::last_day(month),
        Moment::Day(day) => day,
    }
}
