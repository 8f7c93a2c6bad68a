//! What is said of an article that was moved to another folder, and how its layers follow it there.

use super::{Desk, Session};
use crate::document::{Digest, DocumentId};
use crate::host::{Storage, Whereabouts};
use crate::layer::Annotator;
use crate::library::moved::{folder_of, home};
use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};

/// Whose marks were found in other folders, since the article was moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Whether the reader's own are among them.
    pub is_mine: bool,
    /// The names of the others.
    pub others: Vec<String>,
    /// Where they lie.
    pub folders: BTreeSet<PathBuf>,
}

impl fmt::Display for Moved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whose = match (self.is_mine, self.others.as_slice()) {
            (true, []) => "your marks".to_owned(),
            (false, [name]) => format!("the marks of {name}"),
            (true, [name]) => format!("your marks and those of {name}"),
            (false, names) => format!("the marks of {} people", names.len()),
            (true, names) => format!("your marks and those of {} people", names.len()),
        };
        let folders: Vec<String> =
            self.folders.iter().map(|folder| format!("`{}`", folder.display())).collect();
        let until = match (self.is_mine, self.others.is_empty()) {
            (false, _) => "",
            (true, true) => "; they are saved beside the article from the next change on",
            (true, false) => "; yours are saved beside the article from the next change on",
        };
        write!(f, "this article was moved: {whose} were found in {}{until}", folders.join(" and "))
    }
}

impl Desk {
    /// Has a layer that lies elsewhere written beside the article, now that it is the reader's own.
    pub(super) fn bring_home(&mut self, article: &Path, annotator: &Annotator) {
        if self.path.as_ref().is_some_and(|path| self.elsewhere.contains(path)) {
            self.path = Some(home(article, annotator));
            self.on_disk = None;
        }
    }
}

impl Session {
    /// Whose marks were found in other folders, if the article was moved.
    pub fn moved(&self) -> Option<Moved> {
        let me = self.me();
        let (mut is_mine, mut others, mut folders) = (false, Vec::new(), BTreeSet::new());
        for (placed, desk) in self.layers_with_desks().filter(|(_, desk)| !desk.elsewhere.is_empty()) {
            match Some(placed.layer.annotator.id) == me {
                true => is_mine = true,
                false => others.push(placed.layer.annotator.name.clone()),
            }
            folders.extend(desk.elsewhere.iter().map(|path| folder_of(path).to_owned()));
        }
        let is_moved = is_mine || !others.is_empty();
        is_moved.then_some(Moved { is_mine, others, folders })
    }

    /// Puts what [`Self::moved`] says now into the place of what it said before.
    pub(super) fn retell_moved(&mut self) {
        let moved = self.moved();
        self.warnings.retell_moved(moved);
    }

    /// Has the host remember where the layers lie, should the article be moved.
    pub fn remember(&self, host: &mut dyn Storage) {
        host.remember_layers(self.whereabouts());
    }

    /// Where the layers lie, to be remembered.
    pub fn whereabouts(&self) -> Vec<Whereabouts> {
        let seen = self.layers_with_desks().flat_map(|(placed, desk)| {
            desk.whereabouts(&self.path, self.document().digest(), placed.layer.document)
        });
        seen.collect()
    }
}

impl Desk {
    /// Its files as they are remembered.
    pub(super) fn whereabouts(
        &self,
        article: &Path,
        digest: Digest,
        document: DocumentId,
    ) -> Vec<Whereabouts> {
        let beside =
            self.path.as_ref().filter(|path| self.on_disk.is_some() && !self.elsewhere.contains(path));
        let of = |layer: &PathBuf| Whereabouts {
            layer: layer.clone(),
            article: article.to_owned(),
            document,
            digest,
        };
        beside.into_iter().chain(&self.elsewhere).map(of).collect()
    }
}

#[cfg(test)]
mod tests;
