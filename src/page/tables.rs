//! The columns of tables: all rows of one table share them, so they are found from many rows at once.

use super::estimate::Advances;
use super::pixels::count;
use super::style::PageStyle;
use crate::document::{BlockKind, Document};

/// How many rows on either side are asked how wide their cells are.
const ROWS: usize = 200;

/// The left edges and widths in pixels of the columns of the table that block `index` is a row of;
/// empty where it is none.
pub(super) fn columns(
    document: &Document,
    index: usize,
    style: &PageStyle,
    width: f32,
    advances: &Advances,
) -> Vec<(f32, f32)> {
    let table_of = |i: usize| match document.blocks().get(i).map(|block| &block.kind) {
        Some(BlockKind::TableRow { table, .. }) => Some(*table),
        _ => None,
    };
    let Some(table) = table_of(index) else { return Vec::new() };
    let is_row = |i: &usize| table_of(*i) == Some(table);
    let first = (index.saturating_sub(ROWS)..=index).rev().take_while(is_row).last().unwrap_or(index);
    let size = style.size_px() * 0.9;
    let mut wanted: Vec<f32> = Vec::new();
    for row in (first..first + 2 * ROWS).take_while(is_row) {
        let block = &document.blocks()[row];
        let is_header = matches!(block.kind, BlockKind::TableRow { header: true, .. });
        for (column, cell) in document.slice(block.range).split('\t').enumerate() {
            let bold = if is_header { 1.1 } else { 1.0 };
            let natural = (advances.width(cell) * bold + 0.8) * size;
            match wanted.get_mut(column) {
                Some(width) => *width = width.max(natural),
                None => wanted.push(natural),
            }
        }
    }
    let gap = (size * 1.1).round();
    let room = width - gap * count(wanted.len().saturating_sub(1));
    place(&fit(&wanted, room.max(size)), gap)
}

/// The widths of columns that would like to have `wanted`: what fits in its equal share of the room
/// is left alone, as long as that leaves the others more; those share the rest by what they want.
fn fit(wanted: &[f32], room: f32) -> Vec<f32> {
    let all: f32 = wanted.iter().sum();
    if all <= room {
        return wanted.iter().map(|width| width.ceil()).collect();
    }
    let mut share = room / count(wanted.len().max(1));
    let (mut narrow, mut n_narrow) = (0.0_f32, 0);
    loop {
        let fitting = wanted.iter().filter(|&&width| width <= share);
        let now = fitting.clone().count();
        if now == n_narrow {
            break;
        }
        narrow = fitting.sum();
        n_narrow = now;
        share = (room - narrow) / count((wanted.len() - n_narrow).max(1));
    }
    let widths = wanted.iter().map(|&width| {
        let fitted = if width <= share { width } else { (room - narrow) * width / (all - narrow) };
        fitted.floor().max(1.0)
    });
    widths.collect()
}

fn place(widths: &[f32], gap: f32) -> Vec<(f32, f32)> {
    let mut left = 0.0;
    let mut columns = Vec::with_capacity(widths.len());
    for &width in widths {
        columns.push((left, width));
        left += width + gap;
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fit_the_page() {
        let widths = fit(&[40.0, 60.0, 900.0, 300.0], 600.0);
        assert!(widths.iter().sum::<f32>() <= 600.0);
        assert_eq!(widths[..2], [40.0, 60.0]);
        assert!(widths[3] < widths[2]);
    }
}
