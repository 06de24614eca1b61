//! What stands in each column of a table, for those who open it away from the page it came from: what it means, in
//! which unit or form it is written, and where it comes from.

use super::Lang;
use super::diff::Head as DiffHead;
use super::filing::Count;
use super::phrases::Head;
use crate::assess::Bucket;

/// Meaning, unit or form, origin.
pub type Words = [&'static str; 3];

fn pick(lang: Lang, zh: Words, en: Words) -> Words {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

const TEXT: (&str, &str) = ("文字", "text");
const NUMBER: (&str, &str) = ("数", "number");
const MONTH: (&str, &str) = ("月份，如 2022-06，指该月末", "month, such as 2022-06: its close");
const DAY: (&str, &str) = ("日期", "day");
const CODE: (&str, &str) = ("编号，按文字存放", "code, kept as text");
const MONTHS: (&str, &str) = ("月，最多两位小数", "months, two decimals at most");
const IN_MEASURE: (&str, &str) = ("数，单位见“计量”", "number, in the unit under `measure`");
const YES: (&str, &str) = ("是或否；空为否", "yes or no; empty is no");

fn said(
    lang: Lang,
    means: (&'static str, &'static str),
    unit: (&'static str, &'static str),
    from: (&'static str, &'static str),
) -> Words {
    pick(lang, [means.0, unit.0, from.0], [means.1, unit.1, from.1])
}

/// What stands under a heading.
pub fn about(head: Head, lang: Lang) -> Words {
    let words = |means, unit, from| said(lang, means, unit, from);
    match head {
        Head::Item => words(
            (
                "事项编号；一个事项有几个责任单位时，每个单位各占一行",
                "id of the item; where several units lead it, each has a row",
            ),
            CODE,
            ("任务文件的 id", "id in the task file"),
        ),
        Head::Title => words(("名称", "title"), TEXT, ("任务文件的 title", "title in the task file")),
        Head::Unit => words(
            ("对这一行负责的单位", "the unit that answers for the row"),
            TEXT,
            ("plan.toml 中单位的 name", "name of the unit in plan.toml"),
        ),
        Head::Task => words(
            ("任务号，随方案原文，可以不连续", "number of the task, as in the plan, gaps and all"),
            NUMBER,
            ("任务文件的 number", "number in the task file"),
        ),
        Head::Key => words(
            ("是不是重点工作：不是的只跟踪，不定档", "whether the item is key: others are tracked without a tier"),
            YES,
            ("任务文件的 key", "key in the task file"),
        ),
        Head::Bucket => words(
            ("截至月末处于哪一种状态", "the state at the as-of month"),
            TEXT,
            (
                "由滞后、完成情况和计划种类得出；登记簿里是文书现在的效力",
                "from lag, completion and the kind of schedule; in the register, how a notice stands",
            ),
        ),
        Head::Required => words(
            ("到截至月末，方案要求完成多少", "what the plan asks for by the as-of month"),
            IN_MEASURE,
            (
                "由方案的节点得出；除不尽时进位到刚好够的数",
                "from the milestones of the plan; rounded up to what would meet it",
            ),
        ),
        Head::Actual => words(
            (
                "到截至月末，填报完成了多少；从未填报的为空",
                "what the reports show by the as-of month; empty where none ever did",
            ),
            IN_MEASURE,
            ("截至月及以前最新一份月报的累计数", "the cumulative figure of the newest report up to that month"),
        ),
        Head::Gap => words(
            ("应完成减实际", "required less actual"),
            ("数；计量为%的是百分点", "number; points where the measure is %"),
            ("两个数相减；实际为空的按0减", "one taken from the other; an empty actual counts as 0"),
        ),
        Head::Measure => words(
            ("应完成、实际、差用什么计", "what required, actual and gap are counted in"),
            ("单位；按次数计的为空", "unit of measure; empty for occurrences"),
            ("任务文件的 quantity、indicator，没有的是%", "quantity or indicator in the task file, else %"),
        ),
        Head::Lag => words(
            (
                "滞后几个月：方案从什么时候起要求的比实际多，到截至月末",
                "how many months ago the plan first asked for more than was delivered",
            ),
            MONTHS,
            (
                "截至月末减去实际完成数在计划线上对应的时点；有算式的格就是这个减法，月份从起算年的1月数起；超过两位小数的舍去，不进位",
                "the as-of month less the point of the planned curve that was reached; cells with a formula do this subtraction, months counted from January of the year it starts in; more than two decimals are cut off, never rounded up",
            ),
        ),
        Head::Since => words(
            ("从什么时候起滞后", "since when it lags"),
            ("月份或日期；月份指该月末", "month or day; a month is its close"),
            (
                "计划线上的时点；按匀速折算的落在月中",
                "the point of the planned curve; inside a month where an even pace was promised",
            ),
        ),
        Head::Tier => words(
            ("按方案拟列入哪一档；是建议，不是决定", "the tier that the plan asks for; a proposal, not a decision"),
            TEXT,
            (
                "滞后满该档的月数就列入，取最高的一档；豁免的、不是重点的不列",
                "the highest tier whose months the lag reaches; none for exempt items and those that are not key",
            ),
        ),
        Head::Change => words(
            (
                "与上个月末相比：新增、升级、维持、降级、解除",
                "against the month before: new, raised, held, lowered, lifted",
            ),
            TEXT,
            ("两个月末的档次相比", "the tiers at the two closes compared"),
        ),
        Head::Presumed => words(
            (
                "档次是不是推定的：本月没有填报，按以前的填报推算",
                "whether the tier rests on silence: nothing was reported this month",
            ),
            YES,
            ("本月月报中没有这一事项", "no entry on the item in the month's report"),
        ),
        Head::Flags => words(
            (
                "另外要看到的情况，如未报、迟报、回退、到期未完成",
                "what else is to be seen: unreported, late, regressed, due but not done",
            ),
            TEXT,
            ("由月报和登记簿得出", "from reports and register"),
        ),
        Head::Consecutive => words(
            ("连续第几个月有档次", "for how many months running there has been a tier"),
            ("个月", "months"),
            ("往前逐月数到没有档次的月份", "counted back to the last month without one"),
        ),
        Head::Times => words(
            ("本年第几次有档次，每个月末算一次", "how many closes of this year have had a tier"),
            ("次", "times"),
            ("本年1月起逐月数", "counted from January"),
        ),
        Head::Evidence => words(
            ("实际数依据哪个文件的哪一行", "file and line that the actual figure rests on"),
            ("路径:行号", "path:line"),
            ("截至月及以前最新一份月报", "the newest report up to the as-of month"),
        ),
        Head::Next => words(
            ("照现在这样下去，下一步会到哪一档", "the next tier, if nothing changes"),
            TEXT,
            ("逐月往后推算，不是简单加一", "computed month by month, not by adding one"),
        ),
        Head::NextMonth => words(
            ("哪个月末会到下一档", "the month at whose close it is reached"),
            MONTH,
            ("逐月往后推算", "computed month by month"),
        ),
        Head::Needs => words(
            ("那个月的月报至少须达到多少，才不到下一档", "the least that month's report must show to stay below it"),
            ("数，单位见“计量”；或须完成的期、指标值", "number in the measure; or an occurrence, or a target"),
            ("按方案的节点反推", "worked back from the milestones"),
        ),
        Head::Shares => words(
            ("责任份数：一个事项的一个责任单位为一份", "shares: one lead unit's part of one item"),
            ("份", "shares"),
            ("后面各状态的份数相加", "the sum of the states that follow"),
        ),
        Head::Progress => words(
            (
                "各责任份完成程度的平均，只供参考，不用来定档",
                "mean progress of the shares; information only, never a tier",
            ),
            ("%", "%"),
            ("有进度的责任份的平均数", "the mean of those that have any progress"),
        ),
        Head::Month => words(
            ("哪个月；月份指该月末", "which month; a month is its close"),
            MONTH,
            ("月报、登记簿的月份，或逐月核算的月份", "that of the report or record, or the month assessed"),
        ),
        Head::Milestone => {
            words(("计划节点", "milestone of the plan"), ("月份或日期", "month or day"), ("任务文件", "the task file"))
        }
        Head::Place => words(
            ("写在哪个文件的哪一行", "file and line it is written at"),
            ("路径:行号", "path:line"),
            ("方案文件夹中的文件", "the files of the workspace"),
        ),
        Head::Reported => words(
            ("当月月报怎样填的", "what the month's report says"),
            ("文字，数带单位", "text, figures with their unit"),
            ("月报文件", "the report file"),
        ),
        Head::Submitted => words(
            (
                "依据的那份月报是哪天报送的；没有写日期的为空，按按时计",
                "the day the report it rests on was filed; empty where none is given, which counts as in time",
            ),
            DAY,
            ("月报文件的 submitted", "submitted in the report file"),
        ),
        Head::Note => words(
            ("说明", "remarks"),
            TEXT,
            ("原样照录，或由登记簿的内容写成", "as written, or put in words from the register"),
        ),
        Head::Severity => words(
            ("错误须改正才能核算；提醒不妨碍核算", "errors stop the assessment, warnings do not"),
            TEXT,
            ("检查规则", "the rules of the check"),
        ),
        Head::Code => words(
            ("问题的代码", "code of the problem"),
            CODE,
            ("用 shangdang help 加代码看解释", "explained by shangdang help and the code"),
        ),
        Head::What => words(("哪里不对", "what is wrong"), TEXT, ("检查得出", "found by the check")),
        Head::Instead => words(("应当怎样写", "what to write instead"), TEXT, ("检查得出", "from the check")),
        Head::Line => words(("行号", "line"), NUMBER, ("从1数起", "counted from 1")),
        Head::AsOf => words(
            ("按哪个月末核算", "the month at whose close all this is assessed"),
            MONTH,
            ("--month，或有月报的最新月份", "--month, or the newest month with a report"),
        ),
        Head::Sample => words(
            ("是不是示例数据", "whether these are sample data"),
            ("是或否", "yes or no"),
            ("plan.toml 的 sample", "sample in plan.toml"),
        ),
        Head::KnownBy => words(
            ("只计这一天及以前报送的月报", "reports filed after this day are left out"),
            DAY,
            ("--known-by", "--known-by"),
        ),
        Head::Column => words(("第几列", "column"), NUMBER, ("从1数起", "counted from 1")),
        Head::File => words(("文件", "file"), ("路径", "path"), ("方案文件夹中的文件", "the files of the workspace")),
        Head::Outcome => words(("结果", "outcome"), TEXT, ("这次运行", "this run")),
        Head::Lines => words(("改动的行数", "lines that were changed"), ("行", "lines"), ("这次运行", "this run")),
        Head::Before => words(("改以前", "before the change"), TEXT, ("原来的文件", "the file as it was")),
        Head::After => words(("改以后", "after the change"), TEXT, ("现在的文件", "the file as it is")),
        Head::Record => {
            words(("哪一类记录", "kind of record"), TEXT, ("登记簿的哪个文件", "which file of the register"))
        }
        Head::Date => words(
            ("发文、批准、核验等的日期；期限的日期", "the day of the record, or of the deadline"),
            DAY,
            ("登记簿，或方案和任务文件", "the register, or plan and task files"),
        ),
        Head::Number => {
            words(("发文字号", "number of the notice"), CODE, ("登记簿，照原件", "the register, as printed"))
        }
        Head::Rung => words(("文书是哪一档", "tier of the notice"), TEXT, ("登记簿", "the register")),
        Head::Due => words(
            (
                "是什么期限：月报报送、节点、每期、指标、书面答复",
                "the kind of deadline: report, milestone, occurrence, indicator, answer",
            ),
            TEXT,
            ("方案、任务文件、登记簿", "plan, task files, register"),
        ),
        Head::Level => words(
            ("到这一天须达到什么", "what has to be reached by that day"),
            ("文字，数带单位", "text, figures with their unit"),
            ("任务文件，或经批准的计划调整", "the task file, or the approved change of it"),
        ),
        Head::Standing => words(
            (
                "期限现在的情况：经批准调整过、已取消、已答复；空为照常",
                "adjusted by an approved change, dropped by one, answered; empty otherwise",
            ),
            TEXT,
            ("登记簿", "the register"),
        ),
    }
}

/// What stands under a heading of a comparison.
pub fn about_diff(head: DiffHead, lang: Lang) -> Words {
    let words = |means, unit, from| said(lang, means, unit, from);
    let compared = ("比较两个状态得出", "from comparing the two states");
    match head {
        DiffHead::Section => {
            words(("文件的改动，还是结论的变化", "a change in the files, or of a verdict"), TEXT, compared)
        }
        DiffHead::What => words(("改的是哪一项", "what was changed"), TEXT, compared),
        DiffHead::Before => words(("前一个状态怎样", "as it was in the first state"), TEXT, compared),
        DiffHead::After => words(("后一个状态怎样", "as it is in the second state"), TEXT, compared),
        DiffHead::ActualBefore => words(
            ("前一个状态的实际完成", "actual in the first state"),
            ("文字，数带单位", "text, figures with their unit"),
            compared,
        ),
        DiffHead::ActualAfter => words(
            ("后一个状态的实际完成", "actual in the second state"),
            ("文字，数带单位", "text, figures with their unit"),
            compared,
        ),
        DiffHead::LagBefore => words(
            ("前一个状态滞后几个月", "lag in the first state"),
            MONTHS,
            ("按那个状态的文件核算", "assessed from the files of that state"),
        ),
        DiffHead::LagAfter => words(
            ("后一个状态滞后几个月", "lag in the second state"),
            MONTHS,
            ("按那个状态的文件核算", "assessed from the files of that state"),
        ),
        DiffHead::Cause => words(("结论为什么变了", "why the verdict is another"), TEXT, compared),
    }
}

/// What is counted in a column of a state.
pub fn about_bucket(bucket: Bucket, lang: Lang) -> Words {
    let means = match bucket {
        Bucket::Complete => ("已完成的责任份", "shares that are complete"),
        Bucket::OnTrack => ("正常推进的责任份", "shares that are on track"),
        Bucket::Behind => (
            "未按序时推进的责任份：差不到一个月，或本月刚到期",
            "shares short of the plan by less than a month, or fallen due this very month",
        ),
        Bucket::Lag1 => ("滞后满1个月、不满2个月的责任份", "shares late by a month and less than two"),
        Bucket::Lag2 => ("滞后满2个月、不满3个月的责任份", "shares late by two months and less than three"),
        Bucket::Lag3 => ("滞后3个月以上的责任份", "shares late by three months or more"),
        Bucket::Standing => ("常态工作，没有期限，无从滞后", "duties without end, which cannot lag"),
        Bucket::Unscheduled => ("方案没有计划的，无从滞后", "shares without any schedule, which cannot lag"),
    };
    said(lang, means, ("份", "shares"), ("逐份核算后计数", "counted after each is assessed"))
}

/// The id of a unit.
pub fn about_unit_id(lang: Lang) -> Words {
    said(lang, ("单位的标识", "id of the unit"), CODE, ("plan.toml", "plan.toml"))
}

/// How things stand with the report of one month.
pub fn about_filed(lang: Lang) -> Words {
    said(
        lang,
        (
            "该月月报：按时、迟报（附日期）、草稿、有误、未报；不须报的为空",
            "the month's report: in time, late (with its day), draft, faulty, missing; empty where none is expected",
        ),
        TEXT,
        ("月报文件和报送日期", "the report files and their days of filing"),
    )
}

/// Counts of reports.
pub fn about_count(count: Count, lang: Lang) -> Words {
    let means = match count {
        Count::Expected => ("应报月报的份数", "reports expected"),
        Count::Received => ("已报的份数", "reports received"),
        Count::Late => ("迟报的份数：报送日以后才报", "reports filed after the report day"),
        Count::Missing => ("未报的份数，草稿也算未报", "reports missing, drafts among them"),
        Count::Faulty => ("文件有错误、读不进的份数", "reports whose file has errors"),
    };
    said(lang, means, ("份", "reports"), ("按月数", "counted by month"))
}

/// By when a report is due.
pub fn about_due(lang: Lang) -> Words {
    said(
        lang,
        ("月报最迟哪天报送，当日算按时", "the last day on which the report is in time"),
        DAY,
        ("plan.toml 的 report-day、report-days", "report-day and report-days in plan.toml"),
    )
}

/// The message of a reminder.
pub fn about_message(lang: Lang) -> Words {
    said(
        lang,
        ("可直接发出的催报文字", "a message ready to be sent"),
        TEXT,
        ("由报送情况写成", "written from what was filed"),
    )
}
