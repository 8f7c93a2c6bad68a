//! The page for screen readers and tests: a document with its headings, paragraphs and lines of text,
//! and the marks beside them. Only what is in view, and only when somebody asks.

use super::view::{Frame, Reader};
use crate::document::BlockKind;
use crate::gui::panels::marks::tag_words;
use crate::page::{ClusterSpot, LineShape, Shown};
use crate::session::MarkRef;
use crate::text::boundary;
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
        self.publish_pictures(frame, &mut inner);
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
            let mut lines = shown.set.lines().enumerate().peekable();
            while let Some((nth, line)) = lines.next() {
                let id = ui.scope_id().with(("line", nth));
                let feed = if lines.peek().is_none() { "\n" } else { "" };
                self.publish_line(frame, shown, &line, feed, id, ui);
            }
        });
    }

    /// A line as one run, or several where its direction changes: in a run the characters stand in the
    /// order of reading. `feed` ends the paragraph.
    fn publish_line(
        &self,
        frame: &Frame<'_>,
        shown: &Shown<'_>,
        line: &LineShape,
        feed: &str,
        id: Id,
        ui: &Ui,
    ) {
        if !frame.to_window(line.rect.translated(shown.x, shown.y)).intersects(frame.rect) {
            return;
        }
        let mut clusters = line.clusters.clone();
        clusters.sort_by_key(|cluster| cluster.range.start());
        let mut runs: Vec<&[ClusterSpot]> =
            clusters.chunk_by(|a, b| a.is_rtl == b.is_rtl).flat_map(|run| run.chunks(LONGEST_RUN)).collect();
        if runs.is_empty() {
            runs.push(&[]);
        }
        let n_runs = runs.len();
        for (nth, run) in runs.into_iter().enumerate() {
            let is_last = nth + 1 == n_runs;
            let run = Run::of(run, frame, shown, line, if is_last { feed } else { "" });
            let id_of = |nth: usize| id.with(nth);
            ui.interact(run.rect, id_of(nth), Sense::hover());
            ui.ctx().accesskit_node_builder(id_of(nth), |node| {
                run.describe(node);
                if 0 < nth {
                    node.set_previous_on_line(id_of(nth - 1).accesskit_id());
                }
                if !is_last {
                    node.set_next_on_line(id_of(nth + 1).accesskit_id());
                }
            });
        }
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
        if !bounds.is_positive() {
            return;
        }
        ui.interact(bounds, id, Sense::hover());
        let tags = tag_words(frame.session, &mark.annotation.tags);
        let label = format!("{tags}: {}", mark.annotation.quote());
        let note = mark.annotation.note.clone();
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::Mark);
            node.set_bounds(bounds_of(bounds));
            node.set_label(label);
            if !note.is_empty() {
                node.set_description(note);
            }
        });
    }
}

/// egui knows the places of widgets that can have the focus; of these it has to be told.
pub(super) fn bounds_of(rect: Rect) -> accesskit::Rect {
    let Rect { min, max } = rect;
    accesskit::Rect { x0: min.x.into(), y0: min.y.into(), x1: max.x.into(), y1: max.y.into() }
}

/// AccessKit counts the words of a run in bytes.
const LONGEST_RUN: usize = 250;

/// Characters of one line and one direction, in the order of reading.
struct Run {
    rect: Rect,
    text: String,
    is_rtl: bool,
    lengths: Vec<u8>,
    /// From the run's start, which is its right edge where it runs from right to left.
    positions: Vec<f32>,
    widths: Vec<f32>,
    word_starts: Vec<u8>,
}

impl Run {
    fn of(
        clusters: &[ClusterSpot],
        frame: &Frame<'_>,
        shown: &Shown<'_>,
        line: &LineShape,
        feed: &str,
    ) -> Self {
        let document = frame.session.document();
        let left = clusters.iter().map(|spot| spot.x).reduce(f32::min).unwrap_or(line.rect.x);
        let right = clusters.iter().map(|spot| spot.x + spot.width).reduce(f32::max).unwrap_or(left);
        let rect = crate::page::Rect { x: left, width: right - left, ..line.rect };
        let is_rtl = clusters.first().map_or(line.is_rtl, |spot| spot.is_rtl);
        let mut run = Self {
            rect: frame.to_window(rect.translated(shown.x, shown.y)),
            is_rtl,
            text: String::new(),
            lengths: Vec::new(),
            positions: Vec::new(),
            widths: Vec::new(),
            word_starts: Vec::new(),
        };
        for spot in clusters {
            let (words, start) = (document.slice(spot.range), spot.range.start());
            let begins_word =
                !words.trim().is_empty() && boundary::word_at(document.text(), start).start() == start;
            if begins_word {
                run.word_starts.extend(u8::try_from(run.lengths.len()));
            }
            run.push(words, if is_rtl { right - spot.x - spot.width } else { spot.x - left }, spot.width);
        }
        if !feed.is_empty() {
            run.push(feed, right - left, 0.0);
        }
        run
    }

    /// Adds a character. One of more than 255 bytes is a hundred accents on a letter: it is left out.
    fn push(&mut self, character: &str, position: f32, width: f32) {
        if let Ok(length) = u8::try_from(character.len()) {
            self.text.push_str(character);
            self.lengths.push(length);
            self.positions.push(position);
            self.widths.push(width);
        }
    }

    fn describe(self, node: &mut accesskit::Node) {
        node.set_role(Role::TextRun);
        node.set_bounds(bounds_of(self.rect));
        node.set_value(self.text);
        node.set_text_direction(if self.is_rtl {
            accesskit::TextDirection::RightToLeft
        } else {
            accesskit::TextDirection::LeftToRight
        });
        node.set_character_lengths(self.lengths);
        node.set_character_positions(self.positions);
        node.set_character_widths(self.widths);
        node.set_word_starts(self.word_starts);
    }
}
