//! What an element is to the article. An element's name may tell here, since nothing is lost by it.

use super::html_found::folded;
use super::html_nodes::{NodeMap, is_attribute};
use super::html_region::Region;
use super::html_tree::{Item, Tree};
use super::html_words as words;
use crate::document::Role;
use dom_query::NodeRef;
use html5ever::{LocalName, local_name};
use std::cell::OnceCell;
use std::collections::HashMap;

/// The longest byline, date or credit, in bytes without spaces.
const LINE: usize = 160;

/// The longest quotation in large letters, in bytes without spaces.
const PULLED: usize = 300;

/// The most asides that are looked for in the text.
const MOST_ASIDES: usize = 100;

/// How many entries with a time make a live page.
const ENTRIES: usize = 3;

/// The roles of the elements around the article; each holds for all within it that has none.
///
/// `description` is what the page says in its head that it is about.
pub(super) fn roles_of(tree: &Tree<'_>, region: &Region, description: Option<&str>) -> NodeMap<Role> {
    let end = tree.get(region.around).map_or(0, |item| item.end);
    let mut roles = NodeMap::default();
    let judge = Roles {
        tree,
        region,
        entries: entries(tree, region.around, end),
        body: OnceCell::new(),
        description: folded(description.unwrap_or_default()),
    };
    let mut n_asides = 0;
    for at in region.around..end {
        let Some(item) = tree.get(at).filter(|item| item.node.is_element() && 0 < item.n_bytes) else {
            continue;
        };
        n_asides += usize::from(item.name == local_name!("aside"));
        let role = judge.role_of(at, item).map(|role| match role {
            Role::Aside if n_asides <= MOST_ASIDES && judge.is_repeated(at, item) => Role::PullQuote,
            role => role,
        });
        if let Some(role) = role {
            roles.insert(item.node.id, role);
        }
    }
    roles
}

/// How many elements of a sort stand in an element.
type Entries = HashMap<(usize, (LocalName, String)), usize>;

struct Roles<'t, 'a> {
    tree: &'t Tree<'a>,
    region: &'t Region,
    /// How many elements of one sort stand side by side and have times.
    entries: Entries,
    /// The words of the body; few pages ask for them.
    body: OnceCell<String>,
    /// What the page says that it is about, letters and digits alone.
    description: String,
}

impl Roles<'_, '_> {
    fn role_of(&self, at: usize, item: &Item<'_>) -> Option<Role> {
        let (tree, region) = (self.tree, self.region);
        if region.headline == Some(at) {
            return Some(Role::Headline);
        }
        let is_head = region.headline.is_some_and(|headline| headline < at) && at < region.body;
        let holds_body = at <= region.body && region.body < item.end;
        if holds_body {
            return None;
        }
        match &*item.name {
            "figcaption" | "caption" => return Some(Role::Caption),
            "aside" if item.is_called(&["pullquote", "pull"]) => return Some(Role::PullQuote),
            "aside" => return Some(Role::Aside),
            _ => {}
        }
        if item.n_bytes < LINE && item.is_called(&["credit", "credits", "copyright"]) {
            return Some(Role::Credit);
        }
        if (is_head || is_near(tree, region, at)) && is_byline(tree, at, item) {
            return Some(Role::Byline);
        }
        let is_top = region.headline.is_some_and(|headline| {
            headline < at && tree.n_between(headline, at) < headline_room(tree, headline)
        });
        let is_in_entry =
            || tree.above(at).any(|at| tree.get(at).is_some_and(|item| self.is_entry(at, item)));
        if is_top && is_date(tree, at, item) && !is_in_entry() {
            return Some(Role::Date);
        }
        if !item.is_block() {
            return None;
        }
        if is_top && !tree.holds_block(at) && self.is_description(at, item) {
            return Some(Role::Standfirst);
        }
        if self.is_entry(at, item) {
            return Some(Role::LiveEntry);
        }
        if item.n_bytes < 1000 && !tree.holds_block(at) && is_correction(tree, at) {
            return Some(Role::Correction);
        }
        match &*item.name {
            "blockquote" if item.is_called(&["tweet", "instagram", "tiktok"]) => Some(Role::Embedded),
            "ul" | "ol" if is_head && item.n_links == 0 => Some(Role::KeyPoints),
            "ul" | "ol" if item.is_called(&["points", "highlights", "keypoints"]) => Some(Role::KeyPoints),
            "p" | "h2" | "h3" | "div"
                if is_head && !tree.holds_block(at) && is_standfirst(tree, at, item) =>
            {
                Some(Role::Standfirst)
            }
            "div" | "section" | "table" if item.is_called(&["infobox", "factbox", "fact"]) => {
                Some(Role::Infobox)
            }
            "li" | "p" | "div" if !tree.holds_block(at) && is_footnote(item) => Some(Role::Footnote),
            _ => None,
        }
    }

    /// Whether it says what the page's head says that the page is about.
    fn is_description(&self, at: usize, item: &Item<'_>) -> bool {
        item.n_bytes < 1000 && !self.description.is_empty() && {
            let own = folded(&self.tree.words(at));
            LINE / 4 < own.len()
                && (own == self.description || own.starts_with(&self.description))
                && own.len() < self.description.len() * 2
        }
    }

    /// Whether the article says the same elsewhere.
    fn is_repeated(&self, at: usize, item: &Item<'_>) -> bool {
        let own = if item.n_bytes < PULLED { self.tree.words(at) } else { String::new() };
        let own = own.trim_matches(|c: char| !c.is_alphanumeric());
        let body = || self.body.get_or_init(|| self.tree.words(self.region.body));
        !own.is_empty() && body().matches(own).nth(1).is_some()
    }

    /// Whether it is an entry of a live page: it has a time, and so have several beside it that are built
    /// alike.
    fn is_entry(&self, at: usize, item: &Item<'_>) -> bool {
        has_time(self.tree, at, item)
            && self.entries.get(&(item.parent, item.sort())).is_some_and(|&n| ENTRIES <= n)
    }
}

/// How many elements of one sort stand side by side and have times.
fn entries(tree: &Tree<'_>, from: usize, end: usize) -> Entries {
    let mut entries = HashMap::new();
    for (at, item) in (from..end).filter_map(|at| Some((at, tree.get(at)?))) {
        if item.is_block() && has_time(tree, at, item) {
            *entries.entry((item.parent, item.sort())).or_default() += 1;
        }
    }
    entries
}

fn is_correction(tree: &Tree<'_>, at: usize) -> bool {
    words::is_correction(&tree.beginning(at, words::HEAD))
}

fn is_byline(tree: &Tree<'_>, at: usize, item: &Item<'_>) -> bool {
    let is_author = || {
        is_attribute(&item.node, local_name!("rel"), |rel| rel == "author")
            || item.is_called(&["byline", "author"])
    };
    item.n_bytes < LINE
        && item.n_prose == 0
        && (is_author() || (!tree.holds_block(at) && item.is_block() && words::is_byline(&tree.words(at))))
}

/// How far below the headline something may stand and belong to it, in bytes without spaces.
fn headline_room(tree: &Tree<'_>, headline: usize) -> usize {
    tree.get(headline).map_or(0, |item| item.n_bytes) + 3 * LINE
}

/// Whether it is a time, or a line that has one and little besides.
fn is_date(tree: &Tree<'_>, at: usize, item: &Item<'_>) -> bool {
    let is_line = item.is_block() && item.n_bytes < LINE / 2 && item.n_prose == 0 && !tree.holds_block(at);
    let is_time = |item: &Item<'_>| {
        item.name == local_name!("time") || item.is_called(&["datepublished", "datemodified"])
    };
    let has_time = || (at..item.end).any(|at| tree.get(at).is_some_and(is_time));
    let stands_alone = || item.is_block() || tree.holds_block(item.parent);
    (is_line && has_time() && !words::is_sentence(&tree.words(at))) || (is_time(item) && stands_alone())
}

/// Whether it stands among the first of the body.
fn is_near(tree: &Tree<'_>, region: &Region, at: usize) -> bool {
    region.body <= at && tree.n_between(region.body, at) < 2 * LINE
}

fn is_standfirst(tree: &Tree<'_>, at: usize, item: &Item<'_>) -> bool {
    let called = item.is_called(&[
        "standfirst",
        "dek",
        "subtitle",
        "subheadline",
        "summary",
        "lead",
        "intro",
        "excerpt",
        "description",
        "sub",
    ]);
    let is_said = 0 < item.n_prose || words::is_sentence(&tree.words(at));
    item.n_linked * 2 < item.n_bytes && (called || is_said)
}

/// Whether it begins with a time.
fn has_time(tree: &Tree<'_>, at: usize, item: &Item<'_>) -> bool {
    (at + 1..item.end).take(12).any(|at| tree.get(at).is_some_and(|item| item.name == local_name!("time")))
}

/// Whether it leads back to where it is referred to, or is called a footnote.
fn is_footnote(item: &Item<'_>) -> bool {
    let is_back = |node: &NodeRef<'_>| {
        is_attribute(node, local_name!("href"), |address| {
            address.starts_with("#fnref") || address.starts_with("#cite_ref")
        })
    };
    let is_note = |id: &str| id.starts_with("fn") || id.starts_with("cite_note");
    is_attribute(&item.node, local_name!("id"), is_note)
        || (0 < item.n_links && item.node.descendants_it().any(|node| is_back(&node)))
}
