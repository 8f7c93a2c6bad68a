//! The front matter of a Markdown file, as generators of sites and people write it: YAML between `---`, TOML
//! between `+++`, JSON in braces, Pandoc's lines with `%`. It is no text; what it says is metadata.

use super::html_meta::direction_of;
use super::markdown_yaml::{Datum, read as read_yaml, read_flow};
use crate::document::Metadata;

/// The most keys that are kept.
const MAX_KEYS: usize = 256;

/// The longest JSON, in bytes.
const LONGEST_JSON: usize = 64 * 1024;

/// What stands above `source`, and where the article begins.
pub(super) fn read(source: &str) -> (Metadata, usize) {
    let n_blank = source.len() - source.trim_start_matches(['\n', ' ', '\t']).len();
    let n_blank = source.get(..n_blank).and_then(|blank| blank.rfind('\n')).map_or(0, |at| at + 1);
    let head = source.get(n_blank..).unwrap_or_default();
    let found = None
        .or_else(|| fenced(head, "---", &["---", "..."]).map(|(yaml, n)| (read_yaml(yaml), n)))
        .or_else(|| fenced(head, "+++", &["+++"]).map(|(toml, n)| (of_toml(toml), n)))
        .or_else(|| json(head))
        .or_else(|| percents(head));
    let Some((pairs, n_read)) = found else { return (Metadata::default(), 0) };
    let mut metadata = Metadata::default();
    for (key, datum) in pairs.into_iter().take(MAX_KEYS) {
        take(&mut metadata, key, datum);
    }
    (metadata, n_blank + n_read)
}

type Found = (Vec<(String, Datum)>, usize);

/// What stands between two lines of signs, and where the line after them begins. A line of signs above an
/// empty one is a rule.
fn fenced<'a>(head: &'a str, open: &str, close: &[&str]) -> Option<(&'a str, usize)> {
    let mut lines = head.split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == open)?;
    let mut at = first.len();
    for (n, line) in lines.enumerate() {
        let is_end = close.contains(&line.trim_end());
        if n == 0 && (is_end || line.trim().is_empty()) {
            return None;
        }
        if is_end {
            return Some((head.get(first.len()..at)?, at + line.len()));
        }
        at += line.len();
    }
    None
}

/// What TOML says, or its lines read as YAML where it is none: the keys are not lost for a missing quote.
fn of_toml(toml: &str) -> Vec<(String, Datum)> {
    match toml.parse::<toml::Table>() {
        Ok(table) => table.into_iter().map(|(key, value)| (key, of_value(value))).collect(),
        Err(_) => {
            let pairs = toml.lines().filter_map(|line| line.split_once('='));
            let unquoted = |value: &str| value.trim().trim_matches(['"', '\'']).to_owned();
            pairs.map(|(key, value)| (key.trim().to_owned(), Datum::Text(unquoted(value)))).collect()
        }
    }
}

fn of_value(value: toml::Value) -> Datum {
    match value {
        toml::Value::String(text) => Datum::Text(text),
        toml::Value::Array(items) => Datum::List(items.into_iter().map(of_value).collect()),
        toml::Value::Table(table) => {
            Datum::Table(table.into_iter().map(|(key, value)| (key, of_value(value))).collect())
        }
        other => Datum::Text(other.to_string()),
    }
}

/// A table in braces whose keys are quoted, with nothing after it in its line.
fn json(head: &str) -> Option<Found> {
    if !head.strip_prefix('{')?.trim_start().starts_with('"') {
        return None;
    }
    let head = head.get(..head.floor_char_boundary(LONGEST_JSON))?;
    let (datum, n_read) = read_flow(head)?;
    let line = head.get(n_read..)?.split_inclusive('\n').next().unwrap_or_default();
    let Datum::Table(table) = datum else { return None };
    line.trim().is_empty().then_some((table, n_read + line.len()))
}

/// Pandoc's title, authors and date, each in a line with `%` that may go on in lines with a space before.
fn percents(head: &str) -> Option<Found> {
    let mut fields: Vec<String> = Vec::new();
    let mut at = 0;
    for line in head.split_inclusive('\n') {
        let n_fields = fields.len();
        match (line.strip_prefix('%'), fields.last_mut()) {
            (Some(words), _) if n_fields < 3 && (words.starts_with(' ') || words.trim().is_empty()) => {
                fields.push(words.trim().to_owned());
            }
            (None, Some(last)) if line.starts_with(' ') && !line.trim().is_empty() => {
                last.push_str("; ");
                last.push_str(line.trim());
            }
            (None, Some(_)) if line.trim().is_empty() => break,
            _ => return None,
        }
        at += line.len();
    }
    let keys = ["title", "author", "date"].into_iter().map(str::to_owned);
    (!fields.is_empty()).then(|| (keys.zip(fields.into_iter().map(Datum::Text)).collect(), at))
}

/// A datum as words: items parted by commas, of a table the name in it.
fn words(datum: &Datum) -> String {
    match datum {
        Datum::Text(text) => {
            let text = text.trim();
            // A link to another note.
            let name = text.strip_prefix("[[").and_then(|text| text.strip_suffix("]]"));
            name.unwrap_or(text).to_owned()
        }
        Datum::List(items) => {
            let items = items.iter().map(words).filter(|item| !item.is_empty());
            items.collect::<Vec<_>>().join(", ")
        }
        Datum::Table(table) => {
            let get = |key: &str| table.iter().find(|(known, _)| known.eq_ignore_ascii_case(key));
            let named = ["name", "literal", "title", "text"].into_iter().find_map(get);
            if let Some((_, value @ Datum::Text(_))) = named {
                return words(value);
            }
            let parts = ["given", "family"].into_iter().filter_map(get).map(|(_, value)| words(value));
            let parts: Vec<String> = parts.collect();
            if !parts.is_empty() {
                return parts.join(" ");
            }
            let pairs = table.iter().map(|(key, value)| format!("{key}: {}", words(value)));
            pairs.collect::<Vec<_>>().join(", ")
        }
    }
}

/// Tables that hold what stands beside them elsewhere: Hugo's and Zola's.
const TRANSPARENT: [&str; 2] = ["params", "extra"];

fn take(metadata: &mut Metadata, key: String, datum: Datum) {
    let lower = key.to_lowercase();
    match datum {
        Datum::Table(table) if TRANSPARENT.contains(&&*lower) => {
            for (key, datum) in table.into_iter().filter(|(_, datum)| !matches!(datum, Datum::Table(_))) {
                take(metadata, key, datum);
            }
        }
        datum => take_words(metadata, key, words(&datum)),
    }
}

fn take_words(metadata: &mut Metadata, key: String, value: String) {
    if value.is_empty() || matches!(&*value, "null" | "~") {
        return;
    }
    let is_address = value.starts_with("http://") || value.starts_with("https://");
    let field = match key.to_lowercase().as_str() {
        "title" | "headline" => &mut metadata.title,
        "author" | "authors" | "byline" => &mut metadata.byline,
        "date" | "published" | "pubdate" | "publishdate" | "publish_date" => &mut metadata.published,
        "modified" | "updated" | "lastmod" | "last_modified_at" => &mut metadata.modified,
        "lang" | "language" | "locale" => &mut metadata.language,
        "url" | "address" | "link" | "canonical" => &mut metadata.address,
        "source" | "canonicalurl" | "canonical_url" if is_address => &mut metadata.address,
        "site" | "source" | "publisher" | "outlet" => &mut metadata.site,
        "location" | "place" | "dateline" => &mut metadata.place,
        "description" | "summary" | "excerpt" | "abstract" => &mut metadata.description,
        "dir" | "direction" if direction_of(&value).is_some() => {
            metadata.direction = direction_of(&value);
            return;
        }
        _ => return metadata.other.push((key, value)),
    };
    match field {
        Some(_) => metadata.other.push((key, value)),
        None => *field = Some(value),
    }
}

#[cfg(test)]
mod tests;
