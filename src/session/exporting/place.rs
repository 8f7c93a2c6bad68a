//! Where an export may lie: never in the place of an article or a layer, and of another file only by wish.

use super::ExportFault;
use crate::document::import::is_article_name;
use crate::exchange::is_export;
use crate::host::{Files, file_name};
use crate::sidecar::is_layer_name;
use std::path::{Path, PathBuf};

/// How much of a file is looked at to know whether it is an export, in bytes.
pub(super) const BEGINNING: usize = 2048;

/// What stands at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Nothing: it is free.
    Free,
    /// A file that would be replaced.
    Taken,
    /// Something in the way, whatever is wished.
    Barred(ExportFault),
}

impl Place {
    /// What stands at `out`.
    pub fn of(out: &Path, host: &dyn Files) -> Self {
        let name = file_name(out);
        if is_layer_name(&name) || name.ends_with(".postil.toml") || name == "postil.toml" {
            return Self::Barred(ExportFault::Ours(out.to_owned()));
        }
        let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty());
        if folder.is_some_and(|folder| !host.is_folder(folder)) {
            let error = crate::host::HostError::FolderGone;
            return Self::Barred(ExportFault::Host(out.to_owned(), error));
        }
        if host.is_folder(out) {
            return Self::Barred(ExportFault::Host(out.to_owned(), crate::host::HostError::Folder));
        }
        if host.stamp(out).is_none() {
            return Self::Free;
        }
        let is_article = is_article_name(&name) && !is_export(&host.read(out, BEGINNING).unwrap_or_default());
        if is_article { Self::Barred(ExportFault::Article(out.to_owned())) } else { Self::Taken }
    }
}

/// Whether something may be written to `out`.
pub(super) fn check(out: &Path, replaces: bool, host: &dyn Files) -> Result<(), ExportFault> {
    match Place::of(out, host) {
        Place::Free => Ok(()),
        Place::Taken if replaces => Ok(()),
        Place::Taken => Err(ExportFault::Taken(out.to_owned())),
        Place::Barred(fault) => Err(fault),
    }
}

/// What a file is to be called: after what it is of, such that no list of articles has it.
///
/// ```
/// use postil::session::exporting::proposed_name;
/// assert_eq!(proposed_name("raqqa.txt", "", "html").to_string_lossy(), "raqqa.postil.html");
/// assert_eq!(proposed_name("Syria 2017", "sources", "csv").to_string_lossy(), "Syria 2017-sources.postil.csv");
/// ```
pub fn proposed_name(of: &str, page: &str, ending: &str) -> PathBuf {
    let stem = if is_article_name(of) { of.rsplit_once('.').map_or(of, |(stem, _)| stem) } else { of };
    let stem: String = stem.chars().take(120).collect();
    let stem = if stem.is_empty() { "marks".to_owned() } else { stem };
    let page = if page.is_empty() { String::new() } else { format!("-{page}") };
    PathBuf::from(format!("{stem}{page}.postil.{ending}"))
}
