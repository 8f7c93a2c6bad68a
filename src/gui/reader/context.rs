//! The menus of a right click on the page: of the selected words, of a mark, of the page itself.

use super::Reader;
use super::frame::Frame;
use crate::gui::command::On;
use crate::gui::context::{Clicked, menu_at, opens};
use crate::gui::outbox::Request;
use crate::text::boundary;
use egui::{Pos2, Rect, Ui};

impl Reader {
    /// Shows the menu of what was clicked, or where the keyboard asks of what is chosen.
    pub(super) fn context_ui(&mut self, frame: &Frame<'_>, ui: &Ui) {
        let caret = self.page.caret(self.head).map(|caret| frame.to_window(caret.rect).left_bottom());
        let by_keys = caret.filter(|at| frame.rect.contains(*at)).unwrap_or(frame.rect.center());
        self.spot = self.spot_of(frame);
        let is_pointed = frame.response.secondary_clicked();
        let opened = opens(frame.response, by_keys);
        if let Some(at) = opened {
            self.menu_of = if is_pointed { self.pointed_at(frame, at) } else { chosen(frame) };
        }
        menu_at(frame.cx, frame.response, Clicked::on(self.menu_of), opened);
        if opened.is_some() {
            ui.ctx().request_repaint();
        }
    }

    /// Where the selected words are in the window, or else those of the chosen mark, as far as they are in view.
    pub(in crate::gui) fn spot(&self) -> Option<Rect> {
        self.spot
    }

    fn spot_of(&self, frame: &Frame<'_>) -> Option<Rect> {
        let selected = frame.session.selection().pieces();
        let chosen = || frame.session.mark(frame.session.focus()?)?.placement?.passage();
        let pieces = match selected.is_empty() {
            true => chosen().map(|passage| passage.pieces().to_vec()).unwrap_or_default(),
            false => selected,
        };
        let parts = pieces.into_iter().flat_map(|piece| self.page.parts(piece));
        let rects = parts.map(|part| frame.to_window(part.rect)).filter(|rect| frame.rect.intersects(*rect));
        rects.reduce(|all, rect| all.union(rect)).map(|all| all.intersect(frame.rect))
    }

    /// What is under the pointer; a mark is chosen.
    fn pointed_at(&self, frame: &Frame<'_>, at: Pos2) -> On {
        let hit = self.page.hit(frame.to_page(at)).filter(|hit| hit.is_on_text);
        let Some(spot) = hit.map(|hit| hit.cluster.start()) else { return On::Page };
        if frame.session.selection().pieces().iter().any(|piece| piece.contains(spot)) {
            return chosen(frame);
        }
        let marks = frame.session.marks_at(spot);
        let chosen = marks.iter().find(|mark| Some(mark.annotation.id) == frame.session.focus());
        let Some(mark) = chosen.or(marks.first()) else { return On::Page };
        frame.cx.ask(Request::Focus(Some(mark.annotation.id)));
        On::Mark
    }
}

/// What the keyboard means. Words that were just marked stay selected: their mark is meant.
fn chosen(frame: &Frame<'_>) -> On {
    let session = frame.session;
    let focus = session.focus().and_then(|focus| session.mark(focus));
    let passage = focus.as_ref().and_then(|mark| mark.placement?.passage());
    let is_marked = passage.is_some_and(|passage| {
        let text = session.document().text();
        let trimmed = session.selection().pieces().into_iter().map(|piece| boundary::trim(text, piece));
        trimmed.eq(passage.pieces().iter().copied())
    });
    match (session.selection().is_empty(), focus) {
        (false, _) if !is_marked => On::Words,
        (_, Some(_)) => On::Mark,
        (_, None) => On::Page,
    }
}
