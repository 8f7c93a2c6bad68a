//! Notes and relations as cards beside the words: each at the height of its words, one below another.

use super::frame::Frame;
use super::items::{BADGE, CARD, Item, arrows_sign, link_words};
use crate::gui::outbox::{Request, Way};
use crate::gui::widgets::visible;
use crate::gui::widgets::words::{Look, Placed};
use crate::gui::words::words_of;
use egui::{Color32, CornerRadius, CursorIcon, Id, Painter, Rect, Sense, Ui, vec2};

/// A card, typeset.
pub(super) struct Card {
    note: Option<Placed>,
    links: Vec<Placed>,
    who: Option<Placed>,
}

const PAD: f32 = 8.0;
const BETWEEN: f32 = 5.0;
/// Where the words of a relation begin: right of its arrows.
const INDENT: f32 = 20.0;

impl Card {
    pub(super) fn of(frame: &Frame<'_>, item: &Item<'_>, ui: &Ui) -> Self {
        let (session, ctx) = (frame.session, ui.ctx());
        let is_focused = session.focus() == Some(item.mark.annotation.id);
        let mut words = frame.cx.words.borrow_mut();
        let width = CARD - 2.0 * PAD - 2.0;
        let note = visible(&words_of(item.mark.annotation));
        let note = (!note.is_empty())
            .then(|| words.place(ctx, &note, width, note_look(frame, if is_focused { 24 } else { 5 })));
        let links = item.links.iter().take(4).map(|link| {
            let said = link_words(session, link, 60);
            words.place(ctx, &said, width - INDENT, small_look(frame, 2))
        });
        let links = links.collect();
        let who = (!item.mark.is_writable()).then(|| {
            let name = visible(&item.mark.layer.layer.annotator.name);
            words.place(ctx, &name, width, small_look(frame, 1))
        });
        Self { note, links, who }
    }

    pub(super) fn height(&self) -> f32 {
        let parts = self.note.iter().chain(&self.links).chain(&self.who);
        let (height, n) = parts.fold((0.0, 0), |(height, n), part| (height + part.size.y, n + 1));
        height + BETWEEN * f32::from(u8::try_from(n).unwrap_or(u8::MAX).saturating_sub(1)) + 2.0 * PAD - 4.0
    }

    /// Draws it and answers a click. Whether the pointer is on it.
    pub(super) fn ui(
        &self,
        frame: &Frame<'_>,
        item: &Item<'_>,
        rect: Rect,
        is_focused: bool,
        painter: &Painter,
        ui: &Ui,
    ) -> bool {
        let theme = frame.cx.theme;
        let id = Id::unique(("margin note", item.mark.annotation.id));
        let response = ui.interact(rect, id, Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
        let said = item.said(frame);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &said));
        let fill = match (is_focused, response.hovered()) {
            (true, _) => theme.panel_raised,
            (_, true) => theme.hover,
            _ => Color32::TRANSPARENT,
        };
        painter.rect_filled(rect, 5.0, fill);
        let edge = Rect::from_min_size(rect.min, vec2(2.5, rect.height()));
        painter.rect_filled(edge, CornerRadius::same(1), item.color);
        let mut at = rect.min + vec2(PAD + 2.0, PAD - 2.0);
        let mut words = frame.cx.words.borrow_mut();
        if let Some(note) = self.note {
            words.paint(note, painter, at, theme.ink);
            at.y += note.size.y + BETWEEN;
        }
        for (link, placed) in item.links.iter().zip(&self.links) {
            let row = Rect::from_min_size(at, vec2(CARD - 2.0 * PAD, placed.size.y));
            let is_over = response.hover_pos().is_some_and(|pointer| row.contains(pointer));
            let ink = if is_over { theme.link } else { theme.ink_subdued };
            arrows_sign(painter, Rect::from_min_size(at, vec2(BADGE, BADGE)), ink);
            words.paint(*placed, painter, at + vec2(INDENT, 0.0), ink);
            if is_over && response.clicked() {
                frame.cx.ask(Request::Go(Way::Mark(link.other)));
            }
            at.y += placed.size.y + BETWEEN;
        }
        if let Some(who) = self.who {
            words.paint(who, painter, at, theme.person(item.mark.layer.layer.annotator.id));
        }
        let is_on_link = self.note.is_none() && self.who.is_none();
        if response.clicked() && !is_on_link {
            frame.cx.ask(Request::Focus(Some(item.mark.annotation.id)));
        }
        response.hovered()
    }
}

fn note_look(frame: &Frame<'_>, lines: usize) -> Look {
    Look { size: 13.0, lines, ink: frame.cx.theme.ink }
}

fn small_look(frame: &Frame<'_>, lines: usize) -> Look {
    Look { size: 11.5, lines, ink: frame.cx.theme.ink_subdued }
}

/// Tops for cards that would like to stand at `wanted` (top, height; in order) and must not overlap:
/// one pass downwards; then the focused one gets the place that it wants, and its neighbours make room.
pub(super) fn stack(wanted: &[(f32, f32)], focused: Option<usize>, gap: f32) -> Vec<f32> {
    let mut tops: Vec<f32> = Vec::with_capacity(wanted.len());
    let mut free = f32::NEG_INFINITY;
    for &(top, height) in wanted {
        let top = top.max(free);
        tops.push(top);
        free = top + height + gap;
    }
    let Some((nth, &(top, height))) = focused.and_then(|nth| Some((nth, wanted.get(nth)?))) else {
        return tops;
    };
    tops[nth] = top;
    let mut ceiling = top - gap;
    for i in (0..nth).rev() {
        tops[i] = tops[i].min(ceiling - wanted[i].1);
        ceiling = tops[i] - gap;
    }
    let mut free = top + height + gap;
    for i in nth + 1..wanted.len() {
        tops[i] = wanted[i].0.max(free);
        free = tops[i] + wanted[i].1 + gap;
    }
    tops
}

#[cfg(test)]
mod tests {
    use super::stack;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn cards_never_overlap_and_the_focused_one_is_at_its_words(
            cards in proptest::collection::vec((0_u16..2000, 10_u16..200), 0..30),
            focused in proptest::option::of(0_usize..30),
        ) {
            let mut wanted: Vec<(f32, f32)> = cards.iter().map(|&(y, h)| (y.into(), h.into())).collect();
            wanted.sort_by(|a, b| a.0.total_cmp(&b.0));
            let tops = stack(&wanted, focused, 10.0);
            prop_assert_eq!(tops.len(), wanted.len());
            for i in 1..tops.len() {
                prop_assert!(tops[i - 1] + wanted[i - 1].1 + 9.9 <= tops[i]);
            }
            if let Some(nth) = focused.filter(|&nth| nth < wanted.len()) {
                prop_assert_eq!(tops[nth], wanted[nth].0);
            }
        }
    }
}
