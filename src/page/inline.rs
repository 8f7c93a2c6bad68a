//! The styles within a block, as parley takes them.

use parley::{FontStyle, FontWeight, LineHeight, StyleProperty};

use super::fonts::code_families;
use super::frame::Frame;
use super::style::{Ink, Look};
use crate::document::{Document, InlineStyle, Span};
use crate::text::{TextRange, TextSize};

/// The inline styles of a stretch of text, all that lie over it together.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) struct Inline {
    look: Look,
    is_emphasised: bool,
    is_strong: bool,
    is_code: bool,
    /// Raised (1) or lowered (-1).
    shift: i8,
}

impl Inline {
    fn with(mut self, style: InlineStyle) -> Self {
        match style {
            InlineStyle::Emphasis => self.is_emphasised = true,
            InlineStyle::Strong => self.is_strong = true,
            InlineStyle::Code => self.is_code = true,
            InlineStyle::Strikethrough => (self.look.is_struck, self.look.ink) = (true, Ink::Subdued),
            InlineStyle::Superscript => self.shift = 1,
            InlineStyle::Subscript => self.shift = -1,
            InlineStyle::Link(_) => (self.look.is_underlined, self.look.ink) = (true, Ink::Link),
            InlineStyle::FootnoteReference => (self.shift, self.look.ink) = (1, Ink::Link),
        }
        self
    }

    /// Gives the style to `bytes` of the string being built.
    pub(super) fn push(
        self,
        builder: &mut parley::RangedBuilder<'_, Look>,
        bytes: std::ops::Range<usize>,
        frame: &Frame,
    ) {
        let mut look = self.look;
        if self.is_emphasised {
            builder.push(StyleProperty::FontStyle(FontStyle::Italic), bytes.clone());
        }
        if self.is_strong {
            builder.push(StyleProperty::FontWeight(FontWeight::BOLD), bytes.clone());
        }
        let mut size = frame.size;
        if self.is_code {
            builder.push(StyleProperty::FontFamily(code_families()), bytes.clone());
            size *= 0.88;
            if look.ink == Ink::Body {
                look.ink = Ink::Code;
            }
        }
        if self.shift != 0 {
            look.rise = frame.rise(self.shift);
            size *= 0.7;
        }
        if size != frame.size {
            builder.push(StyleProperty::FontSize(size), bytes.clone());
            // Another face's ascent would else make the line taller by the rounding of its middle.
            builder.push(StyleProperty::LineHeight(LineHeight::Absolute(frame.line * 0.5)), bytes.clone());
        }
        builder.push(StyleProperty::Brush(look), bytes);
    }
}

/// The stretches of `range` that have inline styles, in bytes from its start.
pub(super) fn styled(
    document: &Document,
    range: TextRange,
    ink: Ink,
) -> Vec<(std::ops::Range<usize>, Inline)> {
    let spans: Vec<_> = document.spans_in(range).collect();
    let cut = |span: &&Span| span.range.intersection(range).unwrap_or_default();
    let mut edges: Vec<TextSize> = spans.iter().map(cut).flat_map(|cut| [cut.start(), cut.end()]).collect();
    edges.sort();
    edges.dedup();
    let mut stretches = Vec::new();
    for pair in edges.windows(2) {
        let stretch = TextRange::new(pair[0], pair[1]);
        let over = spans.iter().filter(|span| span.range.overlaps(stretch));
        let plain = Inline { look: Look { ink, ..Look::default() }, ..Inline::default() };
        let inline = over.fold(plain, |inline, span| inline.with(span.style));
        let start = stretch.start().saturating_sub(range.start()).to_usize();
        if inline != plain {
            stretches.push((start..start + stretch.len().to_usize(), inline));
        }
    }
    stretches
}
