//! The hits of a search as a list: each with the words around it.

use crate::gui::command::Command;
use crate::gui::outbox::{Request, Way};
use crate::gui::view::View;
use crate::gui::view_ctx::{PageState, ViewCtx};
use crate::gui::widgets::{lit, rows, visible};
use crate::gui::words::say;
use crate::session::Session;
use crate::text::TextRange;
use crate::text::find::context;
use egui::{RichText, ScrollArea, Sense, TextStyle, Ui, pos2, vec2};

const ROW: f32 = 26.0;
const LIST: &str = "hits";
/// Characters before and after a hit.
const AROUND: usize = 28;

/// What the list last scrolled to.
#[derive(Debug, Default)]
pub(in crate::gui) struct FoundPanel {
    shown: Option<TextRange>,
    wants_list: bool,
}

impl View for FoundPanel {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let wants_focus = std::mem::take(&mut self.wants_list);
        if let (Some(session), Some(page)) = (cx.session, cx.page) {
            self.hits_ui(cx, session, &page, wants_focus, ui);
        }
    }

    fn focus(&mut self, _stop: usize) {
        self.wants_list = true;
    }
}

impl FoundPanel {
    fn hits_ui(
        &mut self,
        cx: &ViewCtx<'_>,
        session: &Session,
        page: &PageState<'_>,
        wants_focus: bool,
        ui: &mut Ui,
    ) {
        let (finding, found) = (page.finding, page.found);
        if found.hits.is_empty() {
            let words = if finding.is_open { finding.words(found) } else { String::new() };
            let (here, folder) = (&Command::FIND, &Command::SEARCH_FOLDER);
            let (key, folder) = (cx.commands.key_of(here), cx.commands.key_of(folder));
            let words =
                if words.is_empty() { say!("found-nothing", key = key, folder = folder) } else { words };
            ui.label(RichText::new(words).color(cx.theme.ink_subdued));
            ui.add_space(4.0);
            if ui.button(say!("found-find")).clicked() {
                cx.run(Command::FIND);
            }
            return;
        }
        ui.label(RichText::new(finding.words(found)).small().color(cx.theme.ink_subdued));
        let mut area = ScrollArea::vertical().id_salt("found").auto_shrink([false, false]);
        let current = found.current_hit();
        let wanted = wants_focus.then(|| found.current.unwrap_or_default());
        let view = ui.available_height();
        if let Some(row) = rows::stepped(ui, LIST, found.hits.len(), wanted, &|_| true) {
            area = area.vertical_scroll_offset(rows::offset_to_show(row, ROW, view));
        } else if self.shown != current {
            self.shown = current;
            let row = found.current.unwrap_or_default();
            area = area.vertical_scroll_offset(rows::offset_to_show(row, ROW, view));
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        area.show_rows(ui, ROW, found.hits.len(), |ui, rows| {
            for nth in rows {
                if let Some(&hit) = found.hits.get(nth) {
                    row_ui(cx, session, nth, hit, found.current == Some(nth), ui);
                }
            }
        });
    }
}

fn row_ui(cx: &ViewCtx<'_>, session: &Session, nth: usize, hit: TextRange, is_current: bool, ui: &mut Ui) {
    let document = session.document();
    let (line, inside) = context(document.text(), document.paragraph_at(hit.start()), hit, AROUND);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect, rows::row_id(LIST, nth), Sense::click());
    rows::hold_arrows(ui, LIST, nth, &response);
    let name = visible(&line);
    response.widget_info(|| {
        egui::WidgetInfo::selected(
            egui::Role::Button,
            true,
            is_current,
            say!("found-hit", nth = nth + 1, words = name.clone()),
        )
    });
    if !ui.is_rect_visible(rect) {
        return;
    }
    rows::ground(cx.theme, ui.painter(), rect, &response, is_current);
    let font = TextStyle::Body.resolve(ui.style());
    let job = lit::job(cx.theme, (font, cx.theme.ink_subdued), &line, &[inside]);
    let galley = ui.painter().layout_job(job);
    let x = if galley.size().x < rect.width() - 12.0 || inside.start().to_usize() == 0 {
        rect.left() + 6.0
    } else {
        // The hit itself stays in view in a narrow list.
        let share = rect.width() - 12.0 - galley.size().x;
        rect.left() + 6.0 + share.max(-galley.size().x) / 2.0
    };
    let y = rect.center().y - galley.size().y / 2.0;
    ui.painter().with_clip_rect(rect.shrink(2.0)).galley(pos2(x, y), galley, cx.theme.ink);
    if response.clicked() {
        cx.ask(Request::Go(Way::Hit(nth)));
    }
}
