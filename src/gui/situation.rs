//! What the window is in: by this it is judged which commands would do something and which views have
//! something to show.

use super::settings::Settings;
use crate::anchor::Placement;
use crate::document::{Extent, Importer};
use crate::layer::TagId;
use crate::session::{MarkRef, Session};

/// What is open and chosen.
#[derive(Clone, Copy)]
pub(super) struct Situation<'a> {
    /// The article that is looked at, if any.
    pub session: Option<&'a Session>,
    /// What the person prefers.
    pub settings: &'a Settings,
    /// The page that is looked at instead of the article.
    pub page: Option<&'static str>,
    /// Whether a folder is open.
    pub has_folder: bool,
    /// How many marks are chosen in the table of all marks, where it is looked at.
    pub n_chosen: Option<usize>,
    /// Whether the marks of many articles were changed at once, which can be taken back.
    pub can_undo_edits: bool,
}

impl<'a> Situation<'a> {
    fn is(&self, test: fn(&Session) -> bool) -> bool {
        self.session.is_some_and(test)
    }

    fn carries(&self, mark: Option<MarkRef<'_>>, what: &str) -> bool {
        let codebook = self.session.map(Session::codebook);
        codebook.zip(mark).is_some_and(|(codebook, mark)| codebook.carries(&mark.annotation.tags, what))
    }

    fn mark(&self) -> Option<MarkRef<'a>> {
        self.session.and_then(|session| session.mark(session.focus()?))
    }
}

/// There is always something to do.
pub(super) fn always(_: &Situation<'_>) -> bool {
    true
}

/// An article is open.
pub(super) fn has_article(at: &Situation<'_>) -> bool {
    at.session.is_some()
}

/// An article or a folder is open.
pub(super) fn has_articles(at: &Situation<'_>) -> bool {
    has_article(at) || has_folder(at)
}

/// A folder is open.
pub(super) fn has_folder(at: &Situation<'_>) -> bool {
    at.has_folder
}

/// Words are selected.
pub(super) fn has_words(at: &Situation<'_>) -> bool {
    at.is(|session| !session.selection().is_empty())
}

/// A mark is chosen.
pub(super) fn has_mark(at: &Situation<'_>) -> bool {
    at.mark().is_some()
}

/// A mark is chosen that can be changed.
pub(super) fn has_own_mark(at: &Situation<'_>) -> bool {
    at.mark().is_some_and(|mark| mark.is_writable())
}

/// One's own mark is chosen, and its tags have a source.
pub(super) fn has_source(at: &Situation<'_>) -> bool {
    has_own_mark(at) && at.carries(at.mark(), "source")
}

/// The same for a figure.
pub(super) fn has_figure(at: &Situation<'_>) -> bool {
    has_own_mark(at) && at.carries(at.mark(), "figure")
}

/// Words are selected that may be who says the mark that was chosen last.
pub(super) fn can_take_source(at: &Situation<'_>) -> bool {
    let last = at.session.and_then(|session| session.mark(session.last_focus()?));
    has_words(at) && last.as_ref().is_some_and(MarkRef::is_writable) && at.carries(last, "source")
}

/// One is chosen that cannot.
pub(super) fn has_others_mark(at: &Situation<'_>) -> bool {
    at.mark().is_some_and(|mark| !mark.is_writable())
}

/// There is something to tag.
pub(super) fn has_words_or_own_mark(at: &Situation<'_>) -> bool {
    has_words(at) || has_own_mark(at)
}

/// The same in the article or in the table that is looked at.
pub(super) fn has_words_or_marks(at: &Situation<'_>) -> bool {
    at.n_chosen.map_or_else(|| has_words_or_own_mark(at), |n_chosen| 0 < n_chosen)
}

/// Marks are chosen that may be changed, in the article or in the table that is looked at.
pub(super) fn has_own_marks(at: &Situation<'_>) -> bool {
    at.n_chosen.map_or_else(|| has_own_mark(at), |n_chosen| 0 < n_chosen)
}

/// There is something to copy in what is looked at.
pub(super) fn can_copy(at: &Situation<'_>) -> bool {
    at.n_chosen.is_some() || has_words(at)
}

/// There is something to select in what is looked at.
pub(super) fn can_select_all(at: &Situation<'_>) -> bool {
    at.n_chosen.is_some() || has_article(at)
}

/// One's own mark is chosen and has a place on the page.
pub(super) fn has_own_place(at: &Situation<'_>) -> bool {
    at.mark().is_some_and(|mark| mark.is_writable() && mark.hull().is_some())
}

/// A mark is chosen whose words changed or are gone.
pub(super) fn needs_look(at: &Situation<'_>) -> bool {
    at.mark().and_then(|mark| mark.placement).is_some_and(Placement::needs_review)
}

/// It is one's own.
pub(super) fn can_confirm(at: &Situation<'_>) -> bool {
    needs_look(at) && has_own_mark(at)
}

/// The article has marks.
pub(super) fn has_marks(at: &Situation<'_>) -> bool {
    at.is(|session| session.layers().iter().any(|open| !open.layer.is_empty()))
}

/// Marks have several versions.
pub(super) fn has_conflicts(at: &Situation<'_>) -> bool {
    at.is(|session| !session.conflicts().is_empty())
}

/// Conflict copies lie beside the article.
pub(super) fn has_copies(at: &Situation<'_>) -> bool {
    at.is(|session| session.copies().next().is_some())
}

/// Another version of the article's text is known: an older one, or a newer one that is not read yet.
pub(super) fn has_other_text(at: &Situation<'_>) -> bool {
    at.is(|session| {
        session.new_text().is_some_and(|new| new.document().is_some()) || session.earlier_text().is_some()
    })
}

/// The article is a saved web page.
pub(super) fn is_web_page(at: &Situation<'_>) -> bool {
    at.is(|session| session.document().reading().importer == Importer::Html)
}

/// Something was done that can be taken back.
pub(super) fn can_undo(at: &Situation<'_>) -> bool {
    if at.n_chosen.is_some() {
        return at.can_undo_edits;
    }
    at.is(|session| session.history().undo_label().is_some())
}

/// Something was taken back that can be done again.
pub(super) fn can_redo(at: &Situation<'_>) -> bool {
    at.is(|session| session.history().redo_label().is_some())
}

/// The marks of many articles were changed at once, which can be taken back.
pub(super) fn can_undo_edits(at: &Situation<'_>) -> bool {
    at.can_undo_edits
}

/// The chosen mark has the tag.
pub(super) fn is_tagged(at: &Situation<'_>, tag: &TagId) -> bool {
    at.mark().is_some_and(|mark| mark.annotation.tags.contains(tag))
}

/// The articles of the folders in the folder are listed too.
pub(super) fn reads_subfolders(at: &Situation<'_>) -> bool {
    at.settings.reads_subfolders
}

/// The whole web page is read, and not only its article.
pub(super) fn reads_whole_page(at: &Situation<'_>) -> bool {
    at.is(|session| session.document().reading().extent == Extent::Page)
}

/// The article's face has no serifs.
pub(super) fn is_sans(at: &Situation<'_>) -> bool {
    at.settings.sans
}

/// Lines are filled to both edges.
pub(super) fn is_justified(at: &Situation<'_>) -> bool {
    at.settings.justify
}

/// Characters that are not seen have signs.
pub(super) fn shows_signs(at: &Situation<'_>) -> bool {
    at.settings.shows_signs
}

/// Paragraphs have numbers.
pub(super) fn shows_numbers(at: &Situation<'_>) -> bool {
    at.settings.shows_numbers
}

/// Notes stand beside the text.
pub(super) fn shows_notes(at: &Situation<'_>) -> bool {
    at.settings.shows_notes
}

/// Arrows scroll instead of moving the caret.
pub(super) fn arrows_scroll(at: &Situation<'_>) -> bool {
    at.settings.arrows_scroll
}
