//! The style sheets that the parts of a book name, as far as they hide something.

use super::container::{Container, MAX_INDEX, decoded};
use super::entities;
use super::epub_page::inner;
use super::html_scan::Tag;
use std::collections::BTreeMap;

/// Sheets that were read, by the names of their parts.
#[derive(Debug, Default)]
pub(super) struct Sheets {
    known: BTreeMap<String, String>,
}

impl Sheets {
    /// The sheets that the part `name` names, as an element to be put before its `text`.
    pub(super) fn of(&mut self, name: &str, text: &str, container: &mut Container<'_>) -> String {
        let mut styles = String::new();
        for sheet in named(text).iter().filter_map(|address| inner(name, address)) {
            let known = self.known.entry(sheet).or_insert_with_key(|sheet| read(sheet, container));
            styles.push_str(known);
        }
        if styles.is_empty() { styles } else { format!("<style>{styles}</style>") }
    }
}

/// A sheet, or nothing where it hides nothing: most are about letters and margins alone.
fn read(name: &str, container: &mut Container<'_>) -> String {
    let sheet = container.bytes(name, MAX_INDEX).map(decoded).unwrap_or_default();
    let hides = ["none", "hidden"]
        .iter()
        .any(|word| memchr::memmem::find(sheet.as_bytes(), word.as_bytes()).is_some());
    // It cannot end the element that it is put into.
    if hides { sheet.replace('<', " ") + "\n" } else { String::new() }
}

/// The addresses of the style sheets in the head of a page.
fn named(text: &str) -> Vec<String> {
    let head = text.find("<body").and_then(|end| text.get(..end)).unwrap_or_default();
    let mut found = Vec::new();
    for at in memchr::memmem::find_iter(head.as_bytes(), b"<link") {
        let Some(mut tag) = Tag::at(head, at) else { continue };
        let pairs: Vec<(&str, &str)> = tag.attributes.by_ref().collect();
        let value = |name: &str| {
            pairs.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| *value)
        };
        let is_sheet = value("rel").is_some_and(|rel| {
            let mut words = rel.split_ascii_whitespace().map(str::to_ascii_lowercase);
            words.any(|word| word == "stylesheet") && !rel.to_ascii_lowercase().contains("alternate")
        });
        // What is meant for paper or for a voice alone hides other things.
        let is_for_screens =
            value("media").is_none_or(|media| media.contains("all") || media.contains("screen"));
        if let Some(address) = value("href").filter(|_| is_sheet && is_for_screens) {
            found.push(entities::decode(address));
        }
    }
    found
}
