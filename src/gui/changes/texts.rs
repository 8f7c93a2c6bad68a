//! Both texts beside each other, or below each other where there is no room for that.

use super::heights::guess;
use super::row::{Columns, GAP, Going, SIZE, TEXTS};
use super::{Changes, ChangesPage, Item};
use crate::analysis::Side;
use crate::gui::outbox::{Request, Way};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::rows;
use crate::gui::words::say;
use crate::session::Session;
use egui::{Key, Modifiers, Rect, ScrollArea, Sense, Ui, pos2, vec2};

/// Below this width the versions stand one above the other.
const NARROW: f32 = 620.0;
const FOLD: f32 = 30.0;

impl Changes {
    pub(super) fn texts_ui(&mut self, cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let whole = ui.available_width();
        let columns = Columns::of(whole, whole < NARROW);
        self.guess_heights(columns);
        if !columns.is_narrow {
            let (rect, _) = ui.allocate_exact_size(vec2(whole, 20.0), Sense::hover());
            for (x, words) in [(0.0, say!("changes-before")), (columns.second(), say!("changes-now"))] {
                let font = egui::FontId::new(12.0, crate::gui::theme::bold());
                let at = pos2(rect.left() + x, rect.center().y);
                ui.painter().text(at, egui::Align2::LEFT_CENTER, words, font, cx.theme.ink_subdued);
            }
        }
        let mut area = ScrollArea::vertical().id_salt("versions").auto_shrink([false, false]);
        if let Some(offset) = self.offset_wanted(ui) {
            area = area.vertical_scroll_offset(offset);
        }
        let output = area.show_viewport(ui, |ui, viewport| self.items_ui(cx, session, viewport, columns, ui));
        self.scrolled = (output.state.clamped_offset().y, output.inner_rect.height());
    }

    /// Where the texts are to be scrolled: to what is wanted, to the row that the arrows lead to, or by the
    /// keys that scroll.
    fn offset_wanted(&mut self, ui: &Ui) -> Option<f32> {
        let (wanted, is_stop) = (self.wanted.take(), self.stops());
        let row = wanted.and_then(|(item, has_focus)| has_focus.then_some(item));
        let stepped = rows::stepped(ui, TEXTS, self.items.len(), row, &|item| is_stop[item]);
        if let Some(item) = wanted.map(|(item, _)| item).or(stepped) {
            return Some((self.heights.above(item) - 40.0).max(0.0));
        }
        let (offset, view) = self.scrolled;
        let (down, up) = ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            (pressed(Key::PageDown), pressed(Key::PageUp))
        });
        match (down, up) {
            (true, _) => Some(offset + view * 0.9),
            (_, true) => Some((offset - view * 0.9).max(0.0)),
            _ => None,
        }
    }

    /// For each item whether the arrows stop there: at folds, and at rows with changes.
    fn stops(&self) -> Vec<bool> {
        self.items.iter().map(|item| self.row(item).is_none_or(|row| !row.is_same())).collect()
    }

    /// Guesses every height from the number of letters.
    fn guess_heights(&mut self, columns: Columns) {
        let lines = |side: &Option<Side>| {
            side.as_ref().map_or(0.0, |side| guess(side.range.len().to_usize(), columns.width, SIZE))
        };
        let height = |item: &Item| match item {
            Item::Fold(_) => FOLD,
            Item::Row(nth) => self.comparison.rows.get(*nth).map_or(FOLD, |row| {
                let (old, new) = (lines(&row.old), lines(&row.new));
                if columns.is_narrow { old + new + GAP } else { old.max(new) + GAP }
            }),
        };
        self.heights.fit(columns.width, self.items.len(), |nth| self.items.get(nth).map_or(FOLD, height));
    }

    fn items_ui(
        &mut self,
        cx: &ViewCtx<'_>,
        session: &Session,
        viewport: Rect,
        columns: Columns,
        ui: &mut Ui,
    ) {
        let corner = ui.max_rect().left_top();
        let mut going = None;
        for (nth, y) in self.heights.between(viewport.top(), viewport.bottom()) {
            let at = corner + vec2(0.0, y);
            let (drawn, asked) = match self.items[nth] {
                Item::Fold(n_rows) => {
                    let rect = Rect::from_min_size(at, vec2(ui.max_rect().width(), FOLD));
                    (FOLD, fold_ui(cx, nth, n_rows, rect, ui).then_some(Going::Unfold))
                }
                Item::Row(row) => self.row_ui(cx, (nth, row), at, columns, ui),
            };
            if self.heights.keep(nth, drawn) {
                ui.ctx().request_repaint();
            }
            going = going.or(asked);
        }
        ui.set_height(self.heights.total());
        match going {
            Some(Going::Unfold) => {
                self.shows_all = true;
                self.fold();
            }
            Some(Going::Row(row)) => {
                let item = self.items.iter().position(|item| *item == Item::Row(row));
                self.wanted = item.map(|item| (item, true));
                ui.ctx().request_repaint();
            }
            Some(Going::Page(row)) => {
                cx.ask(Request::ClosePage(ChangesPage::ID));
                cx.ask(Request::Go(Way::Offset(self.place_of_row(row, session))));
            }
            None => {}
        }
    }
}

/// Paragraphs without changes that are folded; whether they are to be shown.
fn fold_ui(cx: &ViewCtx<'_>, nth: usize, n_rows: usize, rect: Rect, ui: &mut Ui) -> bool {
    let response = ui.interact(rect, rows::row_id(TEXTS, nth), Sense::click());
    rows::hold_arrows(ui, TEXTS, nth, &response);
    let words = say!("changes-folded", count = n_rows);
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::Button, true, say!("changes-unfold", what = words.clone()))
    });
    let painter = ui.painter();
    rows::ground(cx.theme, painter, rect.shrink2(vec2(0.0, 3.0)), &response, false);
    let font = egui::FontId::proportional(12.0);
    let at = rect.left_center() + vec2(6.0, 0.0);
    painter.text(at, egui::Align2::LEFT_CENTER, format!("… {words}"), font, cx.theme.ink_subdued);
    response.clicked()
}
