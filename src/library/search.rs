//! Searching a folder: words in its titles, texts and marks, and the filters of the query line.
//!
//! A [`Search`] is made of what is asked and of the library as it is, and may then be carried to another
//! thread. Marks and titles are asked of the entries. Texts are read for each search: plain text is looked
//! through as it lies on the disk, and only what may have the words is made a document. Texts that had to be
//! made once are kept as long as there is room ([`Texts`]).

mod asked;
mod hits;
#[cfg(test)]
mod tests;
mod texts;

pub use asked::Asked;
pub use hits::{Hit, HitIn, InArticle, MarkField, Sentence};
pub use texts::Texts;

use super::links::FromElsewhere;
use super::query::Matcher;
use super::{Entry, Library, MarkRow, OpenError, QueryError, parallel};
use crate::document::Document;
use crate::host::Host;
use hits::{Unlisted, says_no_more_than_the_text};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use texts::Text;

/// How many articles are asked as one portion.
const AT_ONCE: usize = 32;

/// How many rows of a list are made, the headings of articles among them: more than anybody reads. What is
/// found in the articles after them is counted only.
pub const MOST_ROWS: usize = 5_000;

/// What is looked for, in a library as it was.
pub struct Search {
    asked: Asked,
    matcher: Matcher,
    root: PathBuf,
    entries: Vec<Arc<Entry>>,
    /// The marks that other articles link to.
    from_elsewhere: Arc<FromElsewhere>,
    /// The texts of open articles, by their paths from the root.
    open: BTreeMap<Arc<str>, Arc<Document>>,
    texts: Arc<Texts>,
}

/// What was found in some articles.
#[derive(Debug, Default)]
pub struct Found {
    /// Those that have something, in their order.
    pub articles: Vec<InArticle>,
    /// Those that could not be read.
    pub faults: Vec<OpenError>,
    /// How many were asked.
    pub n_asked: usize,
}

/// What was found in some articles, of which no rows are made yet.
#[derive(Default)]
struct Portion {
    articles: Vec<Unlisted>,
    faults: Vec<OpenError>,
    n_asked: usize,
}

impl Portion {
    /// Makes the rows of those that are listed; `n_rows` counts them.
    fn listed(self, n_rows: &mut usize) -> Found {
        let listed = |article: Unlisted| {
            if MOST_ROWS <= *n_rows {
                return article.unlisted();
            }
            let article = article.listed();
            *n_rows += 1 + article.hits.len();
            article
        };
        let articles = self.articles.into_iter().map(listed).collect();
        Found { articles, faults: self.faults, n_asked: self.n_asked }
    }
}

impl Found {
    /// Adds what was found next.
    pub fn add(&mut self, next: Self) {
        self.articles.extend(next.articles);
        self.faults.extend(next.faults);
        self.n_asked += next.n_asked;
    }
}

impl Search {
    /// A search for what is `asked`.
    ///
    /// # Errors
    ///
    /// Where words of a filter would need too much memory.
    pub fn new(asked: Asked, library: &Library, texts: &Arc<Texts>) -> Result<Self, QueryError> {
        let matcher = asked.filters.matcher(library.codebook())?;
        Ok(Self {
            matcher,
            asked,
            root: library.root().to_owned(),
            entries: library.entries().cloned().collect(),
            from_elsewhere: Arc::clone(library.index.ends_elsewhere()),
            open: BTreeMap::new(),
            texts: Arc::clone(texts),
        })
    }

    /// The same with the text of an article as it is open, whatever its file has by now.
    pub fn with_open(&mut self, path: String, document: Arc<Document>) {
        self.open.insert(path.into(), document);
    }

    /// What is looked for.
    pub fn asked(&self) -> &Asked {
        &self.asked
    }

    /// How many articles are asked.
    pub fn n_articles(&self) -> usize {
        self.entries.len()
    }

    /// Asks all articles, and hands over what was found in the order of their paths, until `each` says no
    /// or nobody waits for it any more.
    pub fn run(
        &self,
        host: &dyn Host,
        goes_on: &(dyn Fn() -> bool + Sync),
        mut each: impl FnMut(Found) -> bool,
    ) {
        let portions: Vec<&[Arc<Entry>]> = self.entries.chunks(AT_ONCE).collect();
        let n_made = AtomicUsize::new(0);
        let ask = |nth: usize, host: &dyn Host| {
            let mut found = Portion::default();
            for entry in portions[nth].iter().take_while(|_| goes_on()) {
                found.n_asked += 1;
                match self.in_article(entry, host) {
                    Ok(article) => found.articles.extend(article),
                    Err(error) => found.faults.push(error),
                }
            }
            // Rows are made here as long as it seems that they are listed: who takes the answers, one after
            // the other, makes those that are missing, and leaves what is too many.
            let mut articles = found.articles.iter_mut();
            while n_made.load(Ordering::Relaxed) < MOST_ROWS
                && let Some(article) = articles.next()
            {
                n_made.fetch_add(article.list(), Ordering::Relaxed);
            }
            found
        };
        let mut n_rows = 0;
        parallel(host, portions.len(), ask, |found| goes_on() && each(found.listed(&mut n_rows)));
    }

    /// The marks of an article that are meant: by the filters, and by the words in passage, note or sources.
    pub fn marks<'a>(&'a self, entry: &'a Entry) -> impl Iterator<Item = &'a MarkRow> {
        entry.rows.iter().filter(|row| self.means(entry, row))
    }

    fn means(&self, entry: &Entry, row: &MarkRow) -> bool {
        let is_linked = || !row.links.is_empty() || self.from_elsewhere.contains_key(&row.id);
        let texts = [&*row.quote, &*row.note].into_iter().chain(row.sources.iter().map(AsRef::as_ref));
        self.matcher.has_if(entry, row, is_linked) && self.asked.are_in(texts)
    }

    /// Whether the text of an article is looked into: filters about marks leave texts out.
    pub fn looks_into_text_of(&self, entry: &Entry) -> bool {
        self.asked.has_words() && self.matcher.has_text_of(entry)
    }

    fn in_article(&self, entry: &Arc<Entry>, host: &dyn Host) -> Result<Option<Unlisted>, OpenError> {
        let mut found = Unlisted::of(Arc::clone(entry));
        let looks_into_text = self.looks_into_text_of(entry);
        let mut fault = None;
        if looks_into_text {
            found.add_title(&self.asked);
            match self.text_of(entry, host) {
                Ok(Some(text)) => found.add_text(&self.asked, text),
                Ok(None) => {}
                Err(error) => fault = Some(error),
            }
        }
        for (nth, row) in entry.rows.iter().enumerate() {
            let is_found_already = looks_into_text && says_no_more_than_the_text(row);
            if !is_found_already && self.means(entry, row) {
                found.add_mark(&self.asked, (nth, row), looks_into_text);
            }
        }
        match fault {
            Some(error) if found.is_empty() => Err(error),
            _ => Ok((!found.is_empty()).then_some(found)),
        }
    }

    /// The text of an article; `None` where it has not all that is needed.
    fn text_of(&self, entry: &Entry, host: &dyn Host) -> Result<Option<Arc<Text>>, OpenError> {
        if let Some(document) = self.open.get(&entry.path) {
            return Ok(Some(Arc::new(Text::of(document))));
        }
        if let Some(text) = self.texts.get(entry) {
            return Ok(Some(text));
        }
        self.texts.read(entry, &entry.file_below(&self.root), &self.asked, host)
    }
}
