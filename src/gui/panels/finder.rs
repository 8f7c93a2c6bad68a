//! The bar of the finder, below the page.

use crate::gui::command::Command;
use crate::gui::finding::{Finding, Found, Progress};
use crate::gui::outbox::Request;
use crate::gui::theme::Theme;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::words::say;
use crate::text::find::Query;
use egui::text::{CCursor, CCursorRange};
use egui::{Frame, Id, Key, Margin, Modifiers, Panel, RichText, TextEdit, Ui};

/// The width of the field, in points.
const FIELD: f32 = 200.0;

impl Finding {
    /// Draws the bar below the page: it covers no words, and the lines stay where they are.
    pub(in crate::gui) fn ui(&mut self, cx: &ViewCtx<'_>, found: &Found, ui: &mut Ui) {
        if !self.is_open {
            return;
        }
        let frame = Frame::new().fill(cx.theme.panel).inner_margin(Margin::symmetric(12, 5));
        Panel::bottom("finder").frame(frame).show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                self.field_ui(cx, ui);
                switches_ui(cx.theme, &mut self.query, ui);
                self.steps_ui(cx, found, ui);
                self.count_ui(cx, found, ui);
                self.close_ui(cx, ui);
            });
        });
    }

    fn field_ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let id = Id::unique("finder field");
        if ui.memory(|memory| memory.has_focus(id)) {
            // Before the field sees them: Enter would end the typing.
            let (back, on) = ui.input_mut(|input| {
                (
                    input.consume_key(Modifiers::SHIFT, Key::Enter),
                    input.consume_key(Modifiers::NONE, Key::Enter),
                )
            });
            if back {
                cx.run(Command::FIND_PREVIOUS);
            } else if on {
                cx.run(Command::FIND_NEXT);
            }
        }
        let hint = if self.query.is_regex { say!("find-expression") } else { say!("find-words") };
        let field = TextEdit::singleline(&mut self.query.words).id(id).desired_width(FIELD).char_limit(1000);
        let response = ui.add(field.hint_text(hint));
        let words = self.query.words.clone();
        response.widget_info(|| egui::WidgetInfo {
            label: Some(say!("find-field")),
            ..egui::WidgetInfo::text_edit(true, "", &words, "")
        });
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
            let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
            let all = CCursorRange::two(CCursor::new(0), CCursor::new(self.query.words.chars().count()));
            state.cursor.set_char_range(Some(all));
            state.store(ui.ctx(), id);
        }
        self.has_focus = response.has_focus();
    }
}

/// The switches of what words mean.
pub(in crate::gui) fn switches_ui(theme: &Theme, query: &mut Query, ui: &mut Ui) {
    let options = [
        (&mut query.is_case_sensitive, "Aa", say!("find-case")),
        (&mut query.is_whole_word, "[ab]", say!("find-whole")),
        (&mut query.is_regex, ".*", say!("find-regex")),
    ];
    for (is_on, sign, name) in options {
        let ink = if *is_on { theme.ink_strong } else { theme.ink_subdued };
        let button = ui.add(egui::Button::selectable(*is_on, RichText::new(sign).color(ink)));
        button.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, *is_on, &name));
        if button.on_hover_text(name).clicked() {
            *is_on = !*is_on;
        }
    }
}

impl Finding {
    fn steps_ui(&mut self, cx: &ViewCtx<'_>, found: &Found, ui: &mut Ui) {
        let buttons = [
            ("↑", say!("find-previous"), Command::FIND_PREVIOUS, true),
            ("↓", say!("find-next"), Command::FIND_NEXT, true),
            (&say!("find-list"), say!("find-list-hint"), Command::TOGGLE_FOUND, false),
            (&say!("find-mark"), say!("find-mark-hint"), Command::MARK_ALL, true),
        ];
        for (sign, name, command, needs_hits) in buttons {
            let is_ready = !needs_hits || !found.hits.is_empty();
            let button = ui.add_enabled(is_ready, egui::Button::new(sign));
            button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, is_ready, &name));
            if button.on_hover_text(name).clicked() {
                cx.run(command);
            }
        }
    }

    fn close_ui(&self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let close = ui.add(egui::Button::new("×").frame(false));
        close.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, say!("find-close")));
        if close.on_hover_text(say!("find-close")).clicked() {
            cx.ask(Request::CloseFinder);
        }
    }

    fn count_ui(&self, cx: &ViewCtx<'_>, found: &Found, ui: &mut Ui) {
        let words = self.words(found);
        if words.is_empty() {
            return;
        }
        let is_wrong = matches!(self.progress, Progress::Wrong(_))
            || (found.hits.is_empty() && self.progress != Progress::Running);
        let ink = if is_wrong { cx.theme.warning } else { cx.theme.ink_subdued };
        let label = ui.label(RichText::new(words).small().color(ink));
        ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(egui::accesskit::Live::Polite));
    }
}
