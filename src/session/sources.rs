//! Who says what a mark says: the chain of sources, the words that attribute, and where both stand.

use super::figures::sentences_of;
use super::label::Label;
use super::limits::check_length;
use super::{ActionError, Outcome, Selection, Session};
use crate::analysis::{Said, said_by};
use crate::anchor::{Passage, Placement, Target, describe};
use crate::article::MarkRef;
use crate::document::Document;
use crate::host::Host;
use crate::layer::{Annotation, Attribution, Cue, Figure, Source};
use crate::text::search::{Case, Folded};
use crate::text::{TextRange, TextSize, boundary};

/// How far before the sentences of a passage a source is looked for, in bytes.
const BEFORE: usize = 2_000;

/// Where the words stand that a mark keeps besides its passage, in bytes of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CarriedPlaces {
    /// Who says it.
    pub sources: Vec<TextRange>,
    /// The words that attribute.
    pub cue: Vec<TextRange>,
    /// What was counted.
    pub figures: Vec<TextRange>,
}

impl Session {
    /// Who says a mark's passage, and by which words, as the article tells.
    pub fn said_by(&self, mark: &MarkRef<'_>) -> Said {
        let passage = mark.placement.and_then(|placement| placement.passage());
        passage.and_then(Passage::hull).map(|hull| said_by(self.document(), hull)).unwrap_or_default()
    }

    /// Where the words stand now that a mark keeps besides its passage: its sources, what attributes to them,
    /// and its figures. What stands nowhere surely has no place.
    pub fn places_of(&self, annotation: &Annotation) -> CarriedPlaces {
        let place = |target: &Target| {
            let placement = self.article.placers().place(target);
            let is_sure = !matches!(placement, Placement::Ambiguous(_) | Placement::Orphaned { .. });
            placement
                .passage()
                .filter(|_| is_sure)
                .map(|passage| passage.pieces().to_vec())
                .unwrap_or_default()
        };
        let attribution = &annotation.attribution;
        let sources = attribution.chain.iter().filter_map(|source| source.at.as_ref());
        CarriedPlaces {
            sources: sources.flat_map(place).collect(),
            cue: attribution.cue.iter().filter_map(|cue| cue.at.as_ref()).flat_map(place).collect(),
            figures: annotation.figures.iter().filter_map(Figure::words_at).flat_map(place).collect(),
        }
    }

    /// Sets the chain of sources; each new name is looked for in the sentences of the passage and before them.
    pub(super) fn set_source(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
        words: &str,
    ) -> Result<Outcome, ActionError> {
        self.check_carries(name, "source")?;
        let mark = self.meant(name)?;
        let before = mark.annotation.attribution.clone();
        let mut attribution = before.with_chain(words);
        let is_new = |source: &Source| !before.chain.iter().any(|known| known.name == source.name);
        let passage = mark.placement.and_then(|placement| placement.passage()).cloned();
        for source in attribution.chain.iter_mut().filter(|source| is_new(source)) {
            let place =
                passage.as_ref().and_then(|passage| name_near(self.document(), passage, &source.name));
            source.at = self.described(host, place)?;
        }
        self.attribute(host, name, attribution)
    }

    /// Takes the selected words as the nearest source of a mark, and keeps where they stand.
    pub(super) fn set_source_here(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
    ) -> Result<Outcome, ActionError> {
        let last = self.last_focus().map(|id| id.0.simple().to_string());
        let name = name.map(str::to_owned).or(last);
        self.check_carries(name.as_deref(), "source")?;
        let Some(passage) = self.selection.passage() else {
            return Err(ActionError::NoSelection);
        };
        let text = self.document().text();
        let pieces: Vec<TextRange> =
            passage.pieces().iter().map(|&piece| boundary::trim(text, self.document().snap(piece))).collect();
        check_length(&pieces)?;
        // Whoever has just marked these words has them still selected.
        let mark = self.meant(name.as_deref())?;
        let marked = mark.placement.and_then(|placement| placement.passage());
        if marked.is_some_and(|marked| marked.pieces() == pieces.as_slice()) {
            return Err(ActionError::SourceIsMark);
        }
        let words: Vec<&str> =
            pieces.iter().flat_map(|&piece| self.document().slice(piece).split_whitespace()).collect();
        let words = words.join(" ");
        let document = self.my_document(host)?;
        let at = describe(self.document(), document, &pieces, self.opened);
        self.selection = Selection::caret(self.selection.head);
        self.change_mark(host, name.as_deref(), Label::Source, |annotation| {
            annotation.attribution = annotation.attribution.with_chain(&words);
            if let Some(source) = annotation.attribution.chain.first_mut() {
                source.at = Some(at);
            }
        })
    }

    /// Takes the chain and the words that attribute as the article tells them.
    pub(super) fn take_source(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
    ) -> Result<Outcome, ActionError> {
        self.check_carries(name, "source")?;
        let mark = self.meant(name)?;
        let (id, before, said) =
            (mark.annotation.id, mark.annotation.attribution.clone(), self.said_by(&mark));
        if said.chain.is_empty() {
            return Err(ActionError::NobodySpeaks(id));
        }
        let mut chain = Vec::new();
        for speaker in &said.chain {
            let known = before.chain.iter().find(|source| source.name == speaker.name);
            let actor = known.and_then(|source| source.actor.clone());
            let at = self.described(host, Some(speaker.at))?;
            chain.push(Source { actor, name: speaker.name.clone(), at });
        }
        let cue = match said.cue {
            Some(range) => Some(self.cue_at(host, range)?),
            None => before.cue.clone(),
        };
        self.attribute(host, name, Attribution { chain, cue, is_unattributed: false, ..before })
    }

    /// Sets the words that attribute, and where they stand, if they do near the passage.
    pub(super) fn set_cue(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
        words: &str,
    ) -> Result<Outcome, ActionError> {
        self.check_carries(name, "source")?;
        let mark = self.meant(name)?;
        let attribution = mark.annotation.attribution.clone();
        let words = words.trim();
        if attribution.cue.as_ref().is_some_and(|cue| cue.verb == words) {
            return self.attribute(host, name, attribution);
        }
        let passage = mark.placement.and_then(|placement| placement.passage());
        let place = passage.and_then(|passage| name_near(self.document(), passage, words));
        let at = self.described(host, place)?;
        let cue = (!words.is_empty()).then(|| Cue { verb: words.to_owned(), at });
        self.attribute(host, name, Attribution { cue, ..attribution })
    }

    /// Sets how sure the source is; nothing takes it away.
    pub(super) fn set_certainty(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
        words: &str,
    ) -> Result<Outcome, ActionError> {
        self.check_carries(name, "source")?;
        let attribution = self.meant(name)?.annotation.attribution.clone();
        let certainty = Some(words.trim().to_owned()).filter(|words| !words.is_empty());
        self.attribute(host, name, Attribution { certainty, ..attribution })
    }

    /// Says which actor of the register a source is.
    pub(super) fn set_actor(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
        nth: usize,
        actor: &str,
    ) -> Result<Outcome, ActionError> {
        self.check_carries(name, "source")?;
        let annotation = self.meant(name)?.annotation;
        let mut attribution = annotation.attribution.clone();
        let wanting = ActionError::NoSource(annotation.id, nth, attribution.chain.len());
        let at = nth.checked_sub(1).and_then(|at| attribution.chain.get_mut(at));
        at.ok_or(wanting)?.actor = Some(actor.trim().to_owned()).filter(|actor| !actor.is_empty());
        self.attribute(host, name, attribution)
    }

    fn cue_at(&mut self, host: &mut dyn Host, range: TextRange) -> Result<Cue, ActionError> {
        let words: Vec<&str> = self.document().slice(range).split_whitespace().collect();
        Ok(Cue { verb: words.join(" "), at: self.described(host, Some(range))? })
    }

    fn attribute(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
        attribution: Attribution,
    ) -> Result<Outcome, ActionError> {
        self.change_mark(host, name, Label::Source, |annotation: &mut Annotation| {
            annotation.attribution = attribution;
        })
    }
}

/// Where a name stands: in the sentences of the passage, nearest to its start, or else last before them.
fn name_near(document: &Document, passage: &Passage, name: &str) -> Option<TextRange> {
    if name.trim().is_empty() {
        return None;
    }
    let text = document.text();
    let in_run = |run: TextRange| {
        let words = run.of(text).unwrap_or_default();
        let found = Folded::of(words, Case::Folded).find_all(name.trim(), Case::Folded).into_iter();
        let is_whole = |range: &TextRange| is_word_edge(words, *range);
        found.filter(is_whole).map(|range| range.shifted(run.start())).collect::<Vec<_>>()
    };
    let start = passage.hull()?.start();
    let runs = sentences_of(document, passage);
    let near = runs.iter().flat_map(|run| in_run(*run)).min_by_key(|range| {
        let (at, start) = (range.start().to_usize(), start.to_usize());
        // What stands in the passage itself is as a rule what is told, not who tells it.
        (passage.pieces().iter().any(|piece| piece.overlaps(*range)), at.abs_diff(start))
    });
    near.or_else(|| {
        let end = runs.first()?.start().to_usize();
        let begin = text.floor_char_boundary(end.saturating_sub(BEFORE));
        in_run(TextRange::new(TextSize::from_usize(begin), TextSize::from_usize(end))).pop()
    })
}

/// Whether a range neither begins nor ends within a word.
fn is_word_edge(text: &str, range: TextRange) -> bool {
    let (start, end) = (range.start().to_usize(), range.end().to_usize());
    let before = text.get(..start).and_then(|text| text.chars().next_back());
    let after = text.get(end..).and_then(|text| text.chars().next());
    !before.into_iter().chain(after).any(char::is_alphanumeric)
}
