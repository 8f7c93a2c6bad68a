//! A table of a page: rows of cells, each with its pieces.

use super::glyphs::PageText;

/// How far apart ruling lines are that meet, in points.
pub(super) const NEAR: f32 = 3.0;

/// A table of a page.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// Left, top, right, bottom.
    pub(super) place: [f32; 4],
    pub(super) rows: Vec<TableRow>,
}

/// A row of a table.
#[derive(Debug, Default)]
pub(super) struct TableRow {
    /// The pieces of each cell.
    pub(super) cells: Vec<Vec<u32>>,
    pub(super) is_header: bool,
}

impl Table {
    /// Whether a piece stands in it.
    pub(super) fn holds(&self, index: u32) -> bool {
        self.rows.iter().any(|row| row.cells.iter().any(|cell| cell.contains(&index)))
    }
}

/// Places that differ.
pub(super) fn apart(mut places: Vec<f32>) -> Vec<f32> {
    places.sort_by(f32::total_cmp);
    places.dedup_by(|later, earlier| *later - *earlier < NEAR);
    places
}

/// Whether a piece is more than a space.
pub(super) fn is_solid(page: &PageText, index: u32) -> bool {
    page.pieces.get(index as usize).is_some_and(|piece| !piece.is_space)
}
