//! Blind first: where the folder asks for it, others' marks stay hidden until one's own are handed in. A convention
//! among people who trust each other: the files lie there for everybody to read.

use super::Session;
use super::open::Opened;
use crate::host::Files;
use crate::layer::{Annotator, AnnotatorId};
use crate::sidecar::asks_blind;
use std::path::Path;

/// What is hidden, and whether it is.
#[derive(Debug, Default)]
pub(super) struct Blind {
    /// Whether the folder asks for it.
    is_asked: bool,
    /// Whether it is heeded: whoever only counts or compares looks at all.
    is_heeded: bool,
    hidden: Vec<Opened>,
}

/// Whether the settings that hold in a folder ask that people mark before they see what others marked.
pub fn asks_blind_in(folder: &Path, host: &(impl Files + ?Sized)) -> bool {
    let settings = host.settings_for(&folder.join("article")).and_then(|(_, text)| text.ok());
    settings.is_some_and(|text| asks_blind(&text))
}

impl Session {
    /// Has others' marks stay hidden where the folder asks for it and mine are not handed in.
    pub fn heed_blind(&mut self, host: &(impl Files + ?Sized)) {
        self.blind.is_asked = self.path.parent().is_some_and(|folder| asks_blind_in(folder, host));
        self.blind.is_heeded = true;
        self.follow_blind();
    }

    /// Whether others' marks are hidden until mine are handed in.
    pub fn hides_others(&self) -> bool {
        self.blind.is_asked && self.blind.is_heeded && self.handed_in().is_none()
    }

    /// Whose marks are hidden.
    pub fn hidden_people(&self) -> impl Iterator<Item = &Annotator> {
        self.blind.hidden.iter().map(|opened| &opened.placed.layer.annotator)
    }

    /// Goes on as the session before it did.
    pub(super) fn blind_as(&mut self, before: &Self, host: &(impl Files + ?Sized)) {
        if before.blind.is_heeded {
            self.heed_blind(host);
        }
    }

    /// Hides what is to be hidden, and shows what is not.
    pub(super) fn follow_blind(&mut self) {
        if self.hides_others() {
            self.hide_others();
        } else {
            self.reveal(|_| true);
        }
    }

    fn hide_others(&mut self) {
        let me = self.me();
        self.reveal(|person| Some(person) == me);
        let layers = self.article.layers().iter();
        let others = layers.filter(|placed| {
            let is_mine = Some(placed.layer.annotator.id) == me;
            !is_mine && !placed.layer.is_feedback()
        });
        let others: Vec<_> = others.cloned().collect();
        let people: Vec<AnnotatorId> = others.iter().map(|placed| placed.layer.annotator.id).collect();
        for placed in others {
            if let Some(desk) = self.desks.remove(&placed.layer.annotator.id) {
                self.blind.hidden.push(Opened { placed, desk });
            }
        }
        if !people.is_empty() {
            self.article.take(Vec::new(), &people);
            self.look_at_focus();
            self.look_for_conflicts();
        }
    }

    /// Brings back the layers of those who are meant.
    fn reveal(&mut self, is_meant: impl Fn(AnnotatorId) -> bool) {
        let hidden = std::mem::take(&mut self.blind.hidden);
        let is_meant = |opened: &Opened| is_meant(opened.placed.layer.annotator.id);
        let (shown, hidden): (Vec<_>, Vec<_>) = hidden.into_iter().partition(is_meant);
        self.blind.hidden = hidden;
        if shown.is_empty() {
            return;
        }
        let (layers, desks): (Vec<_>, Vec<_>) = shown.into_iter().map(Opened::apart).unzip();
        self.desks.extend(desks);
        self.article.take(layers, &[]);
        self.look_for_conflicts();
    }

    /// Takes what was read of a layer that is to be hidden; gives back one that is not.
    pub(super) fn hide_if_asked(&mut self, opened: Opened) -> Option<Opened> {
        let person = opened.placed.layer.annotator.id;
        if !self.hides_others() || Some(person) == self.me() || opened.placed.layer.is_feedback() {
            return Some(opened);
        }
        self.blind.hidden.retain(|known| known.placed.layer.annotator.id != person);
        self.blind.hidden.push(opened);
        None
    }

    /// Somebody else marks from now on: all layers are there for that.
    pub(super) fn reveal_all(&mut self) {
        self.reveal(|_| true);
    }
}
