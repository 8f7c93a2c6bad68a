//! Marking every place with the same words at once.

use super::label::Label;
use super::outcome::Done;
use super::{ActionError, Outcome, Session};
use crate::anchor::{Passage, describe};
use crate::host::Host;
use crate::layer::{Annotation, Change, TagId, Transaction};
use crate::text::TextRange;
use crate::text::find::{Finder, Query};

/// The most marks that are made at once: each is a line of the layer, and has to be looked for
/// whenever the article is opened.
pub const MOST_AT_ONCE: usize = 5_000;

impl Session {
    /// A mark with `tag` on every place that `query` finds, in one step of undo. Places that bear a
    /// mark of mine with the tag already are left as they are.
    pub(super) fn tag_all(
        &mut self,
        host: &mut dyn Host,
        tag: &TagId,
        query: &Query,
    ) -> Result<Outcome, ActionError> {
        self.check_tag(tag)?;
        let finder = Finder::new(query).map_err(ActionError::Find)?;
        let document = std::sync::Arc::clone(self.document());
        let paragraphs = document.block_ranges();
        let found = finder.in_paragraphs(document.text(), &paragraphs, &mut || true).ranges;
        if found.is_empty() {
            return Err(ActionError::NoHit(query.words.clone()));
        }
        let places: Vec<TextRange> =
            found.iter().copied().filter(|&place| !self.is_mine_already(place, tag)).collect();
        let n_before = found.len() - places.len();
        if MOST_AT_ONCE < places.len() {
            return Err(ActionError::TooManyPlaces(places.len(), MOST_AT_ONCE));
        }
        if places.is_empty() {
            let tag = self.tag_words(tag);
            return Ok(Done::Marked { n: 0, n_before, tag }.into());
        }
        let source = self.my_document(host)?;
        let mut changes = Vec::with_capacity(places.len());
        for place in &places {
            super::limits::check_length(std::slice::from_ref(place))?;
            let target = describe(&document, source, &[*place], self.opened);
            let mut annotation = Annotation::new(self.fresh_id(host), host.now(), target);
            annotation.tags.push(tag.clone());
            changes.push(Change::put(annotation));
        }
        let tag = self.tag_words(tag);
        let label = Label::Places(places.len(), tag.clone());
        self.commit(host, label, &Transaction::new(changes), None)?;
        Ok(Done::Marked { n: places.len(), n_before, tag }.into())
    }

    /// Whether a mark of mine with `tag` stands on exactly this place.
    fn is_mine_already(&self, place: TextRange, tag: &TagId) -> bool {
        let Some(mine) = self.my_layer() else { return false };
        mine.placements.pieces_in(place).any(|(piece, id)| {
            piece == place
                && mine.layer.annotation(id).is_some_and(|annotation| annotation.has_tag(tag))
                && mine.placements.passage(id).map(Passage::pieces) == Some(&[place][..])
        })
    }
}
