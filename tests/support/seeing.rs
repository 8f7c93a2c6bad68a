//! Eyes: what is seen of the window, through the nodes that a screen reader has, and what is painted.

use super::Window;
use eframe::egui::accesskit::{Role, TextDirection, Toggled};
use eframe::egui::{Pos2, Rect, Shape, ViewportId, pos2, vec2};
use egui_kittest::kittest::NodeT;
use postil::session::SaveState;
use std::time::Duration;

/// A character of the page as a screen reader knows it.
pub(super) struct Spot {
    text: String,
    pub(super) rect: Rect,
    is_rtl: bool,
}

impl Spot {
    /// Just inside the character, at its start or its end.
    pub(super) fn edge(&self, is_end: bool) -> Pos2 {
        let inset = (self.rect.width() * 0.2).min(1.0);
        let is_right = is_end != self.is_rtl;
        pos2(
            if is_right { self.rect.right() - inset } else { self.rect.left() + inset },
            self.rect.center().y,
        )
    }
}

impl Window {
    /// The bytes of my layer as text; empty if there is none.
    pub(crate) fn layer_file(&self) -> String {
        let disk = self.disk();
        let mine = disk.files.iter().find(|(path, _)| path.display().to_string().contains(".ana-"));
        mine.map_or_else(String::new, |(_, bytes)| String::from_utf8_lossy(bytes).into_owned())
    }

    /// What went to the clipboard last.
    pub(crate) fn copied(&self) -> &str {
        self.copied.last().map_or("", String::as_str)
    }

    /// Whether something in the window has these words, as a screen reader would read them.
    pub(crate) fn says(&self, words: &str) -> bool {
        self.names().iter().any(|name| name.contains(words))
    }

    /// The accessible names of everything but the words of the page, in the order of the tree.
    pub(crate) fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        for node in self.harness.root().children_recursive() {
            let node = node.accesskit_node();
            if node.role() == Role::TextRun {
                continue;
            }
            let parts = [node.label(), node.value(), node.description()];
            let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
            if !parts.is_empty() {
                names.push(format!("{:?}: {}", node.role(), parts.join(" | ")));
            }
        }
        names
    }

    /// The accessible names of the buttons (the rows of lists are buttons too) that have `words`.
    pub(crate) fn buttons_with(&self, words: &str) -> Vec<String> {
        let nodes = self.harness.root().children_recursive();
        let labels = nodes.filter(|node| node.accesskit_node().role() == Role::Button);
        labels
            .filter_map(|node| node.accesskit_node().label())
            .filter(|label| label.contains(words))
            .collect()
    }

    /// Whether the button, if there is one, can be pressed.
    pub(crate) fn is_enabled(&self, name: &str) -> bool {
        self.harness.root().children_recursive().any(|node| {
            let node = node.accesskit_node();
            node.label().as_deref() == Some(name) && node.role() == Role::Button && !node.is_disabled()
        })
    }

    /// Whether what has this name is on; `None` if nothing has it or it switches nothing.
    pub(crate) fn is_on(&self, name: &str) -> Option<bool> {
        let mut nodes = self.harness.root().children_recursive();
        let node = nodes.find(|node| node.accesskit_node().label().as_deref() == Some(name))?;
        Some(node.accesskit_node().toggled()? == Toggled::True)
    }

    /// The name of what has the keyboard, with its role.
    pub(crate) fn focused(&self) -> String {
        let mut nodes = self.harness.root().children_recursive();
        let focused = nodes.find(|node| node.accesskit_node().is_focused());
        let node = focused.map(|node| node.accesskit_node());
        node.map_or_else(String::new, |node| {
            format!("{:?}: {}", node.role(), node.label().or(node.value()).unwrap_or_default())
        })
    }

    /// The value of the field with this name.
    pub(crate) fn field(&self, name: &str) -> String {
        let is_field = |role| matches!(role, Role::TextInput | Role::MultilineTextInput);
        let mut nodes = self.harness.root().children_recursive();
        let field = nodes.find(|node| {
            is_field(node.accesskit_node().role()) && node.accesskit_node().label().as_deref() == Some(name)
        });
        field.and_then(|field| field.accesskit_node().value()).unwrap_or_default()
    }

    /// Whether what has this name is said to be selected.
    pub(crate) fn is_selected(&self, name: &str) -> bool {
        self.harness.root().children_recursive().any(|node| {
            let node = node.accesskit_node();
            node.label().as_deref() == Some(name) && node.is_selected() == Some(true)
        })
    }

    /// Where these words are painted outside the page.
    pub(crate) fn places_of(&self, words: &str) -> Vec<Rect> {
        let shapes = self.harness.output().shapes.iter();
        let found = shapes
            .filter(|clipped| matches!(&clipped.shape, Shape::Text(text) if text.galley.job.text == words));
        found.map(|clipped| clipped.shape.visual_bounding_rect()).collect()
    }

    /// Every word that is painted outside the page.
    pub(crate) fn painted(&self) -> String {
        fn collect(shape: &Shape, into: &mut String) {
            match shape {
                Shape::Text(text) => {
                    into.push_str(&text.galley.job.text);
                    into.push('\n');
                }
                Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, into)),
                _ => {}
            }
        }
        let mut words = String::new();
        self.harness.output().shapes.iter().for_each(|clipped| collect(&clipped.shape, &mut words));
        words
    }

    /// Whether its colours are dark.
    pub(crate) fn is_dark(&self) -> bool {
        self.harness.ctx.global_style().visuals.dark_mode
    }

    /// The size of the article's text, in points.
    pub(crate) fn text_size(&self) -> f32 {
        self.setting("text_size", 18.0)
    }

    /// The zoom of the whole window.
    pub(crate) fn zoom(&self) -> f32 {
        self.setting("window_zoom", 1.0)
    }

    fn setting(&self, name: &str, usual: f32) -> f32 {
        let disk = self.disk();
        let lines = disk.stored.get("settings.toml").map_or("", String::as_str).lines();
        let value = lines.filter_map(|line| line.split_once(" = ")).find(|(key, _)| *key == name);
        value.and_then(|(_, value)| value.parse().ok()).unwrap_or(usual)
    }

    /// Whether nothing glides, once the motion has been changed: windows of tests begin still.
    pub(crate) fn is_still(&self) -> bool {
        self.harness.ctx.global_style().animation_time == 0.0
    }

    /// Whether no further frame is asked for, now or later.
    pub(crate) fn is_idle(&self) -> bool {
        self.harness.output().viewport_output[&ViewportId::ROOT].repaint_delay == Duration::MAX
    }

    /// Whether the marks are on the disk.
    pub(crate) fn is_saved(&self) -> bool {
        *self.session().save_state() == SaveState::Saved
    }

    /// The height of the first line that has these words.
    pub(crate) fn line_height(&self, words: &str) -> f32 {
        let (spots, start, _) = self.find(words);
        spots[start].rect.height()
    }

    pub(crate) fn named(&self, name: &str) -> Vec<Rect> {
        let can_be_clicked = |role| {
            !matches!(
                role,
                Role::Label | Role::TextRun | Role::Mark | Role::Document | Role::Window | Role::Status
            )
        };
        let nodes = self.harness.root().children_recursive();
        let found = nodes.filter(|node| {
            let node = node.accesskit_node();
            can_be_clicked(node.role()) && node.has_bounds() && node.label().as_deref() == Some(name)
        });
        found.map(|node| node.rect()).collect()
    }

    pub(crate) fn middle_of(&self, words: &str) -> Pos2 {
        let (spots, start, end) = self.find(words);
        spots[(start + end) / 2].rect.center()
    }

    pub(super) fn ends_of(&self, words: &str) -> (Pos2, Pos2) {
        let (spots, start, end) = self.find(words);
        (spots[start].edge(false), spots[end].edge(true))
    }

    /// The characters in view, and the first and the last of `words` among them.
    #[track_caller]
    pub(super) fn find(&self, words: &str) -> (Vec<Spot>, usize, usize) {
        let spots = self.spots();
        let text: String = spots.iter().map(|spot| spot.text.as_str()).collect();
        let at = text.find(words).unwrap_or_else(|| panic!("{words:?} is not in view: {text:?}"));
        let index = |byte: usize| {
            let mut before = 0;
            spots.iter().position(|spot| {
                before += spot.text.len();
                byte < before
            })
        };
        let (start, end) = (index(at), index(at + words.len() - 1));
        (spots, start.expect("found"), end.expect("found"))
    }

    fn spots(&self) -> Vec<Spot> {
        let mut spots = Vec::new();
        let mut nodes = self.harness.root().children_recursive();
        let page = nodes.find(|node| node.accesskit_node().role() == Role::Document);
        for run in page.iter().flat_map(NodeT::children_recursive) {
            if run.accesskit_node().role() != Role::TextRun {
                continue;
            }
            let line = run.rect();
            // Lines above and below are published too, but no hand gets there.
            if !page.as_ref().is_some_and(|page| page.rect().contains(line.center())) {
                continue;
            }
            let node = run.accesskit_node();
            let node = node.data();
            let value = node.value().expect("a line has words");
            let lefts = node.character_positions().expect("each has a place");
            let widths = node.character_widths().expect("and a width");
            let mut at = 0;
            for ((&length, left), width) in node.character_lengths().iter().zip(lefts).zip(widths) {
                let text = value[at..at + usize::from(length)].to_owned();
                at += usize::from(length);
                let is_rtl = node.text_direction() == Some(TextDirection::RightToLeft);
                let x = if is_rtl { line.right() - left - width } else { line.left() + left };
                let rect = Rect::from_min_size(pos2(x, line.top()), vec2(*width, line.height()));
                spots.push(Spot { text, rect, is_rtl });
            }
        }
        spots
    }
}
