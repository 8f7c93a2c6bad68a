//! What an importer judged to be no part of the article although it stands in it or near it: named and
//! counted, never dropped in silence.

/// The most that is kept of what was left out, in bytes of its words; what is beyond is only counted.
pub(super) const MAX_BYTES: usize = 4 * 1024 * 1024;

/// One passage that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The block that it stands before; the number of blocks where it stands after all.
    pub before: u32,
    /// Why.
    pub why: Reason,
    /// Its words, blocks parted by line feeds; cut where all that was left out is too much to be kept.
    pub text: String,
    /// How many words it had, parted by white space, before it was cut. Counted once: it is said in every frame.
    pub n_words: u32,
}

/// Why a passage is no part of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// Links to other parts of the site.
    Navigation,
    /// Buttons to send the article to others.
    Share,
    /// An offer to subscribe, to log in or to pay.
    Subscription,
    /// Fields to fill in.
    Form,
    /// Other articles that are recommended.
    Teasers,
    /// Advertisement.
    Advertisement,
    /// What readers wrote about the article.
    Comments,
    /// Text that is in the file and that the page does not show.
    Hidden,
    /// What stands at the head of every page.
    PageHeader,
    /// What stands at the foot of every page.
    PageFooter,
    /// The number of a page.
    PageNumber,
    /// What an author deleted and the file still has.
    Deleted,
    /// What an author wrote for themselves or for a program: a comment, a shortcode, an id.
    Remark,
    /// The words of a formula or a drawing.
    Formula,
    /// How characters are read aloud, in small letters above them (ruby).
    Reading,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 15] = [
        Self::Navigation,
        Self::Share,
        Self::Subscription,
        Self::Form,
        Self::Teasers,
        Self::Advertisement,
        Self::Comments,
        Self::Hidden,
        Self::PageHeader,
        Self::PageFooter,
        Self::PageNumber,
        Self::Deleted,
        Self::Remark,
        Self::Formula,
        Self::Reading,
    ];

    /// The name for `--json` and tests.
    pub fn name(self) -> &'static str {
        match self {
            Self::Navigation => "navigation",
            Self::Share => "share",
            Self::Subscription => "subscription",
            Self::Form => "form",
            Self::Teasers => "teasers",
            Self::Advertisement => "advertisement",
            Self::Comments => "comments",
            Self::Hidden => "hidden",
            Self::PageHeader => "page-header",
            Self::PageFooter => "page-footer",
            Self::PageNumber => "page-number",
            Self::Deleted => "deleted",
            Self::Remark => "remark",
            Self::Formula => "formula",
            Self::Reading => "reading",
        }
    }
}
