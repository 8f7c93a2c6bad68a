//! Notes and relations beside the words they belong to: cards in a second column where the window is
//! wide, badges at the edge where it is not; at the side where lines end. Nothing is ever drawn over the
//! prose.

use super::Reader;
use super::cards::{Card, stack};
use super::frame::Frame;
use super::items::{BADGE, CARD, Item, Link, arrows_sign, link_words, note_sign};
use crate::gui::outbox::Request;
use crate::gui::widgets::visible;
use crate::gui::words;
use crate::layer::{AnnotationId, Relation, is_reply};
use crate::session::Session;
use egui::{CursorIcon, Id, Painter, Pos2, Rect, Sense, Ui, pos2, vec2};
use std::collections::BTreeMap;

/// More than these nobody reads at once; the others come when the page is scrolled.
const MOST: usize = 80;

/// A card or a badge that was drawn, and the marks that the pointer is on with it.
type Drawn = (Rect, Vec<AnnotationId>);

/// What the margin knows of the marks, and where its cards were drawn.
#[derive(Debug, Default)]
pub(super) struct Margin {
    made_for: Option<u64>,
    links: BTreeMap<AnnotationId, Vec<Link>>,
    /// Where a press belongs to the margin and not to the text.
    taken: Vec<Rect>,
}

impl Margin {
    /// The relations of a mark.
    pub(super) fn links_of(&self, mark: AnnotationId) -> &[Link] {
        self.links.get(&mark).map_or(&[], Vec::as_slice)
    }

    /// The marks that are related to one.
    pub(super) fn others(&self, mark: AnnotationId) -> Vec<AnnotationId> {
        let mut others: Vec<AnnotationId> = self.links_of(mark).iter().map(|link| link.other).collect();
        others.sort_unstable();
        others.dedup();
        others
    }

    /// Has presses within a rectangle of the window be none on the text.
    pub(super) fn take(&mut self, rect: Rect) {
        self.taken.push(rect);
    }

    /// Whether a card, a badge or a bar lies at a point of the window.
    pub(super) fn covers(&self, at: Pos2) -> bool {
        self.taken.iter().any(|rect| rect.contains(at))
    }

    /// Follows the relations of `session`.
    pub(super) fn follow(&mut self, session: &Session) {
        if self.made_for == Some(session.revision()) {
            return;
        }
        self.links.clear();
        for open in session.layers().iter().filter(|open| open.is_shown) {
            // Replies stand in the card, and what may be left out of a key there too.
            let between = |relation: &&Relation| !is_reply(&relation.kind) && relation.from != relation.to;
            for relation in open.layer.relations().filter(between) {
                let kind = session.codebook().relation(&relation.kind);
                let label = |own: Option<&String>, is_from: bool| match own {
                    Some(own) => visible(&words::name(own)),
                    None => visible(&words::relation_name(relation.kind.as_str(), is_from)),
                };
                let there = label(kind.map(|kind| &kind.label), true);
                let there = Link { label: there, other: relation.to, is_from: true };
                let inverse = label(kind.map(|kind| &kind.inverse), false);
                let back = Link { label: inverse, other: relation.from, is_from: false };
                self.links.entry(relation.from).or_default().push(there);
                self.links.entry(relation.to).or_default().push(back);
            }
        }
        self.made_for = Some(session.revision());
    }
}

impl Reader {
    /// Draws the margin and answers clicks on it.
    pub(super) fn margin_ui(&mut self, frame: &Frame<'_>, ui: &Ui) {
        let mut margin = std::mem::take(&mut self.margin);
        margin.taken.clear();
        if frame.cx.settings.shows_notes {
            let items = self.items(frame, &margin.links);
            let drawn = if self.sides.has_cards {
                self.cards_ui(frame, &items, ui)
            } else {
                self.badges_ui(frame, &items, ui)
            };
            for (rect, pointed) in drawn {
                margin.take(rect);
                pointed.into_iter().for_each(|mark| self.light(mark));
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

    fn cards_ui(&self, frame: &Frame<'_>, items: &[Item<'_>], ui: &Ui) -> Vec<Drawn> {
        let mut drawn = Vec::new();
        let left = self.beside(frame, self.sides.notes(), CARD).min;
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
            let is_pointed = card.ui(frame, item, rect, focused == Some(nth), &painter, ui);
            drawn.push((rect, if is_pointed { vec![item.mark.annotation.id] } else { Vec::new() }));
        }
        drawn
    }

    fn badges_ui(&self, frame: &Frame<'_>, items: &[Item<'_>], ui: &Ui) -> Vec<Drawn> {
        let mut drawn = Vec::new();
        let x = self.beside(frame, self.sides.notes(), BADGE).min;
        let painter = ui.painter_at(frame.rect);
        for together in items.chunk_by(|a, b| b.y - a.y < BADGE + 2.0) {
            let Some(first) = together.first() else { continue };
            let rect = Rect::from_min_size(pos2(x, first.y.round() + 3.0), vec2(BADGE, BADGE));
            let pointed = match self.badge_ui(frame, together, rect, &painter, ui) {
                true => together.iter().map(|item| item.mark.annotation.id).collect(),
                false => Vec::new(),
            };
            drawn.push((rect, pointed));
        }
        drawn
    }

    /// One badge for the marks of a line: a click goes through them. Whether the pointer is on it.
    fn badge_ui(
        &self,
        frame: &Frame<'_>,
        items: &[Item<'_>],
        rect: Rect,
        painter: &Painter,
        ui: &Ui,
    ) -> bool {
        let Some(first) = items.first() else { return false };
        let id = Id::unique(("badge", first.mark.annotation.id));
        let response = ui.interact(rect, id, Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
        let said = items.iter().map(|item| item.said(frame)).collect::<Vec<_>>().join("; ");
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &said));
        let theme = frame.cx.theme;
        let is_focused = items.iter().any(|item| Some(item.mark.annotation.id) == frame.session.focus());
        let ink = if is_focused || response.hovered() { theme.ink_strong } else { theme.ink_subdued };
        if items.iter().any(|item| words::has_words(item.mark.annotation)) {
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
        let is_pointed = response.hovered();
        response.on_hover_ui(|ui| {
            ui.set_max_width(320.0);
            for item in items {
                super::hover::mark_ui(frame, &item.mark, ui);
                for link in item.links {
                    ui.label(link_words(frame.session, link, 80));
                }
            }
        });
        is_pointed
    }
}
