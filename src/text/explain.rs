//! Sentences of the derivation of one verdict. They may be read aloud by someone who is angry: short, whole, checkable.

use super::phrases::{self, plural, sentence};
use super::{Lang, terms};
use crate::assess::{FailingBecause, Withheld};
use crate::model::{Every, Moment, Month, Rhythm, Threshold};

words! { lang;
    /// A section of an explanation.
    pub fn section_title(enum Section) {
        Conclusion { "结论", "Verdict" }
        Requirement { "要求从哪里来", "What is required, and by whom" }
        Reported { "单位报了什么", "What the unit reported" }
        Arithmetic { "滞后怎样算出", "How the lag is computed" }
        Rung { "对应哪一档", "Which tier that means" }
        History { "逐月经过", "Month by month" }
        Outlook { "以后会怎样", "What comes next" }
        Verify { "怎样核对、怎样提出异议", "How to check this, and how to object" }
    }

    /// That the past is computed from the files as they are now.
    pub fn recomputed() {
        "以下各月都按现在的方案和月报推算，不等于当时发出过文书。",
        "Every month is computed from plan and reports as they are now; this does not mean that a notice was sent."
    }

    /// Several leads are assessed each on its own.
    pub fn joint() {
        "本事项有多个责任单位，各按本单位的月报分别核算；下面只说这一家。",
        "This item has several lead units; each is assessed on its own reports. What follows is about this unit only."
    }

    /// How a curve runs between its points.
    pub fn shape(is_linear: bool) {
        if is_linear => {
            "两个节点之间按匀速推进计算（序时进度）。只写月份的节点，指当月月末。",
            "Between two milestones an even pace is required. A month means its end."
        }
        "节点之间要求不变，到节点才提高到新的要求；只写月份的节点，指当月月末。",
        "Between two milestones the requirement stays the same; it rises at the milestone. A month means its end."
    }

    /// A standing duty.
    pub fn standing_duty() {
        "常态工作，没有完成时限，不计滞后，只看是否按月填报。",
        "A standing duty without a deadline: nothing can lag; only silence is counted."
    }

    /// No schedule.
    pub fn unscheduled() {
        "方案没有写明时限，也没有单位计划，因此无从滞后。",
        "The plan gives no deadline and there is no unit plan, so nothing can lag."
    }

    /// That the exact fraction decides.
    pub fn exact() {
        "定档用精确分数，显示时截去尾数，不四舍五入。",
        "The exact fraction decides the tier; the figure shown is cut off, never rounded up."
    }

    /// How stages are counted.
    pub fn stages_count_beyond() {
        "各阶段分别核算，本事项按滞后最久的一个算；已到后面阶段的，也算到了前面的阶段。只写月份的节点，指当月月末。",
        "Each stage is assessed by itself, and the item lags as the worst of them does; what stands at a later stage has reached the earlier ones. A month means its end."
    }

    /// A stage without dates.
    pub fn only_reported() { "没有时限，只报不考核", "no date; reported on only" }

    /// The heading of stages.
    pub fn stage_head() { "阶段", "stage" }

    /// Due at this very close.
    pub fn due_now() {
        "正好在本月末到期而未完成：滞后0个月，记为“到期未完成”；下月末仍未完成，滞后1个月。",
        "It is due at this very close and is not done: 0 months late, marked as due; a month from now it is 1 month late."
    }

    /// Why nothing lags, where the plan asks for nothing more than is there.
    pub fn all_met(enum Met) {
        All { "已达到方案提出的全部要求，不滞后。", "All that the plan asks for is met; nothing lags." }
        Claimed {
            "单位报的数达到方案提出的全部要求，不计滞后；核验未通过，以核验结果为准。",
            "By the unit's figures all that the plan asks for is met, so no lag is counted; the check has found that it is not."
        }
        Skipped {
            "最后一期已做，没有还要做的期次，不滞后；跳过的各期仍然没有做。",
            "The last occurrence is done and none is left to do, so nothing lags; those skipped are still not done."
        }
        Holds {
            "现在的读数符合要求，不滞后；以后的读数也要符合要求。",
            "The reading meets the target, so nothing lags; later readings have to meet it as well."
        }
    }

    /// That only key items get a tier.
    pub fn not_key() {
        "不是重点工作，不提出档次；以下只作对照。",
        "Not a key item, so no tier is proposed; what follows is for comparison only."
    }

    /// Nothing would change.
    pub fn nothing_ahead() { "到能核算的最后一个月为止，没有会触发的档次。", "No tier lies ahead in the months that are assessed." }

    /// How to object.
    pub fn object() {
        "认为节点、填报数或依据有误的，请指出上面哪一行不对并附佐证材料，书面告知办公室；更正文件后重新核算。",
        "If a milestone, a figure or the evidence is wrong, name the line above and send proof to the office; the file is corrected and the verdict computed again."
    }

    /// Marks the milestone that was not met, or is next.
    pub fn first_unmet(has_come: bool) {
        if has_come => { "首个未达到", "first one not met" }
        "下一个节点", "next one"
    }

    /// Marks the entry that counts.
    pub fn counts() { "采用", "counts" }

    /// Nothing on the item in a month: a report without it, no report, or none that was asked for.
    pub fn silent(has_filed: bool, is_asked: bool) {
        if has_filed => { "月报未列此项", "not in the report" }
        if !is_asked => { "不要求报送", "not asked for" }
        "未交月报", "no report"
    }
}

say! { lang;
    /// The heading of a section; the sections after the conclusion are numbered from 1.
    pub fn section(section: Section, number: usize) {
        let title = section_title(section, lang);
        if section == Section::Conclusion => { "{title}" }
        let numeral = "一二三四五六七八九".chars().nth(number.saturating_sub(1)).unwrap_or('十');
        "{numeral}、{title}", "{number}. {title}"
    }

    /// 事项2.1 城镇雨污分流改造　区住建局
    pub fn title(id: &str, title: &str, unit: &str) { "事项{id} {title}　{unit}", "Item {id} {title}  {unit}" }

    /// The conclusion for a share with a tier.
    pub fn concluded_tier(lag: Option<&str>, tier: &str) {
        match lag {
            Some(lag) => { "滞后{lag}，拟{tier}。", "Late by {lag}; proposed: {tier}." }
            None => { "本月末到期，没有做到，拟{tier}。", "Due at this very close and not done; proposed: {tier}." }
        }
    }

    /// The conclusion for a share whose tier is withheld.
    pub fn concluded_withheld(lag: Option<&str>, withheld: Withheld) {
        match (lag, withheld) {
            (Some(lag), Withheld::Exempt) => {
                "滞后{lag}；因已批准豁免，不列档次。", "Late by {lag}; an approved exemption withholds the tier."
            }
            (None, Withheld::Exempt) => {
                "本月末到期，没有做到；因已批准豁免，不列档次。",
                "Due at this very close and not done; an approved exemption withholds the tier."
            }
            (Some(lag), Withheld::Disputed) => {
                "滞后{lag}；方案原文自相矛盾，档次待核定。", "Late by {lag}; the source contradicts itself, so the tier is undecided."
            }
            (None, Withheld::Disputed) => {
                "本月末到期，没有做到；方案原文自相矛盾，档次待核定。",
                "Due at this very close and not done; the source contradicts itself, so the tier is undecided."
            }
        }
    }

    /// Who settles in what the source contradicts itself, and how.
    pub fn to_settle() {
        "以哪个数为准，由印发方案的机关或领导小组办公室核定：改正任务文件、删去 disputed 的，各月都照核定的算；不影响以前月份的，登记带 settles = true 的计划调整（register change --settles）。",
        "Which figure holds is for whoever issued the plan, or the office, to settle: with the task file corrected and `disputed` removed, every month is computed so; where earlier months stay as they are, by an approved change with `settles = true` (register change --settles)."
    }

    /// The conclusion for a share without one.
    pub fn concluded(bucket: &str, lag: Option<&str>, is_key: bool) {
        let word = sentence(bucket);
        match (lag, is_key) {
            (None, _) => { "{bucket}，没有提出档次。", "{word}; no tier is proposed." }
            (Some(lag), true) => { "{bucket}：滞后{lag}，未达到最低一档。", "{word}: late by {lag}, below the lowest tier." }
            (Some(lag), false) => {
                "滞后{lag}；不是重点工作，只跟踪，不提出档次。",
                "Late by {lag}; not a key item, so it is tracked without a tier."
            }
        }
    }

    /// That the verdict is presumed from the last figure reported before.
    pub fn presumed_earlier(month: Month) {
        let month = terms::month(month, lang);
        "这个结论是推定：{month}没有填报这个事项，按最近一次填报推算。补报后重新核算。",
        "This verdict is presumed: nothing was reported on the item for {month}, so the last figure stands. A report changes it."
    }

    /// That the verdict is presumed because nothing was ever reported.
    pub fn presumed_nothing() {
        "这个结论是推定：这个事项从未填报，按0推算。补报后重新核算。",
        "This verdict is presumed: nothing was ever reported, which counts as 0. A report changes it."
    }

    /// That the verdict is presumed because the unit has not said whether a recurring duty was done.
    pub fn presumed_undone(month: Month) {
        let month = terms::month(month, lang);
        "这个结论是推定：{month}没有填报这个事项，到期的一期按没有做推算。补报后重新核算。",
        "This verdict is presumed: nothing was reported on the item for {month}, so the one that is due counts as not done. A report changes it."
    }

    /// From which month on the unit is asked for reports.
    pub fn kept_from(unit: &str, month: Month, recurs: bool) {
        let month = terms::month(month, lang);
        if recurs => {
            "{unit}从{month}起报月报（起报月）：以前的月份不要求填报、不核算，以前到期的期次不要求。",
            "{unit} is kept from {month} on: months before are not asked for and have no verdict, nor is any period that closed before."
        }
        "{unit}从{month}起报月报（起报月）：以前的月份不要求填报、不核算；节点和时限照方案不变。",
        "{unit} is kept from {month} on: months before are not asked for and have no verdict. Milestones and deadlines stay as the plan has them."
    }

    /// Task, clause and units.
    pub fn origin(task: &str, section: &str, clause: &str, units: &str, is_key: bool) {
        let (section, key) = (terms::bracketed(section, lang), phrases::yes_no(is_key, lang));
        let clause = labelled(lang.pick("；条款：", "; clause: "), clause);
        let units = labelled(lang.pick("；", "; "), units);
        "任务{task}{section}{clause}{units}；重点工作：{key}。", "Task {task}{section}{clause}{units}; key item: {key}."
    }

    /// Which lines say so.
    pub fn written_at(place: &str) {
        "以上见 {place} 起；单位、报送日和档次见 plan.toml。",
        "This is written at {place} and below; units, report day and tiers in plan.toml."
    }

    /// That a figure filed by the report day applies to the end of its month.
    pub fn stands_for_month_end(day: u32, rhythm: &Rhythm) {
        match rhythm {
            Rhythm::Every(Every::Month) => {
                "月报在每月{day}日前报送，其中的数按当月末计。",
                "Reports are filed by day {day} of each month; their figures apply to the end of that month."
            }
            Rhythm::Every(every) => {
                let every = terms::every(*every, lang);
                "月报{every}报送一次，在其末月{day}日前，其中的数按当月末计；其余月份可以报，不报不算未报。",
                "Reports are asked for the last month of {every} and filed by its day {day}; their figures apply to the end of that month. In other months one may come, and none is missing."
            }
            Rhythm::Months(months) => {
                let months = lang.list(months.iter().map(|month| terms::month(*month, lang)));
                "要求报送月报的月份：{months}；在当月{day}日前报送，其中的数按当月末计。其余月份可以报，不报不算未报。",
                "Reports are asked for {months} and filed by day {day} of the month; their figures apply to its end. In other months one may come, and none is missing."
            }
        }
    }

    /// Where the deadline comes from.
    pub fn basis(basis: &str, note: &str) {
        if note.is_empty() => { "时限依据：{basis}。", "Where the deadline comes from: {basis}." }
        let ended = note.trim_end_matches('。');
        "时限依据：{basis}。{ended}。", "Where the deadline comes from: {basis}. {note}"
    }

    /// What happens between milestones of which some come from an approved change; `even` are those that an even pace
    /// leads to.
    pub fn shape_changed(from: Month, even: &str) {
        let from = terms::close(from, lang);
        if even.is_empty() => {
            "自{from}起按调整后的节点，以前按调整前的节点；节点之间要求不变，到节点当月月末才改为新的要求。",
            "The milestones of the change apply from {from} on, those before it until then; between two milestones the requirement stays the same."
        }
        "自{from}起按调整后的节点，以前按调整前的节点；到{even}的各段按匀速推进计算（序时进度），其余节点之间要求不变。",
        "The milestones of the change apply from {from} on, those before it until then; towards {even} an even pace is required, between the others the requirement stays the same."
    }

    /// That an approved change cuts off the straight line to a milestone.
    pub fn cut_off(at: Moment) {
        let at = terms::moment(at, lang);
        "调整前的节点，匀速只算到{at}", "before the change; its pace counts until {at}"
    }

    /// This unit's own portion of a quantity.
    pub fn portion(amount: &str, total: &str) {
        "总量{total}，其中本单位{amount}；下表按本单位的数量折算。",
        "The total is {total}, this unit's own portion {amount}; the table shows the latter."
    }

    /// What is asked of each stage.
    pub fn asked_of_stages(stages: &str) {
        "各阶段累计应到：{stages}；已到后面阶段的也算到了前面的。",
        "How many have to have reached each stage, those beyond it included: {stages}."
    }

    /// How many have reached a stage: those that stand at it, and those beyond it.
    pub fn stage_sum(stage: &str, parts: &[String], sum: &str) {
        let added = parts.join(" + ");
        if parts.len() < 2 => { "“{stage}”：已到{sum}", "{stage}: reached by {sum}" }
        "“{stage}”：停在这一阶段的和已到后面的 {added} = {sum}", "{stage}: those at it and beyond it, {added} = {sum}"
    }

    /// A stage of which more has been asked for since.
    pub fn stage_unmet(said: &str, by: &str, level: &str, now: &str, lag: &str) {
        "{said}，没有达到{by}的要求（{level}）：{now} − {by} = {lag}。",
        "{said}; not enough for {by} ({level}): {now} − {by} = {lag}."
    }

    /// A stage of which more is asked for at this very close.
    pub fn stage_due_now(said: &str, by: &str, level: &str) {
        "{said}，没有达到正好在{by}到期的要求（{level}）：滞后0个月。",
        "{said}; not enough for what is due at this very close, {by} ({level}): 0 months late."
    }

    /// A stage of which more is asked for later.
    pub fn stage_ahead(said: &str, by: &str, level: &str) {
        "{said}，够到{by}为止，到时要求{level}：不滞后。", "{said}; enough until {by}, when {level} is required: not late."
    }

    /// A stage of which nothing more is asked for.
    pub fn stage_met(said: &str) {
        "{said}，已达到对这一阶段的全部要求：不滞后。", "{said}; all that is asked of this stage: not late."
    }

    /// Which stage the verdict is about.
    pub fn stage_decides(stage: &str) {
        "滞后最久的是“{stage}”，本事项的滞后就是它的滞后：", "The lag of the item is that of its worst stage, {stage}:"
    }

    /// What recurs.
    pub fn recurs(every: Option<&str>, times: u32, dues: &str) {
        match every {
            Some(every) if times > 1 => {
                "{every}至少{times}次，做满{times}次才算这一期已做，多做的不顶别的期；到期月份：{dues}（均指月末）。",
                "At least {times} times {every}; a period is done once it has that many, and what is more stands for no other. Due at the end of: {dues}."
            }
            None if times > 1 => {
                "每期至少{times}次，做满{times}次才算这一期已做，多做的不顶别的期；到期月份：{dues}（均指月末）。",
                "At least {times} times each; a period is done once it has that many, and what is more stands for no other. Due at the end of: {dues}."
            }
            Some(every) => { "{every}一次，到期月份：{dues}（均指月末）。", "Due {every}, at the end of: {dues}." }
            None => { "到期月份：{dues}（均指月末）。", "Due at the end of: {dues}." }
        }
    }

    /// The part of the year to which a standing duty is bound.
    pub fn season(from: (u32, u32), to: (u32, u32)) {
        "只在每年{}月{}日至{}月{}日期间适用，其余月份不填报不算未报。",
        "It applies only from {:02}-{:02} to {:02}-{:02} of each year; outside this season no month counts as unreported.";
        from.0, from.1, to.0, to.1
    }

    /// Which entry counts.
    pub fn newest_counts(evidence: &str) {
        "采用截至当月最新的一期（不取最高的，也不看以后月份的）。{evidence}。",
        "The newest one up to this month counts (not the best, and nothing later). {evidence}."
    }

    /// Which entry counts if each occurrence is reported on by itself.
    pub fn newest_word_counts(evidence: &str) {
        "同一期先后填报不一样的，以最新的为准；决定滞后的是最近做过的一期。{evidence}。",
        "Where reports on one occurrence disagree, the newest counts; the latest occurrence done decides. {evidence}."
    }

    /// An occurrence that was reported done and is now reported not done.
    pub fn withdrawn(due: Month, said_for: Month, denied_for: Month, counts: Option<(u32, u32)>) {
        let [due, said, denied] = [due, said_for, denied_for].map(|month| terms::month(month, lang));
        match counts {
            Some((before, now)) => {
                "{due}到期的一期，{said}月报报{before}次，{denied}月报改报{now}次：按{now}次计。",
                "The one due in {due} was reported done {before} times for {said} and {now} times for {denied}: it counts as {now}."
            }
            None => {
                "{due}到期的一期，{said}月报报已做，{denied}月报改报未做：按未做计。",
                "The one due in {due} was reported done for {said} and not done for {denied}: it counts as not done."
            }
        }
    }

    /// The step: passed one milestone, not the next.
    pub fn step_unmet(actual: &str, passed: Option<(&str, &str)>, unmet: (&str, &str)) {
        let (by, level) = unmet;
        match passed {
            Some((met_by, met)) => {
                "实际{actual}，达到了{met_by}的要求（{met}），没有达到{by}的要求（{level}）。",
                "Actual {actual}: enough for {met_by} ({met}), not enough for {by} ({level})."
            }
            None => {
                "实际{actual}，没有达到第一个节点{by}的要求（{level}）。",
                "Actual {actual}: not enough for the first milestone, {by} ({level})."
            }
        }
    }

    /// The even pace: between which two milestones the actual figure lies.
    pub fn linear_unmet(actual: &str, from: (&str, &str), to: (&str, &str)) {
        "实际{}，介于{}（{}）和{}（{}）之间，按匀速推进折算它相当于计划的哪一天：",
        "Actual {} lies between {} ({}) and {} ({}); at an even pace the plan asked for it at:";
        actual, from.0, from.1, to.0, to.1
    }

    /// `2022年3月末 + (35 − 30) ÷ (40 − 30) × 1个月 = 2022年3月末 + 1/2个月（2022年4月15日）`
    pub fn linear_formula(from: &str, levels: (&str, &str, &str), span: &str, part: &str, on: &str) {
        let ((actual, low, high), months) = (levels, plural(span, "month"));
        "{from} + ({actual} − {low}) ÷ ({high} − {low}) × {span}个月 = {from} + {part}个月（{on}）",
        "{from} + ({actual} − {low}) ÷ ({high} − {low}) × {months} = {from} + {part} months ({on})"
    }

    /// `滞后 = 2022年6月末 − 2022年4月末 = 2个月`
    pub fn subtraction(now: &str, since: &str, lag: &str) { "滞后 = {now} − {since} = {lag}", "lag = {now} − {since} = {lag}" }

    /// What the formula below means, and what it gives.
    pub fn formula(year: i32, lag: &str, is_whole: bool) {
        let cut_off = if is_whole { "" } else { lang.pick("（截去尾数）", " (cut off)") };
        "用Excel核对：{year}年1月末记为1，2月末记为2，依此类推；在空白单元格输入下面的公式，得{lag}{cut_off}：",
        "To check in Excel: the end of January {year} counts as 1, that of February as 2, and so on; in an empty cell this gives {lag}{cut_off}:"
    }

    /// Not yet asked for.
    pub fn not_yet(since: &str) {
        "要求高于实际要从{since}开始，现在还没有到，所以不滞后。",
        "The plan asks for more only from {since} on, which has not come yet, so nothing lags."
    }

    /// How long completion was delayed.
    pub fn finish_delay(delay: &str, asked: &str, reached: &str) {
        "完成迟延{delay}：方案要求{asked}全部完成，按月报最迟{reached}完成；不再增加。",
        "Completed {delay} late: all of it was due at {asked} and, by the reports, done at {reached} at the latest; this no longer grows."
    }

    /// Arrears of a recurring item.
    pub fn arrears(latest: Option<&str>, next: &str) {
        match latest {
            Some(latest) => {
                "最近做过的一期是{latest}到期的；其后没有做的第一期应于{next}完成。",
                "The latest one done was due at {latest}; the first one open after it is due at {next}."
            }
            None => { "还没有做过任何一期；第一期应于{next}完成。", "None was ever done; the first one is due at {next}." }
        }
    }

    /// The same where each period asks for it several times.
    pub fn counted_arrears(latest: Option<&str>, next: &str, reached: u32, times: u32) {
        let short = times.saturating_sub(reached);
        match latest {
            Some(latest) => {
                "最近做满{times}次的一期是{latest}到期的；其后没有做满的第一期应于{next}完成，做了{reached}/{times}次，差{short}次。",
                "The latest one done {times} times was due at {latest}; the first one after it that falls short is due at {next}: {reached} of {times}, short by {short}."
            }
            None => {
                "还没有一期做满{times}次；第一期应于{next}完成，做了{reached}/{times}次，差{short}次。",
                "None was ever done {times} times; the first one is due at {next}: {reached} of {times}, short by {short}."
            }
        }
    }

    /// Occurrences skipped for good.
    pub fn missed(times: u32) {
        "此前跳过{times}期，记为缺项，永久保留，但不再增加滞后月数。",
        "{times} earlier ones were missed: counted for good, but no longer ageing."
    }

    /// 96%（2022年4月月报，reports/2022-04/ecology.toml:31）
    pub fn reading(reading: &str, month: Month, place: &str) {
        let (month, place) = (terms::month(month, lang), terms::after_comma(place, lang));
        "{reading}（{month}月报{place}）", "{reading} (report for {month}{place})"
    }

    /// Since when an indicator fails, by which reading.
    pub fn failing(because: FailingBecause, reading: &str, since: &str) {
        match because {
            FailingBecause::NeverRead => {
                "从未填报读数，自开始考核的{since}起算。",
                "No reading was ever reported, so it counts from {since}, when it fell due."
            }
            FailingBecause::FailedWhenDue { .. } => {
                "{since}开始考核，当时有效的读数是{reading}，没有达标，此后也没有达标；自{since}起算。",
                "When it fell due at {since}, the reading in force was {reading}, which fails, as have all since; so it counts from {since}."
            }
            FailingBecause::NeverMet { .. } => {
                "{since}开始考核，当时还没有读数；首个读数{reading}没有达标，此后也没有达标；自{since}起算。",
                "When it fell due at {since} there was no reading; the first one, {reading}, fails, as have all since; so it counts from {since}."
            }
            FailingBecause::Stricter { .. } => {
                "{since}起要求提高，当时有效的读数是{reading}，没有达到新的要求，此后也没有达标；自{since}起算。",
                "From {since} on a stricter target counts; the reading in force, {reading}, fails it, as have all since; so it counts from there."
            }
            FailingBecause::Period { .. } => { "" }
            FailingBecause::FailedLater { .. } => {
                "曾经达标，自{since}的读数{reading}起又连续不达标，从那时起算。",
                "The target was met before; readings have failed without a break since {since} ({reading}), so it counts from there."
            }
        }
    }

    /// One rung compared with the lag.
    pub fn rung(name: &str, from: Threshold, clause: &str, lag: &str, is_reached: bool) {
        let clause = clause_of(clause, lang);
        let (months, late) = (from.months, plural(from.months, "month"));
        match (months, from.is_exclusive, is_reached) {
            (0, false, true) => {
                "{name}{clause}：到期未做到的即到；滞后{lag}，到期的没有做到，达到。",
                "{name}{clause}: whatever is due and not done; the lag is {lag}, and what is due is not done: reached."
            }
            (0, false, false) => {
                "{name}{clause}：到期未做到的即到；到期的都已做到，未达到。",
                "{name}{clause}: whatever is due and not done; nothing is: not reached."
            }
            (_, true, true) => {
                "{name}{clause}：滞后超过{months}个月；{lag} > {months}，达到。",
                "{name}{clause}: beyond {late}; {lag} > {months}, reached."
            }
            (_, true, false) => {
                "{name}{clause}：滞后超过{months}个月；{lag} ≤ {months}，未达到。",
                "{name}{clause}: beyond {late}; {lag} ≤ {months}, not reached."
            }
            (_, false, _) => { "{}", "{}"; from_months_on(name, &clause, months, lag, is_reached, lang) }
        }
    }

    fn from_months_on(name: &str, clause: &str, months: u32, lag: &str, is_reached: bool) {
        let from = plural(months, "month");
        if is_reached => {
            "{name}{clause}：滞后满{months}个月；{lag} ≥ {months}，达到。",
            "{name}{clause}: from {from} on; {lag} ≥ {months}, reached."
        }
        "{name}{clause}：滞后满{months}个月；{lag} < {months}，未达到。",
        "{name}{clause}: from {from} on; {lag} < {months}, not reached."
    }

    fn clause_of(clause: &str) {
        if clause.is_empty() => { "" }
        "（{clause}）", " (clause {clause})"
    }

    /// How to check.
    pub fn verify(command: &str) {
        "结论只取决于上面列出的文件和月份，与核算的日期、机器、其他单位的月报无关。任何人对同样的文件运行下面的命令，得到同样的结果：{command}",
        "The verdict depends on the files named above and on the month only: not on the day or machine it is computed on, and not on other units' reports. Anyone gets the same from the same files with: {command}"
    }
}

/// What the unit itself says about it.
pub fn in_its_words(problem: &str, next: &str, lang: Lang) -> Option<String> {
    let problem = labelled(lang.pick("存在问题：", "problems: "), problem);
    let next = labelled(lang.pick("下步措施：", "next steps: "), next);
    let parts: Vec<String> = [problem, next].into_iter().filter(|part| !part.is_empty()).collect();
    let said = parts.join(lang.pick("；", "; "));
    (!said.is_empty()).then(|| say!(lang { "单位自述——{said}。", "In the unit's own words: {said}." }))
}

fn labelled(label: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{label}{text}") }
}

/// What is signed on paper.
pub fn to_sign(lang: Lang) -> [&'static str; 4] {
    let en = ["Office: ", "Drawn up by: ", "Checked by: ", "Date: "];
    lang.pick(["认定单位：", "经办人：", "审核人：", "日期："], en)
}
