//! The order in which people list files.

use crate::text::order::natural_order;
use std::cmp::Ordering;
use std::sync::Arc;

/// A path from a library's root, ordered as a person would order it: `2.txt` before `10.txt`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryPath(pub Arc<str>);

impl Ord for EntryPath {
    fn cmp(&self, other: &Self) -> Ordering {
        natural_order(&self.0, &other.0)
    }
}

impl PartialOrd for EntryPath {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
