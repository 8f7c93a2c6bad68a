//! What the file has beside the article's text: what was left out of it, and what others wrote in its margin.

use crate::document::{Document, LeftOut, Remark};
use crate::gui::command::Command;
use crate::gui::outbox::{Request, Way};
use crate::gui::told::left_out;
use crate::gui::view::View;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::words::{Look, words_ui};
use crate::gui::widgets::{rows, visible};
use crate::gui::words::say;
use crate::session::Action;
use crate::text::TextSize;
use egui::{RichText, ScrollArea, Sense, TextStyle, Ui, pos2, vec2};

const ROW: f32 = 46.0;
const LIST: &str = "beside";
/// How much of the panel the whole words of one row take at most.
const SHARE: f32 = 0.45;
/// How many bytes of a row's words are set: more than its line has room for.
const SHOWN: usize = 600;

/// Which row is looked at.
#[derive(Debug, Default)]
pub(in crate::gui) struct BesidePanel {
    chosen: Option<usize>,
    wants_list: bool,
}

impl BesidePanel {
    /// Its name in the table of views.
    pub(in crate::gui) const ID: &'static str = "beside";
}

/// A row: what was left out first, then others' comments.
enum Row<'a> {
    LeftOut(&'a LeftOut),
    /// Which it is, from 1.
    Remark(&'a Remark, usize),
}

impl<'a> Row<'a> {
    fn nth(document: &'a Document, nth: usize) -> Option<Self> {
        match document.left_out().get(nth) {
            Some(passage) => Some(Self::LeftOut(passage)),
            None => {
                let nth = nth - document.left_out().len();
                Some(Self::Remark(document.remarks().get(nth)?, nth + 1))
            }
        }
    }

    fn heading(&self) -> String {
        match self {
            Self::LeftOut(passage) => left_out::heading(passage),
            Self::Remark(remark, _) => {
                let author = remark.author.as_deref().unwrap_or_default().trim();
                let author = if author.is_empty() { say!("beside-somebody") } else { visible(author) };
                let date = visible(remark.date.as_deref().unwrap_or_default().trim());
                if date.is_empty() { author } else { format!("{author} · {date}") }
            }
        }
    }

    fn text(&self) -> &'a str {
        match self {
            Self::LeftOut(passage) => &passage.text,
            Self::Remark(remark, _) => &remark.text,
        }
    }

    /// Where it stands in the text.
    fn place(&self, document: &Document) -> TextSize {
        match self {
            Self::LeftOut(passage) => place_of(document, passage),
            Self::Remark(remark, _) => remark.range.start(),
        }
    }
}

/// Where a passage that was left out would stand, in bytes of the text.
pub(in crate::gui) fn place_of(document: &Document, passage: &LeftOut) -> TextSize {
    let block = usize::try_from(passage.before).ok().and_then(|nth| document.blocks().get(nth));
    block.map_or(TextSize::of(document.text()), |block| block.range.start())
}

impl View for BesidePanel {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let Some(session) = cx.session else { return };
        let document = session.document();
        self.head_ui(cx, document, ui);
        let n_rows = document.left_out().len() + document.remarks().len();
        self.chosen.take_if(|chosen| n_rows <= *chosen);
        let whole = ui.available_height();
        let detail = self.chosen.and_then(|nth| Row::nth(document, nth));
        let room = if detail.is_some() { whole * (1.0 - SHARE) } else { whole };
        self.list_ui(cx, document, n_rows, room, ui);
        if let Some(row) = detail {
            detail_ui(cx, &row, ui);
        }
    }

    fn focus(&mut self, _stop: usize) {
        self.wants_list = true;
    }

    fn shown(&mut self) {
        self.wants_list = true;
    }
}

impl BesidePanel {
    fn head_ui(&self, cx: &ViewCtx<'_>, document: &Document, ui: &mut Ui) {
        let subdued = |words: String| RichText::new(words).small().color(cx.theme.ink_subdued);
        if document.left_out().is_empty() && document.remarks().is_empty() {
            ui.label(RichText::new(say!("beside-none")).color(cx.theme.ink_subdued));
        }
        let n_words = document.n_words_left_out();
        if 0 < n_words {
            ui.label(subdued(say!("beside-left-out", count = document.left_out().len(), words = n_words)));
        }
        let can_switch = (cx.ready)(&Command::SWITCH_LEFT_OUT).is_ok();
        let is_in = (cx.is_on)(&Command::SWITCH_LEFT_OUT) == Some(true);
        if can_switch {
            let words = if is_in { say!("beside-leave-out") } else { say!("beside-take-in") };
            if ui.button(words).clicked() {
                cx.run(Command::SWITCH_LEFT_OUT);
            }
        }
        ui.add_space(4.0);
    }

    fn list_ui(&mut self, cx: &ViewCtx<'_>, document: &Document, n_rows: usize, room: f32, ui: &mut Ui) {
        let wants_focus = std::mem::take(&mut self.wants_list);
        let mut area = ScrollArea::vertical().id_salt(LIST).auto_shrink([false, false]).max_height(room);
        let wanted = wants_focus.then(|| self.chosen.unwrap_or_default());
        if let Some(row) = rows::stepped(ui, LIST, n_rows, wanted, &|_| true) {
            area = area.vertical_scroll_offset(rows::offset_to_show(row, ROW, room));
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        area.show_rows(ui, ROW, n_rows, |ui, shown| {
            for nth in shown {
                if let Some(row) = Row::nth(document, nth)
                    && row_ui(cx, &row, nth, self.chosen == Some(nth), ui)
                {
                    self.chosen = Some(nth);
                    cx.ask(Request::Go(Way::Offset(row.place(document))));
                }
            }
        });
    }
}

/// One row; whether it was chosen.
fn row_ui(cx: &ViewCtx<'_>, row: &Row<'_>, nth: usize, is_chosen: bool, ui: &mut Ui) -> bool {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect, rows::row_id(LIST, nth), Sense::click());
    rows::hold_arrows(ui, LIST, nth, &response);
    // Readers' comments are megabytes sometimes, and a row shows their beginning.
    let beginning = row.text().get(..row.text().floor_char_boundary(SHOWN)).unwrap_or_default();
    let (heading, words) = (row.heading(), visible(beginning));
    response.widget_info(|| {
        let name = say!("beside-row", heading = heading.clone(), words = words.clone());
        egui::WidgetInfo::selected(egui::Role::Button, true, is_chosen, name)
    });
    rows::ground(cx.theme, ui.painter(), rect, &response, is_chosen);
    let left = rect.left() + 6.0;
    let small = TextStyle::Small.resolve(ui.style());
    let mut set = cx.words.borrow_mut();
    let lines = [
        (heading.as_str(), small.size, cx.theme.ink_subdued, 6.0),
        (words.as_str(), 14.0, cx.theme.ink, 22.0),
    ];
    for (words, size, ink, y) in lines {
        let placed = set.place(ui.ctx(), words, rect.width() - 12.0, Look { size, lines: 1, ink });
        set.paint(placed, ui.painter(), pos2(left, rect.top() + y), ink);
    }
    drop(set);
    response.clicked()
}

/// The whole words of a row, and what can be done with them.
fn detail_ui(cx: &ViewCtx<'_>, row: &Row<'_>, ui: &mut Ui) {
    ui.separator();
    ui.label(RichText::new(row.heading()).small().color(cx.theme.ink_subdued));
    ui.horizontal_wrapped(|ui| {
        if let Row::Remark(_, nth) = row
            && ui.button(say!("beside-take-over")).on_hover_text(say!("beside-take-over-hint")).clicked()
        {
            cx.send(Action::TakeRemark(*nth));
        }
        if ui.button(say!("beside-copy")).clicked() {
            ui.ctx().copy_text(row.text().to_owned());
        }
    });
    ScrollArea::vertical().id_salt("beside words").auto_shrink([false, false]).show(ui, |ui| {
        let look = Look { size: 14.0, lines: usize::MAX, ink: cx.theme.ink };
        words_ui(&mut cx.words.borrow_mut(), &visible(row.text()), look, ui);
    });
}
