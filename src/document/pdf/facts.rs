//! What a PDF says about itself: title, author, dates and language, names of its pages, its outline.

use crate::document::Metadata;
use hayro::hayro_interpret::hayro_syntax::Pdf;
use hayro::hayro_interpret::hayro_syntax::object::{
    Array, DateTime, Dict, Name, Object, Stream, String as Text,
};
use std::collections::BTreeMap;

/// The most entries of an outline, or of a tree of page labels or of names.
pub(super) const MAX_ENTRIES: usize = 20_000;

/// How deep those trees are followed.
pub(super) const MAX_DEPTH: usize = 16;

/// A key of a dictionary.
pub(super) fn key(name: &str) -> &[u8] {
    name.as_bytes()
}

pub(super) fn catalog<'a>(pdf: &'a Pdf) -> Option<Dict<'a>> {
    pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())
}

/// A text of the file: UTF-16 or UTF-8 where its first bytes say so, else the letters of PDF 32000-1,
/// annex D.2, which are nearly those of windows-1252.
pub(super) fn decoded(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xfe, 0xff, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0,
        [0xff, 0xfe, rest @ ..] => encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0,
        [0xef, 0xbb, 0xbf, rest @ ..] => encoding_rs::UTF_8.decode_without_bom_handling(rest).0,
        _ if std::str::from_utf8(bytes).is_ok() => String::from_utf8_lossy(bytes),
        _ => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0,
    };
    text.chars()
        .filter(|letter| !letter.is_control() || letter.is_whitespace())
        .collect::<String>()
        .trim()
        .to_owned()
}

/// Title, author, dates, language.
pub(super) fn metadata(pdf: &Pdf) -> Metadata {
    let info = pdf.metadata();
    let told = |bytes: &Option<Box<[u8]>>| bytes.as_deref().map(decoded).filter(|text| !text.is_empty());
    let xmp = catalog(pdf).and_then(|catalog| catalog.get::<Stream<'_>>(key("Metadata")));
    let xmp = xmp.and_then(|stream| stream.decoded().ok().map(|bytes| xmp_of(&bytes))).unwrap_or_default();
    let from_xmp = |name: &str| xmp.get(name).cloned();
    let language = catalog(pdf).and_then(|catalog| catalog.get::<Text<'_>>(key("Lang")));
    let language = language.map(|text| decoded(text.as_bytes())).filter(|tag| is_language(tag));
    Metadata {
        title: told(&info.title).or_else(|| from_xmp("title")).filter(|title| is_title(title)),
        byline: told(&info.author).or_else(|| from_xmp("creator")),
        site: from_xmp("publisher"),
        published: info
            .creation_date
            .map(dated)
            .or_else(|| from_xmp("CreateDate"))
            .or_else(|| from_xmp("date")),
        modified: info.modification_date.map(dated).or_else(|| from_xmp("ModifyDate")),
        language: language.or_else(|| from_xmp("language").filter(|tag| is_language(tag))),
        description: told(&info.subject).or_else(|| from_xmp("description")),
        ..Metadata::default()
    }
}

fn is_language(tag: &str) -> bool {
    let is_part =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let first = tag.split('-').next().unwrap_or_default();
    (2..=3).contains(&first.len()) && tag.split('-').all(is_part)
}

/// How titles begin that a program gave and no author, in lower case.
const PROGRAMS: [&str; 3] = ["microsoft word", "untitled", "(anonymous)"];

/// Programs put the names of files there too.
fn is_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let is_file =
        [".doc", ".docx", ".odt", ".tex", ".dvi", ".indd", ".qxd", ".pdf", ".txt", ".html", ".rtf", ".pages"]
            .iter()
            .any(|ending| lower.ends_with(ending));
    !is_file && !PROGRAMS.iter().any(|name| lower.starts_with(name))
}

/// As RFC 3339 has it, in the zone that the file says.
fn dated(date: DateTime) -> String {
    let DateTime { year, month, day, hour, minute, second, .. } = date;
    let sign = if date.utc_offset_hour < 0 { '-' } else { '+' };
    let (hours, minutes) = (date.utc_offset_hour.unsigned_abs(), date.utc_offset_minute);
    let zone =
        if hours == 0 && minutes == 0 { "Z".to_owned() } else { format!("{sign}{hours:02}:{minutes:02}") };
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{zone}")
}

/// The first text of each element, and the attributes, of an XMP packet, by local name.
fn xmp_of(bytes: &[u8]) -> BTreeMap<String, String> {
    use quick_xml::events::Event;
    let text = String::from_utf8_lossy(bytes);
    let mut reader = quick_xml::Reader::from_str(&text);
    let mut told = BTreeMap::new();
    let mut path: Vec<String> = Vec::new();
    for _ in 0..MAX_ENTRIES {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                for attribute in start.attributes().flatten() {
                    let name = attribute.key.local_name().as_ref().to_owned();
                    let value = attribute.value.trim().to_owned();
                    told.entry(name).or_insert(value);
                }
                path.push(start.local_name().as_ref().to_owned());
            }
            Ok(Event::End(_)) => {
                path.pop();
            }
            Ok(Event::Text(text)) => {
                let text = text.trim().to_owned();
                // `dc:title/rdf:Alt/rdf:li`
                let name =
                    path.iter().rev().find(|name| !matches!(name.as_str(), "li" | "Alt" | "Seq" | "Bag"));
                if let Some(name) = name.filter(|_| !text.is_empty()) {
                    told.entry(name.clone()).or_insert(text);
                }
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    told
}

/// What the pages are called; empty where the file does not say, or too much.
pub(super) fn page_labels(pdf: &Pdf, n_pages: usize) -> Vec<String> {
    let tree = catalog(pdf).and_then(|catalog| catalog.get::<Dict<'_>>(key("PageLabels")));
    let mut ranges: BTreeMap<usize, Label> = BTreeMap::new();
    if let Some(tree) = tree {
        gather_labels(&tree, MAX_DEPTH, &mut ranges);
    }
    let named = |page: usize| match ranges.range(..=page).next_back() {
        Some((first, label)) => label.of(page - first),
        None => (page + 1).to_string(),
    };
    (0..n_pages).map(named).collect()
}

/// How a range of pages is called.
#[derive(Debug)]
struct Label {
    style: char,
    prefix: String,
    first: usize,
}

impl Label {
    fn of(&self, nth: usize) -> String {
        let number = self.first.saturating_add(nth);
        let number = match self.style {
            'D' => number.to_string(),
            'r' => roman(number),
            'R' => roman(number).to_uppercase(),
            'a' => alphabetic(number),
            'A' => alphabetic(number).to_uppercase(),
            _ => String::new(),
        };
        format!("{}{number}", self.prefix)
    }
}

fn gather_labels(tree: &Dict<'_>, depth: usize, ranges: &mut BTreeMap<usize, Label>) {
    if let Some(numbers) = tree.get::<Array<'_>>(key("Nums")) {
        let mut entries = numbers.iter::<Object<'_>>();
        while let (Some(page), Some(label)) = (entries.next(), entries.next()) {
            let page = page.into_i32().and_then(|page| usize::try_from(page).ok());
            if let (Some(page), Some(label)) = (page, label.into_dict())
                && ranges.len() < MAX_ENTRIES
            {
                let style = label.get::<Name<'_>>(key("S"));
                let prefix = label.get::<Text<'_>>(key("P")).map(|text| decoded(text.as_bytes()));
                let first = label.get::<i32>(key("St")).and_then(|first| usize::try_from(first).ok());
                let style = style.and_then(|style| style.as_str().chars().next()).unwrap_or(' ');
                ranges.insert(
                    page,
                    Label { style, prefix: prefix.unwrap_or_default(), first: first.unwrap_or(1) },
                );
            }
        }
    }
    if let Some(kids) = tree.get::<Array<'_>>(key("Kids")).filter(|_| 0 < depth) {
        for kid in kids.iter::<Dict<'_>>().take(MAX_ENTRIES) {
            if ranges.len() < MAX_ENTRIES {
                gather_labels(&kid, depth - 1, ranges);
            }
        }
    }
}

fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut left = number.min(5_000);
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while value <= left {
            text.push_str(sign);
            left -= value;
        }
    }
    text
}

/// `a` to `z`, then `aa` to `zz`.
fn alphabetic(number: usize) -> String {
    let Some(before) = number.checked_sub(1) else { return String::new() };
    let letter = u8::try_from(before % 26).map_or('a', |n| char::from(b'a' + n));
    letter.to_string().repeat((before / 26 + 1).min(40))
}

/// The headings of the outline by their letters alone, each with its depth from 1.
pub(super) fn outline(pdf: &Pdf) -> BTreeMap<String, u8> {
    let mut told = BTreeMap::new();
    let root = catalog(pdf).and_then(|catalog| catalog.get::<Dict<'_>>(key("Outlines")));
    let mut waiting: Vec<(Dict<'_>, u8)> = Vec::new();
    waiting.extend(root.and_then(|root| root.get::<Dict<'_>>(key("First"))).map(|first| (first, 1)));
    let mut n = 0;
    while let Some((entry, depth)) = waiting.pop() {
        n += 1;
        if MAX_ENTRIES < n {
            break;
        }
        if let Some(title) = entry.get::<Text<'_>>(key("Title")) {
            let plain = super::flow::plain(&decoded(title.as_bytes()));
            told.entry(plain).or_insert(depth);
        }
        waiting.extend(entry.get::<Dict<'_>>(key("Next")).map(|next| (next, depth)));
        let child = entry.get::<Dict<'_>>(key("First")).filter(|_| depth < 12);
        waiting.extend(child.map(|child| (child, depth + 1)));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_have_the_names_of_the_file() {
        let label = |style, first, nth| Label { style, prefix: "A-".to_owned(), first }.of(nth);
        assert_eq!(label('D', 5, 2), "A-7");
        assert_eq!(label('r', 1, 3), "A-iv");
        assert_eq!(label('A', 1, 27), "A-BB");
        assert_eq!(label(' ', 1, 1), "A-");
    }

    #[test]
    fn texts_are_decoded_as_they_say() {
        assert_eq!(decoded(b"\xfe\xff\x04\x10\x04\x11"), "АБ");
        assert_eq!(decoded(b"\xef\xbb\xbf\xc3\xa9"), "é");
        assert_eq!(decoded(b"caf\xe9"), "café");
        assert!(is_title("The mill") && !is_title("Microsoft Word - mill.doc") && !is_title("mill.tex"));
    }
}
