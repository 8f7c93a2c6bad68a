//! A query made ready, asked of rows.

use super::{Filter, Has, Is, Query, QueryError};
use crate::document::CalendarDate;
use crate::layer::Codebook;
use crate::library::{Entry, Library, MarkRow};
use crate::text::find::{self, Finder};

/// A query that can be asked of many rows. It holds nothing of the library, so that several threads may
/// ask their own.
#[derive(Clone, Debug)]
pub struct Matcher {
    terms: Vec<(bool, Ready)>,
}

/// A filter with its words made ready.
#[derive(Clone, Debug)]
enum Ready {
    Words(Finder),
    Tag(String),
    By(Name, String),
    Source(Name),
    Outlet(Name),
    Title(Name),
    Note(Finder),
    In(String),
    Language(String),
    Before(CalendarDate),
    After(CalendarDate),
    Date(CalendarDate),
    Is(Is),
    Has(Has),
}

/// A name that is looked for.
#[derive(Clone, Debug)]
enum Name {
    /// Its words, in whatever stands around them.
    Part(Finder),
    /// The whole of it, in small letters.
    Whole(String),
}

impl Name {
    fn new(words: &str) -> Result<Self, QueryError> {
        if let Some(whole) = words.strip_prefix('=').map(str::trim).filter(|whole| !whole.is_empty()) {
            return Ok(Self::Whole(whole.to_lowercase()));
        }
        Finder::new(&find::Query::words(words)).map_err(QueryError::Words).map(Self::Part)
    }

    fn is_in(&self, name: &str) -> bool {
        match self {
            Self::Part(finder) => finder.is_in(name),
            Self::Whole(whole) => name.trim().chars().flat_map(char::to_lowercase).eq(whole.chars()),
        }
    }
}

impl Matcher {
    pub(super) fn new(query: &Query, codebook: &Codebook) -> Result<Self, QueryError> {
        let ready = |filter: &Filter| -> Result<Ready, QueryError> {
            let finder =
                |words: &String| Finder::new(&find::Query::words(words.as_str())).map_err(QueryError::Words);
            Ok(match filter {
                Filter::Words(words) => Ready::Words(finder(words)?),
                Filter::Tag(word) => {
                    let known = codebook.tag_called(word);
                    Ready::Tag(known.map_or_else(|| word.clone(), |tag| tag.id.as_str().to_owned()))
                }
                Filter::By(words) => Ready::By(Name::new(words)?, words.clone()),
                Filter::Source(words) => Ready::Source(Name::new(words)?),
                Filter::Outlet(words) => Ready::Outlet(Name::new(words)?),
                Filter::Title(words) => Ready::Title(Name::new(words)?),
                Filter::Note(words) => Ready::Note(finder(words)?),
                Filter::In(path) => Ready::In(path.trim_end_matches('/').to_owned()),
                Filter::Language(tag) => Ready::Language(tag.to_lowercase()),
                Filter::Before(day) => Ready::Before(*day),
                Filter::After(day) => Ready::After(*day),
                Filter::Date(day) => Ready::Date(*day),
                Filter::Is(is) => Ready::Is(*is),
                Filter::Has(has) => Ready::Has(*has),
            })
        };
        let terms = query.terms.iter().map(|term| Ok((term.is_not, ready(&term.filter)?)));
        Ok(Self { terms: terms.collect::<Result<_, _>>()? })
    }

    /// Whether a mark of an article is meant. Links from other articles count, as the library has them.
    pub fn has(&self, library: &Library, entry: &Entry, row: &MarkRow) -> bool {
        self.has_if(entry, row, || library.is_linked(row))
    }

    /// Whether the text of an article is meant: by terms about articles, if none is about marks.
    pub fn has_text_of(&self, entry: &Entry) -> bool {
        self.terms.iter().all(|(is_not, ready)| ready.has_article(entry).is_some_and(|has| has != *is_not))
    }

    /// Whether an article is meant: words by what its card says, filters about marks by any of its marks.
    pub fn has_entry(&self, library: &Library, entry: &Entry) -> bool {
        self.terms.iter().all(|(is_not, ready)| {
            let is_so = match ready {
                Ready::Words(finder) => [&*entry.title, &entry.outlet, &entry.place, &entry.path]
                    .into_iter()
                    .chain(entry.layers.iter().map(|layer| layer.person.name.as_str()))
                    .any(|words| finder.is_in(words)),
                _ => ready.has_article(entry).unwrap_or_else(|| {
                    entry.rows.iter().any(|row| ready.has(entry, row, &|| library.is_linked(row)))
                }),
            };
            is_so != *is_not
        })
    }

    /// What [`Self::has`] says without a library: `is_linked` says whether the mark has a link.
    pub fn has_if(&self, entry: &Entry, row: &MarkRow, is_linked: impl Fn() -> bool) -> bool {
        self.terms.iter().all(|(is_not, ready)| ready.has(entry, row, &is_linked) != *is_not)
    }

    /// What is still to be asked of the marks of an article; `None` where none of them is meant.
    pub fn of_entry(&self, entry: &Entry) -> Option<OfEntry<'_>> {
        let mut open = Vec::new();
        for (is_not, ready) in &self.terms {
            match ready.settled_by(entry) {
                Some(has) if has == *is_not => return None,
                Some(_) => {}
                None => open.push((*is_not, ready)),
            }
        }
        Some(OfEntry { open })
    }
}

/// A query that is asked of the marks of one article: what the article settles was asked once for all of them.
#[derive(Debug)]
pub struct OfEntry<'a> {
    open: Vec<(bool, &'a Ready)>,
}

impl OfEntry<'_> {
    /// Whether a mark of the article is meant; `is_linked` says whether it has a link.
    pub fn has(&self, row: &MarkRow, is_linked: impl Fn() -> bool) -> bool {
        self.open.iter().all(|(is_not, ready)| ready.has_row(row, &is_linked) != *is_not)
    }
}

impl Ready {
    fn has(&self, entry: &Entry, row: &MarkRow, is_linked: &dyn Fn() -> bool) -> bool {
        self.settled_by(entry).unwrap_or_else(|| self.has_row(row, is_linked))
    }

    /// What an article says for all its marks, if it settles the matter.
    fn settled_by(&self, entry: &Entry) -> Option<bool> {
        match self {
            Self::Words(finder) => finder.is_in(&entry.title).then_some(true),
            _ => self.has_article(entry),
        }
    }

    /// Whether a mark is meant where its article does not settle it.
    fn has_row(&self, row: &MarkRow, is_linked: &dyn Fn() -> bool) -> bool {
        let says = |is_in: &dyn Fn(&str) -> bool| row.sources.iter().any(|source| is_in(&source.name));
        match self {
            Self::Words(finder) => {
                let is_in = |words: &str| finder.is_in(words);
                is_in(&row.quote) || is_in(&row.note) || says(&is_in)
            }
            Self::Tag(slug) => row.tags.iter().any(|tag| tag.as_str() == slug),
            Self::By(name, word) => name.is_in(&row.person.name) || row.person.id.answers_to(word),
            Self::Source(source) => says(&|name| source.is_in(name)),
            Self::Note(finder) => finder.is_in(&row.note),
            Self::Is(Is::Linked) | Self::Has(Has::Link) => is_linked(),
            Self::Is(Is::Unlinked) => !is_linked(),
            Self::Is(Is::Unattributed) => row.is_unattributed,
            Self::Is(Is::Unsure) => row.needs_look,
            Self::Is(Is::Placed(placement)) => row.placement == *placement,
            Self::Has(Has::Note) => !row.note.is_empty(),
            Self::Has(Has::Source) => row.is_unattributed || !row.sources.is_empty(),
            Self::Has(Has::Figure) => !row.figures.is_empty(),
            Self::Has(Has::Tag) => !row.tags.is_empty(),
            // What is about articles is settled by them.
            Self::Outlet(_)
            | Self::Title(_)
            | Self::In(_)
            | Self::Language(_)
            | Self::Before(_)
            | Self::After(_)
            | Self::Date(_)
            | Self::Has(Has::Outlet | Has::Date) => false,
        }
    }

    /// Whether an article is meant by a filter that is about articles; `None` for one about marks.
    fn has_article(&self, entry: &Entry) -> Option<bool> {
        Some(match self {
            Self::Outlet(name) => name.is_in(&entry.outlet),
            Self::Title(name) => name.is_in(&entry.title),
            Self::In(path) => {
                let rest = entry.path.strip_prefix(path.as_str());
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || path.is_empty())
            }
            Self::Language(tag) => {
                let language = entry.language.to_lowercase();
                language
                    .strip_prefix(tag.as_str())
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
            }
            Self::Has(Has::Outlet) => !entry.outlet.is_empty(),
            Self::Has(Has::Date) => entry.date.is_some(),
            Self::Before(day) => entry.date.is_some_and(|date| date < *day),
            Self::After(day) => entry.date.is_some_and(|date| *day < date && !date.is_within(*day)),
            Self::Date(day) => entry.date.is_some_and(|date| date.is_within(*day)),
            _ => return None,
        })
    }
}
