//! Files of the register.

use super::{Both, Form, INDICATOR, Key, Keys, MILESTONE, QUANTITY, RECURRING, STAGE, words};
use crate::model::{Basis, Decision, Outcome, RecordKind, Shape};
use crate::problem::DecimalRule;

/// The files of the register with their keys, in the order of [`RecordKind`].
pub const REGISTER: [&Keys; RecordKind::ALL.len()] =
    [&NOTICES, &VERIFICATIONS, &EXEMPTIONS, &FINDINGS, &CHANGES, &ASSESSMENTS, &CLOSINGS];

keys! {
    NOTICES = "notices",
        "登记簿的文书文件 register/月份/notices.toml", "the notices of the register, register/MONTH/notices.toml" {
        "month": required Month, r#"month = "2022-06""# =>
            "文书所依据的调度月份，与文件夹一致。",
            "The month on whose verdicts the notices rest; the same as the folder.";
        "notices": optional Tables(&NOTICE), "[[notices]]" =>
            "已发出的文书，一份一段。", "The notices that were sent, one table for each.";
    }

    NOTICE = "notice", "登记簿里的一份文书 [[notices]]", "a notice in the register, [[notices]]" {
        "number": required Title, r#"number = "上水防办函〔2022〕12号""# =>
            "发文字号，照发出的写。", "Its number, as printed on it.";
        "date": required Day, "date = 2022-07-05" =>
            "成文日期。", "The date printed on it.";
        "unit": required Text, r#"unit = "housing""# =>
            "发给或针对的单位的标识。", "The id of the unit that it is sent to or is about.";
        "tier": required Text, r#"tier = "criticism""# =>
            "宣布的档次的标识，不一定等于当月的建议。", "The id of the tier it pronounces, which need not be the one proposed for the month.";
        "items": required Texts, r#"items = ["2.1", "4.3"]"# =>
            "所涉的事项，可以有几个。", "The items it covers, one or more.";
        "approver": required Title, r#"approver = "区政府办公室""# =>
            "审定的机关，写机关不写人名。", "The office that approved it; give the office, not a person.";
        "against-seal": optional Text, r#"against-seal = "结账后查实6月月报有误""# =>
            "比结账时封存的结论更重时，为什么。", "Why it is harsher than the verdict that was sealed when the month was closed.";
        "reply-due": optional Day, "reply-due = 2022-07-15" =>
            "要求书面答复的最后一天。", "The last day for a written answer.";
        "replied": optional Day, "replied = 2022-07-12" =>
            "收到答复的日期。", "The day the answer was received.";
        "reply": optional Text, r#"reply = "已报整改方案""# =>
            "答复的要点。", "The answer, in short.";
        "objected": optional Day, "objected = 2022-07-08" =>
            "单位提出异议的日期。", "The day the unit objected.";
        "objection": optional Text, r#"objection = "6月20日已完工，佐证附后""# =>
            "异议的要点。", "The objection, in short.";
        "decided": optional Day, "decided = 2022-07-20" =>
            "对异议作出决定的日期。", "The day the objection was decided on.";
        "decision": optional Choice(&words(&Decision::ALL)), r#"decision = "upheld""# =>
            "决定：维持或撤销。撤销的文书视为没有发过。",
            "The decision: upheld or withdrawn. A withdrawn notice counts as never sent.";
        "decision-note": optional Text, r#"decision-note = "佐证日期在报送日之后""# =>
            "决定的理由。", "The reason for the decision.";
        "lifted": optional Day, "lifted = 2022-08-05" =>
            "解除的日期。", "The day the notice was lifted.";
        "lifted-because": optional Text, r#"lifted-because = "7月末已追上计划""# =>
            "解除的理由。", "The reason for lifting it.";
    }

    VERIFICATIONS = "verifications",
        "登记簿的核验文件 register/月份/verifications.toml", "the checks of the register, register/MONTH/verifications.toml" {
        "month": required Month, r#"month = "2022-06""# =>
            "核验所在的月份，与文件夹一致。", "The month of the checks; the same as the folder.";
        "verifications": optional Tables(&VERIFICATION), "[[verifications]]" =>
            "做过的核验，一次一段。", "The checks that were made, one table for each.";
    }

    VERIFICATION = "verification",
        "登记簿里的一次核验 [[verifications]]", "a check in the register, [[verifications]]" {
        "item": required Text, r#"item = "2.1""# =>
            "事项编号。", "The id of the item.";
        "unit": required Text, r#"unit = "housing""# =>
            "责任单位的标识。", "The id of the unit checked, which must be a lead unit of the item.";
        "date": required Day, "date = 2022-07-03" =>
            "核验的日期，在文件夹的月份内；从这个月末起算。",
            "The day of the check, within the month of the folder; it takes effect at the close of that month.";
        "by": required Title, r#"by = "区水污染防治领导小组办公室""# =>
            "核验的机关。", "The office that made the check.";
        "outcome": required Choice(&words(&Outcome::ALL)), r#"outcome = "passed""# =>
            "通过（销号）或未通过。", "The outcome: passed (struck off) or failed.";
        "note": optional Text, r#"note = "现场查看，与月报一致""# =>
            "核验情况。", "Remarks.";
    }

    EXEMPTIONS = "exemptions",
        "登记簿的豁免文件 register/月份/exemptions.toml", "the exemptions of the register, register/MONTH/exemptions.toml" {
        "month": required Month, r#"month = "2022-06""# =>
            "批准所在的月份，与文件夹一致。", "The month of the approvals; the same as the folder.";
        "exemptions": optional Tables(&EXEMPTION), "[[exemptions]]" =>
            "批准的豁免，一项一段。", "The exemptions that were approved, one table for each.";
    }

    EXEMPTION = "exemption", "登记簿里的一项豁免 [[exemptions]]", "an exemption in the register, [[exemptions]]" {
        "item": required Text, r#"item = "2.1""# =>
            "事项编号。", "The id of the item.";
        "unit": required Text, r#"unit = "housing""# =>
            "责任单位的标识。", "The id of the exempt unit, which must be a lead unit of the item.";
        "from": required Month, r#"from = "2022-05""# =>
            "豁免的第一个月。", "The first month of the exemption.";
        "until": required Month, r#"until = "2022-07""# =>
            "豁免的最后一个月。", "The last month of the exemption.";
        "reason": required Title, r#"reason = "汛期不能施工""# =>
            "正当理由。豁免期间滞后照算照印，只是不列档次。",
            "The good reason. The lag is still computed and shown; only the tier is withheld.";
        "reference": required Title, r#"reference = "区政府办〔2022〕9号""# =>
            "批准文件。", "The document that approved it.";
        "date": required Day, "date = 2022-05-30" =>
            "批准的日期，在文件夹的月份内。", "The day of the approval, within the month of the folder.";
    }

    FINDINGS = "findings",
        "登记簿的督查文件 register/月份/findings.toml", "the findings of the register, register/MONTH/findings.toml" {
        "month": required Month, r#"month = "2022-06""# =>
            "督查所在的月份，与文件夹一致；事项从这个月末起算。",
            "The month of the findings; the same as the folder. Their items exist from its close on.";
        "findings": optional Tables(&FINDING), "[[findings]]" =>
            "督查发现的事项，一个一段；与方案的事项一样填报、一样核算。",
            "What inspections found, one table for each; reported on and assessed like any other item.";
    }

    FINDING = "finding", "登记簿里的一个督查事项 [[findings]]", "a finding in the register, [[findings]]" {
        "id": required FindingId, r#"id = "5.d1""# =>
            "编号：任务号、点、d 加序号。", "Its id: the number of the task, a point, d, and a number, counted within the task.";
        "title": required Title, r#"title = "完善在线监控联网""# =>
            "督查发现的问题或整改要求。", "What was found, or what has to be put right.";
        "date": required Day, "date = 2022-06-10" =>
            "督查的日期，在文件夹的月份内。", "The day of the finding, within the month of the folder.";
        "by": required Title, r#"by = "区政府督查室""# =>
            "督查的机关。", "The office that made the inspection.";
        "source": optional Text, r#"source = "督查通报第3期""# =>
            "督查文件。", "The document in which it was found.";
        "basis": optional Choice(&words(&Basis::ALL)), r#"basis = "office""# =>
            "时限依据；不写就是办公室确定。", "Where its deadline comes from; if left out, set by the office.";
        "note": optional Text, r#"note = "……""# =>
            "说明。", "Remarks.";
        "lead": optional Ids, r#"lead = ["ecology"]"# =>
            "责任单位；不写就是任务的责任单位。", "The ids of the lead units, which answer for it; if left out, those of the task.";
        "responsible": optional Ids, r#"responsible = ["ecology"]"# =>
            "牵头、配合之间的责任单位，写法同事项；不写就是任务的。",
            "The units of the rank between lead and support, as in items; if left out, those of the task.";
        "judged": optional Switch, "judged = true" =>
            "responsible 单位是不是一样核算；不写就随任务。",
            "Whether the `responsible` units are judged; if left out, as for the task.";
        "support": optional IdsOrTexts, "support = []" =>
            "配合单位；不写就是任务的配合单位。", "The ids of the supporting units; if left out, those of the task.";
        "key": optional Switch, "key = true" =>
            "是否重点工作；不写就随任务。", "Whether it is key work; if left out, as for the task.";
        "disputed": optional Title, r#"disputed = "总数55与分项45不符""# =>
            "督查文件自相矛盾在哪里，写法同事项。", "In what the document contradicts itself, as in items.";
        "after": optional Texts, r#"after = ["10.1"]"# =>
            "要等哪些事项做完，写法同事项。", "The items that have to be done first, as in items.";
        "quantity": optional Table(&QUANTITY), r#"quantity = { total = 12, unit = "个" }"# =>
            "数量，写法同事项。", "How much there is to do, as in items.";
        "shares": optional Named(&Form::NumberOrTexts(DecimalRule::PositiveAmount)), "shares = { sudian = 5, yincheng = 7 }" =>
            "数量在责任单位之间的划分。", "How the quantity is split among the lead units.";
        "due": optional Moment, r#"due = "2022-08""# =>
            "整改期限。", "The deadline for putting it right.";
        "curve": optional Choice(&words(&Shape::ALL)), r#"curve = "linear""# =>
            "节点之间怎样算，写法同事项。", "How the curve runs between milestones, as in items.";
        "milestones": optional Tables(&MILESTONE), r#"milestones = [{ by = "2022-08", percent = 100 }]"# =>
            "整改的节点。", "The milestones.";
        "stages": optional Tables(&STAGE), r#"stages = [{ name = "开工", due = "2022-08" }, { name = "建成", due = "2022-12" }]"# =>
            "依次经过的阶段，写法同事项。", "Its stages, as in items.";
        "recurring": optional Table(&RECURRING), r#"recurring = { every = "quarter" }"# =>
            "周期，写法同事项。", "How often it falls due, as in items.";
        "indicator": optional Table(&INDICATOR), r#"indicator = { compare = "at-least", target = 90, unit = "%", due = "2022-12" }"# =>
            "指标，写法同事项。", "Its indicator, as in items.";
        "standing": optional Switch, "standing = true" =>
            "常态要求。", "A duty without end.";
        "season": optional Text, r#"season = "flood""# =>
            "常态要求适用的时段。", "The season of a standing duty.";
    }

    CHANGES = "changes",
        "登记簿的计划调整文件 register/月份/changes.toml", "the approved changes of the register, register/MONTH/changes.toml" {
        "month": required Month, r#"month = "2022-06""# =>
            "批准所在的月份，与文件夹一致。", "The month of the approvals; the same as the folder.";
        "changes": optional Tables(&CHANGE), "[[changes]]" =>
            "批准的计划调整，一次一段。", "The changes that were approved, one table for each.";
    }

    CHANGE = "change", "登记簿里的一次计划调整 [[changes]]", "an approved change in the register, [[changes]]" {
        "item": required Text, r#"item = "2.1""# =>
            "被调整的事项编号。", "The id of the item that is changed.";
        "from": required Month, r#"from = "2022-07""# =>
            "从哪个月的月末起按新节点核算，不早于批准的月份；以前照调整前的计划。",
            "The month from whose close on the new milestones count, not before the month of the approval; until then the plan before them does.";
        "date": required Day, "date = 2022-07-02" =>
            "批准的日期，在文件夹的月份内。", "The day of the approval, within the month of the folder.";
        "reference": required Title, r#"reference = "区政府办〔2022〕12号""# =>
            "批准文件。", "The document that approved it.";
        "reason": required Title, r#"reason = "设计变更""# =>
            "调整的理由。", "The reason for the change.";
        "settles": optional Switch, "settles = true" =>
            "写 true 时，事项的 disputed 由这个文件核定，从这个月末起照常定档；仍照原来时限的，把原来的时限再写一遍。",
            "If true, the document settles the item's `disputed`, and from the close of that month on it has a tier as usual; where the deadline stays as it was, write it once more.";
        "due": optional Moment, r#"due = "2022-12""# =>
            "新的期限。", "The new deadline.";
        "curve": optional Choice(&words(&Shape::ALL)), r#"curve = "step""# =>
            "新节点之间怎样算：step 或 linear。", "How the new curve runs between milestones: step or linear.";
        "milestones": optional Tables(&MILESTONE), r#"milestones = [{ by = "2022-09", percent = 50 }, { by = "2022-12", percent = 100 }]"# =>
            "新的节点，从头写全。", "The new milestones, all of them.";
    }

    ASSESSMENTS = "assessments",
        "登记簿的年度考核文件 register/月份/assessments.toml", "the annual assessments of the register, register/MONTH/assessments.toml" {
        "month": required Month, r#"month = "2022-06""# =>
            "出结果的月份，与文件夹一致。", "The month of the results; the same as the folder.";
        "assessments": optional Tables(&ASSESSMENT), "[[assessments]]" =>
            "各单位的年度考核结果，由人填写。", "The results of the units' annual assessments, entered by people.";
    }

    ASSESSMENT = "assessment",
        "登记簿里一个单位的年度考核结果 [[assessments]]", "a unit's annual assessment in the register, [[assessments]]" {
        "year": required Number(DecimalRule::Whole), "year = 2022" =>
            "被考核的年份。", "The year assessed.";
        "unit": required Text, r#"unit = "housing""# =>
            "被考核单位的标识。", "The id of the unit.";
        "date": required Day, "date = 2023-01-20" =>
            "出结果的日期，在文件夹的月份内。", "The day of the result, within the month of the folder.";
        "by": required Title, r#"by = "区水污染防治领导小组办公室""# =>
            "考核的机关。", "The office that made the assessment.";
        "outcome": required Choice(&words(&Outcome::ALL)), r#"outcome = "failed""# =>
            "通过或未通过，由人决定。", "The result: passed or failed, as decided by people.";
        "reference": optional Text, r#"reference = "年度考核通报""# =>
            "考核文件。", "The document with the result.";
        "note": optional Text, r#"note = "……""# =>
            "说明。", "Remarks.";
    }

    CLOSINGS = "closings",
        "登记簿的结账文件 register/月份/closings.toml", "the closings of the register, register/MONTH/closings.toml" {
        "month": required Month, r#"month = "2022-06""# =>
            "所结的月份，与文件夹一致。", "The month that is closed; the same as the folder.";
        "closings": optional Tables(&CLOSING), "[[closings]]" =>
            "结账的记录，由 close 命令写。", "The closings, written by the close command.";
    }

    CLOSING = "closing", "登记簿里的一次结账 [[closings]]", "a closing in the register, [[closings]]" {
        "date": required Day, "date = 2022-07-08" =>
            "结账的日期。", "The day of the closing.";
        "by": required Title, r#"by = "区水污染防治领导小组办公室""# =>
            "结账的机关。", "The office that closed the month.";
        "previous": optional Text, r#"previous = """# =>
            "上一次结账的封印；第一次结账为空。", "The seal of the closing before; empty for the first one.";
        "seal": required Title, r#"seal = "9f86d081…""# =>
            "封印：本次结账全部内容的 SHA-256。", "The seal: the SHA-256 of everything in this closing.";
        "reopened": optional Day, "reopened = 2022-07-20" =>
            "重新打开的日期。", "The day it was opened again.";
        "reopened-because": optional Text, r#"reopened-because = "更正5月月报""# =>
            "重新打开的理由。", "The reason for opening it again.";
        "files": required Texts, r#"files = ["9f86d081…  plan.toml"]"# =>
            "结账时各文件的 SHA-256，写法与 sha256sum 相同。",
            "The SHA-256 of each file at the closing, as written by sha256sum.";
        "verdicts": required Texts, r#"verdicts = ["2.1 housing lag-2 2 criticism"]"# =>
            "结账时的结论，一份责任一行。", "The verdicts at the closing, one line for each share.";
        "notices": optional Texts, r#"notices = ["上水防办函〔2022〕12号 2022-07-05 housing warning 2.1 区政府办公室"]"# =>
            "结账时已登记的本月文书，一份一行。", "The notices recorded for the month at the closing, one line for each.";
    }
}
