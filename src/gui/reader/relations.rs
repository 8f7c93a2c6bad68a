//! The relations of the chosen mark, and of those that the pointer is on, as lines between their bars: from
//! head to head along the outer edge of the stripes, with a tip where the relation points.

use super::Reader;
use super::frame::{Frame, bounds_of};
use super::items::Link;
use crate::gui::words::say;
use crate::layer::AnnotationId;
use egui::accesskit::Role;
use egui::{Color32, Id, Painter, Pos2, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

/// From the stripes to the first line along them, and from one to the next; in points.
const FIRST: f32 = 3.5;
const NEXT: f32 = 3.0;
/// The radius of corners, in points.
const CORNER: f32 = 4.0;
/// The length of tips, in points.
const TIP: f32 = 4.0;

/// Where a relation ends.
#[derive(Clone, Copy, Debug, PartialEq)]
enum End {
    /// At the bar of a mark.
    At(Pos2),
    /// Above what is in view.
    Above,
    /// Below it.
    Below,
}

impl Reader {
    /// Draws them. `room` is that of the stripes.
    pub(super) fn relations_ui(&self, frame: &Frame<'_>, room: Rect, ui: &Ui) {
        let mut drawn: Vec<(AnnotationId, AnnotationId)> = Vec::new();
        let whole = room.expand2(vec2(self.sides.links, 0.0));
        let painter = ui.painter_at(whole);
        for mark in self.lit.pointed().iter().copied().chain(frame.session.focus()) {
            for link in self.margin.links_of(mark) {
                let (from, to) = if link.is_from { (mark, link.other) } else { (link.other, mark) };
                let ends = (self.end_of(frame, from, room), self.end_of(frame, to, room));
                let (Some(start), Some(end)) = ends else { continue };
                let is_seen = matches!(start, End::At(_)) || matches!(end, End::At(_));
                if is_seen && !drawn.contains(&(from, to)) {
                    let rail = self.rail(room, drawn.len());
                    self.relation(frame, link, (start, end), rail, &painter, ui);
                    drawn.push((from, to));
                }
            }
        }
    }

    /// Along which line the `nth` relation runs.
    fn rail(&self, room: Rect, nth: usize) -> f32 {
        let n = u8::try_from(nth).unwrap_or(u8::MAX);
        let out = (FIRST + NEXT * f32::from(n)).min(self.sides.links - 1.0);
        if self.is_rtl { room.left() - out } else { room.right() + out }
    }

    /// The outer edge of a mark's first bar in view, at its head.
    fn end_of(&self, frame: &Frame<'_>, mark: AnnotationId, room: Rect) -> Option<End> {
        for shown in self.page.visible() {
            let bars = self.marks.of(shown.portion).map_or(&[][..], |marks| &marks.bars);
            let Some(bar) = bars.iter().find(|bar| bar.marks.contains(&mark)) else { continue };
            let x = room.left() + if self.is_rtl { bar.rect.x } else { bar.rect.right() };
            let at = pos2(x, frame.rect.top() + shown.y + bar.rect.y + (bar.rect.height / 2.0).min(4.5));
            return Some(match at.y {
                y if y < room.top() => End::Above,
                y if room.bottom() < y => End::Below,
                _ => End::At(at),
            });
        }
        let hull = frame.session.mark(mark).filter(|mark| mark.layer.is_shown)?.hull()?;
        let view = self.page.visible_range();
        Some(if hull.start() < view.start() { End::Above } else { End::Below })
    }

    fn relation(
        &self,
        frame: &Frame<'_>,
        link: &Link,
        (start, end): (End, End),
        rail: f32,
        painter: &Painter,
        ui: &Ui,
    ) {
        let clip = painter.clip_rect();
        let on_rail = |end: End| match end {
            End::At(at) => at.y,
            End::Above => clip.top() + TIP,
            End::Below => clip.bottom() - TIP,
        };
        let color = frame.cx.theme.ink_subdued;
        let (from_y, to_y) = (on_rail(start), on_rail(end));
        let points = path((start, from_y), (end, to_y), rail);
        painter.add(tip(&points, color));
        let bounds = Rect::from_points(&points);
        painter.line(points, Stroke::new(1.2 * frame.cx.theme.line_weight, color));
        let id = Id::unique(("relation", link.other, from_y.to_bits(), to_y.to_bits(), rail.to_bits()));
        ui.interact(bounds, id, Sense::hover());
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::GraphicsSymbol);
            node.set_label(say!("stripes-relation", kind = link.label.as_str()));
            node.set_bounds(bounds_of(bounds));
        });
    }
}

/// The way from one end to the other along the line at `rail`; straight where both are side by side. Each
/// end comes with its height on that line.
fn path((start, from_y): (End, f32), (end, to_y): (End, f32), rail: f32) -> Vec<Pos2> {
    if let (End::At(at), End::At(other)) = (start, end)
        && (at.y - other.y).abs() < CORNER
    {
        return vec![at, other];
    }
    let down = if from_y <= to_y { 1.0 } else { -1.0 };
    let corner = CORNER.min((to_y - from_y).abs() / 2.0);
    // From a bar to the line, or from where the line leaves the page.
    let half = |end: End, y: f32, down: f32| match end {
        End::At(at) => std::iter::once(at).chain(bend(pos2(rail, y), at.x, corner * down, corner)).collect(),
        End::Above | End::Below => vec![pos2(rail, y)],
    };
    let (mut points, last) = (half(start, from_y, down), half(end, to_y, -down));
    points.extend(last.into_iter().rev());
    points
}

/// A quarter of a circle about the corner `at`, from the side of `x` to `down` points below it.
fn bend(at: Pos2, x: f32, down: f32, radius: f32) -> Vec<Pos2> {
    let back = radius.copysign(x - at.x);
    let share = |turn: f32| {
        let (sine, cosine) = (turn.sin(), turn.cos());
        pos2(at.x + back * (1.0 - sine), at.y + down * (1.0 - cosine))
    };
    [0.0, 0.3, 0.6, 0.9, 1.2, std::f32::consts::FRAC_PI_2].map(share).to_vec()
}

/// The tip at the last of `points`.
fn tip(points: &[Pos2], color: Color32) -> Shape {
    let Some([before, last]) = points.last_chunk::<2>() else { return Shape::Noop };
    let along = (*last - *before).normalized() * TIP;
    let across = along.rot90() * 0.6;
    let back = *last - along;
    Shape::convex_polygon(vec![*last, back + across, back - across], color, Stroke::NONE)
}
