//! A page as it is drawn, to be looked at beside its text.

use super::forms;
use crate::document::import::ImportError;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

/// The most pixels of a drawn page.
pub const MAX_PIXELS: usize = 16 * 1024 * 1024;

/// How large a page is wanted, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageSize {
    /// Its width; it is less where the page would be too large.
    pub width: f32,
    /// The longest that either side may be.
    pub longest: f32,
}

/// A page in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct PagePicture {
    /// In pixels.
    pub width: usize,
    /// In pixels.
    pub height: usize,
    /// Red, green, blue and alpha of each pixel, row by row; nothing shows through.
    pub rgba: Vec<u8>,
    /// How many pixels a point has: less than was asked for where the page would be too large.
    pub scale: f32,
}

/// Draws page `page`, from 0, of a PDF; `None` where there is no such page, or where it draws more than can be
/// waited for.
///
/// # Errors
///
/// The file cannot be opened as a PDF, or not with this password.
pub fn draw_page(
    bytes: &[u8],
    password: Option<&str>,
    page: usize,
    size: PageSize,
) -> Result<Option<PagePicture>, ImportError> {
    let pdf = super::open(bytes, password)?;
    let Some(page) = pdf.pages().get(page).filter(|page| forms::is_bounded(page)) else { return Ok(None) };
    let (width, height) = page.render_dimensions();
    let longest = (size.longest - 1.0) / width.max(height).max(1.0);
    let most = (MAX_PIXELS as f32 / (width * height).max(1.0)).sqrt().min(longest);
    let scale = size.width / width.max(1.0);
    let scale = if scale.is_finite() { scale.clamp(0.01, most.max(0.01)) } else { 1.0_f32.min(most) };
    if width * scale < 1.0 || height * scale < 1.0 {
        return Ok(None);
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
    Ok(Some(PagePicture { width: drawn.width().into(), height: drawn.height().into(), rgba, scale }))
}

/// Puts a pixel, whose colours are multiplied by its alpha, on white paper.
fn on_white(pixel: &mut [u8]) {
    if let [colours @ .., alpha] = pixel {
        let paper = u8::MAX - *alpha;
        colours.iter_mut().for_each(|colour| *colour = colour.saturating_add(paper));
        *alpha = u8::MAX;
    }
}
