//! Subtitles: SubRip (`.srt`) and WebVTT (`.vtt`). Each cue is a block of its words, its times are the block's
//! label, and its tags are styles or nothing. WebVTT is read as
//! <https://www.w3.org/TR/webvtt1/> has it, SubRip as players read what people write.

use super::subtitle_words::{Piece, pieces, words_of};
use super::{Extent, ImportWarning};
use crate::document::source_map::Segment;
use crate::document::{
    BlockKind, Builder, Document, InlineStyle, Metadata, Reading, Reason, SourceMap, Warned,
};
use crate::text::{TextRange, TextSize};
use std::ops::Range;

/// The most cues; what follows is not read.
const MAX_CUES: usize = 1_000_000;

/// Whether a text whose name tells nothing is one of subtitles.
pub(super) fn begins(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    let is_number = !first.is_empty() && first.bytes().all(|byte| byte.is_ascii_digit());
    is_web_vtt(text) || times(first).is_some() || (is_number && lines.next().and_then(times).is_some())
}

/// Whether there is a cue in a text that is called subtitles.
pub(super) fn has_cues(text: &str) -> bool {
    is_web_vtt(text) || text.lines().any(|line| times(line).is_some())
}

fn is_web_vtt(text: &str) -> bool {
    text.strip_prefix("WEBVTT").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\n']))
}

/// A document of subtitles. `decoded` leads from `text` to the bytes of the file.
pub(super) fn from_text(
    text: &str,
    reading: Reading,
    decoded: &SourceMap,
) -> Warned<Document, ImportWarning> {
    let mut metadata = Metadata::default();
    let parts = parts_of(text, &mut metadata);
    let rolls = rolls(text, &parts);
    let mut writing =
        Writing { text, takes_all: reading.extent == Extent::WithLeftOut, ..Writing::default() };
    let mut before: &[Range<usize>] = &[];
    for part in parts.iter().take(MAX_CUES) {
        match part {
            Part::Remark(lines) => writing.remark(lines),
            Part::Words(lines) => writing.cue(lines, None),
            Part::Cue { lines, span } => {
                let n_old = if rolls { n_repeated(text, before, lines) } else { 0 };
                writing.cue(lines.get(n_old..).unwrap_or_default(), Some(*span));
                before = lines;
            }
        }
    }
    let warnings = if MAX_CUES < parts.len() { vec![ImportWarning::Cut] } else { Vec::new() };
    let source_map = decoded.led_on(&writing.segments);
    Warned { value: writing.builder.finish(metadata, reading, source_map), warnings }
}

/// From when to when a cue is shown, in milliseconds.
type Shown = (u64, u64);

/// What empty lines part, with the places of its lines.
enum Part {
    Cue {
        lines: Vec<Range<usize>>,
        span: Shown,
    },
    /// Words that no times stand before: they go on with the cue above.
    Words(Vec<Range<usize>>),
    /// What an author wrote for themselves or for a program.
    Remark(Vec<Range<usize>>),
}

fn parts_of(text: &str, metadata: &mut Metadata) -> Vec<Part> {
    let mut lines = lines_of(text).peekable();
    let is_vtt = is_web_vtt(text);
    if is_vtt {
        let head = std::iter::from_fn(|| lines.next_if(|line| !blank(text, line)));
        take_head(metadata, head.filter_map(|line| text.get(line)));
    }
    let mut parts = Vec::new();
    while let Some(line) = lines.next() {
        let words = text.get(line.clone()).unwrap_or_default();
        if words.trim().is_empty() {
            continue;
        }
        let next_times = |line: Option<&Range<usize>>| line.and_then(|line| times(text.get(line.clone())?));
        if let Some(span) = times(words) {
            let mut cue = Vec::new();
            // Captions made while somebody spoke keep the line above theirs free by a space.
            let is_kept_free = |line: &Range<usize>, cue: &[_]| is_vtt && cue.is_empty() && !line.is_empty();
            while let Some(line) = lines.next_if(|line| !blank(text, line) || is_kept_free(line, &cue)) {
                // The next cue's number, where the empty line before it is missing.
                if next_times(lines.peek()).is_some() && is_number(text, &line) {
                    break;
                }
                cue.push(line);
            }
            parts.push(Part::Cue { lines: cue, span });
        } else if next_times(lines.peek()).is_none() {
            let mut all = vec![line];
            all.extend(std::iter::from_fn(|| lines.next_if(|line| !blank(text, line))));
            let name = words.split([' ', '\t']).next().unwrap_or_default();
            let is_remark = is_vtt && matches!(name, "NOTE" | "STYLE" | "REGION");
            parts.push(if is_remark { Part::Remark(all) } else { Part::Words(all) });
        }
    }
    parts
}

/// The places of the lines of `text`, without their line feeds.
fn lines_of(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        start..start + line.trim_end_matches('\n').len()
    })
}

fn blank(text: &str, line: &Range<usize>) -> bool {
    text.get(line.clone()).unwrap_or_default().trim().is_empty()
}

fn is_number(text: &str, line: &Range<usize>) -> bool {
    text.get(line.clone()).unwrap_or_default().trim().bytes().all(|byte| byte.is_ascii_digit())
}

/// What the head of WebVTT says: a title after the name, then keys as some programs write them.
fn take_head<'a>(metadata: &mut Metadata, mut lines: impl Iterator<Item = &'a str>) {
    let title = lines.next().and_then(|first| first.strip_prefix("WEBVTT")).unwrap_or_default();
    let title = title.trim().trim_start_matches(['-', '–', '—', ':']).trim();
    metadata.title = (!title.is_empty()).then(|| title.to_owned());
    for (key, value) in lines.filter_map(|line| line.split_once(':')) {
        let (key, value) = (key.trim(), value.trim().to_owned());
        match key.to_lowercase().as_str() {
            _ if value.is_empty() => {}
            "language" => metadata.language = Some(value),
            "title" => metadata.title = Some(value),
            _ => metadata.other.push((key.to_owned(), value)),
        }
    }
}

/// `00:01:02,500 --> 00:01:04,000`, with settings after it.
fn times(line: &str) -> Option<Shown> {
    let (from, rest) = line.split_once("-->")?;
    let until = rest.split_whitespace().next()?;
    Some((time(from.trim())?, time(until)?))
}

/// Hours may be missing, and thousandths too.
fn time(text: &str) -> Option<u64> {
    let (clock, thousandths) = text.split_once([',', '.']).unwrap_or((text, "0"));
    let mut seconds = 0_u64;
    let mut n_fields = 0;
    for field in clock.split(':') {
        let is_number = !field.is_empty() && field.len() <= 6 && field.bytes().all(|b| b.is_ascii_digit());
        seconds = seconds.checked_mul(60)? + is_number.then(|| field.parse::<u64>().ok())??;
        n_fields += 1;
    }
    let thousandths = thousandths.get(..thousandths.len().min(3))?.parse::<u64>().ok()?;
    (n_fields == 2 || n_fields == 3).then_some(seconds * 1000 + thousandths)
}

/// The times as a label, to the second.
fn label((from, until): Shown, voice: &str) -> String {
    let clock = |thousandths: u64| {
        let seconds = thousandths / 1000;
        format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
    };
    let space = if voice.is_empty() { "" } else { " " };
    format!("{}–{}{space}{voice}", clock(from), clock(until))
}

/// Whether each cue shows again what was the last line of the cue before it, as captions do that were made
/// while somebody spoke.
fn rolls(text: &str, parts: &[Part]) -> bool {
    let cues = || {
        parts.iter().filter_map(|part| if let Part::Cue { lines, .. } = part { Some(&**lines) } else { None })
    };
    let n_repeating = cues().zip(cues().skip(1)).filter(|(a, b)| 0 < n_repeated(text, a, b)).count();
    3 <= n_repeating && cues().count() <= 2 * n_repeating
}

/// How many lines of a cue, from its first on, are the last line of the cue before it, or empty before that.
fn n_repeated(text: &str, before: &[Range<usize>], lines: &[Range<usize>]) -> usize {
    let words = |line: &Range<usize>| words_of(text.get(line.clone()).unwrap_or_default());
    let Some(last) = before.iter().rev().map(words).find(|words| !words.is_empty()) else { return 0 };
    let first = lines.iter().position(|line| !words(line).is_empty());
    first.filter(|&n| lines.get(n).map(words).as_ref() == Some(&last)).map_or(0, |n| n + 1)
}

/// The document in the making.
#[derive(Default)]
struct Writing<'a> {
    text: &'a str,
    takes_all: bool,
    builder: Builder,
    segments: Vec<Segment>,
    styles: Vec<(InlineStyle, TextSize)>,
}

impl Writing<'_> {
    fn remark(&mut self, lines: &[Range<usize>]) {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
        let words = self.text.get(first.start..last.end).unwrap_or_default();
        if self.takes_all {
            self.builder.begin(BlockKind::Paragraph, 0, 0);
            self.push(words, first.start..last.end);
            self.builder.end();
        } else {
            self.builder.leave_out(Reason::Remark, words);
        }
    }

    /// The words of a cue; each voice in it is a block.
    fn cue(&mut self, lines: &[Range<usize>], span: Option<Shown>) {
        let mut voice = String::new();
        let mut feed = None;
        for line in lines {
            for piece in pieces(self.text.get(line.clone()).unwrap_or_default()) {
                match piece {
                    Piece::Words { at, length, words } => {
                        if self.builder.is_open() {
                            if let Some(place) = feed.take() {
                                self.push("\n", place..place + 1);
                            }
                        } else if words.trim().is_empty() {
                            continue;
                        } else {
                            self.builder.begin(BlockKind::Paragraph, 0, 0);
                            if let Some(span) = span {
                                self.builder.set_label(&label(span, &voice));
                            }
                        }
                        feed = None;
                        self.push(&words, line.start + at..line.start + at + length);
                    }
                    Piece::Opens(style) => self.styles.push((style, self.builder.here())),
                    Piece::Closes(style) => self.close(style),
                    Piece::Voice(name) => {
                        self.end();
                        voice = name;
                    }
                }
            }
            feed = self.builder.is_open().then_some(line.end);
        }
        self.end();
    }

    fn close(&mut self, style: InlineStyle) {
        let Some(n) = self.styles.iter().rposition(|(open, _)| *open == style) else { return };
        let (_, start) = self.styles.remove(n);
        if self.builder.is_open() {
            self.builder.style(TextRange::new(start, self.builder.here().max(start)), style);
        }
    }

    /// Ends the block, without the spaces at its end, and the styles in it.
    fn end(&mut self) {
        let end = TextSize::from_usize(self.builder.text().trim_end().len());
        if self.builder.is_open() {
            self.builder.truncate(end);
        }
        for (style, start) in std::mem::take(&mut self.styles) {
            if start < self.builder.here() && self.builder.is_open() {
                self.builder.style(TextRange::new(start, self.builder.here()), style);
            }
        }
        self.builder.end();
        let end = self.builder.here();
        while self.segments.last().is_some_and(|last| end <= last.reading.start()) {
            self.segments.pop();
        }
        if let Some(last) = self.segments.last_mut().filter(|last| end < last.reading.end()) {
            let cut = last.reading.end() - end;
            last.reading = TextRange::new(last.reading.start(), end);
            if last.identical {
                last.source = TextRange::new(last.source.start(), last.source.end() - cut);
            }
        }
    }

    fn push(&mut self, words: &str, source: Range<usize>) {
        let start = self.builder.here();
        self.builder.push(words);
        let identical = self.text.get(source.clone()) == Some(words);
        let reading = TextRange::new(start, self.builder.here());
        self.segments.push(Segment { reading, source: TextRange::from_usize(source), identical });
    }
}

#[cfg(test)]
mod tests;
