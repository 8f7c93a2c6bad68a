//! The open articles and pages, one beside another. Many tabs are narrower, and the one that is looked at
//! is always in view.

use crate::gui::command::On;
use crate::gui::context::{Clicked, context_menu};
use crate::gui::icons;
use crate::gui::outbox::Request;
use crate::gui::theme::Theme;
use crate::gui::view::ViewRow;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::{in_visual_order, visible};
use crate::gui::words::say;
use crate::session::SaveState;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Color32, CornerRadius, FontId, Id, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind,
    TextStyle, Ui, WidgetInfo, pos2, vec2,
};

/// The widths of a tab, in points.
const WIDTHS: std::ops::RangeInclusive<f32> = 84.0..=210.0;
const HEIGHT: f32 = 27.0;
const GAP: f32 = 2.0;
/// Before the title, for the dot of what is not saved, and after it, for the ×.
const DOT: f32 = 10.0;
const CROSS: f32 = 22.0;

/// What a tab says.
struct Tab {
    id: Id,
    title: String,
    hint: String,
    is_on: bool,
    is_unsaved: bool,
    /// It makes way for the next article that is only looked into.
    is_preview: bool,
}

/// What a person did to a tab.
struct Done {
    tab: Response,
    is_closed: bool,
}

/// Draws a tab for each open article, and one for each of `pages`, of which one may be looked at.
pub(in crate::gui) fn tabs_ui(cx: &ViewCtx<'_>, pages: &[(&'static ViewRow, bool)], ui: &mut Ui) {
    let on_page = pages.iter().any(|&(_, is_looked_at)| is_looked_at);
    let sessions = cx.workspace.sessions();
    let n_tabs = sessions.len() + pages.len();
    let room = ui.available_width();
    let width = width(room, n_tabs);
    let stands = (room.to_bits(), n_tabs);
    ScrollArea::horizontal().show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for (index, session) in sessions.iter().enumerate() {
                let tab = Tab {
                    id: Id::unique(("tab of", session.path())),
                    title: visible(&session.called()),
                    hint: visible(&session.path().display().to_string()),
                    is_on: !on_page && index == cx.workspace.active_index(),
                    is_unsaved: *session.save_state() != SaveState::Saved,
                    is_preview: cx.workspace.preview() == Some(session.path()),
                };
                let done = tab.ui(cx.theme, width, stands, ui);
                let name = if tab.is_unsaved { format!("● {}", tab.title) } else { tab.title.clone() };
                done.tab.widget_info(|| WidgetInfo::selected(Role::Button, true, tab.is_on, &name));
                context_menu(cx, &done.tab, Clicked::on_article(On::Tab, session.path()));
                if done.is_closed {
                    cx.ask(Request::Close(index));
                } else if done.tab.double_clicked() {
                    cx.ask(Request::Keep(session.path().to_owned()));
                } else if done.tab.clicked() {
                    cx.ask(Request::Activate(index));
                }
            }
            for &(row, is_on) in pages {
                let (id, title, hint) = (Id::unique(("tab of page", row.id)), row.label(), row.hint());
                let tab = Tab { id, title, hint, is_on, is_unsaved: false, is_preview: false };
                let done = tab.ui(cx.theme, width, stands, ui);
                let name = say!("view-page", view = row.label());
                done.tab.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, &name));
                if done.is_closed {
                    cx.ask(Request::ClosePage(row.id));
                } else if done.tab.clicked() {
                    cx.ask(Request::View(row.id));
                }
            }
        });
    });
}

/// The width of each of so many tabs, in points.
fn width(room: f32, n_tabs: usize) -> f32 {
    let n_tabs = f32::from(u16::try_from(n_tabs.max(1)).unwrap_or(u16::MAX));
    (room / n_tabs - GAP).floor().clamp(*WIDTHS.start(), *WIDTHS.end())
}

impl Tab {
    /// Draws it with its ×. `stands` changes where tabs may have come to stand elsewhere.
    fn ui(&self, theme: &Theme, width: f32, stands: (u32, usize), ui: &mut Ui) -> Done {
        let (_, rect) = ui.allocate_space(vec2(width, HEIGHT));
        let tab = ui.interact(rect, self.id, Sense::click());
        let fill = match (self.is_on, tab.hovered()) {
            (true, _) => theme.page,
            (_, true) => theme.hover,
            _ => Color32::TRANSPARENT,
        };
        ui.painter().rect_filled(rect, CornerRadius { nw: 5, ne: 5, sw: 0, se: 0 }, fill);
        if self.is_on {
            let line = Rect::from_min_max(
                rect.left_top() + vec2(5.0, 0.0),
                pos2(rect.right() - 5.0, rect.top() + 2.0),
            );
            ui.painter().rect_filled(line, 1.0, theme.accent);
        }
        if tab.has_focus() {
            ui.painter().rect_stroke(rect, 5.0, Stroke::new(1.5, theme.accent), StrokeKind::Inside);
        }
        self.title_ui(theme, rect, ui);
        let is_closed = self.cross_ui(theme, rect, ui) || tab.middle_clicked();
        let stood = ui.data_mut(|data| {
            std::mem::replace(data.get_temp_mut_or(self.id, (false, (0, 0))), (self.is_on, stands))
        });
        if self.is_on && stood != (true, stands) {
            tab.scroll_to_me(None);
        }
        Done { tab: tab.on_hover_text(&self.hint), is_closed }
    }

    fn title_ui(&self, theme: &Theme, rect: Rect, ui: &Ui) {
        if self.is_unsaved {
            ui.painter().circle_filled(pos2(rect.left() + 8.0, rect.center().y), 2.5, theme.accent);
        }
        let color = if self.is_on { theme.ink_strong } else { theme.ink_subdued };
        let font_id = TextStyle::Body.resolve(ui.style());
        let format = TextFormat { font_id, color, italics: self.is_preview, ..TextFormat::default() };
        let mut job = LayoutJob::single_section(in_visual_order(&self.title), format);
        job.wrap = TextWrapping::truncate_at_width(rect.width() - DOT - CROSS - 4.0);
        let galley = ui.painter().layout_job(job);
        let at = pos2(rect.left() + DOT + 4.0, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, color);
    }

    /// The ×; whether it was clicked.
    fn cross_ui(&self, theme: &Theme, rect: Rect, ui: &Ui) -> bool {
        let middle = pos2(rect.right() - CROSS / 2.0 - 1.0, rect.center().y);
        let cross =
            ui.interact(Rect::from_center_size(middle, vec2(18.0, 18.0)), self.id.with("×"), Sense::click());
        let name = say!("tab-close", tab = self.title.as_str());
        cross.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let fill = if cross.hovered() { theme.pressed } else { Color32::TRANSPARENT };
        ui.painter().rect_filled(cross.rect, 4.0, fill);
        if cross.has_focus() {
            ui.painter().rect_stroke(cross.rect, 4.0, Stroke::new(1.5, theme.accent), StrokeKind::Inside);
        }
        let font = FontId::proportional(11.5);
        ui.painter().text(middle, egui::Align2::CENTER_CENTER, icons::CLOSE, font, theme.ink_subdued);
        cross.on_hover_text(name).clicked()
    }
}
