//! Why a file could not be read or written.

use crate::document::import::{ImportError, MAX_BYTES};
use crate::gui::words::say;
use crate::host::{HostError, file_name};
use crate::library::{OpenError, OpenReason};
use crate::session::SaveError;

/// Why a file could not be had.
pub(in crate::gui) fn host_error(error: &HostError) -> String {
    match error {
        HostError::NotFound => say!("file-not-found"),
        HostError::Denied => say!("file-denied"),
        HostError::Folder => say!("file-folder"),
        HostError::Special => say!("file-special"),
        HostError::Full => say!("file-full"),
        HostError::ReadOnly => say!("file-read-only"),
        HostError::Link => say!("file-link"),
        HostError::Outside => say!("file-outside"),
        HostError::Failed => say!("file-failed"),
        HostError::NoFolder => say!("file-no-folder"),
        HostError::FolderGone => say!("file-folder-gone"),
        HostError::NameTooLong => say!("file-name-too-long"),
        HostError::TooLong(most) => say!("file-too-long", most = *most),
        HostError::Newer => say!("file-newer"),
        HostError::NoText => say!("file-no-text"),
        HostError::System(words) => say!("file-system", words = words.as_str()),
        // What a window meets hardly ever.
        HostError::TooLarge(_)
        | HostError::NoHome
        | HostError::BadName(_)
        | HostError::Nameless
        | HostError::People(..) => error.to_string(),
    }
}

/// Why marks are not on the disk.
pub(in crate::gui) fn save_error(error: &SaveError) -> String {
    say!("save-failed", name = file_name(&error.layer), reason = host_error(&error.error))
}

/// Why an article stayed closed.
pub(in crate::gui) fn open_error(error: &OpenError) -> String {
    let path = error.path.display().to_string();
    match &error.reason {
        OpenReason::Web(_) => open_reason(&error.reason),
        OpenReason::Host(_) => say!("open-failed", path = path, reason = open_reason(&error.reason)),
        OpenReason::Import(_) => say!("read-failed", path = path, reason = open_reason(&error.reason)),
    }
}

/// The same without its path.
pub(in crate::gui) fn open_reason(reason: &OpenReason) -> String {
    match reason {
        OpenReason::Web(address) => say!("web-never", address = address.as_str()),
        OpenReason::Host(error) => host_error(error),
        OpenReason::Import(ImportError::TooLarge) => say!("import-too-large", most = MAX_BYTES >> 20),
        OpenReason::Import(ImportError::Binary) => say!("import-binary"),
        OpenReason::Import(ImportError::Unsupported(kind)) => say!("import-unsupported", kind = *kind),
        OpenReason::Import(ImportError::Failed) => say!("import-failed"),
        OpenReason::Import(ImportError::UnknownEncoding(label)) => {
            say!("import-unknown-encoding", label = label.as_str())
        }
    }
}

/// What to do about it.
pub(in crate::gui) fn open_hint(error: &OpenError) -> String {
    match &error.reason {
        OpenReason::Web(_) => say!("web-never-hint"),
        OpenReason::Host(HostError::NotFound) => say!("open-hint-not-found"),
        OpenReason::Host(HostError::Denied) => say!("open-hint-denied"),
        OpenReason::Host(HostError::Folder) => say!("open-hint-folder"),
        OpenReason::Host(_) => say!("open-hint-host"),
        OpenReason::Import(ImportError::TooLarge) => say!("import-hint-too-large"),
        OpenReason::Import(ImportError::Binary) => say!("import-hint-binary"),
        OpenReason::Import(ImportError::Unsupported(_)) => say!("import-hint-unsupported"),
        OpenReason::Import(ImportError::Failed) => say!("import-hint-failed"),
        OpenReason::Import(ImportError::UnknownEncoding(_)) => say!("import-hint-unknown-encoding"),
    }
}
