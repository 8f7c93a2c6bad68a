//! Articles as people say that they are where their files are wrong: when they were published, and by whom. What the
//! files say stays beside it.

use super::entry::{Entry, Stated};
use super::order::EntryPath;
use super::{FolderFiles, Library, entry};
use crate::document::DocumentId;
use crate::host::Files;
use crate::layer::{Correction, FolderLayer};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

/// What holds of articles, each with whoever says so.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corrections(BTreeMap<DocumentId, (Correction, Box<str>)>);

impl Corrections {
    /// Of the registers of a folder. Where several people correct one article, what was said last counts.
    pub(super) fn of<'a>(registers: impl IntoIterator<Item = &'a FolderLayer>) -> Self {
        let mut all: BTreeMap<DocumentId, (Correction, Box<str>)> = BTreeMap::new();
        for register in registers {
            for held in register.corrections() {
                let said = |held: &Correction| (held.modified.unwrap_or(held.created), held.id);
                let is_last = all.get(&held.document).is_none_or(|(known, _)| said(known) < said(held));
                if is_last {
                    let by = register.annotator.name.as_str().into();
                    all.insert(held.document, (held.clone(), by));
                }
            }
        }
        Self(all)
    }

    /// Of the folders that articles lie in, by the paths of those folders.
    pub fn around(folders: &BTreeSet<PathBuf>, host: &dyn Files) -> Self {
        let (files, _) = FolderFiles::around(folders, host);
        Self::of(files.iter().map(|file| file.layer.as_ref()))
    }

    /// What holds of an article; `None`: what its file says.
    pub fn on(&self, document: DocumentId) -> Option<&Correction> {
        self.0.get(&document).map(|(held, _)| held)
    }

    /// The article as it is held to be; `None` where nobody corrects it.
    pub(super) fn applied(&self, entry: &Entry) -> Option<Entry> {
        let (held, by) = self.0.get(&entry.document?)?;
        let mut entry = entry.as_stated();
        let stated = Stated { date: entry.date, outlet: entry.outlet.clone(), by: by.clone() };
        entry.date = held.date.or(entry.date);
        if let Some(outlet) = &held.outlet {
            entry.outlet = outlet.as_str().into();
        }
        entry.stated = Some(Box::new(stated));
        Some(entry)
    }

    /// Which articles are held to be otherwise than by `other`.
    fn unlike(&self, other: &Self) -> BTreeSet<DocumentId> {
        let ids = self.0.keys().chain(other.0.keys());
        ids.filter(|id| self.0.get(id) != other.0.get(id)).copied().collect()
    }
}

impl Entry {
    /// Shows articles that were opened one by one as the registers of their folder correct them.
    pub fn correct_together(entries: &mut [Self], registers: &[Arc<FolderLayer>]) {
        let corrections = Corrections::of(registers.iter().map(AsRef::as_ref));
        for entry in entries {
            if let Some(corrected) = corrections.applied(entry) {
                *entry = corrected;
            }
        }
    }
}

impl Library {
    /// Follows the registers where they correct articles.
    pub(super) fn follow_corrections(&mut self) {
        let now = Corrections::of(self.registers().iter().map(AsRef::as_ref));
        let changed = now.unlike(&self.corrections);
        if changed.is_empty() {
            return;
        }
        self.corrections = Arc::new(now);
        let is_changed =
            |entry: &Arc<Entry>| entry.document.is_some_and(|document| changed.contains(&document));
        let paths = self.entries.iter().filter(|(_, entry)| is_changed(entry)).map(|(path, _)| path.clone());
        for path in paths.collect::<Vec<EntryPath>>() {
            self.hide(&path);
        }
        let open = self.open.values_mut().filter(|entry| is_changed(entry));
        for entry in open {
            let stated = entry.as_stated();
            *entry = Arc::new(self.corrections.applied(&stated).unwrap_or(stated));
        }
    }

    /// Reads the dates of all articles anew, as the files have them and as they are corrected.
    pub(super) fn date_all(&mut self) {
        let order = self.date_order;
        for entry in Arc::make_mut(&mut self.entries).values_mut() {
            entry::date_by(entry, order);
        }
        for entry in self.open.values_mut() {
            let mut stated = Arc::new(entry.as_stated());
            entry::date_by(&mut stated, order);
            *entry = self.corrections.applied(&stated).map_or(stated, Arc::new);
        }
        for path in self.hiding.keys().cloned().collect::<Vec<EntryPath>>() {
            self.hide(&path);
        }
    }
}
