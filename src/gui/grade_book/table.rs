//! Pupils by marks of the key. Names stay at the left and heads at the top; only what is in view is drawn. One cell
//! has the keyboard, and the arrows take it on.

use super::{At, Column, GradeBook, Order, sign};
use crate::analysis::grading::Judged;
use crate::gui::theme::Theme;
use crate::gui::told;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::shape::shape_line;
use crate::gui::widgets::visible;
use crate::gui::widgets::words::Look;
use crate::gui::words::say;
use crate::layer::{Codebook, TagId};
use crate::session::class::phrase::points;
use crate::session::class::{ClassBook, Pupil};
use egui::{
    Align2, Color32, EventFilter, Id, Key, Modifiers, Rect, Response, Role, ScrollArea, Sense, Stroke,
    StrokeKind, TextStyle, Ui, WidgetInfo, pos2, vec2,
};

const ROW: f32 = 28.0;
const HEAD: f32 = 34.0;
/// The room of names and of points, which stay, in points.
const NAME: f32 = 150.0;
const POINTS: f32 = 92.0;
const STAYS: f32 = NAME + POINTS;
/// The width of a mark's column, and of that of extra marks.
const CELL: f32 = 36.0;
/// The height of what explains the signs.
const LEGEND: f32 = 44.0;

/// Where things stand.
struct Layout {
    whole: Rect,
    clip: Rect,
    n_marks: usize,
    n_rows: usize,
}

impl Layout {
    /// The room of a cell: rows from 0, 0 being the name and the last the extra marks.
    fn cell(&self, row: usize, column: usize) -> Rect {
        let top = self.whole.top() + HEAD + ROW * count(row);
        match column.checked_sub(1) {
            None => Rect::from_min_size(pos2(self.clip.left(), top), vec2(STAYS, ROW)),
            Some(nth) => {
                let left = self.whole.left() + STAYS + CELL * count(nth);
                Rect::from_min_size(pos2(left, top), vec2(CELL, ROW))
            }
        }
    }

    fn head(&self, column: usize) -> Rect {
        let cell = self.cell(0, column);
        Rect::from_min_size(pos2(cell.left(), self.clip.top()), vec2(cell.width(), HEAD))
    }

    /// What moves both ways.
    fn moving(&self) -> Rect {
        Rect::from_min_max(pos2(self.clip.left() + STAYS, self.clip.top() + HEAD), self.clip.max)
    }

    fn rows(&self) -> std::ops::Range<usize> {
        let from = (self.clip.top() - self.whole.top()) / ROW;
        let to = (self.clip.bottom() - self.whole.top() - HEAD) / ROW;
        index(from).min(self.n_rows)..(index(to) + 1).min(self.n_rows)
    }

    fn columns(&self) -> std::ops::Range<usize> {
        let from = (self.clip.left() - self.whole.left()) / CELL;
        let to = (self.clip.right() - self.whole.left() - STAYS) / CELL;
        1 + index(from).min(self.n_marks)..(2 + index(to)).min(self.n_marks + 2)
    }
}

impl GradeBook {
    pub(super) fn table_ui(&mut self, cx: &ViewCtx<'_>, book: &ClassBook, height: f32, ui: &mut Ui) {
        self.step_by_keys(book, ui);
        if std::mem::take(&mut self.wants_focus) {
            let first = || At {
                pupil: self.pupil_at(book, 0).map(|pupil| pupil.handed.person.id),
                column: Column::Pupil,
            };
            let at = self.chosen.unwrap_or_else(first);
            self.choose(at, ui);
        }
        let n_marks = book.marking.key().len();
        let size = vec2(STAYS + CELL * count(n_marks + 1), HEAD + ROW * count(self.rows.len()));
        let most = (height - LEGEND).max(80.0);
        let area = ScrollArea::both().id_salt("grade book").max_height(most).auto_shrink([false, true]);
        area.show(ui, |ui| {
            let (_, whole) = ui.allocate_space(size);
            let layout = Layout { whole, clip: ui.clip_rect(), n_marks, n_rows: self.rows.len() };
            self.scroll_to_chosen(book, &layout, ui);
            for row in layout.rows() {
                for column in layout.columns() {
                    self.cell_ui(cx, book, &layout, (row, column), ui);
                }
            }
            for row in layout.rows() {
                self.name_ui(cx, book, &layout, row, ui);
            }
            self.heads_ui(cx, book, &layout, ui);
        });
        legend_ui(cx, ui);
    }

    fn pupil_at<'a>(&self, book: &'a ClassBook, row: usize) -> Option<&'a Pupil> {
        book.pupils.get(*self.rows.get(row)?)
    }

    /// What is at a row and a column; the row 0 is the heads.
    fn at(&self, book: &ClassBook, row: Option<usize>, column: usize) -> Option<At> {
        let pupil = row.map(|row| self.pupil_at(book, row).map(|pupil| pupil.handed.person.id));
        let column = match column.checked_sub(1) {
            None => Column::Pupil,
            Some(nth) => match book.marking.key().get(nth) {
                Some(key) => Column::Mark(key.id()?),
                None => Column::Extras,
            },
        };
        match pupil {
            Some(None) => None,
            pupil => Some(At { pupil: pupil.flatten(), column }),
        }
    }

    /// The row, none for the heads, and the column of what is chosen.
    fn place(&self, book: &ClassBook, at: At) -> Option<(Option<usize>, usize)> {
        let key = book.marking.key();
        let column = match at.column {
            Column::Pupil => 0,
            Column::Mark(mark) => 1 + key.iter().position(|key| key.id() == Some(mark))?,
            Column::Extras => 1 + key.len(),
        };
        let row = |who| {
            self.rows
                .iter()
                .position(|&nth| book.pupils.get(nth).is_some_and(|pupil| pupil.handed.person.id == who))
        };
        Some((at.pupil.map(row).map_or(Some(None), |row| row.map(Some))?, column))
    }

    fn choose(&mut self, at: At, ui: &Ui) {
        self.chosen = Some(at);
        self.scrolls = true;
        ui.memory_mut(|memory| memory.request_focus(id_of(at)));
        ui.ctx().request_repaint();
    }

    fn step_by_keys(&mut self, book: &ClassBook, ui: &Ui) {
        let Some(at) = self.chosen.filter(|at| ui.memory(egui::Memory::focused) == Some(id_of(*at))) else {
            return;
        };
        let Some((row, column)) = self.place(book, at) else { return };
        let (n_rows, last) = (self.rows.len(), book.marking.key().len() + 1);
        let row_from_head = row.map_or(0, |row| row + 1);
        let mut next = (row_from_head, column);
        ui.input_mut(|input| {
            for (key, to) in [
                (Key::ArrowUp, (row_from_head.saturating_sub(1), column)),
                (Key::ArrowDown, ((row_from_head + 1).min(n_rows), column)),
                (Key::ArrowLeft, (row_from_head, column.saturating_sub(1))),
                (Key::ArrowRight, (row_from_head, (column + 1).min(last))),
                (Key::Home, (row_from_head, 0)),
                (Key::End, (row_from_head, last)),
                (Key::PageUp, (row_from_head.saturating_sub(10).max(1), column)),
                (Key::PageDown, ((row_from_head + 10).min(n_rows), column)),
            ] {
                if input.consume_key(Modifiers::NONE, key) {
                    next = to;
                }
            }
            if input.consume_key(Modifiers::NONE, Key::Enter) {
                self.form.wants_focus = true;
            }
        });
        if next != (row_from_head, column)
            && let Some(at) = self.at(book, next.0.checked_sub(1), next.1)
        {
            self.choose(at, ui);
        }
    }

    fn scroll_to_chosen(&mut self, book: &ClassBook, layout: &Layout, ui: &Ui) {
        if !std::mem::take(&mut self.scrolls) {
            return;
        }
        let Some((row, column)) = self.chosen.and_then(|at| self.place(book, at)) else { return };
        let cell = layout.cell(row.unwrap_or(0), column.max(1));
        // What stays covers a part of the view.
        let mut rect = Rect::from_min_max(cell.min - vec2(STAYS, HEAD), cell.max);
        if column == 0 {
            rect.set_left(layout.clip.left());
            rect.set_right(layout.clip.left() + 1.0);
        }
        ui.scroll_to_rect(rect, None);
    }

    fn cell_ui(
        &mut self,
        cx: &ViewCtx<'_>,
        book: &ClassBook,
        layout: &Layout,
        (row, column): (usize, usize),
        ui: &Ui,
    ) {
        let Some((pupil, at)) = self.pupil_at(book, row).zip(self.at(book, Some(row), column)) else {
            return;
        };
        let rect = layout.cell(row, column).shrink(1.5);
        let seen = rect.intersect(layout.moving());
        if !seen.is_positive() {
            return;
        }
        let painter = ui.painter().with_clip_rect(layout.moving());
        let judged = column.checked_sub(1).and_then(|nth| pupil.grade.marks.get(nth));
        let response = self.button(at, seen, ui, || cell_name(book, pupil, column, judged));
        match judged {
            Some(judged) => {
                sign::paint(cx.theme, &painter, rect, judged.verdict);
                if judged.by_hand.is_some() {
                    sign::by_hand(cx.theme, &painter, rect);
                }
            }
            None if pupil.grade.extras.is_empty() => {}
            None => {
                let n = format!("+{}", pupil.grade.extras.len());
                let font = TextStyle::Body.resolve(ui.style());
                painter.rect_filled(rect, 3.0, cx.theme.page.lerp_to_gamma(cx.theme.warning, 0.2));
                painter.text(rect.center(), Align2::CENTER_CENTER, n, font, cx.theme.warning);
            }
        }
        self.edge(cx.theme, at, rect, &response, &painter);
    }

    /// A field that can be chosen; only the chosen one is a stop of the keyboard.
    fn button(&mut self, at: At, rect: Rect, ui: &Ui, name: impl Fn() -> String) -> Response {
        let is_chosen = self.chosen == Some(at);
        let sense = if is_chosen || self.chosen.is_none() { Sense::click() } else { Sense::CLICK };
        let response = ui.interact(rect, id_of(at), sense);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, name()));
        if response.has_focus() {
            let filter =
                EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        }
        if response.clicked() || response.gained_focus() && !is_chosen {
            self.choose(at, ui);
        }
        response
    }

    fn edge(&self, theme: &Theme, at: At, rect: Rect, response: &Response, painter: &egui::Painter) {
        let is_chosen = self.chosen == Some(at);
        let (width, ink) = match (response.has_focus(), is_chosen, response.hovered()) {
            (true, ..) => (2.5, theme.accent),
            (_, true, _) => (2.0, theme.ink_strong),
            (.., true) => (1.0, theme.ink_strong),
            _ => return,
        };
        painter.rect_stroke(rect, 3.0, Stroke::new(width, ink), StrokeKind::Inside);
    }

    /// The pupil's name and points.
    fn name_ui(&mut self, cx: &ViewCtx<'_>, book: &ClassBook, layout: &Layout, row: usize, ui: &Ui) {
        let Some((pupil, at)) = self.pupil_at(book, row).zip(self.at(book, Some(row), 0)) else { return };
        let Some(name) = self.rows.get(row).and_then(|&nth| book.names.get(nth)) else { return };
        let rect = layout.cell(row, 0);
        let below = Rect::from_min_max(pos2(layout.clip.left(), layout.clip.top() + HEAD), layout.clip.max);
        let painter = ui.painter().with_clip_rect(below);
        painter.rect_filled(rect, 0.0, cx.theme.page);
        let grade = &pupil.grade;
        let response = self.button(at, rect.intersect(below), ui, || {
            let passed = if grade.has_passed { say!("class-passed") } else { say!("class-not-passed") };
            let (given, of) = (points(grade.points), points(grade.of));
            say!("class-pupil-name", name = visible(name), given = given, of = of, passed = passed)
        });
        let name_rect = rect.with_max_x(rect.left() + NAME);
        people_ui(cx, name, name_rect, below, ui);
        let font = TextStyle::Body.resolve(ui.style());
        let ink = if grade.has_passed { cx.theme.ink } else { cx.theme.error };
        let given = format!("{} / {}", points(grade.points), points(grade.of));
        painter.text(rect.right_center() - vec2(10.0, 0.0), Align2::RIGHT_CENTER, given, font, ink);
        self.edge(cx.theme, at, rect.shrink(1.5), &response, &painter);
    }

    /// The heads: what sorts, the marks by number with the line of their tag, and extra marks.
    fn heads_ui(&mut self, cx: &ViewCtx<'_>, book: &ClassBook, layout: &Layout, ui: &Ui) {
        let band = Rect::from_min_size(layout.clip.min, vec2(layout.clip.width(), HEAD));
        ui.painter().rect_filled(band, 0.0, cx.theme.page);
        let font = TextStyle::Body.resolve(ui.style());
        let moving = band.with_min_x(band.left() + STAYS);
        for column in layout.columns() {
            let rect = layout.head(column);
            let seen = rect.intersect(moving);
            let Some(at) = self.at(book, None, column).filter(|_| seen.is_positive()) else { continue };
            let painter = ui.painter().with_clip_rect(moving);
            let key = book.marking.key().get(column - 1);
            let response = self.button(at, seen, ui, || match key {
                Some(key) => say!("class-head-mark", nth = column, quote = visible(&key.quote)),
                None => say!("class-head-extras"),
            });
            let words = key.map_or_else(|| "+".to_owned(), |_| column.to_string());
            let middle = rect.center() - vec2(0.0, 3.0);
            painter.text(middle, Align2::CENTER_CENTER, words, font.clone(), cx.theme.ink_strong);
            if let Some(tag) = key.and_then(|key| key.accepted.first()?.tags.first()) {
                tag_line(cx, tag, rect, &painter);
            }
            self.edge(cx.theme, at, rect.shrink(1.5), &response, &painter);
            response.on_hover_text(key.map_or_else(|| say!("class-head-extras"), |key| visible(&key.quote)));
        }
        let names = band.with_max_x(band.left() + NAME);
        let given =
            Rect::from_min_max(pos2(names.right(), band.top()), pos2(band.left() + STAYS, band.bottom()));
        for (rect, order, words) in
            [(names, Order::Name, say!("class-head-name")), (given, Order::Points, say!("class-head-points"))]
        {
            let is_on = self.order == order;
            let head = ui.interact(rect, Id::unique(("grade order", order as u8)), Sense::click());
            head.widget_info(|| {
                WidgetInfo::selected(Role::Button, true, is_on, say!("class-sort", by = words.clone()))
            });
            let ink = if is_on { cx.theme.ink_strong } else { cx.theme.ink_subdued };
            let words = if is_on { format!("{words} ↓") } else { words };
            let (at, align) = match order {
                Order::Name => (rect.left_center() + vec2(6.0, 0.0), Align2::LEFT_CENTER),
                Order::Points => (rect.right_center() - vec2(10.0, 0.0), Align2::RIGHT_CENTER),
            };
            ui.painter().text(at, align, words, font.clone(), ink);
            if head.has_focus() {
                let stroke = Stroke::new(2.0, cx.theme.accent);
                ui.painter().rect_stroke(rect.shrink(1.5), 3.0, stroke, StrokeKind::Inside);
            }
            if head.clicked() {
                self.order = order;
            }
        }
        ui.painter().hline(band.x_range(), band.bottom() - 0.5, Stroke::new(1.0, cx.theme.line));
    }
}

/// "Ada Lind; 3 “The army denied”: with other ends; 3.2 of 4 points".
fn cell_name(book: &ClassBook, pupil: &Pupil, column: usize, judged: Option<&Judged>) -> String {
    let nth = book.pupils.iter().position(|one| one.handed.person.id == pupil.handed.person.id);
    let name = visible(nth.and_then(|nth| book.names.get(nth)).map_or("", String::as_str));
    let Some((judged, key)) = judged.zip(book.marking.key().get(column - 1)) else {
        return say!("class-cell-extras", name = name, count = pupil.grade.extras.len());
    };
    say!(
        "class-cell",
        name = name,
        nth = column,
        quote = visible(&key.quote),
        verdict = told::verdict(judged),
        given = points(judged.points()),
        of = points(judged.of())
    )
}

fn people_ui(cx: &ViewCtx<'_>, name: &str, rect: Rect, clip: Rect, ui: &Ui) {
    let size = TextStyle::Body.resolve(ui.style()).size;
    let look = Look { size, lines: 1, ink: cx.theme.ink };
    let mut words = cx.words.borrow_mut();
    let placed = words.place(ui.ctx(), &visible(name), rect.width() - 12.0, look);
    let painter = ui.painter().with_clip_rect(rect.intersect(clip));
    let at = pos2(rect.left() + 6.0, rect.center().y - placed.size.y / 2.0);
    words.paint(placed, &painter, at, look.ink);
}

fn tag_line(cx: &ViewCtx<'_>, tag: &TagId, rect: Rect, painter: &egui::Painter) {
    let codebook: &Codebook = cx.commands.codebook();
    let known = codebook.tags.iter().find(|known| known.id == *tag);
    let colour: Color32 = cx.theme.tag(known);
    let shape = known.map(|known| known.shape).unwrap_or_default();
    let ends = (rect.left() + 8.0, rect.right() - 8.0);
    shape_line(painter, cx.theme, shape, ends, rect.bottom() - 7.0, colour);
}

/// What the signs mean, in words beside each.
fn legend_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    use crate::analysis::grading::Verdict;
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for verdict in Verdict::ALL {
            let words = egui::RichText::new(told::verdict_name(verdict)).small().color(cx.theme.ink_subdued);
            // A sign at the end of a line would be parted from what it means.
            let small = egui::TextStyle::Small.resolve(ui.style());
            let width = ui.fonts_mut(|fonts| {
                fonts.layout_no_wrap(words.text().to_owned(), small, cx.theme.ink_subdued).size().x
            });
            if ui.available_size_before_wrap().x < 18.0 + 4.0 + width {
                ui.end_row();
            }
            let (rect, _) = ui.allocate_exact_size(vec2(18.0, 16.0), Sense::hover());
            let ink = sign::colour(cx.theme, verdict);
            sign::sign(ui.painter(), rect.center(), verdict, ink, cx.theme.line_weight);
            ui.label(words);
            ui.add_space(6.0);
        }
    });
}

fn id_of(at: At) -> Id {
    let column = match at.column {
        Column::Pupil => None,
        Column::Mark(mark) => Some(mark),
        Column::Extras => Some(crate::layer::AnnotationId(uuid::Uuid::max())),
    };
    Id::unique(("grade", at.pupil, column))
}

fn count(n: usize) -> f32 {
    u16::try_from(n).map_or(f32::from(u16::MAX), f32::from)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a table on a screen")]
fn index(at: f32) -> usize {
    at.max(0.0) as usize
}
