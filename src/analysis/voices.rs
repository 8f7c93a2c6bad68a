//! Who is speaking where in an article, and how much of it nobody is named for: by the sources of marks, and where
//! no mark says it by what the text itself attributes.
//!
//! A passage that one heard from another is the other's: of a mark with several sources the farthest counts, of
//! attributions within each other the innermost. What the article says in its own voice has none.

use super::incidents::origin::joined;
use super::sources::name_at;
use crate::article::Article;
use crate::document::Document;
use crate::language::{Attributed, Class, Cues, Lexicon, Sentence, Spoken, Word, spoken};
use crate::text::{TextRange, TextSize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Somebody who speaks in an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice {
    /// By the name that comes first; names that share their telling words are one.
    pub name: Box<str>,
    /// How many characters of the text are theirs, white space aside.
    pub n_characters: usize,
    /// The same in hundredths of the text.
    pub share: f32,
}

/// A passage that somebody says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands.
    pub range: TextRange,
    /// Which of the voices.
    pub voice: usize,
    /// Whether a mark says so, and not only the text.
    pub is_marked: bool,
}

/// Who speaks in an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Voices {
    /// Those who say most first.
    pub all: Vec<Voice>,
    /// In the order of the text; none lies on another.
    pub passages: Vec<Passage>,
    /// The part for which nobody is named, in hundredths of the text.
    pub share_without: f32,
}

/// What marks say of a passage: whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedVoice {
    /// The pieces of the mark.
    pub pieces: Vec<TextRange>,
    /// Who says it in the end; `None`: a person found that nobody is named.
    pub name: Option<Box<str>>,
}

/// What the marks of an article say of who speaks, of the layers that are shown. Where two say it of the same
/// words, the one on fewer words counts, which comes last.
pub fn marked_voices(article: &Article) -> Vec<MarkedVoice> {
    let mut marked = Vec::new();
    for placed in article.layers().iter().filter(|placed| placed.is_shown) {
        for annotation in placed.layer.annotations() {
            let attribution = &annotation.attribution;
            let source = attribution.chain.iter().rev().find(|source| !source.name.trim().is_empty());
            let place = placed.placements.get(annotation.id).and_then(crate::anchor::Placement::passage);
            let Some(place) = place.filter(|_| source.is_some() || attribution.is_unattributed) else {
                continue;
            };
            let name = source.map(|source| source.actor.as_deref().unwrap_or(&source.name).trim().into());
            marked.push(MarkedVoice { pieces: place.pieces().to_vec(), name });
        }
    }
    let length = |voice: &MarkedVoice| voice.pieces.iter().map(|piece| length(*piece)).sum::<usize>();
    marked.sort_by_key(|voice| Reverse(length(voice)));
    marked
}

impl Voices {
    /// Of a document with what its marks say ([`marked_voices`]).
    ///
    /// ```
    /// use postil::analysis::voices::Voices;
    /// use postil::document::Document;
    /// let document = Document::plain("Eight people died, a hospital said. The army denied that it had fired.");
    /// let voices = Voices::of(&document, &[]);
    /// let names: Vec<&str> = voices.all.iter().map(|voice| &*voice.name).collect();
    /// assert_eq!(names, ["a hospital", "the army"]);
    /// ```
    pub fn of(document: &Document, marked: &[MarkedVoice]) -> Self {
        let text = document.text();
        let mut names = Names::default();
        let mut painted = Painted::default();
        for (range, name) in told_by(text) {
            let nth = names.number(name);
            painted.paint(range, Some((nth, false)));
        }
        let lexicon = Lexicon::of(text);
        for MarkedVoice { pieces, name } in marked {
            let name = name.as_ref().filter(|name| !is_nobody(name, lexicon));
            let nth = name.map(|name| (names.number(name.to_string()), true));
            pieces.iter().for_each(|piece| painted.paint(*piece, nth));
        }
        painted.told(text, &names)
    }
}

/// The passages that a text attributes, the outer before the inner, each with the name of who says it.
fn told_by(text: &str) -> Vec<(TextRange, String)> {
    let lexicon = Lexicon::of(text);
    let mut told = Vec::new();
    let mut before: Option<Attributed> = None;
    for Spoken { sentence, attributions, .. } in spoken(text, Cues::for_text(text)) {
        let named = |one: &Attributed| {
            let at = one.speaker()?;
            let name = name_at(text, at, lexicon);
            let before = text.get(..at.start().to_usize()).unwrap_or_default();
            let with_before = format!("{} {name}", before.split_whitespace().next_back().unwrap_or_default());
            (!is_nobody(&name, lexicon) && !is_nobody(&with_before, lexicon)).then_some(name)
        };
        if attributions.is_empty()
            && let Some(before) = before.as_ref().filter(|one| sentence.start() <= reach(one))
            && before.goes_on(text, sentence)
        {
            told.extend(named(before).map(|name| (sentence, name)));
        }
        let mut pieces: Vec<(TextRange, String)> = Vec::new();
        for one in attributions.iter().filter(|one| one.source.is_some()) {
            let Some(name) = named(one) else { continue };
            pieces.extend(one.content.iter().map(|piece| (*piece, name.clone())));
        }
        pieces.sort_by_key(|(piece, _)| (piece.start(), Reverse(piece.end())));
        told.extend(pieces);
        before = attributions.into_iter().next_back().or(before);
    }
    told
}

/// Whether a name is that of no voice: "nobody", "none of the guests", "no official".
fn is_nobody(name: &str, lexicon: &Lexicon) -> bool {
    let words = Sentence::of(name).lower;
    let Some((key, n_words)) = lexicon.find(Class::Negation, &words, 0) else { return false };
    let is_number = |word: &Word| word.starts_with(|c: char| c.is_numeric());
    match key {
        "nobody" | "none" | "neither" => true,
        // "No 10" is a house.
        "no" => !words.get(n_words).is_some_and(is_number),
        _ => false,
    }
}

/// A quotation goes on so far at most: further on it is no longer known whose it is.
fn reach(one: &Attributed) -> TextSize {
    const FARTHEST: usize = 4_000;
    TextSize::from_usize(one.sentence.end().to_usize().saturating_add(FARTHEST))
}

/// The names that are used, each once.
#[derive(Default)]
struct Names {
    all: Vec<String>,
    numbers: HashMap<String, usize>,
}

impl Names {
    fn number(&mut self, name: String) -> usize {
        *self.numbers.entry(name.to_lowercase()).or_insert_with(|| {
            self.all.push(name);
            self.all.len() - 1
        })
    }
}

/// Who says each stretch of a text, by where it begins; what was painted last lies on top.
#[derive(Default)]
struct Painted(BTreeMap<TextSize, (TextSize, Option<(usize, bool)>)>);

impl Painted {
    fn paint(&mut self, range: TextRange, by: Option<(usize, bool)>) {
        let (start, end) = (range.start(), range.end());
        if end <= start {
            return;
        }
        let first = self.0.range(..start).next_back().filter(|(_, (until, _))| start < *until);
        let first = first.map(|(from, _)| *from);
        let under: Vec<TextSize> =
            first.into_iter().chain(self.0.range(start..end).map(|(from, _)| *from)).collect();
        for from in under {
            let Some((until, whose)) = self.0.remove(&from) else { continue };
            if from < start {
                self.0.insert(from, (start, whose));
            }
            if end < until {
                self.0.insert(end, (until, whose));
            }
        }
        self.0.insert(start, (end, by));
    }

    /// The numbers of the names that are seen, in the order of the text.
    fn seen(&self) -> Vec<usize> {
        let mut seen = HashSet::new();
        let in_text = self.0.values().filter_map(|(_, by)| by.map(|(nth, _)| nth));
        in_text.filter(|nth| seen.insert(*nth)).collect()
    }

    #[expect(clippy::cast_precision_loss, reason = "shares for people")]
    fn told(self, text: &str, names: &Names) -> Voices {
        let seen = self.seen();
        let used: Vec<&str> =
            seen.iter().map(|&nth| names.all.get(nth).map(String::as_str).unwrap_or_default()).collect();
        let groups = joined(&used);
        let group_of: HashMap<usize, usize> = seen.into_iter().zip(groups.iter().copied()).collect();
        let mut counts: Vec<(usize, &str, usize)> = Vec::new();
        for (&group, name) in groups.iter().zip(used) {
            if group == counts.len() {
                counts.push((group, name, 0));
            }
        }
        let mut passages: Vec<Passage> = Vec::new();
        for (start, (end, by)) in self.0 {
            let group = by.and_then(|(nth, is_marked)| Some((*group_of.get(&nth)?, is_marked)));
            let Some((voice, is_marked)) = group else { continue };
            let range = TextRange::new(start, end);
            if let Some((.., n)) = counts.get_mut(voice) {
                *n += n_characters(range.of(text).unwrap_or_default());
            }
            passages.push(Passage { range, voice, is_marked });
        }
        counts.sort_by_key(|(group, _, n)| (Reverse(*n), *group));
        let places: HashMap<usize, usize> =
            counts.iter().enumerate().map(|(nth, (group, ..))| (*group, nth)).collect();
        for passage in &mut passages {
            passage.voice = places.get(&passage.voice).copied().unwrap_or_default();
        }
        let n_in_all = n_characters(text).max(1);
        let share = |n: usize| 100.0 * n as f32 / n_in_all as f32;
        let n_told: usize = counts.iter().map(|(.., n)| n).sum();
        let voice = |(_, name, n): (usize, &str, usize)| Voice {
            name: name.into(),
            n_characters: n,
            share: share(n),
        };
        Voices {
            all: counts.into_iter().map(voice).collect(),
            passages,
            share_without: share(n_in_all.saturating_sub(n_told)),
        }
    }
}

fn n_characters(words: &str) -> usize {
    words.chars().filter(|c| !c.is_whitespace()).count()
}

fn length(range: TextRange) -> usize {
    range.end().to_usize().saturating_sub(range.start().to_usize())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, marked: &[MarkedVoice]) -> Vec<(String, String)> {
        let voices = Voices::of(&Document::plain(text), marked);
        let told = |passage: &Passage| {
            let words = passage.range.of(text).unwrap_or_default().to_owned();
            (voices.all[passage.voice].name.to_string(), words)
        };
        voices.passages.iter().map(told).collect()
    }

    fn at(text: &str, words: &str) -> TextRange {
        let start = text.find(words).expect("words of the text");
        TextRange::from_usize(start..start + words.len())
    }

    #[test]
    fn the_innermost_voice_speaks_and_marks_go_before_the_text() {
        let text = "The army said that, according to a hospital, eight people had died. It rained.";
        let found = told(text, &[]);
        let by_hospital = found.iter().find(|(_, words)| words.contains("eight people")).expect("a voice");
        assert_eq!(by_hospital.0, "a hospital", "{found:?}");
        let marked = [
            MarkedVoice { pieces: vec![at(text, "eight people had died")], name: Some("the mayor".into()) },
            MarkedVoice { pieces: vec![at(text, "died")], name: None },
        ];
        let found = told(text, &marked);
        assert!(found.contains(&("the mayor".to_owned(), "eight people had ".to_owned())), "{found:?}");
        assert!(
            !found.iter().any(|(_, words)| words.contains("died") || words.contains("rained")),
            "{found:?}"
        );
    }

    #[test]
    fn nobody_is_no_voice() {
        for text in [
            "Nobody said who had fired.",
            "No one claimed that the shelter was empty.",
            "None of the guests said what had happened.",
            "No official said how many had died.",
        ] {
            assert_eq!(told(text, &[]), [], "{text}");
        }
        let text = "Eight people died. Ten were hurt.";
        let by = |name: &str| {
            [MarkedVoice { pieces: vec![at(text, "Eight people died")], name: Some(name.into()) }]
        };
        assert_eq!(told(text, &by("Nobody")), []);
        for name in ["No 10", "Norway", "the nobody"] {
            assert_eq!(told(text, &by(name)), [(name.to_owned(), "Eight people died".to_owned())]);
        }
        let spanish = "Los vecinos no durmieron y la ciudad estaba en calma. Nadie dijo que había muertos.";
        assert_eq!(told(spanish, &[]), []);
    }

    #[test]
    fn shares_and_the_part_without_a_voice_are_the_whole_text() {
        let text =
            "Eight died, the Field Observatory said. The Observatory said that ten were hurt. Nobody came.";
        let voices = Voices::of(&Document::plain(text), &[]);
        assert_eq!(voices.all.len(), 1, "one name is short for the other: {voices:?}");
        let shares: f32 = voices.all.iter().map(|voice| voice.share).sum();
        assert!((shares + voices.share_without - 100.0).abs() < 0.01);
        assert!(0.0 < voices.share_without && voices.share_without < 100.0);
        let silent = Voices::of(&Document::plain(""), &[]);
        assert_eq!((silent.all.len(), silent.passages.len()), (0, 0));
    }

    #[test]
    fn no_two_passages_lie_on_each_other() {
        let mut painted = Painted::default();
        let range = |start, end| TextRange::from_usize(start..end);
        for (start, end, by) in [(0, 10, 0), (3, 5, 1), (4, 12, 2), (0, 1, 1), (20, 20, 3), (2, 2, 3)] {
            painted.paint(range(start, end), Some((by, false)));
        }
        let told = painted.0.iter().map(|(from, (to, by))| (from.to_usize(), to.to_usize(), by.unwrap().0));
        let found: Vec<_> = told.collect();
        assert_eq!(found, [(0, 1, 1), (1, 3, 0), (3, 4, 1), (4, 12, 2)]);
    }
}
