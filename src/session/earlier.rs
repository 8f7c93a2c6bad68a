//! Earlier states of a layer: which there are, and how one comes back. To restore is a change like any
//! other, with higher revisions, so it can be undone and does not fight with what others have.

use super::label::Label;
use super::outcome::Done;
use super::{Action, ActionError, Outcome, Session};
use crate::host::{Host, Storage, file_name};
use crate::layer::{Annotation, Change, Layer, Transaction};
use crate::sidecar::{LayerFile, names};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A state that was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The layer's file, as it lay then.
    pub layer: PathBuf,
    /// Whose it is.
    pub annotator: String,
    /// The day on whose first change it was put aside: `2026-11-22`.
    pub day: String,
    /// Its size.
    pub n_bytes: u64,
    /// How many marks it has.
    pub n_marks: usize,
}

/// The earlier states of the layers of an article, or of one layer; the newest first.
pub fn earlier_states(path: &Path, host: &dyn Storage) -> Vec<Earlier> {
    let name = file_name(path);
    let is_layer = names::is_layer_name(&name);
    let is_meant = |layer: &str| if is_layer { layer == name } else { names::may_belong_to(layer, &name) };
    let kept = host.generations(path).into_iter();
    let kept = kept.filter(|kept| is_meant(&file_name(&kept.layer)));
    kept.map(|kept| {
        let bytes = host.generation(&kept.layer, &kept.day).unwrap_or_default();
        let layer = LayerFile::read(&bytes).value.layer();
        Earlier {
            annotator: layer.as_ref().map(|layer| layer.annotator.name.clone()).unwrap_or_default(),
            n_marks: layer.map_or(0, |layer| layer.annotations().len()),
            layer: kept.layer,
            day: kept.day,
            n_bytes: kept.n_bytes,
        }
    })
    .collect()
}

impl Action {
    /// Brings back what my layer was on a day of [`earlier_states`].
    pub fn restore(earlier: &Earlier) -> Self {
        Self::Restore(earlier.day.clone())
    }
}

impl Session {
    /// Sets every mark and relation to what it was; what was made since is taken away.
    pub(super) fn restore(&mut self, host: &mut dyn Host, day: &str) -> Result<Outcome, ActionError> {
        self.writable_layer(host)?;
        let missing = || ActionError::NoState(day.to_owned());
        let path = self.my_layer_path().ok_or_else(missing)?;
        let bytes = host.generation(&path, day).map_err(|_| missing())?;
        let then = LayerFile::read(&bytes).value.layer();
        let then = then.ok_or_else(|| ActionError::DamagedState(day.to_owned()))?;
        let mine = self.my_layer().map(|open| &open.layer).ok_or_else(missing)?;
        let changes = back_to(&then, mine);
        if changes.is_empty() {
            return Ok(Done::AsThen(day.to_owned()).into());
        }
        let n_changes = changes.len();
        self.commit(host, Label::Restore, &Transaction::new(changes), None)?;
        Ok(Done::Restored(day.to_owned(), n_changes).into())
    }
}

/// What makes `now` what `then` was.
fn back_to(then: &Layer, now: &Layer) -> Vec<Change> {
    let mut changes = Vec::new();
    let ids = then.relations().chain(now.relations()).map(|relation| relation.id);
    for id in ids.collect::<BTreeSet<_>>() {
        let was = then.relation(id);
        if was != now.relation(id) {
            changes.push(Change::Relation(id, was.cloned().map(Box::new)));
        }
    }
    let ids = then.annotations().chain(now.annotations()).map(|mark| mark.id);
    for id in ids.collect::<BTreeSet<_>>() {
        // The layer may have been begun anew since, for the same article.
        let was = then.annotation(id).cloned().map(|mark| Annotation {
            target: crate::anchor::Target { source: now.document, ..mark.target },
            ..mark
        });
        if was.as_ref() != now.annotation(id) {
            changes.push(Change::Annotation(id, was.map(Box::new)));
        }
    }
    changes
}
