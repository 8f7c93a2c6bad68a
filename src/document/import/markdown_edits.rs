//! A Markdown text in the making that a parser can read: what is cut from it and put into it, where its pieces
//! stood, and what is to be said of places in it.

use super::Extent;
use crate::document::Reason;
use crate::document::source_map::Segment;
use crate::text::{TextRange, TextSize};
use std::collections::VecDeque;
use std::ops::Range;

/// What stands at a place and is no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// Words that are no part of the article.
    LeftOut(Reason, String),
    /// A picture, and what is written for those who do not see it.
    Picture(String, String),
    /// The next paragraph is a picture's caption.
    Caption,
    /// The quotation here is a box of this kind.
    Callout(String),
}

/// A text that is made of another by cutting and inserting.
#[derive(Debug, Default)]
pub(super) struct Edits<'a> {
    source: &'a str,
    /// Everything before it is taken over or cut.
    from: usize,
    /// What is added to a place in `source` to get its place in the file's text.
    shift: usize,
    /// Whether what is no part of the article is taken in.
    takes_all: bool,
    /// What is to be put in further on.
    later: Option<(usize, String)>,
    pub(super) text: String,
    pub(super) segments: Vec<Segment>,
    /// With the bytes of `text` that each stands before.
    pub(super) signs: VecDeque<(usize, Sign)>,
    /// Whether what is looked at is HTML, in which there is no other mark-up.
    pub(super) is_html: bool,
    /// A character that the source does not have, put in for the parser.
    pub(super) joint: Option<char>,
}

impl<'a> Edits<'a> {
    /// Of `source`, which begins `shift` bytes into the file's text.
    pub(super) fn of(source: &'a str, shift: usize, extent: Extent) -> Self {
        let takes_all = extent == Extent::WithLeftOut;
        Self { source, shift, takes_all, text: String::with_capacity(source.len()), ..Self::default() }
    }

    /// Of a part of the source, to be appended.
    pub(super) fn part(&self, range: Range<usize>) -> Self {
        let (shift, takes_all, joint) = (self.shift + range.start, self.takes_all, self.joint);
        let source = self.source.get(range).unwrap_or_default();
        Self { source, shift, takes_all, joint, ..Self::default() }
    }

    /// Puts what was made of a part behind everything, after `mark_up`.
    pub(super) fn append(&mut self, mark_up: &str, part: Self) {
        self.text.push_str(mark_up);
        let start = TextSize::of(&self.text);
        let moved = |segment: Segment| Segment {
            reading: TextRange::new(segment.reading.start() + start, segment.reading.end() + start),
            ..segment
        };
        self.segments.extend(part.segments.into_iter().map(moved));
        self.signs.extend(part.signs.into_iter().map(|(at, sign)| (at + start.to_usize(), sign)));
        self.text.push_str(&part.text);
    }

    pub(super) fn source(&self) -> &'a str {
        self.source
    }

    /// What is left of the source from `at` on.
    pub(super) fn after(&self, at: usize) -> &'a str {
        self.source.get(at..).unwrap_or_default()
    }

    /// Takes over what stands before `at` and was not cut.
    pub(super) fn keep_to(&mut self, at: usize) {
        if let Some((place, mark_up)) = self.later.take_if(|(place, _)| *place <= at) {
            let range = self.from..place.max(self.from);
            self.from = range.end;
            self.put(range);
            self.text.push_str(&mark_up);
        }
        let range = self.from..at.max(self.from);
        self.from = range.end;
        self.put(range);
    }

    /// Takes over a part of the source, wherever it stands.
    fn put(&mut self, range: Range<usize>) {
        let piece = self.source.get(range.clone()).unwrap_or_default();
        if piece.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(piece);
        let reading = TextRange::from_usize(start..self.text.len());
        let source = TextRange::from_usize(range.start + self.shift..range.end + self.shift);
        self.segments.push(Segment { reading, source, identical: true });
    }

    /// Leaves a part of the source out without a word: signs.
    pub(super) fn cut(&mut self, range: Range<usize>) {
        self.keep_to(range.start);
        self.from = self.from.max(range.end);
    }

    /// Puts in what is no part of the source: signs of mark-up.
    pub(super) fn insert(&mut self, at: usize, mark_up: &str) {
        self.keep_to(at);
        self.text.push_str(mark_up);
    }

    /// Puts in what is no part of the source when everything before `at` was looked at.
    pub(super) fn insert_later(&mut self, at: usize, mark_up: String) {
        self.later = Some((at, mark_up));
    }

    /// Says something of a place.
    pub(super) fn say(&mut self, at: usize, sign: Sign) {
        self.keep_to(at);
        self.signs.push_back((self.text.len(), sign));
    }

    /// Leaves `range` out by name, or takes `words`, which are within it, in for it.
    pub(super) fn leave_out(&mut self, range: Range<usize>, why: Reason, words: Range<usize>) {
        self.keep_to(range.start);
        if self.takes_all {
            self.words(range, words);
            return;
        }
        let left_out = self.source.get(words).unwrap_or_default().trim().to_owned();
        self.say(range.start, Sign::LeftOut(why, left_out));
        self.cut_word(range);
    }

    /// Cuts what stood between two spaces, and one of the spaces.
    pub(super) fn cut_word(&mut self, range: Range<usize>) {
        self.cut(range.clone());
        let is_spaced = self.text.is_empty() || self.text.ends_with([' ', '\n']);
        if is_spaced && self.after(range.end).starts_with(' ') {
            self.cut(range.end..range.end + 1);
        }
    }

    /// Takes `words` in for `range`, as code if a parser would find mark-up in them.
    pub(super) fn words(&mut self, range: Range<usize>, words: Range<usize>) {
        let inside = self.source.get(words.clone()).unwrap_or_default();
        let n_before = inside.len() - inside.trim_start().len();
        let words = words.start + n_before..words.start + n_before + inside.trim().len();
        self.keep_to(range.start);
        let is_plain = self.is_html
            || !inside.contains(|c: char| c.is_ascii_punctuation() && !matches!(c, '.' | ',' | ';' | '?'));
        let ticks = if is_plain { String::new() } else { "`".repeat(longest_ticks(inside) + 1) };
        let space = if !is_plain && inside.trim().starts_with('`') { " " } else { "" };
        self.text.push_str(&ticks);
        self.text.push_str(space);
        self.put(words);
        self.text.push_str(space);
        self.text.push_str(&ticks);
        self.from = self.from.max(range.end);
    }
}

/// The longest row of backticks.
fn longest_ticks(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or_default()
}
