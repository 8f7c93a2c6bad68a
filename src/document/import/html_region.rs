//! Where the article is in a page: the smallest element around all that the extractor took, and what
//! stands between it and the headline.

use super::html_found::is_same_title;
use super::html_nodes::{NodeSet, is_attribute};
use super::html_tree::Tree;
use dom_query::NodeRef;
use html5ever::local_name;

/// The article's place among the items of a page.
pub(super) struct Region {
    /// The element around all that the extractor took.
    pub(super) body: usize,
    /// The headline, where the page has it.
    pub(super) headline: Option<usize>,
    /// The element around both, and around what else belongs to them.
    pub(super) around: usize,
    /// Whether the body is all of the page, so that what stands in it need not be the article's.
    pub(super) is_page: bool,
}

/// The texts below what the extractor took. Its tree is a changed copy of the page's, in which each node
/// keeps its number.
pub(super) fn texts_below(found: &NodeRef<'_>) -> NodeSet {
    found.descendants_it().filter(NodeRef::is_text).map(|node| node.id).collect()
}

impl Region {
    /// Finds it; none where the extractor took nothing that is seen.
    pub(super) fn of(tree: &Tree<'_>, title: Option<&str>) -> Option<Self> {
        let is_found = |&at: &usize| tree.get(at).is_some_and(|item| item.node.is_text() && 0 < item.n_found);
        let first = (0..tree.items.len()).find(is_found)?;
        let last = (0..tree.items.len()).rev().find(is_found)?;
        let mut body = tree.common(first, last);
        // A text that stands alone is in a paragraph, say; what it is in belongs to it.
        while tree.get(body).is_some_and(|item| !item.is_block() && item.parent != body) {
            body = tree.get(body)?.parent;
        }
        let headline = headline_of(tree, title, body).or_else(|| nearest_heading(tree, body));
        let around = headline.map_or(body, |headline| tree.common(headline, body));
        let around = article_around(tree, around);
        let is_page = tree.get(body).is_some_and(|item| matches!(&*item.name, "body" | "html"));
        Some(Self { body, headline, around, is_page })
    }
}

/// The heading that says what the title does: in the body, or before it.
fn headline_of(tree: &Tree<'_>, title: Option<&str>, body: usize) -> Option<usize> {
    let title = title?;
    let end = tree.get(body)?.end;
    let is_headline = |at: &usize, names: &[&str]| {
        let Some(item) = tree.get(*at) else { return false };
        names.contains(&&*item.name) && 0 < item.n_bytes && is_same_title(&tree.words(*at), title)
    };
    [&["h1"][..], &["h2", "h3"]].iter().find_map(|names| {
        let mut all = (0..end).rev().filter(|at| is_headline(at, names));
        all.find(|&at| at < body).or_else(|| (body..end).find(|at| is_headline(at, names)))
    })
}

/// The heading of the first rank that stands last before the body, in the same part of the page: a page may
/// call itself otherwise than its article.
fn nearest_heading(tree: &Tree<'_>, body: usize) -> Option<usize> {
    let around = article_around(tree, body);
    let is_heading =
        |&at: &usize| tree.get(at).is_some_and(|item| item.name == local_name!("h1") && 0 < item.n_bytes);
    (around..body).rev().find(is_heading)
}

/// The element that the page calls its article or its main part, where it holds `at` closely enough.
fn article_around(tree: &Tree<'_>, at: usize) -> usize {
    let is_article = |&at: &usize| {
        tree.get(at).is_some_and(|item| {
            let is_main = |name: &str| matches!(name, "article" | "main");
            is_main(&item.name) || is_attribute(&item.node, local_name!("role"), is_main)
        })
    };
    std::iter::once(at).chain(tree.above(at)).find(is_article).unwrap_or(at)
}
