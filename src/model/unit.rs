//! Units: departments, branches, institutions, townships and subdistricts, and whatever kinds a plan names itself.

use std::sync::Arc;

use super::{Month, Rhythm};

/// What sort of unit it is: one of five that every plan knows, or one of the plan's own.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// One of the plan's own: 县（市、区）, 企业.
    Own(Arc<OwnKind>),
}

/// A kind of units that a plan names itself.
#[derive(Debug, PartialEq, Eq)]
pub struct OwnKind {
    /// ASCII name for files: `county`.
    pub id: String,
    /// What such units are called on pages: 县（市、区）.
    pub name: String,
    /// Whether they answer for a territory, as townships do.
    pub is_territorial: bool,
}

/// Units that are set side by side under one heading and ranked among themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Peers {
    /// Departments, branches and institutions.
    Departments,
    /// The units of one of the plan's own kinds.
    Own(Arc<OwnKind>),
    /// Townships and subdistricts.
    Townships,
}

impl UnitKind {
    /// The kinds that every plan knows with the words that files use.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Department, "department"),
        (Self::Branch, "branch"),
        (Self::Institution, "institution"),
        (Self::Township, "township"),
        (Self::Subdistrict, "subdistrict"),
    ];

    /// Its stable id.
    pub fn id(&self) -> &str {
        match self {
            Self::Department => "department",
            Self::Branch => "branch",
            Self::Institution => "institution",
            Self::Township => "township",
            Self::Subdistrict => "subdistrict",
            Self::Own(kind) => &kind.id,
        }
    }

    /// Those it is compared with.
    pub fn peers(&self) -> Peers {
        match self {
            Self::Department | Self::Branch | Self::Institution => Peers::Departments,
            Self::Township | Self::Subdistrict => Peers::Townships,
            Self::Own(kind) => Peers::Own(kind.clone()),
        }
    }
}

/// When a unit files reports, in the months that its rhythm names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reports {
    /// In all of them.
    Always,
    /// Only while something of it is unfinished.
    WhileOpen,
    /// Never.
    Never,
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
    /// When it files reports.
    pub reports: Reports,
    /// 起报月: its own first month, if it is later than that of the plan.
    pub reports_from: Option<Month>,
    /// 报送周期: its own, if it has one.
    pub reports_every: Option<Rhythm>,
}
