//! Who is named in what was marked, in which spellings, and who uses which of them.
//!
//! Nothing is equated: similar spellings are pointed out, and what is one actor is said by people, in their
//! registers.

mod spelling;
#[cfg(test)]
mod tests;
mod words;

use super::marked::{Marked, all};
use super::threads::speaker;
use crate::layer::{Actor, FolderLayer};
use crate::library::Entry;
use crate::text::names;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// Similar spellings are looked for among so many names, the most frequent.
const MOST_COMPARED: usize = 2_000;

/// Every name of a folder.
#[derive(Clone, Debug, Default)]
pub struct Actors {
    /// Each name, those that stand in most marks first.
    pub names: Vec<Named>,
    /// The people's registers.
    pub registers: Vec<Arc<FolderLayer>>,
    /// Two spellings that are like each other and that nobody put together, by their numbers in `names`.
    pub alike: Vec<(usize, usize)>,
}

/// One name, as it is spelt.
#[derive(Clone, Debug)]
pub struct Named {
    /// The name.
    pub name: String,
    /// The marks that name it as a source or as the party to blame.
    pub as_source: Vec<Marked>,
    /// The marks in whose words it stands.
    pub in_words: Vec<Marked>,
    /// How often each user uses it: who speaks in the words that have it, or who names it as a source.
    pub users: BTreeMap<String, usize>,
}

/// Users against the names that they use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// The names, as columns.
    pub names: Vec<String>,
    /// Who uses any of them, those who use most first, with the count of each name.
    pub rows: Vec<(String, Vec<usize>)>,
}

impl Named {
    /// In how many marks it stands.
    pub fn n_marks(&self) -> usize {
        self.as_source.len().saturating_add(self.in_words.len())
    }

    /// Every mark in which it stands, each once.
    pub fn marks(&self) -> impl Iterator<Item = &Marked> {
        let is_new = |mark: &&Marked| !self.as_source.iter().any(|source| source.id() == mark.id());
        self.as_source.iter().chain(self.in_words.iter().filter(is_new))
    }
}

impl Actors {
    /// The names in the marks of these articles, and those of the registers.
    pub fn of(entries: &[Arc<Entry>], registers: &[Arc<FolderLayer>]) -> Self {
        let marks: Vec<Marked> = all(entries).collect();
        let mut found: BTreeMap<String, Named> = BTreeMap::new();
        let of_registers = registers.iter().flat_map(|layer| layer.actors()).flat_map(|actor| &actor.names);
        for name in of_registers {
            entry(&mut found, &name.name);
        }
        for mark in &marks {
            let row = mark.row();
            let blamed = row.figures.iter().filter_map(|figure| figure.blamed.as_deref());
            let sources = row.sources.iter().map(|source| &*source.name).chain(blamed);
            for name in sources.map(str::trim).filter(|name| !name.is_empty()).collect::<BTreeSet<_>>() {
                entry(&mut found, name).as_source.push(mark.clone());
            }
        }
        let quotes: Vec<&str> = marks.iter().map(|mark| &*mark.row().quote).collect();
        for name in words::names_in(&quotes) {
            entry(&mut found, &name);
        }
        find_in_words(&mut found, &marks);
        let mut names: Vec<Named> = found.into_values().collect();
        names.iter_mut().for_each(count_users);
        names.sort_by(|a, b| b.n_marks().cmp(&a.n_marks()).then_with(|| a.name.cmp(&b.name)));
        let alike = spelling::alike(names.iter().take(MOST_COMPARED).map(|named| named.name.as_str()));
        let is_together = |a: &str, b: &str| {
            registers.iter().any(|layer| layer.actor_called(a).is_some_and(|actor| actor.is_called(b)))
        };
        let name = |nth: usize| names.get(nth).map_or("", |named| named.name.as_str());
        let alike = alike.into_iter().filter(|(a, b)| !is_together(name(*a), name(*b))).collect();
        Self { alike, names, registers: registers.to_vec() }
    }

    /// A name as it is spelt.
    pub fn named(&self, name: &str) -> Option<&Named> {
        self.names.iter().find(|named| named.name == name)
    }

    /// All actors that people made, each with the person's register.
    pub fn groups(&self) -> impl Iterator<Item = (&Arc<FolderLayer>, &Actor)> {
        self.registers.iter().flat_map(|layer| layer.actors().map(move |actor| (layer, actor)))
    }

    /// Whether a name stands in any register.
    pub fn is_registered(&self, name: &str) -> bool {
        self.registers.iter().any(|layer| layer.actor_called(name).is_some())
    }

    /// The spellings that are like one, as far as nobody put them together.
    pub fn alike_to(&self, name: &str) -> Vec<&str> {
        let own = self.names.iter().position(|named| named.name == name);
        own.map_or_else(Vec::new, |own| self.alike_at(own))
    }

    /// The same for the name with that number in `names`.
    pub fn alike_at(&self, own: usize) -> Vec<&str> {
        let other = |&(a, b): &(usize, usize)| match (a == own, b == own) {
            (true, _) => Some(b),
            (_, true) => Some(a),
            _ => None,
        };
        let names = self.alike.iter().filter_map(other).filter_map(|nth| self.names.get(nth));
        names.map(|named| named.name.as_str()).collect()
    }

    /// Who uses which of these names; of all that stand in marks, where none are given.
    pub fn matrix(&self, chosen: &[String]) -> Matrix {
        let chosen: Vec<&Named> = if chosen.is_empty() {
            self.names.iter().filter(|named| 0 < named.n_marks()).collect()
        } else {
            chosen.iter().filter_map(|name| self.named(name)).collect()
        };
        let mut rows: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (nth, named) in chosen.iter().enumerate() {
            for (user, n) in &named.users {
                let row = rows.entry(user).or_insert_with(|| vec![0; chosen.len()]);
                row.iter_mut().skip(nth).take(1).for_each(|cell| *cell = *n);
            }
        }
        let mut rows: Vec<(String, Vec<usize>)> =
            rows.into_iter().map(|(user, counts)| (user.to_owned(), counts)).collect();
        rows.sort_by_key(|(user, counts)| (std::cmp::Reverse(counts.iter().sum::<usize>()), user.clone()));
        Matrix { names: chosen.iter().map(|named| named.name.clone()).collect(), rows }
    }
}

fn entry<'a>(found: &'a mut BTreeMap<String, Named>, name: &str) -> &'a mut Named {
    found.entry(name.to_owned()).or_insert_with(|| Named {
        name: name.to_owned(),
        as_source: Vec::new(),
        in_words: Vec::new(),
        users: BTreeMap::new(),
    })
}

/// Looks for all names in all words at once: by the first word of each name.
fn find_in_words(found: &mut BTreeMap<String, Named>, marks: &[Marked]) {
    let mut by_word: HashMap<String, Vec<String>> = HashMap::new();
    for name in found.keys() {
        by_word.entry(words::first(name)).or_default().push(name.clone());
    }
    for mark in marks {
        let quote = &*mark.row().quote;
        let mut told: BTreeSet<&String> = BTreeSet::new();
        for word in words::all(quote) {
            let candidates = by_word.get(word).into_iter().flatten();
            told.extend(candidates.filter(|name| names::is_in(name, quote)));
        }
        for name in told {
            found.get_mut(name).into_iter().for_each(|named| named.in_words.push(mark.clone()));
        }
    }
}

fn count_users(named: &mut Named) {
    let Named { as_source, in_words, users, name } = named;
    for mark in as_source.iter() {
        // The article calls its source so, not the source itself.
        let entry = mark.entry();
        let outlet = if entry.outlet.is_empty() { &entry.title } else { &entry.outlet };
        *users.entry(outlet.to_string()).or_default() += 1;
    }
    for mark in in_words.iter() {
        let user = speaker(mark);
        let user = if user == *name { mark.entry().title.to_string() } else { user };
        *users.entry(user).or_default() += 1;
    }
}
