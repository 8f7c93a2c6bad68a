//! The foot of the card of a mark: who made it and when, and what else can be done with it.

use crate::document::{CalendarDate, Timestamp};
use crate::gui::command::Command;
use crate::gui::menu::entry_ui;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::buttons::{primary, quiet};
use crate::gui::widgets::visible;
use crate::gui::words::{date, say};
use crate::session::{MarkRef, Session};
use egui::containers::menu::MenuButton;
use egui::{Align, Label, Layout, RichText, Ui};

/// What the menu of one's own mark has before the line below which Delete stands.
const MENU: [Command; 3] = [Command::IMPLY_CLAIM, Command::NEXT_ALIKE, Command::NEXT_OF_PERSON];

/// Draws who and when, and at the right the menu, or for another person's mark the button that copies it.
pub(super) fn foot_ui(cx: &ViewCtx<'_>, mark: &MarkRef<'_>, ui: &mut Ui) {
    let annotation = mark.annotation;
    let when = annotation.modified.unwrap_or(annotation.created);
    let who = visible(&mark.layer.layer.annotator.name);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if mark.is_writable() {
            menu_ui(cx, ui);
        } else if ui
            .add(primary(cx.theme, &say!("mark-copy")))
            .on_hover_text(say!("mark-copy-hint"))
            .clicked()
        {
            cx.run(Command::COPY_TO_MINE);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let words = match day_of(when) {
                Some(day) => say!("mark-by-on", who = who, day = day),
                None => who,
            };
            let label = Label::new(RichText::new(words).small().color(cx.theme.ink_subdued)).truncate();
            ui.add(label).on_hover_text(minute_of(when));
        });
    });
}

fn menu_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    let button = MenuButton::from_button(quiet(cx.theme, "…"));
    let (button, _) = button.ui(ui, |ui| {
        ui.set_min_width(220.0);
        let entry = |command: &Command, ui: &mut Ui| {
            if let Some(about) = cx.commands.about(command) {
                entry_ui(cx, about, ui);
            }
        };
        MENU.iter().for_each(|command| entry(command, ui));
        ui.separator();
        ui.visuals_mut().override_text_color = Some(cx.theme.error);
        entry(&Command::DELETE_MARK, ui);
    });
    let name = say!("mark-menu");
    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    button.on_hover_text(&name);
}

/// What stands where no mark is chosen; where words are selected for the mark that was chosen last, what they
/// can be for it.
pub(super) fn nothing_ui(cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    ui.add_space(4.0);
    ui.label(RichText::new(say!("mark-none")).color(cx.theme.ink_subdued));
    if (cx.ready)(&Command::SOURCE_FROM_WORDS).is_ok()
        && let Some(about) = cx.commands.about(&Command::SOURCE_FROM_WORDS)
        && let Some(last) = session.last_focus().and_then(|id| session.mark(id))
    {
        ui.add_space(6.0);
        let quote = crate::gui::widgets::shortened(&visible(&last.annotation.quote()), 80);
        let words = say!("mark-last", words = crate::gui::widgets::in_visual_order(&quote));
        ui.label(RichText::new(words).small().color(cx.theme.ink_subdued));
        if ui.button(&about.label).on_hover_text(&about.hint).clicked() {
            cx.run(Command::SOURCE_FROM_WORDS);
        }
    }
}

/// The day in words; none for what is no date.
fn day_of(when: Timestamp) -> Option<String> {
    CalendarDate::read(&when.to_string(), None).map(date)
}

/// The day with the minute.
fn minute_of(when: Timestamp) -> String {
    let text = when.to_string();
    let minute = text.get(11..16).unwrap_or_default();
    day_of(when).map_or(text.clone(), |day| say!("mark-minute", day = day, minute = minute))
}
