//! Preferences: colours, page, name.

use crate::gui::outbox::Request;
use crate::gui::settings::{MotionWish, Settings};
use crate::gui::theme::ThemeName;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::visible;
use egui::{RichText, Slider, Ui};

pub(super) fn settings_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    let mut settings: Settings = cx.settings.clone();
    egui::Grid::new("settings").num_columns(2).spacing([24.0, 10.0]).show(ui, |ui| {
        ui.label("Colours");
        ui.horizontal(|ui| {
            for theme in ThemeName::ALL {
                ui.selectable_value(&mut settings.theme, theme, theme.label());
            }
        });
        ui.end_row();
        ui.label("Face");
        ui.horizontal(|ui| {
            ui.selectable_value(&mut settings.sans, false, "Serif");
            ui.selectable_value(&mut settings.sans, true, "Sans");
        });
        ui.end_row();
        slider_ui(ui, "Text size", &mut settings.text_size, 10.0..=48.0, " pt");
        slider_ui(ui, "Line height", &mut settings.line_height, 1.2..=2.2, "");
        slider_ui(ui, "Characters to a line", &mut settings.characters, 40.0..=100.0, "");
        ui.label("Alignment");
        ui.checkbox(&mut settings.justify, "Justify lines")
            .on_hover_text("Words are hyphenated where that keeps gaps small");
        ui.end_row();
        ui.label("Unseen characters");
        ui.checkbox(&mut settings.shows_signs, "Show signs for them");
        ui.end_row();
        ui.label("Motion");
        ui.horizontal(|ui| {
            for motion in MotionWish::ALL {
                let hint = match motion {
                    MotionWish::System => "As much as the desktop wishes",
                    MotionWish::Full => "What opens and scrolls may glide",
                    MotionWish::Less => "Nothing glides or fades",
                };
                let name = format!("{} motion", motion.label());
                let button = ui.selectable_value(&mut settings.motion, motion, motion.label());
                let is_on = settings.motion == motion;
                button
                    .widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, is_on, &name));
                button.on_hover_text(hint);
            }
        });
        ui.end_row();
        ui.label("You mark as");
        match cx.session.and_then(|session| session.annotator()) {
            Some(annotator) => ui.label(visible(&annotator.name)),
            None => ui.label(RichText::new("asked at the first mark").color(cx.theme.ink_subdued)),
        };
        ui.end_row();
    });
    if settings != *cx.settings {
        cx.ask(Request::Settings(Box::new(settings)));
    }
    ui.add_space(8.0);
    if ui.button("Done").clicked() {
        cx.ask(Request::CloseDialog);
    }
}

fn slider_ui(ui: &mut Ui, words: &str, value: &mut f32, range: std::ops::RangeInclusive<f32>, unit: &str) {
    let label = ui.label(words);
    let decimals = if *range.end() < 4.0 { 2 } else { 0 };
    ui.add(Slider::new(value, range).suffix(unit).fixed_decimals(decimals)).labelled_by(label.id);
    ui.end_row();
}
