//! What this machine remembers, in the directories of its person.

use super::{
    Disk, MAX_OWN_BYTES, MAX_TEXT_BYTES, caches, generations, log, people, reading, replace, team,
    whereabouts,
};
use crate::document::{Digest, DocumentId};
use crate::host::{
    Caches, Clock, Generation, HostError, LeftLogs, LogId, LogStand, Logs, Storage, Whereabouts,
};
use crate::layer::Annotator;
use std::path::{Path, PathBuf};

impl Storage for Disk {
    fn keep_generation(&mut self, layer: &Path, bytes: &[u8]) -> Result<(), HostError> {
        generations::keep(self.own()?, layer, bytes, self.now())
    }

    fn generations(&self, beside: &Path) -> Vec<Generation> {
        self.directories.as_ref().map(|own| generations::beside(own, beside)).unwrap_or_default()
    }

    fn generation(&self, layer: &Path, day: &str) -> Result<Vec<u8>, HostError> {
        generations::read(self.own()?, layer, day)
    }

    fn remember_layers(&mut self, seen: Vec<Whereabouts>) {
        if let Some(own) = &self.directories {
            whereabouts::remember(own, seen);
        }
    }

    fn remembered_layers(
        &self,
        article: &Path,
        digest: Digest,
        documents: &[DocumentId],
    ) -> Vec<Whereabouts> {
        let own = self.directories.as_ref();
        own.map(|own| whereabouts::about(own, article, digest, documents)).unwrap_or_default()
    }

    fn kept_text(&self, digest: Digest) -> Option<String> {
        let text = reading::read_text(&self.text_path(digest)?, MAX_TEXT_BYTES)?;
        (Digest::of(&text) == digest).then_some(text)
    }

    fn keep_text(&mut self, digest: Digest, text: &str) -> Result<(), HostError> {
        let path = self.own()?.data.join("texts").join(format!("{}.txt", digest.hex()));
        let is_there = path.metadata().is_ok_and(|found| found.is_file() && found.len() == text.len() as u64);
        if is_there { Ok(()) } else { replace::replace_own(&path, text.as_bytes()) }
    }

    fn kept_text_for(&self, document: &Path, digest: Digest) -> Option<String> {
        let own = || self.kept_text(digest);
        own().or_else(|| team::kept_text(document, digest))
    }

    fn keep_text_for(&mut self, document: &Path, digest: Digest, text: &str) -> Result<(), HostError> {
        self.keep_text(digest, text)?;
        team::keep_text(document, digest, text)
    }

    fn annotator(&self) -> Option<Annotator> {
        people::annotator(&self.directories.as_ref()?.config)
    }

    fn set_annotator(&mut self, annotator: &Annotator) -> Result<(), HostError> {
        people::set_annotator(self.own()?, annotator)
    }

    fn people(&self) -> Vec<Annotator> {
        self.directories.as_ref().map(|own| people::everybody(&own.config)).unwrap_or_default()
    }

    fn annotator_called(&mut self, name: &str) -> Result<Annotator, HostError> {
        people::annotator_called(self.own()?, name)
    }

    fn stored(&self, name: &str) -> Option<String> {
        reading::read_text(&self.stored_path(name).ok()?, MAX_OWN_BYTES)
    }

    fn store(&mut self, name: &str, text: &str) -> Result<(), HostError> {
        replace::replace_own(&self.stored_path(name)?, text.as_bytes())
    }
}

impl Caches for Disk {
    fn cached(&self, name: &str, most: usize) -> Option<Vec<u8>> {
        caches::read(self.directories.as_ref()?, name, most)
    }

    fn place_of_cached(&self, name: &str) -> Option<PathBuf> {
        Some(caches::place(self.directories.as_ref()?, name))
    }

    fn cache(&mut self, name: &str, bytes: &[u8]) -> Result<(), HostError> {
        caches::replace(self.own()?, name, bytes)
    }

    fn add_to_cache(&mut self, name: &str, bytes: &[u8]) -> Result<(), HostError> {
        caches::add(self.own()?, name, bytes)
    }
}

impl Logs for Disk {
    fn begin_log(&mut self, layer: &Path) -> Option<LogId> {
        self.logs.as_ref()?.begin(self.directories.as_ref()?, layer)
    }

    fn log(&mut self, log: LogId, bytes: Vec<u8>) -> u64 {
        self.logs.as_ref().map_or(0, |logs| logs.write(log, bytes))
    }

    fn end_log(&mut self, log: LogId) {
        if let Some(logs) = &self.logs {
            logs.end(log);
        }
    }

    fn log_stand(&self) -> LogStand {
        self.logs.as_ref().map(log::Logs::stand).unwrap_or_default()
    }

    fn left_logs(&mut self) -> LeftLogs {
        self.directories.as_ref().map(log::left).unwrap_or_default()
    }

    fn remove_left_log(&mut self, name: &str) -> Result<(), HostError> {
        log::remove_left(self.own()?, name)
    }
}
