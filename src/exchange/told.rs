//! What is told of an article and its marks: all that any format needs, without a file and without a text.

use crate::document::{Digest, DocumentId};
use crate::layer::{Annotation, Annotator, Relation};
use std::ops::Range;

/// An article with its marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// What the article says of itself.
    pub article: ArticleFacts,
    /// Its marks in the order of the text, those without a place last.
    pub marks: Vec<MarkFacts>,
    /// The relations that start at no mark of it.
    pub loose: Vec<RelationFacts>,
}

/// What an article says of itself.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleFacts {
    /// Its path, as it was named.
    pub path: String,
    /// Its file's name.
    pub file: String,
    /// The headline, or the first words.
    pub title: String,
    /// Who published it; empty where it does not say.
    pub outlet: String,
    /// When, as it stood; empty where it does not say.
    pub published: String,
    /// The same as a day, month or year (`2017-04-16`), where that is certain; else empty.
    pub date: String,
    /// Where it was written; empty where it does not say.
    pub place: String,
    /// A BCP 47 tag; empty where nobody can tell.
    pub language: String,
    /// The id that its layers know it by.
    pub document: DocumentId,
    /// Of its reading text.
    pub digest: Digest,
}

/// A mark.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkFacts {
    /// What it says.
    pub annotation: Annotation,
    /// Whose it is.
    pub annotator: Annotator,
    /// The name of the file that holds it; empty where none does yet.
    pub layer: String,
    /// How it was found again; empty for a mark without a passage.
    pub placement: &'static str,
    /// Its pieces where they stand now, in code points of the reading text.
    pub pieces: Vec<Range<usize>>,
    /// The number of the paragraph where it begins, from 1.
    pub paragraph: Option<usize>,
    /// The relations that start at it, of whatever layer.
    pub relations: Vec<RelationFacts>,
    /// Its line in the layer: a W3C annotation.
    pub line: String,
}

/// A relation.
#[derive(Clone, Debug, PartialEq)]
pub struct RelationFacts {
    /// What it says.
    pub relation: Relation,
    /// Whose it is.
    pub annotator: Annotator,
    /// The words of the mark at its other end, where that is in the same article.
    pub words: String,
    /// Its line in the layer: a W3C annotation.
    pub line: String,
}
