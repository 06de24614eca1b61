//! `form`: one workbook for each unit, to be filled in and sent back.

use anyhow::{Context as _, Result, anyhow};

use super::kinds::{FolderName, MonthName, UnitName};
use super::options::{Delivery, Format, OnlyFormat, folder};
use super::session::Session;
use super::writing::Folder;
use super::{Context, Exit, Outcome, names};
use crate::assess::{AsOf, is_expected};
use crate::document::clean;
use crate::forms::{Form, form_name, workbook};
use crate::text::cli as words;
use crate::text::forms as said;
use crate::views::{Sent, SentForm};

command! {
    "form" "制表": "给各单位做月报表（Excel），发下去填", "Make the month's Excel forms for the units to fill in";
    examples
        "form {6月|2022-06} -o {六月表|june}
         form {6月|2022-06} --unit {区住建局|housing} -o {补发|again}";
    pub(crate) struct Arguments {
        month: MonthName = "bare -m --month", "做哪个月的表：2022-06、6月", "Month to report on: 2022-06, 6";
        unit: Vec<UnitName> = "-u --unit",
            "只给这个单位做（标识或名称；可重复；默认当月要报月报的单位）",
            "Only for this unit, by id or name (repeatable; default: all whose report is asked for)";
        all: bool = "--all", "已完成的事项也列上", "List completed items as well";
        into: FolderName = "-o --output", "放在哪个文件夹（没有就新建）", "Folder to write to (created if it does not exist)";
        replace: bool = "--replace",
            "同名文件也重写（已经填的会丢）", "Overwrite files of the same name (what was filled in is lost)";
        format: OnlyFormat;
    }
}

pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    if matches!(arguments.format.format, Some(Format::Docx | Format::Xlsx)) {
        return Err(anyhow!(said::form_list_is_text(lang)));
    }
    let into = folder(&arguments.into, lang)?;
    let session = Session::open(context)?;
    let workspace = &session.workspace;
    let month = names::month(Some(&arguments.month), None, workspace, lang)?;
    let named = names::units(&arguments.unit, workspace, lang)?;
    // Whoever is asked for by name gets a form, even where no report is expected.
    let units = workspace.units().filter(|unit| match named[..] {
        [] => is_expected(workspace, *unit, AsOf::close_of(month)),
        _ => named.contains(unit),
    });
    let shown = into.display().to_string();
    let mut made = Vec::new();
    for unit in units {
        let form = Form::of(workspace, unit, month, arguments.all, lang);
        let bytes = workbook(&form, lang).with_context(|| words::cannot_make(&form.unit_name, lang))?;
        made.push((form_name(&form), bytes, form));
    }
    let files: Vec<(&str, &[u8])> = made.iter().map(|(name, bytes, _)| (&**name, &**bytes)).collect();
    let folder = Folder { shown: into, replaces: arguments.replace, exists: said::form_exists };
    let unchanged = folder.write(&files, context)?;
    let forms = made.into_iter().zip(unchanged).map(|((file, _, form), is_unchanged)| SentForm {
        rows: form.rows.len(),
        unit: (form.unit, form.unit_name),
        file,
        is_unchanged,
    });
    let view = Sent { month, folder: clean(&shown), forms: forms.collect() };
    Delivery::shown(arguments.format.format).deliver(&view, context, Exit::Fine)
}
