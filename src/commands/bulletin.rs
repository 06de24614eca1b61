//! `bulletin`: the circular of a month.

use anyhow::Result;

use super::options::{Delivery, Printed, When};
use super::session::Session;
use super::{Context, Exit, Outcome};
use crate::views::{Bulletin, Edition, Given};

command! {
    "bulletin" "通报":
        "调度通报：总体情况、存在问题、信息报送、下步要求，附台账",
        "Make the monthly circular: figures, problems, filing, demands, ledger";
    examples
        "bulletin {6月|2022-06} -o {6月通报.docx|june.docx}
         bulletin {6月|2022-06} --public -o {公开版.docx|public.docx}";
    pub(crate) struct Arguments {
        when: When;
        public: bool = "--public",
            "公开版：不含只发给单位本身的预警，也不含排名和台账",
            "The public edition: without warnings, which go to the unit alone, and without ranks and ledger";
        printed: Printed;
        delivery: Delivery;
    }
}

pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let edition = if arguments.public { Edition::Public } else { Edition::Internal };
    let assessed = Session::assessed(context, &arguments.when)?;
    let results = assessed.results();
    let (number, date) = arguments.printed.given(results.assessment.as_of.month, results.workspace, context.lang)?;
    let given = Given { number, date, reply_due: None };
    assessed.deliver(&Bulletin::of(results, edition, given), &arguments.delivery, Exit::Fine)
}
