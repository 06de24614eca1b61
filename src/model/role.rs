//! 层级: what a unit is to an item, and what the plan calls it.

use super::UnitIx;

/// What a unit is to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitRole {
    /// 牵头单位, or 责任单位 where the plan has no rank between lead and support: answerable.
    Lead,
    /// 责任单位 beside 牵头单位: shown with its rank; judged only where the plan says so.
    Responsible,
    /// 配合单位: shown, never sanctioned.
    Support,
}

/// What the plan calls its ranks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roles {
    /// The plan's own names; empty where it gives none.
    pub lead: String,
    /// The same of the rank between lead and support.
    pub responsible: String,
    /// The same of those that cooperate.
    pub support: String,
    /// Whether any item has units of the rank between.
    pub are_three: bool,
}

impl Roles {
    /// The plan's own name of a rank; empty where it gives none.
    pub fn own(&self, role: UnitRole) -> &str {
        match role {
            UnitRole::Lead => &self.lead,
            UnitRole::Responsible => &self.responsible,
            UnitRole::Support => &self.support,
        }
    }
}

/// 配合单位: a unit that cooperates, and what it has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Support {
    /// The unit.
    pub unit: UnitIx,
    /// What the plan says that it does: 负责提供管网图; empty where it says nothing.
    pub duty: String,
}
