//! Tables without ruling lines: words that stand in columns, row by row, with wide white between them.

use super::glyphs::{PageText, Piece};
use super::places::Rule;
use super::table::{NEAR, Table, TableRow, apart};

/// The most pieces of a table without ruling lines.
const MAX_CELLS: usize = 20_000;

/// A line of a column.
#[derive(Debug)]
struct CellLine {
    base: f32,
    size: f32,
    left: f32,
    right: f32,
    n_letters: usize,
    n_words: usize,
}

/// The table that pieces are, which stand in columns with white between them and have no ruling lines;
/// `is_row_by_row` where the page draws them so.
pub(super) fn aligned(page: &PageText, within: &[u32], is_row_by_row: bool) -> Option<Table> {
    let pieces: Vec<(u32, &Piece)> =
        within.iter().filter_map(|&index| Some((index, page.pieces.get(index as usize)?))).collect();
    if pieces.len() < 4 || MAX_CELLS < pieces.len() {
        return None;
    }
    let (pieces, edges) = best_rows(without_ends(pieces))?;
    let column_of = |piece: &Piece| edges.partition_point(|edge| *edge <= piece.middle());
    let columns: Vec<Vec<CellLine>> = (0..=edges.len())
        .map(|column| {
            let of = pieces.iter().map(|(_, piece)| *piece).filter(|piece| column_of(piece) == column);
            cell_lines(page, of)
        })
        .collect();
    let bases = row_bases(&columns);
    let has_rules = is_between_rules(page, &pieces);
    if !has_rules && !has_wide_gaps(&pieces, &column_of)
        || !is_table(&columns, &bases, is_row_by_row, has_rules)
    {
        return None;
    }
    let starts = row_starts(&columns, &bases);
    let mut rows: Vec<TableRow> = Vec::new();
    rows.resize_with(starts.len(), || TableRow { cells: vec![Vec::new(); columns.len()], is_header: false });
    for (index, piece) in &pieces {
        let row = starts.partition_point(|start| *start <= piece.base + 0.35 * piece.size).saturating_sub(1);
        if let Some(cell) = rows.get_mut(row).and_then(|row| row.cells.get_mut(column_of(piece))) {
            cell.push(*index);
        }
    }
    Some(Table { place: place_of(&pieces), rows })
}

/// Without first or last rows that stand further off than the rows do from each other: the text around.
fn without_ends(mut pieces: Numbered<'_>) -> Numbered<'_> {
    for _ in 0..4 {
        let solid = pieces.iter().filter(|(_, piece)| !piece.is_space);
        let bases = apart(solid.map(|(_, piece)| piece.base).collect());
        let mut steps: Vec<f32> =
            bases.windows(2).filter_map(|pair| Some(pair.get(1)? - pair.first()?)).collect();
        let (Some(first), Some(last)) = (steps.first().copied(), steps.last().copied()) else { break };
        steps.sort_by(f32::total_cmp);
        let far = 1.6 * steps.get(steps.len() / 2).copied().unwrap_or(f32::MAX);
        let (Some(top), Some(bottom)) = (bases.first().copied(), bases.last().copied()) else { break };
        if steps.len() < 3 || first < far && last < far {
            break;
        }
        pieces.retain(|(_, piece)| {
            (first < far || top + NEAR < piece.base) && (last < far || piece.base < bottom - NEAR)
        });
    }
    pieces
}

/// Pieces with their numbers.
type Numbered<'p> = Vec<(u32, &'p Piece)>;

/// Where the pieces are parted into columns: by all rows, or without the first or the last ones where
/// those, which are lines of the text around it, hide columns.
fn best_rows(pieces: Numbered<'_>) -> Option<(Numbered<'_>, Vec<f32>)> {
    let bases =
        apart(pieces.iter().filter(|(_, piece)| !piece.is_space).map(|(_, piece)| piece.base).collect());
    let mut best: Option<(Numbered<'_>, Vec<f32>)> = None;
    for (head, foot) in [(0, 0), (1, 0), (0, 1), (1, 1), (2, 0), (0, 2)] {
        let first = bases.get(head).copied()?;
        let Some(last) = bases.len().checked_sub(foot + 1).and_then(|at| bases.get(at)).copied() else {
            break;
        };
        if bases.len() < head + foot + 2 {
            break;
        }
        let within = |piece: &Piece| first - NEAR <= piece.base && piece.base <= last + NEAR;
        let chosen: Numbered<'_> = pieces.iter().filter(|(_, piece)| within(piece)).copied().collect();
        let edges = column_edges(&chosen);
        if best.as_ref().map_or(0, |(_, known)| known.len()) < edges.len() {
            best = Some((chosen, edges));
        }
    }
    best
}

fn place_of(pieces: &[(u32, &Piece)]) -> [f32; 4] {
    let all = pieces.iter().map(|(_, piece)| *piece).filter(|piece| !piece.is_space);
    all.fold([f32::MAX, f32::MAX, f32::MIN, f32::MIN], |[left, top, right, bottom], piece| {
        [left.min(piece.left), top.min(piece.top()), right.max(piece.right), bottom.max(piece.bottom())]
    })
}

/// The middles of the white strips that go through all of it.
fn column_edges(pieces: &[(u32, &Piece)]) -> Vec<f32> {
    let mut spans: Vec<(f32, f32)> = pieces
        .iter()
        .filter(|(_, piece)| !piece.is_space)
        .map(|(_, piece)| (piece.left, piece.right))
        .collect();
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut sizes: Vec<f32> = pieces.iter().map(|(_, piece)| piece.size).collect();
    sizes.sort_by(f32::total_cmp);
    let size = sizes.get(sizes.len() / 2).copied().unwrap_or(10.0);
    let mut edges = Vec::new();
    let mut reach = f32::MAX;
    for (left, right) in spans {
        if 0.55 * size < left - reach {
            edges.push((left + reach) / 2.0);
        }
        reach = if reach == f32::MAX { right } else { reach.max(right) };
    }
    edges
}

fn cell_lines<'p>(page: &PageText, pieces: impl Iterator<Item = &'p Piece>) -> Vec<CellLine> {
    let mut lines: Vec<CellLine> = Vec::new();
    let mut sorted: Vec<&Piece> = pieces.filter(|piece| !piece.is_space).collect();
    sorted.sort_by(|a, b| a.base.total_cmp(&b.base).then(a.left.total_cmp(&b.left)));
    for piece in sorted {
        let n_letters = page.words(piece).chars().count();
        match lines.last_mut().filter(|line| piece.base - line.base < 0.4 * line.size.max(piece.size)) {
            Some(line) => {
                line.n_words += usize::from(0.15 * piece.size < piece.left - line.right);
                line.left = line.left.min(piece.left);
                line.right = line.right.max(piece.right);
                line.n_letters += n_letters;
            }
            None => lines.push(CellLine {
                base: piece.base,
                size: piece.size,
                left: piece.left,
                right: piece.right,
                n_letters,
                n_words: 1,
            }),
        }
    }
    lines
}

/// Whether the gaps between cells are wider than those between words: in text that is justified all gaps of a
/// line are equal, and some of them lie below each other by chance.
fn has_wide_gaps(pieces: &[(u32, &Piece)], column_of: &dyn Fn(&Piece) -> usize) -> bool {
    let mut solid: Vec<&Piece> =
        pieces.iter().map(|(_, piece)| *piece).filter(|piece| !piece.is_space).collect();
    solid.sort_by(|a, b| a.base.total_cmp(&b.base).then(a.left.total_cmp(&b.left)));
    let (mut n_rows, mut n_wide) = (0, 0);
    for row in solid.chunk_by(|a, b| b.base - a.base < 0.3 * a.size.max(b.size)) {
        let mut row: Vec<&Piece> = row.to_vec();
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
        let (mut between, mut within) = (Vec::new(), 0.0_f32);
        for pair in row.windows(2) {
            let &[a, b] = pair else { continue };
            let gap = (b.left - a.right) / a.size.max(b.size);
            if column_of(a) == column_of(b) {
                within = within.max(gap);
            } else {
                between.push(gap);
            }
        }
        let least = between.iter().copied().fold(f32::MAX, f32::min);
        let most = between.iter().copied().fold(f32::MIN, f32::max);
        if !between.is_empty() {
            n_rows += 1;
            // A line that is stretched has the same gap everywhere.
            let is_stretched = 1 < between.len() && most < least * 1.06;
            let is_wide = if within < 0.12 { 0.7 < least && !is_stretched } else { 1.8 * within < least };
            n_wide += usize::from(is_wide);
        }
    }
    2 <= n_rows && n_rows * 4 <= n_wide * 5
}

/// Where lines stand in any column.
fn row_bases(columns: &[Vec<CellLine>]) -> Vec<f32> {
    let mut bases: Vec<f32> = columns.iter().flatten().map(|line| line.base).collect();
    bases.sort_by(f32::total_cmp);
    bases.dedup_by(|later, earlier| *later - *earlier < NEAR);
    bases
}

fn is_table(columns: &[Vec<CellLine>], bases: &[f32], is_row_by_row: bool, has_rules: bool) -> bool {
    let lines: Vec<&CellLine> = columns.iter().flatten().collect();
    let n_lines = lines.len();
    if bases.len() < 2 || n_lines < 4 || (bases.len() < 3 && !has_rules) {
        return false;
    }
    // Columns that are drawn one after the other are columns of text, unless there are ruling lines.
    if !is_row_by_row && !has_rules && columns.len() < 3 {
        return false;
    }
    let has_neighbour = |line: &&&CellLine| {
        let near = lines.iter().filter(|other| (other.base - line.base).abs() < 0.35 * line.size);
        2 <= near.count()
    };
    let n_aligned = lines.iter().filter(has_neighbour).count();
    let n_letters: usize = lines.iter().map(|line| line.n_letters).sum();
    let n_words: usize = lines.iter().map(|line| line.n_words).sum();
    let is_short = n_words * 10 <= n_lines * 38 || n_letters <= n_lines * 20;
    let is_aligned = n_lines * if has_rules { 5 } else { 7 } <= n_aligned * 10;
    if has_rules {
        return is_aligned && n_words <= n_lines * 8;
    }
    is_aligned && is_short && !columns.iter().any(|lines| is_running(lines))
}

/// Whether a column's lines are filled as those of a paragraph are.
fn is_running(lines: &[CellLine]) -> bool {
    let right = lines.iter().map(|line| line.right).fold(f32::MIN, f32::max);
    let left = lines.iter().map(|line| line.left).fold(f32::MAX, f32::min);
    let n_full = lines.iter().filter(|line| right - line.right < 0.08 * (right - left)).count();
    let n_words: usize = lines.iter().map(|line| line.n_words).sum();
    5 <= lines.len() && lines.len() * 6 < n_full * 10 && lines.len() * 3 < n_words
}

/// Where rows begin: where the first column has a line, or where most columns have one.
fn row_starts(columns: &[Vec<CellLine>], bases: &[f32]) -> Vec<f32> {
    let has = |column: &[CellLine], base: f32| column.iter().any(|line| (line.base - base).abs() < NEAR);
    let steps: Vec<f32> = bases.windows(2).filter_map(|pair| Some(pair.get(1)? - pair.first()?)).collect();
    let closest = steps.iter().copied().fold(f32::MAX, f32::min);
    let widest = steps.iter().copied().fold(f32::MIN, f32::max);
    // Lines within a cell stand closer than rows do.
    let is_spaced = 1.25 * closest < widest;
    let mut starts = Vec::new();
    let mut last = f32::MIN;
    for &base in bases {
        let n_columns = columns.iter().filter(|column| has(column, base)).count();
        let first = columns.first().is_some_and(|column| has(column, base));
        let is_far = closest * 1.15 < base - last;
        let begins = if is_spaced { is_far } else { first || columns.len() <= n_columns * 2 };
        if begins || starts.is_empty() {
            starts.push(base);
        }
        last = base;
    }
    starts
}

/// Whether level ruling lines of about its width stand above and below, as those of tables in books do.
fn is_between_rules(page: &PageText, pieces: &[(u32, &Piece)]) -> bool {
    let [left, top, right, bottom] = place_of(pieces);
    if pieces.iter().any(|(_, piece)| piece.way != 0) {
        return false;
    }
    let slack = 14.0;
    let is_as_wide = |rule: &&Rule| {
        rule.is_level()
            && rule.x0 <= left + slack
            && right - slack <= rule.x1
            && rule.x1 - rule.x0 < (right - left) * 1.5 + 40.0
    };
    let ys: Vec<f32> = page.rules.iter().filter(is_as_wide).map(|rule| rule.y0).collect();
    let above = ys.iter().any(|y| (top - slack..=top + slack).contains(y));
    let below = ys.iter().any(|y| (bottom - slack..=bottom + slack).contains(y));
    let inside = ys.iter().filter(|y| (top..=bottom).contains(*y)).count();
    above && below || 2 <= inside
}
