//! Finding words in the open article.

use crate::text::TextRange;
use std::sync::Arc;

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
}
