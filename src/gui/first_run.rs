//! Four lines on how to begin, for who sees the window for the first time; put away for good by their ×.

use super::icons;
use super::outbox::Request;
use super::settings::Settings;
use super::theme::bold;
use super::view_ctx::ViewCtx;
use super::widgets::visible;
use super::words::say;
use egui::{Align, Frame, Grid, Layout, Margin, Panel, RichText, Ui};

/// More tags than this are not named.
const MOST_TAGS: usize = 4;

/// Draws them below the page, until they are put away.
pub(super) fn first_run_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    if cx.settings.knows_basics || cx.session.is_none() {
        return;
    }
    let frame = Frame::new().fill(cx.theme.panel_raised).inner_margin(Margin::symmetric(16, 10));
    Panel::bottom("first run").frame(frame).show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
            let cross = RichText::new(icons::CLOSE).color(cx.theme.ink_subdued);
            let close = ui.add(egui::Button::new(cross).frame(false)).on_hover_text(say!("first-close-hint"));
            close.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, say!("first-close")));
            if close.clicked() {
                let settings = Settings { knows_basics: true, ..cx.settings.clone() };
                cx.ask(Request::Settings(Box::new(settings)));
            }
            ui.with_layout(Layout::top_down(Align::Min), |ui| lines_ui(cx, ui));
        });
    });
}

fn lines_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    let tags = cx
        .commands
        .codebook()
        .tags
        .iter()
        .filter_map(|tag| Some(format!("{} {}", tag.key?, visible(&tag.label.to_lowercase()))));
    let tags = tags.take(MOST_TAGS).collect::<Vec<_>>().join(", ");
    let lines = [
        (say!("first-select"), say!("first-select-how")),
        (say!("first-tag"), say!("first-tag-how", tags = tags)),
        (say!("first-who"), say!("first-who-how")),
        (say!("first-saved"), say!("first-saved-how")),
    ];
    ui.spacing_mut().interact_size.y = 18.0;
    Grid::new("first lines").num_columns(2).spacing([14.0, 3.0]).show(ui, |ui| {
        for (what, how) in lines {
            ui.label(RichText::new(what).family(bold()).color(cx.theme.ink_strong));
            ui.label(RichText::new(how).color(cx.theme.ink));
            ui.end_row();
        }
    });
}
