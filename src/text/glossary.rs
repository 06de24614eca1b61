//! The words of the office, for `help`: what each means, and which keys of the files say it.

use crate::lang::Both;

/// A word.
#[derive(Debug)]
pub struct Term {
    /// How it is called.
    pub name: Both,
    /// What it means; empty where its keys say all.
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
        "One lead unit's part of one item; lag and tier are those of a share."
    }: "shares";
    "责任单位" "lead": "lead";
    "配合单位" "support": "support";
    "单位" "unit": "units", "unit";
    "事项" "item": "items", "item";
    "重点工作" "key work": "key";
    "时限依据" "basis": "basis";
    "时限" "deadline": "due";
    "节点" "milestone": "milestones", "by", "percent", "amount", "curve";
    "数量" "quantity": "quantity", "shares";
    "周期" "rhythm": "recurring", "every";
    "期次" "occurrence": "occurrence";
    "指标" "indicator": "indicator", "compare", "target", "value";
    "时段" "season": "seasons", "season", "from", "to";
    "报送日" "report day": "report-day", "report-days";
    "报送日期" "day of filing": "submitted";
    "累计完成" "done so far": "percent", "done";
    "存在问题" "problems met": "problem";
    "下一步" "what comes next": "next";
    "佐证材料" "attachments": "attachments";
    "填报人" "reporter": "reporter";
    "审核人" "approver": "approver";
    "发文字号" "number of a document": "number";
    "机关代字" "code of the office": "letter-code", "circular-code";
    "示例数据" "sample": "sample";
    "答复" "reply": "replied", "reply", "reply-due";
    "异议" "objection": "objected", "objection";
    "复核" "decision": "decided", "decision", "decision-note";
    "封印" "seal": "seal", "previous";
    "滞后" "lag" {
        "从方案要求第一次高于实际那一刻起，到截至的月末，过了几个月。explain 事项 写明怎样得出。",
        "Months since the plan first asked for more than was delivered, up to the as-of month. `explain ITEM` shows how it came about."
    };
    "档次" "tier" {
        "滞后满几个月，规定的是哪一档；只列重点工作的。拟办的由人决定，发出以后登记。",
        "What the rule asks for at so many months of lag, for key work only. People decide on it, and record what was sent."
    }: "tiers", "tier", "months";
    "预警" "warning" { "一档；滞后满几个月到这一档，由方案规定。", "A tier; the plan says at how many months of lag." }: "tiers";
    "通报批评" "criticism" { "一档；滞后满几个月到这一档，由方案规定。", "A tier; the plan says at how many months of lag." }: "tiers";
    "约谈" "interview" { "一档；滞后满几个月到这一档，由方案规定。", "A tier; the plan says at how many months of lag." }: "tiers";
    "推定" "presumed" {
        "本月没有填报，按最近一次填报推算；从未填报的，按未做推算。由此来的档次单独列出，先催报核实。",
        "Nothing was reported this month: the last report counts, and where there is none, nothing was done. Tiers that rest on it are listed apart; ask first."
    };
    "按时" "in time" {
        "月报在报送日前（含当日）报送，或没有写报送日期。",
        "Filed by the report day, or without saying when."
    }: "submitted";
    "迟报" "late" {
        "月报在报送日以后报送。照样算数，记一笔。",
        "Filed after the report day. It counts all the same, and is noted."
    }: "submitted";
    "未报" "missing" {
        "该报的月报没有收到；草稿也算未报。filing 列出，filing --remind 写好催报的话。",
        "A report that is due and not there; a draft is not filed either. `filing` lists it, `filing --remind` writes to the unit."
    }: "draft";
    "有误" "faulty" {
        "月报文件有错误，没有采用；check 逐条指出。",
        "The report has errors and is not used; `check` shows each."
    };
    "草稿" "draft": "draft";
    "到期未完成" "due but not done" {
        "恰好在本月到期，还没有完成：滞后0个月；到下月末还没完成才是1个月。",
        "Fallen due this very month and not done: no lag yet, a month of it at the next close."
    };
    "回退" "regressed" {
        "填报的数比上一次低；必须写 note 说明。",
        "The figure is lower than the one before; a note has to say why."
    }: "note";
    "缺项" "missed" {
        "周期性事项的一期没有做，下一期已经到了；不再累计滞后。",
        "An occurrence was not done before the next one came; its lag grows no more."
    }: "occurrence";
    "自报完成" "claimed done" {
        "单位报了100%，办公室还没有核验。",
        "The unit says that it is done; the office has not checked."
    };
    "核验" "verification" {
        "办公室去看过，单位自报完成的是不是真完成了；用 register verify 登记。",
        "The office has checked what a unit says is done; recorded with `register verify`."
    }: "verifications", "outcome";
    "豁免" "exemption" {
        "经批准的正当理由：滞后照算照印，档次不列；用 register exempt 登记。",
        "An approved good reason: the lag is shown, the tier withheld; recorded with `register exempt`."
    }: "exemptions", "reason", "reference";
    "督查" "finding" {
        "督查发现的问题，成为一个有自己时限的事项；用 register find 登记。",
        "What an inspection found, an item with a deadline of its own; recorded with `register find`."
    }: "findings";
    "计划调整" "change of the plan" {
        "经批准改了时限或节点；以前的月份照原来的算。用 register change 登记。",
        "An approved change of deadline or milestones; months before it keep theirs. Recorded with `register change`."
    }: "changes";
    "已完成" "complete" { "自报做到了100%，或该做的各期都做了。", "Reported as done, or every occurrence so far was." };
    "正常推进" "on track" { "不低于方案的要求，或还没有到第一个节点。", "As much as the plan asks for, or more." };
    "未按序时推进" "behind" {
        "比方案要求的差，但不到一个月，或者本月刚到期。",
        "Short of the plan by less than a month, or fallen due this very month."
    };
    "无计划" "unscheduled" { "方案没有写时限的，无从滞后。", "The plan has no schedule for it, so it cannot lag." };
    "常态" "standing" { "没有期限的常态工作，无从滞后。", "A duty without end, which cannot lag." }: "standing", "state";
    "新增" "new" { "上月末没有档次，本月末有。", "No tier at the close before, one now." };
    "升级" "raised" { "本月末的档次比上月末高。", "A higher tier than at the close before." };
    "维持" "held" { "本月末的档次与上月末相同。", "The same tier as at the close before." };
    "降级" "lowered" { "本月末的档次比上月末低。", "A lower tier than at the close before." };
    "解除" "lifted" {
        "上月末有档次，本月末没有了；已发出的文书也可以登记解除。",
        "A tier at the close before, none now; notices that were sent are lifted by recording it."
    }: "lifted", "lifted-because";
}
