//! What a page draws: pieces of words with their places, ruling lines, pictures. A device of the
//! interpreter that paints nothing and writes down.

use super::fonts::{Fonts, Style};
use super::letters;
use super::places::{Links, Rule};
use super::rounding::{self, place};
use hayro::hayro_interpret::font::{Glyph, GlyphRun};
use hayro::hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};
use hayro::kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape};
use std::collections::BTreeMap;

/// The most glyphs of one page; a page of a newspaper has some 20,000.
pub(super) const MAX_GLYPHS: usize = 200_000;

/// The most ruling lines of one page.
const MAX_RULES: usize = 4_000;

/// The most elements of a path that is looked at for ruling lines: longer ones are drawings.
const MAX_PATH: usize = 64;

/// The most pictures of one page whose places are kept.
const MAX_PICTURES: usize = 200;

/// Among how many pieces before it a shadow is looked for.
const LAST: usize = 48;

/// The thickest ruling line, in points.
const THICKEST: f64 = 3.0;

/// The shortest ruling line, in points.
const SHORTEST: f64 = 6.0;

/// A part of a word, or a space, as it stands on the page. Places are in points along the line (`left`,
/// `right`) and across the lines (`base`), in the direction in which it is read; for most text that is
/// from the upper left corner of the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// Its bytes in the text of the page.
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) left: f32,
    pub(super) right: f32,
    /// Where the letters stand.
    pub(super) base: f32,
    /// The size of the font.
    pub(super) size: f32,
    /// The style of its font, by its number.
    pub(super) font: u16,
    /// The direction it is read in, in degrees clockwise; 90 for vertical scripts too.
    pub(super) way: i16,
    pub(super) is_space: bool,
}

impl Piece {
    /// The upper end of its letters.
    pub(super) fn top(&self) -> f32 {
        self.base - 0.75 * self.size
    }

    /// The lower end of its letters.
    pub(super) fn bottom(&self) -> f32 {
        self.base + 0.2 * self.size
    }

    pub(super) fn middle(&self) -> f32 {
        (self.left + self.right) / 2.0
    }
}

/// What one page has.
#[derive(Debug, Default)]
pub(super) struct PageText {
    /// In points.
    pub(super) width: f32,
    pub(super) height: f32,
    /// The words of the pieces.
    pub(super) text: String,
    /// In the order in which the page draws them.
    pub(super) pieces: Vec<Piece>,
    pub(super) rules: Vec<Rule>,
    pub(super) n_images: usize,
    /// Where the first pictures stand.
    pub(super) images: Vec<Rule>,
    pub(super) n_glyphs: usize,
    /// Glyphs of which the file does not say what letters they are.
    pub(super) n_unmapped: usize,
    /// Words that are on the page and that nobody sees.
    pub(super) hidden: String,
    /// Whether there were more glyphs than are read.
    pub(super) is_cut: bool,
    /// What parts of the page lead to.
    pub(super) links: Links,
}

impl PageText {
    pub(super) fn words(&self, piece: &Piece) -> &str {
        self.text.get(piece.start as usize..piece.end as usize).unwrap_or_default()
    }
}

/// Along and across the direction that is `way` degrees clockwise from level.
pub(super) fn along(x: f64, y: f64, way: i16) -> (f64, f64) {
    let (sin, cos) = sine(way);
    (x * cos + y * sin, y * cos - x * sin)
}

/// The way back from [`along`].
pub(super) fn back(u: f32, v: f32, way: i16) -> (f32, f32) {
    let (sin, cos) = sine(way);
    let (u, v) = (f64::from(u), f64::from(v));
    (place(u * cos - v * sin), place(u * sin + v * cos))
}

/// Exact for the directions that nearly all text has.
fn sine(way: i16) -> (f64, f64) {
    match way {
        0 => (0.0, 1.0),
        90 => (1.0, 0.0),
        180 => (0.0, -1.0),
        270 => (-1.0, 0.0),
        _ => f64::from(way).to_radians().sin_cos(),
    }
}

/// Writes down what a page draws.
pub(super) struct Gatherer<'f, 'a> {
    pub(super) page: PageText,
    pub(super) fonts: &'f mut Fonts<'a>,
    /// Whether words that are not painted are the text of a scanned page.
    pub(super) takes_unseen: bool,
    /// The link that the last glyph was of.
    pub(super) last_link: Option<usize>,
}

/// What a glyph is, wherever it stands in a run.
struct Known {
    letters: String,
    /// How far it reaches, in sizes of the font.
    advance: f64,
    /// Whether it is drawn by instructions of the file.
    is_drawn: bool,
}

impl Known {
    fn of(glyph: &Glyph<'_>) -> Self {
        let (advance, is_drawn) = match glyph {
            Glyph::Outline(outline) => (outline.advance_width(), false),
            Glyph::Type3(drawn) => (drawn.advance_width(), true),
        };
        let advance = f64::from(advance.unwrap_or(500.0)) / 1000.0;
        Self { letters: letters_of(glyph), advance, is_drawn }
    }
}

/// A glyph with its place.
struct Placed {
    left: f32,
    right: f32,
    base: f32,
    size: f32,
    way: i16,
}

impl<'a> Gatherer<'_, 'a> {
    fn take_glyph(&mut self, known: &Known, at: Affine, is_vertical: bool, is_seen: bool, font: u16) {
        let letters = known.letters.as_str();
        if MAX_GLYPHS <= self.page.n_glyphs {
            self.page.is_cut = true;
            return;
        }
        self.page.n_glyphs += 1;
        let Some(placed) = placed(known, at, is_vertical, font) else { return };
        self.page.n_unmapped += usize::from(letters.contains(letters::is_unknown));
        if letters.is_empty() {
            return;
        }
        let is_on_page = {
            let (x, y) = back(placed.left, placed.base, placed.way);
            let slack = placed.size;
            -slack <= x && x <= self.page.width + slack && -slack <= y && y <= self.page.height + slack
        };
        if !is_on_page || !is_seen {
            if self.page.hidden.len() < 64 * 1024 {
                self.page.hidden.push_str(letters);
            }
            return;
        }
        self.put(letters, &placed, font);
    }

    /// Which link of the page a glyph is of.
    fn link_at(&self, placed: &Placed) -> Option<usize> {
        if self.page.links.parts.is_empty() {
            return None;
        }
        let (x, y) = back((placed.left + placed.right) / 2.0, placed.base - 0.3 * placed.size, placed.way);
        let holds = |rule: &Rule| rule.x0 <= x && x <= rule.x1 && rule.y0 <= y && y <= rule.y1;
        self.page.links.parts.iter().position(|(rule, _)| holds(rule))
    }

    /// Writes letters down, as part of the last piece where they go on in it.
    fn put(&mut self, letters: &str, placed: &Placed, font: u16) {
        let is_space = letters.chars().all(char::is_whitespace);
        let start = u32::try_from(self.page.text.len()).unwrap_or(u32::MAX);
        // Letters from right to left stay apart, since only the line shows their order.
        let link = self.link_at(placed);
        let joins = !is_space && !letters.contains(letters::is_right_to_left) && link == self.last_link;
        self.last_link = link;
        if let Some(last) = self.page.pieces.last_mut()
            && joins
            && !last.is_space
            && last.font == font
            && last.way == placed.way
            && last.end == start
            && (last.size - placed.size).abs() < 0.05 * placed.size
            && (last.base - placed.base).abs() < 0.05 * placed.size
            && (-0.2 * placed.size..0.08 * placed.size).contains(&(placed.left - last.right))
            && last.left <= placed.left
            && !self.page.text.ends_with(letters::is_right_to_left)
        {
            last.right = last.right.max(placed.right);
            self.page.text.push_str(letters);
            last.end = u32::try_from(self.page.text.len()).unwrap_or(u32::MAX);
            return;
        }
        self.page.text.push_str(if is_space { " " } else { letters });
        let end = u32::try_from(self.page.text.len()).unwrap_or(u32::MAX);
        let Placed { left, right, base, size, way } = *placed;
        self.page.pieces.push(Piece { start, end, left, right, base, size, font, way, is_space });
    }

    fn take_path(&mut self, path: &BezPath, transform: Affine, is_stroked: bool) {
        if MAX_PATH < path.elements().len() || MAX_RULES <= self.page.rules.len() {
            return;
        }
        let path = transform * path;
        if is_stroked {
            self.take_strokes(&path);
        } else {
            for part in parts(&path) {
                let bounds = part.bounding_box();
                self.take_rule(bounds.x0, bounds.y0, bounds.x1, bounds.y1);
            }
        }
    }

    fn take_strokes(&mut self, path: &BezPath) {
        let mut start = Point::ZERO;
        let mut at = Point::ZERO;
        for element in path.elements() {
            match *element {
                PathEl::MoveTo(to) => (start, at) = (to, to),
                PathEl::LineTo(to) => {
                    self.take_rule(at.x.min(to.x), at.y.min(to.y), at.x.max(to.x), at.y.max(to.y));
                    at = to;
                }
                PathEl::ClosePath => {
                    let to = start;
                    self.take_rule(at.x.min(to.x), at.y.min(to.y), at.x.max(to.x), at.y.max(to.y));
                    at = to;
                }
                PathEl::QuadTo(_, to) | PathEl::CurveTo(_, _, to) => at = to,
            }
        }
    }

    fn take_rule(&mut self, x0: f64, y0: f64, x1: f64, y1: f64) {
        let (width, height) = (x1 - x0, y1 - y0);
        let is_thin = width.min(height) <= THICKEST && SHORTEST <= width.max(height);
        if is_thin && [x0, y0, x1, y1].iter().all(|value| value.abs() < 100_000.0) {
            self.page.rules.push(Rule { x0: place(x0), y0: place(y0), x1: place(x1), y1: place(y1) });
        }
    }
}

/// Where a glyph stands; nowhere where its numbers are no places.
fn placed(known: &Known, at: Affine, is_vertical: bool, font: u16) -> Option<Placed> {
    let [a, b, c, d, x, y] = at.as_coeffs();
    // Nearly all text is level, where nothing of this is asked of the angle.
    let is_level = b == 0.0 && c == 0.0 && 0.0 < a;
    let (across, mut size) = if is_level { (a, d.abs()) } else { (a.hypot(b), c.hypot(d)) };
    let across = across * 1000.0;
    size *= 1000.0;
    // Glyphs of a substitute are stretched to the width that they should have.
    let scale = if Style::of(font).is_embedded() { across } else { size };
    let width = (known.advance * scale).abs();
    if known.is_drawn && size * 1.5 < width {
        size = width * 1.6;
    }
    let is_sane = |value: f64| value.is_finite() && value.abs() < 100_000.0;
    if !(is_sane(x) && is_sane(y) && is_sane(size) && is_sane(width)) || size < 0.2 {
        return None;
    }
    let turned = if is_level { 0.0 } else { b.atan2(a).to_degrees() };
    let way = match (is_level, is_vertical) {
        (true, false) => 0,
        (_, false) => snapped(turned),
        (_, true) => snapped(turned + 90.0),
    };
    let (u, v) = along(x, y, way);
    let (left, right, base) =
        if is_vertical { (u - 0.88 * size, u + 0.12 * size, v - 0.2 * size) } else { (u, u + width, v) };
    Some(Placed { left: place(left), right: place(right), base: place(base), size: place(size), way })
}

/// Puts ruling lines together that go on in each other, as the borders of cells do.
pub(super) fn join_rules(page: &mut PageText) {
    let mut rules = std::mem::take(&mut page.rules);
    let across = |rule: &Rule| if rule.is_level() { rule.y0 } else { rule.x0 };
    let along = |rule: &Rule| if rule.is_level() { rule.x0 } else { rule.y0 };
    rules.sort_by(|a, b| {
        let by = a.is_level().cmp(&b.is_level()).then(across(a).round().total_cmp(&across(b).round()));
        by.then(along(a).total_cmp(&along(b)))
    });
    for rule in rules {
        let goes_on = |last: &&mut Rule| {
            let is_level = rule.is_level();
            let reach = if is_level { last.x1 } else { last.y1 };
            last.is_level() == is_level
                && (across(last) - across(&rule)).abs() < 1.5
                && along(&rule) <= reach + 2.0
        };
        match page.rules.last_mut().filter(goes_on) {
            Some(last) => {
                *last = Rule {
                    x0: last.x0.min(rule.x0),
                    y0: last.y0.min(rule.y0),
                    x1: last.x1.max(rule.x1),
                    y1: last.y1.max(rule.y1),
                };
            }
            None => page.rules.push(rule),
        }
    }
}

/// Takes away what is drawn twice nearly at one place, as shadows and bold without a bold font are.
pub(super) fn drop_shadows(page: &mut PageText) {
    let mut kept: Vec<Piece> = Vec::with_capacity(page.pieces.len());
    for piece in &page.pieces {
        let near = |other: &&Piece| {
            let far = 0.12 * piece.size;
            (other.left - piece.left).abs() < far
                && (other.base - piece.base).abs() < far
                && other.way == piece.way
                && page.words(other) == page.words(piece)
        };
        let is_again = !piece.is_space && kept.iter().rev().take(LAST).any(|other| near(&other));
        if !is_again {
            kept.push(*piece);
        }
    }
    page.pieces = kept;
}

/// The angle in whole degrees from 0 to 359; what is nearly level or upright is taken as that.
fn snapped(degrees: f64) -> i16 {
    let turned = degrees.rem_euclid(360.0);
    let nearest = (turned / 90.0).round() * 90.0;
    let chosen = if (turned - nearest).abs() < 4.0 { nearest } else { turned.round() };
    i16::try_from(rounding::whole(place(chosen))).unwrap_or_default().rem_euclid(360)
}

/// The parts of a path, each of which begins with a move.
fn parts(path: &BezPath) -> Vec<BezPath> {
    let mut parts: Vec<BezPath> = Vec::new();
    for element in path.elements() {
        if matches!(element, PathEl::MoveTo(_)) || parts.is_empty() {
            parts.push(BezPath::new());
        }
        if let Some(part) = parts
            .last_mut()
            .filter(|part| matches!(element, PathEl::MoveTo(_)) || !part.elements().is_empty())
        {
            part.push(*element);
        }
    }
    parts
}

impl<'a> Device<'a> for Gatherer<'_, 'a> {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        match mode {
            DrawMode::Fill(_) => self.take_path(path, props.transform, false),
            DrawMode::Stroke(_) | DrawMode::FillAndStroke(..) => self.take_path(path, props.transform, true),
            DrawMode::Invisible => {}
        }
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let is_vertical = matches!(run.writing_mode(), WritingMode::Vertical);
        let is_seen = self.takes_unseen || !matches!(mode, DrawMode::Invisible);
        let Some(first) = run.glyphs().first() else { return };
        let font = self.fonts.of(first);
        // All glyphs of a run are of one font, in which a code is one letter wherever it stands: fonts look it up
        // by name, so each is asked for once.
        let mut known: BTreeMap<u32, Known> = BTreeMap::new();
        for glyph in run.glyphs() {
            let known = known.entry(glyph.char_code()).or_insert_with(|| Known::of(glyph));
            let at = props.transform * glyph.transform();
            self.take_glyph(known, at, is_vertical, is_seen, font);
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.page.n_images += 1;
        let size = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let bounds = props.transform.transform_rect_bbox(size);
        let Rect { x0, y0, x1, y1 } = bounds;
        if self.page.images.len() < MAX_PICTURES
            && [x0, y0, x1, y1].iter().all(|value| value.abs() < 100_000.0)
        {
            self.page.images.push(Rule { x0: place(x0), y0: place(y0), x1: place(x1), y1: place(y1) });
        }
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}

/// The letters of a glyph; U+FFFD where the file does not say, nothing where it has none.
fn letters_of(glyph: &Glyph<'_>) -> String {
    match glyph.as_unicode() {
        Some(BfString::Char(letter)) => letters::of(letter.encode_utf8(&mut [0; 4])),
        Some(BfString::String(text)) => letters::of(&text),
        None => {
            let is_blank = |outline: &BezPath| outline.elements().is_empty();
            if let Glyph::Outline(outline) = glyph
                && is_blank(&outline.outline())
            {
                return " ".to_owned();
            }
            "\u{fffd}".to_owned()
        }
    }
}
