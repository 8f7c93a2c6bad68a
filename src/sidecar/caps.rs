//! What is at most read of a layer file: past these caps a stranger's file would take the memory.
//!
//! A line or a file past its cap is carried or left as it is, never cut, and the message states the cap.

/// The most bytes of one layer file.
pub const MAX_LAYER_BYTES: usize = 64 * 1024 * 1024;

/// The most lines of one layer file.
pub const MAX_LINES: usize = 250_000;

/// The longest line that is looked into, in bytes; longer ones are carried, not shown.
pub const MAX_LINE: usize = 1 << 20;

/// A mark of more pieces is carried, not shown.
pub const MAX_PIECES: usize = 10_000;

/// Why nothing is read of a layer file with these bytes, if it is past a cap: a sentence about it.
///
/// ```
/// use postil::sidecar::caps::{MAX_LINES, too_large};
/// assert_eq!(too_large(&b"\n".repeat(MAX_LINES)), None);
/// let reason = too_large(&b"\n".repeat(MAX_LINES + 1));
/// assert_eq!(reason.as_deref(), Some("it has more than 250000 lines, the most that is read of one layer"));
/// ```
pub fn too_large(bytes: &[u8]) -> Option<String> {
    let past = |cap: String| Some(format!("it has more than {cap}, the most that is read of one layer"));
    if MAX_LAYER_BYTES < bytes.len() {
        return past(format!("{} MiB", MAX_LAYER_BYTES >> 20));
    }
    let n_lines = memchr::memchr_iter(b'\n', bytes).count();
    if MAX_LINES < n_lines { past(format!("{MAX_LINES} lines")) } else { None }
}
