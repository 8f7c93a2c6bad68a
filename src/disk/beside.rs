//! Which layers may be about which article of a folder, by their names alone.
//!
//! A folder of ten thousand articles is listed once, and nothing in it is opened or judged to answer for
//! one of them: a layer is called after its article, also where a tool laid a copy of it aside. Only layers
//! that are called after nothing in the folder may be about any article: it was renamed, or they were.

use super::{folder_of, listing};
use crate::document::import::{is_archive_name, is_article_name};
use crate::host::{HostError, file_name};
use crate::sidecar::Owners;
use crate::sidecar::names::composed;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

/// Some file systems count time in steps of two seconds: a folder that changed so lately may change
/// again and show the same time.
const STEP: Duration = Duration::from_secs(2);

/// What was found in the folder that was asked about last. Clones share it.
#[derive(Clone, Debug, Default)]
pub(super) struct Beside(Arc<Mutex<Option<Index>>>);

#[derive(Debug)]
struct Index {
    folder: PathBuf,
    /// When the folder changed last; `None`: nobody can tell, or it may change unseen.
    changed: Option<SystemTime>,
    /// The names of the articles, composed, in the order of the folder.
    articles: Vec<String>,
    /// Each layer after the number of the article that it is called after, in the order of these; those that
    /// are called after nothing that is there come first.
    layers: Vec<(Option<usize>, String)>,
}

impl Beside {
    /// The names of the files in the folder of `document` that may be its layers, in their order.
    pub(super) fn layers(&self, document: &Path) -> Result<Vec<String>, HostError> {
        let folder = folder_of(document);
        let changed = folder.metadata().and_then(|found| found.modified()).ok();
        // A thread that panicked with the index in its hands leaves it whole or missing.
        let mut held = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let is_fresh =
            |index: &&Index| index.folder == folder && changed.is_some() && index.changed == changed;
        let index = match held.take().filter(|index| is_fresh(&index)) {
            Some(index) => index,
            None => Index::of(folder, changed)?,
        };
        let mut names: Vec<String> = index.of_owner(None).cloned().collect();
        let name = file_name(document);
        let name = composed(&name);
        // Of names that differ in nothing but how their letters are composed the last one owns.
        if let Some(nth) = index.articles.iter().rposition(|article| *article == name) {
            names.extend(index.of_owner(Some(nth)).cloned());
        }
        names.sort();
        *held = Some(index);
        Ok(names)
    }
}

impl Index {
    fn of(folder: &Path, changed: Option<SystemTime>) -> Result<Self, HostError> {
        let is_settled = |at: &SystemTime| at.elapsed().is_ok_and(|age| STEP < age);
        let changed = changed.filter(is_settled);
        let (layers, others) = listing::layers_and_others_in(folder)?;
        let is_article = |name: &String| is_article_name(name) || is_archive_name(name);
        let articles: Vec<String> = others.into_iter().filter(is_article).map(in_composed_letters).collect();
        let owners = Owners::of(articles.iter().map(String::as_str));
        let mut layers: Vec<(Option<usize>, String)> =
            layers.into_iter().map(|layer| (owners.owner(&layer), layer)).collect();
        // What is asked for is sorted then: to sort all by their names would take longer than to list them.
        layers.sort_by_key(|(owner, _)| *owner);
        Ok(Self { folder: folder.to_owned(), changed, articles, layers })
    }

    fn of_owner(&self, owner: Option<usize>) -> impl Iterator<Item = &String> {
        let start = self.layers.partition_point(|(of, _)| *of < owner);
        let same = self.layers.iter().skip(start).take_while(move |(of, _)| *of == owner);
        same.map(|(_, layer)| layer)
    }
}

fn in_composed_letters(name: String) -> String {
    if name.is_ascii() { name } else { composed(&name).into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = include_str!("../../tests/support/market.txt.ana-1a7e.postil.jsonl");

    #[test]
    fn a_layer_is_looked_into_by_its_article_and_by_those_that_it_may_be_about() {
        let folder = tempfile::tempdir().unwrap();
        let lay = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
        for article in ["market.txt", "other.txt"] {
            lay(article, "Shells hit a market.");
        }
        lay("market.txt.ana-1a7e.postil.jsonl", HEADER);
        lay("other.txt.ana-1a7e.postil.jsonl", HEADER);
        lay("gone.txt.ana-1a7e.postil.jsonl", &HEADER.replace("market.txt", "gone.txt"));
        lay("broken.postil.jsonl", "{");
        let beside = Beside::default();
        let layers = |name: &str| beside.layers(&folder.path().join(name)).unwrap();
        lay("Copy of market.txt.ana-1a7e.postil.jsonl", HEADER);
        let of_others = ["broken.postil.jsonl", "gone.txt.ana-1a7e.postil.jsonl"];
        let of_other = [&of_others[..], &["other.txt.ana-1a7e.postil.jsonl"]].concat();
        assert_eq!(layers("other.txt"), of_other);
        assert_eq!(layers("market.txt").len(), 4);
        // What came a moment ago is seen, although the folder may show the time that it showed.
        lay("market.txt.ben-0b0b.postil.jsonl", HEADER);
        assert_eq!(layers("market.txt").len(), 5);
        assert_eq!(layers("other.txt"), of_other);
        std::fs::remove_file(folder.path().join("other.txt")).unwrap();
        assert_eq!(layers("market.txt").len(), 6);
    }
}
