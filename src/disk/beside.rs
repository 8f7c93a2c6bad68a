//! Which layers may be about which article of a folder, looked up once for all articles in it.
//!
//! Each layer says in its first line what it is about. Asked anew for every article, a folder of ten
//! thousand articles with a layer each would take a hundred million looks.

use super::{folder_of, listing, reading};
use crate::session::{HostError, file_name};
use crate::sidecar::{LayerFile, may_belong_to};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

/// The most that is read of a layer to learn what it is about, in bytes.
const HEAD: usize = 64 * 1024;

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
    /// Layers whose name and first line both give them to one article that is there.
    owned: BTreeMap<String, Vec<String>>,
    /// All others: any article has to look into them.
    others: Vec<String>,
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
        let own = index.owned.get(&file_name(document)).into_iter().flatten();
        let mut names: Vec<String> = own.chain(&index.others).cloned().collect();
        names.sort();
        *held = Some(index);
        Ok(names)
    }
}

impl Index {
    fn of(folder: &Path, changed: Option<SystemTime>) -> Result<Self, HostError> {
        let is_settled = |at: &SystemTime| at.elapsed().is_ok_and(|age| STEP < age);
        let changed = changed.filter(is_settled);
        let (layers, files) = listing::layers_and_others_in(folder)?;
        let files: BTreeSet<String> = files.into_iter().collect();
        let (mut owned, mut others) = (BTreeMap::<String, Vec<String>>::new(), Vec::new());
        for layer in layers {
            match owner(&folder.join(&layer)).filter(|owner| files.contains(owner)) {
                Some(owner) if may_belong_to(&layer, &owner) => owned.entry(owner).or_default().push(layer),
                _ => others.push(layer),
            }
        }
        Ok(Self { folder: folder.to_owned(), changed, owned, others })
    }
}

/// The article that the first line of a layer names.
fn owner(layer: &Path) -> Option<String> {
    let head = reading::read(layer, HEAD).ok()?;
    let line = head.split(|&byte| byte == b'\n').next()?;
    Some(LayerFile::read(line).value.header()?.file.clone())
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
        let unsure =
            ["broken.postil.jsonl", "gone.txt.ana-1a7e.postil.jsonl", "other.txt.ana-1a7e.postil.jsonl"];
        assert_eq!(layers("other.txt"), unsure);
        assert_eq!(layers("market.txt").len(), 4);
        // What came a moment ago is seen, although the folder may show the time that it showed.
        lay("market.txt.ben-0b0b.postil.jsonl", HEADER);
        assert_eq!(layers("market.txt").len(), 5);
        assert_eq!(layers("other.txt"), unsure);
    }
}
