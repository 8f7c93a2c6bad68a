//! Pictures of glyphs, and where they lie on textures.
//!
//! Letters are white with their coverage as alpha, so that one picture serves every colour of ink;
//! colour emoji are as they are. Nothing here needs a graphics card: a texture is only handed over.

use std::collections::HashMap;

use egui::{
    Color32, ColorImage, Context, Rect, TextureHandle, TextureId, TextureOptions, Vec2,
    epaint::FontColorTransferFunction, pos2, vec2,
};
use parley::{FontData, Run};
use vello_cpu::{Glyph, Pixmap, RenderContext, Resources, color};

use crate::page::Look;

/// The side of a texture in pixels; every graphics card takes this.
const SIDE: usize = 2048;

/// How many textures there are before the oldest is used again.
const PAGES: usize = 2;

/// How many glyphs one frame draws that were never drawn: all that a screen of an alphabet in a new
/// size needs. A screen of Chinese has many hundreds; those left over come with the next frames.
const AT_ONCE: usize = 320;

/// Positions within a pixel that a glyph is drawn at.
pub const BINS: u8 = 4;

/// Which picture of which glyph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct GlyphKey {
    font: u64,
    face: u32,
    glyph: u32,
    /// In 64ths of a pixel.
    size: u32,
    bin: u8,
    /// A hash of the variation's coordinates.
    variation: u64,
}

/// What a run's glyphs have in common.
pub struct RunKey {
    key: GlyphKey,
    font: FontData,
    size: f32,
    coords: Vec<i16>,
}

impl RunKey {
    /// What the glyphs of `run` have in common.
    pub fn of(run: &Run<'_, Look>) -> Self {
        let font = run.font().clone();
        let coords: Vec<i16> = run.normalized_coords().iter().map(|c| c.to_bits()).collect();
        // FNV-1a; most fonts have no coordinates at all.
        let variation = coords.iter().fold(0xcbf2_9ce4_8422_2325, |hash: u64, &c| {
            (hash ^ u64::from(c.cast_unsigned())).wrapping_mul(0x0100_0000_01b3)
        });
        let size = run.font_size();
        let key = GlyphKey {
            font: font.data.id(),
            face: font.index,
            glyph: 0,
            size: whole(size * 64.0),
            bin: 0,
            variation,
        };
        Self { key, font, size, coords }
    }
}

/// Where a glyph's picture lies.
#[derive(Clone, Copy, Debug)]
pub struct Slot {
    /// The texture.
    pub texture: TextureId,
    /// The part of it, from 0 to 1.
    pub uv: Rect,
    /// The size in pixels.
    pub size: Vec2,
    /// From the glyph's origin to the picture's top left corner, in pixels.
    pub offset: Vec2,
    /// Whether it has colours of its own and takes no ink.
    pub is_coloured: bool,
}

/// A picture of a glyph.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Its pixels: white with alpha, or colours, premultiplied.
    pub image: ColorImage,
    /// From the glyph's origin to its top left corner, in pixels.
    pub offset: Vec2,
    /// Whether it has colours of its own.
    pub is_coloured: bool,
}

/// Draws glyphs; kept, because a new context for every glyph takes longer than the glyph.
#[derive(Default)]
pub struct Rasteriser {
    context: Option<(u16, RenderContext, Pixmap)>,
    resources: Resources,
}

impl Rasteriser {
    /// Draws one glyph, `bin` quarters of a pixel to the right. `None` where there is nothing to see.
    pub fn rasterise(&mut self, run: &RunKey, glyph: u32, bin: u8) -> Option<Picture> {
        // An em to every side of the em box holds all but the wildest glyphs.
        let side = u16::try_from(whole((run.size * 3.0).ceil())).unwrap_or(u16::MAX).clamp(16, 1024);
        let side = side.next_multiple_of(16);
        if self.context.as_ref().is_none_or(|&(old, ..)| old != side) {
            self.context = Some((side, RenderContext::new(side, side), Pixmap::new(side, side)));
        }
        let (_, context, pixmap) = self.context.as_mut()?;
        let origin = (f32::from(side) / 3.0).round();
        let baseline = origin * 2.0;
        context.reset();
        context.set_paint(color::OpaqueColor::<color::Srgb>::WHITE);
        let at = Glyph { id: glyph, x: origin + f32::from(bin) / f32::from(BINS), y: baseline };
        let font = vello_cpu::peniko::FontData::new(run.font.data.clone(), run.font.index);
        context
            .glyph_run(&mut self.resources, &font)
            .font_size(run.size)
            .hint(true)
            .normalized_coords(&run.coords)
            .fill_glyphs(std::iter::once(at));
        context.flush();
        context.render(&mut *pixmap, &mut self.resources);
        cropped(pixmap.data_as_u8_slice(), usize::from(side), vec2(-origin, -baseline))
    }
}

/// The painted part of a square of premultiplied RGBA.
#[expect(clippy::disallowed_methods, reason = "pixels of a picture, not colours of the theme")]
fn cropped(bytes: &[u8], side: usize, offset: Vec2) -> Option<Picture> {
    let pixel =
        |x: usize, y: usize| bytes[4 * (y * side + x)..].first_chunk::<4>().copied().unwrap_or_default();
    let (mut min, mut max) = ([side, side], [0, 0]);
    for y in 0..side {
        for x in 0..side {
            if pixel(x, y)[3] != 0 {
                min = [min[0].min(x), min[1].min(y)];
                max = [max[0].max(x + 1), max[1].max(y + 1)];
            }
        }
    }
    if max[0] <= min[0] {
        return None;
    }
    let mut is_coloured = false;
    let mut pixels = Vec::with_capacity((max[0] - min[0]) * (max[1] - min[1]));
    for y in min[1]..max[1] {
        for x in min[0]..max[0] {
            let [r, g, b, a] = pixel(x, y);
            // White premultiplied is grey, give or take what was rounded.
            is_coloured |= 2 < r.abs_diff(a).max(g.abs_diff(a)).max(b.abs_diff(a));
            pixels.push(Color32::from_rgba_premultiplied(r, g, b, a));
        }
    }
    let image = ColorImage::new([max[0] - min[0], max[1] - min[1]], pixels);
    let offset = offset + vec2(pixels_of(min[0]), pixels_of(min[1]));
    Some(Picture { image, offset, is_coloured })
}

/// One texture, filled row by row.
struct Sheet {
    texture: TextureHandle,
    x: usize,
    y: usize,
    row: usize,
}

impl Sheet {
    fn new(ctx: &Context, index: usize) -> Self {
        let image = ColorImage::filled([SIDE, SIDE], Color32::TRANSPARENT);
        let texture = ctx.load_texture(format!("glyphs {index}"), image, TextureOptions::NEAREST);
        Self { texture, x: 1, y: 1, row: 0 }
    }

    /// Room for a picture with a pixel of air about it.
    fn place(&mut self, [width, height]: [usize; 2]) -> Option<[usize; 2]> {
        if SIDE < self.x + width + 1 {
            (self.x, self.y, self.row) = (1, self.y + self.row + 1, 0);
        }
        if SIDE < self.x + width + 1 || SIDE < self.y + height + 1 {
            return None;
        }
        let at = [self.x, self.y];
        self.x += width + 1;
        self.row = self.row.max(height);
        Some(at)
    }
}

/// All glyphs that were drawn, on textures of this `Context`.
pub struct Atlas {
    rasteriser: Rasteriser,
    sheets: Vec<Sheet>,
    /// The sheet that is being filled.
    current: usize,
    slots: HashMap<GlyphKey, Option<(usize, Slot)>>,
    curve: FontColorTransferFunction,
    generation: u64,
    /// How many glyphs this frame may still draw.
    left: usize,
    /// Whether a glyph was asked for and put off.
    lacks_some: bool,
}

impl Default for Atlas {
    fn default() -> Self {
        Self {
            rasteriser: Rasteriser::default(),
            sheets: Vec::new(),
            current: 0,
            slots: HashMap::new(),
            curve: FontColorTransferFunction::LIGHT_MODE_DEFAULT,
            generation: 0,
            left: usize::MAX,
            lacks_some: false,
        }
    }
}

impl Atlas {
    /// To be called at the beginning of a frame. The first one draws all it needs.
    pub fn begin_frame(&mut self) {
        self.left = if self.slots.is_empty() { usize::MAX } else { AT_ONCE };
    }

    /// Whether glyphs that were asked for since the last call were put off to the next frame.
    pub fn take_lacking(&mut self) -> bool {
        std::mem::take(&mut self.lacks_some)
    }

    /// Grows when slots that were handed out lose their pictures: part of the key of kept meshes.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Says whether letters are light on dark, which takes another curve from coverage to alpha.
    pub fn set_dark(&mut self, is_dark: bool) {
        let curve = if is_dark {
            FontColorTransferFunction::DARK_MODE_DEFAULT
        } else {
            FontColorTransferFunction::LIGHT_MODE_DEFAULT
        };
        if curve != self.curve {
            self.curve = curve;
            self.forget();
        }
    }

    /// Where the picture of a glyph lies, drawn now if it never was. `None` where it shows nothing,
    /// and where this frame has drawn enough ([`take_lacking`](Self::take_lacking)).
    pub fn slot(&mut self, ctx: &Context, run: &RunKey, glyph: u32, bin: u8) -> Option<Slot> {
        let key = GlyphKey { glyph, bin, ..run.key };
        if let Some(slot) = self.slots.get(&key) {
            return slot.map(|(_, slot)| slot);
        }
        let Some(left) = self.left.checked_sub(1) else {
            self.lacks_some = true;
            return None;
        };
        self.left = left;
        let slot = self.rasteriser.rasterise(run, glyph, bin).and_then(|picture| self.keep(ctx, picture));
        self.slots.insert(key, slot);
        slot.map(|(_, slot)| slot)
    }

    fn keep(&mut self, ctx: &Context, mut picture: Picture) -> Option<(usize, Slot)> {
        if !picture.is_coloured {
            for pixel in &mut picture.image.pixels {
                *pixel = self.curve.to_atlas_color(*pixel);
            }
        }
        let size = picture.image.size;
        let at = self.place(ctx, size)?;
        let sheet = self.sheets.get_mut(self.current)?;
        sheet.texture.set_partial(at, picture.image, TextureOptions::NEAREST);
        let uv = |x: usize, y: usize| pos2(pixels_of(x), pixels_of(y)) / pixels_of(SIDE);
        let slot = Slot {
            texture: sheet.texture.id(),
            uv: Rect::from_min_max(uv(at[0], at[1]), uv(at[0] + size[0], at[1] + size[1])),
            size: vec2(pixels_of(size[0]), pixels_of(size[1])),
            offset: picture.offset,
            is_coloured: picture.is_coloured,
        };
        Some((self.current, slot))
    }

    /// Room on the sheet in use, on a new one, or on the oldest, which is emptied.
    fn place(&mut self, ctx: &Context, size: [usize; 2]) -> Option<[usize; 2]> {
        if self.sheets.is_empty() {
            self.sheets.push(Sheet::new(ctx, 0));
        }
        if let Some(at) = self.sheets.get_mut(self.current)?.place(size) {
            return Some(at);
        }
        if self.sheets.len() < PAGES {
            self.sheets.push(Sheet::new(ctx, self.sheets.len()));
            self.current = self.sheets.len() - 1;
        } else {
            self.current = (self.current + 1) % PAGES;
            let emptied = self.current;
            self.slots.retain(|_, slot| slot.is_some_and(|(sheet, _)| sheet != emptied));
            self.generation += 1;
            *self.sheets.get_mut(emptied)? = Sheet::new(ctx, emptied);
        }
        self.sheets.get_mut(self.current)?.place(size)
    }

    fn forget(&mut self) {
        self.slots.clear();
        self.sheets.clear();
        self.current = 0;
        self.generation += 1;
    }
}

/// A count of pixels as a length.
fn pixels_of(count: usize) -> f32 {
    // Never more than the side of a sheet.
    count as f32
}

/// A positive length cut to whole units.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "sizes of glyphs are small and positive"
)]
fn whole(length: f32) -> u32 {
    length.max(0.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::page::{BUNDLED, Fonts, Page, PageStyle};
    use std::sync::Arc;

    /// The pictures of a text's glyphs at the first bin.
    fn pictures(text: &str) -> Vec<Option<Picture>> {
        let mut fonts = Fonts::new(&BUNDLED);
        let mut page = Page::new(Arc::new(Document::plain(text)));
        page.layout(&mut fonts, &PageStyle::default(), 600.0, 400.0);
        let mut rasteriser = Rasteriser::default();
        let mut all = Vec::new();
        for piece in page.visible().flat_map(|shown| shown.set.pieces()) {
            for line in piece.layout.lines() {
                for item in line.items() {
                    let parley::PositionedLayoutItem::GlyphRun(run) = item else { continue };
                    let key = RunKey::of(run.run());
                    all.extend(run.glyphs().map(|glyph| rasteriser.rasterise(&key, glyph.id, 0)));
                }
            }
        }
        all
    }

    #[test]
    fn letters_are_white_and_spaces_are_nothing() {
        let all = pictures("a ش א");
        let seen: Vec<bool> = all.iter().map(Option::is_some).collect();
        assert_eq!(seen.iter().filter(|&&seen| !seen).count(), 2, "the two spaces");
        for picture in all.into_iter().flatten() {
            assert!(!picture.is_coloured);
            assert!(picture.image.pixels.iter().any(|pixel| pixel.a() > 128));
            assert!(picture.offset.y < 0.0, "above the baseline");
        }
    }

    #[test]
    fn a_sheet_is_filled_without_overlaps() {
        let ctx = Context::default();
        let mut sheet = Sheet::new(&ctx, 0);
        let mut placed: Vec<Rect> = Vec::new();
        for i in 0..2000_usize {
            let size = [9 + i % 40, 11 + i % 31];
            let Some(at) = sheet.place(size) else { break };
            let min = pos2(pixels_of(at[0]), pixels_of(at[1]));
            let rect = Rect::from_min_size(min, vec2(pixels_of(size[0]), pixels_of(size[1])));
            assert!(rect.max.x < pixels_of(SIDE) && rect.max.y < pixels_of(SIDE));
            assert!(placed.iter().rev().take(300).all(|other| !other.intersects(rect)));
            placed.push(rect);
        }
        assert!(1000 < placed.len());
    }
}
