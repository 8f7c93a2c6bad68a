//! Blocks from drafts: words with the spaces between them, words put together that a line's end cut,
//! styles, links, and the place of each word on its page.

use super::glyphs::PageText;
use super::lines::Line;
use super::paragraphs::{Draft, Kind};
use super::rounding;
use super::runs::{Height, Run};
use crate::document::{BlockKind, Builder, InlineStyle, LocatorKind, Role};
use crate::text::{TextRange, TextSize};
use std::collections::{BTreeMap, BTreeSet};

/// Writes drafts into a builder.
pub(super) struct Writer<'d> {
    pub(super) builder: Builder,
    /// Words that stand whole somewhere, in lower case: they show how a cut word goes.
    pub(super) known: BTreeSet<String>,
    /// The labels of the notes that there are.
    pub(super) notes: BTreeSet<String>,
    pub(super) pages: &'d [PageText],
    /// What the pages are called.
    pub(super) labels: &'d [String],
    /// How many pages have begun.
    pub(super) n_begun: usize,
}

/// What is written of a block until now.
#[derive(Default)]
struct Open {
    page: usize,
    styles: BTreeMap<u8, TextSize>,
    link: Option<(u32, usize, TextSize)>,
}

/// The words of some lines, in lower case, but the last of each line.
pub(super) fn words_of(drafts: &[Draft]) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let lines = drafts.iter().flat_map(|draft| draft.lines.iter().chain(draft.cells.iter().flatten()));
    for line in lines {
        let text = line.text().to_lowercase();
        let mut within: Vec<&str> = text.split(' ').collect();
        within.pop();
        let trimmed =
            within.into_iter().map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
        words.extend(trimmed.filter(|word| 3 < word.len()).map(str::to_owned));
    }
    words
}

impl Writer<'_> {
    /// The next character is the first of page `page`, from 0; those before it have begun as well.
    pub(super) fn begin_page(&mut self, page: usize) {
        while self.n_begun <= page && self.n_begun < self.pages.len() {
            let label = self.labels.get(self.n_begun).map(String::as_str).unwrap_or_default();
            self.builder.locate(LocatorKind::Page, label);
            self.n_begun += 1;
        }
    }

    pub(super) fn write(&mut self, draft: &Draft) {
        if let Kind::Row { is_header, table } = draft.kind {
            return self.write_row(draft, is_header, table);
        }
        let kind = match &draft.kind {
            Kind::Heading => BlockKind::Heading { level: draft.level.clamp(1, 6) },
            Kind::Item(marker) => BlockKind::ListItem { marker: *marker },
            Kind::Caption => BlockKind::Caption,
            Kind::Note(label) => BlockKind::Footnote { label: label.clone() },
            Kind::Code => BlockKind::Code,
            Kind::Text | Kind::Row { .. } => BlockKind::Paragraph,
        };
        let role = match &draft.kind {
            Kind::Caption => Some(Role::Caption),
            Kind::Note(_) => Some(Role::Footnote),
            Kind::Heading if draft.level == 1 => Some(Role::Headline),
            _ => None,
        };
        self.builder.begin(kind, 0, draft.depth);
        self.builder.set_role(role);
        let mut open = Open { page: draft.page, ..Open::default() };
        if draft.kind == Kind::Code {
            self.write_code(draft, &mut open);
        } else {
            self.write_lines(&draft.lines, &mut open, &draft.kind);
        }
        self.close(&mut open);
        self.builder.end();
    }

    fn write_row(&mut self, draft: &Draft, is_header: bool, table: u32) {
        self.builder.begin(BlockKind::TableRow { header: is_header, table }, 0, 0);
        let mut open = Open { page: draft.page, ..Open::default() };
        for (at, cell) in draft.cells.iter().enumerate() {
            if 0 < at {
                self.close(&mut open);
                self.builder.push("\t");
            }
            self.write_lines(cell, &mut open, &draft.kind);
        }
        self.close(&mut open);
        self.builder.end();
    }

    fn write_code(&mut self, draft: &Draft, open: &mut Open) {
        let left = draft.lines.iter().map(|line| line.left).fold(f32::MAX, f32::min);
        for (at, line) in draft.lines.iter().enumerate() {
            if 0 < at {
                self.builder.push("\n");
            }
            let indent = rounding::count(((line.left - left) / (0.6 * line.size)).round().min(80.0));
            self.builder.push(&" ".repeat(indent));
            for run in &line.runs {
                if run.is_apart {
                    self.builder.push(" ");
                }
                self.write_run(run, open, &Kind::Code);
            }
        }
    }

    fn write_lines(&mut self, lines: &[Line], open: &mut Open, kind: &Kind) {
        let start = self.builder.here();
        for (at, line) in lines.iter().enumerate() {
            if line.page != open.page {
                self.set_link(open, None, self.builder.here());
                open.page = line.page;
                self.begin_page(line.page);
            }
            let joins = 0 < at && self.join_with(line, start);
            if 0 < at && !joins && start < self.builder.here() {
                self.builder.push(" ");
            }
            for (nth, run) in line.runs.iter().enumerate() {
                if run.is_apart && 0 < nth && start < self.builder.here() {
                    self.builder.push(" ");
                }
                self.write_run(run, open, kind);
            }
        }
    }

    /// Whether the word at the end of what is written goes on in `line`: takes its hyphen away then.
    fn join_with(&mut self, line: &Line, start: TextSize) -> bool {
        let written = TextRange::new(start, self.builder.here()).of(self.builder.text()).unwrap_or_default();
        let next = line.runs.first().map(|run| run.text.as_str()).unwrap_or_default();
        let Some(first) = next.chars().next() else { return false };
        let Some(hyphen) =
            written.chars().next_back().filter(|last| matches!(last, '-' | '\u{ad}' | '\u{2010}'))
        else {
            return is_glued_script(written, first);
        };
        let stem = written.get(..written.len() - hyphen.len_utf8()).unwrap_or_default();
        let before = stem.chars().next_back();
        if !before.is_some_and(char::is_alphanumeric) || !first.is_alphanumeric() {
            return hyphen == '\u{ad}' || before.is_some_and(|letter| !letter.is_whitespace());
        }
        let keeps = hyphen == '-' && self.keeps_hyphen(stem, &line.text(), first);
        if !keeps {
            let cut = TextSize::from_usize(self.builder.here().to_usize() - hyphen.len_utf8());
            self.builder.truncate(cut);
            self.builder.boxes.shorten(cut);
        }
        true
    }

    /// Whether a hyphen belongs to its word: numbers and names have it, and words that have it elsewhere.
    fn keeps_hyphen(&self, stem: &str, next: &str, first: char) -> bool {
        let head = stem.rsplit(' ').next().unwrap_or_default();
        let tail = next.split(' ').next().unwrap_or_default();
        if !first.is_lowercase() || head.ends_with(|letter: char| letter.is_numeric()) {
            // Scripts without small letters break words as well.
            return first.is_uppercase()
                || first.is_numeric()
                || head.ends_with(|letter: char| letter.is_numeric());
        }
        let clean = |word: String| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
        if self.known.contains(&clean(format!("{head}{tail}"))) {
            return false;
        }
        self.known.contains(&clean(format!("{head}-{tail}")))
    }

    fn write_run(&mut self, run: &Run, open: &mut Open, kind: &Kind) {
        let is_note = run.height == Height::Raised && self.notes.contains(run.text.trim());
        if is_note || run.height == Height::Raised && is_number(&run.text) {
            self.builder.part_reference(&run.text);
        }
        let start = self.builder.here();
        self.builder.push(&run.text);
        let range = TextRange::new(start, self.builder.here());
        self.builder.boxes.push(range, open.page, run.place, run.is_apart);
        let is_heading = matches!(kind, Kind::Heading);
        let styles = [
            (0, run.style.is_bold && !is_heading, InlineStyle::Strong),
            (1, run.style.is_slanted, InlineStyle::Emphasis),
            (2, run.style.is_even && *kind != Kind::Code, InlineStyle::Code),
            (3, run.height == Height::Lowered, InlineStyle::Subscript),
        ];
        for (index, has, style) in styles {
            self.set_style(open, index, has.then_some(start), style, start);
        }
        if run.height == Height::Raised {
            self.builder.style(
                range,
                if is_note { InlineStyle::FootnoteReference } else { InlineStyle::Superscript },
            );
        }
        self.set_link(open, run.link, start);
    }

    /// Begins a style, goes on with it, or ends it where the text before `here` ends.
    fn set_style(
        &mut self,
        open: &mut Open,
        index: u8,
        begins: Option<TextSize>,
        style: InlineStyle,
        here: TextSize,
    ) {
        match (open.styles.get(&index).copied(), begins) {
            (None, Some(start)) => {
                open.styles.insert(index, start);
            }
            (Some(start), None) => {
                open.styles.remove(&index);
                self.builder.style(self.trimmed(start, here), style);
            }
            _ => {}
        }
    }

    fn set_link(&mut self, open: &mut Open, link: Option<u32>, here: TextSize) {
        let link = link.map(|link| (link, open.page));
        if open.link.map(|(link, page, _)| (link, page)) == link {
            return;
        }
        if let Some((link, page, start)) = open.link.take() {
            let address = self.pages.get(page).and_then(|page| page.links.parts.get(link as usize));
            if let Some((_, address)) = address {
                self.builder.link(self.trimmed(start, here), address);
            }
        }
        open.link = link.map(|(link, page)| (link, page, here));
    }

    /// A range without the white at its end.
    fn trimmed(&self, start: TextSize, end: TextSize) -> TextRange {
        let text = TextRange::new(start, end).of(self.builder.text()).unwrap_or_default();
        TextRange::new(start, start + TextSize::of(text.trim_end()))
    }

    /// Ends what is open in a block.
    fn close(&mut self, open: &mut Open) {
        let here = self.builder.here();
        let styles = [InlineStyle::Strong, InlineStyle::Emphasis, InlineStyle::Code, InlineStyle::Subscript];
        for (index, style) in (0..).zip(styles) {
            self.set_style(open, index, None, style, here);
        }
        self.set_link(open, None, here);
    }
}

/// Whether a raised text can only be the sign of a note: the powers of units are 2 and 3.
fn is_number(text: &str) -> bool {
    text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit()) && !matches!(text, "2" | "3")
}

/// Whether a script has no spaces between words, so that a line's end is none.
fn is_glued_script(written: &str, first: char) -> bool {
    let is_wide = |letter: char| matches!(u32::from(letter), 0x3000..=0x30ff | 0x3400..=0x9fff | 0xf900..=0xfaff | 0xff00..=0xffef | 0x2_0000..=0x3_ffff);
    written.chars().next_back().is_some_and(is_wide) && is_wide(first)
}
