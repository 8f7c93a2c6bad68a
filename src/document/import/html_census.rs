//! The tree of a page, built while its elements and their depth are counted: html5ever takes minutes for some
//! that nest without end, and cannot be interrupted but between two pieces of a page.

use super::html_caps::{self, Cap, MAX_DEPTH, MAX_ELEMENTS};
use dom_query::NodeId;
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{Attribute, ExpandedName, ParseOpts, QualName, local_name, ns};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The most moves of elements from one parent to another.
const MAX_MOVES: usize = 2_000_000;

/// How much is parsed before the counts are looked at, in bytes.
const PIECE: usize = 4096;

/// The tree of `page`, or the cap that it is past: parsing stops as soon as a count is too high. `page` has no
/// scripts, styles and comments.
pub(super) fn parsed(page: &str) -> Result<dom_query::Document, Cap> {
    if let Some(cap) = html_caps::exceeded(page) {
        return Err(cap);
    }
    // As the library parses by itself: there are no scripts.
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let options = ParseOpts { tree_builder, ..ParseOpts::default() };
    let mut parser = html5ever::parse_document(Census::default(), options);
    let mut rest = page;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(PIECE));
        parser.process(StrTendril::from(piece));
        let found = parser.tokenizer.sink.sink.exceeded.get();
        if let Some(cap) = found {
            return Err(cap);
        }
        rest = after;
    }
    parser.finish()
}

/// A node of the tree of counts, and the same node of the page's tree. A template's content hangs below the
/// template.
#[derive(Clone)]
struct Node {
    id: usize,
    /// In the page's tree.
    twin: NodeId,
    name: Rc<QualName>,
    content: Option<usize>,
}

/// A sink that builds the page's tree, and keeps beside it how deep everything stands.
struct Census {
    page: dom_query::Document,
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
            page: dom_query::Document::default(),
            nodes: RefCell::new(vec![Place::default()]),
            nameless: Rc::new(QualName::new(None, ns!(), local_name!(""))),
            n_elements: Cell::new(0),
            n_moves: Cell::new(0),
            exceeded: Cell::new(None),
        }
    }
}

impl Census {
    fn add(&self, name: Rc<QualName>, twin: NodeId) -> Node {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Place::default());
        Node { id: nodes.len() - 1, twin, name, content: None }
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

    fn attach_any(&self, parent: usize, child: &NodeOrText<Node>) {
        if let NodeOrText::AppendNode(child) = child {
            self.attach(parent, child.id);
        }
    }

    fn parent(&self, id: usize) -> Option<usize> {
        self.nodes.borrow().get(id).and_then(|place| place.parent)
    }
}

fn twin(child: NodeOrText<Node>) -> NodeOrText<NodeId> {
    match child {
        NodeOrText::AppendNode(node) => NodeOrText::AppendNode(node.twin),
        NodeOrText::AppendText(text) => NodeOrText::AppendText(text),
    }
}

impl TreeSink for Census {
    type Handle = Node;
    type Output = Result<dom_query::Document, Cap>;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Self::Output {
        match self.exceeded.get() {
            Some(cap) => Err(cap),
            None => Ok(self.page.finish()),
        }
    }

    fn get_document(&self) -> Node {
        Node { id: 0, twin: self.page.get_document(), name: self.nameless.clone(), content: None }
    }

    fn elem_name<'a>(&'a self, target: &'a Node) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> Node {
        self.n_elements.set(self.n_elements.get() + 1);
        if MAX_ELEMENTS < self.n_elements.get() {
            self.exceeded.set(self.exceeded.get().or(Some(Cap::Elements)));
        }
        let is_template = flags.template;
        let twin = self.page.create_element(name.clone(), attributes, flags);
        let mut node = self.add(Rc::new(name), twin);
        if is_template {
            let content = self.add(self.nameless.clone(), self.page.get_template_contents(&twin)).id;
            self.attach(node.id, content);
            node.content = Some(content);
        }
        node
    }

    fn create_comment(&self, text: StrTendril) -> Node {
        self.add(self.nameless.clone(), self.page.create_comment(text))
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> Node {
        self.add(self.nameless.clone(), self.page.create_pi(target, data))
    }

    fn append(&self, parent: &Node, child: NodeOrText<Node>) {
        self.attach_any(parent.id, &child);
        self.page.append(&parent.twin, twin(child));
    }

    fn append_based_on_parent_node(&self, element: &Node, previous: &Node, child: NodeOrText<Node>) {
        self.attach_any(self.parent(element.id).unwrap_or(previous.id), &child);
        self.page.append_based_on_parent_node(&element.twin, &previous.twin, twin(child));
    }

    fn append_before_sibling(&self, sibling: &Node, child: NodeOrText<Node>) {
        if let Some(parent) = self.parent(sibling.id) {
            self.attach_any(parent, &child);
        }
        self.page.append_before_sibling(&sibling.twin, twin(child));
    }

    fn get_template_contents(&self, target: &Node) -> Node {
        Node {
            id: target.content.unwrap_or(target.id),
            twin: self.page.get_template_contents(&target.twin),
            name: self.nameless.clone(),
            content: None,
        }
    }

    fn same_node(&self, a: &Node, b: &Node) -> bool {
        a.id == b.id
    }

    fn remove_from_parent(&self, target: &Node) {
        self.detach(target.id);
        self.page.remove_from_parent(&target.twin);
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
        self.page.reparent_children(&node.twin, &new_parent.twin);
    }

    fn append_doctype_to_document(&self, name: StrTendril, public: StrTendril, system: StrTendril) {
        self.page.append_doctype_to_document(name, public, system);
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.page.set_quirks_mode(mode);
    }

    fn add_attrs_if_missing(&self, target: &Node, attributes: Vec<Attribute>) {
        self.page.add_attrs_if_missing(&target.twin, attributes);
    }

    fn is_mathml_annotation_xml_integration_point(&self, target: &Node) -> bool {
        self.page.is_mathml_annotation_xml_integration_point(&target.twin)
    }

    fn parse_error(&self, _: Cow<'static, str>) {}
}

#[cfg(test)]
mod tests {
    use super::super::html_caps::{MAX_ATTRIBUTES, MAX_SIGNS};
    use super::*;

    fn exceeded(page: &str) -> Option<Cap> {
        parsed(page).err()
    }

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
