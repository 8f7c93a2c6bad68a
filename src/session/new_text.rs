//! The text that an article's file gives by now, while the page still shows the one that it was opened with.
//! It was read to see whether it is another; it is kept, so that it can be compared before the person reads
//! it, and need not be read again for that. One for each open article.

use super::Session;
use crate::anchor::{KeptTexts, Placers};
use crate::document::import::Options;
use crate::document::{Digest, Document, ImportWarning};
use crate::host::Stamp;
use std::sync::Arc;

/// Another text of an open article: noticed, and not shown yet.
#[derive(Clone, Debug)]
pub struct NewText {
    /// Of the file before it was read.
    stamp: Option<Stamp>,
    /// How it was read.
    options: Options,
    /// `None` where no text could be made of the file.
    read: Option<ReadText>,
}

/// A text as it was read, with what placing marks in it needs.
#[derive(Clone, Debug)]
pub(super) struct ReadText {
    pub(super) placers: Placers,
    pub(super) warnings: Vec<ImportWarning>,
    /// What the page shows or showed before, if that is another text; the placers keep it.
    pub(super) earlier: Option<Digest>,
}

/// What an article that is open goes on from when it is opened again.
#[derive(Clone, Debug, Default)]
pub struct Before {
    /// What the page shows.
    pub shown: Option<Arc<Document>>,
    /// What its file was seen to have become.
    pub noticed: Option<NewText>,
}

impl ReadText {
    pub(super) fn new(document: Document, warnings: Vec<ImportWarning>, shown: Option<&Document>) -> Self {
        let mut placers = Placers::new(Arc::new(document), KeptTexts::new());
        let shown = shown.filter(|shown| shown.digest() != placers.document().digest());
        if let Some(shown) = shown {
            placers.keep(shown.digest(), shown.text().into());
        }
        Self { earlier: shown.map(Document::digest), placers, warnings }
    }
}

impl NewText {
    pub(super) fn new(stamp: Option<Stamp>, options: Options, read: Option<ReadText>) -> Self {
        Self { stamp, options, read }
    }

    /// The text; `None` where none could be made of the file.
    pub fn document(&self) -> Option<&Arc<Document>> {
        self.read.as_ref().map(|read| read.placers.document())
    }

    /// They have the text that the page shows aligned with this one, or will.
    pub fn placers(&self) -> Option<&Placers> {
        self.read.as_ref().map(|read| &read.placers)
    }

    /// What was read, if reading the file by `options` would give the same now.
    pub(super) fn read_at(&self, stamp: Option<&Stamp>, options: &Options) -> Option<&ReadText> {
        let is_as_it_was = stamp.is_some() && self.stamp.as_ref() == stamp && self.options == *options;
        self.read.as_ref().filter(|_| is_as_it_was)
    }
}

impl Session {
    /// Another text that the article's file gives by now, until it is read.
    pub fn new_text(&self) -> Option<&NewText> {
        self.new_text.as_ref()
    }

    /// The newest text that is known: what the file has become, else what the page shows.
    pub fn newest(&self) -> &Arc<Document> {
        self.new_text.as_ref().and_then(NewText::document).unwrap_or(self.document())
    }

    /// What the article goes on from when it is opened again.
    pub fn before(&self) -> Before {
        Before { shown: Some(Arc::clone(self.document())), noticed: self.new_text.clone() }
    }
}
