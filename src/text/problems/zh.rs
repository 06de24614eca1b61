//! Chinese words for problems.

use crate::model::{FigureFault, LadderFault, Month, MonthFault};
use crate::problem::{
    BadShares, DateFault, DecimalRule, IdRule, MisplacedBecause, OccurrenceFault, Problem, ReadingKind, SyntaxFault,
    WantedValue,
};

use super::points;
use crate::source::{reveal, without_hidden};
use crate::text::{Lang, terms};

type Said = (String, String, String);

fn say(what: impl Into<String>, label: impl Into<String>, instead: impl Into<String>) -> Said {
    (what.into(), label.into(), instead.into())
}

#[expect(clippy::too_many_lines, reason = "a table of words, one arm for each problem")]
pub(super) fn words(problem: &Problem) -> Said {
    match problem {
        Problem::AmountOverTotal { total } => say(
            "节点要求的数量超过了总量",
            format!("总量只有 {total}"),
            "改小这个节点的 amount，或改大 quantity 的 total",
        ),
        Problem::BadDate { fault: DateFault::NotADay { meant } } => say(
            "这里要写一个日期",
            "不是日期",
            meant.as_ref().map_or_else(
                || "写成 2022-06-22 的样子，不加引号".to_owned(),
                |day| format!("写成 {day}，不加引号，不带时间"),
            ),
        ),
        Problem::BadDate { fault: DateFault::NoSuchDay } => {
            say("没有这一天", "日历上没有", "检查年、月、日，写成 2022-06-22 的样子，不加引号")
        }
        Problem::BadDay => say("这里要写一年中的某一天", "不是“月-日”", "写成 \"06-01\" 的样子，带引号"),
        Problem::BadFigure { fault, rule } => figure(fault, *rule),
        Problem::BadFolder { within, name, meant } => say(
            match *within {
                "reports" => format!("月报文件夹“{name}”不是月份"),
                _ => format!("登记簿文件夹“{name}”不是月份"),
            },
            "",
            meant.map_or_else(
                || format!("文件夹用月份命名，如 {within}/2022-06"),
                |month| format!("把文件夹改名为 {within}/{month}"),
            ),
        ),
        Problem::BadId { rule: IdRule::Name, meant } => say(
            "标识只能由小写字母、数字和连字符组成",
            "不能用作标识",
            meant.as_ref().map_or_else(
                || "用拼音或英文，如 sudian、housing；单位和档次的中文名称写在 name 里".to_owned(),
                |id| format!("可写成 {id}"),
            ),
        ),
        Problem::BadId { rule: IdRule::Device, meant } => say(
            "Windows 把这个名字留作设备名，月报存不成这个文件名",
            "不能用作标识",
            format!("换一个，如 {}", meant.as_deref().unwrap_or("housing")),
        ),
        Problem::BadId { rule: IdRule::Item, .. } => {
            say("事项编号应由任务号和序号组成", "不是事项编号", "写成 \"2.1\" 的样子，带引号")
        }
        Problem::BadId { rule: IdRule::Finding, .. } => say(
            "督查事项的编号应由任务号和 d 加序号组成",
            "不是督查事项编号",
            "写成 \"2.d1\" 的样子，带引号：任务2的第1个督查事项",
        ),
        Problem::BadLadder { fault } => ladder(*fault),
        Problem::BadMonth { fault, meant } => say(
            match fault {
                MonthFault::Form => "这里要写一个月份",
                MonthFault::Range => "没有这个月份：月只有01到12，年在1900到2999之间",
            },
            "不是月份",
            meant.map_or_else(
                || "写成 \"2022-06\" 的样子，带引号".to_owned(),
                |month| format!("写成 \"{month}\"，带引号"),
            ),
        ),
        Problem::BadOccurrence { fault, known } => say(
            match fault {
                OccurrenceFault::NotDue => "这个事项在该月没有到期的一期",
                OccurrenceFault::NotBegun => "这一期还没有开始，不能提前填报",
                OccurrenceFault::NoneHolds => "本月不在任何一期之内，不知道填报的是哪一期",
            },
            "",
            format!("用 occurrence 写明到期月份，可选：{}", months(known)),
        ),
        Problem::BadPeriod { longest } => {
            say("方案的起止月份不成立", "结束月份", format!("end 不能早于 start，且方案最长{longest}个月"))
        }
        Problem::BadReportDay => say("报送日应是1到31之间的整数", "不是一个月里的某一天", "如 report-day = 23"),
        Problem::BadShares { fault } => match fault {
            BadShares::Sum { sum, total } => say(
                format!("各单位分解数之和{sum}不等于总量{total}"),
                format!("合计{sum}"),
                format!("改正分解数，使合计为{total}，或改正总量"),
            ),
            BadShares::LeftOut { unit } => {
                say(format!("责任单位 {unit} 没有分解数"), "", format!("补上 {unit} = …，或把它从 lead 中去掉"))
            }
            BadShares::Stranger { unit } => {
                say(format!("{unit} 不是本事项的责任单位，却有分解数"), "不在 lead 中", "去掉它，或把它加进 lead")
            }
        },
        Problem::BadValue { allowed, meant } => say(
            "这里不能写这个词",
            meant.as_ref().map_or_else(String::new, |word| format!("是否想写“{word}”？")),
            format!("可以写：{}", with_gloss(allowed)),
        ),
        Problem::DuplicateEntry { item } => {
            say(format!("同一份月报里事项 {item} 出现了两次"), "第二次", "只保留一条；要更正，就改那一条")
        }
        Problem::DuplicateItem { id } => say(format!("两个事项都用了编号 {id}"), "第二个", "给其中一个换一个编号"),
        Problem::DuplicateKey { key, is_heading: false } => say(format!("字段 {key} 写了两次"), "第二次", "只保留一个"),
        Problem::DuplicateKey { key, .. } => say(
            format!("标题 {key} 写了两次"),
            "第二次",
            "合成一处，或改成另一个标识；多条事项、条目的标题写两层方括号，如 [[entries]]",
        ),
        Problem::DuplicateName { name } => say(format!("两个单位都叫“{name}”"), "第二个", "改正名称，使人能分清"),
        Problem::LookAlikeName { name, first, apart } => say(
            format!("两个单位的名称看上去一样：“{first}”和“{name}”"),
            "看上去与第一处一样",
            format!("改正名称，使人能分清；不同的只有 {}", points(apart)),
        ),
        Problem::InvisibleCharacter { text, hidden } => say(
            format!("文字里有看不见的字符：{}", points(hidden)),
            "不止看到的这些",
            format!("改写为“{}”", without_hidden(text)),
        ),
        Problem::BrokenSeal { month } => say(
            format!("{}的结账记录被改动过：内容与封印不符", terms::month(*month, Lang::Zh)),
            "封印不符",
            "结账记录不能手改；从 git 找回原来的记录，确需更正的，重新打开该月再结账",
        ),
        Problem::BrokenChain { month, before } => say(
            format!("{}的结账没有接上前一次结账", terms::month(*month, Lang::Zh)),
            "前一次的封印不符",
            before.map_or_else(
                || "此前没有结账的月份，previous 应为空；检查是否删了结账记录".to_owned(),
                |before| {
                    format!(
                        "应接{}的结账；检查该月的结账记录是否被删改，或重新打开本月再结账",
                        terms::month(before, Lang::Zh)
                    )
                },
            ),
        ),
        Problem::ChangedSinceClosing { month, files } => say(
            format!("{}结账后，有文件改过；结论都没有变", terms::month(*month, Lang::Zh)),
            "结论与结账时相同",
            format!("改过的文件：{}", files.join("、")),
        ),
        Problem::ClosedVerdictDiffers { month, difference } => say(
            format!("{}已结账，现在核算的结论不同：{}", terms::month(*month, Lang::Zh), difference.share),
            match (&difference.closed, &difference.now) {
                (Some(_), Some(now)) => format!("现在是 {now}"),
                (Some(_), None) => "现在没有了".to_owned(),
                (None, now) => format!("结账时没有，现在是 {}", now.as_deref().unwrap_or("-")),
            },
            if difference.because.is_empty() {
                "有关文件都没有改过，可能是程序的版本不同".to_owned()
            } else {
                format!(
                    "结账后改过、与它有关的文件：{}；改得对，就重新打开该月再结账，改错了就改回去",
                    difference.because.join("、")
                )
            },
        ),
        Problem::DateOutsideMonth { written, path } => say(
            format!("日期不在文件夹的月份 {path} 内"),
            "在另一个月份",
            format!("日期写得对，就把这一条移到 register/{written}/；文件夹对，就改日期"),
        ),
        Problem::DateOrder { after } => {
            say(format!("早于 {after} 写的时间"), "太早", format!("检查两处；这里不能早于 {after}"))
        }
        Problem::DuplicateRecord => {
            say("同一件事登记了两次", "第二次", "只留一条；如果是两件事，文号、日期或起始月不会相同")
        }
        Problem::DuplicateReport { unit, month } => say(
            format!("{unit}{}年{}月有两份月报", month.year(), month.number()),
            "第二份",
            "只保留一份；要更正就改原来那份，另存的副本请移走",
        ),
        Problem::DuplicateTask { number } => {
            say(format!("两个任务都是{number}号"), "第二个", "任务号照方案印发稿写，改正其中一个；多出的副本请移走")
        }
        Problem::DuplicateTier { id } => say(format!("两个档次都用了标识 {id}"), "第二个", "给其中一个换一个标识"),
        Problem::EmptyFile => say("文件里没有内容（以 # 开头的是说明，不算）", "", "填写内容，或删除这个文件"),
        Problem::EmptyText { key } => say(format!("{key} 不能为空"), "没有内容", "写上内容"),
        Problem::Encoding { name } => say(
            match name {
                Some(name) => format!("文件是 {name} 编码，这里只读 UTF-8"),
                None => "文件不是文本，或编码无法识别".to_owned(),
            },
            "",
            match name {
                Some(_) => "运行 shangdang fmt --to-utf8 加这个文件名；或用记事本“另存为”，编码选“UTF-8”",
                None => {
                    "用记事本打开看：是文字的，“另存为”时编码选“UTF-8”；是 Word、Excel 文件的，不能改名成 .toml，要另写"
                }
            },
        ),
        Problem::FallingMilestones => {
            say("节点要求比前一个还低；节点数是累计数，不会下降", "比前一个低", "写累计数，如 50、80、100")
        }
        Problem::ImplausibleDate { month, last } => say(
            format!("{}年{}月的月报或文书不可能是这一天的", month.year(), month.number()),
            "日期不合情理",
            format!("日期应在{month}到{last}之间；检查年份和月份"),
        ),
        Problem::ItemOutsideTask { id, task } => say(
            format!("事项 {id} 写在了{task}号任务的文件里"),
            format!("编号应以“{task}.”开头"),
            "改正编号或任务号，或移到对应任务的文件里",
        ),
        Problem::LongSegment { months } => say(
            format!("匀速推进的两个节点相隔{months}个月以上，一次数字偏低就可能连跳几档"),
            "离前一个节点太远",
            "每月写一个节点，或改用 curve = \"step\"",
        ),
        Problem::MilestoneOrder => say("时间没有比前一个更晚", "不比前一个晚", "按时间先后写，每个月份只写一次"),
        Problem::MisnamedFile { meant } => say(
            "文件名不对，这个文件没有读进来",
            "",
            meant.as_ref().map_or_else(
                || "月报放在以月份命名的文件夹里，如 reports/2022-06/housing.toml".to_owned(),
                |path| format!("改名为 {path}；看不到“.txt”的，先在资源管理器的“查看”里勾选“文件扩展名”"),
            ),
        ),
        Problem::MisplacedKey { key, because } => misplaced(key, *because),
        Problem::MissingHeading { heading } => say(
            format!("这里前面缺一行标题 {heading}"),
            format!("应写在 {heading} 下面"),
            format!("每一条前面单独写一行 {heading}"),
        ),
        Problem::MissingKey { key } => say(format!("缺少字段 {key}"), format!("这里缺 {key}"), example(key)),
        Problem::NeverDue => say("这个周期事项在方案期内一次也不到期", "", "改短周期，或用 months 写明到期月份"),
        Problem::NoItems => say("任务下没有事项", "", "用 [[items]] 写上事项，否则这个任务无从调度"),
        Problem::NoLead => say("事项没有责任单位", "", "在任务或事项里写 lead = [\"单位标识\"]"),
        Problem::NoReading { wanted, unit } => {
            say("这一条没有填数", "缺少进展", format!("补上 {}；没有填报和填报为零是两回事", reading(*wanted, unit)))
        }
        Problem::NoUnits => say("方案里没有单位", "", "用 [units.标识] 写上单位的 name 和 kind"),
        Problem::NotLead { unit, item, leads } => say(
            format!("{unit}不是事项 {item} 的责任单位"),
            "不是这个单位的事项",
            format!("责任单位是{}；检查编号和单位", leads.join("、")),
        ),
        Problem::OutsidePlan { start, end } => say(
            "时间在方案期之外",
            "不在方案期内",
            format!("方案期是{start}至{end}；检查年份，或调整方案的 start、end"),
        ),
        Problem::OverTotal { total } => {
            say("完成数超过了总量，按完成计", format!("总量是 {total}"), "如属实可不改；如填错请更正")
        }
        Problem::PathMismatch { within, key, written, path } => say(
            format!("文件内容与路径不一致：{key} 与路径中的“{path}”不同"),
            format!("路径写的是“{path}”"),
            if *key == "unit" {
                format!("这里写得对，就把文件改名为 {written}.toml；文件名对，就改成 \"{path}\"")
            } else {
                format!("这里写得对，就把文件移到 {within}/{written}/；文件夹对，就改成 \"{path}\"")
            },
        ),
        Problem::RegressedWithoutNote { before, month } => say(
            format!("比{}年{}月填的{before}还低，却没有说明", month.year(), month.number()),
            "比之前低",
            "属实的在这一条写 note = \"原因\"；填错的请更正",
        ),
        Problem::NoCurveToChange { item } => say(
            format!("事项 {item} 没有节点，谈不上调整节点"),
            "没有节点可调整",
            "只能调整写了 due 或 milestones 的事项，或给无计划的事项补上节点",
        ),
        Problem::RetroactiveChange { first } => say(
            "计划调整不能追溯到批准之前的月份",
            "早于批准的月份",
            format!("最早从 \"{first}\" 起；以前的月份照原计划核算，确有理由的登记豁免"),
        ),
        Problem::RepeatedUnit { unit } => say(
            format!("{unit}在同一事项中出现了两次"),
            "重复",
            "责任单位和配合单位里每个单位只写一次；任务里写的对事项也算，事项自己写了 lead、support 的除外",
        ),
        Problem::SeveralReadings => say("一条只能填一个数", "第二个数", "只保留一个"),
        Problem::SeveralSchedules => {
            say("一个事项只能有一种时限", "第二种", "在 due、milestones、recurring、indicator、standing 中只保留一种")
        }
        Problem::StrayFile { meant } => say(
            "这个文件或文件夹不会被读取",
            "",
            meant.as_ref().map_or_else(
                || "任务放在 tasks/，月报放在 reports/2022-06/，文件名以 .toml 结尾".to_owned(),
                |path| format!("是否应为 {path}？"),
            ),
        ),
        Problem::Syntax { fault } => syntax(fault),
        Problem::TooFewMilestones { fewest } => say(
            "节点太少",
            format!("至少要{fewest}个"),
            match fewest {
                1 => "写上节点，如 { by = \"2022-12\", percent = 100 }",
                _ => "匀速推进（linear）至少要起点和终点两个节点",
            },
        ),
        Problem::TooLarge { bytes, limit } => {
            say(format!("文件有{bytes}字节，超过上限{limit}字节，没有读取"), "", "检查是不是放错了文件")
        }
        Problem::UnclearOccurrence { taken, open } => say(
            format!(
                "没有写是哪一期，按{}到期的一期计；{}到期的还没有做，将记为缺项",
                plain_month(*taken),
                open.iter().map(|due| plain_month(*due)).collect::<Vec<_>>().join("、")
            ),
            "是哪一期？",
            format!(
                "补报以前的写明是哪一期，如 occurrence = {}；确是本期的写 occurrence = \"{taken}\"",
                months(&open[..1])
            ),
        ),
        Problem::UnfinishedCurve { level } => say(
            format!("最后一个节点只要求{level}%，不是全部完成"),
            "最后一个节点",
            "如本年只做到这里，可不改；否则补上 100 的节点",
        ),
        Problem::UnknownItem { id, meant, own } => say(
            format!("方案里没有事项 {}", reveal(id)),
            meant_label(meant.as_deref()),
            if own.is_empty() {
                "编号照任务文件里的 id 写，如 \"2.1\"".to_owned()
            } else {
                format!("编号照任务文件里的 id 写；这个单位负责的有：{}", own.join("、"))
            },
        ),
        Problem::UnknownKey { key, meant, known } => say(
            format!("不认识的字段“{}”", reveal(key)),
            meant_label(meant.or_else(|| {
                let english = english_keys(key).iter().copied();
                english.clone().find(|key| known.contains(key))
            })),
            format!("这里可以写：{}", words_list(known)),
        ),
        Problem::UnknownSeason { id, meant, known } => say(
            format!("方案里没有名为 {} 的时段", reveal(id)),
            meant_label(meant.as_deref()),
            if known.is_empty() {
                "先在 plan.toml 的 [seasons] 里定义它".to_owned()
            } else {
                format!("可选：{}", known.join("、"))
            },
        ),
        Problem::UnknownTask { number, known } => say(
            format!("方案里没有任务{number}"),
            "没有这个任务",
            format!("可选：{}", known.iter().map(u32::to_string).collect::<Vec<_>>().join("、")),
        ),
        Problem::UnknownTier { id, meant, known } => {
            say(format!("方案里没有档次 {id}"), meant_label(meant.as_deref()), format!("可选：{}", known.join("、")))
        }
        Problem::UnknownUnit { id, meant, known } => say(
            format!("方案里没有单位 {}", reveal(id)),
            meant_label(meant.as_deref()),
            if known.is_empty() {
                "单位标识见 plan.toml 的 [units.标识]".to_owned()
            } else {
                format!("可选：{}", known.join("、"))
            },
        ),
        Problem::Unreadable { reason: None } => {
            say("这不是普通文件，没有读取", "", "检查是不是文件夹、管道或设备占用了这个名字")
        }
        Problem::Unreadable { reason: Some(reason) } => {
            say(format!("文件读不出来，系统提示：{reason}"), "", "检查权限、链接和磁盘后再试")
        }
        Problem::WithdrawnWithoutNote { due, month } => say(
            format!(
                "{}到期的一期，{}报过已做，这里报未做，却没有说明",
                terms::month(*due, Lang::Zh),
                terms::month(*month, Lang::Zh)
            ),
            "与以前报的相反",
            "属实的在这一条写 note = \"原因\"；填错的请更正",
        ),
        Problem::WrongReading { given, wanted, unit } => {
            say(format!("这个事项不用 {} 填报", given.key()), "填法不对", format!("改为 {}", reading(*wanted, unit)))
        }
        Problem::WrongType { wanted } => say(
            "这里的写法不对",
            "",
            match wanted {
                WantedValue::Text => "两边加英文引号，如 \"2.1\"、\"housing\"",
                WantedValue::Boolean => "写 true 或 false，不加引号",
                WantedValue::Number => "写一个数，如 35 或 62.5",
                WantedValue::Table => "写成一组字段，如 { 字段 = 值, 字段 = 值 }，或以 [标题] 另起一段",
                WantedValue::List => "写成列表，只有一个也要方括号，如 [\"housing\"]",
                WantedValue::Tables => {
                    "写成多组字段，每组的标题用两层方括号，如 [[entries]]、[[items]]，或写成 [{ … }, { … }]"
                }
                WantedValue::Moment => "写月份 \"2022-06\"（带引号）或日期 2022-06-15（不带引号）",
                WantedValue::Month => "写月份，带引号，如 \"2022-06\"",
                WantedValue::Day => "写日期，不带引号，如 2022-06-22",
            },
        ),
    }
}

fn meant_label(meant: Option<&str>) -> String {
    meant.map_or_else(String::new, |word| format!("是否想写“{word}”？"))
}

fn words_list(words: &[&str]) -> String {
    words.join("、")
}

/// The words of files with what they mean.
fn with_gloss(words: &[&str]) -> String {
    let one = |word: &&str| {
        let gloss = match *word {
            "department" => "部门",
            "branch" => "派出机构",
            "institution" => "事业单位",
            "township" => "乡镇",
            "subdistrict" => "街道",
            "stated" => "原文",
            "inferred" => "推断",
            "unit-plan" => "单位计划",
            "office" => "办公室确定",
            "at-least" => "不低于",
            "at-most" => "不高于",
            "below" => "低于",
            "above" => "高于",
            "month" => "每月",
            "quarter" => "每季度",
            "half-year" => "每半年",
            "year" => "每年",
            "step" => "到点完成",
            "linear" => "匀速推进",
            "normal" => "正常",
            "problem" => "有问题",
            _ => return (*word).to_owned(),
        };
        format!("{word}（{gloss}）")
    };
    let words: Vec<String> = words.iter().map(one).collect();
    words.join("、")
}

/// The keys that a Chinese word may stand for.
fn english_keys(chinese: &str) -> &'static [&'static str] {
    match chinese {
        "进度" | "完成比例" | "完成率" | "百分比" | "百分数" => &["percent"],
        "完成数" | "完成数量" | "已完成" => &["done"],
        "读数" | "数值" | "监测值" => &["value"],
        "状态" | "情况" => &["state"],
        "说明" | "备注" => &["note"],
        "问题" | "存在问题" => &["problem"],
        "下一步" | "下步打算" | "下一步工作" => &["next"],
        "附件" => &["attachments"],
        "事项" | "事项编号" => &["item", "items"],
        "单位" | "填报单位" => &["unit"],
        "月份" => &["month"],
        "报送日期" | "报送时间" => &["submitted"],
        "填报人" => &["reporter"],
        "审核人" => &["approver"],
        "标题" => &["title"],
        "名称" => &["name", "title"],
        "责任单位" | "牵头单位" => &["lead"],
        "配合单位" => &["support"],
        "时限" | "完成时限" => &["due"],
        "节点" => &["milestones"],
        "数量" => &["quantity"],
        "时限依据" | "依据" => &["basis"],
        _ => &[],
    }
}

fn plain_month(month: Month) -> String {
    format!("{}年{}月", month.year(), month.number())
}

fn months(months: &[Month]) -> String {
    let months: Vec<String> = months.iter().map(|month| format!("\"{month}\"")).collect();
    months.join("、")
}

fn reading(kind: ReadingKind, unit: &str) -> String {
    match kind {
        ReadingKind::Percent => "percent = 累计完成百分数，如 percent = 35".to_owned(),
        ReadingKind::Done => format!("done = 累计完成数（{unit}），如 done = 5"),
        ReadingKind::Value => "value = 本期读数，如 value = 91.2".to_owned(),
        ReadingKind::Occurrence => "occurrence = \"到期月份\"，或不写，表示本期已做".to_owned(),
        ReadingKind::State => "state = \"normal\"（正常）或 \"problem\"（有问题）".to_owned(),
    }
}

fn example(key: &str) -> String {
    let example = match key {
        "title" => "title = \"标题\"",
        "start" => "start = \"2022-01\"",
        "end" => "end = \"2022-12\"",
        "report-day" => "report-day = 23",
        "units" => "[units.housing]，下面写 name 和 kind",
        "name" => "name = \"区住建局\"",
        "kind" => {
            "kind = \"department\"（部门、派出机构、事业单位、乡镇、街道分别写 department、branch、institution、township、subdistrict）"
        }
        "number" => "number = 2",
        "id" => "id = \"2.1\"",
        "basis" => "basis = \"stated\"（原文 stated、推断 inferred、单位计划 unit-plan、办公室确定 office）",
        "month" => "month = \"2022-06\"",
        "unit" => "unit = \"housing\"（单位标识），数量的 unit 写计量单位",
        "item" => "item = \"2.1\"",
        "by" => "by = \"2022-06\"",
        "percent" => "percent = 50",
        "total" => "total = 12",
        "every" => "every = \"quarter\"",
        "compare" => "compare = \"at-least\"",
        "target" => "target = 90",
        "due" => "due = \"2022-12\"",
        "from" => "from = \"06-01\"",
        "to" => "to = \"09-30\"",
        "months" => "months = 1",
        _ => return format!("补上 {key} = …"),
    };
    format!("补上，如 {example}")
}

fn figure(fault: &FigureFault, rule: DecimalRule) -> Said {
    let wanted = match rule {
        DecimalRule::Percent => "写0到100之间的百分数，最多两位小数，不带%，如 60 或 62.5",
        DecimalRule::Amount => "写不小于0的数量，最多四位小数，如 5 或 12.5",
        DecimalRule::PositiveAmount => "写大于0的数量，最多四位小数，如 5 或 12.5",
        DecimalRule::Value => "写读数，最多四位小数，如 91.2",
        DecimalRule::Whole => "写不小于0的整数，如 3",
    };
    match fault {
        FigureFault::NotANumber => say("这不是数", "不是数", wanted),
        FigureFault::Dressed { meant } => say("数字要用半角写，后面不带符号和单位", format!("写成 {meant}"), wanted),
        FigureFault::Exponent => say("不用科学计数法", "写成普通的数", wanted),
        FigureFault::NotFinite => say("这里必须是确定的数", "不是确定的数", wanted),
        FigureFault::TooManyDecimals { allowed: 0 } => say("这里必须是整数", "有小数", wanted),
        FigureFault::TooManyDecimals { allowed } => {
            say(format!("小数最多{allowed}位"), format!("超过{allowed}位小数"), wanted)
        }
        FigureFault::Negative if rule == DecimalRule::PositiveAmount => say("数量必须大于0", "不大于0", wanted),
        FigureFault::Negative => say("不能是负数", "小于0", wanted),
        FigureFault::TooLarge { limit: 100 } => say("百分数不能超过100；超额完成的也填100", "超过100", wanted),
        FigureFault::TooLarge { limit } => say(format!("数太大，最大{limit}"), "太大", wanted),
    }
}

fn ladder(fault: LadderFault) -> Said {
    match fault {
        LadderFault::Empty => say("档次表是空的，什么也不会触发", "", "写上 [[tiers]]，或整个去掉，用默认的三档"),
        LadderFault::NotRising { .. } => say("档次的月数必须一档比一档大", "不比前一档大", "从轻到重排列，如 1、2、3"),
        LadderFault::Zero { .. } => say("0个月的档次会落到所有单位头上", "不能是0", "至少写1"),
        LadderFault::NeverReached { longest, .. } => say(
            "这一档永远不会触发",
            format!("方案期内最多滞后{longest}个月"),
            format!("写不大于{longest}的月数，或去掉这一档"),
        ),
    }
}

fn misplaced(key: &str, because: MisplacedBecause) -> Said {
    let instead = match because {
        MisplacedBecause::NeedsMilestones => "只有写了 milestones 才用它；单个时限不用写".to_owned(),
        MisplacedBecause::NeedsStanding => "只有 standing = true 的事项才用它".to_owned(),
        MisplacedBecause::NeedsCurve => "数量只用于 due 或 milestones 的事项".to_owned(),
        MisplacedBecause::NeedsQuantity => "先写 quantity = { total = …, unit = \"…\" }".to_owned(),
        MisplacedBecause::OneOrTheOther { other } => format!("与 {other} 只能写一个"),
        MisplacedBecause::Needs { other } => format!("要同时写上 {other}"),
        MisplacedBecause::OnlyTrue => "常态事项写 standing = true；不是常态就去掉这一行".to_owned(),
    };
    say(format!("字段 {key} 在这里不起作用"), "用不上", instead)
}

fn syntax(fault: &SyntaxFault) -> Said {
    match fault {
        SyntaxFault::FullWidth { found, plain: ' ' } => {
            let code = u32::from(*found);
            say(format!("这里有一个全角空格（U+{code:04X}）"), "全角空格", "改成半角空格，或删去")
        }
        SyntaxFault::FullWidth { found, plain } => say(
            format!("这里有中文或全角符号 {found}"),
            format!("改成半角的 {plain}"),
            "切换到英文输入法再写符号和数字；引号内的文字不受限",
        ),
        SyntaxFault::Conflict => say(
            "这里是没有解决的合并冲突：两个人改了同一处，git 把两种写法都留下了",
            "从这里到 >>>>>>>",
            "两种写法留下对的一种，再删去 <<<<<<<、=======、>>>>>>> 这三行",
        ),
        SyntaxFault::PercentSign { meant } => say("百分数后面不带%", "去掉%", format!("写成 {meant}")),
        SyntaxFault::DressedNumber { meant } => {
            say("数字要用半角写，前后不带符号、单位和说明", format!("写成 {meant}"), "如要说明，写在 note 里")
        }
        SyntaxFault::Trailing => say(
            "值写完以后还有多余的内容",
            "多余的",
            "多余的标点删去；引号里面还要用引号的，用中文引号“ ”；另一个字段另起一行，说明文字前面加 #",
        ),
        SyntaxFault::Backslash => say("引号里不能直接写反斜杠 \\", "反斜杠", "把 \\ 改成 /，如 \"附件/六月.xlsx\""),
        SyntaxFault::UnquotedMonth { meant } => say("月份要加英文引号", "缺引号", format!("写成 {meant}")),
        SyntaxFault::DateForm { meant } => say("日期的写法不对", "不是“年-月-日”", format!("写成 {meant}，不加引号")),
        SyntaxFault::LeadingZero { meant } => say("数前面不写0", "多余的0", format!("写成 {meant}")),
        SyntaxFault::ChineseKey { key } if key.starts_with("[units.") => say(
            format!("单位标识要用英文字母，不能写“{key}”"),
            "中文标识",
            "用拼音或英文，如 [units.sudian]；中文名称写在下面的 name 里",
        ),
        SyntaxFault::ChineseKey { key } => say(
            format!("字段名要用英文，不能写“{key}”"),
            "中文字段名",
            english_keys(key)
                .first()
                .map_or_else(|| "字段名如 percent、note，见 README".to_owned(), |english| format!("可写成 {english}")),
        ),
        SyntaxFault::Control { code } => {
            say(format!("这里有一个看不见的控制字符（U+{code:04X}）"), "控制字符", "删去它；多半是从别处粘贴带来的")
        }
        SyntaxFault::UnquotedText => say(
            "文字要加英文引号",
            "缺引号",
            "文字两边加英文引号，如 note = \"已开工\"；数要写阿拉伯数字，如 percent = 40",
        ),
        SyntaxFault::UnclosedText => say("引号没有成对", "从这里起", "文字两边都要有英文引号，写在同一行"),
        SyntaxFault::UnclosedBracket => say("括号没有成对，或各项之间缺逗号", "从这里起", "补上 ]、} 或逗号"),
        SyntaxFault::NoValue => say("这一行不是“字段 = 值”", "缺等号或值", "写成 字段 = 值；说明文字前面加 #"),
        SyntaxFault::Other { message } => {
            say(format!("这里不符合 TOML 的写法（{message}）"), "读不下去", "对照 README 里的例子改正")
        }
    }
}
