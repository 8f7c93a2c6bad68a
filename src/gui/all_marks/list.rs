//! The marks that are meant, in the order that is wanted: looked through in portions, so that no frame
//! waits for a folder of thousands.

use super::columns::{At, Column, Key};
use crate::library::query::Matcher;
use crate::library::{Entry, Library, Query};
use std::sync::Arc;

/// How many rows are looked at in one frame.
const PORTION: usize = 12_000;

/// What is listed, and what is being looked through to be listed next.
#[derive(Default)]
pub(super) struct List {
    entries: Vec<Arc<Entry>>,
    found: Vec<At>,
    made_for: Option<Wanted>,
    coming: Option<Coming>,
}

/// What a list is made for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Wanted {
    pub revision: u64,
    pub query: Query,
    pub column: Column,
    pub is_down: bool,
}

struct Coming {
    wanted: Wanted,
    matcher: Matcher,
    entries: Vec<Arc<Entry>>,
    next: usize,
    found: Vec<(Key, At)>,
}

impl List {
    /// How many marks are listed.
    pub(super) fn len(&self) -> usize {
        self.found.len()
    }

    /// Whether another list is on its way.
    pub(super) fn is_coming(&self) -> bool {
        self.coming.is_some()
    }

    /// The article and the mark of a line.
    pub(super) fn get(&self, line: usize) -> Option<(&Arc<Entry>, &crate::library::MarkRow)> {
        self.found.get(line)?.of(&self.entries)
    }

    /// Goes on towards what is wanted: a portion of it in each frame. What was listed stays until then.
    pub(super) fn follow(&mut self, wanted: &Wanted, matcher: &Matcher, library: &Library) {
        let made_for = self.coming.as_ref().map_or(self.made_for.as_ref(), |coming| Some(&coming.wanted));
        if made_for != Some(wanted) {
            self.coming = Some(Coming {
                wanted: wanted.clone(),
                matcher: matcher.clone(),
                entries: library.entries().cloned().collect(),
                next: 0,
                found: Vec::new(),
            });
        }
        let Some(coming) = &mut self.coming else { return };
        coming.look(library);
        if coming.entries.len() <= coming.next
            && let Some(coming) = self.coming.take()
        {
            self.made_for = Some(coming.wanted.clone());
            (self.entries, self.found) = coming.sorted();
        }
    }
}

impl Coming {
    fn look(&mut self, library: &Library) {
        let mut n_looked = 0;
        while let Some(entry) = self.entries.get(self.next).filter(|_| n_looked < PORTION) {
            // Empty articles count too: ten thousand of them are not looked through in one frame.
            n_looked += entry.rows.len() + 1;
            for (nth, row) in entry.rows.iter().enumerate() {
                if self.matcher.has(library, entry, row) {
                    let at = At {
                        entry: u32::try_from(self.next).unwrap_or(u32::MAX),
                        row: u32::try_from(nth).unwrap_or(u32::MAX),
                    };
                    self.found.push((self.wanted.column.key(library, entry, row), at));
                }
            }
            self.next += 1;
        }
    }

    /// Equal rows stay in the order of the articles and of their text.
    fn sorted(self) -> (Vec<Arc<Entry>>, Vec<At>) {
        let is_down = self.wanted.is_down;
        let mut found = self.found;
        found.sort_by(|(a, _), (b, _)| {
            let order = a.cmp(b);
            let is_about_nothing = a.is_empty || b.is_empty;
            if is_down && !is_about_nothing { order.reverse() } else { order }
        });
        (self.entries, found.into_iter().map(|(_, at)| at).collect())
    }
}
