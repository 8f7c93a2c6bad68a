//! Out of the window: passages and marks as text for other programs.

use super::App;
use crate::article::citation::{Citation, Style, item_in_markdown};
use crate::gui::all_marks::markdown;
use crate::gui::panels::mark_row::mark_name;
use crate::gui::panels::marks_view::MarksView;
use crate::gui::words::{date, figure, say, source, words_of};
use crate::session::{MarkRef, Session};
use egui::Context;
use std::path::Path;

/// The words that are selected, or else the chosen mark, with where they stand.
fn citation(session: &Session) -> Option<Citation> {
    let document = session.document();
    if !session.selection().is_empty() {
        return Some(in_words(Citation::of(document, &session.selection().pieces()), session));
    }
    Some(in_words(Citation::of_mark(document, &session.mark(session.focus()?)?), session))
}

/// The same with its day and its page in the words of the window.
fn in_words(mut cited: Citation, session: &Session) -> Citation {
    if let Some(published) = session.document().metadata().published_on(None) {
        cited.date = date(published);
    }
    cited.page = cited.page.map(|page| say!("citation-page", page = page));
    cited
}

/// A mark as an item of a list in Markdown: its words, what is said of them, where they stand, its note.
fn mark_in_markdown(session: &Session, mark: &MarkRef<'_>) -> String {
    let annotation = mark.annotation;
    let figures: Vec<String> = annotation.figures.iter().map(figure).collect();
    let about = [
        mark_name(session, annotation),
        source(&annotation.attribution),
        figures.join(", "),
        mark.layer.layer.annotator.name.clone(),
    ];
    let cited = in_words(Citation::of_mark(session.document(), mark), session);
    item_in_markdown(&cited.words.join(" … "), &about, &[cited.place(Style::Markdown)], &words_of(annotation))
}

impl App {
    /// Copies the selected words, or those of the chosen mark.
    pub(super) fn copy_words(&mut self, ctx: &Context) {
        if self.copy_rows(ctx) {
            return;
        }
        let Some(session) = self.workspace.active() else { return };
        let pieces = session.selection().pieces();
        let words: Vec<&str> = pieces.iter().map(|&piece| session.document().slice(piece)).collect();
        let of_mark = || Some(session.mark(session.focus()?)?.annotation.quote());
        let words = if session.selection().is_empty() { of_mark() } else { Some(words.join("\n")) };
        let Some(words) = words else { return };
        ctx.copy_text(words);
        self.notices.say(say!("copied"));
    }

    /// Copies the selected words or those of the chosen mark, with where they stand.
    pub(super) fn copy_citation(&mut self, style: Style, ctx: &Context) {
        let Some(session) = self.workspace.active() else { return };
        let Some(cited) = citation(session) else { return };
        ctx.copy_text(cited.written(style));
        self.notices.say(say!("copied-citation"));
    }

    /// Copies the chosen mark with all that is said of it.
    pub(super) fn copy_mark(&mut self, ctx: &Context) {
        let Some(session) = self.workspace.active() else { return };
        let Some(mark) = session.focus().and_then(|focus| session.mark(focus)) else { return };
        ctx.copy_text(mark_in_markdown(session, &mark));
        self.notices.say(say!("copied-marks", count = 1));
    }

    /// Copies the marks that the list shows, in its order.
    pub(super) fn copy_list(&mut self, ctx: &Context) {
        let Some(session) = self.workspace.active() else { return };
        let listed = self.views.get::<MarksView>().map(|marks| marks.list.listed(session));
        let marks: Vec<String> = listed
            .into_iter()
            .flatten()
            .filter_map(|nth| session.nth_mark(nth))
            .map(|mark| mark_in_markdown(session, &mark))
            .collect();
        ctx.copy_text(marks.concat());
        self.notices.say(say!("copied-marks", count = marks.len()));
    }

    /// Copies all marks of an article that is open, or else of one of the folder, in the order of the text.
    pub(super) fn copy_marks_of(&mut self, path: &Path, ctx: &Context) {
        let open = self.workspace.sessions().iter().find(|session| session.path() == path);
        let listed = || {
            let library = self.workspace.library()?;
            let entry = library.entry(&library.path_of(path)?)?;
            let rows: Vec<_> = entry.rows.iter().map(|row| (&**entry, row)).collect();
            Some((markdown(library, &rows), rows.len()))
        };
        let in_session = |session: &Session| {
            let marks = (0..session.order().marks().len()).filter_map(|nth| session.nth_mark(nth));
            let marks: Vec<String> = marks.map(|mark| mark_in_markdown(session, &mark)).collect();
            (marks.concat(), marks.len())
        };
        let (text, count) = open.map(in_session).or_else(listed).unwrap_or_default();
        if count == 0 {
            return self.notices.say(say!("copied-no-marks"));
        }
        ctx.copy_text(text);
        self.notices.say(say!("copied-marks", count = count));
    }

    /// Copies where an article lies.
    pub(super) fn copy_path(&mut self, path: &Path, ctx: &Context) {
        ctx.copy_text(path.display().to_string());
        self.notices.say(say!("copied-path"));
    }
}
