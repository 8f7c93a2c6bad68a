//! What readers wrote below an article.

use super::html_region::Region;
use super::html_style::Display;
use super::html_tree::{Item, Tree};
use super::html_words as words;
use html5ever::{LocalName, local_name};
use std::collections::HashMap;

/// How many alike make a repetition.
const ALIKE: usize = 3;

/// Names of what readers wrote.
const COMMENT_TOKENS: &[&str] = &[
    "comment",
    "comments",
    "commentlist",
    "thread",
    "disqus",
    "responses",
    "replies",
    "discussion",
    "kommentare",
];

/// Finds what readers wrote in a page.
pub(super) struct Comments<'t, 'a> {
    tree: &'t Tree<'a>,
    region: &'t Region,
    /// Whether sentences stand between the headline and the body, which may then be comments itself.
    has_head_prose: bool,
}

impl<'t, 'a> Comments<'t, 'a> {
    /// Looks for them around `region`.
    pub(super) fn of(tree: &'t Tree<'a>, region: &'t Region) -> Self {
        Self { tree, region, has_head_prose: head_has_prose(tree, region) }
    }

    /// What readers wrote behind the item at `at`.
    pub(super) fn behind(&self, mut at: usize) -> Vec<usize> {
        let mut comments = Vec::new();
        while let Some(item) = self.tree.get(at) {
            let is_comments = item.display == Display::Block && self.is_one(at, item);
            comments.extend(is_comments.then_some(at));
            at = if is_comments { item.end } else { at + 1 };
        }
        comments
    }

    /// Whether readers wrote it: its heading says so, or its name and its repetition do, below an article
    /// that has sentences of its own.
    pub(super) fn is_one(&self, at: usize, item: &Item<'_>) -> bool {
        let holds = |inner: usize| at <= inner && inner < item.end;
        let is_below = self.region.headline.is_none_or(|headline| !holds(headline) && headline < at);
        let is_all = holds(self.region.body) && !self.has_head_prose;
        if !is_below
            || is_all
            || !matches!(&*item.name, "div" | "section" | "ol" | "ul" | "article" | "aside")
        {
            return false;
        }
        let first = (at + 1..item.end).find(|&at| {
            self.tree
                .get(at)
                .is_some_and(|item| item.is_block() && 0 < item.n_bytes && !self.tree.holds_block(at))
        });
        let heading = first.filter(|&first| self.tree.get(first).is_some_and(|item| item.n_bytes < 60));
        let is_headed = heading.is_some_and(|heading| words::is_comments(&self.tree.words(heading)));
        let is_called = item.is_called(COMMENT_TOKENS);
        // A section of an article may be called so too; what readers wrote is a row of pieces.
        let is_row = || ALIKE <= self.n_alike(at);
        (is_headed && (is_called || item.n_prose == 0 || item.n_found == 0 || is_row()))
            || (is_called && is_row() && 0 < item.n_prose)
    }

    /// Whether something in it is called as what readers write is.
    pub(super) fn are_named_in(&self, at: usize, item: &Item<'_>) -> bool {
        (at..item.end).any(|at| self.tree.get(at).is_some_and(|item| item.is_called(COMMENT_TOKENS)))
    }

    /// How many of the elements directly within are built and called alike; at most of one sort.
    fn n_alike(&self, at: usize) -> usize {
        let mut sorts: HashMap<(LocalName, String), usize> = HashMap::new();
        let children = self.tree.children(at).filter_map(|child| self.tree.get(child));
        for child in
            children.filter(|child| child.is_block() && 0 < child.n_bytes && child.name != local_name!("p"))
        {
            *sorts.entry(child.sort()).or_default() += 1;
        }
        sorts.into_values().max().unwrap_or_default()
    }
}

/// Whether sentences stand between the headline and the body.
fn head_has_prose(tree: &Tree<'_>, region: &Region) -> bool {
    let Some(headline) = region.headline.filter(|&headline| headline < region.body) else {
        return false;
    };
    let between = (headline..region.body).filter_map(|at| tree.get(at));
    let ends_before = |item: &&Item<'_>| item.end <= region.body;
    between.filter(ends_before).any(|item| item.is_block() && 0 < item.n_prose)
}
