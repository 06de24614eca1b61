//! `register`: what people decided, as a page; and its records other than notices and closings.

mod assess;
mod change;
mod exempt;
mod find;
mod page;
mod verify;

use anyhow::Result;

use super::session::Session;
use super::{Context, Outcome};

command! {
    "register" "登记簿":
        "看登记簿：文书、豁免、核验、督查、计划调整、年度考核、结账；也登记它们",
        "Show the register: notices, exemptions, checks, findings, changes, results, closings; or add to it";
    examples
        "register {6月|2022-06}
         register --unit {区住建局|housing} --known-by 2022-07-20
         register verify 2.3 --on 2022-07-20 --by {区环委办|\"the office\"} --outcome {通过|passed}
         register exempt 2.1 --from 2022-06 --until 2022-08 --because {\"汛期停工\"|\"floods\"} --reference {上政办函〔2022〕18号|\"SZBH 2022-18\"} --on 2022-06-28";
    pub(crate) struct Arguments {
        record: Option<Record>;
        page: page::Page;
    }
}

commands! {
    enum Record(&Session<'_>) {
        Verify(verify::Arguments) => verify::run,
        Exempt(exempt::Arguments) => exempt::run,
        Find(find::Arguments) => find::run,
        Change(change::Arguments) => change::run,
        Assess(assess::Arguments) => assess::run,
    }
}

pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let Some(record) = &arguments.record else {
        return page::run(&arguments.page, context);
    };
    record.run(&Session::open(context)?)
}
