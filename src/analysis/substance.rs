//! What changed in substance between two versions of a text: figures, dates, names of sources, negations,
//! verbs of attribution and words for how sure it is. "35 → 40 people were killed", "said → claimed".
//!
//! Facts are read from the sentences of both versions. Two facts are the same matter if the word diff
//! carries a word of one to the other, or if both stand in the same gap of it and in sentences that have
//! words in common. What only moved, or is only written otherwise ("three", "3"), is no change.

mod mended;
mod pairing;

use super::facts::{Fact, facts};
use super::sides::{Row, Sides, Version, are_alike};
use crate::language::{Lexicon, Sentence};
use crate::text::align::Alignment;
use crate::text::{TextRange, TextSize, boundary};
use mended::is_mended;
use pairing::{MOST_LOOSE, carried, in_gaps, moved, with_the_same_ends};
use std::collections::BTreeMap;

/// How many words behind a figure are told with it.
const BEHIND: usize = 3;

/// The verbs that say no more than that somebody says so. With a sentence that came or went their sources are
/// told, if at all.
const NEUTRAL: [&str; 9] =
    ["say", "tell", "state", "report", "announce", "declare", "add", "cite", "according to"];

/// What kind of statement changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// How many.
    Figure,
    /// When.
    Date,
    /// Who says it.
    Source,
    /// Whether it is said to be so or not.
    Negation,
    /// How it is said: "said", "claimed", "confirmed".
    Attribution,
    /// How sure it is: "will", "may", "unlikely".
    Certainty,
}

impl Kind {
    /// The word for files, the command line and the window.
    pub fn name(self) -> &'static str {
        match self {
            Self::Figure => "figure",
            Self::Date => "date",
            Self::Source => "source",
            Self::Negation => "negation",
            Self::Attribution => "attribution",
            Self::Certainty => "certainty",
        }
    }
}

/// The words of one version, in bytes of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// The words that matter.
    pub range: TextRange,
    /// The sentence that they stand in.
    pub sentence: TextRange,
}

/// A difference that matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubstantialChange {
    /// Of what.
    pub kind: Kind,
    /// In the old version; `None` where the new one says something new.
    pub old: Option<Words>,
    /// In the new version; `None` where the old words went.
    pub new: Option<Words>,
    /// What it said, in a few words of the text on one line: `35`.
    pub was: Option<String>,
    /// What it says: `40 people were killed`.
    pub is: Option<String>,
    /// The place in the new version where it belongs, in bytes.
    pub at: TextSize,
}

impl SubstantialChange {
    /// Both in one line, for files and the command line: `35 → 40 people were killed`.
    pub fn summary(&self) -> String {
        match (&self.was, &self.is) {
            (Some(was), Some(is)) => format!("{was} → {is}"),
            (Some(was), None) => format!("gone: {was}"),
            (None, is) => format!("new: {}", is.as_deref().unwrap_or_default()),
        }
    }
}

/// All that two versions of a text differ in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// What differs in substance, in the order of the new text.
    pub changes: Vec<SubstantialChange>,
    /// Both texts, paragraph by paragraph.
    pub rows: Vec<Row>,
}

impl Comparison {
    /// Compares an old text with a new one.
    pub fn of(old: &str, new: &str) -> Self {
        Self::by(&Alignment::of(old, new), old, new)
    }

    /// The same for texts that are aligned already.
    pub fn by(aligned: &Alignment, old: &str, new: &str) -> Self {
        let sides = Sides::by(aligned, old, new);
        let changes = substantial(old, new, &sides);
        Self { changes, rows: sides.rows }
    }
}

/// What changed in substance from `old` to `new`, in the order of the new text.
///
/// ```
/// use postil::analysis::changes;
/// let found = changes("The army said 35 people were killed.", "The army claimed 40 people were killed.");
/// let told: Vec<_> = found.iter().map(|change| format!("{}: {}", change.kind.name(), change.summary())).collect();
/// assert_eq!(told, ["attribution: said → claimed", "figure: 35 → 40 people were killed"]);
/// ```
pub fn changes(old: &str, new: &str) -> Vec<SubstantialChange> {
    substantial(old, new, &Sides::of(old, new))
}

/// A fact with its place among the words of its version.
struct Placed {
    fact: Fact,
    /// The first word of its sentence, in the version.
    base: usize,
    /// An index into the sentences.
    sentence: usize,
    is_settled: bool,
}

/// The sentences and facts of one version.
struct Said<'a> {
    text: &'a str,
    version: &'a Version,
    /// Each as a range of words.
    sentences: Vec<std::ops::Range<usize>>,
    facts: Vec<Placed>,
    /// The fact that each word belongs to, by kind.
    of_word: BTreeMap<(Kind, usize), usize>,
}

impl<'a> Said<'a> {
    fn of(text: &'a str, version: &'a Version, lexicon: &Lexicon) -> Self {
        let mut said =
            Self { text, version, sentences: Vec::new(), facts: Vec::new(), of_word: BTreeMap::new() };
        for paragraph in 0..version.paragraphs.len() {
            let mut next = version.paragraphs[paragraph].start;
            let end = version.paragraphs[paragraph].end;
            for sentence in boundary::sentences(text, version.range(paragraph)) {
                let rest = &version.words[next..end];
                let n_words = rest.partition_point(|word| word.start() < sentence.end());
                said.read(next..next + n_words, lexicon);
                next += n_words;
            }
        }
        said
    }

    fn read(&mut self, words: std::ops::Range<usize>, lexicon: &Lexicon) {
        let sentence = Sentence::new(self.text, &self.version.words[words.clone()]);
        for fact in facts(&sentence, lexicon) {
            for word in fact.words.clone() {
                self.of_word.insert((fact.kind, words.start + word), self.facts.len());
            }
            self.facts.push(Placed {
                fact,
                base: words.start,
                sentence: self.sentences.len(),
                is_settled: false,
            });
        }
        self.sentences.push(words);
    }

    fn words_of(&self, at: usize) -> std::ops::Range<usize> {
        let Placed { fact, base, .. } = &self.facts[at];
        base + fact.words.start..base + fact.words.end
    }

    fn outcome(&self, at: usize) -> Option<&'static str> {
        self.facts[at].fact.outcome
    }

    /// Whether a fact says the same as one of the other version.
    fn says_same(&self, at: usize, other: &Self, other_at: usize) -> bool {
        self.facts[at].fact.says_same(&other.facts[other_at].fact)
    }

    /// The same, and of what became of whom.
    fn is_same(&self, at: usize, other: &Self, other_at: usize) -> bool {
        self.says_same(at, other, other_at) && self.outcome(at) == other.outcome(other_at)
    }

    fn kind(&self, at: usize) -> Kind {
        self.facts[at].fact.kind
    }

    fn word(&self, at: usize) -> &'a str {
        self.version.words.get(at).and_then(|word| word.of(self.text)).unwrap_or_default()
    }

    fn hull(&self, words: std::ops::Range<usize>) -> TextRange {
        let words = self.version.words.get(words).unwrap_or_default();
        words.first().zip(words.last()).map_or(TextRange::default(), |(first, last)| first.hull(*last))
    }

    fn told(&self, at: usize) -> Words {
        let sentence = self.sentences.get(self.facts[at].sentence).cloned().unwrap_or_default();
        Words { range: self.hull(self.words_of(at)), sentence: self.hull(sentence) }
    }

    fn sentence_words(&self, at: usize) -> Vec<&'a str> {
        self.solid_words(self.facts[at].sentence)
    }

    /// The words of a sentence, without signs.
    fn solid_words(&self, sentence: usize) -> Vec<&'a str> {
        let words = self.sentences.get(sentence).cloned().unwrap_or_default();
        words.map(|at| self.word(at)).filter(|word| word.chars().any(char::is_alphanumeric)).collect()
    }

    /// Whether enough of the sentence of a fact stands in the other version to speak of the same one.
    fn is_kept(&self, at: usize) -> bool {
        let words = self.sentences.get(self.facts[at].sentence).cloned().unwrap_or_default();
        let solid = words.filter(|&at| self.word(at).chars().any(char::is_alphanumeric));
        let (mut all, mut kept) = (0, 0);
        for at in solid {
            all += 1;
            kept += usize::from(self.version.is[at].is_some());
        }
        0 < kept && all <= 4 * kept
    }

    /// The sentences of which no word is carried to the other version.
    fn strange(&self) -> Vec<Vec<&'a str>> {
        let is_strange =
            |&sentence: &usize| self.sentences[sentence].clone().all(|word| self.version.is[word].is_none());
        (0..self.sentences.len()).filter(is_strange).map(|sentence| self.solid_words(sentence)).collect()
    }

    /// The words behind a figure, up to the next sign or the end of its sentence.
    fn behind(&self, at: usize) -> String {
        let end = self.words_of(at).end;
        let stop = self.sentences.get(self.facts[at].sentence).map_or(end, |sentence| sentence.end);
        let is_other = |at: &usize| self.of_word.contains_key(&(Kind::Figure, *at));
        let is_word = |at: &usize| {
            !is_other(at) && self.word(*at).chars().all(|c| c.is_alphanumeric() || c == '\'' || c == '’')
        };
        let n_words = (end..stop.min(end + BEHIND)).take_while(is_word).count();
        one_line(self.hull(end..end + n_words).of(self.text).unwrap_or_default())
    }

    fn phrase(&self, at: usize) -> String {
        one_line(self.hull(self.words_of(at)).of(self.text).unwrap_or_default())
    }
}

fn substantial(old: &str, new: &str, sides: &Sides) -> Vec<SubstantialChange> {
    let lexicon = Lexicon::of(new);
    let mut before = Said::of(old, &sides.old, lexicon);
    let mut after = Said::of(new, &sides.new, lexicon);
    let mut pairs = with_the_same_ends(&mut before, &mut after);
    pairs.extend(carried(&mut before, &mut after));
    pairs.extend(in_gaps(&mut before, &mut after));
    pairs.extend(moved(&mut before, &mut after));
    let mut found: Vec<SubstantialChange> =
        pairs.into_iter().filter_map(|(old, new)| changed(&before, old, &after, new)).collect();
    let known = |said: &Said<'_>| -> Vec<Fact> {
        let sources = said.facts.iter().map(|placed| &placed.fact).filter(|fact| fact.kind == Kind::Source);
        let mut known: Vec<Fact> = Vec::new();
        for source in sources {
            if !known.iter().any(|other| other.key == source.key) {
                known.push(source.clone());
            }
        }
        known
    };
    let (known_before, known_after) = (known(&before), known(&after));
    found.extend(loose(&before, &after, &known_after).map(|at| went(&before, at, sides)));
    found.extend(loose(&after, &before, &known_before).map(|at| came(&after, at)));
    found.sort_by_key(|change| (change.at, change.new.is_none(), change.kind));
    found
}

/// Whether two facts of one matter say different things, and which.
fn changed(before: &Said<'_>, old: usize, after: &Said<'_>, new: usize) -> Option<SubstantialChange> {
    let outcomes = before.outcome(old).zip(after.outcome(new));
    let has_other_outcome = outcomes.is_some_and(|(old, new)| old != new);
    if before.says_same(old, after, new) && !has_other_outcome {
        return None;
    }
    let (mut was, mut is) = (before.phrase(old), after.phrase(new));
    if after.kind(new) == Kind::Figure {
        let (was_behind, is_behind) = (before.behind(old), after.behind(new));
        if was_behind != is_behind {
            was = joined(&was, &was_behind);
        }
        is = joined(&is, &is_behind);
    }
    let told = after.told(new);
    Some(SubstantialChange {
        kind: after.kind(new),
        old: Some(before.told(old)),
        new: Some(told),
        was: Some(was),
        is: Some(is),
        at: told.range.start(),
    })
}

/// Facts of one version that have no like in the other and are worth telling: in a sentence that came or
/// went as a whole, figures, negations, sources that stand nowhere else, and verbs that say more than that
/// somebody says so.
fn loose(said: &Said<'_>, other: &Said<'_>, known: &[Fact]) -> impl Iterator<Item = usize> {
    let strange = other.strange();
    // A sentence that was moved and changed a little is the same sentence.
    let is_like_one = move |at: usize| {
        let own = said.sentence_words(at);
        strange.len() <= MOST_LOOSE && strange.iter().any(|words| are_alike(&own, words))
    };
    let is_told = move |&at: &usize| match said.kind(at) {
        _ if said.facts[at].is_settled || is_mended(said, at, other) => false,
        Kind::Figure | Kind::Negation => true,
        Kind::Attribution if !NEUTRAL.contains(&said.facts[at].fact.key.as_str()) => true,
        // A name that stands where it stood has only lost or won its verb, which is told by itself.
        Kind::Source => {
            let stays = said.words_of(at).all(|word| said.version.is[word].is_some());
            let fact = &said.facts[at].fact;
            !stays && !known.iter().any(|other| fact.says_same(other))
        }
        // "Will" says no more than that it is to come.
        Kind::Certainty if said.facts[at].fact.key == "will" => false,
        Kind::Date | Kind::Attribution | Kind::Certainty => said.is_kept(at) || is_like_one(at),
    };
    (0..said.facts.len()).filter(is_told)
}

fn went(before: &Said<'_>, at: usize, sides: &Sides) -> SubstantialChange {
    let word = before.words_of(at).start;
    // Where it would stand now: behind the last word before it that is still there.
    let stays = (0..word).rev().find_map(|at| before.version.is[at]);
    let place = stays.and_then(|at| sides.new.words.get(at)).map_or(TextSize::ZERO, |word| word.end());
    SubstantialChange {
        kind: before.kind(at),
        old: Some(before.told(at)),
        new: None,
        was: Some(whole(before, at)),
        is: None,
        at: place,
    }
}

fn came(after: &Said<'_>, at: usize) -> SubstantialChange {
    let told = after.told(at);
    SubstantialChange {
        kind: after.kind(at),
        old: None,
        new: Some(told),
        was: None,
        is: Some(whole(after, at)),
        at: told.range.start(),
    }
}

/// A fact's words; a negation with those it turns round, and a verb of a sentence that came or went with
/// those behind it.
fn whole(said: &Said<'_>, at: usize) -> String {
    match said.kind(at) {
        Kind::Figure | Kind::Negation => joined(&said.phrase(at), &said.behind(at)),
        Kind::Attribution if !said.is_kept(at) => joined(&said.phrase(at), &said.behind(at)),
        _ => said.phrase(at),
    }
}

fn joined(words: &str, behind: &str) -> String {
    if behind.is_empty() { words.to_owned() } else { format!("{words} {behind}") }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Words that make facts, in several scripts, and signs that part them.
    const SOUP: &str = "(The |army |said |not |no |35 |1,200 |twenty-|five |more than |between |and |to |Monday|3 |March |99999999999999999999999999999999999999999 million billion |٣٥ |о |\u{a0}|% |\\$|\\. |\n|\n\n|“|é|人|died |killed ){0,60}";

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_text_panics_and_what_is_told_stands_there(old in SOUP, new in SOUP) {
            for change in changes(&old, &new) {
                prop_assert!(change.old.is_some() || change.new.is_some());
                for (text, words) in [(&old, change.old), (&new, change.new)] {
                    let Some(words) = words else { continue };
                    prop_assert!(!words.range.of(text).unwrap_or_default().is_empty());
                    prop_assert!(words.sentence.covers(words.range));
                }
                prop_assert!(change.at.to_usize() <= new.len());
            }
        }

        #[test]
        fn a_text_says_the_same_as_itself(text in SOUP) {
            prop_assert_eq!(changes("said 3 The 3 said ", "said 3 The 3 said "), Vec::new());
            prop_assert_eq!(changes(&text, &text), Vec::new());
        }
    }
}
