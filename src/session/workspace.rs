//! The articles that are open together, and the folder they were taken from.

use super::{Host, OpenError, Session};
use crate::document::import;
use crate::layer::{Annotator, AnnotatorId};
use crate::sidecar::caps::{MAX_LAYER_BYTES, too_large};
use crate::sidecar::{LayerFile, Owners};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Open articles in the order of their opening, one of which is looked at.
#[derive(Debug, Default)]
pub struct Workspace {
    sessions: Vec<Session>,
    active: usize,
    folder: Option<Folder>,
}

/// A folder of articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// Where.
    pub path: PathBuf,
    /// Its articles by name.
    pub articles: Vec<Article>,
}

/// One article of a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Where.
    pub path: PathBuf,
    /// Its file name.
    pub name: String,
    /// How many marks lie beside it, of all people.
    pub n_marks: usize,
}

impl Workspace {
    /// The open articles.
    pub fn sessions(&self) -> &[Session] {
        &self.sessions
    }

    /// The article that is looked at.
    pub fn active(&self) -> Option<&Session> {
        self.sessions.get(self.active)
    }

    /// Its number.
    pub fn active_index(&self) -> usize {
        self.active
    }

    /// The article that is looked at, to be changed.
    pub fn active_mut(&mut self) -> Option<&mut Session> {
        self.sessions.get_mut(self.active)
    }

    /// One open article.
    pub fn session_mut(&mut self, path: &Path) -> Option<&mut Session> {
        self.sessions.iter_mut().find(|session| session.path() == path)
    }

    /// The folder, if one is open.
    pub fn folder(&self) -> Option<&Folder> {
        self.folder.as_ref()
    }

    /// Looks at another open article.
    pub fn activate(&mut self, index: usize) {
        self.active = index.min(self.sessions.len().saturating_sub(1));
    }

    /// Opens an article, or looks at it if it is open.
    pub fn open(
        &mut self,
        path: &Path,
        options: &import::Options,
        annotator: Option<Annotator>,
        host: &dyn Host,
    ) -> Result<(), OpenError> {
        if let Some(index) = self.sessions.iter().position(|session| session.path() == path) {
            self.active = index;
            return Ok(());
        }
        let session = Session::open(path, options, annotator, host)?;
        self.add(session);
        Ok(())
    }

    /// Adds an article and looks at it; one with the same path is replaced.
    pub fn add(&mut self, mut session: Session) {
        match self.sessions.iter().position(|open| open.path() == session.path()) {
            Some(index) => {
                session.succeed(&self.sessions[index]);
                self.sessions[index] = session;
                self.active = index;
            }
            None => {
                self.sessions.push(session);
                self.active = self.sessions.len() - 1;
            }
        }
    }

    /// Closes an article. What is not saved is lost: save first.
    pub fn close(&mut self, index: usize) {
        if index < self.sessions.len() {
            self.sessions.remove(index);
            if index < self.active || self.active == self.sessions.len() {
                self.active = self.active.saturating_sub(1);
            }
        }
    }

    /// Takes over a folder that was listed.
    pub fn set_folder(&mut self, folder: Option<Folder>) {
        self.folder = folder;
    }

    /// Counts an open article's marks in the folder's list anew.
    pub fn recount(&mut self) {
        let Some(folder) = &mut self.folder else { return };
        for session in &self.sessions {
            if let Some(article) = folder.articles.iter_mut().find(|article| article.path == session.path()) {
                article.n_marks = session.layers().iter().map(|open| open.layer.annotations().len()).sum();
            }
        }
    }
}

impl Folder {
    /// Lists a folder, with the marks that its layers hold.
    pub fn list(path: &Path, host: &dyn Host) -> Result<Self, super::HostError> {
        let mut articles: Vec<Article> = host
            .articles_in(path)?
            .into_iter()
            .map(|path| Article { name: super::open::file_name(&path), path, n_marks: 0 })
            .collect();
        count(&mut articles, host, &|_| true);
        Ok(Self { path: path.to_owned(), articles })
    }

    /// The folder after files of those names changed: articles that came are there, and only the marks
    /// of those are counted whose layers changed.
    pub fn renewed(
        &self,
        changed: Option<&BTreeSet<String>>,
        host: &dyn Host,
    ) -> Result<Self, super::HostError> {
        let Some(changed) = changed else { return Self::list(&self.path, host) };
        let before: BTreeMap<&Path, usize> =
            self.articles.iter().map(|article| (article.path.as_path(), article.n_marks)).collect();
        let paths = host.articles_in(&self.path)?;
        let mut articles: Vec<Article> = paths
            .into_iter()
            .map(|path| Article {
                name: super::open::file_name(&path),
                n_marks: before.get(path.as_path()).copied().unwrap_or(0),
                path,
            })
            .collect();
        let owners = owners(&articles);
        let touched: BTreeSet<usize> = changed.iter().filter_map(|name| owners.owner(name)).collect();
        let counted = articles.iter_mut().enumerate().filter(|(i, _)| touched.contains(i));
        counted.for_each(|(_, article)| article.n_marks = 0);
        count(&mut articles, host, &|owner| touched.contains(&owner));
        Ok(Self { path: self.path.clone(), articles })
    }
}

/// Adds the marks that lie beside those articles of a folder that are wanted.
fn count(articles: &mut [Article], host: &dyn Host, wanted: &dyn Fn(usize) -> bool) {
    let folder = articles.first().and_then(|first| first.path.parent());
    let layers = folder.map_or(Ok(Vec::new()), |folder| host.layers_in(folder)).unwrap_or_default();
    let owners = owners(articles);
    let owned = layers.iter().filter_map(|layer| {
        let owner = owners.owner(&super::open::file_name(layer)).filter(|&owner| wanted(owner))?;
        Some((layer, owner))
    });
    let mut by_owner: BTreeMap<usize, Vec<&PathBuf>> = BTreeMap::new();
    owned.for_each(|(layer, owner)| by_owner.entry(owner).or_default().push(layer));
    for (owner, layers) in by_owner {
        articles[owner].n_marks = n_marks(&layers, host);
    }
}

fn owners(articles: &[Article]) -> Owners<'_> {
    Owners::of(articles.iter().map(|article| article.name.as_str()))
}

/// How many marks files hold together: conflict copies are one with what they are copies of.
fn n_marks(layers: &[&PathBuf], host: &dyn Host) -> usize {
    let mut by_person: BTreeMap<AnnotatorId, LayerFile> = BTreeMap::new();
    for layer in layers {
        let bytes = host.read(layer, MAX_LAYER_BYTES).ok().filter(|bytes| too_large(bytes).is_none());
        let Some(file) = bytes.map(|bytes| LayerFile::read(&bytes).value) else { continue };
        let Some(person) = file.header().map(|header| header.annotator.id) else { continue };
        match by_person.get_mut(&person) {
            Some(same) => same.absorb(&file),
            None => drop(by_person.insert(person, file)),
        }
    }
    let marks = by_person.values().filter_map(LayerFile::layer).map(|layer| layer.annotations().len());
    marks.sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::MemoryHost;

    #[test]
    fn marks_are_counted_as_they_are_read() {
        let layer = include_str!("../../tests/support/market.txt.ana-1a7e.postil.jsonl");
        let path = Path::new("/desk/market.txt");
        let mut host = MemoryHost::with("/desk/market.txt", include_bytes!("../../tests/support/market.txt"));
        let mut lay = |name: &str, text: &str| host.files.insert(path.with_file_name(name), text.into());
        lay("market.txt.ana-1a7e.postil.jsonl", &layer.replace("\"type\":", "\"type\": "));
        lay("market.txt.ana-1a7e.postil (1).jsonl", layer);
        lay("market.txt.postil.jsonl", "\"type\":\"Annotation\"\n");
        let session = Session::open(path, &import::Options::default(), None, &host).unwrap();
        let n_marks = Folder::list(Path::new("/desk"), &host).unwrap().articles[0].n_marks;
        assert_eq!(n_marks, session.marks().len());
        assert!(0 < n_marks);
    }
}
