//! Which layers belong to an article: those beside it, and those that it left behind.

use super::found::{Found, is_there};
use super::moved::{self, Here};
use super::renamed::is_of_renamed;
use super::warning::{AboutLayer, FileWarning};
use crate::anchor::Placers;
use crate::document::{Digest, Document};
use crate::host::{Host, Storage, file_name};
use crate::sidecar::caps::{MAX_LAYER_BYTES, too_large};
use crate::sidecar::{LayerFile, names};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The layers of a document: every file beside it that its header or its name gives to the
/// document, with conflict copies united, and what it left behind when it was moved. Of the files beside
/// it only those are looked into whose names are `wanted`.
pub(crate) fn layers_of(
    here: &Here<'_>,
    host: &dyn Host,
    wanted: &dyn Fn(&str) -> bool,
    warnings: &mut Vec<FileWarning>,
) -> Vec<Found> {
    let candidates = host.layers_beside(here.path).unwrap_or_else(|error| {
        warnings.push(FileWarning::Unlisted(error));
        Vec::new()
    });
    let candidates = candidates.into_iter().filter(|candidate| wanted(&file_name(candidate)));
    layers_among(candidates, here, host, warnings)
}

/// The same among files that are known to be there.
pub(crate) fn layers_among(
    candidates: impl IntoIterator<Item = PathBuf>,
    here: &Here<'_>,
    host: &dyn Host,
    warnings: &mut Vec<FileWarning>,
) -> Vec<Found> {
    let &Here { path, document, .. } = here;
    let mut by_person: BTreeMap<String, Found> = BTreeMap::new();
    for candidate in candidates {
        let name = file_name(&candidate);
        let bytes = match host.read(&candidate, MAX_LAYER_BYTES) {
            Ok(bytes) => match too_large(&bytes) {
                None => bytes,
                Some(reason) => {
                    warnings.push(FileWarning::Layer(name, AboutLayer::TooLarge(reason)));
                    continue;
                }
            },
            Err(error) => {
                if names::may_belong_to(&name, &file_name(path)) {
                    warnings.push(FileWarning::Layer(name, AboutLayer::Unreadable(error)));
                }
                continue;
            }
        };
        let read = LayerFile::read(&bytes);
        if !belongs(&read.value, &name, path, document, host) {
            continue;
        }
        let found = Found::of(candidate, &bytes, read, warnings);
        let person = found.file.header().map_or_else(|| name.clone(), |header| header.annotator.id.iri());
        match by_person.remove(&person) {
            Some(other) => {
                warnings.push(FileWarning::Layer(name, AboutLayer::Copy));
                by_person.insert(person, found.unite(other));
            }
            None => drop(by_person.insert(person, found)),
        }
    }
    let mut found = by_person.into_values().collect();
    moved::join(&mut found, here, host, warnings);
    found
}

fn belongs(file: &LayerFile, name: &str, path: &Path, document: &Document, host: &dyn Host) -> bool {
    let document_name = file_name(path);
    let by_name = names::may_belong_to(name, &document_name);
    let Some(header) = file.header() else { return by_name };
    if header.file == document_name || (by_name && header.digest == Some(document.digest())) {
        return true;
    }
    by_name && !is_there(&header.file, path, host) || is_of_renamed(header, path, document, host)
}

/// Has `placers` keep the texts that marks were made on, as far as the host has them.
pub(crate) fn keep_texts(
    placers: &mut Placers,
    made_on: impl Iterator<Item = Digest>,
    path: &Path,
    host: &dyn Storage,
) {
    let present = placers.document().digest();
    for digest in made_on.collect::<BTreeSet<Digest>>() {
        if digest != present && placers.kept(digest).is_none() {
            let text = host.kept_text_for(path, digest);
            text.into_iter().for_each(|text| placers.keep(digest, text.into()));
        }
    }
}
