//! The ledger: what each source says in all articles, each thing that is said with who denies it, and how much is
//! said by whom and when.
//!
//! Sources are told apart by the actor that a person joined them with, else by their names as worded, letters
//! of either case alike; nothing is equated here.

use super::incidents::{Incident, Memory, people};
use crate::document::CalendarDate;
use crate::layer::{AnnotationId, AnnotatorId, Codebook, FolderLayer};
use crate::library::query::Matcher;
use crate::library::table::{Counts, Rows};
use crate::library::{Entry, Library, MarkRow, Query};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

/// What one source says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceLine {
    /// The name that is used most.
    pub name: Box<str>,
    /// Whether these are the marks of which a person found that nobody is named.
    pub is_unattributed: bool,
    /// Every spelling with how often it is used, the most used first.
    pub names: Vec<(Box<str>, usize)>,
    /// How many marks have each tag, by slug.
    pub by_tag: BTreeMap<Box<str>, usize>,
    /// How many marks it is the nearest source of, or a farther one.
    pub n_marks: usize,
    /// How many figures those have.
    pub n_figures: usize,
    /// How many statements its marks reject.
    pub n_denials_made: usize,
    /// How many of its statements others reject.
    pub n_denials_received: usize,
    /// The articles.
    pub articles: BTreeSet<Arc<str>>,
    /// The earliest date of those.
    pub first: Option<CalendarDate>,
    /// The latest.
    pub last: Option<CalendarDate>,
    /// How many marked words it is the source of; in marks with several sources each has all.
    pub n_words: usize,
    /// The same in hundredths of all marked words.
    pub share: f32,
}

/// The links by which one statement rejects another, by the marks that are rejected and those that reject.
#[derive(Clone, Debug, Default)]
pub struct Denials {
    by_denied: HashMap<AnnotationId, BTreeSet<AnnotationId>>,
    by_denier: HashMap<AnnotationId, BTreeSet<AnnotationId>>,
}

impl Denials {
    /// Of all articles. A relation rejects where the codebook lets no tag start it that it lets be answered by
    /// all others, as a denial alone starts "denies".
    pub fn of<'a>(entries: impl IntoIterator<Item = &'a Entry>, codebook: &Codebook) -> Self {
        let rejects = |slug: &crate::layer::RelationSlug| {
            codebook.relation(slug).is_some_and(|kind| {
                // One tag alone may start it, and others receive it: that is what answers.
                matches!(kind.from.as_slice(), [only] if kind.to.iter().any(|tag| tag != only))
            })
        };
        let mut denials = Self::default();
        for row in entries.into_iter().flat_map(|entry| entry.rows.iter()) {
            for link in row.links.iter().filter(|link| link.starts_here && rejects(&link.kind)) {
                denials.by_denied.entry(link.other).or_default().insert(row.id);
                denials.by_denier.entry(row.id).or_default().insert(link.other);
            }
        }
        denials
    }

    /// The marks that reject a mark.
    pub fn of_mark(&self, id: AnnotationId) -> impl Iterator<Item = AnnotationId> + '_ {
        self.by_denied.get(&id).into_iter().flatten().copied()
    }

    /// Whether any rejects it.
    pub fn is_denied(&self, id: AnnotationId) -> bool {
        self.by_denied.contains_key(&id)
    }

    fn n_made(&self, id: AnnotationId) -> usize {
        self.by_denier.get(&id).map_or(0, BTreeSet::len)
    }

    fn n_received(&self, id: AnnotationId) -> usize {
        self.by_denied.get(&id).map_or(0, BTreeSet::len)
    }
}

/// What each source says, those with most marks first.
pub fn source_lines<'a>(entries: impl IntoIterator<Item = &'a Entry>, denials: &Denials) -> Vec<SourceLine> {
    lines_of(entries, denials, &|_, _| true)
}

/// The same by some of the marks.
fn lines_of<'a>(
    entries: impl IntoIterator<Item = &'a Entry>,
    denials: &Denials,
    is_meant: &dyn Fn(&Entry, &MarkRow) -> bool,
) -> Vec<SourceLine> {
    let mut lines: BTreeMap<(bool, String), SourceLine> = BTreeMap::new();
    let mut n_words_in_all = 0;
    for entry in entries {
        for row in entry.rows.iter().filter(|row| is_meant(entry, row)) {
            let n_words = row.quote.split_whitespace().count();
            n_words_in_all += n_words;
            if row.is_unattributed {
                let line = lines.entry((true, String::new())).or_default();
                line.is_unattributed = true;
                line.add(entry, row, n_words, denials);
            }
            let mut met: BTreeSet<String> = BTreeSet::new();
            for source in row.sources.iter().filter(|source| !source.name.trim().is_empty()) {
                let key = source.actor.as_deref().unwrap_or(&source.name).to_lowercase();
                let line = lines.entry((false, key.clone())).or_default();
                line.name_used(&source.name);
                if met.insert(key) {
                    line.add(entry, row, n_words, denials);
                }
            }
        }
    }
    let mut lines: Vec<SourceLine> = lines.into_values().map(|line| line.whole(n_words_in_all)).collect();
    lines.sort_by(|a, b| b.n_marks.cmp(&a.n_marks).then_with(|| a.name.cmp(&b.name)));
    lines
}

impl SourceLine {
    fn name_used(&mut self, name: &str) {
        match self.names.iter_mut().find(|(known, _)| **known == *name) {
            Some((_, n)) => *n += 1,
            None => self.names.push((name.into(), 1)),
        }
    }

    fn add(&mut self, entry: &Entry, row: &MarkRow, n_words: usize, denials: &Denials) {
        self.n_marks += 1;
        self.n_words += n_words;
        self.n_figures += row.figures.len();
        self.n_denials_made += denials.n_made(row.id);
        self.n_denials_received += denials.n_received(row.id);
        for tag in row.tags.iter() {
            *self.by_tag.entry(tag.as_str().into()).or_default() += 1;
        }
        self.articles.insert(Arc::clone(&entry.path));
        if let Some(date) = entry.date {
            self.first = Some(self.first.map_or(date, |first| first.min(date)));
            self.last = Some(self.last.map_or(date, |last| last.max(date)));
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "a share in hundredths for people")]
    fn whole(mut self, n_words_in_all: usize) -> Self {
        self.names.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        self.name = self.names.first().map(|(name, _)| name.clone()).unwrap_or_default();
        self.share = 100.0 * self.n_words as f32 / n_words_in_all.max(1) as f32;
        self
    }
}

/// What is computed of a folder at once: the part that is wanted, and nothing of the others.
#[derive(Debug, Default)]
pub struct Ledger {
    /// What it was made for.
    pub made_for: Wanted,
    /// The incidents.
    pub incidents: Vec<Arc<Incident>>,
    /// What each source says.
    pub sources: Vec<SourceLine>,
    /// How many marks there are of each kind.
    pub counts: Counts,
}

/// A part of the ledger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The incidents.
    #[default]
    Incidents,
    /// What each source says.
    Sources,
    /// How many marks there are of each kind.
    Counts,
}

/// What a ledger is made for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Which part.
    pub part: Part,
    /// Of the folder.
    pub revision: u64,
    /// Which marks: the others count for nothing, and an incident is there where any of them tells it.
    pub query: Query,
    /// Whose incidents are followed.
    pub whose: Whose,
}

/// Whose incidents go before those that are proposed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    /// Everybody's: one's own first.
    #[default]
    All,
    /// One person's.
    One(AnnotatorId),
    /// Nobody's.
    Nobody,
}

impl Whose {
    /// Whether a person's are among them.
    pub fn is_followed(self, person: AnnotatorId) -> bool {
        match self {
            Self::All => true,
            Self::One(one) => one == person,
            Self::Nobody => false,
        }
    }
}

/// A ledger that is to be made, on whatever thread.
#[derive(Clone, Debug)]
pub struct LedgerJob {
    rows: Rows,
    registers: Vec<Arc<FolderLayer>>,
    matcher: Matcher,
    wanted: Wanted,
    memory: Arc<Mutex<Memory>>,
}

impl LedgerJob {
    /// Of a folder as it is now; `matcher` asks what `wanted` asks for. Of several people's incidents those of
    /// `me` go first. What can be used again is taken from `memory`.
    pub fn new(
        library: &Library,
        me: Option<AnnotatorId>,
        matcher: Matcher,
        wanted: Wanted,
        memory: &Arc<Mutex<Memory>>,
    ) -> Self {
        let mut registers = people::in_order(&library.registers(), me);
        registers.retain(|layer| wanted.whose.is_followed(layer.annotator.id));
        Self { rows: library.snapshot(), registers, matcher, wanted, memory: Arc::clone(memory) }
    }

    /// Makes it.
    pub fn run(self) -> Ledger {
        let mut ledger = Ledger { made_for: self.wanted.clone(), ..Ledger::default() };
        match self.wanted.part {
            Part::Incidents => ledger.incidents = self.incidents(),
            Part::Sources => {
                let denials = Denials::of(self.entries(), self.rows.codebook());
                ledger.sources = lines_of(self.entries(), &denials, &|entry, row| self.is_meant(entry, row));
            }
            Part::Counts => ledger.counts = Counts::of(&self.rows, &self.matcher),
        }
        ledger
    }

    fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.rows.entries().iter().map(AsRef::as_ref)
    }

    fn is_meant(&self, entry: &Entry, row: &MarkRow) -> bool {
        self.wanted.query.is_empty() || self.matcher.has_if(entry, row, || self.rows.is_linked(row))
    }

    /// Those that any of the marks that are meant tells.
    fn incidents(&self) -> Vec<Arc<Incident>> {
        let denials = Denials::of(self.entries(), self.rows.codebook());
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        let mut found =
            memory.incidents(self.rows.entries(), &|row| denials.is_denied(row.id), &self.registers);
        drop(memory);
        if !self.wanted.query.is_empty() {
            let of_entry = |entry: &Entry| {
                entry
                    .rows
                    .iter()
                    .filter(|row| self.is_meant(entry, row))
                    .map(|row| row.id)
                    .collect::<Vec<_>>()
            };
            let meant: HashSet<AnnotationId> = self.entries().flat_map(of_entry).collect();
            found.retain(|incident| incident.accounts.iter().any(|account| meant.contains(&account.mark)));
        }
        found
    }
}

#[cfg(test)]
mod tests;
