//! The page for screen readers and tests: a document with its headings, paragraphs and lines of text,
//! and the marks beside them. Only what is in view, and only when somebody asks.

use super::Reader;
use super::access_actions::{Tellings, Told};
use super::frame::{Frame, bounds_of};
use super::text_runs::{LineRuns, TextRuns};
use crate::document::{Block, BlockKind};
use crate::gui::panels::mark_row::mark_name;
use crate::gui::words::words_of;
use crate::layer::AnnotationId;
use crate::page::Shown;
use egui::accesskit::{self, Role};
use egui::{Id, Rect, Sense, Ui, UiBuilder};
use std::collections::HashMap;

/// What is published and need not be made anew in every frame.
#[derive(Default)]
pub(super) struct Access {
    text: TextRuns,
    /// The nodes of marks without their bounds, and their notes, as of a revision of the order of marks.
    marks: HashMap<AnnotationId, (accesskit::Node, String)>,
    marks_of: Option<u64>,
}

impl Reader {
    pub(super) fn publish(&mut self, frame: &Frame<'_>, ui: &mut Ui) {
        // Without a listener no node can be built, and nothing below would be kept.
        let id = frame.response.id;
        let is_heard = ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::Document);
            node.set_label(frame.session.document().title());
            if let Some(language) = frame.session.document().language() {
                node.set_language(language);
            }
        });
        if is_heard.is_none() {
            return;
        }
        let builder = UiBuilder::new().max_rect(frame.rect).id_salt("page content").accessibility_parent(id);
        let mut inner = ui.new_child(builder);
        let access = &mut self.access;
        let mut told = Tellings::default();
        access.text.begin_frame();
        let generation = self.page.generation();
        for shown in self.page.visible() {
            let lines = access.text.of(frame.session.document(), shown.portion, generation, shown.set);
            publish_portion(frame, &shown, lines, &mut told, &mut inner);
        }
        self.publish_pictures(frame, &mut inner);
        self.publish_marks(frame, &mut told, &inner);
        self.publish_voices(frame, &inner);
        self.tell_links(frame, &mut told, &inner);
        self.tell_selection(frame, &told, &inner);
        self.answer_requests(frame, &told, &inner);
    }

    /// Marks overlap, so they stand beside the text and not around it.
    fn publish_marks(&mut self, frame: &Frame<'_>, told: &mut Tellings, ui: &Ui) {
        let revision = frame.session.order().revision();
        if self.access.marks_of != Some(revision) {
            self.access.marks.clear();
            self.access.marks_of = Some(revision);
        }
        for (mark, bounds) in self.marks_in_view(frame) {
            let id = ui.scope_id().with(("mark", mark));
            ui.interact(bounds, id, Sense::hover());
            let made = self.access.marks.entry(mark).or_insert_with(|| mark_node(frame, mark));
            put(ui, id, &made.0, bounds);
            publish_note(&made.1, id, bounds, ui);
            told.marks.push((id.accesskit_id(), mark));
        }
    }

    /// Marks of which something can be seen, in the order of the text, and where.
    fn marks_in_view(&self, frame: &Frame<'_>) -> Vec<(AnnotationId, Rect)> {
        let mut found: Vec<(AnnotationId, Rect)> = Vec::new();
        let mut known: HashMap<AnnotationId, usize> = HashMap::new();
        for shown in self.page.visible() {
            let marks = self.marks.of(shown.portion).map_or(&[][..], |marks| &marks.bounds);
            for &(mark, rect) in marks {
                let mut bounds = frame.to_window(rect.translated(shown.x, shown.y));
                if let Some(clip) = shown.clip {
                    bounds = bounds.intersect(frame.to_window(clip));
                }
                if !bounds.is_positive() {
                    continue;
                }
                let at = *known.entry(mark).or_insert(found.len());
                match found.get_mut(at) {
                    Some((_, all)) => *all = all.union(bounds),
                    None => found.push((mark, bounds)),
                }
            }
        }
        for (_, bounds) in &mut found {
            *bounds = bounds.intersect(frame.rect);
        }
        found.retain(|(_, bounds)| bounds.is_positive());
        found
    }
}

/// The node of a mark, and its note.
fn mark_node(frame: &Frame<'_>, id: AnnotationId) -> (accesskit::Node, String) {
    let mut node = accesskit::Node::new(Role::Mark);
    let Some(mark) = frame.session.mark(id) else { return (node, String::new()) };
    node.add_action(accesskit::Action::Click);
    node.add_action(accesskit::Action::ScrollIntoView);
    let tags = mark_name(frame.session, mark.annotation);
    node.set_label(format!("{tags}: {}", mark.annotation.quote()));
    let words = words_of(mark.annotation);
    if !words.is_empty() {
        node.set_description(words.as_str());
    }
    (node, words)
}

/// The note of a mark as a node of its own, which the mark names as its details.
fn publish_note(note: &str, id: Id, bounds: Rect, ui: &Ui) {
    if note.is_empty() {
        return;
    }
    let note_id = id.with("note");
    ui.interact(bounds, note_id, Sense::hover());
    ui.ctx().accesskit_node_builder(note_id, |node| {
        node.set_role(Role::Comment);
        node.set_label(note);
        node.set_bounds(bounds_of(bounds));
    });
    ui.ctx().accesskit_node_builder(id, |node| node.set_details(vec![note_id.accesskit_id()]));
}

fn publish_portion(
    frame: &Frame<'_>,
    shown: &Shown<'_>,
    lines: &[LineRuns],
    told: &mut Tellings,
    ui: &mut Ui,
) {
    let Some(block) = frame.session.document().blocks().get(shown.set.block()) else { return };
    let builder = UiBuilder::new()
        .id_salt(("portion", shown.portion))
        .accessibility_role(role_of(block))
        .max_rect(frame.rect);
    ui.scope_builder(builder, |ui| {
        if let BlockKind::Heading { level } = block.kind {
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_level(usize::from(level)));
        }
        let around = frame.rect.expand2(egui::vec2(0.0, frame.rect.height() * 0.4));
        let place = |rect: crate::page::Rect| frame.to_window(rect.translated(shown.x, shown.y));
        for (nth, line) in lines.iter().enumerate() {
            // Some lines above and below too, so that a screen reader can read on before the page scrolls.
            if place(line.rect).intersects(around) {
                publish_line(line, ui.scope_id().with(("line", nth)), &place, told, ui);
            }
        }
    });
}

fn role_of(block: &Block) -> Role {
    match block.kind {
        BlockKind::Heading { .. } => Role::Heading,
        BlockKind::ListItem { .. } => Role::ListItem,
        BlockKind::Caption => Role::Caption,
        BlockKind::Code => Role::Code,
        BlockKind::TableRow { .. } => Role::Row,
        BlockKind::Footnote { .. } => Role::DocFootnote,
        _ if 0 < block.quote_depth => Role::Blockquote,
        _ => Role::Paragraph,
    }
}

fn publish_line(
    line: &LineRuns,
    id: Id,
    place: &impl Fn(crate::page::Rect) -> Rect,
    told: &mut Tellings,
    ui: &Ui,
) {
    let n_runs = line.runs.len();
    for (nth, run) in line.runs.iter().enumerate() {
        let (rect, id_of) = (place(run.rect), |nth: usize| id.with(nth));
        ui.interact(rect, id_of(nth), Sense::hover());
        put(ui, id_of(nth), &run.node, rect);
        told.runs.push(Told { id: id_of(nth), offsets: run.offsets.clone() });
        if 1 < n_runs {
            ui.ctx().accesskit_node_builder(id_of(nth), |node| {
                if 0 < nth {
                    node.set_previous_on_line(id_of(nth - 1).accesskit_id());
                }
                if nth + 1 < n_runs {
                    node.set_next_on_line(id_of(nth + 1).accesskit_id());
                }
            });
        }
    }
}

/// Publishes a node that was made before, at its present place.
fn put(ui: &Ui, id: Id, made: &accesskit::Node, rect: Rect) {
    let bounds = bounds_of(rect);
    ui.ctx().accesskit_node_builder(id, |node| {
        *node = made.clone();
        node.set_bounds(bounds);
    });
}
