//! The relations of all layers by both their ends, so that those of one mark are found without looking
//! at the others.

use super::PlacedLayer;
use crate::layer::{AnnotationId, Change, Layer, Relation, RelationId, Transaction};
use std::collections::{BTreeMap, BTreeSet};

/// Which relations start or end at each mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// By mark: the layers, by their number, with their relations.
    by_end: BTreeMap<AnnotationId, BTreeSet<(usize, RelationId)>>,
}

impl Links {
    pub(super) fn of(layers: &[PlacedLayer]) -> Self {
        let mut links = Self::default();
        for (nth, placed) in layers.iter().enumerate() {
            placed.layer.relations().for_each(|relation| links.insert(nth, relation));
        }
        links
    }

    /// The relations that start or end at a mark, each with the number of its layer.
    pub fn of_mark(&self, mark: AnnotationId) -> impl Iterator<Item = (usize, RelationId)> + '_ {
        self.by_end.get(&mark).into_iter().flatten().copied()
    }

    /// Follows a change of a layer, of which `undo` is the way back.
    pub(super) fn renew(&mut self, nth: usize, layer: &Layer, undo: &Transaction) {
        let touched = |change: &Change| if let Change::Relation(id, _) = change { Some(*id) } else { None };
        for change in &undo.changes {
            if let Change::Relation(_, Some(before)) = change {
                self.remove(nth, before);
            }
        }
        for relation in undo.changes.iter().filter_map(touched).filter_map(|id| layer.relation(id)) {
            self.insert(nth, relation);
        }
    }

    fn insert(&mut self, nth: usize, relation: &Relation) {
        for end in [relation.from, relation.to] {
            self.by_end.entry(end).or_default().insert((nth, relation.id));
        }
    }

    fn remove(&mut self, nth: usize, relation: &Relation) {
        for end in [relation.from, relation.to] {
            if let Some(there) = self.by_end.get_mut(&end) {
                there.remove(&(nth, relation.id));
                if there.is_empty() {
                    self.by_end.remove(&end);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anchor::{KeptTexts, Placers};
    use crate::article::Article;
    use crate::document::{Document, DocumentId, Timestamp};
    use crate::layer::{Annotator, AnnotatorId, Codebook, LayerId, RelationSlug};
    use proptest::prelude::*;
    use std::sync::Arc;
    use uuid::Uuid;

    fn layer(person: u128, document: DocumentId) -> PlacedLayer {
        let annotator = Annotator { id: AnnotatorId(Uuid::from_u128(person)), name: person.to_string() };
        let layer = Layer::new(LayerId(annotator.id.0), annotator, document, Timestamp::default());
        PlacedLayer { layer, placements: Default::default(), is_shown: true, is_writable: true }
    }

    fn change(id: u8, ends: Option<(u8, u8)>) -> Change {
        let id = RelationId(Uuid::from_u128(id.into()));
        let mark = |mark: u8| AnnotationId(Uuid::from_u128(u128::from(mark)));
        let relation = |(from, to)| Relation {
            id,
            created: Timestamp::default(),
            modified: None,
            kind: RelationSlug::new("denies"),
            from: mark(from),
            to: mark(to),
            to_document: None,
        };
        Change::Relation(id, ends.map(|ends| Box::new(relation(ends))))
    }

    proptest! {
        #[test]
        fn links_changed_one_by_one_are_the_links_made_anew(
            steps in prop::collection::vec((0_u128..2, prop::collection::vec((0_u8..5, prop::option::of((0_u8..4, 0_u8..4))), 1..4), any::<bool>()), 0..20),
        ) {
            let document = Document::plain("Eight people died.");
            let id = DocumentId::mint(document.digest());
            let layers = vec![layer(0, id), layer(1, id)];
            let codebook = Codebook::default();
            let mut article = Article::new(Placers::new(Arc::new(document), KeptTexts::new()), codebook, layers, None);
            for (person, changes, is_undone) in steps {
                let person = AnnotatorId(Uuid::from_u128(person));
                let changes = changes.into_iter().map(|(id, ends)| change(id, ends));
                let undo = article.apply(person, &Transaction::new(changes)).unwrap();
                if is_undone {
                    article.apply(person, &undo).unwrap();
                }
                prop_assert_eq!(&article.links, &Links::of(&article.layers));
            }
            for mark in 0..4 {
                let mark = AnnotationId(Uuid::from_u128(mark));
                let found: Vec<&Relation> = article.relations_of(mark).map(|(_, relation)| relation).collect();
                let all = article.layers().iter().flat_map(|placed| placed.layer.relations());
                let naive: Vec<&Relation> = all.filter(|relation| relation.from == mark || relation.to == mark).collect();
                prop_assert_eq!(found, naive);
            }
        }
    }
}
