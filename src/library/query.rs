//! Which marks are meant: words and filters in one line, asked of rows.
//!
//! `army "at least" tag:denial by:Ana source:"the army" is:unlinked has:note before:2017-05 -outlet:SANA`
//!
//! Words are looked for as in an article ([`crate::text::find`]) in the passage, the note, the sources and
//! the title. A name behind `by:`, `source:`, `outlet:` or `title:` may be a part of the one that is meant, and is
//! all of it where `=` stands before it (`outlet:=SANA`). All terms must hold; a hyphen before a term has it not hold. What has spaces, or begins like
//! a filter and is none, stands in quotation marks.

mod matcher;
mod parse;

pub use matcher::{Matcher, OfEntry};
pub(super) use parse::{Piece, pieces_of_line};

use super::row::RowPlacement;
use crate::document::CalendarDate;
use crate::layer::Codebook;
use crate::text::find::FindError;
use std::fmt;

/// What a line asks for. Its text form is read again as the same.
///
/// ```
/// use postil::library::Query;
/// let query: Query = "  army   source:'the army' -is:unlinked before:2017-5".parse().unwrap();
/// assert_eq!(query.to_string(), "army source:'the army' -is:unlinked before:2017-05");
/// let error = "tga:denial".parse::<Query>().unwrap_err();
/// assert_eq!(error.to_string(), "there is no filter `tga:`");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// All of them must hold.
    pub terms: Vec<Term>,
}

/// One thing that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Whether it must not hold.
    pub is_not: bool,
    /// What.
    pub filter: Filter,
}

/// What a term looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Words in the passage, the note, the sources or the title.
    Words(String),
    /// A tag, by slug or label.
    Tag(String),
    /// Who marked it: words of the name, or the beginning of the id.
    By(String),
    /// Words of a source.
    Source(String),
    /// Words of the article's outlet.
    Outlet(String),
    /// Words of the article's title.
    Title(String),
    /// Words of the note.
    Note(String),
    /// The beginning of the article's path.
    In(String),
    /// The article's language.
    Language(String),
    /// The article's date is before that day, month or year.
    Before(CalendarDate),
    /// It is after it.
    After(CalendarDate),
    /// It is in it.
    Date(CalendarDate),
    /// How the mark stands.
    Is(Is),
    /// What it carries.
    Has(Has),
}

/// How a mark stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    /// With a link to another mark.
    Linked,
    /// Without one.
    Unlinked,
    /// It was found that nobody is named.
    Unattributed,
    /// A person has to look at it.
    Unsure,
    /// How it was found again.
    Placed(RowPlacement),
}

/// What a mark carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Has {
    /// Words of the person's own.
    Note,
    /// A source, or that there is none.
    Source,
    /// A figure.
    Figure,
    /// A link.
    Link,
    /// A tag.
    Tag,
    /// Its article names who published it.
    Outlet,
    /// Its article is dated.
    Date,
}

/// The names of [`Has`].
const HAS: [(&str, Has); 7] = [
    ("note", Has::Note),
    ("source", Has::Source),
    ("figure", Has::Figure),
    ("link", Has::Link),
    ("tag", Has::Tag),
    ("outlet", Has::Outlet),
    ("date", Has::Date),
];

/// The names of [`Is`], but those of the placements.
const IS: [(&str, Is); 4] = [
    ("linked", Is::Linked),
    ("unlinked", Is::Unlinked),
    ("unattributed", Is::Unattributed),
    ("unsure", Is::Unsure),
];

/// Each filter's word, and what it asks for, for a menu.
pub const FILTERS: [(&str, &str); 14] = [
    ("tag", "marks with that tag"),
    ("by", "marks of that person"),
    ("source", "marks with those words in a source"),
    ("note", "marks with those words in their note"),
    ("outlet", "marks in articles of that outlet; with = before the name of no other"),
    ("title", "marks in articles with those words in the title"),
    ("in", "marks in articles of that folder"),
    ("language", "marks in articles in that language"),
    ("before", "marks in articles before that day, month or year"),
    ("after", "marks in articles after it"),
    ("date", "marks in articles of it"),
    ("is", "linked, unlinked, unattributed, unsure, or how the mark was found again"),
    ("has", "note, source, figure, link, tag, outlet or date"),
    ("-", "before a term: marks for which it does not hold"),
];

impl Query {
    /// Whether everything is meant.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Makes the query ready; tags may be given by the labels that `codebook` has.
    ///
    /// # Errors
    ///
    /// Where words would need too much memory to be looked for.
    pub fn matcher(&self, codebook: &Codebook) -> Result<Matcher, QueryError> {
        Matcher::new(self, codebook)
    }
}

impl Is {
    /// As it stands behind `is:`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Placed(placement) => placement.name(),
            other => IS.iter().find(|(_, is)| *is == other).map_or("", |(name, _)| name),
        }
    }
}

impl Has {
    /// As it stands behind `has:`.
    pub fn name(self) -> &'static str {
        HAS.iter().find(|(_, has)| *has == self).map_or("", |(name, _)| name)
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let terms: Vec<String> = self.terms.iter().map(Term::to_string).collect();
        f.write_str(&terms.join(" "))
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_not {
            f.write_str("-")?;
        }
        let (key, value) = match &self.filter {
            Filter::Words(words) => return f.write_str(&parse::quoted(words, true)),
            Filter::Tag(words) => ("tag", words.clone()),
            Filter::By(words) => ("by", words.clone()),
            Filter::Source(words) => ("source", words.clone()),
            Filter::Outlet(words) => ("outlet", words.clone()),
            Filter::Title(words) => ("title", words.clone()),
            Filter::Note(words) => ("note", words.clone()),
            Filter::In(words) => ("in", words.clone()),
            Filter::Language(words) => ("language", words.clone()),
            Filter::Before(day) => ("before", day.iso()),
            Filter::After(day) => ("after", day.iso()),
            Filter::Date(day) => ("date", day.iso()),
            Filter::Is(is) => ("is", is.name().to_owned()),
            Filter::Has(has) => ("has", has.name().to_owned()),
        };
        write!(f, "{key}:{}", parse::quoted(&value, false))
    }
}

/// Why a line asks for nothing that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryError {
    /// A filter that there is not.
    Filter(String),
    /// A filter without anything behind it.
    Empty(&'static str),
    /// A value that this filter does not have.
    Value(&'static str, String),
    /// What should be a day and is none.
    Day(String),
    /// A quotation mark without its second one.
    Unclosed,
    /// Words that cannot be looked for.
    Words(FindError),
}

impl QueryError {
    /// What to do about it.
    pub fn hint(&self) -> String {
        match self {
            Self::Filter(_) => {
                let words: Vec<&str> =
                    FILTERS.iter().map(|(word, _)| *word).filter(|word| *word != "-").collect();
                format!(
                    "the filters are {}; words with a colon are looked for in quotation marks",
                    words.join(", ")
                )
            }
            Self::Empty(_) => "put what is looked for behind the colon, without a space".to_owned(),
            Self::Value("has", _) => format!("it can be {}", HAS.map(|(name, _)| name).join(", ")),
            Self::Value(..) => {
                let placed = RowPlacement::ALL.iter().map(|placement| placement.name());
                let names: Vec<&str> = IS.iter().map(|(name, _)| *name).chain(placed).collect();
                format!("it can be {}", names.join(", "))
            }
            Self::Day(_) => "a day is written as 2017-04-16, a month as 2017-04, a year as 2017".to_owned(),
            Self::Unclosed => "close the quotation marks".to_owned(),
            Self::Words(error) if error.at.is_some() => {
                "correct the expression, or look for its words as words".to_owned()
            }
            Self::Words(_) => "look for fewer words".to_owned(),
        }
    }
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Filter(word) => write!(f, "there is no filter `{word}:`"),
            Self::Empty(word) => write!(f, "nothing stands behind `{word}:`"),
            Self::Value(word, value) => write!(f, "`{word}:` has no `{value}`"),
            Self::Day(words) => write!(f, "`{words}` is no day, month or year"),
            Self::Unclosed => f.write_str("a quotation mark has no second one"),
            Self::Words(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for QueryError {}
