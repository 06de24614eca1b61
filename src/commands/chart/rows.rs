//! `chart front` and `chart heat`: the pictures with rows. They are asked for in the same words.

use anyhow::Result;

use crate::commands::options::{Delivery, Selection, When};
use crate::commands::session::Session;
use crate::commands::{Context, Exit, Outcome};
use crate::views::{Front, Heat, Rows};

/// Which of them.
#[derive(Clone, Copy, Debug)]
pub(super) enum Picture {
    /// The front line.
    Front,
    /// The year at a glance.
    Heat,
}

options! {
    /// Their arguments.
    pub(super) struct Arguments {
        when: When;
        selection: Selection;
        by: Option<Rows> = "--by",
            "每行一个：share 责任份、item 事项、unit 单位；后两种取其中最滞后的一份（默认 share）",
            "One row for each share, item or unit; items and units by their worst share (default: share)";
        delivery: Delivery;
    }
}

command! {
    "front" "前锋线":
        "进度前锋线：点在截至线左边为滞后，距离就是滞后的月数",
        "Draw the progress front line: a point left of the as-of line is late by the months between";
    examples
        "chart front {6月|2022-06}
         chart front --unit {区水利局|water}
         chart front --by item -o {前锋线.svg|front.svg}";
    /// The arguments of `chart front`.
    pub(super) struct OfFront {
        pub(super) rows: Arguments;
    }
}

command! {
    "heat" "逐月":
        "逐月一览：每行一份，每月一格，全年哪月到哪一档",
        "Draw shares month by month: one row for each share, one cell for each month, with the tier";
    examples
        "chart heat {12月|2022-12}
         chart heat --by unit -o {逐月.svg|months.svg}";
    /// The arguments of `chart heat`.
    pub(super) struct OfHeat {
        pub(super) rows: Arguments;
    }
}

pub(super) fn run(picture: Picture, arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let rows = arguments.by.unwrap_or_default();
    let assessed = Session::assessed(context, &arguments.when)?;
    let results = assessed.results();
    let workspace = results.workspace;
    let filter = arguments.selection.filter(workspace, context.lang)?;
    let delivery = &arguments.delivery;
    match picture {
        Picture::Front => assessed.deliver(&Front::of(results, &filter, rows), delivery, Exit::Fine),
        Picture::Heat => assessed.deliver(&Heat::of(results, &filter, rows), delivery, Exit::Fine),
    }
}
