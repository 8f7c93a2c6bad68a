//! Versions of one mark that did not know of each other: found, settled, and brought back.

use super::contents::Contents;
use super::convert::Signature;
use super::file::{Content, LayerFile};
use super::line::Pairs;
use super::line_bytes::LineBytes;
use super::save::new_version;
use super::union::{Version, Versions};
use super::wire::{self, Line, Warnings};
use crate::document::Timestamp;
use crate::layer::{Annotation, Layer, Relation};
use uuid::Uuid;

/// A version that lost against another one and that nobody has settled: a person is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conflict<'a> {
    /// Of which mark or relation.
    pub id: Uuid,
    /// The version that counts.
    pub winner: &'a Content,
    /// When that was made, last changed or removed.
    pub winner_at: Timestamp,
    /// The other one.
    pub loser: &'a Content,
    /// When that was made, last changed or removed.
    pub loser_at: Timestamp,
}

impl LayerFile {
    /// The versions that a person should be asked about, by id.
    pub fn conflicts(&self) -> impl Iterator<Item = Conflict<'_>> {
        // Most marks have one version, and this is asked after every save.
        let several = self.versions.iter().filter(|(_, versions)| 1 < versions.all().len());
        several.filter(|(_, versions)| self.can_settle(versions)).flat_map(|(&id, versions)| {
            let present = versions.present();
            let winner = present.first().copied();
            let losers = present.into_iter().skip(1);
            losers.filter_map(move |loser| {
                let winner = winner.filter(|winner| is_worth_asking(winner, loser))?;
                Some(Conflict {
                    id,
                    winner: &winner.content,
                    winner_at: winner.at,
                    loser: &loser.content,
                    loser_at: loser.at,
                })
            })
        })
    }

    /// Has the next [`Self::write`] name all present versions of `id` as replaced, so that they are
    /// in conflict no longer. What the mark shall be stands in the layer.
    pub fn settle(&mut self, id: Uuid) {
        if self.versions.get(&id).is_some_and(|versions| self.can_settle(versions)) {
            self.settled.insert(id);
        }
    }

    /// All lines as they stand, what was read and what others had: a union that nobody has edited.
    pub fn lines(&self) -> Vec<u8> {
        self.bytes()
    }

    /// The lines of the versions that would be replaced by settling, without their ends; what
    /// [`Self::unsettle`] asks for.
    pub fn losing_lines(&self, id: Uuid) -> Vec<LineBytes> {
        let present = self.versions.get(&id).map(Versions::present).unwrap_or_default();
        present.into_iter().skip(1).map(|version| version.bytes.clone()).collect()
    }

    /// Takes a settling back: what `layer` says of `id`, and the losing `lines` beside it, are in conflict
    /// again. Where the settling was written already, both become versions that follow it.
    pub fn unsettle(&mut self, id: Uuid, lines: &[LineBytes], layer: &Layer, now: Timestamp) {
        let was_waiting = self.settled.remove(&id);
        let Some(versions) = self.versions.get_mut(&id) else { return };
        if was_waiting || 1 < versions.present().len() {
            return;
        }
        let was = Versions::names(versions.present());
        let rev = versions.highest().saturating_add(1);
        let creator = layer.annotator.id;
        for line in lines {
            let version = again(id, line, Signature { creator, rev, was: &was }, now);
            version.into_iter().for_each(|version| versions.insert(version));
        }
        let winner = versions.all().iter().find(|version| was.contains(&version.name()));
        let old = winner.map(|winner| winner.bytes.clone()).unwrap_or_default();
        let old = std::str::from_utf8(&old).ok().and_then(Pairs::read);
        // One more, so that it counts.
        let signature = Signature { creator, rev: rev.saturating_add(1), was: &was };
        versions.insert(new_version(id, layer.content_of(id), old.as_ref(), signature, now));
        self.is_ahead = true;
    }

    /// Whether there are conflicting versions and a person can see the one that counts.
    fn can_settle(&self, versions: &Versions<Content>) -> bool {
        match versions.present()[..] {
            [winner, _, ..] => !self.is_carried(&winner.content),
            _ => false,
        }
    }
}

/// A line that was replaced, as a version that follows what replaced it.
fn again(id: Uuid, line: &LineBytes, signature: Signature<'_>, now: Timestamp) -> Option<Version<Content>> {
    let Line::Version(_, version) = wire::read_line(line, &mut Warnings::default()) else { return None };
    if version.content == Content::Foreign {
        return None;
    }
    let old = std::str::from_utf8(line).ok().and_then(Pairs::read);
    Some(new_version(id, version.content, old.as_ref(), signature, now))
}

/// Versions that differ in revision, time and history alone are not worth a question.
fn is_worth_asking(winner: &Version<Content>, loser: &Version<Content>) -> bool {
    match (&winner.content, &loser.content) {
        (Content::Annotation(a), Content::Annotation(b)) => {
            Annotation { modified: a.modified, ..b.as_ref().clone() } != **a
        }
        (Content::Relation(a), Content::Relation(b)) => {
            Relation { modified: a.modified, ..b.as_ref().clone() } != **a
        }
        (Content::Item(a), Content::Item(b)) => !a.says_the_same(b),
        (a, b) => a != b,
    }
}
