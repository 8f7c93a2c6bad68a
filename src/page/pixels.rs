//! Conversions between the numbers of layouts, documents and the outside.

/// `value` as an f32; what a view shows is well within its precision.
#[expect(clippy::cast_possible_truncation, reason = "lengths within a view are small")]
pub(super) fn narrow(value: f64) -> f32 {
    value as f32
}

/// A count as an f32.
pub(super) fn count(value: usize) -> f32 {
    // Counts here are of lines, columns and characters of one portion, far below 2^24.
    value as f32
}

/// A positive number of lines or of table entries, cut to a whole one.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
pub(super) fn whole(value: f32) -> usize {
    value.clamp(0.0, 16_777_216.0) as usize
}

/// A small whole number of pixels.
#[expect(clippy::cast_possible_truncation, reason = "clamped to what fits")]
pub(super) fn signed(value: f32) -> i32 {
    value.clamp(-1e6, 1e6) as i32
}
