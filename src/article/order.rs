//! The order of all shown marks, with their lanes: kept with the article and changed mark by mark, so
//! that one mark more among a hundred thousand costs no more than among ten.

use super::PlacedLayer;
use super::lanes::{Kind, Sweep};
use crate::layer::reach::Reach;
use crate::layer::{Annotation, AnnotationId, Codebook, Shape, TagId};
use crate::text::{TextRange, TextSize};
use std::cmp::Reverse;
use std::collections::VecDeque;

/// How many changes are remembered for those who follow.
const MOST_REMEMBERED: usize = 256;
/// With more changed marks than this at once everything is put in order anew.
pub(super) const MOST_ONE_BY_ONE: usize = 64;

/// A shown mark at its place in the order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ordered {
    /// Which of the article's layers it is in.
    pub layer: usize,
    /// Whose mark it is.
    pub id: AnnotationId,
    /// From its first byte to its last; `None` for a mark that has no place in this text.
    pub hull: Option<TextRange>,
    /// The code point at which it began in the text that it was made on; orders marks without a place.
    original_offset: u32,
    /// Its first tag, as an index into the codebook's tags; `None` where it has none that is known.
    pub tag: Option<u16>,
    /// Whether it has no line of its own under the words.
    only_assesses: bool,
    /// Of its first tag.
    line: Line,
    /// Of its other tags.
    more: Vec<Line>,
}

/// The line of one of a mark's tags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Line {
    lane: u32,
    kind: Kind,
}

impl Line {
    fn of(tag: Option<&TagId>, codebook: &Codebook) -> Self {
        let nth = tag.and_then(|tag| codebook.tags.iter().position(|known| known.id == *tag));
        let shape = nth.map_or(Shape::Dashed, |nth| codebook.tags[nth].shape);
        Self { lane: 0, kind: Kind { tag: nth.and_then(|nth| u16::try_from(nth).ok()), shape } }
    }
}

impl Ordered {
    fn of(layer: usize, placed: &PlacedLayer, annotation: &Annotation, codebook: &Codebook) -> Self {
        let placement = placed.placements.get(annotation.id);
        let first = annotation.target.pieces.first().and_then(|piece| piece.latest());
        let position = first.and_then(|description| description.position.as_ref());
        let line = Line::of(annotation.tags.first(), codebook);
        Self {
            layer,
            id: annotation.id,
            hull: placement.and_then(|placement| placement.passage()?.hull()),
            original_offset: position.map_or(0, |at| u32::try_from(at.start).unwrap_or(u32::MAX)),
            tag: line.kind.tag,
            only_assesses: annotation.only_assesses(),
            line,
            more: annotation.tags.iter().skip(1).map(|tag| Line::of(Some(tag), codebook)).collect(),
        }
    }

    /// By place, the longer first; those without a place last, in the order of the text that they were
    /// made on.
    fn key(&self) -> (bool, TextSize, Reverse<TextSize>, AnnotationId, usize) {
        let place = match self.hull {
            Some(hull) => (false, hull.start(), Reverse(hull.end())),
            None => (true, TextSize::from(self.original_offset), Reverse(TextSize::ZERO)),
        };
        (place.0, place.1, place.2, self.id, self.layer)
    }

    fn end(&self) -> TextSize {
        self.hull.map_or(TextSize::ZERO, TextRange::end)
    }

    /// The lane of the `nth` tag, counted from 0, where lane 0 is nearest to the words. A mark without
    /// a tag has one lane.
    pub fn lane(&self, nth: usize) -> u32 {
        let more = nth.checked_sub(1).and_then(|nth| self.more.get(nth));
        more.unwrap_or(&self.line).lane
    }

    /// How many lanes it has: one for each tag, and at least one.
    pub fn n_lanes(&self) -> usize {
        1 + self.more.len()
    }

    /// Takes lanes, and says whether they are others than before.
    fn take_lanes(&mut self, sweep: &mut Sweep, hull: TextRange) -> bool {
        let mut is_other = false;
        if self.only_assesses {
            return is_other;
        }
        for line in std::iter::once(&mut self.line).chain(&mut self.more) {
            let now = sweep.lane(hull, line.kind);
            is_other |= line.lane != now;
            line.lane = now;
        }
        is_other
    }
}

/// Whether it is drawn and listed by itself. A reply stands with the mark that it is about.
fn stands_by_itself(annotation: &Annotation) -> bool {
    !annotation.is_reply()
}

/// A change of the order: whoever keeps a list beside it can follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Splice {
    /// The mark at this index was taken out.
    Removed(usize),
    /// A mark was put in at this index.
    Inserted(usize),
}

/// All shown marks by place, the longer first; those without a place last.
#[derive(Clone, Debug, Default)]
pub struct MarkOrder {
    marks: Vec<Ordered>,
    /// How many have a place: they come first.
    n_placed: usize,
    reach: Reach,
    revision: u64,
    /// The latest changes, each with the revision that it led to.
    splices: VecDeque<(u64, Splice)>,
    /// The revision from which on all changes are remembered.
    remembered_from: u64,
}

impl MarkOrder {
    /// The marks.
    pub fn marks(&self) -> &[Ordered] {
        &self.marks
    }

    /// Those that have a place in the text.
    pub fn placed(&self) -> &[Ordered] {
        self.marks.get(..self.n_placed).unwrap_or_default()
    }

    /// Grows with every change of a shown mark: its place, its tags, its words, its being shown.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// What happened since `revision`, in order; `None` where that is not remembered.
    pub fn since(&self, revision: u64) -> Option<impl Iterator<Item = Splice> + '_> {
        let after = self.splices.partition_point(|&(led_to, _)| led_to <= revision);
        (self.remembered_from <= revision && revision <= self.revision)
            .then(|| self.splices.range(after..).map(|&(_, splice)| splice))
    }

    /// The index of the first mark that starts at `offset` or after it; all marks without a place come
    /// after that.
    pub fn first_from(&self, offset: TextSize) -> usize {
        self.placed().partition_point(|mark| mark.hull.is_some_and(|hull| hull.start() < offset))
    }

    /// Puts everything in order anew.
    pub(super) fn rebuild(&mut self, layers: &[PlacedLayer], codebook: &Codebook) {
        self.marks.clear();
        for (nth, placed) in layers.iter().enumerate().filter(|(_, placed)| placed.is_shown) {
            let marks = placed.layer.annotations().filter(|annotation| stands_by_itself(annotation));
            self.marks.extend(marks.map(|annotation| Ordered::of(nth, placed, annotation, codebook)));
        }
        self.marks.sort_unstable_by_key(Ordered::key);
        self.n_placed = self.marks.partition_point(|mark| mark.hull.is_some());
        self.reach = Reach::of(self.n_placed, |i| self.marks[i].end());
        let mut sweep = Sweep::default();
        for mark in &mut self.marks {
            let Some(hull) = mark.hull else { break };
            mark.take_lanes(&mut sweep, hull);
        }
        self.forget_changes(self.revision + 1);
    }

    /// Goes on from a later revision: an order made anew must not be taken for the one before it.
    pub(super) fn forget_changes(&mut self, revision: u64) {
        self.revision = revision;
        self.remembered_from = revision;
        self.splices.clear();
    }

    /// Takes `ids` of a layer out and puts them in where and as they are now. `was_at` says where a
    /// mark was.
    pub(super) fn renew(
        &mut self,
        layer: usize,
        placed: &PlacedLayer,
        ids: &[(AnnotationId, Option<TextRange>)],
        codebook: &Codebook,
    ) {
        if ids.is_empty() || !placed.is_shown {
            return;
        }
        self.revision += 1;
        let (mut from, mut until) = (self.marks.len(), TextSize::ZERO);
        for &(id, was_at) in ids {
            if let Some(at) = self.index_of(layer, id, was_at) {
                let old = self.marks.remove(at);
                self.n_placed -= usize::from(old.hull.is_some());
                (from, until) = (from.min(at), until.max(old.end()));
                self.remember(Splice::Removed(at));
            }
            let annotation = placed.layer.annotation(id);
            if let Some(annotation) = annotation.filter(|annotation| stands_by_itself(annotation)) {
                let new = Ordered::of(layer, placed, annotation, codebook);
                let at = self.marks.partition_point(|mark| mark.key() < new.key());
                self.n_placed += usize::from(new.hull.is_some());
                (from, until) = (from.min(at), until.max(new.end()));
                self.marks.insert(at, new);
                self.remember(Splice::Inserted(at));
            }
        }
        self.reach.renew(from, self.n_placed, |i| self.marks[i].end());
        self.sweep(from, until);
    }

    fn remember(&mut self, splice: Splice) {
        self.splices.push_back((self.revision, splice));
        if MOST_REMEMBERED < self.splices.len()
            && let Some((led_to, _)) = self.splices.pop_front()
        {
            self.remembered_from = led_to;
        }
    }

    /// Gives the marks from the index `from` on their lanes, until it can be seen that the rest keep
    /// theirs: no mark whose lanes are others, nor any that came or went, reaches further. `until` is
    /// how far those reach that came and went.
    fn sweep(&mut self, from: usize, mut until: TextSize) {
        let Some(start) = self.placed().get(from).and_then(|mark| mark.hull).map(TextRange::start) else {
            return;
        };
        let running = self.reach.all(from, start, |i| self.marks[i].end()).flat_map(|i| {
            let mark = &self.marks[i];
            let lines = std::iter::once(&mark.line).chain(&mark.more).filter(|_| !mark.only_assesses);
            lines.map(move |line| (mark.end(), line.lane, line.kind))
        });
        let mut sweep = Sweep::amid(running);
        for mark in self.marks.iter_mut().skip(from) {
            let Some(hull) = mark.hull.filter(|hull| hull.start() < until) else { break };
            if mark.take_lanes(&mut sweep, hull) {
                until = until.max(hull.end());
            }
        }
    }

    /// The index of a mark of a layer that is at `hull`.
    pub(super) fn index_of(&self, layer: usize, id: AnnotationId, hull: Option<TextRange>) -> Option<usize> {
        let Some(hull) = hull else {
            // Those without a place are few, and nothing but their ids tells them apart.
            let placeless = self.marks.get(self.n_placed..).unwrap_or_default();
            let at = placeless.iter().position(|mark| mark.id == id && mark.layer == layer);
            return at.map(|at| self.n_placed + at);
        };
        let key = (false, hull.start(), Reverse(hull.end()), id, layer);
        self.marks.binary_search_by(|mark| mark.key().cmp(&key)).ok()
    }
}

#[cfg(test)]
mod tests;
