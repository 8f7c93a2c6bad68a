//! Where the class marked and where it split, beside the strip of marks: how many marked each part of the article,
//! and at each mark of the key how many have it as in the key, otherwise and not; and the first of it under the
//! words.

use super::Reader;
use super::frame::{Frame, bounds_of};
use super::strip::{ROW, row_of};
use crate::gui::outbox::Request;
use crate::gui::told;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::visible;
use crate::gui::words::say;
use crate::session::Session;
use crate::session::class::ClassBook;
use crate::text::TextRange;
use egui::accesskit::Role;
use egui::{Id, Mesh, Painter, Rect, RichText, Sense, Shape, Ui, pos2, vec2};

/// How wide it is, and what of that tells how many marked, in points.
const WIDTH: f32 = 44.0;
const HOW_MANY: f32 = 12.0;
/// The height of what tells how a mark of the key was marked, in points.
const TICK: f32 = 5.0;
/// How thick the line is under words that all marked, in points.
const THICKEST: f32 = 3.5;

/// The room that it takes, in points: none while it is not shown.
pub(super) fn width(cx: &ViewCtx<'_>, session: &Session) -> f32 {
    if book_of(cx, session).is_some() { WIDTH } else { 0.0 }
}

fn book_of<'a>(cx: &ViewCtx<'a>, session: &Session) -> Option<&'a ClassBook> {
    let grading = cx.class;
    let book = grading.is_in_article.then(|| grading.book_on(session)).flatten();
    book.map(|book| &**book).filter(|book| !book.pupils.is_empty())
}

impl Reader {
    pub(super) fn class_strip_ui(&mut self, frame: &Frame<'_>, track: Rect, ui: &Ui) {
        let Some(book) = book_of(frame.cx, frame.session) else { return };
        let painter = ui.painter_at(track);
        painter.rect_filled(track, 0.0, frame.cx.theme.panel);
        painter.add(Shape::mesh(self.density_mesh(frame, book, track)));
        let places = book.marking.places();
        for (nth, (_, range)) in places.iter().enumerate() {
            let row = row_of(&self.strip.rows, range.start());
            tick(frame, book, nth, (track, row), &painter);
        }
        let response = ui.interact(track, Id::unique("class strip"), Sense::CLICK);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Image);
            node.set_bounds(bounds_of(track));
            node.set_label(say!("class-strip", count = book.pupils.len(), marks = places.len()));
        });
        let Some(row) = response.hover_pos().and_then(|at| self.strip.row_at(track, at.y)) else { return };
        let distance = |range: &TextRange| row_of(&self.strip.rows, range.start()).abs_diff(row);
        let Some((mark, range)) = places.iter().min_by_key(|(_, range)| distance(range)) else { return };
        if response.clicked() {
            frame.cx.ask(Request::ShowInClass(*mark));
        } else if distance(range) <= 4 {
            let said = said_of(book, *mark);
            response
                .on_hover_ui_at_pointer(|ui| drop(ui.label(RichText::new(said).color(frame.cx.theme.ink))));
        }
    }

    /// How many marked each row of the strip, as the strength of its colour.
    fn density_mesh(&self, frame: &Frame<'_>, book: &ClassBook, track: Rect) -> Mesh {
        let (theme, rows) = (frame.cx.theme, &self.strip.rows);
        let mut mesh = Mesh::default();
        let mut runs = book.density.iter().peekable();
        for (nth, &start) in rows.iter().enumerate() {
            let end = rows.get(nth + 1).copied().unwrap_or(start);
            while runs.next_if(|(run, _)| run.end() <= start).is_some() {}
            let here = runs.clone().take_while(|(run, _)| run.start() < end.max(start));
            let Some(most) = here.map(|(_, n)| *n).max() else { continue };
            let top = track.top() + ROW * u16::try_from(nth).map_or(0.0, f32::from);
            let rect = Rect::from_min_size(pos2(track.left() + 1.0, top), vec2(HOW_MANY, ROW));
            let strength = share(most, book.pupils.len());
            mesh.add_colored_rect(rect, theme.panel.lerp_to_gamma(theme.link, 0.15 + 0.85 * strength));
        }
        mesh
    }

    /// A line under the words that some marked, the thicker the more did.
    pub(super) fn paint_class(&self, frame: &Frame<'_>, painter: &Painter) {
        let Some(book) = book_of(frame.cx, frame.session) else { return };
        let view = self.page.visible_range();
        let from = book.density.partition_point(|(run, _)| run.end() <= view.start());
        let runs = book.density.get(from..).unwrap_or_default().iter();
        for (run, n) in runs.take_while(|(run, _)| run.start() < view.end()) {
            let thick = (THICKEST * share(*n, book.pupils.len())).max(1.0);
            for part in self.page.parts(*run) {
                let rect = frame.to_window(part.rect);
                // Below the lines of tags.
                let line =
                    Rect::from_min_size(rect.left_bottom() + vec2(0.0, 1.0), vec2(rect.width(), thick));
                painter.rect_filled(line, 0.0, frame.cx.theme.link.gamma_multiply(0.75));
            }
        }
    }
}

/// How a mark of the key was marked: as in the key, otherwise and not, as shares of a bar.
fn tick(frame: &Frame<'_>, book: &ClassBook, nth: usize, (track, row): (Rect, usize), painter: &Painter) {
    let Some(divided) = book.class.divided.iter().find(|divided| divided.key == nth) else { return };
    let theme = frame.cx.theme;
    let n = divided.n_right + divided.n_other + divided.n_missed;
    let top = track.top() + ROW * u16::try_from(row).map_or(0.0, f32::from);
    let (mut left, right) = (track.left() + HOW_MANY + 4.0, track.right() - 2.0);
    let width = right - left;
    for (part, colour) in
        [(divided.n_right, theme.good), (divided.n_other, theme.warning), (divided.n_missed, theme.error)]
    {
        let wide = width * share(part, n);
        let rect = Rect::from_min_size(pos2(left, top), vec2(wide, TICK));
        painter.rect_filled(rect, 0.0, colour);
        left += wide;
    }
}

fn said_of(book: &ClassBook, mark: crate::layer::AnnotationId) -> String {
    let key = book.marking.key().iter().enumerate().find(|(_, key)| key.id() == Some(mark));
    let Some((nth, key)) = key else { return String::new() };
    let divided = book.class.divided.iter().find(|divided| divided.key == nth).map(told::divided);
    let quote = say!("class-numbered", nth = nth + 1, quote = visible(&key.quote));
    format!("{quote}\n{}", divided.unwrap_or_default())
}

#[expect(clippy::cast_precision_loss, reason = "a share for a width")]
fn share(n: usize, all: usize) -> f32 {
    if all == 0 { 0.0 } else { (n as f32 / all as f32).clamp(0.0, 1.0) }
}
