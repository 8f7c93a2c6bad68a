//! What a page knows of the folder: computed off the frame for one state of it, and computed anew when another
//! is wanted.

use std::sync::Arc;

/// What is known, what it was made for, and what is on its way.
#[derive(Debug)]
pub(super) struct KnownFor<W, T> {
    known: Option<(W, Arc<T>)>,
    asked: Option<W>,
}

impl<W, T> Default for KnownFor<W, T> {
    fn default() -> Self {
        Self { known: None, asked: None }
    }
}

impl<W: Clone + PartialEq, T> KnownFor<W, T> {
    /// Takes over what was made, where it was asked for here; whether it was.
    pub(super) fn take(&mut self, made_for: &W, made: &Arc<T>) -> bool {
        let Some(asked) = self.asked.take_if(|asked| asked == made_for) else { return false };
        self.known = Some((asked, Arc::clone(made)));
        true
    }

    /// Has it made where something else is wanted than is known. What was known stays until then; one is made
    /// after the other.
    pub(super) fn follow(&mut self, wanted: W, ask: impl FnOnce(W)) {
        let is_known = self.known.as_ref().is_some_and(|(made_for, _)| *made_for == wanted);
        if !is_known && self.asked.is_none() {
            self.asked = Some(wanted.clone());
            ask(wanted);
        }
    }

    /// What was made last.
    pub(super) fn known(&self) -> Option<&Arc<T>> {
        self.known.as_ref().map(|(_, known)| known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_made_after_the_other_and_what_was_known_stays_until_then() {
        let mut known = KnownFor::<u64, &str>::default();
        let mut asked = Vec::new();
        known.follow(1, |wanted| asked.push(wanted));
        known.follow(2, |wanted| asked.push(wanted));
        assert_eq!(asked, [1]);
        assert!(!known.take(&7, &Arc::new("another page asked for it")));
        assert!(known.take(&1, &Arc::new("one")));
        known.follow(2, |wanted| asked.push(wanted));
        assert_eq!((known.known().map(|known| **known), &asked[..]), (Some("one"), &[1, 2][..]));
        assert!(known.take(&2, &Arc::new("two")));
        known.follow(2, |wanted| asked.push(wanted));
        assert_eq!((known.known().map(|known| **known), &asked[..]), (Some("two"), &[1, 2][..]));
    }
}
