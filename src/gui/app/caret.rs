//! The caret by commands.

use super::App;
use crate::document::BlockKind;
use crate::gui::command::CaretMove;
use crate::gui::words::say;
use crate::session::{Action, Place};
use crate::text::TextRange;
use egui::Context;

impl App {
    /// Moves the caret or the moving end of the selection; where arrows scroll, the page.
    pub(super) fn go_caret(&mut self, to: CaretMove, selects: bool) {
        let Some(session) = self.workspace.active() else { return };
        let Some(reader) = self.readers.get_mut(session.path()) else { return };
        if !selects && self.settings.arrows_scroll && reader.scroll_instead(&mut self.cache, to) {
            return;
        }
        let before = session.selection().head;
        let selection = reader.go(session, &mut self.cache, to, selects);
        let is_bare = selection.is_empty();
        let has_focus = session.focus().is_some();
        let is_stuck = before == selection.head && session.selection().is_set;
        if is_stuck && matches!(to, CaretMove::NextHeading | CaretMove::PreviousHeading) {
            let headings = session.document().blocks().iter();
            let has_any = headings.clone().any(|block| matches!(block.kind, BlockKind::Heading { .. }));
            self.notices.say(match to {
                _ if !has_any => say!("heading-none-at-all"),
                CaretMove::NextHeading => say!("heading-none-below"),
                _ => say!("heading-none-above"),
            });
            return;
        }
        let keeps = !selection.more.is_empty();
        self.perform(&Action::Span { anchor: selection.anchor, head: selection.head, keeps });
        if is_bare && has_focus {
            self.perform(&Action::Focus(None));
        }
    }

    /// Keeps the selected piece; the caret goes on to the next one.
    pub(super) fn keep_piece(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        let selection = session.shown_selection();
        if selection.range().is_empty() {
            return;
        }
        let head = selection.head;
        self.perform(&Action::SelectMore(Place::Bytes(TextRange::empty(head))));
        self.notices.say(say!("piece-kept"));
    }

    pub(super) fn scroll_screen(&mut self, down: bool) {
        let Some(session) = self.workspace.active() else { return };
        if let Some(reader) = self.readers.get_mut(session.path()) {
            reader.scroll_screen(&mut self.cache, down);
        }
    }

    pub(super) fn switch_arrows(&mut self, ctx: &Context) {
        let arrows_scroll = !self.settings.arrows_scroll;
        self.prefer(ctx, |settings| settings.arrows_scroll = arrows_scroll);
        self.notices.say(if arrows_scroll { say!("arrows-scroll") } else { say!("arrows-move") });
    }
}
