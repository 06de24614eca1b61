//! Required, actual and gap as pages show them: read back, they say neither more nor less than the exact numbers.

use num_rational::Ratio as Fraction;
use proptest::prelude::*;
use serde_json::Value;
use shangdang::assess::{AsOf, assess};
use shangdang::model::{ItemIx, Measure};
use shangdang::render::markdown;
use shangdang::text::Lang;
use shangdang::views::{By, Explanation, Extent, Filter, Results, Status, View};

use super::{any_as_of, any_setting};
use crate::support::{at_least, no_files};

type Exact = Fraction<i128>;

/// A number at the beginning of a text, whatever stands behind it.
fn read(text: &str) -> Exact {
    let is_number = |character: char| character.is_ascii_digit() || matches!(character, '.' | '-');
    let number = &text[..text.find(|character| !is_number(character)).unwrap_or(text.len())];
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let digits: i128 = format!("{whole}{decimals}").parse().expect("digits");
    Exact::new(digits, 10_i128.pow(u32::try_from(decimals.len()).expect("few decimals")))
}

fn of(row: &Value, key: &str) -> Option<Exact> {
    let written = row[key].as_str()?;
    let (above, below) = written.split_once('/').unwrap_or((written, "1"));
    Some(if below == "1" { read(above) } else { read(above) / read(below) })
}

proptest! {
    #![proptest_config(at_least(1_000))]

    #[test]
    fn no_page_contradicts_the_exact_numbers(setting in any_setting(), as_of in any_as_of()) {
        let (workspace, sources) = (setting.workspace(), no_files());
        let assessment = assess(&workspace, AsOf::close_of(as_of));
        let results = Results { sources: &sources, workspace: &workspace, assessment: &assessment };
        let page = Status::of(results, &Filter::default(), By::Item);
        let page = serde_json::to_value(page.data()).expect("JSON");
        for row in page["rows"].as_array().expect("rows") {
            let item = workspace.items.iter().position(|item| row["item"] == item.id.as_str()).expect("an item");
            let (exact, Some(required)) = (of(row, "required-exact"), of(row, "required")) else { continue };
            let (exact, actual) = (exact.expect("both or none"), of(row, "actual"));
            let done = actual.unwrap_or_default();
            if workspace.items[item].schedule.indicator().is_some() {
                prop_assert_eq!(required, exact);
                continue;
            }
            let gap = of(row, "gap").expect("a gap");
            prop_assert_eq!(gap > Exact::default(), exact > done, "whoever is short sees it, nobody else does");
            prop_assert_eq!(required > done, exact > done);
            if exact > done {
                prop_assert_eq!(required - done, gap, "with a pencil");
            }
            if let Measure::Amount(_, true) = Measure::of(&workspace.items[item]) {
                prop_assert_eq!(required, exact.ceil(), "villages are whole");
            } else {
                prop_assert!(required <= exact, "nobody is asked for more than the plan asks");
                // Nothing that shows is left out: a hundredth, or as much as decides.
                prop_assert!((exact - required) * 100 < Exact::from(1));
                prop_assert!(exact <= done || (exact - done - gap) * 2 < exact - done || gap * 100 >= Exact::from(1));
            }
            // The sentence says the same.
            let unit = row["unit"].as_str().expect("a unit");
            let units: Vec<_> = workspace.units().filter(|&of| workspace.unit(of).id == unit).collect();
            let derived = Explanation::of(results, ItemIx(item), &units, Extent::Full);
            let said = markdown(&derived.document(Lang::Zh));
            let parts = |line: &str| {
                let (asked, rest) = line.strip_prefix("应完成")?.split_once("，实际")?;
                let (has, rest) = rest.split_once("，差")?;
                Some((read(asked), has.to_owned(), read(rest)))
            };
            if let Some((asked, has, short)) = said.lines().find_map(parts) {
                prop_assert_eq!((asked, short), (required, gap));
                prop_assert_eq!(actual, has.starts_with(|first: char| first.is_ascii_digit()).then(|| read(&has)));
            } else {
                prop_assert!(workspace.items[item].schedule.curve().is_none(), "{}", said);
            }
        }
    }
}
