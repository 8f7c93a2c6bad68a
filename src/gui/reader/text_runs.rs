//! The lines of a portion as nodes of the accessibility tree, made once for each layout and kept while
//! the portion is near the view: only their place changes while the page scrolls.

use crate::document::Document;
use crate::page::{ClusterSpot, LineShape, Rect, Set};
use crate::text::{TextSize, boundary};
use egui::accesskit::{self, Role};
use std::collections::HashMap;

/// How many frames the nodes of a portion are kept that nobody publishes.
const KEPT: u64 = 30;

/// AccessKit counts the words of a run in bytes.
const LONGEST_RUN: usize = 250;

/// A line: one run, or several where its direction changes.
#[derive(Debug)]
pub(super) struct LineRuns {
    /// In points from the portion's top left corner.
    pub rect: Rect,
    /// In the order of reading.
    pub runs: Vec<Run>,
}

/// Characters of one line and one direction.
#[derive(Debug)]
pub(super) struct Run {
    /// In points from the portion's top left corner.
    pub rect: Rect,
    /// Where each character begins, and where the last one ends.
    pub offsets: Vec<TextSize>,
    /// Everything but its bounds and its neighbours.
    pub node: accesskit::Node,
}

struct Kept {
    generation: u64,
    lines: Vec<LineRuns>,
    used: u64,
}

/// The nodes of the portions in view.
#[derive(Default)]
pub(super) struct TextRuns {
    portions: HashMap<usize, Kept>,
    frame: u64,
}

impl TextRuns {
    /// To be called once before the portions of a frame are asked for.
    pub(super) fn begin_frame(&mut self) {
        self.frame += 1;
        let oldest = self.frame.saturating_sub(KEPT);
        self.portions.retain(|_, kept| oldest <= kept.used);
    }

    /// The lines of `portion`, which shows `set` in a layout of `generation`.
    pub(super) fn of(
        &mut self,
        document: &Document,
        portion: usize,
        generation: u64,
        set: &Set,
    ) -> &[LineRuns] {
        let make = || Kept { generation, lines: lines_of(document, set), used: 0 };
        let kept = self.portions.entry(portion).or_insert_with(make);
        if kept.generation != generation {
            *kept = make();
        }
        kept.used = self.frame;
        &kept.lines
    }
}

fn lines_of(document: &Document, set: &Set) -> Vec<LineRuns> {
    let lines: Vec<LineShape> = set.lines().collect();
    let n_lines = lines.len();
    let runs = |(nth, line): (usize, &LineShape)| {
        // The last line ends the paragraph.
        let feed = if nth + 1 == n_lines { "\n" } else { "" };
        LineRuns { rect: line.rect, runs: runs_of(document, line, feed) }
    };
    lines.iter().enumerate().map(runs).collect()
}

/// In a run the characters stand in the order of reading.
fn runs_of(document: &Document, line: &LineShape, feed: &str) -> Vec<Run> {
    let mut clusters = line.clusters.clone();
    clusters.sort_by_key(|cluster| cluster.range.start());
    let mut runs: Vec<&[ClusterSpot]> =
        clusters.chunk_by(|a, b| a.is_rtl == b.is_rtl).flat_map(|run| run.chunks(LONGEST_RUN)).collect();
    if runs.is_empty() {
        runs.push(&[]);
    }
    let n_runs = runs.len();
    let made = runs.into_iter().enumerate().map(|(nth, clusters)| {
        let feed = if nth + 1 == n_runs { feed } else { "" };
        Characters::of(document, line, clusters, feed)
    });
    made.collect()
}

#[derive(Default)]
struct Characters {
    text: String,
    lengths: Vec<u8>,
    /// From the run's start, which is its right edge where it runs from right to left.
    positions: Vec<f32>,
    widths: Vec<f32>,
    word_starts: Vec<u8>,
    offsets: Vec<TextSize>,
}

impl Characters {
    fn of(document: &Document, line: &LineShape, clusters: &[ClusterSpot], feed: &str) -> Run {
        let left = clusters.iter().map(|spot| spot.x).reduce(f32::min).unwrap_or(line.rect.x);
        let right = clusters.iter().map(|spot| spot.x + spot.width).reduce(f32::max).unwrap_or(left);
        let is_rtl = clusters.first().map_or(line.is_rtl, |spot| spot.is_rtl);
        let end = clusters.iter().map(|spot| spot.range.end()).max().unwrap_or(line.range.end());
        let mut run = Self::default();
        for spot in clusters {
            let (words, start) = (document.slice(spot.range), spot.range.start());
            let begins_word =
                !words.trim().is_empty() && boundary::word_at(document.text(), start).start() == start;
            if begins_word {
                run.word_starts.extend(u8::try_from(run.lengths.len()));
            }
            run.push(
                start,
                words,
                if is_rtl { right - spot.x - spot.width } else { spot.x - left },
                spot.width,
            );
        }
        if !feed.is_empty() {
            run.push(end, feed, right - left, 0.0);
        }
        // After the line feed comes nothing that a caret could stand before.
        run.offsets.push(end);
        let offsets = std::mem::take(&mut run.offsets);
        let rect = Rect { x: left, width: right - left, ..line.rect };
        Run { rect, offsets, node: run.node(is_rtl) }
    }

    /// Adds a character. One of more than 255 bytes is a hundred accents on a letter: it is left out.
    fn push(&mut self, at: TextSize, character: &str, position: f32, width: f32) {
        if let Ok(length) = u8::try_from(character.len()) {
            self.offsets.push(at);
            self.text.push_str(character);
            self.lengths.push(length);
            self.positions.push(position);
            self.widths.push(width);
        }
    }

    fn node(self, is_rtl: bool) -> accesskit::Node {
        let mut node = accesskit::Node::new(Role::TextRun);
        node.set_value(self.text);
        node.set_text_direction(if is_rtl {
            accesskit::TextDirection::RightToLeft
        } else {
            accesskit::TextDirection::LeftToRight
        });
        node.set_character_lengths(self.lengths);
        node.set_character_positions(self.positions);
        node.set_character_widths(self.widths);
        node.set_word_starts(self.word_starts);
        node
    }
}
