//! Units: departments, branches, institutions, townships and subdistricts.

use super::{Month, Rhythm};

/// What sort of unit it is. Departments and townships are never ranked against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitKind {
    /// 部门
    Department,
    /// 派出机构: a branch of a higher authority.
    Branch,
    /// 事业单位
    Institution,
    /// 乡镇
    Township,
    /// 街道
    Subdistrict,
}

impl UnitKind {
    /// Every kind with the word that files use.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Department, "department"),
        (Self::Branch, "branch"),
        (Self::Institution, "institution"),
        (Self::Township, "township"),
        (Self::Subdistrict, "subdistrict"),
    ];

    /// Its stable id.
    pub fn id(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// Whether it answers for a territory, as townships and subdistricts do.
    pub fn is_territorial(self) -> bool {
        matches!(self, Self::Township | Self::Subdistrict)
    }
}

/// A unit that answers for items or helps with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// ASCII name for files: `housing`.
    pub id: String,
    /// Name on pages: 区住建局.
    pub name: String,
    /// Official name; empty if it is not confirmed.
    pub full_name: String,
    /// Sort of unit.
    pub kind: UnitKind,
    /// Whether it files reports at all.
    pub reports: bool,
    /// 起报月: its own first month, if it is later than that of the plan.
    pub reports_from: Option<Month>,
    /// 报送周期: its own, if it has one.
    pub reports_every: Option<Rhythm>,
}
