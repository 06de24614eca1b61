//! `plan.toml`, of a district and of the plan above several.

use std::fmt::Write;

use crate::arguments::Scale;
use crate::district::{District, REPORT_DAY};

/// The plan of a district.
pub(crate) fn of(district: &District) -> String {
    let title = format!("{}水污染防治行动示例", district.name);
    let mut text = head(&title, &district.period.start, &district.period.end);
    text.push_str("\n[seasons]\n");
    text.push_str("flood = { from = \"06-01\", to = \"09-30\" }\n");
    text.push_str("winter = { from = \"11-01\", to = \"03-31\" }\n");
    for unit in &district.units {
        let (id, name, kind) = (&unit.id, &unit.name, unit.kind);
        line(&mut text, format_args!("\n[units.{id}]"));
        line(&mut text, format_args!("name = \"{name}\""));
        line(&mut text, format_args!("kind = \"{kind}\""));
    }
    text
}

/// The plan above the districts, which has no work of its own.
pub(crate) fn parent(districts: &[String], scale: &Scale) -> String {
    let first = District::new(&Scale { units: 1, items: 1, ..*scale }, 0);
    let mut text = head("全省水污染防治行动示例", &first.period.start, &first.period.end);
    text.push_str("members = [\n");
    for district in districts {
        line(&mut text, format_args!("    \"{district}\","));
    }
    text.push_str("]\n");
    text
}

fn head(title: &str, start: &impl std::fmt::Display, end: &impl std::fmt::Display) -> String {
    format!(
        "# 示例数据，非真实情况\n\ntitle = \"{title}\"\nstart = \"{start}\"\nend = \"{end}\"\n\
         report-day = {REPORT_DAY}\nsample = true\n"
    )
}

/// Adds a line.
pub(crate) fn line(text: &mut String, line: std::fmt::Arguments<'_>) {
    writeln!(text, "{line}").expect("a text takes what is written to it");
}
