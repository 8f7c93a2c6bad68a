//! How often the ladder finds passages again where the editor of `simulator.rs` knows what became of them.

use crate::fates::{Fate, Left};
use crate::simulator::{Editor, Trial};
use postil::anchor::{KeptTexts, Passage, Placement, Placers, Target, describe};
use postil::document::{DocumentId, Timestamp};
use postil::text::TextRange;
use std::ops::Range;
use std::sync::Arc;

impl Trial {
    /// Where the passages land, as the marks of one layer.
    pub(crate) fn place(&self, with_old_text: bool) -> Vec<Placement> {
        let source = DocumentId::mint(self.old.digest());
        let describe =
            |&(range, _): &(TextRange, Fate)| describe(&self.old, source, &[range], Timestamp::default());
        let targets: Vec<Target> = self.passages.iter().map(describe).collect();
        let kept = with_old_text.then(|| (self.old.digest(), self.old.text().to_owned()));
        let placers = Placers::new(Arc::new(self.new.clone()), KeptTexts::from_iter(kept)).told_by(&targets);
        targets.iter().map(|target| placers.place(target)).collect()
    }
}

/// How the passages of one fate were placed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) n: usize,
    pub(crate) right: usize,
    /// Right, and both ends to the byte.
    pub(crate) to_the_byte: usize,
    pub(crate) wrong: usize,
    /// Of the wrong those that say to be the same words: nobody would look.
    pub(crate) silently_wrong: usize,
    /// Not placed, but the place is among those that are offered.
    pub(crate) offered: usize,
}

impl Tally {
    /// So many of the passages, in per cent.
    pub(crate) fn percent(&self, n: usize) -> f64 {
        let hundredths = u32::try_from(10_000 * n / self.n.max(1)).expect("at most 10,000");
        f64::from(hundredths) / 100.0
    }

    /// Counts a placement, and says whether it is as it should be.
    fn count(&mut self, truth: Option<&Left>, placement: &Placement) -> bool {
        let is_right = |found: &Passage| truth.is_some_and(|truth| truth.is_about(found));
        self.n += 1;
        match placement.passage() {
            Some(found) if is_right(found) => {
                self.right += 1;
                let keeps_its_ends = truth.is_some_and(|truth| truth.has_ends_of(found));
                self.to_the_byte += usize::from(keeps_its_ends);
                true
            }
            Some(_) => {
                self.wrong += 1;
                self.silently_wrong += usize::from(!placement.needs_review());
                false
            }
            None => {
                self.offered += usize::from(placement.candidates().iter().any(|one| is_right(&one.passage)));
                truth.is_none()
            }
        }
    }
}

impl Left {
    /// Whether `found` shares with this at least half of what both cover together, piece by piece or from
    /// end to end.
    fn is_about(&self, found: &Passage) -> bool {
        let pieces: Vec<Range<usize>> = found.pieces().iter().map(|piece| bytes(*piece)).collect();
        let hull = found.hull().map(bytes).into_iter().collect::<Vec<_>>();
        let is_here = is_half_shared(&self.pieces, &pieces) || is_half_shared(&[self.hull()], &hull);
        is_here || self.likes.iter().any(|like| like.is_about(found))
    }

    /// Whether `found` reaches from end to end.
    fn has_ends_of(&self, found: &Passage) -> bool {
        found.hull().map(bytes) == Some(self.hull()) || self.likes.iter().any(|like| like.has_ends_of(found))
    }
}

fn bytes(range: TextRange) -> Range<usize> {
    range.start().to_usize()..range.end().to_usize()
}

/// Whether two rows of ranges, none of which overlap in a row, share half of what they cover together.
fn is_half_shared(truth: &[Range<usize>], found: &[Range<usize>]) -> bool {
    let shared = |a: &Range<usize>, b: &Range<usize>| a.end.min(b.end).saturating_sub(a.start.max(b.start));
    let shared: usize = truth.iter().flat_map(|a| found.iter().map(move |b| shared(a, b))).sum();
    let all: usize = truth.iter().chain(found).map(ExactSizeIterator::len).sum::<usize>() - shared;
    all <= 2 * shared
}

/// The rates of some trials.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rates {
    pub(crate) untouched: Tally,
    pub(crate) edited: Tally,
    pub(crate) remnant: Tally,
    pub(crate) deleted: Tally,
    /// What went wrong, in words.
    pub(crate) failures: Vec<String>,
}

/// Passages of each trial.
pub(crate) const N_PASSAGES: usize = 40;

impl Rates {
    /// Of the trials of these seeds.
    pub(crate) fn of(seeds: Range<u64>, editor: Editor, with_old_text: bool) -> Self {
        let mut rates = Self::default();
        seeds.for_each(|seed| rates.add(&Trial::new(seed, editor, N_PASSAGES), with_old_text));
        rates
    }

    /// Counts one trial more.
    pub(crate) fn add(&mut self, trial: &Trial, with_old_text: bool) {
        for ((range, fate), placement) in trial.passages.iter().zip(trial.place(with_old_text)) {
            let (tally, truth) = match fate {
                Fate::Untouched(truth) => (&mut self.untouched, Some(truth)),
                Fate::Edited(truth) => (&mut self.edited, Some(truth)),
                Fate::Remnant(truth) => (&mut self.remnant, Some(truth)),
                Fate::Deleted => (&mut self.deleted, None),
            };
            let is_as_it_should_be = tally.count(truth, &placement);
            let keeps_its_ends =
                placement.passage().is_some_and(|found| truth.is_some_and(|truth| truth.has_ends_of(found)));
            let is_fine = match fate {
                Fate::Untouched(_) => is_as_it_should_be && keeps_its_ends,
                Fate::Remnant(_) => true,
                _ => is_as_it_should_be,
            };
            if !is_fine {
                self.note(trial, *range, fate, &placement);
            }
        }
    }

    /// Remembers in words what went wrong with a passage.
    fn note(&mut self, trial: &Trial, range: TextRange, fate: &Fate, placement: &Placement) {
        let new = trial.new.text();
        let truth: Vec<&str> = match fate {
            Fate::Untouched(truth) | Fate::Edited(truth) | Fate::Remnant(truth) => {
                truth.pieces.iter().map(|piece| &new[piece.clone()]).collect()
            }
            Fate::Deleted => Vec::new(),
        };
        let candidates = || placement.candidates().iter().flat_map(|one| one.passage.pieces().to_vec());
        let found =
            placement.passage().map_or_else(|| candidates().collect(), |found| found.pieces().to_vec());
        let found: Vec<&str> = found.into_iter().map(|piece| trial.new.slice(piece)).collect();
        let (name, old) = (placement.name(), trial.old.slice(range));
        self.failures.push(format!("{name}: {old:?}\n  became {truth:?}\n  found  {found:?}"));
    }

    /// A row for each fate, in per cent.
    pub(crate) fn table(&self) -> String {
        let mut table = format!(
            "{:<10} {:>6} {:>8} {:>8} {:>8} {:>8} {:>8}\n",
            "", "n", "right", "exactly", "wrong", "silently", "offered"
        );
        let rows = [
            ("untouched", self.untouched),
            ("edited", self.edited),
            ("remnant", self.remnant),
            ("deleted", self.deleted),
        ];
        for (name, tally) in rows {
            let percent = |n| tally.percent(n);
            table.push_str(&format!(
                "{name:<10} {:>6} {:>8.2} {:>8.2} {:>8.2} {:>8.2} {:>8.2}\n",
                tally.n,
                percent(tally.right),
                percent(tally.to_the_byte),
                percent(tally.wrong),
                percent(tally.silently_wrong),
                percent(tally.offered),
            ));
        }
        table
    }
}
