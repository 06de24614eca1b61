//! The two languages, and the macros with which sentences in them are written, `say.rs`. It is at the bottom so that
//! the words for a problem or a key can stand beside it; all other words are in `text`.

#[macro_use]
mod say;

/// The languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// 中文
    Zh,
    /// English
    En,
}

impl Lang {
    /// The language that a name such as `zh_CN.UTF-8`, `zh-Hans` or `en` stands for.
    pub fn named(name: &str) -> Option<Self> {
        let main = name.split(['-', '_', '.', '@']).next().unwrap_or(name).to_ascii_lowercase();
        match main.as_str() {
            "zh" => Some(Self::Zh),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// One of two values, by language.
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }

    /// A list in running text.
    pub fn list(self, parts: impl IntoIterator<Item: ToString>) -> String {
        let parts: Vec<String> = parts.into_iter().map(|part| part.to_string()).collect();
        parts.join(self.pick("、", ", "))
    }
}

/// A fixed text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Both {
    /// 中文
    pub zh: &'static str,
    /// English
    pub en: &'static str,
}

impl Both {
    /// The two texts.
    pub const fn new(zh: &'static str, en: &'static str) -> Self {
        Self { zh, en }
    }

    /// The text in one of them.
    pub fn pick(self, lang: Lang) -> &'static str {
        lang.pick(self.zh, self.en)
    }

    /// Whether something is said in each of them.
    pub const fn is_said(self) -> bool {
        !self.zh.is_empty() && !self.en.is_empty()
    }
}
