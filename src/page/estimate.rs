//! Guesses of how many lines a text takes, for portions that have not been set.
//!
//! Words are fitted into lines by a table of advances: for English 96 of 100 paragraphs come out
//! exactly, and a megabyte takes some 6 ms. Nobody sees a guess but in the scroll bar.

use parley::{OverflowWrap, StyleProperty};

use super::fonts::{Fonts, families};
use super::pixels::whole;
use super::style::{Face, Look};

/// The advances of a face, in hundredths of nothing: multiples of the size.
#[derive(Clone, Debug)]
pub(super) struct Advances {
    face: Face,
    ascii: [f32; 128],
}

impl Advances {
    /// Measures `face`.
    pub(super) fn of(fonts: &mut Fonts, face: Face) -> Self {
        const SIZE: f32 = 100.0;
        let letters: String = (' '..='~').collect();
        let mut ascii = [0.5; 128];
        let mut builder = fonts.layouts.ranged_builder(&mut fonts.context, &letters, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(families(face)));
        builder.push_default(StyleProperty::FontSize(SIZE));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Normal));
        let mut layout: parley::Layout<Look> = builder.build(&letters);
        layout.break_all_lines(None);
        let clusters =
            layout.lines().flat_map(|line| line.runs().flat_map(|run| run.clusters()).collect::<Vec<_>>());
        for cluster in clusters {
            if let Some(&byte) = letters.as_bytes().get(cluster.text_range().start) {
                ascii[usize::from(byte)] = cluster.advance() / SIZE;
            }
        }
        ascii[usize::from(b'\t')] = ascii[usize::from(b' ')];
        Self { face, ascii }
    }

    /// Whether these are of `face`.
    pub(super) fn are_of(&self, face: Face) -> bool {
        self.face == face
    }

    /// About how wide `c` is, in multiples of the size.
    fn of_char(&self, c: char) -> f32 {
        if let Some(&advance) = usize::try_from(u32::from(c)).ok().and_then(|c| self.ascii.get(c)) {
            return advance;
        }
        match u32::from(c) {
            0x0300..=0x036f | 0x0591..=0x05c7 | 0x064b..=0x065f | 0x200b..=0x200f | 0xfe00..=0xfe0f => 0.0,
            0x00a0 => self.ascii[usize::from(b' ')],
            0x0400..=0x052f => 0.56,
            0x0590..=0x05ff => 0.54,
            0x0600..=0x08ff => 0.46,
            0x0900..=0x0dff => 0.5,
            0x0e00..=0x0eff => 0.5,
            0x1100..=0x11ff | 0x2e80..=0xa4cf | 0xac00..=0xd7af | 0xf900..=0xfaff | 0xff00..=0xff60 => 1.0,
            0x2018..=0x201f => 0.3,
            0x2014 | 0x2026 => 0.9,
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
