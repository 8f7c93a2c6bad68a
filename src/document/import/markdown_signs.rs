//! The signs that programs for notes and for sites put into Markdown, and that a parser of CommonMark would take
//! for words: wiki links, highlights, comments, ids of blocks, callouts and formulas (Obsidian), shortcodes
//! (Hugo), tags (Jekyll) and notes within a line (Pandoc). Their words stay without their signs; what is no text is left out by name.

use super::Extent;
use super::markdown_apart::{Apart, apart};
use super::markdown_closers::{Closers, stands_free};
use super::markdown_edits::{Edits, Sign};
use super::markdown_notes::Notes;
use super::{markdown_callouts, markdown_emphasis, markdown_formulas, markdown_notes, markdown_shortcodes};
use crate::document::Reason;
use std::ops::Range;

/// The longest id of a block with the spaces after it, in bytes.
const LONGEST_ID: usize = 100;

/// What there is one of in every text with such signs.
const SIGNS: [&str; 11] = ["{{", "{%", "{#", "%%", "==", "[[", "[!", "^", "$", "**", "~~"];

/// `source`, which begins `shift` bytes into the file's text, without such signs.
pub(super) fn read(source: &str, shift: usize, extent: Extent) -> Edits<'_> {
    let mut edits = Edits::of(source, shift, extent);
    if SIGNS.iter().any(|sign| memchr::memmem::find(source.as_bytes(), sign.as_bytes()).is_some()) {
        edits.joint = markdown_emphasis::joint_for(source);
        let mut scan = Scan::of(source);
        scan.run_from(0, &mut edits);
        edits.keep_to(source.len());
        for (number, words) in scan.notes.met() {
            let mut note = edits.part(words.clone());
            let from = markdown_notes::begin(&mut note);
            Scan::of_note(note.source()).run_from(from, &mut note);
            note.keep_to(words.len());
            edits.append(&format!("\n\n[^{number}]: "), note);
        }
        return edits;
    }
    edits.keep_to(source.len());
    edits
}

/// What goes through a text and finds its signs.
struct Scan<'a> {
    /// In order.
    apart: Vec<Apart>,
    closers: Closers<'a>,
    notes: Notes,
    /// Whether it is what stands in a note: then signs before its lines are those of the block around.
    is_note: bool,
}

impl<'a> Scan<'a> {
    fn of(source: &'a str) -> Self {
        let apart = apart(source);
        let notes = Notes::of(source, &apart);
        Self { apart, notes, closers: Closers::new(source), is_note: false }
    }

    /// Of what stands in a note, which has no notes itself.
    fn of_note(source: &'a str) -> Self {
        let (apart, notes) = (apart(source), Notes::default());
        Self { apart, notes, closers: Closers::new(source), is_note: true }
    }

    /// Goes through the source from `at` to its end.
    fn run_from(&mut self, mut at: usize, edits: &mut Edits<'a>) {
        let bytes = edits.source().as_bytes();
        while let Some(&byte) = bytes.get(at) {
            let apart = self.apart_at(at);
            edits.is_html = apart.is_some();
            if let Some(apart) = apart.filter(|apart| !apart.is_html || byte != b'{') {
                at = if apart.is_html { at + 1 } else { apart.range.end };
                continue;
            }
            let is_first = at == 0 || bytes.get(at - 1) == Some(&b'\n');
            let words = match (is_first, self.is_note) {
                (true, true) => around(edits, at),
                (true, false) => markdown_callouts::line(edits, at),
                _ => None,
            };
            at = words.or_else(|| self.sign(edits, at, byte)).unwrap_or(at + 1);
        }
    }

    /// The code or HTML that `at` lies in.
    fn apart_at(&self, at: usize) -> Option<&Apart> {
        let next = self.apart.partition_point(|apart| apart.range.end <= at);
        self.apart.get(next).filter(|apart| apart.range.contains(&at))
    }

    /// Reads what begins at `at` and gives its end.
    fn sign(&mut self, edits: &mut Edits<'a>, at: usize, byte: u8) -> Option<usize> {
        match byte {
            b'\\' => Some(at + 2),
            b'{' => markdown_shortcodes::read(edits, at, &mut self.closers),
            b'%' => self.comment(edits, at),
            b'=' => self.highlight(edits, at),
            b'[' | b'!' => self.wiki_link(edits, at),
            b'^' => self.notes.read(edits, at).or_else(|| block_id(edits, at)),
            b'$' => markdown_formulas::read(edits, at, &mut self.closers),
            b'*' | b'~' => markdown_emphasis::read(edits, at),
            _ => None,
        }
    }

    /// `%%…%%`, also over several paragraphs.
    fn comment(&mut self, edits: &mut Edits<'a>, at: usize) -> Option<usize> {
        if !edits.after(at).starts_with("%%") || !stands_free(edits.source(), at) {
            return None;
        }
        let rest = edits.after(at + 2).trim_start_matches([' ', '\t']);
        let is_alone = rest.is_empty() || rest.starts_with('\n');
        let end = if is_alone { self.closers.next("%%", at + 2) } else { self.closers.near("%%", at + 2) }?;
        (at + 2 < end).then(|| edits.leave_out(at..end + 2, Reason::Remark, at + 2..end))?;
        Some(end + 2)
    }

    /// `==…==`.
    fn highlight(&mut self, edits: &mut Edits<'a>, at: usize) -> Option<usize> {
        let inside = edits.after(at).strip_prefix("==")?;
        if inside.starts_with(|c: char| c == '=' || c.is_whitespace()) || !stands_free(edits.source(), at) {
            return None;
        }
        let end = self.closers.near("==", at + 2)?;
        let words = edits.source().get(at + 2..end)?;
        let after = edits.after(end + 2).chars().next();
        let is_free = after.is_none_or(|c| c != '=' && !(c.is_ascii_alphanumeric()));
        let is_code = self.apart_at(end).is_some();
        if words.is_empty() || words.ends_with(char::is_whitespace) || !is_free || is_code {
            return None;
        }
        edits.cut(at..at + 2);
        // Its words may have signs of their own, and are gone through next.
        self.closing(edits, end, at + 2)
    }

    /// Cuts the two signs at `end` when the scan, which goes on at `at`, comes there.
    fn closing(&mut self, edits: &mut Edits<'a>, end: usize, at: usize) -> Option<usize> {
        let mut place = at;
        let bytes = edits.source().as_bytes();
        while place < end {
            let next = match (self.apart_at(place), bytes.get(place).copied().unwrap_or_default()) {
                (Some(apart), _) => Some(apart.range.end),
                (None, b'=') => None,
                (None, byte) => self.sign(edits, place, byte),
            };
            place = next.unwrap_or(place + 1);
        }
        if place == end {
            edits.cut(end..end + 2);
        }
        Some(place.max(end + 2))
    }

    /// `[[page|words]]`, `[[page#heading]]`, `![[picture.png]]`, `![[note]]`.
    fn wiki_link(&mut self, edits: &mut Edits<'a>, at: usize) -> Option<usize> {
        let rest = edits.after(at);
        let is_embedded = rest.starts_with('!');
        let from = at + usize::from(is_embedded) + 2;
        rest.strip_prefix('!').unwrap_or(rest).strip_prefix("[[")?;
        let end = self.closers.near("]]", from)?;
        let inside = edits.source().get(from..end)?;
        // Links to addresses whose words stand in brackets, and notes.
        let is_other = edits.after(end + 2).starts_with(['(', '[', ':', ']']);
        if inside.trim().is_empty()
            || inside.contains(['[', ']', '\n'])
            || inside.starts_with('^')
            || is_other
        {
            return None;
        }
        // In tables the bar has a sign before it.
        let (target, words) = inside.split_once('|').map_or((inside, None), |(a, b)| (a, Some(b)));
        let target = target.trim_end_matches('\\').trim();
        if is_embedded {
            embedded(edits, at..end + 2, target, words.unwrap_or_default());
            return Some(end + 2);
        }
        if let Some(words) = words.filter(|words| !words.trim().is_empty()) {
            edits.cut(at..end - words.len());
            // Words may be emphasised.
            return self.closing(edits, end, end - words.len());
        }
        edits.cut(at..from);
        match inside.split_once('#') {
            Some((page, place)) if page.is_empty() || place.starts_with('^') => {
                let is_heading = page.is_empty() && !place.starts_with('^');
                let kept = if is_heading { end - place.len()..end } else { from..from + page.len() };
                edits.cut(from..kept.start);
                edits.cut(kept.end..end + 2);
            }
            _ => edits.cut(end..end + 2),
        }
        Some(end + 2)
    }
}

/// Cuts what stands before a line of a note: the signs of the quotation that the note stands in.
fn around(edits: &mut Edits<'_>, at: usize) -> Option<usize> {
    let rest = edits.after(at);
    let words = rest.trim_start_matches([' ', '\t', '>']);
    let start = at + rest.len() - words.len();
    edits.cut(at..start);
    (at < start).then_some(start)
}

/// Endings of names of pictures.
const PICTURES: [&str; 8] = ["png", "jpg", "jpeg", "gif", "webp", "svg", "bmp", "avif"];

/// A picture, or another note, which is not here.
fn embedded(edits: &mut Edits<'_>, range: Range<usize>, target: &str, words: &str) {
    let ending = target.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    if PICTURES.contains(&&*ending) {
        let is_size = words.chars().all(|c| c.is_ascii_digit() || c == 'x');
        let alt = if is_size { "" } else { words };
        edits.say(range.start, Sign::Picture(target.to_owned(), alt.to_owned()));
        edits.cut_word(range);
    } else {
        edits.leave_out(range.clone(), Reason::Remark, range);
    }
}

/// ` ^id` at the end of a block.
fn block_id(edits: &mut Edits<'_>, at: usize) -> Option<usize> {
    let before = edits.source().get(..at)?;
    let near = edits.after(at + 1);
    let near = near.get(..near.floor_char_boundary(LONGEST_ID)).unwrap_or_default();
    let line = near.split('\n').next().unwrap_or_default();
    let id = line.trim_end();
    let is_id = 1 < id.len()
        && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        && id.contains(|c: char| c.is_ascii_alphabetic());
    let after = edits.after(at + 1 + line.len());
    let next = after.strip_prefix('\n').map_or(after, |next| next.split('\n').next().unwrap_or_default());
    let next = next.trim_start();
    let is_last = next.is_empty()
        || next.starts_with(['-', '*', '+', '#', '>'])
        || next.starts_with(|c: char| c.is_ascii_digit());
    if !is_id || !is_last || !(before.is_empty() || before.ends_with([' ', '\n'])) {
        return None;
    }
    let end = at + 1 + id.len();
    edits.leave_out(at..end, Reason::Remark, at..end);
    Some(end)
}

#[cfg(test)]
mod tests;
