//! What a screen reader knows of the window and asks of it.

use super::{Role, Window};
use eframe::egui::Event;
use eframe::egui::accesskit::{
    Action, ActionData, ActionRequest, NodeId, TextPosition, TextSelection, TreeId,
};
use egui_kittest::kittest::NodeT;

impl Window {
    /// Asks for something of the node of this role whose name begins like this.
    pub(crate) fn ask(&mut self, role: Role, name: &str, action: Action, data: Option<ActionData>) {
        let target_node = self.node(role, name);
        let request = ActionRequest { action, target_node, target_tree: TreeId::ROOT, data };
        self.frame(vec![Event::AccessKitActionRequest(request)]);
        self.settle();
    }

    /// Has a screen reader select these words, which stand in one line.
    pub(crate) fn ask_to_select(&mut self, words: &str) {
        let mut nodes = self.harness.root().children_recursive();
        let at = nodes.find_map(|node| {
            let node = node.accesskit_node();
            let value = node.data().value().filter(|_| node.role() == Role::TextRun)?;
            Some((node.locate().0, value[..value.find(words)?].chars().count()))
        });
        drop(nodes);
        let (node, start) = at.unwrap_or_else(|| panic!("no line has {words:?}"));
        let position = |character_index| TextPosition { node, character_index };
        let focus = position(start + words.chars().count());
        let wanted = TextSelection { anchor: position(start), focus };
        let data = Some(ActionData::SetTextSelection(wanted));
        self.ask(Role::Document, "", Action::SetTextSelection, data);
    }

    /// The words before caret or selection in its line, and where the other end is: what a reader is told.
    pub(crate) fn told_selection(&self) -> Option<(String, usize, usize)> {
        let mut nodes = self.harness.root().children_recursive();
        let page = nodes.find(|node| node.accesskit_node().role() == Role::Document)?;
        let selection = *page.accesskit_node().data().text_selection()?;
        let line = page
            .children_recursive()
            .find(|node| node.accesskit_node().locate().0 == selection.anchor.node)?;
        let line = line.accesskit_node().data().value()?.to_owned();
        Some((line, selection.anchor.character_index, selection.focus.character_index))
    }

    /// The lines that are published, each with the line feed at the end of its paragraph.
    pub(crate) fn told_lines(&self) -> Vec<String> {
        let nodes = self.harness.root().children_recursive();
        let runs = nodes.filter(|node| node.accesskit_node().role() == Role::TextRun);
        runs.filter_map(|node| Some(node.accesskit_node().data().value()?.to_owned())).collect()
    }

    fn node(&self, role: Role, name: &str) -> NodeId {
        let mut nodes = self.harness.root().children_recursive();
        let found = nodes.find(|node| {
            let node = node.accesskit_node();
            node.role() == role && node.label().unwrap_or_default().starts_with(name)
        });
        found.unwrap_or_else(|| panic!("no {role:?} {name:?}")).accesskit_node().locate().0
    }
}
