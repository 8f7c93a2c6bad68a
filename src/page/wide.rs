//! Tables that are wider than the column: each scrolls sideways within itself, all its rows together.

use super::geometry::{Place, Point, Rect};
use super::typeset::Set;
use super::view::{Page, Shown};
use crate::text::TextSize;

/// How far from the edge of the column the caret is kept, in points.
const MARGIN: f32 = 24.0;

/// Where a wide table stands sideways. Points from the viewport's top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TableBar {
    /// The line below its last row in view, as wide as the column.
    pub track: Rect,
    /// The part of the line that stands for what is seen.
    pub thumb: Rect,
}

impl Page {
    /// A set portion at its place: rows of a wide table are moved sideways and cut at the column.
    pub(super) fn shown_at<'a>(&self, portion: usize, y: f32, set: &'a Set) -> Shown<'a> {
        let column = self.column();
        let Some((table, overflow)) = set.overflow() else {
            return Shown { portion, x: column.x, y, clip: None, set };
        };
        let moved = self.moved(table, overflow);
        let x = if set.is_rtl() { column.x + moved } else { column.x - moved };
        let clip = Rect { x: column.x, y, width: column.width, height: set.height() };
        Shown { portion, x, y, clip: Some(clip), set }
    }

    /// How far a table is scrolled from the side where reading starts, in points.
    fn moved(&self, table: u32, overflow: f32) -> f32 {
        let moved = self.tables.get(&table).copied().unwrap_or(0.0).clamp(0.0, overflow);
        (moved * self.scale()).round() / self.scale()
    }

    /// Scrolls the table at `at` by `dx` points to the right, if there is one that is wider than the
    /// column and can go there; says whether it did.
    pub fn scroll_table(&mut self, at: Point, dx: f32) -> bool {
        let found = self.visible().find_map(|shown| {
            let is_there = shown.clip.is_some_and(|clip| clip.contains(at));
            shown.set.overflow().filter(|_| is_there).map(|wide| (wide, shown.set.is_rtl()))
        });
        let Some(((table, overflow), is_rtl)) = found else { return false };
        let before = self.moved(table, overflow);
        let after = (before + if is_rtl { -dx } else { dx }).clamp(0.0, overflow);
        self.tables.insert(table, after);
        before != after
    }

    /// Moves the table that has `offset` sideways, so that the caret there can be seen.
    pub(super) fn reveal_in_table(&mut self, index: usize, offset: TextSize) {
        let width = self.column().width;
        let Some(set) = self.set_at(index) else { return };
        let Some((table, overflow)) = set.overflow() else { return };
        let Some(caret) = set.caret(Place::before(offset)) else { return };
        // From the side where reading starts.
        let x = if set.is_rtl() { width - caret.rect.x } else { caret.rect.x };
        let margin = MARGIN.min(width / 4.0);
        let before = self.moved(table, overflow);
        let after =
            before.clamp((x + margin - width).max(0.0).min(overflow), (x - margin).clamp(0.0, overflow));
        self.tables.insert(table, after);
    }

    /// Where each wide table in view stands, for the lines below them.
    pub fn table_bars(&self) -> Vec<TableBar> {
        let mut bars: Vec<(u32, TableBar)> = Vec::new();
        for shown in self.visible() {
            let (Some((table, overflow)), Some(clip)) = (shown.set.overflow(), shown.clip) else { continue };
            let all = clip.width + overflow;
            let moved = self.moved(table, overflow);
            let left = if shown.set.is_rtl() { overflow - moved } else { moved };
            let track = Rect { y: clip.bottom() - 3.0, height: 3.0, ..clip };
            let thumb =
                Rect { x: clip.x + left / all * clip.width, width: clip.width * clip.width / all, ..track };
            bars.retain(|(known, _)| *known != table);
            bars.push((table, TableBar { track, thumb }));
        }
        bars.into_iter().map(|(_, bar)| bar).collect()
    }
}

impl Rect {
    /// What both have in common; `None` where that has no width.
    pub(super) fn within(self, clip: Option<Rect>) -> Option<Rect> {
        let Some(clip) = clip else { return Some(self) };
        let (left, right) = (self.x.max(clip.x), self.right().min(clip.right()));
        (left < right).then_some(Rect { x: left, width: right - left, ..self })
    }
}

#[cfg(test)]
mod tests;
