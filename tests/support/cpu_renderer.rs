//! Draws what egui paints without a graphics card, so that pictures are the same everywhere.
//!
//! It is compiled like the tests, without optimisation: what is done for each pixel is written out, since
//! closures over arrays would cost several times as much.

#![expect(clippy::cast_possible_truncation, reason = "pixels of test pictures are few and clamped")]
#![expect(clippy::iter_over_hash_type, reason = "textures do not depend on each other")]

use std::collections::HashMap;
use std::ops::Range;

use eframe::egui::epaint::{ClippedPrimitive, ImageData, Mesh, Primitive, Vertex};
use eframe::egui::{
    Color32, ColorImage, Context, FullOutput, Pos2, Rect, TextureFilter, TextureId, TexturesDelta, Vec2, vec2,
};
use egui_kittest::TestRenderer;
use image::RgbaImage;

/// A [`TestRenderer`] on the CPU.
#[derive(Default)]
pub(crate) struct CpuRenderer {
    textures: HashMap<TextureId, (ColorImage, TextureFilter)>,
}

impl TestRenderer for CpuRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        // Drained, because dropping a delta that is not empty panics in debug builds.
        for (id, images) in delta.set.drain() {
            for change in images {
                let ImageData::Color(patch) = &change.image;
                match (change.pos, self.textures.get_mut(&id)) {
                    (Some(at), Some((whole, _))) => blit(whole, at, patch),
                    _ => {
                        self.textures.insert(id, ((**patch).clone(), change.options.magnification));
                    }
                }
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = ctx.pixels_per_point();
        let mut canvas = Canvas::transparent(ctx.content_rect().size() * scale);
        for ClippedPrimitive { clip_rect, primitive } in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = primitive else { return Err("a paint callback".to_owned()) };
            let (texture, filter) = self.textures.get(&mesh.texture_id).ok_or("an unknown texture")?;
            canvas.draw(&mesh, texture, *filter, clip_rect, scale);
        }
        canvas.into_image()
    }
}

fn blit(whole: &mut ColorImage, [left, top]: [usize; 2], patch: &ColorImage) {
    let width = patch.size[0];
    for (y, row) in patch.pixels.chunks_exact(width.max(1)).enumerate() {
        let start = (top + y) * whole.size[0] + left;
        whole.pixels[start..start + width].copy_from_slice(row);
    }
}

/// Premultiplied RGBA.
type Rgba = [f32; 4];

struct Canvas {
    size: [usize; 2],
    pixels: Vec<Rgba>,
}

/// One corner, in pixels.
#[derive(Clone, Copy)]
struct Corner {
    at: Pos2,
    uv: Pos2,
    colour: Rgba,
}

impl Canvas {
    fn transparent(size: Vec2) -> Self {
        let size = [size.x.round() as usize, size.y.round() as usize];
        Self { size, pixels: vec![[0.0; 4]; size[0] * size[1]] }
    }

    fn draw(&mut self, mesh: &Mesh, texture: &ColorImage, filter: TextureFilter, clip: Rect, scale: f32) {
        let edge = |at: f32, end: usize| (at * scale).round().clamp(0.0, end as f32) as usize;
        let min = [edge(clip.min.x, self.size[0]), edge(clip.min.y, self.size[1])];
        let max = [edge(clip.max.x, self.size[0]), edge(clip.max.y, self.size[1])];
        for triangle in mesh.indices.chunks_exact(3) {
            let corner = |i: usize| {
                let Vertex { pos, uv, color } = mesh.vertices[triangle[i] as usize];
                Corner { at: pos * scale, uv, colour: rgba(color) }
            };
            self.fill([corner(0), corner(1), corner(2)], texture, filter, min, max);
        }
    }

    /// Fills a triangle: a pixel is in it if its centre is, or is on a top or left edge.
    fn fill(
        &mut self,
        mut corners: [Corner; 3],
        texture: &ColorImage,
        filter: TextureFilter,
        min: [usize; 2],
        max: [usize; 2],
    ) {
        let mut area = cross(corners[0].at, corners[1].at, corners[2].at);
        if area < 0.0 {
            corners.swap(1, 2);
            area = -area;
        }
        if area == 0.0 {
            return;
        }
        let [a, b, c] = corners;
        let owns = |from: Pos2, to: Pos2| (from.y == to.y && from.x < to.x) || to.y < from.y;
        let (owns_a, owns_b, owns_c) = (owns(b.at, c.at), owns(c.at, a.at), owns(a.at, b.at));
        // What is no picture and no letter has one texel throughout.
        let is_plain = [a.uv, b.uv, c.uv] == [Pos2::ZERO; 3];
        let plain = sample(texture, Pos2::ZERO, filter);
        let columns = span([a.at.x, b.at.x, c.at.x], min[0], max[0]);
        for y in span([a.at.y, b.at.y, c.at.y], min[1], max[1]) {
            let mut x = columns.start;
            while x < columns.end {
                let centre = Pos2 { x: x as f32 + 0.5, y: y as f32 + 0.5 };
                let at = y * self.size[0] + x;
                x += 1;
                let (p, q, r) =
                    (cross(b.at, c.at, centre), cross(c.at, a.at, centre), cross(a.at, b.at, centre));
                let is_in = (0.0 < p || p == 0.0 && owns_a)
                    && (0.0 < q || q == 0.0 && owns_b)
                    && (0.0 < r || r == 0.0 && owns_c);
                if !is_in {
                    continue;
                }
                let (p, q, r) = (p / area, q / area, r / area);
                let texel = if is_plain {
                    plain
                } else {
                    let uv = Pos2 {
                        x: a.uv.x * p + b.uv.x * q + c.uv.x * r,
                        y: a.uv.y * p + b.uv.y * q + c.uv.y * r,
                    };
                    sample(texture, uv, filter)
                };
                let pixel = &mut self.pixels[at];
                *pixel = over(ink([&a.colour, &b.colour, &c.colour], [p, q, r], texel), *pixel);
            }
        }
    }

    fn into_image(self) -> Result<RgbaImage, String> {
        let byte = |value: f32| (value * 255.0).round().clamp(0.0, 255.0) as u8;
        let bytes = self.pixels.iter().flat_map(|pixel| {
            let alpha = pixel[3].max(1.0 / 255.0);
            [byte(pixel[0] / alpha), byte(pixel[1] / alpha), byte(pixel[2] / alpha), byte(pixel[3])]
        });
        let [width, height] = self.size.map(|side| side as u32);
        RgbaImage::from_raw(width, height, bytes.collect()).ok_or_else(|| "a picture of no size".to_owned())
    }
}

/// Where numbers lie in whole pixels, from `least` to before `most`.
fn span(values: [f32; 3], least: usize, most: usize) -> Range<usize> {
    let low = values.into_iter().fold(f32::MAX, f32::min).floor().max(least as f32);
    let high = values.into_iter().fold(f32::MIN, f32::max).ceil().min(most as f32);
    low as usize..high.max(0.0) as usize
}

/// The colours of the corners by their weights, over a texel.
fn ink([a, b, c]: [&Rgba; 3], [p, q, r]: [f32; 3], texel: Rgba) -> Rgba {
    [
        (a[0] * p + b[0] * q + c[0] * r) * texel[0],
        (a[1] * p + b[1] * q + c[1] * r) * texel[1],
        (a[2] * p + b[2] * q + c[2] * r) * texel[2],
        (a[3] * p + b[3] * q + c[3] * r) * texel[3],
    ]
}

fn over(ink: Rgba, under: Rgba) -> Rgba {
    let seen = 1.0 - ink[3];
    [ink[0] + under[0] * seen, ink[1] + under[1] * seen, ink[2] + under[2] * seen, ink[3] + under[3] * seen]
}

fn rgba(colour: Color32) -> Rgba {
    let [red, green, blue, alpha] = colour.to_array();
    [f32::from(red) / 255.0, f32::from(green) / 255.0, f32::from(blue) / 255.0, f32::from(alpha) / 255.0]
}

/// Twice the area of the triangle; positive if it turns clockwise on the screen.
fn cross(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

fn sample(texture: &ColorImage, uv: Pos2, filter: TextureFilter) -> Rgba {
    let [width, height] = texture.size;
    let texel = |x: f32, y: f32| {
        let clamp = |at: f32, side: usize| (at.max(0.0) as usize).min(side - 1);
        rgba(texture.pixels[clamp(y, height) * width + clamp(x, width)])
    };
    let at = vec2(uv.x * width as f32, uv.y * height as f32);
    if filter == TextureFilter::Nearest {
        return texel(at.x.floor(), at.y.floor());
    }
    let (left, top) = ((at.x - 0.5).floor(), (at.y - 0.5).floor());
    let (right, bottom) = (at.x - 0.5 - left, at.y - 0.5 - top);
    let mix = |a: Rgba, b: Rgba, t: f32| -> Rgba {
        [
            a[0] + (b[0] - a[0]) * t,
            a[1] + (b[1] - a[1]) * t,
            a[2] + (b[2] - a[2]) * t,
            a[3] + (b[3] - a[3]) * t,
        ]
    };
    let upper = mix(texel(left, top), texel(left + 1.0, top), right);
    let lower = mix(texel(left, top + 1.0), texel(left + 1.0, top + 1.0), right);
    mix(upper, lower, bottom)
}
