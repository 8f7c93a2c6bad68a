//! Why a file could not be read or written.

use crate::document::import::{ArchiveError, Foreign, ImportError, MAX_BYTES};
use crate::gui::words::say;
use crate::host::{HostError, file_name};
use crate::library::{OpenError, OpenReason};
use crate::session::SaveError;
use crate::workspace::edits::EditFault;

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
        HostError::TooLarge(_) => say!("file-layer-too-large"),
        HostError::NoHome => say!("file-no-home"),
        HostError::BadName(name) => say!("file-bad-name", name = name.as_str()),
        HostError::Nameless => say!("file-nameless"),
        HostError::People(path, why) => {
            say!("file-people", path = path.display().to_string(), reason = why.to_string())
        }
    }
}

/// Why marks are not on the disk.
pub(in crate::gui) fn save_error(error: &SaveError) -> String {
    say!("save-failed", name = file_name(&error.layer), reason = host_error(&error.error))
}

/// Why nothing was changed in an article among many.
pub(in crate::gui) fn edit_fault(fault: &EditFault) -> String {
    match fault {
        EditFault::Open(error) => open_error(error),
        EditFault::Save(error) => save_error(error),
    }
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
        OpenReason::Import(error) => import_error(error),
    }
}

/// Why nothing could be made of a file.
pub(in crate::gui) fn import_error(error: &ImportError) -> String {
    match error {
        ImportError::TooLarge => say!("import-too-large", most = MAX_BYTES >> 20),
        ImportError::Binary => say!("import-binary"),
        ImportError::Unsupported(kind) => say!("import-unsupported", kind = foreign(*kind)),
        ImportError::Shortcut(address) => say!("import-shortcut", address = address.as_str()),
        ImportError::Failed => say!("import-failed"),
        ImportError::UnknownEncoding(label) => say!("import-unknown-encoding", label = label.as_str()),
        ImportError::Archive(error) => archive(error),
        ImportError::DamagedPdf => say!("import-damaged-pdf"),
        ImportError::UnknownLock => say!("import-unknown-lock"),
        ImportError::Password { was_wrong: false } => say!("import-locked"),
        ImportError::Password { was_wrong: true } => say!("import-wrong-password"),
        ImportError::Protected("") => say!("import-protected"),
        ImportError::Protected(scheme) => say!("import-protected-by", scheme = *scheme),
        ImportError::NoPage => say!("import-no-page"),
        ImportError::DamagedList => say!("import-damaged-list"),
        ImportError::TooManyValues => say!("import-too-many-values"),
        ImportError::TooLong(seconds) => say!("import-too-long", seconds = *seconds),
        ImportError::TooMuchMemory(most) => say!("import-too-much-memory", most = *most),
        ImportError::Crashed => say!("import-crashed"),
        ImportError::Stopped => say!("import-stopped"),
    }
}

/// What a file is that is not read.
fn foreign(kind: Foreign) -> String {
    match kind {
        Foreign::Pdf => say!("foreign-pdf"),
        Foreign::Rtf => say!("foreign-rtf"),
        Foreign::OldOffice => say!("foreign-old-office"),
        Foreign::Spreadsheet => say!("foreign-spreadsheet"),
        Foreign::Presentation => say!("foreign-presentation"),
        Foreign::Iwork => say!("foreign-iwork"),
        Foreign::Zip => say!("foreign-zip"),
        Foreign::Archive => say!("foreign-archive"),
        Foreign::Kindle => say!("foreign-kindle"),
        Foreign::Djvu => say!("foreign-djvu"),
        Foreign::PostScript => say!("foreign-postscript"),
        Foreign::Picture => say!("foreign-picture"),
        Foreign::Sound => say!("foreign-sound"),
        Foreign::Film => say!("foreign-film"),
        Foreign::Font => say!("foreign-font"),
        Foreign::Program => say!("foreign-program"),
        Foreign::Database => say!("foreign-database"),
    }
}

/// How what it says can be got in.
fn way_in(kind: Foreign) -> String {
    match kind {
        Foreign::Pdf => say!("way-in-text"),
        Foreign::Rtf | Foreign::OldOffice => say!("way-in-document"),
        Foreign::Spreadsheet => say!("way-in-spreadsheet"),
        Foreign::Presentation => say!("way-in-presentation"),
        Foreign::Iwork => say!("way-in-iwork"),
        Foreign::Zip | Foreign::Archive => say!("way-in-unpack"),
        Foreign::Kindle => say!("way-in-kindle"),
        Foreign::Djvu | Foreign::Picture => say!("way-in-picture"),
        Foreign::PostScript => say!("way-in-postscript"),
        Foreign::Sound | Foreign::Film => say!("way-in-words"),
        Foreign::Font | Foreign::Program => say!("way-in-none"),
        Foreign::Database => say!("way-in-database"),
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
        OpenReason::Import(error) => import_hint(error),
    }
}

fn import_hint(error: &ImportError) -> String {
    match error {
        ImportError::TooLarge => say!("import-hint-too-large"),
        ImportError::Binary => say!("import-hint-binary"),
        ImportError::Unsupported(kind) => way_in(*kind),
        ImportError::Shortcut(_) => say!("web-never-hint"),
        ImportError::Failed => say!("import-hint-failed"),
        ImportError::UnknownEncoding(_) => say!("import-hint-unknown-encoding"),
        ImportError::Archive(error) => archive_hint(error),
        ImportError::DamagedPdf => say!("import-hint-damaged-pdf"),
        ImportError::UnknownLock => say!("import-hint-unknown-lock"),
        ImportError::Password { .. } => say!("import-hint-password"),
        ImportError::Protected(_) => say!("import-hint-protected"),
        ImportError::NoPage | ImportError::DamagedList | ImportError::TooManyValues => {
            say!("import-hint-save-page-anew")
        }
        ImportError::TooLong(_) | ImportError::TooMuchMemory(_) => say!("import-hint-too-much"),
        ImportError::Crashed => say!("import-hint-crashed"),
        ImportError::Stopped => say!("import-hint-stopped"),
    }
}

/// What is wrong with an archive.
pub(super) fn archive(error: &ArchiveError) -> String {
    match error {
        ArchiveError::NoList => say!("archive-no-list"),
        ArchiveError::TooManyParts => say!("archive-too-many", most = ArchiveError::MAX_PARTS),
        ArchiveError::TooLarge => say!("archive-too-large", most = ArchiveError::MAX_ALL >> 20),
        ArchiveError::TooLargePart(part, most) => {
            say!("archive-too-large-part", part = part.as_str(), most = *most >> 20)
        }
        ArchiveError::Ratio(part) => {
            say!("archive-ratio", part = part.as_str(), most = ArchiveError::MAX_RATIO)
        }
        ArchiveError::Missing(part) => say!("archive-missing", part = part.as_str()),
        ArchiveError::DamagedPart(part) => say!("archive-damaged", part = part.as_str()),
        ArchiveError::Encrypted(part) => say!("archive-password", part = part.as_str()),
        ArchiveError::UnknownPacking(part) => say!("archive-packing", part = part.as_str()),
        ArchiveError::NoArticle { n_parts: 0, .. } => say!("archive-empty"),
        ArchiveError::NoArticle { n_parts, first } => {
            say!("archive-no-article", count = *n_parts, part = first.as_str())
        }
    }
}

/// What to do about it.
fn archive_hint(error: &ArchiveError) -> String {
    match error {
        ArchiveError::NoList | ArchiveError::Missing(_) | ArchiveError::DamagedPart(_) => {
            say!("archive-hint-again")
        }
        ArchiveError::TooManyParts
        | ArchiveError::TooLarge
        | ArchiveError::TooLargePart(..)
        | ArchiveError::Ratio(_) => say!("archive-hint-cut"),
        ArchiveError::Encrypted(_) => say!("archive-hint-password"),
        ArchiveError::UnknownPacking(_) | ArchiveError::NoArticle { .. } => say!("archive-hint-unpack"),
    }
}
