//! What pupils are to do, on a sheet of its own.

use crate::document::import::{Options, import};
use crate::document::{BlockKind, Marker};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::dialog::{closing_ui, room_for_list};
use crate::gui::widgets::visible;
use crate::gui::widgets::words::{Look, words_ui};
use egui::{ScrollArea, Ui};

/// The size of the words, in points.
const SIZE: f32 = 14.0;
/// No paragraph of instructions is longer, in lines.
const MOST_LINES: usize = 400;

/// A paragraph of the instructions.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Paragraph {
    words: String,
    is_heading: bool,
    /// What hangs before it, and in how many lists it stands.
    marker: Option<String>,
    depth: u8,
}

/// The instructions that came with an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::gui) struct InstructionSheet {
    paragraphs: Vec<Paragraph>,
}

impl InstructionSheet {
    /// Of a text in Markdown.
    pub(in crate::gui) fn of(words: &str) -> Self {
        let Ok(read) = import(words.as_bytes(), "instructions.md", &Options::default()) else {
            return Self::default();
        };
        let document = read.value;
        let paragraphs = document.blocks().iter().filter_map(|block| {
            let words = document.slice(block.range).trim();
            let marker = match &block.kind {
                BlockKind::ListItem { marker: Marker::Number(number) } => Some(format!("{number}.")),
                BlockKind::ListItem { .. } => Some("•".to_owned()),
                _ => None,
            };
            let is_heading = matches!(block.kind, BlockKind::Heading { .. });
            let words = visible(words);
            (!words.is_empty()).then_some(Paragraph { words, is_heading, marker, depth: block.list_depth })
        });
        Self { paragraphs: paragraphs.collect() }
    }

    /// Whether there is nothing to be read.
    pub(in crate::gui) fn is_empty(&self) -> bool {
        self.paragraphs.is_empty()
    }

    /// The instructions with a button that puts them away.
    pub(in crate::gui) fn ui(&self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        self.words_ui(cx, 420.0, ui);
        closing_ui(cx, ui);
    }

    /// The words alone, at most `height` points high.
    pub(super) fn words_ui(&self, cx: &ViewCtx<'_>, height: f32, ui: &mut Ui) {
        let height = room_for_list(ui, height);
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            for paragraph in &self.paragraphs {
                paragraph.ui(cx, ui);
            }
        });
    }
}

impl Paragraph {
    fn ui(&self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let (size, ink) = match self.is_heading {
            true => (SIZE + 2.0, cx.theme.ink_strong),
            false => (SIZE, cx.theme.ink),
        };
        let look = Look { size, lines: MOST_LINES, ink };
        let words = &mut cx.words.borrow_mut();
        match &self.marker {
            None => drop(words_ui(words, &self.words, look, ui)),
            Some(marker) => {
                ui.horizontal_top(|ui| {
                    ui.add_space(f32::from(self.depth.saturating_sub(1).min(6)) * 16.0);
                    ui.label(marker);
                    words_ui(words, &self.words, look, ui);
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instructions_are_read_as_headings_paragraphs_and_lists() {
        let sheet =
            InstructionSheet::of("# Raid\n\nRead it **twice**.\n\n1. Mark each claim.\n2. Say who.\n");
        let words: Vec<String> = sheet
            .paragraphs
            .iter()
            .map(|one| format!("{}{}", one.marker.as_deref().unwrap_or_default(), one.words))
            .collect();
        assert_eq!(words, ["Raid", "Read it twice.", "1.Mark each claim.", "2.Say who."]);
        assert!(sheet.paragraphs[0].is_heading && InstructionSheet::of(" \n").is_empty());
    }
}
