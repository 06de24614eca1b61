//! What can be wrong with a value, or expected in its place, with the words for each case: the details of problems.

use super::said::english_keys;
use super::{Lang, Words};
use crate::model::{FigureFault, Item, LadderFault, Schedule};

cases! { wording -> Words, lang;
    /// Why a value is not a calendar date.
    DateFault {
        /// There is no such day in the calendar, or the year is out of range.
        NoSuchDay => {
            what: "没有这一天", "there is no such date";
            label: "日历上没有", "not in the calendar";
            instead: "检查年、月、日，写成 2022-06-22 的样子，不加引号",
                "check the year, month and day; write it as 2022-06-22, without quotes";
        }
        /// In quotes, or with a time of day; the date itself is given if there is one.
        NotADay {
            /// The date as it should be written.
            meant: Option<String>,
        } => {
            what: "这里要写一个日期", "expected a date here";
            label: "不是日期", "not a date";
            instead: {
                match meant {
                    None => { "写成 2022-06-22 的样子，不加引号", "write it as 2022-06-22, without quotes" }
                    Some(day) => { "写成 {day}，不加引号，不带时间", "write {day}, without quotes and without a time" }
                }
            }
        }
    }

    /// Why a target does not fit how it is compared.
    BadTarget {
        /// `between` without two bounds.
        NotTwo => {
            what: "between 要写两个界限", "`between` takes two bounds";
            label: "不是两个数", "not two numbers";
            instead: "写 target = [6, 9]，两端都算达标；只有一个界限的，compare 写 at-least 或 at-most",
                "write target = [6, 9], both of which are good enough; with one bound write compare = \"at-least\" or \"at-most\"";
        }
        /// Two bounds, the first not below the second.
        NotRising {
            /// The lower one.
            lower: String,
            /// The upper one.
            upper: String,
        } => {
            what: "两个界限要先小后大", "the lower bound comes first";
            label: "";
            instead: "写 target = [{lower}, {upper}]；两端相同的不是范围",
                "write target = [{lower}, {upper}]; two equal bounds are no range";
        }
        /// Two bounds without `between`.
        TwoElsewhere => {
            what: "两个界限只和 between 一起写", "two bounds go with `between` only";
            label: "写了两个数", "two numbers";
            instead: "在两者之间的，compare 写 \"between\"；否则 target 只写一个数，如 target = 90",
                "write compare = \"between\", or one number, like target = 90";
        }
        /// `no-worse-than` without a scale.
        NoScale => {
            what: "no-worse-than 是比较等级的，还要写哪一套等级", "`no-worse-than` compares classes, so it needs a scale";
            label: "没有 scale", "no scale";
            instead: "加上 scale = \"water\"，在 plan.toml 的 [scales] 里写 water = [\"Ⅰ\", \"Ⅱ\", …]；比较数的写 at-least 或 at-most",
                "add scale = \"water\", with water = [\"Ⅰ\", \"Ⅱ\", …] under [scales] in plan.toml; numbers are compared by at-least or at-most";
        }
        /// A scale, and another comparison.
        OnScale => {
            what: "等级没有高低之说，这样写有两种意思", "of classes this can mean two things";
            label: "不用于等级", "not for classes";
            instead: "写 compare = \"no-worse-than\"（不差于）", "write compare = \"no-worse-than\"";
        }
        /// A running count that is no limit.
        CountsUp => {
            what: "累计次数（counts）只用于不能超过的限额", "a running count (`counts`) is for a limit that may not be passed";
            label: "不是限额", "no limit";
            instead: "写 compare = \"at-most\" 或 \"below\"；要达到的个数不写 counts",
                "write compare = \"at-most\" or \"below\"; leave `counts` out where so many are to be reached";
        }
    }

    /// What makes a line unreadable. `meant` is how it should be written.
    #[expect(missing_docs, reason = "a field is what the sentences of its case make of it")]
    SyntaxFault {
        /// A full-width or Chinese character where a plain one belongs.
        FullWidth { found: char, plain: char } => {
            match plain {
                ' ' => {
                    let code = u32::from(*found);
                    what: "这里有一个全角空格（U+{code:04X}）", "a full-width space (U+{code:04X})";
                    label: "全角空格", "full-width space";
                    instead: "改成半角空格，或删去", "use an ordinary space, or none";
                }
                _ => {
                    what: "这里有中文或全角符号 {found}", "a Chinese or full-width `{found}`";
                    label: "改成半角的 {plain}", "use a plain {plain}";
                    instead: "切换到英文输入法再写符号和数字；引号内的文字不受限",
                        "switch the keyboard to English for punctuation and digits; quoted text may contain anything";
                }
            }
        }
        /// The marks that git leaves if two versions of a file could not be merged.
        Conflict => {
            what: "这里是没有解决的合并冲突：两个人改了同一处，git 把两种写法都留下了",
                "an unresolved merge conflict: two people changed the same lines, and git kept both versions";
            label: "从这里到 >>>>>>>", "from here to >>>>>>>";
            instead: "两种写法留下对的一种，再删去 <<<<<<<、=======、>>>>>>> 这三行",
                "keep the right one of the two versions, then delete the lines <<<<<<<, ======= and >>>>>>>";
        }
        /// `35%`
        PercentSign { meant: String } => {
            what: "百分数后面不带%", "a percentage is written without %";
            label: "去掉%", "remove the %";
            instead: "写成 {meant}", "write {meant}";
        }
        /// `３５`, `5个`, `>=90`: a number with something around it.
        DressedNumber { meant: String } => {
            what: "数字要用半角写，前后不带符号、单位和说明", "a number is written in plain digits, with nothing around it";
            label: "写成 {meant}", "write {meant}";
            instead: "如要说明，写在 note 里", "put remarks in `note`";
        }
        /// `month = 2022-06` without quotes.
        UnquotedMonth { meant: String } => {
            what: "月份要加英文引号", "a month must be in quotes";
            label: "缺引号", "quotes missing";
            instead: "写成 {meant}", "write {meant}";
        }
        /// `2022/6/22`, `2022-6-22`
        DateForm { meant: String } => {
            what: "日期的写法不对", "a date is written year-month-day";
            label: "不是“年-月-日”", "wrong form";
            instead: "写成 {meant}，不加引号", "write {meant}, without quotes";
        }
        /// `035`
        LeadingZero { meant: String } => {
            what: "数前面不写0", "a number must not begin with 0";
            label: "多余的0", "extra 0";
            instead: "写成 {meant}", "write {meant}";
        }
        /// A key in Chinese.
        ChineseKey { key: String } => {
            match (key.starts_with("[units."), english_keys(key).first()) {
                (true, _) => {
                    what: "单位标识要用英文字母，不能写“{key}”", "a unit's id is written in ASCII letters; `{key}` is not";
                    label: "中文标识", "not an id";
                    instead: "用拼音或英文，如 [units.sudian]；中文名称写在下面的 name 里",
                        "use pinyin or English, like [units.sudian]; put the Chinese name below it, in `name`";
                }
                (false, english) => {
                    what: "字段名要用英文，不能写“{key}”", "keys are written in English; `{key}` is not a key";
                    label: "中文字段名", "not a key";
                    instead: {
                        match english {
                            Some(english) => {
                                "可写成 {english}", "write {english}"
                            }
                            None => {
                                "字段名如 percent、note；怎样写，看 shangdang help percent", "keys are words like percent and note; shangdang help percent shows how one is written"
                            }
                        }
                    }
                }
            }
        }
        /// A control character.
        Control { code: u32 } => {
            what: "这里有一个看不见的控制字符（U+{code:04X}）", "an invisible control character (U+{code:04X})";
            label: "控制字符", "control character";
            instead: "删去它；多半是从别处粘贴带来的", "delete it; it was probably pasted in from elsewhere";
        }
        /// A text without quotes.
        UnquotedText => {
            what: "文字要加英文引号", "text must be in quotes";
            label: "缺引号", "quotes missing";
            instead: "文字两边加英文引号，如 note = \"已开工\"；数要写阿拉伯数字，如 percent = 40",
                "put text in quotes, like note = \"started\"; write numbers in digits, like percent = 40";
        }
        /// Something after a complete value.
        Trailing => {
            what: "值写完以后还有多余的内容", "unexpected characters after the value";
            label: "多余的", "unexpected";
            instead: "多余的标点删去；引号里面还要用引号的，用中文引号“ ”；另一个字段另起一行，说明文字前面加 #",
                "delete stray punctuation; write quotes inside quotes as “ ”; put each `key = value` on its own line; begin remarks with #";
        }
        /// A backslash inside quotes, as in the path of a file.
        Backslash => {
            what: "引号里不能直接写反斜杠 \\", "a backslash cannot be written as it is inside quotes";
            label: "反斜杠", "backslash";
            instead: "把 \\ 改成 /，如 \"附件/六月.xlsx\"", "write / instead of \\, like \"annex/june.xlsx\"";
        }
        /// A quote that is never closed.
        UnclosedText => {
            what: "引号没有成对", "a quote is not closed";
            label: "从这里起", "from here on";
            instead: "文字两边都要有英文引号，写在同一行", "put quotes at both ends of the text, on the same line";
        }
        /// A bracket that is never closed.
        UnclosedBracket => {
            what: "括号没有成对，或各项之间缺逗号", "a bracket is not closed, or a comma is missing";
            label: "从这里起", "from here on";
            instead: "补上 ]、}} 或逗号", "add the missing ], }} or comma";
        }
        /// No `=`, or nothing after it.
        NoValue => {
            what: "这一行不是“字段 = 值”", "this line is not `key = value`";
            label: "缺等号或值", "= or value missing";
            instead: "写成 字段 = 值；说明文字前面加 #", "write key = value; begin remarks with #";
        }
        /// Anything else, in the words of the TOML library.
        Other { message: String } => {
            what: "这里不符合 TOML 的写法（{message}）", "this is not valid TOML ({message})";
            label: "读不下去", "cannot be read";
            instead: "对照例子改正：每个字段的例子看 shangdang help 字段名，如 shangdang help percent", "compare with the examples: shangdang help KEY, such as shangdang help percent";
        }
    }
}

cases! { format -> String, lang;
    /// Why a key has no effect where it is.
    #[derive(Copy)]
    MisplacedBecause {
        /// `curve` needs milestones, and there are none.
        NeedsMilestones => {
            "只和 milestones 一起写；要求匀速的，把 due 改写成两个节点：开工前一个月 percent = 0，到期那个月 percent = 100",
            "use it only with `milestones`; for an even pace write two of them instead of `due`: percent = 0 a month before work starts, percent = 100 when it is due"
        }
        /// `season` belongs to a standing duty.
        NeedsStanding => { "只有 standing = true 的事项才用它", "use it only with standing = true" }
        /// `quantity` belongs to a deadline or milestones.
        NeedsCurve => { "数量只用于 due、milestones 或 stages 的事项", "use a quantity only with `due`, `milestones` or `stages`" }
        /// `shares` and `amount` need a quantity, and there is none.
        NeedsQuantity => {
            "先写 quantity = {{ total = …, unit = \"…\" }}", "first add quantity = {{ total = …, unit = \"…\" }}"
        }
        /// Two keys that exclude each other.
        OneOrTheOther {
            /// The other key.
            other: &'static str,
        } => { "与 {other} 只能写一个", "write either this or `{other}`, not both" }
        /// `standing = false` has no effect.
        OnlyTrue => {
            "常态事项写 standing = true；不是常态就去掉这一行",
            "write standing = true for a standing duty; for any other item remove this line"
        }
        /// It has an effect only together with another key.
        Needs {
            /// The other key.
            other: &'static str,
        } => { "要同时写上 {other}", "write `{other}` as well" }
    }
}

cases! { pick -> &'static str, lang;
    /// Why an occurrence cannot be reported.
    #[derive(Copy)]
    OccurrenceFault {
        /// No occurrence is due in that month.
        NotDue => { "这个事项在该月没有到期的一期", "no occurrence of this item is due in that month" }
        /// Its period has not begun in the month of the report.
        NotBegun => {
            "这一期还没有开始，不能提前填报", "the period of this occurrence has not begun; it cannot be reported yet"
        }
        /// The entry names none, and no period contains the month of the report.
        NoneHolds => {
            "本月不在任何一期之内，不知道填报的是哪一期", "this month is in none of the periods, so it is not clear which occurrence is reported"
        }
    }

    /// What a number has to be.
    #[derive(Copy)]
    DecimalRule {
        /// 0 to 100, at most two decimals.
        Percent => {
            "写0到100之间的百分数，最多两位小数，不带%，如 60 或 62.5",
            "write a percentage from 0 to 100 with at most two decimals and no %, like 60 or 62.5"
        }
        /// Zero or more, at most four decimals.
        Amount => {
            "写不小于0的数量，最多四位小数，如 5 或 12.5",
            "write an amount, 0 or more, with at most four decimals, like 5 or 12.5"
        }
        /// More than zero, at most four decimals.
        PositiveAmount => {
            "写大于0的数量，最多四位小数，如 5 或 12.5",
            "write an amount greater than 0 with at most four decimals, like 5 or 12.5"
        }
        /// Any sign, at most four decimals.
        Value => { "写读数，最多四位小数，如 91.2", "write a reading with at most four decimals, like 91.2" }
        /// A whole number.
        Whole => { "写不小于0的整数，如 3", "write a whole number, 0 or more, like 3" }
        /// A whole number that is not zero.
        Count => { "写大于0的整数，如 3", "write a whole number, 1 or more, like 3" }
    }

    /// The types of values a key may have.
    #[derive(Copy)]
    WantedValue {
        /// A quoted text.
        Text => {
            "两边加英文引号，如 \"2.1\"、\"housing\"", "write it in quotes, like \"2.1\" or \"housing\""
        }
        /// `true` or `false`.
        Boolean => { "写 true 或 false，不加引号", "write true or false, without quotes" }
        /// A number.
        Number => { "写一个数，如 35 或 62.5", "write a number, like 35 or 62.5" }
        /// A table.
        Table => {
            "写成一组字段，如 { 字段 = 值, 字段 = 值 }，或以 [标题] 另起一段",
            "write a group of keys, like { key = value, key = value }, or put them under a [heading]"
        }
        /// A list.
        List => {
            "写成列表，只有一个也要方括号，如 [\"housing\"]",
            "write a list, in brackets even if it has only one element, like [\"housing\"]"
        }
        /// A list of tables.
        Tables => {
            "写成多组字段，每组的标题用两层方括号，如 [[entries]]、[[items]]，或写成 [{ … }, { … }]",
            "write groups of keys, each under a heading in double brackets, like [[entries]] or [[items]], or write [{ … }, { … }]"
        }
        /// `"2022-06"` or `2022-06-15`.
        Moment => {
            "写月份 \"2022-06\"（带引号）或日期 2022-06-15（不带引号）",
            "write a month in quotes, like \"2022-06\", or a date without quotes, like 2022-06-15"
        }
        /// `"2022-06"`
        Month => { "写月份，带引号，如 \"2022-06\"", "write a month in quotes, like \"2022-06\"" }
        /// A day, `2022-06-22`.
        Day => { "写日期，不带引号，如 2022-06-22", "write a date without quotes, like 2022-06-22" }
    }
}

/// What ids look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdRule {
    /// `[a-z0-9-]`
    Name,
    /// The same, except for names that Windows reserves for devices: no report could be saved under them there.
    Device,
    /// `2.1`
    Item,
    /// `2.d1`
    Finding,
}

/// The kinds of figures an entry may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingKind {
    /// `percent`
    Percent,
    /// `done`
    Done,
    /// `stages`
    Stages,
    /// `value`
    Value,
    /// `occurrence`
    Occurrence,
    /// `done`, counted within a period
    Times,
    /// `state`
    State,
}

impl ReadingKind {
    /// The reading that an item is measured by.
    pub fn of(item: &Item) -> Self {
        match (&item.schedule, &item.quantity) {
            (Schedule::Recurring(recurring), _) if recurring.is_counted() => Self::Times,
            (Schedule::Recurring(_), _) => Self::Occurrence,
            (Schedule::Stages(_), _) => Self::Stages,
            (Schedule::Curve(_) | Schedule::Unscheduled, Some(_)) => Self::Done,
            (Schedule::Curve(_) | Schedule::Unscheduled, None) => Self::Percent,
            (Schedule::Indicator(_), _) => Self::Value,
            (Schedule::Standing { .. }, _) => Self::State,
        }
    }

    /// The key that gives it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Percent => "percent",
            Self::Done | Self::Times => "done",
            Self::Stages => "stages",
            Self::Value => "value",
            Self::Occurrence => "occurrence",
            Self::State => "state",
        }
    }

    /// How it is written, for an item counted in `unit`.
    pub(super) fn words(self, unit: &str, lang: Lang) -> String {
        say!(lang {
            match self {
                Self::Percent => {
                    "percent = 累计完成百分数，如 percent = 35", "percent = the cumulative percentage, like percent = 35"
                }
                Self::Done => {
                    "done = 累计完成数（{unit}），如 done = 5", "done = the cumulative amount ({unit}), like done = 5"
                }
                Self::Stages => {
                    "stages = 月末各阶段上的数（{unit}），如 stages = {{ \"开工\" = 3, \"建成\" = 5 }}",
                    "stages = how many stand at each stage ({unit}), like stages = {{ \"开工\" = 3, \"建成\" = 5 }}"
                }
                Self::Value => { "value = 本期读数，如 value = 91.2", "value = the reading, like value = 91.2" }
                Self::Occurrence => {
                    "occurrence = \"到期月份\"，或不写，表示本期已做",
                    "occurrence = \"due month\", or leave it out if the current occurrence is done"
                }
                Self::Times => {
                    "done = 本期累计做了几次，如 done = 2；补报以前的一期再加 occurrence = \"到期月份\"",
                    "done = how often so far within the period, like done = 2; to make up for an earlier one add occurrence = \"due month\""
                }
                Self::State => {
                    "state = \"normal\"（正常）或 \"problem\"（有问题）", "state = \"normal\" or \"problem\""
                }
            }
        })
    }
}

/// What is said of a number, and of the form expected in its place.
pub(super) fn figure(fault: &FigureFault, rule: DecimalRule, lang: Lang) -> Words {
    sentence!(wording lang {
        let wanted = rule.words(lang);
        match fault {
            FigureFault::NotANumber => {
                what: "这不是数", "this is not a number";
                label: "不是数", "not a number";
                instead: "{wanted}";
            }
            FigureFault::Dressed { meant } => {
                what: "数字要用半角写，后面不带符号和单位",
                    "numbers are written in plain digits with nothing after them, not even a unit";
                label: "写成 {meant}", "write {meant}";
                instead: "{wanted}";
            }
            FigureFault::Exponent => {
                what: "不用科学计数法", "scientific notation is not accepted";
                label: "写成普通的数", "write it in full";
                instead: "{wanted}";
            }
            FigureFault::NotFinite => {
                what: "这里必须是确定的数", "expected a definite number";
                label: "不是确定的数", "not a definite number";
                instead: "{wanted}";
            }
            FigureFault::TooManyDecimals { allowed: 0 } => {
                what: "这里必须是整数", "expected a whole number";
                label: "有小数", "has decimals";
                instead: "{wanted}";
            }
            FigureFault::TooManyDecimals { allowed } => {
                what: "小数最多{allowed}位", "at most {allowed} decimals";
                label: "超过{allowed}位小数", "more than {allowed} decimals";
                instead: "{wanted}";
            }
            FigureFault::Negative if matches!(rule, DecimalRule::PositiveAmount | DecimalRule::Count) => {
                what: "数量必须大于0", "an amount must be greater than 0";
                label: "不大于0", "not greater than 0";
                instead: "{wanted}";
            }
            FigureFault::Negative => {
                what: "不能是负数", "this cannot be negative";
                label: "小于0", "below 0";
                instead: "{wanted}";
            }
            FigureFault::TooLarge { limit: 100 } => {
                what: "百分数不能超过100；超额完成的也填100", "a percentage cannot be more than 100; write 100 even if more was done";
                label: "超过100", "over 100";
                instead: "{wanted}";
            }
            FigureFault::TooLarge { limit } => {
                what: "数太大，最大{limit}", "too large; at most {limit}";
                label: "太大", "too large";
                instead: "{wanted}";
            }
        }
    })
}

/// What is said of tiers.
pub(super) fn ladder(fault: LadderFault, lang: Lang) -> Words {
    sentence!(wording lang {
        match fault {
            LadderFault::Empty => {
                what: "档次表是空的，什么也不会触发", "the ladder of tiers is empty, so nothing would ever be proposed";
                label: "";
                instead: "写上 [[tiers]]，或整个去掉，用默认的三档",
                    "add [[tiers]], or leave the key out to use the three default tiers";
            }
            LadderFault::NotRising { .. } => {
                what: "档次必须一档比一档重", "each tier has to take more lag than the one before";
                label: "不比前一档大", "not more than before";
                instead: "从轻到重排列，如 1、2、3；more-than = 2 比 months = 2 重，比 months = 3 轻",
                    "order them from mildest to most severe, like 1, 2, 3; more-than = 2 stands between months = 2 and months = 3";
            }
            LadderFault::NeverReached { longest, .. } => {
                what: "这一档永远不会触发", "this tier can never be reached";
                label: "方案期内最多滞后{longest}个月", "within the plan nothing can lag longer than {longest} months";
                instead: "写不大于{longest}的月数，或去掉这一档", "write {longest} or less, or remove the tier";
            }
        }
    })
}
