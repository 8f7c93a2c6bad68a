//! The marks that are chosen in the table: some, or all of them but some.

use crate::layer::AnnotationId;
use std::collections::HashSet;

/// Chosen marks. All of six hundred thousand cost nothing.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    /// Whether all that are listed are chosen, but `ids`.
    is_all: bool,
    ids: HashSet<AnnotationId>,
}

impl Chosen {
    /// Whether a listed mark is chosen.
    pub(super) fn has(&self, id: AnnotationId) -> bool {
        self.ids.contains(&id) != self.is_all
    }

    /// How many are chosen, of `n` that are listed.
    pub(super) fn n_of(&self, n: usize) -> usize {
        if self.is_all { n.saturating_sub(self.ids.len()) } else { self.ids.len() }
    }

    /// Whether all that are listed are chosen, without looking at any.
    pub(super) fn is_everything(&self) -> bool {
        self.is_all && self.ids.is_empty()
    }

    /// Chooses a mark, or not.
    pub(super) fn set(&mut self, id: AnnotationId, is_chosen: bool) {
        if is_chosen != self.is_all {
            self.ids.insert(id);
        } else {
            self.ids.remove(&id);
        }
    }

    /// Chooses all that are listed.
    pub(super) fn set_all(&mut self) {
        *self = Self { is_all: true, ids: HashSet::new() };
    }

    /// Chooses none.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Others are listed than before: "all" meant those.
    pub(super) fn forget_all(&mut self) {
        if self.is_all {
            self.clear();
        }
    }

    /// Of the marks that were chosen one by one, those stay that are still there.
    pub(super) fn retain(&mut self, is_there: impl Fn(AnnotationId) -> bool) {
        if !self.is_all {
            self.ids.retain(|&id| is_there(id));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn all_but_some_are_chosen_like_some() {
        let id = |n| AnnotationId(Uuid::from_u128(n));
        let mut chosen = Chosen::default();
        chosen.set(id(1), true);
        chosen.set(id(2), true);
        chosen.set(id(1), false);
        assert!(!chosen.has(id(1)) && chosen.has(id(2)) && chosen.n_of(5) == 1);
        chosen.set_all();
        chosen.set(id(3), false);
        assert!(chosen.has(id(1)) && !chosen.has(id(3)) && chosen.n_of(5) == 4);
        chosen.set(id(3), true);
        assert_eq!(chosen.n_of(5), 5);
        chosen.forget_all();
        assert_eq!(chosen.n_of(5), 0);
    }
}
