//! Bytes to text: which encoding, what could not be read, and one kind of line end.

use super::ImportError;
use super::ImportWarning;
use super::mojibake::{Broken, REPAIRED};
use crate::document::SourceMap;
use crate::document::source_map::Segment;
use crate::text::{TextRange, TextSize};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE};

/// A file's text, its lines ended by LF alone.
#[derive(Debug)]
pub(super) struct Decoded {
    /// The text, without a byte order mark.
    pub(super) text: String,
    /// The name of the encoding that it was read as, or that it was repaired.
    pub(super) name: &'static str,
    /// From the text to the bytes of the file.
    pub(super) source_map: SourceMap,
    /// That the encoding is a judgement, how much could not be read, and that letters are broken.
    pub(super) warnings: Vec<ImportWarning>,
}

/// Reads `bytes` as text.
///
/// `label` is the reader's choice and beats everything. `declared` is what a web page says about
/// itself; it counts for less than a byte order mark and than bytes that are UTF-8, since browsers
/// encode a page anew when they save it and leave its words alone.
pub(super) fn decode(
    bytes: &[u8],
    label: Option<&str>,
    declared: Option<&'static Encoding>,
) -> Result<Decoded, ImportError> {
    let repairs = label == Some(REPAIRED);
    let label = label.filter(|_| !repairs);
    let mark = Encoding::for_bom(bytes);
    let (encoding, is_judged) = match (label, mark) {
        (Some(label), _) => (by_label(label)?, false),
        (None, Some((encoding, _))) => (encoding, false),
        (None, None) => guess(bytes, declared)?,
    };
    let n_mark = mark.filter(|&(marked, _)| marked == encoding).map_or(0, |(_, length)| length);
    let mut lines = Lines::default();
    if encoding == UTF_8 {
        lines.read_utf8(bytes, n_mark);
    } else {
        lines.read_legacy(bytes, n_mark, encoding);
    }
    let judged = is_judged.then(|| ImportWarning::Judged(encoding.name()));
    let mut warnings: Vec<ImportWarning> = judged.into_iter().chain(lines.damage_in(encoding)).collect();
    let source_map = SourceMap::new(lines.segments);
    let (text, source_map) = match Broken::of(&lines.text) {
        Some(broken) if repairs => broken.repaired(&lines.text, &source_map),
        Some(broken) => {
            let (seen, meant) = broken.first(&lines.text);
            warnings.push(ImportWarning::Broken { n_places: broken.n_places(), seen, meant });
            (lines.text, source_map)
        }
        None => (lines.text, source_map),
    };
    let name = if repairs { REPAIRED } else { encoding.name() };
    Ok(Decoded { text, name, source_map, warnings })
}

/// How much of a text its encoding is guessed from, in bytes.
const SAMPLE: usize = 1024 * 1024;

fn by_label(label: &str) -> Result<&'static Encoding, ImportError> {
    let found = Encoding::for_label(label.as_bytes()).filter(|&encoding| encoding != REPLACEMENT);
    found.ok_or_else(|| ImportError::UnknownEncoding(label.to_owned()))
}

/// The encoding, and whether it was judged by the letters alone.
fn guess(
    bytes: &[u8],
    declared: Option<&'static Encoding>,
) -> Result<(&'static Encoding, bool), ImportError> {
    let utf8 = Utf8Census::of(bytes);
    let n_controls = bytes.iter().filter(|&&byte| is_control(byte)).count();
    // Stray controls stay in a text; a quarter of them is another encoding, or no text.
    if n_controls * 4 <= bytes.len() && utf8.is_nearly_valid() {
        return Ok((if utf8.n_good == 0 { declared.unwrap_or(UTF_8) } else { UTF_8 }, false));
    }
    // No text in an 8-bit encoding has a NUL, and UTF-16 with a space or a line end has many.
    if bytes.contains(&0) {
        return utf16_without_mark(bytes).map(|encoding| (encoding, false)).ok_or(ImportError::Binary);
    }
    if bytes.len() < n_controls * 20 {
        return Err(ImportError::Binary);
    }
    match declared {
        Some(encoding) if encoding != UTF_8 || utf8.n_bad <= utf8.n_good => Ok((encoding, false)),
        _ => {
            let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
            let first =
                bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or_default().saturating_sub(1024);
            let sample = bytes.get(first..).unwrap_or_default();
            detector.feed(sample.get(..SAMPLE).unwrap_or(sample), true);
            Ok((detector.guess(None, Utf8Detection::Deny), true))
        }
    }
}

/// Whether a byte of a text is a sign that no text has.
pub(super) fn is_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1b)
}

/// How many characters above ASCII begin in `bytes`, which are UTF-8.
fn n_above_ascii(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| 0xc0 <= byte).count()
}

/// How much of some bytes is UTF-8.
struct Utf8Census {
    /// Characters above ASCII.
    n_good: usize,
    /// Places that are none.
    n_bad: usize,
    /// Whether the only damage is a last character that was cut off.
    cut_off: bool,
}

impl Utf8Census {
    fn of(bytes: &[u8]) -> Self {
        let mut census = Self { n_good: 0, n_bad: 0, cut_off: false };
        // Most files are sound, and the way for those is many times as fast.
        if std::str::from_utf8(bytes).is_ok() {
            census.n_good = n_above_ascii(bytes);
            return census;
        }
        let mut read = 0;
        for chunk in bytes.utf8_chunks() {
            let goes_on = chunk.valid().is_empty() && 0 < read;
            census.n_good += n_above_ascii(chunk.valid().as_bytes());
            read += chunk.valid().len() + chunk.invalid().len();
            if !chunk.invalid().is_empty() {
                // Several bad bytes in a row are one damage.
                census.n_bad += usize::from(!goes_on);
                let lead = chunk.invalid().first().copied().unwrap_or_default();
                census.cut_off = census.n_bad == 1 && read == bytes.len() && 0xc2 <= lead;
            }
        }
        census
    }

    fn is_valid(&self) -> bool {
        self.n_bad == 0
    }

    /// 99 of 100 characters above ASCII are whole: one bad byte must not turn an article into
    /// another alphabet.
    fn is_nearly_valid(&self) -> bool {
        self.is_valid() || (0 < self.n_good && (self.cut_off || self.n_bad * 99 <= self.n_good))
    }
}

/// Reads both ways and takes the one that has no lone surrogates, no controls, and more spaces
/// and line ends. The parity of the NULs alone misleads: 一 is U+4E00.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let little = spaces_in_utf16(bytes, u16::from_le_bytes);
    let big = spaces_in_utf16(bytes, u16::from_be_bytes);
    match (little, big) {
        (Some(a), Some(b)) if a == b => None,
        (Some(a), Some(b)) => Some(if b < a { UTF_16LE } else { UTF_16BE }),
        (Some(a), None) => (0 < a || bytes.len() < 64).then_some(UTF_16LE),
        (None, Some(b)) => (0 < b || bytes.len() < 64).then_some(UTF_16BE),
        (None, None) => None,
    }
}

/// The spaces and line ends of `bytes` as UTF-16; `None` where it cannot be that.
fn spaces_in_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<usize> {
    // An odd byte at the end is damage, and no proof against.
    let units = bytes.as_chunks::<2>().0.iter().map(|&pair| unit(pair));
    let mut n_spaces = 0;
    for character in char::decode_utf16(units) {
        match character.ok()? {
            ' ' | '\n' => n_spaces += 1,
            '\t' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' => {}
            control if control.is_control() => return None,
            '\u{fffe}' | '\u{ffff}' => return None,
            _ => {}
        }
    }
    Some(n_spaces)
}

/// A text in the making, and where each piece came from.
#[derive(Default)]
struct Lines {
    text: String,
    segments: Vec<Segment>,
    n_bad: usize,
    first_bad: Option<(usize, usize)>,
}

/// How long a piece of a text in an old encoding is at most, in bytes: inside it, positions are
/// not carried over one by one.
const PIECE: usize = 32;

impl Lines {
    fn read_utf8(&mut self, bytes: &[u8], from: usize) {
        self.text.reserve_exact(bytes.len().saturating_sub(from));
        if let Ok(text) = std::str::from_utf8(bytes.get(from..).unwrap_or_default()) {
            return self.push(text, from);
        }
        let mut at = from;
        for chunk in bytes.get(from..).unwrap_or_default().utf8_chunks() {
            self.push(chunk.valid(), at);
            at += chunk.valid().len();
            if !chunk.invalid().is_empty() {
                self.note_damage(at);
                self.piece("\u{fffd}", at..at + chunk.invalid().len(), false);
                at += chunk.invalid().len();
            }
        }
    }

    fn read_legacy(&mut self, bytes: &[u8], from: usize, encoding: &'static Encoding) {
        let mut decoder = encoding.new_decoder_without_bom_handling();
        let mut out = String::with_capacity(4 * PIECE);
        let mut at = from;
        while at < bytes.len() {
            let end = at + piece_length(bytes.get(at..).unwrap_or_default(), encoding);
            let mut piece = bytes.get(at..end).unwrap_or_default();
            loop {
                out.clear();
                out.reserve(decoder.max_utf8_buffer_length(piece.len()).unwrap_or(4 * PIECE));
                let last = end == bytes.len();
                let (result, n_read) = decoder.decode_to_string_without_replacement(piece, &mut out, last);
                self.push_legacy(&out, at, piece.get(..n_read).unwrap_or_default());
                piece = piece.get(n_read..).unwrap_or_default();
                at += n_read;
                match result {
                    DecoderResult::Malformed(length, after) => {
                        let bad = at.saturating_sub(usize::from(length) + usize::from(after));
                        self.note_damage(bad);
                        self.piece("\u{fffd}", at..at, false);
                    }
                    DecoderResult::InputEmpty => break,
                    // Cannot be, with the room reserved; the next turn makes more.
                    DecoderResult::OutputFull => {}
                }
            }
        }
    }

    fn push_legacy(&mut self, text: &str, at: usize, bytes: &[u8]) {
        let source = at..at + bytes.len();
        if text.as_bytes() == bytes {
            self.push(text, at);
        } else if text.contains('\r') {
            self.piece(&text.replace("\r\n", "\n").replace('\r', "\n"), source, false);
        } else {
            self.piece(text, source, false);
        }
    }

    /// Takes text that stands in the file just so, but for its line ends.
    fn push(&mut self, text: &str, source: usize) {
        let mut at = source;
        let mut rest = text;
        while let Some(carriage) = memchr::memchr(b'\r', rest.as_bytes()) {
            let (before, after) = rest.split_at(carriage);
            self.piece(before, at..at + carriage, true);
            at += carriage + 1;
            rest = after.get(1..).unwrap_or_default();
            if !rest.starts_with('\n') {
                // As long as what it stands for, so offsets are carried over as if it were the same.
                self.piece("\n", at - 1..at, true);
            }
        }
        self.piece(rest, at..at + rest.len(), true);
    }

    fn piece(&mut self, text: &str, source: std::ops::Range<usize>, identical: bool) {
        if text.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(text);
        let reading = TextRange::from_usize(start..self.text.len());
        let source = TextRange::from_usize(source);
        match self.segments.last_mut() {
            Some(last)
                if last.identical == identical
                    && last.source.end() == source.start()
                    && (identical || last.source.len() + source.len() <= TextSize::from_usize(PIECE)) =>
            {
                last.reading = last.reading.hull(reading);
                last.source = last.source.hull(source);
            }
            _ => self.segments.push(Segment { reading, source, identical }),
        }
    }

    fn note_damage(&mut self, byte: usize) {
        self.n_bad += 1;
        self.first_bad.get_or_insert((self.text.len(), byte));
    }

    fn damage_in(&self, encoding: &'static Encoding) -> Option<ImportWarning> {
        let (place, byte) = self.first_bad?;
        let line = 1 + self.text.get(..place)?.matches('\n').count();
        Some(ImportWarning::Damaged { n_places: self.n_bad, encoding: encoding.name(), line, byte })
    }
}

/// How much of `bytes` to decode as one piece: to a line's end, or to a space when it gets long.
fn piece_length(bytes: &[u8], encoding: &'static Encoding) -> usize {
    if encoding == UTF_16LE || encoding == UTF_16BE {
        let unit = if encoding == UTF_16LE { u16::from_le_bytes } else { u16::from_be_bytes };
        let ends =
            |(n, &pair): (usize, &[u8; 2])| unit(pair) == 0x0a || (PIECE <= 2 * n && unit(pair) == 0x20);
        return bytes.as_chunks::<2>().0.iter().enumerate().position(ends).map_or(bytes.len(), |n| 2 * n + 2);
    }
    // In no encoding of the web is the byte of a line feed or a space half of another character.
    let ends = |(n, &byte): (usize, &u8)| byte == b'\n' || (PIECE <= n && byte == b' ');
    bytes.iter().enumerate().position(ends).map_or(bytes.len(), |n| n + 1)
}

#[cfg(test)]
mod tests;
