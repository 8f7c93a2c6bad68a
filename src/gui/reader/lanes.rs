//! On which level under the words each tag of each mark is drawn: made when the marks change, so that
//! a mark keeps its lane while the page scrolls.

use crate::layer::{AnnotationId, lanes};
use crate::session::Session;
use std::collections::BTreeMap;

/// The lanes of a session's marks.
#[derive(Debug, Default)]
pub(super) struct Lanes {
    made_for: Option<u64>,
    first: BTreeMap<AnnotationId, Vec<usize>>,
}

impl Lanes {
    /// Makes them anew if the marks changed.
    pub(super) fn follow(&mut self, session: &Session) {
        if self.made_for == Some(session.revision()) {
            return;
        }
        let marks = session.marks();
        let mut ids = Vec::new();
        let mut hulls = Vec::new();
        for mark in &marks {
            // A mark with several tags has a lane for each.
            for _ in 0..mark.annotation.tags.len().max(1) {
                ids.push(mark.annotation.id);
                hulls.extend(mark.hull());
            }
            // Marks without a place stand at the end of the list.
            if mark.hull().is_none() {
                break;
            }
        }
        self.first.clear();
        for (id, lane) in ids.into_iter().zip(lanes::assign(&hulls)) {
            self.first.entry(id).or_default().push(lane);
        }
        self.made_for = Some(session.revision());
    }

    /// The lane of the `nth` tag of a mark.
    pub(super) fn of(&self, id: AnnotationId, nth: usize) -> usize {
        self.first.get(&id).and_then(|lanes| lanes.get(nth)).copied().unwrap_or(0)
    }
}
