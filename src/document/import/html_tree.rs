//! A parsed page in the order of its text, as one list: what each element holds is counted once, so that
//! judging it needs no walk of its own.

use super::html_nodes::{NodeSet, is_attribute, name_of};
use super::html_style::{Display, Sheet, is_skipped};
use dom_query::{NodeData, NodeId, NodeRef};
use html5ever::{LocalName, local_name};
use std::cell::Cell;

/// How much of a block must be no link for it to be prose, in bytes: a Chinese sentence has few
/// letters, and each has three.
pub(super) const PROSE: usize = 60;

/// How much of the extractor's find a style sheet cannot hide, in bytes: pages hide their text until a
/// script shows it.
const SHOWN: usize = 200;

/// How much is read of a page to judge by words, in bytes and elements: each level of elements that nest
/// is read again.
const BUDGET: usize = 8_000_000;

/// Elements that a reader fills in.
const CONTROLS: &[&str] = &["input", "select", "textarea"];

/// An element or a text.
pub(super) struct Item<'a> {
    pub(super) node: NodeRef<'a>,
    /// Its name; of a text none.
    pub(super) name: LocalName,
    /// The element around it; of the first itself.
    pub(super) parent: usize,
    /// The first that is not within it.
    pub(super) end: usize,
    /// What is seen of it; what is hidden is not entered.
    pub(super) display: Display,
    /// Its letters, in bytes without white space; of an element, of all within it.
    pub(super) n_bytes: usize,
    /// The letters before it, in bytes without white space.
    pub(super) n_before: usize,
    /// Of these, those of links.
    pub(super) n_linked: usize,
    /// Of these, those that the extractor took.
    pub(super) n_found: usize,
    /// Of these, those in blocks that are sentences more than links.
    pub(super) n_prose: usize,
    /// The links within it.
    pub(super) n_links: usize,
    /// Fields to fill in within it.
    pub(super) n_controls: usize,
    /// Headings within it that are links more than words.
    pub(super) n_teasers: usize,
    /// Whether a block stands within it.
    pub(super) holds_block: bool,
    /// Bytes that stand in it and in no block within it, and how many of them are links.
    own: (usize, usize),
}

impl Item<'_> {
    /// Whether it begins and ends a block.
    pub(super) fn is_block(&self) -> bool {
        self.display == Display::Block
    }

    /// Whether a whole word of its class, id or property is one of `names`, which are in lower case.
    pub(super) fn is_called(&self, names: &[&str]) -> bool {
        let is_one = |own: &str| {
            // Letters above ASCII are in none of the names, and bytes are split faster than characters.
            own.as_bytes()
                .split(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric())
                .any(|word| names.iter().any(|name| name.as_bytes().eq_ignore_ascii_case(word)))
        };
        let Some(element) = self.node.element_ref() else { return false };
        [local_name!("class"), local_name!("id"), local_name!("itemprop")]
            .into_iter()
            .any(|name| element.attr_ref(name).is_some_and(is_one))
    }

    /// Its name and its class: what elements of one sort have in common.
    pub(super) fn sort(&self) -> (LocalName, String) {
        let class = self.node.attr("class").map(|class| class.to_string());
        (self.name.clone(), class.unwrap_or_default())
    }
}

/// The page's elements and texts in order.
pub(super) struct Tree<'a> {
    pub(super) items: Vec<Item<'a>>,
    /// Elements that a style hides and of which the extractor took words: what it found is shown.
    pub(super) shown: Vec<NodeId>,
    n_bytes: usize,
    /// How much may still be read to judge by words.
    budget: Cell<usize>,
}

impl<'a> Tree<'a> {
    /// Counts what stands below `root`; `found` are the texts that the extractor took.
    pub(super) fn of(root: NodeRef<'a>, found: &NodeSet, sheet: &Sheet) -> Self {
        let items = Vec::with_capacity(root.tree.len());
        let mut tree = Tree { items, shown: Vec::new(), n_bytes: 0, budget: Cell::new(BUDGET) };
        let mut steps = vec![Step::Enter(root, 0)];
        while let Some(step) = steps.pop() {
            match step {
                Step::Leave(at) => {
                    let end = tree.items.len();
                    if let Some(item) = tree.items.get_mut(at) {
                        item.end = end;
                    }
                }
                Step::Enter(node, parent) => {
                    let at = tree.items.len();
                    if tree.push(node, parent, found, sheet) {
                        steps.push(Step::Leave(at));
                        steps.extend(node.children_it(true).map(|child| Step::Enter(child, at)));
                    }
                }
            }
        }
        tree.sum();
        tree
    }

    /// Adds a node; says whether what is below it counts.
    fn push(&mut self, node: NodeRef<'a>, parent: usize, found: &NodeSet, sheet: &Sheet) -> bool {
        let at = self.items.len();
        let mut item = Item {
            node,
            name: local_name!(""),
            parent,
            end: at + 1,
            display: Display::Inline,
            n_bytes: 0,
            n_before: self.n_bytes,
            n_linked: 0,
            n_found: 0,
            n_prose: 0,
            n_links: 0,
            n_controls: 0,
            n_teasers: 0,
            holds_block: false,
            own: (0, 0),
        };
        let is_entered = if let Some(name) = name_of(&node) {
            item.name = name;
            item.display = sheet.display(&node, &item.name);
            if item.display == Display::None && SHOWN < found_below(&node, found) {
                item.display = Display::Block;
                self.shown.push(node.id);
            }
            let is_shown = item.display != Display::None;
            // A box to tick may be an item's marker.
            let is_no_field =
                |kind: &str| ["hidden", "checkbox"].iter().any(|no| kind.eq_ignore_ascii_case(no));
            let is_field = || !is_attribute(&node, local_name!("type"), is_no_field);
            item.n_controls = usize::from(is_shown && CONTROLS.contains(&&*item.name) && is_field());
            let is_link = || item.name == local_name!("a") && node.has_attr("href");
            item.n_links = usize::from(is_shown && is_link());
            is_shown && !is_skipped(&item.name)
        } else {
            let count = |text: &str| text.bytes().filter(|byte| !byte.is_ascii_whitespace()).count();
            item.n_bytes = node.query_or(0, |node| match &node.data {
                NodeData::Text { contents } => count(contents),
                _ => 0,
            });
            self.n_bytes += item.n_bytes;
            item.n_found = if found.contains(&node.id) { item.n_bytes } else { 0 };
            false
        };
        self.items.push(item);
        is_entered
    }

    /// Adds up from below what each element holds.
    fn sum(&mut self) {
        for at in (0..self.items.len()).rev() {
            let Some(item) = self.items.get_mut(at) else { continue };
            if 0 < item.n_links && item.name == local_name!("a") {
                item.n_linked = item.n_bytes;
                item.own.1 = item.own.0;
            }
            if item.node.is_text() {
                item.own.0 = item.n_bytes;
            }
            if item.is_block() {
                let (own, linked) = item.own;
                if PROSE <= own - linked && linked * 2 <= own {
                    item.n_prose += own;
                }
                let is_heading = matches!(item.name.as_bytes(), [b'h', b'1'..=b'6']);
                item.n_teasers += usize::from(is_heading && item.n_bytes < item.n_linked * 2);
                item.own = (0, 0);
            }
            let sums = (item.n_bytes, item.n_linked, item.n_found, item.n_prose);
            let counts = (item.n_links, item.n_controls, item.n_teasers, item.own);
            let (parent, has_block) = (item.parent, item.holds_block || item.is_block());
            if let Some(above) = self.items.get_mut(parent).filter(|_| parent != at) {
                above.n_bytes += sums.0;
                above.n_linked += sums.1;
                above.n_found += sums.2;
                above.n_prose += sums.3;
                above.n_links += counts.0;
                above.n_controls += counts.1;
                above.n_teasers += counts.2;
                above.own.0 += counts.3.0;
                above.own.1 += counts.3.1;
                above.holds_block |= has_block;
            }
        }
    }

    /// The item at `at`.
    pub(super) fn get(&self, at: usize) -> Option<&Item<'a>> {
        self.items.get(at)
    }

    /// The elements around the one at `at`, from within.
    pub(super) fn above(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(at), |&at| {
            self.items.get(at).map(|item| item.parent).filter(|&parent| parent != at)
        })
        .skip(1)
    }

    /// The elements and texts directly within the one at `at`.
    pub(super) fn children(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self.items.get(at).map_or(at, |item| item.end);
        std::iter::successors(Some(at + 1), |&child| self.items.get(child).map(|item| item.end))
            .take_while(move |&child| child < end)
    }

    /// The smallest element that holds both.
    pub(super) fn common(&self, a: usize, b: usize) -> usize {
        let holds = |at: usize| self.items.get(at).is_some_and(|item| at <= a.min(b) && a.max(b) < item.end);
        std::iter::once(a).chain(self.above(a)).find(|&at| holds(at)).unwrap_or_default()
    }

    /// The words of the element at `at`, parted by single spaces; none when so much was read that only a
    /// page made for it can ask for more.
    pub(super) fn words(&self, at: usize) -> String {
        self.beginning(at, usize::MAX)
    }

    /// The words of the element at `at` as far as its first `n_bytes` and perhaps further, as
    /// [`words`](Self::words) gives all.
    pub(super) fn beginning(&self, at: usize, n_bytes: usize) -> String {
        let Some(item) = self.items.get(at) else { return String::new() };
        let Some(left) = self.budget.get().checked_sub(item.n_bytes.min(n_bytes) + (item.end - at)) else {
            return String::new();
        };
        self.budget.set(left);
        let mut words = Words::default();
        for below in self.items.get(at..item.end).unwrap_or_default() {
            if below.is_block() || below.name == local_name!("br") {
                words.is_apart = true;
            } else if below.name.is_empty() {
                below.node.query(|node| {
                    if let NodeData::Text { contents } = &node.data {
                        words.push(contents);
                    }
                });
                if n_bytes <= words.text.len() {
                    break;
                }
            }
        }
        words.text
    }

    /// How many bytes of letters stand between the beginnings of two items.
    pub(super) fn n_between(&self, from: usize, to: usize) -> usize {
        let before = |at: usize| self.items.get(at).map_or(self.n_bytes, |item| item.n_before);
        before(to).saturating_sub(before(from))
    }

    /// Whether a block stands within the element at `at`.
    pub(super) fn holds_block(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.holds_block)
    }
}

/// Words parted by single spaces, in the making.
#[derive(Default)]
struct Words {
    text: String,
    /// Whether the next word does not run on from the one before.
    is_apart: bool,
}

impl Words {
    fn push(&mut self, text: &str) {
        for (n, word) in text.split(char::is_whitespace).enumerate() {
            self.is_apart |= 0 < n;
            if word.is_empty() {
                continue;
            }
            if self.is_apart && !self.text.is_empty() {
                self.text.push(' ');
            }
            self.is_apart = false;
            self.text.push_str(word);
        }
    }
}

/// How many bytes below `node` the extractor took.
fn found_below(node: &NodeRef<'_>, found: &NodeSet) -> usize {
    let texts = node.descendants_it().filter(|below| found.contains(&below.id));
    texts.map(|text| text.text().trim().len()).sum()
}

enum Step<'a> {
    Enter(NodeRef<'a>, usize),
    Leave(usize),
}
