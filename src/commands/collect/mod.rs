//! `collect`: what units send back becomes reports, or goes back with its faults marked.

mod intake;
mod returns;
mod tables;

use anyhow::Result;

use super::kinds::{Day, FolderName, MonthName, Tables, UnitName};
use super::options::{Delivery, DryRun};
use super::session::Session;
use super::{Context, Exit, Outcome, names};
use crate::assess::{AsOf, Filing};
use crate::model::{Month, UnitIx, Workspace};
use crate::views::{Collected, Received};
use intake::Intake;
use returns::send_back;
use tables::{File, look, paths, refuse_twice, sheet};

command! {
    "collect" "收表":
        "收回填好的表，存为月报；有错的做成退回件",
        "Take in filled-in tables as reports; send back those with faults, marked";
    examples
        "collect {收件|inbox} --month {6月|2022-06} -n{        先看看，不写文件|   look first, write nothing}
         collect {收件|inbox} --month {6月|2022-06}
         collect {乡镇自己的表.xls|their-own.xls} --unit {苏店镇|sudian} --month {6月|2022-06}

         {退出码：0 全部收下或未变；1 有没收的；2 用法不对或方案文件有错。|Exit codes: 0 everything taken in or unchanged; 1 something was refused; 2 wrong usage, or errors in the workspace.}";
    pub(crate) struct Arguments {
        tables: Vec<Tables> = "bare",
            "收回的表，或放表的文件夹：.xlsx、.xlsm、.xls、.csv",
            "Tables that came back, or a folder of them: .xlsx, .xlsm, .xls, .csv" with |arg| arg.required(true);
        month: Option<MonthName> = "-m --month",
            "这些表是哪个月的（表上有写的可不加）", "The month they are for (not needed if the tables say so)";
        unit: Option<UnitName> = "-u --unit",
            "这些表是哪个单位的（表上有写的可不加）", "The unit they are from (not needed if the tables say so)";
        on: Option<Day> = "--on",
            "表上没填报送日期的，记为这一天，如 2022-06-22",
            "Date of filing for tables that give none, such as 2022-06-22";
        replace: bool = "--replace", "已报过的月报，内容不同也替换", "Replace reports already filed that differ";
        dry_run: DryRun;
        returns: Option<FolderName> = "--returns",
            "退回件放在哪个文件夹（默认：表所在文件夹下的“退回”）",
            "Folder for the copies to send back (default: `returned` beside the tables)";
        delivery: Delivery;
    }
}

pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    // Before anything is written.
    arguments.delivery.format(lang)?;
    let session = Session::open(context)?;
    let workspace = &session.workspace;
    let month = arguments.month.as_deref();
    let month = month.map(|month| names::month(Some(month), None, workspace, lang)).transpose()?;
    let unit = arguments.unit.as_deref();
    let unit = unit.map(|unit| names::unit(unit, workspace, lang)).transpose()?;
    let on = arguments.on.as_deref().map(|day| names::day(day, workspace, lang)).transpose()?;
    let (paths, skipped) = paths(&arguments.tables, context)?;
    let mut files = Vec::new();
    let mut sheets = Vec::new();
    for (path, shown) in paths {
        let (book, received) = look(&path, &shown, workspace, (unit, month, on), lang);
        let file = files.len();
        sheets.extend(received.into_iter().map(|one| sheet(one, file, &shown, workspace)));
        files.push(File { path, shown, book });
    }
    refuse_twice(&mut sheets, &files, lang);
    let mut intake = Intake { session, replaces: arguments.replace, is_trial: arguments.dry_run.is_asked };
    intake.admit_all(&mut sheets);
    if !arguments.dry_run.is_asked {
        send_back(&mut sheets, &files, arguments.returns.as_deref(), &intake, context);
    }
    let mut months: Vec<Month> = sheets.iter().filter_map(|sheet| sheet.row.month).collect();
    months.sort_unstable();
    months.dedup();
    let view = Collected {
        received: months.into_iter().map(|month| received(&intake.session.workspace, month)).collect(),
        sheets: sheets.into_iter().map(|sheet| sheet.row).collect(),
        skipped,
        is_trial: arguments.dry_run.is_asked,
        lang,
    };
    let exit = if view.has_refused() { Exit::No } else { Exit::Fine };
    arguments.delivery.deliver(&view, context, exit)
}

fn received(workspace: &Workspace, month: Month) -> Received {
    let filing = Filing::of(workspace, AsOf::close_of(month));
    let name = |unit: &UnitIx| workspace.unit(*unit).name.clone();
    Received {
        month,
        received: filing.received.len(),
        expected: filing.expected.len(),
        missing: filing.missing.iter().map(name).collect(),
    }
}
