//! Why an assignment was not opened.

use super::host_error;
use crate::gui::words::say;
use crate::host::file_name;
use crate::session::class::assignment::{ArchiveFault, AssignmentFault, BundleFault};
use crate::session::class::given::GivenFault;
use crate::session::class::making::MakingFault;

/// Why an assignment was not read, or not laid into a folder.
pub(in crate::gui) fn assignment_fault(fault: &AssignmentFault) -> String {
    match fault {
        AssignmentFault::Host(error) => host_error(error),
        AssignmentFault::TooLarge => say!("assignment-too-large"),
        AssignmentFault::Bundle(fault) => bundle_fault(fault),
        AssignmentFault::Taken(path) => say!("assignment-taken", name = file_name(path)),
        AssignmentFault::NotWritten(path, error) => {
            say!("assignment-not-written", name = file_name(path), reason = host_error(error))
        }
    }
}

/// Why an assignment was not made.
pub(in crate::gui) fn making_fault(fault: &MakingFault) -> String {
    match fault {
        MakingFault::NoMarks(_) | MakingFault::NoKey(_) => say!("making-no-key"),
        MakingFault::Article(error) => say!("making-article", reason = host_error(error)),
        // What only a damaged program could meet.
        MakingFault::Seal(error) => error.to_string(),
        MakingFault::Bundle(fault) => bundle_fault(fault),
        MakingFault::Exists(_) => say!("making-taken"),
        MakingFault::NotWritten(path, error) => {
            say!("assignment-not-written", name = file_name(path), reason = host_error(error))
        }
    }
}

/// Why feedback was not laid beside an article.
pub(in crate::gui) fn given_fault(fault: &GivenFault) -> String {
    match fault {
        GivenFault::Host(error) => host_error(error),
        GivenFault::TooLarge => say!("assignment-too-large"),
        GivenFault::NotFeedback => say!("feedback-none"),
        GivenFault::NoArticle(name) => say!("feedback-no-article", name = name.as_str()),
        GivenFault::NotWritten(path, error) => {
            say!("assignment-not-written", name = file_name(path), reason = host_error(error))
        }
    }
}

fn bundle_fault(fault: &BundleFault) -> String {
    match fault {
        BundleFault::Archive(fault) => archive_fault(fault),
        BundleFault::NoAssignment => say!("bundle-none"),
        BundleFault::NoArticle => say!("bundle-no-article"),
        BundleFault::BadName(name) => say!("bundle-bad-name", name = name.as_str()),
        BundleFault::NoText(name) => say!("bundle-no-text", name = *name),
    }
}

/// Why an archive, or a file in it, is not read.
pub(super) fn archive_fault(fault: &ArchiveFault) -> String {
    match fault {
        ArchiveFault::Damaged => say!("packed-damaged"),
        ArchiveFault::TooMany(n) => say!("packed-too-many", count = *n),
        ArchiveFault::Outside(name) => say!("packed-outside", name = name.as_str()),
        ArchiveFault::TooLarge(name) => say!("packed-too-large", name = name.as_str()),
        ArchiveFault::Unread(name) => say!("packed-unread", name = name.as_str()),
    }
}
