//! Pictures on pages: where they stand between the words, and each cut out of its drawn page, as it is seen there.

use super::glyphs::PageText;
use super::paragraphs::Draft;
use super::picture::drawn;
use super::places::Rule;
use super::rounding;
use crate::document::Builder;
use crate::document::image::PART;
use hayro::hayro_interpret::hayro_syntax::Pdf;

/// What is smaller is a sign, in points on either side.
const SMALLEST: f32 = 36.0;

/// The most of a page with words that a picture covers: what is larger is the ground that they stand on.
const LARGEST: f32 = 0.8;

/// At how many pages' same place a picture stands that belongs to all of them.
const MANY: usize = 3;

/// How many pixels a point has.
const SCALE: f32 = 2.0;

/// CSS pixels in a point.
const PER_POINT: f32 = 4.0 / 3.0;

/// Pieces of a picture that are this near to each other, in points, are one.
const NEAR: f32 = 2.0;

/// The pictures of each page that are not put between the words yet, from the top.
pub(super) struct Pictures {
    pages: Vec<Vec<Rule>>,
}

impl Pictures {
    pub(super) fn of(pages: &[PageText]) -> Self {
        let mut found: Vec<Vec<Rule>> = pages.iter().map(of_page).collect();
        let all: Vec<Rule> = found.iter().flatten().copied().collect();
        let is_same =
            |a: &Rule, b: &Rule| (a.x0 - b.x0).abs() + (a.y0 - b.y0).abs() + (a.x1 - b.x1).abs() < 3.0;
        let words = pages.iter().map(|page| page.pieces.iter().any(|piece| !piece.is_space));
        for (page, has_words) in found.iter_mut().zip(words) {
            page.retain(|picture| {
                let again = || all.iter().filter(|other| is_same(picture, other)).take(MANY).count();
                !has_words || again() < MANY
            });
        }
        Self { pages: found }
    }

    /// None at all.
    pub(super) fn none() -> Self {
        Self { pages: Vec::new() }
    }

    /// Puts those that stand above a draft, and all of the pages before.
    pub(super) fn put_before(&mut self, draft: &Draft, builder: &mut Builder) {
        self.put_up_to(draft.page, builder);
        let lines =
            || draft.lines.iter().chain(draft.cells.iter().flatten()).filter(|line| line.page == draft.page);
        let left = lines().map(|line| line.left).fold(f32::MAX, f32::min);
        let right = lines().map(|line| line.right).fold(f32::MIN, f32::max);
        let Some(top) = lines().map(super::lines::Line::top).reduce(f32::min) else { return };
        let Some(page) = self.pages.get_mut(draft.page) else { return };
        let is_above = |picture: &Rule| picture.y1 <= top + 4.0 && picture.x0 < right && left < picture.x1;
        page.retain(|picture| {
            if is_above(picture) {
                put(picture, draft.page, builder);
            }
            !is_above(picture)
        });
    }

    /// Puts what is left of the pages before `page`.
    pub(super) fn put_up_to(&mut self, page: usize, builder: &mut Builder) {
        for (number, pictures) in self.pages.iter_mut().enumerate().take(page) {
            pictures.drain(..).for_each(|picture| put(&picture, number, builder));
        }
    }
}

fn put(picture: &Rule, page: usize, builder: &mut Builder) {
    let Rule { x0, y0, x1, y1 } = *picture;
    let [left, top] = [x0, y0].map(|value| rounding::count(value.floor()));
    let [right, bottom] = [x1, y1].map(|value| rounding::count(value.ceil()));
    let size = [right - left, bottom - top].map(|points| {
        let pixels = rounding::count((points as f32 * PER_POINT).round());
        u32::try_from(pixels).unwrap_or(u32::MAX)
    });
    let source = format!("{PART}page-{}-{left}-{top}-{right}-{bottom}.bmp", page + 1);
    builder.image(&source, "", Some((size[0], size[1])));
}

/// The pictures of a page, whole and from the top.
fn of_page(page: &PageText) -> Vec<Rule> {
    let on_page = page.images.iter().map(|image| Rule {
        x0: image.x0.max(0.0),
        y0: image.y0.max(0.0),
        x1: image.x1.min(page.width),
        y1: image.y1.min(page.height),
    });
    let mut whole: Vec<Rule> = Vec::new();
    for mut picture in on_page.filter(|picture| picture.x0 < picture.x1 && picture.y0 < picture.y1) {
        // Programs cut pictures into strips.
        while let Some(nth) = whole.iter().position(|other| is_near(&picture, other)) {
            let other = whole.swap_remove(nth);
            picture = Rule {
                x0: picture.x0.min(other.x0),
                y0: picture.y0.min(other.y0),
                x1: picture.x1.max(other.x1),
                y1: picture.y1.max(other.y1),
            };
        }
        whole.push(picture);
    }
    let has_words = page.pieces.iter().any(|piece| !piece.is_space);
    let area = page.width * page.height;
    whole.retain(|picture| {
        let (width, height) = (picture.x1 - picture.x0, picture.y1 - picture.y0);
        SMALLEST <= width && SMALLEST <= height && !(has_words && LARGEST * area < width * height)
    });
    whole.sort_by(|a, b| a.y0.total_cmp(&b.y0).then(a.x0.total_cmp(&b.x0)));
    whole
}

fn is_near(a: &Rule, b: &Rule) -> bool {
    a.x0 <= b.x1 + NEAR && b.x0 <= a.x1 + NEAR && a.y0 <= b.y1 + NEAR && b.y0 <= a.y1 + NEAR
}

/// The first bytes of a picture by its name, as a bitmap; where only some are asked for, no more than what says how
/// large it is.
pub(in crate::document) fn part(pdf: &Pdf, name: &str, most: usize) -> Option<Vec<u8>> {
    let numbers = name.strip_prefix("page-")?.strip_suffix(".bmp")?;
    let numbers: Option<Vec<usize>> = numbers.split('-').map(|number| number.parse().ok()).collect();
    let &[page, left, top, right, bottom] = numbers?.as_slice() else { return None };
    let page = pdf.pages().get(page.checked_sub(1)?)?;
    let (width, height) = page.render_dimensions();
    let is_on_page = left < right && top < bottom && right <= rounding::count(width.ceil()) + 1;
    if !is_on_page || rounding::count(height.ceil()) + 1 < bottom {
        return None;
    }
    let scaled = |points: usize| rounding::count((points as f32 * SCALE).round());
    let (columns, rows) = (scaled(right - left), scaled(bottom - top));
    let head = bitmap_head(columns, rows)?;
    if most < head.len() + rows * row_length(columns) {
        return Some(head);
    }
    let drawn = drawn(page, SCALE).filter(|drawn| (drawn.scale - SCALE).abs() < 1e-3)?;
    let mut bitmap = head;
    // From below, blue before green before red, each row filled up to four bytes.
    for row in (0..rows).rev() {
        let start = bitmap.len();
        for column in 0..columns {
            let (x, y) = (scaled(left) + column, scaled(top) + row);
            let at = 4 * (y * drawn.width + x);
            let pixel = drawn.rgba.get(at..at + 3).filter(|_| x < drawn.width);
            bitmap.extend(pixel.unwrap_or(&[u8::MAX; 3]).iter().rev());
        }
        bitmap.resize(start + row_length(columns), 0);
    }
    Some(bitmap)
}

/// The bytes of a row of a bitmap.
fn row_length(columns: usize) -> usize {
    (3 * columns).next_multiple_of(4)
}

/// The head of a bitmap of 24 bits (BITMAPFILEHEADER and BITMAPINFOHEADER).
fn bitmap_head(columns: usize, rows: usize) -> Option<Vec<u8>> {
    const N_HEAD: u32 = 54;
    let n_pixels = u32::try_from(rows.checked_mul(row_length(columns))?).ok()?;
    let (columns, rows) = (u32::try_from(columns).ok()?, u32::try_from(rows).ok()?);
    let mut head = b"BM".to_vec();
    for number in [N_HEAD.checked_add(n_pixels)?, 0, N_HEAD, 40, columns, rows] {
        head.extend(number.to_le_bytes());
    }
    // One plane, 24 bits.
    head.extend([1, 0, 24, 0]);
    for number in [0, n_pixels, 0, 0, 0, 0] {
        head.extend(number.to_le_bytes());
    }
    Some(head)
}
