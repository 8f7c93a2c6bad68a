//! The lines of a plain text: where they end, what parts them, and which of them stand together.

use crate::text::{TextRange, TextSize};

/// One line that holds something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its words, with the space before them and without the space after them.
    pub(super) range: TextRange,
    /// In how many quotations it stands.
    pub(super) depth: u8,
}

/// Lines with nothing between them.
#[derive(Debug, Default)]
pub(super) struct Group {
    pub(super) lines: Vec<Line>,
    /// Whether a blank line parts it from the group before, rather than the end of a page or of a quotation.
    pub(super) is_after_blank: bool,
}

/// What ends a line: as in CSS and Unicode, with the signs of old word processors.
pub(super) const LINE_ENDS: [char; 6] = ['\n', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// Whether the end of a line is the end of a paragraph too: a page's, and the paragraph separator.
fn parts(end: char) -> bool {
    matches!(end, '\u{c}' | '\u{2029}')
}

/// The lines of `text` that hold something, parted where a line is blank, a page ends, or a quotation begins
/// or ends. `depths` has the beginnings of lines from which on lines stand in so many quotations, in order.
/// Of more than `most` groups the rest is not looked at.
pub(super) fn groups_of(text: &str, depths: &[(TextSize, u8)], most: usize) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut depths = depths.iter().peekable();
    let mut depth = 0;
    let mut at = 0;
    let (mut is_parted, mut is_after_blank) = (true, false);
    // A line feed right after the end of a page ends no line of its own.
    let mut is_fresh = true;
    for line in lines(text) {
        let words = line.trim_end();
        let range = TextRange::from_usize(at..at + words.len());
        while let Some((_, next)) = depths.next_if(|(start, _)| start.to_usize() <= at) {
            is_parted |= depth != *next;
            depth = *next;
        }
        at += line.len();
        let end = line.chars().next_back().unwrap_or('\n');
        if words.is_empty() {
            is_parted = true;
            is_after_blank |= !parts(end) && !is_fresh;
        } else {
            if is_parted {
                // Each group gives a block at least, so more of them are not needed.
                if most < groups.len() {
                    break;
                }
                groups.push(Group { lines: Vec::new(), is_after_blank });
            }
            if let Some(group) = groups.last_mut() {
                group.lines.push(Line { range, depth });
            }
            (is_parted, is_after_blank) = (parts(end), false);
        }
        is_fresh = parts(end);
    }
    groups
}

/// The lines of a text, each with what ends it. In nearly all texts that is one byte, which is found many times
/// as fast.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let has = |end: &str| memchr::memmem::find(text.as_bytes(), end.as_bytes()).is_some();
    let has_long_ends = ["\u{85}", "\u{2028}", "\u{2029}"].into_iter().any(has);
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = if has_long_ends {
            let end = rest.char_indices().find(|(_, c)| LINE_ENDS.contains(c));
            end.map(|(at, c)| at + c.len_utf8())
        } else {
            memchr::memchr3(b'\n', 0x0b, 0x0c, rest.as_bytes()).map(|at| at + 1)
        };
        let (line, after) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
        rest = after;
        (!line.is_empty()).then_some(line)
    })
}

/// How far the words of a line stand from its beginning, in columns.
pub(super) fn indent(line: &str) -> usize {
    line.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { 8 } else { columns_of(c) }).sum()
}

/// Whether a line has more characters than `limit`.
pub(super) fn is_longer(line: &str, limit: usize) -> bool {
    // A character has four bytes at most.
    4 * limit < line.len() || (limit < line.len() && line.chars().nth(limit).is_some())
}

/// How wide a line is where all letters are equally wide and ideographs twice as wide, in columns.
pub(super) fn columns(line: &str) -> usize {
    line.chars().map(columns_of).sum()
}

/// The wide blocks of UAX #11, without those for emoji.
pub(super) fn columns_of(c: char) -> usize {
    if is_ideographic(c) { 2 } else { 1 }
}

/// Whether a character belongs to a script that fills squares and parts no words.
pub(super) fn is_ideographic(c: char) -> bool {
    matches!(u32::from(c), 0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe4f | 0xff01..=0xff60 | 0xffe0..=0xffe6 | 0x2_0000..=0x3_fffd)
}
