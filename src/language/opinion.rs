//! What a sentence has of an opinion, by its words: words that judge, urge or foretell, and who speaks. Weak by
//! nature: what it finds is a *possible* opinion.

use super::attribution::{Attributed, Read, each_sentence};
use super::cues::{Cues, Part};
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
    /// From about -1 to 4; a possible opinion from [`Opinion::POSSIBLE`] on.
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
    let mut all: Vec<Spoken> = Vec::new();
    each_sentence(text, cues, |read, sentence, attributions| {
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

fn opinion(read: &Read<'_>, attributions: &[Attributed]) -> Opinion {
    const PARTS: [(Part, OpinionCue, f32); 3] = [
        (Part::Should, OpinionCue::Urges, 0.6),
        (Part::Prediction, OpinionCue::Foretells, 0.6),
        (Part::Evaluative, OpinionCue::Judges, 1.0),
    ];
    let mut cues = Vec::new();
    let (mut judged, mut urged, mut degrees, mut numbers) = (0.0_f32, 0.0_f32, 0.0_f32, 0.0_f32);
    let (mut speaks, mut exclaims) = (false, false);
    let mut at = 0;
    while at < read.len() {
        let found = PARTS.iter().find_map(|&(part, cue, weight)| Some((read.find(part, at)?, cue, weight)));
        // "Sham" may be a name.
        let is_name = 0 < at && read.is_inflected() && read.is_capital(at);
        if let Some((form, cue, weight)) = found.filter(|_| !is_name) {
            if cue == OpinionCue::Judges {
                judged += weight;
            } else {
                urged += weight;
            }
            cues.extend(read.range(at..at + form.n_words()).map(|range| (range, cue)));
            at += form.n_words();
            continue;
        }
        degrees += if read.is(Part::Degree, at) { 0.3 } else { 0.0 };
        numbers += if read.lower(at).starts_with(|c: char| c.is_numeric()) { 0.2 } else { 0.0 };
        speaks |= read.is(Part::Person, at);
        exclaims |= read.sentence.is(at, &["!", "?"]);
        at += 1;
    }
    // What others say is told, and a quotation is theirs.
    let is_told = attributions.iter().any(|one| one.source.is_some());
    let is_quoted = (0..read.len()).any(|at| read.is_quote(at));
    let weight = |is: bool, weight: f32| if is { weight } else { 0.0 };
    let score = judged.min(2.0) + urged.min(1.2) + degrees.min(0.6) - numbers.min(0.6)
        + weight(speaks, 0.5)
        + weight(exclaims, 0.5)
        - weight(is_told, 0.4)
        - weight(is_quoted, 0.3);
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
