//! Words broken at syllables, where a line filled to both edges would gape otherwise.
//!
//! No letter is put into the text, whose offsets are the document's: parley is allowed a break where the
//! patterns have one (Liang, *Word Hy-phen-a-tion by Com-put-er*, 1983), and the hyphen is drawn beside
//! the line. Lines are first broken at spaces; a word is broken only where that leaves a gap.

use hypher::Lang;
use parley::{Layout, LineBreakContext};
use std::sync::atomic::{AtomicUsize, Ordering};
use unicode_segmentation::UnicodeSegmentation as _;

use super::pixels::count;
use super::style::Look;
use crate::document::Document;

/// Spaces may be wider by so many times the size of the letters. A space has a quarter of it.
const WIDER: f32 = 0.2;
/// No more lines than these end with a hyphen in a row: more make a ladder that the eye climbs.
const IN_A_ROW: usize = 2;
/// Shorter words stay whole, in letters.
const SHORTEST: usize = 6;

/// The patterns for the language of `document`, if there are any.
pub(super) fn patterns(document: &Document) -> Option<Lang> {
    let language = document.language()?.split(['-', '_']).next()?.to_ascii_lowercase();
    Lang::from_iso(language.as_bytes().try_into().ok()?)
}

/// Where words of `text` may be broken, in bytes. Names stay whole: they are what people look for. (In
/// German every noun has a capital.)
fn places(text: &str, language: Lang) -> Vec<usize> {
    let mut places = Vec::new();
    for (start, word) in text.split_word_bound_indices() {
        let is_name = word.chars().next().is_some_and(char::is_uppercase) && language != Lang::German;
        if is_name || word.chars().count() < SHORTEST || !word.chars().all(char::is_alphabetic) {
            continue;
        }
        let mut at = start;
        let ends = hypher::hyphenate(word, language).map(|syllable| {
            at += syllable.len();
            at
        });
        places.extend(ends.filter(|&end| end < start + word.len()));
    }
    places
}

/// A character, or more where a ligature draws them as one.
struct Spot {
    /// Its first byte.
    at: usize,
    advance: f32,
    is_space: bool,
    /// Whether a line may end before it.
    may_start: bool,
    starts_anew: bool,
}

/// What `layout`, broken at spaces, consists of; `None` where a part runs from right to left, as no
/// script that does is hyphenated.
fn spots(layout: &Layout<Look>, text: &str) -> Option<Vec<Spot>> {
    let mut spots: Vec<Spot> = Vec::new();
    let mut before = None;
    for run in layout.lines().flat_map(|line| line.runs().collect::<Vec<_>>()) {
        if run.is_rtl() {
            return None;
        }
        for cluster in run.clusters() {
            let at = cluster.text_range().start;
            let c = text.get(at..).and_then(|rest| rest.chars().next());
            let is_space = c == Some(' ');
            let follows = matches!(before, Some(' ' | '-' | '\u{2010}' | '–' | '—'));
            let starts_anew = before == Some('\n');
            let may_start = follows && !is_space;
            spots.push(Spot { at, advance: cluster.advance(), is_space, may_start, starts_anew });
            before = c;
        }
    }
    Some(spots)
}

/// A place to end a line before.
#[derive(Clone, Copy)]
struct End {
    spot: usize,
    /// Of what stands before it, the spaces at the end aside.
    width: f32,
    n_gaps: usize,
}

/// Where lines of `layout`, which has `text` in lines of `width`, shall be broken within a word, in
/// bytes. `size` is that of the letters. Pixels.
pub(super) fn chosen(
    layout: &Layout<Look>,
    text: &str,
    language: Lang,
    (width, size): (f32, f32),
) -> Vec<usize> {
    if layout.len() < 2 {
        return Vec::new();
    }
    let (Some(spots), places) = (spots(layout, text), places(text, language)) else { return Vec::new() };
    let gapes = |end: &End| size * WIDER * count(end.n_gaps) < width - end.width;
    // The last word stays whole: the rest of it would stand alone in the last line.
    let last_word = text.trim_end().rfind(' ').unwrap_or(0);
    let mut chosen: Vec<usize> = Vec::new();
    let (mut first, mut in_a_row) = (0, 0);
    while first < spots.len() {
        let Some((at_space, in_word, overflow)) = line(&spots, first, &places, width) else { break };
        let at_space = at_space.filter(|end| first < end.spot);
        let later = |end: &End| {
            at_space.is_none_or(|other| other.spot < end.spot)
                && spots.get(end.spot).is_some_and(|spot| spot.at <= last_word)
        };
        match in_word.filter(later) {
            Some(end) if in_a_row < IN_A_ROW && at_space.as_ref().is_none_or(gapes) => {
                chosen.extend(spots.get(end.spot).map(|spot| spot.at));
                (first, in_a_row) = (end.spot, in_a_row + 1);
            }
            _ => (first, in_a_row) = (at_space.map_or(overflow, |end| end.spot), 0),
        }
    }
    chosen
}

/// The last place at a space and the last one in a word at which a line that begins with `first` can
/// end, and the spot that has no room; `None` where all has room. A line that ends by itself counts as
/// one without a gap.
fn line(
    spots: &[Spot],
    first: usize,
    places: &[usize],
    width: f32,
) -> Option<(Option<End>, Option<End>, usize)> {
    let (mut at_space, mut in_word) = (None, None);
    let (mut x, mut inked, mut gaps, mut n_gaps) = (0.0_f32, 0.0_f32, 0, 0);
    for (nth, spot) in spots.iter().enumerate().skip(first) {
        let end = End { spot: nth, width: inked, n_gaps };
        if first < nth && spot.starts_anew {
            return Some((Some(End { width, ..end }), None, nth));
        }
        if spot.may_start {
            at_space = Some(end);
        } else if first < nth && places.binary_search(&spot.at).is_ok() {
            in_word = Some(end);
        }
        x += spot.advance;
        if spot.is_space {
            gaps += 1;
        } else if width < x {
            return Some((at_space, in_word, nth.max(first + 1)));
        } else {
            (inked, n_gaps) = (x, gaps);
        }
    }
    None
}

/// Has lines broken at `places`, in bytes of `text`, where the rules have no break.
///
/// parley asks about every two neighbours in the order of the text, but for those of which one ends a
/// line by itself, and does not say where they stand: so they are counted, once for each layout.
pub(super) fn breaks(
    text: &str,
    places: &[usize],
) -> impl Fn(LineBreakContext) -> Option<bool> + Send + Sync + use<> {
    let is_asked = |before: char, after: char| !ends_a_line(before) && !ends_a_line(after);
    let neighbours = text.char_indices().zip(text.char_indices().skip(1));
    let asked = neighbours.filter(|((_, before), (_, after))| is_asked(*before, *after));
    let is_place: Vec<bool> = asked.map(|(_, (at, _))| places.binary_search(&at).is_ok()).collect();
    let n_asked = AtomicUsize::new(0);
    move |_| {
        let nth = n_asked.fetch_add(1, Ordering::Relaxed);
        is_place.get(nth).is_some_and(|&is_place| is_place).then_some(true)
    }
}

/// The mandatory breaks of UAX #14: BK, CR, LF and NL.
fn ends_a_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_broken_at_syllables_and_names_stay_whole() {
        let broken = |text: &str, language| {
            let mut text = text.to_owned();
            for at in places(&text.clone(), language).into_iter().rev() {
                text.insert(at, '-');
            }
            text
        };
        let english = "An extensive statement by Washington’s representatives said otherwise";
        assert_eq!(
            broken(english, Lang::English),
            "An ex-ten-sive state-ment by Washington’s rep-re-sen-ta-tives said oth-er-wise"
        );
        assert_eq!(broken("Die Behörden bestätigen es", Lang::German), "Die Be-hör-den be-stä-ti-gen es");
        assert_eq!(broken("больше тридцати", Lang::Russian), "боль-ше трид-ца-ти");
        assert_eq!(
            broken("co\u{ad}operation 35km e-mailing", Lang::English),
            "co\u{ad}operation 35km e-mail-ing"
        );
    }
}
