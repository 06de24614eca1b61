//! What each key of the files means, and how it is written; for `help`, for editors, and for whoever reads the code.

use super::Lang;
use crate::load::keys::Form;
use crate::problem::DecimalRule;

/// A key in words.
#[derive(Clone, Copy, Debug)]
pub struct KeyWords {
    /// What it means.
    pub about: &'static str,
    /// How it is written: a line or a few of TOML.
    pub example: &'static str,
}

/// What a kind of table is, and where it stands.
pub fn table(name: &str, lang: Lang) -> Option<&'static str> {
    Some(match name {
        "plan" => lang.pick("方案文件 plan.toml", "the plan file, plan.toml"),
        "office" => lang.pick("plan.toml 的办公室 [office]", "the office in plan.toml, [office]"),
        "season" => lang.pick("plan.toml 的 [seasons] 里的一个时段", "a season in [seasons] of plan.toml"),
        "unit" => lang.pick("plan.toml 的一个单位 [units.标识]", "a unit in plan.toml, [units.ID]"),
        "tier" => lang.pick("plan.toml 的一档 [[tiers]]", "a tier in plan.toml, [[tiers]]"),
        "task" => lang.pick("任务文件 tasks/*.toml", "a task file, tasks/*.toml"),
        "item" => lang.pick("任务文件里的一个事项 [[items]]", "an item in a task file, [[items]]"),
        "quantity" => lang.pick("事项的数量 quantity = { … }", "the quantity of an item, quantity = { … }"),
        "milestone" => lang.pick("事项的一个节点，在 milestones 里", "a milestone of an item, in milestones"),
        "recurring" => lang.pick("事项的周期 recurring = { … }", "the rhythm of an item, recurring = { … }"),
        "indicator" => lang.pick("事项的指标 indicator = { … }", "the indicator of an item, indicator = { … }"),
        "report" => lang.pick("月报文件 reports/月份/单位标识.toml", "a report file, reports/MONTH/UNIT.toml"),
        "entry" => lang.pick("月报里的一个条目 [[entries]]", "an entry in a report, [[entries]]"),
        "notices" => lang.pick(
            "登记簿的文书文件 register/月份/notices.toml",
            "the notices of the register, register/MONTH/notices.toml",
        ),
        "notice" => lang.pick("登记簿里的一份文书 [[notices]]", "a notice in the register, [[notices]]"),
        "verifications" => lang.pick(
            "登记簿的核验文件 register/月份/verifications.toml",
            "the checks of the register, register/MONTH/verifications.toml",
        ),
        "verification" => {
            lang.pick("登记簿里的一次核验 [[verifications]]", "a check in the register, [[verifications]]")
        }
        "exemptions" => lang.pick(
            "登记簿的豁免文件 register/月份/exemptions.toml",
            "the exemptions of the register, register/MONTH/exemptions.toml",
        ),
        "exemption" => lang.pick("登记簿里的一项豁免 [[exemptions]]", "an exemption in the register, [[exemptions]]"),
        "findings" => lang.pick(
            "登记簿的督查文件 register/月份/findings.toml",
            "the findings of the register, register/MONTH/findings.toml",
        ),
        "finding" => lang.pick("登记簿里的一个督查事项 [[findings]]", "a finding in the register, [[findings]]"),
        "changes" => lang.pick(
            "登记簿的计划调整文件 register/月份/changes.toml",
            "the approved changes of the register, register/MONTH/changes.toml",
        ),
        "change" => lang.pick("登记簿里的一次计划调整 [[changes]]", "an approved change in the register, [[changes]]"),
        "assessments" => lang.pick(
            "登记簿的年度考核文件 register/月份/assessments.toml",
            "the annual assessments of the register, register/MONTH/assessments.toml",
        ),
        "assessment" => lang.pick(
            "登记簿里一个单位的年度考核结果 [[assessments]]",
            "a unit's annual assessment in the register, [[assessments]]",
        ),
        "closings" => lang.pick(
            "登记簿的结账文件 register/月份/closings.toml",
            "the closings of the register, register/MONTH/closings.toml",
        ),
        "closing" => lang.pick("登记簿里的一次结账 [[closings]]", "a closing in the register, [[closings]]"),
        _ => return None,
    })
}

/// What a key of a kind of table means.
pub fn key(table: &str, key: &str, lang: Lang) -> Option<KeyWords> {
    let (zh, en, example) = words(table, key).or_else(|| register(table, key))?;
    let about = lang.pick(zh, en);
    Some(KeyWords { about, example })
}

#[expect(clippy::too_many_lines, reason = "a table of words, one arm for each key")]
fn words(table: &str, key: &str) -> Option<(&'static str, &'static str, &'static str)> {
    Some(match (table, key) {
        ("plan", "title") => (
            "方案的名称，印在每一页上。",
            "The title of the plan, printed on every page.",
            "title = \"上党区水污染防治专项行动\"",
        ),
        ("plan", "start") => (
            "方案的第一个月。月份一律指月末。",
            "The first month of the plan. A month always means its end.",
            "start = \"2022-01\"",
        ),
        ("plan", "end") => (
            "方案的最后一个月。节点、月报和核算的月份都不能在它之后。",
            "The last month of the plan. No deadline, report or assessed month lies after it.",
            "end = \"2022-12\"",
        ),
        ("plan", "report-day") => (
            "每月几日前报送月报；当天报的算按时。没有这一天的月份算月底那天。",
            "Reports are due by this day of each month; on the day is in time. In shorter months it is the last day.",
            "report-day = 23",
        ),
        ("plan", "sample") => (
            "写 true 时，每一页都注明是示例数据。",
            "With true, every page says that it shows sample data.",
            "sample = true",
        ),
        ("plan", "accountability-rule") => (
            "年终清单依据哪一部问责规定移交，只写名称；印在年度考核页上。",
            "The title of the rule under which the year-end lists are handed on; printed on the annual page, nothing more.",
            "accountability-rule = \"山西省水环境质量改善量化问责规定\"",
        ),
        ("plan", "office") => (
            "领导小组办公室：写进文书的署名、代字、联系方式和抄送。留空的，文书里也留空。",
            "The leading group's office: how its documents are signed and numbered, whom to ask, who gets a copy. What is left empty stays blank in them.",
            "[office]\nname = \"区水污染防治领导小组办公室\"",
        ),
        ("office", "name") => {
            ("发文机关的名称，即署名。", "The name that issues and signs.", "name = \"区水污染防治领导小组办公室\"")
        }
        ("office", "letter-code") => (
            "函件的发文机关代字，印在〔年份〕之前。",
            "The code of its letters, printed before the year of the number.",
            "letter-code = \"上水防办函\"",
        ),
        ("office", "circular-code") => (
            "通报的发文机关代字，印在〔年份〕之前。",
            "The code of its circulars, printed before the year of the number.",
            "circular-code = \"上水防办\"",
        ),
        ("office", "contact") => {
            ("联系人，写岗位或科室。", "Whom to ask: a post or a section.", "contact = \"综合科\"")
        }
        ("office", "phone") => ("联系电话。", "The telephone number.", "phone = \"0355-0000000\""),
        ("office", "addressees") => (
            "通报的主送机关；留空则写“各有关单位”。",
            "To whom circulars are addressed; left empty, to all units concerned.",
            "addressees = \"各乡镇（街道办）、区直各有关单位\"",
        ),
        ("office", "copies") => ("抄送哪些单位。", "Who gets a copy.", "copies = [\"区委办公室\", \"区政府办公室\"]"),
        ("plan", "members") => (
            "下级方案所在的文件夹，如各区之于市；status、escalate、board 把它们合在一起看，各按各的方案核算。有下级方案的，可以没有自己的单位。",
            "Folders of other workspaces, such as districts below a city; status, escalate and board show them together, each by its own plan. A plan with members may have no units of its own.",
            "members = [\"dongqu\", \"xiqu\"]",
        ),
        ("plan", "report-days") => (
            "个别月份另定的报送日，例如遇节假日顺延。",
            "Other report days for single months, such as after holidays.",
            "report-days = { \"2022-01\" = 2022-01-24 }",
        ),
        ("plan", "seasons") => (
            "给一年中的时段起名，如汛期，供常态事项的 season 引用。",
            "Named periods of the year, such as the flood season, for the season of standing items.",
            "[seasons]\nflood = { from = \"06-01\", to = \"09-30\" }",
        ),
        ("plan", "units") => (
            "所有单位。标识用小写英文字母、数字和 -；在文件里的先后就是每一页上的先后。",
            "All units. Ids are lower-case letters, digits and -; their order here is the order on every page.",
            "[units.housing]\nname = \"区住建局\"\nkind = \"department\"",
        ),
        ("plan", "tiers") => (
            "档次，由低到高。不写时用：滞后满1个月预警、满2个月通报批评、满3个月约谈。",
            "The ladder, lowest rung first. Left out: 1 month a warning, 2 months criticism, 3 months an interview.",
            "[[tiers]]\nid = \"warning\"\nname = \"预警\"\nmonths = 1\nclause = \"三（四）\"",
        ),
        ("season", "from") => ("时段的第一天，写“月-日”。", "The first day, as month and day.", "from = \"06-01\""),
        ("season", "to") => (
            "时段的最后一天，写“月-日”；可以跨年。",
            "The last day, as month and day; it may lie beyond New Year.",
            "to = \"09-30\"",
        ),
        ("unit", "name") => (
            "单位的通用简称，印在每一页上；不能重名。",
            "The usual name, printed on every page; no two units share one.",
            "name = \"区住建局\"",
        ),
        ("unit", "full-name") => (
            "单位的规范全称，用于正式文书；未经核实就留空。",
            "The official name, for documents; left empty until it is confirmed.",
            "full-name = \"\"",
        ),
        ("unit", "kind") => (
            "单位的类别：department 部门、branch 派出机构、institution 事业单位、township 乡镇、subdistrict 街道。部门和乡镇分开排名。",
            "The kind of unit: department, branch, institution, township or subdistrict. Departments and townships are ranked apart.",
            "kind = \"department\"",
        ),
        ("unit", "reports") => (
            "写 false 的单位不报月报，也不算未报。",
            "With false the unit files no reports and none is missed.",
            "reports = false",
        ),
        ("tier", "id") => {
            ("这一档的标识，供命令和脚本使用。", "The id of the tier, for commands and scripts.", "id = \"warning\"")
        }
        ("tier", "name") => {
            ("这一档叫什么，印在每一页上。", "What the tier is called on every page.", "name = \"预警\"")
        }
        ("tier", "months") => (
            "滞后满几个月到这一档（满即到）。",
            "From how many months of lag on it is reached, inclusive.",
            "months = 1",
        ),
        ("tier", "clause") => (
            "规定这一档的条款，印在结论旁边。",
            "The clause that provides for it, printed beside the verdict.",
            "clause = \"三（四）\"",
        ),
        ("tier", "notice") => (
            "这一档发什么文书：warning 预警函（只发本单位）、criticism 通报批评（发各单位）、interview 约谈通知；不写则看 id，都不是就发预警函。",
            "What is sent for it: warning, a letter to the unit alone; criticism, a circular to all; interview, a summons. Left out, the id says it; else a letter to the unit alone.",
            "notice = \"criticism\"",
        ),
        ("task", "number") => {
            ("任务号，同方案原文；中间缺号没关系。", "The number as printed in the plan; gaps are fine.", "number = 2")
        }
        ("task", "title") => {
            ("任务的标题，同方案原文。", "The title as printed in the plan.", "title = \"完善雨污管网建设\"")
        }
        ("task", "section") => {
            ("任务在方案原文的哪一节。", "The section of the plan it stands in.", "section = \"二（一）\"")
        }
        ("task", "lead") => (
            "责任单位的标识。几个单位并列时各算各的。",
            "The ids of the lead units, which answer for it. Several are each judged on their own reports.",
            "lead = [\"housing\"]",
        ),
        ("task", "support") => (
            "配合单位的标识。只列出，不预警、不通报。",
            "The ids of the supporting units: shown, never sanctioned.",
            "support = [\"water\"]",
        ),
        ("task", "key") => (
            "是不是重点工作；不写算是。只有重点工作才有档次。",
            "Whether it is key work; left out, it is. Only key items get a tier.",
            "key = true",
        ),
        ("task", "items") => (
            "任务下的事项，每个一段。",
            "The items of the task, a table each.",
            "[[items]]\nid = \"2.1\"\ntitle = \"城镇雨污分流改造\"",
        ),
        ("item", "id") => (
            "事项编号：任务号、点、序号。月报用它指明事项。",
            "The id of the item: number of the task, point, number. Reports name it.",
            "id = \"2.1\"",
        ),
        ("item", "title") => {
            ("事项的名称，印在每一页上。", "The title, printed on every page.", "title = \"城镇雨污分流改造\"")
        }
        ("item", "source") => {
            ("出自方案原文哪一条。", "The clause of the plan it comes from.", "source = \"二（一）2\"")
        }
        ("item", "basis") => (
            "时限从哪里来：stated 原文、inferred 推断、unit-plan 单位计划、office 办公室确定。有时限的事项必须写。",
            "Where its deadline comes from: stated, inferred, unit-plan or office. Required where there is a deadline.",
            "basis = \"unit-plan\"",
        ),
        ("item", "note") => (
            "时限或数量的说明：为什么这样定。",
            "Why the deadline or the quantity is what it is.",
            "note = \"年度是原文写明的；年内各节点按单位计划\"",
        ),
        ("item", "lead") => (
            "这个事项的责任单位，代替任务的。",
            "The lead units of this item, in place of the task's.",
            "lead = [\"sudian\", \"yincheng\"]",
        ),
        ("item", "support") => (
            "这个事项的配合单位，代替任务的。",
            "The supporting units of this item, in place of the task's.",
            "support = [\"ecology\"]",
        ),
        ("item", "key") => (
            "这个事项是不是重点工作，代替任务的。",
            "Whether this item is key work, in place of what the task says.",
            "key = false",
        ),
        ("item", "quantity") => (
            "一共多少、论什么计。写了它，月报就报数量 done，不报百分数。",
            "How much there is in all, and of what. Reports then say done, not percent.",
            "quantity = { total = 12, unit = \"村\" }",
        ),
        ("item", "shares") => (
            "把总量分给各责任单位；加起来要等于总量。",
            "Splits the quantity among the lead units; the portions add up to the total.",
            "shares = { sudian = 5, yincheng = 7 }",
        ),
        ("item", "due") => (
            "到这个月末（或这一天）全部完成。",
            "All of it by the end of this month, or by this day.",
            "due = \"2022-12\"",
        ),
        ("item", "curve") => (
            "节点之间怎样要求：step 到节点才提高（不写时）；linear 匀速（序时进度），只在确实要求匀速时用。",
            "What is asked between milestones: step holds each level until the next (the default); linear an even pace, only where one was promised.",
            "curve = \"linear\"",
        ),
        ("item", "milestones") => (
            "各节点：到什么时候累计完成多少。由早到晚、由少到多，最后一个一般是100。",
            "The milestones: by when how much in all. Rising in time and in amount; the last is usually 100.",
            "milestones = [{ by = \"2022-06\", percent = 50 }, { by = \"2022-12\", percent = 100 }]",
        ),
        ("item", "recurring") => (
            "周期性的工作，每期一个时限。",
            "A duty that comes round; each period is a deadline.",
            "recurring = { every = \"quarter\" }",
        ),
        ("item", "indicator") => (
            "要达到的指标。从 due 起，没有达标的月数就是滞后；90里得了85不折算成进度。",
            "A target to be met. From due on, the months without meeting it are the lag; 85 of 90 is never turned into progress.",
            "indicator = { compare = \"at-least\", target = 90, unit = \"%\", due = \"2022-12\" }",
        ),
        ("item", "standing") => (
            "没有终点的常态工作：要报，但不会滞后。只写 true。",
            "A duty without end: reported on, never late. Only true is written.",
            "standing = true",
        ),
        ("item", "season") => (
            "常态工作只在这个时段内要报；写 [seasons] 里的名字。",
            "A standing duty is reported on in this season only; a name from [seasons].",
            "season = \"flood\"",
        ),
        ("quantity", "total") => {
            ("总量，大于0，最多四位小数。", "The whole amount, more than 0, at most four decimals.", "total = 12")
        }
        ("quantity", "unit") => ("论什么计：村、公里、处。", "What is counted: villages, kilometres.", "unit = \"村\""),
        ("milestone", "by") => ("节点的月末，或哪一天。", "The end of a month, or a day.", "by = \"2022-06\""),
        ("milestone", "percent") => (
            "到节点累计完成百分之多少，0到100，最多两位小数。",
            "How much in all by then, in percent: 0 to 100, at most two decimals.",
            "percent = 50",
        ),
        ("milestone", "amount") => (
            "到节点累计完成多少，按 quantity 的单位计；和 percent 只写一个。",
            "How much in all by then, in the unit of the quantity; instead of percent.",
            "amount = 6",
        ),
        ("recurring", "every") => (
            "每多久一期：month 每月、quarter 每季度、half-year 每半年、year 每年；期末到期。",
            "How often: month, quarter, half-year or year; due at the end of each.",
            "every = \"quarter\"",
        ),
        ("recurring", "months") => (
            "在哪几个月末各到期一次；和 every 只写一个。",
            "The months at whose ends it falls due; instead of every.",
            "months = [\"2022-03\", \"2022-09\"]",
        ),
        ("indicator", "compare") => (
            "怎样比：at-least 不低于、at-most 不高于、below 低于、above 高于（后两个不含等于）。",
            "How to compare: at-least, at-most, below or above (the last two strictly).",
            "compare = \"at-least\"",
        ),
        ("indicator", "target") => ("目标值，最多四位小数。", "The target, at most four decimals.", "target = 90"),
        ("indicator", "unit") => {
            ("数值的单位，如 %、mg/L。", "The unit of the value, such as % or mg/L.", "unit = \"%\"")
        }
        ("indicator", "due") => (
            "从哪个月末（或哪一天）起要达标；之前报的数只作参考。",
            "From the end of this month (or this day) on it has to be met; readings before are information.",
            "due = \"2022-12\"",
        ),
        ("indicator", "binding") => (
            "是不是约束性指标，年终考核用。",
            "Whether it is a binding indicator, for the year's end.",
            "binding = true",
        ),
        ("report", "month") => (
            "报的是哪个月，要和所在文件夹一致。",
            "The month reported on; the folder says the same.",
            "month = \"2022-06\"",
        ),
        ("report", "unit") => (
            "哪个单位报的，写标识，要和文件名一致。",
            "The id of the unit that reports; the file is named so.",
            "unit = \"housing\"",
        ),
        ("report", "draft") => (
            "写 true 的是草稿：还没有报送，算未报，里面的数也不作依据。shangdang report submit 会去掉它。",
            "With true it is a draft: not filed yet, counted as missing, its figures no evidence. `shangdang report submit` takes it out.",
            "draft = true",
        ),
        ("report", "submitted") => (
            "报送的日期，不加引号；不写算按时。",
            "The day it was submitted, without quotes; left out means in time.",
            "submitted = 2022-06-22",
        ),
        ("report", "reporter") => ("填报人。", "Who wrote it.", "reporter = \"\""),
        ("report", "approver") => ("审核人。", "Who signed it off.", "approver = \"\""),
        ("report", "entries") => (
            "各事项的进展，每个一段；没有可报的事项也要报一份空的月报。",
            "The entries, a table for each item; a unit without items still files a report.",
            "[[entries]]\nitem = \"2.1\"\npercent = 35",
        ),
        ("entry", "item") => {
            ("报的是哪个事项，写编号，带引号。", "The item reported on, by its id, in quotes.", "item = \"2.1\"")
        }
        ("entry", "percent") => (
            "开工以来累计完成百分之多少，0到100，最多两位小数；不是本月完成的。",
            "Percent done since the item began, 0 to 100, at most two decimals; not this month's part.",
            "percent = 35",
        ),
        ("entry", "done") => (
            "开工以来累计完成多少，按事项的数量单位计；用于有 quantity 的事项。",
            "The amount done since the item began, for items with a quantity.",
            "done = 5",
        ),
        ("entry", "value") => ("指标的本期数值；用于指标事项。", "The measured value, for indicators.", "value = 91.2"),
        ("entry", "occurrence") => (
            "补报哪一期（写到期的月份）；报本期的不用写。用于周期性事项。",
            "Which occurrence is meant, by its due month; left out for the present one. For recurring items.",
            "occurrence = \"2022-03\"",
        ),
        ("entry", "state") => (
            "normal 正常，problem 有问题。用于常态和无计划的事项；周期性事项写 problem 表示本期没有完成。",
            "normal or problem, for standing and unscheduled items; problem on a recurring item says that it was not done.",
            "state = \"normal\"",
        ),
        ("entry", "note") => (
            "进展说明；数比上月低时必须写。",
            "Remarks; required where a figure is lower than before.",
            "note = \"进入管道敷设\"",
        ),
        ("entry", "problem") => ("存在的问题。", "Problems met.", "problem = \"前期停工一个多月\""),
        ("entry", "next") => ("下一步打算。", "What comes next.", "next = \"增加作业班组\""),
        ("entry", "attachments") => {
            ("佐证材料的文件名。", "Names of the files that prove it.", "attachments = [\"验收单.pdf\"]")
        }
        _ => return None,
    })
}

#[expect(clippy::too_many_lines, reason = "a table of words, one arm for each key")]
fn register(table: &str, key: &str) -> Option<(&'static str, &'static str, &'static str)> {
    Some(match (table, key) {
        ("notices", "month") => (
            "文书所依据的调度月份，与文件夹一致。",
            "The month whose verdicts the notices rest on; the same as the folder.",
            "month = \"2022-06\"",
        ),
        ("verifications", "month") => (
            "核验所在的月份，与文件夹一致。",
            "The month of the checks; the same as the folder.",
            "month = \"2022-06\"",
        ),
        ("exemptions" | "changes", "month") => (
            "批准所在的月份，与文件夹一致。",
            "The month of the approvals; the same as the folder.",
            "month = \"2022-06\"",
        ),
        ("findings", "month") => (
            "督查所在的月份，与文件夹一致；事项从这个月末起算。",
            "The month of the findings, the same as the folder; their items exist from its close on.",
            "month = \"2022-06\"",
        ),
        ("assessments", "month") => {
            ("出结果的月份，与文件夹一致。", "The month of the results; the same as the folder.", "month = \"2022-06\"")
        }
        ("closings", "month") => {
            ("所结的月份，与文件夹一致。", "The month that is closed; the same as the folder.", "month = \"2022-06\"")
        }
        ("notices", "notices") => {
            ("已发出的文书，一份一段。", "The notices that were sent, one table each.", "[[notices]]")
        }
        ("verifications", "verifications") => {
            ("做过的核验，一次一段。", "The checks that were made, one table each.", "[[verifications]]")
        }
        ("exemptions", "exemptions") => {
            ("批准的豁免，一项一段。", "The exemptions that were approved, one table each.", "[[exemptions]]")
        }
        ("findings", "findings") => (
            "督查发现的事项，一个一段；与方案的事项一样填报、一样核算。",
            "What inspections found, one table each; reported on and assessed like any item.",
            "[[findings]]",
        ),
        ("changes", "changes") => {
            ("批准的计划调整，一次一段。", "The changes that were approved, one table each.", "[[changes]]")
        }
        ("assessments", "assessments") => (
            "各单位的年度考核结果，由人填写。",
            "The annual assessment of units, entered by people.",
            "[[assessments]]",
        ),
        ("closings", "closings") => {
            ("结账的记录，由 close 命令写。", "The closings, written by the close command.", "[[closings]]")
        }
        ("notice", "number") => {
            ("发文字号，照发出的写。", "Its number, as printed on it.", "number = \"上水防办函〔2022〕12号\"")
        }
        ("notice", "date") => ("成文日期。", "The day it bears.", "date = 2022-07-05"),
        ("notice", "unit") => ("发给或针对的单位的标识。", "The id of the unit it is about.", "unit = \"housing\""),
        ("notice", "tier") => (
            "宣布的档次的标识，不一定等于当月的建议。",
            "The tier it pronounces, which need not be the one proposed.",
            "tier = \"criticism\"",
        ),
        ("notice", "items") => ("所涉的事项，可以有几个。", "The items it names.", "items = [\"2.1\", \"4.3\"]"),
        ("notice", "approver") => (
            "审定的机关，写机关不写人名。",
            "The office that approved it, never a person.",
            "approver = \"区政府办公室\"",
        ),
        ("notice", "reply-due") => {
            ("要求书面答复的最后一天。", "The last day for the unit's written answer.", "reply-due = 2022-07-15")
        }
        ("notice", "replied") => ("收到答复的日期。", "The day its answer came.", "replied = 2022-07-12"),
        ("notice", "reply") => ("答复的要点。", "What it answered.", "reply = \"已报整改方案\""),
        ("notice", "objected") => ("单位提出异议的日期。", "The day the unit objected.", "objected = 2022-07-08"),
        ("notice", "objection") => ("异议的要点。", "What it objected.", "objection = \"6月20日已完工，佐证附后\""),
        ("notice", "decided") => {
            ("对异议作出决定的日期。", "The day the objection was decided.", "decided = 2022-07-20")
        }
        ("notice", "decision") => (
            "决定：维持或撤销。撤销的文书视为没有发过。",
            "The decision: upheld or withdrawn. A withdrawn notice counts as never issued.",
            "decision = \"upheld\"",
        ),
        ("notice", "decision-note") => {
            ("决定的理由。", "Why it was decided so.", "decision-note = \"佐证日期在报送日之后\"")
        }
        ("notice", "lifted") => ("解除的日期。", "The day it was lifted.", "lifted = 2022-08-05"),
        ("notice", "lifted-because") => ("解除的理由。", "Why it was lifted.", "lifted-because = \"7月末已追上计划\""),
        ("verification" | "exemption", "item") => ("事项编号。", "The item's id.", "item = \"2.1\""),
        ("verification" | "exemption", "unit") => {
            ("责任单位的标识。", "The id of the unit that answers for it.", "unit = \"housing\"")
        }
        ("verification", "date") => (
            "核验的日期，在文件夹的月份内；从这个月末起算。",
            "The day of the check, within the month of the folder; it counts from the close of that month on.",
            "date = 2022-07-03",
        ),
        ("verification", "by") => ("核验的机关。", "The office that checked.", "by = \"区水污染防治领导小组办公室\""),
        ("verification", "outcome") => {
            ("通过（销号）或未通过。", "Passed (struck off) or failed.", "outcome = \"passed\"")
        }
        ("verification", "note") => ("核验情况。", "Remarks.", "note = \"现场查看，与月报一致\""),
        ("exemption", "from") => ("豁免的第一个月。", "The first month of the exemption.", "from = \"2022-05\""),
        ("exemption", "until") => ("豁免的最后一个月。", "The last month of the exemption.", "until = \"2022-07\""),
        ("exemption", "reason") => (
            "正当理由。豁免期间滞后照算照印，只是不列档次。",
            "The good reason. The lag is computed and shown all the same; only the tier is withheld.",
            "reason = \"汛期不能施工\"",
        ),
        ("exemption", "reference") => {
            ("批准文件。", "The document that approves it.", "reference = \"区政府办〔2022〕9号\"")
        }
        ("exemption", "date") => (
            "批准的日期，在文件夹的月份内。",
            "The day of the approval, within the month of the folder.",
            "date = 2022-05-30",
        ),
        ("finding", "id") => (
            "编号：任务号、点、d 加序号。",
            "Its id: the number of the task, a point, d and its own number.",
            "id = \"5.d1\"",
        ),
        ("finding", "title") => (
            "督查发现的问题或整改要求。",
            "What was found, or what has to be put right.",
            "title = \"完善在线监控联网\"",
        ),
        ("finding", "date") => (
            "督查的日期，在文件夹的月份内。",
            "The day of the finding, within the month of the folder.",
            "date = 2022-06-10",
        ),
        ("finding", "by") => ("督查的机关。", "The office that inspected.", "by = \"区政府督查室\""),
        ("finding", "source") => ("督查文件。", "The document with the finding.", "source = \"督查通报第3期\""),
        ("finding", "basis") => (
            "时限依据；不写就是办公室确定。",
            "Where its deadline comes from; set by the office, where left out.",
            "basis = \"office\"",
        ),
        ("finding" | "assessment", "note") => ("说明。", "Remarks.", "note = \"……\""),
        ("finding", "lead") => (
            "责任单位；不写就是任务的责任单位。",
            "Who answers for it; the task's leads, where left out.",
            "lead = [\"ecology\"]",
        ),
        ("finding", "support") => {
            ("配合单位；不写就是任务的配合单位。", "Who helps; the task's, where left out.", "support = []")
        }
        ("finding", "key") => {
            ("是否重点工作；不写就随任务。", "Whether it is key work; as the task, where left out.", "key = true")
        }
        ("finding", "quantity") => {
            ("数量，写法同事项。", "How much there is to do, as for items.", "quantity = { total = 12, unit = \"个\" }")
        }
        ("finding", "shares") => {
            ("数量在责任单位之间的划分。", "How the leads split the quantity.", "shares = { sudian = 5, yincheng = 7 }")
        }
        ("finding", "due") => ("整改期限。", "By when it has to be put right.", "due = \"2022-08\""),
        ("finding", "curve") => {
            ("节点之间怎样算，写法同事项。", "How it runs between milestones, as for items.", "curve = \"linear\"")
        }
        ("finding", "milestones") => {
            ("整改的节点。", "The milestones.", "milestones = [{ by = \"2022-08\", percent = 100 }]")
        }
        ("finding", "recurring") => {
            ("周期，写法同事项。", "Its rhythm, as for items.", "recurring = { every = \"quarter\" }")
        }
        ("finding", "indicator") => (
            "指标，写法同事项。",
            "Its indicator, as for items.",
            "indicator = { compare = \"at-least\", target = 90, unit = \"%\", due = \"2022-12\" }",
        ),
        ("finding", "standing") => ("常态要求。", "A duty without end.", "standing = true"),
        ("finding", "season") => ("常态要求适用的时段。", "The season of a standing duty.", "season = \"flood\""),
        ("change", "item") => ("被调整的事项编号。", "The id of the item that is changed.", "item = \"2.1\""),
        ("change", "from") => (
            "从哪个月起按新节点核算，不早于批准的月份；以前的月份照原计划。",
            "The first month that is held against the new milestones, not before the approval; earlier months keep the old plan.",
            "from = \"2022-07\"",
        ),
        ("change", "date") => (
            "批准的日期，在文件夹的月份内。",
            "The day of the approval, within the month of the folder.",
            "date = 2022-07-02",
        ),
        ("change", "reference") => {
            ("批准文件。", "The document that approves it.", "reference = \"区政府办〔2022〕12号\"")
        }
        ("change", "reason") => ("调整的理由。", "Why it was changed.", "reason = \"设计变更\""),
        ("change", "due") => ("新的期限。", "The new deadline.", "due = \"2022-12\""),
        ("change", "curve") => {
            ("新节点之间怎样算：step 或 linear。", "How the new curve runs: step or linear.", "curve = \"step\"")
        }
        ("change", "milestones") => (
            "新的节点，从头写全。",
            "The new milestones, all of them.",
            "milestones = [{ by = \"2022-09\", percent = 50 }, { by = \"2022-12\", percent = 100 }]",
        ),
        ("assessment", "year") => ("被考核的年份。", "The year that was assessed.", "year = 2022"),
        ("assessment", "unit") => ("被考核单位的标识。", "The id of the unit.", "unit = \"housing\""),
        ("assessment", "date") => (
            "出结果的日期，在文件夹的月份内。",
            "The day of the result, within the month of the folder.",
            "date = 2023-01-20",
        ),
        ("assessment", "by") => ("考核的机关。", "The office that assessed.", "by = \"区水污染防治领导小组办公室\""),
        ("assessment", "outcome") => {
            ("通过或未通过，由人决定。", "Passed or failed; people decide.", "outcome = \"failed\"")
        }
        ("assessment", "reference") => ("考核文件。", "The document with the result.", "reference = \"年度考核通报\""),
        ("closing", "date") => ("结账的日期。", "The day of the closing.", "date = 2022-07-08"),
        ("closing", "by") => {
            ("结账的机关。", "The office that closed the month.", "by = \"区水污染防治领导小组办公室\"")
        }
        ("closing", "previous") => (
            "上一次结账的封印；第一次结账为空。",
            "The seal of the closing before; empty for the first.",
            "previous = \"\"",
        ),
        ("closing", "seal") => (
            "封印：本次结账全部内容的 SHA-256。",
            "The seal: SHA-256 of everything this closing says.",
            "seal = \"9f86d081…\"",
        ),
        ("closing", "reopened") => ("重新打开的日期。", "The day it was opened again.", "reopened = 2022-07-20"),
        ("closing", "reopened-because") => {
            ("重新打开的理由。", "Why it was opened again.", "reopened-because = \"更正5月月报\"")
        }
        ("closing", "files") => (
            "结账时各文件的 SHA-256，写法与 sha256sum 相同。",
            "The SHA-256 of each file at the closing, as sha256sum writes it.",
            "files = [\"9f86d081…  plan.toml\"]",
        ),
        ("closing", "notices") => (
            "结账时已登记的本月文书，一份一行。",
            "The notices recorded for the month at the closing, one line each.",
            "notices = [\"上水防办函〔2022〕12号 2022-07-05 housing warning 2.1 区政府办公室\"]",
        ),
        ("closing", "verdicts") => (
            "结账时的结论，一份责任一行。",
            "What was decided, one line a share.",
            "verdicts = [\"2.1 housing lag-2 2 criticism\"]",
        ),
        _ => return None,
    })
}

/// What may stand behind a key.
pub fn form(form: &Form, lang: Lang) -> String {
    let fixed = |zh: &str, en| lang.pick(zh, en).to_owned();
    match form {
        Form::Text => fixed("文字，带引号", "a text, in quotes"),
        Form::Title => fixed("文字，带引号，不能空", "a text, in quotes, not empty"),
        Form::Id => fixed("标识：小写英文字母、数字和 -，带引号", "an id: lower-case letters, digits and -, in quotes"),
        Form::ItemId => fixed("事项编号，如 \"2.1\"", "an item's id, such as \"2.1\""),
        Form::FindingId => fixed("督查事项编号，如 \"2.d1\"", "a finding's id, such as \"2.d1\""),
        Form::Month => fixed("月份，如 \"2022-06\"", "a month, such as \"2022-06\""),
        Form::Day => fixed("日期，如 2022-06-22，不加引号", "a day, such as 2022-06-22, without quotes"),
        Form::Moment => fixed("月份 \"2022-06\"，或日期 2022-06-15", "a month \"2022-06\", or a day 2022-06-15"),
        Form::DayOfYear => fixed("“月-日”，如 \"06-01\"", "month and day, such as \"06-01\""),
        Form::Switch => fixed("true 或 false", "true or false"),
        Form::Number(rule) => fixed_number(*rule, lang).to_owned(),
        Form::Choice(words) => {
            let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
            match lang {
                Lang::Zh => format!("其中之一：{}", lang.list(&quoted)),
                Lang::En => format!("one of {}", lang.list(&quoted)),
            }
        }
        Form::Texts => fixed("几段文字 [\"…\", \"…\"]", "texts [\"…\", \"…\"]"),
        Form::Ids => fixed("几个标识 [\"…\", \"…\"]", "ids [\"…\", \"…\"]"),
        Form::Months => fixed("几个月份 [\"2022-03\", \"2022-09\"]", "months [\"2022-03\", \"2022-09\"]"),
        Form::Table(keys) | Form::Tables(keys) => {
            let names: Vec<String> = keys.names().map(str::to_owned).collect();
            match lang {
                Lang::Zh => format!("一段，里面写：{}", lang.list(&names)),
                Lang::En => format!("a table of {}", lang.list(&names)),
            }
        }
        Form::Named(of) => match lang {
            Lang::Zh => format!("自己起名，每个是{}", self::form(of, lang)),
            Lang::En => format!("names of your choice, each {}", self::form(of, lang)),
        },
    }
}

fn fixed_number(rule: DecimalRule, lang: Lang) -> &'static str {
    match rule {
        DecimalRule::Percent => lang.pick("0到100的数，最多两位小数", "a number from 0 to 100, at most two decimals"),
        DecimalRule::Amount => lang.pick("0或更大的数，最多四位小数", "a number from 0 on, at most four decimals"),
        DecimalRule::PositiveAmount => lang.pick("大于0的数，最多四位小数", "a number above 0, at most four decimals"),
        DecimalRule::Value => lang.pick("数，最多四位小数", "a number, at most four decimals"),
        DecimalRule::Whole => lang.pick("0或更大的整数", "a whole number from 0 on"),
    }
}

/// Whether a key has to be there.
pub fn presence(is_required: bool, lang: Lang) -> &'static str {
    if is_required { lang.pick("必须写", "required") } else { lang.pick("可以不写", "optional") }
}
