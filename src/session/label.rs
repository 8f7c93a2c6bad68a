//! What a step of the history is called.

use std::fmt;

/// What was done in one step, for "undo". As words in lower case, without a full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// A mark was made without a tag.
    Mark,
    /// A mark was made with a tag, or got one more: the tag's label.
    Tag(String),
    /// A tag was taken off: its label.
    Untag(String),
    /// A mark's tags gave way to one: its label.
    Retag(String),
    /// Places that were found were marked with a tag: how many, and the tag's label.
    Places(usize, String),
    /// An implied claim was added.
    Imply,
    /// A note was changed.
    Note,
    /// A paragraph was added to a note.
    AddToNote,
    /// A source was set.
    Source,
    /// A figure was set.
    Figure,
    /// A mark was deleted.
    Delete,
    /// A mark got other ends.
    Ends,
    /// A mark was copied.
    Copy,
    /// A mark was made of a comment in the file.
    Remark,
    /// A proposal was accepted: the tag's label.
    Accept(String),
    /// Marks were taken in from a file.
    TakeIn,
    /// Two marks were linked.
    Link,
    /// A link was taken away.
    Unlink,
    /// A relation is of another kind.
    Relink,
    /// The place of a mark was confirmed.
    Confirm,
    /// A mark was put on other words.
    Put,
    /// It was said which of two versions shall be.
    Settle,
    /// It was decided what becomes of others' marks.
    Decide,
    /// A mark was replied to.
    Reply,
    /// An earlier state was restored.
    Restore,
    /// Several actions were done together, as whoever asked for them calls it.
    Together(String),
    /// What had been done was taken back, except where it was changed since.
    TakeBack(Box<Label>),
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Tag(tag) => return write!(f, "tag as {tag}"),
            Self::Untag(tag) => return write!(f, "take off {tag}"),
            Self::Retag(tag) => return write!(f, "retag as {tag}"),
            Self::Places(n, tag) => return write!(f, "mark {} as {tag}", places_of(*n)),
            Self::Accept(tag) => return write!(f, "accept as {tag}"),
            Self::Together(called) => called,
            Self::TakeBack(label) => return write!(f, "take back: {label}"),
            Self::Mark => "mark",
            Self::Imply => "add an implied claim",
            Self::Note => "edit the note",
            Self::AddToNote => "add to the note",
            Self::Source => "set the source",
            Self::Figure => "set the figure",
            Self::Delete => "delete a mark",
            Self::Ends => "change the ends of a mark",
            Self::Copy => "copy a mark",
            Self::Remark => "take over a comment",
            Self::TakeIn => "take marks in",
            Self::Link => "link two marks",
            Self::Unlink => "unlink two marks",
            Self::Relink => "change a link",
            Self::Confirm => "confirm a place",
            Self::Put => "put a mark in its place",
            Self::Settle => "settle two versions",
            Self::Decide => "decide on others’ marks",
            Self::Reply => "reply to a mark",
            Self::Restore => "restore an earlier state",
        })
    }
}

/// `1 place`, `2 places`.
pub(super) fn places_of(n: usize) -> String {
    if n == 1 { "1 place".to_owned() } else { format!("{n} places") }
}
