//! Marks of a folder with the articles that they are in, to be carried about without copying them.

use crate::layer::{AnnotationId, Codebook, RelationSlug};
use crate::library::{Entry, MarkRow};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// One mark, with its article.
#[derive(Clone, Debug)]
pub struct Marked {
    entry: Arc<Entry>,
    nth: usize,
}

impl Marked {
    /// Its article.
    pub fn entry(&self) -> &Arc<Entry> {
        &self.entry
    }

    /// The mark.
    #[expect(clippy::indexing_slicing, reason = "made of the rows of this very entry, which never change")]
    pub fn row(&self) -> &MarkRow {
        &self.entry.rows[self.nth]
    }

    /// Its id.
    pub fn id(&self) -> AnnotationId {
        self.row().id
    }

    /// By the day of the article, its path and the place in it: as a chronicle has them.
    pub(super) fn order(&self) -> impl Ord + use<> {
        let entry = &self.entry;
        let date = entry.date.map(|date| date.to_string());
        (date.is_none(), date, Arc::clone(&entry.path), self.row().place.map(|place| place.start()), self.nth)
    }
}

/// All marks of some articles, in their order.
pub(super) fn all(entries: &[Arc<Entry>]) -> impl Iterator<Item = Marked> {
    entries.iter().flat_map(|entry| (0..entry.rows.len()).map(|nth| Marked { entry: Arc::clone(entry), nth }))
}

/// One relation of the folder.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Tie {
    pub(super) from: AnnotationId,
    pub(super) kind: RelationSlug,
    pub(super) to: AnnotationId,
}

/// Marks by their ids, and how they are related.
#[derive(Debug, Default)]
pub(super) struct Ties {
    pub(super) marks: HashMap<AnnotationId, Marked>,
    /// Each once, in the order of the articles.
    pub(super) ties: Vec<Tie>,
    /// The words that ends last had which are there no more.
    pub(super) last_words: HashMap<AnnotationId, Box<str>>,
}

impl Ties {
    pub(super) fn of(entries: &[Arc<Entry>]) -> Self {
        let mut found = Self::default();
        for mark in all(entries) {
            // A copy of an article has the same marks: the first stands for both.
            found.marks.entry(mark.id()).or_insert(mark);
        }
        let mut seen = HashSet::new();
        for mark in all(entries) {
            for link in &mark.row().links {
                let (from, to) =
                    if link.starts_here { (mark.id(), link.other) } else { (link.other, mark.id()) };
                let tie = Tie { from, kind: link.kind.clone(), to };
                if seen.insert(tie.clone()) {
                    found.ties.push(tie);
                }
                if !found.marks.contains_key(&link.other) && !link.words.is_empty() {
                    found.last_words.insert(link.other, link.words.clone());
                }
            }
        }
        found
    }
}

/// How a relation bears on what it is about, as the codebook has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bearing {
    /// It rejects all or a part of it, as denials do: some that can receive it could not start it.
    Rejects,
    /// It accepts the event and not the figure: only what carries a figure receives it, and more can start it.
    DisputesFigure,
    /// It confirms, repeats, corrects or answers.
    Other,
}

impl Bearing {
    /// What the codebook says of a kind of relation by who may start and receive it.
    pub fn of(codebook: &Codebook, kind: &RelationSlug) -> Self {
        let Some(kind) = codebook.relation(kind) else { return Self::Other };
        if kind.from.is_empty() || kind.to.is_empty() {
            return Self::Other;
        }
        if kind.to.iter().any(|to| !kind.from.contains(to)) {
            return Self::Rejects;
        }
        let carries_figure = |tag| codebook.tag(tag).is_some_and(|tag| tag.carries("figure"));
        let has_more = kind.from.iter().any(|from| !kind.to.contains(from));
        if has_more && kind.to.iter().all(carries_figure) { Self::DisputesFigure } else { Self::Other }
    }
}

/// Whether a mark is one that rejects something, by its tags: a denial.
pub(super) fn is_rejecting(codebook: &Codebook, row: &MarkRow) -> bool {
    let rejects = |kind: &&crate::layer::RelationKind| Bearing::of(codebook, &kind.id) == Bearing::Rejects;
    codebook.relations.iter().filter(rejects).any(|kind| row.tags.iter().any(|tag| kind.from.contains(tag)))
}
