//! Byte offsets and half-open byte ranges, as types.

use std::fmt;
use std::ops::{Add, Range, Sub};

/// A byte offset in a text, or a length in bytes.
///
/// Texts are capped at 64 MiB when they are read, so 32 bits are enough.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextSize(u32);

impl TextSize {
    /// The start of every text.
    pub const ZERO: TextSize = TextSize(0);

    /// The length of `text` in bytes.
    pub fn of(text: &str) -> Self {
        Self::from_usize(text.len())
    }

    /// `bytes` as an offset; whatever does not fit 32 bits becomes the greatest offset.
    pub fn from_usize(bytes: usize) -> Self {
        Self(u32::try_from(bytes).unwrap_or(u32::MAX))
    }

    /// The offset as an index into a string.
    pub const fn to_usize(self) -> usize {
        self.0 as usize
    }

    /// `self - other`, or zero where that would be negative.
    pub fn saturating_sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl From<u32> for TextSize {
    fn from(bytes: u32) -> Self {
        Self(bytes)
    }
}

impl Add for TextSize {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for TextSize {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        debug_assert!(other.0 <= self.0, "a negative text size");
        self.saturating_sub(other)
    }
}

impl fmt::Display for TextSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A half-open range of bytes: `start` belongs to it, `end` does not, and `start <= end`.
///
/// ```
/// use postil::text::TextRange;
/// let denied = TextRange::from_usize(9..15);
/// assert_eq!(denied.of("The army denied it."), Some("denied"));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextRange {
    start: TextSize,
    end: TextSize,
}

impl TextRange {
    /// The range between two offsets, in whichever order they come.
    pub fn new(a: TextSize, b: TextSize) -> Self {
        Self { start: a.min(b), end: a.max(b) }
    }

    /// The empty range at `at`.
    pub fn empty(at: TextSize) -> Self {
        Self { start: at, end: at }
    }

    /// The whole of `text`.
    pub fn all(text: &str) -> Self {
        Self::new(TextSize::ZERO, TextSize::of(text))
    }

    /// A range from string indices.
    pub fn from_usize(range: Range<usize>) -> Self {
        Self::new(TextSize::from_usize(range.start), TextSize::from_usize(range.end))
    }

    /// The range as string indices.
    pub fn to_usize(self) -> Range<usize> {
        self.start.to_usize()..self.end.to_usize()
    }

    /// Its first byte.
    pub fn start(self) -> TextSize {
        self.start
    }

    /// The byte after its last.
    pub fn end(self) -> TextSize {
        self.end
    }

    /// Its length in bytes.
    pub fn len(self) -> TextSize {
        self.end - self.start
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the byte at `offset` belongs to it.
    pub fn contains(self, offset: TextSize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// As [`contains`](Self::contains), and also true at its end.
    pub fn touches(self, offset: TextSize) -> bool {
        self.start <= offset && offset <= self.end
    }

    /// Whether all of `other` lies in it.
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The bytes that both have; `None` where they are apart. Touching ranges share an empty one.
    pub fn intersection(self, other: Self) -> Option<Self> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start <= end).then_some(Self { start, end })
    }

    /// The smallest range that has both.
    pub fn hull(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The range moved by `by` bytes towards the end.
    pub fn shifted(self, by: TextSize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }

    /// What it covers of `text`; `None` where it leaves the text or cuts a character.
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.to_usize())
    }
}

impl fmt::Display for TextRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}
