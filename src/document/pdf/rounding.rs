//! Numbers of pages made smaller, in one place: a point is exact enough to four digits after the point.
#![expect(clippy::cast_possible_truncation, reason = "casts of floats go to the nearest value that there is")]

/// A place on a page.
pub(super) fn place(value: f64) -> f32 {
    value as f32
}

/// The nearest whole number.
pub(super) fn whole(value: f32) -> i32 {
    value.round() as i32
}

/// The whole number below; 0 for what is less.
pub(super) fn count(value: f32) -> usize {
    value.max(0.0) as usize
}
