//! A page of an article's file as pixels. Done on the worker.

use crate::document::import::ImportError;
use crate::host::Files;
use egui::ColorImage;
use std::path::PathBuf;

/// A page of an article's file at a size.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PageTask {
    pub path: PathBuf,
    /// From 0.
    pub page: u32,
    /// In pixels.
    pub width: f32,
    /// The longest side that the window can show, in pixels.
    pub longest: f32,
}

/// A drawn page.
pub(super) struct PagePixels {
    pub image: ColorImage,
    /// Pixels a point of the page.
    pub scale: f32,
}

/// What came of drawing a page: none where there is nothing to draw.
pub(super) type Drawn = Result<Option<PagePixels>, ImportError>;

/// Draws a page of a file as it lies on the disk.
#[cfg(feature = "pdf")]
pub(super) fn draw(task: &PageTask, password: Option<&str>, host: &dyn Files) -> Drawn {
    use crate::document::{import::MAX_BYTES, pdf};
    let Ok(bytes) = host.read(&task.path, MAX_BYTES) else { return Ok(None) };
    let size = pdf::PageSize { width: task.width, longest: task.longest };
    let Some(drawn) = pdf::draw_page(&bytes, password, task.page as usize, size)? else { return Ok(None) };
    let image = ColorImage::from_rgba_unmultiplied([drawn.width, drawn.height], &drawn.rgba);
    Ok(Some(PagePixels { image, scale: drawn.scale }))
}

/// Without the reader of PDF there is nothing to draw.
#[cfg(not(feature = "pdf"))]
pub(super) fn draw(_: &PageTask, _: Option<&str>, _: &dyn Files) -> Drawn {
    Ok(None)
}
