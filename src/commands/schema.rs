//! `schema`: the keys of a kind of file as a JSON Schema, for editors.

use anyhow::Result;

use super::kinds::FileKind;
use super::options::{Delivery, Output};
use super::{Context, Exit, Outcome};
use crate::load::keys;
use crate::render;
use crate::views::schema::schema;

command! {
    "schema" "结构":
        "打印文件的 JSON Schema，供编辑器提示和检查", "Print the JSON Schema of a kind of file, for editors";
    pub(crate) struct Arguments {
        file: FileKind = "bare", "哪种文件：plan、task、report", "Which file: plan, task or report";
        output: Output;
    }
}

pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let keys = keys::files().find(|file| file.name == &*arguments.file).expect("the command line takes no other names");
    Delivery::to(arguments.output.path.as_ref()).deliver_rendered(render::json(&schema(keys)), context, Exit::Fine)
}
