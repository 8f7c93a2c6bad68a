//! The tree of a page, built while its elements and their depth are counted: html5ever takes minutes for some
//! that nest without end, and cannot be interrupted but between two pieces of a page.

use super::html_caps::{self, Cap, MAX_DEPTH, MAX_ELEMENTS};
use super::html_nodes::NodeMap;
use dom_query::{NodeId, NodeRef};
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{Attribute, ParseOpts, QualName, local_name, ns};
use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

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

/// A sink that builds the page's tree, and knows of each node in it how deep it stands. A template's content
/// stands below the template.
struct Census {
    page: dom_query::Document,
    depths: RefCell<NodeMap<usize>>,
    /// What is no element is called so.
    nameless: RefCell<QualName>,
    n_elements: Cell<usize>,
    n_moves: Cell<usize>,
    exceeded: Cell<Option<Cap>>,
}

impl Default for Census {
    fn default() -> Self {
        Self {
            page: dom_query::Document::default(),
            depths: RefCell::default(),
            nameless: RefCell::new(QualName::new(None, ns!(), local_name!(""))),
            n_elements: Cell::new(0),
            n_moves: Cell::new(0),
            exceeded: Cell::new(None),
        }
    }
}

impl Census {
    /// Notes how deep a node stands that has come to its place, and all below it.
    fn settle(&self, node: NodeId) {
        let mut depths = self.depths.borrow_mut();
        let above = self.page.tree.parent_of(&node).map(|parent| parent.id);
        let depth = above.and_then(|above| depths.get(&above).copied()).unwrap_or_default() + 1;
        let mut below = vec![];
        let mut next = Some((node, depth));
        while let Some((id, depth)) = next {
            self.count_move();
            if MAX_DEPTH < depth {
                self.exceeded.set(self.exceeded.get().or(Some(Cap::Depth)));
            }
            if self.exceeded.get().is_some() {
                return;
            }
            depths.insert(id, depth);
            let node = NodeRef::new(id, &self.page.tree);
            let content = node.element_ref().and_then(|element| element.template_contents);
            let children = node.children_it(false).filter(|child| !child.is_text()).map(|child| child.id);
            below.extend(children.chain(content).map(|id| (id, depth + 1)));
            next = below.pop();
        }
    }

    fn count_move(&self) {
        self.n_moves.set(self.n_moves.get() + 1);
        if MAX_MOVES < self.n_moves.get() {
            self.exceeded.set(self.exceeded.get().or(Some(Cap::Elements)));
        }
    }

    /// Puts a child to its place by `put`, if it is a node, and notes how deep it stands.
    fn place(&self, child: NodeOrText<NodeId>, put: impl FnOnce(NodeOrText<NodeId>)) {
        let node = match child {
            NodeOrText::AppendNode(node) => Some(node),
            NodeOrText::AppendText(_) => None,
        };
        put(child);
        if let Some(node) = node {
            self.settle(node);
        }
    }
}

impl TreeSink for Census {
    type Handle = NodeId;
    type Output = Result<dom_query::Document, Cap>;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Self::Output {
        match self.exceeded.get() {
            Some(cap) => Err(cap),
            None => Ok(self.page.finish()),
        }
    }

    fn get_document(&self) -> NodeId {
        self.page.get_document()
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Ref<'a, QualName> {
        self.page.tree.get_name(target).unwrap_or_else(|| self.nameless.borrow())
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> NodeId {
        self.n_elements.set(self.n_elements.get() + 1);
        if MAX_ELEMENTS < self.n_elements.get() {
            self.exceeded.set(self.exceeded.get().or(Some(Cap::Elements)));
        }
        self.page.create_element(name, attributes, flags)
    }

    fn create_comment(&self, text: StrTendril) -> NodeId {
        self.page.create_comment(text)
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> NodeId {
        self.page.create_pi(target, data)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.place(child, |child| self.page.append(parent, child));
    }

    fn append_based_on_parent_node(&self, element: &NodeId, previous: &NodeId, child: NodeOrText<NodeId>) {
        self.place(child, |child| self.page.append_based_on_parent_node(element, previous, child));
    }

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        self.place(child, |child| self.page.append_before_sibling(sibling, child));
    }

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        self.page.get_template_contents(target)
    }

    fn same_node(&self, a: &NodeId, b: &NodeId) -> bool {
        a == b
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.page.remove_from_parent(target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        let children: Vec<NodeId> =
            NodeRef::new(*node, &self.page.tree).children_it(false).map(|child| child.id).collect();
        self.page.reparent_children(node, new_parent);
        children.into_iter().for_each(|child| self.settle(child));
    }

    fn append_doctype_to_document(&self, name: StrTendril, public: StrTendril, system: StrTendril) {
        self.page.append_doctype_to_document(name, public, system);
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.page.set_quirks_mode(mode);
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attributes: Vec<Attribute>) {
        self.page.add_attrs_if_missing(target, attributes);
    }

    fn is_mathml_annotation_xml_integration_point(&self, target: &NodeId) -> bool {
        self.page.is_mathml_annotation_xml_integration_point(target)
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
