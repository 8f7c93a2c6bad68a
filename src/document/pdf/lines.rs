//! Lines: the pieces that stand beside each other in one column, in the order in which they are read.

use super::fonts::Style;
use super::glyphs::{PageText, Piece};
use super::runs::{Height, Run};
use super::{letters, reading_order};
use unicode_normalization::char::is_combining_mark;

/// One line of a column.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Which page, from 0.
    pub(super) page: usize,
    pub(super) runs: Vec<Run>,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) base: f32,
    /// The size of most of its letters.
    pub(super) size: f32,
    /// How wide its first word is.
    pub(super) first_word: f32,
    pub(super) is_bold: bool,
    pub(super) is_even: bool,
    /// Whether most of its letters run from right to left.
    pub(super) is_right_to_left: bool,
}

impl Line {
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for run in &self.runs {
            if run.is_apart && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&run.text);
        }
        text
    }

    pub(super) fn top(&self) -> f32 {
        self.base - 0.75 * self.size
    }
}

/// The lines that some pieces of a page make, from the top.
pub(super) fn lines_of(page: &PageText, number: usize, chosen: &[u32]) -> Vec<Line> {
    let pieces: Vec<&Piece> = chosen.iter().filter_map(|&index| page.pieces.get(index as usize)).collect();
    rows_of(&pieces)
        .into_iter()
        .filter_map(|row| line_of(page, row))
        .map(|line| Line { page: number, ..line })
        .collect()
}

/// Pieces that stand on one line each, from the top; within a row from the left. Spaces come into the rows
/// that they lie in.
pub(super) fn rows_of<'p>(pieces: &[&'p Piece]) -> Vec<Vec<&'p Piece>> {
    let mut rows: Vec<Row<'p>> = Vec::new();
    let mut rest: Vec<&Piece> = pieces.iter().copied().filter(|piece| !piece.is_space).collect();
    // Text in the usual size, then what is smaller and stands by itself, as notes do with signs of their own.
    for _ in 0..4 {
        let usual = usual_size(&rest);
        let (mut large, small): (Vec<&Piece>, Vec<&Piece>) =
            rest.into_iter().partition(|piece| 0.93 * usual <= piece.size);
        cluster(&mut rows, &mut large);
        rest = small.into_iter().filter(|piece| !attach(&mut rows, piece)).collect();
    }
    cluster(&mut rows, &mut rest);
    rows.sort_by(|a, b| a.base.total_cmp(&b.base));
    for &space in pieces.iter().filter(|piece| piece.is_space) {
        let near = rows.partition_point(|row| row.base < space.base - 0.3 * space.size);
        let row = rows.get_mut(near).filter(|row| (row.base - space.base).abs() <= 0.3 * space.size);
        if let Some(row) = row {
            row.pieces.push(space);
        }
    }
    for row in &mut rows {
        row.pieces.sort_by(|a, b| a.middle().total_cmp(&b.middle()));
    }
    rows.into_iter().map(|row| row.pieces).collect()
}

struct Row<'p> {
    base: f32,
    size: f32,
    pieces: Vec<&'p Piece>,
}

/// Puts pieces with one base into one row each.
fn cluster<'p>(rows: &mut Vec<Row<'p>>, pieces: &mut [&'p Piece]) {
    pieces.sort_by(|a, b| a.base.total_cmp(&b.base));
    let first = rows.len();
    for &piece in pieces.iter() {
        let near = rows.get_mut(first..).and_then(|new| new.last_mut());
        match near.filter(|row| piece.base - row.base <= 0.3 * row.size.min(piece.size)) {
            Some(row) => {
                row.size = row.size.max(piece.size);
                row.pieces.push(piece);
            }
            None => rows.push(Row { base: piece.base, size: piece.size, pieces: vec![piece] }),
        }
    }
}

/// Puts a small piece, as a sign of a footnote, into the row of larger ones that it stands beside.
fn attach<'p>(rows: &mut [Row<'p>], piece: &'p Piece) -> bool {
    let middle = piece.base - 0.3 * piece.size;
    let beside = |row: &&mut Row<'p>| {
        let stands_in = row.base - 1.1 * row.size < middle && middle < row.base + 0.45 * row.size;
        stands_in
            && piece.size < 0.93 * row.size
            && row.pieces.iter().any(|large| {
                let gap = (piece.left - large.right).max(large.left - piece.right);
                gap < 0.5 * large.size && piece.size < large.size
            })
    };
    let row = rows.iter_mut().filter(beside).min_by(|a, b| {
        let far = |row: &Row<'_>| (row.base - piece.base).abs();
        far(a).total_cmp(&far(b))
    });
    row.map(|row| row.pieces.push(piece)).is_some()
}

/// The size that most letters have.
pub(super) fn usual_size(pieces: &[&Piece]) -> f32 {
    let mut sizes: Vec<(f32, u32)> = pieces
        .iter()
        .filter(|piece| !piece.is_space)
        .map(|piece| (piece.size, piece.end - piece.start))
        .collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = sizes.iter().map(|size| u64::from(size.1)).sum::<u64>() / 2;
    let mut so_far = 0;
    for (size, n) in sizes {
        so_far += u64::from(n);
        if half <= so_far {
            return size;
        }
    }
    10.0
}

/// The gap that parts two words, in sizes of the font.
fn gap_of(row: &[&Piece]) -> f32 {
    let has_spaces = row.iter().any(|piece| piece.is_space);
    let usual = if has_spaces { 0.3 } else { 0.16 };
    // Letters that are set far apart: the gaps between words are wider than those.
    let single = row.iter().filter(|piece| piece.end - piece.start <= 2 && !piece.is_space).count();
    let is_right_to_left = row.len() <= single * 2 && single < 6;
    if has_spaces || is_right_to_left || single * 10 < row.len() * 8 {
        return usual;
    }
    let mut gaps: Vec<f32> = row
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] => Some((b.left - a.right) / a.size.max(b.size)),
            _ => None,
        })
        .collect();
    gaps.sort_by(f32::total_cmp);
    let middle = gaps.get(gaps.len() / 2).copied().unwrap_or(0.0);
    if usual < middle { middle * 1.6 } else { usual }
}

fn line_of(page: &PageText, row: Vec<&Piece>) -> Option<Line> {
    let solid: Vec<&Piece> = row.iter().copied().filter(|piece| !piece.is_space).collect();
    let size = usual_size(&solid);
    let base = base_of(&solid, size);
    let left = solid.iter().map(|piece| piece.left).min_by(f32::total_cmp)?;
    let right = solid.iter().map(|piece| piece.right).max_by(f32::total_cmp)?;
    let has_right_to_left = solid.iter().any(|piece| page.words(piece).contains(letters::is_right_to_left));
    let gap = gap_of(&row);
    let mut runs: Vec<Run> = Vec::new();
    let mut space_before = false;
    let mut last: Option<&Piece> = None;
    for piece in row {
        if piece.is_space {
            space_before = true;
            continue;
        }
        // Marks stand above their letters and part nothing.
        if page.words(piece).chars().all(is_combining_mark) {
            runs.push(run_of(page, piece, (base, size), false));
            continue;
        }
        let is_apart = last.is_some_and(|last| {
            space_before || gap * last.size.max(piece.size).min(size) < piece.left - last.right
        });
        space_before = false;
        last = Some(piece);
        runs.push(run_of(page, piece, (base, size), is_apart));
    }
    let n_letters = |of: &dyn Fn(char) -> bool| -> usize {
        runs.iter().map(|run| run.text.chars().filter(|&letter| of(letter)).count()).sum()
    };
    let is_right_to_left =
        has_right_to_left && n_letters(&char::is_alphabetic) < 2 * n_letters(&letters::is_right_to_left);
    if has_right_to_left {
        runs = reading_order::logical(runs, is_right_to_left);
    }
    let all = |of: &dyn Fn(&Run) -> bool| {
        let mut lettered = runs.iter().filter(|run| run.text.contains(char::is_alphanumeric)).peekable();
        lettered.peek().is_some() && lettered.all(of)
    };
    Some(Line {
        page: 0,
        first_word: first_word(&runs),
        is_bold: all(&|run| run.style.is_bold),
        is_even: all(&|run| run.style.is_even),
        runs,
        left,
        right,
        base,
        size,
        is_right_to_left,
    })
}

/// Where most letters of the usual size stand.
fn base_of(solid: &[&Piece], size: f32) -> f32 {
    let usual = solid.iter().filter(|piece| (piece.size - size).abs() < 0.1 * size);
    usual.max_by_key(|piece| piece.end - piece.start).map_or(0.0, |piece| piece.base)
}

fn run_of(page: &PageText, piece: &Piece, (base, size): (f32, f32), is_apart: bool) -> Run {
    let height = if piece.size < 0.93 * size && piece.base < base - 0.15 * size {
        Height::Raised
    } else if piece.size < 0.85 * size && base + 0.08 * size < piece.base {
        Height::Lowered
    } else {
        Height::Level
    };
    let (x0, y0) = super::glyphs::back(piece.left, piece.top(), piece.way);
    let (x1, y1) = super::glyphs::back(piece.right, piece.bottom(), piece.way);
    let place = [x0.min(x1), y0.min(y1), x0.max(x1), y0.max(y1)];
    let (x, y) = ((place[0] + place[2]) / 2.0, (place[1] + place[3]) / 2.0);
    let holds = |rule: &super::places::Rule| rule.x0 <= x && x <= rule.x1 && rule.y0 <= y && y <= rule.y1;
    let link =
        page.links.parts.iter().position(|(rule, _)| holds(rule)).and_then(|index| u32::try_from(index).ok());
    let text = page.words(piece).to_owned();
    Run { text, is_apart, style: Style::of(piece.font), height, place, link }
}

fn first_word(runs: &[Run]) -> f32 {
    let mut runs = runs.iter();
    let Some(first) = runs.next() else { return 0.0 };
    let more = runs.take_while(|run| !run.is_apart);
    let (left, right) = more.fold((first.place[0], first.place[2]), |(left, right), run| {
        (left.min(run.place[0]), right.max(run.place[2]))
    });
    right - left
}
