//! Letters as a text has them, from those by which fonts name their glyphs.

use unicode_normalization::UnicodeNormalization;

/// Whether a letter is written from right to left.
pub(super) fn is_right_to_left(letter: char) -> bool {
    matches!(u32::from(letter),
        0x590..=0x8ff | 0x200f | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x1_0800..=0x1_0fff | 0x1_e800..=0x1_efff)
        && !is_digit(letter)
}

/// The digits of Arabic and Persian, which run from left to right.
fn is_digit(letter: char) -> bool {
    matches!(letter, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' | '\u{66a}'..='\u{66c}')
}

/// Whether nobody knows what letter it is: the replacement character, or one that only the font's maker
/// knows.
pub(super) fn is_unknown(letter: char) -> bool {
    letter == '\u{fffd}' || (is_private(letter) && bullet(letter).is_none())
}

fn is_private(letter: char) -> bool {
    matches!(u32::from(letter), 0xe000..=0xf8ff | 0xf_0000..=0x10_fffd)
}

/// The dots of the Symbol and Wingdings fonts.
fn bullet(letter: char) -> Option<char> {
    match letter {
        '\u{f0b7}' | '\u{f09f}' | '\u{f06c}' => Some('•'),
        '\u{f0a7}' | '\u{f06e}' => Some('▪'),
        '\u{f0d8}' => Some('▸'),
        '\u{f0fc}' => Some('✓'),
        _ => None,
    }
}

/// What a font calls a glyph, as a text would have it: ligatures and the forms that letters take within
/// words become the letters themselves, every kind of space a space.
pub(super) fn of(named: &str) -> String {
    let mut text = String::with_capacity(named.len());
    for letter in named.chars() {
        match u32::from(letter) {
            // Latin and Armenian ligatures; letters of Hebrew and Arabic as they stand within words.
            0xfb00..=0xfdff | 0xfe70..=0xfefe => text.extend(std::iter::once(letter).nfkc()),
            0xe000..=0xf8ff => text.push(bullet(letter).unwrap_or(letter)),
            // What ends up in no line, and what says nothing.
            0x0..=0x8 | 0xe..=0x1f | 0x7f..=0x9f => text.push('\u{fffd}'),
            0x200b | 0x2060 | 0xfeff => {}
            _ if letter.is_whitespace() => text.push(' '),
            _ => text.push(letter),
        }
    }
    if text.trim().is_empty() && !text.is_empty() { " ".to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ligatures_and_forms_become_letters() {
        assert_eq!(of("\u{fb01}"), "fi");
        assert_eq!(of("\u{fefb}"), "لا");
        assert_eq!(of("\u{a0}"), " ");
        assert_eq!(of("\u{f0b7}"), "•");
        assert_eq!(of("\u{1}"), "\u{fffd}");
        assert!(is_right_to_left('ש') && is_right_to_left('م') && !is_right_to_left('٣'));
    }
}
