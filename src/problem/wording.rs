//! How problems are written down in `table.rs`: a row has the variant with its fields, its code, its severity, what the
//! code is about, and the words, each language beside the other. What the code is about is the page behind `help CODE`;
//! the case in the gallery is its example. A row that lacks any of this does not compile.
//!
//! ```text
//! AmountOverTotal { total: String } = "amount-over-total", Error {
//!     about: "节点要求的数量不能比总量还多。", "No milestone may ask for more than the total.";
//!     what: "节点要求的数量超过了总量", "this milestone asks for more than the total";
//!     label: "总量只有 {total}", "the total is only {total}";
//!     instead: "改小这个节点的 amount", "lower this milestone's `amount`";
//! }
//! ```
//!
//! If another place belongs to the problem, `other("之前的数", "the figure before")` after the severity says what it is;
//! otherwise it is the first of two. The whole, and each part in braces, may begin with `let` and may be a choice
//! between cases, as in `say!`. `said` with an expression takes words that are made elsewhere.

/// Words for a problem; see the top of this file.
macro_rules! wording {
    ($lang:ident { said $words:expr }) => { $words };
    ($lang:ident { $($parts:tt)+ }) => { wording!(@ $lang [] $($parts)+) };
    (@ $lang:ident [$($wording:tt)*] $part:ident: $zh:literal, $en:literal; $($rest:tt)*) => {
        wording!(@ $lang [$($wording)* $part: say!($lang { $zh, $en }),] $($rest)*)
    };
    (@ $lang:ident [$($wording:tt)*] $part:ident: $both:literal; $($rest:tt)*) => {
        wording!(@ $lang [$($wording)* $part: say!($lang { $both }),] $($rest)*)
    };
    (@ $lang:ident [$($wording:tt)*] $part:ident: $body:tt $($rest:tt)*) => {
        wording!(@ $lang [$($wording)* $part: say!($lang $body),] $($rest)*)
    };
    (@ $lang:ident [$($wording:tt)*]) => { Words { $($wording)* } };
}

/// The table of problems; see the top of this file.
macro_rules! problems {
    ($lang:ident; $(
        $name:ident $({ $($(#[$what:meta])* $field:ident: $type:ty),* $(,)? })? = $code:literal, $severity:ident
        $(, other($other_zh:literal, $other_en:literal))? { about: $about_zh:literal, $about_en:literal; $($wording:tt)+ }
    )*) => {
        /// What is wrong.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "a field is what the sentences of its row make of it")]
        #[allow(
            rustdoc::broken_intra_doc_links,
            rustdoc::private_intra_doc_links,
            reason = "headings of TOML have brackets"
        )]
        pub enum Problem {
            $(#[doc = $about_en] $name $({ $($(#[$what])* $field: $type),* })?,)*
        }

        impl Problem {
            /// Every code, in order. Codes are stable: scripts and search engines see them.
            pub const CODES: &'static [Code] = &[$(Code {
                name: $code,
                about: Both { zh: $about_zh, en: $about_en },
                example: Both {
                    zh: include_str!(concat!("../../tests/problems/", $code, "/zh.txt")),
                    en: include_str!(concat!("../../tests/problems/", $code, "/en.txt")),
                },
            }),*];

            /// The code of this problem.
            pub fn code(&self) -> &'static str {
                match self {
                    $(Self::$name { .. } => $code,)*
                }
            }

            /// How serious it is.
            pub fn severity(&self) -> Severity {
                match self {
                    $(Self::$name { .. } => Severity::$severity,)*
                }
            }

            /// What the other place of a diagnostic is, where it has one.
            pub fn other_place(&self) -> Both {
                match self {
                    $($(Self::$name { .. } => Both { zh: $other_zh, en: $other_en },)?)*
                    _ => Both { zh: "第一处在这里", en: "the first one is here" },
                }
            }

            /// What is said about it, in full.
            pub(super) fn wording(&self, $lang: Lang) -> Words {
                match self {
                    $(Self::$name $({ $($field),* })? => sentence!(wording $lang { $($wording)+ }),)*
                }
            }
        }
    };
}

/// What is wrong, or expected, in a problem: an enum, and the words for each case, in the way named first.
macro_rules! cases {
    ($how:ident -> $made:ty, $lang:ident; $(
        $(#[$about:meta])* $name:ident { $(
            $(#[$case_about:meta])* $case:ident $({ $($(#[$what:meta])* $field:ident: $type:ty),* $(,)? })? => $body:tt
        )* }
    )*) => {$(
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$case_about])* $case $({ $($(#[$what])* $field: $type),* })?,)*
        }

        impl $name {
            pub(super) fn words(&self, $lang: Lang) -> $made {
                match self {
                    $(Self::$case $({ $($field),* })? => sentence!($how $lang $body),)*
                }
            }
        }
    )*};
}
