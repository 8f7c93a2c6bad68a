//! Where the pieces of a reading text came from in the file's bytes.

use crate::text::{TextRange, TextSize};

/// One piece of the reading text and its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// In the reading text.
    pub reading: TextRange,
    /// In the bytes of the file.
    pub source: TextRange,
    /// Whether both have the same bytes (a lone CR counts as the LF that it is read as), so that
    /// offsets inside can be carried over.
    pub identical: bool,
}

/// The segments of a document, in the order of the reading text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceMap {
    segments: Vec<Segment>,
}

impl SourceMap {
    /// From segments in the order of the reading text.
    pub fn new(segments: Vec<Segment>) -> Self {
        Self { segments }
    }

    /// All segments.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The offset in the file of an offset in the reading text. Inside a segment that differs from
    /// its source, the segment's start. `None` where the importer kept no map.
    pub fn to_source(&self, reading: TextSize) -> Option<TextSize> {
        let next = self.segments.partition_point(|segment| segment.reading.start() <= reading);
        let segment = self.segments.get(next.checked_sub(1)?)?;
        let inside = reading.saturating_sub(segment.reading.start());
        Some(if segment.reading.end() <= reading {
            segment.source.end()
        } else if segment.identical {
            segment.source.start() + inside
        } else {
            segment.source.start()
        })
    }

    /// The offset in the reading text of an offset in the file; `None` without a map.
    pub fn to_reading(&self, source: TextSize) -> Option<TextSize> {
        let next = self.segments.partition_point(|segment| segment.source.start() <= source);
        let segment = self.segments.get(next.checked_sub(1)?)?;
        Some(if segment.source.end() <= source {
            segment.reading.end()
        } else if segment.identical {
            segment.reading.start() + source.saturating_sub(segment.source.start())
        } else {
            segment.reading.start()
        })
    }
}
