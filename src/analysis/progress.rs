//! Who has done what: people against the articles of a folder.

use crate::document::Timestamp;
use crate::layer::{Annotator, AnnotatorId};
use crate::library::Entry;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What one person did on an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// How many marks the layer has.
    pub n_marks: u32,
    /// When a mark was last made or changed.
    pub last_change: Option<Timestamp>,
    /// When the layer was handed in, if it was.
    pub handed_in: Option<Timestamp>,
    /// Whether the marks are hidden until one's own are handed in.
    pub is_hidden: bool,
}

/// Everybody against all articles.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    /// Everybody who has a layer in the folder, by name.
    pub people: Vec<Arc<Annotator>>,
    /// The articles in their order, each with what everybody did; `None`: not begun.
    pub articles: Vec<(Arc<Entry>, Vec<Option<Done>>)>,
}

/// How many articles somebody handed in, has in work and has not begun.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Handed in.
    pub handed_in: usize,
    /// With a layer that is not handed in.
    pub in_work: usize,
    /// Without a layer.
    pub not_begun: usize,
    /// Marks in all.
    pub n_marks: usize,
    /// When the last mark was made or changed.
    pub last_change: Option<Timestamp>,
}

impl Progress {
    /// Of the articles of a folder; those that could not be read are left out.
    pub fn of(entries: &[Arc<Entry>]) -> Self {
        let mut people: BTreeMap<AnnotatorId, Arc<Annotator>> = BTreeMap::new();
        for layer in entries.iter().flat_map(|entry| &entry.layers) {
            people.insert(layer.person.id, Arc::clone(&layer.person));
        }
        let mut people: Vec<Arc<Annotator>> = people.into_values().collect();
        people.sort_by(|a, b| a.in_list(b));
        let readable = entries.iter().filter(|entry| entry.fault.is_none());
        let articles = readable.map(|entry| {
            let done = people.iter().map(|who| done(entry, who.id)).collect();
            (Arc::clone(entry), done)
        });
        Self { articles: articles.collect(), people }
    }

    /// The whole of what the person with a number did.
    pub fn tally(&self, person: usize) -> Tally {
        let mut tally = Tally::default();
        for (_, done) in &self.articles {
            match done.get(person).copied().flatten() {
                Some(done) => {
                    tally.handed_in += usize::from(done.handed_in.is_some());
                    tally.in_work += usize::from(done.handed_in.is_none());
                    tally.n_marks += usize::try_from(done.n_marks).unwrap_or(usize::MAX);
                    tally.last_change = tally.last_change.max(done.last_change);
                }
                None => tally.not_begun += 1,
            }
        }
        tally
    }
}

fn done(entry: &Entry, person: AnnotatorId) -> Option<Done> {
    let layer = entry.layers.iter().find(|layer| layer.person.id == person)?;
    let rows = entry.rows.iter().filter(|row| row.person.id == person);
    let last_change = rows.map(|row| row.modified.unwrap_or(row.created)).max();
    Some(Done { n_marks: layer.n_marks, last_change, handed_in: layer.closed, is_hidden: layer.is_hidden })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::MemoryHost;
    use crate::library::tests::{mark, opened};

    #[test]
    fn what_is_handed_in_in_work_and_not_begun_is_told_apart() {
        let mut host = MemoryHost::with("/desk/a.txt", b"Eight people died.");
        host.files.insert("/desk/b.txt".into(), b"The army denied it.".to_vec());
        mark(&mut host, "/desk/a.txt", "Ana", &["select 'Eight people died'", "tag claim"]);
        mark(&mut host, "/desk/b.txt", "Ana", &["select 'The army'", "tag claim"]);
        mark(&mut host, "/desk/a.txt", "Ben", &["select 'Eight'", "tag claim"]);
        let layer = host.files.iter_mut().find(|(path, _)| path.to_string_lossy().contains("b.txt.ana"));
        let (_, bytes) = layer.expect("a layer");
        let closed = String::from_utf8(bytes.clone()).expect("text").replacen(
            "\"postil:format\":1",
            "\"postil:format\":1,\"postil:closed\":\"2026-03-02T09:14:07Z\"",
            1,
        );
        *bytes = closed.into_bytes();
        let progress = Progress::of(&opened(&host).entries().cloned().collect::<Vec<_>>());
        let names = |progress: &Progress| -> Vec<String> {
            progress.people.iter().map(|who| who.name.clone()).collect()
        };
        assert_eq!(names(&progress), ["Ana", "Ben"]);
        let [ana, ben] = [progress.tally(0), progress.tally(1)];
        assert_eq!((ana.handed_in, ana.in_work, ana.not_begun, ana.n_marks), (1, 1, 0, 2));
        assert_eq!((ben.handed_in, ben.in_work, ben.not_begun), (0, 1, 1));
        assert!(ana.last_change.is_some());
        mark(&mut host, "/desk/a.txt", "Ben 10", &["select 'Eight'", "tag claim"]);
        mark(&mut host, "/desk/a.txt", "Ben 2", &["select 'Eight'", "tag claim"]);
        let progress = Progress::of(&opened(&host).entries().cloned().collect::<Vec<_>>());
        assert_eq!(names(&progress), ["Ana", "Ben", "Ben 2", "Ben 10"]);
    }
}
