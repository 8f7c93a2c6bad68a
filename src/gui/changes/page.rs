//! The page with both versions of the article that is looked at: compared when it is first shown, or when
//! the file is seen to have changed.

use super::Changes;
use crate::document::Document;
use crate::gui::outbox::Request;
use crate::gui::settings::Settings;
use crate::gui::situation::has_other_text;
use crate::gui::view::{Tabled, View};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::words::say;
use crate::session::Session;
use crate::workspace::Workspace;
use egui::{Frame, Margin, RichText, Ui};
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

    /// What changed in the newest text that `session` knows, if that is known.
    pub(in crate::gui) fn of(&self, session: &Session) -> Option<&Changes> {
        self.known.get(session.path()).filter(|changes| changes.is_for(session))
    }

    /// Whether what is known is about another text than the newest that `session` knows.
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

    /// Whether the newest text of `session` has still to be compared; says so once for each text.
    pub(in crate::gui) fn lacks(&mut self, session: &Session) -> bool {
        let is_asked = self.asked.as_ref().is_some_and(|asked| Arc::ptr_eq(asked, session.newest()));
        if is_asked || self.of(session).is_some() {
            return false;
        }
        self.asked = Some(Arc::clone(session.newest()));
        true
    }
}

impl View for ChangesPage {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let Some(session) = cx.session else { return };
        if let Some(changes) = self.known.get_mut(session.path()).filter(|changes| changes.is_for(session)) {
            if std::mem::take(&mut self.wants_focus) {
                changes.focus();
            }
            Frame::new().inner_margin(Margin::symmetric(18, 12)).show(ui, |ui| {
                changes.head_ui(cx, session, ui);
                changes.list_ui(cx, ui);
                ui.separator();
                changes.texts_ui(cx, session, ui);
            });
            return;
        }
        let words = if has_other_text(&cx.situation).is_ok() {
            if self.lacks(session) {
                cx.ask(Request::Compare);
            }
            say!("changes-comparing")
        } else {
            say!("changes-no-other")
        };
        ui.centered_and_justified(|ui| ui.label(RichText::new(words).color(cx.theme.ink_subdued)));
    }

    fn focus(&mut self, _stop: usize) {
        self.wants_focus = true;
    }

    fn shown(&mut self) {
        self.wants_focus = true;
    }

    fn tabled(&self, workspace: &Workspace, _settings: &Settings) -> Option<Tabled> {
        let sheet = self.of(workspace.active()?)?.sheet();
        Some(Tabled::new(sheet.rows.len(), move || sheet.clone()))
    }
}
