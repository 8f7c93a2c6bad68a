//! What a search of the folder found so far, and the lines in which it is listed.

use crate::library::Entry;
use crate::library::search::{Found, Hit, HitIn, InArticle};
use std::sync::Arc;

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Results {
    articles: Vec<InArticle>,
    lines: Vec<Line>,
    faults: Vec<String>,
    n_found: usize,
    n_listed: usize,
    n_asked: usize,
    n_all: usize,
    is_running: bool,
    has_marks: bool,
}

/// A line of the list: an article, or one of its hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    article: usize,
    hit: Option<usize>,
}

/// What a line shows.
#[derive(Clone, Copy)]
pub(super) enum At<'a> {
    Article(&'a InArticle),
    Hit(&'a InArticle, &'a Hit),
}

impl<'a> At<'a> {
    pub(super) fn entry(self) -> &'a Arc<Entry> {
        match self {
            At::Article(article) | At::Hit(article, _) => &article.entry,
        }
    }

    fn found_in(self) -> Option<&'a HitIn> {
        match self {
            At::Article(_) => None,
            At::Hit(_, hit) => Some(&hit.found_in),
        }
    }

    /// Whether the keyboard stops there: at headings only where the title is what was found.
    pub(super) fn is_stop(self) -> bool {
        match self {
            At::Article(article) => !article.title.is_empty() || article.hits.is_empty(),
            At::Hit(..) => true,
        }
    }
}

impl Results {
    /// Of a search that begins, in so many articles.
    pub(super) fn of(n_all: usize) -> Self {
        Self { n_all, is_running: true, ..Self::default() }
    }

    pub(super) fn take(&mut self, found: Found, is_end: bool) {
        self.n_asked += found.n_asked;
        self.is_running = !is_end;
        self.faults.extend(found.faults.iter().map(ToString::to_string));
        for article in found.articles {
            self.n_found += article.n_found;
            let nth = self.articles.len();
            if article.is_listed {
                self.has_marks |= article.hits.iter().any(|hit| matches!(hit.found_in, HitIn::Mark(..)));
                self.n_listed += article.n_found;
                let hits = (0..article.hits.len()).map(Some);
                self.lines.extend([None].into_iter().chain(hits).map(|hit| Line { article: nth, hit }));
            }
            self.articles.push(article);
        }
    }

    pub(super) fn is_running(&self) -> bool {
        self.is_running
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// How many lines there are.
    pub(super) fn n_lines(&self) -> usize {
        self.lines.len()
    }

    /// Whether words of marks are listed, too.
    pub(super) fn has_marks(&self) -> bool {
        self.has_marks
    }

    /// How often the words were found.
    pub(super) fn n_found(&self) -> usize {
        self.n_found
    }

    /// How many of these are listed.
    pub(super) fn n_listed(&self) -> usize {
        self.n_listed
    }

    /// How many are not.
    pub(super) fn n_left_out(&self) -> usize {
        self.n_found - self.n_listed
    }

    /// In how many articles.
    pub(super) fn n_articles(&self) -> usize {
        self.articles.len()
    }

    /// How many articles were asked so far.
    pub(super) fn n_asked(&self) -> usize {
        self.n_asked
    }

    /// How many there are.
    pub(super) fn n_all(&self) -> usize {
        self.n_all
    }

    /// The articles, those that are not listed too.
    pub(super) fn articles(&self) -> impl Iterator<Item = &InArticle> {
        self.articles.iter()
    }

    /// The articles that could not be read, as sentences.
    pub(super) fn faults(&self) -> &[String] {
        &self.faults
    }

    /// The hits that are listed, each with its article.
    pub(super) fn listed(&self) -> Vec<(Arc<Entry>, Hit)> {
        let listed = (0..self.lines.len()).filter_map(|line| self.at(line));
        let hits = listed.filter_map(|at| match at {
            At::Hit(article, hit) => Some((Arc::clone(&article.entry), hit.clone())),
            At::Article(_) => None,
        });
        hits.collect()
    }

    pub(super) fn at(&self, line: usize) -> Option<At<'_>> {
        let Line { article, hit } = *self.lines.get(line)?;
        let article = self.articles.get(article)?;
        match hit {
            None => Some(At::Article(article)),
            Some(hit) => Some(At::Hit(article, article.hits.get(hit)?)),
        }
    }

    /// The line that shows what a line of an earlier search showed.
    pub(super) fn line_of(&self, at: At<'_>) -> Option<usize> {
        let is_it = |line: &usize| {
            self.at(*line)
                .is_some_and(|now| now.entry().path == at.entry().path && now.found_in() == at.found_in())
        };
        (0..self.lines.len()).find(is_it)
    }

    /// The first line at which the keyboard stops.
    pub(super) fn first_stop(&self) -> Option<usize> {
        (0..self.lines.len()).find(|&line| self.at(line).is_some_and(At::is_stop))
    }
}
