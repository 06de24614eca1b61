//! `board`: one page for the leader, to be looked through in a browser.

use anyhow::{Result, anyhow};

use super::assume::Assumptions;
use super::kinds::FileName;
use super::members::{Asked, show_plans};
use super::options::{Delivery, Selection, When};
use super::{Context, Exit, Outcome};
use crate::text::board as words;
use crate::views::{Board, Shown};

command! {
    "board" "看板":
        "看板：一个网页，不用联网，领导自己翻看", "Make the board: one page to look through in the browser, offline";
    examples
        "board -o {看板.html|board.html}
         board {6月|2022-06} -o {看板.html|board.html}";
    pub(crate) struct Arguments {
        when: When;
        output: FileName = "-o --output", "写入文件 .html", "The file to write, .html";
    }
}

pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let ending = arguments.output.extension().unwrap_or_default();
    let is_html = ["html", "htm"].iter().any(|known| ending.eq_ignore_ascii_case(known));
    if !is_html {
        return Err(anyhow!(words::is_html(context.lang)));
    }
    let delivery = Delivery::to(Some(&arguments.output));
    let asked = Asked {
        when: &arguments.when,
        selection: &Selection::default(),
        assumptions: &Assumptions::default(),
        delivery: &delivery,
        asks_exit_code: false,
    };
    show_plans(&asked, Shown::Board, context, |assessed| {
        assessed.deliver(&Board::of(assessed.results()), &delivery, Exit::Fine)
    })
}
