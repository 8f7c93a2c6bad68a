//! What others wrote in the margin of a file before it came to us: the comments of a word processor. They
//! are shown as notes that are not ours.

use crate::text::TextRange;

/// A comment in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The words that it is about; empty where it stands at a place.
    pub range: TextRange,
    /// Who wrote it, as the file says.
    pub author: Option<String>,
    /// When, as the file says.
    pub date: Option<String>,
    /// What it says, paragraphs parted by line feeds.
    pub text: String,
}
