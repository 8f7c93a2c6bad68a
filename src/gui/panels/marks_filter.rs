//! Which marks the list shows: in a document with a hundred thousand of them, while somebody types.

use crate::layer::TagId;
use crate::session::{MarkRef, Ordered, Session, Splice};
use memchr::memmem::Finder;
use std::path::PathBuf;

/// How many marks are read for the search in one frame: some 4 ms.
const AT_ONCE: usize = 4000;

/// What is looked for in a list of marks: everything that each says, in small letters, beside the
/// session's order. It is read when somebody searches for the first time, some thousand marks in a
/// frame, and then follows mark by mark.
#[derive(Debug, Default)]
pub(super) struct Haystack {
    /// The article, and the revision of its order of marks.
    of: Option<(PathBuf, u64)>,
    said: Vec<Option<Box<str>>>,
    /// Before this index everything is read.
    read: usize,
}

impl Haystack {
    /// Takes the changes of the order over and reads some more. Whether all of it is read now.
    pub(super) fn follow(&mut self, session: &Session) -> bool {
        let order = session.order();
        let present = (session.path().to_owned(), order.revision());
        let before = self.of.take().filter(|(path, _)| *path == present.0);
        match before.and_then(|(_, revision)| order.since(revision)) {
            Some(splices) => splices.for_each(|splice| self.splice(splice)),
            None => {
                self.said.clear();
                self.said.resize(order.marks().len(), None);
                self.read = 0;
            }
        }
        self.of = Some(present);
        let mut left = AT_ONCE;
        while let Some(said) = self.said.get_mut(self.read)
            && 0 < left
        {
            if said.is_none() {
                *said =
                    Some(session.nth_mark(self.read).map_or_else(String::new, |mark| words_of(&mark)).into());
                left -= 1;
            }
            self.read += 1;
        }
        self.read == self.said.len()
    }

    fn splice(&mut self, splice: Splice) {
        let (Splice::Removed(at) | Splice::Inserted(at)) = splice;
        self.read = self.read.min(at);
        match splice {
            Splice::Removed(at) if at < self.said.len() => drop(self.said.remove(at)),
            Splice::Removed(_) => {}
            Splice::Inserted(at) => self.said.insert(at.min(self.said.len()), None),
        }
    }

    /// Whether all marks are read, as far as is known.
    pub(super) fn is_read(&self) -> bool {
        self.of.is_some() && self.read == self.said.len()
    }

    /// Forgets what was read: nobody searches.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    fn has(&self, nth: usize, words: &Finder<'_>) -> bool {
        let said = self.said.get(nth).and_then(Option::as_deref);
        said.is_some_and(|said| words.find(said.as_bytes()).is_some())
    }
}

/// All that a mark says, in small letters.
fn words_of(mark: &MarkRef<'_>) -> String {
    let (annotation, source) = (mark.annotation, mark.annotation.attribution.summary());
    format!("{} {} {source}", annotation.quote(), annotation.note).to_lowercase()
}

/// The marks, as indices of the session's order, that say `words` and have one of `tags`; empty words
/// and no tags leave all.
pub(super) fn fitting(session: &Session, haystack: &Haystack, words: &str, tags: &[TagId]) -> Vec<usize> {
    let words = words.to_lowercase();
    let finder = Finder::new(&words);
    let wanted: Vec<usize> = tags.iter().filter_map(|tag| index_of(session, tag)).collect();
    let fits = |nth: usize, mark: &Ordered| {
        let tag_fits = tags.is_empty() || has_any(session, nth, mark, &wanted);
        tag_fits && (words.is_empty() || haystack.has(nth, &finder))
    };
    let marks = session.order().marks().iter().enumerate();
    marks.filter(|&(nth, mark)| fits(nth, mark)).map(|(nth, _)| nth).collect()
}

/// The implied claims that a mark with a place answers, as indices into the order of marks, each with that of
/// the mark.
pub(super) fn implied(session: &Session) -> Vec<(usize, usize)> {
    let order = session.order();
    let placeless = order.placed().len()..order.marks().len();
    let answer = |nth: usize| {
        let claim = session.nth_mark(nth).filter(|mark| mark.annotation.implied.is_some())?;
        let mut relations = session.article().relations_of(claim.annotation.id);
        let answer =
            relations.find_map(|(_, relation)| session.rank(relation.from).filter(|&from| from != nth));
        Some((nth, answer?))
    };
    placeless.filter_map(answer).collect()
}

fn index_of(session: &Session, tag: &TagId) -> Option<usize> {
    session.codebook().tags.iter().position(|known| known.id == *tag)
}

fn has_any(session: &Session, nth: usize, mark: &Ordered, wanted: &[usize]) -> bool {
    let mut has = false;
    for_each_tag(session, nth, mark, |tag| has |= tag.is_some_and(|tag| wanted.contains(&tag)));
    has
}

/// Calls `with` for each tag of a mark that the codebook knows, as an index into its tags; with `None`,
/// once, for a mark that has none of them.
pub(super) fn for_each_tag(
    session: &Session,
    nth: usize,
    mark: &Ordered,
    mut with: impl FnMut(Option<usize>),
) {
    // Nearly all marks have one tag, which the order knows without looking the mark up.
    if mark.n_lanes() == 1 {
        return with(mark.tag.map(usize::from));
    }
    let tags = session.nth_mark(nth).map_or(&[][..], |mark| &mark.annotation.tags);
    let mut is_known = false;
    for tag in tags.iter().filter_map(|tag| index_of(session, tag)) {
        is_known = true;
        with(Some(tag));
    }
    if !is_known {
        with(None);
    }
}
