//! Why a passage of a file is no part of its article, in the window's words.

use crate::document::{LeftOut, Reason};
use crate::gui::words::say;

/// A reason, as the beginning of a line.
pub(in crate::gui) fn reason(why: Reason) -> String {
    match why {
        Reason::Navigation => say!("left-out-navigation"),
        Reason::Share => say!("left-out-share"),
        Reason::Subscription => say!("left-out-subscription"),
        Reason::Form => say!("left-out-form"),
        Reason::Teasers => say!("left-out-teasers"),
        Reason::Advertisement => say!("left-out-advertisement"),
        Reason::Comments => say!("left-out-comments"),
        Reason::Hidden => say!("left-out-hidden"),
        Reason::PageHeader => say!("left-out-page-header"),
        Reason::PageFooter => say!("left-out-page-footer"),
        Reason::PageNumber => say!("left-out-page-number"),
        Reason::Deleted => say!("left-out-deleted"),
        Reason::Remark => say!("left-out-remark"),
        Reason::Formula => say!("left-out-formula"),
        Reason::Reading => say!("left-out-reading"),
    }
}

/// `Share buttons · 12 words`.
pub(in crate::gui) fn heading(passage: &LeftOut) -> String {
    say!("left-out-heading", reason = reason(passage.why), count = passage.n_words)
}
