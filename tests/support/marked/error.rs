//! Why a text is no marked text.

use postil::text::quoted::QuoteError;
use std::fmt;

/// What is wrong with a marked text, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MarkedError {
    /// The line, counted from 1.
    pub(crate) line: usize,
    /// What is wrong with it.
    pub(crate) problem: Problem,
}

/// What can be wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// The codebook has no such tag.
    UnknownTag(String),
    /// The codebook has no such relation.
    UnknownRelation(String),
    /// No mark has the name.
    UnknownMark(String),
    /// It is no name of a mark.
    BadName(String),
    /// Two marks of one layer have the name.
    NameTaken(String),
    /// A `[` is followed by no head and `:`.
    NoHead,
    /// A head has neither tag nor id, or half a relation.
    BadHead(String),
    /// `[` or `<|` is not closed.
    NotClosed(&'static str),
    /// `]` or `|>` closes nothing, or what was not opened last.
    NotOpened(&'static str),
    /// `\` stands before a letter or at the end.
    Escape(Option<char>),
    /// Brackets or bars have no words between them.
    Empty,
    /// The pieces of a mark overlap.
    Overlap(String),
    /// A caret beside another selection, or a selection within one.
    Selections,
    /// A row of carets without a line above, or under no words.
    Row,
    /// A `!`, `@` or `//-` line that says nothing known.
    BadLine(String),
    /// A `@` line says what another has said.
    Twice(String),
    /// Quotes that do not fit.
    Quotes(QuoteError),
    /// Text after the `!` and `@` lines.
    TextBelow,
    /// The text of a layer is another than the first one's.
    TextsDiffer,
}

impl fmt::Display for MarkedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.problem)?;
        self.problem.hint().map_or(Ok(()), |hint| write!(f, "\nhint: {hint}"))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownTag(tag) => write!(f, "the codebook has no tag `{tag}`"),
            Self::UnknownRelation(kind) => write!(f, "the codebook has no relation `{kind}`"),
            Self::UnknownMark(name) => write!(f, "no mark is called `{name}`"),
            Self::BadName(name) => write!(f, "`{name}` is no name of a mark"),
            Self::NameTaken(name) => write!(f, "two marks are called `{name}`"),
            Self::NoHead => f.write_str("a `[` begins no mark"),
            Self::BadHead(head) => write!(f, "`{head}` is no head of a mark"),
            Self::NotClosed(sign) => write!(f, "a `{sign}` is not closed"),
            Self::NotOpened(sign) => write!(f, "a `{sign}` closes nothing that was opened last"),
            Self::Escape(Some(character)) => {
                write!(f, "`\\{}` stands for nothing", character.escape_debug())
            }
            Self::Escape(None) => f.write_str("a `\\` stands at the end of a line"),
            Self::Empty => f.write_str("a mark or selection covers no words"),
            Self::Overlap(name) => write!(f, "the pieces of `{name}` overlap"),
            Self::Selections => f.write_str("a caret or selection stands beside a caret or in a selection"),
            Self::Row => f.write_str("a row of carets stands under no words"),
            Self::BadLine(line) => write!(f, "`{line}` says nothing known"),
            Self::Twice(what) => write!(f, "the {what} of this mark is given twice"),
            Self::Quotes(error) => error.fmt(f),
            Self::TextBelow => f.write_str("text follows the lines below the text"),
            Self::TextsDiffer => f.write_str("the text of this layer is not that of the first"),
        }
    }
}

impl Problem {
    /// What to do about it, where that is not plain.
    fn hint(&self) -> Option<&'static str> {
        Some(match self {
            Self::UnknownTag(_) | Self::NoHead => "write `\\[` where the bracket belongs to the text",
            Self::BadName(_) => {
                "a name has up to six ASCII letters and digits, an id 8 or 32 hexadecimal digits"
            }
            Self::BadHead(_) => "a head is `tag#name`, `tag,tag#name` or `tag#name denies other`",
            Self::NotOpened(_) => {
                "write `\\]` or `|\\>` for the characters; marks that cross stand in rows of `^`"
            }
            Self::Escape(_) => "write `\\\\` for a backslash",
            Self::Empty => "a caret is written `<|>`",
            Self::Row => "write `\\^` where the line belongs to the text",
            Self::BadLine(_) => "write `\\` before a line that belongs to the text",
            Self::Quotes(error) => error.hint(),
            Self::TextsDiffer => "repeat the text under each `//- layer`, to the letter",
            _ => return None,
        })
    }
}

impl std::error::Error for MarkedError {}

impl From<QuoteError> for Problem {
    fn from(error: QuoteError) -> Self {
        Self::Quotes(error)
    }
}
