//! Layers of an article that was moved to another folder: they are read where this machine remembers
//! them to lie, and left there. One's own are written beside the article with the next change.

use super::found::{Found, is_there};
use super::renamed::is_edited_form;
use super::warning::{FileWarning, LayerFault};
use crate::document::{Digest, Document, DocumentId};
use crate::host::{Host, HostError, Whereabouts, file_name};
use crate::layer::{Annotator, AnnotatorId};
use crate::sidecar::caps::{MAX_LAYER_BYTES, too_large};
use crate::sidecar::{LayerFile, names};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A text of fewer characters may stand in many files: only one of the same name is taken for it.
const TELLING: usize = 40;
/// How many earlier texts an edited one is compared with.
const MOST_TEXTS: usize = 8;

/// An article where it lies now, and who reads it.
pub(crate) struct Here<'a> {
    pub(crate) path: &'a Path,
    pub(crate) document: &'a Document,
    pub(crate) me: Option<AnnotatorId>,
}

/// Adds the layers that lie elsewhere to those that were found beside the article.
pub(crate) fn join(
    found: &mut Vec<Found>,
    here: &Here<'_>,
    host: &dyn Host,
    warnings: &mut Vec<FileWarning>,
) {
    if here.document.text().trim().is_empty() {
        return;
    }
    let header = |found: &Found| found.file.header().map(|header| header.document);
    let beside: Vec<DocumentId> = found.iter().filter_map(header).collect();
    let remembered = host.remembered_layers(here.path, here.document.digest(), &beside);
    let mut left: Vec<(Whereabouts, Found)> = remembered
        .into_iter()
        .filter_map(|whereabouts| {
            let read = here.read(&whereabouts, &beside, host, warnings)?;
            Some((whereabouts, read))
        })
        .collect();
    // Of two articles with one text each has its own marks, as long as names tell them apart.
    if left.iter().any(|(whereabouts, _)| here.is_namesake(whereabouts)) {
        left.retain(|(whereabouts, _)| here.is_namesake(whereabouts));
    }
    for (_, mut read) in left {
        read.elsewhere.push(read.path.clone());
        here.add(found, read, warnings);
    }
}

impl Here<'_> {
    /// A layer that lies elsewhere, if it is about this article: what is remembered only says where to
    /// look, and the layer's header has to confirm it.
    fn read(
        &self,
        whereabouts: &Whereabouts,
        beside: &[DocumentId],
        host: &dyn Host,
        warnings: &mut Vec<FileWarning>,
    ) -> Option<Found> {
        let path = &whereabouts.layer;
        let bytes = host.read(path, MAX_LAYER_BYTES);
        let bytes = bytes.map_err(LayerFault::Host);
        let bytes =
            bytes.and_then(|bytes| too_large(&bytes).map_or(Ok(bytes), |cap| Err(LayerFault::TooLarge(cap))));
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(LayerFault::Host(HostError::NotFound)) => return None,
            Err(fault) => {
                let is_about = self.is_about(whereabouts, BTreeSet::new(), beside, host);
                warnings.extend(is_about.then(|| FileWarning::LeftUnreadable(path.clone(), fault)));
                return None;
            }
        };
        let read = LayerFile::read(&bytes);
        let header = read.value.header()?;
        let made_on: BTreeSet<Digest> = header.digest.into_iter().chain(read.value.made_on()).collect();
        let is_confirmed = header.document == whereabouts.document
            && !is_there(&header.file, path, host)
            && self.is_about(whereabouts, made_on, beside, host);
        is_confirmed.then(|| Found::of(path.clone(), &bytes, read, warnings))
    }

    /// Whether the article that a layer was read for is this one. `made_on` are texts that it had.
    fn is_about(
        &self,
        whereabouts: &Whereabouts,
        mut made_on: BTreeSet<Digest>,
        beside: &[DocumentId],
        host: &dyn Host,
    ) -> bool {
        let is_namesake = self.is_namesake(whereabouts);
        let is_telling = self.document.text().trim().chars().nth(TELLING - 1).is_some();
        if whereabouts.digest == self.document.digest() && (is_telling || is_namesake) {
            return true;
        }
        let is_vouched_for = beside.contains(&whereabouts.document);
        if !is_namesake && !is_vouched_for {
            return false;
        }
        made_on.insert(whereabouts.digest);
        let texts = made_on.into_iter().filter_map(|digest| host.kept_text_for(&whereabouts.layer, digest));
        let mut texts = texts.take(MOST_TEXTS).peekable();
        // Whoever knows an id can write it into a file: where texts can be compared, one must agree.
        match texts.peek() {
            Some(_) => texts.any(|before| is_edited_form(&before, self.document.text())),
            None => is_vouched_for,
        }
    }

    fn is_namesake(&self, whereabouts: &Whereabouts) -> bool {
        whereabouts.article.file_name() == self.path.file_name()
    }

    /// Adds a layer from elsewhere, united with those of the same person.
    fn add(&self, found: &mut Vec<Found>, mut read: Found, warnings: &mut Vec<FileWarning>) {
        let Some(header) = read.file.header().cloned() else { return };
        let is_of_person = |found: &&mut Found| {
            found.file.header().is_some_and(|other| other.annotator.id == header.annotator.id)
        };
        let Some(there) = found.iter_mut().find(is_of_person) else {
            if Some(header.annotator.id) == self.me {
                read.path = home(self.path, &header.annotator);
                read.on_disk = None;
            }
            found.push(read);
            return;
        };
        if !there.file.header().is_some_and(|other| other.is_of_one_layer(&header)) {
            let folder = folder_of(&read.path).to_owned();
            warnings.push(FileWarning::BegunApart { person: header.annotator.name, folder });
        } else if !there.file.holds_all_of(&read.file) {
            there.file.absorb(&read.file);
            there.is_torn |= read.is_torn;
            there.elsewhere.extend(read.elsewhere);
        }
    }
}

/// Where a person's layer is kept beside an article, unless it lies there by another name.
pub(crate) fn home(article: &Path, annotator: &Annotator) -> PathBuf {
    article.with_file_name(names::layer_file_name(&file_name(article), annotator))
}

/// The folder that a layer lies in.
pub(crate) fn folder_of(layer: &Path) -> &Path {
    layer.parent().unwrap_or(Path::new(""))
}
