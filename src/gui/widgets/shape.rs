//! The line under a mark, which tells its tag without colour; and the same upright, as a bar beside it.

use crate::gui::theme::Theme;
use crate::layer::Shape;
use egui::{Color32, Painter, Pos2, Shape as Drawn, Stroke, pos2};

/// The width of a line, in points.
const WIDTH: f32 = 1.5;

/// Draws `shape` from `left` to `right` with its middle at `y` (points), as heavy as the theme has lines.
/// They lie on whole pixels.
pub(in crate::gui) fn shape_line(
    painter: &Painter,
    theme: &Theme,
    shape: Shape,
    (left, right): (f32, f32),
    y: f32,
    color: Color32,
) {
    let line = ShapeLine { shape, from: left, to: right, at: y, color, weight: theme.line_weight };
    painter.extend(line.flat(painter.pixels_per_point()));
}

/// A line to draw. In points.
#[derive(Clone, Copy, Debug)]
pub(in crate::gui) struct ShapeLine {
    pub shape: Shape,
    /// Its ends, along it.
    pub from: f32,
    pub to: f32,
    /// Where it lies, across it: its upper edge, or its middle where it has two.
    pub at: f32,
    pub color: Color32,
    /// How heavy it is; 1 is a line as others are.
    pub weight: f32,
}

impl ShapeLine {
    /// From left to right.
    pub(in crate::gui) fn flat(&self, scale: f32) -> Vec<Drawn> {
        let mut out = Vec::new();
        if 0.5 <= self.to - self.from {
            let pixel = |value: f32| (value * scale).round() / scale;
            let width = (WIDTH * self.weight * scale).round().max(1.0) / scale;
            let plain = (WIDTH * scale).round().max(1.0) / scale;
            let thin = (self.weight * scale).round().max(1.0) / scale;
            let line = Self { at: pixel(self.at), ..*self };
            match self.shape {
                // A heavier line grows towards the words: below it another may lie.
                Shape::Solid => line.stroke(&mut out, line.at - (width - plain), width),
                Shape::Double => {
                    let fine = scale.round().max(1.0) / scale;
                    line.stroke(&mut out, line.at - fine, thin);
                    line.stroke(&mut out, line.at + thin, thin);
                }
                Shape::Dotted => line.dots(&mut out, width),
                Shape::Dashed => line.dashes(&mut out, width),
                Shape::Wavy => line.wave(&mut out, thin),
            }
        }
        out
    }

    /// From top to bottom.
    pub(in crate::gui) fn upright(&self, scale: f32) -> Vec<Drawn> {
        self.flat(scale).into_iter().map(turned).collect()
    }

    fn stroke(&self, out: &mut Vec<Drawn>, y: f32, width: f32) {
        let rect = egui::Rect::from_min_max(pos2(self.from, y), pos2(self.to, y + width));
        out.push(Drawn::rect_filled(rect, 0.0, self.color));
    }

    fn dots(&self, out: &mut Vec<Drawn>, width: f32) {
        let (radius, step) = (width * 0.62, WIDTH.max(width * 0.8) * 2.4);
        let mut x = self.from + radius;
        while x <= self.to {
            out.push(Drawn::circle_filled(pos2(x, self.at + width / 2.0), radius, self.color));
            x += step;
        }
    }

    fn dashes(&self, out: &mut Vec<Drawn>, width: f32) {
        let mut x = self.from;
        while x < self.to {
            let end = (x + 4.0 * WIDTH).min(self.to);
            Self { from: x, to: end, ..*self }.stroke(out, self.at, width);
            x += 6.5 * WIDTH;
        }
    }

    fn wave(&self, out: &mut Vec<Drawn>, width: f32) {
        // A heavier wave is a larger one: otherwise it would be a bar.
        let more = (width - 1.0).max(0.0);
        let half = 2.2 + 0.7 * more;
        let mut points: Vec<Pos2> = Vec::new();
        let mut x = self.from;
        let mut is_up = true;
        while x <= self.to {
            points.push(pos2(x, if is_up { self.at - 0.3 } else { self.at + 1.3 + more }));
            is_up = !is_up;
            x += half;
        }
        out.push(Drawn::line(points, Stroke::new(width * 1.15, self.color)));
    }
}

/// A shape of a line with its two directions changed about.
fn turned(shape: Drawn) -> Drawn {
    let turn = |at: Pos2| pos2(at.y, at.x);
    match shape {
        Drawn::Rect(mut rect) => {
            rect.rect = egui::Rect::from_min_max(turn(rect.rect.min), turn(rect.rect.max));
            Drawn::Rect(rect)
        }
        Drawn::Circle(mut circle) => {
            circle.center = turn(circle.center);
            Drawn::Circle(circle)
        }
        Drawn::Path(mut path) => {
            path.points.iter_mut().for_each(|point| *point = turn(*point));
            Drawn::Path(path)
        }
        other => other,
    }
}
