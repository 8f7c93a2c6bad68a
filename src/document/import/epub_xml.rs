//! The small XML files of a book as a list of elements: what is damaged in them loses as little as can be.

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// The most elements of one file.
const MAX_ELEMENTS: usize = 200_000;
/// How deep elements are told apart.
const MAX_DEPTH: usize = 64;
/// The longest text of an element, in bytes.
const LONGEST_TEXT: usize = 4096;

/// An element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Element {
    /// Its name without a prefix.
    pub(super) name: String,
    /// How many elements it stands in.
    pub(super) depth: usize,
    /// All words within it.
    pub(super) text: String,
    /// Names with their prefixes, and values.
    attributes: Vec<(String, String)>,
}

impl Element {
    /// The value of an attribute, by its name with the prefix.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether one of the words of an attribute is this one.
    pub(super) fn has(&self, name: &str, word: &str) -> bool {
        self.get(name).is_some_and(|value| value.split_ascii_whitespace().any(|known| known == word))
    }

    /// Its words on one line.
    pub(super) fn line(&self) -> String {
        self.text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The elements of `text` in the order in which they begin. Entities other than XML's own are not expanded.
pub(super) fn elements(text: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut found: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    while found.len() < MAX_ELEMENTS {
        let letters = match reader.read_event() {
            Ok(Event::Start(start)) => {
                found.push(element(&start, open.len()));
                if open.len() < MAX_DEPTH {
                    open.push(found.len() - 1);
                }
                continue;
            }
            Ok(Event::Empty(start)) => {
                found.push(element(&start, open.len()));
                continue;
            }
            Ok(Event::End(_)) => {
                open.pop();
                continue;
            }
            Ok(Event::Text(text)) => text.xml10_content().into_owned(),
            Ok(Event::CData(text)) => text.xml10_content().into_owned(),
            Ok(Event::GeneralRef(name)) => {
                let letter = name.resolve_char_ref().ok().flatten().map(String::from);
                letter.or_else(|| resolve_xml_entity(&name).map(str::to_owned)).unwrap_or(" ".to_owned())
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => continue,
        };
        for &index in &open {
            if let Some(element) = found.get_mut(index).filter(|of| of.text.len() < LONGEST_TEXT) {
                element.text.push_str(&letters);
            }
        }
    }
    found
}

fn element(start: &BytesStart<'_>, depth: usize) -> Element {
    let mut attributes = start.attributes();
    let pairs = attributes.with_checks(false).flatten().take(64).map(|attribute| {
        let name = attribute.key.into_inner().to_owned();
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap_or(attribute.value.clone());
        (name, value.into_owned())
    });
    let attributes = pairs.collect();
    Element { name: start.local_name().into_inner().to_owned(), depth, text: String::new(), attributes }
}

/// The elements within the one at `index`.
pub(super) fn within(elements: &[Element], index: usize) -> &[Element] {
    let rest = elements.get(index + 1..).unwrap_or_default();
    let depth = elements.get(index).map_or(0, |element| element.depth);
    let n = rest.iter().position(|element| element.depth <= depth).unwrap_or(rest.len());
    rest.get(..n).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_come_with_their_words_and_damage_ends_what_it_touches() {
        let text = "<a x:y='1 2'><b>one <i>two</i> &amp; &#x416;</b><c/>&bad;</a>";
        let found = elements(text);
        let told: Vec<_> = found.iter().map(|of| (of.name.as_str(), of.depth, of.line())).collect();
        let all = "one two & Ж".to_owned();
        let expected =
            [("a", 0, all.clone()), ("b", 1, all), ("i", 2, "two".to_owned()), ("c", 1, String::new())];
        assert_eq!(told, expected);
        assert!(found[0].has("x:y", "2") && !found[0].has("x:y", "1 2"));
        assert_eq!(within(&found, 1).len(), 1);
        assert_eq!(elements("<a><b>x</a><c/>").len(), 3);
        assert_eq!(elements(&"<a>".repeat(1000)).last().map(|of| of.depth), Some(MAX_DEPTH));
    }
}
