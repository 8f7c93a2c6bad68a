//! What the table of all marks says of a mark, column by column: in words, and in which order.

use crate::document::CalendarDate;
use crate::layer::Codebook;
use crate::library::{Entry, Library, MarkRow, OtherEnd};
use std::sync::Arc;

/// A column, in the order in which they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Words,
    Tags,
    Article,
    Outlet,
    Date,
    Person,
    Source,
    Figure,
    Links,
    Note,
    Placement,
}

impl Column {
    pub(super) const ALL: [Self; 11] = [
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
    pub(super) fn is_usual(self) -> bool {
        !matches!(self, Self::Outlet | Self::Links | Self::Placement)
    }

    /// Its head.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Words => "Words",
            Self::Tags => "Tag",
            Self::Article => "Article",
            Self::Outlet => "Outlet",
            Self::Date => "Date",
            Self::Person => "Person",
            Self::Source => "Source",
            Self::Figure => "Figure",
            Self::Links => "Links",
            Self::Note => "Note",
            Self::Placement => "Placement",
        }
    }

    /// Its share of the width, beside the others that are shown.
    pub(super) fn share(self) -> f32 {
        match self {
            Self::Words => 3.2,
            Self::Article => 2.2,
            Self::Links | Self::Note => 1.8,
            Self::Source => 1.4,
            Self::Date | Self::Outlet | Self::Tags => 1.2,
            Self::Person | Self::Figure | Self::Placement => 1.0,
        }
    }

    /// What stands in it.
    pub(super) fn words(self, library: &Library, entry: &Entry, row: &MarkRow) -> String {
        match self {
            Self::Words => row.quote.to_string(),
            Self::Tags => tags(library.codebook(), row),
            Self::Article => entry.title.to_string(),
            Self::Outlet => entry.outlet.to_string(),
            Self::Date => date(entry),
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

    /// What rows are ordered by: where it is not the words as they stand.
    pub(super) fn key(self, library: &Library, entry: &Entry, row: &MarkRow) -> Key {
        match self {
            Self::Date => Key::of_text(entry.date.map_or_else(String::new, |date| date.to_string())),
            Self::Figure => {
                let figure = row.figures.first();
                let number = figure.and_then(|figure| figure.low.or(figure.high).or(figure.stated));
                Key { is_empty: figure.is_none(), number: number.unwrap_or(0), text: String::new() }
            }
            _ => Key::of_text(self.words(library, entry, row).to_lowercase()),
        }
    }
}

/// What a row is ordered by; rows with nothing to order them by come last, whichever way.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub is_empty: bool,
    pub number: u64,
    pub text: String,
}

impl Key {
    fn of_text(text: String) -> Self {
        Self { is_empty: text.is_empty(), number: 0, text }
    }
}

/// In words, as on the cards of the folder; as it stood where it cannot be read as a day.
fn date(entry: &Entry) -> String {
    let day = entry.date.and_then(|day| CalendarDate::read(&day.to_string(), None));
    day.map_or_else(|| entry.published.to_string(), |day| day.to_string())
}

fn tags(codebook: &Codebook, row: &MarkRow) -> String {
    let labels: Vec<&str> = row.tags.iter().map(|tag| codebook.label(tag)).collect();
    labels.join(", ")
}

/// Each link with the words of its other end, those of an end that is gone as they last were.
fn links(library: &Library, row: &MarkRow) -> String {
    let one = |link: &crate::library::Link<'_>| {
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

/// A mark of the table: which article, and which of its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct At {
    pub entry: u32,
    pub row: u32,
}

impl At {
    /// The article and the mark, where both are there.
    pub(super) fn of(self, entries: &[Arc<Entry>]) -> Option<(&Arc<Entry>, &MarkRow)> {
        let entry = entries.get(usize::try_from(self.entry).ok()?)?;
        Some((entry, entry.rows.get(usize::try_from(self.row).ok()?)?))
    }
}
