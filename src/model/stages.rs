//! 阶段: what each of the things counted goes through, one stage after the other, and by when how many of them have to
//! have reached which.

use super::{Curve, Figure, Moment, Ratio};

/// One of the stages of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Its name: 开工.
    pub name: String,
    /// How many have to have reached it by when, in percent of all; none where it is only reported on.
    pub curve: Option<Curve>,
}

/// The stages of an item in their order; never empty, and the plan asks for at least one of them. Whoever stands at one
/// has been through those before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stages(Vec<Stage>);

impl Stages {
    /// These stages; none if the plan asks for none of them.
    pub fn new(stages: Vec<Stage>) -> Option<Self> {
        stages.iter().any(|stage| stage.curve.is_some()).then_some(Self(stages))
    }

    /// All of them.
    pub fn all(&self) -> &[Stage] {
        &self.0
    }

    /// Where the stage of a name stands.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|stage| stage.name == name)
    }

    /// Those that the plan asks for, with their positions.
    pub fn asked(&self) -> impl DoubleEndedIterator<Item = (usize, &Curve)> {
        self.0.iter().enumerate().filter_map(|(at, stage)| Some((at, stage.curve.as_ref()?)))
    }

    /// By when all of them have to have gone through all of it: what is asked of the last stage, if anything is.
    pub fn finish(&self) -> Option<Moment> {
        let finish = self.0.last()?.curve.as_ref()?.finish();
        (finish.level > Ratio::ZERO).then_some(finish.by)
    }
}

/// How many have reached each stage, where so many stand at each: those that went beyond it have reached it as well.
pub fn reached(standing: &[Figure]) -> Vec<Figure> {
    let mut reached: Vec<Figure> = standing.to_vec();
    for at in (1..reached.len()).rev() {
        reached[at - 1] = reached[at - 1].plus(reached[at]);
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_went_beyond_a_stage_has_reached_it() {
        let standing = [2, 10, 5, 0].map(Figure::whole);
        assert_eq!(reached(&standing), [17, 15, 5, 0].map(Figure::whole));
        assert!(reached(&[]).is_empty());
    }
}
