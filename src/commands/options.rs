//! Arguments that several commands share, and what becomes of a page in the end.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::{Context, Exit, Outcome, names};
use crate::assess::AsOf;
use crate::disk;
use crate::document::{Document, Picture, clean};
use crate::model::{ItemIx, UnitIx, Workspace};
use crate::render::{self, Reader, Screen};
use crate::text::chart::not_one_picture;
use crate::text::{Lang, cli as words};
use crate::views::{Filter, View};

/// The formats of a page. The words have no doc comments: clap would make English help of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    // For reading in a terminal.
    Table,
    // For scripts.
    Json,
    // For spreadsheets.
    Csv,
    // For documents.
    Markdown,
    // For browsers.
    Html,
    // For paper.
    Docx,
    // For Excel and WPS.
    Xlsx,
    // A picture by itself.
    Svg,
}

/// How and where a page is delivered.
#[derive(Clone, Debug, Args)]
pub(super) struct Delivery {
    #[arg(long, value_enum)]
    format: Option<Format>,
    #[arg(long, conflicts_with = "format")]
    json: bool,
    #[arg(short, long)]
    output: Option<PathBuf>,
}

/// Which month is assessed.
#[derive(Clone, Debug, Args)]
pub(super) struct When {
    #[arg(short, long)]
    month: Option<String>,
    #[arg(long = "known-by", id = "known-by")]
    known_by: Option<String>,
}

/// Which shares are shown.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Selection {
    #[arg(short, long)]
    unit: Vec<String>,
    #[arg(short, long)]
    task: Vec<String>,
    #[arg(long)]
    tier: Vec<String>,
    #[arg(long)]
    bucket: Vec<String>,
}

/// One item, perhaps for some of its lead units only.
#[derive(Clone, Debug, Args)]
pub(super) struct OneItem {
    item: String,
    #[command(flatten)]
    pub(super) when: When,
    #[arg(short, long)]
    unit: Vec<String>,
    #[command(flatten)]
    pub(super) delivery: Delivery,
}

impl OneItem {
    /// The item, and the units named.
    pub(super) fn picked(&self, workspace: &Workspace, lang: Lang) -> Result<(ItemIx, Vec<UnitIx>)> {
        let item = names::item(&self.item, workspace, lang)?;
        let units = names::leads(&self.unit, item, workspace, lang)?;
        Ok((item, units))
    }
}

impl When {
    /// The day whose knowledge counts, if one is asked for.
    pub(super) fn known_by(&self, lang: Lang) -> Result<Option<NaiveDate>> {
        let known_by = self.known_by.as_deref();
        known_by.map(|day| names::day(day, lang)).transpose()
    }

    pub(super) fn as_of(&self, workspace: &Workspace, lang: Lang) -> Result<AsOf> {
        let known_by = self.known_by(lang)?;
        Ok(AsOf { month: names::month(self.month.as_deref(), known_by, workspace, lang)?, known_by })
    }

    /// Whether only what was known on a day counts.
    pub(super) fn asks_what_was_known(&self) -> bool {
        self.known_by.is_some()
    }

    /// Whether the newest month is asked for, in a word or by naming none.
    pub(super) fn is_newest(&self) -> bool {
        self.month.as_deref().is_none_or(names::is_newest)
    }
}

impl Selection {
    pub(super) fn filter(&self, workspace: &Workspace, lang: Lang) -> Result<Filter> {
        Ok(Filter {
            units: names::units(&self.unit, workspace, lang)?,
            tasks: self.task.iter().map(|name| names::task(name, workspace, lang)).collect::<Result<_>>()?,
            tiers: self.tier.iter().map(|name| names::tier(name, workspace, lang)).collect::<Result<_>>()?,
            buckets: self.bucket.iter().map(|name| names::bucket(name, lang)).collect::<Result<_>>()?,
        })
    }
}

impl Delivery {
    /// To a file, or to standard output.
    pub(super) fn to(output: Option<PathBuf>) -> Self {
        Self { format: None, json: false, output }
    }

    /// In a format, to standard output.
    pub(super) fn shown(format: Option<Format>) -> Self {
        Self { format, json: false, output: None }
    }

    /// The format asked for: by name, or by the ending of the file.
    pub(super) fn format(&self, lang: Lang) -> Result<Format> {
        let file = self.file();
        let ending = file.and_then(Path::extension).and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
        if let (Some(file), Some("toml")) = (file, ending.as_deref()) {
            return Err(anyhow!(words::not_over_toml(&file.display().to_string(), lang)));
        }
        match (self.format, self.json, file) {
            (Some(Format::Docx), _, None) => Err(anyhow!(words::docx_needs_file(lang))),
            (Some(Format::Xlsx), _, None) => Err(anyhow!(words::xlsx_needs_file(lang))),
            (Some(format), ..) => Ok(format),
            (None, true, _) => Ok(Format::Json),
            (None, false, None) => Ok(Format::Table),
            (None, false, Some(file)) => match ending.as_deref() {
                Some("txt") => Ok(Format::Table),
                Some("json") => Ok(Format::Json),
                Some("csv") => Ok(Format::Csv),
                Some("md" | "markdown") => Ok(Format::Markdown),
                Some("html" | "htm") => Ok(Format::Html),
                Some("docx") => Ok(Format::Docx),
                Some("xlsx") => Ok(Format::Xlsx),
                Some("svg") => Ok(Format::Svg),
                _ => Err(anyhow!(words::unknown_format(&file.display().to_string(), lang))),
            },
        }
    }

    /// The file to write; `-` is standard output.
    pub(super) fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| *path != Path::new("-"))
    }

    /// Whether a file for calendars is asked for, by its ending.
    pub(super) fn is_calendar(&self) -> bool {
        let ending = self.file().and_then(Path::extension);
        let is_ics = ending.is_some_and(|ending| ending.eq_ignore_ascii_case("ics"));
        is_ics && self.format.is_none() && !self.json
    }

    /// Renders a page and puts it where it was asked for.
    pub(super) fn deliver(&self, view: &impl View, context: &Context, exit: Exit) -> Result<Outcome> {
        let lang = context.lang;
        let file = self.file();
        // Pages in files are not cut to the width of this terminal.
        let screen = match file {
            None => context.screen,
            Some(_) => Screen { width: None, has_colour: false },
        };
        let page = match self.format(lang)? {
            Format::Table => render::terminal(&view.document(lang), screen).into(),
            Format::Json if file.is_none() => {
                let mut out = (context.out)();
                return match render::write_json(&view.data(), &mut *out) {
                    // A reader that has closed the pipe has seen enough.
                    Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                        Err(anyhow!(words::cannot_print(&error, lang)))
                    }
                    _ => Ok(Outcome { result: String::new(), aside: String::new(), exit }),
                };
            }
            Format::Json => render::json(&view.data()).into(),
            Format::Csv => {
                let reader = file.map_or(Reader::Program, |_| Reader::Excel);
                render::csv(&view.sheet(lang), reader).into()
            }
            Format::Markdown => render::markdown(&view.document(lang)).into(),
            Format::Html => render::html(&view.document(lang), lang).into(),
            Format::Docx => render::docx(&view.document(lang)),
            Format::Xlsx => {
                let file = file.map(|file| file.display().to_string());
                render::xlsx(&view.document(lang), &view.sheet(lang), lang)
                    .map_err(|_| anyhow!(words::cannot_make(&file.unwrap_or_default(), lang)))?
            }
            Format::Svg => only_picture(&view.document(lang), lang)?.into(),
        };
        self.put(page, context, exit)
    }

    /// Puts a rendered page where it was asked for.
    pub(super) fn put(&self, page: impl Into<Vec<u8>>, context: &Context, exit: Exit) -> Result<Outcome> {
        let lang = context.lang;
        let page = page.into();
        let Some(file) = self.file() else {
            return Ok(Outcome {
                result: String::from_utf8(page).expect("a page that is not text goes to a file; `format` sees to it"),
                aside: String::new(),
                exit,
            });
        };
        let shown = file.display().to_string();
        disk::write(&context.here.join(file), &page)
            .map_err(|error| anyhow!(words::cannot_write(&shown, &error, lang)))?;
        Ok(Outcome { result: String::new(), aside: clean(&words::wrote(&shown, lang)) + "\n", exit })
    }
}

/// The one picture of a page, drawn; a page with none, or with several, is refused.
fn only_picture(document: &Document, lang: Lang) -> Result<String> {
    let pictures: Vec<&Picture> = document.pictures().collect();
    match pictures[..] {
        [picture] => Ok(render::svg(picture)),
        _ => Err(anyhow!(not_one_picture(pictures.len(), lang))),
    }
}

/// The exit code of a page: with `--exit-code`, a tier that stands is a no.
pub(super) fn exit(asks: bool, has_tier: bool) -> Exit {
    if asks && has_tier { Exit::No } else { Exit::Fine }
}
