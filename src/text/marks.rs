//! The smallest marked text: `<|…|>` around ranges and `<|>` at a caret, for tests of the floors
//! that know no annotations.

use super::{TextRange, TextSize};

/// Takes the marks out of `marked`: the plain text, and the marked ranges in order.
pub fn parse(marked: &str) -> (String, Vec<TextRange>) {
    let mut text = String::with_capacity(marked.len());
    let mut ranges = Vec::new();
    let mut open = Vec::new();
    let mut rest = marked;
    while let Some(character) = rest.chars().next() {
        let here = TextSize::of(&text);
        if let Some(after) = rest.strip_prefix("<|>") {
            ranges.push(TextRange::empty(here));
            rest = after;
        } else if let Some(after) = rest.strip_prefix("<|") {
            open.push(here);
            rest = after;
        } else if let Some((after, start)) =
            rest.strip_prefix("|>").and_then(|after| Some((after, open.pop()?)))
        {
            ranges.push(TextRange::new(start, here));
            rest = after;
        } else {
            text.push(character);
            rest = rest.get(character.len_utf8()..).unwrap_or_default();
        }
    }
    ranges.sort();
    (text, ranges)
}

/// Puts the marks back: the inverse of [`parse`] for ranges that do not cross.
pub fn show(text: &str, ranges: &[TextRange]) -> String {
    let mut shown = String::with_capacity(text.len() + 4 * ranges.len());
    for (at, character) in text.char_indices().chain([(text.len(), '\0')]) {
        let here = TextSize::from_usize(at);
        for range in ranges {
            if range.end() == here && !range.is_empty() {
                shown.push_str("|>");
            }
        }
        for range in ranges {
            if range.start() == here {
                shown.push_str(if range.is_empty() { "<|>" } else { "<|" });
            }
        }
        if at < text.len() {
            shown.push(character);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_come_out_and_go_back() {
        for marked in ["The army <|denied|> it.", "<|>", "a<|b <|c|> d|>e<|>"] {
            let (text, ranges) = parse(marked);
            assert_eq!(show(&text, &ranges), marked);
        }
    }
}
