//! The front line shows the lag: from the point of each share to the as-of line there are as many units as its lag asks
//! for, cut off to the left by less than one.

use proptest::prelude::*;
use shangdang::assess::{AsOf, assess};
use shangdang::document::{At, Drawing, Element, Pen};
use shangdang::model::Ratio;
use shangdang::text::Lang;
use shangdang::views::{Filter, Front, Results, Rows, View};

use super::{any_as_of, any_setting};
use crate::support::{config, no_files};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn distances_are_lags(setting in any_setting(), as_of in any_as_of()) {
        let workspace = setting.workspace();
        let sources = no_files();
        let assessment = assess(&workspace, AsOf::close_of(as_of));
        let results =
            Results { sources: &sources, workspace: &workspace, assessment: &assessment };
        let lags: Vec<Ratio> = assessment
            .shares
            .iter()
            .filter_map(|assessed| assessed.verdict().lag)
            .map(shangdang::model::Lag::months)
            .collect();
        let page = Front::of(results, &Filter::default(), Rows::Share).document(Lang::Zh);
        let pictures: Vec<_> = page.pictures().collect();
        prop_assert_eq!(pictures.len(), usize::from(!lags.is_empty()));
        for picture in pictures {
            prop_assert_eq!(distances(&picture.whole), expected(&picture.whole, &lags));
            // On paper it is the same, sheet by sheet.
            let sheets = picture.sheets.iter();
            let on_paper: Vec<i32> = sheets.flat_map(distances).collect();
            prop_assert_eq!(on_paper, distances(&picture.whole));
        }
    }
}

/// The smallest whole number of units that is not less than each lag.
fn expected(drawing: &Drawing, lags: &[Ratio]) -> Vec<i32> {
    let month = Ratio::whole(i128::from(month_width(drawing)));
    let units = lags.iter().map(|&lag| (lag * month).ceil());
    units.map(|units| i32::try_from(units).expect("few units")).collect()
}

/// From each point of the front line to the as-of line, where it begins and ends.
fn distances(drawing: &Drawing) -> Vec<i32> {
    let lines = lines(drawing, Pen::Front);
    let line = lines.iter().find(|points| points.len() > 2).expect("a front line");
    let [first, points @ .., last] = line else {
        panic!("it begins and ends on the as-of line");
    };
    assert_eq!(first.x, last.x);
    points.iter().map(|at| first.x - at.x).collect()
}

/// The distance between the closes of two months.
fn month_width(drawing: &Drawing) -> i32 {
    let mut closes: Vec<i32> = lines(drawing, Pen::Grid)
        .into_iter()
        .filter(|points| points[0].x == points[1].x)
        .map(|points| points[0].x)
        .collect();
    closes.sort_unstable();
    closes.dedup();
    let widths: Vec<i32> = closes.windows(2).map(|pair| pair[1] - pair[0]).collect();
    assert!(widths.iter().all(|width| *width == widths[0]), "{widths:?}");
    widths[0]
}

fn lines(drawing: &Drawing, wanted: Pen) -> Vec<&[At]> {
    let lines = drawing.elements.iter().filter_map(|element| match element {
        Element::Line { points, pen } if *pen == wanted => Some(points.as_slice()),
        _ => None,
    });
    lines.collect()
}
