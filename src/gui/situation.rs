//! What the window is in: by this it is judged which commands would do something and which views have
//! something to show.

pub(super) use super::lack::{Lack, Ready};
use super::settings::Settings;
use super::side::Crowded;
use crate::anchor::Placement;
use crate::document::Extent;
use crate::layer::{Convention, TagId};
use crate::session::class::making::{could_stand_for, key_role};
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
    /// The sides that the window is too narrow for.
    pub crowded: Crowded,
    /// Whether a folder is open.
    pub has_folder: bool,
    /// Whether one was asked for and is being read.
    pub is_folder_coming: bool,
    /// How many marks are chosen in the table of all marks, where it is looked at.
    pub n_chosen: Option<usize>,
    /// Whether the marks of many articles were changed at once, which can be taken back.
    pub can_undo_edits: bool,
    /// Whether it is shown where people differ.
    pub shows_differences: bool,
    /// Whether the article's passages are on the wall.
    pub is_on_wall: bool,
    /// Whether the article shows where the class marked.
    pub shows_class: bool,
    /// Whether a class is graded.
    pub has_class: bool,
    /// On a page about the folder or a class: whether a step there can be taken back, and done again.
    pub folder_steps: Option<(bool, bool)>,
}

fn ready(holds: bool, lack: Lack) -> Ready {
    if holds { Ok(()) } else { Err(lack) }
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

    /// What is done to the words and marks of an article is done where they are seen: a page in the middle keeps the
    /// article's keys away. The table of all marks has marks of its own.
    fn in_article(&self, holds: bool, lack: Lack) -> Ready {
        ready(self.page.is_none(), Lack::InView).and_then(|()| ready(holds, lack))
    }
}

/// There is always something to do.
pub(super) fn always(_: &Situation<'_>) -> Ready {
    Ok(())
}

/// An article is open.
pub(super) fn has_article(at: &Situation<'_>) -> Ready {
    ready(at.session.is_some(), Lack::Article)
}

/// An article is open, and no page lies over it.
pub(super) fn is_in_article(at: &Situation<'_>) -> Ready {
    has_article(at).and_then(|()| at.in_article(true, Lack::Article))
}

/// An article or a folder is open.
pub(super) fn has_articles(at: &Situation<'_>) -> Ready {
    has_folder(at).or_else(|_| has_article(at))
}

/// A folder is open.
pub(super) fn has_folder(at: &Situation<'_>) -> Ready {
    ready(at.has_folder, Lack::Folder)
}

/// The article is one of the folder that is open.
pub(super) fn has_article_of_folder(at: &Situation<'_>) -> Ready {
    has_article(at).and_then(|()| has_folder(at))
}

/// Two people and more marked the article.
pub(super) fn has_others_marks(at: &Situation<'_>) -> Ready {
    ready(at.is(|session| 1 < session.layers().len()), Lack::Others)
}

/// It is shown where people differ.
pub(super) fn shows_differences(at: &Situation<'_>) -> bool {
    at.shows_differences
}

/// The article's passages are on the wall.
pub(super) fn is_on_wall(at: &Situation<'_>) -> bool {
    at.is_on_wall
}

/// The article shows where the class marked.
pub(super) fn shows_class(at: &Situation<'_>) -> bool {
    at.shows_class
}

/// A class is graded.
pub(super) fn has_class(at: &Situation<'_>) -> Ready {
    ready(at.has_class, Lack::Class)
}

/// Something is proposed.
pub(super) fn has_proposals(at: &Situation<'_>) -> Ready {
    at.in_article(at.is(Session::has_open_proposals), Lack::Proposals)
}

/// Whether proposals are shown.
pub(super) fn shows_proposals(at: &Situation<'_>) -> bool {
    at.is(Session::has_proposals)
}

/// Words are selected.
pub(super) fn has_words(at: &Situation<'_>) -> Ready {
    at.in_article(at.is(|session| !session.selection().is_empty()), Lack::Words)
}

/// A mark is chosen.
pub(super) fn has_mark(at: &Situation<'_>) -> Ready {
    at.in_article(at.mark().is_some(), Lack::Mark)
}

/// A mark is chosen that can be changed.
pub(super) fn has_own_mark(at: &Situation<'_>) -> Ready {
    at.in_article(at.mark().is_some_and(|mark| mark.is_writable()), Lack::OwnMark)
}

/// One's own mark is chosen, and its tags have a source.
pub(super) fn has_source(at: &Situation<'_>) -> Ready {
    has_own_mark(at)?;
    ready(at.carries(at.mark(), "source"), Lack::Source)
}

/// The same for a figure.
pub(super) fn has_figure(at: &Situation<'_>) -> Ready {
    has_own_mark(at)?;
    ready(at.carries(at.mark(), "figure"), Lack::Figure)
}

/// The folder of the article reads words without a number by that convention.
pub(super) fn reads_by(at: &Situation<'_>, convention: &Convention) -> bool {
    at.session.is_some_and(|session| session.conventions().holding() == *convention)
}

/// Words are selected that may be who says the mark that was chosen last.
pub(super) fn can_take_source(at: &Situation<'_>) -> Ready {
    let last = at.session.and_then(|session| session.mark(session.last_focus()?));
    has_words(at)?;
    ready(last.as_ref().is_some_and(MarkRef::is_writable) && at.carries(last, "source"), Lack::Source)
}

/// One's own mark is chosen whose source the text may tell, or words are selected that may be it.
pub(super) fn has_source_or_words(at: &Situation<'_>) -> Ready {
    has_source(at).or_else(|lack| can_take_source(at).map_err(|_| lack))
}

/// One is chosen that cannot.
pub(super) fn has_others_mark(at: &Situation<'_>) -> Ready {
    at.in_article(at.mark().is_some_and(|mark| !mark.is_writable()), Lack::OthersMark)
}

/// There is something to tag.
pub(super) fn has_words_or_own_mark(at: &Situation<'_>) -> Ready {
    has_words(at).or_else(|_| has_own_mark(at)).map_err(words_or_mark)
}

/// Words are selected or a mark is chosen, whose ever it is.
pub(super) fn has_words_or_mark(at: &Situation<'_>) -> Ready {
    has_words(at).or_else(|_| has_mark(at)).map_err(words_or_mark)
}

fn words_or_mark(lack: Lack) -> Lack {
    if lack == Lack::InView { lack } else { Lack::WordsOrMark }
}

/// The same in the article or in the table that is looked at.
pub(super) fn has_words_or_marks(at: &Situation<'_>) -> Ready {
    at.n_chosen.map_or_else(|| has_words_or_own_mark(at), |n_chosen| ready(0 < n_chosen, Lack::Chosen))
}

/// Marks are chosen that may be changed, in the article or in the table that is looked at.
pub(super) fn has_own_marks(at: &Situation<'_>) -> Ready {
    at.n_chosen.map_or_else(|| has_own_mark(at), |n_chosen| ready(0 < n_chosen, Lack::Chosen))
}

/// There is something to copy in what is looked at.
pub(super) fn can_copy(at: &Situation<'_>) -> Ready {
    if at.n_chosen.is_some() { Ok(()) } else { has_words_or_mark(at) }
}

/// There is something to select in what is looked at.
pub(super) fn can_select_all(at: &Situation<'_>) -> Ready {
    if at.n_chosen.is_some() { Ok(()) } else { has_article(at) }
}

/// One's own mark is chosen and has a place on the page.
pub(super) fn has_own_place(at: &Situation<'_>) -> Ready {
    has_own_mark(at)?;
    ready(at.mark().is_some_and(|mark| mark.hull().is_some()), Lack::PlacedMark)
}

/// A mark is chosen whose words changed or are gone.
pub(super) fn needs_look(at: &Situation<'_>) -> Ready {
    let placement = at.mark().and_then(|mark| mark.placement);
    at.in_article(placement.is_some_and(Placement::needs_review), Lack::UnclearMark)
}

/// It is one's own.
pub(super) fn can_confirm(at: &Situation<'_>) -> Ready {
    at.in_article(needs_look(at).and(has_own_mark(at)).is_ok(), Lack::OwnUnclearMark)
}

/// The article has marks.
pub(super) fn has_marks(at: &Situation<'_>) -> Ready {
    has_article(at)?;
    ready(at.is(|session| session.layers().iter().any(|open| !open.layer.is_empty())), Lack::Marks)
}

/// I have marks in the article.
pub(super) fn has_own_marks_here(at: &Situation<'_>) -> Ready {
    has_article(at)?;
    ready(at.is(|session| session.my_layer().is_some_and(|mine| !mine.layer.is_empty())), Lack::MyMarks)
}

/// The chosen mark may be left out of the key that my marks are.
pub(super) fn is_optional(at: &Situation<'_>) -> bool {
    let mark = at.session.and_then(|session| Some((session, session.focus()?)));
    mark.is_some_and(|(session, mark)| key_role(session, mark).is_optional)
}

/// The chosen mark is another answer for a mark of the key.
pub(super) fn is_alternative(at: &Situation<'_>) -> bool {
    let mark = at.session.and_then(|session| Some((session, session.focus()?)));
    mark.is_some_and(|(session, mark)| key_role(session, mark).stands_for.is_some())
}

/// The chosen mark overlaps one of mine, for which it could be another answer, or is that already.
pub(super) fn can_be_alternative(at: &Situation<'_>) -> Ready {
    has_own_mark(at)?;
    let mark = at.session.and_then(|session| Some((session, session.focus()?)));
    let other = mark.and_then(|(session, mark)| could_stand_for(session, mark));
    ready(other.is_some(), Lack::Overlapped)
}

/// They were handed in.
pub(super) fn is_handed_in(at: &Situation<'_>) -> Ready {
    ready(at.is(|session| session.handed_in().is_some()), Lack::HandedIn)
}

/// Marks have several versions.
pub(super) fn has_conflicts(at: &Situation<'_>) -> Ready {
    ready(at.is(|session| !session.conflicts().is_empty()), Lack::Versions)
}

/// Conflict copies lie beside the article.
pub(super) fn has_copies(at: &Situation<'_>) -> Ready {
    ready(at.is(|session| session.copies().next().is_some()), Lack::Copies)
}

/// Another version of the article's text is known: an older one, or a newer one that is not read yet.
pub(super) fn has_other_text(at: &Situation<'_>) -> Ready {
    let is_known = at.is(|session| {
        session.new_text().is_some_and(|new| new.document().is_some()) || session.earlier_text().is_some()
    });
    ready(is_known, Lack::OtherText)
}

/// The article is a saved web page.
pub(super) fn is_web_page(at: &Situation<'_>) -> Ready {
    ready(at.is(|session| session.document().reading().importer.is_of_pages()), Lack::WebPage)
}

/// The file has something beside the article's text: what was left out, or others' comments.
pub(super) fn has_beside(at: &Situation<'_>) -> Ready {
    let has_any = |session: &Session| {
        let document = session.document();
        !document.left_out().is_empty() || !document.remarks().is_empty() || reads_left_out_in(session)
    };
    ready(at.is(has_any), Lack::Beside)
}

/// Something was left out of the article that can be taken in, or was taken in.
pub(super) fn has_left_out(at: &Situation<'_>) -> Ready {
    let has_any = |session: &Session| !session.document().left_out().is_empty() || reads_left_out_in(session);
    ready(at.is(has_any), Lack::Beside)
}

fn reads_left_out_in(session: &Session) -> bool {
    session.document().reading().extent == Extent::WithLeftOut
}

/// What was left out of the article is read too.
pub(super) fn reads_left_out(at: &Situation<'_>) -> bool {
    at.is(reads_left_out_in)
}

/// Something was done that can be taken back.
pub(super) fn can_undo(at: &Situation<'_>) -> Ready {
    if at.n_chosen.is_some() {
        return can_undo_edits(at);
    }
    if let Some((can_undo, _)) = at.folder_steps {
        return ready(can_undo, Lack::Deed);
    }
    ready(at.is(|session| session.history().undo_label().is_some()), Lack::Deed)
}

/// Something was taken back that can be done again.
pub(super) fn can_redo(at: &Situation<'_>) -> Ready {
    if let Some((_, can_redo)) = at.folder_steps {
        return ready(can_redo, Lack::UndoneDeed);
    }
    ready(at.is(|session| session.history().redo_label().is_some()), Lack::UndoneDeed)
}

/// The marks of many articles were changed at once, which can be taken back.
pub(super) fn can_undo_edits(at: &Situation<'_>) -> Ready {
    ready(at.can_undo_edits, Lack::ManyEdits)
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

/// The article shows who is speaking.
pub(super) fn shows_voices(at: &Situation<'_>) -> bool {
    at.settings.shows_voices
}

/// Notes stand beside the text.
pub(super) fn shows_notes(at: &Situation<'_>) -> bool {
    at.settings.shows_notes
}

/// Arrows scroll instead of moving the caret.
pub(super) fn arrows_scroll(at: &Situation<'_>) -> bool {
    at.settings.arrows_scroll
}
