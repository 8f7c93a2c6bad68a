//! The strip beside the scroll bar: where in the whole document marks, other people's marks and what a
//! search found lie. A click goes there.

use super::Reader;
use super::frame::{Frame, bounds_of};
use crate::gui::panels::mark_row::mark_name;
use crate::gui::widgets::visible;
use crate::gui::words::{name, say};
use crate::page::Align;
use crate::session::{Ordered, Session};
use crate::text::order::natural_order;
use crate::text::{TextRange, TextSize};
use egui::accesskit::Role;
use egui::{Color32, Id, Mesh, Painter, Rect, RichText, Sense, Shape, Ui, pos2};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Points.
pub(super) const WIDTH: f32 = 12.0;
/// The height of a row, in points: nothing on the strip is lower.
pub(super) const ROW: f32 = 2.0;
/// How many rows above and below the pointer count as pointed at.
const NEAR: usize = 2;
/// From the strip's left edge to the columns and between them, and how wide they are: mine, other people's.
const COLUMNS: [(f32, f32); 2] = [(1.0, 5.0), (7.0, 4.0)];

/// What the strip depends on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    generation: u64,
    marks: u64,
    current: Option<usize>,
    colours: (bool, Color32),
    track: Rect,
}

/// The strip as last made.
#[derive(Default)]
pub(super) struct Strip {
    key: Option<Key>,
    /// What was found. Another search has another `Arc`.
    hits: Arc<[TextRange]>,
    /// The height of the document that it was made for, in points.
    total: f64,
    /// The byte that each row begins at.
    pub(super) rows: Vec<TextSize>,
    mesh: Arc<Mesh>,
}

impl Reader {
    pub(super) fn strip_ui(&mut self, frame: &Frame<'_>, track: Rect, ui: &Ui) {
        self.make_strip(frame, track);
        let painter = ui.painter_at(track);
        self.paint_view(frame, track, &painter);
        painter.add(Shape::Mesh(Arc::clone(&self.strip.mesh)));
        // The pointer's alone: the keyboard has the list, where every mark has its words.
        let response = ui.interact(track, Id::unique("overview"), Sense::CLICK);
        let name = self.strip_name(frame);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Image);
            node.set_bounds(bounds_of(track));
            node.set_label(name);
        });
        let Some(row) = response.hover_pos().and_then(|at| self.strip.row_at(track, at.y)) else { return };
        let near = self.strip.near(row);
        if response.clicked() {
            let to = self.nearest(frame, near, self.strip.rows[row]);
            self.go_to(to, Align::Upper);
            ui.ctx().request_repaint();
        }
        let said = self.said_of(frame.session, near);
        if !said.is_empty() {
            response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_ui_at_pointer(|ui| {
                for line in &said {
                    ui.label(RichText::new(line).color(frame.cx.theme.ink));
                }
            });
        }
    }

    /// What the window shows of it, beneath the ticks.
    fn paint_view(&self, frame: &Frame<'_>, track: Rect, painter: &Painter) {
        let (total, view) = (self.page.total_height(), f64::from(self.page.viewport().1));
        if total <= view {
            return;
        }
        #[expect(clippy::cast_possible_truncation, reason = "shares of a strip of some hundred points")]
        let (top, share) = ((self.page.position() / total) as f32, (view / total) as f32);
        let top = track.top() + track.height() * top;
        let shown = Rect::from_x_y_ranges(track.x_range(), top..=top + (track.height() * share).max(ROW));
        painter.rect_filled(shown, 0.0, frame.cx.theme.hover);
    }

    /// Makes the strip anew where marks, hits, the track or the heights changed; these by so much that
    /// it could be seen.
    fn make_strip(&mut self, frame: &Frame<'_>, track: Rect) {
        let (session, theme) = (frame.session, frame.cx.theme);
        let key = Key {
            generation: self.page.generation(),
            marks: session.order().revision(),
            current: self.found.current,
            colours: (theme.is_dark, theme.page),
            track,
        };
        let total = self.page.total_height();
        let shift = (total - self.strip.total).abs() / total.max(1.0) * f64::from(track.height());
        let is_same =
            Arc::ptr_eq(&self.found.hits, &self.strip.hits) && self.strip.key.as_ref() == Some(&key);
        if is_same && shift < f64::from(ROW / 2.0) {
            return;
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a strip has some hundred rows"
        )]
        let n_rows = (track.height() / ROW).max(1.0) as usize;
        let rows = self.page.slices(n_rows);
        let mut mesh = Mesh::default();
        for nth in rows_of_hits(&rows, &self.found.hits) {
            add(&mut mesh, track, (0.0, WIDTH), nth..nth + 1, theme.search_hit);
        }
        if let Some(hit) = self.found.current.and_then(|nth| self.found.hits.get(nth)) {
            let nth = row_of(&rows, hit.start());
            add(&mut mesh, track, (0.0, WIDTH), nth..nth + 1, theme.accent);
        }
        let n_tags = session.codebook().tags.len() + 1;
        let counts = counts(session, &rows, n_tags);
        let (mine, theirs) = counts.split_at(n_tags);
        for (stretch, tag) in stretches(mine, rows.len()) {
            add(&mut mesh, track, COLUMNS[0], stretch, theme.tag(session.codebook().tags.get(tag)));
        }
        for (stretch, layer) in stretches(theirs, rows.len()) {
            let open = session.layers().get(layer);
            let color = open.map_or(theme.ink_subdued, |open| theme.person(open.layer.annotator.id));
            add(&mut mesh, track, COLUMNS[1], stretch, color);
        }
        let hits = Arc::clone(&self.found.hits);
        self.strip = Strip { key: Some(key), hits, total, rows, mesh: Arc::new(mesh) };
    }

    /// Where a click near a row goes: to the first of what the strip shows there, else to the row.
    fn nearest(&self, frame: &Frame<'_>, near: TextRange, row: TextSize) -> TextSize {
        let marks = frame.session.order();
        let starts = marks.placed().get(marks.first_from(near.start())..).unwrap_or_default();
        let mark = starts.first().and_then(|mark| mark.hull).map(TextRange::start);
        let hit = self.found.in_range(near).next().map(|(_, hit)| hit.start());
        let shown = [mark, hit].into_iter().flatten().filter(|&at| at < near.end()).min();
        shown.unwrap_or_else(|| frame.session.document().snap(TextRange::empty(row)).start())
    }

    /// "12 marks of yours, 3 by others, 40 found".
    fn strip_name(&self, frame: &Frame<'_>) -> String {
        let (mut mine, mut theirs) = (0, 0);
        for open in frame.session.layers().iter().filter(|open| open.is_shown) {
            let n = open.layer.annotations().len();
            *(if open.is_writable { &mut mine } else { &mut theirs }) += n;
        }
        let found = self.found.hits.len();
        say!("strip-name", mine = mine, theirs = theirs, found = found)
    }

    /// What lies near a row, in words: a line for me, each other person, and the search.
    fn said_of(&self, session: &Session, near: TextRange) -> Vec<String> {
        let mut counts: BTreeMap<(bool, String), BTreeMap<String, usize>> = BTreeMap::new();
        let mut last = None;
        for (mark, _) in session.pieces_in(near) {
            if last.replace(mark.annotation.id) == Some(mark.annotation.id) {
                continue;
            }
            let who = (!mark.is_writable(), visible(&mark.layer.layer.annotator.name));
            let tag = mark.annotation.tags.first();
            let label = match tag {
                Some(tag) => name(session.codebook().label(tag)),
                None => mark_name(session, mark.annotation),
            };
            *counts.entry(who).or_default().entry(label).or_default() += 1;
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by(|((is_other, a), _), ((is_others, b), _)| {
            is_other.cmp(is_others).then_with(|| natural_order(a, b))
        });
        let lines = counts.into_iter().map(|((is_other, name), tags)| {
            let tags: Vec<String> = tags.iter().map(|(tag, n)| format!("{n} × {}", visible(tag))).collect();
            let who = if is_other { format!("{name}: ") } else { String::new() };
            format!("{who}{}", tags.join(", "))
        });
        let n_hits = self.found.in_range(near).count();
        lines.chain((0 < n_hits).then(|| say!("strip-found", count = n_hits))).collect()
    }
}

impl Strip {
    pub(super) fn row_at(&self, track: Rect, y: f32) -> Option<usize> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a strip has some hundred rows"
        )]
        let row = ((y - track.top()) / ROW).max(0.0) as usize;
        self.rows.len().checked_sub(1).map(|last| row.min(last))
    }

    /// The bytes of a row and those near it.
    fn near(&self, row: usize) -> TextRange {
        let last = self.rows.last().copied().unwrap_or_default() + TextSize::from(1);
        let start = self.rows.get(row.saturating_sub(NEAR)).copied().unwrap_or_default();
        TextRange::new(start, self.rows.get(row + NEAR + 1).copied().unwrap_or(last))
    }
}

/// The row that has `offset`.
pub(super) fn row_of(rows: &[TextSize], offset: TextSize) -> usize {
    rows.partition_point(|&start| start <= offset).saturating_sub(1)
}

/// The rows in which a hit begins.
fn rows_of_hits(rows: &[TextSize], hits: &[TextRange]) -> Vec<usize> {
    let first = |offset: TextSize| hits.partition_point(|hit| hit.start() < offset);
    let starts: Vec<usize> = rows.iter().map(|&offset| first(offset)).chain([hits.len()]).collect();
    (0..rows.len()).filter(|&row| starts[row] < starts[row + 1]).collect()
}

/// Rows of one colour. Of several groups in a row the most frequent is shown; of equals, the one that
/// takes up less of the whole strip, so that a mark on everything hides nothing.
fn stretches(counts: &[Vec<i32>], n_rows: usize) -> Vec<(std::ops::Range<usize>, usize)> {
    let taken: Vec<usize> = counts.iter().map(|rows| rows.iter().filter(|&&n| 0 < n).count()).collect();
    let mut stretches: Vec<(std::ops::Range<usize>, usize)> = Vec::new();
    let shown = |row: usize| {
        let present = (0..counts.len()).filter(|&group| 0 < counts[group][row]);
        present.max_by_key(|&group| (counts[group][row], std::cmp::Reverse(taken[group])))
    };
    for (row, group) in (0..n_rows).filter_map(|row| Some((row, shown(row)?))) {
        match stretches.last_mut() {
            Some((stretch, of)) if stretch.end == row && *of == group => stretch.end = row + 1,
            _ => stretches.push((row..row + 1, group)),
        }
    }
    stretches
}

/// How many marks of each group lie on each row: of mine the `n_tags` tags of the codebook (the last for
/// those that it lacks), of other people's the layers. All in one pass, since there may be very many.
fn counts(session: &Session, rows: &[TextSize], n_tags: usize) -> Vec<Vec<i32>> {
    let is_mine: Vec<bool> = session.layers().iter().map(|open| open.is_writable).collect();
    let group_of = |mark: &Ordered| match is_mine.get(mark.layer) {
        Some(true) => mark.tag.map_or(n_tags - 1, usize::from),
        _ => n_tags + mark.layer,
    };
    // First by how many more begin than end in a row.
    let mut counts = vec![vec![0_i32; rows.len() + 1]; n_tags + is_mine.len()];
    let mut row = 0;
    for mark in session.order().placed() {
        let Some(hull) = mark.hull else { continue };
        while rows.get(row + 1).is_some_and(|&next| next <= hull.start()) {
            row += 1;
        }
        // Most marks end in the row that they begin in.
        let ends_here = rows.get(row + 1).is_none_or(|&next| hull.end() <= next);
        let last = if ends_here { row } else { rows.partition_point(|&start| start < hull.end()) - 1 };
        if let Some(counts) = counts.get_mut(group_of(mark)) {
            counts[row] += 1;
            counts[last + 1] -= 1;
        }
    }
    for counts in &mut counts {
        let mut sum = 0;
        for n in counts {
            sum += *n;
            *n = sum;
        }
    }
    counts
}

fn add(
    mesh: &mut Mesh,
    track: Rect,
    (left, width): (f32, f32),
    rows: std::ops::Range<usize>,
    color: Color32,
) {
    let y = |row: usize| track.top() + ROW * u16::try_from(row).map_or(0.0, f32::from);
    let min = pos2(track.left() + left, y(rows.start));
    mesh.add_colored_rect(Rect::from_min_max(min, pos2(min.x + width, y(rows.end))), color);
}
