//! The page with both versions of the article that is looked at: compared when it is first shown.

use super::Changes;
use crate::document::Document;
use crate::gui::outbox::Request;
use crate::gui::situation::has_earlier_text;
use crate::gui::view::View;
use crate::gui::view_ctx::ViewCtx;
use crate::session::Session;
use egui::{RichText, Ui};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What was compared, by article.
#[derive(Default)]
pub(in crate::gui) struct ChangesPage {
    known: BTreeMap<PathBuf, Changes>,
    /// The text whose comparison with the other version is on its way.
    asked: Option<Arc<Document>>,
    wants_focus: bool,
}

impl ChangesPage {
    /// Its name in the table of views.
    pub(in crate::gui) const ID: &'static str = "changes";

    /// What changed in the text that `session` shows, if it is known.
    pub(in crate::gui) fn of(&self, session: &Session) -> Option<&Changes> {
        self.known.get(session.path()).filter(|changes| changes.is_for(session))
    }

    /// Whether what is known is about another text than `session` shows.
    pub(in crate::gui) fn is_stale(&self, session: &Session) -> bool {
        self.known.get(session.path()).is_some_and(|changes| !changes.is_for(session))
    }

    /// Takes over a comparison of an article's versions.
    pub(in crate::gui) fn take(&mut self, article: PathBuf, changes: Changes) {
        self.known.insert(article, changes);
    }

    /// Forgets what is known of an article.
    pub(in crate::gui) fn forget(&mut self, article: &Path) {
        self.known.remove(article);
        self.asked = None;
    }

    /// Asks for the comparison, once for each text.
    fn ask(&mut self, cx: &ViewCtx<'_>, session: &Session) {
        if !self.asked.as_ref().is_some_and(|asked| Arc::ptr_eq(asked, session.document())) {
            self.asked = Some(Arc::clone(session.document()));
            cx.ask(Request::Compare);
        }
    }
}

impl View for ChangesPage {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let Some(session) = cx.session else { return };
        if let Some(changes) = self.known.get_mut(session.path()).filter(|changes| changes.is_for(session)) {
            if std::mem::take(&mut self.wants_focus) {
                changes.focus();
            }
            changes.ui(cx, ui);
            return;
        }
        let words = if has_earlier_text(&cx.situation) {
            self.ask(cx, session);
            "Comparing…"
        } else {
            "No other version of this article is kept"
        };
        ui.centered_and_justified(|ui| ui.label(RichText::new(words).color(cx.theme.ink_subdued)));
    }

    fn focus(&mut self, _stop: usize) {
        self.wants_focus = true;
    }

    fn shown(&mut self) {
        self.wants_focus = true;
    }
}
