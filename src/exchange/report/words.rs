//! Values of the report's JSON, and words as HTML. Whatever the JSON holds, there is something to print.

use super::json::Json;
use crate::text::shown::visible;
use std::borrow::Cow;
use std::fmt::{self, Display, Write};

/// By which a page of ours is known.
pub(in crate::exchange) const GENERATOR: &str = "<meta name=\"generator\" content=\"Postil\">";

/// The string under a key; empty where there is none.
pub(super) fn text<'a>(value: &'a Json<'a>, key: &str) -> &'a str {
    value.get(key).and_then(Json::as_str).unwrap_or_default()
}

/// The elements under a key.
pub(super) fn all<'a>(value: &'a Json<'a>, key: &str) -> &'a [Json<'a>] {
    value.get(key).map_or(&[], Json::elements)
}

/// The number under a key.
pub(super) fn number(value: &Json<'_>, key: &str) -> Option<u64> {
    value.get(key).and_then(Json::as_u64)
}

/// Words as text or within an attribute, on one line; what would turn the order of reading is a sign.
pub(super) fn html(words: &str) -> Cow<'_, str> {
    let is_plain = |byte: u8| byte.is_ascii_graphic() && escape(byte).is_none() || byte == b' ';
    if words.bytes().all(is_plain) {
        return Cow::Borrowed(words);
    }
    let shown = visible(words);
    let mut html = String::with_capacity(shown.len() + 16);
    let mut from = 0;
    for (at, byte) in shown.bytes().enumerate() {
        if let Some(escape) = escape(byte) {
            html.push_str(shown.get(from..at).unwrap_or_default());
            html.push_str(escape);
            from = at + 1;
        }
    }
    html.push_str(shown.get(from..).unwrap_or_default());
    Cow::Owned(html)
}

/// What stands for a character of its own byte that mark-up would take.
fn escape(byte: u8) -> Option<&'static str> {
    match byte {
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'&' => Some("&amp;"),
        b'"' => Some("&quot;"),
        b'\'' => Some("&#39;"),
        // A line of the page is one thing that can be altered.
        b'\n' => Some("&#10;"),
        _ => None,
    }
}

/// Puts words at the end of a page.
pub(super) fn put(page: &mut String, words: fmt::Arguments<'_>) {
    let is_put = page.write_fmt(words).is_ok();
    debug_assert!(is_put, "a string takes all");
}

/// So many of something, as people say it.
pub(super) fn counted(n: usize, one: &str) -> String {
    let end = if n == 1 { "" } else { "s" };
    format!("{n} {one}{end}")
}

/// Words in quotation marks: other ones than those that they have themselves.
pub(super) fn quoted(words: &str) -> impl fmt::Display + '_ {
    let has_double = words.contains(['“', '”', '"', '„']);
    let (open, close) = if has_double { ('‘', '’') } else { ('“', '”') };
    fmt::from_fn(move |f| write!(f, "{open}{}{close}", bdi(words)))
}

/// Words in a cell, which is empty where there are none: then it takes no room.
pub(super) fn words_in(words: &str) -> impl fmt::Display + '_ {
    fmt::from_fn(move |f| if words.is_empty() { Ok(()) } else { bdi(words).fmt(f) })
}

/// The same, isolated from the direction of what stands around.
pub(super) fn bdi(words: &str) -> Bdi<'_> {
    Bdi(words)
}

/// Words that are isolated from the direction of what stands around.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bdi<'a>(&'a str);

impl fmt::Display for Bdi<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<bdi>")?;
        f.write_str(&html(self.0))?;
        f.write_str("</bdi>")
    }
}
