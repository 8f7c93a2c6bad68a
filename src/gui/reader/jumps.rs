//! Going somewhere else in the article and back: footnotes, outline, what a search found. One history of
//! places for all of them, and the sign at the end of a footnote that leads back to the text.

use super::Reader;
use super::frame::Frame;
use crate::document::{BlockKind, Document, InlineStyle};
use crate::gui::words::say;
use crate::page::{Align, Place, Shown};
use crate::text::{TextRange, TextSize};
use egui::accesskit::Role;
use egui::{Align2, CursorIcon, FontId, Rect, Sense, Ui, pos2, vec2};

/// The most places that are remembered.
const MOST: usize = 100;

/// What was left by a jump: a place in the article, or a page of the window that led into it.
#[derive(Clone, Copy, Debug)]
enum Left {
    Place(TextSize),
    Page(&'static str),
}

/// Where a step through the history leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::gui) enum Went {
    /// Elsewhere in the article.
    Here,
    /// To this page of the window.
    Page(&'static str),
}

/// Where the reader was before jumps, the last one at the end.
#[derive(Clone, Debug, Default)]
pub(super) struct Jumps {
    back: Vec<Left>,
    forward: Vec<Left>,
    /// The footnote that the last jump went to.
    note: Option<TextSize>,
    arrival: Option<Arrival>,
}

/// Where the page was brought, and how it stood then.
#[derive(Clone, Copy, Debug)]
struct Arrival {
    at: TextSize,
    top: TextSize,
    viewport: (f32, f32),
}

impl Jumps {
    fn leave(&mut self, from: Left) {
        self.back.push(from);
        if MOST < self.back.len() {
            self.back.remove(0);
        }
        self.forward.clear();
        self.note = None;
    }

    fn step(&mut self, from: Left, goes_back: bool) -> Option<Left> {
        let (source, target) =
            if goes_back { (&mut self.back, &mut self.forward) } else { (&mut self.forward, &mut self.back) };
        let to = source.pop()?;
        target.push(from);
        self.note = None;
        Some(to)
    }

    /// The caret was put elsewhere, so that what the page was brought to is not what is read any more.
    pub(super) fn end_arrival(&mut self) {
        self.arrival = None;
    }
}

impl Reader {
    /// Goes to `offset`, and remembers where the page was.
    pub(in crate::gui) fn jump_to(&mut self, offset: TextSize) {
        self.jumps.leave(Left::Place(self.page.top_offset()));
        self.go_to(offset, Align::Upper);
    }

    /// The place that the page was brought to, until it is scrolled or the caret is put elsewhere: it stands some
    /// way below the top of the view.
    pub(in crate::gui) fn arrived(&self) -> Option<TextSize> {
        self.jumps.arrival.map(|arrival| arrival.at)
    }

    /// Notes what the page was `brought` to in this frame, or whether it was scrolled since.
    pub(super) fn follow_arrival(&mut self, brought: Option<TextSize>) {
        let (top, viewport) = (self.page.top_offset(), self.page.viewport());
        // A page of another size begins elsewhere although nobody scrolled it.
        let stays = |last: &Arrival| last.viewport != viewport || last.top == top;
        let at = brought.or_else(|| self.jumps.arrival.filter(stays).map(|last| last.at));
        self.jumps.arrival = at.map(|at| Arrival { at, top, viewport });
    }

    /// Brings `offset` into view, `margin` points from either edge; a jump where it is not seen now.
    pub(in crate::gui) fn jump_near(&mut self, offset: TextSize, margin: f32) {
        if self.page.caret(Place::before(offset)).is_none() {
            self.jumps.leave(Left::Place(self.page.top_offset()));
        }
        self.go_to(offset, Align::Nearest(margin));
    }

    /// Goes to the footnote with this label; says whether there is one.
    pub(in crate::gui) fn jump_to_note(&mut self, label: &str) -> bool {
        let blocks = self.page.document().blocks();
        let is_note = |kind: &BlockKind| matches!(kind, BlockKind::Footnote { label: own } if own == label);
        let Some(start) = blocks.iter().find(|block| is_note(&block.kind)).map(|block| block.range.start())
        else {
            return false;
        };
        self.jump_to(start);
        self.jumps.note = Some(start);
        true
    }

    /// Says that a page of the window led here: the way back leads there.
    pub(in crate::gui) fn came_from(&mut self, page: &'static str) {
        self.jumps.leave(Left::Page(page));
    }

    /// Goes back to where the reader was before the last jump, or forward again, from the article or from
    /// the `page` that is looked at instead; `None` if there is no such place.
    pub(in crate::gui) fn retrace(&mut self, goes_back: bool, page: Option<&'static str>) -> Option<Went> {
        let from = page.map_or(Left::Place(self.page.top_offset()), Left::Page);
        match self.jumps.step(from, goes_back)? {
            Left::Place(place) => {
                self.go_to(place, Align::Top);
                Some(Went::Here)
            }
            Left::Page(page) => Some(Went::Page(page)),
        }
    }

    /// From a footnote to where the reader came from, or to the first word that refers to it.
    fn return_from(&mut self, label: &str, note: TextSize) {
        if self.jumps.note == Some(note) && self.retrace(true, None).is_some() {
            return;
        }
        if let Some(reference) = reference_to(self.page.document(), label) {
            self.jump_to(reference);
        }
    }

    /// The signs after footnotes in view that lead back to the text.
    pub(super) fn returns_ui(&mut self, frame: &Frame<'_>, ui: &Ui) {
        let mut clicked = None;
        for shown in self.page.visible() {
            let Some((label, start, rect)) = return_at(frame, &shown) else { continue };
            if reference_to(frame.session.document(), &label).is_none() || !frame.rect.intersects(rect) {
                continue;
            }
            let id = frame.response.id.with(("return", shown.portion));
            let response = ui.interact(rect, id, Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
            let ink = if response.hovered() { frame.cx.theme.ink_strong } else { frame.cx.theme.link };
            let painter = ui.painter_at(frame.rect);
            painter.text(rect.center(), Align2::CENTER_CENTER, "↩", FontId::proportional(13.0), ink);
            ui.ctx().accesskit_node_builder(id, |node| {
                node.set_role(Role::Link);
                node.set_label(say!("note-back", label = label.to_string()));
            });
            if response.clicked() {
                clicked = Some((label, start));
            }
        }
        if let Some((label, start)) = clicked {
            self.return_from(&label, start);
            ui.ctx().request_repaint();
        }
    }
}

/// The first word that refers to a footnote.
fn reference_to(document: &Document, label: &str) -> Option<TextSize> {
    let refers = |range: TextRange| document.slice(range) == label;
    let spans = document.spans().iter().filter(|span| span.style == InlineStyle::FootnoteReference);
    spans.map(|span| span.range).find(|&range| refers(range)).map(TextRange::start)
}

/// Where the sign of a footnote stands that ends in `shown`, behind its last word.
fn return_at(frame: &Frame<'_>, shown: &Shown<'_>) -> Option<(String, TextSize, Rect)> {
    let block = frame.session.document().blocks().get(shown.set.block())?;
    let BlockKind::Footnote { label } = &block.kind else { return None };
    if shown.set.range().end() != block.range.end() {
        return None;
    }
    let line = shown.set.lines().last()?;
    let words = frame.to_window(line.rect.translated(shown.x, shown.y));
    let size = vec2(18.0, words.height());
    // The sign for the end of a paragraph stands there too.
    let gap = if frame.cx.settings.shows_signs { 16.0 } else { 4.0 };
    let left = if line.is_rtl { words.left() - gap - size.x } else { words.right() + gap };
    Some((label.clone(), block.range.start(), Rect::from_min_size(pos2(left, words.top()), size)))
}
