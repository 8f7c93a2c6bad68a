//! A line as an ordered list of keys and values, and how a line is put together.

use super::json::Raw;
use super::wire::CONTEXT;
use memchr::memchr_iter;
use std::borrow::Cow;
use std::ops::Range;

/// The keys of one JSON object, in order, doubled ones too.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairs<'a>(Vec<(Cow<'a, str>, Raw<'a>)>);

impl<'a> Pairs<'a> {
    /// The object that `json` is; `None` if it is anything else.
    pub(super) fn read(json: &'a str) -> Option<Self> {
        Self::of(Raw::read(json)?)
    }

    /// The object that a part of a line is.
    pub(super) fn of(raw: Raw<'a>) -> Option<Self> {
        raw.pairs().map(Self)
    }

    /// The last value of `key`; as in most readers it outdoes earlier ones. `null` is no value.
    pub(super) fn get(&self, key: &str) -> Option<Raw<'a>> {
        let raw = self.0.iter().rev().find(|(name, _)| name == key)?.1;
        (raw.get() != "null").then_some(raw)
    }

    /// The string under `key`.
    pub(super) fn text(&self, key: &str) -> Option<String> {
        text(self.get(key)?)
    }

    /// The number under `key`; negative ones and `3.0` are none.
    pub(super) fn number(&self, key: &str) -> Option<u64> {
        serde_json::from_str(self.get(key)?.get()).ok()
    }

    /// The object under `key`.
    pub(super) fn object(&self, key: &str) -> Option<Pairs<'a>> {
        Self::of(self.get(key)?)
    }

    /// The elements under `key`, where one value alone stands for an array of it.
    pub(super) fn items(&self, key: &str) -> Vec<Raw<'a>> {
        self.get(key).map(Raw::items).unwrap_or_default()
    }

    /// Whether `true` stands under `key`.
    pub(super) fn is_true(&self, key: &str) -> bool {
        self.get(key).is_some_and(|raw| raw.get() == "true")
    }

    /// Whether `word` is the string under `key` or one of several.
    pub(super) fn says(&self, key: &str, word: &str) -> bool {
        let Some(raw) = self.get(key) else { return false };
        let is_word = |raw: Raw<'_>| raw.words().as_deref() == Some(word);
        is_word(raw) || raw.is_array() && raw.items().into_iter().any(is_word)
    }

    /// Everything but `known`.
    pub(super) fn except(&self, known: &[&str]) -> impl Iterator<Item = (&str, Raw<'a>)> {
        let others = self.0.iter().filter(|(key, _)| !known.contains(&key.as_ref()));
        others.map(|(key, raw)| (key.as_ref(), *raw))
    }
}

/// A raw value that is a string.
pub(super) fn text(raw: Raw<'_>) -> Option<String> {
    raw.words().map(Cow::into_owned)
}

/// A JSON object being written, without spaces.
#[derive(Debug)]
pub(super) struct Object(String);

impl Object {
    pub(super) fn new() -> Self {
        Self("{".to_owned())
    }

    /// Adds a value that is JSON already.
    pub(super) fn json(mut self, key: &str, value: &str) -> Self {
        if 1 < self.0.len() {
            self.0.push(',');
        }
        self.0.push_str(&quoted(key));
        self.0.push(':');
        self.0.push_str(value);
        self
    }

    /// Adds a value that is JSON already, if there is one.
    pub(super) fn json_if(self, key: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.json(key, value),
            None => self,
        }
    }

    /// Adds a string.
    pub(super) fn text(self, key: &str, value: &str) -> Self {
        self.json(key, &quoted(value))
    }

    /// Adds a string, if there is one: an absent key, never `null`.
    pub(super) fn text_if(self, key: &str, value: Option<&str>) -> Self {
        self.json_if(key, value.map(quoted).as_deref())
    }

    /// Adds a number, if there is one.
    pub(super) fn number_if(self, key: &str, value: Option<u64>) -> Self {
        self.json_if(key, value.map(|number| number.to_string()).as_deref())
    }

    /// Adds an array of strings, or nothing for none.
    pub(super) fn texts(self, key: &str, values: &[String]) -> Self {
        let quoted: Vec<String> = values.iter().map(|value| quoted(value)).collect();
        self.array(key, &quoted)
    }

    /// Adds an array of JSON values, or nothing for none: the model forbids empty arrays.
    pub(super) fn array(self, key: &str, values: &[String]) -> Self {
        if values.is_empty() { self } else { self.json(key, &array(values)) }
    }

    /// Adds what `old` has besides `known`, as it stands there.
    pub(super) fn rest_of(self, old: Option<&Pairs<'_>>, known: &[&str]) -> Self {
        old.into_iter()
            .flat_map(|pairs| pairs.except(known))
            .fold(self, |object, (key, raw)| object.json(key, raw.get()))
    }

    pub(super) fn close(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

/// A JSON array of values that are JSON already.
pub(super) fn array(values: &[String]) -> String {
    format!("[{}]", values.join(","))
}

/// A JSON string. Some languages break lines at U+0085, U+2028 and U+2029, and would break ours.
pub(super) fn quoted(text: &str) -> String {
    let json = serde_json::Value::from(text).to_string();
    if !json.contains(['\u{85}', '\u{2028}', '\u{2029}']) {
        return json;
    }
    json.replace('\u{85}', "\\u0085").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// The lines of a file with their numbers: without a BOM, carriage returns before line feeds, blank
/// lines, and what version control put there.
pub(super) fn split(bytes: &[u8]) -> Vec<(usize, Range<usize>)> {
    let mut start = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let mut lines = Vec::new();
    // Between `|||||||` and `=======` stands the common ancestor, nobody's version.
    let mut ancestor: Option<Vec<(usize, Range<usize>)>> = None;
    for (number, end) in (1..).zip(memchr_iter(b'\n', bytes).chain([bytes.len()])) {
        let line = without_returns(bytes.get(start..end).unwrap_or_default());
        let range = start..start.saturating_add(line.len());
        start = end.saturating_add(1);
        if line.starts_with(b"|||||||") {
            ancestor.get_or_insert_default();
        } else if line.starts_with(b"=======") {
            ancestor = None;
        } else if line.trim_ascii().is_empty() || line.starts_with(b"<<<<<<<") || line.starts_with(b">>>>>>>")
        {
        } else {
            ancestor.as_mut().unwrap_or(&mut lines).push((number, range));
        }
    }
    // An ancestor that never ends is none: somebody's lines.
    lines.extend(ancestor.into_iter().flatten());
    lines
}

/// What tells a line from others soonest: as a rule all begin with the same context.
pub(super) fn apart(line: &[u8]) -> (&[u8], &[u8]) {
    line.split_at_checked(CONTEXT.len()).map_or((line, &[]), |(head, rest)| (rest, head))
}

fn without_returns(mut line: &[u8]) -> &[u8] {
    while let Some(shorter) = line.strip_suffix(b"\r") {
        line = shorter;
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_keeps_every_byte() {
        let nested = "[".repeat(100_000) + &"]".repeat(100_000);
        let json = format!(r#"{{"b":1.10,"a":1E400,"b":{{ "x" : 1 }},"deep":{nested},"lone":"\ud800"}}"#);
        let pairs = Pairs::read(&json).expect("an object");
        let again = Object::new().rest_of(Some(&pairs), &[]).close();
        assert!(again == json);
        assert_eq!(pairs.get("b").map(Raw::get), Some(r#"{ "x" : 1 }"#));
        assert_eq!(pairs.text("lone"), None);
    }

    #[test]
    fn numbers_are_counts() {
        let pairs = Pairs::read(r#"{"a":3,"b":-1,"c":3.0,"d":"3","e":null}"#).expect("an object");
        let numbers = ["a", "b", "c", "d", "e", "f"].map(|key| pairs.number(key));
        assert_eq!(numbers, [Some(3), None, None, None, None, None]);
    }

    #[test]
    fn what_other_programs_take_for_line_ends_is_escaped() {
        assert_eq!(quoted("a\u{85}\u{2028}\u{2029}\n🕊"), r#""a\u0085\u2028\u2029\n🕊""#);
    }

    #[test]
    fn both_sides_of_a_conflict_are_read_and_the_ancestor_is_not() {
        let bytes = b"\xef\xbb\xbfa\r\n<<<<<<< ours\nb\n||||||| base\nc\n=======\nd\n>>>>>>> theirs\n\ne";
        let lines: Vec<_> = split(bytes).into_iter().map(|(n, line)| (n, bytes[line.start])).collect();
        assert_eq!(lines, [(1, b'a'), (3, b'b'), (7, b'd'), (10, b'e')]);
        assert_eq!(split(b"|||||||\na\n").len(), 1);
    }
}
