//! Every word a person reads, in Chinese and English. Exhaustive matches: a missing translation does not compile.

#[macro_use]
mod say;

pub mod annual;
pub mod assume;
pub mod audit;
pub mod board;
pub mod bulletin;
pub mod calendar;
pub mod certificate;
pub mod chart;
pub mod cli;
pub mod closing;
pub mod codes;
pub mod columns;
pub mod diff;
pub mod doctor;
pub mod drafting;
pub mod explain;
pub mod filing;
pub mod forms;
pub mod git;
pub mod init;
pub mod keys;
pub mod layout;
pub mod ledger;
pub mod measure;
pub mod notice;
pub mod official;
pub mod outline;
pub mod outlook;
pub mod phrases;
pub mod problems;
pub mod publicity;
pub mod ranking;
pub mod recording;
pub mod register;
pub mod reminder;
pub mod rolled;
pub mod starters;
pub mod terms;
pub mod workbook;

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

    /// One of two fixed texts.
    pub fn pick(self, zh: &'static str, en: &'static str) -> &'static str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }

    /// A list in running text.
    pub fn list(self, parts: &[String]) -> String {
        parts.join(self.pick("、", ", "))
    }
}
