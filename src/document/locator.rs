//! Places that a person can cite: the page of a PDF, the chapter of a book. (The paragraph's number is
//! told by the outline, for every article.) The word is that of the Citation Style Language 1.0.2.

use super::Block;
use crate::text::TextSize;

/// Where a page or a chapter begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locator {
    /// Its first byte in the reading text.
    pub start: TextSize,
    /// What begins here.
    pub kind: LocatorKind,
    /// Its number or name as the file has it: `iv`, `12`, `The harbour`.
    pub label: String,
    /// Which it is in the file, from 0.
    pub index: u32,
}

/// What a locator counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LocatorKind {
    /// A page of the file.
    Page,
    /// A chapter, or another part that has a name.
    Chapter,
}

impl LocatorKind {
    /// The name for `--json` and tests, which is CSL's.
    pub fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Chapter => "chapter",
        }
    }
}

/// Moves what begins between two blocks to the next of them.
pub(super) fn settle(locators: &mut [Locator], blocks: &[Block]) {
    for locator in locators {
        let next = blocks.partition_point(|block| block.range.end() <= locator.start);
        if let Some(block) = blocks.get(next) {
            locator.start = locator.start.max(block.range.start());
        }
    }
}
