//! Finding words or an expression in a long text.
//!
//! A search is asked of paragraphs, and a hit never leaves the paragraph that it begins in: so a
//! text can be searched in slices, on several processors, and the hits are the same. No threads and
//! no clock: who searches hands in a question that is asked now and then, whether to go on.

mod pattern;
#[cfg(test)]
mod tests;

use super::{TextRange, TextSize, boundary};
use regex::Regex;
use std::fmt;

/// The most hits that are kept; a search that finds more says so.
pub const MOST_HITS: usize = 1_000_000;

/// About how many bytes a slice has: small enough to stop at once, large enough to lose no time.
const SLICE: usize = 1 << 18;

/// What ends a line, in any kind of text.
const LINE_ENDS: [char; 7] = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// After so many places where an expression ran over the end of a paragraph, each paragraph is
/// searched by itself: reading on and turning back every time would take the square of the length.
const MOST_CROSSINGS: usize = 16;

/// After how many steps it is asked whether to go on.
const ASK_EVERY: usize = 1 << 12;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words, or the expression.
    pub words: String,
    /// Whether "Army" is not "army".
    pub is_case_sensitive: bool,
    /// Whether a hit must begin and end where words do, by UAX #29.
    pub is_whole_word: bool,
    /// Whether `words` is a regular expression. Otherwise any quotation mark stands for any of its
    /// kind, any dash for any dash, a space for any white space within a paragraph, ligatures are their
    /// letters, and soft hyphens, hyphens at the ends of lines and invisible characters do not count.
    pub is_regex: bool,
}

impl Query {
    /// Words, with nothing else asked for.
    pub fn words(words: impl Into<String>) -> Self {
        Self { words: words.into(), ..Self::default() }
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        if self.is_regex { self.words.is_empty() } else { !pattern::has_words(&self.words) }
    }
}

/// Why an expression cannot be looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindError {
    /// The character (from 1) at which reading stopped, if it was one.
    pub at: Option<usize>,
    /// Why, in plain words: lower case, without a full stop.
    pub reason: String,
}

impl fmt::Display for FindError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at {
            Some(at) => write!(f, "the expression stops at character {at}: {}", self.reason),
            None => f.write_str(&self.reason),
        }
    }
}

impl std::error::Error for FindError {}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// In the order of the text: apart, not empty, of whole grapheme clusters.
    pub ranges: Vec<TextRange>,
    /// Whether there are more than [`MOST_HITS`].
    pub is_capped: bool,
}

/// A query made ready.
#[derive(Clone, Debug)]
pub struct Finder {
    /// For text whose letters stand as they are typed, which is nearly all text; the faster one.
    plain: Regex,
    /// For text with ligatures, words broken over lines and characters that are not seen; the same as `plain`
    /// for expressions.
    loose: Regex,
    is_whole_word: bool,
    is_regex: bool,
}

impl Finder {
    /// Makes `query` ready.
    ///
    /// # Errors
    ///
    /// Where the expression cannot be read, or would need too much memory.
    ///
    /// ```
    /// use postil::text::find::{Finder, Query};
    /// let text = "The “Army” denied it, the army’s spokesman too.";
    /// let hits = Finder::new(&Query::words("\"army\""))?.all(text, &mut || true);
    /// assert_eq!(hits.ranges[0].of(text), Some("“Army”"));
    /// # Ok::<(), postil::text::find::FindError>(())
    /// ```
    pub fn new(query: &Query) -> Result<Self, FindError> {
        let (plain, loose) = if query.is_regex {
            let regex = pattern::expression(&query.words, query.is_case_sensitive)?;
            (regex.clone(), regex)
        } else {
            let regex = |is_loose| pattern::words(&query.words, is_loose, query.is_case_sensitive);
            (regex(false)?, regex(true)?)
        };
        Ok(Self { plain, loose, is_whole_word: query.is_whole_word, is_regex: query.is_regex })
    }

    /// What every text has in which words are found, and can be looked for in one that is not yet read, the
    /// quickest first: the longest of the words, then all of them, wherever they stand. None where nothing
    /// is known of such a text.
    ///
    /// ```
    /// use postil::text::find::{Finder, Query};
    /// let needed = Finder::needed(&Query::words("At  least “35”"));
    /// assert!(needed[0].is_in("leastwise") && !needed[0].is_in("at last"));
    /// assert!(needed[1].is_in("at\r\nleast \"35\"") && !needed[1].is_in("the least, at 35"));
    /// ```
    pub fn needed(query: &Query) -> Vec<Self> {
        let piece = pattern::longest_piece(&query.words);
        if query.is_regex || query.is_empty() || piece.is_empty() {
            return Vec::new();
        }
        let anywhere = |words: &str| {
            Self::new(&Query { words: words.to_owned(), is_whole_word: false, ..query.clone() }).ok()
        };
        let all = if piece == query.words { None } else { anywhere(&query.words) };
        anywhere(piece).into_iter().chain(all).collect()
    }

    /// Whether it is anywhere in `text`, as one paragraph.
    pub fn is_in(&self, text: &str) -> bool {
        // An expression may fit where there is nothing, and that is no hit.
        if !self.is_whole_word && !self.is_regex {
            // Words as they are typed are found in any text.
            return self.plain.is_match(text) || (pattern::is_intricate(text) && self.loose.is_match(text));
        }
        !self.in_slice(text, &[TextRange::all(text)], &mut || true).is_empty()
    }

    fn regex_for(&self, text: &str) -> &Regex {
        if pattern::is_intricate(text) { &self.loose } else { &self.plain }
    }

    /// Every hit in `text`, whose paragraphs are parted by blank lines. `goes_on` is asked now and
    /// then; as soon as it says no, the hits so far are given.
    pub fn all(&self, text: &str, goes_on: &mut dyn FnMut() -> bool) -> Hits {
        let mut at = 0;
        let paragraphs = text.split("\n\n").map(|paragraph| {
            let start = at;
            at += paragraph.len() + "\n\n".len();
            TextRange::from_usize(start..start + paragraph.len())
        });
        let paragraphs: Vec<TextRange> = paragraphs.collect();
        self.in_paragraphs(text, &paragraphs, goes_on)
    }

    /// Every hit in some paragraphs of `text`, which are in order and apart.
    pub fn in_paragraphs(
        &self,
        text: &str,
        paragraphs: &[TextRange],
        goes_on: &mut dyn FnMut() -> bool,
    ) -> Hits {
        let mut hits = Hits::default();
        for slice in slices(paragraphs) {
            hits.ranges.extend(self.in_slice(text, slice, goes_on));
            if MOST_HITS < hits.ranges.len() {
                hits.ranges.truncate(MOST_HITS);
                hits.is_capped = true;
                break;
            }
            if !goes_on() {
                break;
            }
        }
        hits
    }

    /// Every hit in a text of which the paragraphs are not known yet, where they make no difference, since no
    /// hit reaches over the end of a line; `None` where they may make one. Paragraphs are whole lines without
    /// the white space behind them.
    ///
    /// ```
    /// use postil::text::find::{Finder, Query};
    /// let finder = Finder::new(&Query::words("the army"))?;
    /// assert_eq!(finder.within_lines("The army denied\nthat the army fired.").map(|hits| hits.len()), Some(2));
    /// assert_eq!(finder.within_lines("Of the\narmy."), None);
    /// # Ok::<(), postil::text::find::FindError>(())
    /// ```
    pub fn within_lines(&self, text: &str) -> Option<Vec<TextRange>> {
        // A longer text is looked through slice by slice, and slices are made of paragraphs.
        if self.is_regex || SLICE <= text.len() {
            return None;
        }
        let hits = self.in_slice(text, &[TextRange::all(text)], &mut || true);
        let is_in_line = |hit: &TextRange| {
            let words = hit.of(text).unwrap_or_default();
            !words.contains(LINE_ENDS) && words.trim() == words
        };
        hits.iter().all(is_in_line).then_some(hits)
    }

    /// Every hit in the paragraphs of one slice: the same as for each of them alone. No more than one
    /// above [`MOST_HITS`].
    pub fn in_slice(
        &self,
        text: &str,
        paragraphs: &[TextRange],
        goes_on: &mut dyn FnMut() -> bool,
    ) -> Vec<TextRange> {
        let Some(whole) = paragraphs.first().zip(paragraphs.last()).map(|(a, b)| a.hull(*b)) else {
            return Vec::new();
        };
        let regex = self.regex_for(whole.of(text).unwrap_or_default());
        let mut walk = Walk::new(text, paragraphs, whole);
        let mut n_steps = 0_usize;
        while let Some(found) = walk.next(regex) {
            n_steps += 1;
            if MOST_HITS < walk.hits.len() || (n_steps.is_multiple_of(ASK_EVERY) && !goes_on()) {
                break;
            }
            self.take(&mut walk, found);
        }
        walk.hits
    }

    /// Keeps what was found, if it is a hit, and goes on behind it.
    fn take(&self, walk: &mut Walk<'_>, found: TextRange) {
        let hit = boundary::snap_outward(walk.text, found);
        let is_apart = walk.hits.last().is_none_or(|last| last.end() <= hit.start());
        let is_word =
            || boundary::is_word_edge(walk.text, hit.start()) && boundary::is_word_edge(walk.text, hit.end());
        let is_hit = !found.is_empty() && is_apart && (!self.is_whole_word || is_word());
        if is_hit {
            walk.hits.push(hit);
        }
        // Words that are no hit may stand there once more, a character later ("a a" in "xa a a").
        let goes_by_letters = found.is_empty() || (!is_hit && !self.is_regex);
        walk.at = if goes_by_letters {
            let first = walk.text.get(found.start().to_usize()..).and_then(|rest| rest.chars().next());
            found.start().to_usize() + first.map_or(1, char::len_utf8)
        } else {
            found.end().to_usize()
        };
    }
}

/// The paragraphs in groups of about the same length, for [`Finder::in_slice`].
pub fn slices(paragraphs: &[TextRange]) -> impl Iterator<Item = &[TextRange]> {
    let mut rest = paragraphs;
    std::iter::from_fn(move || {
        let start = rest.first()?.start();
        let reaches = |paragraph: &TextRange| SLICE <= paragraph.end().saturating_sub(start).to_usize();
        let n = rest.iter().position(reaches).map_or(rest.len(), |last| last + 1);
        let (slice, after) = rest.split_at(n);
        rest = after;
        Some(slice)
    })
}

/// A way through the paragraphs of a slice.
struct Walk<'a> {
    text: &'a str,
    paragraphs: &'a [TextRange],
    /// The paragraph that the way has come to.
    nth: usize,
    /// Where it goes on, in bytes; may be past the end.
    at: usize,
    end: usize,
    /// Whether nothing behind the paragraph is looked at.
    is_fenced: bool,
    n_crossings: usize,
    hits: Vec<TextRange>,
}

impl<'a> Walk<'a> {
    fn new(text: &'a str, paragraphs: &'a [TextRange], whole: TextRange) -> Self {
        let std::ops::Range { start, end } = whole.to_usize();
        let hits = Vec::new();
        Self { text, paragraphs, nth: 0, at: start, end, is_fenced: false, n_crossings: 0, hits }
    }

    /// The next place in a paragraph where `regex` fits.
    fn next(&mut self, regex: &Regex) -> Option<TextRange> {
        loop {
            let own = *self.paragraphs.get(self.nth)?;
            let limit = if self.is_fenced { own.end().to_usize() } else { self.end };
            let haystack = self.text.get(..limit)?;
            let found = (self.at <= limit).then(|| regex.find_at(haystack, self.at)).flatten();
            let Some(found) = found.map(|found| TextRange::from_usize(found.range())) else {
                if !self.is_fenced {
                    return None;
                }
                self.nth += 1;
                self.at = self.paragraphs.get(self.nth)?.start().to_usize();
                self.is_fenced = MOST_CROSSINGS <= self.n_crossings;
                continue;
            };
            while self.paragraphs.get(self.nth)?.end() < found.start() {
                self.nth += 1;
            }
            let own = *self.paragraphs.get(self.nth)?;
            if found.start() < own.start() {
                self.at = own.start().to_usize();
            } else if own.end() < found.end() {
                self.n_crossings += 1;
                self.is_fenced = true;
                self.at = found.start().to_usize();
            } else {
                return Some(found);
            }
        }
    }
}

/// The line of words around `hit`, for a list: at most `most` characters before and after, on one
/// line, and which bytes of it are the hit.
pub fn context(text: &str, paragraph: TextRange, hit: TextRange, most: usize) -> (String, TextRange) {
    let inside = paragraph.intersection(hit).unwrap_or(hit);
    let before = TextRange::new(paragraph.start(), inside.start()).of(text).unwrap_or_default();
    let after = TextRange::new(inside.end(), paragraph.end()).of(text).unwrap_or_default();
    let mut line = tail(before, most);
    let start = TextSize::of(&line);
    line.push_str(&one_line(inside.of(text).unwrap_or_default()));
    let end = TextSize::of(&line);
    let rest = after.char_indices().nth(most).map_or(after.len(), |(at, _)| at);
    let following = one_line(after.get(..rest).unwrap_or_default());
    if rest < after.len() {
        // Cut where a word ends, unless it is all one word.
        let word = following.rfind(' ').filter(|&space| 0 < space).unwrap_or(following.len());
        line.push_str(following.get(..word).unwrap_or_default().trim_end());
        line.push('…');
    } else {
        line.push_str(&following);
    }
    (line, TextRange::new(start, end))
}

/// The last `most` characters of `text`, cut at a word where one begins.
fn tail(text: &str, most: usize) -> String {
    let Some((at, _)) = text.char_indices().rev().nth(most) else { return one_line(text) };
    let cut = text.get(at..).unwrap_or_default();
    let word = cut.find(char::is_whitespace).map_or(0, |space| space + 1);
    let cut = cut.get(word..).filter(|rest| !rest.trim().is_empty()).unwrap_or(cut);
    format!("…{}", one_line(cut))
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\t'], " ")
}
