//! What the tags mean, what they may carry and how they may relate. The code asks it, and never
//! asks whether a tag is called `denial`.

use super::{RelationSlug, TagId};

/// The tags and relations that a folder works with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codebook {
    /// Its name, written into layer headers.
    pub name: String,
    /// Grows with every change.
    pub revision: u32,
    /// In the order of the bar and the panels.
    pub tags: Vec<Tag>,
    /// In the order of the menus.
    pub relations: Vec<RelationKind>,
}

/// One tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// ASCII letters, digits, `-` and `_`; what the files say.
    pub id: TagId,
    /// What people read: "Denial".
    pub label: String,
    /// For several: "Denials".
    pub plural: String,
    /// The key that tags a selection.
    pub key: Option<char>,
    /// Its mark on the page, which works without colour.
    pub shape: Shape,
    /// On light paper, as 0xRRGGBB.
    pub light: u32,
    /// On dark paper.
    pub dark: u32,
    /// When to use it: "rejects a statement, made here or elsewhere".
    pub description: String,
    /// What it may carry: `source`, `cue`, `certainty`, `figure`, `date`, `place`, `blamed`.
    pub carries: Vec<String>,
    /// What tells whether it fits, in the order of asking; none in codebooks that do not ask.
    pub questions: Vec<Question>,
}

/// A question of the codebook whose answer tells whether a tag fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked: "Could evidence settle it?" Tags that ask the same words share the answer.
    pub words: String,
    /// Whether the tag fits where the answer is yes; else where it is no.
    pub is_yes: bool,
}

impl Tag {
    /// Whether a mark with this tag may carry `what`.
    pub fn carries(&self, what: &str) -> bool {
        self.carries.iter().any(|carried| carried == what)
    }
}

/// How a tag is drawn under the words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// One line.
    #[default]
    Solid,
    /// Two lines.
    Double,
    /// Dots.
    Dotted,
    /// A wave.
    Wavy,
    /// Dashes.
    Dashed,
}

impl Shape {
    /// The word of the codebook file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Solid => "solid",
            Self::Double => "double",
            Self::Dotted => "dotted",
            Self::Wavy => "wavy",
            Self::Dashed => "dashed",
        }
    }
}

/// One kind of relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelationKind {
    /// What the files say.
    pub id: RelationSlug,
    /// "denies".
    pub label: String,
    /// Seen from the other end: "denied by".
    pub inverse: String,
    /// The tags that may start it; empty: any.
    pub from: Vec<TagId>,
    /// The tags that may receive it; empty: any.
    pub to: Vec<TagId>,
}

impl Codebook {
    /// The relation by which a mark with `tags` answers one with `others`, as a denial answers a claim: the
    /// first that the former can start and the latter only receive.
    pub fn answers(&self, tags: &[TagId], others: &[TagId]) -> Option<&RelationKind> {
        self.relations
            .iter()
            .find(|kind| allows(&kind.from, tags) && allows(&kind.to, others) && !allows(&kind.from, others))
    }

    /// The tag with a slug.
    pub fn tag(&self, id: &TagId) -> Option<&Tag> {
        self.tags.iter().find(|tag| tag.id == *id)
    }

    /// The tag of a key.
    pub fn tag_of_key(&self, key: char) -> Option<&Tag> {
        self.tags.iter().find(|tag| tag.key == Some(key))
    }

    /// The tag that `word` means: its slug, or its label in any case.
    pub fn tag_called(&self, word: &str) -> Option<&Tag> {
        let by_label = || self.tags.iter().find(|tag| tag.label.to_lowercase() == word.to_lowercase());
        self.tags.iter().find(|tag| tag.id.as_str() == word).or_else(by_label)
    }

    /// What people read for a slug; the slug itself where the codebook lacks it.
    pub fn label<'a>(&'a self, id: &'a TagId) -> &'a str {
        self.tag(id).map_or(id.as_str(), |tag| tag.label.as_str())
    }

    /// A kind of relation.
    pub fn relation(&self, id: &RelationSlug) -> Option<&RelationKind> {
        self.relations.iter().find(|kind| kind.id == *id)
    }

    /// The relations that a mark with `from` may have to one with `to`.
    pub fn relations_between(&self, from: &[TagId], to: &[TagId]) -> impl Iterator<Item = &RelationKind> {
        self.relations.iter().filter(move |kind| allows(&kind.from, from) && allows(&kind.to, to))
    }

    /// The links that there may be between a mark with `tags` and one with `others`, each with whether it runs
    /// from the latter to the former: so do those that only the latter can start, as a denial answers a
    /// claim and no claim a denial.
    pub fn links_between<'a>(
        &'a self,
        tags: &'a [TagId],
        others: &'a [TagId],
    ) -> impl Iterator<Item = (&'a RelationKind, bool)> {
        self.relations.iter().filter_map(move |kind| match allows(&kind.from, tags) {
            true => allows(&kind.to, others).then_some((kind, false)),
            false => (allows(&kind.to, tags) && allows(&kind.from, others)).then_some((kind, true)),
        })
    }

    /// The first link that there may be between a mark with `tags` and words without a mark, and the tag that
    /// these need for it, if they need one.
    pub fn link_to_words(&self, tags: &[TagId]) -> Option<(&RelationKind, Option<&TagId>)> {
        self.relations.iter().find_map(|kind| {
            let is_start = allows(&kind.from, tags);
            let other = if is_start { &kind.to } else { &kind.from };
            (is_start || allows(&kind.to, tags)).then_some((kind, other.first()))
        })
    }

    /// Whether any of `tags` may carry `what`.
    pub fn carries(&self, tags: &[TagId], what: &str) -> bool {
        tags.iter().filter_map(|tag| self.tag(tag)).any(|tag| tag.carries(what))
    }
}

/// Whether a relation's end takes a mark with `tags`.
pub fn allows(ends: &[TagId], tags: &[TagId]) -> bool {
    ends.is_empty() || tags.iter().any(|tag| ends.contains(tag))
}
