//! Values of the report's JSON, and words as HTML. Whatever the JSON holds, there is something to print.

use crate::text::shown::visible;
use serde_json::Value;

/// By which a page of ours is known.
pub(in crate::exchange) const GENERATOR: &str = "<meta name=\"generator\" content=\"Postil\">";

/// The string under a key; empty where there is none.
pub(super) fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// The elements under a key.
pub(super) fn all<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The number under a key.
pub(super) fn number(value: &Value, key: &str) -> Option<u64> {
    value.get(key).and_then(Value::as_u64)
}

/// Words as text or within an attribute, on one line; what would turn the order of reading is a sign.
pub(super) fn html(words: &str) -> String {
    let mut html = String::with_capacity(words.len() + 8);
    for character in visible(words).chars() {
        match character {
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '&' => html.push_str("&amp;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            // A line of the page is one thing that can be altered.
            '\n' => html.push_str("&#10;"),
            _ => html.push(character),
        }
    }
    html
}

/// JSON as the text of an element: there, only what begins mark-up has to be escaped.
pub(super) fn as_text(json: &str) -> String {
    let mut text = String::with_capacity(json.len() + json.len() / 16);
    let mut rest = json;
    while let Some(at) = rest.find(['<', '>', '&']) {
        let (before, after) = rest.split_at(at);
        text.push_str(before);
        text.push_str(match after.as_bytes().first() {
            Some(b'<') => "&lt;",
            Some(b'>') => "&gt;",
            _ => "&amp;",
        });
        rest = after.get(1..).unwrap_or_default();
    }
    text.push_str(rest);
    text
}

/// The same, isolated from the direction of what stands around.
pub(super) fn bdi(words: &str) -> String {
    format!("<bdi>{}</bdi>", html(words))
}
