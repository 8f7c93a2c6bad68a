//! The measures of agreement, made off the frame: what changed since the last time is read anew, and what is
//! between people of whom nobody changed anything is not reckoned again.

use super::finding::Wanted;
use crate::analysis::agreement::{
    Compared, Confusion, Marked, Measure, Text, compare_again, confusion, names_of, pairs, people_of,
};
use crate::document::import::Options;
use crate::host::Host;
use crate::library::Entry;
use crate::session::Session;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// An article as it is measured.
#[derive(Clone, Debug)]
struct Known {
    entry: Arc<Entry>,
    /// With everybody's marks.
    text: Arc<Text>,
}

/// What was measured.
#[derive(Debug)]
pub(in crate::gui) struct Measured {
    known: Vec<Known>,
    texts: Vec<Text>,
    /// All values.
    pub(in crate::gui) compared: Compared,
    /// What the people are called.
    pub(in crate::gui) names: Vec<String>,
    /// What the first of two took for what.
    pub(in crate::gui) confusions: BTreeMap<(usize, usize), Confusion>,
    /// Marks that have no place in the text, and are left out.
    pub(in crate::gui) n_without_place: usize,
}

/// What is to be measured.
#[derive(Clone, Debug)]
pub(in crate::gui) struct MeasureJob {
    pub(in crate::gui) wanted: Wanted,
    /// The articles with their files.
    pub(in crate::gui) entries: Vec<(Arc<Entry>, PathBuf)>,
    /// Those that are open.
    pub(in crate::gui) open: Vec<(Arc<Entry>, Arc<Text>)>,
    /// What was measured before.
    pub(in crate::gui) before: Option<Arc<Measured>>,
}

impl Measured {
    /// The text of an article with the marks that it has now, if it was measured before.
    pub(in crate::gui) fn text_again(&self, entry: &Entry, session: &Session) -> Option<Arc<Text>> {
        let is_same = |known: &&Known| known.entry.path == entry.path && known.entry.digest == entry.digest;
        let known = self.known.iter().find(is_same)?;
        let layers = session.layers().iter();
        let people = layers.map(|placed| Marked::of(placed, session.document())).collect();
        Some(Arc::new(Text { people, ..known.text.as_ref().clone() }))
    }

    fn text_of(&self, entry: &Arc<Entry>) -> Option<Arc<Text>> {
        let known = self.known.iter().find(|known| Arc::ptr_eq(&known.entry, entry))?;
        Some(Arc::clone(&known.text))
    }
}

impl MeasureJob {
    /// Measures; `None` where nobody waits for it any more. Articles that are not open are read.
    pub(in crate::gui) fn run(self, host: &mut dyn Host, is_wanted: &dyn Fn() -> bool) -> Option<Measured> {
        let mut known = Vec::with_capacity(self.entries.len());
        for (entry, file) in &self.entries {
            if !is_wanted() {
                return None;
            }
            let open = self.open.iter().find(|(open, _)| Arc::ptr_eq(open, entry));
            let text = open.map(|(_, text)| Arc::clone(text));
            let text = text.or_else(|| self.before.as_ref()?.text_of(entry));
            let read = || {
                let session = Session::open(file, &Options::default(), None, host).ok()?;
                Some(Arc::new(Text::of(&entry.path, session.article(), |_| true)))
            };
            // What cannot be read now is said in the list of articles.
            if let Some(text) = text.or_else(read) {
                known.push(Known { entry: Arc::clone(entry), text });
            }
        }
        let people = &self.wanted.people;
        let asked = |Known { entry, text }: &Known| {
            let rank = |marked: &&Marked| people.iter().position(|&who| who == marked.person.id);
            // Whose marks are hidden from somebody who marks blind is not measured either.
            let is_seen = |marked: &&Marked| !entry.hides(marked.person.id);
            let mut asked: Vec<&Marked> =
                text.people.iter().filter(|marked| rank(marked).is_some() && is_seen(marked)).collect();
            asked.sort_by_key(rank);
            Text { people: asked.into_iter().cloned().collect(), ..text.as_ref().clone() }
        };
        let texts: Vec<Text> = known.iter().map(asked).filter(|text| 1 < text.people.len()).collect();
        let before = self.before.as_ref().map(|before| (before.texts.as_slice(), &before.compared));
        // Who has not marked the first article stands at their place in the list all the same.
        let mut people = people_of(&texts);
        people.sort_by_key(|who| self.wanted.people.iter().position(|&wanted| wanted == who.id));
        let compared = compare_again(&texts, people, &Measure::ALL, before);
        if !is_wanted() {
            return None;
        }
        let n_without_place =
            texts.iter().flat_map(|text| &text.people).map(|marked| marked.n_without_place).sum();
        Some(Measured {
            names: names_of(&compared.people),
            confusions: confusions(&texts, &compared),
            known,
            texts,
            compared,
            n_without_place,
        })
    }
}

/// Of each two people, the first in order of the list in the rows.
fn confusions(texts: &[Text], compared: &Compared) -> BTreeMap<(usize, usize), Confusion> {
    let n = compared.people.len();
    let each = (0..n).flat_map(|first| (first + 1..n).map(move |second| (first, second)));
    let of = |(first, second): (usize, usize)| {
        let mut all = Vec::new();
        for text in texts {
            let of = |nth: usize| compared.people.get(nth).and_then(|person| text.of_person(person));
            if let (Some(one), Some(two)) = (of(first), of(second)) {
                all.extend(pairs(one, two).0);
            }
        }
        ((first, second), confusion(&all))
    };
    each.map(of).collect()
}
