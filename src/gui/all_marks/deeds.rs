//! What can be done to the chosen marks: on which of them, and what it comes to.

use super::AllMarks;
use super::deed::Deed;
use crate::gui::modal::edits::{NoteMany, Proposal};
use crate::gui::outbox::Request;
use crate::gui::view_ctx::{ViewCtx, name};
use crate::gui::widgets::chip::tag_chip_ui;
use crate::gui::words::{self, say};
use crate::layer::{AnnotatorId, Codebook, TagId};
use crate::library::Library;
use crate::session::Action;
use crate::workspace::edits::Edits;
use egui::Ui;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// The chosen marks: those that the person may change, and how many others.
pub(in crate::gui) struct Meant {
    /// By their article and their name in actions; with the tags that they have.
    pub mine: Vec<(PathBuf, String, Vec<TagId>)>,
    pub n_others: usize,
}

impl AllMarks {
    /// The marks that are chosen and listed.
    pub(in crate::gui) fn meant(&self, library: &Library, me: Option<AnnotatorId>) -> Meant {
        let mut meant = Meant { mine: Vec::new(), n_others: 0 };
        // A mark with two tags stands in two groups, and is meant once.
        let mut seen = BTreeSet::new();
        let has_twice = !self.table.groups().is_empty();
        for (entry, row) in self.table.lines().filter(|(_, row)| self.chosen.has(row.id)) {
            if has_twice && !seen.insert(row.id) {
                continue;
            }
            match name(row.id).filter(|_| Some(row.person.id) == me) {
                Some(name) => meant.mine.push((library.file_of(entry), name, row.tags.to_vec())),
                None => meant.n_others += 1,
            }
        }
        meant
    }
}

impl Meant {
    fn n_articles(&self) -> usize {
        self.mine.iter().map(|(path, ..)| path).collect::<BTreeSet<_>>().len()
    }

    /// What stays as it is.
    pub(in crate::gui) fn left(&self) -> Option<String> {
        (0 < self.n_others).then(|| say!("deeds-left", count = self.n_others))
    }

    /// A note for them.
    pub(in crate::gui) fn note(&self) -> NoteMany {
        NoteMany {
            title: say!("deeds-note-title"),
            sentence: say!("deeds-note", marks = self.mine.len(), articles = self.n_articles()),
            left: self.left(),
            words: String::new(),
            replaces: false,
            marks: self.mine.iter().map(|(path, name, _)| (path.clone(), name.clone())).collect(),
        }
    }

    /// What a deed comes to.
    pub(in crate::gui) fn proposal(&self, deed: &Deed, codebook: &Codebook) -> Proposal {
        let (marks, articles) = (self.mine.len(), self.n_articles());
        let label = |tag: &TagId| words::name(codebook.label(tag)).to_lowercase();
        let (title, sentence, does, called) = match deed {
            Deed::Retag(tag) => (
                say!("deeds-retag-title"),
                say!("deeds-retag", marks = marks, articles = articles, tag = label(tag)),
                say!("deeds-retag-does"),
                say!("deeds-retag-label", tag = label(tag)),
            ),
            Deed::Tag(tag) => (
                say!("deeds-tag-title"),
                say!("deeds-tag", marks = marks, articles = articles, tag = label(tag)),
                say!("deeds-tag-does"),
                say!("deeds-tag-label", tag = label(tag)),
            ),
            Deed::Untag(tag) => (
                say!("deeds-untag-title"),
                say!("deeds-untag", marks = marks, articles = articles, tag = label(tag)),
                say!("deeds-untag-does"),
                say!("deeds-untag-label", tag = label(tag)),
            ),
            Deed::Delete | Deed::Note => (
                say!("deeds-delete-title"),
                say!("deeds-delete", marks = marks, articles = articles),
                say!("deeds-delete-does"),
                say!("deeds-delete-label"),
            ),
        };
        let mut edits = Edits::new(called);
        for (path, name, tags) in &self.mine {
            let name = Some(name.clone());
            let action = match deed {
                Deed::Retag(tag) => Action::Retag(name, tag.clone()),
                Deed::Tag(tag) => Action::Tag(tag.clone(), name),
                // Those that do not have it stay as they are.
                Deed::Untag(tag) if !tags.contains(tag) => continue,
                Deed::Untag(tag) => Action::Untag(name, tag.clone()),
                Deed::Delete | Deed::Note => Action::Delete(name),
            };
            edits.add(path.clone(), action);
        }
        Proposal { title, sentence, left: self.left(), list: Vec::new(), does, edits }
    }
}

/// A way to put a tag on marks, or to take it off.
type OfTag = fn(TagId) -> Deed;

/// The deeds as entries of menus: beside the number of the chosen, and on a row.
pub(super) fn deeds_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    let of_tags: [(String, OfTag); 3] = [
        (say!("deeds-menu-retag"), Deed::Retag),
        (say!("deeds-menu-tag"), Deed::Tag),
        (say!("deeds-menu-untag"), Deed::Untag),
    ];
    for (label, deed) in of_tags {
        ui.menu_button(label, |ui| {
            for tag in &cx.commands.codebook().tags {
                if tag_chip_ui(ui, cx.theme, tag, false, false).clicked() {
                    cx.ask(Request::EditChosen(deed(tag.id.clone())));
                    ui.close();
                }
            }
        });
    }
    for (label, deed) in [(say!("deeds-menu-note"), Deed::Note), (say!("deeds-menu-delete"), Deed::Delete)] {
        if ui.button(label).clicked() {
            cx.ask(Request::EditChosen(deed));
            ui.close();
        }
    }
}
