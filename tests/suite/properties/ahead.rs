//! Next month's list before it happens: it is the list of that month if nobody reports, and the figure it names is the
//! least that keeps a share off it.

use proptest::prelude::*;
use shangdang::assess::{Ahead, AsOf, assess};

use super::outlook::{enough_and_short, key_duty, stand, tier_with};
use super::{Gist, LENGTH, any_setting, nth, with_reports_up_to};
use crate::support::{FOLLOWED, config};

proptest! {
    #![proptest_config(config())]

    /// Whatever is filed later: the files may already hold it.
    #[test]
    fn it_is_what_the_month_brings_if_no_report_comes_in(
        setting in any_setting(), offset in 0..LENGTH - 1,
    ) {
        let as_of = nth(offset);
        let ahead = Ahead::of(&setting.workspace(), AsOf::close_of(as_of));
        let ahead = ahead.expect("the plan goes on");
        let silent = with_reports_up_to(&setting, as_of).workspace();
        let happened = assess(&silent, AsOf::close_of(as_of.plus(1)));
        prop_assert_eq!(ahead.month, as_of.plus(1));
        prop_assert_eq!(ahead.shares.len(), happened.shares.len());
        for (foreseen, share) in ahead.shares.iter().zip(&happened.shares) {
            let (next, verdict) = (foreseen.next.verdict(), share.verdict());
            prop_assert_eq!(foreseen.next.share, share.share);
            prop_assert_eq!(Gist::of(next), Gist::of(verdict));
            prop_assert_eq!(foreseen.next.change, share.change);
            prop_assert_eq!(foreseen.avoid.is_some(), verdict.tier.is_some());
            prop_assert_eq!(foreseen.relief.is_some(), verdict.tier.is_some());
            let now = assess(&setting.workspace(), AsOf::close_of(as_of));
            let now = now.of(share.share).map(|now| Gist::of(now.verdict()));
            prop_assert_eq!(foreseen.next.before().map(Gist::of), now);
        }
    }

    #[test]
    fn what_avoids_a_tier_is_enough_and_not_more(duty in key_duty(), offset in 0..LENGTH - 1) {
        let as_of = nth(offset);
        let (setting, _) = stand(&duty, as_of);
        let ahead = Ahead::of(&setting.workspace(), AsOf::close_of(as_of));
        let ahead = ahead.expect("the plan goes on");
        let foreseen = &ahead.shares[0];
        let tier = foreseen.next.verdict().tier;
        if let Some(avoid) = &foreseen.avoid {
            let (enough, short) = enough_and_short(&duty, &foreseen.next, avoid);
            prop_assert!(tier_with(&setting, ahead.month, enough) < tier);
            if let Some(short) = short {
                prop_assert!(tier_with(&setting, ahead.month, short) >= tier);
            }
        }
        if let Some(relief) = &foreseen.relief {
            let (enough, short) = enough_and_short(&duty, &foreseen.next, relief);
            prop_assert_eq!(tier_with(&setting, ahead.month, enough), None);
            if let Some(short) = short {
                prop_assert!(tier_with(&setting, ahead.month, short).is_some());
            }
        }
    }

    #[test]
    fn there_is_nothing_beyond_the_last_month_followed_up(setting in any_setting(), offset in 0..4) {
        let as_of = AsOf::close_of(nth(LENGTH - 1 + FOLLOWED + offset));
        prop_assert_eq!(Ahead::of(&setting.workspace(), as_of), None);
    }
}
