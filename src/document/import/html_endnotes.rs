//! Notes that a page prints apart from its article, as word processors do below all pages: the article leads to
//! each of them, and each leads back.

use super::html_nodes::is_attribute;
use super::html_region::Region;
use super::html_tree::{Item, Tree};
use html5ever::local_name;
use std::collections::HashSet;

/// How many bytes of words stand to a link that leads elsewhere, at least, in what is notes.
const WORDS_PER_LINK: usize = 40;

/// The longest heading above notes, in bytes without spaces.
const HEADING: usize = 60;

/// The ways between an article and its notes, counted up over the page, so that asking an element takes no walk.
#[derive(Default)]
pub(super) struct Notes {
    /// How many places that the article leads to stand before each item. Empty where it leads to none.
    n_led_to: Vec<usize>,
    /// How many links into the article stand before each item.
    n_back: Vec<usize>,
}

impl Notes {
    /// Reads the links and the places in the body of the article.
    pub(super) fn of(tree: &Tree<'_>, region: &Region) -> Self {
        let end = tree.get(region.body).map_or(0, |item| item.end);
        let body = tree.items.get(region.body..end).unwrap_or_default();
        let led_to: HashSet<String> = body.iter().filter_map(place_led_to).collect();
        // Few pages have links within, and only these are asked for their places.
        if led_to.is_empty() {
            return Self::default();
        }
        let places: HashSet<String> = body.iter().flat_map(names).collect();
        let is_led_to = |item: &Item<'_>| names(item).any(|name| led_to.contains(&name));
        let leads_back = |item: &Item<'_>| place_led_to(item).is_some_and(|place| places.contains(&place));
        Self { n_led_to: counted(tree, is_led_to), n_back: counted(tree, leads_back) }
    }

    /// Whether the article leads to a place in the item at `at`, from which little leads elsewhere than back.
    pub(super) fn are_in(&self, tree: &Tree<'_>, at: usize) -> bool {
        let Some(item) = tree.get(at) else { return false };
        let n_elsewhere = item.n_links.saturating_sub(n_within(&self.n_back, at, item.end));
        0 < n_within(&self.n_led_to, at, item.end) && n_elsewhere * WORDS_PER_LINK <= item.n_bytes
    }

    /// The elements behind the item at `end` that hold notes, in order.
    pub(super) fn behind(&self, tree: &Tree<'_>, end: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let mut at = end;
        while !self.n_led_to.is_empty() && at < tree.items.len() {
            let is_led_to = 0 < n_within(&self.n_led_to, at, at + 1);
            let note = if is_led_to { self.all_around(tree, at, end) } else { None };
            found.extend(note);
            at = note.and_then(|note| tree.get(note)).map_or(at + 1, |note| note.end);
        }
        found
    }

    /// The largest element around the first of some notes that begins with it or with their heading, and leads
    /// back: it stands behind `end`.
    fn all_around(&self, tree: &Tree<'_>, first: usize, end: usize) -> Option<usize> {
        let around = std::iter::once(first).chain(tree.above(first));
        let begins_here = around.take_while(|&at| end <= at && tree.n_between(at, first) < HEADING);
        let is_notes = |&at: &usize| {
            tree.get(at).is_some_and(|item| {
                let leads_back = 0 < n_within(&self.n_back, at, item.end);
                item.is_block() && item.n_controls == 0 && leads_back && self.are_in(tree, at)
            })
        };
        begins_here.filter(is_notes).last()
    }
}

/// How many items that are `wanted` stand before each, and before the end.
fn counted(tree: &Tree<'_>, wanted: impl Fn(&Item<'_>) -> bool) -> Vec<usize> {
    let mut n = 0;
    let before = tree.items.iter().map(|item| {
        let before = n;
        n += usize::from(item.node.is_element() && wanted(item));
        before
    });
    let mut all: Vec<usize> = before.collect();
    all.push(n);
    all
}

/// How many of those that were counted stand from `at` to `end`.
fn n_within(counts: &[usize], at: usize, end: usize) -> usize {
    let before = |at: usize| counts.get(at).copied().unwrap_or_default();
    before(end).saturating_sub(before(at))
}

/// Whether a word processor wrote it as what others remarked, and not as notes of the article.
pub(super) fn is_remarks(item: &Item<'_>) -> bool {
    is_attribute(&item.node, local_name!("style"), |style| {
        style.split(';').any(|rule| {
            let (name, value) = rule.split_once(':').unwrap_or_default();
            name.trim().eq_ignore_ascii_case("mso-element")
                && ["comment", "comment-list"].iter().any(|kind| value.trim().eq_ignore_ascii_case(kind))
        })
    })
}

/// The place in the page that a link leads to.
fn place_led_to(item: &Item<'_>) -> Option<String> {
    let address = (item.name == local_name!("a")).then(|| item.node.attr("href")).flatten()?;
    address.strip_prefix('#').filter(|place| !place.is_empty()).map(str::to_owned)
}

/// The names by which links lead to an element.
fn names(item: &Item<'_>) -> impl Iterator<Item = String> {
    [item.node.attr("id"), item.node.attr("name")].into_iter().flatten().map(|name| name.to_string())
}
