//! Notes within a line, `^[words]` (Pandoc): read as footnotes, with a number at their place and their words at the
//! end of the article. A note has none within itself.

use super::markdown_apart::{Apart, options};
use super::markdown_edits::Edits;
use pulldown_cmark::{Event, Parser, Tag};
use std::collections::HashSet;
use std::ops::Range;

/// A note that ends a text: a parser says whether one can stand there.
const PROBE: &str = "\n\n[^postil-probe]: x";

/// The notes of a text.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// What stands in the brackets of each, in order.
    all: Vec<Range<usize>>,
    /// The numbers for them.
    numbers: Vec<u32>,
    /// Which were met, by their place in `all`.
    met: Vec<usize>,
}

impl Notes {
    /// Of `source`, whose code, HTML and addresses are `apart`.
    pub(super) fn of(source: &str, apart: &[Apart]) -> Self {
        if memchr::memmem::find(source.as_bytes(), b"^[").is_none() || !may_end_with_a_note(source) {
            return Self::default();
        }
        let all = brackets(source, apart);
        let labels = source.split("[^").skip(1).filter_map(|rest| Some(rest.split_once(']')?.0));
        let labels: HashSet<&str> = labels.collect();
        let numbers = (1..).filter(|number: &u32| !labels.contains(number.to_string().as_str()));
        Self { numbers: numbers.take(all.len()).collect(), all, met: Vec::new() }
    }

    /// Reads the note at `at`, if there is one, and gives its end.
    pub(super) fn read(&mut self, edits: &mut Edits<'_>, at: usize) -> Option<usize> {
        let nth = self.all.binary_search_by_key(&(at + 2), |words| words.start).ok()?;
        let end = self.all.get(nth)?.end + 1;
        edits.insert(at, &format!("[^{}]", self.numbers.get(nth)?));
        edits.cut(at..end);
        self.met.push(nth);
        Some(end)
    }

    /// The number of each that was met, and where its words stand.
    pub(super) fn met(&self) -> impl Iterator<Item = (u32, Range<usize>)> {
        self.met.iter().filter_map(|&nth| Some((*self.numbers.get(nth)?, self.all.get(nth)?.clone())))
    }
}

/// Has the words begin no block, and gives where to go on.
pub(super) fn begin(note: &mut Edits<'_>) -> usize {
    let source = note.source();
    let words = source.trim_start();
    let start = source.len() - words.len();
    note.cut(0..start);
    let n_digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let is_number =
        0 < n_digits && words.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')']);
    let is_block = words.starts_with(['#', '>', '-', '+', '<']) || words.starts_with("* ");
    // A definition of where links lead.
    let is_address = words.starts_with('[') && words.contains("]:");
    let escaped = if is_number { start + n_digits } else { start };
    if is_number || is_block || is_address {
        note.insert(escaped, "\\");
    }
    escaped
}

/// Whether a text does not end amid code or HTML, in which a note would be none.
fn may_end_with_a_note(source: &str) -> bool {
    let probed = format!("{source}{PROBE}");
    let mut events = Parser::new_ext(&probed, options()).into_offset_iter();
    events.any(|(event, range)| {
        matches!(event, Event::Start(Tag::FootnoteDefinition(_))) && source.len() <= range.start
    })
}

/// What stands in brackets after a `^`, in order; brackets within are even, and no block begins.
fn brackets(source: &str, apart: &[Apart]) -> Vec<Range<usize>> {
    let bytes = source.as_bytes();
    let mut apart = apart.iter().map(|apart| apart.range.clone()).peekable();
    let (mut all, mut open): (Vec<Range<usize>>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        while apart.next_if(|range| range.end <= at).is_some() {}
        if let Some(range) = apart.next_if(|range| range.contains(&at)) {
            // Where a link leads begins with the bracket that closes its words.
            if byte == b']' {
                open.pop();
            }
            at = range.end;
            continue;
        }
        match byte {
            b'\\' => at += 1,
            b'[' => open.push(at),
            b'\n' if begins_a_block(source.get(at + 1..).unwrap_or_default()) => open.clear(),
            b']' => all.extend(open.pop().map(|start| start + 1..at).filter(|words| is_note(source, words))),
            _ => {}
        }
        at += 1;
    }
    all.sort_unstable_by_key(|words| words.start);
    all
}

fn is_note(source: &str, words: &Range<usize>) -> bool {
    let [before, after] =
        [source.get(..words.start - 1), source.get(words.end + 1..)].map(Option::unwrap_or_default);
    let before = before.strip_suffix('^');
    let is_definition =
        before.is_some_and(|before| before.is_empty() || before.ends_with('\n')) && after.starts_with(':');
    // `^[1]^` is a raised sign in brackets.
    let is_raised = after.starts_with('^');
    // An escaped sign is none; a row of them is text.
    let is_sign = before.is_some_and(|before| !before.ends_with(['\\', '^', '[']));
    is_sign
        && !is_definition
        && !is_raised
        && source.get(words.clone()).is_some_and(|words| !words.trim().is_empty())
}

/// Whether a new line is no more of the paragraph before it.
fn begins_a_block(rest: &str) -> bool {
    let line = rest.split('\n').next().unwrap_or_default().trim_start_matches([' ', '\t', '>']);
    let is_one_of = |starts: &[&str]| starts.iter().any(|start| line.starts_with(start));
    line.trim().is_empty()
        || is_one_of(&[
            "#", "- ", "+ ", "* ", "1. ", "1) ", "```", "~~~", "---", "***", "___", "===", "|", "<",
        ])
}
