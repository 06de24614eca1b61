//! How a notice stands, lived through event by event; which shares belong to what.

use chrono::NaiveDate;
use proptest::option;
use proptest::prelude::*;
use shangdang::assess::AsOf;
use shangdang::model::{
    Dated, Decision, ItemIx, Notice, NoticeKind, NoticeStanding, Peers, ShareIx, Tier, UnitIx, UnitKind,
};
use shangdang::source::{FileId, Place};

use super::{any_setting, nth};
use crate::support::config;

fn day(number: u32) -> NaiveDate {
    nth(3).day(number)
}

fn dated(number: u32) -> Dated {
    Dated { on: day(number), text: String::new() }
}

proptest! {
    #![proptest_config(config())]

    /// Objected to, decided on, lifted: each from its day on, as far as is known; what was withdrawn stays so.
    #[test]
    fn a_notice_stands_as_its_last_event_says(
        issued in 1..4_u32,
        objection in option::of(1..5_u32),
        decision in option::of((1..5_u32, any::<bool>())),
        lifted in option::of(1..5_u32),
        known_by in option::of(1..5_u32),
    ) {
        let notice = Notice {
            month: nth(2),
            number: String::new(),
            date: day(issued),
            unit: UnitIx(0),
            tier: Tier(0),
            shares: vec![ShareIx(0)],
            approver: String::new(),
            against_seal: String::new(),
            reply_due: None,
            reply: None,
            objection: objection.map(dated),
            decision: decision.map(|(on, is_upheld)| {
                let decision = if is_upheld { Decision::Upheld } else { Decision::Withdrawn };
                (decision, dated(on))
            }),
            lifted: lifted.map(dated),
            place: Place::top_of(FileId(0)),
        };
        let is_known = |on: u32| known_by.is_none_or(|known_by| on <= known_by);
        let mut standing = NoticeStanding::InForce;
        if objection.is_some_and(is_known) {
            standing = NoticeStanding::Contested;
        }
        if decision.is_some_and(|(on, _)| is_known(on)) {
            standing = NoticeStanding::InForce;
        }
        if lifted.is_some_and(is_known) {
            standing = NoticeStanding::Lifted;
        }
        if decision.is_some_and(|(on, is_upheld)| !is_upheld && is_known(on)) {
            standing = NoticeStanding::Withdrawn;
        }
        let known = known_by.map(day);
        prop_assert_eq!(notice.standing(known), standing);
        prop_assert_eq!(notice.is_known(AsOf { month: nth(2), known_by: known }), is_known(issued));
        let counts = is_known(issued) && standing != NoticeStanding::Withdrawn;
        prop_assert_eq!(notice.counts(known), counts);
    }

    #[test]
    fn each_share_is_of_one_item_and_one_unit(setting in any_setting()) {
        let workspace = setting.workspace();
        let all: Vec<ShareIx> = (0..workspace.shares.len()).map(ShareIx).collect();
        let mut of_items = Vec::new();
        for item in (0..workspace.items.len()).map(ItemIx) {
            let own: Vec<ShareIx> = workspace.shares_of(item).map(|(ix, _)| ix).collect();
            prop_assert!(own.iter().all(|&ix| workspace.share(ix).item == item));
            let units: Vec<UnitIx> = own.iter().map(|&ix| workspace.share(ix).unit).collect();
            prop_assert_eq!(workspace.leads_of(item), units);
            of_items.extend(own);
        }
        prop_assert_eq!(&of_items, &all);
        let mut of_units = Vec::new();
        for unit in workspace.units() {
            let own: Vec<ShareIx> = workspace.shares_by(unit).map(|(ix, _)| ix).collect();
            prop_assert!(own.iter().all(|&ix| workspace.share(ix).unit == unit));
            of_units.extend(own);
        }
        of_units.sort_unstable();
        prop_assert_eq!(of_units, all);
    }
}

/// Townships and subdistricts are ranked among themselves; what a tier is called says what is sent for it.
#[test]
fn words_say_what_they_are() {
    for (kind, word) in UnitKind::ALL {
        let is_territorial = matches!(word, "township" | "subdistrict");
        let peers = if is_territorial { Peers::Townships } else { Peers::Departments };
        assert_eq!((kind.id(), kind.peers()), (word, peers));
    }
    for (kind, word) in NoticeKind::ALL {
        assert_eq!(NoticeKind::of_tier(word), kind);
    }
    assert_eq!(NoticeKind::of_tier("reprimand"), NoticeKind::Warning);
}
