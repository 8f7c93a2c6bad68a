//! Preferences: colours, page, name.

use crate::gui::outbox::Request;
use crate::gui::settings::{MotionWish, Settings};
use crate::gui::theme::ThemeName;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::visible;
use crate::gui::words::{Language, say};
use egui::{RichText, Slider, Ui};

pub(super) fn settings_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    let mut settings: Settings = cx.settings.clone();
    egui::Grid::new("settings").num_columns(2).spacing([24.0, 10.0]).show(ui, |ui| {
        ui.label(say!("settings-language"));
        ui.horizontal(|ui| {
            for language in Language::ALL {
                ui.selectable_value(&mut settings.language, language, language.label());
            }
        });
        ui.end_row();
        ui.label(say!("settings-colours"));
        ui.horizontal(|ui| {
            for theme in ThemeName::ALL {
                ui.selectable_value(&mut settings.theme, theme, theme.label());
            }
        });
        ui.end_row();
        ui.label(say!("settings-face"));
        ui.horizontal(|ui| {
            ui.selectable_value(&mut settings.sans, false, say!("settings-serif"));
            ui.selectable_value(&mut settings.sans, true, say!("settings-sans"));
        });
        ui.end_row();
        slider_ui(ui, &say!("settings-size"), &mut settings.text_size, 10.0..=48.0, " pt");
        slider_ui(ui, &say!("settings-height"), &mut settings.line_height, 1.2..=2.2, "");
        slider_ui(ui, &say!("settings-characters"), &mut settings.characters, 40.0..=100.0, "");
        ui.label(say!("settings-alignment"));
        ui.checkbox(&mut settings.justify, say!("settings-justify"))
            .on_hover_text(say!("settings-justify-hint"));
        ui.end_row();
        ui.label(say!("settings-hidden"));
        ui.checkbox(&mut settings.shows_signs, say!("settings-hidden-show"));
        ui.end_row();
        ui.label(say!("settings-motion"));
        ui.horizontal(|ui| motion_ui(&mut settings.motion, ui));
        ui.end_row();
        ui.label(say!("settings-name"));
        match cx.session.and_then(|session| session.annotator()).or(cx.me) {
            Some(annotator) => ui.label(visible(&annotator.name)),
            None => ui.label(RichText::new(say!("settings-name-later")).color(cx.theme.ink_subdued)),
        };
        ui.end_row();
    });
    if settings != *cx.settings {
        cx.ask(Request::Settings(Box::new(settings)));
    }
    ui.add_space(8.0);
    if ui.button(say!("dialog-done")).clicked() {
        cx.ask(Request::CloseDialog);
    }
}

fn motion_ui(chosen: &mut MotionWish, ui: &mut Ui) {
    for motion in MotionWish::ALL {
        let hint = match motion {
            MotionWish::System => say!("motion-system-hint"),
            MotionWish::Full => say!("motion-full-hint"),
            MotionWish::Less => say!("motion-less-hint"),
        };
        let name = say!("settings-motion-of", motion = motion.label());
        let button = ui.selectable_value(chosen, motion, motion.label());
        let is_on = *chosen == motion;
        button.widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, is_on, &name));
        button.on_hover_text(hint);
    }
}

fn slider_ui(ui: &mut Ui, words: &str, value: &mut f32, range: std::ops::RangeInclusive<f32>, unit: &str) {
    let label = ui.label(words);
    let decimals = if *range.end() < 4.0 { 2 } else { 0 };
    ui.add(Slider::new(value, range).suffix(unit).fixed_decimals(decimals)).labelled_by(label.id);
    ui.end_row();
}
