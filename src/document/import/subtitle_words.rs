//! A line of a subtitle, taken apart: words, and the tags and codes between them.

use super::entities;
use crate::document::InlineStyle;

/// A part of a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words, and where they stand in the line, in bytes.
    Words {
        at: usize,
        length: usize,
        words: String,
    },
    Opens(InlineStyle),
    Closes(InlineStyle),
    /// What follows is said by somebody.
    Voice(String),
}

/// The tags of WebVTT, and of HTML in SubRip. What else stands in angles is words.
const TAGS: [&str; 16] = [
    "b", "c", "em", "font", "i", "lang", "rp", "rt", "ruby", "s", "span", "strike", "strong", "sub", "u", "v",
];

/// The longest tag or code, in bytes.
const LONGEST: usize = 512;

/// The parts of a line.
pub(super) fn pieces(line: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut from = 0;
    while let Some(n) = line.get(at..).and_then(|rest| rest.find(['<', '{'])) {
        let start = at + n;
        let rest = line.get(start..).unwrap_or_default();
        let Some(length) = tag_length(rest) else {
            at = start + 1;
            continue;
        };
        push_words(&mut pieces, line, from, start);
        pieces.extend(meaning(rest.get(..length).unwrap_or_default()));
        at = start + length;
        from = at;
    }
    push_words(&mut pieces, line, from, line.len());
    pieces
}

/// The words of a line, for comparing.
pub(super) fn words_of(line: &str) -> String {
    let mut all = String::new();
    for piece in pieces(line) {
        if let Piece::Words { words, .. } = piece {
            all.push_str(&words);
        }
    }
    all.trim().to_owned()
}

fn push_words(pieces: &mut Vec<Piece>, line: &str, from: usize, to: usize) {
    let words = line.get(from..to).unwrap_or_default();
    if !words.is_empty() {
        let words = if words.contains('&') { entities::decode(words) } else { words.to_owned() };
        pieces.push(Piece::Words { at: from, length: to - from, words });
    }
}

/// The length of the tag or code that `rest` begins with.
fn tag_length(rest: &str) -> Option<usize> {
    let near = rest.get(..rest.floor_char_boundary(LONGEST))?;
    if let Some(inside) = near.strip_prefix('{') {
        // `{\an8}` of SubStation, and `{y:i}` of MicroDVD.
        let (code, _) = inside.split_once('}')?;
        let is_code =
            code.starts_with('\\') || (code.as_bytes().get(1) == Some(&b':') && !code.contains(' '));
        return is_code.then_some(code.len() + 2);
    }
    let (inside, _) = near.strip_prefix('<')?.split_once('>')?;
    let is_time = inside.contains(':') && inside.bytes().all(|b| b.is_ascii_digit() || b":.".contains(&b));
    (is_time || TAGS.contains(&&*name_of(inside))).then_some(inside.len() + 2)
}

fn name_of(inside: &str) -> String {
    let inside = inside.strip_prefix('/').unwrap_or(inside);
    inside.split([' ', '\t', '.', '/']).next().unwrap_or_default().to_ascii_lowercase()
}

/// What a tag says of the words after it.
fn meaning(tag: &str) -> Option<Piece> {
    let inside = tag.strip_prefix('<')?.strip_suffix('>')?;
    let name = name_of(inside);
    if name == "v" && !inside.starts_with('/') {
        let (_, voice) = inside.split_once([' ', '\t'])?;
        return Some(Piece::Voice(entities::decode(voice.trim())));
    }
    let style = match &*name {
        "i" | "em" => InlineStyle::Emphasis,
        "b" | "strong" => InlineStyle::Strong,
        "s" | "strike" => InlineStyle::Strikethrough,
        "sub" => InlineStyle::Subscript,
        _ => return None,
    };
    Some(if inside.starts_with('/') { Piece::Closes(style) } else { Piece::Opens(style) })
}
