//! How marks are weighed.

/// What counts how much.
#[derive(Clone, Debug, PartialEq)]
pub struct Rubric {
    /// For the right passage.
    pub passage: f64,
    /// For the right tags.
    pub tag: f64,
    /// For the right figure, where the key has one.
    pub figure: f64,
    /// For the right source, where the key has one.
    pub source: f64,
    /// For the right links, where the key has some.
    pub link: f64,
    /// How other ends than the key's count.
    pub boundary: Boundary,
    /// By how many code points an end may be off and still counts as the key's.
    pub tolerance: usize,
    /// What a mark that the key lacks costs.
    pub extra: f64,
    /// The share of the points that is enough, from 0 to 1.
    pub pass: f64,
}

/// How a passage with other ends counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Boundary {
    /// By the share of what either covers that both cover.
    #[default]
    Share,
    /// In full, where anything overlaps.
    Overlap,
    /// Not at all.
    Exact,
}

impl Boundary {
    /// The boundary rule of a word.
    pub fn named(word: &str) -> Option<Self> {
        [Self::Share, Self::Overlap, Self::Exact].into_iter().find(|boundary| boundary.name() == word)
    }

    /// The word of the rubric's file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::Overlap => "overlap",
            Self::Exact => "exact",
        }
    }
}

impl Default for Rubric {
    fn default() -> Self {
        Self {
            passage: 2.0,
            tag: 2.0,
            figure: 1.0,
            source: 1.0,
            link: 1.0,
            boundary: Boundary::Share,
            tolerance: 1,
            extra: 0.5,
            pass: 0.5,
        }
    }
}
