//! Trees that elements of a page's own keep to themselves (`<template shadowrootmode>`, as archives save
//! them), put where a browser shows them.

use dom_query::{Document, NodeRef};

/// What [`super::html_scan::strip`] writes for the template of such a tree.
pub(super) const ROOT: &str = "postil-shadow";

/// Puts what is handed to each tree into its slots. What no slot takes is not shown.
pub(super) fn flatten(page: &Document) {
    let Some(roots) = page.try_select(ROOT) else { return };
    // Those within others first: what they show may be handed on.
    for root in roots.nodes().iter().rev() {
        let Some(host) = root.parent() else { continue };
        let handed: Vec<NodeRef<'_>> = host.children_it(false).filter(|child| child.id != root.id).collect();
        let slots: Vec<NodeRef<'_>> = root.descendants_it().filter(|node| node.has_name("slot")).collect();
        for child in handed {
            if child.has_name(ROOT) {
                continue;
            }
            child.remove_from_parent();
            let wanted = child.attr("slot").unwrap_or_default();
            let name = |slot: &NodeRef<'_>| slot.attr("name").unwrap_or_default();
            if let Some(slot) = slots.iter().find(|slot| name(slot) == wanted) {
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
