//! Strangers' text as people may be shown it: what would steer a terminal, a table or the order of reading
//! is a sign.

use std::borrow::Cow;

/// `text` with signs for controls and for what turns the direction of writing; lines and tabs stay.
///
/// The joiners of Persian and of emoji stay, too.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            _ if !is_hidden(character) => shown.push(character),
            '\0'..='\u{1f}' => shown.push(char::from_u32(0x2400 + character as u32).unwrap_or('\u{fffd}')),
            '\u{7f}' => shown.push('\u{2421}'),
            _ => shown.push_str(&format!("⟨U+{:04X}⟩", character as u32)),
        }
    }
    Cow::Owned(shown)
}

/// Whether a program would obey it instead of showing it.
pub fn is_hidden(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        '\u{2028}' | '\u{2029}' => true,
        // No character of XML, which other programs refuse with the whole file.
        '\u{fffe}' | '\u{ffff}' => true,
        _ => character.is_control(),
    }
}

/// JSON in which nothing steers a terminal or the order of reading: such characters stand in strings only,
/// where an escape means the same.
pub fn safe_json(json: &str) -> Cow<'_, str> {
    if !json.chars().any(is_hidden) {
        return Cow::Borrowed(json);
    }
    let mut safe = String::with_capacity(json.len() + 16);
    for character in json.chars() {
        if is_hidden(character) {
            safe.push_str(&format!("\\u{:04x}", character as u32));
        } else {
            safe.push(character);
        }
    }
    Cow::Owned(safe)
}

/// On one line, of at most `most` characters: what is beyond them is an ellipsis.
pub fn on_a_line(text: &str, most: usize) -> String {
    // A text of a megabyte is looked at no further than needed.
    let near: String = text.chars().take(most.saturating_mul(4).saturating_add(1)).collect();
    let line = visible(&near.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned();
    let is_cut = near.len() < text.len() || most < line.chars().count();
    if !is_cut {
        return line;
    }
    let kept: String = line.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// The first `most` characters.
pub fn beginning(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(visible("\x1b[31mred\x07\u{9b}1m\u{202e}x\u{7f}"), "␛[31mred␇⟨U+009B⟩1m⟨U+202E⟩x␡");
        assert_eq!(visible("\u{ffff}"), "⟨U+FFFF⟩");
        let persian = "می\u{200c}خواهم\tتو\n";
        assert!(matches!(visible(persian), Cow::Borrowed(_)));
    }

    #[test]
    fn a_line_has_an_end() {
        assert_eq!(on_a_line("one\n  two", 9), "one two");
        assert_eq!(on_a_line("one two three", 9), "one two…");
        assert_eq!(on_a_line(&"a".repeat(1 << 20), 5), "aaaa…");
    }

    #[test]
    fn a_beginning_is_cut_between_characters() {
        assert_eq!((beginning("🕊🕊🕊", 2), beginning("ab", 2), beginning("", 2)), ("🕊🕊", "ab", ""));
    }

    #[test]
    fn json_says_the_same_in_escapes() {
        let json = "{\"a\":\"x\u{202e}y\"}";
        assert_eq!(safe_json(json), "{\"a\":\"x\\u202ey\"}");
    }
}
