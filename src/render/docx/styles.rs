//! The styles of GB/T 9704-2012: which font, what size, what indentation. They have Word's own names, so that Word and
//! WPS show them in the language of the reader and offer them where users expect them.
//!
//! Fonts are named and never embedded. For missing ones, the font table says what may be used instead.

use super::package::NAMES;
use super::page::{CHARACTER, LINE, Way};

/// The style of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// 标题: 2号小标宋, centred.
    Title,
    /// 一、: 3号黑体.
    Heading,
    /// (一): 3号楷体.
    Head,
    /// 正文: 3号仿宋, the first line indented by two characters.
    Body,
    /// Lines shown exactly as they are.
    Plain,
    /// What is said below a table.
    Legend,
    /// A heading in a table.
    CellHead,
    /// A cell of a table.
    Cell,
    /// A line to sign on.
    Signature,
    /// What is between a table and what follows it.
    Gap,
    /// 发文机关标志: 小标宋, red.
    Issuer,
    /// 发文字号: 3号仿宋, in the middle.
    Number,
    /// 主送机关: from the left edge.
    Addressee,
    /// 署名, 成文日期 and 附件说明: without a first-line indent.
    Closing,
    /// 附件1: 3号黑体, from the left edge.
    AnnexLabel,
    /// 版记: 4号仿宋, indented by one character on both sides.
    Colophon,
}

/// 小标宋, for titles.
const TITLE: &str = "方正小标宋简体";
/// 仿宋, for text.
const TEXT: &str = "仿宋_GB2312";
/// 黑体, for headings.
const HEADING: &str = "黑体";
/// 楷体, for the headings below those.
const HEAD: &str = "楷体_GB2312";
/// 宋体, for page numbers.
const NUMBER: &str = "宋体";

/// The fonts, what may be used instead of them, and the family if not even that is available.
const FONTS: [(&str, &str, &str); 5] = [
    (TITLE, "小标宋体,FZXiaoBiaoSong-B05S,宋体", "roman"),
    (TEXT, "仿宋,FangSong,FangSong_GB2312", "modern"),
    (HEADING, "SimHei", "modern"),
    (HEAD, "楷体,KaiTi,KaiTi_GB2312", "modern"),
    (NUMBER, "SimSun", "roman"),
];

/// A style as it is written down.
struct Written {
    id: &'static str,
    name: &'static str,
    font: &'static str,
    /// In half points.
    size: usize,
    paragraph: String,
    run: &'static str,
}

/// 3号 is 16 pt, of which 28 do not fit into 156 mm; 0.25 pt less and they do.
const CONDENSED: &str = r#"<w:spacing w:val="-5"/>"#;

impl Style {
    const ALL: [Self; 16] = [
        Self::Title,
        Self::Heading,
        Self::Head,
        Self::Body,
        Self::Plain,
        Self::Legend,
        Self::CellHead,
        Self::Cell,
        Self::Signature,
        Self::Gap,
        Self::Issuer,
        Self::Number,
        Self::Addressee,
        Self::Closing,
        Self::AnnexLabel,
        Self::Colophon,
    ];

    /// How paragraphs refer to it.
    pub(super) fn id(self) -> &'static str {
        self.written().id
    }

    fn written(self) -> Written {
        let exact = |line: usize| format!(r#"<w:spacing w:line="{line}" w:lineRule="exact"/>"#);
        let two_in = format!(r#"<w:ind w:firstLineChars="200" w:firstLine="{}"/>"#, 2 * CHARACTER);
        let flat = r#"<w:spacing w:line="240" w:lineRule="auto"/>"#;
        let (id, name, font, size, paragraph, run) = match self {
            Self::Title => (
                "Title",
                "Title",
                TITLE,
                44,
                concat!(
                    r#"<w:keepNext/><w:spacing w:before="290" w:after="290" w:line="640" w:lineRule="exact"/>"#,
                    r#"<w:jc w:val="center"/><w:outlineLvl w:val="0"/>"#
                )
                .to_owned(),
                "",
            ),
            Self::Heading => (
                "Heading1",
                "heading 1",
                HEADING,
                32,
                format!(r#"<w:keepNext/>{}{two_in}<w:outlineLvl w:val="1"/>"#, exact(LINE)),
                CONDENSED,
            ),
            Self::Head => (
                "Heading2",
                "heading 2",
                HEAD,
                32,
                format!(r#"<w:keepNext/>{}{two_in}<w:outlineLvl w:val="2"/>"#, exact(LINE)),
                CONDENSED,
            ),
            Self::Body => (
                "BodyTextFirstIndent",
                "Body Text First Indent",
                TEXT,
                32,
                format!("{}{two_in}", exact(LINE)),
                CONDENSED,
            ),
            Self::Plain => (
                "PlainText",
                "Plain Text",
                TEXT,
                32,
                format!(r#"{}<w:ind w:leftChars="200" w:left="{}"/>"#, exact(LINE), 2 * CHARACTER),
                CONDENSED,
            ),
            Self::Legend => (
                "Caption",
                "caption",
                TEXT,
                24,
                r#"<w:spacing w:before="60" w:line="360" w:lineRule="exact"/>"#.to_owned(),
                "",
            ),
            Self::CellHead => (
                "BodyText2",
                "Body Text 2",
                HEADING,
                21,
                format!(r#"<w:keepNext/><w:snapToGrid w:val="0"/>{flat}<w:jc w:val="center"/>"#),
                "",
            ),
            Self::Cell => (
                "BodyText3",
                "Body Text 3",
                TEXT,
                21,
                format!(r#"<w:snapToGrid w:val="0"/>{flat}<w:jc w:val="left"/>"#),
                "",
            ),
            Self::Signature => (
                "Signature",
                "Signature",
                TEXT,
                32,
                format!(
                    concat!(
                        r#"<w:keepNext/><w:keepLines/><w:tabs><w:tab w:val="left" w:leader="underscore" w:pos="{}"/>"#,
                        r#"<w:tab w:val="left" w:pos="{}"/><w:tab w:val="left" w:leader="underscore" w:pos="{}"/></w:tabs>"#,
                        r#"<w:spacing w:before="145" w:line="{}" w:lineRule="exact"/>"#
                    ),
                    13 * CHARACTER,
                    15 * CHARACTER,
                    28 * CHARACTER,
                    LINE,
                ),
                CONDENSED,
            ),
            Self::Gap => {
                ("NoSpacing", "No Spacing", TEXT, 10, format!(r#"<w:snapToGrid w:val="0"/>{}"#, exact(160)), "")
            }
            Self::Issuer => (
                "Letterhead",
                "Letterhead",
                TITLE,
                44,
                r#"<w:keepNext/><w:snapToGrid w:val="0"/><w:jc w:val="center"/>"#.to_owned(),
                r#"<w:color w:val="FF0000"/>"#,
            ),
            Self::Number => (
                "DocumentNumber",
                "Document Number",
                TEXT,
                32,
                format!(r#"<w:keepNext/>{}<w:jc w:val="center"/>"#, exact(LINE)),
                CONDENSED,
            ),
            Self::Addressee => ("Salutation", "Salutation", TEXT, 32, exact(LINE), CONDENSED),
            Self::Closing => ("Closing", "Closing", TEXT, 32, exact(LINE), CONDENSED),
            Self::AnnexLabel => {
                ("AnnexLabel", "Annex Label", HEADING, 32, format!("<w:keepNext/>{}", exact(LINE)), CONDENSED)
            }
            Self::Colophon => (
                "Colophon",
                "Colophon",
                TEXT,
                28,
                format!(
                    concat!(
                        r#"<w:tabs><w:tab w:val="right" w:pos="{}"/></w:tabs><w:snapToGrid w:val="0"/>"#,
                        r#"{}<w:ind w:left="280" w:right="280"/>"#
                    ),
                    Way::Upright.width() - 280,
                    exact(500)
                ),
                "",
            ),
        };
        Written { id, name, font, size, paragraph, run }
    }
}

fn fonts(font: &str) -> String {
    format!(r#"<w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}" w:cs="{font}" w:hint="eastAsia"/>"#)
}

fn size(half_points: usize) -> String {
    format!(r#"<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>"#)
}

/// The part that contains all styles.
pub(super) fn styles() -> String {
    let written = |style: &Style| {
        let one = style.written();
        paragraph_style(one.id, one.name, &one.paragraph, &format!("{}{}{}", fonts(one.font), one.run, size(one.size)))
    };
    let footer = |id: &str, name: &str, place: &str| {
        let paragraph = format!(r#"<w:snapToGrid w:val="0"/><w:spacing w:line="280" w:lineRule="exact"/>{place}"#);
        let run = format!("{}{}", fonts(NUMBER), size(28));
        paragraph_style(id, name, &paragraph, &run)
    };
    let all: Vec<String> = Style::ALL.iter().map(written).collect();
    format!(
        concat!(
            r#"<w:styles {names}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}{size}"#,
            r#"<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>"#,
            r#"<w:pPrDefault><w:pPr><w:spacing w:line="{line}" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>"#,
            r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>"#,
            r#"<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:jc w:val="both"/></w:pPr></w:style>"#,
            r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>"#,
            r#"{all}{header}{odd}{even}</w:styles>"#
        ),
        names = NAMES,
        fonts = fonts(TEXT),
        size = size(32),
        line = LINE,
        all = all.concat(),
        header = paragraph_style(
            "Header",
            "header",
            r#"<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="exact"/><w:jc w:val="center"/>"#,
            &format!("{}{}", fonts(NUMBER), size(18))
        ),
        odd = footer("FooterOdd", "footer", r#"<w:ind w:right="280"/><w:jc w:val="right"/>"#),
        even = footer("FooterEven", "footer even", r#"<w:ind w:left="280"/><w:jc w:val="left"/>"#),
    )
}

fn paragraph_style(id: &str, name: &str, paragraph: &str, run: &str) -> String {
    format!(
        concat!(
            r#"<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="Normal"/><w:qFormat/>"#,
            r#"<w:pPr>{}</w:pPr><w:rPr>{}</w:rPr></w:style>"#
        ),
        id, name, paragraph, run
    )
}

/// The part that contains all fonts.
pub(super) fn font_table() -> String {
    let font = |(name, instead, family): &(&str, &str, &str)| {
        format!(
            concat!(
                r#"<w:font w:name="{}"><w:altName w:val="{}"/><w:charset w:val="86"/>"#,
                r#"<w:family w:val="{}"/><w:pitch w:val="default"/></w:font>"#
            ),
            name, instead, family
        )
    };
    let all: Vec<String> = FONTS.iter().map(font).collect();
    format!("<w:fonts {NAMES}>{}</w:fonts>", all.concat())
}

/// The part with the settings of the whole document.
pub(super) fn settings() -> String {
    format!(
        concat!(
            r#"<w:settings {}><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>"#,
            r#"<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" "#,
            r#"w:val="15"/></w:compat></w:settings>"#
        ),
        NAMES
    )
}
