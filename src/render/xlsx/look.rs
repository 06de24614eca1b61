//! How cells look: the fonts of the office, and the same colours as on the other pages, as fills, so that one can
//! filter by them.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::document::Role;
use crate::text::Lang;

/// The looks of a workbook in a language.
pub(super) struct Look {
    body: &'static str,
    head: &'static str,
}

impl Look {
    pub(super) fn of(lang: Lang) -> Self {
        Self { body: lang.pick("宋体", "Calibri"), head: lang.pick("黑体", "Calibri") }
    }

    /// A line of text outside the table.
    pub(super) fn plain(&self) -> Format {
        Format::new()
            .set_font_name(self.body)
            .set_font_size(10.5)
            .set_align(FormatAlign::VerticalCenter)
            .set_text_wrap()
    }

    pub(super) fn title(&self) -> Format {
        self.plain().set_font_name(self.head).set_font_size(16)
    }

    pub(super) fn section(&self) -> Format {
        self.plain().set_font_name(self.head).set_font_size(12)
    }

    pub(super) fn said(&self, role: Role) -> Format {
        coloured(self.plain(), role)
    }

    pub(super) fn head(&self) -> Format {
        boxed(self.plain())
            .set_font_name(self.head)
            .set_bold()
            .set_align(FormatAlign::Center)
            .set_background_color(Color::RGB(0x00DD_E6F0))
    }

    /// A cell of the table.
    pub(super) fn cell(&self, role: Role) -> Format {
        coloured(boxed(self.plain()), role)
    }
}

/// The colours of a meaning and nothing else.
pub(super) fn filled(role: Role) -> Format {
    coloured(Format::new(), role)
}

fn boxed(format: Format) -> Format {
    format.set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x00BF_BFBF))
}

fn coloured(format: Format, role: Role) -> Format {
    let filled =
        |format: Format, paper, ink| format.set_background_color(Color::RGB(paper)).set_font_color(Color::RGB(ink));
    match role {
        Role::Plain => format,
        Role::Good => filled(format, 0x00E2_EFDA, 0x0037_5623),
        Role::Notice => filled(format, 0x00FF_F2CC, 0x007F_6000),
        Role::Serious => filled(format, 0x00FC_D5B4, 0x0084_3C0C),
        Role::Grave => filled(format, 0x00FF_C7CE, 0x009C_0006),
        Role::Muted => format.set_font_color(Color::RGB(0x0080_8080)),
        Role::Strong => format.set_bold(),
    }
}

/// Whether a meaning has a colour besides its words.
pub(super) fn has_fill(role: Role) -> bool {
    match role {
        Role::Good | Role::Notice | Role::Serious | Role::Grave => true,
        Role::Plain | Role::Muted | Role::Strong => false,
    }
}

/// The same meaning if the colour comes from elsewhere.
pub(super) fn without_fill(role: Role) -> Role {
    if has_fill(role) { Role::Plain } else { role }
}
