//! An article with a person at work on it: what is selected and how it came so, where the layers are
//! kept and what is to be saved. [`Session::perform`] is the only writer, [`Host`](crate::host::Host)
//! the only door out.
//!
//! Knows no window, no typesetting, no file system, no clock and no threads.

pub mod action;
pub mod blind;
pub mod class;
pub mod conflicts;
mod conventions;
pub mod copies;
pub mod deciding;
pub mod desk;
mod discussing;
pub mod earlier;
pub mod edit;
pub mod exported;
pub mod exporting;
mod figures;
pub mod folder;
pub mod handing;
pub mod history;
pub mod importing;
mod journal;
mod label;
pub mod left_off;
mod limits;
mod marks;
mod moved;
pub mod new_text;
pub mod occurrences;
pub mod open;
pub mod outcome;
pub mod perform;
mod proposed;
pub mod proposing;
pub mod recover;
pub mod refresh;
mod refused;
mod relate;
mod remark;
pub mod report;
pub mod resolve;
pub mod review;
pub mod save;
mod saving;
pub mod selection;
mod sources;
mod take_in;
mod testing;
pub mod together;
pub mod warning;
mod write;

pub use crate::article::{MarkOrder, MarkRef, Ordered, Splice};
pub use action::how::How;
pub use action::{Action, FolderAction, Nth, Place, Reason};

pub use conflicts::{Conflict, Said, Which};
pub use deciding::Undecided;
pub use desk::Desk;
pub use discussing::Reply;
pub use folder::{FolderDesk, FolderError, FolderLabel, FolderSaveJob, FolderSaveResult, Refused};
pub use handing::Handed;
pub use history::{History, Way};
pub use label::Label;
pub use moved::Moved;
pub use new_text::{Before, NewText};
pub use outcome::{Done, Outcome};
pub use proposing::{FoundProposals, ProposeJob};
pub use recover::Recovered;
pub use refresh::{News, RefreshJob, RefreshResult};
pub use refused::{ActionError, RulesProblem, WrongEnd};
pub use save::SaveJob;
pub use saving::{SaveError, SaveState};
pub use selection::Selection;
pub use sources::CarriedPlaces;
pub use take_in::TakenIn;
pub use together::{Again, Performed, WayBack};
pub use warning::Warning;

use crate::article::{Article, PlacedLayer};
use crate::document::import::Options;
use crate::document::{Digest, Document, DocumentId, Timestamp};
use crate::host::{Stamp, file_name};
use crate::layer::{AnnotationId, Annotator, AnnotatorId, Codebook, Conventions};
use blind::Blind;
use conflicts::Conflicts;
use desk::Desks;
use proposed::Proposed;
use saving::Saving;
use selection::Focus;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use warning::Warnings;

/// One open article.
#[derive(Debug)]
pub struct Session {
    path: PathBuf,
    /// The text with all marks, in order.
    article: Article,
    /// Where the layers are kept: for every layer of the article one.
    desks: Desks,
    opened: Timestamp,
    /// What opened the file, if it is locked.
    password: Option<String>,
    annotator: Option<Annotator>,
    /// What the page showed before the file changed, if it did; a text that the placers keep.
    earlier: Option<Digest>,
    selection: Selection,
    focus: Focus,
    history: History,
    /// What can be undone of the marks that the person made here under other names.
    put_by: BTreeMap<AnnotatorId, History>,
    saving: Saving,
    blind: Blind,
    conflicts: Conflicts,
    proposed: Proposed,
    /// Of the article's file when it was read.
    stamp: Option<Stamp>,
    /// What its file has become since, until that is read.
    new_text: Option<NewText>,
    warnings: Warnings,
    /// How the folder reads words without a number, as it was when it was last asked for.
    conventions: Conventions,
}

impl Session {
    /// The article's file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What the article is called: its headline, or its file where it has none.
    pub fn called(&self) -> String {
        let title = self.document().title();
        if title.is_empty() { self.file_name() } else { title.to_owned() }
    }

    /// The file's name, for people.
    pub fn file_name(&self) -> String {
        file_name(&self.path)
    }

    /// The text with all marks, in order.
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// The document.
    pub fn document(&self) -> &Arc<Document> {
        self.article.document()
    }

    /// What reads its file again as it was read.
    pub fn options(&self) -> Options {
        Options { password: self.password.clone(), ..Options::again(self.document().reading()) }
    }

    /// The article's lasting id.
    pub fn document_id(&self) -> DocumentId {
        self.article.id()
    }

    /// The tags.
    pub fn codebook(&self) -> &Codebook {
        self.article.codebook()
    }

    /// Who marks here; `None` until asked.
    pub fn annotator(&self) -> Option<&Annotator> {
        self.annotator.as_ref()
    }

    fn me(&self) -> Option<AnnotatorId> {
        self.annotator.as_ref().map(|annotator| annotator.id)
    }

    /// All layers: mine first, if there is one.
    pub fn layers(&self) -> &[PlacedLayer] {
        self.article.layers()
    }

    /// The layer that this annotator writes.
    pub fn my_layer(&self) -> Option<&PlacedLayer> {
        self.article.layer_of(self.me()?)
    }

    /// Where a person's layer is kept.
    pub fn desk_of(&self, person: AnnotatorId) -> Option<&Desk> {
        self.desks.get(&person)
    }

    /// Where the layer that this annotator writes is kept.
    pub fn my_desk(&self) -> Option<&Desk> {
        self.desk_of(self.me()?)
    }

    /// Where the layers are kept, in their order.
    pub fn desks(&self) -> impl Iterator<Item = &Desk> {
        self.layers_with_desks().map(|(_, desk)| desk)
    }

    /// All layers with where they are kept.
    fn layers_with_desks(&self) -> impl Iterator<Item = (&PlacedLayer, &Desk)> + Clone {
        desk::with_layers(&self.article, &self.desks)
    }

    /// Looks at no mark that is no more.
    fn look_at_focus(&mut self) {
        if self.focus().is_some_and(|focus| self.mark(focus).is_none()) {
            self.focus.set(None);
        }
    }

    /// Looks for several versions of marks, where files are others than before.
    fn look_for_conflicts(&mut self) {
        let layers = desk::with_layers(&self.article, &self.desks);
        self.conflicts.look(layers, self.saving.settling());
    }

    /// What is selected.
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// The mark that the panel shows and that actions without an id mean.
    pub fn focus(&self) -> Option<AnnotationId> {
        self.focus.mark()
    }

    /// The mark in focus, or the one that was before words were selected or nothing was; while it is there.
    pub fn last_focus(&self) -> Option<AnnotationId> {
        self.focus.last().filter(|&last| self.mark(last).is_some())
    }

    /// What can be undone and redone.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Adds to what the reader should know.
    pub fn warn(&mut self, warning: Warning) {
        self.warnings.extend([warning]);
    }

    /// What the reader should know about the files.
    pub fn warnings(&self) -> &[Warning] {
        self.warnings.all()
    }

    /// The same as words, without a capital and a full stop.
    pub fn told(&self) -> Vec<String> {
        self.warnings().iter().map(Warning::to_string).collect()
    }

    /// Changes with every change of marks, relations, placements, visibility or focus. What depends on
    /// the shown marks alone had better follow [`MarkOrder::revision`].
    pub fn revision(&self) -> u64 {
        self.article.revision() + self.focus.n_changes()
    }

    /// Takes the place of `before`, the same article opened earlier: what views keep for that must not
    /// be taken for this.
    pub(crate) fn succeed(&mut self, before: &Self) {
        self.article.go_on_from(before.revision(), before.order().revision());
        if self.document().digest() == before.document().digest() {
            // Read again without a change: what came before stays so.
            self.earlier = before.earlier;
            self.article.join(before.article.placers());
        }
    }
}
