//! Links over the whole folder: a mark by its id, and what is linked to it from other articles.

use super::Library;
use super::entry::Entry;
use super::row::{LinkRow, MarkRow};
use crate::layer::{AnnotationId, RelationSlug};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// A link as one of its ends sees it.
#[derive(Clone, Debug)]
pub struct Link<'a> {
    /// Which it is: `denies`, `confirms`, …
    pub kind: &'a RelationSlug,
    /// Whether it starts at this mark.
    pub starts_here: bool,
    /// The mark at the other end.
    pub other: AnnotationId,
    /// The words of the other end; of one that is gone those that it last had, as far as they are known.
    pub words: &'a str,
    /// Where the other end is.
    pub end: OtherEnd<'a>,
}

/// Where the other end of a link is.
#[derive(Clone, Debug)]
pub enum OtherEnd<'a> {
    /// In this article.
    Here,
    /// In another article of the folder.
    There(&'a Arc<Entry>),
    /// Not in this folder, or not any more.
    Gone,
}

/// By the mark that is meant: the articles and marks at the other end.
pub(super) type FromElsewhere = BTreeMap<AnnotationId, BTreeSet<(Arc<str>, AnnotationId)>>;

/// Where each mark is, and which are linked to from other articles.
#[derive(Clone, Debug, Default)]
pub(super) struct LinkIndex {
    /// Shared with those who look at the whole library meanwhile.
    by_mark: Arc<HashMap<AnnotationId, Arc<str>>>,
    /// Shared with those who look at the rows meanwhile.
    from_elsewhere: Arc<FromElsewhere>,
    /// How many links to other articles an article has.
    n_elsewhere: BTreeMap<Arc<str>, usize>,
}

impl LinkIndex {
    pub(super) fn place_of(&self, mark: AnnotationId) -> Option<&str> {
        self.by_mark.get(&mark).map(AsRef::as_ref)
    }

    pub(super) fn is_linked_from_elsewhere(&self, mark: AnnotationId) -> bool {
        self.from_elsewhere.contains_key(&mark)
    }

    pub(super) fn ends_elsewhere(&self) -> &Arc<FromElsewhere> {
        &self.from_elsewhere
    }

    pub(super) fn entries_with_links_elsewhere(&self) -> Vec<Arc<str>> {
        self.n_elsewhere.keys().cloned().collect()
    }

    /// An article has other rows than before.
    pub(super) fn replace(&mut self, before: Option<&Entry>, now: Option<&Entry>) {
        let by_mark = Arc::make_mut(&mut self.by_mark);
        if let Some(before) = before {
            for row in &before.rows {
                // A copy of the article has the same marks: what the other one says stays.
                if by_mark.get(&row.id).is_some_and(|path| *path == before.path) {
                    by_mark.remove(&row.id);
                }
            }
            for (other, end) in links_elsewhere(before) {
                let from_elsewhere = Arc::make_mut(&mut self.from_elsewhere);
                if let Some(ends) = from_elsewhere.get_mut(&other) {
                    ends.remove(&end);
                    if ends.is_empty() {
                        from_elsewhere.remove(&other);
                    }
                }
            }
            self.n_elsewhere.remove(&before.path);
        }
        if let Some(now) = now {
            for row in &now.rows {
                by_mark.entry(row.id).or_insert_with(|| Arc::clone(&now.path));
            }
            let mut n_links = 0;
            for (other, end) in links_elsewhere(now) {
                Arc::make_mut(&mut self.from_elsewhere).entry(other).or_default().insert(end);
                n_links += 1;
            }
            if 0 < n_links {
                self.n_elsewhere.insert(Arc::clone(&now.path), n_links);
            }
        }
    }
}

fn links_elsewhere(entry: &Entry) -> impl Iterator<Item = (AnnotationId, (Arc<str>, AnnotationId))> {
    let links = entry.rows.iter().flat_map(|row| row.links.iter().map(move |link| (row, link)));
    let elsewhere = links.filter(|(_, link)| !link.is_here);
    elsewhere.map(|(row, link)| (link.other, (Arc::clone(&entry.path), row.id)))
}

pub(super) fn links_of<'a>(library: &'a Library, index: &'a LinkIndex, row: &'a MarkRow) -> Vec<Link<'a>> {
    let own = row.links.iter().map(|link| {
        let there = library.mark(link.other).filter(|_| !link.is_here);
        Link {
            kind: &link.kind,
            starts_here: link.starts_here,
            other: link.other,
            words: there.map_or(&*link.words, |(_, other)| &*other.quote),
            end: match there {
                _ if link.is_here => OtherEnd::Here,
                Some((entry, _)) => OtherEnd::There(entry),
                None => OtherEnd::Gone,
            },
        }
    });
    let from = index.from_elsewhere.get(&row.id).into_iter().flatten();
    let from = from.filter_map(|(path, other)| {
        let entry = library.entry(path)?;
        let other = entry.rows.iter().find(|row| row.id == *other)?;
        let links = other.links.iter().filter(|link| !link.is_here && link.other == row.id);
        Some(links.map(move |link| Link {
            kind: &link.kind,
            starts_here: !link.starts_here,
            other: other.id,
            words: &other.quote,
            end: OtherEnd::There(entry),
        }))
    });
    own.chain(from.flatten()).collect()
}

/// An entry whose links keep the words that the same links had before, where there are none now.
pub(super) fn with_last_words(entry: Arc<Entry>, before: &Entry) -> Arc<Entry> {
    let last = |row: &MarkRow, link: &LinkRow| {
        let before = before.rows.iter().find(|before| before.id == row.id)?;
        let before = before.links.iter().find(|before| before.other == link.other)?;
        Some(before.words.clone())
    };
    with_words(&entry, |row, link| if link.words.is_empty() { last(row, link) } else { None })
        .unwrap_or(entry)
}

/// An entry whose links to other articles have the words that stand there now; `None`: it is so already.
pub(super) fn with_present_words(library: &Library, entry: &Arc<Entry>) -> Option<Arc<Entry>> {
    with_words(entry, |_, link| library.mark(link.other).map(|(_, other)| other.quote.clone()))
}

fn with_words(
    entry: &Arc<Entry>,
    words: impl Fn(&MarkRow, &LinkRow) -> Option<Box<str>>,
) -> Option<Arc<Entry>> {
    let mut other: Option<Entry> = None;
    for (nth, row) in entry.rows.iter().enumerate() {
        for (nth_link, link) in row.links.iter().enumerate().filter(|(_, link)| !link.is_here) {
            if let Some(words) = words(row, link).filter(|words| *words != link.words) {
                let other = other.get_or_insert_with(|| Entry::clone(entry));
                other.rows[nth].links[nth_link].words = words;
            }
        }
    }
    other.map(Arc::new)
}
