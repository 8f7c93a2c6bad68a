//! The typefaces that come with the program.

/// Font files by what they are for. Each list is one family in its weights and slants.
#[derive(Clone, Copy, Debug)]
pub struct Faces {
    /// The page's usual face; covers Latin, Greek and Cyrillic.
    pub serif: &'static [&'static [u8]],
    /// The other face of the page.
    pub sans: &'static [&'static [u8]],
    /// For code.
    pub mono: &'static [&'static [u8]],
    /// For Arabic letters, whichever face the page has.
    pub arabic: &'static [&'static [u8]],
    /// For Hebrew letters, whichever face the page has.
    pub hebrew: &'static [&'static [u8]],
}

/// The files of `assets/fonts`, all under the Open Font License.
pub const BUNDLED: Faces = Faces {
    serif: &[
        include_bytes!("../../assets/fonts/serif-regular.ttf"),
        include_bytes!("../../assets/fonts/serif-italic.ttf"),
        include_bytes!("../../assets/fonts/serif-bold.ttf"),
        include_bytes!("../../assets/fonts/serif-bold-italic.ttf"),
    ],
    sans: &[
        include_bytes!("../../assets/fonts/sans-regular.otf"),
        include_bytes!("../../assets/fonts/sans-italic.otf"),
        include_bytes!("../../assets/fonts/sans-bold.otf"),
        include_bytes!("../../assets/fonts/sans-bold-italic.otf"),
    ],
    mono: &[include_bytes!("../../assets/fonts/mono-regular.ttf")],
    arabic: &[
        include_bytes!("../../assets/fonts/arabic-regular.ttf"),
        include_bytes!("../../assets/fonts/arabic-bold.ttf"),
    ],
    hebrew: &[
        include_bytes!("../../assets/fonts/hebrew-regular.ttf"),
        include_bytes!("../../assets/fonts/hebrew-bold.ttf"),
    ],
};
