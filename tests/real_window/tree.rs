//! What a screen reader is told of the window, and where its parts lie.

use egui::accesskit::{Node, NodeId, Rect, Role, TreeUpdate};
use egui_inspection::Response;
use std::collections::HashMap;
use std::fmt::Write as _;

/// The window at one moment.
pub(crate) struct Tree {
    /// How many frames there have been.
    pub(crate) frame: u64,
    nodes: HashMap<NodeId, Node>,
    root: NodeId,
    /// What has the keyboard.
    focus: NodeId,
}

/// A point of the window, in pixels.
pub(crate) type Spot = (f64, f64);

impl Tree {
    pub(crate) fn of(response: Response) -> Option<Self> {
        let Response::Tree { step, accesskit: Some(update), .. } = response else { return None };
        let TreeUpdate { nodes, tree, focus, .. } = update;
        Some(Self { frame: step, nodes: nodes.into_iter().collect(), root: tree?.root, focus })
    }

    /// All nodes, as they are read out.
    fn in_order(&self) -> Vec<&Node> {
        let mut order = Vec::new();
        let mut waiting = vec![self.root];
        while let Some(node) = waiting.pop().and_then(|id| self.nodes.get(&id)) {
            order.push(node);
            waiting.extend(node.children().iter().rev());
        }
        order
    }

    /// What the node is called: by itself, or by the label beside it.
    fn name<'a>(&'a self, node: &'a Node) -> &'a str {
        let by = || node.labelled_by().first().and_then(|id| self.nodes.get(id));
        let own = node.label().or_else(|| if node.role() == Role::Label { node.value() } else { None });
        own.or_else(|| by().and_then(|label| label.label().or(label.value()))).unwrap_or_default()
    }

    /// The name of what has the keyboard.
    pub(crate) fn focused(&self) -> &str {
        self.nodes.get(&self.focus).map_or("", |node| self.name(node))
    }

    /// The names of all nodes with this role that start so.
    pub(crate) fn names(&self, role: Role, start: &str) -> Vec<String> {
        let nodes = self.in_order().into_iter().filter(|node| node.role() == role);
        nodes.map(|node| self.name(node).to_owned()).filter(|name| name.starts_with(start)).collect()
    }

    /// The name of the first such node.
    pub(crate) fn named(&self, role: Role, start: &str) -> Option<String> {
        self.names(role, start).into_iter().next()
    }

    /// What is said of a mark beside its name: its note.
    pub(crate) fn note(&self, mark: &str) -> Option<String> {
        let is_it = |node: &&Node| node.role() == Role::Mark && self.name(node) == mark;
        self.in_order().into_iter().find(is_it)?.description().map(str::to_owned)
    }

    /// The middle of the button of that name; of several the one drawn last, on top of the others.
    pub(crate) fn button(&self, name: &str) -> Option<Spot> {
        let is_it = |node: &&Node| {
            // In menus the key follows the name.
            let rest = self.name(node).strip_prefix(name);
            node.role() == Role::Button && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        let bounds = self.in_order().into_iter().rfind(is_it)?.bounds()?;
        Some(((bounds.x0 + bounds.x1) / 2.0, (bounds.y0 + bounds.y1) / 2.0))
    }

    /// The middle of what has one of these roles and is called so.
    pub(crate) fn control(&self, roles: &[Role], name: &str) -> Option<Spot> {
        let is_it = |node: &&Node| roles.contains(&node.role()) && self.name(node).contains(name);
        let bounds = self.in_order().into_iter().rfind(is_it)?.bounds()?;
        Some(((bounds.x0 + bounds.x1) / 2.0, (bounds.y0 + bounds.y1) / 2.0))
    }

    /// Whether these words are to be read somewhere.
    pub(crate) fn says(&self, words: &str) -> bool {
        self.to_text().contains(words)
    }

    /// Where the page lies.
    pub(crate) fn page(&self) -> Option<Rect> {
        self.in_order().into_iter().find(|node| node.role() == Role::Document)?.bounds()
    }

    /// Where the passage starts and ends on the page, if all of it is in view.
    pub(crate) fn passage(&self, words: &str) -> Option<(Spot, Spot)> {
        let mut text = String::new();
        let mut characters: Vec<(usize, Rect, f32, f32)> = Vec::new();
        for run in self.in_order().into_iter().filter(|node| node.role() == Role::TextRun) {
            // Buttons and fields of the window have runs of text too.
            let (Some(bounds), Some(value)) = (run.bounds(), run.value()) else { continue };
            let (Some(lefts), Some(widths)) = (run.character_positions(), run.character_widths()) else {
                continue;
            };
            let mut at = text.len();
            for (index, length) in run.character_lengths().iter().enumerate() {
                characters.push((at, bounds, *lefts.get(index)?, *widths.get(index)?));
                at += usize::from(*length);
            }
            text.push_str(value);
        }
        let start = text.find(words)?;
        let end = start + words.len();
        let first = characters.iter().find(|(at, ..)| *at == start)?;
        let last = characters.iter().rfind(|(at, ..)| *at < end)?;
        // A little inside, so that the nearest place between two characters is the one meant.
        let spot = |bounds: Rect, x: f32| (bounds.x0 + f64::from(x), (bounds.y0 + bounds.y1) / 2.0);
        Some((spot(first.1, first.2 + 1.0), spot(last.1, last.2 + last.3 - 1.0)))
    }

    /// All that is said, for the person who reads why a test failed.
    pub(crate) fn to_text(&self) -> String {
        let mut text = String::new();
        for node in self.in_order() {
            let words = match self.name(node) {
                "" => node.value().unwrap_or_default(),
                name => name,
            };
            if !words.is_empty() {
                writeln!(text, "{:?} {words:?}", node.role()).expect("a string takes all");
            }
        }
        text
    }
}
