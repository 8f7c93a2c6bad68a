//! The words of a page as they flow into blocks: white space collapses as CSS has it, and a block
//! begins when it gets its first word.

use crate::document::{BlockKind, Builder, Image, InlineStyle, Marker, Reason, Role};
use crate::text::{TextRange, TextSize};

/// The most quotations and lists that a block is shown to stand in.
pub(super) const MAX_SHOWN_DEPTH: usize = 64;

/// How words look until they are told otherwise.
#[derive(Clone, Debug)]
pub(super) enum Style {
    /// As a style of ours.
    Inline(InlineStyle),
    /// As a link to this address.
    Link(String),
}

/// A style that is open, and where its words begin in the open block.
struct OpenStyle {
    style: Style,
    start: Option<TextSize>,
}

/// The reading text in the making.
#[derive(Default)]
pub(super) struct Flow {
    builder: Builder,
    styles: Vec<OpenStyle>,
    /// What the next block is, if not a paragraph; the last counts.
    pub(super) kinds: Vec<BlockKind>,
    /// What the next block is to the article; the last counts.
    pub(super) roles: Vec<Role>,
    /// Quotations around the next block.
    pub(super) quote_depth: usize,
    /// Lists around the next block.
    pub(super) list_depth: usize,
    /// What the next paragraph is an item by.
    pub(super) marker: Option<Marker>,
    /// Whether spaces and line feeds count.
    pub(super) preformatted: bool,
    in_row: bool,
    space: bool,
    /// Whether the next word is the sign of a footnote.
    is_reference: bool,
    /// Whether the next word is apart from the one before although no space stands between them.
    is_apart: bool,
    /// What is left out before the next block, passages of one reason together.
    left_out: Option<(Reason, String)>,
    n_line_breaks: usize,
    /// Names of places that begin with the next word.
    names: Vec<String>,
    /// Line feeds of preformatted text that stay only if more follows.
    held: String,
}

impl Flow {
    /// Takes text as it stands in the page.
    pub(super) fn text(&mut self, text: &str) {
        if self.preformatted && !self.in_row {
            return self.preformatted_text(text);
        }
        for (n, word) in text.split([' ', '\t', '\n', '\r', '\u{c}']).enumerate() {
            self.space |= 0 < n;
            if !word.is_empty() && (self.builder.is_open() || !is_blank(word)) {
                self.word(word);
            }
        }
    }

    fn word(&mut self, word: &str) {
        if !self.builder.is_open() {
            self.begin();
        } else if 0 < self.n_line_breaks {
            self.builder.push("\n");
        } else if self.space && !self.builder.text().ends_with(['\n', '\t']) {
            self.builder.push(" ");
        } else if self.is_reference {
            self.builder.part_reference(word);
        } else if self.is_apart && runs_on(self.builder.text(), word) {
            self.builder.push(" ");
        }
        self.is_reference = false;
        self.is_apart = false;
        self.space = false;
        self.n_line_breaks = 0;
        self.start_styles();
        self.builder.push(word);
    }

    /// Says that the next word is the sign of a footnote.
    pub(super) fn reference(&mut self) {
        self.is_reference = true;
    }

    /// Says that the next word does not run on from the one before, whether a space parts them or not:
    /// it stands instead of it, or in another box.
    pub(super) fn apart(&mut self) {
        self.is_apart = true;
    }

    /// Whether the next word, if it begins with `next`, would stand directly behind a word in lower case
    /// and begin another: no language writes words so, but boxes stand side by side like that.
    pub(super) fn would_fuse(&self, next: char) -> bool {
        let before = self.builder.text().chars().next_back();
        let is_open = self.builder.is_open() && !self.space && self.n_line_breaks == 0;
        let ends = |c: char| c.is_lowercase() || matches!(c, '.' | '!' | '?' | '…');
        is_open && before.is_some_and(ends) && (next.is_uppercase() || next.is_ascii_digit())
    }

    /// Names a passage that is left out here.
    pub(super) fn leave_out(&mut self, why: Reason, text: &str) {
        match &mut self.left_out {
            Some((reason, known)) if *reason == why => {
                known.push('\n');
                known.push_str(text);
            }
            _ => {
                self.flush_left_out();
                self.left_out = Some((why, text.to_owned()));
            }
        }
    }

    fn flush_left_out(&mut self) {
        if let Some((why, text)) = self.left_out.take() {
            self.builder.leave_out(why, &text);
        }
    }

    /// Names the place where the next word will stand.
    pub(super) fn name_place(&mut self, name: &str) {
        self.names.push(name.to_owned());
    }

    fn preformatted_text(&mut self, text: &str) {
        let text = if self.builder.is_open() { text } else { text.trim_start_matches('\n') };
        let body = text.trim_end_matches('\n');
        if !body.is_empty() {
            if !self.builder.is_open() {
                self.begin();
            }
            self.builder.push(&std::mem::take(&mut self.held));
            self.start_styles();
            self.builder.push(body);
        }
        if self.builder.is_open() {
            self.held.push_str(text.get(body.len()..).unwrap_or_default());
        }
    }

    fn begin(&mut self) {
        let kind = self.kinds.last().cloned().unwrap_or(BlockKind::Paragraph);
        let kind = match (kind, self.marker) {
            (BlockKind::Paragraph, Some(marker)) => {
                self.marker = None;
                BlockKind::ListItem { marker }
            }
            (kind, _) => kind,
        };
        self.flush_left_out();
        self.builder.begin(kind, shown(self.quote_depth), shown(self.list_depth));
        self.builder.set_role(self.roles.last().copied());
        self.space = false;
        self.is_apart = false;
        self.n_line_breaks = 0;
    }

    /// A line break: one stays in its block, two part paragraphs.
    pub(super) fn line_break(&mut self) {
        if self.preformatted {
            self.text("\n");
        } else if self.in_row {
            self.space = true;
        } else if self.builder.is_open() {
            self.n_line_breaks += 1;
            if 1 < self.n_line_breaks {
                self.end_block();
            }
        }
    }

    /// What follows is another block; in a row of a table, another word.
    pub(super) fn end_block(&mut self) {
        if self.in_row {
            self.space = true;
            return;
        }
        if self.builder.is_open() {
            for n in 0..self.styles.len() {
                self.end_style(n);
            }
            self.builder.end();
        }
        self.space = false;
        self.n_line_breaks = 0;
        self.held.clear();
    }

    /// A line across the page.
    pub(super) fn rule(&mut self) {
        if !self.in_row {
            self.end_block();
            self.builder.begin(BlockKind::Rule, shown(self.quote_depth), shown(self.list_depth));
            self.builder.end();
        }
    }

    /// A picture, which has no words in the text.
    pub(super) fn image(&mut self, image: &Image) {
        self.builder.image(&image.source, &image.alt, image.declared);
    }

    /// Begins a row of a table, until [`end_row`](Self::end_row).
    pub(super) fn begin_row(&mut self, header: bool, table: u32) {
        self.end_block();
        self.flush_left_out();
        let kind = BlockKind::TableRow { header, table };
        self.builder.begin(kind, shown(self.quote_depth), shown(self.list_depth));
        self.in_row = true;
    }

    /// Parts two cells of a row.
    pub(super) fn next_cell(&mut self) {
        if self.in_row {
            self.builder.push("\t");
            self.space = false;
        }
    }

    /// Ends a row.
    pub(super) fn end_row(&mut self) {
        self.in_row = false;
        self.end_block();
    }

    /// Begins a style.
    pub(super) fn open_style(&mut self, style: Style) {
        self.styles.push(OpenStyle { style, start: None });
    }

    /// Ends the style begun last.
    pub(super) fn close_style(&mut self) {
        if let Some(last) = self.styles.len().checked_sub(1) {
            self.end_style(last);
            self.styles.truncate(last);
        }
    }

    fn start_styles(&mut self) {
        for name in self.names.drain(..) {
            self.builder.name_place(&name);
        }
        let here = self.builder.here();
        for open in &mut self.styles {
            open.start.get_or_insert(here);
        }
    }

    /// Gives the words since its start their style; later words of it are in another block.
    fn end_style(&mut self, n: usize) {
        let Some(open) = self.styles.get_mut(n) else { return };
        let Some(start) = open.start.take() else { return };
        let range = TextRange::new(start, self.builder.here());
        match &open.style {
            Style::Inline(style) => self.builder.style(range, *style),
            Style::Link(address) => self.builder.link(range, address),
        }
    }

    /// How many blocks are ended.
    pub(super) fn n_blocks(&self) -> usize {
        self.builder.blocks().len()
    }

    /// All that flowed in.
    pub(super) fn finish(mut self) -> Builder {
        self.in_row = false;
        self.end_block();
        self.flush_left_out();
        self.builder
    }
}

/// Whether two words would be one, or two sentences, if nothing parted them.
fn runs_on(text: &str, word: &str) -> bool {
    let ends = |c: char| c.is_alphanumeric() || matches!(c, '.' | '!' | '?' | '…');
    text.ends_with(ends) && word.starts_with(char::is_alphanumeric)
}

fn shown(depth: usize) -> u8 {
    u8::try_from(depth.min(MAX_SHOWN_DEPTH)).unwrap_or(u8::MAX)
}

/// Whether nothing of it would be seen: pages are full of paragraphs that hold one NBSP.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}'))
}
