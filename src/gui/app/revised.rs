//! When an article's file has changed: the offer to read it, and what changed.

use super::App;
use crate::analysis::Comparison;
use crate::document::import;
use crate::gui::changes::{Changes, ChangesPage, Pair};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::{command::Command, outbox::Request};
use crate::session::Session;
use egui::{RichText, Ui};
use std::path::Path;
use std::sync::Arc;

/// What stands above the page about another version of its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Bar {
    #[default]
    Nothing,
    /// The file has changed; nobody has read it yet.
    Offered,
    /// The new text is here, and what changed is told.
    Told,
}

/// What is known of the versions of one open article.
#[derive(Default)]
pub(super) struct Revised {
    bar: Bar,
    /// Whether the new text was asked for, so that what changed is told.
    is_awaited: bool,
}

impl App {
    /// Offers the new text of an open article: its file is another than the one that was read. The page
    /// changes only when the person asks for it.
    pub(super) fn article_changed(&mut self, path: &Path) {
        if !self.workspace.sessions().iter().any(|session| session.path() == path) {
            return;
        }
        let revised = self.revised.entry(path.to_owned()).or_default();
        if revised.bar != Bar::Offered {
            revised.bar = Bar::Offered;
            self.notices.whisper("the article’s file has changed");
        }
    }

    /// Reads the new text of the article that is looked at.
    pub(super) fn read_new_text(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        let path = session.path().to_owned();
        let reading = session.document().reading();
        let encoding = reading.encoding_overridden.then(|| reading.encoding.to_owned());
        let options = import::Options { encoding, extent: reading.extent };
        let revised = self.revised.entry(path).or_default();
        (revised.bar, revised.is_awaited) = (Bar::Nothing, true);
        self.read_again(&options);
    }

    /// Leaves the page as it is: the offer is made again when the file changes again.
    pub(super) fn put_off(&mut self) {
        if let Some(revised) = self.active_versions() {
            revised.bar = Bar::Nothing;
        }
    }

    fn active_versions(&mut self) -> Option<&mut Revised> {
        self.revised.get_mut(self.workspace.active()?.path())
    }

    /// Forgets the versions of an article that is closed.
    pub(super) fn forget_versions(&mut self, path: &Path) {
        self.revised.remove(path);
        if let Some(page) = self.views.get_mut::<ChangesPage>() {
            page.forget(path);
        }
    }

    /// An article was read again: what was compared is out of date, and what was asked for is compared.
    pub(super) fn compare_if_awaited(&mut self, path: &Path) {
        let session = self.workspace.sessions().iter().find(|session| session.path() == path);
        let Some(session) = session else { return };
        if let Some(page) = self.views.get_mut::<ChangesPage>()
            && page.is_stale(session)
        {
            page.forget(path);
            self.views.close_page(ChangesPage::ID);
        }
        let revised = self.revised.get_mut(path);
        if !revised.is_some_and(|revised| std::mem::take(&mut revised.is_awaited)) {
            return;
        }
        match pair(session) {
            Some(pair) if pair.was_open => self.worker.compare(pair),
            _ => self.notices.say("the article’s text is the same as before"),
        }
    }

    /// Has both versions of the article compared.
    pub(super) fn compare(&mut self) {
        if let Some(pair) = self.workspace.active().and_then(pair) {
            self.worker.compare(pair);
        }
    }

    /// Takes over what the worker compared.
    pub(super) fn take_comparison(&mut self, pair: Pair, comparison: Comparison) {
        let session = self.workspace.sessions().iter().find(|session| session.path() == pair.path);
        let Some(session) = session.filter(|session| Arc::ptr_eq(session.document(), &pair.new)) else {
            return;
        };
        let changes = Changes::new(pair.old, pair.new, pair.was_open, comparison);
        if self.views.page() != Some(ChangesPage::ID) {
            self.revised.entry(pair.path.clone()).or_default().bar = Bar::Told;
            self.notices.whisper(&summary(&changes, session));
        }
        if let Some(page) = self.views.get_mut::<ChangesPage>() {
            page.take(pair.path, changes);
        }
    }
}

/// What is to be compared with what is open.
fn pair(session: &Session) -> Option<Pair> {
    let earlier = session.earlier_text()?;
    Some(Pair {
        path: session.path().to_owned(),
        old: earlier.text.into(),
        made_on: earlier.digest,
        placers: session.article().placers().clone(),
        new: Arc::clone(session.document()),
        was_open: earlier.was_open,
    })
}

/// `2 changes in substance, 1 mark needs a look`
fn summary(changes: &Changes, session: &Session) -> String {
    let changed = match changes.n_changes() {
        0 if changes.is_same() => "The words are the same".to_owned(),
        0 => "Nothing changed in substance".to_owned(),
        1 => "1 change in substance".to_owned(),
        n => format!("{n} changes in substance"),
    };
    match session.n_to_review() {
        0 => changed,
        1 => format!("{changed}, 1 mark needs a look"),
        n => format!("{changed}, {n} marks need a look"),
    }
}

impl Revised {
    /// Draws the bar below the page. `changes` is what changed, once it is known.
    pub(super) fn bar_ui(&self, cx: &ViewCtx<'_>, session: &Session, changes: Option<&Changes>, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| match self.bar {
            Bar::Nothing => {}
            Bar::Offered => {
                ui.label(RichText::new("The article’s file has changed").color(cx.theme.ink_strong));
                if ui.button("Read the new text").clicked() {
                    cx.run(Command::READ_NEW_TEXT);
                }
                if ui.button("Later").on_hover_text("The page stays as it is").clicked() {
                    cx.ask(Request::PutOff);
                }
            }
            Bar::Told => {
                let words = changes.map(|changes| summary(changes, session));
                ui.label(RichText::new(words.unwrap_or_default()).color(cx.theme.ink_strong));
                if ui.button("What changed").clicked() {
                    cx.run(Command::SHOW_CHANGES);
                }
                if 0 < session.n_to_review() && ui.button("Look at the marks").clicked() {
                    cx.run(Command::NEXT_TO_REVIEW);
                }
                if ui.button("Done").clicked() {
                    cx.ask(Request::PutOff);
                }
            }
        });
    }

    /// Whether there is something to say.
    pub(super) fn has_bar(&self) -> bool {
        self.bar != Bar::Nothing
    }
}
