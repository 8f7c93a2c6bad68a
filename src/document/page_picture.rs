//! A page of an article's file as it is drawn: what is wanted of it, and its pixels. Only a PDF has pages.

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

/// A page of a file at a size.
#[derive(Clone, Debug, PartialEq)]
pub struct PageWanted {
    /// For a file that is locked.
    pub password: Option<String>,
    /// From 0.
    pub page: usize,
    /// How large it is wanted.
    pub size: PageSize,
}
