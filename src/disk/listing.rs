//! What lies in a folder, by name.

use super::{host_error, reading};
use crate::document::import::{ARCHIVE_END, ends_as_page, is_archive_name, is_article_name};
use crate::host::{HostError, file_name};
use crate::sidecar::is_layer_name;
use crate::sidecar::names::are_instructions;
use crate::text::order::natural_order;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The names of the files that may be layers, and all other names. A layer that this program writes has a
/// name of Unicode, whatever that of its article is.
pub(super) fn layers_and_others_in(folder: &Path) -> Result<(Vec<String>, Vec<String>), HostError> {
    let (mut layers, mut others) = (Vec::new(), Vec::new());
    for name in names_in(folder)? {
        match name.into_string() {
            Ok(name) if is_layer_name(&name) => layers.push(name),
            Ok(name) => others.push(name),
            Err(name) => others.push(file_name(Path::new(&name))),
        }
    }
    Ok((layers, others))
}

/// The articles, as a person would order them: `2.txt` before `10.txt`. Also what is called like one and
/// cannot be opened (a link that leads nowhere, a pipe): opening it says why.
pub(super) fn articles_in(folder: &Path) -> Result<Vec<PathBuf>, HostError> {
    let mut articles = paths_in(folder, |name, path| {
        let is_page = || {
            let end = is_archive_name(name).then(|| reading::read_end(path, ARCHIVE_END));
            end.is_some_and(|end| end.is_ok_and(|end| ends_as_page(&end)))
        };
        !path.is_dir() && (is_article_name(name) || is_page())
    })?;
    let n_articles = articles.len();
    articles.retain(|path| !are_instructions(&file_name(path), n_articles));
    Ok(articles)
}

/// The folders in a folder that are not hidden, in the same order.
pub(super) fn folders_in(folder: &Path) -> Result<Vec<PathBuf>, HostError> {
    paths_in(folder, |_, path| path.is_dir())
}

/// What is not hidden and `wanted`, by name and path.
fn paths_in(folder: &Path, wanted: impl Fn(&str, &Path) -> bool) -> Result<Vec<PathBuf>, HostError> {
    let paths = names_in(folder)?.into_iter().map(|name| folder.join(name));
    let named = paths.map(|path| (file_name(&path), path));
    let mut found: Vec<(String, PathBuf)> =
        named.filter(|(name, path)| !name.starts_with('.') && wanted(name, path)).collect();
    found.sort_by(|(a, _), (b, _)| natural_order(a, b));
    Ok(found.into_iter().map(|(_, path)| path).collect())
}

fn names_in(folder: &Path) -> Result<Vec<OsString>, HostError> {
    let entries = folder.read_dir().map_err(|error| host_error(&error))?;
    entries.map(|entry| entry.map(|entry| entry.file_name()).map_err(|error| host_error(&error))).collect()
}
