//! What was sealed is read back as it was, and only where the verdict is another now.

use proptest::prelude::*;
use shangdang::assess::{AsOf, assess};
use shangdang::closing::{Stood, record, sealed_otherwise};
use shangdang::model::{Closing, Lag, Tier, Workspace};
use shangdang::source::{FileId, Located, Place};

use super::{any_as_of, any_setting};
use crate::support::{config, no_files};

fn closed(workspace: &Workspace, as_of: AsOf) -> Closing {
    let place = Place::top_of(FileId(0));
    let date = as_of.month.plus(1).first_day();
    let record = record(&no_files(), workspace, &assess(workspace, as_of), date, "");
    Closing {
        month: as_of.month,
        date,
        by: String::new(),
        previous: String::new(),
        seal: record.seal(),
        files: Vec::new(),
        verdicts: record.verdicts.into_iter().map(|line| Located::new(line, place)).collect(),
        notices: Vec::new(),
        reopened: None,
        place,
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_was_sealed_is_read_back(then in any_setting(), now in any_setting(), month in any_as_of()) {
        let as_of = AsOf::close_of(month);
        let (then, now) = (then.workspace(), now.workspace());
        let (closing, before) = (closed(&then, as_of), assess(&then, as_of));
        let named = |workspace: &Workspace, share| {
            let share = workspace.share(share);
            (workspace.item(share.item).id.clone(), workspace.unit(share.unit).id.clone())
        };
        for assessed in &before.shares {
            prop_assert_eq!(sealed_otherwise(&then, &closing, assessed), None);
        }
        for assessed in &assess(&now, as_of).shares {
            let share = named(&now, assessed.share);
            let before = before.shares.iter().find(|before| named(&then, before.share) == share);
            let sealed = sealed_otherwise(&now, &closing, assessed);
            let Some(before) = before.map(shangdang::assess::ShareAssessment::verdict) else {
                prop_assert_eq!(sealed.map(|sealed| sealed.stood), Some(Stood::Absent));
                continue;
            };
            let verdict = assessed.verdict();
            let told = |verdict: &shangdang::assess::Verdict| {
                (verdict.bucket, verdict.lag, verdict.tier, verdict.presumed, verdict.withheld)
            };
            prop_assert_eq!(sealed.is_some(), told(before) != told(verdict));
            if let Some(sealed) = sealed {
                let rungs = now.plan.ladder.rungs();
                let known = |tier| rungs.iter().position(|rung| rung.id == then.plan.ladder.rung(tier).id);
                prop_assert_eq!(sealed.tier(), before.tier.and_then(known).map(Tier));
                prop_assert_eq!(sealed.lag.map(str::to_owned), before.lag.map(|lag: Lag| lag.to_string()));
                let is_presumed = matches!(sealed.stood, Stood::Tier(_, true));
                prop_assert_eq!(is_presumed, before.presumed && sealed.tier().is_some());
            }
        }
    }
}
