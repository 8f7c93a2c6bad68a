//! What is known of the nodes of a page by their numbers, and of their attributes where they stand.

use dom_query::{NodeData, NodeId, NodeRef};
use html5ever::LocalName;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// What is known of some nodes of a page.
pub(super) type NodeMap<T> = HashMap<NodeId, T, BuildHasherDefault<Numbers>>;

/// Some nodes of a page.
pub(super) type NodeSet = HashSet<NodeId, BuildHasherDefault<Numbers>>;

/// Spreads the numbers of nodes. They are counted from one, so that nobody can choose them and no two of a
/// page meet in one place; a hash against strangers takes several times as long, and each node is looked for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Numbers(u64);

impl Numbers {
    /// Odd, and its bits are without order: 2⁶⁴ divided by the golden section.
    const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
}

impl Hasher for Numbers {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.write_u32(u32::from(byte)));
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0 ^ u64::from(number)).wrapping_mul(Self::SPREAD);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// The name of an element; none of what is no element.
pub(super) fn name_of(node: &NodeRef<'_>) -> Option<LocalName> {
    node.element_ref().map(|element| element.name.local.clone())
}

/// Whether `fits` holds of a text below a node, or of its own where it is one.
pub(super) fn is_any_text(node: &NodeRef<'_>, mut fits: impl FnMut(&str) -> bool) -> bool {
    std::iter::once(*node).chain(node.descendants_it()).any(|node| {
        node.query_or(false, |node| match &node.data {
            NodeData::Text { contents } => fits(contents),
            _ => false,
        })
    })
}

/// Whether `fits` holds of an attribute of a node, which is not copied for it.
pub(super) fn is_attribute(node: &NodeRef<'_>, name: LocalName, fits: impl FnOnce(&str) -> bool) -> bool {
    node.element_ref().is_some_and(|element| element.attr_ref(name).is_some_and(fits))
}

#[cfg(test)]
mod tests {
    use super::*;
    use dom_query::Document;
    use html5ever::local_name;

    #[test]
    fn each_node_is_known_by_itself() {
        let page = Document::from("<p>a<b>b</b></p>".repeat(1000));
        let mut known = NodeMap::default();
        let nodes: Vec<NodeRef<'_>> = page.root().descendants_it().collect();
        for (nth, node) in nodes.iter().enumerate() {
            known.insert(node.id, nth);
        }
        assert_eq!(known.len(), nodes.len());
        assert!(nodes.iter().enumerate().all(|(nth, node)| known.get(&node.id) == Some(&nth)));
    }

    #[test]
    fn an_attribute_is_asked_where_it_stands() {
        let page = Document::from("<p id=a>b");
        let paragraph = page.select("p");
        let node = paragraph.nodes().first().expect("a paragraph");
        assert!(is_attribute(node, local_name!("id"), |id| id == "a"));
        assert!(!is_attribute(node, local_name!("id"), |id| id == "b"));
        assert!(!is_attribute(node, local_name!("class"), |_| true));
        assert_eq!(name_of(node), Some(local_name!("p")));
        assert!(is_any_text(node, |text| text == "b") && !is_any_text(node, |text| text != "b"));
    }
}
