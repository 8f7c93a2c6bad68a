//! What is at most read of a layer file: past these caps a stranger's file would take the memory.
//!
//! A line or a file past its cap is carried or left as it is, never cut, and the message states the cap.

use std::fmt;

/// The most bytes of one layer file.
pub const MAX_LAYER_BYTES: usize = 64 * 1024 * 1024;

/// The most lines of one layer file.
pub const MAX_LINES: usize = 250_000;

/// The longest line that is looked into, in bytes; longer ones are carried, not shown.
pub const MAX_LINE: usize = 1 << 20;

/// A mark of more pieces is carried, not shown.
pub const MAX_PIECES: usize = 10_000;

/// The cap that a layer file is past.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooLarge {
    /// [`MAX_LAYER_BYTES`].
    Bytes,
    /// [`MAX_LINES`].
    Lines,
}

impl TooLarge {
    /// The most that is read: MiB, or lines.
    pub fn most(self) -> usize {
        match self {
            Self::Bytes => MAX_LAYER_BYTES >> 20,
            Self::Lines => MAX_LINES,
        }
    }
}

impl fmt::Display for TooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it has more than ")?;
        match self {
            Self::Bytes => write!(f, "{} MiB", self.most())?,
            Self::Lines => write!(f, "{} lines", self.most())?,
        }
        f.write_str(", the most that is read of one layer")
    }
}

/// Why nothing is read of a layer file with these bytes, if it is past a cap.
///
/// ```
/// use postil::sidecar::caps::{MAX_LINES, TooLarge, too_large};
/// assert_eq!(too_large(&b"\n".repeat(MAX_LINES)), None);
/// assert_eq!(too_large(&b"\n".repeat(MAX_LINES + 1)), Some(TooLarge::Lines));
/// ```
pub fn too_large(bytes: &[u8]) -> Option<TooLarge> {
    if MAX_LAYER_BYTES < bytes.len() {
        return Some(TooLarge::Bytes);
    }
    let n_lines = memchr::memchr_iter(b'\n', bytes).count();
    (MAX_LINES < n_lines).then_some(TooLarge::Lines)
}
