//! The signs that programs for notes and for sites put into Markdown, and that a parser of CommonMark would take
//! for words: wiki links, highlights, comments, ids of blocks, callouts and formulas (Obsidian), shortcodes
//! (Hugo) and tags (Jekyll). Their words stay without their signs; what is no text is left out by name.

use super::Extent;
use super::markdown_closers::{Closers, stands_free};
use super::markdown_edits::{Edits, Sign};
use super::{markdown_callouts, markdown_emphasis, markdown_formulas, markdown_shortcodes};
use crate::document::Reason;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
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
        Scan { apart: apart(source), closers: Closers::new(source) }.run(&mut edits);
    }
    edits.keep_to(source.len());
    edits
}

/// A part of the source that is no running text.
#[derive(Debug)]
struct Apart {
    range: Range<usize>,
    /// HTML may have shortcodes, code has nothing.
    is_html: bool,
}

/// What is read beside CommonMark.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
}

/// What is no running text in `source`, in order: code, HTML, and where links lead.
fn apart(source: &str) -> Vec<Apart> {
    let mut apart = Vec::new();
    let mut last = 0;
    for (event, range) in Parser::new_ext(source, options()).into_offset_iter() {
        let is_html = matches!(event, Event::Html(_) | Event::InlineHtml(_));
        match event {
            Event::Code(_) | Event::Start(Tag::CodeBlock(_)) | Event::Html(_) | Event::InlineHtml(_) => {
                apart.push(Apart { range: range.clone(), is_html });
            }
            Event::End(TagEnd::Link | TagEnd::Image) if last < range.end => {
                apart.push(Apart { range: last.max(range.start)..range.end, is_html: false });
            }
            _ => {}
        }
        last = if matches!(event, Event::Start(_)) { range.start } else { range.end };
    }
    apart.sort_by_key(|apart| apart.range.start);
    apart
}

struct Scan<'a> {
    /// In order.
    apart: Vec<Apart>,
    closers: Closers<'a>,
}

impl<'a> Scan<'a> {
    fn run(mut self, edits: &mut Edits<'a>) {
        let bytes = edits.source().as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            let apart = self.apart_at(at);
            edits.is_html = apart.is_some();
            if let Some(apart) = apart.filter(|apart| !apart.is_html || byte != b'{') {
                at = if apart.is_html { at + 1 } else { apart.range.end };
                continue;
            }
            let is_first = at == 0 || bytes.get(at - 1) == Some(&b'\n');
            let words = if is_first { markdown_callouts::line(edits, at) } else { None };
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
            b'^' => block_id(edits, at),
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
