//! What changed between two versions of an article, over the page: the changes in substance as a list, and
//! both texts beside each other.

mod banner;
mod heights;
mod list;
mod page;
mod row;
mod texts;

use crate::analysis::{Comparison, Row};
use crate::anchor::Placers;
use crate::document::{Digest, Document, Numbers};
use crate::session::Session;
use crate::text::TextSize;
pub(super) use banner::{Banner, banner_ui};
use heights::Heights;
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
    /// They have the older text aligned with the newer one, or will.
    pub placers: Placers,
    /// The newer text.
    pub new: Arc<Document>,
    /// Why there are two.
    pub reason: Reason,
}

/// Why two texts of an article are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// The page showed the older one until the file changed, or still does.
    FileChanged,
    /// Marks were made on the older one.
    MarkedEarlier,
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
    reason: Reason,
    comparison: Comparison,
    shows_all: bool,
    items: Vec<Item>,
    /// Of the items, and of the lines of the list.
    heights: Heights,
    lines: Heights,
    /// The change that was chosen in the list.
    chosen: Option<usize>,
    /// The item to scroll to, and whether it gets the keyboard.
    wanted: Option<(usize, bool)>,
    wants_focus: bool,
    /// How far the texts are scrolled, and how high their part is, in points.
    scrolled: (f32, f32),
}

impl Changes {
    /// Takes over a comparison of two texts.
    pub(super) fn new(pair: Pair, comparison: Comparison) -> Self {
        let mut changes = Self {
            numbers: Numbers::of(&pair.new),
            old: pair.old,
            new: pair.new,
            reason: pair.reason,
            comparison,
            shows_all: false,
            items: Vec::new(),
            heights: Heights::default(),
            lines: Heights::default(),
            chosen: None,
            wanted: None,
            wants_focus: true,
            scrolled: (0.0, 0.0),
        };
        changes.fold();
        changes
    }

    /// Whether it compares the newest text that `session` knows with another one.
    pub(super) fn is_for(&self, session: &Session) -> bool {
        Arc::ptr_eq(&self.new, session.newest())
    }

    /// Whether the newer text waits to be read: the page of `session` shows the older one.
    fn is_waiting(&self, session: &Session) -> bool {
        !Arc::ptr_eq(&self.new, session.document())
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
        self.heights.clear();
    }

    /// The row that an item shows.
    fn row(&self, item: &Item) -> Option<&Row> {
        let Item::Row(nth) = item else { return None };
        self.comparison.rows.get(*nth)
    }

    /// The item that has a place of the new text, or the one before it.
    fn item_at(&self, at: TextSize) -> Option<usize> {
        let starts_before = |item: &Item| {
            let side = self.row(item).and_then(|row| row.new.as_ref());
            side.is_some_and(|side| side.range.start() <= at)
        };
        self.items.iter().rposition(starts_before)
    }

    /// The item that shows a change: where its new words stand, else where the old ones stood.
    fn item_of(&self, change: usize) -> Option<usize> {
        let change = self.comparison.changes.get(change)?;
        let old = change.old.filter(|_| change.new.is_none());
        let gone = old.and_then(|old| {
            let has_it = |item: &Item| {
                let side = self.row(item).and_then(|row| row.old.as_ref());
                side.is_some_and(|side| side.range.covers(old.range))
            };
            self.items.iter().position(has_it)
        });
        gone.or_else(|| self.item_at(change.at))
    }

    fn choose(&mut self, change: usize) {
        self.chosen = Some(change);
        self.wanted = self.item_of(change).map(|item| (item, false));
    }

    /// Where a row stands in the text that the page of `session` shows: its first changed words, its
    /// beginning, or else the beginning of the paragraph before it.
    fn place_of_row(&self, nth: usize, session: &Session) -> TextSize {
        let is_waiting = self.is_waiting(session);
        let shown = |row: &'_ Row| {
            let side = if is_waiting { row.old.as_ref() } else { row.new.as_ref() };
            side.map(|side| side.changed.first().map_or(side.range.start(), |changed| changed.start()))
        };
        let rows = self.comparison.rows.get(..=nth).unwrap_or_default();
        rows.iter().rev().find_map(shown).unwrap_or_default()
    }

    /// Where a change stands in that text.
    fn place_of_change(&self, nth: usize, session: &Session) -> Option<TextSize> {
        let change = self.comparison.changes.get(nth)?;
        if !self.is_waiting(session) {
            return Some(change.at);
        }
        let stood = change.old.map(|old| old.range.start());
        stood.or_else(|| {
            let item = self.items.get(self.item_of(nth)?)?;
            let Item::Row(row) = item else { return None };
            Some(self.place_of_row(*row, session))
        })
    }
}
