//! Positions: how the parts of a workspace name each other.

macro_rules! index {
    ($(#[$about:meta])* $name:ident) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub usize);
    };
}

index!(
    /// Position of a unit in the plan.
    UnitIx
);
index!(
    /// Position of a task in the workspace.
    TaskIx
);
index!(
    /// Position of an item in the workspace.
    ItemIx
);
index!(
    /// Position of a share in the workspace.
    ShareIx
);
index!(
    /// Position of a report in the workspace.
    ReportIx
);
