//! JSON objects written where their values are: a key stands once, beside what it shows.
//!
//! ```text
//! object! { unit: &unit.id, lag_months: verdict.lag.map(Lag::truncated), #[serde(flatten)] place: results.place(at) }
//! ```
//!
//! makes a value that serialises as `{"unit": …, "lag-months": …, …}`, keys in this order, each of the type it has. Keys
//! are only ever added. `list!(share in &shares => { item: &share.item, … })` makes a list of such objects, or of other
//! values where no braces stand. What several values need comes first: `{ let unit = …; unit: &unit.id, … }`.

/// An object for JSON; see the top of this file.
macro_rules! object {
    (let $bound:pat = $made:expr; $($rest:tt)+) => {{
        let $bound = $made;
        object! { $($rest)+ }
    }};
    ($($(#[$how:meta])* $key:ident: $value:expr),+ $(,)?) => {{
        #[allow(non_camel_case_types, reason = "each key lends its name to its type, which nobody has to write down")]
        let object = {
            #[derive(serde::Serialize)]
            #[serde(rename_all = "kebab-case")]
            struct Object<$($key),+> { $($(#[$how])* $key: $key),+ }
            Object { $($key: $value),+ }
        };
        object
    }};
}

/// A list for JSON; see the top of this file.
macro_rules! list {
    ($item:pat in $items:expr => { $($object:tt)+ }) => { list!($item in $items => object! { $($object)+ }) };
    ($item:pat in $items:expr => $value:expr) => { $items.into_iter().map(|$item| $value).collect::<Vec<_>>() };
}
