//! All marks of a folder as a table: chosen by a query, sorted by a column, in groups; made off the frame
//! from the rows as they were at one moment.
//!
//! A table holds eight bytes for each of its lines beside the rows themselves. While it is made it takes
//! some fifty more.

pub mod columns;
pub mod counts;
pub mod groups;
mod ranks;
#[cfg(test)]
mod tests;

pub use columns::Column;
pub use counts::Counts;
pub use groups::{Group, Grouping};

use super::links::FromElsewhere;
use super::query::Matcher;
use super::{Entry, MarkRow, Query};
use crate::layer::Codebook;
use ranks::Ranks;
use std::sync::Arc;

/// How many rows are looked through before is asked whether anybody still wants the table.
const PORTION: usize = 4_096;

/// What a table is made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Of the library.
    pub revision: u64,
    /// Which marks.
    pub query: Query,
    /// What they are ordered by.
    pub column: Column,
    /// Whether from the last to the first.
    pub is_down: bool,
    /// In which groups they stand.
    pub grouping: Grouping,
}

/// The rows of a folder as they are at one moment, to be carried to another thread.
#[derive(Clone, Debug)]
pub struct Rows {
    pub(super) entries: Vec<Arc<Entry>>,
    pub(super) codebook: Arc<Codebook>,
    pub(super) from_elsewhere: Arc<FromElsewhere>,
}

impl Rows {
    /// Of articles that are in no library: links from others of them count as those of a folder do.
    pub fn of(entries: Vec<Arc<Entry>>, codebook: Codebook) -> Self {
        let mut links = super::links::LinkIndex::default();
        entries.iter().for_each(|entry| links.replace(None, Some(entry)));
        Self { entries, codebook: Arc::new(codebook), from_elsewhere: Arc::clone(links.ends_elsewhere()) }
    }

    /// The articles.
    pub fn entries(&self) -> &[Arc<Entry>] {
        &self.entries
    }

    /// The tags.
    pub fn codebook(&self) -> &Codebook {
        &self.codebook
    }

    /// Whether a mark has a link, from whichever article.
    pub fn is_linked(&self, row: &MarkRow) -> bool {
        !row.links.is_empty() || self.from_elsewhere.contains_key(&row.id)
    }
}

/// A table that is to be made.
#[derive(Clone, Debug)]
pub struct TableJob {
    rows: Rows,
    matcher: Matcher,
    wanted: Wanted,
}

/// The marks that are meant, in their order.
#[derive(Debug, Default)]
pub struct Table {
    made_for: Option<Wanted>,
    entries: Vec<Arc<Entry>>,
    lines: Vec<At>,
    groups: Vec<Group>,
    n_marks: usize,
    n_articles: usize,
}

/// A mark of the table: which article, and which of its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct At {
    entry: u32,
    row: u32,
}

impl At {
    /// The article and the mark, where both are there.
    fn of(self, entries: &[Arc<Entry>]) -> Option<(&Arc<Entry>, &MarkRow)> {
        let entry = entries.get(self.entry as usize)?;
        Some((entry, entry.rows.get(self.row as usize)?))
    }
}

impl TableJob {
    /// A table of `rows`; `matcher` asks what `wanted` asks for.
    pub fn new(rows: Rows, matcher: Matcher, wanted: Wanted) -> Self {
        Self { rows, matcher, wanted }
    }

    /// Makes it; `None` as soon as nobody wants it any more.
    pub fn run(self, is_wanted: &dyn Fn() -> bool) -> Option<Table> {
        let Self { rows, matcher, wanted } = self;
        let found = found(&rows, &matcher, is_wanted)?;
        let by_column = ranks::of(wanted.column, &rows, &found);
        if !is_wanted() {
            return None;
        }
        let (lines, groups) = match wanted.grouping.column() {
            None => (sorted(&by_column, &wanted, &found), Vec::new()),
            Some(_) => groups::grouped(&rows, &found, &by_column, &wanted),
        };
        let mut n_articles = 0;
        let mut before = None;
        for at in &found {
            n_articles += usize::from(before != Some(at.entry));
            before = Some(at.entry);
        }
        let n_marks = found.len();
        Some(Table { made_for: Some(wanted), entries: rows.entries, lines, groups, n_marks, n_articles })
    }
}

/// The rows that are meant, in the order of the articles and of their text.
fn found(rows: &Rows, matcher: &Matcher, is_wanted: &dyn Fn() -> bool) -> Option<Vec<At>> {
    let mut found = Vec::new();
    let mut n_looked = 0;
    for (nth, entry) in rows.entries.iter().enumerate() {
        let nth = u32::try_from(nth).ok()?;
        if let Some(matcher) = matcher.of_entry(entry) {
            let is_meant = |mark: &MarkRow| matcher.has(mark, || rows.is_linked(mark));
            let meant = (0..).zip(&entry.rows).filter(|(_, mark)| is_meant(mark));
            found.extend(meant.map(|(row, _)| At { entry: nth, row }));
        }
        n_looked += entry.rows.len();
        if PORTION < n_looked {
            n_looked = 0;
            if !is_wanted() {
                return None;
            }
        }
    }
    Some(found)
}

/// Equal rows stay in the order of the articles and of their text.
fn sorted(ranks: &Ranks, wanted: &Wanted, found: &[At]) -> Vec<At> {
    let mut keys: Vec<(u32, u32)> =
        (0..).zip(found).map(|(nth, _)| (ranks.key(nth, wanted.is_down), nth)).collect();
    keys.sort_unstable();
    keys.into_iter().filter_map(|(_, nth)| found.get(nth as usize).copied()).collect()
}

impl Table {
    /// What it was made for; `None`: nothing yet.
    pub fn made_for(&self) -> Option<&Wanted> {
        self.made_for.as_ref()
    }

    /// How many lines it has. A mark with two tags stands in two groups.
    pub fn n_lines(&self) -> usize {
        self.lines.len()
    }

    /// How many marks it has.
    pub fn n_marks(&self) -> usize {
        self.n_marks
    }

    /// In how many articles they are.
    pub fn n_articles(&self) -> usize {
        self.n_articles
    }

    /// The article and the mark of a line.
    pub fn get(&self, line: usize) -> Option<(&Arc<Entry>, &MarkRow)> {
        self.lines.get(line)?.of(&self.entries)
    }

    /// Every line, with its article and mark.
    pub fn lines(&self) -> impl Iterator<Item = (&Arc<Entry>, &MarkRow)> {
        self.lines.iter().filter_map(|at| at.of(&self.entries))
    }

    /// The groups in their order, each of which has some of the lines; empty where they are in none.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }
}
