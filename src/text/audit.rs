//! The words for observations: neutral sentences that blame nobody.

use super::measure;
use super::terms;
use crate::audit::{Enough, Kind, Seen};
use crate::model::Item;

words! { lang;
    /// What the page is, before anything else.
    pub fn about() {
        "以下只是提请核实的现象，不影响任何档次。每一条都可能有正当原因；核实以后，以单位的说明为准。",
        "These are only points to ask about; no tier depends on them. Each may have a good reason: what counts is what the unit answers."
    }

    /// Nothing was noticed.
    pub fn nothing() { "没有需要核实的现象。", "Nothing to ask about." }

    /// The name of a kind.
    pub fn kind(kind: Kind) {
        match kind {
            Kind::Copied => { "数字连续不变，说明写着在推进", "The figure stays the same while the words say that work advances" }
            Kind::Threshold => { "停了几个月后，正好到需要的数", "A step, after standing still, to exactly what was needed" }
            Kind::Round => { "百分数全是整十", "Nothing but round percentages" }
            Kind::NoEvidence => { "报完成，没有说明也没有佐证", "Done, without a note or an attachment" }
            Kind::Unscheduled => { "多数事项没有时限", "Many items without a schedule" }
            Kind::MissingAttachment => { "列了佐证，没有找到文件", "An attachment that is not there" }
            Kind::OutsideAttachment => { "佐证不在方案文件夹里，没有打开", "An attachment outside the workspace, not opened" }
            Kind::Unchanged => { "报送日当天或以后才报，数字都没有变", "Filed on or after the report day, with no figure changed" }
            Kind::Joint => { "几个责任单位对同一件事报的数不一样", "Different figures from the lead units of one item" }
            Kind::ClaimedAgain => { "核验未通过以后，又报完成", "Reported done again after a check that failed" }
        }
    }
}

say! { lang;
    /// The heading of the observations of a kind.
    pub fn heading(of: Kind, count: usize) {
        let name = kind(of, lang);
        "{name}：{count}条", "{name}: {count}"
    }

    /// How many there are in all.
    pub fn count(observations: usize, units: usize) {
        "共{observations}条，涉及{units}个单位。", "{observations} in all; units concerned: {units}."
    }

    /// What was noticed, in one sentence. `item` is there wherever it is about one; `tier` says a tier by its name.
    pub fn sentence(seen: &Seen, item: Option<&Item>, tier: &dyn Fn(&Enough) -> String) {
        let shown = |reading| item.map_or_else(String::new, |item| measure::reading(reading, item, lang));
        match seen {
            Seen::Copied { reading, reports, note } => {
                let reading = shown(*reading);
                "连续{reports}期都报{reading}，最近一期的说明是“{note}”。请核实这几个月的实际进展。",
                "{reports} reports in a row say {reading}; the newest adds \"{note}\". To ask: what was done in these months."
            }
            Seen::Threshold { before, reports, now, enough } => {
                let (before, now, enough) = (shown(*before), shown(*now), tier(enough));
                "此前{reports}期都报{before}，本月报{now}，{enough}。请核实本月完成的是哪些。",
                "{reports} reports said {before}, this one says {now}, {enough}. To ask: what was finished this month."
            }
            Seen::Round { figures } => {
                "先后报过{figures}个百分数，都是10的整倍数。请核实是怎样统计的。",
                "{figures} percentages were reported, all of them multiples of ten. To ask: how they are worked out."
            }
            Seen::NoEvidence { since } => {
                let since = terms::month(*since, lang);
                "自{since}月报起报完成，各期都没有写说明，也没有列佐证。请补充佐证材料。",
                "Done since the report for {since}, with no note and no attachment in any of them. To ask: what shows it."
            }
            Seen::Unscheduled { without, of } => {
                "{of}个事项里有{without}个没有时限，这些事项无从滞后。请核实能否补定节点。",
                "{without} of {of} items have no schedule and cannot lag. To ask: whether one can be set."
            }
            Seen::MissingAttachment { name } => {
                "列了佐证“{name}”，月报所在文件夹和方案文件夹里都没有这个文件。请补交或更正文件名。",
                "Names \"{name}\", which is neither beside the report nor in the workspace. To ask: for the file, or its correct name."
            }
            Seen::OutsideAttachment { name } => {
                "列的佐证“{name}”指向方案文件夹之外，没有打开看过。请把文件放进来，写相对路径。",
                "Names \"{name}\", which leads out of the workspace and was not opened. To ask: for the file itself, by a relative path."
            }
            Seen::Unchanged { filed, due, figures } => {
                let (filed, due) = (terms::day(*filed, lang), terms::day(*due, lang));
                "{filed}报送（报送日{due}），{figures}个未完成的数都与上期相同。请核实是否按本月实际填报。",
                "Filed on {filed} (due {due}); the {figures} figures that are not complete are all the same as in the report before. To ask: whether they are this month's."
            }
            Seen::Joint { month, said } => {
                let month = terms::month(*month, lang);
                let said = said.iter().map(|(unit, reading)| format!("{unit} {}", shown(*reading)));
                let said = lang.list(said);
                "{month}月报：{said}。请核实各按什么口径统计，以哪个为准。",
                "Reports for {month}: {said}. To ask: what each of them counts, and which is right."
            }
            Seen::ClaimedAgain { checked, month } => {
                let (checked, month) = (terms::day(*checked, lang), terms::month(*month, lang));
                "{checked}核验未通过，{month}月报仍报完成。请核实整改情况，必要时再次核验。",
                "A check on {checked} failed; the report for {month} says done. To ask: what was put right, and whether to check again."
            }
        }
    }

    /// What a figure is just enough for.
    pub fn enough(enough: Enough, tier: &str) {
        match enough {
            Enough::Milestone(by) => {
                let by = terms::moment(by, lang);
                "正好是{by}到期的节点", "exactly the milestone of {by}"
            }
            Enough::Below(_) => { "正好是不致{tier}的最小数", "exactly the least that avoids {tier}" }
            Enough::NoTier => { "正好是不列档次的最小数", "exactly the least for no tier" }
        }
    }

    /// The lines an observation rests on.
    pub fn lines(places: &[String]) {
        let places = lang.list(places);
        "见 {places}", "See {places}"
    }
}
