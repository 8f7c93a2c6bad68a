//! Marked text (`postil::sidecar::marked`) read: the inverse of what the program writes, and layers made
//! of what was read.

#[path = "marked/draft.rs"]
mod draft;
#[path = "marked/error.rs"]
mod error;
#[path = "marked/head.rs"]
mod head;
#[path = "marked/inline.rs"]
mod inline;
#[path = "marked/parse.rs"]
mod parse;

pub(crate) use parse::parse;
pub(crate) use postil::sidecar::marked::{
    Marked, MarkedFigure, MarkedLayer, MarkedMark, MarkedPlace, MarkedRelation,
};

use error::{MarkedError, Problem};
use postil::anchor::{Description, Piece, Quote, Target, describe};
use postil::document::digest::NAMESPACE;
use postil::document::{Document, DocumentId, Timestamp};
use postil::layer::{
    Annotation, Annotator, Attribution, Change, Cue, Layer, LayerId, Relation, RelationId, Transaction,
};
use postil::text::TextRange;
use uuid::Uuid;

/// The document of plain paragraphs that the text of `marked` is.
pub(crate) fn document(marked: &Marked) -> Document {
    Document::plain(&marked.text)
}

/// The layer at `index`, its marks described in `document` (as [`document`] gives it). Without such a layer
/// an empty one.
pub(crate) fn layer(
    marked: &Marked,
    index: usize,
    document: &Document,
    annotator: Annotator,
    now: Timestamp,
) -> Layer {
    let source = DocumentId::mint(document.digest());
    let name = format!("layer {index}");
    let id = LayerId(Uuid::new_v5(&NAMESPACE, name.as_bytes()));
    let mut layer = Layer::new(id, annotator, source, now);
    let Some(marked) = marked.layers.get(index) else { return layer };
    let marks = marked.marks.iter().map(|mark| Change::put(annotation(mark, document, source, now)));
    let relations = marked.relations.iter().map(|written| Change::relate(relation(written, &name, now)));
    let applied = layer.apply(&Transaction::new(marks.chain(relations)));
    assert!(applied.is_ok(), "a layer of its own document takes every mark");
    layer
}

fn annotation(mark: &MarkedMark, document: &Document, source: DocumentId, now: Timestamp) -> Annotation {
    let target = match &mark.place {
        MarkedPlace::Passage { pieces, .. } => {
            let whole = |&piece: &TextRange| match piece.of(document.text()) {
                Some(_) => piece,
                None => document.snap(piece),
            };
            let pieces: Vec<TextRange> = pieces.iter().map(whole).collect();
            describe(document, source, &pieces, now)
        }
        MarkedPlace::Orphan { quote } | MarkedPlace::Ambiguous { quote, .. } => lost(quote, source, now),
        MarkedPlace::Document | MarkedPlace::Implied(_) => Target { source, pieces: Vec::new() },
    };
    let implied = match &mark.place {
        MarkedPlace::Implied(wording) => Some(wording.clone()),
        _ => None,
    };
    Annotation {
        tags: mark.tags.clone(),
        note: mark.note.clone(),
        figures: mark.figures.iter().filter_map(MarkedFigure::read).collect(),
        is_without_figure: mark.is_without_figure,
        attribution: Attribution {
            cue: (!mark.cue.is_empty()).then(|| Cue { verb: mark.cue.clone(), at: None }),
            ..Attribution::default().with_chain(&mark.source)
        },
        implied,
        ..Annotation::new(mark.id, now, target)
    }
}

/// The target of a mark of which nothing is known but its words.
fn lost(quote: &str, source: DocumentId, now: Timestamp) -> Target {
    let quote = Quote { exact: quote.to_owned(), ..Quote::default() };
    let description = Description { quote: Some(quote), read_at: Some(now), ..Description::default() };
    Target { source, pieces: vec![Piece { descriptions: vec![description] }] }
}

/// Its id is a digest of its ends, so that it can be no mark's.
fn relation(written: &MarkedRelation, layer: &str, now: Timestamp) -> Relation {
    let MarkedRelation { from, kind, to, to_document } = written;
    let name = format!("{layer} {} {kind} {} {to_document:?}", from.iri(), to.iri());
    Relation {
        id: RelationId(Uuid::new_v5(&NAMESPACE, name.as_bytes())),
        created: now,
        modified: None,
        kind: kind.clone(),
        from: *from,
        to: *to,
        to_document: *to_document,
    }
}
