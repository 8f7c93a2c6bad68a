//! The stripes in the window: painted, named, pointed at and clicked; above them whose lanes they are.

use super::Reader;
use super::differing::says;
use super::frame::{Frame, bounds_of};
use super::hover;
use super::items::link_words;
use super::stripes::{Bar, Lanes, PITCH};
use crate::gui::outbox::Request;
use crate::gui::widgets::visible;
use crate::gui::widgets::words::Look;
use crate::gui::words::say;
use crate::layer::{AnnotationId, AnnotatorId};
use egui::{Color32, CursorIcon, Id, Painter, Rect, RichText, Sense, Ui, pos2, vec2};

/// How high the heads of the lanes are, in points.
const HEADS: f32 = 22.0;
/// More marks of a line than these nobody reads at once.
const MOST_SAID: usize = 8;

impl Reader {
    /// Draws the stripes and answers the pointer on them.
    pub(super) fn stripes_ui(&mut self, frame: &Frame<'_>, ui: &Ui) {
        let room = self.beside(frame, self.sides.counts, self.sides.stripes);
        let room = Rect::from_x_y_ranges(room, frame.rect.y_range());
        let lanes = Lanes::of(frame.session, self.sides.stripes);
        let has_heads = 1 < lanes.people.len();
        let painter = ui.painter_at(if has_heads { room.with_min_y(room.top() + HEADS) } else { room });
        let places: Vec<(usize, f32)> =
            self.page.visible().map(|shown| (shown.portion, frame.rect.top() + shown.y)).collect();
        self.paint_lit_bars(&places, frame, room, &painter);
        for &(portion, top) in &places {
            self.marks.paint_stripes(portion, vec2(room.left(), top), &painter);
        }
        for mark in self.bars_ui(&places, frame, room, painter.clip_rect(), ui) {
            self.light(mark);
        }
        self.relations_ui(frame, painter.clip_rect().intersect(room), ui);
        if has_heads {
            self.heads_ui(frame, &lanes, room, ui);
        }
    }

    /// A ground under the bars of marks that stand out.
    fn paint_lit_bars(&self, places: &[(usize, f32)], frame: &Frame<'_>, room: Rect, painter: &Painter) {
        for &(portion, top) in places {
            for bar in self.marks.of(portion).map_or(&[][..], |marks| &marks.bars) {
                if bar.marks.len() == 1 && bar.marks.iter().any(|&mark| self.lit.has(mark)) {
                    painter.rect_filled(place(bar, room, top), 2.0, frame.cx.theme.pressed);
                }
                self.paint_differing_bar(frame, bar, place(bar, room, top), painter);
            }
        }
    }

    /// Names the bars in view and answers the pointer; the marks that it is on.
    fn bars_ui(
        &mut self,
        places: &[(usize, f32)],
        frame: &Frame<'_>,
        room: Rect,
        view: Rect,
        ui: &Ui,
    ) -> Vec<AnnotationId> {
        let mut pointed = Vec::new();
        for &(portion, top) in places {
            for bar in self.marks.of(portion).map_or(&[][..], |marks| &marks.bars) {
                let rect = place(bar, room, top).intersect(view);
                let Some(&first) = bar.marks.first().filter(|_| rect.is_positive()) else { continue };
                self.margin.take(rect);
                // The pointer's alone: the keyboard has the list, where every mark has its words.
                let response =
                    ui.interact(rect, Id::unique(("bar", portion, first, bar.start)), Sense::CLICK);
                ui.ctx().accesskit_node_builder(response.id, |node| {
                    node.set_role(egui::accesskit::Role::GraphicsSymbol);
                    node.set_selected(self.stands_out(frame, bar));
                    let differs = says(frame, bar).map(|differs| format!("{}; {differs}", bar.name));
                    node.set_label(differs.unwrap_or_else(|| bar.name.clone()));
                    node.set_bounds(bounds_of(rect));
                });
                if response.clicked() {
                    let focused = bar.marks.iter().position(|&mark| frame.session.focus() == Some(mark));
                    let next = focused.map_or(0, |at| (at + 1) % bar.marks.len());
                    frame.cx.ask(Request::Focus(bar.marks.get(next).copied()));
                }
                if response.hovered() {
                    if bar.marks.len() == 1 {
                        pointed.push(first);
                    }
                    let response = response.on_hover_cursor(CursorIcon::PointingHand);
                    response.on_hover_ui(|ui| self.bar_words(frame, bar, ui));
                }
            }
        }
        pointed
    }

    fn stands_out(&self, frame: &Frame<'_>, bar: &Bar) -> bool {
        bar.marks.iter().any(|&mark| self.lit.has(mark) || frame.session.focus() == Some(mark))
    }

    /// What is said of a bar when the pointer rests on it.
    fn bar_words(&self, frame: &Frame<'_>, bar: &Bar, ui: &mut Ui) {
        ui.set_max_width(340.0);
        for &id in bar.marks.iter().take(MOST_SAID) {
            let Some(mark) = frame.session.mark(id) else { continue };
            hover::mark_ui(frame, &mark, ui);
            for link in self.margin.links_of(id) {
                ui.label(link_words(frame.session, link, 80));
            }
        }
        let rest = bar.marks.len().saturating_sub(MOST_SAID);
        if 0 < rest {
            ui.label(RichText::new(say!("stripes-more", count = rest)).small());
        }
    }

    /// Above the lanes, on the page's own ground: whose they are.
    fn heads_ui(&self, frame: &Frame<'_>, lanes: &Lanes, room: Rect, ui: &Ui) {
        let theme = frame.cx.theme;
        let row = room.with_max_y(room.top() + HEADS);
        // A disc stands above the first bars of its lane, and may reach a little over the lane's edge.
        let painter = ui.painter_at(row.expand2(vec2(4.0, 0.0)));
        painter.rect_filled(row, 0.0, theme.page);
        let place = |nth: usize| {
            let left = if self.is_rtl {
                row.right() - lanes.left(nth) - lanes.width
            } else {
                row.left() + lanes.left(nth)
            };
            Rect::from_min_size(pos2(left, row.top()), vec2(lanes.width, row.height()))
        };
        if lanes.are_folded() {
            let said: Vec<String> = lanes.people.iter().map(|&who| lane_words(frame, who)).collect();
            let words = lanes.people.len().to_string();
            disc(frame, &painter, place(0), &words, theme.ink_subdued, ui);
            head_ui(place(0), "everybody", &said.join("\n"), ui);
            return;
        }
        for (nth, &who) in lanes.people.iter().enumerate() {
            let name = name_of(frame, who);
            let initial: String = name.chars().next().into_iter().flat_map(char::to_uppercase).collect();
            disc(frame, &painter, place(nth), &initial, theme.person(who), ui);
            head_ui(place(nth), who, &lane_words(frame, who), ui);
        }
    }
}

/// Where a bar stands in the window.
fn place(bar: &Bar, room: Rect, top: f32) -> Rect {
    let min = pos2(room.left() + bar.rect.x, top + bar.rect.y);
    Rect::from_min_size(min, vec2(bar.rect.width, bar.rect.height))
}

/// A disc in a person's colour with a letter on it, as large as the lane has room; below a certain size
/// without the letter.
fn disc(frame: &Frame<'_>, painter: &Painter, lane: Rect, letter: &str, color: Color32, ui: &Ui) {
    let size = (lane.width() - 1.0).min(15.0);
    let radius = size / 2.0;
    let at = pos2(lane.left() + (PITCH / 2.0).min(lane.width() / 2.0), lane.center().y);
    painter.circle_filled(at, radius, color);
    if size < 9.0 {
        return;
    }
    let look = Look { size: (size * 0.66).round(), lines: 1, ink: frame.cx.theme.page };
    let mut words = frame.cx.words.borrow_mut();
    let placed = words.place(ui.ctx(), letter, 40.0, look);
    words.paint(placed, painter, at - placed.size / 2.0, look.ink);
}

fn head_ui(rect: Rect, salt: impl std::hash::Hash + std::fmt::Debug, said: &str, ui: &Ui) {
    let response = ui.interact(rect, Id::unique(("head of a lane", salt)), Sense::hover());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::Image);
        node.set_label(said);
        node.set_bounds(bounds_of(rect));
    });
    response.on_hover_text(said);
}

fn name_of(frame: &Frame<'_>, who: AnnotatorId) -> String {
    let open = frame.session.layers().iter().find(|open| open.layer.annotator.id == who);
    open.map_or_else(String::new, |open| visible(&open.layer.annotator.name))
}

/// "Ben: 12 marks".
fn lane_words(frame: &Frame<'_>, who: AnnotatorId) -> String {
    let open = frame.session.layers().iter().find(|open| open.layer.annotator.id == who);
    let count = open.map_or(0, |open| open.layer.annotations().len());
    say!("stripes-lane", who = name_of(frame, who), count = count)
}
