//! How the page calls marks and tags: numbers, links, and classes for their shapes and colours.

use super::words::{all, text};
use serde_json::Value;
use std::collections::HashMap;

/// What the page calls marks and tags by.
pub(super) struct Names<'a> {
    numbers: HashMap<&'a str, usize>,
    /// By slug: the place in the codebook, and the tag.
    tags: HashMap<&'a str, (usize, &'a Value)>,
}

impl<'a> Names<'a> {
    /// Of a report.
    pub(super) fn of(report: &'a Value) -> Self {
        let marks = all(report, "articles").iter().flat_map(|article| all(article, "marks"));
        let numbers = marks.enumerate().map(|(nth, mark)| (text(mark, "id"), nth + 1));
        let tags = all(report, "tags").iter().enumerate();
        Self {
            numbers: numbers.collect(),
            tags: tags.map(|(nth, tag)| (text(tag, "slug"), (nth, tag))).collect(),
        }
    }

    /// The number of a mark; 0 where the report has no such mark.
    pub(super) fn number(&self, id: &str) -> usize {
        self.numbers.get(id).copied().unwrap_or_default()
    }

    /// A link to a mark, by its number.
    pub(super) fn link(&self, id: &str) -> String {
        match self.numbers.get(id) {
            Some(n) => format!("<a href=\"#m{n}\">{n}</a>"),
            None => String::new(),
        }
    }

    /// Tags have classes by their place in the codebook: a slug could be anything.
    pub(super) fn class(&self, slug: &str) -> String {
        let found = self.tags.get(slug);
        let shape = found.map_or("solid", |(_, tag)| text(tag, "shape"));
        let shape = if matches!(shape, "double" | "dotted" | "wavy" | "dashed") { shape } else { "solid" };
        format!("m {shape} t{}", found.map_or_else(|| "x".to_owned(), |(nth, _)| nth.to_string()))
    }

    /// What a tag is called.
    pub(super) fn label<'b>(&self, slug: &'b str) -> &'b str
    where
        'a: 'b,
    {
        self.tags.get(slug).map_or(slug, |(_, tag)| text(tag, "label"))
    }
}
