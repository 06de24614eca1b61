//! What all official documents are put together from: head, title, addressee at the top; annexes, signature and colophon
//! at the end, in the order of GB/T 9704-2012.

use chrono::NaiveDate;

use crate::document::{Block, Form, Official, Text};
use crate::model::{Month, Plan};
use crate::text::official as words;

/// What a person gives for a document; whatever is not given stays blank in it.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// 发文字号
    pub number: Option<String>,
    /// 成文日期
    pub date: Option<NaiveDate>,
    /// The day by which an answer is asked for.
    pub reply_due: Option<NaiveDate>,
}

/// An official document that is being written.
pub(super) struct Draft<'a> {
    pub(super) plan: &'a Plan,
    pub(super) month: Month,
    pub(super) form: Form,
    pub(super) given: &'a Given,
}

/// An annex: its name and what it shows.
pub(super) struct Annex {
    /// Broken into lines by sense.
    pub(super) name: Vec<String>,
    pub(super) blocks: Vec<Block>,
}

impl Draft<'_> {
    /// The document: title broken into lines, addressee, text, annexes.
    pub(super) fn document(
        &self,
        title: &[String],
        addressee: &str,
        body: Vec<Block>,
        annexes: Vec<Annex>,
    ) -> Vec<Block> {
        let mut blocks = self.top(title, addressee);
        blocks.extend(body);
        let count = annexes.len();
        if count > 0 {
            let names = annexes.iter().enumerate();
            let names = names.map(|(at, annex)| words::annex_name(&annex.name.concat(), at, count));
            blocks.push(part(Official::AnnexNote {
                head: Text::new(words::ANNEXES),
                names: names.map(Text::new).collect(),
            }));
        }
        let date = words::date(self.given.date, self.month);
        blocks.push(part(Official::Close {
            issuer: Text::new(words::issuer(&self.plan.office)),
            date: Text::new(&date),
        }));
        blocks.push(part(Official::Remark(Text::new(words::contact(&self.plan.office)))));
        for (at, annex) in annexes.into_iter().enumerate() {
            blocks.push(part(Official::Annex {
                label: Text::new(words::annex_label(at, count)),
                title: annex.name.iter().map(Text::new).collect(),
            }));
            blocks.extend(annex.blocks);
        }
        blocks.extend(self.colophon(&date));
        blocks
    }

    fn top(&self, title: &[String], addressee: &str) -> Vec<Block> {
        let office = &self.plan.office;
        let year = words::year_of(self.given.date, self.month);
        let (issuer, code) = match self.form {
            Form::Circular => (words::red_head(office), &office.circular_code),
            Form::Letter => (words::issuer(office).to_owned(), &office.letter_code),
        };
        let number = words::number(self.given.number.as_deref(), code, year);
        let mark = words::sample_mark(self.plan);
        let mark = mark.map(|mark| part(Official::Mark(Text::new(mark))));
        let rest = [
            part(Official::Masthead { form: self.form, issuer: Text::new(issuer), number: Text::new(number) }),
            part(Official::Title(title.iter().map(Text::new).collect())),
            part(Official::Addressee(Text::new(addressee))),
        ];
        mark.into_iter().chain(rest).collect()
    }

    fn colophon(&self, date: &str) -> Option<Block> {
        let copies = words::copies(&self.plan.office).map(Text::new);
        let printed = match self.form {
            Form::Circular => {
                let (by, on) = words::printed(&self.plan.office, date);
                Some((Text::new(by), Text::new(on)))
            }
            Form::Letter => None,
        };
        let is_empty = copies.is_none() && printed.is_none();
        (!is_empty).then(|| part(Official::Colophon { copies, printed }))
    }
}

pub(super) fn part(part: Official) -> Block {
    Block::Official(part)
}
