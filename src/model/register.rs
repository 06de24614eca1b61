//! 登记簿: what people decided or did, with its date and its reference. Nothing here is computed; a proposal becomes an
//! action only by being recorded here.

use chrono::NaiveDate;

use super::{AsOf, Curve, Month, Schedule, ShareIx, Tier, UnitIx};
use crate::source::{Located, Place};

/// Every record of the register that is not part of the plan. Findings and approved changes of the plan are kept with
/// the items they concern: [`Item::finding`](super::Item::finding), [`Item::revisions`](super::Item::revisions).
#[derive(Clone, Debug, Default)]
pub struct Register {
    /// The notices, by month and order of the file.
    pub notices: Vec<Notice>,
    /// The checks, by month and order of the file.
    pub verifications: Vec<Verification>,
    /// The exemptions, by month and order of the file.
    pub exemptions: Vec<Exemption>,
    /// The results of annual assessments, by month and order of the file.
    pub assessments: Vec<AnnualAssessment>,
    /// The closings of months, by month and order of the file.
    pub closings: Vec<Closing>,
}

/// The kinds of files of the register, by the name of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordKind {
    /// 文书: `notices.toml`
    Notices,
    /// 核验: `verifications.toml`
    Verifications,
    /// 豁免: `exemptions.toml`
    Exemptions,
    /// 督查: `findings.toml`
    Findings,
    /// 计划调整: `changes.toml`
    Changes,
    /// 年度考核: `assessments.toml`
    Assessments,
    /// 结账: `closings.toml`
    Closings,
}

impl RecordKind {
    /// Every kind with the name of its file, which is also the name of its list.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Notices, "notices"),
        (Self::Verifications, "verifications"),
        (Self::Exemptions, "exemptions"),
        (Self::Findings, "findings"),
        (Self::Changes, "changes"),
        (Self::Assessments, "assessments"),
        (Self::Closings, "closings"),
    ];

    /// The name of its file without the extension, and of its list.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

/// What somebody wrote or said, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The day.
    pub on: NaiveDate,
    /// What was said, as written; may be empty.
    pub text: String,
}

/// 文书: a notice that was sent.
#[derive(Clone, Debug)]
pub struct Notice {
    /// The month on whose verdicts it rests.
    pub month: Month,
    /// 发文字号, as written.
    pub number: String,
    /// 成文日期
    pub date: NaiveDate,
    /// The unit it is about.
    pub unit: UnitIx,
    /// The tier it pronounces.
    pub tier: Tier,
    /// The unit's shares that it names; never empty.
    pub shares: Vec<ShareIx>,
    /// The office that approved it; never a person.
    pub approver: String,
    /// Why it is harsher than what was sealed for its month; empty where it is not.
    pub against_seal: String,
    /// The day by which the unit has to answer.
    pub reply_due: Option<NaiveDate>,
    /// 答复: the unit's answer.
    pub reply: Option<Dated>,
    /// 异议: the unit's objection.
    pub objection: Option<Dated>,
    /// 复核: the decision on the objection.
    pub decision: Option<(Decision, Dated)>,
    /// 解除: when and why it was lifted.
    pub lifted: Option<Dated>,
    /// Where it is in the file.
    pub place: Place,
}

/// The decision on an objection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// 维持
    Upheld,
    /// 撤销: the notice counts as never sent.
    Withdrawn,
}

impl Decision {
    /// Both decisions with the word that files use.
    pub const ALL: [(Self, &'static str); 2] = [(Self::Upheld, "upheld"), (Self::Withdrawn, "withdrawn")];

    /// The word that files use.
    pub fn id(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

/// How a notice stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeStanding {
    /// 生效: issued and neither lifted nor withdrawn.
    InForce,
    /// 异议中: the unit has objected and no decision has been made.
    Contested,
    /// 已解除
    Lifted,
    /// 已撤销
    Withdrawn,
}

impl NoticeStanding {
    /// Its stable id.
    pub fn id(self) -> &'static str {
        match self {
            Self::InForce => "in-force",
            Self::Contested => "contested",
            Self::Lifted => "lifted",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// A number as it is compared: `〔2022〕3号`, `[2022]3号` and `（2022） 3号` are one.
pub fn number_key(number: &str) -> String {
    let plain = |letter: char| match letter {
        '〔' | '［' | '[' | '【' | '（' => '(',
        '〕' | '］' | ']' | '】' | '）' => ')',
        '０'..='９' => char::from_u32(u32::from(letter) - u32::from('０') + u32::from('0')).unwrap_or(letter),
        letter => letter,
    };
    number.chars().filter(|letter| !letter.is_whitespace()).map(plain).collect()
}

impl Notice {
    /// Whether this is its number, in whatever brackets.
    pub fn is_numbered(&self, number: &str) -> bool {
        number_key(&self.number) == number_key(number)
    }

    /// Whether it had been issued, as far as could be known.
    pub fn is_known(&self, as_of: AsOf) -> bool {
        as_of.knows(self.date)
    }

    /// Whether it counts as sent, as far as could be known: a withdrawn notice counts as never sent.
    pub fn counts(&self, known_by: Option<NaiveDate>) -> bool {
        known_by.is_none_or(|day| self.date <= day) && self.standing(known_by) != NoticeStanding::Withdrawn
    }

    /// How it stands, as far as could be known.
    pub fn standing(&self, known_by: Option<NaiveDate>) -> NoticeStanding {
        let is_known = |on: NaiveDate| known_by.is_none_or(|day| on <= day);
        let decision = self.decision.as_ref().filter(|(_, dated)| is_known(dated.on));
        if matches!(decision, Some((Decision::Withdrawn, _))) {
            NoticeStanding::Withdrawn
        } else if self.lifted.as_ref().is_some_and(|dated| is_known(dated.on)) {
            NoticeStanding::Lifted
        } else if decision.is_none() && self.objection.as_ref().is_some_and(|dated| is_known(dated.on)) {
            NoticeStanding::Contested
        } else {
            NoticeStanding::InForce
        }
    }
}

/// Whether a check or an assessment was passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// 通过
    Passed,
    /// 未通过
    Failed,
}

impl Outcome {
    /// Both outcomes with the word that files use.
    pub const ALL: [(Self, &'static str); 2] = [(Self::Passed, "passed"), (Self::Failed, "failed")];

    /// The word that files use.
    pub fn id(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

/// 核验（销号）: the office has checked what a unit claims as done.
#[derive(Clone, Debug)]
pub struct Verification {
    /// What was checked.
    pub share: ShareIx,
    /// The day of the check.
    pub date: NaiveDate,
    /// The office that checked.
    pub by: String,
    /// The outcome.
    pub outcome: Outcome,
    /// Remarks, as written.
    pub note: String,
    /// Where it is in the file.
    pub place: Place,
}

/// 豁免: an approved good reason. The lag is still computed and shown; the tier is withheld.
#[derive(Clone, Debug)]
pub struct Exemption {
    /// What is exempted.
    pub share: ShareIx,
    /// The first month.
    pub from: Month,
    /// The last month.
    pub until: Month,
    /// The reason.
    pub reason: String,
    /// The document that approved it.
    pub reference: String,
    /// The day of the approval.
    pub date: NaiveDate,
    /// Where it is in the file.
    pub place: Place,
}

/// 督查: where an item added after an inspection comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The day of the finding; the item exists from the close of its month.
    pub date: NaiveDate,
    /// The office that inspected.
    pub by: String,
}

/// 计划调整: an approved change of what an item is compared with. What it asks for counts from the close of its first
/// month on; until then what was in force counts.
#[derive(Clone, Debug)]
pub struct Revision {
    /// The first month it is in force; not before the month of the approval.
    pub from: Month,
    /// The day of the approval.
    pub date: NaiveDate,
    /// The document that approved it.
    pub reference: String,
    /// The reason.
    pub reason: String,
    /// Whether it settles in what the source contradicts itself.
    pub settles: bool,
    /// What it asks for.
    pub curve: Curve,
    /// What the item is compared with while it is the newest that counts: what was in force before the close of its
    /// first month, what it asks for from then on. [`Item::revise`](super::Item::revise) sees to it.
    pub schedule: Schedule,
    /// Where it is in the file.
    pub place: Place,
}

/// 年度考核: the result of a unit, as the people who assessed it entered it.
#[derive(Clone, Debug)]
pub struct AnnualAssessment {
    /// The year that was assessed.
    pub year: i32,
    /// The unit that was assessed.
    pub unit: UnitIx,
    /// The day of the result.
    pub date: NaiveDate,
    /// The office that made the assessment.
    pub by: String,
    /// The result.
    pub outcome: Outcome,
    /// The document with the result.
    pub reference: String,
    /// Remarks, as written.
    pub note: String,
    /// Where it is in the file.
    pub place: Place,
}

/// 结账: the verdicts of a month as they were when it was closed, sealed.
#[derive(Clone, Debug)]
pub struct Closing {
    /// The month that was closed.
    pub month: Month,
    /// The day of the closing.
    pub date: NaiveDate,
    /// The office that closed it.
    pub by: String,
    /// The seal of the closing before this one in the chain; empty for the first.
    pub previous: String,
    /// The seal of this closing: SHA-256 in hexadecimal digits.
    pub seal: String,
    /// What it rests on, one line for each file, as written: the SHA-256 of its text and its path.
    pub files: Vec<Located<String>>,
    /// What was decided, one line for each share, as written.
    pub verdicts: Vec<Located<String>>,
    /// What was issued, one line for each notice, as written.
    pub notices: Vec<Located<String>>,
    /// When it was opened again and why.
    pub reopened: Option<Dated>,
    /// Where it is in the file.
    pub place: Place,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_in_other_brackets() {
        let one = number_key("上水防办函〔2022〕3号");
        for same in
            ["上水防办函[2022]3号", "上水防办函（2022）3号", "上水防办函【2022】 ３号", "上水防办函［２０２２］3号"]
        {
            assert_eq!(number_key(same), one);
        }
        for other in ["上水防办函〔2022〕13号", "上水防办〔2022〕3号", "上水防办函〔2023〕3号"] {
            assert_ne!(number_key(other), one);
        }
    }
}
