//! The comments and blank lines between two lines with content, and what they belong to.

use std::ops::Range;

use super::template::Template;

/// Comments without a blank line between them.
pub(super) struct Block<'t> {
    pub(super) lines: Vec<&'t str>,
    pub(super) span: Range<usize>,
}

impl Block<'_> {
    /// The entry commented out in it.
    pub(super) fn template(&self) -> Option<Template> {
        Template::in_lines(&self.lines)
    }
}

/// What is between two lines with content.
#[derive(Default)]
pub(super) struct Gap<'t> {
    blocks: Vec<Block<'t>>,
    begins_blank: bool,
    ends_blank: bool,
}

/// What comes below a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    Key,
    Heading,
    Nothing,
}

/// The comments between a table and the next heading.
pub(super) struct Between<'t> {
    /// Those of the table above.
    pub(super) tail: Option<Block<'t>>,
    /// Those that stand alone.
    pub(super) loose: Vec<Block<'t>>,
    /// Those of the heading below.
    pub(super) lead: Option<Block<'t>>,
}

impl<'t> Gap<'t> {
    pub(super) fn blank(&mut self) {
        self.begins_blank |= self.blocks.is_empty();
        self.ends_blank = true;
    }

    pub(super) fn comment(&mut self, comment: &'t str, span: Range<usize>) {
        match self.blocks.last_mut() {
            Some(block) if !self.ends_blank => {
                block.lines.push(comment);
                block.span.end = span.end;
            }
            _ => self.blocks.push(Block { lines: vec![comment], span }),
        }
        self.ends_blank = false;
    }

    /// Above a key inside a table every comment is about that key.
    pub(super) fn all(self) -> Vec<&'t str> {
        self.blocks.into_iter().flat_map(|block| block.lines).collect()
    }

    /// The head of the file, and what belongs to its first line. Lines for editors (`#:schema`) belong to the file.
    pub(super) fn at_top(mut self, next: Next) -> (Vec<Block<'t>>, Option<Block<'t>>) {
        let lead = self.lead(next);
        let mut head = self.blocks;
        let Some(mut lead) = lead else {
            return (head, None);
        };
        let is_for_editors = |line: &&&str| line.starts_with("#:");
        let count = lead.lines.iter().take_while(is_for_editors).count();
        if count > 0 && head.is_empty() {
            let rest = lead.lines.split_off(count);
            let span = lead.span.clone();
            head.push(lead);
            lead = Block { lines: rest, span };
        }
        (head, Some(lead).filter(|block| !block.lines.is_empty()))
    }

    /// What the comments below a table belong to. A lone comment between a key and a heading, without a blank line,
    /// describes what follows.
    pub(super) fn between(mut self, next: Next) -> Between<'t> {
        let lead = self.lead(next);
        let has_tail = !self.begins_blank && self.blocks.first().is_some_and(|block| block.template().is_none());
        let tail = has_tail.then(|| self.blocks.remove(0));
        Between { tail, loose: self.blocks, lead }
    }

    /// The comments right above the next line, if they are about that line. An entry that is commented out is not about
    /// the table below.
    fn lead(&mut self, next: Next) -> Option<Block<'t>> {
        let is_about = |block: &mut Block<'t>| match next {
            Next::Key => true,
            Next::Heading => block.template().is_none(),
            Next::Nothing => false,
        };
        if self.ends_blank {
            return None;
        }
        self.blocks.pop_if(is_about)
    }
}
