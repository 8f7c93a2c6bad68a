//! What is done by saying something: the kinds of words that attribute.

/// What is done by saying it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CueKind {
    Says,
    Reports,
    Shows,
    Claims,
    Suggests,
    Denies,
    /// Refuses or opposes what is asked for or planned: nothing is said to be untrue.
    Opposes,
    Confirms,
    Accuses,
    Warns,
    Demands,
    Promises,
    Asks,
    Praises,
    Believes,
    Estimates,
    /// Speaks to somebody or of something: what is said is told elsewhere.
    Speaks,
}

impl CueKind {
    /// All kinds.
    pub const ALL: [Self; 17] = [
        Self::Says,
        Self::Reports,
        Self::Shows,
        Self::Claims,
        Self::Suggests,
        Self::Denies,
        Self::Opposes,
        Self::Confirms,
        Self::Accuses,
        Self::Warns,
        Self::Demands,
        Self::Promises,
        Self::Asks,
        Self::Praises,
        Self::Believes,
        Self::Estimates,
        Self::Speaks,
    ];

    /// Its key in the files of words: `denies`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Says => "says",
            Self::Reports => "reports",
            Self::Shows => "shows",
            Self::Claims => "claims",
            Self::Suggests => "suggests",
            Self::Denies => "denies",
            Self::Opposes => "opposes",
            Self::Confirms => "confirms",
            Self::Accuses => "accuses",
            Self::Warns => "warns",
            Self::Demands => "demands",
            Self::Promises => "promises",
            Self::Asks => "asks",
            Self::Praises => "praises",
            Self::Believes => "believes",
            Self::Estimates => "estimates",
            Self::Speaks => "speaks",
        }
    }

    /// The kind of a key.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}
