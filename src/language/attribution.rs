//! Who says what: for each sentence the words that attribute (the *cue*), who is named as the source, and what
//! is attributed (the *content*). A cue is a verb of saying, thinking or showing, a phrase such as "according
//! to", a noun such as "claim that", or a sign: the colon behind a speaker, the dash before one.

mod aside;
mod content;
mod earlier;
mod grammar;
mod phrase;
mod signs;
mod source;
#[cfg(test)]
mod tests;
mod verbs;

use super::cues::{CueKind, Cues, Part};
use super::running::Prose;
use crate::text::TextRange;
use earlier::Earlier;
pub(super) use grammar::Read;
use std::ops::Range;

/// How a cue attributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueForm {
    /// "said"
    Verb,
    /// "according to"
    Phrase,
    /// "allegedly"
    Aside,
    /// "the claim that"
    Noun,
    /// "is convinced that"
    State,
    /// A colon behind the speaker.
    Colon,
    /// A dash before the speaker.
    Dash,
}

/// One attribution, with its places in bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attributed {
    /// What is done by saying it.
    pub kind: CueKind,
    /// How the cue attributes.
    pub form: CueForm,
    /// Whether the cue is negated: "did not say".
    pub is_negated: bool,
    /// The words that attribute.
    pub cue: TextRange,
    /// Who says it, as worded: a name, a noun with what describes it, a pronoun.
    pub source: Option<TextRange>,
    /// Whom a pronoun means, as far as the text before it tells: the source that was named last.
    pub named: Option<TextRange>,
    /// What is said, in one piece or two around source and cue; empty where it stands elsewhere.
    pub content: Vec<TextRange>,
    /// The sentence it stands in.
    pub sentence: TextRange,
}

impl Attributed {
    /// Who says it by name: the source, or whom its pronoun means.
    pub fn speaker(&self) -> Option<TextRange> {
        self.named.or(self.source)
    }

    /// Whether a passage behind its sentence, with no attribution between them, goes on with what is quoted there.
    pub fn goes_on(&self, text: &str, passage: TextRange) -> bool {
        let between = self.sentence.start().to_usize()..passage.start().to_usize();
        let Some(between) = text.get(between).filter(|_| self.speaker().is_some()) else { return false };
        let opened = between.matches(['“', '«', '„']).count();
        let closed = between.matches(['”', '»']).count();
        // Its sentence may be the last of a quotation that began before: the last mark tells, and not their number.
        let opens_last = between.rmatch_indices('"').next().is_some_and(|(at, mark)| {
            let is_apart = between.get(..at).is_none_or(|before| !before.ends_with(char::is_alphanumeric));
            let after = between.get(at + mark.len()..).unwrap_or_default();
            is_apart && !after.starts_with(char::is_whitespace)
        });
        let begins =
            passage.of(text).is_some_and(|words| words.trim_start().starts_with(['“', '"', '«', '„']));
        let is_open = closed < opened || between.matches('"').count() % 2 == 1 && opens_last;
        !between.contains("\n\n") && (is_open || begins)
    }

    fn contains(&self, range: TextRange) -> bool {
        self.content
            .iter()
            .any(|piece| piece.start() <= range.start() && range.end() <= piece.end() && *piece != range)
    }
}

/// All attributions in `text`, in its order, by the words of its language.
///
/// ```
/// use postil::language::{CueKind, attributions};
/// let text = "The army denied it. Eight people died, a hospital in Tabqa said.";
/// let found = attributions(text);
/// let told = found.iter().map(|one| (one.kind, one.source.and_then(|source| source.of(text))));
/// let told: Vec<_> = told.collect();
/// assert_eq!(told[0], (CueKind::Denies, Some("The army")));
/// assert_eq!(told[1], (CueKind::Says, Some("a hospital in Tabqa")));
/// ```
pub fn attributions(text: &str) -> Vec<Attributed> {
    attributions_by(text, Cues::for_text(text))
}

/// The same by given words.
pub fn attributions_by(text: &str, cues: &Cues) -> Vec<Attributed> {
    let mut all = Vec::new();
    each_sentence(&Prose::new(text), cues, |_, _, attributions| all.extend(attributions));
    all
}

/// Reads every sentence of a text and gives it with its attributions.
pub(super) fn each_sentence(
    prose: &Prose<'_>,
    cues: &Cues,
    mut take: impl FnMut(&Read<'_>, TextRange, Vec<Attributed>),
) {
    let mut start = 0;
    let mut named = Earlier::default();
    for paragraph in prose.text().split('\n') {
        let range = TextRange::from_usize(start..start + paragraph.len());
        for (nth, (sentence, words)) in prose.sentences(range).iter().enumerate() {
            let read = Read::new(prose.text(), words.clone(), cues);
            let attributions = in_read(&read, *sentence, nth == 0, &mut named);
            take(&read, *sentence, attributions);
        }
        start += paragraph.len() + 1;
    }
}

/// The attributions of a sentence that is read; `named` are the sources that were named before.
fn in_read(read: &Read<'_>, sentence: TextRange, is_first: bool, named: &mut Earlier) -> Vec<Attributed> {
    let mut all: Vec<Attributed> = Vec::new();
    for found in in_sentence(read, is_first) {
        let words = found.source.clone();
        let mut found = found.told(read, sentence);
        match found.source.zip(words) {
            Some(((source, false), words)) => {
                // "We ask for peace the envoy said": she says that they ask, and not they that she says it.
                let is_outer = |other: &Attributed| found.attributed.contains(other.cue);
                let is_within = |other: &&Attributed| {
                    other.source.is_some() && other.contains(source) && !is_outer(other)
                };
                let is_within = all.iter().any(|other| is_within(&other));
                named.add(read, source, &words, (sentence, is_within));
            }
            Some(((_, true), words)) => found.attributed.named = named.meant_by(read.lower(words.start)),
            None => {}
        }
        all.push(found.attributed);
    }
    all
}

/// Who is named as the source of a passage: the sources from the nearest to the farthest, each with its cue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chain {
    /// From the one that the text heard it from to the one who saw it.
    pub links: Vec<Attributed>,
}

impl Chain {
    /// The first attribution: whom the text heard it from.
    pub fn first(&self) -> Option<&Attributed> {
        self.links.first()
    }

    /// Where the sources are named, in the order of the chain, each once.
    pub fn speakers(&self) -> Vec<TextRange> {
        let mut speakers: Vec<TextRange> = Vec::new();
        for speaker in self.links.iter().filter_map(Attributed::speaker) {
            if !speakers.contains(&speaker) {
                speakers.push(speaker);
            }
        }
        speakers
    }
}

/// Who says the passage `range` of `text`, as the text tells: the attributions that the passage stands in the
/// content of, the outer before the inner; else those within it. A quotation that goes on over several
/// sentences has the source of the sentence before. The chain is empty where the text names nobody.
///
/// ```
/// use postil::language::attribution_at;
/// use postil::text::TextRange;
/// let text = "The army said on Monday that, according to a hospital, eight people had died.";
/// let at = text.find("eight people").unwrap();
/// let chain = attribution_at(text, TextRange::from_usize(at..at + 21));
/// let speakers: Vec<_> = chain.speakers().iter().filter_map(|at| at.of(text)).collect();
/// assert_eq!(speakers, ["The army", "a hospital"]);
/// ```
pub fn attribution_at(text: &str, range: TextRange) -> Chain {
    // What came before tells whom a pronoun means.
    const BEFORE: usize = 4_000;
    let cues = Cues::for_text(text);
    let (start, end) = (range.start().to_usize().min(text.len()), range.end().to_usize().min(text.len()));
    let begin = text.floor_char_boundary(start.saturating_sub(BEFORE));
    let begin =
        text.get(begin..start).and_then(|before| before.find('\n')).map_or(begin, |at| begin + at + 1);
    let begin = if start < BEFORE { 0 } else { begin };
    let stop = text.get(end..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| end + at);
    let Some(part) = text.get(begin..stop) else { return Chain::default() };
    let all = attributions_by(part, cues).into_iter().map(|one| one.shifted(begin));
    chain_of(&all.collect::<Vec<_>>(), text, range)
}

/// The same among attributions of `text` that are known, in its order.
pub fn chain_of(all: &[Attributed], text: &str, range: TextRange) -> Chain {
    // What attributes a passage stands in its sentences.
    let n_before = all.partition_point(|one| one.sentence.end() <= range.start());
    let (before, here) = all.split_at_checked(n_before).unwrap_or_default();
    let here = here.get(..here.partition_point(|one| one.sentence.start() < range.end())).unwrap_or_default();
    let overlap = |one: &Attributed| {
        let pieces = one.content.iter().filter_map(|piece| piece.intersection(range));
        pieces.map(|piece| piece.end().to_usize() - piece.start().to_usize()).sum::<usize>()
    };
    let has_source = |one: &&Attributed| one.speaker().is_some();
    let mut around: Vec<&Attributed> = here
        .iter()
        .filter(has_source)
        // The words of the source itself are nothing that it says.
        .filter(|one| 0 < overlap(one) && one.source.is_none_or(|source| !encloses(source, range)))
        .collect();
    if around.is_empty() {
        around = here.iter().filter(has_source).filter(|one| one.cue.intersection(range).is_some()).collect();
    }
    if around.is_empty() {
        around = before.last().filter(|one| one.goes_on(text, range)).into_iter().collect();
    }
    // The outer before the inner, else in the order of the text.
    around.sort_by_key(|one| {
        let n_around = here.iter().filter(|other| other.contains(one.cue)).count();
        (n_around, one.cue.start())
    });
    let best = around.iter().map(|one| overlap(one)).max().unwrap_or_default();
    let links = around.into_iter().filter(|one| best <= overlap(one).saturating_mul(3)).cloned();
    Chain { links: links.collect() }
}

fn encloses(outer: TextRange, inner: TextRange) -> bool {
    outer.start() <= inner.start() && inner.end() <= outer.end()
}

/// An attribution with the words of its sentence.
pub(super) struct Hit {
    kind: CueKind,
    form: CueForm,
    is_negated: bool,
    cue: Range<usize>,
    source: Option<Range<usize>>,
    content: Vec<Range<usize>>,
}

struct Told {
    attributed: Attributed,
    /// Where the source stands, and whether it is a pronoun.
    source: Option<(TextRange, bool)>,
}

impl Hit {
    fn told(self, read: &Read<'_>, sentence: TextRange) -> Told {
        let source = self.source.as_ref().and_then(|words| read.range(words.clone()));
        let is_pronoun = self
            .source
            .as_ref()
            .is_some_and(|words| words.len() == 1 && read.find(Part::Pronoun, words.start).is_some());
        let attributed = Attributed {
            kind: self.kind,
            form: self.form,
            is_negated: self.is_negated,
            cue: read.range(self.cue).unwrap_or(sentence),
            source,
            named: None,
            content: self.content.into_iter().filter_map(|words| read.range(words)).collect(),
            sentence,
        };
        Told { attributed, source: source.map(|source| (source, is_pronoun)) }
    }
}

impl Attributed {
    fn shifted(mut self, by: usize) -> Self {
        let by = crate::text::TextSize::from_usize(by);
        let shift = |range: &mut TextRange| *range = range.shifted(by);
        shift(&mut self.cue);
        shift(&mut self.sentence);
        self.content.iter_mut().for_each(shift);
        self.source = self.source.map(|range| range.shifted(by));
        self.named = self.named.map(|range| range.shifted(by));
        self
    }
}

/// "A nurse confirmed the toll and said that the road was cut", "the monitor reported that nine died and an envoy said …":
/// what is told ends where more is said.
fn end_where_more_is_said(read: &Read<'_>, hits: &mut [Hit]) {
    for nth in 1..hits.len() {
        let (before, behind) = hits.split_at_mut(nth);
        let (Some(hit), Some(next)) = (before.last_mut(), behind.first()) else { continue };
        let Some(source) = next.source.as_ref().filter(|_| hit.source.is_some()) else { continue };
        let is_same = hit.source == next.source && hit.cue.end <= next.cue.start;
        let is_other = next.form == CueForm::Verb
            && !read.lower(next.cue.start).ends_with("ing")
            && hit.cue.end < source.start
            && source.end <= next.cue.start
            && !(hit.cue.end..source.start).any(|at| read.is_quote(at));
        let joined = match is_other {
            true => source.start.checked_sub(1),
            false => (hit.cue.end..next.cue.start).rev().find(|&at| !read.is_between(at)),
        };
        // "Hamra and the coast agreed" are two who did.
        let is_pair = |and: usize| is_other && and.checked_sub(1).is_some_and(|before| read.is_name(before));
        let is_and = |at: usize| read.is(Part::And, at) && !is_pair(at);
        let Some(and) = joined.filter(|&at| (is_same || is_other) && is_and(at)) else { continue };
        for piece in hit.content.iter_mut().filter(|piece| piece.contains(&and)) {
            piece.end = and;
        }
        hit.content.retain(|piece| piece.start < piece.end);
    }
}

/// All of a sentence; `is_first` of its paragraph.
fn in_sentence(read: &Read<'_>, is_first: bool) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    let mut at = 0;
    while at < read.len() {
        let found = verbs::at(read, at);
        let Some(found) = found else {
            at += 1;
            continue;
        };
        let end = found.cue.end;
        let source = source::of(read, &found, &hits);
        let content = content::of(read, &found, source.as_ref());
        let verbs::Found { kind, form, is_negated, cue, .. } = found;
        hits.push(Hit { kind, form, is_negated, cue, source, content });
        at = end.max(at + 1);
    }
    end_where_more_is_said(read, &mut hits);
    if hits.is_empty() || is_first {
        hits.extend(signs::speaker(read, is_first));
    }
    hits.sort_by_key(|hit| hit.cue.start);
    hits
}
