//! JSON that was found to be whole once, taken apart where somebody asks.
//!
//! serde's own raw values are checked again at every level that is opened, so the words of a mark were
//! read four times. Here one pass of `serde_json` over a line says whether it is JSON at all; after that
//! a value is known to end where its quotation mark or bracket does. Nothing is looked into, and nothing
//! recurses, unless its key is known: doubled keys, numbers of thirty digits and a hundred thousand
//! brackets of another program come through with every byte.

use memchr::{memchr, memchr2};
use serde::de::IgnoredAny;
use std::borrow::Cow;

/// One value, as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Raw<'a>(&'a str);

impl<'a> Raw<'a> {
    /// The value that `json` is, white space round it aside; `None` if it is not one whole value.
    pub(super) fn read(json: &'a str) -> Option<Self> {
        serde_json::from_str::<IgnoredAny>(json).ok()?;
        Some(Self(json.trim_matches([' ', '\t', '\n', '\r'])))
    }

    /// Its bytes.
    pub(super) fn get(self) -> &'a str {
        self.0
    }

    // One byte is looked at: `str::starts_with` calls for a comparison of slices, a tenth of the time.
    fn begins_with(self, byte: u8) -> bool {
        self.0.as_bytes().first() == Some(&byte)
    }

    pub(super) fn is_array(self) -> bool {
        self.begins_with(b'[')
    }

    /// The string that it is; `None` also where half a surrogate makes it no text.
    pub(super) fn words(self) -> Option<Cow<'a, str>> {
        if !self.begins_with(b'"') {
            return None;
        }
        match memchr(b'\\', self.0.as_bytes()) {
            Some(_) => serde_json::from_str(self.0).ok().map(Cow::Owned),
            None => self.0.get(1..self.0.len().checked_sub(1)?).map(Cow::Borrowed),
        }
    }

    /// The elements of an array, or the value alone.
    pub(super) fn items(self) -> Vec<Self> {
        if !self.is_array() {
            return vec![self];
        }
        let mut rest = Rest(self.0.get(1..).unwrap_or_default());
        std::iter::from_fn(|| rest.value()).collect()
    }

    /// The keys and values of an object, in order, doubled ones too; `None` if it is none.
    pub(super) fn pairs(self) -> Option<Vec<(Cow<'a, str>, Self)>> {
        let mut rest = Rest(self.0.get(1..).filter(|_| self.begins_with(b'{'))?);
        let mut pairs = Vec::with_capacity(8);
        while let Some(key) = rest.value() {
            pairs.push((key.words()?, rest.value()?));
        }
        Some(pairs)
    }
}

/// What is left of an object or an array, from between two values on.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    /// The next value, or none before the bracket that closes.
    fn value(&mut self) -> Option<Raw<'a>> {
        let is_between = |byte: &u8| is_space(*byte) || matches!(byte, b',' | b':');
        let n_between = self.0.bytes().take_while(is_between).count();
        let rest = self.0.get(n_between..)?;
        let bytes = rest.as_bytes();
        let length = match bytes.first()? {
            b'"' => string(bytes)?,
            b'{' | b'[' => nested(bytes)?,
            b'}' | b']' => return None,
            _ => bytes
                .iter()
                .take_while(|byte| !is_space(**byte) && !matches!(byte, b',' | b']' | b'}'))
                .count(),
        };
        let (value, after) = rest.split_at_checked(length)?;
        self.0 = after;
        Some(Raw(value))
    }
}

/// The white space of JSON, which is less than that of text.
fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// The length of the string that `bytes` begin with, its quotation marks included.
fn string(bytes: &[u8]) -> Option<usize> {
    let mut at = 1;
    loop {
        let rest = bytes.get(at..)?;
        let found = memchr2(b'"', b'\\', rest)?;
        // An escape is the backslash and what follows it; of `\u0022` the rest are plain letters.
        let is_end = rest.get(found) == Some(&b'"');
        at = at.checked_add(found)?.checked_add(if is_end { 1 } else { 2 })?;
        if is_end {
            return Some(at);
        }
    }
}

/// The length of the object or array that `bytes` begin with.
fn nested(bytes: &[u8]) -> Option<usize> {
    let (mut at, mut depth) = (0_usize, 0_usize);
    loop {
        let length = match bytes.get(at)? {
            b'"' => string(bytes.get(at..)?)?,
            b'{' | b'[' => {
                depth = depth.checked_add(1)?;
                1
            }
            b'}' | b']' => {
                depth = depth.checked_sub(1)?;
                1
            }
            _ => 1,
        };
        at = at.checked_add(length)?;
        if depth == 0 {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    /// JSON with white space, escapes and brackets within strings.
    fn json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            r#"[a-zé🕊 "\\{}\[\],:\n]{0,8}"#.prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 32, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::vec((r#"[a-z"\\]{0,3}"#, inner), 0..4)
                    .prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
            ]
        })
    }

    fn parsed(raw: Raw<'_>) -> Value {
        serde_json::from_str(raw.get()).expect("a part is JSON too")
    }

    proptest! {
        #[test]
        fn the_parts_are_those_that_serde_finds(value in json(), is_wide: bool) {
            let text = if is_wide { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
            let text = text.expect("JSON");
            let raw = Raw::read(&text).expect("JSON");
            match &value {
                Value::Object(object) => {
                    let pairs = raw.pairs().expect("an object");
                    let pairs = pairs.into_iter().map(|(key, raw)| (key.into_owned(), parsed(raw)));
                    prop_assert!(pairs.eq(object.clone()));
                }
                Value::Array(items) => {
                    let found: Vec<Value> = raw.items().into_iter().map(parsed).collect();
                    prop_assert_eq!(&found, items);
                }
                other => {
                    prop_assert_eq!(raw.items(), [raw]);
                    prop_assert_eq!(raw.pairs(), None);
                    let words = raw.words();
                    prop_assert_eq!(words.as_deref(), other.as_str());
                }
            }
        }

        #[test]
        fn what_is_no_json_is_refused(text in r#"[a{}\[\]":, \\0-9\n]{0,12}"#) {
            prop_assert_eq!(Raw::read(&text).is_some(), serde_json::from_str::<Value>(&text).is_ok());
        }
    }

    #[test]
    fn every_byte_of_a_part_stays() {
        let json = r#" { "b" : 1.10, "a":1E400,"b":{ "x" : [ "]" ] },"n": "\u0022\\" } "#;
        let pairs = Raw::read(json).and_then(Raw::pairs).expect("an object");
        let parts: Vec<String> = pairs.iter().map(|(key, raw)| format!("{key}={}", raw.get())).collect();
        assert_eq!(parts, ["b=1.10", "a=1E400", r#"b={ "x" : [ "]" ] }"#, r#"n="\u0022\\""#]);
    }
}
