//! `report`: one unit's report for one month, begun, filled in and submitted.

mod file;
mod new;
mod set;
mod submit;
mod value;

use anyhow::Result;

use super::options::Delivery;
use super::session::Session;
use super::{Context, Outcome};
pub(super) use value::{Typed, reading_typed};

command! {
    "report" "填报": "填月报：新开、逐项填、报送", "Start, fill in and submit a unit's report";
    examples
        "report new {7月|2022-07} {区住建局|housing}
         report set 2.1 60 --note {\"主管道贯通\"|\"main pipe through\"}
         report submit {7月|2022-07} {区住建局|housing}";
    pub(crate) struct Arguments {
        step: Step;
    }
}

commands! {
    enum Step(&Session<'_>) {
        New(new::Arguments) => new::run,
        Set(set::Arguments) => set::run,
        Submit(submit::Arguments) => submit::run,
    }
}

impl Step {
    fn delivery(&self) -> &Delivery {
        match self {
            Self::New(arguments) => &arguments.writing.delivery,
            Self::Set(arguments) => &arguments.writing.delivery,
            Self::Submit(arguments) => &arguments.writing.delivery,
        }
    }
}

pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    // A format that cannot be is said before anything is written.
    arguments.step.delivery().format(context.lang)?;
    arguments.step.run(&Session::open_sound(context)?)
}
