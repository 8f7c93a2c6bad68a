//! Where views stand in the window, and where there is no room for them.

/// Where views stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// One of them at a time, under tabs.
    Left,
    /// The same.
    Right,
    /// Instead of the article's page, with a tab beside those of the articles.
    Middle,
}

/// The sides whose view is chosen and for which the window is too narrow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Crowded {
    left: bool,
    right: bool,
}

impl Crowded {
    /// Whether a side is among them.
    pub(super) fn has(self, side: Side) -> bool {
        match side {
            Side::Left => self.left,
            Side::Right => self.right,
            Side::Middle => false,
        }
    }

    /// Says whether a side is one of them.
    pub(super) fn set(&mut self, side: Side, is_crowded: bool) {
        match side {
            Side::Left => self.left = is_crowded,
            Side::Right => self.right = is_crowded,
            Side::Middle => {}
        }
    }
}
