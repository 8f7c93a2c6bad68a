//! The threads that look for words: a long text slice by slice, answered in its order.

use super::{Event, Worker, start};
use crate::gui::finding::{Batch, Search};
use crate::text::TextRange;
use crate::text::find::{self, Finder};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

/// Texts from so many bytes on are searched by several threads.
const LONG_TEXT: usize = 4 << 20;
const MOST_SEARCHERS: usize = 4;
/// How often a search says what it has found so far.
const ANSWER_EVERY: Duration = Duration::from_millis(40);

impl Worker {
    /// Looks for words, on threads of its own; answered at once where there are none.
    pub(in crate::gui) fn search(&self, search: Search) {
        let teller = self.teller.clone();
        let answer = move |batch| {
            teller.tell(Event::Found(batch));
        };
        if !self.has_threads {
            run_search(&search, 1, &answer);
            return;
        }
        let work = move || {
            let n_threads = if search.document.text().len() < LONG_TEXT { 1 } else { n_searchers() };
            run_search(&search, n_threads, &answer);
        };
        // Without a thread the bar goes on saying that it searches; the next letter tries again.
        start("postil search", work);
    }
}

/// How many threads search a long text.
fn n_searchers() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(MOST_SEARCHERS)
}

/// Searches slice by slice, and answers in the order of the text: now and then, and at the end.
fn run_search(search: &Search, n_threads: usize, answer: &dyn Fn(Batch)) {
    let serial = search.serial;
    let finder = match Finder::new(&search.query) {
        Ok(finder) => finder,
        Err(error) => return answer(Batch { serial, hits: Vec::new(), end: Some(Err(error)) }),
    };
    let text = search.document.text();
    let paragraphs = search.document.block_ranges();
    let slices: Vec<&[TextRange]> = find::slices(&paragraphs).collect();
    let next = AtomicUsize::new(0);
    let (found, finds) = channel();
    let work = |found: Sender<(usize, Vec<TextRange>)>| {
        // A copy has a memory of its own: two threads would wait for each other's.
        let finder = finder.clone();
        while let Some(slice) = Some(next.fetch_add(1, Ordering::Relaxed)).filter(|_| search.is_wanted()) {
            let Some(paragraphs) = slices.get(slice) else { return };
            let hits = finder.in_slice(text, paragraphs, &mut || search.is_wanted());
            if found.send((slice, hits)).is_err() {
                return;
            }
        }
    };
    if n_threads < 2 {
        work(found);
        return gather(search, finds, answer);
    }
    std::thread::scope(|scope| {
        for _ in 0..n_threads {
            let found = found.clone();
            scope.spawn(|| work(found));
        }
        drop(found);
        gather(search, finds, answer);
    });
}

/// Puts the slices' hits in order, and answers.
fn gather(search: &Search, finds: Receiver<(usize, Vec<TextRange>)>, answer: &dyn Fn(Batch)) {
    let serial = search.serial;
    let mut early: BTreeMap<usize, Vec<TextRange>> = BTreeMap::new();
    let (mut wanted, mut count) = (0, 0);
    let mut hits: Vec<TextRange> = Vec::new();
    let mut answered = Instant::now();
    for (slice, found) in finds {
        early.insert(slice, found);
        while let Some(found) = early.remove(&wanted) {
            wanted += 1;
            count += found.len();
            hits.extend(found);
        }
        if find::MOST_HITS <= count {
            break;
        }
        if !hits.is_empty() && ANSWER_EVERY < answered.elapsed() {
            answer(Batch { serial, hits: std::mem::take(&mut hits), end: None });
            answered = Instant::now();
        }
    }
    let is_capped = find::MOST_HITS < count;
    hits.truncate(hits.len() - count.saturating_sub(find::MOST_HITS).min(hits.len()));
    if search.is_wanted() {
        answer(Batch { serial, hits, end: Some(Ok(is_capped)) });
    }
}
