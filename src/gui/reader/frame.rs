//! What a frame of the page is drawn with, and the way from points of the window to points of the page.

use crate::gui::view_ctx::ViewCtx;
use crate::page::{Point, Shown};
use crate::session::Session;
use egui::{Pos2, Rect, Response, pos2, vec2};
use std::borrow::Cow;

/// What a frame of the page is drawn with.
pub(super) struct Frame<'a> {
    pub cx: &'a ViewCtx<'a>,
    pub session: &'a Session,
    /// The page's part of the window.
    pub rect: Rect,
    pub response: &'a Response,
}

impl Frame<'_> {
    /// A point of the window as one of the viewport.
    pub(super) fn to_page(&self, at: Pos2) -> Point {
        Point { x: at.x - self.rect.left(), y: at.y - self.rect.top() }
    }

    /// The painter of a portion: of a row that is wider than the column, only what is within it.
    pub(super) fn painter_of<'p>(
        &self,
        shown: &Shown<'_>,
        painter: &'p egui::Painter,
    ) -> Cow<'p, egui::Painter> {
        match shown.clip {
            Some(clip) => {
                Cow::Owned(painter.with_clip_rect(self.to_window(clip).intersect(painter.clip_rect())))
            }
            None => Cow::Borrowed(painter),
        }
    }

    /// A rectangle of the viewport as one of the window.
    pub(super) fn to_window(&self, rect: crate::page::Rect) -> Rect {
        let min = pos2(self.rect.left() + rect.x, self.rect.top() + rect.y);
        Rect::from_min_size(min, vec2(rect.width, rect.height))
    }
}

/// egui knows the places of widgets that can have the focus; of these it has to be told.
pub(super) fn bounds_of(rect: Rect) -> egui::accesskit::Rect {
    let Rect { min, max } = rect;
    egui::accesskit::Rect { x0: min.x.into(), y0: min.y.into(), x1: max.x.into(), y1: max.y.into() }
}
