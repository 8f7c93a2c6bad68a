//! From words, or from a line of words and filters, to what is looked for.

use crate::library::query::{Filter, Piece, pieces_of_line};
use crate::library::{Query, QueryError};
use crate::text::TextRange;
use crate::text::find::{self, Finder};

/// What is looked for.
#[derive(Clone, Debug)]
pub struct Asked {
    words: Vec<Words>,
    /// All terms but words.
    pub filters: Query,
}

/// Words that stand together, or an expression.
#[derive(Clone, Debug)]
struct Words {
    /// Whether they must not be there.
    is_not: bool,
    query: find::Query,
    finder: Finder,
    /// What is looked for in texts that are not yet read, the quickest first.
    needed: Vec<Finder>,
}

impl Asked {
    /// Terms one by one, each words that stand together or a filter; `how` says how words are meant, and
    /// its own are not looked at.
    ///
    /// # Errors
    ///
    /// Where an expression cannot be read.
    pub fn of(query: Query, how: &find::Query) -> Result<Self, QueryError> {
        let mut asked = Self { words: Vec::new(), filters: Query::default() };
        for term in query.terms {
            match term.filter {
                Filter::Words(words) => {
                    let query = find::Query { words, ..how.clone() };
                    let finder = Finder::new(&query).map_err(QueryError::Words)?;
                    let needed = if term.is_not { Vec::new() } else { Finder::needed(&query) };
                    if !query.is_empty() {
                        asked.words.push(Words { is_not: term.is_not, query, finder, needed });
                    }
                }
                _ => asked.filters.terms.push(term),
            }
        }
        Ok(asked)
    }

    /// A line as it is typed: what is no filter stands together as in the search of an article, and what is
    /// quoted by itself. An expression is taken as it stands.
    ///
    /// # Errors
    ///
    /// Where a filter or an expression cannot be read.
    pub fn of_line(line: &str, how: &find::Query) -> Result<Self, QueryError> {
        let pieces = pieces_of_line(line, how.is_regex)?;
        Self::of(Query { terms: pieces.into_iter().map(|piece| piece.term).collect() }, how)
    }

    /// The filters of a line, each with the line without it.
    pub fn filters_of_line(line: &str, is_regex: bool) -> Vec<(String, String)> {
        let pieces = pieces_of_line(line, is_regex).unwrap_or_default();
        let filters = pieces.into_iter().filter(|piece| !matches!(piece.term.filter, Filter::Words(_)));
        let without = |Piece { term, span }: Piece| {
            let (before, after) = (line[..span.start].trim(), line[span.end..].trim());
            (term.to_string(), [before, after].join(" ").trim().to_owned())
        };
        filters.map(without).collect()
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.filters.is_empty()
    }

    /// Whether there are words that must be there.
    pub fn has_words(&self) -> bool {
        self.words.iter().any(|words| !words.is_not)
    }

    /// The words, if they are all that is looked for in a text: what every occurrence of can be marked.
    pub fn only_words(&self) -> Option<&find::Query> {
        match self.words.as_slice() {
            [words] if !words.is_not => Some(&words.query),
            _ => None,
        }
    }

    /// The first words that must be there.
    pub fn first_words(&self) -> Option<&find::Query> {
        self.first().map(|words| &words.query)
    }

    fn first(&self) -> Option<&Words> {
        self.words.iter().find(|words| !words.is_not)
    }

    /// Whether all words stand in one of some texts, and none of those that must not.
    pub fn are_in<'a>(&self, texts: impl Iterator<Item = &'a str> + Clone) -> bool {
        self.words.iter().all(|words| texts.clone().any(|text| words.finder.is_in(text)) != words.is_not)
    }

    /// Whether a text that is not yet read may have all words.
    pub(super) fn may_be_in(&self, unread: &str) -> bool {
        self.words.iter().flat_map(|words| &words.needed).all(|needed| needed.is_in(unread))
    }

    /// The same as [`Self::places_in`] a text of which the paragraphs are not known yet; `None` where they may
    /// make a difference.
    pub(super) fn places_within_lines(&self, text: &str) -> Option<Vec<TextRange>> {
        match self.words.as_slice() {
            [words] if !words.is_not => words.finder.within_lines(text),
            _ => None,
        }
    }

    /// Where the words stand that must be there, in order and apart.
    pub(super) fn places_in(&self, text: &str, paragraphs: &[TextRange]) -> Vec<TextRange> {
        let wanted = self.words.iter().filter(|words| !words.is_not);
        let found = |words: &Words| words.finder.in_paragraphs(text, paragraphs, &mut || true).ranges;
        let mut all: Vec<TextRange> = wanted.flat_map(found).collect();
        all.sort_by_key(|hit| (hit.start(), hit.end()));
        let mut apart: Vec<TextRange> = Vec::with_capacity(all.len());
        for hit in all {
            if apart.last().is_none_or(|last| last.end() <= hit.start()) {
                apart.push(hit);
            }
        }
        apart
    }
}
