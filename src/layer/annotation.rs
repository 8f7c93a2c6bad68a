//! A mark.

use super::{AnnotationId, Attribution, Figure, Motivation, TagId};
use crate::anchor::Target;
use crate::document::Timestamp;

/// What one person says of one passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// Random, and the mark's for good: other people's relations point at it.
    pub id: AnnotationId,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed, if ever.
    pub modified: Option<Timestamp>,
    /// What it is made for.
    pub motivation: Motivation,
    /// Its tags, in the order given; slugs that the codebook lacks are carried.
    pub tags: Vec<TagId>,
    /// The person's words about it; empty where there are none.
    pub note: String,
    /// The passage.
    pub target: Target,
    /// What was counted.
    pub figures: Vec<Figure>,
    /// That nothing is counted, as the person found: what was read as a figure is none.
    pub is_without_figure: bool,
    /// Who says it.
    pub attribution: Attribution,
    /// The wording of a claim that the article only implies; such a mark has no passage.
    pub implied: Option<String>,
    /// The rules or the machine that proposed it, by name, where a person accepted a proposal.
    pub proposed_by: Option<String>,
}

impl Annotation {
    /// A mark with nothing but its passage.
    pub fn new(id: AnnotationId, created: Timestamp, target: Target) -> Self {
        Self {
            id,
            created,
            modified: None,
            motivation: Motivation::Marking,
            tags: Vec::new(),
            note: String::new(),
            target,
            figures: Vec::new(),
            is_without_figure: false,
            attribution: Attribution::default(),
            implied: None,
            proposed_by: None,
        }
    }

    /// Whether it only says how good another mark is: beside the text, with no line under the words.
    pub fn only_assesses(&self) -> bool {
        self.tags.is_empty() && self.motivation.assessment().is_some()
    }

    /// Whether it marks no passage of its own, but replies to another.
    pub fn is_reply(&self) -> bool {
        self.motivation == Motivation::Replying
    }

    /// Whether it bears `tag`.
    pub fn has_tag(&self, tag: &TagId) -> bool {
        self.tags.contains(tag)
    }

    /// Adds a paragraph to the note, unless it ends so already.
    pub fn add_to_note(&mut self, words: &str) {
        let before = self.note.trim_end();
        if !before.ends_with(words) {
            let gap = if before.is_empty() { "" } else { "\n\n" };
            self.note = format!("{before}{gap}{words}");
        }
    }

    /// The words it was put on, or the wording of an implied claim.
    pub fn quote(&self) -> String {
        self.implied.clone().unwrap_or_else(|| self.target.quote())
    }
}
