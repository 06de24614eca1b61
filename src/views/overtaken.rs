//! What was sent on a verdict that is another now: a report came in after the notice, or a decision was recorded after it.
//! What could be known on the day of the notice is computed again; the causes are those of the difference.

use super::causes::pushed;
use super::results::Results;
use crate::assess::{AsOf, Assessment, Filing, ShareAssessment, Verdict, verdict_on};
use crate::compare::{Cause, Causes, Frames, Side, causes_between};
use crate::model::{Notice, NoticeStanding};
use crate::text::overtaken as words;
use crate::text::{Lang, causes, register, terms};

/// The verdict that a notice rests on, as it could be known on the day of the notice and as it is now.
#[derive(Debug)]
pub(super) struct Overtaken {
    pub(super) then: Verdict,
    pub(super) now: Verdict,
    pub(super) causes: Causes,
}

impl Results<'_> {
    /// How the tier of a share has changed since a notice about it was sent; nothing where it has not, or where the notice
    /// was withdrawn.
    pub(super) fn overtaken(self, assessed: &ShareAssessment, notice: &Notice) -> Option<Overtaken> {
        let known_by = self.assessment.as_of.known_by;
        let at = [Some(notice.date), known_by].map(|known_by| AsOf { month: notice.month, known_by });
        let [then, now] = at.map(|at| verdict_on(self.workspace, assessed.share, at));
        if then.tier == now.tier || notice.standing(known_by) == NoticeStanding::Withdrawn {
            return None;
        }
        let assessments = [(at[0], &then), (at[1], &now)].map(|(as_of, verdict)| Assessment {
            as_of,
            filing: Filing::default(),
            shares: vec![assessed.only(verdict)],
        });
        let [one, other] = assessments.each_ref().map(|assessment| Side {
            sources: self.sources,
            workspace: self.workspace,
            assessment,
            left_out: &[],
            until: None,
        });
        let causes = causes_between(&Frames::of(self.workspace, self.workspace), one, other, assessed.share);
        Some(Overtaken { then, now, causes })
    }

    /// The same in a sentence, with the item where `is_named`.
    pub(super) fn since_sent(
        self,
        assessed: &ShareAssessment,
        notice: &Notice,
        is_named: bool,
        lang: Lang,
    ) -> Option<String> {
        let found = self.overtaken(assessed, notice)?;
        let stands = |verdict: &Verdict| match (verdict.tier, verdict.withheld_as()) {
            (Some(tier), _) => terms::tier(self.tier_name(tier), verdict.presumed, lang),
            (None, Some(withheld)) => register::withheld_word(withheld, lang).to_owned(),
            (None, None) => terms::bucket(verdict.bucket, lang).to_owned(),
        };
        let said = |cause: &Cause| {
            let place = cause.place.map(|(_, place)| self.at(place)).filter(|place| !place.is_empty());
            causes::cause(cause, place.as_deref(), false, lang)
        };
        let because = causes::causes(&pushed(&found.causes, said), lang);
        let item = is_named.then(|| self.item(assessed).id.as_str());
        Some(words::changed(item, notice.month, &stands(&found.then), &stands(&found.now), &because, lang))
    }

    /// Whether a notice about a share in the as-of month has been overtaken.
    pub(super) fn is_overtaken(self, assessed: &ShareAssessment) -> bool {
        let month = self.assessment.as_of.month;
        let mut notices = self.notices(assessed).filter(|notice| notice.month == month);
        notices.any(|notice| self.overtaken(assessed, notice).is_some())
    }
}
