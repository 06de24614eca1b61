//! How sentences are written down: a name, what varies, and each language beside the other.
//!
//! ```text
//! say! { lang;
//!     /// How many were withdrawn and are left out.
//!     pub fn withdrawn(count: usize) { "另有{count}份已经撤销，不列。", "Withdrawn and left out: {count}." }
//! }
//! ```
//!
//! makes `withdrawn(count: usize, lang: Lang) -> String`; `words!` makes the same of fixed texts, as `&'static str`. A
//! sentence that lacks a language, or has a placeholder that is no variable, does not compile. In the braces:
//!
//! ```text
//! { "中文", "English" }                               the sentence
//! { let close = terms::close(month, lang); … }        a word that is made first; several, one after the other
//! { if count == 0 => { … } if … => { … } "中文", "English" }   forms with a condition, then the one without
//! { match (tier, now) { (None, _) => { … } … } }      a form for each case, of a name or of several in parentheses
//! { "{word} {place}" }                                the same in both languages
//! { "单位 {} {}", "unit {} {}"; unit.id, unit.name }     what is no variable, in the order of the places
//! ```
//!
//! Each form in braces is such a body again. `say!(lang { … })` is a sentence inside a function of another shape. Where
//! a form is more than one text, a file has a kind of its own: `sentences! { (told Words) lang; … }` hands each form to
//! its macro `told!(lang { … })`. Official documents are in Chinese only: `say! { Zh; … }` makes functions that ask for
//! no language.
//!
//! Where a choice is there to be named and for nothing else, `words!` makes it together with its names, the Chinese one
//! as the comment of each variant, and `ALL`, in their order:
//!
//! ```text
//!     /// The label of a row.
//!     pub fn label(enum Label) { Plan { "方案", "plan" } Item { "事项", "item" } }
//! ```
//!
//! A choice may carry what its sentences need, followed by further arguments: `say!` makes of
//!
//! ```text
//!     pub fn why(enum LeftOut<'a>, member: &str) { TooDeep { "…", "…" } Unreadable(why: &'a str) { "读不了：{why}", "…" } }
//! ```
//!
//! the enum `LeftOut<'a>` and `why(choice: LeftOut<'a>, member: &str, lang: Lang)`.

/// Sentences with something in them; see the top of this file.
macro_rules! say {
    ($lang:ident; $($items:tt)*) => { sentences! { (format String) $lang; $($items)* } };
    ($lang:ident $body:tt) => { sentence!(format $lang $body) };
}

/// Fixed texts; see the top of this file.
macro_rules! words {
    ($lang:ident; $($items:tt)*) => { sentences! { (pick &'static str) $lang; $($items)* } };
    ($lang:ident $body:tt) => { sentence!(pick $lang $body) };
}

macro_rules! sentences {
    ($kind:tt $lang:ident; $($(#[$about:meta])* $visible:vis fn $name:ident $args:tt $body:tt)*) => {
        $(sentences! { @one $kind $lang [$(#[$about])*] [$visible] $name $args $body })*
    };
    (@one $kind:tt $lang:ident [$($about:tt)*] [$visible:vis] $name:ident (enum $choice:ident)
        { $($variant:ident { $zh:literal, $en:literal $(,)? })* }
    ) => {
        $($about)*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $visible enum $choice { $(#[doc = $zh] $variant,)* }

        impl $choice {
            /// All of them.
            $visible const ALL: &'static [Self] = &[$(Self::$variant),*];
        }

        sentences! { @one $kind $lang [$($about)*] [$visible] $name (choice: $choice) {
            match choice { $($choice::$variant => { $zh, $en })* }
        } }
    };
    (@one ($how:ident $made:ty) $lang:ident [$($about:tt)*] [$visible:vis] $name:ident
        (enum $choice:ident $(<$life:lifetime>)? $(, $arg:ident: $type:ty)* $(,)?)
        { $($(#[$of:meta])* $variant:ident $(($($field:ident: $held:ty),+ $(,)?))? { $($body:tt)+ })* }
    ) => {
        $($about)*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $visible enum $choice $(<$life>)? { $($(#[$of])* #[doc = shown!({ $($body)+ })] $variant $(($($held),+))?,)* }

        $($about)*
        $visible fn $name $(<$life>)? (choice: $choice $(<$life>)?, $($arg: $type,)* $lang: $crate::lang::Lang) -> $made {
            match choice { $($choice::$variant $(($($field),+))? => sentence!($how $lang { $($body)+ }),)* }
        }
    };
    (@one ($how:ident $made:ty) Zh [$($about:tt)*] [$visible:vis] $name:ident ($($arg:ident: $type:ty),* $(,)?) $body:tt) => {
        $($about)*
        $visible fn $name($($arg: $type),*) -> $made {
            sentence!($how Zh $body)
        }
    };
    (@one ($how:ident $made:ty) $lang:ident [$($about:tt)*] [$visible:vis] $name:ident ($($arg:ident: $type:ty),* $(,)?) $body:tt) => {
        $($about)*
        $visible fn $name($($arg: $type,)* $lang: $crate::lang::Lang) -> $made {
            sentence!($how $lang $body)
        }
    };
}

/// What the comment of a variant shows: the Chinese words, or the forms of the sentence as they are written.
macro_rules! shown {
    ({ $zh:literal, $en:literal $(,)? }) => {
        $zh
    };
    ($body:tt) => {
        concat!("`", stringify!($body), "`")
    };
}

macro_rules! sentence {
    ($how:ident $lang:ident { let $bound:pat = $made:expr; $($rest:tt)+ }) => {{
        let $bound = $made;
        sentence!($how $lang { $($rest)+ })
    }};
    ($how:ident $lang:ident { match $on:tt { $($case:pat $(if $when:expr)? => $body:tt)+ } }) => {
        match $on {
            $($case $(if $when)? => sentence!($how $lang $body),)+
        }
    };
    ($how:ident $lang:ident { if $when:expr => $body:tt $($rest:tt)+ }) => {
        if $when { sentence!($how $lang $body) } else { sentence!($how $lang { $($rest)+ }) }
    };
    (format $lang:ident { $both:literal }) => { format!($both) };
    (pick $lang:ident { $both:literal }) => { $both };
    (format $lang:ident { $zh:literal, $en:literal $(; $($part:expr),+)? $(,)? }) => {
        match $lang {
            $crate::lang::Lang::Zh => format!($zh $(, $($part),+)?),
            $crate::lang::Lang::En => format!($en $(, $($part),+)?),
        }
    };
    (pick $lang:ident { $zh:expr, $en:expr $(,)? }) => {
        match $lang {
            $crate::lang::Lang::Zh => $zh,
            $crate::lang::Lang::En => $en,
        }
    };
    ($how:ident $lang:ident $form:tt) => { $how!($lang $form) };
}
