//! A part of a book (XHTML) as a page that the readers of pages understand: empty elements with their ends,
//! addresses as names within the book, notes and pages of the printed edition by what the book calls them.

use super::container::within;
use super::epub_package::unescaped;
use super::html_notes::NOTE;
use super::html_scan::{Tag, end_of_raw};
use super::{addresses, entities};
use crate::document::image::PART;
use std::collections::BTreeMap;

/// Elements that have no end.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];
/// What books call a note.
const NOTES: [&str; 6] = ["footnote", "endnote", "rearnote", "note", "doc-footnote", "doc-endnote"];
/// How far the sign of a note is looked for, in bytes.
const SIGN: usize = 512;

/// What is known of notes over all of a book: the name of each and the sign that refers to it.
pub(super) type Signs = BTreeMap<String, String>;

/// A part as a page.
#[derive(Debug, Default)]
pub(super) struct Prepared {
    pub(super) page: String,
    /// Where pages of the printed edition begin: names of places and labels.
    pub(super) pages: Vec<(String, String)>,
}

/// The place `name` of a part, as links within the book call it.
pub(super) fn place_of(part: &str, name: &str) -> String {
    if name.is_empty() { part.to_owned() } else { format!("{part}#{name}") }
}

/// Notes the signs by which `text` refers to notes, since these may stand in an earlier part.
pub(super) fn note_signs(text: &str, part: &str, signs: &mut Signs) {
    let mut at = 0;
    while let Some(n) = memchr::memchr(b'<', text.as_bytes().get(at..).unwrap_or_default()) {
        at += n;
        let Some(mut tag) = Tag::at(text, at) else {
            at += 1;
            continue;
        };
        let pairs: Vec<(&str, &str)> = tag.attributes.by_ref().collect();
        at = tag.end().max(at + 1);
        if tag.name == "a" && !tag.closes && is_reference(&pairs) {
            let rest = text.get(at..).unwrap_or_default();
            let rest = rest.get(..rest.floor_char_boundary(SIGN)).unwrap_or(rest);
            let sign = words(rest.split("</a").next().unwrap_or_default());
            let place = value_of(&pairs, "href").and_then(|address| inner(part, &address));
            if let Some(place) = place.filter(|_| !sign.is_empty()) {
                signs.entry(place).or_insert(sign);
            }
        }
    }
}

/// The part `name` of a book, whose text is `text`.
pub(super) fn prepared(text: &str, name: &str, signs: &Signs) -> Prepared {
    let mut preparing = Preparing { name, signs, made: Prepared::default() };
    preparing.made.page.reserve(text.len());
    preparing.take(text);
    preparing.made
}

struct Preparing<'a> {
    name: &'a str,
    signs: &'a Signs,
    made: Prepared,
}

impl Preparing<'_> {
    fn take(&mut self, text: &str) {
        let mut at = 0;
        while let Some(n) = memchr::memchr(b'<', text.as_bytes().get(at..).unwrap_or_default()) {
            let start = at + n;
            self.made.page.push_str(text.get(at..start).unwrap_or_default());
            let rest = text.get(start..).unwrap_or_default();
            at = start + self.passed_over(rest);
            if start < at {
                continue;
            }
            let Some(mut tag) = Tag::at(text, start) else {
                self.made.page.push_str("&lt;");
                at = start + 1;
                continue;
            };
            let pairs: Vec<(&str, &str)> = tag.attributes.by_ref().collect();
            at = tag.end();
            let whole = text.get(start..at).unwrap_or_default();
            if tag.closes {
                self.made.page.push_str(whole);
                continue;
            }
            let is_empty = whole.ends_with("/>");
            if matches!(tag.name.as_str(), "script" | "style" | "title") {
                at = if is_empty { at } else { end_of_raw(text, at, &tag.name) };
                if tag.name != "style" || is_empty {
                    // Its end tag stays, and means nothing.
                    continue;
                }
                self.made.page.push_str(text.get(start..at).unwrap_or_default());
                continue;
            }
            if is_page_break(&pairs) {
                at = self.page_break(&pairs, is_empty, text, at, &tag.name);
                continue;
            }
            self.element(&tag.name, &pairs, is_empty);
        }
        self.made.page.push_str(text.get(at..).unwrap_or_default());
    }

    /// How much at the start of `rest` is neither text nor a tag.
    fn passed_over(&mut self, rest: &str) -> usize {
        let until = |end: &str, from: usize| {
            let after = rest.get(from..).unwrap_or_default();
            after.find(end).map_or(rest.len(), |n| from + n + end.len())
        };
        if rest.starts_with("<!--") {
            return until("-->", 4);
        }
        if let Some(body) = rest.strip_prefix("<![CDATA[") {
            let words = body.split("]]>").next().unwrap_or_default();
            self.made.page.push_str(&words.replace('&', "&amp;").replace('<', "&lt;"));
            return until("]]>", 9);
        }
        match () {
            () if rest.starts_with("<?") => until("?>", 2),
            // What kind of file it is, perhaps with names that it gives to letters.
            () if rest.starts_with("<!") => {
                let n_head = until(">", 2);
                let has_names = rest.get(..n_head).is_some_and(|head| head.contains('['));
                if has_names { until("]>", 2) } else { n_head }
            }
            () => 0,
        }
    }

    /// Writes the start of an element, and its end where it is empty.
    fn element(&mut self, name: &str, pairs: &[(&str, &str)], is_empty: bool) {
        // The picture of a cover is often drawn around.
        let name = if name == "image" { "img" } else { name };
        let mut tag = format!("<{name}");
        let mut id = None;
        for (key, value) in pairs {
            let key = key.to_ascii_lowercase();
            let value = entities::decode(value);
            let value = match key.as_str() {
                "id" => {
                    id = Some(value.clone());
                    place_of(self.name, &value)
                }
                "name" if name == "a" => place_of(self.name, &value),
                "href" if name == "a" => match inner(self.name, &value) {
                    Some(place) => format!("#{place}"),
                    None => value,
                },
                "src" | "href" | "xlink:href" if name == "img" => {
                    tag.push_str(&format!(" src=\"{}\"", quoted(&self.picture(&value))));
                    continue;
                }
                "srcset" => continue,
                _ => value,
            };
            tag.push_str(&format!(" {key}=\"{}\"", quoted(&value)));
        }
        if name == "a" && is_reference(pairs) {
            tag.push_str(&format!(" {NOTE}=\"\""));
        } else if name != "a" && is_any(pairs, &NOTES) {
            let sign = id.and_then(|id| self.signs.get(&place_of(self.name, &id)).cloned());
            tag.push_str(&format!(" {NOTE}=\"{}\"", quoted(&sign.unwrap_or_default())));
        }
        tag.push('>');
        if is_empty && !VOID.contains(&name) {
            tag.push_str(&format!("</{name}>"));
        }
        self.made.page.push_str(&tag);
    }

    fn picture(&self, address: &str) -> String {
        match inner(self.name, address) {
            Some(part) => format!("{PART}{part}"),
            None => address.to_owned(),
        }
    }

    /// Takes down where a page of the printed edition begins, whose number is no part of the text. Gives
    /// where the text goes on.
    fn page_break(
        &mut self,
        pairs: &[(&str, &str)],
        is_empty: bool,
        text: &str,
        at: usize,
        name: &str,
    ) -> usize {
        let rest = text.get(at..).unwrap_or_default();
        let end = format!("</{name}");
        let n_words = if is_empty { 0 } else { rest.find(&end).filter(|&n| n <= SIGN).unwrap_or(0) };
        let written = words(rest.get(..n_words).unwrap_or_default());
        let label = ["title", "aria-label"].into_iter().find_map(|key| value_of(pairs, key));
        let label = label.filter(|label| !label.trim().is_empty()).unwrap_or(written);
        let id = value_of(pairs, "id").unwrap_or_else(|| format!("page-{}", self.made.pages.len()));
        let place = place_of(self.name, &id);
        self.made.page.push_str(&format!("<span id=\"{}\"></span>", quoted(&place)));
        if !label.is_empty() {
            self.made.pages.push((place, label));
        }
        let closes = rest.get(n_words..).unwrap_or_default();
        let n_close =
            if !is_empty && closes.starts_with(&end) { closes.find('>').map_or(0, |n| n + 1) } else { 0 };
        at + n_words + n_close
    }
}

/// The place in the book that an address in `part` leads to; `None` where it leads out of it.
pub(super) fn inner(part: &str, address: &str) -> Option<String> {
    let address = address.trim();
    if addresses::has_scheme(address) || address.starts_with("//") {
        return None;
    }
    let (path, place) = address.split_once('#').unwrap_or((address, ""));
    let path = path.split('?').next().unwrap_or_default();
    if path.is_empty() {
        return Some(place_of(part, &unescaped(place)));
    }
    let folder = super::container::folder_of(part);
    Some(place_of(&within(folder, &unescaped(path))?, &unescaped(place)))
}

fn is_reference(pairs: &[(&str, &str)]) -> bool {
    is_any(pairs, &["noteref", "doc-noteref"])
}

fn is_page_break(pairs: &[(&str, &str)]) -> bool {
    is_any(pairs, &["pagebreak", "doc-pagebreak"])
}

/// Whether the book calls an element one of these.
fn is_any(pairs: &[(&str, &str)], kinds: &[&str]) -> bool {
    let said = pairs.iter().filter(|(key, _)| matches!(*key, "epub:type" | "role"));
    said.flat_map(|(_, value)| value.split_ascii_whitespace()).any(|kind| kinds.contains(&kind))
}

fn value_of(pairs: &[(&str, &str)], key: &str) -> Option<String> {
    let found = pairs.iter().find(|(known, _)| known.eq_ignore_ascii_case(key));
    found.map(|(_, value)| entities::decode(value))
}

/// The words of a few elements.
fn words(html: &str) -> String {
    super::html::words_of(html).text().trim().to_owned()
}

fn quoted(value: &str) -> String {
    value.replace('&', "&amp;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str) -> Prepared {
        let mut signs = Signs::new();
        note_signs(text, "b/c.xhtml", &mut signs);
        prepared(text, "b/c.xhtml", &signs)
    }

    #[test]
    fn xml_is_written_as_a_page() {
        let table = [
            ("<!DOCTYPE html><p>a", "<p>a"),
            ("<!DOCTYPE html [<!ENTITY a 'b'>]>c", "c"),
            ("<p/>a<br/>", "<p></p>a<br>"),
            ("<title/><a id='x'/>b", "<a id=\"b/c.xhtml#x\"></a>b"),
            ("<?xml version='1.0'?><!-- > -->a<![CDATA[<b> & c]]>", "a&lt;b> &amp; c"),
            ("<script>if (a<b)</script>c", "</script>c"),
            ("a < b", "a &lt; b"),
            ("<svg><image xlink:href='../i 1.png'/></svg>", "<svg><img src=\"part:i 1.png\"></svg>"),
            ("<img src='i%20.png' alt='&quot;'/>", "<img src=\"part:b/i .png\" alt=\"&quot;\">"),
            ("<a href='d.xhtml#e'>", "<a href=\"#b/d.xhtml#e\">"),
            (
                "<a href='#e'><a href='https://a.example'>",
                "<a href=\"#b/c.xhtml#e\"><a href=\"https://a.example\">",
            ),
            ("<a href='../../../e'>", "<a href=\"../../../e\">"),
        ];
        for (text, expected) in table {
            assert_eq!(page(text).page, expected, "{text}");
        }
    }

    #[test]
    fn notes_get_the_sign_that_refers_to_them() {
        let text =
            "<a epub:type='noteref' href='#n'><sup>7</sup></a><aside epub:type='footnote' id='n'>b</aside>";
        let made = page(text).page;
        assert!(
            made.contains("<a epub:type=\"noteref\" href=\"#b/c.xhtml#n\" data-postil-note=\"\">"),
            "{made}"
        );
        assert!(made.contains("id=\"b/c.xhtml#n\" data-postil-note=\"7\">b"), "{made}");
    }

    #[test]
    fn pages_of_the_printed_edition_are_places_and_no_text() {
        let made = page(
            "a<span epub:type='pagebreak' id='p' title='xi'/>b<hr role='doc-pagebreak' aria-label='12'/>\
            <span epub:type='pagebreak'>13</span>c",
        );
        let expected = [("b/c.xhtml#p", "xi"), ("b/c.xhtml#page-1", "12"), ("b/c.xhtml#page-2", "13")];
        let expected = expected.map(|(place, label)| (place.to_owned(), label.to_owned()));
        assert_eq!(made.pages, expected);
        assert!(!made.page.contains("13"), "{}", made.page);
    }
}
