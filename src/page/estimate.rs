//! Guesses of how many lines a text takes, for portions that have not been set.
//!
//! Words are fitted into lines by a table of advances: for English 96 of 100 paragraphs come out
//! exactly, and a megabyte takes some 6 ms. Nobody sees a guess but in the scroll bar.

use std::ops::RangeInclusive;
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

/// The last character of [`MEASURED`], and one more.
const N_MEASURED: usize = 0x2027;

/// Arabic letters join and change their width by it: words in which they stand as often as they do.
const ARABIC: &str = "قال الأطباء إن ثمانية أشخاص قتلوا في السوق القديم ونفى الجيش ذلك يوم الإثنين وقالت مصادر محلية إن القصف \
    استهدف المدرسة والجسر بعد الهدنة التي أعلنها المتحدث باسم الوزارة";

/// The advances of a face: multiples of the size.
#[derive(Clone, Debug)]
pub(super) struct Advances {
    face: Face,
    /// By code point; NaN where it was not measured.
    letters: Arc<[f32]>,
    arabic: f32,
}

impl Advances {
    /// Measures `face`.
    pub(super) fn of(fonts: &mut Fonts, face: Face) -> Self {
        let measured = MEASURED.into_iter().flatten().filter_map(char::from_u32);
        // Spaces part the letters, so that no two of them move together.
        let text: String = measured.filter(|c| !c.is_control()).flat_map(|c| [c, ' ']).collect();
        let mut letters = vec![f32::NAN; N_MEASURED];
        clusters(fonts, face, &text, |start, advance| {
            let code = text[start..].chars().next().map(u32::from).and_then(|c| usize::try_from(c).ok());
            if let Some(letter) = code.and_then(|code| letters.get_mut(code)) {
                *letter = advance;
            }
        });
        let space = letters[usize::from(b' ')];
        letters[usize::from(b'\t')] = space;
        let (mut width, mut n_letters) = (0.0, 0);
        clusters(fonts, face, ARABIC, |start, advance| {
            if !ARABIC[start..].starts_with(' ') {
                width += advance;
                n_letters += 1;
            }
        });
        Self { face, letters: letters.into(), arabic: width / count(n_letters.max(1)) }
    }

    /// Whether these are of `face`.
    pub(super) fn are_of(&self, face: Face) -> bool {
        self.face == face
    }

    /// About how wide `c` is, in multiples of the size.
    fn of_char(&self, c: char) -> f32 {
        let measured = usize::try_from(u32::from(c)).ok().and_then(|c| self.letters.get(c));
        if let Some(&advance) = measured.filter(|advance| !advance.is_nan()) {
            return advance;
        }
        match u32::from(c) {
            0x0300..=0x036f | 0x0591..=0x05c7 | 0x064b..=0x065f | 0x200b..=0x200f | 0xfe00..=0xfe0f => 0.0,
            0x00a0 | 0x202f => self.letters[usize::from(b' ')],
            0x0400..=0x052f => 0.56,
            0x0590..=0x05ff => 0.54,
            0x0600..=0x08ff => self.arabic,
            0x0900..=0x0dff => 0.5,
            0x0e00..=0x0eff => 0.5,
            0x1100..=0x11ff | 0x2e80..=0xa4cf | 0xac00..=0xd7af | 0xf900..=0xfaff | 0xff00..=0xff60 => 1.0,
            0x1f000..=0x3ffff => 1.1,
            _ => 0.52,
        }
    }

    /// About how wide `text` is on one line, in multiples of the size.
    pub(super) fn width(&self, text: &str) -> f32 {
        text.chars().map(|c| self.of_char(c)).sum()
    }

    /// About how many lines `text` takes at `width`, which is in multiples of the size.
    pub(super) fn lines(&self, text: &str, width: f32, breaks_at_feeds: bool) -> usize {
        let mut lines = 1;
        let (mut line, mut word) = (0.0_f32, 0.0_f32);
        for c in text.chars() {
            if c == '\n' && breaks_at_feeds {
                lines += 1 + usize::from(width < line + word);
                (line, word) = (0.0, 0.0);
                continue;
            }
            let advance = self.of_char(c);
            let is_space = c == ' ' || c == '\n' || c == '\t';
            if is_space || 0.99 < advance {
                // A line ends before this word, if it does not fit; its space may hang.
                let ink = if is_space { word } else { word + advance };
                if width < line + ink {
                    lines += 1 + whole((ink / width).floor());
                    line = ink % width.max(1.0);
                } else {
                    line += ink;
                }
                word = 0.0;
                if is_space {
                    line += advance;
                }
            } else {
                word += advance;
            }
        }
        if width < line + word {
            lines += 1 + whole((word / width).floor());
        }
        lines
    }
}

/// Sets `text` on one line, and tells where each character or group of them begins and how far it
/// advances.
fn clusters(fonts: &mut Fonts, face: Face, text: &str, mut each: impl FnMut(usize, f32)) {
    const SIZE: f32 = 100.0;
    let mut builder = fonts.layouts.ranged_builder(&mut fonts.context, text, 1.0, false);
    builder.push_default(StyleProperty::FontFamily(families(face)));
    builder.push_default(StyleProperty::FontSize(SIZE));
    builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Normal));
    let mut layout: parley::Layout<Look> = builder.build(text);
    layout.break_all_lines(None);
    for line in layout.lines() {
        for run in line.runs() {
            run.clusters().for_each(|cluster| each(cluster.text_range().start, cluster.advance() / SIZE));
        }
    }
}
