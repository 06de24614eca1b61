//! Words for what is counted: which named things are missing, what several units have done together, and the least that
//! is wanted.

/// More names than this are not read in a line of a table.
const MOST_IN_A_CELL: usize = 4;

say! { lang;
    /// The names of what is missing, all of them, in a sentence.
    pub fn lacking(names: &[&str]) {
        let names = lang.list(names);
        "尚缺：{names}。", "Missing: {names}."
    }

    /// The same as a remark among others: the first few, and how many in all.
    pub fn lacking_briefly(names: &[&str]) {
        let (count, first) = (names.len(), names.iter().take(MOST_IN_A_CELL).copied().collect::<Vec<_>>());
        let first = first.join(lang.pick("、", ", "));
        if count <= MOST_IN_A_CELL => { "尚缺{first}", "missing {first}" }
        "尚缺{first}等{count}个", "missing {first} and others, {count} in all"
    }

    /// The names of what a unit has to do.
    pub fn own(names: &[&str], unit: &str) {
        let (count, names) = (names.len(), lang.list(names));
        "本单位要做的是这{count}{unit}：{names}。", "This unit's are these {count}: {names}."
    }

    /// How named things are reported in a file.
    pub fn to_name(names: &[&str]) {
        let (first, names) = (names.first().copied().unwrap_or_default(), lang.list(names));
        "done 写已经完成的全部名字，如 done = [\"{first}\"]，都没有完成的写 done = []；名单：{names}",
        "done lists the names of all that are done so far, like done = [\"{first}\"], or done = [] for none; they are: {names}"
    }

    /// 不少于12个
    pub fn at_least(total: &str) { "不少于{total}", "at least {total}" }

    /// That more than the total is welcome.
    pub fn more_is_welcome(total: &str) {
        "要求不少于{total}，多做不限。", "At least {total}; more is welcome."
    }

    /// What several units have done together of what is split among them; how many they are, and how many of them have
    /// never reported.
    pub fn sum(title: &str, counts: (usize, usize), total: &str, done: &str, left: &str, over: Option<&str>) {
        let (units, silent) = counts;
        let more = over.map_or_else(String::new, |over| more_than_its_part(over, lang));
        let unknown = if silent == 0 { String::new() } else { never_reported(silent, lang) };
        "{title}：{units}个单位共{total}，已报完成{done}{more}，还差{left}{unknown}。",
        "{title}: {units} units, {total} in all; {done} reported done{more}, {left} to go{unknown}."
    }

    fn more_than_its_part(over: &str) {
        "（其中{over}超出本单位分担的数，不顶别的单位）", " ({over} of it beyond the unit's own part, which makes up for no other)"
    }

    fn never_reported(units: usize) { "（{units}个单位从未填报）", " (never reported: {units})" }
}

words! { lang;
    /// Above the sums.
    pub fn sums() { "几个单位分担的，合计：", "Shared among several units, in all:" }
}
