//! What the schedules of a plan are held against: its months, its seasons, its scales.

use std::sync::Arc;

use crate::model::{Month, Plan, Scale, Season};
use crate::source::Located;

/// What the schedules of a plan are held against.
pub(super) struct Frame<'a> {
    pub(super) start: Month,
    pub(super) end: Month,
    pub(super) seasons: &'a [Located<Season>],
    pub(super) knows_all_seasons: bool,
    pub(super) scales: &'a [Arc<Scale>],
    pub(super) knows_all_scales: bool,
}

impl<'a> Frame<'a> {
    pub(super) fn of(plan: &'a Plan, seasons: &'a [Located<Season>], knows_all: (bool, bool)) -> Self {
        let (knows_all_seasons, knows_all_scales) = knows_all;
        let (start, end, scales) = (plan.start, plan.end, &plan.scales[..]);
        Self { start, end, seasons, knows_all_seasons, scales, knows_all_scales }
    }
}
