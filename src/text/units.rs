//! Bytes to code points and UTF-16 units and back, and lines.
//!
//! Layer files and the command line count code points (Unicode scalar values), browsers and Java
//! count UTF-16 units, the program counts bytes. This is the one place that converts.

use super::{TextRange, TextSize};
use std::ops::Range;

/// How far apart the samples of the index lie, in bytes: a conversion reads at most so much text.
const STRIDE: usize = 256;

#[derive(Clone, Copy, Debug, Default)]
struct Sample {
    bytes: usize,
    code_points: usize,
    utf16: usize,
}

impl Sample {
    /// The sample at `to`, a boundary of characters. Bytes are counted, many at once: those that
    /// begin a character, and those that begin one of two UTF-16 units.
    fn after(self, text: &str, to: usize) -> Self {
        let bytes = text.as_bytes().get(self.bytes..to).unwrap_or_default();
        let n_chars = bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count();
        let n_pairs = bytes.iter().filter(|&&byte| 0xf0 <= byte).count();
        Self { bytes: to, code_points: self.code_points + n_chars, utf16: self.utf16 + n_chars + n_pairs }
    }
}

/// An index of one text, for conversions in constant time (a read of at most 256 bytes).
///
/// Every call takes the text that the index was made for.
///
/// ```
/// use postil::text::{TextRange, Units};
/// let text = "🕊 peace";
/// let units = Units::of(text);
/// let peace = TextRange::from_usize(5..10);
/// assert_eq!(units.code_points(text, peace), 2..7);
/// assert_eq!(units.range_from_code_points(text, 2..7), Some(peace));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Units {
    samples: Vec<Sample>,
    all: Sample,
    lines: Vec<TextSize>,
}

impl Units {
    /// Reads `text` once.
    pub fn of(text: &str) -> Self {
        let mut samples = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut here = Sample::default();
        for at in (0..text.len()).step_by(STRIDE) {
            here = here.after(text, text.ceil_char_boundary(at));
            if here.bytes < text.len() {
                samples.push(here);
            }
        }
        here = here.after(text, text.len());
        let starts = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| TextSize::from_usize(at + 1));
        let lines = std::iter::once(TextSize::ZERO).chain(starts).collect();
        Self { samples, all: here, lines }
    }

    /// The length of the text in code points.
    pub fn n_code_points(&self) -> usize {
        self.all.code_points
    }

    /// The code points before `offset`; an offset inside a character counts as before it.
    pub fn code_point(&self, text: &str, offset: TextSize) -> usize {
        self.at_byte(text, offset.to_usize()).code_points
    }

    /// The UTF-16 units before `offset`.
    pub fn utf16(&self, text: &str, offset: TextSize) -> usize {
        self.at_byte(text, offset.to_usize()).utf16
    }

    /// `range` in code points.
    pub fn code_points(&self, text: &str, range: TextRange) -> Range<usize> {
        self.code_point(text, range.start())..self.code_point(text, range.end())
    }

    /// The byte offset of a code point; `None` past the end of the text.
    pub fn offset_from_code_point(&self, text: &str, code_point: usize) -> Option<TextSize> {
        self.find(text, code_point, |sample| sample.code_points, |_| 1)
    }

    /// The byte offset of a UTF-16 unit; `None` past the end or inside a surrogate pair.
    pub fn offset_from_utf16(&self, text: &str, unit: usize) -> Option<TextSize> {
        self.find(text, unit, |sample| sample.utf16, char::len_utf16)
    }

    /// A range from code points; `None` where it leaves the text or runs backwards.
    pub fn range_from_code_points(&self, text: &str, range: Range<usize>) -> Option<TextRange> {
        if range.end < range.start {
            return None;
        }
        let start = self.offset_from_code_point(text, range.start)?;
        let end = self.offset_from_code_point(text, range.end)?;
        Some(TextRange::new(start, end))
    }

    /// The line of `offset`, counted from 0.
    pub fn line(&self, offset: TextSize) -> usize {
        self.lines.partition_point(|&start| start <= offset).saturating_sub(1)
    }

    /// Where a line starts, counted from 0; `None` past the last.
    pub fn line_start(&self, line: usize) -> Option<TextSize> {
        self.lines.get(line).copied()
    }

    fn at_byte(&self, text: &str, offset: usize) -> Sample {
        if text.len() <= offset {
            return self.all;
        }
        let next = self.samples.partition_point(|sample| sample.bytes <= offset);
        let mut here = next.checked_sub(1).and_then(|i| self.samples.get(i)).copied().unwrap_or_default();
        for character in text.get(here.bytes..).unwrap_or_default().chars() {
            if offset < here.bytes + character.len_utf8() {
                break;
            }
            here.bytes += character.len_utf8();
            here.code_points += 1;
            here.utf16 += character.len_utf16();
        }
        here
    }

    fn find(
        &self,
        text: &str,
        wanted: usize,
        count: fn(&Sample) -> usize,
        width: fn(char) -> usize,
    ) -> Option<TextSize> {
        if count(&self.all) < wanted {
            return None;
        }
        let next = self.samples.partition_point(|sample| count(sample) <= wanted);
        let from = next.checked_sub(1).and_then(|i| self.samples.get(i)).copied().unwrap_or_default();
        let (mut bytes, mut seen) = (from.bytes, count(&from));
        for character in text.get(from.bytes..).unwrap_or_default().chars() {
            if wanted <= seen {
                break;
            }
            bytes += character.len_utf8();
            seen += width(character);
        }
        (seen == wanted).then(|| TextSize::from_usize(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn units_agree_with_counting_by_hand(text in "[a-zé\n🕊א]{0,900}") {
            let units = Units::of(&text);
            prop_assert_eq!(units.n_code_points(), text.chars().count());
            for (n, (at, _)) in text.char_indices().enumerate() {
                let offset = TextSize::from_usize(at);
                prop_assert_eq!(units.code_point(&text, offset), n);
                prop_assert_eq!(units.offset_from_code_point(&text, n), Some(offset));
                let utf16 = text[..at].encode_utf16().count();
                prop_assert_eq!(units.utf16(&text, offset), utf16);
                prop_assert_eq!(units.offset_from_utf16(&text, utf16), Some(offset));
                prop_assert_eq!(units.line(offset), text[..at].matches('\n').count());
            }
        }
    }

    #[test]
    fn an_offset_past_the_end_has_no_code_point_of_its_own() {
        let units = Units::of("ab");
        assert_eq!(units.offset_from_code_point("ab", 2), Some(TextSize::from(2)));
        assert_eq!(units.offset_from_code_point("ab", 3), None);
        assert_eq!(units.range_from_code_points("ab", Range { start: 2, end: 1 }), None);
    }

    #[test]
    fn half_a_surrogate_pair_is_no_offset() {
        assert_eq!(Units::of("🕊").offset_from_utf16("🕊", 1), None);
    }
}
