//! Out of the window: passages and marks as text for other programs.

use super::App;
use crate::article::citation::{Citation, Style, mark_in_markdown};
use crate::gui::panels::marks_view::MarksView;
use crate::gui::words::say;
use crate::session::Session;
use egui::Context;
use std::path::Path;

/// The words that are selected, or else the chosen mark, with where they stand.
fn citation(session: &Session) -> Option<Citation> {
    let document = session.document();
    if !session.selection().is_empty() {
        return Some(Citation::of(document, &session.selection().pieces()));
    }
    Some(Citation::of_mark(document, &session.mark(session.focus()?)?))
}

impl App {
    /// Copies the selected words.
    pub(super) fn copy_words(&mut self, ctx: &Context) {
        if self.copy_rows(ctx) {
            return;
        }
        let Some(session) = self.workspace.active() else { return };
        let pieces = session.selection().pieces();
        let words: Vec<&str> = pieces.iter().map(|&piece| session.document().slice(piece)).collect();
        ctx.copy_text(words.join("\n"));
        self.notices.say(say!("copied"));
    }

    /// Copies the selected words or those of the chosen mark, with where they stand.
    pub(super) fn copy_citation(&mut self, style: Style, ctx: &Context) {
        let Some(cited) = self.workspace.active().and_then(citation) else { return };
        ctx.copy_text(cited.written(style));
        self.notices.say(say!("copied-citation"));
    }

    /// Copies the chosen mark with all that is said of it.
    pub(super) fn copy_mark(&mut self, ctx: &Context) {
        let Some(session) = self.workspace.active() else { return };
        let Some(mark) = session.focus().and_then(|focus| session.mark(focus)) else { return };
        ctx.copy_text(mark_in_markdown(session.article(), &mark));
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
            .map(|mark| mark_in_markdown(session.article(), &mark))
            .collect();
        ctx.copy_text(marks.concat());
        self.notices.say(say!("copied-marks", count = marks.len()));
    }

    /// Copies where an article lies.
    pub(super) fn copy_path(&mut self, path: &Path, ctx: &Context) {
        ctx.copy_text(path.display().to_string());
        self.notices.say(say!("copied-path"));
    }
}
