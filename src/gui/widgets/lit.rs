//! A line with what was looked for lit in it.

use super::{in_visual_order, visible, words_in_visual_order};
use crate::gui::theme::Theme;
use crate::text::TextRange;
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, FontId};
use std::ops::Range;

/// A line whose `lit` bytes stand in strong ink on the ground of hits. Where words are turned round for the
/// screen, whole words are lit: letters that join must not be parted.
pub(in crate::gui) fn job(
    theme: &Theme,
    (font, ink): (FontId, Color32),
    line: &str,
    lit: &[TextRange],
) -> LayoutJob {
    let plain = TextFormat::simple(font.clone(), ink);
    let strong = TextFormat { background: theme.search_hit, ..TextFormat::simple(font, theme.ink_strong) };
    let mut job = LayoutJob::default();
    if in_visual_order(line) == line {
        let mut at = 0;
        for Range { start, end } in lit.iter().map(|range| range.to_usize()) {
            job.append(&visible(line.get(at..start).unwrap_or_default()), 0.0, plain.clone());
            job.append(&visible(line.get(start..end).unwrap_or_default()), 0.0, strong.clone());
            at = end;
        }
        job.append(&visible(line.get(at..).unwrap_or_default()), 0.0, plain);
    } else {
        for (nth, word) in words_in_visual_order(line).into_iter().enumerate() {
            let range = TextRange::from_usize(word.clone());
            let is_lit = lit.iter().any(|lit| lit.overlaps(range));
            if 0 < nth {
                job.append(" ", 0.0, plain.clone());
            }
            let format = if is_lit { strong.clone() } else { plain.clone() };
            job.append(&visible(line.get(word).unwrap_or_default()), 0.0, format);
        }
    }
    job.wrap.max_rows = 1;
    job.break_on_newline = false;
    job
}

/// The line from a word on that has at most `most` characters before the first lit byte, so that this is seen
/// where there is little room.
pub(in crate::gui) fn from_near(line: &str, lit: &[TextRange], most: usize) -> (String, Vec<TextRange>) {
    let whole = || (line.to_owned(), lit.to_vec());
    let Some(first) = lit.first().map(|range| range.start().to_usize()) else { return whole() };
    let before = line.get(..first).unwrap_or_default();
    let Some((cut, _)) = before.char_indices().rev().nth(most) else { return whole() };
    let rest = before.get(cut..).unwrap_or_default();
    let word = rest.find(' ').map_or(cut, |space| cut + space + 1);
    let shift = |at: usize| at - word + '…'.len_utf8();
    let lit = lit.iter().map(|range| range.to_usize());
    let lit = lit.map(|range| TextRange::from_usize(shift(range.start)..shift(range.end)));
    (format!("…{}", line.get(word..).unwrap_or_default()), lit.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_begins_near_its_first_hit() {
        let line = "On Monday the army denied that the army had been there";
        let lit = [TextRange::from_usize(14..18), TextRange::from_usize(35..39)];
        let (short, lit) = from_near(line, &lit, 5);
        assert_eq!(short, "…the army denied that the army had been there");
        assert!(lit.iter().all(|range| range.of(&short) == Some("army")), "{lit:?}");
        assert_eq!(from_near("the army", &[TextRange::from_usize(4..8)], 20).0, "the army");
    }
}
