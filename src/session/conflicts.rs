//! Two versions of one mark: both are kept until a person says which it shall be.

use super::history::Settled;
use super::label::Label;
use super::outcome::Done;
use super::saving::Settling;
use super::{ActionError, Desk, Outcome, Session};
use crate::article::PlacedLayer;
use crate::document::Timestamp;
use crate::host::Host;
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
pub struct Conflict {
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
            Content::Item(_) | Content::Foreign => Self::Unknown,
        }
    }

    fn note(&self) -> &str {
        if let Self::Mark(mark) = self { mark.note.trim() } else { "" }
    }
}

impl Conflict {
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

/// All conflicts, with the files that they were looked for in.
#[derive(Debug, Default)]
pub(super) struct Conflicts {
    of: Vec<Arc<LayerFile>>,
    found: Vec<Conflict>,
}

impl Conflicts {
    /// Looks for several versions of marks, where files are others than before.
    pub(super) fn look<'a>(
        &mut self,
        layers: impl Iterator<Item = (&'a PlacedLayer, &'a Desk)> + Clone,
        settling: &Settling,
    ) {
        let files = layers.clone().map(|(_, desk)| &desk.file);
        let is_same = files.clone().count() == self.of.len()
            && files.clone().zip(&self.of).all(|(now, then)| Arc::ptr_eq(now, then));
        if is_same {
            return;
        }
        self.of = files.map(Arc::clone).collect();
        self.found = layers.flat_map(|(placed, desk)| in_layer(placed, desk, settling)).collect();
    }
}

/// The conflicts of one layer, by mark.
fn in_layer(placed: &PlacedLayer, desk: &Desk, settling: &Settling) -> Vec<Conflict> {
    let is_settled = |id: Uuid| matches!(settling.get(&id), Some(None));
    let mut found: BTreeMap<Uuid, Conflict> = BTreeMap::new();
    for one in desk.file.conflicts().filter(|one| !is_settled(one.id)) {
        let loser = Version { at: one.loser_at, said: Said::of(one.loser) };
        let conflict = found.entry(one.id).or_insert_with(|| Conflict {
            id: one.id,
            mark: mark_of(one.id, [one.winner, one.loser]),
            person: placed.layer.annotator.name.clone(),
            is_writable: placed.is_writable,
            versions: vec![Version { at: one.winner_at, said: Said::of(one.winner) }],
        });
        conflict.versions.push(loser);
    }
    found.into_values().collect()
}

impl Session {
    /// What several versions are there of, mine first.
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts.found
    }

    /// Says which version a mark shall be. The others go with the next save.
    pub(super) fn settle(
        &mut self,
        host: &mut dyn Host,
        name: &str,
        which: Which,
    ) -> Result<Outcome, ActionError> {
        let conflict = self.conflict_called(name)?.clone();
        if !conflict.is_writable {
            return Err(ActionError::OthersConflict(conflict.person));
        }
        let changes = self.changes_of(&conflict, which)?;
        let lines = self.my_desk().map(|desk| desk.file.losing_lines(conflict.id)).unwrap_or_default();
        let settled = Settled { id: conflict.id, lines };
        // First, so that the log gets a version that names all those it replaces.
        self.settle_again(&settled, host);
        if let Err(error) = self.commit(host, Label::Settle, &Transaction::new(changes), None) {
            self.unsettle(&settled, host);
            return Err(error);
        }
        self.history.has_settled(settled);
        self.look_for_conflicts();
        let done = match which {
            Which::This => Done::KeptThis,
            Which::Other(_) => Done::KeptOther,
            Which::Both => Done::KeptBoth,
        };
        Ok(done.into())
    }

    fn conflict_called(&self, name: &str) -> Result<&Conflict, ActionError> {
        let found = self.conflicts().iter().find(|conflict| AnnotationId(conflict.id).answers_to(name));
        found.ok_or_else(|| ActionError::NoConflict(name.to_owned()))
    }

    fn changes_of(&self, conflict: &Conflict, which: Which) -> Result<Vec<Change>, ActionError> {
        let said = match which {
            Which::This => return Ok(Vec::new()),
            Which::Both => {
                let joined = conflict.joined().ok_or(ActionError::NoNotes)?;
                return Ok(vec![Change::put(joined)]);
            }
            Which::Other(nth) => conflict.versions.get(nth).map(|version| &version.said),
        };
        match said {
            Some(Said::Mark(mark)) => Ok(vec![Change::put(mark.as_ref().clone())]),
            Some(Said::Relation(relation)) => Ok(vec![Change::relate(relation.as_ref().clone())]),
            Some(Said::Removed) if conflict.id != conflict.mark.0 => {
                Ok(vec![Change::Relation(crate::layer::RelationId(conflict.id), None)])
            }
            Some(Said::Removed) => Ok(self.removal_of(conflict.mark)),
            Some(Said::Unknown) => Err(ActionError::NewerVersion),
            None => Err(ActionError::NoVersion(conflict.versions.len().saturating_sub(1))),
        }
    }

    /// My layer, with its file to be changed.
    fn mine_mut(&mut self) -> Option<(&PlacedLayer, &mut Desk)> {
        let me = self.me()?;
        Some((self.article.layer_of(me)?, self.desks.get_mut(&me)?))
    }

    /// Has the file take the versions for settled.
    pub(super) fn settle_again(&mut self, settled: &Settled, host: &mut dyn Host) {
        self.saving.was_settled(settled.id, None);
        if let Some(desk) = self.me().and_then(|me| self.desks.get_mut(&me)) {
            desk.settle(settled.id);
        }
        let composed = self.compose(&[settled.id], host);
        self.keep_in_log(composed, host);
    }

    /// Brings versions back that were settled.
    pub(super) fn unsettle(&mut self, settled: &Settled, host: &mut dyn Host) {
        self.saving.was_settled(settled.id, Some(settled.clone()));
        if let Some((mine, desk)) = self.mine_mut() {
            desk.unsettle(settled.id, &settled.lines, &mine.layer, host.now());
        }
        let composed = self.compose(&[settled.id], host);
        self.keep_in_log(composed, host);
    }

    /// After a save: what was settled or taken back while it was under way is so again.
    pub(super) fn settle_after_save(&mut self, now: Timestamp) {
        let settling = self.saving.settling().clone();
        if let Some((mine, desk)) = self.mine_mut() {
            for (id, settled) in settling {
                match settled {
                    None => desk.settle(id),
                    Some(settled) => desk.unsettle(id, &settled.lines, &mine.layer, now),
                }
            }
        }
        self.look_for_conflicts();
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
