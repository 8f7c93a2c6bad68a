//! What people marked in a folder is compared off the frame.

use crate::analysis::differences::{InArticle, in_folder, outcome_for};
use crate::layer::AnnotatorId;
use crate::library::Entry;
use std::path::PathBuf;
use std::sync::Arc;

/// What is to be compared: the folder at a revision, the people, and the article if it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::gui) struct Wanted {
    pub(in crate::gui) root: PathBuf,
    pub(in crate::gui) revision: u64,
    pub(in crate::gui) people: Vec<AnnotatorId>,
    pub(in crate::gui) article: Option<String>,
}

/// A comparison that is to be made off the frame.
#[derive(Clone, Debug)]
pub(in crate::gui) struct CompareJob {
    pub(in crate::gui) wanted: Wanted,
    pub(in crate::gui) entries: Vec<Arc<Entry>>,
}

/// What it found.
#[derive(Debug, Default)]
pub(in crate::gui) struct Found {
    pub(in crate::gui) wanted: Option<Wanted>,
    pub(in crate::gui) articles: Vec<InArticle>,
    /// Of each person, how many marks were decided on and how many of those went into the outcome.
    pub(in crate::gui) outcomes: Vec<(AnnotatorId, (usize, usize))>,
}

impl CompareJob {
    /// Compares.
    pub(in crate::gui) fn run(self) -> Found {
        let articles = in_folder(&self.entries, &self.wanted.people);
        let outcome = |who: AnnotatorId| {
            let of = articles.iter().map(|article: &InArticle| outcome_for(&article.entry.rows, who));
            of.fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1))
        };
        let outcomes = self.wanted.people.iter().map(|&who| (who, outcome(who))).collect();
        Found { wanted: Some(self.wanted), articles, outcomes }
    }
}
