//! What became of a mark, as a sign that needs no colour to be told, on a ground of its colour.

use crate::analysis::grading::Verdict;
use crate::gui::theme::Theme;
use egui::{Color32, Painter, Pos2, Rect, Stroke, pos2, vec2};

/// How much of its colour the ground of a cell has.
const GROUND: f32 = 0.2;
/// Half of a sign's width, in points.
const HALF: f32 = 5.0;

/// The colour of a verdict.
pub(in crate::gui) fn colour(theme: &Theme, verdict: Verdict) -> Color32 {
    match verdict {
        Verdict::Found => theme.good,
        Verdict::Boundary | Verdict::Part => theme.warning,
        Verdict::Tag | Verdict::Missed => theme.error,
        Verdict::Optional | Verdict::Unplaced => theme.ink_subdued,
    }
}

/// Paints ground and sign into `rect`.
pub(super) fn paint(theme: &Theme, painter: &Painter, rect: Rect, verdict: Verdict) {
    let ink = colour(theme, verdict);
    painter.rect_filled(rect, 3.0, theme.page.lerp_to_gamma(ink, GROUND));
    sign(painter, rect.center(), verdict, ink, theme.line_weight);
}

/// Paints the sign alone, around a point.
pub(in crate::gui) fn sign(painter: &Painter, at: Pos2, verdict: Verdict, ink: Color32, weight: f32) {
    let stroke = Stroke::new(2.0 * weight, ink);
    let point = |x: f32, y: f32| pos2(at.x + x, at.y + y);
    let line = |from: Pos2, to: Pos2| {
        painter.line_segment([from, to], stroke);
    };
    match verdict {
        // A check mark.
        Verdict::Found => {
            line(point(-HALF, 0.5), point(-1.5, 4.0));
            line(point(-1.5, 4.0), point(HALF, -4.5));
        }
        // Two ends that are apart.
        Verdict::Boundary => {
            line(point(-HALF, -4.5), point(-HALF, 4.5));
            line(point(HALF, -4.5), point(HALF, 4.5));
            line(point(-HALF, 0.0), point(HALF, 0.0));
        }
        // Not equal.
        Verdict::Tag => {
            line(point(-HALF, -2.2), point(HALF, -2.2));
            line(point(-HALF, 2.2), point(HALF, 2.2));
            line(point(-2.5, HALF), point(2.5, -HALF));
        }
        // Half of it.
        Verdict::Part => {
            painter.circle_stroke(at, HALF, stroke);
            let half = Rect::from_min_size(point(-HALF, -HALF), vec2(HALF, 2.0 * HALF));
            painter.with_clip_rect(half.intersect(painter.clip_rect())).circle_filled(at, HALF, ink);
        }
        // A cross.
        Verdict::Missed => {
            line(point(-4.0, -4.0), point(4.0, 4.0));
            line(point(-4.0, 4.0), point(4.0, -4.0));
        }
        // A ring: nothing is wanted.
        Verdict::Optional => {
            painter.circle_stroke(at, 3.5, Stroke::new(weight, ink));
        }
        // Three dots: not graded.
        Verdict::Unplaced => {
            for x in [-HALF, 0.0, HALF] {
                painter.circle_filled(point(x, 0.0), 1.4, ink);
            }
        }
    }
}

/// Paints what tells that points were set by hand: a full corner.
pub(super) fn by_hand(theme: &Theme, painter: &Painter, rect: Rect) {
    const SIDE: f32 = 9.0;
    let corner = rect.right_top();
    let points = vec![corner, pos2(corner.x - SIDE, corner.y), pos2(corner.x, corner.y + SIDE)];
    painter.add(egui::Shape::convex_polygon(points, theme.accent, Stroke::NONE));
}
