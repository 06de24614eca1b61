//! Files of tasks and their items.

use super::{Both, Form, Key, Keys, words};
use crate::model::{Basis, Compare, Every, Period, Shape};
use crate::problem::DecimalRule;

keys! {
    TASK = "task", "任务文件 tasks/*.toml", "a task file, tasks/*.toml" {
        "number": required Number(DecimalRule::Whole), "number = 2" =>
            "任务号，同方案原文；中间缺号没关系。", "The number of the task, as printed in the plan; numbers may have gaps.";
        "title": required Title, r#"title = "完善雨污管网建设""# =>
            "任务的标题，同方案原文。", "The title as printed in the plan.";
        "section": optional Text, r#"section = "二（一）""# =>
            "任务在方案原文的哪一节。", "The section of the plan it is in.";
        "lead": optional Ids, r#"lead = ["housing"]"# =>
            "责任单位的标识。几个单位并列时各算各的。",
            "The ids of the lead units, which answer for it. If there are several, each is assessed on its own reports.";
        "responsible": optional Ids, r#"responsible = ["ecology"]"# =>
            "方案在牵头、配合之间另列的责任单位：列出，不核算；judged = true 的才核算。",
            "The ids of the units of a rank between lead and support, where the plan has one: shown, and judged only with `judged = true`.";
        "judged": optional Switch, "judged = true" =>
            "写 true 时，responsible 里的每个单位也各有一份责任，和牵头单位一样填报、核算、定档。",
            "If true, each unit in `responsible` has a share of its own, reported on and judged as those of lead units are.";
        "support": optional IdsOrTexts, r#"support = { water = "负责提供管网图" }"# =>
            "配合单位的标识：[\"water\"]，或者写明各做什么。只列出，不预警、不通报。",
            "The supporting units: [\"water\"], or with what each has to do. Shown, never sanctioned.";
        "key": optional Switch, "key = true" =>
            "是不是重点工作；不写算是。只有重点工作才有档次。",
            "Whether it is key work; true if left out. Only key items get a tier.";
        "items": optional Tables(&ITEM), "[[items]]\nid = \"2.1\"\ntitle = \"城镇雨污分流改造\"" =>
            "任务下的事项，每个一段。", "The items of the task, one table for each.";
    }

    ITEM = "item", "任务文件里的一个事项 [[items]]", "an item in a task file, [[items]]" {
        "id": required ItemId, r#"id = "2.1""# =>
            "事项编号：任务号、点、序号。月报用它指明事项。",
            "The id of the item: the number of the task, a point, a number. Reports refer to it.";
        "title": required Title, r#"title = "城镇雨污分流改造""# =>
            "事项的名称，印在每一页上。", "The title, printed on every page.";
        "source": optional Text, r#"source = "二（一）2""# =>
            "出自方案原文哪一条。", "The clause of the plan it comes from.";
        "basis": optional Choice(&words(&Basis::ALL)), r#"basis = "unit-plan""# =>
            "时限从哪里来：stated 原文、inferred 推断、unit-plan 单位计划、office 办公室确定。有时限的事项必须写。",
            "Where its deadline comes from: stated, inferred, unit-plan or office. Required if it has a deadline.";
        "note": optional Text, r#"note = "年度是原文写明的；年内各节点按单位计划""# =>
            "时限或数量的说明：为什么这样定。", "Why the deadline or the quantity was set as it is.";
        "lead": optional Ids, r#"lead = ["sudian", "yincheng"]"# =>
            "这个事项的责任单位，代替任务的。", "The lead units of this item, instead of those of the task.";
        "responsible": optional Ids, r#"responsible = ["ecology"]"# =>
            "这个事项在牵头、配合之间的责任单位，代替任务的。",
            "The units of the rank between lead and support of this item, instead of those of the task.";
        "judged": optional Switch, "judged = true" =>
            "这个事项的 responsible 单位是不是各有一份责任、一样核算，代替任务的。",
            "Whether the `responsible` units of this item have shares of their own and are judged, instead of what the task says.";
        "support": optional IdsOrTexts, r#"support = { ecology = "负责提供监测数据" }"# =>
            "这个事项的配合单位，代替任务的；可以写明各做什么。",
            "The supporting units of this item, instead of those of the task; perhaps with what each has to do.";
        "key": optional Switch, "key = false" =>
            "这个事项是不是重点工作，代替任务的。", "Whether this item is key work, instead of what the task says.";
        "disputed": optional Title, r#"disputed = "总数55与分项45不符""# =>
            "原文自相矛盾在哪里。写了它，滞后照算照印，档次不列，写“待核定”，到有人核定为止：核定后删去这一行；不能影响以前月份的，用带 settles = true 的计划调整。",
            "In what the source contradicts itself. The lag is still computed and shown, the tier is withheld as undecided until somebody settles it: by removing this line, or, where earlier months must stay as they are, by an approved change with `settles = true`.";
        "after": optional Texts, r#"after = ["10.1"]"# =>
            "要等哪些事项做完才能做，写事项编号。只供参考：印在页面上，check 核对时限，不影响结论。",
            "The items that have to be done first, by id. Information only: shown on pages and held against deadlines by `check`; no verdict depends on it.";
        "quantity": optional Table(&QUANTITY), r#"quantity = { total = 12, unit = "村" }"# =>
            "一共多少、论什么计。写了它，月报就报数量 done，不报百分数。",
            "How much there is to do, and of what. Reports then give done, not percent.";
        "shares": optional Named(&Form::NumberOrTexts(DecimalRule::PositiveAmount)), "shares = { sudian = 5, yincheng = 7 }" =>
            "把总量分给各责任单位；加起来要等于总量。总量列出了对象（objects）的，写各单位的是哪几个，如 shares = { sudian = [\"东村\"], yincheng = [\"西村\"] }，一个不漏、一个不重。",
            "How the quantity is split among the lead units; the portions must add up to the total. Where it names its `objects`, each unit has a list of its own, such as shares = { sudian = [\"East\"], yincheng = [\"West\"] }, which together hold each of them once.";
        "due": optional Moment, r#"due = "2022-12""# =>
            "到这个月末（或这一天）全部完成。", "All of it is due by the end of this month, or by this day.";
        "curve": optional Choice(&words(&Shape::ALL)), r#"curve = "linear""# =>
            "节点之间怎样要求：step 到节点才提高（不写时）；linear 匀速（序时进度），只在确实要求匀速时用。",
            "What is required between milestones: step holds each level until the next one (the default); linear is an even pace, for use only if one is really required.";
        "milestones": optional Tables(&MILESTONE), r#"milestones = [{ by = "2022-06", percent = 50 }, { by = "2022-12", percent = 100 }]"# =>
            "各节点：到什么时候累计完成多少。由早到晚、由少到多，最后一个一般是100。",
            "The milestones: how much in all by when. They rise in time and in amount; the last is usually 100.";
        "stages": optional Tables(&STAGE), r#"stages = [{ name = "开工", due = "2022-06" }, { name = "建成", milestones = [{ by = "2022-10", amount = 9 }, { by = "2022-12", amount = 12 }] }]"# =>
            "每个都要依次经过的阶段，由先到后；要有 quantity。各阶段分别写到什么时候累计有多少到了（已过的也算）；没有时限的阶段只报不考核。滞后按拖得最久的阶段算。",
            "The stages that each of the things counted goes through, first to last; needs a quantity. For each stage: by when how many have reached it, those beyond it included. A stage without dates is only reported on. The lag is that of the stage that is furthest behind.";
        "recurring": optional Table(&RECURRING), r#"recurring = { every = "quarter" }"# =>
            "周期性的工作，每期一个时限。", "A duty that recurs; the end of each period is a deadline.";
        "indicator": optional Table(&INDICATOR), r#"indicator = { compare = "at-least", target = 90, unit = "%", due = "2022-12" }"# =>
            "要达到的指标。从 due 起，没有达标的月数就是滞后；90里得了85不折算成进度。",
            "A target to meet. From due on, the months in which it is not met are the lag; 85 of 90 is never counted as progress.";
        "standing": optional Switch, "standing = true" =>
            "没有终点的常态工作：要报，但不会滞后。只写 true。",
            "A duty without end: reported on, but never late. Only true may be written.";
        "season": optional Text, r#"season = "flood""# =>
            "常态工作只在这个时段内要报；写 [seasons] 里的名字。",
            "A standing duty is reported on only in this season, a name from [seasons].";
    }

    QUANTITY = "quantity", "事项的数量 quantity = { … }", "the quantity of an item, quantity = { … }" {
        "total": optional Number(DecimalRule::PositiveAmount), "total = 12" =>
            "总量，大于0，最多四位小数。写了 objects 的可以不写，写了就要等于对象的个数；其余的必须写。",
            "The total, more than 0, with at most four decimals. With `objects` it may be left out, or has to be how many they are; otherwise it is required.";
        "objects": optional Texts, r#"objects = ["东村", "西村", "南村"]"# =>
            "逐个列出名字的对象：哪几个村、哪几家企业（完成附表所列各村的整治）。月报写明完成的是哪几个，如 done = [\"东村\"]；页面写明还缺哪几个。",
            "The things that are counted, by name: which villages, which plants. Reports then say which are done, such as done = [\"East\"], and pages say which are missing.";
        "unit": required Title, r#"unit = "村""# =>
            "论什么计：村、公里、处。", "What is counted, such as villages or kilometres.";
        "sum-of": optional Texts, r#"sum-of = ["6.1", "6.2"]"# =>
            "总量应等于哪些事项的总量之和，写事项编号；不等时 check 会指出两个数各写在哪里。",
            "The items to whose totals this total should add up, by id; where it does not, `check` names both figures and their places.";
        "whole": optional Switch, "whole = true" =>
            "是不是按整个计数：是的，填报数要写整数，页面上的应完成、差也是整数。不写时，单位是个、村、户、座、家、处、台、套、条、项、次、人、所、口（或几个连写，如人次）的是，其余不是。",
            "Whether it comes whole only: reported figures are then whole numbers, and so are required and gap on every page. Left out, it does where the unit is written with 个村户座家处台套条项次人所口 alone.";
        "at-least": optional Switch, "at-least = true" =>
            "总量是下限（不少于12个）：多做是好事，不标“超额”，也不提示核对。不写时，超过总量的照实印出并提示核对。",
            "Whether the total is the least that is wanted: more is welcome and never remarked on. Left out, more than the total is printed as reported, with a remark to verify it.";
    }

    MILESTONE = "milestone", "事项的一个节点，在 milestones 里", "a milestone of an item, in milestones" {
        "by": required Moment, r#"by = "2022-06""# =>
            "节点的月末，或哪一天。", "The end of a month, or a day.";
        "percent": optional Number(DecimalRule::Percent), "percent = 50" =>
            "到节点累计完成百分之多少，0到100，最多两位小数。",
            "How much has to be done in all by then, in percent: 0 to 100, with at most two decimals.";
        "amount": optional Number(DecimalRule::Amount), "amount = 6" =>
            "到节点累计完成多少，按 quantity 的单位计；和 percent 只写一个。",
            "How much has to be done in all by then, in the unit of the quantity; instead of percent.";
    }

    STAGE = "stage", "事项的一个阶段，在 stages 里", "a stage of an item, in stages" {
        "name": required Title, r#"name = "开工""# =>
            "阶段的名称；同一事项里不重复。", "The name of the stage; each stands once in an item.";
        "due": optional Moment, r#"due = "2022-12""# =>
            "到这个月末（或这一天）全部要到这个阶段。", "All of them have to have reached it by the end of this month, or by this day.";
        "milestones": optional Tables(&MILESTONE), r#"milestones = [{ by = "2022-10", amount = 9 }, { by = "2022-12", amount = 12 }]"# =>
            "到什么时候累计有多少要到这个阶段；和 due 只写一个。", "How many have to have reached it by when; instead of due.";
    }

    RECURRING = "recurring", "事项的周期 recurring = { … }", "how often an item recurs, recurring = { … }" {
        "every": optional Choice(&words(&Every::ALL)), r#"every = "quarter""# =>
            "每多久一期：month 每月、quarter 每季度、half-year 每半年、year 每年；期末到期。",
            "How often: month, quarter, half-year or year; due at the end of each.";
        "months": optional Months, r#"months = ["2022-03", "2022-09"]"# =>
            "在哪几个月末各到期一次；和 every 只写一个。", "The months at whose end it is due; instead of every.";
        "from": optional Month, r#"from = "2022-07""# =>
            "从哪个月起有这项工作；这以前期满的各期不要求。只和 every 一起写，不写就是方案的第一个月。",
            "From which month on; periods that end before it are not asked for. Only beside every; default: the first month of the plan.";
        "until": optional Month, r#"until = "2022-10""# =>
            "到哪个月止；这以后才期满的各期不要求。只和 every 一起写，不写就是方案的最后一个月。",
            "Until which month; periods that end after it are not asked for. Only beside every; default: the last month of the plan.";
        "times": optional Number(DecimalRule::Count), "times = 3" =>
            "每期至少要做几次（每月巡河不少于3次）；不写是一次。写了它，月报报本期累计做了几次，如 done = 2；做满才算这一期已做，多做不顶别的期。",
            "How often at least each period asks for it (at least three patrols a month); once if left out. Reports then count, such as done = 2 so far within the period; the period is done once that many are, and what is more stands for no other.";
    }

    INDICATOR = "indicator", "事项的指标 indicator = { … }", "the indicator of an item, indicator = { … }" {
        "compare": required Choice(&words(&Compare::ALL)), r#"compare = "at-least""# =>
            "怎样比：at-least 不低于、at-most 不高于、below 低于、above 高于（后两个不含等于）、between 在两者之间（含两端）、no-worse-than 不差于（用于等级）。",
            "How to compare: at-least, at-most, below or above (the last two are strict), between (both bounds included), no-worse-than (of classes).";
        "target": optional Target, "target = 90" =>
            "目标值，最多四位小数；between 写两个界限 [6, 9]，等级写级名 \"Ⅲ\"。和 targets 只写一个。",
            "The target, with at most four decimals; two bounds [6, 9] for between, the name of a class such as \"Ⅲ\" on a scale. Either this or targets.";
        "targets": optional Tables(&TARGET), r#"targets = [{ from = "2022-06", target = 80 }, { from = "2022-12", target = 90 }]"# =>
            "逐步变化的目标：各从什么时候起。每个读数按当月有效的目标考核；不写 target 和 due。按月考核的，后面的目标不能放宽。",
            "A target that changes over time, each from its moment on; each reading is held against the one in force in its month. Instead of target and due. What is judged by month asks for no less later.";
        "unit": optional Text, r#"unit = "%""# =>
            "数值的单位，如 %、mg/L。", "The unit of the value, such as % or mg/L.";
        "of": optional Number(DecimalRule::PositiveAmount), "of = 17" =>
            "一共多少个：目标和读数都是其中的个数，按个数精确比较，如17个断面中的15个。",
            "Out of how many: targets and readings are counts of these and compared exactly, such as 15 of 17 sections.";
        "printed": optional Number(DecimalRule::Value), "printed = 88.24" =>
            "方案印出来的百分比，只显示，不用来计算；与 target ÷ of 对不上的，check 会指出。",
            "The percentage that the plan prints: shown and never used; `check` says where it is not target / of.";
        "scale": optional Text, r#"scale = "water""# =>
            "用哪一套等级，写 plan.toml 里 [scales] 的名字；compare 写 no-worse-than。",
            "Which scale of classes, a name from [scales] in plan.toml; with compare = \"no-worse-than\".";
        "due": optional Moment, r#"due = "2022-12""# =>
            "从哪个月末（或哪一天）起要达标；之前报的数只作参考。写 target 的必须写。",
            "It has to be met from the end of this month (or from this day) on; earlier readings are information only. Required with target.";
        "period": optional WordOr(&(&words(&Period::WORDS), &WINDOW)), r#"period = "year""# =>
            "考核期：month 按月（默认）、quarter 按季、year 按年，或每年的一段时间 { from = \"10-01\", until = \"03-31\" }（可以跨年）。期内最新的读数到期末才考核；整期没有读数的按未达标计。",
            "Over what it is judged: month (the default), quarter, year, or a part of each year, { from = \"10-01\", until = \"03-31\" }. The newest reading of a period is judged at its close only; a period without any has failed.";
        "counts": optional Switch, "counts = true" =>
            "读数是考核期内的累计次数，只增不减，不能超过目标，如污染天数不超过27天；超过的当月起记为“已用尽”。",
            "Readings count up within the period and may not pass the target, such as 27 days of pollution; over it, it is used up from that month on.";
        "base": optional Text, r#"base = "2020年18个""# =>
            "目标和什么比，写在目标旁边，如基数；只显示。", "What the target is compared with, shown beside it.";
        "binding": optional Switch, "binding = true" =>
            "是不是约束性指标，年终考核用。", "Whether it is a binding indicator, for the year-end lists.";
    }

    TARGET = "target", "指标的一个目标，在 targets 里", "a target of an indicator, in targets" {
        "from": required Moment, r#"from = "2022-12""# =>
            "从哪个月末（或哪一天）起。", "From the end of which month, or which day, on.";
        "target": required Target, "target = 90" =>
            "目标值，写法同 target。", "The target, written like `target`.";
        "printed": optional Number(DecimalRule::Value), "printed = 88.24" =>
            "方案印出来的百分比，只显示。", "The percentage that the plan prints; only shown.";
    }

    WINDOW = "window", "指标的考核期 period = { … }", "the period of an indicator, period = { … }" {
        "from": required DayOfYear, r#"from = "10-01""# =>
            "每年的第一天，写“月-日”。", "The first day of each year's period, as month and day.";
        "until": required DayOfYear, r#"until = "03-31""# =>
            "最后一天，写“月-日”；可以跨年。", "The last day, as month and day; it may be in the next year.";
    }
}
