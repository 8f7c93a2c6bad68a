//! What there is to be said about a layer file that was read.

use super::caps::{MAX_LINE, MAX_PIECES, TooLarge};
use std::fmt;

/// What the reader of a layer should know about its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LayerWarning {
    /// It is past a cap.
    Unread(TooLarge),
    /// Of one line, by its number from 1.
    Line(usize, LineFault),
    /// No line says whose layer it is.
    NoHeader,
    /// A newer version of the format.
    Newer,
    /// A header of another layer, by this person, is in it.
    OtherHeader(String),
    /// So many marks are about other documents.
    Elsewhere(usize),
}

/// What a line is or has that is not taken up. It is carried as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineFault {
    /// Longer than [`MAX_LINE`].
    TooLong,
    /// No JSON, or no UTF-8.
    Unreadable,
    /// A header without layer, annotator or document.
    BareHeader,
    /// Without an id that we know.
    NoId,
    /// Of another kind than marks and relations.
    OtherKind,
    /// A mark whose target we do not know.
    NoTarget,
    /// More than [`MAX_PIECES`].
    TooManyPieces,
    /// A position that ends before it begins, or is no number.
    BadPosition,
    /// A figure with values of other kinds.
    ForeignFigure,
    /// An attribution of another form.
    ForeignSources,
}

impl fmt::Display for LayerWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unread(reason) => write!(f, "nothing of the file is read: {reason}"),
            Self::Line(number, fault) => write!(f, "line {number} {fault}"),
            Self::NoHeader => f.write_str("the file does not say whose layer it is, of which document"),
            Self::Newer => f.write_str("a newer postil wrote this layer; it can be read, not changed"),
            Self::OtherHeader(name) => {
                write!(f, "the header of another layer, by `{name}`, lies in this one")
            }
            Self::Elsewhere(1) => f.write_str("one mark is about another document; it is carried, not shown"),
            Self::Elsewhere(n) => {
                write!(f, "{n} marks are about another document; they are carried, not shown")
            }
        }
    }
}

impl fmt::Display for LineFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => write!(f, "is longer than {MAX_LINE} bytes and is carried, not shown"),
            Self::Unreadable => f.write_str("cannot be read and is kept as it is"),
            Self::BareHeader => f.write_str("is a header that lacks its layer, annotator or document"),
            Self::NoId => f.write_str("has no id that is a `urn:uuid:` and is carried, not shown"),
            Self::OtherKind => f.write_str("is of a kind that is carried, not shown"),
            Self::NoTarget => {
                f.write_str("is a mark without a target that we know and is carried, not shown")
            }
            Self::TooManyPieces => {
                write!(f, "has more than {MAX_PIECES} pieces and is carried, not shown")
            }
            Self::BadPosition => f.write_str("has a position that is none; its words count"),
            Self::ForeignFigure => {
                f.write_str("has a figure that is no count of ours; it is carried, not shown")
            }
            Self::ForeignSources => {
                f.write_str("has sources in a form that we do not know; they are carried, not shown")
            }
        }
    }
}
