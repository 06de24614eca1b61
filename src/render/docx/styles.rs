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
        let line = exact(LINE);
        let two_in = format!(r#"<w:ind w:firstLineChars="200" w:firstLine="{}"/>"#, 2 * CHARACTER);
        let left_in = format!(r#"<w:ind w:leftChars="200" w:left="{}"/>"#, 2 * CHARACTER);
        let level = |level: usize| format!(r#"<w:outlineLvl w:val="{level}"/>"#);
        // 3号, condensed.
        let three = |id, name, font, paragraph: String| Written { id, name, font, size: 32, paragraph, run: CONDENSED };
        let other = |id, name, font, size, paragraph: String| Written { id, name, font, size, paragraph, run: "" };
        match self {
            Self::Title => {
                let space = r#"<w:spacing w:before="290" w:after="290" w:line="640" w:lineRule="exact"/>"#;
                other("Title", "Title", TITLE, 44, [KEPT, space, CENTRED, &level(0)].concat())
            }
            Self::Heading => three("Heading1", "heading 1", HEADING, [KEPT, &line, &two_in, &level(1)].concat()),
            Self::Head => three("Heading2", "heading 2", HEAD, [KEPT, &line, &two_in, &level(2)].concat()),
            Self::Body => three("BodyTextFirstIndent", "Body Text First Indent", TEXT, line + &two_in),
            Self::Plain => three("PlainText", "Plain Text", TEXT, line + &left_in),
            Self::Legend => {
                let space = r#"<w:spacing w:before="60" w:line="360" w:lineRule="exact"/>"#;
                other("Caption", "caption", TEXT, 24, space.to_owned())
            }
            Self::CellHead => other("BodyText2", "Body Text 2", HEADING, 21, [KEPT, OFF_GRID, FLAT, CENTRED].concat()),
            Self::Cell => other("BodyText3", "Body Text 3", TEXT, 21, [OFF_GRID, FLAT, LEFT].concat()),
            Self::Signature => {
                let underscored =
                    |at: usize| format!(r#"<w:tab w:val="left" w:leader="underscore" w:pos="{}"/>"#, at * CHARACTER);
                let tabs = format!(
                    r#"<w:tabs>{}<w:tab w:val="left" w:pos="{}"/>{}</w:tabs>"#,
                    underscored(13),
                    15 * CHARACTER,
                    underscored(28)
                );
                let space = format!(r#"<w:spacing w:before="145" w:line="{LINE}" w:lineRule="exact"/>"#);
                three("Signature", "Signature", TEXT, [KEPT, "<w:keepLines/>", &tabs, &space].concat())
            }
            Self::Gap => other("NoSpacing", "No Spacing", TEXT, 10, [OFF_GRID, &exact(160)].concat()),
            Self::Issuer => Written {
                run: r#"<w:color w:val="FF0000"/>"#,
                ..other("Letterhead", "Letterhead", TITLE, 44, [KEPT, OFF_GRID, CENTRED].concat())
            },
            Self::Number => three("DocumentNumber", "Document Number", TEXT, [KEPT, &line, CENTRED].concat()),
            Self::Addressee => three("Salutation", "Salutation", TEXT, line),
            Self::Closing => three("Closing", "Closing", TEXT, line),
            Self::AnnexLabel => three("AnnexLabel", "Annex Label", HEADING, [KEPT, &line].concat()),
            Self::Colophon => {
                let end = Way::Upright.width() - 280;
                let tabs = format!(r#"<w:tabs><w:tab w:val="right" w:pos="{end}"/></w:tabs>"#);
                let sides = r#"<w:ind w:left="280" w:right="280"/>"#;
                other("Colophon", "Colophon", TEXT, 28, [&tabs, OFF_GRID, &exact(500), sides].concat())
            }
        }
    }
}

const KEPT: &str = "<w:keepNext/>";
/// Not on the lines of the page.
pub(super) const OFF_GRID: &str = r#"<w:snapToGrid w:val="0"/>"#;
const FLAT: &str = r#"<w:spacing w:line="240" w:lineRule="auto"/>"#;
const LEFT: &str = r#"<w:jc w:val="left"/>"#;
const CENTRED: &str = r#"<w:jc w:val="center"/>"#;

/// Lines of just this height.
pub(super) fn exact(line: usize) -> String {
    format!(r#"<w:spacing w:line="{line}" w:lineRule="exact"/>"#)
}

fn fonts(font: &str) -> String {
    format!(r#"<w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}" w:cs="{font}" w:hint="eastAsia"/>"#)
}

/// The size of letters.
pub(super) fn size(half_points: usize) -> String {
    format!(r#"<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>"#)
}

/// The part that contains all styles.
pub(super) fn styles() -> String {
    let edge = |id, name, size, line, place: &str| {
        let paragraph = [OFF_GRID, &exact(line), place].concat();
        written(&Written { id, name, font: NUMBER, size, paragraph, run: "" })
    };
    let mut all: String = Style::ALL.iter().map(|style| written(&style.written())).collect();
    all += &edge("Header", "header", 18, 240, CENTRED);
    all += &edge("FooterOdd", "footer", 28, 280, r#"<w:ind w:right="280"/><w:jc w:val="right"/>"#);
    all += &edge("FooterEven", "footer even", 28, 280, r#"<w:ind w:left="280"/><w:jc w:val="left"/>"#);
    format!(
        concat!(
            r#"<w:styles {names}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}{size}"#,
            r#"<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>"#,
            r#"<w:pPrDefault><w:pPr>{line}</w:pPr></w:pPrDefault></w:docDefaults>"#,
            r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>"#,
            r#"<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:jc w:val="both"/></w:pPr></w:style>"#,
            r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>"#,
            r#"{all}</w:styles>"#
        ),
        names = NAMES,
        fonts = fonts(TEXT),
        size = size(32),
        line = exact(LINE),
        all = all,
    )
}

fn written(style: &Written) -> String {
    let Written { id, name, font, size: half_points, paragraph, run } = style;
    let (fonts, size) = (fonts(font), size(*half_points));
    let head = format!(r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>"#);
    let about = format!("<w:pPr>{paragraph}</w:pPr><w:rPr>{fonts}{run}{size}</w:rPr>");
    format!(r#"{head}<w:basedOn w:val="Normal"/><w:qFormat/>{about}</w:style>"#)
}

/// The part that contains all fonts.
pub(super) fn font_table() -> String {
    let font = |(name, instead, family): &(&str, &str, &str)| {
        let names = format!(r#"<w:font w:name="{name}"><w:altName w:val="{instead}"/>"#);
        format!(r#"{names}<w:charset w:val="86"/><w:family w:val="{family}"/><w:pitch w:val="default"/></w:font>"#)
    };
    let all: String = FONTS.iter().map(font).collect();
    format!("<w:fonts {NAMES}>{all}</w:fonts>")
}

/// The part with the settings of the whole document.
pub(super) fn settings() -> String {
    let spacing = r#"<w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>"#;
    let word = "http://schemas.microsoft.com/office/word";
    let mode = format!(r#"<w:compatSetting w:name="compatibilityMode" w:uri="{word}" w:val="15"/>"#);
    format!("<w:settings {NAMES}>{spacing}<w:compat>{mode}</w:compat></w:settings>")
}
