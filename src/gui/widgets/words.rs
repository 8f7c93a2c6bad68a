//! People's words outside the page, in any script: notes in the margin, quotes and notes in the panels.
//!
//! egui sets text from right to left in mirrored order; these are typeset like the page instead. What is
//! set is kept while it is shown.

use crate::document::Document;
use crate::gui::reader::glyph_mesh::{Inks, TextPainter};
use crate::page::{Face, Fonts, LineShape, Margins, Page, PageStyle, Shown};
use crate::text::TextRange;
use egui::{Color32, Context, Painter, Pos2, Rect, Response, Sense, Ui, Vec2, pos2, vec2};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// How many frames words are kept that nobody draws.
const KEPT: u64 = 120;
/// No margin and no panel shows more of a note at once.
const LONGEST: usize = 4000;

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::gui) struct Look {
    /// In points.
    pub size: f32,
    /// The most lines; what is longer ends in an ellipsis.
    pub lines: usize,
    /// Their colour.
    pub ink: Color32,
}

/// Words that are set, and where to find them again.
#[derive(Clone, Copy, Debug)]
pub(in crate::gui) struct Placed {
    key: u64,
    /// In points.
    pub size: Vec2,
}

struct Kept {
    page: Page,
    number: usize,
    size: Vec2,
    used: u64,
}

/// The words that are set now.
#[derive(Default)]
pub(in crate::gui) struct Words {
    fonts: Option<Fonts>,
    text: TextPainter,
    kept: HashMap<u64, Kept>,
    n_set: usize,
    frame: u64,
}

impl Words {
    /// Takes the faces of the page, again when they changed.
    pub(in crate::gui) fn set_fonts(&mut self, fonts: &Fonts) {
        self.fonts = Some(fonts.for_another_thread());
        self.kept.clear();
    }

    /// To be called once in every frame.
    pub(in crate::gui) fn begin_frame(&mut self, is_dark: bool) {
        self.text.begin_frame(is_dark);
        self.frame += 1;
        let oldest = self.frame.saturating_sub(KEPT);
        self.kept.retain(|_, kept| oldest <= kept.used);
    }

    /// Sets `words` in lines of at most `width` points.
    pub(in crate::gui) fn place(&mut self, ctx: &Context, words: &str, width: f32, look: Look) -> Placed {
        let scale = ctx.pixels_per_point();
        let words = words.get(..words.floor_char_boundary(LONGEST)).unwrap_or_default();
        let mut hasher = DefaultHasher::new();
        (words, look.lines, look.size.to_bits(), width.round().to_bits(), scale.to_bits()).hash(&mut hasher);
        let key = hasher.finish();
        if !self.kept.contains_key(&key) {
            self.n_set += 1;
            let (number, fonts) = (self.n_set, &mut self.fonts);
            let Some(fonts) = fonts else { return Placed { key, size: Vec2::ZERO } };
            let (page, size) = cut_to_lines(fonts, words, width.round(), look, scale);
            self.kept.insert(key, Kept { page, number, size, used: self.frame });
        }
        let Some(kept) = self.kept.get_mut(&key) else { return Placed { key, size: Vec2::ZERO } };
        kept.used = self.frame;
        Placed { key, size: kept.size }
    }

    /// Where `range`, in bytes of the words, lies in what was placed: a rectangle for each line, from the top
    /// left corner, with the height at which its letters stand.
    pub(in crate::gui) fn parts(&self, placed: Placed, range: TextRange) -> Vec<(Rect, f32)> {
        let Some(kept) = self.kept.get(&placed.key) else { return Vec::new() };
        let place = |part: crate::page::LinePart| {
            let crate::page::Rect { x, y, width, height } = part.rect;
            (Rect::from_min_size(pos2(x, y), vec2(width, height)), part.baseline)
        };
        kept.page.parts(range).into_iter().map(place).collect()
    }

    /// Paints what was placed, its top left corner at `at`.
    pub(in crate::gui) fn paint(&mut self, placed: Placed, painter: &Painter, at: Pos2, ink: Color32) {
        let Some(kept) = self.kept.get(&placed.key) else { return };
        let inks = Inks { body: ink, heading: ink, subdued: ink, link: ink, code: ink };
        for shown in kept.page.visible() {
            // The painter tells meshes apart by portion; these pages have few each.
            let portion = kept.number * 64 + shown.portion % 64;
            self.text.paint(painter, Shown { portion, ..shown }, kept.page.generation(), at, &inks);
        }
    }
}

/// Words as a widget as wide as there is room. Screen readers get them whole.
pub(in crate::gui) fn words_ui(words: &mut Words, text: &str, look: Look, ui: &mut Ui) -> Response {
    let placed = words.place(ui.ctx(), text, ui.available_width(), look);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), placed.size.y), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, text));
    let painter = ui.painter().with_clip_rect(rect.expand(2.0).intersect(ui.clip_rect()));
    words.paint(placed, &painter, rect.min, look.ink);
    response
}

/// A page with as much of `words` as fits into the lines, and its size in points.
fn cut_to_lines(fonts: &mut Fonts, words: &str, width: f32, look: Look, scale: f32) -> (Page, Vec2) {
    let style =
        PageStyle { line_height: 1.4, measure: width, scale, ..PageStyle::new(Face::Sans, look.size) };
    let (mut shown, mut is_part) = first_try(fonts, words, width / look.size, look.lines);
    // Each time a little shorter: an ellipsis can push the last word into another line.
    for nth in 0..6 {
        let mut page = Page::new(Arc::new(Document::plain(&shown)));
        page.set_margins(Margins { left: 0.0, right: 0.0, top: 0.0, bottom: 0.0 });
        let height = 4.0 * look.size * f32::from(u16::try_from(look.lines).unwrap_or(u16::MAX));
        page.layout(fonts, &style, width, height);
        let lines: Vec<_> = page
            .visible()
            .flat_map(|shown| shown.set.lines().map(move |line| (shown.x, shown.y, line)))
            .collect();
        // A word that is wider than its line is not broken by itself.
        let is_wide = |(_, _, line): &&(f32, f32, LineShape)| width + 0.5 < line.rect.width;
        let is_all = lines.len() <= look.lines && lines.last().filter(is_wide).is_none();
        if is_all && is_part {
            (shown, is_part) = (words.to_owned(), false);
            continue;
        }
        is_part = false;
        let last = look.lines.min(lines.len());
        if let Some((_, _, line)) = last.checked_sub(1).and_then(|last| lines.get(last)).filter(|_| !is_all) {
            let end = line.range.end().to_usize();
            let cut = shown.get(..end).unwrap_or_default().trim_end();
            let kept = if width + 0.5 < line.rect.width {
                narrowed(words, cut, line.range.start().to_usize(), width, line.rect.width, look.size)
            } else if nth == 0 && look.lines == 1 {
                filled(words, cut, width, line.rect.width, look.size)
            } else {
                cut.char_indices().nth_back(1).map_or(0, |(at, _)| at)
            };
            shown = format!("{}…", words.get(..kept).unwrap_or_default().trim_end());
            continue;
        }
        let size = lines.iter().fold(Vec2::ZERO, |size, (x, y, line)| {
            vec2(size.x.max(x + line.rect.right()), size.y.max(y + line.rect.bottom()))
        });
        return (page, size);
    }
    (Page::new(Arc::new(Document::plain(""))), Vec2::ZERO)
}

/// What to set first of words that may be far longer than what is shown of them, and whether more has to be
/// set if all of it fits. `width` is in multiples of the size.
fn first_try(fonts: &mut Fonts, words: &str, width: f32, n_lines: usize) -> (String, bool) {
    // Letters that move together take a little less than each by itself.
    let room = width * f32::from(u16::try_from(n_lines).unwrap_or(u16::MAX)) * 1.03;
    let most = fonts.fitting(Face::Sans, words, room).filter(|&most| most < words.len());
    let Some(most) = most else { return (words.to_owned(), false) };
    if 1 < n_lines {
        return (words.get(..most).unwrap_or_default().to_owned(), true);
    }
    // An ellipsis is about as wide as the letters are high.
    let kept = fonts.fitting(Face::Sans, words, width - 1.0).unwrap_or_default();
    (format!("{}…", words.get(..kept).unwrap_or_default().trim_end()), false)
}

/// Up to which byte of `words` there is about as much of a line that begins at `start` and takes `taken` as its
/// `width` leaves room for, before an ellipsis.
fn narrowed(words: &str, cut: &str, start: usize, width: f32, taken: f32, size: f32) -> usize {
    let line = cut.get(start..).unwrap_or_default();
    let n_letters = u16::try_from(line.chars().count()).unwrap_or(u16::MAX);
    let room = f32::from(n_letters) * ((width - size) / taken).max(0.0);
    let n_kept = (1..n_letters).take_while(|&n| f32::from(n) <= room).count();
    let kept = line.char_indices().nth(n_kept).map_or(line.len(), |(at, _)| at);
    words.floor_char_boundary(start + kept)
}

/// Up to which byte of `words` there may be room in a line of which `cut` takes `taken`: part of the next
/// word, since a single line in a narrow column would often be half empty.
fn filled(words: &str, cut: &str, width: f32, taken: f32, size: f32) -> usize {
    let n_letters = u16::try_from(cut.chars().count()).map_or(f32::from(u16::MAX), f32::from);
    // As wide as the letters before, and a little more; then the ellipsis.
    let each = (taken / n_letters.max(1.0)).max(1.0) * 1.1;
    let mut room = width - taken - size;
    let mut kept = cut.len();
    for letter in words.get(cut.len()..).unwrap_or_default().chars() {
        room -= each;
        if room < 0.0 {
            break;
        }
        kept += letter.len_utf8();
    }
    if kept == cut.len() { cut.char_indices().nth_back(1).map_or(0, |(at, _)| at) } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::BUNDLED;

    fn placed(text: &str, width: f32, lines: usize) -> (Vec2, String) {
        let mut fonts = Fonts::new(&BUNDLED);
        let look = Look { size: 13.0, lines, ink: Color32::PLACEHOLDER };
        let (page, size) = cut_to_lines(&mut fonts, text, width, look, 1.0);
        (size, page.document().text().to_owned())
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        let (size, shown) = placed("The army denied that its forces had shelled the town.", 120.0, 2);
        assert!(size.y < 13.0 * 1.4 * 2.0 + 4.0, "{size}");
        assert!(shown.starts_with("The army denied") && shown.ends_with('…'), "{shown}");
        // A single line is filled with a part of the next word.
        let (size, shown) = placed("Ten people mostly schoolchildren", 125.0, 1);
        assert!(size.x <= 125.0 && shown.starts_with("Ten people mo") && shown.ends_with('…'), "{shown}");
        // A word that has no room is cut, too.
        let (size, shown) = placed("Meteorologist", 60.0, 1);
        assert!(size.x <= 60.5 && shown.starts_with("Met") && shown.ends_with('…'), "{shown} {size}");
        let (_, shown) = placed("Short", 120.0, 2);
        assert_eq!(shown, "Short");
    }

    #[test]
    fn a_line_is_filled_however_long_the_words_are() {
        let long = "Nobody knew how many people had been hurt; “at least thirty”, said a doctor. ".repeat(50);
        for (words, width) in [(&long[..], 60.0), (&long, 200.0), (&long, 640.0), (&long[..90], 300.0)] {
            let (size, shown) = placed(words, width, 1);
            assert!(width - 1.3 * 13.0 < size.x && size.x <= width + 0.5, "{width}: {size} {shown}");
            assert!(words.starts_with(shown.trim_end_matches('…')) && shown.ends_with('…'), "{shown}");
        }
        let (size, shown) = placed(&long, 200.0, 3);
        assert!(0.8 * 200.0 < size.x && 13.0 * 1.4 * 2.5 < size.y && shown.ends_with('…'), "{size} {shown}");
        assert!(long.starts_with(shown.trim_end_matches('…')), "{shown}");
        let (_, shown) = placed("Nobody was hurt, said a doctor.", 640.0, 1);
        assert_eq!(shown, "Nobody was hurt, said a doctor.");
    }

    #[test]
    fn words_in_any_script_are_set() {
        for text in ["איש לא נהרג", "نفى الجيش القصف", "军方否认", "", "\n\n"] {
            let (size, shown) = placed(text, 200.0, 3);
            assert!(shown.trim().is_empty() || 0.0 < size.x, "{text}");
        }
    }
}
