//! The words of the office, for `help`: what each means, and which keys of the files say it.

use crate::lang::Both;

/// A word.
#[derive(Debug)]
pub struct Term {
    /// How it is called.
    pub name: Both,
    /// What it means; empty if its keys say all.
    pub about: Both,
    /// The keys of the files that say it.
    pub keys: &'static [&'static str],
}

/// The words, each with what it means, where its keys do not say that, and the keys.
macro_rules! terms {
    ($($zh:literal $en:literal $({ $about_zh:literal, $about_en:literal })? $(: $($key:literal),+)?;)*) => {
        /// Every word.
        pub const TERMS: &[Term] = &[$(Term {
            name: Both { zh: $zh, en: $en },
            about: Both { zh: concat!($($about_zh)?), en: concat!($($about_en)?) },
            keys: &[$($($key),+)?],
        }),*];
    };
}

/// The words with this name, in either language.
pub fn terms(name: &str) -> impl Iterator<Item = &'static Term> {
    TERMS.iter().filter(move |term| term.name.zh == name || term.name.en.eq_ignore_ascii_case(name))
}

terms! {
    "责任份" "share" {
        "一个责任单位在一个事项上的一份；滞后和档次逐份核算。",
        "The part of an item for which one lead unit answers; lag and tier are worked out for each share."
    }: "shares";
    "责任单位" "lead": "lead";
    "牵头单位" "ranks of units" {
        "方案分牵头、责任、配合三级的，牵头写 lead，中间一级写 responsible；中间一级写了 judged = true 的才核算。",
        "Where a plan has a rank between lead and support, that is `responsible`; it is judged only with `judged = true`."
    }: "lead", "responsible", "judged", "roles";
    "配合单位" "support": "support";
    "单位" "unit": "units", "unit";
    "事项" "item": "items", "item";
    "重点工作" "key work": "key";
    "时限依据" "basis": "basis";
    "时限" "deadline": "due";
    "节点" "milestone": "milestones", "by", "percent", "amount", "curve";
    "数量" "quantity": "quantity", "shares";
    "对象" "object" {
        "总量里逐个列出名字的东西：哪几个村、哪几家企业。月报写明完成的是哪几个，页面写明还缺哪几个。",
        "One of the named things that a quantity counts: which villages, which plants. Reports say which are done, pages which are missing."
    }: "objects", "done";
    "下限" "at least": "at-least";
    "累计次数" "times": "times", "done";
    "周期" "rhythm": "recurring", "every";
    "期次" "occurrence": "occurrence";
    "指标" "indicator": "indicator", "compare", "target", "targets", "value";
    "考核期" "period": "period";
    "累计次数" "running count": "counts";
    "等级" "scale": "scales", "scale";
    "时段" "season": "seasons", "season", "from", "to";
    "报送日" "report day": "report-day", "report-days";
    "报送日期" "date of filing": "submitted";
    "累计完成" "done so far": "percent", "done";
    "存在问题" "problems met": "problem";
    "下一步" "next steps": "next";
    "佐证材料" "attachments": "attachments";
    "填报人" "reporter": "reporter";
    "审核人" "approver": "approver";
    "发文字号" "document number": "number";
    "机关代字" "document code": "letter-code", "circular-code";
    "示例数据" "sample": "sample";
    "答复" "reply": "replied", "reply", "reply-due";
    "异议" "objection": "objected", "objection";
    "复核" "decision": "decided", "decision", "decision-note";
    "封印" "seal": "seal", "previous";
    "滞后" "lag" {
        "从方案要求第一次高于实际那一刻起，到截至的月末，过了几个月。explain 事项 写明怎样得出。",
        "The months from the moment when the plan first asked for more than was delivered up to the as-of month. `explain ITEM` shows how they are computed."
    };
    "档次" "tier" {
        "滞后满几个月，规定的是哪一档；只列重点工作的。拟办的由人决定，发出以后登记。",
        "What the rule calls for at a given number of months of lag, for key work only. People decide on what is proposed, and what was sent is recorded."
    }: "tiers", "tier", "months";
    "预警" "warning" { "一档；滞后满几个月到这一档，由方案规定。", "A tier; the plan says how many months of lag it takes to reach it." }: "tiers";
    "通报批评" "criticism" { "一档；滞后满几个月到这一档，由方案规定。", "A tier; the plan says how many months of lag it takes to reach it." }: "tiers";
    "约谈" "interview" { "一档；滞后满几个月到这一档，由方案规定。", "A tier; the plan says how many months of lag it takes to reach it." }: "tiers";
    "推定" "presumed" {
        "最近一次该报的月报没有填这一事项（没有月报、只有草稿的也一样），按最近一次填报推算；从未填报的，按未做推算。报了“有问题”、补报了以前一期的，不是推定。由此来的档次单独列出，先催报核实。",
        "The newest report due says nothing on the item (or is missing, or a draft), so what was last reported counts; if nothing ever was, it counts as not done. An entry of any kind, be it a problem or an earlier occurrence, is no silence. Tiers that rest on this are listed apart; ask the unit first."
    };
    "按时" "in time" {
        "月报在报送日前（含当日）报送，或没有写报送日期。",
        "Filed on or before the report day, or with no filing date given."
    }: "submitted";
    "迟报" "late" {
        "月报在报送日以后报送。照样算数，记一笔。",
        "Filed after the report day. It still counts, and the delay is recorded."
    }: "submitted";
    "未报" "missing" {
        "该报的月报没有收到；草稿也算未报。filing 列出，filing --remind 写好催报的话。",
        "A report that is due and has not come in; a draft counts as missing too. `filing` lists it, `filing --remind` writes the reminder."
    }: "draft";
    "起报月" "first month kept" {
        "办公室从哪个月起收月报、核算；以前的月份不算未报、不推定、不计次数。单位可以比方案晚。",
        "The month from which the office asks for reports and makes verdicts; earlier months are not missing, presumed or counted. A unit may begin later than the plan."
    }: "reports-from";
    "报送周期" "rhythm of reports" {
        "哪些月份要求报月报；其余月份可以报，不报不算未报。",
        "The months for which reports are asked; in others one may come, and none is missing."
    }: "reports-every";
    "另报" "extra" {
        "没有要求而报来的月报：数照样算，不算迟报。",
        "A report that nobody asked for: its figures count, and it is never late."
    };
    "有误" "faulty" {
        "月报文件有错误，没有采用；check 逐条指出。",
        "The report has errors and is not used; `check` shows each of them."
    };
    "草稿" "draft": "draft";
    "到期未完成" "due but not done" {
        "恰好在本月到期，还没有完成：滞后0个月；到下月末还没完成才是1个月。",
        "Due this very month and not done: 0 months late; if it is still not done at the end of next month, 1 month."
    };
    "回退" "regressed" {
        "填报的数比上一次低；必须写 note 说明。",
        "The figure is lower than the one before; a note has to give the reason."
    }: "note";
    "缺项" "missed" {
        "周期性事项的一期没有做，下一期已经到了；不再累计滞后。",
        "One occurrence of a recurring item was not done before the next was due; its lag no longer grows."
    }: "occurrence";
    "自报完成" "claimed done" {
        "单位报了100%；办公室核验过的，旁边写核验的结果。",
        "The unit reports 100%; where the office has checked it, what it found stands beside it."
    };
    "核验" "verification" {
        "办公室去看过，单位自报完成的是不是真完成了；用 register verify 登记。",
        "The office has checked whether what a unit claims as done really is; recorded with `register verify`."
    }: "verifications", "outcome";
    "豁免" "exemption" {
        "经批准的正当理由：滞后照算照印，档次不列；用 register exempt 登记。",
        "A good reason, approved: the lag is still computed and shown, the tier is withheld; recorded with `register exempt`."
    }: "exemptions", "reason", "reference";
    "待核定" "undecided" {
        "方案原文自相矛盾，还没有人核定：滞后照算照印，档次不列；在事项里写 disputed。",
        "The source contradicts itself and nobody has settled it: the lag is still computed and shown, the tier is withheld; `disputed` on the item."
    }: "disputed", "sum-of", "settles";
    "督查" "finding" {
        "督查发现的问题，成为一个有自己时限的事项；用 register find 登记。",
        "A problem found by an inspection, which becomes an item with its own deadline; recorded with `register find`."
    }: "findings";
    "计划调整" "change of the plan" {
        "经批准改了时限或节点；以前的月份照原来的算。用 register change 登记。",
        "An approved change of deadline or milestones; earlier months are still assessed by the original plan. Recorded with `register change`."
    }: "changes";
    "已完成" "complete" {
        "自报做到了100%，或各期都做了、没有缺项；要达到的指标到期达到了；不能超过的指标到方案期末没有超过。",
        "Reported as 100%, or every occurrence done and none missed; a target reached once it was due; a limit kept to until the end of the plan."
    };
    "正常推进" "on track" {
        "不低于方案的要求，或还没有到第一个节点；缺了项而别的期都做了的也在内，缺项另有标记。",
        "No less than the plan asks for, or before the first milestone; also where occurrences were missed and nothing is open, which is remarked on."
    };
    "未按序时推进" "behind" {
        "比方案要求的差，但不到一个月，或者本月刚到期。",
        "Short of the plan by less than a month, or due this very month."
    };
    "无计划" "unscheduled" { "方案没有写时限的，无从滞后。", "The plan gives no deadline, so it cannot lag." };
    "常态" "standing" { "没有期限的常态工作，无从滞后。", "A standing duty without a deadline, which cannot lag." }: "standing", "state";
    "新增" "new" { "上月末没有档次，本月末有。", "No tier at the close of last month, one at this close." };
    "升级" "raised" { "本月末的档次比上月末高。", "A higher tier than at the close of last month." };
    "维持" "held" { "本月末的档次与上月末相同。", "The same tier as at the close of last month." };
    "降级" "lowered" { "本月末的档次比上月末低。", "A lower tier than at the close of last month." };
    "解除" "lifted" {
        "上月末有档次，本月末没有了；已发出的文书也可以登记解除。",
        "A tier at the close of last month, none at this one; a notice that was sent can be recorded as lifted, too."
    }: "lifted", "lifted-because";
}
