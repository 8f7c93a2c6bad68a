//! The layout of one text: faces, sizes, language, styles, and where lines may end.

use parley::{BaseDirection, FontWeight, Layout, LineHeight, OverflowWrap, StyleProperty};

use super::fonts::{Fonts, code_families, families};
use super::frame::Frame;
use super::inline::styled;
use super::style::{Ink, Look};
use super::{hanging, hyphens};
use crate::document::{Block, BlockKind, Document};
use crate::text::TextRange;

/// What is done about the ends of lines.
#[derive(Clone, Copy)]
pub(super) enum Ends<'a> {
    AsTheyFall,
    /// Tabs stand in the text for these.
    Tabs(&'a [hanging::Space]),
    /// Lines may be broken at these bytes too.
    Hyphens(&'a [usize]),
}

/// Builds the layout of `text`, which stands for the bytes of `range` (or for none: a marker).
pub(super) fn build(
    fonts: &mut Fonts,
    document: &Document,
    block: &Block,
    range: TextRange,
    text: &str,
    frame: &Frame,
    ends: Ends<'_>,
) -> Layout<Look> {
    let at_hyphens = match ends {
        Ends::Hyphens(places) => Some(hyphens::breaks(text, places)),
        Ends::AsTheyFall | Ends::Tabs(_) => None,
    };
    let mut builder = fonts.layouts.ranged_builder(&mut fonts.context, text, 1.0, true);
    let is_code = block.kind == BlockKind::Code;
    builder.push_default(StyleProperty::FontFamily(if is_code {
        code_families()
    } else {
        families(frame.face)
    }));
    builder.push_default(StyleProperty::FontSize(frame.size));
    builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(frame.line)));
    builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
    let ink = if range.is_empty() && block.kind != BlockKind::Code { Ink::Subdued } else { frame.ink };
    builder.push_default(StyleProperty::Brush(Look { ink, ..Look::default() }));
    if frame.is_bold {
        builder.push_default(StyleProperty::FontWeight(FontWeight::BOLD));
    }
    let language = document.metadata().language.as_deref().and_then(|tag| parley::Language::parse(tag).ok());
    builder.push_default(StyleProperty::Locale(language));
    builder.set_base_direction(if frame.is_rtl { BaseDirection::Rtl } else { BaseDirection::Ltr });
    for (at, _) in text.match_indices(' ').filter(|&(at, _)| is_code && is_tab(document, range, at)) {
        builder.push(StyleProperty::LetterSpacing(frame.size * 1.8), at..at + 1);
    }
    for (bytes, looks) in styled(document, range, frame.ink) {
        looks.push(&mut builder, bytes, frame);
    }
    match (ends, &at_hyphens) {
        (Ends::Tabs(spaces), _) => hanging::style(&mut builder, spaces),
        (_, Some(breaks)) => builder.set_line_break_override(Some(breaks)),
        _ => {}
    }
    builder.build(text)
}

fn is_tab(document: &Document, range: TextRange, at: usize) -> bool {
    document.text().as_bytes().get(range.start().to_usize() + at) == Some(&b'\t')
}
