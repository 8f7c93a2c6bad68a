//! Passages that look as if they bear a tag, by rules: words that attribute, counts of people, words that judge.
//! Each with the words that tell it. They are proposals only; a person accepts or refuses them.

mod edges;
pub mod rules;
mod spans;
#[cfg(test)]
mod tests;

pub use rules::{FILE, NAME, Rules, RulesError};

use super::sources::{Speaker, name_at};
use crate::document::Document;
use crate::language::{
    Attributed, CueForm, CueKind, Lexicon, Opinion, OpinionCue, Prose, Spoken, chain_of, spoken_in,
};
use crate::layer::{Codebook, Figure, FigureIn, TagId};
use crate::text::TextRange;
use rules::{Rule, Sign, Span};
use std::fmt;

/// What a score is worth where all of a sentence stands for what is said.
const UNTOLD: f32 = 0.95;

/// Why a passage is proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Words attribute it.
    Attributed(CueKind),
    /// It counts people: what became of them, where that is sure.
    Counted(Option<String>),
    /// It has words that judge, urge or foretell.
    Opinion(OpinionCue),
}

/// A passage that looks as if it bore a tag.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The passage, in bytes of the reading text.
    pub range: TextRange,
    /// The tag.
    pub tag: TagId,
    /// Why.
    pub reason: Reason,
    /// The words that tell it: the cue, the figure, the words that judge.
    pub words: Vec<TextRange>,
    /// From 0 to 1: how often such signs mean it. No probability.
    pub score: f32,
    /// Who is named as the source, from the nearest to the farthest.
    pub sources: Vec<Speaker>,
    /// The words that attribute.
    pub cue: Option<TextRange>,
    /// The counts of people in it, with their places in bytes of the reading text.
    pub figures: Vec<FigureIn>,
}

impl Proposal {
    /// The words that tell it, as they stand.
    pub fn told_by(&self, text: &str) -> Vec<String> {
        let words = self.words.iter().filter_map(|range| range.of(text));
        words.map(|words| words.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    }

    /// Why, with the words that tell it, in a line.
    pub fn because(&self, text: &str) -> String {
        let words: Vec<String> = self.told_by(text).iter().map(|words| format!("“{words}”")).collect();
        format!("{} {}", self.reason, words.join(", "))
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Attributed(kind) => return write!(f, "somebody {}:", kind.name()),
            Self::Counted(Some(outcome)) => return write!(f, "people {outcome}:"),
            Self::Counted(None) => "people harmed:",
            Self::Opinion(OpinionCue::Judges) => "possible opinion, judges:",
            Self::Opinion(OpinionCue::Urges) => "possible opinion, urges:",
            Self::Opinion(OpinionCue::Foretells) => "possible opinion, foretells:",
        })
    }
}

/// All proposals for a document, in the order of the text: at most one of each tag at a place, none for tags that
/// the codebook lacks.
pub fn proposals(document: &Document, codebook: &Codebook, rules: &Rules) -> Vec<Proposal> {
    let text = document.text();
    let prose = Prose::new(text);
    let (title, lexicon) = (document.title(), prose.lexicon());
    let all = spoken_in(&prose, rules.cues_for(&prose)).into_iter();
    let all = all.filter(|spoken| !edges::is_row_of_headlines(text, spoken.sentence, title));
    let all: Vec<Spoken> =
        all.map(|spoken| edges::within_edges(text, title, rules, lexicon, spoken)).collect();
    let figures = Figure::all_of(&prose, None);
    let attributions: Vec<Attributed> = all.iter().flat_map(|spoken| spoken.attributions.clone()).collect();
    let reading = Reading { text, lexicon, figures: &figures, attributions: &attributions };
    let mut found = Vec::new();
    for spoken in &all {
        let of_sentence = rules.rules.iter().filter(|rule| codebook.tag(&rule.tag).is_some());
        found.extend(of_sentence.flat_map(|rule| reading.by(rule, spoken)));
    }
    found.retain(|proposal| rules.least <= proposal.score && !proposal.range.is_empty());
    best(found)
}

/// What the rules look at.
struct Reading<'a> {
    text: &'a str,
    lexicon: &'static Lexicon,
    figures: &'a [FigureIn],
    attributions: &'a [Attributed],
}

impl Reading<'_> {
    /// What a rule proposes in a sentence.
    fn by(&self, rule: &Rule, spoken: &Spoken) -> Vec<Proposal> {
        match &rule.sign {
            Sign::Cues(kinds) => {
                let fits = |one: &&Attributed| kinds.contains(&one.kind) && !one.is_negated;
                let found = spoken.attributions.iter().filter(fits);
                found.map(|one| self.attributed(rule, one)).collect()
            }
            Sign::Outcomes(outcomes) => {
                let fits = |found: &&FigureIn| {
                    let outcome = found.figure.outcome.as_ref().map(|outcome| outcome.name());
                    let name = outcome.unwrap_or("unread");
                    outcomes.iter().any(|wanted| wanted == name || wanted == "any" && outcome.is_some())
                };
                let found = self.figures_in(spoken.sentence).iter().filter(fits);
                found.map(|found| self.counted(rule, found, spoken.sentence)).collect()
            }
            Sign::Opinion => self.opinion(rule, spoken).into_iter().collect(),
        }
    }

    /// The counts that stand in a sentence, or reach into it.
    fn figures_in(&self, sentence: TextRange) -> &[FigureIn] {
        let from = self.figures.partition_point(|found| found.range.end() <= sentence.start());
        let rest = self.figures.get(from..).unwrap_or_default();
        rest.get(..rest.partition_point(|found| found.range.start() < sentence.end())).unwrap_or_default()
    }

    fn named(&self, places: Vec<TextRange>) -> Vec<Speaker> {
        let name = |at| name_at(self.text, at, self.lexicon);
        places.into_iter().map(|at| Speaker { name: name(at), at }).collect()
    }

    fn attributed(&self, rule: &Rule, one: &Attributed) -> Proposal {
        let range = match rule.span {
            Span::Content => spans::content(self.text, one),
            Span::Clause => spans::clause(self.text, one.cue, one.sentence),
            Span::Sentence => spans::told(self.text, one.sentence),
        };
        let is_named = one.source.is_some();
        let score = if is_named { rule.score } else { rule.unnamed };
        // Where what is said could not be told from its sentence, another cue may tell it.
        let is_untold = rule.span == Span::Content && range == spans::told(self.text, one.sentence);
        let score = if is_untold { score * UNTOLD } else { score };
        Proposal {
            range,
            tag: rule.tag.clone(),
            reason: Reason::Attributed(one.kind),
            words: vec![one.cue],
            score,
            sources: self.named(one.speaker().into_iter().collect()),
            cue: Some(one.cue),
            figures: Vec::new(),
        }
    }

    fn counted(&self, rule: &Rule, found: &FigureIn, sentence: TextRange) -> Proposal {
        let range = match rule.span {
            Span::Sentence => spans::told(self.text, sentence),
            Span::Clause | Span::Content => {
                // What is said of it further on is another matter.
                // "Six people were reported killed", "allegedly killed": those words stand within what is said.
                let here = self.attributions.iter().filter(|one| {
                    one.sentence == sentence && (one.source.is_some() || one.form == CueForm::Phrase)
                });
                let starts = here.map(|one| match one.source {
                    Some(source) if found.range.end() <= source.start() => {
                        let said = one.content.iter().filter(|piece| piece.start() <= found.range.start());
                        let ends = said.map(|piece| piece.end()).filter(|&end| found.range.end() <= end);
                        ends.fold(source.start().min(one.cue.start()), |start, end| start.min(end))
                    }
                    _ => one.cue.start(),
                });
                let end = starts.filter(|&start| found.range.end() <= start).min().unwrap_or(sentence.end());
                spans::clause(
                    self.text,
                    found.range,
                    TextRange::new(sentence.start(), end.min(sentence.end())),
                )
            }
        };
        let chain = chain_of(self.attributions, self.text, found.range);
        let outcome = found.figure.outcome.as_ref().map(|outcome| outcome.name().to_owned());
        Proposal {
            range,
            tag: rule.tag.clone(),
            reason: Reason::Counted(outcome),
            words: vec![found.range],
            score: rule.score,
            sources: self.named(chain.speakers()),
            cue: chain.first().map(|one| one.cue),
            figures: vec![found.clone()],
        }
    }

    fn opinion(&self, rule: &Rule, spoken: &Spoken) -> Option<Proposal> {
        let opinion = &spoken.opinion;
        let (_, cue) = *opinion.cues.first()?;
        if !opinion.is_possible() {
            return None;
        }
        // The weakest possible opinion has the rule's score, the surest a third more.
        let surplus = ((opinion.score - Opinion::POSSIBLE) / 2.0).clamp(0.0, 1.0);
        let chain = chain_of(self.attributions, self.text, spoken.sentence);
        Some(Proposal {
            range: spans::told(self.text, spoken.sentence),
            tag: rule.tag.clone(),
            reason: Reason::Opinion(cue),
            words: opinion.cues.iter().map(|&(range, _)| range).collect(),
            score: (rule.score * (1.0 + surplus / 3.0)).min(1.0),
            sources: self.named(chain.speakers()),
            cue: chain.first().map(|one| one.cue),
            figures: Vec::new(),
        })
    }
}

/// Of proposals of one tag that overlap the best, and figures of one passage together; in the order of the text.
fn best(mut found: Vec<Proposal>) -> Vec<Proposal> {
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.range.start().cmp(&b.range.start())));
    let mut kept: Vec<Proposal> = Vec::new();
    for proposal in found {
        let same = kept
            .iter_mut()
            .find(|other| other.tag == proposal.tag && other.range.intersection(proposal.range).is_some());
        match same {
            Some(same) if !proposal.figures.is_empty() => {
                same.range = same.range.hull(proposal.range);
                // What became of them is told where it is one thing.
                if same.reason != proposal.reason {
                    same.reason = Reason::Counted(None);
                }
                same.words.extend(proposal.words);
                same.figures.extend(proposal.figures);
            }
            Some(_) => {}
            None => kept.push(proposal),
        }
    }
    for proposal in &mut kept {
        proposal.words.sort_by_key(|range| range.start());
        proposal.figures.sort_by_key(|found| found.range.start());
        proposal.figures.dedup_by_key(|found| found.range);
        proposal.words.dedup();
    }
    // What is counted is told by its figure; that it is claimed too says nothing more.
    let counted: Vec<TextRange> =
        kept.iter().filter(|other| !other.figures.is_empty()).map(|other| other.range).collect();
    kept.retain(|proposal| {
        let is_said = matches!(proposal.reason, Reason::Attributed(kind) if kind != CueKind::Denies);
        let covers = |range: &&TextRange| {
            let both = range.intersection(proposal.range).map_or(0, length);
            length(proposal.range) <= 2 * both
        };
        !(is_said && counted.iter().any(|range| covers(&range)))
    });
    kept.sort_by_key(|proposal| (proposal.range.start(), proposal.range.end()));
    kept
}

fn length(range: TextRange) -> usize {
    range.end().to_usize() - range.start().to_usize()
}
