//! What a closing says of one share, read back from its line.

use super::{DISPUTED, EXEMPT, line};
use crate::assess::ShareAssessment;
use crate::model::{Closing, Tier, Workspace};

/// How a share stood when its month was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stood {
    /// The plan did not have it.
    Absent,
    /// It had no tier.
    None,
    /// It had a tier, perhaps a presumed one.
    Tier(Tier, bool),
    /// An exemption withheld its tier.
    Exempt(Tier),
    /// Its tier was withheld because the source contradicts itself.
    Disputed(Tier),
}

/// What was sealed for a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sealed<'a> {
    /// Its exact lag in months; none where it could not lag.
    pub lag: Option<&'a str>,
    /// Where that put it.
    pub stood: Stood,
}

impl Sealed<'_> {
    /// Its tier, as far as one was not withheld.
    pub fn tier(&self) -> Option<Tier> {
        match self.stood {
            Stood::Tier(tier, _) => Some(tier),
            Stood::Absent | Stood::None | Stood::Exempt(_) | Stood::Disputed(_) => None,
        }
    }
}

/// What was sealed for a share, where that is not what the files say now. A tier that the ladder no longer has counts as
/// none: nothing is harsher for it.
pub fn sealed_otherwise<'a>(
    workspace: &Workspace,
    closing: &'a Closing,
    assessed: &ShareAssessment,
) -> Option<Sealed<'a>> {
    let now = line(workspace, assessed.share, assessed.verdict());
    let share = now.split(' ').take(2);
    let mut lines = closing.verdicts.iter().map(|line| line.value.as_str());
    let Some(line) = lines.find(|line| line.split(' ').take(2).eq(share.clone())) else {
        return Some(Sealed { lag: None, stood: Stood::Absent });
    };
    (line != now).then(|| read(workspace, line))
}

fn read<'a>(workspace: &Workspace, line: &'a str) -> Sealed<'a> {
    let words: Vec<&str> = line.split(' ').skip(3).collect();
    let tier = |id: &str| workspace.plan.ladder.rungs().iter().position(|rung| rung.id == id).map(Tier);
    let withheld = |why: &str| words.iter().find_map(|word| word.strip_prefix(why)).and_then(tier);
    let proposed = words.get(1).copied().and_then(tier);
    let stood = match (proposed, withheld(EXEMPT), withheld(DISPUTED)) {
        (Some(proposed), ..) => Stood::Tier(proposed, words.contains(&"presumed")),
        (None, Some(exempt), _) => Stood::Exempt(exempt),
        (None, None, Some(disputed)) => Stood::Disputed(disputed),
        (None, None, None) => Stood::None,
    };
    Sealed { lag: words.first().copied().filter(|lag| *lag != "-"), stood }
}
