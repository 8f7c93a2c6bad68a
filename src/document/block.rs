//! What a document is made of: blocks one below another, and inline styles within them.

use crate::text::TextRange;

/// One block: a paragraph, a heading, one item of a list, one row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its bytes in the reading text, without the line feeds that part it from its neighbours.
    pub range: TextRange,
    /// How many block quotations it stands in.
    pub quote_depth: u8,
    /// How many lists it stands in; an item of a list that is not nested has 1.
    pub list_depth: u8,
    /// What it is to the article, where it is more or less than running text.
    pub role: Option<Role>,
    /// What stands beside it and is no part of the text: the times of a subtitle.
    pub label: Option<String>,
}

/// What a block is to the article, as a newspaper's designer would call it. The kind says how it is built
/// (a paragraph, an item of a list), the role what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// What the article is called.
    Headline,
    /// What sums it up below the headline.
    Standfirst,
    /// Who wrote it.
    Byline,
    /// When it was published or changed.
    Date,
    /// The list of what matters most, above or beside the text.
    KeyPoints,
    /// Words below a picture or a table.
    Caption,
    /// Who made a picture.
    Credit,
    /// Words of the article that are repeated in large letters.
    PullQuote,
    /// What stands beside the text and can be read by itself.
    Aside,
    /// What was corrected since the article was published.
    Correction,
    /// Facts in a box.
    Infobox,
    /// An entry of a page that is written while things happen.
    LiveEntry,
    /// What somebody published elsewhere, shown within the article.
    Embedded,
    /// A footnote or an endnote.
    Footnote,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 14] = [
        Self::Headline,
        Self::Standfirst,
        Self::Byline,
        Self::Date,
        Self::KeyPoints,
        Self::Caption,
        Self::Credit,
        Self::PullQuote,
        Self::Aside,
        Self::Correction,
        Self::Infobox,
        Self::LiveEntry,
        Self::Embedded,
        Self::Footnote,
    ];

    /// The name for `--json` and tests.
    pub fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Standfirst => "standfirst",
            Self::Byline => "byline",
            Self::Date => "date",
            Self::KeyPoints => "key-points",
            Self::Caption => "caption",
            Self::Credit => "credit",
            Self::PullQuote => "pull-quote",
            Self::Aside => "aside",
            Self::Correction => "correction",
            Self::Infobox => "infobox",
            Self::LiveEntry => "live-entry",
            Self::Embedded => "embedded",
            Self::Footnote => "footnote",
        }
    }
}

/// The kinds of block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading of level 1 (the title) to 6.
    Heading {
        /// 1 to 6.
        level: u8,
    },
    /// Running text.
    Paragraph,
    /// The first paragraph of an item of a list; what follows in the same item is a `Paragraph`
    /// with the same `list_depth`. The marker is not part of the text.
    ListItem {
        /// What hangs before it.
        marker: Marker,
    },
    /// Words below a picture or a table.
    Caption,
    /// Preformatted text, whose line feeds and spaces count.
    Code,
    /// A line across the page; has no text.
    Rule,
    /// One row of a table; its cells are parted by tabs.
    TableRow {
        /// Whether it names the columns.
        header: bool,
        /// Which table of the document it belongs to, from 0.
        table: u32,
    },
    /// The text of a footnote.
    Footnote {
        /// The label it is referred to by.
        label: String,
    },
}

impl BlockKind {
    /// The name for `--json` and tests.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Heading { .. } => "heading",
            Self::Paragraph => "paragraph",
            Self::ListItem { .. } => "list-item",
            Self::Caption => "caption",
            Self::Code => "code",
            Self::Rule => "rule",
            Self::TableRow { .. } => "table-row",
            Self::Footnote { .. } => "footnote",
        }
    }
}

/// What hangs before an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// A dot.
    Bullet,
    /// A number.
    Number(u64),
    /// A box, ticked or not.
    Task(bool),
}

/// A style within a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The bytes that have it.
    pub range: TextRange,
    /// Which it is.
    pub style: InlineStyle,
}

/// The inline styles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InlineStyle {
    /// Italics.
    Emphasis,
    /// Bold.
    Strong,
    /// Monospaced.
    Code,
    /// Struck through.
    Strikethrough,
    /// Raised, small.
    Superscript,
    /// Lowered, small.
    Subscript,
    /// A link; its address is `Document::link`.
    Link(u32),
    /// A reference to the footnote that has the covered text as its label.
    FootnoteReference,
}
