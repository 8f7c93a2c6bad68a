//! Two versions of one mark: both are kept until a person says which it shall be.

use super::history::Settled;
use super::{ActionError, Host, Outcome, Session};
use crate::document::Timestamp;
use crate::layer::{Annotation, AnnotationId, Change, Relation, Transaction};
use crate::sidecar::{Content, LayerFile};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use uuid::Uuid;

/// Which of several versions a mark shall be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The one that counts now.
    This,
    /// Another one, by its number from 1.
    Other(usize),
    /// The one that counts now, with the notes of all.
    Both,
}

impl fmt::Display for Which {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::This => f.write_str("this"),
            Self::Other(1) => f.write_str("other"),
            Self::Other(nth) => write!(f, "other {nth}"),
            Self::Both => f.write_str("both"),
        }
    }
}

/// A mark or relation of which several versions are there that did not know of each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contest {
    /// Of the mark, or of the relation.
    pub id: Uuid,
    /// The mark, or the one that the relation starts from; it may have been removed.
    pub mark: AnnotationId,
    /// Whose it is.
    pub person: String,
    /// Whether the person at the window may settle it.
    pub is_writable: bool,
    /// The version that counts, then the others.
    pub versions: Vec<Version>,
}

/// One version of a mark or relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// When it was made, last changed or removed.
    pub at: Timestamp,
    /// What it says.
    pub said: Said,
}

/// What a version says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A mark.
    Mark(Arc<Annotation>),
    /// A relation.
    Relation(Box<Relation>),
    /// That it was removed.
    Removed,
    /// Something that this version of the program does not know.
    Unknown,
}

impl Said {
    fn of(content: &Content) -> Self {
        match content {
            Content::Annotation(mark) => Self::Mark(mark.clone()),
            Content::Relation(relation) => Self::Relation(relation.clone()),
            Content::Removed => Self::Removed,
            Content::Foreign => Self::Unknown,
        }
    }

    fn note(&self) -> &str {
        if let Self::Mark(mark) = self { mark.note.trim() } else { "" }
    }
}

impl Contest {
    /// What it can be called in an action.
    pub fn name(&self) -> String {
        self.id.simple().to_string()
    }

    /// Whether there are notes that could be joined.
    pub fn has_notes(&self) -> bool {
        self.versions.iter().filter(|version| !version.said.note().is_empty()).count() > 1
            && self.joined().is_some()
    }

    /// The mark that counts, with the notes of all versions below each other.
    fn joined(&self) -> Option<Annotation> {
        let Said::Mark(mark) = &self.versions.first()?.said else { return None };
        let mut notes: Vec<&str> = Vec::new();
        for note in self.versions.iter().map(|version| version.said.note()) {
            if !note.is_empty() && !notes.contains(&note) {
                notes.push(note);
            }
        }
        Some(Annotation { note: notes.join("\n\n"), ..mark.as_ref().clone() })
    }
}

/// All contests, with the files that they were looked for in.
#[derive(Debug, Default)]
pub(super) struct Contests {
    of: Vec<Arc<LayerFile>>,
    found: Vec<Contest>,
}

/// What was settled (`None`) or taken back since the last save, by id: a save on its way does not know.
pub(super) type Settling = BTreeMap<Uuid, Option<Settled>>;

impl Session {
    /// What several versions are there of, mine first.
    pub fn contests(&self) -> &[Contest] {
        &self.contests.found
    }

    /// The versions of a mark, if there are several.
    pub fn contest_of(&self, mark: AnnotationId) -> Option<&Contest> {
        self.contests().iter().find(|contest| contest.id == mark.0)
    }

    /// Looks for several versions, where files are others than before.
    pub(super) fn note_rivals(&mut self) {
        let files = self.layers.iter().map(|open| &open.file);
        let is_same = files.clone().count() == self.contests.of.len()
            && files.clone().zip(&self.contests.of).all(|(now, then)| Arc::ptr_eq(now, then));
        if is_same {
            return;
        }
        self.contests.of = files.map(Arc::clone).collect();
        self.contests.found.clear();
        let is_settled = |id: Uuid| matches!(self.settling.get(&id), Some(None));
        for open in &self.layers {
            let mut found: BTreeMap<Uuid, Contest> = BTreeMap::new();
            for rival in open.file.rivals().filter(|rival| !is_settled(rival.id)) {
                let loser = Version { at: rival.loser_at, said: Said::of(rival.loser) };
                let contest = found.entry(rival.id).or_insert_with(|| Contest {
                    id: rival.id,
                    mark: mark_of(rival.id, [rival.winner, rival.loser]),
                    person: open.layer.annotator.name.clone(),
                    is_writable: open.read_only.is_none(),
                    versions: vec![Version { at: rival.winner_at, said: Said::of(rival.winner) }],
                });
                contest.versions.push(loser);
            }
            self.contests.found.extend(found.into_values());
        }
    }

    /// Says which version a mark shall be. The others go with the next save.
    pub(super) fn settle(
        &mut self,
        host: &mut dyn Host,
        name: &str,
        which: Which,
    ) -> Result<Outcome, ActionError> {
        let contest = self.contest_called(name)?.clone();
        if !contest.is_writable {
            let person = &contest.person;
            return Err(ActionError::new(format!("only {person} can say which version it shall be"))
                .hint("copy the mark into yours to work with it"));
        }
        let changes = self.changes_of(&contest, which)?;
        let lines = self.my_layer().map(|mine| mine.file.losing_lines(contest.id)).unwrap_or_default();
        let settled = Settled { id: contest.id, lines };
        // First, so that the log gets a version that names all those it replaces.
        self.settle_again(&settled, host);
        if let Err(error) = self.commit(host, &Transaction::new("settle two versions", changes), None) {
            self.unsettle(&settled, host);
            return Err(error);
        }
        self.history.has_settled(settled);
        self.note_rivals();
        let notice = match which {
            Which::This => "this version is kept",
            Which::Other(_) => "the other version is kept",
            Which::Both => "both notes are kept",
        };
        Ok(Outcome { created: None, notice: Some(notice.to_owned()) })
    }

    fn contest_called(&self, name: &str) -> Result<&Contest, ActionError> {
        let found = self.contests().iter().find(|contest| AnnotationId(contest.id).answers_to(name));
        found.ok_or_else(|| {
            ActionError::new(format!("there are no two versions of `{name}`"))
                .hint("`postil check` names the marks of which there are")
        })
    }

    fn changes_of(&self, contest: &Contest, which: Which) -> Result<Vec<Change>, ActionError> {
        let said = match which {
            Which::This => return Ok(Vec::new()),
            Which::Both => {
                let joined = contest.joined();
                let joined = joined.ok_or_else(|| ActionError::new("there are no two notes to be joined"))?;
                return Ok(vec![Change::put(joined)]);
            }
            Which::Other(nth) => contest.versions.get(nth).map(|version| &version.said),
        };
        match said {
            Some(Said::Mark(mark)) => Ok(vec![Change::put(mark.as_ref().clone())]),
            Some(Said::Relation(relation)) => Ok(vec![Change::relate(relation.as_ref().clone())]),
            Some(Said::Removed) => Ok(self.removal_of(contest)),
            Some(Said::Unknown) => Err(ActionError::new("a newer Postil wrote the other version")
                .hint("settle it there, or keep this one")),
            None => {
                let n_others = contest.versions.len().saturating_sub(1);
                Err(ActionError::new(format!("there is no such version; there are {n_others} others")))
            }
        }
    }

    fn removal_of(&self, contest: &Contest) -> Vec<Change> {
        let mine = self.my_layer().map(|mine| &mine.layer);
        if contest.id != contest.mark.0 {
            return vec![Change::Relation(crate::layer::RelationId(contest.id), None)];
        }
        let relations = mine.into_iter().flat_map(|layer| layer.relations_of(contest.mark));
        let relations = relations.map(|relation| Change::Relation(relation.id, None));
        relations.chain([Change::Annotation(contest.mark, None)]).collect()
    }

    /// Has the file take the versions for settled.
    pub(super) fn settle_again(&mut self, settled: &Settled, host: &mut dyn Host) {
        self.settling.insert(settled.id, None);
        if let Some(mine) = self.my_layer_index().and_then(|i| self.layers.get_mut(i)) {
            Arc::make_mut(&mut mine.file).settle(settled.id);
        }
        self.keep_in_log(&[settled.id], host);
    }

    /// Brings versions back that were settled.
    pub(super) fn unsettle(&mut self, settled: &Settled, host: &mut dyn Host) {
        self.settling.insert(settled.id, Some(settled.clone()));
        if let Some(mine) = self.my_layer_index().and_then(|i| self.layers.get_mut(i)) {
            Arc::make_mut(&mut mine.file).unsettle(settled.id, &settled.lines, &mine.layer, host.now());
        }
        self.keep_in_log(&[settled.id], host);
    }

    /// After a save: what was settled or taken back while it was under way is so again.
    pub(super) fn settle_after_save(&mut self, is_stale: bool, now: Timestamp) {
        if !is_stale {
            self.settling.clear();
        }
        if let Some(mine) = self.my_layer_index().and_then(|i| self.layers.get_mut(i)) {
            for (&id, settled) in &self.settling {
                let file = Arc::make_mut(&mut mine.file);
                match settled {
                    None => file.settle(id),
                    Some(settled) => file.unsettle(id, &settled.lines, &mine.layer, now),
                }
            }
        }
        self.note_rivals();
    }
}

/// The mark that a version is of, or that a relation starts from.
fn mark_of(id: Uuid, contents: [&Content; 2]) -> AnnotationId {
    let from = |content: &&Content| match content {
        Content::Relation(relation) => Some(relation.from),
        _ => None,
    };
    contents.iter().find_map(from).unwrap_or(AnnotationId(id))
}

#[cfg(test)]
mod tests;
