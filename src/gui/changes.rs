//! What changed between two versions of an article, over the page: the changes in substance as a list, and
//! both texts beside each other.

mod page;
mod view;

use crate::analysis::{Comparison, Row};
use crate::anchor::Placers;
use crate::document::{Digest, Document, Numbers};
use crate::session::Session;
use crate::text::TextSize;
pub(super) use page::ChangesPage;
use std::path::PathBuf;
use std::sync::Arc;

/// Paragraphs without changes are shown so far around those with changes; the others fold.
const AROUND: usize = 1;

/// Two texts to be compared, of an article.
#[derive(Clone)]
pub(super) struct Pair {
    /// The article.
    pub path: PathBuf,
    /// The older text.
    pub old: Arc<str>,
    /// Its digest.
    pub made_on: Digest,
    /// They have the older text aligned with what is open, or will.
    pub placers: Placers,
    /// What is open.
    pub new: Arc<Document>,
    /// Whether the page showed the older text.
    pub was_open: bool,
}

/// What is drawn in the part with both texts.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Item {
    /// An index into the rows of the comparison.
    Row(usize),
    /// So many rows without changes, folded.
    Fold(usize),
}

/// Two versions, what differs, and how far it is scrolled.
pub(super) struct Changes {
    old: Arc<str>,
    new: Arc<Document>,
    numbers: Numbers,
    /// Whether the page showed the old text until the file changed; else marks were made on it.
    was_open: bool,
    comparison: Comparison,
    shows_all: bool,
    items: Vec<Item>,
    /// The height of each item, in points: a guess until it was drawn.
    heights: Vec<f32>,
    /// The width of a column that the heights are for.
    width: f32,
    /// The change that was chosen in the list.
    chosen: Option<usize>,
    /// The item to scroll to.
    wanted: Option<usize>,
    wants_focus: bool,
    /// How far the texts are scrolled, and how high their part is, in points.
    scrolled: (f32, f32),
}

impl Changes {
    /// Takes over a comparison of `old` with `new`.
    pub(super) fn new(old: Arc<str>, new: Arc<Document>, was_open: bool, comparison: Comparison) -> Self {
        let mut changes = Self {
            numbers: Numbers::of(&new),
            old,
            new,
            was_open,
            comparison,
            shows_all: false,
            items: Vec::new(),
            heights: Vec::new(),
            width: 0.0,
            chosen: None,
            wanted: None,
            wants_focus: true,
            scrolled: (0.0, 0.0),
        };
        changes.fold();
        changes
    }

    /// Whether it compares what `session` shows with what it showed or was marked on.
    pub(super) fn is_for(&self, session: &Session) -> bool {
        Arc::ptr_eq(&self.new, session.document())
    }

    /// How many changes in substance there are.
    pub(super) fn n_changes(&self) -> usize {
        self.comparison.changes.len()
    }

    /// Whether the texts say the same, word for word and in the same order.
    pub(super) fn is_same(&self) -> bool {
        self.comparison.rows.iter().all(Row::is_same)
    }

    /// Gives the list the keyboard with the next frame.
    pub(super) fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// Decides which rows are shown, and which fold.
    fn fold(&mut self) {
        let rows = &self.comparison.rows;
        let mut is_near = vec![self.shows_all; rows.len()];
        for (nth, _) in rows.iter().enumerate().filter(|(_, row)| !row.is_same()) {
            let end = (nth + AROUND + 1).min(rows.len());
            is_near[nth.saturating_sub(AROUND)..end].fill(true);
        }
        self.items.clear();
        for (nth, &is_near) in is_near.iter().enumerate() {
            match self.items.last_mut() {
                _ if is_near => self.items.push(Item::Row(nth)),
                Some(Item::Fold(n_rows)) => *n_rows += 1,
                _ => self.items.push(Item::Fold(1)),
            }
        }
        self.width = 0.0;
    }

    /// The item that has a place of the new text, or the one before it.
    fn item_at(&self, at: TextSize) -> Option<usize> {
        let starts_before = |item: &Item| match item {
            Item::Row(nth) => {
                let side = self.comparison.rows.get(*nth).and_then(|row| row.new.as_ref());
                side.is_some_and(|side| side.range.start() <= at)
            }
            Item::Fold(_) => false,
        };
        self.items.iter().rposition(starts_before)
    }

    /// The item that shows a change: where its new words stand, else where the old ones stood.
    fn item_of(&self, change: usize) -> Option<usize> {
        let change = self.comparison.changes.get(change)?;
        let old = change.old.filter(|_| change.new.is_none());
        let gone = old.and_then(|old| {
            self.items.iter().position(|item| {
                let Item::Row(nth) = item else { return false };
                let side = self.comparison.rows.get(*nth).and_then(|row| row.old.as_ref());
                side.is_some_and(|side| side.range.covers(old.range))
            })
        });
        gone.or_else(|| self.item_at(change.at))
    }

    fn choose(&mut self, change: usize) {
        self.chosen = Some(change);
        self.wanted = self.item_of(change);
    }
}
