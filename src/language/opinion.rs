//! What a sentence has of an opinion, by its words: words that judge, urge or foretell, and who speaks. Weak by
//! nature: what it finds is a *possible* opinion.

use super::attribution::{Attributed, Read, each_sentence};
use super::cues::{CueKind, Cues, Part};
use super::running::Prose;
use crate::text::TextRange;

/// What makes a sentence look like an opinion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpinionCue {
    /// It judges.
    Judges,
    /// It urges.
    Urges,
    /// It foretells.
    Foretells,
}

/// The signs of opinion in a sentence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opinion {
    /// From about -3 to 6; a possible opinion from [`Opinion::POSSIBLE`] on.
    pub score: f32,
    /// The words that tell, with what they do.
    pub cues: Vec<(TextRange, OpinionCue)>,
}

impl Opinion {
    /// The score from which on a sentence may be an opinion: of 731 sentences of news, the best division.
    pub const POSSIBLE: f32 = 0.5;

    /// Whether a sentence may be an opinion.
    pub fn is_possible(&self) -> bool {
        Self::POSSIBLE <= self.score
    }
}

/// A sentence with all that its words tell of who says it and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Spoken {
    /// Where it stands.
    pub sentence: TextRange,
    /// Who says what in it.
    pub attributions: Vec<Attributed>,
    /// What of an opinion it has.
    pub opinion: Opinion,
}

/// Every sentence of a text with its attributions and what it has of an opinion.
pub fn spoken(text: &str, cues: &Cues) -> Vec<Spoken> {
    spoken_in(&Prose::new(text), cues)
}

/// The same of a text that is cut already, or will be read again.
pub fn spoken_in(prose: &Prose<'_>, cues: &Cues) -> Vec<Spoken> {
    let mut all: Vec<Spoken> = Vec::new();
    each_sentence(prose, cues, |read, sentence, attributions| {
        let opinion = opinion(read, &attributions);
        all.push(Spoken { sentence, attributions, opinion });
    });
    all
}

/// What of an opinion a sentence has, which stands by itself.
///
/// ```
/// use postil::language::opinion_of;
/// assert!(opinion_of("It is shameful that nobody should answer for this.").is_possible());
/// assert!(!opinion_of("The bridge was built in 1890.").is_possible());
/// ```
pub fn opinion_of(sentence: &str) -> Opinion {
    let all = spoken(sentence, Cues::for_text(sentence));
    let best = all.into_iter().map(|spoken| spoken.opinion);
    best.max_by(|a, b| a.score.total_cmp(&b.score)).unwrap_or_default()
}

/// What each sign weighs. Fitted by logistic regression to 731 sentences of news with all other signs beside it, and
/// rounded: what was fitted to four fifths of them tells the other fifth as well (macro F1 0.69).
mod weights {
    pub(super) const JUDGED: f32 = 1.0;
    pub(super) const URGED: f32 = 0.6;
    pub(super) const DEGREE: f32 = 0.4;
    pub(super) const NEGATION: f32 = 0.3;
    pub(super) const DESCRIBING: f32 = 0.3;
    pub(super) const NUMBER: f32 = -0.3;
    /// A word within the sentence that begins with a capital.
    pub(super) const NAME: f32 = -0.15;
    /// Somebody speaks of himself or to the reader.
    pub(super) const SPEAKS: f32 = 0.5;
    pub(super) const EXCLAIMS: f32 = 0.3;
    pub(super) const COLON: f32 = 0.3;
    /// It begins as arguments do.
    pub(super) const TURN: f32 = 0.5;
    /// What others say is told, and a quotation is theirs.
    pub(super) const TOLD: f32 = -0.5;
    pub(super) const QUOTED: f32 = -0.6;
}

/// How often signs are in a sentence.
#[derive(Default)]
struct Signs {
    judged: u16,
    urged: u16,
    degrees: u16,
    negations: u16,
    describing: u16,
    numbers: u16,
    names: u16,
    speaks: bool,
    exclaims: bool,
    has_colon: bool,
}

impl Signs {
    /// Takes in a word that is no cue.
    fn take(&mut self, read: &Read<'_>, at: usize) {
        let add = |n: &mut u16, is: bool| *n = n.saturating_add(u16::from(is));
        add(&mut self.degrees, read.is(Part::Degree, at));
        add(&mut self.negations, read.is(Part::Negation, at));
        add(&mut self.describing, read.is_describing(at));
        add(&mut self.numbers, read.lower(at).starts_with(|c: char| c.is_numeric()));
        // Other languages have capitals at other words too.
        add(&mut self.names, 0 < at && read.is_inflected() && read.is_capital(at));
        self.speaks |= read.is(Part::Person, at);
        self.exclaims |= read.sentence.is(at, &["!", "?"]);
        self.has_colon |= read.sentence.is(at, &[":", ";"]);
    }

    fn score(&self) -> f32 {
        let often = |n: u16, most: u16, weight: f32| f32::from(n.min(most)) * weight;
        let once = |is: bool, weight: f32| if is { weight } else { 0.0 };
        often(self.judged, 2, weights::JUDGED)
            + often(self.urged, 2, weights::URGED)
            + often(self.degrees, 3, weights::DEGREE)
            + often(self.negations, 2, weights::NEGATION)
            + often(self.describing, 3, weights::DESCRIBING)
            + often(self.numbers, 3, weights::NUMBER)
            + often(self.names, 10, weights::NAME)
            + once(self.speaks, weights::SPEAKS)
            + once(self.exclaims, weights::EXCLAIMS)
            + once(self.has_colon, weights::COLON)
    }
}

fn opinion(read: &Read<'_>, attributions: &[Attributed]) -> Opinion {
    const PARTS: [(Part, OpinionCue); 3] = [
        (Part::Should, OpinionCue::Urges),
        (Part::Prediction, OpinionCue::Foretells),
        (Part::Evaluative, OpinionCue::Judges),
    ];
    let (mut cues, mut signs, mut at) = (Vec::new(), Signs::default(), 0);
    while at < read.len() {
        let found = PARTS.iter().find_map(|&(part, cue)| Some((read.find(part, at)?, cue)));
        // "Sham" may be a name.
        let is_name = 0 < at && read.is_inflected() && read.is_capital(at);
        // "The need to".
        let is_noun = |cue: OpinionCue| {
            cue == OpinionCue::Urges
                && at.checked_sub(1).is_some_and(|before| read.is(Part::NounBefore, before))
        };
        let Some((form, cue)) = found.filter(|(_, cue)| !is_name && !is_noun(*cue)) else {
            signs.take(read, at);
            at += 1;
            continue;
        };
        let is_judged = cue == OpinionCue::Judges;
        signs.judged = signs.judged.saturating_add(u16::from(is_judged));
        signs.urged = signs.urged.saturating_add(u16::from(!is_judged));
        cues.extend(read.range(at..at + form.n_words()).map(|range| (range, cue)));
        at += form.n_words();
    }
    let is_told = attributions
        .iter()
        .any(|one| one.source.is_some() && matches!(one.kind, CueKind::Says | CueKind::Reports));
    let is_quoted = (0..read.len()).any(|at| read.is_quote(at));
    let once = |is: bool, weight: f32| if is { weight } else { 0.0 };
    let score = signs.score()
        + once(read.is(Part::Turn, 0), weights::TURN)
        + once(is_told, weights::TOLD)
        + once(is_quoted, weights::QUOTED);
    Opinion { score, cues }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_judges_urges_or_foretells_may_be_an_opinion_with_its_words() {
        let text = "The council must resign.";
        let opinion = opinion_of(text);
        let cues: Vec<_> = opinion.cues.iter().map(|&(range, cue)| (range.of(text), cue)).collect();
        assert_eq!(cues, [(Some("must"), OpinionCue::Urges)]);
        for sentence in [
            "This is a disgrace!",
            "The truce will inevitably fail.",
            "Это позор для всех нас.",
            "Це ганьба для всіх нас.",
        ] {
            assert!(opinion_of(sentence).is_possible(), "{sentence}: {:?}", opinion_of(sentence));
        }
    }

    #[test]
    fn each_language_has_words_that_judge() {
        for (language, sentence) in [
            ("de", "Das ist eine Schande."),
            ("fr", "C'est une honte."),
            ("es", "Es una vergüenza que nadie responda."),
            ("ar", "هذه فضيحة"),
        ] {
            let spoken = spoken(sentence, Cues::of(language));
            assert!(spoken.iter().all(|spoken| spoken.opinion.is_possible()), "{sentence}: {spoken:?}");
        }
    }

    #[test]
    fn what_is_told_plainly_is_none() {
        for sentence in [
            "Eight people died in the fire.",
            "The ministry said that 14 men had been freed on Friday.",
            "The ferry left the harbour at noon.",
            "Der letzte Bus fuhr vor der Dunkelheit.",
        ] {
            assert!(!opinion_of(sentence).is_possible(), "{sentence}: {:?}", opinion_of(sentence));
        }
    }
}
