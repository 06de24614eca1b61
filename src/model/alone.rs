//! One share as a workspace of its own: what its verdict rests on and nothing else, so that something in it can be put
//! otherwise and judged again without copying the rest.

use super::{
    Entry, Exemption, Item, ItemIx, Plan, Register, Remarks, Report, ReportIx, Share, ShareIx, TaskIx, UnitIx,
    Workspace,
};

impl Plan {
    /// The plan without its units, which may be many.
    pub fn frame(&self) -> Self {
        Self { units: Vec::new(), ..self.clone() }
    }
}

impl Workspace {
    /// The share alone, at the first position of everything; `frame` is the [`Plan::frame`] of this workspace.
    pub fn alone(&self, share: ShareIx, frame: &Plan) -> Self {
        let held = self.share(share);
        let mut reports = self.reports_of[held.unit.0].clone();
        // What is only assumed is in no report of the unit.
        reports.extend(held.entries.iter().filter(|entry| entry.assumed).map(|entry| entry.report));
        let position = |report| ReportIx(reports.iter().position(|known| *known == report).unwrap_or_default());
        let entries = held.entries.iter().map(|entry| Entry {
            report: position(entry.report),
            month: entry.month,
            reading: entry.reading,
            detail: entry.detail,
            on: entry.on,
            remarks: Remarks::None,
            place: entry.place,
            assumed: entry.assumed,
        });
        let own = self.register.exemptions.iter().filter(|exemption| exemption.share == share);
        Self {
            plan: Plan { units: vec![self.unit(held.unit).clone()], ..frame.clone() },
            tasks: vec![self.task_of(held.item).clone()],
            items: vec![Item {
                task: TaskIx(0),
                responsible: Vec::new(),
                support: Vec::new(),
                after: Vec::new(),
                ..self.item(held.item).clone()
            }],
            shares: vec![Share {
                item: ItemIx(0),
                unit: UnitIx(0),
                amount: held.amount,
                objects: held.objects.clone(),
                entries: entries.collect(),
                details: held.details.clone(),
            }],
            reports_of: vec![(0..self.reports_of[held.unit.0].len()).map(ReportIx).collect()],
            reports: reports.iter().map(|&report| Report { unit: UnitIx(0), ..self.report(report).clone() }).collect(),
            drafts: Vec::new(),
            register: Register {
                exemptions: own.map(|exemption| Exemption { share: ShareIx(0), ..exemption.clone() }).collect(),
                ..Register::default()
            },
        }
    }
}
