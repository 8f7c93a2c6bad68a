//! How a block looks for what it is to the article: the newspaper's ranks of type. The kind of a block says
//! how it is built; only running text and lists change with their role, and what is a box has its ground
//! whatever stands in it.

use super::style::Ink;
use crate::document::{Block, BlockKind, Role};

/// What a role changes about a block's text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rank {
    /// Its size as a multiple of running text.
    pub scale: f32,
    pub ink: Ink,
}

/// What stands about a block for its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Surround {
    Nothing,
    /// A quiet ground under all blocks of the box.
    Ground,
    /// A bar where its lines begin.
    Bar,
}

/// How the text of a block with a role is set, where that differs from running text.
pub(super) fn rank(block: &Block) -> Option<Rank> {
    let role = block.role?;
    if !matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem { .. }) {
        return None;
    }
    let (scale, ink) = match role {
        Role::Standfirst => (1.14, Ink::Body),
        Role::PullQuote => (1.25, Ink::Heading),
        Role::Byline | Role::Date => (0.86, Ink::Subdued),
        Role::Caption => (0.86, Ink::Subdued),
        Role::Credit => (0.78, Ink::Subdued),
        Role::Footnote => (0.86, Ink::Body),
        Role::KeyPoints | Role::Aside | Role::Infobox | Role::Correction | Role::Embedded => {
            (0.94, Ink::Body)
        }
        Role::Headline | Role::LiveEntry => return None,
    };
    Some(Rank { scale, ink })
}

/// What stands about a block.
pub(super) fn surround(block: &Block) -> Surround {
    match block.role {
        Some(Role::Aside | Role::Infobox | Role::Correction) => Surround::Ground,
        Some(Role::KeyPoints | Role::PullQuote | Role::Embedded) => Surround::Bar,
        _ => Surround::Nothing,
    }
}

/// Whether two neighbours stand in one box or beside one bar.
pub(super) fn is_one(block: &Block, neighbour: Option<&Block>) -> bool {
    surround(block) != Surround::Nothing && neighbour.is_some_and(|other| other.role == block.role)
}

/// The space above a block that its role asks for, in lines of running text.
pub(super) fn gap(before: &Block, block: &Block) -> Option<f32> {
    match (before.role, block.role) {
        (Some(Role::Byline), Some(Role::Byline | Role::Date)) | (_, Some(Role::Credit)) => Some(0.15),
        (_, Some(Role::Byline | Role::Date)) => Some(0.4),
        _ if is_one(block, Some(before)) => None,
        _ if surround(block) != Surround::Nothing || surround(before) != Surround::Nothing => Some(1.0),
        _ => None,
    }
}
