//! The articles of a folder in the order that a person chose, those that a line of words and filters means.
//!
//! What a person does to one article must not move the cards under the pointer: the order is made anew when
//! it is chosen, when the line changes, and when articles come or go, not with every mark.

use super::query::{Matcher, Query, QueryError};
use super::{Entry, Library};
use crate::document::DocumentId;
use crate::text::order::natural_order;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

/// What the articles of a folder are ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EntryOrder {
    /// Their paths, as people order names.
    #[default]
    Name,
    /// Their titles.
    Title,
    /// The day of publication, the latest first; those without one last.
    Date,
    /// Those first that were never opened.
    Unread,
    /// The number of marks, most first.
    Marks,
    /// The number of marks that need a person, most first.
    NeedsLook,
}

impl EntryOrder {
    /// All of them, in the order of a menu.
    pub const ALL: [Self; 6] =
        [Self::Name, Self::Title, Self::Date, Self::Unread, Self::Marks, Self::NeedsLook];

    /// Its name in settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Title => "title",
            Self::Date => "date",
            Self::Unread => "unread",
            Self::Marks => "marks",
            Self::NeedsLook => "needs-look",
        }
    }

    /// The one of that name; that of names for one that nobody knows.
    pub fn called(name: &str) -> Self {
        Self::ALL.into_iter().find(|order| order.name() == name).unwrap_or_default()
    }

    fn sort(self, entries: &mut [Arc<Entry>], read: &BTreeSet<DocumentId>) {
        // Entries come in the order of their paths, and all of these sorts keep it among equals.
        match self {
            Self::Name => {}
            Self::Title => entries.sort_by(|a, b| natural_order(&a.title, &b.title)),
            Self::Date => entries.sort_by_key(|entry| Reverse(entry.date)),
            Self::Unread => entries.sort_by_key(|entry| is_read(entry, read)),
            Self::Marks => entries.sort_by_key(|entry| Reverse(entry.rows.len())),
            Self::NeedsLook => entries.sort_by_key(|entry| Reverse(entry.n_needing_look())),
        }
    }
}

/// Whether an article was ever opened.
pub fn is_read(entry: &Entry, read: &BTreeSet<DocumentId>) -> bool {
    entry.document.is_some_and(|document| read.contains(&document))
}

/// The articles that are listed.
#[derive(Debug, Default)]
pub struct Listing {
    order: EntryOrder,
    line: String,
    error: Option<QueryError>,
    /// What the articles were ordered and chosen for, and what they show.
    made_for: Option<Made>,
    shows: Option<(PathBuf, u64)>,
    entries: Vec<Arc<Entry>>,
}

#[derive(Debug, PartialEq)]
struct Made {
    root: PathBuf,
    n_entries: usize,
    is_done: bool,
}

impl Listing {
    /// The articles, in their order.
    pub fn entries(&self) -> &[Arc<Entry>] {
        &self.entries
    }

    /// What they are ordered by.
    pub fn order(&self) -> EntryOrder {
        self.order
    }

    /// The words and filters by which they are chosen.
    pub fn line(&self) -> &str {
        &self.line
    }

    /// Why the line cannot be asked, if so: the articles are those of the line before.
    pub fn error(&self) -> Option<&QueryError> {
        self.error.as_ref()
    }

    /// Orders them otherwise with the next look.
    pub fn set_order(&mut self, order: EntryOrder) {
        self.order = order;
        self.forget();
    }

    /// Chooses others with the next look.
    pub fn set_line(&mut self, line: String) {
        self.line = line;
        self.forget();
    }

    fn forget(&mut self) {
        self.made_for = None;
        self.shows = None;
    }

    /// Takes over what the folder has now; `read` are the documents that were opened before.
    pub fn follow(&mut self, library: &Library, read: &BTreeSet<DocumentId>) {
        let shows = (library.root().to_owned(), library.revision());
        if self.shows.as_ref() == Some(&shows) {
            return;
        }
        let made_for = Made {
            root: library.root().to_owned(),
            n_entries: library.n_entries(),
            is_done: library.progress().is_done,
        };
        if self.made_for.as_ref() != Some(&made_for) || !self.renew(library) {
            self.make(library, read);
        }
        (self.shows, self.made_for) = (Some(shows), Some(made_for));
    }

    /// The same articles as they are now; whether all of them are still there.
    fn renew(&mut self, library: &Library) -> bool {
        self.entries.iter_mut().all(|entry| {
            library.entry(&entry.path).is_some_and(|now| {
                *entry = Arc::clone(now);
                true
            })
        })
    }

    fn make(&mut self, library: &Library, read: &BTreeSet<DocumentId>) {
        let ready = |query: Query| query.matcher(library.codebook());
        let matcher: Matcher = match self.line.parse::<Query>().and_then(ready) {
            Ok(matcher) => matcher,
            Err(error) => {
                self.error = Some(error);
                self.renew(library);
                return;
            }
        };
        self.error = None;
        let meant = library.entries().filter(|entry| matcher.has_entry(library, entry));
        self.entries = meant.cloned().collect();
        self.order.sort(&mut self.entries, read);
    }

    /// Where an article stands in the list.
    pub fn position(&self, path: &str) -> Option<usize> {
        self.entries.iter().position(|entry| &*entry.path == path)
    }

    /// The article after another, or before it: the first or the last for one that is not listed. Those
    /// that cannot be read are passed over.
    pub fn beside(&self, path: Option<&str>, forward: bool) -> Option<&Arc<Entry>> {
        let can_be_read = |entry: &&Arc<Entry>| entry.fault.is_none();
        let here = path.and_then(|path| self.position(path));
        if forward {
            let rest = self.entries.get(here.map_or(0, |here| here + 1)..)?;
            rest.iter().find(can_be_read)
        } else {
            let rest = self.entries.get(..here.unwrap_or(self.entries.len()))?;
            rest.iter().rev().find(can_be_read)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::MemoryHost;
    use crate::library::tests::opened;

    fn library(articles: &[(&str, &str)]) -> Library {
        let mut host = MemoryHost::default();
        for (name, text) in articles {
            host.files.insert(format!("/desk/{name}").into(), text.as_bytes().to_vec());
        }
        opened(&host)
    }

    fn three() -> Library {
        library(&[
            ("a.md", "---\ntitle: Zebra\ndate: 2017-04-16\n---\n\nOne."),
            ("b.md", "---\ntitle: Ant\ndate: 2018-04-16\nsite: Herald\n---\n\nTwo."),
            ("c.md", "---\ntitle: Mule\n---\n\nThree."),
        ])
    }

    fn names(listing: &Listing) -> Vec<&str> {
        listing.entries().iter().map(|entry| entry.name()).collect()
    }

    #[test]
    fn articles_are_ordered_as_chosen_and_chosen_by_a_line() {
        let library = three();
        let mut listing = Listing::default();
        let read: BTreeSet<_> = library.entry("a.md").and_then(|entry| entry.document).into_iter().collect();
        let cases: [(EntryOrder, &str, &[&str]); 7] = [
            (EntryOrder::Name, "", &["a.md", "b.md", "c.md"]),
            (EntryOrder::Title, "", &["b.md", "c.md", "a.md"]),
            (EntryOrder::Date, "", &["b.md", "a.md", "c.md"]),
            (EntryOrder::Unread, "", &["b.md", "c.md", "a.md"]),
            (EntryOrder::Name, "herald", &["b.md"]),
            (EntryOrder::Date, "before:2018-05", &["b.md", "a.md"]),
            (EntryOrder::Name, "-has:note", &["a.md", "b.md", "c.md"]),
        ];
        for (order, line, expected) in cases {
            listing.set_order(order);
            listing.set_line(line.to_owned());
            listing.follow(&library, &read);
            assert_eq!(names(&listing), expected, "{order:?} {line}");
        }
    }

    #[test]
    fn a_line_that_cannot_be_asked_leaves_the_list_as_it_was() {
        let library = three();
        let mut listing = Listing::default();
        for line in ["herald", "herald before:"] {
            listing.set_line(line.to_owned());
            listing.follow(&library, &BTreeSet::new());
        }
        assert_eq!((names(&listing), listing.error().is_some()), (vec!["b.md"], true));
    }

    #[test]
    fn an_article_that_becomes_read_keeps_its_place_until_the_order_is_chosen_again() {
        let mut library = three();
        let mut listing = Listing::default();
        listing.set_order(EntryOrder::Unread);
        listing.follow(&library, &BTreeSet::new());
        let read: BTreeSet<_> = library.entry("a.md").and_then(|entry| entry.document).into_iter().collect();
        library.go_on_from(library.revision() + 1);
        listing.follow(&library, &read);
        assert_eq!(names(&listing), ["a.md", "b.md", "c.md"]);
        listing.set_order(EntryOrder::Unread);
        listing.follow(&library, &read);
        assert_eq!(names(&listing), ["b.md", "c.md", "a.md"]);
    }

    #[test]
    fn one_goes_from_article_to_article_in_the_order_of_the_list() {
        let library = three();
        let mut listing = Listing::default();
        listing.set_order(EntryOrder::Date);
        listing.follow(&library, &BTreeSet::new());
        let beside = |path, forward| listing.beside(path, forward).map(|entry| entry.name());
        assert_eq!(beside(Some("b.md"), true), Some("a.md"));
        assert_eq!(beside(Some("c.md"), true), None);
        assert_eq!(beside(Some("b.md"), false), None);
        assert_eq!(beside(None, true), Some("b.md"));
        assert_eq!(beside(None, false), Some("c.md"));
    }
}
