//! The glyphs of a typeset portion as triangles, kept while nothing about them changes.

use std::collections::HashMap;

use egui::{Color32, Context, Mesh, Painter, Pos2, Rect, TextureId, Vec2, pos2, vec2};
use parley::{GlyphRun, PositionedLayoutItem};

use super::glyphs::{Atlas, BINS, RunKey, Slot};
use super::placed::Placed;
use crate::page::{Ink, Look, Piece, Set, Shown};

/// How many frames a mesh is kept that nobody paints.
const KEPT: u64 = 120;

/// A colour for every role of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Inks {
    /// Running text.
    pub body: Color32,
    /// Headings.
    pub heading: Color32,
    /// Captions, markers, what is struck through.
    pub subdued: Color32,
    /// Links.
    pub link: Color32,
    /// Code.
    pub code: Color32,
}

impl Inks {
    fn of(&self, ink: Ink) -> Color32 {
        match ink {
            Ink::Body => self.body,
            Ink::Heading => self.heading,
            Ink::Subdued => self.subdued,
            Ink::Link => self.link,
            Ink::Code => self.code,
        }
    }
}

/// What a mesh depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Key {
    layout: u64,
    atlas: u64,
    inks: Inks,
}

struct Kept {
    key: Key,
    meshes: Vec<Placed>,
    /// Whether glyphs were left out, to be drawn with the next frame.
    lacks_some: bool,
    used: u64,
}

/// Paints text: the atlas, and the meshes made from it.
#[derive(Default)]
pub struct TextPainter {
    atlas: Atlas,
    meshes: HashMap<usize, Kept>,
    frame: u64,
}

impl TextPainter {
    /// To be called once before the portions of a frame are painted.
    pub fn begin_frame(&mut self, is_dark: bool) {
        self.atlas.set_dark(is_dark);
        self.atlas.begin_frame();
        self.frame += 1;
        let oldest = self.frame.saturating_sub(KEPT);
        self.meshes.retain(|_, kept| oldest <= kept.used);
    }

    /// Paints the text of `shown`, a portion of a page of `generation`, whose viewport begins at
    /// `viewport`. Only text and markers: grounds, marks and rules go under it.
    pub fn paint(
        &mut self,
        painter: &Painter,
        shown: Shown<'_>,
        generation: u64,
        viewport: Pos2,
        inks: &Inks,
    ) {
        let key = Key { layout: generation, atlas: self.atlas.generation(), inks: *inks };
        if self.meshes.get(&shown.portion).is_none_or(|kept| kept.key != key || kept.lacks_some) {
            let meshes = meshes_of(&mut self.atlas, painter.ctx(), shown.set, inks);
            if self.atlas.generation() != key.atlas {
                // A texture was given up meanwhile: this mesh is good for one frame.
                painter.ctx().request_repaint();
            }
            let lacks_some = self.atlas.take_lacking();
            if lacks_some {
                painter.ctx().request_repaint();
            }
            self.meshes.insert(
                shown.portion,
                Kept {
                    key,
                    lacks_some,
                    meshes: meshes.into_iter().map(Placed::from).collect(),
                    used: self.frame,
                },
            );
        }
        let Some(kept) = self.meshes.get_mut(&shown.portion) else { return };
        kept.used = self.frame;
        let scale = shown.set.scale();
        let origin = (viewport.to_vec2() + vec2(shown.x, shown.y)) * scale;
        let origin = vec2(origin.x.round(), origin.y.round()) / scale;
        for mesh in &mut kept.meshes {
            mesh.paint(painter, origin);
        }
    }
}

/// The meshes of `set`, one for each texture, with its top left corner at (0, 0).
fn meshes_of(atlas: &mut Atlas, ctx: &Context, set: &Set, inks: &Inks) -> Vec<Mesh> {
    let mut pen = Pen { atlas, ctx, inks, scale: set.scale(), meshes: Vec::new() };
    for piece in set.pieces().iter().chain(set.marker()) {
        pen.piece(piece);
    }
    pen.meshes
}

struct Pen<'a> {
    atlas: &'a mut Atlas,
    ctx: &'a Context,
    inks: &'a Inks,
    scale: f32,
    meshes: Vec<Mesh>,
}

impl Pen<'_> {
    fn piece(&mut self, piece: &Piece) {
        for line in piece.layout.lines() {
            for item in line.items() {
                if let PositionedLayoutItem::GlyphRun(run) = item {
                    self.lines_about(&run, piece);
                    self.glyphs(&run, piece);
                }
            }
        }
    }

    fn glyphs(&mut self, run: &GlyphRun<'_, Look>, piece: &Piece) {
        let key = RunKey::of(run.run());
        let look = run.style().brush;
        let ink = self.inks.of(look.ink);
        for glyph in run.positioned_glyphs() {
            let x = piece.x_px + glyph.x;
            // As wide as it is high: an ideograph, which stands on a grid. A quarter of the pictures.
            let is_wide = 0.95 * run.run().font_size() < glyph.advance;
            let (left, bin) = if is_wide { (x.round(), 0) } else { binned(x) };
            let y = (piece.y_px + glyph.y).round() - f32::from(look.rise);
            if let Some(slot) = self.atlas.slot(self.ctx, &key, glyph.id, bin) {
                self.quad(
                    &slot,
                    pos2(left, y) + slot.offset,
                    if slot.is_coloured { Color32::WHITE } else { ink },
                );
            }
        }
    }

    fn quad(&mut self, slot: &Slot, min: Pos2, colour: Color32) {
        let rect = Rect::from_min_size(min / self.scale, slot.size / self.scale);
        self.mesh(slot.texture).add_rect_with_uv(rect, slot.uv, colour);
    }

    fn mesh(&mut self, texture: TextureId) -> &mut Mesh {
        let index = match self.meshes.iter().position(|mesh| mesh.texture_id == texture) {
            Some(index) => index,
            None => {
                self.meshes.push(Mesh::with_texture(texture));
                self.meshes.len() - 1
            }
        };
        &mut self.meshes[index]
    }

    /// The lines under and through a run.
    fn lines_about(&mut self, run: &GlyphRun<'_, Look>, piece: &Piece) {
        let look = run.style().brush;
        let metrics = *run.run().font_metrics();
        let baseline = (piece.y_px + run.baseline()).round();
        let x = piece.x_px + run.offset();
        if look.is_underlined {
            let thick = metrics.underline_size.round().max(1.0);
            // Never into the letters, whatever the font says.
            let below = (-metrics.underline_offset).round().max(thick + 1.0);
            self.bar(x, baseline + below, run.advance(), thick, faint(self.inks.of(look.ink)));
        }
        if look.is_struck {
            let thick = metrics.strikethrough_size.round().max(1.0);
            let y = (baseline - metrics.strikethrough_offset).round();
            self.bar(x, y, run.advance(), thick, self.inks.of(look.ink));
        }
    }

    fn bar(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Color32) {
        let rect = Rect::from_min_size(pos2(x, y) / self.scale, Vec2::new(width, height) / self.scale);
        self.mesh(TextureId::default()).add_colored_rect(rect, colour);
    }
}

/// The underline of a link: the ink, thinner.
fn faint(ink: Color32) -> Color32 {
    ink.gamma_multiply(0.5)
}

/// The whole pixel left of `x`, and which quarter of it `x` is nearest to.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a bin is less than BINS")]
fn binned(x: f32) -> (f32, u8) {
    let quarters = (x * f32::from(BINS)).round();
    let left = (quarters / f32::from(BINS)).floor();
    (left, (quarters - left * f32::from(BINS)) as u8)
}
