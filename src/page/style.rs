//! How a page looks, as far as it moves letters about. Colours are the window's.

/// Which of the two text faces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Face {
    /// For long reading.
    #[default]
    Serif,
    /// As the interface.
    Sans,
}

/// What a stretch of text is painted with; the window has a colour for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ink {
    /// Running text.
    #[default]
    Body,
    /// Headings.
    Heading,
    /// Captions, markers, what is struck through.
    Subdued,
    /// Links and references to footnotes.
    Link,
    /// Code, on its own ground.
    Code,
}

/// How glyphs are painted beyond their font: what parley calls the brush.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The colour's role.
    pub ink: Ink,
    /// How far the glyphs stand above the baseline, in pixels. Not parley's `VerticalAlign`, which
    /// would make the line taller.
    pub rise: i16,
    /// Whether a line runs under them.
    pub is_underlined: bool,
    /// Whether a line runs through them.
    pub is_struck: bool,
}

/// How a page is set. Two pages with equal styles and widths have the same lines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageStyle {
    /// The face of running text.
    pub face: Face,
    /// The size of running text in points at zoom 1.
    pub size: f32,
    /// The distance of baselines, as a multiple of the size; rounded to whole pixels when used.
    pub line_height: f32,
    /// The greatest width of the column in points at zoom 1.
    pub measure: f32,
    /// What sizes and measure are multiplied by.
    pub zoom: f32,
    /// Pixels to a point of the screen.
    pub scale: f32,
    /// Whether lines are filled to both edges.
    pub justify: bool,
}

impl PageStyle {
    /// A page for long reading: about 66 characters to a line.
    pub fn new(face: Face, size: f32) -> Self {
        let measure = Self::measure_of(face, size, 66.0);
        Self { face, size, line_height: 1.5, measure, zoom: 1.0, scale: 1.0, justify: false }
    }

    /// The width in points that `characters` letters and spaces of English take at `size`.
    pub fn measure_of(face: Face, size: f32, characters: f32) -> f32 {
        let average = match face {
            Face::Serif => 0.46,
            Face::Sans => 0.49,
        };
        (size * average * characters).round()
    }

    /// The size of running text in pixels.
    pub(super) fn size_px(&self) -> f32 {
        self.size * self.zoom * self.scale
    }

    /// The height of a line of text `times` the usual size, in whole pixels. Large text has less
    /// air between its lines.
    pub(super) fn line_px(&self, times: f32) -> f32 {
        let air = self.line_height - 1.0;
        let height = if 1.0 < times { 1.0 + air * 0.55 } else { self.line_height };
        (self.size_px() * times * height).round().max(1.0)
    }

    /// The greatest width of the column in points.
    pub(super) fn column(&self) -> f32 {
        self.measure * self.zoom
    }
}

impl Default for PageStyle {
    fn default() -> Self {
        Self::new(Face::Serif, 18.0)
    }
}
