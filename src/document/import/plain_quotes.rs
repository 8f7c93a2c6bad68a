//! The signs `>` before lines that a mail quotes: they say that lines are quoted, and are no words. They are
//! taken off, so that words which run over two quoted lines stand together.

use crate::document::SourceMap;
use crate::document::source_map::Segment;
use crate::text::{TextRange, TextSize};

/// More signs before one line are a drawing.
const MOST_SIGNS: usize = 16;

/// A text without the signs of quotations.
pub(super) struct Unquoted {
    pub(super) text: String,
    pub(super) source_map: SourceMap,
    /// From which lines on the lines stand in so many quotations.
    pub(super) depths: Vec<(TextSize, u8)>,
}

/// Whether a line of `text` may be quoted; cheaper than to look for those that are.
pub(super) fn may_have_quotes(text: &str) -> bool {
    let mut signs = memchr::memchr_iter(b'>', text.as_bytes());
    signs.any(|at| {
        let before = text.get(..at).unwrap_or_default().trim_end_matches([' ', '\t', '>']);
        before.is_empty() || before.ends_with(['\n', '\r'])
    })
}

/// Takes the signs off the lines of `text`, which `source_map` leads from to the file.
pub(super) fn taken_off(text: String, source_map: SourceMap) -> Unquoted {
    if !may_have_quotes(&text) {
        return Unquoted { text, source_map, depths: Vec::new() };
    }
    let mut writing = Writing::default();
    let mut run: Vec<Quoted<'_>> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        match Quoted::of(line, at) {
            Some(quoted) => run.push(quoted),
            None => {
                writing.run(&run);
                run.clear();
                writing.line(line, at, 0);
            }
        }
        at += line.len();
    }
    writing.run(&run);
    let Writing { text, segments, depths, .. } = writing;
    Unquoted { text, source_map: source_map.led_on(&segments), depths }
}

/// A line with a sign before it.
struct Quoted<'a> {
    /// Where it begins.
    at: usize,
    line: &'a str,
    /// The length of the signs, with the space that parts them from the words.
    n_signs: usize,
    depth: u8,
}

impl<'a> Quoted<'a> {
    fn of(line: &'a str, at: usize) -> Option<Self> {
        let indented = line.trim_start_matches(' ');
        if 3 < line.len() - indented.len() || !indented.starts_with('>') {
            return None;
        }
        let mut rest = indented;
        let mut depth = 0_u8;
        while let Some(after) = rest.strip_prefix('>') {
            depth = depth.saturating_add(1);
            let spaced = after.strip_prefix(' ').unwrap_or(after);
            rest = if spaced.starts_with('>') { spaced } else { after };
        }
        let rest = rest.strip_prefix([' ', '\t']).unwrap_or(rest);
        let n_signs = line.len() - rest.len();
        (usize::from(depth) <= MOST_SIGNS).then_some(Self { at, line, n_signs, depth })
    }

    fn words(&self) -> &'a str {
        self.line.get(self.n_signs..).unwrap_or_default()
    }

    /// ">35 dead" may be words, and mean more than 35.
    fn may_be_more_than(&self) -> bool {
        self.depth == 1 && self.words().trim_start().starts_with(char::is_numeric)
    }
}

/// A text in the making, and where its pieces stood.
#[derive(Default)]
struct Writing {
    text: String,
    segments: Vec<Segment>,
    depths: Vec<(TextSize, u8)>,
    depth: u8,
}

impl Writing {
    /// Lines with signs, one below another.
    fn run(&mut self, run: &[Quoted<'_>]) {
        let are_quoted = !run.iter().all(Quoted::may_be_more_than);
        for quoted in run {
            if are_quoted {
                self.line(quoted.words(), quoted.at + quoted.n_signs, quoted.depth);
            } else {
                self.line(quoted.line, quoted.at, 0);
            }
        }
    }

    /// One line, which stood at `source`.
    fn line(&mut self, line: &str, source: usize, depth: u8) {
        let start = self.text.len();
        if depth != self.depth {
            self.depths.push((TextSize::from_usize(start), depth));
            self.depth = depth;
        }
        self.text.push_str(line);
        let reading = TextRange::from_usize(start..self.text.len());
        let source = TextRange::from_usize(source..source + line.len());
        match self.segments.last_mut().filter(|last| last.source.end() == source.start()) {
            Some(last) => {
                last.reading = last.reading.hull(reading);
                last.source = last.source.hull(source);
            }
            None if reading.is_empty() => {}
            None => self.segments.push(Segment { reading, source, identical: true }),
        }
    }
}
