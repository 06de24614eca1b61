//! Arguments that several commands share, and what becomes of a page in the end.

use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Result, anyhow};
use chrono::NaiveDate;

use super::kinds::{
    Day, DocumentNumber, FileName, FolderName, ItemName, MonthName, StateName, TaskName, TierName, UnitName,
};
use super::{Context, Exit, Outcome, names};
use crate::assess::AsOf;
use crate::disk;
use crate::document::{Document, Picture, clean};
use crate::model::{ItemIx, Month, Plan, TaskIx, UnitIx, Workspace};
use crate::render::{self, Reader, Screen};
use crate::text::chart::not_one_picture;
use crate::text::{Lang, cli as words, recording};
use crate::views::{Filter, View};

/// The formats of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// For reading in a terminal.
    Table,
    /// For scripts.
    Json,
    /// For spreadsheets.
    Csv,
    /// For documents.
    Markdown,
    /// For browsers.
    Html,
    /// For paper.
    Docx,
    /// For Excel and WPS.
    Xlsx,
    /// A picture by itself.
    Svg,
}

choices! { Format, "格式" "FORMAT" {
    Table "table", Json "json", Csv "csv", Markdown "markdown", Html "html", Docx "docx", Xlsx "xlsx", Svg "svg",
} }

impl Format {
    /// The format that the ending of a file stands for.
    fn of_ending(ending: &str) -> Option<Self> {
        Some(match ending {
            "txt" => Self::Table,
            "json" => Self::Json,
            "csv" => Self::Csv,
            "md" | "markdown" => Self::Markdown,
            "html" | "htm" => Self::Html,
            "docx" => Self::Docx,
            "xlsx" => Self::Xlsx,
            "svg" => Self::Svg,
            _ => return None,
        })
    }

    /// Whether any editor of texts shows it.
    fn is_text(self) -> bool {
        matches!(self, Self::Table | Self::Json | Self::Csv | Self::Markdown)
    }
}

options! {
    /// The format alone.
    pub(super) struct OnlyFormat {
        pub(super) format: Option<Format> = "--format",
            "格式：table、json、csv、xlsx、markdown、html、docx，图还有 svg（默认 table）",
            "Format: table, json, csv, xlsx, markdown, html, docx; svg for pictures (default: table)";
    }

    /// How and where a page is delivered.
    pub(super) struct Delivery {
        format: OnlyFormat;
        json: bool = "--json", "等于 --format json", "Same as --format json" with |arg| arg.conflicts_with("format");
        output: Output;
    }

    /// Where a page goes.
    pub(super) struct Output {
        pub(super) path: Option<FileName> = "-o --output",
            "写入文件；格式看扩展名 .xlsx .docx .html .md .csv .json .txt，图还有 .svg",
            "Write to a file; its extension gives the format: .xlsx .docx .html .md .csv .json .txt; .svg for pictures";
    }

    /// Whether nothing is written.
    pub(super) struct DryRun {
        pub(super) is_asked: bool = "-n --dry-run",
            "不写入，只显示会写什么", "Write nothing; show what would be written";
    }

    /// Which month is assessed.
    pub(super) struct When {
        month: Option<MonthName> = "bare -m --month",
            "截至哪个月末：2022-06、202206、2022年6月、6月、latest（默认：有月报的最新月份）",
            "As-of month: 2022-06, 202206, 6, latest (default: the newest month with a report)";
        known: Known;
    }

    /// Whose knowledge counts.
    pub(super) struct Known {
        known_by: Option<Day> = "--known-by",
            "只计这一天及以前报送的月报，如 2022-06-25", "Leave out reports filed after this day, such as 2022-06-25";
    }

    /// Which units are shown.
    #[derive(Default)]
    pub(super) struct OnlyUnits {
        pub(super) unit: Vec<UnitName> = "-u --unit",
            "只看这个单位（标识或名称；可重复）", "Only this unit, by id or name (repeatable)";
    }

    /// Which tasks are shown.
    #[derive(Default)]
    pub(super) struct OnlyTasks {
        task: Vec<TaskName> = "-t --task", "只看这个任务（任务号；可重复）", "Only this task, by number (repeatable)";
    }

    /// Which shares are shown.
    #[derive(Default)]
    pub(super) struct Selection {
        units: OnlyUnits;
        tasks: OnlyTasks;
        tier: Vec<TierName> = "--tier",
            "只看这一档（标识或名称；可重复）", "Only this tier, by id or name (repeatable)";
        bucket: Vec<StateName> = "--bucket",
            "只看这一状态，如 lag-2、无计划（可重复）", "Only this state, such as lag-2 (repeatable)";
    }

    /// Which item.
    pub(super) struct WhichItem {
        item: ItemName = "bare --item",
            "事项编号，如 2.1；也可写完整名称", "Id of the item, such as 2.1, or its full title";
    }

    /// One item, perhaps for some of its lead units only.
    pub(super) struct OneItem {
        item: WhichItem;
        pub(super) when: When;
        units: OnlyUnits;
        pub(super) delivery: Delivery;
    }

    /// What a document says about itself.
    pub(super) struct Printed {
        number: Option<DocumentNumber> = "--number",
            "发文字号，如 上水防办函〔2022〕5号（不写则留空）", "The document number (left blank if not given)";
        date: Option<Day> = "--date", "成文日期（不写则留空）", "The date of signature (left blank if not given)";
    }
}

impl Printed {
    /// Number and date of a document on a month.
    pub(super) fn given(
        &self,
        month: Month,
        workspace: &Workspace,
        lang: Lang,
    ) -> Result<(Option<String>, Option<NaiveDate>)> {
        let date = self.date.as_deref().map(|day| names::day(day, workspace, lang)).transpose()?;
        if let Some(date) = date {
            refuse_early(month, date, "--date", &workspace.plan, lang)?;
        }
        Ok((self.number.as_deref().map(str::to_owned), date))
    }
}

/// Nobody is written to about a month that is not over, or whose reports are not due yet.
pub(super) fn refuse_early(month: Month, on: NaiveDate, option: &str, plan: &Plan, lang: Lang) -> Result<()> {
    let first = plan.decided_from(month);
    if on >= first {
        return Ok(());
    }
    Err(anyhow!(recording::not_over(month, on, first, option, lang)))
}

impl WhichItem {
    /// The item.
    pub(super) fn picked(&self, workspace: &Workspace, lang: Lang) -> Result<ItemIx> {
        names::item(&self.item, workspace, lang)
    }
}

impl OneItem {
    /// The item, and the units named.
    pub(super) fn picked(&self, workspace: &Workspace, lang: Lang) -> Result<(ItemIx, Vec<UnitIx>)> {
        let item = self.item.picked(workspace, lang)?;
        Ok((item, names::leads(&self.units.unit, item, workspace, lang)?))
    }
}

impl Known {
    /// The day whose knowledge counts, if one is asked for.
    pub(super) fn by(&self, workspace: &Workspace, lang: Lang) -> Result<Option<NaiveDate>> {
        self.known_by.as_deref().map(|day| names::day(day, workspace, lang)).transpose()
    }
}

impl OnlyTasks {
    pub(super) fn found(&self, workspace: &Workspace, lang: Lang) -> Result<Vec<TaskIx>> {
        self.task.iter().map(|name| names::task(name, workspace, lang)).collect()
    }
}

impl When {
    pub(super) fn as_of(&self, workspace: &Workspace, lang: Lang) -> Result<AsOf> {
        let known_by = self.known.by(workspace, lang)?;
        Ok(AsOf { month: names::month(self.month.as_deref(), known_by, workspace, lang)?, known_by })
    }

    /// Whether only what was known on a day counts.
    pub(super) fn asks_what_was_known(&self) -> bool {
        self.known.known_by.is_some()
    }

    /// Whether the newest month is asked for, in a word or by naming none.
    pub(super) fn is_newest(&self) -> bool {
        self.month.as_deref().is_none_or(names::is_newest)
    }
}

impl Selection {
    pub(super) fn filter(&self, workspace: &Workspace, lang: Lang) -> Result<Filter> {
        Ok(Filter {
            units: names::units(&self.units.unit, workspace, lang)?,
            tasks: self.tasks.found(workspace, lang)?,
            tiers: self.tier.iter().map(|name| names::tier(name, workspace, lang)).collect::<Result<_>>()?,
            buckets: self.bucket.iter().map(|name| names::bucket(name, lang)).collect::<Result<_>>()?,
        })
    }
}

impl Delivery {
    /// To a file, or to standard output.
    pub(super) fn to(file: Option<&FileName>) -> Self {
        Self { format: OnlyFormat { format: None }, json: false, output: Output { path: file.cloned() } }
    }

    /// In a format, to standard output.
    pub(super) fn shown(format: Option<Format>) -> Self {
        Self { format: OnlyFormat { format }, json: false, output: Output { path: None } }
    }

    /// The format asked for: by name, or by the ending of the file.
    pub(super) fn format(&self, lang: Lang) -> Result<Format> {
        let file = self.file();
        let ending = file.and_then(Path::extension).and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
        if let (Some(file), Some("toml")) = (file, ending.as_deref()) {
            return Err(anyhow!(words::not_over_toml(&file.display().to_string(), lang)));
        }
        let by_ending = ending.as_deref().and_then(Format::of_ending);
        let named = self.format.format.or(self.json.then_some(Format::Json));
        if let (Some(file), Some(named), Some(other)) = (file, named, by_ending)
            && named != other
            && !(other.is_text() && named.is_text())
        {
            return Err(anyhow!(words::format_against_ending(&file.display().to_string(), lang)));
        }
        match (self.format.format, self.json, file) {
            (Some(Format::Docx), _, None) => Err(anyhow!(words::docx_needs_file(lang))),
            (Some(Format::Xlsx), _, None) => Err(anyhow!(words::xlsx_needs_file(lang))),
            (Some(format), ..) => Ok(format),
            (None, true, _) => Ok(Format::Json),
            (None, false, None) => Ok(Format::Table),
            (None, false, Some(file)) => {
                by_ending.ok_or_else(|| anyhow!(words::unknown_format(&file.display().to_string(), lang)))
            }
        }
    }

    /// The file to write; `-` is standard output.
    pub(super) fn file(&self) -> Option<&Path> {
        self.output.path.as_deref().filter(|path| *path != Path::new("-"))
    }

    /// Whether a file for calendars is asked for, by its ending.
    pub(super) fn is_calendar(&self) -> bool {
        let ending = self.file().and_then(Path::extension);
        let is_ics = ending.is_some_and(|ending| ending.eq_ignore_ascii_case("ics"));
        is_ics && self.format.format.is_none() && !self.json
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
        self.deliver_rendered(page, context, exit)
    }

    /// Delivers a rendered page to where it was asked for.
    pub(super) fn deliver_rendered(&self, page: impl Into<Vec<u8>>, context: &Context, exit: Exit) -> Result<Outcome> {
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

/// The endings of files that are made one by one.
const OF_FILES: [&str; 9] = ["xlsx", "xls", "docx", "html", "md", "csv", "json", "txt", "pdf"];

/// The folder that is named; what is clearly meant to be a file is refused.
pub(super) fn folder(named: &FolderName, lang: Lang) -> Result<&Path> {
    let ending = named.extension().unwrap_or_default();
    if OF_FILES.iter().any(|known| ending.eq_ignore_ascii_case(known)) {
        return Err(anyhow!(words::wants_folder(&named.display().to_string(), lang)));
    }
    Ok(named)
}
