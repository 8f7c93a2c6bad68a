//! How the page looks: size, face, column, spacing, colours, numbers of paragraphs.

use crate::gui::icons;
use crate::gui::outbox::Request;
use crate::gui::settings::Settings;
use crate::gui::theme::{Theme, ThemeName};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::words::say;
use egui::{
    Align, Button, Checkbox, Layout, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

/// The width of what is chosen at the right of its name, in points.
const CHOICES: f32 = 150.0;

/// Draws it; everything is seen on the page at once.
pub(super) fn look_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    ui.set_width(290.0);
    ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
    ui.spacing_mut().button_padding = vec2(8.0, 3.0);
    let mut settings: Settings = cx.settings.clone();
    row_ui(cx, &say!("look-size"), ui, |ui, name| {
        let shown = say!("look-points", size = format!("{:.0}", settings.text_size));
        match stepper_ui(cx, name, &shown, ui) {
            0.0 => {}
            step => settings.step_text(step),
        }
    });
    row_ui(cx, &say!("look-column"), ui, |ui, name| {
        let shown = say!("look-characters", count = format!("{:.0}", settings.characters));
        settings.characters += 4.0 * stepper_ui(cx, name, &shown, ui);
    });
    row_ui(cx, &say!("look-spacing"), ui, |ui, name| {
        let shown = format!("{:.2}", settings.line_height);
        settings.line_height += 0.05 * stepper_ui(cx, name, &shown, ui);
    });
    row_ui(cx, &say!("look-face"), ui, |ui, _| {
        ui.selectable_value(&mut settings.sans, true, say!("look-sans"));
        ui.selectable_value(&mut settings.sans, false, say!("look-serif"));
    });
    ui.separator();
    ui.horizontal(|ui| {
        for theme in ThemeName::ALL {
            theme_ui(cx, theme, &mut settings, ui);
        }
    });
    ui.separator();
    for (is_on, words) in [
        (&mut settings.shows_numbers, say!("look-numbers")),
        (&mut settings.justify, say!("look-justify")),
        (&mut settings.shows_notes, say!("look-notes")),
        (&mut settings.shows_voices, say!("look-voices")),
        (&mut settings.shows_signs, say!("look-signs")),
    ] {
        ui.add(Checkbox::new(is_on, words));
    }
    let settings = settings.in_range();
    if settings != *cx.settings {
        cx.ask(Request::Settings(Box::new(settings)));
    }
}

/// A name at the left and what is chosen for it at the right.
fn row_ui(cx: &ViewCtx<'_>, name: &str, ui: &mut Ui, choices: impl FnOnce(&mut Ui, &str)) {
    ui.horizontal(|ui| {
        ui.label(RichText::new(name).color(cx.theme.ink));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| choices(ui, name));
    });
}

/// What there is, between a button for less and one for more; the step that was asked for.
fn stepper_ui(cx: &ViewCtx<'_>, name: &str, shown: &str, ui: &mut Ui) -> f32 {
    let button = |ui: &mut Ui, sign: &str, label: String| {
        let response = ui.add(Button::new(sign).min_size(vec2(28.0, 24.0)));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
        response.on_hover_text(label).clicked()
    };
    // From the right to the left.
    let is_more = button(ui, icons::ADD, say!("look-more", what = name.to_lowercase()));
    let width = CHOICES - 2.0 * 34.0;
    ui.add_sized(vec2(width, 24.0), egui::Label::new(RichText::new(shown).color(cx.theme.ink_strong)));
    let is_less = button(ui, icons::LESS, say!("look-less", what = name.to_lowercase()));
    f32::from(is_more) - f32::from(is_less)
}

/// A theme as a piece of its paper with two letters in its ink.
fn theme_ui(cx: &ViewCtx<'_>, theme: ThemeName, settings: &mut Settings, ui: &mut Ui) {
    let is_on = settings.theme == theme;
    let (rect, response) = ui.allocate_exact_size(vec2(44.0, 34.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, theme.label()));
    let look = Theme::of(cx.settings.desktop.wished(theme));
    let line = if is_on || response.has_focus() { 2.0 } else { 1.0 };
    let ink = if is_on || response.has_focus() { cx.theme.accent } else { cx.theme.edge };
    let painter = ui.painter();
    painter.rect(rect.shrink(1.0), 5.0, look.page, Stroke::new(line, ink), StrokeKind::Inside);
    let sample = if theme == ThemeName::System { say!("look-system") } else { "Aa".to_owned() };
    let font = egui::FontId::proportional(if theme == ThemeName::System { 11.5 } else { 15.0 });
    painter.text(rect.center(), egui::Align2::CENTER_CENTER, sample, font, look.ink);
    if response.on_hover_text(theme.label()).clicked() {
        settings.theme = theme;
    }
}
