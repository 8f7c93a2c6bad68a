//! A page whose pictures lie in the same file: their addresses become the names of parts, and pages
//! within it are put where their frames stand.

use super::html_scan::{Tag, end_of_raw};
use super::{Extent, MAX_BYTES, entities, html};
use crate::document::image::PART;
use std::collections::BTreeSet;

/// How many pages lie within each other at most.
const MAX_DEPTH: usize = 3;

/// The attributes of pictures that hold one address.
const ONE: [&str; 5] = ["src", "data-src", "data-original", "data-lazy-src", "data-actualsrc"];
/// The attributes of pictures that hold several.
const SEVERAL: [&str; 3] = ["srcset", "data-srcset", "data-lazy-srcset"];

/// The files that were saved with a page.
pub(super) trait Beside {
    /// The name of the part that `address` means in a page at `base`.
    fn name_of(&self, base: &str, address: &str) -> Option<String>;
    /// From where the addresses of a page are read that says so by `address`.
    fn base(&self, base: &str, address: &str) -> String;
    /// The text of a part that is a page.
    fn page(&self, name: &str) -> Option<String>;
}

/// A page that names its parts.
pub(super) struct Rewritten {
    pub(super) page: String,
    /// How many pages that have words were not put into it.
    pub(super) n_frames: usize,
}

/// The page `text` at `base`. Frames are taken in with all of the page; of an article they are advertisement
/// more often than not.
pub(super) fn rewritten(text: &str, base: &str, beside: &dyn Beside, extent: Extent) -> Rewritten {
    let page = String::with_capacity(text.len());
    let mut rewriting = Rewriting { beside, extent, page, n_frames: 0, seen: BTreeSet::new() };
    rewriting.take(text, base.to_owned(), 0);
    Rewritten { page: rewriting.page, n_frames: rewriting.n_frames }
}

struct Rewriting<'a> {
    beside: &'a dyn Beside,
    extent: Extent,
    page: String,
    n_frames: usize,
    /// The parts that frames named so far.
    seen: BTreeSet<String>,
}

impl Rewriting<'_> {
    fn take(&mut self, text: &str, mut base: String, depth: usize) {
        let mut at = 0;
        while let Some(n) = memchr::memchr(b'<', text.as_bytes().get(at..).unwrap_or_default()) {
            let start = at + n;
            self.page.push_str(text.get(at..start).unwrap_or_default());
            at = start;
            let rest = text.get(start..).unwrap_or_default();
            if let Some(comment) = rest.strip_prefix("<!--") {
                at += 4 + comment.find("-->").map_or(comment.len(), |n| n + 3);
                self.page.push_str(text.get(start..at).unwrap_or_default());
                continue;
            }
            let Some(mut tag) = Tag::at(text, start) else {
                self.page.push('<');
                at += 1;
                continue;
            };
            let pairs: Vec<(&str, &str)> = tag.attributes.by_ref().collect();
            at = tag.end();
            let whole = text.get(start..at).unwrap_or_default();
            match (tag.name.as_str(), tag.closes) {
                ("script" | "style" | "title" | "textarea" | "xmp", false) => {
                    at = end_of_raw(text, at, &tag.name);
                    self.page.push_str(text.get(start..at).unwrap_or_default());
                }
                ("base", _) => {
                    if let Some(address) = value_of(&pairs, "href") {
                        base = self.beside.base(&base, &address);
                    }
                }
                ("img" | "source", false) => self.picture(&tag.name, &pairs, whole, &base),
                ("iframe" | "frame", false) => {
                    at = if tag.name == "iframe" { end_of_raw(text, at, &tag.name) } else { at };
                    self.frame(&tag.name, &pairs, text.get(start..at).unwrap_or_default(), &base, depth);
                }
                // What has frames has no words of its own.
                ("frameset", _) => {}
                _ => self.page.push_str(whole),
            }
        }
        self.page.push_str(text.get(at..).unwrap_or_default());
    }

    /// Writes the tag of a picture, its addresses as names of parts.
    fn picture(&mut self, name: &str, pairs: &[(&str, &str)], whole: &str, base: &str) {
        let mut tag = format!("<{name}");
        let mut is_changed = false;
        for (key, value) in pairs {
            let key = key.to_ascii_lowercase();
            let decoded = entities::decode(value);
            let named = match () {
                () if ONE.contains(&key.as_str()) => self.named(base, &decoded),
                () if SEVERAL.contains(&key.as_str()) => self.named_set(base, &decoded),
                () => None,
            };
            is_changed |= named.is_some();
            let value = named.unwrap_or(decoded).replace('&', "&amp;").replace('"', "&quot;");
            tag.push_str(&format!(" {key}=\"{value}\""));
        }
        self.page.push_str(if is_changed { &tag } else { whole });
        self.page.push_str(if is_changed { ">" } else { "" });
    }

    fn named(&self, base: &str, address: &str) -> Option<String> {
        let name = self.beside.name_of(base, address)?;
        Some(format!("{PART}{name}"))
    }

    /// A set of addresses with their widths, each that is a part by its name; spaces within a name would
    /// part it from its end.
    fn named_set(&self, base: &str, set: &str) -> Option<String> {
        let mut is_changed = false;
        let words = set.split_ascii_whitespace().map(|word| {
            let address = word.trim_end_matches(',');
            let found = self.named(base, address).filter(|name| !name.contains([' ', ',']));
            is_changed |= found.is_some();
            found.map_or(word.to_owned(), |name| name + word.get(address.len()..).unwrap_or_default())
        });
        let set = words.collect::<Vec<_>>().join(" ");
        is_changed.then_some(set)
    }

    /// A page within the page, which is put into it once.
    fn frame(&mut self, name: &str, pairs: &[(&str, &str)], whole: &str, base: &str, depth: usize) {
        let address = value_of(pairs, "src").unwrap_or_default();
        let part = self.beside.name_of(base, &address).filter(|part| self.seen.insert(part.clone()));
        let found = part.and_then(|part| Some((self.beside.page(&part)?, part)));
        let Some((page, part)) = found else { return self.page.push_str(whole) };
        // A page of frames is nothing without them.
        let is_wanted = self.extent != Extent::Article || name == "frame";
        if is_wanted && depth < MAX_DEPTH && self.page.len() + page.len() <= MAX_BYTES {
            self.page.push_str("<div>");
            self.take(&page, part, depth + 1);
            self.page.push_str("</div>");
        } else {
            self.n_frames += usize::from(!html::words_of(&page).text().trim().is_empty());
            self.page.push_str(whole);
        }
    }
}

fn value_of(pairs: &[(&str, &str)], key: &str) -> Option<String> {
    let found = pairs.iter().find(|(known, _)| known.eq_ignore_ascii_case(key));
    found.map(|(_, value)| entities::decode(value))
}
