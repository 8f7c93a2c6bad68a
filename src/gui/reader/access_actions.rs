//! What a screen reader knows of caret and links, and what it asks of the page: to select, to scroll, to
//! follow a link, to choose a mark.

use super::Reader;
use super::frame::{Frame, bounds_of};
use super::gesture::link_at;
use crate::document::InlineStyle;
use crate::gui::outbox::Request;
use crate::gui::words::say;
use crate::layer::AnnotationId;
use crate::page::Align;
use crate::session::Action as Deed;
use crate::text::{TextRange, TextSize};
use egui::accesskit::{Action, ActionData, NodeId, Role, TextPosition, TextSelection};
use egui::{Event, Id, Rect, Sense, Ui};

/// How far from the edge what was asked for is brought, in points.
const MARGIN: f32 = 60.0;

/// A run of text as it is published in this frame.
pub(super) struct Told {
    pub id: Id,
    /// Where each of its characters begins, and where the last one ends.
    pub offsets: Vec<TextSize>,
}

/// Everything in this frame that can be asked for by its node.
#[derive(Default)]
pub(super) struct Tellings {
    pub runs: Vec<Told>,
    pub marks: Vec<(NodeId, AnnotationId)>,
    pub links: Vec<(NodeId, TextRange)>,
}

impl Tellings {
    /// Where an offset lies: in which run, before which of its characters. Out of view, the nearest end.
    fn position(&self, at: TextSize) -> Option<TextPosition> {
        let last = |told: &Told| told.offsets.last().copied().unwrap_or_default();
        let found = self.runs.iter().find(|told| at < last(told)).or(self.runs.last())?;
        // Between two paragraphs the end of the first is meant.
        let before = self.runs.iter().rev().find(|told| last(told) == at);
        let starts_here = found.offsets.first().is_some_and(|&first| first <= at);
        let told = if starts_here { found } else { before.unwrap_or(found) };
        let character_index = told.offsets.iter().filter(|&&offset| offset < at).count();
        let character_index = character_index.min(told.offsets.len().saturating_sub(1));
        Some(TextPosition { node: told.id.accesskit_id(), character_index })
    }

    fn offset(&self, position: TextPosition) -> Option<TextSize> {
        let told = self.runs.iter().find(|told| told.id.accesskit_id() == position.node)?;
        told.offsets.get(position.character_index).or(told.offsets.last()).copied()
    }

    /// What a node shows begins here.
    fn start_of(&self, frame: &Frame<'_>, node: NodeId) -> Option<TextSize> {
        let run = self.runs.iter().find(|told| told.id.accesskit_id() == node);
        let run = run.and_then(|told| told.offsets.first().copied());
        let link = || Some(self.links.iter().find(|link| link.0 == node)?.1.start());
        let mark = || {
            let id = self.marks.iter().find(|mark| mark.0 == node)?.1;
            Some(frame.session.mark(id)?.hull()?.start())
        };
        run.or_else(link).or_else(mark)
    }
}

impl Reader {
    /// Tells caret and selection, as far as they are among the lines that are published.
    pub(super) fn tell_selection(&self, frame: &Frame<'_>, told: &Tellings, ui: &Ui) {
        let selection = frame.session.selection();
        let first = told.runs.first().and_then(|run| run.offsets.first().copied());
        let last = told.runs.last().and_then(|run| run.offsets.last().copied());
        let (Some(first), Some(last)) = (first, last) else { return };
        let range = selection.range();
        let is_near = first <= range.end() && range.start() <= last;
        let ends = Option::zip(told.position(selection.anchor), told.position(selection.head));
        ui.ctx().accesskit_node_builder(frame.response.id, |node| {
            node.add_action(Action::SetTextSelection);
            node.add_action(Action::ScrollDown);
            node.add_action(Action::ScrollUp);
            if let (true, true, Some((anchor, focus))) = (selection.is_set, is_near, ends) {
                node.set_text_selection(TextSelection { anchor, focus });
            }
        });
    }

    /// Links stand beside the text as marks do, since egui's tree has the lines whole.
    pub(super) fn tell_links(&self, frame: &Frame<'_>, told: &mut Tellings, ui: &Ui) {
        let document = frame.session.document();
        for span in document.spans_in(self.page.visible_range()) {
            let is_link = matches!(span.style, InlineStyle::Link(_) | InlineStyle::FootnoteReference);
            let Some(address) = is_link.then(|| link_at(document, span.range.start())).flatten() else {
                continue;
            };
            let parts = self.page.parts(span.range);
            let bounds = parts.iter().map(|part| frame.to_window(part.rect)).reduce(Rect::union);
            let Some(bounds) = bounds.filter(|bounds| bounds.intersects(frame.rect)) else { continue };
            let id = ui.scope_id().with(("link", span.range.to_usize()));
            ui.interact(bounds, id, Sense::hover());
            let words = document.slice(span.range);
            let label = match span.style {
                InlineStyle::FootnoteReference => say!("note-reference", words = words),
                _ => words.to_owned(),
            };
            ui.ctx().accesskit_node_builder(id, |node| {
                node.set_role(Role::Link);
                node.set_label(label);
                node.set_url(address.as_str());
                node.set_description(address);
                node.set_bounds(bounds_of(bounds));
                node.add_action(Action::Click);
                node.add_action(Action::ScrollIntoView);
            });
            told.links.push((id.accesskit_id(), span.range));
        }
    }

    /// Goes on by what is in view: the last line becomes the first, or the first the last.
    fn turn(&mut self, frame: &Frame<'_>, down: bool) {
        let height = frame.rect.height();
        let mut whole: Vec<crate::page::LineShape> = Vec::new();
        for shown in self.page.visible() {
            let y = |line: &crate::page::LineShape| shown.y + line.rect.y;
            let lines = shown.set.lines();
            whole.extend(lines.filter(|line| 0.0 <= y(line) && y(line) + line.rect.height <= height));
        }
        let Some(line) = (if down { whole.last() } else { whole.first() }) else { return };
        let align = if down { Align::Top } else { Align::At(height - line.rect.height * 1.5) };
        self.go_to(line.range.start(), align);
    }

    /// Takes what is asked before the page's widgets are made: egui uses up requests to scroll, for its
    /// own areas.
    pub(super) fn hear_requests(&mut self, ui: &Ui) {
        self.asked = ui.input(|input| {
            let requests = input.events.iter().filter_map(|event| match event {
                Event::AccessKitActionRequest(request) => Some(request.clone()),
                _ => None,
            });
            requests.collect()
        });
    }

    /// Does what a screen reader asked for.
    pub(super) fn answer_requests(&mut self, frame: &Frame<'_>, told: &Tellings, ui: &Ui) {
        let requests = std::mem::take(&mut self.asked);
        let page = frame.response.id.accesskit_id();
        for request in requests {
            let node = request.target_node;
            match (request.action, request.data) {
                (Action::SetTextSelection, Some(ActionData::SetTextSelection(wanted))) if node == page => {
                    if let (Some(anchor), Some(head)) =
                        (told.offset(wanted.anchor), told.offset(wanted.focus))
                    {
                        frame.cx.send(Deed::Span { anchor, head, keeps: false });
                        self.go_to(head, Align::Nearest(MARGIN));
                    }
                }
                (Action::ScrollDown | Action::ScrollUp, _) if node == page => {
                    self.turn(frame, request.action == Action::ScrollDown);
                }
                (Action::ScrollIntoView, _) => {
                    if let Some(start) = told.start_of(frame, node) {
                        self.go_to(start, Align::Nearest(MARGIN));
                    }
                }
                (Action::Click, _) => {
                    if let Some(&(_, id)) = told.marks.iter().find(|mark| mark.0 == node) {
                        frame.cx.ask(Request::Focus(Some(id)));
                    } else if let Some((_, range)) = told.links.iter().find(|link| link.0 == node)
                        && let Some(address) = link_at(frame.session.document(), range.start())
                    {
                        frame.cx.ask(Request::Link(address));
                    }
                }
                _ => continue,
            }
            ui.ctx().request_repaint();
        }
    }
}
