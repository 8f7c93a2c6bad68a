//! Where people differ in the open article: which marks, and how. What the page of the article, its stripes
//! and the keys that step from one to the next go by.

mod finding;
mod measuring;

use super::words::{name, say};
use crate::analysis::agreement::Difference;
use crate::analysis::differences::{Differences, Differing, differences, settlers};
use crate::document::DocumentId;
use crate::layer::{AnnotationId, AnnotatorId, Codebook, TagId};
use crate::library::rows_of;
use crate::session::Session;
pub(super) use finding::{CompareJob, Found, Wanted};
pub(super) use measuring::{MeasureJob, Measured};
use std::collections::BTreeMap;

/// What a comparison was made of.
type MadeOf = (DocumentId, u64, u64, Option<Vec<AnnotatorId>>);

/// What differs in an article that is open.
#[derive(Debug)]
pub(super) struct Comparing {
    made_of: MadeOf,
    /// The differences among those whose marks are shown, by place.
    pub found: Differences,
    /// In which of them a mark is.
    by_mark: BTreeMap<AnnotationId, usize>,
}

impl Comparing {
    /// Compares those of `people` whose marks are shown; without a choice everybody but who settles.
    pub(super) fn of(session: &Session, people: Option<&[AnnotatorId]>) -> Self {
        let article = session.article();
        let rows = rows_of(article);
        let settling = settlers(&rows);
        let shown = session.layers().iter().filter(|placed| placed.is_shown);
        let layers: Vec<AnnotatorId> = shown.map(|placed| placed.layer.annotator.id).collect();
        let by_default = || layers.iter().copied().filter(|who| !settling.contains(who)).collect();
        let people: Vec<AnnotatorId> = people.map_or_else(by_default, <[_]>::to_vec);
        let found = differences(&rows, &layers, &people);
        let marks = found.all.iter().enumerate();
        let by_mark =
            marks.flat_map(|(nth, one)| one.marks.iter().flatten().map(move |&id| (id, nth))).collect();
        Self { made_of: made_of(session, Some(&people)), found, by_mark }
    }

    /// Whether it is still what is in the article.
    pub(super) fn is_of(&self, session: &Session, people: Option<&[AnnotatorId]>) -> bool {
        let now = made_of(session, people);
        let is_same = people.is_none() || self.made_of.3 == now.3;
        is_same && (self.made_of.0, self.made_of.1, self.made_of.2) == (now.0, now.1, now.2)
    }

    /// The difference that a mark is part of, with its number from 0.
    pub(super) fn at(&self, mark: AnnotationId) -> Option<(usize, &Differing)> {
        let nth = *self.by_mark.get(&mark)?;
        Some((nth, self.found.all.get(nth)?))
    }

    /// The difference behind the chosen mark, or behind a byte of the text; behind the last the first again.
    pub(super) fn step(&self, session: &Session, forward: bool) -> Option<AnnotationId> {
        let open: Vec<&Differing> = self.found.all.iter().filter(|one| one.is_open()).collect();
        // What is decided comes again when nothing else is left.
        let all = if open.is_empty() { self.found.all.iter().collect() } else { open };
        let here =
            session.focus().and_then(|mark| all.iter().position(|one| one.marks.contains(&Some(mark))));
        let head = session.selection().head;
        let start = |one: &Differing| session.mark(one.first()?)?.hull().map(|hull| hull.start());
        let behind = all.partition_point(|one| start(one).is_none_or(|start| start < head));
        let next = match (here, forward) {
            (Some(nth), true) => nth + 1,
            (None, true) => behind,
            (Some(nth), false) => nth.wrapping_sub(1),
            (None, false) => behind.wrapping_sub(1),
        };
        let end = if forward { all.first() } else { all.last() };
        all.get(next).or(end)?.first()
    }
}

fn made_of(session: &Session, people: Option<&[AnnotatorId]>) -> MadeOf {
    let order = session.order().revision();
    (session.document_id(), session.revision(), order, people.map(<[_]>::to_vec))
}

/// A kind of difference in the window's words.
pub(super) fn kind_words(kind: Difference) -> String {
    match kind {
        Difference::Missing => say!("difference-missing"),
        Difference::Extra => say!("difference-extra"),
        Difference::Tag => say!("difference-tag"),
        Difference::Boundary => say!("difference-boundary"),
        Difference::Figure => say!("difference-figure"),
        Difference::Source => say!("difference-source"),
        Difference::Link => say!("difference-link"),
    }
}

/// How marks differ: "tag, ends".
pub(super) fn kinds_words(one: &Differing) -> String {
    if one.is_boundary_only() {
        return say!("difference-boundary-only");
    }
    if one.kinds.is_empty() {
        return say!("difference-none");
    }
    one.kinds.iter().copied().map(kind_words).collect::<Vec<_>>().join(", ")
}

/// Some tags by their labels.
pub(super) fn tags_words<'a>(tags: impl IntoIterator<Item = &'a TagId>, codebook: &Codebook) -> String {
    let labels: Vec<String> = tags.into_iter().map(|tag| name(codebook.label(tag))).collect();
    if labels.is_empty() { say!("stripes-untagged") } else { labels.join(", ") }
}
