//! Notes and relations beside the words they belong to: cards in a second column where the window is
//! wide, badges at the edge where it is not; at the side where lines end. Nothing is ever drawn over the
//! prose.

use super::view::{Frame, Reader};
use crate::gui::outbox::Request;
use crate::gui::panels::marks::tag_words;
use crate::gui::widgets::words::{Look, Placed};
use crate::gui::widgets::{shortened, visible};
use crate::layer::AnnotationId;
use crate::session::{MarkRef, Session};
use egui::{Color32, CornerRadius, CursorIcon, Id, Painter, Pos2, Rect, Sense, Stroke, Ui, pos2, vec2};
use std::collections::BTreeMap;

/// Between the text and the cards, and between the cards and the edge, in points.
const GAP: f32 = 30.0;
/// How wide a card is, in points.
const CARD: f32 = 236.0;
/// The side of a badge, in points.
const BADGE: f32 = 16.0;
/// More than these nobody reads at once; the others come when the page is scrolled.
const MOST: usize = 80;

/// One end of a relation, as the mark at the other end has it.
#[derive(Clone, Debug)]
struct Link {
    label: String,
    other: AnnotationId,
}

/// What the margin knows of the marks, and where its cards were drawn.
#[derive(Debug, Default)]
pub(super) struct Margin {
    made_for: Option<u64>,
    links: BTreeMap<AnnotationId, Vec<Link>>,
    /// Whether a shown mark has had something to say since the article was opened: only then is there a
    /// column for cards. Never taken back, so that the text does not go to and fro.
    speaks: bool,
    /// The revision of the order of marks that was looked through for that.
    heard: Option<u64>,
    /// Where a press belongs to the margin and not to the text.
    taken: Vec<Rect>,
}

impl Margin {
    /// The room for cards where the text ends, if a mark has something to say and `width` points are
    /// enough beside a column of `measure` points with `start` points before it.
    pub(super) fn room(&self, width: f32, start: f32, measure: f32) -> Option<f32> {
        let room = CARD + 2.0 * GAP;
        (self.speaks && start + measure + room <= width).then_some(room)
    }

    /// Whether a card or a badge lies at a point of the window.
    pub(super) fn covers(&self, at: Pos2) -> bool {
        self.taken.iter().any(|rect| rect.contains(at))
    }

    /// Follows the marks and relations of `session`.
    pub(super) fn follow(&mut self, session: &Session) {
        self.follow_relations(session);
        let revision = session.order().revision();
        if !self.speaks && self.heard != Some(revision) {
            self.speaks = !self.links.is_empty() || self.hears_note(session);
            self.heard = Some(revision);
        }
    }

    /// Whether one of the marks that came since the last look, or at the first look any, has a note.
    fn hears_note(&self, session: &Session) -> bool {
        let order = session.order();
        let has_note =
            |nth: usize| session.nth_mark(nth).is_some_and(|mark| !mark.annotation.note.is_empty());
        match self.heard.and_then(|revision| order.inserted_since(revision)) {
            Some(inserted) => inserted.into_iter().any(has_note),
            None => (0..order.marks().len()).any(has_note),
        }
    }

    fn follow_relations(&mut self, session: &Session) {
        if self.made_for == Some(session.revision()) {
            return;
        }
        self.links.clear();
        for open in session.layers().iter().filter(|open| open.is_shown) {
            for relation in open.layer.relations() {
                let kind = session.codebook().relation(&relation.kind);
                let label = |words: Option<&str>| visible(words.unwrap_or(relation.kind.as_str()));
                let there = Link { label: label(kind.map(|kind| kind.label.as_str())), other: relation.to };
                let back =
                    Link { label: label(kind.map(|kind| kind.inverse.as_str())), other: relation.from };
                self.links.entry(relation.from).or_default().push(there);
                self.links.entry(relation.to).or_default().push(back);
            }
        }
        self.made_for = Some(session.revision());
    }
}

/// A mark in view that has something to say beside the text.
struct Item<'a> {
    mark: MarkRef<'a>,
    links: &'a [Link],
    /// The top of its first line, in points of the window.
    y: f32,
    color: Color32,
}

impl Reader {
    /// Draws the margin and answers clicks on it.
    pub(super) fn margin_ui(&mut self, frame: &Frame<'_>, ui: &Ui) {
        let mut margin = std::mem::take(&mut self.margin);
        margin.taken.clear();
        if frame.cx.settings.shows_notes {
            let items = self.items(frame, &margin.links);
            if self.has_cards {
                self.cards_ui(frame, &items, &mut margin.taken, ui);
            } else {
                self.badges_ui(frame, &items, &mut margin.taken, ui);
            }
        }
        self.margin = margin;
    }

    fn items<'a>(&self, frame: &Frame<'a>, links: &'a BTreeMap<AnnotationId, Vec<Link>>) -> Vec<Item<'a>> {
        let mut items: Vec<Item<'a>> = Vec::new();
        for shown in self.page.visible() {
            let begins = self.marks.of(shown.portion).map_or(&[][..], |marks| &marks.begins);
            for &(id, top, has_note) in begins {
                let links = links.get(&id).map_or(&[][..], Vec::as_slice);
                let y = frame.rect.top() + shown.y + top;
                let is_near = frame.rect.top() - 40.0 <= y && y <= frame.rect.bottom();
                if !is_near || !has_note && links.is_empty() {
                    continue;
                }
                let Some(mark) = frame.session.mark(id) else { continue };
                let tag = mark.annotation.tags.first().and_then(|tag| frame.session.codebook().tag(tag));
                items.push(Item { mark, links, y, color: frame.cx.theme.tag(tag) });
            }
        }
        items.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.mark.annotation.id.cmp(&b.mark.annotation.id)));
        items.truncate(MOST);
        items
    }

    fn cards_ui(&self, frame: &Frame<'_>, items: &[Item<'_>], taken: &mut Vec<Rect>, ui: &Ui) {
        let column = self.page.column();
        let x = if self.is_rtl { column.x - GAP - CARD } else { column.x + column.width + GAP };
        let left = (frame.rect.left() + x).round();
        let focus = frame.session.focus();
        let cards: Vec<Card> = items.iter().map(|item| Card::of(frame, item, ui)).collect();
        let focused = items.iter().position(|item| Some(item.mark.annotation.id) == focus);
        let wanted: Vec<(f32, f32)> =
            items.iter().zip(&cards).map(|(item, card)| (item.y, card.height())).collect();
        let painter = ui.painter_at(frame.rect);
        for (nth, top) in stack(&wanted, focused, 10.0).into_iter().enumerate() {
            let (Some(item), Some(card)) = (items.get(nth), cards.get(nth)) else { continue };
            let rect = Rect::from_min_size(pos2(left, top.round()), vec2(CARD, card.height()));
            if !rect.intersects(frame.rect) {
                continue;
            }
            taken.push(rect);
            card.ui(frame, item, rect, focused == Some(nth), &painter, ui);
        }
    }

    fn badges_ui(&self, frame: &Frame<'_>, items: &[Item<'_>], taken: &mut Vec<Rect>, ui: &Ui) {
        let column = self.page.column();
        let x = if self.is_rtl { column.x - 8.0 - BADGE } else { column.x + column.width + 8.0 };
        let x = (frame.rect.left() + x).clamp(frame.rect.left() + 2.0, frame.rect.right() - BADGE - 2.0);
        let painter = ui.painter_at(frame.rect);
        for together in items.chunk_by(|a, b| b.y - a.y < BADGE + 2.0) {
            let Some(first) = together.first() else { continue };
            let rect = Rect::from_min_size(pos2(x.round(), first.y.round() + 3.0), vec2(BADGE, BADGE));
            taken.push(rect);
            self.badge_ui(frame, together, rect, &painter, ui);
        }
    }

    /// One badge for the marks of a line: a click goes through them.
    fn badge_ui(&self, frame: &Frame<'_>, items: &[Item<'_>], rect: Rect, painter: &Painter, ui: &Ui) {
        let Some(first) = items.first() else { return };
        let id = Id::unique(("badge", first.mark.annotation.id));
        let response = ui.interact(rect, id, Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
        let said = items.iter().map(|item| item.said(frame)).collect::<Vec<_>>().join("; ");
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &said));
        let theme = frame.cx.theme;
        let is_focused = items.iter().any(|item| Some(item.mark.annotation.id) == frame.session.focus());
        let ink = if is_focused || response.hovered() { theme.ink_strong } else { theme.ink_subdued };
        if items.iter().any(|item| !item.mark.annotation.note.is_empty()) {
            note_sign(painter, rect, first.color, ink);
        } else {
            arrows_sign(painter, rect, ink);
        }
        if 1 < items.len() {
            let font = egui::FontId::proportional(9.5);
            let at = pos2(rect.right() + 1.0, rect.top() - 2.0);
            painter.text(at, egui::Align2::LEFT_TOP, items.len().to_string(), font, ink);
        }
        if response.clicked() {
            let focused =
                items.iter().position(|item| Some(item.mark.annotation.id) == frame.session.focus());
            let next = focused.map_or(0, |at| (at + 1) % items.len());
            frame.cx.ask(Request::Focus(items.get(next).map(|item| item.mark.annotation.id)));
        }
        response.on_hover_ui(|ui| {
            ui.set_max_width(320.0);
            for item in items {
                super::hover::mark_ui(frame, &item.mark, ui);
                for link in item.links {
                    ui.label(link_words(frame.session, link, 80));
                }
            }
        });
    }
}

impl Item<'_> {
    /// What the ear is told of it.
    fn said(&self, frame: &Frame<'_>) -> String {
        let mut said = vec![tag_words(frame.session, &self.mark.annotation.tags)];
        said.extend(Some(visible(&self.mark.annotation.note)).filter(|note| !note.is_empty()));
        said.extend(self.links.iter().map(|link| link_words(frame.session, link, 80)));
        format!("Note on {}", said.join(": "))
    }
}

fn link_words(session: &Session, link: &Link, most: usize) -> String {
    let other = session.mark(link.other);
    let quote = other.map_or("a mark that is not here".to_owned(), |mark| match &mark.annotation.implied {
        Some(wording) => visible(wording),
        None => visible(&mark.annotation.quote()),
    });
    format!("{} “{}”", link.label, shortened(&quote, most))
}

/// A card, typeset.
struct Card {
    note: Option<Placed>,
    links: Vec<Placed>,
    who: Option<Placed>,
}

const PAD: f32 = 8.0;
const BETWEEN: f32 = 5.0;
/// Where the words of a relation begin: right of its arrows.
const INDENT: f32 = 20.0;

impl Card {
    fn of(frame: &Frame<'_>, item: &Item<'_>, ui: &Ui) -> Self {
        let (session, ctx) = (frame.session, ui.ctx());
        let is_focused = session.focus() == Some(item.mark.annotation.id);
        let mut words = frame.cx.words.borrow_mut();
        let width = CARD - 2.0 * PAD - 2.0;
        let note = visible(&item.mark.annotation.note);
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

    fn height(&self) -> f32 {
        let parts = self.note.iter().chain(&self.links).chain(&self.who);
        let (height, n) = parts.fold((0.0, 0), |(height, n), part| (height + part.size.y, n + 1));
        height + BETWEEN * f32::from(u8::try_from(n).unwrap_or(u8::MAX).saturating_sub(1)) + 2.0 * PAD - 4.0
    }

    fn ui(
        &self,
        frame: &Frame<'_>,
        item: &Item<'_>,
        rect: Rect,
        is_focused: bool,
        painter: &Painter,
        ui: &Ui,
    ) {
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
                frame.cx.ask(Request::GoTo(link.other));
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
    }
}

fn note_look(frame: &Frame<'_>, lines: usize) -> Look {
    Look { size: 13.0, lines, ink: frame.cx.theme.ink }
}

fn small_look(frame: &Frame<'_>, lines: usize) -> Look {
    Look { size: 11.5, lines, ink: frame.cx.theme.ink_subdued }
}

/// A leaf with two lines on it.
fn note_sign(painter: &Painter, rect: Rect, color: Color32, ink: Color32) {
    let leaf = rect.shrink(2.0);
    painter.rect(leaf, 2.0, color.gamma_multiply(0.25), Stroke::new(1.0, ink), egui::StrokeKind::Inside);
    for y in [0.36, 0.64] {
        let y = leaf.top() + leaf.height() * y;
        painter.hline(leaf.left() + 3.0..=leaf.right() - 3.0, y, Stroke::new(1.0, ink));
    }
}

/// ⇄, drawn, since not every face has it.
fn arrows_sign(painter: &Painter, rect: Rect, ink: Color32) {
    let (stroke, tip) = (Stroke::new(1.2, ink), 2.6);
    let (left, right) = (rect.left() + 2.0, rect.right() - 2.0);
    for (y, head, back) in [(rect.top() + 5.5, right, -tip), (rect.top() + 10.5, left, tip)] {
        painter.hline(left..=right, y, stroke);
        painter.line_segment([pos2(head, y), pos2(head + back, y - tip)], stroke);
        painter.line_segment([pos2(head, y), pos2(head + back, y + tip)], stroke);
    }
}

/// Tops for cards that would like to stand at `wanted` (top, height; in order) and must not overlap:
/// one pass downwards; then the focused one gets the place that it wants, and its neighbours make room.
fn stack(wanted: &[(f32, f32)], focused: Option<usize>, gap: f32) -> Vec<f32> {
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
