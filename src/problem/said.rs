//! What several problems share: months, characters, words that were probably meant, and examples of keys.

use super::Lang;
use crate::model::{Moment, Month, UnitKind};
use crate::source::is_invisible;

say! { lang;
    /// A month in running text.
    pub(super) fn in_words(month: Month) {
        let (year, number) = (month.year(), month.number());
        "{year}年{number}月", "{month}"
    }

    /// The end of a month, or a day, in running text.
    pub(super) fn moment(moment: Moment) {
        match moment {
            Moment::Close(month) => { "{}末", "at the close of {}"; in_words(month, lang) }
            Moment::Day(day) => { "{day}", "on {day}" }
        }
    }

    /// The word that was probably meant; empty if none is close.
    pub(super) fn did_you_mean(word: Option<&str>) {
        match word {
            None => { "" }
            Some(word) => { "是否想写“{word}”？", "did you mean `{word}`?" }
        }
    }
}

/// Months as written in files.
pub(super) fn quoted(months: &[Month], lang: Lang) -> String {
    lang.list(months.iter().map(|month| format!("\"{month}\"")))
}

/// `U+200B`, or `о (U+043E)` if the character is visible.
pub(super) fn points(characters: &[char]) -> String {
    let point = |character: &char| {
        let number = format!("U+{:04X}", u32::from(*character));
        if is_invisible(*character) || character.is_control() || character.is_whitespace() {
            number
        } else {
            format!("{character} ({number})")
        }
    };
    let points: Vec<String> = characters.iter().map(point).collect();
    points.join(" ")
}

/// The kinds of units that there are: those that every plan knows, and the plan's own with their names.
pub(super) fn kinds(own: &[(String, String)], lang: Lang) -> String {
    let known = with_gloss(&UnitKind::ALL.map(|(_, id)| id), lang);
    let own = own.iter().map(|(id, name)| format!("{id} {name}"));
    lang.list([known].into_iter().chain(own))
}

/// The words of files, in Chinese with what they mean.
pub(super) fn with_gloss(words: &[&str], lang: Lang) -> String {
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
            "between" => "在两者之间",
            "no-worse-than" => "不差于",
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
    match lang {
        Lang::Zh => lang.list(words.iter().map(one)),
        Lang::En => lang.list(words),
    }
}

/// The one of the `known` keys that a Chinese word stands for.
pub(super) fn translated(word: &str, known: &[&'static str], lang: Lang) -> Option<&'static str> {
    match lang {
        Lang::Zh => english_keys(word).iter().copied().find(|key| known.contains(key)),
        Lang::En => None,
    }
}

/// The keys that a Chinese word may stand for.
pub(super) fn english_keys(chinese: &str) -> &'static [&'static str] {
    match chinese {
        "进度" | "完成比例" | "完成率" | "百分比" | "百分数" => &["percent"],
        "完成数" | "完成数量" | "已完成" => &["done"],
        "读数" | "数值" | "监测值" => &["value"],
        "状态" | "情况" => &["state"],
        "说明" | "备注" => &["note"],
        "问题" | "存在问题" => &["problem"],
        "下一步" | "下步打算" | "下一步工作" => &["next"],
        "附件" => &["attachments"],
        "做到日期" | "完成日期" => &["on"],
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
        "先后" | "前置事项" => &["after"],
        "时限" | "完成时限" => &["due"],
        "节点" => &["milestones"],
        "数量" => &["quantity"],
        "时限依据" | "依据" => &["basis"],
        _ => &[],
    }
}

/// How a missing key is written; none if an example would say nothing about the value.
pub(super) fn example(key: &str, lang: Lang) -> Option<&'static str> {
    Some(match key {
        "title" => lang.pick("title = \"标题\"", "title = \"…\""),
        "start" => "start = \"2022-01\"",
        "end" => "end = \"2022-12\"",
        "report-day" => "report-day = 23",
        "units" => lang.pick("[units.housing]，下面写 name 和 kind", "[units.housing] with `name` and `kind`"),
        "name" => lang.pick("name = \"区住建局\"", "name = \"Housing Bureau\""),
        "kind" => lang.pick("kind = \"department\"（部门、派出机构、事业单位、乡镇、街道分别写 department、branch、institution、township、subdistrict）", "kind = \"department\" (or branch, institution, township, subdistrict)"),
        "number" => "number = 2",
        "id" => "id = \"2.1\"",
        "basis" => lang.pick("basis = \"stated\"（原文 stated、推断 inferred、单位计划 unit-plan、办公室确定 office）", "basis = \"stated\" (or inferred, unit-plan, office)"),
        "month" => "month = \"2022-06\"",
        "unit" => lang.pick("unit = \"housing\"（单位标识），数量的 unit 写计量单位", "unit = \"housing\" (a unit's id; in a quantity, what is counted)"),
        "item" => "item = \"2.1\"",
        "by" => "by = \"2022-06\"",
        "percent" => "percent = 50",
        "total" => "total = 12",
        "every" => "every = \"quarter\"",
        "compare" => "compare = \"at-least\"",
        "target" => "target = 90",
        "due" => "due = \"2022-12\"",
        "from" => "from = \"06-01\"",
        "until" => "until = \"03-31\"",
        "to" => "to = \"09-30\"",
        "months" => "months = 1",
        _ => return None,
    })
}
