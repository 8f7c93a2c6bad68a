//! A layer's file as it was found: beside its article, or where the article lay before.

use super::warning::{AboutLayer, FileWarning};
use crate::document::{Digest, Warned};
use crate::host::{Files, file_name};
use crate::layer::Layer;
use crate::sidecar::{LayerFile, LayerWarning};
use std::path::{Component, Path, PathBuf};

/// How many warnings about one layer file are passed on; a file of nonsense has one for each line.
const MOST_WARNINGS: usize = 8;

/// A layer's files, united.
pub(crate) struct Found {
    pub(crate) path: PathBuf,
    pub(crate) file: LayerFile,
    /// What lies at `path`; `None` if nothing does yet.
    pub(crate) on_disk: Option<Digest>,
    /// The other files that were read as one with it.
    pub(crate) copies: Vec<PathBuf>,
    /// The files in other folders that were read as one with it, or as it.
    pub(crate) elsewhere: Vec<PathBuf>,
    /// Whether one of the files ends in the middle of a line, as while a tool is writing it.
    pub(crate) is_torn: bool,
}

impl Found {
    /// What was read of a file; some of what is wrong with it is passed on.
    pub(crate) fn of(
        path: PathBuf,
        bytes: &[u8],
        read: Warned<LayerFile, LayerWarning>,
        warnings: &mut Vec<FileWarning>,
    ) -> Self {
        let name = file_name(&path);
        let n_more = read.warnings.len().saturating_sub(MOST_WARNINGS);
        let shown = read.warnings.into_iter().take(MOST_WARNINGS);
        let about = |about| FileWarning::Layer(name.clone(), about);
        warnings.extend(shown.map(|warning| about(AboutLayer::Content(warning))));
        if 0 < n_more {
            warnings.push(about(AboutLayer::More(n_more)));
        }
        Self {
            on_disk: Some(Digest::of_bytes(bytes)),
            copies: Vec::new(),
            elsewhere: Vec::new(),
            is_torn: is_torn(bytes, &read.value),
            path,
            file: read.value,
        }
    }

    /// The layer of the file; one that cannot be read is left as it is.
    pub(crate) fn layer(self, warnings: &mut Vec<FileWarning>) -> Option<(Self, Layer)> {
        let Some(layer) = self.file.layer() else {
            warnings.push(FileWarning::Layer(file_name(&self.path), AboutLayer::None));
            return None;
        };
        Some((self, layer))
    }

    /// Two files of one layer. The proper name is the shorter one: tools add words to that of a copy.
    pub(super) fn unite(self, other: Self) -> Self {
        let length = |found: &Self| (file_name(&found.path).len(), found.path.clone());
        let (mut proper, copy) = if length(&self) < length(&other) { (self, other) } else { (other, self) };
        proper.file.absorb(&copy.file);
        proper.copies.push(copy.path);
        proper.copies.extend(copy.copies);
        proper.is_torn |= copy.is_torn;
        proper
    }
}

fn is_torn(bytes: &[u8], file: &LayerFile) -> bool {
    bytes.is_empty() || (!bytes.ends_with(b"\n") && file.unreadable().next().is_some())
}

/// Whether the folder has an article of that name. Only a bare name is looked for, so that a header
/// cannot point out of the folder.
pub(crate) fn is_there(name: &str, path: &Path, host: &dyn Files) -> bool {
    let is_bare = matches!(Path::new(name).components().collect::<Vec<_>>()[..], [Component::Normal(_)]);
    is_bare && host.read(&path.with_file_name(name), 0).is_ok()
}
