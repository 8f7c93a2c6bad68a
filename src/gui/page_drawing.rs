//! A page of an article's file as pixels. Asked for on the worker, and drawn apart from this program.

use crate::document::import::{ImportError, MAX_BYTES};
use crate::document::page_picture::{PageSize, PageWanted};
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
pub(super) fn draw(task: &PageTask, password: Option<String>, host: &dyn Files) -> Drawn {
    let Ok(bytes) = host.read(&task.path, MAX_BYTES) else { return Ok(None) };
    let size = PageSize { width: task.width, longest: task.longest };
    let wanted = PageWanted { password, page: task.page as usize, size };
    let Some(drawn) = host.draw_apart(&bytes, &wanted)? else { return Ok(None) };
    let image = ColorImage::from_rgba_unmultiplied([drawn.width, drawn.height], &drawn.rgba);
    Ok(Some(PagePixels { image, scale: drawn.scale }))
}
