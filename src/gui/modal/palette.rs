//! Every command by name: some letters of it, in order, find it.

use crate::gui::command::{About, Command};
use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::dialog::room_for_list;
use crate::gui::words::say;
use egui::{Key, RichText, ScrollArea, TextEdit, Ui};

/// What has been typed, and which row is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::gui) struct Palette {
    words: String,
    chosen: usize,
}

impl Palette {
    /// Draws it; runs what is chosen with Enter or a click.
    pub(super) fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        ui.set_width(480.0);
        let (up, down, enter) = ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(egui::Modifiers::NONE, key);
            (pressed(Key::ArrowUp), pressed(Key::ArrowDown), pressed(Key::Enter))
        });
        let field = TextEdit::singleline(&mut self.words)
            .hint_text(say!("palette-hint"))
            .desired_width(f32::INFINITY);
        let field = ui.add(field.id(egui::Id::unique("palette words")));
        field.request_focus();
        if field.changed() {
            self.chosen = 0;
        }
        let found = self.found(cx);
        self.chosen = match (up, down) {
            (true, _) => self.chosen.saturating_sub(1),
            (_, true) => (self.chosen + 1).min(found.len().saturating_sub(1)),
            _ => self.chosen.min(found.len().saturating_sub(1)),
        };
        ui.add_space(4.0);
        let height = room_for_list(ui, 360.0);
        ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                if found.is_empty() {
                    ui.label(RichText::new(say!("palette-no-match")).color(cx.theme.ink_subdued));
                }
                for (row, about) in found.iter().enumerate() {
                    let is_chosen = row == self.chosen;
                    let response = row_ui(cx, about, is_chosen, ui);
                    if is_chosen && (up || down) {
                        response.scroll_to_me(None);
                    }
                    if response.clicked() || (is_chosen && enter) {
                        cx.ask(Request::CloseDialog);
                        cx.run(about.command.clone());
                    }
                }
            });
    }

    fn found<'a>(&self, cx: &ViewCtx<'a>) -> Vec<&'a About> {
        let rows = cx.commands.all().iter();
        let rows = rows.filter(|about| about.command != Command::PALETTE);
        let ranked = rows.filter_map(|about| {
            let is_ready = (cx.ready)(&about.command).is_ok();
            // What is looked for by name is found, and says why it cannot be done now.
            (is_ready || !self.words.trim().is_empty()).then_some((
                !is_ready,
                rank(about, &self.words)?,
                about,
            ))
        });
        let mut found: Vec<(bool, usize, &About)> = ranked.collect();
        found.sort_by_key(|&(lacks, gaps, _)| (lacks, gaps));
        found.into_iter().map(|(.., about)| about).collect()
    }
}

/// How well a command fits what was typed: by its name, by other words for it, else by the words that
/// say what it does.
fn rank(about: &About, letters: &str) -> Option<usize> {
    let words = letters.trim().to_lowercase();
    let is_said = || about.hint.to_lowercase().contains(&words);
    // What else people call it comes behind a label that begins so, before letters strewn over another.
    let is_called = || about.also.split_whitespace().any(|other| other.to_lowercase().starts_with(&words));
    let label = fit(&about.label, letters).filter(|&gaps| gaps < 2 || !is_called());
    label.or_else(|| is_called().then_some(1)).or_else(|| is_said().then_some(usize::MAX))
}

fn row_ui(cx: &ViewCtx<'_>, about: &About, is_chosen: bool, ui: &mut Ui) -> egui::Response {
    let lack = (cx.ready)(&about.command).err();
    let ink = if lack.is_some() { cx.theme.ink_subdued } else { cx.theme.ink_strong };
    let hint = lack.map_or_else(|| about.hint.clone(), |lack| format!("{}. {}", about.hint, lack.reason()));
    let mut button = egui::Button::selectable(is_chosen, RichText::new(&about.label).color(ink));
    // Also an empty one: it is what pushes the label to the left.
    let keys = about.key_label();
    button = button.shortcut_text(RichText::new(keys).color(cx.theme.ink_subdued));
    ui.add_sized([ui.available_width(), 26.0], button.wrap_mode(egui::TextWrapMode::Extend))
        .on_hover_text(hint)
}

/// How well `letters` fit `label`: the gaps between them, fewer is better; `None` if they do not
/// stand in it in this order.
fn fit(label: &str, letters: &str) -> Option<usize> {
    let label = label.to_lowercase();
    // Letters that stand together, best at the start of a word, are what was meant.
    let together = letters.trim().to_lowercase();
    if label.split_whitespace().any(|word| word.starts_with(&together)) || label.starts_with(&together) {
        return Some(0);
    }
    if label.contains(&together) {
        return Some(1);
    }
    let label: Vec<char> = label.chars().collect();
    let (mut at, mut gaps) = (0, 2);
    for letter in letters.to_lowercase().chars().filter(|letter| !letter.is_whitespace()) {
        let next = label.iter().skip(at).position(|&other| other == letter)?;
        gaps += if next == 0 { 0 } else { 2 + next };
        at += next + 1;
    }
    Some(gaps)
}

#[cfg(test)]
mod tests {
    use super::fit;

    #[test]
    fn letters_in_order_find_a_command_and_whole_words_come_first() {
        assert!(fit("Larger text", "text").unwrap() < fit("The next mark", "text").unwrap_or(99));
        assert_eq!(fit("Undo", "undo"), Some(0));
        assert_eq!(fit("Undo", "ou"), None);
        assert!(fit("Delete mark", "dm").is_some());
    }
}
