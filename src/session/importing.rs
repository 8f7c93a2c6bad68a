//! Marks of an export brought into articles: which of its layers go where is shown first, then each is put into
//! the layer of its author, or all into one's own, and placed there as ever.

mod fault;

pub use fault::ImportFault;

use super::{Session, TakenIn};
use crate::document::import::Options;
use crate::document::{Digest, DocumentId};
use crate::exchange::{self, IncomingLayer};
use crate::host::{Host, file_name};
use crate::layer::Annotator;
use crate::sidecar::{LayerFile, layer_file_name};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The most that is read of an export, in bytes.
const MOST_BYTES: usize = 512 << 20;

/// An article that marks may be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its file.
    pub path: PathBuf,
    /// How it is read.
    pub options: Options,
    /// The id that its layers know it by, as far as it is known.
    pub document: Option<DocumentId>,
    /// Of its text.
    pub digest: Option<Digest>,
}

/// One person's marks on one article of an export.
#[derive(Clone, Debug)]
pub struct Part {
    /// Who marked.
    pub author: Annotator,
    /// How many marks.
    pub n_marks: usize,
    /// What the article was called.
    pub from: String,
    /// The article here that it is about; `None` where there is none.
    pub to: Option<Candidate>,
    file: Arc<LayerFile>,
}

impl PartialEq for Part {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.file, &other.file) && self.to == other.to
    }
}

/// What an export holds, and where it would go.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportPlan {
    /// The export.
    pub file: PathBuf,
    /// In the order of the export.
    pub parts: Vec<Part>,
    /// How many lines could not be sorted, and come not in.
    pub n_unread: usize,
}

impl Part {
    /// The name of the layer that it goes into, as it is called as a rule.
    pub fn layer_name(&self, person: &Annotator) -> Option<String> {
        Some(layer_file_name(&file_name(&self.to.as_ref()?.path), person))
    }

    /// Puts it into the layer of the person whose session this is, in one step that can be taken back.
    ///
    /// # Errors
    ///
    /// Where that layer cannot be changed.
    pub fn take_in(&self, session: &mut Session, host: &mut dyn Host) -> Result<TakenIn, ImportFault> {
        session.take_in(&self.file, host).map_err(ImportFault::Refused)
    }

    /// Opens the article for a person, puts it into that one's layer, and saves it.
    ///
    /// # Errors
    ///
    /// Where the article cannot be opened or the layer not be changed or written.
    pub fn run(&self, person: &Annotator, host: &mut dyn Host) -> Result<TakenIn, ImportFault> {
        let to = self.to.as_ref().ok_or_else(|| ImportFault::NoArticle(self.from.clone()))?;
        let opened = Session::open(&to.path, &to.options, Some(person.clone()), host);
        let mut session = opened.map_err(ImportFault::Open)?;
        let taken = self.take_in(&mut session, host)?;
        session.save(host).map_err(ImportFault::Save)?;
        Ok(taken)
    }
}

impl ImportPlan {
    /// Reads an export; `candidates` are the articles here, the one that is looked at first.
    ///
    /// # Errors
    ///
    /// Where it cannot be had or is no export of ours.
    pub fn read(file: &Path, candidates: &[Candidate], host: &dyn Host) -> Result<Self, ImportFault> {
        let failed = |error| ImportFault::Host(file.to_owned(), error);
        let bytes = host.read(file, MOST_BYTES).map_err(failed)?;
        if MOST_BYTES < bytes.len() {
            return Err(failed(crate::host::HostError::TooLong(MOST_BYTES >> 20)));
        }
        let incoming = exchange::read(&bytes).map_err(|_| ImportFault::NoExport(file.to_owned()))?;
        let n_foreign: usize = incoming.layers.iter().map(|layer| layer.file.n_foreign()).sum();
        let first = incoming.layers.first().map(|layer| layer.header.document);
        let is_one = incoming.layers.iter().all(|layer| Some(layer.header.document) == first);
        let parts = incoming.layers.into_iter().map(|layer| part(layer, candidates, is_one));
        Ok(Self { file: file.to_owned(), parts: parts.collect(), n_unread: incoming.n_unread + n_foreign })
    }
}

/// Where a layer goes: to the article of its id, of its text or of its name; where the export is about one
/// article alone, to the one that is looked at.
fn part(layer: IncomingLayer, candidates: &[Candidate], is_one: bool) -> Part {
    let header = &layer.header;
    let ways: [&dyn Fn(&&Candidate) -> bool; 3] = [
        &|candidate| candidate.document == Some(header.document),
        &|candidate| header.digest.is_some() && candidate.digest == header.digest,
        &|candidate| file_name(&candidate.path) == header.file,
    ];
    let found = ways.iter().find_map(|way| candidates.iter().find(way));
    let to = found.or_else(|| candidates.first().filter(|_| is_one)).cloned();
    Part {
        author: header.annotator.clone(),
        n_marks: layer.file.layer().map_or(0, |layer| layer.annotations().len()),
        from: header.file.clone(),
        to,
        file: Arc::new(layer.file),
    }
}
