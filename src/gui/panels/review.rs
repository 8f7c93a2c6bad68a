//! A mark that a person has to look at: what it said, what stands there now, where it may belong, and the
//! buttons that settle it.

use crate::anchor::{Candidate, Placement};
use crate::document::Document;
use crate::gui::command::Command;
use crate::gui::outbox::{Request, Way};
use crate::gui::view_ctx::{ViewCtx, name};
use crate::gui::widgets::words::Look;
use crate::gui::words::say;
use crate::layer::AnnotationId;
use crate::session::review::candidates;
use crate::session::{Action, MarkRef, Place, Session};
use crate::text::{TextRange, TextSize};
use egui::{RichText, Sense, Ui, vec2};
use std::collections::BTreeSet;

/// Letters shown before and after a passage.
const AROUND: usize = 48;
/// The most letters of the passage itself.
const LONGEST: usize = 300;
/// The most places that are offered.
const MOST: usize = 8;

/// Which mark is looked at, and which of its places the page shows.
#[derive(Debug, Default)]
pub(in crate::gui) struct Review {
    of: Option<AnnotationId>,
    shown: Option<usize>,
    /// Those that were left as they are while the article is open.
    left: BTreeSet<AnnotationId>,
}

impl Review {
    /// Takes over which mark is chosen. Words selected for it do not put it out of sight.
    pub(in crate::gui) fn follow(&mut self, session: &Session) {
        let keeps = session.focus().is_none() && !session.selection().is_empty();
        let of = if keeps { self.of } else { session.focus() };
        let needs_look = |id: &AnnotationId| {
            let placement = session.mark(*id).and_then(|mark| mark.placement);
            placement.is_some_and(Placement::needs_review)
        };
        let of = of.filter(needs_look);
        if of != self.of {
            self.shown = None;
        }
        self.of = of;
    }

    /// The mark that is looked at.
    pub(in crate::gui) fn of(&self) -> Option<AnnotationId> {
        self.of
    }

    /// Which of its places the page shows, from 0.
    pub(in crate::gui) fn shown(&self) -> Option<usize> {
        self.shown
    }

    /// Remembers that the page shows a place of it.
    pub(in crate::gui) fn show(&mut self, nth: usize) {
        self.shown = Some(nth);
    }

    /// Leaves a mark as it is: it is passed by until the article is opened again.
    pub(in crate::gui) fn leave(&mut self, id: AnnotationId) {
        self.left.insert(id);
    }

    /// Whether it was left as it is.
    pub(in crate::gui) fn is_left(&self, id: AnnotationId) -> bool {
        self.left.contains(&id)
    }

    /// Draws what there is to look at, if there is something: within the card of the mark, which stays as
    /// high as it is.
    pub(in crate::gui) fn ui(&self, cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let Some(mark) = self.of.and_then(|id| session.mark(id)) else { return };
        let frame = egui::Frame::new().fill(cx.theme.panel_raised).inner_margin(0);
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            self.card_ui(cx, session, &mark, ui);
        });
        ui.add_space(6.0);
    }

    fn card_ui(&self, cx: &ViewCtx<'_>, session: &Session, mark: &MarkRef<'_>, ui: &mut Ui) {
        let Some(placement) = mark.placement else { return };
        let is_changed = matches!(placement, Placement::Changed { .. });
        let found = candidates(placement);
        let words = match placement {
            Placement::Changed { .. } => say!("review-changed"),
            Placement::Ambiguous(_) => say!("review-several"),
            _ => say!("review-gone"),
        };
        ui.label(RichText::new(words).color(cx.theme.warning).strong());
        small(cx, &say!("review-said"), ui);
        said_ui(cx, mark, ui);
        for (nth, candidate) in found.iter().take(MOST).enumerate() {
            let label = match () {
                () if is_changed => say!("review-now"),
                () if found.len() == 1 => say!("review-maybe", percent = candidate.score.0 / 10),
                () => say!("review-place", nth = nth + 1, percent = candidate.score.0 / 10),
            };
            small(cx, &label, ui);
            self.place_ui(cx, session, mark, (nth, candidate), ui);
        }
        if found.is_empty() {
            small(cx, &say!("review-nothing"), ui);
        }
        if MOST < found.len() {
            small(cx, &say!("review-more", count = found.len() - MOST), ui);
        }
        foot_ui(cx, session, mark, ui);
    }

    fn place_ui(
        &self,
        cx: &ViewCtx<'_>,
        session: &Session,
        mark: &MarkRef<'_>,
        (nth, candidate): (usize, &Candidate),
        ui: &mut Ui,
    ) {
        let Some(hull) = candidate.passage.hull() else { return };
        passage_ui(cx, &around(session.document(), hull), ui);
        let is_changed = matches!(mark.placement, Some(Placement::Changed { .. }));
        let id = mark.annotation.id;
        ui.horizontal_wrapped(|ui| {
            let show = egui::Button::selectable(self.shown == Some(nth), say!("review-show"));
            let show = ui.add(show).on_hover_text(say!("review-show-hint"));
            show.widget_info(|| {
                let is_on = self.shown == Some(nth);
                let label = say!("review-show-place", nth = nth + 1);
                egui::WidgetInfo::selected(egui::Role::Button, true, is_on, label)
            });
            if show.clicked() {
                cx.ask(Request::Go(Way::Candidate(id, nth)));
            }
            if !mark.is_writable() {
                return;
            }
            let (label, hint) = if is_changed {
                (say!("review-right"), say!("review-right-hint"))
            } else {
                (say!("review-put"), say!("review-put-hint"))
            };
            let put = ui.button(label).on_hover_text(hint);
            if !is_changed {
                let label = say!("review-put-place", nth = nth + 1);
                put.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, label.as_str()));
            }
            if put.clicked() {
                cx.send(Action::Confirm(name(id), Some(nth + 1)));
            }
        });
    }
}

/// What else can be done with it.
fn foot_ui(cx: &ViewCtx<'_>, session: &Session, mark: &MarkRef<'_>, ui: &mut Ui) {
    let id = mark.annotation.id;
    ui.add_space(4.0);
    if mark.is_writable() {
        if session.selection().is_empty() {
            small(cx, &say!("review-or-select"), ui);
        } else if ui.button(say!("review-put-selection")).clicked() {
            cx.run(Command::PUT_ON_SELECTION);
        }
    } else {
        small(cx, &say!("review-not-yours"), ui);
    }
    ui.horizontal_wrapped(|ui| {
        let hint = say!("review-leave-hint");
        if ui.button(say!("review-leave")).on_hover_text(hint).clicked() {
            cx.ask(Request::LeaveMark(id));
        }
        if 1 < session.n_to_review() && ui.button(say!("review-next")).clicked() {
            cx.run(Command::NEXT_TO_REVIEW);
        }
    });
}

fn small(cx: &ViewCtx<'_>, words: &str, ui: &mut Ui) {
    ui.add_space(2.0);
    ui.label(RichText::new(words).small().color(cx.theme.ink_subdued));
}

/// A passage with what stands around it.
struct Surroundings {
    before: String,
    words: String,
    after: String,
}

/// The newest words of a mark with their surroundings, as they were.
fn said_ui(cx: &ViewCtx<'_>, mark: &MarkRef<'_>, ui: &mut Ui) {
    let pieces = mark.annotation.target.pieces.iter();
    let quotes: Vec<_> = pieces.filter_map(|piece| piece.latest()?.quote.as_ref()).collect();
    let before = quotes.first().map_or("", |quote| quote.prefix.as_str());
    let after = quotes.last().map_or("", |quote| quote.suffix.as_str());
    let words = mark.annotation.target.quote();
    passage_ui(cx, &Surroundings { before: tail(before), words: cut(&words), after: head(after) }, ui);
}

fn around(document: &Document, range: TextRange) -> Surroundings {
    let text = document.text();
    let (start, end) = (range.start().to_usize(), range.end().to_usize());
    Surroundings {
        before: tail(text.get(..start).unwrap_or_default()),
        words: cut(document.slice(range)),
        after: head(text.get(end..).unwrap_or_default()),
    }
}

/// The last words of `text`.
fn tail(text: &str) -> String {
    let start = text.char_indices().nth_back(AROUND).map_or(0, |(at, _)| at);
    let kept = text.get(start..).unwrap_or_default();
    let word = if start == 0 { 0 } else { kept.find(char::is_whitespace).unwrap_or(0) };
    let sign = if start == 0 { "" } else { "…" };
    format!("{sign}{}", kept.get(word..).unwrap_or_default())
}

/// The first words of `text`.
fn head(text: &str) -> String {
    let end = text.char_indices().nth(AROUND).map_or(text.len(), |(at, _)| at);
    let kept = text.get(..end).unwrap_or_default();
    let word = if end == text.len() { end } else { kept.rfind(char::is_whitespace).unwrap_or(end) };
    let sign = if end == text.len() { "" } else { "…" };
    format!("{}{sign}", kept.get(..word).unwrap_or_default())
}

fn cut(words: &str) -> String {
    let end = words.char_indices().nth(LONGEST).map_or(words.len(), |(at, _)| at);
    let sign = if end == words.len() { "" } else { "…" };
    format!("{}{sign}", words.get(..end).unwrap_or_default())
}

/// The passage in its surroundings, with a ground and a line under it.
fn passage_ui(cx: &ViewCtx<'_>, passage: &Surroundings, ui: &mut Ui) {
    use crate::gui::widgets::visible;
    let (before, words) = (visible(&passage.before), visible(&passage.words));
    let text = format!("{before}{words}{}", visible(&passage.after));
    let range = TextRange::new(TextSize::of(&before), TextSize::of(&before) + TextSize::of(&words));
    let look = Look { size: 13.0, lines: 12, ink: cx.theme.ink };
    let mut typeset = cx.words.borrow_mut();
    let placed = typeset.place(ui.ctx(), &text, ui.available_width(), look);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), placed.size.y), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, text.as_str()));
    let painter = ui.painter().with_clip_rect(rect.expand(2.0).intersect(ui.clip_rect()));
    for (part, baseline) in typeset.parts(placed, range) {
        let part = part.translate(rect.min.to_vec2());
        painter.rect_filled(part, 2.0, cx.theme.search_hit.gamma_multiply(0.5));
        let y = rect.min.y + baseline + 2.0;
        painter.hline(part.x_range(), y, (1.0, cx.theme.ink_subdued));
    }
    typeset.paint(placed, &painter, rect.min, look.ink);
}

/// What the action is that puts a mark on the selection.
pub(in crate::gui) fn put_on_selection(session: &Session, id: AnnotationId) -> Option<Action> {
    let pieces = session.selection().pieces();
    let places: Vec<Place> = pieces.into_iter().map(Place::Bytes).collect();
    (!session.selection().is_empty()).then(|| Action::Put(name(id), places))
}
