//! How often the ladder finds passages again where the editor of `simulator.rs` knows what became of them.

use crate::simulator::{Fate, Trial};
use postil::anchor::{Passage, Placement, Placer, describe};
use postil::document::{DocumentId, Timestamp};
use postil::text::TextRange;
use std::ops::Range;
use std::sync::Arc;

impl Trial {
    /// Where each passage lands, by the ladder.
    pub(crate) fn place(&self, with_old_text: bool) -> Vec<Placement> {
        let source = DocumentId::mint(self.old.digest());
        let placer = Placer::new(&Arc::new(self.new.clone()), with_old_text.then_some(self.old.text()));
        let place = |&(range, _): &(TextRange, Fate)| {
            placer.place(&describe(&self.old, source, &[range], Timestamp::default()))
        };
        self.passages.iter().map(place).collect()
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
    fn count(&mut self, truth: Option<&Range<usize>>, placement: &Placement) -> bool {
        let is_right = |found: TextRange| truth.is_some_and(|truth| is_about(truth, found));
        self.n += 1;
        match placement.passage().and_then(Passage::hull) {
            Some(found) if is_right(found) => {
                self.right += 1;
                let is_same = truth.is_some_and(|truth| TextRange::from_usize(truth.clone()) == found);
                self.to_the_byte += usize::from(is_same);
                true
            }
            Some(_) => {
                self.wrong += 1;
                self.silently_wrong += usize::from(!placement.needs_review());
                false
            }
            None => {
                self.offered += usize::from(offers(placement).into_iter().any(is_right));
                truth.is_none()
            }
        }
    }
}

fn offers(placement: &Placement) -> Vec<TextRange> {
    match placement {
        Placement::Ambiguous(candidates) => candidates.iter().filter_map(|one| one.passage.hull()).collect(),
        Placement::Orphaned { best_guess } => {
            best_guess.iter().filter_map(|guess| guess.passage.hull()).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether two ranges share at least half of what they cover together.
fn is_about(truth: &Range<usize>, found: TextRange) -> bool {
    let (start, end) = (found.start().to_usize(), found.end().to_usize());
    let shared = truth.end.min(end).saturating_sub(truth.start.max(start));
    truth.end.max(end) - truth.start.min(start) <= 2 * shared
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
const N_PASSAGES: usize = 40;

impl Rates {
    /// Of the trials of these seeds.
    pub(crate) fn of(seeds: Range<u64>, with_old_text: bool) -> Self {
        let mut rates = Self::default();
        for seed in seeds {
            let trial = Trial::new(seed, N_PASSAGES);
            for ((range, fate), placement) in trial.passages.iter().zip(trial.place(with_old_text)) {
                let (tally, truth) = match fate {
                    Fate::Untouched(truth) => (&mut rates.untouched, Some(truth)),
                    Fate::Edited(truth) => (&mut rates.edited, Some(truth)),
                    Fate::Remnant(truth) => (&mut rates.remnant, Some(truth)),
                    Fate::Deleted => (&mut rates.deleted, None),
                };
                if !tally.count(truth, &placement) && !matches!(fate, Fate::Remnant(_)) {
                    rates.note(&trial, *range, fate, &placement);
                }
            }
        }
        rates
    }

    /// Remembers in words what went wrong with a passage.
    fn note(&mut self, trial: &Trial, range: TextRange, fate: &Fate, placement: &Placement) {
        let new = trial.new.text();
        let truth = match fate {
            Fate::Untouched(truth) | Fate::Edited(truth) | Fate::Remnant(truth) => &new[truth.clone()],
            Fate::Deleted => "",
        };
        let found = match placement.passage() {
            Some(passage) => passage.pieces().to_vec(),
            None => offers(placement),
        };
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
