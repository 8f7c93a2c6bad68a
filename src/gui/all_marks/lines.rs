//! What stands on each line of the list: the head of a group or a mark; those of folded groups on none.

use crate::library::table::{Group, Table};
use std::collections::BTreeSet;

/// What stands on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// The head of a group, by its number.
    Head(usize),
    /// A mark, by its line in the table.
    Mark(usize),
}

/// The lines that are shown.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// The line of each group's head.
    heads: Vec<usize>,
    n: usize,
}

impl Lines {
    /// The lines of a table of which some groups are folded.
    pub(super) fn of(table: &Table, folded: &BTreeSet<Box<str>>) -> Self {
        if table.groups().is_empty() {
            return Self { heads: Vec::new(), n: table.n_lines() };
        }
        let mut n = 0;
        let head = |group: &Group| {
            let head = n;
            n += if folded.contains(&group.id) { 1 } else { 1 + group.n_lines };
            head
        };
        let heads = table.groups().iter().map(head).collect();
        Self { heads, n }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.n
    }

    /// What stands on the `nth`.
    pub(super) fn get(&self, table: &Table, nth: usize) -> Option<Line> {
        if self.n <= nth {
            return None;
        }
        let Some(group) = self.heads.partition_point(|&head| head <= nth).checked_sub(1) else {
            return Some(Line::Mark(nth));
        };
        let head = *self.heads.get(group)?;
        match nth - head {
            0 => Some(Line::Head(group)),
            more => Some(Line::Mark(table.groups().get(group)?.start + more - 1)),
        }
    }

    /// The line of a group's head.
    pub(super) fn head_of(&self, group: usize) -> Option<usize> {
        self.heads.get(group).copied()
    }

    /// The group that a line belongs to.
    pub(super) fn group_at(&self, nth: usize) -> Option<usize> {
        self.heads.partition_point(|&head| head <= nth).checked_sub(1)
    }
}
