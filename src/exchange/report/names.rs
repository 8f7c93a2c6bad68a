//! How the page calls marks and tags: numbers, links, and classes for their shapes and colours.

use super::json::Json;
use super::words::{all, text};
use std::collections::HashMap;
use std::fmt;

/// What the page calls marks and tags by.
pub(super) struct Names<'a> {
    numbers: HashMap<&'a str, usize>,
    /// By slug: its class, and the tag.
    tags: HashMap<&'a str, (String, &'a Json<'a>)>,
}

impl<'a> Names<'a> {
    /// Of a report.
    pub(super) fn of(report: &'a Json<'a>) -> Self {
        let marks = all(report, "articles").iter().flat_map(|article| all(article, "marks"));
        let numbers = marks.enumerate().map(|(nth, mark)| (text(mark, "id"), nth + 1));
        let tags = all(report, "tags").iter().enumerate();
        Self {
            numbers: numbers.collect(),
            // By their place in the codebook: a slug could be anything.
            tags: tags.map(|(nth, tag)| (text(tag, "slug"), (format!("m t{nth}"), tag))).collect(),
        }
    }

    /// The number of a mark; 0 where the report has no such mark.
    pub(super) fn number(&self, id: &str) -> usize {
        self.numbers.get(id).copied().unwrap_or_default()
    }

    /// A link to a mark, by its number.
    pub(super) fn link(&self, id: &str) -> Link {
        Link(self.number(id))
    }

    /// The classes of a tag.
    pub(super) fn class(&self, slug: &str) -> &str {
        self.tags.get(slug).map_or("m", |(class, _)| class)
    }

    /// What a tag is called.
    pub(super) fn label<'b>(&self, slug: &'b str) -> &'b str
    where
        'a: 'b,
    {
        self.tags.get(slug).map_or(slug, |(_, tag)| text(tag, "label"))
    }
}

/// A link to a mark by its number; nothing where that is 0.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link(usize);

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            0 => Ok(()),
            n => write!(f, "<a href=\"#m{n}\">{n}</a>"),
        }
    }
}
