//! The line under a mark, which tells its tag without colour.

use crate::layer::Shape;
use egui::{Color32, Painter, Pos2, Shape as Drawn, Stroke, pos2};

/// Draws `shape` from `left` to `right` with its middle at `y` (points). `scale` is pixels per point:
/// lines lie on whole pixels.
pub(in crate::gui) fn shape_line(
    painter: &Painter,
    shape: Shape,
    left: f32,
    right: f32,
    y: f32,
    color: Color32,
    scale: f32,
) {
    let mut shapes = Vec::new();
    add_shape_line(&mut shapes, shape, left, right, y, color, scale);
    painter.extend(shapes);
}

/// The same, for later: added to `out`.
pub(in crate::gui) fn add_shape_line(
    out: &mut Vec<Drawn>,
    shape: Shape,
    left: f32,
    right: f32,
    y: f32,
    color: Color32,
    scale: f32,
) {
    if right - left < 0.5 {
        return;
    }
    let pixel = |value: f32| (value * scale).round() / scale;
    let width = (1.5 * scale).round().max(1.0) / scale;
    let thin = scale.round().max(1.0) / scale;
    let y = pixel(y);
    let mut line = |y: f32, width: f32| {
        let rect = egui::Rect::from_min_max(pos2(left, y), pos2(right, y + width));
        out.push(Drawn::rect_filled(rect, 0.0, color));
    };
    match shape {
        Shape::Solid => line(y, width),
        Shape::Double => {
            line(y - thin, thin);
            line(y + thin, thin);
        }
        Shape::Dotted => dots(out, left, right, y, color, width),
        Shape::Dashed => dashes(out, left, right, y, color, width),
        Shape::Wavy => wave(out, left, right, y, color, thin),
    }
}

fn dots(out: &mut Vec<Drawn>, left: f32, right: f32, y: f32, color: Color32, width: f32) {
    let radius = width * 0.62;
    let step = width * 2.4;
    let mut x = left + radius;
    while x <= right {
        out.push(Drawn::circle_filled(pos2(x, y + width / 2.0), radius, color));
        x += step;
    }
}

fn dashes(out: &mut Vec<Drawn>, left: f32, right: f32, y: f32, color: Color32, width: f32) {
    let mut x = left;
    while x < right {
        let end = (x + 4.0 * width).min(right);
        out.push(Drawn::rect_filled(egui::Rect::from_min_max(pos2(x, y), pos2(end, y + width)), 0.0, color));
        x += 6.5 * width;
    }
}

fn wave(out: &mut Vec<Drawn>, left: f32, right: f32, y: f32, color: Color32, width: f32) {
    const HALF: f32 = 2.2;
    const HEIGHT: f32 = 1.3;
    let mut points: Vec<Pos2> = Vec::new();
    let mut x = left;
    let mut is_up = true;
    while x <= right {
        points.push(pos2(x, if is_up { y - HEIGHT + width } else { y + HEIGHT }));
        is_up = !is_up;
        x += HALF;
    }
    out.push(Drawn::line(points, Stroke::new(width * 1.15, color)));
}
