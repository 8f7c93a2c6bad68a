//! A report's JSON: a tree that borrows its names and words, since a report of a folder has millions of them, and
//! how it is written.

use crate::text::shown::is_hidden;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::ser::Formatter;
use serde_json::{Number, Value};
use std::borrow::Cow;
use std::io::{self, Write};

/// A value of JSON.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json<'a> {
    Null,
    Bool(bool),
    Number(Number),
    Words(Cow<'a, str>),
    All(Vec<Json<'a>>),
    Fields(Vec<(&'a str, Json<'a>)>),
}

impl<'a> Json<'a> {
    /// What was read.
    pub(super) fn of(value: &'a Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(is) => Self::Bool(*is),
            Value::Number(number) => Self::Number(number.clone()),
            Value::String(words) => Self::Words(Cow::Borrowed(words)),
            Value::Array(all) => Self::All(all.iter().map(Json::of).collect()),
            Value::Object(fields) => {
                Self::Fields(fields.iter().map(|(key, value)| (key.as_str(), Json::of(value))).collect())
            }
        }
    }

    /// The elements of a row.
    pub(super) fn all(elements: impl IntoIterator<Item = impl Into<Json<'a>>>) -> Self {
        Self::All(elements.into_iter().map(Into::into).collect())
    }

    /// What stands under a key.
    pub(super) fn get(&self, key: &str) -> Option<&Json<'a>> {
        match self {
            Self::Fields(fields) => fields.iter().find(|(name, _)| *name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    pub(super) fn as_str(&self) -> Option<&str> {
        match self {
            Self::Words(words) => Some(words),
            _ => None,
        }
    }

    pub(super) fn as_u64(&self) -> Option<u64> {
        match self {
            Self::Number(number) => number.as_u64(),
            _ => None,
        }
    }

    pub(super) fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(is) => Some(*is),
            _ => None,
        }
    }

    /// The elements of a row; none of anything else.
    pub(super) fn elements(&self) -> &[Json<'a>] {
        match self {
            Self::All(all) => all,
            _ => &[],
        }
    }

    /// As the bytes of a file, which may stand within an element of a page as they are: each article, mark and
    /// statement on a line, and what begins mark-up or hides within strings as an escape.
    pub(super) fn written(&self) -> String {
        let mut bytes = Vec::new();
        let mut writer = serde_json::Serializer::with_formatter(&mut bytes, Lines::default());
        // Nothing of it can fail: keys are strings, and a vector takes all.
        let is_written = self.serialize(&mut writer).is_ok();
        debug_assert!(is_written, "JSON is written");
        bytes.push(b'\n');
        String::from_utf8(bytes).unwrap_or_default()
    }
}

impl From<bool> for Json<'_> {
    fn from(is: bool) -> Self {
        Self::Bool(is)
    }
}

impl From<u64> for Json<'_> {
    fn from(number: u64) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Json<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number.into())
    }
}

impl<'a> From<&'a str> for Json<'a> {
    fn from(words: &'a str) -> Self {
        Self::Words(Cow::Borrowed(words))
    }
}

impl<'a> From<&'a String> for Json<'a> {
    fn from(words: &'a String) -> Self {
        Self::Words(Cow::Borrowed(words))
    }
}

impl From<String> for Json<'_> {
    fn from(words: String) -> Self {
        Self::Words(Cow::Owned(words))
    }
}

impl<'a, T: Into<Json<'a>>> From<Option<T>> for Json<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<'a, const N: usize> From<[(&'a str, Json<'a>); N]> for Json<'a> {
    fn from(fields: [(&'a str, Json<'a>); N]) -> Self {
        Self::Fields(fields.into())
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(is) => serializer.serialize_bool(*is),
            Self::Number(number) => number.serialize(serializer),
            Self::Words(words) => serializer.serialize_str(words),
            Self::All(all) => serializer.collect_seq(all),
            Self::Fields(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (key, value) in fields {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

/// Writes without spaces, and each element of the outer rows on a line.
#[derive(Debug, Default)]
struct Lines {
    depth: usize,
}

/// A row in a row of the whole: an article's marks, an incident's statements.
const DEEPEST_LINE: usize = 4;

impl Formatter for Lines {
    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth += 1;
        writer.write_all(b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth = self.depth.saturating_sub(1);
        writer.write_all(b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        let is_line = self.depth <= DEEPEST_LINE;
        writer.write_all(match (first, is_line) {
            (true, true) => b"\n",
            (true, false) => b"",
            (false, true) => b",\n",
            (false, false) => b",",
        })
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth += 1;
        writer.write_all(b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth = self.depth.saturating_sub(1);
        writer.write_all(b"}")
    }

    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some((at, character)) = escaped(rest) {
            writer.write_all(rest.get(..at).unwrap_or_default().as_bytes())?;
            write!(writer, "\\u{:04x}", character as u32)?;
            rest = rest.get(at + character.len_utf8()..).unwrap_or_default();
        }
        writer.write_all(rest.as_bytes())
    }
}

/// The first character that stands as an escape.
fn escaped(words: &str) -> Option<(usize, char)> {
    // Of what is hidden nothing below U+0080 comes here but U+007F: the writer escapes it.
    let mut bytes = words.bytes();
    if !bytes.any(|byte| matches!(byte, b'<' | b'>' | b'&' | 0x7f..)) {
        return None;
    }
    words.char_indices().find(|(_, character)| matches!(character, '<' | '>' | '&') || is_hidden(*character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_no_mark_up_hides_nothing_and_is_read_back() {
        let words = "a <b> & \u{202e}c\u{202c} \u{7f}\u{1} ‘ü’ \"\\\n</template>";
        let rows = || Json::all(["x", "y"]);
        let value = Json::from([
            ("words", words.into()),
            ("rows", Json::all([Json::from([("of", Json::all([rows(), rows()]))])])),
            ("n", Json::from(u64::MAX)),
            ("none", Json::Null),
        ]);
        let written = value.written();
        assert_eq!(
            written,
            "{\"words\":\"a \\u003cb\\u003e \\u0026 \\u202ec\\u202c \\u007f\\u0001 ‘ü’ \\\"\\\\\\n\\u003c/template\\u003e\",\
             \"rows\":[\n{\"of\":[\n[\"x\",\"y\"],\n[\"x\",\"y\"]]}],\"n\":18446744073709551615,\"none\":null}\n"
        );
        let read: Value = serde_json::from_str(&written).expect("JSON");
        assert_eq!(read["words"], words);
        assert_eq!(Json::of(&read), value);
    }
}
