//! The pictures of an article in the window: asked for when they come into view, kept as textures while
//! there is room, and a quiet line in the place of each that is not shown.

use super::Reader;
use super::frame::{Frame, bounds_of};
use super::type_cache::TypeCache;
use crate::document::{Document, Image};
use crate::gui::outbox::Request;
use crate::gui::pictures::{Absent, Found, PictureTask, Wanted};
use crate::gui::widgets::{in_visual_order, shortened, visible};
use crate::gui::words::say;
use crate::page::{ImageSizes, Picture};
use egui::accesskit::Role;
use egui::{Painter, Rect, Sense, Ui, pos2, vec2};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The part of the view's height that a picture may take.
const MOST_OF_VIEW: f32 = 0.8;
/// What is smaller is an ornament, or counts readers. Pixels.
const ORNAMENT: u32 = 32;

/// What is known of the pictures of one article.
#[derive(Default)]
pub(super) struct Images {
    /// For each its size in its own pixels, or why it is not shown; nothing before they are read.
    known: Vec<Result<(u32, u32), Absent>>,
    is_asked: bool,
    /// What has been asked for and is on its way: the picture and its size in pixels.
    on_the_way: BTreeMap<usize, (u32, u32)>,
    /// At which size each has come, which is less than asked for where it has no more.
    came_for: BTreeMap<usize, (u32, u32)>,
}

impl Images {
    /// Why a picture is not shown, if so.
    fn absent(&self, image: usize) -> Option<Absent> {
        self.known.get(image)?.err()
    }

    fn sizes(&self, document: &Document, most_height: f32) -> ImageSizes {
        let images = document.images().iter().enumerate();
        let sizes = images.map(|(nth, image)| match self.known.get(nth) {
            Some(Ok(natural)) => Some(shown_size(image, *natural)),
            Some(Err(_)) => None,
            None => image.declared.map(points),
        });
        ImageSizes { sizes: sizes.collect(), most_height }
    }
}

/// How large a picture would be shown with all the room: as the article says, where that keeps its
/// form and does not enlarge it.
fn shown_size(image: &Image, natural: (u32, u32)) -> (f32, f32) {
    if natural.0 <= ORNAMENT || natural.1 <= ORNAMENT {
        return (0.0, 0.0);
    }
    let (width, height) = points(natural);
    let declared = image.declared.map(points).filter(|declared| {
        declared.0 <= width && (declared.0 * height / (declared.1 * width) - 1.0).abs() < 0.03
    });
    declared.unwrap_or((width, height))
}

fn points((width, height): (u32, u32)) -> (f32, f32) {
    let side = |side: u32| u16::try_from(side).map_or(f32::from(u16::MAX), f32::from);
    (side(width), side(height))
}

impl Reader {
    /// Asks how large the pictures are, once, and tells the page.
    pub(super) fn measure_images(&mut self, frame: &Frame<'_>) {
        let document = self.page.document();
        if document.images().is_empty() {
            return;
        }
        if !std::mem::replace(&mut self.images.is_asked, true) {
            frame.cx.ask(Request::Picture(PictureTask {
                path: frame.session.path().to_owned(),
                document: Arc::clone(document),
                wanted: Wanted::Sizes,
            }));
        }
        let most_height = (frame.rect.height() * MOST_OF_VIEW).floor();
        let sizes = self.images.sizes(document, most_height);
        self.page.set_image_sizes(sizes);
    }

    /// Takes what the worker found.
    pub(in crate::gui) fn take_picture(&mut self, found: Found, cache: &mut TypeCache, ctx: &egui::Context) {
        match found {
            Found::Sizes(sizes) => self.images.known = sizes,
            Found::Pixels(image, pixels) => {
                let asked = self.images.on_the_way.remove(&image);
                match pixels {
                    Ok(pixels) => {
                        self.images.came_for.extend(asked.map(|asked| (image, asked)));
                        cache.album.keep((self.salt, image), pixels, ctx);
                    }
                    Err(absent) => {
                        if let Some(known) = self.images.known.get_mut(image) {
                            *known = Err(absent);
                        }
                    }
                }
            }
        }
    }

    /// What was asked for is not on its way: it is asked for again.
    pub(in crate::gui) fn forget_picture(&mut self, wanted: Wanted) {
        match wanted {
            Wanted::Sizes => self.images.is_asked = false,
            Wanted::Pixels(image, _) => drop(self.images.on_the_way.remove(&image)),
        }
    }

    /// The pictures in view, and where in the window.
    fn visible_pictures(&self, frame: &Frame<'_>) -> Vec<(Picture, Rect)> {
        let mut found = Vec::new();
        for shown in self.page.visible() {
            let place =
                |picture: &Picture| (*picture, frame.to_window(picture.rect.translated(shown.x, shown.y)));
            found.extend(shown.set.pictures().iter().map(place));
        }
        found
    }

    /// Draws the pictures in view, and asks for those that are not here.
    pub(super) fn paint_pictures(&mut self, frame: &Frame<'_>, cache: &mut TypeCache, painter: &Painter) {
        for (picture, rect) in self.visible_pictures(frame) {
            let key = (self.salt, picture.image);
            if !matches!(self.images.known.get(picture.image), Some(Ok(_))) {
                self.paint_line_for(frame, picture.image, rect, painter);
                continue;
            }
            self.ask_for(frame, picture.image, rect, painter.ctx().pixels_per_point(), cache);
            match cache.album.shown(key) {
                Some(kept) => {
                    if kept.is_clear {
                        painter.rect_filled(rect, 0.0, frame.cx.theme.picture_ground);
                    }
                    let all = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
                    painter.image(kept.texture.id(), rect, all, egui::Color32::WHITE);
                }
                None => self.paint_line_for(frame, picture.image, rect, painter),
            }
        }
    }

    fn ask_for(&mut self, frame: &Frame<'_>, image: usize, rect: Rect, scale: f32, cache: &TypeCache) {
        let wanted = (whole(rect.width() * scale), whole(rect.height() * scale));
        let is_here =
            cache.album.has((self.salt, image)) && self.images.came_for.get(&image) == Some(&wanted);
        if is_here || self.images.on_the_way.contains_key(&image) {
            return;
        }
        self.images.on_the_way.insert(image, wanted);
        frame.cx.ask(Request::Picture(PictureTask {
            path: frame.session.path().to_owned(),
            document: Arc::clone(self.page.document()),
            wanted: Wanted::Pixels(image, wanted),
        }));
    }

    /// What stands where a picture is not shown, or not yet: what it shows, and why it cannot be seen.
    fn paint_line_for(&self, frame: &Frame<'_>, image: usize, rect: Rect, painter: &Painter) {
        let theme = frame.cx.theme;
        painter.rect_filled(rect, 3.0, theme.hover);
        let Some(described) = self.page.document().images().get(image) else { return };
        let words = in_visual_order(&shortened(&words_for(described, self.images.absent(image)), 160));
        let font = egui::FontId::proportional(12.5);
        let room = rect.shrink2(vec2(10.0, 4.0));
        let galley = painter.layout(words, font, theme.ink_subdued, room.width().max(40.0));
        let at = pos2(room.left(), (rect.center().y - galley.size().y / 2.0).max(rect.top() + 3.0));
        painter.with_clip_rect(rect.intersect(painter.clip_rect())).galley(at, galley, theme.ink_subdued);
    }

    /// The pictures in view for screen readers.
    pub(super) fn publish_pictures(&self, frame: &Frame<'_>, ui: &mut Ui) {
        for (picture, rect) in self.visible_pictures(frame) {
            let seen = rect.intersect(frame.rect);
            let Some(described) = self.page.document().images().get(picture.image) else { continue };
            if !seen.is_positive() {
                continue;
            }
            let id = ui.scope_id().with(("picture", picture.image));
            ui.interact(seen, id, Sense::hover());
            let words = words_for(described, self.images.absent(picture.image));
            ui.ctx().accesskit_node_builder(id, |node| {
                node.set_role(Role::Image);
                node.set_bounds(bounds_of(seen));
                node.set_label(words);
            });
        }
    }
}

/// What a picture shows, and why it is not seen: "Smoke over the market (not fetched, …)".
fn words_for(image: &Image, absent: Option<Absent>) -> String {
    let name = if image.alt.is_empty() { image.file_name() } else { image.alt.clone() };
    let name = if name.is_empty() { say!("picture-unnamed") } else { visible(&name) };
    match absent {
        Some(absent) => format!("{name} ({})", absent.words()),
        None => name,
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
fn whole(pixels: f32) -> u32 {
    pixels.round().clamp(1.0, 16_000.0) as u32
}
