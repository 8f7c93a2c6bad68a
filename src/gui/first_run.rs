//! How to begin, in one line, for who sees the window for the first time; put away for good by their ×.

use super::icons;
use super::outbox::Request;
use super::settings::Settings;
use super::theme::bold;
use super::view_ctx::ViewCtx;
use super::widgets::visible;
use super::words::{name, say};
use egui::text::{LayoutJob, TextFormat};
use egui::{FontFamily, FontId, Frame, Label, Margin, Panel, Rect, RichText, Ui, pos2, vec2};

/// The size of the sign that puts it away, in points.
const CROSS: f32 = 20.0;
/// More tags than this are not named.
const MOST_TAGS: usize = 4;

/// Draws them below the page, until they are put away.
pub(super) fn first_run_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    if cx.settings.knows_basics || cx.session.is_none() {
        return;
    }
    let frame = Frame::new().fill(cx.theme.panel_raised).inner_margin(Margin::symmetric(16, 6));
    Panel::bottom("first run").frame(frame).show(ui, |ui| {
        let room = ui.available_rect_before_wrap();
        ui.scope(|ui| {
            ui.set_max_width(room.width() - CROSS - 8.0);
            ui.horizontal_wrapped(|ui| lines_ui(cx, ui));
        });
        let cross = RichText::new(icons::CLOSE).color(cx.theme.ink_subdued);
        let corner = Rect::from_min_size(pos2(room.right() - CROSS, room.top()), vec2(CROSS, CROSS));
        let close =
            ui.put(corner, egui::Button::new(cross).frame(false)).on_hover_text(say!("first-close-hint"));
        close.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, say!("first-close")));
        if close.clicked() {
            let settings = Settings { knows_basics: true, ..cx.settings.clone() };
            cx.ask(Request::Settings(Box::new(settings)));
        }
    });
}

fn lines_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    let tags = cx
        .commands
        .codebook()
        .tags
        .iter()
        .filter_map(|tag| Some(format!("{} {}", tag.key?, visible(&name(&tag.label).to_lowercase()))));
    let tags = tags.take(MOST_TAGS).collect::<Vec<_>>().join(", ");
    let lines = [
        (say!("first-select"), say!("first-select-how")),
        (say!("first-tag"), say!("first-tag-how", tags = tags)),
        (say!("first-who"), say!("first-who-how")),
        (say!("first-saved"), say!("first-saved-how")),
    ];
    ui.spacing_mut().interact_size.y = 18.0;
    ui.spacing_mut().item_spacing = vec2(20.0, 2.0);
    for (what, how) in lines {
        let mut job = LayoutJob::default();
        let small = |family| FontId::new(12.0, family);
        job.append(&format!("{what} "), 0.0, TextFormat::simple(small(bold()), cx.theme.ink_strong));
        job.append(&how, 3.0, TextFormat::simple(small(FontFamily::Proportional), cx.theme.ink));
        ui.add(Label::new(job).extend());
    }
}
