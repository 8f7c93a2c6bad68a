//! Where people who marked the same articles differ, from the rows of a folder or of one article: marks that
//! belong together and are not alike, and what was decided of them.

use super::agreement::marked::Mark;
use super::agreement::{Cluster, Difference, Marked, clusters};
use crate::document::Timestamp;
use crate::layer::relation::RESOLVES;
use crate::layer::{AnnotationId, Annotator, AnnotatorId, RelationSlug, TagId, is_reply};
use crate::library::{Entry, LinkRow, MarkRow};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What relations from a decision to the marks that it is about are called.
pub const DECISIONS: [&str; 4] = ["takes", "merges", "drops", "leaves-open"];

/// Whether a relation says that a decision was made.
pub fn is_decision(kind: &RelationSlug) -> bool {
    DECISIONS.contains(&kind.as_str())
}

/// Marks of several people that belong together and differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differing {
    /// By the number of the person; `None`: who has no such mark.
    pub marks: Vec<Option<AnnotationId>>,
    /// How they differ, the gravest first. *Missing*: the first person has it and another has not; *extra*:
    /// the first person has not.
    pub kinds: Vec<Difference>,
    /// All their tags.
    pub tags: BTreeSet<TagId>,
    /// What was decided of them, if they were.
    pub decided: Option<Decided>,
}

/// What was decided of marks that differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Who decided last.
    pub by: Arc<Annotator>,
    /// The mark that is the decision.
    pub id: AnnotationId,
    /// What: one of [`DECISIONS`], as the decision names its first mark.
    pub how: RelationSlug,
    /// Whether a mark changed since, or came to them.
    pub is_old: bool,
}

/// What some people marked in an article, compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// Those of them who have a layer there, in the order in which they were asked for.
    pub people: Vec<AnnotatorId>,
    /// By place.
    pub all: Vec<Differing>,
    /// What all have alike, by place; it differs in nothing.
    pub agreed: Vec<Differing>,
}

impl Differences {
    /// One of all groups by number: those that differ, then those that are alike.
    pub fn get(&self, nth: usize) -> Option<&Differing> {
        self.all.get(nth).or_else(|| self.agreed.get(nth.checked_sub(self.all.len())?))
    }

    /// All groups with their numbers: those that differ, then those that are alike.
    pub fn numbered(&self) -> impl Iterator<Item = (usize, &Differing)> {
        self.all.iter().chain(&self.agreed).enumerate()
    }
}

impl Differing {
    /// The mark that stands for it.
    pub fn first(&self) -> Option<AnnotationId> {
        self.marks.iter().flatten().next().copied()
    }

    /// Whether only the ends differ.
    pub fn is_boundary_only(&self) -> bool {
        self.kinds == [Difference::Boundary]
    }

    /// Whether it is of a kind: *boundary* means that nothing but the ends differs.
    pub fn is_of(&self, kind: Difference) -> bool {
        if kind == Difference::Boundary { self.is_boundary_only() } else { self.kinds.contains(&kind) }
    }

    /// Whether somebody has to decide it, for the first time or again.
    pub fn is_open(&self) -> bool {
        self.decided.as_ref().is_none_or(|decided| decided.is_old)
    }
}

/// Where `people` differ in an article with `rows`; `layers` are the people who have a layer there. Who has
/// none did not mark it, and misses nothing.
pub fn differences(rows: &[MarkRow], layers: &[AnnotatorId], people: &[AnnotatorId]) -> Differences {
    let people: Vec<AnnotatorId> = people.iter().copied().filter(|who| layers.contains(who)).collect();
    if people.len() < 2 {
        return Differences { people, ..Differences::default() };
    }
    let marked: Vec<Marked> = people.iter().map(|&who| Marked::of_rows(rows, who)).collect();
    let changed: BTreeMap<AnnotationId, Timestamp> =
        rows.iter().map(|row| (row.id, row.modified.unwrap_or(row.created))).collect();
    let decisions = decisions(rows);
    let found = clusters(&marked.iter().collect::<Vec<_>>());
    let found = found.iter().map(|cluster| differing_of(cluster, &decisions, &changed));
    let (agreed, all) = found.partition(|one: &Differing| one.kinds.is_empty());
    Differences { people, all, agreed }
}

/// An article of a folder, compared.
#[derive(Clone, Debug)]
pub struct InArticle {
    /// Which.
    pub entry: Arc<Entry>,
    /// What differs there.
    pub found: Differences,
}

/// The articles that two and more of `people` have a layer of, in their order. Whose marks are hidden from
/// somebody who marks blind is not compared: as if they had none.
pub fn in_folder(entries: &[Arc<Entry>], people: &[AnnotatorId]) -> Vec<InArticle> {
    let compared = entries.iter().map(|entry| {
        let layers = entry.layers.iter().filter(|layer| !layer.is_hidden);
        let layers: Vec<AnnotatorId> = layers.map(|layer| layer.person.id).collect();
        InArticle { entry: Arc::clone(entry), found: differences(&entry.rows, &layers, people) }
    });
    compared.filter(|article| 1 < article.found.people.len()).collect()
}

/// Everybody who has a layer in the folder, by name, each with whether they settle others' marks.
pub fn people_in(entries: &[Arc<Entry>]) -> Vec<(Arc<Annotator>, bool)> {
    let mut settling = BTreeSet::new();
    let mut people: BTreeMap<AnnotatorId, &Arc<Annotator>> = BTreeMap::new();
    for entry in entries {
        settling.extend(settlers(&entry.rows));
        people.extend(entry.layers.iter().map(|layer| (layer.person.id, &layer.person)));
    }
    let mut all: Vec<_> =
        people.into_values().map(|who| (Arc::clone(who), settling.contains(&who.id))).collect();
    all.sort_by(|(a, _), (b, _)| a.in_list(b));
    all
}

/// How many of a person's marks were decided on in an article, and how many of those went into the outcome.
pub fn outcome_for(rows: &[MarkRow], person: AnnotatorId) -> (usize, usize) {
    let decisions = decisions(rows);
    let mine = rows.iter().filter(|row| row.person.id == person);
    let decided: Vec<&RelationSlug> =
        mine.filter_map(|row| decisions.get(&row.id).map(|(_, kind)| *kind)).collect();
    let taken = decided.iter().filter(|kind| matches!(kind.as_str(), "takes" | "merges")).count();
    (decided.len(), taken)
}

/// Who settles others' marks in an article: whose marks decide on some.
pub fn settlers(rows: &[MarkRow]) -> BTreeSet<AnnotatorId> {
    rows.iter().filter(|row| decides(row).next().is_some()).map(|row| row.person.id).collect()
}

/// The marks of an article that `me` has to answer: those that are mine or that I said something of, of which
/// somebody else said something last and nobody resolved it.
pub fn unanswered(rows: &[MarkRow], me: AnnotatorId) -> BTreeSet<AnnotationId> {
    let by_id: BTreeMap<AnnotationId, &MarkRow> = rows.iter().map(|row| (row.id, row)).collect();
    let mut threads: BTreeMap<AnnotationId, Vec<(&MarkRow, bool)>> = BTreeMap::new();
    for row in rows {
        let Some(link) = replied_to(row) else { continue };
        let mut root = link.other;
        // Strangers' files may hold a circle of replies.
        for _ in 0..64 {
            match by_id.get(&root).and_then(|row| replied_to(row)) {
                Some(link) => root = link.other,
                None => break,
            }
        }
        threads.entry(root).or_default().push((row, link.kind.as_str() == RESOLVES));
    }
    let is_mine = |row: &MarkRow| row.person.id == me;
    let waits = |(root, said): &(AnnotationId, Vec<(&MarkRow, bool)>)| {
        let concerns_me =
            by_id.get(root).is_some_and(|row| is_mine(row)) || said.iter().any(|(row, _)| is_mine(row));
        let last = said.iter().max_by_key(|(row, _)| (row.modified.unwrap_or(row.created), row.id));
        concerns_me && last.is_some_and(|(row, resolves)| !resolves && !is_mine(row))
    };
    threads.into_iter().filter(waits).map(|(root, _)| root).collect()
}

/// What a reply is about.
fn replied_to(row: &MarkRow) -> Option<&LinkRow> {
    row.links.iter().find(|link| link.starts_here && is_reply(&link.kind))
}

fn decides(row: &MarkRow) -> impl Iterator<Item = (&RelationSlug, AnnotationId)> {
    let links = row.links.iter().filter(|link| link.starts_here && is_decision(&link.kind));
    links.map(|link| (&link.kind, link.other))
}

/// The last decision on each mark.
fn decisions(rows: &[MarkRow]) -> BTreeMap<AnnotationId, (&MarkRow, &RelationSlug)> {
    let mut all: BTreeMap<AnnotationId, (&MarkRow, &RelationSlug)> = BTreeMap::new();
    for row in rows {
        for (kind, mark) in decides(row) {
            let known = all.entry(mark).or_insert((row, kind));
            if known.0.created <= row.created {
                *known = (row, kind);
            }
        }
    }
    all
}

fn differing_of(
    cluster: &Cluster<'_>,
    decisions: &BTreeMap<AnnotationId, (&MarkRow, &RelationSlug)>,
    changed: &BTreeMap<AnnotationId, Timestamp>,
) -> Differing {
    let mut kinds: Vec<Difference> = cluster.differences.iter().copied().collect();
    if cluster.marks.first().is_some_and(Option::is_none) {
        // Somebody beside the first person may lack it, too.
        let lacks = cluster.marks.iter().skip(1).any(Option::is_none);
        kinds.retain(|kind| *kind != Difference::Missing || lacks);
        kinds.push(Difference::Extra);
        kinds.sort();
    }
    let ids: Vec<AnnotationId> = cluster.present().map(|mark| mark.id).collect();
    let on: Vec<_> = ids.iter().filter_map(|id| decisions.get(id)).collect();
    let last = on.iter().max_by_key(|(row, _)| (row.created, row.id));
    let decided = last.map(|(row, _)| {
        let is_since = |id: &AnnotationId| changed.get(id).is_some_and(|at| row.created < *at);
        let is_old = on.len() < ids.len() || ids.iter().any(is_since);
        let first = row.links.iter().find(|link| link.starts_here && is_decision(&link.kind));
        let how = first.map_or_else(|| RelationSlug::new("drops"), |link| link.kind.clone());
        // One that takes a mark drops the others: what it takes says what was decided.
        let takes = decides(row).map(|(kind, _)| kind).find(|kind| kind.as_str() == "takes");
        let how = takes.cloned().unwrap_or(how);
        Decided { by: Arc::clone(&row.person), id: row.id, how, is_old }
    });
    Differing {
        marks: cluster.marks.iter().map(|mark| mark.map(|mark| mark.id)).collect(),
        kinds,
        tags: cluster.present().flat_map(|mark: &Mark| mark.tags.iter().cloned()).collect(),
        decided,
    }
}

#[cfg(test)]
mod tests;
