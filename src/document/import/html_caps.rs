//! What is counted before and while a page is parsed: past these caps, html5ever and the extractor take
//! minutes, or all the memory there is.

use super::html_scan::Tag;
use dom_query::NodeData;
use std::fmt;

/// The most attributes of one tag.
pub(super) const MAX_ATTRIBUTES: usize = 1_000;

/// The deepest that elements nest.
pub(super) const MAX_DEPTH: usize = 256;

/// The most elements of a page.
pub(super) const MAX_ELEMENTS: usize = 50_000;

/// The most `<` and `&` of a page: on each the parser stops to think, whether or not it is mark-up.
pub(super) const MAX_SIGNS: usize = 1_000_000;

/// The parser compares each attribute of a tag with all before it: the most that it may do so.
const MAX_COMPARISONS: usize = 200_000_000;

/// The serializer looks for the next `<` anew from each character that it writes as a reference: the
/// most bytes that it may look at.
const MAX_LOOKED_AT: usize = 20_000_000_000;

/// The cap that a page is past.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cap {
    /// Attributes in one tag.
    Attributes,
    /// Levels of elements.
    Depth,
    /// Elements.
    Elements,
    /// `<` and `&`.
    Signs,
}

impl fmt::Display for Cap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Attributes => "its tags have too many attributes (more than 1,000 in one tag)",
            Self::Depth => "its elements nest too deep (more than 256 levels)",
            Self::Elements => "it has too many elements (more than 50,000)",
            Self::Signs => "it has too many signs of mark-up (more than 1,000,000 `<` and `&`)",
        })
    }
}

/// Whether a page has so many signs of mark-up that it is read as plain words, whatever they are.
pub(super) fn has_too_many_signs(page: &str) -> bool {
    MAX_SIGNS < memchr::memchr2_iter(b'<', b'&', page.as_bytes()).count()
}

/// The cap that `page` is past before it is parsed, if any. It has no scripts, styles and comments.
pub(super) fn exceeded(page: &str) -> Option<Cap> {
    if has_too_many_signs(page) {
        return Some(Cap::Signs);
    }
    attributes_exceeded(page).then_some(Cap::Attributes)
}

/// Whether a parsed page would take seconds to be written as HTML, which the extractor does.
pub(super) fn is_slow_to_write(page: &dom_query::Document) -> bool {
    // What is short enough needs no second look.
    let at_most = |text: &str| text.len().saturating_mul(text.len());
    MAX_LOOKED_AT < looked_at(page, at_most) && {
        let is_written_longer = |byte: &&u8| matches!(byte, b'&' | b'"' | b'<' | b'>' | 0xc2);
        let n_longer = |text: &str| text.as_bytes().iter().filter(is_written_longer).count();
        MAX_LOOKED_AT < looked_at(page, |text| text.len().saturating_mul(n_longer(text)))
    }
}

/// The costs of all texts and attributes of a page.
fn looked_at(page: &dom_query::Document, cost: impl Fn(&str) -> usize) -> usize {
    let of_node = |node: dom_query::NodeRef<'_>| {
        node.query_or(0, |node| match &node.data {
            NodeData::Text { contents } => cost(contents),
            NodeData::Element(element) => element.attrs.iter().map(|attribute| cost(&attribute.value)).sum(),
            _ => 0,
        })
    };
    page.root().descendants_it().map(of_node).fold(0, usize::saturating_add)
}

/// Reads a tag from every `<` on, also inside tags and quotations: a parser may see a tag begin at
/// any of them, and from there on it counts as we do.
fn attributes_exceeded(page: &str) -> bool {
    let mut comparisons = 0_usize;
    // Real pages have few `<` inside tags; a page that is all of them is not read a thousand times.
    let mut budget = page.len().saturating_mul(8).saturating_add(1 << 20);
    for start in memchr::memchr_iter(b'<', page.as_bytes()) {
        let Some(mut tag) = Tag::at(page, start) else { continue };
        let count = tag.attributes.by_ref().take(MAX_ATTRIBUTES + 1).count();
        let length = tag.attributes.offset().saturating_sub(start);
        comparisons = comparisons.saturating_add(count * count);
        if MAX_ATTRIBUTES < count || MAX_COMPARISONS < comparisons || budget < length {
            return true;
        }
        budget -= length;
    }
    false
}
