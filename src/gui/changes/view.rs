//! The view of two versions as it is drawn.

use super::{Changes, ChangesPage, Item};
use crate::analysis::{Row, Side};
use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::words::{Look, Placed};
use crate::gui::widgets::{in_visual_order, rows, shortened, visible};
use crate::text::{TextRange, TextSize};
use egui::{Color32, Id, Key, Modifiers, Painter, Pos2, Rect, RichText, ScrollArea, Sense, Ui, pos2, vec2};

/// The height of a line in the list of changes, in points.
const LINE: f32 = 26.0;
const LIST: &str = "changes";
/// Between the columns, and around them.
const GUTTER: f32 = 20.0;
/// Between two paragraphs.
const GAP: f32 = 14.0;
/// Below this width the versions stand one above the other.
const NARROW: f32 = 620.0;
const SIZE: f32 = 14.5;
const FOLD: f32 = 30.0;

impl Changes {
    /// Draws the view over the part of the window that the page has.
    pub(in crate::gui) fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let frame = egui::Frame::new().inner_margin(egui::Margin::symmetric(18, 12));
        frame.show(ui, |ui| {
            self.head_ui(cx, ui);
            self.list_ui(cx, ui);
            ui.separator();
            self.texts_ui(cx, ui);
        });
    }

    fn head_ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            ui.heading(RichText::new("What changed").color(cx.theme.ink_strong));
            let since = if self.was_open { "since the file changed" } else { "since it was marked" };
            ui.label(RichText::new(since).color(cx.theme.ink_subdued));
        });
        ui.horizontal_wrapped(|ui| {
            let at = self.chosen.and_then(|nth| self.comparison.changes.get(nth)).map(|change| change.at);
            let show = ui.add_enabled(at.is_some(), egui::Button::new("Show on the page"));
            if let Some(at) = at.filter(|_| show.clicked()) {
                cx.ask(Request::ClosePage(ChangesPage::ID));
                cx.ask(Request::Offset(at));
            }
            if ui.checkbox(&mut self.shows_all, "Whole text").changed() {
                self.fold();
                self.wanted = self.chosen.and_then(|chosen| self.item_of(chosen));
            }
            if ui.button("Close").clicked() {
                cx.ask(Request::ClosePage(ChangesPage::ID));
            }
        });
        ui.add_space(6.0);
    }

    fn list_ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let n_changes = self.comparison.changes.len();
        if n_changes == 0 {
            let words = if self.is_same() {
                "Both versions say the same"
            } else {
                "No figure, date, source, negation or verb of attribution changed"
            };
            ui.label(RichText::new(words).color(cx.theme.ink));
            return;
        }
        let most = (ui.available_height() * 0.35).max(3.0 * LINE);
        let mut area = ScrollArea::vertical().id_salt(LIST).max_height(most).auto_shrink([false, true]);
        let wanted = std::mem::take(&mut self.wants_focus).then(|| self.chosen.unwrap_or_default());
        if let Some(row) = rows::stepped(ui, LIST, n_changes, wanted, &|_| true) {
            area = area.vertical_scroll_offset(rows::offset_to_show(row, LINE, most));
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut chosen = None;
        area.show_rows(ui, LINE, n_changes, |ui, range| {
            for nth in range {
                if self.line_ui(cx, nth, ui) {
                    chosen = Some(nth);
                }
            }
        });
        if let Some(nth) = chosen {
            self.choose(nth);
        }
        ui.add_space(6.0);
    }

    /// A line of the list; whether it was clicked.
    fn line_ui(&self, cx: &ViewCtx<'_>, nth: usize, ui: &mut Ui) -> bool {
        let Some(change) = self.comparison.changes.get(nth) else { return false };
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), LINE));
        let response = ui.interact(rect, rows::row_id(LIST, nth), Sense::click());
        rows::hold_arrows(ui, LIST, nth, &response);
        let is_chosen = self.chosen == Some(nth);
        let summary = visible(&change.summary);
        let place = self.numbers.at(&self.new, change.at).map(|number| format!("paragraph {number}"));
        let place = place.unwrap_or_default();
        response.widget_info(|| {
            let label = format!("{}: {summary}, {place}", change.kind.name());
            egui::WidgetInfo::selected(egui::Role::Button, true, is_chosen, label)
        });
        let painter = ui.painter();
        rows::ground(cx.theme, painter, rect, &response, is_chosen);
        let small = egui::FontId::proportional(11.5);
        let subdued = if is_chosen { cx.theme.ink } else { cx.theme.ink_subdued };
        let middle = rect.center().y;
        let left = egui::Align2::LEFT_CENTER;
        painter.text(pos2(rect.left() + 8.0, middle), left, change.kind.name(), small.clone(), subdued);
        let right = egui::Align2::RIGHT_CENTER;
        let drawn = painter.text(pos2(rect.right() - 8.0, middle), right, place, small, subdued);
        let room =
            Rect::from_min_max(pos2(rect.left() + 88.0, rect.top()), pos2(drawn.left() - 8.0, rect.bottom()));
        let mut job = egui::text::LayoutJob::simple_singleline(
            in_visual_order(&shortened(&summary, 200)),
            egui::FontId::proportional(13.5),
            cx.theme.ink_strong,
        );
        job.wrap = egui::text::TextWrapping::truncate_at_width(room.width().max(20.0));
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let at = pos2(room.left(), middle - galley.size().y / 2.0);
        ui.painter().with_clip_rect(rect).galley(at, galley, cx.theme.ink_strong);
        response.clicked()
    }

    fn texts_ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let whole = ui.available_width();
        let is_narrow = whole < NARROW;
        let width = if is_narrow { whole - GUTTER } else { (whole - 2.0 * GUTTER) / 2.0 };
        let width = width.max(80.0).floor();
        if self.width != width {
            self.guess(width, is_narrow);
        }
        if !is_narrow {
            let (rect, _) = ui.allocate_exact_size(vec2(whole, 20.0), Sense::hover());
            for (x, words) in [(rect.left(), "Before"), (rect.left() + width + GUTTER, "Now")] {
                let font = egui::FontId::new(12.0, crate::gui::theme::bold());
                let at = pos2(x, rect.center().y);
                ui.painter().text(at, egui::Align2::LEFT_CENTER, words, font, cx.theme.ink_subdued);
            }
        }
        let mut area = ScrollArea::vertical().id_salt("versions").auto_shrink([false, false]);
        if let Some(offset) = self.offset_wanted(ui) {
            area = area.vertical_scroll_offset(offset);
        }
        let output =
            area.show_viewport(ui, |ui, viewport| self.items_ui(cx, viewport, (width, is_narrow), ui));
        self.scrolled = (output.state.clamped_offset().y, output.inner_rect.height());
    }

    /// Where the texts are to be scrolled: to the chosen change, or by the keys that scroll.
    fn offset_wanted(&mut self, ui: &Ui) -> Option<f32> {
        if let Some(item) = self.wanted.take() {
            let above: f32 = self.heights.iter().take(item).sum();
            return Some((above - 40.0).max(0.0));
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

    /// Guesses every height from the number of letters.
    fn guess(&mut self, width: f32, is_narrow: bool) {
        self.width = width;
        let lines = |side: &Option<Side>| -> f32 {
            let n_bytes = side.as_ref().map_or(0, |side| side.range.len().to_usize());
            let n_bytes = u16::try_from(n_bytes).map_or(f32::from(u16::MAX), f32::from);
            (n_bytes * SIZE * 0.48 / width).ceil()
        };
        let height = |item: &Item| match item {
            Item::Fold(_) => FOLD,
            Item::Row(nth) => self.comparison.rows.get(*nth).map_or(FOLD, |row| {
                let (old, new) = (lines(&row.old), lines(&row.new));
                let lines = if is_narrow { old + new } else { old.max(new) };
                lines * SIZE * 1.4 + GAP
            }),
        };
        self.heights = self.items.iter().map(height).collect();
    }

    fn items_ui(&mut self, cx: &ViewCtx<'_>, viewport: Rect, columns: (f32, bool), ui: &mut Ui) {
        let top = ui.max_rect().top();
        let left = ui.max_rect().left();
        let mut y = 0.0;
        let mut shows_all = false;
        for nth in 0..self.items.len() {
            let height = self.heights.get(nth).copied().unwrap_or(FOLD);
            if viewport.top() < y + height && y < viewport.bottom() {
                let at = pos2(left, top + y);
                let drawn = match self.items[nth] {
                    Item::Fold(n_rows) => {
                        shows_all |= fold_ui(
                            cx,
                            nth,
                            n_rows,
                            Rect::from_min_size(at, vec2(ui.max_rect().width(), FOLD)),
                            ui,
                        );
                        FOLD
                    }
                    Item::Row(row) => self.row_ui(cx, row, at, columns, ui),
                };
                if let Some(kept) = self.heights.get_mut(nth).filter(|kept| 0.5 < (**kept - drawn).abs()) {
                    *kept = drawn;
                    ui.ctx().request_repaint();
                }
            }
            y += self.heights.get(nth).copied().unwrap_or(FOLD);
        }
        ui.set_height(y);
        if shows_all {
            self.shows_all = true;
            self.fold();
        }
    }

    /// Draws a row, and says how high it is.
    fn row_ui(
        &self,
        cx: &ViewCtx<'_>,
        nth: usize,
        at: Pos2,
        (width, is_narrow): (f32, bool),
        ui: &mut Ui,
    ) -> f32 {
        let Some(row) = self.comparison.rows.get(nth) else { return FOLD };
        let look = Look {
            size: SIZE,
            lines: 400,
            ink: if row.is_same() { cx.theme.ink_subdued } else { cx.theme.ink },
        };
        let place = |text: &str| cx.words.borrow_mut().place(ui.ctx(), text, width, look);
        let old = row.old.as_ref().map(|side| (side, place(side.range.of(&self.old).unwrap_or_default())));
        let new = row.new.as_ref().map(|side| (side, place(self.new.slice(side.range))));
        let height = |side: &Option<(&Side, Placed)>| side.as_ref().map_or(0.0, |(_, placed)| placed.size.y);
        // One above the other, a paragraph without changes is shown once.
        let shows_old = !(is_narrow && row.is_same());
        let (above, below) = if is_narrow {
            let above = if shows_old { height(&old) } else { 0.0 };
            (above, above + if 0.0 < above && 0.0 < height(&new) { 4.0 } else { 0.0 } + height(&new))
        } else {
            (0.0, height(&old).max(height(&new)))
        };
        let total = below + GAP;
        let rect = Rect::from_min_size(at, vec2(ui.max_rect().width(), below));
        let response = ui.interact(
            rect,
            Id::unique(("row of both texts", nth)),
            if row.is_same() { Sense::hover() } else { Sense::click() },
        );
        response.widget_info(|| info(row, &self.old, self.new.text()));
        let painter = ui.painter().with_clip_rect(rect.expand(6.0).intersect(ui.clip_rect()));
        let is_lit = response.hovered() && !row.is_same();
        ground_ui(cx, rect.expand2(vec2(4.0, 3.0)), (is_lit, response.has_focus()), &painter);
        if let Some((side, placed)) = old.filter(|_| shows_old) {
            let color = if row.is_moved { cx.theme.ink_subdued } else { cx.theme.error };
            paint_side(cx, side, placed, at, (look.ink, color, true), &painter);
        }
        if let Some((side, placed)) = new {
            let gap = if is_narrow && 0.0 < above { 4.0 } else { 0.0 };
            let at = if is_narrow { at + vec2(0.0, above + gap) } else { at + vec2(width + GUTTER, 0.0) };
            paint_side(cx, side, placed, at, (look.ink, cx.theme.good, false), &painter);
        }
        if row.is_moved {
            moved_ui(cx, row, rect, width, is_narrow, &painter);
        }
        let start = |side: &Side| side.changed.first().map_or(side.range.start(), |changed| changed.start());
        let place = row.new.as_ref().map(start);
        if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
            cx.ask(Request::ClosePage(ChangesPage::ID));
            if let Some(place) = place.or_else(|| self.place_before(nth)) {
                cx.ask(Request::Offset(place));
            }
        }
        total
    }

    /// The end of the last paragraph of the new text before a row that has none.
    fn place_before(&self, nth: usize) -> Option<TextSize> {
        let before = self.comparison.rows.get(..nth)?.iter().rev();
        Some(
            before
                .into_iter()
                .find_map(|row| row.new.as_ref())
                .map_or(TextSize::ZERO, |side| side.range.start()),
        )
    }
}

/// What screen readers and tests are told of a row.
fn info(row: &Row, old: &str, new: &str) -> egui::WidgetInfo {
    let words = |side: &Option<Side>, text: &str| {
        side.as_ref().and_then(|side| side.range.of(text)).map(visible).unwrap_or_default()
    };
    let (before, now) = (words(&row.old, old), words(&row.new, new));
    match (&row.old, &row.new) {
        _ if row.is_same() => egui::WidgetInfo::labeled(egui::Role::Label, true, now),
        (Some(_), Some(_)) => {
            egui::WidgetInfo::labeled(egui::Role::Button, true, format!("Before: {before} Now: {now}"))
        }
        (Some(_), None) if row.is_moved => {
            egui::WidgetInfo::labeled(egui::Role::Button, true, format!("Moved from here: {before}"))
        }
        (None, _) if row.is_moved => {
            egui::WidgetInfo::labeled(egui::Role::Button, true, format!("Moved here: {now}"))
        }
        (Some(_), None) => egui::WidgetInfo::labeled(egui::Role::Button, true, format!("Gone: {before}")),
        (None, _) => egui::WidgetInfo::labeled(egui::Role::Button, true, format!("New: {now}")),
    }
}

/// The words of a side, with what changed in colour and shape: struck through what went, underlined what
/// came.
fn paint_side(
    cx: &ViewCtx<'_>,
    side: &Side,
    placed: Placed,
    at: Pos2,
    (ink, color, is_gone): (Color32, Color32, bool),
    painter: &Painter,
) {
    let mut words = cx.words.borrow_mut();
    let base = side.range.start();
    let within = |range: TextRange| {
        TextRange::new(range.start().saturating_sub(base), range.end().saturating_sub(base))
    };
    let parts: Vec<(Rect, f32)> =
        side.changed.iter().flat_map(|&changed| words.parts(placed, within(changed))).collect();
    for (part, _) in &parts {
        painter.rect_filled(part.translate(at.to_vec2()), 2.0, color.gamma_multiply(0.16));
    }
    words.paint(placed, painter, at, ink);
    for (part, baseline) in &parts {
        let y = at.y + if is_gone { baseline - SIZE * 0.28 } else { baseline + 2.5 };
        painter.hline(part.translate(at.to_vec2()).x_range(), y, (1.5, color));
    }
}

/// Says beside a paragraph that it only stands elsewhere now.
fn moved_ui(cx: &ViewCtx<'_>, row: &Row, rect: Rect, width: f32, is_narrow: bool, painter: &Painter) {
    let is_old = row.old.is_some();
    let words = if is_old { "moved from here" } else { "moved here" };
    let x = if is_old && !is_narrow { rect.left() + width + GUTTER } else { rect.left() };
    let align = if is_narrow { egui::Align2::RIGHT_BOTTOM } else { egui::Align2::LEFT_TOP };
    let at = if is_narrow { rect.right_bottom() } else { pos2(x, rect.top() + 3.0) };
    painter.text(at, align, words, egui::FontId::proportional(11.5), cx.theme.ink_subdued);
}

/// Paragraphs without changes that are folded; whether they are to be shown.
fn fold_ui(cx: &ViewCtx<'_>, nth: usize, n_rows: usize, rect: Rect, ui: &mut Ui) -> bool {
    let response = ui.interact(rect, Id::unique(("fold of both texts", nth)), Sense::click());
    let words = match n_rows {
        1 => "1 paragraph without changes".to_owned(),
        n => format!("{n} paragraphs without changes"),
    };
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, format!("Show {words}")));
    let painter = ui.painter();
    rows::ground(cx.theme, painter, rect.shrink2(vec2(0.0, 3.0)), &response, false);
    let font = egui::FontId::proportional(12.0);
    let at = rect.left_center() + vec2(6.0, 0.0);
    painter.text(at, egui::Align2::LEFT_CENTER, format!("… {words}"), font, cx.theme.ink_subdued);
    response.clicked()
}

/// What lies under a row: whether it is pointed at, and whether it has the keyboard.
fn ground_ui(cx: &ViewCtx<'_>, rect: Rect, (is_lit, has_keyboard): (bool, bool), painter: &egui::Painter) {
    if is_lit {
        painter.rect_filled(rect, 4.0, cx.theme.hover);
    }
    if has_keyboard {
        painter.rect_stroke(rect, 4.0, (1.5, cx.theme.accent), egui::StrokeKind::Inside);
    }
}
