//! What can be wrong with a table that came back, each with what is said of it in both languages: what is wrong, and what
//! to write.

use super::wanted::{self, Wanted};
use crate::model::Month;
use crate::problem::{OccurrenceFault, Problem, Words};
use crate::text::forms::{endings, hidden, quoted};
use crate::text::{Lang, terms};

/// What is said of a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// What is wrong.
    pub what: String,
    /// What to write.
    pub instead: String,
}

/// Two sentences: `{ "什么不对", "what is wrong" } { "怎么改", "what to write" }`.
macro_rules! advise {
    ($lang:ident { $what:tt $instead:tt }) => {
        Advice { what: sentence!(format $lang $what), instead: sentence!(format $lang $instead) }
    };
}

/// A kind of fault: each with what it holds, and its advice.
macro_rules! faults {
    ($lang:ident; $(#[$about:meta])* $name:ident;
        $($(#[$doc:meta])* $fault:ident $({ $($field:ident: $type:ty),* })? => $advice:tt)*
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the comment of each fault says what it holds")]
        pub enum $name { $($(#[$doc])* $fault $({ $($field: $type),* })?,)* }

        impl $name {
            /// What is wrong, and what to write.
            pub fn advice(&self, $lang: Lang) -> Advice {
                match self { $(Self::$fault $({ $($field),* })? => sentence!(advise $lang $advice),)* }
            }
        }
    };
}

faults! { lang;
    /// What is wrong with a cell.
    Fault;

    /// 0.35, as it is shown: is that 0.35 % or 35 %, a hundred times that?
    Ambiguous { shown: String, hundredfold: String } => {
        { "“{shown}”看不出是 {shown}% 还是 {hundredfold}%", "`{shown}` may be {shown} % or {hundredfold} %" }
        { "是 {hundredfold}% 就填 {hundredfold}；确是 {shown}% 就填 {shown}%（带百分号）",
          "for {hundredfold} % enter {hundredfold}; for {shown} % enter {shown}%, with the sign" }
    }
    /// Not what the item wants.
    NotWanted { shown: String, wanted: Wanted } => {
        let instead = wanted::instead(wanted, lang);
        { "这里不能填“{shown}”", "`{shown}` is not valid here" } { "{instead}" }
    }
    /// More decimals than are kept: cut, never rounded up, to so many.
    TooManyDecimals { shown: String, cut: String, allowed: u32 } => {
        { "{shown} 的小数太多", "{shown} has too many decimals" } { "最多{allowed}位小数，填 {cut}", "at most {allowed}: enter {cut}" }
    }
    /// `#REF!`
    ErrorValue { shown: String } => {
        { "公式出错：{shown}", "formula error: {shown}" } { "改好公式，或直接填数", "correct it, or enter the number" }
    }
    /// A formula whose value was never computed.
    NoValue => {
        { "公式还没有算出结果", "the formula has not been computed yet" }
        { "用Excel或WPS打开、保存一次再报，或直接填数", "open and save it once, or enter the number" }
    }
    /// A date where a figure belongs: Excel makes one of 5/12.
    DateAsFigure { shown: String } => {
        { "这一格成了日期 {shown}", "this cell has become the date {shown}" }
        { "把单元格格式改为“常规”，重新填数", "set its format to General and enter the number again" }
    }
    /// Words, but no figure.
    WordsWithoutFigure { wanted: Wanted } => {
        let instead = wanted::instead(wanted, lang);
        { "写了情况，没有填完成数", "there are remarks, but no figure" }
        { "{instead}；本月不报这一项，就把文字也删去", "{instead}; or remove the remarks" }
    }
    /// A figure in a row that names no item.
    NoItem => {
        { "这一行填了数，却没有写是哪个事项", "this row has a figure, but names no item" }
        { "在这一行写上事项编号，如 2.1", "enter the id of the item, such as 2.1" }
    }
    /// 7.1 as a number may be 7.10.
    NumberAsId { shown: String, may_be: Vec<String> } => {
        let may_be = may_be.join(lang.pick("还是", " or "));
        { "编号 {shown} 是数字格式，分不清是{may_be}", "{shown} is a number here and may be {may_be}" }
        { "把这一格的格式改为“文本”，重新填编号", "set the format of the cell to Text and enter the id again" }
    }
    /// A date where the number of an item belongs.
    DateAsId => {
        { "编号成了日期", "the id has become a date" }
        { "把这一格的格式改为“文本”，重新填编号，如 2.1", "set the format of the cell to Text and enter the id again, such as 2.1" }
    }
    /// An item that the form did not ask for.
    NotOnForm { id: String } => {
        { "这张表里原来没有事项 {id}", "item {id} was not on this form" }
        { "恢复原来的编号；要加报别的事项，请向办公室另要一张表", "restore the id; for other items ask the office for another form" }
    }
    /// The number is one item's and the name another's.
    IdAndTitle { id: String, named: String } => {
        { "编号是 {id}，名称却是 {named} 的", "the id is {id}, the title is that of {named}" }
        { "填的是哪一项？编号写 {id} 或 {named}，名称照着改", "make the two agree" }
    }
    /// A name that several items have.
    SeveralItems { ids: Vec<String> } => {
        let ids = lang.list(ids);
        { "叫这个名称的事项不止一个", "several items have this title" } { "加写编号：{ids}", "add the id: {ids}" }
    }
    /// Counted in something else than the plan counts.
    OtherMeasure { written: String, unit: String } => {
        { "这里的计量单位是“{written}”，方案里是“{unit}”", "this is measured in `{written}`, in the plan in `{unit}`" }
        { "换算成“{unit}”再填，计量单位也改成“{unit}”", "convert the figure, and write `{unit}` here" }
    }
    /// A row of a unit that the plan does not have, and the nearest that it has.
    UnknownUnit { written: String, meant: Option<String> } => {
        { "方案里没有“{written}”这个单位，不知道这一行是谁的", "the plan has no unit `{written}`: whose row is this?" }
        { match meant {
            None => { "照方案改正单位名称；不报的就删去这一行", "write the unit as the plan does, or remove the row" }
            Some(meant) => { "是否想写“{meant}”？不报的就删去这一行", "did you mean `{meant}`? Else remove the row" }
        } }
    }
    /// What is seen is not what is kept.
    ShownOtherwise { kept: String, shown: Option<String> } => {
        let shown = shown.as_deref();
        { match shown {
            None => { "里面存的是 {kept}，显示成什么要看格式", "holds {kept}, and its format shows something else" }
            Some("") => { "里面存的是 {kept}，格式却让它不显示", "holds {kept}, and its format shows nothing" }
            Some(shown) => { "显示的是 {shown}，里面存的却是 {kept}", "shows {shown} and holds {kept}" }
        } }
        { "把单元格格式改为“常规”，填上真正的数", "set its format to General and enter the true figure" }
    }
    /// One figure for several rows or columns.
    Merged { cells: String } => {
        { "{cells} 合并成了一格，看不出这个数是哪一项的", "{cells} are merged: which row is this figure of?" }
        { "取消合并，每行各填各的数", "unmerge them and enter a figure in each row" }
    }
    /// A row that nobody sees.
    HiddenRow => {
        { "这一行是隐藏的，填了数却没有人看得见", "this row is hidden: nobody sees its figure" }
        { "取消隐藏，核对后再报；不报就删去这一行", "unhide and check it, or remove the row" }
    }
    /// 1.1 in a text that programs have written may be 1.10.
    LostZero { shown: String, may_be: Vec<String> } => {
        let may_be = may_be.join(lang.pick("还是", " or "));
        { "CSV里末尾的0会丢，编号 {shown} 分不清是{may_be}", "zeros at the end get lost in CSV: {shown} may be {may_be}" }
        { "在编号后面写上事项名称，或用 .xlsx 报、编号设为文本", "write the title behind the id, or send .xlsx with the id as text" }
    }
    /// A number under 序号, which may be the unit's own.
    SerialNumber { id: String } => {
        { "“序号”{id} 不一定是方案里的事项编号", "number {id} may be the unit's own and not the id of an item" }
        { "表头改为“事项编号”，或照方案写上事项名称", "call the column `Item`, or write the title as the plan does" }
    }
    /// A row without a unit below those of another.
    NoOwner => {
        { "这一行没有写单位，上面是别的单位的行", "this row names no unit and stands below the rows of another" }
        { "写上单位名称", "write the unit" }
    }
    /// Something behind an id or title that may change what is meant: 一季度, 一期.
    UnclearPart { written: String, is_period: bool } => {
        { "“{written}”指的是哪一部分、哪一期，看不准", "`{written}`: which part or period is meant?" }
        { if *is_period => { "在编号后面写到期的月份，如 9.1（2022-03）", "write the month it is due behind the id, like 9.1 (2022-03)" }
          "填整个事项的数，把“{written}”移到“进展说明”里", "give the figure of the whole item and move `{written}` to the note" }
    }
    /// A row of an item with stages that names none of them, or one twice.
    WhichStage { known: Vec<String>, is_twice: bool } => {
        let known = lang.list(known);
        { if *is_twice => { "这个阶段前面已经填过", "this stage has a row already" }
          "看不出是哪个阶段的数", "which stage is this figure of?" }
        { "每个阶段一行，在编号后面写上阶段，如 2.1（开工）；阶段有：{known}", "one row for each stage, with its name behind the id, like 2.1 (NAME); the stages are {known}" }
    }
    /// Stages without a figure, where others have one.
    StagesLeftOut { stages: Vec<String> } => {
        let stages = lang.list(stages);
        { "这个事项有的阶段没有填：{stages}", "some stages of this item have no figure: {stages}" }
        { "没有停在这个阶段的填 0", "enter 0 where none stands at the stage" }
    }
    /// A heading that counts in something else than the plan.
    OtherHeading { heading: String, unit: String } => {
        { "表头是“{heading}”，这一项在方案里按“{unit}”计", "the heading says `{heading}`, the plan counts this item in `{unit}`" }
        { "换算成“{unit}”，在数的后面写上“{unit}”", "convert the figure and write `{unit}` behind it" }
    }
    /// A row under what is not done by now.
    OtherSection { title: String } => {
        { "这一行在“{title}”下面，不是已经完成的数", "this row stands under `{title}`, which is not what is done by now" }
        { "只报已经完成的；别的移到另一张表", "report what is done; move the rest to another sheet" }
    }
    /// A field beyond the last heading.
    BeyondTable { shown: String } => {
        { "“{shown}”在表头之外：这一行的逗号比表头多", "`{shown}` lies beyond the headings: this row has more commas" }
        { "把带逗号的说明放进英文引号里，或用 .xlsx 报", "put texts with commas in quotation marks, or send .xlsx" }
    }
    /// Not a day.
    BadDay { shown: String } => {
        { "“{shown}”不是日期", "`{shown}` is not a day" } { "写成 2022-06-22 的样子", "write it like 2022-06-22" }
    }
    /// Something that the checks of the workspace found.
    FailedCheck { problem: Problem } => {
        let Advice { what, instead } = failed_check(problem, lang);
        { "{what}" } { "{instead}" }
    }
}

faults! { lang;
    /// Why a sheet or file is refused as a whole.
    Refusal;

    /// Nothing in it.
    Empty => { { "文件是空的", "the file is empty" } { "请填报单位重新发一份", "ask the unit for another copy" } }
    /// Larger than any honest form: than so many MB.
    TooLarge { limit: u64 } => {
        { "文件超过{limit}MB，不是一张月报表", "the file is larger than {limit} MB, which no form is" }
        { "删去图片和无关的工作表再报", "remove pictures and other sheets" }
    }
    /// Unpacks to more than any honest form: than so many MB.
    Bomb { limit: u64 } => {
        { "文件展开后超过{limit}MB，不予打开", "the file unpacks to more than {limit} MB and is not opened" }
        { "把表格内容复制到一个新的工作簿里再报", "copy the table into a new workbook" }
    }
    /// More sheets than are looked at.
    TooManySheets { limit: usize } => {
        { "工作表超过{limit}个", "there are more than {limit} sheets" } { "只留月报表那一个工作表", "keep the sheet with the report only" }
    }
    /// Cells further down or right than are looked at.
    TooWide { sheet: String, rows: u32, columns: u32 } => {
        { "工作表“{sheet}”的内容超出{rows}行、{columns}列", "sheet `{sheet}` reaches beyond {rows} rows and {columns} columns" }
        { "删去多余的行列，或把表格复制到一个新的工作簿里再报", "remove what is not needed, or copy the table into a new workbook" }
    }
    /// Locked with a password.
    Encrypted => { { "文件加了密码，打不开", "the file is locked with a password" } { "去掉密码再报", "remove the password" } }
    /// A workbook that cannot be read.
    Damaged => { { "文件已损坏，打不开", "the file is damaged" } { "请填报单位重新发一份", "ask the unit for another copy" } }
    /// A web page with the name of a workbook.
    WebPage => {
        { "这是网页格式，只是扩展名像表格", "this is a web page with the ending of a workbook" }
        { "用Excel或WPS打开，另存为 .xlsx 再报", "open it and save it as .xlsx" }
    }
    /// The binary form of Excel's files.
    Binary => { { "这种格式（.xlsb）不收", "this format (.xlsb) is not read" } { "另存为 .xlsx 再报", "save it as .xlsx" } }
    /// Not a workbook at all.
    NotAWorkbook => {
        let endings = endings(lang);
        { "这不是表格文件", "this is not a workbook" } { "收 {endings}", "files that are read: {endings}" }
    }
    /// Neither UTF-8 nor GBK.
    NotText => {
        { "文字编码认不出来", "the text encoding is not recognised" } { "另存为 .xlsx，或UTF-8编码的 .csv", "save it as .xlsx, or as .csv in UTF-8" }
    }
    /// The system would not give it.
    Unreadable { why: String } => { { "读不出来：{why}", "cannot be read: {why}" } { "检查文件和权限", "check the file" } }
    /// No heading was recognised.
    NoTable => {
        { "没有找到表头", "no table headings were recognised" }
        { "表头至少要有“事项编号”（或“事项”）和“完成比例”两列",
          "a table needs at least the columns `Item` (or `Title`) and `Done so far`" }
    }
    /// Two columns under headings that mean the same, and their cells.
    SameColumn { heading: &'static str, cells: Vec<String> } => {
        let cells = cells.join(lang.pick("、", " and "));
        { "{cells}两列都像是“{heading}”", "{cells} both look like `{heading}`" }
        { "把要填报的那一列改名为“{heading}”，另一列换个名称", "call the right one `{heading}` and the other something else" }
    }
    /// Headings of a second table in the same sheet; their row, from 1.
    SecondTable { row: u32 } => {
        { "第{row}行又是一个表头，列和前一个不一样", "row {row} has headings again, for other columns" }
        { "一个工作表里只放一张表；另一张移到别的工作表或文件",
          "keep one table on a sheet; move the other to a sheet or file of its own" }
    }
    /// A table without a column that has to be there, and what was found.
    NoColumn { heading: &'static str, found: Vec<String> } => {
        let found = lang.list(found);
        { "表里没有“{heading}”这一列", "there is no column `{heading}`" } { "加上这一列；认出的列有：{found}", "add it; recognised: {found}" }
    }
    /// Quotation marks that do not close, or that hold another row.
    Quotes { row: u32 } => {
        { "第{row}行的引号没有配对", "the quotation marks of row {row} do not match" }
        { "补上或删去引号，或另存为 .xlsx 再报", "complete or remove them, or save it as .xlsx" }
    }
    /// A column that is read and that nobody sees.
    HiddenColumn { heading: &'static str, cell: String } => {
        { "“{heading}”那一列（{cell}）是隐藏的", "the column `{heading}` ({cell}) is hidden" }
        { "取消隐藏，核对后再报", "unhide it and check it" }
    }
    /// An example of how to fill a table in, not a report.
    Sample { place: String, text: String } => {
        let text = if place.contains(text.as_str()) { String::new() } else { quoted(text, lang) };
        { "{place}{text}：这像是样表，不是填报的表", "{place}{text}: this looks like an example, not a report" }
        { "是填报的表，就删去“样表”“模板”等字样", "if it is a report, remove that word" }
    }
    /// The figures stand under a heading that makes them something else: 上月情况.
    UnderAnother { text: String, cell: String } => {
        { "{cell} 在“{text}”下面，不是本月累计完成的数", "{cell} stands under `{text}`, which is not what is done by now" }
        { "加上“本月累计完成”一列", "add a column `Done so far`" }
    }
    /// Nothing is filled in.
    Blank { is_form: bool } => {
        if *is_form => {
            { "这张表还没有填：一项也没填，也没有报送日期", "it has not been filled in: no figure, and no filing date" }
            { "填好再收；本月确实没有可报的，只填报送日期", "fill it in; where there is nothing to report, enter the day only" }
        }
        { "没有读到一个事项的完成数", "no figure for any item was found" }
        { "每行写上事项编号（如 2.1），在“本月累计完成”一列填数",
          "write the id of the item in each row (such as 2.1) and the figure under `Done so far`" }
    }
    /// It does not say whose it is; where it names units without saying so, and how.
    NoUnit { named: Vec<(String, String)>, and_month: bool } => {
        let named = mentions(named, lang);
        if *and_month => {
            { "看不出是哪个单位、哪个月的{named}", "it says neither which unit it is from nor for which month{named}" }
            { "在表头上方写“填报单位：区住建局”“填报月份：2022年6月”，或收表时加 --unit、--month",
              "write `Unit: …` and `Month: 2022-06` above the table, or add --unit and --month" }
        }
        { "看不出是哪个单位的{named}", "it does not say which unit it is from{named}" }
        { "在表头上方写“填报单位：区住建局”，或收表时加 --unit", "write `Unit: …` above the table, or add --unit" }
    }
    /// It does not say for which month; where it names months without saying so, and how.
    NoMonth { named: Vec<(String, String)> } => {
        let named = mentions(named, lang);
        { "看不出是哪个月的{named}", "it does not say which month it is for{named}" }
        { "在表头上方写“填报月份：2022年6月”，或收表时加 --month", "write `Month: 2022-06` above the table, or add --month" }
    }
    /// A unit that the plan does not have, and the nearest that it has.
    UnknownUnit { written: String, meant: Option<String> } => {
        { "方案里没有“{written}”这个单位", "the plan has no unit `{written}`" }
        { match meant {
            None => { "检查单位名称，或收表时加 --unit", "check the name, or add --unit" }
            Some(meant) => { "是否想写“{meant}”？或收表时加 --unit", "did you mean `{meant}`? Or add --unit" }
        } }
    }
    /// Places say different things about the unit or the month: what, and where each of it stands.
    Contradiction { said: Vec<(String, Vec<String>)> } => {
        let (one, others) = said.split_first().expect("what contradicts is there");
        let is_form = one.1.first().is_some_and(|place| place == hidden(lang));
        let (one, others) = (&one.0, others.iter().map(|other| says(other, true, lang)).collect::<Vec<_>>());
        let others = others.join(lang.pick("，", ", "));
        // Nobody sees the hidden sheet, and nobody is to mend it.
        if is_form => {
            { "这张表是按{one}发的，{others}", "this form was made for {one}, and {others}" }
            { "报别的单位或月份，请用另发的表（shangdang form）填", "for another unit or month, fill in the form made for it (`shangdang form`)" }
        }
        let first = says(&said[0], false, lang);
        { "{first}，{others}", "{first}, {others}" }
        { "弄清是哪一个，改成一致再收", "find out which is right and make them agree" }
    }
    /// A form of another plan.
    OtherPlan { plan: String } => {
        { "这是另一个方案“{plan}”的表", "this is a form of another plan, `{plan}`" }
        { "请该单位用本方案的表填报", "the unit needs a form of this plan" }
    }
    /// A form of a later version of this program.
    NewerForm => {
        { "这张表是新版程序做的", "this form was made by a newer version" } { "用新版的 shangdang 来收", "collect it with that version" }
    }
    /// A month outside the plan.
    OutsidePlan { month: Month } => {
        let month = terms::month(*month, lang);
        { "{month}不在方案期内", "{month} lies outside the plan" } { "检查月份", "check the month" }
    }
    /// Several sheets for one unit and month: the others.
    Twice { others: Vec<String> } => {
        let others = lang.list(others);
        { "同一单位同一月份的表不止一份，另有：{others}", "there are several for this unit and month; also: {others}" }
        { "只留一份再收", "keep one of them" }
    }
    /// It would make another file wrong.
    Elsewhere { place: String, problem: Problem } => {
        let what = problem.words(lang).what;
        { "收下后 {place} 就不对了：{what}", "taking it would make {place} wrong: {what}" }
        { "先弄清哪一个数对", "find out first which figure is right" }
    }
    /// Another report is filed already.
    Filed => {
        { "本月月报已经收过，内容不同", "another report is filed for this month" }
        { "核对下面的差别；确要替换，加 --replace", "compare the differences below; to replace it, add --replace" }
    }
    /// A draft says something else.
    Drafted => {
        { "已有一份草稿，内容不同", "there is a draft that says something else" }
        { "核对下面的差别；确要用这张表替换，加 --replace", "compare the differences below; to replace it, add --replace" }
    }
    /// The rows are of several units.
    SeveralUnits { names: Vec<String> } => {
        let names = lang.list(names);
        { "表里有几个单位的行：{names}", "there are rows of several units: {names}" }
        { "按单位分别收：加 --unit，每次写一个单位", "collect it once for each unit, with --unit" }
    }
    /// The report changed while this was done.
    Changed => { { "写入时月报文件刚被别人改过", "the report has changed in the meantime" } { "再运行一次", "run it again" } }
    /// The report cannot be written.
    NotWritten { path: String, why: String } => {
        { "写不进 {path}：{why}", "cannot write {path}: {why}" }
        { "检查文件夹和磁盘，再运行一次", "look at the folder and the disk, then run it again" }
    }
    /// The path of the report is a link out of the workspace, and where it leads.
    LeadsOutside { path: String, to: String } => {
        { "{path} 是链接，通到方案文件夹之外的 {to}，没有写", "{path} is a link out of the workspace, to {to}; nothing was written" }
        { "把链接换成真正的文件或文件夹", "put a real file or folder in its place" }
    }
}

say! { lang;
    /// Places, and what they say.
    fn says(said: &(String, Vec<String>), is_other: bool) {
        let (what, places) = said;
        let places = lang.list(places);
        if is_other => { "{places}却是{what}", "{places} says {what}" }
        "{places}写的是{what}", "{places} says {what}"
    }

    /// Where something is named without being said, and how.
    fn mentions(named: &[(String, String)]) {
        let named = lang.list(named.iter().take(3).map(|(place, text)| format!("{place}{text}")).collect::<Vec<_>>());
        if named.is_empty() => { "", "" }
        "（{named}说得不够明白）", " ({named} leave it open)"
    }
}

sentences! { (advise Advice) lang;
    /// What a check of the workspace found, said for somebody who sees a table and no TOML.
    fn failed_check(problem: &Problem) {
        match problem {
            Problem::RegressedWithoutNote { before, month } => {
                let month = terms::month(*month, lang);
                { "比{month}填的{before}还低，却没有说明", "lower than the {before} reported for {month}, with no explanation" }
                { "属实的在“进展说明”里写明原因；填错的请更正", "say why in the note, or correct the figure" }
            }
            Problem::WithdrawnWithoutNote { due, month } => {
                let (due, month) = (terms::month(*due, lang), terms::month(*month, lang));
                { "{due}到期的一期，{month}报过已做，这里报未做，却没有说明",
                  "the one due in {due} was reported done for {month}, and now is not, with no explanation" }
                { "属实的在“进展说明”里写明原因；填错的请更正", "say why in the note, or correct it" }
            }
            Problem::ObjectGone { names, month } => {
                let (names, month) = (lang.list(names), terms::month(*month, lang));
                { "{month}报过已完成的{names}，这里没有了，却没有说明",
                  "{names}: reported as done for {month}, and now not, with no explanation" }
                { "确实退回的在“进展说明”里写明原因；漏填的请补上", "say why in the note, or add what was left out" }
            }
            Problem::OthersObject { name, unit } => {
                { "{name}分给了{unit}，不由本单位填报", "{name} is {unit}'s, not this unit's to report" }
                { "只填分给本单位的", "enter this unit's own only" }
            }
            Problem::NotLead { unit, item, leads, is_listed: true } => {
                let leads = lang.list(leads);
                { "{unit}在事项 {item} 里只列出、不核算，不用填报", "{unit} is only shown on item {item} and does not report on it" }
                { "填报的是{leads}；删去这一行", "{leads} reports on it; remove the row" }
            }
            Problem::NotLead { unit, item, leads, is_listed: false } => {
                let leads = lang.list(leads);
                { "{unit}不是事项 {item} 的责任单位", "{unit} is not responsible for item {item}" }
                { "责任单位是{leads}；检查编号，或删去这一行", "responsible: {leads}; check the id or remove the row" }
            }
            Problem::UnknownItem { id, meant, own } => {
                let own = lang.list(own);
                { "方案里没有事项 {id}", "the plan has no item {id}" }
                { match meant {
                    Some(meant) => { "是否想写 {meant}？本单位负责的有：{own}", "did you mean {meant}? The unit's own: {own}" }
                    None => { "本单位负责的有：{own}", "the unit's own: {own}" }
                } }
            }
            Problem::DuplicateEntry { item } => {
                { "事项 {item} 填了两行", "item {item} has two rows" } { "只保留一行", "keep one of them" }
            }
            Problem::BadOccurrence { fault: OccurrenceFault::NoneHolds, known } => {
                let first = known.first().map_or_else(String::new, Month::to_string);
                { "本月不在任何一期之内", "the month is in no period" }
                { "在编号后注明是哪一期，如 9.1（{first}）", "add the period to the id, like 9.1 ({first})" }
            }
            Problem::BadOccurrence { known, .. } => {
                let known = lang.list(known);
                { "没有这一期，或这一期还没有开始", "there is no such period, or it has not begun" } { "可以是：{known}", "possible: {known}" }
            }
            Problem::UnclearOccurrence { taken, open } => {
                let open = lang.list(open);
                { "看不出做完的是哪一期：{taken}，还是以前欠的{open}", "this may be the period {taken}, or one still open: {open}" }
                { "在编号后注明是哪一期，如 9.1（{taken}）", "add the period to the id, like 9.1 ({taken})" }
            }
            Problem::ImplausibleDate { month, last } => {
                let named = terms::month(*month, lang);
                { "{named}的月报不可能是这一天报送的", "the report for {month} cannot have been filed that day" }
                { "日期应在{month}到{last}之间；检查年份和月份", "a day from {month} to {last}; check year and month" }
            }
            other => {
                let Words { what, instead, .. } = other.words(lang);
                { "{what}" } { "{instead}" }
            }
        }
    }
}
