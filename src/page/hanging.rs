//! Spaces at the ends of broken lines, where the direction turns.
//!
//! A space on which a line is broken belongs to the end of the line, as UAX #9 has it (L1). parley
//! leaves it with the words around it: behind an Arabic word at the end of an English line it stands
//! left of that word, as a gap amid the line, and behind an English word in an Arabic paragraph it
//! keeps the line from the edge. So such a line is set again with tabs of the same width, which the
//! rules give the paragraph's direction.

use parley::{BreakReason, Layout, LineBreakContext, LineHeight, RangedBuilder, StyleProperty};

use super::style::Look;

/// The size of a tab's letter, in pixels: faces have a box for it.
const UNSEEN: f32 = 0.01;

/// A space that stands on the wrong side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Space {
    /// Its byte.
    at: usize,
    /// Its width in pixels.
    advance: f32,
}

/// The spaces of `text`, which `layout` has in lines, that end a broken line and run against it.
pub(super) fn against_the_line(layout: &Layout<Look>, text: &str) -> Vec<Space> {
    let mut found = Vec::new();
    for line in layout.lines() {
        if !matches!(line.break_reason(), BreakReason::Regular | BreakReason::Emergency) {
            continue;
        }
        let bytes = line.text_range();
        let end = bytes.start + text.get(bytes).unwrap_or_default().trim_end().len();
        for run in line.runs().filter(|run| run.is_rtl() != layout.is_rtl() && end < run.text_range().end) {
            let spaces = run.visual_clusters().filter(|cluster| end <= cluster.text_range().start);
            let spaces = spaces.map(|cluster| (cluster.text_range().start, cluster.advance()));
            let is_space = |&(at, _): &(usize, f32)| text.as_bytes().get(at) == Some(&b' ');
            found.extend(spaces.filter(is_space).map(|(at, advance)| Space { at, advance }));
        }
    }
    found
}

/// `text` with tabs for `spaces`; of the same bytes.
pub(super) fn with_tabs(text: &str, spaces: &[Space]) -> String {
    let is_hung = |at: usize| spaces.iter().any(|space| space.at == at);
    text.char_indices().map(|(at, c)| if is_hung(at) { '\t' } else { c }).collect()
}

/// Gives the tabs the width of the `spaces` that they stand for, and lets lines be broken after them.
pub(super) fn style(builder: &mut RangedBuilder<'_, Look>, spaces: &[Space]) {
    if spaces.is_empty() {
        return;
    }
    builder.set_line_break_override(Some(&after_tabs));
    for space in spaces {
        let range = space.at..space.at + 1;
        builder.push(StyleProperty::FontSize(UNSEEN), range.clone());
        // As high as a line it would stand about the baseline, and make the line higher.
        builder.push(StyleProperty::LineHeight(LineHeight::Absolute(UNSEEN)), range.clone());
        builder.push(StyleProperty::LetterSpacing(space.advance), range);
    }
}

fn after_tabs(at: LineBreakContext) -> Option<bool> {
    (at.before == '\t' && at.after != '\t').then_some(true)
}

/// Whether both have the same lines.
pub(super) fn are_alike(one: &Layout<Look>, other: &Layout<Look>) -> bool {
    one.lines().map(|line| line.text_range()).eq(other.lines().map(|line| line.text_range()))
}
