//! What holds of an article as a whole where its file is wrong: when it was published, and by whom.

use super::super::ActionError;
use super::FolderError;
use crate::document::CalendarDate;
use crate::host::Host;
use crate::layer::{Correction, FolderChange, FolderItem, FolderLayer, ItemId};
use crate::library::Library;

/// The article was published on that day, in that month or year; empty words: as its file says.
pub(super) fn date(
    article: &str,
    words: &str,
    layer: &FolderLayer,
    library: &Library,
    host: &mut dyn Host,
) -> Result<Vec<FolderChange>, ActionError> {
    let words = words.trim();
    let unread = || ActionError::Folder(FolderError::UnknownDate(words.to_owned()));
    let date = match words {
        "" => None,
        words => Some(CalendarDate::typed(words).ok_or_else(unread)?),
    };
    let mut held = begun(article, layer, library, host)?;
    held.date = date;
    Ok(changes(held, layer))
}

/// The same of who published it.
pub(super) fn outlet(
    article: &str,
    words: &str,
    layer: &FolderLayer,
    library: &Library,
    host: &mut dyn Host,
) -> Result<Vec<FolderChange>, ActionError> {
    let mut held = begun(article, layer, library, host)?;
    held.outlet = Some(words.trim().to_owned()).filter(|outlet| !outlet.is_empty());
    Ok(changes(held, layer))
}

/// What the person holds of an article so far, or nothing yet.
fn begun(
    article: &str,
    layer: &FolderLayer,
    library: &Library,
    host: &mut dyn Host,
) -> Result<Correction, ActionError> {
    let by_id =
        || library.entries().filter_map(|entry| entry.document).find(|id| id.0.to_string() == article);
    let document = library.entry(article).and_then(|entry| entry.document).or_else(by_id);
    let unknown = || ActionError::Folder(FolderError::UnknownArticle(article.to_owned()));
    let document = document.ok_or_else(unknown)?;
    let now = host.now();
    Ok(match layer.corrections().find(|held| held.document == document) {
        Some(before) => Correction { modified: Some(now), ..before.clone() },
        None => Correction::of(ItemId(host.fresh_uuid()), now, document),
    })
}

/// Puts a correction; one that says nothing any more is taken away.
fn changes(held: Correction, layer: &FolderLayer) -> Vec<FolderChange> {
    let before = layer.corrections().find(|before| before.id == held.id);
    let is_same =
        before.is_some_and(|before| Correction { modified: held.modified, ..before.clone() } == held);
    match (before, held.date.is_none() && held.outlet.is_none()) {
        (None, true) => Vec::new(),
        (Some(_), true) => vec![FolderChange::remove(held.id)],
        (_, false) if is_same => Vec::new(),
        (_, false) => vec![FolderChange::put(FolderItem::Correction(held))],
    }
}
