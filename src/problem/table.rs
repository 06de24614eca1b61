//! Everything that can be wrong, by code: see `wording.rs` for how a row is read.

use chrono::NaiveDate;

use super::faults::{figure, ladder};
use super::said::{did_you_mean, example, in_words, kinds, moment, points, quoted, translated, with_gloss};
use super::{
    BadShares, BadTarget, Both, Code, DateFault, DecimalRule, Difference, IdRule, Lang, MisplacedBecause,
    OccurrenceFault, ReadingKind, Severity, SyntaxFault, WantedValue, Words,
};
use crate::model::{Figure, FigureFault, LadderFault, Moment, Month, MonthFault};
use crate::source::{reveal, without_hidden};

problems! { lang;
    AmountOverTotal { total: String } = "amount-over-total", Error {
        about: "节点要求的数量不能比总量还多，否则谁也完不成。",
            "No milestone may ask for more than the total; nobody could meet it.";
        what: "节点要求的数量超过了总量", "this milestone asks for more than the total";
        label: "总量只有 {total}", "the total is only {total}";
        instead: "对照方案原文，哪一个抄错了就改哪一个；原文自己对不上的，不要凑数，先请印发方案的机关明确",
            "compare with the plan as printed and correct the one that was copied wrong; if the printed plan contradicts itself, ask who issued it and make up no figure";
    }

    BadDate { fault: DateFault } = "bad-date", Error {
        about: "日期写成 2022-06-22，不加引号，不带时间。",
            "A date is written as 2022-06-22, without quotes and without a time.";
        said fault.words(lang)
    }

    BadDay = "bad-day", Error {
        about: "时段的起止写“月-日”，如 \"06-01\"，因为每年都用。",
            "The first and last day of a season are written as month and day, \"06-01\", because they apply every year.";
        what: "这里要写一年中的某一天", "expected a day of the year here";
        label: "不是“月-日”", "not a month and day";
        instead: "写成 \"06-01\" 的样子，带引号", "write it as \"06-01\", in quotes";
    }

    BadFigure { fault: FigureFault, rule: DecimalRule } = "bad-figure", Error {
        about: "数要照实写成普通的数字：不带 %、单位、全角数字；百分数0到100，最多两位小数。算滞后用的就是写下的这几位数字，所以写法不能含糊。",
            "Figures are plain numbers, without %, units or full-width digits; percent is 0 to 100 with at most two decimals. Lag is computed from exactly these digits, so they must leave no doubt.";
        said figure(fault, *rule, lang)
    }

    BadFolder {
        /// `reports` or `register`.
        within: &'static str,
        name: String,
        meant: Option<Month>,
    } = "bad-folder", Error {
        about: "月报按月份放文件夹，如 reports/2022-06；名字不对的文件夹里的月报没有月份。",
            "Reports are kept in one folder for each month, such as reports/2022-06; in a folder with any other name they have no month.";
        what: {
            match within {
                &"reports" => { "月报文件夹“{name}”不是月份", "the report folder `{name}` is not named after a month" }
                _ => { "登记簿文件夹“{name}”不是月份", "the register folder `{name}` is not named after a month" }
            }
        }
        label: "";
        instead: {
            match meant {
                None => {
                    "文件夹用月份命名，如 {within}/2022-06",
                    "name the folder after its month, like {within}/2022-06"
                }
                Some(month) => { "把文件夹改名为 {within}/{month}", "rename the folder to {within}/{month}" }
            }
        }
    }

    BadId { rule: IdRule, meant: Option<String> } = "bad-id", Error {
        about: "标识用在文件名和命令里，只能用小写英文字母、数字和 -；事项编号是“任务号.序号”。名称才写中文。",
            "Ids are used in file names and commands, so they have only lower-case letters, digits and -; the id of an item is NUMBER.NUMBER. Names may be in Chinese.";
        match (rule, meant) {
            (IdRule::Name, None) => {
                what: "标识只能由小写字母、数字和连字符组成", "an id consists of lower-case letters, digits and hyphens";
                label: "不能用作标识", "not an id";
                instead: "用拼音或英文，如 sudian、housing；单位和档次的中文名称写在 name 里",
                    "use pinyin or English, like sudian or housing; the Chinese name of a unit or tier goes in `name`";
            }
            (IdRule::Name, Some(id)) => {
                what: "标识只能由小写字母、数字和连字符组成", "an id consists of lower-case letters, digits and hyphens";
                label: "不能用作标识", "not an id";
                instead: "可写成 {id}", "write {id}";
            }
            (IdRule::Device, meant) => {
                let id = meant.as_deref().unwrap_or("housing");
                what: "Windows 把这个名字留作设备名，月报存不成这个文件名",
                    "Windows reserves this name for a device; no report can be saved under it";
                label: "不能用作标识", "not an id";
                instead: "换一个，如 {id}", "choose another one, like {id}";
            }
            (IdRule::Item, _) => {
                what: "事项编号应由任务号和序号组成", "the id of an item is the number of its task, a point and its own number";
                label: "不是事项编号", "not the id of an item";
                instead: "写成 \"2.1\" 的样子，带引号", "write it as \"2.1\", in quotes";
            }
            (IdRule::Finding, _) => {
                what: "督查事项的编号应由任务号和 d 加序号组成",
                    "the id of a finding is the number of its task, a point, `d` and its own number";
                label: "不是督查事项编号", "not the id of a finding";
                instead: "写成 \"2.d1\" 的样子，带引号：任务2的第1个督查事项",
                    "write it as \"2.d1\", in quotes: the first finding on task 2";
            }
        }
    }

    BadLadder { fault: LadderFault } = "bad-ladder", Error, other("前一个", "the one before") {
        about: "档次要由低到高，一档比一档重，最高一档到跟踪期末为止够得着，不然有的档永远用不上。",
            "Each tier takes more lag than the one before, and the highest can be reached by the last month that is assessed; otherwise some tier could never apply.";
        said ladder(*fault, lang)
    }

    BadMonth { fault: MonthFault, meant: Option<Month> } = "bad-month", Error {
        about: "月份写成 \"2022-06\"，带引号。", "A month is written \"2022-06\", in quotes.";
        what: {
            match fault {
                MonthFault::Form => { "这里要写一个月份", "expected a month here" }
                MonthFault::Range => {
                    "没有这个月份：月只有01到12，年在1900到2999之间",
                    "there is no such month: months run from 01 to 12, years from 1900 to 2999"
                }
            }
        }
        label: "不是月份", "not a month";
        instead: {
            match meant {
                None => { "写成 \"2022-06\" 的样子，带引号", "write it as \"2022-06\", in quotes" }
                Some(month) => { "写成 \"{month}\"，带引号", "write \"{month}\", in quotes" }
            }
        }
    }

    BadOccurrence { fault: OccurrenceFault, known: Vec<Month> } = "bad-occurrence", Error {
        about: "周期性工作按到期的月份指明是哪一期；写的这一期不存在，或者还没开始。",
            "An occurrence is named by the month in which it is due; this one does not exist or has not begun.";
        let (fault, known) = (fault.words(lang), quoted(known, lang));
        what: "{fault}";
        label: "";
        instead: "用 occurrence 写明到期月份，可选：{known}", "give the due month in `occurrence`, one of: {known}";
    }

    BadPeriod { longest: u32 } = "bad-period", Error, other("起始月", "the first month") {
        about: "方案的结束不能早于开始，也不会长过十年；年份多半写错了。",
            "A plan cannot end before it begins or last longer than ten years; the year is probably mistyped.";
        what: "方案的起止月份不成立", "the first and last month do not make a valid period";
        label: "结束月份", "the last month";
        instead: "end 不能早于 start，且方案最长{longest}个月",
            "`end` must not be before `start`, and a plan lasts at most {longest} months";
    }

    BadReportDay = "bad-report-day", Error {
        about: "报送日是每月的几日，1到31。", "The report day is a day of the month, from 1 to 31.";
        what: "报送日应是1到31之间的整数", "the report day must be a whole number from 1 to 31";
        label: "不是一个月里的某一天", "not a day of the month";
        instead: "如 report-day = 23", "write it as report-day = 23";
    }

    BadScale { class: Option<String> } = "bad-scale", Error, other("前一个", "the one before") {
        about: "一套等级由好到差列出各级，至少两级，各不相同；读月报时Ⅲ、III、3、三不分，所以也不能各算一级。",
            "A scale lists its classes, best first: at least two, and no two that read alike; reports may write Ⅲ, III, 3 or 三 for one class.";
        match class {
            None => {
                what: "等级至少要有两级", "a scale has at least two classes";
                label: "";
                instead: "由好到差写出各级，如 water = [\"Ⅰ\", \"Ⅱ\", \"Ⅲ\", \"Ⅳ\", \"Ⅴ\", \"劣Ⅴ\"]",
                    "write them best first, like water = [\"Ⅰ\", \"Ⅱ\", \"Ⅲ\", \"Ⅳ\", \"Ⅴ\", \"劣Ⅴ\"]";
            }
            Some(class) => {
                let class = without_hidden(class);
                what: "“{class}”是空的，或者和前面的一级读法相同", "`{class}` is empty, or reads like a class before it";
                label: "";
                instead: "每一级写一次，由好到差", "write each class once, best first";
            }
        }
    }

    BadShares { fault: BadShares } = "bad-shares", Error {
        about: "数量分给各责任单位时，每个责任单位都要有一份，没有外人，加起来等于总量。",
            "When a quantity is split among the lead units, each of them has a portion, no other unit has one, and the portions add up to the total.";
        said fault.words(lang)
    }

    BadTarget { fault: BadTarget } = "bad-target", Error {
        about: "目标的写法要和 compare 相配：between 两个界限，等级用 no-worse-than，其余一个数。",
            "A target is written as its comparison asks: two bounds for between, no-worse-than for classes, one number for all others.";
        said fault.words(lang)
    }

    BadTrackUntil { end: Month, latest: Month, top: Month } = "bad-track-until", Error {
        about: "track-until 是能报能核算的最后一个月，不能早于方案的最后一个月，最晚可以晚十年。",
            "`track-until` is the last month that can be reported and assessed: not before the last month of the plan, and at most ten years later.";
        what: "跟踪不到这个月", "follow-up cannot end in this month";
        label: "不在 {end} 至 {latest} 之内", "not from {end} to {latest}";
        instead: "跟踪到最高一档够得着为止，写 track-until = \"{top}\"，或去掉这一行；年后不再跟踪，写 \"{end}\"",
            "write track-until = \"{top}\", where the highest tier can be reached, or leave it out; \"{end}\" if nothing is followed up";
    }

    BadValue { allowed: Vec<&'static str>, meant: Option<String> } = "bad-value", Error {
        about: "这里只能写几个固定的词之一。", "Only certain fixed words can be written here.";
        let (meant, allowed) = (did_you_mean(meant.as_deref(), lang), with_gloss(allowed, lang));
        what: "这里不能写这个词", "this word is not allowed here";
        label: "{meant}";
        instead: "可以写：{allowed}", "one of: {allowed}";
    }

    BrokenChain { month: Month, before: Option<Month> } = "broken-chain", Error {
        about: "每次结账都写着前一次结账的封印，一环扣一环；接不上，说明前面的结账记录被删改过。",
            "Every closing carries the seal of the closing before it; if the two do not match, an earlier closing was altered or removed.";
        let month = in_words(*month, lang);
        what: "{month}的结账没有接上前一次结账", "the closing of {month} does not follow the one before it";
        label: "前一次的封印不符", "not the seal of the closing before";
        instead: {
            match before {
                None => {
                    "此前没有结账的月份，previous 应为空；检查是否删了结账记录",
                    "no earlier month is closed, so `previous` should be empty; check whether a closing was removed"
                }
                Some(before) => {
                    let before = in_words(*before, lang);
                    "应接{before}的结账；检查该月的结账记录是否被删改，或重新打开本月再结账",
                    "it should follow the closing of {before}; check whether that one was altered or removed, or open {month} again and close it anew"
                }
            }
        }
    }

    BrokenSeal { month: Month } = "broken-seal", Error {
        about: "封印是结账记录全部内容的 SHA-256；对不上，说明有人手改过结账记录。",
            "The seal is the SHA-256 of everything in a closing; if it does not match, the record was edited.";
        let month = in_words(*month, lang);
        what: "{month}的结账记录被改动过：内容与封印不符", "the closing of {month} was altered: its contents do not match its seal";
        label: "封印不符", "the seal does not match";
        instead: "结账记录不能手改；从 git 找回原来的记录，确需更正的，重新打开该月再结账",
            "closings must not be edited; get the original back from git, or, to make a correction, open the month again and close it anew";
    }

    ChangedSinceClosing { month: Month, files: Vec<String> } = "changed-since-closing", Warning {
        about: "结账的月份，有关的文件后来改过。改动不影响任何结论，只提醒有这回事。",
            "Files relevant to a closed month have changed since. No verdict differs; this is only a reminder.";
        let (month, files) = (in_words(*month, lang), lang.list(files));
        what: "{month}结账后，有文件改过；结论都没有变",
            "files have changed since {month} was closed; no verdict differs";
        label: "结论与结账时相同", "verdicts are the same as at the closing";
        instead: "改过的文件：{files}", "changed: {files}";
    }

    CircularAfter { circle: Vec<String> } = "circular-after", Error {
        about: "几个事项用 after 互相等着，谁也不能先做。", "Items wait for each other by `after`, so that none of them could begin.";
        let one = circle.len() == 1;
        let circle = circle.join(" → ");
        what: {
            if one => { "事项不能等它自己：{circle}", "an item cannot wait for itself: {circle}" }
            "这些事项互相等着：{circle}", "these items wait for each other: {circle}"
        }
        label: "绕回去了", "leads back";
        instead: "从其中一个事项的 after 里去掉一个编号", "take one id out of the `after` of one of them";
    }

    ClosedVerdictDiffers { month: Month, difference: Box<Difference> } = "closed-verdict-differs", Warning {
        about: "按现在的文件，已结账月份的结论会不同。过去可以更正，但要看得见：改得对就重新打开该月、写明理由、再结账。",
            "With the files as they are now, a verdict of a closed month would differ. The past may be corrected, but openly: if the change is right, open the month again, give the reason, and close it anew.";
        let month = in_words(*month, lang);
        let Difference { share, closed, now, because } = &**difference;
        what: "{month}已结账，现在核算的结论不同：{share}",
            "{month} is closed, but its verdict would now differ: {share}";
        label: {
            match (closed, now) {
                (Some(_), Some(now)) => { "现在是 {now}", "now {now}" }
                (Some(_), None) => { "现在没有了", "no longer there" }
                (None, now) => {
                    let now = now.as_deref().unwrap_or("-");
                    "结账时没有，现在是 {now}", "not there at the closing, now {now}"
                }
            }
        }
        instead: {
            if because.is_empty() => {
                "有关文件都没有改过，可能是程序的版本不同",
                "no relevant file has changed; the version of the program may be different"
            }
            let because = lang.list(because);
            "结账后改过、与它有关的文件：{because}；改得对，就重新打开该月再结账，改错了就改回去",
            "changed since the closing, and relevant to this verdict: {because}; if the change is right, open the month again and close it anew, otherwise undo it"
        }
    }

    CountWithoutNames { own: Vec<String> } = "count-without-names", Error {
        about: "事项的总量列出了对象（objects），月报要写明完成的是哪几个：只写个数，别人无从核对，也说不出还缺哪几个。",
            "The quantity of the item names its objects, so a report says which of them are done: a mere count cannot be checked, and leaves open which are missing.";
        let own = lang.list(own);
        what: "这个事项要写明完成的是哪几个，不能只写个数", "this item is reported on by name: which ones are done, not how many";
        label: "是哪几个？", "which ones?";
        instead: "把已经完成的全部写上，如 done = [\"…\", \"…\"]，都没有完成的写 done = []；本单位的有：{own}",
            "list all that are done so far, like done = [\"…\", \"…\"], or done = [] for none; this unit's are: {own}";
    }

    DateOrder { after: &'static str } = "date-order", Error, other("早于这里", "it is before this") {
        about: "时间先后不能颠倒：答复、异议、决定、解除不能早于文书的日期，止月不能早于起月。",
            "Things happen in order: an answer, an objection, a decision or a lifting cannot come before the notice, and a last month cannot come before the first.";
        what: "早于 {after} 写的时间", "this is before `{after}`";
        label: "太早", "too early";
        instead: "检查两处；这里不能早于 {after}", "check both; this must not be before `{after}`";
    }

    DateOutsideMonth { written: Month, path: Month } = "date-outside-month", Error {
        about: "登记簿按月份放文件夹，核验、豁免、督查、计划调整都放在日期所在的月份，谁都找得到。",
            "The register is kept in one folder for each month; checks, exemptions, findings and changes go in the month of their date, where everyone can find them.";
        what: "日期不在文件夹的月份 {path} 内", "this date is not in {path}, the month of the folder";
        label: "在另一个月份", "in another month";
        instead: "日期写得对，就把这一条移到 register/{written}/；文件夹对，就改日期",
            "if the date is right, move the record to register/{written}/; if the folder is right, correct the date";
    }

    DueBeforeOther { due: Moment, before: String, earliest: Moment } = "due-before-other", Warning {
        about: "事项用 after 写明要等另一个事项做完，自己的时限却比那一个还早。after 不影响结论，但时限里有一个可能写错了。",
            "The item has to wait for another (`after`), but is due before that one is. `after` changes no verdict; but one of the two deadlines may be wrong.";
        let (due, earliest) = (moment(*due, lang), moment(*earliest, lang));
        what: "要等事项 {before}，时限却比它早", "this waits for item {before} and is due before it";
        label: "本事项{due}到期，{before} {earliest}才到期", "due {due}, while {before} is due {earliest}";
        instead: "对照方案原文，改写错的时限；不必等它的，从 after 里去掉", "compare with the plan as printed and correct the deadline that is wrong, or take {before} out of `after`";
    }

    DuplicateEntry { item: String } = "duplicate-entry", Error {
        about: "同一份月报里同一事项写了两次：该信哪一个，程序不替人决定。",
            "The same item appears twice in one report; a program should not decide which entry to believe.";
        what: "同一份月报里事项 {item} 出现了两次", "item {item} appears twice in this report";
        label: "第二次", "second time";
        instead: "只保留一条；要更正，就改那一条", "keep only one; to make a correction, change that one";
    }

    DuplicateItem { id: String } = "duplicate-item", Error {
        about: "两个事项用了同一个编号，月报里就分不清。", "If two items had the same id, reports could not tell them apart.";
        what: "两个事项都用了编号 {id}", "two items have the same id {id}";
        label: "第二个", "the second one";
        instead: "给其中一个换一个编号", "give one of them a different id";
    }

    DuplicateKey {
        /// As written: the key, or the heading with its brackets.
        key: String,
        is_heading: bool,
    } = "duplicate-key", Error {
        about: "同一处同一个字段写了两次，只能留一个。", "The same key is written twice in one place; only one can stay.";
        match is_heading {
            false => {
                what: "字段 {key} 写了两次", "the key `{key}` is written twice";
                label: "第二次", "second time";
                instead: "只保留一个", "keep only one";
            }
            true => {
                what: "标题 {key} 写了两次", "the heading `{key}` is written twice";
                label: "第二次", "second time";
                instead: "合成一处，或改成另一个标识；多条事项、条目的标题写两层方括号，如 [[entries]]",
                    "merge the two, or give one a different id; headings of lists have double brackets, like [[entries]]";
            }
        }
    }

    DuplicateName { name: String } = "duplicate-name", Error {
        about: "两个单位同名，页面上就分不清谁被预警。",
            "If two units have the same name, nobody can tell from a page which of them is warned.";
        what: "两个单位都叫“{name}”", "two units are called `{name}`";
        label: "第二个", "the second one";
        instead: "改正名称，使人能分清", "change the names so that people can tell them apart";
    }

    DuplicateRecord = "duplicate-record", Error {
        about: "同一件事登记两次，次数和统计就不对了。", "If the same thing is recorded twice, it is counted twice.";
        what: "同一件事登记了两次", "the same thing is recorded twice";
        label: "第二次", "again";
        instead: "只留一条；如果是两件事，文号、日期或起始月不会相同",
            "keep only one; if they are two different things, number, date or first month will differ";
    }

    DuplicateReport { unit: String, month: Month } = "duplicate-report", Error {
        about: "同一单位同一个月只能有一份月报；更正就改原来那份。",
            "A unit files one report for each month; corrections are made in that report.";
        let month = in_words(*month, lang);
        what: "{unit}{month}有两份月报", "{unit} has two reports for {month}";
        label: "第二份", "the second one";
        instead: "只保留一份；要更正就改原来那份，另存的副本请移走",
            "keep only one; make corrections in the original, and move copies elsewhere";
    }

    DuplicateStage { name: String } = "duplicate-stage", Error {
        about: "一个事项里阶段不能重名，不然分不清月报说的是哪一个。",
            "No two stages of an item have the same name, or a report could mean either.";
        let name = reveal(name);
        what: "阶段“{name}”写了两次", "the stage `{name}` stands twice";
        label: "又一次", "again";
        instead: "每个阶段只写一次；几个时限写在同一个阶段的 milestones 里",
            "write each stage once; several dates of one stage go into its `milestones`";
    }

    DuplicateTask { number: u32 } = "duplicate-task", Error {
        about: "两个任务文件用了同一个任务号。", "Two task files use the same number.";
        what: "两个任务都是{number}号", "two tasks have the same number {number}";
        label: "第二个", "the second one";
        instead: "任务号照方案印发稿写，改正其中一个；多出的副本请移走",
            "task numbers follow the printed plan; correct one of them, or move the copy elsewhere";
    }

    DuplicateTier { id: String } = "duplicate-tier", Error {
        about: "两档用了同一个标识。", "Two tiers have the same id.";
        what: "两个档次都用了标识 {id}", "two tiers have the same id {id}";
        label: "第二个", "the second one";
        instead: "给其中一个换一个标识", "give one of them a different id";
    }

    EarlyDate { month: Month, first: NaiveDate } = "early-date", Warning {
        about: "月份没有过完、月报没有到期，就没有月末的结论；文书和结账的日期不能比这早。提醒，不影响核算。",
            "There is no verdict before a month is over and its reports are due, so neither a notice nor a closing can be dated earlier. This is a warning and does not affect verdicts.";
        let named = in_words(*month, lang);
        what: "这时{named}还没有过完，或者月报还没有到期", "{named} was not over on this day, or its reports were not due";
        label: "早于月末的结论", "earlier than the verdicts";
        instead: "最早是{first}；检查日期，或者文书依据的是不是前一个月", "{first} is the first day; check the date, and whether it rests on the month before";
    }

    EarlyMilestone { from: Month } = "early-milestone", Warning {
        about: "计划调整从生效月的月末起才算，以前按原来的计划核算；调整后的节点写在那以前、又比原来的计划要求得多，多出的部分到生效月的月末才第一次要求。",
            "A change counts from the close of its first month on; until then the plan before it does. A milestone of the change that lies earlier and asks for more than that plan did is asked for at that close at the earliest.";
        let named = in_words(*from, lang);
        what: "这个节点比原来的计划要求得多，但在调整生效以前，到{named}末才算",
            "this milestone asks for more than the plan before it and lies before the change is in force; it counts from the close of {named} on";
        label: "早于生效月的月末", "before that close";
        instead: "把节点写到 {from} 或以后；确实要从生效月的月末起就达到的，写 by = \"{from}\"",
            "put the milestone at {from} or later; if it has to be met as soon as the change is in force, write by = \"{from}\"";
    }

    EarlyReport { from: Month } = "early-report", Warning {
        about: "起报月（reports-from）以前的月份不核算，月报也没有要求过。那时的月报只作起点：其中的累计数，在以后的月报来之前算数。",
            "Months before the first one kept (`reports-from`) have no verdict, and no report was asked for. Such a report is only where later ones start from: its figures stand until a later report gives others.";
        let from = in_words(*from, lang);
        what: "这份月报早于起报月（{from}）", "this report is of a month before the first one kept ({from})";
        label: "起报月以前", "before it";
        instead: "只作以后的起点，就这样留着；那几个月也要核算，就把 reports-from 提前",
            "leave it if it is only where later figures start from; if those months are to have verdicts, set an earlier `reports-from`";
    }

    EasedTarget = "eased-target", Error, other("前一个", "the one before") {
        about: "按月考核的指标，读数一直有效到下一次；后面的目标放宽了，不填报滞后也会自己消失。要放宽，请按批准的计划调整登记；每季、每年目标不同的，写 period。",
            "Of an indicator that is judged by month a reading stands until the next one, so a target that asks for less later would lift a lag without any report. Record an approved change instead; targets of single quarters or years go with `period`.";
        what: "后面的目标比前面的宽", "this target asks for less than the one before";
        label: "放宽了", "asks for less";
        instead: "对照方案原文；各季、各年分别考核的，加 period = \"quarter\" 或 \"year\"；确经批准放宽的，登记计划调整",
            "compare with the plan as printed; with targets of single periods add period = \"quarter\" or \"year\"; record what was approved since as a change";
    }

    EmptyFile = "empty-file", Error {
        about: "文件是空的。不要的话删掉；它若是月报，空着等于没报。",
            "The file is empty. Delete it if it is not wanted; an empty report counts as no report.";
        what: "文件里没有内容（以 # 开头的是说明，不算）", "the file has no content (lines that begin with # are remarks)";
        label: "";
        instead: "填写内容，或删除这个文件", "fill it in, or delete it";
    }

    EmptyText { key: &'static str } = "empty-text", Error {
        about: "名称不能空着：页面上要印出来。", "A name cannot be empty, because it is printed on pages.";
        what: "{key} 不能为空", "`{key}` must not be empty";
        label: "没有内容", "empty";
        instead: "写上内容", "write something";
    }

    Encoding { name: Option<&'static str> } = "encoding", Error {
        about: "文件要存成 UTF-8。记事本的“ANSI”是 GBK，别的电脑上会变成乱码。",
            "Files must be saved as UTF-8. What Notepad calls ANSI is GBK, which is garbled on other computers.";
        match name {
            Some(name) => {
                what: "文件是 {name} 编码，这里只读 UTF-8", "the file is encoded as {name}; only UTF-8 is read";
                label: "";
                instead: "运行 shangdang fmt --to-utf8 加这个文件名；或用记事本“另存为”，编码选“UTF-8”",
                    "run shangdang fmt --to-utf8 with the file name, or in Notepad use Save As and choose the encoding UTF-8";
            }
            None => {
                what: "文件不是文本，或编码无法识别", "the file is not text, or its encoding is unknown";
                label: "";
                instead: "用记事本打开看：是文字的，“另存为”时编码选“UTF-8”；是 Word、Excel 文件的，不能改名成 .toml，要另写",
                    "open it in Notepad: if it is text, use Save As and choose the encoding UTF-8; a Word or Excel file cannot be renamed to .toml and has to be written anew";
            }
        }
    }

    FallingMilestones = "falling-milestones", Error, other("前一个", "the one before") {
        about: "节点是累计数，后面的不能比前面的少。", "Milestones are cumulative: a later one cannot ask for less.";
        what: "节点要求比前一个还低；节点数是累计数，不会下降",
            "this milestone asks for less than the one before; milestones are cumulative and never fall";
        label: "比前一个低", "less than the one before";
        instead: "写累计数，如 50、80、100", "write cumulative figures, like 50, 80, 100";
    }

    FinerThanMonth { word: String } = "finer-than-month", Error {
        about: "月份是最小的一步：月报、核算、档次都以月末为准，不按周、按旬、按日。最接近的是每月：各周、各旬的情况汇总进当月月报。",
            "The month is the smallest step: reports, verdicts and tiers are all of the close of a month, never of weeks or days. What comes closest is every month, with the figures of its weeks put into its report.";
        what: "周期不能比一个月短，不能写“{word}”", "nothing is shorter than a month, so `{word}` cannot be written here";
        label: "比一个月短", "shorter than a month";
        instead: "写 \"month\"，各周、各旬的数汇总进当月月报；期限可以定到日，如 due = 2022-06-15",
            "write \"month\", and put what the weeks brought into the month's report; a deadline may be a day, such as due = 2022-06-15";
    }

    ImplausibleDate { month: Month, last: Month } = "implausible-date", Error {
        about: "日期离这份月报的月份太远，年份或月份多半写错了；写错会变成迟报。",
            "The date is too far from the month of the report; the year or month is probably mistyped, and would make the report late.";
        let named = in_words(*month, lang);
        what: "{named}的月报或文书不可能是这一天的", "a report or notice for {named} cannot have this date";
        label: "日期不合情理", "not plausible";
        instead: "日期应在{month}到{last}之间；检查年份和月份",
            "the date must be between {month} and {last}; check the year and month";
    }

    InvisibleCharacter { text: String, hidden: Vec<char> } = "invisible-character", Warning {
        about: "名称和标题会印在公文上、用来查找和比对；夹了看不见的字符，看着一样的两个名称其实不一样。提醒，不影响核算。",
            "Names and titles are printed in documents, searched for and compared; with invisible characters, two that look the same are in fact different. This is a warning and does not affect verdicts.";
        let (hidden, text) = (points(hidden), without_hidden(text));
        what: "文字里有看不见的字符：{hidden}", "this text contains invisible characters: {hidden}";
        label: "不止看到的这些", "contains more than is visible";
        instead: "改写为“{text}”", "change it to `{text}`";
    }

    ItemOutsideTask { id: String, task: u32 } = "item-outside-task", Error, other("任务号", "the number of the task") {
        about: "事项编号的第一段是任务号，要和所在文件的任务号一致。",
            "The first part of the id of an item is the number of its task, which must match the file it is in.";
        what: "事项 {id} 写在了{task}号任务的文件里", "item {id} is in the file of task {task}";
        label: "编号应以“{task}.”开头", "should begin with `{task}.`";
        instead: "改正编号或任务号，或移到对应任务的文件里",
            "correct the id or the number of the task, or move the item to the file of its own task";
    }

    LadderNotByMonths { key: String } = "ladder-not-by-months", Error {
        about: "档次只按滞后的月数定：天、周、分数、名次、百分比都不能做档次。差多少、第几名不等于晚了多久，也算不出从哪一天起；各月的应完成、实际和差，页上都有。",
            "Tiers go by months of lag only, never by days, weeks, points, ranks or percentages: how much is missing, or who is last, does not say how late it is. Required, actual and gap stand on every page.";
        what: "档次只按滞后的月数定，不能按“{key}”定", "tiers go by months of lag, so there is no `{key}`";
        label: "不是月数", "not in months";
        instead: "最接近的是 months = 0（到期没有做到，当月就到）、months = 1（满1个月），或 more-than = 1（超过1个月）；按天算的期限写成日期，如 due = 2022-06-15",
            "closest are months = 0 (due and not done at this very close), months = 1 (a month or more) and more-than = 1 (more than a month); a deadline may be a day, such as due = 2022-06-15";
    }

    LongSegment { months: i128 } = "long-segment", Warning, other("前一个", "the one before") {
        about: "匀速的两个节点隔了一个月以上：漏一次检查就可能一下跳过一档。确认确实要求匀速。",
            "Two points of an even pace are more than a month apart: one missed check may skip a tier. Make sure that an even pace is really required.";
        what: "匀速推进的两个节点相隔{months}个月以上，一次数字偏低就可能连跳几档",
            "an even pace over {months} months or more: one low figure may skip several tiers";
        label: "离前一个节点太远", "far from the point before";
        instead: "方案确实只写了这两个节点、要求匀速的，照方案写，不用改；方案有逐月要求的，每月写一个节点",
            "if the plan gives just these points and asks for an even pace, leave it as it is; if it says what each month asks for, write a milestone for each";
    }

    LookAlikeName {
        name: String,
        first: String,
        /// What only one of the two has.
        apart: Vec<char>,
    } = "look-alike-name", Warning {
        about: "两个单位的名称看不出区别，只差在看不见的字符、空格、全角或别的文字里相像的字母；追责的文书会发错对象。提醒，不影响核算。",
            "The names of two units look the same: they differ only in invisible characters, spaces, full-width forms or similar letters of another script. A notice could go to the wrong unit. This is a warning and does not affect verdicts.";
        let apart = points(apart);
        what: "两个单位的名称看上去一样：“{first}”和“{name}”", "two unit names look the same: `{first}` and `{name}`";
        label: "看上去与第一处一样", "looks like the first one";
        instead: "改正名称，使人能分清；不同的只有 {apart}",
            "change the names so that people can tell them apart; they differ only in {apart}";
    }

    MilestoneInParts { percent: Figure, amount: i128, unit: String } = "milestone-in-parts", Warning {
        about: "按整个计数的，百分数折合下来不是整数：做到多少算达到，看的人算不准。写成数量就没有疑问。",
            "Of things that come whole this percentage is no whole number: a reader cannot tell how many are enough. An amount leaves no doubt.";
        what: "{percent}%折合下来不是整数，要做到{amount}{unit}才算达到",
            "{percent}% of the total is no whole number; it takes {amount} {unit} to meet it";
        label: "折合不是整数", "no whole number";
        instead: "把 percent = {percent} 写成 amount = {amount}", "write `amount = {amount}` for `percent = {percent}`";
    }

    MilestoneOrder = "milestone-order", Error, other("前一个", "the one before") {
        about: "节点要由早到晚排。", "Milestones are written from the earliest to the latest.";
        what: "时间没有比前一个更晚", "this is not later than the one before";
        label: "不比前一个晚", "not later";
        instead: "按时间先后写，每个月份只写一次", "write them in order of time, each month only once";
    }

    MisnamedFile { meant: Option<String> } = "misnamed-file", Error {
        about: "这个文件像是月报，可名字让程序读不到它；读不到，单位就算没报。",
            "This looks like a report, but because of its name it is not read, and its unit would count as not having reported.";
        what: "文件名不对，这个文件没有读进来", "this file was not read because of its name";
        label: "";
        instead: {
            match meant {
                None => {
                    "月报放在以月份命名的文件夹里，如 reports/2022-06/housing.toml",
                    "reports go into a folder named after the month, like reports/2022-06/housing.toml"
                }
                Some(path) => {
                    "改名为 {path}；看不到“.txt”的，先在资源管理器的“查看”里勾选“文件扩展名”",
                    "rename it to {path}; if you cannot see `.txt`, turn on “File name extensions” in the View menu of File Explorer"
                }
            }
        }
    }

    MisplacedKey { key: &'static str, because: MisplacedBecause } = "misplaced-key", Error {
        about: "这个字段要和别的字段一起才有意思，或者两个里只能写一个。",
            "This key has an effect only together with another one, or excludes another one.";
        let because = because.words(lang);
        what: "字段 {key} 在这里不起作用", "the key `{key}` has no effect here";
        label: "用不上", "no effect";
        instead: "{because}";
    }

    MissingHeading { heading: &'static str } = "missing-heading", Error {
        about: "这些字段应当写在自己的标题下面，少了标题就不知道属于哪一条。",
            "These keys belong under a heading of their own; without it, it is not clear which record they belong to.";
        what: "这里前面缺一行标题 {heading}", "the heading {heading} is missing above this";
        label: "应写在 {heading} 下面", "belongs under {heading}";
        instead: "每一条前面单独写一行 {heading}", "write {heading} on a line of its own above each one";
    }

    MissingKey { key: &'static str } = "missing-key", Error {
        about: "少了必须写的字段。", "A required key is missing.";
        let example = example(key, lang);
        what: "缺少字段 {key}", "the key `{key}` is missing";
        label: "这里缺 {key}", "`{key}` is missing here";
        instead: {
            match example {
                None => { "补上 {key} = …", "add {key} = …" }
                Some(example) => { "补上，如 {example}", "add {example}" }
            }
        }
    }

    NeverDue = "never-due", Error {
        about: "周期性工作在方案期内一次也不到期，等于没有要求。",
            "The recurring item is never due within the plan, so it asks for nothing.";
        what: "这个周期事项在方案期内一次也不到期", "this recurring item is never due within the plan";
        label: "";
        instead: "改短周期，或用 months 写明到期月份", "shorten the period, or name the due months with `months`";
    }

    NeverJudged = "never-judged", Error {
        about: "指标按考核期（季、年、一段时间）考核，到期末才算；方案期内没有一个考核期截止，就永远不会考核。",
            "An indicator with a period (quarter, year, window) is judged at its close only; if no period closes within the plan, it never is.";
        what: "方案期内没有一个考核期截止，这个指标永远不会考核",
            "no period of this indicator closes within the plan, so it is never judged";
        label: "";
        instead: "核对 period、due 和方案的 start、end", "check `period`, `due`, and `start` and `end` of the plan";
    }

    NoCountOf { of: String, unit: String } = "no-count-of", Error {
        about: "写了 of 的指标，目标和读数都是个数：17个里面的15个写 15，不写百分数。",
            "Where `of` is given, targets and readings are counts: 15 of 17 is written 15, not as a percentage.";
        what: "这里要写{of}{unit}里面的个数", "expected a count out of {of} {unit}";
        label: "不是0到{of}的整数", "not a whole number from 0 to {of}";
        instead: "写达到的个数，如 15，不写百分数", "write how many, such as 15, not a percentage";
    }

    NoCurveToChange { item: String } = "no-curve-to-change", Error, other("这个事项", "the item") {
        about: "计划调整给的是新节点，只对有节点的事项有意义。分阶段、周期、指标、常态的事项不能这样调整；改任务文件会连以前月份的结论一起改。",
            "A change gives new milestones, so it makes sense only for an item that has milestones. Items with stages, recurring items, indicators and standing duties cannot be changed this way; editing the task file changes the verdicts of past months as well.";
        what: "事项 {item} 没有 due 或 milestones 的节点，谈不上调整", "item {item} has no `due` or `milestones`, so they cannot be changed";
        label: "没有节点可调整", "nothing to change";
        instead: "只能调整写了 due 或 milestones 的事项，或给无计划的事项补上节点",
            "only an item with `due` or `milestones` can be changed, or an unscheduled one given milestones";
    }

    NoItems = "no-items", Warning {
        about: "任务下面没有事项，也就没有什么可报、可算的。",
            "The task has no items, so there is nothing to report on or to assess.";
        what: "任务下没有事项", "the task has no items";
        label: "";
        instead: "用 [[items]] 写上事项，否则这个任务无从调度",
            "add items with [[items]]; without any, nothing can be reported on this task";
    }

    NoLead { has_responsible: bool } = "no-lead", Error {
        about: "没有责任单位的事项，滞后了也没人负责。", "An item without a lead unit has nobody who answers for it, however late it is.";
        let has_responsible = *has_responsible;
        what: {
            if has_responsible => { "事项只有 responsible 单位，没有牵头单位", "this item has `responsible` units, but no lead unit" }
            "事项没有责任单位", "this item has no lead unit"
        }
        label: "";
        instead: "在任务或事项里写 lead = [\"单位标识\"]", "add lead = [\"unit-id\"] to the task or the item";
    }

    NoObjects = "no-objects", Error {
        about: "列了对象，却一个也没有：没有可做的，也就没有可报的。",
            "A list of objects that is empty: there is nothing to do and nothing to report.";
        what: "没有列出任何对象", "no object is listed";
        label: "空的", "empty";
        instead: "逐个写上名字，如 [\"东村\", \"西村\"]；没有名单的，在 quantity 里写 total = 个数",
            "write each by name, like [\"East\", \"West\"]; where there is no list, write total = … in the quantity";
    }

    NoReading { wanted: ReadingKind, unit: String } = "no-reading", Error {
        about: "条目写了事项，却没写进展到哪里。没有进展也要写上原来的数；不报就整条删掉，按未报算。",
            "The entry names an item but does not say how far it has come. If nothing has changed, repeat the last figure; otherwise remove the whole entry, and it counts as not reported.";
        let wanted = wanted.words(unit, lang);
        what: "这一条没有填数", "this entry has no figure";
        label: "缺少进展", "figure missing";
        instead: "补上 {wanted}；没有填报和填报为零是两回事",
            "add {wanted}; reporting nothing and reporting zero are different things";
    }

    NoUnits = "no-units", Error {
        about: "方案里一个单位也没有。", "The plan has no units at all.";
        what: "方案里没有单位", "the plan has no units";
        label: "";
        instead: "用 [units.标识] 写上单位的 name 和 kind", "add them as [units.id], each with `name` and `kind`";
    }

    NotLead { unit: String, item: String, leads: Vec<String>, is_listed: bool } = "not-lead", Error {
        about: "只有责任单位填报；配合单位不填，也不受处理。",
            "Only lead units report on an item; supporting units do not, and are never sanctioned.";
        let leads = lang.list(leads);
        let is_listed = *is_listed;
        what: {
            if is_listed => {
                "{unit}在事项 {item} 里只列出（responsible）、不核算，不用填报",
                "{unit} is only shown on item {item} (`responsible`), not judged, and does not report on it"
            }
            "{unit}不是事项 {item} 的责任单位", "{unit} is not a lead unit of item {item}"
        }
        label: "不是这个单位的事项", "not an item of this unit";
        instead: {
            if is_listed => {
                "填报的是{leads}；也要它填报、核算的，在任务或事项里写 judged = true",
                "{leads} reports on it; to have this unit report and be judged as well, add `judged = true` to the task or the item"
            }
            "责任单位是{leads}；检查编号和单位", "lead: {leads}; check the id and the unit"
        }
    }

    NotSummable { item: String, unit: String } = "not-summable", Error {
        about: "sum-of 里的事项要和本事项用同一个单位计数，才能相加。", "Items named in `sum-of` have quantities counted in the same unit, or they cannot be added up.";
        what: "事项 {item} 的数量不能相加：没有按“{unit}”计的数量", "item {item} cannot be added up: it has no quantity in {unit}";
        label: "";
        instead: "只写有 quantity、单位也是“{unit}”的其他事项", "name only other items with a `quantity` in {unit}";
    }

    ObjectGone { names: Vec<String>, month: Month } = "object-gone", Error, other("之前报的", "what was reported before") {
        about: "以前报过已经完成的对象，这次没有了。可以，但要在 note 里写明原因：完成的是累计的，将来一定有人问。",
            "Objects reported as done before are no longer among them. That is accepted if a note gives the reason: what is done is cumulative, and somebody will ask.";
        let (names, month) = (lang.list(names), in_words(*month, lang));
        what: "{month}报过已完成的{names}，这里没有了，却没有说明", "{names}: reported as done for {month}, no longer here, and no note says why";
        label: "比之前少了", "less than before";
        instead: "已经完成的每次都要全部写上；确实退回的，在这一条写 note = \"原因\"",
            "list all that are done every time; if it is true that they are not, give the reason with note = \"…\" in this entry";
    }

    ObjectTotal { count: usize, total: String, unit: String } = "object-total", Error {
        about: "列了几个对象，总量就是几个：两个数对不上，一定有一个抄错了。",
            "The total is how many objects are listed; where the two differ, one of them was copied wrong.";
        what: "列出的对象有{count}个，总量却写了{total}", "{count} objects are listed, but the total says {total}";
        label: "名单上是{count}{unit}", "the list has {count}";
        instead: "对照方案原文，补上漏的或改正总量；total 也可以不写，按名单计",
            "compare with the plan as printed and complete the list or correct the total; `total` may also be left out";
    }

    OthersObject { name: String, unit: String } = "others-object", Error {
        about: "对象分给了各责任单位，每个单位只报自己的。",
            "The objects are split among the lead units, and each reports on its own.";
        what: "{name}分给了{unit}，不由本单位填报", "{name} is {unit}'s, not this unit's to report";
        label: "不是本单位的", "another unit's";
        instead: "只写分给本单位的；分错了的，改任务文件里的 shares",
            "list only this unit's own; if they were split wrongly, correct `shares` in the task file";
    }

    OutsidePlan { start: Month, end: Month, tracked: Option<Month> } = "outside-plan", Error {
        about: "月份在方案期之外，年份多半写错了。跨年的工作把方案的 start、end 放宽。",
            "The month is outside the period of the plan; the year is probably mistyped. For work that carries over, extend `start` or `end` of the plan.";
        what: "时间在方案期之外", "this is outside the period of the plan";
        label: "不在方案期内", "outside the plan";
        instead: {
            match tracked {
                Some(last) if last > end => {
                    "方案期是{start}至{end}，跟踪到{last}；检查年份，或调整方案的 start、end、track-until",
                    "the plan runs from {start} to {end} and is followed up until {last}; check the year, or change `start`, `end` or `track-until` of the plan"
                }
                _ => {
                    "方案期是{start}至{end}；检查年份，或调整方案的 start、end",
                    "the plan runs from {start} to {end}; check the year, or change `start` or `end` of the plan"
                }
            }
        }
    }

    OverTotal { total: String } = "over-total", Warning {
        about: "完成数比总量还多：算完成，照实印出；请核实。",
            "More was done than the total: it counts as complete and is printed as reported; please verify.";
        what: "完成数超过了总量，按完成计", "more was done than the total; it counts as complete";
        label: "总量是 {total}", "the total is {total}";
        instead: "如属实可不改；如填错请更正", "leave it if it is true; otherwise correct the figure";
    }

    OverruledChange = "overruled-change", Warning, other("后批准的调整", "the change approved later") {
        about: "同一事项有几次调整的，后批准的管用：从它的生效月起，先批准的不再算。生效月在它以后的先批准的调整因此一次也用不上。",
            "Of several changes of an item the one approved last rules from its first month on; one approved earlier whose first month comes later is therefore never in force.";
        what: "这次调整不会生效：后批准的调整已从更早的月份（或同月）起管用",
            "this change is never in force: one approved later rules from an earlier month, or the same, on";
        label: "用不上", "never in force";
        instead: "确已被取代的，可不改；还要用的，请以新的批准另行登记",
            "leave it if it has indeed been replaced; otherwise record it again with a new approval";
    }

    PartOfWhole { unit: String } = "part-of-whole", Error {
        about: "按整个计数的（村、户、座……），数要写整数：做了一半的村不算做完。",
            "What comes whole (villages, households …) is counted in whole numbers: nobody does half a village.";
        what: "“{unit}”按整个计数，这里不是整数", "{unit} come whole, and this is no whole number";
        label: "不是整数", "not a whole number";
        instead: "写已经做完的个数；确实可以有零头的，在任务文件的 quantity 里写 whole = false",
            "write how many are done in full; where parts do count, write `whole = false` in the `quantity` of the task file";
    }

    PathMismatch {
        /// `reports` or `register`.
        within: &'static str,
        key: &'static str,
        written: String,
        path: String,
    } = "path-mismatch", Error {
        about: "文件里写的月份、单位和路径不一样，不知道该信哪个。",
            "The month or unit written in the file differs from the one in its path, so it is not clear which to believe.";
        what: "文件内容与路径不一致：{key} 与路径中的“{path}”不同",
            "contents and path disagree: `{key}` differs from `{path}` in the path";
        label: "路径写的是“{path}”", "the path says `{path}`";
        instead: {
            if *key == "unit" => {
                "这里写得对，就把文件改名为 {written}.toml；文件名对，就改成 \"{path}\"",
                "if this is right, rename the file to {written}.toml; if the file name is right, write \"{path}\""
            }
            "这里写得对，就把文件移到 {within}/{written}/；文件夹对，就改成 \"{path}\"",
            "if this is right, move the file to {within}/{written}/; if the folder is right, write \"{path}\""
        }
    }

    PrintedDiffers { count: String, of: String, comes_to: String } = "printed-differs", Warning {
        about: "方案印的百分比和个数算出来的不一样。考核只用个数，印的百分比照样显示。",
            "The percentage that the plan prints is not what the counts come to. Only the counts are used; what is printed is still shown.";
        what: "{of}个里面的{count}个是{comes_to}%", "{count} of {of} is {comes_to} %";
        label: "对不上", "does not agree";
        instead: "对照方案原文改正抄错的；原文自己对不上的，先请印发方案的机关明确",
            "compare with the plan as printed and correct what was copied wrong; if the printed plan contradicts itself, ask who issued it";
    }

    ReachedLater { latest: NaiveDate } = "reached-later", Error {
        about: "月报只能报已经做到的：on 写的是做到的那一天，不能晚于报送的那天，也不能晚于所报的月份。",
            "A report tells of what has been reached: `on` is the day on which it was, which cannot lie after the day of filing nor after the month reported on.";
        what: "做到的日期晚于{latest}，这份月报报不到那一天", "this report cannot tell of a day after {latest}";
        label: "太晚", "too late";
        instead: "写{latest}或以前的日期；说不准哪一天就不写 on", "give {latest} or an earlier day; leave `on` out if the day is not known";
    }

    RegressedWithoutNote { before: String, month: Month } = "regressed-without-note", Error, other("之前的数", "the figure before") {
        about: "累计数比以前低了。可以，但要在 note 里写明原因：这会加重滞后，将来一定有人问。",
            "The cumulative figure is lower than before. That is accepted if a note gives the reason: it adds to the lag, and somebody will ask.";
        let month = in_words(*month, lang);
        what: "比{month}填的{before}还低，却没有说明", "lower than the {before} reported for {month}, and no note says why";
        label: "比之前低", "lower than before";
        instead: "属实的在这一条写 note = \"原因\"；填错的请更正",
            "if it is true, give the reason with note = \"…\" in this entry; otherwise correct the figure";
    }

    RelativeDue { item: String } = "relative-due", Error {
        about: "时限要写成一个确定的月份或日期。写成“某事项完成后几个月”的时限会随别人的月报移动，谁也不能事先算出来，也不能拿来定档。",
            "A deadline is a certain month or day. One that runs from when another item is done would move with other units' reports: nobody could know it beforehand, and no tier could rest on it.";
        let after = if item.is_empty() { String::new() } else { format!("after = [\"{item}\"]") };
        what: "时限不能写成另一个事项之后多久", "a deadline cannot be written as a time after another item";
        label: "要一个月份或日期", "a month or a day belongs here";
        instead: {
            if after.is_empty() => {
                "写确定的时限，如 due = \"2022-12\"；先后关系另写 after = [\"10.1\"]",
                "write the deadline itself, like due = \"2022-12\", and what it waits for as after = [\"10.1\"]"
            }
            "写确定的时限（{item} 的时限加上这几个月），如 due = \"2022-12\"；先后关系另写 {after}；以后批准推迟的，用 register change 登记",
            "write the deadline itself (that of {item} plus these months), like due = \"2022-12\", and {after} beside it; a later one that was approved is recorded with `register change`"
        }
    }

    RepeatedObject { name: String } = "repeated-object", Error, other("第一次", "first here") {
        about: "同一个对象写了两次：算一次还是两次，谁也说不清。",
            "An object is named twice: whether it counts once or twice nobody can tell.";
        what: "“{name}”写了两次", "`{name}` is named twice";
        label: "重复", "again";
        instead: "只留一个；确是两个不同的，名字上分开，如“{name}（一）”“{name}（二）”",
            "keep one of them; if they are two different things, tell them apart by name, like `{name} (1)` and `{name} (2)`";
    }

    RepeatedUnit { unit: String } = "repeated-unit", Error {
        about: "同一个单位列了两次。", "A unit is listed twice.";
        what: "{unit}在同一事项中出现了两次", "{unit} appears twice on the same item";
        label: "重复", "again";
        instead: "责任单位和配合单位里每个单位只写一次；任务里写的对事项也算，事项自己写了 lead、support 的除外",
            "list each unit only once among lead and support; units of the task count for the item too, unless the item has its own";
    }

    RetroactiveChange { first: Month } = "retroactive-change", Error, other("批准的日期", "the approval") {
        about: "调整只管批准以后：以前的月份照原来的计划核算，已经得出的档次不会因此改变。确有正当理由的，另行登记豁免。",
            "A change applies only after its approval: earlier months are still assessed by the original plan, and their tiers stay. If there is a good reason, record an exemption.";
        what: "计划调整不能追溯到批准之前的月份", "a change of the plan cannot apply to months before its approval";
        label: "早于批准的月份", "before the approval";
        instead: "最早从 \"{first}\" 起；以前的月份照原计划核算，确有理由的登记豁免",
            "from \"{first}\" at the earliest; earlier months keep the original plan; if there is a good reason, record an exemption";
    }

    SeveralReadings = "several-readings", Error {
        about: "一个条目只能报一个数。", "An entry can give only one figure.";
        what: "一条只能填一个数", "an entry can have only one figure";
        label: "第二个数", "the second one";
        instead: "只保留一个", "keep only one";
    }

    SeveralSchedules = "several-schedules", Error {
        about: "一个事项只能有一种时限。", "An item can have only one schedule.";
        what: "一个事项只能有一种时限", "an item can have only one schedule";
        label: "第二种", "the second one";
        instead: "在 due、milestones、recurring、indicator、standing 中只保留一种",
            "keep only one of due, milestones, recurring, indicator, standing";
    }

    ShortFollowUp { tiers: Vec<String>, end: Month, top: Month } = "short-follow-up", Warning {
        about: "track-until 写得太早：方案最后一个月到期的事项，还没滞后到较高的档次，就不再核算了。不写 track-until，就跟踪到最高一档够得着的月份。",
            "`track-until` ends too early: what falls due in the last month of the plan is no longer assessed by the time it would reach the higher tiers. Without the key, follow-up lasts until the highest one can be reached.";
        let (tiers, at) = (lang.list(tiers), in_words(*end, lang));
        what: "{at}末到期的事项永远到不了这些档次：{tiers}", "what falls due at the end of {at} can never reach {tiers}";
        label: "太早", "too early";
        instead: "写 track-until = \"{top}\"，或去掉这一行", "write track-until = \"{top}\", or leave it out";
    }

    SilentLead { unit: String } = "silent-lead", Error {
        about: "不报月报的单位做责任单位，滞后只能推定，谁的月报也更正不了。要么要求它报，要么只让它配合。",
            "The lag of a lead unit that never reports could only be presumed, and no report could ever correct it. Either it reports, or it only supports.";
        what: "{unit}在方案期内没有一个月要报月报，不能做责任单位", "{unit} is never asked for a report within the plan, so it cannot lead an item";
        label: "不报月报", "does not report";
        instead: "在 plan.toml 里让它报月报（去掉 reports = false，或改 reports-from、reports-every），或把它从 lead 移到 support",
            "have it report in plan.toml (remove `reports = false`, or change `reports-from` or `reports-every`), or move it from `lead` to `support`";
    }

    StageAhead { stage: String, before: String } = "stage-ahead", Warning, other("前面的阶段", "the stage before") {
        about: "到了后面的阶段，必然也到了前面的阶段：后面的要求得更早、更多，前面写的要求就不起作用。",
            "What has reached a later stage has reached the earlier ones: where the later one asks for more, or sooner, what the earlier one asks for means nothing.";
        let (stage, before) = (reveal(stage), reveal(before));
        what: "“{stage}”到这时要求的，比前面的“{before}”还多", "by then `{stage}` asks for more than `{before}` before it";
        label: "比前面的阶段多", "more than the stage before";
        instead: "对照方案原文；前面的阶段只写了一部分的，在它的 milestones 里补上到这时应有多少",
            "compare with the plan as printed; where the earlier stage was written only in part, add to its `milestones` how many have to have reached it by then";
    }

    StandingOverTotal { sum: String, total: String } = "standing-over-total", Error {
        about: "每个只算在它月末所处的一个阶段里，所以各阶段的数加起来不会超过总数。",
            "Each is counted at one stage only, the one at which it stands at the end of the month, so that the numbers never add up to more than the total.";
        what: "各阶段的数加起来是{sum}，超过了总数", "the numbers at the stages add up to {sum}, more than the total";
        label: "总数只有 {total}", "the total is only {total}";
        instead: "写月末停在各阶段上的数，不写到过的累计数：17个里10个开工、其中5个已建成，写 \"开工\" = 5, \"建成\" = 5",
            "write how many stand at each stage now, not how many have ever reached it: of 10 begun, 5 of which are built, write 5 begun and 5 built";
    }

    StrayFile { meant: Option<String> } = "stray-file", Warning {
        about: "这个文件没有人读：名字或位置不对。", "This file is never read: its name or its place is wrong.";
        what: "这个文件或文件夹不会被读取", "this file or folder will not be read";
        label: "";
        instead: {
            match meant {
                None => {
                    "任务放在 tasks/，月报放在 reports/2022-06/，文件名以 .toml 结尾",
                    "task files go in tasks/, reports in reports/2022-06/; file names end in .toml"
                }
                Some(path) => { "是否应为 {path}？", "should it be {path}?" }
            }
        }
    }

    SumDiffers { total: String, sum: String, unit: String, parts: Vec<(String, String)> } = "sum-differs", Warning, other("其中第一个分项", "the first of the parts") {
        about: "方案写的总数应等于几个分项之和（sum-of），却不相等。两个数里哪一个作数，要由印发方案的机关明确；明确以前，可以在事项里写 disputed，滞后照算，档次不列。",
            "A total that should be the sum of several items (`sum-of`) is not. Which of the two figures holds is for whoever issued the plan to say; until then `disputed` may be written on the item: the lag is still computed, the tier withheld.";
        let parts = lang.list(parts.iter().map(|(item, total)| format!("{item} {total}{unit}")));
        what: "总数{total}{unit}与分项之和{sum}{unit}不符", "the total of {total} {unit} is not the sum of its parts, {sum} {unit}";
        label: "总数{total}{unit}；分项：{parts}", "total {total} {unit}; parts: {parts}";
        instead: "对照原文，抄错的改正；原文自己不符的，在事项里写 disputed = \"总数{total}与分项{sum}不符\"",
            "compare with the plan as printed and correct what was copied wrong; if the plan contradicts itself, write disputed = \"total {total}, parts {sum}\" on the item";
    }

    Syntax { fault: SyntaxFault } = "syntax", Error {
        about: "写法不合 TOML 的规矩，多半是引号、逗号、括号用了全角的，或者少了一半。",
            "This is not valid TOML: usually quotes, commas or brackets are full-width, or half of a pair is missing.";
        said fault.words(lang)
    }

    TakenKind { id: String } = "taken-kind", Error {
        about: "department、branch、institution、township、subdistrict 五个类别是固定的，[kinds] 里不能另作他用。",
            "The five kinds department, branch, institution, township and subdistrict are fixed; [kinds] cannot give them another meaning.";
        what: "{id} 是固定的类别，不能在 [kinds] 里重新定义", "{id} is a kind that every plan knows; [kinds] cannot define it anew";
        label: "固定的类别", "a fixed kind";
        instead: "换一个标识，如 county；要用固定的类别，单位的 kind 直接写它，不用定义",
            "use another id, such as county; to use the fixed kind, just write it as `kind` of the unit";
    }

    TooFewMilestones { fewest: u32 } = "too-few-milestones", Error {
        about: "匀速至少要两个节点，按节点至少一个。", "An even pace needs at least two milestones, steps at least one.";
        what: "节点太少", "too few milestones";
        label: "至少要{fewest}个", "at least {fewest}";
        instead: {
            match fewest {
                1 => {
                    "写上节点，如 {{ by = \"2022-12\", percent = 100 }}",
                    "add one, like {{ by = \"2022-12\", percent = 100 }}"
                }
                _ => {
                    "匀速推进（linear）至少要起点和终点两个节点",
                    "an even pace (linear) needs at least a first and a last milestone"
                }
            }
        }
    }

    TooLarge { bytes: u64, limit: u64 } = "too-large", Error {
        about: "文件大得不像月报或方案，没有读。", "The file is too large to be a report or a plan, and was not read.";
        what: "文件有{bytes}字节，超过上限{limit}字节，没有读取",
            "the file has {bytes} bytes, more than the limit of {limit}, and was not read";
        label: "";
        instead: "检查是不是放错了文件", "check whether the wrong file was put here";
    }

    UnaskedStages = "unasked-stages", Error {
        about: "各阶段都没有时限，等于没有要求，也就谈不上滞后。",
            "No stage has a date, so nothing is asked for and nothing can lag.";
        what: "没有一个阶段有时限", "none of the stages has a date";
        label: "";
        instead: "给要考核的阶段写上 due 或 milestones；确实没有时限的，删去 stages，只写 quantity",
            "give the stages that count `due` or `milestones`; if there really is no date, remove `stages` and keep `quantity`";
    }

    UnclearOccurrence { taken: Month, open: Vec<Month> } = "unclear-occurrence", Warning {
        about: "有更早的一期还没完成，这条又没写是哪一期：按本期算了。补报以前的要写 occurrence。",
            "An earlier occurrence is still open, and the entry does not say which one it means: it counts for the current one. To make up for an earlier one, name it in occurrence.";
        let (due, earlier) = (in_words(*taken, lang), quoted(&open[..1], lang));
        let open = lang.list(open.iter().map(|due| in_words(*due, lang)));
        what: "没有写是哪一期，按{due}到期的一期计；{open}到期的还没有做，将记为缺项",
            "no occurrence is named, so this counts for the one due in {due}; still open, and then missed for good: {open}";
        label: "是哪一期？", "which one?";
        instead: "补报以前的写明是哪一期，如 occurrence = {earlier}；确是本期的写 occurrence = \"{taken}\"",
            "to make up for an earlier one, name it, like occurrence = {earlier}; if the current one is meant, write occurrence = \"{taken}\"";
    }

    UnfinishedCurve { level: String } = "unfinished-curve", Warning {
        about: "最后一个节点不到100%：照这个方案永远不要求全部完成。",
            "The last milestone is below 100%: this plan never asks for all of it.";
        what: "最后一个节点只要求{level}%，不是全部完成", "the last milestone asks for only {level}%, not for all of it";
        label: "最后一个节点", "the last milestone";
        instead: "如本年只做到这里，可不改；否则补上 100 的节点",
            "leave it if no more is required within the plan; otherwise add a milestone of 100";
    }

    UnknownClass { written: String, known: Vec<String> } = "unknown-class", Error {
        about: "这一套等级里没有这一级。", "The scale has no such class.";
        let (written, known) = (without_hidden(written), lang.list(known));
        what: "等级里没有“{written}”", "there is no class `{written}`";
        label: "没有这一级", "no such class";
        instead: "写其中一级：{known}；在两级之间的，先问清是哪一级", "write one of: {known}; of two classes ask which it is";
    }

    UnknownItem { id: String, meant: Option<String>, own: Vec<String> } = "unknown-item", Error {
        about: "方案里没有这个事项。", "There is no such item in the plan.";
        let (id, meant) = (reveal(id), did_you_mean(meant.as_deref(), lang));
        what: "方案里没有事项 {id}", "there is no item {id} in the plan";
        label: "{meant}";
        instead: {
            if own.is_empty() => {
                "编号照任务文件里的 id 写，如 \"2.1\"", "write the id as it is in the task file, like \"2.1\""
            }
            let own = lang.list(own);
            "编号照任务文件里的 id 写；这个单位负责的有：{own}",
            "write the id as it is in the task file; this unit answers for: {own}"
        }
    }

    UnknownKey { key: String, meant: Option<&'static str>, known: Vec<&'static str> } = "unknown-key", Error {
        about: "这里没有这个字段，多半是写错了；不认识的字段一律不放过，免得写了等于没写。",
            "There is no such key here; it is probably misspelt. Unknown keys are never ignored, because what they say would be lost.";
        let meant = did_you_mean(meant.or_else(|| translated(key, known, lang)), lang);
        let (key, known) = (reveal(key), lang.list(known));
        what: "不认识的字段“{key}”", "unknown key `{key}`";
        label: "{meant}";
        instead: "这里可以写：{known}", "allowed here: {known}";
    }

    UnknownKind { id: String, meant: Option<String>, own: Vec<(String, String)> } = "unknown-kind", Error {
        about: "单位的 kind 只能是五个固定的类别之一，或者 [kinds] 里起了名的类别。",
            "The kind of a unit is one of the five fixed ones, or one that [kinds] names.";
        let (id, meant) = (reveal(id), did_you_mean(meant.as_deref(), lang));
        let kinds = kinds(own, lang);
        what: "没有 {id} 这个类别", "there is no kind {id}";
        label: "{meant}";
        instead: "可选：{kinds}；别的类别先在 plan.toml 的 [kinds] 里起名，如 county = {{ name = \"县（市、区）\", territorial = true }}",
            "one of: {kinds}; name any other under [kinds] in plan.toml first, such as county = {{ name = \"Counties\", territorial = true }}";
    }

    UnknownObject { name: String, meant: Option<String>, known: Vec<String> } = "unknown-object", Error {
        about: "事项的名单（quantity 的 objects）里没有这个对象；要写得和名单上一样。",
            "There is no such object in the list of the item (`objects` of its quantity); names are written as they are there.";
        let (name, meant) = (reveal(name), did_you_mean(meant.as_deref(), lang));
        what: "这个事项的名单里没有“{name}”", "`{name}` is not among the objects of this item";
        label: "{meant}";
        instead: {
            if known.is_empty() => {
                "照任务文件里 objects 的写法写", "write it as it is in `objects` of the task file"
            }
            let known = lang.list(known);
            "名单上有：{known}", "the list has: {known}"
        }
    }

    UnknownScale { id: String, meant: Option<String>, known: Vec<String> } = "unknown-scale", Error {
        about: "[scales] 里没有这一套等级。", "There is no such scale in [scales].";
        let (id, meant) = (reveal(id), did_you_mean(meant.as_deref(), lang));
        what: "方案里没有名为 {id} 的等级", "there is no scale {id} in the plan";
        label: "{meant}";
        instead: {
            if known.is_empty() => {
                "先在 plan.toml 的 [scales] 里定义它", "first define it under [scales] in plan.toml"
            }
            let known = lang.list(known);
            "可选：{known}", "one of: {known}"
        }
    }

    UnknownSeason { id: String, meant: Option<String>, known: Vec<String> } = "unknown-season", Error {
        about: "[seasons] 里没有这个时段。", "There is no such season in [seasons].";
        let (id, meant) = (reveal(id), did_you_mean(meant.as_deref(), lang));
        what: "方案里没有名为 {id} 的时段", "there is no season {id} in the plan";
        label: "{meant}";
        instead: {
            if known.is_empty() => {
                "先在 plan.toml 的 [seasons] 里定义它", "first define it under [seasons] in plan.toml"
            }
            let known = lang.list(known);
            "可选：{known}", "one of: {known}"
        }
    }

    UnknownTask { number: u32, known: Vec<u32> } = "unknown-task", Error {
        about: "督查事项的编号以任务号开头，例如任务5的第1个是 5.d1；方案里没有这个任务号。",
            "The id of a finding begins with the number of its task, such as 5.d1 for the first one on task 5; there is no such task in the plan.";
        let known = lang.list(known);
        what: "方案里没有任务{number}", "there is no task {number} in the plan";
        label: "没有这个任务", "no such task";
        instead: "可选：{known}", "one of: {known}";
    }

    UnknownTier { id: String, meant: Option<String>, known: Vec<String> } = "unknown-tier", Error {
        about: "文书要写明宣布的是方案的哪一档，写档次的标识。",
            "A notice gives the id of the tier of the plan that it pronounces.";
        let (meant, known) = (did_you_mean(meant.as_deref(), lang), lang.list(known));
        what: "方案里没有档次 {id}", "there is no tier {id} in the plan";
        label: "{meant}";
        instead: "可选：{known}", "one of: {known}";
    }

    UnknownStage { name: String, known: Vec<String> } = "unknown-stage", Error {
        about: "这个事项没有这个阶段。月报里写的阶段，名称要和任务文件里的一样。",
            "The item has no such stage. A report names stages as the task file does.";
        let (name, known) = (reveal(name), lang.list(known));
        what: "这个事项没有“{name}”这个阶段", "the item has no stage `{name}`";
        label: "没有这个阶段", "no such stage";
        instead: "可选：{known}", "one of: {known}";
    }

    UnknownUnit { id: String, meant: Option<String>, known: Vec<String> } = "unknown-unit", Error {
        about: "方案的 [units] 里没有这个单位。", "There is no such unit in [units] of the plan.";
        let (id, meant) = (reveal(id), did_you_mean(meant.as_deref(), lang));
        what: "方案里没有单位 {id}", "there is no unit {id} in the plan";
        label: "{meant}";
        instead: {
            if known.is_empty() => {
                "单位标识见 plan.toml 的 [units.标识]", "the ids of units are in plan.toml, as [units.id]"
            }
            let known = lang.list(known);
            "可选：{known}", "one of: {known}"
        }
    }

    Unreadable { reason: Option<String> } = "unreadable", Error {
        about: "系统不让读这个文件。", "The system does not allow this file to be read.";
        match reason {
            None => {
                what: "这不是普通文件，没有读取", "this is not an ordinary file and was not read";
                label: "";
                instead: "检查是不是文件夹、管道或设备占用了这个名字",
                    "check whether a folder, a pipe or a device has taken this name";
            }
            Some(reason) => {
                what: "文件读不出来，系统提示：{reason}", "the file cannot be read; the system says: {reason}";
                label: "";
                instead: "检查权限、链接和磁盘后再试", "check permissions, links and the disk, then try again";
            }
        }
    }

    WithdrawnWithoutNote { due: Month, month: Month } = "withdrawn-without-note", Error, other("以前报的", "what was reported before") {
        about: "一期工作报过已做，后来又报未做。可以，但要在 note 里写明原因：这一期重新算没有做，将来一定有人问。",
            "An occurrence that was reported as done is now reported as not done. That is accepted if a note gives the reason: it counts as not done again, and somebody will ask.";
        let (due, month) = (in_words(*due, lang), in_words(*month, lang));
        what: "{due}到期的一期，{month}报过已做，这里报未做，却没有说明",
            "the occurrence due in {due} was reported as done for {month} and is now reported as not done, and no note says why";
        label: "与以前报的相反", "contradicts what was reported before";
        instead: "属实的在这一条写 note = \"原因\"；填错的请更正",
            "if it is true, give the reason with note = \"…\" in this entry; otherwise correct it";
    }

    WrongReading { given: ReadingKind, wanted: ReadingKind, unit: String } = "wrong-reading", Error {
        about: "这个事项不是这样计的：有数量的报 done，分阶段的报 stages，指标报 value，周期性的报 occurrence，常态的报 state，其余报 percent。",
            "The item is not measured this way: a quantity is reported with done, stages with stages, an indicator with value, a recurring item with occurrence, a standing one with state, all others with percent.";
        let (given, wanted) = (given.key(), wanted.words(unit, lang));
        what: "这个事项不用 {given} 填报", "`{given}` is not used to report on this item";
        label: "填法不对", "wrong kind of figure";
        instead: "改为 {wanted}", "use {wanted} instead";
    }

    WrongType { wanted: WantedValue } = "wrong-type", Error {
        about: "这里要的是另一种值：例如该写数字的地方写成了带引号的文字。",
            "A different kind of value belongs here: for example, text in quotes was written in place of a number.";
        let wanted = wanted.words(lang);
        what: "这里的写法不对", "this is written in the wrong form";
        label: "";
        instead: "{wanted}";
    }
}
