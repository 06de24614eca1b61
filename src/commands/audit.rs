//! `audit`: what a fair inspector would ask about. It changes no verdict and proposes nothing.

use anyhow::Result;

use super::kinds::ObservationName;
use super::options::{Delivery, OnlyUnits, When, exit};
use super::session::Session;
use super::{Context, Outcome, names};
use crate::audit::{Kind, audit};
use crate::disk;
use crate::views::AuditPage;

command! {
    "audit" "核实": "列出提请核实的现象，不影响任何档次", "List points to ask the units about; no tier depends on them";
    examples
        "audit {6月|2022-06}
         audit --unit {区水利局|water} --kind copied
         audit -o {核实清单.docx|to-ask.docx}

         {看该月末为止的月报和登记簿；每条写明出处。只供核实，不是结论，也不进通报。|Covers reports and register up to the end of that month; each line gives its source. These are points to
         ask about, not verdicts, and they appear in no circular.}";
    pub(crate) struct Arguments {
        when: When;
        units: OnlyUnits;
        kind: Vec<ObservationName> = "--kind",
            "只看这一种现象（代码，如 copied、threshold；可重复）",
            "Only this kind of observation, by id, such as copied or threshold (repeatable)";
        delivery: Delivery;
        exit_code: bool = "--exit-code",
            "有需要核实的现象时以 1 退出，供脚本判断", "Exit with 1 if there is anything to ask about, for scripts";
    }
}

pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let kinds: Vec<Kind> = arguments.kind.iter().map(|name| names::observation(name, lang)).collect::<Result<_>>()?;
    let session = Session::open(context)?;
    let as_of = session.as_of(&arguments.when)?;
    let root = session.root.clone();
    let assessed = session.assess(as_of);
    let results = assessed.results();
    let units = names::units(&arguments.units.unit, results.workspace, lang)?;
    let is_there = |path: &str| disk::has_file(&root, path);
    let observations = audit(results.workspace, as_of, &is_there);
    let view = AuditPage::of(results, &observations, &units, &kinds);
    assessed.deliver(&view, &arguments.delivery, exit(arguments.exit_code, view.has_any()))
}
