//! Places on pages: ruling lines and pictures, and what parts of a page lead to.

/// A ruling line, upright or level, or the place of a picture or a link: in points from the upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rule {
    pub(super) x0: f32,
    pub(super) y0: f32,
    pub(super) x1: f32,
    pub(super) y1: f32,
}

impl Rule {
    pub(super) fn is_level(&self) -> bool {
        self.y1 - self.y0 <= self.x1 - self.x0
    }
}

/// What the parts of a page lead to.
#[derive(Debug, Default)]
pub(super) struct Links {
    /// Each with its address.
    pub(super) parts: Vec<(Rule, String)>,
    /// The places in the file among them.
    pub(super) within: Vec<Destination>,
}

/// A place on a page of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Destination {
    /// From 0.
    pub(super) page: usize,
    /// In points from the upper left corner; `None`: the whole page.
    pub(super) place: Option<(i32, i32)>,
}

impl Destination {
    /// What the place is called in the document.
    pub(super) fn name(self) -> String {
        match self.place {
            Some((left, top)) => format!("page-{}-{left}-{top}", self.page + 1),
            None => format!("page-{}", self.page + 1),
        }
    }
}
