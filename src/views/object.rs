//! JSON objects written where their values are: a key stands once, beside what it shows.
//!
//! ```text
//! object! { unit: &unit.id, lag_months: verdict.lag.map(Lag::truncated), #[serde(flatten)] place: findings.place(at) }
//! ```
//!
//! makes a value that serialises as `{"unit": …, "lag-months": …, …}`, keys in this order, each of the type it has. Keys
//! are only ever added.

/// An object for JSON; see the top of this file.
macro_rules! object {
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
