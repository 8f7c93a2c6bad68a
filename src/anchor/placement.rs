//! Where a passage landed. Derived from target and text, never saved.

use crate::text::TextRange;

/// The pieces of a passage in the open text, in the order of the target's pieces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    pieces: Vec<TextRange>,
}

impl Passage {
    /// From pieces; empty ones are dropped.
    pub fn new(pieces: impl IntoIterator<Item = TextRange>) -> Self {
        Self { pieces: pieces.into_iter().filter(|piece| !piece.is_empty()).collect() }
    }

    /// The pieces.
    pub fn pieces(&self) -> &[TextRange] {
        &self.pieces
    }

    /// Whether it covers nothing.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// From the first byte of any piece to the last of any.
    pub fn hull(&self) -> Option<TextRange> {
        self.pieces.iter().copied().reduce(TextRange::hull)
    }

    /// Whether any piece touches `range`.
    pub fn overlaps(&self, range: TextRange) -> bool {
        self.pieces.iter().any(|piece| piece.overlaps(range))
    }

    /// The bytes that it covers.
    pub fn len(&self) -> usize {
        self.pieces.iter().map(|piece| piece.len().to_usize()).sum()
    }
}

impl From<TextRange> for Passage {
    fn from(range: TextRange) -> Self {
        Self::new([range])
    }
}

/// How well a place fits, in thousandths: 1000 is beyond doubt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(pub u16);

/// A place that may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Where.
    pub passage: Passage,
    /// How well it fits.
    pub score: Score,
}

/// Where a target is in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placement {
    /// The same words at the recorded position.
    Exact(Passage),
    /// The same words elsewhere.
    Moved {
        /// Where they are now.
        to: Passage,
    },
    /// Other words, uncertain until a person confirms them.
    Changed {
        /// Where they seem to be.
        to: Passage,
        /// How sure that is.
        score: Score,
    },
    /// Several places fit as well.
    Ambiguous(Vec<Candidate>),
    /// The words are gone.
    Orphaned {
        /// The best of the places that were not good enough.
        best_guess: Option<Candidate>,
    },
}

impl Placement {
    /// Where the mark is drawn; `None` while a person has to say.
    pub fn passage(&self) -> Option<&Passage> {
        match self {
            Self::Exact(passage) | Self::Moved { to: passage } | Self::Changed { to: passage, .. } => {
                Some(passage)
            }
            Self::Ambiguous(_) | Self::Orphaned { .. } => None,
        }
    }

    /// How sure the place is; of several places, or of one that is only offered, the score of the best.
    pub fn score(&self) -> Score {
        match self {
            Self::Exact(_) | Self::Moved { .. } => Score(1000),
            Self::Changed { score, .. } => *score,
            Self::Ambiguous(_) | Self::Orphaned { .. } => {
                self.candidates().iter().map(|candidate| candidate.score).max().unwrap_or_default()
            }
        }
    }

    /// The places that a person may choose from, while the mark has none.
    pub fn candidates(&self) -> &[Candidate] {
        match self {
            Self::Ambiguous(candidates) => candidates,
            Self::Orphaned { best_guess: Some(guess) } => std::slice::from_ref(guess),
            _ => &[],
        }
    }

    /// Whether a person has to look at it.
    pub fn needs_review(&self) -> bool {
        !matches!(self, Self::Exact(_) | Self::Moved { .. })
    }

    /// The word for files, the command line and the window.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Exact(_) => "exact",
            Self::Moved { .. } => "moved",
            Self::Changed { .. } => "changed",
            Self::Ambiguous(_) => "ambiguous",
            Self::Orphaned { .. } => "orphaned",
        }
    }
}
