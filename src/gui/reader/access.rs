//! The page for screen readers and tests: a document with its headings, paragraphs and lines of text,
//! and the marks beside them. Only what is in view, and only when somebody asks.

use super::view::{Frame, Reader};
use crate::document::BlockKind;
use crate::gui::panels::marks::tag_words;
use crate::page::{LineShape, Shown};
use crate::session::MarkRef;
use egui::accesskit::{self, Role};
use egui::{Id, Rect, Sense, Ui, UiBuilder};

impl Reader {
    pub(super) fn publish(&self, frame: &Frame<'_>, ui: &mut Ui) {
        // Without a listener no node can be built, and nothing below would be kept.
        let id = frame.response.id;
        let title = frame.session.document().title().to_owned();
        let is_heard = ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::Document);
            node.set_label(title);
        });
        if is_heard.is_none() {
            return;
        }
        let builder = UiBuilder::new().max_rect(frame.rect).id_salt("page content").accessibility_parent(id);
        let mut inner = ui.new_child(builder);
        for shown in self.page.visible() {
            self.publish_block(frame, &shown, &mut inner);
        }
        for mark in frame.session.marks() {
            self.publish_mark(frame, &mark, &inner);
        }
    }

    fn publish_block(&self, frame: &Frame<'_>, shown: &Shown<'_>, ui: &mut Ui) {
        let document = frame.session.document();
        let Some(block) = document.blocks().get(shown.set.block()) else { return };
        let role = match block.kind {
            BlockKind::Heading { .. } => Role::Heading,
            BlockKind::ListItem { .. } => Role::ListItem,
            BlockKind::Caption => Role::Caption,
            BlockKind::Code => Role::Code,
            BlockKind::TableRow { .. } => Role::Row,
            BlockKind::Footnote { .. } => Role::DocFootnote,
            _ if 0 < block.quote_depth => Role::Blockquote,
            _ => Role::Paragraph,
        };
        let builder = UiBuilder::new()
            .id_salt(("portion", shown.portion))
            .accessibility_role(role)
            .max_rect(frame.rect);
        ui.scope_builder(builder, |ui| {
            let block_id = ui.unique_id();
            if let BlockKind::Heading { level } = block.kind {
                ui.ctx().accesskit_node_builder(block_id, |node| node.set_level(usize::from(level)));
            }
            for (nth, line) in shown.set.lines().enumerate() {
                let id = ui.scope_id().with(("line", nth));
                self.publish_line(frame, shown, &line, id, ui);
            }
        });
    }

    fn publish_line(&self, frame: &Frame<'_>, shown: &Shown<'_>, line: &LineShape, id: Id, ui: &Ui) {
        let rect = frame.to_window(line.rect.translated(shown.x, shown.y));
        if !rect.intersects(frame.rect) {
            return;
        }
        ui.interact(rect, id, Sense::hover());
        let text = frame.session.document().slice(line.range).to_owned();
        let lengths = line
            .clusters
            .iter()
            .map(|spot| u8::try_from(spot.range.len().to_usize()).unwrap_or(u8::MAX))
            .collect::<Vec<_>>();
        let left = line.rect.x;
        let lefts: Vec<f32> = line.clusters.iter().map(|spot| spot.x - left).collect();
        let widths: Vec<f32> = line.clusters.iter().map(|spot| spot.width).collect();
        let direction = if line.is_rtl {
            accesskit::TextDirection::RightToLeft
        } else {
            accesskit::TextDirection::LeftToRight
        };
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::TextRun);
            node.set_value(text);
            node.set_text_direction(direction);
            node.set_character_lengths(lengths);
            node.set_character_positions(lefts);
            node.set_character_widths(widths);
            node.set_bounds(bounds_of(rect));
        });
    }

    /// Marks overlap, so they stand beside the text and not around it.
    fn publish_mark(&self, frame: &Frame<'_>, mark: &MarkRef<'_>, ui: &Ui) {
        let Some(passage) = mark.placement.and_then(|placement| placement.passage()) else { return };
        let rects = passage
            .pieces()
            .iter()
            .flat_map(|&piece| self.page.parts(piece))
            .map(|part| frame.to_window(part.rect));
        let Some(bounds) = rects.reduce(Rect::union) else { return };
        let id = ui.scope_id().with(("mark", mark.annotation.id));
        let bounds = bounds.intersect(frame.rect);
        ui.interact(bounds, id, Sense::hover());
        let tags = tag_words(frame.session, &mark.annotation.tags);
        let label = format!("{tags}: {}", mark.annotation.quote());
        let note = mark.annotation.note.clone();
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::Mark);
            node.set_label(label);
            node.set_bounds(bounds_of(bounds));
            if !note.is_empty() {
                node.set_description(note);
            }
        });
    }
}

/// Where a part lies. What answers no pointer gets no bounds from egui.
fn bounds_of(rect: Rect) -> accesskit::Rect {
    accesskit::Rect {
        x0: rect.min.x.into(),
        y0: rect.min.y.into(),
        x1: rect.max.x.into(),
        y1: rect.max.y.into(),
    }
}
