//! Draws a page, to be looked at beside its text.

use super::forms;
use crate::document::import::ImportError;
use crate::document::page_picture::{MAX_PIXELS, PagePicture, PageWanted};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_interpret::hayro_syntax::page::Page;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

/// Draws a page of a PDF; `None` where there is no such page, or where it draws more than can be
/// waited for.
///
/// # Errors
///
/// The file cannot be opened as a PDF, or not with this password.
pub(in crate::document) fn draw_page(
    bytes: &[u8],
    wanted: &PageWanted,
) -> Result<Option<PagePicture>, ImportError> {
    let PageWanted { password, page, size } = wanted;
    let pdf = super::open(bytes, password.as_deref())?;
    let Some(page) = pdf.pages().get(*page) else { return Ok(None) };
    let (width, height) = page.render_dimensions();
    let longest = (size.longest - 1.0) / width.max(height).max(1.0);
    let scale = size.width / width.max(1.0);
    Ok(drawn(page, if scale.is_finite() { scale.min(longest) } else { longest.min(1.0) }))
}

/// A page with so many pixels a point, or fewer where it would be too large; `None` where it is less than a pixel,
/// or draws more than can be waited for.
pub(super) fn drawn(page: &Page<'_>, scale: f32) -> Option<PagePicture> {
    let (width, height) = page.render_dimensions();
    let most = (MAX_PIXELS as f32 / (width * height).max(1.0)).sqrt();
    let scale = scale.clamp(0.01, most.max(0.01));
    if !forms::is_bounded(page) || width * scale < 1.0 || height * scale < 1.0 {
        return None;
    }
    let settings = PixmapSettings { x_scale: scale, y_scale: scale, ..PixmapSettings::default() };
    let drawn = render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &settings,
    );
    let mut rgba = drawn.data_as_u8_slice().to_vec();
    rgba.chunks_exact_mut(4).for_each(on_white);
    Some(PagePicture { width: drawn.width().into(), height: drawn.height().into(), rgba, scale })
}

/// Puts a pixel, whose colours are multiplied by its alpha, on white paper.
fn on_white(pixel: &mut [u8]) {
    if let [colours @ .., alpha] = pixel {
        let paper = u8::MAX - *alpha;
        colours.iter_mut().for_each(|colour| *colour = colour.saturating_add(paper));
        *alpha = u8::MAX;
    }
}
