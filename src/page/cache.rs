//! Typeset portions, the least recently used of which are let go.

use std::collections::HashMap;

use super::typeset::Set;

/// How much text is kept set: some 80 screens, 23 MB of layouts.
const BUDGET: usize = 512 * 1024;

/// Sets by the index of their portion.
#[derive(Default)]
pub(super) struct Cache {
    sets: HashMap<usize, (Set, u64)>,
    bytes: usize,
    clock: u64,
}

impl Cache {
    /// The set of portion `index`.
    pub(super) fn get(&self, index: usize) -> Option<&Set> {
        self.sets.get(&index).map(|(set, _)| set)
    }

    /// Marks portion `index` as used now, and says whether it is here.
    pub(super) fn touch(&mut self, index: usize) -> bool {
        self.clock += 1;
        let clock = self.clock;
        self.sets.get_mut(&index).map(|(_, used)| *used = clock).is_some()
    }

    /// Keeps `set`, and lets go of what was not used for long.
    pub(super) fn insert(&mut self, index: usize, set: Set) {
        self.clock += 1;
        self.bytes += cost(&set);
        if let Some((old, _)) = self.sets.insert(index, (set, self.clock)) {
            self.bytes -= cost(&old);
        }
        if BUDGET < self.bytes {
            self.shrink();
        }
    }

    /// Forgets everything: the style changed.
    pub(super) fn clear(&mut self) {
        self.sets.clear();
        self.bytes = 0;
    }

    /// Drops the older part, a quarter of the budget at once.
    fn shrink(&mut self) {
        let mut by_age: Vec<(u64, usize)> = self.sets.iter().map(|(&i, &(_, used))| (used, i)).collect();
        by_age.sort_unstable();
        // What was used last is in view.
        by_age.truncate(by_age.len().saturating_sub(8));
        for (_, index) in by_age {
            if self.bytes <= BUDGET / 4 * 3 {
                break;
            }
            if let Some((set, _)) = self.sets.remove(&index) {
                self.bytes -= cost(&set);
            }
        }
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.sets.len()
    }
}

/// Bytes of text, and a little for a set as such.
fn cost(set: &Set) -> usize {
    set.range().len().to_usize() + 64
}
