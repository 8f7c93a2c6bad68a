//! Markdown: CommonMark with tables, footnotes, strikethrough, task lists and front matter.
//!
//! The parser's events in a loop, with stacks of our own: `> ` fifty thousand times nests as deep.
//! Smart punctuation stays off, since it would change what the article says.

use super::markdown_edits::Sign;
use super::{Extent, ImportWarning, html, images, markdown_apart, markdown_front, markdown_signs};
use crate::document::source_map::Segment;
use crate::document::{
    BlockKind, Builder, Document, InlineStyle, Marker, Reading, Reason, Role, SourceMap, Warned,
};
use crate::text::{TextRange, TextSize};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::collections::VecDeque;
use std::ops::Range;

/// The deepest that quotations and lists nest; what is deeper stands at this depth.
pub(super) const MAX_DEPTH: usize = 64;

/// The most blocks and cells of tables: short rows are filled up to their header, so that a small
/// file could have billions.
const MAX_BLOCKS: usize = 1_000_000;

/// A document of Markdown. `decoded` leads from `source` to the bytes of the file.
pub(super) fn from_text(
    source: &str,
    reading: Reading,
    decoded: &SourceMap,
) -> Warned<Document, ImportWarning> {
    let (metadata, n_front) = markdown_front::read(source);
    let body = source.get(n_front..).unwrap_or_default();
    let edits = markdown_signs::read(body, n_front, reading.extent);
    let mut walk = Walk {
        source: &edits.text,
        joint: edits.joint,
        signs: edits.signs,
        takes_all: reading.extent == Extent::WithLeftOut,
        ..Walk::default()
    };
    let mut events = Parser::new_ext(&edits.text, markdown_apart::options()).into_offset_iter().peekable();
    while let Some((event, range)) = events.next() {
        if MAX_BLOCKS <= walk.builder.blocks().len() + walk.n_cells {
            walk.warnings.push(ImportWarning::Cut);
            break;
        }
        if let (Event::Start(Tag::Paragraph), Some((Event::Start(Tag::Image { .. }), image))) =
            (&event, events.peek())
        {
            // A picture that stands alone: what is written for it is its caption.
            let paragraph = edits.text.get(range.clone()).unwrap_or_default().trim_end();
            walk.is_caption = image.len() == paragraph.len();
        }
        walk.say_to(range.start);
        walk.take(event, range);
    }
    walk.say_to(usize::MAX);
    walk.end_block();
    if walk.n_tags != 0 {
        walk.warnings.push(ImportWarning::HasHtml);
    }
    if walk.is_too_deep {
        walk.warnings.push(ImportWarning::TooDeep);
    }
    let in_source = SourceMap::new(edits.segments).led_on(&walk.segments);
    let source_map = decoded.led_on(in_source.segments());
    Warned { value: walk.builder.finish(metadata, reading, source_map), warnings: walk.warnings }
}

/// The document in the making.
#[derive(Default)]
struct Walk<'a> {
    source: &'a str,
    builder: Builder,
    segments: Vec<Segment>,
    warnings: Vec<ImportWarning>,
    /// What there is to be said of places, in order.
    signs: VecDeque<(usize, Sign)>,
    /// A character that was put in for the parser.
    joint: Option<char>,
    /// Whether what is no part of the article is taken in.
    takes_all: bool,
    /// How deep the quotations around are that are callouts, from the outside in.
    callouts: Vec<usize>,
    /// What stands beside the next block.
    label: Option<String>,
    /// What the next block is; `None` for a paragraph.
    kind: Option<BlockKind>,
    is_caption: bool,
    /// Whether a space that comes next would be the second.
    is_after_comment: bool,
    marker: Option<Marker>,
    /// The next number of each list around; `None` for one of bullets.
    lists: Vec<Option<u64>>,
    quote_depth: usize,
    footnote: Option<String>,
    /// The open styles, and where the text of each begins, once it has any.
    styles: Vec<(Style, Option<TextSize>)>,
    n_tables: u32,
    in_header: bool,
    in_row: bool,
    n_cells: usize,
    n_cells_in_row: usize,
    html: Option<(String, Range<usize>)>,
    /// An element in a line whose words are none: up to its end tag.
    muted: Option<&'static str>,
    n_tags: usize,
    is_too_deep: bool,
}

enum Style {
    Inline(InlineStyle),
    Link(String),
    Image,
}

impl Walk<'_> {
    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, range),
            Event::Code(text) => {
                self.open_block();
                let start = self.builder.here();
                self.text(&text, range);
                self.builder.style(TextRange::new(start, self.builder.here()), InlineStyle::Code);
            }
            Event::SoftBreak => self.text(" ", range),
            Event::HardBreak => self.text(if self.in_row { " " } else { "\n" }, range),
            Event::Rule => {
                self.end_block();
                self.begin(BlockKind::Rule);
                self.end_block();
            }
            Event::TaskListMarker(done) => self.marker = Some(Marker::Task(done)),
            Event::FootnoteReference(label) => {
                self.open_block();
                self.builder.part_reference(&label);
                let start = self.builder.here();
                self.text(&label, range);
                self.builder
                    .style(TextRange::new(start, self.builder.here()), InlineStyle::FootnoteReference);
            }
            Event::Html(text) => {
                let (gathered, place) = self.html.get_or_insert_with(|| (String::new(), range.clone()));
                gathered.push_str(&text);
                place.end = range.end;
            }
            Event::InlineHtml(tag) => self.inline_html(&tag, range),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text, range),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            // The block begins with its first text.
            Tag::Paragraph => {}
            Tag::Heading { level, .. } => self.expect(BlockKind::Heading { level: level as u8 }),
            Tag::CodeBlock(_) => self.expect(BlockKind::Code),
            Tag::BlockQuote(_) => {
                self.end_block();
                self.quote_depth += 1;
            }
            Tag::List(first) => {
                self.end_block();
                self.marker = None;
                self.lists.push(first);
            }
            Tag::Item => self.begin_item(),
            Tag::FootnoteDefinition(label) => {
                self.end_block();
                self.footnote = Some(label.to_string());
            }
            Tag::TableHead | Tag::TableRow => {
                self.end_block();
                self.in_header = matches!(tag, Tag::TableHead);
                self.begin(BlockKind::TableRow { header: self.in_header, table: self.n_tables });
                self.in_row = true;
                self.n_cells_in_row = 0;
            }
            Tag::TableCell => {
                if 0 < self.n_cells_in_row {
                    self.builder.push("\t");
                }
                self.n_cells_in_row += 1;
                self.n_cells += 1;
            }
            Tag::HtmlBlock => self.html = Some((String::new(), range.start..range.start)),
            Tag::Emphasis => self.open_style(Style::Inline(InlineStyle::Emphasis)),
            Tag::Strong => self.open_style(Style::Inline(InlineStyle::Strong)),
            Tag::Strikethrough => self.open_style(Style::Inline(InlineStyle::Strikethrough)),
            Tag::Superscript => self.open_style(Style::Inline(InlineStyle::Superscript)),
            Tag::Subscript => self.open_style(Style::Inline(InlineStyle::Subscript)),
            Tag::Link { dest_url, .. } => self.open_style(Style::Link(dest_url.to_string())),
            Tag::Image { dest_url, .. } => {
                self.builder.image(&dest_url, "", None);
                self.open_style(Style::Image);
            }
            Tag::Table(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::MetadataBlock(_) => {
                self.end_block();
            }
        }
    }

    fn begin_item(&mut self) {
        self.end_block();
        self.marker = Some(match self.lists.last_mut() {
            Some(Some(next)) => {
                let number = *next;
                *next = number.saturating_add(1);
                Marker::Number(number)
            }
            _ => Marker::Bullet,
        });
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image => return self.close_style(),
            TagEnd::TableCell => return,
            TagEnd::HtmlBlock => self.html_block(),
            _ => {}
        }
        self.end_block();
        match tag {
            TagEnd::BlockQuote(_) => {
                self.callouts.retain(|&depth| depth < self.quote_depth);
                self.quote_depth = self.quote_depth.saturating_sub(1);
            }
            TagEnd::List(_) => drop(self.lists.pop()),
            TagEnd::Item => self.marker = None,
            TagEnd::FootnoteDefinition => self.footnote = None,
            TagEnd::Table => self.n_tables += 1,
            _ => {}
        }
    }

    /// The next block, should it get any text, is of this kind.
    fn expect(&mut self, kind: BlockKind) {
        self.end_block();
        self.kind = Some(kind);
    }

    fn begin(&mut self, kind: BlockKind) {
        self.is_too_deep |= MAX_DEPTH < self.quote_depth || MAX_DEPTH < self.lists.len();
        let shown = |depth: usize| u8::try_from(depth.min(MAX_DEPTH)).unwrap_or(u8::MAX);
        self.builder.begin(kind, shown(self.quote_depth), shown(self.lists.len()));
        self.builder.set_role((!self.callouts.is_empty()).then_some(Role::Aside));
        if let Some(label) = self.label.take() {
            self.builder.set_label(&label);
        }
    }

    /// Says what there is to be said of places up to `place`.
    fn say_to(&mut self, place: usize) {
        while let Some((_, sign)) = self.signs.pop_front_if(|(at, _)| *at <= place) {
            match sign {
                Sign::LeftOut(why, words) => self.builder.leave_out(why, &words),
                Sign::Picture(source, alt) => self.builder.image(&source, &alt, None),
                Sign::Caption => self.is_caption = true,
                Sign::Callout(kind) if 0 < self.quote_depth => {
                    self.callouts.push(self.quote_depth);
                    self.label = Some(kind);
                }
                Sign::Callout(_) => {}
            }
        }
    }

    /// Begins a block where none is open: its first text says that it is worth one.
    fn open_block(&mut self) {
        if self.builder.is_open() {
            return;
        }
        let kind = match (self.kind.take(), self.marker.take(), &self.footnote) {
            (Some(kind), _, _) => kind,
            (None, Some(marker), _) => BlockKind::ListItem { marker },
            (None, None, Some(label)) => BlockKind::Footnote { label: label.clone() },
            (None, None, None) if self.is_caption => BlockKind::Caption,
            (None, None, None) => BlockKind::Paragraph,
        };
        self.begin(kind);
    }

    fn end_block(&mut self) {
        let n_text = self.builder.text().trim_end_matches('\n').len();
        if self.builder.is_open() && !self.in_row {
            // The line feed at the end of preformatted text parts it from what follows.
            self.builder.truncate(TextSize::from_usize(n_text));
            self.cut_segments();
        }
        self.builder.end();
        self.kind = None;
        self.is_caption = false;
        self.in_row = false;
        self.muted = None;
    }

    fn cut_segments(&mut self) {
        let end = self.builder.here();
        while let Some(last) = self.segments.last_mut().filter(|last| end < last.reading.end()) {
            if end <= last.reading.start() {
                self.segments.pop();
                continue;
            }
            let cut = last.reading.end() - end;
            last.reading = TextRange::new(last.reading.start(), end);
            if last.identical {
                last.source = TextRange::new(last.source.start(), last.source.end() - cut);
            }
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        let Some(joint) = self.joint.filter(|&joint| text.contains(joint)) else {
            return self.piece(text, range);
        };
        let is_same = self.source.get(range.clone()) == Some(text);
        let mut at = range.start;
        for piece in text.split(joint) {
            let place = if is_same { at..at + piece.len() } else { range.clone() };
            at += piece.len() + joint.len_utf8();
            self.piece(piece, place);
        }
    }

    fn piece(&mut self, mut text: &str, mut range: Range<usize>) {
        if std::mem::take(&mut self.is_after_comment)
            && self.builder.text().ends_with(' ')
            && let Some(rest) = text.strip_prefix(' ')
        {
            text = rest;
            range.start = range.end.min(range.start + 1);
        }
        if text.is_empty() || self.muted.is_some() {
            return;
        }
        self.open_block();
        let start = self.builder.here();
        self.styles
            .iter_mut()
            .rev()
            .map_while(|(_, at)| at.is_none().then_some(at))
            .for_each(|at| *at = Some(start));
        if self.in_row && text.contains(['\t', '\n']) {
            // Tabs part the cells, and line feeds the rows.
            self.builder.push(&text.replace(['\t', '\n'], " "));
        } else {
            self.builder.push(text);
        }
        let reading = TextRange::new(start, self.builder.here());
        let from = self.source.get(range.clone()).unwrap_or_default();
        // Code and references stand between signs.
        let inside = from.find(text).filter(|_| reading.of(self.builder.text()) == Some(text));
        let source = match inside {
            Some(n) => range.start + n..range.start + n + text.len(),
            None => range,
        };
        self.segments.push(Segment {
            reading,
            source: TextRange::from_usize(source),
            identical: inside.is_some(),
        });
    }

    fn open_style(&mut self, style: Style) {
        self.styles.push((style, None));
    }

    fn close_style(&mut self) {
        let Some((style, Some(start))) = self.styles.pop() else { return };
        let range = TextRange::new(start, self.builder.here());
        match style {
            Style::Inline(style) if self.styles.len() < MAX_DEPTH => self.builder.style(range, style),
            Style::Link(address) => self.builder.link(range, &address),
            Style::Image => {
                self.builder.name_image(range);
            }
            Style::Inline(_) => {}
        }
    }

    fn inline_html(&mut self, tag: &str, range: Range<usize>) {
        if let Some(comment) = tag.strip_prefix("<!--") {
            return self.comment(comment.trim_end_matches("-->"), range);
        }
        self.n_tags += 1;
        let name = tag.trim_start_matches(['<', '/']).split(|c: char| !c.is_ascii_alphanumeric()).next();
        let is = |other: &str| name.is_some_and(|name| name.eq_ignore_ascii_case(other));
        images::add_from(tag, &mut self.builder);
        if is("br") && self.builder.is_open() {
            self.text(if self.in_row { " " } else { "\n" }, range);
        }
        if let Some(element) = ["script", "style"].into_iter().find(|&element| is(element)) {
            self.muted = (!tag.starts_with("</")).then_some(element);
        }
    }

    /// What an author wrote for themselves.
    fn comment(&mut self, comment: &str, range: Range<usize>) {
        if self.takes_all {
            self.text(comment.trim(), range);
        } else {
            self.builder.leave_out(Reason::Remark, comment);
            self.is_after_comment = true;
        }
    }

    fn html_block(&mut self) {
        let Some((text, range)) = self.html.take() else { return };
        let mut rest = &*text;
        while let Some((before, (comment, after))) =
            rest.split_once("<!--").and_then(|(before, rest)| Some((before, rest.split_once("-->")?)))
        {
            self.n_tags += usize::from(before.contains('<'));
            self.end_block();
            self.comment(comment, range.clone());
            rest = after;
        }
        self.n_tags += usize::from(rest.contains('<'));
        images::add_from(&text, &mut self.builder);
        let words = html::words_of(&text);
        for block in words.blocks() {
            if let Some(text) = block.range.of(words.text()).filter(|text| !text.is_empty()) {
                self.end_block();
                self.text(text, range.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests;
