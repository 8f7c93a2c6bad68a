//! Paragraphs from lines: by the space between them, by indents, by lines that end early, by size and
//! weight; and what each of them is.

use super::lines::Line;
use super::{marks, rounding};
use crate::document::Marker;

/// What a draft will be.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    Text,
    Heading,
    Item(Marker),
    Caption,
    /// A footnote with its sign.
    Note(String),
    Code,
    /// A row of a table; its cells are the drafts' lines.
    Row {
        is_header: bool,
        table: u32,
    },
}

/// A block before it is written.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) kind: Kind,
    pub(super) page: usize,
    pub(super) lines: Vec<Line>,
    /// For rows of tables: the lines of each cell.
    pub(super) cells: Vec<Vec<Line>>,
    /// Whether its first line is indented.
    pub(super) is_indented: bool,
    /// Whether its last line reaches the end of the column.
    pub(super) is_full: bool,
    /// Whether the lines of its column end at one place.
    pub(super) is_justified: bool,
    /// Lists in which it stands.
    pub(super) depth: u8,
    /// Where its first line begins.
    pub(super) left: f32,
    pub(super) level: u8,
}

impl Draft {
    fn new(kind: Kind, page: usize, lines: Vec<Line>) -> Self {
        let left = lines.first().map_or(0.0, |line| line.left);
        Self {
            kind,
            page,
            lines,
            cells: Vec::new(),
            is_indented: false,
            is_full: false,
            is_justified: false,
            depth: 0,
            left,
            level: 0,
        }
    }

    pub(super) fn row(page: usize, table: u32, is_header: bool, cells: Vec<Vec<Line>>) -> Self {
        Self { cells, ..Self::new(Kind::Row { is_header, table }, page, Vec::new()) }
    }

    pub(super) fn text(&self) -> String {
        self.lines.iter().map(Line::text).collect::<Vec<_>>().join(" ")
    }

    pub(super) fn size(&self) -> f32 {
        self.lines.first().map_or(0.0, |line| line.size)
    }

    pub(super) fn is_bold(&self) -> bool {
        self.lines.iter().all(|line| line.is_bold)
    }
}

/// A column: how far it reaches and how its lines follow each other.
struct Column {
    left: f32,
    right: f32,
    /// The usual distance of two lines.
    step: f32,
    /// The usual size of the document.
    body: f32,
    /// Whether most of its lines end at one place.
    is_justified: bool,
}

/// The paragraphs of a column's lines, on page `page`; `body` is the usual size of the document.
pub(super) fn of(mut lines: Vec<Line>, page: usize, body: f32) -> Vec<Draft> {
    join_initial(&mut lines);
    let n_right = lines.iter().filter(|line| line.is_right_to_left).count();
    let is_mirrored = lines.len() < n_right * 2;
    if is_mirrored {
        lines.iter_mut().for_each(mirror);
    }
    let column = column_of(&lines, body);
    let mut drafts: Vec<Draft> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let next = lines.get(at + 1);
        match drafts.last_mut().filter(|draft| !begins(draft, line, next, &column)) {
            Some(draft) => draft.lines.push(line.clone()),
            None => drafts.push(Draft::new(Kind::Text, page, vec![line.clone()])),
        }
    }
    for draft in &mut drafts {
        describe(draft, &column);
    }
    drafts
}

fn mirror(line: &mut Line) {
    (line.left, line.right) = (-line.right, -line.left);
}

fn column_of(lines: &[Line], body: f32) -> Column {
    let left = quantile(lines.iter().map(|line| line.left), 0.05);
    let right = lines.iter().map(|line| line.right).fold(f32::MIN, f32::max);
    let steps = lines.windows(2).filter_map(|pair| match pair {
        [a, b] if (a.size - b.size).abs() < 0.1 * a.size => Some(b.base - a.base),
        _ => None,
    });
    let steps: Vec<f32> = steps.filter(|step| 0.0 < *step).collect();
    let step = quantile(steps.into_iter(), 0.35);
    let n_ended = lines.iter().filter(|line| right - line.right < 0.12 * line.size).count();
    let is_justified = 3 <= n_ended && lines.len() < n_ended * 2;
    Column { left, right, step, body, is_justified }
}

fn quantile(values: impl Iterator<Item = f32>, part: f32) -> f32 {
    let mut values: Vec<f32> = values.collect();
    values.sort_by(f32::total_cmp);
    let at = rounding::count(values.len() as f32 * part);
    values.get(at.min(values.len().saturating_sub(1))).copied().unwrap_or(0.0)
}

/// A large first letter stands on the second or third line; it belongs to the first.
fn join_initial(lines: &mut Vec<Line>) {
    let is_initial =
        |line: &Line| line.text().chars().count() <= 2 && line.text().chars().all(char::is_alphabetic);
    let Some(at) = lines.iter().position(|line| {
        is_initial(line)
            && lines.iter().any(|other| {
                other.size * 1.7 < line.size
                    && line.top() - other.size < other.base
                    && other.base < line.base + 1.0
                    && line.right - 1.0 < other.left
                    && other.left < line.right + line.size
            })
    }) else {
        return;
    };
    let initial = lines.remove(at);
    let beside = |line: &&mut Line| {
        initial.top() - line.size < line.base
            && line.base < initial.base + 1.0
            && initial.right - 1.0 < line.left
    };
    if let Some(first) = lines.iter_mut().find(beside) {
        first.runs.splice(0..0, initial.runs.iter().cloned());
        first.left = initial.left;
    }
    for line in lines.iter_mut().filter(|line| line.base < initial.base + 1.0 && initial.top() < line.base) {
        line.left = line.left.min(initial.left);
    }
}

/// Whether a paragraph begins with `line`, which stands below those of `draft`.
fn begins(draft: &Draft, line: &Line, next: Option<&Line>, column: &Column) -> bool {
    let Some(above) = draft.lines.last() else { return true };
    let size = above.size.max(line.size);
    let step = line.base - above.base;
    if 0.09 * size < (above.size - line.size).abs() || step <= 0.2 * size {
        return true;
    }
    let usual = if column.step <= 0.0 { 1.25 * size } else { column.step.min(1.9 * size) };
    let is_large = column.body * 1.12 < line.size;
    if usual.max(size * 0.95) * if is_large { 1.6 } else { 1.32 } < step {
        return true;
    }
    if above.is_even && line.is_even {
        return false;
    }
    if above.is_even != line.is_even
        || above.is_bold != line.is_bold && (draft.is_bold() || is_short(above, line, column))
    {
        return true;
    }
    if begins_item(draft, above, line, column) {
        return true;
    }
    if is_large || is_centred(above, line, column) {
        return false;
    }
    begins_by_indent(draft, above, line, next, column) || ends_early(above, line, column)
}

/// Whether the first word of `line` would have had room at the end of the line above.
fn is_short(above: &Line, line: &Line, column: &Column) -> bool {
    above.right + line.first_word + 0.9 * line.size < column.right
}

fn ends_early(above: &Line, line: &Line, column: &Column) -> bool {
    let text = above.text();
    let begins_new = line
        .text()
        .chars()
        .find(|letter| !"\"“„«‘'([—–-".contains(*letter))
        .is_some_and(|first| first.is_numeric() || !first.is_lowercase());
    let room = column.right - above.right;
    let is_far = (column.right - column.left) * 0.3 < room;
    is_short(above, line, column) && begins_new && (marks::ends_sentence(&text) || is_far)
}

fn begins_item(draft: &Draft, above: &Line, line: &Line, column: &Column) -> bool {
    let text = line.text();
    let word = text.split(' ').next().unwrap_or_default();
    if word.len() == text.len() || !marks::is_marker(word) {
        return false;
    }
    let is_within_item = draft.lines.first().is_some_and(|first| marks::item(&first.text()).is_some());
    let ends = marks::ends_sentence(&above.text()) || is_short(above, line, column);
    if marks::is_bullet(word) && !marks::is_weak(word) {
        return true;
    }
    let is_out = line.left + 0.5 * line.size < above.left;
    ends || is_within_item && is_out
}

fn is_centred(above: &Line, line: &Line, column: &Column) -> bool {
    let middle = |line: &Line| (line.left + line.right) / 2.0;
    (middle(above) - middle(line)).abs() < 0.6 * line.size
        && (middle(line) - (column.left + column.right) / 2.0).abs() < line.size
        && 1.5 * line.size < (above.left - line.left).abs()
        && !marks::ends_sentence(&above.text())
}

fn begins_by_indent(draft: &Draft, above: &Line, line: &Line, next: Option<&Line>, column: &Column) -> bool {
    let is_deeper = above.left + 0.7 * line.size < line.left;
    let is_out = line.left + 0.7 * line.size < above.left;
    let is_single = draft.lines.len() == 1;
    if is_deeper {
        let first = draft.lines.first().map(Line::text).unwrap_or_default();
        // The lines below the first of an item hang.
        if is_single && marks::item(&first).is_some() {
            return false;
        }
        let next_returns = next.is_none_or(|next| next.left + 0.5 * line.size < line.left);
        let is_full = !is_short(above, line, column);
        let hangs = is_single && is_full && !next_returns;
        return !hangs || marks::ends_sentence(&above.text());
    }
    if is_out {
        // The first line of a paragraph is indented; the end of an indented one is no part of it.
        return !is_single;
    }
    false
}

fn describe(draft: &mut Draft, column: &Column) {
    let (Some(first), Some(last)) = (draft.lines.first(), draft.lines.last()) else { return };
    draft.is_indented = column.left + 0.7 * first.size < first.left
        && draft.lines.get(1).is_none_or(|second| second.left + 0.5 * first.size < first.left);
    // In justified text only a line that goes on ends exactly where the column does.
    let slack = if column.is_justified { 0.12 } else { 1.5 };
    draft.is_full = column.right - last.right < slack * last.size;
    draft.is_justified = column.is_justified;
    draft.left = first.left;
    let text = draft.text();
    let is_even = draft.lines.iter().all(|line| line.is_even);
    draft.kind = if is_even && 1 < draft.lines.len() {
        Kind::Code
    } else if marks::is_caption(&text) {
        Kind::Caption
    } else if is_heading(draft, &text, column.body) {
        Kind::Heading
    } else {
        Kind::Text
    };
}

fn is_heading(draft: &Draft, text: &str, body: f32) -> bool {
    let n_letters = text.chars().count();
    let has_letters = text.chars().any(char::is_alphabetic);
    if !has_letters || 240 < n_letters || 5 < draft.lines.len() {
        return false;
    }
    let is_large = body * 1.12 < draft.size();
    let ends_open = !text.ends_with(['.', ',', ';', ':']);
    is_large && (ends_open || body * 1.4 < draft.size())
        || draft.is_bold()
            && body * 0.93 < draft.size()
            && ends_open
            && n_letters < 160
            && draft.lines.len() <= 3
}
