//! The front matter of a Markdown file: the plain part of YAML that people write there.
//!
//! Keys with a value, a list or a folded text each. Anything else is kept as it stands, in `other`.

use super::html_meta::direction_of;
use crate::document::Metadata;

/// The most keys that are kept.
const MAX_KEYS: usize = 256;

/// Reads the lines between `---` and `---`.
pub(super) fn read(yaml: &str) -> Metadata {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for line in yaml.lines() {
        let text = line.trim();
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        let continues = line.starts_with([' ', '\t', '-']);
        let has_room = pairs.len() < MAX_KEYS;
        match (pairs.last_mut(), text.split_once(':')) {
            (Some((_, value)), _) if continues => add_line(value, text),
            (_, Some((key, value))) if has_room => {
                pairs.push((key.trim().to_owned(), scalar(value)));
            }
            _ => {}
        }
    }
    let mut metadata = Metadata::default();
    for (key, value) in pairs {
        take(&mut metadata, key, value);
    }
    metadata
}

/// A further line of a list or of a text over several lines.
fn add_line(value: &mut String, line: &str) {
    let (item, separator) = match line.strip_prefix("- ") {
        Some(item) => (scalar(item), ", "),
        None => (line.to_owned(), " "),
    };
    if matches!(value.as_str(), "|" | ">" | "|-" | ">-") {
        value.clear();
    }
    if !value.is_empty() && !item.is_empty() {
        value.push_str(separator);
    }
    value.push_str(&item);
}

/// A value without its quotes, its comment or the brackets of a list.
fn scalar(value: &str) -> String {
    let value = value.trim();
    for quote in ['"', '\''] {
        let quoted = value.strip_prefix(quote).and_then(|rest| rest.rsplit_once(quote));
        if let Some((inside, after)) = quoted
            && (after.trim().is_empty() || after.trim_start().starts_with('#'))
        {
            return match quote {
                '"' => inside.replace("\\\"", "\"").replace("\\\\", "\\"),
                _ => inside.replace("''", "'"),
            };
        }
    }
    let value = value.split(" #").next().unwrap_or_default().trim();
    match value.strip_prefix('[').and_then(|list| list.strip_suffix(']')) {
        Some(list) => list.split(',').map(scalar).collect::<Vec<_>>().join(", "),
        None => value.to_owned(),
    }
}

fn take(metadata: &mut Metadata, key: String, value: String) {
    if value.is_empty() {
        return;
    }
    let is_address = value.starts_with("http://") || value.starts_with("https://");
    let field = match key.to_lowercase().as_str() {
        "title" | "headline" => &mut metadata.title,
        "author" | "authors" | "byline" => &mut metadata.byline,
        "date" | "published" | "pubdate" => &mut metadata.published,
        "modified" | "updated" | "lastmod" => &mut metadata.modified,
        "lang" | "language" | "locale" => &mut metadata.language,
        "url" | "address" | "link" | "canonical" => &mut metadata.address,
        "source" if is_address => &mut metadata.address,
        "site" | "source" | "publisher" | "outlet" => &mut metadata.site,
        "location" | "place" | "dateline" => &mut metadata.place,
        "description" | "summary" | "excerpt" => &mut metadata.description,
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
mod tests {
    use super::read;
    use expect_test::expect;

    #[test]
    fn fields_lists_and_folded_text_are_read() {
        let metadata = read(
            "# a comment\ntitle: \"Shells: a \\\"market\\\"\"\nauthor:\n  - Ana\n  - 'Ben O''Neil'\ndate: 2026-03-02 # Monday\nlang: ar\ndir: rtl\nsource: https://a.example/1\nsite: A\ntags: [war, 'market']\nsummary: >\n  Thirty\n  dead.\nbyline: again\nlocation: Raqqa\nempty:\nnonsense\n",
        );
        expect![[r#"
            Metadata {
                title: Some(
                    "Shells: a \"market\"",
                ),
                byline: Some(
                    "Ana, Ben O'Neil",
                ),
                site: Some(
                    "A",
                ),
                published: Some(
                    "2026-03-02",
                ),
                place: Some(
                    "Raqqa",
                ),
                modified: None,
                language: Some(
                    "ar",
                ),
                direction: Some(
                    RightToLeft,
                ),
                address: Some(
                    "https://a.example/1",
                ),
                description: Some(
                    "Thirty dead.",
                ),
                other: [
                    (
                        "tags",
                        "war, market",
                    ),
                    (
                        "byline",
                        "again",
                    ),
                ],
            }
        "#]]
        .assert_debug_eq(&metadata);
    }
}
