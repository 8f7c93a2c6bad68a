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

    /// The map of a text that was made of this one: `segments` lead from it to this text, and are led on to
    /// the bytes of the file.
    pub fn led_on(&self, segments: &[Segment]) -> Self {
        let mut led = Vec::with_capacity(segments.len());
        // Definitions may be read before what stands above them, so each place is looked up.
        for segment in segments {
            let (start, end) = (segment.source.start(), segment.source.end());
            let first = self.segments.partition_point(|piece| piece.reading.end() <= start);
            let pieces = self.segments.iter().skip(first).take_while(|piece| piece.reading.start() < end);
            if !segment.identical {
                let hull = pieces.map(|piece| clipped(piece, segment.source).source).reduce(TextRange::hull);
                led.extend(hull.map(|source| Segment { source, ..*segment }));
                continue;
            }
            for piece in pieces {
                let part = clipped(piece, segment.source);
                let reading = part.reading.start() - start + segment.reading.start();
                led.push(Segment { reading: TextRange::new(reading, reading + part.reading.len()), ..part });
            }
        }
        Self { segments: led }
    }
}

/// The part of `piece` that gives `range` of the text that it leads from.
fn clipped(piece: &Segment, range: TextRange) -> Segment {
    let reading = piece.reading.intersection(range).unwrap_or_default();
    let source = if piece.identical {
        let start = piece.source.start() + reading.start().saturating_sub(piece.reading.start());
        TextRange::new(start, start + reading.len())
    } else {
        piece.source
    };
    Segment { reading, source, identical: piece.identical }
}
