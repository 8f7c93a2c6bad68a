//! The list of the marks that lie under a click: what each is tagged with, whose it is and what it says.
//! It has the keyboard while it is there.

use super::Reader;
use super::frame::Frame;
use super::tagbar::raised;
use crate::gui::outbox::Request;
use crate::gui::panels::mark_row::mark_name;
use crate::gui::theme::bold;
use crate::gui::widgets::shape::shape_line;
use crate::gui::widgets::{in_visual_order, rows, shortened, visible};
use crate::gui::words::{figure, say, source, words_of};
use crate::layer::AnnotationId;
use crate::page::Place;
use crate::session::{MarkRef, Session};
use crate::text::TextSize;
use egui::{Align2, Area, Color32, Context, FontId, Order, Rect, RichText, Sense, Ui, pos2, vec2};

/// What the rows are told by.
const LIST: &str = "marks here";
/// The height and the width of a row, in points.
const ROW: (f32, f32) = (44.0, 348.0);

/// The list, while it is there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Overlaps {
    at: TextSize,
    /// Whether it is to have the keyboard with the next frame.
    wants_focus: bool,
    /// The row that had it in the last frame.
    with_focus: Option<usize>,
}

impl Overlaps {
    /// The list of the marks at a byte.
    pub(super) fn at(at: TextSize) -> Self {
        Self { at, wants_focus: true, with_focus: None }
    }
}

impl Reader {
    /// Lists the marks at a byte, where there are several.
    pub(in crate::gui) fn list_marks(&mut self, at: TextSize) {
        self.overlaps = Some(Overlaps::at(at));
    }

    /// Whether marks are listed on the page.
    pub(in crate::gui) fn lists_marks(&self) -> bool {
        self.overlaps.is_some()
    }

    /// Whether their list has the keyboard.
    pub(in crate::gui) fn is_in_list(&self, ctx: &Context) -> bool {
        let row = self.overlaps.and_then(|list| list.with_focus);
        row.is_some_and(|row| ctx.memory(egui::Memory::focused) == Some(rows::row_id(LIST, row)))
    }

    /// Takes the list away; the page has the keyboard again.
    pub(in crate::gui) fn leave_list(&mut self) {
        if self.overlaps.take().is_some() {
            self.focus();
        }
    }

    /// The mark on whose row the keyboard is.
    pub(super) fn listed(&self, session: &Session) -> Option<AnnotationId> {
        let list = self.overlaps?;
        Some(session.marks_at(list.at).get(list.with_focus?)?.annotation.id)
    }

    /// Draws the list and answers what is done to it.
    pub(super) fn overlaps_ui(&mut self, frame: &Frame<'_>, ui: &Ui) {
        let Some(mut list) = self.overlaps else { return };
        let marks = frame.session.marks_at(list.at);
        if marks.len() < 2 || self.gesture.is_busy() {
            return self.leave_list();
        }
        let Some(caret) = self.page.caret(Place::before(list.at)) else { return };
        let at = frame.to_window(caret.rect);
        let area = Area::new(egui::Id::unique(LIST))
            .order(Order::Foreground)
            .fixed_pos(pos2(at.left(), at.bottom() + 10.0))
            .constrain_to(frame.rect);
        let names = names(frame.session, &marks);
        let focused = marks.iter().position(|mark| frame.session.focus() == Some(mark.annotation.id));
        let drawn = area.show(ui.ctx(), |ui| {
            let wanted = list.wants_focus.then(|| focused.unwrap_or_default());
            rows::stepped(ui, LIST, marks.len(), wanted, &|_| true);
            let inner = raised(frame).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let title = RichText::new(say!("marks-here", count = marks.len())).small();
                ui.label(title.color(frame.cx.theme.ink_subdued));
                let mut chosen = None;
                list.with_focus = None;
                for (row, (mark, name)) in marks.iter().zip(&names).enumerate() {
                    let response = row_ui(frame, mark, (row, name), focused == Some(row), ui);
                    list.with_focus = list.with_focus.or(response.has_focus().then_some(row));
                    chosen = chosen.or(response.clicked().then_some(mark.annotation.id));
                }
                // The first frame of an area only measures it: nothing in it can have the keyboard.
                list.wants_focus &= list.with_focus.is_none();
                chosen
            });
            inner.inner
        });
        self.overlaps = Some(list);
        if let Some(chosen) = drawn.inner {
            frame.cx.ask(Request::Focus(Some(chosen)));
            self.leave_list();
        } else if drawn.response.clicked_elsewhere() && !frame.response.contains_pointer() {
            self.overlaps = None;
        }
    }
}

/// What each of the marks is called: its tags, who made it and its words; and what else it says where two
/// would be called alike.
fn names(session: &Session, marks: &[MarkRef<'_>]) -> Vec<String> {
    let name = |mark: &MarkRef<'_>| {
        let tags = mark_name(session, mark.annotation);
        let who = visible(&mark.layer.layer.annotator.name);
        say!("marks-here-row", tags = tags, who = who, words = visible(&mark.annotation.quote()))
    };
    let mut names: Vec<String> = marks.iter().map(name).collect();
    let is_alike =
        |nth: usize, names: &[String]| names.iter().filter(|name| **name == names[nth]).count() != 1;
    let alike: Vec<usize> = (0..names.len()).filter(|&nth| is_alike(nth, &names)).collect();
    for (nth, &at) in alike.iter().enumerate() {
        let more = Some(more(&marks[at])).filter(|more| !more.is_empty());
        let more = more.unwrap_or_else(|| (nth + 1).to_string());
        names[at] = format!("{} · {more}", names[at]);
    }
    names
}

/// What a mark says besides its words: its note, else who says it, else how many.
fn more(mark: &MarkRef<'_>) -> String {
    let annotation = mark.annotation;
    let figures = annotation.figures.iter().map(figure).collect::<Vec<_>>().join(", ");
    let said = [words_of(annotation), source(&annotation.attribution), figures];
    said.into_iter().find(|words| !words.is_empty()).map_or_else(String::new, |words| visible(&words))
}

fn row_ui(
    frame: &Frame<'_>,
    mark: &MarkRef<'_>,
    (row, name): (usize, &str),
    is_chosen: bool,
    ui: &mut Ui,
) -> egui::Response {
    let theme = frame.cx.theme;
    let (_, rect) = ui.allocate_space(vec2(ROW.1.min(frame.rect.width() - 40.0), ROW.0));
    let response = ui.interact(rect, rows::row_id(LIST, row), Sense::click());
    rows::hold_arrows(ui, LIST, row, &response);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_chosen, name));
    let painter = ui.painter();
    rows::ground(theme, painter, rect, &response, is_chosen);
    let annotation = mark.annotation;
    let tag = annotation.tags.first().and_then(|tag| frame.session.codebook().tag(tag));
    let shape = tag.map_or_else(Default::default, |tag| tag.shape);
    let inner = rect.shrink2(vec2(8.0, 5.0));
    let middle = inner.top() + 9.0;
    let ends = (inner.left(), inner.left() + 18.0);
    shape_line(painter, theme, shape, ends, middle, theme.tag(tag));
    let tags = Line {
        x: inner.left() + 26.0,
        top: inner.top(),
        right: inner.right(),
        font: FontId::new(13.0, bold()),
    };
    let drawn = tags.paint(ui, &mark_name(frame.session, annotation), theme.ink_strong);
    // Who made it, beside a bar in their colour.
    let person = &mark.layer.layer.annotator;
    let bar = Rect::from_min_size(pos2(drawn.right() + 10.0, inner.top() + 2.0), vec2(3.0, 12.0));
    painter.rect_filled(bar, 1.0, theme.person(person.id));
    let who = Line {
        x: bar.right() + 5.0,
        top: inner.top() + 1.0,
        right: inner.right(),
        font: FontId::proportional(12.0),
    };
    who.paint(ui, &visible(&person.name), theme.ink);
    let more = more(mark);
    let quote = visible(&annotation.quote());
    let words = if more.is_empty() { quote } else { format!("{} · {more}", shortened(&quote, 36)) };
    let under = Line {
        x: inner.left() + 26.0,
        top: inner.top() + 18.0,
        right: inner.right(),
        font: FontId::proportional(12.0),
    };
    under.paint(ui, &words, theme.ink_subdued);
    response
}

/// Where a line of words stands, in points of the window.
struct Line {
    x: f32,
    top: f32,
    right: f32,
    font: FontId,
}

impl Line {
    /// Paints words, cut where the room ends; where they lie.
    fn paint(&self, ui: &Ui, words: &str, ink: Color32) -> Rect {
        let words = in_visual_order(&shortened(words, 120));
        let mut job = egui::text::LayoutJob::simple_singleline(words, self.font.clone(), ink);
        job.wrap = egui::text::TextWrapping::truncate_at_width((self.right - self.x).max(0.0));
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let rect = Align2::LEFT_TOP.anchor_size(pos2(self.x, self.top), galley.size());
        ui.painter().galley(rect.min, galley, ink);
        rect
    }
}
