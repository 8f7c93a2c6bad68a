//! Where the words of a document stand on the pages of its file, for files that have pages.

use super::packed::{Reader, Writer};
use crate::text::{TextRange, TextSize};

/// How finely places are kept, per point.
const PER_POINT: f32 = 8.0;

/// A rectangle on a page, in points from the page's upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageBox {
    /// Which page of the file, from 0.
    pub page: u32,
    /// Left, top, right, bottom.
    pub place: [f32; 4],
}

/// One word, or a part of one: 20 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Word {
    start: u32,
    end: u32,
    page: u32,
    place: [u16; 4],
}

/// The places of all words, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageBoxes {
    words: Vec<Word>,
}

impl PageBoxes {
    /// Records where the text of `range` stands, which comes after all that were recorded; what is not
    /// `apart` from the word before and stands beside it is part of that.
    #[cfg_attr(not(any(feature = "pdf", test)), expect(dead_code, reason = "only PDF has pages"))]
    pub(super) fn push(&mut self, range: TextRange, page: usize, place: [f32; 4], apart: bool) {
        let bytes = range.to_usize();
        let (Ok(start), Ok(end)) = (u32::try_from(bytes.start), u32::try_from(bytes.end)) else { return };
        let page = u32::try_from(page).unwrap_or(u32::MAX);
        let place = place.map(kept);
        if let Some(last) = self.words.last_mut()
            && !apart
            && last.end == start
            && last.page == page
            && last.place[1] < place[3]
            && place[1] < last.place[3]
        {
            let [left, top, right, bottom] = last.place;
            last.place = [left.min(place[0]), top.min(place[1]), right.max(place[2]), bottom.max(place[3])];
            last.end = end;
            return;
        }
        self.words.push(Word { start, end, page, place });
    }

    /// As bytes, for the way from another process.
    pub(super) fn pack(&self, writer: &mut Writer) {
        writer.many(&self.words, |writer, word| {
            let Word { start, end, page, place } = word;
            [start, end, page].into_iter().for_each(|&n| writer.number(n.into()));
            place.iter().for_each(|&n| writer.number(n.into()));
        });
    }

    /// What [`Self::pack`] wrote; `None` where words are not in the order of a text.
    pub(super) fn unpack(reader: &mut Reader<'_>) -> Option<Self> {
        let words = reader.many(|reader| {
            let (start, end, page) = (reader.small()?, reader.small()?, reader.small()?);
            let mut place = [0; 4];
            for value in &mut place {
                *value = u16::try_from(reader.small()?).ok()?;
            }
            Some(Word { start, end, page, place })
        })?;
        // Words of one syllable each may share a letter: it is enough that they can be looked up.
        let is_in_order =
            words.is_sorted_by_key(|word| word.start) && words.is_sorted_by_key(|word| word.end);
        is_in_order.then_some(Self { words })
    }

    /// The text was moved on by so much.
    pub(super) fn shift(&mut self, by: TextSize) {
        let by = u32::try_from(by.to_usize()).unwrap_or(u32::MAX);
        for word in &mut self.words {
            (word.start, word.end) = (word.start.saturating_add(by), word.end.saturating_add(by));
        }
    }

    /// The text was cut back to `end`.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only PDF has pages"))]
    pub(super) fn shorten(&mut self, end: TextSize) {
        let end = u32::try_from(end.to_usize()).unwrap_or(u32::MAX);
        while self.words.last().is_some_and(|last| end <= last.start) {
            self.words.pop();
        }
        if let Some(last) = self.words.last_mut() {
            last.end = last.end.min(end);
        }
    }

    /// Whether the file has no pages, or nothing is known of them.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words of a page, from 0, in the order of the text: where each begins, and its left, top, right and bottom in
    /// points.
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only PDF has pages"))]
    pub(super) fn of_page(&self, page: u32) -> Vec<(TextSize, [f32; 4])> {
        let words = self.words.iter().filter(|word| word.page == page);
        let place = |word: &Word| word.place.map(|value| f32::from(value) / PER_POINT);
        words.map(|word| (TextSize::from_usize(word.start as usize), place(word))).collect()
    }

    /// The page that `offset` stands on, from 0: that of the word there, or of the last before it.
    pub fn page_of(&self, offset: TextSize) -> Option<u32> {
        let offset = u32::try_from(offset.to_usize()).unwrap_or(u32::MAX);
        let n_before = self.words.partition_point(|word| word.start <= offset);
        self.words.get(n_before.saturating_sub(1)).map(|word| word.page)
    }

    /// The rectangles that the words of `range` fill: one for each row of words beside each other.
    pub fn boxes_of(&self, range: TextRange) -> Vec<PageBox> {
        let range = range.to_usize();
        let first = self.words.partition_point(|word| word.end as usize <= range.start);
        let words = self.words.get(first..).unwrap_or_default().iter();
        let mut boxes: Vec<PageBox> = Vec::new();
        for word in words.take_while(|word| (word.start as usize) < range.end) {
            let place = word.place.map(|value| f32::from(value) / PER_POINT);
            let [left, top, right, bottom] = place;
            match boxes.last_mut().filter(|last| last.page == word.page && is_beside(last.place, place)) {
                Some(last) => {
                    let [l, t, r, b] = last.place;
                    last.place = [l.min(left), t.min(top), r.max(right), b.max(bottom)];
                }
                None => boxes.push(PageBox { page: word.page, place }),
            }
        }
        boxes
    }
}

/// A place in eighths of a point.
#[expect(clippy::cast_possible_truncation, reason = "it is clamped before")]
fn kept(value: f32) -> u16 {
    (value * PER_POINT).round().clamp(0.0, f32::from(u16::MAX)) as u16
}

/// Whether two places are of one row: they share most of their height and are not far from each other.
fn is_beside(a: [f32; 4], b: [f32; 4]) -> bool {
    let height = (a[3] - a[1]).min(b[3] - b[1]);
    let shared = a[3].min(b[3]) - a[1].max(b[1]);
    let gap = (b[0] - a[2]).max(a[0] - b[2]);
    0.5 * height < shared && gap < 3.0 * height.max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_row_are_one_rectangle() {
        let mut boxes = PageBoxes::default();
        let range = |bytes: std::ops::Range<usize>| TextRange::from_usize(bytes);
        boxes.push(range(0..3), 0, [10.0, 10.0, 30.0, 20.0], false);
        boxes.push(range(4..7), 0, [34.0, 10.0, 50.0, 20.0], true);
        boxes.push(range(8..11), 1, [10.0, 22.0, 30.0, 32.0], true);
        boxes.push(range(11..12), 1, [30.0, 22.0, 34.0, 32.0], false);
        assert_eq!(
            boxes.boxes_of(range(1..9)),
            [
                PageBox { page: 0, place: [10.0, 10.0, 50.0, 20.0] },
                PageBox { page: 1, place: [10.0, 22.0, 34.0, 32.0] },
            ]
        );
        assert_eq!(boxes.page_of(TextSize::from_usize(7)), Some(0));
        assert_eq!(boxes.page_of(TextSize::from_usize(11)), Some(1));
        assert_eq!(PageBoxes::default().page_of(TextSize::ZERO), None);
    }
}
