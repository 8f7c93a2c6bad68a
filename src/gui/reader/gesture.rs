//! Pointer gestures on the page: drag, double and triple click, shift-click, ctrl-drag, and the ends of a mark.

use super::Reader;
use super::frame::Frame;
use super::overlaps::Overlaps;
use super::type_cache::TypeCache;
use crate::document::Document;
use crate::gui::outbox::{LinkStep, Request};
use crate::gui::view_ctx::name;
use crate::layer::AnnotationId;
use crate::page::Hit;
use crate::session::{Action, Place};
use crate::text::{TextRange, TextSize, boundary};
use egui::{Event, Modifiers, PointerButton, Pos2, Ui};

/// Two clicks so close in time (seconds) and place (points) are one double click.
const DOUBLE: (f64, f32) = (0.4, 6.0);
/// Moving less than this, in points, is a click and no drag.
const STILL: f32 = 3.0;

/// What a drag selects by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Unit {
    #[default]
    Character,
    Word,
    Sentence,
}

/// What the button that is down is doing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Doing {
    #[default]
    Nothing,
    /// Selecting by a unit, around what was pressed on.
    Selecting { from: TextRange, at: Pos2, is_moved: bool, keeps: bool, is_click: bool },
    /// Moving an end of a mark's piece.
    DraggingEnd {
        id: AnnotationId,
        pieces: Vec<TextRange>,
        piece: usize,
        is_start: bool,
        at: Pos2,
        is_moved: bool,
    },
}

/// How far a pointer gesture has come.
#[derive(Clone, Debug, Default)]
pub(super) struct Gesture {
    pub doing: Doing,
    unit: Unit,
    /// Whether Alt is held: ends are set between letters and not between words.
    pub is_by_letters: bool,
    /// The mark of which an end was let go, and where it will be once that is done: until then it is drawn
    /// there.
    dropped: Option<(AnnotationId, Vec<TextRange>)>,
    last_press: Option<(f64, Pos2, u32)>,
}

impl Gesture {
    /// Whether a button is down and doing something.
    pub(super) fn is_busy(&self) -> bool {
        match &self.doing {
            Doing::Nothing => false,
            Doing::Selecting { is_moved, .. } => *is_moved,
            Doing::DraggingEnd { is_moved, .. } => *is_moved,
        }
    }

    /// Where a mark would be if the drag ended now.
    pub(super) fn preview(&self) -> Option<(AnnotationId, &[TextRange])> {
        match &self.doing {
            Doing::DraggingEnd { id, pieces, .. } => Some((*id, pieces)),
            _ => self.dropped.as_ref().map(|(id, pieces)| (*id, pieces.as_slice())),
        }
    }

    /// Counts presses that follow each other: 1, 2, 3, and 1 again.
    fn count(&mut self, time: f64, at: Pos2) -> u32 {
        let count = match self.last_press {
            Some((before, there, count)) if time - before < DOUBLE.0 && there.distance(at) < DOUBLE.1 => {
                count % 3 + 1
            }
            _ => 1,
        };
        self.last_press = Some((time, at, count));
        count
    }
}

impl Reader {
    /// Answers the pointer.
    pub(super) fn pointer_gestures(&mut self, frame: &Frame<'_>, cache: &mut TypeCache, ui: &Ui) {
        self.gesture.dropped = None;
        self.gesture.is_by_letters = ui.input(|input| input.modifiers.alt);
        let (down, released, at, time) = ui.input(|input| {
            let pointer = &input.pointer;
            (pointer.primary_down(), pointer.primary_released(), pointer.latest_pos(), input.time)
        });
        // By the event, because press, move and release may come in one frame.
        let pressed = ui.input(|input| input.events.iter().find_map(pressed_at));
        if let Some((origin, modifiers)) =
            pressed.filter(|(at, _)| frame.response.contains_pointer() && !self.margin.covers(*at))
        {
            self.press(frame, modifiers, origin, time);
        }
        if (down || released)
            && self.gesture.doing != Doing::Nothing
            && let Some(at) = at
        {
            self.drag(frame, cache, ui, at);
        }
        if released || (!down && self.gesture.doing != Doing::Nothing) {
            self.release(frame, ui);
        }
    }

    fn press(&mut self, frame: &Frame<'_>, modifiers: Modifiers, at: Pos2, time: f64) {
        let point = frame.to_page(at);
        if let Some(doing) = self.grip(frame, point, at) {
            self.gesture.doing = doing;
            return;
        }
        let Some(hit) = self.page.hit(point) else { return };
        let count = self.gesture.count(time, at);
        self.gesture.unit = match count {
            1 => Unit::Character,
            2 => Unit::Word,
            _ => Unit::Sentence,
        };
        self.wanted_x = None;
        let selection = frame.session.shown_selection();
        let keeps = modifiers.command && !selection.is_empty() || (1 < count && !selection.more.is_empty());
        if modifiers.shift && selection.is_set {
            let from = TextRange::empty(selection.anchor);
            self.gesture.doing = Doing::Selecting {
                from,
                at,
                is_moved: true,
                keeps: !selection.more.is_empty(),
                is_click: false,
            };
            self.select_to(frame, from, &hit, !selection.more.is_empty());
            return;
        }
        let from = self.unit_at(frame, &hit);
        if keeps && count == 1 {
            frame.cx.send(Action::SelectMore(Place::Bytes(TextRange::empty(hit.place.offset))));
        } else if 1 < count {
            self.select_to(frame, from, &hit, keeps);
        } else {
            self.head = hit.place;
            frame.cx.send(Action::Span { anchor: hit.place.offset, head: hit.place.offset, keeps: false });
        }
        self.gesture.doing =
            Doing::Selecting { from, at, is_moved: 1 < count, keeps, is_click: count == 1 && !keeps };
    }

    fn drag(&mut self, frame: &Frame<'_>, cache: &mut TypeCache, ui: &Ui, at: Pos2) {
        self.scroll_at_edge(frame, cache, ui, at);
        let Some(hit) = self.page.hit(frame.to_page(at)) else { return };
        match self.gesture.doing.clone() {
            Doing::Selecting { from, at: origin, is_moved, keeps, .. } => {
                if is_moved || STILL < origin.distance(at) {
                    if let Doing::Selecting { is_moved, .. } = &mut self.gesture.doing {
                        *is_moved = true;
                    }
                    self.select_to(frame, from, &hit, keeps);
                }
            }
            Doing::DraggingEnd { at: origin, is_moved, .. } => {
                if is_moved || STILL < origin.distance(at) {
                    self.drag_end(frame, &hit);
                }
            }
            Doing::Nothing => {}
        }
    }

    /// Past the edge the page scrolls, the faster the farther.
    fn scroll_at_edge(&mut self, frame: &Frame<'_>, cache: &mut TypeCache, ui: &Ui, at: Pos2) {
        let beyond = if at.y < frame.rect.top() {
            at.y - frame.rect.top()
        } else if frame.rect.bottom() < at.y {
            at.y - frame.rect.bottom()
        } else {
            return;
        };
        let step = beyond * 8.0 * ui.input(|input| input.stable_dt).min(0.1);
        self.page.scroll_by(&mut cache.fonts, f64::from(step));
        ui.ctx().request_repaint();
    }

    fn release(&mut self, frame: &Frame<'_>, ui: &Ui) {
        match std::mem::take(&mut self.gesture.doing) {
            Doing::DraggingEnd { at, is_moved: false, .. } => self.click_beside(frame, at),
            Doing::DraggingEnd { id, pieces, .. } => {
                let places = pieces.iter().copied().map(Place::Bytes).collect();
                frame.cx.send(Action::Move(name(id), places));
                self.gesture.dropped = Some((id, pieces));
            }
            Doing::Selecting { from, at, is_moved: false, is_click: true, .. } => self.click(frame, from, at),
            Doing::Selecting { .. } => {
                if frame.cx.is_linking {
                    frame.cx.ask(Request::Linking(LinkStep::Selection));
                }
                // X11 and Wayland take the settled selection for the middle button.
                let words = frame.session.selection().pieces();
                let words: Vec<&str> =
                    words.iter().map(|&piece| frame.session.document().slice(piece)).collect();
                if !words.is_empty() {
                    ui.ctx().send_cmd(egui::OutputCommand::TextSelectionSettled(words.join("\n")));
                }
            }
            Doing::Nothing => {}
        }
    }

    /// An end of a mark was taken and not moved: a click on what stands beside it.
    fn click_beside(&mut self, frame: &Frame<'_>, at: Pos2) {
        let Some(hit) = self.page.hit(frame.to_page(at)) else { return };
        let offset = hit.place.offset;
        self.head = hit.place;
        frame.cx.send(Action::Span { anchor: offset, head: offset, keeps: false });
        self.click(frame, TextRange::empty(offset), at);
    }

    /// A click without a drag: chooses the shortest mark there, and again the next one.
    fn click(&mut self, frame: &Frame<'_>, from: TextRange, at: Pos2) {
        let hit = self.page.hit(frame.to_page(at));
        if !frame.cx.is_linking
            && let Some(address) = hit
                .as_ref()
                .filter(|hit| hit.is_on_text)
                .and_then(|hit| link_at(frame.session.document(), hit.cluster.start()))
            && frame.session.marks_at(from.start()).is_empty()
        {
            frame.cx.ask(Request::Link(address));
            return;
        }
        let spot = hit.filter(|hit| hit.is_on_text).map(|hit| hit.cluster.start());
        let marks = spot.map(|spot| frame.session.marks_at(spot)).unwrap_or_default();
        if marks.is_empty() {
            self.overlaps = None;
            frame.cx.ask(Request::Focus(None));
            return;
        }
        let spot = spot.unwrap_or(from.start());
        let focused = marks.iter().position(|mark| Some(mark.annotation.id) == frame.session.focus());
        let next = focused.map_or(0, |focused| (focused + 1) % marks.len());
        self.overlaps = (1 < marks.len()).then(|| Overlaps::at(spot));
        if frame.cx.is_linking && self.overlaps.is_some() {
            // Which of them is meant, the list is asked.
            return;
        }
        frame.cx.ask(Request::Focus(marks.get(next).map(|mark| mark.annotation.id)));
    }

    /// Selects from what was pressed on to what is under the pointer, in whole units; at least in whole
    /// words, unless Alt is held.
    fn select_to(&mut self, frame: &Frame<'_>, from: TextRange, hit: &Hit, keeps: bool) {
        let to = self.unit_at(frame, hit);
        let is_back = to.start() < from.start();
        let mut range =
            if is_back { from.hull(to) } else { TextRange::new(from.start(), to.end().max(from.end())) };
        if !range.is_empty() && self.gesture.unit == Unit::Character && !self.gesture.is_by_letters {
            range = boundary::whole_words(frame.session.document().text(), range);
        }
        let (anchor, head) =
            if is_back { (range.end(), range.start()) } else { (range.start(), range.end()) };
        self.head = if head == hit.place.offset { hit.place } else { crate::page::Place::before(head) };
        frame.cx.send(Action::Span { anchor, head, keeps });
    }

    fn unit_at(&self, frame: &Frame<'_>, hit: &Hit) -> TextRange {
        let document = frame.session.document();
        let offset = hit.place.offset;
        match self.gesture.unit {
            Unit::Character => TextRange::empty(offset),
            Unit::Word => {
                boundary::word_at(document.text(), if hit.is_on_text { hit.cluster.start() } else { offset })
            }
            Unit::Sentence => document.sentence_at(if hit.is_on_text { hit.cluster.start() } else { offset }),
        }
    }
}

/// Where and with which keys the first button went down.
fn pressed_at(event: &Event) -> Option<(Pos2, Modifiers)> {
    match event {
        Event::PointerButton { pos, button: PointerButton::Primary, pressed: true, modifiers } => {
            Some((*pos, *modifiers))
        }
        _ => None,
    }
}

/// The address of the link at a byte, or the label of a footnote.
pub(super) fn link_at(document: &Document, at: TextSize) -> Option<String> {
    use crate::document::InlineStyle;
    let here = TextRange::new(at, at + TextSize::from(1));
    document.spans_in(here).find_map(|span| match span.style {
        InlineStyle::Link(index) => document.link(index).map(str::to_owned),
        InlineStyle::FootnoteReference => Some(format!("footnote:{}", document.slice(span.range))),
        _ => None,
    })
}
