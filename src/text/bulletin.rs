//! Words of the monthly bulletin. In Chinese, as all official documents are; see [`super::official`].

use super::official::BLANK;
use super::{Lang, phrases, terms};
use crate::assess::{Change, Withheld};
use crate::model::{Month, Threshold};

/// 总体情况
pub const OVERALL: &str = "总体情况";
/// 存在问题
pub const PROBLEMS: &str = "存在问题";
/// 排名
pub const RANKING: &str = "进度排名";
/// 信息报送情况
pub const FILING: &str = "信息报送情况";
/// 下一步要求
pub const DEMANDS: &str = "下一步要求";
/// 台账
pub const LEDGER: &str = "事项进展台账";
/// 进度前锋线
pub const FRONT: &str = "进度前锋线";

/// That parts may not add up.
pub const ROUNDED: &str = "占比按份数计算，保留一位小数，各项之和不一定正好是100.0%；上月末按现有文件重新核算。";
/// What proposals are.
pub const PROPOSALS: &str = "以下档次按方案和月报算出，注明文号的已经发文，其余为拟定，须报经批准后作出。";
/// The plan ends this month.
pub const NO_NEXT_MONTH: &str = "能核算的月份到本月末为止，各责任单位要完成全部剩余工作。";
/// Nobody is asked for more.
pub const NOTHING_ASKED: &str = "下月没有新的到期要求。";

/// The title, broken by sense.
pub fn title(plan: &str, month: Month) -> [String; 2] {
    let month = terms::month(month, Lang::Zh);
    [format!("关于{plan}"), format!("{month}进展情况的通报")]
}

say! { Zh;
    /// How it begins.
    pub fn opening(plan: &str, month: Month) {
        let close = terms::close(month, Lang::Zh);
        "现将《{plan}》截至{close}的进展情况通报如下。"
    }

    /// How many tasks, items and shares there are.
    pub fn extent(tasks: usize, items: usize, shares: usize) {
        "方案共{tasks}项任务、{items}个事项，分解为{shares}份责任（一个责任单位承担的一个事项为一份），各状态份数如下："
    }

    /// How tiers have changed against the month before.
    pub fn changes(counts: &[(Change, usize)]) {
        let counts = counts.iter().map(|(change, count)| format!("{}{count}份", terms::change(*change, Lang::Zh)));
        let counts = counts.collect::<Vec<_>>().join("，");
        "拟定档次与上月末相比：{counts}。"
    }

    /// The heading of one tier.
    pub fn tier(position: &str, tier: &str, from: Threshold, count: usize) {
        let late = phrases::threshold(from, Lang::Zh);
        "{position}{late}，拟{tier}的{count}份"
    }

    /// One share with a tier.
    pub fn problem(unit: &str, item: &str, title: &str, figures: &str, rest: &[String]) {
        let rest = rest.concat();
        "{unit}　{item} {title}：{figures}{rest}"
    }

    /// That a tier rests on silence.
    pub fn presumed(month: Month, has_earlier: bool) {
        let month = terms::month(month, Lang::Zh);
        if has_earlier => { "（推定：{month}未填报，按最近一次填报推算）" }
        "（推定：从未填报，按未完成推算）"
    }

    /// That a notice was sent.
    pub fn issued(tier: &str, number: &str) { "（已发{number}，{tier}）" }
    /// Shares whose tier is withheld.
    pub fn withheld(position: &str, withheld: Withheld, count: usize) {
        match withheld {
            Withheld::Exempt => { "{position}滞后而已批准豁免的{count}份" }
            Withheld::Disputed => { "{position}滞后而方案原文自相矛盾、待核定的{count}份" }
        }
    }

    /// How often reports came late or not at all since the plan began.
    pub fn filed_so_far(first: Month, late: &[String], missing: &[String]) {
        let (first, late, missing) = (terms::month(first, Lang::Zh), named(late), named(missing));
        "{first}以来，迟报的：{late}；未报的：{missing}。"
    }

    fn named(names: &[String]) {
        let named = Lang::Zh.list(names);
        if names.is_empty() => { "无" }
        "{named}"
    }

    /// A unit and a number of times.
    pub fn times(unit: &str, times: usize) { "{unit}{times}次" }

    /// What next month asks of whom, and by when whose report is due: of these, or of all who have something to do.
    pub fn asked(month: Month, report_day: &str, reporting: Option<&[String]>) {
        let close = terms::close(month, Lang::Zh);
        let report = match reporting {
            None => format!("；{report_day}前报送月报"),
            Some([]) => String::new(),
            Some(units) => format!("；{}于{report_day}前报送月报", Lang::Zh.list(units)),
        };
        "各责任单位要对照下列要求推进，到{close}应达到序时的事项如下{report}。"
    }

    /// Whom next month asks for what.
    pub fn asked_of(unit: &str, demands: &[String]) {
        let demands = demands.join("；");
        "{unit}：{demands}。"
    }

    /// One item, and what has to be shown.
    pub fn demand(item: &str, title: &str, needs: &str) { "{item} {title}{needs}" }
    /// What the lagging units have to hand in.
    pub fn reply() { "第二部分所列单位要于{BLANK}前书面报送滞后原因、整改措施和完成时限；对数据有异议的，一并提出并附佐证材料。" }
}

words! { Zh;
    /// Nothing has a tier.
    pub fn no_problems(is_public: bool) {
        if is_public => { "本月没有需要公开通报的滞后事项。" }
        "本月没有达到档次的滞后事项。"
    }
}

/// Late ones that are not key and therefore have no tier; empty if there are none.
pub fn tracked(count: usize) -> Option<String> {
    (count > 0).then(|| format!("另有非重点事项{count}份滞后满1个月，只跟踪，不定档次。"))
}

/// `12.5%`, half a tenth rounded up; nothing of nothing.
pub fn part(count: usize, total: usize) -> String {
    if total == 0 {
        return String::new();
    }
    let tenths = (count * 2_000 + total) / (2 * total);
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// `+2`, `-1`, `0`
pub fn difference(now: usize, before: usize) -> String {
    match now.cmp(&before) {
        std::cmp::Ordering::Greater => format!("+{}", now - before),
        std::cmp::Ordering::Equal => "0".to_owned(),
        std::cmp::Ordering::Less => format!("-{}", before - now),
    }
}

#[cfg(test)]
mod tests {
    use super::{difference, part};

    #[test]
    fn parts_are_rounded_to_a_tenth_of_a_percent() {
        let parts = [(1, 3), (2, 3), (1, 8), (1, 16), (0, 5), (5, 5)];
        let shown = parts.map(|(count, total)| part(count, total));
        assert_eq!(shown, ["33.3%", "66.7%", "12.5%", "6.3%", "0.0%", "100.0%"]);
        assert_eq!(part(0, 0), "");
    }

    #[test]
    fn differences_have_their_sign() {
        assert_eq!([difference(3, 1), difference(1, 3), difference(2, 2)], ["+2", "-2", "0"]);
    }
}
