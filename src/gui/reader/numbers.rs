//! What stands in the margin where the lines begin: the numbers of paragraphs, and the labels of blocks, as
//! the times of subtitles are.

use super::Reader;
use super::frame::Frame;
use crate::document::Document;
use egui::{Align2, FontFamily, FontId, Painter, pos2};

/// Between a number and what hangs out of the text, in points.
const GAP: f32 = 8.0;
/// Room for the markers of lists, as a share of the text's size.
const HANG: f32 = 1.5;
/// The most room for a label, in characters: `01:02:03.456–01:02:05.678`.
const LABEL: u8 = 25;

/// How long the longest label of a block is, in characters; 0 where none has one.
pub(super) fn longest_label(document: &Document) -> u8 {
    let labels = document.blocks().iter().filter_map(|block| block.label.as_ref());
    let longest = labels.map(|label| label.chars().take(usize::from(LABEL)).count()).max();
    longest.map_or(0, |length| u8::try_from(length).unwrap_or(LABEL))
}

impl Reader {
    /// The room that the numbers take before the text, in points; none while they are hidden.
    pub(super) fn numbers_width(&self, frame: &Frame<'_>) -> f32 {
        let hang = frame.cx.settings.text_size * HANG;
        if self.has_labels() {
            return f32::from(self.longest_label) * number_size(frame) * 0.62 + GAP + hang;
        }
        if !frame.cx.settings.shows_numbers {
            return 0.0;
        }
        let digits = u8::try_from(self.numbers().count().to_string().len()).map_or(8.0, f32::from);
        let size = number_size(frame);
        digits * size * 0.62 + GAP + hang
    }

    /// Whether blocks have labels, which stand where numbers would.
    fn has_labels(&self) -> bool {
        self.longest_label != 0
    }

    /// Paints the label of every block that begins in view, or else the number of every paragraph, on the
    /// baseline of its first line.
    pub(super) fn paint_numbers(&self, frame: &Frame<'_>, painter: &Painter) {
        if !frame.cx.settings.shows_numbers && !self.has_labels() {
            return;
        }
        let font = FontId::new(number_size(frame), FontFamily::Proportional);
        let blocks = self.document().blocks();
        for shown in self.page.visible() {
            let block = shown.set.block();
            // A long paragraph is set in several portions; the first has the number.
            let begins = blocks.get(block).is_some_and(|of| of.range.start() == shown.set.range().start());
            let label = blocks.get(block).filter(|_| begins).and_then(|of| of.label.clone());
            let number = self.numbers().of_block(block).filter(|_| begins && !self.has_labels());
            let words = label.or_else(|| number.map(|number| number.to_string()));
            let (Some(words), Some(line)) = (words, shown.set.lines().next()) else { continue };
            let out = frame.cx.settings.text_size * HANG + GAP / 2.0;
            let column = self.page.column();
            let (x, align) = match self.is_rtl {
                true => (column.x + column.width + out, Align2::LEFT_BOTTOM),
                false => (column.x - out, Align2::RIGHT_BOTTOM),
            };
            let y = frame.rect.top() + shown.y + line.baseline;
            // The figures stand on the baseline; below it the font has about a quarter of its size.
            let at = pos2(frame.rect.left() + x, y + font.size * 0.27);
            painter.text(at, align, words, font.clone(), frame.cx.theme.ink_subdued);
        }
    }
}

/// The size of the figures, in points.
fn number_size(frame: &Frame<'_>) -> f32 {
    (frame.cx.settings.text_size * 0.65).max(10.0)
}
