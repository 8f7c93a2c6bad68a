//! What the table of all marks says of a mark, column by column, in words.

use crate::layer::{Codebook, TagId};
use crate::library::{Entry, Library, Link, MarkRow, OtherEnd};
use crate::text::order::natural_order;
use std::cmp::Ordering;

/// A column, in the order in which they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The passage.
    Words,
    /// Its tags.
    Tags,
    /// The article's title.
    Article,
    /// Who published it.
    Outlet,
    /// When.
    Date,
    /// Who marked it.
    Person,
    /// Who says it.
    Source,
    /// What was counted.
    Figure,
    /// What it is linked with.
    Links,
    /// What the person says about it.
    Note,
    /// How it was found again.
    Placement,
}

impl Column {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Words,
        Self::Tags,
        Self::Article,
        Self::Outlet,
        Self::Date,
        Self::Person,
        Self::Source,
        Self::Figure,
        Self::Links,
        Self::Note,
        Self::Placement,
    ];

    /// Those that are shown as long as nobody chose others: what fits a small window.
    pub fn is_usual(self) -> bool {
        !matches!(self, Self::Outlet | Self::Figure | Self::Links | Self::Placement)
    }

    /// Its name in settings: never changes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Tags => "tags",
            Self::Article => "article",
            Self::Outlet => "outlet",
            Self::Date => "date",
            Self::Person => "person",
            Self::Source => "source",
            Self::Figure => "figure",
            Self::Links => "links",
            Self::Note => "note",
            Self::Placement => "placement",
        }
    }

    /// The one of that name.
    pub fn called(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.name() == name)
    }

    /// Its share of the width, beside the others that are shown.
    pub fn share(self) -> f32 {
        match self {
            Self::Words => 2.6,
            Self::Article => 2.0,
            Self::Tags => 1.65,
            Self::Date => 1.4,
            Self::Links | Self::Note => 1.2,
            Self::Source | Self::Outlet => 1.1,
            Self::Person | Self::Figure | Self::Placement => 0.9,
        }
    }

    /// What stands in it.
    pub fn words(self, library: &Library, entry: &Entry, row: &MarkRow) -> String {
        match self {
            Self::Words => row.quote.to_string(),
            Self::Tags => tags(library.codebook(), &row.tags),
            Self::Article => entry.title.to_string(),
            Self::Outlet => entry.outlet.to_string(),
            Self::Date => entry.date_in_words(),
            Self::Person => row.person.name.clone(),
            Self::Source => row.source(),
            Self::Figure => {
                let figures: Vec<String> = row.figures.iter().map(|figure| figure.interval()).collect();
                figures.join(", ")
            }
            Self::Links => links(library, row),
            Self::Note => row.note.to_string(),
            Self::Placement => row.placement.name().to_owned(),
        }
    }
}

/// What a row is ordered by; rows with nothing to order them by come last, whichever way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Key {
    pub is_empty: bool,
    pub number: u64,
    pub text: String,
}

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        let order = (self.is_empty, self.number).cmp(&(other.is_empty, other.number));
        order.then_with(|| natural_order(&self.text, &other.text))
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Key {
    pub(super) fn of_text(text: String) -> Self {
        Self { is_empty: text.is_empty(), number: 0, text }
    }
}

pub(super) fn tags(codebook: &Codebook, tags: &[TagId]) -> String {
    let labels: Vec<&str> = tags.iter().map(|tag| codebook.label(tag)).collect();
    labels.join(", ")
}

/// The number that a mark with a figure is ordered by, if it has any.
pub(super) fn figure(row: &MarkRow) -> Option<Option<u64>> {
    let figure = row.figures.first()?;
    Some(figure.low.or(figure.high).or(figure.stated))
}

/// Each link with the words of its other end, those of an end that is gone as they last were.
fn links(library: &Library, row: &MarkRow) -> String {
    let one = |link: &Link<'_>| {
        let kind = library.codebook().relation(link.kind);
        let label = kind.map_or(link.kind.as_str(), |kind| kind.label.as_str());
        let way = if link.starts_here { label.to_owned() } else { format!("← {label}") };
        let words = if link.words.is_empty() { String::new() } else { format!(" “{}”", link.words) };
        let place = match link.end {
            OtherEnd::Here => String::new(),
            OtherEnd::There(entry) => format!(" in “{}”", entry.title),
            OtherEnd::Gone => " (gone)".to_owned(),
        };
        format!("{way}{words}{place}")
    };
    let links: Vec<String> = library.links_of(row).iter().map(one).collect();
    links.join("; ")
}
