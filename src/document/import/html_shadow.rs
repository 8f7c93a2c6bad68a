//! Trees that elements of a page's own keep to themselves (`<template shadowrootmode>`, as archives save
//! them), put where a browser shows them.

use dom_query::{Document, NodeRef};
use std::collections::{HashMap, HashSet};

/// What [`super::html_scan::strip`] writes for the template of such a tree.
pub(super) const ROOT: &str = "postil-shadow";

/// Puts what is handed to each tree into its slots. What no slot takes is not shown. `text` is what the page was
/// parsed from.
pub(super) fn flatten(page: &Document, text: &str) {
    // Hardly any page has such a tree, and to look for an element goes through all of them.
    if memchr::memmem::find(text.as_bytes(), ROOT.as_bytes()).is_none() {
        return;
    }
    let Some(roots) = page.try_select(ROOT) else { return };
    // Those around others first: what they are handed may be handed on.
    let mut hosts = HashSet::new();
    for root in roots.nodes() {
        // Of several trees of one element the first counts.
        let Some(host) = root.parent().filter(|host| hosts.insert(host.id)) else { continue };
        let handed: Vec<NodeRef<'_>> = host.children_it(false).filter(|child| child.id != root.id).collect();
        let mut slots: HashMap<String, NodeRef<'_>> = HashMap::new();
        let is_own = |slot: &NodeRef<'_>| {
            let around = slot.ancestors_it(None).find(|node| node.has_name(ROOT));
            around.is_some_and(|around| around.id == root.id)
        };
        for slot in root.descendants_it().filter(|node| node.has_name("slot") && is_own(node)) {
            let name = slot.attr("name").unwrap_or_default().to_string();
            slots.entry(name).or_insert(slot);
        }
        for child in handed {
            if child.has_name(ROOT) {
                continue;
            }
            child.remove_from_parent();
            let wanted = child.attr("slot").unwrap_or_default();
            if let Some(slot) = slots.get(&*wanted) {
                if !slot.has_attr("data-filled") {
                    // What stands in it is for when nothing is handed to it; blanks are nothing.
                    if child.is_text() && super::html_flow::is_blank(&child.text()) {
                        continue;
                    }
                    slot.children_it(false).collect::<Vec<_>>().iter().for_each(NodeRef::remove_from_parent);
                    slot.set_attr("data-filled", "");
                }
                slot.append_child(&child);
            }
        }
    }
}
