//! A folder as somebody sees it who marks before seeing what others marked: their marks are hidden, article by
//! article, until one's own are handed in.

use super::Library;
use super::entry::Entry;
use super::order::EntryPath;
use crate::layer::AnnotatorId;
use std::sync::Arc;

impl Library {
    /// An article as it is seen when it is not open.
    pub(super) fn seen(&self, path: &EntryPath) -> Option<&Arc<Entry>> {
        self.hiding.get(path).or_else(|| self.entries.get(path))
    }

    /// Hides what others marked until `me` handed in, article by article; `None`: nobody marks blind here.
    pub fn set_blind(&mut self, me: Option<Option<AnnotatorId>>) {
        if self.blind == me {
            return;
        }
        self.blind = me;
        let paths: Vec<EntryPath> = self.entries.keys().cloned().collect();
        for path in paths {
            let before = self.seen(&path).cloned();
            self.hide(&path);
            if !self.open.contains_key(&path) {
                let now = self.seen(&path).cloned();
                self.index.replace(before.as_deref(), now.as_deref());
            }
        }
        self.revision += 1;
    }

    /// Finds anew how an article is seen: as it is corrected, and by somebody who marks blind.
    pub(super) fn hide(&mut self, path: &EntryPath) {
        let hiding = self.blind.and_then(|me| self.entries.get(path)?.hiding_others(me));
        let shown = hiding.as_ref().or_else(|| self.entries.get(path).map(AsRef::as_ref));
        let corrected = shown.and_then(|entry| self.corrections.applied(entry));
        match corrected.or(hiding) {
            Some(entry) => drop(self.hiding.insert(path.clone(), Arc::new(entry))),
            None => drop(self.hiding.remove(path)),
        }
    }
}
