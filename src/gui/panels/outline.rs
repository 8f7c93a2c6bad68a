//! The headings of the article, with the section that is looked at.

use crate::document::Outline;
use crate::gui::command::Command;
use crate::gui::outbox::{Request, Way};
use crate::gui::view::View;
use crate::gui::view_ctx::{PageState, ViewCtx};
use crate::gui::widgets::words::Look;
use crate::gui::widgets::{rows, visible};
use crate::gui::words::say;
use crate::session::Session;
use egui::{RichText, ScrollArea, Sense, TextEdit, TextStyle, Ui, pos2, vec2};

const ROW: f32 = 24.0;
const LIST: &str = "outline";
/// From so many headings on there is a field to filter them by.
const LONG: usize = 20;
/// How far a level is moved to the right, in points.
const INDENT: f32 = 12.0;

/// What the outline is filtered by, and what it last scrolled to.
#[derive(Debug, Default)]
pub(in crate::gui) struct OutlinePanel {
    words: String,
    shown: Option<usize>,
    wants_list: bool,
}

impl View for OutlinePanel {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let wants_focus = std::mem::take(&mut self.wants_list);
        if let (Some(session), Some(page)) = (cx.session, cx.page) {
            self.headings_ui(cx, session, &page, wants_focus, ui);
        }
    }

    fn focus(&mut self, _stop: usize) {
        self.wants_list = true;
    }

    fn shown(&mut self) {
        self.wants_list = true;
    }
}

impl OutlinePanel {
    /// Draws the headings; the list may be given the keyboard.
    fn headings_ui(
        &mut self,
        cx: &ViewCtx<'_>,
        session: &Session,
        page: &PageState<'_>,
        wants_focus: bool,
        ui: &mut Ui,
    ) {
        let outline = page.outline;
        let headings = outline.headings();
        if headings.is_empty() {
            let words = say!("outline-none", key = cx.commands.key_of(&Command::GO_TO_PARAGRAPH));
            ui.label(RichText::new(words).color(cx.theme.ink_subdued));
            return;
        }
        if LONG <= headings.len() {
            let field = TextEdit::singleline(&mut self.words)
                .hint_text(say!("outline-filter"))
                .desired_width(f32::INFINITY);
            let response = ui.add(field);
            let words = self.words.clone();
            response.widget_info(|| egui::WidgetInfo {
                label: Some(say!("outline-filter-field")),
                ..egui::WidgetInfo::text_edit(true, "", &words, "")
            });
            ui.add_space(4.0);
        }
        let wanted = self.words.trim().to_lowercase();
        let fits = |nth: &usize| {
            let words = document_words(session, outline, *nth);
            LONG > headings.len() || wanted.is_empty() || words.to_lowercase().contains(&wanted)
        };
        let rows: Vec<usize> = (0..headings.len()).filter(fits).collect();
        let section = outline.section_at(page.top);
        let mut area = ScrollArea::vertical().id_salt("outline").auto_shrink([false, false]);
        let here = rows.iter().position(|&nth| Some(nth) == section);
        let wanted = wants_focus.then(|| here.unwrap_or_default());
        if let Some(row) = rows::stepped(ui, LIST, rows.len(), wanted, &|_| true) {
            area = area.vertical_scroll_offset(rows::offset_to_show(row, ROW, ui.available_height()));
        } else if self.shown != section {
            self.shown = section;
            let row = rows.iter().position(|&nth| Some(nth) == section).unwrap_or(0);
            let y = u16::try_from(row).map_or(f32::from(u16::MAX), f32::from) * ROW;
            area = area.vertical_scroll_offset((y - ui.available_height() / 2.0).max(0.0));
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        area.show_rows(ui, ROW, rows.len(), |ui, shown| {
            for row in shown {
                if let Some(&nth) = rows.get(row) {
                    row_ui(cx, session, outline, (row, nth), section == Some(nth), ui);
                }
            }
        });
    }
}

fn document_words<'a>(session: &'a Session, outline: &Outline, nth: usize) -> &'a str {
    outline.headings().get(nth).map_or("", |heading| session.document().slice(heading.range))
}

fn row_ui(
    cx: &ViewCtx<'_>,
    session: &Session,
    outline: &Outline,
    (row, nth): (usize, usize),
    is_here: bool,
    ui: &mut Ui,
) {
    let Some(heading) = outline.headings().get(nth) else { return };
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect, rows::row_id(LIST, row), Sense::click());
    rows::hold_arrows(ui, LIST, row, &response);
    let words = visible(document_words(session, outline, nth));
    response.widget_info(|| {
        egui::WidgetInfo::selected(
            egui::Role::Button,
            true,
            is_here,
            say!("outline-heading", words = words.clone()),
        )
    });
    rows::ground(cx.theme, ui.painter(), rect, &response, is_here);
    let indent = INDENT * f32::from(heading.level.saturating_sub(1).min(5));
    let ink = if is_here || heading.level <= 1 { cx.theme.ink_strong } else { cx.theme.ink };
    let look = Look { size: TextStyle::Body.resolve(ui.style()).size, lines: 1, ink };
    let mut set = cx.words.borrow_mut();
    let placed = set.place(ui.ctx(), &words, rect.width() - indent - 12.0, look);
    let at = pos2(rect.left() + 6.0 + indent, rect.center().y - placed.size.y / 2.0);
    set.paint(placed, ui.painter(), at, ink);
    drop(set);
    if response.on_hover_text(&words).clicked() {
        cx.ask(Request::Go(Way::Offset(heading.range.start())));
    }
}
