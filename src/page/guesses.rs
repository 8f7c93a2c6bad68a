//! The heights of what has not been set: read in the frame where that is quick, else scaled from a
//! sample until another thread has read the document.

use super::frame;
use super::heights::Heights;
use super::portions::Portion;
use super::tables::{self, TableColumn};
use super::view::Page;
use crate::document::BlockKind;

/// A document of so many bytes is read for the guesses of its heights; that takes a millisecond or two.
const READ_AT_ONCE: usize = 256 * 1024;

fn bytes_of(portion: &Portion) -> f64 {
    f64::from(u32::try_from(portion.range.len().to_usize()).unwrap_or(u32::MAX))
}

impl Page {
    /// Guesses the height of every portion. A long document is not read for it: a sample says by how
    /// much the heights that are known change, and another thread reads the rest
    /// ([`unestimated`](Self::unestimated)).
    pub(super) fn guess_heights(&mut self) {
        const SAMPLE: usize = 128;
        let n = self.portions.len();
        if self.is_short() {
            let heights = (0..n).map(|i| self.guess(i)).collect();
            self.heights = Heights::new(heights);
            return;
        }
        let knows = !self.heights.is_empty();
        let (mut before, mut now) = (0.0, 0.0);
        for i in (0..n).step_by((n / SAMPLE).max(1)) {
            before += if knows { self.heights.get(i) } else { bytes_of(&self.portions[i]) };
            now += self.guess(i);
        }
        let ratio = if 0.0 < before { now / before } else { 1.0 };
        let least = f64::from(self.line_px());
        let old = |i: usize| if knows { self.heights.get(i) } else { bytes_of(&self.portions[i]) };
        self.heights = Heights::new((0..n).map(|i| (old(i) * ratio).max(least).round()).collect());
    }

    /// Whether all of the document is read for the guesses in the frame.
    pub(super) fn is_short(&self) -> bool {
        self.document.text().len() <= READ_AT_ONCE
    }

    fn guess(&mut self, index: usize) -> f64 {
        let Some(key) = self.key else { return 0.0 };
        let portion = self.portions[index];
        let columns = self.columns_of(portion.block as usize);
        let Some(advances) = &self.advances else { return 0.0 };
        let measure = key.measure(&columns, &self.images);
        frame::estimate(&self.document, portion, measure, advances)
    }

    /// The columns of the table that a block is a row of.
    pub(super) fn columns_of(&mut self, block: usize) -> Vec<TableColumn> {
        let BlockKind::TableRow { table, .. } = self.document.blocks()[block].kind else { return Vec::new() };
        if let Some((_, columns)) = self.columns.iter().find(|(of, _)| *of == table) {
            return columns.clone();
        }
        let (Some(key), Some(advances)) = (&self.key, &self.advances) else { return Vec::new() };
        let columns = tables::columns(&self.document, block, &key.style, key.width_px(), advances);
        self.columns.push((table, columns.clone()));
        columns
    }
}
