//! The columns of tables: all rows of one table share them, so they are found from many rows at once.
//!
//! A table is set as wide as its cells want, and narrower by wrapping them as long as every column keeps
//! a readable width. One that has too many columns for that is wider than the page and scrolls.

use super::estimate::Advances;
use super::flow;
use super::pixels::count;
use super::style::PageStyle;
use crate::document::{BlockKind, Document};

/// How many rows on either side are asked how wide their cells are.
const ROWS: usize = 200;
/// The most that a column wants, in multiples of the size: longer cells wrap.
const WIDEST: f32 = 28.0;
/// What a column of words keeps at least, in multiples of the size.
const NARROWEST: f32 = 7.0;

/// How wide a header over figures is, as a share of its one line: it takes three lines at most.
const WRAPPED: f32 = 0.42;

/// A column of a table. Pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct TableColumn {
    /// Its left edge, from the table's.
    pub left: f32,
    /// Its width.
    pub width: f32,
    /// Whether its cells are figures, which stand flush with its far side.
    pub is_numeric: bool,
}

/// What the cells of a column have asked for. Pixels.
#[derive(Clone, Copy, Debug, Default)]
struct Wish {
    /// The widest cell on one line.
    natural: f32,
    /// The widest header on one line.
    header: f32,
    /// The longest word.
    word: f32,
    n_figures: usize,
    n_words: usize,
}

/// The columns of the table that block `index` is a row of; empty where it is none.
pub(super) fn columns(
    document: &Document,
    index: usize,
    style: &PageStyle,
    width: f32,
    advances: &Advances,
) -> Vec<TableColumn> {
    let Some(table) = table_of(document, index) else { return Vec::new() };
    let is_row = |row: &usize| table_of(document, *row) == Some(table);
    let first = first_row(document, index, table);
    let size = style.size_px() * 0.9;
    let mut wishes: Vec<Wish> = Vec::new();
    for row in (first..first + 2 * ROWS).take_while(is_row) {
        let block = &document.blocks()[row];
        let is_header = matches!(block.kind, BlockKind::TableRow { header: true, .. });
        for (column, cell) in document.slice(block.range).split('\t').enumerate() {
            if wishes.len() <= column {
                wishes.push(Wish::default());
            }
            if let Some(wish) = wishes.get_mut(column) {
                wish.take(cell, is_header, size, advances);
            }
        }
    }
    for wish in &mut wishes {
        wish.settle();
    }
    let gap = (size * 1.1).round();
    let room = width - gap * count(wishes.len().saturating_sub(1));
    place(&wishes, &widths(&wishes, room.max(size), size), gap)
}

/// Whether the table that block `index` is a row of runs from right to left, as its first row with letters
/// does: rows of figures alone go with it. `None` where it is none.
pub(super) fn is_right_to_left(document: &Document, index: usize) -> Option<bool> {
    let table = table_of(document, index)?;
    let first = first_row(document, index, table);
    let rows = (first..first + 2 * ROWS).take_while(|&row| table_of(document, row) == Some(table));
    let words = rows.map(|row| document.slice(document.blocks()[row].range));
    Some(
        words
            .into_iter()
            .find(|row| row.chars().any(char::is_alphabetic))
            .is_some_and(flow::is_right_to_left),
    )
}

fn table_of(document: &Document, index: usize) -> Option<u32> {
    match document.blocks().get(index)?.kind {
        BlockKind::TableRow { table, .. } => Some(table),
        _ => None,
    }
}

/// The first row of a table, or the first that is near enough to be asked.
fn first_row(document: &Document, index: usize, table: u32) -> usize {
    let is_row = |row: &usize| table_of(document, *row) == Some(table);
    (index.saturating_sub(ROWS)..=index).rev().take_while(is_row).last().unwrap_or(index)
}

impl Wish {
    fn take(&mut self, cell: &str, is_header: bool, size: f32, advances: &Advances) {
        let bold = if is_header { 1.1 } else { 1.0 };
        let wide = |text: &str| (advances.width(text) * bold + 0.8) * size;
        let natural = if is_header { &mut self.header } else { &mut self.natural };
        *natural = natural.max(wide(cell).min(WIDEST * size));
        let words = cell.split_whitespace().map(wide).fold(0.0, f32::max);
        self.word = self.word.max(words.min(WIDEST * size));
        if !is_header && !cell.trim().is_empty() {
            *(if is_figure(cell) { &mut self.n_figures } else { &mut self.n_words }) += 1;
        }
    }

    fn is_numeric(&self) -> bool {
        0 < self.n_figures && self.n_words * 8 <= self.n_figures
    }

    /// Counts the header in. Over figures it wraps: a column as wide as its header would set them far
    /// apart.
    fn settle(&mut self) {
        let header = if self.is_numeric() { self.header * WRAPPED } else { self.header };
        self.natural = self.natural.max(header).max(self.word.min(self.header));
    }
}

/// Whether a cell is a figure: digits with what stands about them, or a dash for none.
fn is_figure(cell: &str) -> bool {
    let cell = cell.trim();
    let is_about = |c: char| {
        c.is_numeric()
            || matches!(
                c,
                '.' | ','
                    | ' '
                    | '\u{a0}'
                    | '\u{202f}'
                    | '%'
                    | '+'
                    | '-'
                    | '−'
                    | '–'
                    | '—'
                    | '~'
                    | '≈'
                    | '<'
                    | '>'
                    | '$'
                    | '€'
                    | '£'
                    | '\''
                    | '’'
            )
    };
    cell.chars().count() <= 24
        && cell.chars().all(is_about)
        && (cell.chars().any(char::is_numeric) || matches!(cell, "-" | "–" | "—"))
}

/// The widths of columns in `room`, or more than that where they would become too narrow to read.
fn widths(wishes: &[Wish], room: f32, size: f32) -> Vec<f32> {
    let wanted: Vec<f32> = wishes.iter().map(|wish| wish.natural).collect();
    let fitted = fit(&wanted, room);
    let is_readable = |(wish, width): (&Wish, &f32)| {
        let least = wish.natural.min(wish.word.max(NARROWEST * size));
        least - 1.0 <= *width
    };
    if wishes.iter().zip(&fitted).all(is_readable) {
        return fitted;
    }
    // Give every column what it needs, and share what is left, if anything is.
    let least = |wish: &Wish| wish.natural.min(wish.word.max(NARROWEST * size));
    let needed: f32 = wishes.iter().map(least).sum();
    if room < needed {
        return wanted.iter().map(|width| width.ceil()).collect();
    }
    let over: f32 = wishes.iter().map(|wish| wish.natural - least(wish)).sum();
    let share = if 0.0 < over { (room - needed) / over } else { 0.0 };
    wishes.iter().map(|wish| (least(wish) + (wish.natural - least(wish)) * share.min(1.0)).floor()).collect()
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

fn place(wishes: &[Wish], widths: &[f32], gap: f32) -> Vec<TableColumn> {
    let mut left = 0.0;
    let mut columns = Vec::with_capacity(widths.len());
    for (wish, &width) in wishes.iter().zip(widths) {
        columns.push(TableColumn { left, width, is_numeric: wish.is_numeric() });
        left += width + gap;
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(natural: f32, word: f32) -> Wish {
        Wish { natural, word, header: 0.0, n_figures: 0, n_words: 1 }
    }

    #[test]
    fn columns_fit_the_page() {
        let widths = fit(&[40.0, 60.0, 900.0, 300.0], 600.0);
        assert!(widths.iter().sum::<f32>() <= 600.0);
        assert_eq!(widths[..2], [40.0, 60.0]);
        assert!(widths[3] < widths[2]);
    }

    #[test]
    fn a_table_wraps_its_cells_before_it_grows_wider_than_the_page() {
        let total = |wishes: &[Wish]| widths(wishes, 600.0, 16.0).iter().sum::<f32>();
        assert_eq!(total(&[wish(100.0, 50.0), wish(200.0, 60.0)]), 300.0);
        assert!(total(&[wish(448.0, 90.0), wish(448.0, 90.0)]) <= 600.0);
        assert!(total(&[wish(400.0, 120.0), wish(30.0, 30.0), wish(448.0, 90.0)]) <= 600.0);
        assert_eq!(total(&[wish(200.0, 120.0); 8]), 1600.0);
    }

    #[test]
    fn a_long_header_wraps_over_figures_and_not_over_words() {
        let settled = |n_figures, n_words| {
            let mut wish = Wish { natural: 40.0, word: 70.0, header: 300.0, n_figures, n_words };
            wish.settle();
            wish.natural.round()
        };
        assert_eq!((settled(9, 0), settled(0, 9)), (126.0, 300.0));
    }

    #[test]
    fn figures_are_told_from_words() {
        for figure in ["14", "1,200", "60–70", "~ 35 %", "—", "12 000", "٣٥"] {
            assert!(is_figure(figure), "{figure}");
        }
        for words in ["", "at least 9", "14 dead", "n/a", "2026-09-17 and later on in the year"] {
            assert!(!is_figure(words), "{words}");
        }
    }
}
