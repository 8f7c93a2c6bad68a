//! When an article's file has changed: what is said of it above the page, comparing both texts, and reading
//! the new one.

use super::App;
use crate::analysis::Comparison;
use crate::gui::changes::{Banner, Changes, ChangesPage, Pair, Reason};
use crate::gui::words::say;
use crate::session::{NewText, Session};
use std::path::Path;
use std::sync::Arc;

/// What the person did about the versions of one open article.
#[derive(Default)]
pub(super) struct Revised {
    /// Whether they do not want to hear of the new text now.
    is_put_off: bool,
    /// Whether the new text was asked for, so that what changed is told.
    is_awaited: bool,
    /// Whether it is here, and what changed is told.
    is_told: bool,
}

impl Revised {
    /// What is said above the page of `session`.
    pub(super) fn banner(&self, session: &Session) -> Option<Banner> {
        let is_waiting = session.new_text().is_some() && !self.is_put_off;
        is_waiting.then_some(Banner::Waiting).or(self.is_told.then_some(Banner::Read))
    }
}

impl App {
    /// The file of an open article gives another text. The page changes only when the person asks for it.
    pub(super) fn article_changed(&mut self, path: &Path) {
        if self.workspace.sessions().iter().any(|session| session.path() == path) {
            self.revised.entry(path.to_owned()).or_default().is_put_off = false;
            self.notices.whisper(&say!("banner-changed"));
        }
    }

    /// Has the new text of the article that is looked at compared, so that it can be said how much is other.
    pub(super) fn compare_new_text(&mut self) {
        let Some(session) = self.workspace.active().filter(|session| session.new_text().is_some()) else {
            return;
        };
        let page = self.views.get_mut::<ChangesPage>();
        if page.is_some_and(|page| page.lacks(session)) {
            self.compare();
        }
    }

    /// Reads the new text of the article that is looked at.
    pub(super) fn read_new_text(&mut self) {
        let Some(session) = self.workspace.active() else { return };
        let options = session.options();
        let path = session.path().to_owned();
        self.revised.insert(path, Revised { is_awaited: true, ..Revised::default() });
        self.read_again(&options);
    }

    /// Leaves the page as it is: what is said comes again when the file changes again.
    pub(super) fn put_off(&mut self) {
        let path = self.workspace.active().map(|session| session.path().to_owned());
        if let Some(path) = path {
            self.revised.insert(path, Revised { is_put_off: true, ..Revised::default() });
        }
    }

    /// Forgets the versions of an article that is closed.
    pub(super) fn forget_versions(&mut self, path: &Path) {
        self.revised.remove(path);
        if let Some(page) = self.views.get_mut::<ChangesPage>() {
            page.forget(path);
        }
    }

    /// An article was read again: what was compared may be out of date, and what was asked for is told.
    pub(super) fn compare_if_awaited(&mut self, path: &Path) {
        let session = self.workspace.sessions().iter().find(|session| session.path() == path);
        let (Some(session), Some(page)) = (session, self.views.get_mut::<ChangesPage>()) else { return };
        let is_stale = page.is_stale(session);
        if is_stale {
            page.forget(path);
        }
        let known = page.of(session).map(|changes| Banner::Read.sentence(Some(changes), session));
        if is_stale {
            self.views.close_page(ChangesPage::ID);
        }
        let revised = self.revised.get_mut(path);
        let Some(revised) = revised.filter(|revised| revised.is_awaited) else { return };
        revised.is_awaited = false;
        match (known, pair(session)) {
            (Some(sentence), _) => {
                revised.is_told = true;
                self.notices.whisper(&sentence);
            }
            (None, Some(pair)) if pair.reason == Reason::FileChanged => self.worker.compare(pair),
            _ => self.notices.say(say!("banner-same")),
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
        let Some(session) = session.filter(|session| Arc::ptr_eq(session.newest(), &pair.new)) else {
            return;
        };
        let path = pair.path.clone();
        let changes = Changes::new(pair, comparison);
        let revised = self.revised.entry(path.clone()).or_default();
        revised.is_told |= session.new_text().is_none() && self.views.page() != Some(ChangesPage::ID);
        if let Some(banner) = revised.banner(session) {
            self.notices.whisper(&banner.sentence(Some(&changes), session));
        }
        if let Some(page) = self.views.get_mut::<ChangesPage>() {
            page.take(path, changes);
        }
    }
}

/// What is to be compared: the new text with what the page shows, else that with an earlier one.
fn pair(session: &Session) -> Option<Pair> {
    let path = session.path().to_owned();
    if let Some(placers) = session.new_text().and_then(NewText::placers) {
        return Some(Pair {
            path,
            old: session.document().text().into(),
            made_on: session.document().digest(),
            placers: placers.clone(),
            new: Arc::clone(placers.document()),
            reason: Reason::FileChanged,
        });
    }
    let earlier = session.earlier_text()?;
    Some(Pair {
        path,
        old: earlier.text.into(),
        made_on: earlier.digest,
        placers: session.article().placers().clone(),
        new: Arc::clone(session.document()),
        reason: if earlier.was_open { Reason::FileChanged } else { Reason::MarkedEarlier },
    })
}
