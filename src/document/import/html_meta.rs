//! What a saved page says about itself: its encoding, and title, byline, dates, language and
//! address from meta elements and JSON-LD.

use super::entities;
use super::html_heads::{Head, Heads};
use super::html_scan::{Stripped, Tag};
use crate::document::{Direction, Metadata};
use dom_query::Document;
use encoding_rs::{Encoding, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE};
use serde_json::Value;

/// How far into a page its encoding is looked for, in bytes.
const PRESCAN: usize = 1024;

/// The longest field that is kept, in bytes.
const LONGEST_FIELD: usize = 4096;

/// The encoding that a page says it has, in a meta element or an XML declaration at its start.
pub(super) fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    // Marks and names are ASCII; each other byte may be any letter.
    let head: String = bytes
        .iter()
        .take(PRESCAN)
        .map(|&byte| if byte.is_ascii() { char::from(byte) } else { '?' })
        .collect();
    let mut rest = head.as_str();
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let lower = rest.split('>').next().unwrap_or_default().to_ascii_lowercase();
        let key = match lower.strip_prefix("?xml ").or(lower.strip_prefix("meta")) {
            Some(_) if lower.starts_with('?') => "encoding",
            Some(_) => "charset",
            None => continue,
        };
        if let Some(label) = label_after(&lower, key) {
            return for_declared(&label);
        }
    }
    None
}

fn label_after(tag: &str, key: &str) -> Option<String> {
    let (_, after) = tag.split_once(key)?;
    let value = after.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let label =
        value.split(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '/' | '?')).next()?;
    Some(label.to_owned())
}

fn for_declared(label: &str) -> Option<&'static Encoding> {
    let encoding = Encoding::for_label(label.as_bytes())?;
    // What could be read as ASCII thus far is not UTF-16, whatever it says.
    match encoding {
        _ if encoding == UTF_16LE || encoding == UTF_16BE => Some(UTF_8),
        _ if encoding == REPLACEMENT => None,
        _ => Some(encoding),
    }
}

/// What the scripts of JSON-LD say of the article.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct JsonLd {
    /// Whether they speak of an article at all.
    pub(super) is_article: bool,
    pub(super) metadata: Metadata,
    /// The article's text.
    pub(super) body: Option<String>,
}

impl JsonLd {
    /// Reads the first script that describes an article.
    pub(super) fn of(stripped: &Stripped) -> Self {
        stripped.json_ld.iter().find_map(|script| of_json_ld(script)).unwrap_or_default()
    }
}

/// What a parsed page says; the extractor's reading of its meta elements fills the gaps.
pub(super) fn of_page(
    page: &Document,
    heads: &Heads,
    stripped: &Stripped,
    data: &JsonLd,
    meta: dom_smoothie::Metadata,
) -> Metadata {
    let data = data.metadata.clone();
    let attribute =
        |head: Head, name: &str| heads.get(page, head)?.attr(name).and_then(|value| field(&value));
    let direction = attribute(Head::Html, "dir").or_else(|| attribute(Head::Body, "dir"));
    // Of several the extractor keeps one.
    let authors =
        Some(heads.authors(page)).filter(|all| 1 < all.len()).and_then(|all| field(&all.join(", ")));
    let is_address = |address: &String| address.starts_with("http://") || address.starts_with("https://");
    Metadata {
        title: data.title.or_else(|| field(&meta.title)),
        byline: data.byline.or(authors).or_else(|| meta.byline.and_then(|byline| field(&byline))),
        site: data.site.or_else(|| meta.site_name.and_then(|site| field(&site))),
        published: data
            .published
            .or_else(|| meta.published_time.and_then(|time| field(&time)))
            .or_else(|| attribute(Head::Published, "datetime"))
            .or_else(|| attribute(Head::Published, "content"))
            .or_else(|| attribute(Head::Dated, "content"))
            .or_else(|| attribute(Head::PlainDate, "content")),
        place: data.place,
        modified: data
            .modified
            .or_else(|| meta.modified_time.and_then(|time| field(&time)))
            .or_else(|| attribute(Head::Modified, "content")),
        language: attribute(Head::Html, "lang")
            .or_else(|| attribute(Head::Html, "xml:lang"))
            .or_else(|| attribute(Head::Language, "content"))
            .or(data.language)
            .or_else(|| attribute(Head::Locale, "content").map(|tag| tag.replace('_', "-"))),
        direction: direction.and_then(|direction| direction_of(&direction)),
        address: attribute(Head::Canonical, "href")
            .filter(is_address)
            .or_else(|| attribute(Head::Address, "content").filter(is_address))
            .or_else(|| data.address.filter(is_address))
            .or_else(|| stripped.saved_from.clone().filter(is_address)),
        description: data.description.or_else(|| meta.excerpt.and_then(|excerpt| field(&excerpt))),
        other: Vec::new(),
    }
}

/// What a page says that is past a cap: its title and language.
pub(super) fn of_plain(stripped: &Stripped) -> Metadata {
    let page = &stripped.text;
    let data = JsonLd::of(stripped).metadata;
    let title = memchr::memmem::find_iter(page.as_bytes(), "<").take(1000).find_map(|at| {
        let mut tag = Tag::at(page, at).filter(|tag| tag.name == "title" && !tag.closes)?;
        let body = page.get(tag.end()..)?;
        field(&entities::decode(body.split("</").next()?))
    });
    Metadata { title: data.title.clone().or(title), address: stripped.saved_from.clone(), ..data }
}

pub(super) fn direction_of(word: &str) -> Option<Direction> {
    match word.trim().to_ascii_lowercase().as_str() {
        "rtl" => Some(Direction::RightToLeft),
        "ltr" => Some(Direction::LeftToRight),
        _ => None,
    }
}

/// A stranger's words on one line; none where they are empty or no field at all.
fn field(text: &str) -> Option<String> {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty() && words.len() <= LONGEST_FIELD).then_some(words)
}

/// The article that a script of JSON-LD describes. The parser goes 128 levels deep and no further.
fn of_json_ld(script: &str) -> Option<JsonLd> {
    let script = script.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>");
    let value: Value = serde_json::from_str(script).ok()?;
    let mut things: Vec<&Value> = vec![&value];
    let mut found = None;
    // Lists of things, and lists of lists: the stack is as deep as the parser went.
    while let Some(thing) = things.pop() {
        match thing {
            Value::Array(list) => things.extend(list.iter().rev()),
            Value::Object(object) if is_article(thing) => {
                found = Some(object);
                break;
            }
            Value::Object(object) => things.extend(object.get("@graph").or(object.get("mainEntity"))),
            _ => {}
        }
    }
    let article = found?;
    let text = |key: &str| article.get(key).and_then(words);
    let metadata = Metadata {
        title: text("headline").or_else(|| text("name")),
        byline: article.get("author").or(article.get("creator")).and_then(names),
        site: article.get("publisher").and_then(names),
        published: text("datePublished"),
        place: ["dateline", "contentLocation", "locationCreated"]
            .into_iter()
            .find_map(|key| article.get(key).and_then(names)),
        modified: text("dateModified"),
        language: text("inLanguage"),
        direction: None,
        address: text("url")
            .or_else(|| article.get("mainEntityOfPage").and_then(|page| words(page.get("@id")?))),
        description: text("description"),
        other: Vec::new(),
    };
    let body = article.get("articleBody").and_then(Value::as_str).map(entities::decode);
    Some(JsonLd { is_article: true, metadata, body })
}

fn is_article(thing: &Value) -> bool {
    let is_kind = |kind: &Value| {
        let kind = kind.as_str().unwrap_or_default();
        kind.ends_with("Article")
            || kind.ends_with("Posting")
            || matches!(kind, "Report" | "ReportageNewsArticle")
    };
    match thing.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is_kind),
        Some(kind) => is_kind(kind),
        None => false,
    }
}

fn words(value: &Value) -> Option<String> {
    field(&entities::decode(value.as_str()?))
}

/// The names of one person or several, whether written as words or as things with a name.
fn names(value: &Value) -> Option<String> {
    let name = |value: &Value| words(value).or_else(|| words(value.get("name")?));
    match value {
        Value::Array(people) => field(&people.iter().filter_map(name).collect::<Vec<_>>().join(", ")),
        one => name(one),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_declares_its_encoding_in_several_ways() {
        let table = [
            ("<meta charset=windows-1251>", Some("windows-1251")),
            (
                "<html><META HTTP-EQUIV='Content-Type' content='text/html; charset=cp1256'/>",
                Some("windows-1256"),
            ),
            ("<?xml version=\"1.0\" encoding=\"koi8-r\"?>", Some("KOI8-R")),
            ("<!-- <meta charset=koi8-r> --><meta charset=\"utf-8\">", Some("UTF-8")),
            ("<meta name=a><meta charset = 'iso-8859-1' >", Some("windows-1252")),
            ("<meta charset=utf-16>", Some("UTF-8")),
            ("<p>charset=koi8-r", None),
            ("<meta charset=klingon>", None),
        ];
        for (page, expected) in table {
            assert_eq!(declared_encoding(page.as_bytes()).map(Encoding::name), expected, "{page}");
        }
        let late = format!("{}<meta charset=koi8-r>", " ".repeat(PRESCAN));
        assert_eq!(declared_encoding(late.as_bytes()), None);
    }

    #[test]
    fn json_ld_is_read_in_the_shapes_that_pages_use() {
        let title = |script: &str| of_json_ld(script).and_then(|data| data.metadata.title);
        assert_eq!(title(r#"{"@type":"NewsArticle","headline":"A &amp; B"}"#).as_deref(), Some("A & B"));
        assert_eq!(
            title(r#"[{"@type":"Person"},{"@type":["X","Article"],"name":"A"}]"#).as_deref(),
            Some("A")
        );
        assert_eq!(title(r#"{"@graph":[{"@type":"BlogPosting","headline":"A"}]}"#).as_deref(), Some("A"));
        assert_eq!(title(r#"{"@type":"WebSite","name":"A"}"#), None);
        let data = of_json_ld(
            r#"{"@type":"Article","author":[{"name":"Ana"},"Ben"],"publisher":{"name":"Site"},"datePublished":"2026-03-02","contentLocation":{"name":"Raqqa"}}"#,
        )
        .unwrap_or_default()
        .metadata;
        assert_eq!(data.byline.as_deref(), Some("Ana, Ben"));
        assert_eq!(data.site.as_deref(), Some("Site"));
        assert_eq!(data.published.as_deref(), Some("2026-03-02"));
        assert_eq!(data.place.as_deref(), Some("Raqqa"));
    }

    #[test]
    fn json_ld_that_nests_without_end_is_no_data() {
        for bomb in ["[".repeat(1_000_000), "{\"@graph\":".repeat(300_000)] {
            assert_eq!(of_json_ld(&bomb), None);
        }
    }
}
