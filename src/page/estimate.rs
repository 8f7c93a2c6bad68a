//! Guesses of how many lines a text takes, for portions that have not been set.
//!
//! Words are fitted into lines by a table of advances, which for most scripts is made from words of the
//! document itself: for English 96 of 100 paragraphs come out exactly, and a megabyte takes some 6 ms.
//! Nobody sees a guess but in the scroll bar.

use std::ops::{Range, RangeInclusive};
use std::sync::Arc;

use parley::{OverflowWrap, StyleProperty};

use super::fonts::{Fonts, families};
use super::pixels::{count, whole};
use super::style::{Face, Look};

/// Letters that stand alike wherever they stand, and are measured one by one.
const MEASURED: [RangeInclusive<u32>; 6] = [
    0x20..=0x7e,
    0xa1..=0x17f,
    // Greek.
    0x384..=0x3ce,
    // Cyrillic.
    0x400..=0x491,
    // Hebrew.
    0x5d0..=0x5ea,
    // Dashes, quotation marks, dots.
    0x2010..=0x2026,
];

/// Widths are kept one by one for characters before this one: here the scripts of letters end, and
/// ideographs, syllables and signs begin.
const N_KEPT: usize = 0x2800;

/// Scripts begin at multiples of this.
const SCRIPT: usize = 0x80;

/// From so many places of a document are words taken to see how wide the letters are that join, stack or
/// come from the machine's fonts; and how many bytes from each.
const PLACES: usize = 24;
const TAKEN: usize = 160;

/// How many letters a word of Thai, Lao, Khmer or Burmese has: nothing parts them, but lines end there.
const UNPARTED: usize = 5;

/// The advances of a face in a document: multiples of the size.
#[derive(Clone, Debug)]
pub(super) struct Advances {
    face: Face,
    /// The generation of the fonts.
    fonts: u64,
    /// By code point; NaN where it was not measured.
    letters: Arc<[f32]>,
    /// Of ideographs and what stands in squares like them.
    square: f32,
}

impl Advances {
    /// Measures `face`: letters that stand alone everywhere alike, and the others in words of `text`.
    pub(super) fn of(fonts: &mut Fonts, face: Face, text: &str) -> Self {
        let letters = alone(fonts, face);
        let mut advances = Self { face, fonts: fonts.generation(), letters, square: 1.0 };
        let words = advances.words_of(text);
        if !words.is_empty() {
            advances.learn(fonts, &words);
        }
        advances
    }

    /// Words from all over `text` with letters that have not been measured.
    fn words_of(&self, text: &str) -> String {
        let mut words = String::new();
        for nth in 0..PLACES {
            let from = text.floor_char_boundary(text.len() / PLACES * nth);
            let piece = &text[from..text.floor_char_boundary((from + TAKEN).min(text.len()))];
            // Cut at spaces: a letter is wider where its word was torn off. Where there are none it does
            // not matter, since no letters join there.
            let inner = piece.split_once(' ').and_then(|(_, rest)| rest.rsplit_once(' '));
            let piece = inner.map_or(piece, |(inner, _)| inner);
            if piece.chars().any(|c| self.measured(c).is_none()) {
                words.extend(piece.chars().map(|c| if c.is_control() { ' ' } else { c }));
                words.push(' ');
            }
        }
        words
    }

    /// Sees how wide the letters of `words` are in them. What stands on one letter with others shares its
    /// width with them.
    fn learn(&mut self, fonts: &mut Fonts, words: &str) {
        let mut sums = vec![(0.0_f32, 0.0_f32); N_KEPT];
        let mut squares = (0.0_f32, 0.0_f32);
        clusters(fonts, self.face, words, |range, advance| {
            let new = || words[range.clone()].chars().filter(|&c| self.measured(c).is_none());
            let known: f32 = words[range.clone()].chars().filter_map(|c| self.measured(c)).sum();
            let share = (advance - known).max(0.0) / count(new().count().max(1));
            for c in new() {
                let sum = if stands_in_square(c) { Some(&mut squares) } else { sums.get_mut(index_of(c)) };
                if let Some(sum) = sum {
                    *sum = (sum.0 + share, sum.1 + 1.0);
                }
            }
        });
        if 0.0 < squares.1 {
            self.square = squares.0 / squares.1;
        }
        let add = |all: (f32, f32), of: &(f32, f32)| (all.0 + of.0, all.1 + of.1);
        let scripts: Vec<(f32, f32)> =
            sums.chunks(SCRIPT).map(|sums| sums.iter().fold((0.0, 0.0), add)).collect();
        let mut letters = self.letters.to_vec();
        let unknown = letters.iter_mut().enumerate().filter(|(_, letter)| letter.is_nan());
        for (at, letter) in unknown {
            let is_bare = u32::try_from(at).ok().and_then(char::from_u32).is_some_and(has_no_width);
            // A letter that was not met is as wide as the others of its script are.
            let (width, n) = match (0.0 < sums[at].1, is_bare) {
                (true, _) => sums[at],
                (false, true) => (0.0, 1.0),
                (false, false) => scripts[at / SCRIPT],
            };
            *letter = width / n;
        }
        self.letters = letters.into();
    }

    fn measured(&self, c: char) -> Option<f32> {
        self.letters.get(index_of(c)).copied().filter(|advance| !advance.is_nan())
    }

    /// Whether these are of `face` in fonts of this generation.
    pub(super) fn are_of(&self, face: Face, fonts: u64) -> bool {
        self.face == face && self.fonts == fonts
    }

    /// About how wide `c` is, in multiples of the size.
    fn of_char(&self, c: char) -> f32 {
        if let Some(advance) = self.measured(c) {
            return advance;
        }
        match u32::from(c) {
            _ if has_no_width(c) => 0.0,
            0x00a0 | 0x202f => self.letters[usize::from(b' ')],
            0x1f000..=0x1ffff => 1.1,
            _ if stands_in_square(c) => self.square,
            _ => 0.52,
        }
    }

    /// About how wide `text` is on one line, in multiples of the size.
    pub(super) fn width(&self, text: &str) -> f32 {
        text.chars().map(|c| self.of_char(c)).sum()
    }

    /// About how many lines `text` takes at `width`, which is in multiples of the size.
    pub(super) fn lines(&self, text: &str, width: f32, breaks_at_feeds: bool) -> usize {
        let mut lines = Lines { width, n: 1, line: 0.0, word: 0.0, last: 0.0, unparted: 0 };
        for c in text.chars() {
            match c {
                '\n' if breaks_at_feeds => lines.feed(),
                ' ' | '\n' | '\t' => {
                    lines.end_word();
                    lines.line += self.of_char(c);
                }
                _ if stands_in_square(c) => lines.add_square(self.of_char(c), is_tied(c)),
                _ => lines.add_letter(self.of_char(c), c),
            }
        }
        lines.end_word();
        lines.n
    }
}

/// Lines being filled. Widths in multiples of the size.
struct Lines {
    width: f32,
    n: usize,
    /// What is on the last line, but for the word that may not fit on it.
    line: f32,
    word: f32,
    /// The ideograph at the end of the line.
    last: f32,
    /// How many letters the word has, in scripts that do not part words.
    unparted: usize,
}

impl Lines {
    /// Puts the word on this line or, if it does not fit, on the next; one that fits nowhere takes
    /// several.
    fn end_word(&mut self) {
        if self.width < self.line + self.word {
            self.n += 1 + whole((self.word / self.width).floor());
            self.line = self.word % self.width.max(1.0);
        } else {
            self.line += self.word;
        }
        (self.word, self.last, self.unparted) = (0.0, 0.0, 0);
    }

    fn feed(&mut self) {
        self.end_word();
        self.n += 1;
        self.line = 0.0;
    }

    fn add_letter(&mut self, advance: f32, c: char) {
        if parts_no_words(c) {
            // Signs above and below go with their letter.
            if UNPARTED <= self.unparted && 0.0 < advance {
                self.end_word();
            }
            self.unparted += usize::from(0.0 < advance);
        }
        self.word += advance;
    }

    /// An ideograph stands for itself; one of its punctuation goes with the one before it.
    fn add_square(&mut self, advance: f32, is_tied: bool) {
        if 0.0 < self.word {
            self.end_word();
        }
        if self.line + advance <= self.width {
            self.line += advance;
        } else {
            self.n += 1;
            self.line = if is_tied { self.last + advance } else { advance };
        }
        self.last = advance;
    }
}

fn index_of(c: char) -> usize {
    usize::try_from(u32::from(c)).unwrap_or(usize::MAX)
}

/// Accents, vowel signs and what steers the others.
fn has_no_width(c: char) -> bool {
    matches!(
        u32::from(c),
        0x0300..=0x036f | 0x0591..=0x05c7 | 0x064b..=0x065f | 0x200b..=0x200f | 0xfe00..=0xfe0f
    )
}

/// Ideographs, kana, Hangul and signs as wide as these, between which lines may end.
fn stands_in_square(c: char) -> bool {
    matches!(
        u32::from(c),
        0x1100..=0x11ff | 0x2e80..=0xa4cf | 0xac00..=0xd7af | 0xf900..=0xfaff | 0xff00..=0xff60
            | 0x1f000..=0x3ffff
    )
}

/// What no line of ideographs begins with.
fn is_tied(c: char) -> bool {
    "、。，．！？：；」』）】〕》〉｝］ー々…ぁぃぅぇぉっゃゅょァィゥェォッャュョ".contains(c)
}

/// Thai, Lao, Burmese and Khmer.
fn parts_no_words(c: char) -> bool {
    matches!(u32::from(c), 0x0e01..=0x0edf | 0x1000..=0x109f | 0x1780..=0x17ff)
}

/// How wide the letters of `face` are that stand alone everywhere alike.
fn alone(fonts: &mut Fonts, face: Face) -> Arc<[f32]> {
    if let Some((_, letters)) = fonts.letters.iter().find(|(of, _)| *of == face) {
        return Arc::clone(letters);
    }
    let measured = MEASURED.into_iter().flatten().filter_map(char::from_u32);
    // Spaces part the letters, so that no two of them move together.
    let text: String = measured.filter(|c| !c.is_control()).flat_map(|c| [c, ' ']).collect();
    let mut letters = vec![f32::NAN; N_KEPT];
    clusters(fonts, face, &text, |range, advance| {
        if let Some(letter) = text[range].chars().next().and_then(|c| letters.get_mut(index_of(c))) {
            *letter = advance;
        }
    });
    letters[usize::from(b'\t')] = letters[usize::from(b' ')];
    let letters: Arc<[f32]> = letters.into();
    fonts.letters.push((face, Arc::clone(&letters)));
    letters
}

impl Fonts {
    /// About how many bytes of `text` there is room for on one line of `width`, in multiples of the size.
    /// `None` where letters come that join or stack, or the line ends before: their widths are not known.
    pub fn fitting(&mut self, face: Face, text: &str, width: f32) -> Option<usize> {
        let letters = alone(self, face);
        let mut room = width;
        for (at, c) in text.char_indices() {
            let c = if matches!(c, '\u{a0}' | '\u{202f}') { ' ' } else { c };
            let advance = letters.get(index_of(c)).filter(|advance| !advance.is_nan() && c != '\t')?;
            room -= advance;
            if room < 0.0 {
                return Some(at);
            }
        }
        Some(text.len())
    }
}

/// Sets `text` on one line, and tells of each character, or group that stands as one, how far it advances.
fn clusters(fonts: &mut Fonts, face: Face, text: &str, mut each: impl FnMut(Range<usize>, f32)) {
    const SIZE: f32 = 100.0;
    let mut builder = fonts.layouts.ranged_builder(&mut fonts.context, text, 1.0, false);
    builder.push_default(StyleProperty::FontFamily(families(face)));
    builder.push_default(StyleProperty::FontSize(SIZE));
    builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Normal));
    let mut layout: parley::Layout<Look> = builder.build(text);
    layout.break_all_lines(None);
    for line in layout.lines() {
        for run in line.runs() {
            run.clusters().for_each(|cluster| each(cluster.text_range(), cluster.advance() / SIZE));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::BUNDLED;

    #[test]
    fn letters_are_measured_once_and_tell_how_much_fits() {
        let mut fonts = Fonts::new(&BUNDLED);
        let text = "The army denied\u{a0}it, “Åsa” said.";
        let advances = Advances::of(&mut fonts, Face::Sans, text);
        let whole = advances.width(text);
        assert_eq!(fonts.fitting(Face::Sans, text, whole + 0.01), Some(text.len()));
        let half = fonts.fitting(Face::Sans, text, whole / 2.0).unwrap();
        assert!(advances.width(&text[..half]) <= whole / 2.0);
        assert!(whole / 2.0 < advances.width(&text[..text.ceil_char_boundary(half + 1)]));
        assert_eq!(fonts.fitting(Face::Sans, text, -1.0), Some(0));
        // Nobody knows how wide these are without setting them; what comes before may end the line.
        for unknown in ["نفى الجيش", "one\nline", "军方否认", "a\tb"] {
            assert_eq!(fonts.fitting(Face::Sans, unknown, 90.0), None, "{unknown}");
        }
        assert_eq!(fonts.fitting(Face::Sans, "The army denied it.\n", 2.0).map(|end| end < 8), Some(true));
        let advances = Advances::of(&mut fonts, Face::Sans, "The army denied it.");
        assert!(Arc::ptr_eq(&alone(&mut fonts, Face::Sans), &advances.letters));
        assert!(Arc::ptr_eq(&alone(&mut fonts.for_another_thread(), Face::Sans), &advances.letters));
    }
}
