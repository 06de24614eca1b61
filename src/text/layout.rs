//! Words of `fmt`: files laid out, files left alone.

use super::phrases::plural;

say! { lang;
    /// Above the names of the files that were changed, or would be.
    pub fn changed(count: usize, is_written: bool) {
        let files = plural(count, "file");
        if is_written => { "已整理{count}个文件：", "Laid out {files}:" }
        "需要整理{count}个文件：", "To be laid out: {files}:"
    }

    /// The closing line: how many files were changed, were as they should be, and were left alone.
    pub fn summary(changed: usize, unchanged: usize, refused: usize, is_written: bool) {
        let total = changed + unchanged + refused;
        let (files, left_alone) = (plural(total, "file"), left_alone(refused, lang));
        match (changed + refused, total) {
            (0, 1) => { "1个文件，都不用整理。", "1 file, already laid out correctly." }
            (0, _) => { "{total}个文件，都不用整理。", "{total} files, all already laid out correctly." }
            _ => {
                if is_written => {
                    "{total}个文件：整理{changed}个，{unchanged}个不用整理{left_alone}。",
                    "{files}: {changed} laid out, {unchanged} already correct{left_alone}."
                }
                "{total}个文件：需要整理{changed}个，{unchanged}个不用整理{left_alone}。",
                "{files}: {changed} to be laid out, {unchanged} already correct{left_alone}."
            }
        }
    }

    fn left_alone(count: usize) {
        if count == 0 => { "" }
        "，{count}个没有动", ", {count} left alone"
    }

    /// That the program does not trust itself with a file.
    pub fn would_change(path: &str) {
        "{path} 没有动：整理后的内容和原来不一致。这是程序的毛病，请把这个文件发给维护者",
        "{path} was left alone: laid out, it would have a different meaning. This is a fault of the program; please send the file to its maintainers"
    }

    /// That a file was converted.
    pub fn converted(from: &str) { "编码由 {from} 转为 UTF-8", "converted from {from} to UTF-8" }

    /// That a named file is none of a workspace.
    pub fn not_ours(path: &str) {
        "{path} 不是方案、任务或月报文件\n  只整理 plan.toml、tasks/*.toml、reports/月份/*.toml",
        "{path} is not a file of a plan\n  only plan.toml, tasks/*.toml and reports/MONTH/*.toml are laid out"
    }
}

words! { lang;
    /// That a file was laid out.
    pub fn laid_out() { "整理", "laid out" }
    /// That a file was as it should be.
    pub fn unchanged() { "不用整理", "already correct" }
    /// That a file was left alone.
    pub fn refused() { "没有动", "left alone" }

    /// That nothing was written because nothing was to be.
    pub fn only_shown() { "只是预览，没有写入。", "Dry run; nothing was written." }

    /// That nothing was written; how to have it written.
    pub fn how_to_fix() {
        "运行 shangdang fmt 即可整理；加 -n 先看改动。", "shangdang fmt lays them out; with -n it shows what would change."
    }
}
