//! Tables that ruling lines show: a grid of them, or lines above and below.

use super::aligned::aligned;
use super::glyphs::{PageText, Piece};
use super::places::Rule;
use super::table::{NEAR, Table, TableRow, apart, is_solid};

/// The most words of a cell: what holds more is a column of text between lines.
const MAX_CELL: usize = 120;

/// The most rows and columns of a table.
const MAX_SIDE: usize = 2_000;

/// The tables of a page that its ruling lines show, for pieces that run level.
pub(super) fn ruled(page: &PageText, chosen: &[u32]) -> Vec<Table> {
    let is_level =
        chosen.first().and_then(|&index| page.pieces.get(index as usize)).is_some_and(|piece| piece.way == 0);
    if !is_level || page.rules.len() < 2 {
        return Vec::new();
    }
    let mut tables: Vec<Table> = Vec::new();
    for grid in grids(&page.rules) {
        if let Some(table) = filled(page, chosen, &grid)
            && !tables.iter().any(|known| overlap(known.place, table.place))
        {
            tables.push(table);
        }
    }
    for within in between_rules(page, chosen) {
        if let Some(table) = aligned(page, &within, true)
            && !tables.iter().any(|known| overlap(known.place, table.place))
        {
            tables.push(table);
        }
    }
    tables
}

/// The pieces between level lines of one width, as tables in books have them above, below and below their
/// heads.
fn between_rules(page: &PageText, chosen: &[u32]) -> Vec<Vec<u32>> {
    let mut level: Vec<Rule> = page.rules.iter().filter(|rule| rule.is_level()).copied().collect();
    level.sort_by(|a, b| a.y0.total_cmp(&b.y0));
    let mut groups: Vec<Vec<Rule>> = Vec::new();
    for rule in level.into_iter().filter(|rule| 40.0 < rule.x1 - rule.x0).take(MAX_SIDE) {
        let is_as_wide = |group: &&mut Vec<Rule>| {
            group
                .last()
                .is_some_and(|last| (last.x0 - rule.x0).abs() < 4.0 && (last.x1 - rule.x1).abs() < 4.0)
        };
        match groups.iter_mut().find(is_as_wide) {
            Some(group) => group.push(rule),
            None => groups.push(vec![rule]),
        }
    }
    let mut found = Vec::new();
    for group in groups {
        let (Some(first), Some(last)) = (group.first(), group.last()) else { continue };
        let is_low = last.y1 - first.y0 < 0.75 * page.height && 8.0 < last.y1 - first.y0;
        if group.len() < 2 || !is_low {
            continue;
        }
        let is_inside = |piece: &Piece| {
            first.y0 < piece.base
                && piece.base < last.y1 + NEAR
                && first.x0 - NEAR < piece.middle()
                && piece.middle() < first.x1 + NEAR
        };
        let within = chosen.iter().filter(|&&index| page.pieces.get(index as usize).is_some_and(is_inside));
        found.push(within.copied().collect());
    }
    found
}

fn overlap(a: [f32; 4], b: [f32; 4]) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/// Ruling lines that meet.
#[derive(Debug, Default)]
struct Grid {
    level: Vec<Rule>,
    upright: Vec<Rule>,
    /// Where rows and columns are parted, from above and from the left.
    ys: Vec<f32>,
    xs: Vec<f32>,
}

fn grids(rules: &[Rule]) -> Vec<Grid> {
    let mut groups: Vec<Vec<Rule>> = Vec::new();
    for rule in rules {
        let meets = |other: &Rule| {
            rule.x0 - NEAR <= other.x1
                && other.x0 <= rule.x1 + NEAR
                && rule.y0 - NEAR <= other.y1
                && other.y0 <= rule.y1 + NEAR
        };
        let (with, without): (Vec<_>, Vec<_>) = groups.into_iter().partition(|group| group.iter().any(meets));
        let mut joined: Vec<Rule> = with.into_iter().flatten().collect();
        joined.push(*rule);
        groups = without;
        groups.push(joined);
    }
    let mut grids: Vec<Grid> = groups.into_iter().filter_map(grid_of).collect();
    // The larger first: a grid within a cell of another is part of it.
    grids.sort_by_key(|grid| std::cmp::Reverse(grid.level.len() + grid.upright.len()));
    grids
}

fn grid_of(rules: Vec<Rule>) -> Option<Grid> {
    let (level, upright): (Vec<Rule>, Vec<Rule>) = rules.into_iter().partition(Rule::is_level);
    let ends =
        |rules: &[Rule], of: fn(&Rule) -> [f32; 2]| -> Vec<f32> { rules.iter().flat_map(of).collect() };
    let mut ys: Vec<f32> = level.iter().map(|rule| (rule.y0 + rule.y1) / 2.0).collect();
    let mut xs: Vec<f32> = upright.iter().map(|rule| (rule.x0 + rule.x1) / 2.0).collect();
    if level.is_empty() || upright.is_empty() {
        return None;
    }
    // Tables that are open at their sides end where their lines do.
    let outer = |values: Vec<f32>| {
        let low = values.iter().copied().fold(f32::MAX, f32::min);
        let high = values.iter().copied().fold(f32::MIN, f32::max);
        [low, high]
    };
    xs.extend(outer(ends(&level, |rule| [rule.x0, rule.x1])));
    ys.extend(outer(ends(&upright, |rule| [rule.y0, rule.y1])));
    let (xs, ys) = (apart(xs), apart(ys));
    let has_cells = 3 <= xs.len() && 3 <= ys.len() && xs.len() < MAX_SIDE && ys.len() < MAX_SIDE;
    has_cells.then_some(Grid { level, upright, ys, xs })
}

/// Which of the spaces between `edges` a place is in.
fn between(edges: &[f32], place: f32) -> Option<usize> {
    let after = edges.partition_point(|edge| *edge <= place);
    (0 < after && after < edges.len()).then(|| after - 1)
}

fn filled(page: &PageText, chosen: &[u32], grid: &Grid) -> Option<Table> {
    let (n_rows, n_columns) = (grid.ys.len() - 1, grid.xs.len() - 1);
    let mut cells: Vec<Vec<Vec<u32>>> = vec![vec![Vec::new(); n_columns]; n_rows];
    for &index in chosen {
        let Some(piece) = page.pieces.get(index as usize) else { continue };
        let row = between(&grid.ys, piece.base - 0.3 * piece.size);
        let column = between(&grid.xs, piece.middle());
        if let (Some(row), Some(column)) = (row, column)
            && let Some(cell) = cells.get_mut(row).and_then(|row| row.get_mut(column))
        {
            cell.push(index);
        }
    }
    join_columns(&mut cells, grid);
    let solid = |cell: &Vec<u32>| cell.iter().filter(|&&index| is_solid(page, index)).count();
    let n_filled = cells.iter().flatten().filter(|cell| 0 < solid(cell)).count();
    let n_columns_filled = (0..n_columns)
        .filter(|&column| cells.iter().filter_map(|row| row.get(column)).any(|cell| 0 < solid(cell)))
        .count();
    if n_filled < 3 || n_columns_filled < 2 || cells.iter().flatten().any(|cell| MAX_CELL < solid(cell)) {
        return None;
    }
    let is_sparse = n_rows <= 3;
    let mut rows: Vec<TableRow> = Vec::new();
    for row in cells {
        let parted = if is_sparse { parted_by_bases(page, row) } else { vec![row] };
        rows.extend(parted.into_iter().map(|cells| TableRow { cells, is_header: false }));
    }
    rows.retain(|row| row.cells.iter().any(|cell| 0 < solid(cell)));
    let place = [*grid.xs.first()?, *grid.ys.first()?, *grid.xs.last()?, *grid.ys.last()?];
    Some(Table { place, rows })
}

/// A cell over several columns has no line between them.
fn join_columns(cells: &mut [Vec<Vec<u32>>], grid: &Grid) {
    for (row, bounds) in cells.iter_mut().zip(grid.ys.windows(2)) {
        let &[top, bottom] = bounds else { continue };
        let height = (top + bottom) / 2.0;
        for column in (1..row.len()).rev() {
            let Some(&edge) = grid.xs.get(column) else { continue };
            let is_parted = grid.upright.iter().any(|rule| {
                (rule.x0 - edge).abs() <= NEAR && rule.y0 - NEAR <= height && height <= rule.y1 + NEAR
            });
            if !is_parted {
                let moved = row.get_mut(column).map(std::mem::take).unwrap_or_default();
                if let Some(cell) = row.get_mut(column - 1) {
                    cell.extend(moved);
                }
            }
        }
    }
}

/// Rows that no line parts: each begins where the first cells have words on one line.
fn parted_by_bases(page: &PageText, row: Vec<Vec<u32>>) -> Vec<Vec<Vec<u32>>> {
    let bases = |cell: &Vec<u32>| {
        let of = cell.iter().filter(|&&index| is_solid(page, index));
        let pieces = of.filter_map(|&index| page.pieces.get(index as usize));
        apart(pieces.map(|piece| piece.base).collect())
    };
    let all: Vec<Vec<f32>> = row.iter().map(bases).collect();
    let filled: Vec<&Vec<f32>> = all.iter().filter(|bases| !bases.is_empty()).collect();
    let Some(first) = filled.first() else { return vec![row] };
    let is_same = |other: &&Vec<f32>| {
        other.len() == first.len() && other.iter().zip(first.iter()).all(|(a, b)| (a - b).abs() < NEAR)
    };
    if first.len() < 2 || filled.len() < 2 || !filled.iter().all(is_same) {
        return vec![row];
    }
    let mut parted = vec![vec![Vec::new(); row.len()]; first.len()];
    for (column, cell) in row.into_iter().enumerate() {
        for index in cell {
            let base = page.pieces.get(index as usize).map_or(0.0, |piece| piece.base);
            let line = first.partition_point(|known| *known + NEAR < base).min(parted.len() - 1);
            if let Some(cell) = parted.get_mut(line).and_then(|row: &mut Vec<Vec<u32>>| row.get_mut(column)) {
                cell.push(index);
            }
        }
    }
    parted
}
