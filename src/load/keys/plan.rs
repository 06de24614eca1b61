//! The plan file.

use super::{Both, Form, Key, Keys, WHILE_OPEN, words};
use crate::model::{NoticeKind, Rhythm};

keys! {
    PLAN = "plan", "方案文件 plan.toml", "the plan file, plan.toml" {
        "title": required Title, r#"title = "上党区水污染防治专项行动""# =>
            "方案的名称，印在每一页上。", "The title of the plan, printed on every page.";
        "start": required Month, r#"start = "2022-01""# =>
            "方案的第一个月。月份一律指月末。", "The first month of the plan. A month always means its end.";
        "end": required Month, r#"end = "2022-12""# =>
            "方案的最后一个月。节点、期次和时限都不能在它之后；月报和核算可以到 track-until。",
            "The last month of the plan. No milestone, occurrence or deadline is later; reports and verdicts may be, up to track-until.";
        "track-until": optional Month, r#"track-until = "2023-03""# =>
            "跟踪到哪个月：能报、能核算的最后一个月。end 以后是跟踪期，只要求还有事项没做到的单位报。不写就是 end 加最高一档的月数，年底到期的也能一直跟到最高一档；不再跟踪就写 end 的月份。",
            "The last month that can be reported and assessed. After end only units with something unfinished are asked for reports. Default: end and as many months as the highest tier takes, so that what is due at the end can be followed up to it; the month of end to follow nothing up.";
        "report-day": required Within((1, 31)), "report-day = 23" =>
            "每月几日前报送月报；当天报的算按时。没有这一天的月份算月底那天。",
            "Reports are due by this day of each month; a report filed on the day is in time. In a month without this day it is the last day of the month.";
        "reports-from": optional Month, r#"reports-from = "2022-07""# =>
            "起报月：从哪个月起要求报月报、核算结论。以前的月份不算未报、不推定、不计次数；节点和时限不因此改变。不写就是 start。单位另写的，以较晚的为准。",
            "The first month for which reports are asked and verdicts made. Earlier months are not missing, presumed or counted; milestones and deadlines stay as they are. Default: start. Where a unit has its own, the later one counts.";
        "reports-every": optional WordOr(&(&words(&Rhythm::PERIODS), &REPORT_MONTHS)), r#"reports-every = "quarter""# =>
            "哪些月份要求报月报：month 每月（默认）、quarter 每季度末月、half-year 每半年末月，或 { months = [\"2022-03\", \"2022-09\"] }。其余月份可以报，不报不算未报。单位可以另写。",
            "For which months reports are asked: every month (the default), the last month of each quarter or half-year, or { months = [\"2022-03\", \"2022-09\"] }. In other months one may come and none is missing. A unit may have its own.";
        "lead": optional Ids, r#"lead = ["housing"]"# =>
            "全方案默认的责任（牵头）单位；任务写了用任务的，事项写了用事项的。",
            "The lead units where neither the task nor the item names any.";
        "responsible": optional Ids, r#"responsible = ["ecology"]"# =>
            "全方案默认的责任单位（牵头与配合之间的一级）；任务、事项另写的用另写的。其中某项任务、事项已另列的单位，在那里不再重列。",
            "The units of the rank between lead and support where neither the task nor the item names any; a unit that these name elsewhere is left out there.";
        "support": optional IdsOrTexts, r#"support = ["water", "ecology"]"# =>
            "全方案默认的配合单位；任务、事项另写的用另写的。其中某项任务、事项已另列的单位，在那里不再重列。",
            "The supporting units where neither the task nor the item names any; a unit that these name elsewhere is left out there.";
        "sample": optional Switch, "sample = true" =>
            "写 true 时，每一页都注明是示例数据。", "If true, every page says that it shows sample data.";
        "accountability-rule": optional Text, r#"accountability-rule = "山西省水环境质量改善量化问责规定""# =>
            "年终清单依据哪一部问责规定移交，只写名称；印在年度考核页上。",
            "The title of the accountability rule under which the year-end lists are handed on; it is only printed on the annual page.";
        "office": optional Table(&OFFICE), "[office]\nname = \"区水污染防治领导小组办公室\"" =>
            "领导小组办公室：写进文书的署名、代字、联系方式和抄送。留空的，文书里也留空。",
            "The office of the leading group: the name that signs its documents, their number codes, whom to contact, who gets a copy. Whatever is left empty stays blank in them.";
        "report-days": optional Named(&Form::Day), r#"report-days = { "2022-01" = 2022-01-24 }"# =>
            "个别月份另定的报送日，例如遇节假日顺延。", "A different report day for single months, for example because of a public holiday.";
        "seasons": optional Named(&Form::Table(&SEASON)), "[seasons]\nflood = { from = \"06-01\", to = \"09-30\" }" =>
            "给一年中的时段起名，如汛期，供常态事项的 season 引用。",
            "Named periods of the year, such as the flood season, for `season` of standing items.";
        "members": optional Texts, r#"members = ["dongqu", "xiqu"]"# =>
            "下级方案所在的文件夹，如各区之于市；status、escalate、board 把它们合在一起看，各按各的方案核算。有下级方案的，可以没有自己的单位。",
            "Folders of subordinate plans, such as the districts of a city; status, escalate and board show them together, each assessed by its own plan. A plan with members may have no units of its own.";
        "scales": optional Named(&Form::Texts), "[scales]\nwater = [\"Ⅰ\", \"Ⅱ\", \"Ⅲ\", \"Ⅳ\", \"Ⅴ\", \"劣Ⅴ\"]" =>
            "等级：由好到差的各级，供指标的 scale 引用，如水质类别。月报里 Ⅲ、III、III类、3类、三类都读作同一级。",
            "Ordered classes, best first, for `scale` of indicators, such as classes of water. In reports Ⅲ, III, III类, 3类 and 三类 are one.";
        "kinds": optional Named(&Form::Table(&KIND)), "[kinds]\ncounty = { name = \"县（市、区）\", territorial = true }" =>
            "自己起的单位类别，供单位的 kind 引用：县（市、区）、市、企业等不是乡镇、也不是部门的。在文件里的先后就是每一页上的先后，排在部门之后、乡镇之前。",
            "Kinds of units of the plan's own, for `kind` of units: counties, cities, enterprises, whatever is neither a department nor a township. The order here is the order on every page, between departments and townships.";
        "roles": optional Table(&ROLES), "[roles]\nlead = \"牵头单位\"\nresponsible = \"责任单位\"" =>
            "方案怎样称呼各级单位，印在每一页上。不写时：没有 responsible 的方案称责任单位、配合单位，有的称牵头单位、责任单位、配合单位。",
            "What the plan calls its ranks of units, printed on every page. Default: 责任单位 and 配合单位; where items have `responsible` units 牵头单位, 责任单位 and 配合单位.";
        "units": optional Named(&Form::Table(&UNIT)), "[units.housing]\nname = \"区住建局\"\nkind = \"department\"" =>
            "所有单位。标识用小写英文字母、数字和 -；在文件里的先后就是每一页上的先后。",
            "All units. Ids consist of lower-case letters, digits and -; the order here is the order on every page.";
        "tiers": optional Tables(&TIER), "[[tiers]]\nid = \"warning\"\nname = \"预警\"\nmonths = 1\nclause = \"三（四）\"" =>
            "档次，由低到高。不写时用：滞后满1个月预警、满2个月通报批评、满3个月约谈。",
            "The ladder of tiers, lowest first. Default: warning at 1 month of lag, criticism at 2, interview at 3.";
    }

    OFFICE = "office", "plan.toml 的办公室 [office]", "the office in plan.toml, [office]" {
        "name": optional Text, r#"name = "区水污染防治领导小组办公室""# =>
            "发文机关的名称，即署名。", "The name of the issuing office, which signs.";
        "letter-code": optional Text, r#"letter-code = "上水防办函""# =>
            "函件的发文机关代字，印在〔年份〕之前。", "The document code of its letters, printed before the year in the number.";
        "circular-code": optional Text, r#"circular-code = "上水防办""# =>
            "通报的发文机关代字，印在〔年份〕之前。",
            "The document code of its circulars, printed before the year in the number.";
        "contact": optional Text, r#"contact = "综合科""# =>
            "联系人，写岗位或科室。", "Whom to contact: a post or a section.";
        "phone": optional Text, r#"phone = "0355-0000000""# =>
            "联系电话。", "The telephone number.";
        "addressees": optional Text, r#"addressees = "各乡镇（街道办）、区直各有关单位""# =>
            "通报的主送机关；留空则写“各有关单位”。",
            "To whom circulars are addressed; if empty, to all units concerned.";
        "copies": optional Texts, r#"copies = ["区委办公室", "区政府办公室"]"# =>
            "抄送哪些单位。", "Which units get a copy.";
    }

    REPORT_MONTHS = "report months", "plan.toml 的 reports-every = { … }", "reports-every = { … } in plan.toml" {
        "months": required Months, r#"months = ["2022-03", "2022-09"]"# =>
            "要求报月报的月份，由早到晚。", "The months for which reports are asked, in their order.";
    }

    SEASON = "season", "plan.toml 的 [seasons] 里的一个时段", "a season in [seasons] of plan.toml" {
        "from": required DayOfYear, r#"from = "06-01""# =>
            "时段的第一天，写“月-日”。", "The first day, as month and day.";
        "to": required DayOfYear, r#"to = "09-30""# =>
            "时段的最后一天，写“月-日”；可以跨年。", "The last day, as month and day; it may be in the next year.";
    }

    KIND = "kind", "plan.toml 的 [kinds] 里的一个类别", "a kind of units in [kinds] of plan.toml" {
        "name": required Title, r#"name = "县（市、区）""# =>
            "这类单位叫什么，印在每一页上。", "What units of this kind are called, printed on every page.";
        "territorial": optional Switch, "territorial = true" =>
            "写 true 的类别管一片地方，如县、市；排在不管地方的类别之后。",
            "If true, units of this kind answer for a territory, as counties and cities do; they come after the kinds that do not.";
    }

    ROLES = "roles", "plan.toml 的 [roles]", "[roles] in plan.toml" {
        "lead": optional Title, r#"lead = "牵头单位""# =>
            "lead 里的单位叫什么。", "What the units in `lead` are called.";
        "responsible": optional Title, r#"responsible = "责任单位""# =>
            "responsible 里的单位叫什么。", "What the units in `responsible` are called.";
        "support": optional Title, r#"support = "配合单位""# =>
            "support 里的单位叫什么。", "What the units in `support` are called.";
    }

    UNIT = "unit", "plan.toml 的一个单位 [units.标识]", "a unit in plan.toml, [units.ID]" {
        "name": required Title, r#"name = "区住建局""# =>
            "单位的通用简称，印在每一页上；不能重名。",
            "The short name in common use, printed on every page; no two units may have the same one.";
        "full-name": optional Text, r#"full-name = """# =>
            "单位的规范全称，用于正式文书；未经核实就留空。",
            "The official name, for formal documents; leave it empty until it is confirmed.";
        "kind": required Text, r#"kind = "department""# =>
            "单位的类别：department 部门、branch 派出机构、institution 事业单位、township 乡镇、subdistrict 街道，或者 [kinds] 里自己起的类别。各类分开排名。",
            "The kind of unit: department, branch, institution, township or subdistrict, or one of the plan's own in [kinds]. Each sort is ranked apart.";
        "reports": optional SwitchOr(&WHILE_OPEN), r#"reports = "open""# =>
            "写 false 的单位不报月报，也不算未报，不能做责任单位；写 \"open\" 的，有事项没完成才报，都完成了不报不算未报。",
            "If false, the unit files no reports and none counts as missing; it cannot lead an item. If \"open\", it files only while something of it is unfinished; after that none counts as missing.";
        "reports-from": optional Month, r#"reports-from = "2022-07""# =>
            "这个单位的起报月，比方案的晚才写。", "The first month kept of this unit, where it is later than that of the plan.";
        "reports-every": optional WordOr(&(&words(&Rhythm::PERIODS), &REPORT_MONTHS)), r#"reports-every = "quarter""# =>
            "这个单位哪些月份要求报月报；不写就按方案的。", "For which months reports of this unit are asked; default: as the plan says.";
    }

    TIER = "tier", "plan.toml 的一档 [[tiers]]", "a tier in plan.toml, [[tiers]]" {
        "id": required Id, r#"id = "warning""# =>
            "这一档的标识，供命令和脚本使用。", "The id of the tier, for use in commands and scripts.";
        "name": required Title, r#"name = "预警""# =>
            "这一档叫什么，印在每一页上。", "The name of the tier, printed on every page.";
        "months": optional Within((0, 120)), "months = 1" =>
            "滞后满几个月到这一档（满即到）；写 0，到期没有做到的当月月末就到。和 more-than 只写一个。",
            "How many months of lag it takes to reach the tier (inclusive); 0: whatever has fallen due and is not done, from that very close on. Either this or more-than.";
        "more-than": optional Within((0, 119)), "more-than = 2" =>
            "滞后超过几个月到这一档（正好满不算），按精确的分数比。", "More than how many months of lag it takes (exactly as many are not enough), on the exact fraction.";
        "clause": optional Text, r#"clause = "三（四）""# =>
            "规定这一档的条款，印在结论旁边。", "The clause that provides for it, printed beside the verdict.";
        "notice": optional Choice(&words(&NoticeKind::ALL)), r#"notice = "criticism""# =>
            "这一档发什么文书：warning 预警函（只发本单位）、criticism 通报批评（发各单位）、interview 约谈通知；不写则看 id，都不是就发预警函。",
            "Which notice is sent for this tier: warning (a letter to the unit alone), criticism (a circular to all units) or interview (a summons). If left out, it follows from the id; if the id is none of these, a warning letter.";
    }
}
