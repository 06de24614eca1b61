//! What can be wrong with a cell or a file that came back, and how it is said: what is wrong, and what to write.

use super::Lang;
use super::collected::endings;
use crate::model::Month;
use crate::problem::{OccurrenceFault, Problem};
use crate::text::{problems, terms};

/// What an item wants in the column of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// 0 to 100.
    Percent,
    /// Cumulative amount in this unit.
    Amount {
        /// 村
        unit: String,
        /// The total is a whole number.
        is_whole: bool,
    },
    /// A measured value in this unit.
    Value {
        /// `%`, `mg/L`, or nothing.
        unit: String,
    },
    /// Done or not done.
    Occurrence,
    /// Normal or with a problem.
    State,
    /// Percent, or a word, where nothing was planned.
    PercentOrState,
    /// An amount, or a word, where nothing was planned.
    AmountOrState {
        /// 村
        unit: String,
    },
}

impl Wanted {
    /// What a figure is counted in; none where no figure is wanted, or nothing says what in.
    pub fn unit(&self) -> Option<&str> {
        let unit = match self {
            Self::Percent | Self::PercentOrState => "%",
            Self::Amount { unit, .. } | Self::Value { unit } | Self::AmountOrState { unit } => unit,
            Self::Occurrence | Self::State => return None,
        };
        (!unit.trim().is_empty()).then_some(unit)
    }

    /// Whether a figure is in percent, so that 0.35 may mean 35.
    pub fn is_percent(&self) -> bool {
        match self {
            Self::Percent | Self::PercentOrState => true,
            Self::Value { unit } => unit == "%",
            _ => false,
        }
    }
}

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// 0.35: is that 0.35 % or 35 %?
    Ambiguous {
        /// As read.
        shown: String,
        /// A hundred times that.
        hundredfold: String,
    },
    /// Not what the item wants.
    NotWanted {
        /// As read.
        shown: String,
        /// What it wants.
        wanted: Wanted,
    },
    /// More decimals than are kept.
    TooManyDecimals {
        /// As read.
        shown: String,
        /// Cut, never rounded up.
        cut: String,
        /// How many are kept.
        allowed: u32,
    },
    /// `#REF!`
    ErrorValue(String),
    /// A formula whose value was never computed.
    NoValue,
    /// A date where a figure belongs: Excel makes one of 5/12.
    DateAsFigure {
        /// As read.
        shown: String,
    },
    /// Words, but no figure.
    WordsWithoutFigure(Wanted),
    /// A figure in a row that names no item.
    NoItem,
    /// 7.1 as a number may be 7.10.
    NumberAsId {
        /// As read.
        shown: String,
        /// The items it may be.
        may_be: Vec<String>,
    },
    /// A date where the number of an item belongs.
    DateAsId,
    /// An item that the form did not ask for.
    NotOnForm(String),
    /// The number is one item's and the name another's.
    IdAndTitle {
        /// The item of the number.
        id: String,
        /// The item of the name.
        named: String,
    },
    /// A name that several items have.
    SeveralItems(Vec<String>),
    /// Counted in something else than the plan counts.
    OtherMeasure {
        /// As written.
        written: String,
        /// What the plan counts in.
        unit: String,
    },
    /// A row of a unit that the plan does not have.
    UnknownUnit {
        /// As written.
        written: String,
        /// The nearest.
        meant: Option<String>,
    },
    /// Not a day.
    BadDay(String),
    /// Something that the checks of the workspace found.
    Told(Problem),
}

/// Why a sheet or file is refused as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing in it.
    Empty,
    /// Larger than any honest form.
    TooLarge {
        /// The most that is read, in MB.
        limit: u64,
    },
    /// Unpacks to more than any honest form.
    Bomb {
        /// The most that is unpacked, in MB.
        limit: u64,
    },
    /// More sheets than are looked at.
    TooManySheets {
        /// The most.
        limit: usize,
    },
    /// Cells further down or right than are looked at.
    TooWide {
        /// The sheet.
        sheet: String,
        /// The most rows.
        rows: u32,
        /// The most columns.
        columns: u32,
    },
    /// Locked with a password.
    Encrypted,
    /// A workbook that cannot be read.
    Damaged,
    /// A web page with the name of a workbook.
    WebPage,
    /// The binary form of Excel's files.
    Binary,
    /// Not a workbook at all.
    NotAWorkbook,
    /// Neither UTF-8 nor GBK.
    NotText,
    /// The system would not give it.
    Unreadable(String),
    /// No heading was recognised.
    NoTable,
    /// Two columns under headings that mean the same.
    SameColumn {
        /// The meaning.
        heading: &'static str,
        /// The cells of the headings.
        cells: Vec<String>,
    },
    /// Headings of a second table in the same sheet.
    SecondTable {
        /// Their row, from 1.
        row: u32,
    },
    /// A table without a column that has to be there.
    NoColumn {
        /// Its heading.
        heading: &'static str,
        /// What was found.
        found: Vec<String>,
    },
    /// Nothing is filled in.
    Blank {
        /// It is one of our forms.
        is_form: bool,
    },
    /// It does not say whose it is.
    NoUnit,
    /// It does not say for which month.
    NoMonth,
    /// A unit that the plan does not have.
    UnknownUnit {
        /// As written.
        written: String,
        /// The nearest.
        meant: Option<String>,
    },
    /// Two places say different things about the unit or the month.
    Contradiction {
        /// What one says, and where.
        one: (String, String),
        /// What the other says, and where.
        other: (String, String),
    },
    /// A form of another plan.
    OtherPlan {
        /// Its title.
        plan: String,
    },
    /// A form of a later version of this program.
    NewerForm,
    /// A month outside the plan.
    OutsidePlan {
        /// The month.
        month: Month,
    },
    /// Several sheets for one unit and month.
    Twice {
        /// The others.
        others: Vec<String>,
    },
    /// It would make another file wrong.
    Elsewhere {
        /// Its place.
        place: String,
        /// What would be wrong there.
        problem: Problem,
    },
    /// Another report is filed already.
    Filed,
    /// A draft says something else.
    Drafted,
    /// The rows are of several units.
    SeveralUnits {
        /// Their names.
        names: Vec<String>,
    },
    /// The report changed while this was done.
    Changed,
    /// The report cannot be written: its path, and why.
    NotWritten(String, String),
    /// The path of the report is a link out of the workspace: its path, and where that leads.
    LeadsOutside(String, String),
}

/// A fault in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellWords {
    /// What is wrong.
    pub what: String,
    /// What to write.
    pub instead: String,
}

fn say(what: impl Into<String>, instead: impl Into<String>) -> CellWords {
    CellWords { what: what.into(), instead: instead.into() }
}

/// What to write where this is wanted.
fn write(wanted: &Wanted, lang: Lang) -> String {
    match (wanted, lang) {
        (Wanted::Percent, Lang::Zh) => "填 0 到 100 的数，如 35 或 62.5".to_owned(),
        (Wanted::Percent, Lang::En) => "enter 0 to 100, such as 35 or 62.5".to_owned(),
        (Wanted::Amount { unit, .. }, Lang::Zh) => {
            format!("填累计完成了多少{unit}，只填数字，如 5")
        }
        (Wanted::Amount { unit, .. }, Lang::En) => {
            format!("enter how many {unit} are done so far, such as 5")
        }
        (Wanted::Value { unit }, Lang::Zh) if unit.is_empty() => "填测得的数，只填数字，如 91.2".to_owned(),
        (Wanted::Value { unit }, Lang::Zh) => {
            format!("填测得的数（{unit}），只填数字，如 91.2")
        }
        (Wanted::Value { .. }, Lang::En) => "enter the measured value, the number only, such as 91.2".to_owned(),
        (Wanted::Occurrence, _) => lang.pick("填“已完成”或“未完成”", "enter `done` or `not done`").to_owned(),
        (Wanted::State, _) => lang.pick("填“正常”或“有问题”", "enter `normal` or `problem`").to_owned(),
        (Wanted::PercentOrState, _) => {
            lang.pick("填 0 到 100 的数，或填“正常”“有问题”", "enter 0 to 100, or `normal` or `problem`").to_owned()
        }
        (Wanted::AmountOrState { unit }, Lang::Zh) => {
            format!("填累计完成了多少{unit}，或填“正常”“有问题”")
        }
        (Wanted::AmountOrState { unit }, Lang::En) => {
            format!("enter how many {unit} are done so far, or `normal` or `problem`")
        }
    }
}

/// A fault of a cell in words.
pub fn fault(fault: &Fault, lang: Lang) -> CellWords {
    match lang {
        Lang::Zh => fault_zh(fault),
        Lang::En => fault_en(fault),
    }
}

fn fault_zh(fault: &Fault) -> CellWords {
    let lang = Lang::Zh;
    match fault {
        Fault::Ambiguous { shown, hundredfold } => say(
            format!("“{shown}”看不出是 {shown}% 还是 {hundredfold}%"),
            format!("是 {hundredfold}% 就填 {hundredfold}；确是 {shown}% 就填 {shown}%（带百分号）"),
        ),
        Fault::NotWanted { shown, wanted } => say(format!("这里不能填“{shown}”"), write(wanted, lang)),
        Fault::TooManyDecimals { shown, cut, allowed } => {
            say(format!("{shown} 的小数太多"), format!("最多{allowed}位小数，填 {cut}"))
        }
        Fault::ErrorValue(shown) => say(format!("公式出错：{shown}"), "改好公式，或直接填数"),
        Fault::NoValue => say("公式还没有算出结果", "用Excel或WPS打开、保存一次再报，或直接填数"),
        Fault::DateAsFigure { shown } => say(format!("这一格成了日期 {shown}"), "把单元格格式改为“常规”，重新填数"),
        Fault::WordsWithoutFigure(wanted) => {
            say("写了情况，没有填完成数", format!("{}；本月不报这一项，就把文字也删去", write(wanted, lang)))
        }
        Fault::NoItem => say("这一行填了数，却没有写是哪个事项", "在这一行写上事项编号，如 2.1"),
        Fault::NumberAsId { shown, may_be } => say(
            format!("编号 {shown} 是数字格式，分不清是{}", may_be.join("还是")),
            "把这一格的格式改为“文本”，重新填编号",
        ),
        Fault::DateAsId => say("编号成了日期", "把这一格的格式改为“文本”，重新填编号，如 2.1"),
        Fault::NotOnForm(id) => {
            say(format!("这张表里原来没有事项 {id}"), "恢复原来的编号；要加报别的事项，请向办公室另要一张表")
        }
        Fault::IdAndTitle { id, named } => say(
            format!("编号是 {id}，名称却是 {named} 的"),
            format!("填的是哪一项？编号写 {id} 或 {named}，名称照着改"),
        ),
        Fault::SeveralItems(ids) => say("叫这个名称的事项不止一个", format!("加写编号：{}", ids.join("、"))),
        Fault::OtherMeasure { written, unit } => say(
            format!("这里的计量单位是“{written}”，方案里是“{unit}”"),
            format!("换算成“{unit}”再填，计量单位也改成“{unit}”"),
        ),
        Fault::UnknownUnit { written, meant } => say(
            format!("方案里没有“{written}”这个单位，不知道这一行是谁的"),
            meant.as_ref().map_or_else(
                || "照方案改正单位名称；不报的就删去这一行".to_owned(),
                |meant| format!("是否想写“{meant}”？不报的就删去这一行"),
            ),
        ),
        Fault::BadDay(shown) => say(format!("“{shown}”不是日期"), "写成 2022-06-22 的样子"),
        Fault::Told(problem) => told_zh(problem),
    }
}

fn fault_en(fault: &Fault) -> CellWords {
    let lang = Lang::En;
    match fault {
        Fault::Ambiguous { shown, hundredfold } => say(
            format!("`{shown}` may be {shown} % or {hundredfold} %"),
            format!("for {hundredfold} % enter {hundredfold}; for {shown} % enter {shown}%, with the sign"),
        ),
        Fault::NotWanted { shown, wanted } => say(format!("`{shown}` cannot stand here"), write(wanted, lang)),
        Fault::TooManyDecimals { shown, cut, allowed } => {
            say(format!("{shown} has too many decimals"), format!("at most {allowed}: enter {cut}"))
        }
        Fault::ErrorValue(shown) => say(format!("the formula fails: {shown}"), "mend it, or enter the number"),
        Fault::NoValue => say("the formula has not been computed yet", "open and save it once, or enter the number"),
        Fault::DateAsFigure { shown } => say(
            format!("this cell has become the date {shown}"),
            "set its format to General and enter the number again",
        ),
        Fault::WordsWithoutFigure(wanted) => {
            say("there are remarks, but no figure", format!("{}; or remove the remarks", write(wanted, lang)))
        }
        Fault::NoItem => say("this row has a figure, but names no item", "enter the id of the item, such as 2.1"),
        Fault::NumberAsId { shown, may_be } => say(
            format!("{shown} is a number here and may be {}", may_be.join(" or ")),
            "set the format of the cell to Text and enter the id again",
        ),
        Fault::DateAsId => {
            say("the id has become a date", "set the format of the cell to Text and enter the id again, such as 2.1")
        }
        Fault::NotOnForm(id) => say(
            format!("item {id} was not on this form"),
            "restore the id; for other items ask the office for another form",
        ),
        Fault::IdAndTitle { id, named } => {
            say(format!("the id is {id}, the title is that of {named}"), "make the two agree")
        }
        Fault::SeveralItems(ids) => say("several items have this title", format!("add the id: {}", ids.join(", "))),
        Fault::OtherMeasure { written, unit } => say(
            format!("this is measured in `{written}`, in the plan in `{unit}`"),
            format!("convert the figure, and write `{unit}` here"),
        ),
        Fault::UnknownUnit { written, meant } => say(
            format!("the plan has no unit `{written}`: whose row is this?"),
            meant.as_ref().map_or_else(
                || "write the unit as the plan does, or remove the row".to_owned(),
                |meant| format!("did you mean `{meant}`? Else remove the row"),
            ),
        ),
        Fault::BadDay(shown) => say(format!("`{shown}` is not a day"), "write it like 2022-06-22"),
        Fault::Told(problem) => told_en(problem),
    }
}

/// What a check of the workspace found, said for somebody who sees a table and no TOML.
fn told_zh(problem: &Problem) -> CellWords {
    match problem {
        Problem::RegressedWithoutNote { before, month } => say(
            format!("比{}填的{before}还低，却没有说明", terms::month(*month, Lang::Zh)),
            "属实的在“进展说明”里写明原因；填错的请更正",
        ),
        Problem::WithdrawnWithoutNote { due, month } => say(
            format!(
                "{}到期的一期，{}报过已做，这里报未做，却没有说明",
                terms::month(*due, Lang::Zh),
                terms::month(*month, Lang::Zh)
            ),
            "属实的在“进展说明”里写明原因；填错的请更正",
        ),
        Problem::NotLead { unit, item, leads } => say(
            format!("{unit}不是事项 {item} 的责任单位"),
            format!("责任单位是{}；检查编号，或删去这一行", leads.join("、")),
        ),
        Problem::UnknownItem { id, meant, own } => say(
            format!("方案里没有事项 {id}"),
            match meant {
                Some(meant) => format!("是否想写 {meant}？本单位负责的有：{}", own.join("、")),
                None => format!("本单位负责的有：{}", own.join("、")),
            },
        ),
        Problem::DuplicateEntry { item } => say(format!("事项 {item} 填了两行"), "只保留一行"),
        Problem::BadOccurrence { fault: OccurrenceFault::NoneHolds, known } => say(
            "本月不在任何一期之内",
            format!("在编号后注明是哪一期，如 9.1（{}）", known.first().map_or_else(String::new, Month::to_string)),
        ),
        Problem::BadOccurrence { known, .. } => {
            say("没有这一期，或这一期还没有开始", format!("可以是：{}", months(known).join("、")))
        }
        Problem::UnclearOccurrence { taken, open } => say(
            format!("看不出做完的是哪一期：{taken}，还是以前欠的{}", months(open).join("、")),
            format!("在编号后注明是哪一期，如 9.1（{taken}）"),
        ),
        Problem::ImplausibleDate { month, last } => say(
            format!("{}的月报不可能是这一天报送的", terms::month(*month, Lang::Zh)),
            format!("日期应在{month}到{last}之间；检查年份和月份"),
        ),
        other => {
            let words = problems::words(other, Lang::Zh);
            say(words.what, words.instead)
        }
    }
}

fn told_en(problem: &Problem) -> CellWords {
    match problem {
        Problem::RegressedWithoutNote { before, month } => say(
            format!("lower than the {before} of {month}, without a word"),
            "say why in the note, or correct the figure",
        ),
        Problem::WithdrawnWithoutNote { due, month } => say(
            format!("the one due in {due} was reported done for {month}, and now not, without a word"),
            "say why in the note, or correct it",
        ),
        Problem::NotLead { unit, item, leads } => say(
            format!("{unit} does not answer for item {item}"),
            format!("{} does; check the id or remove the row", leads.join(", ")),
        ),
        Problem::UnknownItem { id, meant, own } => say(
            format!("the plan has no item {id}"),
            match meant {
                Some(meant) => format!("did you mean {meant}? The unit's own: {}", own.join(", ")),
                None => format!("the unit's own: {}", own.join(", ")),
            },
        ),
        Problem::DuplicateEntry { item } => say(format!("item {item} has two rows"), "keep one of them"),
        Problem::BadOccurrence { fault: OccurrenceFault::NoneHolds, known } => say(
            "the month lies in no period",
            format!(
                "add the period to the id, like 9.1 ({})",
                known.first().map_or_else(String::new, Month::to_string)
            ),
        ),
        Problem::BadOccurrence { known, .. } => {
            say("there is no such period, or it has not begun", format!("possible: {}", months(known).join(", ")))
        }
        Problem::UnclearOccurrence { taken, open } => say(
            format!("this may be the period {taken}, or one still open: {}", months(open).join(", ")),
            format!("add the period to the id, like 9.1 ({taken})"),
        ),
        Problem::ImplausibleDate { month, last } => say(
            format!("the report for {month} cannot have been filed that day"),
            format!("a day from {month} to {last}; check year and month"),
        ),
        other => {
            let words = problems::words(other, Lang::En);
            say(words.what, words.instead)
        }
    }
}

fn months(months: &[Month]) -> Vec<String> {
    months.iter().map(Month::to_string).collect()
}

/// Why a sheet or file is refused, in words.
pub fn refusal(refusal: &Refusal, lang: Lang) -> CellWords {
    match lang {
        Lang::Zh => refusal_zh(refusal),
        Lang::En => refusal_en(refusal),
    }
}

/// The sheet that a form carries unseen.
pub fn hidden(lang: Lang) -> &'static str {
    lang.pick("隐藏的表", "the hidden sheet")
}

fn refusal_zh(refusal: &Refusal) -> CellWords {
    match refusal {
        Refusal::Empty => say("文件是空的", "请填报单位重新发一份"),
        Refusal::TooLarge { limit } => say(format!("文件超过{limit}MB，不是一张月报表"), "删去图片和无关的工作表再报"),
        Refusal::Bomb { limit } => {
            say(format!("文件展开后超过{limit}MB，不予打开"), "把表格内容复制到一个新的工作簿里再报")
        }
        Refusal::TooManySheets { limit } => say(format!("工作表超过{limit}个"), "只留月报表那一个工作表"),
        Refusal::TooWide { sheet, rows, columns } => say(
            format!("工作表“{sheet}”的内容超出{rows}行、{columns}列"),
            "删去多余的行列，或把表格复制到一个新的工作簿里再报",
        ),
        Refusal::Encrypted => say("文件加了密码，打不开", "去掉密码再报"),
        Refusal::Damaged => say("文件已损坏，打不开", "请填报单位重新发一份"),
        Refusal::WebPage => say("这是网页格式，只是扩展名像表格", "用Excel或WPS打开，另存为 .xlsx 再报"),
        Refusal::Binary => say("这种格式（.xlsb）不收", "另存为 .xlsx 再报"),
        Refusal::NotAWorkbook => say("这不是表格文件", format!("收 {}", endings(Lang::Zh))),
        Refusal::NotText => say("文字编码认不出来", "另存为 .xlsx，或UTF-8编码的 .csv"),
        Refusal::Unreadable(why) => say(format!("读不出来：{why}"), "检查文件和权限"),
        Refusal::NoTable => say("没有找到表头", "表头至少要有“事项编号”（或“事项”）和“完成比例”两列"),
        Refusal::SameColumn { heading, cells } => say(
            format!("{}两列都像是“{heading}”", cells.join("、")),
            format!("把要填报的那一列改名为“{heading}”，另一列换个名称"),
        ),
        Refusal::SecondTable { row } => say(
            format!("第{row}行又是一个表头，列和前一个不一样"),
            "一个工作表里只放一张表；另一张移到别的工作表或文件",
        ),
        Refusal::NoColumn { heading, found } => {
            say(format!("表里没有“{heading}”这一列"), format!("加上这一列；认出的列有：{}", found.join("、")))
        }
        Refusal::Blank { is_form: true } => {
            say("这张表还没有填：一项也没填，也没有报送日期", "填好再收；本月确实没有可报的，只填报送日期")
        }
        Refusal::Blank { is_form: false } => {
            say("没有读到一个事项的完成数", "每行写上事项编号（如 2.1），在“本月累计完成”一列填数")
        }
        Refusal::NoUnit => say("看不出是哪个单位的", "在表头上方写“填报单位：区住建局”，或收表时加 --unit"),
        Refusal::NoMonth => say("看不出是哪个月的", "在表头上方写“填报月份：2022年6月”，或收表时加 --month"),
        Refusal::UnknownUnit { written, meant } => say(
            format!("方案里没有“{written}”这个单位"),
            meant.as_ref().map_or_else(
                || "检查单位名称，或收表时加 --unit".to_owned(),
                |meant| format!("是否想写“{meant}”？或收表时加 --unit"),
            ),
        ),
        // Nobody sees the hidden sheet, and nobody is to mend it.
        Refusal::Contradiction { one, other } if one.1 == hidden(Lang::Zh) => say(
            format!("这张表是按{}发的，{}却写{}", one.0, other.1, other.0),
            format!("报{0}，请用按{0}发的表（shangdang form）填", other.0),
        ),
        Refusal::Contradiction { one, other } => {
            say(format!("{}写的是{}，{}却是{}", one.1, one.0, other.1, other.0), "弄清是哪一个，改成一致再收")
        }
        Refusal::OtherPlan { plan } => say(format!("这是另一个方案“{plan}”的表"), "请该单位用本方案的表填报"),
        Refusal::NewerForm => say("这张表是新版程序做的", "用新版的 shangdang 来收"),
        Refusal::OutsidePlan { month } => say(format!("{}不在方案期内", terms::month(*month, Lang::Zh)), "检查月份"),
        Refusal::Twice { others } => {
            say(format!("同一单位同一月份的表不止一份，另有：{}", others.join("、")), "只留一份再收")
        }
        Refusal::Elsewhere { place, problem } => {
            say(format!("收下后 {place} 就不对了：{}", problems::words(problem, Lang::Zh).what), "先弄清哪一个数对")
        }
        Refusal::Filed => say("本月月报已经收过，内容不同", "核对下面的差别；确要替换，加 --replace"),
        Refusal::Drafted => say("已有一份草稿，内容不同", "核对下面的差别；确要用这张表替换，加 --replace"),
        Refusal::SeveralUnits { names } => {
            say(format!("表里有几个单位的行：{}", names.join("、")), "按单位分别收：加 --unit，每次写一个单位")
        }
        Refusal::Changed => say("写入时月报文件刚被别人改过", "再运行一次"),
        Refusal::NotWritten(path, why) => say(format!("写不进 {path}：{why}"), "检查文件夹和磁盘，再运行一次"),
        Refusal::LeadsOutside(path, to) => {
            say(format!("{path} 是链接，通到方案文件夹之外的 {to}，没有写"), "把链接换成真正的文件或文件夹")
        }
    }
}

fn refusal_en(refusal: &Refusal) -> CellWords {
    match refusal {
        Refusal::Empty => say("the file is empty", "ask the unit for another copy"),
        Refusal::TooLarge { limit } => {
            say(format!("the file is larger than {limit} MB, which no form is"), "remove pictures and other sheets")
        }
        Refusal::Bomb { limit } => say(
            format!("the file unpacks to more than {limit} MB and is not opened"),
            "copy the table into a new workbook",
        ),
        Refusal::TooManySheets { limit } => {
            say(format!("there are more than {limit} sheets"), "keep the sheet with the report only")
        }
        Refusal::TooWide { sheet, rows, columns } => say(
            format!("sheet `{sheet}` reaches beyond {rows} rows and {columns} columns"),
            "remove what is not needed, or copy the table into a new workbook",
        ),
        Refusal::Encrypted => say("the file is locked with a password", "remove the password"),
        Refusal::Damaged => say("the file is damaged", "ask the unit for another copy"),
        Refusal::WebPage => say("this is a web page with the ending of a workbook", "open it and save it as .xlsx"),
        Refusal::Binary => say("this format (.xlsb) is not read", "save it as .xlsx"),
        Refusal::NotAWorkbook => say("this is not a workbook", format!("files that are read: {}", endings(Lang::En))),
        Refusal::NotText => say("the encoding cannot be told", "save it as .xlsx, or as .csv in UTF-8"),
        Refusal::Unreadable(why) => say(format!("cannot be read: {why}"), "check the file"),
        Refusal::NoTable => say(
            "there is no heading to be recognised",
            "a table needs at least the columns `Item` (or `Title`) and `Done so far`",
        ),
        Refusal::SameColumn { heading, cells } => say(
            format!("{} both look like `{heading}`", cells.join(" and ")),
            format!("call the right one `{heading}` and the other something else"),
        ),
        Refusal::SecondTable { row } => say(
            format!("row {row} holds headings again, of other columns"),
            "keep one table on a sheet; move the other to a sheet or file of its own",
        ),
        Refusal::NoColumn { heading, found } => {
            say(format!("there is no column `{heading}`"), format!("add it; recognised: {}", found.join(", ")))
        }
        Refusal::Blank { is_form: true } => say(
            "nobody has filled it in: no figure, and no day of filing",
            "fill it in; where there is nothing to report, enter the day only",
        ),
        Refusal::Blank { is_form: false } => say(
            "not one figure for an item was found",
            "write the id of the item in each row (such as 2.1) and the figure under `Done so far`",
        ),
        Refusal::NoUnit => say("it does not say whose it is", "write `Unit: …` above the table, or add --unit"),
        Refusal::NoMonth => {
            say("it does not say for which month", "write `Month: 2022-06` above the table, or add --month")
        }
        Refusal::UnknownUnit { written, meant } => say(
            format!("the plan has no unit `{written}`"),
            meant.as_ref().map_or_else(
                || "check the name, or add --unit".to_owned(),
                |meant| format!("did you mean `{meant}`? Or add --unit"),
            ),
        ),
        Refusal::Contradiction { one, other } if one.1 == hidden(Lang::En) => say(
            format!("this form was made for {}, and {} says {}", one.0, other.1, other.0),
            format!("for {0}, fill in the form made for {0} (`shangdang form`)", other.0),
        ),
        Refusal::Contradiction { one, other } => say(
            format!("{} says {}, {} says {}", one.1, one.0, other.1, other.0),
            "find out which is right and make them agree",
        ),
        Refusal::OtherPlan { plan } => {
            say(format!("this is a form of another plan, `{plan}`"), "the unit needs a form of this plan")
        }
        Refusal::NewerForm => say("this form was made by a newer version", "collect it with that version"),
        Refusal::OutsidePlan { month } => say(format!("{month} lies outside the plan"), "check the month"),
        Refusal::Twice { others } => {
            say(format!("there are several for this unit and month; also: {}", others.join(", ")), "keep one of them")
        }
        Refusal::Elsewhere { place, problem } => say(
            format!("with it {place} would be wrong: {}", problems::words(problem, Lang::En).what),
            "find out first which figure is right",
        ),
        Refusal::Filed => {
            say("another report is filed for this month", "compare the differences below; to replace it, add --replace")
        }
        Refusal::Drafted => say(
            "there is a draft that says something else",
            "compare the differences below; to replace it, add --replace",
        ),
        Refusal::SeveralUnits { names } => say(
            format!("there are rows of several units: {}", names.join(", ")),
            "collect it once for each unit, with --unit",
        ),
        Refusal::Changed => say("the report was changed meanwhile", "run it again"),
        Refusal::NotWritten(path, why) => {
            say(format!("cannot write {path}: {why}"), "look at the folder and the disk, then run it again")
        }
        Refusal::LeadsOutside(path, to) => say(
            format!("{path} is a link out of the workspace, to {to}; nothing was written"),
            "put a real file or folder in its place",
        ),
    }
}
