//! What a reader should know of an article: that it was moved, and what a crashed program left of its marks.

use super::files::host_error;
use crate::gui::words::say;
use crate::host::file_name;
use crate::session::recover::Waits;
use crate::session::{Moved, Recovered, Warning};

/// In one line.
pub(in crate::gui) fn warning(warning: &Warning) -> String {
    match warning {
        Warning::Moved(moved) => self::moved(moved),
        Warning::Recovered(recovered) => {
            say!("recovered-with", what = self::recovered(recovered), details = recovered.details())
        }
        Warning::WrittenAgain => say!("warning-written-again"),
        Warning::File(file) => super::layers::file_warning(file),
        Warning::Alike(alike) => super::layers::alike(alike),
    }
}

/// That an article was moved, and whose marks were found where it lay.
pub(in crate::gui) fn moved(moved: &Moved) -> String {
    let folders: Vec<String> = moved.folders.iter().map(|folder| format!("`{}`", folder.display())).collect();
    let folders = folders.join(", ");
    let count = moved.others.len();
    match (moved.is_mine, moved.others.as_slice()) {
        (true, []) => say!("moved-mine", folders = folders),
        (false, [name]) => say!("moved-of", person = name.as_str(), folders = folders),
        (true, [name]) => say!("moved-mine-and-of", person = name.as_str(), folders = folders),
        (false, _) => say!("moved-of-several", count = count, folders = folders),
        (true, _) => say!("moved-mine-and-several", count = count, folders = folders),
    }
}

/// What a crashed program left, and where it is now.
pub(in crate::gui) fn recovered(recovered: &Recovered) -> String {
    let (name, count) = (file_name(&recovered.article), recovered.n_changes);
    let Some(waits) = &recovered.waits else { return say!("recovered", count = count, name = name) };
    let reason = match waits {
        Waits::ReadOnly => say!("recovered-waits-read-only"),
        Waits::NoArticle => say!("recovered-waits-no-article"),
        Waits::Unwritten(error) => host_error(error),
        Waits::Unread(_) => waits.to_string(),
    };
    say!("recovered-waits", count = count, name = name, reason = reason)
}
