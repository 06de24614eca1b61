//! What each problem code is about, and an example of it, for `help CODE`. The examples are those of the gallery in
//! `tests/problems/`, so that they show what really happens.

use super::Lang;

/// A code in words.
#[derive(Clone, Copy, Debug)]
pub struct CodeWords {
    /// Why it is a problem, and what to do.
    pub about: &'static str,
    /// The smallest example, as `check` shows it.
    pub example: &'static str,
}

/// What a problem code is about.
pub fn code(code: &str, lang: Lang) -> Option<CodeWords> {
    macro_rules! codes {
        ($($code:literal: $zh:literal, $en:literal;)*) => {
            match code {
                $($code => CodeWords {
                    about: lang.pick($zh, $en),
                    example: lang.pick(
                        include_str!(concat!("../../tests/problems/", $code, "/zh.txt")),
                        include_str!(concat!("../../tests/problems/", $code, "/en.txt")),
                    ),
                },)*
                _ => return None,
            }
        };
    }
    Some(codes! {
        "amount-over-total":
            "节点要求的数量不能比总量还多，否则谁也完不成。",
            "No milestone may ask for more than there is; nobody could meet it.";
        "bad-date":
            "日期写成 2022-06-22，不加引号，不带时间。",
            "A day is written 2022-06-22, without quotes and without a time.";
        "bad-day":
            "时段的起止写“月-日”，如 \"06-01\"，因为每年都用。",
            "The days of a season are written as month and day, \"06-01\": they hold for every year.";
        "bad-figure":
            "数要照实写成普通的数字：不带 %、单位、全角数字；百分数0到100，最多两位小数。算滞后用的就是写下的这几位数字，所以写法不能含糊。",
            "Figures are plain numbers, without %, units or full-width digits; percent is 0 to 100 with at most two decimals. Lag is computed from these very digits, so they must not be open to doubt.";
        "bad-folder":
            "月报按月份放文件夹，如 reports/2022-06；名字不对的文件夹里的月报没有月份。",
            "Reports lie in a folder for each month, reports/2022-06; in a folder of another name they have no month.";
        "bad-id":
            "标识用在文件名和命令里，只能用小写英文字母、数字和 -；事项编号是“任务号.序号”。名称才写中文。",
            "Ids stand in file names and commands: lower-case letters, digits and -; items are NUMBER.NUMBER. Names may be anything.";
        "bad-ladder":
            "档次要由低到高，月数递增，最低一档至少1个月，最高一档在方案期内够得着，不然有的档永远用不上。",
            "The tiers rise by months, the lowest is at least 1, and the highest can be reached within the plan; otherwise some tier could never apply.";
        "bad-month":
            "月份写成 \"2022-06\"，带引号。",
            "A month is written \"2022-06\", in quotes.";
        "bad-occurrence":
            "周期性工作按到期的月份指明是哪一期；写的这一期不存在，或者还没开始。",
            "An occurrence is named by its due month; this one does not exist or has not begun.";
        "bad-period":
            "方案的结束不能早于开始，也不会长过十年；年份多半写错了。",
            "A plan does not end before it begins, nor last longer than ten years; the year is most likely mistyped.";
        "bad-report-day":
            "报送日是每月的几日，1到31。",
            "The report day is a day of the month, 1 to 31.";
        "bad-shares":
            "数量分给各责任单位时，每个责任单位都要有一份，没有外人，加起来等于总量。",
            "A quantity split among the leads gives each a portion, nobody else any, and adds up to the total.";
        "bad-value":
            "这里只能写几个固定的词之一。",
            "Only one of a few fixed words can stand here.";
        "broken-chain":
            "每次结账都写着前一次结账的封印，一环扣一环；接不上，说明前面的结账记录被删改过。",
            "Every closing bears the seal of the one before; where it does not fit, an earlier closing was altered or removed.";
        "broken-seal":
            "封印是结账记录全部内容的 SHA-256；对不上，说明有人手改过结账记录。",
            "The seal is the SHA-256 of everything a closing says; where it does not fit, the record was edited.";
        "changed-since-closing":
            "结账的月份，有关的文件后来改过。改动不影响任何结论，只提醒有这回事。",
            "Files behind a closed month were changed since. No verdict is another for it; it is only said.";
        "closed-verdict-differs":
            "按现在的文件，已结账月份的结论会不同。过去可以更正，但要看得见：改得对就重新打开该月、写明理由、再结账。",
            "By the files as they are now, a verdict of a closed month would be another. The past may be corrected, but visibly: open the month again with a reason, and close it anew.";
        "date-order":
            "时间先后不能颠倒：答复、异议、决定、解除不能早于文书的日期，止月不能早于起月。",
            "Things happen one after the other: an answer, an objection, a decision or a lifting does not come before the notice, nor an end before its beginning.";
        "date-outside-month":
            "登记簿按月份放文件夹，核验、豁免、督查、计划调整都放在日期所在的月份，谁都找得到。",
            "The register lies in a folder for each month; checks, exemptions, findings and changes lie in the month of their day, where everybody finds them.";
        "duplicate-entry":
            "同一份月报里同一事项写了两次：该信哪一个，程序不替人决定。",
            "One item twice in one report: which to believe is not for a program to decide.";
        "duplicate-item":
            "两个事项用了同一个编号，月报里就分不清。",
            "Two items with one id could not be told apart in reports.";
        "duplicate-key":
            "同一处同一个字段写了两次，只能留一个。",
            "One key twice in one place; only one can hold.";
        "duplicate-name":
            "两个单位同名，页面上就分不清谁被预警。",
            "Two units of one name: nobody could tell which of them is warned.";
        "duplicate-record":
            "同一件事登记两次，次数和统计就不对了。",
            "A thing recorded twice would be counted twice.";
        "duplicate-report":
            "同一单位同一个月只能有一份月报；更正就改原来那份。",
            "A unit files one report a month; a correction is made in that file.";
        "duplicate-task":
            "两个任务文件用了同一个任务号。",
            "Two task files claim one number.";
        "duplicate-tier":
            "两档用了同一个标识。",
            "Two tiers have one id.";
        "empty-file":
            "文件是空的。不要的话删掉；它若是月报，空着等于没报。",
            "The file is empty. Delete it if it is not wanted; an empty report reports nothing.";
        "empty-text":
            "名称不能空着：页面上要印出来。",
            "A name may not be empty: pages print it.";
        "encoding":
            "文件要存成 UTF-8。记事本的“ANSI”是 GBK，别的电脑上会变成乱码。",
            "Files are saved as UTF-8. What Notepad calls ANSI is GBK and turns to garbage elsewhere.";
        "falling-milestones":
            "节点是累计数，后面的不能比前面的少。",
            "Milestones are cumulative: a later one asks for no less.";
        "implausible-date":
            "日期离这份月报的月份太远，年份或月份多半写错了；写错会变成迟报。",
            "The date is too far from the month of the report; year or month is most likely mistyped, and would make the report late.";
        "invisible-character":
            "名称和标题会印在公文上、用来查找和比对；夹了看不见的字符，看着一样的两个名称其实不一样。提醒，不影响核算。",
            "Names and titles are printed, searched and compared; with characters that nobody sees, two that read the same are not the same. Only a warning.";
        "item-outside-task":
            "事项编号的第一段是任务号，要和所在文件的任务号一致。",
            "The first part of an item's id is the number of its task.";
        "long-segment":
            "匀速的两个节点隔了一个月以上：漏一次检查就可能一下跳过一档。确认确实要求匀速。",
            "More than a month lies between two points of an even pace: one missed check may skip a tier. Make sure that an even pace was really promised.";
        "look-alike-name":
            "两个单位的名称看不出区别，只差在看不见的字符、空格、全角或别的文字里相像的字母；追责的文书会发错对象。提醒，不影响核算。",
            "Two units that nobody can tell apart: the names differ only in invisible characters, spaces, width or letters of another script. A notice would go to the wrong one. Only a warning.";
        "milestone-order":
            "节点要由早到晚排。",
            "Milestones stand in the order of time.";
        "misnamed-file":
            "这个文件像是月报，可名字让程序读不到它；读不到，单位就算没报。",
            "This looks like a report, but its name keeps it from being read, and its unit would count as silent.";
        "misplaced-key":
            "这个字段要和别的字段一起才有意思，或者两个里只能写一个。",
            "This key means something only beside another one, or only one of the two may stand.";
        "missing-heading":
            "这些字段应当写在自己的标题下面，少了标题就不知道属于哪一条。",
            "These keys belong below a heading of their own; without it nobody knows what they are about.";
        "missing-key":
            "少了必须写的字段。",
            "A key that has to be there is missing.";
        "never-due":
            "周期性工作在方案期内一次也不到期，等于没有要求。",
            "The duty never falls due within the plan, so it asks for nothing.";
        "no-curve-to-change":
            "计划调整给的是新节点，只对有节点的事项有意义；周期、指标、常态的事项要改，改任务文件。",
            "A change gives new milestones and means nothing for other kinds of items; those are changed in the task file.";
        "no-items":
            "任务下面没有事项，也就没有什么可报、可算的。",
            "The task has no items, so there is nothing to report on or to assess.";
        "no-lead":
            "没有责任单位的事项，滞后了也没人负责。",
            "Nobody answers for the item, however late it is.";
        "no-reading":
            "条目写了事项，却没写进展到哪里。没有进展也要写上原来的数；不报就整条删掉，按未报算。",
            "The entry names an item and no figure. Where nothing moved, write the figure as it was; or leave the entry out, and it counts as not reported.";
        "no-units":
            "方案里一个单位也没有。",
            "The plan has no units.";
        "not-lead":
            "只有责任单位填报；配合单位不填，也不受处理。",
            "Only lead units report on an item; supporting units do not, and are never sanctioned.";
        "outside-plan":
            "月份在方案期之外，年份多半写错了。跨年的工作把方案的 start、end 放宽。",
            "The month lies outside the plan; the year is most likely mistyped. For work carried over, widen start and end of the plan.";
        "over-total":
            "完成数比总量还多：算完成，照实印出；请核实。",
            "More is done than there is: it counts as complete and is printed as it is; please verify.";
        "path-mismatch":
            "文件里写的月份、单位和路径不一样，不知道该信哪个。",
            "Month or unit in the file differ from its path: which to believe cannot be told.";
        "regressed-without-note":
            "累计数比以前低了。可以，但要在 note 里写明原因：这会加重滞后，将来一定有人问。",
            "The cumulative figure has fallen. That is accepted with a note that says why: it lengthens the lag and somebody will ask.";
        "repeated-unit":
            "同一个单位列了两次。",
            "A unit is listed twice.";
        "retroactive-change":
            "调整只管批准以后：以前的月份照原来的计划核算，已经得出的档次不会因此改变。确有正当理由的，另行登记豁免。",
            "A change counts from its approval on: earlier months keep the plan they were held against, and their tiers. A good reason is recorded as an exemption.";
        "several-readings":
            "一个条目只能报一个数。",
            "An entry gives one figure.";
        "several-schedules":
            "一个事项只能有一种时限。",
            "An item has one schedule.";
        "stray-file":
            "这个文件没有人读：名字或位置不对。",
            "Nothing reads this file: its name or place is not right.";
        "syntax":
            "写法不合 TOML 的规矩，多半是引号、逗号、括号用了全角的，或者少了一半。",
            "This is not written as TOML: most often full-width quotes, commas or brackets, or one half missing.";
        "too-few-milestones":
            "匀速至少要两个节点，按节点至少一个。",
            "An even pace needs two milestones, steps need one.";
        "too-large":
            "文件大得不像月报或方案，没有读。",
            "The file is larger than any report or plan and was not read.";
        "unclear-occurrence":
            "有更早的一期还没完成，这条又没写是哪一期：按本期算了。补报以前的要写 occurrence。",
            "An earlier occurrence is open and the entry names none: it counts for the present one. To make up for an earlier one, name it with occurrence.";
        "unfinished-curve":
            "最后一个节点不到100%：照这个方案永远不要求全部完成。",
            "The last milestone is below 100 %: all of it is never asked for.";
        "unknown-item":
            "方案里没有这个事项。",
            "The plan has no such item.";
        "unknown-key":
            "这里没有这个字段，多半是写错了；不认识的字段一律不放过，免得写了等于没写。",
            "There is no such key here; most likely it is misspelt. None is passed over, or what it says would be lost.";
        "unknown-season":
            "[seasons] 里没有这个时段。",
            "There is no such season in [seasons].";
        "unknown-task":
            "督查事项的编号以任务号开头，例如任务5的第1个是 5.d1；方案里没有这个任务号。",
            "The id of a finding begins with the number of its task, 5.d1 for the first on task 5; the plan has no such task.";
        "unknown-tier":
            "文书要写明宣布的是方案的哪一档，写档次的标识。",
            "A notice says which tier of the plan it pronounces, by its id.";
        "unknown-unit":
            "方案的 [units] 里没有这个单位。",
            "There is no such unit in [units] of the plan.";
        "unreadable":
            "系统不让读这个文件。",
            "The system does not let this file be read.";
        "withdrawn-without-note":
            "一期工作报过已做，后来又报未做。可以，但要在 note 里写明原因：这一期重新算没有做，将来一定有人问。",
            "An occurrence that was reported done is now reported not done. That is accepted with a note that says why: it counts as open again and somebody will ask.";
        "wrong-reading":
            "这个事项不是这样计的：有数量的报 done，指标报 value，周期性的报 occurrence，常态的报 state，其余报 percent。",
            "The item is not measured so: a quantity wants done, an indicator value, a recurring item occurrence, a standing one state, all others percent.";
        "wrong-type":
            "这里要的是另一种值：例如该写数字的地方写成了带引号的文字。",
            "Another kind of value is wanted here, such as a number in place of a text.";
    })
}
