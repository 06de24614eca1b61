//! `chart`: pictures of the assessed result.

mod curve;
mod rows;

use anyhow::Result;

use super::{Context, Outcome};
use rows::Picture;

command! {
    "chart" "画图":
        "画图：进度前锋线、逐月一览、进度曲线；终端、SVG、HTML、DOCX",
        "Draw pictures: front line, month by month, curve; for terminal, SVG, HTML, DOCX";
    examples
        "chart front {6月|2022-06}
         chart heat --by unit
         chart curve 2.1 -o {曲线.svg|curve.svg}";
    pub(crate) struct Arguments {
        chart: Chart;
    }
}

commands! {
    enum Chart(&Context) {
        Front(rows::OfFront) => |front: &rows::OfFront, context| rows::run(Picture::Front, &front.rows, context),
        Heat(rows::OfHeat) => |heat: &rows::OfHeat, context| rows::run(Picture::Heat, &heat.rows, context),
        Curve(curve::Arguments) => curve::run,
    }
}

pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    arguments.chart.run(context)
}
