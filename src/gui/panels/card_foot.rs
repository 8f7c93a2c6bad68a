//! The foot of the card of a mark: who made it and when, and what else can be done with it.

use crate::document::{CalendarDate, Timestamp};
use crate::gui::command::{Command, On};
use crate::gui::context::{Clicked, menu_ui};
use crate::gui::theme::bold;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::buttons::{primary, quiet};
use crate::gui::widgets::visible;
use crate::gui::words::{date, say};
use crate::session::{MarkRef, Session};
use egui::containers::menu::MenuButton;
use egui::{Align, Grid, Label, Layout, RichText, Ui};

/// Draws who and when, and at the right the menu, or for another person's mark the button that copies it.
pub(super) fn foot_ui(cx: &ViewCtx<'_>, mark: &MarkRef<'_>, ui: &mut Ui) {
    let annotation = mark.annotation;
    let when = annotation.modified.unwrap_or(annotation.created);
    let who = visible(&mark.layer.layer.annotator.name);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if mark.is_writable() {
            more_ui(cx, ui);
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

/// The menu of a right click on the mark, for who does not think of one.
fn more_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    let button = MenuButton::from_button(quiet(cx.theme, "…"));
    let (button, _) = button.ui(ui, |ui| {
        menu_ui(cx, Clicked::on(On::Mark), ui);
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
    keys_ui(cx, ui);
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

/// The keys that make a mark and write into its fields.
fn keys_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    let tags: String = cx.commands.codebook().tags.iter().filter_map(|tag| tag.key).collect();
    let tags = tags.chars().map(String::from).collect::<Vec<_>>().join(" ");
    let key = |command: &Command| cx.commands.key_of(command);
    let rows = [
        (key(&Command::select_sentence()), say!("mark-none-select")),
        (tags, say!("mark-none-tag")),
        (key(&Command::SAY_SOURCE), say!("mark-source")),
        (key(&Command::SAY_FIGURE), say!("mark-figure")),
        (key(&Command::LINK_MARK), say!("mark-links")),
        (key(&Command::EDIT_NOTE), say!("mark-note")),
        (key(&Command::KEYS), say!("mark-none-keys")),
    ];
    ui.add_space(8.0);
    Grid::new("mark-keys").num_columns(2).spacing([14.0, 5.0]).show(ui, |ui| {
        for (key, words) in rows.into_iter().filter(|(key, _)| !key.is_empty()) {
            ui.label(RichText::new(key).family(bold()).color(cx.theme.ink_strong));
            ui.label(RichText::new(words).color(cx.theme.ink_subdued));
            ui.end_row();
        }
    });
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
