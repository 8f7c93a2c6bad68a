//! A document with its layers, written as text: for tests, the command line and reports of bugs.
//!
//! Here it is written. It is read by tests only, so the reader stands beside them, in
//! `tests/support/marked`, and the two are held to be exact inverses. Marks stand in brackets; those that
//! cross another mark or the selection stand in rows of carets under their lines:
//!
//! ```text
//! [claim#c1:Eight people died]. The [denial#d1 denies c1:army <|denied|>] that.
//!     ^^^^^^^^^^^ denial#d2          a row; columns are code points of the line as written
//! [+d1:words] and `^^^ +d1`          a further piece of d1
//! ^^^ &d1                            the piece of d1 that began on a line above goes on to here
//! [claim?#c1:words]  [#a1:words]     placed as changed; without a tag
//! \[ \] \< \\                        the characters; `\` before any other sign gives the sign
//! ! orphan claim#c9 "nine died"      below the text: no place
//! ! ambiguous claim#c9 "he said" 2   that many places
//! @ c1 note 'see p. 4'               also `source 'a ← b'`, `cue 'said'`, `no-figure`
//! @ c1 figure 'more than 35' low '30'   with what it says otherwise than its words by themselves
//! @ i1 implied claim 'It fired.'     a claim without a passage; `@ n1 document claim`: on the whole
//! @ c1 link denies urn:uuid:…        a relation that no bracket can show, perhaps with a document
//! //- layer ana                      the marks of another layer follow, on the same text
//! ```
//!
//! In a row the column after the last character of a line stands for its line feed. A caret is
//! written there only where a piece begins or ends with one: the carets of a piece on several lines
//! are its first and last, and everything between belongs to it.
//!
//! The text is the reading text to the byte. A line that would read as one of the forms above begins
//! with `\`. Where a source has an actor or a place, only its name is written.

mod head;
mod show;

use crate::anchor::Placement;
use crate::document::{Document, DocumentId};
use crate::layer::{Annotation, AnnotationId, Figure, FigureField, Layer, Placements, RelationSlug, TagId};
use crate::text::{TextRange, TextSize};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// A document with layers, written as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The reading text.
    pub text: String,
    /// The layers in the order written; what was read has at least one.
    pub layers: Vec<MarkedLayer>,
    /// The pieces of the selection, in order; one empty range is the caret; empty: neither.
    pub selection: Vec<TextRange>,
}

/// The marks of one layer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MarkedLayer {
    /// What stands after `//- layer`; empty for the first where nothing does.
    pub name: String,
    /// Placed marks by their first piece (the longer first), then those without a place; equal ones
    /// by id.
    pub marks: Vec<MarkedMark>,
    /// By start, kind and end; none twice.
    pub relations: Vec<MarkedRelation>,
}

/// One mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedMark {
    /// From its name: `c1`, or eight hexadecimal digits.
    pub id: AnnotationId,
    /// In the order written.
    pub tags: Vec<TagId>,
    /// Where it is.
    pub place: MarkedPlace,
    /// Empty: none.
    pub note: String,
    /// The summary of its attribution (`the group ← a hospital`); empty: none.
    pub source: String,
    /// The words that attribute; empty: none.
    pub cue: String,
    /// Its figures.
    pub figures: Vec<MarkedFigure>,
    /// Whether it is said that nothing is counted.
    pub is_without_figure: bool,
}

/// A figure of a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedFigure {
    /// Its words.
    pub wording: String,
    /// What it says otherwise than its words are read by themselves.
    pub set: Vec<(FigureField, String)>,
}

impl MarkedFigure {
    fn of(figure: &Figure) -> Self {
        let read = Figure::read(&figure.wording);
        let said = FigureField::ALL.map(|field| (field, field.of(figure)));
        let set = said.into_iter().filter(|(field, words)| *words != field.of(&read)).collect();
        Self { wording: figure.wording.clone(), set }
    }

    /// The figure.
    pub fn read(&self) -> Option<Figure> {
        let mut figure = Figure::read(&self.wording);
        // The ends go apart before they are set, since each by itself may cross the other.
        let numbers = self.set.iter().filter(|(field, _)| field.is_number());
        numbers.clone().try_for_each(|(field, _)| field.set(&mut figure, ""))?;
        let others = self.set.iter().filter(|(field, _)| !field.is_number());
        numbers.chain(others).try_for_each(|(field, words)| field.set(&mut figure, words))?;
        Some(figure)
    }
}

/// Where a mark is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkedPlace {
    /// On words of the text.
    Passage {
        /// In order, apart from each other; never empty.
        pieces: Vec<TextRange>,
        /// Whether a person has yet to confirm it.
        is_changed: bool,
    },
    /// Nowhere: the words are gone.
    Orphan {
        /// The words.
        quote: String,
    },
    /// In one of several places.
    Ambiguous {
        /// The words.
        quote: String,
        /// How many places there are.
        n_candidates: usize,
    },
    /// On the document as a whole.
    Document,
    /// In no words: a claim that the article implies, as the annotator words it.
    Implied(String),
}

/// A relation between two marks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MarkedRelation {
    /// Where it starts.
    pub from: AnnotationId,
    /// `denies`, …
    pub kind: RelationSlug,
    /// Where it goes.
    pub to: AnnotationId,
    /// The document of `to`, where that is another.
    pub to_document: Option<DocumentId>,
}

/// `layers` on `document`, each with its name, as marked text.
pub fn show(document: &Document, layers: &[(&str, &Layer, &Placements)], selection: &[TextRange]) -> String {
    Marked::of(document, layers, selection).write()
}

impl Marked {
    /// Takes `layers` as they are placed on `document`. Ranges that are none of its text are dropped.
    pub fn of(document: &Document, layers: &[(&str, &Layer, &Placements)], selection: &[TextRange]) -> Self {
        let text = document.text();
        let to_marked = |&(name, layer, placements): &(&str, &Layer, &Placements)| {
            let marks = layer
                .annotations()
                .map(|annotation| MarkedMark::of(annotation, placements.get(annotation.id), text));
            let relations = layer.relations().map(|relation| MarkedRelation {
                from: relation.from,
                kind: relation.kind.clone(),
                to: relation.to,
                to_document: relation.to_document,
            });
            let mut marked =
                MarkedLayer { name: name.to_owned(), marks: marks.collect(), relations: relations.collect() };
            marked.sort();
            marked
        };
        let mut pieces = disjoint(selection.iter().copied(), text);
        if pieces.is_empty() {
            pieces.extend(selection.iter().copied().find(|caret| caret.of(text).is_some()));
        }
        Self { text: text.to_owned(), layers: layers.iter().map(to_marked).collect(), selection: pieces }
    }

    /// The text of it: every mark with its id.
    pub fn write(&self) -> String {
        show::write(self)
    }
}

impl MarkedLayer {
    /// Brings marks and relations into their order.
    pub fn sort(&mut self) {
        self.marks.sort_by_key(|mark| (mark.place.order(), mark.id));
        self.relations.sort();
        self.relations.dedup();
    }
}

impl MarkedPlace {
    /// Passages in the order of the text, the longer first; then the rest by kind.
    fn order(&self) -> (u8, TextSize, Reverse<TextSize>) {
        let nowhere = (TextSize::ZERO, Reverse(TextSize::ZERO));
        let (rank, (start, end)) = match self {
            Self::Passage { pieces, .. } => {
                (0, pieces.first().map_or(nowhere, |piece| (piece.start(), Reverse(piece.end()))))
            }
            Self::Orphan { .. } | Self::Ambiguous { .. } => (1, nowhere),
            Self::Document | Self::Implied(_) => (2, nowhere),
        };
        (rank, start, end)
    }
}

impl MarkedMark {
    fn of(annotation: &Annotation, placement: Option<&Placement>, text: &str) -> Self {
        Self {
            id: annotation.id,
            tags: annotation.tags.clone(),
            place: place_of(annotation, placement, text),
            note: annotation.note.clone(),
            source: annotation.attribution.summary(),
            cue: annotation.attribution.cue.as_ref().map(|cue| cue.verb.clone()).unwrap_or_default(),
            figures: annotation.figures.iter().map(MarkedFigure::of).collect(),
            is_without_figure: annotation.is_without_figure,
        }
    }
}

fn place_of(annotation: &Annotation, placement: Option<&Placement>, text: &str) -> MarkedPlace {
    if let Some(wording) = &annotation.implied {
        return MarkedPlace::Implied(wording.clone());
    }
    if annotation.target.pieces.is_empty() {
        return MarkedPlace::Document;
    }
    let quote = annotation.target.quote();
    if let Some(Placement::Ambiguous(candidates)) = placement {
        return MarkedPlace::Ambiguous { quote, n_candidates: candidates.len() };
    }
    let passage = placement.and_then(Placement::passage);
    let pieces = disjoint(passage.into_iter().flat_map(|passage| passage.pieces().iter().copied()), text);
    if pieces.is_empty() {
        return MarkedPlace::Orphan { quote };
    }
    MarkedPlace::Passage { pieces, is_changed: matches!(placement, Some(Placement::Changed { .. })) }
}

/// The ranges that cover something of `text`, in order; those that overlap become one.
fn disjoint(ranges: impl Iterator<Item = TextRange>, text: &str) -> Vec<TextRange> {
    let sorted: BTreeSet<TextRange> =
        ranges.filter(|range| range.of(text).is_some_and(|words| !words.is_empty())).collect();
    let mut apart: Vec<TextRange> = Vec::with_capacity(sorted.len());
    for range in sorted {
        match apart.last_mut() {
            Some(last) if last.overlaps(range) => *last = last.hull(range),
            _ => apart.push(range),
        }
    }
    apart
}
