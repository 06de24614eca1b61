//! A few files of the register: what an office verified, excused and found in a year.

use crate::district::District;
use crate::plan::line;
use crate::random::Random;
use crate::schedule::Kind;

/// The files with their paths, in the fourth, fifth and sixth month of the plan.
pub(crate) fn of(district: &District) -> Vec<(String, String)> {
    let mut random = Random::of(&[district.seeds[0], district.seeds[1], 3]);
    let [fourth, fifth, sixth] = [3, 4, 5].map(|at| district.period.start.plus(at));
    let mut verified = head(&fourth);
    let mut exempted = head(&fifth);
    let mut found = head(&sixth);
    for task in &district.tasks {
        let unit = &district.units[task.lead].id;
        let is_curve = |kind: &Kind| matches!(kind, Kind::Due(_) | Kind::DueDay(..) | Kind::Steps(_));
        let Some(item) = task.items.iter().find(|item| is_curve(&item.kind)) else {
            continue;
        };
        if random.happens(30) {
            let outcome = if random.happens(80) { "passed" } else { "failed" };
            line(&mut verified, format_args!("\n[[verifications]]\nitem = \"{}\"", item.id));
            line(&mut verified, format_args!("unit = \"{unit}\"\ndate = {}", fourth.day(27)));
            line(&mut verified, format_args!("by = \"示例核查组\"\noutcome = \"{outcome}\""));
            line(&mut verified, format_args!("note = \"现场核查，资料齐全\""));
        } else if random.happens(10) {
            line(&mut exempted, format_args!("\n[[exemptions]]\nitem = \"{}\"", item.id));
            line(&mut exempted, format_args!("unit = \"{unit}\""));
            line(&mut exempted, format_args!("from = \"{fifth}\"\nuntil = \"{}\"", fifth.plus(2)));
            line(&mut exempted, format_args!("reason = \"暴雨冲毁施工便道\""));
            line(&mut exempted, format_args!("reference = \"示政办函〔{}〕{}号\"", fifth.year(), task.number));
            line(&mut exempted, format_args!("date = {}", fifth.day(28)));
        }
        if random.happens(10) {
            line(&mut found, format_args!("\n[[findings]]\nid = \"{}.d1\"", task.number));
            line(&mut found, format_args!("title = \"核查发现：雨水口有污水流出\""));
            line(&mut found, format_args!("date = {}\nby = \"示例核查组\"", sixth.day(9)));
            line(&mut found, format_args!("basis = \"office\"\ndue = \"{}\"", sixth.plus(3)));
        }
    }
    [(fourth, "verifications", verified), (fifth, "exemptions", exempted), (sixth, "findings", found)]
        .map(|(month, name, text)| (format!("register/{month}/{name}.toml"), text))
        .to_vec()
}

fn head(month: &impl std::fmt::Display) -> String {
    format!("# 示例数据，非真实情况\n\nmonth = \"{month}\"\n")
}
