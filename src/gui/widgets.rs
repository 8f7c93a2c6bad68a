//! Small things that several panels draw.

pub(super) mod chip;
pub(super) mod shape;

/// A stranger's words with what could mislead made visible: control characters and the controls of
/// bidirectional text (U+202A–E, U+2066–9) become signs, line feeds spaces.
pub(super) fn visible(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\n' | '\t' | '\r' => ' ',
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' => '□',
            control if control.is_control() => '□',
            other => other,
        })
        .collect()
}

/// `text` cut to about `most` characters.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let mut characters = text.chars();
    let mut short: String = characters.by_ref().take(most).collect();
    if characters.next().is_some() {
        short.push('…');
    }
    short
}
