//! The lines of the table: heads of groups and marks, drawn where they are in view; pointer and keys on them.

use super::deeds::deeds_ui;
use super::layout::Layout;
use super::lines::{Line, Lines};
use super::said::Row;
use super::{AllMarks, columns};
use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::rows;
use crate::gui::widgets::shape::shape_line;
use crate::gui::widgets::words::Look;
use crate::gui::words::say;
use crate::layer::{AnnotationId, Shape as TagShape};
use crate::library::Library;
use crate::library::table::{Column, Group, Grouping};
use egui::{Align2, EventFilter, Id, Key, Modifiers, Rect, Response, ScrollArea, Sense, Shape, Stroke};
use egui::{StrokeKind, TextStyle, Ui, pos2, vec2};

/// The height of a line, in points.
pub(super) const ROW: f32 = 24.0;
/// Around the words of a cell, in points.
pub(super) const PAD: f32 = 6.0;
/// Before the cells stands a box that says whether a mark is chosen; so wide, in points.
pub(super) const BOX: f32 = 26.0;
/// In a group of more marks is not looked in each frame whether all of them are chosen.
const MOST_LOOKED: usize = 2_000;
const LIST: &str = "all marks";

/// What was done to a line.
enum Done {
    /// It was clicked, or Enter was pressed.
    Opened,
    /// Its box was clicked.
    Boxed,
    /// It was clicked with the right button.
    Pointed,
}

impl AllMarks {
    pub(super) fn list_ui(&mut self, cx: &ViewCtx<'_>, library: &Library, layout: &Layout, ui: &mut Ui) {
        let here = self.focused(ui);
        if let Some(here) = here {
            self.answer_keys(here, ui);
        }
        let first = std::mem::take(&mut self.wants_list).then_some(0);
        let before = std::mem::take(&mut self.wants_back).then(|| last_held(ui)).flatten();
        let wanted = first.or(before);
        let mut area = ScrollArea::vertical().id_salt(LIST).auto_shrink([false, false]);
        let extends = ui.input(|input| input.modifiers.shift);
        if let Some(row) = rows::stepped(ui, LIST, self.lines.len(), wanted, &|_| true) {
            area = area.vertical_scroll_offset(rows::offset_to_show(row, ROW, ui.available_height()));
            if extends && let Some(here) = here {
                self.choose_to(here, row);
            }
        }
        let mut done = None;
        let mut said = std::mem::take(&mut self.said);
        said.begin_frame(library, layout.columns.iter().map(|(column, _)| *column));
        ui.spacing_mut().item_spacing.y = 0.0;
        area.show_rows(ui, ROW, self.lines.len(), |ui, range| {
            for nth in range {
                let what = match self.lines.get(&self.table, nth) {
                    Some(Line::Head(group)) => self.head_row_ui(cx, layout, nth, group, ui),
                    Some(Line::Mark(line)) => {
                        let row = said.row(library, &self.table, line);
                        row.and_then(|said| self.row_ui(cx, library, (layout, &said), (nth, line), ui))
                    }
                    None => None,
                };
                done = what.map(|what| (nth, what)).or(done.take());
            }
        });
        self.said = said;
        if let Some((nth, what)) = done {
            self.answer(cx, library, (nth, what), ui);
        }
    }

    /// The line that has the keyboard.
    fn focused(&self, ui: &Ui) -> Option<usize> {
        let here = last_held(ui)?;
        let has = ui.memory(egui::Memory::focused) == Some(rows::row_id(LIST, here));
        has.then_some(here)
    }

    /// Space chooses; the arrows to the sides fold groups and unfold them.
    fn answer_keys(&mut self, here: usize, ui: &Ui) {
        let (space, left, right) = ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            (pressed(Key::Space), pressed(Key::ArrowLeft), pressed(Key::ArrowRight))
        });
        if space {
            self.toggle(here);
        }
        let Some(group) = self.lines.group_at(here).filter(|_| left || right) else { return };
        self.fold(group, left);
        // The keyboard stays on something that is seen.
        if left && let Some(head) = self.lines.head_of(group) {
            hold(head, ui);
        }
    }

    /// Folds all groups, or unfolds them.
    pub(super) fn fold_all(&mut self, is_folded: bool) {
        self.folded.clear();
        if is_folded {
            self.folded.extend(self.table.groups().iter().map(|group| group.id.clone()));
        }
        self.lines = Lines::of(&self.table, &self.folded);
    }

    /// The marks of a line: one, or those of the group.
    fn marks_of(&self, nth: usize) -> Vec<AnnotationId> {
        let lines = match self.lines.get(&self.table, nth) {
            Some(Line::Mark(line)) => line..line + 1,
            Some(Line::Head(group)) => {
                self.table.groups().get(group).map_or(0..0, |group| group.start..group.start + group.n_lines)
            }
            None => 0..0,
        };
        lines.filter_map(|line| self.table.get(line)).map(|(_, row)| row.id).collect()
    }

    /// Chooses the marks of a line, or, where all of them are chosen, none of them.
    fn toggle(&mut self, nth: usize) {
        let marks = self.marks_of(nth);
        let is_chosen = marks.iter().all(|&id| self.chosen.has(id));
        marks.into_iter().for_each(|id| self.chosen.set(id, !is_chosen));
        self.from = Some(nth);
    }

    /// Chooses all marks between two lines, from where Shift was pressed first.
    fn choose_to(&mut self, here: usize, to: usize) {
        let from = *self.from.get_or_insert(here);
        for nth in from.min(to)..=from.max(to) {
            if let Some(Line::Mark(line)) = self.lines.get(&self.table, nth)
                && let Some((_, row)) = self.table.get(line)
            {
                self.chosen.set(row.id, true);
            }
        }
    }

    fn answer(&mut self, cx: &ViewCtx<'_>, library: &Library, (nth, what): (usize, Done), ui: &Ui) {
        let modifiers = ui.input(|input| input.modifiers);
        // Keys go on from what was clicked.
        hold(nth, ui);
        match (what, self.lines.get(&self.table, nth)) {
            (Done::Boxed, _) if modifiers.shift => self.choose_to(nth, nth),
            (Done::Boxed, _) => self.toggle(nth),
            // What the menu does is done to what it was opened on.
            (Done::Pointed, _) => {
                if !self.marks_of(nth).iter().all(|&id| self.chosen.has(id)) {
                    self.chosen.clear();
                    self.toggle(nth);
                }
            }
            (Done::Opened, _) if modifiers.shift => self.choose_to(nth, nth),
            (Done::Opened, _) if modifiers.command => self.toggle(nth),
            (Done::Opened, Some(Line::Head(group))) => {
                let is_folded =
                    self.table.groups().get(group).is_some_and(|group| self.folded.contains(&group.id));
                self.fold(group, !is_folded);
            }
            (Done::Opened, Some(Line::Mark(line))) => {
                self.from = Some(nth);
                if let Some((entry, row)) = self.table.get(line) {
                    cx.ask(Request::MarkIn(library.file_of(entry), row.id));
                }
            }
            (Done::Opened, None) => {}
        }
    }

    /// Whether all marks of a group are chosen; large ones are looked through only when that is easy.
    fn is_chosen(&self, group: &Group) -> bool {
        let mut lines = group.start..group.start + group.n_lines;
        let has = |line| self.table.get(line).is_some_and(|(_, row)| self.chosen.has(row.id));
        let is_some = 0 < self.n_chosen() && group.n_lines <= MOST_LOOKED;
        self.chosen.is_everything() || (is_some && lines.all(has))
    }

    /// Draws the head of a group.
    fn head_row_ui(
        &self,
        cx: &ViewCtx<'_>,
        layout: &Layout,
        nth: usize,
        group: usize,
        ui: &mut Ui,
    ) -> Option<Done> {
        let group = self.table.groups().get(group)?;
        let is_folded = self.folded.contains(&group.id);
        let is_chosen = self.is_chosen(group);
        let label = columns::group(layout.grouping, group).unwrap_or_else(|| nothing(layout.grouping));
        let count = say!("all-marks-group-count", count = group.n_lines);
        let (response, done) = self.place_ui(cx, nth, is_chosen, ui);
        if response.has_focus() {
            let filter =
                EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        }
        response.widget_info(|| {
            let name = format!("{label}, {count}");
            egui::WidgetInfo::selected(egui::Role::Button, true, !is_folded, name)
        });
        let rect = response.rect;
        let small = TextStyle::Small.resolve(ui.style());
        let at = pos2(rect.left() + BOX + PAD, rect.center().y);
        let corners = if is_folded {
            [vec2(0.0, -4.0), vec2(6.0, 0.0), vec2(0.0, 4.0)]
        } else {
            [vec2(-1.0, -3.0), vec2(7.0, -3.0), vec2(3.0, 3.0)]
        };
        let sign = corners.map(|by| at + by).to_vec();
        ui.painter().add(Shape::convex_polygon(sign, cx.theme.ink_subdued, Stroke::NONE));
        let room = rect.width() - BOX - PAD * 2.0 - 18.0 - 120.0;
        let size = TextStyle::Body.resolve(ui.style()).size;
        let look = Look { size, lines: 1, ink: cx.theme.ink_strong };
        let mut set = cx.words.borrow_mut();
        let placed = set.place(ui.ctx(), &label, room.max(60.0), look);
        let left = at.x + 18.0;
        set.paint(placed, ui.painter(), pos2(left, rect.center().y - placed.size.y / 2.0), look.ink);
        let after = pos2(left + placed.size.x + 10.0, rect.center().y);
        ui.painter().text(after, Align2::LEFT_CENTER, count, small, cx.theme.ink_subdued);
        ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(cx.theme.line_weight, cx.theme.line));
        response.context_menu(|ui| deeds_ui(cx, ui));
        done
    }

    /// Draws a mark.
    fn row_ui(
        &self,
        cx: &ViewCtx<'_>,
        library: &Library,
        (layout, said): (&Layout, &Row),
        (nth, line): (usize, usize),
        ui: &mut Ui,
    ) -> Option<Done> {
        let (entry, row) = self.table.get(line)?;
        let is_chosen = self.chosen.has(row.id);
        let (response, done) = self.place_ui(cx, nth, is_chosen, ui);
        let rect = Rect::from_min_max(response.rect.min + vec2(BOX, 0.0), response.rect.max);
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_chosen, &said.name));
        let person = cx.theme.person(row.person.id);
        let edge = Rect::from_min_size(rect.min + vec2(0.0, 4.0), vec2(2.0, ROW - 8.0));
        ui.painter().rect_filled(edge, 1.0, person);
        let size = TextStyle::Body.resolve(ui.style()).size;
        let tag = row.tags.first().map(|tag| library.codebook().tag(tag));
        let mut set = cx.words.borrow_mut();
        for ((column, cell), words) in layout.cells(rect).into_iter().zip(&said.cells) {
            let ink = match column {
                Column::Words => cx.theme.ink_strong,
                Column::Person => person,
                _ => cx.theme.ink,
            };
            let inner = cell.shrink2(vec2(PAD, 0.0));
            let placed = set.place(ui.ctx(), words, inner.width(), Look { size, lines: 1, ink });
            let at = pos2(inner.left(), inner.center().y - placed.size.y / 2.0);
            // What has no need to be cut off is drawn together with what is beside it.
            let is_over = inner.width() < placed.size.x;
            let cut = is_over.then(|| ui.painter().with_clip_rect(inner.intersect(ui.clip_rect())));
            let painter = cut.as_ref().unwrap_or(ui.painter());
            set.paint(placed, painter, at, ink);
            if let (Column::Tags, Some(tag)) = (column, tag) {
                let (shape, color) = (tag.map_or(TagShape::Solid, |tag| tag.shape), cx.theme.tag(tag));
                let (right, y) = (at.x + placed.size.x, rect.bottom() - 4.0);
                shape_line(painter, cx.theme, shape, (at.x, right), y, color);
            }
        }
        drop(set);
        response.context_menu(|ui| {
            if ui.button(say!("all-marks-go")).clicked() {
                cx.ask(Request::MarkIn(library.file_of(entry), row.id));
                ui.close();
            }
            ui.separator();
            deeds_ui(cx, ui);
        });
        done
    }

    /// Makes room for a line, with its box; and what was done to it.
    fn place_ui(
        &self,
        cx: &ViewCtx<'_>,
        nth: usize,
        is_chosen: bool,
        ui: &mut Ui,
    ) -> (Response, Option<Done>) {
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
        let response = ui.interact(rect, rows::row_id(LIST, nth), Sense::click());
        rows::hold_arrows(ui, LIST, nth, &response);
        rows::ground(cx.theme, ui.painter(), rect, &response, is_chosen);
        let place = Rect::from_center_size(pos2(rect.left() + BOX / 2.0, rect.center().y), vec2(13.0, 13.0));
        let ink = if is_chosen { cx.theme.accent } else { cx.theme.edge };
        if 0 < self.n_chosen() || response.hovered() || response.has_focus() {
            ui.painter().rect_stroke(place, 3.0, Stroke::new(cx.theme.line_weight, ink), StrokeKind::Inside);
        }
        if is_chosen {
            let check = [vec2(-3.0, 0.0), vec2(-1.0, 2.5), vec2(3.0, -2.5)].map(|by| place.center() + by);
            ui.painter().line(check.to_vec(), Stroke::new(1.5, cx.theme.accent));
        }
        let at = response.interact_pointer_pos();
        let done = if response.secondary_clicked() {
            Some(Done::Pointed)
        } else if response.clicked() {
            let is_in_box = at.is_some_and(|at| at.x < rect.left() + BOX);
            Some(if is_in_box { Done::Boxed } else { Done::Opened })
        } else {
            None
        };
        (response, done)
    }
}

/// The line that had the keyboard last.
fn last_held(ui: &Ui) -> Option<usize> {
    ui.data(|data| data.get_temp(Id::unique(LIST)))
}

/// Gives the keyboard to a line.
fn hold(nth: usize, ui: &Ui) {
    ui.memory_mut(|memory| memory.request_focus(rows::row_id(LIST, nth)));
    ui.data_mut(|data| data.insert_temp(Id::unique(LIST), nth));
}

/// What marks have in common that have nothing of the kind.
fn nothing(grouping: Grouping) -> String {
    match grouping {
        Grouping::Tag => say!("group-no-tag"),
        Grouping::Source => say!("group-no-source"),
        Grouping::Outlet => say!("group-no-outlet"),
        Grouping::Day | Grouping::Month => say!("group-no-date"),
        _ => say!("group-nothing"),
    }
}
