//! Files of reports.

use super::{Both, Form, Key, Keys, words};
use crate::model::State;
use crate::problem::DecimalRule;

keys! {
    REPORT = "report", "月报文件 reports/月份/单位标识.toml", "a report file, reports/MONTH/UNIT.toml" {
        "month": required Month, r#"month = "2022-06""# =>
            "报的是哪个月，要和所在文件夹一致。", "The month reported on; the same as the folder.";
        "unit": required Text, r#"unit = "housing""# =>
            "哪个单位报的，写标识，要和文件名一致。", "The id of the unit that reports; the file has the same name.";
        "draft": optional Switch, "draft = true" =>
            "写 true 的是草稿：还没有报送，算未报，里面的数也不作依据。shangdang report submit 会去掉它。",
            "If true, the report is a draft: not filed yet, counted as missing, and its figures are not used. `shangdang report submit` removes this line.";
        "submitted": optional Day, "submitted = 2022-06-22" =>
            "报送的日期，不加引号；不写算按时。", "The day the report was filed, without quotes; if left out, it is in time.";
        "reporter": optional Text, r#"reporter = """# =>
            "填报人。", "The name of the person who wrote it.";
        "approver": optional Text, r#"approver = """# =>
            "审核人。", "The name of the person who signed it off.";
        "entries": optional Tables(&ENTRY), "[[entries]]\nitem = \"2.1\"\npercent = 35" =>
            "各事项的进展，每个一段；没有可报的事项也要报一份空的月报。",
            "The entries, one table for each item; a unit without items still files a report.";
    }

    ENTRY = "entry", "月报里的一个条目 [[entries]]", "an entry in a report, [[entries]]" {
        "item": required Text, r#"item = "2.1""# =>
            "报的是哪个事项，写编号，带引号。", "The id of the item reported on, in quotes.";
        "percent": optional Number(DecimalRule::Percent), "percent = 35" =>
            "开工以来累计完成百分之多少，0到100，最多两位小数；不是本月完成的。",
            "The percentage done since the item began, 0 to 100 with at most two decimals; not the part done this month.";
        "done": optional NumberOrTexts(DecimalRule::Amount), "done = 5" =>
            "开工以来累计完成多少，按事项的数量单位计；用于有 quantity 的事项。列出了对象（objects）的写全部已完成的是哪几个，如 done = [\"东村\", \"西村\"]。周期性事项一期要做几次的（times），写本期累计做了几次。",
            "The amount done since the item began, for items with a quantity. Where that names its `objects`, all that are done so far, such as done = [\"East\", \"West\"]. For a recurring item that asks for several `times` a period, how often so far within it.";
        "stages": optional Named(&Form::Number(DecimalRule::Amount)), r#"stages = { "开工" = 3, "建成" = 5 }"# =>
            "月末各阶段上有几个，每个只算在它现在所处的阶段；没有动的不写，没有的阶段可以不写。用于写了 stages 的事项。",
            "How many stand at each stage at the end of the month, each counted only where it is now; those not begun are in none, and a stage where none stands may be left out. For items with stages.";
        "value": optional Reading, "value = 91.2" =>
            "指标的本期数值；用于指标事项。几个里面的几个写个数（value = 15），等级写级名（value = \"Ⅲ\"）。",
            "The value measured, for indicators: of so many the count (value = 15), on a scale the class (value = \"Ⅲ\").";
        "occurrence": optional Month, r#"occurrence = "2022-03""# =>
            "补报哪一期（写到期的月份）；报本期的不用写。用于周期性事项。",
            "Which occurrence is meant, given by the month in which it is due; if left out, the current one. For recurring items.";
        "state": optional Choice(&words(&State::ALL)), r#"state = "normal""# =>
            "normal 正常，problem 有问题。用于常态和无计划的事项；周期性事项写 problem 表示本期没有完成。",
            "normal or problem, for standing and unscheduled items; problem on a recurring item means that it was not done.";
        "on": optional Day, "on = 2022-06-12" =>
            "做到的那一天，不加引号；不晚于报送日和当月。用来算完成迟延；不写按报送日，报送日在月末以后的按月末。",
            "The day on which it was reached, without quotes, not after the filing and not after the month; decides the finish delay. If left out, the day of filing counts, or the end of the month if that is earlier.";
        "note": optional Text, r#"note = "进入管道敷设""# =>
            "进展说明；数比上月低时必须写。", "Remarks; required if a figure is lower than before.";
        "problem": optional Text, r#"problem = "前期停工一个多月""# =>
            "存在的问题。", "Problems met.";
        "next": optional Text, r#"next = "增加作业班组""# =>
            "下一步打算。", "Next steps.";
        "attachments": optional Texts, r#"attachments = ["验收单.pdf"]"# =>
            "佐证材料的文件名。", "The names of the files that prove it.";
    }
}
