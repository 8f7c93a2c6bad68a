//! Finding words in the open article: what is asked for, how far the search has come, what it found.

use super::words::grouped;
use crate::document::Document;
use crate::gui::words::say;
use crate::text::find::{FindError, Query};
use crate::text::{TextRange, TextSize};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What a search found in one article, as far as it has come.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    /// The places in the order of the text; they do not overlap and none is empty. Whenever they
    /// change this is another `Arc`: what is drawn from them may be kept by its address.
    pub hits: Arc<[TextRange]>,
    /// Which of them was gone to.
    pub current: Option<usize>,
}

impl Found {
    /// The hits that overlap `range`, with their numbers from 0.
    pub(super) fn in_range(&self, range: TextRange) -> impl Iterator<Item = (usize, TextRange)> {
        let from = self.hits.partition_point(|hit| hit.end() <= range.start());
        let until = self.hits.partition_point(|hit| hit.start() < range.end());
        (from..until).filter_map(|nth| Some((nth, *self.hits.get(nth)?)))
    }

    /// The hit that was gone to.
    pub(super) fn current_hit(&self) -> Option<TextRange> {
        self.hits.get(self.current?).copied()
    }

    /// The hit before or after the current one, round at the ends; else the first from `offset` on.
    fn step(&self, forward: bool, offset: TextSize) -> Option<usize> {
        let count = self.hits.len();
        let first = self.hits.partition_point(|hit| hit.start() < offset);
        let step = if forward { 1 } else { count.saturating_sub(1) };
        let next = match self.current {
            Some(current) => current + step,
            None if forward => first,
            None => first + step,
        };
        (0 < count).then(|| next % count)
    }
}

/// A search to be made: what the worker is given.
#[derive(Clone, Debug)]
pub(super) struct Search {
    /// Which search it is: answers to another are stale.
    pub serial: u64,
    /// Where.
    pub document: Arc<Document>,
    /// What.
    pub query: Query,
    /// Raised when nobody waits for the answer any more.
    pub is_stale: Arc<AtomicBool>,
}

impl Search {
    /// Whether somebody still waits for it.
    pub(super) fn is_wanted(&self) -> bool {
        !self.is_stale.load(Ordering::Relaxed)
    }
}

/// More of what a search finds.
#[derive(Clone, Debug)]
pub(super) struct Batch {
    /// Of which search.
    pub serial: u64,
    /// The next hits.
    pub hits: Vec<TextRange>,
    /// How it ended, when it has: whether there are more hits than are kept, or what is wrong.
    pub end: Option<Result<bool, FindError>>,
}

/// How far a search has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Progress {
    /// There is nothing to look for.
    #[default]
    Idle,
    /// It runs.
    Running,
    /// It is done; `is_capped`: there are more hits than are kept.
    Done { is_capped: bool },
    /// The expression is wrong.
    Wrong(FindError),
}

/// The finder: the bar, what is typed into it, and the search that answers it.
#[derive(Debug, Default)]
pub(super) struct Finding {
    /// Whether the bar is shown and its hits on the page.
    pub is_open: bool,
    /// What is looked for.
    pub query: Query,
    pub progress: Progress,
    /// Whether the field gets the keyboard with the next frame, its words selected.
    pub wants_focus: bool,
    /// Whether the field had the keyboard in the last frame.
    pub has_focus: bool,
    /// The caret when the search began: the first hit from there on is shown.
    pub origin: TextSize,
    /// Whether the first hit that comes is selected, not only shown.
    pub selects: bool,
    /// Whether the hit before `origin` is meant, not the first one from there on.
    pub goes_back: bool,
    /// The hit that was looked at when the bar was closed.
    left: Option<TextRange>,
    /// Whether a hit has been gone to.
    has_gone: bool,
    asked: Option<(Arc<Document>, Query)>,
    serial: u64,
    is_stale: Arc<AtomicBool>,
}

impl Finding {
    /// Shows the bar, and puts short `words` into it.
    pub(super) fn open(&mut self, words: Option<&str>, caret: TextSize) {
        if let Some(words) = words {
            self.query.words = words.to_owned();
            self.query.is_regex = false;
        }
        (self.is_open, self.origin, self.asked, self.goes_back) = (true, caret, None, false);
    }

    /// Shows the bar with what was looked for elsewhere, whose hits are lit; the one from `origin` on is
    /// selected.
    pub(super) fn look_for(&mut self, query: Query, origin: TextSize) {
        self.open(None, origin);
        (self.query, self.selects) = (query, true);
    }

    /// Whether the words at `range` are what was looked for: then they say less than the query.
    pub(super) fn is_hit(&self, range: TextRange, found: &Found) -> bool {
        [self.left, found.current_hit()].contains(&Some(range))
    }

    /// Hides the bar; what was looked for is kept for the next time. `hit` was looked at.
    pub(super) fn close(&mut self, hit: Option<TextRange>) {
        self.left = hit;
        self.selects = false;
        self.is_stale.store(true, Ordering::Relaxed);
        (self.is_open, self.has_focus, self.asked, self.progress) = (false, false, None, Progress::Idle);
    }

    /// Where article, words or options are others than those of the last search, what was found before is
    /// to be forgotten: then gives the search to be made, if there is anything to look for.
    pub(super) fn follow(&mut self, document: &Arc<Document>) -> Option<Option<Search>> {
        let is_same = self
            .asked
            .as_ref()
            .is_some_and(|(asked, query)| Arc::ptr_eq(asked, document) && *query == self.query);
        if is_same || !self.is_open {
            return None;
        }
        self.is_stale.store(true, Ordering::Relaxed);
        self.is_stale = Arc::default();
        self.serial += 1;
        self.has_gone = false;
        self.asked = Some((Arc::clone(document), self.query.clone()));
        if self.query.is_empty() {
            self.progress = Progress::Idle;
            return Some(None);
        }
        self.progress = Progress::Running;
        Some(Some(Search {
            serial: self.serial,
            document: Arc::clone(document),
            query: self.query.clone(),
            is_stale: Arc::clone(&self.is_stale),
        }))
    }

    /// Takes an answer in. Gives the hit that is to be shown, once it is known which that is.
    pub(super) fn take(&mut self, batch: Batch, found: &mut Found) -> Option<TextRange> {
        if batch.serial != self.serial || !self.is_open {
            return None;
        }
        if !batch.hits.is_empty() {
            found.hits = found.hits.iter().copied().chain(batch.hits).collect();
        }
        let is_done = batch.end.is_some();
        match batch.end {
            Some(Ok(is_capped)) => self.progress = Progress::Done { is_capped },
            Some(Err(error)) => self.progress = Progress::Wrong(error),
            None => {}
        }
        let reaches = found.hits.last().is_some_and(|last| self.origin <= last.start());
        // Before the first of all comes the last of all, which only the end of the search tells.
        let has_one_before = found.hits.first().is_some_and(|first| first.start() < self.origin);
        let is_known = is_done || reaches && (!self.goes_back || has_one_before);
        if self.has_gone || !is_known {
            return None;
        }
        self.has_gone = true;
        found.current = found.step(!self.goes_back, self.origin);
        found.current_hit()
    }

    /// Goes to the next hit, or the one before.
    pub(super) fn step(&mut self, forward: bool, found: &mut Found) -> Option<TextRange> {
        found.current = found.step(forward, self.origin);
        self.has_gone = true;
        let hit = found.current_hit()?;
        self.origin = hit.start();
        Some(hit)
    }

    /// Goes to one hit.
    pub(super) fn go_to(&mut self, nth: usize, found: &mut Found) -> Option<TextRange> {
        found.current = (nth < found.hits.len()).then_some(nth);
        self.has_gone = true;
        let hit = found.current_hit()?;
        self.origin = hit.start();
        Some(hit)
    }

    /// How many there are, and which is looked at, for people.
    pub(super) fn words(&self, found: &Found) -> String {
        let count = grouped(found.hits.len());
        match (&self.progress, found.current) {
            (Progress::Idle, _) => String::new(),
            (Progress::Wrong(error), _) => sentence(&error.to_string()),
            (Progress::Running, _) if found.hits.is_empty() => say!("find-running"),
            (Progress::Running, _) => say!("find-so-far", count = found.hits.len()),
            (Progress::Done { .. }, _) if found.hits.is_empty() => say!("find-nothing"),
            (Progress::Done { is_capped: true }, Some(current)) => {
                say!("find-one-of-more", nth = current + 1, count = found.hits.len())
            }
            (Progress::Done { .. }, Some(current)) => {
                say!("find-one-of", nth = current + 1, count = found.hits.len())
            }
            (Progress::Done { .. }, None) => count,
        }
    }
}

fn sentence(words: &str) -> String {
    super::notices::sentence(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(hits: &[(usize, usize)]) -> Found {
        Found { hits: hits.iter().map(|&(a, b)| TextRange::from_usize(a..b)).collect(), current: None }
    }

    #[test]
    fn steps_go_round() {
        let mut found = found(&[(2, 4), (6, 8), (10, 12)]);
        let mut finding = Finding { origin: TextSize::from(5), ..Finding::default() };
        let mut steps = |forward: &[bool]| -> Vec<Option<usize>> {
            forward
                .iter()
                .map(|&forward| finding.step(forward, &mut found).map(|hit| hit.start().to_usize()))
                .collect()
        };
        assert_eq!(steps(&[true, true, true, false, false]), [Some(6), Some(10), Some(2), Some(10), Some(6)]);
        assert_eq!(Found::default().step(true, TextSize::ZERO), None);
    }

    #[test]
    fn those_in_a_range_are_the_ones_that_overlap_it() {
        let found = found(&[(2, 4), (6, 8), (10, 12)]);
        let nths = |from, to| {
            found.in_range(TextRange::from_usize(from..to)).map(|(nth, _)| nth).collect::<Vec<_>>()
        };
        assert_eq!(nths(0, 2), [0; 0]);
        assert_eq!(nths(3, 7), [0, 1]);
        assert_eq!(nths(4, 20), [1, 2]);
    }

    #[test]
    fn backwards_the_hit_before_is_waited_for() {
        let is_found = |origin: u32, batches: &[(&[(usize, usize)], bool)]| -> Vec<Option<usize>> {
            let mut found = Found::default();
            let mut finding = Finding {
                is_open: true,
                goes_back: true,
                origin: TextSize::from(origin),
                ..Finding::default()
            };
            let take = |&(hits, is_end): &(&[(usize, usize)], bool)| {
                let hits = hits.iter().map(|&(a, b)| TextRange::from_usize(a..b)).collect();
                let batch = Batch { serial: 0, hits, end: is_end.then_some(Ok(false)) };
                finding.take(batch, &mut found).map(|hit| hit.start().to_usize())
            };
            batches.iter().map(take).collect()
        };
        let (early, late): (&[_], &[_]) = (&[(2, 4), (6, 8)], &[(12, 14), (22, 24)]);
        assert_eq!(is_found(20, &[(early, false), (late, false), (&[], true)]), [None, Some(12), None]);
        assert_eq!(is_found(1, &[(early, false), (late, false), (&[], true)]), [None, None, Some(22)]);
    }

    #[test]
    fn stale_answers_are_not_taken() {
        let mut found = Found::default();
        let mut finding =
            Finding { serial: 2, is_open: true, progress: Progress::Running, ..Finding::default() };
        let batch = |serial, end| Batch { serial, hits: vec![TextRange::from_usize(2..4)], end };
        assert_eq!(finding.take(batch(1, Some(Ok(false))), &mut found), None);
        assert_eq!(found.hits.len(), 0);
        assert_eq!(finding.take(batch(2, None), &mut found), Some(TextRange::from_usize(2..4)));
        assert_eq!((finding.words(&found).as_str(), grouped(1_234_567).as_str()), ("1 so far…", "1,234,567"));
    }
}
