//! `notice`: what becomes of a proposal. Without a step, drafts of what may be sent; each step records what people did.
//! Nothing is sent by any of them.

mod decide;
mod draft;
mod issue;
mod lift;
mod object;
mod reply;
mod step;

use anyhow::Result;

use super::session::Session;
use super::{Context, Outcome};

command! {
    "notice" "文书":
        "起草预警函、通报批评、约谈通知；发出以后登记答复、异议、复核、解除",
        "Draft warning letters, circulars of criticism and summonses; record what was sent and what became of it";
    examples
        "notice {6月|2022-06} -o {文书|letters}
         notice {6月|2022-06} --unit {区住建局|housing} --tier {通报批评|criticism} --reply-due 2022-07-20 -o {文书|letters}
         notice issue {6月|2022-06} --unit {区住建局|housing} --tier {通报批评|criticism} --number {上水防办〔2022〕5号|\"SSFB 2022-5\"} --on 2022-07-05 --approver {区水污染防治工作领导小组|\"the leading group\"} --reply-due 2022-07-15
         notice reply {上水防办〔2022〕5号|\"SSFB 2022-5\"} --on 2022-07-12 --text {\"8月底前完成\"|\"done by the end of August\"}
         notice object {上水防办〔2022〕5号|\"SSFB 2022-5\"} --on 2022-07-12 --text {\"6月月报漏填\"|\"the report of June left it out\"}
         notice decide {上水防办〔2022〕5号|\"SSFB 2022-5\"} {维持|upheld} --on 2022-07-20
         notice lift {上水防办〔2022〕5号|\"SSFB 2022-5\"} --on 2022-08-30 --because {\"已按期完成\"|\"done in time\"}

         {已登记的步骤不覆盖；日期都要写明，不取本机时钟。加 -n 先看，不写入。|A recorded step is never overwritten; dates must always be given, the clock is not used. Add -n to look first; nothing is written.}";
    pub(crate) struct Arguments {
        step: Option<Step>;
        draft: draft::Drafting;
    }
}

commands! {
    enum Step(&Session<'_>) {
        Issue(issue::Arguments) => issue::run,
        Reply(reply::Arguments) => reply::run,
        Object(object::Arguments) => object::run,
        Decide(decide::Arguments) => decide::run,
        Lift(lift::Arguments) => lift::run,
    }
}

pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let Some(step) = &arguments.step else {
        return draft::run(&arguments.draft, context);
    };
    step.run(&Session::open(context)?)
}
