//! What is counted before a page is parsed: past these caps, html5ever and the extractor take
//! minutes, or all the memory there is.

use super::html_scan::Tag;
use dom_query::NodeData;
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, ExpandedName, QualName, local_name, ns};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

/// The most attributes of one tag.
pub(super) const MAX_ATTRIBUTES: usize = 1_000;

/// The deepest that elements nest.
pub(super) const MAX_DEPTH: usize = 256;

/// The most elements of a page.
pub(super) const MAX_ELEMENTS: usize = 50_000;

/// The most `<` and `&` of a page: on each the parser stops to think, whether or not it is mark-up.
pub(super) const MAX_SIGNS: usize = 1_000_000;

/// The parser compares each attribute of a tag with all before it: the most that it may do so.
const MAX_COMPARISONS: usize = 200_000_000;

/// The most moves of elements from one parent to another.
const MAX_MOVES: usize = 2_000_000;

/// The serializer looks for the next `<` anew from each character that it writes as a reference: the
/// most bytes that it may look at.
const MAX_LOOKED_AT: usize = 20_000_000_000;

/// How much is parsed before the counts are looked at, in bytes.
const PIECE: usize = 4096;

/// The cap that a page is past.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cap {
    /// Attributes in one tag.
    Attributes,
    /// Levels of elements.
    Depth,
    /// Elements.
    Elements,
    /// `<` and `&`.
    Signs,
}

impl fmt::Display for Cap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Attributes => "its tags have too many attributes (more than 1,000 in one tag)",
            Self::Depth => "its elements nest too deep (more than 256 levels)",
            Self::Elements => "it has too many elements (more than 50,000)",
            Self::Signs => "it has too many signs of mark-up (more than 1,000,000 `<` and `&`)",
        })
    }
}

/// The cap that `page` is past, if any. `page` has no scripts, styles and comments.
pub(super) fn exceeded(page: &str) -> Option<Cap> {
    if MAX_SIGNS < memchr::memchr2_iter(b'<', b'&', page.as_bytes()).count() {
        return Some(Cap::Signs);
    }
    attributes_exceeded(page).then_some(Cap::Attributes).or_else(|| tree_exceeded(page))
}

/// Whether a parsed page would take seconds to be written as HTML, which the extractor does.
pub(super) fn is_slow_to_write(page: &dom_query::Document) -> bool {
    let cost = |text: &str| {
        let is_written_longer = |byte: &&u8| matches!(byte, b'&' | b'"' | b'<' | b'>' | 0xc2);
        text.len().saturating_mul(text.as_bytes().iter().filter(is_written_longer).count())
    };
    let mut looked_at = 0_usize;
    for node in page.root().descendants_it() {
        let of_node = node.query(|node| match &node.data {
            NodeData::Text { contents } => cost(contents),
            NodeData::Element(element) => element.attrs.iter().map(|attribute| cost(&attribute.value)).sum(),
            _ => 0,
        });
        looked_at = looked_at.saturating_add(of_node.unwrap_or_default());
    }
    MAX_LOOKED_AT < looked_at
}

/// Reads a tag from every `<` on, also inside tags and quotations: a parser may see a tag begin at
/// any of them, and from there on it counts as we do.
fn attributes_exceeded(page: &str) -> bool {
    let mut comparisons = 0_usize;
    // Real pages have few `<` inside tags; a page that is all of them is not read a thousand times.
    let mut budget = page.len().saturating_mul(8).saturating_add(1 << 20);
    for start in memchr::memchr_iter(b'<', page.as_bytes()) {
        let Some(mut tag) = Tag::at(page, start) else { continue };
        let count = tag.attributes.by_ref().take(MAX_ATTRIBUTES + 1).count();
        let length = tag.attributes.offset().saturating_sub(start);
        comparisons = comparisons.saturating_add(count * count);
        if MAX_ATTRIBUTES < count || MAX_COMPARISONS < comparisons || budget < length {
            return true;
        }
        budget -= length;
    }
    false
}

/// Parses into a tree of counts alone, and stops as soon as one is too high.
fn tree_exceeded(page: &str) -> Option<Cap> {
    let mut parser = html5ever::parse_document(Census::default(), html5ever::ParseOpts::default());
    let mut rest = page;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(PIECE));
        parser.process(StrTendril::from(piece));
        let found = parser.tokenizer.sink.sink.exceeded.get();
        if found.is_some() {
            return found;
        }
        rest = after;
    }
    parser.finish()
}

/// A node of the tree of counts. A template's content hangs below the template.
#[derive(Clone)]
struct Node {
    id: usize,
    name: Rc<QualName>,
    content: Option<usize>,
}

/// A sink that keeps who stands below whom and how deep, and nothing else.
struct Census {
    nodes: RefCell<Vec<Place>>,
    nameless: Rc<QualName>,
    n_elements: Cell<usize>,
    n_moves: Cell<usize>,
    exceeded: Cell<Option<Cap>>,
}

#[derive(Default)]
struct Place {
    depth: usize,
    parent: Option<usize>,
    children: Vec<usize>,
}

impl Default for Census {
    fn default() -> Self {
        Self {
            nodes: RefCell::new(vec![Place::default()]),
            nameless: Rc::new(QualName::new(None, ns!(), local_name!(""))),
            n_elements: Cell::new(0),
            n_moves: Cell::new(0),
            exceeded: Cell::new(None),
        }
    }
}

impl Census {
    fn add(&self, name: Rc<QualName>) -> Node {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Place::default());
        Node { id: nodes.len() - 1, name, content: None }
    }

    fn detach(&self, child: usize) {
        let mut nodes = self.nodes.borrow_mut();
        let parent = nodes.get_mut(child).and_then(|place| place.parent.take());
        if let Some(parent) = parent.and_then(|parent| nodes.get_mut(parent))
            // What is moved was appended lately.
            && let Some(n) = parent.children.iter().rposition(|&other| other == child)
        {
            self.count_moves(parent.children.len() - n);
            parent.children.remove(n);
        }
    }

    fn attach(&self, parent: usize, child: usize) {
        self.detach(child);
        let mut nodes = self.nodes.borrow_mut();
        let Some(above) = nodes.get_mut(parent) else { return };
        above.children.push(child);
        let depth = above.depth + 1;
        if let Some(place) = nodes.get_mut(child) {
            place.parent = Some(parent);
        }
        // All below the child moves with it.
        let mut below = vec![(child, depth)];
        while let Some((id, depth)) = below.pop() {
            let Some(place) = nodes.get_mut(id) else { continue };
            self.count_moves(1);
            if MAX_DEPTH < depth {
                self.exceeded.set(self.exceeded.get().or(Some(Cap::Depth)));
            }
            if self.exceeded.get().is_some() {
                return;
            }
            place.depth = depth;
            below.extend(place.children.iter().map(|&id| (id, depth + 1)));
        }
    }

    fn count_moves(&self, n: usize) {
        self.n_moves.set(self.n_moves.get() + n);
        if MAX_MOVES < self.n_moves.get() {
            self.exceeded.set(self.exceeded.get().or(Some(Cap::Elements)));
        }
    }

    fn attach_any(&self, parent: usize, child: NodeOrText<Node>) {
        if let NodeOrText::AppendNode(child) = child {
            self.attach(parent, child.id);
        }
    }

    fn parent(&self, id: usize) -> Option<usize> {
        self.nodes.borrow().get(id).and_then(|place| place.parent)
    }
}

impl TreeSink for Census {
    type Handle = Node;
    type Output = Option<Cap>;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Option<Cap> {
        self.exceeded.get()
    }

    fn get_document(&self) -> Node {
        Node { id: 0, name: self.nameless.clone(), content: None }
    }

    fn elem_name<'a>(&'a self, target: &'a Node) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(&self, name: QualName, _: Vec<Attribute>, flags: ElementFlags) -> Node {
        self.n_elements.set(self.n_elements.get() + 1);
        if MAX_ELEMENTS < self.n_elements.get() {
            self.exceeded.set(self.exceeded.get().or(Some(Cap::Elements)));
        }
        let mut node = self.add(Rc::new(name));
        if flags.template {
            let content = self.add(self.nameless.clone()).id;
            self.attach(node.id, content);
            node.content = Some(content);
        }
        node
    }

    fn create_comment(&self, _: StrTendril) -> Node {
        self.add(self.nameless.clone())
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Node {
        self.add(self.nameless.clone())
    }

    fn append(&self, parent: &Node, child: NodeOrText<Node>) {
        self.attach_any(parent.id, child);
    }

    fn append_based_on_parent_node(&self, element: &Node, previous: &Node, child: NodeOrText<Node>) {
        self.attach_any(self.parent(element.id).unwrap_or(previous.id), child);
    }

    fn append_before_sibling(&self, sibling: &Node, child: NodeOrText<Node>) {
        if let Some(parent) = self.parent(sibling.id) {
            self.attach_any(parent, child);
        }
    }

    fn get_template_contents(&self, target: &Node) -> Node {
        Node { id: target.content.unwrap_or(target.id), name: self.nameless.clone(), content: None }
    }

    fn same_node(&self, a: &Node, b: &Node) -> bool {
        a.id == b.id
    }

    fn remove_from_parent(&self, target: &Node) {
        self.detach(target.id);
    }

    fn reparent_children(&self, node: &Node, new_parent: &Node) {
        let place =
            |nodes: &mut Vec<Place>| nodes.get_mut(node.id).map(|place| std::mem::take(&mut place.children));
        let children = place(&mut self.nodes.borrow_mut()).unwrap_or_default();
        for child in children {
            if let Some(place) = self.nodes.borrow_mut().get_mut(child) {
                place.parent = None;
            }
            self.attach(new_parent.id, child);
        }
    }

    fn parse_error(&self, _: Cow<'static, str>) {}
    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}
    fn set_quirks_mode(&self, _: QuirksMode) {}
    fn add_attrs_if_missing(&self, _: &Node, _: Vec<Attribute>) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_cap_lets_pass_what_is_at_it() {
        // html and body are elements too.
        let divs = |n: usize| "<div>".repeat(n);
        assert_eq!(exceeded(&divs(MAX_DEPTH - 2)), None);
        assert_eq!(exceeded(&divs(MAX_DEPTH - 1)), Some(Cap::Depth));
        let lines = |n: usize| "<hr>".repeat(n);
        assert_eq!(exceeded(&lines(MAX_ELEMENTS - 3)), None);
        assert_eq!(exceeded(&lines(MAX_ELEMENTS - 2)), Some(Cap::Elements));
        let signs = |n: usize| "<".repeat(n);
        assert_eq!(exceeded(&signs(MAX_SIGNS)), None);
        assert_eq!(exceeded(&signs(MAX_SIGNS + 1)), Some(Cap::Signs));
        let tag = |n: usize| format!("<p{}>", " a".repeat(n));
        assert_eq!(exceeded(&tag(MAX_ATTRIBUTES)), None);
        assert_eq!(exceeded(&tag(MAX_ATTRIBUTES + 1)), Some(Cap::Attributes));
    }

    #[test]
    fn hostile_pages_are_refused_by_counting() {
        let many = 20_000;
        for piece in
            ["<div>", "<table><tr><td>", "<ul><li>", "<b><p>", "<svg><g>", "<template>", "<font a><p>"]
        {
            assert!(exceeded(&piece.repeat(many)).is_some(), "{piece}");
        }
        let table = [
            format!("<svg><style><a{}>", " x".repeat(200_000)),
            format!("<title><a b='</title><p{}' >", " x".repeat(200_000)),
            format!("<p a=\"{}", "<p b=\"".repeat(200_000)),
            format!("{}>", "<a ".repeat(999)).repeat(300),
        ];
        for page in table {
            assert_eq!(exceeded(&page), Some(Cap::Attributes));
        }
    }
}
