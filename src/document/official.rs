//! The parts that only official documents have, named as in GB/T 9704-2012 《党政机关公文格式》. Their order is decided by
//! whoever writes the document, their place on paper by the renderer.

use super::Text;

/// The two forms of official documents used here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// 文件格式: red head and red rule, for circulars to many.
    Circular,
    /// 信函格式 (clause 10.1): the issuer's name above a double red rule, for letters to one.
    Letter,
}

/// A part of an official document.
#[derive(Clone, Debug)]
pub enum Official {
    /// Said on every page of the document, for example that the data are samples.
    Mark(Text),
    /// 发文机关标志 and 发文字号.
    Masthead {
        /// Which form the whole document has.
        form: Form,
        /// 发文机关标志: the issuer's name; in a circular with 文件 after it.
        issuer: Text,
        /// 发文字号, with blanks if a person is to fill it in.
        number: Text,
    },
    /// 标题, broken into lines by sense.
    Title(Vec<Text>),
    /// 主送机关, with its colon.
    Addressee(Text),
    /// 附件说明.
    AnnexNote {
        /// 附件：
        head: Text,
        /// The names of the annexes, numbered if there are several, without a full stop.
        names: Vec<Text>,
    },
    /// 发文机关署名 and 成文日期, placed so that a seal fits above them.
    Close {
        /// Who signs.
        issuer: Text,
        /// The day, with blanks if a person is to fill it in.
        date: Text,
    },
    /// 附注, in its brackets.
    Remark(Text),
    /// The beginning of an annex, on a new page.
    Annex {
        /// 附件1
        label: Text,
        /// Its title, broken into lines by sense.
        title: Vec<Text>,
    },
    /// 版记: on the last page, at its foot.
    Colophon {
        /// 抄送机关, with word and full stop; none if nobody gets a copy.
        copies: Option<Text>,
        /// 印发机关 and 印发日期; letters have none.
        printed: Option<(Text, Text)>,
    },
}
