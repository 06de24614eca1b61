//! What can be wrong with how a quantity is split among the lead units.

use super::{Lang, Words};

cases! { wording -> Words, lang;
    /// Why the portions of a split quantity do not fit.
    BadShares {
        /// They do not add up.
        Sum {
            /// What they add up to.
            sum: String,
            /// What they should add up to.
            total: String,
        } => {
            what: "各单位分解数之和{sum}不等于总量{total}", "the portions add up to {sum}, not to the total of {total}";
            label: "合计{sum}", "adds up to {sum}";
            instead: "对照方案原文，哪一个抄错了就改哪一个；原文自己对不上的，不要凑数，先请印发方案的机关明确",
                "compare with the plan as printed and correct the one that was copied wrong; if the printed plan contradicts itself, ask who issued it and make up no figure";
        }
        /// A lead unit has none.
        LeftOut {
            /// The lead unit.
            unit: String,
        } => {
            what: "责任单位 {unit} 没有分解数", "the lead unit {unit} has no portion";
            label: "";
            instead: "补上 {unit} = …，或把它从 lead 中去掉", "add {unit} = …, or remove it from `lead`";
        }
        /// A unit has one that is not a lead unit.
        Stranger {
            /// The unit.
            unit: String,
        } => {
            what: "{unit} 不是本事项的责任单位，却有分解数", "{unit} has a portion but is not a lead unit of this item";
            label: "不在 lead 中", "not in `lead`";
            instead: "去掉它，或把它加进 lead", "remove it, or add it to `lead`";
        }
        /// A number where the quantity names its objects.
        Counted {
            /// The objects.
            known: Vec<String>,
        } => {
            let known = lang.list(known);
            what: "总量是逐个列出名字的，这里要写是哪几个，不能只写个数", "the quantity names its objects, so this says which ones, not how many";
            label: "是哪几个？", "which ones?";
            instead: "写成列表，从这些里分：{known}", "write a list; the objects are: {known}";
        }
        /// A list where the quantity names none.
        Named => {
            what: "总量没有列出对象（objects），分解数要写数", "the quantity names no `objects`, so a portion is a number";
            label: "写数", "a number belongs here";
            instead: "写数，如 5；要按名字分，先在 quantity 里写 objects = [\"…\", \"…\"]",
                "write a number, like 5; to split it by name, first list `objects` in the quantity";
        }
        /// Objects that no lead unit has.
        Nobodys {
            /// Their names.
            names: Vec<String>,
        } => {
            let names = lang.list(names);
            what: "没有分给任何责任单位的对象：{names}", "objects that no lead unit has: {names}";
            label: "没有分完", "some are left";
            instead: "分给其中一个责任单位，一个不漏、一个不重", "give each of them to one of the lead units";
        }
    }
}
