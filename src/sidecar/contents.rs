//! What a file is written from: a person's marks on a document, or what the person says of a folder.

use super::file::{Content, LayerFile};
use crate::document::{DocumentId, Timestamp};
use crate::layer::{AnnotationId, Annotator, FolderLayer, ItemId, Layer, LayerId, RelationId};
use std::sync::Arc;
use uuid::Uuid;

/// What the header takes from a layer.
#[derive(Clone, Copy, Debug)]
pub struct Beginning<'a> {
    /// The layer.
    pub layer: LayerId,
    /// Whose it is.
    pub annotator: &'a Annotator,
    /// When it was begun.
    pub created: Timestamp,
    /// What it is about.
    pub document: DocumentId,
}

/// A layer as a file sees it: things by their ids.
pub trait Contents: Sized {
    /// Whose it is, and what it is about.
    fn beginning(&self) -> Beginning<'_>;

    /// How many things are in it.
    fn len(&self) -> usize;

    /// Whether nothing is.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All of them.
    fn contents(&self) -> impl Iterator<Item = (Uuid, Content)>;

    /// What a file would say of `id`, saved now: [`Content::Removed`] where there is nothing.
    fn content_of(&self, id: Uuid) -> Content;

    /// Whether it has something of that id.
    fn has(&self, id: Uuid) -> bool;

    /// Whether what it has under `id` is `content`.
    fn says(&self, id: Uuid, content: &Content) -> bool;

    /// The layer that stands in a file; `None` where the file is of another kind.
    fn of(file: &LayerFile) -> Option<Self>;
}

/// Marks and relations share one space of ids: a relation with the id of a mark would take its line.
impl Contents for Layer {
    fn beginning(&self) -> Beginning<'_> {
        let Self { id, annotator, document, created, .. } = self;
        Beginning { layer: *id, annotator, created: *created, document: *document }
    }

    fn len(&self) -> usize {
        self.annotations().len() + self.relations().len()
    }

    fn contents(&self) -> impl Iterator<Item = (Uuid, Content)> {
        let marks = self.all_shared().map(|mark| (mark.id.0, Content::Annotation(Arc::clone(mark))));
        let relations = self.relations();
        marks.chain(relations.map(|relation| (relation.id.0, Content::Relation(Box::new(relation.clone())))))
    }

    fn content_of(&self, id: Uuid) -> Content {
        let mark = self.shared(AnnotationId(id)).cloned().map(Content::Annotation);
        let relation = || self.relation(RelationId(id)).cloned().map(Box::new).map(Content::Relation);
        mark.or_else(relation).unwrap_or(Content::Removed)
    }

    fn has(&self, id: Uuid) -> bool {
        self.annotation(AnnotationId(id)).is_some() || self.relation(RelationId(id)).is_some()
    }

    fn says(&self, id: Uuid, content: &Content) -> bool {
        match content {
            Content::Annotation(mark) => self.shared(AnnotationId(id)) == Some(mark),
            Content::Relation(relation) => self.relation(RelationId(id)) == Some(relation.as_ref()),
            Content::Item(_) | Content::Removed | Content::Foreign => false,
        }
    }

    fn of(file: &LayerFile) -> Option<Self> {
        file.layer()
    }
}

impl Contents for FolderLayer {
    fn beginning(&self) -> Beginning<'_> {
        let Self { id, annotator, created, .. } = self;
        Beginning { layer: *id, annotator, created: *created, document: DocumentId::of_folder() }
    }

    fn len(&self) -> usize {
        self.items().len()
    }

    fn contents(&self) -> impl Iterator<Item = (Uuid, Content)> {
        self.items().map(|item| (item.id().0, Content::Item(Arc::clone(item))))
    }

    fn content_of(&self, id: Uuid) -> Content {
        self.item(ItemId(id)).cloned().map_or(Content::Removed, Content::Item)
    }

    fn has(&self, id: Uuid) -> bool {
        self.item(ItemId(id)).is_some()
    }

    fn says(&self, id: Uuid, content: &Content) -> bool {
        matches!(content, Content::Item(item) if self.item(ItemId(id)) == Some(item))
    }

    fn of(file: &LayerFile) -> Option<Self> {
        file.folder_layer()
    }
}
