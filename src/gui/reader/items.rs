//! What is said beside the text of one mark: its note, its relations, and their signs.

use super::frame::Frame;
use crate::gui::panels::mark_row::mark_name;
use crate::gui::widgets::{shortened, visible};
use crate::gui::words::{say, words_of};
use crate::layer::AnnotationId;
use crate::session::{MarkRef, Session};
use egui::{Color32, Painter, Rect, Stroke, pos2};

/// How wide a card is, in points.
pub(super) const CARD: f32 = 216.0;

/// The side of a badge, in points.
pub(super) const BADGE: f32 = 16.0;

/// One end of a relation, as the mark at the other end has it.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub label: String,
    pub other: AnnotationId,
    /// Whether it points from the mark to the other.
    pub is_from: bool,
}

/// A mark in view that has something to say beside the text.
pub(super) struct Item<'a> {
    pub mark: MarkRef<'a>,
    pub links: &'a [Link],
    /// The top of its first line, in points of the window.
    pub y: f32,
    pub color: Color32,
}

impl Item<'_> {
    /// What a screen reader says of it.
    pub(super) fn said(&self, frame: &Frame<'_>) -> String {
        let mut said = vec![mark_name(frame.session, self.mark.annotation)];
        said.extend(Some(visible(&words_of(self.mark.annotation))).filter(|note| !note.is_empty()));
        said.extend(self.links.iter().map(|link| link_words(frame.session, link, 80)));
        say!("note-on", what = said.join(": "))
    }
}

pub(super) fn link_words(session: &Session, link: &Link, most: usize) -> String {
    let other = session.mark(link.other);
    let quote = other.map_or_else(
        || say!("link-not-here"),
        |mark| match &mark.annotation.implied {
            Some(wording) => visible(wording),
            None => visible(&mark.annotation.quote()),
        },
    );
    format!("{} “{}”", link.label, shortened(&quote, most))
}

/// A leaf with two lines on it.
pub(super) fn note_sign(painter: &Painter, rect: Rect, color: Color32, ink: Color32) {
    let leaf = rect.shrink(2.0);
    painter.rect(leaf, 2.0, color.gamma_multiply(0.25), Stroke::new(1.0, ink), egui::StrokeKind::Inside);
    for y in [0.36, 0.64] {
        let y = leaf.top() + leaf.height() * y;
        painter.hline(leaf.left() + 3.0..=leaf.right() - 3.0, y, Stroke::new(1.0, ink));
    }
}

/// ⇄, drawn, since not every face has it.
pub(super) fn arrows_sign(painter: &Painter, rect: Rect, ink: Color32) {
    let (stroke, tip) = (Stroke::new(1.2, ink), 2.6);
    let (left, right) = (rect.left() + 2.0, rect.right() - 2.0);
    for (y, head, back) in [(rect.top() + 5.5, right, -tip), (rect.top() + 10.5, left, tip)] {
        painter.hline(left..=right, y, stroke);
        painter.line_segment([pos2(head, y), pos2(head + back, y - tip)], stroke);
        painter.line_segment([pos2(head, y), pos2(head + back, y + tip)], stroke);
    }
}
