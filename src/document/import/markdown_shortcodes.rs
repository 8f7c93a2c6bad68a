//! Hugo's shortcodes and the tags of Liquid and its kin: instructions to a program, not words; but a picture's
//! caption is text.

use super::markdown_closers::Closers;
use super::markdown_edits::{Edits, Sign};
use crate::document::Reason;
use std::ops::Range;

/// How instructions begin and end.
const PAIRS: [(&str, &str); 5] =
    [("{{<", ">}}"), ("{{%", "%}}"), ("{{/*", "*/}}"), ("{{", "}}"), ("{%", "%}")];

/// The longest list of attributes, in bytes.
const LONGEST_ATTRIBUTES: usize = 200;

/// What begins at `at` with a brace.
pub(super) fn read(edits: &mut Edits<'_>, at: usize, closers: &mut Closers<'_>) -> Option<usize> {
    let rest = edits.after(at);
    if let Some(attributes) = attributes(edits, at) {
        edits.leave_out(attributes.clone(), Reason::Remark, attributes.clone());
        return Some(attributes.end);
    }
    let &(open, close) = PAIRS.iter().find(|(open, _)| rest.starts_with(open))?;
    let from = at + open.len();
    let until = closers.near(close, from)?;
    let end = until + close.len();
    let inside = edits.source().get(from..until)?;
    if open == "{{" && inside.contains(['\n', '{']) {
        return None;
    }
    let name = inside.split_whitespace().next().unwrap_or_default().trim_end_matches('/');
    if matches!(name, "figure" | "image" | "img" | "picture") && open.starts_with("{{") {
        picture(edits, at..end, from..until);
    } else {
        edits.leave_out(at..end, Reason::Remark, at..end);
    }
    Some(end)
}

/// A picture with its caption, which becomes a paragraph of its own.
fn picture(edits: &mut Edits<'_>, range: Range<usize>, inside: Range<usize>) {
    let get = |name: &str| attribute(edits.source(), inside.clone(), name);
    let words = |range: Range<usize>| edits.source().get(range).unwrap_or_default().to_owned();
    let source = get("src").or_else(|| get("link")).map(words);
    let alt = get("alt").map(words).unwrap_or_default();
    let caption = get("caption").or_else(|| get("title")).filter(|range| !range.is_empty());
    if source.is_none() && caption.is_none() {
        return edits.leave_out(range.clone(), Reason::Remark, range);
    }
    if let Some(source) = source {
        edits.say(range.start, Sign::Picture(source, alt));
    }
    match caption {
        Some(caption) => {
            edits.insert(range.start, "\n\n");
            edits.say(range.start, Sign::Caption);
            edits.cut(range.start..caption.start);
            edits.insert(caption.end, "\n\n");
            edits.cut(caption.end..range.end);
        }
        None => edits.cut_word(range),
    }
}

/// Where the value of an attribute stands, between quotes.
fn attribute(source: &str, inside: Range<usize>, name: &str) -> Option<Range<usize>> {
    let text = source.get(inside.clone())?;
    for (at, _) in text.match_indices(name) {
        let is_whole = text.get(..at)?.ends_with(char::is_whitespace);
        let rest = text.get(at + name.len()..)?.trim_start();
        let Some(rest) = rest.strip_prefix('=').map(str::trim_start).filter(|_| is_whole) else { continue };
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
        let start = inside.start + text.len() - rest.len() + 1;
        let length = rest.get(1..)?.find(quote)?;
        return Some(start..start + length);
    }
    None
}

/// `{#id .class}` at the end of a heading, and Kramdown's `{: .class}` in a line of its own or after words.
fn attributes(edits: &Edits<'_>, at: usize) -> Option<Range<usize>> {
    let near = edits.after(at);
    let near = near.get(..near.floor_char_boundary(LONGEST_ATTRIBUTES)).unwrap_or_default();
    let line = near.split('\n').next().unwrap_or_default().trim_end();
    let inside = line.strip_prefix('{')?.strip_suffix('}')?;
    if inside.contains(['{', '}', '\n']) {
        return None;
    }
    let before = edits.source().get(..at)?;
    let line_start = before.rsplit('\n').next().unwrap_or_default();
    let is_heading = line_start.starts_with('#') && inside.starts_with(['#', '.']);
    let is_kramdown = line_start.trim().is_empty() && inside.starts_with(':');
    (is_heading || is_kramdown).then_some(at..at + line.len())
}
